"""A training that goes on without the window, and is found again: real processes throughout."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.panels.train import TrainPanel
from app.run_work import QueueSeen
from app.session import Session
from app.settings import Settings
from app.split.board import SplitBoard
from app.training.letting_go import left_of, new_entry, old_entry
from app.training.night_row import forecast_words, queue_words
from app.training.setup import RunRequest
from app.training.state import LiveRun
from tests.app.fake_run import HeldRun, batch, record, started
from unet_core import phantom, queue_work, run_lock, run_queue, runs
from unet_core.config import PRESETS, ModelConfig
from unet_core.events import EpochDone, RunEnded
from unet_core.run_queue import Entry, Queue, read_queue

WAIT_MS = 60_000
MOST_MINUTES = 3.0
"""Should this test be killed, what it let go ends by itself."""
TINY = replace(
    PRESETS["quick"],
    model=ModelConfig(depth=2, base_channels=4),
    image_size=32,
    epochs=5000,
    batches_per_epoch=2,
    batch_size=2,
    synthetic_lesions=0.0,
)


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three tiny patients."""
    folder = tmp_path_factory.mktemp("cohort")
    for _ in phantom.write_cohort(folder, cases=3, size_xyz=(40, 32, 8)):
        pass
    return folder


@pytest.fixture
def root() -> Iterator[Path]:
    """The runs of one test; whoever still trains there at its end is ended."""
    root = Settings().runs_root
    yield root
    owner = run_lock.owner_of(root / run_queue.FOLDER, run_queue.WORKER_LOCK)
    if owner is not None:
        with contextlib.suppress(OSError):
            os.kill(owner.pid, signal.SIGKILL)
    for process in queue_work._started:
        process.kill()
        process.wait()


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Makes windows that ask before closing."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        window = MainWindow(Session())
        qtbot.addWidget(window)
        made.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.docks.show_train()
        window.asks_before_closing = True
        return window

    yield make
    for window in made:
        window.asks_before_closing = False
        window.close()


def _panel(window: MainWindow) -> TrainPanel:
    panel = window.panels["dock_train"]
    assert isinstance(panel, TrainPanel)
    return panel


def _press(qtbot: QtBot, parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _start(qtbot: QtBot, window: MainWindow, cohort: Path) -> TrainPanel:
    panel = _panel(window)
    window.session.set_dataset(cohort)
    panel.setup.form.set_value(TINY)
    panel.setup.minutes.setValue(MOST_MINUTES)
    _press(qtbot, panel, "train_start")
    return panel


def _drawn(session: Session) -> list[str]:
    return [mask.name for mask in session.label_maps if mask.role == "prediction"]


# --- the whole way ---------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="not tried on Windows")
@pytest.mark.hazard("U4", "T8")
def test_a_training_goes_on_without_its_window_and_is_found_again(
    qtbot: QtBot, open_window: Callable[[], MainWindow], cohort: Path, root: Path
) -> None:
    first = open_window()
    panel = _start(qtbot, first, cohort)
    qtbot.waitUntil(lambda: len(panel._run.records) >= 2, timeout=WAIT_MS)
    folder = panel._run.folder
    assert folder is not None
    assert not first.close()
    question = first.findChild(QDialog, "close_question")
    assert "training run is going on" in question.text()
    _press(qtbot, first, "close_go_on")
    qtbot.waitUntil(lambda: not first.isVisible(), timeout=WAIT_MS)

    worker = run_lock.owner_of(root / run_queue.FOLDER, run_queue.WORKER_LOCK)
    assert worker is not None
    assert os.getsid(worker.pid) != os.getsid(0), "no terminal or window takes it along"
    qtbot.waitUntil(lambda: runs.is_owned(folder), timeout=WAIT_MS)
    done = len(runs.read_records(folder))
    assert done >= 2

    second = open_window()
    panel = _panel(second)
    qtbot.waitUntil(lambda: panel.is_following, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: panel._run.batch is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(panel._run.records) > done, timeout=WAIT_MS)
    assert not panel.offer.isVisible(), "there is nothing to resume"
    assert panel.view.strip.slices == 8
    epochs = [one.epoch for one in panel._run.epochs]
    assert epochs == list(range(1, len(epochs) + 1)), "one gapless curve"
    live, session = panel.shown.patients.live, second.session
    case = panel.view.case.currentText()
    qtbot.waitUntil(lambda: live.progress_of(case).drawn is not None, timeout=WAIT_MS)
    assert panel.view.strip._ghost is not None, "the round before, too"
    panel.view.strip.slice_clicked.emit(4)
    qtbot.waitUntil(lambda: len(_drawn(session)) == 1, timeout=WAIT_MS)
    before = _drawn(session)
    qtbot.waitUntil(lambda: _drawn(session) != before, timeout=WAIT_MS)
    assert len(_drawn(session)) == 1, "round after round, as of an own run"

    _press(qtbot, panel, "train_pause")
    status = panel.controls.status
    qtbot.waitUntil(lambda: status.text().startswith("Paused"), timeout=WAIT_MS)
    _press(qtbot, panel, "train_pause")
    assert not second.close()
    question = second.findChild(QDialog, "close_question")
    assert "does not need this window" in question.informativeText()
    _press(qtbot, second, "close_keep")
    assert second.isVisible()

    _press(qtbot, panel, "train_stop")
    with qtbot.waitSignal(panel.run_ended, timeout=WAIT_MS) as ended:
        pass
    assert ended.args == [folder]
    assert status.text().startswith("Stopped after epoch")
    assert runs.read_run(folder).state == "stopped"
    qtbot.waitUntil(lambda: not run_queue.is_worked(root), timeout=WAIT_MS)
    assert [entry.state for entry in read_queue(root).entries] == ["stopped"]
    assert second.close(), "nothing goes on any more"


def test_stop_and_keep_open_are_answers_too(
    qtbot: QtBot, open_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = open_window()
    panel = _panel(window)
    held = HeldRun([started(tmp_path), EpochDone(record(1, is_best=True)), batch(2, 1)])
    panel.begin(held.start)
    qtbot.waitUntil(lambda: bool(panel._run.records))
    assert not window.close()
    _press(qtbot, window, "close_keep")
    assert window.isVisible()
    assert panel.is_training
    assert not window.close()
    _press(qtbot, window, "close_stop")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT_MS)
    assert "stop" in held.words


def test_a_run_that_cannot_be_handed_over_keeps_the_window_open(
    qtbot: QtBot,
    open_window: Callable[[], MainWindow],
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("unet_core.queue_work.start_worker", lambda root: False)
    window = open_window()
    panel = _panel(window)
    held = HeldRun([started(root / "run"), EpochDone(record(1, is_best=True))])
    panel.begin(held.start, old_entry(root, root / "run"))
    qtbot.waitUntil(lambda: bool(panel._run.records))
    window.close()
    _press(qtbot, window, "close_go_on")
    qtbot.waitUntil(lambda: "did not begin" in panel.error.text, timeout=WAIT_MS)
    assert window.isVisible()
    assert read_queue(root).entries[0].folder == "run", "it can be resumed, or begun from the queue"


def test_a_run_that_ends_meanwhile_needs_nobody(
    qtbot: QtBot, open_window: Callable[[], MainWindow], root: Path, tmp_path: Path
) -> None:
    window = open_window()
    panel = _panel(window)
    model = tmp_path / "model.safetensors"
    last = RunEnded("finished", 1, 0.7, model)
    held = HeldRun([started(tmp_path), EpochDone(record(1, is_best=True)), last])
    panel.begin(held.start, old_entry(root, tmp_path))
    qtbot.waitUntil(lambda: panel._run.ended is not None)
    window.close()
    _press(qtbot, window, "close_go_on")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT_MS)
    assert read_queue(root).entries == ()


# --- what is handed over -----------------------------------------------------------------------


def test_what_is_left_of_a_run(tmp_path: Path) -> None:
    wish = RunRequest(tmp_path, TINY, ("01",), tmp_path / "m.safetensors", ("02",))
    order, run = new_entry(wish, 60.0), LiveRun()
    left = left_of(order, run)
    assert left is not None
    assert (left.config, left.folder, left.at_once) == (TINY, "", True), "it had no folder yet"
    assert left.options["validation_cases"] == ["01"]
    placed = replace(order, folder="run")
    assert left_of(placed, run) == replace(placed, at_once=True)
    run.take(started(tmp_path / "run"))
    more = old_entry(tmp_path, tmp_path / "run", 20, 0.0)
    left = left_of(more, run)
    assert left is not None
    assert left.more_epochs == 0, "the run's own record holds the extension by now"
    run.take(RunEnded("finished", 1, 0.5, tmp_path))
    assert left_of(order, run) is None
    assert left_of(None, LiveRun()) is None


def test_the_queue_in_a_line(tmp_path: Path) -> None:
    long = replace(TINY, minutes=90.0)
    one, two = Entry(tmp_path, long), Entry(tmp_path, TINY)
    assert queue_words(QueueSeen(Queue())) == ""
    assert queue_words(QueueSeen(Queue((one,)))) == (
        "1 run waits in the queue, which is not started. About 1 h 30 min in all."
    )
    both = Queue((one, two), is_on=True)
    assert queue_words(QueueSeen(both, is_worked=True)) == (
        "2 runs wait in the queue. About 1 h 30 min, and one run of unknown length."
    )
    assert "cut off" in queue_words(QueueSeen(both))
    assert forecast_words(Queue((two,))) == ""


def test_what_is_set_up_waits_in_the_queue(
    qtbot: QtBot, open_window: Callable[[], MainWindow], cohort: Path, root: Path
) -> None:
    window = open_window()
    panel = _panel(window)
    _press(qtbot, panel, "train_queue")
    assert "no data set" in panel.error.text
    window.session.set_dataset(cohort)
    panel.setup.form.set_value(TINY)
    held = HeldRun([started(root / "other")])
    panel.begin(held.start)  # a run that goes on keeps nobody from adding another
    _press(qtbot, panel, "train_queue")
    qtbot.waitUntil(lambda: len(read_queue(root).entries) == 1, timeout=WAIT_MS)
    (entry,) = read_queue(root).entries
    assert (entry.dataset, entry.config, entry.state) == (cohort, TINY, "waiting")
    assert not run_queue.is_worked(root), "nothing begins before somebody starts the queue"
    qtbot.waitUntil(lambda: "1 run waits" in panel.night_row.words.text(), timeout=WAIT_MS)
    panel.stop_run()
    qtbot.waitUntil(lambda: not panel.is_training, timeout=WAIT_MS)


def test_the_split_of_a_run_is_shown_as_it_was(
    qtbot: QtBot, open_window: Callable[[], MainWindow], cohort: Path, root: Path
) -> None:
    values = runs.opened(cohort, root / "run-01", TINY, ("01",), resume=False, test=("02",))
    split = {"train": ["00"], "validation": ["01"], "test": ["02"]}
    known = {**values, "state": "stopped", "split": split, "validation_cases": ["01"]}
    runs.write_values(root / "run-01", known)
    window = open_window()
    window.actions_by_name["action_show_runs"].trigger()
    table = window.runs._window()
    qtbot.waitUntil(lambda: len(table.model.rows) == 1, timeout=WAIT_MS)
    _press(qtbot, table, "runs_button_split")
    qtbot.waitUntil(lambda: window.findChild(SplitBoard) is not None, timeout=WAIT_MS)
    board = window.findChild(SplitBoard)
    qtbot.waitUntil(board.isVisible, timeout=WAIT_MS)
    shown = {
        side: [name for person in column.cards.cards.people for name in person.case_ids]
        for side, column in board._sides.items()
    }
    assert shown == {"train": ["00"], "validation": ["01"], "test": ["02"]}
    assert board.is_locked
    assert cohort.name in board.windowTitle(), "its own data set, whatever is open"
    assert not board.findChild(QPushButton, "split_propose").isEnabled()

    runs.write_values(root / "run-01", {**values, "state": "failed"})
    _press(qtbot, table, "runs_button_split")
    qtbot.waitUntil(lambda: "no split" in window.message_bar.text, timeout=WAIT_MS)
    board.close()
    table.close()


def test_a_run_is_set_up_like_another_from_its_window(
    qtbot: QtBot, open_window: Callable[[], MainWindow], cohort: Path, root: Path
) -> None:
    config = replace(TINY, epochs=7, learning_rate=5e-4, minutes=3.0)
    values = runs.opened(cohort, root / "run-01", config, ("01",), resume=False, test=("02",))
    split = {"train": ["00"], "validation": ["01"], "test": ["02"]}
    runs.write_values(root / "run-01", {**values, "state": "stopped", "split": split})
    window = open_window()
    window.actions_by_name["action_show_runs"].trigger()
    table = window.runs._window()
    qtbot.waitUntil(lambda: len(table.model.rows) == 1, timeout=WAIT_MS)
    _press(qtbot, table, "runs_button_duplicate")
    panel = _panel(window)
    qtbot.waitUntil(lambda: window.session.dataset == cohort, timeout=WAIT_MS)
    wish = panel.setup.request()
    assert wish.config == config
    assert (wish.validation_cases, wish.test_cases) == (("01",), ("02",))
    table.close()
