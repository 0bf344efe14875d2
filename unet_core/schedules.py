"""How far weights move at each moment of a run: learning rates as functions of progress alone.

Nothing is remembered between steps, so a continued run goes on as it would have, and every
schedule but the constant one is at zero when the run ends, on time or after its rounds.
"""

import math
from collections.abc import Callable, Mapping

from unet_core.config import TrainConfig

WARM_UP = 0.03
"""Share of a run in which the rate rises, before ``cosine`` and ``polynomial`` fall."""
POLYNOMIAL_POWER = 0.9
"""As nnU-Net (Isensee 2021, doi:10.1038/s41592-020-01008-z)."""
CYCLE = 0.9
"""Share of a run that the one cycle takes; in the rest the rate falls far below its start."""
CYCLE_START = 0.1
"""Rate at both ends of the cycle, as a share of its peak."""


def learning_rate(config: TrainConfig, progress: float) -> float:
    """The rate when a share ``progress`` (0..1) of the run is done.

    >>> from unet_core.config import PRESETS
    >>> learning_rate(PRESETS["standard"], 1.0)
    0.0
    """
    share = _SHARES[config.schedule](min(max(progress, 0.0), 1.0))
    return config.learning_rate * share


def _constant(_progress: float) -> float:
    return 1.0


def _cosine(progress: float) -> float:
    """Half a cosine (Loshchilov 2017, arXiv:1608.03983) after a linear warm-up."""
    fall = _fall(progress)
    return _warm_up(progress) if fall < 0 else 0.5 * (1 + math.cos(math.pi * fall))


def _polynomial(progress: float) -> float:
    fall = _fall(progress)
    return _warm_up(progress) if fall < 0 else (1 - fall) ** POLYNOMIAL_POWER


def _one_cycle(progress: float) -> float:
    """Up and down in straight lines, then to zero (Smith 2018, arXiv:1708.07120)."""
    if progress >= CYCLE:
        return CYCLE_START * (1 - progress) / (1 - CYCLE)
    from_peak = abs(progress - CYCLE / 2) / (CYCLE / 2)
    return 1 - (1 - CYCLE_START) * from_peak


def _warm_up(progress: float) -> float:
    return max(progress / WARM_UP, 0.01)


def _fall(progress: float) -> float:
    """Share of the way down after the warm-up; negative during it."""
    return (progress - WARM_UP) / (1 - WARM_UP)


_SHARES: Mapping[str, Callable[[float], float]] = {
    "constant": _constant,
    "cosine": _cosine,
    "polynomial": _polynomial,
    "one_cycle": _one_cycle,
}
