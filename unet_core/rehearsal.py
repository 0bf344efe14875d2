"""A rehearsal: a minute or two that prove, before hours are spent, that a run will go well.

Two samples of the data set, of a few slices each, go through everything a run goes through, by the
run's own code and settings: reading, random changes, learning, validating, saving, reading back,
predicting. Nothing of it stays on the disk.
"""

import contextlib
import dataclasses
import math
import shutil
import tempfile
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import numpy as np

from unet_core.augment import augment, generator_for
from unet_core.batches import Batches, read_batch
from unet_core.cases import find_cases
from unet_core.config import PredictConfig, TrainConfig, check_settings
from unet_core.errors import InputError
from unet_core.events import (
    BatchDone,
    Check,
    EpochDone,
    Event,
    Predicted,
    Progress,
    Rehearsed,
    RunEnded,
    SlicesScored,
)
from unet_core.peak_memory import peak_memory_mb
from unet_core.person_groups import with_agreed_persons
from unet_core.predict import predict
from unet_core.rehearsal_checks import (
    Measured,
    counted,
    forecast,
    labels_survive,
    loss_falls,
    mask_fits,
    model_agrees,
    shrinking_keeps,
    state_is_kept,
)
from unet_core.rehearsal_data import (
    SCORED,
    Samples,
    take_samples,
    target_in,
    write_samples,
)
from unet_core.run_history import middle
from unet_core.runs import CHECKPOINT_FOLDER, MODEL_FILE
from unet_core.sampling import make_split
from unet_core.saved_states import load_latest, save_state
from unet_core.slices import CACHE_FOLDER, SliceCase, cached_cases
from unet_core.target import labels_in, make_target
from unet_core.train import train
from unet_core.volume import Labels

MINUTES = 1.5
READING_SHARE, LEARNING_SHARE, LEAST_SHARE = 0.25, 0.75, 0.25
"""Of the time: no case is begun to be read after the first, learning ends at the second, and has
the third at least."""
BATCHES = 10
"""In a round of the rehearsal: short, so that several are validated and saved."""
CHANGED_BATCHES = 4
_STEPS = 100


def rehearse(
    dataset: Path,
    folder: Path,
    config: TrainConfig,
    *,
    validation_cases: tuple[str, ...] = (),
    test_cases: tuple[str, ...] = (),
    minutes: float = MINUTES,
    rounds: int = 0,
) -> Generator[Event, None, None]:
    """Try a run on a few slices; Progress, then one Rehearsed with what was proved.

    Closing the generator stops it after the batch under way. What it wrote is removed always.

    Args:
        dataset: Folder of image and mask pairs.
        folder: Where runs are kept; made if it is not there.
        config: Settings of the run.
        validation_cases: As for ``train``; they count in the forecast.
        test_cases: As for ``train``; nothing is learned from them, not even here.
        minutes: About how long it takes.
        rounds: Learn so many rounds of ten batches instead, however long they take; 0: as many as
            fit into the time.

    Raises:
        InputError: If the settings contradict each other or there is no data set.
    """
    check_settings(config)
    with_agreed_persons(find_cases(dataset).cases, config.same_person)
    started = time.monotonic()
    checks: list[Check] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".rehearsal-", dir=folder))
    except OSError as error:
        reason = f"{folder.name} cannot be written to ({error.strerror})."
        checks.append(Check("folder", False, reason, "Choose another folder for runs."))
        yield Rehearsed(tuple(checks), None, time.monotonic() - started)
        return
    try:
        kept = (validation_cases, test_cases)
        stage = _Stage(dataset, scratch, config, *kept, minutes * 60, rounds, started)
        with contextlib.suppress(_NotPassed):
            yield from stage.events(checks)
        seen = stage.measured if all(check.passed for check in checks) else None
        yield Rehearsed(
            tuple(checks), forecast(config, seen) if seen else None, time.monotonic() - started
        )
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


class _NotPassed(Exception):
    """A check was not passed: those that build on it make no sense."""


@dataclass
class _Learned:
    """What the rehearsal's own run told."""

    losses: list[float] = field(default_factory=list)
    validating_s: list[float] = field(default_factory=list)
    between_s: list[float] = field(default_factory=list)
    validation_loss: float = math.inf
    slice_s: float = 0.0
    peak_memory_mb: float = 0.0
    best_epoch: int = 0
    mask: Labels | None = None
    """Of the best round, in file order."""


class _Stage:
    """Where one rehearsal takes place."""

    def __init__(
        self,
        dataset: Path,
        scratch: Path,
        config: TrainConfig,
        validation_cases: tuple[str, ...],
        test_cases: tuple[str, ...],
        limit_s: float,
        rounds: int,
        started: float,
    ) -> None:
        self._dataset, self._scratch = dataset, scratch
        self._data, self._run = scratch / "data", scratch / "run"
        self._config, self._validation_cases = config, validation_cases
        self._test_cases = test_cases
        self._limit_s, self._rounds, self._started = limit_s, rounds, started
        self.measured: Measured | None = None

    def events(self, checks: list[Check]) -> Generator[Event, None, None]:
        """Everything a run does; each check goes to ``checks``."""
        samples = yield from self._read(checks)
        cases = yield from self._cached(checks)
        self._keep(checks, self._labels(cases))
        learned = yield from self._learn(checks)
        self._keep(checks, loss_falls(learned.losses, learned.validation_loss, self._config))
        if learned.mask is None:
            raise _NotPassed
        self._keep(checks, mask_fits(learned.mask, samples.scored.label_map.voxels))
        self._keep(checks, self._saved())
        mask = yield from self._predicted(samples)
        self._keep(checks, model_agrees(mask, learned.mask))
        self.measured = self._measured(samples, learned)

    def _keep(self, checks: list[Check], check: Check) -> None:
        checks.append(check)
        if not check.passed:
            raise _NotPassed

    def _refused(self, checks: list[Check], name: str, error: InputError) -> NoReturn:
        remedy = f"{error.remedy[:1].upper()}{error.remedy[1:]}."
        checks.append(Check(name, False, f"{error.subject} {error.fault}.", remedy))
        raise _NotPassed

    def _progress(self, text: str) -> Progress:
        share = (time.monotonic() - self._started) / self._limit_s
        return Progress(min(round(share * _STEPS), _STEPS - 1), _STEPS, text)

    # --- steps -----------------------------------------------------------------------------

    def _read(self, checks: list[Check]) -> Generator[Event, None, Samples]:
        try:
            taking = take_samples(
                self._dataset, self._config, READING_SHARE * self._limit_s, self._test_cases
            )
            samples = yield from self._told(taking)
            self._data.mkdir()
            write_samples(samples, self._data)
        except InputError as error:
            self._refused(checks, "reading", error)
        self._config = dataclasses.replace(
            self._config, target=target_in(samples, self._config), split="patient", same_person=""
        )
        one, other = samples.learned, samples.scored
        scored = f"{len(other.volume.canonical)} of {other.name}"
        words = f"{len(one.volume.canonical)} slices of {one.name} are learned from, "
        words += "those between them" if samples.is_one_case else scored
        self._keep(checks, Check("reading", True, f"Scans and masks were read: {words} scored."))
        return samples

    def _told(self, events: Generator[Event, None, Samples]) -> Generator[Event, None, Samples]:
        """The same events with the rehearsal's own progress."""
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                found: Samples = end.value
                return found
            if isinstance(event, Progress):
                yield self._progress(event.text)

    def _cached(self, checks: list[Check]) -> Generator[Event, None, tuple[SliceCase, ...]]:
        yield self._progress("Resizing slices")
        caching = cached_cases(self._data, self._config, self._scratch / CACHE_FOLDER)
        try:
            while True:
                next(caching)
        except StopIteration as end:
            cases: tuple[SliceCase, ...] = end.value
            return cases
        except InputError as error:
            self._refused(checks, "reading", error)

    def _labels(self, cases: tuple[SliceCase, ...]) -> Check:
        target = make_target(self._config.target, labels_in(cases), self._config)
        config = target.applied(self._config)
        names = [target.labels[values[0]].name for values in target.groups]
        for case in cases:
            full, small = (target.table[a] for a in (case.full_labels(), case.small_labels()))
            gone = shrinking_keeps(counted(full, names), counted(small, names), config.image_size)
            if gone is not None:
                return gone
        split = make_split(cases, target, config, [SCORED])
        moved = dataclasses.replace(config, synthetic_lesions=0.0)
        before, after = [], []
        picked = Batches(split.train, target, config).of_epoch(1)
        for number, picks in enumerate(picked[:CHANGED_BATCHES], start=1):
            batch = read_batch(split.train, picks, target, config)
            before.append(batch.labels.clone())
            generator = generator_for(config.seed, 1, number)
            _, labels = augment(batch.pictures, batch.labels, moved, generator)
            after.append(labels)
        return labels_survive(before, after, names, config)

    def _learn(self, checks: list[Check]) -> Generator[Event, None, _Learned]:
        left_s = LEARNING_SHARE * self._limit_s - (time.monotonic() - self._started)
        config = dataclasses.replace(
            self._config,
            minutes=0.0 if self._rounds else max(left_s, LEAST_SHARE * self._limit_s) / 60,
            epochs=max(self._rounds, 1),
            batches_per_epoch=BATCHES,
            patience=0,
        )
        learned = _Learned()
        events = train(self._data, self._run, config, validation_cases=(SCORED,))
        try:
            with contextlib.closing(events):  # type: ignore[type-var]
                for event in _followed(events, learned):
                    batches = len(learned.losses)
                    loss = f", loss {learned.losses[-1]:.3f}" if batches else ""
                    if isinstance(event, (BatchDone, Progress)):
                        yield self._progress(f"Learning from a few slices: batch {batches}{loss}")
        except InputError as error:
            name = "loss" if "not a number" in error.fault else "run"
            self._refused(checks, name, error)
        return learned

    def _saved(self) -> Check:
        state, _ = load_latest(self._run / CHECKPOINT_FOLDER)
        if state is None:
            return Check("checkpoint", False, "No state was saved.", "Report this fault.")
        again = self._scratch / "again"
        again.mkdir()
        save_state(again, state)
        copy, _ = load_latest(again)
        return state_is_kept(state.tensors, copy.tensors if copy else {})

    def _predicted(self, samples: Samples) -> Generator[Event, None, Labels]:
        plain = PredictConfig(largest_liver=False, tumour_inside_liver=False)
        scored = samples.scored
        for event in predict(self._run / MODEL_FILE, scored.volume, plain):
            if isinstance(event, Predicted):
                return event.label_map.voxels
            yield self._progress("Predicting with the saved model")
        return np.zeros((0, 0, 0), np.uint8)

    # --- forecast --------------------------------------------------------------------------

    def _measured(self, samples: Samples, learned: _Learned) -> Measured:
        total, config = samples.slices_in_all, self._config
        names = samples.names
        if self._validation_cases:
            held = self._validation_cases
            validation = sum(n for name, n in zip(names, total, strict=True) if name in held)
        else:
            count = min(max(round(config.validation_fraction * len(names)), 1), len(names))
            validation = round(sum(total) * count / len(names))
        cached = _bytes_under(self._scratch / CACHE_FOLDER)
        slices = len(samples.learned.volume.canonical) + len(samples.scored.volume.canonical)
        states = [p.stat().st_size for p in (self._run / CHECKPOINT_FOLDER).iterdir()]
        scored = len(samples.scored.volume.canonical)
        batch_s = config.batch_size * learned.slice_s
        between_s = middle(learned.between_s) if learned.between_s else batch_s
        return Measured(
            batch_s=batch_s,
            slice_s=middle(learned.validating_s) / scored,
            saving_s=max(between_s - batch_s, 0.0),
            train_slices=max(sum(total) - validation, 1),
            validation_slices=validation,
            read_s=samples.read_s_in_all,
            peak_memory_mb=learned.peak_memory_mb or peak_memory_mb(),
            state_bytes=max(states, default=0),
            model_bytes=(self._run / MODEL_FILE).stat().st_size,
            cache_bytes=cached / slices,
        )


def _followed(events: Iterator[Event], learned: _Learned) -> Iterator[Event]:
    """The same events; what they tell goes to ``learned``."""
    batch: BatchDone | None = None
    round_end_s: float | None = None
    for event in events:
        match event:
            case BatchDone():
                learned.losses.append(event.loss)
                if event.images_per_s > 0:
                    learned.slice_s = 1.0 / event.images_per_s
                if round_end_s is not None:
                    learned.between_s.append(event.elapsed_s - round_end_s)
                batch, round_end_s = event, None
            case EpochDone(record=record):
                if batch is not None:
                    learned.validating_s.append(record.elapsed_s - batch.elapsed_s)
                round_end_s = record.elapsed_s
                learned.validation_loss = record.validation_loss
                learned.peak_memory_mb = max(learned.peak_memory_mb, record.peak_memory_mb)
                if record.is_best:
                    learned.best_epoch = record.epoch
            case SlicesScored():
                if event.epoch == learned.best_epoch:
                    learned.mask = event.prediction
            case RunEnded():
                learned.best_epoch = event.best_epoch
        yield event


def _bytes_under(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
