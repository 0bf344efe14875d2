"""What a run is said to take, and what it takes: on clocks of the test's own."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.unet_core.conftest import TINY, of
from unet_core import train as training
from unet_core.batch import Batch
from unet_core.config import ModelConfig
from unet_core.events import BatchDone, EpochDone, Event
from unet_core.forecast import (
    FEWEST_STEPS,
    MOST_STEPS,
    WARM_UP_STEPS,
    Cost,
    DataSize,
    disk_mb,
    forecast,
    made_up_batch,
    measure,
    validation_seconds,
    waiting_seconds,
)
from unet_core.learner import Learner, StepResult
from unet_core.planning.learning import length, rounds_in
from unet_core.train import train

DATA = DataSize(
    train_slices=600,
    validation_slices=100,
    shape_yx=(512, 512),
    voxels=700 * 512 * 512,
    largest_voxels=(240 * 512 * 512, 160 * 512 * 512),
    read_s=40.0,
    middle_slices=120,
)
COST = Cost(step_s=0.5, slice_s=0.02, memory_mb=900.0, base_mb=300.0, parameters=2_000_000)


def test_time_follows_from_steps_and_scoring() -> None:
    config = dataclasses.replace(TINY, minutes=0.0, epochs=10, batches_per_epoch=100)
    found = forecast(config, DATA, COST)
    scoring_s = validation_seconds(DATA, COST)
    assert scoring_s == pytest.approx(100 * (0.02 + 512 * 512 * 2.5e-8))
    assert found.learn_s == pytest.approx(10 * (50 + scoring_s))
    assert found.images == 10 * 100 * config.batch_size
    assert found.prepare_s > 40
    assert forecast(config, DATA, COST, readers=2).prepare_s == pytest.approx(found.prepare_s / 2)
    assert found.predict_s == pytest.approx(120 * 0.02)

    limited = forecast(dataclasses.replace(config, minutes=10.0), DATA, COST)
    assert limited.learn_s == 600
    assert limited.rounds == round(600 / (50 + scoring_s))


def test_memory_is_the_larger_of_reading_and_learning() -> None:
    learning = forecast(TINY, DATA, COST)
    assert learning.memory_mb == pytest.approx(900 + 60 * 2.5 + 60 * 4.0 / 4)
    reading = forecast(TINY, DATA, COST, readers=2)
    assert reading.memory_mb == pytest.approx(900 + 60 * 2.5 + 100 * 4.0 / 4)
    huge = dataclasses.replace(DATA, largest_voxels=(2**30,))
    assert forecast(TINY, huge, COST).memory_mb > 4000


def test_a_cascade_takes_more_disk() -> None:
    config = dataclasses.replace(TINY, image_size=256, detail_size=256)
    two = dataclasses.replace(config, model=dataclasses.replace(config.model, cascade=True))
    more = disk_mb(two, DATA, 1000) - disk_mb(config, DATA, 1000)
    assert more == pytest.approx((DATA.voxels + 700 * 2 * 256**2) / 2**20)


@pytest.mark.parametrize("cascade", [False, True])
def test_a_network_is_tried_out_for_a_while(cascade: bool) -> None:
    """The clock moves a second each time it is read: the fewest steps are done."""
    now = iter(range(10_000))
    config = dataclasses.replace(
        TINY,
        synthetic_lesions=1.0,
        detail_size=32,
        model=ModelConfig(depth=2, base_channels=4, cascade=cascade),
    )
    (cost,) = measure(config, (40, 40), lambda: float(next(now)))
    assert cost.step_s == 1.0
    assert cost.slice_s == 1 / 8
    assert cost.parameters > 1000
    assert cost.device in ("cpu", "cuda")
    assert cost.memory_mb >= cost.base_mb > 50
    assert next(now) < 4 * (WARM_UP_STEPS + FEWEST_STEPS + MOST_STEPS)


def test_a_measurement_beside_busy_programs_says_so() -> None:
    assert not COST.is_disturbed
    assert dataclasses.replace(COST, waited=0.5).is_disturbed
    assert not dataclasses.replace(COST, waited=0.5, device="cuda").is_disturbed
    assert forecast(TINY, DATA, dataclasses.replace(COST, waited=0.5)).is_disturbed
    assert all(seconds >= 0 for seconds in waiting_seconds().values())


def test_made_up_slices_hold_what_costs_time() -> None:
    config = dataclasses.replace(TINY, synthetic_lesions=0.5)
    batch = made_up_batch(config)
    assert batch.pictures.shape == (4, 3, 32, 32)
    assert batch.labels.unique().tolist() == [0, 1, 2]
    assert batch.lesions is not None
    assert batch.detail_pictures is None
    assert made_up_batch(dataclasses.replace(TINY, synthetic_lesions=0.0)).lesions is None


STEP_S, SCORING_S = 0.5, 3.0


@pytest.fixture
def simulated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time passes only where a batch is learned from and where a round is scored."""
    now = [0.0]
    monkeypatch.setattr("unet_core.clock.time", SimpleNamespace(monotonic=lambda: now[0]))
    learn, validate = Learner.learn, training.validate

    def slow_learn(self: Learner, batch: Batch, *arguments: Any) -> StepResult:
        now[0] += STEP_S
        return learn(self, batch, *arguments)

    def slow_validate(*arguments: Any) -> Iterator[Event]:
        now[0] += SCORING_S
        return (yield from validate(*arguments))

    monkeypatch.setattr(Learner, "learn", slow_learn)
    monkeypatch.setattr(training, "validate", slow_validate)


@pytest.mark.usefixtures("simulated")
def test_a_run_does_as_many_steps_and_rounds_as_was_said(cohort: Path, run_folder: Path) -> None:
    minutes = 1.0
    data = dataclasses.replace(DATA, train_slices=12, validation_slices=6, shape_yx=(40, 40))
    cost = dataclasses.replace(COST, step_s=STEP_S, slice_s=SCORING_S / 6 - 1600 * 2.5e-8)
    assert validation_seconds(data, cost) == pytest.approx(SCORING_S)
    planned = length(minutes, data.train_slices, TINY.batch_size, STEP_S, SCORING_S)
    config = dataclasses.replace(TINY, **planned.changes)
    said = forecast(config, data, cost)

    events = list(train(cohort, run_folder, config))

    steps, rounds = len(of(BatchDone, events)), len(of(EpochDone, events))
    assert said.images == pytest.approx(steps * TINY.batch_size, rel=0.1)
    assert rounds_in(minutes, SCORING_S) == 8
    assert rounds in (8, 9)
    assert abs(said.rounds - rounds) <= 1
    took = of(EpochDone, events)[-1].record.elapsed_s
    assert took == pytest.approx(60 * minutes, rel=0.1)
