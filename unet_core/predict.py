"""Run a trained model on a scan: every slice through the network, then a mask on the scan's grid.

The loop over slices is also what training validates with, so that both mean the same thing.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from unet_core.checkpoint import Passport, load_model
from unet_core.config import PredictConfig, TrainConfig
from unet_core.errors import InputError
from unet_core.events import Event, Predicted, Progress
from unet_core.postprocess import clean
from unet_core.preprocess import Slices, network_input, prepare, restore_logits
from unet_core.unet import UNet, choose_device, tune_allocator
from unet_core.volume import Label, LabelMap, Labels, Volume

FAR_SPACING = 1.75
"""A scan whose voxels are so many times larger or smaller than those learned from is far."""
LEAST_GREY_SHARE = 0.05
"""Less than this between black and white, and the window of the model shows nothing."""


def predict(
    model_path: Path, volume: Volume, config: PredictConfig | None = None
) -> Iterator[Event]:
    """Progress after every batch, then one Predicted with a mask on the scan's own grid.

    Closing the generator stops it after the batch under way; nothing is written anywhere.

    Raises:
        InputError: If the model file is damaged or not one of ours.
    """
    config = config or PredictConfig()
    started = time.monotonic()
    tune_allocator()
    count, title = len(volume.canonical), f"Predicting {volume.name}"
    yield Progress(0, count, title)
    model, passport = load_model(model_path)
    model.to(choose_device(), memory_format=torch.channels_last)  # type: ignore[call-overload]
    grey = prepare(volume, passport.train)
    shape_yx = (volume.canonical.shape[1], volume.canonical.shape[2])
    found = np.zeros(volume.canonical.shape, np.uint8)
    batches = predict_slices(
        model, grey, shape_yx, passport.train, config.batch_size, tuple(sorted(passport.labels))
    )
    for start, labels in batches:
        found[start : start + len(labels)] = labels
        yield Progress(start + len(labels), count, title)
    raw = np.ascontiguousarray(volume.geometry.orientation.invert(found))
    voxels = clean(raw, passport.labels, config)
    notices = (
        *far_from_training(volume, grey, passport),
        *_cleaned(raw, voxels, passport.labels),
        *_not_found(voxels, passport.labels),
    )
    label_map = LabelMap(
        voxels=voxels,
        geometry=volume.geometry,
        name=_name(passport),
        labels=dict(passport.labels),
        role="prediction",
        notices=notices,
    )
    yield Predicted(label_map, time.monotonic() - started, notices)


def predict_slices(
    model: UNet,
    grey: Slices,
    shape_yx: tuple[int, int],
    config: TrainConfig,
    batch_size: int,
    label_values: Sequence[int] | None = None,
) -> Iterator[tuple[int, Labels]]:
    """(first slice, (b, Y, X) uint8 labels) for each batch of slices, in order.

    Works on the device the model is on. The model is in ``eval`` mode only while it computes, so
    a training loop may use this between two steps.

    Args:
        model: Of the shape ``config.model``.
        grey: (Z, S, S) uint8 from ``preprocess``, canonical.
        shape_yx: Size of the scan's own slices, to which logits are enlarged before the decision.
        config: What the model was trained with.
        batch_size: Slices computed at once.
        label_values: Label of each class but background, by class; 1, 2, ... if not given.
    """
    classes = max(config.model.out_channels, 2)
    values = np.array([0, *(label_values or range(1, classes))], np.uint8)
    for start in range(0, len(grey), batch_size):
        z = range(start, min(start + batch_size, len(grey)))
        logits = logits_of(model, network_input(grey, z, config))
        yield start, values[decide(logits, shape_yx, config)]


@torch.inference_mode()
def logits_of(model: UNet, pictures: Tensor) -> Tensor:
    """(B, K, S, S) logits of (B, C, S, S) pictures in eval mode, on the model's device."""
    learning = model.training
    model.eval()
    try:
        device = next(model.parameters()).device
        pictures = pictures.to(device, memory_format=torch.channels_last)
        logits: Tensor = model(pictures)
        return logits
    except torch.OutOfMemoryError:
        raise InputError(
            "the graphics card",
            f"has too little memory for {len(pictures)} slices at once",
            "choose a smaller batch size or close other programs",
        ) from None
    finally:
        model.train(learning)


@torch.inference_mode()
def decide(logits: Tensor, shape_yx: tuple[int, int], config: TrainConfig) -> NDArray[np.uint8]:
    """(B, Y, X) class indices: likeliest class, or sigmoid above a half (logit above 0)."""
    restored = restore_logits(logits.float(), shape_yx, config)
    chosen = restored[:, 0] > 0 if restored.shape[1] == 1 else restored.argmax(dim=1)
    indices: NDArray[np.uint8] = chosen.to(torch.uint8).cpu().numpy()
    return indices


def far_from_training(volume: Volume, grey: Slices, passport: Passport) -> tuple[str, ...]:
    """Sentences on how a scan differs from those the model learned from, with both numbers.

    Args:
        volume: The scan.
        grey: (Z, S, S) uint8, the scan as the network sees it.
        passport: What the model learned from.
    """
    low, high = passport.window_hu
    window = f"{low:g} to {high:g} HU"
    notices = []
    if passport.intensity == "HU" and volume.intensity == "grey":
        notices.append(
            f"{volume.name} holds grey values, not HU; the model learned from HU windowed to "
            f"{window}, and the grey values were taken as if windowed the same way."
        )
    if passport.intensity == "grey" and volume.intensity == "HU":
        notices.append(
            f"{volume.name} is in HU; the model learned from grey pictures, and the scan was "
            f"windowed to {window} to look like them."
        )
    share = float(np.count_nonzero((grey > 0) & (grey < 255))) / grey.size
    if share < LEAST_GREY_SHARE:
        notices.append(
            f"Only {share:.1%} of {volume.name} is neither black nor white in the window of the "
            f"model ({window}); a scan of the abdomen has {LEAST_GREY_SHARE:.0%} and more."
        )
    return (*notices, *_other_spacing(volume, passport))


def _other_spacing(volume: Volume, passport: Passport) -> tuple[str, ...]:
    learned, here = passport.spacing_xyz_mm, volume.geometry.canonical.spacing_xyz_mm
    if learned is None:
        return ()
    learned_text = f"the model learned at {_mm(learned)} mm"
    if not volume.geometry.has_scale:
        return (f"The spacing of {volume.name} is unknown; {learned_text}.",)
    if all(1 / FAR_SPACING <= a / b <= FAR_SPACING for a, b in zip(here, learned, strict=True)):
        return ()
    return (f"{volume.name} has a spacing of {_mm(here)} mm; {learned_text}: expect errors.",)


def _mm(spacing_xyz_mm: tuple[float, float, float]) -> str:
    return " / ".join(f"{n:.3g}" for n in spacing_xyz_mm)


def _cleaned(raw: Labels, voxels: Labels, labels: Mapping[int, Label]) -> tuple[str, ...]:
    """What post-processing took away, so that no one thinks the model never saw it."""
    sentences = []
    for value, label in labels.items():
        before, after = np.count_nonzero(raw == value), np.count_nonzero(voxels == value)
        if after < before:
            sentences.append(
                f"{before - after:,} of {before:,} {label.name} voxels lay apart from the largest "
                "liver and were removed."
            )
    return tuple(sentences)


def _not_found(voxels: Labels, labels: Mapping[int, Label]) -> tuple[str, ...]:
    return tuple(
        f"The model found no {label.name}."
        for value, label in labels.items()
        if not (voxels == value).any()
    )


def _name(passport: Passport) -> str:
    """Says which model drew the mask: ``prediction (standard, epoch 12)``."""
    epoch = f", epoch {passport.epoch}" if passport.epoch else ""
    return f"prediction ({passport.train.preset}{epoch})"
