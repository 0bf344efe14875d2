"""How the open scan is looked at: grey window, way of comparing, what was drawn by hand."""

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.document import COMPARE_MODES, CompareMode, Measurement, Window
from app.learning_state import LearningState
from unet_core.volume import Volume

SAMPLED_ZYX = (16, 128, 128)
"""So many voxels along each axis tell the usual grey window, however large a scan is."""


class ReadingState(LearningState):
    """The part of the Session that one property decides alone."""

    window_changed = Signal()
    compare_changed = Signal()
    """Another way of comparing, other masks or another region compared."""
    measurements_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = Window(400.0, 40.0)
        self._compare_mode: CompareMode = "masks"
        self._compared_region = ""
        self._measurements: tuple[Measurement, ...] = ()

    @property
    def window(self) -> Window:
        """Grey window of the scan."""
        return self._window

    def set_window(self, window: Window) -> None:
        """Change the grey window; the width is at least 1."""
        window = Window(max(window.width, 1.0), window.level)
        if window != self._window:
            self._window = window
            self.window_changed.emit()

    # --- comparing -------------------------------------------------------------------------

    @property
    def compare_mode(self) -> CompareMode:
        """How reference and prediction are shown."""
        return self._compare_mode

    def set_compare_mode(self, mode: CompareMode) -> None:
        """Show reference and prediction in another way.

        Raises:
            ValueError: If there is no such way.
        """
        if mode not in COMPARE_MODES:
            raise ValueError(f"no way of comparing is called {mode!r}")
        if mode != self._compare_mode:
            self._compare_mode = mode
            self.compare_changed.emit()

    @property
    def compared_region(self) -> str:
        """Name of the region whose agreement is shown; the first of the reference if empty."""
        return self._compared_region

    def set_compared_region(self, name: str) -> None:
        """Show the agreement of another region; one that the reference lacks shows its first."""
        if name != self._compared_region:
            self._compared_region = name
            self.compare_changed.emit()

    # --- measurements ----------------------------------------------------------------------

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        """What was drawn on the scan, in the order of drawing."""
        return self._measurements

    def set_measurements(self, measurements: tuple[Measurement, ...]) -> None:
        """Replace them all; commands that can be taken back call this."""
        if measurements != self._measurements:
            self._measurements = measurements
            self.measurements_changed.emit()


def usual_window(volume: Volume) -> Window:
    """What its files suggest; else abdomen 350/40, all of 8-bit grey, or percentiles."""
    if volume.windows:
        return Window(*volume.windows[0])
    if volume.intensity == "HU":
        return Window(350.0, 40.0)
    if volume.voxels.dtype == np.uint8:
        return Window(255.0, 127.5)
    shape = volume.voxels.shape
    steps = (max(1, size // kept) for size, kept in zip(shape, SAMPLED_ZYX, strict=True))
    sample = volume.voxels[tuple(slice(None, None, step) for step in steps)]
    sample = sample[np.isfinite(sample)]
    if not sample.size:
        return Window(1.0, 0.0)
    low, high = (float(v) for v in np.percentile(sample, (0.5, 99.5)))
    return Window(max(high - low, 1.0), (low + high) / 2)
