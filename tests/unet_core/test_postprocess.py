"""One liver, tumours only in it, and nothing lost that may be true."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from unet_core.config import PredictConfig
from unet_core.postprocess import clean
from unet_core.volume import DEFAULT_LABELS, Label, Labels, label_for

BOTH = PredictConfig()
LIVER_ONLY = PredictConfig(tumour_inside_liver=False)
TUMOUR_ONLY = PredictConfig(largest_liver=False)
NEITHER = PredictConfig(largest_liver=False, tumour_inside_liver=False)
SPECKS = PredictConfig(largest_liver=False, tumour_inside_liver=False, smallest_lesion=5)
EVERYTHING = PredictConfig(smallest_lesion=5)


def _abdomen() -> Labels:
    voxels = np.zeros((6, 20, 40), np.uint8)
    voxels[1:5, 2:12, 2:20] = 1  # the liver
    voxels[2:4, 4:8, 4:8] = 2  # inside it
    voxels[2:4, 12:15, 10:14] = 2  # at its rim
    voxels[2:4, 2:6, 24:30] = 1  # the spleen, taken for liver
    voxels[2:3, 3:5, 25:27] = 2  # with a tumour in it
    voxels[4, 17, 36] = 2  # all alone
    return voxels


def _changed(config: PredictConfig) -> set[str]:
    before = _abdomen()
    after = clean(before, DEFAULT_LABELS, config)
    places = {
        "liver": (1, 2, 2),
        "inside": (2, 5, 5),
        "rim": (2, 13, 11),
        "spleen": (3, 2, 24),
        "in spleen": (2, 3, 25),
        "alone": (4, 17, 36),
    }
    assert set(np.unique(after[before != after])) <= {0}
    return {name for name, place in places.items() if after[place] != before[place]}


@pytest.mark.parametrize(
    ("config", "gone"),
    [
        (BOTH, {"spleen", "in spleen", "alone"}),
        (LIVER_ONLY, {"spleen", "in spleen"}),
        (TUMOUR_ONLY, {"alone"}),
        (NEITHER, set()),
    ],
)
def test_each_option_removes_its_own(config: PredictConfig, gone: set[str]) -> None:
    assert _changed(config) == gone


def test_a_tumour_that_cuts_the_liver_in_two_keeps_both_parts() -> None:
    voxels = np.ones((1, 4, 9), np.uint8)
    voxels[:, :, 4] = 2
    assert np.array_equal(clean(voxels, DEFAULT_LABELS, BOTH), voxels)


def test_touching_at_a_corner_is_touching() -> None:
    voxels = np.zeros((2, 4, 4), np.uint8)
    voxels[0, :2, :2] = 1
    voxels[1, 2, 2] = 2
    assert np.array_equal(clean(voxels, DEFAULT_LABELS, BOTH), voxels)


def test_without_any_liver_voxel_tumours_stay() -> None:
    voxels = np.zeros((2, 4, 4), np.uint8)
    voxels[0, 0, 0] = 2
    assert np.array_equal(clean(voxels, DEFAULT_LABELS, BOTH), voxels)


@pytest.mark.parametrize("labels", [{2: label_for(2)}, {}, {1: Label(1, "kidney", "#000000")}])
def test_without_a_liver_label_nothing_changes(labels: dict[int, Label]) -> None:
    voxels = _abdomen()
    assert np.array_equal(clean(voxels, labels, BOTH), voxels)


def test_labels_are_known_by_name() -> None:
    swapped = {1: Label(1, "tumour", "#1"), 2: Label(2, "liver", "#2")}
    table = np.array([0, 2, 1], np.uint8)
    expected = table[clean(_abdomen(), DEFAULT_LABELS, BOTH)]
    assert np.array_equal(clean(table[_abdomen()], swapped, BOTH), expected)


def test_other_labels_stay() -> None:
    voxels = _abdomen()
    voxels[0, 19, 39] = 3
    labels = {**DEFAULT_LABELS, 3: label_for(3)}
    assert clean(voxels, labels, BOTH)[0, 19, 39] == 3


def test_a_small_tumour_becomes_the_liver_around_it_or_nothing() -> None:
    voxels = _abdomen()
    voxels[3, 9, 9] = 2
    after = clean(voxels, DEFAULT_LABELS, SPECKS)
    assert after[3, 9, 9] == 1, "one voxel inside the liver"
    assert after[4, 17, 36] == 0, "one voxel far from it"
    assert after[2, 3, 25] == 1, "two voxels in what was taken for liver"
    assert np.array_equal(after == 2, (_abdomen() == 2) & (after == 2))
    assert after[2, 5, 5] == 2
    assert after[2, 13, 11] == 2


@pytest.mark.parametrize(("limit", "kept"), [(0, 6), (5, 6), (6, 6), (7, 0), (1000, 0)])
def test_the_limit_is_the_fewest_voxels_that_stay(limit: int, kept: int) -> None:
    """Six voxels that meet at corners are one tumour."""
    voxels = np.ones((3, 9, 9), np.uint8)
    for step in range(6):
        voxels[1, step + 1, step + 1] = 2
    config = PredictConfig(smallest_lesion=limit)
    assert np.count_nonzero(clean(voxels, DEFAULT_LABELS, config) == 2) == kept


def test_small_tumours_go_where_no_liver_is_known() -> None:
    voxels = np.zeros((2, 8, 8), np.uint8)
    voxels[0, :3, :3] = voxels[0, 7, 7] = 2
    after = clean(voxels, {2: label_for(2)}, SPECKS)
    assert after[0, 1, 1] == 2
    assert after[0, 7, 7] == 0


def _slowly_cleaned(voxels: Labels, config: PredictConfig) -> Labels:
    """The same rules one voxel at a time, by flood fill."""
    organ = [np.argwhere(part) for part in _flooded(voxels > 0)]
    has_liver = [bool((voxels[tuple(part.T)] == 1).any()) for part in organ]
    sizes = [len(part) if liver else 0 for part, liver in zip(organ, has_liver, strict=True)]
    result = voxels.copy()
    for tumour in _flooded(voxels == 2):
        if tumour.sum() < config.smallest_lesion:
            inside = next(
                liver
                for part, liver in zip(organ, has_liver, strict=True)
                if tumour[tuple(part.T)].any()
            )
            result[tumour] = 1 if inside else 0
    for part, liver, size in zip(organ, has_liver, sizes, strict=True):
        is_second = config.largest_liver and liver and size < max(sizes)
        if is_second or (config.tumour_inside_liver and any(has_liver) and not liver):
            result[tuple(part.T)] = 0
    return result


def _flooded(mask: np.ndarray) -> list[np.ndarray]:
    left, found = mask.copy(), []
    while left.any():
        part = np.zeros_like(mask)
        todo = [tuple(np.argwhere(left)[0])]
        while todo:
            z, y, x = todo.pop()
            if left[z, y, x]:
                left[z, y, x], part[z, y, x] = False, True
                near = np.argwhere(
                    left[max(z - 1, 0) : z + 2, max(y - 1, 0) : y + 2, max(x - 1, 0) : x + 2]
                )
                todo += [
                    tuple(p) for p in np.add(near, [max(z - 1, 0), max(y - 1, 0), max(x - 1, 0)])
                ]
        found.append(part)
    return found


@given(
    hnp.arrays(np.uint8, (2, 5, 7), elements=st.sampled_from([0, 0, 0, 0, 1, 2])),
    st.booleans(),
    st.booleans(),
    st.sampled_from([0, 2, 3, 5]),
)
@settings(deadline=None, max_examples=60)
def test_pieces_agree_with_a_flood_fill(
    voxels: Labels, largest: bool, inside: bool, smallest: int
) -> None:
    config = PredictConfig(
        largest_liver=largest, tumour_inside_liver=inside, smallest_lesion=smallest
    )
    livers = [part for part in _flooded(voxels > 0) if (voxels[part] == 1).any()]
    sizes = sorted(int(part.sum()) for part in livers)
    assume(len(sizes) < 2 or sizes[-1] > sizes[-2])  # which of two equal ones stays is open
    found = clean(voxels, DEFAULT_LABELS, config)
    assert np.array_equal(found, _slowly_cleaned(voxels, config))


@given(
    hnp.arrays(np.uint8, (3, 5, 6), elements=st.integers(0, 2)),
    st.sampled_from([BOTH, LIVER_ONLY, TUMOUR_ONLY, NEITHER]),
    st.permutations(range(3)),
)
@settings(deadline=None)
def test_cleaning_only_removes_twice_is_once_and_no_axis_matters(
    voxels: Labels, config: PredictConfig, axes: list[int]
) -> None:
    before = voxels.copy()
    once = clean(voxels, DEFAULT_LABELS, config)
    assert np.array_equal(voxels, before)
    assert not np.shares_memory(once, voxels)
    assert ((once == voxels) | (once == 0)).all()
    turned = clean(once.transpose(axes), DEFAULT_LABELS, config)
    assert np.array_equal(turned, once.transpose(axes))


@given(hnp.arrays(np.uint8, (3, 5, 6), elements=st.sampled_from([0, 0, 1, 2])))
@settings(deadline=None)
def test_everything_at_once_twice_is_once(voxels: Labels) -> None:
    once = clean(voxels, DEFAULT_LABELS, EVERYTHING)
    assert np.array_equal(clean(once, DEFAULT_LABELS, EVERYTHING), once)
    assert ((once == voxels) | (once == 0) | ((once == 1) & (voxels == 2))).all()
