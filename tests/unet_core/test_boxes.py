"""What is looked at holds what was found, and as much of the slice as it can."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unet_core.boxes import SMALLEST_SIDE, Crop, body_extent, box_around, extent, largest, whole


@st.composite
def _found(draw: st.DrawFn) -> tuple[Crop, tuple[int, int]]:
    shape = (draw(st.integers(1, 90)), draw(st.integers(1, 90)))
    top, left = (draw(st.integers(0, n - 1)) for n in shape)
    height, width = draw(st.integers(1, shape[0] - top)), draw(st.integers(1, shape[1] - left))
    return Crop(top, left, height, width), shape


@given(_found(), st.floats(0, 1))
@settings(max_examples=300, deadline=None)
def test_the_square_holds_what_was_found_and_leaves_the_slice_only_if_it_must(
    case: tuple[Crop, tuple[int, int]], margin: float
) -> None:
    found, shape = case
    box = box_around(found, margin, shape)
    assert box.height == box.width
    assert box.top <= found.top
    assert box.left <= found.left
    assert found.top + found.height <= box.top + box.height
    assert found.left + found.width <= box.left + box.width
    for start, side, length in ((box.top, box.height, shape[0]), (box.left, box.width, shape[1])):
        inside = start >= 0 and start + side <= length
        assert inside or (side > length and start == -((side - length) // 2))


@given(_found(), st.floats(0, 1))
@settings(max_examples=100, deadline=None)
def test_a_stretched_box_ends_at_the_edge(
    case: tuple[Crop, tuple[int, int]], margin: float
) -> None:
    found, (height, width) = case
    box = box_around(found, margin, (height, width), "stretch")
    assert 0 <= box.top <= found.top
    assert 0 <= box.left <= found.left
    assert found.top + found.height <= box.top + box.height <= height
    assert found.left + found.width <= box.left + box.width <= width


def test_the_margin_is_a_share_of_the_longer_side_on_each_side() -> None:
    assert box_around(Crop(100, 120, 50, 100), 0.1, (512, 512)) == Crop(65, 110, 120, 120)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Crop(0, 0, 40, 40), Crop(0, 0, 48, 48)),
        (Crop(60, 40, 40, 40), Crop(52, 36, 48, 48)),
        (Crop(10, 0, 70, 100), Crop(0, 0, 100, 100)),
        (Crop(50, 50, 1, 1), Crop(42, 42, SMALLEST_SIDE, SMALLEST_SIDE)),
    ],
    ids=["corner", "edge", "nearly all", "one voxel"],
)
def test_at_the_edge_it_is_moved_inside(found: Crop, expected: Crop) -> None:
    assert box_around(found, 0.1, (100, 100)) == expected


def test_nothing_found_is_the_whole_slice() -> None:
    assert box_around(None, 0.1, (30, 50)) == whole((30, 50)) == Crop(-10, 0, 50, 50)
    assert box_around(None, 0.1, (30, 50), "stretch") == Crop(0, 0, 30, 50)


def test_rows_and_columns_inside_and_of_the_crop_are_the_same_pixels() -> None:
    crop = Crop(-3, 4, 12, 12)
    rows, columns = crop.inside((6, 10))
    own_rows, own_columns = crop.of((6, 10))
    assert (rows, columns) == (slice(0, 6), slice(4, 10))
    assert (own_rows, own_columns) == (slice(3, 9), slice(0, 6))


def test_extent() -> None:
    mask = np.zeros((9, 12), bool)
    assert extent(mask) is None
    mask[3, 4] = mask[5, 10] = True
    assert extent(mask) == Crop(3, 4, 3, 7)


def test_the_largest_object_is_taken_whole() -> None:
    mask = np.zeros((6, 30, 30), bool)
    assert largest(mask) is None
    mask[0:2, 20:28, 20:28] = True  # 128 voxels
    mask[2:6, 1:7, 2:8] = True  # 144 voxels
    mask[5, 7, 8] = True  # meets it at a corner
    expected = mask.copy()
    expected[0:2] = False
    np.testing.assert_array_equal(largest(mask), expected)


def _patient(shape_yx: tuple[int, int] = (110, 120)) -> np.ndarray:
    y, x = np.ogrid[: shape_yx[0], : shape_yx[1]]
    body = ((y - 55) / 30) ** 2 + ((x - 60) / 45) ** 2 <= 1
    body &= ~(((y - 50) / 10) ** 2 + ((x - 60) / 8) ** 2 <= 1)  # air in the bowel
    return np.broadcast_to(body, (5, *shape_yx)).copy()


def test_the_couch_is_not_the_patient() -> None:
    solid = _patient()
    alone = body_extent(solid)
    assert alone == Crop(26, 16, 59, 89)  # its outermost pixels are thin
    solid[:, 86:89, 5:115] = True  # the patient lies on it
    solid[:, 96:98, 5:115] = True
    solid[:, 10, 20] = True  # noise
    solid[0:2, 5:12, 5:12] = True  # a hand
    assert body_extent(solid) == alone


def test_a_patient_cut_off_by_the_picture_is_kept_to_its_edge() -> None:
    assert body_extent(_patient()[:, 30:80, 20:100]) == Crop(0, 0, 50, 80)


def test_air_holds_no_patient() -> None:
    assert body_extent(np.zeros((3, 40, 40), bool)) is None
