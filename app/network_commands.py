"""Opens the two windows on networks: what one is, and what it sees."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.network import work
from app.network.sheet_window import PlannedRun, SheetWindow
from app.network.window import NetworkWindow, Source, model_source
from app.panels.train import TrainPanel
from app.session import Session
from app.settings import Settings
from app.translation import tr
from app.work import PlanMade
from unet_core.config import TrainConfig, check_settings
from unet_core.errors import InputError
from unet_core.isolation import isolated


class NetworkCommands(QObject):
    """Each window is made when it is first asked for."""

    def __init__(
        self, session: Session, settings: Settings, train: TrainPanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings = session, settings
        self._train, self._window = train, window
        self._network: NetworkWindow | None = None
        self._sheet: SheetWindow | None = None

    @Slot()
    def show_network(self) -> None:
        """The network of the run going on, of the set-up, of the newest run, of the model."""
        try:
            sources = self._sources()
        except InputError as error:
            self._session.failed.emit(str(error))
            return
        if self._network is None:
            self._network = NetworkWindow(self._settings, self._window)
        self._network.show_sources(sources)

    @Slot()
    def show_batch(self) -> None:
        """What the run going on is about to learn from, or what the set-up would begin with."""
        folder = self._run_folder()
        try:
            wish = None if folder is not None else self._train.setup.request()
        except InputError as error:
            self._session.failed.emit(str(error))
            return
        if self._sheet is None:
            self._sheet = SheetWindow(self._settings, self._window)
        if folder is not None:
            self._sheet.show_run(folder)
        elif wish is not None:
            self._sheet.show_planned(
                PlannedRun(
                    wish.dataset,
                    self._settings.runs_root,
                    wish.config,
                    wish.validation_cases,
                    wish.test_cases,
                )
            )

    def shutdown(self) -> None:
        """Close what is open, and wait."""
        for one in (self._network, self._sheet):
            if one is not None:
                one.shutdown()

    # --- what there is -----------------------------------------------------------------------

    def _run_folder(self) -> Path | None:
        """The run that goes on, once it has begun to learn."""
        return self._train.shown.run.folder if self._train.is_training else None

    def _sources(self) -> list[Source]:
        """Raises InputError if the settings contradict each other."""
        sources = []
        folder = self._run_folder()
        if folder is not None:
            sources.append(_run_source(folder, tr("The run going on ({name})", name=folder.name)))
        config = self._train.setup.form.value()
        check_settings(config)
        known = (config, self._session.dataset, self._settings.runs_root)
        sources.append(
            Source(
                tr("As it is set up now"),
                partial(isolated, work.of_settings, *known, keep=True, uses_network=True),
                _measured(self._train.setup.planned, config),
            )
        )
        newest = self._train.newest
        if newest is not None and newest.folder != folder:
            name = newest.folder.name
            sources.append(_run_source(newest.folder, tr("The newest run ({name})", name=name)))
        if self._session.model is not None:
            sources.append(model_source(self._session.model))
        return sources


def _measured(planned: PlanMade | None, config: TrainConfig) -> work.Measured | None:
    """What the plan measured, if these are still its settings."""
    if planned is None or planned.config.model != config.model:
        return None
    shaping = ("image_size", "detail_size", "batch_size", "micro_batch", "precision")
    if any(getattr(planned.config, name) != getattr(config, name) for name in shaping):
        return None
    forecast = planned.values["forecast"]
    speed = config.batch_size / max(float(forecast["step_s"]), 1e-9)
    return work.Measured(speed, float(forecast["memory_mb"]), is_run=False)


def _run_source(folder: Path, title: str) -> Source:
    return Source(title, partial(isolated, work.of_run, folder, keep=True, uses_network=True))
