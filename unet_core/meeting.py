"""The processes of one run: how they meet, and how the end of one is told to the others.

Processes are counted from 0, as ``torchrun`` counts them. PyTorch is imported when the processes
meet, not before: command line and children import this module.
"""

import contextlib
import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from unet_core.errors import InputError

if TYPE_CHECKING:
    from torch._C._distributed_c10d import Store
    from torch.distributed import ProcessGroup

STEP_TIMEOUT = timedelta(minutes=5)
"""No step of learning takes so long; a process silent for longer is lost."""
LEADER_TIMEOUT = timedelta(hours=24)
"""The leader may read a large data set or validate many cases; its death is noticed at once."""
HERE, DONE = "here", "done"
"""Answers at a roll call; any other is what ended a process."""
_ROLL_CALL_S = 3.0
_LOST_CONNECTION = re.compile(r"gloo|nccl|connection|timed out|timeout|socket", re.IGNORECASE)


@dataclass
class Meeting:
    """The processes, once they have met.

    Attributes:
        control: For what the leader says, on processors; waits as long as the leader works.
        store: Where each process can leave a word, also when others are gone.
        on_cards: Whether gradients travel between graphics cards.
    """

    control: "ProcessGroup"
    store: "Store"
    on_cards: bool


class State:
    """Of this process; module variables would need ``global`` everywhere.

    Attributes:
        meeting: None before the processes have met.
        is_ending: Whether somebody is known to be lost.
        speaker: Who says so.
    """

    meeting: Meeting | None = None
    is_ending = False
    speaker = 0


def launched_rank() -> int:
    """Number that ``torchrun`` gave this process, also inside ``alone``."""
    return _number("RANK", 0)


def launched_size() -> int:
    """How many processes ``torchrun`` started, also inside ``alone``."""
    return _number("WORLD_SIZE", 1)


def join() -> None:
    """Meet the other processes, and take this one's graphics card; later calls do nothing.

    NCCL where every process of this computer has a card of its own, else Gloo.

    Raises:
        InputError: If the others cannot be met.
    """
    if launched_size() == 1 or State.meeting:
        return
    import torch
    from torch import distributed
    from torch.distributed.rendezvous import rendezvous

    cards = torch.cuda.device_count() if torch.cuda.is_available() else 0
    local, neighbours = _number("LOCAL_RANK", 0), _number("LOCAL_WORLD_SIZE", 1)
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
    State.meeting = Meeting(control, store, on_cards)


def met() -> Meeting:
    """The meeting, after ``join``."""
    join()
    assert State.meeting is not None
    return State.meeting


# --- an end --------------------------------------------------------------------------------------


@contextlib.contextmanager
def talking() -> Iterator[None]:
    """Whatever fails inside fails because somebody is gone."""
    try:
        yield
    except RuntimeError as error:
        raise loss() from error


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
    State.is_ending = True  # SIGTERM, which follows, has nothing to add
    answers = _roll_call()
    own, size = launched_rank(), launched_size()
    State.speaker = min(answers, default=own)
    gone = [number for number in range(size) if number not in answers]
    ended = [n for n, text in answers.items() if text not in (HERE, DONE) and n != own]
    kept = "the last finished epoch is kept; continue with --resume"
    if ended:
        said = answers[ended[0]].strip().rstrip(".")
        return InputError(f"process {ended[0]} of {size}", f"ended the run ({said})", kept)
    if not gone:
        return InputError("the run", "was told to end", kept)
    if len(gone) == 1:
        return InputError(f"Process {gone[0]} of {size}", "was lost", kept)
    names = f"{', '.join(map(str, gone[:-1]))} and {gone[-1]}"
    return InputError(f"Processes {names} of {size}", "were lost", kept)


def sign(words: str) -> None:
    """Leave ``words`` for whoever calls the roll."""
    if State.meeting is not None:
        with contextlib.suppress(RuntimeError):
            State.meeting.store.set(_place(launched_rank()), words)


def _is_loss(error: RuntimeError) -> bool:
    from torch import OutOfMemoryError
    from torch.distributed import DistError

    if isinstance(error, OutOfMemoryError):
        return False
    return isinstance(error, DistError) or bool(_LOST_CONNECTION.search(str(error)))


def _roll_call() -> dict[int, str]:
    """What each process that still speaks has to say, by number."""
    own, size = launched_rank(), launched_size()
    answers = {own: HERE}
    if State.meeting is None:
        return dict.fromkeys(range(size), HERE)
    store, end = State.meeting.store, time.monotonic() + _ROLL_CALL_S
    try:
        store.set(_place(own), HERE)
        while len(answers) < size and time.monotonic() < end:
            for number in set(range(size)) - set(answers):
                if store.check([_place(number)]):
                    answers[number] = store.get(_place(number)).decode()
            time.sleep(0.02)
    except RuntimeError:  # the store is gone: with the leader, or with what held it for all
        return dict.fromkeys(range(1 if own else 0, size), HERE)
    return answers


def _place(number: int) -> str:
    return f"slicewise/process/{number}"


def _number(name: str, default: int) -> int:
    text = os.environ.get(name, str(default))
    if not text.isdigit():
        raise InputError(f"the variable {name}", f"is {text!r}", "start with torchrun")
    return int(text)
