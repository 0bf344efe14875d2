"""Weights on disk: the resumable state of a run and the model file. No pickle, every bit checked.

Neither PyTorch nor safetensors notices a flipped bit, so each file carries a SHA-256 over all of
its bytes (its own 64 digits counted as zeros).
"""

import contextlib
import dataclasses
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Self

import safetensors
import safetensors.torch
import torch
from torch import Tensor

from unet_core.config import ModelConfig, TrainConfig, check_settings
from unet_core.errors import InputError
from unet_core.io import atomic
from unet_core.unet import UNet
from unet_core.volume import Label

FORMAT = 1
"""Version of both files; a file with a higher one is refused."""
KEPT = 3
"""Resumable states kept in a run folder."""
_LARGEST_FILE = 4 << 30
_MARK = b'"sha256":"'
_DIGITS = 64
_AGAIN = "take it again from where it came"
_STATE_NAME = re.compile(r"epoch-(\d{6})\.safetensors")


@dataclass(frozen=True)
class Passport:
    """What a model file says about itself; holds hashes instead of names of patients.

    Attributes:
        model: Shape of the network.
        train: Settings of the run, preprocessing among them.
        labels: What the network predicts, by label value; class ``i + 1`` is the ``i``-th of the
            rising values, and a network with one output predicts the only one.
        intensity: Kind of voxels learned from, see ``Volume``; "mixed" if both.
        spacing_xyz_mm: Median over training scans; None where none has a scale.
        train_sha256: Of the voxels of each training scan.
        validation_sha256: Of the voxels of each validation scan.
        epoch: The round these weights are from.
        scores: Mean Dice of whole validation cases for each region; None for n/a.
        versions: Of this program and the libraries that matter.
        created: ISO 8601 local time.
    """

    model: ModelConfig
    train: TrainConfig
    labels: dict[int, Label]
    intensity: Literal["HU", "grey", "mixed"] = "HU"
    spacing_xyz_mm: tuple[float, float, float] | None = None
    train_sha256: tuple[str, ...] = ()
    validation_sha256: tuple[str, ...] = ()
    epoch: int = 0
    scores: Mapping[str, float | None] = dataclasses.field(default_factory=dict)
    versions: Mapping[str, str] = dataclasses.field(default_factory=dict)
    created: str = ""

    @property
    def window_hu(self) -> tuple[float, float]:
        """Black and white of the grey the network sees, in HU."""
        return (self.train.window_low_hu, self.train.window_high_hu)

    def to_json(self) -> dict[str, Any]:
        """Plain values; ``labels`` as a list."""
        values = dataclasses.asdict(self)
        values["labels"] = [dataclasses.asdict(label) for label in self.labels.values()]
        return values

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The passport written by ``to_json``; KeyError, TypeError or InputError if it is not."""
        model = ModelConfig(**values["model"])
        check_settings(model)
        spacing = values["spacing_xyz_mm"]
        return cls(
            **{
                **values,
                "model": model,
                "train": TrainConfig.from_json(values["train"]),
                "labels": {int(v["value"]): Label(**v) for v in values["labels"]},
                "spacing_xyz_mm": None if spacing is None else tuple(spacing),
                "train_sha256": tuple(values["train_sha256"]),
                "validation_sha256": tuple(values["validation_sha256"]),
            }
        )


# --- model file ------------------------------------------------------------------------------


def save_model(path: Path, model: UNet, passport: Passport) -> None:
    """Write weights and passport into one file, re-read and compared before it takes its name.

    Raises:
        InputError: If weights are not all finite, or the disk refuses.
    """
    tensors = {name: tensor.detach() for name, tensor in model.state_dict().items()}
    _refuse_unfinite(tensors, path.name)
    atomic.write_bytes(path, _seal(tensors, "model", passport.to_json()))


def load_model(path: Path) -> tuple[UNet, Passport]:
    """The network, in eval mode on the processor, and its passport.

    Raises:
        InputError: If the file is damaged, of another program or a newer version, or its
            weights do not fit the architecture it names.
    """
    tensors, content = _unseal(_read(path), path.name, "model")
    try:
        passport = Passport.from_json(content)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            path.name, f"has an incomplete passport ({type(error).__name__})", _AGAIN
        ) from None
    with torch.device("meta"):
        model = UNet(passport.model)
    _refuse_misfit(tensors, model.state_dict(), path.name)
    _refuse_unfinite(tensors, path.name)
    model.load_state_dict(tensors, assign=True)
    return model.eval(), passport


def _refuse_misfit(found: Mapping[str, Tensor], expected: Mapping[str, Tensor], name: str) -> None:
    for key in sorted({*found, *expected}):
        here, there = _described(found.get(key)), _described(expected.get(key))
        if here != there:
            raise InputError(
                name,
                f"holds other weights than its architecture has: {key} is {here}, not {there}",
                "choose the model file as Slicewise wrote it",
            )


def _described(tensor: Tensor | None) -> str:
    if tensor is None:
        return "absent"
    return f"{' x '.join(str(n) for n in tensor.shape) or 'one'} {str(tensor.dtype)[6:]}"


def _refuse_unfinite(tensors: Mapping[str, Tensor], name: str) -> None:
    for tensor in tensors.values():
        if tensor.is_floating_point() and not bool(torch.isfinite(tensor).all()):
            raise InputError(
                name,
                "holds weights that are not numbers (the training diverged)",
                "use the model of an earlier round or train with a lower learning_rate",
            )


# --- resumable state -------------------------------------------------------------------------


@dataclass(frozen=True)
class State:
    """All that a run needs to go on after a finished round as if nothing had happened.

    Random numbers need no state: they follow from seed, epoch and batch.

    Attributes:
        epoch: Rounds done.
        step: Batches done.
        active_s: Seconds of work, pauses left out.
        best_epoch: Round of the best score.
        best_score: Mean Dice of that round.
        best_loss: Validation loss of that round, which decides between equal scores.
        journal: The round's line of ``events.jsonl``.
        tensors: Weights, averaged weights and optimiser state, by unique name.
    """

    epoch: int
    step: int
    active_s: float
    best_epoch: int
    best_score: float
    best_loss: float
    journal: Mapping[str, Any]
    tensors: Mapping[str, Tensor]


def save_state(folder: Path, state: State) -> Path:
    """Write a state beside earlier ones, verified, then remove all but the last three.

    Raises:
        InputError: If the disk refuses; earlier states are untouched.
    """
    content = {
        field.name: getattr(state, field.name)
        for field in dataclasses.fields(state)
        if field.name != "tensors"
    }
    path = folder / f"epoch-{state.epoch:06d}.safetensors"
    atomic.write_bytes(path, _seal(state.tensors, "training state", content))
    for old in _states(folder)[KEPT:]:
        with contextlib.suppress(OSError):
            old.unlink()
    return path


def load_latest(folder: Path) -> tuple[State | None, tuple[str, ...]]:
    """The newest sound state, and a sentence for each damaged one passed over.

    None where no round was finished.

    Raises:
        InputError: If there are states and all are damaged.
    """
    notices: list[str] = []
    states = _states(folder)
    for path in states:
        try:
            tensors, content = _unseal(_read(path), path.name, "training state")
            return State(**content, tensors=tensors), tuple(notices)
        except (InputError, TypeError) as error:
            notices.append(f"{error} The round before it is used instead.")
    if states:
        raise InputError(
            "this run", "has no undamaged saved state left", "start a new run; its model is kept"
        )
    return None, ()


def _states(folder: Path) -> list[Path]:
    """Newest first."""
    if not folder.is_dir():
        return []
    return sorted((p for p in folder.iterdir() if _STATE_NAME.fullmatch(p.name)), reverse=True)


# --- sealed safetensors ----------------------------------------------------------------------


def _seal(tensors: Mapping[str, Tensor], kind: str, content: Mapping[str, Any]) -> bytes:
    metadata = {
        "kind": f"slicewise {kind}",
        "format": str(FORMAT),
        "content": json.dumps(content, allow_nan=False, sort_keys=True),
        "sha256": "0" * _DIGITS,
    }
    plain = {name: tensor.cpu().contiguous() for name, tensor in tensors.items()}
    data = safetensors.torch.save(plain, metadata)
    at = data.index(_MARK) + len(_MARK)
    digest = hashlib.sha256(data).hexdigest().encode()
    return data[:at] + digest + data[at + _DIGITS :]


def _unseal(data: bytes, name: str, kind: str) -> tuple[dict[str, Tensor], dict[str, Any]]:
    metadata = _metadata(data, name)
    if metadata.get("kind") != f"slicewise {kind}":
        raise InputError(
            name,
            f"is a safetensors file, but no Slicewise {kind}",
            "choose a model.safetensors from a run folder",
        )
    version = str(metadata.get("format", ""))
    if version.isdigit() and int(version) > FORMAT:
        raise InputError(
            name, f"was written by a newer Slicewise (format {version})", "update Slicewise"
        )
    at = data.index(_MARK) + len(_MARK) if _MARK in data else len(data)
    blank = data[:at] + b"0" * _DIGITS + data[at + _DIGITS :]
    if hashlib.sha256(blank).hexdigest().encode() != data[at : at + _DIGITS]:
        raise InputError(name, "is damaged (its checksum does not match)", _AGAIN)
    try:
        return safetensors.torch.load(data), json.loads(metadata["content"])
    except (safetensors.SafetensorError, KeyError, ValueError, RecursionError):
        raise InputError(name, "is damaged (it cannot be decoded)", _AGAIN) from None


def _metadata(data: bytes, name: str) -> dict[str, str]:
    if data[:2] == b"PK" or data[:1] == b"\x80":
        raise InputError(
            name,
            "is a PyTorch file, which may contain code and is never opened",
            "choose a model.safetensors from a run folder",
        )
    size = int.from_bytes(data[:8], "little")
    try:
        if size > len(data) - 8:
            raise ValueError
        found = json.loads(data[8 : 8 + size])["__metadata__"]
        if not isinstance(found, dict):
            raise TypeError
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError(
            name,
            "is damaged or no model of Slicewise",
            "choose a model.safetensors from a run folder",
        ) from None
    return found


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _LARGEST_FILE:
            raise InputError(
                path.name,
                f"is {size / 2**30:.1f} GB, too large for a model",
                "choose a model.safetensors from a run folder",
            )
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            path.name, f"cannot be read ({error.strerror})", "check that it is there"
        ) from None
