"""Frames of a DICOM SEG: which segment each holds, where it lies, and its pixels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io.dicom_header import SliceHeader, read_header
from unet_core.io.dicom_object import EXPLICIT, IMPLICIT, PIXEL_DATA, DicomObject, Node
from unet_core.io.dicom_packed import BY_GDCM, RLE, WITHOUT_LOSS, unpacked
from unet_core.io.headers import LARGEST_SIDE, open_regular

_BITS_ALLOCATED, _TYPE = 0x00280100, 0x00620001
_MOST_FRAMES = 200_000


@dataclass(frozen=True)
class Frame:
    """One plane of one segment.

    Attributes:
        index: Which of the pixel planes.
        segment: Number of its segment; 0 where the pixels themselves say it (LABELMAP).
        position: (x, y, z) mm, LPS, of its first pixel.
    """

    index: int
    segment: int
    position: tuple[float, float, float]


def group(root: Node, frame: Node, tag: int) -> Node | None:
    """A functional group of a frame: its own, else the one all frames share."""
    shared = root.first(0x52009229)
    return frame.first(tag) or (shared.first(tag) if shared is not None else None)


def frames_of(root: Node, pixels: "Pixels") -> list[Frame]:
    """All frames, in file order.

    Raises:
        InputError: If their number is not that of the pixel planes, or one says too little.
    """
    items = root.items(0x52009230)
    if len(items) != pixels.frames:
        raise InputError(
            root.name,
            f"describes {len(items):,} frames and holds {pixels.frames:,}",
            "copy it again from its source",
        )
    return [_frame(root, item, index, pixels) for index, item in enumerate(items)]


def _frame(root: Node, item: Node, index: int, pixels: "Pixels") -> Frame:
    plane = group(root, item, 0x00209113)
    if plane is None:
        raise InputError(root.name, "does not say where its frames lie", "export it again")
    x, y, z = (float(v) for v in plane.decimals(0x00200032, "frame position", 3))
    segment = 0
    if pixels.kind != "LABELMAP":
        identity = group(root, item, 0x0062000A)
        segment = next(iter(identity.unsigned(0x0062000B)), 0) if identity is not None else 0
        if segment == 0:
            fault = "does not say to which segment its frames belong"
            raise InputError(root.name, fault, "export it again")
    return Frame(index, segment, (x, y, z))


@dataclass(frozen=True)
class Pixels:
    """The pixel planes of a DICOM SEG.

    Attributes:
        kind: BINARY (one bit a pixel), FRACTIONAL (0 to ``highest``) or LABELMAP (the number of a
            segment).
        rows: Of a plane.
        columns: Of a plane.
        frames: How many planes.
        bits: Of a stored number: 1, 8 or 16.
        highest: What stands for 1 in FRACTIONAL.
        stored: Bytes of all planes; bits are packed without gaps, lowest first (PS3.5 section 8.1
            and D).
    """

    kind: str
    rows: int
    columns: int
    frames: int
    bits: int
    highest: int
    stored: NDArray[np.uint8]

    @classmethod
    def of(cls, found: DicomObject, path: Path) -> "Pixels":
        """The planes of a file, every byte counted.

        Args:
            found: What it holds.
            path: The file, for what is packed in it as pictures.

        Raises:
            InputError: If they are fewer or more than it says, or packed in an unknown way.
        """
        root, name = found.root, found.root.name
        kind = root.text(_TYPE) or "BINARY"
        rows, columns, bits = (
            next(iter(root.unsigned(tag)), 0) for tag in (0x00280010, 0x00280011, _BITS_ALLOCATED)
        )
        frames = root.integer(0x00280008)
        allowed = {"BINARY": (1, 8), "FRACTIONAL": (1, 8), "LABELMAP": (8, 16)}.get(kind)
        if allowed is None:
            raise InputError(name, f"is a segmentation of kind {kind[:20]}", "export it as BINARY")
        if bits not in allowed:
            raise InputError(name, f"stores {bits} bits a pixel as {kind}", "export it again")
        sides = 1 <= rows <= LARGEST_SIDE and 1 <= columns <= LARGEST_SIDE
        if not sides or not 1 <= frames <= _MOST_FRAMES:
            fault = f"says it has {frames:,} frames of {columns} x {rows} pixels"
            raise InputError(name, fault, "export it again")
        highest = next(iter(root.unsigned(0x0062000E)), 255) if kind == "FRACTIONAL" else 1
        shape = (frames, rows, columns)
        stored = _stored(found, path, shape, bits)
        return cls(kind, rows, columns, frames, bits, max(highest, 1), stored)

    @property
    def is_soft(self) -> bool:
        """Whether a FRACTIONAL holds anything between nothing and all."""
        if self.kind != "FRACTIONAL" or self.bits == 1:
            return False
        return bool(((self.stored != 0) & (self.stored != self.highest)).any())

    def mask(self, frame: Frame, segment: int) -> NDArray[np.bool_]:
        """(Y, X) bool: where a frame holds a segment; fractions are cut at half."""
        count = self.rows * self.columns
        first = frame.index * count
        if self.bits == 1:
            start, end = first // 8, (first + count + 7) // 8
            bits = np.unpackbits(self.stored[start:end], bitorder="little")
            plane = bits[first % 8 : first % 8 + count].astype(np.bool_)
        elif self.kind == "LABELMAP":
            numbers = self.stored.view("<u2") if self.bits == 16 else self.stored
            plane = numbers[first : first + count] == segment
        else:
            half = self.highest / 2 if self.kind == "FRACTIONAL" else 0
            plane = self.stored[first : first + count] > half
        return plane.reshape(self.rows, self.columns)

    def count(self, frame: Frame, segment: int) -> int:
        """Pixels of a segment in a frame."""
        return int(np.count_nonzero(self.mask(frame, segment)))


def _stored(
    found: DicomObject, path: Path, shape: tuple[int, int, int], bits: int
) -> NDArray[np.uint8]:
    name = found.root.name
    pixels = shape[0] * shape[1] * shape[2]
    expected = (pixels * bits + 7) // 8
    if found.syntax in (IMPLICIT, EXPLICIT):
        data = found.root.fields.get(PIXEL_DATA)
        present = len(data) if isinstance(data, memoryview) else 0
        if not isinstance(data, memoryview) or present not in (expected, expected + expected % 2):
            raise InputError(
                name,
                f"holds {present:,} bytes of pixels where {expected:,} belong",
                "copy it again from its source",
            )
        return np.frombuffer(data, np.uint8, expected)
    if found.syntax == RLE and bits in (8, 16):
        return _unpacked(name, found.fragments, shape, bits // 8)
    if found.syntax in WITHOUT_LOSS and bits in (8, 16):
        return _from_pictures(found, path, shape, bits // 8)
    if found.syntax in BY_GDCM:
        fault = "is packed as pictures are, so that the numbers of its labels may have changed"
        raise InputError(name, fault, "export it uncompressed")
    raise InputError(
        name,
        f"is packed in a way this program does not know ({found.syntax[:40] or 'no name'})",
        "export it uncompressed",
    )


def _from_pictures(
    found: DicomObject, path: Path, shape: tuple[int, int, int], itemsize: int
) -> NDArray[np.uint8]:
    """Little-endian bytes of planes packed as pictures without loss, a fragment each."""
    with open_regular(path) as file:
        header = read_header(path, file)
    alike = isinstance(header, SliceHeader) and (header.rows, header.columns) == shape[1:]
    if not alike or not isinstance(header, SliceHeader) or len(found.fragments) != shape[0] + 1:
        fault, remedy = "is damaged in its packed pixels", "copy it again from its source"
        raise InputError(found.root.name, fault, remedy)
    result = np.empty(shape, f"<u{itemsize}")
    for index, fragment in enumerate(found.fragments[1:]):
        result[index] = unpacked(replace(header, frames=1), bytes(fragment))
    return result.reshape(-1).view(np.uint8)


# --- run lengths -------------------------------------------------------------------------------


def _unpacked(
    name: str, fragments: Sequence[memoryview], shape: tuple[int, int, int], itemsize: int
) -> NDArray[np.uint8]:
    """Little-endian bytes of planes packed by run lengths, a fragment each (PS3.5 annex G)."""
    damaged = InputError(name, "is damaged in its packed pixels", "copy it again from its source")
    if len(fragments) != shape[0] + 1:
        raise damaged
    plane_bytes = shape[1] * shape[2]
    result = np.empty((shape[0], plane_bytes, itemsize), np.uint8)
    for index, fragment in enumerate(fragments[1:]):
        offsets = np.frombuffer(fragment[: min(64, len(fragment) // 4 * 4)], "<u4")
        if len(offsets) != 16 or offsets[0] != itemsize:
            raise damaged
        bounds = [*(int(o) for o in offsets[1 : itemsize + 1]), len(fragment)]
        for byte in range(itemsize):  # the highest byte comes first
            segment = _segment(fragment[bounds[byte] : bounds[byte + 1]], plane_bytes)
            if segment is None:
                raise damaged
            result[index, :, itemsize - 1 - byte] = segment
    return result.reshape(-1)


def _segment(packed: memoryview, size: int) -> NDArray[np.uint8] | None:
    """One segment of run lengths; None if it does not give ``size`` bytes."""
    result, position, done = np.empty(size, np.uint8), 0, 0
    while done < size and position < len(packed) - 1:
        head = packed[position]
        if head == 128:
            position += 1
            continue
        length = head + 1 if head < 128 else 257 - head
        values = packed[position + 1 : position + 1 + (length if head < 128 else 1)]
        if done + length > size or len(values) not in (1, length):
            return None
        result[done : done + length] = np.frombuffer(values, np.uint8)
        position += 1 + len(values)
        done += length
    return result if done == size else None
