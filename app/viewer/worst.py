"""Which slices to look at first: those whose masks agree least."""

import numpy as np
from numpy.typing import NDArray


def ranking(dice: NDArray[np.float64]) -> list[int]:
    """Slices of (Z, R) Dice from the worst to the best, by their lowest; n/a ones are left out.

    >>> ranking(np.array([[0.9, np.nan], [0.5, 0.8], [np.nan, np.nan], [0.9, 0.1]]))
    [3, 1, 0]
    """
    lowest = np.min(np.where(np.isnan(dice), np.inf, dice), axis=1, initial=np.inf)
    order = np.argsort(lowest, kind="stable")
    found: list[int] = order[np.isfinite(lowest[order])].tolist()
    return found


class WorstWalk:
    """Goes through a ranking, and begins again from the worst after the user has been elsewhere."""

    def __init__(self, slices: list[int]) -> None:
        self._slices = slices
        self._rank = -1

    def next(self, step: int, here: int) -> int | None:
        """The slice ``step`` ranks further, around the end; None where nothing is ranked.

        Args:
            step: 1 to better, -1 to worse ones.
            here: The slice on show.
        """
        if not self._slices:
            return None
        stayed = self._rank >= 0 and self._slices[self._rank] == here
        self._rank = (self._rank + step) % len(self._slices) if stayed else 0
        return self._slices[self._rank]
