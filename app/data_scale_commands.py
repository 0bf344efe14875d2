"""Opens the window on whether more patients would help, and measures what it asks for."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from app import data_scale_work
from app.data_scale.window import DataScaleWindow
from app.jobs import Job, JobGroup
from app.panels.train import TrainPanel
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.errors import InputError
from unet_core.isolation import isolated
from unet_core.learning_curves import CurveOrder, KeptCurve, LearningCurve

SOON_MS = 150


class DataScaleCommands(QObject):
    """The window is made when it is first asked for; what it measures goes on without it.

    Attributes:
        window: None before.
    """

    def __init__(
        self, session: Session, settings: Settings, train: TrainPanel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._train = session, settings, train
        self._parent = parent
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._found: data_scale_work.CurvesFound | None = None
        self._is_first = True
        self.window: DataScaleWindow | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOON_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_measuring(self) -> bool:
        """Whether a curve is being measured."""
        return self._job is not None

    @Slot()
    def show_data_scale(self) -> None:
        """The learning curve of the data set that is set up."""
        if self.window is None:
            self._make_window()
        elif not self.window.isVisible():
            self._is_first = not self.is_measuring
        if self.window is not None:
            self._look()
            self.window.come()

    def shutdown(self) -> None:
        """Stop what goes on, keeping it, and wait."""
        self._timer.stop()
        self._jobs.end()
        if self.window is not None:
            self.window.close()

    def _make_window(self) -> None:
        window = self.window = DataScaleWindow(self._settings, self._parent)
        window.start_asked.connect(self._on_start)
        window.go_on_asked.connect(self._on_go_on)
        window.stop_asked.connect(self._on_stop)
        window.minutes_changed.connect(self._choose)
        setup, session = self._train.setup, self._session
        for changed in (
            *(session.dataset_changed, session.split_changed, session.persons_changed),
            *(setup.form.changed, setup.preset.currentIndexChanged, setup.minutes.valueChanged),
            *(setup.start_from.chosen, setup.plan.changed, self._train.phase_changed),
        ):
            changed.connect(self._soon)

    # --- what is set up, and what is known of it ---------------------------------------------

    @Slot()
    def _soon(self) -> None:
        """Once, however many settings change together."""
        if self.window is not None and self.window.isVisible():
            self._timer.start()

    @Slot()
    def _look(self) -> None:
        """Read what is kept of the data set; show it with what is set up now."""
        if self.window is None or self.is_measuring:
            return
        self._choose()
        dataset, root = self._session.dataset, self._settings.runs_root
        if dataset is not None:
            start = partial(data_scale_work.find_curves, dataset, root)
            self._jobs.run(start, self._on_found, self._on_failed)

    @Slot(object)
    def _on_found(self, found: data_scale_work.CurvesFound) -> None:
        if found.dataset != self._session.dataset or self.is_measuring or self.window is None:
            return
        self._found = found
        if self._is_first:
            self._is_first = False
            self._take_minutes(self.window, found)
        self._choose()

    def _take_minutes(self, window: DataScaleWindow, found: data_scale_work.CurvesFound) -> None:
        """Those of the newest curve that is the one set up but for its time."""
        order, _ = self._order(window)
        if order is None:
            return
        for kept in found.curves:
            alike = replace(order, minutes=kept.order.minutes)
            if kept.order.folder_name == alike.folder_name:
                window.set_minutes(kept.order.minutes)
                return

    @Slot()
    def _choose(self) -> None:
        """Show the curve that is set up, else the newest of the data set."""
        window = self.window
        if window is None or self.is_measuring:
            return
        order, refusal = self._order(window)
        window.show_order(order, refusal)
        kept = self._kept_of(order)
        is_this = kept is not None
        if kept is None and self._found is not None and self._is_of_dataset():
            kept = next(iter(self._found.curves), None)
        window.show_kept(kept, is_this=is_this, names=self._train.setup.case_ids)

    def _is_of_dataset(self) -> bool:
        return self._found is not None and self._found.dataset == self._session.dataset

    def _kept_of(self, order: CurveOrder | None) -> KeptCurve | None:
        if order is None or self._found is None:
            return None
        name = order.folder_name
        return next((kept for kept in self._found.curves if kept.order.folder_name == name), None)

    def _order(self, window: DataScaleWindow) -> tuple[CurveOrder | None, str]:
        """What is set up, and why it may not be measured now; empty where it may."""
        if self._session.dataset is None:
            return None, tr("Choose a data set first: drop its folder on the main window.")
        try:
            wish = self._train.setup.request()
        except InputError as error:
            return None, str(error)
        order = CurveOrder(
            wish.dataset.absolute(),
            wish.config,
            window.minutes.value(),
            wish.validation_cases,
            wish.test_cases,
            wish.start_from,
        )
        if self._train.is_training or self._train.rehearsal.is_running:
            return order, tr(
                "A training goes on. Beside it both would be slower and the curve wrong: wait "
                "until it has ended, or stop it."
            )
        return order, ""

    # --- measuring ---------------------------------------------------------------------------

    @Slot()
    def _on_start(self) -> None:
        if self.window is not None:
            order, refusal = self._order(self.window)
            if order is not None and not refusal:
                self._begin(order, self._kept_of(order))

    @Slot(object)
    def _on_go_on(self, kept: KeptCurve) -> None:
        self._begin(kept.order, kept)

    def _begin(self, order: CurveOrder, kept: KeptCurve | None) -> None:
        if self.window is None or self.is_measuring:
            return
        self.window.begin(order, kept)
        start = partial(isolated, data_scale_work.measure, order, self._settings.runs_root)
        self._job = self._jobs.run(start, self._on_event, self._on_failed, self._on_finished)
        self._train.hold_back(
            tr(
                "A learning curve is being measured (Learn, Would more patients help?). Wait until "
                "it is, or stop it there: it goes on later from where it was stopped."
            )
        )
        self.window.show_order(order, "")

    @Slot()
    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    @Slot(object)
    def _on_event(self, event: data_scale_work.Measured) -> None:
        if self.window is not None:
            self.window.take(event)
        if isinstance(event, LearningCurve):
            self._session.notified.emit(
                tr("The learning curve is measured. {outlook}", outlook=event.sentence)
            )

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        if self.window is not None:
            self.window.error.say(sentence)
        self._session.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._train.hold_back("")
        if self.window is not None:
            self.window.end()
        self._look()
