"""What the cases of an evaluation have in common: means with confidence intervals."""

import statistics
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from unet_core.evaluation.bootstrap import grouped, interval, ratio, resampled
from unet_core.evaluation.groups import by_contrast, by_size
from unet_core.evaluation.lesion_errors import lesion_errors, sentences_on
from unet_core.evaluation.measures import LESIONS, MEASURES, Measure
from unet_core.scores import (
    Estimate,
    Evaluated,
    EvaluationSummary,
    RegionScore,
    RegionSummary,
)

Scored = Sequence[tuple[str, RegionScore]]
"""Name of the person and score of one region in each case."""
FEW_PERSONS = 10


def summarise(
    cases: Sequence[Evaluated], *, skipped: int = 0, is_symmetric: bool = False
) -> EvaluationSummary:
    """All cases together, region by region in the order they first appear.

    Args:
        cases: At least one.
        skipped: Cases that could not be compared.
        is_symmetric: Both sides are readers: numbers that need a reference are left out.
    """
    persons = [person_of(case) for case in cases]
    regions = {score.region.name: score.region for case in cases for score in case.scores}
    summaries = []
    for name, region in regions.items():
        scored = [
            (person, score)
            for person, case in zip(persons, cases, strict=True)
            for score in case.scores
            if score.region.name == name
        ]
        has_lesions = any(score.lesions for _, score in scored)
        summaries.append(
            RegionSummary(
                region=region,
                estimates={
                    key: _mean(measure, scored)
                    for key, measure in MEASURES.items()
                    if measure.group != LESIONS and (measure.is_symmetric or not is_symmetric)
                },
                lesions=_lesions(scored, is_symmetric) if has_lesions else {},
                by_size=by_size(scored) if has_lesions and not is_symmetric else (),
                by_contrast=by_contrast(scored) if has_lesions and not is_symmetric else (),
            )
        )
    sentences = () if is_symmetric else sentences_on(lesion_errors(cases))
    return EvaluationSummary(
        cases=len(cases),
        persons=len(set(persons)),
        skipped=skipped,
        regions=tuple(summaries),
        sentences=(*sentences, *_doubts(summaries, len(set(persons)))),
        is_symmetric=is_symmetric,
    )


def person_of(case: Evaluated) -> str:
    """Whose scan it is: the case's own name where nobody knows better."""
    return case.person or case.case_id


def _mean(measure: Measure, scored: Scored) -> Estimate:
    values = [(person, measure.of(score)) for person, score in scored]
    known = [(person, value) for person, value in values if value is not None]
    return mean_of(known, not_counted=len(values) - len(known))


def mean_of(known: Sequence[tuple[str, float]], not_counted: int = 0) -> Estimate:
    """Mean of numbers that belong to persons, with its interval.

    >>> mean_of([("a", 0.5), ("b", 1.0)]).value
    0.75
    """
    if not known:
        return Estimate(None, None, None, 0, 0, not_counted)
    persons = [person for person, _ in known]
    values = [value for _, value in known]
    sums = grouped(persons, np.array([[value, 1.0] for value in values]))
    low, high = None, None
    if len(sums) > 1:
        drawn = resampled(sums)
        low, high = interval(ratio(drawn[:, 0], drawn[:, 1]))
    return Estimate(
        value=statistics.fmean(values),
        low=low,
        high=high,
        cases=len(values),
        persons=len(sums),
        not_counted=not_counted,
        median=statistics.median(values),
    )


def _lesions(scored: Scored, is_symmetric: bool) -> Mapping[str, Estimate]:
    """Recall, precision and F1 over all lesions of all cases."""
    persons = [person for person, _ in scored]
    rows = np.array(
        [
            [s.count("found"), s.count("missed"), s.true_predictions, s.count("false")]
            for _, s in scored
        ],
        np.float64,
    )
    sums = grouped(persons, rows)
    whole = _shares(sums.sum(axis=0, keepdims=True))
    drawn = _shares(resampled(sums)) if len(sums) > 1 else None
    result = {}
    for key, shares in whole.items():
        if is_symmetric and key != "f1":
            continue
        value = float(shares[0])
        low, high = (None, None) if drawn is None else interval(drawn[key])
        is_known = value == value
        result[key] = Estimate(
            value=value if is_known else None,
            low=low if is_known else None,
            high=high if is_known else None,
            cases=len(scored),
            persons=len(sums),
        )
    return result


def _shares(sums: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
    found, missed, right, false = sums.T
    recall, precision = ratio(found, found + missed), ratio(right, right + false)
    both = np.nan_to_num(recall) + np.nan_to_num(precision)
    f1 = ratio(2 * np.nan_to_num(recall) * np.nan_to_num(precision), both)
    one_side = (both == 0) & ~(np.isnan(recall) & np.isnan(precision))
    return {"recall": recall, "precision": precision, "f1": np.where(one_side, 0.0, f1)}


def _doubts(regions: Sequence[RegionSummary], persons: int) -> list[str]:
    """What a reader of the means must know."""
    found = []
    numbers = [
        [region.estimates[key].cases for key in ("dice", "surface_dice_1mm", "hd95_mm")]
        for region in regions
    ]
    if unscaled := max((dice - surface for dice, surface, _ in numbers), default=0):
        found.append(f"Outlines are n/a in {_cases(unscaled)} without a scale.")
    for region, (_, surface, distance) in zip(regions, numbers, strict=True):
        if one_sided := surface - distance:
            found.append(
                f"Distances of {region.region.name} leave out {_cases(one_sided)} in which one "
                "side is empty: they flatter."
            )
    if 1 < persons < FEW_PERSONS:
        found.append(
            f"Only {persons} persons: the confidence intervals are rather too narrow than too wide."
        )
    return found


def _cases(count: int) -> str:
    return "1 case" if count == 1 else f"{count} cases"
