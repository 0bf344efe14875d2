"""Commands about how the scan is looked at, and which of them make sense just now."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.actions import enable, set_available
from app.session import Session
from app.settings import Settings
from app.tools.window_level import WindowLevel
from app.tools.window_region import WindowRegion
from app.translation import tr
from app.viewer.cine import CINE_MODES
from app.viewer.layout import LAYOUTS, ViewerArea
from app.viewer.masks import toggle_masks
from app.window_memory import WindowMemory
from app.window_menu import WindowMenu


class ViewCommands(QObject):
    """Layouts, mouse, masks, grey windows, slices in turn, undo.

    Attributes:
        window_menu: Grey windows by name.
    """

    def __init__(
        self, session: Session, viewer: ViewerArea, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._viewer = viewer
        self._settings = settings
        self._window_level = WindowLevel(session)
        self._second_level = WindowLevel(viewer.second.session)
        region = WindowRegion(session)
        viewer.set_ctrl_tool(region)
        viewer.add_painter(region)
        second_region = WindowRegion(viewer.second.session)
        for view in viewer.second_panel.views.values():
            view.set_ctrl_tool(second_region)
            view.add_painter(second_region)
        self._restore()
        self._actions: Mapping[str, QAction] = {}
        WindowMemory(session, settings, self)
        self.window_menu = WindowMenu(session, window)

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Keep these commands as the session and the views are, from now on."""
        self._actions = actions
        session, viewer = self._session, self._viewer
        for changed in (
            session.volume_changed,
            session.second_changed,
            session.layers_changed,
            session.slice_scores_changed,
            session.compare_changed,
        ):
            changed.connect(self._refresh)
        session.undo_stack.indexChanged.connect(self._refresh_undo)
        viewer.layout_changed.connect(self._refresh_layout)
        viewer.tool_changed.connect(self._refresh_tool)
        viewer.cine.changed.connect(self._refresh_cine)
        viewer.open_second_requested.connect(actions["action_open_second"].trigger)
        self._refresh()
        self._refresh_undo()
        self._refresh_layout()
        self._refresh_tool()
        self._refresh_cine()

    def _restore(self) -> None:
        """The views as they were left."""
        viewer, settings = self._viewer, self._settings
        for name in LAYOUTS:
            if name == settings.layout:
                viewer.layout_name = name
        viewer.cine.set_pace(settings.cine_pace)
        for mode in CINE_MODES:
            if mode == settings.cine_mode:
                viewer.cine.set_mode(mode)

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
    def show_three_over_one(self) -> None:
        """The planes in a row over the 3D view."""
        self._viewer.layout_name = "three_over_one"

    @Slot()
    def show_side_by_side(self) -> None:
        """The open scan beside the second."""
        self._viewer.layout_name = "side_by_side"

    @Slot()
    def toggle_flicker(self) -> None:
        """The second scan in place of the first, or back."""
        self._viewer.second_bar.flicker()

    @Slot()
    def toggle_cine(self) -> None:
        """Play the slices of the view in use, or stop."""
        self._viewer.toggle_cine()

    @Slot()
    def reset_views(self) -> None:
        """Fit every slice."""
        self._viewer.reset_views()

    @Slot()
    def use_crosshair(self) -> None:
        """Dragging moves the crosshair."""
        self._viewer.set_tool(None)

    @Slot()
    def use_window_level(self) -> None:
        """Dragging changes the grey window."""
        self._viewer.set_tool(self._window_level)

    @Slot(bool)
    def set_smooth(self, is_on: bool) -> None:
        """Blend between pixels or not."""
        self._viewer.set_smooth(is_on)

    @Slot()
    def toggle_masks(self) -> None:
        """Show or hide every mask."""
        toggle_masks(self._session)
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
            "second": session.second is not None,
            "mask": bool(session.layers),
            "scores": session.slice_scores is not None,
            "pair": session.compared is not None,
        }
        enable(self._actions, frozenset(name for name, is_there in present.items() if is_there))
        visible = any(layer.visible for layer in session.layers)
        self._actions["action_toggle_masks"].setChecked(visible or not session.layers)

    @Slot()
    def _refresh_layout(self) -> None:
        alone = self._viewer.maximised is not None
        for name in LAYOUTS:
            is_on = self._viewer.layout_name == name and not alone
            self._actions[f"action_layout_{name}"].setChecked(is_on)
        self._settings.layout = self._viewer.layout_name

    @Slot()
    def _refresh_tool(self) -> None:
        tool = self._viewer.tool
        for view in self._viewer.second_panel.views.values():
            view.set_tool(self._second_level if tool is self._window_level else None)
        action = self._actions.get(f"action_mode_{'crosshair' if tool is None else tool.name}")
        if action is not None:
            action.setChecked(True)

    @Slot()
    def _refresh_cine(self) -> None:
        cine = self._viewer.cine
        self._actions["action_toggle_cine"].setChecked(cine.plane is not None)
        self._settings.cine_pace, self._settings.cine_mode = cine.pace, cine.mode

    @Slot()
    def _refresh_undo(self) -> None:
        stack = self._session.undo_stack
        undo, redo = self._actions["action_undo"], self._actions["action_redo"]
        set_available(undo, stack.canUndo(), tr("There is nothing to take back."))
        set_available(redo, stack.canRedo(), tr("Nothing was taken back that could be made again."))
        undo.setText(tr("&Undo {change}", change=stack.undoText()).rstrip())
        redo.setText(tr("&Redo {change}", change=stack.redoText()).rstrip())
