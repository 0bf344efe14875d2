"""What mouse and keys do over a view, in words: the one source of every list of them."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


@dataclass(frozen=True)
class Gesture:
    """Keys or movements of the mouse that all do the same.

    Attributes:
        how: Keys as ``QKeySequence`` writes them, or words for the mouse.
        what: What it does, without a full stop.
        is_basic: Whether it is among the few to be told first.
    """

    how: tuple[str, ...]
    what: str
    is_basic: bool = False


MOUSE = (
    Gesture(("Wheel",), "next or previous slice", True),
    Gesture(("Click or drag",), "move the crosshair in all views, or use the tool chosen", True),
    Gesture(("Shift + move",), "the crosshair follows the pointer in all views"),
    Gesture(("Ctrl + wheel", "right drag"), "zoom", True),
    Gesture(("Middle drag", "Shift + drag"), "move the picture", True),
    Gesture(("Ctrl + drag",), "window from a region: brightness and contrast that suit it"),
    Gesture(("Double-click",), "one view alone, and back", True),
    Gesture(("Right-click",), "window presets and how the view is drawn", True),
)
KEYS = (
    Gesture(("Up", "Right", "PgUp", "F"), "next slice; with Shift five at once", True),
    Gesture(("Down", "Left", "PgDown", "B"), "slice before; with Shift five at once", True),
    Gesture(("Home",), "first slice"),
    Gesture(("End",), "last slice"),
    Gesture(
        ("Ctrl+Up", "Ctrl+Down", "Ctrl+Left", "Ctrl+Right"),
        "move the crosshair within the slice; with Shift five voxels at once",
    ),
    Gesture(("Alt+Up", "Alt+Down", "Alt+Left", "Alt+Right"), "move the picture"),
    Gesture(("Ctrl++", "Ctrl+="), "zoom in"),
    Gesture(("Ctrl+-",), "zoom out"),
    Gesture(("Ctrl+0",), "fit the slice into its view"),
    Gesture(("A",), "masks fainter", True),
    Gesture(("D",), "masks stronger", True),
    Gesture(("X",), "crosshair shown or hidden in this view"),
    Gesture(("Return", "Enter"), "this view alone, and back"),
)
"""Keys of the view that has the keyboard; those of commands stand in their own table."""
TOOL_KEYS = (
    Gesture(("Tab", "Shift+Tab"), "next or previous lesion of the mask", True),
    Gesture(("Esc",), "put the tool away, or what is half drawn"),
    Gesture(("Space",), "the tool before this one"),
)
"""Keys that all views share, answered by what holds them."""


def shown(how: str) -> str:
    """A key as it stands on the keyboard.

    >>> shown("Ctrl+Up"), shown("Shift + move")
    ('Ctrl+↑', 'Shift + move')
    """
    if " " in how:
        return how
    native = QKeySequence(how).toString(QKeySequence.SequenceFormat.NativeText) or how
    head, plus, last = native.rpartition("+")
    return f"{head}{plus}{ARROWS.get(last, last)}"
