"""The model of a run on its own validation scans once more: what it costs, and what it draws.

Run in a child process: scans are read there, and the memory it takes at most is that of a use.
"""

import io
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from unet_core.alignment import check_case
from unet_core.boxes import Crop, extent
from unet_core.case import Case
from unet_core.config import PredictConfig, TrainConfig
from unet_core.errors import InputError
from unet_core.events import Event, Predicted, Progress
from unet_core.overlay_picture import WINDOW_HU
from unet_core.peak_memory import peak_memory_mb, start_anew
from unet_core.postprocess import clean
from unet_core.predict import predict
from unet_core.preprocess import crop_of
from unet_core.slice_case import voxel_hash
from unet_core.slice_dice import SliceOverlap, on_one_grid, region_pairs
from unet_core.volume import LabelMap, Labels, Volume

REFERENCE_RGB, PREDICTION_RGB = (0, 200, 255), (255, 176, 0)
"""Blue and amber: the colour-blind tell them apart, and neither is a grey of a CT."""
REFERENCE_WORD, PREDICTION_WORD = "blue", "amber"
_SIDE = 400
_ROOM, _LEAST_SHARE = 1.5, 0.4
"""Of a picture: its side in units of what is outlined, and of the patient's width at least."""
_APART = 6
"""Slices between two pictures of one kind: neighbours look alike."""
_BODY = TrainConfig(crop="body")
_RAW = PredictConfig(largest_liver=False, tumour_inside_liver=False, smallest_lesion=0)


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


@dataclass(frozen=True)
class Cost:
    """What one use of the model took, measured.

    Attributes:
        seconds: From the scan in memory to its cleaned mask.
        read_s: To read and check scan and reference before.
        peak_mb: Most memory the process held while predicting, the scan in it; 0 if unknown.
        shape_zyx: Of the scan.
        device: "processor" or "graphics card".
    """

    seconds: float
    read_s: float
    peak_mb: float
    shape_zyx: tuple[int, int, int]
    device: str


@dataclass(frozen=True)
class CaseLook:
    """One validation case, predicted anew.

    Attributes:
        case_id: Its name; shown only as its number.
        cost: Measured.
        dice: Of the whole case without post-processing, for each region; None for n/a.
        slices: The pictures.
    """

    case_id: str
    cost: Cost
    dice: Mapping[str, float | None]
    slices: tuple[SliceLook, ...]


def looked_at(
    model_path: Path,
    case: Case,
    sha256: str,
    value_map: Mapping[int, int] | None,
    threshold_masks: bool,
    regions: Sequence[str],
) -> Iterator[Event | CaseLook]:
    """Progress, then one CaseLook.

    Args:
        model_path: The best weights.
        case: Of the data set.
        sha256: Of the scan's voxels as the run learned them; empty if unknown.
        value_map: From ``label_mapping`` over the data set.
        threshold_masks: As in the run's settings.
        regions: Names of those to show slices of.

    Raises:
        InputError: If the scan cannot be read or is not the one of the run.
    """
    began = time.monotonic()
    _, volume, reference = check_case(
        case, threshold_masks=threshold_masks, value_map=value_map, isolate=False
    )
    if volume is None or reference is None:
        raise InputError("the scan", "cannot be read any more", "put the data back")
    read_s = time.monotonic() - began
    if sha256 and voxel_hash(volume.canonical) != sha256:
        raise InputError("the scan", "is not the one of the run", "put the data back")
    found: Predicted | None = None
    start_anew()
    for event in predict(model_path, volume, _RAW):
        if isinstance(event, Predicted):
            found = event
        elif isinstance(event, Progress):
            yield replace(event, text="Trying the model on a validation scan")
    assert found is not None
    began = time.monotonic()
    clean(found.label_map.voxels, found.label_map.labels, PredictConfig())
    seconds = found.seconds + time.monotonic() - began
    z, y, x = volume.canonical.shape
    cost = Cost(seconds, read_s, peak_memory_mb(), (z, y, x), _device())
    overlap, truth, guess = _compared(reference, found.label_map)
    yield CaseLook(
        case_id=case.case_id,
        cost=cost,
        dice=dict(zip((p.region.name for p in overlap.pairs), overlap.case_dice, strict=True)),
        slices=tuple(_slices(volume, truth, guess, overlap, regions)),
    )


def _device() -> str:
    from unet_core.unet import choose_device

    return "graphics card" if choose_device().type == "cuda" else "processor"


def _compared(reference: LabelMap, found: LabelMap) -> tuple[SliceOverlap, Labels, Labels]:
    truth, guess = on_one_grid(reference, found)
    pairs = region_pairs(reference, found)
    return SliceOverlap.of(truth, guess, pairs), truth, guess


# --- which slices ----------------------------------------------------------------------------


def chosen(
    dice: NDArray[np.float64], counts: NDArray[np.int64], worst: int, best: int
) -> list[tuple[str, int]]:
    """Slices worth showing of one region: ("worst" or "best", index), the worst first.

    The worst are those of lowest Dice, of equals (many are 0) the one with most wrong pixels; the
    best are chosen among slices that show at least half of the usual size, for specks are easy.

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
    return [("worst", z) for z in bad] + [("best", z) for z in good]


def _apart(ordered: Sequence[int], count: int) -> list[int]:
    """The first so many of which no two are neighbours."""
    taken: list[int] = []
    for z in ordered:
        if len(taken) == count:
            break
        if all(abs(z - other) >= _APART for other in taken):
            taken.append(z)
    return taken


def _slices(
    volume: Volume,
    truth: Labels,
    guess: Labels,
    overlap: SliceOverlap,
    regions: Sequence[str],
) -> Iterator[SliceLook]:
    dice, body = overlap.dice, crop_of(volume, _BODY)
    for column, pair in enumerate(overlap.pairs):
        if pair.region.name not in regions:
            continue
        for kind, z in chosen(dice[:, column], overlap.counts[:, column], worst=2, best=1):
            masks = [
                np.isin(labels[z], values)
                for labels, values in ((truth, pair.reference), (guess, pair.prediction))
            ]
            shown = around(masks[0] | masks[1], body)
            picture = outlined(volume, z, masks[0], masks[1], shown)
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
    volume: Volume,
    index: int,
    reference: NDArray[np.bool_],
    prediction: NDArray[np.bool_],
    shown: Crop,
) -> NDArray[np.uint8]:
    """(H, W, 3) uint8: what is shown of a slice, with the outline of both (Y, X) masks."""
    plane = volume.canonical[index].astype(np.float32)
    low, high = _window(volume, plane)
    grey = (np.clip((plane - low) / (high - low), 0, 1) * 255).astype(np.uint8)
    rows, columns = shown.inside((plane.shape[0], plane.shape[1]))
    x_mm, y_mm, _ = volume.geometry.canonical.spacing_xyz_mm
    aspect = y_mm / x_mm if volume.geometry.has_scale else 1.0
    height, width = (rows.stop - rows.start) * aspect, columns.stop - columns.start
    factor = _SIDE / max(height, width)
    size = (max(round(width * factor), 1), max(round(height * factor), 1))
    image = Image.fromarray(np.ascontiguousarray(grey[rows, columns]))
    picture = np.array(image.resize(size, Image.Resampling.BICUBIC).convert("RGB"))
    for mask, rgb in ((reference, REFERENCE_RGB), (prediction, PREDICTION_RGB)):
        picture[_edge(_enlarged(mask[rows, columns], size))] = rgb
    return picture


def _window(volume: Volume, plane: NDArray[np.float32]) -> tuple[float, float]:
    if volume.intensity == "HU":
        return WINDOW_HU
    low, high = np.percentile(plane, (0.5, 99.5)).tolist()
    return low, max(high, low + 1.0)


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
