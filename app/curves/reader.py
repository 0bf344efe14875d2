"""Runs read for their curves in child processes, and followed while they go on."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app import work
from app.charts.columns import GrowingColumns
from app.curves.run_on_show import RunOnShow, run_colour
from app.curves_work import CurvesRead, PatientRead, pin_patients, read_curves, read_patients
from app.jobs import JobGroup
from app.settings import Settings
from app.training.shown import RunShown
from app.translation import tr
from unet_core.events import (
    BatchDone,
    Diagnosed,
    EpochDone,
    Progress,
    RunStarted,
    SlicesScored,
)
from unet_core.isolation import isolated

MOST_RUNS = 8


class CurvesReader(QObject):
    """Holds the runs that are shown.

    Signals:
        changed: Something of them.
        ticked: Another batch was learned from, no more.
        said: A sentence for the user.
    """

    changed = Signal()
    ticked = Signal()
    said = Signal(str)

    def __init__(self, settings: Settings, shown: RunShown, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._shown = settings, shown
        self._jobs = JobGroup(self)
        self._runs: dict[Path, RunOnShow] = {}
        self._asked: set[tuple[Path, str]] = set()
        self._follows = False
        self._live: Path | None = None

    @property
    def runs(self) -> tuple[RunOnShow, ...]:
        """In the order they were asked for."""
        return tuple(self._runs.values())

    def shutdown(self) -> None:
        """Stop reading, and wait."""
        self._jobs.end()

    def read(self, folders: Sequence[Path]) -> None:
        """Show these runs and no others; the running or newest one if none is given."""
        chosen = tuple(dict.fromkeys(folders))
        self._follows = not chosen
        if len(chosen) > MOST_RUNS:
            self.said.emit(
                tr(
                    "{count} runs at once are too many: the first {most} are shown.",
                    count=len(chosen),
                    most=MOST_RUNS,
                )
            )
        if not chosen and self._shown.run.folder is not None:
            chosen = (self._shown.run.folder,)
        self._runs, self._asked = {}, set()
        for number, folder in enumerate(chosen[:MOST_RUNS]):
            self._add(folder, number)
        if not chosen:
            self._jobs.run(
                partial(work.find_runs, self._settings.runs_root), self._on_runs_found, self._fail
            )
        self.changed.emit()

    def _add(self, folder: Path, number: int) -> None:
        is_known = folder == self._shown.run.folder
        columns = self._shown.run.columns if is_known else GrowingColumns()
        run = RunOnShow(folder, folder.name, run_colour(number), columns)
        run.is_live = folder == self._live
        if is_known and self._shown.run.started is not None:
            run.labels = self._shown.run.started.labels
            run.cases = self._shown.run.started.validation_cases
        self._runs[folder] = run
        self._jobs.run(partial(isolated, read_curves, folder, keep=True), self._on_read, self._fail)

    def read_patient(self, run: RunOnShow, case: str) -> None:
        """Read how the slices of a case went, once."""
        key = (run.folder, case)
        if not case or key in self._asked or case not in run.cases or case in run.pins:
            return
        self._asked.add(key)
        self._jobs.run(
            partial(isolated, read_patients, run.folder, (case,), keep=True),
            self._on_read,
            self._fail,
        )

    def pin(self, run: RunOnShow, pins: tuple[str, ...]) -> None:
        """Pin patients of a run from its next validation on."""
        run.pins = pins
        self._jobs.run(partial(pin_patients, run.folder, pins), self._on_pinned, self._fail)

    # --- what comes --------------------------------------------------------------------------

    @Slot(object)
    def _on_runs_found(self, event: work.RunsFound) -> None:
        if self._runs:
            return  # one has begun meanwhile
        if event.runs:
            self._add(event.runs[0].folder, 0)
            self.changed.emit()
        else:
            self.said.emit(tr("There is no run yet; train one first."))

    @Slot(object)
    def _on_read(self, event: object) -> None:
        match event:
            case CurvesRead() if (run := self._runs.get(event.summary.folder)) is not None:
                run.take_curves(event)
            case PatientRead() if (run := self._runs.get(event.folder)) is not None:
                run.take_patient(event)
        self.changed.emit()

    @Slot(object)
    def _on_pinned(self, event: object) -> None:
        self.changed.emit()

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.said.emit(sentence)

    def run_began(self) -> None:
        """Another run is shown in the Train panel from now on."""
        self._live = None

    @Slot()
    def run_ended(self) -> None:
        """The run of the Train panel does not go on."""
        self._live = None
        for run in self.runs:
            run.is_live = False
        self.changed.emit()

    def take(self, event: object) -> None:
        """An event of the run in the Train panel."""
        if isinstance(event, RunStarted):
            self._live = event.folder
            if self._follows and event.folder not in self._runs:
                self._runs, self._asked = {}, set()
                self._add(event.folder, 0)
            elif event.folder in self._runs:
                self._runs[event.folder].is_live = True
                self._runs[event.folder].columns = self._shown.run.columns
        run = None if self._live is None else self._runs.get(self._live)
        if run is None:
            return
        match event:
            case SlicesScored():
                run.take_scores(event)
            case Diagnosed():
                run.add_finding(event.findings)
            case BatchDone() | Progress():
                self.ticked.emit()
                return
            case RunStarted() | EpochDone():
                pass
            case _:
                return
        self.changed.emit()
