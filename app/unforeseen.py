"""An error nobody foresaw: a sentence for the user, its place in the code for who mends it."""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from app.translation import tr

SENTENCE = tr(
    "Something went wrong that should not have ({kind}). What is saved on disk is untouched; "
    "if it happens again, close Slicewise and start it anew."
)


class UnforeseenErrors(QObject):
    """Takes over ``sys.excepthook``: Qt only prints an exception that leaves a slot.

    Neither the dialog nor what is written to the terminal holds the exception's own text, which
    may name a file and so a patient.
    """

    happened = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: QMessageBox | None = None
        self.happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)

    def hook(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """What ``sys.excepthook`` is set to; called in any thread."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        if sys.stderr is not None:
            sys.stderr.write(place_of(kind, trace))
        self.happened.emit(SENTENCE.format(kind=kind.__name__))

    @Slot(str)
    def _on_happened(self, sentence: str) -> None:
        if self._dialog is not None:
            return
        self._dialog = QMessageBox(
            QMessageBox.Icon.Warning,
            "Slicewise",
            sentence,
            QMessageBox.StandardButton.Ok,
            self._window,
        )
        self._dialog.setObjectName("unforeseen_dialog")
        self._dialog.finished.connect(self._on_closed)
        self._dialog.open()

    @Slot()
    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None


def place_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of error and the files, lines and functions it came through; no values."""
    lines = [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}\n"
        for frame in traceback.extract_tb(trace)
    ]
    return "".join([f"Unforeseen {kind.__name__}:\n", *lines])
