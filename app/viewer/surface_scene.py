"""What the 3D view shows, worked out of the session: which surfaces, how, and where slices lie."""

import math
from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.document import Layer, Window
from app.viewer.planes import PLANES, PlaneCut
from app.viewer.surface_store import Bounds, Shape
from app.viewer.surface_words import Colour, Look, Sheet
from unet_core.volume import Geometry, Index, LabelMap, Point, Volume, label_for

SliceMode = Literal["off", "frames", "axial", "all"]
SLICE_MODES: tuple[SliceMode, ...] = ("off", "frames", "axial", "all")
"""No slices; where they lie; the axial one as a picture; all three as pictures."""
DENSE = 0.45
"""Opacity of a mask over a slice that stands for a solid surface: the usual one."""
AROUND_OTHERS = 0.9
"""A surface that has another inside is so much fainter, or nobody would see what it holds."""
INSIDE_MM, LARGEST_INSIDE = 3.0, 0.97
COARSE_PX, FINE_PX = 192, 512
"""Longer side of a slice's picture while something moves, and at rest."""
Shapes = Mapping[int, Shape]


def looks_of(shown: Sequence[tuple[Layer, Shapes]]) -> tuple[Look, ...]:
    """The surfaces of labels that are switched on, in the colours and as dense as their masks.

    What encloses another surface shines through, so that a lesion is seen in its organ; what
    encloses none is solid at the usual opacity of masks. Outlined masks are shown as a thin skin.
    """
    boxes = [
        (layer, value, shape, shape.box)
        for layer, shapes in shown
        for value, shape in sorted(shapes.items())
        if layer.look(value).visible and len(shape.surface.points)
    ]
    looks = []
    for layer, value, shape, box in boxes:
        look = layer.look(value)
        opacity = 1.0 if look.opacity is None else look.opacity
        holds = any(other is not shape and _is_inside(inner, box) for _, _, other, inner in boxes)
        if holds or look.outline:
            opacity *= AROUND_OTHERS if holds else 0.5
        else:
            opacity = min(opacity / DENSE, 1.0)
        if opacity > 0.0:
            looks.append(Look(shape.key, _colour(_colour_of(layer.label_map, value)), opacity))
    return tuple(looks)


def bounds_of(shown: Sequence[tuple[Layer, Shapes]], geometry: Geometry) -> Bounds:
    """LPS mm around all surfaces of masks that are switched on, or the scan without any."""
    boxes = [
        shape.box
        for layer, shapes in shown
        for value, shape in shapes.items()
        if layer.look(value).visible and len(shape.surface.points)
    ]
    if boxes:
        corners = np.array(boxes)
        return _point(corners[:, 0].min(axis=0)), _point(corners[:, 1].max(axis=0))
    z, y, x = geometry.shape_zyx
    places = [geometry.point((k, j, i)) for k in (0, z) for j in (0, y) for i in (0, x)]
    return _point(np.min(places, axis=0)), _point(np.max(places, axis=0))


def sheets_of(volume: Volume, cursor: Index, mode: SliceMode) -> tuple[Sheet, ...]:
    """Where the slices under the crosshair lie."""
    if mode == "off":
        return ()
    geometry = volume.geometry.canonical
    return tuple(
        Sheet(
            name,
            _colour(plane.colour),
            _corners(plane, cursor[plane.axis], geometry),
            mode == "all" or (mode == "axial" and name == "axial"),
        )
        for name, plane in PLANES.items()
    )


def slice_picture(
    volume: Volume, plane: PlaneCut, position: int, window: Window, side_px: int
) -> NDArray[np.uint8]:
    """(rows, columns) of a slice as it is drawn, every so many voxels, in grey levels."""
    cut = plane.cut(volume.canonical, position)
    stride = max(-(-max(cut.shape) // side_px), 1)
    values = cut[::stride, ::stride].astype(np.float32)
    low = window.level - window.width / 2
    grey = np.clip((values - np.float32(low)) * np.float32(255 / window.width), 0, 255)
    pixels: NDArray[np.uint8] = np.nan_to_num(grey).astype(np.uint8)
    return pixels


def _corners(
    plane: PlaneCut, position: int, geometry: Geometry
) -> tuple[Point, Point, Point, Point]:
    rows, columns = plane.shape(geometry.shape_zyx)
    upper_left, upper_right, lower_right, lower_left = (
        geometry.point(plane.place(row, column, position, geometry.shape_zyx))
        for row, column in ((0, 0), (0, columns), (rows, columns), (rows, 0))
    )
    return (upper_left, upper_right, lower_right, lower_left)


def _is_inside(inner: Bounds, outer: Bounds) -> bool:
    """Whether a box lies in another one that is clearly larger."""
    lows, highs = (zip(inner[end], outer[end], strict=True) for end in (0, 1))
    fits = all(a >= b - INSIDE_MM for a, b in lows) and all(a <= b + INSIDE_MM for a, b in highs)
    return fits and _diagonal(inner) < LARGEST_INSIDE * _diagonal(outer)


def _diagonal(bounds: Bounds) -> float:
    return math.dist(*bounds)


def _colour_of(label_map: LabelMap, value: int) -> str:
    label = label_map.labels.get(value) or label_for(value)
    return label.colour


def _colour(text: str) -> Colour:
    red, green, blue = bytes.fromhex(text.removeprefix("#")[:6])
    return (red / 255, green / 255, blue / 255)


def _point(vector: NDArray[np.float64]) -> Point:
    return (float(vector[0]), float(vector[1]), float(vector[2]))
