"""Compare predictions with references, as masks in memory, as two files or as two folders."""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from unet_core.case import Case
from unet_core.case_masks import label_mapping, load_mask
from unet_core.case_names import Key, bare_name, key_of, natural_key, stem
from unet_core.cases import find_cases
from unet_core.errors import InputError
from unet_core.events import Evaluated, Event, LesionScore, Notice, Progress, RegionScore
from unet_core.io import load_label_map
from unet_core.io.headers import display_name
from unet_core.lesions import LESION_RULE
from unet_core.metrics import EMPTY_RULE, score_case
from unet_core.tables import csv_text
from unet_core.volume import LabelMap

COLUMNS = (
    "case",
    "region",
    "level",
    "slice_index",
    "last_slice_index",
    "dice",
    "iou",
    "sensitivity",
    "precision",
    "slice_dice_mean",
    "reference_voxels",
    "prediction_voxels",
    "reference_ml",
    "prediction_ml",
    "lesion",
)
"""Of the table ``to_csv`` writes. ``level`` is "case", "slice" or "lesion"; slices count from 0 at
the feet."""


def evaluate(reference: LabelMap, prediction: LabelMap) -> Iterator[Event]:
    """Progress, then Evaluated, for two masks of one scan.

    Raises:
        InputError: If they do not lie on the same grid.
    """
    yield Progress(0, 1, f"Comparing {prediction.name} with {reference.name}")
    yield score_case(reference, prediction, reference.name)


def evaluate_paths(reference: Path, prediction: Path) -> Iterator[Event]:
    """Progress and Evaluated for two files, or for each pair of two folders.

    Files of two folders belong together if their names are the same, or the same but for words
    like "mask", or else if they alone hold the same numbers. What has no partner, or cannot be
    compared, is named in a Notice.

    Raises:
        InputError: If a file is unsound or lies on another grid, or no pair could be compared.
    """
    if reference.is_dir() != prediction.is_dir():
        folder = display_name(reference if reference.is_dir() else prediction)
        raise InputError(folder, "is a folder and the other is none", "give two files or folders")
    if not reference.is_dir():
        yield Progress(0, 1, f"Comparing {display_name(prediction)} with {display_name(reference)}")
        yield score_case(load_label_map(reference), load_label_map(prediction), stem(reference))
        return
    yield from _evaluate_folders(reference, prediction)


def _evaluate_folders(reference: Path, prediction: Path) -> Iterator[Event]:
    truths, guesses = _masks_in(reference), _masks_in(prediction)
    yield Progress(0, len(truths), "Reading label values")
    truth_values, guess_values = label_mapping(truths), label_mapping(guesses)
    pairs, lonely = _matched(truths, guesses)
    for kind, case in lonely:
        other = "prediction" if kind == "reference" else "reference"
        yield Notice(f"The {kind} {_shown(case)} has no {other} and is not scored.")
    done = 0
    for number, (truth, guess) in enumerate(pairs):
        yield Progress(number, len(pairs), f"Comparing {_shown(guess)} with {_shown(truth)}")
        try:
            yield score_case(
                _loaded(truth, truth_values), _loaded(guess, guess_values), truth.case_id
            )
            done += 1
        except InputError as error:
            yield Notice(f"{truth.case_id} is not scored: {error}")
    if not done:
        raise InputError(
            display_name(prediction),
            f"holds nothing that could be compared with {display_name(reference)}",
            "give masks of the same scans the same name or number",
        )


def _loaded(case: Case, value_map: Mapping[int, int] | None) -> LabelMap:
    return load_mask(case, value_map=value_map)


def _masks_in(folder: Path) -> list[Case]:
    """The masks of a data set, or every file of a folder that holds nothing but masks."""
    try:
        cases = find_cases(folder).cases
    except InputError:
        files = sorted((p for p in folder.iterdir() if stem(p) != p.name), key=natural_key)
        return [Case(stem(path), None, (), (path,)) for path in files]
    return list(cases)


def _shown(case: Case) -> str:
    return display_name(case.mask_paths[0]) if len(case.mask_paths) == 1 else case.case_id


def _matched(
    references: list[Case], predictions: list[Case]
) -> tuple[list[tuple[Case, Case]], list[tuple[str, Case]]]:
    """Pairs in the order of references, and what is left, with "reference" or "prediction"."""
    partners: dict[str, Case] = {}
    for key in (_whole_name, _bare_name, _numbers):
        for truth in references:
            if truth.case_id in partners or not key(truth):
                continue
            taken = [id(case) for case in partners.values()]
            free = [c for c in predictions if id(c) not in taken and key(c) == key(truth)]
            rivals = [c for c in references if c.case_id not in partners and key(c) == key(truth)]
            if len(free) == len(rivals) == 1:
                partners[truth.case_id] = free[0]
    pairs = [(case, partners[case.case_id]) for case in references if case.case_id in partners]
    used = [id(case) for case in partners.values()]
    lonely = [("reference", case) for case in references if case.case_id not in partners]
    lonely += [("prediction", case) for case in predictions if id(case) not in used]
    return pairs, lonely


def _whole_name(case: Case) -> Key:
    return key_of(stem(case.mask_paths[0])) if len(case.mask_paths) == 1 else ()


def _bare_name(case: Case) -> Key:
    return key_of(bare_name(case.mask_paths[0]) if len(case.mask_paths) == 1 else case.case_id)


def _numbers(case: Case) -> Key:
    return tuple(part for part in _bare_name(case) if isinstance(part, int))


# --- JSON ----------------------------------------------------------------------------------


def to_json(evaluated: Evaluated) -> dict[str, Any]:
    """Plain values for a JSON file; n/a is null. Says what each number is of, and the rules."""
    return {
        "case": evaluated.case_id,
        "empty_rule": EMPTY_RULE,
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
    if score.region.name == "tumour":
        result["per_lesion"] = _lesions_json(score.lesions)
    return result


def _lesions_json(lesions: Sequence[LesionScore]) -> dict[str, Any]:
    found, missed, false = lesion_counts(lesions)
    return {
        "of": "each connected lesion",
        "rule": LESION_RULE,
        "found": found,
        "missed": missed,
        "false": false,
        "recall": found / (found + missed) if found + missed else None,
        "lesions": [
            {
                "kind": lesion.kind,
                "voxels": lesion.voxels,
                "ml": lesion.volume_ml,
                "slices": list(lesion.slices),
                "index_zyx": list(lesion.index_zyx),
            }
            for lesion in lesions
        ],
    }


def lesion_counts(lesions: Sequence[LesionScore]) -> tuple[int, int, int]:
    """How many are found, missed and false."""
    kinds = [lesion.kind for lesion in lesions]
    return kinds.count("found"), kinds.count("missed"), kinds.count("false")


# --- CSV -----------------------------------------------------------------------------------


def to_csv(evaluated: Sequence[Evaluated]) -> str:
    """A table with a row for each region of each case, for each of its slices and lesions.

    Decimal dots, commas between, every cell quoted; n/a where there is no number; text that a
    spreadsheet would run as a formula has an apostrophe in front.
    """
    return csv_text(
        COLUMNS,
        (
            {"case": case.case_id, "region": score.region.name, **row}
            for case in evaluated
            for score in case.scores
            for row in _rows(score)
        ),
    )


def _rows(score: RegionScore) -> Iterator[dict[str, Any]]:
    yield {
        "level": "case",
        "dice": score.case_dice,
        "iou": score.case_iou,
        "sensitivity": score.sensitivity,
        "precision": score.precision,
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
            "lesion": lesion.kind,
        }
