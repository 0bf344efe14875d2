"""Taking back and making again."""

from app.actions.action import Action

EDIT_ACTIONS = (
    Action(
        "action_undo", "&Undo", "Take back the last change", "undo", "undo", ("Ctrl+Z", "Z"), "Undo"
    ),
    Action(
        "action_redo",
        "&Redo",
        "Make the change again",
        "redo",
        "redo",
        ("Ctrl+Y", "Ctrl+Shift+Z", "Y"),
        "Redo",
    ),
)
