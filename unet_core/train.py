"""Training: a generator that checks the data, learns, scores whole cases and saves every round.

Whoever consumes the events is the callback: the window, the command line, a test. Closing the
generator stops the run after the batch under way; what was learned stays and can go on.
"""

import contextlib
import dataclasses
import math
from collections.abc import Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from unet_core import distributed, pinned, runs, sittings
from unet_core.batch import Batch
from unet_core.batch_pictures import Onlooker
from unet_core.batches import Batches, Pick, read_batch
from unet_core.beginning import new_learner, run_started
from unet_core.clock import Clock, timed
from unet_core.config import TrainConfig, check_settings
from unet_core.doctor import attended
from unet_core.events import (
    BatchDone,
    EpochDone,
    EpochRecord,
    Event,
    Notice,
    RunEnded,
    RunStarted,
)
from unet_core.final_scores import final_scores
from unet_core.isolation import while_held
from unet_core.leading import leader_first, scores_of_leader
from unet_core.learner import Learner
from unet_core.parent import Parent, chosen_parent, fine_tuning
from unet_core.prefetch import ahead
from unet_core.provenance import passport, refuse_changed, told_of_changes, voxel_hashes
from unet_core.random_states import random_states, restore_random_states
from unet_core.rollbacks import refuse_more, sent_back
from unet_core.rounds import Best, scoring_seconds
from unet_core.run_files import RunFiles
from unet_core.run_findings import remembered
from unet_core.sampling import Split, chosen_cases, make_split, outside_test
from unet_core.saved_states import State
from unet_core.slices import CACHE_FOLDER, SliceCase, cached_cases
from unet_core.standing import Standing
from unet_core.stretches import More, current_stretch
from unet_core.target import Target, labels_in, make_target
from unet_core.timetable import Reason, Timetable
from unet_core.unet import tune_allocator
from unet_core.validation import Scores, slices_scored, validate


def train(
    dataset: Path,
    run_folder: Path,
    config: TrainConfig,
    *,
    validation_cases: tuple[str, ...] = (),
    training_cases: tuple[str, ...] = (),
    test_cases: tuple[str, ...] = (),
    resume: bool = False,
    start_from: Path | None = None,
    more_epochs: int = 0,
    more_minutes: float = 0.0,
    plan: Mapping[str, Any] | None = None,
) -> Iterator[Event]:
    """Learn from the pairs in ``dataset``; everything that lasts goes into ``run_folder``.

    Yields Progress, CaseChecked and Notice while data are read, then RunStarted; for each round
    BatchDone..., Progress (validation), EpochDone once the round is on disk, and SlicesScored for
    each validation case; at last FinalScores of the test cases, where there are any, and RunEnded.
    Diagnosed comes whenever findings change.

    Args:
        dataset: Folder of image and mask pairs.
        run_folder: New or empty, unless resumed. Slice caches lie beside it.
        config: Settings; ``model.out_channels`` follows from the labels found. A resumed run
            keeps the settings and the split it was started with, whatever is given here.
        validation_cases: Names of cases to score; chosen by ``config.split`` if empty.
        training_cases: Names of cases to learn from; all others if empty.
        test_cases: Names of cases neither learned from nor validated on: the best model is scored
            on them once, when the run has ended. That comes on top of ``config.minutes``.
        resume: Go on after the last batch that was saved of the run in ``run_folder``; on a
            processor the result is bit for bit that of an uninterrupted run (unless
            ``config.minutes`` ends it).
        start_from: Model file whose weights a new run begins with (fine-tuning). Its learning
            rate is a tenth of the preset's unless another one is set.
        more_epochs: Rounds a resumed run shall learn from where it stands, finished or not, as a
            warm restart, see ``stretches``; 0 to go on as it was begun.
        more_minutes: The same by time.
        plan: ``Plan.to_json`` of the plan that ``config`` comes from: kept, with its reasons.

    Raises:
        InputError: If data, settings or disk do not allow it, memory or the graphics card give
            out, or the loss stops being a number again and again.
    """
    check_settings(config)
    more = More.of_run(more_epochs, more_minutes, resume)
    parent = chosen_parent(start_from, resume)
    if parent is not None:
        config = fine_tuning(config)
        parent.check_model(config, ignore_outputs=True)
    files = RunFiles.opened(
        *(dataset, run_folder, config, validation_cases, resume),
        training=training_cases,
        test=test_cases,
        extend=bool(more),
        parent=parent.to_json() if parent else None,
    )
    run = _Run(files, dataset, more, parent)
    with files.owned(), while_held(run.lent), files.recorded():
        files.save(state="running", sentence="", **({"plan": dict(plan)} if plan else {}))
        try:
            yield from timed(remembered(attended(run.events(), run.config)), run.clock)
        except GeneratorExit:
            run.stop()
            raise
        except Exception:
            run.rescue()
            raise


class _Run:
    """One run, from its first look at the data to its end."""

    learner: Learner
    target: Target
    split: Split
    standing: Standing

    def __init__(self, files: RunFiles, dataset: Path, more: More, parent: Parent | None) -> None:
        self.files = files
        self.dataset = dataset
        self.more = more
        self.parent = parent
        self.clock = Clock()
        self.config = TrainConfig.from_json(files.values["config"])
        self.is_whole = False  # whether learner and standing are of the same moment
        self._unsaid: list[str] = []

    def events(self) -> Generator[Event, None, None]:
        """The run itself."""
        tune_allocator()
        cache = self.files.folder.absolute().parent / CACHE_FOLDER
        found = yield from leader_first(cached_cases(self.dataset, self.config, cache))
        cases = self._prepare(found)
        state = yield from self._go_back()
        self.clock.set(state.active_s)
        self.times.saved()
        self._extend()
        yield self._started()
        yield from self._look_ahead()
        while (reason := self._end()) is None:
            for case in cases:
                case.mark_used()
            try:
                yield from self._learn()
                record, scores = yield from self._score()
            except FloatingPointError as error:
                yield from self._roll_back(error)
                continue
            yield EpochDone(record)
            if scores.cases:  # the leader has them
                parts = self.split.validation
                scored = slices_scored(record.epoch, parts, self.target, scores)
                names = [part.case.case_id for part in parts]
                yield from pinned.kept(self.files.folder, names, scored)
        yield from told_of_changes(cases)
        self.is_whole = False  # the learner holds the best weights while the test is scored
        test = (self.split.test, self.target)
        yield from final_scores(self.files, self.learner, *test, self.standing.best.epoch)
        self.files.save(state="finished", reason=reason)
        yield RunEnded(reason, self.standing.best.epoch, self.standing.best.score, self.files.model)

    def lent(self) -> contextlib.AbstractContextManager[None]:
        """While the run is held, others may use the graphics card."""
        return self.learner.lent() if self.is_whole else contextlib.nullcontext()

    def stop(self) -> None:
        """Keep what was learned since the last save."""
        if self.files.values["state"] != "finished":
            self.files.save(state="stopped")
            with contextlib.suppress(FloatingPointError):  # what was saved before is better
                self._save_rest()

    def rescue(self) -> None:
        """The same when the run ends against its will, as far as it can be done."""
        with contextlib.suppress(Exception):  # the first fault is the one to be told
            self._save_rest()

    # --- before the first batch ------------------------------------------------------------

    def _prepare(self, found: Sequence[SliceCase]) -> Sequence[SliceCase]:
        """Target, split and timetable, the same for a resumed run; the cases that take part."""
        asked, learned, test = map(self.files.asked, ("validation", "training", "test"))
        cases = chosen_cases(found, learned, (*asked, *test))
        labels = labels_in(outside_test(cases, test))
        self.target = make_target(self.config.target, labels, self.config)
        self.config = self.target.applied(self.config)
        distributed.check_batch(self.config.batch_size)
        self.split = make_split(cases, self.target, self.config, asked, test)
        hashes = voxel_hashes(cases)
        refuse_changed(self.files.values.get("cases"), hashes)
        self.batches = Batches(self.split.train, self.target, self.config)
        self.onlooker = Onlooker(self.files.folder, self.split.train, self.target, self.config)
        slices = sum(len(part.z) for part in self.split.validation)
        self.times = Timetable(self.config, self.clock, self.batches.count, slices)
        self.files.make_folders()
        self.files.save(
            config=self.config.to_json(),
            cases=hashes,
            split=self.split.to_json(),
            validation_cases=[part.case.case_id for part in self.split.validation],
            labels=[dataclasses.asdict(label) for label in self.target.labels.values()],
        )
        return cases

    def _go_back(self) -> Generator[Event, None, State]:
        """To what was saved last, or to the start; journal and model file then agree with it."""
        self.is_whole = False
        state, damaged = self.files.latest()
        yield from map(Notice, damaged)
        self.files.mend_journal(state)
        if state is None:
            parent = self.parent or Parent.recorded(self.files.values)
            self.learner = new_learner(self.config, self.target, self.split, self.batches, parent)
            state = State(0, self.learner.steps, 0.0, 0, None, None, {}, random_states())
        else:
            self.learner = getattr(self, "learner", None) or Learner(self.config)
            self.learner.restore(state.tensors, state.step)
        self.standing = Standing.saved(state, runs.read_curve(self.files.folder))
        yield from self._mend_model(state)
        restore_random_states(state.tensors)
        self.is_whole = True
        return state

    def _mend_model(self, state: State) -> Generator[Event, None, None]:
        """Make the model file again if a kill came before it was written, or it is damaged."""
        best, found = self.standing.best.epoch, self.files.model_epoch()
        if best == 0 or found == best or (found is not None and found > state.epoch):
            return
        source = state if (state.epoch, state.batch) == (best, 0) else self.files.state_of(best)
        if source is not None:
            self.learner.restore(source.tensors, source.step)
            self._save_model(best)
            self.learner.restore(state.tensors, state.step)
        else:
            self.standing.best = Best()
            yield from self._say(
                f"The weights of the best epoch ({best}) are damaged and no longer among the "
                "saved states: the best epoch from here on is kept instead."
            )

    def _extend(self) -> None:
        """Begin the extension asked for, or go on with the last one."""
        if self.more:
            stretch = self.more.stretch(self.standing.epoch, self.clock.seconds)
            before = self.files.values.get("extensions", ())
            self.files.save(extensions=[*before, stretch.to_json(self.config)])
        self.times.stretch = current_stretch(self.files.values, self.config)

    def _look_ahead(self) -> Generator[Event, None, None]:
        """Leave time for scoring the first round of a run that is to end on time."""
        if distributed.is_leader() and self.times.is_blind:
            parts, scratch = self.split.validation, self.files.scratch
            seconds = scoring_seconds(self.learner, parts, self.target, scratch, self.clock)
            yield from self._say(*self.times.guess_scoring(seconds))

    def _started(self) -> RunStarted:
        self.files.save(sittings=sittings.begun(self.files.values, self.standing.epoch))
        return run_started(
            *(self.files.folder, self.learner, self.batches, self.target, self.split),
            resumed_epoch=self.standing.epoch,
            epochs=self.times.stretch.epoch_limit,
            notices=self.parent.notices(self.config) if self.parent is not None else (),
        )

    # --- a round ---------------------------------------------------------------------------

    def _learn(self) -> Generator[Event, None, None]:
        """The batches of a round, or those left of it."""
        epoch = self.standing.epoch + 1
        left = self.batches.of_epoch(epoch)[self.standing.round.batches :]
        shares = map(distributed.share_of_batch, left)
        with contextlib.closing(ahead(shares, self._read)) as reading:
            for picks, (_, batch, waited_s) in zip(left, reading, strict=True):
                started, number = self.clock.seconds, self.standing.round.batches + 1
                rate = distributed.agreed(self.times.rate(self.standing.epoch, number - 1))
                rate *= self.standing.rate_factor
                places = tuple(distributed.share_of_batch(range(len(picks))))
                batch = dataclasses.replace(batch, places=places)
                self.is_whole = False
                seen = self.onlooker.asked(distributed.share_of_batch(picks), batch, epoch, number)
                step = self.learner.learn(batch, epoch, number, rate, seen)
                took_s = waited_s + self.clock.seconds - started
                self.standing.round.add(step, len(picks), rate, took_s, waited_s)
                self.times.batch_took(took_s)
                self.is_whole = True
                yield from self._say(*step.notices)
                yield self._batch_done(step.loss)
                must_save, is_up = distributed.agreed(
                    [self.times.must_save(number), self.times.is_up()]
                )
                if must_save:
                    self._save()
                if is_up:
                    break

    def _read(self, picks: Sequence[Pick]) -> Batch:
        return read_batch(self.split.train, picks, self.target, self.config)

    def _batch_done(self, loss: float) -> BatchDone:
        epoch, number = self.standing.epoch + 1, self.standing.round.batches
        return BatchDone(
            epoch=epoch,
            batch=number,
            batches=self.batches.count,
            loss=loss,
            images_per_s=self.times.images_per_s,
            elapsed_s=self.clock.seconds,
            remaining_s=self.times.remaining_s(epoch, number),
        )

    def _score(self) -> Generator[Event, None, tuple[EpochRecord, Scores]]:
        """Validate what the round has learned, and make it last."""
        started = self.clock.seconds
        scores = yield from scores_of_leader(
            validate(self.learner, self.split.validation, self.target, self.files.scratch)
        )
        if not math.isfinite(scores.loss):
            raise FloatingPointError
        record = self._keep(scores)
        self.times.scoring_took(self.clock.seconds - started)
        return record, scores

    def _keep(self, scores: Scores) -> EpochRecord:
        """The state goes first, as model and journal can be made again from it."""
        record = self.standing.finish_round(self.target, scores, self.clock.seconds)
        self._save()
        if record.is_best:
            self._save_model(record.epoch)
        self.files.append(self.standing.journal)
        return record

    # --- what lasts ------------------------------------------------------------------------

    def _save(self) -> None:
        """Write all that decides how the run goes on.

        Raises:
            FloatingPointError: If weights are no longer numbers; nothing is written then.
            InputError: If the disk refuses; earlier states are untouched.
        """
        tensors = {**self.learner.tensors(), **random_states()}
        state = self.standing.state(self.learner.steps, self.clock.seconds, tensors)
        self._unsaid += self.files.keep_state(state)
        self.times.saved()

    def _save_rest(self) -> None:
        if self.is_whole and self.times.has_unsaved:
            self._save()

    def _save_model(self, epoch: int) -> None:
        parent = self.files.values.get("parent", {}).get("sha256", "")
        entry = self.standing.entry_of(epoch)
        made = passport(self.config, self.target, self.split, entry, parent_sha256=parent)
        self.files.keep_model(self.learner.averaged, made)

    def _say(self, *texts: str) -> Generator[Event, None, None]:
        """Sentences for now and for the record."""
        said, self._unsaid = [*self._unsaid, *texts], []
        for text in said:
            self.files.note(self.standing.epoch + 1, text)
            yield Notice(text)

    def _end(self) -> Reason | None:
        """Why no further round is begun; None if one is."""
        best = self.standing.best.epoch
        return distributed.agreed(self.times.end(self.standing.epoch, best))  # type: ignore[no-any-return]

    def _roll_back(self, error: FloatingPointError) -> Generator[Event, None, None]:
        """Go on from what was saved last with half the learning rate.

        Raises:
            InputError: If that was done often enough.
        """
        self.is_whole = False
        epoch, names = self.standing.epoch + 1, [str(name) for name in error.args]
        factor, rollbacks = self.standing.rate_factor / 2, self.standing.rollbacks + 1
        refuse_more(self.standing, names, self.config.learning_rate)
        yield from self._go_back()
        self.standing.rate_factor, self.standing.rollbacks = factor, rollbacks
        self._save()
        yield from self._say(sent_back(self.standing, epoch, names, self.config.learning_rate))
