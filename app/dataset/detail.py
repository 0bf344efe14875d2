"""One case from near: what the check says of it, how it looks, and how it could be mended."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app import case_work
from app.core_sentences import core_tr
from app.dataset.check import DatasetCheck
from app.dataset.model import label_lines
from app.dataset.picture import CaptionedPicture
from app.dataset.repairing import RepairMaker
from app.jobs import Job, JobGroup
from app.panel_parts import button, combo_box, heading, row_of
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.events import CaseReport, Repair
from unet_core.isolation import isolated

if TYPE_CHECKING:
    from pathlib import Path

    from unet_core.case import Case

PAUSE_MS = 150
"""Who runs down the table with the arrow keys does not ask for every picture on the way."""
KEPT_PICTURES = 24
Key = tuple[str, int, bool]
"""Case, number of the repair (0: as it is), whether soft edges are cut."""


class CaseDetail(QWidget):
    """Words on the left, pictures on the right; pictures are drawn by a child process."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        check: DatasetCheck,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._check = check
        self._case: Case | None = None
        self._job: Job | None = None
        self._asked: Key | None = None
        self._drawn: dict[Key, case_work.CasePictures] = {}
        self._jobs = JobGroup(self)
        self._repairs = RepairMaker(session, settings, check, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._draw)
        self._make_words()
        self._before = CaptionedPicture("case_before", tr("As it is"))
        self._after = CaptionedPicture("case_after", tr("After the repair"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.setSpacing(10)
        layout.addLayout(self._left(), 4)
        layout.addWidget(self._before, 4)
        layout.addWidget(self._after, 4)
        self._after.hide()
        check.cases_changed.connect(self._drawn.clear)
        self.show_case("")

    def _make_words(self) -> None:
        self._title = heading("")
        self._title.setObjectName("case_title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._text = QPlainTextEdit()
        self._text.setObjectName("case_words")
        self._text.setAccessibleName(tr("What is known of the case"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._open = button(
            "case_open", tr("Open case"), tr("Open scan and mask in the main window")
        )
        self._open.setAutoDefault(False)
        self._open.clicked.connect(self._on_open)
        self._choice: QComboBox = combo_box("case_repair")
        self._choice.setAccessibleName(tr("Ways to mend this case"))
        self._choice.currentIndexChanged.connect(self._on_choice_changed)
        self._show = button(
            "case_show_repair", tr("Show repair"), tr("Draw the case as it would be then")
        )
        self._show.setCheckable(True)
        self._show.setAutoDefault(False)
        self._show.toggled.connect(self._on_show_toggled)
        self._apply = button(
            "case_apply_repair",
            tr("Apply to new copy…"),
            tr(
                "Write a repaired copy of the data set into a new folder; your files stay as "
                "they are"
            ),
        )
        self._apply.setAutoDefault(False)
        self._apply.clicked.connect(self._on_apply)
        buttons = QHBoxLayout()
        buttons.addWidget(self._show)
        buttons.addWidget(self._apply)
        buttons.addStretch(1)
        inner = QVBoxLayout()
        inner.addWidget(self._choice)
        inner.addLayout(buttons)
        self._mending = row_of(inner)

    def _left(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.addWidget(self._title)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._mending)
        layout.addWidget(self._repairs.activity)
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addStretch(1)
        layout.addLayout(row)
        return layout

    def shutdown(self) -> None:
        """Wait for pictures and repairs."""
        if self._job is not None:
            self._job.kill()
        self._repairs.shutdown()
        self._jobs.end()

    # --- which case --------------------------------------------------------------------------

    @Slot(str)
    def show_case(self, case_id: str) -> None:
        """Show another case, or none."""
        self._case = self._check.case_of(case_id)
        with QSignalBlocker(self._show):
            self._show.setChecked(False)
        self._fill()

    @Slot(str)
    def take_report(self, case_id: str) -> None:
        """The check has something to say about a case."""
        if self._case is not None and case_id == self._case.case_id:
            self._fill()

    @Slot(str)
    def open_case(self, case_id: str) -> None:
        """Open scan and mask of a case in the main window."""
        case = self._check.case_of(case_id)
        if case is not None:
            self._session.case_requested.emit(case.image_paths, case.mask_paths)

    @property
    def _report(self) -> CaseReport | None:
        return self._check.reports.get(self._case.case_id) if self._case else None

    @property
    def _repair(self) -> Repair | None:
        report, number = self._report, self._choice.currentIndex()
        return report.repairs[number] if report and 0 <= number < len(report.repairs) else None

    def _fill(self) -> None:
        case, report = self._case, self._report
        self._open.setEnabled(case is not None)
        repairs = report.repairs if report else ()
        with QSignalBlocker(self._choice):
            self._choice.clear()
            self._choice.addItems([core_tr(repair.title) for repair in repairs])
        self._mending.setVisible(bool(repairs))
        self._title.setText(title_of(case, report))
        self._text.setPlainText("\n".join(sentences_of(case, report, self._repair)))
        self._refresh_pictures()

    # --- pictures ----------------------------------------------------------------------------

    @Slot()
    def _on_choice_changed(self) -> None:
        self._text.setPlainText("\n".join(sentences_of(self._case, self._report, self._repair)))
        self._refresh_pictures()

    @Slot()
    def _on_show_toggled(self) -> None:
        self._refresh_pictures()

    @property
    def _key(self) -> Key:
        case_id = self._case.case_id if self._case else ""
        number = self._choice.currentIndex() + 1 if self._show.isChecked() else 0
        return case_id, number, self._session.threshold_masks

    def _refresh_pictures(self) -> None:
        self._after.setVisible(self._show.isChecked())
        if self._case is None:
            self._before.picture.say("")
            self._before.caption.setText("")
        elif drawn := self._drawn.get(self._key):
            self._show_pictures(drawn)
        else:
            for side in (self._before, self._after):
                if not (side is self._before and side.picture.has_picture and self._key[1]):
                    side.picture.say(tr("Drawing…"))
            self._timer.start()

    @Slot()
    def _draw(self) -> None:
        case, key = self._case, self._key
        if case is None or key in self._drawn or not self.isVisible():
            return
        if self._job is not None and self._job.is_running:
            self._job.stop()
        self._asked = key
        repair = self._repair if key[1] else None
        wish = (case, self._check.cases, key[2], repair)
        self._job = self._jobs.run(
            partial(isolated, case_work.case_pictures, *wish, keep=True),
            self._on_drawn,
            self._on_not_drawn,
        )

    @Slot(object)
    def _on_drawn(self, event: object) -> None:
        if not isinstance(event, case_work.CasePictures) or self.sender() is not self._job:
            return
        if self._asked is not None:
            self._drawn[self._asked] = event
            while len(self._drawn) > KEPT_PICTURES:
                del self._drawn[next(iter(self._drawn))]
        if self._asked == self._key:
            self._show_pictures(event)

    @Slot(str)
    def _on_not_drawn(self, sentence: str) -> None:
        if self.sender() is self._job and self._asked == self._key:
            self._before.picture.say(sentence)
            self._after.picture.say("")
            self._before.caption.setText("")

    def _show_pictures(self, drawn: case_work.CasePictures) -> None:
        self._before.picture.show_picture(drawn.before)
        self._before.caption.setText(tr("As it is. {slice_told}", slice_told=core_tr(drawn.words)))
        if drawn.after is not None:
            self._after.picture.show_picture(drawn.after)
            self._after.caption.setText(tr("After the repair."))
        elif drawn.repair is not None:
            self._after.picture.say(tr("Nothing of the case would remain."))
            self._after.caption.setText(drawn.repair.title)

    # --- buttons -----------------------------------------------------------------------------

    @Slot()
    def _on_open(self) -> None:
        if self._case is not None:
            self.open_case(self._case.case_id)

    @Slot()
    def _on_apply(self) -> None:
        if self._case is not None and self._repair is not None:
            self._repairs.ask(self._case, self._repair)


def title_of(case: "Case | None", report: CaseReport | None) -> str:
    """The case and its verdict."""
    if case is None:
        return tr("No case is chosen.")
    if report is None:
        return tr("{case}: not checked yet.", case=case.case_id)
    return f"{case.case_id}: {core_tr(report.verdict)}"


def sentences_of(
    case: "Case | None", report: CaseReport | None, repair: Repair | None
) -> Iterable[str]:
    """Everything known of a case, a line each."""
    if case is None:
        return []
    lines = []
    if case.reason:
        lines.append(
            tr(
                "Paired because {reason} ({confidence:.0%} sure).",
                reason=core_tr(case.reason),
                confidence=case.confidence,
            )
        )
    lines.append(tr("Scan: {files}", files=_names(case.image_paths)))
    lines.append(tr("Mask: {files}", files=_names(case.mask_paths)))
    lines.extend(map(core_tr, case.notices))
    if report is not None:
        lines.extend(label_lines(report))
        lines.extend(f"✗ {core_tr(problem)}" for problem in report.problems)
        lines.extend(f"• {core_tr(notice)}" for notice in report.notices)
    if repair is not None:
        lines.append(
            tr(
                "Repair proposed: {title}. {reason}",
                title=core_tr(repair.title),
                reason=core_tr(repair.reason),
            )
        )
    return lines


def _names(paths: "tuple[Path, ...]") -> str:
    first = paths[0].name if paths else tr("none")
    return (
        first
        if len(paths) <= 1
        else tr("{first} and {more} more", first=first, more=len(paths) - 1)
    )
