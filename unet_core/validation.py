"""Whole validation cases through the network after every round, scored at their own resolution.

Scores are of what the network drew, without any post-processing: what that adds is measured by
cross-validation. A cascade looks closely where it found the organ itself.
"""

import math
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from unet_core.config import Outputs
from unet_core.errors import InputError
from unet_core.events import Event, Progress, SlicesScored
from unet_core.learner import Learner
from unet_core.lesions import found_of
from unet_core.lesson_loss import added, right_pixels
from unet_core.looks import logits_of, looks_of, predict_case
from unet_core.metrics import Overlap
from unet_core.networks import Cascade
from unet_core.preprocess import network_input
from unet_core.runs import CaseScores
from unet_core.sampling import Part
from unet_core.target import Target
from unet_core.volume import TUMOUR, Labels, Region

_BATCH = 8
_DETAIL_STEP = 4
"""Every so many slices, a cascade's loss is taken of the close look it was taught with."""


@dataclass(frozen=True)
class Scores:
    """Scores of all validation cases after one round.

    Attributes:
        loss: Mean over resized slices; of a cascade the sum for both networks.
        accuracy: Share of right pixels of resized slices; of a cascade in the close look.
        dice: Mean over cases of the Dice of whole cases, for each region; None for n/a.
        iou: Likewise.
        score: Mean of ``dice`` over regions that have one.
        cases: Per slice, for the record.
        predictions: Where each case's (Z, Y, X) canonical prediction lies, until the next round.
        lesion_recall: Share of reference lesions found, over all cases, for each region that
            consists of lesions, by ``lesions.LESION_RULE``; None where there are none.
        predicted_voxels: Voxels predicted in all cases, for each region.
        loss_parts: What ``loss`` is the sum of, by name; empty where it is one thing.
    """

    loss: float
    accuracy: float
    dice: Mapping[str, float | None]
    iou: Mapping[str, float | None]
    score: float
    cases: tuple[CaseScores, ...]
    predictions: tuple[Path, ...]
    lesion_recall: Mapping[str, float | None] = field(default_factory=dict)
    predicted_voxels: Mapping[str, int] = field(default_factory=dict)
    loss_parts: Mapping[str, float] = field(default_factory=dict)


def validate(
    learner: Learner, parts: Sequence[Part], target: Target, scratch: Path
) -> Generator[Event, None, Scores]:
    """Yields Progress between batches of slices, so that it can be stopped; returns the scores.

    Predictions wait in files under ``scratch``: memory holds one batch of slices, and the regions
    of one case while its lesions are counted.
    """
    looks = looks_of(learner.config)
    total, done = looks * sum(len(part.z) for part in parts), 0
    judge = _Judge(learner, target)
    results: list[_Result] = []
    for number, part in enumerate(parts):
        result = _Result.empty(part, target, scratch / f"{number}.u8")
        _make_room(result.path, part)
        come_by = 0
        for z, found in judge.predicted(part):
            _store(result.path, part, z, found)
            _count(result.counted, part.case.full_labels(), z, found, target.regions)
            come_by += len(z) or judge.batch_size
            if not len(z):  # a cascade's first look, whose last batch may be a part of one
                come_by = min(come_by, len(part.z))
            yield Progress(done + come_by, total, f"Validating {part.case.case_id}")
        for _ in judge.of_close_look(part):
            yield Progress(done + come_by, total, f"Validating {part.case.case_id}")
        done += looks * len(part.z)
        results.append(_with_lesions(result, part, target))
    return _scores(results, parts, target, judge)


@dataclass(frozen=True)
class _Result:
    """One case, predicted.

    Attributes:
        path: Its (Z, Y, X) canonical prediction.
        counted: (Z, R, 3) voxels in both, in the reference, in the prediction.
        lesions: Found and all lesions of each region that consists of lesions.
    """

    path: Path
    counted: NDArray[np.int64]
    lesions: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def empty(cls, part: Part, target: Target, path: Path) -> "_Result":
        return cls(path, np.zeros((part.case.count, len(target.regions), 3), np.int64))

    @cached_property
    def overlaps(self) -> list[Overlap]:
        return [Overlap(*row) for row in self.counted.sum(axis=0).tolist()]


def _scores(
    results: Sequence[_Result], parts: Sequence[Part], target: Target, judge: "_Judge"
) -> Scores:
    dice = _means(target.regions, [[o.dice for o in result.overlaps] for result in results])
    iou = _means(target.regions, [[o.iou for o in result.overlaps] for result in results])
    known = [value for value in dice.values() if value is not None]
    return Scores(
        loss=judge.loss,
        accuracy=judge.accuracy,
        dice=dice,
        iou=iou,
        score=sum(known) / len(known),
        cases=tuple(
            CaseScores(
                epoch=0,
                case_id=part.case.case_id,
                regions=tuple(region.name for region in target.regions),
                dice=np.array([[Overlap(*c).dice for c in row] for row in result.counted.tolist()]),
                case_dice=tuple(o.dice for o in result.overlaps),
            )
            for part, result in zip(parts, results, strict=True)
        ),
        predictions=tuple(result.path for result in results),
        lesion_recall={
            region.name: _recall([result.lesions[region.name] for result in results])
            for region in target.regions
            if _has_lesions(region)
        },
        predicted_voxels={
            region.name: sum(result.overlaps[column].prediction for result in results)
            for column, region in enumerate(target.regions)
        },
        loss_parts=judge.loss_parts,
    )


def slices_scored(
    epoch: int, parts: Sequence[Part], target: Target, scores: Scores
) -> Iterator[SlicesScored]:
    """One event per validation case, its prediction read back from ``scratch``."""
    for part, case_scores, path in zip(parts, scores.cases, scores.predictions, strict=True):
        case = part.case
        canonical = np.fromfile(path, np.uint8).reshape(case.count, *case.shape_yx)
        yield SlicesScored(
            epoch=epoch,
            case_id=case.case_id,
            image_paths=case.image_paths,
            mask_paths=case.mask_paths,
            regions=target.regions,
            dice=case_scores.dice,
            case_dice=case_scores.case_dice,
            prediction=np.ascontiguousarray(case.orientation.invert(canonical)),
        )


class _Judge:
    """Predicts cases with the averaged weights and adds up loss and right pixels on the way."""

    def __init__(self, learner: Learner, target: Target) -> None:
        self._learner, self._target = learner, target
        self._model = learner.averaged
        self.batch_size = learner.micro_batch or _BATCH
        count = len(learner.loss.parts_each)
        self._coarse, self._classes = _Mean.of(count), _Mean.of(count)

    @property
    def loss(self) -> float:
        return self._coarse.loss + self._classes.loss

    @property
    def loss_parts(self) -> Mapping[str, float]:
        coarse = self._coarse.parts if isinstance(self._model, Cascade) else ()
        return self._learner.loss.named((*coarse, *self._classes.parts))

    @property
    def accuracy(self) -> float:
        return self._classes.right / self._classes.pixels

    def predicted(self, part: Part) -> Iterator[tuple[Sequence[int], Labels]]:
        """Slices and (b, Y, X) uint8 label values, as ``looks.predict_case`` gives them."""
        labels = part.case.small_labels()

        def seen(z: Sequence[int], logits: Tensor) -> None:
            indices = self._indices(labels[list(z)], logits.device)
            if isinstance(self._model, Cascade):
                self._add(self._coarse, logits, indices.clamp(max=1), "classes")
            else:
                self._add(self._classes, logits, indices, self._target.outputs)

        return predict_case(
            self._model,
            part.case,
            self._learner.config,
            self.batch_size,
            tuple(self._target.labels),
            part.z,
            seen=seen,
        )

    def of_close_look(self, part: Part) -> Iterator[None]:
        """Take the loss of a cascade's second network as it is taught: in the reference's box."""
        if not isinstance(self._model, Cascade):
            return
        grey, labels = part.case.detail_images(), part.case.detail_labels()
        z = part.z[::_DETAIL_STEP]
        for start in range(0, len(z), self.batch_size):
            batch = z[start : start + self.batch_size]
            pictures = network_input(grey, batch, self._learner.config)
            logits = logits_of(self._model.detail, pictures)
            indices = self._indices(labels[list(batch)], logits.device)
            self._add(self._classes, logits, indices, self._target.outputs)
            yield

    def _indices(self, labels: Labels, device: torch.device) -> Tensor:
        return torch.from_numpy(self._target.table[labels]).to(device).long()

    def _add(self, mean: "_Mean", logits: Tensor, indices: Tensor, outputs: Outputs) -> None:
        parts = self._learner.loss.parts(logits, indices, outputs)
        losses = torch.stack([added(parts), *parts]).tolist()
        mean.add(losses, len(indices), right_pixels(logits, indices, outputs), indices.numel())


@dataclass
class _Mean:
    """Loss and right pixels of some slices.

    Attributes:
        sums: Over slices, of the loss and then of its parts.
    """

    sums: list[float]
    slices: int = 0
    right: int = 0
    pixels: int = 0

    @classmethod
    def of(cls, parts: int) -> "_Mean":
        return cls([0.0] * (1 + parts))

    @property
    def loss(self) -> float:
        """Mean over slices; 0 without any."""
        return self.sums[0] / max(self.slices, 1)

    @property
    def parts(self) -> list[float]:
        """Likewise of each part."""
        return [value / max(self.slices, 1) for value in self.sums[1:]]

    def add(self, losses: Sequence[float], slices: int, right: int, pixels: int) -> None:
        """Add a batch whose mean loss, and whose parts of it, are ``losses``."""
        self.sums = [a + b * slices for a, b in zip(self.sums, losses, strict=True)]
        self.slices += slices
        self.right += right
        self.pixels += pixels


def _count(
    counted: NDArray[np.int64],
    reference: Labels,
    z: Sequence[int],
    found: Labels,
    regions: Sequence[Region],
) -> None:
    """Fill rows ``z`` of (Z, R, 3): voxels in both, in the reference, in the prediction."""
    for row, index in enumerate(z):
        expected = np.asarray(reference[index])
        for column, region in enumerate(regions):
            overlap = Overlap.of(region.mask(expected), region.mask(found[row]))
            counted[index, column] = (overlap.both, overlap.reference, overlap.prediction)


def _has_lesions(region: Region) -> bool:
    return region.name == TUMOUR.name


def _with_lesions(result: _Result, part: Part, target: Target) -> _Result:
    found = {
        region.name: _lesions_found(result, part, column, region)
        for column, region in enumerate(target.regions)
        if _has_lesions(region)
    }
    return replace(result, lesions=found)


def _lesions_found(result: _Result, part: Part, column: int, region: Region) -> tuple[int, int]:
    """Found and all lesions of the slices that were predicted."""
    with_lesion = np.flatnonzero(result.counted[:, column, 1])
    if not len(with_lesion):
        return 0, 0
    inside = slice(int(with_lesion[0]), int(with_lesion[-1]) + 1)
    truth = region.mask(part.case.full_labels()[inside])
    truth[result.counted[inside, column, 1] == 0] = False  # slices that are not of this part
    shape = (part.case.count, *part.case.shape_yx)
    predicted = np.memmap(result.path, np.uint8, "r", shape=shape)
    return found_of(truth, region.mask(predicted[inside]))


def _recall(lesions: Sequence[tuple[int, int]]) -> float | None:
    found, every = (sum(numbers) for numbers in zip(*lesions, strict=True))
    return found / every if every else None


def _means(
    regions: Sequence[Region], per_case: Sequence[Sequence[float]]
) -> dict[str, float | None]:
    means: dict[str, float | None] = {}
    for column, region in enumerate(regions):
        values = [row[column] for row in per_case if not math.isnan(row[column])]
        means[region.name] = sum(values) / len(values) if values else None
    return means


# Ordinary writes, not a writable mapping: on a full disk that would kill the process.


def _make_room(path: Path, part: Part) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("wb") as file:
            file.truncate(part.case.count * math.prod(part.case.shape_yx))
    except OSError as error:
        raise _unwritten(error) from None


def _store(path: Path, part: Part, z: Sequence[int], found: Labels) -> None:
    try:
        with path.open("r+b") as file:
            for row, index in enumerate(z):
                file.seek(index * math.prod(part.case.shape_yx))
                file.write(np.ascontiguousarray(found[row]).data)
    except OSError as error:
        raise _unwritten(error) from None


def _unwritten(error: OSError) -> InputError:
    return InputError(
        "the run folder",
        f"does not take the predictions ({error.strerror})",
        "make space on the disk and continue the run",
    )
