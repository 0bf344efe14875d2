"""The docks of the window: where each lies at first, and how one is brought to the front."""

from typing import Literal

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabWidget, QWidget

from app.actions import FULL_NAME
from app.messages import MessageList
from app.panels import PANELS, AnyPanel
from app.session import Session
from app.settings import Settings
from app.translation import tr
from app.window_state import STATE_VERSION

Side = Literal["left", "right"]
SIDES: dict[Side, tuple[float, int, int]] = {"left": (0.18, 258, 420), "right": (0.22, 297, 520)}
"""Share of the window's width that docks there take at first, and its bounds in pixels."""
VIEWS_SHARE = 0.45
"""Of the width is left to the views when the window is made narrow."""
DRAGGED_PX = 4
"""Docks that differ by more from their share were dragged to another width."""
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
        self._add("dock_messages", tr("Messages"), self.messages)
        self._lay_out()
        self._first_state = QByteArray()
        self._wanted: dict[Side, int] = {}
        self._pressed: dict[Side, int] = {}
        self._is_restored = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._settle)

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
        toggle.setToolTip(tr("Show or hide the {title} panel", title=title))
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
        # Steps is in front on the right, for whoever starts without data; whoever opens a scan to
        # read it finds Segments beside it, on the left, where no other panel ever covers it, and a
        # panel brought to the front is there again at the next start.
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
        self._wanted = {}
        self._fit_width()
        height = self._window.height()
        left = [self._docks[row.dock] for row in PANELS if row.area == "left"]
        shares = [DATA_SHARE, *[(1 - DATA_SHARE) / max(len(left) - 1, 1)] * (len(left) - 1)]
        heights = [round(height * share) for share in shares]
        self._window.resizeDocks(left, heights, Qt.Orientation.Vertical)

    # --- in a window of another width --------------------------------------------------------

    def follow_window(self, *, is_restored: bool) -> None:
        """Share out the width anew whenever it changes.

        Docks that were dragged keep their width; in a window too narrow for that they give way to
        the views, and have it again when the window has.

        Args:
            is_restored: Whether docks lie as they were left, which the first showing keeps.
        """
        self._is_restored = is_restored
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at sizes, and at presses, of which some drag a border of the docks."""
        kind = event.type()
        if kind in (QEvent.Type.Resize, QEvent.Type.Show):
            self._settling.start(0)  # when the window has laid itself out
        elif kind == QEvent.Type.MouseButtonPress:
            self._pressed = self._widths()
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed:
            self._settling.start(0)
        return super().eventFilter(watched, event)

    @Slot()
    def _settle(self) -> None:
        if not self._window.isVisible():
            return
        before, self._pressed = self._pressed, {}
        if not before and self._is_restored:
            self._is_restored, before = False, self._first_widths()
        if not before:
            self._fit_width()
            return
        now = self._widths().items()
        self._wanted |= {s: w for s, w in now if abs(w - before.get(s, w)) > DRAGGED_PX}

    def _fit_width(self) -> None:
        wanted = self._first_widths() | self._wanted
        fronts = {side: docks[0] for side in SIDES if (docks := self._at(side))}
        taken = sum(wanted[side] for side in fronts)
        room = (1 - VIEWS_SHARE) * self._window.width()
        part = min(room / taken, 1.0) if taken else 1.0
        sizes = [round(wanted[side] * part) for side in fronts]
        self._window.resizeDocks([*fronts.values()], sizes, Qt.Orientation.Horizontal)

    def _first_widths(self) -> dict[Side, int]:
        whole = self._window.width()
        return {s: min(max(round(whole * r), low), high) for s, (r, low, high) in SIDES.items()}

    def _widths(self) -> dict[Side, int]:
        """Of the docks in front; one behind may still have the width of another day."""
        front = {s: [d for d in self._at(s) if not d.visibleRegion().isEmpty()] for s in SIDES}
        return {side: docks[0].width() for side, docks in front.items() if docks}

    def _at(self, side: Side) -> list[QDockWidget]:
        """The docks that lie at a side of the window and are shown."""
        return [
            dock
            for dock in self._docks.values()
            if not (dock.isFloating() or dock.isHidden())
            and self._window.dockWidgetArea(dock) == AREAS[side]
        ]

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
    def show_steps(self) -> None:
        """Bring the Steps panel to the front."""
        self.bring("dock_steps")

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


def _focus_first(area: QWidget) -> bool:
    """Give the keyboard to the first thing in ``area`` that takes it."""
    for widget in area.findChildren(QWidget):
        policy = widget.focusPolicy()
        if policy & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(area) and widget.isEnabled():
            area.window().activateWindow()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
