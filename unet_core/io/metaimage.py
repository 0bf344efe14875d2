"""MetaImage (.mha, .mhd): headers read and written.

The format is described at itk.org/Wiki/MetaIO/Documentation. Voxels are unpacked by us, because
one line such as ``NDims = -1`` crashes ITK's own reader.
"""

import math
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from unet_core.errors import InputError
from unet_core.io.headers import (
    HEADER_BYTES,
    HEADER_LINES,
    NO_ORIENTATION_NOTICE,
    Header,
    Part,
    check_bytes_on_disk,
    checked_direction,
    checked_origin,
    checked_size,
    checked_spacing,
    display_name,
    neighbour,
    open_regular,
)
from unet_core.io.parts import channel_part, numbered_part
from unet_core.io.request import Request
from unet_core.volume import IDENTITY, Geometry

_TYPES = {
    "MET_CHAR": "i1",
    "MET_UCHAR": "u1",
    "MET_SHORT": "i2",
    "MET_USHORT": "u2",
    "MET_INT": "i4",
    "MET_UINT": "u4",
    "MET_LONG": "i4",
    "MET_ULONG": "u4",
    "MET_LONG_LONG": "i8",
    "MET_ULONG_LONG": "u8",
    "MET_FLOAT": "f4",
    "MET_DOUBLE": "f8",
}
_NO_SPACING_NOTICE = "The file gives no voxel size: sizes in mm and ml are not shown."
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_ .-]*")
_MATRIX = ("TransformMatrix", "Rotation", "Orientation")
_ORIGIN = ("Offset", "Position", "Origin")


def read_header(path: Path, request: Request) -> Header:
    """The checked header of a .mha or .mhd file.

    Raises:
        InputError: If anything in it is impossible, or of a kind this program does not show.
        NeedsChoice: If it holds several volumes or several values a voxel.
    """
    name = display_name(path)
    with open_regular(path) as file:
        raw = file.read(HEADER_BYTES)
    fields, end = _parsed(name, raw)
    dimensions = fields.get("NDims", "")
    if dimensions not in ("2", "3", "4", "5"):
        raise InputError(name, f"says it has {dimensions[:20] or 'no'} dimensions", "export 3D")
    count = int(dimensions)
    dtype, channels = _dtype(name, fields), _channels(name, fields)
    sides = _integers(name, fields, "DimSize", count)
    size_xyz = checked_size(name, sides[:3], dtype.itemsize * channels)
    if min(sides) < 1:
        raise InputError(name, f"says it has {min(sides)} voxels on a side", "export it again")
    geometry, notices = _geometry(name, fields, size_xyz, count)
    data_path, offset = _data(path, fields["ElementDataFile"], end)
    packed = _truth(fields.get("CompressedData", "False"))
    _refuse_odd_layout(name, fields, data_path, offset, packed=packed)
    header = Header(
        path,
        "MetaImage",
        geometry,
        dtype,
        data_path,
        data_offset=offset,
        compression="zlib" if packed else "",
        notices=notices,
        part=Part(frames=math.prod(sides[3:]), channels=channels),
    )
    return _with_part(header, sides, request.part)


def _data(path: Path, named: str, end: int) -> tuple[Path, int]:
    """The file with the voxels and where they begin in it."""
    if named.upper() == "LOCAL":
        return path, end
    if named.upper().startswith("LIST"):
        raise InputError(
            display_name(path), "is split over several data files", "save it as one .mha file"
        )
    return neighbour(path, named), 0


def _with_part(header: Header, sides: list[int], wish: str | None) -> Header:
    """The header of the frame or channel wanted; asks which where there are several."""
    name, part = display_name(header.path), header.part
    if part.frames == 1 and part.channels == 1:
        return header
    check_bytes_on_disk(header)
    shape = " x ".join(str(side) for side in sides)
    if part.frames > 1 and part.channels > 1:
        fault = f"holds {part.frames} volumes ({shape}) of {part.channels} values a voxel"
        raise InputError(name, fault, "export one volume (3D) of it in grey values")
    if part.channels > 1:
        return replace(header, part=channel_part(name, part.channels, wish))
    fault = f"holds {part.frames} volumes ({shape})"
    frame = numbered_part(name, fault, "frame", part.frames, wish)
    said = f"This is frame {frame + 1} of the {part.frames} in the file."
    return replace(header, part=replace(part, frame=frame), notices=(*header.notices, said))


def _parsed(name: str, raw: bytes) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    position = 0
    for _ in range(HEADER_LINES):
        end = raw.find(b"\n", position)
        line = raw[position : end if end >= 0 else len(raw)]
        key, mark, value = line.decode("utf-8", "replace").partition("=")
        if not mark or key.strip() in fields or not _KEY.fullmatch(key.strip()):
            break
        fields[key.strip()] = value.strip()
        position = end + 1
        if key.strip() == "ElementDataFile":
            return fields, position
        if end < 0:
            break
    raise InputError(name, "has a damaged header or one of more than 500 lines", "export it again")


def _truth(text: str) -> bool:
    return text.lower() in ("true", "t", "1", "yes")


def _floats(name: str, fields: dict[str, str], key: str, count: int) -> list[float]:
    try:
        values = [float(part) for part in fields.get(key, "").split()]
    except ValueError:
        values = []
    if len(values) != count or not all(abs(v) < 1e12 for v in values):
        fault = f'has "{fields.get(key, "nothing")[:40]}" as its {key}'
        raise InputError(name, fault, "export it again")
    return values


def _integers(name: str, fields: dict[str, str], key: str, count: int) -> list[int]:
    parts = fields.get(key, "").split()
    if len(parts) != count or not all(p.isascii() and p.isdigit() and len(p) < 10 for p in parts):
        raise InputError(
            name, f'has "{fields.get(key, "nothing")[:40]}" as its {key}', "export it again"
        )
    return [int(p) for p in parts]


def _dtype(name: str, fields: dict[str, str]) -> np.dtype[Any]:
    kind = fields.get("ElementType", "").removesuffix("_ARRAY")
    if kind not in _TYPES:
        raise InputError(name, f"holds {kind[:30] or 'unknown'} values", "export it as grey values")
    big = _truth(fields.get("BinaryDataByteOrderMSB", fields.get("ElementByteOrderMSB", "False")))
    return np.dtype((">" if big else "<") + _TYPES[kind])


def _channels(name: str, fields: dict[str, str]) -> int:
    text = fields.get("ElementNumberOfChannels", "1")
    if not (text.isascii() and text.isdigit() and len(text) < 4 and int(text)):
        raise InputError(name, f"holds {text[:10]} values in every voxel", "export it again")
    return int(text)


def _refuse_odd_layout(
    name: str, fields: dict[str, str], data_path: Path, offset: int, *, packed: bool
) -> None:
    if not _truth(fields.get("BinaryData", "True")):
        raise InputError(name, "holds its voxels as text", "save it as binary data")
    if fields.get("HeaderSize", "0") not in ("0", ""):
        raise InputError(name, "skips part of its data file", "save it as one .mha file")
    promised = fields.get("CompressedDataSize", "")
    if packed and promised.isdigit():
        present = data_path.stat().st_size - offset
        if present != int(promised):
            raise InputError(
                name,
                f"holds {present:,} packed bytes where its header says {int(promised[:18]):,}",
                "copy it again from its source",
            )


def _geometry(
    name: str, fields: dict[str, str], size_xyz: tuple[int, int, int], count: int
) -> tuple[Geometry, tuple[str, ...]]:
    key = "ElementSpacing" if "ElementSpacing" in fields else "ElementSize"
    matrix = next((k for k in _MATRIX if k in fields), None)
    origin = next((k for k in _ORIGIN if k in fields), None)
    spacing = _floats(name, fields, key, count) if key in fields else [1.0] * count
    position = _floats(name, fields, origin, count) if origin else [0.0] * count
    columns = np.eye(max(count, 3))
    if matrix:
        columns[:count, :count] = np.reshape(
            _floats(name, fields, matrix, count**2), (count,) * 2
        ).T
    geometry = Geometry(
        size_xyz,
        checked_spacing(name, [*spacing, 1.0][:3]),
        checked_origin(name, [*position, 0.0][:3]),
        checked_direction(name, columns[:3, :3]) if matrix else IDENTITY,
        has_scale=key in fields,
        has_orientation=matrix is not None and origin is not None and count >= 3,
    )
    notices = () if geometry.has_scale else (_NO_SPACING_NOTICE,)
    return geometry, notices if geometry.has_orientation else (*notices, NO_ORIENTATION_NOTICE)


def header_bytes(geometry: Geometry, dtype: np.dtype[Any], packed_bytes: int) -> bytes:
    """A header for zlib-packed little-endian voxels in the same file; names nobody.

    It is as long for any ``packed_bytes``, so that it can be written again once they are known.
    """
    kind = next(key for key, code in _TYPES.items() if code == dtype.str[1:])
    columns = np.reshape(geometry.direction, (3, 3)).T.ravel()
    lines = {
        "ObjectType": "Image",
        "NDims": "3",
        "BinaryData": "True",
        "BinaryDataByteOrderMSB": "False",
        "CompressedData": "True",
        "CompressedDataSize": str(packed_bytes).ljust(18),
        "TransformMatrix": " ".join(repr(float(v)) for v in columns),
        "Offset": " ".join(repr(float(v)) for v in geometry.origin_xyz_mm),
        "CenterOfRotation": "0 0 0",
        "AnatomicalOrientation": "RAI" if geometry.has_orientation else "???",
        "ElementSpacing": " ".join(repr(float(v)) for v in geometry.spacing_xyz_mm),
        "DimSize": " ".join(str(n) for n in geometry.size_xyz),
        "ElementType": kind,
        "ElementDataFile": "LOCAL",
    }
    if not geometry.has_orientation:
        del lines["TransformMatrix"], lines["Offset"], lines["CenterOfRotation"]
    return "".join(f"{key} = {value}\n" for key, value in lines.items()).encode()
