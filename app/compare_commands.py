"""Commands that show reference and prediction against each other."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction

from app.comparing import region_shown, regions_compared
from app.document import COMPARE_MODES
from app.session import Session
from app.viewer.compare_legend import CompareLegend
from app.viewer.layout import LayoutName, ViewerArea

FLICKER_MS = 500
"""Twice a second: below the three flashes a second that WCAG 2.3.1 allows."""
PAIR: LayoutName = "pair"


class CompareCommands(QObject):
    """Ways of comparing, the region compared, and reference and prediction in turn."""

    def __init__(self, session: Session, viewer: ViewerArea, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._viewer = viewer
        self._layout_before: LayoutName = "axial_large"
        self._actions: Mapping[str, QAction] = {}
        self._flicker = QTimer(self, interval=FLICKER_MS)
        self._flicker.timeout.connect(self._swap)
        viewer.add_painter(CompareLegend(session))

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Keep these commands as the session is, from now on."""
        self._actions = actions
        actions["action_flicker_compare"].setAutoRepeat(False)
        self._session.compare_changed.connect(self._refresh)
        self._session.volume_changed.connect(self._refresh)
        self._refresh()

    # --- what they do ------------------------------------------------------------------------

    @Slot()
    def cycle_compare(self) -> None:
        """Reference, prediction, agreement, differences, masks as set; then again."""
        place = COMPARE_MODES.index(self._session.compare_mode)
        self._session.set_compare_mode(COMPARE_MODES[(place + 1) % len(COMPARE_MODES)])

    @Slot()
    def compare_masks(self) -> None:
        """Masks as they are set."""
        self._session.set_compare_mode("masks")

    @Slot()
    def compare_reference(self) -> None:
        """The reference alone."""
        self._session.set_compare_mode("reference")

    @Slot()
    def compare_prediction(self) -> None:
        """The prediction alone."""
        self._session.set_compare_mode("prediction")

    @Slot()
    def compare_agreement(self) -> None:
        """Where both agree."""
        self._session.set_compare_mode("agreement")

    @Slot()
    def compare_difference(self) -> None:
        """Outlines of where they do not."""
        self._session.set_compare_mode("difference")

    @Slot()
    def cycle_compare_region(self) -> None:
        """The next region that both masks know."""
        names = [pair.region.name for pair in regions_compared(self._session)]
        shown = region_shown(self._session)
        if shown is not None:
            place = names.index(shown.region.name)
            self._session.set_compared_region(names[(place + 1) % len(names)])

    @Slot()
    def show_pair(self) -> None:
        """Reference and prediction side by side."""
        if self._viewer.layout_name != PAIR:
            self._layout_before = self._viewer.layout_name
        self._viewer.layout_name = PAIR

    @Slot(bool)
    def flicker_compare(self, is_on: bool) -> None:
        """Show reference and prediction in turn until told otherwise."""
        if is_on:
            self._swap()
            self._flicker.start()
        else:
            self._flicker.stop()

    @Slot()
    def _swap(self) -> None:
        is_reference = self._session.compare_mode == "reference"
        self._session.set_compare_mode("prediction" if is_reference else "reference")

    # --- how they stand ----------------------------------------------------------------------

    @Slot()
    def _refresh(self) -> None:
        mode, has_pair = self._session.compare_mode, self._session.compared is not None
        self._actions[f"action_compare_{mode}"].setChecked(True)
        if not has_pair or mode not in ("reference", "prediction"):
            self._flicker.stop()
        if not has_pair and self._viewer.layout_name == PAIR:
            self._viewer.layout_name = self._layout_before
        self._actions["action_flicker_compare"].setChecked(self._flicker.isActive())
