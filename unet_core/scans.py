"""Scans as networks are shown them, whether in memory or in the slice cache."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from unet_core.boxes import Crop
from unet_core.config import TrainConfig
from unet_core.preprocess import Slices, crop_of, prepare, to_grey
from unet_core.volume import Volume


class Scan(Protocol):
    """A scan as networks are shown it, all in canonical order."""

    @property
    def count(self) -> int:
        """Slices."""
        ...

    @property
    def shape_yx(self) -> tuple[int, int]:
        """Size of the slices of the scan itself."""
        ...

    @property
    def crop(self) -> Crop:
        """What ``images`` show of each slice."""
        ...

    def images(self) -> Slices:
        """(Z, S, S) uint8 grey."""
        ...

    def full_images(self) -> Slices:
        """(Z, Y, X) uint8 grey; asked for by cascades only."""
        ...


@dataclass(frozen=True)
class VolumeScan:
    """A ``Scan`` of a volume in memory; what was made once is kept."""

    volume: Volume
    config: TrainConfig

    @property
    def count(self) -> int:
        """Slices."""
        return len(self.volume.canonical)

    @property
    def shape_yx(self) -> tuple[int, int]:
        """Size of the slices."""
        _, height, width = self.volume.canonical.shape
        return height, width

    @cached_property
    def crop(self) -> Crop:
        """What ``images`` show."""
        return crop_of(self.volume, self.config)

    @cached_property
    def _images(self) -> Slices:
        return prepare(self.volume, self.config, self.crop)

    @cached_property
    def _full_images(self) -> Slices:
        return to_grey(self.volume, self.config)

    def images(self) -> Slices:
        """(Z, S, S) uint8 grey."""
        return self._images

    def full_images(self) -> Slices:
        """(Z, Y, X) uint8 grey."""
        return self._full_images


def scan_of(volume: Volume, config: TrainConfig) -> Scan:
    """``volume`` as a network trained with ``config`` is shown it."""
    return VolumeScan(volume, config)
