"""What a report says, whatever it is written as: sections of paragraphs, tables and figures.

HTML and PDF are made from the same values, so that no sentence exists twice.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, TypeVar

from unet_core.drawing import Drawing, Words

Tone = Literal["plain", "note", "warning", "good"]


@dataclass(frozen=True)
class Paragraph:
    """Sentences; a "note" is smaller, a "warning" stands out, "good" is what went well."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Terms, each with what is true of it."""

    caption: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """Rows under headings; the first column heads its row.

    Attributes:
        caption: What the table shows, as a sentence.
        columns: Headings.
        rows: Cells, as many as headings.
        numbers: Which columns hold numbers, which are set to the right.
        widths: Shares of the page's width; empty for equal ones.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A drawing with its caption; ``alt`` says what is seen to those who do not see it."""

    caption: str
    alt: str
    drawing: Drawing


@dataclass(frozen=True)
class SvgFigure:
    """A drawing that somebody else made as SVG, for light and for dark paper."""

    caption: str
    alt: str
    light: str
    dark: str
    width: float
    height: float


@dataclass(frozen=True)
class Picture:
    """A slice of a scan as a PNG file in memory, ``width`` x ``height`` pixels."""

    caption: str
    alt: str
    png: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Gallery:
    """Pictures side by side, as many in a row as fit."""

    caption: str
    pictures: tuple[Picture, ...]


Block: TypeAlias = Paragraph | Bullets | Facts | Table | Figure | SvgFigure | Gallery


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it."""

    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple["Section", ...] = field(default=())


@dataclass(frozen=True)
class Report:
    """All of it.

    Attributes:
        title: Its name.
        subtitle: Of what, when.
        sections: In order.
        made: When and by what program, for the foot of every page.
    """

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    made: str


AnyT = TypeVar("AnyT")


def with_texts(value: AnyT, change: Callable[[str], str]) -> AnyT:
    """A copy in which every text went through ``change``, those inside drawings too.

    >>> with_texts(Paragraph("a"), str.upper).text
    'A'
    """
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(with_texts(item, change) for item in value)  # type: ignore[return-value]
    if isinstance(value, Drawing):
        shapes = tuple(_with_words(shape, change) for shape in value.shapes)
        return dataclasses.replace(value, shapes=shapes)
    if isinstance(value, Paragraph):  # its tone is no text
        return dataclasses.replace(value, text=change(value.text))
    if isinstance(value, SvgFigure):  # its drawings hold no text from outside
        caption, alt = change(value.caption), change(value.alt)
        return dataclasses.replace(value, caption=caption, alt=alt)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            f.name: with_texts(getattr(value, f.name), change) for f in dataclasses.fields(value)
        }
        return dataclasses.replace(value, **changed)
    return value


def _with_words(shape: AnyT, change: Callable[[str], str]) -> AnyT:
    if isinstance(shape, Words):
        return dataclasses.replace(shape, text=change(shape.text))
    title = getattr(shape, "title", "")
    return dataclasses.replace(shape, title=change(title)) if title else shape  # type: ignore[type-var]
