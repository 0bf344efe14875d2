"""Reference and prediction side by side: the axial view shows one, this panel the other."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.session import Session
from app.viewer.placement import Placement
from app.viewer.slice_panel import SlicePanel
from app.viewer.slice_view import SliceView


class PairPanel(SlicePanel):
    """The same slice again with the prediction, as large and at the same place.

    While it is shown, the axial view beside it shows the reference. Going on to agreement or
    outlines changes this panel alone, so that the reference stays in sight.
    """

    def __init__(self, session: Session, beside: SlicePanel, parent: QWidget | None = None) -> None:
        super().__init__(session, "axial", parent, name="prediction")
        self._beside = beside
        self._below = QWidget()
        column = self.layout()
        if column is not None:
            column.addWidget(self._below)
        if beside.strip is not None:
            beside.strip.installEventFilter(self)
        self._level()
        self._link = _SamePlace(beside.view, self.view)
        session.compare_changed.connect(self._show_modes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The strip under the view beside this one has come, gone or grown."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize):
            self._level()
        return super().eventFilter(watched, event)

    def _level(self) -> None:
        """Leave as much room below as the strip takes, so that both slices are at one height."""
        strip = self._beside.strip
        is_there = strip is not None and not strip.isHidden()
        self._below.setFixedHeight(strip.height() if strip is not None and is_there else 0)

    @Slot()
    def _show_modes(self) -> None:
        if self.isHidden():
            self._beside.view.set_compare_mode(None)
            return
        mode = self._session.compare_mode
        is_both = mode in ("agreement", "difference")
        self._beside.view.set_compare_mode("reference")
        self.view.set_compare_mode(mode if is_both else "prediction")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_modes()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._show_modes()


class _SamePlace(QObject):
    """Keeps two views of one plane at the same place: whatever moves one, the other follows.

    Where a view lies is looked at when it is painted.
    """

    def __init__(self, first: SliceView, second: SliceView) -> None:
        super().__init__(second)
        self._views = (first, second)
        self._seen: list[Placement | None] = [None, None]
        for view in self._views:
            view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            leads = 0 if watched is self._views[0] else 1
            leader, follower = self._views[leads], self._views[1 - leads]
            if leader.placement is not self._seen[leads] and follower.isVisible():
                self._move(leader, follower)
        return False

    def _move(self, leader: SliceView, follower: SliceView) -> None:
        theirs, mine = leader.placement, follower.placement
        if theirs is not None and mine is not None:
            zoom = mine.zoom * theirs.px_per_mm / mine.px_per_mm
            placed = replace(mine, zoom=zoom, centre=theirs.centre)
            if placed != mine:
                follower.set_placement(placed)
        self._seen = [view.placement for view in self._views]
