"""A report as PDF: pages of A4 with running heads, page numbers and a table of bookmarks.

Laid out by ReportLab's Platypus, which breaks tables across pages and repeats their headings. The
fonts are embedded (Bitstream Vera, which ReportLab brings along).
"""

import io
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    Image,
    KeepTogether,
    ListFlowable,
    ListItem,
    LongTable,
    PageTemplate,
    Spacer,
    TableStyle,
)
from reportlab.platypus import Paragraph as Text

from unet_core.drawing import Drawing, colour_of
from unet_core.report import content
from unet_core.report.pdf_drawing import Sheet
from unet_core.report.svg_shapes import drawing_of

FONT, BOLD = "ReportSans", "ReportSans-Bold"
_MARGIN, _HEAD = 18 * mm, 24 * mm
WIDTH = A4[0] - 2 * _MARGIN
_INK, _MUTED = (colors.HexColor(colour_of(role)) for role in ("ink", "muted"))
_RULE, _BAND = (colors.HexColor(colour_of(role)) for role in ("grid", "band"))
_TONES = {"warning": ("#fdf0e7", "#c2500a"), "good": ("#e9f6f1", "#0a7d5a")}
_IN_A_ROW = 3
_PAD = 3.2
_LEAST_COLUMN = 34.0
_WHOLE = 12
"""Rows of a table that is not broken across pages."""


def pdf_of(report: content.Report) -> bytes:
    """The whole file."""
    _register_fonts()
    out = io.BytesIO()
    document = _Document(
        out,
        pagesize=A4,
        title=report.title,
        author="Slicewise",
        subject=report.subtitle,
        creator="Slicewise",
        lang="en",
    )
    frame = Frame(_MARGIN, _MARGIN, WIDTH, A4[1] - _MARGIN - _HEAD, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("page", [frame])])
    document.build(list(_story(report)), canvasmaker=_canvas_for(report))
    return out.getvalue()


@cache
def _register_fonts() -> None:
    folder = Path(reportlab.__file__).parent / "fonts"
    pdfmetrics.registerFont(TTFont(FONT, str(folder / "Vera.ttf")))
    pdfmetrics.registerFont(TTFont(BOLD, str(folder / "VeraBd.ttf")))
    pdfmetrics.registerFontFamily(FONT, FONT, BOLD, FONT, BOLD)


# --- pages -----------------------------------------------------------------------------------


class _Document(BaseDocTemplate):  # type: ignore[misc]  # ReportLab has no types
    """Notes a bookmark at every heading."""

    def afterFlowable(self, flowable: Flowable) -> None:
        """A heading was set: readers can jump to it."""
        level = getattr(flowable, "outline_level", None)
        if level is not None:
            key = f"heading-{self.seq.nextf('heading')}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.outline_title, key, level, closed=level > 0)


def _canvas_for(report: content.Report) -> type[Canvas]:
    class NumberedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
        """Pages know how many there are only at the end: they wait for it."""

        def __init__(self, *args: Any, **more: Any) -> None:
            super().__init__(*args, **more)
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:
            """Keep the page until all are there."""
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            """Set head and foot of every page."""
            for number, page in enumerate(self._pages, start=1):
                self.__dict__.update(page)
                _frame_page(self, report, number, len(self._pages))
                super().showPage()
            super().save()

    return NumberedCanvas


def _frame_page(canvas: Canvas, report: content.Report, number: int, pages: int) -> None:
    canvas.setFont(FONT, 7.5)
    canvas.setFillColor(_MUTED)
    bottom = _MARGIN - 22
    canvas.drawString(_MARGIN, bottom, report.made)
    canvas.drawRightString(A4[0] - _MARGIN, bottom, f"Page {number} of {pages}")
    if number > 1:
        top = A4[1] - 15 * mm
        canvas.drawString(_MARGIN, top, report.title)
        canvas.drawRightString(A4[0] - _MARGIN, top, report.subtitle)
        canvas.setStrokeColor(_RULE)
        canvas.line(_MARGIN, top - 5, A4[0] - _MARGIN, top - 5)


# --- what stands on them -----------------------------------------------------------------------


def _style(name: str, size: float, **more: Any) -> ParagraphStyle:
    usual = {
        "fontName": FONT,
        "fontSize": size,
        "leading": size * 1.38,
        "textColor": _INK,
        "spaceAfter": 4,
        "splitLongWords": True,
    }
    return ParagraphStyle(name, **{**usual, **more})


_STYLES = {
    "title": _style("title", 19, fontName=BOLD, leading=24, spaceAfter=2),
    "subtitle": _style("subtitle", 10, textColor=_MUTED, spaceAfter=10),
    "h1": _style("h1", 14, fontName=BOLD, spaceBefore=16, spaceAfter=6, keepWithNext=True),
    "h2": _style("h2", 10.5, fontName=BOLD, spaceBefore=10, spaceAfter=4, keepWithNext=True),
    "plain": _style("plain", 9),
    "note": _style("note", 8.2, textColor=_MUTED),
    "caption": _style("caption", 8.2, textColor=_MUTED, spaceBefore=6, keepWithNext=True),
    "caption of more": _style("caption of more", 8.2, textColor=_MUTED, spaceBefore=6),
    "below": _style("below", 8.2, textColor=_MUTED, spaceBefore=2, spaceAfter=8),
    "cell": _style("cell", 7.8, spaceAfter=0),
    "number": _style("number", 7.8, spaceAfter=0, alignment=TA_RIGHT),
    "term": _style("term", 7.8, fontName=BOLD, spaceAfter=0),
    "heading": _style("heading", 7.6, fontName=BOLD, spaceAfter=0),
    "heading number": _style(
        "heading number", 7.6, fontName=BOLD, spaceAfter=0, alignment=TA_RIGHT
    ),
}
for _tone, (_back, _edge) in _TONES.items():
    _STYLES[_tone] = _style(
        _tone,
        9,
        backColor=colors.HexColor(_back),
        borderColor=colors.HexColor(_edge),
        borderWidth=0.6,
        borderPadding=5,
        leftIndent=6,
        rightIndent=6,
        spaceBefore=8,
        spaceAfter=10,
    )


def _story(report: content.Report) -> Iterator[Flowable]:
    yield Text(marked(report.title), _STYLES["title"])
    yield Text(marked(report.subtitle), _STYLES["subtitle"])
    for section in report.sections:
        yield CondPageBreak(45 * mm)
        yield from _headed(_heading(section.title, 0), section.blocks)
        for part in section.parts:
            yield CondPageBreak(30 * mm)
            yield from _headed(_heading(part.title, 1), part.blocks)


def _heading(title: str, level: int) -> Flowable:
    heading = Text(marked(title), _STYLES["h2" if level else "h1"])
    heading.outline_level, heading.outline_title = level, title
    return heading


def _headed(heading: Flowable, blocks: Sequence[content.Block]) -> Iterator[Flowable]:
    """A heading on the page of what it heads; Platypus parts them where that is kept together."""
    first, *rest = list(_blocks(blocks)) or [Spacer(1, 1)]
    has_words_first = len(blocks) > 1 and isinstance(blocks[0], content.Paragraph)
    if isinstance(first, _Whole):
        yield _Whole([heading, *first.inside])
    elif has_words_first and isinstance(blocks[1], content.Gallery):
        pictures, *rest = rest
        yield _Whole([heading, first, *pictures.inside])
    else:
        yield heading
        yield first
    yield from rest


class _Whole(KeepTogether):  # type: ignore[misc]  # ReportLab has no types
    """Flowables on one page.

    Attributes:
        inside: They.
    """

    def __init__(self, inside: list[Flowable]) -> None:
        super().__init__(inside)
        self.inside = inside


def _blocks(blocks: Sequence[content.Block]) -> Iterator[Flowable]:
    for block in blocks:
        yield from _block(block)


def _block(block: content.Block) -> Iterator[Flowable]:
    match block:
        case content.Paragraph():
            lead = "<b>Please note:</b> " if block.tone == "warning" else ""
            yield Text(lead + marked(block.text), _STYLES[block.tone])
        case content.Bullets():
            yield _list(block)
        case content.Facts():
            rows = [
                [Text(marked(term), _STYLES["term"]), Text(marked(text), _STYLES["cell"])]
                for term, text in block.rows
            ]
            yield from _captioned(block.caption, rows, [0.3 * WIDTH, 0.7 * WIDTH], head=False)
        case content.Table():
            yield from _table(block)
        case content.Figure():
            yield _figure(block.drawing, block.caption)
        case content.SvgFigure():
            yield _figure(drawing_of(block.light), block.caption)
        case content.Gallery():
            yield from _gallery(block)


def _list(block: content.Bullets) -> Flowable:
    items = [ListItem(Text(marked(item), _STYLES["plain"])) for item in block.items]
    return ListFlowable(
        items, bulletType="bullet", start="•", bulletFontName=FONT, bulletFontSize=8, leftIndent=12
    )


def marked(text: str) -> str:
    """Text that shows as it is: what would be a tag to ReportLab is none.

    >>> marked("a < b & c")
    'a &lt; b &amp; c'
    """
    return escape(text, quote=False)


# --- tables ----------------------------------------------------------------------------------


def _table(block: content.Table) -> Iterator[Flowable]:
    heads = [
        Text(marked(title), _STYLES["heading number" if place in block.numbers else "heading"])
        for place, title in enumerate(block.columns)
    ]
    rows = [heads]
    for row in block.rows:
        rows.append(
            [
                Text(marked(cell), _STYLES["number" if place in block.numbers else "cell"])
                for place, cell in enumerate(row)
            ]
        )
    widths = [share * WIDTH for share in block.widths] or _fitting(block)
    yield from _captioned(block.caption, rows, widths, head=True)


def _fitting(block: content.Table) -> list[float]:
    """Columns as wide as their longest words ask for, all of them together as wide as the page."""
    wanted = []
    for place, title in enumerate(block.columns):
        cells = [row[place] for row in block.rows]
        words = [word for cell in (title, *cells) for word in cell.split(" ")]
        longest = max((pdfmetrics.stringWidth(w, BOLD, 7.8) for w in words), default=0.0)
        whole = max((pdfmetrics.stringWidth(c, FONT, 7.8) for c in cells), default=0.0)
        wanted.append(max(longest, min(whole, 3 * longest), _LEAST_COLUMN) + 2 * _PAD + 2)
    scale = WIDTH / sum(wanted)
    return [width * scale for width in wanted]


def _captioned(
    caption: str, rows: list[list[Any]], widths: list[float], *, head: bool
) -> Iterator[Flowable]:
    commands: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _RULE),
        ("TOPPADDING", (0, 0), (-1, -1), _PAD),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _PAD),
        ("LEFTPADDING", (0, 0), (-1, -1), _PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PAD),
    ]
    if head:
        commands += [
            ("BACKGROUND", (0, 0), (-1, 0), _BAND),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, _MUTED),
        ]
    table = LongTable(rows, widths, repeatRows=1 if head else 0, style=TableStyle(commands))
    if len(rows) <= _WHOLE:
        yield _Whole([Text(marked(caption), _STYLES["caption"]), table])
    else:
        yield CondPageBreak(40 * mm)
        yield Text(marked(caption), _STYLES["caption of more"])
        yield table
    yield Spacer(1, 8)


# --- figures ---------------------------------------------------------------------------------


def _figure(drawing: Drawing, caption: str) -> Flowable:
    sheet = Sheet(drawing, WIDTH, A4[1] - _MARGIN - _HEAD - 30 * mm, FONT, BOLD)
    return _Whole([Spacer(1, 4), sheet, Text(marked(caption), _STYLES["below"])])


def _gallery(block: content.Gallery) -> Iterator[Flowable]:
    title = Text(marked(block.caption), _STYLES["caption"])
    side = (WIDTH - 2 * _PAD * _IN_A_ROW) / _IN_A_ROW
    cells = [
        [_picture(one, side), Text(marked(one.caption), _STYLES["below"])] for one in block.pictures
    ]
    rows = [cells[start : start + _IN_A_ROW] for start in range(0, len(cells), _IN_A_ROW)]
    for number, row in enumerate(rows):
        filled: list[Any] = [*row, *[""] * (_IN_A_ROW - len(row))]
        table = LongTable(
            [filled],
            [WIDTH / _IN_A_ROW] * _IN_A_ROW,
            style=TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("LEFTPADDING", (0, 0), (-1, -1), 0),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 2 * _PAD),
                    ("TOPPADDING", (0, 0), (-1, -1), 2),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
                ]
            ),
        )
        yield _Whole([title, table]) if number == 0 else _Whole([table])


def _picture(one: content.Picture, side: float) -> Flowable:
    scale = side / max(one.width, one.height)
    return Image(io.BytesIO(one.png), one.width * scale, one.height * scale)
