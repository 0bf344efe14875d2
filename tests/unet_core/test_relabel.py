"""Label values are changed all at once, in a new mask."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from unet_core.events import Progress
from unet_core.relabel import relabelled, value_table
from unet_core.repair_steps import STEPS
from unet_core.volume import Geometry, LabelMap, Mark, Volume, label_for

VALUES = st.dictionaries(st.integers(0, 255), st.integers(0, 255), max_size=8)


def mask() -> LabelMap:
    voxels = np.random.default_rng(0).integers(0, 6, (11, 5, 4), dtype=np.uint8)
    return LabelMap(voxels, Geometry((4, 5, 11)), "mask", marks={1: Mark("done")})


@given(VALUES)
def test_every_voxel_becomes_what_its_value_becomes(values: dict[int, int]) -> None:
    source = mask()
    before = source.voxels.copy()
    *steps, made = relabelled(source, values, {}, "new")
    expected = [values.get(int(v), int(v)) for v in before.ravel()]
    assert made.voxels.ravel().tolist() == expected
    np.testing.assert_array_equal(source.voxels, before)
    assert all(isinstance(step, Progress) for step in steps)
    assert steps[-1].done == steps[-1].total == 11


def test_the_new_mask_is_nobodys_file() -> None:
    labels = {9: label_for(9)}
    *_, made = relabelled(mask(), {1: 9}, labels, "new")
    assert (made.name, made.labels, made.path, made.marks) == ("new", labels, None, {})


def test_a_volume_stored_from_back_to_front_is_changed_in_place() -> None:
    source = mask()
    turned = LabelMap(source.voxels[::-1], source.geometry, "turned")
    *_, made = relabelled(turned, {1: 2, 2: 1}, {}, "new")
    np.testing.assert_array_equal(made.voxels == 1, turned.voxels == 2)


def test_repairs_change_values_by_the_same_table() -> None:
    source = mask()
    volume = Volume(np.zeros(source.voxels.shape, np.int16), source.geometry, "scan")
    repaired = STEPS["remap"](volume, source, {"values": {"1": 2, "2": 1}})
    np.testing.assert_array_equal(repaired.voxels, value_table({1: 2, 2: 1})[source.voxels])
