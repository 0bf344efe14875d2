"""Who is learned from, validated on and kept as the test, by name: before any scan is read.

``sampling`` makes the split of a run from cached cases and refuses what leaks; here are the names
a person chooses, proposals for them, and the small file they are kept in. Persons move whole.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, Self

import numpy as np

from unet_core.errors import InputError
from unet_core.io import atomic
from unet_core.io.headers import display_name

Side = Literal["train", "validation", "test"]
SIDES: tuple[Side, ...] = ("train", "validation", "test")
FORMAT = 1
KIND = "slicewise split"
FEWEST_FOR_TEST = 5
"""Patients below which a proposal keeps none for the test: there would be too few to learn from."""


@dataclass(frozen=True)
class CaseSplit:
    """Names of the cases on each side; nobody is on two."""

    train: tuple[str, ...] = ()
    validation: tuple[str, ...] = ()
    test: tuple[str, ...] = ()

    @property
    def case_ids(self) -> tuple[str, ...]:
        """Everybody."""
        return (*self.train, *self.validation, *self.test)

    def on(self, side: Side) -> tuple[str, ...]:
        """Names of one side."""
        return {"train": self.train, "validation": self.validation, "test": self.test}[side]

    def side_of(self, case_id: str) -> Side | None:
        """Where a case is; None if it is not in the split."""
        return next((side for side in SIDES if case_id in self.on(side)), None)

    def moved(self, case_ids: Collection[str], side: Side) -> Self:
        """The split with some cases on another side, behind those already there.

        >>> CaseSplit(("a", "b"), ("c",)).moved(["b"], "test")
        CaseSplit(train=('a',), validation=('c',), test=('b',))
        """
        left = {one: tuple(n for n in self.on(one) if n not in case_ids) for one in SIDES}
        coming = tuple(n for n in self.case_ids if n in case_ids and n not in left[side])
        left[side] = (*left[side], *coming)
        return replace(self, **left)

    def to_json(self) -> dict[str, list[str]]:
        """Names by side."""
        return {side: list(self.on(side)) for side in SIDES}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """What ``to_json`` wrote; KeyError or TypeError if it is not."""
        sides = {side: tuple(str(name) for name in values[side]) for side in SIDES}
        made = cls(**sides)
        if len(set(made.case_ids)) < len(made.case_ids):
            raise TypeError("a case is on two sides")
        return made


@dataclass(frozen=True)
class Person:
    """All cases of one person, and what they weigh in a split.

    Attributes:
        case_ids: In the order of the data set.
        patient: What the data set calls the person; empty where it does not tell.
        slices: Axial slices of all cases; None before they were checked.
        lesion_slices: Those that hold tumour; None likewise.
        lesion_ml: Volume of tumour; None likewise, or without a scale.
    """

    case_ids: tuple[str, ...]
    patient: str = ""
    slices: int | None = None
    lesion_slices: int | None = None
    lesion_ml: float | None = None

    @property
    def name(self) -> str:
        """What to call the person on screen."""
        return self.patient or self.case_ids[0]


def grouped(
    patients: Mapping[str, str | None], joined: Iterable[Collection[str]]
) -> tuple[tuple[str, ...], ...]:
    """Case names of each person.

    Args:
        patients: Whose scan each case is, by its name; None where that is not told.
        joined: Cases known or agreed to be of one person; names that are not there are passed over.

    >>> grouped({"a": "P1", "b": None, "c": "P1", "d": None}, [("b", "d")])
    (('a', 'c'), ('b', 'd'))
    """
    owner = {name: name for name in patients}

    def root(name: str) -> str:
        while owner[name] != name:
            owner[name] = owner[owner[name]]
            name = owner[name]
        return name

    by_patient: dict[str, list[str]] = {}
    for name, patient in patients.items():
        if patient is not None:
            by_patient.setdefault(patient, []).append(name)
    for group in (*by_patient.values(), *joined):
        here = [name for name in group if name in owner]
        for name in here[1:]:
            owner[root(name)] = root(here[0])
    groups: dict[str, list[str]] = {}
    for name in patients:
        groups.setdefault(root(name), []).append(name)
    return tuple(tuple(group) for group in groups.values())


def proposed(
    people: Sequence[Person], validation: float = 0.2, test: float = 0.2, seed: int = 42
) -> CaseSplit:
    """A split in which every side has its share of persons with much and with little tumour.

    Persons are sorted by what they weigh in tumour; each side then takes one at random from each
    of as many equally long stretches as it needs persons (stratified sampling, Cochran 1977,
    Sampling Techniques, chapter 5).

    Args:
        people: All of the data set.
        validation: Share of persons to validate on; one at least.
        test: Share of persons for the test; none where there are fewer than ``FEWEST_FOR_TEST``.
        seed: Decides who it is; the same seed, the same split.

    Raises:
        InputError: If there are fewer than two persons.
    """
    if len(people) < 2:
        raise InputError("the data set", "holds only one patient", "add a second patient")
    held_test, held = _counts(len(people), validation, test)
    rng = np.random.default_rng([seed, len(people)])
    shuffled = [people[int(i)] for i in rng.permutation(len(people))]
    weights = burdens(people)
    queue = sorted(shuffled, key=lambda p: (-weights[p.case_ids[0]], -(p.slices or 0)))
    tested = _one_of_each_stretch(queue, held_test, rng)
    queue = [person for person in queue if person not in tested]
    validated = _one_of_each_stretch(queue, held, rng)

    def names(of: Collection[Person]) -> tuple[str, ...]:
        return tuple(name for person in people if person in of for name in person.case_ids)

    return CaseSplit(
        names([p for p in people if p not in tested and p not in validated]),
        names(validated),
        names(tested),
    )


def burdens(people: Sequence[Person]) -> dict[str, float]:
    """How much tumour each person has, by the name of the first case.

    Its volume where that is known of all, else the slices that hold it: scans without a scale have
    no volume, and the two cannot be compared.
    """
    if all(person.lesion_ml is not None for person in people):
        return {person.case_ids[0]: person.lesion_ml or 0.0 for person in people}
    return {person.case_ids[0]: float(person.lesion_slices or 0) for person in people}


def _counts(people: int, validation: float, test: float) -> tuple[int, int]:
    """Persons for the test and for validation; somebody is always left to learn from."""
    tested = max(round(test * people), 1) if test > 0 and people >= FEWEST_FOR_TEST else 0
    tested = min(tested, people - 2)
    return tested, min(max(round(validation * people), 1), people - 1 - tested)


def _one_of_each_stretch(
    queue: Sequence[Person], count: int, rng: np.random.Generator
) -> list[Person]:
    edges = [number * len(queue) // count for number in range(count + 1)] if count else []
    return [queue[int(rng.integers(low, high))] for low, high in pairwise(edges)]


# --- what must hold --------------------------------------------------------------------------


def check_split(split: CaseSplit, groups: Sequence[Sequence[str]]) -> None:
    """What can be said by names alone; ``sampling.make_split`` looks at the pixels too.

    Args:
        split: Who is where.
        groups: Case names of each person.

    Raises:
        InputError: If nobody is left to learn from or to validate on, a case is in no data set,
            or a person is on two sides.
    """
    known = {name for group in groups for name in group}
    if unknown := [name for name in split.case_ids if name not in known]:
        raise InputError(
            f"case {unknown[0]}", "of the split is not in the data set", "make a new split"
        )
    if not split.train:
        raise InputError("the split", "leaves nobody to learn from", "move a patient to Training")
    if not split.validation:
        raise InputError("the split", "has nobody to validate on", "move a patient to Validation")
    for group in groups:
        sides = {name: side for name in group if (side := split.side_of(name)) is not None}
        if len(set(sides.values())) > 1:
            one, other = next((a, b) for a in sides for b in sides if sides[a] != sides[b])
            raise InputError(
                f"case {one}",
                f"is of the same person as case {other} on another side",
                "keep all cases of a person on one side",
            )


def fitted(split: CaseSplit, groups: Sequence[Sequence[str]]) -> CaseSplit:
    """A split made for a data set that has changed since: whoever is new learns, persons are whole.

    A person on two sides goes where fewest scores are spoilt: to training if any case was there,
    else to validation.
    """
    sides: dict[Side, list[str]] = {side: [] for side in SIDES}
    for group in groups:
        found = {split.side_of(name) or "train" for name in group}
        sides[next(side for side in SIDES if side in found)].extend(group)
    return CaseSplit(*(tuple(sides[side]) for side in SIDES))


# --- its file --------------------------------------------------------------------------------


def write_split(path: Path, split: CaseSplit) -> None:
    """Write it, for ``--split`` and for another day.

    Raises:
        InputError: If the disk refuses.
    """
    atomic.write_json(path, {"kind": KIND, "format": FORMAT, **split.to_json()})


def read_split(path: Path) -> CaseSplit:
    """What ``write_split`` wrote.

    Raises:
        InputError: If there is none, it is something else, damaged or of a newer version.
    """
    name = display_name(path)
    if not path.is_file():
        raise InputError(name, "does not exist", "choose a split that was saved before")
    values = atomic.read_json(path)
    if not isinstance(values, dict) or values.get("kind") != KIND:
        raise InputError(name, "is no split", "choose a file that the split board saved")
    try:
        if values["format"] > FORMAT:
            raise InputError(name, "was made by a newer Slicewise", "update Slicewise")
        return CaseSplit.from_json(values)
    except (KeyError, TypeError, ValueError):
        raise InputError(name, "is damaged", "make the split anew") from None
