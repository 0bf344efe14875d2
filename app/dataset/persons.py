"""Cases that may be of one person: what speaks for it, and what the user says."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.core_sentences import core_tr
from app.dataset.left_over import plain_table
from app.panel_parts import button, muted
from app.session import Session
from app.translation import enumerated, tr
from unet_core.events import SamePerson

COLUMNS = (tr("Cases"), tr("What speaks for it"), tr("Alike"), tr("Your answer"))
WIDTHS = (150, 420, 60, 190)
EXPLAINED = tr(
    "Scans of one person must not be learned from and scored on at once. Names do not always tell; "
    "pixels and bones do. What you answer holds for training and for plans."
)
NONE_FOUND = tr("No two cases look like one person.")
NOT_SEARCHED = tr("Check the pairs first: cases are compared while they are read.")
ANSWERS = {None: tr("not answered"), True: tr("kept together"), False: tr("different")}
CERTAIN = tr("kept together, it is certain")


class PersonsPage(QWidget):
    """The proposals, and two buttons to answer the chosen ones."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._proposals: tuple[SamePerson, ...] = ()
        self._words = muted("data_persons_words", EXPLAINED)
        self._table = plain_table("data_persons", tr("Cases that may be of one person"), COLUMNS)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for column, width in enumerate(WIDTHS):
            self._table.setColumnWidth(column, width)
        self._table.setWordWrap(True)  # the evidence is read, not guessed from its beginning
        header = self._table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        rows = self._table.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._together = button(
            "persons_together", tr("Keep together"), tr("Never split the chosen cases (one person)")
        )
        self._together.clicked.connect(self._on_together)
        self._different = button(
            "persons_different",
            tr("They are different"),
            tr("The chosen cases are different persons"),
        )
        self._different.clicked.connect(self._on_different)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._different)
        buttons.addWidget(self._together)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)
        layout.addWidget(self._table, 100)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self._table.itemSelectionChanged.connect(self._refresh)
        session.persons_changed.connect(self._show_answers)
        self.show_proposals((), is_searched=False)

    def show_proposals(self, proposals: Sequence[SamePerson], *, is_searched: bool) -> None:
        """List what was found, the surest first."""
        self._proposals = tuple(sorted(proposals, key=_rank))
        said = NONE_FOUND if is_searched else NOT_SEARCHED
        self._words.setText(EXPLAINED if proposals else f"{EXPLAINED}\n{said}")
        self._table.setVisible(bool(proposals))
        self._table.setRowCount(len(proposals))
        for row, one in enumerate(self._proposals):
            texts = (enumerated(one.case_ids), core_tr(one.evidence), f"{one.likeness:.2f}", "")
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(_tool_tip(one))
                self._table.setItem(row, column, item)
        if proposals:
            self._table.selectRow(0)
        self._show_answers()

    @Slot()
    def _show_answers(self) -> None:
        for row, one in enumerate(self._proposals):
            answer = self._session.person_answers.get(frozenset(one.case_ids))
            item = self._table.item(row, len(COLUMNS) - 1)
            if item is not None:
                item.setText(CERTAIN if one.is_certain else ANSWERS[answer])
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        is_any = bool(self._rows())
        self._together.setEnabled(is_any)
        self._different.setEnabled(is_any)
        for widget in (self._together, self._different):
            widget.setVisible(bool(self._proposals))

    def _rows(self) -> list[int]:
        """Chosen rows that can be answered: what is certain is no question."""
        rows = sorted({index.row() for index in self._table.selectedIndexes()})
        return [row for row in rows if not self._proposals[row].is_certain]

    @Slot()
    def _on_together(self) -> None:
        self._answer(is_one=True)

    @Slot()
    def _on_different(self) -> None:
        self._answer(is_one=False)

    def _answer(self, *, is_one: bool) -> None:
        for row in self._rows():
            self._session.answer_person(frozenset(self._proposals[row].case_ids), is_one=is_one)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)


def _tool_tip(person: SamePerson) -> str:
    cases, evidence = enumerated(person.case_ids), core_tr(person.evidence)
    if person.is_certain:
        return tr("{cases} are one person: {evidence}.", cases=cases, evidence=evidence)
    return tr("{cases} may be one person: {evidence}.", cases=cases, evidence=evidence)


def _rank(person: SamePerson) -> tuple[bool, float]:
    """What is asked comes first, the likeliest of it; what is certain needs no answer."""
    return person.is_certain, -person.likeness
