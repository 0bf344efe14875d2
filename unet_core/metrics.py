"""How well a mask agrees with a reference: per slice, per case and per lesion.

A score of something that is empty in both is not a number: n/a, counted nowhere, never 0 or 1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import Evaluated, LesionScore, RegionScore
from unet_core.lesions import lesions_of
from unet_core.volume import LabelMap, Labels, Region, regions_of

Mask = NDArray[np.bool_]
NAN = float("nan")

EMPTY_RULE = (
    "A score whose numerator and denominator are both 0 (for Dice: reference and prediction both "
    "empty) is n/a: it is shown as n/a and counted in no mean."
)
_BLOCK = 16
"""Slices copied at once where a mask does not lie slice by slice in memory."""


@dataclass(frozen=True)
class Overlap:
    """Voxels in both, in the reference and in the prediction; all that overlap scores need."""

    both: int
    reference: int
    prediction: int

    @classmethod
    def of(cls, reference: Mask, prediction: Mask) -> "Overlap":
        """Counts of two boolean arrays of one shape."""
        _check_shapes(reference, prediction)
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
    return _slice_dice(_slice_counts(reference, prediction, region.values, region.values))


def score_case(reference: LabelMap, prediction: LabelMap, case_id: str) -> Evaluated:
    """Every score of one prediction, for each region of the reference the prediction knows.

    Labels are matched by name, or by value where the names do not tell. Lesions are scored for
    the region named "tumour" by ``lesions.LESION_RULE``.

    Raises:
        InputError: If the two masks do not lie on the same grid; says how they differ.
    """
    truth, guess = _on_one_grid(reference, prediction)
    in_guess = _values_of(guess)
    meanings = _matched_labels(reference, prediction, in_guess)
    voxel_ml = reference.geometry.voxel_ml
    scores = [
        _score_region(
            truth,
            guess,
            region,
            tuple(meanings[value] for value in region.values if value in meanings),
            voxel_ml,
        )
        for region in regions_of(reference.labels)
        if region.values[0] in meanings
    ]
    notices = _label_notices(reference, prediction, meanings, in_guess)
    notices += _doubts(prediction, truth, scores, meanings, in_guess)
    return Evaluated(case_id, tuple(scores), tuple(notices))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else NAN


def _check_shapes(reference: NDArray[Any], prediction: NDArray[Any]) -> None:
    if reference.shape != prediction.shape:
        raise InputError(
            "the prediction",
            f"has shape {prediction.shape} where the reference has {reference.shape}",
            "compare masks of the same scan",
        )


# --- per slice -----------------------------------------------------------------------------


def _slice_counts(
    reference: Labels, prediction: Labels, truth: tuple[int, ...], guess: tuple[int, ...]
) -> NDArray[np.int64]:
    """(Z, 3) voxels in both, in the reference and in the prediction, slice by slice."""
    _check_shapes(reference, prediction)
    reference, prediction = _straightened(reference, prediction)
    counts = np.zeros((len(reference), 3), np.int64)
    in_truth, in_guess, spare = (np.empty(reference.shape[1:], np.bool_) for _ in range(3))
    for start in range(0, len(counts), _BLOCK):
        truths, guesses = (_slicewise(a[start : start + _BLOCK]) for a in (reference, prediction))
        for z, (true_slice, guess_slice) in enumerate(zip(truths, guesses, strict=True), start):
            counts[z, 1] = _mark(true_slice, truth, in_truth, spare)
            counts[z, 2] = _mark(guess_slice, guess, in_guess, spare)
            if counts[z, 1] and counts[z, 2]:
                counts[z, 0] = np.count_nonzero(np.logical_and(in_truth, in_guess, out=spare))
    return counts


def _mark(labels: Labels, values: tuple[int, ...], marked: Mask, spare: Mask) -> int:
    """Write where ``labels`` holds one of ``values`` into ``marked``; how often it does.

    Looks at the highest label first: most slices hold none, and where all that it may hold is
    wanted, one comparison does.
    """
    highest = int(labels.max(initial=0))
    wanted = [value for value in values if 0 < value <= highest]
    if not wanted:
        return 0
    if len(wanted) == highest:
        np.not_equal(labels, 0, out=marked)
    else:
        np.equal(labels, wanted[0], out=marked)
        for value in wanted[1:]:
            marked |= np.equal(labels, value, out=spare)
    return int(np.count_nonzero(marked))


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


def _slice_dice(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    sizes = counts[:, 1] + counts[:, 2]
    result = np.full(len(counts), NAN)
    np.divide(2.0 * counts[:, 0], sizes, out=result, where=sizes > 0)
    return result


# --- a whole case --------------------------------------------------------------------------


def _on_one_grid(reference: LabelMap, prediction: LabelMap) -> tuple[Labels, Labels]:
    """Both masks in the reference's canonical frame.

    Two files may store the same grid in a different axis order; where one does not say how the
    patient lies, the order in the files is all there is to go by.
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


def _values_of(labels: Labels) -> set[int]:
    """The values above 0 that occur."""
    return {v for v in range(1, int(labels.max(initial=0)) + 1) if _holds(labels, v)}


def _holds(labels: Labels, value: int) -> bool:
    return any((plane == value).any() for plane in labels)


def _matched_labels(
    reference: LabelMap, prediction: LabelMap, predicted: set[int]
) -> dict[int, int]:
    """The value in the prediction of each value of the reference that the prediction knows.

    By name; else by value, unless that value means another label of the reference.
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


def _label_notices(
    reference: LabelMap,
    prediction: LabelMap,
    meanings: Mapping[int, int],
    in_guess: set[int],
) -> list[str]:
    notices = []
    for value, label in sorted(reference.labels.items()):
        own = meanings.get(value)
        there = prediction.labels.get(value if own is None else own)
        if own is None:
            notices.append(f"The prediction knows no {label.name}, which is therefore not scored.")
        elif own != value:
            notices.append(
                f"{label.name.capitalize()} is {value} in the reference and {own} in the "
                "prediction."
            )
        elif there is not None and there.name != label.name:
            notices.append(
                f"Value {value} is called {label.name} in the reference and {there.name} in the "
                "prediction; both are taken for the same."
            )
    for value in sorted(in_guess - set(meanings.values())):
        name = prediction.labels[value].name if value in prediction.labels else f"value {value}"
        notices.append(f"The reference knows no {name}, which is therefore not scored.")
    if reference.sha256 and reference.sha256 == prediction.sha256:
        notices.append("Reference and prediction are the same file.")
    return notices


def _doubts(
    prediction: LabelMap,
    truth: Labels,
    scores: Sequence[RegionScore],
    meanings: Mapping[int, int],
    in_guess: set[int],
) -> list[str]:
    """Scores of labels that a file lacks: its model may never have looked for them."""
    if prediction.path is None or not in_guess:
        return []
    regions = [score.region for score in scores]
    return [
        f"The prediction holds no {region.name}; if its model does not look for it, ignore that "
        "score."
        for region in regions
        if meanings[region.values[0]] not in in_guess and _holds(truth, region.values[0])
    ]


def _score_region(
    truth: Labels, guess: Labels, region: Region, values: tuple[int, ...], voxel_ml: float | None
) -> RegionScore:
    counts = _slice_counts(truth, guess, region.values, values)
    case = Overlap(*(int(n) for n in counts.sum(axis=0)))
    slice_dice = _slice_dice(counts)
    known = slice_dice[~np.isnan(slice_dice)]
    lesions: tuple[LesionScore, ...] = ()
    if region.name == "tumour":
        predicted = np.zeros(guess.shape, np.bool_)
        for value in values:
            predicted |= guess == value
        lesions = lesions_of(region.mask(truth), predicted, voxel_ml)
    return RegionScore(
        region=region,
        case_dice=_or_none(case.dice),
        case_iou=_or_none(case.iou),
        sensitivity=_or_none(case.sensitivity),
        precision=_or_none(case.precision),
        slice_dice_mean=float(known.mean()) if len(known) else None,
        dice_per_slice=slice_dice,
        reference_voxels=case.reference,
        prediction_voxels=case.prediction,
        reference_ml=None if voxel_ml is None else case.reference * voxel_ml,
        prediction_ml=None if voxel_ml is None else case.prediction * voxel_ml,
        lesions=lesions,
    )


def _or_none(score: float) -> float | None:
    return None if np.isnan(score) else score
