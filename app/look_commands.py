"""Commands about the looks of the window: its theme, kept between starts."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from app import theme
from app.settings import Settings


class LookCommands(QObject):
    """Dark, light, or as the system has it."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Tick the theme that is kept."""
        actions[f"action_theme_{theme.choice_of(self._settings.theme)}"].setChecked(True)

    @Slot()
    def use_dark(self) -> None:
        """The dark theme."""
        self._use("dark")

    @Slot()
    def use_light(self) -> None:
        """The light theme."""
        self._use("light")

    @Slot()
    def follow_system(self) -> None:
        """The theme of the system."""
        self._use("system")

    def _use(self, choice: theme.Choice) -> None:
        self._settings.theme = choice
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, choice)
