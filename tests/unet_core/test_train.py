import dataclasses
import itertools
import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.same_run import assert_same_run
from tests.unet_core.conftest import TINY, of, stop_when, write_case
from unet_core import checkpoint, runs
from unet_core import train as training
from unet_core.checkpoint import load_model
from unet_core.clock import Clock, timed
from unet_core.config import PRESETS, PredictConfig
from unet_core.errors import ChildDied, InputError
from unet_core.events import (
    BatchDone,
    Diagnosed,
    EpochDone,
    Event,
    Notice,
    Predicted,
    Progress,
    RunEnded,
    RunStarted,
    SlicesScored,
)
from unet_core.io import atomic, load_label_map, load_volume
from unet_core.isolation import isolated
from unet_core.learner import Learner
from unet_core.metrics import dice, dice_per_slice
from unet_core.predict import predict
from unet_core.rounds import Best
from unet_core.sampling import Part
from unet_core.saved_states import load_latest
from unet_core.train import train
from unet_core.validation import Scores


@pytest.fixture(scope="module")
def whole(cohort: Path, runs_root: Path) -> tuple[Path, list[Event]]:
    """An uninterrupted run of three rounds."""
    folder = runs_root / "whole"
    return folder, list(train(cohort, folder, TINY))


# --- what a run says and leaves ------------------------------------------------------------


def test_the_events_come_in_order(whole: tuple[Path, list[Event]]) -> None:
    events = whole[1]
    started = of(RunStarted, events)[0]
    assert (started.resumed_epoch, started.epochs, started.batches) == (0, 3, 3)
    assert len(started.train_cases) == 2
    assert len(started.validation_cases) == 1
    assert {*started.train_cases, *started.validation_cases} == {"00", "01", "02"}
    after = events[events.index(started) + 1 : -1]
    kinds = [type(e).__name__ for e in after if not isinstance(e, (Progress, Diagnosed))]
    assert kinds == [*["BatchDone"] * 3, "EpochDone", "SlicesScored"] * 3
    assert isinstance(events[-1], RunEnded)
    assert events[-1].reason == "finished"
    elapsed = [e.elapsed_s for e in of(BatchDone, events)]
    assert elapsed == sorted(elapsed)
    assert of(BatchDone, events)[0].remaining_s is None
    assert of(BatchDone, events)[-1].remaining_s < of(BatchDone, events)[1].remaining_s


def test_the_folder_tells_the_run_without_the_program(whole: tuple[Path, list[Event]]) -> None:
    folder, events = whole
    summary = runs.read_run(folder)
    assert (summary.state, summary.epochs_done, summary.epochs) == ("finished", 3, 3)
    assert runs.read_records(folder) == [e.record for e in of(EpochDone, events)]
    assert summary.best_score == max(r.score for r in runs.read_records(folder))
    assert len(list((folder / "checkpoints").iterdir())) == 3
    values = runs.read_values(folder)
    assert set(values["cases"]) == {"00", "01", "02"}
    assert values["versions"]["torch"] == torch.__version__
    assert {p.name for p in folder.iterdir()} == {
        *("run.json", "events.jsonl", "checkpoints", "model.safetensors", "lock"),
        *("findings.json", "pinned"),
    }


def test_a_record_tells_what_was_seen_and_how_it_went(whole: tuple[Path, list[Event]]) -> None:
    for record in runs.read_records(whole[0]):
        assert set(record.seen_pixels) == {"liver", "tumour"}
        assert record.seen_pixels["liver"] > record.seen_pixels["tumour"] > 0
        assert sum(record.seen_pixels.values()) < TINY.batch_size * 3 * 32 * 32
        assert set(record.predicted_voxels) == {"liver", "tumour"}
        assert set(record.lesion_recall) == {"tumour"}
        assert 0 <= record.waiting_share <= 1
        assert sys.platform == "win32" or record.peak_memory_mb > 50


def test_slice_scores_are_those_of_the_prediction_they_come_with(
    whole: tuple[Path, list[Event]],
) -> None:
    """One number means one thing: the same definitions as everywhere else."""
    for event in of(SlicesScored, whole[1]):
        reference = load_label_map(event.mask_paths[0]).voxels
        assert event.prediction.shape == reference.shape
        for column, region in enumerate(event.regions):
            expected = dice_per_slice(reference, event.prediction, region)
            np.testing.assert_allclose(event.dice[:, column], expected)
            pooled = dice(region.mask(reference), region.mask(event.prediction))
            np.testing.assert_allclose(event.case_dice[column], pooled)
    recorded = runs.read_slice_scores(whole[0], 3)[0]
    np.testing.assert_array_equal(recorded.dice, of(SlicesScored, whole[1])[-1].dice)


def test_the_model_file_predicts_what_its_round_showed(whole: tuple[Path, list[Event]]) -> None:
    events = whole[1]
    ended = of(RunEnded, events)[0]
    scored = of(SlicesScored, events)[ended.best_epoch - 1]
    _, passport = load_model(ended.model_path)
    assert passport.epoch == ended.best_epoch
    assert len(passport.train_sha256) == 2
    assert passport.spacing_xyz_mm == (1.0, 1.0, 3.0)
    assert passport.ranges is not None
    assert passport.ranges.cases == 2
    assert passport.ranges.spacing_xyz_mm == ((1.0, 1.0), (1.0, 1.0), (3.0, 3.0))
    assert "liver" in passport.ranges.labels
    assert {name: found.value for name, found in passport.estimates.items()} == passport.scores
    assert {found.persons for found in passport.estimates.values()} == {1}
    config = PredictConfig(largest_liver=False, tumour_inside_liver=False)
    volume = load_volume(scored.image_paths[0])
    predicted = of(Predicted, list(predict(ended.model_path, volume, config)))[0]
    np.testing.assert_array_equal(predicted.label_map.voxels, scored.prediction)


def test_no_mode_of_torch_leaks_out_of_the_generator(cohort: Path, run_folder: Path) -> None:
    config = dataclasses.replace(TINY, epochs=1)
    for _ in train(cohort, run_folder, config):
        assert torch.is_grad_enabled()
        assert not torch.is_inference_mode_enabled()


def test_the_same_seed_gives_the_same_run(
    cohort: Path, run_folder: Path, whole: tuple[Path, list[Event]]
) -> None:
    list(train(cohort, run_folder, TINY))
    assert_same_run(run_folder, whole[0])


def test_discs_are_learned(cohort: Path, run_folder: Path) -> None:
    config = dataclasses.replace(TINY, epochs=6, batches_per_epoch=20)
    ended = of(RunEnded, list(train(cohort, run_folder, config)))[0]
    best = max(runs.read_records(run_folder), key=lambda r: r.score)
    assert ended.best_score == best.score
    assert best.dice["liver"] is not None
    assert best.dice["liver"] > 0.85


# --- interruption --------------------------------------------------------------------------


def test_a_killed_run_goes_on_as_if_nothing_had_happened(
    cohort: Path, run_folder: Path, whole: tuple[Path, list[Event]]
) -> None:
    """T1, T7, T8: kill -9 in the second round; curve and weights equal the uninterrupted run's."""
    events = isolated(train, cohort, run_folder, TINY)
    with pytest.raises(ChildDied, match="SIGKILL"):  # noqa: PT012
        for event in events:
            if isinstance(event, BatchDone) and (event.epoch, event.batch) == (2, 2):
                assert events.pid is not None
                os.kill(events.pid, signal.SIGKILL)
    assert runs.read_run(run_folder).state == "interrupted"
    again = list(train(cohort, run_folder, PRESETS["quick"], resume=True))
    assert of(RunStarted, again)[0].resumed_epoch in (1, 2)
    assert_same_run(run_folder, whole[0])
    assert runs.read_run(run_folder).state == "finished"


@pytest.mark.parametrize("name", ["save_model", "append_entry"])
def test_killed_between_two_files_of_a_round(
    cohort: Path,
    run_folder: Path,
    whole: tuple[Path, list[Event]],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    """T8: the state is the truth; model and journal are made again from it."""

    def never(*_: object) -> None:
        raise KeyboardInterrupt

    module = checkpoint if name == "save_model" else runs
    with pytest.raises(KeyboardInterrupt):  # noqa: PT012
        for event in train(cohort, run_folder, TINY):
            if isinstance(event, RunStarted):
                monkeypatch.setattr(module, name, never)
    monkeypatch.undo()
    list(train(cohort, run_folder, TINY, resume=True))
    assert_same_run(run_folder, whole[0])


def test_a_stopped_run_keeps_its_best_and_can_go_on(
    cohort: Path, run_folder: Path, whole: tuple[Path, list[Event]]
) -> None:
    """T10: closing takes effect at the next event, in the middle of a round."""
    stop_when(train(cohort, run_folder, TINY), lambda e: isinstance(e, BatchDone) and e.epoch == 2)
    summary = runs.read_run(run_folder)
    assert (summary.state, summary.epochs_done, summary.can_resume) == ("stopped", 1, True)
    assert (run_folder / "checkpoints" / "epoch-000002-batch-000001.safetensors").is_file()
    assert load_model(run_folder / "model.safetensors")[1].epoch == 1
    assert not (run_folder / "scratch").exists()
    resumed = list(train(cohort, run_folder, TINY, resume=True))
    assert of(RunStarted, resumed)[0].resumed_epoch == 1
    assert_same_run(run_folder, whole[0])


def test_closing_a_run_that_is_through_leaves_it_finished(cohort: Path, run_folder: Path) -> None:
    config = dataclasses.replace(TINY, epochs=1)
    stop_when(train(cohort, run_folder, config), lambda e: isinstance(e, RunEnded))
    assert runs.read_run(run_folder).state == "finished"


def test_stopping_is_possible_while_validating(cohort: Path, run_folder: Path) -> None:
    stop_when(
        train(cohort, run_folder, TINY),
        lambda e: isinstance(e, Progress) and e.text.startswith("Validating"),
    )
    assert runs.read_run(run_folder).state == "stopped"
    assert runs.read_records(run_folder) == []


def test_damaged_states_are_passed_over_and_said(
    cohort: Path, run_folder: Path, whole: tuple[Path, list[Event]]
) -> None:
    """K2, T8: the one within the third round and the one before it."""
    stop_when(train(cohort, run_folder, TINY), lambda e: isinstance(e, BatchDone) and e.epoch == 3)
    states = sorted((run_folder / "checkpoints").iterdir())
    assert [path.name for path in states] == [
        "epoch-000001.safetensors",
        "epoch-000002.safetensors",
        "epoch-000003-batch-000001.safetensors",
    ]
    for path in states[1:]:
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 4
        path.write_bytes(data)
    resumed = list(train(cohort, run_folder, TINY, resume=True))
    assert "epoch-000003-batch-000001" in of(Notice, resumed)[0].text
    assert "epoch-000002" in of(Notice, resumed)[1].text
    assert of(RunStarted, resumed)[0].resumed_epoch == 1
    assert_same_run(run_folder, whole[0])


def test_a_full_disk_ends_the_run_with_a_sentence_and_loses_no_round(
    cohort: Path,
    run_folder: Path,
    whole: tuple[Path, list[Event]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """K10, D1."""
    original = atomic.write_bytes

    def full(path: Path, data: bytes, **options: bool) -> None:
        if path.name == "epoch-000002.safetensors":
            raise InputError(path.name, "was not saved: the disk is full", "make space")
        original(path, data, **options)

    monkeypatch.setattr(atomic, "write_bytes", full)
    with pytest.raises(InputError, match="disk is full"):
        list(train(cohort, run_folder, TINY))
    monkeypatch.undo()
    summary = runs.read_run(run_folder)
    assert (summary.state, summary.epochs_done) == ("failed", 1)
    assert "disk is full" in summary.sentence
    list(train(cohort, run_folder, TINY, resume=True))
    assert_same_run(run_folder, whole[0])


def test_other_voxels_than_before_are_refused_on_resuming(tmp_path: Path) -> None:
    """T5, T7."""
    for number in range(2):
        write_case(tmp_path / "data", f"{number:02d}", number)
    stop_when(train(tmp_path / "data", tmp_path / "run", TINY), lambda e: isinstance(e, EpochDone))
    write_case(tmp_path / "data", "01", 9)
    with pytest.raises(InputError, match="case 01 is not what it was when this run began"):
        list(train(tmp_path / "data", tmp_path / "run", TINY, resume=True))


def test_data_changed_during_the_run_are_said(tmp_path: Path) -> None:
    """T5: the run goes on with what it cached and flags the change."""
    for number in range(2):
        write_case(tmp_path / "data", f"{number:02d}", number)
    events = []
    for event in train(tmp_path / "data", tmp_path / "run", TINY):
        events.append(event)
        if isinstance(event, RunStarted):
            write_case(tmp_path / "data", "01", 9)
    assert "01 changed on disk" in of(Notice, events)[-1].text


def test_two_runs_cannot_share_a_folder(cohort: Path, run_folder: Path) -> None:
    """T13."""
    events = train(cohort, run_folder, TINY)
    next(events)
    with pytest.raises(InputError, match="in use by another Slicewise"):
        next(train(cohort, run_folder, TINY, resume=True))
    events.close()
    with pytest.raises(InputError, match="holds a run already"):
        next(train(cohort, run_folder, TINY))


# --- when it ends --------------------------------------------------------------------------


def test_patience_ends_the_run_with_the_best_weights(
    cohort: Path, run_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = iter([(0.5, 1.0), (0.6, 1.0), (0.4, 0.5), (0.6, 1.0), (0.6, 2.0)])
    original = training.validate

    def marked(*arguments: Any) -> Iterator[Event]:
        scores: Scores = yield from original(*arguments)
        score, loss = next(marks)
        return dataclasses.replace(scores, score=score, loss=loss)

    monkeypatch.setattr(training, "validate", marked)
    config = dataclasses.replace(TINY, epochs=10, patience=3)
    ended = of(RunEnded, list(train(cohort, run_folder, config)))[0]
    assert (ended.reason, ended.best_epoch, ended.best_score) == ("patience", 2, 0.6)
    assert len(runs.read_records(run_folder)) == 5
    assert load_model(ended.model_path)[1].epoch == 2


def test_equal_scores_are_told_apart_by_the_loss() -> None:
    """A tumour that is not found yet has Dice 0 for many rounds: falling loss is a gain."""
    best = Best(1, 0.0, 0.5)
    assert best.is_beaten_by(0.0, 0.4)
    assert not best.is_beaten_by(0.0, 0.5)
    assert best.is_beaten_by(0.1, 9.0)
    assert not best.is_beaten_by(float("nan"), 0.1)


def test_minutes_are_kept_with_validation_and_saving(
    cohort: Path, run_folder: Path, ticking: Callable[[], float]
) -> None:
    config = dataclasses.replace(TINY, epochs=10_000, batches_per_epoch=8, minutes=2.5 / 60)
    for event in train(cohort, run_folder, config):
        if isinstance(event, BatchDone):
            last = event
    took = runs.read_records(run_folder)[-1].elapsed_s
    assert isinstance(event, RunEnded)
    assert event.reason == "time"
    assert 0.85 * 2.5 < took < 1.1 * 2.5
    assert last.remaining_s is not None
    assert last.remaining_s < 1.0
    rates = [r.learning_rate for r in runs.read_records(run_folder)]
    assert rates[-1] < 0.02 * config.learning_rate  # the schedule fell to its end in time


def test_a_first_round_longer_than_the_time_limit_is_cut_short(
    cohort: Path, run_folder: Path, ticking: Callable[[], float]
) -> None:
    """How long scoring and saving take must be guessed: nothing was scored yet."""
    config = dataclasses.replace(TINY, batches_per_epoch=100_000, minutes=2.5 / 60)
    events = list(train(cohort, run_folder, config))
    (record,) = runs.read_records(run_folder)
    (ended,) = of(RunEnded, events)
    assert ended.reason == "time"
    assert ended.model_path.is_file()
    assert 0.85 * 2.5 < record.elapsed_s < 1.1 * 2.5
    assert of(BatchDone, events)[-1].batch < 100_000


def test_pauses_do_not_count() -> None:
    """T14: only the run's own seconds, by the monotonic clock."""
    clock = Clock()

    def working() -> Iterator[int]:
        for number in range(3):
            time.sleep(0.02)
            yield number

    for _ in timed(working(), clock):
        time.sleep(0.1)
    assert 0.06 <= clock.seconds < 0.2
    clock.set(10.0)
    assert clock.seconds == pytest.approx(10.0, abs=0.1)


# --- what goes wrong -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (RuntimeError("CUDA error: unspecified launch failure"), "the graphics card was lost"),
        (MemoryError(), "this computer ran out of memory"),
        (OSError(5, "Input/output error"), "the disk said: Input/output error"),
    ],
)
@pytest.mark.parametrize("place", ["learn", "read_batch", "validate"])
def test_what_gives_out_from_outside_ends_the_run_with_a_sentence(
    cohort: Path,
    run_folder: Path,
    whole: tuple[Path, list[Event]],
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    sentence: str,
    place: str,
) -> None:
    """T3: wherever it strikes, no whole batch is lost, and the run goes on as if nothing had."""
    owner = Learner if place == "learn" else training
    original, calls = getattr(owner, place), itertools.count()
    last = {"learn": 4, "read_batch": 4, "validate": 1}[place]

    def failing(*arguments: Any) -> Any:
        if next(calls) == last:
            raise error
        return original(*arguments)

    monkeypatch.setattr(owner, place, failing)
    with pytest.raises(InputError, match=sentence):
        list(train(cohort, run_folder, TINY))
    monkeypatch.undo()
    summary = runs.read_run(run_folder)
    assert (summary.state, summary.epochs_done, summary.can_resume) == ("failed", 1, True)
    assert summary.sentence.startswith(sentence)
    state, _ = load_latest(run_folder / "checkpoints")
    assert state is not None
    assert (state.epoch, state.batch) == {
        "learn": (1, 0),  # the step under way may have moved some weights
        "read_batch": (1, 1),
        "validate": (1, 3),
    }[place]
    list(train(cohort, run_folder, TINY, resume=True))
    assert_same_run(run_folder, whole[0])


def test_an_unforeseen_error_is_recorded_without_its_text(
    cohort: Path, run_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P1: a text may hold a path."""

    def broken(*_: object) -> None:
        raise RuntimeError("/home/somebody/secret")

    monkeypatch.setattr(training, "make_split", broken)
    with pytest.raises(RuntimeError):
        list(train(cohort, run_folder, TINY))
    summary = runs.read_run(run_folder)
    assert summary.state == "failed"
    assert "RuntimeError" in summary.sentence
    assert "secret" not in summary.sentence


def test_a_run_of_a_newer_version_is_refused_untouched(
    cohort: Path, run_folder: Path, whole: tuple[Path, list[Event]]
) -> None:
    """K6: its run.json, or one of its states."""
    shutil.copytree(whole[0], run_folder)
    values = runs.read_values(run_folder)
    written = json.dumps({**values, "state": "stopped", "format": runs.FORMAT + 1})
    (run_folder / runs.RUN_FILE).write_text(written)
    with pytest.raises(InputError, match="made by a newer Slicewise"):
        next(train(cohort, run_folder, TINY, resume=True))
    assert (run_folder / runs.RUN_FILE).read_text() == written


def test_one_case_cannot_be_split(tmp_path: Path) -> None:
    write_case(tmp_path / "data", "00", 0)
    with pytest.raises(InputError, match="only one patient"):
        list(train(tmp_path / "data", tmp_path / "run", TINY))


def test_the_same_scan_under_two_names_is_refused(tmp_path: Path) -> None:
    """T6: a renamed copy in validation."""
    for number in range(2):
        write_case(tmp_path / "data", f"{number:02d}", number)
    for kind in ("volume", "segmentation"):
        shutil.copy(tmp_path / f"data/{kind}-00.nii.gz", tmp_path / f"data/{kind}-02.nii.gz")
    with pytest.raises(InputError, match="exactly the pixels of case 0"):
        list(train(tmp_path / "data", tmp_path / "run", TINY, validation_cases=("02",)))


# --- other ways to learn -------------------------------------------------------------------


def test_one_label_alone_is_predicted_with_its_own_value(cohort: Path, run_folder: Path) -> None:
    config = dataclasses.replace(
        TINY, target="tumour", ema=0.0, loss="bce", epochs=1, batches_per_epoch=30
    )
    events = list(train(cohort, run_folder, config, validation_cases=("01",)))
    scored = of(SlicesScored, events)[0]
    assert scored.case_id == "01"
    assert [region.name for region in scored.regions] == ["tumour"]
    assert set(np.unique(scored.prediction)) <= {0, 2}
    model, passport = load_model(run_folder / "model.safetensors")
    assert model.config.out_channels == 1
    assert list(passport.labels) == [2]


def test_a_slice_split_scores_only_what_was_held_out(cohort: Path, run_folder: Path) -> None:
    config = dataclasses.replace(TINY, split="slice", epochs=1, batches_per_epoch=10)
    events = list(train(cohort, run_folder, config))
    started = of(RunStarted, events)[0]
    assert "too good" in started.notices[0]
    held = runs.read_values(run_folder)["split"]["validation_slices"]
    for scored in of(SlicesScored, events):
        others = [z for z in range(6) if z not in held[scored.case_id]]
        assert np.isnan(scored.dice[others]).all()
        assert not scored.prediction[others].any()


def test_the_tutorials_settings_train(cohort: Path, run_folder: Path) -> None:
    """Its shape and schedule on small pictures: the head starts without bias."""
    config = dataclasses.replace(PRESETS["article"], image_size=32, epochs=1, batch_size=4)
    events = list(train(cohort, run_folder, config))
    assert of(RunStarted, events)[0].parameters == 7_697_345
    assert of(RunStarted, events)[0].batches == 3
    state, _ = load_latest(run_folder / "checkpoints")
    assert state is not None
    assert not any(name.startswith("averaged/") for name in state.tensors)


def test_parts_of_a_case_know_whether_they_are_all_of_it(whole: tuple[Path, list[Event]]) -> None:
    case = dataclasses.make_dataclass("Case", ["count"])(3)
    assert Part.whole(case).is_whole
    assert not Part(case, (0, 2)).is_whole
