"""Finding a command by a few letters: what is found, what is said, and that Enter runs it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from app.actions import ACTIONS
from app.fuzzy import matched
from app.main_window import MainWindow
from app.palette import Palette, entries_of
from app.settings import Settings
from unet_core.volume import LabelMap, Volume


@pytest.mark.parametrize(
    ("letters", "nearer", "farther"),
    [
        ("pred", "Predict", "Open demo patients, prepared"),
        ("om", "Open mask", "Go to the worst mask"),
        ("save", "Save mask as", "Show a view"),
        ("nw", "Next worst slice", "Show the window"),
        ("four", "Four-up", "Find our"),
    ],
)
def test_letters_at_the_beginnings_of_words_are_nearest(
    letters: str, nearer: str, farther: str
) -> None:
    near = matched(letters, nearer)
    assert near is not None
    far = matched(letters, farther)
    assert far is None or near < far


def test_every_word_must_be_found_in_name_or_path() -> None:
    assert matched("liver window", "Liver", "View › Window presets") is not None
    assert matched("liver bone", "Liver", "View › Window presets") is None
    assert matched("", "anything") == 0
    in_name, in_path = matched("view", "Reset views"), matched("view", "Four-up", "View")
    assert in_name is not None
    assert in_path is not None
    assert in_name < in_path


def _palette(window: MainWindow) -> Palette:
    window.actions_by_name["action_find_command"].trigger()
    found = [p for p in window.findChildren(Palette) if p.isVisible()]
    return found[-1]


def _line(palette: Palette) -> QLineEdit:
    line = palette.findChild(QLineEdit, "palette_search")
    assert line is not None
    return line


def _names(palette: Palette) -> list[str]:
    model = palette.findChild(QListView, "palette_list").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def _said(palette: Palette) -> str:
    return palette.findChild(QLabel, "palette_said").text()


def test_every_command_preset_panel_and_recent_file_is_found(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    Settings().add_recent(tmp_path / "a scan.nii.gz")
    window.opener.recent_changed.emit()
    found = {entry.action.objectName() for entry in entries_of(window.menuBar(), window.actions())}
    assert {row.name for row in ACTIONS} <= found
    assert {"action_window_liver", "action_recent_0", "action_toggle_dock_train"} <= found
    names = [entry.name for entry in entries_of(window.menuBar(), window.actions())]
    assert len(set(names)) == len(names), "two commands of one name cannot be told apart"
    assert not any("&" in name or name.endswith("…") for name in names)


def test_keys_alone_find_choose_and_run(qtbot: QtBot, window: MainWindow) -> None:
    window.docks.show_train()
    palette = _palette(window)
    line = _line(palette)
    qtbot.keyClicks(line, "evaluate")
    assert "Evaluate" in _names(palette)[0]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert not window.docks["dock_evaluate"].visibleRegion().isEmpty()


def test_arrows_and_tab_move_and_stop_at_the_ends(qtbot: QtBot, window: MainWindow) -> None:
    palette = _palette(window)
    line, shown = _line(palette), palette.findChild(QListView, "palette_list")
    last = shown.model().rowCount() - 1
    for key, row in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Tab, 2),
        (Qt.Key.Key_Backtab, 1),
    ):
        qtbot.keyClick(line, key)
        assert shown.currentIndex().row() == row
    qtbot.keyClick(line, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert shown.currentIndex().row() == last
    qtbot.keyClick(line, Qt.Key.Key_PageUp)
    assert 0 < shown.currentIndex().row() < last
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_greyed_command_says_why_and_does_not_run(qtbot: QtBot, window: MainWindow) -> None:
    palette = _palette(window)
    qtbot.keyClicks(_line(palette), "save mask")
    assert "Save mask as" in _names(palette)[0]
    assert _said(palette) == "Open or predict a mask first."
    qtbot.keyClick(_line(palette), Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_every_greyed_command_has_a_reason_of_its_own(window: MainWindow) -> None:
    mute = [
        entry.name
        for entry in entries_of(window.menuBar(), window.actions())
        if entry.remedy == "Not available just now."
    ]
    assert mute == []


def test_nothing_found_is_said(qtbot: QtBot, window: MainWindow) -> None:
    palette = _palette(window)
    qtbot.keyClicks(_line(palette), "qqqq")
    assert _names(palette) == []
    assert _said(palette) == "No command has these letters."
    qtbot.keyClick(_line(palette), Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_what_was_used_last_comes_first(qtbot: QtBot, window: MainWindow) -> None:
    for letters in ("predict", "evaluate"):
        palette = _palette(window)
        qtbot.keyClicks(_line(palette), letters)
        qtbot.keyClick(_line(palette), Qt.Key.Key_Return)
    again = _palette(window)
    assert _names(again)[:2] == ["Evaluate", "Predict"]
    again.reject()


def test_preset_runs_from_it(
    qtbot: QtBot, window: MainWindow, case: tuple[Volume, LabelMap]
) -> None:
    window.session.set_volume(case[0])
    palette = _palette(window)
    qtbot.keyClicks(_line(palette), "lung")
    qtbot.keyClick(_line(palette), Qt.Key.Key_Return)
    assert window.findChild(QAction, "action_window_lung").isChecked()


def test_it_is_read_out_with_its_keys(window: MainWindow) -> None:
    palette = _palette(window)
    model = palette.findChild(QListView, "palette_list").model()
    spoken = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert any("Ctrl+O" in text for text in spoken)
    assert _line(palette).accessibleName()
    palette.reject()


def test_it_fits_into_the_smallest_window(window: MainWindow) -> None:
    window.resize(window.minimumSize())
    palette = _palette(window)
    assert palette.width() <= window.width()
    assert palette.height() <= window.height()
    palette.reject()


def test_the_name_of_a_menu_finds_what_is_in_it(
    window: MainWindow, case: tuple[Volume, LabelMap]
) -> None:
    window.session.set_volume(case[0])
    palette = _palette(window)
    _line(palette).setText("meas")
    names = _names(palette)
    tools = [names.index(name) for name in ("Distance", "Angle", "Ellipse", "Note")]
    scattered = next(name for name in names if "mediast" in name.casefold())
    assert max(tools) < names.index(scattered)
    palette.reject()
