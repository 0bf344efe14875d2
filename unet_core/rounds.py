"""What a round adds up while it learns, and the point of every curve that becomes of it."""

import dataclasses
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from unet_core.clock import Clock
from unet_core.events import EpochRecord
from unet_core.learner import Learner, StepResult
from unet_core.peak_memory import card_memory_mb, peak_memory_mb
from unet_core.sampling import Part
from unet_core.target import Target
from unet_core.validation import Scores, validate

_TIMED_SLICES = 8


@dataclass
class RoundSums:
    """A round under way; saved with the weights, so that a continued round ends as it would have.

    Attributes:
        batches: Learned from.
        images: Slices learned from.
        loss: Sum over slices.
        accuracy: Sum over slices of the share of right pixels.
        seen: Pixels of each class index.
        rate: Learning rate of the last batch.
        seconds: Work so far.
        waited_s: Of these, waiting for data.
        parts: Sum over slices of each part of the loss.
    """

    batches: int = 0
    images: int = 0
    loss: float = 0.0
    accuracy: float = 0.0
    seen: tuple[int, ...] = ()
    rate: float = 0.0
    seconds: float = 0.0
    waited_s: float = 0.0
    parts: Mapping[str, float] = dataclasses.field(default_factory=dict)

    def add(
        self, step: StepResult, images: int, rate: float, seconds: float, waited_s: float
    ) -> None:
        """Count a batch of ``images`` slices that took ``seconds``, the wait for it among them."""
        self.batches += 1
        self.images += images
        self.loss += step.loss * images
        self.accuracy += step.accuracy * images
        before = self.seen or (0,) * len(step.seen)
        self.seen = tuple(a + b for a, b in zip(before, step.seen, strict=True))
        if self.batches == 1 or self.parts:  # else a round begun by a program that kept no parts
            self.parts = {
                name: self.parts.get(name, 0.0) + value * images
                for name, value in step.parts.items()
            }
        self.rate = rate
        self.seconds += seconds
        self.waited_s += waited_s

    def to_json(self) -> dict[str, Any]:
        """Plain numbers."""
        return dataclasses.asdict(self)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The sums ``to_json`` wrote; none of them from an older state."""
        return cls(**{**values, "seen": tuple(values.get("seen", ()))})

    def record(
        self, epoch: int, target: Target, scores: Scores, *, is_best: bool, elapsed_s: float
    ) -> EpochRecord:
        """The round's point of every curve."""
        names = [label.name for label in target.labels.values()]
        return EpochRecord(
            epoch=epoch,
            train_loss=self.loss / self.images,
            validation_loss=scores.loss,
            train_accuracy=self.accuracy / self.images,
            validation_accuracy=scores.accuracy,
            dice=scores.dice,
            iou=scores.iou,
            score=scores.score,
            is_best=is_best,
            learning_rate=self.rate,
            images_per_s=self.images / max(self.seconds, 1e-9),
            elapsed_s=elapsed_s,
            lesion_recall=scores.lesion_recall,
            predicted_voxels=scores.predicted_voxels,
            seen_pixels=dict(zip(names, self.seen[1:], strict=False)),
            waiting_share=min(self.waited_s / max(self.seconds, 1e-9), 1.0),
            peak_memory_mb=peak_memory_mb(),
            train_loss_parts={name: sum_ / self.images for name, sum_ in self.parts.items()},
            validation_loss_parts=scores.loss_parts,
            card_memory_mb=card_memory_mb(),
        )


def scoring_seconds(
    learner: Learner, parts: Sequence[Part], target: Target, scratch: Path, clock: Clock
) -> float:
    """About how long validating ``parts`` takes, from a few slices: to end a short run on time."""
    values = [value for group in target.groups for value in group]
    for part in parts:
        held = {z for value in values for z in part.case.slices_with.get(value, ())}
        if z := sorted(held & set(part.z))[:_TIMED_SLICES]:
            break
    few = dataclasses.replace(part, z=tuple(z))
    for _ in range(2):  # the first time is slow: memory is new and threads are starting
        started = clock.seconds
        for _ in validate(learner, [few], target, scratch):
            pass
    return (clock.seconds - started) / len(z) * sum(len(part.z) for part in parts)


@dataclass(frozen=True)
class Best:
    """The round whose weights are in the model file; epoch 0 before the first."""

    epoch: int = 0
    score: float = -math.inf
    loss: float = math.inf

    @classmethod
    def saved(cls, epoch: int, score: float | None, loss: float | None) -> Self:
        """From the values in a state, which are None before the first round."""
        if score is None or loss is None:
            return cls()
        return cls(epoch, score, loss)

    def is_beaten_by(self, score: float, loss: float) -> bool:
        """Higher Dice wins; between equal ones (as 0 and 0 at the start) the lower loss."""
        return score > self.score or (score == self.score and loss < self.loss)
