"""What the user is told: the newest sentence in a bar, all of them in a list."""

from datetime import datetime
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme

Kind = Literal["error", "notice"]
NOTICE_STAYS_MS = 10_000
KEPT = 500


class MessageBar(QFrame):
    """The newest sentence. An error stays until it is put away, a notice leaves by itself.

    Signals:
        all_asked: The user wants to see every message.
    """

    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._icon = QLabel()
        self._icon.setFixedWidth(22)
        self._label = QLabel()
        self._label.setObjectName("message_text")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        every = QToolButton()
        every.setObjectName("message_all")
        every.setText("All messages")
        every.clicked.connect(self.all_asked)
        close = QToolButton()
        close.setObjectName("message_dismiss")
        close.setIcon(theme.icon("close"))
        close.setToolTip("Put this message away")
        close.setAccessibleName("Put this message away")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 6, 4)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        layout.addWidget(every)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown last."""
        return self._label.text()

    def say(self, kind: Kind, sentence: str) -> None:
        """Show a sentence; a notice never covers an error that was not put away."""
        if kind == "notice" and self.isVisible() and self.property("kind") == "error":
            return
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        name = "error" if kind == "error" else "about"
        self._icon.setPixmap(theme.icon(name).pixmap(18, 18))
        self._label.setText(sentence)
        self.show()
        self._timer.stop()
        if kind == "notice":
            self._timer.start(NOTICE_STAYS_MS)


class MessageList(QWidget):
    """Every sentence since the start, newest last; its text can be copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QPlainTextEdit()
        self._text.setObjectName("messages_text")
        self._text.setAccessibleName("All messages")
        self._text.setReadOnly(True)
        self._text.setMaximumBlockCount(KEPT)
        self._text.setPlaceholderText("No messages yet.")
        copy = QPushButton("Copy all")
        copy.setObjectName("messages_copy")
        copy.clicked.connect(self._on_copy)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.addWidget(self._text)
        layout.addLayout(buttons)

    @property
    def text(self) -> str:
        """All sentences, one a line."""
        return self._text.toPlainText()

    def add(self, kind: Kind, sentence: str) -> None:
        """Append one sentence with its time."""
        mark = "Error: " if kind == "error" else ""
        self._text.appendPlainText(f"{datetime.now():%H:%M:%S}  {mark}{sentence}")

    @Slot()
    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.text)
