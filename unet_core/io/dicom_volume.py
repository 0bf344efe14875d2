"""From slice headers to one volume's grid, or the reason why there is none."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io import dicom_colour
from unet_core.io.dicom_header import SliceHeader, named, refused
from unet_core.io.dicom_packed import BY_GDCM
from unet_core.io.dicom_spacing import Row, in_a_row
from unet_core.io.headers import (
    WHOLE,
    Header,
    Part,
    checked_direction,
    checked_origin,
    checked_size,
    checked_spacing,
    display_name,
)
from unet_core.io.request import LUMINANCE, NeedsChoice, chosen_number, needs_part
from unet_core.volume import Geometry

AS_STACK = "stack"
"""The ``part`` that opens pictures without places one above the other."""
_COSINE_TOLERANCE = 1e-3
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_FLOAT_TAGS = {0x7FE00008: 32, 0x7FE00009: 64}


@dataclass(frozen=True)
class Plan:
    """A sound volume before its pixels are read.

    Attributes:
        header: Its grid.
        slices: From first to last.
        row: How the slices lie, where they must be resampled onto the grid; else None.
        colour: What to take of each pixel, where they are coloured.
    """

    header: Header
    slices: tuple[SliceHeader, ...]
    row: Row | None = None
    colour: Part = WHOLE


def decimals(header: SliceHeader, key: str, count: int) -> list[float]:
    """The numbers of a decimal string attribute.

    Raises:
        InputError: If they are missing or no numbers, such as with a decimal comma.
    """
    text = str(getattr(header, key))
    parts = [part.strip() for part in text.split("\\")]
    what = key.replace("_", " ")
    if not text:
        raise refused(header, f"has no {what}", "export the series again")
    if len(parts) != count or not all(_DECIMAL.fullmatch(part) for part in parts):
        shown = "".join(c if c.isprintable() else "?" for c in text[:40]).replace("\\", " \\ ")
        raise refused(
            header,
            f'has "{shown}" as its {what}, which is not {count} decimal number{"s" * (count > 1)}',
            "export the series again",
        )
    return [float(part) for part in parts]


def decimal(text: str) -> float | None:
    """One number; None where the text is none."""
    return float(text) if _DECIMAL.fullmatch(text) else None


def assemble(
    path: Path,
    slices: Sequence[SliceHeader],
    *,
    part: str | None = None,
    straighten: bool = False,
) -> Plan:
    """The grid that the slices of one series make.

    Args:
        path: What the user opened, for sentences.
        slices: In any order.
        part: "3" is the third picture alone, "stack" all of them where they have no places; of
            coloured ones "red", "green", "blue" or "luminance", and then perhaps ",3".
        straighten: Plan a resampling of slices that lie on no straight grid.

    Raises:
        InputError: If they belong to several scans, miss one among them, or are of a kind that is
            not shown; NeedsChoice if they open only straightened or one by one.
    """
    name = display_name(path)
    colour, part = dicom_colour.wished(part)
    if part is not None and part != AS_STACK:
        slices = [slices[chosen_number(name, part, len(slices), "picture")]]
    for header in slices:
        _check_kind(header)
    _check_one_scan(name, slices)
    taken = dicom_colour.chosen(name, slices[0], colour)
    try:
        plan = _placed(path, slices, part, straighten=straighten)
    except NeedsChoice as choice:
        raise choice.with_part(colour) if colour else choice from None
    if taken == WHOLE:
        return plan
    said = f"The pictures are coloured; their {colour or LUMINANCE} is shown."
    header_with = replace(plan.header, notices=(*plan.header.notices, said))
    return replace(plan, header=header_with, colour=taken)


def _placed(
    path: Path, slices: Sequence[SliceHeader], part: str | None, *, straighten: bool
) -> Plan:
    notices = _notices(slices)
    if not any(header.position for header in slices):
        return _unplaced(path, slices, part, notices)
    orientation = _common_orientation(slices)
    spacing_yx = _common_spacing(slices)
    if len(slices) == 1:
        return Plan(_single(path, slices[0], orientation, spacing_yx, notices), tuple(slices))
    return _stacked(path, slices, orientation, spacing_yx, notices, straighten=straighten)


def _stacked(
    path: Path,
    slices: Sequence[SliceHeader],
    orientation: NDArray[np.float64],
    spacing_yx: tuple[float, float],
    notices: tuple[str, ...],
    *,
    straighten: bool,
) -> Plan:
    name = display_name(path)
    positions = np.asarray([decimals(header, "position", 3) for header in slices])
    normal = np.cross(orientation[:, 0], orientation[:, 1])
    order = [int(i) for i in np.argsort(positions @ normal, kind="stable")]
    ordered = tuple(slices[i] for i in order)
    if bool((np.ptp(positions, axis=0) < 0.01).all()):
        raise _one_by_one(name, f"has all its {len(slices)} slices at one position", slices)
    row = in_a_row(
        name,
        positions[order],
        [display_name(h.path) for h in ordered],
        _counted(ordered),
        _announced_step(ordered[0]),
        orientation,
        (spacing_yx[1], spacing_yx[0]),
        straighten=straighten,
    )
    columns, rows = slices[0].columns, slices[0].rows
    geometry = Geometry(
        size_xyz=checked_size(name, row.size_xyz(columns, rows), 2),
        spacing_xyz_mm=checked_spacing(name, (spacing_yx[1], spacing_yx[0], row.step_mm)),
        origin_xyz_mm=checked_origin(name, row.origin_xyz_mm),
        direction=checked_direction(name, np.column_stack([orientation, normal])),
    )
    said = (*notices, *_count_notices(slices), *row.notices)
    return Plan(_header(path, geometry, said), ordered, row if row.is_crooked else None)


def _header(path: Path, geometry: Geometry, notices: tuple[str, ...]) -> Header:
    return Header(path, "DICOM", geometry, np.dtype("<i2"), path, notices=notices)


# --- what a slice may be -----------------------------------------------------------------------


def _check_kind(header: SliceHeader) -> None:
    if not header.pixel_tag or not header.rows or not header.columns:
        raise refused(header, "holds no picture", "choose the files of a scan")
    if dicom_colour.is_coloured(header):
        dicom_colour.check(header, packed=header.syntax in BY_GDCM)
        return
    if header.samples != 1 or header.photometric.startswith(("RGB", "YBR", "PALETTE")):
        shown = header.photometric[:20] or "no photometric interpretation"
        raise refused(
            header, f"is a colour picture ({shown}), not a scan", "choose the original CT series"
        )
    if header.photometric not in ("MONOCHROME1", "MONOCHROME2"):
        shown = header.photometric[:20] or "nothing"
        raise refused(
            header, f"has {shown} for its grey levels", "export the series as MONOCHROME2"
        )
    allocated, stored = header.bits_allocated, header.bits_stored
    if header.pixel_tag in _FLOAT_TAGS:
        sound = allocated == _FLOAT_TAGS[header.pixel_tag]
    else:
        sound = allocated in (8, 16, 32) and 1 <= stored <= header.high_bit + 1 <= allocated
    if not sound:
        raise refused(
            header,
            f"stores {stored} of {allocated} bits up to bit {header.high_bit}, which cannot be "
            "shown",
            "export the series again",
        )


_SAME: tuple[tuple[str, Callable[[SliceHeader], object]], ...] = (
    ("patients", lambda h: h.patient),
    ("studies", lambda h: h.study_uid),
    ("modalities", lambda h: h.modality),
    ("frames of reference", lambda h: h.frame_uid),
    ("picture sizes", lambda h: (h.rows, h.columns)),
    ("units of values", lambda h: h.rescale_type),
    ("kinds of colour", lambda h: h.samples),
)


def _check_one_scan(name: str, slices: Sequence[SliceHeader]) -> None:
    for what, key in _SAME:
        counted = Counter(key(header) for header in slices)
        if len(counted) > 1:
            raise InputError(
                name,
                f"mixes {len(counted)} {what} in one series ({_odd_ones(slices, key)})",
                "separate them before opening it",
            )


def _odd_ones(slices: Sequence[SliceHeader], key: Callable[[SliceHeader], object]) -> str:
    usual = Counter(key(header) for header in slices).most_common(1)[0][0]
    odd = [header for header in slices if key(header) != usual]
    return f"{named(odd)} unlike the other {len(slices) - len(odd)}"


def _common_orientation(slices: Sequence[SliceHeader]) -> NDArray[np.float64]:
    """(3, 2) unit columns: the patient directions of picture columns (x) and rows (y)."""
    texts = Counter(header.orientation for header in slices)
    usual = next(h for h in slices if h.orientation == texts.most_common(1)[0][0])
    first = decimals(usual, "orientation", 6)
    if len(texts) > 1:
        odd = [
            header
            for header in slices
            if header.orientation != usual.orientation
            and not np.allclose(
                first, decimals(header, "orientation", 6), rtol=0, atol=_COSINE_TOLERANCE
            )
        ]
        if odd:
            raise InputError(
                named(odd),
                f"{'lies' if len(odd) == 1 else 'lie'} in another direction than "
                f"{display_name(usual.path)} of the same series",
                "separate the directions before opening it",
            )
    axes = np.reshape(first, (2, 3)).T
    checked_direction(
        display_name(usual.path), np.column_stack([axes, np.cross(axes[:, 0], axes[:, 1])])
    )
    unit: NDArray[np.float64] = axes / np.linalg.norm(axes, axis=0)
    return unit


def _common_spacing(slices: Sequence[SliceHeader]) -> tuple[float, float]:
    """(y, x) mm between pixels; DICOM gives the distance of rows first."""
    texts = Counter(header.pixel_spacing for header in slices)
    usual = next(h for h in slices if h.pixel_spacing == texts.most_common(1)[0][0])
    first = decimals(usual, "pixel_spacing", 2)
    checked_spacing(display_name(usual.path), [*first, 1.0])
    if len(texts) > 1:
        for header in slices:
            other = decimals(header, "pixel_spacing", 2)
            if not np.allclose(first, other, rtol=1e-4, atol=0):
                odd = [h for h in slices if h.pixel_spacing == header.pixel_spacing]
                raise InputError(
                    named(odd),
                    f"{'has' if len(odd) == 1 else 'have'} pixels of {other[0]:.4g} x "
                    f"{other[1]:.4g} mm, unlike the {first[0]:.4g} x {first[1]:.4g} mm of "
                    f"{display_name(usual.path)}",
                    "separate them before opening it",
                )
    return first[0], first[1]


# --- pictures without a row of their own -------------------------------------------------------


def _single(
    path: Path,
    header: SliceHeader,
    orientation: NDArray[np.float64],
    spacing_yx: tuple[float, float],
    notices: tuple[str, ...],
) -> Header:
    name = display_name(header.path)
    thick = decimal(header.thickness) or 0.0
    known = 0.01 <= thick <= 50
    if not known:
        notices = (*notices, "The slice has no thickness: volumes in ml are not shown.")
    normal = np.cross(orientation[:, 0], orientation[:, 1])
    geometry = Geometry(
        size_xyz=checked_size(name, (header.columns, header.rows), 2),
        spacing_xyz_mm=checked_spacing(
            name, (spacing_yx[1], spacing_yx[0], thick if known else 1.0)
        ),
        origin_xyz_mm=checked_origin(name, decimals(header, "position", 3)),
        direction=checked_direction(name, np.column_stack([orientation, normal])),
        has_scale=known,
    )
    return _header(path, geometry, (*notices, "The series has one slice only."))


def _unplaced(
    path: Path, slices: Sequence[SliceHeader], part: str | None, notices: tuple[str, ...]
) -> Plan:
    """A picture, or a stack of them on request, that do not say where they lie."""
    name = display_name(path)
    if len(slices) > 1 and part != AS_STACK:
        raise _one_by_one(name, f"has no position for any of its {len(slices)} pictures", slices)
    first = slices[0]
    spacing_yx = _common_spacing(slices) if first.pixel_spacing else (1.0, 1.0)
    geometry = replace(
        Geometry(checked_size(name, (first.columns, first.rows, len(slices)), 2)),
        spacing_xyz_mm=(spacing_yx[1], spacing_yx[0], 1.0),
        has_scale=False,
        has_orientation=False,
    )
    what = "pictures do" if len(slices) > 1 else "picture does"
    said = f"The {what} not say where in the patient it lies: no letters, no sizes in ml."
    return Plan(
        _header(path, geometry, (*notices, said.replace("it lies", "they lie")
                                 if len(slices) > 1 else said)),
        tuple(slices),
    )  # fmt: skip


def _one_by_one(name: str, fault: str, slices: Sequence[SliceHeader]) -> InputError:
    labels = {AS_STACK: "Open as a stack without true distances"}
    labels |= {str(i + 1): f"Open picture {i + 1} alone" for i in range(len(slices))}
    if any(header.position for header in slices):
        del labels[AS_STACK]
    return needs_part(name, fault, labels)


# --- what the files say besides ----------------------------------------------------------------


def _counted(slices: Sequence[SliceHeader]) -> list[int] | None:
    """Instance numbers, where every slice has one of its own."""
    numbers = [int(h.instance) for h in slices if h.instance.isascii() and h.instance.isdecimal()]
    return numbers if len(set(numbers)) == len(slices) else None


def _announced_step(header: SliceHeader) -> tuple[float, ...]:
    steps = (decimal(header.thickness), decimal(header.slice_step))
    return tuple(abs(step) for step in steps if step)


def _count_notices(slices: Sequence[SliceHeader]) -> tuple[str, ...]:
    recorded = {h.images_counted for h in slices}
    if len(recorded) == 1:
        text = recorded.pop()
        if text.isdecimal() and len(slices) < int(text) <= 10_000:
            return (f"The scanner counted {text} images; {len(slices)} are here.",)
    numbers = _counted(slices)
    if numbers is not None and 2 <= min(numbers) <= 9:
        return (f"Slice numbers start at {min(numbers)}: the first slices may be missing.",)
    return ()


def _notices(slices: Sequence[SliceHeader]) -> tuple[str, ...]:
    notices: list[str] = []
    programs = [header for header in slices if header.program]
    if programs:
        notices.append(
            f"{named(programs)} can also be run as {programs[0].program}: only the picture was "
            "read; do not start the file."
        )
    inverted = [header for header in slices if header.photometric == "MONOCHROME1"]
    if inverted:
        which = "All slices" if len(inverted) == len(slices) else named(inverted)
        notices.append(
            f"{which} ask to be drawn with low values white (MONOCHROME1): values are as "
            "measured, and drawn as usual."
        )
    return tuple(notices)
