"""What is being opened, how far it is, and the button that ends it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

TEXT_CHARACTERS = 44


class ActivityBar(QWidget):
    """Hidden while nothing is being done.

    Signals:
        cancelled: The user pressed Cancel.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("open_activity")
        self._text = QLabel()
        self._text.setObjectName("open_text")
        self._bar = QProgressBar()
        self._bar.setObjectName("open_progress")
        self._bar.setAccessibleName("How far the work is")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._cancel = QPushButton("Cancel")
        self._cancel.setObjectName("open_cancel")
        self._cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 1, 6, 1)
        layout.addWidget(self._text)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel)
        self.hide()

    @Slot(bool)
    def set_busy(self, is_busy: bool) -> None:
        """Show or hide."""
        self.setVisible(is_busy)

    @Slot(str, int, int)
    def show_progress(self, text: str, done: int, total: int) -> None:
        """Say what is done; a total of 0 shows that it cannot be known."""
        shown = text if len(text) <= TEXT_CHARACTERS else f"{text[: TEXT_CHARACTERS - 1]}…"
        self._text.setText(shown)
        self._text.setToolTip(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
