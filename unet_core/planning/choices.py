"""One decision of a plan with its reason, and how numbers are said in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from unet_core.forecast import Forecast


@dataclass(frozen=True)
class Choice:
    """One decision.

    Attributes:
        setting: What was decided, as a title.
        value: What for, in words.
        reason: Why, with the numbers it comes from; whole sentences.
        changes: Settings by name that it stands for; ``model.depth`` is the network's.
    """

    setting: str
    value: str
    reason: str
    changes: Mapping[str, Any] = field(default_factory=dict)


def seconds_words(seconds: float) -> str:
    """A duration as people say it.

    >>> seconds_words(0.25), seconds_words(42.0), seconds_words(600.0), seconds_words(9000.0)
    ('0.25 s', '42 s', '10 min', '2 h 30 min')
    """
    if seconds < 10:
        return f"{seconds:.2g} s"
    if seconds < 120:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"


def percent(share: float) -> str:
    """A share in words; small ones with their first two digits.

    >>> percent(0.184), percent(0.0084), percent(0.0)
    ('18 %', '0.84 %', '0 %')
    """
    return f"{100 * share:.0f} %" if share >= 0.095 or not share else f"{100 * share:.2g} %"


def squared(size: int) -> str:
    """A picture's size: ``256x256``."""
    return f"{size}x{size}"


def counted(count: int, noun: str) -> str:
    """A number of things.

    >>> counted(1, "patient"), counted(1200, "slice")
    ('1 patient', '1,200 slices')
    """
    return f"1 {noun}" if count == 1 else f"{count:,} {noun}s"


def forecast_words(planned: Forecast, minutes: float) -> str:
    """A forecast in one sentence or two."""
    if minutes:
        length = f"{seconds_words(60 * minutes)} of learning"
    else:
        length = f"at most {seconds_words(planned.learn_s)} of learning"
    memory = f"{planned.memory_mb / 1024:.1f} GB of memory"
    if planned.device == "cuda":
        memory = f"{planned.card_mb / 1024:.1f} GB on the graphics card and {memory}"
    doubt = ", measured beside busy programs and so too slow" * planned.is_disturbed
    reading = seconds_words(planned.prepare_s)
    return (
        f"Forecast{doubt}: {reading} to read the scans once, then {length} in "
        f"{counted(planned.rounds, 'round')}, from {planned.images:,} slices; {memory}, "
        f"{planned.disk_mb / 1024:.1f} GB on the disk."
    )
