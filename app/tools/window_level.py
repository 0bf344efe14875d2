"""Brightness and contrast by dragging: sideways the window's width, up and down its level."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from app.document import Window
from app.session import Session
from app.viewer.presets import in_whole_numbers
from app.viewer.tool import View

WIDTH_STEP = 1.004
"""Factor a pixel: equal drags change the contrast by equal shares, narrow or wide."""
LEAST_STEPPED_WIDTH = 8.0
LEVEL_STEPS = 256


class WindowLevel:
    """Drag right for a wider window, down for a higher level, as in 3D Slicer.

    Args:
        session: Whose grey window changes.
    """

    name = "window"
    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, session: Session) -> None:
        self._session = session
        self._from: QPointF | None = None
        self._before = session.window

    def press(self, view: View, event: QMouseEvent) -> bool:
        """Begin from the window as it is."""
        self._from = event.position()
        self._before = self._session.window
        return True

    def move(self, view: View, event: QMouseEvent) -> None:
        """Follow the drag; hovering changes nothing."""
        if self._from is not None:
            moved = event.position() - self._from
            self._session.set_window(in_whole_numbers(dragged(self._before, moved)))

    def release(self, view: View, event: QMouseEvent) -> None:
        """Keep the window."""
        self._from = None

    def key(self, view: View, event: QKeyEvent) -> bool:
        """Esc takes a drag back."""
        if self._from is None or event.key() != Qt.Key.Key_Escape:
            return False
        self._from = None
        self._session.set_window(self._before)
        return True

    def leave(self) -> None:
        """Nothing is half drawn."""
        self._from = None


def dragged(before: Window, moved_px: QPointF) -> Window:
    """The window after a drag of so many pixels from where it began.

    >>> dragged(Window(400.0, 40.0), QPointF(0, 64))
    Window(width=400.0, level=140.0)
    """
    per_pixel = max(before.width, LEAST_STEPPED_WIDTH) / LEVEL_STEPS
    return Window(
        before.width * WIDTH_STEP ** moved_px.x(), before.level + moved_px.y() * per_pixel
    )
