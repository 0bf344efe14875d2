"""One liver, tumours only in it, and nothing lost that may be true."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from unet_core.config import PredictConfig
from unet_core.postprocess import clean
from unet_core.volume import DEFAULT_LABELS, Label, Labels, label_for

BOTH = PredictConfig()
LIVER_ONLY = PredictConfig(tumour_inside_liver=False)
TUMOUR_ONLY = PredictConfig(largest_liver=False)
NEITHER = PredictConfig(largest_liver=False, tumour_inside_liver=False)


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
