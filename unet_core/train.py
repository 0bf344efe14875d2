"""Training: a generator that checks the data, learns, scores whole cases and saves every round.

Whoever consumes the events is the callback: the window, the command line, a test. Closing the
generator stops the run after the batch under way; what was finished stays and can go on.
"""

import contextlib
import dataclasses
import math
import shutil
from collections.abc import Generator, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch

from unet_core import checkpoint, runs
from unet_core.checkpoint import Passport, State
from unet_core.clock import Clock, timed
from unet_core.config import TrainConfig, check_settings
from unet_core.errors import InputError
from unet_core.events import (
    BatchDone,
    EpochDone,
    EpochRecord,
    Event,
    Notice,
    RunEnded,
    RunStarted,
)
from unet_core.learner import Learner, StepResult, learning_rate
from unet_core.sampling import (
    Batches,
    Split,
    Target,
    labels_in,
    make_split,
    make_target,
    read_batch,
)
from unet_core.slices import CACHE_FOLDER, SliceCase, cached_cases, changed_since
from unet_core.unet import count_parameters, tune_allocator
from unet_core.validation import Scores, slices_scored, validate

_BIAS_BATCHES = 4
_SCRATCH = "scratch"
_FORWARD_SHARE, _SECONDS_A_SLICE = 0.3, 0.01
"""First guess of validating a slice: this share of a step, and enlarging and scoring."""


def train(
    dataset: Path,
    run_folder: Path,
    config: TrainConfig,
    *,
    validation_cases: tuple[str, ...] = (),
    resume: bool = False,
) -> Iterator[Event]:
    """Learn from the pairs in ``dataset``; everything that lasts goes into ``run_folder``.

    Yields Progress, CaseChecked and Notice while data are read, then RunStarted; for each round
    BatchDone..., Progress (validation), EpochDone once the round is on disk, and SlicesScored for
    each validation case; at last RunEnded.

    Args:
        dataset: Folder of image and mask pairs.
        run_folder: New or empty, unless resumed. Slice caches lie beside it.
        config: Settings; ``model.out_channels`` follows from the labels found. A resumed run
            keeps the settings and validation cases it was started with, whatever is given here.
        validation_cases: Names of cases to score; chosen by ``config.split`` if empty.
        resume: Go on after the last finished round of the run in ``run_folder``; on a processor
            the result is bit for bit that of an uninterrupted run (unless ``config.minutes``
            ends it).

    Raises:
        InputError: If data, settings or disk do not allow it, or the loss stops being a number.
    """
    check_settings(config)
    values = runs.opened(dataset, run_folder, config, validation_cases, resume)
    with runs.owned(run_folder):
        run = _Run(run_folder, dataset, values)
        run.save(state="running", sentence="")
        try:
            yield from timed(run.events(), run.clock)
        except GeneratorExit:
            run.save(state="stopped")
            raise
        except InputError as error:
            with contextlib.suppress(InputError):  # a full disk shall not hide the first fault
                run.save(state="failed", sentence=str(error))
            raise
        except BaseException as error:
            with contextlib.suppress(InputError):
                name = type(error).__name__
                run.save(state="failed", sentence=f"An unforeseen error ended it ({name}).")
            raise
        finally:
            shutil.rmtree(run_folder / _SCRATCH, ignore_errors=True)


class _Run:
    """One run, from its first look at the data to its end."""

    def __init__(self, folder: Path, dataset: Path, values: dict[str, Any]) -> None:
        self.folder = folder
        self.dataset = dataset
        self.values = values
        self.clock = Clock()
        self.config = TrainConfig.from_json(values["config"])
        self.best = _Best()
        self.validation_s = 0.0
        self.batch_s = 0.0

    def save(self, **changes: Any) -> None:
        """Change ``run.json``."""
        self.values |= changes
        runs.write_values(self.folder, self.values)

    def events(self) -> Generator[Event, None, None]:
        """The run itself."""
        tune_allocator()
        cache = self.folder.absolute().parent / CACHE_FOLDER
        cases = yield from cached_cases(self.dataset, self.config, cache)
        self._prepare(cases)
        state, damaged = checkpoint.load_latest(self.folder / runs.CHECKPOINT_FOLDER)
        for text in damaged:
            yield Notice(text)
        self._restore(state)
        yield RunStarted(
            folder=self.folder,
            resumed_epoch=state.epoch if state else 0,
            epochs=self.config.epoch_limit,
            batches=self.batches.count,
            parameters=count_parameters(self.learner.model),
            labels=self.target.labels,
            train_cases=tuple(part.case.case_id for part in self.split.train),
            validation_cases=tuple(part.case.case_id for part in self.split.validation),
            notices=(*self.target.notices, *self.split.notices),
        )
        self.clock.set(state.active_s if state else 0.0)
        epoch = state.epoch if state else 0
        while (reason := self._end(epoch)) is None:
            epoch += 1
            for part in (*self.split.train, *self.split.validation):
                part.case.mark_used()
            results = yield from self._learn(epoch)
            started = self.clock.seconds
            scores = yield from validate(
                self.learner, self.split.validation, self.target, self.folder / _SCRATCH
            )
            self.validation_s = self.clock.seconds - started
            record = self._record(epoch, results, scores)
            started = self.clock.seconds
            self._keep(record, scores)
            self.validation_s += self.clock.seconds - started
            yield EpochDone(record)
            yield from slices_scored(epoch, self.split.validation, self.target, scores)
        if changed := changed_since(cases):
            yield Notice(
                f"{', '.join(changed)} changed on disk during the run; what was learned is the "
                "data as they were at its start."
            )
        self.save(state="finished", reason=reason)
        yield RunEnded(reason, self.best.epoch, self.best.score, self.folder / runs.MODEL_FILE)

    # --- before the first batch ------------------------------------------------------------

    def _prepare(self, cases: Sequence[SliceCase]) -> None:
        """Target, split and a fresh network; the same for a resumed run, or an error."""
        self.target: Target = make_target(self.config.target, labels_in(cases))
        model = dataclasses.replace(self.config.model, out_channels=self.target.out_channels)
        self.config = dataclasses.replace(self.config, model=model)
        asked = self.values.get("asked_validation_cases", ())
        self.split: Split = make_split(cases, self.target, self.config, asked)
        hashes = {case.case_id: [case.image_sha256, case.mask_sha256] for case in cases}
        _refuse_changed(self.values.get("cases"), hashes)
        self.batches = Batches(self.split.train, self.target, self.config)
        self.learner = Learner(self.config)
        if self.config.preset != "article":  # the tutorial starts with zero biases
            first = self.batches.of_epoch(1)[:_BIAS_BATCHES]
            labels = [self._read(picks)[1] for picks in first]
            self.learner.start_from_frequencies(torch.cat(labels))
        with contextlib.suppress(FileExistsError):
            (self.folder / runs.CHECKPOINT_FOLDER).mkdir()
        self.save(
            config=self.config.to_json(),
            cases=hashes,
            split=self.split.to_json(),
            validation_cases=[part.case.case_id for part in self.split.validation],
            labels=[dataclasses.asdict(label) for label in self.target.labels.values()],
        )

    def _restore(self, state: State | None) -> None:
        """Put back a saved state and make journal and model file agree with it."""
        runs.keep_entries(
            self.folder, state.epoch if state else 0, state.journal if state else None
        )
        if state is None:
            return
        self.learner.restore(state.tensors, state.step)
        self.best = _Best(state.best_epoch, state.best_score, state.best_loss)
        model_path = self.folder / runs.MODEL_FILE
        if state.best_epoch == state.epoch and not _is_from(model_path, state.epoch):
            record = runs.read_records(self.folder)[-1]  # killed between state and model
            self._save_model(record)

    # --- a round ---------------------------------------------------------------------------

    def _learn(self, epoch: int) -> Generator[Event, None, "_RoundResult"]:
        batches = self.batches.of_epoch(epoch)
        result, started = _RoundResult(), self.clock.seconds
        for number, picks in enumerate(batches, start=1):
            before = self.clock.seconds
            result.rate = learning_rate(self.config, self._progress(epoch, number - 1, before))
            pictures, labels = self._read(picks)
            try:
                step = self.learner.learn(pictures, labels, epoch, number, result.rate)
            except FloatingPointError:
                raise self._diverged(epoch, picks) from None
            result.add(step, len(picks))
            took = self.clock.seconds - before
            self.batch_s = took if not self.batch_s else 0.9 * self.batch_s + 0.1 * took
            yield BatchDone(
                epoch=epoch,
                batch=number,
                batches=len(batches),
                loss=step.loss,
                images_per_s=self.config.batch_size / self.batch_s,
                elapsed_s=self.clock.seconds,
                remaining_s=self._remaining_s(epoch, number),
            )
            if self._left_s() < self._reserve_s() + self.batch_s:
                break
        result.seconds = self.clock.seconds - started
        return result

    def _read(self, picks: Sequence[tuple[int, int]]) -> tuple[torch.Tensor, torch.Tensor]:
        return read_batch(self.split.train, picks, self.target, self.config)

    def _record(self, epoch: int, results: "_RoundResult", scores: Scores) -> EpochRecord:
        is_best = self.best.is_beaten_by(scores.score, scores.loss)
        if is_best:
            self.best = _Best(epoch, scores.score, scores.loss)
        return EpochRecord(
            epoch=epoch,
            train_loss=results.loss / results.images,
            validation_loss=scores.loss,
            train_accuracy=results.accuracy / results.images,
            validation_accuracy=scores.accuracy,
            dice=scores.dice,
            iou=scores.iou,
            score=scores.score,
            is_best=is_best,
            learning_rate=results.rate,
            images_per_s=results.images / results.seconds,
            elapsed_s=self.clock.seconds,
        )

    def _keep(self, record: EpochRecord, scores: Scores) -> None:
        """Make the round last: the state first, as model and journal can be made again from it."""
        if not math.isfinite(record.validation_loss):
            raise self._diverged(record.epoch, ())
        entry = runs.journal_entry(record, scores.cases)
        state = State(
            epoch=record.epoch,
            step=self.learner.steps,
            active_s=self.clock.seconds,
            best_epoch=self.best.epoch,
            best_score=self.best.score,
            best_loss=self.best.loss,
            journal=entry,
            tensors=self.learner.tensors(),
        )
        checkpoint.save_state(self.folder / runs.CHECKPOINT_FOLDER, state)
        if record.is_best:
            self._save_model(record)
        runs.append_entry(self.folder, entry)

    def _save_model(self, record: EpochRecord) -> None:
        cases = [part.case for part in (*self.split.train, *self.split.validation)]
        kinds = {case.intensity for case in cases}
        spacings = [case.spacing_xyz_mm for case in cases if case.spacing_xyz_mm]
        x, y, z = np.median(spacings, axis=0).tolist() if spacings else (0.0, 0.0, 0.0)
        passport = Passport(
            model=self.config.model,
            train=self.config,
            labels=self.target.labels,
            intensity=kinds.pop() if len(kinds) == 1 else "mixed",
            spacing_xyz_mm=(x, y, z) if spacings else None,
            train_sha256=tuple(part.case.image_sha256 for part in self.split.train),
            validation_sha256=tuple(part.case.image_sha256 for part in self.split.validation),
            epoch=record.epoch,
            scores=record.dice,
            versions=runs.versions(),
            created=datetime.now().astimezone().isoformat(timespec="seconds"),
        )
        checkpoint.save_model(self.folder / runs.MODEL_FILE, self.learner.averaged, passport)

    def _diverged(self, epoch: int, picks: Sequence[tuple[int, int]]) -> InputError:
        names = sorted({self.split.train[i].case.case_id for i, _ in picks})
        where = f" on a batch of {', '.join(names)}" if names else ""
        return InputError(
            f"epoch {epoch}",
            f"gave a loss that is not a number{where}",
            f"start again with a learning_rate below {self.config.learning_rate:g}; "
            "the last good round is kept",
        )

    # --- time ------------------------------------------------------------------------------

    def _progress(self, epoch: int, batches_done: int, seconds: float) -> float:
        if self.config.minutes:
            return seconds / (self.config.minutes * 60)
        return (epoch - 1 + batches_done / self.batches.count) / self.config.epochs

    def _left_s(self) -> float:
        limit_s = self.config.minutes * 60
        return limit_s - self.clock.seconds if limit_s else math.inf

    def _reserve_s(self) -> float:
        """What validating and saving will take."""
        if self.validation_s:
            return self.validation_s
        slices = sum(len(part.z) for part in self.split.validation)
        forward_s = _FORWARD_SHARE * self.batch_s / self.config.batch_size
        return slices * (forward_s + _SECONDS_A_SLICE)

    def _remaining_s(self, epoch: int, batch: int) -> float | None:
        if self.config.minutes:
            return max(self._left_s(), 0.0)
        rounds = self.config.epochs - epoch
        batches = rounds * self.batches.count + self.batches.count - batch
        by_rounds = batches * self.batch_s + (rounds + 1) * self._reserve_s()
        return None if batch < 2 and epoch == 1 else by_rounds

    def _end(self, epoch: int) -> Literal["finished", "patience", "time"] | None:
        """Why no further round is begun; None if one is."""
        if epoch and self._left_s() < self._reserve_s() + 2 * self.batch_s:
            return "time"
        if self.config.epoch_limit and epoch >= self.config.epoch_limit:
            return "finished"
        if self.config.patience and epoch - self.best.epoch >= self.config.patience:
            return "patience"
        return None


@dataclasses.dataclass(frozen=True)
class _Best:
    epoch: int = 0
    score: float = -math.inf
    loss: float = math.inf

    def is_beaten_by(self, score: float, loss: float) -> bool:
        """Higher Dice wins; between equal ones (as 0 and 0 at the start) the lower loss."""
        return score > self.score or (score == self.score and loss < self.loss)


@dataclasses.dataclass
class _RoundResult:
    loss: float = 0.0
    accuracy: float = 0.0
    images: int = 0
    rate: float = 0.0
    seconds: float = 0.0

    def add(self, step: StepResult, images: int) -> None:
        self.loss += step.loss * images
        self.accuracy += step.accuracy * images
        self.images += images


def _refuse_changed(before: Mapping[str, Any] | None, now: Mapping[str, Any]) -> None:
    """A continued run must go on with the very voxels it began with."""
    for name in sorted({*(before or now), *now}):
        if before is not None and before.get(name) != now.get(name):
            raise InputError(
                f"case {name}",
                "is not what it was when this run began",
                "put the data back as they were or start a new run",
            )


def _is_from(model_path: Path, epoch: int) -> bool:
    try:
        return checkpoint.load_model(model_path)[1].epoch == epoch
    except InputError:
        return False
