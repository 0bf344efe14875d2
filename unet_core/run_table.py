"""All runs under a folder as a table: what they were set to, how far they came, what they score.

Whatever cannot be read is a row of its own that says so; the others are listed all the same. What
was read once is read again only if its files have changed.
"""

import dataclasses
import json
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from unet_core import runs
from unet_core.config import ModelConfig, TrainConfig, settings_of
from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.learning_curves import CURVE_FILE
from unet_core.run_lock import LOCK_FILE, is_owned
from unet_core.run_names import NAME_FILE, RunName, read_name

NO_RUN = "none"
"""State of a folder that holds no run that could be read."""
TRASH_FOLDER = "trash"
_FILES = (runs.RUN_FILE, runs.JOURNAL_FILE, NAME_FILE, LOCK_FILE, runs.MODEL_FILE)
_RECORD, _CASES = b'"record": ', b', "cases": '
_LEFT_OUT = frozenset({"preset", "same_person", "model", "model.in_channels", "model.out_channels"})
"""Settings that are no choice of how to learn, or have a column of their own."""
Stamp = tuple[tuple[int, int] | None, ...]


@dataclass(frozen=True)
class RunRow:
    """One run.

    Attributes:
        folder: Where it lies.
        given: What somebody calls it, and a note.
        state: As ``RunSummary.state``; "none" where there is no run that could be read.
        preset: It started from.
        started: ISO 8601 local time; empty where unknown.
        dataset: Folder it learns from.
        epochs_done: Rounds finished.
        epochs: Rounds at most; 0 where a time limit decides instead.
        minutes: Of work.
        best_epoch: Round of the best score; 0 before the first.
        best_score: Mean Dice of that round.
        scores: Dice of each label in that round; None for n/a.
        settings: All of them by name, those of the network as ``model.depth``.
        model_path: The best weights.
        group: Name of the cross-validation it is a part of; empty for a run of its own.
        faults: Sentences about what is damaged or missing.
        sentence: Why it failed; empty otherwise.
    """

    folder: Path
    given: RunName = field(default_factory=RunName)
    state: str = NO_RUN
    preset: str = ""
    started: str = ""
    dataset: Path | None = None
    epochs_done: int = 0
    epochs: int = 0
    minutes: float = 0.0
    best_epoch: int = 0
    best_score: float | None = None
    scores: Mapping[str, float | None] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    model_path: Path | None = None
    group: str = ""
    faults: tuple[str, ...] = ()
    sentence: str = ""

    @property
    def title(self) -> str:
        """What to call it."""
        own = self.given.name or self.folder.name
        return f"{self.group} / {own}" if self.group else own

    @property
    def is_run(self) -> bool:
        """Whether it holds a run."""
        return self.state != NO_RUN

    @property
    def can_resume(self) -> bool:
        """Whether ``train(..., resume=True)`` would go on with it."""
        return self.state in ("interrupted", "stopped", "failed")

    @property
    def can_extend(self) -> bool:
        """Whether it would learn on beyond its end."""
        return self.is_run and self.state != "running" and self.epochs_done > 0


@dataclass(frozen=True)
class RunTable:
    """All runs under a folder.

    Attributes:
        root: The folder.
        rows: Newest first.
        labels: Names scored, in the order they are first met.
        differing: Settings that are not the same in all runs, in the order of the forms.
    """

    root: Path
    rows: tuple[RunRow, ...]
    labels: tuple[str, ...]
    differing: tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """What was read of a folder, and of which state of its files."""

    stamp: Stamp
    row: RunRow


def read_table(
    root: Path, kept: MutableMapping[Path, Kept] | None = None
) -> Iterator[Progress | RunTable]:
    """Read every run under ``root``; Progress after each, at last the table.

    Args:
        root: Where run folders lie; one that is not there holds none.
        kept: What was read before; brought up to date.
    """
    kept = {} if kept is None else kept
    folders = _folders(root)
    rows, there = [], {}
    for number, (folder, group) in enumerate(folders, start=1):
        row = _row(folder, group, kept)
        if row.dataset is not None and row.dataset not in there:
            there[row.dataset] = row.dataset.exists()
        rows.append(_as_of_now(row, there))
        yield Progress(number, len(folders), "Reading runs", "runs")
    for gone in kept.keys() - {folder for folder, _ in folders}:
        del kept[gone]
    rows.sort(key=lambda row: (row.started, row.folder.name), reverse=True)
    yield RunTable(root, tuple(rows), labels_of(rows), differing_settings(rows))


def labels_of(rows: Sequence[RunRow]) -> tuple[str, ...]:
    """Names scored in any of them."""
    return tuple(dict.fromkeys(name for row in rows for name in row.scores))


def differing_settings(rows: Sequence[RunRow]) -> tuple[str, ...]:
    """Settings that are not the same in all runs; one that a run does not know counts as one."""
    known = [row.settings for row in rows if row.settings]
    return tuple(
        key
        for key in _setting_names()
        if len({json.dumps(settings.get(key)) for settings in known}) > 1
    )


def _setting_names() -> tuple[str, ...]:
    names = [*settings_of(TrainConfig), *(f"model.{name}" for name in settings_of(ModelConfig))]
    return tuple(name for name in names if name not in _LEFT_OUT)


def _folders(root: Path) -> list[tuple[Path, str]]:
    """Folders to list, each with the cross-validation it is a part of."""
    found: list[tuple[Path, str]] = []
    for folder in _visible(root):
        if folder.name == TRASH_FOLDER or (folder / CURVE_FILE).is_file():
            continue
        folds = [fold for fold in _visible(folder) if (fold / runs.RUN_FILE).is_file()]
        if folds and not (folder / runs.RUN_FILE).is_file():
            found += [(fold, folder.name) for fold in folds]
        else:
            found.append((folder, ""))
    return found


def _visible(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in inside if not path.name.startswith(".") and path.is_dir()]


# --- one of them -----------------------------------------------------------------------------


def _row(folder: Path, group: str, kept: MutableMapping[Path, Kept]) -> RunRow:
    """As its files tell; ``state`` says "running" where they do, whoever lives."""
    stamp = tuple(_stamp(folder / name) for name in _FILES)
    before = kept.get(folder)
    if before is None or before.stamp != stamp:
        before = kept[folder] = Kept(stamp, read_row(folder, group))
    return before.row


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def _as_of_now(row: RunRow, there: Mapping[Path, bool]) -> RunRow:
    """With what no file of the run tells: whether its trainer lives and its data are there."""
    if row.state == "running" and not is_owned(row.folder):
        row = dataclasses.replace(row, state="interrupted")
    if row.dataset is not None and not there[row.dataset]:
        fault = f"Its data set ({row.dataset.name}) is no longer where it was."
        row = dataclasses.replace(row, faults=(*row.faults, fault))
    return row


def read_row(folder: Path, group: str = "") -> RunRow:
    """The run in ``folder`` as its files tell, damaged or not."""
    faults: list[str] = []
    try:
        given = read_name(folder)
    except InputError as error:
        given = RunName()
        faults.append(str(error))
    row = RunRow(folder, given, group=group)
    try:
        values = runs.read_values(folder)
        row = dataclasses.replace(row, **_told(folder, values))
    except InputError as error:
        faults.append(str(error))
    except (KeyError, TypeError, ValueError, AttributeError):
        faults.append(f"{folder.name} has a damaged {runs.RUN_FILE}; start a new run.")
    curve = read_scalars(folder / runs.JOURNAL_FILE)
    if row.is_run:
        row = dataclasses.replace(row, **_scored(curve.records))
        if curve.fault:
            faults.append(curve.fault)
    return dataclasses.replace(row, faults=tuple(faults))


def _told(folder: Path, values: Mapping[str, Any]) -> dict[str, Any]:
    config = values["config"]
    state = str(values["state"])
    if state not in ("running", "stopped", "finished", "failed", "interrupted"):
        raise ValueError
    model = folder / runs.MODEL_FILE
    return {
        "state": state,
        "preset": str(config.get("preset", "")),
        "started": str(values.get("started", "")),
        "dataset": Path(values["dataset"]) if values.get("dataset") else None,
        "epochs": runs.epoch_limit(values),
        "settings": flattened(config),
        "model_path": model if model.is_file() else None,
        "sentence": str(values.get("sentence", "")) if state == "failed" else "",
    }


def flattened(config: Mapping[str, Any]) -> dict[str, Any]:
    """Settings by name, those of the network as ``model.depth``; old and newer ones alike."""
    model = config.get("model", {})
    plain = {key: value for key, value in config.items() if key != "model"}
    return plain | {f"model.{key}": value for key, value in dict(model).items()}


def _scored(records: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    if not records:
        return {}
    best = next((record for record in reversed(records) if record.get("is_best")), None)
    told: dict[str, Any] = {
        "epochs_done": int(records[-1]["epoch"]),
        "minutes": float(records[-1].get("elapsed_s") or 0.0) / 60,
    }
    if best is not None:
        told |= {
            "best_epoch": int(best["epoch"]),
            "best_score": best.get("score"),
            "scores": dict(best.get("dice") or {}),
        }
    return told


@dataclass(frozen=True)
class Scalars:
    """The records of a journal without its slice scores, and what is wrong with it."""

    records: tuple[Mapping[str, Any], ...] = ()
    fault: str = ""


def read_scalars(journal: Path) -> Scalars:
    """Read the records alone: slice scores, nearly all of a journal, are passed over unread."""
    records: list[Mapping[str, Any]] = []
    try:
        with journal.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break  # being written, or cut off by a kill: mended when the run goes on
                record = scalar_record(line)
                if record is None or record["epoch"] != len(records) + 1:
                    return Scalars(tuple(records), _damage(len(records)))
                records.append(record)
    except FileNotFoundError:
        return Scalars()
    except OSError as error:
        return Scalars(tuple(records), f"Its curve cannot be read ({error.strerror}).")
    return Scalars(tuple(records))


def scalar_record(line: bytes) -> dict[str, Any] | None:
    """The record in a line of the journal; None if it is torn.

    Lines that were mended from a saved state have their parts in another order: those are read
    whole.
    """
    at = line.find(_RECORD)
    end = line.find(_CASES, at)
    is_usual = at >= 0 and end >= 0 and line.rstrip().endswith(b"}")
    try:
        text = line[at + len(_RECORD) : end] if is_usual else line
        record = json.loads(text) if is_usual else json.loads(text)["record"]
        return record if isinstance(record["epoch"], int) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _damage(sound: int) -> str:
    where = f"after epoch {sound}" if sound else "from its first line on"
    return f"Its curve ({runs.JOURNAL_FILE}) is damaged {where}; going on with the run mends it."
