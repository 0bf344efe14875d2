"""Several processes learning as one, started by ``torchrun``; alone, every function is a no-op.

Process 0 leads: it decides, validates and writes; the others compute their share of each batch and
follow. What the leader decides travels as JSON and tensors, never as pickles. A process that dies
ends the run for all, in one sentence; what the run folder holds by then is a run to be continued.
"""

import contextlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from unet_core import meeting
from unet_core.errors import InputError
from unet_core.meeting import launched_rank as launched_rank
from unet_core.meeting import launched_size as launched_size
from unet_core.meeting import lost as lost
from unet_core.meeting import met, talking

if TYPE_CHECKING:
    from torch import Tensor, nn

ItemT = TypeVar("ItemT")

_INLINE_BYTES = 512


class _Depth:
    """How many ``alone`` this process is inside of."""

    alone = 0


# --- who ---------------------------------------------------------------------------------------


def rank() -> int:
    """Number of this process, from 0; 0 when alone."""
    return 0 if _Depth.alone else launched_rank()


def world_size() -> int:
    """How many processes learn together; 1 when alone."""
    return 1 if _Depth.alone else launched_size()


def is_leader() -> bool:
    """Whether this process decides and writes files: rank 0."""
    return rank() == 0


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Inside, this process is the only one: its own leader, its collectives no-ops.

    For work that is not shared: validation by the leader, a whole run for each fold of a
    cross-validation.
    """
    _Depth.alone += 1
    try:
        yield
    finally:
        _Depth.alone -= 1


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

    Raises:
        InputError: If the others cannot be met.
    """
    if world_size() > 1:
        meeting.join()


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

    with talking():
        found: Tensor = Summed.apply(values)  # type: ignore[no-untyped-call]
    return found


def totals(numbers: Sequence[float]) -> list[float]:
    """Each of some numbers added up over all processes; the same everywhere."""
    if world_size() == 1:
        return list(numbers)
    import torch
    from torch import distributed

    values = torch.tensor(numbers, dtype=torch.float64)
    with talking():
        distributed.all_reduce(values, group=met().control)
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
    with talking():
        distributed.broadcast(first, src=0, group=met().control)
        received = bytes(first.tolist())
        length = int.from_bytes(received[:8], "little")
        received = received[8 : 8 + length]
        if length > len(received):
            rest = torch.zeros(length, dtype=torch.uint8)
            if is_leader():
                rest.copy_(torch.frombuffer(bytearray(text), dtype=torch.uint8))
            distributed.broadcast(rest, src=0, group=met().control)
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
        with talking():
            distributed.broadcast(tensor, src=0, group=met().control)
        found[name] = tensor
    return found


def barrier() -> None:
    """Wait until every process is here."""
    totals([0.0])
