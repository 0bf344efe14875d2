"""What a document consists of, as values: how masks are drawn, compared and measured.

The Session holds them; nothing here knows Qt.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from unet_core.volume import STATUSES as STATUSES
from unet_core.volume import LabelMap, Point, Region
from unet_core.volume import Status as Status

CompareMode = Literal["masks", "reference", "prediction", "agreement", "difference"]
COMPARE_MODES: tuple[CompareMode, ...] = (
    "masks",
    "reference",
    "prediction",
    "agreement",
    "difference",
)
"""As the masks are set; the reference alone; the prediction alone; TP, FP and FN in colours; the
outlines of both where they differ."""
MeasurementKind = Literal["distance", "angle", "ellipse", "note"]


@dataclass(frozen=True)
class Window:
    """Grey levels shown: ``width`` HU (or grey values) around ``level``."""

    width: float
    level: float


@dataclass(frozen=True)
class LabelLook:
    """How one label of a mask is drawn and how far the work on it is.

    Attributes:
        opacity: 0 to 1; None draws it as its mask.
        outline: Edge only; None draws it as its mask.
        locked: No tool may change its voxels.
    """

    visible: bool = True
    opacity: float | None = None
    outline: bool | None = None
    locked: bool = False
    status: Status = "not started"


USUAL_LOOK = LabelLook()


@dataclass(frozen=True)
class Layer:
    """A label map and how it is drawn.

    Attributes:
        is_unsaved: A result that is in no file yet: it would be lost with the scan.
        looks: Of the labels that differ from USUAL_LOOK, by value.
    """

    label_map: LabelMap
    is_unsaved: bool = False
    visible: bool = True
    opacity: float = 0.45
    outline: bool = False
    looks: Mapping[int, LabelLook] = field(default_factory=lambda: MappingProxyType({}))

    def look(self, value: int) -> LabelLook:
        """How a label is drawn, with what it leaves to its mask filled in.

        ``visible`` is False for every label of a hidden mask.
        """
        own = self.looks.get(value, USUAL_LOOK)
        return replace(
            own,
            visible=own.visible and self.visible,
            opacity=self.opacity if own.opacity is None else own.opacity,
            outline=self.outline if own.outline is None else own.outline,
        )

    def with_look(self, value: int, look: LabelLook) -> "Layer":
        """The same with another look of one label."""
        looks = {**self.looks, value: look}
        kept = {label: one for label, one in sorted(looks.items()) if one != USUAL_LOOK}
        return replace(self, looks=MappingProxyType(kept))

    @property
    def hidden_values(self) -> frozenset[int]:
        """The labels that are switched off one by one."""
        return frozenset(value for value, look in self.looks.items() if not look.visible)

    def drawn_as(self, other: "Layer") -> bool:
        """Whether both show the same mask in the same way."""
        return (
            self.label_map is other.label_map and replace(self, label_map=other.label_map) == other
        )


@dataclass(frozen=True)
class SliceScores:
    """Dice of every canonical axial slice of the open scan, prediction against reference.

    Attributes:
        dice: (Z, R) float64, NaN where both are empty.
        case_dice: Of the whole case, made of all voxels of all slices: no mean of ``dice``.
        title: What was compared with what.
        compared: The masks these are scores of; they go when one of them goes.
        sizes: (Z, R, 2) voxels in the reference and in the prediction, where they are known.
    """

    regions: tuple[Region, ...]
    dice: NDArray[np.float64]
    case_dice: tuple[float | None, ...]
    title: str
    compared: tuple[LabelMap, ...] = ()
    sizes: NDArray[np.int64] | None = None


@dataclass(frozen=True)
class Measurement:
    """Something drawn on the scan by hand, in the patient: it stays right when the view changes.

    Attributes:
        points_xyz_mm: LPS. Distance: two ends. Angle: one end, the corner, the other end. Ellipse:
            centre, end of one half axis, end of the other. Note: where it points.
        plane: "axial", "sagittal" or "coronal", in which it was drawn.
        text: The words of a note; a name otherwise.
        number: Counts from 1 in the order of drawing, for tables and files.
    """

    kind: MeasurementKind
    points_xyz_mm: tuple[Point, ...]
    plane: str
    number: int
    text: str = ""
