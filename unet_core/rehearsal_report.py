"""What a rehearsal tells: its checks, and what the whole run will take."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """One thing a rehearsal proved, or could not.

    Attributes:
        name: Such as "loss" or "checkpoint".
        sentence: What was seen, with the numbers it was seen in.
        remedy: What to do where it was not passed.
    """

    name: str
    passed: bool
    sentence: str
    remedy: str = ""


@dataclass(frozen=True)
class RunForecast:
    """What the whole run will take, from a rehearsal of it.

    Attributes:
        round_s: Seconds of a round, validating and saving included.
        rounds: Rounds in all.
        run_s: Seconds of the run.
        peak_memory_mb: Largest resident memory, MiB; 0 if unknown.
        disk_mb: Of run folder and slice cache together, MiB.
    """

    round_s: float
    rounds: int
    run_s: float
    peak_memory_mb: float
    disk_mb: float


@dataclass(frozen=True)
class Rehearsed:
    """A rehearsal is over: all checks passed, or the last one was not.

    Attributes:
        checks: In the order they were made.
        forecast: None where a check was not passed.
        seconds: The rehearsal took.
    """

    checks: tuple[Check, ...]
    forecast: RunForecast | None
    seconds: float

    @property
    def is_ready(self) -> bool:
        """Whether the run may begin."""
        return bool(self.checks) and all(check.passed for check in self.checks)
