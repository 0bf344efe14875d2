"""The Dice of every slice after every epoch, as a picture: which slices were learned, and when."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import theme
from app.charts.axis import Axis, round_steps
from app.charts.canvas import DRAG_PX
from app.charts.grid import LEFT_PX, RIGHT_PX, draw_epochs
from app.curves.history import GrowingHistory
from app.translation import tr
from app.viewer.render import rgb

TOP_PX, BOTTOM_PX = 20, 20
_STOPS = ((0.0, "#3b0f1e"), (0.35, "#a3263a"), (0.6, "#e0792f"), (0.8, "#f2c14e"), (1.0, "#e3f6c8"))
"""From dark to light, so that it can be read without seeing its colours."""
_EMPTY, _HATCH = "#2a2f36", "#3d444d"
_NO_DICE = 255
_HATCH_PX = 6


def _table() -> NDArray[np.uint32]:
    """0xffRRGGBB of each of 255 levels, and of n/a."""
    places = np.array([stop for stop, _ in _STOPS])
    colours = np.array([rgb(colour) for _, colour in _STOPS], np.float64)
    levels = np.linspace(0, 1, _NO_DICE)
    parts = [np.interp(levels, places, colours[:, channel]).round() for channel in range(3)]
    table = np.full(256, 0xFF000000, np.uint32)
    for part, shift in zip(parts, (16, 8, 0), strict=True):
        table[:_NO_DICE] |= part.astype(np.uint32) << np.uint32(shift)
    table[_NO_DICE] = _packed(_EMPTY)
    return table


@lru_cache(maxsize=4)
def _hatch(height: int, width: int) -> NDArray[np.bool_]:
    """Where the strokes of n/a are."""
    rising = np.add.outer(np.arange(height), np.arange(width)) % _HATCH_PX
    return np.asarray(rising == 0)


def _packed(colour: str) -> int:
    return 0xFF000000 | int(colour[1:], 16)


class HeatMap(QWidget):
    """Epochs from left to right as in the curves, slices from the feet up.

    Where more epochs or slices share a pixel than it can show, the last of them is what shows.

    Signals:
        pointed: (epoch, slice) under the pointer; -1, -1 for none.
        picked: (epoch, slice) somebody asks to see.
        compared: (epoch, epoch, slice), dragged from one to the other.
    """

    pointed = Signal(int, int)
    picked = Signal(int, int)
    compared = Signal(int, int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Dice of every slice after every epoch"))
        self._history: GrowingHistory | None = None
        self._region = 0
        self._x_range: tuple[float, float] | None = None
        self._slice = -1
        self._shown: tuple[int, ...] = ()
        self._hovered: tuple[int, int] | None = None
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self._image: QImage | None = None
        self._colours = _table()
        theme.wearing.changed.connect(self.redraw)

    # --- content -----------------------------------------------------------------------------

    def show_history(self, history: GrowingHistory | None, region: str) -> None:
        """Show a patient and region."""
        self._history = history
        known = history is not None and region in history.regions
        self._region = history.regions.index(region) if history is not None and known else 0
        self.redraw()

    def set_x_range(self, epochs: tuple[float, float] | None) -> None:
        """Show these epochs, the first and the last; all of them for None."""
        self._x_range = epochs
        self.redraw()

    def set_slice(self, slice_z: int) -> None:
        """Mark the slice that is on screen; -1 marks none."""
        if slice_z != self._slice:
            self._slice = slice_z
            self.update()

    def set_shown(self, epochs: tuple[int, ...]) -> None:
        """Mark the epochs whose masks are on screen."""
        self._shown = epochs
        self.update()

    @property
    def history(self) -> GrowingHistory | None:
        """What is shown."""
        return self._history

    @Slot()
    def redraw(self) -> None:
        """Draw anew, as after another epoch."""
        self._image = None
        self.update()

    # --- what is where -----------------------------------------------------------------------

    def x_axis(self) -> Axis:
        """Epochs over pixels; one epoch is as wide as it can be."""
        low, high = self._x_range or self._all_epochs()
        return Axis(low - 0.5, high + 0.5, LEFT_PX, max(self.width() - RIGHT_PX, LEFT_PX + 1))

    def y_axis(self) -> Axis:
        """Slices over pixels, the feet at the bottom."""
        slices = self._history.slices if self._history else 1
        bottom = max(self.height() - BOTTOM_PX, TOP_PX + 1)
        return Axis(-0.5, max(slices, 1) - 0.5, bottom, TOP_PX)

    def _all_epochs(self) -> tuple[float, float]:
        history = self._history
        if history is None or not len(history):
            return (1.0, 1.0)
        return float(history.epochs[0]), float(history.epochs[-1])

    def place_at(self, position: QPointF) -> tuple[int, int] | None:
        """Epoch and slice under a point; None beside the picture."""
        history, x, y = self._history, self.x_axis(), self.y_axis()
        inside = x.start <= position.x() < x.end and y.end <= position.y() < y.start
        if history is None or not len(history) or not inside:
            return None
        slice_z = min(max(round(y.value(position.y())), 0), history.slices - 1)
        place = int(np.searchsorted(history.epochs, x.value(position.x()) + 0.5)) - 1
        return int(history.epochs[max(place, 0)]), slice_z

    def sizeHint(self) -> QSize:
        return QSize(320, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 110)

    # --- painting ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.redraw()

    def image(self) -> QImage:
        """The picture alone, one pixel for each on screen."""
        x, y = self.x_axis(), self.y_axis()
        width, height = max(int(x.end - x.start), 1), max(int(y.start - y.end), 1)
        levels = np.full((height, width), _NO_DICE, np.uint8)
        history = self._history
        if history is not None and len(history):
            span = (x.high - x.low) / width
            epochs = x.low + span * (np.arange(width) + 1) - 1e-9
            columns = np.searchsorted(history.epochs, np.round(epochs), side="right") - 1
            share = (np.arange(height)[::-1] + 0.5) / height
            rows = np.minimum((share * history.slices).astype(np.int64), history.slices - 1)
            dice = history.dice[:, :, self._region][np.ix_(np.maximum(columns, 0), rows)]
            dice *= _NO_DICE - 1
            dice[np.isnan(dice)] = _NO_DICE
            dice[columns < 0] = _NO_DICE
            levels = np.ascontiguousarray(dice.astype(np.uint8).T)
        pixels = self._colours[levels]
        pixels[(levels == _NO_DICE) & _hatch(height, width)] = _packed(_HATCH)
        return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.SURFACE))
            x, y = self.x_axis(), self.y_axis()
            self._draw_caption(painter, x)
            if self._history is None or not len(self._history):
                return
            if self._image is None:
                self._image = self.image()
            painter.drawImage(QPointF(x.start, y.end), self._image)
            self._draw_numbers(painter, x, y)
            self._draw_over(painter, x, y)

    def _draw_caption(self, painter: QPainter, x: Axis) -> None:
        """What the colours mean; under the pointer, what is there."""
        painter.setPen(QColor(theme.MUTED))
        metrics = painter.fontMetrics()
        text = self.text_of(*self._hovered) if self._hovered else tr("Dice of each slice")
        bar = 56
        signs = QRectF(x.end - bar - 64, 4, 64 + bar, 12)
        room = int(signs.left() - x.start - 8)
        area = QRectF(x.start, 0, max(room, 0), TOP_PX - 2)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            area, flags, metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
        )
        ramp = QLinearGradient(signs.right() - bar - 12, 0, signs.right() - 12, 0)
        for stop, colour in _STOPS:
            ramp.setColorAt(stop, QColor(colour))
        painter.fillRect(QRectF(signs.right() - bar - 12, 5, bar, 9), ramp)
        painter.drawText(QRectF(signs.right() - bar - 24, 0, 12, TOP_PX - 2), flags, "0")
        painter.drawText(QRectF(signs.right() - 9, 0, 12, TOP_PX - 2), flags, "1")

    def _draw_numbers(self, painter: QPainter, x: Axis, y: Axis) -> None:
        metrics, height = painter.fontMetrics(), y.start - y.end
        painter.setPen(QColor(theme.MUTED))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for number in round_steps(1, y.high + 0.5, max(int(height / 34), 2), whole=True):
            place = y.place(number - 1)
            area = QRectF(0, place - metrics.height() / 2, LEFT_PX - 6, metrics.height())
            painter.drawText(area, right, f"{number:.0f}")
        draw_epochs(painter, x, y.start, self.width())

    def _draw_over(self, painter: QPainter, x: Axis, y: Axis) -> None:
        for epoch in self._shown:
            left, right = x.place(epoch - 0.5), x.place(epoch + 0.5)
            painter.setPen(QPen(QColor("#ffffff"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(left, y.end, max(right - left, 1.5), y.start - y.end))
        if 0 <= self._slice < (self._history.slices if self._history else 0):
            place = y.place(self._slice)
            for colour, width in ((QColor(0, 0, 0, 190), 3.0), (QColor("#ffffff"), 1.2)):
                painter.setPen(QPen(colour, width))
                painter.drawLine(QPointF(x.start, place), QPointF(x.end, place))
        if self._pressed is not None and self._dragged is not None:
            left, right = sorted((self._pressed.x(), self._dragged.x()))
            painter.fillRect(
                QRectF(left, y.end, right - left, y.start - y.end), QColor(255, 255, 255, 60)
            )

    def text_of(self, epoch: int, slice_z: int) -> str:
        """``Epoch 12, slice 40: 0.83``."""
        history = self._history
        place = None if history is None else history.place_of(epoch)
        dice = np.nan
        if history is not None and place is not None:
            dice = history.dice[place, slice_z, self._region]
        return tr(
            "Epoch {epoch}, slice {slice}: {dice}",
            epoch=epoch,
            slice=slice_z + 1,
            dice=tr("n/a") if np.isnan(dice) else f"{dice:.2f}",
        )

    # --- pointer -----------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.place_at(event.position())
        if found != self._hovered:
            self._hovered = found
            self.pointed.emit(*(found or (-1, -1)))
        if self._pressed is not None:
            far = abs(event.position().x() - self._pressed.x()) > DRAG_PX
            self._dragged = event.position() if far or self._dragged is not None else None
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if found else Qt.CursorShape.ArrowCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        self.update()
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        first, last = self.place_at(pressed), self.place_at(event.position())
        if first is None or last is None:
            return
        if dragged is not None and first[0] != last[0]:
            self.compared.emit(first[0], last[0], last[1])
        else:
            self.picked.emit(*last)

    def leaveEvent(self, event: QEvent) -> None:
        if self._hovered is not None:
            self._hovered = None
            self.pointed.emit(-1, -1)
            self.update()
