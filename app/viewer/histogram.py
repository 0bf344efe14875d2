"""The values of a scan as a curve, with the grey window on it, to be dragged."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app import theme
from app.document import Window
from app.translation import tr
from app.value_counts import ValueCounts

GRIP_PX = 6
AXIS_PX = 18
SHOWN_LEFT_OUT = 0.0001
"""Share of voxels beyond each end of what is shown at first: a few of metal would squeeze it."""
ZOOM_STEP = 1.25
KEY_SHARE = 1 / 50
"""Of the window's width, by which a key moves it."""
_Grip = Literal["", "low", "high", "both"]


class HistogramView(QWidget):
    """Counts on a logarithmic scale; left and right edge of the window are dragged, or all of it.

    Signals:
        window_dragged: A Window was chosen here.
    """

    window_dragged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window_histogram")
        self.setAccessibleName(tr("Histogram of the scan with the grey window"))
        self.setToolTip(
            tr("Drag an edge, or the window itself; wheel: closer; double-click: all of it")
        )
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(120)
        self._counts: ValueCounts | None = None
        self._window = Window(1.0, 0.0)
        self._shown = (0.0, 1.0)
        self._grip: _Grip = ""
        self._pressed_at = 0.0
        self._before = self._window
        self._note = ""

    def sizeHint(self) -> QSize:
        return QSize(280, 150)

    @property
    def counts(self) -> ValueCounts | None:
        """What is drawn."""
        return self._counts

    @property
    def shown(self) -> tuple[float, float]:
        """Values at the left and the right end."""
        return self._shown

    def set_counts(self, counts: ValueCounts | None, note: str = "") -> None:
        """Draw other counts; without any, a note is written instead."""
        self._counts, self._note = counts, note
        self._show_all()

    def set_window(self, window: Window) -> None:
        """Draw the window elsewhere."""
        if window != self._window:
            self._window = window
            self.update()

    # --- between value and pixel -----------------------------------------------------------

    def x_of(self, value: float) -> float:
        """Where a value stands."""
        low, high = self._shown
        return (value - low) / (high - low) * self.width()

    def value_at(self, x: float) -> float:
        """The value at a place."""
        low, high = self._shown
        return low + x / max(self.width(), 1) * (high - low)

    def _show_all(self) -> None:
        low, high = (0.0, 1.0) if self._counts is None else self._counts.span(SHOWN_LEFT_OUT)
        margin = max(high - low, 1.0) * 0.03
        self._shown = (low - margin, high + margin)
        self.update()

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.FIELD))
            if self._counts is None:
                painter.setPen(QColor(theme.MUTED))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._note)
            else:
                self._draw_window(painter)
                self._draw_curve(painter, self._counts)
                self._draw_edges(painter)
                self._draw_axis(painter)
            if self.hasFocus():
                painter.setPen(QColor(theme.ACCENT))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _draw_window(self, painter: QPainter) -> None:
        low, high = (self.x_of(value) for value in _ends(self._window))
        shade = QColor(theme.ACCENT)
        shade.setAlpha(46)
        painter.fillRect(QRectF(low, 0, high - low, self._floor), shade)

    def _draw_curve(self, painter: QPainter, counts: ValueCounts) -> None:
        heights = column_heights(counts, self._shown, self.width())
        floor = self._floor
        points = [QPointF(0, floor)]
        points += [QPointF(x, floor - h * (floor - 4)) for x, h in enumerate(heights.tolist())]
        points.append(QPointF(self.width(), floor))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.MUTED))
        painter.drawPolygon(QPolygonF(points))

    def _draw_edges(self, painter: QPainter) -> None:
        """The two edges, and the ramp from black to white between them."""
        low, high = (self.x_of(value) for value in _ends(self._window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.ACCENT), 1.2))
        painter.drawLine(QPointF(low, self._floor), QPointF(high, 1))
        painter.setPen(QPen(QColor(theme.ACCENT), 2))
        for x in (low, high):
            painter.drawLine(QPointF(x, 0), QPointF(x, self._floor))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _draw_axis(self, painter: QPainter) -> None:
        painter.setPen(QColor(theme.MUTED))
        area = QRectF(4, self._floor, self.width() - 8, AXIS_PX)
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        for value, side in zip(self._shown, sides, strict=True):
            painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, f"{value:.4g}")

    @property
    def _floor(self) -> int:
        return self.height() - AXIS_PX

    # --- mouse and keys --------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._counts is not None:
            self._grip = self._grip_at(event.position().x())
            self._pressed_at = self.value_at(event.position().x())
            self._before = self._window

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if not self._grip:
            self._show_cursor(x)
            return
        moved = self.value_at(x) - self._pressed_at
        low, high = _ends(self._before)
        if self._grip in ("low", "both"):
            low += moved
        if self._grip in ("high", "both"):
            high += moved
        if high - low >= 1.0:
            self._choose(Window(high - low, (low + high) / 2))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._grip = ""
        self._show_all()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Closer around the pointer, or farther."""
        event.accept()
        if self._counts is None or not event.angleDelta().y():
            return
        factor = ZOOM_STEP if event.angleDelta().y() < 0 else 1 / ZOOM_STEP
        fixed, (low, high) = self.value_at(event.position().x()), self._shown
        low, high = fixed + (low - fixed) * factor, fixed + (high - fixed) * factor
        most = 2 * max(self._counts.last - self._counts.first, 1.0)
        if 2 * self._counts.step < high - low < most:
            self._shown = (low, high)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the window, up and down make it wider or narrower."""
        step = max(self._window.width * KEY_SHARE, 1.0)
        width, level = self._window.width, self._window.level
        match Qt.Key(event.key()):
            case Qt.Key.Key_Left:
                level -= step
            case Qt.Key.Key_Right:
                level += step
            case Qt.Key.Key_Up:
                width += 2 * step
            case Qt.Key.Key_Down:
                width = max(width - 2 * step, 1.0)
            case _:
                event.ignore()
                return
        self._choose(Window(width, level))

    def _choose(self, window: Window) -> None:
        self.set_window(window)
        self.window_dragged.emit(window)

    def _grip_at(self, x: float) -> _Grip:
        """Which part of the window is there; the nearer edge where both are."""
        low, high = (self.x_of(value) for value in _ends(self._window))
        to_low, to_high = abs(x - low), abs(x - high)
        if min(to_low, to_high) <= GRIP_PX:
            return "low" if to_low < to_high or (to_low == to_high and x < low) else "high"
        return "both" if low < x < high else ""

    def _show_cursor(self, x: float) -> None:
        shapes = {
            "": Qt.CursorShape.ArrowCursor,
            "both": Qt.CursorShape.SizeAllCursor,
        }
        self.setCursor(shapes.get(self._grip_at(x), Qt.CursorShape.SizeHorCursor))


def column_heights(
    counts: ValueCounts, shown: tuple[float, float], columns: int
) -> NDArray[np.float64]:
    """(columns,) from 0 to 1: logarithm of the voxels in each column, 1 for the fullest.

    Counts are spread evenly over a bin's width, so that bins wider than a column leave no gaps.
    """
    edges = np.linspace(*shown, columns + 1)
    bin_edges = counts.first + counts.step * np.arange(len(counts.counts) + 1)
    reached = np.concatenate([[0], np.cumsum(counts.counts)])
    voxels = np.diff(np.interp(edges, bin_edges, reached))
    heights: NDArray[np.float64] = np.log1p(voxels)
    top = heights.max(initial=0.0)
    return heights / top if top > 0 else heights


def _ends(window: Window) -> tuple[float, float]:
    return window.level - window.width / 2, window.level + window.width / 2
