"""A small table of text that is as tall as what it holds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ROW_HEIGHT = 26
HEADER_HEIGHT = 32


class FactTable(QTableWidget):
    """Read only.

    Args:
        name: Object name.
        what: For those who do not see it.
        columns: Titles.
        numbers: Columns aligned to the right.
        wide: The column that takes the width left over.
    """

    def __init__(
        self, name: str, what: str, columns: Sequence[str], numbers: Sequence[int], wide: int
    ) -> None:
        super().__init__(0, len(columns))
        self.setObjectName(name)
        self.setAccessibleName(what)
        self._numbers = frozenset(numbers)
        self.setHorizontalHeaderLabels(list(columns))
        for column in range(len(columns)):
            item = self.horizontalHeaderItem(column)
            if item is not None:
                item.setTextAlignment(RIGHT if column in self._numbers else LEFT)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setFixedHeight(HEADER_HEIGHT)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionsClickable(False)
        self.set_rows(())

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these instead."""
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column in self._numbers:
                    item.setTextAlignment(RIGHT)
                self.setItem(row, column, item)
        self.setFixedHeight(HEADER_HEIGHT + len(rows) * ROW_HEIGHT + 2 * self.frameWidth())

    def texts(self) -> list[list[str]]:
        """What its cells say, row by row."""
        found = []
        for row in range(self.rowCount()):
            items = (self.item(row, column) for column in range(self.columnCount()))
            found.append([item.text() if item is not None else "" for item in items])
        return found
