"""Curves over epochs on a widget: every redraw costs what the pixels cost.

All points of a run stay here, so the pointer reads raw values; only what the pixels can show is
drawn. The picture is kept: a pointer that moves over it draws a line and some dots.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import theme
from app.charts.axis import Axis, padded
from app.charts.grid import BOTTOM_PX, LEFT_PX, RIGHT_PX, TOP_PX, draw_grid
from app.charts.line import Backdrop, Line, Mark
from app.charts.line_drawing import draw_line
from app.charts.numbers import Numbers, smoothed

DRAG_PX = 6
MARK_PX = 5
ZOOM = 1.25
LEAST_EPOCHS = 4.0
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


@dataclass(frozen=True)
class Place:
    """Where the pointer is: an epoch, and the curve nearest to it."""

    epoch: int
    run: str = ""


class Canvas(QWidget):
    """Lines, bands and marks over epochs.

    Signals:
        pointed: The epoch under the pointer or the keys, -1 for none.
        picked: A Place somebody asks to see.
        compared: Two Places, dragged from one to the other.
        zoomed: Another range of epochs is shown: (low, high).
    """

    pointed = Signal(int)
    picked = Signal(object)
    compared = Signal(object, object)
    zoomed = Signal(float, float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._lines: tuple[Line, ...] = ()
        self._drawn_y: dict[tuple[int, float], Numbers] = {}
        self._bands: tuple[Backdrop, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._best: int | None = None
        self._y_range: tuple[float, float] | None = None
        self._x_range: tuple[float, float] | None = None
        self._smoothing = 0.0
        self.is_log = False
        self._is_pickable = False
        self._hovered: int | None = None
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self._shown: tuple[int, ...] = ()
        self._picture: QPixmap | None = None
        self._found: tuple[float, float] | None = None
        theme.wearing.changed.connect(self._redraw)

    # --- content -----------------------------------------------------------------------------

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Draw these and no others."""
        self._lines = tuple(lines)
        self._drawn_y.clear()
        self._redraw()

    def set_bands(self, bands: Sequence[Backdrop]) -> None:
        """Draw these behind the lines."""
        self._bands = tuple(bands)
        self._redraw()

    def set_marks(self, marks: Sequence[Mark], best: int | None = None) -> None:
        """Mark epochs below the lines, and the best one with a line of its own."""
        self._marks, self._best = tuple(marks), best
        self._redraw()

    def set_y_range(self, low: float, high: float) -> None:
        """Always show these values, whatever the lines are."""
        self._y_range = (low, high)
        self._redraw()

    def set_log(self, is_log: bool) -> None:
        """Equal steps are equal factors, or equal differences."""
        if is_log != self.is_log:
            self.is_log = is_log
            self._redraw()

    def set_smoothing(self, weight: float) -> None:
        """Smooth the lines that may be; the raw ones then lie faint behind."""
        if weight != self._smoothing:
            self._smoothing = weight
            self._drawn_y.clear()
            self._redraw()

    def set_pickable(self, is_on: bool) -> None:
        """Let a click ask for an epoch, and a drag for two."""
        self._is_pickable = is_on

    def set_shown(self, epochs: Sequence[int]) -> None:
        """Mark the epochs whose predictions are on screen."""
        self._shown = tuple(epochs)
        self.update()

    def set_x_range(self, epochs: tuple[float, float] | None) -> None:
        """Show these epochs, the first and the last; all of them for None."""
        self._x_range = epochs
        self._redraw()

    # --- what is where -----------------------------------------------------------------------

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is drawn."""
        return self._lines

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Epochs that something is said of."""
        return self._marks

    @property
    def hovered(self) -> int | None:
        """The epoch under the pointer."""
        return self._hovered

    @property
    def best(self) -> int | None:
        """The epoch that has a line of its own."""
        return self._best

    def all_epochs(self) -> tuple[float, float]:
        """First and last epoch of all lines."""
        ends = [(line.x[0], line.x[-1]) for line in self._lines if len(line.x)]
        if not ends:
            return (0.0, 1.0)
        low, high = min(a for a, _ in ends), max(b for _, b in ends)
        return (low, high) if high > low else (low - 0.5, high + 0.5)

    def x_axis(self) -> Axis:
        """Epochs over pixels."""
        low, high = self._x_range or self.all_epochs()
        return Axis(low, high, LEFT_PX, max(self.width() - RIGHT_PX, LEFT_PX + 1))

    def y_axis(self) -> Axis:
        """Values over pixels, upwards."""
        low, high = self._y_range or self._values()
        return Axis(low, high, max(self.height() - BOTTOM_PX, TOP_PX + 1), TOP_PX, self.is_log)

    def _values(self) -> tuple[float, float]:
        """Range of the values shown; of those above 0 on a logarithmic axis."""
        if self._found is not None:
            return self._found
        left, right = self._x_range or self.all_epochs()
        lows, highs = [], []
        for line in self._lines:
            first, last = np.searchsorted(line.x, (left, right + 1e-9))
            values = line.y[first:last]
            if self.is_log:
                values = values[values > 0]
            if len(values) and math.isfinite(least := float(np.fmin.reduce(values))):
                lows.append(least)
                highs.append(float(np.fmax.reduce(values)))
        self._found = (0.1, 1.0)
        if lows:
            self._found = padded(min(lows), max(highs), is_log=self.is_log)
        return self._found

    def epoch_at(self, x: float) -> int | None:
        """The whole epoch under a horizontal position; None beside the lines."""
        if not self._lines or not LEFT_PX - DRAG_PX <= x <= self.width() - RIGHT_PX + DRAG_PX:
            return None
        low, high = self.all_epochs()
        return round(min(max(self.x_axis().value(x), low), high))

    def place_at(self, position: QPointF) -> Place | None:
        """Epoch and run of the curve nearest to a point."""
        epoch = self.epoch_at(position.x())
        if epoch is None:
            return None
        axis, best, run = self.y_axis(), math.inf, ""
        for line in self._lines:
            value = line.at(epoch)
            if not line.run or math.isnan(value) or (self.is_log and value <= 0):
                continue
            distance = abs(axis.place(value) - position.y())
            if distance < best:
                best, run = distance, line.run
        return Place(epoch, run)

    def sizeHint(self) -> QSize:
        return QSize(320, 170)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    # --- painting ----------------------------------------------------------------------------

    @Slot()
    def _redraw(self) -> None:
        self._picture = self._found = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            self._picture = self.picture()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            self._draw_over(painter)

    def picture(self) -> QPixmap:
        """All but what follows the pointer, drawn anew."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(theme.SURFACE))
        painter = QPainter(pixmap)
        painter.setFont(self.font())
        x, y = self.x_axis(), self.y_axis()
        for band in self._bands:
            band.draw(painter, x, y)
        draw_grid(painter, x, y, self.width())
        painter.setClipRect(QRectF(LEFT_PX, 0, x.end - x.start + 2, self.height() - BOTTOM_PX + 1))
        if self._best is not None and x.low <= self._best <= x.high:
            painter.setPen(QPen(QColor(theme.GOOD), 1, Qt.PenStyle.DashLine))
            place = x.place(self._best)
            painter.drawLine(QPointF(place, TOP_PX), QPointF(place, y.start))
        for number, line in enumerate(self._lines):
            is_smooth = self._smoothing > 0 and line.can_smooth
            draw_line(painter, line, line.y, x, y, is_faint=is_smooth)
            if is_smooth:
                draw_line(painter, line, self._smoothed(number), x, y)
        painter.setClipping(False)
        self._draw_marks(painter, x, y)
        painter.end()
        return pixmap

    def _smoothed(self, number: int) -> Numbers:
        key = (number, self._smoothing)
        if key not in self._drawn_y:
            self._drawn_y[key] = smoothed(self._lines[number].y, self._smoothing)
        return self._drawn_y[key]

    def _draw_marks(self, painter: QPainter, x: Axis, y: Axis) -> None:
        """A triangle on the axis for each epoch that something is said of."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in self._marks:
            if x.low <= mark.epoch <= x.high:
                mark.draw(painter, x.place(mark.epoch), y.start, MARK_PX)

    def _draw_over(self, painter: QPainter) -> None:
        x, y = self.x_axis(), self.y_axis()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for epoch in self._shown:
            painter.setPen(QPen(QColor(theme.ACCENT), 1.5))
            painter.drawLine(QPointF(x.place(epoch), TOP_PX), QPointF(x.place(epoch), y.start))
        if self._pressed is not None and self._dragged is not None:
            ground = QColor(theme.ACCENT)
            ground.setAlpha(50)
            left, right = sorted((self._pressed.x(), self._dragged.x()))
            painter.fillRect(QRectF(left, TOP_PX, right - left, y.start - TOP_PX), ground)
        if self._hovered is not None and self._lines:
            place = x.place(self._hovered)
            painter.setPen(QPen(QColor(theme.EDGE), 1))
            painter.drawLine(QPointF(place, TOP_PX), QPointF(place, y.start))
            painter.setPen(Qt.PenStyle.NoPen)
            for line in self._lines:
                value = y.place(line.at(self._hovered))
                if math.isfinite(value) and y.end <= value <= y.start:
                    painter.setBrush(line.shade())
                    painter.drawEllipse(QPointF(place, value), 3, 3)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.ACCENT), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    # --- pointer and keys --------------------------------------------------------------------

    def point_at(self, epoch: int | None) -> None:
        """Show an epoch as if the pointer were over it."""
        if epoch != self._hovered:
            self._hovered = epoch
            self.update()

    def _point(self, epoch: int | None) -> None:
        if epoch != self._hovered:
            self.point_at(epoch)
            self.pointed.emit(-1 if epoch is None else epoch)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.epoch_at(event.position().x()))
        if self._pressed is not None and self._is_pickable:
            far = abs(event.position().x() - self._pressed.x()) > DRAG_PX
            self._dragged = event.position() if far or self._dragged is not None else None
            self.update()
        can_pick = self._is_pickable and self._hovered is not None
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if can_pick else Qt.CursorShape.ArrowCursor
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._is_pickable:
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
        if dragged is not None and first != last:
            self.compared.emit(first, last)
        else:
            self.picked.emit(last)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._x_range is not None:
            self._zoom_to(*self.all_epochs())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Look closer at the epochs around the pointer, or at more of them."""
        if not self._is_pickable or not event.angleDelta().y():
            event.ignore()
            return
        axis = self.x_axis()
        factor = ZOOM ** (-event.angleDelta().y() / 120)
        here = axis.value(event.position().x())
        self._zoom_to(here - (here - axis.low) * factor, here + (axis.high - here) * factor)
        event.accept()

    def _zoom_to(self, low: float, high: float) -> None:
        first, last = self.all_epochs()
        low, high = max(low, first), min(high, last)
        if high - low >= min(LEAST_EPOCHS, last - first):
            self.zoomed.emit(low, high)

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys go through the epochs; Return asks for the one reached."""
        key, (low, high) = Qt.Key(event.key()), self.all_epochs()
        if not self._lines or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _STEPS:
            here = high if self._hovered is None else self._hovered + _STEPS[key]
            self._point(round(min(max(here, low), high)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._point(round(low if key == Qt.Key.Key_Home else high))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_pickable:
            if self._hovered is not None:
                self.picked.emit(Place(self._hovered, self._lines[0].run))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
