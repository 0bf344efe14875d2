"""What the mouse does in a slice view: which drag a press begins, and what the drag then moves."""

from typing import Literal, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.viewer.placement import Placement
from app.viewer.tool import Tool, View

Drag = Literal["", "crosshair", "tool", "pan", "zoom"]
WHEEL_STEP = 120
ZOOM_STEP = 1.15
_BUSY_CURSORS = {
    "pan": Qt.CursorShape.ClosedHandCursor,
    "zoom": Qt.CursorShape.SizeVerCursor,
}


class MouseView(View, Protocol):
    """What the mouse moves."""

    def set_placement(self, placement: Placement) -> None:
        """Show the slice elsewhere or larger."""

    def move_crosshair(self, position: QPointF) -> None:
        """Bring the crosshair to a point of the widget."""

    def read_at(self, position: QPointF) -> None:
        """Say what lies there."""

    def step(self, slices: int) -> None:
        """Go so many slices further."""

    def zoom(self, factor: float, around: QPointF) -> None:
        """Larger or smaller, with a point staying where it is."""

    def pop_up_menu(self, position: QPointF) -> None:
        """Offer what can be done here."""


class ViewMouse:
    """The hand on one view.

    Attributes:
        drag: What the pressed button moves; empty while none is pressed.
    """

    def __init__(self, view: MouseView) -> None:
        self.drag: Drag = ""
        self._view = view
        self._tool: Tool | None = None
        self._ctrl_tool: Tool | None = None
        self._holding: Tool | None = None
        self._button = Qt.MouseButton.NoButton
        self._pressed_at = QPointF()
        self._dragged_from = QPointF()
        self._wheel = 0

    @property
    def tool(self) -> Tool | None:
        """What a left drag does; None moves the crosshair."""
        return self._tool

    def set_tool(self, tool: Tool | None) -> None:
        """Take up another tool; the one before lets go of what it had half done."""
        if tool is not self._tool:
            if self._tool is not None:
                self._tool.leave()
            self._tool = tool
            self._let_go()

    def set_ctrl_tool(self, tool: Tool | None) -> None:
        """What a left drag with Ctrl does, whichever tool is held."""
        self._ctrl_tool = tool

    @property
    def cursor(self) -> Qt.CursorShape:
        """The shape of the pointer over a scan."""
        usual = self._tool.cursor if self._tool is not None else Qt.CursorShape.CrossCursor
        return _BUSY_CURSORS.get(self.drag, usual)

    def press(self, event: QMouseEvent) -> None:
        """Begin a drag; a second button changes nothing about one that is under way."""
        if self.drag or self._view.placement is None:
            return
        self._button = event.button()
        self._pressed_at = self._dragged_from = event.position()
        self.drag = self._drag_for(event)
        if self.drag == "crosshair":
            self._view.move_crosshair(event.position())

    def move(self, event: QMouseEvent) -> None:
        """Go on with the drag, or hover."""
        here = event.position()
        moved = here - self._dragged_from
        self._dragged_from = here
        if self.drag and not event.buttons() & self._button:  # released where we did not see it
            self._end(event)
        placement = self._view.placement
        if self.drag == "crosshair":
            self._view.move_crosshair(here)
        elif self.drag == "tool" and self._holding is not None:
            self._holding.move(self._view, event)
        elif self.drag == "pan" and placement is not None:
            self._view.set_placement(placement.panned(moved.x(), moved.y()))
        elif self.drag == "zoom" and self._is_real_drag(here):
            self._view.zoom(1.01 ** -moved.y(), self._pressed_at)
        elif not self.drag and placement is not None:
            self._hover(event)
        self._view.read_at(here)
        self._view.update()

    def release(self, event: QMouseEvent) -> None:
        """End the drag; a right click that was none opens the menu."""
        if event.button() != self._button:
            return
        was_zoom = self.drag == "zoom"
        self._end(event)
        if was_zoom and not self._is_real_drag(event.position()):
            self._view.pop_up_menu(event.globalPosition())

    def wheel(self, event: QWheelEvent) -> None:
        """Slices, or zoom with Ctrl; small turns of a fine wheel are gathered."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._view.zoom(ZOOM_STEP ** (turned / WHEEL_STEP), event.position())
            return
        if turned * self._wheel < 0:
            self._wheel = 0
        self._wheel += turned
        steps = int(self._wheel / WHEEL_STEP)
        self._wheel -= steps * WHEEL_STEP
        self._view.step(steps)

    def key(self, event: QKeyEvent) -> bool:
        """Offer a key to the tool in use; False if it has none for it."""
        tool = self._holding or self._tool
        return tool is not None and tool.key(self._view, event)

    def _drag_for(self, event: QMouseEvent) -> Drag:
        modifiers = event.modifiers()
        if event.button() == Qt.MouseButton.RightButton:
            return "zoom"
        if event.button() == Qt.MouseButton.MiddleButton:
            return "pan"
        if event.button() != Qt.MouseButton.LeftButton:
            return ""
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            return "pan"
        with_ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        for tool in (self._ctrl_tool if with_ctrl else None, self._tool):
            if tool is not None and tool.press(self._view, event):
                self._holding = tool
                return "tool"
        return "crosshair"

    def _hover(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._view.move_crosshair(event.position())
        elif self._tool is not None:
            self._tool.move(self._view, event)

    def _end(self, event: QMouseEvent) -> None:
        holding = self._holding
        self._let_go()
        if holding is not None:
            holding.release(self._view, event)

    def _let_go(self) -> None:
        self.drag = ""
        self._holding = None
        self._button = Qt.MouseButton.NoButton

    def _is_real_drag(self, here: QPointF) -> bool:
        return (here - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
