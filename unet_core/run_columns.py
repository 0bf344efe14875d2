"""A run as NumPy columns: a long curve costs no loop over its rounds when it is drawn."""

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from unet_core.events import EpochRecord

Columns = dict[str, NDArray[np.float64]]
"""Values of all rounds by name; NaN where a round has none."""
_PLAIN = (
    *("epoch", "train_loss", "validation_loss", "train_accuracy", "validation_accuracy"),
    *("score", "is_best", "learning_rate", "images_per_s", "elapsed_s", "waiting_share"),
)
_UNKNOWN_IS_0 = ("peak_memory_mb", "card_memory_mb")
_TABLES = {
    "dice": "dice",
    "iou": "iou",
    "recall": "lesion_recall",
    "train_part": "train_loss_parts",
    "validation_part": "validation_loss_parts",
}


def columns_of(records: Sequence[EpochRecord]) -> Columns:
    """Columns ``train_loss``, ``dice/liver``, ``train_part/ce`` and so on, one value a round.

    >>> columns_of([])["epoch"].shape
    (0,)
    """
    rows = [dict(values_of(record)) for record in records]
    names = dict.fromkeys((*_PLAIN, *(name for row in rows for name in row)))
    return {name: np.array([row.get(name, math.nan) for row in rows], np.float64) for name in names}


def values_of(record: EpochRecord) -> Iterator[tuple[str, float]]:
    """One round: the value of each column it has something to say in."""
    for name in _PLAIN:
        yield name, float(getattr(record, name))
    for name in _UNKNOWN_IS_0:
        yield name, getattr(record, name) or math.nan
    for prefix, field in _TABLES.items():
        table: Mapping[str, float | None] = getattr(record, field)
        for key, value in table.items():
            yield f"{prefix}/{key}", math.nan if value is None else float(value)


def keys_of(columns: Mapping[str, object], prefix: str) -> list[str]:
    """What follows ``prefix/`` in names of columns.

    >>> keys_of({"dice/liver": 0, "iou/liver": 0}, "dice")
    ['liver']
    """
    start = f"{prefix}/"
    return [name.removeprefix(start) for name in columns if name.startswith(start)]
