"""Catches the window's thread being late: what a person feels as a freeze.

Every way in which a test lets the window work (a click, a key, a turn of the event loop) is timed
on the window's own thread, from one beat of a timer to the next. What the test itself does between
is not the window's doing, nor is what the computer does: time spent waiting for a processor, the
test run's own garbage collection, and a window's first showing are not counted.
"""

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

LIMIT_MS = 50.0
BEAT_MS = 10
NEWCOMER_BEATS = 2
"""Beats that a window just shown has for laying itself out and painting for the first time."""
HANDS = (
    *("mouseClick", "mouseDClick", "mouseMove", "mousePress", "mouseRelease"),
    *("keyClick", "keyPress", "keyRelease", "keySequence"),
)
WAYS_IN: tuple[tuple[type, str], ...] = (
    (QCoreApplication, "processEvents"),
    (QCoreApplication, "sendEvent"),
    (QCoreApplication, "sendPostedEvents"),
    (QEventLoop, "exec"),
    (QDialog, "exec"),
    (QAction, "trigger"),
    (QAbstractButton, "click"),
    *((QtBot, name) for name in HANDS),
)
"""From a test's body into the window."""
_STATIC = frozenset({"processEvents", "sendEvent", "sendPostedEvents", *HANDS})
_TASKS = Path("/proc/self/task")
_ROOT = str(Path(__file__).parents[2])
_STAT = Path("/proc/stat")
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_INNERMOST = 8
"""Lines of a stack that are told."""


@dataclass(frozen=True)
class Moment:
    """The clocks of the window's thread, in ms.

    Attributes:
        wall: Of the room.
        worked: On a processor.
        queued: Ready, while other threads and programs had the processors.
        collected: Spent on garbage.
        looked: Spent on telling the watchdog what is being done.
        stolen: Taken from this machine by others on the same host, where it is a virtual one.
    """

    wall: float
    worked: float
    queued: float
    collected: float
    looked: float
    stolen: float


def _queued_ms(task: int) -> float:
    """How long a thread has waited for a processor, as Linux counts it; 0 elsewhere."""
    try:
        return int((_TASKS / str(task) / "schedstat").read_bytes().split()[1]) / 1e6
    except (OSError, IndexError):
        return 0.0


def _stolen_ms() -> float:
    """As Linux counts it, of all processors together; 0 elsewhere."""
    try:
        with _STAT.open("rb") as file:
            return int(file.readline().split()[8]) * 1e3 / _TICKS
    except (OSError, IndexError):
        return 0.0


def _others_queued_ms(but: set[int | None]) -> dict[int, float]:
    tasks = [int(path.name) for path in _TASKS.iterdir()] if _TASKS.is_dir() else []
    return {task: _queued_ms(task) for task in tasks if task not in but}


def _pace_ms(times: int = 1) -> float:
    """Of a fixed piece of work, now: other programs slow down even a thread that is running."""
    start = time.thread_time()
    for _ in range(times):
        pairs = [(number * 7919 % 10_007, number) for number in range(4_000)]
        pairs.sort()
        bytes(bytearray(1_000_000))
    return (time.thread_time() - start) * 1e3 / times


class Watchdog(QObject):
    """Watches the thread it is made in.

    Attributes:
        found: A sentence for each time the window was late, since ``begin``.
        worst_ms: The latest it was.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.worst_ms = 0.0
        self._task = threading.get_native_id()
        self._thread = threading.get_ident()
        self._collected_ms = 0.0
        self._collecting_since = 0.0
        self._looked_ms = 0.0
        self._way_in = ""
        self._depth = 0
        self._beats_left = 0
        self._seen: set[int] = set()
        self._best_pace_ms = min(_pace_ms() for _ in range(10))
        self._last = self._now()
        self._stack: tuple[float, str] = (0.0, "")
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        gc.callbacks.append(self._on_collecting)
        signal.signal(signal.SIGUSR1, self._on_asked)
        self._looker = threading.Thread(target=self._look, name="watchdog", daemon=True)
        self._looker.start()
        self._ours = {self._task, self._looker.native_id}
        self._others = _others_queued_ms(self._ours)

    def begin(self) -> None:
        """A new test: nothing is held against it yet."""
        self.found = []
        self.worst_ms = 0.0
        self._best_pace_ms = min(self._best_pace_ms, _pace_ms())
        self._seen = {id(widget) for widget in QApplication.topLevelWidgets()}

    def install(self) -> None:
        """Watch every way in, for the rest of the test run."""
        for owner, name in WAYS_IN:
            wrapped = self._watched(getattr(owner, name), f"{owner.__name__}.{name}")
            setattr(owner, name, staticmethod(wrapped) if name in _STATIC else wrapped)

    def _watched(self, way_in: Callable[..., Any], name: str) -> Callable[..., Any]:
        def watched(*arguments: Any, **options: Any) -> Any:
            if threading.get_ident() != self._thread:
                return way_in(*arguments, **options)
            with self.inside(name):
                return way_in(*arguments, **options)

        return watched

    @contextmanager
    def inside(self, name: str) -> Iterator[None]:
        """All that happens within is the window's doing."""
        self._depth += 1
        if self._depth == 1:
            self._enter(name)
        try:
            yield
        finally:
            self._depth -= 1
            if self._depth == 0:
                self._timer.stop()
                self._judge()

    def _enter(self, name: str) -> None:
        self._way_in = name
        shown = {id(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()}
        self._beats_left = NEWCOMER_BEATS if shown - self._seen else 0
        self._seen |= shown
        self._others = _others_queued_ms(self._ours)
        self._timer.start()
        self._last = self._now()

    @Slot()
    def _on_beat(self) -> None:
        self._judge()
        self._last = self._now()

    def _judge(self) -> None:
        """Hold the time since the last beat against the window, if it was too long."""
        late, (since, stack) = self._late_ms(self._now()), self._stack
        self._beats_left, is_newcomer = max(self._beats_left - 1, 0), self._beats_left > 0
        if late <= LIMIT_MS or is_newcomer:
            if not is_newcomer:
                self.worst_ms = max(self.worst_ms, late)
            return
        late = self._late_ms(self._now(), _pace_ms(5) / self._best_pace_ms)
        self.worst_ms = max(self.worst_ms, late)
        if late > LIMIT_MS:
            where = stack if since == self._last.wall else ""
            self.found.append(f"{late:.0f} ms late in {self._way_in}\n{where}")

    def _late_ms(self, now: Moment, slowness: float = 1.0) -> float:
        """What the window's thread did or waited for itself, without what others made it wait.

        Work counts at the pace that this computer has when it is quiet. A thread that waits for
        another one of ours is not late for as long as that one waited for a processor.
        """
        before = self._last
        collected = now.collected - before.collected
        worked = (now.worked - before.worked) / max(slowness, 1.0)
        waited = now.wall - before.wall - (now.queued - before.queued) - BEAT_MS
        waited -= now.looked - before.looked
        if waited - collected > LIMIT_MS:
            after = _others_queued_ms(self._ours)
            waited -= max(
                (ms - self._others.get(task, 0.0) for task, ms in after.items()), default=0
            )
            waited -= (now.worked - before.worked) - worked
        return max(worked, waited) - collected - (now.stolen - before.stolen)

    def _now(self) -> Moment:
        return Moment(
            time.perf_counter() * 1e3,
            time.thread_time() * 1e3,
            _queued_ms(self._task),
            self._collected_ms,
            self._looked_ms,
            _stolen_ms(),
        )

    def _on_collecting(self, phase: str, info: dict[str, int]) -> None:
        if threading.get_ident() != self._thread:
            return
        if phase == "start":
            self._collecting_since = time.thread_time()
        else:
            self._collected_ms += (time.thread_time() - self._collecting_since) * 1e3

    def _look(self) -> None:
        """In another thread: ask the window what it is doing when it has been late for a while.

        It answers itself, by a signal, as soon as it is in Python: whoever walks the frames of a
        running thread from outside may find them gone, which ends the whole test run.
        """
        while True:
            time.sleep(BEAT_MS / 1e3)
            if self._depth and time.perf_counter() * 1e3 - self._last.wall > LIMIT_MS / 2:
                signal.pthread_kill(self._thread, signal.SIGUSR1)

    def _on_asked(self, _number: int, frame: FrameType | None) -> None:
        began = time.perf_counter()
        last, text = self._last.wall, _stack_text(frame)
        known = self._stack[1] if self._stack[0] == last else ""
        if text.count("\n") >= known.count("\n"):  # the innermost says most
            self._stack = (last, text)
        self._looked_ms += (time.perf_counter() - began) * 1e3


def _stack_text(frame: FrameType | None) -> str:
    """Lines of the house a frame stands in, the innermost last."""
    told: list[str] = []
    while frame is not None and len(told) < _INNERMOST:
        name = frame.f_code.co_filename
        if name.startswith(_ROOT) and name != __file__ and "site-packages" not in name:
            place = f"{os.path.relpath(name, _ROOT)}:{frame.f_lineno}"
            told.append(f"  {place} {frame.f_code.co_name}")
        frame = frame.f_back
    return "\n".join(reversed(told))
