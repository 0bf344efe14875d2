"""The labels of a mask as closed surfaces in the patient, built beside the window.

What the child process alone needs is imported where it is used: the window starts without it.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from unet_core.isolation import isolated
from unet_core.triangles import Points, Triangles, measures_of, normals_of
from unet_core.volume import Geometry, Label, LabelMap, Labels, label_for

EventT = TypeVar("EventT")
MOST_TRIANGLES = 150_000
"""Of one label on screen: as many as are drawn in a blink without a graphics card."""
Box = tuple[slice, slice, slice]
"""Slices along z, y, x."""


@dataclass(frozen=True, eq=False)
class Surface:
    """One label, closed: no hole, no edge.

    Attributes:
        points: (N, 3) float32 LPS mm.
        triangles: (M, 3) int32 rows of ``points``, counter-clockwise seen from outside.
        normals: (N, 3) float32 unit vectors, outwards.
        label: Its value, name and colour.
    """

    points: Points
    triangles: Triangles
    normals: Points
    label: Label

    @property
    def colour(self) -> str:
        """``#rrggbb``."""
        return self.label.colour

    @property
    def volume_mm3(self) -> float:
        """What it encloses."""
        pieces = np.zeros(len(self.points), np.int32)
        return float(measures_of(self.points, self.triangles, pieces)[0].sum())


@dataclass(frozen=True)
class SurfacesFound:
    """Which labels there are, before any surface is built."""

    values: tuple[int, ...]


@dataclass(frozen=True)
class SurfaceBuilt:
    """One more label is done.

    Attributes:
        fingerprint: Of its voxels.
        surface: None where one of that fingerprint was known.
        number: How many labels are done, of ``count``.
    """

    value: int
    fingerprint: str
    surface: Surface | None
    number: int
    count: int


class apart(Generic[EventT]):
    """The events of ``function(*make())`` in a child process that is kept for the next job.

    As ``isolated``, but the arguments are made by whoever iterates: cutting a large mask down to
    what is sent takes longer than a window may stand still.
    """

    def __init__(
        self, function: Callable[..., Iterator[EventT]], make: Callable[[], tuple[object, ...]]
    ) -> None:
        self._function, self._make = function, make
        self._events: isolated[EventT] | None = None
        self._is_over = False

    def __iter__(self) -> "apart[EventT]":
        return self

    def __next__(self) -> EventT:
        if self._events is None and not self._is_over:
            self._events = isolated(self._function, *self._make(), keep=True)
        if self._events is None or self._is_over:
            raise StopIteration
        return next(self._events)

    def stop(self) -> None:
        """End at the next event."""
        if self._events is None:
            self._is_over = True
        else:
            self._events.stop()

    def close(self) -> None:
        """End for good."""
        self._is_over = True
        if self._events is not None:
            self._events.close()


def build_surfaces(
    label_map: LabelMap,
    known: frozenset[str] = frozenset(),
    most_triangles: int | None = MOST_TRIANGLES,
) -> Iterator[SurfaceBuilt | SurfacesFound]:
    """Build the surface of every label of a mask that is not known, lowest value first.

    Args:
        label_map: The mask, best ``cropped``.
        known: Fingerprints of the surfaces there are already.
        most_triangles: See ``surface_of``.
    """
    boxes = boxes_of(label_map.voxels)
    yield SurfacesFound(tuple(boxes))
    for number, (value, box) in enumerate(boxes.items(), start=1):
        fingerprint = _fingerprint(label_map, value, box)
        surface = None
        if fingerprint not in known:
            surface = _built(label_map, value, box, most_triangles)
        yield SurfaceBuilt(value, fingerprint, surface, number, len(boxes))


def surface_of(
    label_map: LabelMap, value: int, most_triangles: int | None = MOST_TRIANGLES
) -> Surface | None:
    """The surface of one label; None if no voxel holds it.

    Args:
        label_map: The mask.
        value: Of the label.
        most_triangles: A label with more is built on a coarser grid, each of whose cells says
            what part of it the label fills; None builds it in full.
    """
    box = boxes_of(label_map.voxels).get(value)
    return None if box is None else _built(label_map, value, box, most_triangles)


def boxes_of(voxels: Labels) -> dict[int, Box]:
    """The smallest box around each label above 0 that occurs, by rising value.

    >>> boxes_of(np.array([[[0, 2, 2]], [[1, 0, 0]]], np.uint8))[2]
    (slice(0, 1, None), slice(0, 1, None), slice(1, 3, None))
    """
    from scipy import ndimage

    found = ndimage.find_objects(voxels)
    return {v: (box[0], box[1], box[2]) for v, box in enumerate(found, start=1) if box is not None}


def cropped(label_map: LabelMap) -> LabelMap:
    """The box around all labels as a mask of its own, in the same place of the patient."""
    voxels = label_map.voxels
    seen_from_front = np.bitwise_or.reduce(voxels, axis=1)
    z, x = (_span(seen_from_front.any(axis=axis)) for axis in (1, 0))
    y = _span(np.bitwise_or.reduce(voxels[z, :, x], axis=0).any(axis=1))
    part = np.ascontiguousarray(voxels[z, y, x])
    geometry = replace(
        label_map.geometry,
        size_xyz=(part.shape[2], part.shape[1], part.shape[0]),
        origin_xyz_mm=label_map.geometry.point((z.start, y.start, x.start)),
    )
    labels = dict(label_map.labels)  # what may be sent to another process
    return LabelMap(part, geometry, label_map.name, labels, label_map.role)


# --- steps -------------------------------------------------------------------------------------


def _span(is_there: NDArray[np.bool_]) -> slice:
    where = np.flatnonzero(is_there)
    return slice(int(where[0]), int(where[-1]) + 1) if len(where) else slice(0, 1)


def _fingerprint(label_map: LabelMap, value: int, box: Box) -> str:
    """The same for the same voxels in the same place, whatever else changed."""
    geometry = label_map.geometry
    first = geometry.point((box[0].start, box[1].start, box[2].start))
    place = (tuple(round(mm, 3) for mm in first), geometry.spacing_xyz_mm, geometry.direction)
    part = label_map.voxels[box] == value
    found = hashlib.blake2b(repr((place, part.shape)).encode(), digest_size=16)
    found.update(np.packbits(part).tobytes())
    return found.hexdigest()


def _built(label_map: LabelMap, value: int, box: Box, most_triangles: int | None) -> Surface:
    from unet_core.surface_shape import shape_of

    geometry = label_map.geometry
    spacing = np.asarray(geometry.spacing_xyz_mm)
    points, triangles = shape_of(label_map.voxels[box] == value, spacing, most_triangles)
    first = np.array([part.start for part in reversed(box)]) * spacing
    placed, triangles = _placed(points + first.astype(np.float32), triangles, geometry)
    label = label_map.labels.get(value) or label_for(value)
    return Surface(placed, triangles, normals_of(placed, triangles), label)


def _placed(
    points_mm: Points, triangles: Triangles, geometry: Geometry
) -> tuple[Points, Triangles]:
    """From mm along the grid's axes to LPS; a mirrored grid turns each triangle round."""
    direction = np.reshape(geometry.direction, (3, 3))
    placed = points_mm @ direction.T.astype(np.float32)
    placed += np.asarray(geometry.origin_xyz_mm, np.float32)
    if np.linalg.det(direction) < 0:
        triangles = np.ascontiguousarray(triangles[:, ::-1])
    return placed, triangles
