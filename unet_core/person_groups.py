"""Which cases are of one person: by what is certain, and by what somebody agreed to.

Certain are the same patient in names, tables or DICOM headers, and the same pixels under another
name, if only of one slice. Everything that deals out cases deals out whole persons.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from unet_core.case import Case
from unet_core.errors import InputError

SETTING = "same_person"
_FEWEST_VALUES = 16
"""A slice of fewer different values may be air or padding, the same in many scans."""


class PersonCase(Protocol):
    """What must be known of a case; ``SliceCase`` has it."""

    @property
    def case_id(self) -> str:
        """Its name."""

    @property
    def patient(self) -> str | None:
        """Whose scan it is, where the data set tells."""

    @property
    def image_sha256(self) -> str:
        """Of its pixels: equal ones are one person under two names."""

    @property
    def person_marks(self) -> tuple[str, ...]:
        """What no two persons share: a key of the PatientID, hashes of slices."""


CaseT = TypeVar("CaseT", bound=PersonCase)


def marks_of(case: PersonCase) -> frozenset[tuple[str, str]]:
    """What any other case of the same person shares some of."""
    marks = {("pixels", case.image_sha256), *(("mark", mark) for mark in case.person_marks)}
    if case.patient is not None:
        marks.add(("patient", case.patient))
    return frozenset(marks)


def persons_among(cases: Sequence[CaseT]) -> tuple[tuple[CaseT, ...], ...]:
    """Cases of each person, joined where they share a mark, also by way of a third case.

    Persons are in the order of their first case, and cases in that of ``cases``.
    """
    owner = list(range(len(cases)))

    def root(number: int) -> int:
        while owner[number] != number:
            owner[number] = owner[owner[number]]
            number = owner[number]
        return number

    first: dict[tuple[str, str], int] = {}
    for number, case in enumerate(cases):
        for mark in marks_of(case):
            one, other = root(number), root(first.setdefault(mark, number))
            owner[max(one, other)] = min(one, other)
    groups: dict[int, list[CaseT]] = {}
    for number, case in enumerate(cases):
        groups.setdefault(root(number), []).append(case)
    return tuple(tuple(group) for group in groups.values())


def person_names(cases: Sequence[PersonCase]) -> dict[str, str]:
    """A name of its person for each case: the patient's where known, else the first case's."""
    names: dict[str, str] = {}
    for group in persons_among(cases):
        known = [case.patient for case in group if case.patient is not None]
        name = f"patient {known[0]}" if known else f"case {group[0].case_id}"
        names |= dict.fromkeys((case.case_id for case in group), name)
    return names


def slice_marks(canonical: NDArray[Any]) -> list[str]:
    """A hash of each slice that shows something, (Z, Y, X) of any type: equal voxels, equal hash.

    A scan cut short, put in another order or stored under another name shares them.
    """
    marks = []
    for plane in canonical:
        values = np.ascontiguousarray(plane, np.float32)
        if len(np.unique(values[:: max(len(values) // 64, 1)])) >= _FEWEST_VALUES:
            digest = hashlib.blake2b(repr(values.shape).encode(), digest_size=8)
            digest.update(values.data)
            marks.append(digest.hexdigest())
    return marks


# --- what somebody agreed to -------------------------------------------------------------------


def groups_in(text: str) -> tuple[tuple[str, ...], ...]:
    """Case names of each person in the setting.

    >>> groups_in("00, 01; 05,06,07")
    (('00', '01'), ('05', '06', '07'))
    """
    groups = (tuple(n.strip() for n in part.split(",") if n.strip()) for part in text.split(";"))
    return tuple(group for group in groups if group)


def text_of(groups: Iterable[Sequence[str]]) -> str:
    """The setting that stands for some groups of case names.

    >>> text_of([("00", "01"), ("05", "06")])
    '00,01; 05,06'
    """
    return "; ".join(",".join(group) for group in groups)


def with_agreed_persons(cases: Sequence[Case], text: str) -> tuple[Case, ...]:
    """The cases, those of each agreed group being of one patient from here on.

    Args:
        cases: All of a data set.
        text: The setting ``same_person``.

    Raises:
        InputError: If it names a case that is not there, or one case alone.
    """
    by_name = {case.case_id: case for case in cases}
    patients: dict[str, str] = {}
    for group in groups_in(text):
        _check_group(group, by_name)
        tied = _tied(group, cases, patients)
        known = [p for name in tied if (p := patients.get(name, by_name[name].patient)) is not None]
        patients |= dict.fromkeys(tied, known[0] if known else f"person of {group[0]}")
    return tuple(replace(case, patient=patients.get(case.case_id, case.patient)) for case in cases)


def _check_group(group: Sequence[str], known: Mapping[str, Case]) -> None:
    if unknown := [name for name in group if name not in known]:
        raise InputError(
            f"setting {SETTING}",
            f"names case {unknown[0]}, which is not in the data set",
            f"choose from {', '.join(known)}",
        )
    if len(group) < 2:
        raise InputError(
            f"setting {SETTING}", f"names {group[0]} alone", "name two cases or more: 00,01; 05,06"
        )


def _tied(group: Sequence[str], cases: Sequence[Case], agreed: Mapping[str, str]) -> list[str]:
    """The group, and all cases of the patients in it."""
    by_name = {case.case_id: agreed.get(case.case_id, case.patient) for case in cases}
    patients = {by_name[name] for name in group} - {None}
    return [name for name, patient in by_name.items() if name in group or patient in patients]
