"""The table of commands: complete, unambiguous, readable, and each row does something."""

from collections import Counter
from html import unescape

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QToolBar, QToolButton

from app import theme
from app.actions import ACTIONS, MENUS, TOOL_BAR, enable
from app.help_pages import shortcuts_html
from app.main_window import MainWindow

PROMISED = ("action_open", "action_open_mask", "action_save_mask", "action_undo", "action_redo")


def test_names_are_unique_and_follow_the_rule() -> None:
    names = [row.name for row in ACTIONS]
    assert len(set(names)) == len(names)
    assert all(name.startswith("action_") for name in names)
    assert set(PROMISED) <= set(names)


def test_every_command_is_in_a_menu_and_menus_name_only_commands() -> None:
    in_menus = {name for _, names in MENUS for name in names if name.startswith("action_")}
    elsewhere = {"action_clear_recent", "action_show_data", "action_show_segments"}
    assert in_menus | elsewhere == {row.name for row in ACTIONS}
    assert {name for name in TOOL_BAR if name.startswith("action_")} <= in_menus


def test_no_key_is_given_twice(window: MainWindow) -> None:
    keys = Counter(
        key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_command_says_what_it_does_and_with_which_key(window: MainWindow) -> None:
    sheet = unescape(shortcuts_html())
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


def test_icons_are_drawn_and_paler_when_disabled() -> None:
    for row in ACTIONS:
        icon = theme.icon(row.icon)
        normal = icon.pixmap(24, 24, QIcon.Mode.Normal).toImage()
        disabled = icon.pixmap(24, 24, QIcon.Mode.Disabled).toImage()
        opaque = [
            (x, y) for x in range(24) for y in range(24) if normal.pixelColor(x, y).alpha() > 200
        ]
        assert len(opaque) > 20, row.icon
        x, y = opaque[0]
        assert normal.pixelColor(x, y).lightness() > disabled.pixelColor(x, y).lightness()


def test_text_can_be_read_on_every_ground() -> None:
    for ground in (theme.BACKGROUND, theme.SURFACE, theme.RAISED, theme.SELECTION):
        assert theme.contrast(theme.TEXT, ground) >= 7
        assert theme.contrast(theme.MUTED, ground) >= 4.4
    for colour in (theme.GOOD, theme.WARNING, theme.BAD, theme.ACCENT):
        assert theme.contrast(colour, theme.SURFACE) >= 4.5
    assert theme.contrast(theme.DISABLED, theme.SURFACE) >= 3
    assert theme.contrast(theme.ON_ACCENT, theme.ACCENT) >= 4.5


def test_style_sheet_has_no_token_left_and_its_pictures_exist() -> None:
    sheet = theme.style_sheet()
    rules = sheet.split("*/", 1)[1]
    assert "@" not in rules
    for part in rules.split("url(")[1:]:
        assert (theme.RESOURCES / "icons" / part.split(")")[0].rsplit("/", 1)[1]).is_file()
