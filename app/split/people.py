"""The persons of the data set and what each weighs in a split; no window needed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from unet_core.case_report import CaseReport
from unet_core.split import CaseSplit, Person, grouped
from unet_core.volume import TUMOUR, label_for

if TYPE_CHECKING:
    from unet_core.case import Case


def people_of(
    cases: "Sequence[Case]",
    reports: Mapping[str, CaseReport],
    joined: Iterable[Sequence[str]],
) -> tuple[Person, ...]:
    """Everybody, in the order of the data set.

    Args:
        cases: Of the data set.
        reports: What the check found, of the cases it has come to.
        joined: Cases known or agreed to be of one person.
    """
    lesion = lesion_value(cases, reports.values())
    patients = {case.case_id: case.patient for case in cases}
    return tuple(_person(group, patients, reports, lesion) for group in grouped(patients, joined))


def people_named(split: CaseSplit, known: Sequence[Person]) -> tuple[Person, ...]:
    """Everybody in a split of another time: whoever is not known any more has a name alone."""
    here = {name for person in known for name in person.case_ids}
    wanted = set(split.case_ids)
    found = [person for person in known if wanted & set(person.case_ids)]
    return (*found, *(Person((name,)) for name in split.case_ids if name not in here))


def lesion_value(cases: "Sequence[Case]", reports: Iterable[CaseReport]) -> int:
    """The label value that counts as tumour: called so, else the highest one there is."""
    for case in cases:
        for value, label in case.labels.items():
            if label.name == TUMOUR.name:
                return value
    values = {value for report in reports for value, n in report.label_voxels.items() if n}
    named = [value for value in values if label_for(value).name == TUMOUR.name]
    return named[0] if named else max(values, default=TUMOUR.value)


def _person(
    group: Sequence[str],
    patients: Mapping[str, str | None],
    reports: Mapping[str, CaseReport],
    lesion: int,
) -> Person:
    told = [patient for name in group if (patient := patients[name])]
    # a name the data set gives to one case alone says no more than the case's own name
    patient = told[0] if told and len(group) > 1 else ""
    known = [reports[name] for name in group if name in reports]
    if len(known) < len(group):
        return Person(tuple(group), patient)
    volumes = [_ml(report, lesion) for report in known]
    return Person(
        case_ids=tuple(group),
        patient=patient,
        slices=sum(report.size_xyz[2] for report in known),
        lesion_slices=sum(report.slices_with.get(lesion, 0) for report in known),
        lesion_ml=None if None in volumes else sum(ml for ml in volumes if ml is not None),
    )


def _ml(report: CaseReport, value: int) -> float | None:
    voxels = report.label_voxels.get(value, 0)
    if not voxels:
        return 0.0
    if report.spacing_xyz_mm is None:
        return None
    x, y, z = report.spacing_xyz_mm
    return voxels * x * y * z / 1000
