"""Where the window and its docks were left, and that they are on a screen when they come back."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from app.settings import Settings

STATE_VERSION = 4
"""Another one forgets how the docks lay."""
LEAST = QSize(900, 600)
FIRST = QSize(1024, 700)
LARGEST_FIRST = QSize(1600, 1000)
GRIP_PX = 40
"""So much of a window's title must be on a screen to be taken hold of."""


class WindowState(QObject):
    """Restores and keeps size, place and docks of one window."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self.bring_onto_screens, Qt.ConnectionType.QueuedConnection)

    def restore(self) -> bool:
        """Put window and docks where they were left; False if they never were."""
        is_known = self._window.restoreGeometry(self._settings.geometry)
        is_known &= self._window.restoreState(self._settings.state, STATE_VERSION)
        self.bring_onto_screens()
        return is_known

    def keep(self) -> None:
        """Remember where they are."""
        self._settings.geometry = self._window.saveGeometry()
        self._settings.state = self._window.saveState(STATE_VERSION)
        self._settings.sync()

    @Slot()
    def bring_onto_screens(self) -> None:
        """Move whatever lies where no screen is any more."""
        floating = [d for d in self._window.findChildren(QDockWidget) if d.isFloating()]
        shown: list[QWidget] = [*floating]
        if not self._window.isMaximized() and not self._window.isFullScreen():
            shown.append(self._window)
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        for widget in shown:
            place = widget.geometry()
            if (reachable := on_a_screen(place, screens)) != place:
                widget.setGeometry(reachable)


def first_size(window: QWidget) -> QSize:
    """Most of the screen, but no larger than is comfortable."""
    return window.screen().availableSize().boundedTo(LARGEST_FIRST).expandedTo(FIRST)


def on_a_screen(place: QRect, screens: Sequence[QRect]) -> QRect:
    """The same rectangle if its top can be grasped, else moved onto the first screen.

    Args:
        place: Of a window, without its frame.
        screens: What of each screen is free for windows; the first is the main one.
    """
    top = QRect(place.topLeft(), QSize(place.width(), GRIP_PX))
    if not screens or any(_is_graspable(top.intersected(screen)) for screen in screens):
        return place
    screen = screens[0]
    moved = QRect(place.topLeft(), place.size().boundedTo(screen.size()))
    moved.moveCenter(screen.center())
    return moved


def _is_graspable(part: QRect) -> bool:
    return part.width() >= GRIP_PX and part.height() >= GRIP_PX // 2
