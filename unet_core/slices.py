"""The slice cache: every case read, checked, windowed and resized once, then mapped from disk.

A run takes one batch of slices into memory at a time, so its memory does not grow with the data
set. A case's cache is named after the identity of its files and the settings that shaped it;
changed data or settings simply lead to another name. It is renamed into place when it is whole.
"""

import contextlib
import dataclasses
import hashlib
import json
import os
import shutil
import threading
from collections import deque
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from unet_core import isolation
from unet_core.alignment import check_case
from unet_core.cache_space import Room, clear_old, clear_parts
from unet_core.case import Case
from unet_core.case_masks import label_mapping
from unet_core.cases import find_cases
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import CaseChecked, CaseReport, Event, Notice, Progress
from unet_core.io import atomic
from unet_core.person_groups import with_agreed_persons
from unet_core.slice_case import SliceCase as SliceCase
from unet_core.slice_case import bytes_of, read_case, unwritten, write_case

CACHE_FOLDER = ".slices"
_FORMAT = 2
_MOST_AT_ONCE = 4
"""Cases read at the same time: four CTs of 500 slices with their masks take about 2 GiB."""
_Made = TypeVar("_Made")


def cached_cases(
    dataset: Path, config: TrainConfig, cache: Path, *, at_once: int | None = None
) -> Generator[Event, None, tuple[SliceCase, ...]]:
    """Check every case of ``dataset`` and put those not yet there into ``cache``.

    Yields Progress and one CaseChecked per case in order, Notices on the data set; returns the
    cases. What is cached already is compared with the SHA-256 of its index; a damaged cache is
    made again, with a Notice.

    Args:
        dataset: Folder of image and mask pairs.
        config: Settings that shape the cache.
        cache: Folder of all caches.
        at_once: Cases worked on at the same time; a few if not given.

    Raises:
        InputError: If the data set holds no pair, any pair has a problem (all are checked
            first), or the disk is too small.
    """
    found = find_cases(dataset)
    found = dataclasses.replace(found, cases=with_agreed_persons(found.cases, config.same_person))
    for text in found.notices:
        yield Notice(text)
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritten(error) from None
    clear_parts(cache)
    yield Progress(0, len(found.cases), "Reading label values")
    building = _Building(found.cases, config, cache, remembered_mapping(found.cases, cache))
    jobs = [partial(building.case, number) for number in range(len(found.cases))]
    workers = at_once or _at_once()
    ready: list[SliceCase] = []
    faulty: list[CaseReport] = []
    results = _in_order(jobs, workers, building.stopped)
    with contextlib.closing(results):
        for number, case in enumerate(found.cases):
            yield Progress(number, len(found.cases), f"Reading {case.case_id}")
            made = next(results)
            yield from map(Notice, made.notices)
            yield CaseChecked(made.report)
            if made.entry is None:
                faulty.append(made.report)
            else:
                ready.append(made.entry)
    yield Progress(len(found.cases), len(found.cases), "All cases are checked")
    _refuse_faulty(faulty)
    clear_old(cache, building.names)
    return tuple(ready)


def _at_once() -> int:
    return min(os.cpu_count() or 1, _MOST_AT_ONCE)


@dataclass(frozen=True)
class _Cached:
    report: CaseReport
    entry: SliceCase | None
    """None for a case with problems."""
    notices: tuple[str, ...] = ()


class _Stopped(Exception):
    pass


class _Building:
    """All cases of a data set on their way into the cache; ``case`` may run in any thread."""

    def __init__(
        self,
        cases: Sequence[Case],
        config: TrainConfig,
        cache: Path,
        mapping: Mapping[int, int] | None,
    ) -> None:
        self._cases, self._config, self._mapping = cases, config, mapping
        self._folders = [cache / _key(case, config, mapping) for case in cases]
        self.names = {folder.name for folder in self._folders}
        self._entries = [read_case(*pair) for pair in zip(cases, self._folders, strict=True)]
        source_bytes = [
            0 if entry else _source_bytes(case)
            for case, entry in zip(cases, self._entries, strict=True)
        ]
        self._room = Room(cache, self.names, source_bytes)
        self.stopped = threading.Event()

    def case(self, number: int) -> _Cached:
        """The case from the cache if it is sound there, else read, checked and put into it."""
        entry = self._entries[number]
        if entry is None:
            return self._made(number)
        if entry.is_sound():
            return _Cached(entry.report, entry)
        shutil.rmtree(entry.folder, ignore_errors=True)
        text = f"The slice cache of case {entry.case_id} was damaged; it is made again."
        return dataclasses.replace(self._made(number), notices=(text,))

    def _made(self, number: int) -> _Cached:
        case, folder = self._cases[number], self._folders[number]
        self._go_on()
        files = identity_of(case)  # before reading: a file changed meanwhile shall be noticed
        report, volume, label_map = check_case(
            case, threshold_masks=self._config.threshold_masks, value_map=self._mapping
        )
        if volume is None or label_map is None or report.problems:
            return _Cached(report, None)
        self._go_on()
        with self._room.for_case(number, bytes_of(volume, self._config)):
            write_case(folder, volume, label_map, report, self._config, files)
        return _Cached(report, read_case(case, folder))

    def _go_on(self) -> None:
        if self.stopped.is_set():
            raise _Stopped


def _in_order(
    jobs: Sequence[Callable[[], _Made]], workers: int, stopped: threading.Event
) -> Generator[_Made, None, None]:
    """Results in the order of ``jobs``, up to ``workers`` of which run at once.

    At most as many again wait with their results, so that one who takes them slowly is not run
    away from. Closing it waits for the jobs under way, which look at ``stopped``.
    """
    waiting: deque[Future[_Made]] = deque()
    with ThreadPoolExecutor(workers, "case") as pool:
        try:
            for job in jobs:
                waiting.append(pool.submit(job))
                if len(waiting) == 2 * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            stopped.set()
            pool.shutdown(wait=True, cancel_futures=True)
            isolation.shut_down(keep=1)  # the processes that decoded files side by side


def changed_since(cases: Sequence[SliceCase]) -> tuple[str, ...]:
    """Names of cases whose files are no longer those that were cached."""
    return tuple(case.case_id for case in cases if identity_of(case) != case.files)


def _refuse_faulty(faulty: Sequence[CaseReport]) -> None:
    if not faulty:
        return
    first, more = faulty[0], len(faulty) - 1
    problem = (first.problems or ("cannot be used",))[0].rstrip(".")
    others = f" (and {more} more {'case has' if more == 1 else 'cases have'} problems)"
    raise InputError(
        f"case {first.case_id}",
        f"cannot be learned from{others if more else ''}: {problem}",
        "or take it out of the data set",
    )


# --- identity --------------------------------------------------------------------------------


def _files(case: Case | SliceCase) -> list[Path]:
    files: list[Path] = []
    for path in (*case.image_paths, *case.mask_paths):
        files += sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    return files


def _source_bytes(case: Case) -> int:
    return sum(path.stat().st_size for path in _files(case) if path.exists())


def identity_of(case: Case | SliceCase) -> str:
    """Changes when any file of the case gets another name, size or time of change."""
    found: list[object] = [len(case.image_paths)]
    for path in _files(case):
        try:
            status = path.stat()
            found.append([str(path.absolute()), status.st_size, status.st_mtime_ns])
        except OSError:
            found.append([str(path.absolute()), "missing"])
    return _hashed(found)


def _key(case: Case, config: TrainConfig, mapping: Mapping[int, int] | None) -> str:
    """Name of a case's cache: changes with its files and all settings that shape it."""
    settings: list[object] = [
        *(config.image_size, config.fit, config.crop, config.threshold_masks),
        [config.detail_size, config.detail_window] if config.model.cascade else 0,
    ]
    window = [config.window_low_hu, config.window_high_hu]
    values = sorted(mapping.items()) if mapping else None
    found: list[object] = [_FORMAT, identity_of(case), settings, window, values]
    return _hashed([*found, *_reading_of(case)])


def _reading_of(case: Case) -> list[object]:
    """How the case's files are read, where that is not as usual."""
    drawn = sorted((path.name, label.value) for path, label in case.mask_labels.items())
    names = sorted((value, label.name) for value, label in case.labels.items())
    how: list[object] = [case.series_uid, drawn, names, case.on_scan_grid]
    return how if any(how) else []


def _hashed(values: Sequence[object]) -> str:
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:32]


def remembered_mapping(cases: Sequence[Case], cache: Path) -> Mapping[int, int] | None:
    """``alignment.label_mapping``, remembered: it reads every mask of the data set."""
    known = mapping_at_hand(cases, cache)
    if known is not None:
        return known or None
    mapping = label_mapping(cases, at_once=_at_once())
    atomic.write_json(_mapping_file(cases, cache), sorted(mapping.items()) if mapping else [])
    return mapping


def mapping_at_hand(cases: Sequence[Case], cache: Path) -> Mapping[int, int] | None:
    """What is remembered of it: empty where none is needed, None where nothing is."""
    with contextlib.suppress(OSError, ValueError, TypeError):
        return dict(json.loads(_mapping_file(cases, cache).read_bytes()))
    return None


def _mapping_file(cases: Sequence[Case], cache: Path) -> Path:
    return cache / f"values-{_hashed([_FORMAT, *map(identity_of, cases)])}.json"


def cases_at_hand(dataset: Path, config: TrainConfig, cache: Path) -> tuple[SliceCase, ...]:
    """Cases that lie in the cache already, by their indexes alone; their arrays are not looked at.

    Raises:
        InputError: If the data set holds no pair.
    """
    cases = with_agreed_persons(find_cases(dataset).cases, config.same_person)
    mapping = mapping_at_hand(cases, cache)
    if mapping is None:
        return ()
    folders = [cache / _key(case, config, mapping or None) for case in cases]
    found = (read_case(*pair) for pair in zip(cases, folders, strict=True))
    return tuple(case for case in found if case is not None)
