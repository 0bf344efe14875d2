"""The cases of the data set and what is known of each; outlives every view of them."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app import case_work
from app.core_sentences import core_tr
from app.jobs import Job, JobGroup
from app.session import Session
from app.translation import enumerated, tr
from unet_core.events import CaseChecked, CaseReport, Notice, PersonsProposed, Progress, SamePerson
from unet_core.isolation import isolated

if TYPE_CHECKING:
    from unet_core.case import Case, LeftOver

COMMAND_LINE = "--same-person"
"""In notices that tell what to type; here there is a page for it."""
PATIENCE_MS = 800
"""A check is asked to end between two cases; a large case takes longer than people wait."""


class DatasetCheck(QObject):
    """Follows the session's data set: lists its cases, checks them when asked.

    Signals:
        cases_changed: Another data set was chosen, or its cases are known now.
        reported: The name of a case whose report has come.
        persons_changed: Other cases may be of one person.
        running_changed: Whether the check goes on.
        progressed: Cases checked, cases in all.
    """

    cases_changed = Signal()
    reported = Signal(str)
    persons_changed = Signal()
    running_changed = Signal(bool)
    progressed = Signal(int, int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = JobGroup(self)
        self._listing: Job | None = None
        self._checking: Job | None = None
        self._stopped: Job | None = None
        self._cases: tuple[Case, ...] = ()
        self._left_over: tuple[LeftOver, ...] = ()
        self._notices: tuple[str, ...] = ()
        self._reports: dict[str, CaseReport] = {}
        self._persons: tuple[SamePerson, ...] = ()
        self._is_searched = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_over)
        session.dataset_changed.connect(self._on_dataset_changed)
        self._on_dataset_changed()

    # --- what is known -----------------------------------------------------------------------

    @property
    def folder(self) -> Path | None:
        """The data set: a folder, or a table of pairs."""
        return self._session.dataset

    @property
    def cases(self) -> "tuple[Case, ...]":
        """Its pairs, in natural order."""
        return self._cases

    @property
    def left_over(self) -> "tuple[LeftOver, ...]":
        """Files of no pair, each with its reason."""
        return self._left_over

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences on how pairs were found."""
        return self._notices

    @property
    def reports(self) -> Mapping[str, CaseReport]:
        """What the check has found so far, by case."""
        return self._reports

    @property
    def persons(self) -> "tuple[SamePerson, ...]":
        """Cases that may be of one person."""
        return self._persons

    @property
    def is_searched(self) -> bool:
        """Whether persons were looked for."""
        return self._is_searched

    @property
    def is_listing(self) -> bool:
        """Whether pairs are being looked for."""
        return self._listing is not None

    @property
    def is_running(self) -> bool:
        """Whether the check goes on."""
        return self._checking is not None

    def case_of(self, case_id: str) -> "Case | None":
        """The case of that name."""
        return next((case for case in self._cases if case.case_id == case_id), None)

    # --- what can be asked -------------------------------------------------------------------

    @Slot()
    def start_or_stop(self) -> None:
        """Check every pair, or stop doing so; what was found by then stays."""
        if self._checking is not None:
            self.stop()
            return
        folder = self._session.dataset
        if folder is None or not self._cases:
            return
        self._reports = {}
        self.cases_changed.emit()
        self.progressed.emit(0, len(self._cases))
        threshold = self._session.threshold_masks
        start = partial(isolated, case_work.check_pairs, folder, threshold, keep=True)
        self._checking = self._jobs.run(
            start, self._on_check_event, self._on_check_failed, self._on_check_finished
        )
        self.running_changed.emit(True)

    def stop(self) -> None:
        """End the check: at once for who looks, within a second for the machine."""
        job, self._checking = self._checking, None
        if job is None:
            return
        job.stop()
        self._stopped = job
        self._patience.start()
        self.running_changed.emit(False)

    def shutdown(self) -> None:
        """Stop everything, and wait."""
        if self._checking is not None:
            self._checking.kill()
        self._jobs.end()

    # --- answers -----------------------------------------------------------------------------

    def _forget(self) -> None:
        self._cases, self._left_over, self._notices = (), (), ()
        self._reports, self._persons, self._is_searched = {}, (), False

    @Slot()
    def _on_dataset_changed(self) -> None:
        self.stop()
        if self._listing is not None:
            self._listing.stop()
            self._listing = None
        self._forget()
        folder = self._session.dataset
        if folder is not None:
            self._listing = self._jobs.run(
                partial(isolated, case_work.find_cases, folder, keep=True),
                self._on_found,
                self._on_none_found,
                self._on_listed,
            )
        self.cases_changed.emit()

    @Slot(object)
    def _on_found(self, event: object) -> None:
        if self.sender() is self._listing and isinstance(event, case_work.CasesFound):
            self._cases = event.cases.cases
            self._left_over = event.cases.left_over
            self._notices = event.cases.notices

    @Slot(str)
    def _on_none_found(self, sentence: str) -> None:
        if self.sender() is self._listing:
            self._listing = None
            self.cases_changed.emit()
            self._session.failed.emit(sentence)

    @Slot()
    def _on_listed(self) -> None:
        if self.sender() is self._listing:
            self._listing = None
            self.cases_changed.emit()

    @Slot(object)
    def _on_check_event(self, event: object) -> None:
        if self.sender() is not self._checking:
            return  # stopped, or of the data set before
        match event:
            case CaseChecked(report=report):
                self._reports[report.case_id] = report
                self.progressed.emit(len(self._reports), len(self._cases))
                self.reported.emit(report.case_id)
            case Progress(done=done, total=total) if total:
                self.progressed.emit(max(done, len(self._reports)), total)
            case PersonsProposed(persons=persons):
                self._take_persons(persons)
            case Notice(text=text) if COMMAND_LINE not in text:
                self._session.notified.emit(text)

    @Slot(str)
    def _on_check_failed(self, sentence: str) -> None:
        if self.sender() is self._checking:
            self._session.failed.emit(sentence)

    @Slot()
    def _on_check_finished(self) -> None:
        if self.sender() is not self._checking:
            return
        self._checking = None
        if len(self._reports) == len(self._cases):
            self._is_searched = True
            self.persons_changed.emit()
        self.running_changed.emit(False)
        self._tell_verdict()

    @Slot()
    def _on_patience_over(self) -> None:
        if self._stopped is not None:
            self._stopped.kill()
        self._stopped = None

    def _take_persons(self, persons: tuple[SamePerson, ...]) -> None:
        self._persons, self._is_searched = persons, True
        self.persons_changed.emit()
        open_ones = [person for person in persons if not person.is_certain]
        if open_ones:
            first = open_ones[0]
            names, evidence = enumerated(first.case_ids), core_tr(first.evidence)
            if len(open_ones) == 1:
                sentence = tr(
                    "{cases} may be one person: {evidence}; answer in the case table, under "
                    "Persons.",
                    cases=names,
                    evidence=evidence,
                )
            else:
                sentence = tr(
                    "{cases} may be one person: {evidence} (and {more} more); answer in the case "
                    "table, under Persons.",
                    cases=names,
                    evidence=evidence,
                    more=len(open_ones) - 1,
                )
            self._session.notified.emit(sentence)

    def _tell_verdict(self) -> None:
        bad = [report for report in self._reports.values() if report.problems]
        checked = len(self._reports)
        if not checked or checked < len(self._cases):
            return
        if bad:
            first = bad[0]
            self._session.failed.emit(
                tr(
                    "{bad} of {checked} pairs cannot be used; {case}: {problem}",
                    bad=len(bad),
                    checked=checked,
                    case=first.case_id,
                    problem=core_tr(first.problems[0]),
                )
            )
        else:
            self._session.notified.emit(tr("All {checked} pairs are sound.", checked=checked))
