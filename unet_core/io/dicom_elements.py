"""Data elements of a DICOM file, walked by a parser that trusts no length and never recurses far.

Encodings are those of DICOM PS3.5 sections 7 and A, the file's frame that of PS3.10 section 7.
"""

import struct
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from io import BufferedReader

from unet_core.io.dicom_bytes import UNDEFINED, Bytes, Damage, InBytes, InFile, Inflating

IMPLICIT = "1.2.840.10008.1.2"
EXPLICIT = "1.2.840.10008.1.2.1"
BIG_ENDIAN = "1.2.840.10008.1.2.2"
DEFLATED = "1.2.840.10008.1.2.1.99"
DEEPEST = 32
"""Sequences inside each other; real files have at most about eight."""
PIXEL_TAGS = (0x7FE00010, 0x7FE00008, 0x7FE00009)
"""Pixel Data, Float Pixel Data, Double Float Pixel Data."""
_SYNTAX, _STORAGE = 0x00020010, 0x00020002
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_WINDOW = 1 << 13
_MOST_ELEMENTS = 1_000_000
_LONGEST_VALUE = 1 << 16
_LONGEST_SEQUENCE = 1 << 26
_LONG = frozenset(b"OB OW OF OD OL OV SQ UC UN UR UT SV UV".split())
_SHORT = frozenset(b"AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US".split())


@dataclass(frozen=True)
class PixelElement:
    """Where the pixels lie.

    Attributes:
        tag: One of ``PIXEL_TAGS``.
        start: First byte of the value (in the inflated data set, if it is deflated).
        length: Bytes, or ``UNDEFINED`` for packed pictures.
        in_words: Whether it says that its bytes stand in pairs (OW).
    """

    tag: int
    start: int
    length: int
    in_words: bool = False


@dataclass
class Elements:
    """What was asked for of one file's data set.

    Attributes:
        values: Bytes of each element asked for, by tag.
        sequences: Bytes of the items of each sequence asked for, by tag.
        implicit: Whether elements carry no value representation.
        order: Byte order, as ``struct`` has it.
        pixels: None where the file ends without any.
        damage: Why the walk ended early; empty if it did not.
        program: What the preamble makes the file look like besides; empty if nothing.
    """

    values: dict[int, bytes] = field(default_factory=dict)
    sequences: dict[int, bytes] = field(default_factory=dict)
    syntax: str = ""
    storage: str = ""
    implicit: bool = False
    order: str = "<"
    pixels: PixelElement | None = None
    damage: str = ""
    program: str = ""

    def text(self, tag: int) -> str:
        """The value as it stands in the file, without padding."""
        return plain_text(self.values.get(tag, b""))

    def number(self, tag: int, otherwise: int = 0) -> int:
        """A 16-bit unsigned number."""
        value = self.values.get(tag)
        if value is None or len(value) < 2:
            return otherwise
        return int.from_bytes(value[:2], "little" if self.order == "<" else "big")


@lru_cache(maxsize=4096)
def plain_text(value: bytes) -> str:
    """A value as it stands in the file, without padding.

    Remembered: most values are the same in every slice of a series.
    """
    return value.decode("latin-1").strip(" \0\n\r\t")


def looks_like(head: bytes) -> bool:
    """Whether a file that begins so is DICOM, with the usual preamble or, as old ones, without."""
    return head[128:132] == b"DICM" or _bare_kind(head) is not None


def _bare_kind(head: bytes) -> bool | None:
    """Whether a data set without a preamble is implicit; None if this is no data set."""
    if len(head) < 16 or head[:2] != b"\x08\x00" or head[2:4] > b"\x18\x00":
        return None
    if head[4:6] in _SHORT:
        return False
    length = int.from_bytes(head[4:8], "little")
    following = head[8 + length : 10 + length]
    return True if length <= 128 and length % 2 == 0 and following == b"\x08\x00" else None


def walk(
    file: BufferedReader, wanted: Collection[int], sequences: Collection[int] = ()
) -> Elements | None:
    """The elements asked for, up to the pixels; None if this is no DICOM file.

    Args:
        file: Open at any place.
        wanted: Tags of values; no value over 64 KB is taken.
        sequences: Tags of sequences whose items' bytes are taken.
    """
    source: Bytes = InFile(file)
    head = source.read(0, _WINDOW)
    found = Elements(program=_program(head))
    if head[128:132] == b"DICM":
        at, group_two = 132, True
    else:
        bare = _bare_kind(head)
        if bare is None:
            return None
        at, group_two = 0, False
        found.syntax, found.implicit, found.program = IMPLICIT if bare else EXPLICIT, bare, ""
    try:
        if group_two:
            at = _Walk(source, found, (_SYNTAX, _STORAGE), head).group_two(at)
            found.syntax, found.storage = found.text(_SYNTAX), found.text(_STORAGE)
            found.implicit = found.syntax == IMPLICIT
            found.order = ">" if found.syntax == BIG_ENDIAN else "<"
            if not found.syntax:
                raise Damage("does not say how it is written")
            if found.syntax == DEFLATED:
                source, at, head = Inflating(source, at), 0, b""
        _Walk(source, found, wanted, head, sequences).through(at)
    except Damage as damage:
        found.damage = str(damage)
    return found


def _program(head: bytes) -> str:
    """What an executable preamble (CVE-2019-11687) makes the file."""
    for magic, name in _PROGRAMS:
        if head.startswith(magic):
            return name
    return ""


_PROGRAMS = (
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
    (b"\xcf\xfa\xed\xfe", "a macOS program"),
    (b"\xce\xfa\xed\xfe", "a macOS program"),
    (b"\xca\xfe\xba\xbe", "a macOS program"),
    (b"#!", "a script"),
)


class _Walk:
    """One pass over the top level of a data set."""

    def __init__(
        self,
        source: Bytes,
        found: Elements,
        wanted: Collection[int],
        head: bytes,
        sequences: Collection[int] = (),
    ) -> None:
        self._source, self._found = source, found
        self._wanted, self._sequences = wanted, sequences
        self._data, self._base = head, 0

    def group_two(self, at: int) -> int:
        """Walk the file's meta information (always explicit little endian); its end."""
        while True:
            place = at - self._base
            if place + 12 > len(self._data):
                self._data, self._base, place = self._source.read(at, _WINDOW), at, 0
            data = self._data
            if len(data) < place + 8 or data[place : place + 2] != b"\x02\x00":
                return at
            tag = 0x00020000 | data[place + 2] | data[place + 3] << 8
            if data[place + 4 : place + 6] in _SHORT:
                start, length = at + 8, data[place + 6] | data[place + 7] << 8
            else:
                start, length = self._explicit(at, data[place : place + 12], "<")
            if length > _LONGEST_VALUE:
                raise Damage("begins with values too long to be true")
            if tag in self._wanted:
                self._found.values[tag] = self._value(start, length)
            at = start + length

    def through(self, at: int) -> None:
        """Walk the data set up to its pixels."""
        found, wanted, order = self._found, self._wanted, self._found.order
        plain = struct.Struct(order + ("HHI" if found.implicit else "HH2sH")).unpack_from
        implicit, values, previous = found.implicit, found.values, -1
        data, base, size = self._data, self._base, self._source.size
        for _ in range(_MOST_ELEMENTS):
            place = at - base
            if place < 0 or place + 12 > len(data):
                data, base, place = self._source.read(at, _WINDOW), at, 0
                size = self._source.size
                if not any(data):  # the end, which some writers pad with zeros
                    return
                if len(data) < 8:
                    raise Damage("is cut inside its header")
            if implicit:
                group, element, length = plain(data, place)
                start = at + 8
            else:
                group, element, kind, length = plain(data, place)
                start = at + 8
                if kind not in _SHORT:
                    if kind not in _LONG:
                        raise Damage("holds bytes where an element should begin")
                    length = int.from_bytes(
                        data[place + 8 : place + 12], "little" if order == "<" else "big"
                    )
                    start = at + 12
            tag = group << 16 | element
            if tag <= previous and implicit:
                raise Damage("holds its elements out of order")
            previous = tag
            if group == 0x7FE0 and tag in PIXEL_TAGS:
                in_words = not implicit and kind == b"OW"
                found.pixels = PixelElement(tag, start, length, in_words)
                return
            if length == UNDEFINED:
                unknown = not implicit and kind == b"UN"
                end = self.end_of(start, item=False, implicit=implicit or unknown)
                if tag in self._sequences:
                    found.sequences[tag] = self._long_value(start, end - 8 - start)
                at = end
                continue
            if start + length > size:
                raise Damage(f"has an element of {length:,} bytes with {size - start:,} bytes left")
            if tag in wanted:
                place = start - base
                inside = place + length <= len(data)
                value = data[place : place + length] if inside else self._value(start, length)
                if values.setdefault(tag, value) != value:
                    raise Damage("says two things at once")
            elif tag in self._sequences:
                found.sequences[tag] = self._long_value(start, length)
            at = start + length
        raise Damage("has more elements than any picture")

    def end_of(self, at: int, *, item: bool, implicit: bool) -> int:
        """Where a sequence or item of undefined length ends; depth is counted, not recursed."""
        order = self._found.order
        short = struct.Struct(order + "HHI").unpack_from
        open_levels = [(item, implicit)]  # (is an item, is implicit)
        for _ in range(_MOST_ELEMENTS):
            head = self._peek(at, 12)
            if len(head) < 8:
                raise Damage("is cut inside a sequence")
            group, element, length = short(head)
            tag, (in_item, plain) = group << 16 | element, open_levels[-1]
            start = at + 8
            if tag in (_ITEM_END, _SEQUENCE_END):
                if in_item != (tag == _ITEM_END):
                    raise Damage("closes a sequence that is not open")
                open_levels.pop()
                if not open_levels:
                    return start
                at = start
                continue
            if in_item == (tag == _ITEM):
                raise Damage("has a sequence of something else than items")
            inner = plain
            if in_item and not plain:
                start, length = self._explicit(at, head, order)
                inner = head[4:6] == b"UN"
            if length == UNDEFINED:
                open_levels.append((tag == _ITEM, inner))
                if len(open_levels) > 2 * DEEPEST:
                    raise Damage("has sequences nested too deep")
                at = start
            else:
                at = start + length
                if at > self._source.size:
                    raise Damage("is cut inside a sequence")
        raise Damage("has more elements than any picture")

    def _explicit(self, at: int, head: bytes, order: str) -> tuple[int, int]:
        kind = head[4:6]
        if kind in _SHORT:
            return at + 8, struct.unpack_from(order + "H", head, 6)[0]
        if kind not in _LONG or len(head) < 12:
            raise Damage("holds bytes where an element should begin")
        return at + 12, struct.unpack_from(order + "I", head, 8)[0]

    def _peek(self, at: int, count: int) -> bytes:
        place = at - self._base
        if place < 0 or place + count > len(self._data):
            self._data, self._base = self._source.read(at, _WINDOW), at
            place = 0
        return self._data[place : place + count]

    def _value(self, start: int, length: int) -> bytes:
        if length > _LONGEST_VALUE:
            return b""
        value = self._source.read(start, length)
        if len(value) < length:
            raise Damage("is cut inside its header")
        return value

    def _long_value(self, start: int, length: int) -> bytes:
        if length > _LONGEST_SEQUENCE:
            raise Damage("has a sequence too long to be true")
        value = self._source.read(start, length)
        if len(value) < length:
            raise Damage("is cut inside a sequence")
        return value


def items_of(
    data: bytes, parent: Elements, wanted: Collection[int], sequences: Collection[int] = ()
) -> list[Elements]:
    """The items of a sequence that ``walk`` or this function took.

    Args:
        data: Bytes of the items.
        parent: How they are written.
        wanted: Tags of values.
        sequences: Tags of sequences inside.

    Raises:
        Damage: If they do not follow the standard.
    """
    source = InBytes(data)
    short = struct.Struct(parent.order + "HHI").unpack_from
    items: list[Elements] = []
    at = 0
    while at + 8 <= source.size:
        group, element, length = short(data, at)
        tag, start = group << 16 | element, at + 8
        if tag == _SEQUENCE_END:
            break
        if tag != _ITEM:
            raise Damage("has a sequence of something else than items")
        item = Elements(syntax=parent.syntax, implicit=parent.implicit, order=parent.order)
        if length == UNDEFINED:
            at = _Walk(source, item, (), b"").end_of(start, item=True, implicit=item.implicit)
            inner = data[start : at - 8]
        else:
            at = start + length
            if at > source.size:
                raise Damage("is cut inside a sequence")
            inner = data[start:at]
        _Walk(InBytes(inner), item, wanted, inner, sequences).through(0)
        items.append(item)
    return items
