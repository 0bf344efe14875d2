"""The journal of a run: one line for each finished round, with its record and slice scores."""

import contextlib
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import EpochRecord
from unet_core.io import atomic
from unet_core.run_lock import unwritable
from unet_core.tail import parsed

JOURNAL_FILE = "events.jsonl"


@dataclass(frozen=True)
class CaseScores:
    """Dice of one validation case after one round, as recorded.

    Attributes:
        dice: (Z, R) float64 in canonical slice order, NaN where n/a.
        case_dice: (R,) of the whole case, NaN where n/a.
    """

    epoch: int
    case_id: str
    regions: tuple[str, ...]
    dice: NDArray[np.float64]
    case_dice: tuple[float, ...]


def journal_entry(record: EpochRecord, scores: Sequence[CaseScores]) -> dict[str, Any]:
    """A finished round as plain JSON; n/a is null."""
    return {
        "epoch": record.epoch,
        "record": {key: _nullable(value) for key, value in asdict(record).items()},
        "cases": [
            {
                "case_id": case.case_id,
                "regions": list(case.regions),
                "dice": [[_nullable(v) for v in row] for row in case.dice.tolist()],
                "case_dice": [_nullable(v) for v in case.case_dice],
            }
            for case in scores
        ],
    }


def append_entry(folder: Path, entry: Mapping[str, Any]) -> None:
    """Add a round to the journal and wait until the disk has it."""
    atomic.append_line(folder / JOURNAL_FILE, json.dumps(entry, allow_nan=False))


def keep_entries(
    folder: Path,
    epoch: int,
    last: Mapping[str, Any] | None,
    curve: Sequence[Mapping[str, Any]] = (),
) -> None:
    """Make the journal end with round ``epoch``, without gaps.

    Args:
        folder: Of the run.
        epoch: Rounds that are done.
        last: Entry of the last of them, should it have gone missing.
        curve: Record of each, should earlier entries be lost; their slice scores then are.

    Raises:
        InputError: If the disk refuses; the journal is then as it was.
    """
    try:
        lines = _lines(folder)
    except OSError as error:
        raise unwritable(folder, error) from None
    entries = {e["epoch"]: e for line in lines if (e := parsed(line)) is not None}
    for number, record in enumerate(curve[:epoch], start=1):
        entries.setdefault(number, {"epoch": number, "record": dict(record), "cases": []})
    if last:
        entries[epoch] = dict(last)
    kept = (entries[number] for number in range(1, epoch + 1) if number in entries)
    text = "".join(json.dumps(entry, allow_nan=False) + "\n" for entry in kept)
    atomic.write_bytes(folder / JOURNAL_FILE, text.encode())


def read_records(folder: Path) -> list[EpochRecord]:
    """The curve: one record for each finished round, in order, without gaps or repeats."""
    records = []
    for entry in _entries(folder):
        with contextlib.suppress(TypeError):
            records.append(record_of(entry))
    return records


def record_of(entry: Mapping[str, Any]) -> EpochRecord:
    """The record in a line of the journal.

    Raises:
        TypeError: If it is none.
    """
    return EpochRecord(**_without_nulls(entry["record"]))


def read_curve(folder: Path) -> list[dict[str, Any]]:
    """The records as plain JSON, as states keep them.

    Raises:
        InputError: If the disk does not give them: an empty curve would be taken for the truth.
    """
    try:
        lines = _lines(folder)
    except OSError as error:
        raise InputError(
            JOURNAL_FILE, f"cannot be read ({error.strerror})", "check the disk, then go on"
        ) from error
    return [entry["record"] for entry in _sound(lines)]


def last_entry(folder: Path) -> dict[str, Any]:
    """The journal's last sound line; empty where there is none."""
    entries = _entries(folder)
    return entries[-1] if entries else {}


def entries(folder: Path) -> Iterator[dict[str, Any]]:
    """Sound lines one by one, for a journal too long to be held as a whole."""
    count = 0
    with contextlib.suppress(OSError), (folder / JOURNAL_FILE).open("rb") as file:
        for line in file:
            entry = parsed(line) if line.endswith(b"\n") else None
            if entry is None or entry["epoch"] != count + 1:
                return
            count += 1
            yield entry


def read_slice_scores(folder: Path, epoch: int | None = None) -> list[CaseScores]:
    """Dice of each slice of every validation case, of one round or of all."""
    return [
        scores
        for entry in _entries(folder)
        if epoch in (None, entry["epoch"])
        for scores in scores_in(entry)
    ]


def scores_in(entry: Mapping[str, Any]) -> list[CaseScores]:
    """Dice of each slice of every validation case, in a line of the journal."""
    return [
        CaseScores(
            entry["epoch"],
            case["case_id"],
            tuple(case["regions"]),
            np.array(case["dice"], np.float64).reshape(-1, len(case["regions"])),
            tuple(math.nan if v is None else float(v) for v in case["case_dice"]),
        )
        for case in entry["cases"]
    ]


def _entries(folder: Path) -> list[dict[str, Any]]:
    """What can be shown of the journal; nothing while the disk does not give it."""
    try:
        return _sound(_lines(folder))
    except OSError:
        return []


def _sound(lines: Sequence[bytes]) -> list[dict[str, Any]]:
    """Sound lines up to the first that is torn or out of order."""
    entries: list[dict[str, Any]] = []
    for line in lines:
        entry = parsed(line)
        if entry is None or entry["epoch"] != len(entries) + 1:
            break
        entries.append(entry)
    return entries


def _lines(folder: Path) -> list[bytes]:
    path = folder / JOURNAL_FILE
    return path.read_bytes().split(b"\n")[:-1] if path.exists() else []


def _nullable(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _without_nulls(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: math.nan if value is None else value for key, value in record.items()}
