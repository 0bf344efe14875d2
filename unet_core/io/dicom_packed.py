"""Packed pictures of a DICOM file: their streams, held against the header, unpacked by GDCM.

Fragments and offset tables are those of DICOM PS3.5 A.4; RLE is that of annex G.
"""

import math
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io.dicom_header import SliceHeader, check_unchanged, refused
from unet_core.io.headers import display_name, open_regular
from unet_core.shared_memory import scratch_file

RLE = "1.2.840.10008.1.2.5"
BY_GDCM = (
    RLE,
    "1.2.840.10008.1.2.4.50",  # JPEG baseline
    "1.2.840.10008.1.2.4.51",
    "1.2.840.10008.1.2.4.57",  # JPEG lossless
    "1.2.840.10008.1.2.4.70",
    "1.2.840.10008.1.2.4.80",  # JPEG-LS
    "1.2.840.10008.1.2.4.81",
    "1.2.840.10008.1.2.4.90",  # JPEG 2000
    "1.2.840.10008.1.2.4.91",
)
WITHOUT_LOSS = tuple(uid for uid in BY_GDCM if uid.endswith((".57", ".70", ".80", ".90")))
"""JPEG, JPEG-LS and JPEG 2000 as give back every number."""
_MOST_PACKED_BYTES = 1 << 30
_MOST_FRAGMENTS = 200_000
_COPY = "copy it again from its source"
_STARTS = (b"\xff\xd8\xff", b"\xff\x4f\xff\x51")


def decoded(header: SliceHeader) -> NDArray[Any]:
    """Stored numbers of one packed picture of a file.

    Raises:
        InputError: As ``unpacked``.
    """
    return unpacked(header, _packed_stream(header))


def unpacked(header: SliceHeader, stream: bytes) -> NDArray[Any]:
    """Stored numbers of one packed picture, (Y, X); of one in colour (Y, X, 3) red, green, blue.

    GDCM sees a fresh file with nothing but the picture: lengths in a damaged header can make it
    take gigabytes, and it would apply scalings of its own.

    Raises:
        InputError: If the stream is cut, of another size than the header says, or no picture.
    """
    import SimpleITK as sitk  # takes a third of a second that only packed pictures need

    signed = _check_stream(header, stream)
    reader = sitk.ImageFileReader()
    reader.SetImageIO("GDCMImageIO")
    with scratch_file(_bare_file(header, stream, signed=signed)) as path:
        reader.SetFileName(str(path))
        try:
            image = reader.Execute()
        except RuntimeError:
            raise refused(header, "cannot be unpacked", _COPY) from None
    array: NDArray[Any] = sitk.GetArrayFromImage(image)
    shape = (header.rows, header.columns, *(() if header.samples == 1 else (header.samples,)))
    wrong = array.size != math.prod(shape) or array.dtype.kind not in "iu"
    if wrong or array.dtype.itemsize * 8 < min(header.bits_allocated, 16) > header.bits_stored:
        raise refused(header, "unpacks to another size than its header says", _COPY)
    array = array.reshape(shape)
    return array if signed == header.signed else _as_announced(header, array)


def _as_announced(header: SliceHeader, array: NDArray[Any]) -> NDArray[Any]:
    """The same bits read as the header says, where the stream disagrees about their sign."""
    spare = array.dtype.itemsize * 8 - header.bits_stored
    kind = np.dtype(f"{'i' if header.signed else 'u'}{array.dtype.itemsize}")
    announced: NDArray[Any] = (array << spare).view(kind) >> spare
    return announced


def _packed_stream(header: SliceHeader) -> bytes:
    """The fragments of one picture, joined; every length is held against the file."""
    damaged = refused(header, "is cut or damaged", _COPY)
    starts: list[tuple[int, int]] = []
    with open_regular(header.path) as file:
        check_unchanged(header, file)
        size = file.seek(0, 2)
        at = header.pixel_start
        for _ in range(_MOST_FRAGMENTS + header.frames):
            file.seek(at)
            head = file.read(8)
            if head[:4] == b"\xfe\xff\xdd\xe0":
                break
            if head[:4] != b"\xfe\xff\x00\xe0" or len(head) < 8:
                raise damaged
            length = int(struct.unpack_from("<I", head, 4)[0])
            starts.append((at + 8, length))
            at += 8 + length
            if at > size:
                raise damaged
        else:
            raise damaged
        if len(starts) < 2:
            raise damaged
        table_start, table_length = starts[0]
        file.seek(table_start)
        table = file.read(min(table_length, 4 * header.frames))
        chosen = _of_frame(header, starts[1:], table)
        if sum(length for _, length in chosen) > _MOST_PACKED_BYTES:
            raise damaged
        parts = []
        for start, length in chosen:
            file.seek(start)
            parts.append(file.read(length))
    return b"".join(parts)


def _of_frame(
    header: SliceHeader, fragments: list[tuple[int, int]], table: bytes
) -> list[tuple[int, int]]:
    """The fragments of the picture asked for: by the offset table, else one for each picture."""
    if header.frames == 1:
        return fragments
    if len(fragments) == header.frames:
        return [fragments[header.frame]]
    if len(table) == 4 * header.frames:
        offsets = [*struct.unpack(f"<{header.frames}I", table), 1 << 40]
        first = fragments[0][0]
        low, high = offsets[header.frame], offsets[header.frame + 1]
        chosen = [f for f in fragments if low <= f[0] - first < high]
        if chosen:
            return chosen
    raise refused(
        header,
        f"holds {len(fragments)} packed pieces for the {header.frames} pictures of its header",
        _COPY,
    )


def stream_is_signed(header: SliceHeader) -> bool:
    """What a packed picture says of the sign of its numbers, whatever the header says.

    Raises:
        InputError: If the stream is cut or of another size.
    """
    return _check_stream(header, _packed_stream(header))


def _check_stream(header: SliceHeader, stream: bytes) -> bool:
    """Whether the stream's numbers are signed.

    Raises:
        InputError: If its own size is not that of the header.
    """
    if header.syntax == RLE:
        _check_rle(header, stream)
        return header.signed
    size = _stream_size(stream)
    if size is None:
        raise refused(header, "holds no packed picture of the kind it announces", _COPY)
    if size != (header.columns, header.rows):
        raise InputError(
            display_name(header.path),
            f"holds a picture of {size[0]} x {size[1]} pixels where its header says "
            f"{header.columns} x {header.rows}",
            _COPY,
        )
    at = stream.find(_STARTS[1])
    return bool(stream[at + 42] & 0x80) if 0 <= at < len(stream) - 42 else header.signed


def _check_rle(header: SliceHeader, stream: bytes) -> None:
    count = int(struct.unpack_from("<I", stream)[0]) if len(stream) >= 64 else 0
    offsets = struct.unpack_from(f"<{count}I", stream, 4) if 1 <= count <= 15 else ()
    rising = all(a < b for a, b in zip((63, *offsets), (*offsets, len(stream)), strict=True))
    if count != header.bits_allocated // 8 * header.samples or not rising:
        raise refused(header, "holds run lengths that do not fit its header", _COPY)
    pixels = header.rows * header.columns
    for start, end in zip(offsets, (*offsets[1:], len(stream)), strict=True):
        if _run_length(stream, start, end, pixels) < pixels:
            raise refused(header, "holds fewer packed pixels than its header says", _COPY)


def _run_length(stream: bytes, at: int, end: int, most: int) -> int:
    """Bytes that a segment unpacks to; counting stops at ``most``."""
    length = 0
    while at < end and length < most:
        code = stream[at]
        if code < 128:
            at += code + 2
            length += code + 1 if at <= end else 0
        elif code > 128:
            at += 2
            length += 257 - code if at <= end else 0
        else:
            at += 1
    return length


def _stream_size(data: bytes) -> tuple[int, int] | None:
    """(width, height) in a JPEG 2000, JPEG or JPEG-LS stream; None where there is none."""
    start = data.find(_STARTS[1])
    if start >= 0 and len(data) >= start + 24:
        right, bottom, left, top = struct.unpack_from(">4I", data, start + 8)
        return right - left, bottom - top
    position = data.find(_STARTS[0])
    while 0 <= position + 2 < len(data) - 10:
        position += 2 if data[position + 1] == 0xD8 else 0
        marker = data[position + 1]
        if data[position] != 0xFF:
            return None
        if marker in (0xC0, 0xC1, 0xC2, 0xC3, 0xF7):
            height, width = struct.unpack_from(">HH", data, position + 5)
            return width, height
        position += 2 + int(struct.unpack_from(">H", data, position + 2)[0])
    return None


def _bare_file(header: SliceHeader, stream: bytes, *, signed: bool) -> bytes:
    """A DICOM file with nothing but one picture."""
    capture = b"1.2.840.10008.5.1.4.1.1.7\0"
    meta = (
        _element(0x00020001, b"OB", b"\0\1")
        + _element(0x00020002, b"UI", capture)
        + _element(0x00020003, b"UI", b"1.2.3\0")
        + _element(0x00020010, b"UI", _even(header.syntax.encode("ascii", "replace")))
    )
    numbers = (
        (0x00280010, header.rows),
        (0x00280011, header.columns),
        (0x00280100, header.bits_allocated),
        (0x00280101, header.bits_stored),
        (0x00280102, header.high_bit),
        (0x00280103, int(signed)),
    )
    packed = struct.pack("<HHI", 0xFFFE, 0xE000, 0)
    packed += struct.pack("<HHI", 0xFFFE, 0xE000, len(_even(stream))) + _even(stream)
    packed += struct.pack("<HHI", 0xFFFE, 0xE0DD, 0)
    return (
        bytes(128)
        + b"DICM"
        + _element(0x00020000, b"UL", struct.pack("<I", len(meta)))
        + meta
        + _element(0x00080016, b"UI", capture)
        + _element(0x00080018, b"UI", b"1.2.3\0")
        + _element(0x00280002, b"US", struct.pack("<H", header.samples))
        + _element(0x00280004, b"CS", _colours(header))
        + (_element(0x00280006, b"US", b"\0\0") if header.samples > 1 else b"")
        + b"".join(_element(tag, b"US", struct.pack("<H", value)) for tag, value in numbers)
        + struct.pack("<HH2sHI", 0x7FE0, 0x0010, b"OB", 0, 0xFFFFFFFF)
        + packed
    )


def _colours(header: SliceHeader) -> bytes:
    name = header.photometric if header.samples > 1 else "MONOCHROME2"
    return name.encode("ascii").ljust((len(name) + 1) // 2 * 2)


def _even(value: bytes) -> bytes:
    return value + b"\0" * (len(value) % 2)


def _element(tag: int, kind: bytes, value: bytes) -> bytes:
    if kind == b"OB":
        return struct.pack("<HH2sHI", tag >> 16, tag & 0xFFFF, kind, 0, len(value)) + value
    return struct.pack("<HH2sH", tag >> 16, tag & 0xFFFF, kind, len(value)) + value
