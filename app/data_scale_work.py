"""What is asked of threads and children for a learning curve: generators of events, without Qt."""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from unet_core.errors import InputError
from unet_core.events import BatchDone, EpochDone, Notice, Progress
from unet_core.learning_curves import (
    FOLDER_PREFIX,
    CurveOrder,
    CurvePoint,
    KeptCurve,
    LearningCurve,
    curves_of,
)


@dataclass(frozen=True)
class CurvesFound:
    """The curves of a data set that are kept beside the runs, the one changed last first."""

    dataset: Path
    curves: tuple[KeptCurve, ...]


@dataclass(frozen=True)
class ShareProgress:
    """How far one of the trainings is.

    Attributes:
        number: Which one, from 1.
        shares: Numbers of patients of all of them, rising.
        epoch: The round it is in; 0 before the first.
        remaining_s: Of this training; None until it can be told.
        dice: Of its best round so far, for each region.
    """

    number: int
    shares: tuple[int, ...]
    epoch: int = 0
    remaining_s: float | None = None
    dice: Mapping[str, float | None] = field(default_factory=dict)

    @property
    def patients(self) -> int:
        """Learned from in this training."""
        return self.shares[self.number - 1]


Measured = Progress | Notice | ShareProgress | CurvePoint | LearningCurve


def find_curves(dataset: Path, root: Path) -> Iterator[CurvesFound]:
    """Yields what was measured of a data set before."""
    yield CurvesFound(dataset, tuple(curves_of(dataset, root)))


def measure(order: CurveOrder, root: Path) -> Iterator[Measured | None]:
    """Measure a learning curve, or what is left of it; None where nothing is to be told.

    Raises:
        InputError: If somebody trains under ``root``, or as ``learning_curve``.
    """
    from unet_core.data_scale import learning_curve

    refuse_busy(root)
    yield from told(learning_curve(order, root))


def told(events: Generator[object, None, None]) -> Iterator[Measured | None]:
    """What a window needs of the events of a learning curve: no masks, and no word of each slice.

    Something comes for every event, for work that is to end looks for that between two.
    """
    from unet_core.data_scale import ShareBegun

    now: ShareProgress | None = None
    try:
        for event in events:
            match event:
                case ShareBegun():
                    now = ShareProgress(event.number, event.shares)
                    yield now
                case BatchDone() if now is not None:
                    now = replace(now, epoch=event.epoch, remaining_s=event.remaining_s)
                    yield now
                case EpochDone(record=record) if now is not None and record.is_best:
                    now = replace(now, dice=dict(record.dice))
                    yield now
                case Progress() | Notice() | CurvePoint() | LearningCurve():
                    yield event
                case _:
                    yield None
    finally:
        events.close()


def refuse_busy(root: Path) -> None:
    """Raise InputError if a run under ``root`` is being trained, or the queue is worked through."""
    from unet_core import run_queue

    busy = run_queue.busy_folders(root)
    if run_queue.is_worked(root) or any(not _is_curve(folder) for folder in busy):
        raise InputError(
            "The learning curve",
            "cannot be measured while a training goes on: each would slow the other down, and "
            "the curve would be wrong",
            "wait until the training has ended, or stop it",
        )
    if busy:
        raise InputError(
            "The learning curve",
            "cannot be measured while another one is",
            "wait until that one is measured, or stop it",
        )


def _is_curve(folder: Path) -> bool:
    return folder.name.startswith(FOLDER_PREFIX)
