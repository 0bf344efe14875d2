"""How often each value occurs in a scan, counted a slice at a time beside the window."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unet_core.volume import Volume, Voxels

FRACTION_BINS = 2048
LEFT_OUT = 0.001
"""Share of voxels beyond each end of the automatic window, as 3D Slicer leaves out."""


@dataclass(frozen=True, eq=False)
class ValueCounts:
    """The voxels of a scan by value; those that are no number are left out.

    Attributes:
        first: Lower end of the first bin.
        step: Width of a bin: 1 for whole numbers, each bin being centred on its number.
        counts: (N,) int64; the first and the last are above 0, unless there is nothing at all.
    """

    volume: Volume
    first: float
    step: float
    counts: NDArray[np.int64]

    @property
    def last(self) -> float:
        """Upper end of the last bin."""
        return self.first + self.step * len(self.counts)

    def percentile(self, share: float) -> float:
        """The value below which a share of all voxels lies.

        >>> from unet_core.volume import Geometry
        >>> voxels = np.arange(100, dtype=np.int16).reshape(1, 10, 10)
        >>> counts = list(count_values(Volume(voxels, Geometry((10, 10, 1)), "")))[-1]
        >>> counts.percentile(0.5), counts.percentile(0.0), counts.percentile(1.0)
        (49.5, -0.5, 99.5)
        """
        total = self.counts.sum()
        if not total:
            return self.first
        reached = np.cumsum(self.counts)
        wanted = min(max(share, 0.0), 1.0) * total
        bin_index = int(np.searchsorted(reached, wanted))
        before = reached[bin_index] - self.counts[bin_index]
        within = (wanted - before) / self.counts[bin_index]
        return float(self.first + self.step * (bin_index + within))

    def span(self, left_out: float = LEFT_OUT) -> tuple[float, float]:
        """(low, high) without the darkest and brightest share."""
        return self.percentile(left_out), self.percentile(1.0 - left_out)


def count_values(volume: Volume) -> Iterator[ValueCounts | None]:
    """Yields None after each slice, so that it can be stopped, and then the counts."""
    if volume.voxels.dtype.kind in "iu" and volume.voxels.dtype.itemsize <= 2:
        yield from _whole_numbers(volume)
    else:
        yield from _fractions(volume)


def _whole_numbers(volume: Volume) -> Iterator[ValueCounts | None]:
    dtype = volume.voxels.dtype
    unsigned = np.uint8 if dtype.itemsize == 1 else np.uint16
    size = 1 << 8 * dtype.itemsize
    counts = np.zeros(size, np.int64)
    for voxels in volume.voxels:
        counts += np.bincount(voxels.ravel().view(unsigned), minlength=size)
        yield None
    first = 0
    if dtype.kind == "i":  # in the order of the numbers, not of their bit patterns
        counts, first = np.roll(counts, size // 2), -size // 2
    yield _trimmed(volume, first - 0.5, 1.0, counts)


def _fractions(volume: Volume) -> Iterator[ValueCounts | None]:
    low, high = np.inf, -np.inf
    for voxels in volume.voxels:
        finite = _finite(voxels)
        if finite.size:
            low, high = min(low, float(finite.min())), max(high, float(finite.max()))
        yield None
    if low > high:
        yield ValueCounts(volume, 0.0, 1.0, np.zeros(1, np.int64))
        return
    step = (high - low) / FRACTION_BINS or 1.0
    counts = np.zeros(FRACTION_BINS + 1, np.int64)
    for voxels in volume.voxels:
        bins = ((_finite(voxels) - low) / step).astype(np.intp)
        counts += np.bincount(bins.ravel(), minlength=FRACTION_BINS + 1)
        yield None
    yield _trimmed(volume, low, step, counts)


def _finite(voxels: Voxels) -> NDArray[np.float64]:
    numbers = voxels.astype(np.float64)
    return numbers[np.isfinite(numbers)]


def _trimmed(volume: Volume, first: float, step: float, counts: NDArray[np.int64]) -> ValueCounts:
    filled = np.flatnonzero(counts)
    start, end = (int(filled[0]), int(filled[-1]) + 1) if filled.size else (0, 1)
    return ValueCounts(volume, first + step * start, step, counts[start:end])
