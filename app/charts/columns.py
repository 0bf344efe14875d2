"""The rounds of a run as columns that grow: one more round costs the same after ten thousand."""

from collections.abc import Mapping

import numpy as np

from app.charts.numbers import Numbers
from unet_core.events import EpochRecord
from unet_core.run_columns import keys_of, values_of

_FIRST_ROOM = 64


class GrowingColumns:
    """Columns by name, as ``unet_core.run_columns`` has them, each as long as there are rounds."""

    def __init__(self, columns: Mapping[str, Numbers] | None = None) -> None:
        self._columns = {name: np.array(values) for name, values in (columns or {}).items()}
        self._count = len(next(iter(self._columns.values()), ()))
        self._room = self._count

    def __len__(self) -> int:
        return self._count

    @property
    def epochs(self) -> Numbers:
        """Numbers of the rounds, rising."""
        return self.of("epoch")

    @property
    def best_epoch(self) -> int | None:
        """The round whose weights are kept: the last one that was best when it was done."""
        best = np.flatnonzero(self.of("is_best") > 0)
        return int(self.epochs[best[-1]]) if len(best) else None

    def of(self, name: str) -> Numbers:
        """A column; NaN where a run does not say."""
        column = self._columns.get(name)
        return np.full(self._count, np.nan) if column is None else column[: self._count]

    def keys(self, prefix: str) -> list[str]:
        """Regions or parts there are columns of, such as ``dice``."""
        return keys_of(self._columns, prefix)

    def append(self, record: EpochRecord) -> None:
        """Take in a round; one that is there already is replaced, and those after it are gone."""
        self._count = int(np.searchsorted(self.epochs, record.epoch))
        if self._count == self._room:
            self._grow()
        for column in self._columns.values():
            column[self._count] = np.nan
        for name, value in values_of(record):
            if name not in self._columns:
                self._columns[name] = np.full(self._room, np.nan)
            self._columns[name][self._count] = value
        self._count += 1

    def add_before(self, earlier: Mapping[str, Numbers]) -> None:
        """Put the rounds of ``earlier`` in front that come before those here."""
        older = GrowingColumns(earlier)
        first = int(self.epochs[0]) if self._count else None
        keep = older._count if first is None else int(np.searchsorted(older.epochs, first))
        if not keep:
            return
        names = dict.fromkeys((*older._columns, *self._columns))
        joined = {name: np.concatenate([older.of(name)[:keep], self.of(name)]) for name in names}
        self._columns, self._count = joined, keep + self._count
        self._room = self._count

    def _grow(self) -> None:
        self._room = max(2 * self._room, _FIRST_ROOM)
        for name, column in self._columns.items():
            larger = np.full(self._room, np.nan)
            larger[: self._count] = column[: self._count]
            self._columns[name] = larger
