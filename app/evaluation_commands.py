"""The window of evaluations, and who asks for it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.evaluation.window import EvaluationWindow
from app.evaluation_work import Asked
from app.panels.train import TrainPanel
from app.session import Session
from app.settings import Settings


class EvaluationCommands(QObject):
    """Makes the window when it is first asked for.

    Signals:
        made: The window exists now.
    """

    made = Signal()

    def __init__(
        self, session: Session, settings: Settings, train: TrainPanel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._parent = session, settings, parent
        self._train = train
        self.window: EvaluationWindow | None = None

    @Slot()
    def evaluate_folders(self) -> None:
        """Show the window, with the newest run filled in where nothing else is."""
        window, newest = self._shown(), self._train.newest
        fills = window.sources.is_empty and newest is not None and newest.model_path is not None
        window.show_evaluation(Asked("run", newest.folder) if newest and fills else None)

    def evaluate(self, asked: Asked) -> None:
        """Show the window with something to compare filled in."""
        self._shown().show_evaluation(asked)

    def shutdown(self) -> None:
        """Close the window, and wait."""
        if self.window is not None:
            self.window.shutdown()

    def _shown(self) -> EvaluationWindow:
        if self.window is None:
            self.window = EvaluationWindow(self._session, self._settings, self._parent)
            self.made.emit()
        return self.window
