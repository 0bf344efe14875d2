"""The error atlas: lesions missed, made up or badly outlined, the most harmful first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from unet_core.evaluation.groups import CONTRASTS_HU, SIZES_MM
from unet_core.scores import NO_SOURCES, Evaluated, LesionScore, Sources
from unet_core.volume import Index, Region

ErrorKind = Literal["missed", "false", "outline", "good"]
ERROR_KINDS: tuple[ErrorKind, ...] = ("missed", "false", "outline")
GOOD_DICE = 0.7
"""Median Dice of a fresh radiologist on tumours of LiTS (Bilic 2023,
doi:10.1016/j.media.2022.102680): a lesion drawn better than that is no error."""

HARM_RULE = (
    "Harm is tumour drawn wrong, in ml: the whole volume of a missed or false lesion; of a badly "
    "outlined one (Dice below 0.70) what was left out and what was drawn too much. Of equal harm "
    "the longer diameter comes first."
)


@dataclass(frozen=True)
class LesionError:
    """A lesion of one case, for the atlas.

    Attributes:
        case_id: The case's name.
        region: What it is a lesion of.
        kind: "missed", "false", "outline" for found but badly drawn, or "good".
        diameter_mm: The longest in any axial slice; None without a scale.
        contrast_hu: To the liver; None without a scan in HU.
        contrast_grey: Likewise in grey levels, where the scan is not in HU.
        dice: 0 for missed and false ones.
        volume_ml: Of the lesion; None without a scale.
        harm_ml: By HARM_RULE; None without a scale.
        voxels: Of the lesion.
        index_zyx: A canonical voxel to look at: where most is wrong.
        slices: First and last canonical slice.
        box: First and last canonical voxel of lesion and prediction.
        sources: The files of the case.
    """

    case_id: str
    region: Region
    kind: ErrorKind
    diameter_mm: float | None
    contrast_hu: float | None
    dice: float
    volume_ml: float | None
    harm_ml: float | None
    voxels: int
    index_zyx: Index
    slices: tuple[int, int]
    box: tuple[Index, Index]
    sources: Sources = NO_SOURCES
    contrast_grey: float | None = None


def lesion_errors(cases: Sequence[Evaluated]) -> tuple[LesionError, ...]:
    """Every lesion of every case, good ones too, by falling harm."""
    found = [
        _error(case, score.region, lesion)
        for case in cases
        for score in case.scores
        for lesion in score.lesions
    ]
    return tuple(sorted(found, key=_harm_key))


def _harm_key(error: LesionError) -> tuple[bool, float, float, int, str, Index]:
    return (
        error.kind == "good",
        -(error.harm_ml or 0.0),
        -(error.diameter_mm or 0.0),
        -error.voxels,
        error.case_id,
        error.index_zyx,
    )


def _error(case: Evaluated, region: Region, lesion: LesionScore) -> LesionError:
    dice = lesion.dice or 0.0
    drawn: ErrorKind = "good" if dice >= GOOD_DICE else "outline"
    kind = drawn if lesion.kind == "found" else lesion.kind
    index = lesion.worst_zyx or lesion.index_zyx
    return LesionError(
        case_id=case.case_id,
        region=region,
        kind=kind,
        diameter_mm=lesion.diameter_mm,
        contrast_hu=lesion.contrast_hu,
        dice=dice,
        volume_ml=lesion.volume_ml,
        harm_ml=lesion.wrong_ml,
        voxels=lesion.voxels,
        index_zyx=index,
        slices=lesion.slices,
        box=lesion.box or (index, index),
        sources=case.sources,
        contrast_grey=lesion.contrast_grey,
    )


def sentences_on(errors: Sequence[LesionError]) -> tuple[str, ...]:
    """What stands out among misses and false alarms, each with its numbers."""
    missed = [error for error in errors if error.kind == "missed"]
    false = [error for error in errors if error.kind == "false"]
    real = [error for error in errors if error.kind != "false"]
    found = []
    if real and not missed:
        found.append(f"No lesion was missed ({len(real)} of {len(real)} found).")
    if missed:
        found += _of_size(missed, real)
        found += _of_contrast(missed, real)
    if false:
        found += _false_alarms(false)
    return tuple(found)


def _of_size(missed: Sequence[LesionError], real: Sequence[LesionError]) -> list[str]:
    share = f"{len(missed)} of {len(real)} lesions were missed"
    sized = [error.diameter_mm for error in missed if error.diameter_mm is not None]
    if not sized:
        return [f"{share}."]
    unsized = len(missed) - len(sized)
    also = f" (another {unsized} in scans without a scale)" if unsized else ""
    for bound in SIZES_MM:
        small = sum(mm < bound for mm in sized)
        if small == len(sized):
            if small == 1:
                return [f"{share}: the only one is below {bound:g} mm{also}."]
            return [f"{share}: all are below {bound:g} mm{also}."]
        if small * 4 >= len(sized) * 3:
            return [
                f"{share}: {small} of them below {bound:g} mm, the largest "
                f"{max(sized):.0f} mm{also}."
            ]
    return [f"{share}, up to {max(sized):.0f} mm across: misses are not only small{also}."]


def _of_contrast(missed: Sequence[LesionError], real: Sequence[LesionError]) -> list[str]:
    faint = CONTRASTS_HU[0]
    contrasts = [abs(error.contrast_hu) for error in missed if error.contrast_hu is not None]
    others = [abs(error.contrast_hu) for error in real if error.contrast_hu is not None]
    if not contrasts or len(contrasts) < 2:
        return []
    low, low_of_all = (sum(hu < faint for hu in values) for values in (contrasts, others))
    if low * 4 < len(contrasts) * 3 or low_of_all * 4 >= len(others) * 3:
        return []  # few, or nothing but what all lesions are like
    return [
        f"{low} of {len(contrasts)} misses differ from the liver by less than {faint:g} HU: they "
        "are faint."
    ]


def _false_alarms(false: Sequence[LesionError]) -> list[str]:
    sized = [error.diameter_mm for error in false if error.diameter_mm is not None]
    count = "1 false alarm" if len(false) == 1 else f"{len(false)} false alarms"
    large = sum(mm >= SIZES_MM[0] for mm in sized)
    if large:
        return [f"{count}, {large} of them {SIZES_MM[0]:g} mm or more across."]
    return [f"{count}, none known to be {SIZES_MM[0]:g} mm or more across."]
