"""Pictures of the very batches a run learns from, for whoever asks: while it runs and before it."""

import contextlib
import time
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from unet_core import batch_sheet, distributed
from unet_core.batch import Batch
from unet_core.batch_sheet import (
    LARGEST_SIDE,
    MOST_SLICES,
    Pixels,
    Sheet,
    SheetLook,
    SheetMade,
    SheetSlice,
)
from unet_core.batches import Batches, Pick, near_organ, read_batch
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import Event
from unet_core.lessons import Lesson, Seen, make_lessons
from unet_core.network_shape import Role
from unet_core.sampling import Part, chosen_cases, make_split, outside_test
from unet_core.slices import CACHE_FOLDER, cached_cases
from unet_core.target import Target, labels_in, make_target
from unet_core.volume import Label

LEAST_PAUSE_S = 1.0
"""Between two answers: asking again and again shall not slow a run."""


class Onlooker:
    """Answers requests for the batch a run is about to learn from; one look per batch if none.

    Args:
        folder: The run folder.
        parts: Learned from.
        target: What is learned.
        config: Of the run.
        now: Seconds.
    """

    def __init__(
        self,
        folder: Path,
        parts: Sequence[Part],
        target: Target,
        config: TrainConfig,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder, self._parts, self._target, self._config = folder, parts, target, config
        self._now = now
        self._answered_at = -LEAST_PAUSE_S

    def asked(self, picks: Sequence[Pick], batch: Batch, epoch: int, number: int) -> Seen | None:
        """If somebody asks, what to show the lessons made of ``batch`` to."""
        if not distributed.is_leader() or self._now() - self._answered_at < LEAST_PAUSE_S:
            return None
        token = batch_sheet.asked(self._folder)
        if token is None:
            return None
        before = _copies(batch)

        def seen(lessons: Sequence[Lesson]) -> None:
            looks = looks_at(self._parts, picks, before, lessons, self._target)
            sheet = Sheet(epoch, number, len(picks), looks, self._folder.name)
            with contextlib.suppress(InputError):  # a full disk is told of where it matters
                batch_sheet.answer(self._folder, token, sheet)
            self._answered_at = self._now()

        return seen


def sheets_before(
    dataset: Path,
    cache_root: Path,
    config: TrainConfig,
    *,
    validation_cases: Sequence[str] = (),
    training_cases: Sequence[str] = (),
    test_cases: Sequence[str] = (),
    first: int = 1,
    count: int = 4,
) -> Generator[Event | SheetMade, None, None]:
    """Batches that a run with these settings would begin with, by the run's own code.

    Yields what reading the cases yields, then a SheetMade for each of ``count`` batches of the
    first round, from batch ``first`` on.

    Raises:
        InputError: As ``train`` before its first batch.
    """
    found = yield from cached_cases(dataset, config, cache_root / CACHE_FOLDER)
    cases = chosen_cases(found, training_cases, (*validation_cases, *test_cases))
    target = make_target(config.target, labels_in(outside_test(cases, test_cases)), config)
    config = target.applied(config)
    split = make_split(cases, target, config, validation_cases, test_cases)
    batches = Batches(split.train, target, config)
    order = batches.of_epoch(1)
    networks = [nn.Identity() for _ in range(2 if config.model.cascade else 1)]
    for number in range(first, first + count):
        place = (number - 1) % batches.count
        picks = order[place]
        batch = read_batch(split.train, picks, target, config)
        before = _copies(batch)
        lessons = make_lessons(batch, networks, config, torch.device("cpu"), (1, place + 1))
        looks = looks_at(split.train, picks, before, lessons, target)
        yield SheetMade(Sheet(1, place + 1, len(picks), looks))


# --- from tensors to pictures ------------------------------------------------------------------


def looks_at(
    parts: Sequence[Part],
    picks: Sequence[Pick],
    before: Sequence[tuple[Tensor, Tensor]],
    lessons: Sequence[Lesson],
    target: Target,
) -> tuple[SheetLook, ...]:
    """What each network is shown.

    Args:
        parts: Of the training side.
        picks: What the batch is made of.
        before: Pictures and labels of each lesson as they were read.
        lessons: The same as they are learned from.
        target: Names the classes.
    """
    roles: tuple[Role, ...] = ("finder", "close") if len(lessons) > 1 else ("whole",)
    looks = []
    for role, (pictures, labels), lesson in zip(roles, before, lessons, strict=True):
        where = [
            (part, near_organ(part, z, target) if role == "close" else z)
            for part, z in ((parts[number], z) for number, z in picks[:MOST_SLICES])
        ]
        changes = lesson.changes or ((),) * len(where)
        finds = role == "finder"
        looks.append(
            SheetLook(
                role=role,
                slices=tuple(
                    SheetSlice(part.case.case_id, z + 1, changes[place])
                    for place, (part, z) in enumerate(where)
                ),
                labels=_organ_label(target) if finds else _class_labels(target),
                before=_grey(pictures),
                before_labels=_small((labels > 0).to(torch.uint8) if finds else labels),
                after=_grey(lesson.pictures),
                after_labels=_small(lesson.labels),
            )
        )
    return tuple(looks)


def _copies(batch: Batch) -> list[tuple[Tensor, Tensor]]:
    """As they are now: what is learned from may be written into the same memory."""
    found = [(batch.pictures[:MOST_SLICES].clone(), batch.labels[:MOST_SLICES].clone())]
    if batch.detail_pictures is not None and batch.detail_labels is not None:
        close = batch.detail_pictures[:MOST_SLICES], batch.detail_labels[:MOST_SLICES]
        found.append((close[0].clone(), close[1].clone()))
    return found


def _class_labels(target: Target) -> tuple[Label, ...]:
    return tuple(target.labels[values[0]] for values in _named_groups(target))


def _named_groups(target: Target) -> list[tuple[int, ...]]:
    """Values of each class, a known one first: a region's first value may stand for many."""
    return [
        tuple(sorted(values, key=lambda value: value not in target.labels))
        for values in target.groups
    ]


def _organ_label(target: Target) -> tuple[Label, ...]:
    first = _class_labels(target)[0]
    return (Label(1, first.name, first.colour),)


def _grey(pictures: Tensor) -> Pixels:
    """(B, C, S, S) uint8 of float32 in 0..1."""
    pictures = pictures[:MOST_SLICES].detach().to("cpu", torch.float32)
    step = _step(pictures.shape[-1])
    if step > 1:
        pictures = functional.avg_pool2d(pictures, step)
    grey: Pixels = (pictures.clamp(0, 1) * 255).round().to(torch.uint8).numpy()
    return np.ascontiguousarray(grey)


def _small(labels: Tensor) -> Pixels:
    """(B, S, S) uint8; the highest class of the pixels that become one, so that none is lost."""
    labels = labels[:MOST_SLICES].detach().cpu()
    step = _step(labels.shape[-1])
    if step > 1:
        labels = functional.max_pool2d(labels[:, None].float(), step)[:, 0].to(torch.uint8)
    return np.ascontiguousarray(labels.numpy())


def _step(side: int) -> int:
    return -(-side // LARGEST_SIDE)
