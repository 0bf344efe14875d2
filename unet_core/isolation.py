"""Run a generator in a child process, so that what it reads or trains cannot take us along.

The child has lower priority and may have a memory limit; it ends when its parent does. Large
arrays come and go through memory-mapped files in RAM, one copy each. A child that reads files is
kept and used again, because starting one costs a third of a second; and one that has loaded torch,
for the next who needs it, because that costs two. Forking from a process that has loaded torch
would cost nothing, but importing it starts threads, and a fork keeps their locks without them.
"""

import atexit
import contextlib
import os
import signal
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import connection, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from unet_core.errors import ChildDied, explained, place_in_core
from unet_core.exit_causes import cause_of
from unet_core.restraint import restrain
from unet_core.shared_memory import is_running as is_running
from unet_core.shared_memory import rebuilt, share, unshare
from unet_core.shared_memory import sweep as sweep
from unet_core.streamed import Receiver, Sender, send_through

EventT = TypeVar("EventT")
_context = get_context("spawn")
_idle: list["_Child"] = []
_lending: list[Callable[[], contextlib.AbstractContextManager[None]]] = []
_children: "weakref.WeakSet[_Child]" = weakref.WeakSet()
_idle_lock = threading.Lock()
_NEXT_BLOCK_S = 0.02
"""The rest of an array is near: looking for a dead child after each piece of it takes longer."""
_MOST_KEPT = 4
"""As many files as are read at the same time."""
_HEAVY = "torch"
"""Loading it takes a child two seconds, and then 200 MB; no more than one idle child has it."""


@dataclass(frozen=True)
class _Task:
    function: Callable[..., Iterator[Any]]
    arguments: tuple[Any, ...]
    niceness: int
    memory_limit: int | None
    time_limit_s: float | None


@dataclass(frozen=True)
class _Ended:
    error: Exception | None = None
    sentence: str = ""
    is_heavy: bool = False


class isolated(Generic[EventT]):
    """The events of ``function(*arguments)``, computed in a child process.

    Iterate over it as over the generator itself. An InputError raised there is raised here; a
    child that dies raises ChildDied. ``pause``, ``resume``, ``stop`` and ``close`` may be called
    from any thread; the child obeys between two events.

    Args:
        function: A module-level generator function.
        arguments: What it is called with; large arrays inside dataclasses are shared, not sent.
        keep: Keep the child for the next job (for reading files); otherwise it ends with the job
            and its memory is free again.
        uses_network: Whether it needs torch: a kept child that has loaded it is taken, so that a
            prediction begins at once in the child that has described the model.
        niceness: How far the child steps back behind other programs, 0 to 19.
        memory_limit: Bytes of memory the child may take beyond what it has; None for no limit.
            Linux only.
        time_limit_s: Seconds of computing after which the child is ended, its own and not the
            clock's, so that waiting for a slow disk or a busy machine costs nothing; None for no
            limit. Not on Windows.
    """

    def __init__(
        self,
        function: Callable[..., Iterator[EventT]],
        *arguments: Any,
        keep: bool = False,
        uses_network: bool = False,
        niceness: int = 5,
        memory_limit: int | None = None,
        time_limit_s: float | None = None,
    ) -> None:
        self._task = _Task(function, arguments, niceness, memory_limit, time_limit_s)
        self._keep = keep
        self._uses_network = uses_network
        self._child: _Child | None = None
        self._over = False
        self._said_early: list[str] = []
        self._lock = threading.Lock()

    def __iter__(self) -> "isolated[EventT]":
        return self

    def __next__(self) -> EventT:
        if self._over:
            raise StopIteration
        if self._child is None:
            child = _Child.take(keep=self._keep, uses_network=self._uses_network)
            task = share(self._task)
            with self._lock:
                for message in (task, *self._said_early):
                    child.connection.send(message)
                self._child = child
        try:
            message = self._child.receive()
        except ChildDied:
            if self._over:  # closed meanwhile, by another thread
                raise StopIteration from None
            self._over = True
            raise
        if not isinstance(message, _Ended):
            return message  # type: ignore[no-any-return]
        self._over = True
        self._child.is_heavy = message.is_heavy
        self._child.release(keep=self._keep and not message.sentence)
        if message.error is not None:
            raise message.error
        if message.sentence:
            raise ChildDied("the worker", message.sentence, "try again, or report what you did")
        raise StopIteration

    @property
    def pid(self) -> int | None:
        """Process id of the child while it works."""
        return self._child.process.pid if self._child and not self._over else None

    def pause(self) -> None:
        """Hold the child at its next event."""
        self._tell("pause")

    def resume(self) -> None:
        """Let a held child go on."""
        self._tell("resume")

    def stop(self) -> None:
        """Close the generator at its next event; what it yielded before still arrives."""
        self._tell("stop")

    def close(self) -> None:
        """Stop, and end the child for good if it has not obeyed within five seconds."""
        with self._lock:
            child, over, self._over = self._child, self._over, True
        if child is not None and not over:
            child.end(patience_s=5.0)

    def __del__(self) -> None:
        with contextlib.suppress(Exception):
            self.close()

    def _tell(self, word: str) -> None:
        with self._lock:
            if self._child is None:
                self._said_early.append(word)
            elif not self._over:
                with contextlib.suppress(OSError):
                    self._child.connection.send(word)


@contextlib.contextmanager
def while_held(lend: Callable[[], contextlib.AbstractContextManager[None]]) -> Iterator[None]:
    """Inside, ``lend()`` is entered whenever this child is held and left when it goes on.

    For a job that holds what others could use meanwhile, as memory of a graphics card.
    """
    _lending.append(lend)
    try:
        yield
    finally:
        _lending.remove(lend)


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Inside, all that ``while_held`` was told of is lent."""
    with contextlib.ExitStack() as stack:
        for lend in _lending:
            stack.enter_context(lend())
        yield


def warm_up() -> None:
    """Start one child now, so that the first file opens without waiting for it."""
    _Child().release(keep=True)


def shut_down(keep: int = 0) -> None:
    """End children kept for later, all but ``keep`` of them."""
    with _idle_lock:
        children = _idle[keep:]
        del _idle[keep:]
    for child in children:
        child.end(patience_s=1.0)


@atexit.register
def _end_all() -> None:
    shut_down()
    for child in list(_children):
        child.end(patience_s=1.0)


class _Child:
    def __init__(self) -> None:
        if not _children:
            sweep()
        self.connection, theirs = _context.Pipe()
        self._reading = threading.Lock()
        self._closing = threading.Lock()
        self._ended = False
        self.is_heavy = False
        their_emptied, self._emptied = _context.Pipe(duplex=False)
        self._arrays = Receiver(self._emptied)
        self.process: BaseProcess = _context.Process(
            target=_serve, args=(theirs, their_emptied), daemon=False
        )
        self.process.start()
        theirs.close()
        their_emptied.close()
        _children.add(self)

    @classmethod
    def take(cls, *, keep: bool, uses_network: bool) -> "_Child":
        """An idle child, or a new one; one with torch is left to those who need it or return it."""
        with _idle_lock:
            while _idle:
                suits = [one for one in _idle if one.is_heavy == uses_network]
                if not suits and not (keep or uses_network):
                    break
                child = (suits or _idle)[-1]
                _idle.remove(child)
                if child.process.is_alive():
                    return child
                child.hang_up()
        return cls()

    def receive(self) -> Any:
        message = self._message()
        try:
            return self._with_arrays(message)
        except EOFError:
            self.end(patience_s=0.0)
            raise ChildDied("the worker", "sent less than it announced", "try again") from None

    def _message(self) -> Any:
        with contextlib.suppress(EOFError, OSError):
            while True:
                connection.wait([self.connection, self.process.sentinel])
                alive = self.process.is_alive()
                patience_s = 0.0 if alive else 0.5
                with self._reading:  # ``end`` may drain the connection from another thread
                    while self.connection.poll(patience_s):
                        message = self.connection.recv()
                        if not self._arrays.take(message):
                            return unshare(message)
                        patience_s = _NEXT_BLOCK_S
                if not alive:
                    break
        self.process.join(5.0)
        code = self.process.exitcode
        self.hang_up()
        raise ChildDied("the worker", f"stopped unexpectedly ({cause_of(code)})", "try again")

    def _with_arrays(self, value: Any) -> Any:
        """The value with the array that was sent piece by piece."""
        completed = self._arrays.completed(value)
        return completed if completed is not value else rebuilt(value, self._with_arrays)

    def release(self, *, keep: bool) -> None:
        self._arrays.forget()
        with _idle_lock:
            is_spare = self.is_heavy and any(one.is_heavy for one in _idle)
            has_room = len(_idle) < _MOST_KEPT and not is_spare
            if keep and has_room and self.process.is_alive():
                _idle.append(self)
                return
        self.end(patience_s=5.0)

    def end(self, patience_s: float) -> None:
        if self._ended:
            return
        self._ended = True
        with contextlib.suppress(OSError):
            self.connection.send("stop")
            self.connection.send(None)
        drain = threading.Thread(target=self._drain, daemon=True)
        drain.start()
        self.process.join(patience_s)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        drain.join()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the connection, once: two threads at once might close what a third just opened."""
        with self._closing, contextlib.suppress(OSError):
            self.connection.close()

    def _drain(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while connection.wait([self.connection]):
                with self._reading:
                    if self.connection.poll():
                        message = self.connection.recv()
                        if not self._arrays.take(message, keep=False):
                            unshare(message)


def _serve(theirs: Connection, emptied: Connection) -> None:
    """Work through tasks until told to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the parent, which stops us
    line = _Line(theirs)
    send_through(Sender(line.send, emptied))
    threading.Thread(target=_die_with_parent, daemon=True).start()
    try:
        _serve_tasks(line)
    finally:
        shut_down()  # children of our own would be waited for, and they wait for us


class _Line:
    """The way to the parent; blocks of an array come from the thread that fills it."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._sending = threading.Lock()

    def send(self, message: object) -> None:
        with self._sending:
            self.connection.send(message)


def _serve_tasks(line: _Line) -> None:
    while True:
        try:
            task = line.connection.recv()
        except (EOFError, OSError):
            return
        if task is None:
            return
        if isinstance(task, str):
            continue  # a word for a job that is over already
        try:
            line.send(_work(unshare(task), line))
        except OSError:
            return


def _work(task: _Task, line: _Line) -> _Ended:
    try:
        restrain(task.niceness, task.memory_limit, task.time_limit_s)
        events = task.function(*task.arguments)
        try:
            for event in events:
                line.send(share(event))
                if _asked_to_stop(line.connection):
                    break
        finally:
            if hasattr(events, "close"):
                events.close()
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  (the boundary: nothing else may cross it)
        if refusal := explained(error):
            return _Ended(refusal, is_heavy=_HEAVY in sys.modules)
        place = place_in_core(error)
        return _Ended(sentence=f"met an unforeseen error ({type(error).__name__}{place})")
    return _Ended(is_heavy=_HEAVY in sys.modules)


def _asked_to_stop(theirs: Connection) -> bool:
    while theirs.poll():
        word = theirs.recv()
        if word == "pause":
            with held():
                while word == "pause":
                    word = theirs.recv()
        if word == "stop":
            return True
    return False


def _die_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
