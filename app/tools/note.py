"""A few words that point at something."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.document import Measurement, MeasurementKind
from app.measuring_commands import AddMeasurements
from app.session import Session
from app.translation import tr
from app.viewer.measuring_tool import MeasuringTool
from app.viewer.sketch import Sketch
from app.viewer.tool import View

WIDTH_PX = 190
GAP_PX = 12
MOST_LETTERS = 120


class Note(MeasuringTool):
    """Click, then write."""

    name = "note"
    kind: MeasurementKind = "note"
    count = 1

    def _finish(self, view: View, made: Measurement) -> None:
        if isinstance(view, QWidget):
            NoteEditor(self._session, self._sketch, made, view).begin(
                view.place_of(made.points_xyz_mm[0])
            )


class NoteEditor(QLineEdit):
    """A line to write in, over the slice: Enter keeps the note, Esc drops it."""

    def __init__(self, session: Session, sketch: Sketch, note: Measurement, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._sketch, self._note, self._over = session, sketch, note, view
        self._is_over = False
        self.setObjectName("note_text")
        self.setAccessibleName(tr("Words of the note"))
        self.setPlaceholderText(tr("Note, then Enter"))
        self.setMaxLength(MOST_LETTERS)
        self.setFixedWidth(min(WIDTH_PX, max(view.width() - 2 * GAP_PX, 60)))
        self.editingFinished.connect(self._on_finished)
        session.volume_changed.connect(self._drop)
        sketch.show(note)

    def begin(self, place: QPointF) -> None:
        """Open beside the place that the note points at."""
        room, size = self._over.size(), self.sizeHint()
        x = min(place.x() + GAP_PX, room.width() - self.width() - GAP_PX)
        y = min(place.y() + GAP_PX, room.height() - size.height() - GAP_PX)
        self.move(max(round(x), GAP_PX), max(round(y), GAP_PX))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Every key is for the note while it is written."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._drop()
        else:
            super().keyPressEvent(event)
            event.accept()  # or Enter would go on to the view, which takes it for its own

    @Slot()
    def _on_finished(self) -> None:
        text = self.text().strip()
        was_over = self._is_over
        self._drop()
        if text and not was_over:
            self._session.undo_stack.push(
                AddMeasurements(self._session, replace(self._note, text=text))
            )
            self._sketch.choose(self._note.number)

    @Slot()
    def _drop(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._sketch.show(None)
            self.hide()
            self.deleteLater()
