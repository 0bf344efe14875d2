"""The rehearsal: what it proves, what it says when something is wrong, and that it tidies up."""

import dataclasses
import functools
import io
import json
import math
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.unet_core.conftest import write_case
from unet_core import cli
from unet_core.config import PRESETS, TrainConfig
from unet_core.errors import InputError
from unet_core.events import Check, Event, Progress, Rehearsed
from unet_core.io import load_now, load_volume, save_now
from unet_core.rehearsal import rehearse
from unet_core.rehearsal_checks import (
    Measured,
    forecast,
    labels_survive,
    loss_falls,
    mask_fits,
    model_agrees,
    shrinking_keeps,
    state_is_kept,
)
from unet_core.rehearsal_data import SLICES, take_samples
from unet_core.volume import Geometry, LabelMap, Volume

ROUNDS = 4
CONFIG = PRESETS["standard"]


def _ended(events: Sequence[Event]) -> Rehearsed:
    last = events[-1]
    assert isinstance(last, Rehearsed)
    return last


def _rehearsed(dataset: Path, folder: Path, config: TrainConfig, rounds: int = ROUNDS) -> Rehearsed:
    return _ended(list(rehearse(dataset, folder, config, rounds=rounds)))


def _failed(rehearsed: Rehearsed) -> Check:
    assert not rehearsed.is_ready
    assert rehearsed.forecast is None
    assert [check.passed for check in rehearsed.checks[:-1]] == [True] * (len(rehearsed.checks) - 1)
    return rehearsed.checks[-1]


# --- the whole ------------------------------------------------------------------------------


def test_a_sound_run_is_ready_and_leaves_nothing(
    cohort: Path, tiny: TrainConfig, tmp_path: Path
) -> None:
    events = list(rehearse(cohort, tmp_path, tiny, rounds=ROUNDS))
    done = _ended(events)

    assert done.is_ready
    names = ["reading", "labels", "loss", "size", "checkpoint", "model"]
    assert [check.name for check in done.checks] == names
    assert "6 slices of 00 are learned from, 6 of 01 scored" in done.checks[0].sentence
    assert "40 batches: it learns" in done.checks[2].sentence
    assert "(40 × 40 × 6)" in done.checks[3].sentence
    assert done.forecast is not None
    assert done.forecast.rounds == tiny.epochs
    assert 0 < done.forecast.round_s < done.forecast.run_s
    assert done.forecast.disk_mb > 0
    assert all(isinstance(event, Progress) for event in events[:-1])
    shares = [e.done / e.total for e in events[:-1] if isinstance(e, Progress)]
    assert all(0 <= share < 1 for share in shares)
    assert list(tmp_path.iterdir()) == []


def test_masks_of_noise_are_not_learned(tmp_path: Path, tiny: TrainConfig) -> None:
    geometry = Geometry((40, 40, 6), (1.0, 1.0, 3.0))
    for name in ("00", "01"):
        rng = np.random.default_rng(int(name))
        voxels = rng.normal(80, 30, (6, 40, 40)).astype(np.int16)
        labels = rng.integers(0, 3, voxels.shape, dtype=np.uint8)
        save_now(Volume(voxels, geometry, name), tmp_path / f"volume-{name}.nii")
        save_now(LabelMap(labels, geometry, name), tmp_path / f"segmentation-{name}.nii")

    failed = _failed(_rehearsed(tmp_path, tmp_path / "runs", tiny))

    assert failed.name == "loss"
    assert "hardly fell" in failed.sentence
    assert "masks lie on their scans" in failed.remedy


@pytest.mark.parametrize(
    ("rate", "sentence", "remedy"),
    [(1.0, "thrown about", "below 1, such as 0.1"), (1e-7, "hardly fell", "try learning_rate")],
)
def test_an_absurd_learning_rate_is_named(
    cohort: Path, tiny: TrainConfig, tmp_path: Path, rate: float, sentence: str, remedy: str
) -> None:
    config = dataclasses.replace(
        tiny, learning_rate=rate, schedule="constant", ema=0.0, synthetic_lesions=0.6
    )

    failed = _failed(_rehearsed(cohort, tmp_path, config, rounds=2))

    assert failed.name == "loss"
    assert sentence in failed.sentence
    assert remedy in failed.remedy


def test_a_label_too_small_for_the_image_size_is_named(tmp_path: Path, tiny: TrainConfig) -> None:
    for number in range(2):
        write_case(tmp_path / "data", f"{number:02d}", number, size=160, tumour=False)
        _put_dot(tmp_path / "data", f"{number:02d}")

    failed = _failed(_rehearsed(tmp_path / "data", tmp_path / "runs", tiny))

    assert failed.name == "labels"
    assert "At 32 pixels nothing is left of 2 voxels of tumour" in failed.sentence
    assert "image_size" in failed.remedy


def test_a_pair_that_does_not_fit_is_named(tmp_path: Path, tiny: TrainConfig) -> None:
    write_case(tmp_path / "data", "00", 0)
    write_case(tmp_path / "data", "01", 1, size=48)
    write_case(tmp_path / "other", "01", 1)
    (tmp_path / "other" / "segmentation-01.nii.gz").replace(
        tmp_path / "data" / "segmentation-01.nii.gz"
    )

    failed = _failed(_rehearsed(tmp_path / "data", tmp_path / "runs", tiny))

    assert failed.name == "reading"
    assert "case 01" in failed.sentence
    assert "another grid" in failed.sentence


def test_one_patient_is_learned_from_and_scored_in_turn(tmp_path: Path, tiny: TrainConfig) -> None:
    write_case(tmp_path / "data", "00", 0, slices=12)

    done = _rehearsed(tmp_path / "data", tmp_path / "runs", tiny)

    assert "6 slices of 00 are learned from, those between them scored" in done.checks[0].sentence
    assert done.is_ready


def test_a_folder_that_takes_nothing_is_named(
    cohort: Path, tiny: TrainConfig, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")

    failed = _failed(_rehearsed(cohort, tmp_path / "file" / "runs", tiny))

    assert failed.name == "folder"
    assert failed.sentence.startswith("runs cannot be written to (")
    assert failed.remedy == "Choose another folder for runs."


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write to any folder"
)
def test_a_read_only_folder_is_named(cohort: Path, tiny: TrainConfig, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert _failed(_rehearsed(cohort, tmp_path, tiny)).name == "folder"
    finally:
        tmp_path.chmod(0o700)


def test_stopping_leaves_nothing(cohort: Path, tiny: TrainConfig, tmp_path: Path) -> None:
    events = rehearse(cohort, tmp_path, tiny, rounds=50)
    for event in events:
        if isinstance(event, Progress) and "batch 3" in event.text:
            break
    assert list(tmp_path.iterdir())
    events.close()

    assert list(tmp_path.iterdir()) == []


def test_no_data_set_and_no_sense_are_refused(tmp_path: Path, tiny: TrainConfig) -> None:
    with pytest.raises(InputError, match="multiple of"):
        next(rehearse(tmp_path, tmp_path, dataclasses.replace(tiny, image_size=33)))
    with pytest.raises(InputError):
        next(rehearse(tmp_path, tmp_path / "runs", tiny))
    assert not (tmp_path / "runs").exists()


@pytest.mark.parametrize(("rate", "code"), [("0.01", 0), ("0.0000001", 1)])
def test_the_command_tells_and_exits(
    cohort: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rate: str, code: int
) -> None:
    counted = functools.partial(rehearse, rounds=2)  # by rounds, as time is the machine's
    monkeypatch.setattr("unet_core.rehearsal.rehearse", counted)
    settings = ("image_size=32", "model.depth=2", "model.base_channels=4", f"learning_rate={rate}")
    out, err = io.StringIO(), io.StringIO()
    arguments = ["rehearse", str(cohort), "--preset", "quick", "--json"]
    arguments += ["--out", str(tmp_path)]
    for setting in settings:
        arguments += ["--set", setting]

    assert cli.run(arguments, out, err) == code
    told = json.loads(out.getvalue())
    assert told["ready"] is (code == 0)
    assert (told["forecast"] is None) is (code == 1)
    assert list(tmp_path.iterdir()) == []


# --- samples --------------------------------------------------------------------------------


def test_samples_are_the_slices_around_the_rarest_label(tmp_path: Path, tiny: TrainConfig) -> None:
    """Head first in the file, feet first in canonical order: the block is cut where it belongs."""
    rng = np.random.default_rng(0)
    voxels = rng.normal(0, 20, (60, 16, 16)).astype(np.int16)
    labels = np.zeros((60, 16, 16), np.uint8)
    labels[5:55, 4:12, 4:12] = 1
    labels[48:50, 6:8, 6:8] = 2
    downwards = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
    geometry = Geometry((16, 16, 60), (1.0, 1.0, 3.0), (0.0, 0.0, 90.0), downwards)
    for name in ("00", "01"):
        voxels[0, 0, 0] += 1
        save_now(Volume(voxels, geometry, name), tmp_path / f"volume-{name}.nii.gz")
        save_now(LabelMap(labels, geometry, name), tmp_path / f"segmentation-{name}.nii.gz")

    taking = take_samples(tmp_path, tiny, budget_s=60.0)
    try:
        while True:
            next(taking)
    except StopIteration as end:
        samples = end.value

    block = samples.learned.label_map
    assert block.voxels.shape == (SLICES, 16, 16)
    assert set(np.unique(block.voxels)) == {0, 1, 2}
    assert (block.voxels == 2).sum() == 8
    whole = load_volume((tmp_path / f"volume-{samples.learned.name}.nii.gz",))
    here = samples.learned.volume
    point = here.geometry.point((3, 5, 7))
    assert whole.voxels[whole.geometry.index(point)] == here.voxels[3, 5, 7]
    assert samples.learned.slices == 60
    assert sum(samples.slices_in_all) == pytest.approx(120, abs=2)


# --- checks ---------------------------------------------------------------------------------


def test_labels_survive_unless_they_vanish_or_swell() -> None:
    before = torch.zeros(2, 8, 8, dtype=torch.uint8)
    before[:, 2:6, 2:6] = 1
    before[0, 3, 3] = 2
    turned = before.flip(1)
    gone = before.clamp(max=1)
    swollen = before.clone()
    swollen[:, :, :] = 1
    swollen[0, 3, 3] = 2
    names = ("liver", "tumour")

    assert labels_survive([before], [turned], names, CONFIG).passed
    lost = labels_survive([before], [gone], names, CONFIG)
    assert "turned 1 pixels of tumour into 0" in lost.sentence
    assert "of liver into 127" in labels_survive([before], [swollen], names, CONFIG).sentence


def test_a_label_lost_by_shrinking() -> None:
    assert shrinking_keeps({"liver": 9, "tumour": 0}, {"liver": 1}, 64) is None
    gone = shrinking_keeps({"liver": 9}, {"liver": 0}, 64)
    assert gone is not None
    assert not gone.passed


@pytest.mark.parametrize(
    ("losses", "validation", "words"),
    [
        ([1.0 - 0.004 * k for k in range(120)], 0.9, ""),
        ([1.0, 0.95, 0.9], 0.9, ""),
        ([1.0 - 0.001 * k for k in range(120)], 0.9, "hardly fell: from 0.986 to 0.896"),
        ([1.0 + 0.02 * k for k in range(45)], 0.9, "rose from 1.000"),
        ([1.0, 9.0, 9.0, 9.0, 1.0, 0.99] * 7, 0.9, "rose"),
        ([1.0, 0.5, math.nan], 0.9, "rose from"),
        ([1.0 - 0.02 * k for k in range(45)], 30.0, "thrown about"),
        ([1.0 - 0.02 * k for k in range(45)], math.nan, "thrown about"),
        ([1.0], 0.9, "Only 1 batch"),
    ],
)
def test_a_loss_must_fall(losses: list[float], validation: float, words: str) -> None:
    check = loss_falls(losses, validation, CONFIG)

    assert check.passed is not bool(words)
    assert words in check.sentence
    assert bool(check.remedy) is bool(words)


def test_sizes_states_and_masks_are_compared() -> None:
    mask = np.zeros((2, 3, 4), np.uint8)
    assert mask_fits(mask, mask).passed
    assert "3 × 2 × 4" in mask_fits(mask.reshape(4, 2, 3), mask).sentence

    state = {"a": torch.tensor([1.0, math.nan]), "b": torch.tensor(3)}
    assert state_is_kept(state, {key: value.clone() for key, value in state.items()}).passed
    assert "(b)" in state_is_kept(state, {**state, "b": torch.tensor(4)}).sentence
    assert "(a)" in state_is_kept(state, {"b": state["b"]}).sentence
    assert not state_is_kept(state, {**state, "b": torch.tensor(3, dtype=torch.int32)}).passed

    other = mask.copy()
    assert model_agrees(other, mask).passed
    other[0] = 1
    assert "50.00%" in model_agrees(other, mask).sentence


def test_the_forecast_adds_up() -> None:
    seen = Measured(
        batch_s=0.5,
        slice_s=0.1,
        saving_s=2.0,
        train_slices=400,
        validation_slices=100,
        read_s=30.0,
        peak_memory_mb=900.0,
        state_bytes=10 << 20,
        model_bytes=5 << 20,
        cache_bytes=float(1 << 20),
    )
    config = dataclasses.replace(CONFIG, batches_per_epoch=20, epochs=10)

    by_rounds = forecast(config, seen)
    assert (by_rounds.round_s, by_rounds.rounds) == (22.0, 10)
    assert by_rounds.run_s == 250.0
    assert by_rounds.disk_mb == 4 * 10 + 2 * 5 + 500
    by_time = forecast(dataclasses.replace(config, minutes=2.0), seen)
    assert (by_time.rounds, by_time.run_s) == (5, 150.0)
    every_slice = forecast(dataclasses.replace(config, batches_per_epoch=0), seen)
    assert every_slice.round_s == 50 * 0.5 + 12.0


def _put_dot(folder: Path, name: str) -> None:
    path = folder / f"segmentation-{name}.nii.gz"
    mask = load_now(path, as_mask=True)
    assert isinstance(mask, LabelMap)
    voxels = mask.voxels.copy()
    voxels[2:4, 80, 80] = 2
    save_now(dataclasses.replace(mask, voxels=voxels), path, overwrite=True)
