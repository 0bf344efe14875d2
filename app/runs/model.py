"""The runs as a table that sorts and filters itself: five hundred of them in a millisecond."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app import theme
from app.runs.words import (
    MARKS,
    STATES,
    minutes_words,
    rounds_words,
    score_words,
    setting_help,
    setting_words,
    started_words,
    tip_of,
    value_words,
)
from app.translation import tr
from unet_core.run_names import RunName
from unet_core.run_table import RunRow, RunTable

NAME, STATE = 0, 1
SHOWN_SETTINGS = 5
"""Settings that differ and are shown until somebody chooses otherwise."""
ARROW_ROOM = "\u2003"
"""Behind a title on the right, where the arrow is that tells the order."""
Index = QModelIndex | QPersistentModelIndex
Key = tuple[int, float | str]
_ROOT = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_NAME_FLAGS = _FLAGS | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        name: Tells it from others, in settings too.
        title: Above it.
        text: What a cell says.
        key: What a cell is sorted by; None goes last.
        tip: What the column means.
        is_number: Set to the right.
        is_shown: Until somebody chooses otherwise.
    """

    name: str
    title: str
    text: Callable[[RunRow], str]
    key: Callable[[RunRow], float | str | None]
    tip: str = ""
    is_number: bool = False
    is_shown: bool = True


def columns_of(table: RunTable) -> tuple[Column, ...]:
    """Columns for these runs: what all have, the labels scored, the settings that differ."""
    fixed = (
        Column("name", tr("Run"), lambda r: r.title, lambda r: r.title.casefold()),
        Column("state", tr("State"), lambda r: STATES[r.state], lambda r: STATES[r.state]),
        Column("started", tr("Started"), started_words, lambda r: r.started),
        Column("dataset", tr("Data set"), _dataset, lambda r: _dataset(r).casefold()),
        Column("preset", tr("Preset"), lambda r: r.preset, lambda r: r.preset),
        Column(
            *("rounds", tr("Rounds"), rounds_words, lambda r: float(r.epochs_done)),
            tr("Rounds finished"),
            is_number=True,
        ),
        Column(
            *("minutes", tr("Minutes"), lambda r: minutes_words(r.minutes), lambda r: r.minutes),
            tr("Minutes of work, pauses left out"),
            is_number=True,
        ),
        Column(
            *("score", tr("Mean Dice"), lambda r: score_words(r.best_score)),
            lambda r: r.best_score,
            tr("Mean Dice of whole validation patients in the best round"),
            is_number=True,
        ),
    )
    scores = tuple(_score_column(label) for label in table.labels)
    note = Column("note", tr("Note"), _note, lambda r: r.given.note.casefold() or None)
    settings = tuple(
        _setting_column(key, is_shown=place < SHOWN_SETTINGS)
        for place, key in enumerate(table.differing)
    )
    return (*fixed, *scores, note, *settings)


def _dataset(row: RunRow) -> str:
    return row.dataset.name if row.dataset is not None else ""


def _note(row: RunRow) -> str:
    return " ".join(row.given.note.split())


def _score_column(label: str) -> Column:
    return Column(
        f"dice/{label}",
        tr("Dice {label}", label=label),
        lambda row: score_words(row.scores.get(label)),
        lambda row: row.scores.get(label),
        tr("Dice of {label} in the best round, mean of whole validation patients", label=label),
        is_number=True,
    )


def _setting_column(key: str, *, is_shown: bool) -> Column:
    def sort_key(row: RunRow) -> float | str | None:
        value = row.settings.get(key)
        return float(value) if isinstance(value, (int, float)) else value or None

    return Column(
        f"setting/{key}",
        setting_words(key),
        lambda row: value_words(row.settings.get(key)) if row.settings else "",
        sort_key,
        setting_help(key),
        is_shown=is_shown,
    )


class RunModel(QAbstractTableModel):
    """Rows that pass the filter, in the order of the column sorted by.

    Signals:
        columns_changed: There are other columns than before.
        name_asked: The folder of a run, and what it shall be called.
    """

    columns_changed = Signal()
    name_asked = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = RunTable(Path(), (), (), ())
        self.columns: tuple[Column, ...] = columns_of(self._table)
        self._texts: dict[Path, tuple[str, ...]] = {}
        self._written: tuple[RunTable, tuple[Column, ...]] | None = None
        self._rows: list[RunRow] = []
        self._filter: tuple[str, ...] = ()
        self._sorted_by = ""
        self._order = Qt.SortOrder.AscendingOrder

    # --- what is shown -----------------------------------------------------------------------

    @property
    def table(self) -> RunTable:
        """All runs, shown or not."""
        return self._table

    @property
    def rows(self) -> Sequence[RunRow]:
        """Those shown, in their order."""
        return self._rows

    def row_of(self, folder: Path) -> int | None:
        """Where a run is; None if it is not shown."""
        return next((i for i, row in enumerate(self._rows) if row.folder == folder), None)

    def set_table(self, table: RunTable) -> bool:
        """Show these runs; False if they are shown already."""
        if table == self._table:
            return False
        has_other = (table.labels, table.differing) != (self._table.labels, self._table.differing)
        self._table = table
        self._arrange(columns_of(table) if has_other else None)
        return True

    def set_filter(self, text: str) -> None:
        """Show only runs in which every word of ``text`` occurs."""
        words = tuple(text.casefold().split())
        if words != self._filter:
            self._filter = words
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = self.columns[column].name if 0 <= column < len(self.columns) else ""
        self._order = order
        self._arrange()

    def _arrange(self, columns: tuple[Column, ...] | None = None) -> None:
        self.beginResetModel()
        if columns is not None:
            self.columns = columns
        written = (self._table, self.columns)
        if self._written is None or any(
            a is not b for a, b in zip(self._written, written, strict=True)
        ):
            self._written = written  # once for a table, not at each letter of a filter
            self._texts = {
                row.folder: tuple(column.text(row) for column in self.columns)
                for row in self._table.rows
            }
        rows = [row for row in self._table.rows if self._passes(row)]
        by = next((c for c in self.columns if c.name == self._sorted_by), None)
        self._rows = rows if by is None else self._sorted(rows, by)
        self.endResetModel()
        if columns is not None:
            self.columns_changed.emit()

    def _passes(self, row: RunRow) -> bool:
        if not self._filter:
            return True
        held = "\n".join((*self._texts[row.folder], row.folder.name, row.given.note)).casefold()
        return all(word in held for word in self._filter)

    def _sorted(self, rows: list[RunRow], by: Column) -> list[RunRow]:
        known = [row for row in rows if _is_known(by.key(row))]
        unknown = [row for row in rows if not _is_known(by.key(row))]
        is_down = self._order == Qt.SortOrder.DescendingOrder
        return sorted(known, key=lambda row: _typed(by.key(row)), reverse=is_down) + unknown

    # --- as Qt asks --------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{column.title}{ARROW_ROOM}" if column.is_number else column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        column = index.column()  # -1 of no cell; asked of every cell when all are selected
        if column == NAME and self._rows[index.row()].is_run:
            return _NAME_FLAGS
        return _FLAGS if column >= 0 else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[row.folder][column]
        if role == Qt.ItemDataRole.EditRole:
            return row.given.name or row.folder.name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(self.columns[column])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_of(row)
        if column == STATE and role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(MARKS[row.state][1])
        if column == STATE and role == Qt.ItemDataRole.DecorationRole:
            has_fault = row.faults and row.is_run
            return theme.coloured_icon(*(MARKS["interrupted"] if has_fault else MARKS[row.state]))
        if role == Qt.ItemDataRole.ForegroundRole and not row.is_run:
            return theme.colour("MUTED")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        name = str(value).strip()
        given = RunName("" if name == row.folder.name else name, row.given.note)
        if role != Qt.ItemDataRole.EditRole or given == row.given:
            return False
        self.name_asked.emit(row.folder, given)
        return True


def _aligned(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _is_known(value: float | str | None) -> bool:
    return (
        value is not None and value != "" and not (isinstance(value, float) and math.isnan(value))
    )


def _typed(value: float | str | None) -> Key:
    """Numbers before words: a setting may be either."""
    return (0, value) if isinstance(value, (int, float)) else (1, str(value).casefold())
