"""Test cases: nothing is learned from them or chosen by them, and nobody leaks into them."""

import contextlib
import json
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.same_run import assert_same_run
from tests.unet_core.conftest import TINY, of
from tests.unet_core.test_sampling import TARGET, TEN, case, names
from unet_core import runs
from unet_core.checkpoint import load_model
from unet_core.cross_validation import PLAN_FILE, cross_validate, fold_folder
from unet_core.errors import InputError
from unet_core.events import CaseChecked, Event, FinalScores, Notice, RunEnded, RunStarted
from unet_core.final_record import FINAL_FILE, read_final_scores
from unet_core.fingerprint import fingerprint
from unet_core.rehearsal_data import Samples, take_samples
from unet_core.sampling import make_split
from unet_core.train import train

CHOSEN = {"validation_cases": ("02",), "test_cases": ("01",)}


@pytest.fixture(scope="module")
def tested(cohort: Path, runs_root: Path) -> tuple[Path, list[Event]]:
    """A run with a test case, from beginning to end; not to be changed."""
    folder = runs_root / "tested"
    return folder, list(train(cohort, folder, TINY, **CHOSEN))


@pytest.mark.hazard("T6")
def test_a_run_is_the_same_as_if_the_test_cases_did_not_exist(
    cohort: Path, tested: tuple[Path, list[Event]], tmp_path: Path
) -> None:
    """Curves, weights and the best model, bit for bit."""
    shutil.copytree(cohort, tmp_path / "without", ignore=shutil.ignore_patterns("*-01.*"))
    list(train(tmp_path / "without", tmp_path / "run", TINY, validation_cases=("02",)))
    assert_same_run(tested[0], tmp_path / "run")
    passports = [load_model(f / runs.MODEL_FILE)[1] for f in (tested[0], tmp_path / "run")]
    assert passports[0].train_sha256 == passports[1].train_sha256
    assert passports[0].scores == passports[1].scores


def test_the_test_is_scored_once_at_the_end(tested: tuple[Path, list[Event]]) -> None:
    folder, events = tested
    started = of(RunStarted, events)[0]
    assert (started.train_cases, started.validation_cases) == (("00",), ("02",))
    assert started.test_cases == ("01",)
    (scores,) = of(FinalScores, events)
    assert isinstance(events[-1], RunEnded)
    assert events.index(scores) == len(events) - 2
    assert (scores.epoch, scores.times) == (events[-1].best_epoch, 1)
    assert list(scores.cases) == ["01"]
    assert scores.cases["01"] == scores.dice
    assert read_final_scores(folder) == scores
    summary = runs.read_run(folder)
    assert (summary.train_cases, summary.test_cases) == (("00",), ("01",))
    assert {scored.case_id for scored in runs.read_slice_scores(folder)} == {"02"}


def test_learning_on_keeps_the_test_and_says_it_was_looked_at(
    cohort: Path, tested: tuple[Path, list[Event]], tmp_path: Path
) -> None:
    folder = shutil.copytree(tested[0], tmp_path / "run")
    events = list(train(cohort, folder, TINY, resume=True, more_epochs=1))
    assert of(RunStarted, events)[0].test_cases == ("01",)
    assert of(FinalScores, events)[0].times == 2
    assert any("scored 2 times" in notice.text for notice in of(Notice, events))


@pytest.mark.hazard("T6")
def test_a_model_that_has_seen_the_test_is_no_beginning(
    cohort: Path, tested: tuple[Path, list[Event]], tmp_path: Path
) -> None:
    """Fine-tuning would examine a network on its own teaching file."""
    model = tested[0] / runs.MODEL_FILE
    for seen in ("00", "02"):
        held = {"validation_cases": ("01",), "test_cases": (seen,)}
        with pytest.raises(InputError, match=f"test case {seen} was learned from or validated on"):
            list(train(cohort, tmp_path / seen, TINY, start_from=model, **held))
    list(train(cohort, tmp_path / "fair", TINY, start_from=model, **CHOSEN))


def test_a_run_without_a_test_has_no_final_scores(cohort: Path, tmp_path: Path) -> None:
    assert read_final_scores(tmp_path) is None
    (tmp_path / FINAL_FILE).write_text(json.dumps({"format": 1}))
    with pytest.raises(InputError, match="is damaged"):
        read_final_scores(tmp_path)


@pytest.mark.hazard("T6")
def test_nobody_leaks_into_the_test() -> None:
    """The rule of validation: patient, pixels, slices; on either of the other sides."""
    twins = [
        [case("a", "p"), case("b", "p"), case("c"), case("d")],
        [case("a", image_sha256="x"), case("b", image_sha256="x"), case("c"), case("d")],
        [case("a", person_marks=("1", "2")), case("b", person_marks=("2",)), case("c"), case("d")],
    ]
    words = ("patient p would be outside it", "holds exactly the pixels", "shares slices")
    for cases, said in zip(twins, words, strict=True):
        for validation in (["c"], ["a", "c"]):
            with pytest.raises(InputError, match=said):
                make_split(cases, TARGET, TINY, validation, ["b"])
        split = make_split(cases, TARGET, TINY, ["c"], ["a", "b"])
        assert (names(split.test), names(split.train)) == (["a", "b"], ["d"])


def test_test_cases_are_left_out_of_the_automatic_choice() -> None:
    for seed in range(20):
        split = make_split(TEN, TARGET, TINY, (), ["03", "05"])
        assert names(split.test) == ["03", "05"]
        assert not {"03", "05"} & {*names(split.train), *names(split.validation)}
        assert len(split.train) + len(split.validation) == 8, seed


def test_what_cannot_be_a_test_is_named() -> None:
    with pytest.raises(InputError, match="test case 99 is not in the data set"):
        make_split(TEN, TARGET, TINY, (), ["99"])
    with pytest.raises(InputError, match="for validation and for the test"):
        make_split(TEN, TARGET, TINY, ["03"], ["03"])
    with pytest.raises(InputError, match="no case to learn from"):
        make_split(TEN, TARGET, TINY, (), [c.case_id for c in TEN])
    healthy = case("h", "h", liver=(), tumour=())
    with pytest.raises(InputError, match="nothing can be scored"):
        make_split([*TEN, healthy], TARGET, TINY, (), ["h"])


def test_cross_validation_keeps_the_test_out_of_every_fold(cohort: Path, tmp_path: Path) -> None:
    from tests.unet_core.test_cross_validation import CONFIG

    events = list(cross_validate(cohort, tmp_path / "cv", CONFIG, 2, test_cases=("01",)))
    plan = json.loads((tmp_path / "cv" / PLAN_FILE).read_text())
    assert plan["test"] == ["01"]
    assert sorted(name for fold in plan["folds"] for name in fold) == ["00", "02"]
    for number, started in enumerate(of(RunStarted, events)):
        assert "01" not in {*started.train_cases, *started.validation_cases}
        assert read_final_scores(fold_folder(tmp_path / "cv", number)) is not None


def test_no_setting_follows_from_the_test_cases(cohort: Path) -> None:
    """A plan measures everybody but them."""
    events = fingerprint(cohort, isolate=False, left_out=("01",))
    seen = []
    with contextlib.suppress(StopIteration):
        while True:
            if isinstance(event := next(events), CaseChecked):
                seen.append(event.report.case_id)
    assert seen == ["00", "02"]


def _returned(events: Generator[Event, None, Samples]) -> Samples:
    while True:
        try:
            next(events)
        except StopIteration as end:
            return end.value


def test_a_rehearsal_learns_from_nobody_of_the_test(cohort: Path, tmp_path: Path) -> None:
    events = take_samples(cohort, TINY, 60.0, ("01",))
    samples = _returned(events)
    assert "01" not in {samples.learned.name, samples.scored.name, *samples.names}
