"""What the window asks before something would be lost; no question holds up the window."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from app.saving import MaskSaver
from app.session import Session
from app.settings import Settings
from unet_core.volume import LabelMap

TITLE = "Slicewise"


class StopQuestion(QMessageBox):
    """A training run goes on while the window is closed: ``accepted`` means stop it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("close_question")
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(TITLE)
        self.setText("A training run is going on. Stop it and close?")
        self.setInformativeText(
            "Finished rounds and the best model so far are kept, and the run can be resumed."
        )
        stop = self.addButton("Stop and close", QMessageBox.ButtonRole.AcceptRole)
        stop.setObjectName("close_stop")
        keep = self.addButton("Keep training", QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


class UnsavedQuestion(QObject):
    """Asks what becomes of masks that are in no file, and saves them if that is the answer.

    Signals:
        answered: True: each is saved or given up, so they may go; False: they must stay.
    """

    answered = Signal(bool)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._box: QMessageBox | None = None
        self._save: QPushButton | None = None
        self._discard: QPushButton | None = None
        self._is_saving = False
        self._saver = MaskSaver(session, settings, window)
        self._saver.saved.connect(self._on_saved)
        self._saver.not_saved.connect(self._on_not_saved)

    def ask(self) -> None:
        """Show the question, once; without anything unsaved the answer is True at once."""
        unsaved = self._session.unsaved
        if self._box is not None or self._is_saving:
            return
        if not unsaved:
            self.answered.emit(True)
            return
        volume = self._session.volume
        scan = volume.name if volume else "the scan"
        box = QMessageBox(self._window)
        box.setObjectName("unsaved_question")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(TITLE)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(unsaved_text(unsaved, scan))
        box.setInformativeText("\n".join(label_map.name for label_map in unsaved))
        self._save = box.addButton("Save…", QMessageBox.ButtonRole.AcceptRole)
        self._save.setObjectName("unsaved_save")
        self._discard = box.addButton("Discard", QMessageBox.ButtonRole.DestructiveRole)
        self._discard.setObjectName("unsaved_discard")
        cancel = box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
        cancel.setObjectName("unsaved_cancel")
        box.setDefaultButton(self._save)
        box.setEscapeButton(cancel)
        box.finished.connect(self._on_finished)
        self._box = box
        box.open()

    def shutdown(self) -> None:
        """Wait until everything is written."""
        self._saver.shutdown()

    @Slot()
    def _on_finished(self) -> None:
        box, self._box = self._box, None
        if box is None:
            return
        pressed = box.clickedButton()
        box.deleteLater()
        unsaved = self._session.unsaved
        if pressed is self._discard or not unsaved:
            self.answered.emit(True)
        elif pressed is self._save:
            self._is_saving = True
            self._saver.ask(unsaved[0])
        else:
            self.answered.emit(False)

    @Slot()
    def _on_saved(self) -> None:
        self._is_saving = False
        self.ask()  # about the next, if there is one

    @Slot()
    def _on_not_saved(self) -> None:
        if self._is_saving:
            self._is_saving = False
            self.answered.emit(False)


def unsaved_text(unsaved: tuple[LabelMap, ...], scan: str) -> str:
    """What is not saved, as a question."""
    are_predictions = all(label_map.role == "prediction" for label_map in unsaved)
    count = len(unsaved)
    if count == 1 and are_predictions:
        return f"The prediction on {scan} is not saved. Save it?"
    if count == 1:
        return f"A mask over {scan} is not saved as it is now. Save it?"
    if are_predictions:
        return f"{count} predictions on {scan} are not saved. Save them?"
    return f"{count} masks over {scan} are not saved as they are now. Save them?"
