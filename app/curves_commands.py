"""What opens the Curves window, and tells it what the run on show says."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.curves.window import CurvesWindow
from app.panels.train import TrainPanel
from app.session import Session
from app.settings import Settings


class CurvesCommands(QObject):
    """Makes the window when it is first asked for."""

    def __init__(
        self, session: Session, settings: Settings, train: TrainPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._train = session, settings, train
        self._parent = window
        self._window: CurvesWindow | None = None
        session.curves_requested.connect(self._on_requested)
        train.begun.connect(self._on_begun)
        train.heard.connect(self._on_heard)
        train.view.curves.clicked.connect(self.show_curves)

    @property
    def window(self) -> CurvesWindow:
        """The window, made when it is first needed."""
        if self._window is None:
            self._window = CurvesWindow(
                self._session, self._settings, self._train.shown, self._parent
            )
            if self._train.is_training and self._train.shown.run.started is not None:
                self._window.take(self._train.shown.run.started)
        return self._window

    @Slot()
    def show_curves(self) -> None:
        """Show the curves of the running run, else of the newest."""
        self.window.show_runs(())

    def shutdown(self) -> None:
        """Close the window and wait for what it reads."""
        if self._window is not None:
            self._window.shutdown()

    @Slot(object)
    def _on_requested(self, folders: tuple[Path, ...]) -> None:
        self.window.show_runs(folders)

    @Slot()
    def _on_begun(self) -> None:
        if self._window is not None:
            self._window.reader.run_began()

    @Slot(object)
    def _on_heard(self, event: object) -> None:
        if self._window is not None:
            self._window.take(event)
