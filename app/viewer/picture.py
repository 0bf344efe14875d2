"""The grey slice and the masks over it, drawn once and kept until one of them changes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from app import theme
from app.document import Layer, Window
from app.viewer import render
from app.viewer.placement import Placement
from app.viewer.planes import PlaneCut
from unet_core.volume import Volume

OUTLINE_PX = 1.6
HALO_PX = 3.2
_HALO = QColor(0, 0, 0, 120)


@dataclass(frozen=True)
class Scene:
    """All that decides what a picture shows; two equal scenes give the same pixels."""

    volume: Volume
    position: int
    window: Window
    layers: tuple[Layer, ...]
    placement: Placement
    smooth: bool

    def same_slice(self, other: "Scene | None") -> bool:
        """Whether only the place, not the content, may differ."""
        return (
            other is not None
            and self.volume is other.volume
            and self.position == other.position
            and self.window == other.window
            and _same_layers(self.layers, other.layers)
        )

    def same(self, other: "Scene | None") -> bool:
        """Whether nothing need be drawn anew."""
        return (
            other is not None
            and self.same_slice(other)
            and self.placement == other.placement
            and self.smooth == other.smooth
        )


class _Mask:
    """One layer of one slice, ready to draw."""

    def __init__(self) -> None:
        self._pixels = render.Picture(QImage.Format.Format_ARGB32_Premultiplied)
        self._fill: tuple[QPointF, QImage] | None = None
        self._lines: list[tuple[QColor, render.Corners]] = []

    def prepare(self, layer: Layer, plane: PlaneCut, position: int) -> None:
        self._fill, self._lines = None, []
        colours = render.shown_colours(layer)
        if not colours:
            return
        labels = np.ascontiguousarray(plane.cut(layer.label_map.canonical, position))
        if layer.outline:
            self._lines = [
                (render.outline_colour(colours[value]), corners)
                for value, corners in render.outlines(labels, colours).items()
            ]
            return
        where = render.box(labels)
        if where is not None:
            corner = QPointF(where[1].start, where[0].start)
            self._fill = (corner, self._pixels.filled(render.fill_table(layer), labels[where]))

    def draw_fill(self, painter: QPainter) -> None:
        if self._fill is not None:
            painter.drawImage(*self._fill)

    def draw_lines(self, painter: QPainter, placement: Placement) -> None:
        """In screen pixels: under a transform with two scales Qt strokes ten times slower."""
        down, across = placement.scale
        for colour, corners in self._lines:
            placed = np.floor(corners * (across, down) + placement.corner) + 0.5
            paths = render.line_paths(placed)
            for pen_colour, width in ((_HALO, HALO_PX), (colour, OUTLINE_PX)):
                painter.setPen(
                    QPen(pen_colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
                )
                for path in paths:
                    painter.drawPath(path)


class SlicePicture:
    """What one view shows beneath its crosshair and texts."""

    def __init__(self, plane: PlaneCut) -> None:
        self._plane = plane
        self._grey_pixels = render.Picture(QImage.Format.Format_RGB32)
        self._grey: QImage | None = None
        self._masks: list[_Mask] = []
        self._scene: Scene | None = None
        self._image = QImage()
        self.slices_made = 0
        self.images_drawn = 0

    def image(self, scene: Scene, device_pixel_ratio: float) -> QImage:
        """The scene as an image of the widget's size, from what is kept where possible."""
        width, height = scene.placement.size_px
        size = (round(width * device_pixel_ratio), round(height * device_pixel_ratio))
        resized = (self._image.width(), self._image.height()) != size
        if scene.same(self._scene) and not resized:
            return self._image
        if not scene.same_slice(self._scene):
            self._prepare(scene)
        if resized:
            self._image = QImage(*size, QImage.Format.Format_RGB32)
            self._image.setDevicePixelRatio(device_pixel_ratio)
        self._draw(scene)
        self._scene = scene
        return self._image

    def forget(self) -> None:
        """Let go of the scan."""
        self._scene = self._grey = None
        self._masks.clear()

    def _prepare(self, scene: Scene) -> None:
        before = self._scene
        if (
            before is None
            or before.volume is not scene.volume
            or before.position != scene.position
            or before.window != scene.window
        ):
            voxels = self._plane.cut(scene.volume.canonical, scene.position)
            self._grey = self._grey_pixels.filled(*render.grey_values(voxels, scene.window))
        while len(self._masks) < len(scene.layers):
            self._masks.append(_Mask())
        del self._masks[len(scene.layers) :]
        for mask, layer in zip(self._masks, scene.layers, strict=True):
            mask.prepare(layer, self._plane, scene.position)
        self.slices_made += 1

    def _draw(self, scene: Scene) -> None:
        assert self._grey is not None
        placement = scene.placement
        down, across = placement.scale
        self._image.fill(QColor(theme.VIEW))
        painter = QPainter(self._image)
        painter.setTransform(QTransform(across, 0, 0, down, *placement.corner))
        smooth = QPainter.RenderHint.SmoothPixmapTransform
        painter.setRenderHint(smooth, scene.smooth)
        rows, columns = placement.shape
        painter.drawImage(QRectF(0, 0, columns, rows), self._grey)
        painter.setRenderHint(smooth, False)
        for mask in self._masks:
            mask.draw_fill(painter)
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mask in self._masks:
            mask.draw_lines(painter, placement)
        painter.end()
        self.images_drawn += 1


def _same_layers(first: Sequence[Layer], second: Sequence[Layer]) -> bool:
    return len(first) == len(second) and all(
        a is b or a.drawn_as(b) for a, b in zip(first, second, strict=True)
    )
