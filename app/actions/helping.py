"""Being told how things are done."""

from app.actions.action import Action
from app.translation import tr

HELP_ACTIONS = (
    Action(
        "action_find_command",
        tr("&Find a command…"),
        tr("Type a few letters of any command, panel, window preset or recent file"),
        "find_command",
        "search",
        ("Ctrl+F", "Ctrl+Shift+P"),
        tr("Find"),
    ),
    Action(
        "action_show_shortcuts",
        tr("&Keys and mouse"),
        tr("Every key and what the mouse does"),
        "show_shortcuts",
        "shortcuts",
        ("F1",),
    ),
    Action(
        "action_show_words",
        tr("&Words used here"),
        tr("Every technical word in one line, for readers of CTs"),
        "show_words",
        "words",
        ("Shift+F1",),
    ),
    Action(
        "action_show_about",
        tr("&About Slicewise"),
        tr("Version and purpose"),
        "show_about",
        "about",
    ),
)
