"""In what a scan differs from those a model learned from: said before the network draws, and after.

Nothing here runs a network. The numbers compared are those of the model's passport.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from unet_core.checkpoint import Passport, read_passport
from unet_core.ensemble import opened
from unet_core.model_facts import ScanCompared
from unet_core.preprocess import Slices, crop_of, prepare, shrunk_labels
from unet_core.slice_case import voxel_hash
from unet_core.training_range import PERCENTILES, GreyFacts, Range, grey_facts, spread_over
from unet_core.volume import Labels, Volume

FAR_SPACING = 1.75
"""A scan whose voxels are so many times larger or smaller than those learned from is far."""
LEAST_GREY_SHARE = 0.05
"""Less than this between black and white, and the window of the model shows nothing."""
BEYOND = 0.5
"""A grey is far that lies this share of the learned range beyond it ..."""
BEYOND_GREY = 12.0
"""... and at least so many of 255 steps: 19 HU in the usual window, as two patients may differ."""
BEYOND_SHARE = 0.15
DARKEST, BRIGHTEST = 10, 90
"""The percentiles that are compared. Where the middle lies depends on how stout the patient is: of
six patients of LiTS, each compared with the other five, it set one apart, the ends none."""


def compare(source: Path, volume: Volume) -> Iterator[ScanCompared]:
    """One ScanCompared: what ``far_from_training`` would say, and whether the scan is known.

    Args:
        source: A model file, a run folder or an ensemble.
        volume: The scan.

    Raises:
        InputError: If a model file is damaged or not one of ours.
    """
    passports = [read_passport(path) for path in opened(source).models]
    first = passports[0]
    learned = _learned_from(volume, passports)
    differing = far_from_training(volume, glance(volume, first), first)
    yield ScanCompared(
        source, (*learned, *differing), bool(learned), all(one.ranges for one in passports)
    )


def glance(volume: Volume, passport: Passport) -> Slices:
    """(n, S, S) uint8: some slices, evenly spread, as the network would be shown them."""
    crop = crop_of(volume, passport.train)
    return prepare(volume, passport.train, crop, spread_over(len(volume.canonical)).tolist())


def _learned_from(volume: Volume, passports: Sequence[Passport]) -> tuple[str, ...]:
    """A sentence if the very voxels were used to make the model."""
    own = voxel_hash(volume.canonical)
    learned = sum(own in passport.train_sha256 for passport in passports)
    chose = any(own in passport.validation_sha256 for passport in passports)
    name, count = volume.name, len(passports)
    if learned and count == 1:
        return (
            f"{name} is one of the scans this model learned from: its mask will look better than "
            "on a new patient.",
        )
    if learned:
        return (
            f"{name} is one of the scans that {learned} of these {count} networks learned from: "
            "its mask will look better than on a new patient.",
        )
    if chose:
        return (
            f"{name} is one of the scans that chose this model (validation): its mask may look a "
            "little better than on a new patient.",
        )
    return ()


def far_from_training(volume: Volume, grey: Slices, passport: Passport) -> tuple[str, ...]:
    """Sentences on how a scan differs from those the model learned from, with both numbers.

    Args:
        volume: The scan.
        grey: (n, S, S) uint8, the scan or some slices of it as the network sees it.
        passport: What the model learned from.
    """
    low, high = passport.window_hu
    window = f"{low:g} to {high:g} HU"
    notices = []
    if passport.intensity == "HU" and volume.intensity == "grey":
        notices.append(
            f"{volume.name} holds grey values, not HU; the model learned from HU windowed to "
            f"{window}, and the grey values were taken as if windowed the same way."
        )
    if passport.intensity == "grey" and volume.intensity == "HU":
        notices.append(
            f"{volume.name} is in HU; the model learned from grey pictures, and the scan was "
            f"windowed to {window} to look like them."
        )
    facts = grey_facts(grey)
    if facts.share < LEAST_GREY_SHARE:
        notices.append(
            f"Only {facts.share:.1%} of {volume.name} is neither black nor white in the window of "
            f"the model ({window}); a scan of the abdomen has {LEAST_GREY_SHARE:.0%} and more."
        )
    else:
        notices += _other_grey(volume.name, facts, passport)
    return (*notices, *_other_spacing(volume, passport))


# --- grey ------------------------------------------------------------------------------------


def _other_grey(name: str, facts: GreyFacts, passport: Passport) -> Iterator[str]:
    """Of what differs, the share of tissue and the grey that is furthest off."""
    ranges = passport.ranges
    if ranges is None:
        return
    if _beyond(facts.share, ranges.share, BEYOND_SHARE):
        low, high = ranges.share
        yield (
            f"{facts.share:.0%} of {name} is neither black nor white in the window of the model; "
            f"of the scans it learned from {low:.0%} to {high:.0%}: perhaps another part of the "
            "body, or more air around the patient."
        )
    pairs = zip(PERCENTILES, facts.percentiles, ranges.percentiles, strict=True)
    far = [
        (_beyond(grey, learned, BEYOND_GREY), percent, grey, learned)
        for percent, grey, learned in pairs
        if percent in (DARKEST, BRIGHTEST)
    ]
    by_how_much, percent, grey, learned = max(far)
    if by_how_much:
        yield (
            ("The darkest" if percent == DARKEST else "The brightest")
            + f" tissue of {name} has {_grey_words(grey, passport)}; in the "
            f"scans the model learned from it has {_range_words(learned, passport)}: perhaps "
            "another contrast phase, scanner setting or part of the body."
        )


def unlike_labels(
    volume: Volume, canonical: Labels, grey: Slices, passport: Passport
) -> Iterator[str]:
    """Sentences on labels that were found where grey is unlike that of the training.

    Args:
        volume: The scan.
        canonical: (Z, Y, X) uint8, what was found.
        grey: (Z, S, S) uint8, the scan as the network saw it.
        passport: What the model learned from.
    """
    if passport.ranges is None:
        return
    z = spread_over(len(canonical))
    crop = crop_of(volume, passport.train)
    small = shrunk_labels(np.ascontiguousarray(canonical[z]), crop, grey.shape[1])
    found = grey_facts(grey[z], small, tuple(passport.labels)).labels or {}
    for value, median in found.items():
        name = passport.labels[value].name
        learned = passport.ranges.labels.get(name)
        if learned is not None and _beyond(median, learned, BEYOND_GREY):
            yield (
                f"The {name} that was found has a median of {_grey_words(median, passport)}; in "
                f"the scans the model learned from it has {_range_words(learned, passport)}: "
                "perhaps another contrast phase, or not the right organ."
            )


def _beyond(value: float, learned: Range, least: float) -> float:
    """By how much a number lies further out than a new patient may; 0 if it does not."""
    low, high = learned
    room = max(BEYOND * (high - low), least)
    return max(low - room - value, value - high - room, 0.0)


def _grey_words(grey: float, passport: Passport) -> str:
    """HU where the model learned from HU, else the grey itself."""
    if passport.intensity != "HU":
        return f"grey {grey:.0f} of 255"
    return f"{_hu(grey, passport):.0f} HU"


def _range_words(learned: Range, passport: Passport) -> str:
    low, high = learned
    if passport.intensity != "HU":
        return f"{low:.0f} to {high:.0f} of 255"
    return f"{_hu(low, passport):.0f} to {_hu(high, passport):.0f} HU"


def _hu(grey: float, passport: Passport) -> float:
    black, white = passport.window_hu
    return black + grey * (white - black) / 255


# --- spacing ---------------------------------------------------------------------------------


def _other_spacing(volume: Volume, passport: Passport) -> tuple[str, ...]:
    learned, here = passport.spacing_xyz_mm, volume.geometry.canonical.spacing_xyz_mm
    if learned is None:
        return ()
    if not volume.geometry.has_scale:
        return (
            f"The spacing of {volume.name} is unknown; the model learned at {_mm(learned)} mm.",
        )
    ranges = passport.ranges.spacing_xyz_mm if passport.ranges else None
    if ranges is not None:
        if all(
            low / FAR_SPACING <= a <= high * FAR_SPACING
            for a, (low, high) in zip(here, ranges, strict=True)
        ):
            return ()
        return (
            f"{volume.name} has a spacing of {_mm(here)} mm; the model learned at "
            f"{_ranges_mm(ranges)} mm: expect errors.",
        )
    if all(1 / FAR_SPACING <= a / b <= FAR_SPACING for a, b in zip(here, learned, strict=True)):
        return ()
    return (
        f"{volume.name} has a spacing of {_mm(here)} mm; the model learned at {_mm(learned)} mm: "
        "expect errors.",
    )


def _mm(spacing_xyz_mm: tuple[float, float, float]) -> str:
    return " / ".join(f"{n:.3g}" for n in spacing_xyz_mm)


def _ranges_mm(ranges: Sequence[Range]) -> str:
    """``0.7 to 0.8 / 0.7 to 0.8 / 5``."""
    return " / ".join(
        f"{low:.3g}" if f"{low:.3g}" == f"{high:.3g}" else f"{low:.3g} to {high:.3g}"
        for low, high in ranges
    )
