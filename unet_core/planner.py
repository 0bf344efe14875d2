"""How a plan comes about: rules choose a network, which is tried out and made to fit."""

import dataclasses
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from unet_core.case_measures import CaseMeasures
from unet_core.config import PRESETS, TrainConfig, check_settings
from unet_core.errors import InputError
from unet_core.fingerprint import IMAGE_SIZES, Fingerprint
from unet_core.forecast import Cost, DataSize, Forecast, forecast, validation_seconds
from unet_core.machine import this_machine
from unet_core.planning import learning, networks, pictures
from unet_core.planning.choices import Choice, percent, squared
from unet_core.planning.networks import Device

PRESET = "plan"
SHARE_OF_MACHINE = 0.8
"""Of the memory there is, where no limit was given: the rest is the user's."""
LEAST_BATCH = 2
EXACT_FROM = 4
"""Fewer slices at once give batch norm too little to average (Wu 2018, arXiv:1803.08494)."""
MOST_TRIALS = 6
MOST_LOST_FOR_TIME = 0.4
CostOf = Callable[[TrainConfig, tuple[int, int]], Cost]
"""Tries a network out: its settings, pixels of the scans' slices."""


@dataclass(frozen=True)
class Settled:
    """What a planner comes to.

    Attributes:
        config: Settings.
        choices: In the order people read them.
        forecast: What a run with them will take.
    """

    config: TrainConfig
    choices: tuple[Choice, ...]
    forecast: Forecast


class Planner:
    """One plan on its way: settings so far and the choices that led to them.

    Args:
        found: The data set in numbers.
        minutes: Of learning; 0 for no limit.
        memory_gb: Of memory; None for what there is.
        device: Where it will be computed.
        try_out: Measures what a network costs.
    """

    def __init__(
        self,
        found: Fingerprint,
        minutes: float,
        memory_gb: float | None,
        device: Device,
        try_out: CostOf,
    ) -> None:
        self._found, self._minutes, self._device, self._try_out = found, minutes, device, try_out
        self._limit_mb = 1024 * memory_gb if memory_gb else _memory_of_machine(device)
        self._limit_words = "allowed" if memory_gb else "there is"
        self._readers = os.cpu_count() or 1
        self._choices: dict[str, Choice] = {}
        self.config = dataclasses.replace(
            PRESETS["standard"], preset=PRESET, threshold_masks=found.threshold_masks
        )
        self._change({"model.out_channels": len(found.labels) + 1})

    def settle(self) -> Settled:
        """Make all choices, each after those it depends on."""
        found = self._found
        for choice in (pictures.window(found), pictures.body(found), pictures.proportions(found)):
            self._take(choice)
        self._take(pictures.neighbours(found))
        self._take(networks.looks(found, self._minutes))
        if self.config.model.cascade:
            self._take(networks.close_look(found))
            self._take(networks.close_greys(found, self.config))
        else:
            self._take(pictures.picture_size(found, self.config.crop))
        self._shape()
        self._take(networks.batch(found.slices, self._device))
        self._take(learning.drawn_lesions(found))
        self._take(learning.greys(found, self.config))
        self._take(learning.loss(found))
        aside, held = learning.kept_aside(found, self.config)
        self._take(aside)
        data = data_size(found, held, self.config.validation_fraction)
        cost = self._fitting(data)
        cost = self._in_time(data, cost)
        self._take(
            learning.length(
                self._minutes,
                data.train_slices,
                self.config.batch_size,
                cost.step_s,
                validation_seconds(data, cost),
                is_disturbed=cost.is_disturbed,
            )
        )
        self._take(_precision(cost))
        check_settings(self.config)
        planned = forecast(self.config, data, cost, self._readers)
        self._refuse_reading(planned)
        return Settled(self.config, tuple(self._choices.values()), planned)

    # --- settings --------------------------------------------------------------------------

    def _take(self, choice: Choice) -> None:
        self._choices[choice.setting] = choice
        self._change(choice.changes)

    def _change(self, changes: Mapping[str, Any]) -> None:
        self.config = changed(self.config, changes)

    def _shape(self) -> None:
        """The network for the pictures as they are now."""
        self._take(networks.network(self.config, self._device))

    # --- memory ----------------------------------------------------------------------------

    def _fitting(self, data: DataSize) -> Cost:
        """Fewer slices at once, then smaller batches, then smaller pictures, until it fits."""
        wanted = self.config
        first = cost = self._tried(data)
        trials = 1
        least_mb = self._needed_mb(cost, data)
        if least_mb <= self._limit_mb:
            return cost
        if cost.device == "cpu" and cost.base_mb > self._limit_mb:
            raise self._too_little(f"needs {cost.base_mb / 1024:.2f} GB before there is a network")
        for smaller in self._smaller(wanted):
            guess = _guessed_mb(first, wanted, smaller)
            least_mb = min(least_mb, guess)
            if guess > self._limit_mb and trials > 1:
                continue
            if trials > MOST_TRIALS:
                break
            self.config = smaller
            cost, trials = self._tried(data), trials + 1
            least_mb = min(least_mb, self._needed_mb(cost, data))
            if self._needed_mb(cost, data) <= self._limit_mb:
                self._explain_smaller(wanted, first)
                return cost
        raise self._too_little(f"needs about {least_mb / 1024:.2f} GB even for one slice at a time")

    def _too_little(self, fault: str) -> InputError:
        return InputError(
            "the plan",
            f"{fault}, more than the {self._limit_mb / 1024:.2f} GB of memory {self._limit_words}",
            "allow more memory, close other programs or use another computer",
        )

    def _tried(self, data: DataSize) -> Cost:
        return self._try_out(self.config, data.shape_yx)

    def _needed_mb(self, cost: Cost, data: DataSize) -> float:
        if cost.device == "cuda":
            return cost.card_mb
        return forecast(self.config, data, cost, self._readers).memory_mb

    def _smaller(self, wanted: TrainConfig) -> Iterator[TrainConfig]:
        """Ever smaller settings, in the order in which they cost quality."""
        largest, _ = shown(wanted)
        for size in (s for s in reversed(IMAGE_SIZES) if s <= largest):
            self.config = sized(wanted, size)
            self._shape()
            shaped = self.config
            batch_size, micro = wanted.batch_size, wanted.batch_size // 2
            while batch_size >= LEAST_BATCH:
                norm = "instance" if micro < EXACT_FROM else "batch"
                yield changed(
                    shaped,
                    {"batch_size": batch_size, "micro_batch": micro, "model.norm": norm},
                )
                micro, batch_size = (micro // 2, batch_size) if micro > 1 else (1, batch_size // 2)

    def _explain_smaller(self, wanted: TrainConfig, first: Cost) -> None:
        config, limit = self.config, f"{self._limit_mb / 1024:.2f} GB"
        size, largest = shown(config)[0], shown(wanted)[0]
        whole = f"{wanted.batch_size} slices of {squared(largest)} at once need "
        whole += f"{first.needed_mb / 1024:.2f} GB, more than the {limit} {self._limit_words}"
        normed = (
            "; each slice is normalised by itself, as so few cannot be averaged"
            if config.model.norm == "instance"
            else ""
        )
        self._take(
            Choice(
                "Batch",
                f"{config.batch_size} slices, {config.micro_batch} in memory at once",
                f"{whole}: their gradients are added up one after the other{normed}.",
                {
                    "batch_size": config.batch_size,
                    "micro_batch": config.micro_batch,
                    "model.norm": config.model.norm,
                },
            )
        )
        if size < largest:
            self._shrink(size, f"More does not fit into {limit} of memory.")

    def _shrink(self, size: int, why: str) -> None:
        self.config = sized(self.config, size)
        lost = self._found.share_lost(*shown(self.config))
        price = f" {percent(lost)} of the tumours shrink below 3 pixels." if lost else ""
        close = self.config.model.cascade
        title, name = ("Close look", "detail_size") if close else ("Picture size", "image_size")
        self._take(Choice(title, squared(size), f"{why}{price}", {name: size}))

    def _refuse_reading(self, planned: Forecast) -> None:
        if self._device == "cpu" and planned.memory_mb > self._limit_mb:
            raise InputError(
                "the plan",
                f"needs {planned.memory_mb / 1024:.2f} GB of memory to read the largest scans, "
                f"more than the {self._limit_mb / 1024:.2f} GB {self._limit_words}",
                "allow more memory or leave the largest scans out",
            )

    # --- time ------------------------------------------------------------------------------

    def _in_time(self, data: DataSize, cost: Cost) -> Cost:
        """Smaller pictures where the time would end before a network finds anything."""
        if not self._minutes or cost.is_disturbed:
            return cost
        wanted, images = shown(self.config)[0], self._images(data, cost)
        size, guess = wanted, images
        while guess < learning.ENOUGH_IMAGES and (smaller := self._next_size(size)):
            guess = images * (wanted / smaller) ** 2
            size = smaller
        if size == wanted:
            return cost
        self._shrink(
            size,
            f"{self._minutes:g} minutes at {wanted} show this computer {images:,.0f} slices, too "
            f"few to learn from: at {size} they are about {guess:,.0f}.",
        )
        self._shape()
        return self._tried(data)

    def _next_size(self, size: int) -> int | None:
        """The next smaller size at which most lesions are still there."""
        smaller = max((s for s in IMAGE_SIZES if s < size), default=None)
        if smaller is None:
            return None
        lost = self._found.share_lost(*shown(sized(self.config, smaller))) or 0.0
        return smaller if lost <= MOST_LOST_FOR_TIME else None

    def _images(self, data: DataSize, cost: Cost) -> float:
        scoring_s = validation_seconds(data, cost)
        total_s = self._minutes * 60
        learning_s = total_s - learning.rounds_in(self._minutes, scoring_s) * scoring_s
        return max(learning_s, 0.0) / cost.step_s * self.config.batch_size


def shown(config: TrainConfig) -> tuple[int, str]:
    """Size of the pictures in which lesions are looked for, and what they show."""
    if config.model.cascade:
        return config.detail_size, "organ"
    return config.image_size, "body" if config.crop == "body" else "whole"


def sized(config: TrainConfig, size: int) -> TrainConfig:
    """``config`` with pictures of another size to look for lesions in."""
    if config.model.cascade:
        return dataclasses.replace(config, detail_size=size)
    return dataclasses.replace(config, image_size=size)


def changed(config: TrainConfig, changes: Mapping[str, Any]) -> TrainConfig:
    """``config`` with settings by name; ``model.`` ones are the network's."""
    inner = {k.removeprefix("model."): v for k, v in changes.items() if k.startswith("model.")}
    outer = {k: v for k, v in changes.items() if not k.startswith("model.")}
    return dataclasses.replace(config, **outer, model=dataclasses.replace(config.model, **inner))


def data_size(
    found: Fingerprint, held: tuple[CaseMeasures, ...], validation_fraction: float
) -> DataSize:
    """As much of the data set as a forecast needs."""
    voxels = sorted((c.slices * c.shape_yx[0] * c.shape_yx[1] for c in found.cases), reverse=True)
    aside = sum(case.slices for case in held) or round(validation_fraction * found.slices)
    height, width = np.median([case.shape_yx for case in found.cases], axis=0).tolist()
    return DataSize(
        train_slices=max(found.slices - aside, 1),
        validation_slices=aside,
        shape_yx=(round(height), round(width)),
        voxels=sum(voxels),
        largest_voxels=tuple(voxels[:8]),
        read_s=sum(case.seconds for case in found.cases),
        middle_slices=round(float(np.median([case.slices for case in found.cases]))),
    )


def _guessed_mb(first: Cost, wanted: TrainConfig, smaller: TrainConfig) -> float:
    """Memory of smaller settings: what is beyond the base grows with the pixels at once."""
    at_once = (smaller.micro_batch or smaller.batch_size) / wanted.batch_size
    pixels = (shown(smaller)[0] / shown(wanted)[0]) ** 2
    base_mb = 0.0 if first.device == "cuda" else first.base_mb
    return base_mb + (first.needed_mb - base_mb) * at_once * pixels


def _memory_of_machine(device: Device) -> float:
    if device == "cuda":
        import torch

        return SHARE_OF_MACHINE * torch.cuda.mem_get_info()[1] / 2**20
    return SHARE_OF_MACHINE * this_machine().memory_mb or float("inf")


def _precision(cost: Cost) -> Choice:
    return Choice(
        "Numbers",
        f"automatic: {cost.precision} here",
        f"Measured on this computer when a run begins. {cost.precision_reason}".strip(),
        {"precision": "auto"},
    )
