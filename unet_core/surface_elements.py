"""The surface of a mask as small pieces, one at each corner between voxels, with their areas.

A corner has eight voxels around it; which of them the mask holds is its code, and the code says
how large the surface there is: that of marching cubes between the eight voxels' middles (Lorensen
1987, doi:10.1145/37402.37422), half-way along each edge that the surface crosses. Where more than
four voxels are inside, the surface is that of the others, so that a mask and what it leaves have
the same surface. These are the surface elements of Nikolov 2021 (doi:10.2196/26151) and areas equal
to those of DeepMind's surface-distance 0.1, all 256 of them, derived here from VTK.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from unet_core.polydata import from_vtk, to_vtk

Mask = NDArray[np.bool_]
CODES = 256
_INSIDE = CODES - 1
_SLAB = 16
"""Slices worked on at once: they stay in the processor's cache, and memory stays small."""


@dataclass(frozen=True)
class Elements:
    """Pieces of a surface.

    Attributes:
        corners: (N, 3) int32 (z, y, x): the corner before the voxel of that index.
        codes: (N,) uint8: bit 4 dz + 2 dy + dx is set where the mask holds the voxel (dz, dy, dx)
            on from the one before the corner.
    """

    corners: NDArray[np.int32]
    codes: NDArray[np.uint8]


def elements_of(mask: Mask) -> Elements:
    """The surface elements of a (Z, Y, X) mask; beyond its end is nothing of it.

    >>> len(elements_of(np.ones((1, 1, 1), bool)).corners)
    8
    """
    found = list(_slabs(mask))
    if not found:
        return Elements(np.zeros((0, 3), np.int32), np.zeros(0, np.uint8))
    corners, codes = zip(*found, strict=True)
    return Elements(np.concatenate(corners), np.concatenate(codes))


def _slabs(mask: Mask) -> Iterator[tuple[NDArray[np.int32], NDArray[np.uint8]]]:
    depth, height, width = mask.shape
    for first in range(0, depth + 1, _SLAB):
        last = min(first + _SLAB, depth + 1)  # of corners; the voxels are first - 1 .. last - 1
        around = np.zeros((last - first + 1, height + 2, width + 2), np.uint8)
        low, high = max(first - 1, 0), min(last, depth)
        around[low - first + 1 : high - first + 1, 1:-1, 1:-1] = mask[low:high]
        codes = _codes(around)
        flat = np.flatnonzero(codes.ravel() + np.uint8(1) > 1)  # neither 0 nor 255
        corners = np.stack(np.unravel_index(flat, codes.shape), axis=1).astype(np.int32)
        corners[:, 0] += first
        yield corners, codes.ravel()[flat]


def _codes(around: NDArray[np.uint8]) -> NDArray[np.uint8]:
    pairs = around[:, :, :-1] | around[:, :, 1:] << 1
    fours = pairs[:, :-1] | pairs[:, 1:] << 2
    eights = fours[:-1] | fours[1:] << 4
    return eights.astype(np.uint8, copy=False)


def areas_of(spacing_zyx: Sequence[float]) -> NDArray[np.float64]:
    """(256,) mm²: the area that each code stands for.

    >>> round(float(areas_of((1.0, 1.0, 1.0))[0b1111]), 12)
    1.0
    """
    z, y, x = spacing_zyx
    scale = np.array([y * z, x * z, x * y])  # of a normal whose length is an area; x, y, z
    areas = np.zeros(CODES)
    for code, normals in enumerate(_normals()):
        areas[code] = np.linalg.norm(normals * scale, axis=1).sum()
    return areas


@cache
def _normals() -> tuple[NDArray[np.float64], ...]:
    """For each code the normals of its triangles, x, y, z, as long as each is large."""
    return tuple(_triangles(code) for code in range(CODES))


def _triangles(code: int) -> NDArray[np.float64]:
    from vtkmodules.vtkCommonDataModel import vtkImageData
    from vtkmodules.vtkFiltersCore import vtkMarchingCubes

    if code.bit_count() > CODES.bit_length() // 2:
        code = _INSIDE - code
    if not code:
        return np.zeros((0, 3))
    corners = np.array([code >> place & 1 for place in range(8)], np.uint8)
    cell = vtkImageData()
    cell.SetDimensions(2, 2, 2)
    cell.GetPointData().SetScalars(to_vtk(corners))
    cubes = vtkMarchingCubes()
    cubes.SetInputData(cell)
    cubes.SetValue(0, 0.5)
    cubes.Update()
    surface = cubes.GetOutput()
    # places are 0, 1/2 or 1 in a cell of unit size: nothing is rounded
    points = from_vtk(surface.GetPoints().GetData()).astype(np.float64)
    corners_of = from_vtk(surface.GetPolys().GetConnectivityArray()).reshape(-1, 3)
    first, second, third = (points[corners_of[:, i]] for i in range(3))
    normals: NDArray[np.float64] = np.cross(second - first, third - first) / 2
    return normals
