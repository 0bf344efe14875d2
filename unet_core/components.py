"""Connected objects of a mask, found inside the smallest box that holds it."""

import cc3d
import numpy as np
from numpy.typing import NDArray

Box = tuple[slice, ...]


def components(mask: NDArray[np.bool_]) -> tuple[NDArray[np.unsignedinteger], Box] | None:
    """The object each voxel belongs to, and where; None for an empty mask.

    Args:
        mask: (Z, Y, X) bool. Voxels that meet at a corner belong together (26-connectivity).

    Returns:
        (z, y, x) object numbers from 1 without gaps, 0 for none, of the box only; and the box.

    >>> components(np.array([[[False, True, False, True]]]))[0].tolist()
    [[[1, 0, 2]]]
    """
    box = bounding_box(mask)
    if box is None:
        return None
    # the margin: cc3d 4.1 fails on a row of three voxels with a hole
    padded = np.pad(mask[box], 1)
    numbers: NDArray[np.unsignedinteger] = cc3d.connected_components(padded, connectivity=26)
    return numbers[1:-1, 1:-1, 1:-1], box


def bounding_box(mask: NDArray[np.bool_]) -> Box | None:
    """The smallest box that holds every True; None if there is none.

    >>> bounding_box(np.array([[False, True, True], [False, False, False]]))
    (slice(0, 1, None), slice(1, 3, None))
    """
    box: list[slice] = []
    for axis in range(mask.ndim):
        inside = mask[tuple(box)]
        others = tuple(i for i in range(mask.ndim) if i != axis)
        where = np.flatnonzero(inside.any(axis=others))
        if not len(where):
            return None
        box.append(slice(int(where[0]), int(where[-1]) + 1))
    return tuple(box)
