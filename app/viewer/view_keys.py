"""What the keys do in a view that has the keyboard."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.session import Session
from app.viewer.masks import change_opacity, toggle_masks

OPACITY_STEP = 0.1
FAST_STEP = 5
_NEXT = (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_F)
_PREVIOUS = (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_B)


class _View(Protocol):
    crosshair_visible: bool

    @property
    def slices(self) -> int: ...
    def step(self, slices: int) -> None: ...
    def reset_view(self) -> None: ...
    def set_crosshair_visible(self, visible: bool) -> None: ...


def press(view: _View, session: Session, event: QKeyEvent) -> bool:
    """Do what a key stands for; False leaves it to whoever is next.

    Shift takes five slices at once; with Ctrl or Alt a key is none of ours.
    """
    shift = Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & ~(shift | Qt.KeyboardModifier.KeypadModifier):
        return False
    stride = FAST_STEP if event.modifiers() & shift else 1
    match Qt.Key(event.key()):
        case key if key in _NEXT:
            view.step(stride)
        case key if key in _PREVIOUS:
            view.step(-stride)
        case Qt.Key.Key_Home:
            view.step(-view.slices)
        case Qt.Key.Key_End:
            view.step(view.slices)
        case Qt.Key.Key_R:
            view.reset_view()
        case Qt.Key.Key_X:
            view.set_crosshair_visible(not view.crosshair_visible)
        case Qt.Key.Key_G:
            toggle_masks(session)
        case Qt.Key.Key_A:
            change_opacity(session, -OPACITY_STEP)
        case Qt.Key.Key_D:
            change_opacity(session, OPACITY_STEP)
        case _:
            return False
    return True
