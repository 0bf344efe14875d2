"""Walks the path from data to a model with the user: looks what is done, presses what there is."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app import work
from app.docks import Docks
from app.jobs import JobGroup
from app.opening import Opener
from app.panels.data import DataPanel
from app.panels.evaluate import EvaluatePanel
from app.panels.predict import PredictPanel
from app.panels.steps import StepsPanel
from app.panels.train import TrainPanel
from app.session import Session
from app.steps.look import Looker
from app.steps.states import Key
from unet_core.events import FinalScores, RunStarted
from unet_core.volume import LabelMap

LOOK_MS = 200
_PLACES: dict[str, str] = {
    "data": "dock_data",
    "check": "dock_data",
    "plan": "dock_train",
    "rehearse": "dock_train",
    "train": "dock_train",
    "evaluate": "dock_evaluate",
    "use": "dock_predict",
}


class StepsCommands(QObject):
    """Between the Steps panel and the panels that do the work.

    Signals:
        open_scan_asked: A scan is wanted to use the model on.
        cases_asked: The case table is wanted.
        demo_asked: Made-up patients are wanted.
        folder_asked: The folder of a data set is wanted.
    """

    open_scan_asked = Signal()
    cases_asked = Signal()
    demo_asked = Signal()
    folder_asked = Signal()

    def __init__(self, session: Session, opener: Opener, docks: Docks) -> None:
        super().__init__(docks)
        self._session, self._opener, self._docks = session, opener, docks
        panels = docks.panels
        steps, data = panels["dock_steps"], panels["dock_data"]
        train, predict = panels["dock_train"], panels["dock_predict"]
        evaluate = panels["dock_evaluate"]
        assert isinstance(steps, StepsPanel)
        assert isinstance(data, DataPanel)
        assert isinstance(train, TrainPanel)
        assert isinstance(predict, PredictPanel)
        assert isinstance(evaluate, EvaluatePanel)
        self._steps, self._data, self._train = steps, data, train
        self._predict, self._evaluate = predict, evaluate
        self._look = Looker(session, data.check)
        self._jobs = JobGroup(self)
        self._read: Path | None = None
        self._comes_back = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        steps, session, check = self._steps, self._session, self._data.check
        steps.pressed.connect(self._on_pressed)
        steps.skipped.connect(self._on_skipped)
        steps.shown.connect(self._on_shown)
        steps.demo_asked.connect(self.demo_asked)
        steps.time_chosen.connect(self._train.setup.minutes.setValue)
        self._train.setup.minutes.valueChanged.connect(self._soon)
        steps.split_asked.connect(self._train.setup.split_asked)
        for changed in (
            *(session.dataset_changed, session.models_changed, session.volume_changed),
            *(session.layers_changed, session.persons_changed, check.persons_changed),
            *(check.cases_changed, check.reported, check.running_changed),
            *(self._train.rehearsal.running_changed, self._train.begun),
        ):
            changed.connect(self._soon)
        session.dataset_changed.connect(self._on_dataset_changed)
        self._train.heard.connect(self._on_heard)
        self._train.phase_changed.connect(self._on_phase_changed)
        session.volume_changed.connect(self._on_volume_changed)
        self._train.setup.plan.used.connect(self._on_plan_used)
        self._train.setup.plan.changed.connect(self._soon)
        self._opener.settled.connect(self._on_settled)
        self._opener.abandoned.connect(self._on_abandoned)
        self._predict.drawn.connect(self._on_drawn)
        self._predict.ended.connect(self._on_predicted)
        self._evaluate.ended.connect(self._on_compared)

    # --- looking -----------------------------------------------------------------------------

    @Slot()
    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def refresh(self) -> None:
        """Look how everything stands, and show it."""
        self._timer.stop()
        train, predict = self._train, self._predict
        plan, rehearsal = train.setup.plan, train.rehearsal
        self._look.plan_is_ready = plan.is_ready
        facts = self._look.facts(
            making_plan=plan.is_working,
            rehearsing=rehearsal.is_running,
            rehearsal=rehearsal.result,
            training_words=train.controls.status.text() if train.is_training else "",
            is_training=train.is_training,
            newest=train.newest,
            predicting=predict.is_predicting,
            minutes=train.setup.minutes.value(),
        )
        self._steps.show_facts(facts)
        if train.is_training or self._look.chain or plan.is_working:
            self._timer.start()  # these tell of themselves without a signal for each word

    @Slot()
    def _on_dataset_changed(self) -> None:
        self._look.forget()
        self._read = None
        self._train.rehearsal.forget()
        if self._train.newest is None:
            self._train.offer_resume()
        self._on_phase_changed()

    @Slot()
    def _on_volume_changed(self) -> None:
        if not self._look.chain:
            self._look.scan_changed()
        self._soon()

    @Slot()
    def _on_phase_changed(self) -> None:
        """The newest run may be one of another day, whose test was scored then."""
        newest = self._train.newest
        if newest is not None and newest.folder != self._read and newest.test_cases:
            self._read = newest.folder
            if not self._train.is_training:
                self._jobs.run(partial(work.read_final, newest.folder), self._on_final_read)
        self._soon()

    @Slot(object)
    def _on_final_read(self, event: object) -> None:
        newest = self._train.newest
        if isinstance(event, work.FinalRead) and newest is not None:
            if event.folder == newest.folder and newest.dataset == self._session.dataset:
                self._look.take_scores(event.scores)
            self._soon()

    def shutdown(self) -> None:
        """Wait for what is being read."""
        self._jobs.end()

    @Slot(object)
    def _on_plan_used(self, _made: object) -> None:
        self._look.plan_is_used = True
        if self._comes_back:  # whoever came from here finds the next step here
            self._comes_back = False
            self._docks.bring("dock_steps")
        self._soon()

    @Slot(object)
    def _on_heard(self, event: object) -> None:
        """What a run says of its test; another run makes older scores those of another model."""
        if isinstance(event, RunStarted | FinalScores):
            self._look.take_scores(event)

    # --- pressing ----------------------------------------------------------------------------

    @Slot(str)
    def _on_pressed(self, key: Key) -> None:
        match key:
            case "data":
                self.folder_asked.emit()
            case "check" if self._look.has_faulty:
                self.cases_asked.emit()
            case "check":
                self._data.check.start_or_stop()
            case "plan":
                self._comes_back = True
                self._docks.bring("dock_train")
                self._train.setup.plan.button.click()
            case "rehearse":
                self._docks.bring("dock_train")
                self._train.controls.rehearse.click()
            case "train":
                self._train.controls.start.click()
            case "evaluate":
                self._begin_scoring()
            case "use":
                self._use()
        self.refresh()

    @Slot(str)
    def _on_skipped(self, key: Key) -> None:
        self._look.skipped.add(key)
        self.refresh()

    @Slot(str)
    def _on_shown(self, key: Key) -> None:
        if key == "check":
            self.cases_asked.emit()
        elif key == "evaluate" and not self._look.chain and not self._is_open():
            self._begin_scoring()
        else:
            self._docks.bring(_PLACES[key])

    def _choose_model(self) -> None:
        """The newest model, where none was chosen in this sitting."""
        newest = self._train.newest
        if self._session.model is None and newest is not None and newest.model_path is not None:
            self._session.set_model(newest.model_path)

    def _use(self) -> None:
        if not self._look.foreign_scan():
            self.open_scan_asked.emit()
            return
        self._choose_model()
        self._docks.bring("dock_predict")
        self._predict.start.click()

    # --- evaluating on one patient: open, predict, compare -------------------------------------

    def _begin_scoring(self) -> None:
        case = self._look.case_to_score(self._train.newest)
        if case is None:
            return
        self._choose_model()
        self._session.case_requested.emit(case.image_paths, case.mask_paths)
        self._look.chain = "opening"  # after: opening a case abandons what was being opened

    @Slot()
    def _on_settled(self) -> None:
        if self._look.chain == "opening":
            self._go_on(self._is_open(), "predicting")

    def _is_open(self) -> bool:
        case, volume = self._look.case_to_score(self._train.newest), self._session.volume
        paths: tuple[Path, ...] = case.image_paths if case is not None else ()
        return volume is not None and bool(paths) and volume.path in (*paths, paths[0].parent)

    def _go_on(self, can: bool, doing: str) -> None:
        """The next part of it, or its end."""
        self._look.chain = doing if can else ""
        if can and doing == "predicting":
            self._predict.start.click()
        elif can:
            self._docks.bring("dock_evaluate")
            self._evaluate.start.click()
        self.refresh()

    @Slot(object, object)
    def _on_drawn(self, label_map: LabelMap, model: Path | None) -> None:
        if model is not None:
            self._look.take_drawn(label_map, model)

    @Slot(bool)
    def _on_predicted(self, has_mask: bool) -> None:
        if self._look.chain == "predicting":
            self._go_on(has_mask, "comparing")
        self._soon()

    @Slot(object)
    def _on_compared(self, evaluated: object) -> None:
        if self._look.chain == "comparing":
            self._look.chain = ""
            self._look.take_compared(evaluated)
            self._docks.bring("dock_steps")
        self._soon()

    @Slot()
    def _on_abandoned(self) -> None:
        if self._look.chain == "opening":
            self._look.chain = ""
        self._soon()
