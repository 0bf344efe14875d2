"""The three planes: how each cuts a canonical volume, and which way the patient lies in it."""

from dataclasses import dataclass
from typing import Any, Literal

from numpy.typing import NDArray

from app import theme
from app.translation import tr
from unet_core.volume import Geometry, Index

Plane = Literal["axial", "sagittal", "coronal"]
Place = tuple[float, float, float]
"""Canonical (z, y, x), fractional; whole numbers are the middles of voxels."""

_ENDS = (("I", "S"), ("A", "P"), ("R", "L"))
"""For each canonical axis (z, y, x): the patient's side at its first and at its last voxel."""


@dataclass(frozen=True)
class PlaneCut:
    """One plane through a canonical (z, y, x) array.

    Attributes:
        axis: Canonical axis that the slices are stacked along.
        row_axis: Canonical axis that runs down the screen.
        column_axis: Canonical axis that runs to the right.
        rows_reversed: Whether the last voxel of ``row_axis`` is drawn at the top.
    """

    name: Plane
    title: str
    colour: str
    axis: int
    row_axis: int
    column_axis: int
    rows_reversed: bool

    def cut(self, canonical: NDArray[Any], position: int) -> NDArray[Any]:
        """(rows, columns) view of one slice as it is drawn; never a copy."""
        where: list[slice | int] = [slice(None)] * 3
        where[self.axis] = position
        if self.rows_reversed:
            where[self.row_axis] = slice(None, None, -1)
        view: NDArray[Any] = canonical[tuple(where)]
        return view

    def shape(self, shape_zyx: Index) -> tuple[int, int]:
        """(rows, columns) of a slice."""
        return (shape_zyx[self.row_axis], shape_zyx[self.column_axis])

    def pixel_mm(self, geometry: Geometry) -> tuple[float, float]:
        """Height and width of a pixel; (1, 1) where the file gives no scale.

        Args:
            geometry: The canonical one.
        """
        if not geometry.has_scale:
            return (1.0, 1.0)
        spacing_zyx = geometry.spacing_xyz_mm[::-1]
        return (spacing_zyx[self.row_axis], spacing_zyx[self.column_axis])

    def row_column(self, index_zyx: Index, shape_zyx: Index) -> tuple[int, int]:
        """Where a canonical voxel is drawn in its slice."""
        row = index_zyx[self.row_axis]
        if self.rows_reversed:
            row = shape_zyx[self.row_axis] - 1 - row
        return (row, index_zyx[self.column_axis])

    def index(self, row: int, column: int, position: int, shape_zyx: Index) -> Index:
        """The canonical voxel drawn at a place; the inverse of ``row_column``."""
        index = [0, 0, 0]
        index[self.axis] = position
        index[self.row_axis] = shape_zyx[self.row_axis] - 1 - row if self.rows_reversed else row
        index[self.column_axis] = column
        return (index[0], index[1], index[2])

    def drawn_at(self, place_zyx: Place, shape_zyx: Index) -> tuple[float, float]:
        """(row, column) in the slice, whose voxel (0, 0) covers 0 to 1, of any canonical place.

        >>> AXIAL.drawn_at((3.0, 2.0, 5.25), (9, 9, 9))
        (2.5, 5.75)
        """
        row = place_zyx[self.row_axis]
        if self.rows_reversed:
            row = shape_zyx[self.row_axis] - 1 - row
        return (row + 0.5, place_zyx[self.column_axis] + 0.5)

    def place(self, row: float, column: float, position: float, shape_zyx: Index) -> Place:
        """The canonical place drawn at (row, column); the inverse of ``drawn_at``."""
        place = [0.0, 0.0, 0.0]
        place[self.axis] = position
        down = row - 0.5
        place[self.row_axis] = shape_zyx[self.row_axis] - 1 - down if self.rows_reversed else down
        place[self.column_axis] = column - 0.5
        return (place[0], place[1], place[2])

    @property
    def letters(self) -> tuple[str, str, str, str]:
        """The patient's side at the left, right, top and bottom edge."""
        first, last = _ENDS[self.row_axis]
        top, bottom = (last, first) if self.rows_reversed else (first, last)
        left, right = _ENDS[self.column_axis]
        return (left, right, top, bottom)

    @property
    def vertical_colour(self) -> str:
        """Colour of the crosshair's vertical line: that of the plane it stands for."""
        return _by_axis(self.column_axis).colour

    @property
    def horizontal_colour(self) -> str:
        """Colour of the crosshair's horizontal line."""
        return _by_axis(self.row_axis).colour


AXIAL = PlaneCut("axial", tr("Axial"), theme.views.AXIAL, 0, 1, 2, rows_reversed=False)
SAGITTAL = PlaneCut("sagittal", tr("Sagittal"), theme.views.SAGITTAL, 2, 0, 1, rows_reversed=True)
CORONAL = PlaneCut("coronal", tr("Coronal"), theme.views.CORONAL, 1, 0, 2, rows_reversed=True)
PLANES: dict[Plane, PlaneCut] = {"axial": AXIAL, "sagittal": SAGITTAL, "coronal": CORONAL}


def _by_axis(axis: int) -> PlaneCut:
    return next(plane for plane in PLANES.values() if plane.axis == axis)
