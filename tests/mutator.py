"""Seeded damage to small sound files: one number names one damaged file, for ever.

The kinds of damage are those with which readers in wide use were measured: cuts, flipped bits,
odd header bytes, 16 and 32-bit extremes, blocks deleted, doubled or zeroed, and numbers in text
replaced by extremes. Half of it is aimed at what is not pixels, where most of a small file's
meaning lies.
"""

import random
import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Guard = Literal["all", "payload", "none"]


@dataclass(frozen=True)
class Seed:
    """A sound scan or mask as bytes.

    Attributes:
        name: What it is, in tables.
        files: Bytes of each file by name.
        opens: The file given to ``load``; "" for the folder that holds them.
        options: Further arguments of ``load``.
        payload: Where the voxels lie in each file that holds some; none: they cannot be told
            from the header, as in a file that is packed whole.
        guard: What a checksum in the file covers: ``payload`` its voxels, ``all`` everything
            that has a meaning.
        pack: How a file is packed after the damage, by name.
        sizes_itself: Whether the picture's size stands in the packed stream and nowhere else.
        finds_by_offset: Whether voxels are found by their place in the file, which may hold more
            than it names: then bytes put in before them move others into their place.
    """

    name: str
    files: Mapping[str, bytes]
    opens: str
    options: Mapping[str, Any] = field(default_factory=dict)
    payload: Mapping[str, range] = field(default_factory=dict)
    guard: Guard = "none"
    pack: Mapping[str, Callable[[bytes], bytes]] = field(default_factory=dict)
    sizes_itself: bool = False
    finds_by_offset: bool = False


@dataclass(frozen=True)
class Damaged:
    """A seed after one act of damage.

    Attributes:
        seed: What it was.
        kind: What was done to it.
        file: To which of its files.
        touched: Places in the sound file that were changed; for a cut, what was lost.
        files: The bytes now.
    """

    seed: Seed
    kind: str
    file: str
    touched: tuple[range, ...]
    files: Mapping[str, bytes]

    @property
    def lost(self) -> bytes:
        """What a cut took away."""
        return self.seed.files[self.file][self.touched[0].start :] if self.kind == "cut" else b""

    @property
    def hits_payload(self) -> bool:
        """Whether voxels may have been touched."""
        where = self.seed.payload.get(self.file)
        grown = len(self.files[self.file]) > len(self.seed.files[self.file])
        if where is not None and grown and self.seed.finds_by_offset:
            return True
        if where is None:
            return not self.seed.payload
        return any(t.start < where.stop and where.start < t.stop for t in self.touched)

    @property
    def hits_header(self) -> bool:
        """Whether anything but voxels may have been touched."""
        where = self.seed.payload.get(self.file, range(0))
        return any(t.start < where.start or t.stop > where.stop for t in self.touched)


def damaged(seed: Seed, index: int, number: int = 1) -> Damaged:
    """The ``index``-th damaged file of a seed, in the series that ``number`` stands for."""
    rng = random.Random(f"{number}/{seed.name}/{index}")
    file = rng.choice(sorted(seed.files))
    kind = rng.choice(tuple(_KINDS))
    data = bytearray(seed.files[file])
    touched = _KINDS[kind](data, _Aim(seed.payload.get(file), len(data), rng), rng)
    files = {**seed.files, file: bytes(data)}
    return Damaged(seed, kind, file, tuple(touched), files)


def packed(damage: Damaged) -> dict[str, bytes]:
    """The files as they go to disk."""
    pack = damage.seed.pack
    return {name: pack[name](data) if name in pack else data for name, data in damage.files.items()}


class _Aim:
    """Chooses places: half of them outside the voxels."""

    def __init__(self, payload: range | None, length: int, rng: random.Random) -> None:
        self._rng, self._length = rng, length
        self._header = [range(length)]
        if payload is not None:
            self._header = [range(payload.start), range(payload.stop, length)]

    def __call__(self, width: int = 1) -> int:
        """Where ``width`` bytes begin."""
        whole = range(max(1, self._length - width + 1))
        parts = [r for r in self._header if len(r) >= width]
        if parts and self._rng.random() < 0.5:
            part = self._rng.choices(parts, [len(r) for r in parts])[0]
            return self._rng.choice(part[: len(part) - width + 1])
        return self._rng.choice(whole)


# --- kinds of damage: each changes ``data`` and returns where ------------------------------------

Damage = Callable[[bytearray, _Aim, random.Random], list[range]]
_EXTREME_WORDS = (0, 1, 0x7FFF, 0x8000, 0xFFFF)
_EXTREME_LONGS = (
    *(0, 1, 0x7FFF, 0xFFFFFFFF, 0x7FFFFFFF, 0x80000000),
    *(struct.unpack("<I", struct.pack("<f", v))[0] for v in (float("nan"), 1e30, -1.0)),
)
_NUMBER = re.compile(rb"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_EXTREME_TEXTS = (
    *(b"-1", b"0", b"1", b"nan", b"inf", b"99999999999", b"1e308", b"1e-30", b"32767"),
    *(b"%s%n", b"0,8", b"", b"2147483647"),
)


def _cut(data: bytearray, _aim: _Aim, rng: random.Random) -> list[range]:
    at, end = rng.randrange(len(data)), len(data)
    del data[at:]
    return [range(at, end)]


def _flips(count: int) -> Damage:
    def flip(data: bytearray, aim: _Aim, rng: random.Random) -> list[range]:
        places = [aim() for _ in range(count)]
        for at in places:
            data[at] ^= 1 << rng.randrange(8)
        return [range(at, at + 1) for at in places]

    return flip


def _odd_bytes(count: int) -> Damage:
    def replace(data: bytearray, aim: _Aim, rng: random.Random) -> list[range]:
        places = [aim() for _ in range(count)]
        for at in places:
            data[at] = rng.randrange(256)
        return [range(at, at + 1) for at in places]

    return replace


def _extreme(width: int, values: tuple[int, ...]) -> Damage:
    def replace(data: bytearray, aim: _Aim, rng: random.Random) -> list[range]:
        at = aim(width)
        if rng.random() < 0.8:
            at -= at % 2  # where fields of binary headers lie
        piece = rng.choice(values).to_bytes(width, rng.choice(("little", "big")))
        data[at : at + width] = piece[: len(data) - at]
        return [range(at, at + width)]

    return replace


def _delete(data: bytearray, aim: _Aim, rng: random.Random) -> list[range]:
    length = min(rng.choice((1, 2, 4, 16, 60)), len(data))
    at = aim(length)
    del data[at : at + length]
    return [range(at, at + length)]


def _double(data: bytearray, aim: _Aim, rng: random.Random) -> list[range]:
    length = min(rng.choice((1, 2, 4, 16, 60)), len(data))
    at = aim(length)
    data[at:at] = data[at : at + length]
    return [range(at, at + length + 1)]  # what follows begins elsewhere now


def _zero(data: bytearray, aim: _Aim, rng: random.Random) -> list[range]:
    length = min(rng.choice((4, 16, 60, 200)), len(data))
    at = aim(length)
    data[at : at + length] = bytes(length)
    return [range(at, at + length)]


def _reword(data: bytearray, aim: _Aim, rng: random.Random) -> list[range]:
    start = max(0, aim() - 2000)
    found = list(_NUMBER.finditer(bytes(data[start : start + 4000])))
    if not found:
        return _flips(1)(data, aim, rng)
    number = rng.choice(found)
    at, end = start + number.start(), start + number.end()
    data[at:end] = rng.choice(_EXTREME_TEXTS)
    return [range(at, end)]


_KINDS: dict[str, Damage] = {
    "cut": _cut,
    "1 bit": _flips(1),
    "4 bits": _flips(4),
    "16 bits": _flips(16),
    "1 byte": _odd_bytes(1),
    "4 bytes": _odd_bytes(4),
    "16-bit extreme": _extreme(2, _EXTREME_WORDS),
    "32-bit extreme": _extreme(4, _EXTREME_LONGS),
    "block deleted": _delete,
    "block doubled": _double,
    "block zeroed": _zero,
    "number reworded": _reword,
}
