"""The table of masks and labels under mouse and keyboard."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView, QWidget

from app.layering import Current
from app.segments import cells, edits
from app.segments.delegate import SwitchDelegate, switch
from app.segments.edits import Spot
from app.segments.model import Column, SegmentsModel
from app.session import Session
from app.settings import Settings
from app.translation import tr

SWITCH_WIDTH = 25
LEAST_ROWS = 5
ROW_PX = 26
USUAL_ROWS = 10
_SWITCHES = (Column.EYE, Column.STATUS, Column.LOCK)
_SHOWN = (Column.NAME, *_SWITCHES, Column.ML)
"""At first; the others are ticked in the menu of the heading."""


class SegmentsTree(QTreeView):
    """Masks with their labels; the row chosen is the Session's current label.

    Signals:
        chosen: Another row.
        centre_asked: Show the label of this row where it is largest.
        remove_asked: Take the mask of this row off the scan.
        menu_asked: Show what can be done to the row, at a point of the screen.
    """

    chosen = Signal()
    centre_asked = Signal(object)
    remove_asked = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        model: SegmentsModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._model = model
        self._label_chosen: Current | None = None
        self.setObjectName("segments_table")
        self.setAccessibleName(tr("Masks and their labels"))
        self.setModel(model)
        self._delegate = SwitchDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(14)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setMinimumHeight(LEAST_ROWS * ROW_PX)
        self._set_header()
        model.modelReset.connect(self._on_reset)
        session.current_label_changed.connect(self._on_current_label_changed)
        self._on_reset()

    @property
    def spot(self) -> Spot | None:
        """The row chosen."""
        return self._model.spot(self.currentIndex())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), USUAL_ROWS * ROW_PX)

    def rename(self) -> None:
        """Edit the name of the row chosen."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex().siblingAtColumn(Column.NAME))

    def shift(self, rows: int) -> None:
        """Move the mask of the row chosen up (negative) or down among the masks."""
        spot = self.spot
        if spot is None:
            return
        order = list(reversed(self._session.label_maps))
        place = next(n for n, one in enumerate(order) if one is spot.label_map)
        edits.move(self._session, spot.label_map, place + rows)

    # --- heading -----------------------------------------------------------------------------

    def _set_header(self) -> None:
        header = self.header()
        header.setObjectName("segments_header")
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(SWITCH_WIDTH)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column in _SWITCHES:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, SWITCH_WIDTH)
        shown = self._settings.label_columns or tuple(column.name for column in _SHOWN)
        for column in Column:
            self.setColumnHidden(column, column != Column.NAME and column.name not in shown)
        self._fit_name()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)

    def columns_menu(self) -> QMenu:
        """Which columns are shown, to tick."""
        menu = QMenu(tr("&Columns"), self)
        menu.setObjectName("segments_columns_menu")
        for column in Column:
            if column == Column.NAME:
                continue
            text, spoken, _ = cells.HEADERS[column.name]
            action = menu.addAction(text or spoken)
            action.setToolTip(spoken)
            action.setData(int(column))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
        menu.triggered.connect(self._on_column_ticked)
        return menu

    @Slot(QPoint)
    def _on_header_menu(self, place: QPoint) -> None:
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.header().mapToGlobal(place))

    @Slot(QAction)
    def _on_column_ticked(self, action: QAction) -> None:
        column, is_on = action.data(), action.isChecked()
        self.setColumnHidden(column, not is_on)
        self._fit_name()
        shown = tuple(one.name for one in Column if not self.isColumnHidden(one))
        self._settings.label_columns = shown

    def _fit_name(self) -> None:
        """Let the names fill what is left, or have the room they need beside many columns."""
        modes = QHeaderView.ResizeMode
        is_wide = any(not self.isColumnHidden(c) for c in Column if c not in _SHOWN)
        mode = modes.ResizeToContents if is_wide else modes.Stretch
        self.header().setSectionResizeMode(Column.NAME, mode)

    # --- which row ---------------------------------------------------------------------------

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        spot = self._model.spot(current)
        if spot is not None:
            self._label_chosen = None if spot.value is None else (spot.label_map, spot.value)
            self._tell_session(spot)
        self.chosen.emit()

    def _tell_session(self, spot: Spot) -> None:
        """A mask chosen as a whole means its first label, unless one of its labels is meant."""
        now, value = self._session.current_label, spot.value
        if value is None and now is not None and now[0] is spot.label_map:
            return
        value = min(spot.label_map.labels, default=None) if value is None else value
        if value is not None:
            self._session.set_current_label(spot.label_map, value)

    @Slot()
    def _on_reset(self) -> None:
        self.expandAll()
        current, before = self._session.current_label, self._label_chosen
        if current is None:
            self.setCurrentIndex(self._model.index(0, Column.NAME))
        else:
            is_label = before is not None and before[0].voxels is current[0].voxels
            self.setCurrentIndex(self._model.index_of(current[0], current[1] if is_label else None))
        self.chosen.emit()

    @Slot()
    def _on_current_label_changed(self) -> None:
        current, spot = self._session.current_label, self.spot
        if current is None:
            return
        label_map, value = current
        if spot is not None and spot.value is None and spot.label_map.voxels is label_map.voxels:
            return  # the mask is chosen as a whole
        index = self._model.index_of(label_map, value)
        if index.isValid() and index != self.currentIndex().siblingAtColumn(Column.NAME):
            self.setCurrentIndex(index)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.forget_sizes()
        super().changeEvent(event)

    # --- hands -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        spot, index = self.spot, self.currentIndex()
        is_editing = self.state() == QAbstractItemView.State.EditingState
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up if alt:
                self.shift(-1)
            case Qt.Key.Key_Down if alt:
                self.shift(1)
            case Qt.Key.Key_Space if spot is not None:
                switch(self._model, index.siblingAtColumn(Column.EYE))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if spot is not None and not is_editing:
                self.centre_asked.emit(spot)
            case Qt.Key.Key_Delete if spot is not None and spot.value is None:
                self.remove_asked.emit(spot)
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        spot = self.spot
        if spot is not None and self.currentIndex().column() not in _SWITCHES:
            self.centre_asked.emit(spot)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        spot, place = self.spot, event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse and spot is not None:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        elif not self.indexAt(self.viewport().mapFromGlobal(place)).isValid():
            return
        if spot is not None:
            self.menu_asked.emit(spot, place)
