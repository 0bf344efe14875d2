"""One slice of a scan in a widget: the conversions between pointer, voxel and patient."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from app.viewer.placement import Placement
from app.viewer.planes import PlaneCut
from unet_core.volume import Geometry, Index, Point


@dataclass(frozen=True)
class SliceFrame:
    """Where each voxel of one slice is on the screen.

    Attributes:
        geometry: The canonical one of the scan.
        position: Canonical index of the slice.
        pixel_ratio: Pixels of the screen for one of the widget.
    """

    plane: PlaneCut
    geometry: Geometry
    position: int
    placement: Placement
    pixel_ratio: float = 1.0

    def voxel_at(self, position: QPointF) -> Index | None:
        """The canonical voxel under a point of the widget; None outside the scan."""
        row, column = self.row_column_at(position)
        return self.nearest(row, column) if self.placement.holds(row, column) else None

    def row_column_at(self, position: QPointF) -> tuple[int, int]:
        """What the pixel under a point shows, which is what lies under its middle."""
        x, y = self.placement.pixel_centre(position.x(), position.y(), self.pixel_ratio)
        return self.placement.voxel(x, y)

    def nearest(self, row: int, column: int) -> Index:
        """The canonical voxel of this slice that is drawn at (row, column); pulled to its edge."""
        rows, columns = self.placement.shape
        row, column = min(max(row, 0), rows - 1), min(max(column, 0), columns - 1)
        return self.plane.index(row, column, self.position, self.geometry.shape_zyx)

    def point_of(self, index_zyx: Index) -> QPointF:
        """Where the middle of a canonical voxel is drawn, if its slice is shown."""
        row, column = self.plane.row_column(index_zyx, self.geometry.shape_zyx)
        return QPointF(*self.placement.to_widget(row + 0.5, column + 0.5))

    def point_at(self, position: QPointF) -> Point:
        """LPS mm under a point of the widget, in the middle of the slice."""
        row, column = self.placement.to_slice(position.x(), position.y())
        place = self.plane.place(row, column, self.position, self.geometry.shape_zyx)
        return self.geometry.point(place)

    def place_of(self, point_xyz_mm: Point) -> QPointF:
        """Where a point of the patient is drawn, seen along the slices' axis."""
        place = self.plane.drawn_at(self.geometry.place(point_xyz_mm), self.geometry.shape_zyx)
        return QPointF(*self.placement.to_widget(*place))

    def slices_from(self, point_xyz_mm: Point) -> float:
        """How many slices a point lies above (positive) or below this one."""
        return self.geometry.place(point_xyz_mm)[self.plane.axis] - self.position
