"""A second scan beside the open one: a document of its own that goes where the first goes."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QObject, Signal, Slot

from app.session import Session
from app.viewer.common_space import NO_OFFSET, Onto, obstacle
from app.viewer.placement import Placement
from app.viewer.presets import PresetBook
from app.viewer.slice_view import SliceView
from unet_core.volume import Point, Volume


class SecondScan(QObject):
    """Holds the second scan's own grey window and crosshair, and links them to the first's.

    Linked, both crosshairs stand at the same place of the patient, whatever the two grids are.
    Where no common space is known they may still be linked by hand: from then on both move by the
    same number of mm, from where each stood.

    Attributes:
        session: The document of the second scan; its volume is None where there is none.

    Signals:
        changed: Another second scan, or linked otherwise.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first = session
        self.session = Session(self)
        PresetBook.of(session).lend(self.session)
        self._obstacle = ""
        self._offset: Point | None = None
        self._onto: Onto | None = None
        self._is_following = False
        session.second_changed.connect(self._on_second_changed)
        session.cursor_changed.connect(self._follow_first)
        self.session.cursor_changed.connect(self._follow_second)
        self._on_second_changed()

    @property
    def volume(self) -> Volume | None:
        """The second scan."""
        return self.session.volume

    @property
    def obstacle(self) -> str:
        """Why the two cannot be linked by position, in one sentence; empty if they can."""
        return self._obstacle

    @property
    def can_link(self) -> bool:
        """Whether both have a scale, without which no mm can be moved."""
        volumes = (self._first.volume, self.session.volume)
        return all(volume is not None and volume.geometry.has_scale for volume in volumes)

    @property
    def is_linked(self) -> bool:
        """Whether one crosshair follows the other."""
        return self._offset is not None

    @property
    def is_linked_by_hand(self) -> bool:
        """Whether the link rests on where both stood and not on the files."""
        return self._offset is not None and bool(self._obstacle)

    def set_linked(self, is_on: bool) -> None:
        """Link the two, by position where the files allow it and else from where both stand."""
        if is_on == self.is_linked or (is_on and not self.can_link):
            return
        if not is_on:
            self._offset = None
        elif self._obstacle:
            here, there = self._point(self._first), self._point(self.session)
            x, y, z = np.subtract(there, here).tolist()
            self._offset = (x, y, z)
        else:
            self._offset = NO_OFFSET
            self._follow_first()
        self.changed.emit()

    def onto_first(self, *, is_smooth: bool) -> Onto | None:
        """How to draw the second in slices of the first; None where no common space is known."""
        first, second = self._first.volume, self.session.volume
        if first is None or second is None or self._obstacle:
            return None
        if self._onto is None or self._onto.is_smooth != is_smooth:
            self._onto = Onto(first.geometry.canonical, second, NO_OFFSET, is_smooth)
        return self._onto

    @property
    def is_beyond(self) -> bool:
        """Whether the first's crosshair stands where the second scan has no voxel."""
        second = self.session.volume
        if self._offset is None or second is None or self._first.volume is None:
            return False
        place = self._place_of(self._first, self.session, 1)
        shape = second.geometry.canonical.shape_zyx
        return any(not -0.5 <= p <= n - 0.5 for p, n in zip(place, shape, strict=True))

    # --- crosshairs --------------------------------------------------------------------------

    @Slot()
    def _on_second_changed(self) -> None:
        first, second = self._first.volume, self._first.second
        self._offset = self._onto = None
        self._obstacle = obstacle(first, second) if first is not None and second else ""
        self.session.set_volume(second)
        if second is not None and not self._obstacle:
            self._offset = NO_OFFSET
            self._follow_first()
        self.changed.emit()

    @Slot()
    def _follow_first(self) -> None:
        self._follow(self._first, self.session, 1)

    @Slot()
    def _follow_second(self) -> None:
        self._follow(self.session, self._first, -1)

    def _follow(self, leader: Session, follower: Session, sign: int) -> None:
        if self._offset is None or self._is_following:
            return
        if leader.volume is None or follower.volume is None:
            return
        self._is_following = True
        z, y, x = (round(place) for place in self._place_of(leader, follower, sign))
        follower.set_cursor((z, y, x))
        self._is_following = False

    def _place_of(self, leader: Session, follower: Session, sign: int) -> tuple[float, ...]:
        """The leader's crosshair as a canonical place in the follower's scan."""
        assert follower.volume is not None
        point = _shifted(self._point(leader), self._offset or NO_OFFSET, sign)
        return follower.volume.geometry.canonical.place(point)

    @staticmethod
    def _point(session: Session) -> Point:
        volume = session.volume
        if volume is None:
            return NO_OFFSET
        return volume.geometry.canonical.point(session.cursor)

    # --- zoom and pan ------------------------------------------------------------------------

    def placement_like(
        self, leader: SliceView, follower: SliceView, *, first_leads: bool
    ) -> Placement | None:
        """Where the follower's slice must lie for both views to show the same place alike.

        Both views show the same plane, one of the first scan and one of the second; the same mm
        are in the middle and as long on the screen. None where they are not linked.
        """
        ahead, behind = self._first.volume, self.session.volume
        if not first_leads:
            ahead, behind = behind, ahead
        theirs, mine = leader.placement, follower.placement
        if self._offset is None or ahead is None or behind is None or not theirs or not mine:
            return None
        plane, grid, other = leader.plane, ahead.geometry.canonical, behind.geometry.canonical
        middle = plane.place(*theirs.centre, leader.position, grid.shape_zyx)
        point = _shifted(grid.point(middle), self._offset, 1 if first_leads else -1)
        return replace(
            mine,
            zoom=mine.zoom * theirs.px_per_mm / mine.px_per_mm,
            centre=plane.drawn_at(other.place(point), other.shape_zyx),
        )


class LinkedViews(QObject):
    """Keeps a view of the first and one of the second at the same place and scale.

    Where either lies is looked at when it is painted: whatever moved it, the other follows.
    """

    def __init__(self, second: SecondScan, first_view: SliceView, second_view: SliceView) -> None:
        super().__init__(second)
        self._second = second
        self._views = (first_view, second_view)
        self._seen: list[Placement | None] = [None, None]
        for view in self._views:
            view.installEventFilter(self)
        second.changed.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        """The first leads when the two are linked."""
        self._seen = [None, self._views[1].placement]
        self._views[0].update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            leads = 0 if watched is self._views[0] else 1
            if self._views[leads].placement is not self._seen[leads]:
                self._move_other(leads)
        return super().eventFilter(watched, event)

    def _move_other(self, leads: int) -> None:
        leader, follower = self._views[leads], self._views[1 - leads]
        placement = self._second.placement_like(leader, follower, first_leads=leads == 0)
        if placement is not None and follower.isVisible():
            follower.set_placement(placement)
        self._seen = [view.placement for view in self._views]


def _shifted(point: Point, offset: Point, sign: int) -> Point:
    x, y, z = (p + sign * o for p, o in zip(point, offset, strict=True))
    return (x, y, z)
