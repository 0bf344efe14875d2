"""What the 3D view and the process that draws it say to each other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unet_core.volume import Point

Colour = tuple[float, float, float]
"""Red, green, blue from 0 to 1."""


@dataclass(frozen=True, eq=False)
class Load:
    """Take a surface, or another one in its place; see ``unet_core.surfaces.Surface``."""

    key: int
    points: NDArray[np.float32]
    triangles: NDArray[np.int32]
    normals: NDArray[np.float32]


@dataclass(frozen=True)
class Forget:
    """Give these surfaces away."""

    keys: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Slice:
    """The (rows, columns) uint8 grey picture of a slice."""

    plane: str
    pixels: NDArray[np.uint8]


@dataclass(frozen=True)
class Look:
    """A surface that is shown."""

    key: int
    colour: Colour
    opacity: float


@dataclass(frozen=True)
class Sheet:
    """Where a slice lies in the patient.

    Attributes:
        corners: LPS mm: the picture's upper left, upper right, lower right, lower left.
        is_filled: With its picture; else its frame alone.
    """

    plane: str
    colour: Colour
    corners: tuple[Point, Point, Point, Point]
    is_filled: bool


@dataclass(frozen=True)
class Draw:
    """Show this.

    Attributes:
        number: Comes back with the picture.
        is_fine: With all the care there is; else quickly.
    """

    number: int
    size_px: tuple[int, int]
    eye: Point
    focus: Point
    upwards: Point
    view_angle: float
    looks: tuple[Look, ...]
    sheets: tuple[Sheet, ...]
    is_fine: bool


@dataclass(frozen=True)
class Pick:
    """Which place is seen there, from 0 to 1 of the picture drawn last, from its upper left."""

    number: int
    across: float
    down: float


@dataclass(frozen=True)
class Ready:
    """The stage stands."""


@dataclass(frozen=True, eq=False)
class Picture:
    """What was to be drawn.

    Attributes:
        pixels: (H, W, 4) uint8 red, green, blue and nothing, first row at the top.
        elapsed_s: What it took.
    """

    number: int
    pixels: NDArray[np.uint8]
    is_fine: bool
    elapsed_s: float


@dataclass(frozen=True)
class Picked:
    """LPS mm of what was picked; None beside everything."""

    number: int
    point: Point | None
