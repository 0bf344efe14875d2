"""One side of the board: its patients as cards, to be dragged or sent to another side by key."""

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QItemSelection,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app import theme
from app.split.balance import SIDE_TITLES, card_lines
from app.translation import tr
from unet_core.split import SIDES, Person, Side

MIME = "application/x-slicewise-patients"
CARD_PX, GAP_PX, INSET_PX, BAR_PX, EMPTY_PX = 50, 5, 11, 4, 24
PERSON = Qt.ItemDataRole.UserRole
SHARE = Qt.ItemDataRole.UserRole + 1
"""Of the most tumour anybody has, 0 to 1: the length of a card's bar."""
AnyIndex = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class CardModel(QAbstractListModel):
    """The patients of one side."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._weights: Mapping[str, float] = {}
        self._heaviest = 1.0
        self.is_locked = False

    @property
    def people(self) -> tuple[Person, ...]:
        """In the order of the data set."""
        return self._people

    def show_people(self, people: Sequence[Person], weights: Mapping[str, float]) -> None:
        """Show these."""
        self.beginResetModel()
        self._people, self._weights = tuple(people), weights
        self._heaviest = max(weights.values(), default=0.0) or 1.0
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NONE) -> int:
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self._people[index.row()]
        name, load = card_lines(person)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name
            case Qt.ItemDataRole.ToolTipRole:
                scans = ", ".join(person.case_ids)
                return tr("{patient}: {load}\nScans: {scans}", patient=name, load=load, scans=scans)
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr("{patient}, {load}", patient=name, load=load)
            case _ if role == PERSON:
                return person
            case _ if role == SHARE:
                return self._weights.get(person.case_ids[0], 0.0) / self._heaviest
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and not self.is_locked:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        names = [name for i in indexes for name in self._people[i.row()].case_ids]
        data = QMimeData()
        data.setData(MIME, QByteArray(json.dumps(names).encode()))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class CardDelegate(QStyledItemDelegate):
    """Paints a card: name, what the patient weighs, and a bar for the volume of tumour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(80, CARD_PX + GAP_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        person = index.data(PERSON)
        if not isinstance(person, Person):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        card = option.rect.adjusted(2, 2, -3, -GAP_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(theme.SELECTION if chosen else theme.RAISED))
        edge = theme.ACCENT if chosen or focused else theme.BORDER
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        painter.drawRoundedRect(card, 5, 5)
        self._words(painter, option, card, person)
        self._bar(painter, card, float(index.data(SHARE)))
        painter.restore()

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, card: QRect, person: Person
    ) -> None:
        inside = card.adjusted(INSET_PX, 6, -INSET_PX, -9)
        half = inside.height() // 2
        font = option.font
        lines = zip(card_lines(person), (theme.TEXT, theme.MUTED), (True, False), strict=True)
        for row, (text, colour, is_bold) in enumerate(lines):
            font.setBold(is_bold)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            place = QRect(inside.left(), inside.top() + row * half, inside.width(), half)
            mode = Qt.TextElideMode.ElideMiddle if is_bold else Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, mode, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _bar(self, painter: QPainter, card: QRect, share: float) -> None:
        if not share:
            return
        width = max(round((card.width() - 2 * INSET_PX) * share), 2)
        place = QRect(card.left() + INSET_PX, card.bottom() - BAR_PX - 2, width, BAR_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.WARNING))
        painter.drawRoundedRect(place, 2, 2)


class CardList(QListView):
    """Cards of one side.

    Left and Right send the chosen patients to the side next to it; so does dragging, and the menu
    of a right click.

    Signals:
        move_asked: Names of cases, and the side they shall come to.
        entered: The keyboard came here, or a card was chosen here.
    """

    move_asked = Signal(object, str)
    entered = Signal(str)

    def __init__(self, side: Side, empty_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side, self._empty_words = side, empty_words
        self.cards = CardModel(self)
        self.setObjectName(f"split_{side}")
        self.setAccessibleName(tr("Patients: {side}", side=SIDE_TITLES[side]))
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        theme.wearing.changed.connect(self.viewport().update)

    # --- what is chosen ----------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[str, ...]:
        """Names of all cases of the patients chosen here."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(name for row in rows for name in self.cards.people[row].case_ids)

    def show_people(
        self, people: Sequence[Person], weights: Mapping[str, float], *, locked: bool
    ) -> None:
        """Show these cards; those that were chosen stay so."""
        self.cards.is_locked = locked
        if self.cards.people == tuple(people):
            self.viewport().update()
            return
        chosen, top = set(self.chosen), self.verticalScrollBar().value()
        self.cards.show_people(people, weights)
        self.choose(chosen)
        self.verticalScrollBar().setValue(top)

    def choose(self, case_ids: set[str], *, show: bool = False) -> None:
        """Choose the patients who have any of these cases."""
        people = self.cards.people if case_ids else ()
        rows = [row for row, one in enumerate(people) if not case_ids.isdisjoint(one.case_ids)]
        if not rows:
            return
        selected, model = QItemSelection(), self.selectionModel()
        for row in rows:
            index = self.cards.index(row)
            selected.select(index, index)
        if show:
            first = self.cards.index(rows[0])
            model.setCurrentIndex(first, model.SelectionFlag.NoUpdate)
            self.scrollTo(first)
        model.select(selected, model.SelectionFlag.Select)

    @Slot()
    def _on_selected(self) -> None:
        if self.selectedIndexes():
            self.entered.emit(self.side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.cards.people:
            with QPainter(self.viewport()) as painter:
                painter.setPen(QColor(theme.MUTED))
                place = self.viewport().rect().adjusted(*(EMPTY_PX, EMPTY_PX, -EMPTY_PX, -EMPTY_PX))
                words = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(place, words, self._empty_words)

    # --- moving ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = SIDES.index(self.side) + step
        if self.chosen and not self.cards.is_locked and 0 <= place < len(SIDES):
            self.move_asked.emit(self.chosen, SIDES[place])
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.chosen or self.cards.is_locked:
            return
        menu = QMenu(self)
        menu.setObjectName("split_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for side in SIDES:
            if side != self.side:
                action = menu.addAction(tr("Move to {side}", side=SIDE_TITLES[side]))
                action.setObjectName(f"split_menu_{side}")
                action.setData(side)
                action.triggered.connect(self._on_menu)
        menu.popup(event.globalPos())

    @Slot()
    def _on_menu(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.move_asked.emit(self.chosen, action.data())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._may_take(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._may_take(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if not self._may_take(event):
            return
        names = json.loads(bytes(event.mimeData().data(MIME).data()))
        # a copy, or the view the cards came from would take rows away by itself
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.move_asked.emit(tuple(str(name) for name in names), self.side)

    def _may_take(self, event: QDropEvent) -> bool:
        is_new = event.source() is not self and event.mimeData().hasFormat(MIME)
        return is_new and not self.cards.is_locked
