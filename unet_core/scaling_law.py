"""What a learning curve over data says: the law of its points, and twice as many patients.

Error falls with the number of examples n as a * n ** -b (Hestness 2017, arXiv:1712.00409).
"""

import dataclasses
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, stats

from unet_core.learning_curves import CurvePoint, Outlook, TrendPoint

FEWEST_POINTS = 3
CONFIDENCE = 0.9
WIDEST = 0.15
"""Half the width of an interval of Dice beyond which nothing is said."""
STEEPEST = 2.0
LEARNED = 0.1
"""Best Dice below which a curve shows how little time there was, not how few patients."""
TREND_POINTS, MOST_POINTS = 60, 400
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Law:
    """A power law of the error, and how far it may be off.

    Attributes:
        a: Error with one patient.
        b: How fast it falls.
        doubt: (2, 2) covariance of the two.
        scatter: Variance of the runs about the law.
        freedom: Degrees of it.
    """

    a: float
    b: float
    doubt: Numbers
    scatter: float
    freedom: int

    @classmethod
    def of(cls, patients: Numbers, error: Numbers) -> Self | None:
        """The law nearest to some runs; None if none is."""
        start = (max(float(error[0]), 1e-3), 0.3)
        try:
            (a, b), doubt = optimize.curve_fit(
                _error, patients, error, p0=start, bounds=([0, 0], [10, STEEPEST])
            )
        except (RuntimeError, ValueError, optimize.OptimizeWarning):
            return None
        freedom = len(patients) - 2
        scatter = float(((error - _error(patients, a, b)) ** 2).sum()) / freedom
        made = cls(float(a), float(b), np.asarray(doubt, np.float64), scatter, freedom)
        return made if math.isfinite(made.half_width(2 * float(patients[-1]))) else None

    def dice(self, patients: float) -> float:
        """Expected with so many."""
        return 1 - self.a * math.pow(patients, -self.b)

    def half_width(self, patients: float) -> float:
        """Of the interval, which holds the scatter of the runs as well as the doubt in the law.

        With Student's t for so few points.
        """
        slope = np.array([patients**-self.b, -self.a * math.log(patients) * patients**-self.b])
        variance = float(slope @ self.doubt @ slope) + self.scatter
        if not math.isfinite(variance):
            return math.inf
        factor = float(stats.t.ppf(0.5 + CONFIDENCE / 2, self.freedom))
        return factor * math.sqrt(max(variance, 0.0))

    def point(self, patients: float) -> TrendPoint:
        """Dice and interval, within what Dice can be."""
        dice, width = self.dice(patients), self.half_width(patients)
        low, high = max(0.0, dice - width), min(1.0, dice + width)
        return TrendPoint(patients, min(max(dice, 0.0), 1.0), low, high)

    def trend(self, first: float, last: float) -> tuple[TrendPoint, ...]:
        """All along; at each whole number of patients, unless those are very many."""
        span = round(last - first)
        count = max(1, TREND_POINTS // max(span, 1)) * span if span < MOST_POINTS else MOST_POINTS
        return tuple(self.point(float(n)) for n in np.linspace(first, last, count + 1))


def outlooks(points: Sequence[CurvePoint]) -> dict[str, Outlook]:
    """What twice as many patients would bring, for each region."""
    found = {}
    for name in points[-1].dice:
        known = [(p.patients, p.dice[name]) for p in points if p.dice.get(name) is not None]
        found[name] = outlook(name, [n for n, _ in known], [d or 0.0 for _, d in known])
    return found


def outlook(name: str, patients: Sequence[int], dice: Sequence[float]) -> Outlook:
    """What twice the last number of patients would bring, by a power law of the error.

    Args:
        name: Of the region.
        patients: Rising.
        dice: With so many each.
    """
    nothing = Outlook(None, math.nan, math.nan, "")
    if len(patients) < FEWEST_POINTS:
        text = f"What more patients would bring for {name} cannot be told from {len(dice)} runs."
        return dataclasses.replace(nothing, sentence=text)
    if max(dice) < LEARNED:
        text = (
            f"{name.capitalize()} was not learned from any number of patients (Dice "
            f"{max(dice):.2f} at best): these trainings were too short to tell what more "
            "patients would bring; give them more minutes."
        )
        return dataclasses.replace(nothing, sentence=text)
    doubled = 2 * patients[-1]
    measured = f"{dice[0]:.2f} with {patients[0]} to {dice[-1]:.2f} with {patients[-1]} patients"
    law = Law.of(np.asarray(patients, float), 1 - np.asarray(dice))
    if law is None or law.half_width(doubled) > WIDEST:
        text = (
            f"{name.capitalize()} Dice went from {measured}, too unevenly to tell what "
            f"{doubled} would bring."
        )
        trend = law.trend(patients[0], doubled) if law is not None else ()
        return dataclasses.replace(nothing, sentence=text, trend=trend)
    error, width = 1 - law.dice(doubled), law.half_width(doubled)
    low, high = max(0.0, 1 - error - width), min(1.0, 1 - error + width)
    gain = 1 - error - dice[-1]
    verdict = "more patients are worth it" if low > dice[-1] + 0.01 else "the gain is not certain"
    if high < dice[-1] + 0.02:
        verdict = "more patients of the same kind would hardly help"
    text = (
        f"{name.capitalize()} Dice went from {measured}; twice as many ({doubled}) would bring "
        f"about {1 - error:.2f} ({low:.2f} to {high:.2f}), {gain:+.2f}: {verdict}."
    )
    return Outlook(1 - error, low, high, text, law.trend(patients[0], doubled))


def _error(patients: Numbers, a: float, b: float) -> Numbers:
    error: Numbers = a * patients**-b
    return error
