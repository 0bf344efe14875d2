"""Changes of what is measured on the scan that can be taken back."""

from dataclasses import replace

from PySide6.QtGui import QUndoCommand

from app.document import Measurement, MeasurementKind
from app.session import Session
from app.translation import tr

DRAW: dict[MeasurementKind, str] = {
    "distance": tr("draw distance"),
    "angle": tr("draw angle"),
    "ellipse": tr("draw ellipse"),
    "note": tr("draw note"),
}
MOVE: dict[MeasurementKind, str] = {
    "distance": tr("move distance"),
    "angle": tr("move angle"),
    "ellipse": tr("move ellipse"),
    "note": tr("move note"),
}
RENAME: dict[MeasurementKind, str] = {
    "distance": tr("rename distance"),
    "angle": tr("rename angle"),
    "ellipse": tr("rename ellipse"),
    "note": tr("rename note"),
}
DELETE: dict[MeasurementKind, str] = {
    "distance": tr("delete distance"),
    "angle": tr("delete angle"),
    "ellipse": tr("delete ellipse"),
    "note": tr("delete note"),
}


class AddMeasurements(QUndoCommand):
    """Lays measurements over the scan."""

    def __init__(self, session: Session, *added: Measurement) -> None:
        super().__init__(DRAW[added[0].kind])
        self._session, self._added = session, added

    def redo(self) -> None:
        self._session.set_measurements((*self._session.measurements, *self._added))

    def undo(self) -> None:
        gone = {one.number for one in self._added}
        self._session.set_measurements(_without(self._session, gone))


class ChangeMeasurement(QUndoCommand):
    """Puts a measurement in the place of the one with its number."""

    def __init__(self, session: Session, before: Measurement, after: Measurement) -> None:
        is_moved = before.points_xyz_mm != after.points_xyz_mm
        super().__init__((MOVE if is_moved else RENAME)[after.kind])
        self._session, self._before, self._after = session, before, after

    def redo(self) -> None:
        self._put(self._after)

    def undo(self) -> None:
        self._put(self._before)

    def _put(self, measurement: Measurement) -> None:
        self._session.set_measurements(
            tuple(
                measurement if one.number == measurement.number else one
                for one in self._session.measurements
            )
        )


class RemoveMeasurements(QUndoCommand):
    """Takes measurements off the scan; undo lays them back where they were in the list."""

    def __init__(self, session: Session, numbers: frozenset[int]) -> None:
        gone = [one for one in session.measurements if one.number in numbers]
        super().__init__(DELETE[gone[0].kind] if len(gone) == 1 else tr("delete measurements"))
        self._session, self._numbers = session, numbers
        self._before = session.measurements

    def redo(self) -> None:
        self._before = self._session.measurements
        self._session.set_measurements(_without(self._session, self._numbers))

    def undo(self) -> None:
        self._session.set_measurements(self._before)


def next_number(session: Session) -> int:
    """The number of the measurement that is drawn next."""
    return max((one.number for one in session.measurements), default=0) + 1


def rename(session: Session, measurement: Measurement, text: str) -> None:
    """Give a measurement other words; a note without any keeps what it says."""
    text = text.strip()
    if text != measurement.text and (text or measurement.kind != "note"):
        session.undo_stack.push(
            ChangeMeasurement(session, measurement, replace(measurement, text=text))
        )


def _without(session: Session, numbers: set[int] | frozenset[int]) -> tuple[Measurement, ...]:
    return tuple(one for one in session.measurements if one.number not in numbers)
