"""Taking back and making again."""

from app.actions.action import Action
from app.translation import tr

EDIT_ACTIONS = (
    Action(
        "action_undo",
        tr("&Undo"),
        tr("Take back the last change"),
        "undo",
        "undo",
        ("Ctrl+Z", "Z"),
        tr("Undo"),
    ),
    Action(
        "action_redo",
        tr("&Redo"),
        tr("Make the change again"),
        "redo",
        "redo",
        ("Ctrl+Y", "Ctrl+Shift+Z", "Y"),
        tr("Redo"),
    ),
)
