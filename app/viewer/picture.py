"""The grey slice and the masks over it, drawn once and kept until one of them changes.

Whoever goes from slice to slice looks at each for some hundredths of a second. In that time the
next one is drawn, so that the wheel's next notch finds it ready.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTransform

from app import theme
from app.document import Layer, Window
from app.viewer import render
from app.viewer.agreement import AgreementMap, agreement_slice
from app.viewer.gather import NearSlices
from app.viewer.over import Over, OverPicture
from app.viewer.placement import Indices, Placement
from app.viewer.planes import PlaneCut
from unet_core.volume import LabelMap, Labels, Volume

OUTLINE_PX = 1.6
HALO_PX = 3.0
HALO_ALPHA = 120
MOST_PIXELS_AHEAD = 4_000_000
"""Larger pictures are not drawn ahead: they would keep the hand waiting, and take memory."""


@dataclass(frozen=True)
class Scene:
    """All that decides what a picture shows; two equal scenes give the same pixels."""

    volume: Volume
    position: int
    window: Window
    layers: tuple[Layer, ...]
    placement: Placement
    smooth: bool
    over: Over | None = None

    def same_grey(self, other: "Scene | None") -> bool:
        """Whether the slice itself is the same, and its grey levels."""
        return (
            other is not None
            and self.volume is other.volume
            and self.position == other.position
            and self.window == other.window
        )

    def same_masks(self, other: "Scene | None") -> bool:
        """Whether what lies over it is the same."""
        return (
            other is not None
            and self.volume is other.volume
            and self.position == other.position
            and _same_layers(self.layers, other.layers)
        )

    def same_slice(self, other: "Scene | None") -> bool:
        """Whether only the place, not the content, may differ."""
        return self.same_grey(other) and self.same_masks(other)

    def same(self, other: "Scene | None") -> bool:
        """Whether nothing need be drawn anew."""
        return (
            other is not None
            and self.same_slice(other)
            and self.placement == other.placement
            and self.smooth == other.smooth
            and self.over is other.over
        )

    def size(self, ratio: float) -> QSize:
        """Of its image, in pixels of a screen with that ratio; those in part covered count."""
        width, height = self.placement.size_px
        return QSize(math.ceil(width * ratio), math.ceil(height * ratio))

    def steps_from(self, other: "Scene | None") -> int:
        """How many slices further it is; 0 if anything else differs."""
        if other is None or not self.same(replace(other, position=self.position)):
            return 0
        return self.position - other.position

    def exists(self, plane: PlaneCut) -> bool:
        """Whether the scan has such a slice."""
        return 0 <= self.position < int(self.volume.canonical.shape[plane.axis])


@dataclass(frozen=True)
class _Screen:
    """Which voxel each pixel of the screen shows.

    Attributes:
        rows: Of each line of pixels, rising.
        columns: Of each column of pixels, rising.
        ratio: Pixels of the screen for one of the widget.
    """

    rows: Indices
    columns: Indices
    ratio: float

    def draw(self, painter: QPainter, pixels: render.Picture, part: tuple[slice, slice]) -> None:
        """Draw a part of the slice, each pixel as the voxel that its middle lies on."""
        lines = _within(self.rows, part[0])
        places = _within(self.columns, part[1])
        if lines.start < lines.stop and places.start < places.stop:
            rows = self.rows[lines] - part[0].start
            columns = self.columns[places] - part[1].start
            painter.drawImage(places.start, lines.start, pixels.enlarged(rows, columns))

    def margins(self, shape: tuple[int, int]) -> tuple[QRect, ...]:
        """What lies beside a slice of (rows, columns), and the pixels of its very edge."""
        lines = _within(self.rows, slice(0, shape[0]))
        places = _within(self.columns, slice(0, shape[1]))
        top, bottom = lines.start + 1, lines.stop - 1
        left, right = places.start + 1, places.stop - 1
        width, height = self.columns.size, self.rows.size
        return (
            QRect(0, 0, width, top),
            QRect(0, bottom, width, height - bottom),
            QRect(0, top, left, bottom - top),
            QRect(right, top, width - right, bottom - top),
        )


def _within(voxels: Indices, part: slice) -> slice:
    """The pixels that show a part of the slice."""
    first, last = np.searchsorted(voxels, (part.start, part.stop))
    return slice(int(first), int(last))


class _Mask:
    """One layer of one slice, ready to draw."""

    def __init__(self, plane: PlaneCut) -> None:
        self.slices = NearSlices(plane)
        self.others = NearSlices(plane)
        self._pixels = render.Picture(QImage.Format.Format_ARGB32_Premultiplied)
        self._fill: tuple[slice, slice] | None = None
        self._lines: list[tuple[QColor, render.Corners]] = []
        self._layer: Layer | None = None
        self._looks = render.Looks({}, {})
        self._table = render.fill_table({})

    def prepare(self, layer: Layer, position: int) -> None:
        self._fill, self._lines = None, []
        if layer is not self._layer:
            self._layer, self._looks = layer, render.looks_of(layer)
            self._table = render.fill_table(self._looks.fills)
        looks = self._looks
        if not looks.fills and not looks.lines:
            return
        labels = self._labels(layer.label_map, position)
        if looks.lines:
            is_agreement = isinstance(layer.label_map, AgreementMap)
            owner_of = np.bitwise_xor if is_agreement else np.maximum
            lighter = 0.0 if is_agreement else render.OUTLINE_LIGHTNESS
            self._lines = [
                (render.line_colour(*looks.lines[value], lighter), corners)
                for value, corners in render.outlines(labels, looks.lines, owner_of).items()
            ]
        where = render.box(labels) if looks.fills else None
        if where is not None:
            self._fill = where
            self._pixels.colour(self._table, labels[where])

    def _labels(self, label_map: LabelMap, position: int) -> Labels:
        """The slice as it is drawn; of an agreement, made now of those of its two masks."""
        if not isinstance(label_map, AgreementMap):
            return np.ascontiguousarray(self.slices.cut(label_map.canonical, position))
        truth, guess = (
            slices.cut(labels, position)
            for slices, labels in ((self.slices, label_map.truth), (self.others, label_map.guess))
        )
        return agreement_slice(truth, guess, label_map.pair)

    def draw_fill(self, painter: QPainter, screen: _Screen) -> None:
        if self._fill is not None:
            screen.draw(painter, self._pixels, self._fill)

    def draw_lines(self, painter: QPainter, placement: Placement, ratio: float) -> None:
        """In screen pixels: under a transform with two scales Qt strokes ten times slower."""
        down, across = placement.scale
        left, top = placement.corner
        for colour, corners in self._lines:
            placed = (corners * (across, down) + (left, top)) * ratio
            paths = render.line_paths(np.floor(placed) + 0.5)
            halo = QColor(0, 0, 0, colour.alpha() * HALO_ALPHA // 255)
            for pen_colour, width in ((halo, HALO_PX), (colour, OUTLINE_PX)):
                painter.setPen(
                    QPen(pen_colour, width * ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
                )
                for path in paths:
                    painter.drawPath(path)


class _Canvas:
    """An image and the scene that it shows."""

    def __init__(self) -> None:
        self.image = QImage()
        self.scene: Scene | None = None

    def shows(self, scene: Scene, ratio: float) -> bool:
        """Whether nothing need be drawn anew."""
        is_sized: bool = self.image.size() == scene.size(ratio)
        return is_sized and self.image.devicePixelRatio() == ratio and scene.same(self.scene)


class SlicePicture:
    """What one view shows beneath its crosshair and texts.

    Attributes:
        slices_made: How often voxels and masks of a slice were fetched.
        images_drawn: How often another image was shown.
        images_ahead: How many of them had been drawn before they were asked for.
    """

    def __init__(self, plane: PlaneCut) -> None:
        self._plane = plane
        self._slices = NearSlices(plane)
        self._grey_pixels = render.Picture(QImage.Format.Format_RGB32)
        self._grey = QImage()
        self._over = OverPicture(plane)
        self._masks: list[_Mask] = []
        self._made: Scene | None = None
        self._placed: tuple[Placement, QSize, float] | None = None
        self._screen = _Screen(np.empty(0, np.intp), np.empty(0, np.intp), 1.0)
        self._shown, self._ahead = _Canvas(), _Canvas()
        self._step = 0
        self._is_steady = False
        self.slices_made = 0
        self.images_drawn = 0
        self.images_ahead = 0

    def image(self, scene: Scene, device_pixel_ratio: float) -> QImage:
        """The scene as an image of the widget's size, from what is kept where possible."""
        if self._shown.shows(scene, device_pixel_ratio):
            return self._shown.image
        step = scene.steps_from(self._shown.scene)
        self._is_steady = step != 0 and (abs(step) == 1 or step == self._step)
        self._step = step
        if not step:
            self._ahead.scene = None  # a mask that was taken away is not to be kept alive
        if self._ahead.shows(scene, device_pixel_ratio):
            self._shown, self._ahead = self._ahead, self._shown
            self.images_ahead += 1
        else:
            self._draw(scene, device_pixel_ratio, self._shown)
        self.images_drawn += 1
        return self._shown.image

    def look_ahead(self) -> None:
        """Draw the next slice while there is time, if there is reason to know which it will be.

        That is when the last step went to a neighbour, or the last two were alike, as with a key
        held down. Nothing is drawn ahead of who zooms or turns grey levels: it would be for naught.
        """
        scene, ratio = self._shown.scene, self._shown.image.devicePixelRatio()
        if scene is not None and self._is_steady and scene.over is None:
            coming = replace(scene, position=scene.position + self._step)
            size = coming.size(ratio)
            is_small = size.width() * size.height() <= MOST_PIXELS_AHEAD
            if coming.exists(self._plane) and is_small and not self._ahead.shows(coming, ratio):
                self._draw(coming, ratio, self._ahead)
        masks = ((mask.slices, mask.others) for mask in self._masks)
        for slices in (self._slices, *chain.from_iterable(masks)):
            slices.look_ahead()

    def forget(self) -> None:
        """Let go of the scan."""
        self._made = None
        self._shown.scene = None
        self._ahead = _Canvas()
        self._slices.forget()
        self._over.forget()
        self._masks.clear()

    def _prepare(self, scene: Scene) -> None:
        if not scene.same_grey(self._made):
            voxels = self._slices.cut(scene.volume.canonical, scene.position)
            self._grey = self._grey_pixels.grey(voxels, scene.window)
        if not scene.same_masks(self._made):
            while len(self._masks) < len(scene.layers):
                self._masks.append(_Mask(self._plane))
            del self._masks[len(scene.layers) :]
            for mask, layer in zip(self._masks, scene.layers, strict=True):
                mask.prepare(layer, scene.position)
        self._made = scene
        self.slices_made += 1

    def _draw(self, scene: Scene, ratio: float, canvas: _Canvas) -> None:
        if not scene.same_slice(self._made):
            self._prepare(scene)
        placement, size = scene.placement, scene.size(ratio)
        if canvas.image.size() != size:
            canvas.image = QImage(size, QImage.Format.Format_RGB32)
        canvas.image.setDevicePixelRatio(1.0)
        if self._placed != (placement, size, ratio):
            self._placed = (placement, size, ratio)
            self._screen = _Screen(*placement.drawn_voxels(size.toTuple(), ratio), ratio)
        screen = self._screen
        painter = QPainter(canvas.image)
        for margin in screen.margins(placement.shape):
            if margin.isValid():
                painter.fillRect(margin, QColor(theme.VIEW))
        self._draw_scans(painter, scene, screen)
        for mask in self._masks:
            mask.draw_fill(painter, screen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mask in self._masks:
            mask.draw_lines(painter, placement, ratio)
        painter.end()
        canvas.image.setDevicePixelRatio(ratio)
        canvas.scene = scene

    def _draw_scans(self, painter: QPainter, scene: Scene, screen: _Screen) -> None:
        placement = scene.placement
        rows, columns = placement.shape
        down, across = placement.scale
        to_pixels = QTransform.fromScale(screen.ratio, screen.ratio)
        to_pixels = QTransform(across, 0, 0, down, *placement.corner) * to_pixels
        if scene.smooth:
            painter.setTransform(to_pixels)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(0, 0, columns, rows), self._grey)
        else:
            whole = (slice(0, rows), slice(0, columns))
            screen.draw(painter, self._grey_pixels, whole)
        if scene.over is not None:
            painter.setTransform(to_pixels)
            self._over.draw(painter, scene.over, scene.position, placement.shape)
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)


def _same_layers(first: Sequence[Layer], second: Sequence[Layer]) -> bool:
    return len(first) == len(second) and all(
        a is b or a.drawn_as(b) for a, b in zip(first, second, strict=True)
    )
