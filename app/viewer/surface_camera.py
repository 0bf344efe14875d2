"""From where the 3D view is looked at: a camera that goes round the patient and stays upright."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from unet_core.volume import Point

VIEW_ANGLE = 30.0
"""Degrees from the lower to the upper edge of the view."""
DEGREES_A_PIXEL = 0.5
FIT_MARGIN = 1.05
_FRONT, _LEFT, _UP = (np.array(v, float) for v in ((0, -1, 0), (1, 0, 0), (0, 0, 1)))
STANDARD_VIEWS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "A": (0.0, 0.0),
        "P": (180.0, 0.0),
        "L": (90.0, 0.0),
        "R": (-90.0, 0.0),
        "S": (180.0, 90.0),
        "I": (0.0, -90.0),
    }
)
"""(azimuth, elevation) to look from a side of the patient. From above and below the front is at
the top, as in 3D Slicer; from below that is an axial slice as radiologists draw it."""
_SIDES = (("L", "R"), ("P", "A"), ("S", "I"))
"""For each LPS axis: the side it grows towards, and the other."""
Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Camera:
    """A place to look from.

    Attributes:
        focus: LPS mm in the middle of the view.
        distance_mm: From there to the eye.
        azimuth: Degrees round the patient: 0 in front, 90 at the left, 180 behind.
        elevation: Degrees above the feet-to-head middle: 90 over the head, -90 under the feet.
    """

    focus: Point = (0.0, 0.0, 0.0)
    distance_mm: float = 500.0
    azimuth: float = 0.0
    elevation: float = 0.0

    @property
    def backwards(self) -> Vector:
        """Unit vector from the focus to the eye."""
        rise = math.radians(self.elevation)
        return self._level * math.cos(rise) + _UP * math.sin(rise)

    @property
    def upwards(self) -> Vector:
        """Unit vector towards the top of the view."""
        rise = math.radians(self.elevation)
        return _UP * math.cos(rise) - self._level * math.sin(rise)

    @property
    def rightwards(self) -> Vector:
        """Unit vector towards the right edge of the view."""
        return np.cross(self.upwards, self.backwards)

    @property
    def eye(self) -> Point:
        """LPS mm."""
        return _point(np.asarray(self.focus) + self.backwards * self.distance_mm)

    @property
    def _level(self) -> Vector:
        turn = math.radians(self.azimuth)
        return _FRONT * math.cos(turn) + _LEFT * math.sin(turn)

    def rotated(self, right_px: float, down_px: float) -> "Camera":
        """What is looked at follows the pointer: its front turns right and tips down."""
        return replace(
            self,
            azimuth=(self.azimuth - right_px * DEGREES_A_PIXEL + 180.0) % 360.0 - 180.0,
            elevation=min(max(self.elevation + down_px * DEGREES_A_PIXEL, -90.0), 90.0),
        )

    def panned(self, right_px: float, down_px: float, height_px: int) -> "Camera":
        """What is looked at moves with the pointer."""
        mm = 2 * self.distance_mm * math.tan(math.radians(VIEW_ANGLE / 2)) / max(height_px, 1)
        moved = (self.upwards * down_px - self.rightwards * right_px) * mm
        return replace(self, focus=_point(np.asarray(self.focus) + moved))

    def zoomed(self, factor: float, size_mm: float) -> "Camera":
        """Closer (factor above 1) or further away.

        Args:
            factor: How many times larger.
            size_mm: Of what is looked at; keeps the eye from going through it or out of sight.
        """
        nearest, furthest = 0.1 * size_mm, 20 * size_mm
        return replace(self, distance_mm=min(max(self.distance_mm / factor, nearest), furthest))

    def seen_from(self, side: str) -> "Camera":
        """Looking from a side of the patient, a key of STANDARD_VIEWS."""
        azimuth, elevation = STANDARD_VIEWS[side]
        return replace(self, azimuth=azimuth, elevation=elevation)

    def fitted(self, bounds: tuple[Point, Point], aspect: float) -> "Camera":
        """All of a box in view, from the same side.

        Args:
            bounds: Lowest and highest corner, LPS mm.
            aspect: Width of the view by its height.
        """
        low, high = np.asarray(bounds[0]), np.asarray(bounds[1])
        corners = np.stack(np.meshgrid(*zip(low, high, strict=True)), axis=-1).reshape(-1, 3)
        from_middle = corners - (low + high) / 2
        slope = math.tan(math.radians(VIEW_ANGLE / 2)) / FIT_MARGIN
        across = np.abs(from_middle @ self.rightwards) / (slope * max(aspect, 0.1))
        along = np.abs(from_middle @ self.upwards) / slope
        distances = np.maximum(across, along) + from_middle @ self.backwards
        middle, distance = _point((low + high) / 2), float(distances.max())
        return replace(self, focus=middle, distance_mm=max(distance, 1.0))

    def side_letters(self) -> tuple[str, str, str, str]:
        """The patient's side at the left, right, top and bottom edge.

        >>> Camera().side_letters(), Camera(azimuth=45.0).side_letters()[1]
        (('R', 'L', 'S', 'I'), 'LP')
        """
        right, up = self.rightwards, self.upwards
        return (letters_of(-right), letters_of(right), letters_of(up), letters_of(-up))


def letters_of(direction: Vector) -> str:
    """The one or two sides of the patient a unit vector points to, the main one first."""
    order = sorted(range(3), key=lambda axis: -abs(direction[axis]))
    return "".join(
        _SIDES[axis][int(direction[axis] < 0)] for axis in order[:2] if abs(direction[axis]) > 0.4
    )


def _point(vector: Vector) -> Point:
    return (float(vector[0]), float(vector[1]), float(vector[2]))
