"""From a scan to what the network sees, and from its logits back to the scan's own pixels.

Every slice becomes 8-bit grey, then a square of ``image_size`` pixels. Pixel centres stay where
they are: shrinking and enlarging again moves nothing by half a pixel.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from unet_core.config import TrainConfig
from unet_core.volume import Volume

Slices = NDArray[np.uint8]
"""(N, Y, X) uint8 grey values or labels, canonical."""

PERCENTILES = (0.5, 99.5)
"""Black and white of grey scans that are not 8-bit, as nnU-Net clips
(Isensee 2021, doi:10.1038/s41592-020-01008-z)."""
_BLOCK = 16
"""Slices worked on at once: a copy of a few MiB instead of one of the whole scan."""
_SAMPLES = 1 << 20


def to_grey(volume: Volume, config: TrainConfig) -> Slices:
    """(Z, Y, X) uint8 canonical copy of the scan, 0 black, 255 white.

    HU are windowed from ``window_low_hu`` to ``window_high_hu`` and rounded. Grey scans that hold
    0..255 already pass as they are; other grey scans are stretched between two percentiles.
    """
    result = np.empty(volume.canonical.shape, np.uint8)
    to_block = _grey_rule(volume, config)
    for start in range(0, len(result), _BLOCK):
        result[start : start + _BLOCK] = to_block(volume.canonical[start : start + _BLOCK])
    return result


def prepare(volume: Volume, config: TrainConfig) -> Slices:
    """(Z, S, S) uint8: ``resize_slices(to_grey(volume))`` without the full-size copy between."""
    size = config.image_size
    result = np.empty((len(volume.canonical), size, size), np.uint8)
    to_block = _grey_rule(volume, config)
    for start in range(0, len(result), _BLOCK):
        block = to_block(volume.canonical[start : start + _BLOCK])
        result[start : start + _BLOCK] = resize_slices(block, config)
    return result


def grey_range(volume: Volume, config: TrainConfig) -> tuple[float, float]:
    """The values of ``volume`` shown as black and as white by ``to_grey``."""
    if volume.intensity == "HU":
        return config.window_low_hu, config.window_high_hu
    low, high = float(volume.voxels.min()), float(volume.voxels.max())
    if volume.voxels.dtype == np.uint8 or (low >= 0 and 1 < high <= 255):
        return 0.0, 255.0
    step = max(1, round((volume.voxels.size / _SAMPLES) ** (1 / 3)))
    sample = volume.canonical[::step, ::step, ::step]
    black, white = np.percentile(sample, PERCENTILES).tolist()
    return (black, white) if white > black else (low, max(high, low + 1.0))


class _Windowing:
    """Maps a range of values to 0..255; through a table where the values have 16 bits at most."""

    def __init__(self, kind: np.dtype[Any], low: float, high: float) -> None:
        self._low, self._high = low, high
        self._table: Slices | None = None
        if kind.kind in "iu" and kind.itemsize <= 2:
            bits: NDArray[Any] = np.arange(256**kind.itemsize).astype(f"u{kind.itemsize}")
            self._index_kind = bits.dtype
            self._table = self._computed(bits.view(kind.newbyteorder("=")))

    def __call__(self, block: NDArray[Any]) -> Slices:
        if self._table is None:
            return self._computed(block)
        native = np.ascontiguousarray(block, block.dtype.newbyteorder("="))
        grey: Slices = self._table[native.view(self._index_kind)]
        return grey

    def _computed(self, values: NDArray[Any]) -> Slices:
        grey = (values.astype(np.float64) - self._low) * 255.0 / (self._high - self._low)
        np.nan_to_num(grey, copy=False, nan=0.0)
        return np.rint(np.clip(grey, 0.0, 255.0)).astype(np.uint8)


def _grey_rule(volume: Volume, config: TrainConfig) -> _Windowing:
    return _Windowing(volume.voxels.dtype, *grey_range(volume, config))


def resize_slices(grey: Slices, config: TrainConfig) -> Slices:
    """(N, S, S) uint8 from (N, Y, X) uint8; bilinear, smoothed first when it shrinks."""
    square = _padded(grey, config)
    size = (config.image_size, config.image_size)
    if square.shape[1:] == size:
        return square
    result = np.empty((len(grey), *size), np.uint8)
    for start in range(0, len(grey), _BLOCK):
        block = torch.from_numpy(np.ascontiguousarray(square[start : start + _BLOCK]))
        smaller = functional.interpolate(
            block.unsqueeze(0), size=size, mode="bilinear", align_corners=False, antialias=True
        )
        result[start : start + _BLOCK] = smaller[0].numpy()
    return result


def resize_labels(labels: Slices, config: TrainConfig) -> Slices:
    """(N, S, S) uint8 from (N, Y, X) uint8: the label at each new pixel's centre."""
    square = _padded(labels, config)
    rows, columns = (nearest_index(side, config.image_size) for side in square.shape[1:])
    return square.take(rows, axis=1).take(columns, axis=2)


def nearest_index(side: int, size: int) -> NDArray[np.intp]:
    """(size,) old pixel nearest to the centre of each new one, where ``side`` becomes ``size``.

    Where two are equally near, as whenever 512 becomes 256, the lower and the upper are taken in
    turn. Always taking the same one would move every label by half a pixel against its picture.

    >>> nearest_index(8, 4).tolist()
    [0, 3, 4, 7]
    """
    twice = (2 * np.arange(size) + 1) * side - size  # 2 * size * centre, in whole numbers
    below, rest = np.divmod(twice, 2 * size)
    up = (rest > size) | ((rest == size) & (np.arange(size) % 2 == 1))
    nearest: NDArray[np.intp] = np.clip(below + up, 0, side - 1).astype(np.intp)
    return nearest


def restore_logits(logits: Tensor, shape_yx: tuple[int, int], config: TrainConfig) -> Tensor:
    """(B, K, Y, X) logits on the scan's own pixels, from (B, K, S, S)."""
    height, width = _square(shape_yx, config)
    if logits.shape[2:] != (height, width):
        shrinks = min(height, width) < config.image_size
        logits = functional.interpolate(
            logits, size=(height, width), mode="bilinear", align_corners=False, antialias=shrinks
        )
    top, left = (height - shape_yx[0]) // 2, (width - shape_yx[1]) // 2
    return logits[:, :, top : top + shape_yx[0], left : left + shape_yx[1]]


def network_input(grey: Slices, z: Sequence[int], config: TrainConfig) -> Tensor:
    """(B, C, S, S) float32 in 0..1: the pictures the network is given for slices ``z``.

    Args:
        grey: (Z, S, S) uint8, all slices of one scan.
        z: B slice indices into it.
        config: ``channels`` "neighbours" puts the slices around each one beside it (repeating
            the scan's first and last), "repeat" gives the same slice C times.
    """
    count = config.model.in_channels
    offsets = np.arange(count) - count // 2 if config.channels == "neighbours" else np.zeros(count)
    wanted = np.clip(np.add.outer(np.asarray(z), offsets), 0, len(grey) - 1).astype(np.intp)
    return torch.from_numpy(grey[wanted]).float().div_(255.0)


def _square(shape_yx: tuple[int, int], config: TrainConfig) -> tuple[int, int]:
    if config.fit == "stretch":
        return shape_yx
    return (max(shape_yx), max(shape_yx))


def _padded(slices: Slices, config: TrainConfig) -> Slices:
    """Slices with zeros around, centred, so that ``pad`` keeps proportions."""
    shape_yx = (slices.shape[1], slices.shape[2])
    goal = _square(shape_yx, config)
    if goal == shape_yx:
        return slices
    result = np.zeros((len(slices), *goal), np.uint8)
    top, left = (goal[0] - shape_yx[0]) // 2, (goal[1] - shape_yx[1]) // 2
    result[:, top : top + shape_yx[0], left : left + shape_yx[1]] = slices
    return result
