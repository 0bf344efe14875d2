"""What a rehearsal proves, each as a pure function of what was seen."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from unet_core.config import TrainConfig
from unet_core.events import Check, RunForecast
from unet_core.saved_states import KEPT
from unet_core.volume import Labels

MANY_BATCHES, SOME_BATCHES = 100, 12
"""From how many batches on a loss must have fallen by a quarter, by a tenth."""
MUCH, SOME, ANY = 0.25, 0.1, 0.02
RISEN, WILD = 1.05, 3.0
AREA_ROOM = 1.6
"""Labels may grow or shrink by the random size change and this much besides, at the edges."""
LEAST_EQUAL = 0.9999
"""Voxels that must be equal: where two classes are equally likely, the last bit may decide."""


@dataclass(frozen=True)
class Measured:
    """What a rehearsal took, and what the whole run will have to do.

    Attributes:
        batch_s: Of a batch.
        slice_s: Of validating a slice.
        saving_s: Of saving, a round.
        train_slices: Of all training cases.
        validation_slices: Of all validation cases.
        read_s: Reading all cases will take; they are cached afterwards.
        peak_memory_mb: Of this process.
        state_bytes: Of a saved state.
        model_bytes: Of the model file.
        cache_bytes: A cached slice takes.
    """

    batch_s: float
    slice_s: float
    saving_s: float
    train_slices: int
    validation_slices: int
    read_s: float
    peak_memory_mb: float
    state_bytes: int
    model_bytes: int
    cache_bytes: float


def labels_survive(
    before: Sequence[Tensor], after: Sequence[Tensor], names: Sequence[str], config: TrainConfig
) -> Check:
    """Whether random changes keep every class, and its size within what was asked for.

    Args:
        before: (B, S, S) uint8 class indices of some batches.
        after: The same batches, turned, scaled and bent; without artificial lesions.
        names: Of the classes above background.
        config: How large the changes may be.
    """
    old, new = (
        sum(torch.bincount(b.flatten(), minlength=len(names) + 1) for b in batches)
        for batches in (before, after)
    )
    limit = AREA_ROOM * (1 + config.scale) ** 2
    counts = zip(names, old.tolist()[1:], new.tolist()[1:], strict=True)  # type: ignore[union-attr]
    for name, had, has in counts:
        if not had:
            continue
        if not 1 / limit <= has / had <= limit:
            return Check(
                "labels",
                False,
                f"Random changes turned {had:,} pixels of {name} into {has:,}.",
                "Lower rotation_deg, scale and elastic, or raise image_size.",
            )
    kept = ", ".join(
        f"{name} {has / had:.0%}"
        for name, had, has in zip(names, old.tolist()[1:], new.tolist()[1:], strict=True)  # type: ignore[union-attr]
        if had
    )
    return Check("labels", True, f"Labels survive random changes (pixels left: {kept}).")


def shrinking_keeps(
    full: Mapping[str, int], small: Mapping[str, int], image_size: int
) -> Check | None:
    """A failed check for a label that is gone once slices are resized; else None."""
    for name, voxels in full.items():
        if voxels and not small.get(name):
            return Check(
                "labels",
                False,
                f"At {image_size} pixels nothing is left of {voxels:,} voxels of {name}.",
                "Raise image_size, or crop to the body.",
            )
    return None


def loss_falls(losses: Sequence[float], validation_loss: float, config: TrainConfig) -> Check:
    """Whether the network learns a few slices by heart, as every sound one does.

    Args:
        losses: Of every batch, in order.
        validation_loss: After the last round, of slices it was not shown.
        config: With which learning rate.
    """
    if len(losses) < 2:
        return Check(
            "loss",
            False,
            f"Only {len(losses)} batch was learned from in the time there was.",
            "Rehearse for more minutes, or lower batch_size or image_size.",
        )
    quarter = max(len(losses) // 4, 1)
    first = min(losses[0], sum(losses[:quarter]) / quarter)
    last = sum(losses[-quarter:]) / quarter
    words = f"from {first:.3f} to {last:.3f} in {len(losses)} batches"
    slower = f"Set learning_rate below {config.learning_rate:g}, such as "
    slower += f"{float(f'{config.learning_rate / 10:.1g}'):g}."
    if not math.isfinite(last) or last > RISEN * first:
        return Check("loss", False, f"The loss rose {words}.", slower)
    if not validation_loss < WILD * first:
        return Check(
            "loss",
            False,
            f"The loss went {words}, but on slices that were not shown it is "
            f"{validation_loss:.3g}: the weights are thrown about.",
            slower,
        )
    count = len(losses)
    needed = MUCH if count >= MANY_BATCHES else SOME if count >= SOME_BATCHES else ANY
    if last > (1 - needed) * first:
        return Check(
            "loss",
            False,
            f"The loss hardly fell: {words}, where a sound network learns a few slices by heart.",
            "Look whether masks lie on their scans (check the data set). If they do, try "
            f"learning_rate {_other_rate(config.learning_rate):g} (now {config.learning_rate:g}).",
        )
    return Check("loss", True, f"The loss fell {words}: it learns.")


def mask_fits(prediction: Labels, reference: Labels) -> Check:
    """Whether the mask that comes out lies on the grid of the mask that went in."""
    out, expected = (" × ".join(map(str, a.shape[::-1])) for a in (prediction, reference))
    if prediction.shape != reference.shape:
        return Check(
            "size",
            False,
            f"The network's mask has {out} voxels, the reference {expected}.",
            "Report this: it is a fault of the program.",
        )
    return Check("size", True, f"The network's mask has the size of the reference ({out}).")


def state_is_kept(before: Mapping[str, Tensor], after: Mapping[str, Tensor]) -> Check:
    """Whether everything saved was read back bit by bit."""
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old is None or new is None or old.dtype != new.dtype or not _same_bits(old, new):
            return Check(
                "checkpoint",
                False,
                f"A saved state came back changed ({name}).",
                "Choose another disk for the runs, and check this one.",
            )
    size = sum(tensor.numel() * tensor.element_size() for tensor in before.values())
    return Check(
        "checkpoint",
        True,
        f"A saved state of {len(before)} parts ({size / 2**20:.1f} MB) was read back, equal to "
        "the bit.",
    )


def model_agrees(loaded: Labels, trained: Labels) -> Check:
    """Whether the model file draws the mask the trained network drew."""
    same = float(np.mean(loaded == trained)) if loaded.shape == trained.shape else 0.0
    if same < LEAST_EQUAL:
        return Check(
            "model",
            False,
            f"The model file agrees with the trained network in {same:.2%} of voxels only.",
            "Report this: it is a fault of the program.",
        )
    return Check("model", True, "The model file was loaded and draws the same mask.")


def forecast(config: TrainConfig, seen: Measured) -> RunForecast:
    """What the whole run will take."""
    batches = config.batches_per_epoch or -(-seen.train_slices // config.batch_size)
    round_s = batches * seen.batch_s + seen.validation_slices * seen.slice_s + seen.saving_s
    rounds = config.epochs
    if config.minutes:
        rounds = max(int(config.minutes * 60 // round_s), 1) if round_s > 0 else 1
    slices = seen.train_slices + seen.validation_slices
    disk = (KEPT + 1) * seen.state_bytes + 2 * seen.model_bytes + slices * seen.cache_bytes
    learning_s = config.minutes * 60 if config.minutes else rounds * round_s
    return RunForecast(
        round_s=round_s,
        rounds=rounds,
        run_s=learning_s + seen.read_s,
        peak_memory_mb=seen.peak_memory_mb,
        disk_mb=disk / 2**20,
    )


def counted(classes: NDArray[np.uint8], names: Sequence[str]) -> dict[str, int]:
    """Pixels of each class above background, by name."""
    counts = np.bincount(classes.ravel(), minlength=len(names) + 1)
    return {name: int(count) for name, count in zip(names, counts[1:], strict=False)}


def _same_bits(one: Tensor, other: Tensor) -> bool:
    """NaN included, which ``torch.equal`` calls unequal."""
    if one.shape != other.shape:
        return False
    first, second = (t.detach().cpu().contiguous().reshape(-1) for t in (one, other))
    return torch.equal(first.view(torch.uint8), second.view(torch.uint8))


def _other_rate(rate: float) -> float:
    return float(f"{rate * 10 if rate < 1e-4 else rate / 10:.1g}")
