"""What becomes of an evaluation: files, and the band that two readers make."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import evaluation_work
from app.curves import human_band
from app.evaluation.evaluation import Evaluation
from app.evaluation.headline import own_band
from app.jobs import Job, JobGroup
from app.panel_parts import button, file_dialog
from app.report_dialog import FILTERS, ReportDialog, ReportFileDialog
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.events import Progress, Saved
from unet_core.isolation import isolated
from unet_core.report.privacy import case_titles


class Output(QObject):
    """Saves and keeps what an evaluation found."""

    failed = Signal(str)

    def __init__(
        self, session: Session, settings: Settings, evaluation: Evaluation, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings = session, settings
        self._evaluation, self._window = evaluation, window
        self._jobs = JobGroup(self)
        self._report: Job | None = None
        self._dialog: ReportDialog | None = None

    @Slot()
    def ask_json(self) -> None:
        """Ask for the name of a file for programs."""
        self._ask("evaluation.json", tr("Evaluation (*.json)"))

    @Slot()
    def ask_csv(self) -> None:
        """Ask for the name of a file for spreadsheets."""
        self._ask("evaluation.csv", tr("Table (*.csv)"))

    @Slot()
    def ask_report(self) -> None:
        """Ask where a report for people goes, as a web page or PDF."""
        folder, stem = self._settings.last_folder, tr("evaluation report")
        dialog = ReportFileDialog(folder, stem, self._window)
        dialog.fileSelected.connect(self._on_report_chosen)
        dialog.open()

    @Slot(str)
    def _on_report_chosen(self, name: str) -> None:
        dialog, path = self.sender(), Path(name)
        if path.suffix.lower() not in FILTERS:
            ending = dialog.ending if isinstance(dialog, ReportFileDialog) else ".html"
            path = path.with_name(f"{path.name}{ending}")
        self.save_report_to(path)

    def save_report_to(self, path: Path) -> None:
        """Write a report with pictures as a web page or PDF; a file there is replaced."""
        if self._report is not None:
            self.failed.emit(tr("A report is being written already; wait for it or cancel it."))
            return
        self._settings.last_folder = path.parent
        made = self._evaluation.made
        if self._dialog is None:
            self._dialog = ReportDialog(self._window)
            self._dialog.cancelled.connect(self._on_cancelled)
        self._dialog.begin(path)
        names = [*(case.case_id for case in made.cases), *(one.case_id for one in made.skipped)]
        self._dialog.show_names(case_titles(names))
        start = partial(isolated, evaluation_work.save_report, made, path)
        self._report = self._jobs.run(
            start, self._on_report, self._on_report_failed, self._on_report_over
        )

    @Slot(object)
    def _on_report(self, event: object) -> None:
        dialog = self._dialog
        assert dialog is not None
        match event:
            case Progress():
                dialog.show_progress(event.text, event.done, event.total)
            case Saved():
                self._report = None  # its process may take a moment to end
                dialog.finish()
                self._session.notified.emit(tr("{file} was saved.", file=event.path.name))

    @Slot(str)
    def _on_report_failed(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.fail(sentence)
        self._session.failed.emit(sentence)

    @Slot()
    def _on_report_over(self) -> None:
        if self.sender() is self._report:
            self._report = None

    @Slot()
    def _on_cancelled(self) -> None:
        if self._report is not None:
            self._report.stop()

    def _ask(self, name: str, kind: str) -> None:
        folder = self._settings.last_folder
        title = tr("Save the evaluation")
        dialog = file_dialog(self._window, "evaluation_save_dialog", title, folder)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the evaluation as JSON, or as CSV by the ending; a file there is replaced."""
        self._settings.last_folder = path.parent
        start = partial(evaluation_work.save, self._evaluation.made, path)
        self._jobs.run(start, self._on_saved, self._on_failed)

    @Slot(object)
    def _on_saved(self, event: object) -> None:
        if isinstance(event, Saved):
            self._session.notified.emit(
                tr("The evaluation was saved as {name}.", name=event.path.name)
            )

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.failed.emit(sentence)

    @Slot()
    def keep_band(self) -> None:
        """Show on every Dice axis how far the two readers agree."""
        band = own_band(self._evaluation.cases)
        if band is not None:
            human_band.keep(self._settings, band)
            self._session.human_band_changed.emit()
            self._session.notified.emit(
                tr("The Dice axes show how far your two readers agree: {band}.", band=band.text)
            )

    def shutdown(self) -> None:
        """Wait for files under way."""
        if self._dialog is not None:
            self._dialog.close()
        self._jobs.end()


class ResultBar(QWidget):
    """Buttons for what can be done with an evaluation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy = button("evaluation_copy", tr("Copy"), tr("Copy the table shown, with tabs"))
        self._json = button(
            "evaluation_save_json", tr("Save as JSON…"), tr("Save everything, for programs")
        )
        self._csv = button(
            "evaluation_save_csv",
            tr("Save as CSV…"),
            tr("Save cases, slices and lesions, for spreadsheets"),
        )
        self._report = button(
            "evaluation_save_report",
            tr("Save report…"),
            tr("Save a report for people, as a web page or PDF without names"),
        )
        self._band = button(
            "evaluation_band",
            tr("Use as human band"),
            tr("Show how far these two readers agree on the Dice axis of every training"),
        )
        self.close_button = button("evaluation_close", tr("Close"), tr("Close this window"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for one in (self.copy, self._csv, self._json, self._report, self._band):
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.close_button)

    def connect_to(self, output: Output) -> None:
        """Have files and the band made by ``output``."""
        self._json.clicked.connect(output.ask_json)
        self._csv.clicked.connect(output.ask_csv)
        self._report.clicked.connect(output.ask_report)
        self._band.clicked.connect(output.keep_band)

    def show_state(self, *, has_cases: bool, are_readers: bool) -> None:
        """What can be done now."""
        for one in (self.copy, self._csv, self._json, self._report):
            one.setEnabled(has_cases)
        self._band.setVisible(are_readers)
