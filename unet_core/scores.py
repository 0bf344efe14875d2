"""The numbers of one comparison: of a region, of its outline, of each of its lesions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from unet_core.case import Case
from unet_core.volume import Index, Region

LesionKind = Literal["found", "missed", "false"]


@dataclass(frozen=True)
class SurfaceScore:
    """How far apart two outlines lie, by ``surface_distance.SURFACE_RULE``.

    None stands for n/a: without a scale; and for distances where one side is empty.

    Attributes:
        hausdorff_mm: The farthest any point of one outline lies from the other.
        hd95_mm: The same for the 95th percentile of each side, the larger of both.
        assd_mm: Average symmetric distance between the outlines.
        surface_dice_1mm: Share of both surfaces that lies within 1 mm of the other, by area.
        surface_dice_2mm: The same within 2 mm.
        border_dice_1mm: The same within 1 mm, counting border voxels instead of area.
        border_dice_2mm: The same within 2 mm.
    """

    hausdorff_mm: float | None = None
    hd95_mm: float | None = None
    assd_mm: float | None = None
    surface_dice_1mm: float | None = None
    surface_dice_2mm: float | None = None
    border_dice_1mm: float | None = None
    border_dice_2mm: float | None = None


NO_SURFACE = SurfaceScore()


@dataclass(frozen=True)
class LesionScore:
    """One connected reference lesion, or one false prediction.

    Attributes:
        kind: "found", "missed" or "false".
        voxels: Of the lesion itself.
        volume_ml: None without a scale.
        slices: First and last canonical slice.
        index_zyx: A canonical voxel inside it, in the slice where it is largest.
        diameter_mm: The longest in any axial slice, as RECIST has it; None without a scale.
        contrast_hu: Mean HU of the lesion less that of the liver without its lesions; None without
            the scan or a liver.
        contrast_grey: The same in grey levels, of pictures and windowed scans that hold no HU.
        dice: Of the lesion and the predicted lesions that meet it; 0 for missed and false ones.
        wrong_ml: Of the lesion what was not predicted, and of the prediction that meets it what
            lies in no lesion; the whole volume of missed and false ones. None without a scale.
        worst_zyx: A canonical voxel in the slice with most wrong voxels.
        box: First and last canonical voxel of what ``dice`` compares.
    """

    kind: LesionKind
    voxels: int
    volume_ml: float | None
    slices: tuple[int, int]
    index_zyx: Index
    diameter_mm: float | None = None
    contrast_hu: float | None = None
    dice: float | None = None
    wrong_ml: float | None = None
    worst_zyx: Index | None = None
    box: tuple[Index, Index] | None = None
    contrast_grey: float | None = None


@dataclass(frozen=True)
class RegionScore:
    """All scores of one region of one case; None stands for n/a (0/0), never 0 or 1.

    Attributes:
        dice_per_slice: (Z,) float64 in canonical order, NaN where both are empty.
        slice_dice_mean: Mean over slices where either holds the region.
        case_dice: Of the whole volume; None where the region is empty in both.
        lesions: Of a region that consists of lesions.
        surface: Of its outlines.
        true_predictions: Predicted lesions that meet one of the reference.
    """

    region: Region
    case_dice: float | None
    case_iou: float | None
    sensitivity: float | None
    precision: float | None
    slice_dice_mean: float | None
    dice_per_slice: NDArray[np.float64]
    reference_voxels: int
    prediction_voxels: int
    reference_ml: float | None
    prediction_ml: float | None
    lesions: tuple[LesionScore, ...] = ()
    surface: SurfaceScore = NO_SURFACE
    true_predictions: int = 0

    @property
    def volume_error_ml(self) -> float | None:
        """Predicted less reference volume; None without a scale."""
        if self.reference_ml is None or self.prediction_ml is None:
            return None
        return self.prediction_ml - self.reference_ml

    @property
    def volume_error(self) -> float | None:
        """Predicted less reference volume as a share of the reference; None where that is 0."""
        if not self.reference_voxels:
            return None
        return (self.prediction_voxels - self.reference_voxels) / self.reference_voxels

    def count(self, kind: LesionKind) -> int:
        """How many of its lesions are found, missed or false."""
        return sum(lesion.kind == kind for lesion in self.lesions)

    @property
    def lesion_recall(self) -> float | None:
        """Share of the reference lesions that are found; None without any."""
        found, missed = self.count("found"), self.count("missed")
        return found / (found + missed) if found + missed else None

    @property
    def lesion_precision(self) -> float | None:
        """Share of the predicted lesions that meet one of the reference; None without any."""
        predicted = self.true_predictions + self.count("false")
        return self.true_predictions / predicted if predicted else None

    @property
    def lesion_f1(self) -> float | None:
        """Harmonic mean of lesion recall and precision, 0 where one side alone has lesions."""
        return f1_of(self.lesion_recall, self.lesion_precision)


def f1_of(recall: float | None, precision: float | None) -> float | None:
    """Harmonic mean; None where both are, 0 where one is: all of the other side is then wrong.

    >>> f1_of(0.5, 1.0), f1_of(None, 0.0), f1_of(None, None)
    (0.6666666666666666, 0.0, None)
    """
    if recall is None and precision is None:
        return None
    if not recall or not precision:
        return 0.0
    return 2 * recall * precision / (recall + precision)


ValueMap = Mapping[int, int] | None
"""What the values of a mask mean, as ``case_masks.label_mapping`` has it."""


@dataclass(frozen=True)
class Reading:
    """How both masks of a comparison were read, which one file alone may not tell.

    Attributes:
        reference: With its scan, if one is known.
        prediction: Likewise a case.
        values: Of the reference and of the prediction.
        threshold: Soft edges of the reference are cut at half.
    """

    reference: Case
    prediction: Case
    values: tuple[ValueMap, ValueMap] = field(default=(None, None), hash=False)
    threshold: bool = False


@dataclass(frozen=True)
class Sources:
    """Where a comparison's files are, to open it again; never written to a report or log.

    Attributes:
        image_paths: The scan; empty where none is known.
        reference_paths: The reference mask, or the first reader's.
        prediction_paths: The prediction, or the second reader's.
        reading: How the masks are read; None where nobody said.
    """

    image_paths: tuple[Path, ...] = ()
    reference_paths: tuple[Path, ...] = ()
    prediction_paths: tuple[Path, ...] = ()
    reading: Reading | None = None


def sources_of(reading: Reading) -> Sources:
    """Where the files of a comparison are, and how to read them."""
    reference, prediction = reading.reference, reading.prediction
    return Sources(reference.image_paths, reference.mask_paths, prediction.mask_paths, reading)


NO_SOURCES = Sources()


@dataclass(frozen=True)
class Evaluated:
    """A prediction compared with a reference.

    Attributes:
        person: Whose scan it is, where it is known; cases of one person count together.
        sources: Its files.
    """

    case_id: str
    scores: tuple[RegionScore, ...]
    notices: tuple[str, ...] = field(default=())
    person: str | None = None
    sources: Sources = NO_SOURCES


# --- several cases ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Estimate:
    """A number over several cases with its 95 % confidence interval.

    Attributes:
        value: Mean over the cases that have a number, or a share pooled over all; None for n/a.
        low: Lower end; None with fewer than two persons.
        high: Upper end.
        cases: How many cases have a number.
        persons: How many persons these are of.
        not_counted: Cases in which it is n/a.
        median: Over cases; None for a pooled share.
    """

    value: float | None
    low: float | None
    high: float | None
    cases: int
    persons: int
    not_counted: int = 0
    median: float | None = None


@dataclass(frozen=True)
class LesionGroup:
    """Reference lesions of one size or contrast.

    Attributes:
        title: "under 10 mm", "10 to 20 HU".
        found: How many are found.
        missed: How many are missed.
        false: Predicted lesions of that size that meet none.
        recall: Share found.
        dice: Mean Dice of the lesions, missed ones as 0.
    """

    title: str
    found: int
    missed: int
    false: int
    recall: Estimate
    dice: Estimate


@dataclass(frozen=True)
class RegionSummary:
    """One region over all cases.

    Attributes:
        estimates: By key of ``evaluation.measures.MEASURES``: "dice", "iou", "hd95_mm", ...
        lesions: "recall", "precision" and "f1" pooled over all lesions; empty for organs.
        by_size: Groups by diameter.
        by_contrast: Groups by contrast to the liver, either way; empty without scans.
    """

    region: Region
    estimates: Mapping[str, Estimate]
    lesions: Mapping[str, Estimate] = field(default_factory=dict)
    by_size: tuple[LesionGroup, ...] = ()
    by_contrast: tuple[LesionGroup, ...] = ()


@dataclass(frozen=True)
class EvaluationSummary:
    """All cases of an evaluation together.

    Attributes:
        cases: How many were compared.
        persons: How many persons they are of.
        skipped: How many were not, each named in a ``Skipped``.
        sentences: What stands out, in words: "All misses are below 10 mm across (4 of 4)."
        is_symmetric: Two readers were compared, and none of them is the reference.
    """

    cases: int
    persons: int
    skipped: int
    regions: tuple[RegionSummary, ...]
    sentences: tuple[str, ...] = ()
    is_symmetric: bool = False


@dataclass(frozen=True)
class Summarised:
    """Last event of an evaluation of several cases."""

    summary: EvaluationSummary
