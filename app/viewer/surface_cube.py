"""A small cube that turns with the 3D view, lettered with the patient's sides."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF

from app import theme
from app.viewer.surface_camera import Camera

HALF_PX = 15.0
MARGIN_PX = 16.0
FACES = {
    "L": (1, 0, 0),
    "R": (-1, 0, 0),
    "P": (0, 1, 0),
    "A": (0, -1, 0),
    "S": (0, 0, 1),
    "I": (0, 0, -1),
}
"""Outward LPS direction of the face of each side of the patient."""
LEAST_FACING = 0.12
_DARK, _LIGHT = QColor(38, 45, 56), QColor(88, 102, 122)


def middle_of(height_px: float) -> QPointF:
    """Where the cube stands: the lower left corner of the view."""
    reach = HALF_PX * 3**0.5
    return QPointF(MARGIN_PX + reach - 8, height_px - MARGIN_PX - reach + 8)


def faces_towards(camera: Camera, middle: QPointF) -> dict[str, QPolygonF]:
    """The faces that look at the eye, as they are drawn."""
    right, up, back = camera.rightwards, camera.upwards, camera.backwards
    found = {}
    for side, direction in FACES.items():
        outwards = np.array(direction, float)
        if outwards @ back < LEAST_FACING:
            continue
        first = np.roll(np.abs(outwards), 1)
        second = np.cross(outwards, first)
        corners = [
            outwards + a * first + b * second for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        ]
        found[side] = QPolygonF([_drawn(corner, right, up, middle) for corner in corners])
    return found


def side_at(camera: Camera, middle: QPointF, position: QPointF) -> str | None:
    """The side of the patient whose face lies under a point."""
    for side, face in faces_towards(camera, middle).items():
        if face.containsPoint(position, Qt.FillRule.OddEvenFill):
            return side
    return None


def draw_cube(painter: QPainter, camera: Camera, middle: QPointF) -> None:
    """Faces that look at the eye, the brighter the more they do."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setBold(True)
    for side, face in faces_towards(camera, middle).items():
        facing = float(np.array(FACES[side], float) @ camera.backwards)
        painter.setPen(QPen(QColor(theme.views.BORDER), 1.0))
        painter.setBrush(QBrush(_between(_DARK, _LIGHT, facing)))
        painter.drawPolygon(face)
        if facing > 0.35:
            font.setPointSizeF(6.0 + 5.0 * facing)
            painter.setFont(font)
            painter.setPen(QColor(theme.views.TEXT))
            centre = face.boundingRect().center()
            box = QRectF(centre.x() - 20, centre.y() - 20, 40, 40)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, side)
    painter.restore()


def _drawn(
    corner: NDArray[np.float64],
    right: NDArray[np.float64],
    up: NDArray[np.float64],
    middle: QPointF,
) -> QPointF:
    return middle + QPointF(float(corner @ right), -float(corner @ up)) * HALF_PX


def _between(dark: QColor, light: QColor, share: float) -> QColor:
    low, high = (
        np.array([colour.red(), colour.green(), colour.blue()]) for colour in (dark, light)
    )
    red, green, blue = np.rint(low + (high - low) * share).astype(int).tolist()
    return QColor(red, green, blue)
