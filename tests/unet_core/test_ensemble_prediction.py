"""Models that speak as one give the mean of their probabilities, and nothing else."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from unet_core import ensemble
from unet_core.checkpoint import Passport, load_model, save_model
from unet_core.config import ModelConfig, PredictConfig, TrainConfig
from unet_core.ensemble import Ensemble, Member, file_sha256
from unet_core.ensemble_prediction import decided, mean_probabilities, predict
from unet_core.errors import InputError
from unet_core.events import Event, Predicted, Progress
from unet_core.isolation import isolated
from unet_core.networks import Network, build_network, parts_of
from unet_core.postprocess_choice import NOTHING
from unet_core.predict import predict as predict_singly
from unet_core.volume import DEFAULT_LABELS, LIVER, TUMOUR, Geometry, Label, Volume

CONFIG = TrainConfig(
    model=ModelConfig(1, 3, depth=1, base_channels=4, norm="none"),
    channels="repeat",
    image_size=64,
)
SINGLE = dataclasses.replace(
    CONFIG, target="tumour", model=dataclasses.replace(CONFIG.model, out_channels=1)
)
REGIONS = dataclasses.replace(
    CONFIG, model=dataclasses.replace(CONFIG.model, out_channels=2, outputs="regions")
)
CASCADE = dataclasses.replace(
    CONFIG, detail_size=32, model=dataclasses.replace(CONFIG.model, cascade=True)
)
Chances = dict[str, float]


def _constant(config: TrainConfig, logits: tuple[float, ...]) -> Network:
    """A network that says the same everywhere."""
    network = build_network(config.model)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.zero_()
        network.get_parameter("head.bias").copy_(torch.tensor(logits))
    return network


def _random(config: TrainConfig, seed: int) -> Network:
    """A network that answers each class somewhere in noise."""
    torch.manual_seed(seed)
    network = build_network(config.model).eval()
    with torch.no_grad():
        for part in parts_of(network):
            middle = part(torch.rand(2, 1, 64, 64)).median(dim=3).values.median(dim=2).values
            part.get_parameter("head.bias").sub_(middle.mean(dim=0))
    return network


def _save(
    path: Path, network: Network, config: TrainConfig, labels: dict[int, Label] | None = None
) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    labels = labels or ({2: TUMOUR} if config.target == "tumour" else dict(DEFAULT_LABELS))
    save_model(path, network, Passport(config.model, config, labels))
    return path


def _scan() -> Volume:
    rng = np.random.default_rng(0)
    voxels = rng.integers(-200, 300, (7, 50, 44)).astype(np.int16)
    return Volume(voxels, Geometry((44, 50, 7), (1.0, 1.0, 2.0)), "scan.nii.gz")


def _voxels(events: Iterator[Event]) -> np.ndarray:
    *before, last = events
    assert all(isinstance(event, Progress) for event in before)
    assert isinstance(last, Predicted)
    return last.label_map.voxels


def _softmax(logits: tuple[float, ...]) -> np.ndarray:
    raised = np.exp(np.array(logits))
    return raised / raised.sum()


def test_probabilities_are_averaged_not_logits(tmp_path: Path) -> None:
    """Two that are fairly sure of the tumour beat one that is certain of the liver."""
    logits = [(0.0, 0.0, 2.0), (0.0, 0.0, 2.0), (0.0, 30.0, 0.0)]
    paths = [
        _save(tmp_path / f"{n}.safetensors", _constant(CONFIG, one), CONFIG)
        for n, one in enumerate(logits)
    ]
    loaded = [load_model(path) for path in paths]
    batches = list(mean_probabilities(loaded, _scan(), PredictConfig(batch_size=3)))
    assert [list(z) for z, _ in batches] == [[0, 1, 2], [3, 4, 5], [6]]
    expected = np.mean([_softmax(one) for one in logits], axis=0)
    for _, chances in batches:
        assert chances.dtype == np.float32
        assert chances.shape[1:] == (3, 50, 44)
        everywhere = np.broadcast_to(expected[:, None, None], chances.shape)
        np.testing.assert_allclose(chances, everywhere, atol=1e-6)
    assert np.argmax(np.mean(logits, axis=0)) == 1
    assert set(np.unique(_voxels(predict(paths, _scan(), NOTHING)))) == {2}


@pytest.mark.parametrize("config", [CONFIG, SINGLE, REGIONS], ids=["classes", "one", "regions"])
def test_the_mean_of_two_random_networks_decides(tmp_path: Path, config: TrainConfig) -> None:
    paths = [
        _save(tmp_path / f"{seed}.safetensors", _random(config, seed), config) for seed in (1, 2)
    ]
    loaded = [load_model(path) for path in paths]
    alone = [list(mean_probabilities([one], _scan(), NOTHING)) for one in loaded]
    mean = (np.concatenate([p for _, p in alone[0]]) + np.concatenate([p for _, p in alone[1]])) / 2
    if config is CONFIG:
        indices = mean.argmax(axis=1)
    else:
        indices = np.cumprod(mean > 0.5, axis=1).sum(axis=1)
    values = np.array([0, *loaded[0][1].labels])
    found = _voxels(predict(paths, _scan(), NOTHING))
    clear = np.abs(mean - (0.5 if config is not CONFIG else -1)).min(axis=1) > 1e-6
    assert len(np.unique(found)) > 1
    assert np.array_equal(found[clear], values[indices][clear])


def test_a_model_twice_is_the_model(tmp_path: Path) -> None:
    path = _save(tmp_path / "m.safetensors", _random(CONFIG, 3), CONFIG)
    alone = _voxels(predict_singly(path, _scan(), NOTHING))
    assert len(np.unique(alone)) > 1
    assert np.mean(alone != _voxels(predict([path, path], _scan(), NOTHING))) < 1e-3
    assert np.array_equal(alone, _voxels(predict(path, _scan(), NOTHING)))
    assert np.array_equal(alone, _voxels(predict([path], _scan(), NOTHING)))


def test_a_cascade_and_a_single_network_speak_together(tmp_path: Path) -> None:
    paths = [
        _save(tmp_path / "one.safetensors", _random(CONFIG, 1), CONFIG),
        _save(tmp_path / "two.safetensors", _random(CASCADE, 2), CASCADE),
    ]
    events = list(predict(paths, _scan(), PredictConfig(batch_size=3)))
    assert [event.done for event in events[:-1] if isinstance(event, Progress)] == [0, 3, 6, 7]
    (last,) = events[-1:]
    assert isinstance(last, Predicted)
    assert last.label_map.name == "prediction (standard, 2 models)"


def test_undecided_is_background() -> None:
    passport = Passport(SINGLE.model, SINGLE, {2: TUMOUR})
    half = np.array([0.5, np.nextafter(np.float32(0.5), np.float32(1))], np.float32)
    assert decided(half.reshape(2, 1, 1, 1), passport).ravel().tolist() == [0, 1]


def _ensemble(folder: Path, config: PredictConfig) -> Path:
    """Two networks that see tumour wherever it is bright: specks all over."""
    members = []
    for number in range(2):
        path = _save(folder / f"{number}.safetensors", _random(CONFIG, number + 1), CONFIG)
        members.append(Member(path.name, file_sha256(path)))
    ensemble.write(folder, Ensemble(tuple(members), DEFAULT_LABELS, config))
    return folder


def test_an_ensemble_is_used_with_the_post_processing_that_paid(tmp_path: Path) -> None:
    chosen = dataclasses.replace(NOTHING, smallest_lesion=1_000_000)
    folder = _ensemble(tmp_path / "cv", chosen)
    raw = _voxels(predict(folder, _scan(), NOTHING))
    usual = _voxels(predict(folder, _scan()))
    assert (raw == 2).any()
    assert not (usual == 2).any(), "every tumour is too small"
    assert np.array_equal(usual, _voxels(predict(folder, _scan(), chosen)))
    there = _voxels(isolated(predict, folder / "ensemble.json", _scan()))
    assert np.array_equal(there, usual)


def test_stopping_half_way_leaves_no_mode_behind(tmp_path: Path) -> None:
    folder = _ensemble(tmp_path / "cv", NOTHING)
    events = predict(folder, _scan(), PredictConfig(batch_size=1))
    assert [next(events) for _ in range(3)][-1] == Progress(2, 7, "Predicting scan.nii.gz")
    events.close()
    assert torch.is_grad_enabled()
    assert not torch.is_inference_mode_enabled()


@pytest.mark.parametrize(
    ("config", "labels", "words"),
    [
        (CONFIG, {1: LIVER}, "b.safetensors finds 1 liver where a.safetensors finds 1 liver, 2"),
        (
            dataclasses.replace(CONFIG, window_low_hu=-100.0),
            None,
            "b.safetensors learned from -100 to 240 HU where a.safetensors learned from -160 to",
        ),
        (REGIONS, None, "b.safetensors answers in another form than a.safetensors"),
    ],
)
def test_models_that_do_not_fit_together_are_both_named(
    tmp_path: Path, config: TrainConfig, labels: dict[int, Label] | None, words: str
) -> None:
    one = _save(tmp_path / "a.safetensors", _random(CONFIG, 1), CONFIG)
    other = _save(tmp_path / "b.safetensors", _random(config, 2), config, labels)
    with pytest.raises(InputError) as error:
        list(predict([one, other], _scan()))
    assert str(error.value).startswith(words)


def test_two_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    paths = [
        _save(tmp_path / "one" / "model.safetensors", _random(CONFIG, 1), CONFIG),
        _save(tmp_path / "two" / "model.safetensors", _random(SINGLE, 2), SINGLE),
    ]
    with pytest.raises(InputError, match=r"two/model\.safetensors finds 2 tumour where one/model"):
        list(predict(paths, _scan()))
