"""Resumable states of a run: everything its future depends on, the last three kept and verified.

A state is saved after each round and, in long rounds, in between. Its name sorts as it was
reached: ``epoch-000003-batch-000040`` lies within the third round, ``epoch-000003`` at its end.
"""

import contextlib
import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from torch import Tensor

from unet_core.checkpoint import NewerVersion, are_finite, seal, unseal
from unet_core.errors import InputError
from unet_core.io import atomic

FORMAT = 2
"""Version of state files; those of version 1 knew no position within a round and still load."""
KEPT = 3
"""States kept in a run folder."""
_KIND = "training state"
_NAME = re.compile(r"epoch-\d{6}(-batch-\d{6})?\.safetensors")


@dataclass(frozen=True)
class State:
    """All that a run needs to go on as if nothing had happened.

    The random numbers of this program need no state: they follow from seed, round and batch. The
    generators of PyTorch, NumPy and Python are among the tensors all the same, so that a library
    which draws from them goes on where it was, too.

    Attributes:
        epoch: Rounds done.
        step: Batches learned from, over all rounds; what averaging and optimiser count.
        active_s: Seconds of work, pauses left out; with ``minutes`` the scheduler's position.
        best_epoch: Round of the best score, from which ``patience`` is counted.
        best_score: Mean Dice of that round.
        best_loss: Validation loss of that round, which decides between equal scores.
        journal: Line of the last round done in ``events.jsonl``; empty before the first.
        tensors: Weights, averaged weights, optimiser and random states, by unique name.
        batch: Batches done of the round after ``epoch``.
        partial: Sums over those batches, see ``RoundSums``.
        curve: Records of all rounds done, should the journal be lost.
        micro_batch: Slices in memory at once, which a shortage of memory may have lowered.
        rate_factor: The learning rate is multiplied by it: halved at each rollback.
        rollbacks: How often a loss that was not a number sent the run back.
    """

    epoch: int
    step: int
    active_s: float
    best_epoch: int
    best_score: float | None
    best_loss: float | None
    journal: Mapping[str, Any]
    tensors: Mapping[str, Tensor]
    batch: int = 0
    partial: Mapping[str, Any] = field(default_factory=dict)
    curve: tuple[Mapping[str, Any], ...] = ()
    micro_batch: int = 0
    rate_factor: float = 1.0
    rollbacks: int = 0

    @property
    def name(self) -> str:
        """Of its file."""
        if not self.batch:
            return f"epoch-{self.epoch:06d}.safetensors"
        return f"epoch-{self.epoch + 1:06d}-batch-{self.batch:06d}.safetensors"


def save_state(folder: Path, state: State) -> Path:
    """Write a state beside earlier ones, verified, and only then remove all but the last three.

    Raises:
        FloatingPointError: If any weight is not a number: nothing is written then.
        InputError: If the disk refuses; earlier states are untouched.
    """
    if not are_finite(state.tensors):
        raise FloatingPointError
    content = {
        field.name: getattr(state, field.name)
        for field in dataclasses.fields(state)
        if field.name != "tensors"
    }
    path = folder / state.name
    atomic.write_bytes(path, seal(state.tensors, _KIND, FORMAT, content))
    for old in surplus(folder, state):
        with contextlib.suppress(OSError):
            old.unlink()
    return path


def surplus(folder: Path, state: State) -> list[Path]:
    """States before ``state`` that need no longer be kept: none, unless the disk kept them.

    Those beyond it were passed over as damaged and count for nothing.
    """
    return [path for path in _states(folder) if path.name <= state.name][KEPT:]


def load_latest(folder: Path) -> tuple[State | None, tuple[str, ...]]:
    """The newest sound state, and a sentence for each damaged one passed over.

    None where nothing was saved yet.

    Raises:
        InputError: If there are states and all are damaged, or one is of a newer version.
    """
    notices: list[str] = []
    states = _states(folder)
    for path in states:
        try:
            return _load(path), tuple(notices)
        except NewerVersion:  # an older state would throw away what that version learned
            raise
        except InputError as error:
            notices.append(f"{error} The state saved before it is used instead.")
    if states:
        raise InputError(
            "this run", "has no undamaged saved state left", "start a new run; its model is kept"
        )
    return None, ()


def load_round(folder: Path, epoch: int) -> State | None:
    """The state at the end of a round; None where it is no longer kept, or damaged."""
    path = folder / f"epoch-{epoch:06d}.safetensors"
    with contextlib.suppress(InputError):
        return _load(path)
    return None


def _load(path: Path) -> State:
    tensors, content = unseal(path, _KIND, FORMAT)
    try:
        return State(**{**content, "curve": tuple(content.get("curve", ()))}, tensors=tensors)
    except TypeError:
        raise InputError(path.name, "is incomplete", "take it again from where it came") from None


def _states(folder: Path) -> list[Path]:
    """Newest first."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if _NAME.fullmatch(path.name))
    return sorted(found, key=lambda path: path.name, reverse=True)
