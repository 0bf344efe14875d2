"""How well a mask agrees with a reference: per slice, per case and per lesion.

A score of something that is empty in both is not a number: n/a, counted nowhere, never 0 or 1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unet_core.events import Evaluated, LesionScore, RegionScore
from unet_core.lesions import lesions_of
from unet_core.slice_dice import (
    RegionPair,
    SliceOverlap,
    check_shapes,
    matched_labels,
    on_one_grid,
    region_pairs,
)
from unet_core.volume import LabelMap, Labels, Region

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


def score_case(reference: LabelMap, prediction: LabelMap, case_id: str) -> Evaluated:
    """Every score of one prediction, for each region of the reference the prediction knows.

    Labels are matched by name, or by value where the names do not tell. Lesions are scored for
    the region named "tumour" by ``lesions.LESION_RULE``.

    Raises:
        InputError: If the two masks do not lie on the same grid; says how they differ.
    """
    truth, guess = on_one_grid(reference, prediction)
    in_guess = _values_of(guess)
    meanings = matched_labels(reference, prediction, in_guess)
    overlap = SliceOverlap.of(truth, guess, region_pairs(reference, prediction, in_guess))
    voxel_ml = reference.geometry.voxel_ml
    scores = [
        _score_region(truth, guess, overlap, number, voxel_ml)
        for number in range(len(overlap.pairs))
    ]
    notices = _label_notices(reference, prediction, meanings, in_guess)
    notices += _doubts(prediction, truth, scores, meanings, in_guess)
    return Evaluated(case_id, tuple(scores), tuple(notices))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else NAN


# --- a whole case --------------------------------------------------------------------------


def _values_of(labels: Labels) -> set[int]:
    """The values above 0 that occur."""
    return {v for v in range(1, int(labels.max(initial=0)) + 1) if _holds(labels, v)}


def _holds(labels: Labels, value: int) -> bool:
    return any((plane == value).any() for plane in labels)


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
    truth: Labels, guess: Labels, overlap: SliceOverlap, number: int, voxel_ml: float | None
) -> RegionScore:
    pair = overlap.pairs[number]
    region = pair.region
    case = Overlap(*(int(n) for n in overlap.counts[:, number].sum(axis=0)))
    slice_dice = overlap.dice[:, number]
    known = slice_dice[~np.isnan(slice_dice)]
    lesions: tuple[LesionScore, ...] = ()
    if region.name == "tumour":
        predicted = np.zeros(guess.shape, np.bool_)
        for value in pair.prediction:
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
