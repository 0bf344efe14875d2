"""Parts of a run with a schedule of their own: the run as it was begun, and each extension.

"Train 20 more epochs" does not pretend that the run had been longer from the start: its learning
rate had fallen to zero. It is a warm restart (SGDR, Loshchilov 2017, arXiv:1608.03983): the rate
rises again, to half of the original one so that what was learned is not undone, and falls to zero
once more. Best score and curve go on; rounds without gain are counted from the restart.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from unet_core.config import TrainConfig
from unet_core.errors import InputError

RESTART_SHARE = 0.5
"""Share of the original learning rate that an extension restarts at."""


@dataclass(frozen=True)
class Stretch:
    """How far a part of a run goes and how fast it learns.

    Attributes:
        epochs: Rounds of its own at most; 0 where ``minutes`` decide.
        minutes: Time of its own; 0 for no limit.
        from_epoch: Rounds done before it.
        from_s: Seconds of work done before it.
        rate_share: The learning rate is multiplied by it.
    """

    epochs: int
    minutes: float = 0.0
    from_epoch: int = 0
    from_s: float = 0.0
    rate_share: float = 1.0

    @classmethod
    def original(cls, config: TrainConfig) -> Self:
        """The run as it was begun."""
        return cls(config.epoch_limit, config.minutes)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The one ``to_json`` described."""
        names = {field.name for field in dataclasses.fields(cls)}
        return cls(**{key: value for key, value in values.items() if key in names})

    def to_json(self, config: TrainConfig) -> dict[str, Any]:
        """Plain values for ``run.json``, the learning rate it restarts at among them."""
        rate = config.learning_rate * self.rate_share
        return {**dataclasses.asdict(self), "learning_rate": rate}

    @property
    def epoch_limit(self) -> int:
        """Number of its last round; 0 where the time decides."""
        return self.from_epoch + self.epochs if self.epochs else 0

    @property
    def ends_s(self) -> float:
        """Seconds of work after which it ends; infinite without a time limit."""
        return self.from_s + self.minutes * 60 if self.minutes else float("inf")

    def progress(self, epoch: int, batch_share: float, seconds: float) -> float:
        """Share of it that is done when ``epoch`` rounds and part of the next one are."""
        if self.minutes:
            return (seconds - self.from_s) / (self.minutes * 60)
        return (epoch + batch_share - self.from_epoch) / self.epochs


@dataclass(frozen=True)
class More:
    """What a finished or stopped run shall do beyond: rounds, or minutes.

    Raises:
        InputError: If it is both, or less than nothing.
    """

    epochs: int = 0
    minutes: float = 0.0

    def __post_init__(self) -> None:
        if self.epochs and self.minutes:
            raise InputError(
                "the extension", "is given in epochs and in minutes", "choose one of them"
            )
        if self.epochs < 0 or not 0 <= self.minutes < float("inf"):
            raise InputError("the extension", "is no positive number", "give a positive one")

    @classmethod
    def of_run(cls, epochs: int, minutes: float, resume: bool) -> Self:
        """What was asked for.

        Raises:
            InputError: If it cannot be, or no run is resumed.
        """
        more = cls(epochs, minutes)
        if more and not resume:
            raise InputError("the extension", "is of no run", "name a run to resume")
        return more

    def __bool__(self) -> bool:
        return bool(self.epochs or self.minutes)

    def stretch(self, epoch: int, seconds: float) -> Stretch:
        """The extension that begins when ``epoch`` rounds are done.

        Raises:
            InputError: If none is.
        """
        if not epoch:
            raise InputError(
                "the run", "has no finished epoch to go on from", "continue it as it was begun"
            )
        return Stretch(self.epochs, self.minutes, epoch, seconds, RESTART_SHARE)


def current_stretch(values: Mapping[str, Any], config: TrainConfig) -> Stretch:
    """The last extension in ``run.json``, or the run as it was begun."""
    extensions = values.get("extensions", ())
    return Stretch.from_json(extensions[-1]) if extensions else Stretch.original(config)
