"""A report as one HTML file that needs nothing beside it: no script, no font, no picture."""

import base64
import re
from importlib import resources

import jinja2
from markupsafe import Markup

from unet_core.drawing import Drawing, role_css, svg_of
from unet_core.report.content import Report

_TEMPLATE, _STYLE = "report.html.jinja", "report.css"


def html_of(report: Report) -> bytes:
    """The whole file, UTF-8. Every text is escaped by the template engine."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    css = Markup(_text(_STYLE) + role_css())  # our own file: nothing from outside is in it
    page = environment.from_string(_text(_TEMPLATE)).render(
        report=report,
        css=css,
        kind_of=lambda block: type(block).__name__,
        anchor=anchor,
        svg=_svg,
        svg_uri=lambda text: _uri("image/svg+xml", text.encode()),
        png_uri=lambda data: _uri("image/png", data),
    )
    return page.encode()


def anchor(title: str) -> str:
    """What a link to a section is called.

    >>> anchor("Limits, in plain words")
    'limits-in-plain-words'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def _svg(drawing: Drawing, alt: str) -> Markup:
    return Markup(svg_of(drawing, alt))  # ``svg_of`` escapes its words


def _uri(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _text(name: str) -> str:
    return (resources.files("unet_core.report") / name).read_text(encoding="utf-8")
