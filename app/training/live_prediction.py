"""The network's masks of validation patients as they grow, laid over the scan that is open."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.document import SliceScores
from app.session import Session
from unet_core.events import SlicesScored
from unet_core.volume import DEFAULT_LABELS, Label, LabelMap, Volume

MOST_BYTES = 512 * 2**20
"""Masks of cases nobody looks at are dropped beyond this; the next epoch brings new ones."""
_NO_MASK = np.zeros((0, 0, 0), np.uint8)


@dataclass(frozen=True)
class CaseProgress:
    """The newest scores of one validation case, and the Dice of the round before."""

    newest: SlicesScored
    dice_before: NDArray[np.float64] | None = None


class LivePrediction(QObject):
    """Keeps the newest scores of each validation case and shows its mask on request.

    The mask is a layer of the session, replaced after each epoch for as long as the user leaves
    it there.
    """

    cases_changed = Signal()
    """Another validation case was scored for the first time."""
    scored = Signal(str)
    """New scores of a case, by name."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._labels: Mapping[int, Label] = dict(DEFAULT_LABELS)
        self._cases: dict[str, CaseProgress] = {}
        self._by_age: list[str] = []
        self._watched = ""
        self._layer: LabelMap | None = None
        self._layer_case = ""
        self._wanted: tuple[str, int] | None = None
        session.volume_changed.connect(self._on_volume_changed)

    @property
    def case_ids(self) -> tuple[str, ...]:
        """Validation cases scored so far, in the order of their first scores."""
        return tuple(self._cases)

    def progress_of(self, case_id: str) -> CaseProgress | None:
        """The newest scores of a case, or None before its first."""
        return self._cases.get(case_id)

    def begin(self, labels: Mapping[int, Label]) -> None:
        """Forget the run before; ``labels`` are those now learned."""
        self._labels = dict(labels)
        self._cases.clear()
        self._by_age.clear()
        self._layer, self._layer_case, self._wanted = None, "", None
        self.cases_changed.emit()

    def receive(self, event: SlicesScored) -> None:
        """Take in one case's scores; its mask on screen, if any, is replaced."""
        before = self._cases.get(event.case_id)
        self._cases[event.case_id] = CaseProgress(event, before.newest.dice if before else None)
        if before is None:
            self.cases_changed.emit()
        else:
            self._by_age.remove(event.case_id)
        self._by_age.append(event.case_id)
        self._drop_oldest()
        self.scored.emit(event.case_id)
        if self._is_shown(event.case_id):
            self._lay(event)

    def watch(self, case_id: str) -> None:
        """Name the case whose scores are on screen: its mask is kept."""
        self._watched = case_id

    def is_open(self, case_id: str) -> bool:
        """Whether the scan of a case is the one on screen."""
        progress, volume = self._cases.get(case_id), self._session.volume
        return (
            progress is not None
            and volume is not None
            and is_scan_of(volume, progress.newest.image_paths)
        )

    def show_slice(self, case_id: str, slice_z: int) -> None:
        """Bring a case's scan, mask and slice on screen, opening the scan where needed."""
        progress = self._cases.get(case_id)
        if progress is None:
            return
        event = progress.newest
        if self.is_open(case_id):
            self._lay(event)
            self._go_to(slice_z)
        else:
            self._wanted = (case_id, slice_z)
            self._session.case_requested.emit(event.image_paths, event.mask_paths)

    def _is_shown(self, case_id: str) -> bool:
        return case_id == self._layer_case and any(
            label_map is self._layer for label_map in self._session.label_maps
        )

    def _lay(self, event: SlicesScored) -> None:
        volume = self._session.volume
        if volume is None or not event.prediction.size:
            return
        if event.prediction.shape != volume.geometry.shape_zyx:
            self._session.failed.emit(
                f"{volume.name} has another size than {event.case_id} had in training; "
                "open the scan that was learned from."
            )
            return
        label_map = LabelMap(
            voxels=event.prediction,
            geometry=volume.geometry,
            name=f"epoch {event.epoch} prediction",
            labels=self._labels,
            role="prediction",
        )
        if self._is_shown(event.case_id) and self._layer is not None:
            self._session.replace_label_map(self._layer, label_map)
        else:
            self._session.add_label_map(label_map, is_unsaved=False)  # each epoch brings another
        self._layer, self._layer_case = label_map, event.case_id
        self._session.set_slice_scores(
            SliceScores(
                regions=event.regions,
                dice=event.dice,
                case_dice=tuple(None if math.isnan(d) else d for d in event.case_dice),
                title=f"{event.case_id}: epoch {event.epoch} against the reference",
                compared=(label_map,),
            )
        )

    def _go_to(self, slice_z: int) -> None:
        _, y, x = self._session.cursor
        self._session.set_cursor((slice_z, y, x))

    @Slot()
    def _on_volume_changed(self) -> None:
        self._layer, self._layer_case = None, ""
        if self._wanted is not None:
            QTimer.singleShot(0, self._show_wanted)  # after every view has taken in the new scan

    @Slot()
    def _show_wanted(self) -> None:
        wanted, volume = self._wanted, self._session.volume
        if wanted is None or volume is None:
            return
        self._wanted = None
        progress = self._cases.get(wanted[0])
        if progress is not None and is_scan_of(volume, progress.newest.image_paths):
            self._lay(progress.newest)
            self._go_to(wanted[1])

    def _drop_oldest(self) -> None:
        """Keep masks within MOST_BYTES; the newest and those looked at always stay."""
        kept = 0
        for case_id in reversed(self._by_age):
            progress = self._cases[case_id]
            size = progress.newest.prediction.nbytes
            looked_at = case_id in (self._layer_case, self._watched, self._by_age[-1])
            if kept + size > MOST_BYTES and not looked_at:
                bare = replace(progress.newest, prediction=_NO_MASK)
                self._cases[case_id] = replace(progress, newest=bare)
            else:
                kept += size


def is_scan_of(volume: Volume, image_paths: tuple[Path, ...]) -> bool:
    """Whether an open scan was read from these files (one file or folder, or a stack)."""
    if volume.path is None:
        return False
    opened = volume.path.absolute()
    return any(path.absolute() == opened for path in image_paths)
