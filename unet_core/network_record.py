"""What a network does to a slice, operation by operation, and how far each of them reaches.

Sizes, skips and receptive fields follow from this record and not from what settings promise.
"""

import dataclasses
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from unet_core.network_watching import Watching, operations_of, tensors_in
from unet_core.unet import UNet

_STAGE = re.compile(r"(stem|bottleneck|head|(?:encoder|up|decoder|auxiliary)\.\d+)(?:\.|$)")
_Places = NDArray[np.int64]
"""Pixels on one axis, for each place that an output pixel may have on the coarser grids."""


@dataclass(frozen=True)
class Node:
    """One operation that came by.

    Attributes:
        kind: "input", "window" (convolution, pooling: an output pixel looks at a window of the
            input), "transposed", "bilinear", "join" (channels laid side by side), "sum" or
            "point" (every pixel by itself).
        parents: Places, in the record, of what it was made from.
        shape: (B, C, H, W) of what it gives.
        stage: Module that did it; empty between stages.
        multiply_adds: For the recorded batch.
        reach: Pixels from one end of the window to the other: dilation * (kernel - 1).
        stride: Input pixels between neighbouring windows, or for "transposed" and "bilinear"
            how many times larger the picture becomes.
        padding: On each side.
    """

    kind: str
    parents: tuple[int, ...]
    shape: tuple[int, ...]
    stage: str = ""
    multiply_adds: int = 0
    reach: int = 0
    stride: int = 1
    padding: int = 0


class Record(Watching):
    """Writes down every operation on what follows from the input."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.nodes: list[Node] = []
        self._places: dict[int, int] = {}
        self._alive: list[Tensor] = []  # an id belongs to one tensor while that lives
        self._inside: list[str] = []
        self._handles = [
            handle
            for name, module in network.named_modules()
            for handle in (
                module.register_forward_pre_hook(self._entering(name)),
                module.register_forward_hook(self._leaving),
            )
        ]

    def _entering(self, name: str) -> Callable[..., None]:
        def enter(_module: nn.Module, _inputs: object) -> None:
            self._inside.append(name)

        return enter

    def _leaving(self, _module: nn.Module, _inputs: object, _output: object) -> None:
        self._inside.pop()

    def begin(self, picture: Tensor) -> None:
        """Follow ``picture`` from here on."""
        self._keep(picture, Node("input", (), tuple(picture.shape)))

    def end(self) -> None:
        """Leave the network as it was."""
        for handle in self._handles:
            handle.remove()

    def last_of(self, stage: str) -> int:
        """Place of the last operation of a stage."""
        return max(i for i, node in enumerate(self.nodes) if node.stage == stage)

    def stages(self) -> list[str]:
        """Names in the order in which they began."""
        return list(dict.fromkeys(node.stage for node in self.nodes if node.stage))

    def _keep(self, tensor: Tensor, node: Node) -> None:
        self._places[id(tensor)] = len(self.nodes)
        self._alive.append(tensor)
        self.nodes.append(node)

    def __torch_dispatch__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Any = None
    ) -> Any:
        result = func(*args, **(kwargs or {}))
        given = [t for t in tensors_in(args) if id(t) in self._places]
        made = next(tensors_in((result,)), None)
        if given and made is not None and made.dim() == 4:
            parents = tuple(self._places[id(tensor)] for tensor in given)
            operations = operations_of(func, args, kwargs, result)
            node = _node(func.overloadpacket, args, parents, tuple(made.shape), given)
            match = _STAGE.match(self._inside[-1]) if self._inside else None
            stage = match.group(1) if match else ""
            self._keep(made, dataclasses.replace(node, stage=stage, multiply_adds=operations // 2))
        return result


def _node(
    packet: Any,
    args: tuple[Any, ...],
    parents: tuple[int, ...],
    shape: tuple[int, ...],
    given: Sequence[Tensor],
) -> Node:
    aten = torch.ops.aten
    before = given[0].shape
    if packet is aten.convolution:
        _, weight, _, stride, padding, dilation, transposed, *_ = args
        reach = dilation[0] * (weight.shape[-1] - 1)
        kind = "transposed" if transposed else "window"
        return Node(kind, parents, shape, reach=reach, stride=stride[0], padding=padding[0])
    if packet is aten.max_pool2d_with_indices:
        kernel, stride, padding = (*args[1:4], [0])[:3]
        reach, step = kernel[0] - 1, (stride or kernel)[0]
        return Node("window", parents, shape, reach=reach, stride=step, padding=padding[0])
    if packet is aten.upsample_bilinear2d:
        return Node("bilinear", parents, shape, stride=shape[-1] // before[-1])
    if packet is aten.cat:
        return Node("join", parents, shape)
    if any(tensor.shape[-2:] != shape[-2:] for tensor in given):
        raise LookupError(f"how {packet} looks at pixels is not known")
    if packet in (aten.add, aten.add_) and len(set(parents)) > 1:
        return Node("sum", parents, shape)
    return Node("point", parents, shape)


def recorded(network: UNet, side: int) -> Record:
    """What ``network``, on the meta device, does to a square slice of ``side`` pixels."""
    record = Record(network)
    was_training = network.training
    network.eval()
    try:
        with torch.no_grad(), record:
            picture = torch.empty(1, network.config.in_channels, side, side, device="meta")
            record.begin(picture)
            network.levels(picture)
    finally:
        record.end()
        network.train(was_training)
    return record


def receptive_field(nodes: Sequence[Node], place: int) -> int:
    """Input pixels, on one axis, that can change one pixel of what ``nodes[place]`` gives.

    Intervals are followed backwards through every operation and united where ways part (Araujo,
    Norris and Sim 2019, Computing Receptive Fields of Convolutional Neural Networks, Distill,
    doi:10.23915/distill.00021, equations 3 to 5). A pixel's neighbour may stand otherwise to the
    grids of the coarser levels: the largest over all such places is given. What normalisation
    takes from a whole picture is left aside.
    """
    coarsest = min(node.shape[-1] for node in nodes[: place + 1])
    places = np.arange(max(1, nodes[place].shape[-1] // coarsest))
    seen: dict[int, tuple[_Places, _Places]] = {place: (places, places)}
    for index in range(place, 0, -1):
        if index not in seen:
            continue
        low, high = _needed(nodes[index], *seen.pop(index))
        for parent in nodes[index].parents:
            lowest, highest = seen.get(parent, (low, high))
            seen[parent] = (np.minimum(lowest, low), np.maximum(highest, high))
    first, last = seen[0]
    return int((last - first).max()) + 1


def _needed(node: Node, first: _Places, last: _Places) -> tuple[_Places, _Places]:
    """Pixels of what an operation takes that its output pixels ``first`` to ``last`` depend on."""
    step = node.stride
    if node.kind == "window":
        return step * first - node.padding, step * last - node.padding + node.reach
    if node.kind == "transposed":  # output = stride * input - padding + 0..reach
        return -((node.reach - first - node.padding) // step), (last + node.padding) // step
    if node.kind == "bilinear":  # between two pixel centres
        before, after = ((2 * at + 1 - step) // (2 * step) for at in (first, last))
        return before, after + 1
    return first, last
