"""Several processes learning as one, started by ``torchrun``; alone, every function is a no-op.

Process 0 leads: it decides, validates and writes; the others compute their share of each batch and
follow. What the leader decides travels as JSON and tensors, never as pickles. A process that dies
ends the run for all, in one sentence; what the run folder holds by then is a run to be continued.

Processes are counted from 0, as ``torchrun`` counts them. PyTorch is imported when the processes
meet, not before: command line and children import this module.
"""

import contextlib
import json
import os
import re
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any, Protocol, TextIO, TypeVar

from unet_core.errors import InputError

if TYPE_CHECKING:
    from torch import Tensor, nn
    from torch._C._distributed_c10d import Store
    from torch.distributed import ProcessGroup

ItemT = TypeVar("ItemT")

STEP_TIMEOUT = timedelta(minutes=5)
"""No step of learning takes so long; a process silent for longer is lost."""
LEADER_TIMEOUT = timedelta(hours=24)
"""The leader may read a large data set or validate many cases; its death is noticed at once."""
_ROLL_CALL_S = 3.0
_GRACE_S = 10.0
_LOST_CONNECTION = re.compile(r"gloo|nccl|connection|timed out|timeout|socket", re.IGNORECASE)
_INLINE_BYTES = 512
_HERE, _DONE = "here", "done"


@dataclass
class _Meeting:
    """The processes, once they have met."""

    control: "ProcessGroup"
    store: "Store"
    on_cards: bool


class _State:
    """Of this process; module variables would need ``global`` everywhere."""

    meeting: _Meeting | None = None
    alone = 0
    is_ending = False
    speaker = 0


# --- who ---------------------------------------------------------------------------------------


def rank() -> int:
    """Number of this process, from 0; 0 when alone."""
    return 0 if _State.alone else launched_rank()


def world_size() -> int:
    """How many processes learn together; 1 when alone."""
    return 1 if _State.alone else launched_size()


def launched_rank() -> int:
    """Number that ``torchrun`` gave this process, also inside ``alone``."""
    return _from_environment("RANK", 0)


def launched_size() -> int:
    """How many processes ``torchrun`` started, also inside ``alone``."""
    return _from_environment("WORLD_SIZE", 1)


def is_leader() -> bool:
    """Whether this process decides and writes files: rank 0."""
    return rank() == 0


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Inside, this process is the only one: its own leader, its collectives no-ops.

    For work that is not shared: validation by the leader, a whole run for each fold of a
    cross-validation.
    """
    _State.alone += 1
    try:
        yield
    finally:
        _State.alone -= 1


def share_of(items: Sequence[ItemT]) -> list[ItemT]:
    """This process's part of ``items``: every ``world_size``-th, from its own number on.

    >>> share_of(["a", "b", "c"])
    ['a', 'b', 'c']
    """
    return list(items[rank() :: world_size()])


def share_of_batch(picks: Sequence[ItemT]) -> list[ItemT]:
    """This process's part of one batch, of the same size as everybody's.

    A last batch that does not divide is learned whole by every process: averaged gradients are
    then those of the whole batch too (see ``synchronised``), and nobody waits for a step that
    somebody has nothing to do in.
    """
    return list(picks) if len(picks) % world_size() else share_of(picks)


def check_batch(batch_size: int) -> None:
    """Refuse a batch that cannot be shared evenly.

    Raises:
        InputError: If ``batch_size`` is no multiple of the number of processes.
    """
    size = world_size()
    if batch_size % size:
        above = -(-batch_size // size) * size
        raise InputError(
            "setting batch_size",
            f"is {batch_size}, which {size} processes cannot share evenly",
            f"choose a multiple of {size}, such as {above}",
        )


# --- together ------------------------------------------------------------------------------------


def join() -> None:
    """Meet the other processes, and take this one's graphics card; later calls do nothing.

    NCCL where every process of this computer has a card of its own, else Gloo.

    Raises:
        InputError: If the others cannot be met.
    """
    if world_size() == 1 or _State.meeting:
        return
    import torch
    from torch import distributed
    from torch.distributed.rendezvous import rendezvous

    cards = torch.cuda.device_count() if torch.cuda.is_available() else 0
    local, neighbours = _from_environment("LOCAL_RANK", 0), _from_environment("LOCAL_WORLD_SIZE", 1)
    on_cards = cards >= neighbours and distributed.is_nccl_available()
    if cards:
        torch.cuda.set_device(local % cards)
    try:
        store, number, size = next(rendezvous("env://", timeout=STEP_TIMEOUT))
        distributed.init_process_group(
            "nccl" if on_cards else "gloo",
            store=store,
            rank=number,
            world_size=size,
            timeout=STEP_TIMEOUT,
        )
        control = distributed.new_group(backend="gloo", timeout=LEADER_TIMEOUT)
    except (RuntimeError, ValueError) as error:
        raise InputError(
            "the other processes",
            f"were not met ({type(error).__name__})",
            "start all of them with torchrun, and check that they can reach MASTER_ADDR",
        ) from error
    store.set_timeout(timedelta(seconds=_ROLL_CALL_S))
    _State.meeting = _Meeting(control, store, on_cards)


def wrapped(network: "nn.Module") -> "nn.Module":
    """The network as training calls it: gradients are averaged over all processes.

    See ``synchronised.shared`` for batch normalisation; ``network`` itself when alone.
    """
    if world_size() == 1:
        return network
    join()
    from unet_core.synchronised import shared

    return shared(network)


def summed(values: "Tensor") -> "Tensor":
    """``values`` added up over all processes, differentiable; as they are when alone.

    For losses of sums over the whole batch; what gradients become is derived in
    ``synchronised``.
    """
    if world_size() == 1:
        return values
    join()
    from unet_core.synchronised import Summed

    with _talking():
        found: Tensor = Summed.apply(values)  # type: ignore[no-untyped-call]
    return found


def totals(numbers: Sequence[float]) -> list[float]:
    """Each of some numbers added up over all processes; the same everywhere."""
    if world_size() == 1:
        return list(numbers)
    import torch
    from torch import distributed

    values = torch.tensor(numbers, dtype=torch.float64)
    with _talking():
        distributed.all_reduce(values, group=_met().control)
    found: list[float] = values.tolist()
    return found


def agreed(value: Any) -> Any:
    """The leader's ``value`` on all processes; it must be JSON (tuples come out as lists).

    >>> agreed({"stop": False})
    {'stop': False}
    """
    if world_size() == 1:
        return value
    import torch
    from torch import distributed

    # one message for what fits: this is asked for with every batch
    text = json.dumps(value).encode() if is_leader() else b""
    size = len(text).to_bytes(8, "little")
    first = torch.zeros(_INLINE_BYTES, dtype=torch.uint8)
    head = bytearray(size + text[: _INLINE_BYTES - 8])
    first[: len(head)] = torch.frombuffer(head, dtype=torch.uint8)
    with _talking():
        distributed.broadcast(first, src=0, group=_met().control)
        received = bytes(first.tolist())
        length = int.from_bytes(received[:8], "little")
        received = received[8 : 8 + length]
        if length > len(received):
            rest = torch.zeros(length, dtype=torch.uint8)
            if is_leader():
                rest.copy_(torch.frombuffer(bytearray(text), dtype=torch.uint8))
            distributed.broadcast(rest, src=0, group=_met().control)
            received = bytes(rest.tolist())
    return json.loads(received)


def agreed_tensors(tensors: "Mapping[str, Tensor]") -> "dict[str, Tensor]":
    """The leader's ``tensors`` on all processes, on the processor; whatever the others give."""
    if world_size() == 1:
        return dict(tensors)
    import torch
    from torch import distributed

    kinds = {name: (str(t.dtype)[6:], list(t.shape)) for name, t in tensors.items()}
    found: dict[str, Tensor] = {}
    for name, (kind, shape) in agreed(kinds if is_leader() else None).items():
        if is_leader():
            tensor = tensors[name].detach().cpu().contiguous()
        else:
            tensor = torch.empty(shape, dtype=getattr(torch, kind))
        with _talking():
            distributed.broadcast(tensor, src=0, group=_met().control)
        found[name] = tensor
    return found


def barrier() -> None:
    """Wait until every process is here."""
    totals([0.0])


# --- an end --------------------------------------------------------------------------------------


def lost(error: BaseException) -> InputError | None:
    """What an error means where processes talk to each other; None if nobody is gone.

    PyTorch raises it from any collective, such as the exchange of gradients in ``backward``.
    """
    if launched_size() == 1 or not isinstance(error, RuntimeError) or not _is_loss(error):
        return None
    return loss()


def loss() -> InputError:
    """Why the run cannot go on: who is lost, or who ended it and with which words.

    Every process that can still speak answers a roll call; one that ended by itself has left
    its sentence there.
    """
    _State.is_ending = True  # SIGTERM, which follows, has nothing to add
    answers = _roll_call()
    own, size = launched_rank(), launched_size()
    _State.speaker = min(answers, default=own)
    lost = [number for number in range(size) if number not in answers]
    ended = [n for n, text in answers.items() if text not in (_HERE, _DONE) and n != own]
    kept = "the last finished epoch is kept; continue with --resume"
    if ended:
        said = answers[ended[0]].strip().rstrip(".")
        return InputError(f"process {ended[0]} of {size}", f"ended the run ({said})", kept)
    if not lost:
        return InputError("the run", "was told to end", kept)
    if len(lost) == 1:
        return InputError(f"Process {lost[0]} of {size}", "was lost", kept)
    names = f"{', '.join(map(str, lost[:-1]))} and {lost[-1]}"
    return InputError(f"Processes {names} of {size}", "were lost", kept)


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
    if world_size() == 1:
        return work()
    own = rank()
    if not is_shared:
        with alone():
            return 0 if own else work()
    _obey_signals()
    heard = StringIO()
    try:
        join()
        code = work() if own == 0 else work(StringIO(), heard)
        if code == 0:
            _sign(_DONE)
            barrier()  # a follower that failed is heard of here
    except InputError as error:  # of the meeting itself
        code = 2
        (heard if own else sys.stderr).write(f"{error}\n")
    if code:
        _sign(heard.getvalue() or "its message is above")
        if own and _State.speaker == own:
            sys.stderr.write(heard.getvalue())
    _leave(code)
    return code


def _leave(code: int) -> None:
    """Say goodbye; NCCL would wait in vain for those who are gone, so nobody asks it."""
    if _State.meeting is None:
        return
    if code and _State.meeting.on_cards:
        _flush()
        os._exit(code)
    from torch import distributed

    with contextlib.suppress(RuntimeError):
        distributed.destroy_process_group()
    _State.meeting = None


def _is_loss(error: RuntimeError) -> bool:
    from torch import OutOfMemoryError
    from torch.distributed import DistError

    if isinstance(error, OutOfMemoryError):
        return False
    return isinstance(error, DistError) or bool(_LOST_CONNECTION.search(str(error)))


@contextlib.contextmanager
def _talking() -> Iterator[None]:
    """Whatever fails inside fails because somebody is gone."""
    try:
        yield
    except RuntimeError as error:
        raise loss() from error


def _met() -> _Meeting:
    join()
    assert _State.meeting is not None
    return _State.meeting


def _roll_call() -> dict[int, str]:
    """What each process that still speaks has to say, by number."""
    own, size = launched_rank(), launched_size()
    answers = {own: _HERE}
    if _State.meeting is None:
        return dict.fromkeys(range(size), _HERE)
    store, end = _State.meeting.store, time.monotonic() + _ROLL_CALL_S
    try:
        store.set(_place(own), _HERE)
        while len(answers) < size and time.monotonic() < end:
            for number in set(range(size)) - set(answers):
                if store.check([_place(number)]):
                    answers[number] = store.get(_place(number)).decode()
            time.sleep(0.02)
    except RuntimeError:  # the store is gone: with the leader, or with what held it for all
        return dict.fromkeys(range(1 if own else 0, size), _HERE)
    return answers


def _sign(words: str) -> None:
    if _State.meeting is not None:
        with contextlib.suppress(RuntimeError):
            _State.meeting.store.set(_place(launched_rank()), words)


def _place(number: int) -> str:
    return f"slicewise/process/{number}"


def _obey_signals() -> None:
    """SIGTERM ends the run with a sentence; SIGINT is the leader's to act on."""
    if rank():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        ours, theirs = socket.socketpair()
        theirs.setblocking(False)
        signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
        # the pair lives as long as the thread that holds it
        threading.Thread(target=_watch, args=(ours, theirs), daemon=True).start()
    signal.signal(signal.SIGTERM, _on_sigterm)


def _on_sigterm(_number: int, _frame: object) -> None:
    if not _State.is_ending:
        raise loss()


def _watch(ours: socket.socket, _theirs: socket.socket) -> None:
    """Say the sentence and leave where SIGTERM finds the main thread waiting inside a library.

    There no Python code runs, and a graphics card can wait for a lost one until it is killed.
    """
    while signal.SIGTERM not in ours.recv(1):
        pass
    time.sleep(_GRACE_S)
    sentence = loss()
    if _State.speaker == launched_rank():
        sys.stderr.write(f"{sentence}\n")
    _flush()
    os._exit(2)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()


def _from_environment(name: str, default: int) -> int:
    text = os.environ.get(name, str(default))
    if not text.isdigit():
        raise InputError(f"the variable {name}", f"is {text!r}", "start with torchrun")
    return int(text)
