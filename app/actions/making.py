"""QActions, menus and the tool bar, built from the tables."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from app import theme
from app.actions.action import NEEDS, Action
from app.actions.menus import MENUS, SEPARATOR, SUBMENUS, TOOL_BAR
from app.actions.table import ACTIONS
from app.translation import without_mnemonic

REMEDY_MARK = "\n"


def make_actions(window: QWidget, answerers: Sequence[QObject]) -> dict[str, QAction]:
    """A QAction for each row, owned by ``window``, answered by whoever has the row's handler."""
    groups: dict[str, QActionGroup] = {}
    made: dict[str, QAction] = {}
    for row in ACTIONS:
        action = QAction(theme.icon(row.icon), row.text, window)
        action.setObjectName(row.name)
        action.setIconText(row.short or without_mnemonic(row.text))
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setToolTip(tool_tip(row))
        action.setCheckable(row.is_checkable)
        action.setChecked(row.is_on)
        if row.group:
            groups.setdefault(row.group, QActionGroup(window)).addAction(action)
        action.triggered.connect(_answer(row, answerers))
        window.addAction(action)
        made[row.name] = action
    return made


def _answer(row: Action, answerers: Sequence[QObject]) -> Callable[..., None]:
    for one in answerers:
        if hasattr(one, row.handler):
            answer: Callable[..., None] = getattr(one, row.handler)
            return answer
    raise LookupError(f"nobody answers {row.name}: no {row.handler!r} among what the window gives")


def tool_tip(row: Action) -> str:
    """What the command does and its keys: ``Open a scan or a mask (Ctrl+O)``."""
    keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in row.keys]
    return f"{row.tip} ({', '.join(keys)})" if keys else row.tip


def make_submenus(window: QWidget, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Build SUBMENUS."""
    made: dict[str, QMenu] = {}
    for row in SUBMENUS:
        menu = made[row.name] = QMenu(row.title, window)
        menu.setObjectName(row.name)
        menu.setIcon(theme.icon(row.icon))
        menu.menuAction().setIconText(without_mnemonic(row.title))
        menu.menuAction().setToolTip(row.tip)
        _fill(menu, row.actions, actions, {})
    return made


def fill_menu_bar(
    bar: QMenuBar, actions: Mapping[str, QAction], submenus: Mapping[str, QMenu]
) -> None:
    """Build MENUS."""
    for title, names in MENUS:
        _fill(bar.addMenu(title), names, actions, submenus)


def _fill(
    menu: QMenu,
    names: Sequence[str],
    actions: Mapping[str, QAction],
    submenus: Mapping[str, QMenu],
) -> None:
    menu.setToolTipsVisible(True)
    for name in names:
        if name == SEPARATOR:
            menu.addSeparator()
        elif name in submenus:
            menu.addMenu(submenus[name])
        else:
            menu.addAction(actions[name])


def fill_tool_bar(
    bar: QToolBar, actions: Mapping[str, QAction], submenus: Mapping[str, QMenu]
) -> None:
    """Build TOOL_BAR."""
    for name in TOOL_BAR:
        if name == SEPARATOR:
            bar.addSeparator()
        elif name in submenus:
            bar.addAction(submenus[name].menuAction())
            button = bar.widgetForAction(submenus[name].menuAction())
            if isinstance(button, QToolButton):
                button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        else:
            bar.addAction(actions[name])


def enable(actions: Mapping[str, QAction], present: frozenset[str]) -> None:
    """Grey every command whose need is not in ``present``; its tip then says what is missing."""
    for row in ACTIONS:
        if row.needs:
            set_available(actions[row.name], row.needs in present, NEEDS[row.needs])


def set_available(action: QAction, is_available: bool, remedy: str) -> None:
    """Grey a command or not; greyed, its tip ends with the sentence that says what to do."""
    action.setEnabled(is_available)
    said = action.toolTip().partition(REMEDY_MARK)[0]
    action.setToolTip(said if is_available else f"{said}{REMEDY_MARK}{remedy}")


def remedy_of(action: QAction) -> str:
    """What to do so that a greyed command can be used; empty if nobody said."""
    return "" if action.isEnabled() else action.toolTip().partition(REMEDY_MARK)[2]
