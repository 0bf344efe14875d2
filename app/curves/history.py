"""How the slices of a patient went, round after round; grows without copying what it holds."""

import numpy as np
from numpy.typing import NDArray

from unet_core.events import SlicesScored
from unet_core.slice_history import SliceHistory

Dice = NDArray[np.float32]


class GrowingHistory:
    """Dice of every slice of one validation patient, by epoch.

    Attributes:
        case_id: Whose.
        regions: Names, for the last axis of ``dice``.
    """

    def __init__(self, case_id: str, regions: tuple[str, ...], slices: int) -> None:
        self.case_id, self.regions = case_id, regions
        self._epochs = np.zeros(16, np.int64)
        self._dice = np.full((16, slices, len(regions)), np.nan, np.float32)
        self._case_dice = np.full((16, len(regions)), np.nan, np.float32)
        self._count = 0

    @classmethod
    def of(cls, read: SliceHistory) -> "GrowingHistory":
        """Go on with what was read."""
        made = cls(read.case_id, read.regions, read.dice.shape[1])
        made._epochs, made._dice, made._case_dice = read.epochs, read.dice, read.case_dice
        made._count = len(read.epochs)
        return made

    def __len__(self) -> int:
        return self._count

    @property
    def epochs(self) -> NDArray[np.int64]:
        """(E,) rising."""
        return self._epochs[: self._count]

    @property
    def dice(self) -> Dice:
        """(E, Z, R) float32, NaN for n/a; no copy."""
        return self._dice[: self._count]

    @property
    def case_dice(self) -> Dice:
        """(E, R) float32 of the whole case."""
        return self._case_dice[: self._count]

    @property
    def slices(self) -> int:
        """How many there are."""
        return int(self._dice.shape[1])

    def place_of(self, epoch: int) -> int | None:
        """Where an epoch is; None if this patient was not scored in it."""
        place = int(np.searchsorted(self.epochs, epoch))
        return place if place < self._count and self.epochs[place] == epoch else None

    def append(self, event: SlicesScored) -> None:
        """Take in a round; those after it, of a run that went back, are gone."""
        self.append_row(event.epoch, event.dice, np.array(event.case_dice))

    def append_row(
        self, epoch: int, dice: NDArray[np.floating], case_dice: NDArray[np.floating]
    ) -> None:
        """The same from its parts; scores of another shape are left out."""
        if dice.shape != self._dice.shape[1:]:
            return
        self._count = int(np.searchsorted(self.epochs, epoch))
        if self._count == len(self._epochs):
            more = max(len(self._epochs), 16)
            self._epochs = np.concatenate([self._epochs, np.zeros(more, np.int64)])
            self._dice = np.concatenate([self._dice, _empty(more, self._dice)])
            self._case_dice = np.concatenate([self._case_dice, _empty(more, self._case_dice)])
        self._epochs[self._count] = epoch
        self._dice[self._count] = dice
        self._case_dice[self._count] = case_dice
        self._count += 1


def _empty(count: int, like: Dice) -> Dice:
    return np.full((count, *like.shape[1:]), np.nan, np.float32)
