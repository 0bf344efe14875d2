"""The docks of the window: where each lies at first, and how one is brought to the front."""

from PySide6.QtCore import QByteArray, QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabWidget, QWidget

from app.actions import FULL_NAME
from app.messages import MessageList
from app.panels import PANELS, AnyPanel
from app.session import Session
from app.settings import Settings
from app.window_state import STATE_VERSION

LEFT_SHARE, LEFT_PX = 0.2, (280, 420)
RIGHT_SHARE, RIGHT_PX = 0.25, (300, 520)
"""Of the window's width, within these bounds."""
DATA_SHARE = 0.46
MESSAGES_PX = 170
AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}


class Docks(QObject):
    """Every dock by its object name.

    Attributes:
        panels: The widget in each dock but that of the messages, by the dock's object name.
        messages: Everything Slicewise has said.
    """

    def __init__(self, window: QMainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._docks: dict[str, QDockWidget] = {}
        self.panels: dict[str, AnyPanel] = {}
        window.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        window.setCorner(Qt.Corner.BottomLeftCorner, AREAS["left"])
        window.setCorner(Qt.Corner.BottomRightCorner, AREAS["right"])
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for row in PANELS:
            panel = row.make(session, settings)
            self.panels[row.dock] = panel
            self._add(row.dock, row.title, panel)
        self.messages = MessageList()
        self._add("dock_messages", "Messages", self.messages)
        self._lay_out()
        self._first_state = QByteArray()

    def __getitem__(self, name: str) -> QDockWidget:
        return self._docks[name]

    @property
    def toggles(self) -> tuple[QAction, ...]:
        """A command for each dock that shows or hides it."""
        return tuple(dock.toggleViewAction() for dock in self._docks.values())

    def _add(self, name: str, title: str, content: QWidget) -> None:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # or it has none
        dock.setWidget(content)
        toggle = dock.toggleViewAction()
        toggle.setObjectName(f"action_toggle_{name}")
        toggle.setToolTip(f"Show or hide the {title} panel")
        toggle.setProperty(FULL_NAME, f"Show or hide the {title} panel")
        self._docks[name] = dock

    # --- where they lie ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        fronts: dict[str, QDockWidget] = {}
        for row in PANELS:
            dock = self._docks[row.dock]
            self._window.addDockWidget(AREAS[row.area], dock)
            if row.area == "right" and row.area in fronts:
                self._window.tabifyDockWidget(fronts[row.area], dock)
            fronts.setdefault(row.area, dock)
            dock.setVisible(row.is_shown)
        for dock in fronts.values():
            dock.raise_()
        self._window.addDockWidget(AREAS["bottom"], self._docks["dock_messages"])
        self._docks["dock_messages"].hide()

    def remember_first(self) -> None:
        """Take how window and docks lie now for how they are to lie at first."""
        self.fit()
        self._first_state = self._window.saveState(STATE_VERSION)

    @Slot()
    def arrange_panels(self) -> None:
        """Put every dock where it was at first, as wide as suits the window as it is now."""
        self._window.restoreState(self._first_state, STATE_VERSION)
        self.fit()

    def fit(self) -> None:
        """Give the docks at the sides their share of the window."""
        width, height = self._window.width(), self._window.height()
        left = [self._docks[row.dock] for row in PANELS if row.area == "left"]
        right = [self._docks[row.dock] for row in PANELS if row.area == "right"]
        self._window.resizeDocks(
            [left[0], right[0]],
            [_share(width, LEFT_SHARE, LEFT_PX), _share(width, RIGHT_SHARE, RIGHT_PX)],
            Qt.Orientation.Horizontal,
        )
        shares = [DATA_SHARE, *[(1 - DATA_SHARE) / max(len(left) - 1, 1)] * (len(left) - 1)]
        heights = [round(height * share) for share in shares]
        self._window.resizeDocks(left, heights, Qt.Orientation.Vertical)

    # --- one of them -------------------------------------------------------------------------

    def bring(self, name: str) -> None:
        """Show a dock in front of those that share its place."""
        dock = self._docks[name]
        is_first = not dock.isVisible()
        dock.show()
        dock.raise_()
        if name == "dock_messages" and is_first and not dock.isFloating():
            self._window.resizeDocks([dock], [MESSAGES_PX], Qt.Orientation.Vertical)

    @Slot()
    def show_data(self) -> None:
        """Bring the Data panel to the front."""
        self.bring("dock_data")

    @Slot()
    def show_segments(self) -> None:
        """Bring the Segments panel to the front."""
        self.bring("dock_segments")

    @Slot()
    def show_train(self) -> None:
        """Bring the Train panel to the front."""
        self.bring("dock_train")

    @Slot()
    def show_predict(self) -> None:
        """Bring the Predict panel to the front."""
        self.bring("dock_predict")

    @Slot()
    def show_evaluate(self) -> None:
        """Bring the Evaluate panel to the front."""
        self.bring("dock_evaluate")

    @Slot()
    def show_measure(self) -> None:
        """Bring the Measure panel to the front."""
        self.bring("dock_measure")

    @Slot()
    def show_window(self) -> None:
        """Bring the Window panel to the front."""
        self.bring("dock_window")

    @Slot()
    def show_messages(self) -> None:
        """Show every message."""
        self.bring("dock_messages")

    # --- from the keyboard -------------------------------------------------------------------

    def is_behind(self, widget: QWidget) -> bool:
        """Whether a widget lies in a dock that another covers: Qt counts it as visible."""
        return any(
            dock.isAncestorOf(widget) and dock.visibleRegion().isEmpty()
            for dock in self._docks.values()
        )

    @Slot()
    def focus_next(self) -> None:
        """Go on to the next panel in front, and from the last to the views."""
        self._go_on(1)

    @Slot()
    def focus_previous(self) -> None:
        """Go back to the panel before."""
        self._go_on(-1)

    def _go_on(self, step: int) -> None:
        centre = self._window.centralWidget()
        stops: list[QWidget] = [] if centre is None else [centre]
        stops += [dock for dock in self._docks.values() if not dock.visibleRegion().isEmpty()]
        focused = QApplication.focusWidget()
        holding = [stop for stop in stops if focused is not None and stop.isAncestorOf(focused)]
        at = stops.index(holding[0]) if holding else 0
        for further in range(1, len(stops) + 1):
            if _focus_first(stops[(at + step * further) % len(stops)]):
                return

    @Slot()
    def float_panel(self) -> None:
        """Let the panel in use float over the window, or dock it again."""
        focused = QApplication.focusWidget()
        for dock in self._docks.values():
            if focused is not None and dock.isAncestorOf(focused):
                dock.setFloating(not dock.isFloating())
                dock.activateWindow()
                focused.setFocus()


def _share(whole: int, share: float, bounds: tuple[int, int]) -> int:
    return min(max(round(whole * share), bounds[0]), bounds[1])


def _focus_first(area: QWidget) -> bool:
    """Give the keyboard to the first thing in ``area`` that takes it."""
    for widget in area.findChildren(QWidget):
        policy = widget.focusPolicy()
        if policy & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(area) and widget.isEnabled():
            area.window().activateWindow()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
