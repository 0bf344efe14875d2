"""Where a NIfTI's voxels lie: its two forms, read, compared, and asked about where they differ.

The forms are described in nifti1.h (nifti.nimh.nih.gov), "3D image (volume) orientation".
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import Option
from unet_core.io.headers import (
    NO_ORIENTATION_NOTICE,
    NotOrthogonal,
    checked_spacing,
    geometry_from_affine,
)
from unet_core.io.request import NeedsChoice, Orientation
from unet_core.volume import Geometry, Point

FLIP_XY = np.diag([-1.0, -1.0, 1.0, 1.0])
"""RAS to LPS and back."""
_UNITS_MM = {0: 1.0, 1: 1000.0, 2: 1.0, 3: 0.001}


def placed(
    name: str,
    size_xyz: tuple[int, int, int],
    fields: dict[str, Any],
    wish: Orientation | None,
) -> tuple[Geometry, tuple[str, ...]]:
    """The place of a volume, and sentences about it.

    Args:
        name: The file's name.
        size_xyz: Voxels along x, y, z.
        fields: ``pixdim``, ``units``, ``codes``, ``quaternion`` and ``srow`` of the header.
        wish: Which form to believe where they contradict each other.

    Raises:
        InputError: If a form is no grid of right angles with spacings a body has.
        NeedsChoice: If two sound forms contradict each other and none was chosen.
    """
    unit_mm = _UNITS_MM.get(fields["units"][0] & 7)
    if unit_mm is None:
        raise InputError(name, "gives lengths in an unknown unit", "export it in mm")
    notices = () if unit_mm == 1.0 else ("Lengths were converted to mm from another unit.",)
    spacing, pixdim = _spacing(name, size_xyz, fields, unit_mm)
    qform_code, sform_code = fields["codes"]
    by_quaternion: Geometry | None = None
    if qform_code > 0:
        affine = _from_quaternion(name, fields["quaternion"], spacing, pixdim[0], unit_mm)
        by_quaternion = geometry_from_affine(name, size_xyz, FLIP_XY @ affine)
    if sform_code <= 0:
        if by_quaternion is None:
            unplaced = Geometry(size_xyz, spacing, has_orientation=False)
            return unplaced, (*notices, NO_ORIENTATION_NOTICE)
        return by_quaternion, notices
    by_size = by_quaternion or Geometry(size_xyz, spacing, has_orientation=False)
    try:
        by_rows: Geometry | None = _from_rows(name, size_xyz, fields["srow"], unit_mm)
    except NotOrthogonal:
        if by_quaternion is None:
            raise
        by_rows = None
    fault = _contradiction(by_rows, by_size)
    if not fault:
        assert by_rows is not None
        return by_rows, notices
    chosen, said = _chosen(name, fault, by_rows, by_size, wish)
    return chosen, (*notices, *said)


def _spacing(
    name: str, size_xyz: tuple[int, int, int], fields: dict[str, Any], unit_mm: float
) -> tuple[Point, list[float]]:
    pixdim = [float(v) for v in fields["pixdim"]]
    for axis in (1, 2, 3):
        if size_xyz[axis - 1] == 1 and pixdim[axis] == 0:
            pixdim[axis] = 1.0 / unit_mm  # one voxel thick: the standard leaves it open
    return checked_spacing(name, [v * unit_mm for v in pixdim[1:4]]), pixdim


def _from_rows(
    name: str, size_xyz: tuple[int, int, int], srow: tuple[float, ...], unit_mm: float
) -> Geometry:
    if not all(abs(v) < 1e12 for v in srow):
        raise InputError(name, "has a place in space that is no number", "export it again")
    rows = np.vstack([np.reshape(srow, (3, 4)), [0.0, 0.0, 0.0, 1.0]])
    rows[:3] *= unit_mm
    return geometry_from_affine(name, size_xyz, FLIP_XY @ rows)


def _contradiction(by_rows: Geometry | None, by_size: Geometry) -> str:
    """How the two forms differ, as a predicate; empty where they agree."""
    if by_rows is None:
        return "gives axes that are not at right angles in one of its two places (the sform)"
    spacings = (by_size.spacing_xyz_mm, by_rows.spacing_xyz_mm)
    if not np.allclose(*spacings, rtol=0.01, atol=0):
        both = [" / ".join(f"{v:.4g}" for v in spacing) for spacing in spacings]
        return f"gives two voxel sizes, {both[0]} mm and {both[1]} mm"
    if not by_size.has_orientation:
        return ""
    x, y, z = (n - 1 for n in by_rows.size_xyz)
    corners = [(0, 0, 0), (0, 0, x), (0, y, 0), (z, 0, 0), (z, y, x)]
    furthest = max(
        float(np.linalg.norm(np.subtract(by_rows.point(c), by_size.point(c)))) for c in corners
    )
    if furthest <= max(by_rows.spacing_xyz_mm):
        return ""
    return f"places its voxels in two ways, {furthest:.0f} mm apart (qform and sform)"


def _chosen(
    name: str,
    fault: str,
    by_rows: Geometry | None,
    by_size: Geometry,
    wish: Orientation | None,
) -> tuple[Geometry, tuple[str, ...]]:
    said = f"The file {fault}; the {wish} was used, as chosen."
    if wish == "sform" and by_rows is not None:
        return by_rows, (said,)
    if wish == "qform":
        unsaid = () if by_size.has_orientation else (NO_ORIENTATION_NOTICE,)
        return by_size, (said, *unsaid)
    options = [Option(f"Place it by its sform ({axes_of(by_rows)})", {"orientation": "sform"})]
    if by_rows is None:
        options.clear()
    label = (
        f"Place it by its qform ({axes_of(by_size)})"
        if by_size.has_orientation
        else "Use its voxel size alone, without left and right"
    )
    raise NeedsChoice(name, fault, (*options, Option(label, {"orientation": "qform"})))


def axes_of(geometry: Geometry | None) -> str:
    """Where x, y and z lead, in letters: L left, P back, S head.

    >>> axes_of(Geometry((2, 2, 2)))
    'LPS'
    """
    if geometry is None:
        return ""
    columns = np.reshape(geometry.direction, (3, 3)).T
    letters = [("LPS", "RAI")[int(c[np.abs(c).argmax()] < 0)][np.abs(c).argmax()] for c in columns]
    return "".join(letters)


def _from_quaternion(
    name: str,
    fields: tuple[float, ...],
    spacing: tuple[float, float, float],
    qfac: float,
    unit_mm: float,
) -> NDArray[np.float64]:
    b, c, d, *offset = fields
    rest = 1.0 - (b * b + c * c + d * d)
    if not np.isfinite(rest) or rest < -1e-3 or not all(abs(v) < 1e12 for v in offset):
        raise InputError(name, "has directions that are no rotation", "export it again")
    a = float(np.sqrt(max(rest, 0.0)))
    rotation = np.array(
        [
            [a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)],
            [2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)],
            [2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c],
        ]
    )
    affine = np.eye(4)
    affine[:3, :3] = rotation * np.array([1.0, 1.0, -1.0 if qfac < 0 else 1.0]) * spacing
    affine[:3, 3] = np.asarray(offset) * unit_mm
    return affine
