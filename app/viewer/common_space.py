"""Whether two scans say where they lie in one patient, and what a slice of one is in the other."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from app.translation import tr
from app.viewer.planes import PlaneCut
from unet_core.volume import Geometry, Index, Point, Volume

NO_OFFSET: Point = (0.0, 0.0, 0.0)
MOST_TURNED_PIXELS = 80_000
ALIGNED = 1e-6
"""Voxels a pixel, below which an axis of one grid has no part in an axis of the other."""


def obstacle(first: Volume, second: Volume) -> str:
    """Why places of the two cannot be told to be the same, in one sentence; empty if they can.

    Positions in mm mean the same only within one frame of reference (DICOM PS3.3 C.7.4.1). Other
    formats name none: their positions are taken as they are written.
    """
    a, b = first.source, second.source
    if a and b and a.patient_key and b.patient_key and a.patient_key != b.patient_key:
        return tr(
            "{first} and {second} are of different patients.", first=first.name, second=second.name
        )
    frames = {source.frame_of_reference_uid for source in (a, b) if source} - {""}
    if len(frames) > 1:
        return tr(
            "{first} and {second} have different frames of reference: the same position in mm is "
            "not the same place in the patient.",
            first=first.name,
            second=second.name,
        )
    for volume in (first, second):
        if not volume.geometry.has_scale:
            return tr(
                "{volume} has no scale, so that its slices have no position in mm.",
                volume=volume.name,
            )
        if not volume.geometry.has_orientation:
            return tr("{volume} does not say which way the patient lies.", volume=volume.name)
    if not _overlap(first.geometry, second.geometry):
        return tr(
            "{first} and {second} share no part of the patient.",
            first=first.name,
            second=second.name,
        )
    return ""


def _overlap(first: Geometry, second: Geometry) -> bool:
    """Whether the boxes around the two grids meet, along the patient's own axes."""
    (low, high), (other_low, other_high) = _box(first), _box(second)
    return bool(np.all(low <= other_high) and np.all(other_low <= high))


def _box(geometry: Geometry) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    ends = [(-0.5, n - 0.5) for n in geometry.shape_zyx]
    corners = np.array(
        [geometry.point((z, y, x)) for z in ends[0] for y in ends[1] for x in ends[2]]
    )
    return corners.min(axis=0), corners.max(axis=0)


@dataclass(frozen=True)
class Cut:
    """What one scan holds in a slice of another.

    Attributes:
        values: (rows, columns) float32; NaN where it holds nothing.
        pixels: How many rows and columns of the slice one value stands for.
    """

    values: NDArray[np.float32]
    pixels: int


@dataclass(frozen=True, eq=False)
class Onto:
    """The way from slices of one scan to voxels of another.

    Attributes:
        geometry: The canonical one whose slices are drawn.
        other: The scan whose voxels are fetched.
        offset_xyz_mm: What to add to a point of the first to reach its like in the other.
        is_smooth: Interpolate between the other's voxels, or take the nearest.
    """

    geometry: Geometry
    other: Volume
    offset_xyz_mm: Point = NO_OFFSET
    is_smooth: bool = True

    def cut(self, plane: PlaneCut, position: int) -> "Cut":
        """The other scan in a slice of the first: linear between its voxels, or the nearest one.

        Half a voxel beyond the last centres still belongs to the other scan. Where its axes are
        turned against the first's, large slices are fetched at half their resolution.
        """
        start, down, across = self._steps(plane, position)
        rows, columns = plane.shape(self.geometry.shape_zyx)
        if _is_one_axis(down) and _is_one_axis(across):
            return Cut(self._straight(start, down, across, (rows, columns)), 1)
        from scipy.ndimage import map_coordinates  # most people never lay turned scans together

        thin = 2 if rows * columns > MOST_TURNED_PIXELS else 1
        middles = np.ogrid[:rows:thin, :columns:thin]
        row, column = (middle + (thin - 1) / 2 for middle in middles)
        places = [start[i] + row * down[i] + column * across[i] for i in range(3)]
        voxels = self.other.canonical
        outside = np.zeros(places[0].shape, bool)
        for place, count in zip(places, voxels.shape, strict=True):
            outside |= (place < -0.5) | (place > count - 0.5)
        found = np.empty(places[0].shape, np.float32)
        order: Literal[0, 1] = 1 if self.is_smooth else 0
        map_coordinates(voxels, np.stack(places), found, order, mode="nearest", prefilter=False)
        found[outside] = np.nan
        return Cut(found, thin)

    def value_at(self, index_zyx: Index) -> float | None:
        """What the other scan holds at a canonical voxel of the first; None outside it."""
        x, y, z = np.add(self.geometry.point(index_zyx), self.offset_xyz_mm).tolist()
        canonical = self.other.geometry.canonical
        k, j, i = canonical.index((x, y, z))
        if not all(0 <= n < size for n, size in zip((k, j, i), canonical.shape_zyx, strict=True)):
            return None
        return float(self.other.canonical[k, j, i])

    def _steps(self, plane: PlaneCut, position: int) -> NDArray[np.float64]:
        """(3, 3): canonical place in the other of the first pixel; a row's and a column's step."""
        canonical = self.other.geometry.canonical
        places = []
        for row, column in ((0, 0), (1, 0), (0, 1)):
            index = plane.index(row, column, position, self.geometry.shape_zyx)
            point = np.add(self.geometry.point(index), self.offset_xyz_mm)
            places.append(canonical.place((float(point[0]), float(point[1]), float(point[2]))))
        start, below, beside = np.asarray(places, np.float64)
        return np.stack([start, below - start, beside - start])

    def _straight(
        self,
        start: NDArray[np.float64],
        down: NDArray[np.float64],
        across: NDArray[np.float64],
        shape: tuple[int, int],
    ) -> NDArray[np.float32]:
        """Where the axes of both run alike, each axis of the other is fetched on its own."""
        rows, columns = shape
        row_axis, column_axis = (int(np.abs(step).argmax()) for step in (down, across))
        lines = [start[axis : axis + 1] for axis in range(3)]
        lines[row_axis] = start[row_axis] + down[row_axis] * np.arange(rows)
        lines[column_axis] = start[column_axis] + across[column_axis] * np.arange(columns)
        found = self.other.canonical
        for axis in sorted(range(3), key=lambda a: len(lines[a])):
            found = _along(found, axis, lines[axis], is_smooth=self.is_smooth)
        flat = found.squeeze(axis=3 - row_axis - column_axis)
        return flat if row_axis < column_axis else flat.T


def _is_one_axis(step: NDArray[np.float64]) -> bool:
    return int((np.abs(step) >= ALIGNED).sum()) == 1


def _along(
    voxels: NDArray[Any], axis: int, places: NDArray[np.float64], *, is_smooth: bool
) -> NDArray[np.float32]:
    """Values at places along one axis; NaN more than half a voxel beyond its ends."""
    last = voxels.shape[axis] - 1
    inside = np.clip(places, 0, last)
    outside = (places < -0.5) | (places > last + 0.5)
    shape = [1, 1, 1]
    shape[axis] = len(places)
    if not is_smooth:
        found = voxels.take(np.rint(inside).astype(np.intp), axis).astype(np.float32)
    else:
        before = np.minimum(np.floor(inside).astype(np.intp), max(last - 1, 0))
        after = np.minimum(before + 1, last)
        share = (inside - before).astype(np.float32).reshape(shape)
        found = voxels.take(before, axis).astype(np.float32)
        found += share * (voxels.take(after, axis) - found)
    if outside.any():
        where: list[Any] = [slice(None)] * 3
        where[axis] = outside
        found[tuple(where)] = np.nan
    return found
