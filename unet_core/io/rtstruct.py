"""RTSTRUCT: contours drawn on a scan, filled on that scan's grid."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.io.contours import Points, area, filled
from unet_core.io.dicom_object import DicomObject, Node, read_object
from unet_core.io.drawn import Origin, Patch, Wish, is_named, paint, scan_of
from unet_core.io.headers import display_name
from unet_core.io.part_names import Part, labels_of
from unet_core.io.payload import Memory
from unet_core.io.request import NeedsChoice, Reference, Request
from unet_core.volume import Geometry, LabelMap

CLASS_UID = "1.2.840.10008.5.1.4.1.1.481.3"
_FRAME_OF_REFERENCE, _SERIES = 0x00200052, 0x0020000E
_CLOSED = ("CLOSED_PLANAR", "CLOSEDPLANAR_XOR")
_FLAT_SLICES = 0.1
"""A contour whose points leave its plane by more than this share of a slice lies across slices."""
_ROUNDING_SLICES = 0.01


@dataclass
class _Counts:
    """Contours that could not be taken as they are."""

    open: int = 0
    across: int = 0
    outside: int = 0
    between: int = 0
    doubled: int = 0

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the user should know of them."""
        words = (
            (self.open, "{} not closed and {} left out (points or lines)."),
            (self.across, "{} across the slices and {} left out."),
            (self.outside, "{} outside the scan and {} left out."),
            (self.between, "{} between two slices and {} filled on the nearer one."),
            (self.doubled, "{} further from a slice than others and {} left out."),
        )
        return tuple(_counted(count, text) for count, text in words if count)


def _counted(count: int, text: str) -> str:
    noun, verb, past = ("contour", "lies", "was") if count == 1 else ("contours", "lie", "were")
    if text.startswith("{} not"):
        verb = "is" if count == 1 else "are"
    return text.format(f"{count:,} {noun} {verb}", past)


@dataclass
class _Region:
    """The contours of one name, in pixels of the scan, by slice."""

    number: int
    planes: dict[int, list[Points]] = field(default_factory=dict)
    distances: dict[int, float] = field(default_factory=dict)

    @property
    def size(self) -> float:
        return sum(area(points) for contours in self.planes.values() for points in contours)


def read_rtstruct(
    request: Request, memory: Memory, nearby: Sequence[Reference] = ()
) -> Generator[Progress, None, LabelMap]:
    """The label map in an RTSTRUCT file, ``request.paths[0]``, filled on the grid of its scan.

    Args:
        request: ``reference`` is the scan it must belong to; ``part`` is what an option offered
            earlier says.
        memory: Makes the result's array.
        nearby: Scans of the same folder; looked at where no reference is open.

    Raises:
        InputError: If it is damaged, was drawn on another series than ``request.reference``, or its
            scan is not there.
        NeedsChoice: If contours of different names overlap, or it does not say which scan it was
            drawn on and there is but one.
    """
    path = request.paths[0]
    name = display_name(path)
    yield Progress(0, 0, f"Reading {name}")
    found = read_object(path)
    if found.class_uid != CLASS_UID:
        raise InputError(name, "is no RTSTRUCT", "open it as what it is")
    wish = Wish.of(request, name)
    origin = origin_of(found.root)
    scan, said = _scan(name, origin, request.reference, nearby, wish)
    parts = parts_of(found.root)
    labels, understood = labels_of(name, parts)
    counts = _Counts()
    yield Progress(0, 0, f"Filling contours of {name}")
    regions = _regions(found, scan.geometry, counts)
    if unknown := sorted(set(regions) - {part.number for part in parts}):
        fault = f"holds contours of region {unknown[0]}, which it does not name"
        raise InputError(name, fault, "export it again")
    empty = [part.shown for part in parts if part.number not in regions]
    parts = [_sized(part, regions[part.number]) for part in parts if part.number in regions]
    if not parts:
        raise _nothing(name, counts)
    parts = wish.chosen(name, parts)

    def patches(part: Part) -> Iterator[Patch]:
        return _patches(regions[part.number], scan.geometry)

    voxels, overlaps = paint(name, parts, labels, patches, scan.geometry.shape_zyx, memory, wish)
    if empty:
        listed = ", ".join(f'"{shown}"' for shown in empty[:5]) + (", ..." if empty[5:] else "")
        said += (f"Without contours, and left out: {listed}.",)
    return LabelMap(
        voxels,
        scan.geometry,
        name,
        {labels[p.number].value: labels[p.number] for p in parts},
        path=path,
        sha256=found.sha256,
        notices=(*said, *understood, *counts.sentences, *overlaps),
        refers_to=scan.source.series_uid if scan.source else next(iter(origin.series), ""),
    )


def origin_of(root: Node) -> Origin:
    """The scans that contours were drawn on, by the references of the structure set."""
    series, instances = [], set()
    frames = root.items(0x30060010)
    for frame in frames:
        for study in frame.items(0x30060012):
            for item in study.items(0x30060014):
                series.append(item.text(_SERIES))
                instances |= {image.text(0x00081155) for image in item.items(0x30060016)}
    spaces = {frame.text(_FRAME_OF_REFERENCE) for frame in frames} - {""}
    return Origin(
        tuple(uid for uid in series if uid),
        frozenset(instances - {""}),
        spaces.pop() if len(spaces) == 1 else "",
    )


def parts_of(root: Node) -> list[Part]:
    """The regions it names, with their colours, in file order.

    Raises:
        InputError: If two have one number.
    """
    colours = {item.integer(0x30060084): _colour(item) for item in root.items(0x30060039)}
    kinds = {
        item.integer(0x30060084): item.text(0x300600A4).upper() for item in root.items(0x30060080)
    }
    parts: dict[int, Part] = {}
    for item in root.items(0x30060020):
        number = item.integer(0x30060022)
        codes = frozenset((("RT", kinds[number]),)) if kinds.get(number) else frozenset()
        if number in parts:
            raise InputError(root.name, f"names region {number} twice", "export it again")
        parts[number] = Part(number, item.words(0x30060026), colours.get(number, ""), codes)
    return list(parts.values())


def _colour(item: Node) -> str:
    """ROI Display Color (3006,002A): red, green and blue from 0 to 255."""
    numbers = [part.strip() for part in item.text(0x3006002A).split("\\")]
    if len(numbers) != 3 or not all(n.isascii() and n.isdigit() and len(n) < 4 for n in numbers):
        return ""
    return "#" + "".join(f"{min(int(n), 255):02x}" for n in numbers)


def _sized(part: Part, region: _Region) -> Part:
    return Part(part.number, part.name, part.colour, part.codes, part.value, region.size)


def _nothing(name: str, counts: _Counts) -> InputError:
    why = " ".join(counts.sentences)[:-1]
    fault = f"holds no contours to fill: {why}" if why else "holds no contours"
    return InputError(name, fault, "open the scan it was drawn on, or export it again")


# --- the scan ----------------------------------------------------------------------------------


def _scan(
    name: str,
    origin: Origin,
    reference: Reference | None,
    nearby: Sequence[Reference],
    wish: Wish,
) -> tuple[Reference, tuple[str, ...]]:
    """The scan to fill contours on, and a sentence where the file does not name it."""
    scan = scan_of(name, origin, reference, nearby)
    if scan is not None and (is_named(origin, scan) or scan.source is None):
        return scan, () if _shares_space(origin, scan) else (_OTHER_SPACE,)
    if scan is None:
        same_space = [s for s in nearby if _shares_space(origin, s)]
        scan = same_space[0] if len(same_space) == 1 else None
    if scan is None:
        what = "the series it was drawn on is not here" if origin.series else "it names no scan"
        raise InputError(
            name, f"cannot be filled: {what}", "open the scan it was drawn on first, then this"
        )
    if not wish.here:
        what = "names a series that is not here" if origin.series else "does not name its scan"
        option = wish.option("Fill it on the only scan of the same space", here=True)
        raise NeedsChoice(name, what, (option,))
    return scan, ("The file does not name this scan: it was filled on it because you chose so.",)


def _shares_space(origin: Origin, scan: Reference) -> bool:
    theirs = scan.source.frame_of_reference_uid if scan.source else ""
    return not (theirs and origin.frame_of_reference_uid) or (
        theirs == origin.frame_of_reference_uid
    )


_OTHER_SPACE = (
    "The file gives another frame of reference than its scan; the slices it names are this scan's."
)


# --- contours ----------------------------------------------------------------------------------


def _regions(found: DicomObject, geometry: Geometry, counts: _Counts) -> dict[int, _Region]:
    """Contours by region and slice."""
    to_index = np.linalg.inv(geometry.affine).astype(np.float64)
    regions: dict[int, _Region] = {}
    for item in found.root.items(0x30060039):
        number = item.integer(0x30060084)
        region = _Region(number)
        for contour in item.items(0x30060040):
            _put(contour, region, to_index, geometry, counts)
        if region.planes:
            regions[number] = region
    return regions


def _put(
    contour: Node,
    region: _Region,
    to_index: NDArray[np.float64],
    geometry: Geometry,
    counts: _Counts,
) -> None:
    """Add one contour to the slice it lies on."""
    if contour.text(0x30060042) not in _CLOSED:
        counts.open += 1
        return
    if not contour.data(0x30060050).strip(b" \0"):
        return
    numbers = contour.decimals(0x30060050, "contour")
    if len(numbers) % 3 or len(numbers) != 3 * (contour.integer(0x30060046) or len(numbers) // 3):
        raise InputError(
            contour.name,
            f"holds a contour of {len(numbers):,} numbers where "
            f"{3 * contour.integer(0x30060046):,} belong",
            "copy it again from its source",
        )
    points = numbers.reshape(-1, 3) @ to_index[:3, :3].T + to_index[:3, 3]
    depth = float(points[:, 2].mean())
    slice_index = round(depth)
    if float(np.abs(points[:, 2] - depth).max()) > _FLAT_SLICES:
        counts.across += 1
    elif not _is_inside(points, slice_index, geometry):
        counts.outside += 1
    else:
        _keep(region, slice_index, abs(depth - slice_index), points[:, :2], counts)


def _is_inside(points: NDArray[np.float64], slice_index: int, geometry: Geometry) -> bool:
    width, height, slices = geometry.size_xyz
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    touches = bool((high >= 0).all() and (low <= (width - 1, height - 1)).all())
    return 0 <= slice_index < slices and touches


def _keep(
    region: _Region, slice_index: int, distance: float, points: Points, counts: _Counts
) -> None:
    """Only the plane nearest to a slice fills it: two planes would cut holes into each other."""
    nearest = region.distances.get(slice_index)
    if nearest is not None and distance > nearest + _ROUNDING_SLICES:
        counts.doubled += 1
        return
    if nearest is not None and distance < nearest - _ROUNDING_SLICES:
        counts.doubled += len(region.planes[slice_index])
        counts.between -= len(region.planes[slice_index])
        region.planes[slice_index] = []
    if any(np.array_equal(points, other) for other in region.planes.get(slice_index, ())):
        return  # the same contour twice would cancel itself out
    counts.between += distance > _ROUNDING_SLICES
    region.distances[slice_index] = distance
    region.planes.setdefault(slice_index, []).append(points)


def _patches(region: _Region, geometry: Geometry) -> Iterator[Patch]:
    for slice_index, contours in sorted(region.planes.items()):
        top, left, mask = filled(contours, geometry.shape_zyx[1:])
        yield slice_index, top, left, mask
