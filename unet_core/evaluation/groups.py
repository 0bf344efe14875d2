"""Lesions by size and by contrast: where a network is good and where it is not."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from unet_core.evaluation.bootstrap import grouped, interval, ratio, resampled
from unet_core.scores import Estimate, LesionGroup, LesionScore, RegionScore

Scored = Sequence[tuple[str, RegionScore]]
SIZES_MM = (10.0, 20.0)
"""10 mm is the smallest lesion that RECIST 1.1 measures (doi:10.1016/j.ejca.2008.10.026); the LiTS
challenge tells small from large lesions at 10 and 20 mm too (doi:10.1016/j.media.2022.102680)."""
CONTRASTS_HU = (20.0, 40.0, 60.0)
"""Bounds of the LiTS challenge, whose entries were best at 40 to 60 HU and worst below 20."""


def by_size(scored: Scored) -> tuple[LesionGroup, ...]:
    """Groups by diameter; empty without a scale."""
    return _groups(scored, SIZES_MM, "mm", lambda lesion: lesion.diameter_mm)


def by_contrast(scored: Scored) -> tuple[LesionGroup, ...]:
    """Groups by the difference to the liver, darker or brighter; empty without scans."""
    return _groups(
        scored,
        CONTRASTS_HU,
        "HU",
        lambda lesion: None if lesion.contrast_hu is None else abs(lesion.contrast_hu),
    )


def _groups(
    scored: Scored,
    bounds: Sequence[float],
    unit: str,
    number: Callable[[LesionScore], float | None],
) -> tuple[LesionGroup, ...]:
    placed = [
        (person, int(np.searchsorted(bounds, value, side="right")), lesion)
        for person, score in scored
        for lesion in score.lesions
        if (value := number(lesion)) is not None
    ]
    if not placed:
        return ()
    return tuple(
        _group(title, [(person, lesion) for person, place, lesion in placed if place == n])
        for n, title in enumerate(titles(bounds, unit))
    )


def titles(bounds: Sequence[float], unit: str) -> list[str]:
    """What the groups between bounds are called.

    >>> titles((10.0, 20.0), "mm")
    ['under 10 mm', '10 to 20 mm', '20 mm and more']
    """
    texts = [f"{bound:g}" for bound in bounds]
    between = [f"{low} to {high} {unit}" for low, high in pairwise(texts)]
    return [f"under {texts[0]} {unit}", *between, f"{texts[-1]} {unit} and more"]


def _group(title: str, lesions: Sequence[tuple[str, LesionScore]]) -> LesionGroup:
    kinds = [lesion.kind for _, lesion in lesions]
    real = [(person, lesion) for person, lesion in lesions if lesion.kind != "false"]
    return LesionGroup(
        title=title,
        found=kinds.count("found"),
        missed=kinds.count("missed"),
        false=kinds.count("false"),
        recall=_share([(person, float(lesion.kind == "found")) for person, lesion in real]),
        dice=_share([(person, lesion.dice or 0.0) for person, lesion in real]),
    )


def _share(values: Sequence[tuple[str, float]]) -> Estimate:
    """Mean over lesions; persons are drawn anew with all their lesions."""
    if not values:
        return Estimate(None, None, None, 0, 0)
    sums = grouped([person for person, _ in values], np.array([[v, 1.0] for _, v in values]))
    low, high = None, None
    if len(sums) > 1:
        drawn = resampled(sums)
        low, high = interval(ratio(drawn[:, 0], drawn[:, 1]))
    total, count = sums.sum(axis=0)
    return Estimate(float(total / count), low, high, int(count), len(sums))
