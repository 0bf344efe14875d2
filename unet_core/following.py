"""A run that another process trains, told as if it were trained here.

Its journal is read on from where it was read last, never again from the start; a last line that is
half written waits for its other half.
"""

import contextlib
import dataclasses
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from unet_core import runs
from unet_core.errors import InputError
from unet_core.events import (
    BatchDone,
    Diagnosed,
    EpochDone,
    Event,
    Progress,
    RunEnded,
    RunStarted,
    SlicesScored,
)
from unet_core.isolation import isolated
from unet_core.live_status import LiveStatus, Word, ask, read_status
from unet_core.pinned import kept_cases, predictions
from unet_core.run_lock import is_owned
from unet_core.tail import Tail
from unet_core.volume import Label, regions_of

LOOKED_EVERY_S = 0.3
_NAP_S = 0.02
SILENT_S = 4.0
"""A trainer that says nothing of itself for so long is one that does not: a run of long ago."""
NO_PREDICTION = np.zeros((0, 0, 0), np.uint8)
Paths = Mapping[str, tuple[tuple[Path, ...], tuple[Path, ...]]]
"""Scan and mask of each case."""


@dataclass(frozen=True)
class PauseChanged:
    """The run is held now, or goes on, whoever asked for it."""

    is_paused: bool


@dataclass(frozen=True)
class HandsOff:
    """Nobody trains in the folder any more.

    Attributes:
        state: What its ``run.json`` says now; "interrupted" where its process was killed.
        sentence: Why it failed; empty otherwise.
    """

    state: str
    sentence: str = ""


class Following:
    """Iterate over it as over the run's own events; ``HandsOff`` comes last.

    ``RunStarted.resumed_epoch`` is the number of rounds done before the first look: they are not
    told, ``runs.read_records`` has them; only the slices of the last two are, the older first.
    Slices come without a mask, and once more with it when the mask of a pinned case is on disk.
    ``pause``, ``resume`` and ``stop`` reach the trainer; after ``leave`` it is left alone. All may
    be called from any thread and return at once.

    Args:
        folder: The run.
        find_paths: Finds scan and mask files of its cases, to open them.
    """

    def __init__(self, folder: Path, find_paths: Callable[[], Paths] | None = None) -> None:
        self.folder = folder
        self._find_paths = find_paths
        self._paths: Paths = {}
        self._masks = _Masks(folder)
        self._asks: list[Word] = []
        self._left = threading.Event()
        self._events = self._told()

    def __iter__(self) -> "Following":
        return self

    def __next__(self) -> object:
        return next(self._events)

    def pause(self) -> None:
        """Ask that the run be held."""
        self._wish("pause")

    def resume(self) -> None:
        """Ask that it go on."""
        self._wish("go on")

    def stop(self) -> None:
        """Ask that it end at its next batch, keeping what it has."""
        self._wish("stop")

    def leave(self) -> None:
        """Look no longer; the run goes on."""
        self._left.set()

    def close(self) -> None:
        """The same, for whoever closes iterators."""
        self.leave()

    def _wish(self, word: Word) -> None:
        """Who has left asks for nothing more."""
        if not self._left.is_set():
            self._asks.append(word)

    # --- telling -----------------------------------------------------------------------------

    def _told(self) -> Iterator[object]:
        started = yield from self._beginning()
        if started is None:
            return
        self._look_for_paths()
        journal, last = Tail.at_end(self.folder / runs.JOURNAL_FILE)
        done = int(last["epoch"]) if last else 0
        yield _since(started, done)
        for entry in journal.before(2):
            yield from self._slices(entry, started.labels)
        said = _Said()
        while not self._left.is_set():
            self._ask()
            goes_on = is_owned(self.folder)  # looked at first, so that last words are not missed
            yield from said.news(read_status(self.folder))
            for entry in journal.lines():
                yield from self._round(entry, started.labels)
            yield from self._masks.found()
            if not goes_on:
                yield from self._end()
                return
            self._left.wait(LOOKED_EVERY_S)
        self._ask()  # what was wished for before it was left

    def _look_for_paths(self) -> None:
        """In a thread of its own: a disk that does not answer holds nobody who wants to leave."""
        if self._find_paths is not None:
            finder = threading.Thread(target=self._find, args=(self._find_paths,), daemon=True)
            finder.start()
            while finder.is_alive() and not self._left.wait(_NAP_S):
                pass

    def _find(self, find_paths: Callable[[], Paths]) -> None:
        self._paths = find_paths()

    def _beginning(self) -> Generator[object, None, RunStarted | None]:
        """What the run began with, waited for; None if it is over or was left before."""
        silent_since = time.monotonic()
        while not self._left.is_set():
            self._ask()
            if not is_owned(self.folder):
                yield from self._end()
                return None
            status = read_status(self.folder)
            if status is not None and status.started is not None:
                return status.started
            if status is not None:
                silent_since = time.monotonic()
                if status.progress is not None:
                    yield status.progress
            elif time.monotonic() - silent_since > SILENT_S:
                return _recorded(self.folder)
            self._left.wait(LOOKED_EVERY_S)
        return None

    def _round(self, entry: Mapping[str, Any], labels: Mapping[int, Label]) -> Iterator[Event]:
        with contextlib.suppress(TypeError, KeyError):
            yield EpochDone(runs.record_of(entry))
        yield from self._slices(entry, labels)

    def _slices(self, entry: Mapping[str, Any], labels: Mapping[int, Label]) -> Iterator[Event]:
        regions = {region.name: region for region in regions_of(labels)}
        for scores in runs.scores_in(entry):
            if not set(scores.regions) <= regions.keys():
                continue
            images, masks = self._paths.get(scores.case_id, ((), ()))
            event = SlicesScored(
                epoch=scores.epoch,
                case_id=scores.case_id,
                image_paths=images,
                mask_paths=masks,
                regions=tuple(regions[name] for name in scores.regions),
                dice=scores.dice,
                case_dice=scores.case_dice,
                prediction=NO_PREDICTION,
            )
            self._masks.expect(event)
            yield event

    def _ask(self) -> None:
        while self._asks:
            with contextlib.suppress(InputError):  # nobody is there who could be asked
                ask(self.folder, self._asks.pop(0))

    def _end(self) -> Iterator[object]:
        try:
            summary = runs.read_run(self.folder)
            reason = runs.read_values(self.folder).get("reason", "finished")
        except InputError as error:
            yield HandsOff("failed", str(error))
            return
        if summary.state == "finished" and summary.model_path and summary.best_score is not None:
            yield RunEnded(reason, summary.best_epoch, summary.best_score, summary.model_path)
        yield HandsOff(summary.state, summary.sentence if summary.state == "failed" else "")


class _Masks:
    """The masks of a round, on disk a moment after its scores, of the cases that are pinned."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._epoch = 0
        self._awaited: dict[str, SlicesScored] = {}

    def expect(self, scored: SlicesScored) -> None:
        """Look for the mask of these scores; those of another round are waited for no longer."""
        if scored.epoch != self._epoch:
            self._epoch, self._awaited = scored.epoch, {}
        self._awaited[scored.case_id] = scored

    def found(self) -> Iterator[Event]:
        """The scores again, with the masks that have come; read and unpacked in a child process."""
        awaited, epoch = self._awaited, self._epoch
        cases = kept_cases(self._folder, tuple(awaited), epoch) if awaited else ()
        if not cases:
            return
        scored = [awaited.pop(case) for case in cases]
        work = isolated(predictions, self._folder, cases, epoch, keep=True)
        with contextlib.suppress(InputError), contextlib.closing(work):
            for kept in work:
                event = scored[cases.index(kept.case_id)]
                yield dataclasses.replace(event, prediction=kept.labels)


@dataclass
class _Said:
    """What of a status was told already."""

    batch: BatchDone | None = None
    progress: Progress | None = None
    findings: tuple[object, ...] = ()
    is_paused: bool = False

    def news(self, status: LiveStatus | None) -> Iterator[object]:
        if status is None:
            return
        if status.findings != self.findings:
            self.findings = status.findings
            yield Diagnosed(status.findings)
        if status.batch is not None and status.batch != self.batch:
            self.batch = status.batch
            yield status.batch
        if status.progress is not None and status.progress != self.progress:
            yield status.progress
        self.progress = status.progress
        if status.is_paused != self.is_paused:
            self.is_paused = status.is_paused
            yield PauseChanged(status.is_paused)


def _since(started: RunStarted, done: int) -> RunStarted:
    """The same run as it is to one who comes when ``done`` rounds are over."""
    return dataclasses.replace(started, resumed_epoch=done)


def _recorded(folder: Path) -> RunStarted:
    """What can be told of a run whose trainer says nothing."""
    values = runs.read_values(folder)
    summary = runs.read_run(folder)
    found = (Label(**label) for label in values.get("labels", ()))
    return RunStarted(
        folder=folder,
        resumed_epoch=0,
        epochs=summary.epochs,
        batches=0,
        parameters=0,
        labels={label.value: label for label in found},
        train_cases=tuple(values.get("split", {}).get("train", ())),
        validation_cases=summary.validation_cases,
    )
