"""Opens the window on the chosen model."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.model.window import ModelWindow
from app.session import Session
from app.settings import Settings


class ModelCommands(QObject):
    """The window is made when it is first asked for."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._shown: ModelWindow | None = None

    @Slot()
    def show_model(self) -> None:
        """Show what the chosen model is, learned from, scores and costs."""
        if self._shown is None:
            self._shown = ModelWindow(self._session, self._settings, self._window)
        self._shown.show_model()

    def shutdown(self) -> None:
        """Close it, and wait."""
        if self._shown is not None:
            self._shown.shutdown()
