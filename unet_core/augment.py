"""Random changes of a batch of slices, so that a network does not learn pictures by heart.

Stateless: the same seed, epoch and batch number give the same changes, whatever came before, so
that a run continued after a crash sees what the uninterrupted run would have seen. Which changes,
in which order and how often follows nnU-Net (Isensee 2021, doi:10.1038/s41592-020-01008-z,
supplementary note 4); places and noise are changed in every slice here, as they cost little.
"""

import math
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from unet_core.config import TrainConfig
from unet_core.synthetic_lesions import LesionClasses, draw_lesions

_NOISE_COUNT = 1 << 22
"""Numbers in the pool of noise: 16 MiB, four times the largest slice."""
_FARTHEST_SHIFT = 0.1
"""Of the side; less where slices are scaled by less."""
_ELASTIC, _NODES, _STEEPEST = 0.2, 6, 0.4
"""Share of slices that are bent, displaced points on each axis, and the largest displacement as a
share of their distance: below a half, no part of a picture is folded over another."""
_BLUR, _LOW_RESOLUTION, _GAMMA, _INVERTED = 0.2, 0.25, 0.3, 0.25
"""Share of slices; of those with gamma, how many are bent from the bright end."""
Change = tuple[str, float]
"""What was done to one slice, and how much of it: ``turned`` by degrees, ``sized`` times as large,
``mirrored``, ``shifted`` by a share of the side, ``elastic`` bent by so many pixels at most,
artificial ``lesions`` drawn; or the name of a setting and the amount within its limit."""


def generator_for(seed: int, epoch: int, batch: int) -> torch.Generator:
    """Random numbers that belong to one batch of one epoch of one seed."""
    state = np.random.SeedSequence([seed, epoch, batch]).generate_state(1, np.uint64)
    return torch.Generator().manual_seed(int(state[0]))


def augment(
    pictures: Tensor,
    labels: Tensor,
    config: TrainConfig,
    generator: torch.Generator,
    *,
    lesions: LesionClasses | None = None,
    device: torch.device | None = None,
    places: Sequence[int] = (),
    told: Sequence[list[Change]] = (),
) -> tuple[Tensor, Tensor]:
    """A changed copy of a batch: new tumours, other places, other greys; each slice differently.

    The channels of a slice move together, and its labels with them. What comes in from outside is
    black and background.

    Args:
        pictures: (B, C, S, S) float32 in 0..1 on the processor; may be overwritten.
        labels: (B, S, S) uint8 class indices on the processor.
        config: Sets the limits; a limit of 0 leaves that change out.
        generator: From ``generator_for``.
        lesions: Classes artificial tumours are drawn into, in a share
            ``config.synthetic_lesions`` of the slices that show the organ; none if not given.
        device: Where the batch is wanted: it is moved there before all that can be done there.
        places: Of each slice in a batch that several processes share, for what is changed
            depends on it and on nothing else of the batch; 0, 1, ... if not given.
        told: A list for each slice, to which its changes are added; none is told if not given.

    Returns:
        (B, C, S, S) float32 in 0..1 and (B, S, S) uint8.
    """
    generators = _one_each(places or range(len(pictures)), generator)
    told = told or [[] for _ in generators]
    if lesions is not None and config.synthetic_lesions:
        labels = _with_lesions(pictures, labels, config, lesions, generators, told)
    pictures, labels = pictures.to(device), labels.to(device)
    if config.rotation_deg or config.scale or config.flip or config.elastic:
        grid = _grid(pictures.shape, config, generators, pictures.device, told)
        pictures = functional.grid_sample(pictures, grid, "bilinear", "zeros", align_corners=False)
        moved = functional.grid_sample(
            labels.unsqueeze(1).float(), grid, "nearest", "zeros", align_corners=False
        )
        labels = moved.squeeze(1).to(torch.uint8)
    return _regreyed(pictures, config, generators, told), labels


def _one_each(places: Sequence[int], generator: torch.Generator) -> list[torch.Generator]:
    """Random numbers of their own for the slices at some places of a batch."""
    seed = int(torch.randint(2**62, (), generator=generator))
    states = (
        np.random.SeedSequence([seed, place]).generate_state(1, np.uint64) for place in places
    )
    return [torch.Generator().manual_seed(int(state[0])) for state in states]


def _chance(generator: torch.Generator) -> float:
    """One number in 0..1."""
    return torch.rand((), generator=generator).item()


def _uniform(count: int, limit: float, generator: torch.Generator) -> Tensor:
    """(count,) float32 in -limit..limit, on the processor."""
    return (torch.rand(count, generator=generator) * 2 - 1) * limit


# --- tumours ---------------------------------------------------------------------------------


def _with_lesions(
    pictures: Tensor,
    labels: Tensor,
    config: TrainConfig,
    lesions: LesionClasses,
    generators: Sequence[torch.Generator],
    told: Sequence[list[Change]],
) -> Tensor:
    """Draws into ``pictures``; gives the labels with what was drawn."""
    labels = labels.clone()
    channels = pictures.shape[1]
    neighbours = np.arange(channels, dtype=np.float32) - channels // 2
    distances = neighbours if config.channels == "neighbours" else np.zeros_like(neighbours)
    slices = zip(pictures.numpy(), labels.numpy(), generators, told, strict=True)
    for picture, classes, generator, changes in slices:
        rng = np.random.default_rng(int(torch.randint(2**62, (), generator=generator)))
        if rng.random() < config.synthetic_lesions and draw_lesions(
            picture, classes, lesions, distances, rng
        ):
            changes.append(("lesions", 1.0))
    return labels


# --- places ----------------------------------------------------------------------------------


def _grid(
    shape: torch.Size,
    config: TrainConfig,
    generators: Sequence[torch.Generator],
    device: torch.device,
    told: Sequence[list[Change]] = (),
) -> Tensor:
    """(B, S, S, 2) sampling positions: turn, size, mirroring about the centre, shift, bending.

    Without the bending what ``functional.affine_grid`` gives, in a quarter of the time.
    """
    count, _, height, width = shape
    drawn = torch.stack([_uniform(5, 1.0, generator) for generator in generators], dim=1)
    angle = drawn[0] * math.radians(config.rotation_deg)
    size = 1 + drawn[1] * config.scale
    mirrored = drawn[2] < 0
    shift = drawn[3:] * (2 * min(config.scale, _FARTHEST_SHIFT))  # of -1..1
    sign = torch.where(mirrored & torch.tensor(config.flip), -1.0, 1.0)
    cosine, sine = torch.cos(angle) / size, torch.sin(angle) / size
    across, down = ((2 * torch.arange(n) + 1) / n - 1 for n in (width, height))
    grid = torch.empty(count, height, width, 2, device=device)
    rows = ((0, sign * cosine, -sign * sine), (1, sine, cosine))
    for (column, from_x, from_y), start in zip(rows, shift.view(2, count, 1), strict=True):
        by_row = (start + from_y[:, None] * down).to(device)
        by_column = (from_x[:, None] * across).to(device)
        torch.add(by_row[:, :, None], by_column[:, None, :], out=grid[..., column])
    told = told or [[] for _ in generators]
    for number, changes in enumerate(told):
        changes.append(("turned", math.degrees(angle[number].item())))
        changes.append(("sized", size[number].item()))
        changes += [("mirrored", 1.0)] if sign[number] < 0 else []
        changes.append(("shifted", shift[:, number].norm().item() / 2))
    if config.elastic:
        for positions, generator, changes in zip(grid, generators, told, strict=True):
            if _chance(generator) < _ELASTIC:
                bending, most = _bending(shape[2:], config.elastic, generator, device)
                positions += bending
                changes.append(("elastic", most))
    return grid


def _bending(
    shape_yx: torch.Size, limit: float, generator: torch.Generator, device: torch.device
) -> tuple[Tensor, float]:
    """(S, S, 2) smooth displacement in units of a sampling grid, and its largest in pixels.

    Few displaced points, enlarged, as U-Net's authors did (Ronneberger 2015,
    doi:10.1007/978-3-319-24574-4_28, section 3.1).
    """
    height, width = shape_yx
    limit = min(limit, _STEEPEST * (min(shape_yx) - 1) / (_NODES - 1)) * _chance(generator)
    points = _uniform(2 * _NODES**2, limit, generator).view(1, 2, _NODES, _NODES)
    points *= torch.tensor([2 / width, 2 / height]).view(1, 2, 1, 1)
    field = functional.interpolate(
        points.to(device), (height, width), mode="bilinear", align_corners=True
    )
    return field[0].permute(1, 2, 0), limit


# --- greys -----------------------------------------------------------------------------------


def _regreyed(
    pictures: Tensor,
    config: TrainConfig,
    generators: Sequence[torch.Generator],
    told: Sequence[list[Change]],
) -> Tensor:
    wanted = [(name, getattr(config, name), change) for name, change in _GREY_CHANGES]
    wanted = [(name, limit, change) for name, limit, change in wanted if limit]
    if not wanted:
        return pictures
    for picture, generator, changes in zip(pictures, generators, told, strict=True):
        for name, limit, change in wanted:
            amount = change(picture, limit, generator)
            changes += [(name, amount)] if amount else []
    return pictures.clamp_(0.0, 1.0)


def _noised(picture: Tensor, limit: float, generator: torch.Generator) -> float:
    deviation = limit * _chance(generator)
    count = picture[0].numel()
    starts = torch.randint(_NOISE_COUNT - count, picture.shape[:1], generator=generator)
    for channel, start in zip(picture, starts.tolist(), strict=True):
        noise = _noise(picture.device)[start : start + count].view(channel.shape)
        channel.add_(noise, alpha=deviation)
    return deviation


@cache
def _noise(device: torch.device) -> Tensor:
    """Standard normal numbers, drawn once; pictures take theirs from anywhere in it."""
    drawn = torch.empty(_NOISE_COUNT).normal_(generator=torch.Generator().manual_seed(0))
    return drawn.to(device)


def _blurred(picture: Tensor, limit: float, generator: torch.Generator) -> float:
    chance, sigma = _chance(generator), limit * _chance(generator)
    reach = math.ceil(2.5 * sigma)
    if chance >= _BLUR or sigma < 0.1:
        return 0.0
    weights = [math.exp(-0.5 * (away / sigma) ** 2) for away in range(-reach, reach + 1)]
    weights = [weight / sum(weights) for weight in weights]
    padded = functional.pad(picture.unsqueeze(0), (reach,) * 4, mode="replicate")[0]
    picture.copy_(_averaged(_averaged(padded, weights, 1), weights, 2))
    return sigma


def _averaged(picture: Tensor, weights: list[float], axis: int) -> Tensor:
    """Weighted sum of shifted pictures: ten times as fast as a convolution of one channel."""
    length = picture.shape[axis] - len(weights) + 1
    result = picture.narrow(axis, 0, length) * weights[0]
    for start, weight in enumerate(weights[1:], start=1):
        result.add_(picture.narrow(axis, start, length), alpha=weight)
    return result


def _brightened(picture: Tensor, limit: float, generator: torch.Generator) -> float:
    by = limit * (2 * _chance(generator) - 1)
    picture.add_(by)
    return by


def _contrasted(picture: Tensor, limit: float, generator: torch.Generator) -> float:
    by = 1 + limit * (2 * _chance(generator) - 1)
    kept = picture.mean() * (1 - by)  # stays on the device: nothing waits for it
    picture.mul_(by).add_(kept)
    return by - 1


def _coarsened(picture: Tensor, limit: float, generator: torch.Generator) -> float:
    chance, share = _chance(generator), 1 - limit * _chance(generator)
    if chance >= _LOW_RESOLUTION:
        return 0.0
    height, width = picture.shape[1:]
    size = (max(round(height * share), 1), max(round(width * share), 1))
    small = functional.interpolate(picture.unsqueeze(0), size, mode="nearest-exact")
    large = functional.interpolate(small, (height, width), mode="bilinear", align_corners=False)
    picture.copy_(large[0])
    return 1 - share


def _bent(picture: Tensor, limit: float, generator: torch.Generator) -> float:
    """Gamma correction, at times of the inverted picture."""
    chance, power = _chance(generator), math.exp(limit * (2 * _chance(generator) - 1))
    if chance >= _GAMMA:
        return 0.0
    picture.clamp_(0.0, 1.0)
    if chance < _GAMMA * _INVERTED:
        picture.neg_().add_(1.0).pow_(power).neg_().add_(1.0)
    else:
        picture.pow_(power)
    return power


_GREY_CHANGES: tuple[tuple[str, Callable[[Tensor, float, torch.Generator], float]], ...] = (
    ("noise", _noised),
    ("blur", _blurred),
    ("brightness", _brightened),
    ("contrast", _contrasted),
    ("low_resolution", _coarsened),
    ("gamma", _bent),
)
"""Setting that limits it, and change of one (C, S, S) picture in place; in this order. It tells
by how much, 0 for not at all."""
