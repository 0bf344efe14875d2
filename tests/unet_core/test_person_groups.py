"""Nobody is learned from and scored at once, however often and under whatever name they come."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from tests.unet_core.conftest import TINY, write_case
from tests.unet_core.test_sampling import BOTH, case
from unet_core.case import Case
from unet_core.cases import find_cases
from unet_core.errors import InputError
from unet_core.folds import folds
from unet_core.io import load_volume, save_now
from unet_core.person_groups import (
    groups_in,
    person_names,
    persons_among,
    slice_marks,
    text_of,
    with_agreed_persons,
)
from unet_core.sampling import make_split
from unet_core.slice_case import SliceCase
from unet_core.slices import cached_cases
from unet_core.target import make_target

TARGET = make_target("all", BOTH)


def _cohort(rng: np.random.Generator) -> tuple[list[SliceCase], dict[str, int]]:
    """Cases of some persons, and whose each is: known by patient, pixels, slices or PatientID."""
    cases: list[SliceCase] = []
    truth: dict[str, int] = {}
    for person in range(int(rng.integers(3, 6))):
        for scan in range(int(rng.integers(1, 4))):
            name = f"{rng.integers(1 << 30):08x}"
            kind = int(rng.integers(4)) if scan else -1
            own = {
                "image_sha256": f"pixels {person}" if kind == 0 else f"pixels {name}",
                "person_marks": tuple(f"slice {person} {k}" for k in range(3) if kind == 1 or k)
                if kind in (-1, 1)
                else (f"patient {person}",),
            }
            if kind == -1:
                own |= {"image_sha256": f"pixels {person}"}
                own |= {"person_marks": (*own["person_marks"], f"patient {person}")}
            patient = f"p{person}" if kind in (-1, 2) else None
            cases.append(case(name, patient, **own))
            truth[name] = person
    order = rng.permutation(len(cases))
    return [cases[int(i)] for i in order], truth


@pytest.mark.hazard("T6")
def test_no_person_leaks_in_a_thousand_cohorts() -> None:
    """Target 22: renamed duplicates, cut copies and rescans, in splits and in folds."""
    rng = np.random.default_rng(22)
    leaks = joined = 0
    for seed in range(1000):
        cases, truth = _cohort(rng)
        joined += len(cases) - len(set(truth.values()))
        split = make_split(cases, TARGET, dataclasses.replace(TINY, seed=seed))
        sides = [{truth[p.case.case_id] for p in s} for s in (split.train, split.validation)]
        leaks += len(sides[0] & sides[1])
        dealt = [{truth[n] for n in fold} for fold in folds(cases, 3, seed).cases]
        leaks += sum(len(fold) for fold in dealt) - len(set[int]().union(*dealt))
    assert leaks == 0
    assert joined > 1000  # there was something to leak


@pytest.mark.hazard("T6")
def test_chosen_validation_cases_never_mix_persons() -> None:
    """--val-cases that would score a person learned from are refused, whatever gives them away."""
    twins = [
        [case("a", "p"), case("b", "p"), case("c")],
        [case("a", image_sha256="x"), case("b", image_sha256="x"), case("c")],
        [case("a", person_marks=("1", "2")), case("b", person_marks=("2",)), case("c")],
    ]
    words = ("patient p would be learned from", "holds exactly the pixels", "shares slices")
    for cases, said in zip(twins, words, strict=True):
        with pytest.raises(InputError, match=said):
            make_split(cases, TARGET, TINY, ["b"])
        assert len(make_split(cases, TARGET, TINY, ["a", "b"]).train) == 1


def test_persons_are_joined_by_way_of_others() -> None:
    cases = [
        case("0", "p"),
        case("1"),
        case("2", image_sha256="x", person_marks=("m",)),
        case("3", "p", person_marks=("m",)),
        case("4", image_sha256="x"),
    ]
    groups = [[c.case_id for c in group] for group in persons_among(cases)]
    assert groups == [["0", "2", "3", "4"], ["1"]]
    assert person_names(cases)["4"] == "patient p"
    assert person_names(cases)["1"] == "case 1"


@pytest.mark.hazard("T6")
def test_slices_are_known_again_in_a_cut_turned_and_renamed_scan() -> None:
    voxels = np.random.default_rng(3).normal(0, 100, (8, 20, 20)).astype(np.int16)
    marks = slice_marks(voxels)
    assert len(set(marks)) == 8
    assert slice_marks(voxels[5:2:-1].astype(np.float32)) == marks[5:2:-1]
    assert not set(slice_marks(voxels + 1)) & set(marks)
    assert slice_marks(np.zeros((4, 20, 20), np.int16)) == []  # air says nothing


# --- agreed groups -----------------------------------------------------------------------------


def _named(*patients: str | None) -> tuple[Case, ...]:
    return tuple(Case(f"{n:02d}", patient, (), ()) for n, patient in enumerate(patients))


def test_agreed_groups_become_one_patient() -> None:
    cases = _named("00", "01", None, None, "01")
    agreed = with_agreed_persons(cases, "00, 01; 02,03")
    assert [c.patient for c in agreed] == ["00", "00", "person of 02", "person of 02", "00"]
    assert with_agreed_persons(cases, "") == cases
    chained = with_agreed_persons(_named(None, None, None), "00,01; 01,02")
    assert len({c.patient for c in chained}) == 1


def test_the_setting_reads_as_it_is_written() -> None:
    groups = (("00", "01"), ("a b", "c"))
    assert groups_in(text_of(groups)) == groups
    assert groups_in(" ; ,") == ()


@pytest.mark.parametrize(
    ("text", "words"), [("00,99", "case 99, which is not in"), ("00", "names 00 alone")]
)
def test_a_group_that_makes_no_sense_is_refused(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        with_agreed_persons(_named(None, None), text)


@pytest.mark.hazard("T6")
def test_agreed_and_copied_persons_stay_together_from_the_files_on(tmp_path: Path) -> None:
    """Renamed, cut copies are found by their slices; what was agreed holds in split and folds."""
    data = tmp_path / "data"
    for number in range(4):
        write_case(data, f"{number:02d}", number)
    scan = load_volume(data / "volume-00.nii.gz", isolate=False)
    geometry = dataclasses.replace(scan.geometry, size_xyz=(40, 40, 4))
    cut = dataclasses.replace(scan, voxels=scan.voxels[1:5], geometry=geometry)
    save_now(cut, data / "volume-77.nii.gz")
    write_case(tmp_path / "other", "77", 0, slices=4)
    (tmp_path / "other" / "segmentation-77.nii.gz").rename(data / "segmentation-77.nii.gz")
    config = dataclasses.replace(TINY, same_person="01,02")

    caching = cached_cases(data, config, tmp_path / "cache")
    try:
        while True:
            next(caching)
    except StopIteration as end:
        cases = end.value

    groups = [[c.case_id for c in group] for group in persons_among(cases)]
    assert groups == [["00", "77"], ["01", "02"], ["03"]]
    with pytest.raises(InputError, match="shares slices"):
        make_split(cases, TARGET, config, ["77"])
    with pytest.raises(InputError, match="patient 01 would be learned from"):
        make_split(cases, TARGET, config, ["02"])
    assert {frozenset(fold) for fold in folds(cases, 3, 1).cases} == {
        frozenset({"00", "77"}),
        frozenset({"01", "02"}),
        frozenset({"03"}),
    }
    assert {c.patient for c in find_cases(data).cases} == {"00", "01", "02", "03", "77"}
