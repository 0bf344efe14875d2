"""All views of the open scan, side by side or one alone."""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.session import Session
from app.viewer.case_card import CaseCard
from app.viewer.dice_strip import DiceStrip
from app.viewer.planes import PLANES, Plane
from app.viewer.slice_panel import SlicePanel
from app.viewer.slice_view import MouseMode, SliceView

LayoutName = Literal["four_up", "axial_large", "one_up"]
_Cell = tuple[int, int, int, int]
"""Row, column, rows and columns spanned."""
_CARD = "card"
LAYOUTS: dict[LayoutName, dict[str, _Cell]] = {
    "four_up": {
        "axial": (0, 0, 1, 1),
        "sagittal": (0, 1, 1, 1),
        "coronal": (1, 0, 1, 1),
        _CARD: (1, 1, 1, 1),
    },
    "axial_large": {
        "axial": (0, 0, 2, 2),
        "sagittal": (0, 2, 1, 1),
        "coronal": (1, 2, 1, 1),
    },
    "one_up": {"axial": (0, 0, 1, 1)},
}
"""A new arrangement is a row here; its name is what settings keep."""


class ViewerArea(QWidget):
    """The views in one of several layouts.

    Signals:
        hovered: What lies under the pointer in any view; empty when it leaves.
        layout_changed: Another layout, or one view maximised or restored.
        mouse_mode_changed: "crosshair" or "window".
    """

    hovered = Signal(str)
    layout_changed = Signal()
    mouse_mode_changed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer_area")
        self._session = session
        self.panels: dict[Plane, SlicePanel] = {
            plane: SlicePanel(session, plane) for plane in PLANES
        }
        self.card = CaseCard(session)
        self._cells: dict[str, QWidget] = {_CARD: self.card}
        for plane, panel in self.panels.items():
            self._cells[plane] = panel
        self._layout_name: LayoutName = "axial_large"
        self._maximised: Plane | None = None
        self._mouse_mode: MouseMode = "crosshair"
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3)
        for panel in self.panels.values():
            panel.maximise_requested.connect(self._on_maximise_requested)
            panel.view.hovered.connect(self.hovered)
        self._arrange()

    # --- layout ----------------------------------------------------------------------------

    @property
    def views(self) -> dict[Plane, SliceView]:
        """The three views by plane."""
        return {plane: panel.view for plane, panel in self.panels.items()}

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
    def maximised(self) -> Plane | None:
        """The plane shown alone by a double-click; None in an ordinary layout."""
        return self._maximised

    def maximise(self, plane: Plane | None) -> None:
        """Show one plane alone; None goes back to the layout."""
        if plane != self._maximised:
            self._maximised = plane
            self._arrange()

    def reset_views(self) -> None:
        """Fit every slice into its view."""
        for view in self.views.values():
            view.reset_view()

    def _arrange(self) -> None:
        alone = self._maximised
        cells = LAYOUTS[self._layout_name] if alone is None else {alone: (0, 0, 1, 1)}
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
        for name, widget in self._cells.items():
            widget.setVisible(name in cells)
        for plane, panel in self.panels.items():
            panel.show_maximised(plane == alone)
        self.layout_changed.emit()

    @Slot()
    def _on_maximise_requested(self) -> None:
        sender: QObject = self.sender()
        plane = next(plane for plane, panel in self.panels.items() if panel is sender)
        self.maximise(None if self._maximised == plane else plane)

    # --- how the views behave --------------------------------------------------------------

    @property
    def mouse_mode(self) -> MouseMode:
        """What a left drag does: "crosshair" or "window"."""
        return self._mouse_mode

    def set_mouse_mode(self, mode: MouseMode) -> None:
        """Change what a left drag does, in every view."""
        for view in self.views.values():
            view.set_mouse_mode(mode)
        if mode != self._mouse_mode:
            self._mouse_mode = mode
            self.mouse_mode_changed.emit(mode)

    @property
    def crosshair_visible(self) -> bool:
        """Whether any view shows the lines of the others."""
        return any(view.crosshair_visible for view in self.views.values())

    def set_crosshair_visible(self, visible: bool) -> None:
        """Show or hide the crosshair in every view."""
        for view in self.views.values():
            view.set_crosshair_visible(visible)

    @property
    def smooth(self) -> bool:
        """Whether every view interpolates between voxels."""
        return all(view.smooth for view in self.views.values())

    def set_smooth(self, smooth: bool) -> None:
        """Interpolate between voxels in every view, or show each voxel as a block."""
        for view in self.views.values():
            view.set_smooth(smooth)

    # --- worst slices ----------------------------------------------------------------------

    def go_to_worst(self, step: int = 1) -> bool:
        """Show the next (1) or previous (-1) worst slice; False where nothing is scored."""
        z, y, x = self._session.cursor
        found = self.strip.next_worst(step, z)
        if found is None:
            return False
        self._session.set_cursor((found, y, x))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N and P, which the views leave to whoever knows the scores."""
        step = {Qt.Key.Key_N: 1, Qt.Key.Key_P: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() or not self.go_to_worst(step):
            event.ignore()

    # --- closing ---------------------------------------------------------------------------

    def close_jobs(self) -> None:
        """Stop what runs beside the window; to be called before it closes."""
        self.card.close_jobs()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_jobs()
        event.accept()
