"""Work that must not hold up the window: one generator of events, iterated in its own thread.

Panels connect to a Job only. Its signals are emitted in the window's thread; connect bound
methods of QObjects to them, because PySide runs plain functions in the sender's thread.
"""

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from app.translation import tr
from unet_core.errors import InputError
from unet_core.events import Progress

PROGRESS_EVERY_S = 0.03
"""A worker may report a hundred thousand files in seconds; the window hears the newest of it."""
PAUSE_S = 0.0005
"""After a step with nothing to tell: a worker shares Python's one lock with the window, and only
sleeping lets go of it at once."""


class Worker(QObject):
    """Iterates in the thread it was moved to."""

    reported = Signal(object)
    failed = Signal(str)
    done = Signal()

    def __init__(self, events: Iterator[object]) -> None:
        super().__init__()
        self._events = events

    @Slot()
    def run(self) -> None:
        """Emit every event, but of progress only the newest; then ``done`` in every case.

        None is no event: work that has done a step, and may be left here, gives it.
        """
        waiting: Progress | None = None
        told_at = 0.0
        try:
            for event in self._events:
                if event is None:
                    time.sleep(PAUSE_S)
                elif isinstance(event, Progress) and time.monotonic() - told_at < PROGRESS_EVERY_S:
                    waiting = event
                else:
                    if waiting is not None and not isinstance(event, Progress):
                        self.reported.emit(waiting)
                    waiting, told_at = None, time.monotonic()
                    self.reported.emit(event)
                if QThread.currentThread().isInterruptionRequested():
                    break
        except InputError as error:
            self.failed.emit(str(error))
        except Exception as error:  # noqa: BLE001  (a thread's last resort: the user must hear of it)
            self.failed.emit(
                tr("An unforeseen error ended the work ({kind}).", kind=type(error).__name__)
            )
        finally:
            with contextlib.suppress(Exception):
                getattr(self._events, "close", lambda: None)()
            self.done.emit()


class Job(QObject):
    """A running piece of work.

    Signals:
        reported: Each event, in order.
        failed: A sentence for the user; ``finished`` follows.
        finished: Always last, exactly once.

    Args:
        start: Makes the iterator of events; called once, here. ``isolated(...)`` gives one whose
            work happens in a child process; ``iter([...])`` is a whole fake job.
    """

    reported = Signal(object)
    failed = Signal(str)
    finished = Signal()

    def __init__(
        self, start: Callable[[], Iterator[object]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._events = start()
        self._worker = Worker(self._events)
        self._thread = QThread()
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.run)
        self._worker.reported.connect(self._on_event, Qt.ConnectionType.QueuedConnection)
        self._worker.failed.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)
        self._worker.done.connect(self._thread.quit, Qt.ConnectionType.DirectConnection)
        self._thread.finished.connect(self._on_thread_finished)
        self.is_running = False
        self.is_paused = False
        self.is_stopping = False

    def start(self) -> None:
        """Begin; events arrive once the event loop runs."""
        self.is_running = True
        self._thread.start()

    def pause(self) -> None:
        """Hold the work at its next event."""
        self.is_paused = True
        self._ask("pause")

    def resume(self) -> None:
        """Let held work go on."""
        self.is_paused = False
        self._ask("resume")

    def stop(self) -> None:
        """Ask the work to end at its next event; ``finished`` tells when it has."""
        self.is_stopping = True
        if hasattr(self._events, "stop"):
            self._ask("stop")
        else:
            self._thread.requestInterruption()

    def kill(self) -> None:
        """End the child of work that was asked to stop and has not; its events are lost."""
        pid = getattr(self._events, "pid", None)
        if self.is_running and pid is not None:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGTERM)

    def wait(self, timeout_ms: int = 10_000) -> bool:
        """Block until the thread has ended; only for closing the window."""
        return self._thread.wait(timeout_ms)

    def end(self, patience_ms: int = 3_000) -> None:
        """Stop and wait; a child that does not obey in time is ended. Only for closing."""
        if not self.is_stopping:
            self.stop()
        if not self._thread.wait(patience_ms) and hasattr(self._events, "stop"):
            getattr(self._events, "close", lambda: None)()
            self.wait()  # a child that is ending already is not hurried by that

    def _ask(self, word: str) -> None:
        getattr(self._events, word, lambda: None)()

    @Slot(object)
    def _on_event(self, event: object) -> None:
        self.reported.emit(event)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.failed.emit(sentence)

    @Slot()
    def _on_thread_finished(self) -> None:
        self.is_running = False
        self.finished.emit()


class JobGroup(QObject):
    """The jobs of one panel: kept until each has finished, ended together when it closes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []

    def run(
        self,
        start: Callable[[], Iterator[object]],
        reported: Callable[[Any], None],
        failed: Callable[[str], None] | None = None,
        finished: Callable[[], None] | None = None,
    ) -> Job:
        """Start a job; the callables are bound methods of QObjects."""
        job = Job(start)
        job.reported.connect(reported)
        if failed is not None:
            job.failed.connect(failed)
        if finished is not None:
            job.finished.connect(finished)
        job.finished.connect(self._on_finished)
        self._jobs.append(job)
        job.start()
        return job

    def end(self, *, at_once: bool = False) -> None:
        """Stop all and wait for each.

        Args:
            at_once: End children where they stand, for work that leaves a whole file or none.
        """
        for job in self._jobs:
            job.stop()
            if at_once:
                job.kill()
        for job in self._jobs:
            job.end()
        self._jobs = [job for job in self._jobs if not job.wait(0)]

    @Slot()
    def _on_finished(self) -> None:
        self._jobs = [job for job in self._jobs if job.is_running]
