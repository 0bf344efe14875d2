"""An evaluation in lines of text, for a terminal."""

from collections.abc import Iterator

from unet_core.evaluation.measures import MEASURES
from unet_core.scores import (
    Estimate,
    Evaluated,
    EvaluationSummary,
    LesionGroup,
    RegionScore,
    RegionSummary,
)

_TOLD = ("dice", "iou", "hd95_mm", "assd_mm", "surface_dice_1mm", "surface_dice_2mm")
_TOLD_OF_VOLUME = ("volume_error_ml", "volume_error")


def evaluated_lines(event: Evaluated) -> Iterator[str]:
    """What a reader should know of a case, then a line a region."""
    yield from event.notices
    for score in event.scores:
        yield f"{event.case_id} {_score_text(score)}"


def _score_text(score: RegionScore) -> str:
    text = (
        f"{score.region.title}: case Dice {_number(score.case_dice)}, "
        f"IoU {_number(score.case_iou)}, mean slice Dice {_number(score.slice_dice_mean)}, "
        f"sensitivity {_number(score.sensitivity)}, precision {_number(score.precision)}"
    )
    surface = score.surface
    if surface.surface_dice_1mm is not None:
        text += (
            f", HD95 {_millimetres(surface.hd95_mm)}, ASSD {_millimetres(surface.assd_mm)}, "
            f"surface Dice {_number(surface.surface_dice_1mm)} at 1 mm "
            f"and {_number(surface.surface_dice_2mm)} at 2 mm"
        )
    if score.lesions:
        kinds = [lesion.kind for lesion in score.lesions]
        counts = ", ".join(f"{kinds.count(k)} {k}" for k in ("found", "missed", "false"))
        text += f", lesions: {counts}"
    return text


def _millimetres(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.2f} mm"


def _number(value: float | None) -> str:
    return "n/a" if value is None or value != value else f"{value:.3f}"


def summary_lines(summary: EvaluationSummary) -> Iterator[str]:
    """Means with their intervals, lesions, groups, and what stands out."""
    skipped = f", {summary.skipped} left out" if summary.skipped else ""
    cases = "1 case" if summary.cases == 1 else f"{summary.cases} cases"
    persons = "1 person" if summary.persons == 1 else f"{summary.persons} persons"
    yield f"All together, {cases} of {persons}{skipped}:"
    for region in summary.regions:
        yield from _region_lines(region)
    yield from summary.sentences


def _region_lines(region: RegionSummary) -> Iterator[str]:
    for key in (*_TOLD, *_TOLD_OF_VOLUME):
        if key in region.estimates:
            words = estimate_words(region.estimates[key], MEASURES[key].unit)
            yield f"{region.region.title}: mean {MEASURES[key].title} {words}"
    for key, estimate in region.lesions.items():
        title = MEASURES[f"lesion_{key}"].title
        yield f"{region.region.title}: {title} {estimate_words(estimate)}"
    for group in (*region.by_size, *region.by_contrast):
        yield f"{region.region.title}: {_group_words(group)}"


def estimate_words(estimate: Estimate, unit: str = "") -> str:
    """What a mean is, how sure, and of how many cases.

    >>> estimate_words(Estimate(0.812, 0.741, 0.876, 12, 12))
    '0.812 (95 % 0.741 to 0.876), 12 cases'
    """
    shown = f" {unit}" if unit in ("mm", "ml") else ""
    reach = ""
    if estimate.low is not None and estimate.high is not None:
        reach = f" (95 % {_number(estimate.low)} to {_number(estimate.high)})"
    left = f", {estimate.not_counted} n/a" if estimate.not_counted else ""
    cases = "1 case" if estimate.cases == 1 else f"{estimate.cases} cases"
    return f"{_number(estimate.value)}{shown}{reach}, {cases}{left}"


def _group_words(group: LesionGroup) -> str:
    total = group.found + group.missed
    return (
        f"{group.title}: {group.found} of {total} lesions found, mean lesion Dice "
        f"{_number(group.dice.value)}, {group.false} false"
    )
