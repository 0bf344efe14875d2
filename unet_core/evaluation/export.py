"""An evaluation as files: JSON for programs, CSV for spreadsheets."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from unet_core.evaluation.bootstrap import INTERVAL_RULE
from unet_core.evaluation.human_band import BAND_RULE, human_bands
from unet_core.evaluation.lesion_errors import HARM_RULE
from unet_core.evaluation.measures import LESIONS, MEASURES
from unet_core.evaluation.scoring import LESION_REGION
from unet_core.evaluation.summary import person_of
from unet_core.events import Skipped
from unet_core.lesions import LESION_DICE_RULE, LESION_RULE
from unet_core.metrics import EMPTY_RULE
from unet_core.scores import (
    Estimate,
    Evaluated,
    EvaluationSummary,
    LesionGroup,
    LesionScore,
    RegionScore,
    RegionSummary,
)
from unet_core.surface_distance import SURFACE_RULE
from unet_core.tables import csv_text

RULES: Mapping[str, str] = {
    "empty": EMPTY_RULE,
    "surface": SURFACE_RULE,
    "lesions": LESION_RULE,
    "lesion_dice": LESION_DICE_RULE,
    "intervals": INTERVAL_RULE,
    "harm": HARM_RULE,
}
"""What the numbers mean, for every file and report that holds some."""

_CASE_MEASURES = tuple(key for key in MEASURES if key != "slice_dice")
COLUMNS = (
    "case",
    "person",
    "region",
    "level",
    "slice_index",
    "last_slice_index",
    *_CASE_MEASURES,
    "slice_dice_mean",
    "reference_voxels",
    "prediction_voxels",
    "reference_ml",
    "prediction_ml",
    "lesion",
    "diameter_mm",
    "contrast_hu",
    "wrong_ml",
)
"""Of the table ``to_csv`` writes. ``level`` is "case", "slice" or "lesion"; slices count from 0 at
the feet."""
SUMMARY_COLUMNS = (
    *("region", "measure", "unit", "group", "value", "low", "high", "median"),
    *("cases", "persons", "not_counted", "found", "missed", "false"),
)
"""Of the table ``summary_csv`` writes."""


# --- JSON ----------------------------------------------------------------------------------


def to_json(evaluated: Evaluated) -> dict[str, Any]:
    """Plain values for a JSON file; n/a is null. Says what each number is of, and the rules."""
    return {
        "case": evaluated.case_id,
        "empty_rule": EMPTY_RULE,
        "surface_rule": SURFACE_RULE,
        "slice_order": "from the feet, counted from 0",
        "regions": [_region_json(score) for score in evaluated.scores],
        "notices": list(evaluated.notices),
    }


def _region_json(score: RegionScore) -> dict[str, Any]:
    slice_dice = [None if math.isnan(value) else value for value in score.dice_per_slice.tolist()]
    result: dict[str, Any] = {
        "region": score.region.name,
        "title": score.region.title,
        "label_values": list(score.region.values),
        "per_case": {
            "of": "the whole volume",
            "dice": score.case_dice,
            "iou": score.case_iou,
            "sensitivity": score.sensitivity,
            "precision": score.precision,
            **asdict(score.surface),
            "volume_error_ml": score.volume_error_ml,
            "volume_error": score.volume_error,
            "reference_voxels": score.reference_voxels,
            "prediction_voxels": score.prediction_voxels,
            "reference_ml": score.reference_ml,
            "prediction_ml": score.prediction_ml,
        },
        "per_slice": {
            "of": "each axial slice",
            "dice_mean": score.slice_dice_mean,
            "slices_counted": sum(value is not None for value in slice_dice),
            "dice": slice_dice,
        },
    }
    if score.region.name == LESION_REGION:
        result["per_lesion"] = _lesions_json(score)
    return result


def _lesions_json(score: RegionScore) -> dict[str, Any]:
    return {
        "of": "each connected lesion",
        "rule": LESION_RULE,
        "dice_rule": LESION_DICE_RULE,
        "found": score.count("found"),
        "missed": score.count("missed"),
        "false": score.count("false"),
        "true_predictions": score.true_predictions,
        "recall": score.lesion_recall,
        "precision": score.lesion_precision,
        "f1": score.lesion_f1,
        "lesions": [_lesion_json(lesion) for lesion in score.lesions],
    }


def _lesion_json(lesion: LesionScore) -> dict[str, Any]:
    return {
        "kind": lesion.kind,
        "voxels": lesion.voxels,
        "ml": lesion.volume_ml,
        "slices": list(lesion.slices),
        "index_zyx": list(lesion.index_zyx),
        "diameter_mm": lesion.diameter_mm,
        "contrast_hu": lesion.contrast_hu,
        "contrast_grey": lesion.contrast_grey,
        "dice": lesion.dice,
        "wrong_ml": lesion.wrong_ml,
        "worst_zyx": None if lesion.worst_zyx is None else list(lesion.worst_zyx),
    }


def evaluation_json(
    cases: Sequence[Evaluated], summary: EvaluationSummary, skipped: Sequence[Skipped] = ()
) -> dict[str, Any]:
    """A whole evaluation: its cases, what they have in common, what was left out and the rules."""
    bands = human_bands(cases) if summary.is_symmetric else ()
    told = {"human_bands": [band.to_json() for band in bands], "band_rule": BAND_RULE}
    return {
        "format": "slicewise evaluation 1",
        "summary": summary_json(summary),
        **(told if bands else {}),
        "skipped": [one.text for one in skipped],
        "skipped_cases": [one.case_id for one in skipped],
        "rules": dict(RULES),
        "cases": [
            {**to_json(case), "person": number}
            for case, number in zip(cases, person_numbers(cases), strict=True)
        ],
    }


def person_numbers(cases: Sequence[Evaluated]) -> list[int]:
    """Who is the same person, counted from 1: a name says more than a file needs to.

    >>> person_numbers([Evaluated(case, (), person=who) for case, who in ("1x", "2y", "3x")])
    [1, 2, 1]
    """
    names = [person_of(case) for case in cases]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names), start=1)}
    return [numbers[name] for name in names]


def summary_json(summary: EvaluationSummary) -> dict[str, Any]:
    """Plain values of a summary."""
    return {
        "cases": summary.cases,
        "persons": summary.persons,
        "skipped": summary.skipped,
        "is_symmetric": summary.is_symmetric,
        "sentences": list(summary.sentences),
        "regions": [_region_summary_json(region) for region in summary.regions],
    }


def _region_summary_json(region: RegionSummary) -> dict[str, Any]:
    return {
        "region": region.region.name,
        "title": region.region.title,
        "estimates": {key: asdict(value) for key, value in region.estimates.items()},
        "lesions": {key: asdict(value) for key, value in region.lesions.items()},
        "by_size": [asdict(group) for group in region.by_size],
        "by_contrast": [asdict(group) for group in region.by_contrast],
    }


# --- CSV -----------------------------------------------------------------------------------


def to_csv(evaluated: Sequence[Evaluated]) -> str:
    """A table with a row for each region of each case, for each of its slices and lesions.

    Decimal dots, commas between, every cell quoted; n/a where there is no number; text that a
    spreadsheet would run as a formula has an apostrophe in front.
    """
    return csv_text(
        COLUMNS,
        (
            {"case": case.case_id, "person": number, "region": score.region.name, **row}
            for case, number in zip(evaluated, person_numbers(evaluated), strict=True)
            for score in case.scores
            for row in _rows(score)
        ),
    )


def _rows(score: RegionScore) -> Iterator[dict[str, Any]]:
    has_lesions = score.region.name == LESION_REGION
    yield {
        "level": "case",
        **{
            key: MEASURES[key].of(score)
            for key in _CASE_MEASURES
            if has_lesions or MEASURES[key].group != LESIONS
        },
        "slice_dice_mean": score.slice_dice_mean,
        "reference_voxels": score.reference_voxels,
        "prediction_voxels": score.prediction_voxels,
        "reference_ml": score.reference_ml,
        "prediction_ml": score.prediction_ml,
    }
    for z, value in enumerate(score.dice_per_slice.tolist()):
        yield {
            "level": "slice",
            "slice_index": z,
            "last_slice_index": z,
            "dice": None if math.isnan(value) else value,
        }
    for lesion in score.lesions:
        side = "prediction" if lesion.kind == "false" else "reference"
        yield {
            "level": "lesion",
            "slice_index": lesion.slices[0],
            "last_slice_index": lesion.slices[1],
            f"{side}_voxels": lesion.voxels,
            f"{side}_ml": lesion.volume_ml,
            "dice": lesion.dice,
            "lesion": lesion.kind,
            "diameter_mm": lesion.diameter_mm,
            "contrast_hu": lesion.contrast_hu,
            "wrong_ml": lesion.wrong_ml,
        }


def summary_csv(summary: EvaluationSummary) -> str:
    """A row for each number of each region: its mean and interval; then the groups of lesions."""
    return csv_text(
        SUMMARY_COLUMNS,
        (
            {"region": region.region.name, **row}
            for region in summary.regions
            for row in _summary_rows(region)
        ),
    )


def _summary_rows(region: RegionSummary) -> Iterator[dict[str, Any]]:
    for key, estimate in region.estimates.items():
        yield {"measure": key, "unit": MEASURES[key].unit, "group": "", **_cells(estimate)}
    for key, estimate in region.lesions.items():
        yield {"measure": f"lesion_{key}", "unit": "", "group": "all lesions", **_cells(estimate)}
    for group in (*region.by_size, *region.by_contrast):
        yield from _group_rows(group)


def _group_rows(group: LesionGroup) -> Iterator[dict[str, Any]]:
    counts = {"found": group.found, "missed": group.missed, "false": group.false}
    yield {
        "measure": "lesion_recall",
        "unit": "",
        "group": group.title,
        **_cells(group.recall),
        **counts,
    }
    yield {"measure": "lesion_dice", "unit": "", "group": group.title, **_cells(group.dice)}


def _cells(estimate: Estimate) -> dict[str, Any]:
    return asdict(estimate)
