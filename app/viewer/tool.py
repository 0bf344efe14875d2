"""What a mouse tool is to a slice view: it may take a drag, answer keys, and draw over the slice.

Tools live in ``app.tools``, one file each, and know views only as this.
"""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from app.document import CompareMode
from app.viewer.placement import Placement
from app.viewer.planes import PlaneCut
from unet_core.volume import Index, Point


class View(Protocol):
    """A slice view, as far as a tool sees it."""

    @property
    def plane(self) -> PlaneCut:
        """How it cuts the scan."""

    @property
    def position(self) -> int:
        """Canonical index of the slice on show."""

    @property
    def placement(self) -> Placement | None:
        """Where the slice lies in the widget; None while no scan is open."""

    @property
    def compare_mode(self) -> CompareMode | None:
        """How this view alone shows reference and prediction; None follows the session."""

    @property
    def covered_px(self) -> int:
        """How far down something else lies over the view."""

    def voxel_at(self, position: QPointF) -> Index | None:
        """The canonical voxel under a point of the widget; None outside the scan."""

    def point_at(self, position: QPointF) -> Point | None:
        """LPS mm under a point of the widget, in the middle of the slice; None without a scan."""

    def place_of(self, point_xyz_mm: Point) -> QPointF:
        """Where a point of the patient is drawn, if it lies in or is projected on this slice."""

    def slices_from(self, point_xyz_mm: Point) -> float:
        """How many slices a point lies above (positive) or below the slice on show."""

    def update(self) -> None:
        """Draw anew soon."""


class Tool(Protocol):
    """What the left mouse button does.

    Attributes:
        name: Key of the tool, for settings and actions.
        cursor: Shape of the pointer over a scan.
    """

    name: str
    cursor: Qt.CursorShape

    def press(self, view: View, event: QMouseEvent) -> bool:
        """A left press without pan, zoom or double-click; True takes the drag that follows."""

    def move(self, view: View, event: QMouseEvent) -> None:
        """The pointer moved, in a drag of this tool or hovering."""

    def release(self, view: View, event: QMouseEvent) -> None:
        """The drag ended."""

    def key(self, view: View, event: QKeyEvent) -> bool:
        """A key the view was given; True if the tool used it."""

    def leave(self) -> None:
        """Another tool is taken up: what is half drawn goes."""


class Painter(Protocol):
    """Something drawn over every slice, whichever tool is held."""

    def paint(self, view: View, painter: QPainter) -> None:
        """Draw what lies in this slice, in widget pixels; called within paintEvent."""
