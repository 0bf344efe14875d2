"""The watchdog barks at what makes the window late, and at nothing else."""

import gc
import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.app.viewing import Left
from tests.app.watchdog import LIMIT_MS, Watchdog

SLEEP_S = 0.2


def sleeps() -> None:
    time.sleep(SLEEP_S)


def works() -> None:
    """Long enough on any computer, and to be seen at it: by the thread's own clock."""
    until = time.thread_time() + 4 * SLEEP_S
    while time.thread_time() < until:
        sum(range(1000))


def waits_for_another() -> None:
    done = threading.Event()
    thread = threading.Timer(SLEEP_S, done.set)
    thread.start()
    done.wait()
    thread.join()


@pytest.fixture
def button(qtbot: QtBot) -> QPushButton:
    made = QPushButton("Go")
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    return made


@pytest.mark.hazard("U1")
@pytest.mark.parametrize("block", [sleeps, works, waits_for_another])
@pytest.mark.parametrize("way", ["click", "timer", "queued"])
def test_a_blocked_window_is_caught(
    button: QPushButton, qtbot: QtBot, never_late: Watchdog, block: Callable[[], None], way: str
) -> None:
    if way == "click":
        button.clicked.connect(block)
        qtbot.mouseClick(button, Left)
    elif way == "timer":
        QTimer.singleShot(20, block)
        qtbot.wait(40)
    else:
        QTimer.singleShot(0, block)
        QApplication.processEvents()
    assert len(never_late.found) == 1
    assert block.__name__ in never_late.found[0], "it names the culprit"
    never_late.begin()


def test_each_way_in_is_watched(button: QPushButton, never_late: Watchdog) -> None:
    button.clicked.connect(sleeps)
    button.click()
    action = button.addAction("again")
    action.triggered.connect(sleeps)
    action.trigger()
    QCoreApplication.processEvents()
    assert [found.split("\n")[0].split(" in ")[1] for found in never_late.found] == [
        "QAbstractButton.click",
        "QAction.trigger",
    ]
    never_late.begin()


def test_a_dialog_that_waits_for_an_answer_is_not_late(qtbot: QtBot, never_late: Watchdog) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    QTimer.singleShot(200, box.reject)
    box.exec()
    assert not never_late.found


def test_waiting_for_events_is_not_late(qtbot: QtBot, never_late: Watchdog) -> None:
    qtbot.wait(150)
    with qtbot.waitSignal(QApplication.instance().destroyed, timeout=200, raising=False):
        time.sleep(SLEEP_S)  # the test's own doing
    time.sleep(SLEEP_S)
    assert never_late.worst_ms < LIMIT_MS


def test_first_showing_is_allowed_its_time(qtbot: QtBot, never_late: Watchdog) -> None:
    class Slow(QWidget):
        def paintEvent(self, event: object) -> None:
            sleeps()

    slow = Slow()
    qtbot.addWidget(slow)
    slow.show()
    QApplication.processEvents()
    assert not never_late.found
    slow.update()
    QApplication.processEvents()
    assert len(never_late.found) == 1, "the second is not the first"
    never_late.begin()


def test_collecting_the_test_runs_garbage_is_not_the_windows_doing(
    button: QPushButton, qtbot: QtBot, never_late: Watchdog
) -> None:
    kept = [[number] for number in range(300_000)]

    def collect() -> None:
        gc.collect()

    button.clicked.connect(collect)
    qtbot.mouseClick(button, Left)
    assert len(kept) == 300_000
    assert not never_late.found
