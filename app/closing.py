"""Whether the window may close: nothing that would be lost goes without an answer."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.opening import Opener
from app.questions import StopQuestion, UnsavedQuestion
from app.session import Session
from app.settings import Settings


class Closing(QObject):
    """Asks what would be lost when the window closes, and closes it after the answers."""

    def __init__(
        self, session: Session, settings: Settings, opener: Opener, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._opener = opener
        self._window = window
        self._may_stop = False
        self._may_drop = False
        self._is_asked_to_close = False
        self._stop_question: StopQuestion | None = None
        self._unsaved = UnsavedQuestion(session, settings, window)
        opener.drop_asked.connect(self._unsaved.ask)
        self._unsaved.answered.connect(self._on_unsaved_answered)

    def may_close(self, *, is_training: bool) -> bool:
        """Whether nothing would be lost; asks first what would, and closes after the answer."""
        if is_training and not self._may_stop:
            if self._stop_question is None:
                self._stop_question = StopQuestion(self._window)
                self._stop_question.accepted.connect(self._on_stop_agreed)
                self._stop_question.finished.connect(self._on_stop_answered)
                self._stop_question.open()
            return False
        if self._session.unsaved and not self._may_drop:
            self._is_asked_to_close = True
            self._unsaved.ask()
            return False
        return True

    def shutdown(self) -> None:
        """End the work of saving."""
        self._unsaved.shutdown()

    @Slot()
    def _on_stop_answered(self) -> None:
        self._stop_question = None

    @Slot()
    def _on_stop_agreed(self) -> None:
        self._may_stop = True
        self._window.close()

    @Slot(bool)
    def _on_unsaved_answered(self, may_drop: bool) -> None:
        if not self._is_asked_to_close or not may_drop:
            self._opener.may_drop(may_drop)
        if self._is_asked_to_close:
            self._is_asked_to_close = False
            self._may_stop = self._may_stop and may_drop
            self._may_drop = may_drop
            if may_drop:
                self._window.close()
