"""Where a slice lies in its widget: the one conversion between pointer and voxel."""

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Indices = NDArray[np.intp]
Number = TypeVar("Number", float, NDArray[np.floating[Any]])
MARGIN_PX = 6
ZOOM_RANGE = (0.2, 60.0)


@dataclass(frozen=True)
class Placement:
    """A slice in a widget. Voxel (row, column) covers [row, row+1) x [column, column+1).

    Attributes:
        shape: (rows, columns) of the slice.
        pixel_mm: Height and width of a pixel.
        size_px: (width, height) of the widget.
        zoom: 1 where the whole slice just fits.
        centre: (row, column) in the middle of the widget.
    """

    shape: tuple[int, int]
    pixel_mm: tuple[float, float]
    size_px: tuple[int, int]
    zoom: float = 1.0
    centre: tuple[float, float] = (0.0, 0.0)

    @classmethod
    def fitted(
        cls, shape: tuple[int, int], pixel_mm: tuple[float, float], size_px: tuple[int, int]
    ) -> "Placement":
        """The whole slice, as large as it goes."""
        return cls(shape, pixel_mm, size_px, 1.0, (shape[0] / 2, shape[1] / 2))

    @cached_property
    def px_per_mm(self) -> float:
        """Screen pixels a millimetre."""
        width, height = (max(side - 2 * MARGIN_PX, 8) for side in self.size_px)
        fit = min(
            width / (self.shape[1] * self.pixel_mm[1]), height / (self.shape[0] * self.pixel_mm[0])
        )
        return fit * self.zoom

    @cached_property
    def scale(self) -> tuple[float, float]:
        """Screen pixels a voxel, down and across."""
        return (self.pixel_mm[0] * self.px_per_mm, self.pixel_mm[1] * self.px_per_mm)

    @cached_property
    def corner(self) -> tuple[float, float]:
        """(x, y) in the widget of the slice's top left corner."""
        return self.to_widget(0.0, 0.0)

    def to_widget(self, row: float, column: float) -> tuple[float, float]:
        """(x, y) of a place in the slice.

        >>> Placement.fitted((10, 10), (1.0, 1.0), (112, 112)).to_widget(5.0, 0.0)
        (6.0, 56.0)
        """
        down, across = self.scale
        return (
            (column - self.centre[1]) * across + self.size_px[0] / 2,
            (row - self.centre[0]) * down + self.size_px[1] / 2,
        )

    def to_slice(self, x: Number, y: Number) -> tuple[Number, Number]:
        """(row, column), fractional, under a place in the widget."""
        down, across = self.scale
        return (
            (y - self.size_px[1] / 2) / down + self.centre[0],
            (x - self.size_px[0] / 2) / across + self.centre[1],
        )

    def voxel(self, x: float, y: float) -> tuple[int, int]:
        """(row, column) of the voxel under a place; may lie outside the slice."""
        row, column = self.to_slice(x, y)
        return (math.floor(row), math.floor(column))

    def pixel_centre(self, x: float, y: float, pixel_ratio: float) -> tuple[float, float]:
        """The middle of the screen's pixel that holds (x, y): what is drawn there is under it.

        Args:
            pixel_ratio: Pixels of the screen for one of the widget.
        """
        return (
            (math.floor(x * pixel_ratio) + 0.5) / pixel_ratio,
            (math.floor(y * pixel_ratio) + 0.5) / pixel_ratio,
        )

    def drawn_voxels(self, size: tuple[int, int], pixel_ratio: float) -> tuple[Indices, Indices]:
        """The row of each line and the column of each column of the screen's pixels.

        Exactly what ``voxel`` says of their middles; both may lie outside the slice.

        Args:
            size: (width, height) in pixels of the screen.
            pixel_ratio: Pixels of the screen for one of the widget.
        """
        width, height = size
        row, column = self.to_slice(
            (np.arange(width) + 0.5) / pixel_ratio, (np.arange(height) + 0.5) / pixel_ratio
        )
        return np.floor(row).astype(np.intp), np.floor(column).astype(np.intp)

    def holds(self, row: int, column: int) -> bool:
        """Whether a voxel lies in the slice."""
        return 0 <= row < self.shape[0] and 0 <= column < self.shape[1]

    def zoomed(self, factor: float, x: float, y: float) -> "Placement":
        """Larger or smaller, with what is under (x, y) staying there."""
        row, column = self.to_slice(x, y)
        zoom = min(max(self.zoom * factor, ZOOM_RANGE[0]), ZOOM_RANGE[1])
        ratio = self.zoom / zoom
        return replace(
            self,
            zoom=zoom,
            centre=(
                row - (row - self.centre[0]) * ratio,
                column - (column - self.centre[1]) * ratio,
            ),
        )

    def panned(self, dx: float, dy: float) -> "Placement":
        """Moved by screen pixels; the slice's middle cannot be pushed out of sight."""
        down, across = self.scale
        return self._around(self.centre[0] - dy / down, self.centre[1] - dx / across)

    def resized(self, size_px: tuple[int, int]) -> "Placement":
        """The same middle and zoom in a widget of another size."""
        return replace(self, size_px=size_px)

    def showing(self, row: float, column: float) -> "Placement":
        """Moved so far that a place comes into sight; the same where it is already."""
        x, y = self.to_widget(row, column)
        if 0 <= x < self.size_px[0] and 0 <= y < self.size_px[1]:
            return self
        half_rows, half_columns = (
            self.size_px[1] / 2 / self.scale[0] * 0.9,
            self.size_px[0] / 2 / self.scale[1] * 0.9,
        )
        return self._around(
            min(max(self.centre[0], row - half_rows), row + half_rows),
            min(max(self.centre[1], column - half_columns), column + half_columns),
        )

    def _around(self, row: float, column: float) -> "Placement":
        rows, columns = self.shape
        return replace(self, centre=(min(max(row, 0.0), rows), min(max(column, 0.0), columns)))
