"""What becomes of an evaluation: files, and the band that two readers make."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app import evaluation_work
from app.curves import human_band
from app.evaluation.evaluation import Evaluation
from app.evaluation.headline import own_band
from app.jobs import JobGroup
from app.panel_parts import file_dialog
from app.report_dialog import FILTERS, ReportFileDialog
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.events import Saved
from unet_core.isolation import isolated


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
        path, made = Path(name), self._evaluation
        if path.suffix.lower() not in FILTERS:
            path = path.with_name(f"{path.name}.html")
        order = (tuple(made.cases), made.summary, tuple(made.skipped), path)
        start = partial(isolated, evaluation_work.save_report, *order)
        self._jobs.run(start, self._on_saved, self._on_failed)

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
        made = self._evaluation
        start = partial(
            evaluation_work.save, tuple(made.cases), made.summary, tuple(made.skipped), path
        )
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
        self._jobs.end()
