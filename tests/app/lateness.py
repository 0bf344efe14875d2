"""How late the window's event loop comes back: what a person feels as a freeze."""

import time

from PySide6.QtCore import QObject, QTimer, Slot

BEAT_MS = 5


class Lateness(QObject):
    """A timer that ought to beat every few milliseconds, and how late its beats were.

    A wall clock on a shared computer says little about one run, so that tests report
    ``worst_ms`` and assert what must hold on any machine: that the beat went on, and that no
    library which parses files or trains was ever loaded beside it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.beats = 0
        self.worst_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    @Slot()
    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.beats += 1
        self.worst_ms = max(self.worst_ms, (now - self._last) * 1000 - BEAT_MS)
        self._last = now
