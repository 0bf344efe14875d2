"""Two readers of the same cases: how far they agree, and what that says about a network's Dice.

Neither reader is the reference, so only numbers that stay when both change places are told. Their
agreement is the band a network can be measured by: one that reaches it disagrees with a reader no
more than another reader does.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from unet_core.scores import Estimate, Evaluated

LOW, HIGH = 25.0, 75.0
BAND_RULE = (
    "The band reaches from the lower to the upper quartile of the cases' Dice between the two "
    "readers; the line in it is the median."
)


@dataclass(frozen=True)
class HumanBand:
    """Dice between two readers of one region.

    Attributes:
        region: Its name.
        low: Lower quartile over cases.
        median: Median.
        high: Upper quartile.
        cases: How many cases it is of.
    """

    region: str
    low: float
    median: float
    high: float
    cases: int

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


def human_bands(cases: Sequence[Evaluated]) -> tuple[HumanBand, ...]:
    """The band of each region that occurs in any case."""
    found: dict[str, list[float]] = {}
    for case in cases:
        for score in case.scores:
            if score.case_dice is not None:
                found.setdefault(score.region.name, []).append(score.case_dice)
    return tuple(_band(region, values) for region, values in found.items())


def _band(region: str, values: Sequence[float]) -> HumanBand:
    low, median, high = np.percentile(values, [LOW, 50.0, HIGH]).tolist()
    return HumanBand(region, low, median, high, len(values))


def band_words(band: HumanBand, dice: Estimate) -> str:
    """A sentence on how far two readers agree."""
    cases = "1 case" if band.cases == 1 else f"{band.cases} cases"
    reach = (
        "" if dice.low is None else f", 95 % interval of the mean {dice.low:.3f} to {dice.high:.3f}"
    )
    return (
        f"On {band.region} the readers agree with a median Dice of {band.median:.3f} "
        f"(middle half {band.low:.3f} to {band.high:.3f}, {cases}{reach})."
    )
