"""Saving a report from the window: asked where, written beside it, opened with a button."""

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import report_commands, report_work
from app.jobs import JobGroup
from app.report_commands import ReportCommands
from app.report_dialog import FILTERS, ReportDialog, ReportFileDialog
from app.session import Session
from app.settings import Settings
from tests.app.made_run import made_run
from unet_core.errors import InputError
from unet_core.events import Notice, Progress, Saved
from unet_core.isolation import isolated

WAIT_MS = 20_000


@pytest.fixture
def reports(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ReportCommands]:
    """The commands over an empty window; what children do is done in the job's thread."""
    monkeypatch.setattr(report_commands, "isolated", lambda function, *given: function(*given))
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    commands = ReportCommands(session, Settings(), window)
    yield commands
    commands.shutdown()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A report that waits to be written until this is called."""
    go_on = threading.Event()

    def write(folder: Path, target: Path) -> Iterator[object]:
        yield Progress(1, 4, "Trying the model on a validation scan")
        while not go_on.wait(0.01):
            yield Progress(2, 4, "Trying the model on a validation scan")
        target.write_text(folder.name)
        yield Saved(target)

    monkeypatch.setattr(report_work, "write_run", write)
    return go_on.set


def _asked(reports: ReportCommands) -> ReportFileDialog:
    dialog = reports.parent().findChild(ReportFileDialog, "save_report_dialog")
    assert isinstance(dialog, ReportFileDialog)
    return dialog


def _dialog(reports: ReportCommands) -> ReportDialog:
    dialog = reports.parent().findChild(ReportDialog, "report_dialog")
    assert isinstance(dialog, ReportDialog)
    return dialog


def _button(dialog: ReportDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_a_report_is_asked_for_written_and_opened(
    qtbot: QtBot,
    reports: ReportCommands,
    written: Callable[[], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    reports.save_run_report(tmp_path / "run 7")
    asked = _asked(reports)
    line = asked.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    assert line.text() == "run report.html"
    asked.selectNameFilter(FILTERS[".pdf"])
    asked.filterSelected.emit(FILTERS[".pdf"])
    assert line.text() == "run report.pdf"
    asked.fileSelected.emit(str(tmp_path / "run report"))
    dialog = _dialog(reports)
    qtbot.waitUntil(lambda: "Trying the model" in dialog.text.text(), timeout=WAIT_MS)
    assert not _button(dialog, "report_open").isVisible()
    written()
    qtbot.waitUntil(lambda: _button(dialog, "report_open").isVisible(), timeout=WAIT_MS)
    assert dialog.text.text() == "run report.pdf was saved."
    _button(dialog, "report_open").click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "run report.pdf"))]
    assert (tmp_path / "run report.pdf").read_text() == "run 7"
    _button(dialog, "report_close").click()
    assert not dialog.isVisible()


def test_cancel_ends_the_writing(
    qtbot: QtBot, reports: ReportCommands, written: Callable[[], None], tmp_path: Path
) -> None:
    reports.save_run_report(tmp_path)
    _asked(reports).fileSelected.emit(str(tmp_path / "r.html"))
    dialog = _dialog(reports)
    qtbot.waitUntil(lambda: "Trying" in dialog.text.text(), timeout=WAIT_MS)
    job = reports._job
    assert job is not None
    with qtbot.waitSignal(job.finished, timeout=WAIT_MS):
        _button(dialog, "report_close").click()
    written()
    assert not (tmp_path / "r.html").exists()


def test_one_report_at_a_time(
    qtbot: QtBot,
    reports: ReportCommands,
    session: Session,
    written: Callable[[], None],
    tmp_path: Path,
) -> None:
    reports.save_run_report(tmp_path)
    _asked(reports).fileSelected.emit(str(tmp_path / "r.html"))
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as said:
        reports.save_run_report(tmp_path)
    assert "already" in said.args[0]
    job = reports._job
    assert job is not None
    with qtbot.waitSignal(job.finished, timeout=WAIT_MS):
        written()


def test_what_goes_wrong_is_said_in_the_dialog(
    qtbot: QtBot,
    reports: ReportCommands,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: Any) -> Iterator[object]:
        raise InputError("one", "holds no run", "choose another")
        yield

    monkeypatch.setattr(report_work, "write_run", fail)
    reports.save_run_report(tmp_path / "one")
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS):
        _asked(reports).fileSelected.emit(str(tmp_path / "r.html"))
    dialog = _dialog(reports)
    assert dialog.text.text() == "one holds no run; choose another."
    assert not _button(dialog, "report_open").isVisible()
    assert _button(dialog, "report_close").text() == "Close"


def test_the_newest_run_is_found(qtbot: QtBot, reports: ReportCommands, session: Session) -> None:
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as said:
        reports.save_report()
    assert "finished epoch" in said.args[0]
    folder = made_run(Settings().runs_root / "one")
    reports.save_report()
    qtbot.waitUntil(
        lambda: reports.parent().findChild(ReportFileDialog) is not None, timeout=WAIT_MS
    )
    assert reports._source == folder
    _asked(reports).close()


def test_a_run_that_ended_is_reported_on_beside(
    qtbot: QtBot,
    reports: ReportCommands,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def beside(folder: Path) -> Iterator[object]:
        yield Notice(f"The report of {folder.name} was not written.")

    monkeypatch.setattr(report_work, "write_beside", beside)
    with qtbot.waitSignal(session.notified, timeout=WAIT_MS) as said:
        reports.write_into_run(tmp_path / "run")
    assert said.args == ["The report of run was not written."]


def _never_ends() -> Iterator[object]:
    while True:
        time.sleep(0.1)


def test_closing_does_not_wait_for_a_report(qtbot: QtBot) -> None:
    """Its child may be in the middle of a scan: what it writes it writes whole, so it can end."""
    jobs = JobGroup()
    job = jobs.run(partial(isolated, _never_ends), print)
    qtbot.waitUntil(lambda: job._events.pid is not None, timeout=WAIT_MS)
    jobs.end(at_once=True)
    assert not job._thread.isRunning()
    assert job._events.pid is None
