"""MetaImage (.mha, .mhd): headers read and written.

The format is described at itk.org/Wiki/MetaIO/Documentation. Voxels are unpacked by us, because
one line such as ``NDims = -1`` crashes ITK's own reader.
"""

from pathlib import Path
from typing import Any

import numpy as np

from unet_core.errors import InputError
from unet_core.io.headers import (
    HEADER_BYTES,
    HEADER_LINES,
    NO_ORIENTATION_NOTICE,
    Header,
    checked_direction,
    checked_origin,
    checked_size,
    checked_spacing,
    display_name,
    neighbour,
    open_regular,
)
from unet_core.volume import IDENTITY, Geometry

_TYPES = {
    "MET_CHAR": "i1",
    "MET_UCHAR": "u1",
    "MET_SHORT": "i2",
    "MET_USHORT": "u2",
    "MET_INT": "i4",
    "MET_UINT": "u4",
    "MET_LONG_LONG": "i8",
    "MET_ULONG_LONG": "u8",
    "MET_FLOAT": "f4",
    "MET_DOUBLE": "f8",
}
_MATRIX = ("TransformMatrix", "Rotation", "Orientation")
_ORIGIN = ("Offset", "Position", "Origin")


def read_header(path: Path) -> Header:
    """The checked header of a .mha or .mhd file.

    Raises:
        InputError: If anything in it is impossible, or of a kind this program does not show.
    """
    name = display_name(path)
    with open_regular(path) as file:
        raw = file.read(HEADER_BYTES)
    fields, end = _parsed(name, raw)
    dimensions = fields.get("NDims", "")
    if dimensions not in ("2", "3"):
        raise InputError(name, f"says it has {dimensions[:20] or 'no'} dimensions", "export 3D")
    count = int(dimensions)
    dtype = _dtype(name, fields)
    size_xyz = checked_size(name, _integers(name, fields, "DimSize", count), dtype.itemsize)
    geometry, notices = _geometry(name, fields, size_xyz, count)
    data = fields["ElementDataFile"]
    data_path, offset = (path, end) if data.upper() == "LOCAL" else (neighbour(path, data), 0)
    packed = _truth(fields.get("CompressedData", "False"))
    _refuse_odd_layout(name, fields, data_path, offset, packed=packed)
    return Header(
        path=path,
        kind="MetaImage",
        geometry=geometry,
        dtype=dtype,
        data_path=data_path,
        data_offset=offset,
        compression="zlib" if packed else "",
        notices=notices,
    )


def _parsed(name: str, raw: bytes) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    position = 0
    for _ in range(HEADER_LINES):
        end = raw.find(b"\n", position)
        line = raw[position : end if end >= 0 else len(raw)]
        key, mark, value = line.decode("utf-8", "replace").partition("=")
        if not mark or key.strip() in fields:
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
    kind = fields.get("ElementType", "")
    if kind not in _TYPES or fields.get("ElementNumberOfChannels", "1") != "1":
        many = f"{fields.get('ElementNumberOfChannels', '1')[:10]} x {kind[:30] or 'unknown'}"
        raise InputError(name, f"holds {many} values a voxel", "export it as grey values")
    big = _truth(fields.get("BinaryDataByteOrderMSB", fields.get("ElementByteOrderMSB", "False")))
    return np.dtype((">" if big else "<") + _TYPES[kind])


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
    if key not in fields:
        raise InputError(name, "gives no voxel spacing", "export it again with its spacing")
    spacing = _floats(name, fields, key, count)
    position = _floats(name, fields, origin, count) if origin else [0.0] * count
    columns = np.eye(3)
    if matrix:
        columns[:count, :count] = np.reshape(
            _floats(name, fields, matrix, count**2), (count,) * 2
        ).T
    geometry = Geometry(
        size_xyz,
        checked_spacing(name, [*spacing, 1.0][:3]),
        checked_origin(name, [*position, 0.0][:3]),
        checked_direction(name, columns) if matrix else IDENTITY,
        has_orientation=matrix is not None and origin is not None and count == 3,
    )
    return geometry, () if geometry.has_orientation else (NO_ORIENTATION_NOTICE,)


def header_bytes(geometry: Geometry, dtype: np.dtype[Any], packed_bytes: int) -> bytes:
    """A header for zlib-packed little-endian voxels in the same file; names nobody."""
    kind = next(key for key, code in _TYPES.items() if code == dtype.str[1:])
    columns = np.reshape(geometry.direction, (3, 3)).T.ravel()
    lines = {
        "ObjectType": "Image",
        "NDims": "3",
        "BinaryData": "True",
        "BinaryDataByteOrderMSB": "False",
        "CompressedData": "True",
        "CompressedDataSize": str(packed_bytes),
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
