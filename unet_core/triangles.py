"""Triangle meshes as arrays: what they enclose, where they face, which pieces they fall into."""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]
"""(N, 3) mm, (x, y, z)."""
Triangles = NDArray[np.int32]
"""(M, 3) rows of points, counter-clockwise seen from outside."""
Pieces = NDArray[np.int32]
"""(N,) number of the connected piece each point belongs to, from 0."""


def pieces_of(count: int, triangles: Triangles) -> Pieces:
    """Which of ``count`` points hang together.

    >>> pieces_of(6, np.array([[0, 1, 2], [3, 5, 4]], np.int32))
    array([0, 0, 0, 1, 1, 1], dtype=int32)
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    ends = np.concatenate([triangles[:, (0, 1)], triangles[:, (1, 2)]])
    links = coo_array((np.ones(len(ends), np.bool_), (ends[:, 0], ends[:, 1])), (count, count))
    pieces: Pieces = connected_components(links, directed=False)[1]
    return pieces


def areas_of(points: Points, triangles: Triangles) -> NDArray[np.float64]:
    """(M, 3) mm2: normal of each triangle, as long as its area."""
    a, b, c = (points[triangles[:, corner]].astype(np.float64) for corner in range(3))
    return np.cross(b - a, c - a) / 2


def normals_of(points: Points, triangles: Triangles) -> Points:
    """(N, 3) unit vectors that point outwards, each the mean around its point by area."""
    areas = areas_of(points, triangles)
    corners = triangles.ravel()
    summed = [np.bincount(corners, np.repeat(areas[:, axis], 3), len(points)) for axis in range(3)]
    normals = np.stack(summed, axis=1)
    lengths = np.linalg.norm(normals, axis=1, keepdims=True)
    unit: Points = (normals / np.maximum(lengths, 1e-12)).astype(np.float32)
    return unit


def measures_of(
    points: Points, triangles: Triangles, pieces: Pieces
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Volume (mm3, below 0 for the wall of a hollow) and area (mm2) of each piece.

    The volume by the divergence theorem: a third of each point times the area it looks along.
    """
    middle = points.mean(axis=0, dtype=np.float64) if len(points) else np.zeros(3)
    areas = areas_of(points, triangles)
    corner = points[triangles[:, 0]] - middle
    of_triangle = pieces[triangles[:, 0]]
    count = int(pieces.max(initial=-1)) + 1
    sizes = (np.einsum("ij,ij->i", corner, areas) / 3, np.linalg.norm(areas, axis=1))
    volumes, surfaces = (np.bincount(of_triangle, size, count).astype(float) for size in sizes)
    return volumes, surfaces
