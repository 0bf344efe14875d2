"""An evaluation under way or done: the one holder of its cases, numbers and sentences."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app import evaluation_work
from app.evaluation_work import Asked
from app.jobs import Job, JobGroup
from unet_core.events import Evaluated, Notice, Progress, Skipped, Summarised
from unet_core.isolation import isolated
from unet_core.scores import EvaluationSummary


class Evaluation(QObject):
    """Compares what was asked for in a child process.

    Attributes:
        asked: What is or was compared; None before the first.
        cases: Those compared so far, in the order they came.
        skipped: A sentence for each case that was left out.
        summary: Of all cases; None until the end.
    """

    begun = Signal()
    """All of the evaluation before is forgotten."""
    scored = Signal(object)
    """A case was compared: ``Evaluated``."""
    left_out = Signal(str)
    """A case was not, or there is something to know."""
    progressed = Signal(object)
    """``Progress``."""
    summarised = Signal()
    failed = Signal(str)
    running_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._is_over = False
        self.asked: Asked | None = None
        self.cases: list[Evaluated] = []
        self.skipped: list[str] = []
        self.summary: EvaluationSummary | None = None

    @property
    def is_running(self) -> bool:
        """Whether cases are still being compared."""
        return self._job is not None

    def start(self, asked: Asked) -> None:
        """Forget what was, and compare."""
        self.begin(partial(isolated, evaluation_work.evaluate, asked), asked)

    def begin(self, start: Callable[[], Iterator[object]], asked: Asked) -> None:
        """Show the evaluation whose events ``start`` makes."""
        if self._job is not None:
            return
        self.asked = asked
        self.cases, self.skipped, self.summary = [], [], None
        self._is_over = False
        self.begun.emit()
        self._job = self._jobs.run(start, self._on_event, self._on_failed, self._on_finished)
        self.running_changed.emit(True)

    def stop(self) -> None:
        """Leave it after the case under way; what was compared stays."""
        if self._job is not None:
            self._job.stop()

    def shutdown(self) -> None:
        """Stop and wait, for good; for closing the window."""
        self._is_over = True
        self._jobs.end()

    @Slot(object)
    def _on_event(self, event: object) -> None:
        match event:
            case Evaluated():
                self.cases.append(event)
                self.scored.emit(event)
            case Skipped():
                self.skipped.append(event.text)
                self.left_out.emit(event.text)
            case Notice():
                self.left_out.emit(event.text)
            case Summarised():
                self.summary = event.summary
                self.summarised.emit()
            case Progress():
                self.progressed.emit(event)
            case _:
                pass

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        if self.cases and self.summary is None and self.asked is not None and not self._is_over:
            self._is_over = True  # left before its end: what was compared is summed up all the same
            start = partial(
                evaluation_work.sum_up, tuple(self.cases), len(self.skipped), self.asked.kind
            )
            self._job = self._jobs.run(start, self._on_event, self._on_failed, self._on_finished)
            return
        self.running_changed.emit(False)
