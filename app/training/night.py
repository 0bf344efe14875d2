"""The queue of runs as the window knows it: looked at now and then, changed in a thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app import run_work
from app.jobs import Job, JobGroup
from app.run_work import QueueSeen
from app.settings import Settings
from unet_core.run_queue import Entry, Queue, switched

LOOK_MS = 1500


class NightQueue(QObject):
    """Follows ``queue.json`` of the runs folder while there is something to follow.

    Signals:
        seen: The queue was looked at, changed or not.
        changed: It is another one than before.
        done: A change that was asked for has been made.
        failed: A sentence on why one was not.
    """

    seen = Signal()
    changed = Signal()
    done = Signal()
    failed = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._jobs = JobGroup(self)
        self._asked: list[Callable[[Queue], Queue]] = []
        self._changing: Job | None = None
        self._looking: Job | None = None
        self._now = QueueSeen(Queue())
        self._said = ""
        self._is_watched = self._is_over = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def root(self) -> Path:
        """Where the runs are."""
        return self._settings.runs_root

    @property
    def now(self) -> QueueSeen:
        """As it was when it was looked at last."""
        return self._now

    def watch(self, *, is_on: bool) -> None:
        """Go on looking even while nothing happens, as for a window that shows it."""
        self._is_watched = is_on
        self._pace()
        if is_on:
            self.look()

    @Slot()
    def look(self) -> None:
        """Look at it, now."""
        if self._looking is None and not self._is_over:
            start = partial(run_work.look, self.root)
            self._looking = self._jobs.run(start, self._on_seen, None, self._on_looked)

    def shutdown(self) -> None:
        """Look no longer, and wait."""
        self._is_over = True
        self._timer.stop()
        self._jobs.end()

    # --- what can be asked -------------------------------------------------------------------

    def add(self, entry: Entry, *, first: bool = False) -> None:
        """Let a run wait."""
        self._ask(lambda queue: queue.added(entry, first=first))

    def remove(self, key: str) -> None:
        """Take one out."""
        self._ask(lambda queue: queue.without(key))

    def move(self, key: str, place: int) -> None:
        """Give one that waits another place, from 0."""
        self._ask(lambda queue: queue.moved(key, place))

    def limit(self, key: str, minutes: float) -> None:
        """Stop one after so many minutes; 0 for never."""
        self._ask(lambda queue: queue.changed(key, limit_minutes=minutes))

    @Slot()
    def clear(self) -> None:
        """Forget those that are over."""
        self._ask(Queue.cleared)

    @Slot()
    def start(self) -> None:
        """Begin with the first that waits, in a process that needs no window."""
        self._ask(lambda queue: switched(queue, is_on=True))

    @Slot()
    def stop(self) -> None:
        """Begin no further run."""
        self._ask(lambda queue: switched(queue, is_on=False))

    def _ask(self, how: Callable[[Queue], Queue]) -> None:
        """One change after the other, as they were asked for."""
        self._asked.append(how)
        self._change_next()

    def _change_next(self) -> None:
        if self._changing is None and self._asked and not self._is_over:
            start = partial(run_work.change, self.root, self._asked.pop(0))
            self._changing = self._jobs.run(
                start, self._on_changed, self._on_failed, self._on_change_over
            )

    # --- answers -----------------------------------------------------------------------------

    @Slot(object)
    def _on_seen(self, event: QueueSeen) -> None:
        is_another, self._now = event != self._now, event
        if event.fault and event.fault != self._said:
            self.failed.emit(event.fault)
        self._said = event.fault
        self._pace()
        if is_another:
            self.changed.emit()
        self.seen.emit()

    @Slot()
    def _on_looked(self) -> None:
        self._looking = None

    @Slot(object)
    def _on_changed(self, event: QueueSeen) -> None:
        self._on_seen(event)
        self.done.emit()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.failed.emit(sentence)

    @Slot()
    def _on_change_over(self) -> None:
        self._changing = None
        self._change_next()

    def _pace(self) -> None:
        is_needed = self._is_watched or self._now.is_worked or bool(self._now.busy)
        if not is_needed or self._is_over:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
