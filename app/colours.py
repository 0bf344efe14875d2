"""The colours of the window by name: one table for each theme, and which of them holds now."""

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

import resources

RESOURCES = Path(resources.__file__).parent
ThemeName = Literal["dark", "light"]


@dataclass(frozen=True)
class Colours:
    """A theme: every colour as ``#rrggbb``. The views and what frames them are dark in all."""

    BACKGROUND: str
    """The window itself, its bars and the gaps between docks."""
    SURFACE: str
    """Panels and menus."""
    RAISED: str
    """Buttons, and whatever the pointer is over."""
    FIELD: str
    """Where something is typed or listed."""
    BORDER: str
    """Lines that only part things."""
    EDGE: str
    """Lines that a control is known by."""
    TEXT: str
    MUTED: str
    DISABLED: str
    ACCENT: str
    ACCENT_RAISED: str
    ON_ACCENT: str
    SELECTION: str
    PROGRESS: str
    GOOD: str
    WARNING: str
    BAD: str
    ERROR_GROUND: str
    QUESTION_GROUND: str
    GOOD_GROUND: str
    NOTICE_GROUND: str
    TRAINING: str
    VALIDATION: str
    VIEW: str
    AXIAL: str
    SAGITTAL: str
    CORONAL: str


NAMES = tuple(field.name for field in fields(Colours))


def _read(name: ThemeName) -> Colours:
    text = (RESOURCES / "themes" / f"{name}.json").read_text(encoding="utf-8")
    return Colours(**json.loads(text))


THEMES: dict[ThemeName, Colours] = {"dark": _read("dark"), "light": _read("light")}
views = THEMES["dark"]
"""Colours of the views and what frames them: the scan lies in the dark in every theme."""


class Wearing(QObject):
    """Which theme the application wears.

    Signals:
        changed: Another one from now on.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name: ThemeName = "dark"

    @property
    def name(self) -> ThemeName:
        """Key of THEMES."""
        return self._name

    @property
    def colours(self) -> Colours:
        """Its table."""
        return THEMES[self._name]

    def put_on(self, name: ThemeName) -> None:
        """Change the theme."""
        if name != self._name:
            self._name = name
            self.changed.emit()


wearing = Wearing()


def recoloured(text: str, before: Colours, after: Colours) -> str:
    """Rich text or a style sheet with the colours of one theme exchanged for those of another.

    >>> recoloured(f"a: {THEMES['dark'].TEXT}", THEMES["dark"], THEMES["light"])
    'a: #1b2027'
    """
    marked = text
    for name in NAMES:  # by way of marks, for a colour may be in both tables
        marked = marked.replace(getattr(before, name), f"@{name}@")
    return filled(marked, after)


def filled(template: str, colours: Colours) -> str:
    """The text with each ``@NAME@`` replaced by its colour."""
    for name in NAMES:
        template = template.replace(f"@{name}@", getattr(colours, name))
    return template


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance).

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
