"""How many voxels of a mask hold each label, counted a few slices at a time beside the window."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from unet_core.volume import Index, LabelMap


@dataclass(frozen=True)
class Counted:
    """Voxels of every label value above 0 that occurs in a mask.

    Attributes:
        fullest: The canonical axial slice that holds most voxels of each value.
    """

    label_map: LabelMap
    voxels: Mapping[int, int]
    fullest: Mapping[int, int] = field(default_factory=dict)

    def is_of(self, label_map: LabelMap) -> bool:
        """Whether these are its numbers, whatever its labels are called now."""
        return self.label_map.voxels is label_map.voxels


def count_labels(label_maps: tuple[LabelMap, ...]) -> Iterator[Counted | None]:
    """Count the voxels of each label, yielding None in between so that it can be stopped.

    >>> from unet_core.volume import Geometry
    >>> mask = LabelMap(np.array([[[0, 1, 1, 2]]], np.uint8), Geometry((4, 1, 1)), "mask")
    >>> [(counted.voxels, counted.fullest) for counted in count_labels((mask,)) if counted]
    [({1: 2, 2: 1}, {1: 0, 2: 0})]
    """
    for label_map in label_maps:
        slices = label_map.canonical
        counts = np.zeros((len(slices), 256), np.int64)
        for index, labels in enumerate(slices):
            counts[index] = np.bincount(labels.ravel(), minlength=256)
            yield None
        totals = counts.sum(axis=0)
        values = [int(value) for value in np.flatnonzero(totals) if value]
        yield Counted(
            label_map,
            {value: int(totals[value]) for value in values},
            {value: int(counts[:, value].argmax()) for value in values},
        )


def middle_of(label_map: LabelMap, value: int, position: int) -> Index | None:
    """The canonical voxel of a label nearest to its middle in one axial slice; None if none."""
    rows, columns = np.nonzero(label_map.canonical[position] == value)
    if not rows.size:
        return None
    nearest = int(np.argmin((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2))
    return (position, int(rows[nearest]), int(columns[nearest]))
