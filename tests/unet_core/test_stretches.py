"""Learning on beyond a run's end: recorded, restarted at half the rate, one gapless curve."""

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.same_run import assert_same_run
from tests.unet_core.conftest import TINY, of, stop_when
from unet_core import runs
from unet_core import train as training
from unet_core.errors import InputError
from unet_core.events import BatchDone, EpochDone, Event, RunEnded, RunStarted
from unet_core.stretches import More, Stretch, current_stretch
from unet_core.train import train
from unet_core.validation import Scores

CONFIG = dataclasses.replace(TINY, epochs=2)


@pytest.fixture(scope="module")
def finished(cohort: Path, runs_root: Path) -> Path:
    """A run of two rounds."""
    folder = runs_root / "finished"
    list(train(cohort, folder, CONFIG))
    return folder


@pytest.fixture
def run(finished: Path, run_folder: Path) -> Path:
    """A copy of it to learn on with."""
    shutil.copytree(finished, run_folder)
    return run_folder


def test_more_epochs_are_an_action_of_their_own(cohort: Path, run: Path) -> None:
    before = runs.read_records(run)
    with pytest.raises(InputError, match="is finished already"):
        next(train(cohort, run, CONFIG, resume=True))
    events = list(train(cohort, run, CONFIG, resume=True, more_epochs=3))
    started = of(RunStarted, events)[0]
    assert (started.resumed_epoch, started.epochs) == (2, 5)
    assert [e.record.epoch for e in of(EpochDone, events)] == [3, 4, 5]
    records = runs.read_records(run)
    assert records[:2] == before
    assert [record.epoch for record in records] == [1, 2, 3, 4, 5]
    (extension,) = runs.read_values(run)["extensions"]
    assert (extension["from_epoch"], extension["epochs"]) == (2, 3)
    assert extension["learning_rate"] == CONFIG.learning_rate / 2
    assert extension["from_s"] == pytest.approx(before[-1].elapsed_s, abs=5.0)
    assert records[-1].elapsed_s > before[-1].elapsed_s
    rates = [record.learning_rate for record in records]
    assert rates[1] < rates[2] < 0.5 * CONFIG.learning_rate
    assert rates[4] < rates[3] < rates[2]
    summary = runs.read_run(run)
    assert (summary.state, summary.epochs, summary.epochs_done) == ("finished", 5, 5)


def test_an_extension_that_is_interrupted_goes_on_as_such(
    cohort: Path, run: Path, runs_root: Path
) -> None:
    whole = runs_root / "extended_at_once"
    shutil.copytree(run, whole)
    list(train(cohort, whole, CONFIG, resume=True, more_epochs=2))
    stop_when(
        train(cohort, run, CONFIG, resume=True, more_epochs=2),
        lambda e: isinstance(e, BatchDone) and (e.epoch, e.batch) == (3, 2),
    )
    again = list(train(cohort, run, CONFIG, resume=True))
    assert of(RunStarted, again)[0].epochs == 4
    assert len(runs.read_values(run)["extensions"]) == 1
    assert_same_run(run, whole)


def test_a_run_can_be_extended_again(cohort: Path, run: Path) -> None:
    for _ in range(2):
        list(train(cohort, run, CONFIG, resume=True, more_epochs=1))
    extensions = runs.read_values(run)["extensions"]
    assert [e["from_epoch"] for e in extensions] == [2, 3]
    assert [record.epoch for record in runs.read_records(run)] == [1, 2, 3, 4]


def test_more_minutes_end_on_time(cohort: Path, run: Path, ticking: Callable[[], float]) -> None:
    events = list(train(cohort, run, CONFIG, resume=True, more_minutes=2.5 / 60))
    started, ended = of(RunStarted, events)[0], of(RunEnded, events)[0]
    assert (started.epochs, ended.reason) == (0, "time")
    (extension,) = runs.read_values(run)["extensions"]
    took = runs.read_records(run)[-1].elapsed_s - extension["from_s"]
    assert 0.85 * 2.5 < took < 1.1 * 2.5


def test_patience_counts_from_the_restart(
    cohort: Path, run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that its patience ended can learn on; three rounds without gain end it again."""
    values = runs.read_values(run)
    config = {**values["config"], "patience": 3}
    runs.write_values(run, {**values, "config": config})
    original = training.validate

    def never_better(*arguments: Any) -> Iterator[Event]:
        scores: Scores = yield from original(*arguments)
        return dataclasses.replace(scores, score=-1.0)

    monkeypatch.setattr(training, "validate", never_better)
    ended = of(RunEnded, train(cohort, run, CONFIG, resume=True, more_epochs=9))[0]
    assert (ended.reason, len(runs.read_records(run))) == ("patience", 5)


def test_the_best_so_far_stays_the_best(cohort: Path, run: Path) -> None:
    """Counters go on: an extension replaces the model file only with a better one."""
    before = runs.read_run(run)
    list(train(cohort, run, CONFIG, resume=True, more_epochs=1))
    after = runs.read_run(run)
    assert after.best_score is not None
    assert before.best_score is not None
    assert after.best_score >= before.best_score
    best = [record.epoch for record in runs.read_records(run) if record.is_best][-1]
    assert after.best_epoch == best


def test_what_cannot_be_extended_is_refused(cohort: Path, run: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="name a run to resume"):
        next(train(cohort, tmp_path / "new", CONFIG, more_epochs=2))
    with pytest.raises(InputError, match="in epochs and in minutes"):
        next(train(cohort, run, CONFIG, resume=True, more_epochs=2, more_minutes=1.0))
    for more in ({"more_epochs": -1}, {"more_minutes": -1.0}, {"more_minutes": float("nan")}):
        with pytest.raises(InputError, match="no positive number"):
            next(train(cohort, run, CONFIG, resume=True, **more))
    assert runs.read_run(run).state == "finished"


def test_a_run_without_a_finished_epoch_is_continued_not_extended(
    cohort: Path, run_folder: Path
) -> None:
    stop_when(train(cohort, run_folder, CONFIG), lambda e: isinstance(e, BatchDone))
    with pytest.raises(InputError, match="no finished epoch"):
        list(train(cohort, run_folder, CONFIG, resume=True, more_epochs=2))
    assert "extensions" not in runs.read_values(run_folder)


def test_a_stretch_comes_back_from_the_record() -> None:
    stretch = More(epochs=20).stretch(60, 100.0)
    assert stretch == Stretch(20, 0.0, 60, 100.0, 0.5)
    values = {"extensions": [Stretch(5).to_json(CONFIG), stretch.to_json(CONFIG)]}
    assert current_stretch(values, CONFIG) == stretch
    assert current_stretch({}, CONFIG) == Stretch(2)
    assert stretch.progress(70, 0.5, 0.0) == pytest.approx(10.5 / 20)
