"""What the scans a model learned from had in common, in a few numbers: its training fingerprint.

Grey is that of the pictures the network is given, so what is compared is what the network sees.
Nobody can be told by these numbers: they are ranges over scans, without names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.slice_case import SliceCase

PERCENTILES = (10, 50, 90)
"""Of pixels that are neither black nor white: dark, middle and bright tissue."""
SLICES_LOOKED_AT = 48
"""Evenly spread over a scan."""
FEWEST_PIXELS = 50
"""Of a label, on the slices looked at; the median of fewer tells nothing."""
Range = tuple[float, float]
"""Lowest and highest over scans."""
_known: dict[Path, "GreyFacts"] = {}
"""By the folder of each cached case: every best round of a run asks for them."""


@dataclass(frozen=True)
class GreyFacts:
    """One scan as a network sees it.

    Attributes:
        share: Of pixels that are neither black nor white, 0..1.
        percentiles: Grey at ``PERCENTILES`` of these pixels, 0..255; empty without any.
        labels: Median grey of each label, by value.
    """

    share: float
    percentiles: tuple[float, ...] = ()
    labels: Mapping[int, float] | None = None


@dataclass(frozen=True)
class TrainingRange:
    """Several scans.

    Attributes:
        cases: How many.
        share: Of pixels that are neither black nor white.
        percentiles: Grey at each of ``PERCENTILES``.
        labels: Median grey of each label, by name.
        slices: Axial slices of a scan.
        spacing_xyz_mm: Range along x, y and z; None where no scan has a scale.
    """

    cases: int
    share: Range
    percentiles: tuple[Range, ...]
    labels: Mapping[str, Range]
    slices: tuple[int, int]
    spacing_xyz_mm: tuple[Range, Range, Range] | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """What ``to_json`` wrote; KeyError, TypeError or ValueError if it is not."""
        spacing = values["spacing_xyz_mm"]
        percentiles = tuple(map(_range, values["percentiles"]))
        if len(percentiles) != len(PERCENTILES):
            raise ValueError
        first, last = values["slices"]
        return cls(
            cases=int(values["cases"]),
            share=_range(values["share"]),
            percentiles=percentiles,
            labels={str(name): _range(found) for name, found in dict(values["labels"]).items()},
            slices=(int(first), int(last)),
            spacing_xyz_mm=None if spacing is None else _three(list(map(_range, spacing))),
        )


def _range(values: Any) -> Range:
    low, high = values
    return float(low), float(high)


def _three(ranges: Sequence[Range]) -> tuple[Range, Range, Range]:
    x, y, z = ranges
    return x, y, z


def spread_over(count: int) -> NDArray[np.intp]:
    """At most ``SLICES_LOOKED_AT`` of ``count`` slices, evenly spread, each once.

    >>> spread_over(3).tolist()
    [0, 1, 2]
    """
    places = np.linspace(0, count - 1, min(count, SLICES_LOOKED_AT))
    return np.unique(np.rint(places).astype(np.intp))


def grey_facts(
    grey: NDArray[np.uint8], labels: NDArray[np.uint8] | None = None, values: Sequence[int] = ()
) -> GreyFacts:
    """The numbers of some slices.

    Args:
        grey: (n, S, S) uint8, as the network is shown them.
        labels: (n, S, S) uint8 label of each pixel, if known.
        values: Labels asked for.

    >>> grey_facts(np.full((1, 2, 2), 7, np.uint8)).percentiles
    (7.0, 7.0, 7.0)
    """
    histogram = np.bincount(grey.ravel(), minlength=256)
    inner = histogram.copy()
    inner[[0, 255]] = 0
    medians = {}
    if labels is not None:
        for value in values:
            inside = np.bincount(grey[labels == value], minlength=256)
            if inside.sum() >= FEWEST_PIXELS:
                medians[value] = _quantile(inside, 50)
    found = int(inner.sum())
    return GreyFacts(
        share=found / max(int(histogram.sum()), 1),
        percentiles=tuple(_quantile(inner, share) for share in PERCENTILES) if found else (),
        labels=medians,
    )


def _quantile(histogram: NDArray[np.intp], percent: float) -> float:
    """The lowest grey that so many percent of the pixels do not exceed."""
    sums = np.cumsum(histogram)
    return float(np.searchsorted(sums, max(np.ceil(percent / 100 * sums[-1]), 1)))


def range_of(cases: Sequence[SliceCase]) -> TrainingRange | None:
    """Of scans in the slice cache; None where none shows anything.

    A few slices of each are read, once for as long as the program runs.
    """
    facts = [_facts_of(case) for case in cases]
    seen = [(case, one) for case, one in zip(cases, facts, strict=True) if one.percentiles]
    if not seen:
        return None
    labels: dict[str, list[float]] = {}
    for case, one in seen:
        for value, median in (one.labels or {}).items():
            labels.setdefault(case.labels[value].name, []).append(median)
    spacings = [case.spacing_xyz_mm for case, _ in seen if case.spacing_xyz_mm]
    return TrainingRange(
        cases=len(seen),
        share=_ends([one.share for _, one in seen]),
        percentiles=tuple(
            _ends([one.percentiles[place] for _, one in seen]) for place in range(len(PERCENTILES))
        ),
        labels={name: _ends(medians) for name, medians in labels.items()},
        slices=(min(case.count for case, _ in seen), max(case.count for case, _ in seen)),
        spacing_xyz_mm=(
            _three([_ends(along) for along in zip(*spacings, strict=True)]) if spacings else None
        ),
    )


def _ends(values: Sequence[float]) -> Range:
    return float(min(values)), float(max(values))


def _facts_of(case: SliceCase) -> GreyFacts:
    """Read when it is first asked for; a cache's name changes with whatever shaped it."""
    if case.folder not in _known:
        z = spread_over(case.count)
        try:
            images, labels = case.images()[z], case.small_labels()[z]
        except InputError:  # a cache that is gone says so where the run needs it
            return GreyFacts(0.0)
        _known[case.folder] = grey_facts(images, labels, tuple(case.labels))
    return _known[case.folder]
