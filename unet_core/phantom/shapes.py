"""Geometry the phantom is drawn with: a canvas in mm, ellipsoids, tubes and smooth noise.

Coordinates are those of a patient on their back: x to the left, y to the back, z to the head,
all in mm; x = y = 0 is the body's centre and z = 0 the topmost slice, so all z are negative.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
"""float32 array; (Z, Y, X) of a box unless said otherwise."""
Inside = NDArray[np.bool_]
Box = tuple[slice, slice, slice]
"""Part of the canvas, as (z, y, x) slices."""
Place = tuple[float, float, float]
"""(x, y, z) mm."""

AIR_HU = -1000.0
_NOISE_EXTENT_MM = 560.0
"""Smooth noise is defined within half of this from the centre, whatever the voxels' size."""


class Canvas:
    """HU and labels under construction.

    Attributes:
        x: (X,) float32 mm of voxel centres, likewise ``y`` and ``z``.
        hu: (Z, Y, X) float32.
        labels: (Z, Y, X) uint8.
        cavity_mm: (Z, Y, X) float32: how deep inside the body's cavity; negative in its wall.
        lung_floor_mm: (Y, X) float32: z of the diaphragm.
    """

    def __init__(self, size_xyz: tuple[int, int, int], spacing_xyz_mm: Place) -> None:
        nx, ny, nz = size_xyz
        dx, dy, dz = spacing_xyz_mm
        self.x = ((np.arange(nx) - (nx - 1) / 2) * dx).astype(np.float32)
        self.y = ((np.arange(ny) - (ny - 1) / 2) * dy).astype(np.float32)
        self.z = ((np.arange(nz) - (nz - 1)) * dz).astype(np.float32)
        self.spacing_xyz_mm = spacing_xyz_mm
        self.hu = np.full((nz, ny, nx), AIR_HU, np.float32)
        self.labels = np.zeros((nz, ny, nx), np.uint8)
        self.cavity_mm = np.zeros((nz, ny, nx), np.float32)
        self.lung_floor_mm = np.zeros((ny, nx), np.float32)

    def box(self, low: Sequence[float], high: Sequence[float]) -> Box:
        """The voxels between two (x, y, z) corners; may be empty."""
        found = []
        for axis, bottom, top in zip((self.x, self.y, self.z), low, high, strict=True):
            first, last = np.searchsorted(axis, (bottom, top))
            found.append(slice(int(first), int(last)))
        return (found[2], found[1], found[0])

    def mesh(self, box: Box) -> tuple[Field, Field, Field]:
        """(x, y, z) mm of a box, each shaped to broadcast."""
        return (
            self.x[box[2]][None, None, :],
            self.y[box[1]][None, :, None],
            self.z[box[0]][:, None, None],
        )

    def paint(self, box: Box, inside: Inside, hu: Field | float, label: int = 0) -> None:
        """Replace what is there; a structure without a label takes its voxels out of the liver."""
        np.copyto(self.hu[box], hu, where=inside)
        np.copyto(self.labels[box], np.uint8(label), where=inside)


def ellipsoid(
    canvas: Canvas,
    centre: Place,
    radii: Place,
    tilt_deg: float = 0.0,
    lean_deg: float = 0.0,
    reach: float = 1.25,
) -> tuple[Box, Field]:
    """Squared distance from the centre in units of the surface: below 1 is inside.

    Args:
        canvas: Where.
        centre: mm.
        radii: mm.
        tilt_deg: Turn about z.
        lean_deg: Turn about y, after ``tilt_deg``.
        reach: How far beyond its surface the box goes, so that a bumpy one still fits.
    """
    turn = _turn_z(tilt_deg) @ _turn_y(lean_deg)
    half = np.sqrt((turn**2) @ np.square(radii)) * reach + 0.5 * max(canvas.spacing_xyz_mm)
    box = canvas.box(np.subtract(centre, half).tolist(), np.add(centre, half).tolist())
    x, y, z = canvas.mesh(box)
    x, y, z = x - np.float32(centre[0]), y - np.float32(centre[1]), z - np.float32(centre[2])
    squared: Any = np.float32(0)
    for k in range(3):
        u, v, w = (np.float32(c / radii[k]) for c in turn[:, k])
        along = u * x + v * y + w * z
        squared = squared + along * along
    return box, squared


def tube(
    canvas: Canvas, points: Sequence[Place], radii: Sequence[float], flatten: float = 1.0
) -> tuple[Box, Field]:
    """Distance from a chain of points in units of the local radius: below 1 is inside.

    Args:
        canvas: Where.
        points: At least two.
        radii: mm at each point.
        flatten: Above 1 makes the tube narrower along y.
    """
    chain = np.asarray(points, np.float64)
    reach = np.asarray(radii)[:, None] * 1.1 + 0.5 * max(canvas.spacing_xyz_mm)
    outer = canvas.box((chain - reach).min(0).tolist(), (chain + reach).max(0).tolist())
    x, y, z = canvas.mesh(outer)
    result = np.full((z.size, y.size, x.size), 9.0, np.float32)
    for i in range(len(chain) - 1):
        pair = slice(i, i + 2)
        box = canvas.box(
            (chain[pair] - reach[pair]).min(0).tolist(), (chain[pair] + reach[pair]).max(0).tolist()
        )
        part = (
            slice(box[0].start - outer[0].start, box[0].stop - outer[0].start),
            slice(box[1].start - outer[1].start, box[1].stop - outer[1].start),
            slice(box[2].start - outer[2].start, box[2].stop - outer[2].start),
        )
        near = _capsule(canvas, box, chain[pair], (radii[i], radii[i + 1]), flatten)
        np.minimum(result[part], near, out=result[part])
    return outer, result


def _capsule(
    canvas: Canvas,
    box: Box,
    ends: NDArray[np.float64],
    radii: tuple[float, float],
    flatten: float,
) -> Field:
    x, y, z = canvas.mesh(box)
    start = ends[0].astype(np.float32)
    along = (ends[1] - ends[0]).astype(np.float32)
    x, y, z = x - start[0], y - start[1], z - start[2]
    length = np.float32(max(float(along @ along), 1e-6))
    share: Field = np.clip((along[0] * x + along[1] * y + along[2] * z) / length, 0, 1)
    dx, dy, dz = x - share * along[0], (y - share * along[1]) * flatten, z - share * along[2]
    radius = np.float32(radii[0]) + share * np.float32(radii[1] - radii[0])
    return np.sqrt(dx * dx + dy * dy + dz * dz) / radius  # type: ignore[no-any-return]


def smooth_noise(
    canvas: Canvas, rng: np.random.Generator, period_mm: float, box: Box | None = None
) -> Field:
    """Noise of mean 0 and standard deviation about 1 that changes over ``period_mm``.

    The same generator gives the same noise at the same place, whatever the voxels' size.
    """
    whole = (slice(None), slice(None), slice(None))
    knots = int(_NOISE_EXTENT_MM / period_mm) + 4
    values: Field = rng.standard_normal((knots, knots, knots), np.float32)
    x, y, z = canvas.mesh(box or whole)
    for axis in (z, y, x):  # each product moves the axis just made to the end: z y x in the end
        weights = _weights(axis.ravel(), knots, period_mm)
        values = np.asarray(np.tensordot(values, weights, axes=(0, 1)), np.float32)
    values *= np.float32(3.0)  # a B-spline weighting thrice leaves a spread of a third
    return values


def _weights(axis: Field, knots: int, period_mm: float) -> Field:
    """(len(axis), knots) float32: cubic B-spline weights of each knot at each position."""
    position = (axis + _NOISE_EXTENT_MM / 2) / period_mm + 1.0
    distance = np.abs(position[:, None] - np.arange(knots, dtype=np.float32)[None, :])
    near = 2 / 3 - distance**2 + distance**3 / 2
    far = np.clip(2 - distance, 0, None) ** 3 / 6
    weights: Field = np.where(distance < 1, near, far).astype(np.float32)
    return weights


def _turn_z(degrees: float) -> NDArray[np.float64]:
    c, s = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def _turn_y(degrees: float) -> NDArray[np.float64]:
    c, s = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
