"""What the user is told: the newest sentence in a bar, all of them in a list that stays."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.core_sentences import core_tr
from app.panel_parts import Words, button
from app.translation import tr

Kind = Literal["error", "notice"]
NOTICE_STAYS_MS = 10_000
KEPT = 1000
ICONS = {"error": ("error", "BAD"), "notice": ("about", "ACCENT")}
MOST_LINES = 4
"""Of a sentence in the bar; the rest of a longer one is read in the list."""
BUTTON_PX = 20
LIST_PX, LEAST_PX = 170, 48
TALLEST = 16_777_215
EMPTY = tr("Nothing yet. Notices and errors stay here to be read again and copied.")


@dataclass(frozen=True)
class Message:
    """One sentence the user was told."""

    kind: Kind
    sentence: str
    at: datetime = field(default_factory=datetime.now)

    @property
    def line(self) -> str:
        """As it is copied.

        >>> Message("error", "a.nii is empty.", datetime(2025, 1, 2, 3, 4, 5)).line
        '03:04:05  Error: a.nii is empty.'
        """
        if self.kind == "error":
            return tr("{at:%H:%M:%S}  Error: {sentence}", at=self.at, sentence=self.sentence)
        return f"{self.at:%H:%M:%S}  {self.sentence}"


class MessageBar(QFrame):
    """The newest sentence. An error stays until it is put away, a notice leaves by itself.

    With one line it is as high as the titles of the views, over which it lies.

    Signals:
        all_asked: The user wants to see every message.
        room_changed: It came, went, or asks for another height.
    """

    all_asked = Signal()
    room_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._icon = theme.Mark(18)
        self._label = _Sentence()
        self._label.setObjectName("message_text")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._more = QToolButton()
        self._more.setObjectName("message_all")
        self._more.setText(tr("More"))
        self._more.setToolTip(tr("This sentence in full, among everything Slicewise has said (F4)"))
        self._more.clicked.connect(self.all_asked)
        self._label.cut_changed.connect(self._more.setVisible)
        close = QToolButton()
        close.setObjectName("message_dismiss")
        close.setIcon(theme.icon("close"))
        close.setToolTip(tr("Put this message away"))
        close.setAccessibleName(tr("Put this message away"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        for one in (self._more, close):
            one.setStyleSheet("QToolButton { padding: 0 6px; }")
            one.setFixedHeight(BUTTON_PX)
        layout.setContentsMargins(9, 3, 3, 3)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._more)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide):
            self.room_changed.emit()
        return is_done

    @property
    def text(self) -> str:
        """The sentence shown last."""
        return self._label.sentence

    def say(self, kind: Kind, sentence: str) -> None:
        """Show a sentence; a notice never covers an error that was not put away."""
        if kind == "notice" and self.isVisible() and self.property("kind") == "error":
            return
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.show_icon(theme.coloured_icon(*ICONS[kind]))
        self._label.show_sentence(core_tr(sentence))
        self.show()
        self._timer.stop()
        if kind == "notice":
            self._timer.start(NOTICE_STAYS_MS)


class _Sentence(Words):
    """As high as its lines, but no more than a few: what is cut ends in an ellipsis.

    Attributes:
        sentence: All of it.

    Signals:
        cut_changed: Whether not all of it is shown.
    """

    cut_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.sentence = ""

    def show_sentence(self, sentence: str) -> None:
        """Show as much of it as has room."""
        self.sentence = sentence
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._cut()

    def _cut(self) -> None:
        shown = shortened(self.sentence, self._fits)
        if shown != self.text():
            self.setText(shown)
            self.updateGeometry()
        self.setToolTip(self.sentence if shown != self.sentence else "")
        self.cut_changed.emit(shown != self.sentence)

    def _fits(self, text: str) -> bool:
        page = QRect(0, 0, max(self.width(), 1), TALLEST)
        wrapped, metrics = Qt.TextFlag.TextWordWrap, self.fontMetrics()
        most = metrics.boundingRect(page, wrapped, "\n".join("x" * MOST_LINES))
        return metrics.boundingRect(page, wrapped, text).height() <= most.height()


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """The longest beginning of the text that fits with an ellipsis; all of it if that fits.

    >>> shortened("one two three", lambda t: len(t) <= 9)
    'one two…'
    """
    if fits(text):
        return text
    words = text.split(" ")
    low, high = 1, len(words)  # so many words fit; so many do not
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(" ".join(words[:middle]) + "…") else (low, middle)
    return " ".join(words[:low]) + "…"


class MessageList(QWidget):
    """Every sentence since the start, newest last; to be read again and copied.

    Signals:
        changed: How many messages there are, and how many of them are errors.
    """

    changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cleared: tuple[Message, ...] = ()
        self._errors = 0
        self._list = self._make_list()
        self._scroll = QTimer(self, singleShot=True, interval=0)  # to do it lays out every line
        self._scroll.timeout.connect(self._list.scrollToBottom)
        self._only_errors = QCheckBox(tr("Errors only"))
        self._only_errors.setObjectName("messages_errors_only")
        self._only_errors.setToolTip(tr("Hide what is no error"))
        self._only_errors.toggled.connect(self._on_errors_only)
        self._copy = button("messages_copy", tr("Copy"), tr("Copy the chosen messages (Ctrl+C)"))
        self._copy.clicked.connect(self.copy_selected)
        self._copy_all = button(
            "messages_copy_all", tr("Copy all"), tr("Copy every message listed")
        )
        self._copy_all.clicked.connect(self.copy_all)
        self._clear = button("messages_clear", tr("Clear"), tr("Empty the list"))
        self._clear.clicked.connect(self._on_clear)
        self._back = button("messages_back", tr("Bring back"), tr("List again what was cleared"))
        self._back.clicked.connect(self._on_back)
        buttons = QHBoxLayout()
        buttons.addWidget(self._only_errors)
        buttons.addStretch(1)
        for widget in (self._copy, self._copy_all, self._clear, self._back):
            buttons.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.addWidget(self._list)
        layout.addLayout(buttons)
        self._refresh()

    def _make_list(self) -> QListWidget:
        made = _List()
        made.setObjectName("messages_list")
        made.setAccessibleName(tr("All messages of this session"))
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.setWordWrap(True)
        made.setMinimumHeight(LEAST_PX)
        made.setTextElideMode(Qt.TextElideMode.ElideNone)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        made.itemSelectionChanged.connect(self._refresh)
        copy = QAction(tr("Copy"), made)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self.copy_selected)
        made.addAction(copy)
        return made

    @property
    def messages(self) -> tuple[Message, ...]:
        """What is listed, hidden notices too."""
        return tuple(_message_of(self._list.item(row)) for row in range(self._list.count()))

    @property
    def text(self) -> str:
        """All sentences, one a line."""
        return "\n".join(message.line for message in self.messages)

    def add(self, kind: Kind, sentence: str) -> None:
        """Append one sentence with its time; the oldest beyond a thousand is forgotten."""
        self._append(Message(kind, core_tr(sentence)))
        if self._list.count() > KEPT:
            self._errors -= _message_of(self._list.takeItem(0)).kind == "error"
        self._refresh()

    def sizeHint(self) -> QSize:
        """A few lines: whoever wants to read more drags the dock higher."""
        return QSize(super().sizeHint().width(), LIST_PX)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._list.scrollToBottom()

    def _append(self, message: Message) -> None:
        bar = self._list.verticalScrollBar()
        was_at_end = bar.value() >= bar.maximum()
        item = QListWidgetItem(f"{message.at:%H:%M:%S}   {message.sentence}")
        item.setIcon(theme.coloured_icon(*ICONS[message.kind]))
        kind = tr("Error") if message.kind == "error" else tr("Notice")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind}: {message.sentence}")
        item.setData(Qt.ItemDataRole.UserRole, message)
        self._list.addItem(item)
        self._errors += message.kind == "error"
        item.setHidden(self._only_errors.isChecked() and message.kind != "error")
        if was_at_end:
            self._scroll.start()

    # --- buttons -----------------------------------------------------------------------------

    @Slot()
    def copy_selected(self) -> None:
        """Put the chosen messages on the clipboard, in their order."""
        chosen = [item for item in self._items() if item.isSelected()]
        if chosen:
            _put_on_clipboard(_message_of(item) for item in chosen)

    @Slot()
    def copy_all(self) -> None:
        """Put every message listed on the clipboard."""
        _put_on_clipboard(_message_of(item) for item in self._items())

    def _items(self) -> list[QListWidgetItem]:
        items = (self._list.item(row) for row in range(self._list.count()))
        return [item for item in items if not item.isHidden()]

    @Slot()
    def _on_clear(self) -> None:
        self._cleared = self.messages
        self._empty()
        self._refresh()

    @Slot()
    def _on_back(self) -> None:
        since = self.messages
        self._empty()
        for message in (*self._cleared, *since)[-KEPT:]:
            self._append(message)
        self._cleared = ()
        self._refresh()

    def _empty(self) -> None:
        self._list.clear()
        self._errors = 0

    @Slot(bool)
    def _on_errors_only(self, is_on: bool) -> None:
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(is_on and _message_of(item).kind != "error")
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        count = self._list.count()
        self._copy.setEnabled(bool(self._list.selectedItems()))
        self._copy_all.setEnabled(count > 0)
        self._clear.setEnabled(count > 0)
        self._back.setVisible(bool(self._cleared))
        self.changed.emit(count, self._errors)


class _List(QListWidget):
    """Says what will be found here as long as there is nothing."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            place = self.viewport().rect().adjusted(12, 4, -12, -4)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            with QPainter(self.viewport()) as painter:  # ended even when something fails
                painter.setPen(theme.colour("MUTED"))
                painter.drawText(place, flags, EMPTY)


class MessageButton(QToolButton):
    """In the status bar: how many messages and errors there were; leads to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_messages")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.show_counts(0, 0)

    @Slot(int, int)
    def show_counts(self, count: int, errors: int) -> None:
        """Say how many."""
        counted = tr("1 error") if errors == 1 else tr("{errors} errors", errors=errors)
        mark = theme.coloured_icon("error", "BAD") if errors else theme.icon("messages")
        self.setIcon(mark)
        self.setText(counted if errors else tr("Messages"))
        said = tr("1 message") if count == 1 else tr("{count} messages", count=count)
        self.setToolTip(tr("{messages}, {errors}: show them (F4)", messages=said, errors=counted))
        self.setAccessibleName(tr("{messages}, {errors}: show them", messages=said, errors=counted))


def _message_of(item: QListWidgetItem) -> Message:
    message = item.data(Qt.ItemDataRole.UserRole)
    assert isinstance(message, Message)
    return message


def _put_on_clipboard(messages: Iterable[Message]) -> None:
    QApplication.clipboard().setText("\n".join(message.line for message in messages))
