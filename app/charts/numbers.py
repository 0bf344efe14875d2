"""What is done to numbers before they are drawn: smoothing, and thinning to the pixels."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_FORGOTTEN = 1e-18
"""A factor below which earlier values no longer change a float64."""
POINTS_A_COLUMN = 4


def smoothed(values: Numbers, weight: float) -> Numbers:
    """Exponential moving average, corrected for its start, as TensorBoard's scalar charts have it.

    ``last = weight * last + (1 - weight) * value``, divided by ``1 - weight ** count`` (Kingma and
    Ba 2015, arXiv:1412.6980, section 3). NaN stays NaN and changes nothing that follows.

    >>> smoothed(np.array([1.0, 1.0, 4.0]), 0.5).round(4).tolist()
    [1.0, 1.0, 2.7143]
    """
    if weight <= 0 or not len(values):
        return values
    known = np.isfinite(values)
    total = values[known] * (1 - weight)
    step, factor = 1, weight
    while step < len(total) and factor > _FORGOTTEN:
        # after each pass a value holds twice as many before it, each weighted once more
        total[step:] += factor * total[:-step].copy()
        step, factor = 2 * step, factor * factor
    counts = np.arange(1, len(total) + 1)
    result = np.full(len(values), np.nan)
    result[known] = total / -np.expm1(counts * np.log(weight))
    return result


def thinned(
    x: Numbers, y: Numbers, low: float, high: float, columns: int
) -> tuple[Numbers, Numbers]:
    """The points that draw the same line between ``low`` and ``high`` over so many pixel columns.

    First, least, greatest and last value of each column: with them a line of one pixel's width is
    what all points give (M4; Jugel et al. 2014, doi:10.14778/2732951.2732953). A column is a gap
    only where it holds nothing but NaN.

    Args:
        x: Rising.
        y: As long.
        low: Left edge.
        high: Right edge, above ``low``.
        columns: Pixels between them.
    """
    first = max(int(np.searchsorted(x, low)) - 1, 0)
    last = int(np.searchsorted(x, high, side="right")) + 1
    x, y = x[first:last], y[first:last]
    if len(x) <= POINTS_A_COLUMN * columns:
        return x, y
    column = np.floor((x - low) * (columns / (high - low)))
    starts = np.concatenate([[0], np.flatnonzero(np.diff(column)) + 1])
    ends = np.append(starts[1:], len(x)) - 1
    least, greatest = np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)
    opening, closing = y[starts], y[ends]
    opening = np.where(np.isnan(opening), least, opening)
    closing = np.where(np.isnan(closing), greatest, closing)
    middle = (x[starts] + x[ends]) / 2
    points_x = np.stack([x[starts], middle, middle, x[ends]], axis=1).ravel()
    points_y = np.stack([opening, least, greatest, closing], axis=1).ravel()
    return points_x, points_y


def stretches(y: Numbers) -> list[tuple[int, int]]:
    """First and last index beyond of what lies between gaps.

    >>> stretches(np.array([1.0, np.nan, 2.0, 3.0]))
    [(0, 1), (2, 4)]
    """
    known = np.isfinite(y)
    if known.all():
        return [(0, len(y))] if len(y) else []
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
