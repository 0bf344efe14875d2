"""Curves of a run and the Dice of every slice of a case, as line drawings."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unet_core.drawing import SERIES, Anchor, Box, Dot, Drawing, Path, Shape, Words, line

WIDTH = 520.0
"""Points: as wide as a page of A4 between its margins."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 10.0, 26.0, 32.0
_OVERLAP = 0.3
"""Points by which a bar reaches into the next, so that no seam is seen between them."""
_MOST_POINTS = 400
"""Of a curve: more than a page can show apart."""
_TEXT = 8.5
_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 3), (1.5, 2.5), (8, 3, 2, 3))
"""Curves are told apart by these too, for who prints in grey or sees colours otherwise."""

NOT_COUNTED = "grid"
_SCALE = ("#a50026", "#d73027", "#f46d43", "#fdae61", "#fee090",
          "#c6e2ef", "#abd9e9", "#74add1", "#4575b4", "#313695")  # fmt: skip
"""From bad to good: ColorBrewer's RdYlBu, which the colour-blind tell apart (Harrower 2003,
doi:10.1179/000870403235002042)."""


@dataclass(frozen=True)
class Curve:
    """One line of a chart; NaN leaves a gap."""

    name: str
    values: Sequence[float]


@dataclass(frozen=True)
class _Frame:
    """Where a value lies on the sheet."""

    epochs: int
    low: float
    high: float
    height: float

    def x(self, epoch: float) -> float:
        share = (epoch - 1) / max(self.epochs - 1, 1)
        return _LEFT + share * (WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.height - _BOTTOM - share * (self.height - _TOP - _BOTTOM)


def curves(
    lines: Sequence[Curve],
    *,
    title: str,
    limits: tuple[float, float] | None = None,
    marked: int = 0,
    height: float = 190.0,
) -> Drawing:
    """Curves over the epochs 1, 2, ... with a legend above.

    Args:
        lines: The curves, of one length.
        title: What the upright axis counts.
        limits: Of that axis; from the values if not given.
        marked: The epoch whose weights were kept; 0 for none.
        height: Of the drawing, points.
    """
    epochs = max((len(curve.values) for curve in lines), default=1)
    low, high = limits or _limits(lines)
    frame = _Frame(epochs, low, high, height)
    shapes: list[Shape] = [*_axes(frame, title)]
    if marked:
        x = frame.x(marked)
        shapes.append(line((x, _TOP), (x, height - _BOTTOM), stroke="muted", dash=(2, 2)))
        side: Anchor = "end" if x > WIDTH / 2 else "start"
        place = x - 4 if side == "end" else x + 4
        shapes.append(Words(place, _TOP + 8, f"kept: epoch {marked}", 7.5, side, "muted"))
    for number, curve in enumerate(lines):
        shapes += _curve(frame, curve, number)
    return Drawing(WIDTH, height, (*shapes, *_legend(lines)))


def _limits(lines: Sequence[Curve]) -> tuple[float, float]:
    known = [v for curve in lines for v in curve.values if math.isfinite(v)]
    low, high = min([0.0, *known]), max(known, default=1.0)
    return (low, high * 1.04) if high > low else (low, low + 1.0)


def _axes(frame: _Frame, title: str) -> list[Shape]:
    bottom = frame.height - _BOTTOM
    shapes: list[Shape] = []
    for value in ticks(frame.low, frame.high):
        y = frame.y(value)
        shapes.append(line((_LEFT, y), (WIDTH - _RIGHT, y), stroke="grid", width=0.7))
        shapes.append(Words(_LEFT - 5, y + 3, f"{value:g}", _TEXT, "end", "muted"))
    for value in ticks(1, frame.epochs, whole=True):
        shapes.append(Words(frame.x(value), bottom + 12, f"{value:g}", _TEXT, "middle", "muted"))
    shapes.append(line((_LEFT, bottom), (WIDTH - _RIGHT, bottom), stroke="muted"))
    middle = (_LEFT + WIDTH - _RIGHT) / 2
    shapes.append(Words(middle, bottom + 26, "Epoch", _TEXT, "middle", "muted"))
    half = (_TOP + bottom) / 2
    shapes.append(Words(10, half, title, _TEXT, "middle", "muted", turned=True))
    return shapes


def ticks(low: float, high: float, *, whole: bool = False, most: int = 6) -> list[float]:
    """Round numbers between two, about as many as ``most``.

    >>> ticks(0, 1), ticks(1, 13, whole=True)
    ([0.0, 0.2, 0.4, 0.6, 0.8, 1.0], [1, 5, 10])
    """
    span = high - low
    if whole and span < most:
        return [float(n) for n in range(math.ceil(low), math.floor(high) + 1)]
    raw = span / (most - 1) or 1.0
    size = 10.0 ** math.floor(math.log10(raw))
    step = next(size * k for k in (1, 2, 5, 10) if size * k >= raw * 0.999)
    if whole:
        step = max(round(step), 1)
        return [low, *(n for n in _steps(low, high, step) if n > low)]
    return [round(value, 10) for value in _steps(low, high, step)]


def _steps(low: float, high: float, step: float) -> list[float]:
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [n * step for n in range(first, last + 1)]


def _curve(frame: _Frame, curve: Curve, number: int) -> list[Shape]:
    colour, dash = SERIES[number % len(SERIES)], _DASHES[number % len(_DASHES)]
    shapes: list[Shape] = []
    for piece in _pieces(thinned(curve.values)):
        points = tuple((frame.x(e), frame.y(min(max(v, frame.low), frame.high))) for e, v in piece)
        if len(points) == 1:
            shapes.append(Dot(*points[0], 2.5, colour))
        else:
            shapes.append(Path(points, colour, 1.6, dash))
    return shapes


def thinned(values: Sequence[float]) -> list[tuple[int, float]]:
    """(epoch, value) of a curve: of very many only the lowest and highest of each stretch.

    >>> thinned([0.5, 0.7])
    [(1, 0.5), (2, 0.7)]
    """
    points = list(enumerate(values, start=1))
    if len(points) <= _MOST_POINTS:
        return points
    stretch = math.ceil(len(points) / (_MOST_POINTS / 2))
    kept: set[int] = set()
    for start in range(0, len(points), stretch):
        known = [point for point in points[start : start + stretch] if math.isfinite(point[1])]
        known = known or points[start : start + 1]
        by_value = [(value, epoch) for epoch, value in known]
        kept |= {min(by_value)[1], max(by_value)[1]}
    return [points[epoch - 1] for epoch in sorted(kept)]


def _pieces(points: Sequence[tuple[int, float]]) -> list[list[tuple[int, float]]]:
    """Stretches without a gap."""
    pieces: list[list[tuple[int, float]]] = [[]]
    for point in points:
        if math.isfinite(point[1]):
            pieces[-1].append(point)
        elif pieces[-1]:
            pieces.append([])
    return [piece for piece in pieces if piece]


def _legend(lines: Sequence[Curve]) -> list[Shape]:
    shapes: list[Shape] = []
    x = _LEFT
    for number, curve in enumerate(lines):
        colour, dash = SERIES[number % len(SERIES)], _DASHES[number % len(_DASHES)]
        shapes.append(line((x, 9), (x + 22, 9), stroke=colour, width=2.0, dash=dash))
        shapes.append(Words(x + 27, 12, curve.name, 9, "start", "ink"))
        x += 27 + 5.2 * len(curve.name) + 18
    return shapes


# --- Dice of every slice -----------------------------------------------------------------------


def colour_of_dice(dice: float) -> str:
    """Of a bar; grey where nothing is counted.

    >>> colour_of_dice(0.0), colour_of_dice(1.0), colour_of_dice(float("nan"))
    ('#a50026', '#313695', 'grid')
    """
    if math.isnan(dice):
        return NOT_COUNTED
    return _SCALE[min(int(dice * len(_SCALE)), len(_SCALE) - 1)]


def strips(rows: Mapping[str, Sequence[float]]) -> Drawing:
    """Dice of every slice, feet to the left: a row of bars for each name, and a scale below.

    Args:
        rows: Dice by slice, NaN where nothing is counted.
    """
    row_height, gap, left = 30.0, 15.0, 6.0
    shapes: list[Shape] = []
    top = 0.0
    for name, dice in rows.items():
        shapes.append(Words(left, top + 9, name, 8.5, "start", "ink"))
        base = top + 12 + row_height
        shapes += _bars(dice, left, base, row_height)
        shapes.append(line((left, base), (WIDTH - left, base), stroke="muted", width=0.7))
        top = base + gap
    shapes += _key(left, top)
    return Drawing(WIDTH, top + 24, tuple(shapes))


def _bars(dice: Sequence[float], left: float, base: float, height: float) -> list[Shape]:
    """Neighbours that look alike share one bar, as a scan may have a thousand slices."""
    width = (WIDTH - 2 * left) / max(len(dice), 1)
    looks = [(colour_of_dice(v), 2.0 if math.isnan(v) else max(v * height, 2.0)) for v in dice]
    shapes: list[Shape] = []
    start = 0
    for place in range(1, len(looks) + 1):
        if place < len(looks) and _alike(looks[place], looks[start]):
            continue
        colour, tall = looks[start]
        x = left + start * width
        wide = (place - start) * width + _OVERLAP
        shapes.append(Box(x, base - tall, wide, tall, colour))
        start = place
    return shapes


def _alike(one: tuple[str, float], other: tuple[str, float]) -> bool:
    return one[0] == other[0] and abs(one[1] - other[1]) < 0.5


def _key(left: float, top: float) -> list[Shape]:
    shapes: list[Shape] = [Words(left, top + 9, "Dice", 8.5, "start", "muted")]
    x = left + 28
    for number, colour in enumerate(_SCALE):
        shapes.append(Box(x + 14 * number, top + 1, 14, 9, colour))
    end = x + 14 * len(_SCALE)
    shapes += [
        Words(x, top + 19, "0", 7.5, "middle", "muted"),
        Words((x + end) / 2, top + 19, "0.5", 7.5, "middle", "muted"),
        Words(end, top + 19, "1", 7.5, "middle", "muted"),
        Box(end + 22, top + 1, 14, 9, NOT_COUNTED),
        Words(end + 41, top + 9, "neither mask holds it: not counted", 8.5, "start", "muted"),
        Words(WIDTH - left, top + 9, "feet left, head right", 8.5, "end", "muted"),
    ]
    return shapes
