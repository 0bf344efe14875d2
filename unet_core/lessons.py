"""What each U-Net learns from in one step: a batch, changed at random, shared out to networks."""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from unet_core.augment import Change, augment, generator_for
from unet_core.batch import Batch
from unet_core.config import Outputs, TrainConfig
from unet_core.unet import UNet

_DETAIL = 1 << 31
"""Added to seeds, so that close looks draw other changes; seeds are below."""


class Levels(nn.Module):
    """A U-Net as it is called while it is taught: ``forward`` gives all its levels."""

    def __init__(self, network: UNet) -> None:
        super().__init__()
        self.network = network

    def forward(self, pictures: Tensor) -> list[Tensor]:
        """See ``UNet.levels``."""
        return self.network.levels(pictures)


@dataclass(frozen=True)
class Lesson:
    """For one U-Net.

    Attributes:
        network: ``Levels`` of it, as training calls it.
        outputs: Meaning of its outputs.
        pictures: (B, C, S, S) float32 in 0..1.
        labels: (B, S, S) uint8 class indices.
        changes: What was done to each slice.
    """

    network: nn.Module
    outputs: Outputs
    pictures: Tensor
    labels: Tensor
    changes: tuple[tuple[Change, ...], ...] = ()

    @property
    def count(self) -> int:
        """Slices."""
        return len(self.labels)


Seen = Callable[[Sequence[Lesson]], None]
"""Shown what each network is about to learn from."""


def make_lessons(
    batch: Batch,
    networks: Sequence[nn.Module],
    config: TrainConfig,
    device: torch.device,
    place: tuple[int, int],
) -> list[Lesson]:
    """A lesson for each network, changed at random as ``place`` decides: epoch and batch.

    Of a cascade the first network learns where the organ is, the second what is in it.
    """
    changed = partial(augment, config=config, device=device, places=batch.places)
    outputs = config.model.outputs
    generator = generator_for(config.seed, *place)
    told: list[list[Change]] = [[] for _ in batch.labels]
    if not config.model.cascade:
        pictures, labels = changed(
            batch.pictures, batch.labels, generator=generator, lesions=batch.lesions, told=told
        )
        return [Lesson(networks[0], outputs, pictures, labels, _settled(told))]
    if batch.detail_pictures is None or batch.detail_labels is None:
        raise ValueError("a cascade learns from batches with a close look")
    # artificial lesions are for the close look: to the finder they are organ like all the rest
    pictures, labels = changed(batch.pictures, batch.labels, generator=generator, told=told)
    near: list[list[Change]] = [[] for _ in batch.labels]
    details = changed(
        batch.detail_pictures,
        batch.detail_labels,
        generator=generator_for(config.seed + _DETAIL, *place),
        lesions=batch.lesions,
        told=near,
    )
    coarse, detail = networks
    return [
        Lesson(coarse, "classes", pictures, (labels > 0).to(torch.uint8), _settled(told)),
        Lesson(detail, outputs, *details, _settled(near)),
    ]


def _settled(told: list[list[Change]]) -> tuple[tuple[Change, ...], ...]:
    return tuple(map(tuple, told))


def in_step(network: nn.Module, is_last: bool) -> contextlib.AbstractContextManager[None]:
    """Where processes learn together, gradients are exchanged once a batch, not once a part."""
    if isinstance(network, DistributedDataParallel) and not is_last:
        return network.no_sync()
    return contextlib.nullcontext()
