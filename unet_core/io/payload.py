"""Voxels from a file with a checked header: every byte counted, checksums required.

Packed data are inflated piece by piece straight into the result, so that a bomb stops at the size
its header promised and the SHA-256 is taken on the way.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from io import BufferedReader
from itertools import cycle
from typing import Any, Self

import numpy as np
from isal import isal_zlib
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.io.headers import PACKING_ERROR, Header, display_name, open_regular, wrong_count
from unet_core.io.sieve import sieve
from unet_core.shared_memory import shared_empty
from unet_core.streamed import ArrayFilling, Filling, own_filling, sent_filling
from unet_core.volume import Voxels

Piece = bytes | memoryview
Take = Callable[[Piece], None]


@dataclass(frozen=True)
class Memory:
    """Where results are put.

    Attributes:
        empty: Makes an array to be filled in any order.
        filling: Makes an array to be filled from its first byte to its last.
    """

    empty: Callable[[tuple[int, ...], np.dtype[Any]], NDArray[Any]]
    filling: Callable[[tuple[int, ...], np.dtype[Any]], Filling]


def _shared_filling(shape: tuple[int, ...], dtype: np.dtype[Any]) -> Filling:
    return ArrayFilling(shared_empty(shape, dtype))


OWN_MEMORY = Memory(np.empty, own_filling)
SHARED_MEMORY = Memory(shared_empty, _shared_filling)
"""Memory that another process can take over without a copy."""
SENT_MEMORY = Memory(shared_empty, sent_filling)
"""What is filled goes to the process that waits for it, and cannot be looked at here."""
_PACKED_BYTES = 1 << 16
_INFLATED_BYTES = 1 << 17
_RAW_BYTES = 1 << 20
_REPORT_BYTES = 1 << 24
_LARGEST_EXACT = 1 << 24
"""Above it float32 leaves out whole numbers (IEEE 754 binary32: 24 bits)."""
_LARGEST_FLOAT = float(np.finfo(np.float32).max)
_KEPT = ("<i2", "|u1", "<u2")
_MOST_WAITING = 2
_WINDOW_BITS = {"gzip": 31, "zlib": 15}


def read_voxels(header: Header, memory: Memory) -> Generator[Progress, None, tuple[Voxels, str]]:
    """(Z, Y, X) voxels and the SHA-256 of the file (of header and data, where they are two).

    Integers that fit are int16, uint8 or uint16; all else is float32.

    Raises:
        InputError: If the file is cut, too long, or fails its checksum.
    """
    plain = header.dtype.str in _KEPT and (header.slope, header.intercept) == (1.0, 0.0)
    filling = (memory if plain else OWN_MEMORY).filling(header.geometry.shape_zyx, header.dtype)
    sha256 = hashlib.sha256()
    try:
        with _Beside() as hashing:
            yield from _fill(header, sieve(header, filling.write), hashing.of(sha256.update))
            hashing.finish()
        stored = filling.array()
    finally:
        filling.discard()
    return stored if plain else settled(stored, header, memory), sha256.hexdigest()


class _Beside:
    """Works through pieces of data in a thread of its own, in their order."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._waiting: deque[Future[None]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown(cancel_futures=True)

    def of(self, action: Take) -> Take:
        """The same action, done beside; it waits where two pieces wait already."""

        def take(piece: Piece) -> None:
            while len(self._waiting) >= _MOST_WAITING:
                self._waiting.popleft().result()
            self._waiting.append(self._thread.submit(action, piece))

        return take

    def finish(self) -> None:
        """Wait for all; raises what went wrong in one of them."""
        while self._waiting:
            self._waiting.popleft().result()


def _fill(header: Header, chosen: Take, summed: Take) -> Generator[Progress, None, None]:
    if header.data_path != header.path:
        with open_regular(header.path) as file:
            summed(file.read())
    with open_regular(header.data_path) as file:
        if header.data_offset:
            summed(file.read(header.data_offset))
        pieces = _inflated(header, file, summed) if header.compression else _raw(file, summed)
        done = reported = 0
        for piece in pieces:
            if done + len(piece) > header.stored_bytes:
                raise wrong_count(header, done + len(piece))
            chosen(piece)
            done += len(piece)
            if done - reported >= _REPORT_BYTES:
                reported = done
                yield Progress(done, header.stored_bytes, f"Reading {display_name(header.path)}")
    if done != header.stored_bytes:
        raise wrong_count(header, done)


def _raw(file: BufferedReader, summed: Take) -> Generator[memoryview, None, None]:
    for piece in _read_pieces(file):
        summed(piece)
        yield piece


def _read_pieces(file: BufferedReader) -> Iterator[memoryview]:
    """The rest of a file; a piece lasts as long as ``_Beside`` may need it, then it is reused."""
    for buffer in cycle([bytearray(_RAW_BYTES) for _ in range(_MOST_WAITING + 2)]):
        count = file.readinto(buffer)
        if not count:
            return
        yield memoryview(buffer)[:count]


def _inflated(
    header: Header, file: BufferedReader, summed: Take
) -> Generator[memoryview, None, None]:
    """Unpacked pieces of the file's voxels, ending only where stream and checksum do."""
    name, bits = display_name(header.data_path), _WINDOW_BITS[header.compression]
    inflater = isal_zlib.decompressobj(wbits=bits)
    seen = 0
    for packed in _packed(file, summed):
        while packed:
            if inflater.eof:
                if header.compression != "gzip" or not b"\x1f\x8b".startswith(bytes(packed[:2])):
                    raise InputError(
                        name,
                        "goes on after its end with bytes that do not belong to it",
                        "copy it again from its source",
                    )
                inflater = isal_zlib.decompressobj(wbits=bits)
            try:
                piece = inflater.decompress(packed, _INFLATED_BYTES)
            except PACKING_ERROR:
                raise _damaged(header, seen) from None
            skipped = min(max(header.inflated_offset - seen, 0), len(piece))
            seen += len(piece)
            if len(piece) > skipped:
                yield memoryview(piece)[skipped:]
            packed = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
    if not inflater.eof:
        present = seen - header.inflated_offset
        if present < header.stored_bytes:
            raise wrong_count(header, present)
        raise InputError(name, "is cut short: its checksum is missing", "copy it again")


def _packed(file: BufferedReader, summed: Take) -> Iterator[Piece]:
    """The file, summed in large pieces and given in such as stay in the processor's cache."""
    for large in _read_pieces(file):
        summed(large)
        for start in range(0, len(large), _PACKED_BYTES):
            yield large[start : start + _PACKED_BYTES]


def _damaged(header: Header, seen: int) -> InputError:
    have = max(seen - header.inflated_offset, 0) // header.dtype.itemsize
    return InputError(
        display_name(header.data_path),
        f"is damaged: its checksum fails after {have:,} of "
        f"{header.stored_bytes // header.dtype.itemsize:,} voxels",
        "copy it again from its source",
    )


def settled(stored: NDArray[Any], header: Header, memory: Memory) -> Voxels:
    """``stored`` x slope + intercept as int16 where every value is whole and fits, else float32.

    Raises:
        InputError: If a voxel is no number.
    """
    whole = True
    exact = stored.dtype.kind != "f" and (header.slope, header.intercept) == (1.0, 0.0)
    middle = len(stored) // 2
    for index in (middle, *range(len(stored))):
        values = _scaled(stored[index], header)
        low, high = float(values.min()), float(values.max())
        if not (np.isfinite(low) and np.isfinite(high)):
            raise InputError(
                display_name(header.path),
                "holds voxels that are no numbers",
                "replace them before opening it",
            )
        largest = max(-low, high)
        if largest > (_LARGEST_EXACT if exact else _LARGEST_FLOAT):
            raise InputError(
                display_name(header.path),
                f"holds {largest:.6g}, more than this program keeps without loss",
                "save it with smaller numbers",
            )
        whole = (
            whole and low >= -32768 and high <= 32767 and bool((values == np.rint(values)).all())
        )
    dtype = np.dtype("<i2" if whole else "<f4")
    filling = memory.filling(stored.shape, dtype)
    for plane in stored:
        filling.write(_scaled(plane, header).astype(dtype).reshape(-1).view(np.uint8).data)
    return filling.array()


def _scaled(plane: NDArray[Any], header: Header) -> NDArray[np.float64]:
    values = plane.astype(np.float64)
    if (header.slope, header.intercept) != (1.0, 0.0):
        values *= header.slope
        values += header.intercept
    return values
