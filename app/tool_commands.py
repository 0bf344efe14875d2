"""Commands that measure in the views, and that walk the lesions of a mask."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from app.actions import set_available
from app.measuring_commands import RemoveMeasurements
from app.panels.measure import MeasurePanel
from app.session import Session
from app.tools.angle import Angle
from app.tools.distance import Distance
from app.tools.ellipse import Ellipse
from app.tools.note import Note
from app.translation import tr
from app.viewer.layout import ViewerArea
from app.viewer.measurement_painter import LesionMark, MeasurementPainter
from app.viewer.measuring_tool import MeasuringTool
from app.viewer.sketch import Sketch

TOOLS: tuple[type[MeasuringTool], ...] = (Distance, Angle, Ellipse, Note)
"""A new measuring tool is a file in ``app.tools`` and a name here."""


class ToolCommands(QObject):
    """Takes up the measuring tools and keeps views and panel at one.

    Attributes:
        sketch: What is half drawn, and which measurement is chosen.
    """

    def __init__(
        self, session: Session, viewer: ViewerArea, panel: MeasurePanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._viewer, self._panel = session, viewer, panel
        self._actions: Mapping[str, QAction] = {}
        self.sketch = Sketch(session, self)
        self._painter = MeasurementPainter(session, self.sketch)
        viewer.add_painter(self._painter)
        self._tools = {tool.name: tool(session, self.sketch) for tool in TOOLS}
        self.sketch.changed.connect(self._on_sketch_changed)
        self.sketch.chosen_changed.connect(self._on_chosen_changed)
        panel.measurement_chosen.connect(self._on_measurement_chosen)
        panel.lesion_shown.connect(self._on_lesion_shown)
        self._tabs = [
            self._shortcut("Tab", self.go_next_lesion),
            self._shortcut("Shift+Tab", self.go_previous_lesion),
        ]

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Keep these commands as the session and the views are, from now on."""
        self._actions = actions
        session = self._session
        self._viewer.tool_changed.connect(self._refresh_tool)
        session.layers_changed.connect(self._refresh)
        session.measurements_changed.connect(self._refresh)
        session.volume_changed.connect(self._refresh)
        self._refresh_tool()
        self._refresh()

    def _shortcut(self, key: str, answer: Callable[[], None]) -> QShortcut:
        """A key of the views alone: elsewhere Tab moves through the window as ever."""
        made = QShortcut(QKeySequence(key), self._viewer)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(answer)
        return made

    # --- what they do ------------------------------------------------------------------------

    @Slot()
    def measure_distance(self) -> None:
        """Dragging draws a distance."""
        self._viewer.set_tool(self._tools["distance"])

    @Slot()
    def measure_angle(self) -> None:
        """Dragging draws an angle."""
        self._viewer.set_tool(self._tools["angle"])

    @Slot()
    def measure_ellipse(self) -> None:
        """Dragging draws an ellipse."""
        self._viewer.set_tool(self._tools["ellipse"])

    @Slot()
    def measure_note(self) -> None:
        """A click places a note."""
        self._viewer.set_tool(self._tools["note"])

    @Slot()
    def remove_measurement(self) -> None:
        """Take the chosen measurement away."""
        chosen = self.sketch.chosen
        if chosen is not None:
            numbers = frozenset({chosen.number})
            self._session.undo_stack.push(RemoveMeasurements(self._session, numbers))

    @Slot()
    def go_next_lesion(self) -> None:
        """Show the next lesion."""
        self._panel.walk(1)

    @Slot()
    def go_previous_lesion(self) -> None:
        """Show the lesion before."""
        self._panel.walk(-1)

    # --- how they stand ----------------------------------------------------------------------

    @Slot()
    def _on_sketch_changed(self) -> None:
        for view in self._viewer.views.values():
            view.update()

    @Slot()
    def _on_chosen_changed(self) -> None:
        chosen = self.sketch.chosen
        self._panel.choose(None if chosen is None else chosen.number)
        self._refresh()

    @Slot(int)
    def _on_measurement_chosen(self, number: int) -> None:
        self.sketch.choose(number)

    @Slot(object)
    def _on_lesion_shown(self, mark: object) -> None:
        self._painter.set_lesion(mark if isinstance(mark, LesionMark) else None)
        self._on_sketch_changed()

    @Slot()
    def _refresh_tool(self) -> None:
        tool = self._viewer.tool
        if isinstance(tool, MeasuringTool):
            self._actions[f"action_measure_{tool.name}"].setChecked(True)

    @Slot()
    def _refresh(self) -> None:
        if not self._actions:
            return
        is_chosen = self.sketch.chosen is not None
        remove = self._actions["action_remove_measurement"]
        set_available(remove, is_chosen, tr("Choose a measurement first."))
        can_walk = self._panel.numbers.has_lesions
        for name in ("action_next_lesion", "action_previous_lesion"):
            remedy = tr("Open or predict a mask with a tumour label first.")
            set_available(self._actions[name], can_walk, remedy)
        for tab in self._tabs:
            tab.setEnabled(can_walk)
