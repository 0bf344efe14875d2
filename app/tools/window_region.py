"""The grey window that suits what is inside a rectangle, shown while it is drawn."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen

from app import theme
from app.document import Window
from app.session import Session
from app.viewer.presets import in_whole_numbers
from app.viewer.tool import View

LEAST_VOXELS = 4
"""Fewer say nothing about an organ: a slip of the hand changes no window."""
MOST_VOXELS = 40_000
"""More are thinned out evenly: a percentile needs no more, and the picture follows the hand."""
PERCENTILES = (1.0, 99.0)
MARGIN = 0.01
LABEL_GAP_PX = 6


class WindowRegion:
    """Ctrl and left drag: black to white becomes what lies in the rectangle.

    A tool and a painter in one: it draws what it is dragging.

    Args:
        session: Whose grey window changes.
    """

    name = "window_region"
    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, session: Session) -> None:
        self._session = session
        self._view: View | None = None
        self._corners = (QPointF(), QPointF())
        self._window: Window | None = None

    @property
    def window(self) -> Window | None:
        """What would be set if the button were released now."""
        return self._window

    def press(self, view: View, event: QMouseEvent) -> bool:
        """Put down one corner."""
        self._view = view
        self._corners = (event.position(), event.position())
        self._window = None
        return True

    def move(self, view: View, event: QMouseEvent) -> None:
        """Pull the other."""
        if view is not self._view:
            return
        self._corners = (self._corners[0], event.position())
        self._window = self._window_inside()
        view.update()

    def release(self, view: View, event: QMouseEvent) -> None:
        """Take the window."""
        if view is not self._view:
            return
        self.move(view, event)
        window = self._window
        self.leave()
        if window is not None:
            self._session.set_window(window)

    def key(self, view: View, event: QKeyEvent) -> bool:
        """Esc leaves the window as it was."""
        if self._view is None or event.key() != Qt.Key.Key_Escape:
            return False
        self.leave()
        return True

    def leave(self) -> None:
        """Take the rectangle away."""
        view, self._view, self._window = self._view, None, None
        if view is not None:
            view.update()

    def _window_inside(self) -> Window | None:
        view, volume = self._view, self._session.volume
        placement = None if view is None else view.placement
        if view is None or volume is None or placement is None:
            return None
        places = [placement.voxel(corner.x(), corner.y()) for corner in self._corners]
        inside = tuple(
            slice(max(min(ends), 0), max(max(ends) + 1, 0)) for ends in zip(*places, strict=True)
        )
        return region_window(view.plane.cut(volume.canonical, view.position)[inside])

    # --- drawing ---------------------------------------------------------------------------

    def paint(self, view: View, painter: QPainter) -> None:
        """The rectangle, and the window it would give."""
        if view is not self._view:
            return
        frame = QRectF(*self._corners).normalized()
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, style in (
            (QColor(0, 0, 0, 180), Qt.PenStyle.SolidLine),
            (QColor(theme.views.TEXT), Qt.PenStyle.DashLine),
        ):
            painter.setPen(QPen(colour, 1.4, style))
            painter.drawRect(frame)
        if self._window is not None:
            self._write(painter, frame, f"W {self._window.width:.4g}  L {self._window.level:.4g}")
        painter.restore()

    def _write(self, painter: QPainter, frame: QRectF, text: str) -> None:
        """Below the rectangle, or within the view where there is no room below."""
        metrics = QFontMetricsF(painter.font())
        plate = QRectF(0, 0, metrics.horizontalAdvance(text) + 12, metrics.height() + 4)
        room = QRectF(painter.viewport())
        x = min(frame.left(), room.right() - plate.width() - LABEL_GAP_PX)
        y = min(frame.bottom() + LABEL_GAP_PX, room.bottom() - plate.height() - LABEL_GAP_PX)
        plate.moveTo(max(x, LABEL_GAP_PX), max(y, LABEL_GAP_PX))
        painter.fillRect(plate, QColor(0, 0, 0, 190))
        painter.setPen(QColor(theme.views.TEXT))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def region_window(voxels: NDArray[Any]) -> Window | None:
    """Black to white for what is in a rectangle; None where there is too little to judge.

    From the 1st to the 99th percentile and a hundredth more at each end, as 3D Slicer's window
    from region (vtkMRMLWindowLevelWidget): a few outliers decide nothing.

    >>> region_window(np.arange(101, dtype=np.int16).reshape(1, 101))
    Window(width=100, level=50)
    """
    thin = int(max(1, (voxels.size / MOST_VOXELS) ** 0.5))
    sample = np.asarray(voxels[::thin, ::thin], np.float64)
    sample = sample[np.isfinite(sample)]
    if sample.size < LEAST_VOXELS:
        return None
    low, high = (float(v) for v in np.percentile(sample, PERCENTILES))
    return in_whole_numbers(Window(max((high - low) * (1 + 2 * MARGIN), 1.0), (low + high) / 2))
