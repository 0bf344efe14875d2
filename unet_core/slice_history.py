"""How the Dice of every slice of a validation case went from round to round, from the journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from unet_core import run_journal


@dataclass(frozen=True)
class SliceHistory:
    """One validation case over all rounds it was scored in.

    Attributes:
        case_id: Which.
        regions: Names, for the last axis.
        epochs: (E,) int64, rising.
        dice: (E, Z, R) float32 in canonical slice order; NaN where n/a.
        case_dice: (E, R) float32 of the whole case.
    """

    case_id: str
    regions: tuple[str, ...]
    epochs: NDArray[np.int64]
    dice: NDArray[np.float32]
    case_dice: NDArray[np.float32]


def read_histories(run_folder: Path, case_ids: Sequence[str]) -> list[SliceHistory]:
    """Those of some cases, in one reading; rounds in which a case had another shape are left out.

    Cases that were never scored are not among them.
    """
    rows: dict[str, list[tuple[int, list[list[float | None]], list[float | None]]]] = {}
    regions: dict[str, tuple[str, ...]] = {}
    for entry in run_journal.entries(run_folder):
        for case in entry["cases"]:
            name = case["case_id"]
            if name in case_ids:
                regions[name] = tuple(case["regions"])
                rows.setdefault(name, []).append((entry["epoch"], case["dice"], case["case_dice"]))
    return [_history(name, regions[name], rows[name]) for name in case_ids if name in rows]


def _history(
    case_id: str,
    regions: tuple[str, ...],
    rows: Sequence[tuple[int, list[list[float | None]], list[float | None]]],
) -> SliceHistory:
    slices = len(rows[-1][1])
    fitting = [row for row in rows if len(row[1]) == slices and len(row[2]) == len(regions)]
    dice = np.array([row[1] for row in fitting], np.float32).reshape(-1, slices, len(regions))
    case_dice = np.array([row[2] for row in fitting], np.float32).reshape(-1, len(regions))
    epochs = np.array([row[0] for row in fitting], np.int64)
    return SliceHistory(case_id, regions, epochs, dice, case_dice)
