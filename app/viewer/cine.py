"""Playing the slices of a view like a film, at a pace the reader chose."""

from typing import Literal

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from app.session import Session
from app.viewer.planes import PLANES, Plane

CineMode = Literal["loop", "bounce"]
CINE_MODES: tuple[CineMode, ...] = ("loop", "bounce")
"""From the last slice on to the first; or from the last slice back."""
PACES = (2, 5, 10, 15, 20, 30)
"""Slices a second to choose from."""


class Cine(QObject):
    """Moves the session's cursor through one plane, on a timer.

    It keeps to the clock: where painting is slower than the pace, slices are left out, and what
    else the window has to do is never made to wait.

    Signals:
        changed: It plays, has stopped, or plays at another pace or in another mode.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plane: Plane | None = None
        self._pace = 10
        self._mode: CineMode = "loop"
        self._is_forward = True
        self._shown = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        session.volume_changed.connect(self.stop)

    @property
    def plane(self) -> Plane | None:
        """What is played; None while nothing is."""
        return self._plane

    @property
    def pace(self) -> int:
        """Slices a second."""
        return self._pace

    @property
    def mode(self) -> CineMode:
        """What happens at the last slice."""
        return self._mode

    def set_pace(self, pace: int) -> None:
        """Play faster or slower, from now on."""
        pace = min(max(pace, PACES[0]), PACES[-1])
        if pace != self._pace:
            self._pace = pace
            if self._plane is not None:
                self._start_clock()
            self.changed.emit()

    def set_mode(self, mode: CineMode) -> None:
        """Begin again at the end, or turn round."""
        if mode != self._mode and mode in CINE_MODES:
            self._mode = mode
            self._is_forward = True
            self.changed.emit()

    def play(self, plane: Plane) -> None:
        """Play one plane; without a scan, or with one slice only, nothing happens."""
        if self._slices(plane) > 1 and plane != self._plane:
            self._plane = plane
            self._is_forward = True
            self._start_clock()
            self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Stay at the slice on show."""
        self._timer.stop()
        if self._plane is not None:
            self._plane = None
            self.changed.emit()

    def toggle(self, plane: Plane) -> None:
        """Play a plane, or stop if anything plays."""
        if self._plane is None:
            self.play(plane)
        else:
            self.stop()

    def advance(self, slices: int) -> None:
        """Go so many slices on in what is played."""
        if self._plane is None or slices < 1:
            return
        axis = PLANES[self._plane].axis
        cursor = list(self._session.cursor)
        cursor[axis], self._is_forward = position_after(
            cursor[axis], self._is_forward, slices, self._slices(self._plane), self._mode
        )
        self._session.set_cursor((cursor[0], cursor[1], cursor[2]))

    def _slices(self, plane: Plane) -> int:
        volume = self._session.volume
        if volume is None:
            return 0
        return volume.geometry.canonical.shape_zyx[PLANES[plane].axis]

    def _start_clock(self) -> None:
        self._shown = 0
        self._clock.start()
        self._timer.start(round(1000 / self._pace))

    @Slot()
    def _on_tick(self) -> None:
        due = self._clock.elapsed() * self._pace // 1000
        self.advance(due - self._shown)
        self._shown = max(due, self._shown)


def position_after(
    position: int, is_forward: bool, slices: int, count: int, mode: CineMode
) -> tuple[int, bool]:
    """Where a film of ``count`` slices stands after ``slices`` more, and which way it runs.

    >>> position_after(8, True, 3, 10, "loop"), position_after(8, True, 3, 10, "bounce")
    ((1, True), (7, False))
    """
    if count < 2:
        return (0, is_forward)
    if mode == "loop":
        return ((position + slices) % count, is_forward)
    period = 2 * (count - 1)
    phase = (position if is_forward else period - position) + slices
    phase %= period
    return (phase, True) if phase < count - 1 else (period - phase, False)
