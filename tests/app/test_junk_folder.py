"""A folder full of junk: counted while it is looked through, left within a second, never a stutter.

A hundred thousand files are opened by ``python -m tests.endurance.junk_folder``.
"""

import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.opening_words import count_words
from tests.app.lateness import Lateness
from unet_core.events import Progress

WAIT_MS = 60_000
FILES = 5_000


@pytest.fixture(scope="module")
def junk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thousands of empty files without an ending, in a few folders."""
    folder = tmp_path_factory.mktemp("junk")
    for number in range(FILES):
        if number % 1000 == 0:
            (folder / str(number)).mkdir()
        (folder / str(number // 1000 * 1000) / f"{number:06d}").touch()
    return folder


@pytest.mark.hazard("L21", "U1")
def test_the_window_goes_on_while_thousands_of_files_are_looked_through(
    qtbot: QtBot, window: MainWindow, junk: Path
) -> None:
    beat = Lateness(window)
    window.open_paths([junk])
    qtbot.waitUntil(lambda: bool(window.messages.messages), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not window.opener.is_busy, timeout=WAIT_MS)
    sys.stdout.write(f"{FILES} files: {beat.worst_ms:.1f} ms late at worst\n")
    assert beat.beats > 5, "the loop went on while a child looked"
    assert window.session.volume is None
    assert str(junk.parent) not in window.messages.text


@pytest.mark.hazard("L20")
def test_cancel_is_obeyed_while_a_folder_is_looked_through(
    qtbot: QtBot, window: MainWindow, junk: Path
) -> None:
    window.open_paths([junk])
    qtbot.wait(20)
    qtbot.mouseClick(window.findChild(QPushButton, "open_cancel"), Qt.MouseButton.LeftButton)
    assert not window.opener.is_busy
    assert not window.activity.isVisible()
    qtbot.wait(100)
    assert window.session.volume is None
    assert window.messages.messages == ()


def test_files_are_counted_in_the_status_bar(window: MainWindow) -> None:
    counted = "Looking through big: 12,345 of 100,000 files, 41 DICOM"
    window.opener._on_event(Progress(12_345, 100_000, counted))
    assert window.findChild(QLabel, "open_text").text() == counted
    assert count_words(Progress(3, 9, "", "files")) == ": 3 of 9 files"


@pytest.mark.hazard("U7")
def test_only_the_newest_progress_is_drawn(qtbot: QtBot, window: MainWindow) -> None:
    words = window.findChild(QLabel, "open_text")
    drawn = 0
    before = ""
    for number in range(10_000):
        window.activity.show_progress(f"Looking through big: {number} files", number, 10_000)
        drawn += words.text() != before
        before = words.text()
    assert drawn < 100
    qtbot.waitUntil(lambda: words.text().endswith("9999 files"), timeout=WAIT_MS)


def test_a_child_that_is_stopped_ends(qtbot: QtBot, window: MainWindow, junk: Path) -> None:
    window.open_paths([junk])
    qtbot.wait(20)
    job = window.opener._job
    assert job is not None
    began = time.monotonic()
    window.opener.cancel()
    assert job.wait(WAIT_MS)
    sys.stdout.write(f"left after {time.monotonic() - began:.2f} s\n")
