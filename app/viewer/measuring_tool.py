"""What all measuring tools share: drawing point by point, and taking hold of what is drawn."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from app.document import Measurement, MeasurementKind
from app.measuring_commands import (
    AddMeasurements,
    ChangeMeasurement,
    RemoveMeasurements,
    next_number,
)
from app.session import Session
from app.viewer.grips import Grip, dragged, grip_at
from app.viewer.sketch import Sketch
from app.viewer.tool import View
from unet_core.volume import Point, Volume

_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class MeasuringTool:
    """A tool that draws one kind of measurement.

    Press, drag and release draws the first line; a click sets a point and the next click the one
    after it. A measurement under the pointer is moved instead, whichever measuring tool is held.
    Another slice or Esc gives up what is half drawn.

    Attributes:
        name: Key of the tool.
        kind: What it draws.
        count: How many points the hand sets.
        cursor: Shape of the pointer.
    """

    name = ""
    kind: MeasurementKind = "distance"
    count = 2
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, session: Session, sketch: Sketch) -> None:
        self._session, self._sketch = session, sketch
        self._fixed: list[Point] = []
        self._where: tuple[View, int, Volume | None] | None = None
        self._pressed_at = QPointF()
        self._grip: Grip | None = None
        self._grip_from: Point = (0.0, 0.0, 0.0)

    # --- mouse -----------------------------------------------------------------------------

    def press(self, view: View, event: QMouseEvent) -> bool:
        """Set a point, or take hold of a measurement."""
        here = event.position()
        point = view.point_at(here)
        if point is None:
            return False
        self._pressed_at = here
        self._stay(view)
        if self._fixed:
            self._show(view, point)
            return True
        self._grip = grip_at(view, self._session.measurements, here)
        self._where = self._here(view)
        if self._grip is not None:
            self._grip_from = point
            self._sketch.choose(self._grip.measurement.number)
            return True
        self._sketch.choose(None)
        if view.voxel_at(here) is None:
            return False
        self._fixed = [point]
        self._show(view, point)
        return True

    def move(self, view: View, event: QMouseEvent) -> None:
        """Draw on, drag, or show what could be taken hold of."""
        point = view.point_at(event.position())
        if point is None:
            return
        self._stay(view)
        if self._grip is not None:
            self._sketch.show(dragged(self._grip, self._grip_from, point))
        elif self._fixed:
            self._show(view, point)
        else:
            under = grip_at(view, self._session.measurements, event.position())
            self._sketch.set_hot(under.measurement.number if under is not None else None)

    def release(self, view: View, event: QMouseEvent) -> None:
        """Let go of what was dragged, or set the next point."""
        self._stay(view)
        point = view.point_at(event.position())
        grip, self._grip = self._grip, None
        if grip is not None:
            if point is not None:
                self._put_down(grip, dragged(grip, self._grip_from, point))
            self._sketch.show(None)
        elif point is not None and self._fixed:
            self._set_point(view, event.position(), point)

    def _set_point(self, view: View, here: QPointF, point: Point) -> None:
        is_click = (here - self._pressed_at).manhattanLength() < QApplication.startDragDistance()
        last = view.place_of(self._fixed[-1])
        if self.count > 1 and is_click and (here - last).manhattanLength() < 2:
            return  # the click that began it, or a second one on the same place
        if self.count > 1:
            self._fixed.append(point)
        if len(self._fixed) < self.count:
            self._show(view, point)
            return
        made = self._measurement(view, tuple(self._fixed))
        self._give_up()
        self._finish(view, made)

    def _put_down(self, grip: Grip, after: Measurement) -> None:
        if after != grip.measurement:
            self._session.undo_stack.push(ChangeMeasurement(self._session, grip.measurement, after))

    # --- keys and leaving ------------------------------------------------------------------

    def key(self, view: View, event: QKeyEvent) -> bool:
        """Esc gives up what is half drawn; Delete takes the chosen one away."""
        if event.key() == Qt.Key.Key_Escape and (self._fixed or self._grip is not None):
            self._give_up()
            return True
        chosen = self._sketch.chosen
        if event.key() in _REMOVING and chosen is not None and not event.modifiers():
            self._session.undo_stack.push(
                RemoveMeasurements(self._session, frozenset({chosen.number}))
            )
            return True
        return False

    def leave(self) -> None:
        """What is half drawn goes."""
        self._give_up()
        self._sketch.set_hot(None)

    # --- for the kinds to change -----------------------------------------------------------

    def _points(self, view: View, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """The points of the measurement from those that the hand has set."""
        return points

    def _finish(self, view: View, made: Measurement) -> None:
        """Everything is set."""
        self._session.undo_stack.push(AddMeasurements(self._session, made))
        self._sketch.choose(made.number)

    # --- half drawn ------------------------------------------------------------------------

    def _stay(self, view: View) -> None:
        """What was begun in another slice or on another scan is given up."""
        if self._where is not None:
            before, here = self._where, self._here(view)
            if before[1] != here[1] or before[0] is not here[0] or before[2] is not here[2]:
                self._give_up()

    def _here(self, view: View) -> tuple[View, int, Volume | None]:
        return (view, view.position, self._session.volume)

    def _show(self, view: View, point: Point) -> None:
        self._sketch.show(self._measurement(view, (*self._fixed, point)))

    def _measurement(self, view: View, points: tuple[Point, ...]) -> Measurement:
        return Measurement(
            self.kind, self._points(view, points), view.plane.name, next_number(self._session)
        )

    def _give_up(self) -> None:
        self._fixed, self._where, self._grip = [], None, None
        self._sketch.show(None)
