"""A job reports in the window's thread, ends exactly once, and obeys pause and stop."""

import os
import signal
import time
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from app.jobs import Job
from unet_core.errors import InputError
from unet_core.events import Notice, Progress
from unet_core.isolation import isolated


class Listener(QObject):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self.events: list[object] = []
        self.sentences: list[str] = []
        self.ends = 0
        self.threads: set[bool] = set()
        job.reported.connect(self._on_reported)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)

    @Slot(object)
    def _on_reported(self, event: object) -> None:
        self.events.append(event)
        self.threads.add(QThread.currentThread() is self.thread())

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        assert self.ends == 0
        self.sentences.append(sentence)

    @Slot()
    def _on_finished(self) -> None:
        self.ends += 1


def _finish(job: Job, qtbot: QtBot, listener: Listener) -> None:
    if not job.is_running:
        job.start()
    qtbot.waitUntil(lambda: listener.ends == 1, timeout=20_000)
    assert job.wait()


def test_events_arrive_in_order_in_the_windows_thread(qtbot: QtBot) -> None:
    events = [Notice(str(i)) for i in range(2000)]
    job = Job(partial(iter, events))
    listener = Listener(job)
    _finish(job, qtbot, listener)
    assert listener.events == events
    assert listener.threads == {True}
    assert not job.is_running


def _hasty() -> Iterator[object]:
    for number in range(10_000):
        yield Progress(number, 10_000, "Looking through big", "files")
    yield Notice("found")


@pytest.mark.hazard("U7")
def test_of_ten_thousand_progress_events_the_newest_wins(qtbot: QtBot) -> None:
    job = Job(_hasty)
    listener = Listener(job)
    _finish(job, qtbot, listener)
    *told, newest, last = listener.events
    assert last == Notice("found")
    assert isinstance(newest, Progress)
    assert newest.done == 9_999
    assert len(told) < 9_000


def _refuses() -> Iterator[Notice]:
    yield Notice("before")
    raise InputError("a.nii", "is empty", "copy it again")


def _breaks() -> Iterator[Notice]:
    yield Notice("before")
    raise ZeroDivisionError("/home/patient name/a.nii")


def test_a_refusal_is_a_sentence_and_then_the_end(qtbot: QtBot) -> None:
    job = Job(_refuses)
    listener = Listener(job)
    _finish(job, qtbot, listener)
    assert listener.sentences == ["a.nii is empty; copy it again."]


def test_p1_an_unforeseen_error_tells_no_path(qtbot: QtBot) -> None:
    job = Job(_breaks)
    listener = Listener(job)
    _finish(job, qtbot, listener)
    assert len(listener.sentences) == 1
    assert "patient" not in listener.sentences[0]


def _counts() -> Iterator[Progress]:
    for i in range(100_000):
        yield Progress(i, 100_000, "")
        time.sleep(0.002)


def test_stop_ends_the_work_between_two_events(qtbot: QtBot) -> None:
    job = Job(_counts)
    listener = Listener(job)
    job.start()
    qtbot.waitUntil(lambda: len(listener.events) > 3)
    job.stop()
    _finish(job, qtbot, listener)
    assert len(listener.events) < 1000


def test_pause_holds_an_isolated_child_and_resume_lets_it_go_on(qtbot: QtBot) -> None:
    job = Job(partial(isolated, _counts))
    listener = Listener(job)
    job.start()
    qtbot.waitUntil(lambda: len(listener.events) > 3, timeout=20_000)
    job.pause()
    qtbot.wait(200)
    held = len(listener.events)
    qtbot.wait(200)
    assert len(listener.events) == held
    job.resume()
    qtbot.waitUntil(lambda: len(listener.events) > held + 3)
    job.stop()
    _finish(job, qtbot, listener)


def _dies() -> Iterator[Notice]:
    yield Notice("alive")
    os.kill(os.getpid(), signal.SIGSEGV)
    yield Notice("never")


def test_t9_a_crashed_child_is_a_sentence_and_the_window_lives(qtbot: QtBot) -> None:
    job = Job(partial(isolated, _dies))
    listener = Listener(job)
    _finish(job, qtbot, listener)
    assert listener.events == [Notice("alive")]
    assert "SIGSEGV" in listener.sentences[0]
