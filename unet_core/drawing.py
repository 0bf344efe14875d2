"""Line drawings as plain shapes: curves, strips and diagrams that become SVG or a page of a PDF.

A colour is ``#rrggbb`` or one of ``ROLES``, which a page with a dark background shows otherwise.
Coordinates are in points from the upper left corner, y downwards, as in SVG.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal, TypeAlias

ROLES: Mapping[str, tuple[str, str]] = {
    "ink": ("#1c2430", "#e8ecf1"),
    "muted": ("#5b6675", "#a3aebc"),
    "grid": ("#d5dbe3", "#39424e"),
    "paper": ("#ffffff", "#171c22"),
    "first": ("#0b66c3", "#6cb2ff"),
    "second": ("#c2500a", "#ff9d5c"),
    "third": ("#0a7d5a", "#4fd1a5"),
    "fourth": ("#8a3ea8", "#d59bf0"),
    "band": ("#eef3f9", "#222a33"),
}
"""Each role's colour on light and on dark paper."""
SERIES = ("first", "second", "third", "fourth")
"""Roles of curves, in order."""
FONT = "Helvetica, Arial, sans-serif"
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Path:
    """A line through points; closed and filled where ``fill`` is given."""

    points: tuple[tuple[float, float], ...]
    stroke: str = "ink"
    width: float = 1.0
    dash: tuple[float, ...] = ()
    fill: str = ""


@dataclass(frozen=True)
class Box:
    """A rectangle; ``title`` is shown by browsers under the pointer."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    radius: float = 0.0
    title: str = ""


@dataclass(frozen=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    fill: str = "ink"
    title: str = ""


@dataclass(frozen=True)
class Words:
    """One line of text; ``y`` is its baseline, ``turned`` reads it from below."""

    x: float
    y: float
    text: str
    size: float = 9.0
    anchor: Anchor = "start"
    fill: str = "ink"
    bold: bool = False
    turned: bool = False


Shape: TypeAlias = Path | Box | Dot | Words


@dataclass(frozen=True)
class Drawing:
    """Shapes on a sheet, the first lowest."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def colour_of(colour: str, *, dark: bool = False) -> str:
    """``#rrggbb`` of a colour or role.

    >>> colour_of("ink"), colour_of("#123456")
    ('#1c2430', '#123456')
    """
    return ROLES[colour][dark] if colour in ROLES else colour


def line(
    *points: tuple[float, float],
    stroke: str = "ink",
    width: float = 1.0,
    dash: Sequence[float] = (),
) -> Path:
    """A line through ``points``."""
    return Path(points, stroke, width, tuple(dash))


# --- SVG -------------------------------------------------------------------------------------


def svg_of(drawing: Drawing, title: str, *, roles_as_classes: bool = True) -> str:
    """The drawing as an ``svg`` element that scales with its page.

    Args:
        drawing: What to draw.
        title: Said by screen readers in its place.
        roles_as_classes: Whether colours of ``ROLES`` are left to the style sheet of the page, as
            ``role_css`` has them; else they are those of light paper.
    """
    body = "".join(_svg(shape, roles_as_classes) for shape in drawing.shapes)
    size = f"{drawing.width:g} {drawing.height:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" role="img" '
        f'width="{drawing.width:g}" height="{drawing.height:g}" aria-label="{escape(title)}" '
        f'font-family="{FONT}">{body}</svg>'
    )


def role_css() -> str:
    """Style rules by which SVG drawings follow the light or dark scheme of their page."""
    light = "".join(_rules(name, colours[0]) for name, colours in ROLES.items())
    dark = "".join(_rules(name, colours[1]) for name, colours in ROLES.items())
    return f"{light}@media screen and (prefers-color-scheme:dark){{{dark}}}"


def _rules(name: str, colour: str) -> str:
    return f".f-{name}{{fill:{colour}}}.s-{name}{{stroke:{colour}}}"


def _svg(shape: Shape, classes: bool) -> str:
    match shape:
        case Path():
            return _svg_path(shape, classes)
        case Box():
            corner = f' rx="{shape.radius:g}"' if shape.radius else ""
            return (
                f'<rect x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" '
                f'height="{_n(shape.height)}"{corner}'
                f"{_paint(shape.fill, shape.stroke, classes)}>{_title(shape.title)}</rect>"
            )
        case Dot():
            return (
                f'<circle cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"'
                f"{_paint(shape.fill, '', classes)}>{_title(shape.title)}</circle>"
            )
        case Words():
            place = f"{_n(shape.x)} {_n(shape.y)}"
            turned = f' transform="rotate(-90 {place})"' if shape.turned else ""
            weight = ' font-weight="bold"' if shape.bold else ""
            return (
                f'<text x="{_n(shape.x)}" y="{_n(shape.y)}" font-size="{shape.size:g}" '
                f'text-anchor="{shape.anchor}"{weight}{turned}'
                f"{_paint(shape.fill, '', classes)}>{escape(shape.text)}</text>"
            )


def _svg_path(shape: Path, classes: bool) -> str:
    points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
    dash = f' stroke-dasharray="{" ".join(map(_n, shape.dash))}"' if shape.dash else ""
    kind = "polygon" if shape.fill else "polyline"
    return (
        f'<{kind} points="{points}" stroke-width="{shape.width:g}" stroke-linejoin="round"{dash}'
        f"{_paint(shape.fill, shape.stroke, classes)}/>"
    )


def _paint(fill: str, stroke: str, classes: bool) -> str:
    """Fill and stroke as attributes, or as classes where they are roles."""
    named: list[str] = []
    plain = ""
    for word, letter, colour in (("fill", "f", fill), ("stroke", "s", stroke)):
        if classes and colour in ROLES:
            named.append(f"{letter}-{colour}")
        elif colour or word == "fill":
            plain += f' {word}="{colour_of(colour) if colour else "none"}"'
    return (f' class="{" ".join(named)}"' if named else "") + plain


def _title(text: str) -> str:
    return f"<title>{escape(text)}</title>" if text else ""


def _n(value: float) -> str:
    """A coordinate, no longer than it need be.

    >>> _n(3.0), _n(2.348)
    ('3', '2.35')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".") if math.isfinite(value) else "0"
