"""From slice headers to one volume's grid, or the reason why there is none."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io.headers import (
    Header,
    checked_direction,
    checked_origin,
    checked_size,
    checked_spacing,
    display_name,
)
from unet_core.volume import Geometry

GAP_TOLERANCE = 0.01
"""Share by which gaps between slices may differ."""
GAP_TOLERANCE_MM = 0.01
_COSINE_TOLERANCE = 1e-3
_DRIFT_TOLERANCE_PIXELS = 0.1
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")


@dataclass(frozen=True)
class SliceHeader:
    """What one file says of its slice; decimals are kept as the text they are.

    Attributes:
        pixel_element: Byte at which the pixel data element begins.
        patient: (id, name): compared, never shown.
        signed: Whether stored numbers are two's complement.
        padding: Stored number that fills places outside the scan.
    """

    path: Path
    pixel_element: int
    syntax: str
    modality: str
    image_type: tuple[str, ...]
    description: str
    patient: tuple[str, str]
    study_uid: str
    series_uid: str
    frame_uid: str
    instance: str
    images_in_acquisition: str
    position: str
    orientation: str
    pixel_spacing: str
    thickness: str
    rows: int
    columns: int
    frames: int
    samples: int
    photometric: str
    bits_allocated: int
    bits_stored: int
    high_bit: int
    signed: bool
    padding: int | None
    slope: str
    intercept: str


@dataclass(frozen=True)
class Plan:
    """A sound volume before its pixels are read: its grid, and its slices from first to last."""

    header: Header
    slices: tuple[SliceHeader, ...]


def decimals(header: SliceHeader, key: str, count: int) -> list[float]:
    """The numbers of a decimal string attribute.

    Raises:
        InputError: If they are missing or no numbers, such as with a decimal comma.
    """
    text = str(getattr(header, key))
    parts = [part.strip() for part in text.split("\\")]
    what = key.replace("_", " ")
    if not text:
        raise InputError(display_name(header.path), f"has no {what}", "export the series again")
    if len(parts) != count or not all(_DECIMAL.fullmatch(part) for part in parts):
        shown = text[:40].replace("\\", " \\ ")
        raise InputError(
            display_name(header.path),
            f'has "{shown}" as its {what}, which is not {count} decimal number{"s" * (count > 1)}',
            "export the series again",
        )
    return [float(part) for part in parts]


def assemble(path: Path, slices: Sequence[SliceHeader]) -> Plan:
    """The grid that the slices of one series make.

    Args:
        path: What the user opened, for sentences.
        slices: In any order.

    Raises:
        InputError: If they belong to several scans, miss one among them, are tilted, uneven, or
            of a kind that is not shown.
    """
    name = display_name(path)
    for header in slices:
        _check_kind(header)
    _check_one_scan(name, slices)
    orientation = _common_orientation(slices)
    spacing_yx = _common_spacing(slices)
    size = checked_size(name, (slices[0].columns, slices[0].rows, len(slices)), 2)
    notices = _count_notices(slices)
    if len(slices) == 1:
        single = _single(slices[0], orientation, spacing_yx, size, notices)
        return Plan(single, tuple(slices))
    normal = np.cross(orientation[:, 0], orientation[:, 1])
    positions = np.asarray([decimals(header, "position", 3) for header in slices])
    order = np.argsort(positions @ normal, kind="stable")
    ordered = tuple(slices[int(i)] for i in order)
    step_mm = _even_step(name, ordered, positions[order], normal, min(spacing_yx))
    geometry = Geometry(
        size_xyz=size,
        spacing_xyz_mm=checked_spacing(name, (spacing_yx[1], spacing_yx[0], step_mm)),
        origin_xyz_mm=checked_origin(name, [float(v) for v in positions[order][0]]),
        direction=checked_direction(name, np.column_stack([orientation, normal])),
    )
    return Plan(_header(path, geometry, notices), ordered)


def _header(path: Path, geometry: Geometry, notices: tuple[str, ...]) -> Header:
    return Header(path, "DICOM", geometry, np.dtype("<i2"), path, notices=notices)


def _check_kind(header: SliceHeader) -> None:
    name = display_name(header.path)
    if header.frames != 1:
        raise InputError(
            name,
            f"is a multi-frame image ({header.frames} frames in one file)",
            "export the series as one file a slice (classic CT image storage)",
        )
    if header.samples != 1:
        raise InputError(name, "is a colour picture", "choose the original CT series")
    if header.photometric != "MONOCHROME2":
        shown = header.photometric[:20] or "nothing"
        raise InputError(
            name, f"has {shown} for its grey levels", "export the series as MONOCHROME2"
        )
    sound = header.bits_allocated in (8, 16) and 1 <= header.bits_stored <= header.bits_allocated
    if not sound or header.high_bit != header.bits_stored - 1:
        raise InputError(
            name,
            f"stores {header.bits_stored} of {header.bits_allocated} bits up to bit "
            f"{header.high_bit}, which cannot be",
            "export the series again",
        )


def _check_one_scan(name: str, slices: Sequence[SliceHeader]) -> None:
    same: tuple[tuple[str, Callable[[SliceHeader], object]], ...] = (
        ("patients", lambda h: h.patient),
        ("studies", lambda h: h.study_uid),
        ("modalities", lambda h: h.modality),
        ("frames of reference", lambda h: h.frame_uid),
        ("picture sizes", lambda h: (h.rows, h.columns)),
    )
    for what, key in same:
        different = {key(header) for header in slices}
        if len(different) > 1:
            raise InputError(
                name,
                f"mixes {len(different)} {what} in one series",
                "separate them before opening it",
            )


def _common_orientation(slices: Sequence[SliceHeader]) -> NDArray[np.float64]:
    """(3, 2) unit columns: the patient directions of picture columns (x) and rows (y)."""
    first = decimals(slices[0], "orientation", 6)
    for header in slices[1:]:
        if header.orientation == slices[0].orientation:
            continue
        other = decimals(header, "orientation", 6)
        if not np.allclose(first, other, rtol=0, atol=_COSINE_TOLERANCE):
            raise InputError(
                display_name(header.path),
                f"lies in another direction than {display_name(slices[0].path)} of its series",
                "separate the directions before opening it",
            )
    axes = np.reshape(first, (2, 3)).T
    checked_direction(
        display_name(slices[0].path), np.column_stack([axes, np.cross(axes[:, 0], axes[:, 1])])
    )
    unit: NDArray[np.float64] = axes / np.linalg.norm(axes, axis=0)
    return unit


def _common_spacing(slices: Sequence[SliceHeader]) -> tuple[float, float]:
    """(y, x) mm between pixels; DICOM gives the distance of rows first."""
    first = decimals(slices[0], "pixel_spacing", 2)
    checked_spacing(display_name(slices[0].path), [*first, 1.0])
    for header in slices[1:]:
        if header.pixel_spacing == slices[0].pixel_spacing:
            continue
        other = decimals(header, "pixel_spacing", 2)
        if not np.allclose(first, other, rtol=1e-4, atol=0):
            raise InputError(
                display_name(header.path),
                f"has pixels of {other[0]:.4g} x {other[1]:.4g} mm, unlike the "
                f"{first[0]:.4g} x {first[1]:.4g} mm of {display_name(slices[0].path)}",
                "separate them before opening it",
            )
    return first[0], first[1]


def _even_step(
    name: str,
    ordered: tuple[SliceHeader, ...],
    positions: NDArray[np.float64],
    normal: NDArray[np.float64],
    pixel_mm: float,
) -> float:
    """Distance in mm from slice to slice along the normal.

    Raises:
        InputError: If it is not the same everywhere, or slices shift sideways.
    """
    along = positions @ normal
    gaps = np.diff(along)
    same_place = int((gaps < GAP_TOLERANCE_MM).sum())
    if same_place == len(gaps):
        raise InputError(
            name,
            f"has all its {len(ordered)} slices at one position",
            "it is no volume; open another series",
        )
    if same_place:
        raise InputError(
            name,
            f"has {same_place} slices at the position of another one (several phases or copies)",
            "separate them before opening it",
        )
    _refuse_tilt(name, positions, along, normal, pixel_mm)
    if len(ordered) == 2:
        _check_two(name, ordered, float(gaps[0]))
    step = float(np.median(gaps))
    tolerance = max(GAP_TOLERANCE * step, GAP_TOLERANCE_MM)
    if float(np.abs(gaps - step).max()) > tolerance:
        raise _uneven(name, ordered, gaps)
    return float(along[-1] - along[0]) / len(gaps)


def _refuse_tilt(
    name: str,
    positions: NDArray[np.float64],
    along: NDArray[np.float64],
    normal: NDArray[np.float64],
    pixel_mm: float,
) -> None:
    sideways = positions - positions[0] - np.outer(along - along[0], normal)
    drift = np.linalg.norm(sideways, axis=1)
    if float(drift.max()) > _DRIFT_TOLERANCE_PIXELS * pixel_mm:
        angle = float(np.degrees(np.arctan2(drift[-1], along[-1] - along[0])))
        raise InputError(
            name,
            f"was scanned with a tilted gantry ({angle:.1f} degrees; slices shift sideways by "
            f"{drift.max():.1f} mm in all)",
            "resample it to straight slices first",
        )


def _check_two(name: str, ordered: tuple[SliceHeader, ...], gap: float) -> None:
    text = ordered[0].thickness
    if not (_DECIMAL.fullmatch(text) and abs(float(text) - gap) <= GAP_TOLERANCE * gap):
        raise InputError(
            name,
            f"holds 2 slices {gap:.4g} mm apart, too few to tell their true distance",
            "open a series of three slices or more",
        )


def _uneven(name: str, ordered: tuple[SliceHeader, ...], gaps: NDArray[np.float64]) -> InputError:
    step = float(gaps.min())
    ratios = gaps / step
    whole = np.rint(ratios)
    if np.allclose(ratios, whole, rtol=0, atol=0.05) and float(np.median(whole)) == 1:
        at = int(np.argmax(whole))
        return InputError(
            name,
            f"misses {int((whole - 1).sum())} of {int(whole.sum()) + 1} slices, the first between "
            f"{display_name(ordered[int(np.flatnonzero(whole > 1)[0])].path)} and the next "
            f"(gap of {gaps[at]:.4g} mm instead of {step:.4g} mm)",
            "find the missing files",
        )
    return InputError(
        name,
        f"has uneven distances between slices, from {gaps.min():.4g} to {gaps.max():.4g} mm",
        "resample it to even slices first",
    )


def _single(
    header: SliceHeader,
    orientation: NDArray[np.float64],
    spacing_yx: tuple[float, float],
    size: tuple[int, int, int],
    notices: tuple[str, ...],
) -> Header:
    name = display_name(header.path)
    thick = float(header.thickness) if _DECIMAL.fullmatch(header.thickness) else 0.0
    known = 0.01 <= thick <= 50
    if not known:
        notices = (*notices, "The slice has no thickness: volumes in ml are not shown.")
    normal = np.cross(orientation[:, 0], orientation[:, 1])
    geometry = Geometry(
        size_xyz=size,
        spacing_xyz_mm=checked_spacing(
            name, (spacing_yx[1], spacing_yx[0], thick if known else 1.0)
        ),
        origin_xyz_mm=checked_origin(name, decimals(header, "position", 3)),
        direction=checked_direction(name, np.column_stack([orientation, normal])),
        has_scale=known,
    )
    return _header(header.path, geometry, (*notices, "The series has one slice only."))


def _count_notices(slices: Sequence[SliceHeader]) -> tuple[str, ...]:
    recorded = {h.images_in_acquisition for h in slices}
    if len(recorded) == 1:
        text = recorded.pop()
        if text.isdecimal() and len(slices) < int(text) <= 10_000:
            return (f"The scanner counted {text} images; {len(slices)} are here.",)
    numbers = [int(h.instance) for h in slices if h.instance.isdecimal()]
    if len(numbers) == len(slices) > 1 and 2 <= min(numbers) <= 9:
        return (f"Slice numbers start at {min(numbers)}: the first slices may be missing.",)
    return ()
