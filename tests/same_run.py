"""Two run folders compared: all that training leaves behind but the time it took."""

import dataclasses
from pathlib import Path

import numpy as np
import torch

from unet_core import runs
from unet_core.checkpoint import load_model
from unet_core.events import EpochRecord
from unet_core.saved_states import load_latest


def timeless(record: EpochRecord) -> EpochRecord:
    """A record without what depends on clock and memory."""
    changing = ("images_per_s", "elapsed_s", "waiting_share", "peak_memory_mb", "card_memory_mb")
    return dataclasses.replace(record, **dict.fromkeys(changing, 0.0))


def curve(folder: Path) -> list[EpochRecord]:
    """All records of a run, without what depends on the clock."""
    return [timeless(record) for record in runs.read_records(folder)]


def weights(folder: Path) -> dict[str, torch.Tensor]:
    """The newest state of a run, which must be sound."""
    state, notices = load_latest(folder / runs.CHECKPOINT_FOLDER)
    assert state is not None
    assert notices == ()
    return dict(state.tensors)


def assert_same_run(one: Path, two: Path) -> None:
    """Curves, slice scores, weights, optimiser and best model are equal bit for bit."""
    assert curve(one) == curve(two)
    assert weights(one).keys() == weights(two).keys()
    for key, value in weights(one).items():
        assert torch.equal(value, weights(two)[key]), key
    for a, b in zip(runs.read_slice_scores(one), runs.read_slice_scores(two), strict=True):
        np.testing.assert_array_equal(a.dice, b.dice)
    best = [load_model(folder / runs.MODEL_FILE)[0].state_dict() for folder in (one, two)]
    for key, value in best[0].items():
        assert torch.equal(value, best[1][key]), key
