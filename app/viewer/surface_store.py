"""The surfaces of the masks that are open, built in a child process and kept while they are right.

A mask that is edited is another LabelMap: only labels whose voxels changed are built again, and
meanwhile what stood before is shown.
"""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.jobs import Job, JobGroup
from app.viewer.agreement import AgreementMap, agreement_slice
from unet_core.surfaces import Surface, SurfaceBuilt, SurfacesFound, apart, build_surfaces, cropped
from unet_core.volume import LabelMap, Point

PATIENCE_MS = 250
"""After an edit: the next stroke often follows at once."""
KEPT_BEFORE = 12
"""Surfaces that no mask needs any more, kept for undo."""


Bounds = tuple[Point, Point]
"""Lowest and highest corner, LPS mm."""


@dataclass(frozen=True, eq=False)
class Shape:
    """A surface, the number it goes by and the box around it."""

    key: int
    surface: Surface
    box: Bounds

    @classmethod
    def of(cls, key: int, surface: Surface) -> "Shape":
        """With its box."""
        ends = (surface.points.min(axis=0).tolist(), surface.points.max(axis=0).tolist())
        low, high = ((x, y, z) for x, y, z in ends)
        return cls(key, surface, (low, high))


@dataclass(eq=False)
class _Entry:
    label_map: LabelMap
    fingerprints: dict[int, str]
    is_done: bool = False


class SurfaceStore(QObject):
    """Builds the surfaces of masks and hands them out.

    Signals:
        changed: Other surfaces than before.
        progressed: More or fewer are being built.
        failed: A sentence about one that cannot be built.
    """

    changed = Signal()
    progressed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[_Entry] = []
        self._shapes: dict[str, Shape] = {}
        self._numbers = itertools.count(1)
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._building: _Entry | None = None
        self._progress: tuple[int, int] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._build_next)

    @property
    def progress(self) -> tuple[int, int] | None:
        """(labels done, labels in all) of the mask in work; None while nothing is built."""
        return self._progress

    @property
    def is_building(self) -> bool:
        """Whether something is being built or soon will be."""
        return self._job is not None or self._timer.isActive()

    @property
    def is_empty(self) -> bool:
        """Whether every mask that is followed is done, and none holds a label."""
        return bool(self._entries) and all(e.is_done and not e.fingerprints for e in self._entries)

    def shapes_of(self, label_map: LabelMap) -> Mapping[int, Shape]:
        """What can be shown of a mask by now, by label value."""
        entry = self._entry(label_map)
        if entry is None:
            return {}
        found = ((value, self._shapes.get(print_)) for value, print_ in entry.fingerprints.items())
        return {value: shape for value, shape in found if shape is not None}

    def knows(self, label_map: LabelMap) -> bool:
        """Whether its surfaces are there or on their way."""
        return self._entry(label_map) is not None

    def follow(self, label_maps: tuple[LabelMap, ...]) -> None:
        """Have the surfaces of these masks and of no others, the last one first."""
        gone = [e for e in self._entries if all(e.label_map is not m for m in label_maps)]
        new = [m for m in label_maps if self._entry(m) is None]
        if not gone and not new:
            return
        edited = gone[0] if len(gone) == len(new) == 1 and _is_edit(gone[0], new[0]) else None
        for label_map in new:
            entry = _Entry(label_map, dict(edited.fingerprints) if edited else {})
            entry.is_done = edited is not None and _same_voxels(edited, label_map)
            self._entries.append(entry)
        self._entries = [e for e in self._entries if all(e is not other for other in gone)]
        self._entries.sort(key=lambda e: [e.label_map is m for m in label_maps].index(True))
        if self._job is not None and self._building not in self._entries:
            self._job.stop()
        self._prune()
        self._timer.start(PATIENCE_MS if edited else 0)
        self.changed.emit()

    def close(self) -> None:
        """Stop building and wait until it has ended."""
        self._timer.stop()
        self._entries = []
        self._jobs.end()

    def _entry(self, label_map: LabelMap) -> _Entry | None:
        return next((e for e in self._entries if e.label_map is label_map), None)

    def _prune(self) -> None:
        needed = {print_ for entry in self._entries for print_ in entry.fingerprints.values()}
        spare = [print_ for print_ in self._shapes if print_ not in needed]
        for print_ in spare[: max(len(spare) - KEPT_BEFORE, 0)]:
            del self._shapes[print_]

    @Slot()
    def _build_next(self) -> None:
        if self._job is not None:
            return  # its end calls again
        entry = next((e for e in reversed(self._entries) if not e.is_done), None)
        self._building = entry
        if entry is None:
            self._show_progress(None)
            return
        make = partial(_to_build, entry.label_map, frozenset(self._shapes))
        self._show_progress((0, 0))
        self._job = self._jobs.run(
            partial(apart, build_surfaces, make), self._on_event, self._on_failed, self._on_finished
        )

    @Slot(object)
    def _on_event(self, event: object) -> None:
        entry = self._building
        if entry is None or entry not in self._entries:
            return
        if isinstance(event, SurfacesFound):
            for value in set(entry.fingerprints) - set(event.values):
                del entry.fingerprints[value]
            entry.is_done = not event.values
            self._show_progress((0, len(event.values)))
            self.changed.emit()
        elif isinstance(event, SurfaceBuilt):
            if event.surface is not None:
                self._shapes[event.fingerprint] = Shape.of(next(self._numbers), event.surface)
            entry.fingerprints[event.value] = event.fingerprint
            entry.is_done = event.number == event.count
            self._show_progress((event.number, event.count))
            self.changed.emit()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        if self._building is not None:
            self._building.is_done = True  # once more would fail once more
        self.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        if not self._timer.isActive():
            self._build_next()

    def _show_progress(self, progress: tuple[int, int] | None) -> None:
        if progress != self._progress:
            self._progress = progress
            self.progressed.emit()


def _to_build(label_map: LabelMap, known: frozenset[str]) -> tuple[LabelMap, frozenset[str]]:
    """What the child needs; where two masks agree has no voxels of its own until now."""
    if isinstance(label_map, AgreementMap):
        voxels = agreement_slice(label_map.truth, label_map.guess, label_map.pair)
        geometry = label_map.geometry.canonical
        label_map = LabelMap(voxels, geometry, label_map.name, label_map.labels)
    return cropped(label_map), known


def _is_edit(entry: _Entry, label_map: LabelMap) -> bool:
    """Whether a mask may be another state of one: an agreement's labels mean something else."""
    return not isinstance(entry.label_map, AgreementMap) and not isinstance(label_map, AgreementMap)


def _same_voxels(entry: _Entry, label_map: LabelMap) -> bool:
    """Whether only names or colours were changed."""
    return entry.is_done and entry.label_map.voxels is label_map.voxels
