"""Commands about the looks of the window: its theme and its language, kept between starts."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from app import theme
from app.session import Session
from app.settings import Settings
from app.translation import LANGUAGES, tr


class LookCommands(QObject):
    """Dark, light, or as the system has it; the same for the language."""

    def __init__(self, settings: Settings, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._session = settings, session

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Tick the theme and the language that are kept."""
        kept = self._settings.language
        language = kept if kept in LANGUAGES else "system"
        actions[f"action_language_{language}"].setChecked(True)
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

    @Slot()
    def speak_english(self) -> None:
        """English from the next start on."""
        self._speak("en")

    @Slot()
    def speak_german(self) -> None:
        """German from the next start on."""
        self._speak("de")

    @Slot()
    def speak_chinese(self) -> None:
        """Simplified Chinese from the next start on."""
        self._speak("zh_CN")

    @Slot()
    def speak_as_system(self) -> None:
        """The language of the system from the next start on."""
        self._speak("")

    def _speak(self, choice: str) -> None:
        if choice != self._settings.language:
            self._settings.language = choice
            self._session.notified.emit(
                tr("The language changes when Slicewise is started the next time.")
            )

    def _use(self, choice: theme.Choice) -> None:
        self._settings.theme = choice
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, choice)
