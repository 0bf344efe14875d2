"""Several models on one scan: the mean of their class probabilities decides.

An ordinary mean of softmax or sigmoid outputs at the scan's own pixels, as nnU-Net combines the
networks of its folds (Isensee 2021, doi:10.1038/s41592-020-01008-z).
"""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from unet_core import predict as single
from unet_core.checkpoint import Passport, load_model
from unet_core.config import PredictConfig
from unet_core.ensemble import Source, opened
from unet_core.errors import InputError
from unet_core.events import Event, Progress
from unet_core.looks import probabilities_of_case
from unet_core.losses import decode
from unet_core.networks import Network
from unet_core.scans import scan_of
from unet_core.unet import choose_device, tune_allocator
from unet_core.volume import Volume


def predict(source: Source, volume: Volume, config: PredictConfig | None = None) -> Iterator[Event]:
    """As ``predict.predict``, with the mean of the class probabilities of all models.

    All models look at a batch of slices before the next is begun: memory holds one batch of
    probabilities for each model, whatever the length of the scan.

    Args:
        source: What to predict with.
        volume: The scan.
        config: By default the options that cross-validation chose for an ensemble.

    Raises:
        InputError: If a model file is damaged, or two models do not predict the same labels
            from the same window.
    """
    found = opened(source)
    config = config or found.config
    if len(found.models) == 1:
        yield from single.predict(found.models[0], volume, config)
        return
    started = time.monotonic()
    tune_allocator()
    count, title = len(volume.canonical), f"Predicting {volume.name}"
    yield Progress(0, count, title)
    loaded = [load_model(path) for path in found.models]
    passports = [passport for _, passport in loaded]
    _refuse_misfits(found.models, passports)
    labels = np.zeros(volume.canonical.shape, np.uint8)
    values = np.array([0, *sorted(passports[0].labels)], np.uint8)
    for z, probabilities in mean_probabilities(loaded, volume, config):
        labels[z[0] : z[-1] + 1] = values[decided(probabilities, passports[0])]
        yield Progress(z[-1] + 1, count, title)
    yield single.finished(volume, labels, passports[0], config, started, models=len(loaded))


def mean_probabilities(
    loaded: Sequence[tuple[Network, Passport]], volume: Volume, config: PredictConfig
) -> Iterator[tuple[Sequence[int], NDArray[np.float32]]]:
    """Slices and (b, K, Y, X) float32 mean of the models' probabilities, batch by batch.

    Args:
        loaded: Models with their passports.
        volume: The scan.
        config: ``batch_size`` slices at once, ``mirror`` for each model.
    """
    device = choose_device()
    scans = {passport.train: scan_of(volume, passport.train) for _, passport in loaded}
    batches = []
    for model, passport in loaded:
        model.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        settings = passport.train
        batches.append(probabilities_of_case(model, scans[settings], settings, config))
    for together in zip(*batches, strict=True):
        z, total = together[0]
        for _, probabilities in together[1:]:
            total += probabilities
        total /= len(together)
        yield z, total


def decided(probabilities: NDArray[np.float32], passport: Passport) -> NDArray[np.uint8]:
    """(b, Y, X) class indices of (b, K, Y, X) mean probabilities; see ``losses.decode``."""
    chances = torch.from_numpy(probabilities)
    is_sigmoid = passport.model.out_channels == 1 or passport.model.outputs == "regions"
    indices = decode(chances - 0.5 if is_sigmoid else chances, passport.model.outputs)
    found: NDArray[np.uint8] = indices.to(torch.uint8).numpy()
    return found


def _refuse_misfits(paths: Sequence[Path], passports: Sequence[Passport]) -> None:
    first = passports[0]
    for path, passport in zip(paths[1:], passports[1:], strict=True):
        fault = ""
        if _names(passport) != _names(first):
            fault = f"finds {_names(passport)} where {{}} finds {_names(first)}"
        elif passport.window_hu != first.window_hu:
            fault = f"learned from {_window(passport)} where {{}} learned from {_window(first)}"
        elif (passport.model.outputs, passport.model.out_channels) != (
            first.model.outputs,
            first.model.out_channels,
        ):
            fault = "answers in another form than {}"
        if fault:
            raise InputError(
                _told_apart(path, paths[0]),
                fault.format(_told_apart(paths[0], path)),
                "combine models of one cross-validation, or use one of them",
            )


def _names(passport: Passport) -> str:
    return ", ".join(f"{value} {label.name}" for value, label in sorted(passport.labels.items()))


def _window(passport: Passport) -> str:
    low, high = passport.window_hu
    return f"{low:g} to {high:g} HU"


def _told_apart(path: Path, other: Path) -> str:
    """The file's name; with its folder's, where both files have one name."""
    return path.name if path.name != other.name else f"{path.parent.name}/{path.name}"
