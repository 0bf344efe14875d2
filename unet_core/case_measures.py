"""What one case tells a plan: its size, grey values, contrast, boxes and lesions.

A case is looked at once, while it is in memory; what stays is a few hundred numbers.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from unet_core.alignment import AIR_GREY, AIR_HU
from unet_core.boxes import Crop, box_around, extent
from unet_core.components import bounding_box, components
from unet_core.config import TrainConfig
from unet_core.events import CaseReport
from unet_core.preprocess import ORGAN_MARGIN, crop_of
from unet_core.volume import LabelMap, Labels, Volume, Voxels, label_for

PERCENTILES = (0.5, 5.0, 50.0, 95.0, 99.5)
LESION = "tumour"
"""The label that counts as lesions: connected objects, each of which should be found."""
ORGAN = "liver"
_CROPPED = TrainConfig(crop="body")
_SAMPLES = 1 << 18
"""Voxels looked at for percentiles; 99.5 % of so many leaves 1,300 above."""
_RIM_PIXELS = 2
"""Width of the rims compared on both sides of a boundary."""
_RIM_SLICES = 12
"""Slices whose boundaries are looked at, evenly over those that hold the label."""
_FEWEST_RIM_PIXELS = 20


@dataclass(frozen=True)
class LabelMeasures:
    """One label in one case.

    Attributes:
        voxels: How many it has.
        slices: Axial slices it is on.
        percentiles: Grey values or HU at ``PERCENTILES`` of its voxels.
        scatter: Half the range of its middle 68 % of voxels: noise and texture.
        edge: By how much its outermost 2 pixels differ from the 2 pixels around them; 0 where
            nothing could be compared.
        contrast: By how much its median differs from the organ it lies in; 0 for the organ.
    """

    voxels: int
    slices: int
    percentiles: tuple[float, ...]
    scatter: float
    edge: float = 0.0
    contrast: float = 0.0


@dataclass(frozen=True)
class CaseMeasures:
    """One case in numbers.

    Attributes:
        case_id: Its name.
        patient: Whose scan it is, where the data set tells.
        slices: Axial slices.
        shape_yx: Pixels of a slice.
        spacing_xyz_mm: None without a scale.
        intensity: "HU" or "grey".
        body: What ``crop`` "body" leaves of the slices.
        body_percentiles: Grey values or HU at ``PERCENTILES`` of what is no air in ``body``.
        cut_by_body: Labelled pixels, over all slices, that ``body`` would cut off.
        organ: The close look of a cascade: all labels with a margin; None without a label.
        target_slices: Slices that hold any label.
        labels: By name.
        lesions: Diameter of each lesion, pixels, that of a circle as large as its largest
            section, largest first.
        seconds: Reading and checking took so long.
        source_bytes: Size of its files.
    """

    case_id: str
    patient: str | None
    slices: int
    shape_yx: tuple[int, int]
    spacing_xyz_mm: tuple[float, float, float] | None
    intensity: Literal["HU", "grey"]
    body: Crop
    body_percentiles: tuple[float, ...]
    cut_by_body: int
    organ: Crop | None
    target_slices: int
    labels: Mapping[str, LabelMeasures]
    lesions: tuple[float, ...]
    seconds: float = 0.0
    source_bytes: int = 0

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """From what ``dataclasses.asdict`` and JSON made of one."""
        spacing = values["spacing_xyz_mm"]
        return cls(
            **{
                **values,
                "shape_yx": tuple(values["shape_yx"]),
                "spacing_xyz_mm": tuple(spacing) if spacing else None,
                "body": Crop(*values["body"]),
                "body_percentiles": tuple(values["body_percentiles"]),
                "organ": Crop(*values["organ"]) if values["organ"] else None,
                "labels": {
                    name: LabelMeasures(**{**label, "percentiles": tuple(label["percentiles"])})
                    for name, label in values["labels"].items()
                },
                "lesions": tuple(values["lesions"]),
            }
        )


def measure(
    patient: str | None, report: CaseReport, volume: Volume, label_map: LabelMap
) -> CaseMeasures:
    """The numbers of one checked case; its arrays are not kept."""
    scan, labels = volume.canonical, label_map.canonical
    shape_yx, geometry = (scan.shape[1], scan.shape[2]), volume.geometry
    body = crop_of(volume, _CROPPED)
    organ = extent(np.asarray((labels > 0).any(axis=0)))
    present = [v for v, count in sorted(report.label_voxels.items()) if v and count]
    names = {v: (label_map.labels.get(v) or label_for(v)).name for v in present}
    found = {names[v]: _label_measures(scan, labels, v, report) for v in present}
    return CaseMeasures(
        case_id=report.case_id,
        patient=patient,
        slices=len(scan),
        shape_yx=shape_yx,
        spacing_xyz_mm=geometry.canonical.spacing_xyz_mm if geometry.has_scale else None,
        intensity=volume.intensity,
        body=body,
        body_percentiles=_percentiles(_body_values(scan, body, volume.intensity)),
        cut_by_body=int(np.count_nonzero(labels)) - _labelled_in(labels, body),
        organ=box_around(organ, ORGAN_MARGIN, shape_yx) if organ else None,
        target_slices=int(np.count_nonzero((labels > 0).any(axis=(1, 2)))),
        labels=_with_contrast(found),
        lesions=lesion_diameters(labels, next((v for v in present if names[v] == LESION), None)),
    )


def lesion_diameters(labels: Labels, value: int | None) -> tuple[float, ...]:
    """Diameter in pixels of each connected object of ``value``, largest first.

    That of a circle with the area of the object's largest axial section.

    >>> lesion_diameters(np.full((1, 3, 3), 2, np.uint8), 2)
    (3.39,)
    """
    found = components(labels == value) if value is not None else None
    if found is None:
        return ()
    numbers, _ = found
    count = int(numbers.max())
    areas = np.zeros(count + 1, np.int64)
    for plane in numbers:
        np.maximum(areas, np.bincount(plane.ravel(), minlength=count + 1), out=areas)
    diameters = 2 * np.sqrt(np.sort(areas[1:])[::-1] / math.pi)
    return tuple(np.round(diameters, 2).tolist())


def _body_values(scan: Voxels, body: Crop, intensity: str) -> NDArray[np.float32]:
    shown = scan[(slice(None), *body.inside((scan.shape[1], scan.shape[2])))]
    values = _sampled(shown)
    solid = values[values > (AIR_HU if intensity == "HU" else AIR_GREY)]
    return solid if len(solid) else values


def _labelled_in(labels: Labels, crop: Crop) -> int:
    shown = labels[(slice(None), *crop.inside((labels.shape[1], labels.shape[2])))]
    return int(np.count_nonzero(shown))


def _sampled(values: NDArray[Any]) -> NDArray[np.float32]:
    """At most ``_SAMPLES`` of the values, evenly spread."""
    if values.ndim == 3:
        step = max(1, math.ceil((values.size / _SAMPLES) ** (1 / 3)))
        values = values[::step, ::step, ::step].ravel()
    return np.asarray(values[:: max(1, len(values) // _SAMPLES)], np.float32)


def _percentiles(values: NDArray[np.float32]) -> tuple[float, ...]:
    return tuple(np.round(np.percentile(values, PERCENTILES), 2).tolist())


def _label_measures(scan: Voxels, labels: Labels, value: int, report: CaseReport) -> LabelMeasures:
    inside = _sampled(np.concatenate([s[p == value] for s, p in zip(scan, labels, strict=True)]))
    low, high = np.percentile(inside, (16, 84)).tolist()
    return LabelMeasures(
        voxels=report.label_voxels[value],
        slices=report.slices_with[value],
        percentiles=_percentiles(inside),
        scatter=round((high - low) / 2, 2),
        edge=_edge(scan, labels, value),
    )


def _with_contrast(found: Mapping[str, LabelMeasures]) -> dict[str, LabelMeasures]:
    """Each label that lies in the organ, with its difference from it."""
    organ = found.get(ORGAN)
    if organ is None or LESION not in found:
        return dict(found)
    lesion = found[LESION]
    contrast = lesion.percentiles[2] - organ.percentiles[2]
    values = {**vars(lesion), "contrast": round(contrast, 2)}
    return {**found, LESION: LabelMeasures(**values)}


def _edge(scan: Voxels, labels: Labels, value: int) -> float:
    """Median just inside the label minus median just outside, in-plane, both 2 pixels wide."""
    planes = np.flatnonzero([bool((plane == value).any()) for plane in labels])
    chosen = planes[np.linspace(0, len(planes) - 1, min(_RIM_SLICES, len(planes))).astype(int)]
    cross = ndimage.generate_binary_structure(2, 1)
    inner: list[NDArray[Any]] = []
    outer: list[NDArray[Any]] = []
    for z in chosen.tolist():
        box = bounding_box(labels[z] == value)
        if box is None:
            continue
        wide = tuple(slice(max(0, b.start - 4), b.stop + 4) for b in box)
        mask = labels[z][wide] == value
        plane = scan[z][wide]
        core = ndimage.binary_erosion(mask, cross, _RIM_PIXELS, border_value=1)
        around = ndimage.binary_dilation(mask, cross, _RIM_PIXELS) & ~mask
        inner.append(plane[mask & ~core])
        outer.append(plane[around])
    inside, outside = np.concatenate(inner), np.concatenate(outer)
    if min(len(inside), len(outside)) < _FEWEST_RIM_PIXELS:
        return 0.0
    return round(float(np.median(inside)) - float(np.median(outside)), 2)
