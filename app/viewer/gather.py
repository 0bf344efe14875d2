"""Slices that lie scattered in memory, fetched a few at a time.

A sagittal slice of a scan takes one voxel out of every row, each from a cache line of its own: for
512x512x300 that is 1.4 ms, as much as all the rest of a frame. Sixteen bytes of every row take no
longer than two, so that the neighbours come along, and the next ones are fetched between frames.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.viewer.planes import PlaneCut

ITEM_BYTES = 16
"""As many as one machine instruction moves; with more the copy is no longer free."""
BLOCKS_AHEAD = 2
"""So that a leap of some slices finds them too."""
BLOCKS_KEPT = 1 + BLOCKS_AHEAD
_ITEM = np.dtype(f"V{ITEM_BYTES}")


class NearSlices:
    """The slices of one array along one plane.

    Attributes:
        fetched: How often voxels were collected from all over the array.
    """

    def __init__(self, plane: PlaneCut) -> None:
        self._plane = plane
        self._array: NDArray[Any] | None = None
        self._blocks: dict[int, NDArray[np.void]] = {}
        self._last = 0
        self._ahead: tuple[int, ...] = ()
        self.fetched = 0

    def cut(self, canonical: NDArray[Any], position: int) -> NDArray[Any]:
        """(rows, columns) of one slice as it is drawn; a view, valid until the next call.

        Args:
            canonical: (Z, Y, X); the same object as long as its voxels stay the same.
            position: Along the plane's axis.
        """
        if canonical is not self._array:
            self._array = canonical
            self._blocks.clear()
        if not self._is_scattered(canonical):
            return self._plane.cut(np.asarray(canonical), position)
        count = ITEM_BYTES // canonical.itemsize
        first = self._first(position)
        if first in self._blocks:
            self._blocks[first] = self._blocks.pop(first)  # the last to be given up
        else:
            self._fetch(first)
        onwards = count if position >= self._last else -count
        ahead = (self._first(position + onwards * n) for n in range(1, BLOCKS_AHEAD + 1))
        self._ahead = tuple(block for block in ahead if block != first)
        self._last = position
        rows, columns = self._plane.shape(canonical.shape)
        near = self._blocks[first].view(canonical.dtype).reshape(rows, columns, count)
        place = position - first
        is_backwards = canonical.strides[self._plane.axis] < 0
        slice_ = near[..., count - 1 - place if is_backwards else place]
        return slice_[::-1] if self._plane.rows_reversed else slice_

    def look_ahead(self) -> None:
        """Fetch what comes next if scrolling goes on as before."""
        if self._array is None or not self._blocks:
            return
        for first in self._ahead:
            if first in self._blocks:
                self._blocks[first] = self._blocks.pop(first)
            else:
                self._fetch(first)

    def forget(self) -> None:
        """Let go of the array."""
        self._array = None
        self._blocks.clear()

    def _is_scattered(self, canonical: NDArray[Any]) -> bool:
        axis = self._plane.axis
        is_along_rows = abs(canonical.strides[axis]) == canonical.itemsize
        return is_along_rows and canonical.shape[axis] * canonical.itemsize >= ITEM_BYTES

    def _first(self, position: int) -> int:
        """The first slice of the block that holds a position; blocks at the end overlap."""
        assert self._array is not None
        count = ITEM_BYTES // self._array.itemsize
        slices = int(self._array.shape[self._plane.axis])
        position = min(max(position, 0), slices - 1)
        return min(position - position % count, slices - count)

    def _fetch(self, first: int) -> None:
        """Take up a block, in place of the one used longest ago."""
        assert self._array is not None
        axis, count = self._plane.axis, ITEM_BYTES // self._array.itemsize
        near = np.moveaxis(np.asarray(self._array), axis, -1)[..., first : first + count]
        if near.strides[-1] < 0:
            near = near[..., ::-1]
        items = near.view(_ITEM)[..., 0]
        is_full = len(self._blocks) >= BLOCKS_KEPT
        oldest = self._blocks.pop(next(iter(self._blocks))) if is_full else None
        block = oldest if oldest is not None else np.empty(items.shape, _ITEM)
        np.copyto(block, items)
        self._blocks[first] = block
        self.fetched += 1
