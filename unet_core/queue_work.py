"""Working through the queue of runs, one after another, without any window.

Each run learns in a child process of its own: what ends one, memory or a crash, ends no other. The
worker writes nothing but the queue; what a run has to say is in its own folder.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing import parent_process
from pathlib import Path

import unet_core
from unet_core import runs
from unet_core.errors import InputError
from unet_core.events import Event, RunEnded, SlicesScored
from unet_core.isolation import isolated
from unet_core.live_status import followed
from unet_core.run_names import RunName, read_name, write_name
from unet_core.run_queue import (
    LONGEST_WAIT_S,
    WORKER_LOCK,
    Entry,
    Queue,
    busy_folders,
    change,
    changing,
    is_worked,
    options_from_json,
    private_folder,
    read_queue,
    switched,
    waited_for,
)

LOOKED_EVERY_S, _NAP_S = 1.0, 0.05
STARTED_WITHIN_S = 15.0
_started: list["subprocess.Popen[bytes]"] = []
"""Workers this process has started: buried when they have died."""


@dataclass(frozen=True)
class TurnCame:
    """An entry's run begins, or goes on."""

    entry: Entry


@dataclass(frozen=True)
class TurnOver:
    """An entry's run is over, or was stopped to go on later."""

    entry: Entry


class Stop:
    """Asks a worker to end; a plain mark, so that a signal handler may set it at any moment."""

    def __init__(self) -> None:
        self.is_asked = False

    def ask(self) -> None:
        """End at the next batch."""
        self.is_asked = True

    def wait(self, seconds: float) -> bool:
        """Sleep so long, or until asked; whether it was."""
        until = time.monotonic() + seconds
        while not self.is_asked and time.monotonic() < until:
            time.sleep(_NAP_S)
        return self.is_asked


def worked(
    root: Path, stop: Stop | None = None, *, wait_s: float = LONGEST_WAIT_S
) -> Iterator[Event | TurnCame | TurnOver]:
    """Work through the queue of ``root`` until nothing is left whose turn it is.

    Yields what the runs tell, between ``TurnCame`` and ``TurnOver`` of each. While somebody else
    trains under ``root`` it waits.

    Args:
        root: Where the runs are.
        stop: Ends the work at its next batch.
        wait_s: For another worker to end.

    Raises:
        InputError: If another process works through it already, or the disk refuses.
    """
    stop, is_first = stop or Stop(), True
    while is_first or (not stop.is_asked and read_queue(root).next is not None):
        is_first = False  # what came after the last look, while the lock was still held, is next
        with waited_for(private_folder(root), WORKER_LOCK, wait_s):
            change(root, _taken_back)
            while not stop.is_asked and (entry := _begun(root, stop)) is not None:
                yield TurnCame(entry)
                yield from _turn(root, entry, stop)
                yield TurnOver(_now(root, entry))


def _now(root: Path, entry: Entry) -> Entry:
    return next((found for found in read_queue(root).entries if found.key == entry.key), entry)


def _taken_back(queue: Queue) -> Queue:
    """What a worker that was killed had begun waits again, at its place, for the queue's start."""
    for entry in queue.entries:
        if entry.state == "running":
            queue = queue.changed(entry.key, state="waiting", at_once=False)
    return queue


def _begun(root: Path, stop: Stop) -> Entry | None:
    """The next entry, marked as begun; None if there is none, which stops the queue."""
    while busy_folders(root):
        if stop.wait(LOOKED_EVERY_S):
            return None
    with changing(root) as draft:
        entry = draft.now.next
        if entry is None:
            draft.now = switched(draft.now, is_on=False)
            return None
        values: dict[str, object] = {"state": "running", "sentence": ""}
        if not entry.folder and entry.config is not None:
            folder = runs.new_run_folder(root, entry.config.preset)
            values["folder"] = folder.name
            if entry.name:
                with contextlib.suppress(InputError):
                    write_name(folder, RunName(entry.name, read_name(folder).note))
        if (entry.more_epochs or entry.more_minutes) and entry.extensions < 0:
            values["extensions"] = _extensions(root / entry.folder)
        draft.now = draft.now.changed(entry.key, **values)
    return next(found for found in draft.now.entries if found.key == entry.key)


def _turn(root: Path, entry: Entry, stop: Stop) -> Iterator[Event]:
    """Train one entry to its end, its limit or the worker's; note how it went."""
    events = isolated(trained, root, entry)
    is_over, ends = threading.Event(), _Ends()
    watch = threading.Thread(
        target=_watch, args=(events, entry.limit_minutes, stop, is_over, ends), daemon=True
    )
    watch.start()
    values: dict[str, object] = {"state": "waiting"}
    try:
        yield from events
        values = _ended(root / entry.folder, ends)
    except InputError as error:
        values = {"state": "failed", "sentence": str(error)}
    finally:
        is_over.set()
        watch.join()
        change(root, partial(_noted, key=entry.key, values=values))
        events.close()


@dataclass
class _Ends:
    """Why a turn was ended from outside."""

    by_stop: bool = False


def _watch(
    events: "isolated[Event]",
    limit_minutes: float,
    stop: Stop,
    is_over: threading.Event,
    ends: _Ends,
) -> None:
    """Stop the run when its time is up or the worker is to end."""
    until = time.monotonic() + limit_minutes * 60 if limit_minutes else float("inf")
    while not is_over.wait(0.1):
        if stop.is_asked:
            ends.by_stop = True
            events.stop()
            return
        if time.monotonic() > until:
            events.stop()
            return


def _noted(queue: Queue, key: str, values: dict[str, object]) -> Queue:
    return queue.changed(key, **values)


def _ended(folder: Path, ends: _Ends) -> dict[str, object]:
    """How a turn went, by what the run folder says."""
    try:
        summary = runs.read_run(folder)
    except InputError as error:
        if ends.by_stop:
            return {"state": "waiting"}  # it had not begun
        return {"state": "failed", "sentence": str(error)}
    if summary.state == "finished":
        return {"state": "finished"}
    if summary.state == "failed":
        return {"state": "failed", "sentence": summary.sentence}
    if ends.by_stop:  # nobody who merely adds another run shall start this one
        return {"state": "waiting", "at_once": False}
    return {"state": "stopped"}


def trained(root: Path, entry: Entry) -> Iterator[Event]:
    """The events of an entry's run, begun or continued; its masks stay where they are.

    For a child process. SIGTERM, which a system that shuts down sends to all, is the worker's to
    act on: it stops this one at its next batch.
    """
    if parent_process() is not None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    is_ended = False
    for event in followed(_events(root, entry), root / entry.folder):
        is_ended = is_ended or isinstance(event, RunEnded)
        if not isinstance(event, SlicesScored):
            yield event
    if is_ended:
        from unet_core.report.afterwards import report_beside

        yield from report_beside(root / entry.folder)


def _events(root: Path, entry: Entry) -> Iterator[Event]:
    from unet_core.train import train

    folder = root / entry.folder
    if not (folder / runs.RUN_FILE).is_file() and entry.config is not None:
        yield from train(entry.dataset, folder, entry.config, **options_from_json(entry.options))
        return
    is_extended = entry.extensions < 0 or _extensions(folder) > entry.extensions
    more_epochs, more_minutes = (0, 0.0) if is_extended else (entry.more_epochs, entry.more_minutes)
    if runs.read_run(folder).state == "finished" and not (more_epochs or more_minutes):
        return  # killed between the run's last word and the queue's
    config = runs.read_config(folder)
    yield from train(
        entry.dataset,
        folder,
        config,
        resume=True,
        more_epochs=more_epochs,
        more_minutes=more_minutes,
    )


def _extensions(folder: Path) -> int:
    """How often a run was extended."""
    try:
        return len(runs.read_values(folder).get("extensions", ()))
    except (InputError, TypeError):
        return 0


# --- a process that outlives its window ------------------------------------------------------


def start_worker(root: Path) -> bool:
    """Start a process that works through the queue if none does; whether one does then.

    It has a session of its own and no terminal: neither closing a window nor a terminal ends it.
    """
    _started[:] = [process for process in _started if process.poll() is None]
    if read_queue(root).next is None or is_worked(root):
        return is_worked(root)
    _started.append(_detached(root))
    until = time.monotonic() + STARTED_WITHIN_S
    while time.monotonic() < until:
        if is_worked(root):
            return True
        if _started[-1].poll() is not None:
            break
        time.sleep(_NAP_S)
    return is_worked(root)


def _detached(root: Path) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable,
        "-m",
        "unet_core",
        "queue",
        str(root.absolute()),
        "work",
        "--detached",
    ]
    home = str(Path(unet_core.__file__).parents[1])
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", ""))))
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=root.absolute().anchor,
        env=os.environ | {"PYTHONPATH": path},
        start_new_session=True,
        creationflags=flags,
    )
