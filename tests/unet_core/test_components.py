"""Objects are those SciPy finds, also in masks of a few voxels, where cc3d alone fails."""

import numpy as np
from hypothesis import example, given, settings
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray
from scipy import ndimage

from unet_core.components import bounding_box, components

MASKS = hnp.arrays(bool, hnp.array_shapes(min_dims=3, max_dims=3, max_side=5))


@given(MASKS)
@example(np.array([[[True, False, True]]]))
@example(np.array([[[True, False, True]]]).transpose(2, 1, 0))
@settings(deadline=None)
def test_objects_are_those_of_scipy(mask: NDArray[np.bool_]) -> None:
    expected, count = ndimage.label(mask, np.ones((3, 3, 3)))
    found = components(mask)
    if found is None:
        assert not mask.any()
        return
    numbers, box = found
    assert numbers.max() == count
    assert np.array_equal(numbers > 0, mask[box])
    pairs = {*zip(numbers.ravel().tolist(), expected[box].ravel().tolist(), strict=True)}
    assert len(pairs - {(0, 0)}) == count


@given(MASKS)
def test_the_box_holds_all_and_no_smaller_one_does(mask: NDArray[np.bool_]) -> None:
    box = bounding_box(mask)
    if box is None:
        assert not mask.any()
        return
    assert mask[box].sum() == mask.sum()
    for axis in range(3):
        inside = np.moveaxis(mask[box], axis, 0)
        assert inside[0].any()
        assert inside[-1].any()
