"""What a saved evaluation tells a report: the JSON file that ``unet-core evaluate`` wrote."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from unet_core.errors import InputError
from unet_core.io import atomic
from unet_core.io.headers import display_name
from unet_core.report.privacy import Pseudonyms

_LESION_COUNTS = ("found", "missed", "false")


@dataclass(frozen=True)
class RegionFacts:
    """One region of one case.

    Attributes:
        name: Of the region.
        numbers: By key of ``evaluation.measures.MEASURES``; None for n/a.
        dice: Of every slice, NaN where nothing is counted.
        lesions: How many are found, missed and false; empty for organs.
    """

    name: str
    numbers: Mapping[str, float | None]
    dice: tuple[float, ...] = ()
    lesions: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class CaseFacts:
    """One case; ``notices`` are scrubbed."""

    case_id: str
    regions: tuple[RegionFacts, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class EvaluationFacts:
    """A whole evaluation.

    Attributes:
        names: What each case is called.
        cases: In order.
        persons: How many the cases are of; 0 if unknown.
        regions: What the file says of each region over all cases, as it stands there.
        sentences: What stands out, scrubbed.
        skipped: Why cases were left out, scrubbed.
        rules: What the numbers mean.
        is_symmetric: Whether two readers were compared.
        gaps: Sentences on what the file does not hold.
    """

    names: Pseudonyms
    cases: tuple[CaseFacts, ...]
    persons: int = 0
    regions: tuple[Mapping[str, Any], ...] = ()
    sentences: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    is_symmetric: bool = False
    gaps: tuple[str, ...] = ()

    @property
    def region_names(self) -> tuple[str, ...]:
        """In the order they first appear."""
        return tuple(dict.fromkeys(r.name for case in self.cases for r in case.regions))


def read_evaluation(path: Path) -> EvaluationFacts:
    """The evaluation in a JSON file.

    Raises:
        InputError: If it cannot be read or holds no evaluation.
    """
    values = atomic.read_json(path)
    try:
        known = values if isinstance(values, dict) else {"cases": values}
        return facts_of(known, (path.absolute(),))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputError(
            display_name(path), "holds no evaluation", "choose what unet-core evaluate --json wrote"
        ) from None


def facts_of(
    values: Mapping[str, Any], folders: Iterable[Path] = (), people: Iterable[str] = ()
) -> EvaluationFacts:
    """What ``evaluation.export.evaluation_json`` gave, once more.

    Args:
        values: As it made them.
        folders: Whose names say too much, files among them.
        people: Names of persons.

    Raises:
        KeyError: If it is none.
        TypeError: If it is none.
        ValueError: If it has no case.
    """
    cases = [case for case in values["cases"] if isinstance(case["case"], str)]
    if not cases:
        raise ValueError
    labels = {str(region["region"]) for case in cases for region in case["regions"]}
    left_out = [str(name) for name in values.get("skipped_cases") or ()]
    told = {str(case["person"]) for case in cases if case.get("person")}
    names = report_names(
        [str(case["case"]) for case in cases], left_out, folders, labels, {*people, *told}
    )
    return _facts(values, cases, names)


def report_names(
    cases: Iterable[str],
    left_out: Iterable[str] = (),
    folders: Iterable[Path] = (),
    labels: Iterable[str] = (),
    people: Iterable[str] = (),
) -> Pseudonyms:
    """What each case of an evaluation is called in its report; those left out have names too.

    >>> report_names(["b10", "b9"], ["b1"]).title("b9")
    'Case 2'
    """
    return Pseudonyms([*cases, *left_out], tuple(folders), labels, people)


def _facts(
    values: Mapping[str, Any], cases: Sequence[Mapping[str, Any]], names: Pseudonyms
) -> EvaluationFacts:
    summary = values.get("summary") or {}
    rules = values.get("rules") or {"empty": cases[0].get("empty_rule", "")}
    gaps = () if summary else ("This file has no summary over its cases: evaluate them again.",)
    return EvaluationFacts(
        names=names,
        cases=tuple(_case(case, names) for case in cases),
        persons=int(summary.get("persons") or 0),
        regions=tuple(summary.get("regions") or ()),
        sentences=tuple(names.scrubbed(str(text)) for text in summary.get("sentences") or ()),
        skipped=tuple(names.scrubbed(str(text)) for text in values.get("skipped") or ()),
        rules=tuple(str(rule) for rule in dict(rules).values() if rule),
        is_symmetric=bool(summary.get("is_symmetric")),
        gaps=gaps,
    )


def _case(case: Mapping[str, Any], names: Pseudonyms) -> CaseFacts:
    return CaseFacts(
        case_id=str(case["case"]),
        regions=tuple(_region(region) for region in case["regions"]),
        notices=tuple(names.scrubbed(str(text)) for text in case.get("notices") or ()),
    )


def _region(region: Mapping[str, Any]) -> RegionFacts:
    per_case, per_slice = dict(region["per_case"]), dict(region.get("per_slice") or {})
    lesions = dict(region.get("per_lesion") or {})
    numbers = {key: value for key, value in per_case.items() if _is_number(value)}
    numbers["slice_dice"] = per_slice.get("dice_mean")
    for key in ("recall", "precision", "f1"):
        numbers[f"lesion_{key}"] = lesions.get(key)
    return RegionFacts(
        name=str(region["region"]),
        numbers=numbers,
        dice=tuple(math.nan if v is None else float(v) for v in per_slice.get("dice") or ()),
        lesions={key: int(lesions.get(key) or 0) for key in _LESION_COUNTS} if lesions else {},
    )


def _is_number(value: Any) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))
