"""The Dice of every slice of the two masks compared, always there without being asked for."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Slot

from app.document import SliceScores
from app.jobs import Job, JobGroup
from app.layering import exchanged_scores
from app.session import Session
from app.translation import tr
from unet_core.slice_dice import (
    PREDICTION,
    REFERENCE,
    RegionPair,
    SliceOverlap,
    count_slices,
    on_one_grid,
    region_pairs,
)
from unet_core.volume import LabelMap

SLICES_A_STEP = 8
MOST_REGIONS = 4
Pair = tuple[LabelMap, LabelMap]


def region_shown(session: Session) -> RegionPair | None:
    """The region whose agreement is shown: the one chosen, else the first; None without a pair."""
    pairs = regions_compared(session)
    chosen = (pair for pair in pairs if pair.region.name == session.compared_region)
    return next(chosen, pairs[0] if pairs else None)


def regions_compared(session: Session) -> tuple[RegionPair, ...]:
    """The regions that the masks compared have in common; none without a pair."""
    compared = session.compared
    return () if compared is None else region_pairs(*compared)


def few_regions(scores: SliceScores, chosen: str) -> SliceScores:
    """What strip and plot have room for: of many regions the one chosen and the worst others.

    Args:
        scores: Of any number of regions; few enough come back as they are.
        chosen: Name of the region that is always among them.
    """
    if len(scores.regions) <= MOST_REGIONS:
        return scores
    worst = sorted(
        range(len(scores.regions)),
        key=lambda n: (
            scores.regions[n].name != chosen,
            2.0 if scores.case_dice[n] is None else scores.case_dice[n],
        ),
    )
    columns = sorted(worst[:MOST_REGIONS])
    return replace(
        scores,
        regions=tuple(scores.regions[n] for n in columns),
        dice=scores.dice[:, columns],
        case_dice=tuple(scores.case_dice[n] for n in columns),
        sizes=None if scores.sizes is None else scores.sizes[:, columns],
        title=tr(
            "{title} ({shown} of {regions} regions)",
            title=scores.title,
            shown=MOST_REGIONS,
            regions=len(scores.regions),
        ),
    )


def score_slices(pair: Pair) -> Iterator[SliceScores | None]:
    """Counts a pair and yields its scores, with None in between so that it can be stopped.

    >>> from unet_core.volume import Geometry
    >>> ones = LabelMap(np.ones((1, 2, 2), np.uint8), Geometry((2, 2, 1)), "ones")
    >>> [scores.dice.tolist() for scores in score_slices((ones, ones)) if scores]
    [[[1.0, nan]]]
    """
    truth, guess = on_one_grid(*pair)
    regions = region_pairs(*pair)
    counts = np.zeros((len(truth), len(regions), 3), np.int64)
    for start in range(0, len(truth), SLICES_A_STEP):
        positions = slice(start, start + SLICES_A_STEP)
        counts[positions] = count_slices(truth, guess, regions, positions)
        yield None
    overlap = SliceOverlap(regions, counts)
    reference, prediction = pair
    yield SliceScores(
        regions=tuple(pair.region for pair in regions),
        dice=overlap.dice,
        case_dice=overlap.case_dice,
        title=tr(
            "{prediction} against {reference}", prediction=prediction.name, reference=reference.name
        ),
        compared=pair,
        sizes=counts[..., [REFERENCE, PREDICTION]],
    )


class SliceScorer(QObject):
    """Counts whenever another pair is compared or one of its masks is replaced."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._pair: Pair | None = None
        session.compare_changed.connect(self._on_changed)
        session.layers_changed.connect(self._on_changed)
        session.volume_changed.connect(self._on_changed)
        self._on_changed()

    def end(self) -> None:
        """Stop and wait; for closing the window."""
        self._jobs.end()

    @Slot()
    def _on_changed(self) -> None:
        pair = self._session.compared
        if pair is None or (self._pair is not None and count_alike(pair, self._pair)):
            self._pair = pair
            return
        self._pair = pair
        if self._job is not None:
            self._job.stop()
        scores = self._session.slice_scores
        if scores is not None and scores.compared and scores.compared[-1] is not pair[1]:
            self._session.set_slice_scores(None)  # of another prediction than the one shown
        self._job = self._jobs.run(partial(score_slices, pair), self._on_scored, self._on_failed)

    @Slot(object)
    def _on_scored(self, event: object) -> None:
        if not isinstance(event, SliceScores) or self._pair is None:
            return
        if not count_alike(event.compared, self._pair):
            return  # it comes too late
        scores: SliceScores | None = event
        for old, new in zip(event.compared, self._pair, strict=True):  # renamed meanwhile, maybe
            scores = exchanged_scores(scores, old, new)
        self._session.set_slice_scores(scores)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._session.failed.emit(sentence)


def count_alike(first: tuple[LabelMap, ...], second: tuple[LabelMap, ...]) -> bool:
    """Whether both count the same: a new name or colour changes no number."""
    return len(first) == len(second) and all(
        a is b or (a.voxels is b.voxels and a.labels.keys() == b.labels.keys())
        for a, b in zip(first, second, strict=True)
    )
