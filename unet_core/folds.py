"""Who is scored by which network in cross-validation: every patient once, nobody in two folds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from unet_core.errors import InputError
from unet_core.events import CaseReport
from unet_core.person_groups import PersonCase, persons_among


class FoldCase(PersonCase, Protocol):
    """What must be known of a case; ``SliceCase`` has it."""

    @property
    def report(self) -> CaseReport:
        """Holds the voxels of each label."""


@dataclass(frozen=True)
class Folds:
    """The cases kept aside in each fold.

    Attributes:
        cases: Case names of each fold, in order of the data set.
        notices: Sentences on what could not be as asked for.
    """

    cases: tuple[tuple[str, ...], ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Person:
    cases: tuple[FoldCase, ...]
    voxels: Mapping[int, int]


def folds(
    cases: Sequence[FoldCase], k: int, seed: int, values: Sequence[int] | None = None
) -> Folds:
    """Deal persons to ``k`` folds so that each holds its share of every label and of large tumours.

    Persons with the same labels are sorted by the volume of the rarest label and dealt in turn,
    at random among the folds that have fewest: folds differ by one person at most, and so do the
    persons with the rarest label in them.

    Args:
        cases: All of the data set; see ``person_groups`` for which are of one person.
        k: How many; no more than there are persons with a label to be scored on.
        seed: Decides among equals.
        values: Label values that are learned; all that occur if None.

    Raises:
        InputError: If fewer than two folds are asked for or possible.
    """
    if k < 2:
        raise InputError("the number of folds", f"is {k}", "choose 2 or more")
    people = _persons(cases, values)
    scorable = sum(bool(person.voxels) for person in people)
    if scorable < 2:
        fault = "holds only one patient" if len(people) < 2 else "holds labels in only one patient"
        raise InputError("the data set", fault, "add patients with labels")
    count = min(k, scorable)
    dealt: list[list[_Person]] = [[] for _ in range(count)]
    rng = np.random.default_rng([seed, k])
    for stratum in _strata(people, [people[int(i)] for i in rng.permutation(len(people))]):
        taken = np.zeros(count, np.int64)
        for person in stratum:
            sizes = np.array([len(fold) for fold in dealt])
            order = rng.permutation(count)
            fewest = min(order.tolist(), key=lambda fold: (taken[fold], sizes[fold]))
            dealt[fewest].append(person)
            taken[fewest] += 1
    return Folds(tuple(_names(fold, cases) for fold in dealt), _notices(k, count, len(people)))


def labels_missing(
    cases: Sequence[FoldCase], fold_cases: Sequence[Sequence[str]], names: Mapping[int, str]
) -> tuple[str, ...]:
    """A sentence for each fold in whose training part nobody holds some label.

    Args:
        cases: All of the data set.
        fold_cases: Case names of each fold.
        names: Label names by value.
    """
    sentences = []
    for number, fold in enumerate(fold_cases, start=1):
        training = [case for case in cases if case.case_id not in fold]
        held = {v for case in training for v, n in case.report.label_voxels.items() if n}
        lacking = [name for value, name in names.items() if value not in held]
        if lacking:
            sentences.append(
                f"Labels missing in a fold: nobody outside fold {number} holds "
                f"{' or '.join(lacking)}, so its network cannot learn it; add patients who have it."
            )
    return tuple(sentences)


def _notices(asked: int, count: int, people: int) -> tuple[str, ...]:
    if count == asked:
        return ()
    if count == people:
        return (
            f"{people} patients allow {people} folds, not {asked}: each leaves one patient out.",
        )
    return (
        f"{count} of {people} patients hold a label to be scored on: {count} folds, not {asked}.",
    )


def _persons(cases: Sequence[FoldCase], values: Sequence[int] | None) -> list[_Person]:
    return [_Person(group, _voxels(group, values)) for group in persons_among(cases)]


def _voxels(cases: Sequence[FoldCase], values: Sequence[int] | None) -> dict[int, int]:
    total: dict[int, int] = {}
    for case in cases:
        for value, voxels in case.report.label_voxels.items():
            if value and voxels and (values is None or value in values):
                total[value] = total.get(value, 0) + voxels
    return total


def _strata(people: Sequence[_Person], shuffled: Sequence[_Person]) -> list[list[_Person]]:
    """People with the same labels, those with the rarest first; within, largest volume first."""
    everything = {value for person in people for value in person.voxels}
    rarity = sorted(everything, key=lambda value: (_holders(people, value), -value))
    strata: dict[tuple[bool, ...], list[_Person]] = {}
    for person in shuffled:
        strata.setdefault(tuple(value not in person.voxels for value in rarity), []).append(person)
    return [
        sorted(group, key=lambda person: [-person.voxels.get(value, 0) for value in rarity])
        for _, group in sorted(strata.items())
    ]


def _holders(people: Sequence[_Person], value: int) -> int:
    return sum(value in person.voxels for person in people)


def _names(fold: Sequence[_Person], cases: Sequence[FoldCase]) -> tuple[str, ...]:
    held = {case.case_id for person in fold for case in person.cases}
    return tuple(case.case_id for case in cases if case.case_id in held)
