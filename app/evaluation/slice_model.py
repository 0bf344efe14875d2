"""Every slice of every case with its Dice; tens of thousands of rows, worst first."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app import theme
from app.core_sentences import core_tr
from app.icons import swatch
from app.score_words import number
from app.translation import tr
from unet_core.events import Evaluated
from unet_core.volume import Region

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
CASE, LABEL, SLICE, DICE = range(4)
LOW_DICE = 0.5
Ascending = Qt.SortOrder.AscendingOrder
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SliceModel(QAbstractTableModel):
    """Only slices that hold the label in either mask; numbers lie in arrays, not in objects."""

    HEADINGS = (tr("Case"), tr("Label"), tr("Slice"), tr("Dice"))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases: list[Evaluated] = []
        self._regions: list[Region] = []
        self._parts: list[NDArray[np.float64]] = []
        self._table = np.zeros((0, 4))
        self._shown: NDArray[np.intp] = np.zeros(0, np.intp)
        self._column, self._order = DICE, Ascending
        self._region = ""

    def clear(self) -> None:
        """Forget all slices."""
        self._cases, self._regions, self._parts = [], [], []
        self.refresh()

    def add(self, case: Evaluated) -> None:
        """Take in the slices of one more case; ``refresh`` shows them."""
        self._cases.append(case)
        for score in case.scores:
            if score.region not in self._regions:
                self._regions.append(score.region)
            known = np.flatnonzero(np.isfinite(score.dice_per_slice))
            part = np.empty((len(known), 4))
            part[:, CASE] = len(self._cases) - 1
            part[:, LABEL] = self._regions.index(score.region)
            part[:, SLICE] = known
            part[:, DICE] = score.dice_per_slice[known]
            self._parts.append(part)

    def refresh(self) -> None:
        """Show what has come in."""
        self._table = np.concatenate([np.zeros((0, 4)), *self._parts])
        self._parts = [self._table]
        self._arrange()

    def show_region(self, name: str) -> None:
        """Show one label only, or all for an empty name."""
        if name != self._region:
            self._region = name
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Ascending) -> None:
        self._column, self._order = column if column >= 0 else DICE, order
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        wanted = [n for n, region in enumerate(self._regions) if self._region in ("", region.name)]
        shown = np.flatnonzero(np.isin(self._table[:, LABEL], wanted))
        values = self._table[shown, self._column]
        order = np.argsort(values if self._order is Ascending else -values, kind="stable")
        self._shown = shown[order]
        self.endResetModel()

    def place_of(self, row: int) -> tuple[Evaluated, str, int]:
        """The case, the label's name and the canonical slice of a row."""
        case, region, z, _ = self._table[self._shown[row]]
        return self._cases[int(case)], self._regions[int(region)].name, int(z)

    # --- Qt ----------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.HEADINGS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = index.column()
        numbers = self._table[self._shown[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(numbers, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= SLICE:
            return RIGHT
        if role == Qt.ItemDataRole.DecorationRole and column == LABEL:
            return swatch(self._regions[int(numbers[LABEL])].colour)
        if role == Qt.ItemDataRole.ForegroundRole and column == DICE and numbers[DICE] < LOW_DICE:
            return theme.colour("BAD")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section >= SLICE else LEFT
        return None

    def _text(self, numbers: NDArray[np.float64], column: int) -> str:
        if column == CASE:
            return self._cases[int(numbers[CASE])].case_id
        if column == LABEL:
            return core_tr(self._regions[int(numbers[LABEL])].title)
        return str(int(numbers[SLICE]) + 1) if column == SLICE else number("dice", numbers[DICE])
