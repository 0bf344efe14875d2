"""How cells of the table of labels are painted and clicked: an icon alone is a switch."""

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QIcon, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from app.segments.model import Column
from app.segments.naming import suggestions
from app.segments.words import next_status
from app.translation import tr

ICON_PX = 16
_MOST_SIZES = 2_000
_SWITCHES = (Column.EYE, Column.LOCK, Column.STATUS)
AnyIndex = QModelIndex | QPersistentModelIndex


class SwitchDelegate(QStyledItemDelegate):
    """Centres icons, turns clicks on them into changes, and edits names with suggestions."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sizes: dict[tuple[int, str], QSize] = {}

    def forget_sizes(self) -> None:
        """The font or the style is another one."""
        self._sizes.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Qt's own, which asks the model for eight properties of a cell, once for each text."""
        key = (index.column(), str(index.data(Qt.ItemDataRole.DisplayRole)))
        size = self._sizes.get(key)
        if size is None:
            if len(self._sizes) >= _MOST_SIZES:
                self._sizes.clear()
            size = self._sizes[key] = super().sizeHint(option, index)
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        is_mask = not index.parent().isValid()
        if is_mask and index.column() == Column.ML:
            return  # the mask's name, which needs the room, is painted over it
        if index.column() not in _SWITCHES:
            view = option.widget
            if is_mask and index.column() == Column.NAME and isinstance(view, QTreeView):
                wide = QStyleOptionViewItem(option)
                wide.rect.setWidth(option.rect.width() + view.columnWidth(Column.ML))
                option = wide
            super().paint(painter, option, index)
            return
        view = option.widget
        style = view.style() if view is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            place = QRect(0, 0, ICON_PX, ICON_PX)
            place.moveCenter(option.rect.center())
            icon.paint(painter, place)

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().initStyleOption(option, index)
        option.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        if index.column() not in _SWITCHES or not isinstance(event, QMouseEvent):
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease and option.rect.contains(
            event.position().toPoint()
        ):
            switch(model, index)
        return event.type() in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
        )

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("segments_name_editor")
        editor.setAccessibleName(tr("Name"))
        if index.parent().isValid():
            completer = QCompleter(list(suggestions()), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor


def switch(model: QAbstractItemModel, index: AnyIndex) -> None:
    """Open or shut an eye or a lock; take the next status."""
    if index.column() == Column.STATUS:
        status = index.data(Qt.ItemDataRole.EditRole)
        if status:
            model.setData(index, next_status(status))
        return
    state = index.data(Qt.ItemDataRole.CheckStateRole)
    if state is not None:
        is_on = Qt.CheckState(cast("int", state)) == Qt.CheckState.Checked
        other = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
        model.setData(index, other, Qt.ItemDataRole.CheckStateRole)
