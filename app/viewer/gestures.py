"""What mouse and keys do over a view, in words: the one source of every list of them."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from app.translation import tr

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
    Gesture((tr("Wheel"),), tr("next or previous slice"), True),
    Gesture(
        (tr("Click or drag"),), tr("move the crosshair in all views, or use the tool chosen"), True
    ),
    Gesture((tr("Shift + move"),), tr("the crosshair follows the pointer in all views")),
    Gesture((tr("Ctrl + wheel"), tr("right drag")), tr("zoom"), True),
    Gesture((tr("Middle drag"), tr("Shift + drag")), tr("move the picture"), True),
    Gesture((tr("Ctrl + drag"),), tr("window from a region: brightness and contrast that suit it")),
    Gesture((tr("Double-click"),), tr("one view alone, and back"), True),
    Gesture((tr("Right-click"),), tr("window presets and how the view is drawn"), True),
)
KEYS = (
    Gesture(("Up", "Right", "PgUp", "F"), tr("next slice; with Shift five at once"), True),
    Gesture(("Down", "Left", "PgDown", "B"), tr("slice before; with Shift five at once"), True),
    Gesture(("Home",), tr("first slice")),
    Gesture(("End",), tr("last slice")),
    Gesture(
        ("Ctrl+Up", "Ctrl+Down", "Ctrl+Left", "Ctrl+Right"),
        tr("move the crosshair within the slice; with Shift five voxels at once"),
    ),
    Gesture(("Alt+Up", "Alt+Down", "Alt+Left", "Alt+Right"), tr("move the picture")),
    Gesture(("Ctrl++", "Ctrl+="), tr("zoom in")),
    Gesture(("Ctrl+-",), tr("zoom out")),
    Gesture(("Ctrl+0",), tr("fit the slice into its view")),
    Gesture(("A",), tr("masks fainter"), True),
    Gesture(("D",), tr("masks stronger"), True),
    Gesture(("X",), tr("crosshair shown or hidden in this view")),
    Gesture(("Return", "Enter"), tr("this view alone, and back")),
)
"""Keys of the view that has the keyboard; those of commands stand in their own table."""
TOOL_KEYS = (
    Gesture(("Tab", "Shift+Tab"), tr("next or previous lesion of the mask"), True),
    Gesture(("Esc",), tr("put the tool away, or what is half drawn")),
    Gesture(("Space",), tr("the tool before this one")),
)
"""Keys that all views share, answered by what holds them."""
SURFACE = (
    Gesture((tr("Drag"),), tr("turn the surfaces")),
    Gesture((tr("Middle drag"), tr("Shift + drag")), tr("move the surfaces")),
    Gesture((tr("Wheel"), tr("right drag")), tr("zoom")),
    Gesture((tr("Click"),), tr("the crosshair goes to that place of the surface")),
    Gesture(("Left", "Right", "Up", "Down"), tr("turn the surfaces")),
    Gesture(("+", "-"), tr("zoom in or out")),
    Gesture(
        ("Shift+A", "Shift+P", "Shift+L", "Shift+R", "Shift+S", "Shift+I"),
        tr("look from the front, the back, the patient's left or right, the head or the feet"),
    ),
    Gesture(("R",), tr("see all from the front")),
    Gesture(("V",), tr("how the slices are shown among the surfaces")),
)
"""Mouse and keys of the 3D view."""


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
