"""Where each part of a drawn U lies: numbers alone, no colours and no words."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from unet_core.network_shape import StageFacts, UNetFacts

TALLEST, LOWEST = 84.0, 30.0
"""Heights of the largest and of the smallest picture."""
ROW_GAP = 40.0
LEAST_GAP, LARGEST_GAP = 4.0, 26.0
SHORTEST_SKIP = 46.0
PICTURE_STEP = 4.0
MOST_PICTURES = 5
"""More than this are drawn as this many."""

Spot = tuple[float, float]
Line = tuple[Spot, Spot]


class Box(NamedTuple):
    """A rectangle in the drawing's units."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.left + self.width

    @property
    def foot(self) -> float:
        """Its lower side."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Half way across."""
        return self.left + self.width / 2

    @property
    def waist(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


@dataclass(frozen=True)
class Column:
    """A block: a slab for each convolution, in a decoder after what it is given.

    Attributes:
        stage: The block.
        slabs: What its convolutions give.
        across: What came over a skip; None on the way down.
        risen: What came from below.
    """

    stage: StageFacts
    slabs: tuple[Box, ...]
    across: Box | None = None
    risen: Box | None = None

    @property
    def frame(self) -> Box:
        """All of it."""
        left = (self.across or self.slabs[0]).left
        last = self.slabs[-1]
        return Box(left, last.top, last.right - left, last.height)


@dataclass(frozen=True)
class Placed:
    """A U with a place for everything.

    Attributes:
        rows: Top and height of each level, the input's own pixels first.
        columns: Blocks in order.
        pictures: What comes in, the hindmost first.
        mask: What comes out.
        skips: From the encoder across to the decoder.
        falls: From a level down to the next, by pooling.
        strides: The same by a convolution that leaves pixels out.
        rises: Back up.
        straight: To the first block and from the last, on a level.
        lessons: Where deep supervision teaches, in order.
        bottom: Where it all ends.
    """

    rows: tuple[tuple[float, float], ...]
    columns: tuple[Column, ...]
    pictures: tuple[Box, ...]
    mask: Box
    skips: tuple[Line, ...]
    falls: tuple[Line, ...]
    strides: tuple[Line, ...]
    rises: tuple[Line, ...]
    straight: tuple[Line, ...]
    lessons: tuple[Spot, ...]
    bottom: float


def placed(unet: UNetFacts, left: float, right: float, top: float) -> Placed:
    """Lay a U out between two sides, as wide as it may be."""
    narrow = _laid_out(unet, left, top, LEAST_GAP)
    wide = _laid_out(unet, left, top, LARGEST_GAP)
    spread = (wide.mask.right - narrow.mask.right) / (LARGEST_GAP - LEAST_GAP)
    gap = LEAST_GAP + (right - left - (narrow.mask.right - left)) / spread
    fitting = _laid_out(unet, left, top, min(max(gap, LEAST_GAP / 2), LARGEST_GAP))
    spare = (right - left - (fitting.mask.right - left)) / 2
    return _laid_out(unet, left + max(spare, 0.0), top, min(max(gap, 2.0), LARGEST_GAP))


def thickness(channels: int) -> float:
    """Of a slab: every doubling of the channels adds the same."""
    return 7.0 + 3.0 * max(math.log2(max(channels, 1) / 8), 0.0)


def _rows(unet: UNetFacts, top: float) -> list[tuple[float, float]]:
    rows = []
    for level in range(unet.halvings + 1):
        height = TALLEST + (LOWEST - TALLEST) * level / unet.halvings
        rows.append((top, height))
        top += height + ROW_GAP
    return rows


def _laid_out(unet: UNetFacts, left: float, top: float, gap: float) -> Placed:
    rows = _rows(unet, top)
    columns: dict[str, Column] = {}
    pictures = _pictures(unet, left, rows[0])
    x = pictures[0].right + 1.6 * gap + 12
    straight: list[Line] = []
    falls: list[Line] = []
    strides: list[Line] = []
    rises: list[Line] = []
    before: Box | None = None
    stages = unet.of_kind("stem", "encoder", "bottleneck")
    for stage in stages:
        width = thickness(stage.channels)
        if before is None and stage.level == 0:
            waist = rows[0][0] + rows[0][1] / 2
            straight.append(((pictures[0].right + 3, waist), (x - 3, waist)))
        elif before is None:
            x = pictures[-1].middle - width / 2
        elif before is not None and _row_of(before, rows) != stage.level:
            x = before.middle - width / 2
        else:
            x = before.right + gap
        slabs = _slabs(stage, x, rows[stage.level], _gap_of(stage, unet, gap))
        above = before or pictures[-1]
        fall = ((slabs[0].middle, above.foot + 3), (slabs[0].middle, slabs[0].top - 4))
        if stage.kind == "stem":
            strides.append(fall)
        elif _row_of(above, rows) != stage.level:
            falls.append(fall)
        columns[stage.name] = Column(stage, slabs)
        before = slabs[-1]
    assert before is not None
    skips: list[Line] = []
    for risen, stage in zip(unet.of_kind("up"), unet.of_kind("decoder"), strict=True):
        row_top, height = rows[stage.level]
        skip = next(s for s in unet.skips if s.target == stage.name)
        own = thickness(risen.channels)
        up = Box(before.middle - own / 2, row_top, own, height)
        across = thickness(skip.channels)
        copied = Box(up.left - across, row_top, across, height)
        rises.append(((before.middle, before.top - 20), (before.middle, up.foot + 3)))
        slabs = _slabs(stage, up.right + gap, rows[stage.level], gap)
        source = columns[skip.source].slabs[-1]
        skips.append(((source.right + 4, source.waist), (copied.left - 3, source.waist)))
        columns[stage.name] = Column(stage, slabs, copied, up)
        before = slabs[-1]
    (head,) = unet.of_kind("head")
    row_top, height = rows[head.level]
    if _row_of(before, rows) == head.level:
        mask = Box(before.right + 1.6 * gap + 12, row_top, 12, height)
        straight.append(((before.right + 3, before.waist), (mask.left - 3, mask.waist)))
    else:
        mask = Box(before.middle - 6, row_top, 12, height)
        rises.append(((before.middle, before.top - 20), (before.middle, mask.foot + 3)))
    last = rows[-1]
    return Placed(
        rows=tuple(rows),
        columns=tuple(columns.values()),
        pictures=pictures,
        mask=mask,
        skips=tuple(skips),
        falls=tuple(falls),
        strides=tuple(strides),
        rises=tuple(rises),
        straight=tuple(straight),
        lessons=tuple(_lesson(columns, stage) for stage in unet.taught_levels),
        bottom=last[0] + last[1],
    )


def _pictures(unet: UNetFacts, left: float, row: tuple[float, float]) -> tuple[Box, ...]:
    """The hindmost first, so that the one in front is drawn over it."""
    top, height = row
    count = min(unet.in_channels, MOST_PICTURES)
    return tuple(
        Box(
            left + PICTURE_STEP * place,
            top - PICTURE_STEP * (place - (count - 1) / 2),
            height * 0.55,
            height,
        )
        for place in reversed(range(count))
    )


def _slabs(stage: StageFacts, x: float, row: tuple[float, float], gap: float) -> tuple[Box, ...]:
    width = thickness(stage.channels)
    count = max(stage.convolutions, 1)
    return tuple(Box(x + n * (width + gap), row[0], width, row[1]) for n in range(count))


def _gap_of(stage: StageFacts, unet: UNetFacts, gap: float) -> float:
    """Between slabs; at the bottom as wide as the lowest skip above it needs."""
    if stage.kind != "bottleneck" or not unet.skips:
        return gap
    lowest = unet.skips[-1]
    above = 1.5 * thickness(lowest.channels) + 0.5 * thickness(lowest.risen) + SHORTEST_SKIP
    return max(gap, above - thickness(stage.channels))


def _row_of(box: Box, rows: list[tuple[float, float]]) -> int:
    return min(range(len(rows)), key=lambda level: abs(rows[level][0] - box.top))


def _lesson(columns: dict[str, Column], stage: StageFacts) -> Spot:
    """Beside the decoder block of the same level."""
    block = next(
        c for c in columns.values() if c.stage.kind == "decoder" and c.stage.level == stage.level
    )
    last = block.slabs[-1]
    return last.right + 14, last.waist
