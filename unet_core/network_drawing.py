"""A network drawn as the U it is: an SVG picture, the same for window, report and file.

Plain text without any drawing library. Only what SVG Tiny 1.2 knows is used, so that Qt draws it
as browsers do.
"""

from dataclasses import dataclass
from html import escape

from unet_core.network_layout import Box, Column, Placed, placed
from unet_core.network_shape import NetworkFacts, StageFacts, UNetFacts
from unet_core.network_words import (
    drawn_words,
    length_words,
    level_words,
    numbers_words,
    stage_title,
    stage_words,
    title_of,
)
from unet_core.plain_words import Say, plain

WIDTH = 1120
TITLE_Y, HEAD_ROOM, FOOT_ROOM, LEGEND_ROOM, BETWEEN = 26, 62, 44, 74, 34
COLUMN = 150
FONT = "Segoe UI, Helvetica, Arial, sans-serif"


@dataclass(frozen=True)
class Paper:
    """Colours of a drawing, ``#rrggbb`` each."""

    paper: str
    ink: str
    muted: str
    line: str
    encoder: str
    bottom: str
    decoder: str
    skip: str
    head: str
    picture: str


LIGHT_PAPER = Paper(
    paper="#ffffff",
    ink="#1b2430",
    muted="#5a6675",
    line="#c9d1da",
    encoder="#3d7cc9",
    bottom="#7a5bb5",
    decoder="#2f8f6b",
    skip="#8a95a3",
    head="#c4622d",
    picture="#dfe5ec",
)
DARK_PAPER = Paper(
    paper="#1c2128",
    ink="#e6ebf2",
    muted="#9aa6b5",
    line="#3a434f",
    encoder="#5b9be6",
    bottom="#a489dd",
    decoder="#4fb98f",
    skip="#8f9bab",
    head="#e58a55",
    picture="#333c48",
)


@dataclass(frozen=True)
class Spot:
    """A part of the drawing that has more to say.

    Attributes:
        name: Of the stage.
        title: What it is.
        text: Its details.
        box: Left, top, width, height in the drawing's units.
    """

    name: str
    title: str
    text: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Drawing:
    """A picture as SVG text and what lies where in it."""

    svg: str
    width: float
    height: float
    spots: tuple[Spot, ...]


def draw_network(facts: NetworkFacts, paper: Paper = LIGHT_PAPER, say: Say = plain) -> Drawing:
    """The drawing of a network.

    Args:
        facts: What to draw.
        paper: Its colours.
        say: Translates its words.
    """
    pen = _Pen(paper, say)
    top = 0.0
    for number, unet in enumerate(facts.unets):
        if number:
            pen.bridge(facts.unets[0], top)
            top += BETWEEN
        top = pen.unet(unet, top)
    top = pen.legend(facts.last, top)
    summary = escape("; ".join(title_of(unet, say) for unet in facts.unets))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top:.0f}" '
        f'width="{WIDTH}" height="{top:.0f}" role="img" font-family="{FONT}">'
        f"<title>{summary}</title>"
        f'<rect x="0" y="0" width="{WIDTH}" height="{top:.0f}" fill="{paper.paper}"/>'
        f"{''.join(pen.parts)}</svg>"
    )
    return Drawing(svg, WIDTH, round(top), tuple(pen.spots))


class _Pen:
    """Writes the picture part by part."""

    def __init__(self, paper: Paper, say: Say) -> None:
        self.paper, self.say = paper, say
        self.parts: list[str] = []
        self.spots: list[Spot] = []

    # --- a network -------------------------------------------------------------------------

    def unet(self, unet: UNetFacts, top: float) -> float:
        """Draw one U from ``top`` on; returns where it ends."""
        paper, say = self.paper, self.say
        self.text(24, top + TITLE_Y, title_of(unet, say), size=16, weight="bold")
        heads = top + TITLE_Y + 24
        words = drawn_words(unet, say)
        self.text(24, heads, words.picture, size=12, colour=paper.muted)
        self.text(WIDTH - 24, heads, words.sees, size=12, colour=paper.muted, anchor="end")
        layout = placed(unet, COLUMN, WIDTH - COLUMN, top + HEAD_ROOM + 16)
        for level, (y, height) in enumerate(layout.rows):
            self._row(unet, level, y + height / 2)
        self._skips(layout)
        self._steps(layout, unet)
        for column in layout.columns:
            self._column(unet, column)
        self._ends(layout, unet)
        bottom = layout.bottom + FOOT_ROOM
        self.text(WIDTH / 2, bottom - 12, numbers_words(unet, say), size=13, anchor="middle")
        return bottom

    def _row(self, unet: UNetFacts, level: int, middle: float) -> None:
        """Words at both ends of a level: the picture's size and what a value there sees."""
        say, muted = self.say, self.paper.muted
        side = unet.side // 2**level
        self.text(24, middle, f"{side} × {side}", size=14, weight="bold")
        pixel = unet.mm(2**level)
        if pixel is not None:
            below = level_words(pixel, say)
            self.text(24, middle + 16, below, size=12, colour=muted)
        stages = [s for s in unet.of_kind("stem", "encoder", "bottleneck") if s.level == level]
        if not stages:
            return
        sight = stages[-1].receptive_px
        self.text(WIDTH - 24, middle, f"{sight} px", size=14, anchor="end")
        millimetres = unet.mm(sight)
        if millimetres is not None:
            below = length_words(millimetres, say)
            self.text(WIDTH - 24, middle + 16, below, size=12, colour=muted, anchor="end")

    def _column(self, unet: UNetFacts, column: Column) -> None:
        stage = column.stage
        colour = self._colour(stage)
        for box in column.slabs:
            self.box(box, colour)
        if column.across is not None:
            self.box(column.across, self.paper.paper, edge=self.paper.skip, dash="4 3")
        if column.risen is not None:
            self.box(column.risen, self.paper.paper, edge=colour)
        last = column.slabs[-1]
        if stage.kind != "stem":  # the block beside it has as many
            self.text(last.middle, last.top - 6, str(stage.channels), size=12, anchor="middle")
        self._spot(unet, stage, column.frame)

    def _colour(self, stage: StageFacts) -> str:
        paper = self.paper
        if stage.kind == "bottleneck":
            return paper.bottom
        return paper.decoder if stage.kind == "decoder" else paper.encoder

    def _spot(self, unet: UNetFacts, stage: StageFacts, box: Box) -> None:
        self.spots.append(
            Spot(
                stage.name,
                stage_title(stage, self.say),
                stage_words(unet, stage, self.say),
                (box.left - 4, box.top - 20, box.width + 8, box.height + 26),
            )
        )

    def _skips(self, layout: Placed) -> None:
        for start, end in layout.skips:
            self.arrow(start, end, self.paper.skip, dash="6 4")

    def _steps(self, layout: Placed, unet: UNetFacts) -> None:
        for start, end in layout.falls:
            self.arrow(start, end, self.paper.encoder)
        for start, end in layout.rises:
            self.arrow(start, end, self.paper.decoder)
        for start, end in (*layout.strides, *layout.straight):
            self.arrow(start, end, self.paper.muted)

    def _ends(self, layout: Placed, unet: UNetFacts) -> None:
        """The pictures that come in, the mask that comes out, and the lessons on the way."""
        paper = self.paper
        for box in layout.pictures:
            self.box(box, paper.picture, edge=paper.muted)
        first = layout.pictures[-1]
        words = drawn_words(unet, self.say)
        y = layout.pictures[0].top - 6
        self.text(first.left, y, words.given, size=12, anchor="start")
        self.box(layout.mask, paper.head)
        self.text(layout.mask.middle, layout.mask.top - 6, words.mask, size=12, anchor="middle")
        (head,) = unet.of_kind("head")
        self._spot(unet, head, layout.mask)
        for stage, (x, y) in zip(unet.taught_levels, layout.lessons, strict=True):
            self.parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="{paper.paper}" '
                f'stroke="{paper.head}" stroke-width="3"/>'
            )
            self._spot(unet, stage, Box(x - 8, y - 8, 16, 16))

    # --- what lies around --------------------------------------------------------------------

    def bridge(self, unet: UNetFacts, top: float) -> None:
        """From the first network of a cascade to the second."""
        words = drawn_words(unet, self.say).bridge
        self.arrow((WIDTH / 2, top + 2), (WIDTH / 2, top + BETWEEN - 2), self.paper.muted)
        self.text(WIDTH / 2 + 14, top + 22, words, size=13, colour=self.paper.muted)

    def legend(self, unet: UNetFacts, top: float) -> float:
        """What shapes and colours stand for."""
        paper, words = self.paper, drawn_words(unet, self.say)
        self.parts.append(
            f'<line x1="24" y1="{top + 6:.1f}" x2="{WIDTH - 24}" y2="{top + 6:.1f}" '
            f'stroke="{paper.line}"/>'
        )
        first, second, third = top + 30, top + 54, top + 78
        self.box(Box(24, first - 12, 12, 16), paper.encoder)
        self.text(44, first + 1, words.step, size=12)
        self.arrow((530, first - 12), (530, first + 4), paper.encoder)
        self.text(544, first + 1, words.down, size=12)
        self.arrow((820, first - 4), (846, first - 4), paper.skip, dash="6 4")
        self.text(856, first + 1, words.across, size=12)
        self.box(Box(24, second - 12, 12, 16), paper.head)
        self.text(44, second + 1, words.head, size=12)
        self.arrow((530, second + 4), (530, second - 12), paper.decoder)
        self.text(544, second + 1, words.up, size=12)
        if unet.taught_levels:
            self.parts.append(
                f'<circle cx="330" cy="{second - 4:.1f}" r="6" fill="{paper.paper}" '
                f'stroke="{paper.head}" stroke-width="3"/>'
            )
            self.text(344, second + 1, words.lesson, size=12)
        if not unet.of_kind("stem"):
            return top + LEGEND_ROOM
        self.arrow((30, third - 12), (30, third + 4), paper.muted)
        self.text(44, third + 1, words.stem, size=12)
        return top + LEGEND_ROOM + 24

    # --- strokes -----------------------------------------------------------------------------

    def box(self, box: Box, fill: str, *, edge: str = "", dash: str = "") -> None:
        """A rectangle."""
        stroke = f' stroke="{edge}" stroke-width="1.5"' if edge else ""
        stroke += f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<rect x="{box.left:.1f}" y="{box.top:.1f}" width="{box.width:.1f}" '
            f'height="{box.height:.1f}" rx="2" fill="{fill}"{stroke}/>'
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: int,
        colour: str = "",
        anchor: str = "start",
        weight: str = "normal",
    ) -> None:
        """A line of text."""
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
            f'text-anchor="{anchor}" fill="{colour or self.paper.ink}">{escape(words)}</text>'
        )

    def arrow(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, dash: str = ""
    ) -> None:
        """A line that ends in a point; upright or level."""
        (x1, y1), (x2, y2) = start, end
        length = max(abs(x2 - x1) + abs(y2 - y1), 1e-6)
        dx, dy = (x2 - x1) / length, (y2 - y1) / length
        stroke = f' stroke-dasharray="{dash}"' if dash else ""
        self.parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2 - 5 * dx:.1f}" y2="{y2 - 5 * dy:.1f}" '
            f'stroke="{colour}" stroke-width="2"{stroke}/>'
        )
        points = " ".join(
            f"{x2 - 8 * dx + s * 4.5 * dy:.1f},{y2 - 8 * dy - s * 4.5 * dx:.1f}" for s in (1, -1)
        )
        self.parts.append(f'<polygon points="{x2:.1f},{y2:.1f} {points}" fill="{colour}"/>')
