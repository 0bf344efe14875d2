"""Slices collected from all over the memory are the very slices that cutting gives."""

import numpy as np
import pytest

from app.viewer.gather import NearSlices
from app.viewer.planes import PLANES, SAGITTAL, Plane
from tests.app.viewing import GEOMETRIES, make_volume

LAST_OF_BLOCK, FIRST_OF_NEXT = 7, 8
"""Sixteen bytes are eight voxels of int16."""


@pytest.mark.parametrize("dtype", ["int16", "uint8", "float32", "float64", "bool"])
@pytest.mark.parametrize("plane", list(PLANES))
@pytest.mark.parametrize("name", list(GEOMETRIES))
def test_every_slice_is_as_cut(plane: Plane, name: str, dtype: str) -> None:
    canonical = make_volume(GEOMETRIES[name]).canonical.astype(dtype, order="K")
    cut = PLANES[plane]
    slices = NearSlices(cut)
    positions = range(canonical.shape[cut.axis])
    for position in (*positions, *reversed(positions), 0, len(positions) - 1, 3):
        found = slices.cut(canonical, position)
        assert found.dtype == canonical.dtype
        assert np.array_equal(found, cut.cut(canonical, position))
        if position % 2:
            slices.look_ahead()


def _wide(x: int = 64) -> np.ndarray:
    return np.arange(6 * 5 * x, dtype=np.int16).reshape(6, 5, x)


def test_neighbours_come_along_and_the_next_are_fetched_while_there_is_time() -> None:
    canonical, slices = _wide(), NearSlices(SAGITTAL)
    for position in range(FIRST_OF_NEXT):
        slices.cut(canonical, position)
    assert slices.fetched == 1
    slices.look_ahead()
    assert slices.fetched == 3, "two more"
    slices.cut(canonical, FIRST_OF_NEXT)
    slices.look_ahead()
    assert slices.fetched == 4
    slices.cut(canonical, FIRST_OF_NEXT + 1)
    slices.look_ahead()
    assert slices.fetched == 4, "it is there already"
    slices.cut(canonical, FIRST_OF_NEXT + 20)
    assert slices.fetched == 4, "a leap finds it too"


def test_looking_ahead_follows_the_direction_and_stops_at_the_ends() -> None:
    canonical, slices = _wide(), NearSlices(SAGITTAL)
    slices.cut(canonical, 40)
    slices.cut(canonical, 39)
    slices.look_ahead()
    fetched = slices.fetched
    assert fetched == 4, "those of 40 and 39, and two before them"
    slices.cut(canonical, 24)
    assert slices.fetched == fetched
    slices.cut(canonical, 3)
    slices.look_ahead()
    slices.look_ahead()
    assert slices.fetched == fetched + 1, "that of 3, with nothing before it"


def test_the_slice_on_show_is_never_given_up_for_the_next() -> None:
    canonical, slices = _wide(), NearSlices(SAGITTAL)
    shown = slices.cut(canonical, 20)
    before = shown.copy()
    slices.look_ahead()
    slices.look_ahead()
    assert np.array_equal(shown, before)
    assert np.array_equal(slices.cut(canonical, 20), before)


def test_only_scattered_planes_are_copied_and_another_array_is_another_array() -> None:
    canonical = _wide()
    for plane in ("axial", "coronal"):
        assert np.shares_memory(NearSlices(PLANES[plane]).cut(canonical, 2), canonical)
    slices = NearSlices(SAGITTAL)
    slices.cut(canonical, 2)
    other = canonical[::-1].copy()
    assert np.array_equal(slices.cut(other, 2), SAGITTAL.cut(other, 2))
    narrow = _wide(3)
    assert np.array_equal(slices.cut(narrow, 2), SAGITTAL.cut(narrow, 2))
    slices.forget()
    slices.look_ahead()
    assert slices.fetched == 2
