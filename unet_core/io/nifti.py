"""NIfTI-1 and -2 (.nii, .nii.gz, .hdr with .img): headers read and written, voxels elsewhere.

Field offsets follow the official header files, nifti1.h and nifti2.h (nifti.nimh.nih.gov).
"""

import math
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io.headers import (
    HEADER_BYTES,
    PACKING_ERROR,
    Compression,
    Header,
    Part,
    check_bytes_on_disk,
    checked_size,
    display_name,
    neighbour,
    open_regular,
)
from unet_core.io.nifti_place import FLIP_XY, placed
from unet_core.io.parts import colour_part, numbered_part
from unet_core.io.request import Request
from unet_core.volume import Geometry

_LAYOUTS = {
    348: {
        "dim": (40, "8h"),
        "datatype": (70, "h"),
        "intent": (68, "h"),
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
        "intent": (504, "i"),
        "pixdim": (104, "8d"),
        "vox_offset": (168, "q"),
        "slope": (176, "2d"),
        "units": (500, "i"),
        "codes": (344, "2i"),
        "quaternion": (352, "6d"),
        "srow": (400, "12d"),
    },
}
_MAGICS = {348: (344, (b"n+1\0", b"ni1\0")), 540: (4, (b"n+2\0", b"ni2\0"))}
_CIFTI_INTENTS = range(3000, 3100)
_LARGEST_OFFSET = 1 << 24
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
_COLOURS = {128: 3, 2304: 4}
"""Red, green, blue (and alpha), one byte each, side by side."""
_REFUSED = {
    1: "holds single bits",
    1536: "holds numbers of 128 bits",
    32: "holds complex numbers",
    1792: "holds complex numbers",
    2048: "holds complex numbers",
}


def looks_like(head: bytes) -> bool:
    """Whether the (inflated) first bytes are a NIfTI header."""
    return _order_and_size(head) is not None


def looks_like_analyze(head: bytes) -> bool:
    """Whether the (inflated) first bytes are an Analyze 7.5 header without NIfTI's additions."""
    return len(head) >= 344 and head[:4] in (b"\x5c\1\0\0", b"\0\0\1\x5c")


def header_beside(path: Path) -> Path | None:
    """The NIfTI or Analyze header that an .img file has beside it; None where it has none."""
    for ending in (".img", ".img.gz"):
        if path.name.lower().endswith(ending):
            stem = path.name[: -len(ending)]
            for other in _sorted_by(ending, _HEADER_ENDINGS):
                header = path.with_name(stem + other)
                if header.is_file() and not header.is_symlink():
                    return header
    return None


_HEADER_ENDINGS = (".hdr", ".hdr.gz", ".HDR")
_DATA_ENDINGS = (".img", ".img.gz", ".IMG")


def _sorted_by(packed_like: str, endings: tuple[str, ...]) -> list[str]:
    """The endings of the other half, those packed alike first."""
    return sorted(endings, key=lambda e: e.endswith(".gz") != packed_like.endswith(".gz"))


def _data_beside(path: Path) -> Path:
    name = display_name(path)
    ending = next((e for e in _HEADER_ENDINGS if path.name.endswith(e)), "")
    stem = path.name[: -len(ending)] if ending else path.stem
    for other in _sorted_by(ending, _DATA_ENDINGS):
        if path.with_name(stem + other).exists():
            return neighbour(path, stem + other)
    raise InputError(
        name,
        "is half of a NIfTI pair (.hdr and .img) without the other half beside it",
        "copy both files together",
    )


def read_header(path: Path, request: Request) -> Header:
    """The checked header of a .nii file, or of an .hdr and .img pair by either half.

    Raises:
        InputError: If anything in it is impossible, or of a kind this program does not show.
        NeedsChoice: If it holds several volumes, or places its voxels in two ways.
    """
    head, order, size = _found(path)
    if not size and (other := header_beside(path)):
        path = other
        head, order, size = _found(path)
    name = display_name(path)
    if looks_like_analyze(head) and not size:
        raise analyze(name)
    if not size:
        raise InputError(name, "is no NIfTI file", "check what it is and export it again")
    fields: dict[str, Any] = {
        key: struct.unpack_from(order + form, head, offset)
        for key, (offset, form) in _LAYOUTS[size].items()
    }
    offset, magics = _MAGICS[size]
    is_pair = head[offset : offset + 4] == magics[1]
    data_path = _data_beside(path) if is_pair else path
    with open_regular(data_path) as file:
        packed = file.read(2) == b"\x1f\x8b"
    header = _checked(path, fields, order, request)
    header = _with_data(header, fields, data_path, 0 if is_pair else size + 4, packed=packed)
    return _with_part(header, fields, request.part)


def analyze(name: str) -> InputError:
    """The sentence for the format from before NIfTI."""
    fault = "is an Analyze 7.5 header, which does not say left from right"
    return InputError(name, fault, "convert it to NIfTI with the program it came from")


def _found(path: Path) -> tuple[bytes, str, int]:
    """The (inflated) start of a file, its byte order and header size; "" and 0 if no NIfTI."""
    with open_regular(path) as file:
        raw = file.read(HEADER_BYTES)
    head = inflated_start(raw) if raw[:2] == b"\x1f\x8b" else raw
    return head, *(_order_and_size(head) or ("", 0))


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


def _checked(path: Path, fields: dict[str, Any], order: str, request: Request) -> Header:
    name = display_name(path)
    code = fields["datatype"][0]
    if code not in _DTYPES and code not in _COLOURS:
        fault = _REFUSED.get(code, f"holds numbers of an unknown kind (code {code})")
        raise InputError(name, fault, "export it as grey values")
    dtype = np.dtype(order + _DTYPES[code]) if code in _DTYPES else np.dtype(np.uint8)
    if fields["intent"][0] in _CIFTI_INTENTS:
        fault = "is a CIFTI file (surfaces or connections of a brain)"
        raise InputError(name, fault, "choose a scan")
    dimensions = fields["dim"]
    if not 1 <= dimensions[0] <= 7:
        raise InputError(name, f"says it has {dimensions[0]} dimensions", "export it again")
    sides = dimensions[1 : dimensions[0] + 1]
    size_xyz = checked_size(name, sides[:3], dtype.itemsize)
    if any(side < 1 for side in sides):
        raise InputError(name, f"says it has {min(sides)} voxels on a side", "export it again")
    slope, intercept = _scaling(name, fields["slope"])
    geometry, notices = placed(name, size_xyz, fields, request.orientation)
    return Header(
        path,
        "NIfTI",
        geometry,
        dtype,
        path,
        slope=slope,
        intercept=intercept,
        notices=notices,
        part=Part(frames=math.prod(sides[3:]), channels=_COLOURS.get(code, 1)),
    )


def _with_data(
    header: Header, fields: dict[str, Any], data_path: Path, least: int, *, packed: bool
) -> Header:
    offset = fields["vox_offset"][0]
    if not (np.isfinite(offset) and least <= offset <= _LARGEST_OFFSET and offset == int(offset)):
        raise InputError(
            display_name(header.path),
            f"says its voxels begin at byte {offset:.6g}",
            "export it again; it is damaged",
        )
    compression: Compression = "gzip" if packed else ""
    return replace(
        header,
        data_path=data_path,
        data_offset=0 if packed else int(offset),
        inflated_offset=int(offset) if packed else 0,
        compression=compression,
    )


def _with_part(header: Header, fields: dict[str, Any], wish: str | None) -> Header:
    """The header of the frame or channel wanted; asks which where there are several."""
    part, name = header.part, display_name(header.path)
    if part.frames == 1 and part.channels == 1:
        return header
    check_bytes_on_disk(header)
    if part.frames > 1 and part.channels > 1:
        fault = f"holds {part.frames} volumes in colour"
        raise InputError(name, fault, "export one volume (3D) of it in grey values")
    if part.channels > 1:
        return replace(header, part=colour_part(name, part.channels, wish))
    sides = fields["dim"][1 : fields["dim"][0] + 1]
    shape = " x ".join(str(side) for side in sides)
    fault = f"holds {part.frames} volumes ({shape})"
    noun = "component" if len(sides) > 4 and sides[3] == 1 else "frame"
    frame = numbered_part(name, fault, noun, part.frames, wish)
    said = f"This is {noun} {frame + 1} of the {part.frames} in the file."
    return replace(header, part=replace(part, frame=frame), notices=(*header.notices, said))


def _scaling(name: str, pair: tuple[float, float]) -> tuple[float, float]:
    slope, intercept = pair
    if slope == 0 or np.isnan(slope):
        return 1.0, 0.0  # the standard's way to say "none"
    if not (np.isfinite(slope) and np.isfinite(intercept)) or abs(slope) > 1e6 or slope < 0:
        raise InputError(
            name, f"scales its values by {slope:.4g} and {intercept:.4g}", "export it again"
        )
    return slope, intercept


def header_bytes(geometry: Geometry, dtype: np.dtype[Any]) -> bytes:
    """A NIfTI-1 header (352 bytes) for little-endian voxels; names nobody.

    Raises:
        InputError: If a side is too long for the format.
    """
    if max(geometry.size_xyz) > 32767:
        raise InputError("the volume", "is too long for NIfTI", "save it as .nrrd")
    code = {name: code for code, name in _DTYPES.items()}[dtype.str[1:]]
    head = bytearray(352)
    affine = FLIP_XY @ geometry.affine
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
