"""What dragging in a view does."""

from app.actions.action import Action
from app.translation import tr

TOOL_ACTIONS = (
    Action(
        "action_mode_crosshair",
        tr("&Crosshair"),
        tr("Dragging moves the crosshair through all views"),
        "use_crosshair",
        "crosshair",
        ("C",),
        tr("Crosshair"),
        is_checkable=True,
        is_on=True,
        group="mouse",
    ),
    Action(
        "action_mode_window",
        tr("Window/le&vel"),
        tr("Dragging changes brightness and contrast"),
        "use_window_level",
        "window_level",
        ("L",),
        "W/L",
        is_checkable=True,
        group="mouse",
    ),
)
