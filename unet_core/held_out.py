"""Scores of patients by networks that never saw them: the numbers cross-validation is for."""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from unet_core.events import Evaluated


@dataclass(frozen=True)
class CaseScores:
    """One prediction against its reference; None stands for n/a (both empty).

    Attributes:
        dice: Of the whole case, for each region.
        slice_dice: Mean over slices where either holds the region.
        found: Reference lesions met by the prediction.
        missed: Reference lesions not met.
        true: Predicted lesions that meet one of the reference.
        false: Predicted lesions that meet none.
    """

    dice: Mapping[str, float | None]
    slice_dice: Mapping[str, float | None]
    found: int = 0
    missed: int = 0
    true: int = 0
    false: int = 0

    @classmethod
    def of(cls, evaluated: Evaluated, true: int = 0) -> Self:
        """The numbers kept of a scored prediction; ``true`` of its lesions are right."""
        kinds = [lesion.kind for score in evaluated.scores for lesion in score.lesions]
        return cls(
            dice={score.region.name: score.case_dice for score in evaluated.scores},
            slice_dice={score.region.name: score.slice_dice_mean for score in evaluated.scores},
            found=kinds.count("found"),
            missed=kinds.count("missed"),
            true=true,
            false=kinds.count("false"),
        )


@dataclass(frozen=True)
class HeldOutCase:
    """A patient's scan, predicted by the network of the fold that kept it aside.

    Attributes:
        fold: Number of that fold, from 0.
        image_sha256: Of its voxels: a name could be a patient's.
        before: Scores of what the network drew.
        after: Scores with the chosen post-processing.
    """

    fold: int
    image_sha256: str
    before: CaseScores
    after: CaseScores

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """What ``to_json`` wrote."""
        before, after = CaseScores(**values["before"]), CaseScores(**values["after"])
        return cls(int(values["fold"]), str(values["image_sha256"]), before, after)


@dataclass(frozen=True)
class Summary:
    """Scores of several cases; None for n/a.

    Attributes:
        cases: How many.
        dice: Mean case Dice of each region, over cases that have one.
        spread: Its standard deviation between cases; None for fewer than two.
        slice_dice: Mean over cases of their mean slice Dice.
        lesion_recall: Reference lesions found, of all.
        lesion_precision: Predicted lesions that are true, of all.
    """

    cases: int
    dice: Mapping[str, float | None]
    spread: Mapping[str, float | None]
    slice_dice: Mapping[str, float | None]
    lesion_recall: float | None
    lesion_precision: float | None

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


def summary(scores: Sequence[CaseScores]) -> Summary:
    """What several cases have in common.

    >>> one, two = (CaseScores({"liver": d}, {"liver": d}) for d in (0.8, 0.9))
    >>> found = summary([one, two])
    >>> f"{found.dice['liver']:.3f} +- {found.spread['liver']:.3f}"
    '0.850 +- 0.071'
    """
    regions = list(dict.fromkeys(name for case in scores for name in case.dice))
    dice = {name: _known([case.dice.get(name) for case in scores]) for name in regions}
    slices = {name: _known([case.slice_dice.get(name) for case in scores]) for name in regions}
    found, missed = sum(case.found for case in scores), sum(case.missed for case in scores)
    true, false = sum(case.true for case in scores), sum(case.false for case in scores)
    return Summary(
        cases=len(scores),
        dice={name: _mean(values) for name, values in dice.items()},
        spread={
            name: statistics.stdev(values) if len(values) > 1 else None
            for name, values in dice.items()
        },
        slice_dice={name: _mean(values) for name, values in slices.items()},
        lesion_recall=found / (found + missed) if found + missed else None,
        lesion_precision=true / (true + false) if true + false else None,
    )


def _known(values: Sequence[float | None]) -> list[float]:
    return [value for value in values if value is not None and not math.isnan(value)]


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
