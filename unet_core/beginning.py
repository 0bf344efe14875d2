"""A run before its first batch: its learner, fresh or from a model, and what it says of itself."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from unet_core.batches import Batches, read_batch
from unet_core.config import TrainConfig
from unet_core.events import RunStarted
from unet_core.learner import Learner
from unet_core.parent import Parent
from unet_core.random_states import sow
from unet_core.sampling import Split
from unet_core.target import Target
from unet_core.unet import count_parameters

_BIAS_BATCHES = 4


def new_learner(
    config: TrainConfig, target: Target, split: Split, batches: Batches, parent: Parent | None
) -> Learner:
    """The learner a run begins with; every generator of random numbers starts from the seed.

    Raises:
        InputError: If the network of ``parent`` has another shape, finds other labels, or was made
            from a test case.
    """
    if parent is not None:
        parent.check_labels(target.labels)
        parent.check_test(split)
        parent.check_model(config)
    sow(config.seed)
    learner = Learner(config)
    if parent is not None:
        learner.start_from(parent.network)
    elif config.preset != "article":  # the tutorial starts with zero biases
        learner.start_from_frequencies(*_first_labels(config, target, split, batches))
    return learner


def run_started(
    folder: Path,
    learner: Learner,
    batches: Batches,
    target: Target,
    split: Split,
    *,
    resumed_epoch: int,
    epochs: int,
    notices: Sequence[str],
) -> RunStarted:
    """What a run is about to do; ``notices`` come behind those on target and split."""
    train, validation, test = (
        tuple(part.case.case_id for part in parts)
        for parts in (split.train, split.validation, split.test)
    )
    return RunStarted(
        folder=folder,
        resumed_epoch=resumed_epoch,
        epochs=epochs,
        batches=batches.count,
        parameters=count_parameters(learner.model),
        labels=target.labels,
        train_cases=train,
        validation_cases=validation,
        notices=(*target.notices, *split.notices, *notices),
        test_cases=test,
    )


def _first_labels(
    config: TrainConfig, target: Target, split: Split, batches: Batches
) -> tuple[Tensor, Tensor | None]:
    """Class indices of a few batches, and of their close looks."""
    picks = batches.of_epoch(1)[:_BIAS_BATCHES]
    first = [read_batch(split.train, each, target, config) for each in picks]
    details = [batch.detail_labels for batch in first if batch.detail_labels is not None]
    return torch.cat([batch.labels for batch in first]), torch.cat(details) if details else None
