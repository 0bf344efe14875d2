"""Whether the window may close: nothing that would be lost goes without an answer."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.opening import Opener
from app.questions import TrainingQuestion, UnsavedQuestion
from app.session import Session
from app.settings import Settings


class Closing(QObject):
    """Asks what would be lost when the window closes, and closes it after the answers.

    Signals:
        go_on_asked: The training shall go on without the window; ``let_go`` is the answer.
        stop_asked: It shall be stopped.
    """

    go_on_asked = Signal()
    stop_asked = Signal()

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
        self._question: TrainingQuestion | None = None
        self._is_letting_go = False
        self._unsaved = UnsavedQuestion(session, settings, window)
        opener.drop_asked.connect(self._unsaved.ask)
        self._unsaved.answered.connect(self._on_unsaved_answered)

    def may_close(self, *, is_training: bool, is_elsewhere: bool = False) -> bool:
        """Whether nothing would be lost; asks first what would, and closes after the answer.

        Args:
            is_training: Whether a training run is on show.
            is_elsewhere: Whether it is trained by a process that needs no window.
        """
        if self._is_letting_go:
            return False
        if is_training and not self._may_stop:
            if self._question is None:
                self._question = TrainingQuestion(self._window, is_elsewhere=is_elsewhere)
                self._question.go_on_asked.connect(self._on_go_on)
                self._question.stop_asked.connect(self._on_stop)
                self._question.finished.connect(self._on_answered)
                self._question.open()
            return False
        if self._session.unsaved and not self._may_drop:
            self._is_asked_to_close = True
            self._unsaved.ask()
            return False
        return True

    def shutdown(self) -> None:
        """End the work of saving."""
        self._unsaved.shutdown()

    @Slot(bool)
    def let_go(self, is_going_on: bool) -> None:
        """The run goes on without the window, or it could not be arranged."""
        if self._is_letting_go:
            self._is_letting_go = False
            self._may_stop = is_going_on
            if is_going_on:
                self._window.close()

    @Slot()
    def _on_answered(self) -> None:
        self._question = None

    @Slot()
    def _on_go_on(self) -> None:
        self._is_letting_go = True
        self.go_on_asked.emit()

    @Slot()
    def _on_stop(self) -> None:
        self._may_stop = True
        self.stop_asked.emit()
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
