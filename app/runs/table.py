"""The view of the runs: sorted by a click on a heading, columns chosen by a right click there."""

from pathlib import Path

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.runs.model import NAME, RunModel
from app.settings import Settings
from app.translation import tr
from unet_core.run_table import RunRow

ROW_PX = 26
TITLE_ROOM_PX = 32
"""Beside a title, for the arrow that tells the order."""
WIDEST, WIDEST_NAME = 150, 280


class RunTableView(QTableView):
    """One row a run; any number of them may be selected.

    Signals:
        picked: The selection changed.
    """

    picked = Signal()

    def __init__(self, model: RunModel, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs = model
        self._settings = settings
        self._is_fitted = False
        self._kept: tuple[set[Path], Path | None] = (set(), None)
        self.setObjectName("runs_table")
        self.setAccessibleName(tr("Runs"))
        self.setModel(model)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(0)  # measures those in sight
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        model.columns_changed.connect(self._show_columns)
        self._show_columns()

    @property
    def selected(self) -> tuple[RunRow, ...]:
        """The runs chosen, from the top."""
        chosen = self.selectionModel().selection()
        spans = (chosen.at(place) for place in range(chosen.count()))
        rows = sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})
        return tuple(self._runs.rows[row] for row in rows)

    @property
    def is_editing(self) -> bool:
        """Whether a name is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def pick(self, folder: Path) -> None:
        """Choose one run and bring it in sight."""
        row = self._runs.row_of(folder)
        if row is not None:
            self.selectRow(row)
            self.scrollTo(self._runs.index(row, NAME))

    def edit_name(self) -> None:
        """Let the current run be named."""
        index = self.currentIndex()
        if index.isValid():
            self.edit(self._runs.index(index.row(), NAME))

    # --- columns -----------------------------------------------------------------------------

    def column_actions(self, parent: QWidget) -> list[QAction]:
        """One checkable command a column, but the run's name, which always stays."""
        made: list[QAction] = []
        has_settings = False
        for place, column in enumerate(self._runs.columns):
            if place == NAME:
                continue
            if column.name.startswith("setting/") and not has_settings:
                has_settings = True
                heading = QAction(tr("Settings that differ"), parent)
                heading.setSeparator(True)
                made.append(heading)
            action = QAction(column.title, parent)
            action.setObjectName(f"runs_column_{column.name}")
            action.setToolTip(column.tip)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.setData(column.name)
            action.toggled.connect(self._on_column_toggled)
            made.append(action)
        return made

    @Slot(bool)
    def _on_column_toggled(self, is_on: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            name = str(action.data())
            others = [w for w in self._settings.run_columns.split() if w[1:] != name]
            self._settings.run_columns = " ".join([*others, f"{'+' if is_on else '-'}{name}"])
            self._show_columns()

    @Slot(QPoint)
    def _on_header_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("runs_columns_menu")
        menu.setToolTipsVisible(True)
        menu.addActions(self.column_actions(menu))
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    @Slot()
    def _show_columns(self) -> None:
        chosen = {word[1:]: word[0] == "+" for word in self._settings.run_columns.split()}
        for place, column in enumerate(self._runs.columns):
            self.setColumnHidden(place, not chosen.get(column.name, column.is_shown))
        self._is_fitted = False
        self._fit()

    def _fit(self) -> None:
        """Columns as wide as what they hold, within reason; once, then they are the reader's."""
        if self._is_fitted or not self._runs.rows:
            return
        self._is_fitted = True
        metrics = self.horizontalHeader().fontMetrics()
        for place, column in enumerate(self._runs.columns):
            if not self.isColumnHidden(place):
                title = metrics.horizontalAdvance(column.title) + TITLE_ROOM_PX
                wished = max(self.sizeHintForColumn(place) + 8, title)
                self.setColumnWidth(place, min(wished, WIDEST_NAME if place == NAME else WIDEST))

    # --- the selection outlives a new order ----------------------------------------------------

    @Slot()
    def _keep(self) -> None:
        current = self.currentIndex()
        at = self._runs.rows[current.row()].folder if current.isValid() else None
        self._kept = ({row.folder for row in self.selected}, at)

    @Slot()
    def _restore(self) -> None:
        folders, at = self._kept
        selection = QItemSelection()
        last = max(len(self._runs.columns) - 1, 0)
        for number, row in enumerate(self._runs.rows):
            if row.folder in folders:
                selection.select(self._runs.index(number, 0), self._runs.index(number, last))
        flags = QItemSelectionModel.SelectionFlag
        current = self._runs.row_of(at) if at is not None else None
        if current is not None:
            where = self._runs.index(current, NAME)
            self.selectionModel().setCurrentIndex(where, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)
        self._fit()
        self.picked.emit()

    @Slot()
    def _on_selected(self) -> None:
        self.picked.emit()
