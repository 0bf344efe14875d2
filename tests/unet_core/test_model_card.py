"""A model is told in words: where from, what from, how well, what to doubt."""

import dataclasses
import json
from pathlib import Path

import pytest

from unet_core import ensemble
from unet_core.checkpoint import Passport, save_model
from unet_core.config import PRESETS, ModelConfig
from unet_core.cost_measure import file_sha256
from unet_core.errors import InputError
from unet_core.events import FinalScores
from unet_core.final_record import write_final_scores
from unet_core.held_out import CaseScores, HeldOutCase
from unet_core.model_card import model_card
from unet_core.model_facts import ModelCard
from unet_core.scores import Estimate
from unet_core.training_range import TrainingRange
from unet_core.unet import UNet
from unet_core.volume import DEFAULT_LABELS

SHAPE = ModelConfig(depth=2, base_channels=4)
TRAIN = dataclasses.replace(PRESETS["quick"], model=SHAPE, image_size=32)
RANGES = TrainingRange(
    cases=4,
    share=(0.4, 0.6),
    percentiles=((40.0, 51.0), (102.0, 127.5), (153.0, 178.5)),
    labels={"liver": (153.0, 178.5)},
    slices=(30, 90),
    spacing_xyz_mm=((0.7, 0.8), (0.7, 0.8), (1.0, 5.0)),
)
PASSPORT = Passport(
    SHAPE,
    TRAIN,
    dict(DEFAULT_LABELS),
    spacing_xyz_mm=(0.75, 0.75, 2.5),
    train_sha256=("a", "b", "c", "d"),
    validation_sha256=("e", "f"),
    epoch=7,
    scores={"liver": 0.93, "tumour": 0.05},
    versions={"slicewise": "0.1.0", "torch": "2.0"},
    created="2026-05-03T14:02:11+00:00",
    pixel_mm=(3.1,),
    ranges=RANGES,
    estimates={"liver": Estimate(0.93, 0.91, 0.95, 2, 2, median=0.93)},
)


def _saved(folder: Path, **changes: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "model.safetensors"
    save_model(path, UNet(SHAPE), dataclasses.replace(PASSPORT, **changes))
    return path


def _lines(card: ModelCard) -> dict[str, str]:
    return {name: text for _, lines in card.groups for name, text in lines}


def test_a_model_file_tells_all_it_knows(tmp_path: Path) -> None:
    path = _saved(tmp_path / "mine")
    card = model_card(path)
    lines = _lines(card)
    assert card.sha256 == lines["SHA-256"] == file_sha256(path)
    assert lines["File"] == "model.safetensors in mine"
    assert lines["Made"] == "2026-05-03 14:02, by Slicewise 0.1.0"
    assert lines["Made with"] == "torch 2.0"
    assert lines["Began with"] == "random weights"
    assert lines["Scans"] == "4; 2 more chose the epoch (validation)"
    assert lines["Values"] == "HU, -160 shown black and 240 white"
    assert lines["Voxel size"] == (
        "0.75 x 0.75 x 2.5 mm (median); 0.7 to 0.8 x 0.7 to 0.8 x 1 to 5"
    )
    assert lines["Slices"] == "30 to 90 in each scan"
    assert lines["Tissue"] == "darkest -97 to -80, middle 0 to 40, brightest 80 to 120 HU"
    assert lines["Median of liver"] == "80 to 120 HU"
    assert lines["Finds"] == "liver (1), tumour (2)"
    assert lines["Sees"] == "32 x 32 pixels of 3.1 mm, 3 slices at once"
    assert [(s.kind, s.region, s.dice.low) for s in card.scores] == [
        ("validation", "liver", 0.91),
        ("validation", "tumour", None),
    ]
    assert [sentence.split(":")[0] for sentence in card.limits] == [
        "Scores rest on 2 cases",
        "The validation cases chose this epoch. A test on patients who chose nothing is still to "
        "be done.",
        "4 scans are few to learn from",
        "Tumour is hardly outlined yet (Dice below 0.1)",
        "This is no medical device",
    ]
    assert card.cost is None


def test_beside_its_run_it_tells_the_test_and_where_it_began(tmp_path: Path) -> None:
    path = _saved(tmp_path / "run", parent_sha256="p" * 64)
    values = {
        "config": TRAIN.to_json(),
        "state": "finished",
        "asked_test_cases": ["x"],
        "parent": {"path": "/somewhere/old/model.safetensors", "sha256": "p" * 64},
    }
    (path.parent / "run.json").write_text(json.dumps(values))
    final = FinalScores(7, 1, {"liver": 0.8}, {"liver": 0.7}, {}, {"x": {"liver": 0.8}})
    write_final_scores(path.parent, final)
    card = model_card(path.parent)
    lines = _lines(card)
    assert lines["Scans"].endswith("; 1 kept for a test")
    assert lines["Began with"].startswith("the weights of another model (old/model.safetensors, S")
    assert [(s.kind, s.dice.value, s.dice.cases) for s in card.scores][-1] == ("test", 0.8, 1)
    assert not any("still to be done" in sentence for sentence in card.limits)

    write_final_scores(path.parent, dataclasses.replace(final, epoch=6))
    assert all(line.kind == "validation" for line in model_card(path).scores)


def test_an_older_model_says_what_is_not_known(tmp_path: Path) -> None:
    path = _saved(tmp_path, ranges=None, estimates={}, spacing_xyz_mm=None, intensity="grey")
    card = model_card(path)
    lines = _lines(card)
    assert lines["Grey values"] == "not noted: the file is from before Slicewise kept them"
    assert lines["Voxel size"] == "unknown: no scan has a scale"
    assert lines["Values"] == "grey pictures, not HU"
    assert [(s.dice.value, s.dice.cases) for s in card.scores] == [(0.93, 0), (0.05, 0)]
    assert any("cannot be told" in sentence for sentence in card.limits)


def test_networks_of_a_cross_validation_are_told_as_one(tmp_path: Path) -> None:
    members = []
    for number in range(2):
        path = _saved(tmp_path / f"fold-{number}", train_sha256=(f"{number}", "b"))
        name = path.relative_to(tmp_path).as_posix()
        members.append(ensemble.Member(name, ensemble.file_sha256(path)))
    cases = tuple(
        HeldOutCase(number, str(number), CaseScores({"liver": 0.1}, {}), CaseScores(dice, {}))
        for number, dice in enumerate(({"liver": 0.9}, {"liver": 0.7}, {"liver": None}))
    )
    made = ensemble.Ensemble(
        tuple(members), dict(DEFAULT_LABELS), cases=cases, created="2026-05-03T14:02:11"
    )
    path = ensemble.write(tmp_path, made)
    card = model_card(path)
    lines = _lines(card)
    assert lines["Networks"].startswith("2, one for each fold")
    assert lines["Network"].endswith("2 times")
    assert lines["Post-processing"] == "none"
    (score,) = card.scores
    assert (score.kind, score.dice.cases, score.dice.not_counted) == ("cross-validation", 2, 1)
    assert score.dice.value == pytest.approx(0.8)
    assert (score.dice.low, score.dice.high) == (0.7, 0.9)
    assert card.sha256 == file_sha256(path)
    with pytest.raises(InputError):
        model_card(tmp_path / "absent")
