"""The run on show: what its events say, and how the view and the bar draw it."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app import work
from app.jobs import JobGroup
from app.session import Session
from app.training.patients import Patients
from app.training.state import LiveRun
from app.training.view import RunControls, RunView
from app.translation import tr
from unet_core.events import (
    BatchDone,
    CaseChecked,
    Diagnosed,
    EpochDone,
    Notice,
    RunStarted,
    SlicesScored,
)
from unet_core.split import CaseSplit


class RunShown(QObject):
    """Keeps view and controls at the newest a run has said.

    Attributes:
        run: What is known of it.
        patients: Its validation patients.

    Signals:
        ended: It goes on no longer, for whatever reason.
    """

    ended = Signal()

    def __init__(
        self, session: Session, view: RunView, controls: RunControls, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._view, self._controls = session, view, controls
        self.patients = Patients(session, view, self)
        self._jobs = JobGroup(self)
        self._drawn: BatchDone | None = None
        self.run = LiveRun()

    def shutdown(self) -> None:
        """End what is being read, and wait."""
        self._jobs.end()

    def begin(self) -> None:
        """Forget the run before."""
        self.run, self._drawn = LiveRun(), None
        self._view.begin()
        self._view.show()

    def end(self) -> None:
        """The run is over; what it said stays."""
        self._session.set_run_split(None)
        self.ended.emit()

    def take(self, event: object) -> None:
        """Show what an event says."""
        self.run.take(event)
        match event:
            case Notice():
                self.note(event.text)
            case CaseChecked():
                for sentence in (*event.report.problems, *event.report.notices):
                    self.note(f"{event.report.case_id}: {sentence}")
            case RunStarted():
                self._on_run_started(event)
            case EpochDone():
                self._view.show_epochs(self.run.columns)
            case Diagnosed():
                self._view.findings.show_findings(event.findings)
            case SlicesScored():
                self.patients.receive(event)

    def draw(self, *, paused: bool, stopping: bool) -> None:
        """Bar, status and batch curve from the newest event, however many came meanwhile."""
        self._controls.show_state(self.run, paused=paused, stopping=stopping)
        batch = self.run.batch
        if batch is not None and batch is not self._drawn:
            self._drawn = batch
            self._view.loss.add_live(self.run.epoch_now, batch.loss)

    @Slot(str)
    def note(self, sentence: str) -> None:
        """Add a line to the notes on the run."""
        self._view.note(sentence)

    def _on_run_started(self, event: RunStarted) -> None:
        self.patients.begin(event.labels)
        self._session.set_run_split(
            CaseSplit(event.train_cases, event.validation_cases, event.test_cases)
        )
        self._view.set_labels(event.labels)
        self.note(
            tr(
                "Learning from {scans}; validating on {patients}.",
                scans=_counted(event.train_cases),
                patients=", ".join(event.validation_cases) or tr("none"),
            )
        )
        for sentence in event.notices:
            self.note(sentence)
        if event.resumed_epoch:
            self._jobs.run(partial(work.read_run, event.folder), self._on_run_read, self.note)

    @Slot(object)
    def _on_run_read(self, event: work.RunRead) -> None:
        """Curves of the epochs before a run was resumed; newer ones may have come meanwhile."""
        if event.summary.folder == self.run.folder:
            for record in event.records:
                self.run.records.setdefault(record.epoch, record)
            self.run.columns.add_before(event.columns)
            self._view.show_epochs(self.run.columns)


def _counted(names: tuple[str, ...]) -> str:
    return (
        tr("1 scan ({scan})", scan=names[0])
        if len(names) == 1
        else tr("{scans} scans", scans=len(names))
    )
