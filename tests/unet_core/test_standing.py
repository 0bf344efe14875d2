"""Where a run stands survives whatever ends it: it goes on within the round, bit for bit."""

import dataclasses
import itertools
import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import torch

from tests.same_run import assert_same_run
from tests.unet_core.conftest import TINY, of, stop_when
from unet_core import clock, runs
from unet_core.checkpoint import load_model, seal
from unet_core.errors import ChildDied
from unet_core.events import BatchDone, EpochDone, Event, Notice, Progress, RunEnded, RunStarted
from unet_core.isolation import isolated
from unet_core.learner import Learner
from unet_core.rounds import RoundSums
from unet_core.saved_states import load_latest
from unet_core.standing import Standing
from unet_core.train import train

CONFIG = dataclasses.replace(TINY, epochs=2, batches_per_epoch=4, patience=2)


@pytest.fixture(scope="module")
def whole(cohort: Path, runs_root: Path) -> Path:
    """An uninterrupted run."""
    folder = runs_root / "whole_of_standing"
    list(train(cohort, folder, CONFIG))
    return folder


def at(epoch: int, batch: int) -> Callable[[Event], bool]:
    """Whether an event is the end of that batch."""
    return lambda e: isinstance(e, BatchDone) and (e.epoch, e.batch) == (epoch, batch)


def in_a_hurry(*arguments: Any, **options: Any) -> Iterator[Event]:
    """``train`` by a clock that moves 1.5 s whenever it is read, so that it saves within rounds."""
    ticks = itertools.count()
    clock.time = SimpleNamespace(monotonic=lambda: next(ticks) * 1.5)
    yield from train(*arguments, **options)


@pytest.mark.parametrize(("epoch", "batch"), [(1, 1), (1, 4), (2, 3)])
def test_a_closed_run_goes_on_with_the_very_next_batch(
    cohort: Path, run_folder: Path, whole: Path, epoch: int, batch: int
) -> None:
    before = stop_when(train(cohort, run_folder, CONFIG), at(epoch, batch))
    after = list(train(cohort, run_folder, CONFIG, resume=True))
    done = [(e.epoch, e.batch) for e in of(BatchDone, [*before, *after])]
    assert done == list(itertools.product((1, 2), (1, 2, 3, 4)))
    assert of(RunStarted, after)[0].resumed_epoch == epoch - 1
    assert_same_run(run_folder, whole)


def test_closing_while_validating_repeats_no_batch(
    cohort: Path, run_folder: Path, whole: Path
) -> None:
    stop_when(
        train(cohort, run_folder, CONFIG),
        lambda e: isinstance(e, Progress) and e.text.startswith("Validating"),
    )
    state, _ = load_latest(run_folder / "checkpoints")
    assert state is not None
    assert (state.epoch, state.batch) == (0, 4)
    after = list(train(cohort, run_folder, CONFIG, resume=True))
    assert [e.epoch for e in of(BatchDone, after)] == [2, 2, 2, 2]
    assert_same_run(run_folder, whole)


def test_a_run_stopped_again_and_again_is_the_same_run(
    cohort: Path, run_folder: Path, whole: Path
) -> None:
    for place in ((1, 2), (1, 3), (2, 1), (2, 2)):
        resume = (run_folder / runs.RUN_FILE).exists()
        stop_when(train(cohort, run_folder, CONFIG, resume=resume), at(*place))
        assert len(list((run_folder / "checkpoints").iterdir())) <= 3
    list(train(cohort, run_folder, CONFIG, resume=True))
    assert_same_run(run_folder, whole)


def test_a_kill_within_a_round_costs_at_most_what_was_not_saved(
    cohort: Path, run_folder: Path, whole: Path
) -> None:
    """T1, T7: SIGKILL in the second round; every save within it counts."""
    config = dataclasses.replace(CONFIG, save_minutes=0.05)
    events = isolated(in_a_hurry, cohort, run_folder, config)
    with pytest.raises(ChildDied, match="SIGKILL"):  # noqa: PT012
        for event in events:
            if isinstance(event, BatchDone) and (event.epoch, event.batch) == (2, 4):
                assert events.pid is not None
                os.kill(events.pid, signal.SIGKILL)
    state, _ = load_latest(run_folder / "checkpoints")
    assert state is not None
    assert state.epoch == 2 or (state.epoch == 1 and state.batch >= 2)
    list(train(cohort, run_folder, config, resume=True))
    assert_same_run(run_folder, whole)


def test_libraries_that_draw_random_numbers_go_on_where_they_were(
    cohort: Path, run_folder: Path
) -> None:
    """The consumer draws with every batch, as a library inside the run could."""

    def draw(events: Iterator[Event], until: Callable[[Event], bool]) -> list[float]:
        drawn = []
        for event in events:
            if isinstance(event, BatchDone):
                drawn += [torch.rand(()).item(), np.random.random()]  # noqa: NPY002
            if until(event):
                break
        events.close()
        return drawn

    whole = draw(train(cohort, run_folder / "whole", CONFIG), lambda _: False)
    first = draw(train(cohort, run_folder / "cut", CONFIG), at(1, 3))
    torch.manual_seed(99)
    np.random.seed(99)  # noqa: NPY002
    rest = draw(train(cohort, run_folder / "cut", CONFIG, resume=True), lambda _: False)
    assert [*first, *rest] == whole


def test_a_shortage_of_memory_is_remembered(
    cohort: Path, run_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T3: said, on record, and a continued run does not meet it again."""
    original, refused = Learner._gradients, []

    def short(self: Learner, lessons: Any) -> torch.Tensor:
        if self.steps == 1 and not self.micro_batch:
            refused.append(self.steps)
            raise MemoryError
        return original(self, lessons)

    monkeypatch.setattr(Learner, "_gradients", short)
    seen = stop_when(train(cohort, run_folder, CONFIG), at(1, 3))
    (said,) = of(Notice, seen)
    assert "Too little memory for 4 slices" in said.text
    assert runs.read_values(run_folder)["notices"] == [{"epoch": 1, "text": said.text}]
    list(train(cohort, run_folder, CONFIG, resume=True))
    list(train(cohort, run_folder / "whole", CONFIG))
    assert len(refused) == 2  # once in each run
    assert_same_run(run_folder, run_folder / "whole")


def test_a_run_saved_by_version_1_goes_on(cohort: Path, run_folder: Path, whole: Path) -> None:
    """K6: its states hold less; a round's end is all it knew."""
    stop_when(train(cohort, run_folder, CONFIG), lambda e: isinstance(e, EpochDone))
    state, _ = load_latest(run_folder / "checkpoints")
    assert state is not None
    names = ("epoch", "step", "active_s", "best_epoch", "best_score", "best_loss", "journal")
    tensors = {k: v for k, v in state.tensors.items() if not k.startswith(("random", "learner"))}
    content = {name: getattr(state, name) for name in names}
    path = run_folder / "checkpoints" / state.name
    path.write_bytes(seal(tensors, "training state", 1, content))
    list(train(cohort, run_folder, CONFIG, resume=True))
    assert_same_run(run_folder, whole)


def test_a_damaged_journal_is_made_again(cohort: Path, run_folder: Path, whole: Path) -> None:
    """T8: the curve is in the state too."""
    stop_when(train(cohort, run_folder, CONFIG), at(2, 2))
    (run_folder / runs.JOURNAL_FILE).write_bytes(b"\x00" * 100)
    list(train(cohort, run_folder, CONFIG, resume=True))
    assert_same_run(run_folder, whole)


def test_a_damaged_model_file_is_made_again(cohort: Path, run_folder: Path, whole: Path) -> None:
    """K2: from the state of the best round, as long as that is kept."""
    stop_when(train(cohort, run_folder, CONFIG), at(2, 1))
    (run_folder / "model.safetensors").write_bytes(b"damaged")
    events = train(cohort, run_folder, CONFIG, resume=True)
    for event in events:
        if isinstance(event, RunStarted):
            assert load_model(run_folder / "model.safetensors")[1].epoch == 1
    assert_same_run(run_folder, whole)


def test_a_best_epoch_that_is_lost_is_said_and_found_anew(cohort: Path, run_folder: Path) -> None:
    stop_when(train(cohort, run_folder, CONFIG), at(2, 1))
    (run_folder / "model.safetensors").write_bytes(b"damaged")
    (run_folder / "checkpoints" / "epoch-000001.safetensors").unlink()
    events = list(train(cohort, run_folder, CONFIG, resume=True))
    assert "best epoch (1) are damaged" in of(Notice, events)[0].text
    assert of(RunEnded, events)[0].best_epoch == 2
    assert load_model(run_folder / "model.safetensors")[1].epoch == 2


def test_the_state_is_plain_json() -> None:
    sums = RoundSums(batches=3, images=12, loss=1.5, seen=(90, 10), rate=0.1)
    state = Standing(epoch=2, round=sums, rollbacks=1).state(7, 1.0, {})
    partial = json.loads(json.dumps(state.partial))
    assert RoundSums.from_json(partial) == sums
    assert (state.best_score, state.best_loss) == (None, None)
    assert Standing.saved(state, [{}, {}]).round == sums
