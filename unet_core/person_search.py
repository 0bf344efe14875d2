"""Looking for persons who are in a data set more than once, and saying on what evidence.

What is certain (patient or pixels the same) is joined by whoever deals out cases; the rest is
proposed, with its numbers, and joined only where somebody agrees: the setting ``same_person``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from unet_core.case import Case
from unet_core.case_names import natural_key, numbers_of
from unet_core.events import Event, Notice, PersonsProposed, SamePerson
from unet_core.person_groups import PersonCase, marks_of, persons_among, slice_marks, text_of
from unet_core.persons import Bones, Pair, alike_among, bones_in, bones_of
from unet_core.volume import Volume

_WORDS = {
    "patient": "they name the same patient",
    "pixels": "they hold exactly the same pixels",
    "mark": "they share slices, or the patient of their DICOM files",
}


class SlicedCase(PersonCase, Protocol):
    """A case of the slice cache."""

    def images(self) -> NDArray[np.uint8]:
        """(Z, S, S) uint8 grey."""


@dataclass(frozen=True)
class PersonTraits:
    """What is kept of a scan to know its person again; see ``PersonCase``."""

    case_id: str
    patient: str | None
    image_sha256: str
    person_marks: tuple[str, ...]
    bones: Bones | None


def traits_of(case: Case, volume: Volume) -> PersonTraits:
    """Of a scan in memory."""
    key = volume.source.patient_key if volume.source else ""
    marks = (*slice_marks(volume.canonical), *([f"patient {key}"] if key else []))
    own = f"pixels of {case.case_id}"  # equal scans share all their slices
    return PersonTraits(case.case_id, case.patient, own, marks, bones_in(volume))


def persons_in_cache(cases: Sequence[SlicedCase]) -> tuple[SamePerson, ...]:
    """Cases of one person among cached ones, what is certain first."""
    return find_persons(cases, {case.case_id: bones_of(case.images()) for case in cases})


def persons_in(traits: Sequence[PersonTraits]) -> tuple[SamePerson, ...]:
    """The same among scans that were loaded one after the other."""
    return find_persons(traits, {one.case_id: one.bones for one in traits})


def find_persons(
    cases: Sequence[PersonCase], bones: Mapping[str, Bones | None]
) -> tuple[SamePerson, ...]:
    """Groups of cases that are, or may be, of one person.

    Args:
        cases: All of a data set.
        bones: Of each case by name; None where nothing can be compared.
    """
    persons = [group for group in persons_among(cases) if len(group) > 1]
    certain = [
        SamePerson(tuple(case.case_id for case in group), _why(group), 1.0, is_certain=True)
        for group in persons
    ]
    known = {frozenset(pair) for one in certain for pair in combinations(one.case_ids, 2)}
    pairs = alike_among({name: b for name, b in bones.items() if b is not None}, known)
    return (*certain, *_proposed(pairs))


def _why(group: Sequence[PersonCase]) -> str:
    """The kinds of marks that any two of a group share, in words."""
    kinds = {kind for one, other in combinations(group, 2) for kind, _ in _shared(one, other)}
    if "pixels" in kinds:
        kinds.discard("mark")
    return "; ".join(words for kind, words in _WORDS.items() if kind in kinds)


def _shared(one: PersonCase, other: PersonCase) -> frozenset[tuple[str, str]]:
    return marks_of(one) & marks_of(other)


def _proposed(pairs: Iterable[Pair]) -> list[SamePerson]:
    """Pairs joined where they share a case, the likest first; the least like pair decides."""
    groups: list[tuple[set[str], list[Pair]]] = []
    for pair in pairs:
        own = [g for g in groups if g[0] & {pair.train, pair.validation}]
        names = {pair.train, pair.validation}.union(*(g[0] for g in own))
        joined = [pair, *(p for g in own for p in g[1])]
        groups = [g for g in groups if g not in own] + [(names, joined)]
    found = []
    for names, joined in groups:
        in_order = tuple(sorted(names, key=natural_key))
        least = min(pair.likeness for pair in joined)
        found.append(SamePerson(in_order, _evidence(in_order, joined), least, is_certain=False))
    return sorted(found, key=lambda one: -one.likeness)


def _evidence(names: Sequence[str], pairs: Sequence[Pair]) -> str:
    low, high = (f(pair.likeness for pair in pairs) for f in (min, max))
    likeness = f"{low:.2f}" if f"{low:.2f}" == f"{high:.2f}" else f"{low:.2f} to {high:.2f}"
    outline = min(pair.outline for pair in pairs)
    said = (
        f"bones and fat lie alike, {likeness} of 1 (other people: 0.75 at most), and the outlines "
        f"of the body, {outline:.2f} (other people: 0.92 at most)"
    )
    numbers = [numbers_of(name)[-1:] for name in names]
    in_a_row = all(
        isinstance(a, int) and isinstance(b, int) and b - a == 1
        for (a, *_), (b, *_) in pairwise([n or ("",) for n in numbers])
    )
    return f"{said}, and their numbers follow each other" if in_a_row else said


def proposals(persons: Sequence[SamePerson]) -> Iterator[Event]:
    """A Notice on each person who is not certain to be one, and one PersonsProposed for all."""
    for person in persons:
        if not person.is_certain:
            yield Notice(sentence_of(person))
    if persons:
        yield PersonsProposed(tuple(persons))


def sentence_of(person: SamePerson) -> str:
    """What to tell of it, and what to do."""
    names = " and ".join((", ".join(person.case_ids[:-1]), person.case_ids[-1]))
    if person.is_certain:
        return f"{names} are of one person: {person.evidence}. They stay together in every split."
    return (
        f"{names} may be of one person: {person.evidence}. Look at them; if it is so, keep them "
        f"together with --same-person {text_of([person.case_ids])}."
    )
