"""Artificial tumours drawn into healthy liver: a network sees more of them than were scanned.

A data set of a few patients holds a few kinds of tumour, and a network learns those by heart. Drawn
lesions teach what all of them share: a blob of another grey than the liver around it. The idea is
Hu 2023 (Label-Free Liver Tumor Segmentation, CVPR, arXiv:2303.14869), who trained on nothing else,
and Yang 2021 (TumorCP, doi:10.1007/978-3-030-87193-2_55), who copied tumours between patients. The
recipe here is ours, for slices with their neighbours, at a millisecond each.
"""

import math
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float32]
"""(C, Y, X) float32 grey in 0..1: a slice and its neighbours, or a part of them."""
Grid = NDArray[np.float32]
"""(Y, X) float32."""
Classes = NDArray[np.uint8]
"""(Y, X) uint8 class indices."""

_SIDE = 256
"""Lengths below are pixels of a picture of this side."""
_FEWEST_PIXELS = 200
"""An organ smaller than this is left alone: its slice is its very end."""
_RADII = (2.0, 22.0)
_NARROWEST, _WIDEST = 0.5, 1.6
"""A wavy rim keeps to these shares of the mean radius."""
_SOFTEST = 1.5
"""Half the width of an edge is at most this share of the radius."""
_TRIES, _FITS, _TOUCHES = 5, 0.7, 0.05
"""Centres tried for a lesion; it fits where of the square inside it so much at least is healthy
organ, and so much at most another lesion."""
_SATELLITES, _BRIGHT, _CORE, _RIM = 0.15, 0.1, 0.25, 0.15
"""How often lesions have small ones beside them, are brighter, and have a core and a rim."""
_PARENT_RADIUS, _CORE_RADIUS = 4.0, 6.0
"""Smaller lesions have no satellites, and neither a core nor a rim."""
_SEEN_RADIUS, _FAINTEST_AT_MOST = 5.0, 0.12
"""Lesions below this radius, in the picture's own pixels, stand out by more than its noise."""
_SMOOTHING = 1.7
"""Sigma that leaves vessels and takes noise away."""
_FOREIGN = 0.24
"""Grey this far from the organ's is not the organ, but fat or gut that the next slice shows."""
_NODES = 6
"""Of the unevenness, on each axis."""
_TURNS = 256
"""Directions in which the rim of a lesion is known."""


@dataclass(frozen=True)
class LesionClasses:
    """Which class indices lesions are drawn into, and which they become.

    Attributes:
        organ: Class index of the healthy organ.
        lesion: Class index of its lesions.
        zoom: How many times larger than a whole slice shows them, for a close look at the organ.
        contrast: How many times stronger greys differ there.
    """

    organ: int
    lesion: int
    zoom: float = 1.0
    contrast: float = 1.0


@dataclass(frozen=True)
class _Look:
    """What all drawn lesions of a slice have in common, as metastases of one patient do.

    Attributes:
        offset: Grey of a lesion less that of the organ around.
        softness: Half the width of the edge, in pixels.
        texture: Standard deviation of the smooth unevenness inside.
        emptiness: How far vessels disappear: 1 wholly.
        core: How much stronger ``offset`` is at the centre, as a share of it.
        rim: How much of ``offset`` the rim takes back, as a share of it.
        core_radius: Lesions below this radius show neither core nor rim.
        smoothing: Sigma that leaves vessels and takes noise away.
        slices_a_pixel: Distance of pixels over distance of slices.
        contrast: How many times stronger greys differ than in the 400 HU lengths of grey are of.
    """

    offset: float
    softness: float
    texture: float
    emptiness: float
    core: float
    rim: float
    core_radius: float
    smoothing: float
    slices_a_pixel: float
    contrast: float


@dataclass(frozen=True)
class _Place:
    """Centre (pixels) and radius of one lesion."""

    y: float
    x: float
    radius: float


def draw_lesions(
    picture: Picture,
    classes: Classes,
    which: LesionClasses,
    distances: NDArray[np.float32],
    rng: np.random.Generator,
) -> bool:
    """Draw one to three lesions, some with satellites, into a slice; nothing without an organ.

    Only pixels of the healthy organ change, in the picture and in its labels; lesions that are
    there already are kept.

    Args:
        picture: (C, S, S) float32 in 0..1; written to.
        classes: (S, S) uint8 class indices of the slice; written to.
        which: Classes of organ and lesion.
        distances: (C,) how many slices each channel lies from the one that ``classes`` belongs to.
        rng: Decides everything.

    Returns:
        Whether any was drawn.
    """
    scale = classes.shape[1] / _SIDE * which.zoom
    organ = np.flatnonzero(classes == which.organ)
    if len(organ) < max(_FEWEST_PIXELS * scale**2, 1):
        return False
    look = _drawn_look(scale, which.contrast, rng)
    painted = np.zeros_like(picture)
    for _ in range(int(rng.integers(1, 4))):
        for place in _cluster(_room(classes, organ, which, scale, rng), scale, rng):
            _draw(picture, classes, painted, which, place, look, distances, rng)
    return True


def _drawn_look(scale: float, contrast: float, rng: np.random.Generator) -> _Look:
    """Ranges seen in portal-venous CT windowed to 400 HU.

    Tumours of four patients were darker than their liver by 0.02 to 0.16 of the grey range (5th to
    95th percentile), with edges two pixels wide.
    """
    bright = rng.random() < _BRIGHT
    return _Look(
        offset=contrast * (rng.uniform(0.04, 0.12) if bright else -rng.uniform(0.04, 0.18)),
        softness=rng.uniform(1.2, 4.0) * max(scale, 0.5),
        texture=contrast * rng.uniform(0.0, 0.03),
        emptiness=rng.uniform(0.5, 1.0),
        core=rng.uniform(0.2, 0.8) if rng.random() < _CORE else 0.0,
        rim=rng.uniform(0.3, 1.2) if rng.random() < _RIM else 0.0,
        core_radius=_CORE_RADIUS * scale,
        smoothing=_SMOOTHING * scale,
        slices_a_pixel=rng.uniform(0.3, 1.5) / scale,
        contrast=contrast,
    )


def _room(
    classes: Classes,
    organ: NDArray[np.intp],
    which: LesionClasses,
    scale: float,
    rng: np.random.Generator,
) -> _Place:
    """Somewhere in the organ: any size, each doubling as likely as the next, if it fits there.

    Without room, beside real tumours or in a thin lobe, smaller ones are tried elsewhere.
    """
    low, high = (math.log(radius * scale) for radius in _RADII)
    radius = math.exp(rng.uniform(low, high))
    for _ in range(_TRIES):
        y, x = divmod(int(organ[rng.integers(len(organ))]), classes.shape[1])
        near = math.ceil(radius * math.sqrt(0.5))
        around = classes[max(y - near, 0) : y + near + 1, max(x - near, 0) : x + near + 1]
        healthy, ill = (np.count_nonzero(around == k) for k in (which.organ, which.lesion))
        if healthy > _FITS * around.size and ill < _TOUCHES * around.size:
            break
        radius = max(radius * 0.7, _RADII[0] * scale)
    return _Place(y, x, radius)


def _cluster(first: _Place, scale: float, rng: np.random.Generator) -> list[_Place]:
    """A lesion, and sometimes smaller ones around it."""
    places = [first]
    if rng.random() < _SATELLITES and first.radius > _PARENT_RADIUS * scale:
        for _ in range(int(rng.integers(2, 5))):
            turn = rng.uniform(0, 2 * math.pi)
            away = first.radius * rng.uniform(1.3, 2.5) + 2 * scale
            y, x = first.y + away * math.sin(turn), first.x + away * math.cos(turn)
            smaller = max(first.radius * rng.uniform(0.2, 0.6), _RADII[0] * scale)
            places.append(_Place(y, x, smaller))
    return places


def _draw(
    picture: Picture,
    classes: Classes,
    painted: Picture,
    which: LesionClasses,
    place: _Place,
    look: _Look,
    distances: NDArray[np.float32],
    rng: np.random.Generator,
) -> None:
    """One lesion; ``painted`` is how much of each pixel was taken by those drawn before it."""
    radii, wave = _radii(place.radius, look, distances, rng), _wave(rng)
    softness = min(look.softness, _SOFTEST * place.radius)
    reach = float(radii.max()) * float(wave.max()) + softness
    window = _window(place, reach, classes.shape)
    organ = classes[window] == which.organ
    depth = _depth(place, radii, wave, softness, window, rng)
    share = _smooth_step(depth / (2 * softness) + 0.5) * organ
    middle = int(np.abs(distances).argmin())
    lesion = share[middle] > 0.5
    if not lesion.any():
        return
    inside = picture[:, *window]
    foreign = _FOREIGN * look.contrast
    smooth, noise = _structure(inside, organ, look.smoothing, foreign)
    belongs = (3 - np.abs(smooth) * (3 / foreign)).clip(0.0, 1.0)  # to the organ, beside it too
    belongs[distances == 0] = 1.0
    new = (share * belongs - painted[:, *window]).clip(0.0)
    uneven = look.texture * _unevenness(depth.shape[1], depth.shape[2], rng)
    tint = uneven - look.emptiness * smooth
    tint += _offset(look, place.radius, noise, rng) * _profile(depth, place.radius, look)
    np.clip(inside + new * tint, 0.0, 1.0, out=inside)
    painted[:, *window] += new
    classes[window][lesion] = which.lesion


def _structure(
    picture: Picture, organ: NDArray[np.bool_], smoothing: float, foreign: float
) -> tuple[Picture, float]:
    """Vessels and the like: smooth grey above the organ's mean; and deviation of the noise."""
    count = np.count_nonzero(organ)
    mean = np.einsum("cyx,yx->c", picture, organ)[:, None, None] / count
    detail = ((picture - mean) * organ).clip(-foreign, foreign)
    smooth = _smoothed(detail, smoothing)
    middle = len(picture) // 2
    rest = (detail[middle] - smooth[middle]) * organ
    return smooth, math.sqrt(float(np.vdot(rest, rest)) / count)


def _radii(
    radius: float, look: _Look, distances: NDArray[np.float32], rng: np.random.Generator
) -> NDArray[np.float32]:
    """(C,) radius in each channel of a ball that the slice cuts off-centre; 0 beyond the ball."""
    off_centre = rng.uniform(-0.6, 0.6)
    ball = radius / math.sqrt(1 - off_centre**2)
    height = off_centre + distances / (ball * look.slices_a_pixel)
    radii: NDArray[np.float32] = (ball * np.sqrt((1 - height**2).clip(0.0))).astype(np.float32)
    return radii


def _window(place: _Place, reach: float, shape_yx: tuple[int, ...]) -> tuple[slice, slice]:
    rows, columns = (
        slice(max(math.floor(centre - reach), 0), max(min(math.ceil(centre + reach) + 1, side), 0))
        for centre, side in zip((place.y, place.x), shape_yx, strict=True)
    )
    return rows, columns


def _depth(
    place: _Place,
    radii: NDArray[np.float32],
    wave: NDArray[np.float32],
    softness: float,
    window: tuple[slice, slice],
    rng: np.random.Generator,
) -> Picture:
    """(C, Y, X) pixels below the surface, negative outside: an ellipse with a wavy rim."""
    down = np.arange(window[0].start, window[0].stop, dtype=np.float32)[:, None] - place.y
    across = np.arange(window[1].start, window[1].stop, dtype=np.float32)[None, :] - place.x
    turn, flatness = rng.uniform(0, math.pi), rng.uniform(0.6, 1.0)
    along = across * math.cos(turn) + down * math.sin(turn)
    aside = (down * math.cos(turn) - across * math.sin(turn)) / flatness
    direction = np.arctan2(aside, along) * np.float32(_TURNS / (2 * math.pi))
    reach = wave[direction.astype(np.int32)]  # negative ones count from the end: a full turn
    fade = softness * (1 - radii / min(softness, place.radius)).clip(0.0)  # 0 leaves nothing
    surface = radii[:, None, None] * reach - np.sqrt(along**2 + aside**2) - fade[:, None, None]
    return surface.astype(np.float32, copy=False)


def _wave(rng: np.random.Generator) -> NDArray[np.float32]:
    """(_TURNS,) radius in each direction, as a share of the mean one."""
    turns = np.arange(_TURNS) * (2 * math.pi / _TURNS)
    orders = np.arange(2, 6)[:, None]
    heights = rng.normal(0.0, 0.1, (4, 1)) / np.sqrt(orders)
    phases = rng.uniform(0.0, 2 * math.pi, (4, 1))
    wave = 1 + (heights * np.cos(orders * turns + phases)).sum(axis=0)
    radii: NDArray[np.float32] = wave.clip(_NARROWEST, _WIDEST).astype(np.float32)
    return radii


def _offset(look: _Look, radius: float, noise: float, rng: np.random.Generator) -> float:
    """Grey of one lesion less that of its organ; never so faint that noise hides it.

    What people marked as tumours of 2 pixels was twice as far from the liver as noise reaches.
    """
    visible = min(noise * max(_SEEN_RADIUS / radius, 1.0), _FAINTEST_AT_MOST * look.contrast)
    return math.copysign(max(abs(look.offset) * rng.uniform(0.9, 1.1), visible), look.offset)


def _profile(depth: Picture, radius: float, look: _Look) -> Picture:
    """(C, Y, X) share of the offset from rim to centre."""
    if radius < look.core_radius or not (look.core or look.rim):
        return np.ones((1, 1, 1), np.float32)
    profile = np.ones_like(depth)
    if look.core:
        profile += look.core * (depth / radius).clip(0.0, 1.0)
    if look.rim:
        width = max(look.softness / 2, radius / 6)
        profile -= look.rim * np.exp(-(((depth - width) / width) ** 2))
    return profile


def _unevenness(height: int, width: int, rng: np.random.Generator) -> Grid:
    """(height, width) smooth random grey: a few normal numbers, enlarged bilinearly."""
    nodes: Grid = rng.standard_normal((_NODES, _NODES), dtype=np.float32)
    grid: Grid = np.matmul(_enlarging(height) @ nodes, _enlarging(width).T)
    return grid


@cache
def _enlarging(count: int) -> Grid:
    """(count, _NODES) weights of the two nodes around each of ``count`` evenly spread points."""
    places = np.linspace(0, _NODES - 1, count)[:, None]
    return (1 - np.abs(places - np.arange(_NODES))).clip(0.0).astype(np.float32)


def _smoothed(picture: Picture, sigma: float) -> Picture:
    """Gaussian blur that treats what is outside as 0; small matrices are the quickest way."""
    smooth: Picture = _gaussian(picture.shape[1], sigma) @ picture
    return smooth @ _gaussian(picture.shape[2], sigma)


@lru_cache(maxsize=512)
def _gaussian(count: int, sigma: float) -> Grid:
    """(count, count) symmetric matrix that blurs a line of ``count`` pixels."""
    places = np.arange(count)
    away = np.subtract.outer(places, places) / sigma
    weights = np.exp(-0.5 * away**2) / (sigma * math.sqrt(2 * math.pi))
    matrix: Grid = weights.astype(np.float32)
    return matrix


def _smooth_step(share: Picture) -> Picture:
    """From 0 below 0 to 1 above 1 without a corner."""
    share = share.clip(0.0, 1.0)
    return share * share * (3 - 2 * share)
