"""What the axes of an NRRD mean: which lie in space, which count frames or channels, and where.

The format is described at teem.sourceforge.net/nrrd/format.html.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from unet_core.errors import InputError
from unet_core.io.headers import (
    NO_ORIENTATION_NOTICE,
    Compression,
    checked_spacing,
    geometry_from_affine,
)
from unet_core.volume import Geometry

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
_WITH_TIME = ("last", "lpst", "rast")
_IN_SPACE = ("domain", "space")
_COLOURS = ("rgb-color", "rgba-color", "3-color", "4-color")
_UNITS_MM = {
    "mm": 1.0,
    "millimeter": 1.0,
    "millimeters": 1.0,
    "cm": 10.0,
    "m": 1000.0,
    "um": 0.001,
    "µm": 0.001,
    "microns": 0.001,
}


@dataclass(frozen=True)
class Axes:
    """Axes in file order, the fastest first; at most one does not lie in space.

    Attributes:
        sizes: Of all axes.
        apart: Which one counts frames or channels; None if all lie in space.
        is_colour: Whether that one counts red, green, blue (and alpha).
    """

    sizes: tuple[int, ...]
    apart: int | None = None
    is_colour: bool = False

    @property
    def space_sizes(self) -> tuple[int, ...]:
        """Sizes of the axes in space."""
        return tuple(n for axis, n in enumerate(self.sizes) if axis != self.apart)

    @property
    def frames(self) -> int:
        """Volumes one after the other."""
        return self.sizes[self.apart] if self.apart not in (None, 0) else 1

    @property
    def channels(self) -> int:
        """Values side by side in every voxel."""
        return self.sizes[0] if self.apart == 0 else 1

    @classmethod
    def of(cls, name: str, fields: Mapping[str, str]) -> Self:
        """By kinds, directions, or the number of axes.

        Raises:
            InputError: If sizes are missing or no numbers, or it has too many axes.
        """
        for key in ("dimension", "sizes"):
            if key not in fields:
                raise InputError(name, f'has no "{key}" in its header', "export it again")
        sizes = numbers(name, fields["sizes"])
        dimension = fields["dimension"]
        if dimension not in ("2", "3", "4") or len(sizes) != int(dimension):
            raise InputError(
                name, f"says it has {dimension[:20]} dimensions", "export one volume (3D)"
            )
        if any(v != int(v) or v > 1 << 31 for v in sizes):
            raise InputError(name, "has a size that is no whole number", "export it again")
        whole = tuple(int(v) for v in sizes)
        kinds = fields.get("kinds", "").lower().split()
        if "complex" in kinds:
            raise InputError(name, "holds complex numbers", "export it as grey values")
        apart = _apart(name, fields, kinds, len(whole))
        if apart is not None and whole[apart] < 1:
            raise InputError(name, f"says it has {whole[apart]} voxels on a side", "export again")
        is_colour = apart == 0 and len(kinds) == len(whole) and kinds[0] in _COLOURS
        return cls(whole, apart, is_colour and whole[0] in (3, 4))


def _apart(name: str, fields: Mapping[str, str], kinds: list[str], count: int) -> int | None:
    vectors = _vectors(fields)
    if len(vectors) == count:
        apart = [axis for axis, vector in enumerate(vectors) if vector == "none"]
    elif len(kinds) == count:
        apart = [axis for axis, kind in enumerate(kinds) if kind not in (*_IN_SPACE, "???")]
    else:
        apart = []
    if not apart and count == 4:
        apart = [3 if len(vectors) != 3 else 0]
    if not apart:
        return None
    if len(apart) > 1 or apart[0] not in (0, count - 1):
        raise InputError(
            name, "keeps values of one voxel apart from each other", "export one volume (3D)"
        )
    return apart[0]


def _vectors(fields: Mapping[str, str]) -> list[str]:
    return re.findall(r"\([^)]*\)|none", fields.get("space directions", ""))


def numbers(name: str, text: str, count: int | None = None) -> list[float]:
    """Numbers written as text, finite and not astronomic.

    Raises:
        InputError: If it is anything else, or another ``count`` of them.
    """
    try:
        values = [float(part) for part in text.replace(",", " ").strip("() ").split()]
    except ValueError:
        values = []
    sound = all(abs(v) < 1e12 for v in values)  # False for NaN too
    if not values or not sound or (count is not None and len(values) != count):
        raise InputError(name, f'has "{text[:40]}" where numbers belong', "export it again")
    return values


def dtype_of(name: str, fields: Mapping[str, str]) -> np.dtype[Any]:
    """Numbers as stored.

    Raises:
        InputError: If they are of no kind that this program shows.
    """
    if "type" not in fields:
        raise InputError(name, 'has no "type" in its header', "export it again")
    code = next((c for c, names in _TYPES.items() if fields["type"].lower() in names), None)
    if code is None:
        raise InputError(name, f"holds {fields['type'][:30]} values", "export it as grey values")
    order = {"little": "<", "big": ">"}.get(fields.get("endian", "little").lower(), "")
    if not order:
        raise InputError(name, "has an unknown byte order", "export it again")
    return np.dtype(order + code)


def compression_of(name: str, fields: Mapping[str, str]) -> Compression:
    """How the voxels are packed.

    Raises:
        InputError: If in a way this program does not unpack.
    """
    if "encoding" not in fields:
        raise InputError(name, 'has no "encoding" in its header', "export it again")
    encoding = fields["encoding"].lower()
    if encoding not in _ENCODINGS:
        is_text = encoding in ("ascii", "text", "txt", "hex")
        fault = f"is packed as {encoding[:20]}" + (", voxels as text" if is_text else "")
        raise InputError(name, fault, "save it with gzip or unpacked")
    return _ENCODINGS[encoding]


def placed(
    name: str, fields: Mapping[str, str], size_xyz: tuple[int, int, int], axes: Axes
) -> tuple[Geometry, tuple[str, ...]]:
    """The place of a volume, and sentences about it.

    Raises:
        InputError: If it is no grid of right angles with spacings a body has.
    """
    space = fields.get("space", "").lower().removesuffix("-time")
    space = space[:3] if space in _WITH_TIME else space
    if space and space not in _TO_LPS:
        raise InputError(name, f'lies in an unknown space, "{space[:40]}"', "save it in LPS")
    if "space directions" not in fields:
        return _unplaced(name, size_xyz, _spacings(name, fields, axes))
    vectors = [
        _in_space(name, text)
        for axis, text in enumerate(_vectors(fields))
        if text != "none" and (axis != axes.apart or len(_vectors(fields)) != len(axes.sizes))
    ]
    if len(vectors) == 2 and size_xyz[2] == 1:
        cross = np.cross(vectors[0], vectors[1])
        vectors.append([float(v) for v in cross / (np.linalg.norm(cross) or 1.0)])
    if len(vectors) != 3:
        raise InputError(name, "does not say where its voxels lie", "export it again")
    unit_mm = _unit_mm(name, fields)
    if not space:
        return _unplaced(name, size_xyz, [math.hypot(*v) * unit_mm for v in vectors])
    if "space origin" not in fields:
        raise InputError(name, "has no origin", "export it again")
    affine = np.eye(4)
    affine[:3, :3] = np.asarray(vectors).T
    origin = numbers(name, fields["space origin"])
    if len(origin) not in (3, 4):
        raise InputError(name, f"has an origin of {len(origin)} numbers", "export it again")
    affine[:3, 3] = origin[:3]
    affine[:3] *= unit_mm
    lps = np.diag([*_TO_LPS[space], 1.0]) @ affine
    notices = () if unit_mm == 1.0 else ("Lengths were converted to mm from another unit.",)
    return geometry_from_affine(name, size_xyz, lps), notices


def _in_space(name: str, text: str) -> list[float]:
    """A direction in mm; of a space with time, it may not lead through time."""
    vector = numbers(name, text)
    if len(vector) not in (3, 4) or any(vector[3:]):
        raise InputError(name, f'has "{text[:40]}" as a direction', "export it again")
    return vector[:3]


def _unit_mm(name: str, fields: Mapping[str, str]) -> float:
    units = set(re.findall(r'"([^"]*)"', fields.get("space units", ""))) - {""}
    if len(units) > 1 or not units <= set(_UNITS_MM):
        raise InputError(name, "gives lengths in an unknown unit", "export it in mm")
    return _UNITS_MM[units.pop()] if units else 1.0


def _spacings(name: str, fields: Mapping[str, str], axes: Axes) -> list[float] | None:
    if "spacings" not in fields:
        return None
    texts = fields["spacings"].split()
    if len(texts) == len(axes.sizes):
        texts = [text for axis, text in enumerate(texts) if axis != axes.apart]
    if all(text.lower() == "nan" for text in texts):
        return None
    return numbers(name, " ".join(texts))


def _unplaced(
    name: str, size_xyz: tuple[int, int, int], spacing: list[float] | None
) -> tuple[Geometry, tuple[str, ...]]:
    if spacing is None:
        return Geometry(size_xyz, has_orientation=False), (NO_ORIENTATION_NOTICE,)
    if len(spacing) == 2:
        spacing.append(1.0)
    if len(spacing) != 3:
        raise InputError(name, "does not give three voxel spacings", "export it again")
    spacing_mm = checked_spacing(name, spacing)
    return Geometry(size_xyz, spacing_mm, has_orientation=False), (NO_ORIENTATION_NOTICE,)
