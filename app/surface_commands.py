"""Exporting the surface of a label: ask where, build and write it beside the window."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.jobs import JobGroup
from app.session import Session
from app.settings import Settings
from app.surface_dialog import Choice, SurfaceDialog
from app.translation import tr
from unet_core.errors import InputError
from unet_core.surface_files import SURFACE_WRITERS, SurfaceSaved, check_scale, save_surfaces
from unet_core.surfaces import apart, cropped
from unet_core.volume import LabelMap


class SurfaceCommands(QObject):
    """Answers "Export surface"."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self._jobs = JobGroup(self)

    @Slot()
    def export_surface(self) -> None:
        """Ask which label goes where; a mask without a scale is refused at once."""
        if not self._session.label_maps:
            return
        try:
            check_scale(self._session.label_maps[-1])
        except InputError as error:
            self._session.failed.emit(str(error))
            return
        dialog = SurfaceDialog(self._session, self._settings.last_folder, self._window)
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    def save(self, choice: Choice, path: Path) -> None:
        """Write without asking; a file of that name was agreed to be replaced."""
        self._settings.last_folder = path.parent
        self._session.notified.emit(tr("Building the surface for {file}.", file=path.name))
        work = partial(apart, save_surfaces, partial(_to_save, path, choice))
        self._jobs.run(work, self._on_event, self._on_failed)

    def shutdown(self) -> None:
        """End what is being written; an older file of that name is then untouched."""
        self._jobs.end()

    @Slot(str)
    def _on_selected(self, text: str) -> None:
        dialog, path = self.sender(), Path(text)
        if isinstance(dialog, SurfaceDialog):
            if path.suffix.lower() not in SURFACE_WRITERS:
                path = path.with_name(f"{path.name}{dialog.ending}")
            self.save(dialog.choice, path)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if isinstance(event, SurfaceSaved):
            name, count = event.path.name, f"{event.triangles:,}"
            self._session.notified.emit(
                tr("{name} was saved: {count} triangles, read back whole.", name=name, count=count)
            )

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._session.failed.emit(sentence)


def _to_save(path: Path, choice: Choice) -> tuple[Path, LabelMap, tuple[int, ...]]:
    return path, cropped(choice.label_map), choice.values
