"""Every command of the window in tables: its name, words, icon, keys and who answers it.

A new command is one row in the table of its topic (``files``, ``editing``, ``views``, ``tools``,
``masks``, ``measuring``, ``panels``, ``helping``) and one line in ``menus.MENUS``. The method named
as its handler belongs to one of the objects that the window hands to ``make_actions``.
"""

from app.actions.action import FULL_NAME, NEEDS, Action
from app.actions.making import (
    enable,
    fill_menu_bar,
    fill_tool_bar,
    make_actions,
    make_submenus,
    remedy_of,
    set_available,
    tool_tip,
)
from app.actions.menus import MENUS, SUBMENUS, TOOL_BAR
from app.actions.table import ACTIONS, TOPICS

__all__ = [
    "ACTIONS",
    "FULL_NAME",
    "MENUS",
    "NEEDS",
    "SUBMENUS",
    "TOOL_BAR",
    "TOPICS",
    "Action",
    "enable",
    "fill_menu_bar",
    "fill_tool_bar",
    "make_actions",
    "make_submenus",
    "remedy_of",
    "set_available",
    "tool_tip",
]
