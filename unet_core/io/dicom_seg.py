"""DICOM SEG: segments drawn on a scan, as one label map on that scan's grid."""

import re
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.io.dicom_object import LONGEST_NAME, Node, read_object
from unet_core.io.drawn import Origin, Patch, Wish, paint, scan_of
from unet_core.io.headers import display_name
from unet_core.io.part_names import Part, code_of, colour_from_cielab, labels_of
from unet_core.io.payload import Memory
from unet_core.io.request import NeedsChoice, Reference, Request
from unet_core.io.seg_frames import Frame, Pixels, frames_of
from unet_core.io.seg_grid import Placement, grid_of
from unet_core.volume import LabelMap

CLASS_UIDS = ("1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.66.7")
"""Segmentation Storage, Label Map Segmentation Storage."""
MANUFACTURER = "Slicewise"
OWN_LABEL = "Slicewise label {}: {}"
"""What this program writes as Segment Description (0062,0006), so that values and names return."""
HIGHEST_VALUE = 255
_OWN_LABEL = re.compile(r"Slicewise label ([1-9][0-9]{0,2}): (.*)", re.DOTALL)
_AUTOMATIC = "AUTOMATIC"


def read_seg(
    request: Request, memory: Memory, nearby: Sequence[Reference] = ()
) -> Generator[Progress, None, LabelMap]:
    """The label map in a DICOM SEG file, ``request.paths[0]``, on the grid of its scan.

    Args:
        request: ``reference`` is the scan it must belong to; ``threshold`` cuts fractions at half;
            ``part`` is what an option offered earlier says.
        memory: Makes the result's array.
        nearby: Scans of the same folder; looked at where no reference is open. Without its scan the
            mask lies on the grid of its own frames.

    Raises:
        InputError: If it is damaged or was drawn on another series than ``request.reference``.
        NeedsChoice: If segments overlap or are fractions.
    """
    path = request.paths[0]
    name = display_name(path)
    yield Progress(0, 0, f"Reading {name}")
    found = read_object(path)
    if found.class_uid not in CLASS_UIDS:
        raise InputError(name, "is no DICOM SEG", "open it as what it is")
    wish = Wish.of(request, name)
    root = found.root
    origin = origin_of(root)
    scan = scan_of(name, origin, request.reference, nearby)
    all_parts = parts_of(root)
    if not all_parts:
        raise InputError(name, "describes no segments", "export it again")
    labels, understood = labels_of(name, all_parts)
    pixels = Pixels.of(found, path)
    frames = frames_of(root, pixels)
    fractions = _check_fractions(name, pixels, wish)
    grid = grid_of(root, frames, scan)
    parts = [_sized(part, frames, pixels) for part in wish.chosen(name, all_parts)]
    _check_segments(name, frames, all_parts)
    _check_places(name, frames, grid.places)
    yield Progress(0, 0, f"Laying out {name}")

    def patches(part: Part) -> Iterator[Patch]:
        return _patches(part, frames, grid.places, pixels)

    voxels, overlaps = paint(name, parts, labels, patches, grid.geometry.shape_zyx, memory, wish)
    made = {item.text(0x00620008) for item in root.items(0x00620002)}
    by_a_model = made == {_AUTOMATIC}
    is_own = all(part.value for part in all_parts)
    said = ("A model drew it, says the file.",) if by_a_model and not is_own else ()
    return LabelMap(
        voxels,
        grid.geometry,
        name,
        {labels[p.number].value: labels[p.number] for p in parts},
        role="prediction" if by_a_model and is_own else "reference",
        path=path,
        sha256=found.sha256,
        notices=(*said, *understood, *fractions, *grid.notices, *overlaps),
        refers_to=_refers_to(origin, scan),
    )


def _refers_to(origin: Origin, scan: Reference | None) -> str:
    if scan is not None and scan.source is not None and scan.source.series_uid in origin.series:
        return scan.source.series_uid
    return next(iter(origin.series), "")


def origin_of(root: Node) -> Origin:
    """The scans it was drawn on, by its references to series and slices."""
    series, instances = [], set()
    for item in root.items(0x00081115):
        series.append(item.text(0x0020000E))
        instances |= {image.text(0x00081155) for image in item.items(0x0008114A)}
    for frame in root.items(0x52009230):
        for derivation in frame.items(0x00089124):
            instances |= {image.text(0x00081155) for image in derivation.items(0x00082112)}
    return Origin(
        tuple(uid for uid in series if uid),
        frozenset(instances - {""}),
        root.text(0x00200052),
    )


def parts_of(root: Node) -> list[Part]:
    """Its segments with names, colours and coded types, in file order.

    Raises:
        InputError: If two have one number.
    """
    is_ours = root.text(0x00080070) == MANUFACTURER
    parts = [_part(item, is_ours=is_ours) for item in root.items(0x00620002)]
    number, count = Counter(p.number for p in parts).most_common(1)[0] if parts else (0, 0)
    if count > 1:
        raise InputError(root.name, f"describes segment {number} twice", "export it again")
    return parts


def _part(item: Node, *, is_ours: bool) -> Part:
    kind = item.first(0x0062000F)
    name = item.words(0x00620005) or (kind.words(0x00080104) if kind else "")
    value = 0
    own = _OWN_LABEL.fullmatch(item.words(0x00620006, 2 * LONGEST_NAME)) if is_ours else None
    if own is not None and int(own[1]) <= HIGHEST_VALUE:
        value, name = int(own[1]), own[2]
    code = code_of(kind.text(0x00080102), kind.text(0x00080100)) if kind else None
    return Part(
        number=next(iter(item.unsigned(0x00620004)), 0),
        name=name,
        colour=colour_from_cielab(item.unsigned(0x0062000D)),
        codes=frozenset((code,)) if code else frozenset(),
        value=value,
    )


def _check_fractions(name: str, pixels: Pixels, wish: Wish) -> tuple[str, ...]:
    """A sentence about soft edges that were cut.

    Raises:
        NeedsChoice: If there are any and nothing was chosen.
    """
    if not pixels.is_soft:
        return ()
    if not wish.threshold:
        option = wish.option("Cut at half", threshold=True)
        raise NeedsChoice(name, "holds fractions (soft edges), not labels", (option,))
    return ("Soft edges were cut at half.",)


def _check_segments(name: str, frames: Sequence[Frame], parts: Sequence[Part]) -> None:
    unknown = {frame.segment for frame in frames} - {part.number for part in parts} - {0}
    if unknown:
        fault = f"holds frames of segment {min(unknown)}, which it does not describe"
        raise InputError(name, fault, "export it again")


def _check_places(name: str, frames: Sequence[Frame], places: Sequence[Placement]) -> None:
    counts = Counter((f.segment, p.slice_index) for f, p in zip(frames, places, strict=True))
    (segment, _), count = counts.most_common(1)[0] if counts else ((0, 0), 0)
    if count > 1:
        fault = f"has {count} frames of segment {segment} at one place, as of several times"
        raise InputError(name, fault, "export one time point of it")


def _sized(part: Part, frames: Sequence[Frame], pixels: Pixels) -> Part:
    size = sum(pixels.count(f, part.number) for f in frames if f.segment in (0, part.number))
    return replace(part, size=float(size))


def _patches(
    part: Part, frames: Sequence[Frame], places: Sequence[Placement], pixels: Pixels
) -> Iterator[Patch]:
    for frame, place in zip(frames, places, strict=True):
        if frame.segment in (0, part.number):
            mask: NDArray[np.bool_] = pixels.mask(frame, part.number)
            yield place.slice_index, place.top, place.left, place.turned(mask)
