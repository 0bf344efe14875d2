"""The files of a comparison once more, read as they were: for pictures of what was compared."""

from dataclasses import dataclass

from unet_core.case import Case
from unet_core.case_masks import load_image, load_mask
from unet_core.errors import InputError
from unet_core.evaluation.scoring import grid_of, laid_on, values_of
from unet_core.scores import Reading, Sources
from unet_core.slice_dice import RegionPair, on_one_grid, region_pairs
from unet_core.volume import Geometry, Labels, Volume


@dataclass(frozen=True)
class Reread:
    """Both masks of a case in one canonical frame, and its scan.

    Attributes:
        truth: (Z, Y, X) values of the reference.
        guess: (Z, Y, X) values of the prediction.
        pairs: The regions both know.
        grid: Where the masks lie, canonical.
        scan: On the same grid; None where there is none.
        fault: Why there is no scan although one is known; a predicate of "the scan".
    """

    truth: Labels
    guess: Labels
    pairs: tuple[RegionPair, ...]
    grid: Geometry
    scan: Volume | None
    fault: str = ""

    def pair(self, region: str) -> RegionPair | None:
        """The values that stand for a region in either mask."""
        return next((pair for pair in self.pairs if pair.region.name == region), None)


def read_again(sources: Sources, *, with_scan: bool = True) -> Reread:
    """Read the files of a comparison.

    Args:
        sources: Of the case.
        with_scan: Whether the scan is wanted; masks that lie nowhere without it read it anyway.

    Raises:
        InputError: If a mask cannot be read any more, or they do not fit each other.
    """
    if not sources.reference_paths or not sources.prediction_paths:
        raise InputError("its masks", "do not lie in files", "save them and compare the files")
    reading = sources.reading or _plain(sources)
    scan, fault = _scan_of(reading.reference) if with_scan else (None, "")
    reference = load_mask(
        reading.reference,
        threshold=reading.threshold,
        value_map=reading.values[0],
        reference=scan,
    )
    prediction = load_mask(reading.prediction, value_map=reading.values[1], reference=scan)
    truth, guess = on_one_grid(reference, prediction)
    grid = grid_of(reference, prediction)
    if scan is not None:
        try:
            scan = laid_on(scan, grid)
        except InputError as error:
            scan, fault = None, error.fault
    pairs = region_pairs(reference, prediction, values_of(guess))
    return Reread(truth, guess, pairs, grid.canonical, scan, fault)


def _plain(sources: Sources) -> Reading:
    """As files that say themselves what their values mean."""
    return Reading(
        Case("", None, sources.image_paths, sources.reference_paths),
        Case("", None, (), sources.prediction_paths),
    )


def _scan_of(case: Case) -> tuple[Volume | None, str]:
    if not case.image_paths:
        return None, ""
    try:
        return load_image(case), ""
    except InputError as error:
        return None, error.fault
