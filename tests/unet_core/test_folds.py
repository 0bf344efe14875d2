"""Every patient is scored once, by a network that never saw them, and labels are spread."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unet_core.errors import InputError
from unet_core.events import CaseReport
from unet_core.folds import folds, labels_missing


@dataclass(frozen=True)
class FakeCase:
    """A case as ``folds`` knows it."""

    case_id: str
    patient: str | None
    image_sha256: str
    report: CaseReport
    person_marks: tuple[str, ...] = ()


def _case(number: int, patient: str | None, pixels: str, voxels: dict[int, int]) -> FakeCase:
    name = f"{number:02d}"
    return FakeCase(name, patient, pixels, CaseReport(name, (9, 9, 9), voxels, {}))


_VOXELS = st.fixed_dictionaries(
    {}, optional={1: st.integers(0, 900), 2: st.integers(0, 90), 3: st.integers(1, 9)}
)


@st.composite
def _cohorts(draw: st.DrawFn) -> list[FakeCase]:
    count = draw(st.integers(2, 24))
    return [
        _case(
            number,
            draw(st.sampled_from([None, None, *"ABCDE"])),
            draw(st.sampled_from([f"own {number}"] * 3 + ["x", "y"])),
            draw(_VOXELS),
        )
        for number in range(count)
    ]


def _people(cases: list[FakeCase]) -> list[set[str]]:
    """Case names that belong together, the slow and certain way."""
    groups = [{case.case_id} for case in cases]
    by_name = {case.case_id: case for case in cases}

    def joined(one: set[str], other: set[str]) -> bool:
        return any(
            (by_name[a].patient is not None and by_name[a].patient == by_name[b].patient)
            or by_name[a].image_sha256 == by_name[b].image_sha256
            for a in one
            for b in other
        )

    while pair := next(
        ((a, b) for a in groups for b in groups if a is not b and joined(a, b)), None
    ):
        groups.remove(pair[0])
        groups.remove(pair[1])
        groups.append(pair[0] | pair[1])
    return groups


@given(_cohorts(), st.integers(2, 8), st.integers(0, 2**31 - 1))
@settings(max_examples=150, deadline=None)
def test_everybody_once_nobody_split_labels_spread(
    cases: list[FakeCase], k: int, seed: int
) -> None:
    people = _people(cases)
    by_name = {case.case_id: case for case in cases}
    held = [
        {v for name in person for v, n in by_name[name].report.label_voxels.items() if n}
        for person in people
    ]
    scorable = sum(map(bool, held))
    if scorable < 2:
        with pytest.raises(InputError, match="only one patient"):
            folds(cases, k, seed)
        return
    made = folds(cases, k, seed)
    assert len(made.cases) == min(k, scorable)
    assert bool(made.notices) == (k > scorable)
    assert sorted(name for fold in made.cases for name in fold) == sorted(by_name)
    of_person = [
        [number for number, fold in enumerate(made.cases) if person & set(fold)]
        for person in people
    ]
    assert all(len(numbers) == 1 for numbers in of_person), "a person is split"
    sizes = [of_person.count([number]) for number in range(len(made.cases))]
    assert max(sizes) - min(sizes) <= 1
    counts = {v: sum(v in labels for labels in held) for v in (1, 2, 3)}
    rarest = min((v for v in counts if counts[v]), key=lambda v: (counts[v], -v))
    spread = [
        sum(rarest in labels and numbers == [n] for labels, numbers in zip(held, of_person))  # noqa: B905
        for n in range(len(made.cases))
    ]
    assert max(spread) - min(spread) <= 1
    for fold in made.cases:
        assert any(by_name[name].report.label_voxels.get(v) for name in fold for v in (1, 2, 3))


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_each_fold_gets_its_share_of_large_and_of_small_tumours(seed: int) -> None:
    """Sorted by volume, every three patients in a row go to three folds."""
    cases = [_case(n, None, str(n), {1: 500, 2: 1000 - n}) for n in range(9)]
    made = folds(cases, 3, seed)
    where = {name: number for number, fold in enumerate(made.cases) for name in fold}
    for first in (0, 3, 6):
        assert {where[f"{n:02d}"] for n in range(first, first + 3)} == {0, 1, 2}


def test_the_seed_decides_among_equals_and_only_then() -> None:
    cases = [_case(n, None, str(n), {1: 500, 2: 100}) for n in range(10)]
    assert folds(cases, 5, 1) == folds(cases, 5, 1)
    assert len({folds(cases, 5, seed).cases for seed in range(8)}) > 4


def test_fewer_patients_than_folds_leave_one_out_and_say_so() -> None:
    cases = [_case(n, None, str(n), {1: 5}) for n in range(3)]
    made = folds(cases, 5, 0)
    assert sorted(made.cases) == [("00",), ("01",), ("02",)]
    assert made.notices == ("3 patients allow 3 folds, not 5: each leaves one patient out.",)


def test_a_fold_that_could_not_be_scored_is_not_made() -> None:
    """Two of four patients hold the one label that is learned."""
    cases = [_case(n, None, str(n), {1: 5, 2: n}) for n in range(2)]
    cases += [_case(n, None, str(n), {1: 5, 2: n}) for n in (2, 3)]
    made = folds(cases, 4, 0, values=(2,))
    assert len(made.cases) == 3
    assert made.notices == ("3 of 4 patients hold a label to be scored on: 3 folds, not 4.",)


@pytest.mark.parametrize("k", [-1, 0, 1])
def test_one_fold_is_none(k: int) -> None:
    with pytest.raises(InputError, match="number of folds is"):
        folds([_case(n, None, str(n), {1: 5}) for n in range(3)], k, 0)


def test_a_label_that_only_one_fold_holds_is_said_in_one_sentence() -> None:
    cases = [_case(n, None, str(n), {1: 5, **({2: 3} if n == 1 else {})}) for n in range(3)]
    (sentence,) = labels_missing(cases, [("00",), ("01",), ("02",)], {1: "liver", 2: "tumour"})
    assert sentence.startswith("Labels missing in a fold: nobody outside fold 2 holds tumour")
    assert labels_missing(cases, [("00",), ("02",)], {1: "liver", 2: "tumour"}) == ()
