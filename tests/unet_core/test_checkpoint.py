import dataclasses
import errno
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.torch
import torch

from unet_core import checkpoint
from unet_core.checkpoint import Passport, State, load_latest, load_model, save_model, save_state
from unet_core.config import PRESETS, ModelConfig
from unet_core.errors import InputError
from unet_core.unet import UNet
from unet_core.volume import LIVER, TUMOUR

MODEL = ModelConfig(depth=2, base_channels=4)


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


def state(epoch: int, value: float = 0.0) -> State:
    tensors = {
        "model/a": torch.full((3, 4), value + epoch),
        "optimiser/0/step": torch.tensor(float(epoch)),
        "model/count": torch.tensor(epoch),
    }
    return State(epoch, 10 * epoch, 1.5, epoch, 0.5, 0.25, {"epoch": epoch}, tensors)


@pytest.fixture
def model_path(tmp_path: Path) -> Path:
    path = tmp_path / "model.safetensors"
    save_model(path, UNet(MODEL), passport())
    return path


def test_a_model_comes_back_with_its_passport(tmp_path: Path) -> None:
    network = UNet(MODEL).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
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
    data = checkpoint._seal(network.state_dict(), "model", passport().to_json())
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
    data = checkpoint._seal({"a": torch.zeros(1)}, "model", content)
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
    save_state(tmp_path, state(1))
    with pytest.raises(InputError, match="no Slicewise model"):
        load_model(tmp_path / "epoch-000001.safetensors")
    with pytest.raises(InputError, match="cannot be read"):
        load_model(tmp_path / "absent.safetensors")


def test_a_newer_version_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """K6."""
    path = tmp_path / "a.safetensors"
    monkeypatch.setattr(checkpoint, "FORMAT", 2)
    save_model(path, UNet(MODEL), passport())
    monkeypatch.undo()
    with pytest.raises(InputError, match="newer Slicewise"):
        load_model(path)


def test_an_incomplete_passport_is_refused(tmp_path: Path) -> None:
    content = passport().to_json()
    del content["labels"]
    (tmp_path / "a.safetensors").write_bytes(
        checkpoint._seal(UNet(MODEL).state_dict(), "model", content)
    )
    with pytest.raises(InputError, match="incomplete passport"):
        load_model(tmp_path / "a.safetensors")


def test_a_state_comes_back(tmp_path: Path) -> None:
    save_state(tmp_path, state(1))
    loaded, notices = load_latest(tmp_path)
    assert loaded is not None
    assert notices == ()
    assert dataclasses.replace(loaded, tensors={}) == dataclasses.replace(state(1), tensors={})
    for key, value in state(1).tensors.items():
        assert torch.equal(loaded.tensors[key], value)
        assert loaded.tensors[key].dtype == value.dtype


def test_the_last_three_states_are_kept(tmp_path: Path) -> None:
    """K9."""
    for epoch in range(1, 6):
        save_state(tmp_path, state(epoch))
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        f"epoch-00000{n}.safetensors" for n in (3, 4, 5)
    ]


def test_a_damaged_state_is_passed_over_and_said(tmp_path: Path) -> None:
    """K2: every damaged newest state falls back to the one before."""
    save_state(tmp_path, state(1))
    newest = save_state(tmp_path, state(2))
    data = newest.read_bytes()
    rng = np.random.default_rng(1)
    for _ in range(100):
        damaged = bytearray(data)
        damaged[int(rng.integers(len(data)))] ^= 1 << int(rng.integers(8))
        newest.write_bytes(damaged)
        loaded, notices = load_latest(tmp_path)
        assert loaded is not None
        assert loaded.epoch == 1
        assert len(notices) == 1
        assert newest.name in notices[0]


def test_no_sound_state_left_is_an_error_and_none_at_all_is_not(tmp_path: Path) -> None:
    assert load_latest(tmp_path / "absent") == (None, ())
    assert load_latest(tmp_path) == (None, ())
    save_state(tmp_path, state(1)).write_bytes(b"x" * 100)
    with pytest.raises(InputError, match="no undamaged saved state"):
        load_latest(tmp_path)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_keeps_the_state_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """K10, D1: whichever call fails, the old file stays whole and nothing is left over."""
    save_state(tmp_path, state(1))

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if call == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="the disk is full"):
        save_state(tmp_path, state(2))
    monkeypatch.undo()
    assert [p.name for p in tmp_path.iterdir()] == ["epoch-000001.safetensors"]
    loaded, _ = load_latest(tmp_path)
    assert loaded is not None
    assert loaded.epoch == 1


def test_a_passport_is_plain_json_without_names() -> None:
    """P6: hashes instead of names of patients."""
    text = json.dumps(passport().to_json(), allow_nan=False)
    assert Passport.from_json(json.loads(text)) == passport()
