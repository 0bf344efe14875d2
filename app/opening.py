"""Opening files, folders, cases and the demo patients: one after another, never in the window."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app import case_work
from app.arriving import lay_over, tell_notices
from app.jobs import Job
from app.opening_request import (
    Paths,
    Request,
    as_named,
    may_be_folders,
    single_slices_last,
    stacks_of,
)
from app.opening_words import (
    alone_words,
    demo_words,
    found_words,
    many_words,
    no_demo_words,
    preparing_words,
    with_counts,
)
from app.origins import Origins
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.case_names import bare_name, in_order, is_picture, patient_prefix
from unet_core.events import Loaded, Notice, Offered, Option, Progress, Series, SeriesFound
from unet_core.volume import LabelMap, Volume

PATIENCE_MS = 700
"""After which a child that was asked to leave and says nothing is ended."""
CLOSING_PATIENCE_MS = 4_000
SESSION_ENDING = ".slicewise"
PAIRS_FOLDER = ".folders"
"""Beside the runs: small files that stand for two folders dropped together."""


class Opener(QObject):
    """A queue of things to open; each is read by its own Job, and the Session gets what came.

    Masks wait until every scan given with them is there, whatever the order.

    Signals:
        busy_changed: Whether something is being opened.
        progressed: What is being done, steps done, steps in all (0 if unknown).
        series_asked: The request and what it holds: ask which, then call ``open_series``.
        option_asked: The request and the ways to open it: ask which, then call ``open_offered``.
        recent_changed: The list of recent files has changed.
        demo_ready: The demo patients are there and open.
        settled: Nothing is left to open.
        abandoned: What was left to open was forgotten.
        session_asked: A saved session was among the paths to open.
        drop_asked: A scan has come, but unsaved predictions lie over the one that is open; it
            waits until ``may_drop`` is called.

    What was asked to be opened after a file that raises a question waits for the answer; without
    one, ``leave_closed`` goes on with the rest.

    Attributes:
        asks_before_dropping: Whether a scan waits for unsaved predictions at all.
    """

    busy_changed = Signal(bool)
    progressed = Signal(str, int, int)
    series_asked = Signal(object, object)
    option_asked = Signal(object, object)
    recent_changed = Signal()
    demo_ready = Signal()
    drop_asked = Signal()
    settled = Signal()
    abandoned = Signal()
    session_asked = Signal(object)

    def __init__(self, session: Session, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._queue: deque[Request] = deque()
        self._request: Request | None = None
        self._job: Job | None = None
        self._leaving: list[Job] = []
        self._waiting_masks: list[LabelMap] = []
        self._scan_came = False
        self._is_asking = False
        self._held: tuple[Volume, Request | None] | None = None
        self._origins = Origins()
        self.asks_before_dropping = False
        self.demo_size_xyz: case_work.Size | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_over)
        session.case_requested.connect(self._on_case_requested)

    @property
    def is_busy(self) -> bool:
        """Whether something is being opened."""
        return self._job is not None

    # --- what can be asked -------------------------------------------------------------------

    def open_paths(self, paths: Sequence[Path], *, as_mask: bool | None = None) -> None:
        """Open files and folders; pictures of one folder given together are one stack."""
        sessions = [path for path in paths if path.suffix.lower() == SESSION_ENDING]
        if sessions:
            self.session_asked.emit(sessions[0])
            if len(paths) > 1:
                self._session.notified.emit(alone_words(sessions[0]))
            return
        if as_mask is None and may_be_folders(paths):
            self._ask(Request(tuple(paths), is_pair=True))
            paths = ()
        for stack in stacks_of(path for path in paths if is_picture(path)):
            patients = sorted({patient_prefix(bare_name(path)) for path in stack})
            if len(patients) > 1:
                self._session.failed.emit(many_words(len(stack), len(patients)))
                continue
            self._ask(Request(stack, as_mask, keep_recent=len(stack) == 1))
        for path in single_slices_last(paths):
            if not is_picture(path):
                self._ask(Request((path,), as_mask))
        self._start_next()

    def open_second(self, paths: Sequence[Path]) -> None:
        """Lay a scan beside the open one: one file, folder or archive, or one stack of pictures."""
        pictures = tuple(in_order([path for path in paths if is_picture(path)]))
        chosen = pictures or tuple(paths[:1])
        self._ask(Request(chosen, False, is_beside=True, keep_recent=len(chosen) == 1))
        self._start_next()

    def open_case(self, image_paths: Paths, mask_paths: Paths = ()) -> None:
        """Open a scan and then its mask, in place of whatever is still being opened."""
        self.cancel()
        dataset = self._session.dataset
        for paths, as_mask in ((image_paths, False), (mask_paths, True)):
            if paths:
                keep = len(paths) == 1
                asked = Request(paths, as_mask, dataset=dataset, keep_recent=keep)
                self._ask(asked if as_mask else replace(asked, mask_paths=mask_paths))
        self._start_next()

    def open_requests(self, requests: Sequence[Request]) -> None:
        """Open these, in place of whatever is still being opened."""
        self.cancel()
        self._queue += requests
        self._start_next()

    def origin_of(self, item: Volume | LabelMap) -> Request | None:
        """What was asked for when an open scan or mask was read; None for what was made here."""
        return self._origins.of(item)

    @Slot(object, object)
    def open_series(self, request: Request, series: Sequence[Series]) -> None:
        """Open series of what was asked for: a scan, and masks to lay over it."""
        self._is_asking = False
        asked = [request.for_series(one) for one in series]
        again = [replace(one, keep_recent=False) for one in asked[1:]]
        self._queue.extendleft(reversed([*asked[:1], *again]))
        self._start_next()

    @Slot(object, object)
    def open_offered(self, request: Request, option: Option) -> None:
        """Open a file in a way that was offered and agreed to."""
        self._is_asking = False
        self._queue.appendleft(request.with_option(option))
        self._start_next()

    @Slot()
    def leave_closed(self) -> None:
        """Go on without the file that raised a question."""
        self._is_asking = False
        self._start_next()

    def open_demo(self) -> None:
        """Make the demo patients if they are not there yet, then open the first."""
        self.cancel()
        folder = self._settings.demo_root
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self._session.failed.emit(no_demo_words(folder))
            return
        self._ask(Request((folder,), is_demo=True, keep_recent=False))
        self._start_next()

    @Slot(bool)
    def may_drop(self, is_agreed: bool) -> None:
        """Show the scan that waits, or forget it and what was to lie over it."""
        if self._held is None:
            return
        if not is_agreed:
            self.cancel()
            return
        (volume, request), self._held = self._held, None
        self._show_now(volume, request)
        self._start_next()

    def cancel(self) -> None:
        """Forget what is being opened; what is open stays as it is."""
        self._held = None
        self._queue.clear()
        self._waiting_masks.clear()
        self._scan_came = self._is_asking = False
        self.abandoned.emit()
        job = self._job
        if job is None:
            return
        job.reported.disconnect(self._on_event)
        job.failed.disconnect(self._on_failed)
        job.finished.disconnect(self._on_finished)
        self._leaving.append(job)
        job.finished.connect(self._on_left)
        job.stop()
        self._patience.start()
        self._job = self._request = None
        self.busy_changed.emit(False)

    def shutdown(self) -> None:
        """Stop everything and wait for it; only for closing the window, and after the panels."""
        self.cancel()
        if not all(job.wait(CLOSING_PATIENCE_MS) for job in self._leaving):
            for child in multiprocessing.active_children():
                child.kill()  # stuck on a share that does not answer
            for job in self._leaving:
                job.wait()
        self._leaving.clear()

    # --- one after another -------------------------------------------------------------------

    def _ask(self, request: Request) -> None:
        self._queue.append(request)

    def _start_next(self) -> None:
        if self._job is not None or self._held is not None or self._is_asking:
            return
        if not self._queue:
            self._settle()
            return
        self._request = self._queue.popleft()
        self._job = Job(self._work(self._request), self)
        self._job.reported.connect(self._on_event)
        self._job.failed.connect(self._on_failed)
        self._job.finished.connect(self._on_finished)
        self.busy_changed.emit(True)
        self.progressed.emit(self._doing(), 0, 0)
        self._job.start()

    def _work(self, request: Request) -> Callable[[], Iterator[object]]:
        if request.is_demo:
            return partial(case_work.demo, request.paths[0], self.demo_size_xyz)
        if request.is_pair:
            kept = self._settings.runs_root / PAIRS_FOLDER
            return partial(case_work.Pairing, request.paths, kept)
        settings = self._settings_of(request)
        reference = None if request.as_mask is False else self._session.volume
        if request.dataset is not None and request.as_mask is False:
            case = (request.paths, request.mask_paths, request.dataset)
            return partial(case_work.read_case_scan, *case, settings)
        if request.dataset is not None:
            wish = (request.paths, request.dataset, settings, reference)
            return partial(case_work.read_case_mask, *wish)
        return partial(case_work.Reading, request.paths, request.as_mask, settings, reference)

    def _settings_of(self, request: Request) -> dict[str, object]:
        """What ``load`` is told beside the paths."""
        threshold = {"threshold": True} if self._session.threshold_masks else {}
        return {**request.settings, **threshold}

    def _settle(self) -> None:
        """Every scan is there: lay the masks over it."""
        masks, self._waiting_masks = self._waiting_masks, []
        self._scan_came = False
        for label_map in masks:
            lay_over(self._session, label_map)
        self.settled.emit()

    def _doing(self) -> str:
        if self._request is None:
            return ""
        if self._request.is_demo:
            return tr("Preparing demo patients")
        return tr("Opening {file}", file=self._request.name)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        match event:
            case Progress(done=done, total=total) if self._request and self._request.is_demo:
                self.progressed.emit(preparing_words(done + 1, total), done, total)
            case Progress(done=done, total=total) as progress:
                self.progressed.emit(with_counts(self._doing(), progress), done, total)
            case Notice(text=text):
                self._session.notified.emit(text)
            case Loaded(item=Volume() as volume):
                self._note_origin(volume)
                self._show(volume)
            case Loaded(item=LabelMap() as label_map):
                self._note_origin(label_map)
                self._waiting_masks.append(as_named(label_map))
                self._remember(self._request)
            case SeriesFound(series=series) if self._request:
                self._is_asking = True
                self.series_asked.emit(self._request, series)
            case Offered() as offered if self._request:
                self._is_asking = True
                self.option_asked.emit(self._request, offered)
            case case_work.CasesFound() as found:
                self._choose(found)
            case case_work.NotPaired(paths=paths):
                self._queue.extendleft(
                    Request((path,)) for path in reversed(single_slices_last(paths))
                )

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._session.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        job = self._job
        self._job = self._request = None
        if job is not None:
            job.deleteLater()
        self._start_next()
        if self._job is None:
            self.busy_changed.emit(False)

    # --- what came ---------------------------------------------------------------------------

    def _note_origin(self, item: Volume | LabelMap) -> None:
        if (asked := self._request) is not None:
            self._origins.note(item, replace(asked, settings=self._settings_of(asked)))

    def _show(self, volume: Volume) -> None:
        if self._request and self._request.is_beside and self._session.volume is not None:
            self._session.set_second(volume)
            self._remember(self._request)
            tell_notices(self._session, volume)
            return
        if self._scan_came:
            self._session.notified.emit(
                tr("One scan is shown at a time; {scan} was not opened.", scan=volume.name)
            )
            return
        self._scan_came = True
        if self.asks_before_dropping and self._session.unsaved:
            self._held = (volume, self._request)
            self.drop_asked.emit()
        else:
            self._show_now(volume, self._request)

    def _show_now(self, volume: Volume, request: Request | None) -> None:
        self._session.set_volume(volume)
        self._remember(request)
        tell_notices(self._session, volume)

    def _choose(self, found: case_work.CasesFound) -> None:
        self._session.set_dataset(found.folder)
        if self._request is not None and self._request.is_demo:
            first = found.cases.cases[0]
            self._ask(Request(first.image_paths, as_mask=False, keep_recent=False))
            self._ask(Request(first.mask_paths, as_mask=True, keep_recent=False))
            self.demo_ready.emit()
            self._session.notified.emit(demo_words(found.cases.cases))
            return
        if self._request is not None:
            self._remember(replace(self._request, paths=(found.folder,)))
        self._session.notified.emit(found_words(found.folder, found.cases.cases))

    def _remember(self, request: Request | None) -> None:
        if request is not None and request.keep_recent:
            self._settings.add_recent(request.paths[0].absolute())
            self.recent_changed.emit()

    # --- ends --------------------------------------------------------------------------------

    @Slot(object, object)
    def _on_case_requested(self, image_paths: Paths, mask_paths: Paths) -> None:
        self.open_case(tuple(image_paths), tuple(mask_paths))

    @Slot()
    def _on_patience_over(self) -> None:
        for job in self._leaving:
            job.kill()

    @Slot()
    def _on_left(self) -> None:
        for job in self._leaving:
            if not job.is_running:
                job.deleteLater()
        self._leaving = [job for job in self._leaving if job.is_running]
