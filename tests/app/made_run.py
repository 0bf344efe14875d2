"""Run folders made without training: curves, slices, masks of pinned patients."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from tests.app.fake_run import SHAPE_ZYX, record
from unet_core import pinned, run_journal
from unet_core.config import PRESETS
from unet_core.run_journal import CaseScores
from unet_core.volume import DEFAULT_LABELS

CASES = ("02", "05")


def made_run(
    folder: Path, *, epochs: int = 6, kept: Sequence[int] = (1, 2, 3, 5, 6), gain: float = 0.1
) -> Path:
    """A finished run of two validation cases; Dice of slice z rises by ``gain`` an epoch."""
    folder.mkdir(parents=True)
    values = {
        "state": "finished",
        "started": "2026-11-20T10:00:00+00:00",
        "dataset": str(folder / "data"),
        "config": PRESETS["quick"].to_json(),
        "validation_cases": list(CASES),
        "labels": [asdict(label) for label in DEFAULT_LABELS.values()],
        "format": 1,
    }
    (folder / "run.json").write_text(json.dumps(values))
    parts = {"dice": 0.3, "ce": 0.2}
    for epoch in range(1, epochs + 1):
        one = replace(
            record(epoch, loss=1 / epoch, is_best=epoch == 4),
            train_loss_parts=parts,
            validation_loss_parts=parts,
            peak_memory_mb=900.0,
        )
        scores = [
            CaseScores(epoch, case, ("liver", "tumour"), *_dice(epoch, gain)) for case in CASES
        ]
        run_journal.append_entry(folder, run_journal.journal_entry(one, scores))
    for epoch in kept:
        pinned.keep_prediction(folder, CASES[0], epoch, mask_of(epoch))
    said = {
        "rule": "overfitting",
        "severity": "warning",
        "sentence": "The validation loss rises since epoch 3.",
        "remedy": "Stop here.",
        "epoch": 3,
        "until": 0,
    }
    (folder / "findings.json").write_text(json.dumps({"findings": [said]}))
    return folder


def mask_of(epoch: int) -> np.ndarray:
    """Grows by a column an epoch."""
    voxels = np.zeros(SHAPE_ZYX, np.uint8)
    voxels[2:5, 2:5, 1 : min(2 + epoch, 8)] = 1
    voxels[3, 3, 2] = 2
    return voxels


def _dice(epoch: int, gain: float) -> tuple[np.ndarray, tuple[float, float]]:
    dice = np.full((SHAPE_ZYX[0], 2), np.nan)
    dice[2:5, 0] = np.clip([gain * epoch, 0.5, 1 - gain * epoch], 0, 1)
    dice[3, 1] = min(gain * epoch, 1.0)
    return dice, (min(gain * epoch, 1.0), min(gain * epoch, 1.0))
