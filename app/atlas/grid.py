"""The lesions as a sheet of pictures, the most harmful first."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app import theme
from app.atlas.pictures import Pictures
from app.atlas.words import COLOURS, caption, tool_tip
from app.translation import tr
from unet_core.evaluation.lesion_errors import ErrorKind, LesionError

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
PICTURE_PX = 128
CELL = QSize(164, 204)
FRAME_PX = 3
LINES = 3


class AtlasModel(QAbstractListModel):
    """Lesions of chosen kinds, in the order they were given: by falling harm."""

    def __init__(self, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._errors: tuple[LesionError, ...] = ()
        self._shown: list[int] = []
        self._rows: dict[int, int] = {}
        self._kinds: frozenset[ErrorKind] = frozenset(("missed", "false", "outline"))
        pictures.ready.connect(self._on_ready)

    def set_errors(self, errors: Sequence[LesionError]) -> None:
        """Show other lesions."""
        self._errors = tuple(errors)
        self._pictures.set_errors(self._errors)
        self._arrange()

    def show_kinds(self, kinds: frozenset[ErrorKind]) -> None:
        """Show these kinds only."""
        if kinds != self._kinds:
            self._kinds = kinds
            self._arrange()

    def error_at(self, row: int) -> LesionError:
        """What a row shows."""
        return self._errors[self._shown[row]]

    def row_of(self, error: LesionError) -> int | None:
        """Where a lesion is; None if it is not shown."""
        number = next((n for n, one in enumerate(self._errors) if one is error), -1)
        return self._rows.get(number)

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = [n for n, error in enumerate(self._errors) if error.kind in self._kinds]
        self._rows = {number: row for row, number in enumerate(self._shown)}
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        number = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return caption(self._errors[number])
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.picture(number)
        if role == Qt.ItemDataRole.ToolTipRole:
            fault = self._pictures.fault(number)
            return "\n".join(text for text in (tool_tip(self._errors[number]), fault) if text)
        if role == Qt.ItemDataRole.UserRole:
            return COLOURS[self._errors[number].kind]
        return None

    @Slot(int)
    def _on_ready(self, number: int) -> None:
        row = self._rows.get(number)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index)


class _Cell(QStyledItemDelegate):
    """A picture in a frame that says what kind of error it is, with its words below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area.adjusted(2, 2, -2, -2), theme.colour("SELECTION"))
        left = area.x() + (area.width() - PICTURE_PX) // 2
        place = QRect(left, area.y() + 10, PICTURE_PX, PICTURE_PX)
        found = index.data(Qt.ItemDataRole.DecorationRole)
        painter.fillRect(place, QColor("#101010"))
        if isinstance(found, QPixmap):
            painter.drawPixmap(place, found)
        colour = theme.colour(str(index.data(Qt.ItemDataRole.UserRole)))
        painter.setPen(QPen(colour, FRAME_PX))
        painter.drawRect(place.adjusted(-1, -1, 1, 1))
        first, *others = str(index.data(Qt.ItemDataRole.DisplayRole)).split("\n")
        metrics = painter.fontMetrics()
        top = place.bottom() + 8
        for number, text in enumerate((first, *others)[:LINES]):
            painter.setPen(colour if number == 0 else theme.colour("TEXT"))
            line = QRect(area.x() + 4, top, area.width() - 8, metrics.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, shown)
            top += metrics.height()
        painter.restore()


class AtlasGrid(QListView):
    """The sheet.

    Signals:
        opened: The lesion to open, by double click or Enter.
    """

    opened = Signal(object)

    def __init__(self, model: AtlasModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("atlas_grid")
        self.setAccessibleName(tr("Lesions drawn wrong, the most harmful first"))
        self.setModel(model)
        self.setItemDelegate(_Cell(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._on_activated)

    def show_error(self, error: LesionError) -> None:
        """Put the cursor on a lesion."""
        row = self._model.row_of(error)
        if row is not None:
            index = self._model.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.error_at(index.row()))
