"""The set-up of a run shows what the session holds, and tells it what is chosen there."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app import case_work, work
from app.jobs import JobGroup
from app.run_work import RunOrder
from app.session import Session
from app.training.setup import RunSetup
from unet_core.isolation import isolated
from unet_core.split import CaseSplit


class SetupMirror(QObject):
    """Data set, soft masks, persons and split: one choice in all places that show it.

    Signals:
        failed: A sentence on a model that cannot be begun with.
    """

    failed = Signal(str)

    def __init__(self, session: Session, setup: RunSetup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._setup = session, setup
        self._jobs = JobGroup(self)
        session.dataset_changed.connect(self._on_dataset_changed)
        setup.start_from.chosen.connect(self._on_model_chosen)
        setup.dataset_chosen.connect(session.set_dataset)
        setup.threshold_chosen.connect(session.set_threshold_masks)
        setup.split_dropped.connect(self._on_split_dropped)
        session.threshold_changed.connect(self._on_threshold_changed)
        session.persons_changed.connect(self._on_persons_changed)
        session.split_changed.connect(self._on_split_changed)
        self._on_dataset_changed()
        self._on_threshold_changed()

    def shutdown(self) -> None:
        """End what is being read, and wait."""
        self._jobs.end()

    def set_up_alike(self, order: RunOrder) -> None:
        """Fill the set-up with what another run was set to."""
        if order.dataset is not None:
            self._session.set_dataset(order.dataset)
        self._session.set_threshold_masks(order.config.threshold_masks)
        self._setup.show_settings(order.config, order.start_from)
        chosen = (order.validation_cases, order.test_cases)
        self._session.set_split(CaseSplit(order.train_cases, *chosen) if any(chosen) else None)

    @Slot()
    def _on_dataset_changed(self) -> None:
        folder = self._session.dataset
        self._setup.show_dataset(folder)
        if folder is not None:
            self._jobs.run(
                partial(isolated, case_work.find_cases, folder, keep=True),
                self._on_cases_found,
                self._on_no_cases,
            )

    @Slot(object)
    def _on_cases_found(self, event: case_work.CasesFound) -> None:
        if event.folder == self._session.dataset:  # else another was chosen meanwhile
            names = tuple(case.case_id for case in event.cases.cases)
            self._setup.show_cases(names, event.cases.notices)

    @Slot(str)
    def _on_no_cases(self, sentence: str) -> None:
        self._setup.say_about_dataset(sentence)

    @Slot()
    def _on_split_changed(self) -> None:
        self._setup.show_split(self._session.split)

    @Slot()
    def _on_split_dropped(self) -> None:
        self._session.set_split(None)

    @Slot()
    def _on_threshold_changed(self) -> None:
        self._setup.show_threshold(self._session.threshold_masks)

    @Slot()
    def _on_persons_changed(self) -> None:
        self._setup.show_same_person(self._session.same_person)

    @Slot(object)
    def _on_model_chosen(self, path: Path | None) -> None:
        if path is not None:
            start = partial(isolated, work.settings_of_model, path)
            self._jobs.run(start, self._on_model_read, self._on_failed)

    @Slot(object)
    def _on_model_read(self, event: work.ModelSettings) -> None:
        self._setup.show_model(event.path, event.config)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.failed.emit(sentence)
