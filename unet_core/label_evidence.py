"""What the scan shows under a mask: does its outline sit on something that can be seen?

A mask belongs to a scan where the voxels just inside its outline look unlike those just outside,
and where that would be less so for the same mask mirrored, moved by some slices or moved aside.
How unlike is the Jensen-Shannon divergence of the grey values on the two sides, 0 to 1 bit (Lin
1991, doi:10.1109/18.61115): it asks for no organ, no contrast phase and no unit, and comparing a
mask with moved copies of itself asks for no threshold that suits all scans.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from unet_core.volume import LabelMap, Labels, Volume, Voxels

AIR_HU, AIR_GREY = -300.0, 4.0
"""Below it there is air or lung. Grey pictures have a black background."""
_MOST_SLICES = 24
_MOST_POINTS = 2000
"""On each side of the outline in one slice; enough for a histogram, little to compute."""
_FEWEST_POINTS = 120
"""On each side in all slices; fewer scatter too much to tell anything."""
_RIM_OF_WIDTH, _RIM_PIXELS = 80, (2, 8)
"""Width of the rims: this part of the picture's width, about 5 mm of a body, within limits."""
_GREY_STEPS = 48
_FEWEST_GREYS = 4
_ALIKE_NEIGHBOURS = 0.5
"""Correlation of neighbours; CT reaches 0.95 and more, noise 0."""
_FARTHEST_SLICES = 6
_ASIDE_RIMS = 2
_BODY_SIDE, _BODY_SLICES = 128, 64
_PART_OF_BODY = 0.05
_SAMPLES = 1 << 17
_PLUS = ndimage.generate_binary_structure(2, 1)
Points = tuple[NDArray[np.intp], NDArray[np.intp]]
"""Rows and columns."""


class Move(NamedTuple):
    """How a mask is laid on a scan: mirrored along z, y, x, then moved by voxels."""

    flip_z: bool = False
    flip_y: bool = False
    flip_x: bool = False
    z: int = 0
    y: int = 0
    x: int = 0


@dataclass(frozen=True)
class _Rim:
    """Some pixels on both sides of the outline in one slice."""

    index: int
    inside: Points
    outside: Points


@dataclass(frozen=True)
class Tissue:
    """Voxels under one label.

    Attributes:
        median: HU or grey.
        air: Share that is air or lung.
        dark: Share that is as dark as fat, air included.
    """

    median: float
    air: float
    dark: float


@dataclass(frozen=True)
class Evidence:
    """What was measured of a scan and a mask of as many voxels.

    Attributes:
        fit: Difference of the two sides of the outline, 0 to 1; None where there is too little.
        mirrored: The same for the mask mirrored, by the axes: "x" to "xyz".
        moved: For a move by so many slices towards the head, the fit there, and the fit unmoved
            on the very same slices.
        aside: Best fit of eight moves within the slice.
        tissue: Of each label value.
        outside_body: Share of labelled voxels outside the body.
        faces: How many voxel faces two different values share.
        holes: Canonical slices without label between slices that hold much the same label.
        telling_slice: The canonical slice to look at.
    """

    fit: float | None = None
    mirrored: Mapping[str, float] = field(default_factory=dict)
    moved: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    aside: float = 0.0
    tissue: Mapping[int, Tissue] = field(default_factory=dict)
    outside_body: float = 0.0
    faces: Mapping[tuple[int, int], int] = field(default_factory=dict)
    holes: tuple[int, ...] = ()
    telling_slice: int = 0


def measure(volume: Volume, label_map: LabelMap) -> Evidence:
    """All evidence on a mask of as many voxels as its scan.

    Args:
        volume: The scan.
        label_map: Taken voxel on voxel, whatever its own header says.
    """
    scan = volume.canonical
    labels = volume.geometry.orientation.apply(label_map.voxels)
    counts = np.array([int(np.count_nonzero(plane)) for plane in labels])
    if not counts.any():
        return Evidence(telling_slice=len(labels) // 2)
    tissue, telling = _tissue(scan, labels, volume.intensity == "HU")
    rims = tuple(_rims(labels, counts))
    fits = _Fits(scan, rims if _shows_something(scan, rims) else ())
    return Evidence(
        fit=fits.fit(Move()),
        mirrored={
            axes: fit
            for axes, move in MIRRORED.items()
            if (fit := fits.fit(move)) is not None and (len(labels) > 1 or "z" not in axes)
        },
        moved={z: pair for z in _SLICE_MOVES if (pair := fits.compared(Move(z=z))) is not None},
        aside=max((fits.fit(move) or 0.0 for move in _aside(rims, labels.shape)), default=0.0),
        tissue=tissue,
        outside_body=_outside_body(scan, labels, volume.intensity == "HU"),
        faces=_faces(labels),
        holes=_holes(labels, counts),
        telling_slice=telling,
    )


# --- the outline -----------------------------------------------------------------------------

MIRRORED = {
    axes: Move(flip_z="z" in axes, flip_y="y" in axes, flip_x="x" in axes)
    for axes in ("x", "y", "z", "xy", "xz", "yz", "xyz")
}
"""All ways to mirror; "xy" is what mixing up LPS and RAS does."""
_SLICE_MOVES = tuple(z for z in range(-_FARTHEST_SLICES, _FARTHEST_SLICES + 1) if z)


def rim_pixels(width: int) -> int:
    """Width of the rims in a picture of that width.

    >>> rim_pixels(512), rim_pixels(64)
    (6, 2)
    """
    return min(max(width // _RIM_OF_WIDTH, _RIM_PIXELS[0]), _RIM_PIXELS[1])


def _rims(labels: Labels, counts: NDArray[np.intp]) -> Iterator[_Rim]:
    held = np.flatnonzero(counts)
    chosen = np.linspace(0, len(held) - 1, min(_MOST_SLICES, len(held))).round().astype(int)
    for index in held[np.unique(chosen)]:
        yield _rim(int(index), labels[index] > 0)


def _rim(index: int, mask: NDArray[np.bool_]) -> _Rim:
    width = rim_pixels(mask.shape[1])
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, left = max(rows[0] - width, 0), max(columns[0] - width, 0)
    inner = mask[top : rows[-1] + width + 1, left : columns[-1] + width + 1]
    core = ndimage.binary_erosion(inner, _PLUS, width, border_value=1)
    grown = ndimage.binary_dilation(inner, _PLUS, width)
    return _Rim(index, _some(inner & ~core, top, left), _some(grown & ~inner, top, left))


def _some(mask: NDArray[np.bool_], top: int, left: int) -> Points:
    """Up to ``_MOST_POINTS`` pixels of a mask, evenly over it."""
    places = np.flatnonzero(mask)
    if len(places) > _MOST_POINTS:
        places = places[np.linspace(0, len(places) - 1, _MOST_POINTS).astype(np.intp)]
    rows, columns = np.divmod(places, mask.shape[1])
    return rows + top, columns + left


def _aside(rims: tuple[_Rim, ...], shape: tuple[int, ...]) -> Iterator[Move]:
    step = _ASIDE_RIMS * rim_pixels(shape[2])
    for y in (-step, 0, step):
        for x in (-step, 0, step):
            if y or x:
                yield Move(y=y, x=x)


# --- how well it sits ------------------------------------------------------------------------


class _Fits:
    """Fits of one mask under several moves, from histograms kept slice by slice."""

    def __init__(self, scan: Voxels, rims: tuple[_Rim, ...]) -> None:
        self._scan = scan
        self._rims = rims
        self._edges = _grey_edges(scan, rims) if rims else np.empty(0)
        self._counted: dict[Move, NDArray[np.float64]] = {}

    def fit(self, move: Move) -> float | None:
        """Of the whole mask; None where too little of it lies on the scan."""
        return _difference(self._histograms(move).sum(axis=0)) if self._rims else None

    def compared(self, move: Move) -> tuple[float, float] | None:
        """The fit after a move and without it, on the slices that lie on the scan in both."""
        if not self._rims:
            return None
        there, here = self._histograms(move), self._histograms(Move())
        both = (there.sum(axis=(1, 2)) > 0) & (here.sum(axis=(1, 2)) > 0)
        if 2 * both.sum() < len(self._rims):
            return None
        after, before = _difference(there[both].sum(axis=0)), _difference(here[both].sum(axis=0))
        return None if after is None or before is None else (after, before)

    def _histograms(self, move: Move) -> NDArray[np.float64]:
        """(slices, 2, bins): grey values inside and outside the outline."""
        if move not in self._counted:
            self._counted[move] = np.stack([self._of_slice(rim, move) for rim in self._rims])
        return self._counted[move]

    def _of_slice(self, rim: _Rim, move: Move) -> NDArray[np.float64]:
        slices, height, width = self._scan.shape
        index = (slices - 1 - rim.index if move.flip_z else rim.index) + move.z
        counts = np.zeros((2, len(self._edges) + 1))
        if not 0 <= index < slices:
            return counts
        for side, (rows, columns) in enumerate((rim.inside, rim.outside)):
            rows = (height - 1 - rows if move.flip_y else rows) + move.y
            columns = (width - 1 - columns if move.flip_x else columns) + move.x
            kept = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
            values = self._scan[index][rows[kept], columns[kept]]
            bins = np.searchsorted(self._edges, values, side="right")
            counts[side] = np.bincount(bins, minlength=counts.shape[1])
        return counts


def _shows_something(scan: Voxels, rims: tuple[_Rim, ...]) -> bool:
    """Whether neighbours in the scan are alike, as in a body, and not noise or one grey."""
    planes = np.stack([scan[rim.index] for rim in rims[:: max(len(rims) // 4, 1)]])
    near = (
        np.corrcoef(planes[..., :-1].ravel(), planes[..., 1:].ravel())[0, 1]
        if (planes.shape[2] > 2 and planes.min() < planes.max())
        else 0.0
    )
    return bool(near > _ALIKE_NEIGHBOURS) and len(_grey_edges(scan, rims)) >= _FEWEST_GREYS


def _grey_edges(scan: Voxels, rims: tuple[_Rim, ...]) -> NDArray[np.float64]:
    """Limits of grey values between which equally many voxels of the body lie."""
    step = max(scan.shape[2] // _BODY_SIDE, 1)
    values = np.concatenate([scan[rim.index, ::step, ::step].ravel() for rim in rims])
    body = values[values > values.min()]
    steps = np.linspace(0, 1, _GREY_STEPS + 1)[1:-1]
    edges: NDArray[np.float64] = np.unique(np.quantile(body if len(body) else values, steps))
    return edges


def _difference(counts: NDArray[np.float64]) -> float | None:
    """Jensen-Shannon divergence in bits of two histograms (2, bins); None of too few voxels."""
    totals = counts.sum(axis=1, keepdims=True)
    if totals.min() < _FEWEST_POINTS:
        return None
    shares = counts / totals
    inside, outside = _entropy(shares[0]), _entropy(shares[1])
    return _entropy(shares.mean(axis=0)) - (inside + outside) / 2


def _entropy(shares: NDArray[np.float64]) -> float:
    held = shares[shares > 0]
    return float(-(held * np.log2(held)).sum())


# --- what lies under it ----------------------------------------------------------------------


def _tissue(scan: Voxels, labels: Labels, is_hu: bool) -> tuple[dict[int, Tissue], int]:
    """Of each label value; and the slice with most voxels on air, or else most voxels."""
    step = max(int(np.count_nonzero(labels)) // _SAMPLES, 1)
    values: dict[int, list[NDArray[np.float32]]] = {}
    airy, full = np.zeros(len(labels)), np.zeros(len(labels))
    air = AIR_HU if is_hu else AIR_GREY
    for index, plane in enumerate(labels):
        places = np.flatnonzero(plane)
        full[index] = len(places)
        if not len(places):
            continue
        places = places[:: min(step, len(places))]
        under = np.ascontiguousarray(scan[index]).ravel()[places].astype(np.float32)
        airy[index] = float((under < air).mean()) * full[index]
        own = np.ascontiguousarray(plane).ravel()[places]
        for value in np.unique(own):
            values.setdefault(int(value), []).append(under[own == value])
    tissue = {
        value: _tissue_of(np.concatenate(parts), air, is_hu)
        for value, parts in sorted(values.items())
    }
    worst = airy if airy.sum() > 0.02 * full.sum() else full
    return tissue, int(np.argmax(worst))


FAT_HU = -50.0
FAT_OF_MEDIAN = 0.5
"""Grey pictures, whose window is unknown: fat is darker than this share of the label's median."""


def _tissue_of(values: NDArray[np.float32], air: float, is_hu: bool) -> Tissue:
    median = float(np.median(values))
    dark = FAT_HU if is_hu else FAT_OF_MEDIAN * median
    return Tissue(median, float((values < air).mean()), float((values < dark).mean()))


def _outside_body(scan: Voxels, labels: Labels, is_hu: bool) -> float:
    """Share of labelled voxels outside the large objects that are not air.

    Inside is what has body before and behind it, left and right of it: lungs and bowel too.
    """
    step = max(scan.shape[2] // _BODY_SIDE, 1)
    slices = np.unique(
        np.linspace(0, len(scan) - 1, min(_BODY_SLICES, len(scan))).round().astype(np.intp)
    )
    marked = np.stack([labels[index, ::step, ::step] > 0 for index in slices])
    if not marked.any():
        return 0.0
    air = AIR_HU if is_hu else AIR_GREY
    solid = np.stack([scan[index, ::step, ::step] > air for index in slices])
    solid = ndimage.binary_opening(solid, _PLUS[np.newaxis])  # the couch hangs on by a thread
    numbers, count = ndimage.label(solid)
    if not count:
        return 0.0
    sizes = np.bincount(numbers.ravel())
    sizes[0] = 0
    body = (sizes >= _PART_OF_BODY * sizes.max())[numbers]  # black fat may part it
    inside = np.ones_like(body)
    for axis in (1, 2):
        before = np.logical_or.accumulate(body, axis=axis)
        behind = np.flip(np.logical_or.accumulate(np.flip(body, axis), axis=axis), axis)
        inside &= before & behind
    inside = ndimage.binary_dilation(inside, _PLUS[np.newaxis])  # the skin, lost to opening
    return float((marked & ~inside).sum() / marked.sum())


# --- the mask by itself ----------------------------------------------------------------------


def _faces(labels: Labels) -> dict[tuple[int, int], int]:
    """Faces within slices between voxels of different values, lower value first."""
    counts: dict[tuple[int, int], int] = {}
    for plane in labels:
        if not plane.any():
            continue
        for one, other in ((plane[1:], plane[:-1]), (plane[:, 1:], plane[:, :-1])):
            differs = one != other
            low = np.minimum(one[differs], other[differs]).astype(np.intp)
            high = np.maximum(one[differs], other[differs])
            found = np.bincount(low * 256 + high)
            for code in np.flatnonzero(found):
                pair = (int(code) >> 8, int(code) & 255)
                counts[pair] = counts.get(pair, 0) + int(found[code])
    return counts


_MOST_MISSING = 3
_ALIKE = 0.5


def _holes(labels: Labels, counts: NDArray[np.intp]) -> tuple[int, ...]:
    """Empty slices, three in a row at most, between two whose labels overlap by half or more."""
    held = np.flatnonzero(counts)
    found: list[int] = []
    for below, above in pairwise(held):
        if not 1 < above - below <= _MOST_MISSING + 1:
            continue
        one, other = labels[below] > 0, labels[above] > 0
        if (one & other).sum() > _ALIKE * (one | other).sum():
            found += range(int(below) + 1, int(above))
    return tuple(found)
