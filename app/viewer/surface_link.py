"""The line to the process that draws surfaces; the window's thread never waits for it."""

import contextlib
import threading
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from queue import SimpleQueue

from PySide6.QtCore import QObject, Signal, Slot

from app.core_sentences import core_tr
from app.jobs import Job, JobGroup
from app.translation import tr
from app.viewer.surface_stage import SUBJECT, perform
from app.viewer.surface_words import Picked, Picture, Ready
from unet_core.isolation import isolated
from unet_core.shared_memory import share

NICENESS = 2
"""The slice views go first, and a training run last."""
NO_OPENGL = tr(
    "The 3D view needs OpenGL 3.2, which does not work on this computer; everything else works "
    "without it."
)
STOPPED = tr("The 3D view stopped unexpectedly; everything else works without it.")


class StageLink(QObject):
    """Starts the stage, sends it commands and passes on what it shows.

    Attributes:
        is_ready: It takes commands.
        has_stood: It, or one before it, once did.

    Signals:
        ready: It takes commands.
        drawn: A ``surface_words.Picture``.
        picked: A ``surface_words.Picked``.
        failed: It broke down, with a sentence why; ``ended`` follows.
        ended: There is no stage any more.
    """

    ready = Signal()
    drawn = Signal(object)
    picked = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._sender: _Sender | None = None
        self.is_ready = False
        self.has_stood = False

    @property
    def is_running(self) -> bool:
        """Whether there is a stage, ready or not."""
        return self._job is not None

    def start(self) -> None:
        """Set the stage up, beside the window."""
        if self._job is not None:
            return
        theirs, ours = Pipe(duplex=False)
        self._sender = _Sender(ours, theirs)
        events = isolated(perform, theirs, niceness=NICENESS)
        self._job = self._jobs.run(
            lambda: events, self._on_event, self._on_failed, self._on_finished
        )

    def send(self, command: object) -> None:
        """Tell the stage something; nothing without one."""
        if self._sender is not None:
            self._sender.commands.put(command)

    def close(self) -> None:
        """End the stage's process at once, for it holds nothing to lose, and wait for that."""
        self.hang_up()
        if self._job is not None:
            self._job.kill()
        self._jobs.end()

    def hang_up(self) -> None:
        """Let the stage end by itself; ``start`` sets up another."""
        self.is_ready = False
        if self._sender is not None:
            self._sender.commands.put(None)
            self._sender = None

    @Slot(object)
    def _on_event(self, event: object) -> None:
        match event:
            case Ready() if self._sender is not None:
                self._sender.start()
                self.is_ready = self.has_stood = True
                self.ready.emit()
            case Picture():
                self.drawn.emit(event)
            case Picked():
                self.picked.emit(event)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        """A driver that is missing or broken may take the whole process down without a word."""
        if self._sender is None:
            return  # it was to end
        if not sentence.startswith(SUBJECT):
            sentence = STOPPED if self.has_stood else NO_OPENGL
        self.failed.emit(core_tr(sentence))

    @Slot()
    def _on_finished(self) -> None:
        self.hang_up()
        self._job = None
        self.ended.emit()


class _Sender(threading.Thread):
    """Writes commands into the pipe: a busy stage would make whoever writes wait."""

    def __init__(self, ours: Connection, theirs: Connection) -> None:
        super().__init__(name="3D commands", daemon=True)
        self.commands: SimpleQueue[object] = SimpleQueue()
        self._ours, self._theirs = ours, theirs

    def run(self) -> None:
        self._theirs.close()  # the stage has its own end by now
        with self._ours, contextlib.suppress(OSError):
            while (command := self.commands.get()) is not None:
                self._ours.send(share(command))
