"""A loss that is not a number costs some batches, never the run, and never reaches the disk."""

import dataclasses
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from tests.same_run import weights
from tests.unet_core.conftest import TINY, of, stop_when
from unet_core import lesson_loss, runs
from unet_core import train as training
from unet_core.checkpoint import are_finite, load_model
from unet_core.errors import InputError
from unet_core.events import BatchDone, EpochDone, Event, Notice, RunEnded
from unet_core.saved_states import load_latest
from unet_core.train import train
from unet_core.validation import Scores

Breaking = Callable[[Callable[[int], bool]], None]


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> Breaking:
    """Makes the loss NaN in the batches of a run that are chosen by number, from 0."""
    parts = lesson_loss.PARTS["dice_ce"]

    def broken_at(chosen: Callable[[int], bool]) -> None:
        numbers = itertools.count()

        def loss(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
            broken = logits.requires_grad and chosen(next(numbers))
            return parts["dice"](logits, labels) * (float("nan") if broken else 1.0)

        monkeypatch.setattr(lesson_loss, "PARTS", {"dice_ce": {**parts, "dice": loss}})

    return broken_at


def test_the_run_goes_back_with_half_the_rate_and_says_so(
    cohort: Path, run_folder: Path, breaking: Breaking
) -> None:
    """T2: the second batch of the second round; three rounds of three are finished all the same."""
    breaking(lambda number: number == 4)
    events = list(train(cohort, run_folder, TINY))
    (said,) = of(Notice, events)
    assert said.text.startswith("The loss of epoch 2 was not a number on case 0")
    assert "slice" in said.text
    assert "went back to epoch 1 and goes on with half the learning rate (0.005)" in said.text
    assert runs.read_values(run_folder)["notices"] == [{"epoch": 2, "text": said.text}]
    done = [(e.epoch, e.batch) for e in of(BatchDone, events)]
    expected = [(epoch, batch) for epoch in (1, 2, 3) for batch in (1, 2, 3)]
    assert done == [*expected[:4], *expected[3:]]
    assert of(RunEnded, events)[0].reason == "finished"
    assert [record.epoch for record in runs.read_records(run_folder)] == [1, 2, 3]
    state, _ = load_latest(run_folder / "checkpoints")
    assert state is not None
    assert (state.rate_factor, state.rollbacks) == (0.5, 1)
    assert are_finite(weights(run_folder))


def test_half_the_rate_is_kept_when_the_run_is_continued(
    cohort: Path, run_folder: Path, breaking: Breaking
) -> None:
    breaking(lambda number: number == 4)
    seen = stop_when(train(cohort, run_folder, TINY), lambda e: isinstance(e, Notice))
    assert len(of(EpochDone, seen)) == 1
    list(train(cohort, run_folder, TINY, resume=True))
    list(train(cohort, run_folder / "sound", TINY))
    rates = [record.learning_rate for record in runs.read_records(run_folder)]
    sound = [record.learning_rate for record in runs.read_records(run_folder / "sound")]
    assert rates == pytest.approx([sound[0], sound[1] / 2, sound[2] / 2])


def test_before_the_first_save_it_begins_anew(
    cohort: Path, run_folder: Path, breaking: Breaking
) -> None:
    breaking(lambda number: number == 1)
    events = list(train(cohort, run_folder, TINY))
    assert "went back to the start" in of(Notice, events)[0].text
    done = [(e.epoch, e.batch) for e in of(BatchDone, events)]
    assert done[:3] == [(1, 1), (1, 1), (1, 2)]
    assert len(runs.read_records(run_folder)) == 3


def test_after_three_times_it_ends_naming_the_slices(
    cohort: Path, run_folder: Path, breaking: Breaking
) -> None:
    breaking(lambda number: number >= 4)
    events = train(cohort, run_folder, TINY)
    seen: list[Event] = []
    with pytest.raises(InputError) as error:
        seen.extend(events)
    assert error.value.subject == "epoch 2"
    assert "not a number on case 0" in error.value.fault
    assert "after going back 3 times and at 0.125 of the learning rate" in error.value.fault
    assert "learning_rate below 0.00125" in error.value.remedy
    summary = runs.read_run(run_folder)
    assert (summary.state, summary.epochs_done, summary.can_resume) == ("failed", 1, True)
    assert summary.sentence == str(error.value)
    assert are_finite(load_model(run_folder / "model.safetensors")[0].state_dict())
    assert are_finite(weights(run_folder))


def test_a_validation_that_is_no_number_is_never_the_best(
    cohort: Path, run_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """K7: the round is learned again."""
    original, calls = training.validate, itertools.count(1)

    def marked(*arguments: Any) -> Iterator[Event]:
        scores: Scores = yield from original(*arguments)
        if next(calls) == 2:
            return dataclasses.replace(scores, loss=float("nan"), score=1.0)
        return scores

    monkeypatch.setattr(training, "validate", marked)
    events = list(train(cohort, run_folder, TINY))
    assert "loss of epoch 2 was not a number. The run went back" in of(Notice, events)[0].text
    assert of(RunEnded, events)[0].best_score < 1.0
    assert [record.epoch for record in runs.read_records(run_folder)] == [1, 2, 3]


def test_weights_that_break_unnoticed_are_not_saved(cohort: Path, run_folder: Path) -> None:
    """The loss was still a number when the weights no longer were."""
    events = train(cohort, run_folder, TINY)
    for event in events:
        if isinstance(event, BatchDone) and (event.epoch, event.batch) == (2, 3):
            frame = events.gi_frame.f_locals["run"]
            with torch.no_grad():
                next(frame.learner.model.parameters()).fill_(float("nan"))
            break
    events.close()
    state, _ = load_latest(run_folder / "checkpoints")
    assert state is not None
    assert (state.epoch, state.batch) == (1, 0)
    assert are_finite(state.tensors)
