"""What is said about a run follows from its events."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.training.state import LiveRun, case_words, duration, moment, offer_words
from tests.app.fake_run import batch, record, started
from unet_core.events import EpochDone, Progress, RunEnded
from unet_core.runs import RunSummary

RUN = Path("run")
SUMMARY = RunSummary(
    folder=RUN,
    state="interrupted",
    preset="standard",
    started="2026-05-03T14:02:11",
    epochs_done=37,
    epochs=60,
    best_epoch=36,
    best_score=0.81,
    model_path=None,
    dataset=None,
)


def _run(*events: object) -> LiveRun:
    run = LiveRun()
    for event in events:
        run.take(event)
    return run


def test_before_the_first_batch_the_preparation_is_shown() -> None:
    run = _run(Progress(2, 6, "Checking 02"))

    assert run.bar() == (2, 6, "Preparing: 2 of 6")
    assert run.status() == "Checking 02"
    assert LiveRun().bar()[1] == 0


def test_the_bar_counts_epochs_and_batches() -> None:
    run = _run(started(RUN), batch(3, 5))

    assert run.bar() == (625, 1000, "Epoch 3 of 4 · batch 5 of 10")
    assert run.status() == "31.2 images/s · 2 min left"


def test_time_left_is_not_guessed() -> None:
    run = _run(started(RUN), batch(1, 1, remaining_s=None))

    assert "estimating" in run.status()


def test_a_resumed_run_starts_where_it_was() -> None:
    assert _run(started(RUN, resumed_epoch=2)).bar() == (500, 1000, "Epoch 3 of 4")


@pytest.mark.parametrize(
    ("reason", "words"),
    [("finished", "all rounds are done"), ("patience", "no more gain"), ("time", "time is up")],
)
def test_the_end_names_reason_and_best_model(reason: str, words: str) -> None:
    run = _run(
        started(RUN),
        EpochDone(record(1, is_best=True, score=0.81)),
        EpochDone(record(2)),
        RunEnded(reason, 1, 0.81, RUN / "model.safetensors"),
    )

    said = run.end_words(was_stopped=False)

    assert words in said
    assert "after epoch 2" in said
    assert "epoch 1, mean Dice 0.81" in said


def test_a_stop_before_any_epoch_says_there_is_no_model() -> None:
    assert "no model" in _run(started(RUN)).end_words(was_stopped=True)


def test_epochs_are_in_order_whatever_order_they_came_in() -> None:
    run = _run(EpochDone(record(3)), EpochDone(record(1)), EpochDone(record(2)))

    assert [r.epoch for r in run.epochs] == [1, 2, 3]


def test_t1_the_offer_says_when_what_and_how_far() -> None:
    """T1."""
    said = offer_words(SUMMARY, datetime(2026, 5, 3, 18))

    assert said == "Training of 14:02 (standard) was interrupted after epoch 37 of 60."
    later = offer_words(replace(SUMMARY, state="stopped"), datetime(2026, 5, 4))
    assert "3 May 2026, 14:02" in later
    assert "was stopped" in later


def test_times_are_said_as_people_say_them() -> None:
    assert duration(-1) == "0 s"
    assert duration(5400) == "1 h 30 min"
    assert moment("nonsense", datetime(2026, 1, 1)) == "an unknown time"


def test_t11_an_empty_region_is_na() -> None:
    """T11."""
    assert case_words(["liver", "tumour"], [0.934, float("nan")]) == "liver 0.93 · tumour n/a"
