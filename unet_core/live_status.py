"""What a run is doing just now, for windows other than the one that started it, and their asks.

Whoever consumes the events of ``train`` passes them through ``followed``. It keeps ``live.json`` in
the run folder, replaced whole at most every second, and does what ``ask.json`` asks for. Both name
the process they are about: what was left behind for one that died reaches no other.
"""

import contextlib
import dataclasses
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from unet_core import distributed, isolation
from unet_core.errors import InputError
from unet_core.events import BatchDone, Diagnosed, Event, Finding, Progress, RunEnded, RunStarted
from unet_core.io import atomic
from unet_core.run_lock import Owner, owner_of
from unet_core.volume import Label

Word = Literal["stop", "pause", "go on"]
STATUS_FILE, ASK_FILE = "live.json", "ask.json"
WRITTEN_EVERY_S, LOOKED_EVERY_S = 1.0, 0.2


@dataclass(frozen=True)
class LiveStatus:
    """The newest a run has said.

    Attributes:
        owner: The process that trains.
        heartbeat: When it said so, seconds since 1970.
        is_paused: Whether it is held.
        started: What it began with; None while data are read.
        batch: The newest batch.
        progress: What it does between batches, if it does.
        findings: What the run doctor says now.
    """

    owner: Owner
    heartbeat: float
    is_paused: bool = False
    started: RunStarted | None = None
    batch: BatchDone | None = None
    progress: Progress | None = None
    findings: tuple[Finding, ...] = ()


def read_status(folder: Path) -> LiveStatus | None:
    """What the process that trains in ``folder`` says; None where none does, or nothing yet."""
    owner = owner_of(folder)
    if owner is None:
        return None
    try:
        status = _from_json(folder, atomic.read_json(folder / STATUS_FILE))
    except (InputError, KeyError, TypeError, ValueError, AttributeError):
        return None
    return status if status.owner == owner else None


def ask(folder: Path, word: Word) -> None:
    """Ask the process that trains in ``folder`` to do something at its next batch.

    Raises:
        InputError: If nobody trains there, or the disk refuses.
    """
    owner = owner_of(folder)
    if owner is None:
        raise InputError(folder.name, "is in nobody's hands any more", "look at it again")
    atomic.write_json(folder / ASK_FILE, {"word": word, "to": owner.to_json()})


def followed(events: Iterator[Event], folder: Path) -> Iterator[Event]:
    """The same events of the run in ``folder``, told to whoever looks, who may pause or stop it.

    Asked to stop, it closes ``events``, as a consumer would. While it is paused it gives Progress
    three times a second, so that its consumer can still close it.
    """
    if not distributed.is_leader():
        yield from events
        return
    teller = _Teller(folder)
    try:
        with isolation.while_held(teller.held):
            for event in events:
                teller.take(event)
                yield event
                if teller.is_asked_to("pause"):
                    yield from _paused(teller)
                if teller.is_asked_to("stop"):
                    break
    finally:
        if hasattr(events, "close"):
            events.close()
        teller.end()


def _paused(teller: "_Teller") -> Iterator[Event]:
    with isolation.held():  # the teller's own ``held`` is among what is lent
        while teller.is_asked_to("pause"):
            yield Progress(0, 0, "Paused")
            time.sleep(LOOKED_EVERY_S)


class _Teller:
    """Writes the status of one run and reads what is asked of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._status = LiveStatus(Owner.this(), time.time())
        self._written_at = -WRITTEN_EVERY_S
        self._looked_at = -LOOKED_EVERY_S
        self._seen: tuple[int, int] | None = None
        self._word = ""

    def take(self, event: Event) -> None:
        """Remember an event, and tell it if it is time."""
        match event:
            case RunStarted():
                self._change(started=event, progress=None)
                self._written_at = -WRITTEN_EVERY_S
            case BatchDone():
                self._change(batch=event, progress=None)
            case Progress():
                self._change(progress=event)
            case Diagnosed():
                self._change(findings=event.findings)
            case RunEnded():
                self._change(progress=None)
            case _:
                return
        if time.monotonic() - self._written_at >= WRITTEN_EVERY_S:
            self._write()

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Inside, the run is told to be paused."""
        self._change(is_paused=True)
        self._write()
        try:
            yield
        finally:
            self._change(is_paused=False)
            self._write()

    def is_asked_to(self, word: Word) -> bool:
        """Whether that is the newest word to this process."""
        if time.monotonic() - self._looked_at >= LOOKED_EVERY_S:
            self._looked_at = time.monotonic()
            self._look()
        return self._word == word

    def end(self) -> None:
        """Clear away what only a living run has."""
        for name in (STATUS_FILE, ASK_FILE):
            with contextlib.suppress(OSError):
                (self._folder / name).unlink(missing_ok=True)

    def _change(self, **values: Any) -> None:
        self._status = dataclasses.replace(self._status, **values, heartbeat=time.time())

    def _write(self) -> None:
        """Nothing depends on it: a disk that refuses is told of by the run itself."""
        self._written_at = time.monotonic()
        if self._folder.is_dir():
            with contextlib.suppress(InputError, ValueError):
                atomic.write_json(self._folder / STATUS_FILE, _to_json(self._status))

    def _look(self) -> None:
        path = self._folder / ASK_FILE
        try:
            stat = path.stat()
        except OSError:
            return
        if (mark := (stat.st_mtime_ns, stat.st_ino)) == self._seen:
            return
        with contextlib.suppress(InputError, AttributeError):
            asked = atomic.read_json(path)
            self._seen = mark
            if Owner.from_json(asked.get("to")) == self._status.owner:
                word = asked.get("word")
                self._word = word if word in get_args(Word) else self._word


def _to_json(status: LiveStatus) -> dict[str, Any]:
    started = status.started
    return {
        "owner": status.owner.to_json(),
        "heartbeat": status.heartbeat,
        "is_paused": status.is_paused,
        "started": None if started is None else _started_to_json(started),
        "batch": _finite(status.batch),
        "progress": _finite(status.progress),
        "findings": [dataclasses.asdict(finding) for finding in status.findings],
    }


def _started_to_json(started: RunStarted) -> dict[str, Any]:
    values = {
        field.name: getattr(started, field.name)
        for field in dataclasses.fields(started)
        if field.name not in ("folder", "labels")
    }
    return {**values, "labels": [dataclasses.asdict(label) for label in started.labels.values()]}


def _finite(event: BatchDone | Progress | None) -> dict[str, Any] | None:
    """Plain values; a loss that is no number is null."""
    if event is None:
        return None
    values = dataclasses.asdict(event)
    return {key: None if value != value else value for key, value in values.items()}


def _from_json(folder: Path, values: Mapping[str, Any]) -> LiveStatus:
    owner = Owner.from_json(values["owner"])
    if owner is None:
        raise ValueError
    started, batch, progress = values["started"], values["batch"], values["progress"]
    return LiveStatus(
        owner=owner,
        heartbeat=float(values["heartbeat"]),
        is_paused=bool(values["is_paused"]),
        started=None if started is None else _started_from_json(folder, started),
        batch=None if batch is None else BatchDone(**{**batch, "loss": _number(batch["loss"])}),
        progress=None if progress is None else Progress(**progress),
        findings=tuple(Finding(**finding) for finding in values["findings"]),
    )


def _started_from_json(folder: Path, values: Mapping[str, Any]) -> RunStarted:
    labels = {label["value"]: Label(**label) for label in values["labels"]}
    known = {field.name for field in dataclasses.fields(RunStarted)}
    given: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in values.items()
        if key in known
    }
    return RunStarted(**(given | {"folder": folder, "labels": labels}))


def _number(value: float | None) -> float:
    return float("nan") if value is None else value
