"""Every number of one prediction of one scan: overlap, outlines, volumes and lesions."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from unet_core.components import Box, bounding_box
from unet_core.errors import InputError
from unet_core.lesions import Grey, matched_lesions
from unet_core.metrics import Overlap
from unet_core.organ_values import organ_of
from unet_core.scores import NO_SOURCES, Evaluated, LesionScore, RegionScore, Sources
from unet_core.slice_dice import (
    RegionPair,
    SliceOverlap,
    matched_labels,
    on_one_grid,
    region_pairs,
)
from unet_core.surface_distance import surface_score
from unet_core.volume import Geometry, LabelMap, Labels, Volume

Mask = NDArray[np.bool_]
LESION_REGION = "tumour"
NO_CONTRAST = "Contrasts are n/a: "


def score_case(
    reference: LabelMap,
    prediction: LabelMap,
    case_id: str,
    volume: Volume | None = None,
    *,
    person: str | None = None,
    sources: Sources = NO_SOURCES,
) -> Evaluated:
    """Every score of one prediction, for each region of the reference the prediction knows.

    Labels are matched by name, or by value where the names do not tell. Lesions are scored for
    the region named "tumour" by ``lesions.LESION_RULE``, outlines by
    ``surface_distance.SURFACE_RULE``.

    Args:
        reference: Of a person, or the first reader's.
        prediction: On the same grid.
        case_id: The case's name.
        volume: The scan, for the contrast of lesions.
        person: Whose scan it is, where known.
        sources: Its files.

    Raises:
        InputError: If the two masks do not lie on the same grid; says how they differ.
    """
    truth, guess = on_one_grid(reference, prediction)
    in_guess = values_of(guess)
    meanings = matched_labels(reference, prediction, in_guess)
    pairs = region_pairs(reference, prediction, in_guess)
    overlap = SliceOverlap.of(truth, guess, pairs)
    known = grid_of(reference, prediction)
    geometry = replace(known.canonical, has_scale=reference.geometry.has_scale)
    grey, doubt = _grey_of(reference, truth, volume, known)
    case = _Case(truth, guess, overlap, geometry, grey)
    scores = [case.region(number) for number in range(len(pairs))]
    notices = _label_notices(reference, prediction, meanings, in_guess)
    notices += _doubts(prediction, truth, scores, meanings, in_guess)
    return Evaluated(case_id, tuple(scores), (*notices, *doubt), person, sources)


class _Case:
    def __init__(
        self,
        truth: Labels,
        guess: Labels,
        overlap: SliceOverlap,
        geometry: Geometry,
        grey: Grey | None,
    ) -> None:
        self._truth, self._guess = truth, guess
        self._overlap = overlap
        self._geometry = geometry
        self._grey = grey

    def region(self, number: int) -> RegionScore:
        """All scores of one region."""
        pair, counts = self._overlap.pairs[number], self._overlap.counts[:, number]
        case = Overlap(*(int(n) for n in counts.sum(axis=0)))
        slice_dice = self._overlap.dice[:, number]
        known = slice_dice[~np.isnan(slice_dice)]
        box, truth, guess = self._cut(pair, counts)
        lesions, right = self._lesions(pair, box, truth, guess)
        voxel_ml = self._geometry.voxel_ml
        spacing = self._geometry.spacing_xyz_mm[::-1] if self._geometry.has_scale else None
        return RegionScore(
            region=pair.region,
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
            surface=surface_score(truth, guess, spacing),
            true_predictions=right,
        )

    def _cut(self, pair: RegionPair, counts: NDArray[np.int64]) -> tuple[Box, Mask, Mask]:
        """Both masks of a region in the smallest box that holds them."""
        held = np.flatnonzero(counts.any(axis=1))
        if not len(held):
            nothing = np.zeros((0, 0, 0), np.bool_)
            return (slice(0, 0),) * 3, nothing, nothing
        layers = slice(int(held[0]), int(held[-1]) + 1)
        truth = _mask(self._truth[layers], pair.reference)
        guess = _mask(self._guess[layers], pair.prediction)
        inner = bounding_box(truth | guess)
        assert inner is not None
        _, rows, columns = inner
        box = (layers, rows, columns)
        # copied: the part is smaller than the whole, and is gone over many times
        return box, truth[:, rows, columns].copy(), guess[:, rows, columns].copy()

    def _lesions(
        self, pair: RegionPair, box: Box, truth: Mask, guess: Mask
    ) -> tuple[tuple[LesionScore, ...], int]:
        if pair.region.name != LESION_REGION or not truth.size:
            return (), 0
        grey = None if self._grey is None else replace(self._grey, values=self._grey.values[box])
        lesions, right = matched_lesions(truth, guess, self._geometry, grey)
        corner = tuple(one.start for one in box)
        return tuple(_moved(lesion, corner) for lesion in lesions), right


def _moved(lesion: LesionScore, corner: tuple[int, ...]) -> LesionScore:
    """A lesion of a box, placed in the whole scan."""

    def placed(index: tuple[int, int, int]) -> tuple[int, int, int]:
        z, y, x = (i + c for i, c in zip(index, corner, strict=True))
        return (z, y, x)

    box = lesion.box
    return replace(
        lesion,
        slices=(lesion.slices[0] + corner[0], lesion.slices[1] + corner[0]),
        index_zyx=placed(lesion.index_zyx),
        worst_zyx=None if lesion.worst_zyx is None else placed(lesion.worst_zyx),
        box=None if box is None else (placed(box[0]), placed(box[1])),
    )


def _mask(labels: Labels, values: Sequence[int]) -> Mask:
    first, *rest = values
    mask: Mask = labels == first
    for value in rest:
        mask |= labels == value
    return mask


def _or_none(score: float) -> float | None:
    return None if np.isnan(score) else score


# --- the scan under the masks ------------------------------------------------------------------


def grid_of(reference: LabelMap, prediction: LabelMap) -> Geometry:
    """The grid that ``on_one_grid`` takes for both masks: one that says how the patient lies."""
    own = reference.geometry
    return own if own.has_orientation else prediction.geometry


def laid_on(volume: Volume, grid: Geometry) -> Volume:
    """The scan, its canonical frame being that of masks on a grid.

    Raises:
        InputError: If it lies on another grid; says how they differ.
    """
    own = volume.geometry
    if own.has_orientation and grid.has_orientation:
        differences = own.canonical.differences(grid.canonical)
    else:  # the order in the files is all there is to go by, as for two masks
        differences = own.differences(grid)
        volume = replace(volume, geometry=replace(grid, has_scale=own.has_scale))
    if differences:
        raise InputError(
            "the scan",
            f"lies on another grid than the reference ({', '.join(differences)})",
            "choose the scan of these masks",
        )
    return volume


def _grey_of(
    reference: LabelMap, truth: Labels, volume: Volume | None, grid: Geometry
) -> tuple[Grey | None, tuple[str, ...]]:
    """The scan and the mean of its liver without lesions; or why there is no contrast."""
    lesions = [v for v, label in reference.labels.items() if label.name == LESION_REGION]
    if volume is None or not lesions:
        return None, ()
    try:
        volume = laid_on(volume, grid)
    except InputError as error:
        return None, (f"{NO_CONTRAST}{error.subject} {error.fault}.",)
    total, count = 0.0, 0
    livers = [v for v, label in reference.labels.items() if _is_liver(label.name)]
    for grey, labels in zip(volume.canonical, truth, strict=True):
        inside = grey[_mask(labels, livers)] if livers else grey[:0]
        total, count = total + float(inside.sum(dtype=np.float64)), count + inside.size
    if not count:
        return None, (f"{NO_CONTRAST}the reference holds no liver to compare lesions with.",)
    return Grey(volume.canonical, total / count, volume.intensity == "HU"), ()


def _is_liver(name: str) -> bool:
    organ = organ_of(name)
    return organ is not None and organ.name == "liver"


# --- what a reader should know -----------------------------------------------------------------


def values_of(labels: Labels) -> set[int]:
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
