"""``unet-core predict``: one model or several, with their own post-processing or the user's."""

import io
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from unet_core import ensemble
from unet_core.checkpoint import Passport, save_model
from unet_core.cli import run
from unet_core.config import ModelConfig, PredictConfig, TrainConfig
from unet_core.io import load_label_map, save_now
from unet_core.networks import build_network
from unet_core.volume import DEFAULT_LABELS, Geometry, Volume

CONFIG = TrainConfig(
    model=ModelConfig(1, 3, depth=1, base_channels=4, norm="none"),
    channels="repeat",
    image_size=64,
)


def _run(*arguments: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run([str(a) for a in arguments], out, err)
    return code, out.getvalue(), err.getvalue()


def _model(path: Path, tumour_bias: float) -> Path:
    """Liver above -40 HU and tumour above 80 HU, if the bias is -15."""
    network = build_network(CONFIG.model)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.zero_()
        for block in (network.encoder[0], network.decoder[0]):
            block[0].weight[0, 0, 1, 1] = block[2].weight[0, 0, 1, 1] = 1.0
        weight, bias = network.get_parameter("head.weight"), network.get_parameter("head.bias")
        weight[1, 0], bias[1] = 10.0, -3.0
        weight[2, 0], bias[2] = 30.0, tumour_bias
    path.parent.mkdir(exist_ok=True)
    save_model(path, network, Passport(CONFIG.model, CONFIG, DEFAULT_LABELS))
    return path


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return _model(tmp_path / "run" / "model.safetensors", -15.0)


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A liver with a tumour of 48 voxels, a second liver and a tumour of its own."""
    voxels = np.full((4, 64, 64), -500, np.int16)
    voxels[1:4, 10:40, 10:30] = 20
    voxels[1:4, 20:24, 20:24] = 150
    voxels[1:3, 50:58, 50:58] = 20
    voxels[1:3, 50:56, 10:16] = 150
    volume = Volume(voxels, Geometry((64, 64, 4), (1.0, 1.0, 3.0)), "volume-01")
    return save_now(volume, tmp_path / "volume-01.nii.gz")


def _found(model: Path, scan: Path, *options: str) -> np.ndarray:
    out = model.parent / "masks"
    code, _, err = _run("predict", model, scan, "--out", out, "--overwrite", *options)
    assert (code, err) == (0, "")
    return load_label_map(out / "segmentation-01.nii.gz").voxels


def _places(voxels: np.ndarray) -> tuple[int, int, int]:
    """Label of the tumour, of the second liver, of the tumour of its own."""
    return voxels[2, 22, 22], voxels[2, 54, 54], voxels[2, 53, 13]


def test_each_option_does_its_own(model: Path, scan: Path) -> None:
    assert _places(_found(model, scan)) == (2, 0, 0)
    assert _places(_found(model, scan, "--keep-all")) == (2, 1, 2)
    assert _places(_found(model, scan, "--smallest-lesion", "40")) == (2, 0, 0)
    assert _places(_found(model, scan, "--smallest-lesion", "60")) == (1, 0, 0)
    mirrored = _found(model, scan, "--mirror")
    assert np.mean(mirrored != _found(model, scan)) < 0.01


def test_a_run_folder_stands_for_its_model(model: Path, scan: Path) -> None:
    assert np.array_equal(_found(model, scan), _found(model.parent, scan))


def test_several_models_decide_together(model: Path, scan: Path, tmp_path: Path) -> None:
    """Against one that is sure of tumours everywhere, or nowhere, the first cannot win."""
    blind = _model(tmp_path / "blind.safetensors", -60.0)
    out = tmp_path / "together"
    code, text, err = _run("predict", model, blind, blind, scan, "--out", out, "--json")
    assert (code, err) == (0, "")
    assert json.loads(text)["voxels"]["tumour"] == 0
    assert _places(load_label_map(out / "segmentation-01.nii.gz").voxels) == (1, 0, 0)


def test_what_was_chosen_for_an_ensemble_is_used_and_can_be_left_out(
    model: Path, scan: Path
) -> None:
    member = ensemble.Member(model.name, ensemble.file_sha256(model))
    chosen = PredictConfig(largest_liver=True, tumour_inside_liver=False, smallest_lesion=60)
    made = ensemble.Ensemble((member, member), DEFAULT_LABELS, chosen)
    path = ensemble.write(model.parent, made)
    assert _places(_found(path, scan)) == (1, 0, 2)
    assert _places(_found(model.parent, scan, "--keep-all")) == (2, 1, 2)
    assert _places(_found(path, scan, "--smallest-lesion", "0")) == (2, 0, 2)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--keep-all", "--smallest-lesion", "3"), "--smallest-lesion is given with --keep-all"),
        (("--smallest-lesion", "-3"), "smallest_lesion is -3"),
    ],
)
def test_what_cannot_be_is_said(
    model: Path, scan: Path, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    code, _, err = _run("predict", model, scan, "--out", tmp_path / "out", *options)
    assert code == 2
    assert words in err
    assert err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_models_without_a_scan(model: Path, tmp_path: Path) -> None:
    code, _, err = _run("predict", model, model, "--out", tmp_path / "out")
    assert (code, err) == (2, "the command names no image; add the scans after the models.\n")
