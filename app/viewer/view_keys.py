"""What the keys do in a view that has the keyboard."""

from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent

from app.session import Session
from app.viewer.masks import change_opacity, toggle_masks
from app.viewer.view_mouse import ZOOM_STEP

OPACITY_STEP = 0.1
FAST_STEP = 5
PAN_SHARE = 0.1
_NEXT = (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_F)
_PREVIOUS = (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_B)


_ZOOM_IN = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_ZOOM_OUT = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
"""Rows down and columns to the right."""
_Modifier = Qt.KeyboardModifier
_ALL = _Modifier.ShiftModifier | _Modifier.ControlModifier | _Modifier.AltModifier


class _View(Protocol):
    crosshair_visible: bool
    maximise_requested: SignalInstance

    @property
    def slices(self) -> int: ...
    def step(self, slices: int) -> None: ...
    def reset_view(self) -> None: ...
    def set_crosshair_visible(self, visible: bool) -> None: ...
    def nudge_crosshair(self, rows: int, columns: int) -> None: ...
    def zoom(self, factor: float) -> None: ...
    def pan(self, dx: float, dy: float) -> None: ...


def press(view: _View, session: Session, event: QKeyEvent) -> bool:
    """Do what a key stands for; False leaves it to whoever is next.

    Shift takes five slices or voxels at once, Ctrl with an arrow moves the crosshair within the
    slice and Alt with an arrow the slice within the view; Ctrl with + - 0 zooms.
    """
    key = Qt.Key(event.key())
    stride = FAST_STEP if event.modifiers() & _Modifier.ShiftModifier else 1
    held = event.modifiers() & _ALL & ~_Modifier.ShiftModifier
    if event.modifiers() & ~(_ALL | _Modifier.KeypadModifier):
        return False
    if held == _Modifier.ControlModifier:
        return _with_ctrl(view, key, stride)
    if held == _Modifier.AltModifier:
        return _with_alt(view, key, stride)
    return not held and (_moves(view, key, stride) or _shows(view, session, key))


def _with_ctrl(view: _View, key: Qt.Key, stride: int) -> bool:
    match key:
        case key if key in _ARROWS:
            rows, columns = _ARROWS[key]
            view.nudge_crosshair(rows * stride, columns * stride)
        case key if key in _ZOOM_IN:
            view.zoom(ZOOM_STEP)
        case key if key in _ZOOM_OUT:
            view.zoom(1 / ZOOM_STEP)
        case Qt.Key.Key_0:
            view.reset_view()
        case _:
            return False
    return True


def _with_alt(view: _View, key: Qt.Key, stride: int) -> bool:
    if key not in _ARROWS:
        return False
    rows, columns = _ARROWS[key]
    view.pan(columns * stride * PAN_SHARE, rows * stride * PAN_SHARE)
    return True


def _moves(view: _View, key: Qt.Key, stride: int) -> bool:
    match key:
        case key if key in _NEXT:
            view.step(stride)
        case key if key in _PREVIOUS:
            view.step(-stride)
        case Qt.Key.Key_Home:
            view.step(-view.slices)
        case Qt.Key.Key_End:
            view.step(view.slices)
        case _:
            return False
    return True


def _shows(view: _View, session: Session, key: Qt.Key) -> bool:
    match key:
        case Qt.Key.Key_R:
            view.reset_view()
        case Qt.Key.Key_X:
            view.set_crosshair_visible(not view.crosshair_visible)
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            view.maximise_requested.emit()
        case Qt.Key.Key_G:
            toggle_masks(session)
        case Qt.Key.Key_A:
            change_opacity(session, -OPACITY_STEP)
        case Qt.Key.Key_D:
            change_opacity(session, OPACITY_STEP)
        case _:
            return False
    return True
