"""Where a measurement can be taken hold of, and what it becomes when it is dragged."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF

from app.document import Measurement
from app.viewer.tool import View
from unet_core.volume import Point

POINT_PX = 9.0
"""An end is held from this far away."""
LINE_PX = 5.0
HALF_SLICE = 0.5 + 1e-6
KEPT_DEGREES = 8.0
"""An axis of an ellipse turns only when it is pulled further aside than this."""
_STEPS = 64
_Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Grip:
    """A hold on a measurement.

    Attributes:
        point: Which of its points; None moves all of it.
        sign: -1 for the other end of an ellipse's axis.
    """

    measurement: Measurement
    point: int | None = None
    sign: int = 1


def lies_in(view: View, measurement: Measurement) -> bool:
    """Whether a measurement lies in the slice on show, within half a slice."""
    return all(abs(view.slices_from(point)) <= HALF_SLICE for point in measurement.points_xyz_mm)


def handles(view: View, measurement: Measurement) -> list[tuple[QPointF, int, int]]:
    """Its ends in the view: where each is drawn, which point it is, and its sign."""
    places = [view.place_of(point) for point in measurement.points_xyz_mm]
    found = [(place, index, 1) for index, place in enumerate(places)]
    if measurement.kind == "ellipse":
        found += [(places[0] * 2 - places[index], index, -1) for index in (1, 2)]
    return found


def outline(view: View, measurement: Measurement) -> list[QPointF]:
    """The corners of the line it is drawn as; an ellipse is closed."""
    places = [view.place_of(point) for point in measurement.points_xyz_mm]
    if measurement.kind != "ellipse" or len(places) < 3:
        return places
    centre, a, b = places[0], places[1] - places[0], places[2] - places[0]
    turns = [2 * math.pi * step / _STEPS for step in range(_STEPS + 1)]
    return [centre + a * math.cos(turn) + b * math.sin(turn) for turn in turns]


def grip_at(view: View, measurements: Sequence[Measurement], position: QPointF) -> Grip | None:
    """What is under the pointer: ends before lines, the newest first."""
    here = [one for one in reversed(measurements) if lies_in(view, one)]
    for one in here:
        for place, index, sign in handles(view, one):
            if _length(place - position) <= POINT_PX:
                whole = one.kind == "ellipse" and index == 0
                return Grip(one, None if whole else index, sign)
    for one in here:
        corners = outline(view, one)
        for start, end in pairwise(corners):
            if _from_line(position, start, end) <= LINE_PX:
                return Grip(one)
    return None


def dragged(grip: Grip, start: Point, end: Point) -> Measurement:
    """The measurement after its grip was dragged from one point of the patient to another."""
    one = grip.measurement
    points = [np.asarray(point) for point in one.points_xyz_mm]
    step = np.subtract(end, start)
    if grip.point is None:
        points = [point + step for point in points]
    elif one.kind == "ellipse":
        points = _reshaped(points, grip.point, grip.sign * step)
    else:
        points[grip.point] = points[grip.point] + step
    moved = tuple((float(p[0]), float(p[1]), float(p[2])) for p in points)
    return replace(one, points_xyz_mm=moved)


def _reshaped(points: list[_Vector], index: int, step: _Vector) -> list[_Vector]:
    """An ellipse with one half axis pulled; the other keeps its length and the right angle."""
    other = 3 - index
    before, across = points[index] - points[0], points[other] - points[0]
    after = before + step
    length = float(np.linalg.norm(after))
    if not length or not np.linalg.norm(before) or not np.linalg.norm(across):
        return points
    old, new = before / np.linalg.norm(before), after / length
    if float(np.dot(old, new)) > math.cos(math.radians(KEPT_DEGREES)):
        new, after = old, old * float(np.dot(old, after))
    aside = across - new * float(np.dot(new, across))
    if np.linalg.norm(aside) < 1e-9:
        aside = before - new * float(np.dot(new, before))
    aside *= float(np.linalg.norm(across)) / float(np.linalg.norm(aside))
    changed = list(points)
    changed[index], changed[other] = points[0] + after, points[0] + aside
    return changed


def _length(vector: QPointF) -> float:
    return math.hypot(vector.x(), vector.y())


def _from_line(position: QPointF, start: QPointF, end: QPointF) -> float:
    """How far a point lies from a line between two others."""
    along, off = end - start, position - start
    squared = QPointF.dotProduct(along, along)
    share = min(max(QPointF.dotProduct(off, along) / squared, 0.0), 1.0) if squared else 0.0
    return _length(off - along * share)
