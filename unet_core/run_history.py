"""What is known of a run so far, gathered from its events: what the run doctor looks at."""

import itertools
import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from unet_core.config import TrainConfig
from unet_core.events import (
    BatchDone,
    CaseChecked,
    CaseReport,
    EpochDone,
    EpochRecord,
    Event,
    Notice,
    RunStarted,
)
from unet_core.machine import Machine
from unet_core.persons import Pair
from unet_core.volume import Region, regions_of

NOT_A_NUMBER = "not a number"
"""Words by which a notice of a loss that overflowed is known."""

SHORTEST_ROUND_S = 1e-6
"""A round said to be shorter comes from a clock that was set back, or from a damaged record."""


@dataclass
class History:
    """A run from its first event to its newest.

    Attributes:
        config: Its settings.
        machine: The computer it runs on.
        reports: What the check of each case found, by name.
        started: None before the first batch.
        records: Finished rounds, those before a resume among them.
        losses: Of the batches of the running round.
        losses_before: Of the batches of the round before.
        setbacks: Rounds in which the loss stopped being a number.
        pairs: Training and validation cases that may be of one person.
    """

    config: TrainConfig
    machine: Machine = field(default_factory=Machine)
    reports: dict[str, CaseReport] = field(default_factory=dict)
    started: RunStarted | None = None
    records: list[EpochRecord] = field(default_factory=list)
    losses: list[float] = field(default_factory=list)
    losses_before: list[float] = field(default_factory=list)
    setbacks: list[int] = field(default_factory=list)
    pairs: tuple[Pair, ...] = ()

    def take(self, event: Event) -> None:
        """Remember what an event says."""
        match event:
            case CaseChecked():
                self.reports[event.report.case_id] = event.report
            case RunStarted():
                self.started = event
            case BatchDone():
                if event.batch == 1:
                    self.losses.clear()
                self.losses.append(event.loss)
            case EpochDone():
                self.records = [r for r in self.records if r.epoch < event.record.epoch]
                self.records.append(event.record)
                self.losses_before, self.losses = self.losses, []
            case Notice() if NOT_A_NUMBER in event.text:
                self.setbacks.append(self.epoch + 1)

    @property
    def epoch(self) -> int:
        """Rounds finished."""
        return self.records[-1].epoch if self.records else 0

    @property
    def steps(self) -> int:
        """Batches in the finished rounds, about."""
        return len(self.records) * (self.started.batches if self.started else 0)

    @property
    def round_s(self) -> float:
        """Seconds of a round, in the middle; 0 before the first."""
        ends = [record.elapsed_s for record in self.records]
        if self.records and self.records[0].epoch == 1:
            ends.insert(0, 0.0)
        lengths = [after - before for before, after in itertools.pairwise(ends)]
        return statistics.median(lengths) if lengths else 0.0

    @property
    def rounds(self) -> int:
        """Rounds in the whole run; 0 while that cannot be told."""
        if self.config.epoch_limit:
            return max(self.config.epoch_limit, self.started.epochs if self.started else 0)
        told = self.round_s >= SHORTEST_ROUND_S
        return round(self.config.minutes * 60 / self.round_s) if told else 0

    @property
    def share_done(self) -> float:
        """How much of the run is over, 0..1."""
        return min(self.epoch / self.rounds, 1.0) if self.rounds else 0.0

    @property
    def regions(self) -> tuple[Region, ...]:
        """What is scored."""
        return regions_of(self.started.labels) if self.started and self.started.labels else ()

    @property
    def splits_slices(self) -> bool:
        """Whether slices of one case are on both sides."""
        if self.started is None or self.config.split == "slice":
            return True
        return bool(set(self.started.train_cases) & set(self.started.validation_cases))

    def voxels(self, cases: Sequence[str], values: Sequence[int]) -> int:
        """Voxels of some label values in the masks of some cases."""
        reports = [self.reports[name] for name in cases if name in self.reports]
        return sum(report.label_voxels.get(value, 0) for report in reports for value in values)

    def knows(self, cases: Sequence[str]) -> bool:
        """Whether the check of each of these cases was seen."""
        return bool(cases) and all(name in self.reports for name in cases)


def known(values: Sequence[float]) -> list[float]:
    """Those that are finite numbers."""
    return [value for value in values if math.isfinite(value)]


def middle(values: Sequence[float]) -> float:
    """Their median; NaN of none."""
    return statistics.median(values) if values else math.nan
