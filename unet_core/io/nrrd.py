"""NRRD (.nrrd, .nhdr, .seg.nrrd as 3D Slicer writes it): headers read and written.

The format is described at teem.sourceforge.net/nrrd/format.html. Voxels are unpacked by us and
not by a library, because a header of one odd line can hang or crash the usual ones.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io.headers import (
    HEADER_BYTES,
    HEADER_LINES,
    Header,
    Part,
    check_bytes_on_disk,
    checked_size,
    display_name,
    neighbour,
    open_regular,
)
from unet_core.io.nrrd_axes import Axes, compression_of, dtype_of, placed
from unet_core.io.parts import channel_part, colour_part, numbered_part
from unet_core.io.request import Request, chosen_number, needs_part
from unet_core.io.segments import LONGEST_NAME, escaped, mark_of, unescaped
from unet_core.volume import NO_MARK, Geometry, Label, Mark, label_for

_SHOWN = 60
"""Letters of segments' names on a button."""
_Layers = Mapping[int, Mapping[int, tuple[Label, Mark]]]
"""Segments by layer and value."""
_SEGMENT_KEY = re.compile(r"Segment(\d{1,3})_(Name|LabelValue|Color|Layer|Tags)")


def read_header(path: Path, request: Request) -> Header:
    """The checked header of a .nrrd or .nhdr file.

    Raises:
        InputError: If anything in it is impossible, or of a kind this program does not show.
        NeedsChoice: If it holds several volumes: frames, colours, or layers of segments.
    """
    name = display_name(path)
    with open_regular(path) as file:
        raw = file.read(HEADER_BYTES)
    fields, custom, end = _parsed(name, raw)
    axes = Axes.of(name, fields)
    dtype = dtype_of(name, fields)
    size_xyz = checked_size(name, axes.space_sizes, dtype.itemsize * axes.channels)
    geometry, notices = placed(name, fields, size_xyz, axes)
    data_path, offset = _data(path, fields, end)
    header = Header(
        path,
        "NRRD",
        geometry,
        dtype,
        data_path,
        data_offset=offset,
        compression=compression_of(name, fields),
        notices=notices,
        part=Part(frames=axes.frames, channels=axes.channels),
    )
    return _with_part(header, axes, _segments(custom), request.part)


def _data(path: Path, fields: dict[str, str], end: int) -> tuple[Path, int]:
    """The file with the voxels and where they begin in it."""
    name = display_name(path)
    for key in ("line skip", "byte skip"):
        if fields.get(key, "0") != "0":
            raise InputError(name, f'asks for a "{key}"', "save it as one .nrrd file")
    if "data file" in fields:
        named = fields["data file"].removeprefix("./")
        is_pattern = re.search(r"%[0-9]*d", named) and " " in named
        if named.startswith("LIST") or is_pattern:
            raise InputError(name, "is split over several data files", "save it as one .nrrd file")
        return neighbour(path, named), 0
    if end == 0:
        raise InputError(name, "has a header without an end", "export it again")
    return path, end


def _with_part(header: Header, axes: Axes, layers: _Layers, wish: str | None) -> Header:
    """The header of the frame, channel or layer wanted; asks which where there are several."""
    name, part = display_name(header.path), header.part
    if part.frames == 1 and part.channels == 1:
        if len(layers) > 1:
            raise InputError(
                name, "names segments of layers that it does not hold", "save it again"
            )
        return _named(header, next(iter(layers.values()), {}))
    check_bytes_on_disk(header)
    if layers:
        number = _layer(name, max(part.frames, part.channels), layers, wish)
        header = _named(header, layers.get(number, {}))
        said = f"This is layer {number + 1} of a segmentation whose segments overlap."
        part = replace(part, frame=number) if part.frames > 1 else replace(part, channel=number)
        return replace(header, part=part, notices=(*header.notices, said))
    if part.channels > 1:
        pick = colour_part if axes.is_colour else channel_part
        return replace(header, part=pick(name, part.channels, wish))
    fault = f"holds {part.frames} volumes (frames or channels)"
    frame = numbered_part(name, fault, "frame", part.frames, wish)
    said = f"This is frame {frame + 1} of the {part.frames} in the file."
    return replace(header, part=replace(part, frame=frame), notices=(*header.notices, said))


def _named(header: Header, segments: Mapping[int, tuple[Label, Mark]]) -> Header:
    labels = {value: label for value, (label, _) in segments.items()}
    marks = {value: mark for value, (_, mark) in segments.items() if mark != NO_MARK}
    return replace(header, labels=labels, marks=marks)


def _layer(name: str, count: int, layers: _Layers, wish: str | None) -> int:
    if wish is not None:
        return chosen_number(name, wish, count, "layer")
    labels = {}
    for number, segments in sorted(layers.items()):
        if number < count:
            listed = (
                ", ".join(label.name for label, _ in segments.values())[:_SHOWN] or "no segment"
            )
            labels[str(number + 1)] = f"Open layer {number + 1}: {listed}"
    raise needs_part(name, f"holds segments that overlap, in {count} layers", labels)


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
            custom[key.strip()] = unescaped(value.strip())
            continue
        key, mark, value = line.partition(":")
        key = {"datafile": "data file", "spaceorigin": "space origin"}.get(key, key)
        if not mark or not key.isascii() or key.strip().lower() in fields:
            raise InputError(name, "has a damaged header", "export it again")
        fields[key.strip().lower()] = value.strip()
    return fields, custom, separator.end() if separator else 0


def _segments(custom: dict[str, str]) -> _Layers:
    """Segments of each layer of a segmentation, as 3D Slicer names them."""
    segments: dict[str, dict[str, str]] = {}
    for key, value in custom.items():
        if found := _SEGMENT_KEY.fullmatch(key):
            segments.setdefault(found[1], {})[found[2]] = value
    layers: dict[int, dict[int, tuple[Label, Mark]]] = {}
    for number, segment in segments.items():
        layer = segment.get("Layer", "0")
        value = segment.get("LabelValue", "1" if len(segments) == 1 else number)
        if not (_is_small(layer) and _is_small(value)) or int(value) == 0:
            continue
        shown = "".join(c for c in segment.get("Name", "") if c.isprintable())[:LONGEST_NAME]
        usual = label_for(int(value), shown)
        label = replace(usual, colour=_hex(segment.get("Color", "")) or usual.colour)
        mark = mark_of(segment.get("Tags", ""))
        layers.setdefault(int(layer), {})[int(value)] = (label, mark)
    return layers


def _is_small(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 4 and int(text) <= 255


def _hex(colour: str) -> str:
    try:
        parts = [max(0.0, min(1.0, float(part))) for part in colour.split()]  # NaN becomes 1
    except ValueError:
        return ""
    return "#" + "".join(f"{round(p * 255):02x}" for p in parts) if len(parts) == 3 else ""


def header_bytes(geometry: Geometry, dtype: np.dtype[Any], custom: Mapping[str, str]) -> bytes:
    """A header for gzip-packed little-endian voxels, with ``custom`` key/value pairs."""
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
    lines += [f"{key}:={escaped(value)}" for key, value in custom.items()]
    return ("\n".join(lines) + "\n\n").encode()


def _vector(values: NDArray[np.float64]) -> str:
    return "(" + ",".join(repr(float(v)) for v in values) + ")"
