import dataclasses
import errno
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from unet_core import saved_states
from unet_core.checkpoint import NewerVersion, seal
from unet_core.errors import InputError
from unet_core.saved_states import State, load_latest, load_round, save_state, surplus


def state(epoch: int, batch: int = 0, **changes: Any) -> State:
    tensors = {
        "model/a": torch.full((3, 4), float(epoch)),
        "optimiser/0/step": torch.tensor(float(epoch)),
        "model/count": torch.tensor(epoch),
    }
    given: dict[str, Any] = {
        "epoch": epoch,
        "step": 10 * epoch + batch,
        "active_s": 1.5,
        "best_epoch": epoch,
        "best_score": 0.5,
        "best_loss": 0.25,
        "journal": {"epoch": epoch},
        "tensors": tensors,
        "batch": batch,
    }
    return State(**(given | changes))


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


def test_all_that_decides_the_future_comes_back(tmp_path: Path) -> None:
    given = state(
        2,
        7,
        partial={"batches": 7, "loss": 0.125, "seen": [10, 3]},
        curve=({"epoch": 1, "dice": {"liver": None}}, {"epoch": 2}),
        rate_factor=0.25,
        rollbacks=2,
    )
    save_state(tmp_path, given)
    loaded, _ = load_latest(tmp_path)
    assert loaded is not None
    assert dataclasses.replace(loaded, tensors={}) == dataclasses.replace(given, tensors={})


def test_names_sort_as_states_were_reached(tmp_path: Path) -> None:
    """Rounds and places within rounds share the three that are kept."""
    reached = [state(1), state(1, 20), state(1, 110), state(2), state(2, 5)]
    names = [each.name for each in reached]
    assert names == sorted(names)
    for number, each in enumerate(reached, start=1):
        save_state(tmp_path, each)
        loaded, _ = load_latest(tmp_path)
        assert loaded is not None
        assert (loaded.epoch, loaded.batch) == (each.epoch, each.batch)
        assert sorted(p.name for p in tmp_path.iterdir()) == names[max(number - 3, 0) : number]
    assert names[3:] == ["epoch-000002.safetensors", "epoch-000003-batch-000005.safetensors"]


def test_a_damaged_state_beyond_takes_no_place(tmp_path: Path) -> None:
    """The run has gone back from round 3, whose state is damaged: three sound ones are kept."""
    for epoch in (1, 2):
        save_state(tmp_path, state(epoch))
    save_state(tmp_path, state(3)).write_bytes(b"damaged")
    save_state(tmp_path, state(2, 4))
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        "epoch-000001.safetensors",
        "epoch-000002.safetensors",
        "epoch-000003-batch-000004.safetensors",
        "epoch-000003.safetensors",
    ]
    loaded, notices = load_latest(tmp_path)
    assert loaded is not None
    assert (loaded.epoch, loaded.batch, len(notices)) == (2, 4, 1)


def test_old_states_go_only_when_the_new_one_is_verified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk gives back differs from what was written: nothing is removed."""
    for epoch in (1, 2, 3):
        save_state(tmp_path, state(epoch))
    before = {path.name for path in tmp_path.iterdir()}
    original = Path.open

    def lying(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if mode == "rb" and path.name.startswith(".slicewise-"):
            os.truncate(path, path.stat().st_size - 1)
        return original(path, mode, *rest, **more)

    monkeypatch.setattr(Path, "open", lying)
    with pytest.raises(InputError, match="disk reports an error"):
        save_state(tmp_path, state(4))
    monkeypatch.undo()
    assert {path.name for path in tmp_path.iterdir()} == before


def test_an_old_state_that_cannot_be_removed_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuck(path: Path, **_: Any) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    for epoch in (1, 2, 3):
        save_state(tmp_path, state(epoch))
    assert surplus(tmp_path, state(3)) == []
    monkeypatch.setattr(Path, "unlink", stuck)
    save_state(tmp_path, state(4))
    assert [path.name for path in surplus(tmp_path, state(4))] == ["epoch-000001.safetensors"]


def test_a_state_of_version_1_goes_on(tmp_path: Path) -> None:
    """K6: it knew no place within a round, no curve and no rollbacks."""
    old = state(2)
    names = ("epoch", "step", "active_s", "best_epoch", "best_score", "best_loss", "journal")
    content = {name: getattr(old, name) for name in names}
    data = seal(old.tensors, "training state", 1, content)
    (tmp_path / "epoch-000002.safetensors").write_bytes(data)
    loaded, notices = load_latest(tmp_path)
    assert loaded is not None
    assert notices == ()
    assert dataclasses.replace(loaded, tensors={}) == dataclasses.replace(old, tensors={})


def test_a_state_of_a_newer_version_is_never_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """K6: going on from an older one would throw away what that version has learned."""
    save_state(tmp_path, state(1))
    monkeypatch.setattr(saved_states, "FORMAT", 3)
    save_state(tmp_path, state(2))
    monkeypatch.undo()
    with pytest.raises(NewerVersion, match=r"epoch-000002.* newer Slicewise"):
        load_latest(tmp_path)


def test_weights_that_are_no_numbers_never_reach_the_disk(tmp_path: Path) -> None:
    """T2, K7."""
    broken = {"model/a": torch.tensor([1.0, float("nan")])}
    with pytest.raises(FloatingPointError):
        save_state(tmp_path, state(1, tensors=broken))
    assert list(tmp_path.iterdir()) == []


def test_a_round_is_found_as_long_as_it_is_kept(tmp_path: Path) -> None:
    for epoch in range(1, 5):
        save_state(tmp_path, state(epoch))
    found = load_round(tmp_path, 2)
    assert found is not None
    assert found.epoch == 2
    assert load_round(tmp_path, 1) is None
    (tmp_path / "epoch-000002.safetensors").write_bytes(b"damaged")
    assert load_round(tmp_path, 2) is None
