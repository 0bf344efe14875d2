"""Files of a data set that no pair uses, each with its reason."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.core_sentences import core_tr
from app.panel_parts import muted
from app.translation import tr

if TYPE_CHECKING:
    from unet_core.case import LeftOver

COLUMNS = (tr("File"), tr("What"), tr("Why it is not used"))
ROW_PX = 26
FILE_WIDTH, WHAT_WIDTH = 280, 80


class LeftOverPage(QWidget):
    """A table that can be sorted and read; nothing is done here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = muted("data_left_over_words")
        self._table = plain_table("data_left_over", tr("Files of no pair"), COLUMNS)
        self._table.setColumnWidth(0, FILE_WIDTH)
        self._table.setColumnWidth(1, WHAT_WIDTH)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)
        layout.addWidget(self._table, 100)
        layout.addStretch(1)
        self.show_files((), ())

    def show_files(self, left: "Sequence[LeftOver]", notices: Sequence[str]) -> None:
        """List files, under sentences on how pairs were found."""
        words = [*notices] or [tr("Every file found its partner.")]
        self._words.setText("\n".join(words))
        self._table.setVisible(bool(left))
        self._table.setSortingEnabled(False)
        self._table.setRowCount(len(left))
        for row, one in enumerate(left):
            for column, text in enumerate((one.path.name, core_tr(one.role), core_tr(one.reason))):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self._table.setItem(row, column, item)
        self._table.setSortingEnabled(True)


def plain_table(name: str, what: str, columns: Sequence[str]) -> QTableWidget:
    """A table of words to read and to choose a row of."""
    table = QTableWidget(0, len(columns))
    table.setObjectName(name)
    table.setAccessibleName(what)
    table.setHorizontalHeaderLabels(list(columns))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(ROW_PX)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    return table
