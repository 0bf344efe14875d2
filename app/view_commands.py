"""Commands about how the scan is looked at, and which of them make sense just now."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.actions import enable
from app.document import Window
from app.session import Session
from app.theme import icon
from app.viewer.layout import LAYOUTS, ViewerArea
from app.viewer.masks import toggle_masks
from app.viewer.presets import window_presets


class ViewCommands(QObject):
    """Layouts, mouse, masks, grey windows, worst slices, undo.

    Attributes:
        window_menu: Grey windows by name.
    """

    def __init__(self, session: Session, viewer: ViewerArea, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._viewer = viewer
        self._actions: Mapping[str, QAction] = {}
        self._windows: dict[QAction, Window] = {}
        self.window_menu = QMenu("&Window presets", window)
        self.window_menu.setObjectName("menu_window")
        self._fill_window_menu(window)

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Keep these commands as the session and the views are, from now on."""
        self._actions = actions
        session, viewer = self._session, self._viewer
        for changed in (
            session.volume_changed,
            session.layers_changed,
            session.window_changed,
            session.slice_scores_changed,
        ):
            changed.connect(self._refresh)
        session.undo_stack.indexChanged.connect(self._refresh_undo)
        viewer.layout_changed.connect(self._refresh_layout)
        viewer.mouse_mode_changed.connect(self._refresh_layout)
        self._refresh()
        self._refresh_undo()
        self._refresh_layout()

    def _fill_window_menu(self, window: QWidget) -> None:
        entry = self.window_menu.menuAction()
        entry.setIcon(icon("window_level"))
        entry.setIconText("Window")
        entry.setToolTip("Brightness and contrast for an organ")
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for number, preset in enumerate(window_presets(), start=1):
            action = QAction(preset.title, window)
            action.setObjectName(f"action_window_{preset.name.lower()}")
            action.setShortcut(f"Alt+{number}")
            action.setCheckable(True)
            group.addAction(action)
            window.addAction(action)
            self.window_menu.addAction(action)
            self._windows[action] = preset.window
        group.triggered.connect(self._on_window_chosen)

    # --- what they do ------------------------------------------------------------------------

    @Slot()
    def show_four_up(self) -> None:
        """All three planes."""
        self._viewer.layout_name = "four_up"

    @Slot()
    def show_axial_large(self) -> None:
        """The axial plane large."""
        self._viewer.layout_name = "axial_large"

    @Slot()
    def show_one_up(self) -> None:
        """The axial plane alone."""
        self._viewer.layout_name = "one_up"

    @Slot()
    def reset_views(self) -> None:
        """Fit every slice."""
        self._viewer.reset_views()

    @Slot()
    def use_crosshair(self) -> None:
        """Dragging moves the crosshair."""
        self._viewer.set_mouse_mode("crosshair")

    @Slot()
    def use_window_level(self) -> None:
        """Dragging changes the grey window."""
        self._viewer.set_mouse_mode("window")

    @Slot(bool)
    def set_smooth(self, is_on: bool) -> None:
        """Blend between pixels or not."""
        self._viewer.set_smooth(is_on)

    @Slot()
    def toggle_masks(self) -> None:
        """Show or hide every mask."""
        toggle_masks(self._session)
        self._refresh()

    @Slot(QAction)
    def _on_window_chosen(self, action: QAction) -> None:
        self._session.set_window(self._windows[action])
        self._refresh()

    @Slot()
    def go_next_worst(self) -> None:
        """The slice with the next lowest Dice."""
        self._viewer.go_to_worst(1)

    @Slot()
    def go_previous_worst(self) -> None:
        """Back to the slice before."""
        self._viewer.go_to_worst(-1)

    @Slot()
    def undo(self) -> None:
        """Take back the last change."""
        self._session.undo_stack.undo()

    @Slot()
    def redo(self) -> None:
        """Make it again."""
        self._session.undo_stack.redo()

    # --- how they stand ----------------------------------------------------------------------

    @Slot()
    def _refresh(self) -> None:
        session = self._session
        present = {
            "scan": session.volume is not None,
            "mask": bool(session.layers),
            "scores": session.slice_scores is not None,
        }
        enable(self._actions, frozenset(name for name, is_there in present.items() if is_there))
        visible = any(layer.visible for layer in session.layers)
        self._actions["action_toggle_masks"].setChecked(visible or not session.layers)
        in_hu = session.volume is not None and session.volume.intensity == "HU"
        self.window_menu.menuAction().setEnabled(in_hu)
        for action, window in self._windows.items():
            action.setEnabled(in_hu)
            action.setChecked(in_hu and window == session.window)

    @Slot()
    def _refresh_layout(self) -> None:
        alone = self._viewer.maximised is not None
        for name in LAYOUTS:
            is_on = self._viewer.layout_name == name and not alone
            self._actions[f"action_layout_{name}"].setChecked(is_on)
        self._actions[f"action_mode_{self._viewer.mouse_mode}"].setChecked(True)

    @Slot()
    def _refresh_undo(self) -> None:
        stack = self._session.undo_stack
        undo, redo = self._actions["action_undo"], self._actions["action_redo"]
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())
        undo.setText(f"&Undo {stack.undoText()}".rstrip())
        redo.setText(f"&Redo {stack.redoText()}".rstrip())
