"""TIFF pages (one picture, or a stack in one file): the directory checked before it is decoded.

Tags and types follow TIFF 6.0 (Adobe, 1992) and BigTIFF (awaresystems.be/imaging/tiff/bigtiff).
"""

import os
import struct
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path

import numpy as np
from isal import isal_zlib

from unet_core.errors import InputError
from unet_core.io.headers import LARGEST_SIDE, PACKING_ERROR, display_name, open_regular

_MOST_PAGES = 4096
_MOST_ENTRIES = 512
_MOST_STRIPS = 1 << 17
_SIZES = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}
_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC = 256, 257, 258, 259, 262
_SAMPLES, _PLANAR, _FORMAT = 277, 284, 339
_HEAD_BYTES = 8
_ROWS_IN_STRIP, _TILE_WIDTH, _TILE_HEIGHT = 278, 322, 323
_PLACES = ((273, 279), (324, 325))
"""Offsets and byte counts: of strips, of tiles."""
_MOST_UNPACKED = {1: 1, 5: 3000, 8: 1032, 32946: 1032, 32773: 64}
"""By compression (none, LZW, two names of deflate, PackBits): the most one byte can become."""
_DTYPES = {
    (8, 1): "u1",
    (16, 1): "<u2",
    (16, 2): "<i2",
    (32, 3): "<f4",
    (1, 1): "u1",
}


@dataclass(frozen=True)
class Page:
    """One picture of a TIFF file: its size, values a pixel, and numbers once decoded.

    Attributes:
        strips: Place and length of each packed piece.
        is_deflated: Whether they are zlib streams.
        unpacked_bytes: What they may come to, unpacked: whole rows alone, or filled up to whole
            strips or tiles.
    """

    width: int
    height: int
    samples: int
    dtype: str
    strips: tuple[tuple[int, int], ...] = field(default=(), compare=False)
    is_deflated: bool = field(default=False, compare=False)
    unpacked_bytes: tuple[int, ...] = field(default=(), compare=False)


def pages_of(path: Path) -> tuple[Page, ...]:
    """The pages of a TIFF file; all are alike.

    Raises:
        InputError: If the file is cut, its directory impossible, or of a kind not shown here.
    """
    name = display_name(path)
    with open_regular(path) as file:
        reader = _Reader(name, file)
        pages: list[Page] = []
        seen: set[int] = set()
        offset = reader.first()
        while offset:
            if offset in seen or len(pages) == _MOST_PAGES:
                raise InputError(name, "has pages without end", "export it again")
            seen.add(offset)
            began = offset
            tags, offset, ended = reader.directory(began)
            pages.append(_page(name, tags, range(began, ended), reader.file_bytes))
    if not pages:
        raise InputError(name, "holds no picture", "export it again")
    if len(set(pages)) > 1:
        raise InputError(name, "holds pages of different sizes or kinds", "export all slices alike")
    return tuple(pages)


class _Reader:
    """Bounded reading of numbers from a TIFF file."""

    def __init__(self, name: str, file: BufferedReader) -> None:
        self._name, self._file = name, file
        self.file_bytes = os.fstat(file.fileno()).st_size
        head = self._at(0, 16)
        self._order = "<" if head[:2] == b"II" else ">"
        self._big = struct.unpack_from(self._order + "H", head, 2)[0] == 43
        self._head = head

    def first(self) -> int:
        """Where the first directory is."""
        if self._big:
            return int(struct.unpack_from(self._order + "Q", self._head, 8)[0])
        return int(struct.unpack_from(self._order + "I", self._head, 4)[0])

    def directory(self, offset: int) -> tuple[dict[int, tuple[int, ...]], int, int]:
        """Whole-number tags of the directory at ``offset``, the next one's place, and its end."""
        count_form, entry, after = ("Q", 20, 8) if self._big else ("H", 12, 4)
        head = struct.calcsize(count_form)
        (count,) = struct.unpack(self._order + count_form, self._at(offset, head))
        if not 1 <= count <= _MOST_ENTRIES:
            raise self._damaged()
        data = self._at(offset + head, count * entry + after)
        tags: dict[int, tuple[int, ...]] = {}
        for start in range(0, count * entry, entry):
            tag, kind = struct.unpack_from(self._order + "2H", data, start)
            if kind in _SIZES and self._is_wanted(tag):
                tags[tag] = self._values(kind, data[start + 4 : start + entry])
        following = struct.unpack_from(self._order + "IQ"[self._big], data, count * entry)[0]
        return tags, int(following), offset + head + len(data)

    @staticmethod
    def _is_wanted(tag: int) -> bool:
        places = {tag for pair in _PLACES for tag in pair}
        wanted = {_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC, _SAMPLES, _PLANAR, _FORMAT}
        return tag in wanted | places | {_ROWS_IN_STRIP, _TILE_WIDTH, _TILE_HEIGHT}

    def _values(self, kind: int, field: bytes) -> tuple[int, ...]:
        form = "Q" if self._big else "I"
        (count,) = struct.unpack_from(self._order + form, field)
        if not 1 <= count <= _MOST_STRIPS:
            raise self._damaged()
        value = field[struct.calcsize(form) :]
        size = count * struct.calcsize("=" + _SIZES[kind])
        if size > len(value):
            value = self._at(struct.unpack(self._order + form, value)[0], size)
        return struct.unpack_from(f"{self._order}{count}{_SIZES[kind]}", value)

    def _at(self, offset: int, size: int) -> bytes:
        if offset + size > self.file_bytes:
            if size == 16 and offset == 0:
                raise self._damaged()
            raise InputError(self._name, "is cut short", "copy it again from its source")
        self._file.seek(offset)
        return self._file.read(size)

    def _damaged(self) -> InputError:
        return InputError(self._name, "is a damaged TIFF file", "export it again")


def _page(name: str, tags: dict[int, tuple[int, ...]], directory: range, file_bytes: int) -> Page:
    width, height = (tags.get(tag, (0,))[0] for tag in (_WIDTH, _HEIGHT))
    if not (1 <= width <= LARGEST_SIDE and 1 <= height <= LARGEST_SIDE):
        fault = f"is {width} x {height} pixels, outside 1 to {LARGEST_SIDE}"
        raise InputError(name, fault, "open a smaller picture")
    samples = tags.get(_SAMPLES, (1,))[0]
    bits, form = tags.get(_BITS, (1,))[0], tags.get(_FORMAT, (1,))[0]
    dtype = _DTYPES.get((bits, form))
    if dtype is None or samples not in (1, 2, 3, 4) or (samples > 1 and bits != 8):
        kind = {1: "", 2: "signed ", 3: "floating-point "}.get(form, "")
        fault = f"holds {samples} values of {bits} {kind}bits a pixel"
        raise InputError(name, fault, "export it with 8 or 16 bits of grey")
    if bits == 16 and tags.get(_PHOTOMETRIC, (1,))[0] == 0:
        raise InputError(name, "shows 0 as white", "export it with 0 as black")
    unpacked = _unpacked_bytes(tags, width, height, samples, bits)
    strips = _strips(name, tags, unpacked, file_bytes)
    for start, length in strips:
        if start < _HEAD_BYTES or (start < directory.stop and directory.start < start + length):
            fault = "says its pixels lie where its header does"
            raise InputError(name, fault, "copy it again from its source")
    return Page(width, height, samples, dtype, strips, _is_deflated(tags), unpacked)


def _is_deflated(tags: dict[int, tuple[int, ...]]) -> bool:
    return tags.get(_COMPRESSION, (1,))[0] in (8, 32946)


def _unpacked_bytes(
    tags: dict[int, tuple[int, ...]], width: int, height: int, samples: int, bits: int
) -> tuple[int, ...]:
    """Bytes of all rows; and with the last strip, or the tiles at the edges, filled up."""
    planes = 1
    if tags.get(_PLANAR, (1,))[0] == 2:
        samples, planes = 1, samples
    row = -(-width * samples * bits // 8)
    exact = planes * height * row
    if _PLACES[1][0] in tags:
        across, down = (max(1, tags.get(tag, (1,))[0]) for tag in (_TILE_WIDTH, _TILE_HEIGHT))
        tile = down * -(-across * samples * bits // 8)
        return (planes * -(-width // across) * -(-height // down) * tile,)
    rows = min(max(1, tags.get(_ROWS_IN_STRIP, (height,))[0]), height)
    return (exact, planes * -(-height // rows) * rows * row)


def check_unpacked(path: Path, page: Page) -> None:
    """Unpack a deflated page once, piece by piece, and count: the decoder would not say.

    Raises:
        InputError: If it is damaged or holds another number of pixels than it says.
    """
    if not page.is_deflated:
        return
    name = display_name(path)
    present, most = 0, max(page.unpacked_bytes)
    with open_regular(path) as file:
        for start, length in page.strips:
            file.seek(start)
            packed, size = file.read(length), 0
            inflater = isal_zlib.decompressobj()
            while (packed or size) and not inflater.eof and present <= most:
                try:
                    size = len(inflater.decompress(packed, 1 << 18))
                except PACKING_ERROR:
                    fault = "is damaged: its checksum fails"
                    raise InputError(name, fault, "copy it again from its source") from None
                packed = inflater.unconsumed_tail
                present += size
            if not inflater.eof:
                break
    if present not in page.unpacked_bytes:
        raise _wrong_size(name, page.unpacked_bytes[0], present)


def _wrong_size(name: str, expected: int, present: int) -> InputError:
    fault = f"says it holds {expected:,} bytes of pixels, and holds {present:,}"
    return InputError(name, fault, "copy it again from its source")


def _strips(
    name: str, tags: dict[int, tuple[int, ...]], unpacked: tuple[int, ...], file_bytes: int
) -> tuple[tuple[int, int], ...]:
    """Where the packed pixels are; they can hold what is promised, and the file holds them."""
    compression = tags.get(_COMPRESSION, (1,))[0]
    if compression not in _MOST_UNPACKED:
        fault = f"is packed in a way that is not read here (kind {compression})"
        raise InputError(name, fault, "export it unpacked, or with LZW or deflate")
    pair = next((p for p in _PLACES if p[0] in tags and p[1] in tags), None)
    if pair is None or len(tags[pair[0]]) != len(tags[pair[1]]):
        raise InputError(name, "does not say where its pixels are", "export it again")
    places = np.asarray([tags[pair[0]], tags[pair[1]]], np.float64)
    if float(places.sum(axis=0).max()) > file_bytes:
        raise InputError(name, "is cut short", "copy it again from its source")
    packed = sum(tags[pair[1]])
    if packed > file_bytes or unpacked[0] > packed * _MOST_UNPACKED[compression]:
        fault = f"says it holds {unpacked[0]:,} bytes of pixels, more than its {packed:,} can"
        raise InputError(name, fault, "copy it again from its source")
    if compression == 1 and packed not in unpacked:
        raise _wrong_size(name, unpacked[0], packed)
    return tuple(zip(tags[pair[0]], tags[pair[1]], strict=True))
