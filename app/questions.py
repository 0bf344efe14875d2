"""What the window asks before something would be lost; no question holds up the window."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton, QWidget

from app.saving import MaskSaver
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.volume import LabelMap

TITLE = "Slicewise"


class TrainingQuestion(QMessageBox):
    """A training run goes on while the window is closed: does it go on without it?

    Signals:
        go_on_asked: It does.
        stop_asked: It is stopped; what it has is kept.

    Args:
        parent: The window.
        is_elsewhere: Whether another process trains it already.
    """

    go_on_asked = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget, *, is_elsewhere: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("close_question")
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(TITLE)
        self.setText(tr("A training run is going on. Shall it go on without the window?"))
        lines = [
            tr(
                "If it goes on, it works in the background until it is done; when you open "
                "Slicewise again, it is shown as it is then."
            ),
            tr(
                "If it stops, finished rounds and the best model so far are kept, and it can be "
                "resumed."
            ),
        ]
        if is_elsewhere:
            lines[0] = tr("It works in the background and does not need this window.")
        self.setInformativeText("\n".join(lines))
        roles = QMessageBox.ButtonRole
        self._go_on = self.addButton(tr("Let it go on"), roles.AcceptRole)
        self._go_on.setObjectName("close_go_on")
        self._stop = self.addButton(tr("Stop it and close"), roles.DestructiveRole)
        self._stop.setObjectName("close_stop")
        keep = self.addButton(tr("Keep the window open"), roles.RejectRole)
        keep.setObjectName("close_keep")
        self.setDefaultButton(self._go_on)
        self.setEscapeButton(keep)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttonClicked.connect(self._on_clicked)

    @Slot(QAbstractButton)
    def _on_clicked(self, pressed: QAbstractButton) -> None:
        if pressed is self._go_on:
            self.go_on_asked.emit()
        elif pressed is self._stop:
            self.stop_asked.emit()


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
        scan = volume.name if volume else tr("the scan")
        box = QMessageBox(self._window)
        box.setObjectName("unsaved_question")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(TITLE)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(unsaved_text(unsaved, scan))
        box.setInformativeText("\n".join(label_map.name for label_map in unsaved))
        self._save = box.addButton(tr("Save…"), QMessageBox.ButtonRole.AcceptRole)
        self._save.setObjectName("unsaved_save")
        self._discard = box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        self._discard.setObjectName("unsaved_discard")
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
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
        return tr("The prediction on {scan} is not saved. Save it?", scan=scan)
    if count == 1:
        return tr("A mask over {scan} is not saved as it is now. Save it?", scan=scan)
    if are_predictions:
        return tr("{count} predictions on {scan} are not saved. Save them?", count=count, scan=scan)
    return tr(
        "{count} masks over {scan} are not saved as they are now. Save them?",
        count=count,
        scan=scan,
    )
