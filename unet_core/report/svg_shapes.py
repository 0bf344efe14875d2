"""Simple SVG, as this program draws it, read back as shapes for a page of a PDF.

Rectangles, circles, lines, polygons, straight and curved paths and text, moved about by groups;
nothing that this program does not write itself is understood, and what is not is left out.
"""

import itertools
import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from unet_core.drawing import Anchor, Box, Dot, Drawing, Path, Shape, Words

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_STEP = re.compile(r"([MLHVCQZmlhvcqz])([^MLHVCQZmlhvcqz]*)")
_MOVE = re.compile(r"translate\(([^)]*)\)")
_TURN = re.compile(r"rotate\(\s*-90\b")
_INHERITED = ("fill", "stroke", "stroke-width", "font-size", "text-anchor", "font-weight",
              "stroke-dasharray")  # fmt: skip
_BITS = 8
"""Straight pieces of a curve."""
_Values = Mapping[str, str]


def drawing_of(svg: str) -> Drawing:
    """The shapes of an SVG that this program made.

    Raises:
        ElementTree.ParseError: If it is none.
    """
    root = ElementTree.fromstring(svg)
    left, top, width, height = _numbers(root.get("viewBox", "0 0 100 100"))
    return Drawing(width, height, tuple(_shapes(root, {}, -left, -top)))


def _shapes(
    element: ElementTree.Element, inherited: _Values, x: float, y: float
) -> Iterator[Shape]:
    for child in element:
        own = {name: value for name in _INHERITED if (value := child.get(name)) is not None}
        values = {**inherited, **own}
        transform = child.get("transform", "")
        moved = _MOVE.search(transform)
        dx, dy = ([*_numbers(moved.group(1)), 0.0, 0.0][:2]) if moved else (0.0, 0.0)
        name = child.tag.rpartition("}")[2]
        if name in ("g", "svg", "a"):
            yield from _shapes(child, values, x + dx, y + dy)
        else:
            yield from _shape(name, child, values, x + dx, y + dy, bool(_TURN.search(transform)))


def _shape(
    name: str, element: ElementTree.Element, values: _Values, x: float, y: float, turned: bool
) -> Iterator[Shape]:
    def at(key: str) -> float:
        return float((_numbers(element.get(key, "0")) or [0.0])[0])

    fill, stroke = _colour(values.get("fill", "#000000")), _colour(values.get("stroke", ""))
    width = (_numbers(values.get("stroke-width", "1")) or [1.0])[0]
    dash = tuple(_numbers(values.get("stroke-dasharray", "")))
    if name == "rect":
        yield Box(at("x") + x, at("y") + y, at("width"), at("height"), fill, stroke, at("rx"))
    elif name in ("circle", "ellipse"):
        yield Dot(at("cx") + x, at("cy") + y, at("r") or at("rx"), fill or stroke)
    elif name == "line":
        ends = ((at("x1") + x, at("y1") + y), (at("x2") + x, at("y2") + y))
        yield Path(ends, stroke, width, dash)
    elif name in ("polyline", "polygon"):
        flat = _numbers(element.get("points", ""))
        points = tuple((a + x, b + y) for a, b in zip(flat[::2], flat[1::2], strict=False))
        yield Path(points, stroke, width, dash, fill)
    elif name == "path":
        for piece, closed in _pieces(element.get("d", "")):
            moved = tuple((a + x, b + y) for a, b in piece)
            yield Path(moved, stroke, width, dash, fill if closed or not stroke else "")
    elif name == "text":
        yield from _text(element, values, x, y, turned)


def _text(
    element: ElementTree.Element, values: _Values, x: float, y: float, turned: bool
) -> Iterator[Shape]:
    anchor: Anchor = "start"
    match values.get("text-anchor"):
        case "middle":
            anchor = "middle"
        case "end":
            anchor = "end"
    place = [(_numbers(element.get(key, "0")) or [0.0])[0] for key in ("x", "y")]
    yield Words(
        place[0] + x,
        place[1] + y,
        "".join(element.itertext()),
        (_numbers(values.get("font-size", "9")) or [9.0])[0],
        anchor,
        _colour(values.get("fill", "#000000")) or "ink",
        values.get("font-weight", "") in ("bold", "600", "700"),
        turned,
    )


def _pieces(d: str) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Each stretch of a path as points, and whether it is closed."""
    points: list[tuple[float, float]] = []
    for letter, text in _STEP.findall(d):
        values, back = _numbers(text), letter.islower()
        x, y = points[-1] if points else (0.0, 0.0)
        kind = letter.upper()
        if kind == "Z":
            yield points, True
            points = points[:1]
            continue
        if kind == "M":
            if len(points) > 1:
                yield points, False
            points = []
        for step in _steps(kind, values):
            places = [(a + x * back, b + y * back) for a, b in step]
            if kind == "H":
                places = [(step[0][0] + x * back, y)]
            elif kind == "V":
                places = [(x, step[0][0] + y * back)]
            points += _bent((x, y), places) if kind in "CQ" else places
            x, y = points[-1]
    if len(points) > 1:
        yield points, False


def _steps(kind: str, values: list[float]) -> Iterator[list[tuple[float, float]]]:
    if kind in "HV":
        for value in values:
            yield [(value, 0.0)]
        return
    size = {"C": 6, "Q": 4}.get(kind, 2)
    for start in range(0, len(values) - size + 1, size):
        some = values[start : start + size]
        yield list(zip(some[::2], some[1::2], strict=True))


def _bent(
    start: tuple[float, float], controls: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """A Bézier curve in straight pieces (de Casteljau)."""
    found = []
    for number in range(1, _BITS + 1):
        share, row = number / _BITS, [start, *controls]
        while len(row) > 1:
            row = [
                (a + (c - a) * share, b + (d - b) * share)
                for (a, b), (c, d) in itertools.pairwise(row)
            ]
        found.append(row[0])
    return found


def _colour(text: str) -> str:
    """``#rrggbb``; nothing for "none"."""
    if text.startswith("#"):
        short = len(text) == 4
        return "#" + "".join(c * 2 for c in text[1:]) if short else text[:7]
    return ""


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]
