"""Random changes of a batch of slices, so that a network does not learn pictures by heart.

Stateless: the same seed, epoch and batch number give the same changes, whatever came before, so
that a run continued after a crash sees what the uninterrupted run would have seen.
"""

import math
from functools import cache

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from unet_core.config import TrainConfig

_NOISE_COUNT = 1 << 22
"""Numbers in the pool of noise: 16 MiB, four times the largest slice."""


def generator_for(seed: int, epoch: int, batch: int) -> torch.Generator:
    """Random numbers that belong to one batch of one epoch of one seed."""
    state = np.random.SeedSequence([seed, epoch, batch]).generate_state(1, np.uint64)
    return torch.Generator().manual_seed(int(state[0]))


def augment(
    pictures: Tensor, labels: Tensor, config: TrainConfig, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """A turned, scaled, mirrored, brightened and noisy copy of a batch; each slice differently.

    The channels of a slice move together, and its labels with them. What comes in from outside is
    black and background.

    Args:
        pictures: (B, C, S, S) float32 in 0..1; may be overwritten.
        labels: (B, S, S) uint8 class indices.
        config: Sets the limits; a limit of 0 leaves that change out.
        generator: From ``generator_for``.

    Returns:
        (B, C, S, S) float32 in 0..1 and (B, S, S) uint8.
    """
    if config.rotation_deg or config.scale or config.flip:
        grid = _grid(pictures.shape, config, generator)
        pictures = functional.grid_sample(pictures, grid, "bilinear", "zeros", align_corners=False)
        moved = functional.grid_sample(
            labels.unsqueeze(1).float(), grid, "nearest", "zeros", align_corners=False
        )
        labels = moved.squeeze(1).to(torch.uint8)
    return _regreyed(pictures, config, generator), labels


def _uniform(count: int, limit: float, generator: torch.Generator) -> Tensor:
    """(count,) float32 in -limit..limit."""
    return (torch.rand(count, generator=generator) * 2 - 1) * limit


def _grid(shape: torch.Size, config: TrainConfig, generator: torch.Generator) -> Tensor:
    """(B, S, S, 2) sampling positions: turn, size change and mirroring about the centre.

    What ``functional.affine_grid`` gives, in a quarter of the time.
    """
    count = shape[0]
    angle = _uniform(count, math.radians(config.rotation_deg), generator)
    size = 1 + _uniform(count, config.scale, generator)
    mirrored = torch.rand(count, generator=generator) < 0.5
    sign = torch.where(mirrored & torch.tensor(config.flip), -1.0, 1.0)
    cosine, sine = torch.cos(angle) / size, torch.sin(angle) / size
    across, down = (((2 * torch.arange(n) + 1) / n - 1) for n in (shape[3], shape[2]))
    grid = torch.empty(count, shape[2], shape[3], 2)
    for column, from_x, from_y in ((0, sign * cosine, -sign * sine), (1, sine, cosine)):
        grid[..., column] = _outer(from_y, down)[:, :, None] + _outer(from_x, across)[:, None, :]
    return grid


def _outer(factors: Tensor, positions: Tensor) -> Tensor:
    return factors[:, None] * positions[None, :]


def _regreyed(pictures: Tensor, config: TrainConfig, generator: torch.Generator) -> Tensor:
    count = pictures.shape[0]
    if not (config.brightness or config.contrast or config.noise):
        return pictures
    factor = 1 + _uniform(count, config.contrast, generator)
    shift = _uniform(count, config.brightness, generator)
    deviation = torch.rand(count, generator=generator) * config.noise
    starts = torch.randint(
        _NOISE_COUNT - pictures[0, 0].numel(), pictures.shape[:2], generator=generator
    )
    for number, picture in enumerate(pictures):
        if config.contrast or config.brightness:
            mean, by = float(picture.mean()), float(factor[number])
            picture.mul_(by).add_(mean - mean * by + float(shift[number]))
        if config.noise:
            for channel, start in zip(picture, starts[number].tolist(), strict=True):
                noise = _noise()[start : start + channel.numel()].view(channel.shape)
                channel.add_(noise, alpha=float(deviation[number]))
    return pictures.clamp_(0.0, 1.0)


@cache
def _noise() -> Tensor:
    """Standard normal numbers, drawn once; pictures take theirs from anywhere in it."""
    return torch.empty(_NOISE_COUNT).normal_(generator=torch.Generator().manual_seed(0))
