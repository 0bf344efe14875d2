"""What is being opened, how far it is, and the button that ends it."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.core_sentences import core_tr
from app.translation import tr

TEXT_CHARACTERS = 64
REDRAW_MS = 50
"""Progress may come thousands of times a second; the newest of it is drawn."""


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
        self._bar.setAccessibleName(tr("How far the work is"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._cancel = QPushButton(tr("Cancel"))
        self._cancel.setObjectName("open_cancel")
        self._cancel.setToolTip(tr("Leave it closed; what is open stays as it is"))
        self._cancel.clicked.connect(self.cancelled)
        self._newest = ("", 0, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REDRAW_MS)
        self._timer.timeout.connect(self._draw)
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
        text = core_tr(text)
        is_other = text.partition(":")[0] != self._newest[0].partition(":")[0]
        self._newest = (text, done, total)
        if is_other:
            self._draw()
        elif not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _draw(self) -> None:
        text, done, total = self._newest
        self._text.setText(shortened(text))
        self._text.setToolTip(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)


def shortened(text: str) -> str:
    """The text, cut in its middle where it is too long: its end tells how far the work is.

    >>> len(shortened("Opening " + "x" * 200 + ": 3 of 9 files")) == TEXT_CHARACTERS
    True
    """
    if len(text) <= TEXT_CHARACTERS:
        return text
    tail = TEXT_CHARACTERS // 2
    return f"{text[: TEXT_CHARACTERS - tail - 1]}…{text[-tail:]}"
