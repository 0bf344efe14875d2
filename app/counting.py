"""How many voxels of a mask hold each label, counted a few slices at a time beside the window."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from unet_core.volume import LabelMap

SLICES_A_STEP = 8
PAUSE_S = 0.0005
"""After each slice: who counts shares Python's one lock with the window, which goes first."""


@dataclass(frozen=True)
class Counted:
    """Voxels of every label value above 0 that occurs in a mask."""

    label_map: LabelMap
    voxels: Mapping[int, int]


def count_labels(label_maps: tuple[LabelMap, ...]) -> Iterator[Counted | None]:
    """Count the voxels of each label, yielding None in between so that it can be stopped.

    >>> from unet_core.volume import Geometry
    >>> mask = LabelMap(np.array([[[0, 1, 1, 2]]], np.uint8), Geometry((4, 1, 1)), "mask")
    >>> [counted.voxels for counted in count_labels((mask,)) if counted]
    [{1: 2, 2: 1}]
    """
    for label_map in label_maps:
        counts = np.zeros(256, np.int64)
        for start in range(0, label_map.voxels.shape[0], SLICES_A_STEP):
            for labels in label_map.voxels[start : start + SLICES_A_STEP]:
                counts += np.bincount(labels.ravel(), minlength=256)
                time.sleep(PAUSE_S)
            yield None
        yield Counted(label_map, {int(v): int(counts[v]) for v in np.flatnonzero(counts) if v})
