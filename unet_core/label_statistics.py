"""What can be counted and measured of every label of a mask: size, grey values, extent."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy import ndimage

from unet_core.components import Box
from unet_core.diameters import Mask, axial_diameter
from unet_core.measure import spread
from unet_core.measurements import LabelStatistics, Spread
from unet_core.volume import Geometry, Index, Label, LabelMap, Region, Volume, regions_of


def label_statistics(volume: Volume, label_map: LabelMap) -> tuple[LabelStatistics, ...]:
    """Of each label alone by rising value; then, where tumour lies in the liver, of both as one.

    Args:
        volume: The scan.
        label_map: On the same grid.
    """
    labels, grey = label_map.canonical, volume.canonical
    boxes = ndimage.find_objects(labels)
    geometry = label_map.geometry.canonical
    found = []
    for region in measured_regions(label_map.labels):
        held = [boxes[v - 1] for v in region.values if v <= len(boxes) and boxes[v - 1] is not None]
        if len(region.values) > 1 and len(held) < 2:
            continue  # nothing to count in
        box = _around(held)
        mask = region.mask(labels[box])
        corner = (box[0].start, box[1].start, box[2].start)
        found.append(_statistics(region, mask, spread(grey[box][mask]), geometry, corner))
    return tuple(found)


def _around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of them; an empty one if there are none."""
    if not boxes:
        return (slice(0, 0),) * 3
    return tuple(
        slice(min(one.start for one in sides), max(one.stop for one in sides))
        for sides in zip(*boxes, strict=True)
    )


def measured_regions(labels: Mapping[int, Label]) -> tuple[Region, ...]:
    """Each label by itself, then every region that counts another label in.

    >>> from unet_core.volume import DEFAULT_LABELS
    >>> [region.title for region in measured_regions(DEFAULT_LABELS)]
    ['liver', 'tumour', 'liver (with tumour)']
    """
    alone = [Region(label.name, (value,), label.colour) for value, label in sorted(labels.items())]
    joined = [region for region in regions_of(labels) if len(region.values) > 1]
    return (*alone, *joined)


def pixel_yx(geometry: Geometry) -> tuple[float, float]:
    """Height and width of a pixel of an axial slice in mm; (1, 1) where there is no scale.

    Args:
        geometry: The canonical one.
    """
    x, y, _ = geometry.spacing_xyz_mm
    return (y, x) if geometry.has_scale else (1.0, 1.0)


def _statistics(
    region: Region, mask: Mask, values: Spread | None, geometry: Geometry, corner: Index
) -> LabelStatistics:
    voxels = int(np.count_nonzero(mask))
    held = np.flatnonzero(mask.any(axis=(1, 2)))
    voxel_ml = geometry.voxel_ml
    diameter = axial_diameter(mask, pixel_yx(geometry))
    return LabelStatistics(
        region=region,
        voxels=voxels,
        volume_ml=None if voxel_ml is None else voxels * voxel_ml,
        spread=values,
        diameter=None if diameter is None else diameter.moved(corner),
        slices=(corner[0] + int(held[0]), corner[0] + int(held[-1])) if held.size else None,
    )
