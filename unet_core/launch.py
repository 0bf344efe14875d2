"""One program in several processes: who speaks, what signals mean, how all come to an end."""

import contextlib
import os
import signal
import socket
import sys
import threading
import time
from io import StringIO
from typing import Protocol, TextIO

from unet_core import distributed
from unet_core.errors import InputError
from unet_core.meeting import DONE, State, launched_rank, launched_size, loss, sign

_GRACE_S = 10.0
"""After SIGTERM, for the main thread to end by itself."""


class Work(Protocol):
    """A command line: arguments are bound, streams are given."""

    def __call__(self, out: TextIO | None = None, err: TextIO | None = None) -> int:
        """The exit code."""


def as_one(work: Work, *, is_shared: bool) -> int:
    """Run ``work`` in each process as one program: the leader alone speaks; its exit code.

    Followers are silent, whatever they do; the first of those left speaks where the leader is
    lost. Ctrl+C is the leader's to act on. SIGTERM, which ``torchrun`` sends to the rest when one
    process has died, ends the run with a sentence.

    Args:
        work: What to do.
        is_shared: Whether the processes share the work; else the leader does it alone.
    """
    if launched_size() == 1:
        return work()
    own = launched_rank()
    if not is_shared:
        with distributed.alone():
            return 0 if own else work()
    _obey_signals()
    heard = StringIO()
    try:
        distributed.join()
        code = work() if own == 0 else work(StringIO(), heard)
        if code == 0:
            sign(DONE)
            distributed.barrier()  # a follower that failed is heard of here
    except InputError as error:  # of the meeting itself
        code = 2
        (heard if own else sys.stderr).write(f"{error}\n")
    if code:
        sign(heard.getvalue() or "its message is above")
        if own and State.speaker == own:
            sys.stderr.write(heard.getvalue())
    _leave(code)
    return code


def _leave(code: int) -> None:
    """Say goodbye; NCCL would wait in vain for those who are gone, so nobody asks it."""
    if State.meeting is None:
        return
    if code and State.meeting.on_cards:
        _flush()
        os._exit(code)
    from torch import distributed

    with contextlib.suppress(RuntimeError):
        distributed.destroy_process_group()
    State.meeting = None


def _obey_signals() -> None:
    """SIGTERM ends the run with a sentence; SIGINT is the leader's to act on."""
    if launched_rank():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        ours, theirs = socket.socketpair()
        theirs.setblocking(False)
        signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
        # the pair lives as long as the thread that holds it
        threading.Thread(target=_watch, args=(ours, theirs), daemon=True).start()
    signal.signal(signal.SIGTERM, _on_sigterm)


def _on_sigterm(_number: int, _frame: object) -> None:
    if not State.is_ending:
        raise loss()


def _watch(ours: socket.socket, _theirs: socket.socket) -> None:
    """Say the sentence and leave where SIGTERM finds the main thread waiting inside a library.

    There no Python code runs, and a graphics card can wait for a lost one until it is killed.
    """
    while signal.SIGTERM not in ours.recv(1):
        pass
    time.sleep(_GRACE_S)
    sentence = loss()
    if State.speaker == launched_rank():
        sys.stderr.write(f"{sentence}\n")
    _flush()
    os._exit(2)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
