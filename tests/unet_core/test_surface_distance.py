"""Distances between outlines, against independent references."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import ndimage

from unet_core.surface_distance import surface_score
from unet_core.surface_elements import areas_of, elements_of

Mask = NDArray[np.bool_]
SPACING = (2.5, 0.7, 0.8)


def _made_up() -> tuple[Mask, Mask]:
    """Two ellipsoids that overlap, and a false piece beside them."""
    z, y, x = np.mgrid[:14, :26, :28]
    one = ((z - 6) / 5) ** 2 + ((y - 12) / 9) ** 2 + ((x - 13) / 10) ** 2 <= 1
    other = ((z - 7) / 4) ** 2 + ((y - 13) / 9) ** 2 + ((x - 11) / 8) ** 2 <= 1
    other[3:5, 3:6, 20:24] = True
    return one, other


def test_a_made_up_case_has_the_numbers_of_the_references() -> None:
    """Numbers printed by other programs for this very case.

    Surface Dice: DeepMind's surface-distance 0.1, ``compute_surface_dice_at_tolerance``. Hausdorff
    and ASSD: MedPy 0.5.2 ``hd`` and ``assd``, and the algorithm of CHAOS's CHAOSmetrics.py ``SSD``
    (ASSD, MSSD). HD95, ASSD and border Dice: the formulae of Metrics Reloaded's
    ``measured_distance`` and ``normalised_surface_distance`` over SciPy's distance transform.
    """
    score = surface_score(*_made_up(), SPACING)
    expected = {
        "surface_dice_1mm": 0.5562133053064747,
        "surface_dice_2mm": 0.7232008130591061,
        "hausdorff_mm": 5.546169849544819,
        "assd_mm": 1.5771274321921522,
        "hd95_mm": 4.710596915838553,
        "border_dice_1mm": 0.4533450704225352,
        "border_dice_2mm": 0.6267605633802817,
    }
    for name, value in expected.items():
        assert getattr(score, name) == pytest.approx(value, rel=0, abs=1e-9), name


def _border(mask: Mask) -> Mask:
    eroded: Mask = ndimage.binary_erosion(mask)
    return mask & ~eroded


def _by_distance_maps(one: Mask, other: Mask, spacing: tuple[float, ...]) -> dict[str, float]:
    """The definitions of Metrics Reloaded, the slow way."""
    borders = _border(one), _border(other)
    there = ndimage.distance_transform_edt(~borders[0], sampling=spacing)[borders[1]]
    back = ndimage.distance_transform_edt(~borders[1], sampling=spacing)[borders[0]]
    both = np.concatenate([there, back])
    return {
        "hausdorff_mm": both.max(),
        "hd95_mm": max(np.percentile(there, 95), np.percentile(back, 95)),
        "assd_mm": both.mean(),
        "border_dice_1mm": np.mean(both <= 1),
        "border_dice_2mm": np.mean(both <= 2),
    }


@pytest.mark.parametrize("seed", range(12))
def test_random_masks_have_the_numbers_of_distance_maps(seed: int) -> None:
    random = np.random.default_rng(seed)
    shape = tuple(random.integers(3, 24, 3))
    spacing = tuple(np.round(random.uniform(0.4, 5.0, 3), 2).tolist())
    noise = ndimage.gaussian_filter(random.normal(size=shape), 1.2)
    one = noise > 0
    other = noise + 0.4 * ndimage.gaussian_filter(random.normal(size=shape), 1.0) > 0
    score = surface_score(one, other, spacing)
    for name, value in _by_distance_maps(one, other, spacing).items():
        assert getattr(score, name) == pytest.approx(value, rel=0, abs=1e-9), name


def test_what_lies_round_the_masks_changes_nothing() -> None:
    one, other = _made_up()
    padded = [np.pad(mask, ((3, 20), (0, 7), (5, 1))) for mask in (one, other)]
    assert surface_score(padded[0], padded[1], SPACING) == surface_score(one, other, SPACING)
    assert surface_score(other, one, SPACING) == surface_score(one, other, SPACING)


def test_empty_masks() -> None:
    """T11: a distance to nothing is n/a, not 0 and not infinite."""
    full, empty = np.ones((2, 3, 4), bool), np.zeros((2, 3, 4), bool)
    both = surface_score(empty, empty, SPACING)
    assert set(vars(both).values()) == {None}
    for pair in ((full, empty), (empty, full)):
        score = surface_score(*pair, SPACING)
        assert (score.hausdorff_mm, score.hd95_mm, score.assd_mm) == (None, None, None)
        assert (score.surface_dice_1mm, score.border_dice_2mm) == (0.0, 0.0)
    assert set(vars(surface_score(full, full, None)).values()) == {None}
    same = surface_score(full, full, SPACING)
    assert (same.hausdorff_mm, same.surface_dice_1mm, same.border_dice_1mm) == (0.0, 1.0, 1.0)


def test_areas_of_surface_elements() -> None:
    areas = areas_of((1.0, 1.0, 1.0))
    assert areas[0] == areas[255] == 0
    assert areas[0b1111] == pytest.approx(1.0)  # a flat face
    assert areas[1] == pytest.approx(np.sqrt(3) / 8)  # a corner cut off half-way
    assert areas == pytest.approx(areas[::-1])  # a mask and what it leaves
    tall = areas_of((5.0, 0.5, 2.0))
    assert tall[0b1111] == pytest.approx(0.5 * 2.0)
    assert tall[0b01010101] == pytest.approx(5.0 * 0.5)


def test_a_large_box_has_the_surface_of_a_box() -> None:
    box = np.ones((40, 30, 20), bool)
    elements = elements_of(box)
    area = areas_of((1.0, 1.0, 1.0))[elements.codes].sum()
    assert area == pytest.approx(2 * (40 * 30 + 40 * 20 + 30 * 20), rel=0.06)
    assert len(elements.corners) == 41 * 31 * 21 - 39 * 29 * 19
