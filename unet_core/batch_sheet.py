"""A contact sheet of what a network learns from: the pictures of a batch as small grey ones.

Plain values without torch, so that the window may hold them. Whoever trains looks for a request
in the run folder at every batch and answers with a file beside it: the same for a run of this
window, of another one and of a terminal.
"""

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import safetensors.numpy
from numpy.typing import NDArray
from safetensors import SafetensorError

from unet_core.errors import InputError
from unet_core.io import atomic
from unet_core.io.headers import open_regular
from unet_core.network_shape import Role
from unet_core.volume import Label

REQUEST_FILE, ANSWER_FILE = "show_batch.json", "batch.safetensors"
MOST_SLICES, LARGEST_SIDE = 64, 512
"""More slices are left out, larger ones are shrunk: a sheet stays a few megabytes."""
_MOST_BYTES = 1 << 28
_FORMAT = 1
Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class SheetSlice:
    """One picture of a batch.

    Attributes:
        case_id: Whose it is.
        number: Of the slice, from 1, feet first.
        changes: What augmentation did, see ``augment.Change``.
    """

    case_id: str
    number: int
    changes: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class SheetLook:
    """What one U-Net is shown.

    Attributes:
        role: Its part in the run.
        slices: Where each picture is from.
        labels: Of class indices 1, 2, ...
        before: (B, C, S, S) as they lie in the slice cache.
        before_labels: (B, S, S) class indices.
        after: (B, C, S, S) as they are learned from.
        after_labels: (B, S, S) class indices.
    """

    role: Role
    slices: tuple[SheetSlice, ...]
    labels: tuple[Label, ...]
    before: Pixels
    before_labels: Pixels
    after: Pixels
    after_labels: Pixels


@dataclass(frozen=True)
class Sheet:
    """A batch to look at.

    Attributes:
        epoch: Round, from 1.
        batch: Of the round, from 1.
        size: Slices in the batch; the sheet may hold fewer.
        looks: One for each U-Net.
        run: Name of the run folder; empty before a run.
    """

    epoch: int
    batch: int
    size: int
    looks: tuple[SheetLook, ...]
    run: str = ""


@dataclass(frozen=True)
class SheetMade:
    """A sheet is there."""

    sheet: Sheet


# --- asking whoever trains ---------------------------------------------------------------------


def ask(folder: Path, token: str) -> None:
    """Ask for the next batch of the run in ``folder``.

    Raises:
        InputError: If the folder cannot be written to.
    """
    atomic.write_json(folder / REQUEST_FILE, {"token": token})


def withdraw(folder: Path) -> None:
    """Nobody waits any more."""
    with contextlib.suppress(OSError):
        (folder / REQUEST_FILE).unlink(missing_ok=True)


def asked(folder: Path) -> str | None:
    """Who asks for a batch, once; None if nobody does. Takes some microseconds."""
    path = folder / REQUEST_FILE
    if not os.path.lexists(path):
        return None
    token: str | None = None
    with contextlib.suppress(InputError, KeyError, TypeError):
        token = str(atomic.read_json(path)["token"])
    withdraw(folder)
    return token


def answer(folder: Path, token: str, sheet: Sheet) -> None:
    """Write the batch that was asked for.

    Raises:
        InputError: If the disk does not take it.
    """
    atomic.write_bytes(folder / ANSWER_FILE, to_bytes(sheet, token))


def answered(folder: Path, token: str) -> Sheet | None:
    """The batch that was asked for; None as long as it is not there."""
    path = folder / ANSWER_FILE
    try:
        with open_regular(path) as file:
            if os.fstat(file.fileno()).st_size > _MOST_BYTES:
                return None
            data = file.read()
    except (OSError, InputError):
        return None
    found = from_bytes(data)
    return found[0] if found is not None and found[1] == token else None


# --- as bytes ------------------------------------------------------------------------------------


def to_bytes(sheet: Sheet, token: str = "") -> bytes:
    """A safetensors file: pictures as arrays, everything else as JSON beside them."""
    arrays = {
        f"{number}/{name}": np.ascontiguousarray(getattr(look, name))
        for number, look in enumerate(sheet.looks)
        for name in _ARRAYS
    }
    content = {
        "format": _FORMAT,
        "token": token,
        "epoch": sheet.epoch,
        "batch": sheet.batch,
        "size": sheet.size,
        "run": sheet.run,
        "looks": [
            {
                "role": look.role,
                "slices": [asdict(one) for one in look.slices],
                "labels": [asdict(label) for label in look.labels],
            }
            for look in sheet.looks
        ],
    }
    return safetensors.numpy.save(arrays, {"content": json.dumps(content)})


_ARRAYS = ("before", "before_labels", "after", "after_labels")


def from_bytes(data: bytes) -> tuple[Sheet, str] | None:
    """What ``to_bytes`` made, and its token; None for anything else."""
    try:
        size = int.from_bytes(data[:8], "little")
        content = json.loads(json.loads(data[8 : 8 + size])["__metadata__"]["content"])
        arrays = safetensors.numpy.load(data)
        if content["format"] != _FORMAT:
            return None
        looks = tuple(
            _look(one, {name: arrays[f"{number}/{name}"] for name in _ARRAYS})
            for number, one in enumerate(content["looks"])
        )
        sheet = Sheet(
            int(content["epoch"]),
            int(content["batch"]),
            int(content["size"]),
            looks,
            str(content["run"]),
        )
        return sheet, str(content["token"])
    except (ValueError, KeyError, TypeError, IndexError, RecursionError, SafetensorError):
        return None


def _look(values: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> SheetLook:
    slices = tuple(
        SheetSlice(
            str(one["case_id"]),
            int(one["number"]),
            tuple((str(name), float(amount)) for name, amount in one["changes"]),
        )
        for one in values["slices"]
    )
    look = SheetLook(
        role=values["role"],
        slices=slices,
        labels=tuple(Label(**label) for label in values["labels"]),
        **arrays,
    )
    count = len(slices)
    side = look.after.shape[-1]
    whole = (count, look.after.shape[1], side, side)
    if not (
        all(array.dtype == np.uint8 for array in arrays.values())
        and look.before.shape == look.after.shape == whole
        and look.before_labels.shape == look.after_labels.shape == (count, side, side)
    ):
        raise ValueError("pictures and labels do not fit together")
    return look
