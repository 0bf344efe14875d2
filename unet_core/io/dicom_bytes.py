"""Where the bytes of a DICOM data set come from: a file, memory, or a deflated file."""

import os
from io import BufferedReader, RawIOBase
from typing import Protocol, cast

from isal import isal_zlib

from unet_core.io.headers import PACKING_ERROR

UNDEFINED = 0xFFFFFFFF
"""The length of what ends with a delimiter; also a size not known yet."""
_MOST_INFLATED = 1 << 26
_PACKED_WINDOW = 1 << 13


class Damage(Exception):
    """The bytes are no sound data set; the message continues "... is damaged: it"."""


class Bytes(Protocol):
    """Bytes read at any place."""

    size: int

    def read(self, at: int, count: int) -> bytes:
        """At most ``count`` bytes from ``at`` on."""


class InFile:
    """Bytes of an open file, read past its buffer."""

    def __init__(self, file: BufferedReader) -> None:
        self._raw = cast("RawIOBase", file.raw)
        self.size = os.fstat(file.fileno()).st_size

    def read(self, at: int, count: int) -> bytes:
        """At most ``count`` bytes from ``at`` on."""
        self._raw.seek(at)
        return self._raw.read(count) or b""


class InBytes:
    """Bytes already in memory."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)

    def read(self, at: int, count: int) -> bytes:
        """At most ``count`` bytes from ``at`` on."""
        return self._data[at : at + count]


class Inflating:
    """A deflated data set, inflated no further than it is read."""

    def __init__(self, packed: Bytes, start: int) -> None:
        self._packed, self._at = packed, start
        self._inflater = isal_zlib.decompressobj(wbits=-15)
        self._data = bytearray()
        self.size = UNDEFINED

    def read(self, at: int, count: int) -> bytes:
        """At most ``count`` bytes from ``at`` on."""
        while len(self._data) < at + count and not self._inflater.eof:
            if len(self._data) > _MOST_INFLATED:
                raise Damage("unpacks to more than any header has")
            packed = self._inflater.unconsumed_tail
            if not packed:
                packed = self._packed.read(self._at, _PACKED_WINDOW)
                self._at += len(packed)
            if not packed:
                raise Damage("is cut inside its header")
            try:
                self._data += self._inflater.decompress(packed, 1 << 18)
            except PACKING_ERROR:
                raise Damage("cannot be inflated") from None
        if self._inflater.eof:
            self.size = len(self._data)
        return bytes(self._data[at : at + count])
