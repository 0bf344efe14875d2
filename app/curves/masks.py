"""From a click on a curve to a mask in the views: of one epoch, or of two to be compared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.curves.changes import Moment, change_words
from app.curves.run_on_show import RunOnShow
from app.curves_work import MaskRead, Wanted, read_masks
from app.jobs import Job, JobGroup
from app.training.live_prediction import EpochMask, LivePrediction
from app.translation import tr
from unet_core.isolation import isolated


@dataclass(frozen=True)
class Asked:
    """An epoch of a run that somebody wants to see."""

    run: RunOnShow
    epoch: int


class MaskChooser(QObject):
    """Reads masks of epochs in a child process and lays them over the scan.

    Signals:
        said: A sentence on what is on screen, or why it is not.
        shown: The epochs whose masks are asked for; none while the newest is followed.
    """

    said = Signal(str)
    shown = Signal(object)

    def __init__(self, live: LivePrediction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._wanted: tuple[Wanted, ...] = ()
        self._found: list[MaskRead] = []
        self._runs: dict[Path, RunOnShow] = {}
        self._slice: int | None = None
        live.chosen_changed.connect(self._on_chosen_changed)

    def shutdown(self) -> None:
        """Stop reading, and wait."""
        self._jobs.end()

    def ask(
        self, asked: Sequence[Asked], case: str, region: str, slice_z: int | None = None
    ) -> None:
        """Show the masks of one or two epochs of a case, and say what is seen.

        Args:
            asked: One, or two to be compared.
            case: A validation case.
            region: The changes of which are told.
            slice_z: Canonical slice to go to, if not where the reader is.
        """
        if self._job is not None:
            self._job.stop()
        self._wanted, self._found, self._slice = (), [], slice_z
        wanted, said = self._kept(asked, case)
        is_whole = len(wanted) == len(asked)
        if is_whole:
            asked = [replace(one, epoch=two.epoch) for one, two in zip(asked, wanted, strict=True)]
        self.shown.emit(tuple(one.epoch for one in asked))
        if len(asked) == 2:
            said = [*self._changes(asked, case, region), *said]
        self.said.emit(" ".join(said))
        if is_whole:
            self._runs = {one.run.folder: one.run for one in asked}
            self._wanted = wanted
            self._job = self._jobs.run(
                partial(isolated, read_masks, wanted, keep=True), self._on_read, self._on_failed
            )

    def _kept(self, asked: Sequence[Asked], case: str) -> tuple[tuple[Wanted, ...], list[str]]:
        """What can be shown, and a sentence where that is not what was asked for."""
        several = len({one.run.folder for one in asked}) > 1
        wanted, said = [], []
        for one in asked:
            kept = one.run.nearest_kept(case, one.epoch)
            if kept is None:
                said.append(
                    tr(
                        "{run} kept no mask of {case}; pin this patient while it learns.",
                        run=one.run.name,
                        case=case,
                    )
                )
                continue
            if kept != one.epoch:
                said.append(
                    tr(
                        "No mask of epoch {epoch} was kept: that of epoch {kept} is shown.",
                        epoch=one.epoch,
                        kept=kept,
                    )
                )
            image, mask = one.run.paths.get(case, ((), ()))
            name = one.run.name if several else ""
            wanted.append(Wanted(one.run.folder, case, kept, image, mask, name))
        if len(wanted) == 2 and wanted[0] == wanted[1]:
            return (), [tr("Only one mask near these epochs was kept.")]
        return tuple(wanted), said

    def _changes(self, asked: Sequence[Asked], case: str, region: str) -> list[str]:
        """What changed from the first to the second, where both have scores of the case."""
        several = len({one.run.folder for one in asked}) > 1
        moments = []
        for one in asked:
            history = one.run.patients.get(case)
            if history is None:
                return []
            name = tr("epoch {epoch}", epoch=one.epoch)
            if several:
                name = tr("{run}, epoch {epoch}", run=one.run.name, epoch=one.epoch)
            moments.append(Moment(history, one.epoch, name))
        return [change_words(moments[0], moments[1], region)]

    @Slot(object)
    def _on_read(self, event: MaskRead) -> None:
        known = [w for w in self._wanted if (w.folder, w.epoch) == _key(event.wanted)]
        if not known:
            return  # another was asked for meanwhile
        self._found.append(event)
        run = self._runs[event.wanted.folder]
        run.paths[event.wanted.case_id] = (event.wanted.image_paths, event.wanted.mask_paths)
        if len(self._found) == len(self._wanted):
            self._live.show_epochs(
                [EpochMask(one.scored, one.labels, one.wanted.run) for one in self._found],
                self._slice,
            )

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.said.emit(sentence)

    @Slot()
    def _on_chosen_changed(self) -> None:
        """Somebody went back to the newest mask elsewhere."""
        if not self._live.chosen:
            self.shown.emit(())


def _key(wanted: Wanted) -> tuple[Path, int]:
    return wanted.folder, wanted.epoch
