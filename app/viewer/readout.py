"""What lies under the pointer, in words: value, voxel, position and labels."""

import math
from dataclasses import dataclass

from app.core_sentences import core_tr
from app.document import Layer
from app.translation import tr
from unet_core.volume import Geometry, Index, Point, Volume

_SIDES = (("L", "R"), ("P", "A"), ("S", "I"))
"""For LPS x, y, z: the letter of the positive and of the negative side."""


@dataclass(frozen=True)
class Readout:
    """One voxel of the open scan.

    Attributes:
        value: Intensity with its unit.
        voxel_ijk: Index in the file, x first, from 0, as other programs count it.
        position: Patient position such as ``"R 12.3  A 40.1  S 85.0 mm"``; empty where the file
            gives no scale or orientation.
        labels: One text for each mask that has a label there.
    """

    value: str
    voxel_ijk: Index
    position: str
    labels: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """One thing a line, the most asked-for last."""
        i, j, k = self.voxel_ijk
        lines = (
            self.position,
            tr("voxel {i}, {j}, {k}", i=i, j=j, k=k),
            self.value,
            ", ".join(self.labels),
        )
        return tuple(line for line in lines if line)

    @property
    def text(self) -> str:
        """All in one line."""
        i, j, k = self.voxel_ijk
        parts = (
            self.value,
            tr("voxel {i}, {j}, {k}", i=i, j=j, k=k),
            self.position,
            ", ".join(self.labels),
        )
        return "   ".join(part for part in parts if part)


def read(volume: Volume, layers: tuple[Layer, ...], index_zyx: Index) -> Readout:
    """What is at a canonical voxel."""
    geometry = volume.geometry
    file_index = geometry.orientation.file_index(index_zyx, geometry.shape_zyx)
    labels = [_label_text(layer, file_index, len(layers)) for layer in layers]
    return Readout(
        value=value_text(volume, float(volume.voxels[file_index])),
        voxel_ijk=(file_index[2], file_index[1], file_index[0]),
        position=position_text(geometry, geometry.point(file_index)),
        labels=tuple(text for text in labels if text),
    )


def value_text(volume: Volume, value: float) -> str:
    """An intensity with its unit; ``"no value"`` for what is no number."""
    if math.isnan(value):
        return tr("no value")
    return f"{value:.6g} HU" if volume.intensity == "HU" else tr("grey {value:.6g}", value=value)


def position_text(geometry: Geometry, point_xyz_mm: Point) -> str:
    """A patient position, each number with its side; empty where there is none."""
    if not (geometry.has_scale and geometry.has_orientation):
        return ""
    return "  ".join(side_text(axis, value) for axis, value in enumerate(point_xyz_mm)) + " mm"


def side_text(axis_xyz: int, value_mm: float) -> str:
    """One LPS coordinate with its side.

    >>> side_text(1, -40.12)
    'A 40.1'
    """
    return f"{_SIDES[axis_xyz][value_mm < 0]} {abs(value_mm):.1f}"


def slice_position_text(geometry: Geometry, index_zyx: Index, axis: int) -> str:
    """Where a slice along a canonical axis lies: ``"S 85.0 mm"``; empty where unknown.

    Args:
        geometry: Of the file.
        index_zyx: A canonical voxel of the slice.
        axis: Canonical axis, 0 for axial slices.
    """
    if not (geometry.has_scale and geometry.has_orientation):
        return ""
    point = geometry.canonical.point(index_zyx)
    return tr("{side_text} mm", side_text=side_text(2 - axis, point[2 - axis]))


def tilt_degrees(geometry: Geometry) -> float:
    """The largest angle between a slice axis and the patient's own axes; 0 if upright."""
    if not geometry.has_orientation:
        return 0.0
    direction = geometry.canonical.direction
    return max(math.degrees(math.acos(min(abs(direction[4 * i]), 1.0))) for i in range(3))


def _label_text(layer: Layer, file_index: Index, layers: int) -> str:
    value = int(layer.label_map.voxels[file_index])
    if not value or not layer.look(value).visible:
        return ""
    label = layer.label_map.labels.get(value)
    name = core_tr(label.name) if label else tr("label {value}", value=value)
    return f"{name} ({layer.label_map.role})" if layers > 1 else name
