"""Everything measured as one table for spreadsheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.document import Measurement
from app.viewer.measuring import Reading, title
from unet_core.events import Saved
from unet_core.measurements import Diameter, MaskMeasured, Spread
from unet_core.tables import csv_text

COLUMNS = (
    *("level", "scan", "mask", "number", "name", "plane", "first_slice", "last_slice"),
    *("voxels", "volume_ml", "length", "short_length", "length_unit", "longest_3d_mm"),
    *("angle_degrees", "area", "mean", "median", "sd", "min", "max", "intensity_unit"),
    *("edge_distance_mm", "tumour_burden_percent"),
)
"""``level`` is "measurement", "label", "lesion" or "burden"; slices count from 1 at the feet."""


@dataclass(frozen=True)
class Sheet:
    """What there is to write.

    Attributes:
        scan: Name of the scan.
        mask: Name of the mask measured; empty without one.
        readings: The measurements with their numbers.
        measured: Labels and lesions of the mask; None without one.
        length_unit: Of lengths within a slice, "mm" or "px".
        intensity_unit: "HU" or "grey".
    """

    scan: str
    mask: str
    readings: Sequence[tuple[Measurement, Reading]]
    measured: MaskMeasured | None
    length_unit: str
    intensity_unit: str


def as_csv(sheet: Sheet) -> str:
    """A row for each measurement, label and lesion, and one for the burden."""
    rows = [{"scan": sheet.scan, **row} for row in _rows(sheet)]
    return csv_text(COLUMNS, rows)


def write_csv(sheet: Sheet, path: Path) -> Iterator[Saved]:
    """Write the table to a file, whole or not at all."""
    from unet_core.io import atomic

    atomic.write_bytes(path, as_csv(sheet).encode())
    yield Saved(path)


def _rows(sheet: Sheet) -> Iterator[dict[str, Any]]:
    for one, found in sheet.readings:
        yield _measurement_row(one, found, sheet)
    measured = sheet.measured
    if measured is None:
        return
    of_mask = {"mask": sheet.mask, "plane": "axial", "length_unit": sheet.length_unit}
    for label in measured.labels:
        yield {
            **of_mask,
            "level": "label",
            "name": label.region.title,
            "voxels": label.voxels,
            "volume_ml": label.volume_ml,
            **_slices(label.slices),
            **_diameter(label.diameter),
            **_spread(label.spread, sheet),
        }
    for lesion in measured.lesions:
        yield {
            **of_mask,
            "level": "lesion",
            "number": lesion.number,
            "name": measured.lesion_name,
            "voxels": lesion.voxels,
            "volume_ml": lesion.volume_ml,
            "longest_3d_mm": lesion.longest_mm,
            "edge_distance_mm": lesion.edge_mm,
            **_slices(lesion.slices),
            **_diameter(lesion.diameter),
            **_spread(lesion.spread, sheet),
        }
    if measured.lesion_name:
        burden = None if measured.burden is None else 100 * measured.burden
        yield {
            "level": "burden",
            "mask": sheet.mask,
            "name": measured.lesion_name,
            "tumour_burden_percent": burden,
        }


def _measurement_row(one: Measurement, found: Reading, sheet: Sheet) -> dict[str, Any]:
    row: dict[str, Any] = {
        "level": "measurement",
        "number": one.number,
        "name": title(one),
        "plane": one.plane,
        **_slices((found.slice_index, found.slice_index)),
    }
    match one.kind:
        case "distance":
            row |= {"length": found.length, "length_unit": found.unit}
        case "angle":
            row |= {"angle_degrees": found.angle}
        case "ellipse":
            row |= {"area": found.area, "length_unit": found.unit, **_spread(found.spread, sheet)}
            row["voxels"] = 0 if found.spread is None else found.spread.count
    return row


def _slices(slices: tuple[int, int] | None) -> dict[str, Any]:
    if slices is None:
        return {}
    return {"first_slice": slices[0] + 1, "last_slice": slices[1] + 1}


def _diameter(diameter: Diameter | None) -> dict[str, Any]:
    if diameter is None:
        return {}
    return {"length": diameter.length, "short_length": diameter.short_length}


def _spread(spread: Spread | None, sheet: Sheet) -> dict[str, Any]:
    if spread is None:
        return {}
    return {
        "mean": spread.mean,
        "median": spread.median,
        "sd": spread.sd,
        "min": spread.low,
        "max": spread.high,
        "intensity_unit": sheet.intensity_unit,
    }
