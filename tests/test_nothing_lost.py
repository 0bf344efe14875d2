"""Whatever dies and whenever: no finished epoch is lost, and training goes on as if nothing had.

The window and a training with it, the training alone, and `unet-core train`, all by SIGKILL; each
time the finished run is compared bit for bit with one that nobody disturbed.
"""

import contextlib
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial, reduce
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.same_run import assert_same_run, curve
from tests.window_process import keep_settings_in
from unet_core import cli, phantom, runs
from unet_core.config import PRESETS, with_setting
from unet_core.train import train

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from app.panels.train import TrainPanel

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

EPOCHS = 20
SETTINGS = {
    "model.depth": "2",
    "model.base_channels": "4",
    "image_size": "32",
    "epochs": str(EPOCHS),
    "batches_per_epoch": "3",
    "batch_size": "4",
}
CONFIG = reduce(
    lambda config, item: with_setting(config, *item), SETTINGS.items(), PRESETS["quick"]
)
KILLS = 10


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three small patients."""
    folder = tmp_path_factory.mktemp("data")
    list(phantom.write_cohort(folder, cases=3, size_xyz=(64, 64, 8)))
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settings and runs, shared so that the slices are cached once."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def undisturbed(dataset: Path, home: Path) -> Path:
    """The run to compare with."""
    folder = home / "runs" / "undisturbed"
    list(train(dataset, folder, CONFIG))
    assert len(runs.read_records(folder)) == EPOCHS
    return folder


@contextlib.contextmanager
def _window(qtbot: QtBot, home: Path) -> "Iterator[MainWindow]":
    """The real window on the settings of ``home``."""
    from app.main_window import MainWindow
    from app.session import Session

    keep_settings_in(home)
    window = MainWindow(Session())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


def _panel(window: "MainWindow") -> "TrainPanel":
    from app.panels.train import TrainPanel

    panel = window.panels["dock_train"]
    assert isinstance(panel, TrainPanel)
    return panel


def _press(qtbot: QtBot, window: "MainWindow", name: str) -> None:
    qtbot.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def _text(window: "MainWindow", name: str) -> str:
    return str(window.findChild(QLabel, name).text())


def _go_on(qtbot: QtBot, window: "MainWindow", folder: Path) -> None:
    """Accept the offer to continue, which names the last finished epoch, and wait for the end."""
    resume = window.findChild(QPushButton, "train_resume")
    qtbot.waitUntil(resume.isVisible, timeout=20_000)
    before = runs.read_records(folder)
    offer = _text(window, "train_offer_text")
    assert f"was interrupted after epoch {len(before)} of {EPOCHS}." in offer
    _press(qtbot, window, "train_resume")
    panel = _panel(window)
    qtbot.waitUntil(lambda: not panel.is_training, timeout=40_000)
    assert _text(window, "train_status").startswith(f"Finished after epoch {EPOCHS}")
    assert runs.read_records(folder)[: len(before)] == before  # none was learned twice


def _only_new_run(root: Path, before: set[Path]) -> Path:
    (folder,) = {path for path in root.iterdir() if (path / runs.RUN_FILE).exists()} - before
    return folder


def _wait_for(condition: Callable[[], bool], timeout_s: float) -> None:
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def _alive_in_group(group: int) -> list[int]:
    """Processes of a group that live; the dead whom nobody buried do not count."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=True
    )
    rows = [line.split() for line in listed.stdout.splitlines()]
    return [int(pid) for pid, of, state in rows if int(of) == group and state[0] != "Z"]


def _epochs_in(root: Path, before: set[Path]) -> int:
    new = [path for path in root.iterdir() if path not in before]
    return max((len(runs.read_records(path)) for path in new), default=0)


def test_the_whole_program_is_killed_while_it_trains(
    qtbot: QtBot, dataset: Path, home: Path, undisturbed: Path, tmp_path: Path
) -> None:
    """T1, T7, T8: no process stays behind, and the next start offers to go on."""
    config_file = tmp_path / "config.json"
    config_file.write_text(json.dumps(CONFIG.to_json()))
    before = set(undisturbed.parent.iterdir())
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.window_process", home, dataset, config_file],
        start_new_session=True,
        cwd=Path(__file__).parents[1],
    )
    try:
        _wait_for(lambda: _epochs_in(undisturbed.parent, before) >= 2, timeout_s=30)
        assert len(_alive_in_group(program.pid)) >= 2  # the window and the training
    finally:
        program.kill()
        program.wait()
    _wait_for(lambda: not _alive_in_group(program.pid), timeout_s=5)
    folder = _only_new_run(undisturbed.parent, before)
    assert 2 <= len(runs.read_records(folder)) < EPOCHS
    with _window(qtbot, home) as window:
        _go_on(qtbot, window, folder)
    assert_same_run(folder, undisturbed)


def test_the_training_alone_is_killed_and_the_window_lives_on(
    qtbot: QtBot, dataset: Path, home: Path, undisturbed: Path
) -> None:
    """T1, T9: said in a sentence, with the offer to go on."""
    before = set(undisturbed.parent.iterdir())
    with _window(qtbot, home) as window:
        panel = _panel(window)
        window.session.set_dataset(dataset)
        panel.setup.form.set_value(CONFIG)
        _press(qtbot, window, "train_start")
        qtbot.waitUntil(lambda: _epochs_in(undisturbed.parent, before) >= 2, timeout=30_000)
        folder = _only_new_run(undisturbed.parent, before)
        owner = json.loads((folder / runs.LOCK_FILE).read_text())["pid"]
        assert owner in [child.pid for child in multiprocessing.active_children()]
        os.kill(owner, signal.SIGKILL)
        qtbot.waitUntil(lambda: not panel.is_training, timeout=10_000)
        said = _text(window, "train_error_text")
        assert said.startswith("the worker stopped unexpectedly (signal SIGKILL")
        assert window.isVisible()
        _go_on(qtbot, window, folder)
    assert_same_run(folder, undisturbed)


def _killed(program: BaseProcess, has_come_far: Callable[[], bool], then_s: float) -> bool:
    """Start a process, wait until it has come so far and a while longer, and kill it.

    Tells whether it was still alive then.
    """
    program.start()
    _wait_for(lambda: has_come_far() or not program.is_alive(), timeout_s=30)
    time.sleep(then_s)
    program.kill()
    program.join()
    return program.exitcode == -signal.SIGKILL


def test_kills_at_random_moments_lose_no_finished_epoch(dataset: Path, undisturbed: Path) -> None:
    """T1, T7, T8, K1: ten kills wherever chance wants them: starting, learning, scoring, saving."""
    rng = np.random.default_rng(1)
    epoch_s = runs.read_records(undisturbed)[-1].elapsed_s / EPOCHS
    folder = undisturbed.parent / "killed"
    settings = [f"--set={key}={value}" for key, value in SETTINGS.items()]
    command = ["train", str(dataset), "--out", str(folder), "--preset", "quick", *settings]
    context = get_context("forkserver")  # each process begins with torch imported already
    context.set_forkserver_preload(["unet_core.cli", "unet_core.train"])
    kills = 0
    while kills < KILLS and len(curve(folder)) < EPOCHS:
        before = curve(folder)
        resume = ["--resume"] if (folder / runs.RUN_FILE).exists() else []
        kills += _killed(
            context.Process(target=cli.run, args=([*command, *resume],)),
            partial(_has_epochs, folder, len(before) + int(rng.integers(2))),
            rng.uniform(0, 1.5 * epoch_s),
        )
        after = curve(folder)
        assert after[: len(before)] == before
        assert [record.epoch for record in after] == list(range(1, len(after) + 1))
    assert kills > KILLS / 2  # a quick machine is through before the tenth
    if runs.read_run(folder).can_resume:
        assert cli.run([*command, "--resume"]) == 0
    assert_same_run(folder, undisturbed)


def _has_epochs(folder: Path, count: int) -> bool:
    return len(runs.read_records(folder)) >= count
