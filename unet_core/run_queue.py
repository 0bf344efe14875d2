"""Runs waiting for their turn: a list on disk that windows fill and one process works through.

Every change is made under a lock and written whole, so that windows and worker never undo each
other's. The files lie in a private folder under the runs.
"""

import contextlib
import dataclasses
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Self, get_args

from unet_core import run_lock, runs
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.io import atomic
from unet_core.run_names import LONGEST_NAME, clean

EntryState = Literal["waiting", "running", "finished", "stopped", "failed"]
FORMAT = 1
FOLDER, QUEUE_FILE = ".queue", "queue.json"
WORKER_LOCK, CHANGE_LOCK = "worker.lock", "change.lock"
LONGEST_WAIT_S, RETRY_S = 10.0, 0.05
_LISTS = ("validation_cases", "training_cases", "test_cases")


@dataclass(frozen=True)
class Entry:
    """One run that waits, goes on or is over.

    Attributes:
        dataset: Folder it learns from.
        config: Settings of a new run; None where one is continued.
        options: What else ``train`` is given, as plain values: cases, model to start from, plan.
        folder: Name of the run folder under the runs; empty until a new run has begun.
        more_epochs: Rounds a continued run learns beyond its end.
        more_minutes: The same by time.
        extensions: How often the run had been extended before, so that none is made twice; -1
            until that was looked at.
        limit_minutes: The run is stopped, to be continued some day, after so long; 0 for never.
        forecast_s: How long it will take, if anybody knows.
        name: What to call the run; empty for its folder's name.
        at_once: Goes on even while the queue is stopped: a run that its window let go.
        state: Where it stands.
        sentence: Why it failed; empty otherwise.
        key: Tells it from others.
        added: ISO 8601 local time.
    """

    dataset: Path
    config: TrainConfig | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    folder: str = ""
    more_epochs: int = 0
    more_minutes: float = 0.0
    extensions: int = -1
    limit_minutes: float = 0.0
    forecast_s: float | None = None
    name: str = ""
    at_once: bool = False
    state: EntryState = "waiting"
    sentence: str = ""
    key: str = field(default_factory=lambda: uuid.uuid4().hex[:8])
    added: str = field(
        default_factory=lambda: datetime.now().astimezone().isoformat(timespec="seconds")
    )

    @property
    def title(self) -> str:
        """What to call it."""
        preset = self.config.preset if self.config is not None else ""
        return self.name or self.folder or f"{preset} · {self.dataset.name}"

    @property
    def is_over(self) -> bool:
        """Whether its turn has been."""
        return self.state in ("finished", "stopped", "failed")

    @property
    def expected_s(self) -> float | None:
        """How long it takes at most, or as forecast; None where nobody knows."""
        minutes = self.more_minutes or (self.config.minutes if self.config is not None else 0.0)
        known = [minutes * 60] if minutes else [] if self.forecast_s is None else [self.forecast_s]
        if self.limit_minutes:
            known.append(self.limit_minutes * 60)
        return min(known) if known else None

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        values = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        config = None if self.config is None else self.config.to_json()
        return {**values, "dataset": str(self.dataset), "config": config}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The entry written by ``to_json``.

        Raises:
            InputError: If its settings are of a newer version or out of range.
            ValueError: If it is damaged, as are KeyError and TypeError.
        """
        known = {f.name for f in dataclasses.fields(cls)}
        given = {key: value for key, value in values.items() if key in known}
        if given.get("state", "waiting") not in get_args(EntryState):
            raise ValueError
        folder = str(given.get("folder", ""))
        if folder and (folder != Path(folder).name or folder.startswith(".")):
            raise ValueError  # of another place than the runs
        config = given.get("config")
        return cls(
            **{
                **given,
                "dataset": Path(given["dataset"]),
                "config": None if config is None else TrainConfig.from_json(config),
                "options": dict(given.get("options", {})),
                "name": clean(str(given.get("name", "")), LONGEST_NAME),
            }
        )


@dataclass(frozen=True)
class Queue:
    """All entries, in their order.

    Attributes:
        entries: Those over stay until they are cleared.
        is_on: Whether waiting entries get their turn.
    """

    entries: tuple[Entry, ...] = ()
    is_on: bool = False

    @property
    def running(self) -> Entry | None:
        """The one whose turn it is."""
        return next((entry for entry in self.entries if entry.state == "running"), None)

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """Those still to come."""
        return tuple(entry for entry in self.entries if entry.state == "waiting")

    @property
    def next(self) -> Entry | None:
        """The one whose turn is next; None while the queue is stopped."""
        return next((entry for entry in self.waiting if self.is_on or entry.at_once), None)

    def changed(self, key: str, **values: Any) -> "Queue":
        """With one entry changed."""
        entries = (dataclasses.replace(e, **values) if e.key == key else e for e in self.entries)
        return dataclasses.replace(self, entries=tuple(entries))

    def added(self, entry: Entry, *, first: bool = False) -> "Queue":
        """With one entry more, before or after all that wait."""
        if not first:
            return dataclasses.replace(self, entries=(*self.entries, entry))
        at = next((i for i, e in enumerate(self.entries) if e.state == "waiting"), None)
        at = len(self.entries) if at is None else at
        entries = (*self.entries[:at], entry, *self.entries[at:])
        return dataclasses.replace(self, entries=entries)

    def without(self, key: str) -> "Queue":
        """Without one entry; the one that goes on stays."""
        entries = (e for e in self.entries if e.key != key or e.state == "running")
        return dataclasses.replace(self, entries=tuple(entries))

    def cleared(self) -> "Queue":
        """Without those that are over."""
        return dataclasses.replace(self, entries=tuple(e for e in self.entries if not e.is_over))

    def moved(self, key: str, place: int) -> "Queue":
        """With a waiting entry at ``place``, from 0, among those that wait."""
        moving = next((entry for entry in self.waiting if entry.key == key), None)
        if moving is None:
            return self
        others = [entry for entry in self.waiting if entry.key != key]
        others.insert(max(min(place, len(others)), 0), moving)
        passed = tuple(entry for entry in self.entries if entry.state != "waiting")
        return dataclasses.replace(self, entries=(*passed, *others))


def options_to_json(options: Mapping[str, Any]) -> dict[str, Any]:
    """What ``train`` is given beside its settings, without what says nothing."""
    plain = {key: list(v) if isinstance(v, tuple) else v for key, v in options.items() if v}
    return {key: str(v.absolute()) if isinstance(v, Path) else v for key, v in plain.items()}


def options_from_json(values: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that ``options_to_json`` was given."""
    given: dict[str, Any] = {k: tuple(map(str, v)) if k in _LISTS else v for k, v in values.items()}
    if given.get("start_from"):
        given["start_from"] = Path(given["start_from"])
    return given


def switched(queue: Queue, *, is_on: bool) -> Queue:
    """The queue started or stopped; the run that goes on is left alone."""
    return dataclasses.replace(queue, is_on=is_on)


# --- on disk ---------------------------------------------------------------------------------


def read_queue(root: Path) -> Queue:
    """The queue of the runs under ``root``; empty where there is none yet.

    Raises:
        InputError: If it is damaged or of a newer version.
    """
    path = root / FOLDER / QUEUE_FILE
    if not path.is_file():
        return Queue()
    values = atomic.read_json(path)
    try:
        if values["format"] > FORMAT:
            raise InputError(path.name, "was made by a newer Slicewise", "update Slicewise")
        entries = tuple(Entry.from_json(entry) for entry in values["entries"])
        return Queue(entries, bool(values["is_on"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _damaged() from None


def change(root: Path, how: Callable[[Queue], Queue]) -> Queue:
    """Read the queue, change it and write it, nobody else doing so meanwhile; what it is now.

    A damaged one is put aside and a new one begun.

    Raises:
        InputError: If the disk refuses, somebody else holds it for long, or it is of a newer
            version.
    """
    with changing(root) as queue:
        queue.now = how(queue.now)
    return queue.now


@dataclass
class Draft:
    """A queue while it is being changed."""

    now: Queue


@contextlib.contextmanager
def changing(root: Path) -> Iterator[Draft]:
    """Inside, nobody else changes the queue; what the draft holds at the end is written.

    Raises:
        InputError: As ``change``.
    """
    folder = private_folder(root)
    with waited_for(folder, CHANGE_LOCK):
        draft = Draft(_sound_queue(root))
        before = draft.now
        yield draft
        if draft.now != before:
            values = {
                "format": FORMAT,
                "is_on": draft.now.is_on,
                "entries": [entry.to_json() for entry in draft.now.entries],
            }
            atomic.write_json(folder / QUEUE_FILE, values)


def private_folder(root: Path) -> Path:
    """Where the queue lies, made if it is not there.

    Raises:
        InputError: If the disk refuses.
    """
    folder = root / FOLDER
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise run_lock.unwritable(root, error) from None
    return folder


@contextlib.contextmanager
def waited_for(folder: Path, name: str, wait_s: float = LONGEST_WAIT_S) -> Iterator[None]:
    """A lock that others hold for moments only.

    Raises:
        InputError: If it is not to be had in ``wait_s``.
    """
    until = time.monotonic() + wait_s
    with contextlib.ExitStack() as stack:
        while True:
            try:
                stack.enter_context(run_lock.owned(folder, name))
                break
            except InputError:
                if time.monotonic() > until:
                    raise
                time.sleep(RETRY_S)
        yield


def is_worked(root: Path) -> bool:
    """Whether a process works through the queue."""
    return run_lock.owner_of(root / FOLDER, WORKER_LOCK) is not None


def busy_folders(root: Path) -> tuple[Path, ...]:
    """Runs under ``root`` that somebody trains just now."""
    try:
        inside = [path for path in root.iterdir() if (path / runs.LOCK_FILE).is_file()]
    except OSError:
        return ()
    return tuple(path for path in inside if run_lock.is_owned(path))


def _sound_queue(root: Path) -> Queue:
    path = root / FOLDER / QUEUE_FILE
    try:
        return read_queue(root)
    except InputError as error:
        if "newer" in error.fault:
            raise
        with contextlib.suppress(OSError):
            path.rename(path.with_name(f"damaged-{time.strftime('%Y-%m-%d_%H-%M-%S')}.json"))
        return Queue()


def _damaged() -> InputError:
    return InputError("The queue of runs", "is damaged", "add its runs again: a new one is begun")
