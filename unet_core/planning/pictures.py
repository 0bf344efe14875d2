"""What the network is shown: grey window, crop, size of the pictures, neighbouring slices.

Where a rule has a threshold, the number was measured; a reason holds the numbers of the data set
that it comes from.
"""

import math
from collections.abc import Mapping

import numpy as np

from unet_core.case_measures import ORGAN
from unet_core.fingerprint import IMAGE_SIZES, SMALLEST_LESION, Fingerprint, side_of
from unet_core.planning.choices import Choice, percent, squared

MARGIN_OF_RANGE, LEAST_MARGIN_HU = 0.5, 75.0
"""The window is wider than the labels' own values by so much on each side: what lies around an
organ shows its edge."""
DARKEST_HU, BRIGHTEST_HU = -1000.0, 2000.0
BODY_SHARE = 0.8
"""A body that fills less of the picture is cut out; more would gain less than a size step."""
MOST_LOST = 0.05
"""Share of lesions that may shrink below ``SMALLEST_LESION`` pixels."""
FEW_SLICES, FAR_SLICES_MM = 8, 7.5
"""Fewer slices, or slices further apart, are hardly neighbours."""


def window(found: Fingerprint) -> Choice:
    """Which values are black and white."""
    labels = [
        label for case in found.cases if case.intensity == "HU" for label in case.labels.values()
    ]
    if not labels:
        return Choice(
            "Grey values",
            "as they are",
            "The scans hold grey values, not HU: they were windowed before, and 0 to 255 pass "
            "unchanged.",
        )
    low = min(label.percentiles[0] for label in labels)
    high = max(label.percentiles[4] for label in labels)
    margin = max(MARGIN_OF_RANGE * (high - low), LEAST_MARGIN_HU)
    black = max(10 * math.floor((low - margin) / 10), DARKEST_HU)
    white = min(10 * math.ceil((high + margin) / 10), BRIGHTEST_HU)
    grey = sum(case.intensity == "grey" for case in found.cases)
    mixed = f" {grey} of {len(found.cases)} scans hold grey values and stay as they are."
    return Choice(
        "Grey window",
        f"{black:g} to {white:g} HU",
        f"99 % of the labelled voxels lie between {low:.0f} and {high:.0f} HU; {margin:.0f} HU "
        f"more on both sides show what lies around them.{mixed if grey else ''}",
        {"window_low_hu": float(black), "window_high_hu": float(white)},
    )


def body(found: Fingerprint) -> Choice:
    """Whether the air around the patient is cut off."""
    shares = [side_of(case, "body") / side_of(case, "whole") for case in found.cases]
    share = float(np.median(shares))
    cut = [case.case_id for case in found.cases if case.cut_by_body]
    if cut:
        return Choice(
            "Crop",
            "none",
            f"The outline of the patient is not found for certain: it would cut labels off in "
            f"{len(cut)} of {len(found.cases)} scans.",
            {"crop": "none"},
        )
    if share >= BODY_SHARE:
        return Choice(
            "Crop",
            "none",
            f"The patient fills {percent(share)} of the picture's width: little would be gained.",
            {"crop": "none"},
        )
    return Choice(
        "Crop",
        "to the body",
        f"The patient fills only {percent(share)} of the picture's width: without the air around, "
        f"everything is shown {1 / share:.1f} times as large.",
        {"crop": "body"},
    )


def proportions(found: Fingerprint) -> Choice:
    """How slices become squares."""
    odd = sum(case.shape_yx[0] != case.shape_yx[1] for case in found.cases)
    reason = "All slices are square already."
    if odd:
        reason = (
            f"{odd} of {len(found.cases)} scans have slices that are not square: black is added "
            "at two sides, so that organs keep their proportions."
        )
    return Choice("Proportions", "kept", reason, {"fit": "pad"})


def neighbours(found: Fingerprint) -> Choice:
    """Whether the slices above and below are shown too."""
    slices = float(np.median([case.slices for case in found.cases]))
    gaps = [case.spacing_xyz_mm[2] for case in found.cases if case.spacing_xyz_mm]
    gap = float(np.median(gaps)) if gaps else None
    known = "" if len(gaps) == len(found.cases) else f" where it is known ({len(gaps)} of them)"
    if slices < FEW_SLICES:
        why = f"Scans have {slices:.0f} slices in the middle of the set"
        why = "Every case is a single picture" if slices == 1 else why
        return _alone(f"{why}: there are no neighbours to look at.")
    if gap is not None and gap > FAR_SLICES_MM:
        return _alone(
            f"Slices are {gap:.1f} mm apart: the next one shows other tissue, not the same lesion."
        )
    apart = f"{gap:.1f} mm apart{known}" if gap is not None else "of unknown distance"
    return Choice(
        "Slices shown",
        "with the ones above and below",
        f"Scans have {slices:.0f} slices, {apart}: neighbours tell a vessel, which goes on, from "
        "a lesion, which ends.",
        {"channels": "neighbours", "model.in_channels": 3},
    )


def _alone(reason: str) -> Choice:
    changes = {"channels": "repeat", "model.in_channels": 1}
    return Choice("Slices shown", "each alone", reason, changes)


def picture_size(found: Fingerprint, crop: str) -> Choice:
    """Side of the pictures, by what shrinks away in smaller ones."""
    view = "body" if crop == "body" else "whole"
    native = float(np.median([side_of(case, view) for case in found.cases]))
    sizes = [size for size in IMAGE_SIZES if size < native * 1.25] or [IMAGE_SIZES[0]]
    if not found.lesions:
        size = min(sizes, key=lambda s: abs(s - 256))
        reason = (
            f"There are no tumours to lose, and the liver is large: {size} of the scans' "
            f"{native:.0f} pixels are enough for its edge."
            if ORGAN in found.labels
            else f"No label is smaller than it stays at {size} of the scans' {native:.0f} pixels."
        )
        reason += _pixel_words(found, size, view)
        return Choice("Picture size", squared(size), reason, {"image_size": size})
    lost = {size: found.share_lost(size, view) or 0.0 for size in sizes}
    there = found.share_lost(0) or 0.0
    good = [size for size in sizes if lost[size] <= max(MOST_LOST, there + MOST_LOST / 5)]
    size = min(good, default=sizes[-1])
    reason = lost_words(lost, size) + _pixel_words(found, size, view)
    return Choice("Picture size", squared(size), reason, {"image_size": size})


def _pixel_words(found: Fingerprint, size: int, view: str) -> str:
    """What one pixel of the network's pictures is in the patient."""
    millimetres = [
        case.spacing_xyz_mm[0] * side_of(case, view) / size
        for case in found.cases
        if case.spacing_xyz_mm
    ]
    if not millimetres:
        return ""
    low, high = min(millimetres), max(millimetres)
    span = f"{low:.1f}" if high < 1.05 * low else f"{low:.1f} to {high:.1f}"
    return f" One pixel is then {span} mm wide."


def lost_words(lost: Mapping[int, float], size: int) -> str:
    """What shrinks away at the sizes around the chosen one."""
    smaller = max((s for s in lost if s < size), default=None)
    limit = f"below {SMALLEST_LESION:.0f} pixels"
    here = f"{percent(lost[size])} of your tumours" if lost[size] else "none of your tumours"
    still = f"{percent(lost[size])} still do" if lost[size] else "none does"
    if smaller is None or not lost[smaller]:
        return f"At {squared(size)}, {here} shrink{'' if lost[size] else 's'} {limit}."
    return (
        f"At {squared(smaller)}, {percent(lost[smaller])} of your tumours shrink {limit}: {size} "
        f"chosen, where {still}."
    )
