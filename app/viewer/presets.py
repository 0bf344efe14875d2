"""Grey windows by name, as radiologists know them; a data file, so that a clinic may add some."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from app.document import Window


@dataclass(frozen=True)
class Preset:
    """A window in HU with its name."""

    name: str
    window: Window

    @property
    def title(self) -> str:
        """What the menu shows: ``Liver  150 / 30``."""
        return f"{self.name}  {self.window.width:g} / {self.window.level:g}"


@cache
def window_presets() -> tuple[Preset, ...]:
    """The presets of ``resources/presets/window_level.json``, in its order."""
    text = (files("resources") / "presets" / "window_level.json").read_text(encoding="utf-8")
    return tuple(
        Preset(str(row["name"]), Window(float(row["width"]), float(row["level"])))
        for row in json.loads(text)
    )
