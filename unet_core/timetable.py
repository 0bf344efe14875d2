"""When a run saves and ends, and how fast it learns, by its own clock."""

import math
from typing import Literal

from unet_core.clock import Clock
from unet_core.config import TrainConfig
from unet_core.schedules import learning_rate
from unet_core.stretches import Stretch

Reason = Literal["finished", "patience", "time"]
"""Why a run ends."""
_FORWARD_SHARE, _SECONDS_A_SLICE = 0.3, 0.01
"""First guess of validating a slice: this share of a step, and enlarging and scoring."""
_SMOOTHING = 0.9


class Timetable:
    """The times of one run.

    Attributes:
        stretch: The part of the run that is under way.
        has_unsaved: Whether a batch was learned from since the last save.

    Args:
        config: Its settings.
        clock: Seconds of its own work.
        batches: In a round.
        slices: To validate after each round.
    """

    def __init__(self, config: TrainConfig, clock: Clock, batches: int, slices: int) -> None:
        self.stretch = Stretch.original(config)
        self._config = config
        self._clock = clock
        self._batches = batches
        self._slices = slices
        self._batch_s = 0.0
        self._measured = 0
        self._scoring_s = 0.0
        self._saved_s = 0.0
        self.has_unsaved = False

    # --- measured ----------------------------------------------------------------------------

    def batch_took(self, seconds: float) -> None:
        """A batch was read and learned from."""
        self.has_unsaved = True
        self._measured += 1  # the first one is slow: memory is new and threads are starting
        share = _SMOOTHING if self._measured > 2 else 0.0
        self._batch_s = share * self._batch_s + (1 - share) * seconds

    def scoring_took(self, seconds: float) -> None:
        """A round was validated and saved."""
        self._scoring_s = seconds

    def guess_scoring(self, seconds: float) -> tuple[str, ...]:
        """It will take about so long; a sentence where no time is left to learn."""
        self._scoring_s = seconds
        limit_s = self.stretch.minutes * 60
        if seconds < limit_s:
            return ()
        return (
            f"Scoring the validation cases takes about {seconds:.0f} s, more than the "
            f"{limit_s:.0f} s asked for: this run ends late. Choose fewer validation cases.",
        )

    @property
    def is_blind(self) -> bool:
        """Whether a time limit is to be kept and nobody knows how long scoring takes."""
        return self.stretch.minutes > 0 and not self._scoring_s

    def saved(self) -> None:
        """All that was learned so far is on disk."""
        self._saved_s, self.has_unsaved = self._clock.seconds, False

    # --- what follows ------------------------------------------------------------------------

    @property
    def images_per_s(self) -> float:
        """Slices learned from in a second of late; 0 before the first batch."""
        return self._config.batch_size / self._batch_s if self._batch_s else 0.0

    def rate(self, epoch: int, batches_done: int) -> float:
        """Learning rate of the next batch after ``epoch`` rounds."""
        share = batches_done / self._batches
        progress = self.stretch.progress(epoch, share, self._clock.seconds)
        return learning_rate(self._config, progress) * self.stretch.rate_share

    def must_save(self, batches_done: int) -> bool:
        """Whether waiting for the next occasion would leave too much work unsaved."""
        next_s = self._batch_s if batches_done < self._batches else self._reserve_s()
        unsaved_s = self._clock.seconds - self._saved_s
        return unsaved_s + next_s >= self._config.save_minutes * 60

    def is_up(self) -> bool:
        """Whether the time left is what scoring and saving this round will take."""
        return self._left_s() < self._reserve_s() + self._batch_s

    def remaining_s(self, epoch: int, batch: int) -> float | None:
        """Until the end, within round ``epoch``; None until it can be told."""
        if self.stretch.minutes:
            return max(self._left_s(), 0.0)
        if self._measured < 2:
            return None
        rounds = self.stretch.epoch_limit - epoch
        batches = (rounds + 1) * self._batches - batch
        return batches * self._batch_s + (rounds + 1) * self._reserve_s()

    def end(self, epoch: int, best_epoch: int) -> Reason | None:
        """Why no round follows the ``epoch`` that are done; None if one does."""
        stretch, patience = self.stretch, self._config.patience
        rounds = epoch - stretch.from_epoch
        if rounds and self._left_s() < self._reserve_s() + 2 * self._batch_s:
            return "time"
        if stretch.epoch_limit and epoch >= stretch.epoch_limit:
            return "finished"
        if patience and epoch - max(best_epoch, stretch.from_epoch) >= patience:
            return "patience"
        return None

    def _left_s(self) -> float:
        ends_s = self.stretch.ends_s
        return ends_s - self._clock.seconds if math.isfinite(ends_s) else math.inf

    def _reserve_s(self) -> float:
        """What scoring and saving will take."""
        if self._scoring_s:
            return self._scoring_s
        forward_s = _FORWARD_SHARE * self._batch_s / self._config.batch_size
        return self._slices * (forward_s + _SECONDS_A_SLICE)
