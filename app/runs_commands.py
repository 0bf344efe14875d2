"""The window of all runs, and what it asks of the Train panel."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app import run_work, work
from app.docks import Docks
from app.jobs import JobGroup
from app.panels.train import TrainPanel
from app.runs.window import RunsWindow
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.runs import RunSummary


class RunsCommands(QObject):
    """Opens the window of runs and carries its wishes to the panel.

    Signals:
        report_asked: The folder of a run to write a report on.
        split_asked: A run whose patients are to be seen, as it was read.
    """

    report_asked = Signal(object)
    split_asked = Signal(object)

    def __init__(
        self, session: Session, settings: Settings, docks: Docks, panel: TrainPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings = session, settings
        self._docks, self._panel, self._parent = docks, panel, window
        self._jobs = JobGroup(self)
        self._runs: RunsWindow | None = None
        self._is_more = False
        panel.night_row.runs_asked.connect(self.show_runs)
        panel.run_ended.connect(self._on_run_ended)

    @Slot()
    def show_runs(self) -> None:
        """Show all runs and the queue."""
        self._window().show_runs()

    def shutdown(self) -> None:
        """Close the window, and wait."""
        if self._runs is not None:
            self._runs.shutdown()
        self._jobs.end()

    def _window(self) -> RunsWindow:
        if self._runs is None:
            made = RunsWindow(self._session, self._settings, self._panel.night, self._parent)
            made.resume_asked.connect(self._on_resume_asked)
            made.more_asked.connect(self._on_more_asked)
            made.duplicate_asked.connect(self._on_duplicate_asked)
            made.report_asked.connect(self.report_asked)
            made.split_asked.connect(self._on_split_asked)
            self._runs = made
        return self._runs

    # --- what the window asks ----------------------------------------------------------------

    @Slot(object)
    def _on_resume_asked(self, folder: Path) -> None:
        self._read(folder, is_more=False)

    @Slot(object)
    def _on_more_asked(self, folder: Path) -> None:
        self._read(folder, is_more=True)

    def _read(self, folder: Path, *, is_more: bool) -> None:
        self._is_more = is_more
        self._jobs.run(partial(work.read_run, folder), self._on_run_read, self._fail)

    @Slot(object)
    def _on_run_read(self, event: work.RunRead) -> None:
        if self._panel.is_training:
            self._fail(tr("A training goes on already; add this one to the queue instead."))
            return
        self._docks.show_train()
        if self._is_more:
            self._panel.more.offer(event.summary)
        else:
            self._panel.resume(event.summary)

    @Slot(object)
    def _on_duplicate_asked(self, folder: Path) -> None:
        self._jobs.run(partial(run_work.read_order, folder), self._on_order_read, self._fail)

    @Slot(object)
    def _on_order_read(self, event: run_work.RunOrder) -> None:
        self._panel.mirror.set_up_alike(event)
        self._panel.setup_fold.set_open(True)
        self._docks.show_train()

    @Slot(object)
    def _on_split_asked(self, folder: Path) -> None:
        self._jobs.run(partial(run_work.read_split, folder), self._on_split_read, self._fail)

    @Slot(object)
    def _on_split_read(self, run: RunSummary) -> None:
        if run.validation_cases:
            self.split_asked.emit(run)
        else:
            self._fail(tr("This run ended before it had split its patients; there is no split."))

    @Slot(object)
    def _on_run_ended(self, _folder: Path) -> None:
        if self._runs is not None and self._runs.isVisible():
            self._runs.read()

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._session.failed.emit(sentence)
