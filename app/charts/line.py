"""What a chart is made of: lines, bands behind them, and marks at epochs."""

import math
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app import theme
from app.charts.axis import Axis
from app.charts.numbers import Numbers

Stroke = Literal["solid", "dashed", "dotted"]
STROKES: dict[Stroke, str] = {"solid": "━", "dashed": "╍", "dotted": "┅"}
PENS = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
}


class Backdrop(Protocol):
    """What is drawn behind the lines."""

    def draw(self, painter: QPainter, x: Axis, y: Axis) -> None:
        """On the axes of the chart."""


@dataclass(frozen=True, eq=False)
class Line:
    """One curve.

    Attributes:
        name: In the legend.
        colour: ``#rrggbb``, or the name of a colour of the theme.
        x: Rising epochs.
        y: Values; NaN leaves a gap.
        run: Which run it is of, where a chart shows several.
        can_smooth: Whether smoothing is for it.
        is_thin: Less to be looked at than others.
        group: Lines of a group are switched on and off together.
        is_named: Whether the legend has it.
    """

    name: str
    colour: str
    x: Numbers
    y: Numbers
    stroke: Stroke = "solid"
    run: str = ""
    can_smooth: bool = True
    is_thin: bool = False
    group: str = ""
    is_named: bool = True

    def at(self, epoch: float) -> float:
        """The value of an epoch; NaN where there is none."""
        place = int(np.searchsorted(self.x, epoch))
        is_there = place < len(self.x) and self.x[place] == epoch
        return float(self.y[place]) if is_there else math.nan

    def shade(self) -> QColor:
        """Its colour in the theme worn, dark enough to be seen on a light ground."""
        if not self.colour.startswith("#"):
            return theme.colour(self.colour)
        return readable(self.colour)


@dataclass(frozen=True)
class Band:
    """What people reach, behind the curves of a network.

    Attributes:
        low: Lower edge; None draws the line alone.
        median: The line.
        text: Said at its left end.
    """

    low: float | None
    median: float
    high: float | None
    text: str

    def draw(self, painter: QPainter, x: Axis, y: Axis) -> None:
        """Across the whole chart."""
        colour = QColor(theme.ACCENT)
        if self.low is not None and self.high is not None:
            colour.setAlpha(38)
            top, bottom = y.place(self.high), y.place(self.low)
            painter.fillRect(QRectF(x.start, top, x.end - x.start, bottom - top), colour)
        colour.setAlpha(190)
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashDotLine))
        place = y.place(self.median)
        painter.drawLine(QPointF(x.start, place), QPointF(x.end, place))
        painter.setPen(QColor(theme.MUTED))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self.text, Qt.TextElideMode.ElideRight, int(x.end - x.start) - 8)
        painter.drawText(QPointF(x.start + 4, place - 4), text)


@dataclass(frozen=True)
class Mark:
    """An epoch that something is said of."""

    epoch: int
    text: str
    severity: Literal["notice", "warning"] = "notice"

    def draw(self, painter: QPainter, x: float, y: float, size: float) -> None:
        """A triangle that stands on the axis; a warning's is filled, a notice's hollow."""
        colour = QColor(theme.WARNING if self.severity == "warning" else theme.ACCENT)
        painter.setPen(QPen(colour, 1.3))
        painter.setBrush(colour if self.severity == "warning" else QColor(theme.SURFACE))
        corners = (QPointF(x - size, y), QPointF(x + size, y), QPointF(x, y - 1.7 * size))
        painter.drawPolygon(QPolygonF(corners))


LEAST_CONTRAST = 3.0
"""Of a curve against its ground (WCAG 2.2, 1.4.11)."""


def readable(colour: str) -> QColor:
    """A colour with so much black or white in it that it stands out from the ground."""
    result, ground = QColor(colour), theme.SURFACE
    end = 0 if QColor(ground).lightness() > 127 else 255
    while theme.contrast(result.name(), ground) < LEAST_CONTRAST:
        parts = (round(part + (end - part) * 0.1 + (end > part)) for part in _parts(result))
        result = QColor(*(min(max(part, 0), 255) for part in parts))
    return result


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
