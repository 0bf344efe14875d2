"""Slices that are tilted or unevenly spaced, resampled onto a straight grid as they are read.

Each slice is shifted within its plane to where it lies (bilinear), then the planes of the grid are
mixed from the two slices around them (linear), as dcm2niix and ITK resample such series.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.io.dicom_volume import Plan


class Straightener:
    """Takes slices in order and gives the planes of the grid that are complete.

    Args:
        plan: With its ``row``.
        dtype: Of the planes; integers are rounded.
        edge: Fills places no slice covers.
        nearest: Take whole values from the nearest place instead of mixtures.
    """

    def __init__(self, plan: Plan, dtype: np.dtype[Any], edge: float, *, nearest: bool) -> None:
        assert plan.row is not None
        self._row, self._dtype, self._edge, self._nearest = plan.row, dtype, edge, nearest
        self._shape_zyx = plan.header.geometry.shape_zyx
        self._next = 0
        self._before: NDArray[np.float32] | None = None

    def add(self, index: int, plane: NDArray[Any]) -> Iterator[NDArray[Any]]:
        """Planes of the grid up to this slice."""
        placed = self._placed(plane, index)
        here = float(self._row.along_mm[index])
        last = index == len(self._row.along_mm) - 1
        while self._next < self._shape_zyx[0]:
            z = self._next * self._row.step_mm
            if z > here + 1e-6 * self._row.step_mm and not last:
                break
            yield self._mixed(z, index, placed)
            self._next += 1
        self._before = placed

    def _mixed(self, z: float, index: int, placed: NDArray[np.float32]) -> NDArray[Any]:
        share = 1.0
        if index and self._before is not None:
            below = float(self._row.along_mm[index - 1])
            share = (z - below) / (float(self._row.along_mm[index]) - below)
            share = min(max(share, 0.0), 1.0)
            share = float(share >= 0.5) if self._nearest else share
        mixed = placed
        if share < 1.0 and self._before is not None:
            mixed = self._before * np.float32(1 - share) + placed * np.float32(share)
        return np.rint(mixed).astype(self._dtype) if self._dtype.kind == "i" else mixed

    def _placed(self, plane: NDArray[Any], index: int) -> NDArray[np.float32]:
        """The slice at its own place on the grid, edges filled."""
        x, y = (float(v) for v in self._row.shift_xy[index])
        if self._nearest:
            x, y = float(round(x)), float(round(y))
        rows, columns = plane.shape
        wide = np.full(self._shape_zyx[1:], self._edge, np.float32)
        left, top = (
            min(int(x + 1e-6), wide.shape[1] - columns),
            min(int(y + 1e-6), wide.shape[0] - rows),
        )
        wide[top : top + rows, left : left + columns] = plane
        for axis, part in ((1, x - left), (0, y - top)):
            if part > 1e-6:
                shifted = np.full_like(wide, self._edge)
                if axis:
                    shifted[:, 1:] = wide[:, :-1]
                else:
                    shifted[1:] = wide[:-1]
                wide = wide * np.float32(1 - part) + shifted * np.float32(part)
        return wide
