"""NRRD (.nrrd, .nhdr, .seg.nrrd as 3D Slicer writes it): headers read and written.

The format is described at teem.sourceforge.net/nrrd/format.html. Voxels are unpacked by us and
not by a library, because a header of one odd line can hang or crash the usual ones.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io.headers import (
    HEADER_BYTES,
    HEADER_LINES,
    NO_ORIENTATION_NOTICE,
    Compression,
    Header,
    checked_size,
    checked_spacing,
    display_name,
    geometry_from_affine,
    neighbour,
    open_regular,
)
from unet_core.volume import Geometry, Label, label_for

_TYPES = {
    "i1": ("signed char", "int8", "int8_t"),
    "u1": ("unsigned char", "uchar", "uint8", "uint8_t"),
    "i2": ("short", "short int", "signed short", "signed short int", "int16", "int16_t"),
    "u2": ("unsigned short", "unsigned short int", "ushort", "uint16", "uint16_t"),
    "i4": ("int", "signed int", "int32", "int32_t"),
    "u4": ("unsigned int", "uint", "uint32", "uint32_t"),
    "i8": ("long long", "long long int", "signed long long", "int64", "int64_t", "longlong"),
    "u8": ("unsigned long long", "ulonglong", "uint64", "uint64_t"),
    "f4": ("float",),
    "f8": ("double",),
}
_ENCODINGS: Mapping[str, Compression] = {"raw": "", "gzip": "gzip", "gz": "gzip"}
_TO_LPS = {
    "left-posterior-superior": (1.0, 1.0, 1.0),
    "lps": (1.0, 1.0, 1.0),
    "right-anterior-superior": (-1.0, -1.0, 1.0),
    "ras": (-1.0, -1.0, 1.0),
    "left-anterior-superior": (1.0, -1.0, 1.0),
    "las": (1.0, -1.0, 1.0),
}
_SEGMENT_KEY = re.compile(r"Segment(\d{1,3})_(Name|LabelValue|Color|Layer)")


def read_header(path: Path) -> Header:
    """The checked header of a .nrrd or .nhdr file.

    Raises:
        InputError: If anything in it is impossible, or of a kind this program does not show.
    """
    name = display_name(path)
    with open_regular(path) as file:
        raw = file.read(HEADER_BYTES)
    fields, custom, end = _parsed(name, raw)
    size_xyz, dtype, compression = _layout(name, fields)
    geometry, notices = _geometry(name, fields, size_xyz)
    data_path, offset = path, end
    if "data file" in fields:
        if fields["data file"].startswith("LIST") or " " in fields["data file"]:
            raise InputError(name, "is split over several data files", "save it as one .nrrd file")
        data_path, offset = neighbour(path, fields["data file"]), 0
    elif end == 0:
        raise InputError(name, "has a header without an end", "export it again")
    for key in ("line skip", "byte skip"):
        if fields.get(key, "0") != "0":
            raise InputError(name, f'asks for a "{key}"', "save it as one .nrrd file")
    return Header(
        path=path,
        kind="NRRD",
        geometry=geometry,
        dtype=dtype,
        data_path=data_path,
        data_offset=offset,
        compression=compression,
        labels=_segments(name, custom),
        notices=notices,
    )


def _parsed(name: str, raw: bytes) -> tuple[dict[str, str], dict[str, str], int]:
    """Fields, custom key/values, and where the header ends (0 if it fills the file)."""
    separator = re.search(rb"\r?\n\r?\n", raw)
    if separator is None and len(raw) == HEADER_BYTES:
        raise InputError(name, "has a header of more than 64 KB", "export it again")
    head = raw[: separator.start()] if separator else raw
    lines = head.decode("utf-8", "replace").splitlines()
    if len(lines) > HEADER_LINES:
        raise InputError(name, f"has a header of {len(lines):,} lines", "export it again")
    fields: dict[str, str] = {}
    custom: dict[str, str] = {}
    for line in lines[1:]:
        if line.startswith("#") or not line.strip():
            continue
        key, custom_mark, value = line.partition(":=")
        if custom_mark:
            custom[key.strip()] = value.strip()
            continue
        key, mark, value = line.partition(":")
        key = {"datafile": "data file", "spaceorigin": "space origin"}.get(key, key)
        if not mark or key.strip().lower() in fields:
            raise InputError(name, "has a damaged header", "export it again")
        fields[key.strip().lower()] = value.strip()
    return fields, custom, separator.end() if separator else 0


def _numbers(name: str, text: str, count: int | None = None) -> list[float]:
    try:
        values = [float(part) for part in text.replace(",", " ").strip("() ").split()]
    except ValueError:
        values = []
    sound = all(abs(v) < 1e12 for v in values)  # False for NaN too
    if not values or not sound or (count is not None and len(values) != count):
        raise InputError(name, f'has "{text[:40]}" where numbers belong', "export it again")
    return values


def _layout(
    name: str, fields: dict[str, str]
) -> tuple[tuple[int, int, int], np.dtype[Any], Compression]:
    for key in ("type", "dimension", "sizes", "encoding"):
        if key not in fields:
            raise InputError(name, f'has no "{key}" in its header', "export it again")
    code = next((c for c, names in _TYPES.items() if fields["type"].lower() in names), None)
    if code is None:
        raise InputError(name, f"holds {fields['type'][:30]} values", "export it as grey values")
    if fields["encoding"].lower() not in _ENCODINGS:
        raise InputError(
            name, f"is packed as {fields['encoding'][:20]}", "save it with gzip or unpacked"
        )
    order = {"little": "<", "big": ">"}.get(fields.get("endian", "little").lower(), "")
    if not order:
        raise InputError(name, "has an unknown byte order", "export it again")
    sizes = _numbers(name, fields["sizes"])
    if fields["dimension"] not in ("2", "3", "4") or len(sizes) != int(fields["dimension"]):
        raise InputError(
            name, f"says it has {fields['dimension'][:20]} dimensions", "export one volume (3D)"
        )
    if any(v != int(v) or v > 1 << 31 for v in sizes):
        raise InputError(name, "has a size that is no whole number", "export it again")
    if len(sizes) == 4 and sizes[0] > 1:
        raise InputError(
            name,
            f"holds {sizes[0]:.0f} values a voxel (colours, or segments that overlap)",
            "save the segments without overlap, as one layer",
        )
    if len(sizes) == 4:
        sizes = sizes[1:]
    dtype = np.dtype(order + code)
    return (
        checked_size(name, [int(v) for v in sizes], dtype.itemsize),
        dtype,
        _ENCODINGS[fields["encoding"].lower()],
    )


def _geometry(
    name: str, fields: dict[str, str], size_xyz: tuple[int, int, int]
) -> tuple[Geometry, tuple[str, ...]]:
    space = fields.get("space", "").lower()
    if space not in _TO_LPS or "space directions" not in fields:
        if space and space not in _TO_LPS:
            raise InputError(name, f'lies in an unknown space, "{space[:40]}"', "save it in LPS")
        return _unplaced(name, fields, size_xyz)
    vectors = [
        _numbers(name, part, 3) for part in re.findall(r"\([^)]*\)", fields["space directions"])
    ]
    if len(vectors) == 2 and size_xyz[2] == 1:
        cross = np.cross(vectors[0], vectors[1])
        vectors.append([float(v) for v in cross / (np.linalg.norm(cross) or 1.0)])
    if len(vectors) != 3:
        raise InputError(name, "does not say where its voxels lie", "export it again")
    if "space origin" not in fields:
        raise InputError(name, "has no origin", "export it again")
    affine = np.eye(4)
    affine[:3, :3] = np.asarray(vectors).T
    affine[:3, 3] = _numbers(name, fields["space origin"], 3)
    return geometry_from_affine(name, size_xyz, np.diag([*_TO_LPS[space], 1.0]) @ affine), ()


def _unplaced(
    name: str, fields: dict[str, str], size_xyz: tuple[int, int, int]
) -> tuple[Geometry, tuple[str, ...]]:
    if "spacings" not in fields:
        placed = Geometry(size_xyz, has_orientation=False)
        return placed, (NO_ORIENTATION_NOTICE,)
    known = " ".join(v for v in fields["spacings"].split() if v.lower() != "nan")
    spacing = _numbers(name, known)
    if len(spacing) == 2:
        spacing.append(1.0)
    if len(spacing) != 3:
        raise InputError(name, "does not give three voxel spacings", "export it again")
    placed = Geometry(size_xyz, checked_spacing(name, spacing), has_orientation=False)
    return placed, (NO_ORIENTATION_NOTICE,)


def _segments(name: str, custom: dict[str, str]) -> dict[int, Label]:
    segments: dict[str, dict[str, str]] = {}
    for key, value in custom.items():
        if found := _SEGMENT_KEY.fullmatch(key):
            segments.setdefault(found[1], {})[found[2]] = value
    labels: dict[int, Label] = {}
    for segment in segments.values():
        if segment.get("Layer", "0") != "0":
            raise InputError(name, "holds segments that overlap", "save them as one layer")
        value = segment.get("LabelValue", "")
        if not value.isdecimal() or not 1 <= int(value) <= 255:
            continue
        usual = label_for(int(value))
        shown = "".join(c for c in segment.get("Name", "") if c.isprintable())[:60]
        labels[int(value)] = Label(
            int(value), shown or usual.name, _hex(segment.get("Color", "")) or usual.colour
        )
    return labels


def _hex(colour: str) -> str:
    try:
        parts = [max(0.0, min(1.0, float(part))) for part in colour.split()]  # NaN becomes 1
    except ValueError:
        return ""
    return "#" + "".join(f"{round(p * 255):02x}" for p in parts) if len(parts) == 3 else ""


def header_bytes(
    geometry: Geometry, dtype: np.dtype[Any], labels: Mapping[int, Label], voxels: NDArray[Any]
) -> bytes:
    """A header for gzip-packed little-endian voxels, with segments for 3D Slicer if any."""
    x, y, z = geometry.size_xyz
    kinds = {"u1": "unsigned char", "i2": "short", "u2": "unsigned short", "f4": "float"}
    lines = ["NRRD0004", f"type: {kinds[dtype.str[1:]]}", "dimension: 3"]
    if geometry.has_orientation:
        lines.append("space: left-posterior-superior")
    lines.append(f"sizes: {x} {y} {z}")
    if geometry.has_orientation:
        columns = geometry.affine[:3, :3].T
        lines.append("space directions: " + " ".join(_vector(column) for column in columns))
    else:
        lines.append("spacings: " + " ".join(repr(float(v)) for v in geometry.spacing_xyz_mm))
    lines += ["kinds: domain domain domain", "endian: little", "encoding: gzip"]
    if geometry.has_orientation:
        lines.append("space origin: " + _vector(np.asarray(geometry.origin_xyz_mm)))
    for number, (value, label) in enumerate(sorted(labels.items())):
        rgb = " ".join(f"{int(label.colour[i : i + 2], 16) / 255:.6f}" for i in (1, 3, 5))
        shown = "".join(c for c in label.name if c.isprintable())
        lines += [
            f"Segment{number}_ID:=Segment_{value}",
            f"Segment{number}_Name:={shown}",
            f"Segment{number}_NameAutoGenerated:=0",
            f"Segment{number}_LabelValue:={value}",
            f"Segment{number}_Layer:=0",
            f"Segment{number}_Color:={rgb}",
            f"Segment{number}_ColorAutoGenerated:=0",
            f"Segment{number}_Extent:={_extent(voxels, value)}",
            f"Segment{number}_Tags:=|",
        ]
    if labels:
        lines += [
            "Segmentation_MasterRepresentation:=Binary labelmap",
            "Segmentation_ContainedRepresentationNames:=Binary labelmap|",
            "Segmentation_ReferenceImageExtentOffset:=0 0 0",
        ]
    return ("\n".join(lines) + "\n\n").encode()


def _vector(values: NDArray[np.float64]) -> str:
    return "(" + ",".join(repr(float(v)) for v in values) + ")"


def _extent(voxels: NDArray[Any], value: int) -> str:
    """First and last index along x, y, z where a value occurs; 3D Slicer's 0 -1 if nowhere."""
    planes = [plane == value for plane in voxels]
    along_z = [index for index, plane in enumerate(planes) if plane.any()]
    if not along_z:
        return "0 -1 0 -1 0 -1"
    flat = np.logical_or.reduce(planes)
    along_y, along_x = np.flatnonzero(flat.any(axis=1)), np.flatnonzero(flat.any(axis=0))
    edges = (along_x[0], along_x[-1], along_y[0], along_y[-1], along_z[0], along_z[-1])
    return " ".join(str(int(edge)) for edge in edges)
