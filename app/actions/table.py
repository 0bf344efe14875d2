"""All commands together."""

from app.actions.action import Action
from app.actions.editing import EDIT_ACTIONS
from app.actions.files import FILE_ACTIONS
from app.actions.helping import HELP_ACTIONS
from app.actions.masks import MASK_ACTIONS
from app.actions.measuring import MEASURE_ACTIONS
from app.actions.panels import PANEL_ACTIONS
from app.actions.tools import TOOL_ACTIONS
from app.actions.views import VIEW_ACTIONS
from app.translation import tr

TOPICS: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (tr("Files"), FILE_ACTIONS),
    (tr("Undo"), EDIT_ACTIONS),
    (tr("Views"), VIEW_ACTIONS),
    (tr("What dragging does"), TOOL_ACTIONS),
    (tr("Masks and comparing"), MASK_ACTIONS),
    (tr("Measuring"), MEASURE_ACTIONS),
    (tr("Panels and looks"), PANEL_ACTIONS),
    (tr("Help"), HELP_ACTIONS),
)
ACTIONS: tuple[Action, ...] = tuple(row for _, rows in TOPICS for row in rows)
"""In the order of the topics."""
