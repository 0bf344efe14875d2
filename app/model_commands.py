"""Opens the window on the chosen model."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.model.window import ModelWindow
from app.panels.train import TrainPanel
from app.session import Session
from app.settings import Settings


class ModelCommands(QObject):
    """The window is made when it is first asked for."""

    def __init__(
        self, session: Session, settings: Settings, train: TrainPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._train = train
        self._shown: ModelWindow | None = None

    @Slot()
    def show_model(self) -> None:
        """Show what the chosen model, else the newest, is, learned from, scores and costs."""
        newest = self._train.newest
        if self._session.model is None and newest is not None and newest.model_path is not None:
            self._session.set_model(newest.model_path)
        if self._shown is None:
            self._shown = ModelWindow(self._session, self._settings, self._window)
        self._shown.show_model()

    def shutdown(self) -> None:
        """Close it, and wait."""
        if self._shown is not None:
            self._shown.shutdown()
