"""Weights on disk: the model file and how any weights are sealed. No pickle, every bit checked.

Neither PyTorch nor safetensors notices a flipped bit, so each file carries a SHA-256 over all of
its bytes (its own 64 digits counted as zeros).
"""

import contextlib
import dataclasses
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Self

import safetensors
import safetensors.torch
import torch
from torch import Tensor, nn

from unet_core.config import ModelConfig, TrainConfig, check_settings
from unet_core.errors import InputError
from unet_core.io import atomic
from unet_core.networks import Network, build_network
from unet_core.scores import Estimate
from unet_core.training_range import TrainingRange
from unet_core.volume import Label

FORMAT = 1
"""Version of model files; a file with a higher one is refused."""
_LARGEST_FILE = 4 << 30
_MARK = b'"sha256":"'
_DIGITS = 64
_AGAIN = "take it again from where it came"


class NewerVersion(InputError):
    """A file that only a newer Slicewise understands."""


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
        parent_sha256: Of the model file whose weights it began with; empty where it began anew.
        pixel_mm: What a pixel that each U-Net sees measures in the patient, median over training
            scans; None without a scale, empty in files of before.
        ranges: What the training scans had in common; None in files of before.
        estimates: ``scores`` with intervals, by region; empty in files of before.
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
    parent_sha256: str = ""
    pixel_mm: tuple[float | None, ...] = ()
    ranges: TrainingRange | None = None
    estimates: Mapping[str, Estimate] = dataclasses.field(default_factory=dict)

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
        """The passport written by ``to_json``; KeyError, TypeError or InputError if it is not.

        What a newer program has noted besides is passed over: how a network is used is all in
        ``model`` and ``train``, which refuse what they do not know.
        """
        model = ModelConfig(**values["model"])
        check_settings(model)
        spacing = values["spacing_xyz_mm"]
        known = {field.name for field in dataclasses.fields(cls)}
        return cls(
            **{
                **{name: value for name, value in values.items() if name in known},
                "model": model,
                "train": TrainConfig.from_json(values["train"]),
                "labels": {int(v["value"]): Label(**v) for v in values["labels"]},
                "spacing_xyz_mm": None if spacing is None else tuple(spacing),
                "train_sha256": tuple(values["train_sha256"]),
                "validation_sha256": tuple(values["validation_sha256"]),
                "pixel_mm": tuple(values.get("pixel_mm", ())),
                "ranges": _ranges(values.get("ranges")),
                "estimates": dict(_estimates(values.get("estimates"))),
            }
        )


def _ranges(values: Any) -> TrainingRange | None:
    """Facts for the reader; None where there are none, or only a newer program understands them."""
    with contextlib.suppress(KeyError, TypeError, ValueError, AttributeError):
        return TrainingRange.from_json(values)
    return None


def _estimates(values: Any) -> Iterator[tuple[str, Estimate]]:
    known = {field.name for field in dataclasses.fields(Estimate)}
    for name, found in values.items() if isinstance(values, dict) else ():
        with contextlib.suppress(TypeError, AttributeError):
            yield str(name), Estimate(**{key: v for key, v in found.items() if key in known})


# --- model file ------------------------------------------------------------------------------


def save_model(path: Path, model: nn.Module, passport: Passport) -> None:
    """Write weights and passport into one file, re-read and compared before it takes its name.

    Raises:
        InputError: If weights are not all finite, or the disk refuses.
    """
    tensors = {name: tensor.detach() for name, tensor in model.state_dict().items()}
    _refuse_unfinite(tensors, path.name)
    atomic.write_bytes(path, seal(tensors, "model", FORMAT, passport.to_json()))


def load_model(path: Path) -> tuple[Network, Passport]:
    """The network, in eval mode on the processor, and its passport.

    Raises:
        InputError: If the file is damaged, of another program or a newer version, or its
            weights do not fit the architecture it names.
    """
    tensors, content = unseal(path, "model", FORMAT)
    passport = _passport(content, path.name)
    with torch.device("meta"):
        model = build_network(passport.model)
    _refuse_misfit(tensors, model.state_dict(), path.name)
    _refuse_unfinite(tensors, path.name)
    model.load_state_dict(tensors, assign=True)
    return model.eval(), passport


def read_passport(path: Path) -> Passport:
    """The passport of a model file that is whole; its weights are not unpacked.

    Raises:
        InputError: As ``load_model``, but for weights that do not fit the architecture.
    """
    return _passport(_unsealed(path, "model", FORMAT)[1], path.name)


def _passport(content: Mapping[str, Any], name: str) -> Passport:
    try:
        return Passport.from_json(content)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(
            name, f"has an incomplete passport ({type(error).__name__})", _AGAIN
        ) from None


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


def are_finite(tensors: Mapping[str, Tensor]) -> bool:
    """Whether every number in them is one."""
    floating = [tensor for tensor in tensors.values() if tensor.is_floating_point()]
    return all(bool(torch.isfinite(tensor).all()) for tensor in floating)


def _refuse_unfinite(tensors: Mapping[str, Tensor], name: str) -> None:
    if not are_finite(tensors):
        raise InputError(
            name,
            "holds weights that are not numbers (the training diverged)",
            "use the model of an earlier round or train with a lower learning_rate",
        )


# --- sealed safetensors ----------------------------------------------------------------------


def seal(
    tensors: Mapping[str, Tensor], kind: str, version: int, content: Mapping[str, Any]
) -> bytes:
    """A safetensors file of ``tensors`` and plain values that notices every flipped bit.

    Args:
        tensors: By unique name.
        kind: What it is: "model" or "training state".
        version: Of the format of ``content``.
        content: Plain values; numbers must be finite.
    """
    metadata = {
        "kind": f"slicewise {kind}",
        "format": str(version),
        "content": json.dumps(content, allow_nan=False, sort_keys=True),
        "sha256": "0" * _DIGITS,
    }
    plain = {name: tensor.cpu().contiguous() for name, tensor in tensors.items()}
    data = safetensors.torch.save(plain, metadata)
    at = data.index(_MARK) + len(_MARK)
    digest = hashlib.sha256(data).hexdigest().encode()
    return data[:at] + digest + data[at + _DIGITS :]


def unseal(path: Path, kind: str, newest: int) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Tensors and content of the file ``seal`` made.

    Raises:
        InputError: If it is damaged, of another kind, or of a version above ``newest``.
    """
    data, content = _unsealed(path, kind, newest)
    try:
        return safetensors.torch.load(data), content
    except safetensors.SafetensorError:
        raise InputError(path.name, "is damaged (it cannot be decoded)", _AGAIN) from None


def _unsealed(path: Path, kind: str, newest: int) -> tuple[bytes, dict[str, Any]]:
    """All bytes of a sealed file, each as it was written, and its content."""
    data, name = _read(path), path.name
    metadata = _metadata(data, name)
    if metadata.get("kind") != f"slicewise {kind}":
        raise InputError(
            name,
            f"is a safetensors file, but no Slicewise {kind}",
            "choose a model.safetensors from a run folder",
        )
    version = str(metadata.get("format", ""))
    if version.isdigit() and int(version) > newest:
        raise NewerVersion(
            name, f"was written by a newer Slicewise (format {version})", "update Slicewise"
        )
    at = data.index(_MARK) + len(_MARK) if _MARK in data else len(data)
    blank = data[:at] + b"0" * _DIGITS + data[at + _DIGITS :]
    if hashlib.sha256(blank).hexdigest().encode() != data[at : at + _DIGITS]:
        raise InputError(name, "is damaged (its checksum does not match)", _AGAIN)
    try:
        return data, json.loads(metadata["content"])
    except (KeyError, ValueError, RecursionError):
        raise InputError(name, "is damaged (it cannot be decoded)", _AGAIN) from None


def _metadata(data: bytes, name: str) -> dict[str, str]:
    size = int.from_bytes(data[:8], "little")
    # a safetensors file begins with a number, one in 32 of which looks like the start of a pickle
    has_header = size <= len(data) - 8 and data[8:9] == b"{"
    if not has_header and (data[:2] == b"PK" or data[:1] == b"\x80"):
        raise InputError(
            name,
            "is a PyTorch file, which may contain code and is never opened",
            "choose a model.safetensors from a run folder",
        )
    try:
        if not has_header:
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
