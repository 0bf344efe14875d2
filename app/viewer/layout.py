"""All views of the open scan, in one of several arrangements or one of them alone."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.session import Session
from app.viewer.case_card import CaseCard
from app.viewer.cine import Cine
from app.viewer.cine_menu import CineMenu
from app.viewer.dice_strip import DiceStrip
from app.viewer.over import Over, OverLabel
from app.viewer.pair_panel import PairPanel
from app.viewer.planes import PLANES, Plane
from app.viewer.second_bar import SecondBar
from app.viewer.second_panel import SecondPanel
from app.viewer.second_scan import SecondScan
from app.viewer.slice_panel import SlicePanel
from app.viewer.slice_view import SliceView
from app.viewer.spare_panel import SparePanel
from app.viewer.tool import Painter, Tool

LayoutName = Literal["four_up", "axial_large", "one_up", "three_over_one", "side_by_side", "pair"]
_Cell = tuple[int, int, int, int]
"""Row, column, rows and columns spanned."""
SPARE, SECOND, SIDE, PAIR = "3d", "second", "side", "prediction"
LAYOUTS: dict[LayoutName, dict[str, _Cell]] = {
    "four_up": {
        "axial": (0, 0, 1, 1),
        "sagittal": (0, 1, 1, 1),
        "coronal": (1, 0, 1, 1),
        SPARE: (1, 1, 1, 1),
    },
    "axial_large": {
        "axial": (0, 0, 2, 2),
        "sagittal": (0, 2, 1, 1),
        "coronal": (1, 2, 1, 1),
    },
    "one_up": {"axial": (0, 0, 1, 1)},
    "three_over_one": {
        "axial": (0, 0, 1, 1),
        "sagittal": (0, 1, 1, 1),
        "coronal": (0, 2, 1, 1),
        SPARE: (1, 0, 1, 3),
    },
    "side_by_side": {SIDE: (0, 0, 1, 1), SECOND: (0, 1, 1, 1)},
    "pair": {"axial": (0, 0, 1, 1), PAIR: (0, 1, 1, 1)},
}
"""A new arrangement is a row here; its name is what settings keep.

Three over one is what MITK calls "All 2D top, 3D bottom": the planes in a row over the 3D view.
Side by side shows one plane of the open scan, chosen under the views, and the second scan's; pair,
the axial plane with the reference and again with the prediction.
"""
LARGE_PX, LEAST_SHARE, MOST_SHARE = 600, 2 / 3, 0.81
"""Width that the large view is to have, as long as that is such a share of all."""


class ViewerArea(QWidget):
    """The views in one of several layouts.

    Attributes:
        cine: Plays the slices of a view.
        cine_menu: How fast, and what at the last slice.
        second: The scan beside the open one, with a document of its own.

    Signals:
        hovered: What lies under the pointer in any view; empty when it leaves.
        layout_changed: Another layout, or one view maximised or restored.
        tool_changed: The left mouse button does something else.
        open_second_requested: A scan to lay beside the open one is asked for.
    """

    hovered = Signal(str)
    layout_changed = Signal()
    tool_changed = Signal()
    open_second_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer_area")
        self._session = session
        self.cine = Cine(session, self)
        self.cine_menu = CineMenu(self.cine, self)
        self.panels: dict[Plane, SlicePanel] = {
            plane: SlicePanel(session, plane) for plane in PLANES
        }
        self.spare = SparePanel(session)
        self.second = SecondScan(session, self)
        self.second_panel = SecondPanel(self.second, self.panels)
        self.second_bar = SecondBar(self.second)
        self.pair = PairPanel(session, self.panels["axial"])
        self._cells: dict[str, SlicePanel | SparePanel | SecondPanel] = {
            SPARE: self.spare,
            SECOND: self.second_panel,
            PAIR: self.pair,
        }
        for plane, panel in self.panels.items():
            self._cells[plane] = panel
        for cell in self._cells.values():  # one without a parent is a window of its own
            cell.setParent(self)
        self._side: Plane = "axial"
        self._had_second = False
        self._over_label = OverLabel()
        self._layout_before: LayoutName = "axial_large"
        self._layout_name: LayoutName = "axial_large"
        self._maximised: str | None = None
        self._focused: Plane = "axial"
        self._tool: Tool | None = None
        self._tool_before: Tool | None = None
        self._grid = QGridLayout()
        self._grid.setSpacing(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._grid, 1)
        column.addWidget(self.second_bar)
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        for cell in self._cells.values():
            cell.maximise_requested.connect(self._on_maximise_requested)
        self.pair.view.hovered.connect(self.hovered)
        self.pair.play_requested.connect(self._on_play_requested)
        for panel in self.panels.values():
            panel.view.hovered.connect(self.hovered)
            panel.view.installEventFilter(self)
            panel.play_requested.connect(self._on_play_requested)
            panel.set_play_menu(self.cine_menu)
            panel.view.add_painter(self._over_label)
        for view in self.second_panel.views.values():
            view.hovered.connect(self.hovered)
        self.cine.changed.connect(self._on_cine_changed)
        self.second_panel.open_requested.connect(self.open_second_requested)
        self.second.changed.connect(self._on_second_changed)
        self.second.session.window_changed.connect(self._draw_over)
        self.second_bar.share_changed.connect(self._draw_over)
        self.second_bar.plane_chosen.connect(self.show_side)
        self.second_bar.close_requested.connect(self._on_close_second)

    # --- layout ----------------------------------------------------------------------------

    @property
    def views(self) -> dict[Plane, SliceView]:
        """The three views by plane."""
        return {plane: panel.view for plane, panel in self.panels.items()}

    @property
    def _first_views(self) -> tuple[SliceView, ...]:
        return (*self.views.values(), self.pair.view)

    @property
    def card(self) -> CaseCard:
        """The page about the open scan."""
        return self.spare.card

    @property
    def strip(self) -> DiceStrip:
        """The Dice of each slice, under the axial view."""
        strip = self.panels["axial"].strip
        assert strip is not None
        return strip

    @property
    def layout_name(self) -> LayoutName:
        """Key of LAYOUTS."""
        return self._layout_name

    @layout_name.setter
    def layout_name(self, name: LayoutName) -> None:
        if name not in LAYOUTS:
            raise KeyError(f"no layout {name!r}; there are {', '.join(LAYOUTS)}")
        if name != self._layout_name or self._maximised is not None:
            self._layout_name = name
            self._maximised = None
            self._arrange()

    @property
    def maximised(self) -> str | None:
        """The plane or "3d", shown alone by a double-click; None in an ordinary layout."""
        return self._maximised

    def maximise(self, cell: str | None) -> None:
        """Show one plane, or the 3D view, alone; None goes back to the layout."""
        if cell != self._maximised:
            self._maximised = cell
            self._arrange()

    @property
    def focused(self) -> Plane:
        """The plane of the view that had the keyboard last."""
        return self._focused

    def reset_views(self) -> None:
        """Fit every slice into its view."""
        for view in self._first_views:
            view.reset_view()
        self.spare.reset_view()
        self.second_panel.reset_view()

    def _arrange(self) -> None:
        alone = self._maximised
        cells = LAYOUTS[self._layout_name] if alone is None else {alone: (0, 0, 1, 1)}
        cells = {self._side if name == SIDE else name: cell for name, cell in cells.items()}
        self.second_bar.show_plane(self._side if SECOND in cells else None)
        for widget in self._cells.values():
            self._grid.removeWidget(widget)
        for index in range(3):
            self._grid.setRowStretch(index, 0)
            self._grid.setColumnStretch(index, 0)
        for name, (row, column, rows, columns) in cells.items():
            self._grid.addWidget(self._cells[name], row, column, rows, columns)
            for index in range(row, row + rows):
                self._grid.setRowStretch(index, 1)
            for index in range(column, column + columns):
                self._grid.setColumnStretch(index, 1)
        for name, cell in self._cells.items():
            cell.setVisible(name in cells)
            cell.show_maximised(name == alone)
        self._share_width()
        self.layout_changed.emit()

    def _share_width(self) -> None:
        """Leave more to the large view where there is little."""
        if self._layout_name == "axial_large" and self._maximised is None:
            large = max(LEAST_SHARE, min(LARGE_PX / max(self.width(), 1), MOST_SHARE))
            for column, part in enumerate((large / 2, large / 2, 1 - large)):
                self._grid.setColumnStretch(column, round(1000 * part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_width()

    @Slot()
    def _on_maximise_requested(self) -> None:
        name = next(name for name, cell in self._cells.items() if cell is self.sender())
        self.maximise(None if self._maximised == name else name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember which view has the keyboard."""
        if event.type() == QEvent.Type.FocusIn:
            for plane, view in self.views.items():
                if view is watched:
                    self._focused = plane
        return super().eventFilter(watched, event)

    # --- how the views behave --------------------------------------------------------------

    @property
    def tool(self) -> Tool | None:
        """What a left drag does; None moves the crosshair."""
        return self._tool

    def set_tool(self, tool: Tool | None) -> None:
        """Take up another tool in every view; the one before lets go of what is half drawn."""
        if tool is self._tool:
            return
        if self._tool is not None:
            self._tool.leave()
        self._tool_before, self._tool = self._tool, tool
        for view in self._first_views:
            view.set_tool(tool)
        self.tool_changed.emit()

    def swap_tools(self) -> None:
        """Take up the tool held before this one."""
        self.set_tool(self._tool_before)

    def set_ctrl_tool(self, tool: Tool | None) -> None:
        """What a left drag with Ctrl does in every view, whichever tool is held."""
        for view in self._first_views:
            view.set_ctrl_tool(tool)

    def add_painter(self, painter: Painter) -> None:
        """Let something be drawn over every slice of the open scan."""
        for view in self._first_views:
            view.add_painter(painter)

    @property
    def crosshair_visible(self) -> bool:
        """Whether any view shows the lines of the others."""
        return any(view.crosshair_visible for view in self.views.values())

    def set_crosshair_visible(self, visible: bool) -> None:
        """Show or hide the crosshair in every view."""
        for view in (*self._first_views, *self.second_panel.views.values()):
            view.set_crosshair_visible(visible)

    @property
    def smooth(self) -> bool:
        """Whether every view interpolates between voxels."""
        return all(view.smooth for view in self.views.values())

    def set_smooth(self, smooth: bool) -> None:
        """Interpolate between voxels in every view, or show each voxel as a block."""
        for view in (*self._first_views, *self.second_panel.views.values()):
            view.set_smooth(smooth)
        self._draw_over()

    # --- the second scan -------------------------------------------------------------------

    @property
    def side(self) -> Plane:
        """The plane that the layout side by side shows."""
        return self._side

    @Slot(str)
    def show_side(self, plane: Plane) -> None:
        """Which plane the layout side by side shows."""
        self._side = plane
        self.second_panel.show_plane(plane)
        self._arrange()

    @Slot()
    def _on_second_changed(self) -> None:
        """Bring the two side by side when there are two, and go back when there are not."""
        first, second = self._session.volume, self.second.volume
        for panel in self.panels.values():
            panel.set_scan_name(first.name if first is not None and second is not None else "")
        if second is not None and not self._had_second:
            self._layout_before = self._layout_name
            self.layout_name = "side_by_side"
        elif second is None and self._had_second and self._layout_name == "side_by_side":
            self.layout_name = self._layout_before
        self._had_second = second is not None
        self._draw_over()

    @Slot()
    def _on_close_second(self) -> None:
        self._session.set_second(None)

    @Slot()
    def _draw_over(self) -> None:
        """Blend the second scan over the first, by the slider under the views."""
        share = self.second_bar.share
        onto = self.second.onto_first(is_smooth=self.smooth) if share > 0 else None
        over = None if onto is None else Over(onto, self.second.session.window, share)
        self._over_label.over = over
        for view in self.views.values():
            if over is not view.over:
                view.over = over
                view.update()

    # --- slices in turn --------------------------------------------------------------------

    def toggle_cine(self) -> None:
        """Play the view that had the keyboard last, or stop."""
        self.cine.toggle(self._focused)

    @Slot()
    def _on_play_requested(self) -> None:
        found = (plane for plane, panel in self.panels.items() if panel is self.sender())
        plane: Plane = next(found, "axial")
        if self.cine.plane not in (None, plane):
            self.cine.stop()
        self.cine.toggle(plane)

    @Slot()
    def _on_cine_changed(self) -> None:
        for plane, panel in self.panels.items():
            panel.show_playing(plane == self.cine.plane)

    def go_to_worst(self, step: int = 1) -> bool:
        """Show the next (1) or previous (-1) worst slice; False where nothing is scored."""
        z, y, x = self._session.cursor
        found = self.strip.next_worst(step, z)
        if found is None:
            return False
        self._session.set_cursor((found, y, x))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the views leave to whoever knows the scores and the tools."""
        if event.modifiers():
            event.ignore()
            return
        match Qt.Key(event.key()):
            case Qt.Key.Key_N if self.go_to_worst(1):
                pass
            case Qt.Key.Key_P if self.go_to_worst(-1):
                pass
            case Qt.Key.Key_Escape if self._tool is not None:
                self.set_tool(None)
            case Qt.Key.Key_Space if self._tool is not None or self._tool_before is not None:
                self.swap_tools()
            case _:
                event.ignore()

    # --- closing ---------------------------------------------------------------------------

    def close_jobs(self) -> None:
        """Stop what runs beside the window; to be called before it closes."""
        self.cine.stop()
        self.spare.close_jobs()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_jobs()
        event.accept()
