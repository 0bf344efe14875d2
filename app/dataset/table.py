"""The view of the cases: sortable, opened by Enter or a double click."""

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.dataset.model import (
    CASE,
    COLUMNS,
    LABELS,
    NARROW,
    NOT_CHECKED,
    PERSON,
    REASON,
    SORT_ROLE,
    VERDICT,
    CaseModel,
)
from app.translation import tr

ROW_PX = 26
LEAST_ROWS = 4
FIT_MS = 100
"""Reports may come by the dozen; columns are measured for all of them at once."""
WIDEST = {REASON: 150, LABELS: 170}
WIDEST_NARROW = 110
WIDEST_OTHER = 150
LEAST_LABELS = 40


class CaseTable(QTableView):
    """One row a case.

    Args:
        model: Shared by all views of the data set.
        is_narrow: Show only what a narrow dock has room for.

    Signals:
        picked: The name of the case the cursor is on; empty for none.
        opened: The name of a case to open.
    """

    picked = Signal(str)
    opened = Signal(str)

    def __init__(
        self, model: CaseModel, *, is_narrow: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cases = model
        self._is_narrow = is_narrow
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(model)
        self._shown.setSortRole(SORT_ROLE)
        self.setModel(self._shown)
        self.setAccessibleName(tr("Cases of the data set"))
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumHeight(LEAST_ROWS * ROW_PX)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if is_narrow:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            for column in set(range(len(COLUMNS))) - set(NARROW):
                self.setColumnHidden(column, True)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FIT_MS)
        self._timer.timeout.connect(self._fit)
        model.modelReset.connect(self._fit_soon)
        model.dataChanged.connect(self._fit_soon)
        self._fit()

    @property
    def current(self) -> str:
        """The name of the case the cursor is on; empty for none."""
        index = self.currentIndex()
        return self._case_id(index) if index.isValid() else ""

    def pick(self, case_id: str) -> None:
        """Put the cursor on a case."""
        row = self._cases.row_of(case_id)
        if row is not None and case_id != self.current:
            index = self._shown.mapFromSource(self._cases.index(row, 0))
            self.selectRow(index.row())
            self.scrollTo(index)

    def _case_id(self, index: QModelIndex) -> str:
        return self._cases.case_at(self._shown.mapToSource(index).row()).case_id

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._case_id(index))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.picked.emit(self._case_id(current) if current.isValid() else "")

    @Slot()
    def _fit_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_narrow:
            self._fit_soon()

    @Slot()
    def _fit(self) -> None:
        """Columns as wide as what they hold, within reason; the verdict takes the rest."""
        if self._is_narrow:
            self._fit_narrow()
            return
        header = self.horizontalHeader()
        self.setColumnHidden(PERSON, not self._cases.tells_persons)
        for column in range(len(COLUMNS)):
            if column != VERDICT and not self.isColumnHidden(column):
                wished = max(self.sizeHintForColumn(column), header.sectionSizeHint(column)) + 6
                self.setColumnWidth(column, min(wished, WIDEST.get(column, WIDEST_OTHER)))

    def _fit_narrow(self) -> None:
        """The labels give way, so that a verdict in one word is not cut."""
        metrics = self.fontMetrics()
        case, labels = (
            max(self.sizeHintForColumn(column), metrics.horizontalAdvance(COLUMNS[column]) + 14)
            for column in (CASE, LABELS)
        )
        case = min(case, WIDEST_NARROW)
        verdict = metrics.horizontalAdvance(NOT_CHECKED) + 14
        room = max(self.viewport().width() - case - verdict, LEAST_LABELS)
        self.setColumnWidth(CASE, case)
        self.setColumnWidth(LABELS, min(labels, WIDEST_NARROW, room))
