"""Liver, then tumours inside it: one run, one model file, one prediction."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from tests.unet_core.conftest import TINY
from unet_core.checkpoint import load_model
from unet_core.config import PredictConfig, TrainConfig
from unet_core.events import EpochDone, Event, Predicted, Progress, RunEnded, SlicesScored
from unet_core.io import load_volume
from unet_core.networks import Cascade
from unet_core.predict import predict
from unet_core.train import train

RAW = PredictConfig(largest_liver=False, tumour_inside_liver=False)
CONFIG = dataclasses.replace(
    TINY,
    model=dataclasses.replace(TINY.model, cascade=True),
    image_size=32,
    detail_size=32,
    crop="body",
    epochs=4,
    batches_per_epoch=12,
    batch_size=6,
    learning_rate=2e-2,
)


@pytest.fixture(scope="module")
def whole(cohort: Path, runs_root: Path) -> tuple[Path, list[Event]]:
    """A run that learns enough to find the liver."""
    folder = runs_root / "cascade"
    return folder, list(train(cohort, folder, CONFIG))


def test_it_learns_to_find_the_liver_and_what_is_in_it(whole: tuple[Path, list[Event]]) -> None:
    records = [event.record for event in whole[1] if isinstance(event, EpochDone)]
    assert records[-1].train_loss < records[0].train_loss
    best = max(records, key=lambda record: record.score)
    assert best.dice["liver"] is not None
    assert best.dice["liver"] > 0.8
    assert set(best.lesion_recall) == {"tumour"}
    assert best.predicted_voxels["liver"] > 500


def test_the_model_file_predicts_what_its_round_showed(whole: tuple[Path, list[Event]]) -> None:
    ended = next(event for event in whole[1] if isinstance(event, RunEnded))
    scored = [event for event in whole[1] if isinstance(event, SlicesScored)]
    shown = next(event for event in scored if event.epoch == ended.best_epoch)
    model, passport = load_model(ended.model_path)
    assert isinstance(model, Cascade)
    assert isinstance(passport.train, TrainConfig)
    assert (passport.train.crop, passport.train.detail_size) == ("body", 32)
    *_, last = predict(ended.model_path, load_volume(shown.image_paths[0]), RAW)
    assert isinstance(last, Predicted)
    np.testing.assert_array_equal(last.label_map.voxels, shown.prediction)


def test_validation_never_steps_back(whole: tuple[Path, list[Event]]) -> None:
    done: dict[str, list[int]] = {}
    for number, event in enumerate(whole[1]):
        if isinstance(event, EpochDone):
            done = {}
        if isinstance(event, Progress) and event.text.startswith("Validating"):
            assert event.done >= max(done.setdefault(event.text, [0])), number
            done[event.text].append(event.done)
