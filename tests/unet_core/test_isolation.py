"""Work in a child process: its events, its death, and what it leaves behind."""

import contextlib
import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from unet_core import isolation, shared_memory
from unet_core.errors import ChildDied, InputError
from unet_core.events import Notice, Progress
from unet_core.isolation import isolated

posix = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX signals")
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc and /dev/shm")


@dataclass(frozen=True)
class Block:
    values: NDArray[Any]
    more: tuple[NDArray[Any], ...] = ()


def counting(count: int, pause_s: float = 0.0) -> Iterator[Progress]:
    for number in range(count):
        yield Progress(number, count, str(os.getpid()))
        time.sleep(pause_s)


def endless(folder: Path) -> Iterator[Progress]:
    """Counts until closed, and says so then."""
    try:
        number = 0
        while True:
            yield Progress(number, 0, "")
            number += 1
            time.sleep(0.002)
    finally:
        (folder / "closed").write_text("yes")


def stubborn() -> Iterator[Progress]:
    yield Progress(0, 0, "")
    time.sleep(60)


def refusing() -> Iterator[Progress]:
    yield Progress(0, 1, "")
    raise InputError("a.nii", "is cut short", "copy it again")


def broken() -> Iterator[Progress]:
    yield Progress(0, 1, "")
    raise KeyError("/home/someone/Doe^Jane.nii")


def dying(number: int) -> Iterator[Progress]:
    yield Progress(0, 1, "")
    os.kill(os.getpid(), number)
    time.sleep(10)


def leaving() -> Iterator[Progress]:
    yield Progress(0, 1, "")
    os._exit(7)


def hungry(size: int) -> Iterator[Progress]:
    block = np.ones(size, np.uint8)
    yield Progress(int(block[-1]), 1, "")


def busy(seconds: float) -> Iterator[Progress]:
    ends = time.process_time() + seconds
    while time.process_time() < ends:
        pass
    yield Progress(1, 1, str(os.getpid()))


def doubled(block: Block) -> Iterator[Block]:
    yield Block(block.values * 2, (block.values[:2].copy(), *(m + 1 for m in block.more)))


def filled(size: int) -> Iterator[Block]:
    values = shared_memory.shared_empty((size,), np.dtype(np.int16))
    values[:] = 7
    yield Block(values)
    yield Block(values)  # sent twice: the second time by copy


def holding() -> Iterator[Progress]:
    values = shared_memory.shared_empty((1 << 20,), np.dtype(np.uint8))
    values[:] = 1
    yield Progress(len(values), 0, str(os.getpid()))
    time.sleep(60)


def shared_files() -> set[str]:
    return {p.name for f in shared_memory._shared_folders() for p in f.glob("slicewise-*")}


@pytest.fixture(autouse=True, scope="module")
def _ended() -> Iterator[None]:
    yield
    isolation.shut_down()


@pytest.fixture(autouse=True)
def _no_leftovers() -> Iterator[None]:
    before = shared_files()
    yield
    mine = f"slicewise-{os.getpid()}-"
    left = {n for n in shared_files() - before if n.startswith(mine) or not _owner_lives(n)}
    assert left == set()


def _owner_lives(name: str) -> bool:
    return shared_memory.is_running(int(name.removeprefix("slicewise-").partition("-")[0]))


def gone(pid: int, within_s: float = 5.0) -> bool:
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.01)
    return False


def test_events_arrive_in_order_from_another_process() -> None:
    events = list(isolated(counting, 5, keep=True))
    assert [event.done for event in events] == [0, 1, 2, 3, 4]
    assert {event.text for event in events} != {str(os.getpid())}


def test_a_kept_child_is_used_again_and_others_are_not() -> None:
    first = {e.text for e in isolated(counting, 2, keep=True)}
    second = {e.text for e in isolated(counting, 2, keep=True)}
    assert first == second
    isolation.shut_down()
    third = {e.text for e in isolated(counting, 2)}
    fourth = {e.text for e in isolated(counting, 2)}
    assert third != fourth
    assert isolation._idle == []


def test_children_that_worked_side_by_side_are_kept_until_told() -> None:
    both = [isolated(counting, 3, keep=True) for _ in range(2)]
    pids = {next(events).text for events in both}
    assert len(pids) == 2
    for events in both:
        list(events)
    assert {str(child.process.pid) for child in isolation._idle} == pids
    isolation.shut_down(keep=1)
    assert len(isolation._idle) == 1
    assert {e.text for e in isolated(counting, 2, keep=True)} < pids
    isolation.shut_down()
    assert isolation._idle == []


def test_arrays_travel_both_ways() -> None:
    big = np.arange(300_000, dtype=np.int16).reshape(3, -1)
    small = np.arange(5.0)
    (result,) = isolated(doubled, Block(big, (small, big)), keep=True)
    np.testing.assert_array_equal(result.values, big * 2)
    np.testing.assert_array_equal(result.more[1], small + 1)
    np.testing.assert_array_equal(result.more[2], big + 1)
    result.values[0, 0] = 5  # ours alone now


def test_arrays_made_in_shared_memory_are_handed_over() -> None:
    first, second = isolated(filled, 400_000, keep=True)
    assert (first.values == 7).all()
    assert (second.values == 7).all()
    first.values[:] = 1
    assert (second.values == 7).all()


def test_a_refusal_crosses_with_its_words() -> None:
    events = isolated(refusing, keep=True)
    assert next(events) == Progress(0, 1, "")
    with pytest.raises(InputError) as caught:
        next(events)
    assert str(caught.value) == "a.nii is cut short; copy it again."
    assert list(events) == []


def test_p1_an_unforeseen_error_is_told_without_its_text() -> None:
    with pytest.raises(ChildDied, match="unforeseen error") as caught:
        list(isolated(broken))
    assert "Doe" not in str(caught.value)


@posix
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT])
def test_u9_a_child_that_dies_is_an_ordinary_error(number: signal.Signals) -> None:
    with pytest.raises(ChildDied, match=number.name):
        list(isolated(dying, int(number)))
    assert len(list(isolated(counting, 2))) == 2  # the next job works


def test_a_child_that_leaves_is_noticed() -> None:
    with pytest.raises(ChildDied, match="exit code 7"):
        list(isolated(leaving))


@linux
def test_d7_the_memory_limit_holds_and_is_lifted_for_the_next_job() -> None:
    with pytest.raises(InputError, match="too little memory"):
        list(isolated(hungry, 400 << 20, keep=True, memory_limit=64 << 20))
    assert len(list(isolated(hungry, 100 << 20, keep=True))) == 1
    isolation.shut_down()


@posix
def test_endless_work_is_ended_and_each_job_has_its_own_time() -> None:
    with pytest.raises(ChildDied, match="SIGXCPU, as when work finds no end"):
        list(isolated(busy, 60.0, keep=True, time_limit_s=0.5))
    jobs = [list(isolated(busy, 0.6, keep=True, time_limit_s=1.0)) for _ in range(3)]
    assert len({job[0].text for job in jobs}) == 1, "one child did them all"
    isolation.shut_down()


def test_stop_closes_the_generator_in_the_child(tmp_path: Path) -> None:
    events = isolated(endless, tmp_path, keep=True)
    next(events)
    events.stop()
    assert len(list(events)) < 1000
    assert (tmp_path / "closed").read_text() == "yes"


def test_close_ends_the_child(tmp_path: Path) -> None:
    events = isolated(endless, tmp_path)
    next(events)
    pid = events.pid
    assert pid is not None
    events.close()
    assert (tmp_path / "closed").exists()
    assert list(events) == []
    assert gone(pid)


def test_a_stubborn_child_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    events = isolated(stubborn)
    next(events)
    child = events._child
    assert child is not None
    began = time.monotonic()
    child.end(patience_s=0.2)
    assert time.monotonic() - began < 2
    assert gone(child.process.pid or 0)
    with pytest.raises(ChildDied):
        next(events)


def test_close_from_another_thread_ends_the_iteration_quietly(tmp_path: Path) -> None:
    events = isolated(endless, tmp_path)
    next(events)
    closer = threading.Timer(0.1, events.close)
    closer.start()
    count = sum(1 for _ in events)
    closer.join()
    assert count >= 0
    assert (tmp_path / "closed").exists()


def test_pause_holds_and_resume_goes_on(tmp_path: Path) -> None:
    events = isolated(endless, tmp_path, keep=True)
    next(events)
    events.pause()
    seen: list[Progress] = []
    reader = threading.Thread(target=lambda: seen.extend(events))
    reader.start()
    time.sleep(0.2)
    held = len(seen)
    time.sleep(0.2)
    assert len(seen) == held
    events.resume()
    deadline = time.monotonic() + 5
    while len(seen) <= held + 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(seen) > held + 3
    events.stop()
    reader.join(5)
    assert not reader.is_alive()


def lending(folder: Path) -> Iterator[Progress]:
    """Tells, by files, when what it holds is lent to others and when it is back."""

    @contextlib.contextmanager
    def lent() -> Iterator[None]:
        (folder / "lent").touch()
        yield
        (folder / "back").touch()

    with isolation.while_held(lent):
        for number in itertools.count():
            yield Progress(number, 0, "")
            if (folder / "back").exists():
                return


def test_a_held_child_lends_what_it_holds(tmp_path: Path) -> None:
    """As memory of a graphics card, until it goes on."""
    events = isolated(lending, tmp_path, keep=True)
    next(events)
    events.pause()
    reader = threading.Thread(target=lambda: list(events))
    reader.start()
    deadline = time.monotonic() + 20
    while not (tmp_path / "lent").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert (tmp_path / "lent").exists()
    assert not (tmp_path / "back").exists()
    events.resume()
    reader.join(20)
    assert not reader.is_alive()
    assert (tmp_path / "back").exists()


def test_words_said_before_the_start_count(tmp_path: Path) -> None:
    events = isolated(endless, tmp_path)
    events.stop()
    assert len(list(events)) <= 2


@linux
def test_p4_the_child_dies_with_its_parent_and_its_arrays_are_swept() -> None:
    code = (
        "from unet_core.isolation import isolated\n"
        "from tests.unet_core.test_isolation import holding\n"
        "if __name__ == '__main__':\n"
        "    events = isolated(holding)\n"
        "    print(next(events).text, flush=True)\n"
        "    next(events)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert parent.stdout is not None
    with parent:
        child = int(parent.stdout.readline())
        held = [name for name in shared_files() if name.startswith(f"slicewise-{child}-")]
        assert len(held) == 1
        time.sleep(0.3)  # until the child is deep in its work and looks at no pipe
        parent.kill()
        assert gone(child)
    shared_memory.sweep()
    assert not set(held) & shared_files()


def test_a_program_that_forgets_to_shut_down_still_ends() -> None:
    code = (
        "from unet_core.isolation import isolated, warm_up\n"
        "from tests.unet_core.test_isolation import counting\n"
        "if __name__ == '__main__':\n"
        "    warm_up()\n"
        "    events = isolated(counting, 1000, 0.01)\n"
        "    next(events)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], timeout=30, cwd=Path(__file__).parents[2], check=False
    )
    assert done.returncode == 0


def test_notices_pass_unchanged() -> None:
    with contextlib.closing(isolated(_noticing, keep=True)) as events:
        assert next(events) == Notice("größe – ok")


def _noticing() -> Iterator[Notice]:
    yield Notice("größe – ok")


def test_a_connection_closed_by_two_threads_at_once_is_closed_once(tmp_path: Path) -> None:
    """A second close of the same number would close what somebody else has opened meanwhile."""
    events = isolated(endless, tmp_path)
    next(events)
    child = events._child
    assert child is not None
    closed: list[int] = []
    at_once = threading.Barrier(2)
    original = child.connection._close

    def slow(*given: object) -> None:
        closed.append(1)
        time.sleep(0.05)
        original(*given)

    child.connection._close = slow

    def hang_up() -> None:
        at_once.wait()
        child.hang_up()

    other = threading.Thread(target=hang_up)
    other.start()
    hang_up()
    other.join()
    child.end(patience_s=0.0)
    assert closed == [1]


def with_torch() -> Iterator[Progress]:
    sys.modules["torch"] = sys  # loading it would take two seconds
    yield Progress(1, 1, str(os.getpid()))


def _pid(events: Iterator[Progress]) -> str:
    (event,) = events
    return event.text


def test_a_child_that_has_loaded_torch_waits_for_the_next_who_needs_it() -> None:
    isolation.shut_down()
    warm = _pid(isolated(with_torch, keep=True, uses_network=True))
    assert _pid(isolated(counting, 1)) != warm, "who does not need it does not end it"
    assert _pid(isolated(counting, 1, keep=True)) == warm, "nor does one who gives it back"
    light = isolated(counting, 3, keep=True)
    other = next(light).text
    assert other == warm, "there is no other"
    another = isolated(with_torch, keep=True, uses_network=True)
    assert _pid(another) != warm
    list(light)
    (left,) = (child for child in isolation._idle if child.is_heavy)
    assert len(isolation._idle) == 1, "one of them is enough, for each takes 200 MB"
    assert _pid(isolated(with_torch, uses_network=True)) == str(left.process.pid)
    assert isolation._idle == [], "it ends with a job that keeps none"
