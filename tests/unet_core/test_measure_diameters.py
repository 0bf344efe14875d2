"""The longest lines in a mask, against brute force and SimpleITK."""

import math

import numpy as np
import pytest
import SimpleITK as sitk

from unet_core.diameters import Mask, axial_diameter, hull_points, longest_diameter

SPACING_ZYX = (5.0, 0.7, 0.9)


def edges_of(mask: Mask, spacing: tuple[float, ...]) -> np.ndarray:
    """The middles of all faces of all voxels, the plain way."""
    places = np.argwhere(mask)
    steps = [sign * step / 2 for step in np.eye(mask.ndim) for sign in (1, -1)]
    return np.concatenate([places + step for step in steps]) * spacing


def longest_of_all(points: np.ndarray) -> float:
    apart = points[:, None] - points[None]
    return float(np.sqrt((apart**2).sum(axis=-1)).max())


def blob(seed: int, shape: tuple[int, ...] = (4, 9, 11)) -> Mask:
    rng = np.random.default_rng(seed)
    grid = np.indices(shape).astype(float)
    mask = np.zeros(shape, bool)
    for _ in range(3):
        centre = [rng.uniform(0, side - 1) for side in shape]
        radius = [rng.uniform(0.5, max(side / 2.5, 0.6)) for side in shape]
        squares = [((g - c) / r) ** 2 for g, c, r in zip(grid, centre, radius, strict=True)]
        mask |= sum(squares) <= 1
    mask[tuple(side // 2 for side in shape)] = True
    return mask


@pytest.mark.parametrize("seed", range(12))
def test_axial_diameter_is_the_longest_of_all_pairs(seed: int) -> None:
    mask = blob(seed)
    pixel = SPACING_ZYX[1:]
    best = 0.0
    for section in mask:
        pieces = sitk.GetArrayFromImage(
            sitk.ConnectedComponent(sitk.GetImageFromArray(section.astype(np.uint8)), True)
        )
        for number in range(1, int(pieces.max()) + 1):
            best = max(best, longest_of_all(edges_of(pieces == number, pixel)))
    found = axial_diameter(mask, pixel)
    assert found is not None
    assert found.length == pytest.approx(best, abs=1e-9)
    ends = np.multiply(found.ends, pixel)
    assert math.dist(*ends.tolist()) == pytest.approx(found.length, abs=1e-9)
    for row, column in found.ends:  # each end is the middle of an edge of a pixel of the lesion
        rows = {math.floor(row + 0.5 - 1e-6), math.ceil(row - 0.5 + 1e-6)}
        columns = {math.floor(column + 0.5 - 1e-6), math.ceil(column - 0.5 + 1e-6)}
        inside = [
            mask[found.slice_index, r, c]
            for r in rows
            for c in columns
            if 0 <= r < mask.shape[1] and 0 <= c < mask.shape[2]
        ]
        assert any(inside)


@pytest.mark.parametrize("seed", range(6))
def test_short_diameter_is_the_longest_chord_across(seed: int) -> None:
    mask = blob(seed, (1, 14, 13))
    pieces = sitk.ConnectedComponent(sitk.GetImageFromArray(mask.astype(np.uint8)), True)
    mask = sitk.GetArrayFromImage(sitk.RelabelComponent(pieces)) == 1
    found = axial_diameter(mask, (0.7, 0.9))
    assert found is not None
    ends = np.multiply(found.ends, (0.7, 0.9))
    along = (ends[1] - ends[0]) / found.length
    short = np.multiply(found.short_ends, (0.7, 0.9))
    assert (short[1] - short[0]) @ along == pytest.approx(0, abs=1e-9)
    hull = hull_points(edges_of(mask[0], (0.7, 0.9)))
    normal = np.array([-along[1], along[0]])
    best = 0.0
    for share in np.linspace(0.001, 0.999, 600):  # chords cut one by one
        at = share * found.length
        cuts = []
        for p, q in zip(hull, np.roll(hull, -1, axis=0), strict=True):
            low, high = (p - ends[0]) @ along, (q - ends[0]) @ along
            if (low - at) * (high - at) <= 0 and low != high:
                cuts.append(float((p + (q - p) * (at - low) / (high - low) - ends[0]) @ normal))
        best = max(best, max(cuts) - min(cuts))
    assert found.short_length == pytest.approx(best, rel=5e-3)
    assert found.short_length <= found.length + 1e-9


@pytest.mark.parametrize("seed", range(8))
def test_longest_diameter_is_the_longest_of_all_pairs(seed: int) -> None:
    mask = blob(seed, (3, 7, 6))
    best = longest_of_all(np.unique(edges_of(mask, SPACING_ZYX), axis=0))
    assert longest_diameter(mask, SPACING_ZYX) == pytest.approx(best, abs=1e-9)


@pytest.mark.parametrize("seed", range(4))
def test_longest_diameter_lies_around_the_feret_diameter_of_simpleitk(seed: int) -> None:
    """ITK's goes from centre to centre, ours from edge to edge: at most one voxel more."""
    mask = blob(seed, (8, 24, 30))
    image = sitk.GetImageFromArray(mask.astype(np.uint8))
    image.SetSpacing(SPACING_ZYX[::-1])
    shape = sitk.LabelShapeStatisticsImageFilter()
    shape.ComputeFeretDiameterOn()
    shape.Execute(image)
    feret = shape.GetFeretDiameter(1)
    centres = hull_points(np.argwhere(mask) * SPACING_ZYX)
    assert longest_of_all(centres) == pytest.approx(feret)
    found = longest_diameter(mask, SPACING_ZYX)
    assert feret < found <= feret + max(SPACING_ZYX)


def test_a_round_lesion_is_as_long_as_its_diameter() -> None:
    rows, columns = np.indices((64, 64))
    for diameter in (10.0, 25.0, 50.0):
        disc = ((rows - 31.3) ** 2 + (columns - 31.8) ** 2 <= diameter**2 / 4)[None]
        found = axial_diameter(disc, (1.0, 1.0))
        assert found is not None
        assert found.length == pytest.approx(diameter, abs=1.0)
        assert found.short_length == pytest.approx(diameter, abs=1.2)


def test_a_row_of_voxels_is_as_long_as_their_edges() -> None:
    row = np.zeros((1, 5, 9), bool)
    row[0, 2, 3:8] = True
    found = axial_diameter(row, (0.7, 0.7))
    assert found is not None
    assert found.length == pytest.approx(3.5)
    assert found.short_length == pytest.approx(0.7)
    assert found.ends in (((2.0, 2.5), (2.0, 7.5)), ((2.0, 7.5), (2.0, 2.5)))


def test_pieces_of_a_slice_are_measured_apart() -> None:
    mask = np.zeros((2, 8, 30), bool)
    mask[0, 2, 2:5] = mask[0, 2, 25:28] = True  # joined only in the slice above
    mask[1, 2, 5:11] = True
    found = axial_diameter(mask, (1.0, 1.0))
    assert found is not None
    assert (found.slice_index, found.length) == (1, 6.0)


def test_of_equally_long_slices_the_lowest_is_taken() -> None:
    mask = np.zeros((3, 12, 12), bool)
    mask[:, 3, 2:8] = True
    mask[2, 6, 2:4] = True  # its box is larger, and is looked at first
    found = axial_diameter(mask, (1.0, 1.0))
    assert found is not None
    assert found.slice_index == 0


def test_an_empty_mask_has_no_diameter() -> None:
    empty = np.zeros((2, 3, 4), bool)
    assert axial_diameter(empty, (1.0, 1.0)) is None
    assert longest_diameter(empty, (1.0, 1.0, 1.0)) == 0.0


def test_diameter_moves_with_its_box() -> None:
    mask = np.zeros((5, 20, 20), bool)
    mask[3, 7:9, 10:16] = True
    whole = axial_diameter(mask, (0.5, 0.5))
    cut = axial_diameter(mask[2:, 5:, 6:], (0.5, 0.5))
    assert cut is not None
    assert cut.moved((2, 5, 6)) == whole
