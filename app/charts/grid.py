"""What lies behind the curves: round numbers at both axes, and lines across."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app import theme
from app.charts.axis import Axis, log_steps, number_text, round_steps

LEFT_PX, RIGHT_PX, TOP_PX, BOTTOM_PX = 48, 12, 10, 20
ROW_PX, COLUMN_PX = 34, 70
"""Least distance of two numbers."""


def draw_grid(painter: QPainter, x: Axis, y: Axis, width: int) -> None:
    """Numbers left of ``y`` with a line each, numbers below ``x``, and the axis itself."""
    metrics = painter.fontMetrics()
    rows = max(int((y.start - y.end) / ROW_PX), 2)
    steps = log_steps(y.low, y.high) if y.is_log else round_steps(y.low, y.high, rows)
    grid = QColor(theme.BORDER)
    grid.setAlpha(120)
    lines, text = QPen(grid, 1), QColor(theme.MUTED)
    last = math.inf
    for value in steps:
        place = y.place(value)
        if not y.end - 1 <= place <= y.start + 1 or last - place < metrics.height():
            continue
        last = place
        painter.setPen(lines)
        painter.drawLine(QPointF(x.start, place), QPointF(x.end, place))
        painter.setPen(text)
        area = QRectF(0, place - metrics.height() / 2, LEFT_PX - 6, metrics.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, flags, number_text(value))
    painter.setPen(text)
    draw_epochs(painter, x, y.start, width)
    painter.setPen(QPen(QColor(theme.EDGE), 1))
    painter.drawLine(QPointF(x.start, y.start), QPointF(x.end, y.start))


def draw_epochs(painter: QPainter, x: Axis, top: float, width: int) -> None:
    """Whole numbers below an axis; the last one stays within the chart."""
    metrics = painter.fontMetrics()
    columns = max(int((x.end - x.start) / COLUMN_PX), 2)
    for value in round_steps(x.low, x.high, columns, whole=True):
        text = f"{value:.0f}"
        advance = metrics.horizontalAdvance(text)
        left = min(x.place(value) - advance / 2, width - advance - 2)
        painter.drawText(QPointF(left, top + 3 + metrics.ascent()), text)
