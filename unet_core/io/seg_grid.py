"""Where frames of a DICOM SEG lie: on the grid of their scan, or on a regular one of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io.dicom_object import Node
from unet_core.io.headers import (
    LARGEST_SIDE,
    checked_direction,
    checked_origin,
    checked_spacing,
)
from unet_core.io.request import Reference
from unet_core.io.seg_frames import Frame, group
from unet_core.volume import Geometry

_OFF_GRID_VOXELS = 0.1
"""A frame further from the slices of a grid does not lie on it."""
_DRIFT_PIXELS = 0.1
_SAME_COSINE = 1e-3
_NO_SCAN = (
    "Its scan is not here: the mask spans only the slices that the file holds. Open the scan first "
    "to see it in place."
)


@dataclass(frozen=True)
class Placement:
    """Where the pixels of a frame go.

    Attributes:
        slice_index: z.
        top: y of the first row, once turned.
        left: x of the first column, once turned.
        transposed: Rows become columns.
        flip_rows: The last row (once transposed) becomes the first.
        flip_columns: The last column becomes the first.
    """

    slice_index: int
    top: int = 0
    left: int = 0
    transposed: bool = False
    flip_rows: bool = False
    flip_columns: bool = False

    def turned(self, mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """A frame as it lies in its slice; no copy."""
        turned = mask.T if self.transposed else mask
        return turned[:: -1 if self.flip_rows else 1, :: -1 if self.flip_columns else 1]


@dataclass(frozen=True)
class Grid:
    """A grid and the place of each frame on it.

    Attributes:
        geometry: The grid.
        places: One for each frame.
        notices: Sentences the user should read.
    """

    geometry: Geometry
    places: tuple[Placement, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Planes:
    """What all frames have in common.

    Attributes:
        name: Of the file.
        rows: Of a frame.
        columns: Of a frame.
        axes: (3, 2) unit columns: directions of a frame's columns (x) and rows (y).
        spacing_yx: mm between rows and between columns.
        between: Spacing Between Slices in mm; 0 where it is not given.
        thickness: Slice Thickness in mm; 0 where it is not given.
        positions: (N, 3) mm, LPS.
    """

    name: str
    rows: int
    columns: int
    axes: NDArray[np.float64]
    spacing_yx: tuple[float, float]
    between: float
    thickness: float
    positions: NDArray[np.float64]


def grid_of(root: Node, frames: Sequence[Frame], scan: Reference | None) -> Grid:
    """The scan's grid where every frame lies on it, else the frames' own.

    Raises:
        InputError: If frames lie in different directions, or on no regular grid.
    """
    planes = _planes(root, frames)
    places = _on(planes, scan.geometry) if scan is not None else None
    if scan is not None and places is not None:
        return Grid(scan.geometry, places)
    geometry, own = _own_grid(planes)
    if scan is None:
        return Grid(geometry, own, (_NO_SCAN,))
    said = "; ".join(geometry.differences(scan.geometry)) or "its slices lie between the scan's"
    return Grid(geometry, own, (f"The mask lies on a grid of its own, unlike its scan: {said}.",))


def _planes(root: Node, frames: Sequence[Frame]) -> _Planes:
    name = root.name
    first = root.items(0x52009230)[0]
    orientation = _orientation(root, first)
    for item in root.items(0x52009230)[1:]:
        own = item.first(0x00209116)
        if own is not None:
            other = own.decimals(0x00200037, "frame orientation", 6)
            if not np.allclose(orientation, other, rtol=0, atol=_SAME_COSINE):
                fault = "holds frames that lie in different directions"
                raise InputError(name, fault, "export one direction of it")
    axes = orientation.reshape(2, 3).T
    checked_direction(name, np.column_stack([axes, np.cross(axes[:, 0], axes[:, 1])]))
    measures = group(root, first, 0x00289110)
    if measures is None:
        raise InputError(name, "gives no pixel spacing", "export it again")
    spacing = measures.decimals(0x00280030, "pixel spacing", 2)
    checked_spacing(name, [*spacing, 1.0])
    return _Planes(
        name,
        next(iter(root.unsigned(0x00280010)), 0),
        next(iter(root.unsigned(0x00280011)), 0),
        axes / np.linalg.norm(axes, axis=0),
        (float(spacing[0]), float(spacing[1])),
        _length(measures, 0x00180088),
        _length(measures, 0x00180050),
        np.array([frame.position for frame in frames]),
    )


def _orientation(root: Node, frame: Node) -> NDArray[np.float64]:
    plane = group(root, frame, 0x00209116)
    if plane is None:
        raise InputError(root.name, "does not say how its frames lie", "export it again")
    return plane.decimals(0x00200037, "frame orientation", 6)


def _length(measures: Node, tag: int) -> float:
    """A length in mm that may be missing; 0 where it is none."""
    if not measures.data(tag).strip(b" \0"):
        return 0.0
    value = float(measures.decimals(tag, "slice distance", 1)[0])
    return value if 0.01 <= value <= 50 else 0.0


# --- the scan's grid ---------------------------------------------------------------------------


def _on(planes: _Planes, geometry: Geometry) -> tuple[Placement, ...] | None:
    """Where frames lie on a grid; None unless each pixel falls on a voxel."""
    to_index = np.linalg.inv(geometry.affine)
    steps = to_index[:3, :3] @ (planes.axes * np.array(planes.spacing_yx[::-1]))  # of column, row
    whole = np.rint(steps)
    reach = np.abs(steps - whole) * (planes.columns, planes.rows)
    in_plane = not whole[2].any() and sorted(np.abs(whole[:2]).sum(axis=0)) == [1, 1]
    if float(reach.max()) > _OFF_GRID_VOXELS or not in_plane or abs(whole[0] @ whole[1]) > 0:
        return None
    firsts = planes.positions @ to_index[:3, :3].T + to_index[:3, 3]
    starts = np.rint(firsts).astype(np.intp)
    if float(np.abs(firsts - starts).max()) > _OFF_GRID_VOXELS:
        return None
    last = starts + (whole @ (planes.columns - 1, planes.rows - 1)).astype(np.intp)
    low, high = np.minimum(starts, last), np.maximum(starts, last)
    if (low < 0).any() or (high >= geometry.size_xyz).any():
        return None
    transposed = whole[0, 0] == 0
    along_x, along_y = (whole[0].sum(), whole[1].sum())
    return tuple(
        Placement(int(z), int(y), int(x), bool(transposed), bool(along_y < 0), bool(along_x < 0))
        for x, y, z in low
    )


# --- a grid of their own -----------------------------------------------------------------------


def _own_grid(planes: _Planes) -> tuple[Geometry, tuple[Placement, ...]]:
    normal = np.cross(planes.axes[:, 0], planes.axes[:, 1])
    along = planes.positions @ normal
    sideways = planes.positions - planes.positions[0] - np.outer(along - along[0], normal)
    if float(np.abs(sideways).max()) > _DRIFT_PIXELS * min(planes.spacing_yx):
        fault = "holds frames that shift sideways (a tilted gantry)"
        raise InputError(planes.name, fault, "open its scan first")
    step_mm = _step(planes, along)
    index = np.rint((along - along.min()) / step_mm).astype(np.intp)
    last = int(index.max())
    if last >= LARGEST_SIDE:
        raise InputError(planes.name, f"spans {last + 1:,} slices", "export it again")
    if last:
        step_mm = float(along.max() - along.min()) / last
    known = bool(last or planes.between or planes.thickness)
    geometry = Geometry(
        (planes.columns, planes.rows, last + 1),
        checked_spacing(planes.name, (planes.spacing_yx[1], planes.spacing_yx[0], step_mm)),
        checked_origin(planes.name, planes.positions[int(along.argmin())].tolist()),
        checked_direction(planes.name, np.column_stack([planes.axes, normal])),
        has_scale=known,
    )
    return geometry, tuple(Placement(int(z)) for z in index)


def _step(planes: _Planes, along: NDArray[np.float64]) -> float:
    """Distance in mm from slice to slice, empty ones that the file leaves out counted.

    Raises:
        InputError: If there is no even step.
    """
    gaps = np.diff(np.unique(np.round(along, 3)))
    gaps = gaps[gaps > 0.005]
    if not gaps.size:
        return planes.between or planes.thickness or 1.0
    for step in (planes.between, float(gaps.min()), planes.thickness):
        if step:
            index = (along - along.min()) / step
            if float(np.abs(index - np.rint(index)).max()) <= _OFF_GRID_VOXELS:
                return step
    fault = f"holds slices at uneven distances, from {gaps.min():.4g} to {gaps.max():.4g} mm"
    raise InputError(planes.name, fault, "open its scan first")
