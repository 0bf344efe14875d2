"""The window of all runs: sorted, filtered, named, deleted and brought back; the queue."""

import dataclasses
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.panels.train import TrainPanel
from app.runs import trash
from app.runs.doings import DOINGS
from app.runs.window import RunsWindow
from app.session import Session
from app.settings import Settings
from tests.unet_core.test_runs import append, record
from unet_core import run_queue, runs
from unet_core.config import PRESETS
from unet_core.run_names import read_name
from unet_core.run_queue import read_queue

WAIT_MS = 20_000


def make_run(
    root: Path, name: str, *, rounds: int = 2, state: str = "stopped", **more: Any
) -> Path:
    """A run folder as training leaves it, without weights that could be loaded."""
    folder = root / name
    config = dataclasses.replace(PRESETS["quick"], **more)
    values = runs.opened(root, folder, config, (), resume=False)
    runs.write_values(folder, {**values, "state": state, "started": f"2026-05-03T14:{name[-2:]}"})
    for epoch in range(1, rounds + 1):
        append(folder, epoch, best=epoch == 1)
    (folder / runs.MODEL_FILE).touch()
    return folder


@pytest.fixture
def root() -> Path:
    """Three runs, and a folder that is none."""
    root = Settings().runs_root
    make_run(root, "run-01", learning_rate=1e-3)
    make_run(root, "run-02", rounds=5, batch_size=4)
    make_run(root, "run-03", rounds=1, state="finished")
    (root / "photos").mkdir()
    return root


@pytest.fixture
def window(qtbot: QtBot, session: Session, root: Path) -> Iterator[RunsWindow]:
    """The window over a train panel that looks at nothing by itself."""
    panel = TrainPanel(session, Settings())
    panel._was_shown = True
    panel.resize(1200, 800)
    qtbot.addWidget(panel)
    made = RunsWindow(session, Settings(), panel.night, panel)
    made.show_runs()
    qtbot.waitUntil(lambda: len(made.model.rows) == 4, timeout=WAIT_MS)
    yield made
    made.shutdown()
    panel.shutdown()


def _press(qtbot: QtBot, window: RunsWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _names(window: RunsWindow) -> list[str]:
    return [row.folder.name for row in window.model.rows]


def _column(window: RunsWindow, name: str) -> int:
    return [column.name for column in window.model.columns].index(name)


def _pick(window: RunsWindow, *names: str) -> None:
    window.table.clearSelection()
    mode = window.table.selectionMode()
    window.table.setSelectionMode(window.table.SelectionMode.MultiSelection)
    for name in names:
        window.table.selectRow(_names(window).index(name))
    window.table.setSelectionMode(mode)


def _cell(window: RunsWindow, name: str, column: str) -> str:
    row = _names(window).index(name)
    return str(window.model.index(row, _column(window, column)).data())


def test_runs_are_listed_newest_first_with_what_differs(window: RunsWindow) -> None:
    assert _names(window) == ["run-03", "run-02", "run-01", "photos"]
    assert window.tabs.tabText(0) == "Runs (4)"
    assert _cell(window, "run-02", "rounds") == "5 of 20"
    assert _cell(window, "run-02", "setting/batch_size") == "4"
    assert _cell(window, "run-01", "dice/liver") == "0.50"
    assert _cell(window, "run-01", "state") == "stopped"
    assert _cell(window, "photos", "state") == "no run"
    _pick(window, "photos")
    assert "holds no run" in window.findChild(QLabel, "runs_words").text()


def test_a_click_on_a_heading_sorts_and_unknown_goes_last(qtbot: QtBot, window: RunsWindow) -> None:
    header = window.table.horizontalHeader()
    place = header.sectionViewportPosition(_column(window, "rounds")) + 8
    _pick(window, "run-02")
    for order in (["run-03", "run-01", "run-02"], ["run-02", "run-01", "run-03"]):
        qtbot.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, header.height() // 2)
        )
        assert [name for name in _names(window) if name != "photos"] == order
        assert [row.folder.name for row in window.chosen] == ["run-02"], "what is chosen stays"
    window.table.sortByColumn(_column(window, "dice/liver"), Qt.SortOrder.DescendingOrder)
    assert _names(window)[-1] == "photos"


def test_words_filter_what_is_shown(qtbot: QtBot, window: RunsWindow) -> None:
    line = window.findChild(QLineEdit, "runs_filter")
    qtbot.keyClicks(line, "QUICK run-02")
    assert _names(window) == ["run-02"]
    assert window.tabs.tabText(0) == "Runs (1 of 4)"
    qtbot.keyClicks(line, " nonsense")
    assert _names(window) == []
    assert window.findChild(QLabel, "runs_empty").isVisible()
    line.clear()
    assert len(_names(window)) == 4


def test_columns_are_chosen_and_stay_chosen(qtbot: QtBot, window: RunsWindow) -> None:
    place = _column(window, "preset")
    assert not window.table.isColumnHidden(place)
    _press(qtbot, window, "runs_columns")
    menu = window.findChild(QMenu, "runs_columns_menu")
    action = next(a for a in menu.actions() if a.objectName() == "runs_column_preset")
    assert action.isChecked()
    action.trigger()
    menu.close()
    assert window.table.isColumnHidden(place)
    assert Settings().run_columns == "-preset"
    action = next(a for a in window.table.column_actions(window) if a.data() == "preset")
    assert not action.isChecked()


def test_f2_names_a_run_and_a_note_is_kept(qtbot: QtBot, window: RunsWindow, root: Path) -> None:
    window.table.pick(root / "run-02")
    window.table.setFocus()
    window.actions_by_name["rename"].trigger()
    editor = window.table.findChild(QLineEdit)
    assert editor.text() == "run-02"
    editor.setText("My best run")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _cell(window, "run-02", "name") == "My best run", timeout=WAIT_MS)
    note = window.findChild(QPlainTextEdit, "runs_note")
    assert note.isEnabled()
    qtbot.keyClicks(note, "misses small ones")
    window.table.pick(root / "run-01")  # leaving it keeps it at once
    qtbot.waitUntil(lambda: bool(read_name(root / "run-02").note), timeout=WAIT_MS)
    assert read_name(root / "run-02").name == "My best run"
    assert note.toPlainText() == ""
    qtbot.waitUntil(lambda: _cell(window, "run-02", "note") == "misses small ones")


def test_only_what_suits_the_chosen_runs_can_be_done(window: RunsWindow, root: Path) -> None:
    def possible() -> set[str]:
        return {name for name, action in window.actions_by_name.items() if action.isEnabled()}

    everything = {doing.name for doing in DOINGS}
    _pick(window, "run-01")
    assert possible() == everything
    _pick(window, "run-03")
    assert possible() == everything - {"resume", "queue"}
    _pick(window, "photos")
    assert possible() == {"folder", "delete"}
    _pick(window, "run-01", "run-02")
    assert possible() == {"curves", "queue", "delete"}
    _pick(window)
    assert possible() == set()
    assert {b.isEnabled() for b in window.buttons.values()} == {False}


def test_wishes_are_passed_on(
    qtbot: QtBot,
    session: Session,
    window: RunsWindow,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = root / "run-01"
    _pick(window, "run-01")
    for name, signal in (
        ("resume", window.resume_asked),
        ("more", window.more_asked),
        ("duplicate", window.duplicate_asked),
        ("report", window.report_asked),
        ("split", window.split_asked),
    ):
        with qtbot.waitSignal(signal) as asked:
            _press(qtbot, window, f"runs_button_{name}")
        assert asked.args == [folder]
    with qtbot.waitSignal(session.models_changed):
        _press(qtbot, window, "runs_button_use")
    assert session.model == folder / runs.MODEL_FILE
    _pick(window, "run-01", "run-02")
    with qtbot.waitSignal(session.curves_requested) as asked:
        _press(qtbot, window, "runs_button_curves")
    assert asked.args == [(root / "run-02", root / "run-01")]
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )
    _pick(window, "run-01")
    _press(qtbot, window, "runs_button_folder")
    assert opened == [str(folder)]


@pytest.mark.hazard("U10")
def test_del_moves_runs_to_the_trash_and_they_come_back(
    qtbot: QtBot, window: RunsWindow, root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Never gone at once: the system's own trash, here in a folder of the test."""
    (tmp_path / "share").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    before = sorted(path.name for path in (root / "run-01").iterdir())
    _pick(window, "run-01", "run-02")
    window.table.setFocus()
    window.actions_by_name["delete"].trigger()
    qtbot.waitUntil(lambda: _names(window) == ["run-03", "photos"], timeout=WAIT_MS)
    assert window.banner.text == "2 runs lie in the trash."
    assert not (root / "run-01").exists()
    _press(qtbot, window, "runs_bring_back")
    qtbot.waitUntil(lambda: len(_names(window)) == 4, timeout=WAIT_MS)
    assert {path.name for path in (root / "run-01").iterdir()} - {"lock"} == set(before)
    assert list((tmp_path / "share").rglob("*.trashinfo")) == []


def test_without_a_trash_runs_go_into_one_of_their_own(
    qtbot: QtBot, window: RunsWindow, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trash, "into_system_trash", lambda folder: (False, None))
    _pick(window, "run-01")
    _press(qtbot, window, "runs_button_delete")
    qtbot.waitUntil(lambda: (root / "trash" / "run-01" / "run.json").exists(), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.trash_button.isVisible(), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "run-01" not in _names(window), timeout=WAIT_MS)
    _press(qtbot, window, "runs_trash")
    menu = window.findChild(QMenu, "runs_trash_menu")
    (action,) = menu.actions()
    assert action.text() == "Bring back run-01"
    action.trigger()
    menu.close()
    qtbot.waitUntil(lambda: "run-01" in _names(window), timeout=WAIT_MS)
    assert not (root / "trash").exists()


def test_the_run_that_learns_is_not_deleted(window: RunsWindow, root: Path) -> None:
    from unet_core.errors import InputError

    with runs.owned(root / "run-01"):
        with pytest.raises(InputError, match="in use"):
            list(trash.to_trash([root / "run-01"]))
        assert (root / "run-01" / runs.RUN_FILE).exists()


def test_a_name_that_is_taken_gets_a_number(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trash, "into_system_trash", lambda folder: (False, None))
    (gone,) = trash.to_trash([root / "run-01"])
    assert gone.place is not None
    (root / "run-01").mkdir()
    (back,) = trash.bring_back([(gone.place, gone.folder)])
    assert back.folder == root / "run-01-2"
    assert (back.folder / runs.RUN_FILE).exists()


# --- five hundred ------------------------------------------------------------------------------


def test_five_hundred_runs_hold_nobody_up(
    qtbot: QtBot, window: RunsWindow, root: Path, tmp_path: Path
) -> None:
    """The watchdog of every window test fails this one if the window is late by 50 ms."""
    text = (root / "run-01" / runs.RUN_FILE).read_text()
    line = json.dumps(runs.journal_entry(record(1), [])) + "\n"
    for number in range(496):
        folder = root / f"many-{number:03d}"
        folder.mkdir()
        (folder / runs.RUN_FILE).write_text(text.replace('"seed": 42', f'"seed": {number}'))
        (folder / runs.JOURNAL_FILE).write_text(line)
    window.read()
    qtbot.waitUntil(lambda: len(_names(window)) == 500, timeout=WAIT_MS)
    window.table.sortByColumn(_column(window, "setting/seed"), Qt.SortOrder.DescendingOrder)
    assert _names(window)[0] == "many-495"
    qtbot.keyClicks(window.filter, "many 49")
    assert len(_names(window)) < 100
    window.filter.clear()
    window.table.selectAll()
    assert len(window.chosen) == 500


# --- the queue ---------------------------------------------------------------------------------


@pytest.fixture
def queue_only(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Nobody is started; tells how often it was asked for."""
    asked: list[Path] = []

    def start(root: Path) -> bool:
        asked.append(root)
        return True

    monkeypatch.setattr("unet_core.queue_work.start_worker", start)
    return lambda: len(asked)


def test_runs_wait_in_an_order_that_can_be_changed(
    qtbot: QtBot, window: RunsWindow, root: Path, queue_only: Callable[[], int]
) -> None:
    _pick(window, "run-01", "run-02")
    _press(qtbot, window, "runs_button_queue")
    page = window.queue
    qtbot.waitUntil(lambda: len(page.model.entries) == 2, timeout=WAIT_MS)
    assert page.isVisible(), "the queue comes to the front"
    assert [entry.folder for entry in page.model.entries] == ["run-02", "run-01"]
    assert "2 runs wait." in window.findChild(QLabel, "queue_words").text()
    page.table.selectRow(1)
    _press(qtbot, window, "queue_up")
    qtbot.waitUntil(lambda: page.model.entries[0].folder == "run-01", timeout=WAIT_MS)
    assert page.chosen is not None
    assert page.chosen.folder == "run-01", "what is chosen moves along"
    assert not window.findChild(QPushButton, "queue_up").isEnabled()
    limit = page.model.index(0, 4)
    assert not page.model.setData(limit, "soon")
    assert page.model.setData(limit, "90")
    qtbot.waitUntil(lambda: page.model.entries[0].limit_minutes == 90.0, timeout=WAIT_MS)
    assert page.model.index(0, 3).data() == "18 s", "18 rounds of a second"
    assert queue_only() == 0
    _press(qtbot, window, "queue_start")
    qtbot.waitUntil(lambda: read_queue(root).is_on, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: queue_only() == 1, timeout=WAIT_MS)
    _press(qtbot, window, "queue_remove")
    qtbot.waitUntil(lambda: len(page.model.entries) == 1, timeout=WAIT_MS)


def test_a_queue_cut_off_says_so_and_failures_are_told(
    qtbot: QtBot, window: RunsWindow, root: Path, queue_only: Callable[[], int]
) -> None:
    one = run_queue.Entry(root, PRESETS["quick"], state="running", folder="run-01")
    two = run_queue.Entry(root, PRESETS["quick"], state="failed", sentence="The disk is full.")
    run_queue.change(root, lambda queue: run_queue.Queue((two, one), is_on=True))
    window.tabs.setCurrentWidget(window.queue)
    window.show_runs()
    window._night.look()
    words = window.findChild(QLabel, "queue_words")
    qtbot.waitUntil(lambda: "cut off" in words.text(), timeout=WAIT_MS)
    assert "The disk is full." in str(window.queue.model.index(0, 2).data())
    assert window.findChild(QPushButton, "queue_start").isEnabled()
    _press(qtbot, window, "queue_clear")
    qtbot.waitUntil(lambda: len(window.queue.model.entries) == 1, timeout=WAIT_MS)
    (root / ".queue" / "queue.json").write_text("{")
    with qtbot.waitSignal(window._night.failed) as said:
        window._night.look()
    assert "damaged" in said.args[0] or "no valid JSON" in said.args[0]


@pytest.mark.parametrize("size", [(900, 560), (1240, 720)])
def test_everything_fits(qtbot: QtBot, window: RunsWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    qtbot.wait(20)
    for one in window.findChildren(QPushButton):
        if one.isVisible():
            right = one.mapTo(window, one.rect().topRight()).x()
            assert right <= window.width(), one.objectName()
            assert one.width() >= one.sizeHint().width() - 1, one.objectName()
    assert isinstance(window.tabs.currentWidget(), QWidget)
