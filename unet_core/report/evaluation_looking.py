"""Which cases of an evaluation a report shows, and what stands in the way."""

import statistics
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from unet_core.errors import InputError
from unet_core.evaluation.rereading import Reread, read_again
from unet_core.events import Evaluated, Event, Progress
from unet_core.report.looking import spread_of
from unet_core.report.privacy import Pseudonyms
from unet_core.report.slice_pictures import Backdrop, Black, Scan, SliceLook, slice_looks
from unet_core.scores import RegionScore
from unet_core.slice_dice import SliceOverlap

MOST_REGIONS = 2
_PLACES = {1: ("",), 2: ("weakest", "strongest"), 3: ("weakest", "in the middle", "strongest")}
_SAME = 1e-9
NO_FILES = (
    "There are no pictures: a saved evaluation does not say where its masks and scans are. Reports "
    "made right after comparing have them (unet-core evaluate --report, or the evaluation window)."
)
NOT_WANTED = "No file was read again for this report, so it has no pictures."
_SHADOW = "the outlines are drawn on black, over a grey shadow of all that either mask marks."
NOT_READ = f"No scan was read for this report: {_SHADOW}"
NO_SCANS = f"No scans were given: {_SHADOW}"


@dataclass(frozen=True)
class CaseSlices:
    """One case.

    Attributes:
        case_id: Its name; shown only as its number.
        place: What it is among all cases: "weakest", "in the middle", "strongest" or nothing.
        mean: Of the Dice of its labels.
        slices: The pictures.
    """

    case_id: str
    place: str
    mean: float
    slices: tuple[SliceLook, ...]


@dataclass(frozen=True)
class Pictured:
    """What was seen.

    Attributes:
        cases: Those looked at, the weakest first.
        gaps: Sentences on what was not, and why; without names.
    """

    cases: tuple[CaseSlices, ...] = ()
    gaps: tuple[str, ...] = ()


def look_at_cases(
    cases: Sequence[Evaluated],
    names: Pseudonyms,
    *,
    patience_s: float,
    with_scans: bool = True,
) -> Generator[Event, None, Pictured]:
    """Yields Progress; returns pictures of the weakest, the middle and the strongest case.

    Args:
        cases: Of the evaluation, with their files.
        names: What they are called.
        patience_s: No further case is begun after so long.
        with_scans: Whether scans may be read; without, masks are drawn on black.
    """
    by_name = {case.case_id: case for case in cases}
    means = {name: mean for name, case in by_name.items() if (mean := mean_dice(case)) is not None}
    chosen = spread_of(means)
    until = time.monotonic() + patience_s
    looked: list[CaseSlices] = []
    gaps: list[str] = []
    for number, name in enumerate(chosen):
        if time.monotonic() > until:
            gaps.append("Only some cases have pictures, as each takes long here.")
            break
        yield Progress(number, len(chosen), "Drawing the best and the worst slices")
        title = names.title(name)
        try:
            slices, fault = _of_case(by_name[name], with_scans)
        except InputError as error:
            gaps.append(f"{title} has no pictures: {names.scrubbed(_what(error))}.")
            continue
        place = _PLACES[len(chosen)][number]
        looked.append(CaseSlices(name, place, means[name], slices))
        if fault:
            gaps.append(
                f"The scan of {title} could not be used, so its outlines are drawn on black: it "
                f"{names.scrubbed(fault)}."
            )
    if looked and not with_scans:
        gaps.append(NOT_READ)
    elif looked and not any(by_name[one.case_id].sources.image_paths for one in looked):
        gaps.append(NO_SCANS)
    return Pictured(tuple(looked), tuple(gaps))


def _what(error: InputError) -> str:
    return f"{error.subject} {error.fault}"


def mean_dice(case: Evaluated) -> float | None:
    """Over the labels of a case; None where there is none."""
    known = [score.case_dice for score in case.scores if score.case_dice is not None]
    return statistics.fmean(known) if known else None


def _of_case(case: Evaluated, with_scans: bool) -> tuple[tuple[SliceLook, ...], str]:
    """The pictures, and what is wrong with the scan."""
    found = read_again(case.sources, with_scan=with_scans)
    overlap = SliceOverlap.of(found.truth, found.guess, found.pairs)
    _check_same(case.scores, overlap)
    looks = slice_looks(_backdrop(found), found.truth, found.guess, overlap, _regions(case))
    return tuple(looks), found.fault


def _backdrop(found: Reread) -> Backdrop:
    return Black(found.grid, found.truth, found.guess) if found.scan is None else Scan(found.scan)


def _regions(case: Evaluated) -> list[str]:
    """The labels of lowest Dice in the case, the lowest first."""
    known = [score for score in case.scores if score.case_dice is not None]
    known.sort(key=lambda score: score.case_dice or 0.0)
    return [score.region.name for score in known[:MOST_REGIONS]]


def _check_same(scores: Sequence[RegionScore], overlap: SliceOverlap) -> None:
    """Raise InputError unless the files still hold what was compared."""
    now = {
        pair.region.name: dice for pair, dice in zip(overlap.pairs, overlap.case_dice, strict=True)
    }
    for score in scores:
        name, then = score.region.name, score.case_dice
        if name not in now or not _is_equal(now[name], then):
            raise InputError("its masks", "are no longer those that were compared", "compare again")


def _is_equal(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else abs(one - other) <= _SAME
