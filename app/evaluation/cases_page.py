"""The cases of an evaluation: sorted by any number, the means below in the same columns."""

from collections.abc import Iterable
from heapq import nlargest

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from app.evaluation.case_model import COLUMNS, FIRST, KEYS, WIDTHS, CaseModel
from app.evaluation.columns import ColumnMemory
from app.evaluation.slice_model import SliceModel
from app.evaluation.summary_model import MeanModel
from app.settings import Settings
from app.translation import tr
from unet_core.evaluation.measures import worst_place

ROW_PX, MEAN_PX = 26, 42
NUMBER_PX, ARROW_PX = 104, 34
MOST_MEANS = 3
MOST_MEASURED, NAME_ROOM_PX, WIDEST_NAME_PX = 10, 44, 280
SLICE_WIDTHS = (220, 180, 80, 80)
SLICE_COLUMNS = ("case", "label", "slice", "dice")
Ascending = Qt.SortOrder.AscendingOrder


class CasesPage(QWidget):
    """The table of cases over the table of means.

    Signals:
        opened: ``Evaluated``, the name of the label and the place of a case to open.
    """

    opened = Signal(object, str, object)

    def __init__(
        self,
        model: CaseModel,
        means: MeanModel,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._means = model, means
        self.table = plain_table("evaluation_cases", tr("Cases compared"))
        self.table.setModel(model)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Ascending)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.activated.connect(self._on_activated)
        self.means = plain_table("evaluation_means", tr("All cases together"))
        self.means.setModel(means)
        self.means.horizontalHeader().hide()
        self.means.verticalHeader().setDefaultSectionSize(MEAN_PX)
        self.means.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.means.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.means.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column in range(model.columnCount()):
            width = WIDTHS[column] if column < FIRST else self._width(column)
            self.table.setColumnWidth(column, width)
            self.means.setColumnWidth(column, width)
        self.table.horizontalHeader().sectionResized.connect(self._on_resized)
        self.table.horizontalScrollBar().valueChanged.connect(
            self.means.horizontalScrollBar().setValue
        )
        means.modelReset.connect(self._fit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.means)
        self.memory = ColumnMemory(
            self.table, "evaluation_cases", COLUMNS, settings, fixed=("case", "label", "dice")
        )
        self.memory.changed.connect(self._show_same_means)
        self.memory.restore()
        self._fit()

    def _width(self, column: int) -> int:
        """Of a column of numbers: its heading and the arrow that shows what is sorted by."""
        text = str(self._model.headerData(column, Qt.Orientation.Horizontal))
        return max(self.fontMetrics().horizontalAdvance(text) + ARROW_PX, NUMBER_PX)

    def fit_names(self, names: Iterable[str]) -> None:
        """Show the names of cases whole, within reason."""
        measure = self.fontMetrics().horizontalAdvance
        longest = nlargest(MOST_MEASURED, names, key=len)
        widest = max(map(measure, longest), default=0)
        self.memory.suggest("case", min(max(widest + NAME_ROOM_PX, WIDTHS[0]), WIDEST_NAME_PX))

    @Slot()
    def _show_same_means(self) -> None:
        for place in range(self._model.columnCount()):
            self.means.setColumnHidden(place, self.table.isColumnHidden(place))

    @Slot()
    def show_worst_first(self) -> None:
        """Sort by what is sorted by already, or by Dice, the worst on top."""
        header = self.table.horizontalHeader()
        column = header.sortIndicatorSection()
        place = column - FIRST if FIRST <= column < FIRST + len(KEYS) else KEYS.index("dice")
        self._model.sort_worst(KEYS[place])
        self.table.scrollToTop()
        if self._model.rowCount():
            self.table.selectRow(0)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        self.opened.emit(row.case, row.score.region.name, worst_place(row.score))

    @Slot(int, int, int)
    def _on_resized(self, section: int, _before: int, size: int) -> None:
        self.means.setColumnWidth(section, size)

    @Slot()
    def _fit(self) -> None:
        rows = min(self._means.rowCount(), MOST_MEANS)
        self.means.setVisible(bool(rows))
        self.means.setFixedHeight(rows * MEAN_PX + 4)


class SlicesPage(QWidget):
    """Every slice with its Dice.

    Signals:
        opened: ``Evaluated``, the name of the label and the slice to open.
    """

    opened = Signal(object, str, object)

    def __init__(
        self, model: SliceModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.table = plain_table("evaluation_slices", tr("Slices of all cases, the worst first"))
        self.table.setModel(model)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(len(SLICE_WIDTHS) - 1, Ascending)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.activated.connect(self._on_activated)
        for column, width in enumerate(SLICE_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.memory = ColumnMemory(
            self.table, "evaluation_slices", SLICE_COLUMNS, settings, fixed=SLICE_COLUMNS
        )
        self.memory.restore()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.table)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(*self._model.place_of(index.row()))


def plain_table(name: str, title: str) -> QTableView:
    """A table as the evaluation has them; its columns are never measured, however many rows."""
    table = QTableView()
    table.setObjectName(name)
    table.setAccessibleName(title)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(ROW_PX)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    return table
