"""Seeing every operation of a network as it comes by, on PyTorch's meta device or a real one."""

from collections.abc import Iterator, Sequence
from typing import Any

from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import flop_registry


class Watching(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Sees every operation that is done while it is entered."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)  # type: ignore[no-untyped-call]


def tensors_in(values: Sequence[Any]) -> Iterator[Tensor]:
    """Those among values and lists of values."""
    for value in values:
        if isinstance(value, Tensor):
            yield value
        elif isinstance(value, (list, tuple)):
            yield from tensors_in(value)


def operations_of(func: Any, args: tuple[Any, ...], kwargs: Any, result: Any) -> int:
    """Of convolutions and matrix products, by the formulas of PyTorch's own counter."""
    formula = flop_registry.get(func.overloadpacket)
    return int(formula(*args, **(kwargs or {}), out_val=result)) if formula else 0
