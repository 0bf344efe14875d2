"""Slices worth showing of a case, as pictures with the outlines of two masks."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from unet_core.boxes import Crop, extent, whole
from unet_core.config import TrainConfig
from unet_core.overlay_picture import WINDOW_HU
from unet_core.preprocess import crop_of
from unet_core.slice_dice import SliceOverlap
from unet_core.volume import Geometry, Labels, Volume

REFERENCE_RGB, PREDICTION_RGB = (0, 200, 255), (255, 176, 0)
"""Blue and amber: the colour-blind tell them apart, and neither is a grey of a CT."""
REFERENCE_WORD, PREDICTION_WORD = "blue", "amber"
SHADOW = 52
"""Of 255: a lesion is seen to lie in its organ, and outlines stand out."""
_SIDE = 400
_ROOM, _LEAST_SHARE = 1.5, 0.4
"""Of a picture: its side in units of what is outlined, and of the patient's width at least."""
_APART = 6
"""Slices between two pictures of one kind: neighbours look alike."""
_BODY = TrainConfig(crop="body")


@dataclass(frozen=True)
class SliceLook:
    """One slice with both outlines.

    Attributes:
        kind: "worst" or "best".
        region: Of which it is that.
        index: Canonical, from 0 at the feet.
        slices: In the whole scan.
        dice: Of the region in this slice.
        reference_pixels: Of the region.
        predicted_pixels: Of the region.
        png: The picture.
        width: Of the picture, pixels.
        height: Of the picture, pixels.
        is_placed: Whether the files say how the patient lies: the right is then on the left.
    """

    kind: str
    region: str
    index: int
    slices: int
    dice: float
    reference_pixels: int
    predicted_pixels: int
    png: bytes
    width: int
    height: int
    is_placed: bool = True


# --- what is drawn on --------------------------------------------------------------------------


class Backdrop(Protocol):
    """What outlines are drawn on."""

    @property
    def geometry(self) -> Geometry:
        """Canonical."""

    @property
    def body(self) -> Crop:
        """The most that is shown."""

    def grey(self, index: int) -> NDArray[np.uint8]:
        """(Y, X) shades of a canonical slice."""


class Scan:
    """A scan in the window of a liver, or in its own greys where it holds no HU."""

    def __init__(self, volume: Volume) -> None:
        self._volume = volume
        self.geometry = volume.geometry.canonical
        self.body = crop_of(volume, _BODY)

    def grey(self, index: int) -> NDArray[np.uint8]:
        """(Y, X) shades of a canonical slice."""
        plane = self._volume.canonical[index].astype(np.float32)
        low, high = _window(self._volume, plane)
        shades: NDArray[np.uint8] = (np.clip((plane - low) / (high - low), 0, 1) * 255).astype(
            np.uint8
        )
        return shades


class Black:
    """Nothing, where there is no scan, but a shadow of all that either mask marks."""

    def __init__(self, grid: Geometry, truth: Labels, guess: Labels) -> None:
        self.geometry = grid
        self._masks = truth, guess
        self.body = whole(grid.shape_zyx[1:])

    def grey(self, index: int) -> NDArray[np.uint8]:
        """(Y, X) shades of a canonical slice."""
        truth, guess = (mask[index] > 0 for mask in self._masks)
        return np.where(truth | guess, SHADOW, 0).astype(np.uint8)


def _window(volume: Volume, plane: NDArray[np.float32]) -> tuple[float, float]:
    if volume.intensity == "HU":
        return WINDOW_HU
    low, high = np.percentile(plane, (0.5, 99.5)).tolist()
    return low, max(high, low + 1.0)


# --- which slices ----------------------------------------------------------------------------


def chosen(
    dice: NDArray[np.float64], counts: NDArray[np.int64], worst: int, best: int
) -> list[tuple[str, int]]:
    """Slices worth showing of one region: ("worst" or "best", index), the worst first.

    The worst are those of lowest Dice, of equals (many are 0) the one with most wrong pixels; the
    best are chosen among slices that show at least half of the usual size, for specks are easy;
    where even these are wrong altogether, they are more of the worst.

    Args:
        dice: (Z,) per slice, NaN where nothing is counted.
        counts: (Z, 3) pixels in both, in the reference and in the prediction.
        worst: How many of these.
        best: How many of those.
    """
    counted = np.flatnonzero(np.isfinite(dice))
    wrong = counts[:, 1] + counts[:, 2] - 2 * counts[:, 0]
    shown = counts[:, 1][counts[:, 1] > 0]
    usual = float(np.median(shown)) / 2 if len(shown) else 0.0
    rising = sorted(counted.tolist(), key=lambda z: (round(float(dice[z]), 1), -int(wrong[z])))
    falling = [z for z in sorted(counted.tolist(), key=lambda z: -dice[z]) if counts[z, 1] >= usual]
    bad = _apart(rising, worst)
    good = [z for z in _apart(falling, best + worst) if z not in bad][:best]
    return [("best" if z in good and dice[z] > 0 else "worst", z) for z in (*bad, *good)]


def _apart(ordered: Sequence[int], count: int) -> list[int]:
    """The first so many of which no two are neighbours."""
    taken: list[int] = []
    for z in ordered:
        if len(taken) == count:
            break
        if all(abs(z - other) >= _APART for other in taken):
            taken.append(z)
    return taken


def slice_looks(
    backdrop: Backdrop,
    truth: Labels,
    guess: Labels,
    overlap: SliceOverlap,
    regions: Sequence[str],
) -> Iterator[SliceLook]:
    """Two slices of lowest Dice and one of highest, of each region.

    Args:
        backdrop: On the grid of the masks.
        truth: (Z, Y, X) canonical values of the reference.
        guess: Likewise of the prediction.
        overlap: Of both.
        regions: Names of those to show.
    """
    dice, is_placed = overlap.dice, backdrop.geometry.has_orientation
    for column, pair in enumerate(overlap.pairs):
        if pair.region.name not in regions:
            continue
        for kind, z in chosen(dice[:, column], overlap.counts[:, column], worst=2, best=1):
            masks = [
                np.isin(labels[z], values)
                for labels, values in ((truth, pair.reference), (guess, pair.prediction))
            ]
            shown = around(masks[0] | masks[1], backdrop.body)
            picture = outlined(backdrop, z, masks[0], masks[1], shown)
            _, expected, predicted = overlap.counts[z, column].tolist()
            yield SliceLook(
                kind,
                pair.region.name,
                z,
                len(truth),
                float(dice[z, column]),
                expected,
                predicted,
                png_of(picture),
                picture.shape[1],
                picture.shape[0],
                is_placed,
            )


def around(mask: NDArray[np.bool_], body: Crop) -> Crop:
    """A square with room around what is outlined, so that small lesions are seen and where.

    >>> around(np.ones((2, 2), np.bool_), Crop(0, 0, 100, 100))
    Crop(top=-19, left=-19, height=40, width=40)
    """
    box = extent(mask) or body
    side = max(_ROOM * max(box.height, box.width), _LEAST_SHARE * max(body.height, body.width))
    side = round(min(side, max(body.height, body.width)))
    top, left = box.top + (box.height - side) // 2, box.left + (box.width - side) // 2
    return Crop(top, left, side, side)


# --- the picture -----------------------------------------------------------------------------


def outlined(
    backdrop: Backdrop,
    index: int,
    reference: NDArray[np.bool_],
    prediction: NDArray[np.bool_],
    shown: Crop,
) -> NDArray[np.uint8]:
    """(H, W, 3) uint8: what is shown of a slice, with the outline of both (Y, X) masks."""
    grey = backdrop.grey(index)
    rows, columns = shown.inside((grey.shape[0], grey.shape[1]))
    x_mm, y_mm, _ = backdrop.geometry.spacing_xyz_mm
    aspect = y_mm / x_mm if backdrop.geometry.has_scale else 1.0
    height, width = (rows.stop - rows.start) * aspect, columns.stop - columns.start
    factor = _SIDE / max(height, width)
    size = (max(round(width * factor), 1), max(round(height * factor), 1))
    image = Image.fromarray(np.ascontiguousarray(grey[rows, columns]))
    picture = np.array(image.resize(size, Image.Resampling.BICUBIC).convert("RGB"))
    for mask, rgb in ((reference, REFERENCE_RGB), (prediction, PREDICTION_RGB)):
        picture[_edge(_enlarged(mask[rows, columns], size))] = rgb
    return picture


def _enlarged(mask: NDArray[np.bool_], size: tuple[int, int]) -> NDArray[np.bool_]:
    image = Image.fromarray(mask.astype(np.uint8) * 255)
    return np.asarray(image.resize(size, Image.Resampling.BILINEAR)) > 127


def _edge(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Pixels of a mask that lie two or fewer from what is outside of it."""
    inside = mask
    for _ in range(2):
        framed = np.pad(inside, 1)
        inside = framed[:-2, 1:-1] & framed[2:, 1:-1] & framed[1:-1, :-2] & framed[1:-1, 2:]
    return mask & ~inside


def png_of(picture: NDArray[np.uint8]) -> bytes:
    """The picture as a PNG file in memory, with nothing in it but its pixels."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "PNG", optimize=True)
    return file.getvalue()
