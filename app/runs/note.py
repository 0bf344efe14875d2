"""A note on the run the cursor is on: kept when typing rests."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.panel_parts import muted
from app.translation import tr
from unet_core.run_names import LONGEST_NOTE, RunName
from unet_core.run_table import RunRow

REST_MS = 700
HEIGHT_PX = 66


class RunNote(QWidget):
    """Words about one run, and a field for a note on it.

    Signals:
        note_asked: The folder of a run, with its name and the note it shall have.
    """

    note_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._given = RunName()
        self.words = muted("runs_words")
        self.note = QPlainTextEdit()
        self.note.setObjectName("runs_note")
        self.note.setAccessibleName(tr("Note on this run"))
        self.note.setFixedHeight(HEIGHT_PX)
        self.note.setTabChangesFocus(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.keep)
        self.note.textChanged.connect(self._timer.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        layout.addWidget(self.words)
        layout.addLayout(row)
        self.show_run(None)

    def show_run(self, row: RunRow | None) -> None:
        """Show the note of a run; None for no run, or several."""
        folder = row.folder if row is not None and row.is_run else None
        if folder != self._folder:
            self.keep()
        is_same, self._folder = folder == self._folder, folder
        self.note.setEnabled(folder is not None)
        self.note.setPlaceholderText(
            tr("Note on this run") if folder is not None else tr("Choose a run to note something.")
        )
        self.words.setText("" if row is None else words_of(row))
        self.words.setVisible(bool(self.words.text()))
        given = row.given if row is not None and folder is not None else RunName()
        if is_same and self._timer.isActive():
            return  # somebody is typing
        self._given = given
        if self.note.toPlainText() != given.note:
            with QSignalBlocker(self.note):
                self.note.setPlainText(given.note)

    @Slot()
    def keep(self) -> None:
        """Ask that what was typed be kept."""
        self._timer.stop()
        text = self.note.toPlainText()[:LONGEST_NOTE].strip()
        if self._folder is not None and text != self._given.note:
            self._given = RunName(self._given.name, text)
            self.note_asked.emit(self._folder, self._given)


def words_of(row: RunRow) -> str:
    """What is wrong with a run, or why it failed; empty where all is well."""
    return "\n".join((*((row.sentence,) if row.sentence else ()), *row.faults))
