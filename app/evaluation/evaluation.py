"""An evaluation under way or done: the one holder of its cases, numbers and sentences."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app import evaluation_work
from app.evaluation_work import Asked, Made
from app.jobs import Job, JobGroup
from unet_core.evaluation.persons import regrouped
from unet_core.evaluation.summary import person_of
from unet_core.events import Evaluated, Notice, Progress, Skipped, Summarised
from unet_core.isolation import isolated
from unet_core.person_groups import text_of
from unet_core.scores import EvaluationSummary


class Evaluation(QObject):
    """Compares what was asked for in a child process.

    Attributes:
        asked: What is or was compared; None before the first.
        cases: Those compared so far, in the order they came, each with its person.
        skipped: Those left out.
        summary: Of all cases; None until the end.
        groups: Cases that the user says are of one person.
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
    """Of all cases, or anew since other cases are of one person."""
    failed = Signal(str)
    running_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._regrouping: Job | None = None
        self._is_over = False
        self._found: list[Evaluated] = []
        self.asked: Asked | None = None
        self.cases: list[Evaluated] = []
        self.skipped: list[Skipped] = []
        self.summary: EvaluationSummary | None = None
        self.groups: tuple[frozenset[str], ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether cases are still being compared."""
        return self._job is not None

    @property
    def made(self) -> Made:
        """As it is saved."""
        kind = self.asked.kind if self.asked is not None else "folders"
        return Made(tuple(self.cases), self.summary, tuple(self.skipped), kind)

    def start(self, asked: Asked) -> None:
        """Forget what was, and compare."""
        self.begin(partial(isolated, evaluation_work.evaluate, asked), asked)

    def begin(self, start: Callable[[], Iterator[object]], asked: Asked) -> None:
        """Show the evaluation whose events ``start`` makes."""
        if self._job is not None:
            return
        self.asked = asked
        self._found, self.cases, self.skipped, self.summary = [], [], [], None
        self._regrouping = None
        self._is_over = False
        self.begun.emit()
        self._job = self._jobs.run(start, self._on_event, self._on_failed, self._on_finished)
        self.running_changed.emit(True)

    def group(self, groups: Iterable[frozenset[str]]) -> None:
        """Hold cases to be of one person: intervals are drawn anew, nothing is compared again."""
        self.groups = tuple(group for group in groups if len(group) > 1)
        if self._job is None and self._found:
            self._regroup()

    @property
    def known_persons(self) -> dict[str, str]:
        """Whose each case is, as names and pixels tell; the case's own name where they do not."""
        return {case.case_id: person_of(case) for case in self._found}

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
                self._found.append(event)
                self.cases.append(event)
                self.scored.emit(event)
            case Skipped():
                self.skipped.append(event)
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
        if self.cases and self.asked is not None and not self._is_over:
            is_whole = self.summary is not None
            if not is_whole or self.groups:
                # left before its end: what was compared is summed up all the same
                self._is_over = True
                self._job = self._jobs.run(
                    self._summing(), self._on_event, self._on_failed, self._on_finished
                )
                return
        self.running_changed.emit(False)

    # --- persons -----------------------------------------------------------------------------

    def _summing(self) -> Callable[[], Iterator[object]]:
        """Puts every case to its person; what is then to be done to sum up."""
        text = text_of(sorted(group) for group in self.groups)
        self.cases = list(regrouped(self._found, text))
        made = self.made
        return partial(evaluation_work.sum_up, made.cases, len(made.skipped), made.kind)

    def _regroup(self) -> None:
        if self._regrouping is not None:
            self._regrouping.stop()
        self._regrouping = self._jobs.run(self._summing(), self._on_regrouped, self._on_failed)

    @Slot(object)
    def _on_regrouped(self, event: object) -> None:
        if self.sender() is self._regrouping:  # else the answer changed meanwhile
            self._on_event(event)
