"""What the user chose once and expects to find again: an ini file in their own account."""

import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT_KEPT = 10
HOME_FOLDER = "Slicewise"


class Settings:
    """Preferences over QSettings; every property reads and writes through at once.

    Args:
        qsettings: Where they live; the user's own ini file if not given.
    """

    def __init__(self, qsettings: QSettings | None = None) -> None:
        self._store = qsettings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Slicewise", "Slicewise"
        )

    # --- folders ---------------------------------------------------------------------------

    @property
    def runs_root(self) -> Path:
        """Folder that holds one folder for each training run."""
        return self._folder("folders/runs", Path.home() / HOME_FOLDER / "runs")

    @runs_root.setter
    def runs_root(self, folder: Path) -> None:
        self._store.setValue("folders/runs", str(folder))

    @property
    def demo_root(self) -> Path:
        """Folder that holds the made-up patients of the demo."""
        return self._folder("folders/demo", Path.home() / HOME_FOLDER / "demo")

    @demo_root.setter
    def demo_root(self, folder: Path) -> None:
        self._store.setValue("folders/demo", str(folder))

    @property
    def last_folder(self) -> Path:
        """Where the last file was picked; file dialogs start there."""
        return self._folder("folders/last", Path.home())

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._store.setValue("folders/last", str(folder))

    # --- recent files ----------------------------------------------------------------------

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """Files and folders opened before, newest first."""
        value = self._store.value("recent/files", [])
        texts = value if isinstance(value, list) else [value]
        return tuple(Path(str(text)) for text in texts if text)

    def add_recent(self, path: Path) -> None:
        """Put a file in front of the recent ones; the oldest beyond ten is forgotten."""
        others = [other for other in self.recent_files if other != path]
        texts = [str(other) for other in (path, *others)][:RECENT_KEPT]
        self._store.setValue("recent/files", texts)

    def clear_recent(self) -> None:
        """Forget every recent file."""
        self._store.remove("recent/files")

    # --- the window ------------------------------------------------------------------------

    @property
    def geometry(self) -> QByteArray:
        """What QMainWindow.saveGeometry gave; empty at first."""
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def state(self) -> QByteArray:
        """What QMainWindow.saveState gave; empty at first."""
        return self._bytes("window/state")

    @state.setter
    def state(self, value: QByteArray) -> None:
        self._store.setValue("window/state", value)

    @property
    def theme(self) -> str:
        """Dark, light or as the system has it; empty at first."""
        return str(self._store.value("window/theme", ""))

    @theme.setter
    def theme(self, choice: str) -> None:
        self._store.setValue("window/theme", choice)

    @property
    def language(self) -> str:
        """One of ``translation.LANGUAGES``; empty as the system has it."""
        return str(self._store.value("window/language", ""))

    @language.setter
    def language(self, choice: str) -> None:
        self._store.setValue("window/language", choice)

    @property
    def label_columns(self) -> tuple[str, ...]:
        """Names of the columns shown in the table of labels; empty at first."""
        return tuple(str(self._store.value("window/label_columns", "")).split())

    @label_columns.setter
    def label_columns(self, names: tuple[str, ...]) -> None:
        self._store.setValue("window/label_columns", " ".join(names))

    @property
    def run_columns(self) -> str:
        """Columns of the table of runs that were chosen or put away, as ``+name -name``."""
        return str(self._store.value("window/run_columns", ""))

    @run_columns.setter
    def run_columns(self, text: str) -> None:
        self._store.setValue("window/run_columns", text)

    @property
    def runs_geometry(self) -> QByteArray:
        """What QWidget.saveGeometry gave of the window of runs; empty at first."""
        return self._bytes("window/runs_geometry")

    @runs_geometry.setter
    def runs_geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/runs_geometry", value)

    def place_of(self, window: str) -> QByteArray:
        """What QWidget.saveGeometry gave for a window beside the main one; empty at first."""
        return self._bytes(f"window/place_of_{window}")

    def keep_place(self, window: str, value: QByteArray) -> None:
        """Remember where a window beside the main one was left."""
        self._store.setValue(f"window/place_of_{window}", value)

    def columns_of(self, table: str) -> str:
        """Widths, order and what is hidden of a table, as ``ColumnMemory`` writes it."""
        return str(self._store.value(f"window/columns_of_{table}", ""))

    def keep_columns(self, table: str, text: str) -> None:
        """Remember how a table was left."""
        self._store.setValue(f"window/columns_of_{table}", text)

    # --- the views -------------------------------------------------------------------------

    @property
    def layout(self) -> str:
        """Name of the layout that was left; empty at first."""
        return str(self._store.value("views/layout", ""))

    @layout.setter
    def layout(self, name: str) -> None:
        self._store.setValue("views/layout", name)

    @property
    def own_presets(self) -> str:
        """The reader's own grey windows, as ``PresetBook`` writes them."""
        return str(self._store.value("views/own_presets", ""))

    @own_presets.setter
    def own_presets(self, text: str) -> None:
        self._store.setValue("views/own_presets", text)

    def window_of(self, kind: str) -> tuple[float, float] | None:
        """(width, level) that was left for a kind of scan; None at first."""
        parts = str(self._store.value(f"views/window_{kind}", "")).split("/")
        try:
            width, level = (float(part) for part in parts)
        except ValueError:
            return None
        return (width, level) if width >= 1 and abs(level) < math.inf else None

    def keep_window(self, kind: str, window: tuple[float, float]) -> None:
        """Remember (width, level) for a kind of scan."""
        self._store.setValue(f"views/window_{kind}", f"{window[0]:g}/{window[1]:g}")

    @property
    def human_band(self) -> str:
        """The user's own inter-rater band, as ``human_band.keep`` writes it; empty at first."""
        return str(self._store.value("curves/human_band", ""))

    @human_band.setter
    def human_band(self, text: str) -> None:
        self._store.setValue("curves/human_band", text)

    @property
    def curves_geometry(self) -> QByteArray:
        """Where the Curves window was left; empty at first."""
        return self._bytes("curves/geometry")

    @curves_geometry.setter
    def curves_geometry(self, value: QByteArray) -> None:
        self._store.setValue("curves/geometry", value)

    @property
    def smoothing(self) -> int:
        """Weight of the moving average over curves, in hundredths."""
        return min(max(self._whole("curves/smoothing", 0), 0), 99)

    @smoothing.setter
    def smoothing(self, hundredths: int) -> None:
        self._store.setValue("curves/smoothing", hundredths)

    @property
    def scale_minutes(self) -> float:
        """Of each training of a learning curve over data."""
        try:
            minutes = float(str(self._store.value("curves/scale_minutes", 15)))
        except ValueError:
            return 15.0
        return minutes if 0 < minutes < math.inf else 15.0

    @scale_minutes.setter
    def scale_minutes(self, minutes: float) -> None:
        self._store.setValue("curves/scale_minutes", f"{minutes:g}")

    @property
    def cine_pace(self) -> int:
        """Slices a second when they are played."""
        return self._whole("views/cine_pace", 10)

    @cine_pace.setter
    def cine_pace(self, pace: int) -> None:
        self._store.setValue("views/cine_pace", pace)

    @property
    def cine_mode(self) -> str:
        """What playing does at the last slice."""
        return str(self._store.value("views/cine_mode", "loop"))

    @cine_mode.setter
    def cine_mode(self, mode: str) -> None:
        self._store.setValue("views/cine_mode", mode)

    def sync(self) -> None:
        """Write to disk now."""
        self._store.sync()

    def _folder(self, key: str, otherwise: Path) -> Path:
        text = self._store.value(key, "")
        return Path(str(text)) if text else otherwise

    def _whole(self, key: str, otherwise: int) -> int:
        """A number; what is none, as an ini file edited by hand may hold, counts as absent."""
        try:
            return int(str(self._store.value(key, otherwise)))
        except ValueError:
            return otherwise

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()
