"""The cases of an evaluation as a table: a row for each label of each case."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app import theme
from app.core_sentences import core_tr
from app.icons import coloured_icon, swatch
from app.score_words import EXPLANATIONS, TITLES, number
from app.translation import tr
from unet_core.evaluation.measures import MEASURES, badness
from unet_core.events import Evaluated, RegionScore

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
KEYS = (
    *("dice", "iou", "sensitivity", "precision", "slice_dice", "hd95_mm", "assd_mm"),
    *("surface_dice_1mm", "surface_dice_2mm", "volume_error_ml", "volume_error"),
    *("lesion_recall", "lesion_precision", "lesion_f1"),
)
"""Measures shown, in this order after case, its name in reports, and label."""
CASE, IN_REPORTS, LABEL, FIRST = 0, 1, 2, 3
COLUMNS = ("case", "in_reports", "label", *KEYS)
"""Names of all columns, as they are remembered by."""
WIDTHS = (96, 100, 170)
"""Of the columns before the numbers."""
LOW_DICE = 0.5
NOTHING_YET = "–"
Ascending, Descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Row:
    """One label of one case.

    Attributes:
        values: In the order of KEYS; None for n/a.
    """

    case: Evaluated
    score: RegionScore
    values: tuple[float | None, ...]
    arrived: int


class CaseModel(QAbstractTableModel):
    """Follows an evaluation case by case; rows come in where the order asks for them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Row] = []
        self._rows: list[Row] = []
        self._keys: list[Any] = []
        self._column, self._order = -1, Ascending
        self._worst_of = ""
        self._region = ""
        self._titles: Mapping[str, str] = {}
        self._numbers: Mapping[str, int] = {}

    # --- content -----------------------------------------------------------------------------

    def clear(self) -> None:
        """Forget all cases."""
        self.beginResetModel()
        self._all, self._rows, self._keys = [], [], []
        self._titles, self._numbers = {}, {}
        self.endResetModel()

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """What reports call each case, once that is known."""
        self._titles = titles
        self._numbers = {name: number for number, name in enumerate(titles)}
        if self._column == IN_REPORTS:
            self._arrange()
        elif self._rows:
            last = self.index(len(self._rows) - 1, IN_REPORTS)
            self.dataChanged.emit(self.index(0, IN_REPORTS), last)

    def title_of(self, row: Row) -> str:
        """What reports call a case; a dash while that is not known."""
        return self._titles.get(row.case.case_id, NOTHING_YET)

    def add(self, case: Evaluated) -> None:
        """Take in one more case."""
        for score in case.scores:
            values = tuple(MEASURES[key].of(score) for key in KEYS)
            row = Row(case, score, values, len(self._all))
            self._all.append(row)
            if self._is_shown(row):
                key = self._key(row)
                place = bisect_right(self._keys, key)
                self.beginInsertRows(_ROOT, place, place)
                self._rows.insert(place, row)
                self._keys.insert(place, key)
                self.endInsertRows()

    def row_at(self, row: int) -> Row:
        """What a row shows."""
        return self._rows[row]

    def show_region(self, name: str) -> None:
        """Show one label only, or all for an empty name."""
        if name != self._region:
            self._region = name
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Ascending) -> None:
        self._column, self._order, self._worst_of = column, order, ""
        self._arrange()

    def sort_worst(self, key: str) -> None:
        """The worst by a measure first; n/a last."""
        self._worst_of = key
        self._arrange()

    def _is_shown(self, row: Row) -> bool:
        return self._region in ("", row.score.region.name)

    def _arrange(self) -> None:
        self.beginResetModel()
        shown = [(self._key(row), row) for row in self._all if self._is_shown(row)]
        shown.sort(key=lambda pair: pair[0])
        self._keys = [key for key, _ in shown]
        self._rows = [row for _, row in shown]
        self.endResetModel()

    def _key(self, row: Row) -> tuple[Any, ...]:
        """Rows without a number come last whatever the order; equal ones as they arrived."""
        if self._worst_of:
            value = MEASURES[self._worst_of].of(row.score)
            return (value is None, -badness(MEASURES[self._worst_of], value or 0.0), row.arrived)
        sign = 1 if self._order is Ascending else -1
        if self._column >= FIRST:
            value = row.values[self._column - FIRST]
            return (value is None, sign * (value or 0.0), row.arrived)
        if self._column == IN_REPORTS:
            number = self._numbers.get(row.case.case_id, 0)
            return (sign * number, row.arrived)
        if self._column == LABEL:
            return (row.score.region.name, sign * row.arrived)
        if self._column == CASE and sign < 0:
            return (-row.arrived,)
        return (row.arrived,)

    # --- Qt ----------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else FIRST + len(KEYS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= FIRST:
            return RIGHT
        if role == Qt.ItemDataRole.DecorationRole:
            if column == LABEL:
                return swatch(row.score.region.colour)
            if column == CASE and row.case.notices:
                return coloured_icon("warning", "WARNING")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(row)
        if role == Qt.ItemDataRole.ForegroundRole and column == IN_REPORTS:
            return theme.colour("MUTED")
        if role == Qt.ItemDataRole.ForegroundRole and column >= FIRST:
            return _shade(KEYS[column - FIRST], row.values[column - FIRST])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_of(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section >= FIRST else LEFT
        return None

    def as_text(self) -> str:
        """What is shown, with tabs, as spreadsheets take it from the clipboard."""
        columns = range(self.columnCount())
        lines = ["\t".join(heading(column) for column in columns)]
        lines += ["\t".join(self._text(row, column) for column in columns) for row in self._rows]
        return "\n".join(lines)

    def _text(self, row: Row, column: int) -> str:
        return self.title_of(row) if column == IN_REPORTS else text_of(row, column)


def heading(column: int) -> str:
    """Of a column."""
    if column == CASE:
        return tr("Case")
    if column == IN_REPORTS:
        return tr("In reports")
    return tr("Label") if column == LABEL else TITLES[KEYS[column - FIRST]]


def tip_of(column: int) -> str | None:
    """What a column says."""
    if column == IN_REPORTS:
        return tr(
            "What a saved report calls the case. Names are shown here alone: keep a note of them "
            "if you hand a report on."
        )
    return EXPLANATIONS[KEYS[column - FIRST]] if column >= FIRST else None


def text_of(row: Row, column: int) -> str:
    """Of a cell that the row alone tells."""
    if column == CASE:
        return row.case.case_id
    if column == LABEL:
        return core_tr(row.score.region.title)
    return number(KEYS[column - FIRST], row.values[column - FIRST])


def tool_tip(row: Row) -> str:
    """More than fits into a row."""
    lines = [tr("Double-click or Enter opens the case where it is worst.")]
    if row.case.person and row.case.person != row.case.case_id:
        lines.append(tr("Person {name}", name=row.case.person))
    return "\n".join([*lines, *(core_tr(sentence) for sentence in row.case.notices)])


def _shade(key: str, value: float | None) -> Any:
    if value is None:
        return theme.colour("MUTED")
    if key in ("dice", "lesion_recall") and value < LOW_DICE:
        return theme.colour("BAD")
    return None
