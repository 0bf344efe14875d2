"""The names of a split: proposals, persons moved whole, its file."""

import argparse
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unet_core.commands.parsing import add_split, split_of
from unet_core.errors import InputError
from unet_core.split import (
    SIDES,
    CaseSplit,
    Person,
    burdens,
    check_split,
    fitted,
    grouped,
    proposed,
    read_split,
    write_split,
)


def people(count: int, ill: int) -> tuple[Person, ...]:
    return tuple(
        Person((f"{n:03d}",), "", 100, 10 if n < ill else 0, float(n + 1) if n < ill else 0.0)
        for n in range(count)
    )


def test_a_proposal_gives_every_side_its_share_of_tumour() -> None:
    cohort = people(100, 50)
    whole = sum(p.lesion_ml or 0.0 for p in cohort)
    for seed in range(30):
        split = proposed(cohort, 0.2, 0.2, seed)
        assert [len(split.on(side)) for side in SIDES] == [60, 20, 20]
        assert sorted(split.case_ids) == [p.case_ids[0] for p in cohort]
        for side in SIDES:
            held = [p for p in cohort if p.case_ids[0] in split.on(side)]
            ill = sum(bool(p.lesion_ml) for p in held)
            assert abs(ill - len(held) / 2) <= 1
            share = sum(p.lesion_ml or 0.0 for p in held) / whole
            assert abs(share - len(held) / 100) < 0.03


def test_a_proposal_follows_its_seed_alone() -> None:
    cohort = people(30, 20)
    assert proposed(cohort, seed=7) == proposed(cohort, seed=7)
    assert len({proposed(cohort, seed=seed).test for seed in range(10)}) > 5


@given(st.integers(2, 40), st.integers(0, 40), st.floats(0.05, 0.5), st.floats(0, 0.5))
def test_a_proposal_always_leaves_somebody_to_learn_from(
    count: int, ill: int, validation: float, test: float
) -> None:
    cohort = people(count, min(ill, count))
    split = proposed(cohort, validation, test)
    assert split.train
    assert split.validation
    assert bool(split.test) == (test > 0 and count >= 5)
    assert sorted(split.case_ids) == sorted(p.case_ids[0] for p in cohort)


def test_scans_without_a_scale_are_weighed_by_slices() -> None:
    """A volume that is not known is not none."""
    mixed = (*people(3, 3), Person(("x",), "", 200, 150, None))
    assert burdens(mixed) == {"000": 10.0, "001": 10.0, "002": 10.0, "x": 150.0}
    assert burdens(people(3, 2)) == {"000": 1.0, "001": 2.0, "002": 0.0}


def test_one_patient_cannot_be_split() -> None:
    with pytest.raises(InputError, match="only one patient"):
        proposed(people(1, 1))


@pytest.mark.hazard("T6")
def test_persons_of_several_scans_are_dealt_whole() -> None:
    cohort = [Person((f"{n}a", f"{n}b"), "", 10, n, float(n)) for n in range(10)]
    for seed in range(20):
        split = proposed(cohort, 0.3, 0.3, seed)
        check_split(split, [p.case_ids for p in cohort])


def test_persons_are_grouped_by_what_joins_them() -> None:
    patients = {"a": "P", "b": None, "c": "P", "d": None, "e": None}
    assert grouped(patients, [("b", "c"), ("d", "gone")]) == (("a", "b", "c"), ("d",), ("e",))


@pytest.mark.hazard("T6")
def test_a_person_on_two_sides_is_refused_and_named() -> None:
    split = CaseSplit(("a",), ("b",), ("c",))
    check_split(split, [("a",), ("b",), ("c",)])
    with pytest.raises(InputError, match="case a is of the same person as case c"):
        check_split(split, [("a", "c"), ("b",)])
    with pytest.raises(InputError, match="nobody to validate"):
        check_split(CaseSplit(("a",), ()), [("a",)])
    with pytest.raises(InputError, match="nobody to learn"):
        check_split(CaseSplit((), ("a",)), [("a",)])
    with pytest.raises(InputError, match="not in the data set"):
        check_split(split, [("a",), ("b",)])


def test_a_split_is_fitted_to_what_is_known_now() -> None:
    split = CaseSplit(("a", "x"), ("b", "d"), ("c",))
    assert fitted(split, [("a", "c"), ("b",), ("d", "e")]) == CaseSplit(
        ("a", "c", "d", "e"), ("b",), ()
    )
    assert fitted(CaseSplit((), ("b",), ("c",)), [("b", "c")]).validation == ("b", "c")


def test_the_file_gives_back_what_was_written(tmp_path: Path) -> None:
    split = CaseSplit(("Müller 1", "b"), ("c",), ("d",))
    write_split(tmp_path / "s.json", split)
    assert read_split(tmp_path / "s.json") == split


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no valid JSON"),
        ("[]", "is no split"),
        ('{"kind": "slicewise split"}', "is damaged"),
        (json.dumps({"kind": "slicewise split", "format": 9}), "newer Slicewise"),
        (
            json.dumps(
                {
                    "kind": "slicewise split",
                    "format": 1,
                    "train": ["a"],
                    "validation": ["a"],
                    "test": [],
                }
            ),
            "is damaged",
        ),
    ],
)
def test_a_file_that_is_no_split_is_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "s.json"
    path.write_text(text)
    with pytest.raises(InputError, match=words):
        read_split(path)
    with pytest.raises(InputError, match="does not exist"):
        read_split(tmp_path / "gone.json")


def test_the_command_line_takes_names_or_the_file(tmp_path: Path) -> None:
    parser = argparse.ArgumentParser()
    add_split(parser)
    named = ["--val-cases", "a, b", "--test-cases", "c"]
    assert split_of(parser.parse_args(named)) == (("a", "b"), ("c",))
    assert split_of(parser.parse_args([])) == ((), ())
    write_split(tmp_path / "s.json", CaseSplit(("x",), ("y",), ("z",)))
    file = ["--split", str(tmp_path / "s.json")]
    assert split_of(parser.parse_args(file)) == (("y",), ("z",))
    with pytest.raises(InputError, match="both name cases"):
        split_of(parser.parse_args([*named, *file]))
