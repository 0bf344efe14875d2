"""Where a run stands: rounds done, the one under way, the best so far; what a saved state holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from torch import Tensor

from unet_core import runs
from unet_core.events import EpochRecord
from unet_core.rounds import Best, RoundSums
from unet_core.saved_states import State
from unet_core.target import Target
from unet_core.validation import Scores


@dataclass
class Standing:
    """All that a run knows of itself besides what its learner has learned.

    Attributes:
        epoch: Rounds done.
        round: Sums of the round after those.
        best: The round whose weights are in the model file.
        journal: Line of the last round done in ``events.jsonl``; empty before the first.
        curve: Record of each round done, as plain JSON.
        rate_factor: The learning rate is multiplied by it.
        rollbacks: How often a loss that was not a number sent the run back.
    """

    epoch: int = 0
    round: RoundSums = field(default_factory=RoundSums)
    best: Best = field(default_factory=Best)
    journal: Mapping[str, Any] = field(default_factory=dict)
    curve: list[Mapping[str, Any]] = field(default_factory=list)
    rate_factor: float = 1.0
    rollbacks: int = 0

    @classmethod
    def saved(cls, state: State, curve: list[dict[str, Any]]) -> Self:
        """As ``state`` was saved; ``curve`` is that of its journal."""
        return cls(
            epoch=state.epoch,
            round=RoundSums.from_json(state.partial),
            best=Best.saved(state.best_epoch, state.best_score, state.best_loss),
            journal=state.journal,
            curve=list(curve[: state.epoch]),
            rate_factor=state.rate_factor,
            rollbacks=state.rollbacks,
        )

    @property
    def place(self) -> str:
        """In words.

        >>> Standing(epoch=2).place, Standing(2, RoundSums(batches=7)).place
        ('epoch 2', 'batch 7 of epoch 3')
        """
        if self.round.batches:
            return f"batch {self.round.batches} of epoch {self.epoch + 1}"
        return f"epoch {self.epoch}" if self.epoch else "the start"

    def finish_round(self, target: Target, scores: Scores, elapsed_s: float) -> EpochRecord:
        """Its point of every curve; the next round begins."""
        epoch, is_best = self.epoch + 1, self.best.is_beaten_by(scores.score, scores.loss)
        record = self.round.record(epoch, target, scores, is_best=is_best, elapsed_s=elapsed_s)
        if is_best:
            self.best = Best(epoch, scores.score, scores.loss)
        self.journal = runs.journal_entry(record, scores.cases)
        self.curve.append(self.journal["record"])
        self.epoch, self.round = epoch, RoundSums()
        return record

    def entry_of(self, epoch: int) -> Mapping[str, Any]:
        """Line of a round done in ``events.jsonl``; without its cases where that is long ago."""
        if self.journal.get("epoch") == epoch:
            return self.journal
        return {"epoch": epoch, "record": self.curve[epoch - 1], "cases": []}

    def state(self, step: int, active_s: float, tensors: Mapping[str, Tensor]) -> State:
        """What is to be saved."""
        is_known = self.best.epoch > 0
        return State(
            epoch=self.epoch,
            step=step,
            active_s=active_s,
            best_epoch=self.best.epoch,
            best_score=self.best.score if is_known else None,
            best_loss=self.best.loss if is_known else None,
            journal=self.journal,
            tensors=tensors,
            batch=self.round.batches,
            partial=self.round.to_json(),
            curve=tuple(self.curve),
            rate_factor=self.rate_factor,
            rollbacks=self.rollbacks,
        )
