"""The one list of numbers that an evaluation has of each region of each case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from unet_core.scores import RegionScore

Better = Literal["high", "low", "zero"]


@dataclass(frozen=True)
class Measure:
    """One number.

    Attributes:
        key: Name in tables and files.
        title: What a table says.
        unit: "mm", "ml", "%" for a signed share shown as per cent; empty for a share of 0 to 1.
        better: Whether more is better, or less, or what is nearest to 0.
        group: Heading it stands under.
        of: The number; None for n/a.
        is_symmetric: Whether it stays when reference and prediction change places; a change of
            sign counts as the same.
    """

    key: str
    title: str
    unit: str
    better: Better
    group: str
    of: Callable[[RegionScore], float | None]
    is_symmetric: bool = True


OVERLAP, OUTLINE, VOLUME, LESIONS = "Overlap", "Outline", "Volume", "Lesions"
GROUPS = (OVERLAP, OUTLINE, VOLUME, LESIONS)


def _outline(key: str, title: str, unit: str, better: Better) -> Measure:
    return Measure(key, title, unit, better, OUTLINE, lambda s: getattr(s.surface, key))


_TABLE = (
    Measure("dice", "Dice", "", "high", OVERLAP, lambda s: s.case_dice),
    Measure("iou", "IoU", "", "high", OVERLAP, lambda s: s.case_iou),
    Measure("slice_dice", "Slice Dice, mean", "", "high", OVERLAP, lambda s: s.slice_dice_mean),
    Measure(
        "sensitivity",
        "Sensitivity",
        "",
        "high",
        OVERLAP,
        lambda s: s.sensitivity,
        is_symmetric=False,
    ),
    Measure(
        "precision", "Precision", "", "high", OVERLAP, lambda s: s.precision, is_symmetric=False
    ),
    _outline("hd95_mm", "HD95", "mm", "low"),
    _outline("assd_mm", "ASSD", "mm", "low"),
    _outline("hausdorff_mm", "Hausdorff", "mm", "low"),
    _outline("surface_dice_1mm", "Surface Dice, 1 mm", "", "high"),
    _outline("surface_dice_2mm", "Surface Dice, 2 mm", "", "high"),
    _outline("border_dice_1mm", "Border Dice, 1 mm", "", "high"),
    _outline("border_dice_2mm", "Border Dice, 2 mm", "", "high"),
    Measure("volume_error_ml", "Volume error", "ml", "zero", VOLUME, lambda s: s.volume_error_ml),
    Measure(
        "volume_error",
        "Volume error, share",
        "%",
        "zero",
        VOLUME,
        lambda s: s.volume_error,
        is_symmetric=False,
    ),
    Measure(
        "lesion_recall",
        "Lesion recall",
        "",
        "high",
        LESIONS,
        lambda s: s.lesion_recall,
        is_symmetric=False,
    ),
    Measure(
        "lesion_precision",
        "Lesion precision",
        "",
        "high",
        LESIONS,
        lambda s: s.lesion_precision,
        is_symmetric=False,
    ),
    Measure("lesion_f1", "Lesion F1", "", "high", LESIONS, lambda s: s.lesion_f1),
)

MEASURES: Mapping[str, Measure] = {measure.key: measure for measure in _TABLE}
"""By key, in the order of every table."""


def badness(measure: Measure, value: float) -> float:
    """A number that is the larger the worse the value is.

    >>> badness(MEASURES["dice"], 0.25), badness(MEASURES["volume_error_ml"], -3.0)
    (-0.25, 3.0)
    """
    if measure.better == "high":
        return -value
    return abs(value) if measure.better == "zero" else value


def worst_slice(score: RegionScore) -> int | None:
    """The canonical slice with the lowest Dice, in the middle of equal ones; None if none has one.

    Of slices that are wrong altogether the one in the middle is as good a place as any; a missed
    or false lesion that is large is shown by ``worst_place`` instead.
    """
    known = [(value, z) for z, value in enumerate(score.dice_per_slice.tolist()) if value == value]
    if not known:
        return None
    lowest = min(value for value, _ in known)
    equal = [z for value, z in known if value == lowest]
    return equal[len(equal) // 2]


def worst_place(score: RegionScore) -> tuple[int, int, int] | int | None:
    """Where to look first: in the lesion with most wrong millilitres, else the worst slice."""
    lesions = [
        lesion for lesion in score.lesions if lesion.worst_zyx is not None and lesion.dice != 1.0
    ]
    if lesions:
        return max(lesions, key=lambda le: le.wrong_ml or le.voxels * 1e-6).worst_zyx
    return worst_slice(score)
