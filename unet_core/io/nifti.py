"""NIfTI-1 and -2 (.nii, .nii.gz): headers read and written; voxels travel elsewhere.

Field offsets follow the official header files, nifti1.h and nifti2.h (nifti.nimh.nih.gov).
"""

import struct
from pathlib import Path
from typing import Any

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io.headers import (
    HEADER_BYTES,
    NO_ORIENTATION_NOTICE,
    PACKING_ERROR,
    Compression,
    Header,
    checked_size,
    checked_spacing,
    display_name,
    geometry_from_affine,
    open_regular,
)
from unet_core.volume import Geometry

_LAYOUTS = {
    348: {
        "dim": (40, "8h"),
        "datatype": (70, "h"),
        "pixdim": (76, "8f"),
        "vox_offset": (108, "f"),
        "slope": (112, "2f"),
        "units": (123, "B"),
        "codes": (252, "2h"),
        "quaternion": (256, "6f"),
        "srow": (280, "12f"),
    },
    540: {
        "dim": (16, "8q"),
        "datatype": (12, "h"),
        "pixdim": (104, "8d"),
        "vox_offset": (168, "q"),
        "slope": (176, "2d"),
        "units": (500, "i"),
        "codes": (344, "2i"),
        "quaternion": (352, "6d"),
        "srow": (400, "12d"),
    },
}
_MAGICS = {348: (344, (b"n+1\0",)), 540: (4, (b"n+2\0",))}
_DTYPES = {
    2: "u1",
    4: "i2",
    8: "i4",
    16: "f4",
    64: "f8",
    256: "i1",
    512: "u2",
    768: "u4",
    1024: "i8",
    1280: "u8",
}
_REFUSED = {
    128: "is a colour picture (RGB)",
    2304: "is a colour picture (RGBA)",
    32: "holds complex numbers",
    1792: "holds complex numbers",
    2048: "holds complex numbers",
}
_UNITS_MM = {0: 1.0, 1: 1000.0, 2: 1.0, 3: 0.001}
_FLIP_XY = np.diag([-1.0, -1.0, 1.0, 1.0])  # RAS to LPS and back


def looks_like(head: bytes) -> bool:
    """Whether the (inflated) first bytes are a NIfTI header."""
    return _order_and_size(head) is not None


def read_header(path: Path) -> Header:
    """The checked header of a .nii or .nii.gz file.

    Raises:
        InputError: If anything in it is impossible, or of a kind this program does not show.
    """
    name = display_name(path)
    with open_regular(path) as file:
        raw = file.read(HEADER_BYTES)
    compression: Compression = "gzip" if raw[:2] == b"\x1f\x8b" else ""
    head = inflated_start(raw) if compression else raw
    found = _order_and_size(head)
    if found is None:
        raise InputError(name, "is no NIfTI file", "check what it is and export it again")
    order, size = found
    fields: dict[str, Any] = {
        key: struct.unpack_from(order + form, head, offset)
        for key, (offset, form) in _LAYOUTS[size].items()
    }
    return _checked(path, compression, order, size, fields)


def inflated_start(raw: bytes) -> bytes:
    """The first kilobyte inside a gzip file; empty if it is damaged there."""
    try:
        return bytes(isal_zlib.decompressobj(wbits=31).decompress(raw, 1024))
    except PACKING_ERROR:
        return b""


def _order_and_size(head: bytes) -> tuple[str, int] | None:
    for size, (offset, magics) in _MAGICS.items():
        for order in "<>":
            if (
                len(head) >= size
                and struct.unpack_from(order + "i", head)[0] == size
                and head[offset : offset + 4] in magics
            ):
                return order, size
    return None


def _checked(
    path: Path, compression: Compression, order: str, size: int, fields: dict[str, Any]
) -> Header:
    name = display_name(path)
    code = fields["datatype"][0]
    if code not in _DTYPES:
        fault = _REFUSED.get(code, f"holds numbers of an unknown kind (code {code})")
        raise InputError(name, fault, "export it as grey values")
    dtype = np.dtype(order + _DTYPES[code])
    dimensions = fields["dim"]
    if not 1 <= dimensions[0] <= 7:
        raise InputError(name, f"says it has {dimensions[0]} dimensions", "export it again")
    size_xyz = checked_size(name, dimensions[1 : dimensions[0] + 1], dtype.itemsize)
    offset = fields["vox_offset"][0]
    if not (np.isfinite(offset) and size + 4 <= offset <= 1 << 24 and offset == int(offset)):
        raise InputError(
            name, f"says its voxels begin at byte {offset:.6g}", "export it again; it is damaged"
        )
    geometry, notices = _geometry(name, size_xyz, fields)
    slope, intercept = _scaling(name, fields["slope"])
    return Header(
        path=path,
        kind="NIfTI",
        geometry=geometry,
        dtype=dtype,
        data_path=path,
        data_offset=0 if compression else int(offset),
        inflated_offset=int(offset) if compression else 0,
        compression=compression,
        slope=slope,
        intercept=intercept,
        notices=notices,
    )


def _scaling(name: str, pair: tuple[float, float]) -> tuple[float, float]:
    slope, intercept = pair
    if slope == 0 or np.isnan(slope):
        return 1.0, 0.0  # the standard's way to say "none"
    if not (np.isfinite(slope) and np.isfinite(intercept)) or abs(slope) > 1e6 or slope < 0:
        raise InputError(
            name, f"scales its values by {slope:.4g} and {intercept:.4g}", "export it again"
        )
    return slope, intercept


def _geometry(
    name: str, size_xyz: tuple[int, int, int], fields: dict[str, Any]
) -> tuple[Geometry, tuple[str, ...]]:
    unit_mm = _UNITS_MM.get(fields["units"][0] & 7)
    if unit_mm is None:
        raise InputError(name, "gives lengths in an unknown unit", "export it in mm")
    notices = () if unit_mm == 1.0 else ("Lengths were converted to mm from another unit.",)
    used = [i for i in (1, 2, 3) if size_xyz[i - 1] > 1]
    pixdim = [float(v) for v in fields["pixdim"]]
    for axis in (1, 2, 3):
        if axis not in used and pixdim[axis] == 0:
            pixdim[axis] = 1.0 / unit_mm  # one voxel thick: the standard leaves it open
    spacing = checked_spacing(name, [v * unit_mm for v in pixdim[1:4]])
    qform_code, sform_code = fields["codes"]
    if qform_code <= 0 and sform_code <= 0:
        placed = Geometry(size_xyz, spacing, has_orientation=False)
        return placed, (*notices, NO_ORIENTATION_NOTICE)
    by_quaternion = by_rows = None
    if qform_code > 0:
        affine = _from_quaternion(name, fields["quaternion"], spacing, pixdim[0], unit_mm)
        by_quaternion = geometry_from_affine(name, size_xyz, _FLIP_XY @ affine)
    if sform_code > 0:
        if not all(abs(v) < 1e12 for v in fields["srow"]):
            raise InputError(name, "has a place in space that is no number", "export it again")
        rows = np.vstack([np.reshape(fields["srow"], (3, 4)), [0.0, 0.0, 0.0, 1.0]])
        rows[:3] *= unit_mm
        by_rows = geometry_from_affine(name, size_xyz, _FLIP_XY @ rows)
        _compare(name, by_rows, spacing)
    if by_rows and by_quaternion:
        _refuse_contradiction(name, by_rows, by_quaternion)
    geometry = by_rows or by_quaternion
    assert geometry is not None
    return geometry, notices


def _compare(name: str, geometry: Geometry, spacing: tuple[float, float, float]) -> None:
    if not np.allclose(geometry.spacing_xyz_mm, spacing, rtol=0.01, atol=0):
        both = [" / ".join(f"{v:.4g}" for v in s) for s in (spacing, geometry.spacing_xyz_mm)]
        raise InputError(
            name,
            f"gives two voxel sizes, {both[0]} mm and {both[1]} mm",
            "export it again from its source",
        )


def _refuse_contradiction(name: str, by_rows: Geometry, by_quaternion: Geometry) -> None:
    x, y, z = (n - 1 for n in by_rows.size_xyz)
    corners = [(0, 0, 0), (0, 0, x), (0, y, 0), (z, 0, 0), (z, y, x)]
    furthest = max(
        float(np.linalg.norm(np.subtract(by_rows.point(c), by_quaternion.point(c))))
        for c in corners
    )
    if furthest > max(by_rows.spacing_xyz_mm):
        raise InputError(
            name,
            f"places its voxels in two ways, {furthest:.0f} mm apart (qform and sform)",
            "export it again from its source, and check left and right",
        )


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


def header_bytes(geometry: Geometry, dtype: np.dtype[Any]) -> bytes:
    """A NIfTI-1 header (352 bytes) for little-endian voxels; names nobody.

    Raises:
        InputError: If a side is too long for the format.
    """
    if max(geometry.size_xyz) > 32767:
        raise InputError("the volume", "is too long for NIfTI", "save it as .nrrd")
    code = {name: code for code, name in _DTYPES.items()}[dtype.str[1:]]
    head = bytearray(352)
    affine = _FLIP_XY @ geometry.affine
    quaternion, qfac = _to_quaternion(np.reshape(geometry.direction, (3, 3)))
    oriented = 1 if geometry.has_orientation else 0

    def put(key: str, *values: float) -> None:
        offset, form = _LAYOUTS[348][key]
        struct.pack_into("<" + form, head, offset, *values)

    struct.pack_into("<i", head, 0, 348)
    put("dim", 3, *geometry.size_xyz, 1, 1, 1, 1)
    put("datatype", code)
    struct.pack_into("<h", head, 72, dtype.itemsize * 8)
    put("pixdim", qfac, *geometry.spacing_xyz_mm, 0, 0, 0, 0)
    put("vox_offset", 352)
    put("slope", 1, 0)
    put("units", 2)
    put("codes", oriented, oriented)
    if oriented:
        put("quaternion", *quaternion, *affine[:3, 3])
        put("srow", *affine[:3].ravel())
    head[344:348] = b"n+1\0"
    return bytes(head)


def _to_quaternion(direction_lps: NDArray[np.float64]) -> tuple[tuple[float, float, float], float]:
    """(b, c, d) and qfac of LPS direction cosines (Bar-Itzhack 2000, doi:10.2514/2.4654)."""
    rotation = np.diag([-1.0, -1.0, 1.0]) @ direction_lps
    qfac = 1.0
    if np.linalg.det(rotation) < 0:
        rotation, qfac = rotation * np.array([1.0, 1.0, -1.0]), -1.0
    (xx, yx, zx), (xy, yy, zy), (xz, yz, zz) = rotation
    symmetric = (
        np.array(
            [
                [xx - yy - zz, 0, 0, 0],
                [yx + xy, yy - xx - zz, 0, 0],
                [zx + xz, zy + yz, zz - xx - yy, 0],
                [yz - zy, zx - xz, xy - yx, xx + yy + zz],
            ]
        )
        / 3.0
    )
    values, vectors = np.linalg.eigh(symmetric)  # reads the lower triangle
    x, y, z, w = vectors[:, int(np.argmax(values))]
    sign = -1.0 if w < 0 else 1.0
    return (float(sign * x), float(sign * y), float(sign * z)), qfac
