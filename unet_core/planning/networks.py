"""Which network learns, and how much at once."""

import math
from typing import Literal

import numpy as np

from unet_core.case_measures import ORGAN
from unet_core.fingerprint import IMAGE_SIZES, SMALLEST_LESION, Fingerprint, side_of
from unet_core.planning.choices import Choice, percent, squared
from unet_core.planning.pictures import MOST_LOST

Device = Literal["cpu", "cuda"]

SMALLEST_DEEP = 8
"""Pixels a side that the deepest level keeps."""
HALVED_FROM = 192
"""Pictures of so many pixels may be halved at once without losing small lesions."""
CASCADE_MINUTES = 60.0
"""Two networks share the time. Measured on LiTS: even with the right box given, looking closely
brought no more tumour Dice within nine minutes (0.68 and 0.56 against 0.64 and 0.56)."""
CASCADE_LOST, CASCADE_SIDE = 0.1, 0.7


def network(size: int, device: Device) -> Choice:
    """Depth and width for pictures of ``size`` pixels."""
    stride = 2 if size >= HALVED_FROM and device == "cpu" else 1
    depth = min(6, int(math.log2(size / stride / SMALLEST_DEEP)))
    while size % (stride * 2**depth):
        depth -= 1
    width = 32 if device == "cuda" else 16
    deep = size // (stride * 2**depth)
    halved = ", the first time at once, which saves three quarters of the work" * (stride == 2)
    return Choice(
        "Network",
        f"U-Net, {depth} levels, {width} feature maps at the top",
        f"{size} pixels are halved {depth + stride - 1} times{halved}: the deepest level sees the "
        f"whole slice on {deep} x {deep} points. {width} feature maps are what "
        f"{'a graphics card' if device == 'cuda' else 'a processor'} learns quickly enough.",
        {
            "model.depth": depth,
            "model.stem_stride": stride,
            "model.base_channels": width,
            "model.max_channels": 16 * width,
        },
    )


def wants_cascade(found: Fingerprint, size: int, minutes: float) -> bool:
    """Whether a second network shall look closely at the organ.

    Only where it shows lesions that would be lost, where the organ's box is clearly smaller than
    the slice, and where there is time for two networks.
    """
    if ORGAN not in found.labels or not found.lesions:
        return False
    sides = [side_of(case, "organ") / side_of(case, "whole") for case in found.cases if case.organ]
    near = float(np.median(sides)) < CASCADE_SIDE
    time = minutes == 0 or minutes >= CASCADE_MINUTES
    return near and time and (found.share_lost(size) or 0.0) > CASCADE_LOST


def looks(found: Fingerprint, size: int, minutes: float) -> Choice:
    """One network, or a cascade of two."""
    if wants_cascade(found, size, minutes):
        kept = [s for s in IMAGE_SIZES if (found.share_lost(s, "organ") or 0.0) <= MOST_LOST]
        detail = min(kept, default=IMAGE_SIZES[-1])
        whole, close = found.share_lost(size) or 0.0, found.share_lost(detail, "organ") or 0.0
        return Choice(
            "Looks",
            f"two: the organ, then its box at {squared(detail)}",
            f"In whole slices of {size} pixels {percent(whole)} of the tumours shrink below "
            f"{SMALLEST_LESION:.0f} pixels; in the box around the liver {percent(close)}.",
            {"model.cascade": True, "detail_size": detail},
        )
    if not found.lesions:
        reason = "There are no tumours to look at more closely."
    elif ORGAN not in found.labels:
        reason = "Without a liver label there is no box to look into."
    elif 0 < minutes < CASCADE_MINUTES:
        reason = (
            f"A second, closer look at the liver shares the time with the first; below "
            f"{CASCADE_MINUTES:.0f} minutes one network learned as much."
        )
    else:
        lost = found.share_lost(size) or 0.0
        reason = (
            f"Whole slices show the tumours well enough: {percent(lost)} shrink below "
            f"{SMALLEST_LESION:.0f} pixels."
        )
    return Choice("Looks", "one", reason, {"model.cascade": False})


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
