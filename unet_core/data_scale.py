"""The learning curve over data: what a quarter, a half and all of the patients bring.

Error falls with the number of examples n as a * n ** -b (Hestness 2017, arXiv:1712.00409), so a
few short trainings on growing shares of the patients say what more patients would bring, or that
it cannot be told.
"""

import contextlib
import dataclasses
import hashlib
import json
import math
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, stats

from unet_core import runs
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import Event, Notice
from unet_core.sampling import Split, make_split
from unet_core.slices import CACHE_FOLDER, SliceCase, cached_cases
from unet_core.target import Target, labels_in, make_target
from unet_core.train import train

SHARES = (0.25, 0.5, 0.75, 1.0)
FEWEST_PATIENTS = 3
"""To learn from: fewer give no curve."""
FEWEST_POINTS = 3
CONFIDENCE = 0.9
WIDEST = 0.15
"""Half the width of an interval of Dice beyond which nothing is said."""
STEEPEST = 2.0
LEARNED = 0.1
"""Best Dice below which a curve shows how little time there was, not how few patients."""


@dataclass(frozen=True)
class CurvePoint:
    """What one share of the patients brought.

    Attributes:
        patients: Learned from.
        dice: Of whole validation cases, mean, for each region, in the best round.
    """

    patients: int
    dice: Mapping[str, float | None]

    def words(self) -> str:
        """One line."""
        dice = ", ".join(f"{k} {'n/a' if d is None else f'{d:.3f}'}" for k, d in self.dice.items())
        people = "1 patient" if self.patients == 1 else f"{self.patients} patients"
        return f"Learned from {people}: case Dice {dice}"


@dataclass(frozen=True)
class Outlook:
    """What twice as many patients would bring, for one region.

    Attributes:
        dice: Expected case Dice; None where it cannot be told.
        low: Lower end of the 90 % interval.
        high: Upper end.
        sentence: The same in words.
    """

    dice: float | None
    low: float
    high: float
    sentence: str


@dataclass(frozen=True)
class LearningCurve:
    """Every share of the patients, on the same validation patients.

    Attributes:
        points: By rising number of patients.
        validation_cases: Names of the cases scored.
        minutes: Of each training.
        outlooks: For each region.
    """

    points: tuple[CurvePoint, ...]
    validation_cases: tuple[str, ...]
    minutes: float
    outlooks: Mapping[str, Outlook]

    @property
    def sentence(self) -> str:
        """What more patients would bring."""
        return " ".join(outlook.sentence for outlook in self.outlooks.values())

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {"learning_curve": dataclasses.asdict(self), "sentence": self.sentence}


def learning_curve(
    dataset: Path, root: Path, config: TrainConfig, minutes: float
) -> Generator[Event | CurvePoint | LearningCurve, None, None]:
    """Train on growing shares of the patients; the events of each run, a CurvePoint after each.

    At last a LearningCurve. Every share is a run of its own under ``root``: what is finished is
    not done again, what was cut short goes on.

    Args:
        dataset: Folder of image and mask pairs.
        root: Folder of runs.
        config: Settings of each run but for its time.
        minutes: Of learning, each.

    Raises:
        InputError: If there are too few patients, or a run fails.
    """
    cases = yield from cached_cases(dataset, config, root.absolute() / CACHE_FOLDER)
    target = make_target(config.target, labels_in(cases), config)
    split = make_split(cases, target, target.applied(config))
    shares = growing_shares(split, target, config.seed)
    settings = timed(config, minutes)
    held = tuple(part.case.case_id for part in split.validation)
    points: list[CurvePoint] = []
    for number, (patients, names) in enumerate(shares, start=1):
        yield Notice(f"Learning curve, run {number} of {len(shares)}: {patients} patients.")
        folder = root / _folder_name(dataset, settings, (*names, "", *held), patients)
        yield from _trained(dataset, folder, settings, names, held)
        points.append(CurvePoint(patients, _best_dice(folder)))
        yield points[-1]
    yield LearningCurve(tuple(points), held, minutes, outlooks(points))


def growing_shares(
    split: Split, target: Target, seed: int
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Number of patients and case names of each share; each holds the ones before it.

    The first patient holds as many of the labels as any does, so that every share can learn.

    Raises:
        InputError: If there are too few patients.
    """
    groups: dict[str, list[SliceCase]] = {}
    for part in split.train:
        case = part.case
        groups.setdefault(case.patient or f"case {case.case_id}", []).append(case)
    if len(groups) < FEWEST_PATIENTS:
        raise InputError(
            "the learning curve",
            f"needs {FEWEST_PATIENTS} patients to learn from, and there are {len(groups)}",
            "add patients",
        )
    held = {
        name: sum(
            any(case.report.label_voxels.get(v) for case in cases for v in values)
            for values in target.groups
        )
        for name, cases in groups.items()
    }
    order = np.random.default_rng([seed, 1]).permutation(len(groups))
    names = [sorted(groups)[int(i)] for i in order]
    names.sort(key=lambda name: held[name] < max(held.values()))
    names = [names[0], *(n for n in (sorted(groups)[int(i)] for i in order) if n != names[0])]
    counts = sorted({max(1, math.ceil(share * len(names))) for share in SHARES})
    return tuple(
        (count, tuple(case.case_id for name in names[:count] for case in groups[name]))
        for count in counts
    )


def timed(config: TrainConfig, minutes: float) -> TrainConfig:
    """``config`` for so many minutes, with as many rounds as it had."""
    batches = config.batches_per_epoch
    if config.minutes and batches:
        batches = max(1, round(batches * minutes / config.minutes))
    return dataclasses.replace(
        config,
        preset="learning-curve",
        minutes=minutes,
        batches_per_epoch=batches,
        patience=0,
    )


def _folder_name(dataset: Path, config: TrainConfig, names: Sequence[str], patients: int) -> str:
    key = json.dumps([str(dataset.absolute()), config.to_json(), list(names)])
    digest = hashlib.sha256(key.encode()).hexdigest()[:8]
    return f"learning-curve-{digest}-{patients}-patients"


def _trained(
    dataset: Path, folder: Path, config: TrainConfig, names: Sequence[str], held: Sequence[str]
) -> Generator[Event, None, None]:
    begun = (folder / runs.RUN_FILE).is_file()
    if begun and runs.read_run(folder).state == "finished":
        return
    events = train(
        dataset,
        folder,
        config,
        training_cases=tuple(names),
        validation_cases=tuple(held),
        resume=begun,
    )
    with contextlib.closing(events):  # type: ignore[type-var]
        yield from events


def _best_dice(folder: Path) -> dict[str, float | None]:
    best = [record for record in runs.read_records(folder) if record.is_best]
    if not best:
        raise InputError(folder.name, "finished no round", "give the learning curve more minutes")
    return dict(best[-1].dice)


# --- reading the curve -----------------------------------------------------------------------


def outlooks(points: Sequence[CurvePoint]) -> dict[str, Outlook]:
    """What twice as many patients would bring, for each region."""
    found = {}
    for name in points[-1].dice:
        known = [(p.patients, p.dice[name]) for p in points if p.dice.get(name) is not None]
        found[name] = outlook(name, [n for n, _ in known], [d or 0.0 for _, d in known])
    return found


def outlook(name: str, patients: Sequence[int], dice: Sequence[float]) -> Outlook:
    """What twice the last number of patients would bring, by a power law of the error.

    The interval holds the scatter of the runs about the law as well as the doubt in it, with
    Student's t for so few points.

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
    fit = _fitted(np.asarray(patients, float), 1 - np.asarray(dice), doubled)
    if fit is None or fit[1] > WIDEST:
        text = (
            f"{name.capitalize()} Dice went from {measured}, too unevenly to tell what "
            f"{doubled} would bring."
        )
        return dataclasses.replace(nothing, sentence=text)
    error, width = fit
    low, high = max(0.0, 1 - error - width), min(1.0, 1 - error + width)
    gain = 1 - error - dice[-1]
    verdict = "more patients are worth it" if low > dice[-1] + 0.01 else "the gain is not certain"
    if high < dice[-1] + 0.02:
        verdict = "more patients of the same kind would hardly help"
    text = (
        f"{name.capitalize()} Dice went from {measured}; twice as many ({doubled}) would bring "
        f"about {1 - error:.2f} ({low:.2f} to {high:.2f}), {gain:+.2f}: {verdict}."
    )
    return Outlook(1 - error, low, high, text)


def _law(n: NDArray[np.float64], a: float, b: float) -> NDArray[np.float64]:
    error: NDArray[np.float64] = a * n**-b
    return error


def _fitted(
    n: NDArray[np.float64], error: NDArray[np.float64], wanted: float
) -> tuple[float, float] | None:
    """Error at ``wanted`` and half the width of its interval; None if no law fits."""
    try:
        (a, b), doubt = optimize.curve_fit(
            _law, n, error, p0=(max(float(error[0]), 1e-3), 0.3), bounds=([0, 0], [10, STEEPEST])
        )
    except (RuntimeError, ValueError, optimize.OptimizeWarning):
        return None
    freedom = len(n) - 2
    scatter = float(((error - _law(n, a, b)) ** 2).sum()) / freedom
    slope = np.array([wanted**-b, -a * math.log(wanted) * wanted**-b])
    variance = float(slope @ doubt @ slope) + scatter
    if not math.isfinite(variance):
        return None
    width = float(stats.t.ppf(0.5 + CONFIDENCE / 2, freedom)) * math.sqrt(max(variance, 0.0))
    return float(a * wanted**-b), width
