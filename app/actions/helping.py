"""Being told how things are done."""

from app.actions.action import Action

HELP_ACTIONS = (
    Action(
        "action_find_command",
        "&Find a command…",
        "Type a few letters of any command, panel, window preset or recent file",
        "find_command",
        "search",
        ("Ctrl+F", "Ctrl+Shift+P"),
        "Find",
    ),
    Action(
        "action_show_shortcuts",
        "&Keys and mouse",
        "Every key and what the mouse does",
        "show_shortcuts",
        "shortcuts",
        ("F1",),
    ),
    Action("action_show_about", "&About Slicewise", "Version and purpose", "show_about", "about"),
)
