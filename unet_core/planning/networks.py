"""Which networks look at what, and how much at once."""

import math
from typing import Literal

import numpy as np

from unet_core.case_measures import LESION, ORGAN
from unet_core.config import TrainConfig
from unet_core.fingerprint import IMAGE_SIZES, Fingerprint, side_of
from unet_core.planning.choices import Choice, percent, squared
from unet_core.planning.pictures import MOST_LOST, lost_words

Device = Literal["cpu", "cuda"]

SMALLEST_DEEP, SMALLEST_FINDER = 8, 4
"""Pixels a side that the deepest level keeps; of the network that only finds the organ."""
HALVED_FROM = 192
"""Pictures of so many pixels may be halved at once without losing small lesions."""
FINDER_SIZE = 128
"""Pixels a side in which an organ is found; a quarter of the work of the close look."""
CLOSE_FROM = 256
"""Pixels a side of a close look, at least: smaller ones were not tried on real tumours."""
CASCADE_SIDE, CASCADE_MINUTES = 0.9, 3.0
"""An organ's box as wide as the slice shows nothing larger; in less time neither network learns."""
SCATTERS, LEAST_WINDOW = 1.5, 0.25
"""Grey scale of the close look: so many times a lesion's own scatter beyond its middle grey."""


def wants_cascade(found: Fingerprint, minutes: float) -> bool:
    """Whether a second network shall look closely at the organ for lesions.

    In single short trials on LiTS (6,000 slices learned from, boxes from the reference) the close
    look gave two unknown patients a tumour Dice of 0.68 and 0.59, whole slices 0.66 and 0.44; most
    of that came from the organ's own grey scale. So wherever there are lesions in an organ, unless
    its box is the slice or there is hardly any time.
    """
    if ORGAN not in found.labels or not found.lesions or 0 < minutes < CASCADE_MINUTES:
        return False
    return _box_share(found) < CASCADE_SIDE


def _box_share(found: Fingerprint) -> float:
    sides = [side_of(case, "organ") / side_of(case, "whole") for case in found.cases if case.organ]
    return float(np.median(sides)) if sides else 1.0


def looks(found: Fingerprint, minutes: float) -> Choice:
    """One network, or a cascade of two."""
    if wants_cascade(found, minutes):
        share = _box_share(found)
        return Choice(
            "Looks",
            f"two: {squared(FINDER_SIZE)} finds the liver, then its box is looked at closely",
            f"The liver's box is {percent(share)} as wide as the slice, so that the second network "
            f"sees everything {1 / share:.1f} times as large and on the liver's own grey scale, "
            "however bright the liver of that patient is.",
            {"model.cascade": True, "image_size": FINDER_SIZE},
        )
    if not found.lesions:
        reason = "There are no tumours to look at more closely."
    elif ORGAN not in found.labels:
        reason = "Without a liver label there is no box to look into."
    elif 0 < minutes < CASCADE_MINUTES:
        reason = f"Two networks need more than {minutes:g} minutes."
    else:
        reason = "The liver's box is as wide as the slice: a closer look would show nothing larger."
    return Choice("Looks", "one, at whole slices", reason, {"model.cascade": False})


def close_look(found: Fingerprint) -> Choice:
    """Size of the close look, by what shrinks away in smaller ones."""
    lost = {size: found.share_lost(size, "organ") or 0.0 for size in IMAGE_SIZES}
    there = found.share_lost(0) or 0.0
    limit = max(MOST_LOST, there + MOST_LOST / 5)
    good = [size for size in IMAGE_SIZES if size >= CLOSE_FROM and lost[size] <= limit]
    size = min(good, default=IMAGE_SIZES[-1])
    side = float(np.median([side_of(case, "organ") for case in found.cases]))
    return Choice(
        "Close look",
        squared(size),
        f"The box around the liver is {side:.0f} pixels wide. {lost_words(lost, size)}",
        {"detail_size": size},
    )


def close_greys(found: Fingerprint, config: TrainConfig) -> Choice:
    """Grey scale of the close look, wide enough for every lesion."""
    is_hu = all(case.intensity == "HU" for case in found.cases)
    width = config.window_high_hu - config.window_low_hu if is_hu else 255.0
    lesions = found.of_label(LESION)
    reach = max(abs(lesion.contrast) + SCATTERS * lesion.scatter for lesion in lesions)
    share = min(max(round(2 * reach / width, 2), LEAST_WINDOW), 1.0)
    unit = "HU" if is_hu else "grey levels"
    return Choice(
        "Greys of the close look",
        f"the liver's own, ±{share * width / 2:.0f} {unit}",
        f"Tumours lie up to {max(abs(m.contrast) for m in lesions):.0f} {unit} from their liver, "
        f"and their values scatter by up to {max(m.scatter for m in lesions):.0f}. That livers "
        f"differ by {found.spread(ORGAN):.0f} between patients is taken away.",
        {"detail_window": share},
    )


def network(config: TrainConfig, device: Device) -> Choice:
    """Depth and width for the pictures of ``config``."""
    cascade = config.model.cascade
    size = config.detail_size if cascade else config.image_size
    stride = 2 if size >= HALVED_FROM and device == "cpu" else 1
    depth = min(6, int(math.log2(size / stride / SMALLEST_DEEP)))
    while not _fits(config, stride * 2**depth):
        depth -= 1
    width = 32 if device == "cuda" else 16
    deep = size // (stride * 2**depth)
    halved = ", the first time at once, which saves three quarters of the work" * (stride == 2)
    return Choice(
        "Network",
        f"U-Net, {depth} levels, {width} feature maps at the top",
        f"{size} pixels are halved {depth + stride - 1} times{halved}: the deepest level sees the "
        f"whole picture on {deep} x {deep} points. {width} feature maps are what "
        f"{'a graphics card' if device == 'cuda' else 'a processor'} learns quickly enough.",
        {
            "model.depth": depth,
            "model.stem_stride": stride,
            "model.base_channels": width,
            "model.max_channels": 16 * width,
        },
    )


def _fits(config: TrainConfig, step: int) -> bool:
    """Whether every picture can be halved so often."""
    if not config.model.cascade:
        return config.image_size % step == 0
    finder = config.image_size % step == 0 and config.image_size // step >= SMALLEST_FINDER
    return finder and config.detail_size % step == 0


def batch(slices: int, device: Device) -> Choice:
    """Slices learned from at once."""
    size = 16 if device == "cuda" else 8
    return Choice(
        "Batch",
        f"{size} slices",
        f"Half of each batch shows the rarest label, the rest other slices: {size} at once show "
        f"several patients. There are {slices:,} slices to draw from.",
        {"batch_size": size, "micro_batch": 0, "model.norm": "batch"},
    )
