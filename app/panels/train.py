"""The training panel: set a run up, watch it learn, see what every slice of a patient scores."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app import work
from app.banner import Banner
from app.forms import Fold
from app.jobs import Job, JobGroup
from app.panel_parts import muted, scrolled
from app.session import Session
from app.settings import Settings
from app.training.letting_go import FOLLOWED, LettingGo, following, left_of, new_entry, old_entry
from app.training.looking import LookingRow
from app.training.mirror import SetupMirror
from app.training.more import MoreCard, can_learn_on
from app.training.night import NightQueue
from app.training.night_row import NightRow
from app.training.offer import RunOffer
from app.training.rehearsal import RehearsalCard
from app.training.setup import RunRequest, RunSetup
from app.training.shown import RunShown
from app.training.state import LiveRun
from app.training.view import RunControls, RunView
from app.translation import tr
from unet_core.errors import InputError
from unet_core.following import Following, HandsOff, PauseChanged
from unet_core.isolation import isolated
from unet_core.run_queue import Entry
from unet_core.runs import RunSummary

REDRAW_MS = 200
_NO_DATASET = tr("The run does not say where its data set is; choose the folder above.")


class TrainPanel(QWidget):
    """Everything about one training run; the run itself lives in a child process.

    Signals:
        begun: A run was started or resumed, or one that goes on elsewhere is followed.
        offered: There is a run that could go on.
        run_ended: The folder of a run that finished, or was stopped after a round or more.
        let_go_over: Whether the run goes on without the window, as ``let_go`` was asked for.
    """

    begun = Signal()
    heard = Signal(object)
    """Each event of the run, once it is drawn here."""
    offered = Signal()
    run_ended = Signal(object)
    phase_changed = Signal()
    """A run or a rehearsal began or is over, or the newest run is another."""
    let_go_over = Signal(bool)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._failure = ""
        self._order: Entry | None = None
        self._following: Following | None = None
        self.night = NightQueue(settings, self)
        self._letting_go = LettingGo(self.night, self)
        self._newest: RunSummary | None = None
        self._was_shown = False
        self._just_ended: Path | None = None
        self._held_back = ""
        self._timer = QTimer(self)
        self._timer.setInterval(REDRAW_MS)
        self._make_widgets()
        self._connect()
        self._show_phase()

    @property
    def is_training(self) -> bool:
        """Whether a run is going on, paused or not."""
        return self._job is not None

    @property
    def newest(self) -> RunSummary | None:
        """The newest run there is, as far as it was looked for."""
        return self._newest

    @property
    def _run(self) -> LiveRun:
        return self.shown.run

    @property
    def is_following(self) -> bool:
        """Whether that run is trained by another process, which does not need this window."""
        return self._following is not None

    def hold_back(self, sentence: str) -> None:
        """Begin nothing and say this instead, until it is called with nothing to say."""
        self._held_back = sentence

    def shutdown(self) -> None:
        """Stop the own run, keeping its finished epochs, and wait; for closing the window."""
        self._timer.stop()
        if self._following is not None:
            self._following.leave()
        for part in (self.night, self.shown, self.mirror, self.setup.plan, self.rehearsal):
            part.shutdown()
        self._jobs.end()
        self._job = None

    def offer_resume(self) -> None:
        """Look whether the newest run was cut short and, if so, offer to go on with it."""
        self._jobs.run(
            partial(work.find_runs, self._settings.runs_root), self._on_runs_found, self.shown.note
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_around()

    def look_around(self) -> None:
        """Find, once, what goes on elsewhere and what was cut short."""
        if not self._was_shown:
            self._was_shown = True
            self.offer_resume()
            self.night.look()

    # --- building --------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.setObjectName("train_panel")
        self.offer = RunOffer()
        self.error = Banner("train_error", "error")
        close_error = self.error.add_button("train_error_dismiss", tr("Dismiss"))
        close_error.clicked.connect(self.error.dismiss)
        self.setup = RunSetup(self._settings)
        self.setup_fold = Fold(tr("Training set-up"), self.setup)
        self.setup_fold.set_open(True)
        self.controls, self.rehearsal, self.more = RunControls(), RehearsalCard(), MoreCard()
        self.hint = muted(
            "train_hint",
            tr(
                "Choose a data set, then press Start training. Curves and the Dice of every slice "
                "appear here while it learns; the mask it draws follows in Predict."
            ),
        )
        self.night_row, self.looking = NightRow(self.night), LookingRow()
        self.view = RunView()
        self.view.hide()
        self.shown = RunShown(self._session, self.view, self.controls, self)
        self.mirror = SetupMirror(self._session, self.setup, self)
        layout = scrolled(self)
        parts = (self.offer, self.error, self.setup_fold, self.controls, self.night_row, self.more)
        for widget in (*parts, self.looking, self.rehearsal, self.hint, self.view):
            layout.addWidget(widget)
        layout.addStretch(1)

    def _connect(self) -> None:
        self.mirror.failed.connect(self._fail)
        self.controls.start.clicked.connect(self._on_start)
        self.controls.rehearse.clicked.connect(self._on_rehearse)
        self.controls.more.clicked.connect(self._on_more)
        self.more.asked.connect(self._go_on)
        self.rehearsal.running_changed.connect(self._show_phase)
        self.rehearsal.failed.connect(self._fail)
        self.setup.plan.failed.connect(self._fail)
        self.controls.pause.clicked.connect(self._on_pause)
        self.controls.stop.clicked.connect(self.stop_run)
        self.offer.resume_asked.connect(self.resume)
        self.offer.best_asked.connect(self._session.set_model)
        self.night_row.queue_asked.connect(self.add_to_queue)
        self.night.seen.connect(self._on_queue_seen)
        self.night.failed.connect(self._fail)
        self._letting_go.over.connect(self._on_let_go)
        self._timer.timeout.connect(self._draw_newest)

    # --- what is there ---------------------------------------------------------------------

    @Slot(object)
    def _on_runs_found(self, event: work.RunsFound) -> None:
        newest = event.runs[0] if event.runs else None
        self._newest = newest
        self._show_phase()
        if self.is_training or newest is None or not newest.can_resume:
            return
        self.offer.offer(newest)
        self.offered.emit()

    # --- pressing buttons ------------------------------------------------------------------

    @Slot()
    def _on_start(self) -> None:
        wish = self._wish()
        if wish is not None:
            had_keyboard = self.focusWidget() is self.controls.start
            root = self._settings.runs_root
            order = (*wish.order(root), wish.start_from, wish.test_cases, wish.plan)
            self.begin(partial(isolated, work.new_run, *order, uses_network=True), new_entry(wish))
            if had_keyboard:  # else it passes to what stands next, and a space queues another run
                self.setup_fold.button.setFocus()

    @Slot()
    def add_to_queue(self) -> None:
        """Let what is set up wait for its turn."""
        wish = self._wish(for_now=False)
        if wish is not None:
            self.error.dismiss()
            self.night.add(new_entry(wish, self.rehearsal.run_s))

    @Slot()
    def _on_rehearse(self) -> None:
        wish = self._wish()
        if wish is not None:
            self.error.dismiss()
            order = (*wish.order(self._settings.runs_root), wish.test_cases)
            self.rehearsal.begin(partial(isolated, work.rehearse, *order, uses_network=True))

    def _wish(self, *, for_now: bool = True) -> RunRequest | None:
        """What is set up; None, having said why, if that is no order."""
        if for_now and (self.is_training or self.rehearsal.is_running):
            return None
        try:
            if not for_now or not self._held_back:
                return self.setup.request()
            self._fail(self._held_back)
        except InputError as error:
            self._fail(str(error))
        return None

    @Slot()
    def _on_more(self) -> None:
        if self._newest is not None:
            self.more.offer(self._newest)

    @Slot(object)
    def resume(self, run: RunSummary) -> None:
        """Go on with a run."""
        self._go_on(run.folder, run.dataset)

    @Slot(object, object, int, float)
    def _go_on(self, run: Path, dataset: Path | None, rounds: int = 0, minutes: float = 0) -> None:
        dataset = dataset or self._session.dataset
        if dataset is None or self._held_back:
            self._fail(self._held_back or _NO_DATASET)
        elif not self.is_training and not self.rehearsal.is_running:
            order = (dataset, run, rounds, minutes)
            start = partial(isolated, work.resume_run, *order, uses_network=True)
            self.begin(start, old_entry(*order))

    @Slot()
    def _on_pause(self) -> None:
        if self._job is None:
            return
        (self._job.resume if self._job.is_paused else self._job.pause)()
        self._show_phase()
        self._draw_newest()

    @Slot()
    def stop_run(self) -> None:
        """End the run at its next batch; what it has is kept."""
        if self._job is not None:
            self._job.stop()
            self._show_phase()
            self._draw_newest()

    # --- without this window ---------------------------------------------------------------

    @Slot()
    def let_go(self) -> None:
        """Let the run go on without the window, which may close once ``let_go_over`` says so."""
        if self._job is None or self._following is not None:
            self.let_go_over.emit(True)
            return
        self._letting_go.ask()
        self._job.resume()
        self.stop_run()

    @Slot(bool, str)
    def _on_let_go(self, is_going_on: bool, sentence: str) -> None:
        if sentence:
            self.error.say(sentence)
        self.let_go_over.emit(is_going_on)

    @Slot()
    def _on_queue_seen(self) -> None:
        """Follow a run that another process trains, unless there is one to look at already."""
        busy = self.night.now.busy
        if busy and self._job is None and not self._letting_go.is_asked:
            if busy[0] != self._just_ended:
                self.follow(busy[0])
            self._just_ended = None  # else what was seen may be of the moment before its end

    def follow(self, folder: Path) -> None:
        """Show a run that another process trains as if it were this window's own."""
        run = following(folder)
        self.begin(run.__iter__)
        self._following = run
        self.shown.note(FOLLOWED)

    def begin(self, start: Callable[[], Iterator[object]], order: Entry | None = None) -> None:
        """Show the run whose events ``start`` makes; a list of events is a whole fake run.

        Args:
            start: Called once.
            order: What is to be done, should the run go on without the window.
        """
        self._order, self._following, self._failure = order, None, ""
        for banner in (self.offer, self.error):
            banner.dismiss()
        for card in (self.hint, self.more, self.rehearsal):
            card.hide()
        self.shown.begin()
        self.setup_fold.set_open(False)
        self._job = self._jobs.run(start, self._on_event, self._on_failed, self._on_finished)
        self._timer.start()
        self._show_phase()
        self._draw_newest()
        self.begun.emit()

    @Slot()
    def _show_phase(self) -> None:
        job, rehearsing = self._job, self.rehearsal.is_running
        self.setup.setEnabled(not rehearsing)  # while a run goes on, for the next in the queue
        self.controls.show_phase(
            training=job is not None,
            paused=job is not None and job.is_paused,
            stopping=job is not None and job.is_stopping,
            rehearsing=rehearsing,
            more=can_learn_on(self._newest),
        )
        self.phase_changed.emit()

    # --- what the run tells ----------------------------------------------------------------

    @Slot(object)
    def _on_event(self, event: object) -> None:
        self.shown.take(event)
        self.heard.emit(event)
        match event:
            case work.RunPlaced() if self._order is not None:
                self._order = replace(self._order, folder=event.folder.name)
            case PauseChanged() if self._job is not None:
                self._job.is_paused = event.is_paused
                self._show_phase()
            case HandsOff() if event.sentence:
                self._on_failed(event.sentence)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._failure = sentence
        self._fail(sentence)

    @Slot()
    def _on_finished(self) -> None:
        was_stopped = self._job is not None and self._job.is_stopping
        self._draw_newest()
        self._timer.stop()
        self._job, was_followed = None, self._following is not None
        self._following, self._just_ended = None, self._run.folder
        self.shown.end()
        self._show_phase()
        self.setup_fold.set_open(not self._run.records)
        if self._letting_go.is_asked:
            self.controls.say(tr("The training goes on without the window…"))
            self._letting_go.hand_over(left_of(self._order, self._run))
            return
        if was_followed:
            self.night.look()  # the next of the queue may have begun
        if self._failure:
            self.controls.say(tr("Failed: {sentence}", sentence=self._failure))
            self.offer_resume()
            return
        self.controls.say(self._run.end_words(was_stopped=was_stopped))
        if self._run.ended is not None:
            self._session.set_model(self._run.ended.model_path)
        if self._run.folder is not None:
            self._jobs.run(
                partial(work.read_run, self._run.folder), self._on_run_over, self.shown.note
            )

    @Slot(object)
    def _on_run_over(self, event: work.RunRead) -> None:
        self._newest = event.summary
        self._show_phase()
        if event.summary.epochs_done:
            self.run_ended.emit(event.summary.folder)
        if self._run.ended is None and event.summary.model_path is not None:
            self._session.set_model(event.summary.model_path)

    @Slot()
    def _draw_newest(self) -> None:
        if self._job is not None:
            self.shown.draw(paused=self._job.is_paused, stopping=self._job.is_stopping)

    def _fail(self, sentence: str) -> None:
        self.error.say(sentence)
        self._session.failed.emit(sentence)
