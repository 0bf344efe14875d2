"""A run folder: what a training was, how far it came and what it scored; readable at any time.

``run.json`` tells settings, split and state; ``events.jsonl`` holds one line for each finished
round. A run that says it is running while its owner is dead was interrupted and can go on.
"""

import contextlib
import importlib.metadata
import platform
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np

import unet_core
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.io import atomic
from unet_core.run_journal import JOURNAL_FILE as JOURNAL_FILE
from unet_core.run_journal import CaseScores as CaseScores
from unet_core.run_journal import append_entry as append_entry
from unet_core.run_journal import journal_entry as journal_entry
from unet_core.run_journal import keep_entries as keep_entries
from unet_core.run_journal import last_entry as last_entry
from unet_core.run_journal import read_curve as read_curve
from unet_core.run_journal import read_records as read_records
from unet_core.run_journal import read_slice_scores as read_slice_scores
from unet_core.run_journal import record_of as record_of
from unet_core.run_journal import scores_in as scores_in
from unet_core.run_lock import LOCK_FILE as LOCK_FILE
from unet_core.run_lock import is_owned as is_owned
from unet_core.run_lock import owned as owned
from unet_core.run_lock import unwritable

RunState = Literal["running", "interrupted", "stopped", "finished", "failed"]
FORMAT = 1
RUN_FILE = "run.json"
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
        train_cases: Names of cases learned from; empty where the run does not say.
        test_cases: Names of cases scored once, by the finished model.
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
    train_cases: tuple[str, ...] = ()
    test_cases: tuple[str, ...] = ()

    @property
    def can_resume(self) -> bool:
        """Whether ``train(..., resume=True)`` would go on with it."""
        return self.state in ("interrupted", "stopped", "failed")

    @property
    def can_extend(self) -> bool:
        """Whether ``train(..., resume=True, more_epochs=20)`` would learn on from its end."""
        return self.state != "running" and self.epochs_done > 0


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
        raise unwritable(root, error) from None
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
            epochs=epoch_limit(values),
            best_epoch=best.epoch if best else 0,
            best_score=best.score if best else None,
            model_path=model if model.is_file() else None,
            dataset=Path(values["dataset"]) if values.get("dataset") else None,
            validation_cases=tuple(values.get("validation_cases", ())),
            sentence=str(values.get("sentence", "")),
            train_cases=tuple(values.get("split", {}).get("train", ())),
            test_cases=tuple(values.get("asked_test_cases", ())),
        )
    except (KeyError, TypeError, ValueError):
        raise InputError(folder.name, "has a damaged run.json", "start a new run") from None


def epoch_limit(values: Mapping[str, Any]) -> int:
    """Rounds after which the run ends; 0 where a time limit decides."""
    for extension in reversed(values.get("extensions", ())):
        added = int(extension["epochs"])
        return int(extension["from_epoch"]) + added if added else 0
    return 0 if values["config"].get("minutes") else int(values["config"]["epochs"])


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
    dataset: Path,
    folder: Path,
    config: TrainConfig,
    asked: Sequence[str],
    resume: bool,
    *,
    training: Sequence[str] = (),
    test: Sequence[str] = (),
    extend: bool = False,
    parent: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """``run.json`` of the run to begin in ``folder`` or to continue.

    Args:
        dataset: Where its cases lie now.
        folder: Of the run.
        config: Settings of a new run.
        asked: Validation cases chosen for a new run.
        resume: Whether it is to be continued.
        training: Cases chosen to learn from in a new run; all others if empty.
        test: Cases that a new run keeps for the end.
        extend: Whether it shall learn on beyond its end.
        parent: Path and SHA-256 of the model file a new run begins with.

    Raises:
        InputError: If a new run would overwrite one, or there is none to continue.
    """
    if resume:
        values = read_values(folder)
        if values.get("state") == "finished" and not extend:
            raise InputError(
                folder.name, "is finished already", "give it more epochs or start a new run"
            )
        return {**values, "dataset": str(dataset.absolute())}
    if (folder / RUN_FILE).exists():
        raise InputError(
            folder.name, "holds a run already", "continue that one or choose another folder"
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            folder.name, f"cannot be made ({error.strerror})", "choose another folder for runs"
        ) from None
    return {
        "state": "running",
        "started": datetime.now().astimezone().isoformat(timespec="seconds"),
        "dataset": str(dataset.absolute()),
        "config": config.to_json(),
        "asked_validation_cases": list(asked),
        "versions": versions(),
        **({"asked_training_cases": list(training)} if training else {}),
        **({"asked_test_cases": list(test)} if test else {}),
        **({"parent": dict(parent)} if parent else {}),
    }


def versions() -> dict[str, str]:
    """Of this program and what its numbers depend on."""
    return {
        "slicewise": unet_core.__version__,
        "python": platform.python_version(),
        "torch": importlib.metadata.version("torch"),
        "numpy": np.__version__,
    }
