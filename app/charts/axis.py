"""One axis of a chart: from values to pixels and back, and the round numbers beside it."""

import math
from dataclasses import dataclass

import numpy as np

from app.charts.numbers import Numbers

_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Axis:
    """Values from ``low`` to ``high`` over pixels from ``start`` to ``end``.

    Attributes:
        is_log: Equal steps are equal factors; ``low`` is then above 0.
    """

    low: float
    high: float
    start: float
    end: float
    is_log: bool = False

    def place(self, value: float) -> float:
        """The pixel of a value; NaN for what a logarithm does not have."""
        low, high = self.low, self.high
        if self.is_log:
            if not value > 0:
                return math.nan
            low, high, value = math.log10(low), math.log10(high), math.log10(value)
        return self.start + (value - low) * ((self.end - self.start) / (high - low))

    def places(self, values: Numbers) -> Numbers:
        """The pixels of values; NaN for what a logarithm does not have."""
        low, high = self.low, self.high
        if self.is_log:
            with np.errstate(divide="ignore", invalid="ignore"):
                values = np.where(values > 0, np.log10(values), np.nan)
            low, high = math.log10(low), math.log10(high)
        result: Numbers = self.start + (values - low) * ((self.end - self.start) / (high - low))
        return result

    def value(self, pixel: float) -> float:
        """The value at a pixel."""
        share = (pixel - self.start) / (self.end - self.start)
        if self.is_log:
            low, high = math.log10(self.low), math.log10(self.high)
            return float(10 ** (low + share * (high - low)))
        return self.low + share * (self.high - self.low)


def round_steps(low: float, high: float, most: int, *, whole: bool = False) -> list[float]:
    """At most ``most`` round numbers from ``low`` to ``high``.

    >>> round_steps(0.0, 1.0, 6), round_steps(1, 3, 9, whole=True)
    ([0.0, 0.2, 0.4, 0.6, 0.8, 1.0], [1.0, 2.0, 3.0])
    """
    span = high - low
    if not span > 0 or most < 1:
        return [low]
    power = 10.0 ** math.floor(math.log10(span / most))
    steps = [nice * power for nice in _NICE if span / (nice * power) <= most]
    step = steps[0] if steps else 10 * power
    if whole:
        step = max(1.0, float(math.ceil(step)))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(number * step, 12) for number in range(first, last + 1)]


def log_steps(low: float, high: float) -> list[float]:
    """Round numbers for a logarithmic axis over ``low`` to ``high``.

    >>> log_steps(0.3, 1.2)
    [0.3, 0.5, 0.7, 1.0]
    """
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    steps = (1, 2, 3, 5, 7) if high < 20 * low else (1, 3) if high < 1000 * low else (1,)
    values = [float(f"{step}e{power}") for power in range(first, last + 1) for step in steps]
    return [value for value in values if low * 0.9 < value < high * 1.1]


def padded(low: float, high: float, *, is_log: bool = False) -> tuple[float, float]:
    """A range with some room above and below; never empty.

    >>> padded(1.0, 1.0)[0] < 1.0 < padded(1.0, 1.0)[1]
    True
    """
    if is_log:
        factor = (high / low) ** 0.06 if high > low else 1.5
        return low / factor, high * factor
    room = (high - low) * 0.06 or abs(high) * 0.1 or 0.1
    return low - room, high + room


def number_text(value: float) -> str:
    """A number as axes and legends write it.

    >>> number_text(0.5), number_text(0.0005), number_text(12000.0), number_text(float("nan"))
    ('0.5', '5e-4', '12000', 'n/a')
    """
    if math.isnan(value):
        return "n/a"
    if abs(value) >= 1000:
        return f"{value:.0f}"
    if 0 < abs(value) < 0.01:
        digits, _, power = f"{value:.2e}".partition("e")
        return f"{digits.rstrip('0').rstrip('.')}e{int(power)}"
    return f"{value:.3g}"
