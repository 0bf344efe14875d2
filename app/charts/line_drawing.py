"""One curve drawn: as a smooth line where points lie apart, in pixel columns where they do not."""

from typing import Any

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app import theme
from app.charts.axis import Axis
from app.charts.line import PENS, Line
from app.charts.numbers import POINTS_A_COLUMN, Numbers, stretches, thinned

DOTS_BELOW = 40
FAINT, SECOND = 0.28, 0.72
"""Of its colour: a raw curve behind a smoothed one, a dashed or dotted one beside a solid one."""
DENSE = 0.6
"""Points a pixel from which antialiasing shows nothing but its cost."""


def draw_line(
    painter: QPainter, line: Line, values: Numbers, x: Axis, y: Axis, *, is_faint: bool = False
) -> None:
    """Draw ``values`` in the way of ``line``; faint, as what lies behind a smoothed curve."""
    columns = max(int(x.end - x.start), 1)
    points_x, points_y = thinned(line.x, values, x.low, x.high, columns)
    if not len(points_x):
        return
    is_dense = len(points_x) > DENSE * columns
    places = np.stack([x.places(points_x), y.places(points_y)], axis=1)
    np.clip(places[:, 1], -1e4, 1e4, out=places[:, 1])
    share = FAINT if is_faint else 1.0 if line.stroke == "solid" else SECOND
    colour = mixed(line.shade(), share)
    width = 1.0 if is_faint or line.is_thin or is_dense else 2.0
    pen = QPen(colour, width, PENS[line.stroke] if not is_dense else Qt.PenStyle.SolidLine)
    pen.setCosmetic(True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_dense)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    has_dots = len(points_x) <= DOTS_BELOW and not is_faint and line.stroke == "solid"
    for first, last in stretches(places[:, 1]):
        if last - first > 1:
            painter.drawPolyline(_polygon(places[first:last]))
        if has_dots or last - first == 1:
            _draw_dots(painter, places[first:last], colour)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)


def mixed(colour: QColor, share: float) -> QColor:
    """So much of a colour on the ground of a chart: faster to draw than one seen through."""
    ground = QColor(theme.SURFACE)
    pairs = (
        (colour.red(), ground.red()),
        (colour.green(), ground.green()),
        (colour.blue(), ground.blue()),
    )
    return QColor(*(round(ours * share + theirs * (1 - share)) for ours, theirs in pairs))


def _draw_dots(painter: QPainter, places: Numbers, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for place_x, place_y in places[: POINTS_A_COLUMN * DOTS_BELOW].tolist():
        painter.drawEllipse(QPointF(place_x, place_y), 2.2, 2.2)


def _polygon(places: Numbers) -> QPolygonF:
    """Points without a loop over them."""
    polygon = QPolygonF()
    polygon.resize(len(places))
    pointer: Any = shiboken6.VoidPtr  # whose stubs know of no size
    memory = pointer(polygon.data(), places.nbytes, True)
    np.frombuffer(memory, np.float64).reshape(-1, 2)[:] = places
    return polygon
