"""Runs made of events, for tests of what is drawn from them."""

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from unet_core.events import BatchDone, EpochRecord, RunStarted, SlicesScored
from unet_core.volume import DEFAULT_LABELS, Geometry, LabelMap, Volume, regions_of

SHAPE_ZYX = (6, 8, 8)
REGIONS = regions_of(DEFAULT_LABELS)


def record(
    epoch: int,
    *,
    loss: float = 0.5,
    tumour: float | None = 0.4,
    is_best: bool = False,
    score: float = 0.7,
) -> EpochRecord:
    return EpochRecord(
        epoch=epoch,
        train_loss=loss,
        validation_loss=loss + 0.1,
        train_accuracy=0.98,
        validation_accuracy=0.97,
        dice={"liver": 0.9, "tumour": tumour},
        iou={"liver": 0.8, "tumour": tumour},
        score=score,
        is_best=is_best,
        learning_rate=1e-3,
        images_per_s=30.0,
        elapsed_s=60.0 * epoch,
    )


def started(folder: Path, *, epochs: int = 4, resumed_epoch: int = 0) -> RunStarted:
    return RunStarted(
        folder=folder,
        resumed_epoch=resumed_epoch,
        epochs=epochs,
        batches=10,
        parameters=1000,
        labels=dict(DEFAULT_LABELS),
        train_cases=("00", "01"),
        validation_cases=("02",),
        notices=("The mask of 01 is empty.",),
    )


def batch(epoch: int, number: int, *, remaining_s: float | None = 120.0) -> BatchDone:
    return BatchDone(epoch, number, 10, 0.5, 31.25, 10.0, remaining_s)


def scored(epoch: int, case_id: str, image: Path, *, liver: float = 0.9) -> SlicesScored:
    dice = np.full((SHAPE_ZYX[0], 2), np.nan)
    dice[2:5, 0] = liver
    prediction = np.zeros(SHAPE_ZYX, np.uint8)
    prediction[2:5, 2:5, 2:5] = 1
    prediction[3, 3, 3] = 2 if epoch > 1 else 1
    return SlicesScored(
        epoch=epoch,
        case_id=case_id,
        image_paths=(image,),
        mask_paths=(image.with_name("segmentation.nii"),),
        regions=REGIONS,
        dice=dice,
        case_dice=(liver, float("nan")),
        prediction=prediction,
    )


def scan(path: Path | None, shape_zyx: tuple[int, int, int] = SHAPE_ZYX) -> Volume:
    z, y, x = shape_zyx
    name = path.name if path else "scan"
    return Volume(np.zeros(shape_zyx, np.int16), Geometry((x, y, z)), name, path)


def mask(name: str, role: str = "reference") -> LabelMap:
    z, y, x = SHAPE_ZYX
    voxels = np.zeros(SHAPE_ZYX, np.uint8)
    voxels[2:5, 2:5, 2:5] = 1
    voxels[3, 3, 3:5] = 2
    return LabelMap(voxels, Geometry((x, y, z)), name, role=role)


class HeldRun:
    """Gives its events, then waits until it is told to stop, like a child at work."""

    def __init__(self, events: Sequence[object]) -> None:
        self._events = iter(events)
        self._stopped = threading.Event()
        self.words: list[str] = []

    def __iter__(self) -> "HeldRun":
        return self

    def __next__(self) -> object:
        for event in self._events:
            return event
        self._stopped.wait(10)
        raise StopIteration

    def start(self) -> "HeldRun":
        return self

    def pause(self) -> None:
        self.words.append("pause")

    def resume(self) -> None:
        self.words.append("resume")

    def stop(self) -> None:
        self.words.append("stop")
        self._stopped.set()

    def close(self) -> None:
        self._stopped.set()
