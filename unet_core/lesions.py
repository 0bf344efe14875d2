"""Which tumours of a reference a prediction finds, which it misses and which it makes up."""

from typing import Literal

import cc3d
import numpy as np
from numpy.typing import NDArray

from unet_core.components import components
from unet_core.events import LesionScore

Mask = NDArray[np.bool_]
Kind = Literal["found", "missed", "false"]

LESION_RULE = (
    "Lesions are 26-connected components. A reference lesion is found if at least one of its "
    "voxels is predicted; a predicted component that touches no reference lesion is false."
)
"""Any overlap counts, as in the MICCAI WMH challenge (Kuijf 2019, doi:10.1109/TMI.2019.2905770)."""


def lesions_of(truth: Mask, guess: Mask, voxel_ml: float | None) -> tuple[LesionScore, ...]:
    """Found and missed reference lesions, then false ones, each kind largest first.

    Args:
        truth: (Z, Y, X) canonical boolean reference.
        guess: (Z, Y, X) canonical boolean prediction.
        voxel_ml: Volume of one voxel; None without a scale.
    """
    scores = [
        _lesion_score("found" if touched else "missed", inside, corner, voxel_ml)
        for inside, corner, touched in _components(truth, guess)
    ]
    scores += [
        _lesion_score("false", inside, corner, voxel_ml)
        for inside, corner, touched in _components(guess, truth)
        if not touched
    ]
    order = {"found": 0, "missed": 1, "false": 2}
    return tuple(sorted(scores, key=lambda s: (order[s.kind], -s.voxels, s.index_zyx)))


def found_of(truth: Mask, guess: Mask) -> tuple[int, int]:
    """How many lesions of ``truth`` are found in ``guess``, and how many there are.

    What ``lesions_of`` would count, without measuring each.

    >>> found_of(np.array([[[True, False, True]]]), np.array([[[True, True, False]]]))
    (1, 2)
    """
    objects = components(truth)
    if objects is None:
        return 0, 0
    numbers, box = objects
    touched = np.unique(numbers[guess[box]])
    return int(np.count_nonzero(touched)), int(numbers.max())


def _components(mask: Mask, other: Mask) -> list[tuple[Mask, tuple[int, int, int], bool]]:
    """Each component: itself in its box, the corner of the box, whether it meets ``other``."""
    objects = components(mask)
    if objects is None:
        return []
    numbers, outer = objects
    touched = set(np.unique(numbers[other[outer]]).tolist())
    found = []
    for number, box in enumerate(cc3d.statistics(numbers)["bounding_boxes"]):
        if number == 0:
            continue
        corner = tuple(o.start + b.start for o, b in zip(outer, box, strict=True))
        found.append((numbers[box] == number, (corner[0], corner[1], corner[2]), number in touched))
    return found


def _lesion_score(
    kind: Kind, inside: Mask, corner: tuple[int, int, int], voxel_ml: float | None
) -> LesionScore:
    voxels = int(np.count_nonzero(inside))
    z = int(np.argmax(np.count_nonzero(inside, axis=(1, 2))))
    rows, columns = np.nonzero(inside[z])
    nearest = np.argmin((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2)
    index = (corner[0] + z, corner[1] + int(rows[nearest]), corner[2] + int(columns[nearest]))
    return LesionScore(
        kind=kind,
        voxels=voxels,
        volume_ml=None if voxel_ml is None else voxels * voxel_ml,
        slices=(corner[0], corner[0] + len(inside) - 1),
        index_zyx=index,
    )
