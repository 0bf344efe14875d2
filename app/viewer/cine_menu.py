"""How fast the slices are played, and what happens at the last one."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.translation import tr
from app.viewer.cine import CINE_MODES, PACES, Cine, CineMode

_WORDS: dict[CineMode, str] = {
    "loop": tr("At the end, begin again"),
    "bounce": tr("At the end, turn round"),
}


class CineMenu(QMenu):
    """Opened from the play button of a view."""

    def __init__(self, cine: Cine, parent: QWidget | None = None) -> None:
        super().__init__(tr("Playing &speed"), parent)
        self.setObjectName("menu_cine")
        self._cine = cine
        self._paces: dict[QAction, int] = {}
        self._modes: dict[QAction, CineMode] = {}
        paces, modes = QActionGroup(self), QActionGroup(self)
        for pace in PACES:
            action = self.addAction(tr("{pace} slices a second", pace=pace))
            action.setObjectName(f"cine_pace_{pace}")
            action.setCheckable(True)
            paces.addAction(action)
            self._paces[action] = pace
        self.addSeparator()
        for mode in CINE_MODES:
            action = self.addAction(_WORDS[mode])
            action.setObjectName(f"cine_mode_{mode}")
            action.setCheckable(True)
            modes.addAction(action)
            self._modes[action] = mode
        self.triggered.connect(self._on_triggered)
        cine.changed.connect(self._refresh)
        self._refresh()

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action in self._paces:
            self._cine.set_pace(self._paces[action])
        elif action in self._modes:
            self._cine.set_mode(self._modes[action])

    @Slot()
    def _refresh(self) -> None:
        for action, pace in self._paces.items():
            action.setChecked(pace == self._cine.pace)
        for action, mode in self._modes.items():
            action.setChecked(mode == self._cine.mode)
