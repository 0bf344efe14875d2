"""The table of commands: complete, unambiguous, readable, and each row does something."""

from collections import Counter
from html import unescape

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton

from app.actions import ACTIONS, MENUS, SUBMENUS, TOOL_BAR, enable
from app.help_pages import sheet_html
from app.main_window import MainWindow

PROMISED = ("action_open", "action_open_mask", "action_save_mask", "action_undo", "action_redo")


def test_names_are_unique_and_follow_the_rule() -> None:
    names = [row.name for row in ACTIONS]
    assert len(set(names)) == len(names)
    assert all(name.startswith("action_") for name in names)
    assert set(PROMISED) <= set(names)


def test_every_command_is_in_a_menu_and_menus_name_only_commands() -> None:
    named = [name for _, names in MENUS for name in names]
    named += [name for row in SUBMENUS for name in row.actions]
    in_menus = {name for name in named if name.startswith("action_")}
    elsewhere = {"action_clear_recent", "action_show_data", "action_show_segments"}
    assert in_menus | elsewhere == {row.name for row in ACTIONS}
    assert {name for name in TOOL_BAR if name.startswith("action_")} <= in_menus


def test_no_key_is_given_twice(window: MainWindow) -> None:
    keys = Counter(
        key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_letter_is_underlined_twice_in_a_menu(window: MainWindow) -> None:
    menus: list[QMenu | QMenuBar] = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
    menus += [menu for menu in window.findChildren(QMenu) if menu.objectName().startswith("menu_")]
    twice = [
        f"{letter} in {menu.objectName() or [action.text() for action in menu.actions()]}"
        for menu in menus
        for letter, count in Counter(_mnemonics(menu)).items()
        if count > 1
    ]
    assert twice == []


def _mnemonics(menu: "QMenu | QMenuBar") -> list[str]:
    texts = [action.text().replace("&&", "") for action in menu.actions()]
    return [text[text.index("&") + 1].upper() for text in texts if "&" in text]


def test_every_command_says_what_it_does_and_with_which_key(window: MainWindow) -> None:
    sheet = unescape(sheet_html(""))
    for row in ACTIONS:
        action = window.findChild(QAction, row.name)
        assert action is window.actions_by_name[row.name]
        assert row.tip in action.toolTip()
        assert not action.icon().isNull()
        for key in action.shortcuts():
            assert key.toString() in action.toolTip()
            assert key.toString() in sheet


def test_buttons_of_the_tool_bar_have_words(window: MainWindow) -> None:
    bar = window.findChild(QToolBar, "tool_bar")
    buttons = [
        button
        for button in bar.findChildren(QToolButton)
        if button.objectName() != "qt_toolbar_ext_button"
    ]
    assert len(buttons) >= 12
    for button in buttons:
        assert button.text()
        assert len(button.text()) <= 10


def test_commands_are_grey_until_they_make_sense(window: MainWindow) -> None:
    made = window.actions_by_name
    for name in ("action_save_mask", "action_toggle_masks", "action_next_worst", "action_undo"):
        assert not made[name].isEnabled()
    enable(made, frozenset({"mask", "scores"}))
    assert made["action_save_mask"].isEnabled()
    assert made["action_next_worst"].isEnabled()
