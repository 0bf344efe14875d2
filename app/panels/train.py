"""The training panel: set a run up, watch it learn, see what every slice of a patient scores."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app import case_work, work
from app.banner import Banner
from app.forms import Fold
from app.jobs import Job, JobGroup
from app.panel_parts import muted, scrolled
from app.session import Session
from app.settings import Settings
from app.training.more import MoreCard, can_learn_on
from app.training.patients import Patients
from app.training.rehearsal import RehearsalCard
from app.training.setup import RunRequest, RunSetup
from app.training.state import LiveRun, offer_words
from app.training.view import RunControls, RunView
from unet_core.errors import InputError
from unet_core.events import (
    BatchDone,
    CaseChecked,
    Diagnosed,
    EpochDone,
    Notice,
    RunStarted,
    SlicesScored,
)
from unet_core.isolation import isolated
from unet_core.runs import RunSummary

REDRAW_MS = 200
_NO_DATASET = "The run does not say where its data set is; choose the folder above."


class TrainPanel(QWidget):
    """Everything about one training run; the run itself lives in a child process.

    Signals:
        begun: A run was started or resumed.
    """

    begun = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._run = LiveRun()
        self._drawn: BatchDone | None = None
        self._failure = ""
        self._offered: RunSummary | None = None
        self._newest: RunSummary | None = None
        self._was_shown = False
        self._timer = QTimer(self)
        self._timer.setInterval(REDRAW_MS)
        self._make_widgets()
        self._connect()
        self._show_phase()
        self._on_dataset_changed()
        self._on_threshold_changed()

    @property
    def is_training(self) -> bool:
        """Whether a run is going on, paused or not."""
        return self._job is not None

    def shutdown(self) -> None:
        """Stop the run, keeping its finished epochs, and wait; for closing the window."""
        self._timer.stop()
        self.setup.plan.shutdown()
        self.rehearsal.shutdown()
        self._jobs.end()
        self._job = None

    def offer_resume(self) -> None:
        """Look whether the newest run was cut short and, if so, offer to go on with it."""
        self._jobs.run(
            partial(work.find_runs, self._settings.runs_root), self._on_runs_found, self._note
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.offer_resume()

    # --- building --------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.setObjectName("train_panel")
        self.offer = Banner("train_offer", "question")
        self.resume = self.offer.add_button("train_resume", "Resume")
        self.keep_best = self.offer.add_button("train_resume_keep", "Keep best")
        self.dismiss = self.offer.add_button("train_resume_dismiss", "Dismiss")
        self.keep_best.setToolTip("Use its best model for prediction; do not train on.")
        self.error = Banner("train_error", "error")
        self.close_error = self.error.add_button("train_error_dismiss", "Dismiss")
        self.setup = RunSetup(self._settings)
        self.setup_fold = Fold("Training set-up", self.setup)
        self.setup_fold.set_open(True)
        self.controls, self.rehearsal, self.more = RunControls(), RehearsalCard(), MoreCard()
        self.hint = muted(
            "train_hint",
            "Choose a data set, then press Start training. Curves and the Dice of every slice "
            "appear here while it learns; the mask it draws follows in Predict.",
        )
        self.view = RunView()
        self.view.hide()
        self._patients = Patients(self._session, self.view, self)
        layout = scrolled(self)
        parts = (self.offer, self.error, self.setup_fold, self.controls, self.more)
        for widget in (*parts, self.rehearsal, self.hint, self.view):
            layout.addWidget(widget)
        layout.addStretch(1)

    def _connect(self) -> None:
        self._session.dataset_changed.connect(self._on_dataset_changed)
        self._session.threshold_changed.connect(self._on_threshold_changed)
        self._session.persons_changed.connect(self._on_persons_changed)
        self.setup.dataset_chosen.connect(self._session.set_dataset)
        self.setup.threshold_chosen.connect(self._session.set_threshold_masks)
        self.setup.start_from.chosen.connect(self._on_model_chosen)
        self.controls.start.clicked.connect(self._on_start)
        self.controls.rehearse.clicked.connect(self._on_rehearse)
        self.controls.more.clicked.connect(self._on_more)
        self.more.asked.connect(self._on_more_asked)
        self.rehearsal.running_changed.connect(self._show_phase)
        self.rehearsal.failed.connect(self._fail)
        self.setup.plan.failed.connect(self._fail)
        self.controls.pause.clicked.connect(self._on_pause)
        self.controls.stop.clicked.connect(self._on_stop)
        self.resume.clicked.connect(self._on_resume)
        self.keep_best.clicked.connect(self._on_keep_best)
        self.dismiss.clicked.connect(self.offer.dismiss)
        self.close_error.clicked.connect(self.error.dismiss)
        self._timer.timeout.connect(self._draw_newest)

    # --- what is there ---------------------------------------------------------------------

    @Slot()
    def _on_dataset_changed(self) -> None:
        folder = self._session.dataset
        self.setup.show_dataset(folder)
        if folder is not None:
            self._jobs.run(
                partial(isolated, case_work.find_cases, folder, keep=True),
                self._on_cases_found,
                self._on_no_cases,
            )

    @Slot()
    def _on_threshold_changed(self) -> None:
        self.setup.show_threshold(self._session.threshold_masks)

    @Slot()
    def _on_persons_changed(self) -> None:
        self.setup.show_same_person(self._session.same_person)

    @Slot(object)
    def _on_cases_found(self, event: case_work.CasesFound) -> None:
        if event.folder == self._session.dataset:  # else another was chosen meanwhile
            names = tuple(case.case_id for case in event.cases.cases)
            self.setup.show_cases(names, event.cases.notices)

    @Slot(str)
    def _on_no_cases(self, sentence: str) -> None:
        self.setup.say_about_dataset(sentence)

    @Slot(object)
    def _on_runs_found(self, event: work.RunsFound) -> None:
        newest = event.runs[0] if event.runs else None
        self._newest = newest
        self._show_phase()
        if self.is_training or newest is None or not newest.can_resume:
            return
        self._offered = newest
        self.keep_best.setVisible(newest.model_path is not None)
        self.offer.say(offer_words(newest, datetime.now()))

    # --- pressing buttons ------------------------------------------------------------------

    @Slot()
    def _on_start(self) -> None:
        wish = self._wish()
        if wish is not None:
            order = (wish.dataset, self._settings.runs_root, wish.config, wish.validation_cases)
            self.begin(partial(isolated, work.new_run, *order, wish.start_from))

    @Slot()
    def _on_rehearse(self) -> None:
        wish = self._wish()
        if wish is not None:
            self.error.dismiss()
            order = (wish.dataset, self._settings.runs_root, wish.config, wish.validation_cases)
            self.rehearsal.begin(partial(isolated, work.rehearse, *order))

    def _wish(self) -> RunRequest | None:
        """What is set up; None, having said why, if that is no order."""
        if self.is_training or self.rehearsal.is_running:
            return None
        try:
            return self.setup.request()
        except InputError as error:
            self._fail(str(error))
            return None

    @Slot(object)
    def _on_model_chosen(self, path: Path | None) -> None:
        if path is not None:
            start = partial(isolated, work.settings_of_model, path)
            self._jobs.run(start, self._on_model_read, self._fail)

    @Slot(object)
    def _on_model_read(self, event: work.ModelSettings) -> None:
        self.setup.show_model(event.path, event.config)

    @Slot()
    def _on_more(self) -> None:
        if self._newest is not None:
            self.more.offer(self._newest)

    @Slot(object, object, int, float)
    def _on_more_asked(
        self, folder: Path, dataset: Path | None, rounds: int, minutes: float
    ) -> None:
        dataset = dataset or self._session.dataset
        if dataset is None:
            self._fail(_NO_DATASET)
        elif not self.is_training:
            self.begin(partial(isolated, work.resume_run, dataset, folder, rounds, minutes))

    @Slot()
    def _on_resume(self) -> None:
        run = self._offered
        if run is None or self.is_training:
            return
        dataset = run.dataset or self._session.dataset
        if dataset is None:
            self._fail(_NO_DATASET)
            return
        self.begin(partial(isolated, work.resume_run, dataset, run.folder))

    @Slot()
    def _on_keep_best(self) -> None:
        if self._offered is not None and self._offered.model_path is not None:
            self._session.set_model(self._offered.model_path)
        self.offer.dismiss()

    @Slot()
    def _on_pause(self) -> None:
        if self._job is None:
            return
        if self._job.is_paused:
            self._job.resume()
        else:
            self._job.pause()
        self._show_phase()
        self._draw_newest()

    @Slot()
    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._show_phase()
            self._draw_newest()

    def begin(self, start: Callable[[], Iterator[object]]) -> None:
        """Show the run whose events ``start`` makes; a list of events is a whole fake run."""
        self._run, self._drawn, self._failure = LiveRun(), None, ""
        self.offer.dismiss()
        self.error.dismiss()
        self.hint.hide()
        self.more.hide()
        self.rehearsal.hide()
        self.view.begin()
        self.view.show()
        self.setup_fold.set_open(False)
        self._job = self._jobs.run(start, self._on_event, self._on_failed, self._on_finished)
        self._timer.start()
        self._show_phase()
        self._draw_newest()
        self.begun.emit()

    @Slot()
    def _show_phase(self) -> None:
        job, rehearsing = self._job, self.rehearsal.is_running
        self.setup.setEnabled(job is None and not rehearsing)
        self.controls.show_phase(
            training=job is not None,
            paused=job is not None and job.is_paused,
            stopping=job is not None and job.is_stopping,
            rehearsing=rehearsing,
            more=can_learn_on(self._newest),
        )

    # --- what the run tells ----------------------------------------------------------------

    @Slot(object)
    def _on_event(self, event: object) -> None:
        self._run.take(event)
        match event:
            case Notice():
                self._note(event.text)
            case CaseChecked():
                for sentence in (*event.report.problems, *event.report.notices):
                    self._note(f"{event.report.case_id}: {sentence}")
            case RunStarted():
                self._on_run_started(event)
            case EpochDone():
                self.view.show_epochs(self._run.epochs)
            case Diagnosed():
                self.view.findings.show_findings(event.findings)
            case SlicesScored():
                self._patients.receive(event)

    def _on_run_started(self, event: RunStarted) -> None:
        self._patients.begin(event.labels)
        self.view.set_labels(event.labels)
        self._note(
            f"Learning from {_counted(event.train_cases)}; "
            f"validating on {', '.join(event.validation_cases) or 'none'}."
        )
        for sentence in event.notices:
            self._note(sentence)
        if event.resumed_epoch:
            self._jobs.run(partial(work.read_run, event.folder), self._on_run_read, self._note)

    @Slot(object)
    def _on_run_read(self, event: work.RunRead) -> None:
        """Curves of the epochs before a run was resumed; newer ones may have come meanwhile."""
        if event.summary.folder == self._run.folder:
            for record in event.records:
                self._run.records.setdefault(record.epoch, record)
            self.view.show_epochs(self._run.epochs)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._failure = sentence
        self._fail(sentence)

    @Slot()
    def _on_finished(self) -> None:
        was_stopped = self._job is not None and self._job.is_stopping
        self._draw_newest()
        self._timer.stop()
        self._job = None
        self._show_phase()
        self.setup_fold.set_open(not self._run.records)
        if self._failure:
            self.controls.say(f"Failed: {self._failure}")
            self.offer_resume()
            return
        self.controls.say(self._run.end_words(was_stopped=was_stopped))
        if self._run.ended is not None:
            self._session.set_model(self._run.ended.model_path)
        if self._run.folder is not None:
            self._jobs.run(partial(work.read_run, self._run.folder), self._on_run_over, self._note)

    @Slot(object)
    def _on_run_over(self, event: work.RunRead) -> None:
        self._newest = event.summary
        self._show_phase()
        if self._run.ended is None and event.summary.model_path is not None:
            self._session.set_model(event.summary.model_path)

    @Slot()
    def _draw_newest(self) -> None:
        """Bar, status and batch curve from the newest event, however many came meanwhile."""
        if self._job is None:
            return
        self.controls.show_state(
            self._run, paused=self._job.is_paused, stopping=self._job.is_stopping
        )
        batch = self._run.batch
        if batch is not None and batch is not self._drawn:
            self._drawn = batch
            self.view.loss.add_live(self._run.epoch_now, batch.loss)

    # --- words -----------------------------------------------------------------------------

    @Slot(str)
    def _note(self, sentence: str) -> None:
        self.view.note(sentence)

    def _fail(self, sentence: str) -> None:
        self.error.say(sentence)
        self._session.failed.emit(sentence)


def _counted(names: tuple[str, ...]) -> str:
    return f"1 scan ({names[0]})" if len(names) == 1 else f"{len(names)} scans"
