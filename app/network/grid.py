"""The pictures of a batch in rows: each with its case and slice, drawn when it comes into sight."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app import theme
from app.network.saying import say
from app.network.tiles import MaskStyle, tile
from app.translation import tr
from unet_core.batch_sheet import SheetLook
from unet_core.sheet_words import change_words

LEAST_PX, MOST_PX, GAP, CAPTION_LINES = 190, 340, 6, 2
KEPT = 128
"""Images at hand: of the largest sheet every picture, before and after."""
SPACING = 2
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Manner:
    """How the pictures are shown.

    Attributes:
        channel: Which of the pictures given to the network for a slice.
        style: How the mask is drawn.
        is_pair: Whether the picture before augmentation stands beside each.
    """

    channel: int = 0
    style: MaskStyle = "outline"
    is_pair: bool = False


class SheetModel(QAbstractListModel):
    """The pictures of one look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: SheetLook | None = None
        self.manner = Manner()
        self._kept: OrderedDict[tuple[int, bool, Manner, int], QImage] = OrderedDict()

    @property
    def look(self) -> SheetLook | None:
        """What is shown."""
        return self._look

    def show_look(self, look: SheetLook | None, manner: Manner) -> None:
        """Other pictures, or the same in another manner."""
        if look is self._look:
            self.manner = manner
            self.layoutChanged.emit()
            return
        self.beginResetModel()
        self._look, self.manner = look, manner
        self._kept.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._look.slices) if self._look is not None and not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._look is None or not index.isValid():
            return None
        one = self._look.slices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("{case}, slice {number}", case=one.case_id, number=one.number)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return change_words(one.changes, say)
        return None

    def image(self, row: int, side: int, *, before: bool = False) -> QImage:
        """A picture; the same one is made once."""
        key = (row, before, replace(self.manner, is_pair=False), side)
        known = self._kept.get(key)
        if known is None:
            look = self._look
            assert look is not None
            pictures = look.before if before else look.after
            labels = look.before_labels if before else look.after_labels
            channel = min(self.manner.channel, pictures.shape[1] - 1)
            known = tile(pictures[row, channel], labels[row], look.labels, self.manner.style, side)
            self._kept[key] = known
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return known


class TileDelegate(QStyledItemDelegate):
    """Draws one picture, or the pair of it, over its caption.

    Attributes:
        side: Of a picture, in pixels of the window.
    """

    side = LEAST_PX

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = cast("SheetModel", index.model())
        count = 2 if model.manner.is_pair else 1
        lines = CAPTION_LINES * option.fontMetrics.lineSpacing()
        return QSize(count * (self.side + GAP) + GAP + 2, self.side + 3 * GAP + lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = cast("SheetModel", index.model())
        rect: QRect = option.rect.adjusted(1, 1, -1, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if is_chosen:
            painter.setPen(QPen(QColor(theme.ACCENT), 2))
            painter.setBrush(QColor(theme.SELECTION))
            painter.drawRoundedRect(rect, 5, 5)
        ratio = painter.device().devicePixelRatioF()
        x, y = rect.left() + GAP, rect.top() + GAP
        sides = (True, False) if model.manner.is_pair else (False,)
        for before in sides:
            image = model.image(index.row(), round(self.side * ratio), before=before)
            painter.drawImage(QRect(x, y, self.side, self.side), image)
            x += self.side + GAP
        self._caption(
            painter,
            option,
            index,
            QRect(rect.left() + GAP, y + self.side + 2, rect.width() - 2 * GAP, rect.height()),
        )
        painter.restore()

    def _caption(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, room: QRect
    ) -> None:
        line = option.fontMetrics.lineSpacing()
        room.setHeight(line)
        elide = Qt.TextElideMode.ElideRight
        title = str(index.data())
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(room, option.fontMetrics.elidedText(title, elide, room.width()))
        room.translate(0, line)
        changes = str(index.data(Qt.ItemDataRole.ToolTipRole))
        painter.setPen(QColor(theme.MUTED))
        painter.drawText(room, option.fontMetrics.elidedText(changes, elide, room.width()))


class SheetGrid(QListView):
    """The contact sheet itself: arrows go from picture to picture, Enter enlarges one.

    Signals:
        enlarged: The row of a picture that shall be shown large.
    """

    enlarged = Signal(int)

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet_grid")
        self.setAccessibleName(tr("Pictures of the batch"))
        self.setModel(model)
        self._delegate = TileDelegate(self)
        self.setItemDelegate(self._delegate)
        self._sheet = model
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(SPACING)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.refit()
        super().resizeEvent(event)

    def refit(self) -> None:
        """Give the pictures the size that fills the rows, for one or two of each."""
        count = 2 if self._sheet.manner.is_pair else 1
        room, around = self.viewport().width() - 2 * SPACING, GAP + 2 + 2 * SPACING
        columns = max(1, room // (count * (LEAST_PX + GAP) + around))
        side = (room // columns - around) // count - GAP
        self._delegate.side = min(max(side, LEAST_PX), MOST_PX)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.enlarged.emit(index.row())
