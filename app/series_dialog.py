"""Which series of a folder: a table to choose from, without holding up the window."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.core_sentences import core_tr
from app.opening_request import MASK_KINDS, Request
from app.panel_parts import muted
from app.series_table import COLUMNS, SORT_ROLE, SeriesModel, likeliest
from app.translation import tr
from unet_core.events import Series

FILTER_FROM = 8
"""As many series can be read at a glance; more can be searched."""
WIDEST_COLUMN, NARROWEST_COLUMN = 140, 50
ROW_PX = 26
SIZE = (1080, 440)


class SeriesDialog(QDialog):
    """Lists the series of a folder, the likeliest chosen.

    A scan can be chosen together with masks that were drawn on it; masks alone are laid over the
    scan that is open.

    Args:
        request: What was opened.
        series: What it holds.
        has_scan: Whether masks alone have a scan to lie over.

    Signals:
        chosen: The request and the series, a scan before its masks.
        declined: Nothing was chosen.
    """

    chosen = Signal(object, object)
    declined = Signal()

    def __init__(
        self,
        request: Request,
        series: Sequence[Series],
        parent: QWidget | None = None,
        *,
        has_scan: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("series_dialog")
        self.setWindowTitle(tr("Choose a series"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._request = request
        self._has_scan = has_scan
        self._model = SeriesModel(series, self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setSortRole(SORT_ROLE)
        self._shown.setFilterKeyColumn(-1)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        words = QLabel(
            tr(
                "{request} holds {series} series. Which should be opened?",
                request=request.name,
                series=len(series),
            )
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        self._filter = self._make_filter()
        self._filter.setVisible(len(series) > FILTER_FROM)
        self._table = self._make_table()
        self._hint = muted("series_hint")
        self._buttons = self._make_buttons()
        layout = QVBoxLayout(self)
        for widget in (words, self._filter, self._table, self._hint, self._buttons):
            layout.addWidget(widget, 1 if widget is self._table else 0)
        self._choose(likeliest(series))
        self._table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._on_selection_changed()
        self.accepted.connect(self._on_accepted)
        self.rejected.connect(self.declined)
        self.resize(*_size_in(parent))
        self._table.setFocus()

    # --- what it is made of ------------------------------------------------------------------

    def _make_filter(self) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName("series_filter")
        line.setPlaceholderText(tr("Show only series that hold these letters"))
        line.setAccessibleName(tr("Show only series that hold these letters"))
        line.setClearButtonEnabled(True)
        line.textChanged.connect(self._on_filter_changed)
        return line

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("series_table")
        table.setAccessibleName(tr("Series in the folder"))
        table.setModel(self._shown)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as found, until a heading is clicked
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        table.resizeColumnsToContents()
        for column in range(len(COLUMNS)):
            width = min(max(header.sectionSize(column), NARROWEST_COLUMN), WIDEST_COLUMN)
            header.resizeSection(column, width)
        table.activated.connect(self._on_activated)
        return table

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self._open: QPushButton = buttons.button(QDialogButtonBox.StandardButton.Open)
        self._open.setObjectName("series_open")
        self._open.setProperty("primary", True)
        self._open.setDefault(True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setObjectName("series_cancel")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    # --- choosing ----------------------------------------------------------------------------

    @property
    def selected(self) -> tuple[Series, ...]:
        """The chosen series, scans before masks."""
        rows = self._table.selectionModel().selectedRows()
        series = [self._model.series_at(self._shown.mapToSource(row).row()) for row in rows]
        return tuple(sorted(series, key=lambda one: one.modality in MASK_KINDS))

    def _choose(self, row: int) -> None:
        index = self._shown.mapFromSource(self._model.index(row, 0))
        flags = QItemSelectionModel.SelectionFlag
        self._table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._table.scrollTo(index)

    @Slot(str)
    def _on_filter_changed(self, text: str) -> None:
        self._shown.setFilterFixedString(text)
        if self._shown.rowCount() and not self.selected:
            self._table.selectRow(0)

    @Slot()
    def _on_selection_changed(self) -> None:
        is_possible, sentence = outcome(self.selected, has_scan=self._has_scan)
        self._open.setEnabled(is_possible)
        self._hint.setText(sentence)

    @Slot()
    def _on_activated(self) -> None:
        if self._open.isEnabled():
            self.accept()

    @Slot()
    def _on_accepted(self) -> None:
        self.chosen.emit(self._request, self.selected)


def outcome(selected: Sequence[Series], *, has_scan: bool) -> tuple[bool, str]:
    """Whether a choice can be opened, and what will come of it in a sentence.

    >>> outcome([Series("1", "portal", "CT", 41)], has_scan=False)
    (True, 'Opens portal, 41 slices.')
    >>> outcome([Series("2", "liver", "SEG", 1)], has_scan=False)[0]
    False
    """
    scans = [one for one in selected if one.modality not in MASK_KINDS]
    masks = len(selected) - len(scans)
    if len(scans) > 1:
        return False, tr("One scan is shown at a time: choose one, and masks to lay over it.")
    if scans:
        name = scans[0].description or scans[0].modality or tr("the series")
        slices = (
            tr("1 slice")
            if scans[0].slices == 1
            else tr("{slices:,} slices", slices=scans[0].slices)
        )
        if not masks:
            opens = tr("Opens {series}, {slices}.", series=name, slices=slices)
        elif masks == 1:
            opens = tr("Opens {series}, {slices} with 1 mask over it.", series=name, slices=slices)
        else:
            opens = tr(
                "Opens {series}, {slices} with {masks} masks.",
                series=name,
                slices=slices,
                masks=masks,
            )
        return True, " ".join((opens, *map(core_tr, scans[0].warnings)))
    if not masks:
        return False, tr("Choose a series.")
    if not has_scan:
        return False, tr("A mask lies over a scan: choose its scan too (Ctrl+click).")
    return True, tr("Laid over the open scan.")


def _size_in(parent: QWidget | None) -> tuple[int, int]:
    if parent is None:
        return SIZE
    return min(SIZE[0], parent.width() - 40), min(SIZE[1], parent.height() - 80)
