"""Confidence intervals of means and pooled shares, by drawing persons anew.

The percentile bootstrap (Efron 1979, doi:10.1214/aos/1176344552) over persons, as Metrics Reloaded
asks for: two scans of one person are not two pieces of evidence, so whoever is drawn comes with all
scans. Every number here is a sum over persons divided by another, whose sums are drawn together;
``scipy.stats.bootstrap`` draws each number by itself and knows no groups.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 9_999
LEVEL = 0.95
SEED = 0
_AT_ONCE = 2_000_000
"""Numbers drawn at once: 16 MB."""
_MOST_KEPT = 1_000
"""Persons whose draws are kept, which take 20 MB then."""

INTERVAL_RULE = (
    "95 % confidence intervals by the percentile bootstrap over persons (9,999 resamples, seed 0); "
    "n/a with fewer than two persons. With fewer than about ten they are too narrow: read them as "
    "a lower bound of the doubt."
)

Sums = NDArray[np.float64]
"""(persons, N): what each person adds to N sums."""


def resampled(sums: Sums) -> Sums:
    """(RESAMPLES, N) totals of as many persons as there are, drawn with replacement."""
    persons = len(sums)
    times = _kept_draws(persons) if persons <= _MOST_KEPT else _draws(persons)
    return np.concatenate([part.astype(np.float64) @ sums for part in times])


def _draws(persons: int) -> Iterator[NDArray[np.integer]]:
    """How often each person is drawn in each resample; the same for every number."""
    generator = np.random.default_rng(SEED)
    step = max(_AT_ONCE // max(persons, 1), 1)
    for first in range(0, RESAMPLES, step):
        size = min(step, RESAMPLES - first)
        yield generator.multinomial(persons, np.full(persons, 1 / persons), size)


@lru_cache(maxsize=2)
def _kept_draws(persons: int) -> tuple[NDArray[np.uint16], ...]:
    """Drawn once for the forty numbers of a summary: it takes half a second for 500 persons."""
    return tuple(part.astype(np.uint16) for part in _draws(persons))


def interval(values: NDArray[np.float64]) -> tuple[float | None, float | None]:
    """The middle 95 % of resampled numbers; NaN are resamples in which the number is n/a.

    >>> [round(end) for end in interval(np.arange(1001.0))]
    [25, 975]
    """
    known = values[np.isfinite(values)]
    if not len(known):
        return None, None
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(known, [tail, 1 - tail])
    return float(low), float(high)


def ratio(parts: Sums, wholes: Sums) -> Sums:
    """``parts / wholes``; NaN where the whole is 0."""
    result = np.full(np.broadcast(parts, wholes).shape, np.nan)
    np.divide(parts, wholes, out=result, where=wholes > 0)
    return result


def grouped(persons: Sequence[str], rows: NDArray[np.float64]) -> Sums:
    """Rows of cases added up for each person, in the order of first appearance.

    >>> grouped(["a", "b", "a"], np.array([[1.0], [2.0], [3.0]])).tolist()
    [[4.0], [2.0]]
    """
    places = {name: place for place, name in enumerate(dict.fromkeys(persons))}
    sums = np.zeros((len(places), rows.shape[1]))
    np.add.at(sums, [places[name] for name in persons], rows)
    return sums
