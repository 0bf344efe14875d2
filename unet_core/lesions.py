"""Which tumours of a reference a prediction finds, misses and makes up, and how well drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import cc3d
import numpy as np
from numpy.typing import NDArray

from unet_core.components import Box, bounding_box, components
from unet_core.diameters import axial_diameter
from unet_core.label_statistics import pixel_yx
from unet_core.scores import LesionKind, LesionScore
from unet_core.volume import Geometry, Index, Voxels

Mask = NDArray[np.bool_]
Numbers = NDArray[np.unsignedinteger]
Counts = NDArray[np.int64]

LESION_RULE = (
    "Lesions are 26-connected components. A reference lesion is found if at least one of its "
    "voxels is predicted; a predicted component that touches no reference lesion is false. "
    "Recall is the share of reference lesions found, precision the share of predicted components "
    "that touch one, F1 their harmonic mean."
)
"""Any overlap counts, as in the MICCAI WMH challenge (Kuijf 2019, doi:10.1109/TMI.2019.2905770)
and in Metrics Reloaded, whose precision counts found reference lesions, not predicted ones."""

LESION_DICE_RULE = (
    "A lesion's Dice compares it with what is predicted of it; what a predicted component has "
    "outside all lesions counts against the one it overlaps most."
)
"""Lesion by lesion as the BraTS challenge of 2023 has it, without dilation, and with every wrong
voxel counted once."""


@dataclass(frozen=True)
class Grey:
    """The scan under the lesions.

    Attributes:
        values: (Z, Y, X) canonical, cut as the masks are.
        around: Mean of the liver without its lesions.
        is_hu: Whether these are HU, or else grey levels.
    """

    values: Voxels
    around: float
    is_hu: bool = True


def lesions_of(
    truth: Mask, guess: Mask, geometry: Geometry | None, grey: Grey | None = None
) -> tuple[LesionScore, ...]:
    """Found and missed reference lesions, then false ones, each kind largest first.

    Args:
        truth: (Z, Y, X) canonical boolean reference.
        guess: (Z, Y, X) canonical boolean prediction.
        geometry: The canonical one; None without a scale.
        grey: The scan, for contrasts.
    """
    return matched_lesions(truth, guess, geometry, grey)[0]


def matched_lesions(
    truth: Mask, guess: Mask, geometry: Geometry | None, grey: Grey | None = None
) -> tuple[tuple[LesionScore, ...], int]:
    """The same, and how many predicted components meet a reference lesion."""
    outer = bounding_box(truth | guess)
    if outer is None:
        return (), 0
    if grey is not None:
        grey = replace(grey, values=grey.values[outer])
    found = _Match(truth[outer], guess[outer], outer, geometry, grey)
    order = {"found": 0, "missed": 1, "false": 2}
    scores = sorted(found.scores(), key=lambda s: (order[s.kind], -s.voxels, s.index_zyx))
    return tuple(scores), found.true_predictions


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


class _Match:
    """Components of both masks, and who meets whom."""

    def __init__(
        self,
        truth: Mask,
        guess: Mask,
        outer: Box,
        geometry: Geometry | None,
        grey: Grey | None,
    ) -> None:
        self._corner = tuple(one.start for one in outer)
        self._geometry = geometry
        self._grey = grey
        self._truth, self._guess = _numbered(truth), _numbered(guess)
        self._truth_boxes, self._truth_sizes = _statistics(self._truth)
        self._guess_boxes, self._guess_sizes = _statistics(self._guess)
        both = truth & guess
        pairs, shared = _meetings(self._truth[both], self._guess[both], len(self._guess_sizes))
        self._inside = _sums(pairs[0], shared, len(self._truth_sizes))
        excess = self._guess_sizes - _sums(pairs[1], shared, len(self._guess_sizes))
        self._owner = _owners(pairs, shared, len(self._guess_sizes))
        self._excess = _sums(self._owner, excess, len(self._truth_sizes))
        self._excess[0] = 0

    @property
    def true_predictions(self) -> int:
        """Predicted components that meet a reference lesion."""
        return int(np.count_nonzero(self._owner))

    def scores(self) -> list[LesionScore]:
        """Every reference lesion and every false prediction."""
        found = [self._reference(number) for number in range(1, len(self._truth_sizes))]
        false = [
            self._alone("false", self._guess, number, self._guess_boxes[number])
            for number in range(1, len(self._guess_sizes))
            if not self._owner[number]
        ]
        return found + false

    def _reference(self, number: int) -> LesionScore:
        box = self._truth_boxes[number]
        inside = int(self._inside[number])
        if not inside:
            return self._alone("missed", self._truth, number, box)
        size, excess = int(self._truth_sizes[number]), int(self._excess[number])
        compared = _joined([box, *(self._guess_boxes[p] for p in self._owned_by(number))])
        return self._score(
            "found",
            self._truth[box] == number,
            box,
            dice=2 * inside / (size + inside + excess),
            wrong=size - inside + excess,
            compared=compared,
            worst=self._worst(number, compared),
        )

    def _alone(self, kind: LesionKind, numbers: Numbers, number: int, box: Box) -> LesionScore:
        mask = numbers[box] == number
        wrong = int(np.count_nonzero(mask))
        return self._score(kind, mask, box, dice=0.0, wrong=wrong, compared=box, worst=None)

    def _score(
        self,
        kind: LesionKind,
        mask: Mask,
        box: Box,
        *,
        dice: float,
        wrong: int,
        compared: Box,
        worst: Index | None,
    ) -> LesionScore:
        voxels = int(np.count_nonzero(mask))
        index = self._placed(_central(mask), box)
        first = self._placed((0, 0, 0), box)[0]
        contrast = self._contrast(mask, box)
        is_hu = self._grey is not None and self._grey.is_hu
        return LesionScore(
            kind=kind,
            voxels=voxels,
            volume_ml=self._ml(voxels),
            slices=(first, first + len(mask) - 1),
            index_zyx=index,
            diameter_mm=self._diameter(mask),
            contrast_hu=contrast if is_hu else None,
            dice=dice,
            wrong_ml=self._ml(wrong),
            worst_zyx=worst or index,
            box=(
                self._placed((0, 0, 0), compared),
                self._placed(tuple(one.stop - one.start - 1 for one in compared), compared),
            ),
            contrast_grey=None if is_hu else contrast,
        )

    def _owned_by(self, number: int) -> list[int]:
        """Predicted components whose wrong voxels count for a lesion."""
        return [int(p) for p in np.flatnonzero(self._owner == number)]

    def _worst(self, number: int, box: Box) -> Index | None:
        """A wrong voxel in the slice with most of them; None if all is right."""
        truth, guess = self._truth[box], self._guess[box]
        wrong = (truth == number) & (guess == 0)
        wrong |= (truth == 0) & np.isin(guess, self._owned_by(number))
        return self._placed(_central(wrong), box) if wrong.any() else None

    def _placed(self, index: Sequence[int], box: Box) -> Index:
        """In the whole array."""
        z, y, x = (i + b.start + c for i, b, c in zip(index, box, self._corner, strict=True))
        return (z, y, x)

    def _ml(self, voxels: int) -> float | None:
        voxel_ml = None if self._geometry is None else self._geometry.voxel_ml
        return None if voxel_ml is None else voxels * voxel_ml

    def _diameter(self, mask: Mask) -> float | None:
        if self._geometry is None or not self._geometry.has_scale:
            return None
        if mask.size == 1:  # noise comes by the thousand
            return max(pixel_yx(self._geometry))
        found = axial_diameter(mask, pixel_yx(self._geometry))
        return None if found is None else found.length

    def _contrast(self, mask: Mask, box: Box) -> float | None:
        if self._grey is None:
            return None
        inside = self._grey.values[box][mask]
        return float(inside.mean(dtype=np.float64)) - self._grey.around


def _numbered(mask: Mask) -> Numbers:
    # the margin: cc3d 4.1 fails on a row of three voxels with a hole
    numbers: Numbers = cc3d.connected_components(np.pad(mask, 1), connectivity=26)
    return numbers[1:-1, 1:-1, 1:-1]


def _statistics(numbers: Numbers) -> tuple[list[Box], Counts]:
    """Box and size of each number, 0 first, which is no component."""
    if not numbers.any():
        return [()], np.zeros(1, np.int64)
    found = cc3d.statistics(np.ascontiguousarray(numbers))
    return found["bounding_boxes"], found["voxel_counts"].astype(np.int64)


def _meetings(
    truth: NDArray[Any], guess: NDArray[Any], length: int
) -> tuple[NDArray[np.int64], NDArray[Any]]:
    """(2, N) numbers of lesion and prediction that meet, and in how many voxels."""
    keys, shared = np.unique(truth.astype(np.int64) * length + guess, return_counts=True)
    return np.stack(np.divmod(keys, length)), shared


def _sums(places: NDArray[Any], amounts: NDArray[Any], length: int) -> Counts:
    """For each place the sum of its amounts."""
    sums = np.zeros(length, np.int64)
    np.add.at(sums, places, amounts)
    return sums


def _owners(pairs: NDArray[Any], shared: NDArray[Any], length: int) -> NDArray[np.int64]:
    """For each predicted component the lesion it overlaps most, the first of equal ones; or 0."""
    owner = np.zeros(length, np.int64)
    order = np.lexsort((pairs[0], -shared))[::-1]  # the largest is written last
    owner[pairs[1][order]] = pairs[0][order]
    return owner


def _joined(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all."""
    return tuple(
        slice(min(one.start for one in axis), max(one.stop for one in axis))
        for axis in zip(*boxes, strict=True)
    )


def _central(mask: Mask) -> Index:
    """In the slice that holds most, the voxel nearest to the middle of what it holds."""
    z = int(np.argmax(np.count_nonzero(mask, axis=(1, 2))))
    rows, columns = np.nonzero(mask[z])
    nearest = np.argmin((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2)
    return (z, int(rows[nearest]), int(columns[nearest]))
