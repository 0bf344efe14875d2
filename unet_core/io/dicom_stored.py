"""Numbers as a DICOM file stores them: read as they lie where unpacked, else unpacked."""

from typing import Any

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from unet_core.io.dicom_bytes import UNDEFINED
from unet_core.io.dicom_colour import is_coloured, picked, red_green_blue, values_in
from unet_core.io.dicom_elements import BIG_ENDIAN, DEFLATED, EXPLICIT, IMPLICIT
from unet_core.io.dicom_header import SliceHeader, check_unchanged, refused
from unet_core.io.dicom_packed import BY_GDCM, decoded
from unet_core.io.headers import PACKING_ERROR, WHOLE, Part, open_regular

_LAID_OUT = (IMPLICIT, EXPLICIT, BIG_ENDIAN, DEFLATED)
_INTEGER_TAG = 0x7FE00010
_META_END = 132
_COPY = "copy it again from its source"
_MOST_TRAILING = 1 << 20


class StoredPictures:
    """Reads one picture after the other; what it returns is good until the next.

    ``native`` pictures come into one buffer, so that a whole series passes through a processor's
    cache and memory is touched once, where the result is written.

    Args:
        colour: What to take of colour pictures.
    """

    def __init__(self, colour: Part = WHOLE) -> None:
        self._colour = colour
        self._buffer = np.empty(0, np.uint8)
        self._inflated: tuple[object, bytes] = (None, b"")

    def read(self, header: SliceHeader) -> NDArray[Any]:
        """(Y, X) numbers in this machine's byte order, all bits as they are stored.

        Raises:
            InputError: If the picture is cut, or packed in an unknown way.
        """
        coloured = is_coloured(header)
        if header.syntax in _LAID_OUT:
            plane = self._laid_out(header)
            plane = red_green_blue(header, plane) if coloured else plane
        elif header.syntax in BY_GDCM:
            plane = decoded(header)
        else:
            raise refused(
                header,
                "is packed in a way this program does not know "
                f"({header.syntax[:40] or 'no name'})",
                "export the series uncompressed",
            )
        return picked(plane, self._colour) if coloured else _used_bits(header, plane)

    def _laid_out(self, header: SliceHeader) -> NDArray[Any]:
        dtype = stored_type(header)
        count = values_in(header)
        size = count * dtype.itemsize
        expected = size * header.frames
        if header.pixel_length not in (expected, expected + expected % 2):
            have = 0 if header.pixel_length == UNDEFINED else header.pixel_length
            raise refused(
                header, f"holds {have:,} bytes of pixels where {expected:,} belong", _COPY
            )
        if len(self._buffer) != size:
            self._buffer = np.empty(size, np.uint8)
        start = header.pixel_start + header.frame * size
        if header.syntax == DEFLATED:
            data = self._inflate(header, header.pixel_start + expected)[start : start + size]
            have = len(data)
            self._buffer[:have] = np.frombuffer(data, np.uint8)
        elif header.swapped:
            have = self._read_swapped(header, start, size)
        else:
            with open_regular(header.path) as file:
                check_unchanged(header, file)
                file.seek(start)
                have = file.readinto(self._buffer.data)
        if have < size:
            raise refused(
                header, f"is cut short: {have // dtype.itemsize:,} of {count:,} pixels", _COPY
            )
        shape = (header.rows, header.columns) if header.samples == 1 else (count,)
        plane: NDArray[Any] = self._buffer.view(dtype).reshape(shape)
        if dtype.isnative:
            return plane
        return plane.byteswap(inplace=True).view(dtype.newbyteorder("="))

    def _read_swapped(self, header: SliceHeader, start: int, size: int) -> int:
        """Fill the buffer from pairs of bytes, each the wrong way round; how many bytes came."""
        lead = (start - header.pixel_start) % 2
        with open_regular(header.path) as file:
            check_unchanged(header, file)
            file.seek(start - lead)
            pairs = file.read((lead + size + 1) // 2 * 2)
        swapped = np.frombuffer(pairs, np.uint8, len(pairs) // 2 * 2).reshape(-1, 2)[:, ::-1]
        values = swapped.reshape(-1)[lead : lead + size]
        self._buffer[: len(values)] = values
        return len(values)

    def _inflate(self, header: SliceHeader, needed: int) -> bytes:
        """The whole deflated data set; it may be no larger than its header promises."""
        if self._inflated[0] == header.path:
            return self._inflated[1]
        inflater = isal_zlib.decompressobj(wbits=-15)
        pieces, length = [], 0
        with open_regular(header.path) as file:
            check_unchanged(header, file)
            packed = _after_meta(file.read())
        try:
            while packed and not inflater.eof:
                piece = inflater.decompress(packed, 1 << 22)
                pieces.append(piece)
                length += len(piece)
                packed = inflater.unconsumed_tail
                if length > needed + _MOST_TRAILING:
                    raise refused(
                        header,
                        f"unpacks to more than the {needed:,} bytes its header promises",
                        _COPY,
                    )
        except PACKING_ERROR:
            raise refused(header, "cannot be inflated", _COPY) from None
        if not inflater.eof:
            raise refused(header, "is cut short inside its packed data", _COPY)
        self._inflated = header.path, b"".join(pieces)
        return self._inflated[1]


def _after_meta(data: bytes) -> bytes:
    """What follows the elements of group 2, which are never deflated."""
    at = _META_END
    while data[at : at + 2] == b"\x02\x00":
        long = data[at + 4 : at + 6] in (b"OB", b"UN")
        length = data[at + 8 : at + 12] if long else data[at + 6 : at + 8]
        at += (12 if long else 8) + int.from_bytes(length, "little")
    return data[at:]


def stored_type(header: SliceHeader) -> np.dtype[Any]:
    """How one number lies in the file."""
    if header.pixel_tag != _INTEGER_TAG:
        return np.dtype(f"{header.order}f{header.bits_allocated // 8}")
    kind = "i" if header.signed else "u"
    return np.dtype(f"{header.order}{kind}{header.bits_allocated // 8}")


def _used_bits(header: SliceHeader, plane: NDArray[Any]) -> NDArray[Any]:
    """The numbers without bits that belong to no pixel (DICOM PS3.5 section 8.1.1)."""
    spare = header.bits_allocated - 1 - header.high_bit
    if plane.dtype.kind == "f" or header.bits_stored == header.bits_allocated:
        return plane
    if header.high_bit == header.bits_stored - 1 and not header.overlay:
        return plane
    wide = plane.dtype.itemsize * 8
    if wide != header.bits_allocated:
        return plane
    kind = np.dtype(f"{'i' if header.signed else 'u'}{plane.dtype.itemsize}")
    used: NDArray[Any] = (plane << spare).view(kind) >> (wide - header.bits_stored)
    return used
