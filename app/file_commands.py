"""Commands that ask which file or folder, and the list of recent ones."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.actions import FULL_NAME
from app.opening import SESSION_ENDING, Opener
from app.session import Session
from app.settings import Settings
from app.theme import icon
from app.translation import tr
from unet_core.io import READERS

if TYPE_CHECKING:
    from collections.abc import Callable

ALL_FILES = tr("All files (*)")
OTHERS = ("*.zip", "*.csv", "DICOMDIR", f"*{SESSION_ENDING}")
"""What holds or names scans without being one."""


class FileCommands(QObject):
    """File dialogs that do not block, and what happens with what is picked.

    Signals:
        dataset_picked: A data set folder was chosen.
    """

    dataset_picked = Signal()

    def __init__(
        self, session: Session, settings: Settings, opener: Opener, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._opener = opener
        self._window = window
        self.recent_menu = QMenu(tr("&Recent"), window)
        self.recent_menu.setObjectName("menu_recent")
        self.recent_menu.setIcon(icon("recent"))
        self.recent_menu.setToolTipsVisible(True)
        opener.recent_changed.connect(self._fill_recent_menu)
        self._fill_recent_menu()

    # --- asking ------------------------------------------------------------------------------

    @Slot()
    def ask_open(self) -> None:
        """Let the user pick scans and masks."""
        self._ask_files("open_dialog", tr("Open scans and masks"), self._on_open_picked)

    @Slot()
    def ask_open_mask(self) -> None:
        """Let the user pick a mask."""
        self._ask_files("open_mask_dialog", tr("Open a mask"), self._on_mask_picked)

    @Slot()
    def ask_open_second(self) -> None:
        """Let the user pick a scan to lay beside the open one."""
        title = tr("Open a second scan beside the open one")
        self._ask_files("open_second_dialog", title, self._on_second_picked)

    @Slot()
    def ask_open_folder(self) -> None:
        """Let the user pick a DICOM folder."""
        self._ask_folder("open_folder_dialog", tr("Open a DICOM folder"), self._on_open_picked)

    @Slot()
    def ask_open_dataset(self) -> None:
        """Let the user pick a folder of pairs."""
        title = tr("Choose a folder of scans with their masks")
        self._ask_folder("open_dataset_dialog", title, self._on_dataset_picked)

    @Slot()
    def open_demo(self) -> None:
        """Make and open the demo patients."""
        self._opener.open_demo()

    def _ask_files(self, name: str, title: str, answer: "Callable[[list[str]], None]") -> None:
        patterns = {f"*{e}" for ends in READERS.values() for e in ends if e}
        endings = sorted(patterns | set(OTHERS))
        dialog = self._dialog(name, title, answer)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [tr("Scans and masks ({endings})", endings=" ".join(endings)), ALL_FILES]
        )
        dialog.open()

    def _ask_folder(self, name: str, title: str, answer: "Callable[[list[str]], None]") -> None:
        dialog = self._dialog(name, title, answer)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    def _dialog(self, name: str, title: str, answer: "Callable[[list[str]], None]") -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._settings.last_folder))
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(answer)
        return dialog

    # --- what was picked ---------------------------------------------------------------------

    @Slot("QStringList")
    def _on_open_picked(self, texts: list[str]) -> None:
        self._opener.open_paths(self._picked(texts))

    @Slot("QStringList")
    def _on_mask_picked(self, texts: list[str]) -> None:
        self._opener.open_paths(self._picked(texts), as_mask=True)

    @Slot("QStringList")
    def _on_second_picked(self, texts: list[str]) -> None:
        self._opener.open_second(self._picked(texts))

    @Slot("QStringList")
    def _on_dataset_picked(self, texts: list[str]) -> None:
        self._session.set_dataset(self._picked(texts)[0])
        self.dataset_picked.emit()

    def _picked(self, texts: list[str]) -> list[Path]:
        paths = [Path(text) for text in texts]
        self._settings.last_folder = paths[0].parent
        return paths

    # --- recent files ------------------------------------------------------------------------

    @Slot()
    def clear_recent(self) -> None:
        """Forget the recent files."""
        self._settings.clear_recent()
        self._fill_recent_menu()

    @Slot()
    def _fill_recent_menu(self) -> None:
        kept = [a for a in self.recent_menu.actions() if a.objectName() == "action_clear_recent"]
        self.recent_menu.clear()
        for number, path in enumerate(self._settings.recent_files):
            action = self.recent_menu.addAction(f"&{number}  {path.name}  ({path.parent.name})")
            action.setObjectName(f"action_recent_{number}")
            action.setToolTip(str(path))
            action.setProperty(FULL_NAME, f"Open again {path.name} ({path.parent.name})")
            action.triggered.connect(partial(self._opener.open_paths, [path]))
        self.recent_menu.menuAction().setEnabled(not self.recent_menu.isEmpty())
        self.recent_menu.addSeparator()
        self.recent_menu.addActions(kept)
