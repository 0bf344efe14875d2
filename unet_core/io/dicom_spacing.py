"""How the slices of a series follow each other: evenly, with gaps, tilted or at uneven steps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import Option
from unet_core.io.request import NeedsChoice
from unet_core.volume import Point

GAP_TOLERANCE = 0.01
"""Share by which gaps between slices may differ."""
GAP_TOLERANCE_MM = 0.01
_DRIFT_TOLERANCE_PIXELS = 0.1
_MOST_TIMES_AS_MANY = 4
STRAIGHTEN = Option("Open straightened", {"straighten": True})


@dataclass(frozen=True)
class Row:
    """Slices in a row, and the straight grid that holds them.

    Attributes:
        along_mm: (N,) place of each slice along the normal, from 0.
        shift_xy: (N, 2) place of each slice's first pixel on the grid, in pixels, never negative.
        step_mm: From slice to slice of the grid.
        origin_xyz_mm: First voxel of the grid.
        grows_xy: Pixels the grid is wider and higher than a slice.
        is_crooked: Whether slices must be resampled to lie on the grid.
        notices: Sentences about that.
    """

    along_mm: NDArray[np.float64]
    shift_xy: NDArray[np.float64]
    step_mm: float
    origin_xyz_mm: Point
    grows_xy: tuple[int, int] = (0, 0)
    is_crooked: bool = False
    notices: tuple[str, ...] = ()

    def size_xyz(self, columns: int, rows: int) -> tuple[int, int, int]:
        """Voxels of the grid, for slices of that size."""
        count = round(float(self.along_mm[-1]) / self.step_mm) + 1
        return columns + self.grows_xy[0], rows + self.grows_xy[1], count


def in_a_row(
    name: str,
    positions: NDArray[np.float64],
    files: Sequence[str],
    numbers: Sequence[int] | None,
    announced_mm: Sequence[float],
    axes: NDArray[np.float64],
    spacing_xy: tuple[float, float],
    *,
    straighten: bool,
) -> Row:
    """Where the slices lie, in order of their place along the normal.

    Args:
        name: What the user opened, for sentences.
        positions: (N, 3) mm of each slice's first pixel, N > 1, ordered along the normal.
        files: Their names.
        numbers: Instance numbers, where each has one of its own.
        announced_mm: Thickness and distance as the files announce them.
        axes: (3, 2) unit directions of columns (x) and rows (y).
        spacing_xy: mm between pixels.
        straighten: Whether a resampling is agreed to.

    Raises:
        InputError: If slices share a place or are missing; NeedsChoice if they are tilted or
            uneven and ``straighten`` is not set.
    """
    normal = np.cross(axes[:, 0], axes[:, 1])
    along = (positions - positions[0]) @ normal
    gaps = np.diff(along)
    shared = np.flatnonzero(gaps < GAP_TOLERANCE_MM)
    if shared.size:
        listed = ", ".join(f"{files[i]} and {files[i + 1]}" for i in shared[:3])
        raise InputError(
            name,
            f"has {shared.size} slices at the position of another one ({listed}"
            f"{', ...' if shared.size > 3 else ''})",
            "separate them before opening it",
        )
    if len(gaps) == 1 and not any(
        abs(step - gaps[0]) <= GAP_TOLERANCE * gaps[0] for step in announced_mm
    ):
        raise InputError(
            name,
            f"holds 2 slices {gaps[0]:.4g} mm apart, too few to tell their true distance",
            "open a series of three slices or more",
        )
    _refuse_gaps(name, files, gaps, numbers)
    sideways = positions - positions[0] - np.outer(along, normal)
    shift_xy = (sideways @ axes) / spacing_xy
    drift_mm = np.linalg.norm(sideways, axis=1)
    tilted = float(drift_mm.max()) > _DRIFT_TOLERANCE_PIXELS * min(spacing_xy)
    step = float(np.median(gaps))
    uneven = float(np.abs(gaps - step).max()) > max(GAP_TOLERANCE * step, GAP_TOLERANCE_MM)
    x, y, z = (float(v) for v in positions[0])
    if not tilted and not uneven:
        return Row(along, np.zeros_like(shift_xy), float(along[-1]) / len(gaps), (x, y, z))
    faults = []
    if tilted:
        angle = float(np.degrees(np.arctan2(drift_mm.max(), along[-1])))
        faults.append(
            f"was scanned with a tilted gantry ({angle:.1f} degrees; slices shift sideways by "
            f"{drift_mm.max():.1f} mm in all)"
        )
    if uneven:
        faults.append(
            f"has uneven distances between slices, from {gaps.min():.4g} to {gaps.max():.4g} mm"
        )
    if not straighten:
        raise NeedsChoice(name, " and ".join(faults), (STRAIGHTEN,))
    return _straight(positions[0], axes, spacing_xy, along, shift_xy, gaps, tilted=tilted)


def _straight(
    first: NDArray[np.float64],
    axes: NDArray[np.float64],
    spacing_xy: tuple[float, float],
    along: NDArray[np.float64],
    shift_xy: NDArray[np.float64],
    gaps: NDArray[np.float64],
    *,
    tilted: bool,
) -> Row:
    """The grid of right angles that holds every slice whole; first and last keep their places."""
    if not tilted:
        shift_xy = np.zeros_like(shift_xy)
    low = np.floor(shift_xy.min(axis=0) + 1e-6)
    high = np.ceil(shift_xy.max(axis=0) - 1e-6)
    finest = max(float(gaps.min()), float(along[-1]) / (_MOST_TIMES_AS_MANY * len(along)))
    steps = max(1, round(float(along[-1]) / finest))
    step_mm = float(along[-1]) / steps
    x, y, z = (float(v) for v in first + axes @ (low * spacing_xy))
    how = "its slices are shifted back" if tilted else "its slices are brought to even distances"
    return Row(
        along_mm=along,
        shift_xy=shift_xy - low,
        step_mm=step_mm,
        origin_xyz_mm=(x, y, z),
        grows_xy=(int(high[0] - low[0]), int(high[1] - low[1])),
        is_crooked=True,
        notices=(
            f"Resampled onto a straight grid as asked, {step_mm:.4g} mm from slice to slice: {how}"
            " and values in between are interpolated.",
        ),
    )


def _refuse_gaps(
    name: str, files: Sequence[str], gaps: NDArray[np.float64], numbers: Sequence[int] | None
) -> None:
    """Refuse a series in which slices are missing.

    They are where distances are whole multiples of the usual one and, where slices are numbered,
    the numbers jump likewise: a scan whose numbers go on was made with uneven steps.
    """
    step = float(np.median(gaps))
    if numbers is not None:
        jumps = np.abs(np.diff(numbers))
        single = gaps[jumps == 1]
        step = float(np.median(single)) if single.size else step
    counts = np.rint(gaps / step)
    tolerance = np.maximum(0.05 * counts, 0.05)
    wide = counts > 1
    if not wide.any() or not bool((np.abs(gaps / step - counts)[wide] <= tolerance[wide]).all()):
        return
    if numbers is not None and not bool((jumps[wide] > 1).any()):
        return
    where = np.flatnonzero(wide)
    listed = ", ".join(
        f"{int(counts[i]) - 1} after {files[i]} (a gap of {gaps[i]:.4g} mm)" for i in where[:5]
    )
    raise InputError(
        name,
        f"misses {int((counts - 1).sum())} of {int(counts.sum()) + 1} slices: {listed}"
        f"{f' and {where.size - 5} more gaps' if where.size > 5 else ''}, where {step:.4g} mm is "
        "usual",
        "find the missing files",
    )
