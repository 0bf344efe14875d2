"""What the leader of several processes does for all, while the others wait.

Decisions of a run must be the same everywhere, so what they follow from comes from one process:
the data as the leader found them, the state it read, the scores it counted.
"""

import dataclasses
from collections.abc import Generator, Sequence
from typing import Any, TypeVar

from unet_core import distributed
from unet_core.events import Event
from unet_core.saved_states import State
from unet_core.validation import Scores

ResultT = TypeVar("ResultT")


def leader_first(work: Generator[Event, None, ResultT]) -> Generator[Event, None, ResultT]:
    """``work`` by the leader and then by the others, who find on disk what it has left there.

    So the slice cache is made once; processes that do not see the leader's disk make their own.
    """
    if not distributed.is_leader():
        distributed.barrier()
    result = yield from work
    if distributed.is_leader():
        distributed.barrier()
    return result


def scores_of_leader(work: Generator[Event, None, Scores]) -> Generator[Event, None, Scores]:
    """``work`` by the leader alone; the others get its scores without slices and predictions."""
    scores = (yield from work) if distributed.is_leader() else None
    plain = distributed.agreed(_plain(scores, ("cases", "predictions")) if scores else None)
    return scores or Scores(**plain, cases=(), predictions=())


def state_of_leader(state: State | None) -> State | None:
    """The state that the leader read, on all processes; whatever the others give."""
    if distributed.world_size() == 1:
        return state
    plain = distributed.agreed(_plain(state, ("tensors",)) if state else None)
    if plain is None:
        return None
    tensors = distributed.agreed_tensors(state.tensors if state else {})
    return State(**{**plain, "curve": tuple(plain["curve"])}, tensors=tensors)


def _plain(record: Any, leave_out: Sequence[str]) -> dict[str, Any]:
    """The fields of a dataclass that hold plain values."""
    names = [field.name for field in dataclasses.fields(record)]
    return {name: getattr(record, name) for name in names if name not in leave_out}
