"""What a network is, read off the built module: a slice without numbers is sent through it.

On PyTorch's meta device tensors have shapes and no values, so a network of any size takes
milliseconds and no memory. Every operation is recorded with what it was made from: sizes, skips
and receptive fields follow from that record and not from what the settings promise.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import torch
from torch import nn

from unet_core.checkpoint import load_model
from unet_core.config import TrainConfig
from unet_core.network_costs import forward_bytes, inference_operations, learning
from unet_core.network_record import Node, Record, receptive_field, recorded
from unet_core.network_shape import (
    Enlarging,
    NetworkFacts,
    Role,
    Skip,
    StageFacts,
    StageKind,
    UNetFacts,
)
from unet_core.networks import Network, build_network, parts_of
from unet_core.unet import UNet, count_parameters


def facts_of(config: TrainConfig, pixel_mm: Sequence[float | None] = ()) -> NetworkFacts:
    """The network that a run with these settings teaches.

    Args:
        config: ``model.out_channels`` as it will be.
        pixel_mm: What a pixel measures in the patient, for each U-Net; unknown where not given.
    """
    with torch.device("meta"):
        network = build_network(config.model)
    return _facts(network, config, pixel_mm)


def facts_of_model(path: Path) -> NetworkFacts:
    """The network in a model file.

    Raises:
        InputError: As ``load_model``.
    """
    network, passport = load_model(path)
    return _facts(network.to("meta"), passport.train, passport.pixel_mm)


def _facts(network: Network, config: TrainConfig, pixel_mm: Sequence[float | None]) -> NetworkFacts:
    parts = parts_of(network)
    roles: tuple[Role, ...] = ("finder", "close") if len(parts) > 1 else ("whole",)
    sides = (config.image_size, config.detail_size)
    millimetres = itertools.chain(pixel_mm, itertools.repeat(None))
    neighbours = config.channels == "neighbours" and config.model.in_channels > 1
    return NetworkFacts(
        unets=tuple(
            unet_facts(part, side, role=role, pixel_mm=mm, neighbours=neighbours)
            for part, side, role, mm in zip(parts, sides, roles, millimetres, strict=False)
        ),
        batch_size=config.batch_size,
        micro_batch=config.micro_batch or config.batch_size,
    )


def unet_facts(
    network: UNet,
    side: int,
    *,
    role: Role = "whole",
    pixel_mm: float | None = None,
    neighbours: bool = False,
) -> UNetFacts:
    """One U-Net on the meta device, for square slices of ``side`` pixels."""
    record = recorded(network, side)
    stages = tuple(_stages(network, record, side))
    head = record.last_of("head")
    learned = learning(network, side)
    return UNetFacts(
        role=role,
        side=side,
        in_channels=network.config.in_channels,
        neighbours=neighbours,
        out_channels=record.nodes[head].shape[1],
        stages=stages,
        skips=tuple(sorted(_skips(record, side), key=lambda skip: skip.level)),
        receptive_px=receptive_field(record.nodes, head),
        norm=_norm_of(network),
        is_residual=any(node.kind == "sum" for node in record.nodes),
        enlarging=_enlarging_of(record),
        parameters=count_parameters(network),
        multiply_adds=inference_operations(network, side) // 2,
        training_operations=learned.operations,
        forward_bytes=forward_bytes(network, side),
        training_bytes=learned.kept_bytes,
        pixel_mm=pixel_mm,
    )


def _stages(network: UNet, record: Record, side: int) -> Iterator[StageFacts]:
    modules = dict(network.named_modules())
    for name in record.stages():
        last = record.last_of(name)
        own = [node for node in record.nodes if node.stage == name]
        _, channels, height, width = record.nodes[last].shape
        yield StageFacts(
            name=name,
            kind=cast("StageKind", name.partition(".")[0]),
            level=_level(side, height),
            side=height,
            channels=channels,
            convolutions=sum(node.kind == "window" and node.reach > 0 for node in own),
            receptive_px=receptive_field(record.nodes, last),
            parameters=count_parameters(modules[name]),
            multiply_adds=sum(node.multiply_adds for node in own),
            activation_bytes=4 * channels * height * width,
        )


def _level(side: int, smaller: int) -> int:
    return round(math.log2(side / smaller))


def _skips(record: Record, side: int) -> Iterator[Skip]:
    for place, node in enumerate(record.nodes):
        if node.kind != "join":
            continue
        kinds = {_stage_of(record.nodes, parent): parent for parent in node.parents}
        source = next(name for name in kinds if name.startswith("encoder"))
        risen = next(name for name in kinds if name != source)
        taker = next(n for n in record.nodes[place + 1 :] if place in n.parents)
        yield Skip(
            source=source,
            target=taker.stage,
            side=node.shape[-1],
            level=_level(side, node.shape[-1]),
            channels=record.nodes[kinds[source]].shape[1],
            risen=record.nodes[kinds[risen]].shape[1],
        )


def _stage_of(nodes: Sequence[Node], place: int) -> str:
    """The stage whose output that is."""
    while not nodes[place].stage:
        place = nodes[place].parents[0]
    return nodes[place].stage


def _enlarging_of(record: Record) -> Enlarging:
    rising = [node.kind for node in record.nodes if node.stage.startswith("up")]
    return "transposed" if "transposed" in rising else "bilinear"


def _norm_of(network: nn.Module) -> str:
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            return "batch"
        if isinstance(module, nn.InstanceNorm2d):
            return "instance"
    return "none"
