"""What was written, read again and compared, before anybody is told that it is saved."""

from collections.abc import Generator, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io import picture_stack
from unet_core.io.door import load_now
from unet_core.io.items import Decoded, item_of
from unet_core.io.kinds import inspected
from unet_core.io.payload import OWN_MEMORY, Memory, read_voxels
from unet_core.io.request import Reference, Request
from unet_core.io.segments import stored_name
from unet_core.io.writers import Content, Format, pieces
from unet_core.streamed import Filling
from unet_core.volume import LabelMap, Volume

_PICTURES_AT_ONCE = 16


def check(temporary: Path, content: Content, kind: Format, name: str) -> Generator[float]:
    """Read a file just written and compare it, yielding what share (0 to 1) is read.

    Args:
        temporary: What was written.
        content: What was meant to be.
        kind: In which format.
        name: What the file will be called, for sentences.

    Raises:
        InputError: If it cannot be read, or differs in voxels, place or labels.
    """
    try:
        if kind.is_folder:
            yield from _check_pictures(temporary, content)
        else:
            again = yield from _read(temporary, content)
            _compare(again, content, kind)
    except _Differs:
        raise InputError(
            name, "was not saved: what was read back differs", "try another disk"
        ) from None
    except InputError as error:
        fault = f"was not saved: reading back, it {error.fault}"
        raise InputError(name, fault, error.remedy) from error
    yield 1.0


class _Differs(Exception):
    """What was read is not what was written."""


def _read(temporary: Path, content: Content) -> Generator[float, None, LabelMap | Volume]:
    """The item in a file; its voxels are those written, where they were compared on the way."""
    request = Request(
        (temporary,),
        as_mask=isinstance(content.item, LabelMap),
        value_map={value: value for value in range(256)},
        reference=Reference.of(content.reference),
    )
    _, header = inspected(request)
    if header is None:
        return load_now(
            temporary, as_mask=request.as_mask, reference=content.reference, isolate=False
        )
    memory = _comparing(content.item.voxels)
    reading = read_voxels(header, memory)
    while True:
        try:
            progress = next(reading)
        except StopIteration as end:
            voxels, _ = end.value
            return item_of(request, Decoded(header, voxels), memory)
        yield progress.done / progress.total


def _comparing(expected: NDArray[Any]) -> Memory:
    """Memory that keeps nothing: what is put into it is compared with what is there already.

    Numbers that come back as another type are kept, and compared in the end.
    """

    def filling(shape: tuple[int, ...], dtype: np.dtype[Any]) -> Filling:
        if shape != expected.shape:
            raise _Differs
        if dtype != expected.dtype.newbyteorder("<"):
            return OWN_MEMORY.filling(shape, dtype)
        return _Comparing(expected)

    return Memory(OWN_MEMORY.empty, filling)


class _Comparing:
    def __init__(self, expected: NDArray[Any]) -> None:
        self._expected = expected
        self._pieces = pieces(expected)
        self._rest = memoryview(b"")

    def write(self, data: bytes | memoryview) -> None:
        given = memoryview(data)
        while given:
            if not self._rest:
                self._rest = next(self._pieces, memoryview(b""))
            length = min(len(given), len(self._rest))
            if not length or not _equal(given[:length], self._rest[:length]):
                raise _Differs
            given, self._rest = given[length:], self._rest[length:]

    def room(self, count: int) -> None:
        """Nowhere: what is written is only compared."""

    def array(self) -> NDArray[Any]:
        return self._expected

    def discard(self) -> None:
        pass


def _equal(first: memoryview, second: memoryview) -> bool:
    return bool((np.frombuffer(first, np.uint8) == np.frombuffer(second, np.uint8)).all())


def _compare(again: LabelMap | Volume, content: Content, kind: Format) -> None:
    item = content.item
    if item.geometry.differences(again.geometry):
        raise _Differs
    if again.geometry.has_orientation != item.geometry.has_orientation:
        raise _Differs
    if again.voxels is not item.voxels and not all(
        np.array_equal(a, b) for a, b in zip(item.voxels, again.voxels, strict=True)
    ):
        raise _Differs
    if isinstance(again, LabelMap) and kind.keeps_names:
        named = {value: label.name for value, label in again.labels.items()}
        if any(named.get(v) != stored_name(label) for v, label in content.labels.items()):
            raise _Differs
    if isinstance(again, LabelMap) and kind.keeps_marks and again.marks != content.marks:
        raise _Differs


def _check_pictures(folder: Path, content: Content) -> Iterator[float]:
    item, files = content.item, picture_stack.files_in(folder)
    count = len(item.canonical)
    if len(files) != count:
        raise _Differs
    expected = picture_stack.grey_planes(item)
    for first in range(0, count, _PICTURES_AT_ONCE):
        some = files[first : first + _PICTURES_AT_ONCE]
        again = load_now(some, as_mask=False, isolate=False)
        planes = islice(expected, len(some))
        if not all(np.array_equal(a, b) for a, b in zip(planes, again.voxels, strict=True)):
            raise _Differs
        yield (first + len(some)) / count
