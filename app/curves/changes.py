"""What changed from one epoch to another, or from one run to another, in a sentence or two."""

from dataclasses import dataclass

import numpy as np

from app.curves.history import GrowingHistory
from app.translation import tr

CHANGED = 0.05
"""Dice of a slice that moved less is as good as the same."""


@dataclass(frozen=True)
class Moment:
    """One patient after one epoch of a run; ``name`` is what to call it."""

    history: GrowingHistory
    epoch: int
    name: str


def change_words(first: Moment, last: Moment, region: str) -> str:
    """Case Dice of both, then how many slices gained or lost, and which most.

    >>> from types import SimpleNamespace as some
    """
    before, after = _scores(first, region), _scores(last, region)
    if before is None or after is None or len(before[0]) != len(after[0]):
        return tr(
            "{first} and {last} have no scores of {region} in common.",
            first=first.name,
            last=last.name,
            region=region,
        )
    whole = tr(
        "{region} of {case}, whole patient: {before} in {first}, {after} in {last}.",
        region=region,
        case=last.history.case_id,
        before=_text(before[1]),
        after=_text(after[1]),
        first=first.name,
        last=last.name,
    )
    moved = after[0] - before[0]
    better, worse = np.flatnonzero(moved >= CHANGED), np.flatnonzero(moved <= -CHANGED)
    parts = [whole]
    if len(better):
        best = int(np.nanargmax(moved))
        parts.append(_gained(len(better), best, before[0][best], after[0][best]))
    if len(worse):
        worst = int(np.nanargmin(moved))
        parts.append(_lost(len(worse), worst, before[0][worst], after[0][worst]))
    if not len(better) and not len(worse):
        parts.append(tr("No slice changed by {step} or more.", step=f"{CHANGED:.2f}"))
    return " ".join(parts)


def _scores(moment: Moment, region: str) -> tuple[np.ndarray, float] | None:
    place = moment.history.place_of(moment.epoch)
    if place is None or region not in moment.history.regions:
        return None
    column = moment.history.regions.index(region)
    return moment.history.dice[place, :, column], float(moment.history.case_dice[place, column])


def _gained(count: int, slice_z: int, before: float, after: float) -> str:
    values = {"slice": slice_z + 1, "before": _text(before), "after": _text(after)}
    if count == 1:
        return tr("1 slice gained: slice {slice}, {before} to {after}.", **values)
    return tr(
        "{count} slices gained, most slice {slice}: {before} to {after}.", count=count, **values
    )


def _lost(count: int, slice_z: int, before: float, after: float) -> str:
    values = {"slice": slice_z + 1, "before": _text(before), "after": _text(after)}
    if count == 1:
        return tr("1 slice lost: slice {slice}, {before} to {after}.", **values)
    return tr(
        "{count} slices lost, most slice {slice}: {before} to {after}.", count=count, **values
    )


def _text(dice: float) -> str:
    return tr("n/a") if np.isnan(dice) else f"{dice:.2f}"
