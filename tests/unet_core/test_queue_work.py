"""Working through the queue: one after another, stopped, killed, resumed.

Most tests train in their own process, which spares them the start of another; what is about
processes, a kill and a session of one's own, is done with real ones.
"""

import io
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.same_run import assert_same_run
from tests.unet_core.conftest import TINY
from unet_core import cli, queue_work, run_lock, run_queue, runs
from unet_core.errors import InputError
from unet_core.events import EpochDone, SlicesScored
from unet_core.live_status import read_status
from unet_core.queue_work import Stop, TurnCame, TurnOver, start_worker, worked
from unet_core.run_names import read_name
from unet_core.run_queue import Entry, change, options_to_json, read_queue, switched
from unet_core.train import train

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="not tried on Windows")
WAIT_S = 60.0
SHORT = replace(TINY, epochs=2)
LONG = replace(TINY, epochs=5000)


class _Here:
    """In place of ``isolated``: the same events, in this process."""

    def __init__(self, function: Callable[..., Iterator[Any]], *arguments: Any) -> None:
        self._events = function(*arguments)
        self._is_stopped = False

    def __iter__(self) -> "_Here":
        return self

    def __next__(self) -> Any:
        if self._is_stopped:
            self.close()
        return next(self._events)

    def stop(self) -> None:
        self._is_stopped = True

    def close(self) -> None:
        self._events.close()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No child is started."""
    monkeypatch.setattr(queue_work, "isolated", _Here)


def _until(condition: Callable[[], Any]) -> Any:
    end = time.monotonic() + WAIT_S
    while not (found := condition()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
    return found


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """Runs of one test; whoever still works there at its end is ended."""
    yield tmp_path
    owner = run_lock.owner_of(tmp_path / run_queue.FOLDER, run_queue.WORKER_LOCK)
    if owner is not None:
        os.kill(owner.pid, signal.SIGKILL)
    _until(lambda: not run_queue.busy_folders(tmp_path))
    for process in queue_work._started:
        process.kill()
        process.wait()


def _add(root: Path, *entries: Entry, is_on: bool = True) -> None:
    for entry in entries:
        change(root, lambda queue, entry=entry: queue.added(entry))
    change(root, lambda queue: switched(queue, is_on=is_on))


def _states(root: Path) -> list[str]:
    return [entry.state for entry in read_queue(root).entries]


@pytest.mark.usefixtures("here")
def test_one_after_the_other_and_a_failure_ends_none(cohort: Path, root: Path) -> None:
    gone = Entry(root / "gone", SHORT)
    wish = options_to_json({"validation_cases": ("01",)})
    sound = Entry(cohort, SHORT, wish, name="Night run")
    _add(root, gone, sound)
    seen = list(worked(root))
    turns = [(type(e), e.entry.key) for e in seen if isinstance(e, (TurnCame, TurnOver))]
    assert turns == [
        *((TurnCame, gone.key), (TurnOver, gone.key)),
        *((TurnCame, sound.key), (TurnOver, sound.key)),
    ]
    assert _states(root) == ["failed", "finished"]
    failed, done = read_queue(root).entries
    assert "gone does not exist" in failed.sentence
    assert not read_queue(root).is_on
    folder = root / done.folder
    assert read_name(folder).name == "Night run"
    assert runs.read_run(folder).validation_cases == ("01",)
    assert len([e for e in seen if isinstance(e, EpochDone)]) == 2
    assert not any(isinstance(e, SlicesScored) for e in seen)
    assert not run_queue.is_worked(root)


@pytest.mark.usefixtures("here")
def test_a_run_is_stopped_when_its_time_is_up_and_can_be_resumed(cohort: Path, root: Path) -> None:
    _add(root, Entry(cohort, LONG, limit_minutes=0.02))
    list(worked(root))
    (entry,) = read_queue(root).entries
    assert entry.state == "stopped"
    assert runs.read_run(root / entry.folder).can_resume


@pytest.mark.usefixtures("here")
def test_an_extension_is_made_once(cohort: Path, root: Path) -> None:
    folder = root / "run"
    list(train(cohort, folder, SHORT))
    _add(root, Entry(cohort, folder="run", more_epochs=1))
    list(worked(root))
    assert runs.read_run(folder).epochs_done == 3
    key = read_queue(root).entries[0].key
    change(root, lambda q: switched(q.changed(key, state="running"), is_on=True))
    list(worked(root))  # as after a kill between the run's end and the queue's note of it
    assert runs.read_run(folder).epochs_done == 3
    assert _states(root) == ["finished"]


@pytest.mark.usefixtures("here")
def test_a_worker_told_to_end_leaves_its_run_waiting(cohort: Path, root: Path) -> None:
    _add(root, Entry(cohort, LONG), Entry(cohort, SHORT))
    stop = Stop()
    for event in worked(root, stop):
        if isinstance(event, EpochDone):
            stop.ask()
    assert _states(root) == ["waiting", "waiting"]
    assert read_queue(root).is_on, "the next start goes on"
    first = read_queue(root).entries[0]
    assert runs.read_run(root / first.folder).state == "stopped"


def test_two_workers_do_not_work_at_once(root: Path) -> None:
    folder = run_queue.private_folder(root)
    with (
        run_lock.owned(folder, run_queue.WORKER_LOCK),
        pytest.raises(InputError, match="in use"),
    ):
        list(worked(root, wait_s=0.1))


def test_nothing_to_do_starts_nobody(root: Path) -> None:
    assert not start_worker(root)
    _add(root, Entry(root / "gone", SHORT), is_on=False)
    assert not start_worker(root)
    assert queue_work._started == [] or all(p.poll() is not None for p in queue_work._started)


@pytest.mark.hazard("T1", "T7")
def test_a_worker_killed_is_found_and_its_run_goes_on_to_the_same_end(
    cohort: Path, root: Path
) -> None:
    """A process of its own session is killed with -9; the next one goes on, bit for bit."""
    config = replace(TINY, epochs=6)
    _add(root, Entry(cohort, config, at_once=True), is_on=False)
    assert start_worker(root)
    owner = run_lock.owner_of(root / run_queue.FOLDER, run_queue.WORKER_LOCK)
    assert owner is not None
    assert os.getsid(owner.pid) == owner.pid != os.getsid(0)
    folder = _until(lambda: run_queue.busy_folders(root))[0]
    _until(lambda: len(runs.read_records(folder)) >= 1)
    status = _until(lambda: read_status(folder))
    assert status.owner == run_lock.owner_of(folder)
    os.kill(owner.pid, signal.SIGKILL)
    _until(lambda: not runs.is_owned(folder))
    assert not run_queue.is_worked(root)
    assert _states(root) == ["running"], "nobody was left to note anything"
    assert runs.read_run(folder).can_resume
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queue_work, "isolated", _Here)
        assert list(worked(root)) == [], "what was cut off waits for somebody's word"
        change(root, lambda queue: switched(queue, is_on=True))
        list(worked(root))
    assert _states(root) == ["finished"]
    undisturbed = root / "undisturbed"
    list(train(cohort, undisturbed, config))
    assert_same_run(folder, undisturbed)
    assert sorted(path.name for path in folder.iterdir() if path.suffix == ".log") == []


@pytest.mark.usefixtures("here")
def test_sigterm_stops_a_worker_within_a_batch(cohort: Path, root: Path) -> None:
    """As a system that shuts down sends it: the run waits for the next start."""
    _add(root, Entry(cohort, LONG), is_on=False)
    before = signal.getsignal(signal.SIGTERM)

    class Terminal(io.StringIO):
        def write(self, text: str) -> int:
            if text.startswith("epoch 1"):
                os.kill(os.getpid(), signal.SIGTERM)
            return super().write(text)

    out = Terminal()
    assert cli.run(["queue", str(root), "work"], out, io.StringIO()) == 130
    assert out.getvalue().startswith("Next: ")
    (entry,) = read_queue(root).entries
    assert entry.state == "waiting"
    assert runs.read_run(root / entry.folder).state == "stopped"
    assert runs.read_run(root / entry.folder).epochs_done < 3
    assert signal.getsignal(signal.SIGTERM) is before
