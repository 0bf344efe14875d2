"""Label values changed for others: a table of 256 values, and a mask made with it."""

from collections.abc import Generator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from unet_core.events import Progress
from unet_core.volume import Label, LabelMap

SLICES_A_STEP = 8


def value_table(values: Mapping[int, int]) -> NDArray[np.uint8]:
    """(256,) uint8: what each label value becomes; values not named stay.

    >>> value_table({255: 1, 1: 2})[[0, 1, 2, 255]].tolist()
    [0, 2, 2, 1]
    """
    table = np.arange(256, dtype=np.uint8)
    for old, new in values.items():
        table[old] = new
    return table


def relabelled(
    label_map: LabelMap, values: Mapping[int, int], labels: Mapping[int, Label], name: str
) -> Generator[Progress | LabelMap, None, None]:
    """A new mask with other label values: Progress, then the mask; ``label_map`` stays as it is.

    Values change all at once, so that two can be exchanged.

    Args:
        label_map: What to start from.
        values: What becomes of values; those not named stay.
        labels: Meaning of every value of the new mask.
        name: Of the new mask.

    >>> from unet_core.volume import Geometry
    >>> mask = LabelMap(np.array([[[0, 1, 2]]], np.uint8), Geometry((3, 1, 1)), "mask")
    >>> *_, swapped = relabelled(mask, {1: 2, 2: 1}, mask.labels, "swapped")
    >>> swapped.voxels.tolist(), mask.voxels.tolist()
    ([[[0, 2, 1]]], [[[0, 1, 2]]])
    """
    table = value_table(values)
    voxels = np.empty_like(label_map.voxels)
    count = len(voxels)
    for first in range(0, count, SLICES_A_STEP):
        for index in range(first, min(first + SLICES_A_STEP, count)):
            np.take(table, label_map.voxels[index], out=voxels[index], mode="wrap")
        yield Progress(min(first + SLICES_A_STEP, count), count, "Changing label values")
    yield replace(
        label_map,
        voxels=voxels,
        labels=dict(labels),
        name=name,
        path=None,
        sha256="",
        notices=(),
        marks={},
    )
