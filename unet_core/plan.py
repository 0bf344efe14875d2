"""A plan: settings that suit a data set, a time and a memory, each with its reason.

Rules in ``planning`` look at the data's fingerprint; the network they choose is then tried out
for two seconds, and made smaller until it fits.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import Event, Progress
from unet_core.fingerprint import Fingerprint, fingerprint
from unet_core.forecast import Forecast, cost_of
from unet_core.io import atomic
from unet_core.io.headers import display_name
from unet_core.planner import CostOf, Planner, shown
from unet_core.planning.advice import advice
from unet_core.planning.choices import Choice
from unet_core.planning.learning import ENOUGH_IMAGES
from unet_core.planning.networks import Device
from unet_core.unet import choose_device

FORMAT = 1


@dataclass(frozen=True)
class Plan:
    """Settings with their reasons.

    Attributes:
        name: Of the data set's folder.
        config: The settings.
        choices: Why they are what they are.
        forecast: What a run with them will take.
        advice: Sentences on data and task, the verdict first.
        fits: Whether the time suffices for a network to find anything.
    """

    name: str
    config: TrainConfig
    choices: tuple[Choice, ...]
    forecast: Forecast
    advice: tuple[str, ...]
    fits: bool

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, strings, lists and dicts."""
        return {
            "format": FORMAT,
            "name": self.name,
            "config": self.config.to_json(),
            "choices": [dataclasses.asdict(choice) for choice in self.choices],
            "forecast": self.forecast.to_json(),
            "advice": list(self.advice),
            "fits": self.fits,
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The plan written by ``to_json``.

        Raises:
            InputError: If a setting is unknown or out of range.
            KeyError: If it is no plan.
            TypeError: If it is no plan.
        """
        return cls(
            name=str(values["name"]),
            config=TrainConfig.from_json(values["config"]),
            choices=tuple(Choice(**choice) for choice in values["choices"]),
            forecast=Forecast(**values["forecast"]),
            advice=tuple(values["advice"]),
            fits=bool(values["fits"]),
        )


@dataclass(frozen=True)
class Planned:
    """A plan was made from what was measured."""

    plan: Plan
    found: Fingerprint


def write_plan(path: Path, made: Plan) -> None:
    """Save a plan.

    Raises:
        InputError: If the disk does not take it.
    """
    atomic.write_json(path, made.to_json())


def read_plan(path: Path) -> TrainConfig:
    """The settings of a saved plan.

    Raises:
        InputError: If it cannot be read or is no plan.
    """
    values = atomic.read_json(path)
    name = display_name(path)
    try:
        if values["format"] > FORMAT:
            raise InputError(name, "was made by a newer Slicewise", "update Slicewise")
        return Plan.from_json(values).config
    except (KeyError, TypeError, AttributeError):
        raise InputError(name, "is no plan", "make one with unet-core plan --out") from None


def plan_of(
    dataset: Path,
    minutes: float | None = None,
    memory_gb: float | None = None,
    cache: Path | None = None,
    *,
    threshold_masks: bool = False,
    same_person: str = "",
    test_cases: Sequence[str] = (),
    isolate: bool = True,
) -> Iterator[Event | Planned]:
    """Measure a data set and plan: Progress, CaseChecked and Notices, at last one Planned.

    Args:
        dataset: Folder of image and mask pairs.
        minutes: Of learning; None for no limit.
        memory_gb: Of memory, the graphics card's where there is one; None for what there is.
        cache: Folder in which measurements are remembered.
        threshold_masks: Cut soft mask edges at half.
        same_person: Cases that somebody agreed are of one person, as in ``TrainConfig``; the plan
            carries them on.
        test_cases: Names of cases that are not measured: no setting may follow from them.
        isolate: Decode in a child process; False only where this already is one.

    Raises:
        InputError: As ``fingerprint`` and ``plan``.
    """
    check_wishes(minutes, memory_gb)
    found: Fingerprint = yield from fingerprint(
        dataset,
        cache,
        threshold_masks=threshold_masks,
        same_person=same_person,
        left_out=test_cases,
        isolate=isolate,
    )
    count = len(found.cases) + len(found.faulty)
    yield Progress(count, count, "Trying the network out")
    made = plan(found, minutes, memory_gb)
    yield Planned(replace(made, config=replace(made.config, same_person=same_person)), found)


def check_wishes(minutes: float | None, memory_gb: float | None) -> None:
    """Raise InputError where a limit makes no sense."""
    if minutes is not None and not 0 < minutes <= 100_000:
        raise InputError("the minutes", f"are {minutes:g}", "choose from 1 to 100000")
    if memory_gb is not None and not 0 < memory_gb <= 100_000:
        raise InputError("the memory", f"is {memory_gb:g} GB", "choose more than 0")


def plan(
    found: Fingerprint,
    minutes: float | None = None,
    memory_gb: float | None = None,
    device: Device | None = None,
    *,
    try_out: CostOf = cost_of,
) -> Plan:
    """Settings for a data set, within a time and a memory.

    Args:
        found: The data set in numbers.
        minutes: Of learning; None for no limit.
        memory_gb: Of memory, the graphics card's where there is one; None for what there is.
        device: Where it will be computed; None for where ``train`` would.
        try_out: Measures what a network costs.

    Raises:
        InputError: If not even the smallest network fits into the memory.
    """
    check_wishes(minutes, memory_gb)
    limit = minutes or 0.0
    settled = Planner(found, limit, memory_gb, device or _device(), try_out).settle()
    lost, planned = found.share_lost(*shown(settled.config)) or 0.0, settled.forecast
    return Plan(
        name=found.name,
        config=settled.config,
        choices=settled.choices,
        forecast=planned,
        advice=advice(found, lost, planned, limit),
        fits=not limit or planned.is_disturbed or planned.images >= ENOUGH_IMAGES,
    )


def _device() -> Device:
    return "cuda" if choose_device().type == "cuda" else "cpu"


__all__ = [
    "Choice",
    "Plan",
    "Planned",
    "fingerprint",
    "plan",
    "plan_of",
    "read_plan",
    "write_plan",
]
