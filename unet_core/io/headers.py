"""What a file says of itself, checked before a single voxel is decoded.

Nothing here trusts a number: a header is at most 64 KB, every size is compared with the bytes on
disk, and geometry must be finite, orthonormal and of a size a body has.
"""

import io
import os
import stat
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.volume import Geometry, Label, Mark, Matrix, Point

Compression = Literal["", "gzip", "zlib"]
PACKING_ERROR: type[Exception] = isal_zlib.error  # type: ignore[assignment]
"""What unpacking damaged data raises."""
HEADER_BYTES = 1 << 16
_BUFFER_BYTES = 1 << 16
HEADER_LINES = 2000
"""3D Slicer writes nine for each segment, and masks of whole bodies have more than a hundred."""
LARGEST_SIDE = 8192
LARGEST_VOLUME_BYTES = 16 << 30
MOST_UNPACKED = 1032
"""Deflate packs no more than 258 bytes into 2 bits (zlib.net/zlib_tech.html)."""
SPACING_LIMITS_MM = (0.01, 50.0)
ORTHONORMAL_TOLERANCE = 2e-3
NO_SCALE_NOTICE = (
    "The file gives no voxel size (1, 1, 1 mm is a placeholder): sizes in mm and ml are not shown."
)
NO_ORIENTATION_NOTICE = (
    "The file does not say which way the patient lies: slices are shown as stored, without letters."
)


@dataclass(frozen=True)
class Part:
    """Which of several volumes in one file: the ``frame``-th block, then a channel of its voxels.

    Attributes:
        frames: Volumes one after the other.
        frame: The one wanted, from 0.
        channels: Values a voxel, side by side.
        channel: The one wanted, from 0; None for the luminance of red, green and blue.
    """

    frames: int = 1
    frame: int = 0
    channels: int = 1
    channel: int | None = 0


WHOLE = Part()
"""Of a file that holds one volume."""


class NotOrthogonal(InputError):
    """A grid whose axes are not at right angles."""


@dataclass(frozen=True)
class Header:
    """A checked header.

    Attributes:
        path: The file opened.
        kind: The format's name, for sentences.
        geometry: Where the voxels lie.
        dtype: Numbers as stored, with their byte order.
        data_path: The file holding the voxels: ``path`` or a neighbour.
        data_offset: Where voxels begin in it (before inflating, except for gzip NIfTI).
        compression: How the voxels are packed.
        inflated_offset: Bytes to skip after inflating (a NIfTI header inside its own gzip).
        slope: Stored numbers are multiplied by this.
        intercept: This is added then.
        labels: Meaning of values, where the file names them.
        marks: How far the work on labels is, where the file says so.
        notices: Sentences the user should read.
        part: Which volume of the file ``geometry`` and ``data_bytes`` are about.
    """

    path: Path
    kind: str
    geometry: Geometry
    dtype: np.dtype[Any]
    data_path: Path
    data_offset: int = 0
    compression: Compression = ""
    inflated_offset: int = 0
    slope: float = 1.0
    intercept: float = 0.0
    labels: Mapping[int, Label] = field(default_factory=dict)
    marks: Mapping[int, Mark] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    part: Part = WHOLE

    @property
    def voxel_count(self) -> int:
        """Voxels of the volume."""
        x, y, z = self.geometry.size_xyz
        return x * y * z

    @property
    def data_bytes(self) -> int:
        """Bytes those voxels take, unpacked."""
        return self.voxel_count * self.dtype.itemsize

    @property
    def stored_bytes(self) -> int:
        """Bytes of all volumes and channels in the file, unpacked."""
        return self.data_bytes * self.part.frames * self.part.channels


def display_name(path: Path) -> str:
    r"""The file's name without its folder, safe to show: no line breaks, no direction marks.

    >>> display_name(Path("/patients/DOE/scan\n1.nii"))
    'scan?1.nii'
    """
    return "".join("?" if unicodedata.category(c)[0] == "C" else c for c in path.name) or "/"


def open_regular(path: Path) -> io.BufferedReader:
    """An ordinary file, opened for reading; never waits for a pipe or a device.

    Raises:
        InputError: If it is missing, may not be read, is empty or is no ordinary file.
    """
    try:
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except (OSError, ValueError) as error:
        raise _unopened(path, error) from None
    status = os.fstat(handle)
    if stat.S_ISREG(status.st_mode) and status.st_size > 0:
        return io.BufferedReader(io.FileIO(handle), _BUFFER_BYTES)
    os.close(handle)
    name = display_name(path)
    if stat.S_ISREG(status.st_mode):
        raise InputError(name, "is empty (0 bytes)", "copy it again from its source")
    what = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe or device, not a file"
    raise InputError(name, f"is {what}", "choose a file")


def _unopened(path: Path, error: OSError | ValueError) -> InputError:
    name = display_name(path)
    if isinstance(error, FileNotFoundError):
        return InputError(name, "does not exist", "check the path")
    if isinstance(error, PermissionError):
        if path.is_dir():  # as Windows says it
            return InputError(name, "is a folder", "choose a file")
        return InputError(name, "may not be read", "ask for permission to read it")
    why = getattr(error, "strerror", "") or "name not allowed"
    return InputError(name, f"cannot be opened ({why})", "check the path")


def neighbour(header_path: Path, named: str) -> Path:
    """The data file named in a detached header; it must lie beside it.

    Raises:
        InputError: If the name leads anywhere else, or to no ordinary file of its own.
    """
    name = display_name(header_path)
    plain = named not in ("", ".", "..") and not any(c in named for c in '/\\:%\0*?"<>|\n\r')
    path = header_path.parent / named if plain else header_path
    if not plain or path.is_symlink():
        raise InputError(
            name, "names a data file outside its own folder", "put the data file beside its header"
        )
    if not path.exists():
        shown = display_name(path)
        raise InputError(name, f"needs {shown}, which is not beside it", "copy both files together")
    if path.samefile(header_path):
        raise InputError(name, "names itself as its data file", "export the scan again")
    with open_regular(path):
        return path


def checked_size(name: str, size: Sequence[int], itemsize: int) -> tuple[int, int, int]:
    """(x, y, z) voxels, with 1 for missing dimensions.

    Raises:
        InputError: If a side is below 1 or the volume is larger than any scan.
    """
    sides = [*(int(n) for n in size), 1, 1, 1][: max(3, len(size))]
    if any(n != 1 for n in sides[3:]):
        extra = " x ".join(str(n) for n in sides)
        raise InputError(
            name, f"holds more than one volume ({extra})", "export one volume (3D) of it"
        )
    if any(n < 1 for n in sides):
        raise InputError(name, f"says it has {min(sides)} voxels on a side", "export it again")
    bytes_needed = sides[0] * sides[1] * sides[2] * itemsize
    if bytes_needed > LARGEST_VOLUME_BYTES:
        raise InputError(
            name, f"would need {bytes_needed / 1e9:,.1f} GB of memory", "open a smaller scan"
        )
    return (sides[0], sides[1], sides[2])


def checked_spacing(name: str, spacing: Sequence[float]) -> Point:
    """(x, y, z) mm between voxel centres.

    Raises:
        InputError: If one is not a number from 0.01 to 50 mm.
    """
    low, high = SPACING_LIMITS_MM
    for value in spacing:
        if not (np.isfinite(value) and low <= value <= high):
            raise InputError(
                name,
                f"has a voxel spacing of {value:.4g} mm, outside {low:g} to {high:g} mm",
                "export it again with its true spacing",
            )
    x, y, z = (float(v) for v in spacing)
    return (x, y, z)


def checked_origin(name: str, origin: Sequence[float]) -> Point:
    """(x, y, z) mm LPS of the first voxel.

    Raises:
        InputError: If it is not finite or further than 100 m away.
    """
    if not all(np.isfinite(v) and abs(v) < 1e5 for v in origin):
        raise InputError(name, "has an impossible position in space", "export it again")
    x, y, z = (float(v) for v in origin)
    return (x, y, z)


def checked_direction(name: str, columns: NDArray[np.float64]) -> Matrix:
    """Direction cosines from a (3, 3) matrix of unit columns, rounding errors removed.

    Raises:
        InputError: If it is not finite or its axes are not at right angles.
    """
    finite = bool((np.abs(columns) < 1e6).all())  # False for NaN too
    if not finite or float(np.abs(columns.T @ columns - np.eye(3)).max()) > ORTHONORMAL_TOLERANCE:
        fault = "has axes that are not at right angles"
        raise (
            NotOrthogonal(name, fault, "resample it to a straight grid first")
            if finite
            else InputError(name, "has directions that are no numbers", "export it again")
        )
    if float(np.abs(columns - np.round(columns)).max()) < 1e-6:
        nearest = np.round(columns)
    else:
        left, _, right = np.linalg.svd(columns)
        nearest = left @ right
    flat = [float(v) + 0.0 for v in nearest.ravel()]
    return (*flat[:3], *flat[3:6], *flat[6:])  # type: ignore[return-value]


def geometry_from_affine(
    name: str, size_xyz: tuple[int, int, int], affine: NDArray[np.float64]
) -> Geometry:
    """The geometry of a (4, 4) matrix from (x, y, z) voxel index to LPS mm.

    Raises:
        InputError: If that is no grid of right angles with spacings a body has.
    """
    for value in affine[:3, :3].ravel():
        if not abs(value) < 1e6:
            raise InputError(
                name, f"has a voxel spacing or direction of {value:.4g}", "export it again"
            )
    spacing = checked_spacing(name, [float(v) for v in np.linalg.norm(affine[:3, :3], axis=0)])
    return Geometry(
        size_xyz=size_xyz,
        spacing_xyz_mm=spacing,
        origin_xyz_mm=checked_origin(name, [float(v) for v in affine[:3, 3]]),
        direction=checked_direction(name, affine[:3, :3] / np.asarray(spacing)),
    )


def says_nothing_of_scale(geometry: Geometry) -> bool:
    """Whether 1, 1, 1 mm stands for "unknown": no body is as wide as such a picture.

    >>> says_nothing_of_scale(Geometry((512, 512, 27)))
    True
    >>> says_nothing_of_scale(Geometry((256, 256, 100)))
    False
    """
    if geometry.spacing_xyz_mm != (1.0, 1.0, 1.0):
        return False
    wide = sorted(geometry.size_xyz)[1] >= 450
    return wide or not geometry.has_orientation


def check_bytes_on_disk(header: Header) -> None:
    """Compare a data file with what its header promises, before memory is taken for it.

    Raises:
        InputError: If it is shorter or longer, or too small for all that when unpacked.
    """
    with open_regular(header.data_path) as file:
        present = os.fstat(file.fileno()).st_size - header.data_offset
    if header.compression:
        most = MOST_UNPACKED * (max(present, 0) + 1)
        if header.inflated_offset + header.stored_bytes > most:
            raise InputError(
                display_name(header.data_path),
                f"says it holds {_count(header)}, more than its {present:,} packed bytes can",
                "copy it again from its source",
            )
    elif present != header.stored_bytes:
        raise wrong_count(header, present)


def _count(header: Header) -> str:
    values = header.voxel_count * header.part.frames * header.part.channels
    noun = "voxels" if header.part.channels == 1 else "values"
    return f"{values:,} {noun}"


def wrong_count(header: Header, present_bytes: int) -> InputError:
    """The sentence for a file with too few or too many bytes."""
    name = display_name(header.data_path)
    have = max(present_bytes, 0) // header.dtype.itemsize
    if present_bytes < header.stored_bytes:
        return InputError(
            name,
            f"is cut short: {have:,} of {_count(header)}",
            "copy it again from its source",
        )
    surplus = present_bytes - header.stored_bytes
    return InputError(
        name,
        f"holds {surplus:,} bytes more than the {_count(header)} of its header, as if "
        "header and data were not of one scan",
        "export it again",
    )
