"""From a scan to what the network sees, and from its logits back to the scan's own pixels.

Every slice becomes 8-bit grey; what its ``Crop`` shows becomes a square of ``image_size`` pixels.
Pixel centres stay where they are: shrinking and enlarging again moves nothing by half a pixel.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from unet_core.alignment import AIR_GREY, AIR_HU
from unet_core.boxes import Crop, body_extent, box_around, whole
from unet_core.config import TrainConfig
from unet_core.volume import Volume

Slices = NDArray[np.uint8]
"""(N, Y, X) uint8 grey values or labels, canonical."""

PERCENTILES = (0.5, 99.5)
"""Black and white of grey scans that are not 8-bit, as nnU-Net clips
(Isensee 2021, doi:10.1038/s41592-020-01008-z)."""
BLOCK = 16
"""Slices worked on at once: a copy of a few MiB instead of one of the whole scan."""
ORGAN_MARGIN = 0.1
"""Around the organ a cascade looks at closely, on each side."""
_BODY_MARGIN = 0.02
_BODY_SAMPLES, _BODY_SLICES = 128, 64
"""The patient's outline is looked for in about so many slices of so many pixels a side."""
_SAMPLES = 1 << 20


def to_grey(volume: Volume, config: TrainConfig) -> Slices:
    """(Z, Y, X) uint8 canonical copy of the scan, 0 black, 255 white.

    HU are windowed from ``window_low_hu`` to ``window_high_hu`` and rounded. Grey scans that hold
    0..255 already pass as they are; other grey scans are stretched between two percentiles.
    """
    result = np.empty(volume.canonical.shape, np.uint8)
    for start, block in grey_blocks(volume, config):
        result[start : start + BLOCK] = block
    return result


def grey_blocks(volume: Volume, config: TrainConfig) -> Iterator[tuple[int, Slices]]:
    """``to_grey`` a few slices at a time: (first slice, (b, Y, X) uint8)."""
    to_block = _Windowing(volume.voxels.dtype, *grey_range(volume, config))
    for start in range(0, len(volume.canonical), BLOCK):
        yield start, to_block(volume.canonical[start : start + BLOCK])


def prepare(
    volume: Volume,
    config: TrainConfig,
    crop: Crop | None = None,
    z: Sequence[int] | None = None,
) -> Slices:
    """(Z, S, S) uint8: ``resize_slices(to_grey(volume))`` without the full-size copy between.

    Args:
        volume: The scan.
        config: How it is shown.
        crop: What is shown of each slice, if known already.
        z: The only slices wanted, one by one.
    """
    crop = crop or crop_of(volume, config)
    size = config.image_size
    if z is not None:
        to_block = _Windowing(volume.voxels.dtype, *grey_range(volume, config))
        chosen = [shrunk(to_block(volume.canonical[i : i + 1]), crop, size) for i in z]
        return np.concatenate(chosen)
    result = np.empty((len(volume.canonical), size, size), np.uint8)
    for start, block in grey_blocks(volume, config):
        result[start : start + BLOCK] = shrunk(block, crop, size)
    return result


def crop_of(volume: Volume, config: TrainConfig) -> Crop:
    """What the network sees of each slice: all of it, or the patient with little air around."""
    _, height, width = volume.canonical.shape
    if config.crop == "none":
        return whole((height, width), config.fit)
    step = max(1, min(height, width) // _BODY_SAMPLES)
    found = body_extent(_solid(volume, config, step))
    if found is not None:
        found = Crop(*(step * n for n in found))
        rows, columns = found.inside((height, width))
        found = Crop(found.top, found.left, rows.stop - rows.start, columns.stop - columns.start)
    return box_around(found, _BODY_MARGIN, (height, width), config.fit)


def _solid(volume: Volume, config: TrainConfig, step: int) -> NDArray[np.bool_]:
    """(Z', Y', X') True where there is no air, of every ``step``-th row and column."""
    sample = volume.canonical[:: max(1, len(volume.canonical) // _BODY_SLICES), ::step, ::step]
    if volume.intensity == "HU":
        solid: NDArray[np.bool_] = sample > AIR_HU
        return solid
    to_block = _Windowing(volume.voxels.dtype, *grey_range(volume, config))
    return to_block(sample) > AIR_GREY


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


def resize_slices(grey: Slices, config: TrainConfig, crop: Crop | None = None) -> Slices:
    """(N, S, S) uint8 from (N, Y, X) uint8; bilinear, smoothed first when it shrinks.

    Args:
        grey: Slices at the scan's own resolution.
        config: ``image_size``, and ``fit`` where there is no crop.
        crop: What is shown of each; the whole slice if not given.
    """
    return shrunk(grey, crop or whole(_shape_yx(grey), config.fit), config.image_size)


def resize_labels(labels: Slices, config: TrainConfig, crop: Crop | None = None) -> Slices:
    """(N, S, S) uint8 from (N, Y, X) uint8: the label at each new pixel's centre."""
    return shrunk_labels(labels, crop or whole(_shape_yx(labels), config.fit), config.image_size)


def shrunk(grey: Slices, crop: Crop, size: int) -> Slices:
    """(N, size, size) uint8: what ``crop`` shows of (N, Y, X) uint8, black beyond the slice."""
    shown = _shown(grey, crop)
    if shown.shape[1:] == (size, size):
        return shown
    result = np.empty((len(grey), size, size), np.uint8)
    for start in range(0, len(grey), BLOCK):
        # a copy where the slices come from a mapped file: PyTorch takes no read-only memory
        block = torch.from_numpy(np.require(shown[start : start + BLOCK], requirements=["C", "W"]))
        smaller = functional.interpolate(
            block.unsqueeze(0),
            size=(size, size),
            mode="bilinear",
            align_corners=False,
            antialias=True,
        )
        result[start : start + BLOCK] = smaller[0].numpy()
    return result


def shrunk_labels(labels: Slices, crop: Crop, size: int) -> Slices:
    """(N, size, size) uint8: the labels ``shrunk`` pictures hold, by nearest neighbour."""
    shown = _shown(labels, crop)
    rows, columns = nearest_index(crop.height, size), nearest_index(crop.width, size)
    return shown.take(rows, axis=1).take(columns, axis=2)


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


def organ_grey(histogram: NDArray[np.integer[Any]]) -> float | None:
    """The median grey of an organ, from how many of its pixels have each of 256 greys."""
    total = int(histogram.sum())
    if not total:
        return None
    return float(np.searchsorted(np.cumsum(histogram), (total + 1) // 2))


def centred(grey: Slices, middle: float | None, config: TrainConfig) -> Slices:
    """Slices on the grey scale of the close look: mid-grey is the organ's own, contrast is higher.

    Livers differ more between patients and phases of contrast medium than tumours differ from
    their liver; this takes the first away and leaves the second. None leaves slices as they are.

    Args:
        grey: uint8 of any shape.
        middle: Median grey of the organ, from ``organ_grey``.
        config: ``detail_window`` is the width of the new scale as a share of the old.
    """
    if middle is None or config.detail_window >= 1:
        return grey
    table = (np.arange(256) - middle) / config.detail_window + 127.5
    result: Slices = np.rint(table.clip(0, 255)).astype(np.uint8)[grey]
    return result


def restore_logits(
    logits: Tensor, shape_yx: tuple[int, int], config: TrainConfig, crop: Crop | None = None
) -> Tensor:
    """Logits on the scan's own pixels, from (B, K, S, S).

    Returns:
        (B, K, Y, X); with a crop, of its rows and columns ``crop.inside(shape_yx)`` alone.
    """
    return enlarged(logits, crop or whole(shape_yx, config.fit), shape_yx)


def enlarged(logits: Tensor, crop: Crop, shape_yx: tuple[int, int]) -> Tensor:
    """The inverse of ``shrunk``: (B, K, h, w) of the pixels ``crop.inside(shape_yx)``."""
    size = (crop.height, crop.width)
    if logits.shape[2:] != size:
        shrinks = size[0] < logits.shape[2] or size[1] < logits.shape[3]
        logits = functional.interpolate(
            logits, size=size, mode="bilinear", align_corners=False, antialias=shrinks
        )
    return logits[(..., *crop.of(shape_yx))]


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


def _shape_yx(slices: Slices) -> tuple[int, int]:
    return slices.shape[1], slices.shape[2]


def _shown(slices: Slices, crop: Crop) -> Slices:
    """(N, height, width) of what lies in ``crop``, zeros beyond the slice; a view if it can be."""
    shape_yx = _shape_yx(slices)
    inside, place = crop.inside(shape_yx), crop.of(shape_yx)
    part = slices[(slice(None), *inside)]
    if part.shape[1:] == (crop.height, crop.width):
        return part
    result = np.zeros((len(slices), crop.height, crop.width), np.uint8)
    result[(slice(None), *place)] = part
    return result
