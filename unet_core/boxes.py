"""The part of every slice that a network looks at: all of it, the patient, or one organ."""

import math
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from unet_core.components import components

Mask = NDArray[np.bool_]

SMALLEST_SIDE = 16
"""Fewer pixels than this would be enlarged to a blur."""
_TABLE = np.ones((1, 5, 5), np.bool_)
"""What does not hold this is no body: couch tops, tubes and noise are thinner."""


class Crop(NamedTuple):
    """A rectangle of pixels, the same in every slice; may reach beyond the slice."""

    top: int
    left: int
    height: int
    width: int

    def inside(self, shape_yx: tuple[int, int]) -> tuple[slice, slice]:
        """Rows and columns of a slice of ``shape_yx`` that lie in the rectangle.

        >>> Crop(-2, 1, 8, 8).inside((4, 6))
        (slice(0, 4, None), slice(1, 6, None))
        """
        rows = slice(max(self.top, 0), min(self.top + self.height, shape_yx[0]))
        columns = slice(max(self.left, 0), min(self.left + self.width, shape_yx[1]))
        return rows, columns

    def of(self, shape_yx: tuple[int, int]) -> tuple[slice, slice]:
        """Rows and columns of the rectangle that lie in a slice of ``shape_yx``.

        >>> Crop(-2, 1, 8, 8).of((4, 6))
        (slice(2, 6, None), slice(0, 5, None))
        """
        rows, columns = self.inside(shape_yx)
        return (
            slice(rows.start - self.top, rows.stop - self.top),
            slice(columns.start - self.left, columns.stop - self.left),
        )


def whole(shape_yx: tuple[int, int], fit: Literal["pad", "stretch"] = "pad") -> Crop:
    """All of a slice; ``pad`` adds an even margin that makes it square.

    >>> whole((4, 6))
    Crop(top=-1, left=0, height=6, width=6)
    """
    if fit == "stretch":
        return Crop(0, 0, *shape_yx)
    side = max(shape_yx)
    return Crop(-((side - shape_yx[0]) // 2), -((side - shape_yx[1]) // 2), side, side)


def box_around(
    found: Crop | None,
    margin: float,
    shape_yx: tuple[int, int],
    fit: Literal["pad", "stretch"] = "pad",
) -> Crop:
    """``found`` with a margin, which shows as much of the slice as it can.

    A square that would reach over the edge is moved inside; one that is larger than the slice is
    centred on it. ``found`` is always in it.

    Args:
        found: What to look at; None for nothing, which gives the whole slice.
        margin: Added on each side, as a share of the longer side of ``found``.
        shape_yx: Size of the slices.
        fit: ``pad`` gives a square, ``stretch`` a rectangle that ends at the slice's edge.

    >>> box_around(Crop(0, 30, 20, 40), 0.1, (100, 100))
    Crop(top=0, left=26, height=48, width=48)
    """
    if found is None:
        return whole(shape_yx, fit)
    around = math.ceil(margin * max(found.height, found.width))
    if fit == "stretch":
        larger = Crop(
            found.top - around,
            found.left - around,
            found.height + 2 * around,
            found.width + 2 * around,
        )
        rows, columns = larger.inside(shape_yx)
        return Crop(rows.start, columns.start, rows.stop - rows.start, columns.stop - columns.start)
    side = max(found.height, found.width) + 2 * around
    side = min(max(side, SMALLEST_SIDE), max(shape_yx))
    top = _moved(found.top + (found.height - side) // 2, side, shape_yx[0])
    left = _moved(found.left + (found.width - side) // 2, side, shape_yx[1])
    return Crop(top, left, side, side)


def _moved(start: int, side: int, length: int) -> int:
    if side > length:
        return -((side - length) // 2)
    return min(max(start, 0), length - side)


def extent(mask: Mask) -> Crop | None:
    """The smallest rectangle that holds every True of a (Y, X) mask; None if there is none."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return None
    top, left = int(rows[0]), int(columns[0])
    return Crop(top, left, int(rows[-1]) + 1 - top, int(columns[-1]) + 1 - left)


def largest(mask: Mask) -> Mask | None:
    """(Z, Y, X) bool: the object with most voxels of a mask; None if the mask is empty."""
    objects = components(mask)
    if objects is None:
        return None
    numbers, box = objects
    sizes = np.bincount(numbers.ravel())
    sizes[0] = 0
    alone = np.zeros(mask.shape, np.bool_)
    np.equal(numbers, np.argmax(sizes), out=alone[box])
    return alone


def body_extent(solid: Mask) -> Crop | None:
    """The rectangle that holds the patient in every slice.

    Args:
        solid: (Z, Y, X) bool, True for all that is no air, at about a hundred pixels a side.
    """
    # the picture may cut the patient off: nothing is worn away at its edge
    worn = ndimage.binary_erosion(solid, _TABLE, border_value=1)
    found = largest(ndimage.binary_dilation(worn, _TABLE) & solid)
    return None if found is None else extent(np.any(found, axis=0))
