"""How well a mask covers a reference: the overlap of two masks and its scores.

A score of something that is empty in both is not a number: n/a, counted nowhere, never 0 or 1.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unet_core.slice_dice import RegionPair, SliceOverlap, check_shapes
from unet_core.volume import Labels, Region

Mask = NDArray[np.bool_]
NAN = float("nan")

EMPTY_RULE = (
    "A score whose numerator and denominator are both 0 (for Dice: reference and prediction both "
    "empty) is n/a: it is shown as n/a and counted in no mean."
)


@dataclass(frozen=True)
class Overlap:
    """Voxels in both, in the reference and in the prediction; all that overlap scores need."""

    both: int
    reference: int
    prediction: int

    @classmethod
    def of(cls, reference: Mask, prediction: Mask) -> "Overlap":
        """Counts of two boolean arrays of one shape."""
        check_shapes(reference, prediction)
        both = int(np.count_nonzero(reference & prediction))
        return cls(both, int(np.count_nonzero(reference)), int(np.count_nonzero(prediction)))

    @property
    def dice(self) -> float:
        """2 |A and B| / (|A| + |B|)."""
        return _ratio(2 * self.both, self.reference + self.prediction)

    @property
    def iou(self) -> float:
        """|A and B| / |A or B|."""
        return _ratio(self.both, self.reference + self.prediction - self.both)

    @property
    def sensitivity(self) -> float:
        """Share of the reference that was predicted."""
        return _ratio(self.both, self.reference)

    @property
    def precision(self) -> float:
        """Share of the prediction that is right."""
        return _ratio(self.both, self.prediction)


def dice(reference: Mask, prediction: Mask) -> float:
    """Dice of two boolean arrays of one shape; NaN if both are empty.

    Dice 1945, doi:10.2307/1932409.

    >>> dice(np.array([True, True, False]), np.array([True, False, False]))
    0.6666666666666666
    >>> dice(np.zeros(3, bool), np.zeros(3, bool))
    nan
    """
    return Overlap.of(reference, prediction).dice


def iou(reference: Mask, prediction: Mask) -> float:
    """Intersection over union; NaN if both are empty (Jaccard 1912).

    >>> iou(np.array([True, True, False]), np.array([True, False, False]))
    0.5
    """
    return Overlap.of(reference, prediction).iou


def dice_per_slice(reference: Labels, prediction: Labels, region: Region) -> NDArray[np.float64]:
    """(Z,) Dice of a region in every slice of two (Z, Y, X) label arrays; NaN where both lack it.

    Args:
        reference: Canonical labels; a flipped or turned view is fine.
        prediction: Canonical labels of the same shape.
        region: Which values count.
    """
    pair = RegionPair(region, region.values, region.values)
    return SliceOverlap.of(reference, prediction, (pair,)).dice[:, 0]


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else NAN
