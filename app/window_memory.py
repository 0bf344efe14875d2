"""The grey window a reader left for one kind of scan, found again with the next."""

from PySide6.QtCore import QObject, Slot

from app.document import Window
from app.reading_state import usual_window
from app.session import Session
from app.settings import Settings
from app.viewer.presets import PresetBook
from unet_core.volume import Volume


class WindowMemory(QObject):
    """Keeps the window that was last chosen for each kind of scan, and the reader's presets.

    Only where a number means the same in every scan, in HU and in 8-bit pictures, is a window kept:
    the grey values of an MR mean nothing in the next one.
    """

    def __init__(self, session: Session, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._book = PresetBook.of(session)
        self._book.read_text(settings.own_presets)
        self._book.changed.connect(self._keep_presets)
        session.volume_changed.connect(self._restore)
        session.window_changed.connect(self._keep)

    @Slot()
    def _restore(self) -> None:
        volume = self._session.volume
        kept = self._settings.window_of(kind_of(volume)) if volume is not None else None
        if kept is not None:
            self._session.set_window(Window(*kept))

    @Slot()
    def _keep(self) -> None:
        """A window that the scan came with was chosen by nobody."""
        volume, window = self._session.volume, self._session.window
        if volume is None or not kind_of(volume):
            return
        presets = self._book.suiting(volume.intensity)
        if all(window != preset.window for preset in presets) and not is_general(
            window, kind_of(volume)
        ):
            return
        if window != usual_window(volume) or self._settings.window_of(kind_of(volume)) is not None:
            self._settings.keep_window(kind_of(volume), (window.width, window.level))

    @Slot()
    def _keep_presets(self) -> None:
        self._settings.own_presets = self._book.to_text()


def is_general(window: Window, kind: str) -> bool:
    """Whether it shows something of every scan of a kind: not one made for a single lesion.

    >>> is_general(Window(350.0, 40.0), "hu"), is_general(Window(60.0, 110.0), "hu")
    (True, False)
    """
    dark, bright = (0.0, 100.0) if kind == "hu" else (96.0, 160.0)
    low, high = window.level - window.width / 2, window.level + window.width / 2
    return low <= dark and high >= bright


def kind_of(volume: Volume) -> str:
    """The kind of scan whose windows are alike; empty where none are."""
    if volume.intensity == "HU":
        return "hu"
    return "picture" if volume.voxels.dtype.itemsize == 1 else ""
