"""Every connected tumour of a mask: how large, how dense, how deep in its organ."""

from collections.abc import Iterator, Mapping

import cc3d
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from unet_core.components import Box, bounding_box, components
from unet_core.diameters import Mask, axial_diameter, longest_diameter
from unet_core.label_statistics import label_statistics, pixel_yx
from unet_core.measure import spread
from unet_core.measurements import Lesion, MaskMeasured, Spread
from unet_core.organ_values import organ_of
from unet_core.volume import Geometry, Label, LabelMap, Region, Volume

MOST_LESIONS = 500
"""The largest so many are measured; a mask with more is noise."""


def measure_mask(volume: Volume, label_map: LabelMap) -> Iterator[MaskMeasured]:
    """Yields all numbers of a mask, once.

    Args:
        volume: The scan.
        label_map: On the same grid.
    """
    tumour, organ = _named(label_map.labels, "tumour"), _named(label_map.labels, "liver")
    lesions, count = _lesions(volume, label_map, tumour, organ) if tumour else ((), 0)
    yield MaskMeasured(
        labels=label_statistics(volume, label_map),
        lesions=lesions,
        lesion_count=count,
        lesion_name=tumour.name if tumour else "",
        burden=_burden(label_map, tumour, organ) if tumour and organ else None,
    )


def _named(labels: Mapping[int, Label], organ: str) -> Region | None:
    """All labels whose names speak of an organ, under the name of the first."""
    values = []
    for value, label in sorted(labels.items()):
        found = organ_of(label.name)
        if found is not None and found.name == organ:
            values.append(value)
    if not values:
        return None
    first = labels[values[0]]
    return Region(first.name, tuple(values), first.colour)


def _burden(label_map: LabelMap, tumour: Region, organ: Region) -> float | None:
    counts = np.bincount(label_map.voxels.ravel(order="K"), minlength=256)
    tumour_voxels = int(counts[list(tumour.values)].sum())
    organ_voxels = int(counts[list(organ.values)].sum())
    return tumour_voxels / (tumour_voxels + organ_voxels) if organ_voxels else None


def _lesions(
    volume: Volume, label_map: LabelMap, tumour: Region, organ: Region | None
) -> tuple[tuple[Lesion, ...], int]:
    labels = label_map.canonical
    objects = components(tumour.mask(labels))
    if objects is None:
        return (), 0
    numbers, outer = objects
    statistics = cc3d.statistics(numbers)
    counts, boxes = statistics["voxel_counts"], statistics["bounding_boxes"]
    order = np.argsort(-counts[1:].astype(np.int64), kind="stable")[:MOST_LESIONS] + 1
    geometry = label_map.geometry.canonical
    depths: dict[int, float] = {}
    if organ is not None and geometry.has_scale:
        spacing_zyx = geometry.spacing_xyz_mm[::-1]
        wanted = frozenset(order.tolist())
        depths = edge_distances(organ.mask(labels), numbers, outer, spacing_zyx, wanted)
    lesions = []
    for place, number in enumerate(order.tolist(), start=1):
        corner = tuple(o.start + b.start for o, b in zip(outer, boxes[number], strict=True))
        inside = numbers[boxes[number]] == number
        grey = volume.canonical[outer][boxes[number]][inside]
        lesions.append(_lesion(place, inside, corner, spread(grey), geometry, depths.get(number)))
    return tuple(lesions), len(counts) - 1


def _lesion(
    number: int,
    inside: Mask,
    corner: tuple[int, ...],
    values: Spread | None,
    geometry: Geometry,
    edge_mm: float | None,
) -> Lesion:
    voxels, voxel_ml = int(np.count_nonzero(inside)), geometry.voxel_ml
    diameter = axial_diameter(inside, pixel_yx(geometry))
    assert diameter is not None
    z, y, x = corner
    rows, columns = np.nonzero(inside[diameter.slice_index])
    nearest = int(np.argmin((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2))
    longest = None
    if geometry.has_scale:
        longest = longest_diameter(inside, geometry.spacing_xyz_mm[::-1])
    return Lesion(
        number=number,
        voxels=voxels,
        volume_ml=None if voxel_ml is None else voxels * voxel_ml,
        diameter=diameter.moved((z, y, x)),
        longest_mm=longest,
        slices=(z, z + len(inside) - 1),
        spread=values,
        edge_mm=edge_mm,
        index_zyx=(
            z + diameter.slice_index,
            y + int(rows[nearest]),
            x + int(columns[nearest]),
        ),
    )


# --- distance to the organ's edge ----------------------------------------------------------------


def edge_distances(
    organ: Mask,
    numbers: NDArray[np.unsignedinteger],
    outer: Box,
    spacing_zyx: tuple[float, ...],
    wanted: frozenset[int],
) -> dict[int, float]:
    """How far each lesion lies from the organ's edge, in mm; see EDGE_RULE.

    The gap between two voxels is that between their surfaces: (d - 1) x spacing along an axis on
    which they are d > 0 apart. It is the distance between the centres of the lesion's voxels and
    of the organ's voxels that have a neighbour outside (26-connected), and is looked up in a
    kd-tree: the number a distance transform gives, in a twentieth of its memory.

    Args:
        organ: (Z, Y, X) the organ without its lesions.
        numbers: The lesions, numbered from 1, in the box ``outer`` of the organ's array.
        outer: Where ``numbers`` lies.
        spacing_zyx: mm.
        wanted: Numbers of the lesions to measure.

    Returns:
        mm by number; without those that have no edge to be measured to.
    """
    whole = organ.copy()
    whole[outer] |= numbers > 0
    box = bounding_box(whole)
    if box is None or not organ.any():
        return {}
    box = tuple(
        slice(max(one.start - 1, 0), min(one.stop + 1, size))
        for one, size in zip(box, organ.shape, strict=True)
    )
    placed = np.zeros(organ.shape, numbers.dtype)[box]
    placed[
        tuple(
            slice(inner.start - one.start, inner.stop - one.start)
            for inner, one in zip(outer, box, strict=True)
        )
    ] = numbers
    whole, organ = whole[box], organ[box]
    near = _dilated(organ)
    inside = np.unique(placed[near])
    apart = np.setdiff1d(placed[placed > 0], inside)
    whole &= ~np.isin(placed, apart)
    shell = whole & _dilated(~whole)
    depths = _gaps(placed, shell, spacing_zyx, wanted & frozenset(inside.tolist()))
    heights = _gaps(placed, near, spacing_zyx, wanted & frozenset(apart.tolist()))
    return depths | {number: -gap for number, gap in heights.items()}


def _gaps(
    placed: NDArray[np.unsignedinteger],
    goals: Mask,
    spacing_zyx: tuple[float, ...],
    wanted: frozenset[int],
) -> dict[int, float]:
    """The shortest distance between the centres of each lesion's voxels and of ``goals``."""
    places = np.argwhere(_surface(goals)) * spacing_zyx
    if not len(places) or not wanted:
        return {}
    tree = cKDTree(places)
    boxes = cc3d.statistics(placed)["bounding_boxes"]
    found = {}
    for number in sorted(wanted):
        box = boxes[number]
        lesion = placed[box] == number
        if (goals[box] & lesion).any():
            found[number] = 0.0
            continue
        around = np.argwhere(_surface(lesion)) + [one.start for one in box]
        found[number] = float(np.min(tree.query(around * spacing_zyx)[0]))
    return found


def _dilated(mask: Mask) -> Mask:
    """Voxels that belong or have one of 26 neighbours that does; one axis after the other."""
    grown = mask.copy()
    for axis in range(mask.ndim):
        before, (ahead, behind) = grown.copy(), _shifts(mask.ndim, axis)
        grown[ahead] |= before[behind]
        grown[behind] |= before[ahead]
    return grown


def _surface(mask: Mask) -> Mask:
    """Voxels that belong and have one of six neighbours that does not, or lie at the array's end.

    Whatever lies elsewhere is nearest to one of these.
    """
    inner = mask.copy()
    for axis in range(mask.ndim):
        ahead, behind = _shifts(mask.ndim, axis)
        inner[ahead] &= mask[behind]
        inner[behind] &= mask[ahead]
        for end in (0, -1):
            inner[tuple(end if i == axis else slice(None) for i in range(mask.ndim))] = False
    return mask & ~inner


def _shifts(axes: int, axis: int) -> tuple[Box, Box]:
    """An array without its first and without its last layer along an axis."""
    return (
        tuple(slice(1, None) if i == axis else slice(None) for i in range(axes)),
        tuple(slice(None, -1) if i == axis else slice(None) for i in range(axes)),
    )
