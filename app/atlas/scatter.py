"""Dice of every lesion against its size or its contrast: where a network is good."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from app import theme
from app.atlas.words import COLOURS, tool_tip
from app.charts.axis import Axis, round_steps
from app.panel_parts import heading, muted
from app.translation import tr
from unet_core.evaluation.lesion_errors import GOOD_DICE, LesionError

POINT_PX = 9.0
REACH_PX = 12.0
LEAST_PX = 130
LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 54, 14, 10, 44
MOST_STEPS = 8
Number = Callable[[LesionError], float | None]


class Points(QWidget):
    """The points themselves, painted in a few milliseconds however many there are.

    Signals:
        picked: The lesion of a point that was clicked.
    """

    picked = Signal(object)

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setMinimumHeight(LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._unit = ""
        self.points: list[tuple[float, LesionError]] = []

    def set_points(self, points: Sequence[tuple[float, LesionError]], unit: str) -> None:
        """Draw these: a number and its lesion."""
        self.points, self._unit = list(points), unit
        words = tr("{count} lesions", count=len(self.points))
        self.setAccessibleDescription(words)
        self.update()

    def at(self, place: QPointF) -> LesionError | None:
        """The lesion of the nearest point within reach."""
        across, up = self._axes()
        best, nearest = REACH_PX, None
        for value, error in self.points:
            away = math.hypot(across.place(value) - place.x(), up.place(error.dice) - place.y())
            if away <= best:
                best, nearest = away, error
        return nearest

    def place_of(self, error: LesionError) -> QPointF:
        """Where the point of a lesion is."""
        across, up = self._axes()
        value = next(value for value, one in self.points if one is error)
        return QPointF(across.place(value), up.place(error.dice))

    def _axes(self) -> tuple[Axis, Axis]:
        values = [value for value, _ in self.points] or [0.0, 1.0]
        low, high = min(values), max(values)
        margin = max((high - low) * 0.05, 0.5)
        across = Axis(max(low - margin, 0.0), high + margin, LEFT_PX, self.width() - RIGHT_PX)
        return across, Axis(0.0, 1.0, self.height() - BOTTOM_PX, TOP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("FIELD"))
            across, up = self._axes()
            self._draw_axes(painter, across, up)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            colours = {kind: theme.colour(name) for kind, name in COLOURS.items()}
            half = POINT_PX / 2
            for value, error in self.points:
                painter.setBrush(colours[error.kind])
                painter.drawEllipse(QPointF(across.place(value), up.place(error.dice)), half, half)

    def _draw_axes(self, painter: QPainter, across: Axis, up: Axis) -> None:
        text, pale = theme.colour("TEXT"), theme.colour("MUTED")
        height = painter.fontMetrics().height()
        bottom, left, right = round(up.start), round(across.start), round(across.end)
        painter.setPen(pale)
        painter.drawLine(left, bottom, right, bottom)
        painter.drawLine(left, bottom, left, round(up.end))
        painter.setPen(QPen(pale, 1, Qt.PenStyle.DashLine))
        good = round(up.place(GOOD_DICE))
        painter.drawLine(left, good, right, good)
        painter.setPen(text)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        for value in (0.0, 0.5, 1.0):
            y = round(up.place(value))
            painter.drawText(QRect(0, y - height, left - 6, 2 * height), middle, f"{value:.1f}")
        centre = Qt.AlignmentFlag.AlignHCenter
        for value in round_steps(across.low, across.high, MOST_STEPS):
            x = round(across.place(value))
            painter.drawLine(x, bottom, x, bottom + 3)
            painter.drawText(QRect(x - 40, bottom + 4, 80, height), centre, f"{value:g}")
        painter.drawText(QRect(left, bottom + 6 + height, right - left, height), centre, self._unit)
        painter.rotate(-90)
        upright = QRectF(-up.start, 2, up.start - up.end, height)
        painter.drawText(upright, centre, tr("Dice"))
        painter.rotate(90)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        error = self.at(event.position())
        if error is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(error)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            error = self.at(QPointF(event.pos()))
            if error is not None:
                QToolTip.showText(event.globalPos(), tool_tip(error), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)


class Scatter(QWidget):
    """One point a lesion under a title; a click asks for it.

    Signals:
        picked: The lesion of a point that was clicked.
    """

    picked = Signal(object)

    def __init__(self, name: str, title: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Points(name, title)
        self.plot.picked.connect(self.picked)
        self._nothing = muted(f"{name}_nothing", nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(heading(title))
        layout.addWidget(self.plot, 1)
        layout.addWidget(self._nothing)
        layout.addStretch(0)

    def set_errors(self, errors: Sequence[LesionError], number: Number, unit: str) -> None:
        """Draw real lesions that have a number; false alarms have no Dice to speak of."""
        known = [(number(error), error) for error in errors if error.kind != "false"]
        found = [(value, error) for value, error in known if value is not None]
        self.plot.set_points(found, unit)
        self.plot.setVisible(bool(found))
        self._nothing.setVisible(not found)


def diameter(error: LesionError) -> float | None:
    """In mm."""
    return error.diameter_mm


def contrast_hu(error: LesionError) -> float | None:
    """How much it differs from the liver, darker or brighter."""
    return None if error.contrast_hu is None else abs(error.contrast_hu)


def contrast_grey(error: LesionError) -> float | None:
    """The same in grey levels."""
    return None if error.contrast_grey is None else abs(error.contrast_grey)
