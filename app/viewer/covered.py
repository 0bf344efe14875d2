"""A view over whose upper edge something else may lie for a while."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


class Covered(QWidget):
    """Writes below what lies over it; its picture stays where it is.

    Attributes:
        cover: What may lie over its upper edge, across its whole width, while it is visible.
    """

    cover: QWidget | None = None

    @property
    def covered_px(self) -> int:
        """How far down this view is covered."""
        cover = self.cover
        if cover is None or not cover.isVisible():
            return 0
        lowest = cover.mapToGlobal(QPoint(0, cover.height()))
        return max(self.mapFromGlobal(lowest).y(), 0)
