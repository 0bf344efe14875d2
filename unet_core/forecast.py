"""What a run will take, told before it begins: time, memory and disk.

A few real steps of the very network are done on made-up slices, in a process of their own, so
that its largest memory is that of a training.
"""

import contextlib
import math
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from unet_core.batch import Batch
from unet_core.boxes import whole
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.isolation import isolated
from unet_core.learner import Learner
from unet_core.looks import Look, decide, logits_of
from unet_core.networks import parts_of
from unet_core.peak_memory import peak_memory_mb
from unet_core.synthetic_lesions import LesionClasses
from unet_core.unet import count_parameters, tune_allocator

MEASURE_S = 2.0
FEWEST_STEPS, MOST_STEPS = 3, 40
WARM_UP_STEPS = 2
"""Not counted: memory is new and threads are starting."""
DISTURBED = 0.15
"""Share of the time spent waiting for other programs from which a measurement says little."""
SCORED_AT_ONCE = 8
"""Slices that validation gives the network at once."""
_SCORING_S = 2.5e-8
"""Seconds a pixel of a scan to count hits and lesions of it; measured on one core."""
_CACHE_S = 4e-9
"""Seconds a voxel to window, shrink and write it; measured on one core."""
_READERS = 4
"""Cases that are read at once into the slice cache, at most."""
_READ_BYTES = 4.0
"""A voxel takes while its case is checked and cached: scan, mask and what is derived from them."""
_SCORED_BYTES = 2.5
"""A voxel takes while its case is scored: reference, prediction and the lesions in them."""
_KEPT_OF_READING = 0.25
"""Of the memory of reading, which the allocator keeps in pieces too small for what follows."""
_STATES = 4
"""Saved states on the disk at once: the last three, and one while it is written."""
_COPIES = 4
"""Of every weight in a saved state: the weight, its average and two of the optimiser."""


@dataclass(frozen=True)
class Cost:
    """What a network costs on this computer.

    Attributes:
        step_s: A batch: changing, learning.
        slice_s: A slice to predict, masks at the scan's own resolution.
        memory_mb: Largest memory of the process, MiB.
        base_mb: Of the process before there was a network.
        parameters: Trainable numbers.
        device: "cpu" or "cuda".
        card_mb: Largest memory of the graphics card; 0 without.
        precision: Numbers it learns in.
        precision_reason: Why those, in one sentence.
        waited: Share of the time in which it waited for a processor; 0 if unknown.
    """

    step_s: float
    slice_s: float
    memory_mb: float
    base_mb: float
    parameters: int
    device: str = "cpu"
    card_mb: float = 0.0
    precision: str = "float32"
    precision_reason: str = ""
    waited: float = 0.0

    @property
    def is_disturbed(self) -> bool:
        """Whether other programs were so busy that the times say little."""
        return self.device == "cpu" and self.waited > DISTURBED

    @property
    def needed_mb(self) -> float:
        """What a limit on memory is about: the card's where there is one."""
        return self.card_mb if self.device == "cuda" else self.memory_mb


@dataclass(frozen=True)
class DataSize:
    """As much of a data set as a forecast needs.

    Attributes:
        train_slices: Learned from.
        validation_slices: Scored after each round.
        shape_yx: Pixels of a slice, the middle of all cases.
        voxels: Of all cases.
        largest_voxels: Of each case, the largest first.
        read_s: To read and check every case, one after the other.
        middle_slices: Of a scan in the middle of the data set.
    """

    train_slices: int
    validation_slices: int
    shape_yx: tuple[int, int]
    voxels: int
    largest_voxels: tuple[int, ...]
    read_s: float
    middle_slices: int


@dataclass(frozen=True)
class Forecast:
    """What a run will take.

    Attributes:
        prepare_s: To read all scans into the slice cache, once.
        learn_s: Learning and scoring, to the end.
        step_s: A batch.
        validation_s: Scoring the patients kept aside, each round.
        rounds: Rounds until the end.
        images: Slices learned from until then.
        memory_mb: Largest memory of the process.
        card_mb: Of the graphics card; 0 without.
        disk_mb: Slice cache, saved states and model.
        predict_s: A scan of middle size, with the finished model.
        predict_mb: Memory for that.
        parameters: Trainable numbers.
        device: "cpu" or "cuda".
        precision: Numbers it learns in.
        is_disturbed: Whether other programs were busy as it was measured.
    """

    prepare_s: float
    learn_s: float
    step_s: float
    validation_s: float
    rounds: int
    images: int
    memory_mb: float
    card_mb: float
    disk_mb: float
    predict_s: float
    predict_mb: float
    parameters: int
    device: str
    precision: str = "float32"
    is_disturbed: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain numbers and strings."""
        return asdict(self)


def forecast(config: TrainConfig, data: DataSize, cost: Cost, readers: int = 1) -> Forecast:
    """What a run with these settings on such data will take.

    Args:
        config: Its settings.
        data: What it learns from.
        cost: Of its network here, from ``cost_of``.
        readers: Cases read at once, as many as there are processors.
    """
    validation_s = validation_seconds(data, cost)
    batches = config.batches_per_epoch or -(-data.train_slices // config.batch_size)
    round_s = batches * cost.step_s + validation_s
    rounds = config.epochs
    if config.minutes:
        rounds = max(1, round(config.minutes * 60 / round_s))
    learn_s = config.minutes * 60 if config.minutes else rounds * round_s
    steps = max(0.0, learn_s - rounds * validation_s) / cost.step_s
    readers = max(1, min(readers, _READERS))
    reading_mb = sum(data.largest_voxels[:readers]) * _READ_BYTES / 2**20
    scoring_mb = max(data.largest_voxels, default=0) * _SCORED_BYTES / 2**20
    small_mb = data.middle_slices * config.image_size**2 / 2**20
    full_mb = data.middle_slices * math.prod(data.shape_yx) * _READ_BYTES / 2**20
    return Forecast(
        prepare_s=(data.read_s + data.voxels * _CACHE_S) / readers,
        learn_s=learn_s,
        step_s=cost.step_s,
        validation_s=validation_s,
        rounds=rounds,
        images=round(steps) * config.batch_size,
        memory_mb=max(
            cost.memory_mb + scoring_mb + _KEPT_OF_READING * reading_mb,
            cost.base_mb + reading_mb,
        ),
        card_mb=cost.card_mb,
        disk_mb=disk_mb(config, data, cost.parameters),
        predict_s=data.middle_slices * cost.slice_s,
        predict_mb=cost.base_mb + small_mb + full_mb + 4 * cost.parameters / 2**20,
        parameters=cost.parameters,
        device=cost.device,
        precision=cost.precision,
        is_disturbed=cost.is_disturbed,
    )


def validation_seconds(data: DataSize, cost: Cost) -> float:
    """To predict and score the patients kept aside, once."""
    pixels = math.prod(data.shape_yx)
    return data.validation_slices * (cost.slice_s + pixels * _SCORING_S)


def disk_mb(config: TrainConfig, data: DataSize, parameters: int) -> float:
    """Slice cache, saved states and model, MiB."""
    slices = data.train_slices + data.validation_slices
    cache = data.voxels + slices * 2 * config.image_size**2
    if config.model.cascade:
        cache += data.voxels + slices * 2 * config.detail_size**2
    saved = 4 * parameters * (_STATES * _COPIES + 2)
    return (cache + saved) / 2**20


# --- measuring -------------------------------------------------------------------------------


def cost_of(config: TrainConfig, shape_yx: tuple[int, int]) -> Cost:
    """What the network of ``config`` costs here, measured for two seconds in a new process.

    Raises:
        InputError: If memory does not suffice for it.
    """
    found = list(isolated(measure, config, shape_yx))
    if not found:
        raise InputError("the forecast", "was stopped", "make the plan again")
    return found[0]


def measure(
    config: TrainConfig,
    shape_yx: tuple[int, int],
    now: Callable[[], float] = time.perf_counter,
) -> Iterator[Cost]:
    """Yields what the network of ``config`` costs; for a process of its own.

    Args:
        config: ``model.out_channels`` as it will be.
        shape_yx: Pixels of the scans' slices.
        now: Seconds.
    """
    tune_allocator()
    base_mb = peak_memory_mb()
    learner = Learner(config)
    batch = made_up_batch(config)
    took: list[float] = []
    began, waited = now(), waiting_seconds()
    while len(took) < WARM_UP_STEPS + FEWEST_STEPS or (
        now() - began < MEASURE_S and len(took) < MOST_STEPS
    ):
        started = now()
        # a copy, as a step may write to its batch
        learner.learn(_copied(batch), 1, len(took) + 1, config.learning_rate * 1e-3)
        took.append(now() - started)
    waited_s = max(
        (later - waited.get(thread, 0.0) for thread, later in waiting_seconds().items()),
        default=0.0,
    )
    yield Cost(
        step_s=statistics.median(took[WARM_UP_STEPS:]),
        slice_s=_slice_seconds(learner, shape_yx, now),
        memory_mb=peak_memory_mb(),
        base_mb=base_mb,
        parameters=count_parameters(learner.model),
        device=learner.device.type,
        card_mb=_card_mb(learner.device),
        precision=learner.precision,
        precision_reason=learner.precision_reason,
        waited=waited_s / max(now() - began, 1e-9),
    )


def made_up_batch(config: TrainConfig) -> Batch:
    """Noise with a round organ and a lesion in it, so that all that costs time is done."""
    lesions = LesionClasses(1, 2) if config.synthetic_lesions else None
    batch = Batch(*_made_up(config, config.image_size), lesions=lesions)
    if not config.model.cascade:
        return batch
    pictures, labels = _made_up(config, config.detail_size)
    return replace(batch, detail_pictures=pictures, detail_labels=labels)


def _made_up(config: TrainConfig, size: int) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(config.seed)
    count, channels = config.batch_size, config.model.in_channels
    pictures = torch.rand(count, channels, size, size, generator=generator)
    across = torch.arange(size) - size / 2
    distance = torch.hypot(across[:, None], across[None, :])
    labels = (distance < size / 4).to(torch.uint8)
    if config.model.out_channels > 2:
        labels += (distance < size / 16).to(torch.uint8)
    return pictures, labels.expand(count, -1, -1).contiguous()


def _copied(batch: Batch) -> Batch:
    return replace(
        batch,
        pictures=batch.pictures.clone(),
        labels=batch.labels.clone(),
        detail_pictures=None if batch.detail_pictures is None else batch.detail_pictures.clone(),
        detail_labels=None if batch.detail_labels is None else batch.detail_labels.clone(),
    )


def _slice_seconds(learner: Learner, shape_yx: tuple[int, int], now: Callable[[], float]) -> float:
    config = learner.config
    *finders, last = parts_of(learner.averaged)
    size = config.detail_size if finders else config.image_size
    small = torch.rand(SCORED_AT_ONCE, config.model.in_channels, *(2 * [config.image_size]))
    close = torch.rand(SCORED_AT_ONCE, config.model.in_channels, size, size)
    took: list[float] = []
    for _ in range(FEWEST_STEPS):
        started = now()
        for finder in finders:
            logits_of(finder, small)
        look = Look(range(SCORED_AT_ONCE), logits_of(last, close), whole(shape_yx))
        decide(look, shape_yx, config.model.outputs)
        took.append(now() - started)
    return min(took[1:]) / SCORED_AT_ONCE  # the first one chooses kernels


def waiting_seconds() -> dict[str, float]:
    """Seconds each thread of this process could have run while others did; Linux only.

    From the scheduler's own count, /proc/PID/task/TID/schedstat (Documentation/scheduler/
    sched-stats in the kernel's sources).
    """
    found = {}
    for path in Path("/proc/self/task").glob("*/schedstat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            found[path.parent.name] = int(path.read_text().split()[1]) / 1e9
    return found


def _card_mb(device: torch.device) -> float:
    return torch.cuda.max_memory_reserved(device) / 2**20 if device.type == "cuda" else 0.0
