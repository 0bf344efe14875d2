"""Saving a mask: ask where, write and read it back in a job, never over its scan."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.jobs import Job
from app.session import Session
from app.settings import Settings
from unet_core.events import Saved
from unet_core.io import WRITERS, save
from unet_core.volume import LabelMap


class MaskSaver(QObject):
    """Asks where a mask should go and puts it there.

    Signals:
        saved: The path, once the file was read back and found equal.
        not_saved: No file was chosen, or it could not be written.
    """

    saved = Signal(object)
    not_saved = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._parent = parent
        self._asked_for: LabelMap | None = None
        self._writing: dict[Job, LabelMap] = {}

    def ask(self, label_map: LabelMap) -> None:
        """Show a file dialog for this mask; it does not block."""
        self._asked_for = label_map
        dialog = QFileDialog(self._parent, f"Save {label_map.name}")
        dialog.setObjectName("save_mask_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([f"Mask (*{suffix})" for suffix in WRITERS])
        dialog.setDirectory(str(self._settings.last_folder))
        dialog.selectFile(file_name(label_map))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_selected)
        dialog.rejected.connect(self.not_saved)
        dialog.open()

    def save(self, label_map: LabelMap, path: Path) -> None:
        """Write without asking; a file of that name was agreed to be replaced."""
        if not path.name.lower().endswith(tuple(WRITERS)):
            path = path.with_name(f"{path.name}.nii.gz")
        scan = self._session.volume
        if scan is not None and scan.path is not None and _same(scan.path, path):
            self._on_failed(
                f"{path.name} is the open scan itself; choose another name for the mask."
            )
            return
        self._settings.last_folder = path.parent
        job = Job(partial(save, label_map, path, overwrite=True), self)
        job.reported.connect(self._on_event)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._writing[job] = label_map
        job.start()

    def shutdown(self) -> None:
        """Wait until everything is written."""
        for job in self._writing:
            job.wait(60_000)

    @Slot(str)
    def _on_selected(self, path: str) -> None:
        if self._asked_for is not None:
            self.save(self._asked_for, Path(path))

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if isinstance(event, Saved):
            for job, label_map in self._writing.items():
                if job is self.sender():
                    self._session.mark_saved(label_map)
            self._session.notified.emit(f"{event.path.name} was saved and read back whole.")
            self.saved.emit(event.path)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._session.failed.emit(sentence)
        self.not_saved.emit()

    @Slot()
    def _on_finished(self) -> None:
        for job in [job for job in self._writing if not job.is_running]:
            del self._writing[job]
            job.deleteLater()


def file_name(label_map: LabelMap) -> str:
    """What to call the file of a mask: its own name, or made from it.

    >>> import numpy as np
    >>> from unet_core.volume import Geometry
    >>> empty = np.zeros((1, 1, 1), np.uint8)
    >>> file_name(LabelMap(empty, Geometry((1, 1, 1)), "scan.nii.gz, round 3"))
    'scan, round 3.nii.gz'
    """
    if label_map.path is not None:
        return label_map.path.name
    stem = label_map.name
    for suffix in sorted(WRITERS, key=len, reverse=True):
        stem = stem.replace(suffix, "")
    kept = "".join(c if c.isalnum() or c in " -_.,()" else "-" for c in stem).strip(" .")
    return f"{kept or 'mask'}.nii.gz"


def _same(first: Path, second: Path) -> bool:
    return first.absolute() == second.absolute() or (
        first.exists() and second.exists() and first.samefile(second)
    )
