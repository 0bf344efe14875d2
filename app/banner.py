"""A sentence inside a panel that stays until it is dealt with, with what can be done about it."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.panel_parts import Words

Kind = Literal["error", "question"]


class Banner(QFrame):
    """Hidden until ``say``; the style sheet colours it by its property ``kind``.

    Args:
        name: Object name of the frame; its text is ``<name>_text``.
        kind: "error" for what failed, "question" for what the user may choose.
    """

    def __init__(self, name: str, kind: Kind = "error", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._label = Words()
        self._label.setObjectName(f"{name}_text")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addWidget(self._label)
        layout.addLayout(self._buttons)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown; empty when hidden."""
        return self._label.text()

    def add_button(self, name: str, text: str) -> QPushButton:
        """One more choice, to the right of those there."""
        button = QPushButton(text)
        button.setObjectName(name)
        self._buttons.addWidget(button)
        return button

    def say(self, sentence: str) -> None:
        """Show a sentence in place of the one before."""
        self._label.setText(sentence)
        self.show()

    def dismiss(self) -> None:
        """Hide it."""
        self._label.clear()
        self.hide()
