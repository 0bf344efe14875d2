"""Lengths, angles and the grey values of a region, as a reader measures them on a scan.

NumPy only, for the window draws with it.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.measurements import Place, Spread
from unet_core.volume import Point

Mask = NDArray[np.bool_]


def distance(first: Sequence[float], second: Sequence[float]) -> float:
    """Between two points, in their own unit.

    >>> distance((0.0, 0.0, 0.0), (3.0, 4.0, 0.0))
    5.0
    """
    return math.dist(first, second)


def angle_degrees(first: Point, corner: Point, second: Point) -> float | None:
    """0 to 180 degrees at ``corner`` between the two arms; None if an arm has no length.

    By the arc tangent of cross and dot product, exact for flat angles too (Kahan 2006, "How
    futile are mindless assessments of roundoff", section 12).

    >>> angle_degrees((1.0, 0.0, 0.0), (0.0, 0.0, 0.0), (0.0, 2.0, 0.0))
    90.0
    """
    arms = np.subtract(first, corner), np.subtract(second, corner)
    if not arms[0].any() or not arms[1].any():
        return None
    across = float(np.linalg.norm(np.cross(*arms)))
    return math.degrees(math.atan2(across, float(np.dot(*arms))))


# --- grey values ---------------------------------------------------------------------------------


def spread(values: NDArray[Any]) -> Spread | None:
    """How grey values are spread; None if there are none.

    >>> spread(np.array([1, 2, 6]))
    Spread(count=3, mean=3.0, median=2.0, sd=2.6457513110645907, low=1.0, high=6.0)
    """
    if values.dtype.kind == "f":
        values = values[np.isfinite(values)]
    if not values.size:
        return None
    return Spread(
        count=values.size,
        mean=float(values.mean(dtype=np.float64)),
        median=float(np.median(values)),
        sd=float(values.std(ddof=1, dtype=np.float64)) if values.size > 1 else None,
        low=float(values.min()),
        high=float(values.max()),
    )


def pixels_in_ellipse(
    shape: tuple[int, int], centre: Place, first_end: Place, second_end: Place
) -> tuple[tuple[slice, slice], Mask]:
    """Which pixels of a slice have their centre in an ellipse; the edge belongs to it.

    Args:
        shape: (rows, columns) of the slice.
        centre: Of the ellipse.
        first_end: Where one half axis ends. Any two conjugate half axes serve, so that the
            answer holds in pixels of any shape.
        second_end: Where the other ends.

    Returns:
        The box of the slice that holds them, and a mask of the box; empty for an ellipse
        without area.

    >>> pixels_in_ellipse((5, 5), (2.0, 2.0), (2.0, 3.0), (3.0, 2.0))[1].astype(int).tolist()
    [[0, 1, 0], [1, 1, 1], [0, 1, 0]]
    """
    a, b = np.subtract(first_end, centre), np.subtract(second_end, centre)
    cross = float(a[0] * b[1] - a[1] * b[0])
    reach = np.hypot(a, b)
    low = np.maximum(np.ceil(centre - reach - 1e-9), 0).astype(int)
    high = np.minimum(np.floor(centre + reach + 1e-9), np.subtract(shape, 1)).astype(int)
    box = (slice(low[0], max(high[0] + 1, low[0])), slice(low[1], max(high[1] + 1, low[1])))
    rows = np.arange(box[0].start, box[0].stop)[:, None] - centre[0]
    columns = np.arange(box[1].start, box[1].stop)[None, :] - centre[1]
    if abs(cross) < 1e-12:
        return box, np.zeros((rows.size, columns.size), bool)
    along_a = (rows * b[1] - columns * b[0]) / cross
    along_b = (columns * a[0] - rows * a[1]) / cross
    inside: Mask = along_a**2 + along_b**2 <= 1.0 + 1e-9
    return box, inside


def ellipse_area(centre: Point, first_end: Point, second_end: Point) -> float:
    """Area from two conjugate half axes, in the square of their unit.

    >>> round(ellipse_area((0.0, 0.0, 0.0), (2.0, 0.0, 0.0), (0.0, 3.0, 0.0)), 3)
    18.85
    """
    a, b = np.subtract(first_end, centre), np.subtract(second_end, centre)
    return math.pi * float(np.linalg.norm(np.cross(a, b)))
