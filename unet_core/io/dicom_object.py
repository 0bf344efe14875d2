"""A DICOM object without pictures to decode (SEG, RTSTRUCT), read whole by a bounded tag walk.

Every length is held against what holds it, so that a cut file is refused where a library reads on
as if nothing were missing; nesting and the number of elements are limited. Encodings: DICOM PS3.5,
sections 7.1 (elements), 7.5 (sequences), A.4 (packed pixels) and A.5 (deflate).
"""

import hashlib
import re
import struct
import warnings
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom.charset import convert_encodings, decode_bytes

from unet_core.errors import InputError
from unet_core.io.headers import display_name, open_regular

LARGEST_OBJECT_BYTES = 1 << 29
MOST_ELEMENTS = 3_000_000
DEEPEST_NESTING = 16
LONGEST_NAME = 60
IMPLICIT = "1.2.840.10008.1.2"
EXPLICIT = "1.2.840.10008.1.2.1"
PIXEL_DATA = 0x7FE00010
_DEFLATED = "1.2.840.10008.1.2.1.99"
_BIG_ENDIAN = "1.2.840.10008.1.2.2"
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_UNDEFINED = 0xFFFFFFFF
_LONG = frozenset((b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR"))
_LONG_TOO = frozenset((b"UT", b"UV"))
_META_START = 132
_SYNTAX, _MEDIA_CLASS = 0x00020010, 0x00020002
_CHARACTER_SET = 0x00080005
_SEQUENCES = frozenset(
    (
        0x00081115,  # Referenced Series
        0x0008114A,  # Referenced Instance
        0x00082112,  # Source Image
        0x00089124,  # Derivation Image
        0x00209111,  # Frame Content
        0x00209113,  # Plane Position
        0x00209116,  # Plane Orientation
        0x00289110,  # Pixel Measures
        0x00620002,  # Segment
        0x00620003,  # Segmented Property Category Code
        0x0062000A,  # Segment Identification
        0x0062000F,  # Segmented Property Type Code
        0x30060010,  # Referenced Frame of Reference
        0x30060012,  # RT Referenced Study
        0x30060014,  # RT Referenced Series
        0x30060016,  # Contour Image
        0x30060020,  # Structure Set ROI
        0x30060039,  # ROI Contour
        0x30060040,  # Contour
        0x30060080,  # RT ROI Observations
        0x52009229,  # Shared Functional Groups
        0x52009230,  # Per-Frame Functional Groups
    )
)
"""Sequences looked into where the encoding does not mark them (implicit VR, defined length)."""
_DECIMALS = re.compile(rb"[0-9+\-.eE\\ \0]*")


@dataclass
class Node:
    """One data set: the object itself or an item of a sequence.

    Attributes:
        name: Of the file, for sentences.
        fields: By tag; items of a sequence, or the bytes of a value.
        encodings: Python codecs of its texts.
    """

    name: str
    fields: dict[int, "memoryview | list[Node]"] = field(default_factory=dict)
    encodings: list[str] = field(default_factory=lambda: ["latin-1"])

    def items(self, tag: int) -> "list[Node]":
        """Items of a sequence; none where it is missing."""
        value = self.fields.get(tag)
        return value if isinstance(value, list) else []

    def first(self, tag: int) -> "Node | None":
        """The first item of a sequence."""
        items = self.items(tag)
        return items[0] if items else None

    def data(self, tag: int) -> bytes:
        """A value as it stands in the file; empty where it is missing."""
        value = self.fields.get(tag)
        return b"" if value is None or isinstance(value, list) else bytes(value)

    def text(self, tag: int) -> str:
        """A UID, code or number in words."""
        return self.data(tag).decode("latin-1").strip(" \0\n\r\t")

    def words(self, tag: int, longest: int = LONGEST_NAME) -> str:
        """A text a person wrote, fit to be shown on one line."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                text = decode_bytes(self.data(tag), self.encodings, set())
            except (LookupError, UnicodeError, ValueError):
                text = self.text(tag)
        return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:longest]

    def decimals(self, tag: int, what: str, count: int | None = None) -> NDArray[np.float64]:
        """The finite numbers of a decimal string.

        Raises:
            InputError: If they are missing or no numbers, such as with a decimal comma.
        """
        text = self.data(tag).strip(b" \0")
        try:
            if not _DECIMALS.fullmatch(text):
                raise ValueError
            numbers = np.array(text.split(b"\\")).astype(np.float64)
        except ValueError:
            numbers = np.empty(0)
        if not numbers.size or (count or len(numbers)) != len(numbers):
            shown = text[:40].decode("latin-1").replace("\\", " \\ ")
            fault = f'has "{shown}" as its {what}' if text else f"has no {what}"
            raise InputError(self.name, fault, "export it again")
        if not bool((np.abs(numbers) < 1e9).all()):
            raise InputError(self.name, f"has an impossible {what}", "export it again")
        return numbers

    def integer(self, tag: int) -> int:
        """The whole number of an integer string; 0 where there is none."""
        text = self.text(tag)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0

    def unsigned(self, tag: int) -> tuple[int, ...]:
        """16-bit numbers (US); empty where there are none."""
        data = self.data(tag)
        return struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])


@dataclass(frozen=True)
class DicomObject:
    """A DICOM file read whole.

    Attributes:
        root: Its attributes.
        syntax: Transfer syntax of its pixels; EXPLICIT also where it was deflated.
        class_uid: What kind of object it says it is.
        fragments: Its packed pixels, table of offsets first; empty where they are not packed.
        sha256: Of the file, hex.
    """

    root: Node
    syntax: str
    class_uid: str
    fragments: tuple[memoryview, ...]
    sha256: str


def read_object(path: Path) -> DicomObject:
    """All of a DICOM file.

    Raises:
        InputError: If it is none, too large, cut, damaged or nested too deep.
    """
    name = display_name(path)
    with open_regular(path) as file:
        data = file.read(LARGEST_OBJECT_BYTES + 1)
    if data[128:132] != b"DICM":
        raise InputError(name, "is no DICOM file", "choose another file")
    if len(data) > LARGEST_OBJECT_BYTES:
        raise _too_large(name)
    meta, start = _meta(name, data)
    syntax = meta.text(_SYNTAX)
    body = memoryview(data)[start:]
    if syntax == _DEFLATED:
        body, syntax = memoryview(_inflated(name, body)), EXPLICIT
    if syntax == _BIG_ENDIAN:
        raise InputError(name, "stores numbers in big-endian order", "export it as little-endian")
    walk = _Walk(name, body, implicit=syntax == IMPLICIT)
    root = walk.all()
    sha256 = hashlib.sha256(data).hexdigest()
    class_uid = root.text(0x00080016) or meta.text(_MEDIA_CLASS)
    return DicomObject(root, syntax, class_uid, tuple(walk.fragments), sha256)


def _too_large(name: str) -> InputError:
    most = LARGEST_OBJECT_BYTES >> 20
    return InputError(name, f"is larger than {most} MB", "export fewer labels at a time")


def _meta(name: str, data: bytes) -> tuple[Node, int]:
    """The file meta information (always explicit, little-endian) and where it ends."""
    walk = _Walk(name, memoryview(data), implicit=False)
    meta, position = Node(name), _META_START
    while data[position : position + 2] == b"\x02\x00":
        position = walk.element(meta, position, len(data), 0)
    return meta, position


def _inflated(name: str, packed: memoryview) -> bytes:
    inflater = zlib.decompressobj(-15)
    try:
        data = inflater.decompress(packed, LARGEST_OBJECT_BYTES)
    except zlib.error:
        raise _damaged(name) from None
    if inflater.unconsumed_tail:
        raise _too_large(name)
    if not inflater.eof:
        raise _cut(name)
    return data


def _cut(name: str) -> InputError:
    return InputError(name, "is cut short", "copy it again from its source")


def _damaged(name: str) -> InputError:
    return InputError(name, "is damaged", "copy it again from its source")


class _Walk:
    """From bytes to data sets."""

    def __init__(self, name: str, data: memoryview, *, implicit: bool) -> None:
        self.fragments: list[memoryview] = []
        self._name, self._data, self._implicit = name, data, implicit
        self._left = MOST_ELEMENTS
        self._encodings = ["latin-1"]

    def all(self) -> Node:
        """The whole data set."""
        root = Node(self._name, encodings=self._encodings)
        position, end = 0, len(self._data)
        while position < end:
            if not any(self._data[position : position + 8]) and not any(self._data[position:]):
                break  # some writers fill up the last block
            position = self.element(root, position, end, 0)
        return root

    def element(self, node: Node, position: int, end: int, depth: int) -> int:
        """Read one element into ``node``; where the next begins."""
        self._left -= 1
        if self._left < 0:
            fault = f"holds more than {MOST_ELEMENTS:,} data elements"
            raise InputError(self._name, fault, "export fewer labels at a time")
        tag, kind, length, start = self._head(position, end)
        if kind == b"SQ" or (length == _UNDEFINED and tag != PIXEL_DATA):
            node.fields[tag], position = self._items(start, length, end, depth + 1, kind)
            return position
        if length == _UNDEFINED:
            return self._packed(start, end)
        if start + length > end:
            raise _cut(self._name)
        node.fields[tag] = value = self._data[start : start + length]
        if tag == _CHARACTER_SET and depth == 0:
            self._encodings[:] = _codecs(bytes(value))
        return start + length

    def _head(self, position: int, end: int) -> tuple[int, bytes, int, int]:
        """Tag, kind, length and start of a value."""
        if position + 8 > end:
            raise _cut(self._name)
        group, element, length = struct.unpack_from("<HHI", self._data, position)
        tag = group << 16 | element
        if self._implicit or group == 0xFFFE:
            return tag, b"SQ" if tag in _SEQUENCES else b"", length, position + 8
        kind = bytes(self._data[position + 4 : position + 6])
        if not (kind.isalpha() and kind.isupper()):
            raise _damaged(self._name)
        if kind in _LONG or kind in _LONG_TOO:
            if position + 12 > end:
                raise _cut(self._name)
            (length,) = struct.unpack_from("<I", self._data, position + 8)
            return tag, kind, length, position + 12
        (length,) = struct.unpack_from("<H", self._data, position + 6)
        return tag, kind, length, position + 8

    def _items(
        self, position: int, length: int, end: int, depth: int, kind: bytes
    ) -> tuple[list[Node], int]:
        """The items of a sequence, and where the next element begins."""
        if depth > DEEPEST_NESTING:
            fault = f"nests data more than {DEEPEST_NESTING} deep"
            raise InputError(self._name, fault, "export it again")
        if length != _UNDEFINED:
            if position + length > end:
                raise _cut(self._name)
            end = position + length
        outside, self._implicit = self._implicit, self._implicit or kind == b"UN"
        items: list[Node] = []
        try:
            while length == _UNDEFINED or position < end:
                tag, _, size, position = self._head(position, end)
                if tag == _SEQUENCE_END and length == _UNDEFINED:
                    break
                if tag != _ITEM:
                    raise _damaged(self._name)
                item = Node(self._name, encodings=self._encodings)
                position = self._item(item, position, size, end, depth)
                items.append(item)
        finally:
            self._implicit = outside
        return items, position

    def _item(self, item: Node, position: int, size: int, end: int, depth: int) -> int:
        if size == _UNDEFINED:
            while True:
                if bytes(self._data[position : position + 4]) == b"\xfe\xff\x0d\xe0":
                    return position + 8
                position = self.element(item, position, end, depth)
        if position + size > end:
            raise _cut(self._name)
        end = position + size
        while position < end:
            position = self.element(item, position, end, depth)
        return position

    def _packed(self, position: int, end: int) -> int:
        while True:
            tag, _, size, position = self._head(position, end)
            if tag == _SEQUENCE_END:
                return position
            if tag != _ITEM or position + size > end:
                raise _cut(self._name)
            self.fragments.append(self._data[position : position + size])
            position += size


def _codecs(value: bytes) -> list[str]:
    """Python codecs of a Specific Character Set; Latin-1 where it is unknown."""
    names = [part.strip() for part in value.decode("latin-1").strip(" \0").split("\\")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return list(convert_encodings(names))
        except (LookupError, ValueError):
            return ["latin-1"]
