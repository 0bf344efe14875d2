"""Several models as one file: what it says is true, and what is not the same is refused."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
import torch

from unet_core import ensemble
from unet_core.checkpoint import Passport, save_model
from unet_core.config import ModelConfig, PredictConfig, TrainConfig
from unet_core.ensemble import Ensemble, Member, file_sha256, is_source, opened
from unet_core.errors import InputError
from unet_core.held_out import CaseScores, HeldOutCase, summary
from unet_core.networks import build_network
from unet_core.postprocess_choice import NOTHING
from unet_core.volume import DEFAULT_LABELS

CONFIG = TrainConfig(model=ModelConfig(1, 3, depth=1, base_channels=4, norm="none"), image_size=64)


def _scores(dice: float | None, **lesions: int) -> CaseScores:
    return CaseScores({"liver": dice}, {"liver": dice}, **lesions)


def _made(folder: Path) -> Ensemble:
    members = []
    for number in range(2):
        path = folder / f"fold-{number}" / "model.safetensors"
        path.parent.mkdir(parents=True)
        torch.manual_seed(number)
        save_model(
            path, build_network(CONFIG.model), Passport(CONFIG.model, CONFIG, DEFAULT_LABELS)
        )
        members.append(Member(f"fold-{number}/model.safetensors", file_sha256(path)))
    made = Ensemble(
        models=tuple(members),
        labels=DEFAULT_LABELS,
        postprocess=dataclasses.replace(NOTHING, smallest_lesion=30),
        cases=(
            HeldOutCase(0, "ab", _scores(0.5), _scores(0.75, found=1, missed=3, true=2, false=2)),
            HeldOutCase(1, "cd", _scores(None), _scores(0.25, found=3, missed=1)),
        ),
        created="2026-05-03T14:02:11+02:00",
        versions={"slicewise": "1"},
    )
    ensemble.write(folder, made)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two models and their ``ensemble.json``."""
    _made(tmp_path / "cv")
    return tmp_path / "cv"


def _changed(folder: Path, **changes: Any) -> None:
    path = folder / "ensemble.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    made = _made(tmp_path / "cv")
    assert ensemble.read(tmp_path / "cv") == made
    assert ensemble.read(tmp_path / "cv" / "ensemble.json") == made


def test_the_file_tells_its_scores_without_the_program(folder: Path) -> None:
    values = json.loads((folder / "ensemble.json").read_text())
    assert values["cross_validated"]["after"]["dice"] == {"liver": 0.5}
    assert values["cross_validated"]["before"]["dice"] == {"liver": 0.5}
    assert values["cross_validated"]["after"]["cases"] == 2
    assert values["postprocess"]["smallest_lesion"] == 30
    assert "raises the mean" in values["rule"]
    assert "never saw" in values["cross_validated"]["of"]


def test_summaries_count_what_is_there() -> None:
    found = summary(
        [
            _scores(0.5, found=1, missed=1, true=1, false=3),
            _scores(None, true=1),
            _scores(0.7, found=2),
        ]
    )
    assert found.dice["liver"] == pytest.approx(0.6)
    assert found.spread["liver"] == pytest.approx(0.1414, abs=1e-4)
    assert found.lesion_recall == pytest.approx(3 / 4)
    assert found.lesion_precision == pytest.approx(2 / 5)
    alone = summary([_scores(0.5)])
    assert (alone.spread["liver"], alone.lesion_recall) == (None, None)
    assert summary([]).dice == {}


def test_scores_of_a_fold_are_of_its_own_cases(folder: Path) -> None:
    before, after = ensemble.read(folder).of_fold(1)
    assert (before.cases, before.dice["liver"], after.dice["liver"]) == (1, None, 0.25)


# --- what a user may choose ------------------------------------------------------------------


def test_whatever_a_user_points_at(folder: Path, tmp_path: Path) -> None:
    models = tuple(folder / f"fold-{n}" / "model.safetensors" for n in range(2))
    for source in (folder, folder / "ensemble.json", [folder]):
        found = opened(source)
        assert found.models == models
        assert found.config.smallest_lesion == 30
    assert opened(models[0]) == ensemble.Opened((models[0],))
    assert opened(folder / "fold-1").models == (models[1],)
    assert opened(models).models == models
    assert opened(models).config == PredictConfig()
    assert [is_source(path) for path in (folder, models[0], folder / "fold-0")] == [True] * 3
    assert not is_source(tmp_path)
    assert not is_source(tmp_path / "scan.nii.gz")


def test_one_flipped_bit_of_one_model_is_noticed(folder: Path) -> None:
    path = folder / "fold-1" / "model.safetensors"
    data = bytearray(path.read_bytes())
    data[-9] ^= 4
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"fold-1/model\.safetensors is not the model"):
        opened(folder)


def test_a_missing_model_is_named(folder: Path) -> None:
    (folder / "fold-0" / "model.safetensors").unlink()
    with pytest.raises(InputError, match=r"fold-0/model\.safetensors cannot be read"):
        opened(folder)


@pytest.mark.parametrize(
    "file", ["../model.safetensors", "/etc/passwd", "a/../../b", "C:model", "..\\model"]
)
def test_models_outside_the_folder_are_not_opened(folder: Path, file: str) -> None:
    _changed(folder, models=[{"file": file, "sha256": "0"}])
    with pytest.raises(InputError, match="names a model outside its own folder"):
        opened(folder)


@pytest.mark.parametrize(
    "changes",
    [
        {"models": []},
        {"models": [{"file": "a"}]},
        {"models": [{"file": "a", "sha256": "b"}] * 65},
        {"models": "abc"},
        {"postprocess": {}},
        {"postprocess": None},
        {"cases": [{}]},
        {"labels": [{"value": "x"}]},
        {"labels": None},
    ],
)
def test_a_damaged_file_is_refused(folder: Path, changes: dict[str, Any]) -> None:
    _changed(folder, **changes)
    with pytest.raises(InputError, match=r"ensemble\.json is damaged or incomplete"):
        ensemble.read(folder)


def test_options_out_of_range_are_refused(folder: Path) -> None:
    options = {"largest_liver": False, "tumour_inside_liver": False, "smallest_lesion": -5}
    _changed(folder, postprocess=options)
    with pytest.raises(InputError, match="smallest_lesion is -5"):
        ensemble.read(folder)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"kind": "other"}', ""])
def test_another_json_file_is_refused(folder: Path, text: str) -> None:
    (folder / "ensemble.json").write_text(text)
    with pytest.raises(InputError, match=r"ensemble\.json"):
        opened(folder)


def test_a_newer_file_is_refused(folder: Path) -> None:
    _changed(folder, format=2)
    with pytest.raises(InputError, match=r"newer Slicewise \(format 2\)"):
        ensemble.read(folder)
