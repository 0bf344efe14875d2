"""Grey windows by name: those radiologists know, in a data file, and the reader's own."""

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.document import Window
from app.session import Session
from app.translation import tr

NAME_LETTERS = 30
MOST_OWN = 30
WHOLE_FROM = 10.0
_PROPERTY = "preset_book"


def in_whole_numbers(window: Window) -> Window:
    """The window as one would say it: whole, where it is wide enough for that.

    >>> in_whole_numbers(Window(207.06, 110.5)), in_whole_numbers(Window(0.5, 0.25))
    (Window(width=207, level=110), Window(width=0.5, level=0.25))
    """
    if window.width < WHOLE_FROM:
        return window
    return Window(round(window.width), round(window.level))


TITLES = {
    "Abdomen": tr("Abdomen"),
    "Liver": tr("Liver"),
    "Lung": tr("Lung"),
    "Bone": tr("Bone"),
    "Brain": tr("Brain"),
    "Mediastinum": tr("Mediastinum"),
    "Stroke": tr("Stroke"),
}
"""What the presets of the resource are called on the screen; one's own keep their names."""


@dataclass(frozen=True)
class Preset:
    """A window with its name.

    Attributes:
        intensity: What its values are; it suits scans of the same alone.
    """

    name: str
    window: Window
    intensity: Literal["HU", "grey"] = "HU"

    @property
    def title(self) -> str:
        """What the menu shows: ``Liver  150 / 30``."""
        name = TITLES.get(self.name, self.name)
        return f"{name}  {self.window.width:g} / {self.window.level:g}"


@cache
def window_presets() -> tuple[Preset, ...]:
    """The presets of ``resources/presets/window_level.json``, in its order."""
    text = (files("resources") / "presets" / "window_level.json").read_text(encoding="utf-8")
    return tuple(
        Preset(str(row["name"]), Window(float(row["width"]), float(row["level"])))
        for row in json.loads(text)
    )


class PresetBook(QObject):
    """The reader's own presets, shared by all that show some.

    Signals:
        changed: One more, one less, or another window under a name.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._own: tuple[Preset, ...] = ()

    @staticmethod
    def of(session: Session) -> "PresetBook":
        """The one that belongs to a session."""
        book = session.property(_PROPERTY)
        if not isinstance(book, PresetBook):
            book = PresetBook(session)
            book.lend(session)
        return book

    def lend(self, session: Session) -> None:
        """Let another session have these presets too."""
        session.setProperty(_PROPERTY, self)

    @property
    def own(self) -> tuple[Preset, ...]:
        """Those the reader made, in the order of making."""
        return self._own

    def suiting(self, intensity: str) -> tuple[Preset, ...]:
        """All presets for scans of such values, the known ones first."""
        return tuple(p for p in (*window_presets(), *self._own) if p.intensity == intensity)

    def keep(self, name: str, window: Window, intensity: Literal["HU", "grey"]) -> None:
        """Make one's own preset, or change the one of that name; the oldest give way to many."""
        name = " ".join(name.split())[:NAME_LETTERS]
        if name:
            others = tuple(p for p in self._own if (p.name, p.intensity) != (name, intensity))
            self._set((*others, Preset(name, window, intensity))[-MOST_OWN:])

    def forget(self, preset: Preset) -> None:
        """Take one's own preset away."""
        self._set(tuple(p for p in self._own if p != preset))

    def to_text(self) -> str:
        """One's own presets as settings keep them."""
        return json.dumps(
            [
                {
                    "name": p.name,
                    "width": p.window.width,
                    "level": p.window.level,
                    "intensity": p.intensity,
                }
                for p in self._own
            ]
        )

    def read_text(self, text: str) -> None:
        """Take over what settings kept; what is damaged is left out."""
        try:
            rows = json.loads(text) if text else []
        except ValueError:
            rows = []
        found = (_preset_of(row) for row in rows) if isinstance(rows, list) else ()
        self._set(tuple(preset for preset in found if preset is not None)[:MOST_OWN])

    def _set(self, own: tuple[Preset, ...]) -> None:
        if own != self._own:
            self._own = own
            self.changed.emit()


def _preset_of(row: object) -> Preset | None:
    if not isinstance(row, dict):
        return None
    name, intensity = row.get("name"), row.get("intensity")
    try:
        width, level = float(row["width"]), float(row["level"])
    except (KeyError, TypeError, ValueError):
        return None
    is_sound = math.isfinite(width) and math.isfinite(level) and width >= 1
    if not (is_sound and isinstance(name, str) and name and intensity in ("HU", "grey")):
        return None
    return Preset(name[:NAME_LETTERS], Window(width, level), intensity)
