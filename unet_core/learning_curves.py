"""A learning curve over data as it is kept beside the runs: what was asked, found and concluded.

Read without torch, so that a window or a report can say what a curve said long ago. Each curve has
a folder of its own under the folder of runs; the trainings it consists of lie in it.
"""

import contextlib
import dataclasses
import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.io import atomic

CURVE_FILE = "curve.json"
PRESET = "learning-curve"
FOLDER_PREFIX = "learning-curve-"
FORMAT = 1
_KEY_LETTERS = 8


@dataclass(frozen=True)
class CurveOrder:
    """What is to be measured: a data set, settings, time, and who is kept aside.

    Attributes:
        dataset: Folder of image and mask pairs.
        config: Settings of each training but for its time.
        minutes: Of learning, each.
        validation_cases: Names of cases to score; chosen by ``config.split`` if empty.
        test_cases: Names of cases that are neither learned from nor scored.
        start_from: Model file every training begins with; None for none.
    """

    dataset: Path
    config: TrainConfig
    minutes: float
    validation_cases: tuple[str, ...] = ()
    test_cases: tuple[str, ...] = ()
    start_from: Path | None = None

    @property
    def settings(self) -> TrainConfig:
        """Of each training."""
        return timed(self.config, self.minutes)

    @property
    def folder_name(self) -> str:
        """The same for the same order, another for any other."""
        values = {**self.to_json(), "config": self.settings.to_json()}
        digest = hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
        return FOLDER_PREFIX + digest[:_KEY_LETTERS]

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "dataset": str(self.dataset.absolute()),
            "config": self.config.to_json(),
            "minutes": self.minutes,
            "validation_cases": list(self.validation_cases),
            "test_cases": list(self.test_cases),
            "start_from": None if self.start_from is None else str(self.start_from.absolute()),
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """What ``to_json`` wrote; KeyError, TypeError or ValueError if it is not."""
        start = values["start_from"]
        return cls(
            dataset=Path(values["dataset"]),
            config=TrainConfig.from_json(values["config"]),
            minutes=float(values["minutes"]),
            validation_cases=tuple(map(str, values["validation_cases"])),
            test_cases=tuple(map(str, values["test_cases"])),
            start_from=None if start is None else Path(start),
        )


def timed(config: TrainConfig, minutes: float) -> TrainConfig:
    """``config`` for so many minutes, with as many rounds as it had."""
    batches = config.batches_per_epoch
    if config.minutes and batches:
        batches = max(1, round(batches * minutes / config.minutes))
    return dataclasses.replace(
        config, preset=PRESET, minutes=minutes, batches_per_epoch=batches, patience=0
    )


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
class TrendPoint:
    """The fitted law at one number of patients, and its 90 % interval."""

    patients: float
    dice: float
    low: float
    high: float


@dataclass(frozen=True)
class Outlook:
    """What twice as many patients would bring, for one region.

    Attributes:
        dice: Expected case Dice; None where it cannot be told.
        low: Lower end of the 90 % interval; NaN where it cannot be told.
        high: Upper end.
        sentence: The same in words.
        trend: The law from the fewest patients to twice the most; none where none fits.
    """

    dice: float | None
    low: float
    high: float
    sentence: str
    trend: tuple[TrendPoint, ...] = ()


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
        """Plain values; what cannot be told is null."""
        values = {
            "points": [dataclasses.asdict(point) for point in self.points],
            "validation_cases": list(self.validation_cases),
            "minutes": self.minutes,
            "outlooks": {name: _outlook_json(one) for name, one in self.outlooks.items()},
        }
        return {"learning_curve": values, "sentence": self.sentence}


@dataclass(frozen=True)
class KeptCurve:
    """A curve as its folder tells it, perhaps half measured.

    Attributes:
        order: What was asked for.
        shares: Numbers of patients to learn from, rising.
        train_cases: Names of all cases to learn from.
        validation_cases: Names of the cases scored.
        points: Measured so far.
        outlooks: For each region; none before every share is measured.
        changed: ISO 8601 local time of the last point.
    """

    order: CurveOrder
    shares: tuple[int, ...]
    train_cases: tuple[str, ...]
    validation_cases: tuple[str, ...]
    points: tuple[CurvePoint, ...] = ()
    outlooks: Mapping[str, Outlook] = field(default_factory=dict)
    changed: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether every share is measured."""
        return bool(self.outlooks)

    @property
    def case_ids(self) -> frozenset[str]:
        """All cases the data set held, but those of the test."""
        return frozenset({*self.train_cases, *self.validation_cases})

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "format": FORMAT,
            "order": self.order.to_json(),
            "shares": list(self.shares),
            "train_cases": list(self.train_cases),
            "validation_cases": list(self.validation_cases),
            "points": [dataclasses.asdict(point) for point in self.points],
            "outlooks": {name: _outlook_json(one) for name, one in self.outlooks.items()},
            "changed": self.changed,
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """What ``to_json`` wrote; KeyError, TypeError or ValueError if it is not."""
        return cls(
            order=CurveOrder.from_json(values["order"]),
            shares=tuple(map(int, values["shares"])),
            train_cases=tuple(map(str, values["train_cases"])),
            validation_cases=tuple(map(str, values["validation_cases"])),
            points=tuple(
                CurvePoint(int(one["patients"]), _dice_of(one["dice"])) for one in values["points"]
            ),
            outlooks={str(k): _outlook_of(one) for k, one in values["outlooks"].items()},
            changed=str(values["changed"]),
        )


def write_curve(folder: Path, kept: KeptCurve) -> None:
    """Put it in place of what the folder told before."""
    atomic.write_json(folder / CURVE_FILE, kept.to_json())


def read_curve(folder: Path) -> KeptCurve:
    """The curve in ``folder``.

    Raises:
        InputError: If there is none, or its record is damaged or of a newer version.
    """
    values = atomic.read_json(folder / CURVE_FILE)
    try:
        if values["format"] > FORMAT:
            raise InputError(folder.name, "was written by a newer Slicewise", "update Slicewise")
        return KeptCurve.from_json(values)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise InputError(
            folder.name, "holds a damaged learning curve", "take the folder away and measure again"
        ) from None


def curves_of(dataset: Path, root: Path) -> list[KeptCurve]:
    """Every readable curve of a data set under ``root``, the one changed last first."""
    found = []
    with contextlib.suppress(OSError):
        for folder in root.glob(f"{FOLDER_PREFIX}*"):
            if (folder / CURVE_FILE).is_file():
                with contextlib.suppress(InputError):
                    found.append(read_curve(folder))
    wanted = dataset.absolute()
    return sorted(
        (kept for kept in found if kept.order.dataset == wanted),
        key=lambda kept: (kept.changed, kept.order.folder_name),
        reverse=True,
    )


def _outlook_json(outlook: Outlook) -> dict[str, Any]:
    values = dataclasses.asdict(outlook)
    for end in ("low", "high"):
        values[end] = None if math.isnan(values[end]) else values[end]
    values["trend"] = [list(dataclasses.astuple(point)) for point in outlook.trend]
    return values


def _outlook_of(values: Mapping[str, Any]) -> Outlook:
    low, high = (math.nan if values[end] is None else float(values[end]) for end in ("low", "high"))
    trend = tuple(TrendPoint(*map(float, _four(point))) for point in values["trend"])
    dice = values["dice"]
    known = None if dice is None else float(dice)
    return Outlook(known, low, high, str(values["sentence"]), trend)


def _four(point: Sequence[Any]) -> Sequence[Any]:
    if len(point) != len(dataclasses.fields(TrendPoint)):
        raise ValueError
    return point


def _dice_of(values: Mapping[str, Any]) -> dict[str, float | None]:
    return {str(k): None if dice is None else float(dice) for k, dice in values.items()}
