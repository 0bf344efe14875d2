"""Every command by a few letters of its name: typed, chosen and run without the mouse."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.actions import FULL_NAME, remedy_of
from app.fuzzy import matched
from app.translation import tr, without_mnemonic

NOT_NOW = tr("Not available just now.")
WIDTH, ROW_PX, MOST_ROWS = 620, 30, 12
TOP_PX = 64
ICON_PX = 18
PAD_PX = 10
KEPT_RECENT = 8
GREYED = 0.5
"""How much farther from the letters what cannot be used just now counts."""
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """One command as it is found.

    Attributes:
        name: What it is called, without mnemonic.
        path: The menus it lies in, ``View › Panels``.
    """

    action: QAction
    name: str
    path: str

    @property
    def remedy(self) -> str:
        """Why it cannot be used and what to do; empty if it can."""
        return "" if self.action.isEnabled() else remedy_of(self.action) or NOT_NOW

    @property
    def keys(self) -> str:
        """Its shortcut as the keyboard has it."""
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def entries_of(bar: QMenuBar, others: Iterable[QAction] = ()) -> tuple[Entry, ...]:
    """All commands of the menus with their menus' titles, then ``others`` that lie in none."""
    found: dict[int, Entry] = {}
    for action in bar.actions():
        _gather(action, (), found)
    for action in others:
        _gather(action, (), found)
    return tuple(found.values())


def _gather(action: QAction, path: tuple[str, ...], found: dict[int, Entry]) -> None:
    menu = action.menu()
    if isinstance(menu, QMenu):
        for child in menu.actions():
            _gather(child, (*path, without_mnemonic(action.text())), found)
    elif _can_be_run(action):
        name = str(action.property(FULL_NAME) or without_mnemonic(action.text()))
        found.setdefault(id(action), Entry(action, name, " › ".join(path)))


def _can_be_run(action: QAction) -> bool:
    return not action.isSeparator() and bool(action.text()) and action.isVisible()


class Palette(QDialog):
    """A line to type in over the list of what it finds. Enter runs, Escape leaves.

    Signals:
        ran: A command was chosen and run.
    """

    ran = Signal(QAction)

    def __init__(self, entries: Sequence[Entry], used: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._over = parent
        self.setObjectName("palette")
        self.setWindowTitle(tr("Find a command"))
        self.setAccessibleName(tr("Find a command"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = _Found(entries, used, self)
        self._line = QLineEdit()
        self._line.setObjectName("palette_search")
        self._line.setAccessibleName(tr("Letters of a command"))
        self._line.setPlaceholderText(tr("Command, panel, window preset or recent file"))
        self._line.setClearButtonEnabled(True)
        self._line.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._line.installEventFilter(self)
        self._list = QListView()
        self._list.setObjectName("palette_list")
        self._list.setAccessibleName(tr("Commands found"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Row(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line keeps the keyboard
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._said = QLabel()
        self._said.setObjectName("palette_said")
        self._said.setProperty("muted", True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self._line, self._list, self._said):
            column.addWidget(widget)
        self._line.textChanged.connect(self._on_typed)
        self._list.clicked.connect(self._run)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._on_typed("")

    def pop_up(self) -> None:
        """Show under the top of the window, in its middle."""
        window = self._over
        width = min(WIDTH, window.width() - 40)
        self._list.setFixedHeight(min(MOST_ROWS * ROW_PX, window.height() - 200) + 4)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, TOP_PX)))
        self.show()
        self._line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_typed = watched is self._line and event.type() == QEvent.Type.KeyPress
        if is_typed and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        page = max(self._list.height() // ROW_PX - 1, 1)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_Backtab: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        elif ctrl and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._step(self._model.rowCount() * (1 if key == Qt.Key.Key_End else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentIndex())
        else:
            return False
        return True

    def _step(self, rows: int) -> None:
        last = self._model.rowCount() - 1
        row = min(max(self._list.currentIndex().row() + rows, 0), last)
        self._list.setCurrentIndex(self._model.index(row))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._model.find(text)
        self._list.setCurrentIndex(self._model.index(0))
        self._list.scrollToTop()
        self._say()

    @Slot()
    def _on_current(self) -> None:
        self._say()

    def _say(self) -> None:
        """The whole tip of the command chosen, or why it cannot be used."""
        entry = self._model.entry(self._list.currentIndex())
        if entry is None:
            self._said.setText(tr("No command has these letters."))
        else:
            self._said.setText(entry.remedy or entry.action.toolTip())
        self._said.setProperty("warning", bool(entry and entry.remedy))
        self._said.style().polish(self._said)

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        entry = self._model.entry(index)
        if entry is None or entry.remedy:
            self._say()
            return
        action = entry.action
        self.accept()
        action.trigger()
        self.ran.emit(action)


class _Found(QAbstractListModel):
    """The commands that match, the best first; without letters, those used last come first."""

    def __init__(self, entries: Sequence[Entry], used: Sequence[QAction], parent: QObject) -> None:
        super().__init__(parent)
        last = {id(action): rank for rank, action in enumerate(used)}
        self._all = sorted(entries, key=lambda entry: last.get(id(entry.action), len(last)))
        self._found: list[Entry] = []

    def find(self, letters: str) -> None:
        self.beginResetModel()
        is_asked = bool(letters.strip())
        ranked = [
            (score + (GREYED if is_asked and not entry.action.isEnabled() else 0), place, entry)
            for place, entry in enumerate(self._all)
            if (score := matched(letters, entry.name, entry.path)) is not None
        ]
        self._found = [entry for _, _, entry in sorted(ranked, key=lambda row: row[:2])]
        self.endResetModel()

    def entry(self, index: AnyIndex) -> Entry | None:
        return self._found[index.row()] if 0 <= index.row() < len(self._found) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.name, entry.path, entry.keys) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return entry.remedy or entry.action.toolTip()
        return None


class _Row(QStyledItemDelegate):
    """Icon, name, the menus it lies in, and its key at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(WIDTH // 2, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        entry = model.entry(index) if isinstance(model, _Found) else None
        if entry is None:
            return
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_usable = entry.action.isEnabled()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(theme.SELECTION))
        mode = QIcon.Mode.Normal if is_usable else QIcon.Mode.Disabled
        is_on = entry.action.isChecked()
        icon = theme.icon("check") if is_on else entry.action.icon()
        side = QRect(place.left() + PAD_PX, 0, ICON_PX, ICON_PX)
        side.moveTop(place.top() + (place.height() - ICON_PX) // 2)
        icon.paint(painter, side, Qt.AlignmentFlag.AlignCenter, mode)
        self._write(painter, entry, place.adjusted(ICON_PX + 2 * PAD_PX, 0, -PAD_PX, 0), is_usable)

    def _write(self, painter: QPainter, entry: Entry, place: QRect, is_usable: bool) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        keys_px = metrics.horizontalAdvance(entry.keys) + PAD_PX if entry.keys else 0
        painter.setPen(QColor(theme.MUTED))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | middle, entry.keys)
        room = place.adjusted(0, 0, -keys_px, 0)
        name = metrics.elidedText(entry.name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setPen(QColor(theme.TEXT if is_usable else theme.DISABLED))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, name)
        rest = room.adjusted(metrics.horizontalAdvance(name) + PAD_PX, 0, 0, 0)
        painter.setPen(QColor(theme.DISABLED if not is_usable else theme.MUTED))
        path = metrics.elidedText(entry.path, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | middle, path)


class Finder(QObject):
    """Opens the palette over a window and remembers what was run from it, newest first."""

    def __init__(self, bar: QMenuBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar = bar
        self._window = window
        self._used: list[QAction] = []

    @Slot()
    def find_command(self) -> None:
        """Show the palette."""
        entries = entries_of(self._bar, self._window.actions())
        palette = Palette(entries, self._used, self._window)
        palette.ran.connect(self._on_ran)
        palette.pop_up()

    @Slot(QAction)
    def _on_ran(self, action: QAction) -> None:
        others = [used for used in self._used if used is not action]
        self._used = [action, *others][:KEPT_RECENT]
