"""Run a trained model on a scan: every slice through the network, then a mask on the scan's grid.

What training validates with is the same code, in ``looks``: both mean the same thing.
"""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import torch

from unet_core.checkpoint import Passport, load_model
from unet_core.config import PredictConfig
from unet_core.events import Event, Predicted, Progress
from unet_core.looks import looks_of
from unet_core.looks import predict_case as predict_case
from unet_core.looks import probabilities_of_case as probabilities_of_case
from unet_core.postprocess import clean
from unet_core.preprocess import Slices
from unet_core.scan_fit import far_from_training, unlike_labels
from unet_core.scans import Scan as Scan
from unet_core.scans import scan_of as scan_of
from unet_core.training_range import spread_over
from unet_core.unet import choose_device, tune_allocator
from unet_core.volume import Label, LabelMap, Labels, Volume


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
    model, passport = load_model(model_path)
    total = count * looks_of(passport.train)
    yield Progress(0, total, title)
    model.to(choose_device(), memory_format=torch.channels_last)  # type: ignore[call-overload]
    scan = scan_of(volume, passport.train)
    found, done = np.zeros(volume.canonical.shape, np.uint8), 0
    batches = predict_case(
        model,
        scan,
        passport.train,
        config.batch_size,
        tuple(sorted(passport.labels)),
        mirror=config.mirror,
    )
    for z, labels in batches:
        if len(z):
            found[z[0] : z[-1] + 1] = labels
            done = total - count + z[-1] + 1
        else:
            done = min(done + config.batch_size, count)
        yield Progress(done, total, title)
    yield finished(volume, found, passport, config, started, grey=scan.images())


def finished(
    volume: Volume,
    canonical: Labels,
    passport: Passport,
    config: PredictConfig,
    started: float,
    *,
    models: int = 1,
    grey: Slices | None = None,
) -> Predicted:
    """The cleaned mask of what was found, on the scan's own grid, with all there is to say.

    Args:
        volume: The scan.
        canonical: (Z, Y, X) uint8 label values as the network found them.
        passport: Of the model; of the first one where several spoke as one.
        config: How to clean.
        started: ``time.monotonic()`` at the beginning.
        models: How many spoke as one.
        grey: (Z, S, S) uint8, the scan as the network saw it; made again if not given.
    """
    raw = np.ascontiguousarray(volume.geometry.orientation.invert(canonical))
    voxels = clean(raw, passport.labels, config)
    if grey is None:
        grey = scan_of(volume, passport.train).images()
    notices = (
        *far_from_training(volume, grey[spread_over(len(grey))], passport),
        *unlike_labels(volume, volume.geometry.orientation.apply(voxels), grey, passport),
        *_cleaned(raw, voxels, passport.labels, config),
        *_not_found(voxels, passport.labels),
    )
    label_map = LabelMap(
        voxels=voxels,
        geometry=volume.geometry,
        name=_name(passport, models),
        labels=dict(passport.labels),
        role="prediction",
        notices=notices,
    )
    return Predicted(label_map, time.monotonic() - started, notices)


def _cleaned(
    raw: Labels, voxels: Labels, labels: Mapping[int, Label], config: PredictConfig
) -> tuple[str, ...]:
    """What post-processing took away, so that no one thinks the model never saw it."""
    sentences = []
    small = f"in tumours of fewer than {config.smallest_lesion} voxels"
    for value, label in labels.items():
        before, after = np.count_nonzero(raw == value), np.count_nonzero(voxels == value)
        if after < before:
            place = "apart from the largest liver"
            if config.smallest_lesion and label.name == "tumour":
                apart = config.largest_liver or config.tumour_inside_liver
                place = f"{place} or {small}" if apart else small
            sentences.append(
                f"{before - after:,} of {before:,} {label.name} voxels lay {place} "
                "and were removed."
            )
    return tuple(sentences)


def _not_found(voxels: Labels, labels: Mapping[int, Label]) -> tuple[str, ...]:
    return tuple(
        f"The model found no {label.name}."
        for value, label in labels.items()
        if not (voxels == value).any()
    )


def _name(passport: Passport, models: int) -> str:
    """Says which model drew the mask: ``prediction (standard, epoch 12)``."""
    if models > 1:
        return f"prediction ({passport.train.preset}, {models} models)"
    epoch = f", epoch {passport.epoch}" if passport.epoch else ""
    return f"prediction ({passport.train.preset}{epoch})"
