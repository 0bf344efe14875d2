"""The network's masks of validation patients as they grow, laid over the scan that is open."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.document import CompareMode, SliceScores
from app.session import Session
from app.translation import tr
from unet_core.events import SlicesScored
from unet_core.volume import DEFAULT_LABELS, Label, LabelMap, Volume

MOST_BYTES = 512 * 2**20
"""Masks of cases nobody looks at are dropped beyond this; the next epoch brings new ones."""
_NO_MASK = np.zeros((0, 0, 0), np.uint8)
NOT_AT_HAND = tr(
    "No mask of {case} is at hand. The next round brings one, if this patient is pinned in the "
    "large curves."
)


@dataclass(frozen=True)
class CaseProgress:
    """The newest scores of one validation case, and the Dice of the round before.

    Attributes:
        drawn: The newest scores whose mask is at hand: of a run in other hands, masks come later
            than scores, and of pinned cases only.
    """

    newest: SlicesScored
    dice_before: NDArray[np.float64] | None = None
    drawn: SlicesScored | None = None


@dataclass(frozen=True, eq=False)
class EpochMask:
    """What a network drew of a case after one epoch, with its scores.

    Attributes:
        labels: Meaning of its values.
        run: Name of the run, where masks of several are on screen; empty otherwise.
    """

    scored: SlicesScored
    labels: Mapping[int, Label]
    run: str = ""

    @property
    def name(self) -> str:
        """As a layer."""
        epoch = self.scored.epoch
        if self.run:
            return tr("{run}, epoch {epoch}", run=self.run, epoch=epoch)
        return tr("epoch {epoch} prediction", epoch=epoch)


class LivePrediction(QObject):
    """Keeps the newest scores of each validation case and shows its mask on request.

    The mask is a layer of the session, replaced after each epoch for as long as the user leaves
    it there. Masks of chosen epochs, one or two, take its place and stay until the newest is asked
    for again.
    """

    cases_changed = Signal()
    """Another validation case was scored for the first time."""
    scored = Signal(str)
    """New scores of a case, by name."""
    chosen_changed = Signal()
    """Masks of other epochs were chosen, or the newest again."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._labels: Mapping[int, Label] = dict(DEFAULT_LABELS)
        self._cases: dict[str, CaseProgress] = {}
        self._by_age: list[str] = []
        self._watched = ""
        self._layers: tuple[LabelMap, ...] = ()
        self._layer_case = ""
        self._wanted: tuple[tuple[EpochMask, ...], int | None] | None = None
        self._chosen: tuple[EpochMask, ...] = ()
        self._mode_before: CompareMode | None = None
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
        self._layers, self._layer_case, self._wanted = (), "", None
        self._choose(())
        self.cases_changed.emit()

    def receive(self, event: SlicesScored) -> None:
        """Take in one case's scores; its mask on screen, if any, is replaced.

        Scores of the same round may come again, with the mask that was not at hand before.
        """
        before = self._cases.get(event.case_id)
        self._cases[event.case_id] = _after(before, event)
        if before is None:
            self.cases_changed.emit()
        else:
            self._by_age.remove(event.case_id)
        self._by_age.append(event.case_id)
        self._drop_oldest()
        self.scored.emit(event.case_id)
        if event.prediction.size and self._is_shown(event.case_id) and not self._chosen:
            self._lay((EpochMask(event, self._labels),))

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
        if progress.drawn is None:
            self._session.notified.emit(NOT_AT_HAND.format(case=case_id))
        self._choose(())
        self._show((self._newest(progress),), slice_z)

    def show_epochs(self, masks: Sequence[EpochMask], slice_z: int | None = None) -> None:
        """Bring the mask of an epoch on screen, or those of two to be compared, of one case.

        Args:
            masks: One or two; they stay when newer ones come.
            slice_z: Canonical slice to go to; where the reader is if None.
        """
        self._choose(tuple(masks))
        self._show(tuple(masks), slice_z)

    def show_newest(self, case_id: str) -> None:
        """Follow the training again: the newest mask of a case, now and from now on."""
        self._choose(())
        progress = self._cases.get(case_id)
        if progress is not None and self.is_open(case_id):
            self._lay((self._newest(progress),))

    @property
    def chosen(self) -> tuple[EpochMask, ...]:
        """Masks of epochs somebody chose; none while the newest is shown."""
        return self._chosen

    def _choose(self, masks: tuple[EpochMask, ...]) -> None:
        if masks != self._chosen:
            self._chosen = masks
            self.chosen_changed.emit()

    def _newest(self, progress: CaseProgress) -> EpochMask:
        return EpochMask(progress.drawn or progress.newest, self._labels)

    def _show(self, masks: tuple[EpochMask, ...], slice_z: int | None) -> None:
        scored, volume = masks[0].scored, self._session.volume
        if volume is not None and is_scan_of(volume, scored.image_paths):
            self._lay(masks)
            self._go_to(slice_z)
        elif not scored.image_paths:
            self._session.failed.emit(
                tr(
                    "The scan of {case} is no longer in the data set of this run; put it back "
                    "where it was.",
                    case=scored.case_id,
                )
            )
        else:
            self._wanted = (masks, slice_z)
            self._session.case_requested.emit(scored.image_paths, scored.mask_paths)

    def _is_shown(self, case_id: str) -> bool:
        return case_id == self._layer_case and any(
            label_map is layer for label_map in self._session.label_maps for layer in self._layers
        )

    def _lay(self, masks: tuple[EpochMask, ...]) -> None:
        """Lay masks of one case over its scan, in place of those before."""
        if not all(self._fits(mask.scored) for mask in masks):
            return
        session, case_id = self._session, masks[0].scored.case_id
        before = self._layers if self._is_shown(case_id) else ()
        laid = tuple(self._label_map(mask) for mask in masks)
        spare = max(len(before) - len(laid), 0)
        for old in before[:spare]:  # the lower one was hidden when the upper came
            session.remove_label_map(old)
        before = before[spare:]
        for number, label_map in enumerate(laid):
            if number < len(before):
                session.replace_label_map(before[number], label_map)
            else:
                session.add_label_map(label_map, is_unsaved=False)  # each epoch brings another
        self._layers, self._layer_case = laid, case_id
        if len(laid) == 2:
            self._compare((laid[0], laid[1]))
        else:
            self._end_comparing()
            self._score(masks[0].scored, laid[0])

    def _compare(self, pair: tuple[LabelMap, LabelMap]) -> None:
        """Show where two predictions agree and where they do not."""
        session = self._session
        session.set_compared(pair)
        if session.compare_mode not in ("agreement", "difference"):
            self._mode_before = session.compare_mode
            session.set_compare_mode("agreement")

    def _end_comparing(self) -> None:
        """Back to how masks were shown before two epochs were compared."""
        if self._mode_before is not None:
            self._session.set_compared(None)
            self._session.set_compare_mode(self._mode_before)
            self._mode_before = None

    def _fits(self, event: SlicesScored) -> bool:
        """Whether a mask lies on the open scan; if not, it is said why."""
        volume = self._session.volume
        if volume is None or not event.prediction.size:
            return False
        if event.prediction.shape != volume.geometry.shape_zyx:
            self._session.failed.emit(
                tr(
                    "{scan} has another size than {case} had in training; open the scan that was "
                    "learned from.",
                    scan=volume.name,
                    case=event.case_id,
                )
            )
            return False
        return True

    def _label_map(self, mask: EpochMask) -> LabelMap:
        volume = self._session.volume
        assert volume is not None
        return LabelMap(
            voxels=mask.scored.prediction,
            geometry=volume.geometry,
            name=mask.name,
            labels=mask.labels,
            role="prediction",
        )

    def _score(self, event: SlicesScored, label_map: LabelMap) -> None:
        """The Dice of its slices against the reference, under the views."""
        self._session.set_slice_scores(
            SliceScores(
                regions=event.regions,
                dice=event.dice,
                case_dice=tuple(None if math.isnan(d) else d for d in event.case_dice),
                title=tr(
                    "{case}: epoch {epoch} against the reference",
                    case=event.case_id,
                    epoch=event.epoch,
                ),
                compared=(label_map,),
            )
        )

    def _go_to(self, slice_z: int | None) -> None:
        if slice_z is None:
            return
        _, y, x = self._session.cursor
        self._session.set_cursor((slice_z, y, x))

    @Slot()
    def _on_volume_changed(self) -> None:
        self._layers, self._layer_case, self._mode_before = (), "", None
        if self._wanted is None:
            self._choose(())
        else:
            QTimer.singleShot(0, self._show_wanted)  # after every view has taken in the new scan

    @Slot()
    def _show_wanted(self) -> None:
        wanted, volume = self._wanted, self._session.volume
        if wanted is None or volume is None:
            return
        self._wanted = None
        masks, slice_z = wanted
        if not self._chosen:  # newer scores may have come while the scan was opened
            masks = tuple(self._newest(self._cases[mask.scored.case_id]) for mask in masks)
        if is_scan_of(volume, masks[0].scored.image_paths):
            self._lay(masks)
            self._go_to(slice_z)
        else:
            self._choose(())

    def _drop_oldest(self) -> None:
        """Keep masks within MOST_BYTES; the newest and those looked at always stay."""
        kept = 0
        for case_id in reversed(self._by_age):
            progress = self._cases[case_id]
            size = progress.drawn.prediction.nbytes if progress.drawn else 0
            looked_at = case_id in (self._layer_case, self._watched, self._by_age[-1])
            if kept + size > MOST_BYTES and not looked_at:
                bare = replace(progress.newest, prediction=_NO_MASK)
                self._cases[case_id] = replace(progress, newest=bare, drawn=None)
            else:
                kept += size


def _after(before: CaseProgress | None, event: SlicesScored) -> CaseProgress:
    """What is known of a case once an event has come."""
    drawn = event if event.prediction.size else before.drawn if before else None
    if before is None:
        return CaseProgress(event, drawn=drawn)
    is_again = before.newest.epoch == event.epoch
    return CaseProgress(event, before.dice_before if is_again else before.newest.dice, drawn)


def is_scan_of(volume: Volume, image_paths: tuple[Path, ...]) -> bool:
    """Whether an open scan was read from these files (one file or folder, or a stack)."""
    if volume.path is None:
        return False
    opened = volume.path.absolute()
    return any(path.absolute() == opened for path in image_paths)
