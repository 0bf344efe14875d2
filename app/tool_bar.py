"""The tool bar: words under its icons where there is room for all of them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolBar, QWidget

from app.translation import tr

ICON_PX = 22
ICONS = Qt.ToolButtonStyle.ToolButtonIconOnly
WORDS = Qt.ToolButtonStyle.ToolButtonTextUnderIcon


class ToolBar(QToolBar):
    """Never longer than the window: without room for its words it shows icons alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Tool bar"), parent)
        self.setObjectName("tool_bar")
        self.setMovable(False)
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setToolButtonStyle(WORDS)
        self._with_words_px = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.toolButtonStyle() == WORDS:
            self._with_words_px = self.sizeHint().width()
        style = WORDS if self._with_words_px <= event.size().width() else ICONS
        if style != self.toolButtonStyle():
            self.setToolButtonStyle(style)
