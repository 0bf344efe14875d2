"""A line between two points."""

from app.document import MeasurementKind
from app.viewer.measuring_tool import MeasuringTool


class Distance(MeasuringTool):
    """Drag, or click both ends."""

    name = "distance"
    kind: MeasurementKind = "distance"
    count = 2
