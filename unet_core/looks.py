"""How a network looks at a scan: at whole slices, and for a cascade closely at the organ as well.

Predicting and validating both go through ``looks``, so a score is of what a user would get.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage
from torch import Tensor

from unet_core.boxes import Crop, box_around, extent, largest
from unet_core.config import Outputs, PredictConfig, TrainConfig
from unet_core.errors import InputError
from unet_core.losses import decode
from unet_core.networks import Cascade, Network, class_count
from unet_core.preprocess import (
    BLOCK,
    ORGAN_MARGIN,
    Slices,
    centred,
    enlarged,
    network_input,
    organ_grey,
    shrunk,
)
from unet_core.scans import Scan
from unet_core.unet import UNet
from unet_core.volume import Labels

_BESIDE = np.ones((5, 3, 3), np.bool_)
"""How far beside the organ of the first look the second one counts: two slices and one pixel of
the size the first sees. Without it, stomachs and hearts of the liver's own grey, on which whole
slices leave no doubt, were taken for liver: Dice 0.90 instead of 0.94 on a new patient."""
SLICES_BEYOND = 2
"""A cascade looks closely at so many slices beyond the organ at both ends."""
Seen = Callable[[Sequence[int], Tensor], None]
"""Told the slices and (b, K, S, S) logits of each batch of whole slices."""


def looks_of(config: TrainConfig) -> int:
    """How often every slice is come by: a cascade looks twice."""
    return 2 if config.model.cascade else 1


# --- looking ---------------------------------------------------------------------------------

_NOWHERE = Crop(0, 0, 0, 0)


@dataclass(frozen=True)
class Look:
    """What a network says about a batch of slices.

    Attributes:
        z: The slices; empty while a cascade still looks for the organ.
        logits: (n, K, S, S) of n of the slices; None where there is nothing on any.
        crop: Where on the slices the logits lie; nothing is there outside of it.
        first: The place in ``z`` of the first slice the logits are of.
        organ: Of a cascade, where the first look found the organ and just beside it; nothing is
            there elsewhere, whatever the logits say.
    """

    z: Sequence[int]
    logits: Tensor | None = None
    crop: Crop = _NOWHERE
    first: int = 0
    organ: "Found | None" = None

    def inside(self, shape_yx: tuple[int, int]) -> tuple[slice, slice, slice]:
        """Where in (b, Y, X) the logits lie."""
        count = 0 if self.logits is None else len(self.logits)
        return slice(self.first, self.first + count), *self.crop.inside(shape_yx)


@dataclass(frozen=True)
class Found:
    """Where the first look of a cascade found the organ.

    Attributes:
        small: (n, S, S) bool, at the size the network sees.
        crop: What that size shows of the slices.
    """

    small: NDArray[np.bool_]
    crop: Crop

    def on_scan(self, shape_yx: tuple[int, int]) -> NDArray[np.bool_]:
        """(n, Y, X) bool on the scan's own pixels."""
        result = np.zeros((len(self.small), *shape_yx), np.bool_)
        chances = enlarged(torch.from_numpy(self.small).float()[:, None], self.crop, shape_yx)
        result[(slice(None), *self.crop.inside(shape_yx))] = (chances[:, 0] > 0.5).numpy()
        return result


_SEARCHING = Look(())


def looks(
    model: Network,
    scan: Scan,
    config: TrainConfig,
    batch_size: int,
    z: Sequence[int] | None = None,
    *,
    mirror: bool = False,
    seen: Seen | None = None,
) -> Iterator[Look]:
    """Every slice once, in order, in batches of ``batch_size``.

    Works on the device the model is on. The model is in ``eval`` mode only while it computes, so
    a training loop may use this between two steps. A cascade comes by every slice twice: its
    first look, at whole slices, yields batches of no slices.

    Args:
        model: Of the shape ``config.model``.
        scan: What to look at.
        config: What the model was trained with.
        batch_size: Slices computed at once.
        z: Slices wanted; all if not given.
        mirror: Average the logits of each slice and of its mirror image.
        seen: Told of each batch of the look at whole slices.
    """
    z = range(scan.count) if z is None else z
    if isinstance(model, Cascade):
        yield from _cascade_looks(model, scan, config, batch_size, z, mirror, seen)
        return
    for batch in _batches(z, batch_size):
        logits = logits_of(model, network_input(scan.images(), batch, config), mirror=mirror)
        if seen is not None:
            seen(batch, logits)
        yield Look(batch, logits, scan.crop)


def _batches(z: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (z[start : start + size] for start in range(0, len(z), size))


def _cascade_looks(
    model: Cascade,
    scan: Scan,
    config: TrainConfig,
    batch_size: int,
    z: Sequence[int],
    mirror: bool,
    seen: Seen | None,
) -> Iterator[Look]:
    organ = np.zeros((len(z), *scan.images().shape[1:]), np.bool_)
    for rows in _batches(range(len(z)), batch_size):
        batch = z[rows[0] : rows[-1] + 1]
        pictures = network_input(scan.images(), batch, config)
        logits = logits_of(model.coarse, pictures, mirror=mirror)
        if seen is not None:
            seen(batch, logits)
        organ[rows[0] : rows[-1] + 1] = decode(logits).to(torch.bool).cpu().numpy()
        yield _SEARCHING
    details = _close_look(scan, z, organ, config)
    del organ
    for rows in _batches(range(len(z)), batch_size):
        batch = z[rows[0] : rows[-1] + 1]
        near = [row for row in rows if details is not None and row in details.rows]
        if details is None or not near:
            yield Look(batch)
            continue
        places = [z[row] - details.first for row in near]
        logits = logits_of(model.detail, network_input(details.grey, places, config), mirror=mirror)
        found = Found(details.organ[near], scan.crop)
        yield Look(batch, logits, details.crop, near[0] - rows[0], found)


@dataclass(frozen=True)
class _Details:
    """What a cascade looks at closely.

    Attributes:
        rows: Which of the slices wanted.
        crop: Where on them.
        grey: (n, T, T) uint8 of these slices and of all the neighbours they are shown with.
        first: Slice of the scan that ``grey`` begins with.
        organ: (Z, S, S) bool: where on the slices wanted the close look counts.
    """

    rows: range
    crop: Crop
    grey: Slices
    first: int
    organ: NDArray[np.bool_]


def _close_look(
    scan: Scan, z: Sequence[int], found: NDArray[np.bool_], config: TrainConfig
) -> _Details | None:
    """The largest organ in (Z, S, S) bool ``found`` on slices ``z``; None without any."""
    organ = largest(found)
    place = None if organ is None else organ_place(organ, scan.crop, scan.shape_yx)
    if organ is None or place is None:
        return None
    rows, crop = place
    small = scan.images()
    histogram = np.zeros(256, np.int64)
    for row in rows:
        histogram += np.bincount(small[z[row]][organ[row]], minlength=256)
    middle = organ_grey(histogram)
    around = config.model.in_channels // 2 if config.channels == "neighbours" else 0
    first, stop = max(z[rows[0]] - around, 0), min(z[rows[-1]] + around + 1, scan.count)
    full = scan.full_images()
    grey = np.empty((stop - first, config.detail_size, config.detail_size), np.uint8)
    for start in range(0, len(grey), BLOCK):
        block = full[first + start : min(first + start + BLOCK, stop)]
        detail = shrunk(block, crop, config.detail_size)
        grey[start : start + BLOCK] = centred(detail, middle, config)
    return _Details(rows, crop, grey, first, ndimage.binary_dilation(organ, _BESIDE))


def organ_place(
    organ: NDArray[np.bool_], crop: Crop, shape_yx: tuple[int, int]
) -> tuple[range, Crop] | None:
    """Where a cascade looks closely: slices, and a square on the scan's own pixels.

    Args:
        organ: (Z, S, S) bool: where the organ is at the size the network sees.
        crop: What those pictures show.
        shape_yx: Size of the scan's own slices.

    Returns:
        None if no organ is on the scan.
    """
    small, slices = extent(np.any(organ, axis=0)), np.flatnonzero(np.any(organ, axis=(1, 2)))
    if small is None:
        return None
    tall, wide = crop.height / organ.shape[1], crop.width / organ.shape[2]
    top, left = crop.top + int(small.top * tall), crop.left + int(small.left * wide)
    bottom = crop.top + math.ceil((small.top + small.height) * tall)
    right = crop.left + math.ceil((small.left + small.width) * wide)
    rows, columns = Crop(top, left, bottom - top, right - left).inside(shape_yx)
    if rows.start >= rows.stop or columns.start >= columns.stop:
        return None  # in the margin around the slice
    on_scan = Crop(rows.start, columns.start, rows.stop - rows.start, columns.stop - columns.start)
    near = range(
        max(int(slices[0]) - SLICES_BEYOND, 0), min(int(slices[-1]) + 1 + SLICES_BEYOND, len(organ))
    )
    return near, box_around(on_scan, ORGAN_MARGIN, shape_yx)


@torch.inference_mode()
def logits_of(model: UNet, pictures: Tensor, *, mirror: bool = False) -> Tensor:
    """(B, K, S, S) float32 logits of (B, C, S, S) pictures in eval mode, on the model's device.

    Args:
        model: One network.
        pictures: 0..1.
        mirror: Average with the logits of the mirrored pictures, mirrored back; what nnU-Net does
            along each axis (Isensee 2021, doi:10.1038/s41592-020-01008-z), here left to right.
    """
    learning = model.training
    model.eval()
    try:
        device = next(model.parameters()).device
        pictures = pictures.to(device, memory_format=torch.channels_last)
        logits: Tensor = model(pictures).float()
        if mirror:
            logits = (logits + model(pictures.flip(3)).float().flip(3)) / 2
        return logits
    except torch.OutOfMemoryError:
        raise InputError(
            "the graphics card",
            f"has too little memory for {len(pictures)} slices at once",
            "choose a smaller batch size or close other programs",
        ) from None
    finally:
        model.train(learning)


# --- deciding --------------------------------------------------------------------------------


def predict_case(
    model: Network,
    scan: Scan,
    config: TrainConfig,
    batch_size: int,
    label_values: Sequence[int] | None = None,
    z: Sequence[int] | None = None,
    *,
    mirror: bool = False,
    seen: Seen | None = None,
) -> Iterator[tuple[Sequence[int], Labels]]:
    """Slices and their (b, Y, X) uint8 labels, batch by batch; see ``looks``.

    Args:
        model: Of the shape ``config.model``.
        scan: What to look at.
        config: What the model was trained with.
        batch_size: Slices computed at once.
        label_values: Label of each class but background, by class; 1, 2, ... if not given.
        z: Slices wanted; all if not given.
        mirror: Average the logits of each slice and of its mirror image.
        seen: Told of each batch of the look at whole slices.
    """
    values = np.array([0, *(label_values or range(1, class_count(config.model)))], np.uint8)
    for look in looks(model, scan, config, batch_size, z, mirror=mirror, seen=seen):
        yield look.z, values[decide(look, scan.shape_yx, config.model.outputs)]


def probabilities_of_case(
    model: Network, scan: Scan, config: TrainConfig, how: PredictConfig
) -> Iterator[tuple[Sequence[int], NDArray[np.float32]]]:
    """Slices and (b, K, Y, X) float32 probabilities of their outputs, in order.

    Where nothing was looked at, background is certain. Batches are the same for every model.

    Args:
        model: Of the shape ``config.model``.
        scan: What to look at.
        config: What the model was trained with.
        how: ``batch_size`` and ``mirror``.
    """
    for look in looks(model, scan, config, how.batch_size, mirror=how.mirror):
        if len(look.z):
            yield look.z, _probabilities(look, scan.shape_yx, config)


@torch.inference_mode()
def decide(look: Look, shape_yx: tuple[int, int], outputs: Outputs) -> NDArray[np.uint8]:
    """(b, Y, X) class indices; zero outside of the look's crop. See ``losses.decode``."""
    chosen = np.zeros((len(look.z), *shape_yx), np.uint8)
    if look.logits is None:
        return chosen
    is_softmax = outputs == "classes" and look.logits.shape[1] > 1
    # how far each class is ahead of background: one map less to enlarge
    ahead = look.logits[:, 1:] - look.logits[:, :1] if is_softmax else look.logits
    if bool((ahead > 0).any()):  # enlarging is a weighted mean: it makes nothing positive
        ahead = enlarged(ahead.contiguous(), look.crop, shape_yx)
        indices = _furthest_ahead(ahead) if is_softmax else decode(ahead, outputs)
        chosen[look.inside(shape_yx)] = indices.to(torch.uint8).cpu().numpy()
        if look.organ is not None:
            near = look.organ.on_scan(shape_yx)
            chosen[look.first : look.first + len(near)] *= near
    return chosen


def _furthest_ahead(ahead: Tensor) -> Tensor:
    """(B, H, W) uint8 class index, from how far (B, K - 1, H, W) each is ahead of background.

    What ``argmax`` gives with background's zeros before, in half the time.
    """
    most = ahead[:, 0].clamp(min=0)
    chosen = (most > 0).to(torch.uint8)
    for index in range(1, ahead.shape[1]):
        chosen.masked_fill_(ahead[:, index] > most, index + 1)
        most = torch.maximum(most, ahead[:, index])
    return chosen


@torch.inference_mode()
def _probabilities(
    look: Look, shape_yx: tuple[int, int], config: TrainConfig
) -> NDArray[np.float32]:
    is_softmax = config.model.outputs == "classes" and config.model.out_channels > 1
    result = np.zeros((len(look.z), config.model.out_channels, *shape_yx), np.float32)
    if is_softmax:
        result[:, 0] = 1.0
    if look.logits is not None:
        logits = enlarged(look.logits, look.crop, shape_yx)
        chances = torch.softmax(logits, dim=1) if is_softmax else torch.sigmoid(logits)
        places, *inside = look.inside(shape_yx)
        result[(places, slice(None), *inside)] = chances.cpu().numpy()
        if look.organ is not None:
            elsewhere = ~look.organ.on_scan(shape_yx)
            for row, nothing in zip(result[places], elsewhere, strict=True):
                row[:, nothing] = 0.0
                row[0, nothing] = float(is_softmax)
    return result
