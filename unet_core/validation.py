"""Whole validation cases through the network after every round, scored at their own resolution."""

import math
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.events import Event, Progress, SlicesScored
from unet_core.learner import Learner, right_pixels
from unet_core.losses import LOSSES
from unet_core.metrics import Overlap
from unet_core.predict import decide, logits_of
from unet_core.preprocess import network_input
from unet_core.runs import CaseScores
from unet_core.sampling import Part, Target
from unet_core.volume import Labels, Region

_BATCH = 4


@dataclass(frozen=True)
class Scores:
    """Scores of all validation cases after one round.

    Attributes:
        loss: Mean over resized slices.
        accuracy: Share of right pixels of resized slices.
        dice: Mean over cases of the Dice of whole cases, for each region; None for n/a.
        iou: Likewise.
        score: Mean of ``dice`` over regions that have one.
        cases: Per slice, for the record.
        predictions: Where each case's (Z, Y, X) canonical prediction lies, until the next round.
    """

    loss: float
    accuracy: float
    dice: Mapping[str, float | None]
    iou: Mapping[str, float | None]
    score: float
    cases: tuple[CaseScores, ...]
    predictions: tuple[Path, ...]


@dataclass
class _Sums:
    loss: float = 0.0
    right: int = 0
    pixels: int = 0
    slices: int = 0


def validate(
    learner: Learner, parts: Sequence[Part], target: Target, scratch: Path
) -> Generator[Event, None, Scores]:
    """Yields Progress between batches of slices, so that it can be stopped; returns the scores.

    Predictions wait in files under ``scratch``: memory holds one batch of slices.
    """
    total, sums = sum(len(part.z) for part in parts), _Sums()
    counts: list[NDArray[np.int64]] = []
    paths: list[Path] = []
    for number, part in enumerate(parts):
        path = scratch / f"{number}.u8"
        paths.append(path)
        counted = np.zeros((part.case.count, len(target.regions), 3), np.int64)
        _make_room(path, part)
        size = learner.config.micro_batch or _BATCH
        for start in range(0, len(part.z), size):
            z = part.z[start : start + size]
            found = _predicted(learner, part, z, target, sums)
            _store(path, part, z, found)
            _count(counted, part.case.full_labels(), z, found, target.regions)
            yield Progress(sums.slices, total, f"Validating {part.case.case_id}")
        counts.append(counted)
    overlaps = [[Overlap(*row) for row in counted.sum(axis=0).tolist()] for counted in counts]
    dice = _means(target.regions, [[o.dice for o in case] for case in overlaps])
    iou = _means(target.regions, [[o.iou for o in case] for case in overlaps])
    known = [value for value in dice.values() if value is not None]
    return Scores(
        loss=sums.loss / sums.slices,
        accuracy=sums.right / sums.pixels,
        dice=dice,
        iou=iou,
        score=sum(known) / len(known),
        cases=tuple(
            CaseScores(
                epoch=0,
                case_id=part.case.case_id,
                regions=tuple(region.name for region in target.regions),
                dice=np.array([[Overlap(*c).dice for c in row] for row in counted.tolist()]),
                case_dice=tuple(o.dice for o in case),
            )
            for part, counted, case in zip(parts, counts, overlaps, strict=True)
        ),
        predictions=tuple(paths),
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


def _predicted(
    learner: Learner, part: Part, z: Sequence[int], target: Target, sums: _Sums
) -> Labels:
    """(b, Y, X) uint8 label values of slices ``z``; loss and accuracy go into ``sums``."""
    config = learner.config
    logits = logits_of(learner.averaged, network_input(part.case.images(), z, config))
    indices = target.table[part.case.small_labels()[list(z)]]
    labels = torch.from_numpy(np.asarray(indices)).to(logits.device).long()
    sums.loss += LOSSES[config.loss](logits, labels).item() * len(z)
    sums.right += right_pixels(logits, labels)
    sums.pixels += labels.numel()
    sums.slices += len(z)
    values = np.array([0, *target.labels], np.uint8)
    return values[decide(logits, part.case.shape_yx, config)]


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
