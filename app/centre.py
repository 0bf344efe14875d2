"""The middle of the window: the views, and over their upper edge what was said last."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.messages import MessageBar
from app.viewer.covered import Covered
from app.viewer.layout import ViewerArea


class Centre(QWidget):
    """The bar comes and goes without moving a picture: nobody loses the place they look at.

    A sentence of one line lies over the titles of the views alone. Below a longer one, views write
    what they write in their upper corners further down.
    """

    def __init__(self, viewer: ViewerArea, bar: MessageBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewer, self._bar = viewer, bar
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(viewer)
        bar.setParent(self)
        bar.room_changed.connect(self._place)  # a filter would be asked while both are taken apart

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @Slot()
    def _place(self) -> None:
        bar = self._bar
        width = self.width()
        bar.setGeometry(0, 0, width, bar.heightForWidth(width))
        bar.raise_()
        for view in self._viewer.findChildren(Covered):
            view.cover = bar
            view.update()
