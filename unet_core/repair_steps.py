"""What can be done to a mask that does not fit its scan: pure steps, no file is touched here.

Steps that concern how a file is read (``threshold``, ``values``) are settings of reading; the rest
turn one label map into another.
"""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from unet_core.events import Repair, Step
from unet_core.relabel import value_table
from unet_core.volume import Geometry, LabelMap, Labels, Volume, label_for

AXES: Mapping[str, tuple[int, str]] = {
    "x": (2, "left to right"),
    "y": (1, "front to back"),
    "z": (0, "head to foot"),
}
"""Canonical array axis of each patient axis, and how mirroring along it is called."""


# --- the repairs that are proposed -----------------------------------------------------------


def copy_header(reason: str) -> Repair:
    """The mask takes the scan's place in space, voxel on voxel."""
    return Repair("Take over the scan's header", reason, (Step("copy_header"),))


def chained(first: Repair, second: Repair) -> Repair:
    """Both, one after the other."""
    title = f"{first.title}, then {second.title[0].lower()}{second.title[1:]}"
    return Repair(title, f"{first.reason} {second.reason}", (*first.steps, *second.steps))


def resample(reason: str) -> Repair:
    """The mask is drawn anew on the scan's voxels, each taking the nearest label."""
    return Repair("Resample onto the scan's grid", reason, (Step("resample"),))


def mirror(axes: str, reason: str) -> Repair:
    """The mask is mirrored along some axes; along the body's that reverses its slices.

    >>> mirror("xy", "r").title, mirror("z", "r").title
    ('Mirror left to right and front to back', 'Reverse the slices')
    """
    title = "Reverse the slices" if axes == "z" else f"Mirror {mirror_words(axes)}"
    return Repair(title, reason, tuple(Step("flip", {"axis": axis}) for axis in axes))


def mirror_words(axes: str) -> str:
    """Along which ways of the body, in words."""
    return " and ".join(AXES[axis][1] for axis in axes)


def remap(values: Mapping[int, int], reason: str) -> Repair:
    """Labels change their numbers: exchanged, or given the numbers of the other masks."""
    return Repair(f"Change {_words(values)}", reason, (_valued("remap", values),))


def read_values(values: Mapping[int, int], reason: str) -> Repair:
    """What the numbers in the mask's file stand for."""
    return Repair(f"Read {_words(values)}", reason, (_valued("values", values),))


def threshold(reason: str) -> Repair:
    """Soft edges are cut at half."""
    return Repair("Cut soft edges at half", reason, (Step("threshold"),))


def leave_out(reason: str) -> Repair:
    """The case is left out of the repaired data set."""
    return Repair("Leave this case out", reason, (Step("leave_out"),))


def reading_of(repair: Repair) -> dict[str, Any]:
    """The arguments of ``load_mask`` that the repair asks for.

    >>> reading_of(read_values({255: 1}, "r"))
    {'value_map': {0: 0, 255: 1}}
    """
    found: dict[str, Any] = {}
    for step in repair.steps:
        if step.kind == "threshold":
            found["threshold"] = True
        elif step.kind == "values":
            found["value_map"] = {0: 0, **_values(step.settings)}
    return found


def leaves_out(repair: Repair) -> bool:
    """Whether nothing of the case remains."""
    return any(step.kind == "leave_out" for step in repair.steps)


# --- making them -----------------------------------------------------------------------------


def repaired(volume: Volume, label_map: LabelMap, repair: Repair) -> LabelMap:
    """The mask after all steps; ``label_map`` is left as it is.

    Args:
        volume: The scan it shall fit.
        label_map: Read with ``reading_of(repair)``.
        repair: One that does not leave the case out.
    """
    for step in repair.steps:
        make = STEPS.get(step.kind)
        if make is not None:
            label_map = make(volume, label_map, step.settings)
    return dataclasses.replace(
        label_map, path=None, sha256="", notices=(f"The mask was repaired: {repair.title}.",)
    )


def in_scan_order(geometry: Geometry, label_map: LabelMap) -> LabelMap | None:
    """The same labels at the same places, stored in the order of the scan's voxels.

    None where the mask is in that order already, or its voxels lie elsewhere in the world.
    """
    own = label_map.geometry
    if not (geometry.has_orientation and own.has_orientation) or not geometry.differences(own):
        return None
    if geometry.canonical.differences(own.canonical):
        return None
    said = (
        "The mask's voxels are stored in another order than the scan's but lie at the same "
        "places in the body; they were read in the scan's order."
    )
    return dataclasses.replace(
        label_map,
        voxels=np.ascontiguousarray(geometry.orientation.invert(label_map.canonical)),
        geometry=geometry,
        notices=(*label_map.notices, said),
    )


def can_resample(geometry: Geometry, mask: Geometry) -> bool:
    """Whether both say where in the same space they lie."""
    return all((geometry.has_scale, geometry.has_orientation, mask.has_scale, mask.has_orientation))


def nearest_on(geometry: Geometry, label_map: LabelMap) -> Labels:
    """(Z, Y, X) uint8 on the grid ``geometry``: of each voxel's centre the nearest label.

    Voxels outside the mask's own grid are 0. A centre exactly between two voxels takes the one of
    the higher index, as ITK's nearest neighbour interpolator does (itkIndex, RoundHalfIntegerUp).
    """
    to_mask = np.linalg.solve(label_map.geometry.affine, geometry.affine)
    z, y, x = geometry.shape_zyx
    limits = np.asarray(label_map.geometry.size_xyz)
    result = np.zeros((z, y, x), np.uint8)
    columns, rows = np.arange(x), np.arange(y)[:, np.newaxis]
    for index in range(z):
        places = [
            np.floor(m[0] * columns + m[1] * rows + (m[2] * index + m[3] + 0.5 + 1e-9)).astype(int)
            for m in to_mask[:3]
        ]
        inside = np.ones((y, x), bool)
        for place, limit in zip(places, limits, strict=True):
            inside &= (place >= 0) & (place < limit)
        i, j, k = (place[inside] for place in places)
        result[index][inside] = label_map.voxels[k, j, i]
    return result


def _with_header(volume: Volume, label_map: LabelMap, _: Mapping[str, Any]) -> LabelMap:
    return dataclasses.replace(label_map, geometry=volume.geometry)


def _resampled(volume: Volume, label_map: LabelMap, _: Mapping[str, Any]) -> LabelMap:
    voxels = nearest_on(volume.geometry, label_map)
    return dataclasses.replace(label_map, voxels=voxels, geometry=volume.geometry)


def _flipped(_: Volume, label_map: LabelMap, settings: Mapping[str, Any]) -> LabelMap:
    axis = AXES[str(settings["axis"])][0]
    turned = label_map.geometry.orientation.invert(np.flip(label_map.canonical, axis))
    return dataclasses.replace(label_map, voxels=np.ascontiguousarray(turned))


def _remapped(_: Volume, label_map: LabelMap, settings: Mapping[str, Any]) -> LabelMap:
    values = _values(settings)
    table = value_table(values)
    labels = dict(label_map.labels)
    labels |= {new: label_for(new) for new in values.values() if new and new not in labels}
    return dataclasses.replace(label_map, voxels=table[label_map.voxels], labels=labels)


STEPS: Mapping[str, Callable[[Volume, LabelMap, Mapping[str, Any]], LabelMap]] = {
    "copy_header": _with_header,
    "resample": _resampled,
    "flip": _flipped,
    "remap": _remapped,
}
"""What makes each kind of step that changes a label map; others concern reading."""


def _valued(kind: str, values: Mapping[int, int]) -> Step:
    return Step(kind, {"values": {str(old): new for old, new in sorted(values.items())}})


def _values(settings: Mapping[str, Any]) -> dict[int, int]:
    return {int(old): int(new) for old, new in settings["values"].items()}


def _words(values: Mapping[int, int]) -> str:
    return ", ".join(f"{old} to {new}" for old, new in sorted(values.items()) if old != new)
