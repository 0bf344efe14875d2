"""Which cases of an evaluation are of one person: what is known, and what the user says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from app import theme
from app.evaluation.cases_page import plain_table
from app.evaluation.headline import count_words
from app.panel_parts import button, muted
from app.translation import tr
from unet_core.evaluation.summary import person_of
from unet_core.scores import Evaluated

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
HEADINGS = (tr("Case"), tr("Person"), tr("How that is known"))
CASE, PERSON, REASON = range(3)
WIDTHS = (260, 90)
EXPLAINED = tr(
    "Two scans of one person are not two pieces of evidence: whoever is drawn for a confidence "
    "interval comes with all scans. Names and equal pixels are known; choose cases that are of one "
    "person besides, and say so."
)
NOTHING_YET = tr("Compare cases first: then it is known who they are of.")


@dataclass(frozen=True)
class Row:
    """One case.

    Attributes:
        person: Number of its person, from 1.
        others: How many cases are of the same.
        is_told: The user said so.
        name: What the data set calls the person; empty where equal pixels tell, or nothing.
    """

    case_id: str
    person: int
    others: int
    is_told: bool
    name: str

    @property
    def reason(self) -> str:
        """How it is known whose case it is."""
        if self.is_told:
            return tr("You say so.")
        if not self.others:
            return tr("No other case is known to be of this person.")
        if self.name:
            return tr("The data set calls the person {name}.", name=self.name)
        return tr("The same scan or mask under another name.")


class PersonModel(QAbstractTableModel):
    """A row for each case."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other cases, or other persons."""
        if [row.case_id for row in rows] == [row.case_id for row in self._rows]:
            self._rows = rows  # what is chosen stays chosen
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, REASON))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, place: int) -> Row:
        """What a row shows."""
        return self._rows[place]

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.case_id, str(row.person), row.reason)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and not row.others:
            return theme.colour("MUTED") if index.column() == REASON else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class PersonsPage(QWidget):
    """Every case with its person, and two buttons for the chosen ones.

    Signals:
        answered: The groups of case names that the user says are of one person.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[frozenset[str], ...] = ()
        self.model = PersonModel(self)
        self.words = muted("evaluation_persons_words", NOTHING_YET)
        self.table = plain_table("evaluation_persons", tr("Cases and whose they are"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for column, width in enumerate(WIDTHS):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(REASON, QHeaderView.ResizeMode.Stretch)
        self.together = button(
            "evaluation_together", tr("One person"), tr("The chosen cases are of one person")
        )
        self.apart = button(
            "evaluation_apart",
            tr("Take that back"),
            tr("Only names and pixels tell whose the chosen cases are"),
        )
        self.together.clicked.connect(self._on_together)
        self.apart.clicked.connect(self._on_apart)
        self.table.selectionModel().selectionChanged.connect(self._show_state)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.apart)
        buttons.addWidget(self.together)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self._show_state()

    def show_cases(
        self,
        cases: Sequence[Evaluated],
        known: dict[str, str],
        groups: Iterable[frozenset[str]],
    ) -> None:
        """List cases.

        Args:
            cases: Each with its person.
            known: Whose each case is without the user's word.
            groups: What the user says.
        """
        self._groups = tuple(groups)
        self.model.show_rows(_rows(cases, known, self._groups))
        persons = len({person_of(case) for case in cases})
        self.words.setText(NOTHING_YET)
        if cases:
            self.words.setText(f"{EXPLAINED}\n{count_words(len(cases), persons)}")
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        chosen = self._chosen()
        self.together.setEnabled(len({row.person for row in chosen}) > 1)
        self.apart.setEnabled(any(row.is_told for row in chosen))

    def _chosen(self) -> list[Row]:
        places = {index.row() for index in self.table.selectionModel().selectedRows()}
        return [self.model.row_at(place) for place in sorted(places)]

    @Slot()
    def _on_together(self) -> None:
        ids = frozenset(row.case_id for row in self._chosen())
        joined = ids.union(*(group for group in self._groups if group & ids))
        self._answer((*(group for group in self._groups if not group & ids), joined))

    @Slot()
    def _on_apart(self) -> None:
        ids = frozenset(row.case_id for row in self._chosen())
        self._answer(tuple(group - ids for group in self._groups))

    def _answer(self, groups: tuple[frozenset[str], ...]) -> None:
        self._groups = tuple(group for group in groups if len(group) > 1)
        self.answered.emit(self._groups)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _rows(
    cases: Sequence[Evaluated], known: dict[str, str], groups: Iterable[frozenset[str]]
) -> list[Row]:
    told = frozenset[str]().union(*groups)
    numbers: dict[str, int] = {}
    counts: dict[str, int] = {}
    for case in cases:
        who = person_of(case)
        numbers.setdefault(who, len(numbers) + 1)
        counts[who] = counts.get(who, 0) + 1
    rows = []
    for case in cases:
        who = person_of(case)
        own = known.get(case.case_id, case.case_id)
        name = "" if own in known else own  # the name of a case stands for equal pixels
        is_told = case.case_id in told
        rows.append(Row(case.case_id, numbers[who], counts[who] - 1, is_told, name))
    return rows
