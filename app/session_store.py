"""Saving the whole working state as one small file, and finding everything again as it was."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app import session_work
from app.document import Layer
from app.jobs import Job, JobGroup
from app.layering import same_pair
from app.opening import SESSION_ENDING, Opener
from app.opening_request import Request
from app.session import Session
from app.session_file import SavedFile, SavedMask, SavedSession, Setting, relative, resolved
from app.settings import Settings
from app.translation import tr
from app.viewer.layout import ViewerArea
from app.viewer.view_state import restore_views, views_state
from unet_core.events import Notice, Saved
from unet_core.volume import LabelMap, Volume

SAVING_PATIENCE_MS = 60_000


class SessionStore(QObject):
    """The commands about sessions, and the steps of restoring one.

    Restoring goes through the same doors as opening by hand: whatever they ask or refuse is asked
    and refused here too, and a scan that does not come leaves everything as it was.
    """

    def __init__(
        self,
        session: Session,
        opener: Opener,
        viewer: ViewerArea,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._opener = opener
        self._viewer = viewer
        self._settings = settings
        self._window = window
        self._jobs = JobGroup(self)
        self._saving: Job | None = None
        self._awaited: session_work.SessionRead | None = None
        self._path: Path | None = None
        session.volume_changed.connect(self._on_volume_changed)
        opener.session_asked.connect(self.open)
        opener.settled.connect(self._on_settled)
        opener.abandoned.connect(self._on_abandoned)

    def shutdown(self) -> None:
        """Wait until everything is written; leave the rest."""
        if self._saving is not None and self._saving.is_running:
            self._saving.wait(SAVING_PATIENCE_MS)
        self._jobs.end()

    # --- saving ----------------------------------------------------------------------------

    @Slot()
    def save_session(self) -> None:
        """Ask where to save what is open and how it is looked at."""
        scan = self._session.volume
        if scan is None:
            self._session.failed.emit(tr("No scan is open, so there is no session to save."))
            return
        path = self._path or self._settings.last_folder / scan.name.split(".")[0]
        dialog = QFileDialog(self._window, tr("Save session"), str(path.parent))
        dialog.setObjectName("save_session_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Session (*{session_ending})", session_ending=SESSION_ENDING))
        dialog.setDefaultSuffix(SESSION_ENDING.lstrip("."))
        dialog.selectFile(path.with_suffix(SESSION_ENDING).name)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot(str)
    def _on_file_chosen(self, text: str) -> None:
        self.save_to(Path(text))

    def save_to(self, path: Path) -> None:
        """Write the session; masks that are in no file yet are written beside it."""
        session = self._session
        scan, second = session.volume, session.second
        if path.suffix.lower() != SESSION_ENDING:
            path = path.with_name(path.name + SESSION_ENDING)
        if scan is None or scan.path is None:
            self._session.failed.emit(
                tr("The open scan lies in no file, so a session could not find it again.")
            )
            return
        self._settings.last_folder = path.parent
        unsaved = tuple(
            session_work.Unsaved(layer.label_map, self._opener.origin_of(layer.label_map))
            for layer in session.layers
            if layer.is_unsaved or layer.label_map.path is None
        )
        masks = session.label_maps
        saved = self._state(path.parent, scan, second)
        wish = (path, saved, scan, second, masks, unsaved)
        self._saving = self._jobs.run(
            partial(session_work.save, *wish),
            self._on_save_event,
            self._on_failed,
            self._on_save_finished,
        )

    @Slot(object)
    def _on_save_event(self, event: object) -> None:
        match event:
            case Notice(text=text):
                self._session.notified.emit(text)
            case session_work.Written(label_map=label_map, path=path, is_new=is_new):
                if is_new:
                    self._session.mark_saved(label_map, path)
                    self._session.notified.emit(
                        tr("{file} was saved beside the session.", file=path.name)
                    )
                else:
                    self._session.mark_kept(label_map)
            case Saved(path=path):
                self._path = path
                self._settings.add_recent(path.absolute())
                self._opener.recent_changed.emit()
                self._session.notified.emit(tr("The session was saved as {file}.", file=path.name))

    @Slot()
    def _on_save_finished(self) -> None:
        self._saving = None

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._session.failed.emit(sentence)

    def _state(self, folder: Path, scan: Volume, second: Volume | None) -> SavedSession:
        session = self._session
        place_of = {id(label_map): place for place, label_map in enumerate(session.label_maps)}
        pair, current = session.compared, session.current_label
        return SavedSession(
            scan=self._file(scan, folder),
            second=None if second is None or second.path is None else self._file(second, folder),
            masks=tuple(self._mask(layer, folder) for layer in session.layers),
            window=session.window,
            cursor=session.cursor,
            compare_mode=session.compare_mode,
            compared=None if pair is None else (place_of[id(pair[0])], place_of[id(pair[1])]),
            measurements=session.measurements,
            views=views_state(self._viewer),
            dataset=relative(session.dataset, folder) if session.dataset else "",
            compared_region=session.compared_region,
            current=None if current is None else (place_of[id(current[0])], current[1]),
        )

    def _mask(self, layer: Layer, folder: Path) -> SavedMask:
        label_map = layer.label_map
        return SavedMask(
            file=self._file(label_map, folder),
            role=label_map.role,
            visible=layer.visible,
            opacity=layer.opacity,
            outline=layer.outline,
            labels=dict(label_map.labels),
            looks=dict(layer.looks),
        )

    def _file(self, item: Volume | LabelMap, folder: Path) -> SavedFile:
        request = self._opener.origin_of(item)
        paths = request.paths if request is not None else (item.path,) if item.path else ()
        settings: dict[str, Setting] = {
            key: value
            for key, value in (request.settings.items() if request else ())
            if isinstance(value, str | bool | Mapping)
        }
        if isinstance(item, Volume) and item.source is not None and item.source.series_uid:
            settings["series_uid"] = item.source.series_uid
        dataset = request.dataset if request is not None and isinstance(item, LabelMap) else None
        return SavedFile(
            tuple(relative(path, folder) for path in paths) or ("unsaved",),
            "",
            settings,
            relative(dataset, folder) if dataset else "",
        )

    # --- restoring -------------------------------------------------------------------------

    @Slot(object)
    def open(self, path: Path) -> None:
        """Open a saved session in place of what is open."""
        self._jobs.run(
            partial(session_work.open_session, path), self._on_session_read, self._on_failed
        )

    @Slot(object)
    def _on_session_read(self, event: object) -> None:
        if not isinstance(event, session_work.SessionRead):
            return
        saved, folder = event.saved, event.path.parent
        requests = [_request(saved.scan, folder, as_mask=False)]
        if saved.second is not None:
            beside = _request(saved.second, folder, as_mask=False)
            requests.append(replace(beside, is_beside=True))
        requests += [_request(mask.file, folder, as_mask=True) for mask in saved.masks]
        self._settings.add_recent(event.path.absolute())
        self._opener.recent_changed.emit()
        self._opener.open_requests(requests)
        self._awaited = event

    @Slot()
    def _on_settled(self) -> None:
        event, self._awaited = self._awaited, None
        if event is None:
            return
        saved, folder = event.saved, event.path.parent
        scan = self._session.volume
        if scan is None or not _is_of(scan, saved.scan, folder):
            return  # its scan did not come, and that was said
        self._path = event.path
        found = self._lay_masks(saved, folder)
        self._look_as_before(saved, found)
        if saved.dataset:
            self._session.set_dataset(resolved(saved.dataset, folder))
        second = self._session.second
        expected = [(scan, saved.scan.sha256)]
        if second is not None and saved.second is not None:
            expected.append((second, saved.second.sha256))
        hashes: list[tuple[Volume | LabelMap, str]] = [*expected]
        hashes += [(m, saved.masks[k].file.sha256) for k, m in found.items()]
        self._jobs.run(partial(session_work.compare, hashes), self._on_compared, self._on_failed)
        self._session.notified.emit(
            tr("The session {file} is open as it was saved.", file=event.path.name)
        )

    @Slot()
    def _on_volume_changed(self) -> None:
        """Another scan is no longer the session that was opened or saved."""
        self._path = None

    @Slot()
    def _on_abandoned(self) -> None:
        self._awaited = None

    def _lay_masks(self, saved: SavedSession, folder: Path) -> dict[int, LabelMap]:
        """Each mask that came as it was drawn, by its place; in their order."""
        left, found = list(self._session.label_maps), dict[int, LabelMap]()
        dressed: list[tuple[LabelMap, Layer]] = []
        for place, mask in enumerate(saved.masks):
            came = next((m for m in left if _is_of(m, mask.file, folder)), None)
            if came is None:
                continue
            left = [m for m in left if m is not came]
            found[place] = replace(came, role=mask.role, labels=dict(mask.labels))
            looks = MappingProxyType(dict(mask.looks))
            drawn = Layer(found[place], False, mask.visible, mask.opacity, mask.outline, looks)
            dressed.append((came, drawn))
        self._session.redress(dressed)
        return found

    def _look_as_before(self, saved: SavedSession, found: Mapping[int, LabelMap]) -> None:
        session = self._session
        session.set_window(saved.window)
        session.set_cursor(saved.cursor)
        session.set_measurements(saved.measurements)
        if saved.compared is not None and all(place in found for place in saved.compared):
            first, second = (found[place] for place in saved.compared)
            if not same_pair(session.compared, (first, second)):
                session.set_compared((first, second))
        if saved.current is not None and saved.current[0] in found:
            place, value = saved.current
            session.set_current_label(found[place], value)
        session.set_compared_region(saved.compared_region)
        session.set_compare_mode(saved.compare_mode)
        restore_views(self._viewer, saved.views)

    @Slot(object)
    def _on_compared(self, event: object) -> None:
        if isinstance(event, Notice):
            self._session.failed.emit(event.text)


def _request(file: SavedFile, folder: Path, *, as_mask: bool) -> Request:
    settings: dict[str, Any] = dict(file.settings)
    return Request(
        tuple(resolved(text, folder) for text in file.files),
        as_mask,
        settings,
        dataset=resolved(file.dataset, folder) if file.dataset else None,
        keep_recent=False,
    )


def _is_of(item: Volume | LabelMap, file: SavedFile, folder: Path) -> bool:
    if item.path is None:
        return False
    paths = [resolved(text, folder) for text in file.files]
    return item.path.absolute() in (*paths, *(path.parent for path in paths))
