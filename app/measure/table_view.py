"""A table in a narrow dock: as high as its rows, up to a dozen."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.measure.tables import Table

MOST_ROWS = 12
ROW_PX = 24
FRAME_PX = 4
SWATCH_PX = 10
LEAST_PX, LEAST_NAME_PX = 24, 90


class TableView(QTableView):
    """A table whose keyboard and mouse do what the reader expects.

    Signals:
        removal_asked: Delete was pressed.
    """

    removal_asked = Signal()

    def __init__(self, name: str, title: str, model: Table, *, elastic: int | None = None) -> None:
        """Columns as wide as what they hold, or scrolled.

        Args:
            name: Object name.
            title: For screen readers.
            model: What to show.
            elastic: The column that is cut where there is too little room and takes what is left
                over; if None, nothing is cut and all columns share what is left.
        """
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setIconSize(QSize(SWATCH_PX, SWATCH_PX))
        header.setMinimumSectionSize(LEAST_PX)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalScrollBar().rangeChanged.connect(self._fit_height)
        self._elastic = elastic
        model.modelReset.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @Slot()
    def _fit(self) -> None:
        self._fit_columns()
        self._fit_height()

    def _fit_columns(self) -> None:
        header, columns = self.horizontalHeader(), range(self.model().columnCount())
        sizes = [max(self.sizeHintForColumn(c), header.sectionSizeHint(c)) for c in columns]
        spare = self.viewport().width() - sum(sizes)
        if self._elastic is not None and self._elastic < len(sizes):
            sizes[self._elastic] = max(sizes[self._elastic] + spare, LEAST_NAME_PX)
        elif spare > 0:
            sizes = [size + spare // len(sizes) for size in sizes]
        for column, size in zip(columns, sizes, strict=True):
            header.resizeSection(column, size)

    @Slot()
    def _fit_height(self) -> None:
        """As high as its rows; a scroll bar below them has its own room."""
        rows = min(self.model().rowCount(), MOST_ROWS) * ROW_PX
        bar = self.horizontalScrollBar()
        under = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows + head + under + FRAME_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.removal_asked.emit()
            return
        super().keyPressEvent(event)
