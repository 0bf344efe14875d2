"""The menu of grey windows by name, with the reader's own at its end."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.actions import NEEDS, set_available
from app.session import Session
from app.theme import icon
from app.translation import tr
from app.viewer.presets import Preset, PresetBook, window_presets

KEYS = 9
_WRONG_VALUES = {
    "HU": tr("The open scan has grey values, not HU."),
    "grey": tr("The open scan is in HU; this window is for grey values."),
}


class WindowMenu(QMenu):
    """Each preset that suits the open scan sets its window; Alt and a number is its key."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(tr("&Window presets"), window)
        self.setObjectName("menu_window")
        self._session = session
        self._window = window
        self._book = PresetBook.of(session)
        self._presets: dict[QAction, Preset] = {}
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        entry = self.menuAction()
        entry.setIcon(icon("window_level"))
        entry.setIconText(tr("Window"))
        entry.setToolTip(tr("Brightness and contrast for an organ"))
        for preset in window_presets():
            self._add(preset, f"action_window_{preset.name.lower()}")
        self._group.triggered.connect(self._on_chosen)
        self._book.changed.connect(self._add_own)
        session.volume_changed.connect(self._refresh)
        session.window_changed.connect(self._refresh)
        self._add_own()

    def _add(self, preset: Preset, name: str) -> None:
        action = QAction(preset.title, self)
        action.setObjectName(name)
        if len(self._presets) < KEYS:
            action.setShortcut(f"Alt+{len(self._presets) + 1}")
        action.setCheckable(True)
        self._group.addAction(action)
        self._window.addAction(action)
        self.addAction(action)
        self._presets[action] = preset

    @Slot()
    def _add_own(self) -> None:
        for action in list(self._presets)[len(window_presets()) :]:
            self._window.removeAction(action)
            del self._presets[action]
            action.deleteLater()
        for number, preset in enumerate(self._book.own, start=1):
            self._add(preset, f"action_window_own_{number}")
        self._refresh()

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self._session.set_window(self._presets[action].window)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        volume, window = self._session.volume, self._session.window
        intensity = "" if volume is None else volume.intensity
        suits = {action: p.intensity == intensity for action, p in self._presets.items()}
        self.menuAction().setEnabled(any(suits.values()))
        for action, preset in self._presets.items():
            remedy = NEEDS["scan"] if volume is None else _WRONG_VALUES[preset.intensity]
            set_available(action, suits[action], remedy)
            action.setChecked(suits[action] and preset.window == window)
