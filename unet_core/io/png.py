"""PNG files held against their own checksums; the decoder in use looks at none of them.

Chunks, their order, sizes and sums follow the PNG specification (W3C, third edition, 2025). The
packed pixels are unpacked once beforehand, piece by piece, so that a bomb stops at the size its
header promised and a cut or damaged stream never becomes a picture.
"""

import struct
from collections.abc import Iterator
from io import BufferedReader
from typing import NamedTuple

from isal import isal_zlib

from unet_core.errors import InputError
from unet_core.io.headers import LARGEST_SIDE, PACKING_ERROR

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits a sample may have, by colour type."""
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
           (0, 1, 1, 2))  # fmt: skip
"""Adam7: first column and row of each pass, and the steps to the next."""
_PIECE = 1 << 18


class _Layout(NamedTuple):
    """What the IHDR chunk says."""

    width: int
    height: int
    depth: int
    colour: int
    packing: int
    filtering: int
    interlacing: int

    @property
    def is_possible(self) -> bool:
        """Whether the specification knows such a picture, and it is one that is shown here."""
        return (
            1 <= self.width <= LARGEST_SIDE
            and 1 <= self.height <= LARGEST_SIDE
            and self.depth in _DEPTHS.get(self.colour, ())
            and (self.packing, self.filtering) == (0, 0)
            and self.interlacing in (0, 1)
        )

    @property
    def unpacked_bytes(self) -> int:
        """Bytes of all rows, each with its filter's number before it."""
        parts = [(self.width, self.height)]
        if self.interlacing:
            parts = [
                (-(-(self.width - x) // across), -(-(self.height - y) // down))
                for x, y, across, down in _PASSES
            ]
        bits = self.depth * _CHANNELS[self.colour]
        return sum(
            rows * (1 + -(-columns * bits // 8)) for columns, rows in parts if columns > 0 < rows
        )


def check(name: str, file: BufferedReader) -> None:
    """Hold a PNG against its checksums and the size its header gives.

    Args:
        name: The file's name, for sentences.
        file: Open at any place.

    Raises:
        InputError: If it is cut, damaged, or holds other than one whole picture.
    """
    file.seek(len(SIGNATURE))
    chunks = _chunks(name, file)
    kind, body = next(chunks)
    if kind != b"IHDR" or len(body) != 13:
        raise _damaged(name)
    layout = _Layout(*struct.unpack(">2I5B", body))
    if not layout.is_possible:
        raise _damaged(name)
    unpacked = 0
    inflater = isal_zlib.decompressobj()
    for kind, body in chunks:
        if kind == b"IDAT":
            for size in _unpacked(name, inflater, body):
                unpacked += size
                if unpacked > layout.unpacked_bytes:
                    raise _wrong_size(name, layout)
    if not inflater.eof or unpacked != layout.unpacked_bytes:
        raise _wrong_size(name, layout)


def _unpacked(name: str, inflater: "isal_zlib.Decompress", packed: bytes) -> Iterator[int]:
    """Sizes of the unpacked pieces of one chunk; what the inflater still holds comes out too."""
    size = 0
    while (packed or size) and not inflater.eof:
        try:
            size = len(inflater.decompress(packed, _PIECE))
        except PACKING_ERROR:
            raise _damaged(name) from None
        packed = inflater.unconsumed_tail
        yield size


def _chunks(name: str, file: BufferedReader) -> Iterator[tuple[bytes, bytes]]:
    """Kind and bytes of each chunk to the last; long ones piece by piece, as if several."""
    kind = b""
    while kind != b"IEND":
        head = file.read(8)
        if len(head) < 8:
            raise _cut(name)
        length, kind = struct.unpack(">I4s", head)
        if not kind.isalpha():
            raise _damaged(name)
        total = isal_zlib.crc32(kind)
        rest = length
        while True:
            body = file.read(min(rest, _PIECE))
            rest -= len(body)
            total = isal_zlib.crc32(body, total)
            if rest and not body:
                raise _cut(name)
            yield kind, body
            if not rest:
                break
        if (end := file.read(4)) != total.to_bytes(4, "big"):
            raise _cut(name) if len(end) < 4 else _damaged(name)


def _cut(name: str) -> InputError:
    return InputError(name, "is cut short", "copy it again from its source")


def _damaged(name: str) -> InputError:
    return InputError(name, "is damaged: its checksum fails", "copy it again from its source")


def _wrong_size(name: str, layout: _Layout) -> InputError:
    fault = f"does not hold the {layout.width} x {layout.height} pixels of its header"
    return InputError(name, fault, "copy it again from its source")
