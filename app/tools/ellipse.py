"""The grey values inside an ellipse."""

from PySide6.QtCore import QPointF

from app.document import MeasurementKind
from app.viewer.measuring_tool import MeasuringTool
from app.viewer.tool import View
from unet_core.volume import Point


class Ellipse(MeasuringTool):
    """Drag from corner to corner of the rectangle around it."""

    name = "ellipse"
    kind: MeasurementKind = "ellipse"
    count = 2

    def _points(self, view: View, points: tuple[Point, ...]) -> tuple[Point, ...]:
        first, second = (view.place_of(point) for point in (points[0], points[-1]))
        centre = (first + second) / 2
        places = (centre, QPointF(second.x(), centre.y()), QPointF(centre.x(), first.y()))
        found = [view.point_at(place) for place in places]
        return tuple(point for point in found if point is not None)
