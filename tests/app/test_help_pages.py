"""The sheet of keys: from one source, complete, true, searchable and printable."""

from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from app import theme
from app.actions import ACTIONS
from app.help_pages import CheatSheet, sheet_html, sheet_pdf
from app.main_window import MainWindow
from app.session import Session
from app.viewer import view_keys
from app.viewer.gestures import KEYS, MOUSE, TOOL_KEYS, shown
from app.viewer.slice_view import SliceView
from unet_core.volume import LabelMap, Volume


def _event(keys: str) -> QKeyEvent:
    combination = QKeySequence(keys)[0]
    return QKeyEvent(
        QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers(), keys[-1]
    )


@pytest.fixture
def view(qtbot: QtBot, session: Session, case: tuple[Volume, LabelMap]) -> SliceView:
    made = SliceView(session, "axial")
    qtbot.addWidget(made)
    session.set_volume(case[0])
    session.add_label_map(case[1])
    made.resize(200, 200)
    return made


@pytest.mark.parametrize("keys", [keys for gesture in KEYS for keys in gesture.how])
def test_every_key_told_does_something(view: SliceView, session: Session, keys: str) -> None:
    assert view_keys.press(view, session, _event(keys)), f"{keys} does nothing in a view"


def test_every_key_that_all_views_share_is_answered(
    qtbot: QtBot, window: MainWindow, case: tuple[Volume, LabelMap]
) -> None:
    window.session.set_volume(case[0])
    window.actions_by_name["action_mode_window"].trigger()
    shortcuts = {one.key() for one in window.viewer.findChildren(QShortcut)}
    for keys in (keys for gesture in TOOL_KEYS for keys in gesture.how):
        event = _event(keys)  # accepted, as Qt hands them out
        window.viewer.keyPressEvent(event)
        assert event.isAccepted() or QKeySequence(keys) in shortcuts, keys


def test_every_key_that_does_something_is_told(view: SliceView, session: Session) -> None:
    told = {QKeySequence(keys) for gesture in KEYS for keys in gesture.how}
    told |= {QKeySequence(keys) for row in ACTIONS for keys in row.keys}
    modifiers = {"": Qt.KeyboardModifier.NoModifier, "Ctrl+": Qt.KeyboardModifier.ControlModifier}
    untold = []
    for prefix in modifiers:
        for number in (*range(ord("0"), ord("9") + 1), *range(ord("A"), ord("Z") + 1)):
            keys = f"{prefix}{chr(number)}"
            does = view_keys.press(view, session, _event(keys))
            if does and QKeySequence(keys) not in told:
                untold.append(keys)
    assert untold == []


def test_sheet_holds_every_gesture_and_every_command_with_a_key() -> None:
    sheet = unescape(sheet_html(""))
    for gesture in (*MOUSE, *KEYS, *TOOL_KEYS):
        assert all(shown(how) in sheet for how in gesture.how)
        assert gesture.what[1:] in sheet
    for row in ACTIONS:
        assert (row.tip in sheet) == bool(row.keys)


def test_search_keeps_the_rows_that_hold_all_words() -> None:
    found = unescape(sheet_html("crosshair ctrl"))
    assert "Move the crosshair within the slice" in found
    assert "Home" not in found
    assert "has “qqq”" in sheet_html("qqq")
    assert "<script" not in sheet_html("<script>")


def test_sheet_stays_open_beside_the_window_and_is_searched(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.actions_by_name["action_show_shortcuts"].trigger()
    sheet = window.findChild(CheatSheet)
    assert not sheet.isModal()
    qtbot.keyClicks(sheet.findChild(QLineEdit, "shortcuts_search"), "worst")
    text = sheet.findChild(QTextBrowser, "shortcuts_page_text").toPlainText()
    assert "Go to the slice with the next lowest Dice" in text
    assert "Zoom" not in text
    sheet.reject()


def test_sheet_is_saved_as_a_pdf_and_a_refusal_is_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.actions_by_name["action_show_shortcuts"].trigger()
    sheet = window.findChild(CheatSheet)
    sheet.findChild(QPushButton, "shortcuts_save").click()
    dialog = sheet.findChild(QFileDialog, "shortcuts_dialog")
    with qtbot.waitSignal(window.session.notified):
        dialog.fileSelected.emit(str(tmp_path / "keys.pdf"))
    dialog.reject()
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
    assert window.message_bar.text == "The sheet of keys is in keys.pdf."
    with qtbot.waitSignal(window.session.failed) as said:
        sheet.save_picked.emit(str(tmp_path / "no such folder" / "keys.pdf"))
    assert said.args[0].startswith("keys.pdf was not saved: its folder does not exist")
    sheet.reject()


def test_printed_sheet_is_dark_on_white_in_every_theme() -> None:
    light = theme.THEMES["light"]
    assert light.TEXT in sheet_html("", light)
    assert theme.views.TEXT not in sheet_html("", light)
    assert sheet_pdf().startswith(b"%PDF")
