"""Saving a mask: ask where, write and read it back in a job, never over its scan."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app import case_work
from app.jobs import Job
from app.layering import marks_of
from app.save_dialog import SaveDialog, file_name, with_ending
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.events import Notice, Saved
from unet_core.io import WRITERS
from unet_core.isolation import isolated
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
        has_dicom = self._has_dicom
        dialog = SaveDialog(
            self._parent,
            file_name(label_map, has_dicom=has_dicom),
            self._settings.last_folder,
            has_dicom=has_dicom,
            title=tr("Save {label_map}", label_map=label_map.name),
        )
        dialog.fileSelected.connect(self._on_selected)
        dialog.rejected.connect(self.not_saved)
        dialog.open()

    def save(self, label_map: LabelMap, path: Path, *, identify: bool = False) -> None:
        """Write without asking; a file of that name was agreed to be replaced."""
        scan = self._session.volume
        if scan is not None and scan.path is not None and _same(scan.path, path):
            self._on_failed(
                tr(
                    "{file} is the open scan itself; choose another name for the mask.",
                    file=path.name,
                )
            )
            return
        self._settings.last_folder = path.parent
        job = Job(self._work(label_map, path, identify), self)
        job.reported.connect(self._on_event)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._writing[job] = label_map
        job.start()

    def shutdown(self) -> None:
        """Wait until everything is written."""
        for job in self._writing:
            job.wait(60_000)

    @property
    def _has_dicom(self) -> bool:
        scan = self._session.volume
        return scan is not None and scan.source is not None

    def _work(
        self, label_map: LabelMap, path: Path, identify: bool
    ) -> Callable[[], Iterator[object]]:
        ending = next((e for e in WRITERS if path.name.lower().endswith(e)), "")
        reference = self._session.volume if ending and WRITERS[ending].needs_dicom else None
        wish = (self._marked(label_map), path, reference, identify)
        if ending and (WRITERS[ending].needs_dicom or WRITERS[ending].is_folder):
            return partial(isolated, case_work.save_mask, *wish)  # heavy libraries, many files
        return partial(case_work.save_mask, *wish)

    def _marked(self, label_map: LabelMap) -> LabelMap:
        """The mask with what its labels' locks and status are now, for formats that keep them."""
        layer = next((la for la in self._session.layers if la.label_map is label_map), None)
        return label_map if layer is None else replace(label_map, marks=marks_of(layer))

    @Slot(str)
    def _on_selected(self, text: str) -> None:
        dialog, path, identify = self.sender(), Path(text), False
        if isinstance(dialog, SaveDialog):
            identify = dialog.identify
            if not path.name.lower().endswith(tuple(WRITERS)):
                path = path.with_name(with_ending(path.name, dialog.ending))
        if self._asked_for is not None:
            self.save(self._asked_for, path, identify=identify)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if isinstance(event, Notice):
            self._session.notified.emit(event.text)
        if isinstance(event, Saved):
            for job, label_map in self._writing.items():
                if job is self.sender() and self._was_unsaved(label_map):
                    self._session.mark_saved(label_map, event.path)
            self._session.notified.emit(
                tr("{file} was saved and read back whole.", file=event.path.name)
            )
            self.saved.emit(event.path)

    def _was_unsaved(self, label_map: LabelMap) -> bool:
        """Not so for what is as its own file has it: then the new file is a copy."""
        is_new = any(label_map is one for one in self._session.unsaved)
        return is_new or label_map.path is None

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._session.failed.emit(sentence)
        self.not_saved.emit()

    @Slot()
    def _on_finished(self) -> None:
        for job in [job for job in self._writing if not job.is_running]:
            del self._writing[job]
            job.deleteLater()


def _same(first: Path, second: Path) -> bool:
    return first.absolute() == second.absolute() or (
        first.exists() and second.exists() and first.samefile(second)
    )
