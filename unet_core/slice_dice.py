"""How two masks of one scan overlap, counted slice by slice for every region at once.

Every Dice of the program, of a slice or of a whole case, is made of these counts; one edited
slice is counted anew alone. Light enough for the window: nothing here needs more than NumPy.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.volume import LabelMap, Labels, Region, regions_of

Counts = NDArray[np.int64]
"""(Z, R, 3): voxels in both masks, in the reference and in the prediction, of R regions."""
BOTH, REFERENCE, PREDICTION = range(3)
"""Places along the last axis of Counts."""
Flat = NDArray[np.uint8]
"""(Y * X,) labels of one slice."""
_BLOCK = 16
"""Slices copied at once where a mask does not lie slice by slice in memory."""
_WORD = 8
"""Bytes looked at at once."""


@dataclass(frozen=True)
class RegionPair:
    """A region and the label values that stand for it in each of two masks.

    Attributes:
        region: As the reference calls it.
        reference: Values in the reference.
        prediction: Values in the prediction; empty where it knows none.
    """

    region: Region
    reference: tuple[int, ...]
    prediction: tuple[int, ...]


@dataclass(frozen=True)
class SliceOverlap:
    """The overlap of two masks in every canonical slice.

    Attributes:
        pairs: The R regions.
        counts: (Z, R, 3), see Counts.
    """

    pairs: tuple[RegionPair, ...]
    counts: Counts

    @classmethod
    def of(
        cls, reference: Labels, prediction: Labels, pairs: Sequence[RegionPair]
    ) -> "SliceOverlap":
        """Counts of two (Z, Y, X) arrays of one shape; views turned any way are fine."""
        return cls(tuple(pairs), count_slices(reference, prediction, pairs))

    def recounted(self, reference: Labels, prediction: Labels, positions: slice) -> "SliceOverlap":
        """The same after an edit of some slices, which alone are looked at."""
        counts = self.counts.copy()
        counts[positions] = count_slices(reference, prediction, self.pairs, positions)
        return SliceOverlap(self.pairs, counts)

    @property
    def dice(self) -> NDArray[np.float64]:
        """(Z, R) Dice per slice, NaN (n/a) where both masks lack the region."""
        return dice_of(self.counts)

    @property
    def case_dice(self) -> tuple[float | None, ...]:
        """Dice of the whole case for each region; None (n/a) where both masks lack it."""
        whole = dice_of(self.counts.sum(axis=0)).tolist()
        return tuple(None if value != value else value for value in whole)


def dice_of(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Dice 2 |A and B| / (|A| + |B|) of (..., 3) counts; NaN where both are empty.

    Dice 1945, doi:10.2307/1932409.

    >>> dice_of(np.array([[1, 2, 1], [0, 4, 0], [0, 0, 0]])).tolist()
    [0.6666666666666666, 0.0, nan]
    """
    sizes = counts[..., REFERENCE] + counts[..., PREDICTION]
    result = np.full(sizes.shape, np.nan)
    np.divide(2.0 * counts[..., BOTH], sizes, out=result, where=sizes > 0)
    return result


# --- which labels are compared ---------------------------------------------------------------


def on_one_grid(reference: LabelMap, prediction: LabelMap) -> tuple[Labels, Labels]:
    """Both masks in the reference's canonical frame.

    Two files may store the same grid in a different axis order; where one does not say how the
    patient lies, the order in the files is all there is to go by.

    Raises:
        InputError: If the two masks do not lie on the same grid; says how they differ.
    """
    one, other = reference.geometry, prediction.geometry
    if one.has_orientation and other.has_orientation:
        differences = one.canonical.differences(other.canonical)
        truth, guess = reference.canonical, prediction.canonical
    else:
        differences = one.differences(other)
        known = one if one.has_orientation else other
        truth = known.orientation.apply(reference.voxels)
        guess = known.orientation.apply(prediction.voxels)
    if differences:
        raise InputError(
            prediction.name,
            f"does not lie on the grid of {reference.name}: reference and prediction have "
            + ", ".join(differences),
            "compare masks of the same scan, or resample one to the other first",
        )
    return truth, guess


def matched_labels(
    reference: LabelMap, prediction: LabelMap, predicted: Collection[int] = ()
) -> dict[int, int]:
    """The value in the prediction of each value of the reference that the prediction knows.

    By name; else by value, unless that value means another label of the reference.

    Args:
        reference: Whose labels are looked for.
        prediction: Where they are looked for.
        predicted: Values that occur in it, should its own list of labels lack some.
    """
    by_name = {label.name: value for value, label in prediction.labels.items()}
    names = {label.name for label in reference.labels.values()}
    matched: dict[int, int] = {}
    for value, label in reference.labels.items():
        there = prediction.labels.get(value)
        if label.name in by_name:
            matched[value] = by_name[label.name]
        elif (there is None and value in predicted) or (there and there.name not in names):
            matched[value] = value
    return matched


def region_pairs(
    reference: LabelMap, prediction: LabelMap, predicted: Collection[int] = ()
) -> tuple[RegionPair, ...]:
    """The regions of the reference that the prediction knows; arguments of ``matched_labels``."""
    meanings = matched_labels(reference, prediction, predicted)
    return tuple(
        RegionPair(
            region,
            region.values,
            tuple(meanings[value] for value in region.values if value in meanings),
        )
        for region in regions_of(reference.labels)
        if region.values[0] in meanings
    )


# --- counting --------------------------------------------------------------------------------


def check_shapes(reference: NDArray[Any], prediction: NDArray[Any]) -> None:
    """Raise InputError unless both have one shape."""
    if reference.shape != prediction.shape:
        raise InputError(
            "the prediction",
            f"has shape {prediction.shape} where the reference has {reference.shape}",
            "compare masks of the same scan",
        )


def count_slices(
    reference: Labels,
    prediction: Labels,
    pairs: Sequence[RegionPair],
    positions: slice = slice(None),
) -> Counts:
    """Counts of some slices of two (Z, Y, X) arrays of one shape.

    Args:
        reference: Canonical labels; a flipped or turned view is fine.
        prediction: Canonical labels of the same shape.
        pairs: The regions to count.
        positions: Which slices; all if left out.

    Returns:
        (number of slices asked for, R, 3).
    """
    check_shapes(reference, prediction)
    reference, prediction = _straightened(reference[positions], prediction[positions])
    counts = np.zeros((len(reference), len(pairs), 3), np.int64)
    for start in range(0, len(counts), _BLOCK):
        truths, guesses = (_slicewise(a[start : start + _BLOCK]) for a in (reference, prediction))
        for truth, guess, count in zip(truths, guesses, counts[start:], strict=False):
            _count_slice(truth.reshape(-1), guess.reshape(-1), pairs, count)
    return counts


def _count_slice(truth: Flat, guess: Flat, pairs: Sequence[RegionPair], count: Counts) -> None:
    """Fill (R, 3) counts of one slice; only the stretch that holds anything is looked at closely.

    Comparing and counting bytes took no longer here than packing them to bits first would.
    """
    where = _stretch(truth, guess)
    if where is None:
        return
    truth, guess = truth[where], guess[where]
    highest_truth, highest_guess = int(truth.max()), int(guess.max())
    for pair, number in zip(pairs, count, strict=True):
        in_truth = _marked(truth, pair.reference, highest_truth)
        in_guess = _marked(guess, pair.prediction, highest_guess)
        if in_truth is not None:
            number[REFERENCE] = np.count_nonzero(in_truth)
        if in_guess is not None:
            number[PREDICTION] = np.count_nonzero(in_guess)
        if in_truth is not None and in_guess is not None:
            number[BOTH] = np.count_nonzero(np.logical_and(in_truth, in_guess))


def _stretch(truth: Flat, guess: Flat) -> slice | None:
    """From the first to the last word of 8 voxels that either labels; None if none does."""
    size = truth.size // _WORD * _WORD
    held = ((truth[:size].view(np.uint64) | guess[:size].view(np.uint64)) != 0).tobytes()
    first, last = held.find(1), held.rfind(1)
    if truth[size:].any() or guess[size:].any():  # beyond the last whole word
        return slice(first * _WORD if first >= 0 else size, truth.size)
    return None if first < 0 else slice(first * _WORD, (last + 1) * _WORD)


def _marked(labels: Flat, values: tuple[int, ...], highest: int) -> NDArray[Any] | None:
    """Not 0 where ``labels`` holds one of ``values``; None if it cannot.

    Where all labels up to the highest one are wanted, the labels themselves are that.
    """
    wanted = {value for value in values if 0 < value <= highest}
    if not wanted or len(wanted) == highest:
        return labels if wanted else None
    first, *rest = wanted
    marked: NDArray[np.bool_] = labels == first
    for value in rest:
        marked |= labels == value
    return marked


def _straightened(first: Labels, second: Labels) -> tuple[Labels, Labels]:
    """The same slices, with rows and columns in an order both arrays read fast.

    Counts do not mind how a slice is turned, as long as both are turned alike.
    """
    for axis in (1, 2):
        if first.strides[axis] < 0 and second.strides[axis] < 0:
            first, second = np.flip(first, axis), np.flip(second, axis)
    if first.strides[1] < first.strides[2] and second.strides[1] < second.strides[2]:
        first, second = first.transpose(0, 2, 1), second.transpose(0, 2, 1)
    return first, second


def _slicewise(block: Labels) -> Labels:
    """The block itself where each slice is contiguous, else a copy."""
    return block if block[0].flags.c_contiguous else np.ascontiguousarray(block)
