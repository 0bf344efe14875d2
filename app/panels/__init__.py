"""One file for each dock; PANELS says which there are and where they start."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.panels.data import DataPanel
from app.panels.evaluate import EvaluatePanel
from app.panels.measure import MeasurePanel
from app.panels.predict import PredictPanel
from app.panels.segments import SegmentsPanel
from app.panels.steps import StepsPanel
from app.panels.train import TrainPanel
from app.panels.window import WindowPanel
from app.session import Session
from app.settings import Settings
from app.translation import tr

AnyPanel = (
    DataPanel
    | SegmentsPanel
    | StepsPanel
    | TrainPanel
    | PredictPanel
    | EvaluatePanel
    | MeasurePanel
    | WindowPanel
)
"""Each has ``shutdown()``, which ends its work before the window closes."""


@dataclass(frozen=True)
class Panel:
    """One dock.

    Attributes:
        dock: Object name of the dock.
        title: On its tab.
        make: Called with the session and the settings.
        area: Where it lies at first; those on the right share one place, as tabs.
        action: Action that brings it to the front.
        is_shown: Whether it is open at first.
    """

    dock: str
    title: str
    make: Callable[[Session, Settings], AnyPanel]
    area: Literal["left", "right"]
    action: str
    is_shown: bool = True


PANELS = (
    Panel("dock_data", tr("Data"), DataPanel, "left", "action_show_data"),
    Panel("dock_segments", tr("Segments"), SegmentsPanel, "left", "action_show_segments"),
    Panel("dock_steps", tr("Steps"), StepsPanel, "right", "action_show_steps"),
    Panel("dock_train", tr("Train"), TrainPanel, "right", "action_show_train"),
    Panel("dock_predict", tr("Predict"), PredictPanel, "right", "action_show_predict"),
    Panel("dock_evaluate", tr("Evaluate"), EvaluatePanel, "right", "action_show_evaluate"),
    Panel("dock_measure", tr("Measure"), MeasurePanel, "right", "action_show_measure"),
    Panel("dock_window", tr("Window"), WindowPanel, "right", "action_show_window", is_shown=False),
)
