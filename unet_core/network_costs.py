"""What a U-Net takes for one slice: operations and memory, counted on PyTorch's meta device."""

import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from unet_core.network_watching import Watching, tensors_in
from unet_core.unet import UNet

_PAIR = 2
"""Slices sent through while learning: batch normalisation cannot work on the one pixel of one."""


def inference_operations(network: UNet, side: int) -> int:
    """Of one slice, by PyTorch's own counter: convolutions and matrix products."""
    counted = FlopCounterMode(display=False)
    was_training = network.training
    network.eval()
    with torch.no_grad(), counted:
        network(torch.empty(1, network.config.in_channels, side, side, device="meta"))
    network.train(was_training)
    return counted.get_total_flops()


@dataclass(frozen=True)
class Learning:
    """Of one slice."""

    operations: int
    kept_bytes: int


def learning(network: UNet, side: int) -> Learning:
    """Operations forward and backward, and what PyTorch keeps between the two."""
    weights = {_storage(parameter) for parameter in network.parameters()}
    kept: dict[int, int] = {}
    alive: list[Tensor] = []

    def pack(tensor: Tensor) -> Tensor:
        if _storage(tensor) not in weights:
            kept[_storage(tensor)] = tensor.untyped_storage().nbytes()
            alive.append(tensor)  # so that nothing else is laid in its place
        return tensor

    counted = FlopCounterMode(display=False)
    was_training = network.training
    network.train()
    buffers = {name: buffer.clone() for name, buffer in network.named_buffers()}
    with torch.enable_grad(), counted:
        picture = torch.empty(_PAIR, network.config.in_channels, side, side, device="meta")
        with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
            levels = network.levels(picture)
        torch.autograd.backward([level.sum() for level in levels])
    network.zero_grad(set_to_none=True)
    _put_back(network, buffers)
    network.train(was_training)
    return Learning(counted.get_total_flops() // _PAIR, sum(kept.values()) // _PAIR)


def _put_back(network: nn.Module, buffers: Mapping[str, Tensor]) -> None:
    for name, buffer in network.named_buffers():
        buffer.copy_(buffers[name])


def _storage(tensor: Tensor) -> int:
    return int(tensor.untyped_storage()._cdata)


class _Held(Watching):
    """The largest sum of tensors alive at once."""

    def __init__(self) -> None:
        super().__init__()
        self.most = 0
        self._now = 0
        self._known: set[int] = set()
        self._users: dict[int, int] = {}

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Any = None
    ) -> Any:
        result = func(*args, **(kwargs or {}))
        for tensor in tensors_in((result,)):
            self._add(tensor)
        return result

    def _add(self, tensor: Tensor) -> None:
        if id(tensor) in self._known:  # changed in place
            return
        place, size = _storage(tensor), tensor.untyped_storage().nbytes()
        self._known.add(id(tensor))
        if place not in self._users:
            self._users[place] = 0
            self._now += size
            self.most = max(self.most, self._now)
        self._users[place] += 1
        weakref.finalize(tensor, self._gone, id(tensor), place, size)

    def _gone(self, tensor_id: int, place: int, size: int) -> None:
        self._known.discard(tensor_id)
        self._users[place] -= 1
        if not self._users[place]:
            del self._users[place]
            self._now -= size


def forward_bytes(network: UNet, side: int) -> int:
    """Tensors of one slice alive at once, the slice itself among them."""
    held = _Held()
    was_training = network.training
    network.eval()
    with torch.no_grad(), held:
        network(torch.empty(1, network.config.in_channels, side, side, device="meta"))
    network.train(was_training)
    return held.most
