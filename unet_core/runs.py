"""A run folder: what a training was, how far it came and what it scored; readable at any time.

``run.json`` tells settings, split and state; ``events.jsonl`` holds one line for each finished
round. A run that says it is running while its owner is dead was interrupted and can go on.
"""

import contextlib
import importlib.metadata
import json
import math
import os
import platform
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

import unet_core
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import EpochRecord
from unet_core.io import atomic
from unet_core.isolation import is_running

RunState = Literal["running", "interrupted", "stopped", "finished", "failed"]
FORMAT = 1
RUN_FILE, JOURNAL_FILE, LOCK_FILE = "run.json", "events.jsonl", "lock"
MODEL_FILE, CHECKPOINT_FOLDER = "model.safetensors", "checkpoints"


@dataclass(frozen=True)
class RunSummary:
    """A run at a glance.

    Attributes:
        folder: Where it lies.
        state: "interrupted" if it says running and its owner is gone; every state but "running"
            and "finished" can be continued.
        preset: Preset it started from.
        started: ISO 8601 local time.
        epochs_done: Rounds finished.
        epochs: Rounds at most; 0 where a time limit decides instead.
        best_epoch: Round of the best score; 0 before the first.
        best_score: Mean Dice of that round; None before the first.
        model_path: The best weights; None before the first round.
        dataset: Folder it learns from.
        validation_cases: Names of cases scored.
        sentence: Why it failed; empty otherwise.
    """

    folder: Path
    state: RunState
    preset: str
    started: str
    epochs_done: int
    epochs: int
    best_epoch: int
    best_score: float | None
    model_path: Path | None
    dataset: Path | None
    validation_cases: tuple[str, ...] = ()
    sentence: str = ""

    @property
    def can_resume(self) -> bool:
        """Whether ``train(..., resume=True)`` would go on with it."""
        return self.state in ("interrupted", "stopped", "failed")


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


def new_run_folder(root: Path, preset: str) -> Path:
    """A new empty folder under ``root``, named after the time and the preset."""
    name = f"{time.strftime('%Y-%m-%d_%H-%M-%S')}_{preset}"
    try:
        root.mkdir(parents=True, exist_ok=True)
        for number in range(1, 1000):
            folder = root / (name if number == 1 else f"{name}-{number}")
            with contextlib.suppress(FileExistsError):
                folder.mkdir(mode=0o700)
                return folder
    except OSError as error:
        raise _unwritable(root, error) from None
    raise InputError(root.name, "holds too many runs of this second", "try again")


def list_runs(root: Path) -> list[RunSummary]:
    """Every readable run under ``root``, newest first; folders that hold none are left out."""
    found = []
    for folder in root.iterdir() if root.is_dir() else ():
        if (folder / RUN_FILE).is_file():
            with contextlib.suppress(InputError):
                found.append(read_run(folder))
    return sorted(found, key=lambda run: (run.started, run.folder.name), reverse=True)


def read_run(folder: Path) -> RunSummary:
    """The run in ``folder``.

    Raises:
        InputError: If there is none, or its record is damaged.
    """
    values = read_values(folder)
    records = read_records(folder)
    best = max((r for r in records if r.is_best), key=lambda r: r.epoch, default=None)
    model = folder / MODEL_FILE
    try:
        state: RunState = values["state"]
        if state not in get_args(RunState):
            raise ValueError
        if state == "running" and not is_owned(folder):
            state = "interrupted"
        return RunSummary(
            folder=folder,
            state=state,
            preset=str(values["config"]["preset"]),
            started=str(values["started"]),
            epochs_done=records[-1].epoch if records else 0,
            epochs=0 if values["config"].get("minutes") else int(values["config"]["epochs"]),
            best_epoch=best.epoch if best else 0,
            best_score=best.score if best else None,
            model_path=model if model.is_file() else None,
            dataset=Path(values["dataset"]) if values.get("dataset") else None,
            validation_cases=tuple(values.get("validation_cases", ())),
            sentence=str(values.get("sentence", "")),
        )
    except (KeyError, TypeError, ValueError):
        raise InputError(folder.name, "has a damaged run.json", "start a new run") from None


def read_config(folder: Path) -> TrainConfig:
    """The settings of the run in ``folder``."""
    return TrainConfig.from_json(read_values(folder)["config"])


def read_values(folder: Path) -> dict[str, Any]:
    """``run.json`` as it is.

    Raises:
        InputError: If it is missing, damaged or of a newer version.
    """
    if not (folder / RUN_FILE).is_file():
        raise InputError(folder.name, "holds no run", "choose a run folder or start a new run")
    values = atomic.read_json(folder / RUN_FILE)
    if not isinstance(values, dict) or not isinstance(values.get("config"), dict):
        raise InputError(folder.name, "has a damaged run.json", "start a new run")
    if values.get("format", FORMAT) > FORMAT:
        raise InputError(folder.name, "was made by a newer Slicewise", "update Slicewise")
    return values


def write_values(folder: Path, values: Mapping[str, Any]) -> None:
    """Replace ``run.json``."""
    atomic.write_json(folder / RUN_FILE, {**values, "format": FORMAT})


def opened(
    dataset: Path, folder: Path, config: TrainConfig, asked: Sequence[str], resume: bool
) -> dict[str, Any]:
    """``run.json`` of the run to begin in ``folder`` or to continue.

    Raises:
        InputError: If a new run would overwrite one, or there is none to continue.
    """
    if resume:
        values = read_values(folder)
        if values.get("state") == "finished":
            raise InputError(folder.name, "is finished already", "start a new run")
        return {**values, "dataset": str(dataset.absolute())}
    if (folder / RUN_FILE).exists():
        raise InputError(
            folder.name, "holds a run already", "continue that one or choose another folder"
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            folder.name, f"cannot be made ({error.strerror})", "choose another folder"
        ) from None
    return {
        "state": "running",
        "started": datetime.now().astimezone().isoformat(timespec="seconds"),
        "dataset": str(dataset.absolute()),
        "config": config.to_json(),
        "asked_validation_cases": list(asked),
        "versions": versions(),
    }


def versions() -> dict[str, str]:
    """Of this program and what its numbers depend on."""
    return {
        "slicewise": unet_core.__version__,
        "python": platform.python_version(),
        "torch": importlib.metadata.version("torch"),
        "numpy": np.__version__,
    }


# --- journal ---------------------------------------------------------------------------------


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


def keep_entries(folder: Path, epoch: int, last: Mapping[str, Any] | None) -> None:
    """Make the journal end with round ``epoch``, whose entry is ``last`` if it went missing."""
    entries = [e for e in _entries(folder) if e["epoch"] <= epoch]
    if last is not None and (not entries or entries[-1]["epoch"] < epoch):
        entries.append(dict(last))
    text = "".join(json.dumps(entry, allow_nan=False) + "\n" for entry in entries)
    atomic.write_bytes(folder / JOURNAL_FILE, text.encode())


def read_records(folder: Path) -> list[EpochRecord]:
    """The curve: one record for each finished round, in order, without gaps or repeats."""
    records = []
    for entry in _entries(folder):
        with contextlib.suppress(TypeError):
            records.append(EpochRecord(**_without_nulls(entry["record"])))
    return records


def read_slice_scores(folder: Path, epoch: int | None = None) -> list[CaseScores]:
    """Dice of each slice of every validation case, of one round or of all."""
    return [
        CaseScores(
            entry["epoch"],
            case["case_id"],
            tuple(case["regions"]),
            np.array(case["dice"], np.float64).reshape(-1, len(case["regions"])),
            tuple(math.nan if v is None else float(v) for v in case["case_dice"]),
        )
        for entry in _entries(folder)
        if epoch in (None, entry["epoch"])
        for case in entry["cases"]
    ]


def _entries(folder: Path) -> list[dict[str, Any]]:
    """Sound lines up to the first that is torn or out of order."""
    try:
        lines = (folder / JOURNAL_FILE).read_bytes().split(b"\n")[:-1]
    except OSError:
        return []
    entries: list[dict[str, Any]] = []
    for line in lines:
        try:
            entry = json.loads(line)
            if entry["epoch"] != len(entries) + 1:
                break
        except (ValueError, TypeError, KeyError):
            break
        entries.append(entry)
    return entries


def _nullable(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _without_nulls(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: math.nan if value is None else value for key, value in record.items()}


# --- ownership -------------------------------------------------------------------------------


@contextlib.contextmanager
def owned(folder: Path) -> Iterator[None]:
    """Keep everybody else out of ``folder``; the system lets go of it when this process dies.

    Raises:
        InputError: If another process trains in it.
    """
    try:
        file = (folder / LOCK_FILE).open("a+")
    except OSError as error:
        raise _unwritable(folder, error) from None
    with file:
        if not _lock(file):
            file.seek(0)
            owner = _parsed_owner(file.read())
            raise InputError(
                folder.name,
                f"is in use by another Slicewise (process {owner[0] if owner else 'unknown'})",
                "wait for it, stop it, or choose another run",
            )
        file.truncate(0)
        file.write(json.dumps({"pid": os.getpid(), "started": _process_start(os.getpid())}))
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def is_owned(folder: Path) -> bool:
    """Whether the process that trains in ``folder`` is alive."""
    try:
        owner = _parsed_owner((folder / LOCK_FILE).read_text())
    except OSError:
        return False
    if owner is None:
        return False
    pid, started = owner
    return is_running(pid) and started in (None, _process_start(pid))


def _lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1 << 20)  # a byte beyond the text, which stays readable for others
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _parsed_owner(text: str) -> tuple[int, str | None] | None:
    try:
        owner = json.loads(text)
        return int(owner["pid"]), owner["started"]
    except (ValueError, TypeError, KeyError):
        return None


def _process_start(pid: int) -> str | None:
    """Start time of a process in the system's own unit; None where the system does not tell.

    A process that is dead but not yet buried has none: "".
    """
    try:
        state, *fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return "" if state in "ZX" else fields[18]


def _unwritable(folder: Path, error: OSError) -> InputError:
    return InputError(
        folder.name, f"cannot be written to ({error.strerror})", "choose another folder for runs"
    )
