"""The queue on disk: orders kept whole, changes of several processes kept apart."""

import dataclasses
import io
import json
import multiprocessing
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.unet_core.test_runs import append, begin
from unet_core import cli, run_lock, run_queue, runs
from unet_core.config import PRESETS
from unet_core.errors import InputError
from unet_core.run_queue import (
    Entry,
    Queue,
    change,
    options_from_json,
    options_to_json,
    read_queue,
    switched,
)


def entry(key: str, **more: object) -> Entry:
    return Entry(Path("/data"), PRESETS["quick"], key=key, **more)


def keys(queue: Queue) -> list[str]:
    return [one.key for one in queue.entries]


def test_an_order_comes_back_as_it_was_given(tmp_path: Path) -> None:
    options = {
        "validation_cases": ("01", "02"),
        "test_cases": (),
        "start_from": Path("/models/m.safetensors"),
        "plan": {"choices": [1]},
    }
    given = entry(
        "a", options=options_to_json(options), forecast_s=60.0, name="Night", at_once=True
    )
    change(tmp_path, lambda queue: queue.added(given))
    (found,) = read_queue(tmp_path).entries
    assert found == given
    back = options_from_json(found.options)
    assert back == {key: value for key, value in options.items() if value}
    assert (tmp_path / ".queue").stat().st_mode & 0o077 == 0, "it names data sets"


def test_entries_are_ordered_as_asked() -> None:
    queue = Queue()
    for key in "abc":
        queue = queue.added(entry(key))
    assert keys(queue.moved("c", 0)) == ["c", "a", "b"]
    assert keys(queue.moved("a", 99)) == ["b", "c", "a"]
    assert queue.moved("x", 0) == queue
    begun = queue.changed("a", state="running")
    assert keys(begun.moved("c", 0)) == ["a", "c", "b"], "what goes on is not overtaken"
    assert keys(begun.added(entry("d"), first=True)) == ["a", "d", "b", "c"]
    assert keys(begun.without("a")) == ["a", "b", "c"], "what goes on stays"
    assert keys(queue.without("b")) == ["a", "c"]
    assert keys(queue.changed("b", state="failed").cleared()) == ["a", "c"]


def test_whose_turn_is_next() -> None:
    queue = Queue((entry("a"), entry("b", at_once=True)))
    assert queue.next is not None
    assert queue.next.key == "b", "a run that was let go waits for no queue"
    started = switched(queue, is_on=True).next
    assert started is not None
    assert started.key == "a"
    assert Queue((entry("a", state="finished"),), is_on=True).next is None


@pytest.mark.parametrize(
    ("more", "seconds"),
    [
        ({}, None),
        ({"forecast_s": 50.0}, 50.0),
        ({"limit_minutes": 2.0}, 120.0),
        ({"forecast_s": 500.0, "limit_minutes": 2.0}, 120.0),
        ({"more_minutes": 3.0, "forecast_s": 50.0}, 180.0),
    ],
)
def test_how_long_it_takes(more: dict[str, float], seconds: float | None) -> None:
    assert entry("a", **more).expected_s == seconds
    timed = dataclasses.replace(entry("a"), config=dataclasses.replace(PRESETS["quick"], minutes=5))
    assert timed.expected_s == 300.0


@pytest.mark.parametrize(
    "text",
    [
        *("{", "[]", '{"format": 1}', '{"format": 1, "is_on": 1, "entries": [3]}'),
        '{"format": 1, "is_on": 1, "entries": [{"dataset": "d", "state": "asleep"}]}',
        '{"format": 1, "is_on": 1, "entries": [{"dataset": "d", "folder": "../../home"}]}',
    ],
)
def test_a_damaged_queue_is_said_and_put_aside(tmp_path: Path, text: str) -> None:
    folder = run_queue.private_folder(tmp_path)
    (folder / "queue.json").write_text(text)
    with pytest.raises(InputError, match=r"damaged|settings"):
        read_queue(tmp_path)
    change(tmp_path, lambda queue: queue.added(entry("a")))
    assert keys(read_queue(tmp_path)) == ["a"]
    (aside,) = folder.glob("damaged-*.json")
    assert aside.read_text() == text


def test_a_newer_queue_is_left_alone(tmp_path: Path) -> None:
    folder = run_queue.private_folder(tmp_path)
    (folder / "queue.json").write_text('{"format": 9, "is_on": false, "entries": []}')
    with pytest.raises(InputError, match="newer"):
        change(tmp_path, Queue.cleared)
    assert json.loads((folder / "queue.json").read_text())["format"] == 9


def test_who_changes_it_waits_for_the_other(tmp_path: Path) -> None:
    folder = run_queue.private_folder(tmp_path)
    thread = threading.Thread(target=change, args=(tmp_path, lambda queue: queue.added(entry("b"))))
    with run_lock.owned(folder, run_queue.CHANGE_LOCK):
        thread.start()
        thread.join(0.2)
        assert thread.is_alive()
    thread.join(10)
    assert keys(read_queue(tmp_path)) == ["b"]


def test_a_lock_that_is_never_free_is_said(tmp_path: Path) -> None:
    folder = run_queue.private_folder(tmp_path)
    with (
        run_lock.owned(folder, run_queue.CHANGE_LOCK),
        pytest.raises(InputError, match="in use"),
        run_queue.waited_for(folder, run_queue.CHANGE_LOCK, wait_s=0.1),
    ):
        pass


def _add_some(root: Path, letter: str) -> None:
    for number in range(10):
        change(root, partial(_added, key=f"{letter}{number}"))


def _added(queue: Queue, key: str) -> Queue:
    return queue.added(entry(key))


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    others = [context.Process(target=_add_some, args=(tmp_path, letter)) for letter in "ab"]
    for one in others:
        one.start()
    for one in others:
        one.join(60)
    found = keys(read_queue(tmp_path))
    assert sorted(found) == sorted(f"{letter}{n}" for letter in "ab" for n in range(10))
    for letter in "ab":
        assert [key for key in found if key[0] == letter] == [f"{letter}{n}" for n in range(10)]


def test_who_trains_now(tmp_path: Path) -> None:
    folder = begin(tmp_path / "run")
    assert run_queue.busy_folders(tmp_path) == ()
    with runs.owned(folder):
        assert run_queue.busy_folders(tmp_path) == (folder,)
    assert run_queue.busy_folders(tmp_path / "absent") == ()


# --- the command -----------------------------------------------------------------------------


@pytest.fixture
def say(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    def run(*arguments: str | Path) -> tuple[int, str]:
        out, err = io.StringIO(), io.StringIO()
        code = cli.run(["queue", str(tmp_path), *map(str, arguments)], out, err)
        return code, out.getvalue() + err.getvalue()

    return run


def test_the_command_fills_and_orders_the_queue(
    tmp_path: Path, say: Callable[..., tuple[int, str]]
) -> None:
    assert say() == (0, "The queue is stopped; 0 wait.\n")
    code, _ = say("add", "data", "--preset", "quick", "--val-cases", "00", "--minutes", "3")
    assert code == 0
    say("add", "data", "--name", "Second", "--limit", "5", "--set", "epochs=4")
    first, second = read_queue(tmp_path).entries
    assert first.options == {"validation_cases": ["00"]}
    assert first.dataset.is_absolute()
    assert (second.name, second.limit_minutes) == ("Second", 5.0)
    assert second.config is not None
    assert second.config.epochs == 4
    say("move", second.key, "1")
    assert [one.key for one in read_queue(tmp_path).entries] == [second.key, first.key]
    code, said = say("list")
    assert "Second, about 5 min" in said
    assert "2 wait" in said
    code, said = say("list", "--json")
    assert json.loads(said.splitlines()[0])["key"] == second.key
    assert str(Path.cwd()) not in said
    say("remove", second.key)
    assert [one.key for one in read_queue(tmp_path).entries] == [first.key]
    code, said = say("remove", "nothing")
    assert code == 2
    assert "no key" in said
    change(tmp_path, lambda queue: queue.changed(first.key, state="failed", sentence="No."))
    assert "failed: No." in say("list")[1]
    say("clear")
    assert say("start") == (0, "Nothing waits.\n")
    assert say("stop") == (0, "")


def test_the_command_resumes_what_can_be(
    tmp_path: Path, say: Callable[..., tuple[int, str]]
) -> None:
    folder = begin(tmp_path / "run")
    append(folder, 1)
    assert say("resume", "run")[0] == 0
    assert read_queue(tmp_path).entries[0].folder == "run"
    values = runs.read_values(folder)
    runs.write_values(folder, {**values, "state": "finished"})
    code, said = say("resume", "run")
    assert code == 2
    assert "is finished" in said
    assert say("resume", "run", "--more-epochs", "3")[0] == 0
    assert say("resume", "absent")[0] == 2
