"""Geometry converts between arrays and patients, and says what keeps two grids apart."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unet_core.volume import Geometry, LabelMap, Matrix, Region, Volume, label_for, regions_of


def _axis_matrices() -> list[Matrix]:
    """All 48 ways an array can lie along the patient's axes."""
    found = []
    for order in itertools.permutations(range(3)):
        for signs in itertools.product((1.0, -1.0), repeat=3):
            matrix = np.zeros((3, 3))
            for column, (row, sign) in enumerate(zip(order, signs, strict=True)):
                matrix[row, column] = sign
            found.append(tuple(matrix.ravel().tolist()))
    return found


def _rotated(degrees: float) -> Matrix:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return (c, -s, 0.0, s, c, 0.0, 0.0, 0.0, 1.0)


@pytest.mark.parametrize("direction", _axis_matrices())
def test_canonical_view_shows_the_same_memory_at_the_same_place(direction: Matrix) -> None:
    geometry = Geometry((3, 4, 5), (0.7, 0.8, 2.5), (-11.0, 7.0, 120.0), direction)
    voxels = np.arange(60, dtype=np.int16).reshape(geometry.shape_zyx)
    volume = Volume(voxels, geometry, "a")

    assert np.shares_memory(volume.canonical, voxels)
    assert np.array_equal(geometry.orientation.invert(volume.canonical), voxels)
    canonical = geometry.canonical
    assert canonical.shape_zyx == volume.canonical.shape
    assert np.allclose(np.reshape(canonical.direction, (3, 3)), np.eye(3))
    for index in np.ndindex(volume.canonical.shape):
        file_index = geometry.orientation.file_index(index, geometry.shape_zyx)
        assert voxels[file_index] == volume.canonical[index]
        assert np.allclose(geometry.point(file_index), canonical.point(index))


@given(
    st.tuples(*[st.integers(0, 19)] * 3),
    st.floats(-40, 40),
    st.tuples(*[st.floats(0.3, 5.0)] * 3),
)
def test_point_and_index_are_inverse_on_oblique_grids(index, degrees, spacing) -> None:
    geometry = Geometry((20, 20, 20), spacing, (5.0, -3.0, 12.0), _rotated(degrees))
    assert geometry.index(geometry.point(index)) == index


def test_unknown_orientation_is_shown_as_stored() -> None:
    flipped = (-1.0, 0.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 1.0)
    geometry = Geometry((2, 2, 2), direction=flipped, has_orientation=False)
    voxels = np.arange(8, dtype=np.uint8).reshape(2, 2, 2)
    assert np.array_equal(LabelMap(voxels, geometry, "m").canonical, voxels)


BASE = Geometry((10, 11, 12), (0.7, 0.7, 5.0), (1.0, 2.0, 3.0))


@pytest.mark.parametrize(
    ("other", "word"),
    [
        (Geometry((10, 11, 13), (0.7, 0.7, 5.0), (1.0, 2.0, 3.0)), "size"),
        (Geometry((10, 11, 12), (0.7, 0.7, 4.0), (1.0, 2.0, 3.0)), "spacing"),
        (Geometry((10, 11, 12), (0.7, 0.7, 5.0), (1.0, 2.7, 3.0)), "origin"),
        (Geometry((10, 11, 12), (0.7, 0.7, 5.0), (1.0, 2.0, 3.0), _rotated(3)), "direction"),
    ],
)
def test_g25_differences_name_what_differs(other: Geometry, word: str) -> None:
    assert any(word in text for text in BASE.differences(other))


def test_rounding_of_headers_is_no_difference() -> None:
    close = Geometry((10, 11, 12), (0.70001, 0.7, 5.0), (1.0005, 2.0, 3.0), _rotated(0.01))
    assert BASE.differences(close) == []


def test_liver_counts_the_tumour_in_only_where_there_is_one() -> None:
    both = {1: label_for(1), 2: label_for(2)}
    assert regions_of(both)[0] == Region("liver", (1, 2), label_for(1).colour)
    assert regions_of({1: label_for(1)})[0].values == (1,)
    voxels = np.array([[[0, 1, 2, 3]]], dtype=np.uint8)
    assert regions_of(both)[0].mask(voxels).tolist() == [[[False, True, True, False]]]


def test_voxel_volume_needs_a_scale() -> None:
    assert BASE.voxel_ml == pytest.approx(0.7 * 0.7 * 5.0 / 1000)
    assert Geometry((1, 1, 1), has_scale=False).voxel_ml is None
