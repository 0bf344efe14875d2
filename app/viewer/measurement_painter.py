"""Measurements drawn over the slices they lie in, with what they say.

A measurement is drawn whole, with its numbers, in every view whose slice it lies in within half a
slice. Where a slice only cuts it, the cut is drawn, thin and without numbers: a dot where a line
passes through, the chord of an ellipse. Elsewhere it is not drawn at all.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from app.document import Measurement
from app.session import Session
from app.viewer.annotations import EDGE_PX
from app.viewer.grips import HALF_SLICE, handles, lies_in, outline
from app.viewer.measuring import lines, reading
from app.viewer.sketch import Sketch
from app.viewer.tool import View
from unet_core.volume import Point, Volume

LINE = "#7fe0ff"
CHOSEN = "#ffe27a"
LESION = "#ffffff"
TEXT = "#f3f6f9"
PLATE = QColor(10, 13, 18, 214)
"""Dark enough that text on it is read over bone as over air."""
_RIM = QColor(0, 0, 0, 190)
_GAP_PX = 10.0
_INSET_PX = 5.0
_LIFT_PX = 4.0
_MOST_KEPT = 512
NARROW_PX, TEXT_LINES = 300, 2
"""A view so narrow may have its upper letter below the texts of its corner."""
_POINTS = {"distance": 2, "angle": 3, "ellipse": 3, "note": 1}


@dataclass(frozen=True)
class LesionMark:
    """Diameters of one lesion, shown while its row is chosen.

    Attributes:
        lines_xyz_mm: Both ends of the longest one, and of that across it.
        words: Which lesion, and how large.
    """

    lines_xyz_mm: tuple[tuple[Point, Point], ...]
    words: tuple[str, ...]


class MeasurementPainter:
    """Draws the session's measurements and what is half drawn."""

    def __init__(self, session: Session, sketch: Sketch) -> None:
        self._session, self._sketch = session, sketch
        self._lesion: LesionMark | None = None
        self._volume: Volume | None = None
        self._said: dict[Measurement, tuple[str, ...]] = {}

    def set_lesion(self, mark: LesionMark | None) -> None:
        """Show the diameters of another lesion, or of none."""
        self._lesion = mark

    def paint(self, view: View, painter: QPainter) -> None:
        """Draw what lies in this slice."""
        shown = self._sketch.shown
        if self._session.volume is None or (not shown and self._lesion is None):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plates: list[QRectF] = []
        whole = [one for one in shown if lies_in(view, one)]
        drawn = _path_of([outline(view, one) for one in whole])
        if self._lesion is not None:
            self._paint_lesion(view, painter, self._lesion, plates, drawn)
        for one in shown:
            if one in whole:
                self._paint_whole(view, painter, one, plates, drawn)
            else:
                self._paint_cut(view, painter, one)

    # --- one measurement -------------------------------------------------------------------

    def _paint_whole(
        self,
        view: View,
        painter: QPainter,
        one: Measurement,
        plates: list[QRectF],
        drawn: QPainterPath,
    ) -> None:
        chosen = self._sketch.chosen
        is_chosen = chosen is not None and chosen.number == one.number
        colour = QColor(CHOSEN if is_chosen else LINE)
        corners = outline(view, one)
        _draw_line(painter, corners, colour, 1.6)
        is_held = is_chosen or self._sketch.hot == one.number or self._sketch.draft is one
        for place, index, _ in handles(view, one):
            if one.kind == "ellipse" and index == 0:
                if is_held:
                    _draw_cross(painter, place, colour)
            elif one.kind == "note":
                _draw_dot(painter, place, colour, 3.0)
            elif is_held or one.kind != "ellipse":
                _draw_dot(painter, place, colour, 4.0 if is_held else 2.4)
        if len(one.points_xyz_mm) == _POINTS[one.kind]:
            if one.kind == "angle":
                _draw_arc(painter, corners, colour)
            words = self._words(one)
            if words:
                _draw_plate(painter, words, colour, corners, plates, drawn)

    def _paint_cut(self, view: View, painter: QPainter, one: Measurement) -> None:
        """The part of a line within half a slice, the chord of an ellipse, or nothing."""
        heights = [view.slices_from(point) for point in one.points_xyz_mm]
        is_beside = min(heights) > HALF_SLICE or max(heights) < -HALF_SLICE
        if is_beside and one.kind != "ellipse":
            return
        places = [view.place_of(point) for point in one.points_xyz_mm]
        colour = QColor(LINE)
        if one.kind == "ellipse" and len(places) == 3:
            chord = _chord(places, heights)
            if chord:
                _draw_line(painter, chord, colour, 1.0)
            return
        for start, end, low, high in zip(places, places[1:], heights, heights[1:], strict=False):
            cut = _within(start, end, low, high)
            if cut:
                _draw_line(painter, cut, colour, 1.0)
                _draw_dot(painter, (cut[0] + cut[1]) / 2, colour, 2.4)

    def _words(self, one: Measurement) -> tuple[str, ...]:
        volume = self._session.volume
        if volume is None or (one is self._sketch.draft and one.kind == "note"):
            return ()
        if volume is not self._volume or len(self._said) > _MOST_KEPT:
            self._volume, self._said = volume, {}
        if one not in self._said:
            words = lines(one, reading(volume, one))
            if one.text and one.kind != "note":
                words = (one.text, *words)
            self._said[one] = words
        return self._said[one]

    # --- a lesion --------------------------------------------------------------------------

    def _paint_lesion(
        self,
        view: View,
        painter: QPainter,
        mark: LesionMark,
        plates: list[QRectF],
        drawn: QPainterPath,
    ) -> None:
        ends = [point for line in mark.lines_xyz_mm for point in line]
        if view.plane.name != "axial" or any(
            abs(view.slices_from(point)) > HALF_SLICE for point in ends
        ):
            return
        colour = QColor(LESION)
        diameters = [[view.place_of(point) for point in line] for line in mark.lines_xyz_mm]
        for line in diameters:
            _draw_line(painter, line, colour, 1.4, Qt.PenStyle.DashLine)
        corners = [place for line in diameters for place in line]
        _draw_plate(painter, mark.words, colour, corners, plates, drawn)


# --- strokes -------------------------------------------------------------------------------------


def _draw_line(
    painter: QPainter,
    corners: Sequence[QPointF],
    colour: QColor,
    width: float,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(_RIM, width + 2.0), QPen(colour, width, style)):
        painter.setPen(pen)
        painter.drawPolyline(list(corners))


def _draw_dot(painter: QPainter, place: QPointF, colour: QColor, radius: float) -> None:
    painter.setPen(QPen(_RIM, 1.2))
    painter.setBrush(colour)
    painter.drawEllipse(place, radius, radius)


def _draw_cross(painter: QPainter, place: QPointF, colour: QColor) -> None:
    across, down = QPointF(5, 0), QPointF(0, 5)
    _draw_line(painter, [place - across, place + across], colour, 1.2)
    _draw_line(painter, [place - down, place + down], colour, 1.2)


def _draw_arc(painter: QPainter, corners: Sequence[QPointF], colour: QColor) -> None:
    """Between the arms of an angle, at a third of the shorter one."""
    first, corner, second = corners
    arms = [first - corner, second - corner]
    radius = min(math.hypot(arm.x(), arm.y()) for arm in arms) / 3
    turns = [math.degrees(math.atan2(-arm.y(), arm.x())) for arm in arms]
    span = (turns[1] - turns[0] + 180) % 360 - 180
    box = QRectF(corner.x() - radius, corner.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(_RIM, 3.0), QPen(colour, 1.2)):
        painter.setPen(pen)
        painter.drawArc(box, round(turns[0] * 16), round(span * 16))


def _draw_plate(
    painter: QPainter,
    words: Sequence[str],
    colour: QColor,
    corners: Sequence[QPointF],
    plates: list[QRectF],
    drawn: QPainterPath,
) -> None:
    """Words beside a drawing, inside the view, clear of it, of letters and of other plates."""
    metrics = QFontMetricsF(painter.font())
    width = max(metrics.horizontalAdvance(line) for line in words) + 2 * _INSET_PX
    height = metrics.height() * len(words) + 2 * _INSET_PX - 2
    size = QSizeF(width, height)
    room = QRectF(painter.viewport())
    plate = place_of_plate(size, room, corners, plates, metrics.height(), drawn)
    plates.append(plate)
    edge = QColor(colour)
    edge.setAlpha(150)
    painter.setPen(QPen(edge, 1.0))
    painter.setBrush(PLATE)
    painter.drawRoundedRect(plate, 4, 4)
    painter.setPen(QColor(TEXT))
    for number, line in enumerate(words):
        base = plate.top() + _INSET_PX - 1 + metrics.ascent() + number * metrics.height()
        painter.drawText(QPointF(plate.left() + _INSET_PX, base), line)


def place_of_plate(
    size: QSizeF,
    room: QRectF,
    corners: Sequence[QPointF],
    plates: Sequence[QRectF],
    line_px: float,
    drawn: QPainterPath | None = None,
) -> QRectF:
    """Where the words of a drawing stand: the first place that covers least.

    Above its right end where there is room, for the lines of the crosshair often pass through
    that; else on its other sides; else at a side of the view.

    Args:
        size: Of the words.
        room: The view.
        corners: Of the drawing.
        plates: Words that stand there already.
        line_px: Height of a line of text, for the room that the orientation letters take.
        drawn: All that is drawn in the view.
    """
    drawing = _path_of([corners])
    others = drawn or drawing
    letters = _letter_places(room, line_px)

    def covers(plate: QRectF) -> tuple[int, ...]:
        return (
            any(plate.intersects(other) for other in plates),
            drawing.intersects(plate),
            any(plate.intersects(letter) for letter in letters) + others.intersects(plate),
        )

    places = _places_beside(size, room, corners)
    free = (place for place in places if not any(covers(place)))
    plate = next(free, None) or min(places, key=covers)
    for other in sorted(plates, key=QRectF.top):
        if plate.intersects(other):
            plate.moveTop(other.bottom() + 3)
    return plate


def _path_of(drawings: Sequence[Sequence[QPointF]]) -> QPainterPath:
    path = QPainterPath()
    for corners in drawings:
        path.addPolygon(QPolygonF(list(corners)))
    return path


def _places_beside(size: QSizeF, room: QRectF, corners: Sequence[QPointF]) -> list[QRectF]:
    """Where words may stand, the best first, each moved into the view."""
    width, height = size.width(), size.height()
    left = min(corners, key=lambda place: place.x())
    right = max(corners, key=lambda place: place.x())
    box = QPolygonF(list(corners)).boundingRect()
    beyond, before = right.x() + _GAP_PX, left.x() - _GAP_PX - width
    middle = box.center().x() - width / 2
    inside = room.adjusted(4, 4, -4 - width, -4 - height)
    places = (
        (beyond, right.y() - height - _LIFT_PX),
        (beyond, right.y() + _LIFT_PX),
        (before, right.y() - height - _LIFT_PX),
        (before, right.y() + _LIFT_PX),
        (middle, box.top() - height - _GAP_PX),
        (middle, box.bottom() + _GAP_PX),
        (box.left(), box.top() - height - _GAP_PX),
        (box.left(), box.bottom() + _GAP_PX),
        *_places_aside(inside, height, box.center()),
    )
    return [
        QRectF(
            min(max(x, room.left() + 4), max(inside.right(), room.left() + 4)),
            min(max(y, room.top() + 4), max(inside.bottom(), room.top() + 4)),
            width,
            height,
        )
        for x, y in places
    ]


def _places_aside(inside: QRectF, height: float, centre: QPointF) -> list[tuple[float, float]]:
    """Upper left corners at the sides of a view, those nearest to a drawing first."""
    rows = max(int(3 * inside.height() // height), 1)
    heights = [inside.top() + inside.height() * row / rows for row in range(rows + 1)]
    places = [(x, y) for x in (inside.right(), inside.left()) for y in heights]
    return sorted(places, key=lambda place: math.dist(place, (centre.x(), centre.y())))


def _letter_places(room: QRectF, line_px: float) -> tuple[QRectF, ...]:
    """What the orientation letters at the middles of the edges may take; see ``draw_letters``."""
    side = line_px + EDGE_PX
    half = side / 2
    texts = side if room.width() > NARROW_PX else side + TEXT_LINES * line_px
    x, y = room.center().x(), room.center().y()
    return (
        QRectF(room.left(), y - half, side, side),
        QRectF(room.right() - side, y - half, side, side),
        QRectF(x - half, room.top(), side, texts),
        QRectF(x - half, room.bottom() - side, side, side),
    )


# --- cuts ----------------------------------------------------------------------------------------


def _within(start: QPointF, end: QPointF, low: float, high: float) -> list[QPointF]:
    """The part of a line whose height is within half a slice; empty if there is none.

    Args:
        start: Where it begins in the view.
        end: Where it ends.
        low: How many slices its beginning lies above the slice on show.
        high: The same of its end.
    """
    if low == high:
        return [start, end] if abs(low) <= HALF_SLICE else []
    shares = sorted((edge - low) / (high - low) for edge in (-HALF_SLICE, HALF_SLICE))
    first, last = max(shares[0], 0.0), min(shares[1], 1.0)
    if first > last:
        return []
    return [start + (end - start) * first, start + (end - start) * last]


def _chord(places: Sequence[QPointF], heights: Sequence[float]) -> list[QPointF]:
    """Where the middle of the slice cuts an ellipse; empty where it does not."""
    tilt_a, tilt_b = heights[1] - heights[0], heights[2] - heights[0]
    reach = math.hypot(tilt_a, tilt_b)
    if abs(heights[0]) > reach or reach < 1e-9:
        return []
    turn, half = math.atan2(tilt_b, tilt_a), math.acos(-heights[0] / reach)
    a, b = places[1] - places[0], places[2] - places[0]
    return [
        places[0] + a * math.cos(angle) + b * math.sin(angle)
        for angle in (turn - half, turn + half)
    ]
