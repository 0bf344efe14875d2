"""The angle between two lines that meet."""

from app.document import MeasurementKind
from app.viewer.measuring_tool import MeasuringTool


class Angle(MeasuringTool):
    """Drag the first arm towards the corner, then click where the second one ends."""

    name = "angle"
    kind: MeasurementKind = "angle"
    count = 3
