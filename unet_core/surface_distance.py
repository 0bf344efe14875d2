"""How far apart the outlines of two masks lie: Hausdorff distances, ASSD and surface Dice."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from unet_core.scores import NO_SURFACE, SurfaceScore
from unet_core.surface_elements import Elements, areas_of, elements_of

Mask = NDArray[np.bool_]
Distances = NDArray[np.float64]
TOLERANCES_MM = (1.0, 2.0)
PERCENTILE = 95.0
MOST_WORKERS = 4
_SLAB = 16
_ABOVE = 1 + 1e-9
"""A tree leaves out what lies exactly at its bound."""

SURFACE_RULE = (
    "Distances in mm between border voxels (those with a face to the outside; centre to centre, "
    "each counted once): HD95 is the larger of the two 95th percentiles, one for each direction, "
    "ASSD the mean over the borders of both. Surface Dice is the share of both surfaces, by area, "
    "within the tolerance of the other, measured between the corners of voxels. Without a scale "
    "all are n/a; where one side is empty distances are n/a and surface Dice is 0; where both are, "
    "all are n/a."
)
"""Border, percentile and mean are those of Metrics Reloaded (Maier-Hein 2024,
doi:10.1038/s41592-023-02151-z, and its reference implementation) and of MONAI; the mean also that
of CHAOS, which differs only in that it sees no border where a mask meets the end of the scan.
MedPy takes the percentile of both directions together and may thus tell less. Surface Dice is that
of Nikolov 2021 (doi:10.2196/26151) as in DeepMind's surface-distance; Metrics Reloaded counts
border voxels instead, which is ``border_dice``. DeepMind's own HD95 and mean distances weigh by
area too and are other numbers."""


def surface_score(
    reference: Mask, prediction: Mask, spacing_zyx: Sequence[float] | None
) -> SurfaceScore:
    """Distances between the outlines of two (Z, Y, X) masks of one shape.

    Args:
        reference: Best cut to the box that holds both, which changes nothing but the time taken.
        prediction: Cut alike.
        spacing_zyx: mm between voxels; None without a scale.

    >>> one = np.zeros((1, 1, 8), bool); one[..., :4] = True
    >>> surface_score(one, np.roll(one, 1), (1.0, 1.0, 1.0)).hausdorff_mm
    1.0
    """
    if spacing_zyx is None:
        return NO_SURFACE
    there = reference.any(), prediction.any()
    if not all(there):
        nothing = 0.0 if any(there) else None
        return SurfaceScore(
            surface_dice_1mm=nothing,
            surface_dice_2mm=nothing,
            border_dice_1mm=nothing,
            border_dice_2mm=nothing,
        )
    spacing = np.asarray(spacing_zyx, np.float64)
    one, other = border_distances(reference, prediction, spacing)
    together = np.concatenate([one, other])
    near = [int(np.count_nonzero(together <= mm)) / len(together) for mm in TOLERANCES_MM]
    shares = _surface_dice(elements_of(reference), elements_of(prediction), spacing)
    return SurfaceScore(
        hausdorff_mm=float(together.max()),
        hd95_mm=float(max(np.percentile(one, PERCENTILE), np.percentile(other, PERCENTILE))),
        assd_mm=float((one.sum() + other.sum()) / len(together)),
        surface_dice_1mm=shares[0],
        surface_dice_2mm=shares[1],
        border_dice_1mm=near[0],
        border_dice_2mm=near[1],
    )


def border_distances(
    reference: Mask, prediction: Mask, spacing_zyx: NDArray[np.float64]
) -> tuple[Distances, Distances]:
    """From each border voxel of the one to the nearest of the other, mm, and the other way."""
    one, other = border_of(reference), border_of(prediction)
    return (
        _nearest(one, other, reference.shape, spacing_zyx),
        _nearest(other, one, reference.shape, spacing_zyx),
    )


def border_of(mask: Mask) -> NDArray[np.int32]:
    """(N, 3) int32 (z, y, x) of the voxels with a face to the outside or to the array's end.

    >>> len(border_of(np.ones((3, 3, 3), bool)))
    26
    """
    depth = len(mask)
    found = []
    for first in range(0, depth, _SLAB):
        last = min(first + _SLAB, depth)
        here = mask[first:last]
        inner = here.copy()
        for axis in (1, 2):
            ahead = tuple(slice(1, None) if i == axis else slice(None) for i in range(3))
            behind = tuple(slice(None, -1) if i == axis else slice(None) for i in range(3))
            inner[ahead] &= here[behind]
            inner[behind] &= here[ahead]
            for end in (0, -1):
                inner[tuple(end if i == axis else slice(None) for i in range(3))] = False
        inner[1:] &= here[:-1]
        inner[:-1] &= here[1:]
        inner[0] &= mask[first - 1] if first else False
        inner[-1] &= mask[last] if last < depth else False
        points = np.stack(np.nonzero(here & ~inner), axis=1).astype(np.int32)
        points[:, 0] += first
        found.append(points)
    return np.concatenate(found)


def _nearest(
    points: NDArray[np.int32],
    others: NDArray[np.int32],
    shape: tuple[int, ...],
    spacing: NDArray[np.float64],
    most_mm: float = np.inf,
) -> Distances:
    """From each of ``points`` to the nearest of ``others``, mm; infinite beyond ``most_mm``.

    Points that both hold are known to be 0 apart without looking. What the tree finds is measured
    anew from whole voxels, so that a distance is the same wherever in the scan it lies.
    """
    apart = ~np.isin(_flat(points, shape), _flat(others, shape), assume_unique=True)
    distances = np.zeros(len(points))
    away = points[apart]
    if not len(away):
        return distances
    tree = cKDTree(others * spacing, compact_nodes=False, balanced_tree=False)
    bound = most_mm * _ABOVE
    _, found_at = tree.query(away * spacing, distance_upper_bound=bound, workers=_workers())
    places = np.asarray(found_at)
    found = places < len(others)
    steps = (away[found] - others[places[found]]) * spacing
    measured = np.full(len(away), np.inf)
    measured[found] = np.sqrt((steps * steps).sum(axis=1))
    distances[apart] = measured
    return distances


def _flat(points: NDArray[np.int32], shape: tuple[int, ...]) -> NDArray[np.int64]:
    """One whole number for each point of an array one larger than ``shape`` each way."""
    z, y, x = (points[:, axis].astype(np.int64) for axis in range(3))
    return (z * (shape[1] + 1) + y) * (shape[2] + 1) + x


@dataclass(frozen=True)
class _Side:
    """Area of a surface by code, and of it what is near the other, for each tolerance."""

    whole: NDArray[np.float64]
    near: tuple[NDArray[np.float64], ...]


def _surface_dice(
    reference: Elements, prediction: Elements, spacing: NDArray[np.float64]
) -> tuple[float, ...]:
    """For each tolerance, the share of the area of both surfaces that is near the other."""
    areas = areas_of(spacing.tolist())
    shape = np.maximum(reference.corners.max(axis=0), prediction.corners.max(axis=0))
    extent = tuple(int(n) for n in shape)
    sides = (
        _side(reference, prediction, extent, spacing),
        _side(prediction, reference, extent, spacing),
    )
    whole = sum(float(side.whole @ areas) for side in sides)
    return tuple(
        sum(float(side.near[i] @ areas) for side in sides) / whole
        for i in range(len(TOLERANCES_MM))
    )


def _side(
    one: Elements, other: Elements, shape: tuple[int, ...], spacing: NDArray[np.float64]
) -> _Side:
    distances = _nearest(one.corners, other.corners, shape, spacing, max(TOLERANCES_MM))
    return _Side(
        np.bincount(one.codes, minlength=256).astype(np.float64),
        tuple(
            np.bincount(one.codes[distances <= mm], minlength=256).astype(np.float64)
            for mm in TOLERANCES_MM
        ),
    )


def _workers() -> int:
    """Cores this process may use, as far as they help here."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(allowed or 1, MOST_WORKERS)
