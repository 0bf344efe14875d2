"""Lengths, angles and grey values, against the plain way and SimpleITK."""

import math

import numpy as np
import pytest
import SimpleITK as sitk

from unet_core.measure import (
    angle_degrees,
    distance,
    ellipse_area,
    pixels_in_ellipse,
    spread,
)

# --- lengths and angles --------------------------------------------------------------------------


@pytest.mark.parametrize("degrees", [1e-6, 0.001, 1.0, 37.5, 90.0, 145.2, 179.0, 179.999999])
def test_angle_is_exact_for_every_opening(degrees: float) -> None:
    turn = math.radians(degrees)
    found = angle_degrees((3.0, 0.0, 1.0), (0.0, 0.0, 1.0), (math.cos(turn), math.sin(turn), 1.0))
    assert found == pytest.approx(degrees, abs=1e-9, rel=1e-6)


def test_angle_without_an_arm_is_none() -> None:
    assert angle_degrees((1.0, 2.0, 3.0), (1.0, 2.0, 3.0), (0.0, 0.0, 0.0)) is None
    assert angle_degrees((1.0, 0.0, 0.0), (0.0, 0.0, 0.0), (-2.0, 0.0, 0.0)) == 180.0


def test_distance_is_in_three_dimensions() -> None:
    assert distance((1.0, 2.0, 3.0), (3.0, 5.0, 9.0)) == 7.0


# --- grey values ---------------------------------------------------------------------------------


def test_spread_agrees_with_simpleitk() -> None:
    rng = np.random.default_rng(3)
    grey = rng.integers(-1000, 1200, (6, 20, 21)).astype(np.int16)
    mask = rng.random(grey.shape) < 0.3
    filtered = sitk.LabelStatisticsImageFilter()
    filtered.Execute(sitk.GetImageFromArray(grey), sitk.GetImageFromArray(mask.astype(np.uint8)))
    found = spread(grey[mask])
    assert found is not None
    assert found.count == filtered.GetCount(1)
    assert found.mean == pytest.approx(filtered.GetMean(1))
    assert found.sd == pytest.approx(filtered.GetSigma(1))
    assert (found.low, found.high) == (filtered.GetMinimum(1), filtered.GetMaximum(1))
    assert found.median == np.median(grey[mask])


def test_spread_leaves_out_what_is_no_number() -> None:
    values = np.array([1.0, np.nan, 3.0, np.inf], np.float32)
    found = spread(values)
    assert found is not None
    assert (found.count, found.mean, found.high) == (2, 2.0, 3.0)
    assert spread(np.array([np.nan], np.float32)) is None
    single = spread(np.array([7], np.uint8))
    assert single is not None
    assert single.sd is None


@pytest.mark.parametrize("seed", range(8))
def test_ellipse_takes_exactly_the_pixel_centres_inside(seed: int) -> None:
    rng = np.random.default_rng(seed)
    shape = (30, 26)
    centre = rng.uniform(2, 24, 2)
    turn, long, short = rng.uniform(0, math.pi), rng.uniform(1, 12), rng.uniform(0.6, 6)
    a = long * np.array([math.cos(turn), math.sin(turn)])
    b = short * np.array([-math.sin(turn), math.cos(turn)])
    box, inside = pixels_in_ellipse(
        shape, tuple(centre.tolist()), tuple(centre + a), tuple(centre + b)
    )
    whole = np.zeros(shape, bool)
    whole[box] = inside
    for row, column in np.ndindex(shape):
        off = np.array([row, column]) - centre
        share = (off @ a / long**2) ** 2 + (off @ b / short**2) ** 2
        assert whole[row, column] == (share <= 1.0), (row, column)


def test_ellipse_counts_what_its_area_says() -> None:
    _, inside = pixels_in_ellipse((200, 200), (99.5, 99.5), (99.5, 160.2), (138.9, 99.5))
    area = ellipse_area((0.0, 0.0, 0.0), (60.7, 0.0, 0.0), (0.0, 39.4, 0.0))
    assert np.count_nonzero(inside) == pytest.approx(area, rel=0.005)


@pytest.mark.parametrize("end", [(5.0, 5.0), (5.0, 9.0)])
def test_ellipse_without_area_holds_nothing(end: tuple[float, float]) -> None:
    _, inside = pixels_in_ellipse((9, 9), (5.0, 5.0), (5.0, 7.0), end)
    assert not inside.any()


def test_ellipse_beyond_the_slice_is_cut() -> None:
    box, inside = pixels_in_ellipse((6, 6), (-1.0, -1.0), (-1.0, 3.0), (3.0, -1.0))
    whole = np.zeros((6, 6), bool)
    whole[box] = inside
    assert whole[0, 0]
    assert whole.sum() == sum(r * r + c * c <= 16 for r in range(1, 7) for c in range(1, 7))
    box, inside = pixels_in_ellipse((6, 6), (40.0, 40.0), (40.0, 43.0), (43.0, 40.0))
    assert inside.size == 0
