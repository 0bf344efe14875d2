"""The longest lines in a mask.

Diameters are measured from edge to edge. A voxel counts as the diamond between the middles of its
faces: a row of n voxels is n voxels long and one voxel is one voxel wide, as between the jaws of
calipers, while a round lesion is not lengthened by the corners of its voxels. On random ellipses
of 4 to 60 voxels this is 0.1 to 0.5 voxels too long; from centre to centre 0.4 to 0.8 too short,
from corner to corner 0.6 to 0.9 too long.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.spatial import ConvexHull
from scipy.spatial.distance import pdist, squareform

from unet_core.components import bounding_box
from unet_core.measurements import Diameter, Place

Mask = NDArray[np.bool_]
Points = NDArray[np.float64]
"""(N, D) places."""
_TOUCHING = np.ones((3, 3), np.int8)
"""Pixels that meet at a corner belong to one piece."""
_MOST_PAIRED = 4000


def axial_diameter(mask: Mask, pixel_yx: tuple[float, float]) -> Diameter | None:
    """The longest diameter in any axial slice, as RECIST 1.1 has lesions measured.

    The longest line between two edges of one connected piece of the lesion in one axial slice
    (Eisenhauer 2009, doi:10.1016/j.ejca.2008.10.026: "longest diameter in the plane of
    measurement"); it may cross a notch of the outline, as calipers do. Of equal ones the one of
    the lowest slice is taken.

    Args:
        mask: (Z, Y, X) canonical.
        pixel_yx: Height and width of a pixel, mm, or (1, 1) to measure in pixels.

    Returns:
        None for an empty mask.

    >>> axial_diameter(np.ones((1, 1, 4), bool), (0.5, 2.0)).length
    8.0
    """
    best: Diameter | None = None
    for bound, z, box in sorted(_sections(mask, pixel_yx), key=lambda s: (-s[0], s[1])):
        if best is not None and bound < best.length:
            break
        for found in _piece_diameters(mask[z][box], pixel_yx):
            at_lower = best is not None and found[0] == best.length and z < best.slice_index
            if best is None or found[0] > best.length or at_lower:
                best = _as_diameter(found, z, box, pixel_yx)
    return best


def longest_diameter(mask: Mask, spacing_zyx: Sequence[float]) -> float:
    """The longest line between two edges in any direction; 0 for an empty mask.

    >>> longest_diameter(np.ones((1, 1, 4), bool), (5.0, 0.5, 2.0))
    8.0
    """
    box = bounding_box(mask)
    if box is None:
        return 0.0
    found = hull_points(_face_middles(_row_ends(mask[box])) * spacing_zyx)
    return _longest(found)[0]


def _sections(
    mask: Mask, pixel_yx: tuple[float, float]
) -> list[tuple[float, int, tuple[slice, ...]]]:
    """Each slice that holds something: how long its diameter is at most, z, and where."""
    found = []
    for z in np.flatnonzero(mask.any(axis=(1, 2))):
        box = bounding_box(mask[z])
        assert box is not None
        sides = [(one.stop - one.start) * mm for one, mm in zip(box, pixel_yx, strict=True)]
        found.append((math.hypot(*sides), int(z), box))
    return found


_Found = tuple[float, float, Points, Points]
"""Long and short length, and the ends of both, in mm of the box."""


def _piece_diameters(section: Mask, pixel_yx: tuple[float, float]) -> list[_Found]:
    pieces, _ = ndimage.label(section, _TOUCHING)
    found = []
    for number, box in enumerate(ndimage.find_objects(pieces), start=1):
        corner = [one.start for one in box]
        places = _face_middles(_row_ends(pieces[box] == number)) + corner
        hull = hull_points(places * pixel_yx)
        length, ends = _longest(hull)
        short_length, short_ends = _across(hull, ends)
        found.append((length, short_length, ends, short_ends))
    return found


def _as_diameter(
    found: _Found, z: int, box: tuple[slice, ...], pixel_yx: tuple[float, float]
) -> Diameter:
    length, short_length, ends, short_ends = found
    corner = [one.start for one in box]

    def placed(pair: Points) -> tuple[Place, Place]:
        (r0, c0), (r1, c1) = (pair / pixel_yx + corner).tolist()
        return ((r0, c0), (r1, c1))

    return Diameter(length, short_length, z, placed(ends), placed(short_ends))


def _row_ends(mask: Mask) -> Points:
    """The first and last voxel of each row: all that can be a corner of the convex hull."""
    lines = mask.reshape(-1, mask.shape[-1])
    held = np.flatnonzero(lines.any(axis=1))
    first = lines[held].argmax(axis=1)
    last = mask.shape[-1] - 1 - lines[held][:, ::-1].argmax(axis=1)
    where = np.stack(np.unravel_index(held, mask.shape[:-1]), axis=1)
    ends = [np.concatenate([where, column[:, None]], axis=1) for column in (first, last)]
    return np.concatenate(ends).astype(np.float64)


def _face_middles(places: Points) -> Points:
    """The middles of all faces of voxels: edges of pixels, in two dimensions."""
    steps = np.eye(places.shape[1]) / 2
    return np.concatenate([places + sign * step for step in steps for sign in (1, -1)])


def hull_points(points: Points) -> Points:
    """The corners of the convex hull; in two dimensions in order, counter-clockwise."""
    corners: Points = points[ConvexHull(points).vertices]
    return corners


def _longest(points: Points) -> tuple[float, Points]:
    """The longest distance between two points, and those two."""
    if len(points) > _MOST_PAIRED:  # one row at a time: all pairs would not fit into memory
        best = (0.0, points[:2])
        for index in range(len(points) - 1):
            lengths = np.linalg.norm(points[index + 1 :] - points[index], axis=1)
            far = int(lengths.argmax())
            if lengths[far] > best[0]:
                best = (float(lengths[far]), points[[index, index + 1 + far]])
        return best
    lengths = squareform(pdist(points))
    pair = np.unravel_index(int(lengths.argmax()), lengths.shape)
    return float(lengths[pair]), points[[int(i) for i in pair]]


def _across(hull: Points, ends: Points) -> tuple[float, Points]:
    """The longest chord of a convex polygon at right angles to its longest diameter.

    Chord length is a concave, piecewise linear function of the position along the diameter, so
    that it is longest at a corner.
    """
    along = (ends[1] - ends[0]) / np.linalg.norm(ends[1] - ends[0])
    normal = np.array([-along[1], along[0]])
    at, off = (hull - ends[0]) @ along, (hull - ends[0]) @ normal
    at_end = float(np.linalg.norm(ends[1] - ends[0]))
    sides = []
    for sign in (1.0, -1.0):
        chain = sorted((a, o) for a, o in zip(at, off, strict=True) if sign * o > 0)
        xs = [0.0, *(a for a, _ in chain), at_end]
        ys = [0.0, *(o for _, o in chain), 0.0]
        sides.append(np.interp(at, xs, ys))
    lengths = sides[0] - sides[1]
    best = int(lengths.argmax())
    middle = ends[0] + at[best] * along
    chord = np.stack([middle + side[best] * normal for side in sides])
    return float(lengths[best]), chord
