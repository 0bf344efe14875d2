"""The right-click menu of a view: grey windows by name, and how the view is drawn."""

from typing import Protocol

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.document import Window
from app.session import Session
from app.translation import tr
from app.viewer.presets import PresetBook, window_presets


class _View(Protocol):
    smooth: bool
    crosshair_visible: bool

    def auto_window(self) -> Window | None: ...
    def set_smooth(self, smooth: bool) -> None: ...
    def set_crosshair_visible(self, visible: bool) -> None: ...
    def reset_view(self) -> None: ...


class ViewMenu(QMenu):
    """Made anew for each right click.

    Args:
        session: Whose window it sets.
        view: What it was opened on.
        parent: The same view, as a widget.
    """

    def __init__(self, session: Session, view: _View, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("view_menu")
        self._session = session
        self._view = view
        self._windows: dict[QAction, Window] = {}
        volume = session.volume
        in_hu = volume is not None and volume.intensity == "HU"
        for preset in window_presets():
            title = preset.title if in_hu else tr("{preset}  (needs HU)", preset=preset.title)
            self._offer(title, f"preset_{preset.name.lower()}", preset.window, is_fit=in_hu)
        own = PresetBook.of(session).own
        for number, preset in enumerate(own, start=1):
            is_fit = volume is not None and preset.intensity == volume.intensity
            if is_fit:
                self._offer(preset.title, f"preset_own_{number}", preset.window, is_fit=True)
        for number, one in enumerate(volume.windows if volume is not None else (), start=1):
            title = tr("From file  {width:g} / {level:g}", width=one[0], level=one[1])
            self._offer(title, f"preset_file_{number}", Window(*one), is_fit=True)
        self._auto = self._add("preset_auto", tr("Auto (fit this slice)"))
        self.addSeparator()
        self._smooth = self._add("view_smooth", tr("Smooth image"), checked=view.smooth)
        self._crosshair = self._add(
            "view_crosshair", tr("Crosshair\tX"), checked=view.crosshair_visible
        )
        self._reset = self._add("view_reset", tr("Reset view\tR"))
        self.triggered.connect(self._on_triggered)

    def _offer(self, title: str, name: str, window: Window, *, is_fit: bool) -> None:
        action = self._add(name, title, checked=is_fit and self._session.window == window)
        action.setEnabled(is_fit)
        self._windows[action] = window

    def _add(self, name: str, text: str, *, checked: bool | None = None) -> QAction:
        action = self.addAction(text)
        action.setObjectName(name)
        action.setCheckable(checked is not None)
        action.setChecked(bool(checked))
        return action

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action in self._windows:
            self._session.set_window(self._windows[action])
        elif action is self._auto:
            window = self._view.auto_window()
            if window is not None:
                self._session.set_window(window)
        elif action is self._smooth:
            self._view.set_smooth(action.isChecked())
        elif action is self._crosshair:
            self._view.set_crosshair_visible(action.isChecked())
        elif action is self._reset:
            self._view.reset_view()
