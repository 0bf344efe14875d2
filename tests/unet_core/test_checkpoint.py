import dataclasses
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.torch
import torch

from unet_core import checkpoint
from unet_core.checkpoint import NewerVersion, Passport, load_model, read_passport, save_model
from unet_core.config import PRESETS, ModelConfig
from unet_core.errors import InputError
from unet_core.networks import build_network
from unet_core.scores import Estimate
from unet_core.training_range import TrainingRange
from unet_core.unet import UNet
from unet_core.volume import LIVER, TUMOUR

MODEL = ModelConfig(depth=2, base_channels=4)
RANGES = TrainingRange(
    cases=2,
    share=(0.4, 0.6),
    percentiles=((20.0, 30.0), (90.0, 110.0), (150.0, 180.0)),
    labels={"liver": (150.0, 170.0)},
    slices=(30, 90),
    spacing_xyz_mm=((0.7, 0.8), (0.7, 0.8), (1.0, 5.0)),
)


def passport(**changes: Any) -> Passport:
    given: dict[str, Any] = {
        "model": MODEL,
        "train": dataclasses.replace(PRESETS["quick"], model=MODEL, image_size=32),
        "labels": {1: LIVER, 2: TUMOUR},
        "spacing_xyz_mm": (0.7, 0.7, 5.0),
        "train_sha256": ("a" * 64,),
        "epoch": 3,
        "scores": {"liver": 0.9, "tumour": None},
    }
    return Passport(**(given | changes))


@pytest.fixture
def model_path(tmp_path: Path) -> Path:
    path = tmp_path / "model.safetensors"
    save_model(path, UNet(MODEL), passport())
    return path


def test_a_model_comes_back_with_its_passport(tmp_path: Path) -> None:
    network = UNet(MODEL).to(memory_format=torch.channels_last)
    path = tmp_path / "model.safetensors"
    save_model(path, network, passport())
    loaded, found = load_model(path)
    assert found == passport()
    assert not loaded.training
    picture = torch.rand(1, 3, 32, 32)
    network.eval()
    torch.testing.assert_close(loaded(picture), network(picture))
    for key, value in network.state_dict().items():
        assert torch.equal(loaded.state_dict()[key], value)


def test_every_flipped_bit_is_noticed(model_path: Path) -> None:
    """K2: torch and safetensors load 100 % of these without a word."""
    data = model_path.read_bytes()
    rng = np.random.default_rng(0)
    header = int.from_bytes(data[:8], "little")
    places = [*rng.integers(0, len(data), 150), *rng.integers(0, header + 8, 150)]
    for place in places:
        damaged = bytearray(data)
        damaged[int(place)] ^= 1 << int(rng.integers(8))
        model_path.write_bytes(damaged)
        with pytest.raises(InputError, match=r"model\.safetensors"):
            load_model(model_path)


def test_what_a_newer_program_notes_besides_is_passed_over(tmp_path: Path) -> None:
    """K4: a field more is no reason to refuse a model; a setting more is."""
    known = passport(estimates={"liver": Estimate(0.9, 0.8, 1.0, 3, 2)}, ranges=RANGES)
    content = known.to_json()
    content |= {"of_tomorrow": {"a": [1]}}
    content["estimates"] |= {"tumour": {"shape": "unknown"}, "bone": 3}
    content["estimates"]["liver"]["of_tomorrow"] = 1
    path = tmp_path / "a.safetensors"
    weights = UNet(MODEL).state_dict()
    path.write_bytes(checkpoint.seal(weights, "model", 1, content))
    assert load_model(path)[1] == known
    for broken in ({"cases": 3}, [1, 2], "far"):
        path.write_bytes(checkpoint.seal(weights, "model", 1, content | {"ranges": broken}))
        assert load_model(path)[1].ranges is None
    content["train"]["of_tomorrow"] = 1
    path.write_bytes(checkpoint.seal(weights, "model", 1, content))
    with pytest.raises(InputError, match="update Slicewise"):
        load_model(path)


def test_a_passport_is_read_alone_and_of_older_files(model_path: Path, tmp_path: Path) -> None:
    """K4, K2."""
    save_model(model_path, UNet(MODEL), passport(ranges=RANGES))
    assert read_passport(model_path) == passport(ranges=RANGES)
    content = passport().to_json()
    for name in ("ranges", "estimates", "pixel_mm"):
        del content[name]
    old = tmp_path / "old.safetensors"
    old.write_bytes(checkpoint.seal(UNet(MODEL).state_dict(), "model", 1, content))
    assert read_passport(old) == passport()
    data = bytearray(old.read_bytes())
    data[-1] ^= 1
    old.write_bytes(data)
    with pytest.raises(InputError, match="damaged"):
        read_passport(old)


def test_a_cut_file_is_noticed(model_path: Path) -> None:
    data = model_path.read_bytes()
    for size in (0, 4, 8, 100, len(data) // 2, len(data) - 1):
        model_path.write_bytes(data[:size])
        with pytest.raises(InputError):
            load_model(model_path)


def test_weights_that_are_not_numbers_are_refused(tmp_path: Path) -> None:
    """K7."""
    network = UNet(MODEL)
    with torch.no_grad():
        next(network.parameters()).fill_(float("nan"))
    with pytest.raises(InputError, match="not numbers"):
        save_model(tmp_path / "a.safetensors", network, passport())
    assert not list(tmp_path.iterdir())
    data = checkpoint.seal(network.state_dict(), "model", 1, passport().to_json())
    (tmp_path / "a.safetensors").write_bytes(data)
    with pytest.raises(InputError, match="not numbers"):
        load_model(tmp_path / "a.safetensors")


@pytest.mark.parametrize(
    "change", [{"depth": 3}, {"base_channels": 8}, {"out_channels": 1}, {"norm": "none"}]
)
def test_another_architecture_is_refused_with_both_described(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    """K5, K4: shapes are compared before anything is computed with them."""
    other = passport(model=dataclasses.replace(MODEL, **change))
    save_model(tmp_path / "a.safetensors", UNet(MODEL), other)
    with pytest.raises(InputError, match=r"holds other weights .* is .*, not "):
        load_model(tmp_path / "a.safetensors")


def test_an_architecture_beyond_all_bounds_is_refused_before_it_is_built(tmp_path: Path) -> None:
    """K4."""
    content = passport().to_json()
    content["model"]["base_channels"] = 10**9
    data = checkpoint.seal({"a": torch.zeros(1)}, "model", 1, content)
    (tmp_path / "a.safetensors").write_bytes(data)
    with pytest.raises(InputError):
        load_model(tmp_path / "a.safetensors")


def test_foreign_files_are_refused_in_words(tmp_path: Path) -> None:
    """K3: pickles are not opened; K6: newer versions are named."""
    path = tmp_path / "a.safetensors"
    path.write_bytes(safetensors.torch.save({"a": torch.zeros(2)}, {"by": "another"}))
    with pytest.raises(InputError, match="no Slicewise model"):
        load_model(path)
    path.write_bytes(b"PK\x03\x04" + bytes(64))
    with pytest.raises(InputError, match="may contain code"):
        load_model(path)
    path.write_bytes(b"not a model at all")
    with pytest.raises(InputError, match="no model of Slicewise"):
        load_model(path)
    path.write_bytes(checkpoint.seal({"a": torch.zeros(2)}, "training state", 1, {}))
    with pytest.raises(InputError, match="no Slicewise model"):
        load_model(path)
    with pytest.raises(InputError, match="cannot be read"):
        load_model(tmp_path / "absent.safetensors")


def test_a_model_whose_first_byte_looks_like_a_pickle_is_read(tmp_path: Path) -> None:
    """One in 32 files begins with 0x80: the size of its header, low byte first."""
    path = tmp_path / "model.safetensors"
    for length in range(0, 512, 8):
        save_model(path, UNet(MODEL), passport(created="x" * length))
        if path.read_bytes()[:1] == b"\x80":
            break
    assert path.read_bytes()[:1] == b"\x80"
    assert load_model(path)[1].created == "x" * length


def test_a_newer_version_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """K6."""
    path = tmp_path / "a.safetensors"
    monkeypatch.setattr(checkpoint, "FORMAT", 2)
    save_model(path, UNet(MODEL), passport())
    monkeypatch.undo()
    with pytest.raises(NewerVersion, match="newer Slicewise"):
        load_model(path)


def test_an_incomplete_passport_is_refused(tmp_path: Path) -> None:
    content = passport().to_json()
    del content["labels"]
    (tmp_path / "a.safetensors").write_bytes(
        checkpoint.seal(UNet(MODEL).state_dict(), "model", 1, content)
    )
    with pytest.raises(InputError, match="incomplete passport"):
        load_model(tmp_path / "a.safetensors")


def test_a_passport_is_plain_json_without_names() -> None:
    """P6: hashes instead of names of patients."""
    text = json.dumps(passport().to_json(), allow_nan=False)
    assert Passport.from_json(json.loads(text)) == passport()


def test_a_model_of_before_fine_tuning_still_loads(tmp_path: Path) -> None:
    """K6: a passport without the fields that came later."""
    content = passport().to_json()
    del content["parent_sha256"]
    (tmp_path / "a.safetensors").write_bytes(
        checkpoint.seal(UNet(MODEL).state_dict(), "model", 1, content)
    )
    assert load_model(tmp_path / "a.safetensors")[1] == passport()


def test_a_cascade_is_one_model(tmp_path: Path) -> None:
    model = dataclasses.replace(MODEL, cascade=True)
    network = build_network(model)
    save_model(tmp_path / "a.safetensors", network, passport(model=model))
    loaded, _ = load_model(tmp_path / "a.safetensors")
    assert loaded.state_dict().keys() == network.state_dict().keys()
    for key, value in network.state_dict().items():
        assert torch.equal(loaded.state_dict()[key], value)
