"""Closed contours filled on a grid of pixels: a pixel belongs to what its centre lies in."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""(N, 2) float64: x and y in pixels; whole numbers are pixel centres."""
ON_PATH_PIXELS = 1e-3
"""A centre nearer to the contour than this lies on it: decimals in files are rounded."""


def filled(
    contours: Sequence[Points], shape_yx: tuple[int, int]
) -> tuple[int, int, NDArray[np.bool_]]:
    """First row and column, and (Y, X) bool, of what lies in an odd number of contours.

    Contours of one region in one plane are combined by exclusive or, and a centre on the path of a
    contour is inside (DICOM PS3.3 C.8.8.6.3): holes may be contours of their own or reached by a
    keyhole. Inside is decided by counting crossings of each row (Shimrat 1962,
    doi:10.1145/368637.368653), exactly and for all rows at once; a channel drawn forth and back is
    no path.

    Args:
        contours: Of one region in one plane.
        shape_yx: Of the grid; what lies outside it is not filled.

    >>> square = np.array([[0.5, 0.5], [3.5, 0.5], [3.5, 2.5], [0.5, 2.5]])
    >>> filled([square], (9, 9))[2].astype(int)
    array([[1, 1, 1],
           [1, 1, 1]])
    """
    starts, ends = _edges(contours)
    grid = np.array((shape_yx[1], shape_yx[0]))
    first = np.clip(np.floor(starts.min(axis=0)), 0, grid).astype(np.intp)
    width, height = np.clip(np.ceil(starts.max(axis=0)) + 1, first, grid).astype(np.intp) - first
    starts, ends = starts - first, ends - first
    inside = _odd_crossings(starts, ends, int(width), int(height))
    _add_path(inside, *_walked_once(starts, ends))
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    if not rows.size:
        return int(first[1]), int(first[0]), inside[:0, :0]
    top, left = int(rows[0]), int(columns[0])
    trimmed = inside[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    return int(first[1]) + top, int(first[0]) + left, trimmed


def area(points: Points) -> float:
    """Square pixels within a contour (shoelace formula)."""
    x, y = points[:, 0], points[:, 1]
    return 0.5 * abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))))


def _edges(contours: Sequence[Points]) -> tuple[Points, Points]:
    """Where the edges of all contours begin and end, near-whole numbers made whole."""
    snapped = []
    for points in contours:
        whole = np.rint(points)
        snapped.append(np.where(np.abs(points - whole) < ON_PATH_PIXELS, whole, points))
    return np.concatenate(snapped), np.concatenate([np.roll(p, -1, axis=0) for p in snapped])


def _odd_crossings(starts: Points, ends: Points, width: int, height: int) -> NDArray[np.bool_]:
    """(Y, X) bool: whether an odd number of edges crosses the row at or left of the centre."""
    lower, upper = np.minimum(starts[:, 1], ends[:, 1]), np.maximum(starts[:, 1], ends[:, 1])
    first, end = (np.clip(np.ceil(y), 0, height).astype(np.intp) for y in (lower, upper))
    edge, row = _numbers(first, end - first)
    column = np.clip(np.ceil(_at_row(starts[edge], ends[edge], row)), 0, width).astype(np.intp)
    crossings = np.bincount(row * (width + 1) + column, minlength=height * (width + 1))
    odd = np.cumsum(crossings.reshape(height, width + 1)[:, :width], axis=1) & 1
    return odd.astype(np.bool_)


def _walked_once(starts: Points, ends: Points) -> tuple[Points, Points]:
    """The edges without those walked forth and back."""
    forward = np.hstack([starts, ends])
    swapped = (starts[:, 0] > ends[:, 0]) | (
        (starts[:, 0] == ends[:, 0]) & (starts[:, 1] > ends[:, 1])
    )
    forward[swapped] = np.hstack([ends, starts])[swapped]
    edges, counts = np.unique(forward, axis=0, return_counts=True)
    still = (edges[:, :2] == edges[:, 2:]).all(axis=1)  # a contour of a single point
    kept = edges[(counts % 2 == 1) | still]
    return kept[:, :2], kept[:, 2:]


def _add_path(inside: NDArray[np.bool_], starts: Points, ends: Points) -> None:
    """Set every centre that lies on an edge."""
    height, width = inside.shape
    lower, upper = np.minimum(starts[:, 1], ends[:, 1]), np.maximum(starts[:, 1], ends[:, 1])
    slanted = lower < upper
    first = np.clip(np.ceil(lower[slanted]), 0, height).astype(np.intp)
    end = np.clip(np.floor(upper[slanted]) + 1, first, height).astype(np.intp)
    edge, row = _numbers(first, end - first)
    column = _at_row(starts[slanted][edge], ends[slanted][edge], row)
    whole = np.rint(column)
    on_path = (np.abs(column - whole) < ON_PATH_PIXELS) & (whole >= 0) & (whole < width)
    inside[row[on_path], whole[on_path].astype(np.intp)] = True
    level = ~slanted & (lower == np.rint(lower)) & (lower >= 0) & (lower < height)
    low, high = (f(starts[level, 0], ends[level, 0]) for f in (np.minimum, np.maximum))
    left = np.clip(np.ceil(low), 0, width).astype(np.intp)
    right = np.clip(np.floor(high) + 1, left, width).astype(np.intp)
    edge, along = _numbers(left, right - left)
    inside[lower[level][edge].astype(np.intp), along] = True


def _numbers(first: NDArray[np.intp], counts: NDArray[np.intp]) -> tuple[NDArray[np.intp], ...]:
    """For edge k, ``counts[k]`` numbers from ``first[k]`` on: which edge, and the number."""
    edge = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts)
    return edge, first[edge] + within


def _at_row(starts: Points, ends: Points, row: NDArray[np.intp]) -> NDArray[np.float64]:
    """Where each edge meets a row: x in pixels."""
    rise = ends[:, 1] - starts[:, 1]
    result: NDArray[np.float64] = starts[:, 0] + (row - starts[:, 1]) * (
        (ends[:, 0] - starts[:, 0]) / rise
    )
    return result
