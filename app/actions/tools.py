"""What dragging in a view does."""

from app.actions.action import Action

TOOL_ACTIONS = (
    Action(
        "action_mode_crosshair",
        "&Crosshair",
        "Dragging moves the crosshair through all views",
        "use_crosshair",
        "crosshair",
        ("C",),
        "Crosshair",
        is_checkable=True,
        is_on=True,
        group="mouse",
    ),
    Action(
        "action_mode_window",
        "Window/le&vel",
        "Dragging changes brightness and contrast",
        "use_window_level",
        "window_level",
        ("L",),
        "W/L",
        is_checkable=True,
        group="mouse",
    ),
)
