"""Which post-processing pays, found on predictions of patients no network in question has seen.

As nnU-Net does (Isensee 2021, doi:10.1038/s41592-020-01008-z), an option is used only where
cross-validation shows a gain; here the options are tried one after the other, and each must pay
for itself on top of those before it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.components import Box, components
from unet_core.config import PredictConfig
from unet_core.metrics import Overlap
from unet_core.postprocess import Pieces, TakenApart, take_apart
from unet_core.volume import Label, Labels, Region, regions_of

SMALLEST_LESIONS = (10, 30, 100, 300, 1000)
"""Voxels tried; half a decade apart, as lesions differ by decades."""
LEAST_GAIN = 0.001
RULE = (
    "Options are tried one after the other, the most gainful first. One is used if it raises the "
    f"mean case Dice by at least {LEAST_GAIN} over the options before it, makes more patients "
    "better than worse, lowers the mean of no label, and takes away more false lesions than "
    "found ones wherever it takes away lesions. For this comparison alone, a patient rightly "
    "left without a label counts as 1."
)
_SAME = 1e-9
_NO_PAIRS = np.zeros((0, 2), np.int64)
NOTHING = PredictConfig(largest_liver=False, tumour_inside_liver=False, smallest_lesion=0)
"""No post-processing at all."""


@dataclass(frozen=True)
class CaseResult:
    """One prediction after one kind of post-processing.

    Attributes:
        dice: Case Dice of each region; NaN where reference and prediction are both empty.
        found: Reference lesions met by the prediction.
        missed: Reference lesions not met.
        true: Predicted lesions that meet one of the reference.
        false: Predicted lesions that meet none.
    """

    dice: Mapping[str, float]
    found: int = 0
    missed: int = 0
    true: int = 0
    false: int = 0


@dataclass(frozen=True)
class Evidence:
    """One prediction beside its reference, reduced to counts: every setting follows from them.

    Attributes:
        pieces: The prediction in pieces.
        regions: What is scored, as the prediction holds it.
        shared: (P, R) voxels of each piece inside each region of the reference.
        totals: (R,) voxels of the reference in each region.
        touching: (N, 2) predicted tumour piece and reference lesion that share a voxel.
        lesions: Reference lesions.
    """

    pieces: Pieces | None
    regions: tuple[Region, ...]
    shared: NDArray[np.int64]
    totals: NDArray[np.int64]
    touching: NDArray[np.int64]
    lesions: int

    @classmethod
    def of(
        cls,
        reference: Labels,
        prediction: Labels,
        labels: Mapping[int, Label],
        reference_labels: Mapping[int, Label] | None = None,
    ) -> "Evidence":
        """Compare two (Z, Y, X) label arrays of one shape.

        Args:
            reference: By a person.
            prediction: Without any post-processing.
            labels: What the network predicts.
            reference_labels: What the reference holds, where that is more.
        """
        regions = _regions(labels)
        by_name = {region.name: region for region in _regions(reference_labels or labels)}
        truths = [by_name.get(region.name, region) for region in regions]
        taken = take_apart(prediction, labels)
        totals = [int(np.count_nonzero(region.mask(reference))) for region in truths]
        tumour = next((r for r in truths if r.name == "tumour"), None)
        truth = components(tumour.mask(reference)) if tumour else None
        count = int(truth[0].max()) if truth else 0
        pieces, shared, touching = None, np.zeros((0, len(regions)), np.int64), _NO_PAIRS
        if taken is not None:
            pieces = taken.pieces
            shared = _shared(reference[taken.box][taken.inside], taken, truths)
            if truth is not None:
                touching = _touching(_seen_from(taken.box, *truth)[taken.inside], taken)
        return cls(pieces, regions, shared, np.array(totals, np.int64), touching, count)

    def result(self, config: PredictConfig) -> CaseResult:
        """The scores of ``postprocess.clean(prediction, labels, config)``."""
        if self.pieces is None:
            dice = {
                region.name: 0.0 if total else math.nan
                for region, total in zip(self.regions, self.totals.tolist(), strict=True)
            }
            return CaseResult(dice, missed=self.lesions)
        values = self.pieces.values_after(config)
        scores: dict[str, float] = {}
        for column, region in enumerate(self.regions):
            counted = np.isin(values, region.values)
            overlap = Overlap(
                both=int(self.shared[counted, column].sum()),
                reference=int(self.totals[column]),
                prediction=int(self.pieces.voxels[counted].sum()),
            )
            scores[region.name] = overlap.dice
        kept = self.pieces.are_tumours & (values == self.pieces.tumour)
        touching = self.touching[kept[self.touching[:, 0]]]
        found = len(np.unique(touching[:, 1]))
        true = len(np.unique(touching[:, 0]))
        return CaseResult(scores, found, self.lesions - found, true, int(kept.sum()) - true)


@dataclass(frozen=True)
class Candidate:
    """One kind of post-processing, scored on all cases.

    Attributes:
        config: Only its three options of post-processing count.
        dice: Mean case Dice of each region over cases that have one; None for n/a.
        lesion_recall: Reference lesions found, of all; None without any.
        lesion_precision: Predicted lesions that are true, of all; None without any.
        better: Cases with a higher Dice than without post-processing.
        worse: Cases with a lower one.
    """

    config: PredictConfig
    dice: Mapping[str, float | None]
    lesion_recall: float | None
    lesion_precision: float | None
    better: int
    worse: int

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            **options_json(self.config),
            "dice": dict(self.dice),
            "lesion_recall": self.lesion_recall,
            "lesion_precision": self.lesion_precision,
            "cases_better": self.better,
            "cases_worse": self.worse,
        }


@dataclass(frozen=True)
class Choice:
    """The post-processing that pays, and what every other would have given."""

    config: PredictConfig
    candidates: tuple[Candidate, ...]
    cases: int


def options_json(config: PredictConfig) -> dict[str, Any]:
    """The options of post-processing as plain values."""
    return {
        "largest_liver": config.largest_liver,
        "tumour_inside_liver": config.tumour_inside_liver,
        "smallest_lesion": config.smallest_lesion,
    }


def options_in_words(config: PredictConfig) -> str:
    """What post-processing does.

    >>> options_in_words(PredictConfig(tumour_inside_liver=False, smallest_lesion=30))
    'only the largest liver, no tumours of fewer than 30 voxels'
    """
    chosen = []
    if config.largest_liver:
        chosen.append("only the largest liver")
    if config.tumour_inside_liver:
        chosen.append("only tumours that touch the liver")
    if config.smallest_lesion:
        chosen.append(f"no tumours of fewer than {config.smallest_lesion} voxels")
    return ", ".join(chosen) or "none"


def choose(cases: Sequence[Evidence], labels: Mapping[int, Label]) -> Choice:
    """Pick options by ``RULE`` on out-of-fold predictions.

    Args:
        cases: At least one.
        labels: What was learned; options about labels that are missing are not tried.
    """
    results: dict[PredictConfig, list[CaseResult]] = {
        config: [case.result(config) for case in cases] for config in candidate_configs(labels)
    }
    chosen = NOTHING
    while (step := _best_step(chosen, results)) is not None:
        chosen = step
    base = results[NOTHING]
    candidates = tuple(_candidate(config, found, base) for config, found in results.items())
    return Choice(chosen, candidates, len(cases))


def candidate_configs(labels: Mapping[int, Label]) -> tuple[PredictConfig, ...]:
    """Every combination of options that makes sense for some labels, plainest first."""
    names = {label.name for label in labels.values()}
    largest = (False, True) if "liver" in names else (False,)
    inside = (False, True) if {"liver", "tumour"} <= names else (False,)
    sizes = (0, *SMALLEST_LESIONS) if "tumour" in names else (0,)
    combined = [
        replace(NOTHING, largest_liver=a, tumour_inside_liver=b, smallest_lesion=n)
        for a, b, n in product(largest, inside, sizes)
    ]
    return tuple(sorted(combined, key=_options_used))


def _options_used(config: PredictConfig) -> tuple[int, int]:
    used = config.largest_liver + config.tumour_inside_liver + bool(config.smallest_lesion)
    return used, config.smallest_lesion


def _best_step(
    current: PredictConfig, results: Mapping[PredictConfig, Sequence[CaseResult]]
) -> PredictConfig | None:
    """The most gainful candidate with one option more than ``current``; None if none pays."""
    steps = [config for config in results if _adds_one(current, config)]
    gains = {config: _gain(results[current], results[config]) for config in steps}
    paying = [config for config in steps if gains[config] is not None]
    return max(paying, key=lambda config: gains[config] or 0.0, default=None)


def _adds_one(current: PredictConfig, config: PredictConfig) -> bool:
    here, there = options_json(current), options_json(config)
    changed = [name for name in here if here[name] != there[name]]
    return len(changed) == 1 and not here[changed[0]]


def _gain(before: Sequence[CaseResult], after: Sequence[CaseResult]) -> float | None:
    """By how much the mean case Dice rises; None where ``RULE`` does not allow the step."""
    changes = np.array([_changes(a, b) for a, b in zip(before, after, strict=True)])
    of_cases = changes.mean(axis=1)
    better, worse = int((of_cases > _SAME).sum()), int((of_cases < -_SAME).sum())
    true_lost = sum(a.found - b.found for a, b in zip(before, after, strict=True))
    false_lost = sum(a.false - b.false for a, b in zip(before, after, strict=True))
    is_real = (
        of_cases.mean() >= LEAST_GAIN
        and better > worse
        and bool((changes.mean(axis=0) >= -_SAME).all())
        and (true_lost == 0 or false_lost > true_lost)
    )
    return float(of_cases.mean()) if is_real else None


def _changes(before: CaseResult, after: CaseResult) -> list[float]:
    """Change of Dice in each region; empty in both counts as 1."""
    if not before.dice:
        return [0.0]
    return [_or_one(after.dice[name]) - _or_one(before.dice[name]) for name in before.dice]


def _or_one(dice: float) -> float:
    return 1.0 if math.isnan(dice) else dice


def _candidate(
    config: PredictConfig, results: Sequence[CaseResult], base: Sequence[CaseResult]
) -> Candidate:
    changes = [float(np.mean(_changes(a, b))) for a, b in zip(base, results, strict=True)]
    found, missed, true, false = (
        sum(getattr(result, name) for result in results)
        for name in ("found", "missed", "true", "false")
    )
    return Candidate(
        config=config,
        dice={name: _mean([r.dice[name] for r in results]) for name in results[0].dice},
        lesion_recall=found / (found + missed) if found + missed else None,
        lesion_precision=true / (true + false) if true + false else None,
        better=sum(change > _SAME for change in changes),
        worse=sum(change < -_SAME for change in changes),
    )


def _mean(values: Sequence[float]) -> float | None:
    known = [value for value in values if not math.isnan(value)]
    return sum(known) / len(known) if known else None


def _regions(labels: Mapping[int, Label]) -> tuple[Region, ...]:
    """The regions that post-processing can change."""
    return tuple(r for r in regions_of(labels) if r.name in ("liver", "tumour"))


def _shared(part: Labels, taken: TakenApart, regions: Sequence[Region]) -> NDArray[np.int64]:
    count = len(taken.pieces.values)
    columns = [np.bincount(taken.numbers[r.mask(part)], minlength=count) for r in regions]
    return np.stack(columns, axis=1)


def _seen_from(box: Box, numbers: NDArray[Any], numbers_box: Box) -> NDArray[Any]:
    """What lies in ``box`` of numbers that lie in another one; 0 where they say nothing."""
    seen = np.zeros([side.stop - side.start for side in box], numbers.dtype)
    here, there = [], []
    for side, other in zip(box, numbers_box, strict=True):
        low, high = max(side.start, other.start), min(side.stop, other.stop)
        high = max(low, high)
        here.append(slice(low - side.start, high - side.start))
        there.append(slice(low - other.start, high - other.start))
    seen[tuple(here)] = numbers[tuple(there)]
    return seen


def _touching(lesions: NDArray[Any], taken: TakenApart) -> NDArray[np.int64]:
    both = (lesions > 0) & taken.pieces.are_tumours[taken.numbers]
    pairs = np.stack([taken.numbers[both], lesions[both]], axis=1).astype(np.int64)
    return np.unique(pairs, axis=0)
