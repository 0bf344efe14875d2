"""What a measurement says: its numbers, and how they are written."""

import math
from dataclasses import dataclass, replace

import numpy as np

from app.document import Measurement
from app.translation import tr
from app.viewer.planes import PLANES, Plane, PlaneCut
from unet_core.measure import (
    angle_degrees,
    distance,
    ellipse_area,
    pixels_in_ellipse,
    spread,
)
from unet_core.measurements import Place, Spread
from unet_core.volume import Point, Volume

KIND_NAMES = {
    "distance": tr("Distance"),
    "angle": tr("Angle"),
    "ellipse": tr("Ellipse"),
    "note": tr("Note"),
}
NO_SCALE = tr("no scale")
"""Said beside every length in pixels: the file does not tell how large they are."""
SMALL_AREA_MM2 = 100.0


@dataclass(frozen=True)
class Reading:
    """The numbers of one measurement; what does not apply is None.

    Attributes:
        slice_index: Canonical index along the axis of the plane it was drawn in.
        length: In ``unit``.
        angle: Degrees; None too where lengths along the two axes cannot be compared.
        area: In the square of ``unit``.
        spread: Of the pixels whose centres lie in an ellipse.
        unit: "mm", or "px" where the file gives no scale.
        intensity: "HU", or "" for grey values without a unit.
    """

    slice_index: int
    length: float | None = None
    angle: float | None = None
    area: float | None = None
    spread: Spread | None = None
    unit: str = "mm"
    intensity: str = ""


def plane_of(measurement: Measurement) -> PlaneCut:
    """The plane it was drawn in."""
    name: Plane = "axial"
    for known in PLANES:
        if known == measurement.plane:
            name = known
    return PLANES[name]


def reading(volume: Volume, measurement: Measurement) -> Reading:
    """What a measurement on a scan says."""
    geometry, plane = volume.geometry.canonical, plane_of(measurement)
    places = [geometry.place(point) for point in measurement.points_xyz_mm]
    points: list[Point] = list(measurement.points_xyz_mm)
    if not geometry.has_scale:  # one voxel is as long as another, as far as anybody knows
        points = [(x, y, z) for z, y, x in places]
    base = Reading(
        slice_index=round(places[0][plane.axis]),
        unit="mm" if geometry.has_scale else "px",
        intensity="HU" if volume.intensity == "HU" else "",
    )
    match measurement.kind:
        case "distance":
            return replace(base, length=distance(points[0], points[1]))
        case "angle":
            is_known = geometry.has_scale or plane.name == "axial"
            return replace(base, angle=angle_degrees(*points) if is_known else None)
        case "ellipse":
            area = ellipse_area(points[0], points[1], points[2])
            return replace(base, area=area, spread=_spread_in(volume, plane, base, places))
        case _:
            return base


def _spread_in(
    volume: Volume, plane: PlaneCut, base: Reading, places: list[tuple[float, float, float]]
) -> Spread | None:
    shape = volume.geometry.canonical.shape_zyx
    if not 0 <= base.slice_index < shape[plane.axis]:
        return None
    flat: list[Place] = [(place[plane.row_axis], place[plane.column_axis]) for place in places]
    box, inside = pixels_in_ellipse(plane.shape(shape), flat[0], flat[1], flat[2])
    where: list[slice | int] = [slice(None)] * 3
    where[plane.axis] = base.slice_index
    where[plane.row_axis], where[plane.column_axis] = box
    return spread(np.asarray(volume.canonical[tuple(where)])[inside])


# --- in words ------------------------------------------------------------------------------------


def lines(measurement: Measurement, found: Reading) -> tuple[str, ...]:
    """What its box in the view says, a line each."""
    match measurement.kind:
        case "distance":
            return (_length_text(found),)
        case "angle":
            return (_angle_text(found),)
        case "ellipse":
            return _ellipse_lines(found)
        case _:
            return tuple(measurement.text.splitlines()) or ("…",)


def value_text(measurement: Measurement, found: Reading) -> str:
    """The same in one short line, for a list; a note has no number."""
    match measurement.kind:
        case "ellipse":
            values = found.spread
            if values is None:
                return area_text(found)
            mean = grey_text(values.mean, found.intensity)
            return f"{mean}, {area_text(found)}"
        case "note":
            return ""
        case _:
            return lines(measurement, found)[0]


def title(measurement: Measurement) -> str:
    """``Distance 3``, or the words it was given."""
    first = measurement.text.splitlines()[0] if measurement.text else ""
    return first or f"{KIND_NAMES[measurement.kind]} {measurement.number}"


def place_text(measurement: Measurement, found: Reading) -> str:
    """Plane and slice number from 1: ``axial 34``."""
    return f"{measurement.plane} {found.slice_index + 1}"


def length_text(length: float, unit: str) -> str:
    """A length with its unit; a tenth is all that a voxel allows.

    >>> length_text(12.34, "mm"), length_text(41.0, "px")
    ('12.3 mm', '41.0 px')
    """
    return f"{length:.1f} {unit}"


def area_text(found: Reading) -> str:
    """An area in mm², from 1 cm² on in cm²; in pixels where there is no scale.

    >>> area_text(Reading(0, area=84.21)), area_text(Reading(0, area=314.0))
    ('84.2 mm²', '3.14 cm²')
    """
    area = found.area or 0.0
    if found.unit == "px":
        return tr("{area:,.0f} px²", area=area)
    return (
        tr("{area:.1f} mm²", area=area)
        if area < SMALL_AREA_MM2
        else tr("{area:.2f} cm²", area=area / 100)
    )


def grey_text(value: float, intensity: str) -> str:
    """A grey value, with HU where it is one.

    >>> grey_text(-12.34, "HU"), grey_text(140.0, "")
    ('-12.3 HU', '140.0')
    """
    return f"{value:.1f} {intensity}".rstrip()


def _length_text(found: Reading) -> str:
    text = length_text(found.length or 0.0, found.unit)
    return text if found.unit == "mm" else f"{text} ({NO_SCALE})"


def _angle_text(found: Reading) -> str:
    if found.angle is None or math.isnan(found.angle):
        return tr("angle unknown (no scale)") if found.unit == "px" else tr("no angle")
    return f"{found.angle:.1f}°"


def _ellipse_lines(found: Reading) -> tuple[str, ...]:
    area = area_text(found)
    if found.unit == "px":
        area = f"{area} ({NO_SCALE})"
    values = found.spread
    if values is None:
        return (area, tr("no pixel inside"))
    unit = found.intensity or tr("grey")
    sd = tr("n/a") if values.sd is None else f"{values.sd:.1f}"
    return (
        tr("Mean {mean:.1f}  SD {sd} {unit}", mean=values.mean, sd=sd, unit=unit),
        tr("Min {low:.4g}  Max {high:.4g} {unit}", low=values.low, high=values.high, unit=unit),
        tr("{area}  {count:,} pixels", area=area, count=values.count),
    )
