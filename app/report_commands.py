"""Reports of runs: asked for anywhere, written in a child process."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app import report_work
from app.jobs import Job, JobGroup
from app.report_dialog import FILTERS, ReportDialog, ReportFileDialog
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.events import Notice, Progress, Saved
from unet_core.isolation import isolated


class ReportCommands(QObject):
    """Answers "Save report", and leaves a report in the folder of every run that ended."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self._jobs, self._beside = JobGroup(self), JobGroup(self)
        self._job: Job | None = None
        self._dialog: ReportDialog | None = None
        self._source: Path | None = None

    # --- what is asked -----------------------------------------------------------------------

    @Slot()
    def save_report(self) -> None:
        """Ask where the report of the newest run goes."""
        start = partial(report_work.newest_run, self._settings.runs_root)
        self._jobs.run(start, self._on_newest, self._fail)

    @Slot(object)
    def save_run_report(self, folder: Path) -> None:
        """Ask where the report of a run goes."""
        if self._job is not None:
            self._fail(tr("A report is being written already; wait for it or cancel it."))
            return
        self._source = folder
        dialog = ReportFileDialog(self._settings.last_folder, tr("run report"), self._window)
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    @Slot(object)
    def write_into_run(self, folder: Path) -> None:
        """Leave ``report.html`` in the folder of a run that ended; failing is no more than said."""
        self._beside.run(partial(isolated, report_work.write_beside, folder), self._on_beside)

    def shutdown(self) -> None:
        """End what is being written; older files are then untouched."""
        if self._dialog is not None:
            self._dialog.close()
        self._jobs.end(at_once=True)
        self._beside.end(at_once=True)

    def save(self, target: Path) -> None:
        """Write without asking what was asked for last; a file of that name is replaced."""
        if self._source is None or self._job is not None:
            return
        self._settings.last_folder = target.parent
        dialog = self._shown()
        dialog.begin(target)
        start = partial(isolated, report_work.write_run, self._source, target)
        self._job = self._jobs.run(start, self._on_event, self._on_failed, self._on_finished)

    # --- asking ------------------------------------------------------------------------------

    def _shown(self) -> ReportDialog:
        if self._dialog is None:
            self._dialog = ReportDialog(self._window)
            self._dialog.cancelled.connect(self._on_cancelled)
        return self._dialog

    @Slot(object)
    def _on_newest(self, event: report_work.NewestRun) -> None:
        self.save_run_report(event.folder)

    @Slot(str)
    def _on_selected(self, text: str) -> None:
        dialog, target = self.sender(), Path(text)
        if isinstance(dialog, ReportFileDialog):
            if target.suffix.lower() not in FILTERS:
                target = target.with_name(f"{target.name}{dialog.ending}")
            self.save(target)

    # --- what the work tells -----------------------------------------------------------------

    @Slot(object)
    def _on_event(self, event: object) -> None:
        dialog = self._shown()
        match event:
            case Progress():
                dialog.show_progress(event.text, event.done, event.total)
            case Notice():
                self._session.notified.emit(event.text)
            case report_work.CasesNamed():
                dialog.show_names(event.titles)
            case Saved():
                self._job = None  # its process may take a moment to end
                dialog.finish()
                self._session.notified.emit(tr("{file} was saved.", file=event.path.name))

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._shown().fail(sentence)
        self._fail(sentence)

    @Slot()
    def _on_finished(self) -> None:
        if self.sender() is self._job:
            self._job = None

    @Slot()
    def _on_cancelled(self) -> None:
        if self._job is not None:
            self._job.stop()

    @Slot(object)
    def _on_beside(self, event: object) -> None:
        if isinstance(event, Notice):
            self._session.notified.emit(event.text)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._session.failed.emit(sentence)
