"""Random changes of a batch of slices, so that a network does not learn pictures by heart.

Stateless: the same seed, epoch and batch number give the same changes, whatever came before, so
that a run continued after a crash sees what the uninterrupted run would have seen.
"""

import math

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from unet_core.config import TrainConfig


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
    """(B, S, S, 2) sampling positions: turn, size change and mirroring about the centre."""
    count = shape[0]
    angle = _uniform(count, math.radians(config.rotation_deg), generator)
    size = 1 + _uniform(count, config.scale, generator)
    mirrored = torch.rand(count, generator=generator) < 0.5
    sign = torch.where(mirrored & torch.tensor(config.flip), -1.0, 1.0)
    matrix = torch.zeros(count, 2, 3)
    matrix[:, 0, 0] = sign * torch.cos(angle) / size
    matrix[:, 0, 1] = -sign * torch.sin(angle) / size
    matrix[:, 1, 0] = torch.sin(angle) / size
    matrix[:, 1, 1] = torch.cos(angle) / size
    return functional.affine_grid(matrix, [count, 1, *shape[2:]], align_corners=False)


def _regreyed(pictures: Tensor, config: TrainConfig, generator: torch.Generator) -> Tensor:
    count = pictures.shape[0]
    if not (config.brightness or config.contrast or config.noise):
        return pictures
    if config.contrast:
        factor = (1 + _uniform(count, config.contrast, generator)).view(-1, 1, 1, 1)
        mean = pictures.mean(dim=(1, 2, 3), keepdim=True)
        pictures = torch.addcmul(mean - mean * factor, pictures, factor)
    if config.brightness:
        pictures = pictures + _uniform(count, config.brightness, generator).view(-1, 1, 1, 1)
    if config.noise:
        deviation = torch.rand(count, generator=generator).view(-1, 1, 1, 1) * config.noise
        noise = torch.empty(pictures.shape).normal_(generator=generator)
        pictures = torch.addcmul(pictures, noise, deviation)
    return pictures.clamp_(0.0, 1.0)
