"""A run told to others while it goes on: status, asks, and the journal read on."""

import contextlib
import json
import math
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.unet_core.test_runs import append, begin, record, scores
from unet_core import live_status, pinned, run_lock, runs
from unet_core.errors import InputError
from unet_core.events import (
    BatchDone,
    Diagnosed,
    EpochDone,
    Event,
    Finding,
    Progress,
    RunEnded,
    RunStarted,
    SlicesScored,
)
from unet_core.following import Following, HandsOff, PauseChanged
from unet_core.live_status import ask, followed, read_status
from unet_core.tail import Tail
from unet_core.volume import DEFAULT_LABELS

WAIT_S = 20.0
FINDING = Finding("plateau", "notice", "No gain.", "Stop.", 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return begin(tmp_path / "run")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WRITTEN_EVERY_S", "LOOKED_EVERY_S"):
        monkeypatch.setattr(live_status, name, 0.01)
    monkeypatch.setattr("unet_core.following.LOOKED_EVERY_S", 0.01)


def started(folder: Path) -> RunStarted:
    return RunStarted(folder, 0, 20, 10, 1000, dict(DEFAULT_LABELS), ("00",), ("01",), ("Hm.",))


def batch(number: int, loss: float = 0.5) -> BatchDone:
    return BatchDone(1, number, 10, loss, 3.5, 7.0, None)


def _until(condition: Callable[[], Any]) -> Any:
    end = time.monotonic() + WAIT_S
    while not (found := condition()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)
    return found


# --- status ----------------------------------------------------------------------------------


def test_a_status_says_what_the_run_said_last(folder: Path) -> None:
    told = [
        started(folder),
        batch(1),
        Progress(3, 9, "Validation"),
        Diagnosed((FINDING,)),
        batch(2),
    ]
    seen = []
    with runs.owned(folder):
        for event in followed(iter(told), folder):
            seen.append(event)
            time.sleep(0.02)  # the status is written before its second's successor
        assert read_status(folder) is None, "what only a living run has is cleared away"
        for event in (generator := followed(iter(told), folder)):
            time.sleep(0.02)
            if event == told[-1]:
                break
        status = read_status(folder)
    generator.close()
    assert seen == told
    assert status is not None
    assert status.started == told[0]
    assert (status.batch, status.progress, status.findings) == (told[-1], None, (FINDING,))
    assert abs(status.heartbeat - time.time()) < WAIT_S


def test_a_loss_that_is_no_number_is_told_all_the_same(folder: Path) -> None:
    with runs.owned(folder):
        for _ in followed(iter([started(folder), batch(1, math.nan)]), folder):
            time.sleep(0.02)
            status = read_status(folder)
    assert status is not None
    assert status.batch is not None
    assert math.isnan(status.batch.loss)
    assert "NaN" not in json.dumps(live_status._to_json(status))


@pytest.mark.hazard("T13")
def test_a_dead_process_has_no_status_and_hears_nothing(folder: Path) -> None:
    stranger = {"pid": 1, "started": "1"}
    (folder / "lock").write_text(json.dumps(stranger))
    (folder / "live.json").write_text(json.dumps({"owner": stranger}))
    assert read_status(folder) is None
    with pytest.raises(InputError, match="nobody's hands"):
        ask(folder, "stop")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"owner": 3}', '{"owner": {"pid": 1}}'])
def test_a_damaged_status_is_none(folder: Path, text: str) -> None:
    with runs.owned(folder):
        (folder / "live.json").write_text(text)
        assert read_status(folder) is None


def test_a_disk_that_refuses_the_status_stops_no_run(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "live.json").mkdir()
    assert list(followed(iter([started(folder), batch(1)]), folder)) == [started(folder), batch(1)]


# --- asks ------------------------------------------------------------------------------------


class _Run:
    """Batches without end, until closed."""

    def __init__(self) -> None:
        self.given = 0
        self.is_closed = False

    def events(self, folder: Path) -> Iterator[Event]:
        yield started(folder)
        try:
            while True:
                self.given += 1
                yield batch(self.given % 10)
        finally:
            self.is_closed = True


def _train(run: _Run, folder: Path) -> None:
    with runs.owned(folder):
        for _ in followed(run.events(folder), folder):
            time.sleep(0.001)


@pytest.fixture
def trainer(folder: Path) -> Iterator[_Run]:
    """A run that goes on in a thread of this process."""
    run = _Run()
    thread = threading.Thread(target=_train, args=(run, folder))
    thread.start()
    _until(lambda: read_status(folder))
    yield run
    with contextlib.suppress(InputError):  # it has ended
        ask(folder, "stop")
    thread.join()


def test_a_run_is_paused_goes_on_and_stops_as_it_is_asked(folder: Path, trainer: _Run) -> None:
    ask(folder, "pause")
    _until(lambda: (read_status(folder) or pytest.fail("gone")).is_paused)
    given = trainer.given
    time.sleep(0.1)
    assert trainer.given == given
    ask(folder, "go on")
    _until(lambda: trainer.given > given + 3)
    assert not (read_status(folder) or pytest.fail("gone")).is_paused
    ask(folder, "stop")
    _until(lambda: not runs.is_owned(folder))
    assert trainer.is_closed
    assert not (folder / "ask.json").exists()


def test_what_was_asked_of_another_process_is_not_obeyed(folder: Path, trainer: _Run) -> None:
    other = {"pid": run_lock.Owner.this().pid, "started": "1"}
    (folder / "ask.json").write_text(json.dumps({"word": "stop", "to": other}))
    given = trainer.given
    _until(lambda: trainer.given > given + 20)
    assert not trainer.is_closed


def test_a_paused_run_can_be_stopped(folder: Path, trainer: _Run) -> None:
    ask(folder, "pause")
    _until(lambda: (read_status(folder) or pytest.fail("gone")).is_paused)
    ask(folder, "stop")
    _until(lambda: trainer.is_closed)


# --- the journal -----------------------------------------------------------------------------


def test_new_lines_are_told_once_and_half_a_line_waits(folder: Path) -> None:
    journal = folder / runs.JOURNAL_FILE
    tail, last = Tail.at_end(journal)
    assert last is None
    append(folder, 1)
    append(folder, 2)
    assert [entry["epoch"] for entry in tail.lines()] == [1, 2]
    whole = json.dumps(runs.journal_entry(record(3), [scores(3)])).encode() + b"\n"
    with journal.open("ab") as file:
        file.write(whole[:40])
    assert list(tail.lines()) == []
    with journal.open("ab") as file:
        file.write(whole[40:])
    assert [entry["epoch"] for entry in tail.lines()] == [3]
    assert list(tail.lines()) == []
    assert Tail.at_end(journal)[1] == json.loads(whole)


def test_a_journal_written_anew_is_told_from_where_it_differs(folder: Path) -> None:
    for epoch in (1, 2, 3):
        append(folder, epoch)
    tail, last = Tail.at_end(folder / runs.JOURNAL_FILE)
    assert last is not None
    assert last["epoch"] == 3
    runs.keep_entries(folder, 2, None)  # as a run does that is sent back
    assert list(tail.lines()) == []
    append(folder, 3, best=False)
    assert [entry["record"]["is_best"] for entry in tail.lines()] == [False]


def test_the_last_lines_are_looked_back_at(folder: Path) -> None:
    journal = folder / runs.JOURNAL_FILE
    assert Tail.at_end(journal)[0].before(2) == []
    for epoch in (1, 2, 3):
        append(folder, epoch)
    tail, _ = Tail.at_end(journal)
    append(folder, 4)
    assert [entry["epoch"] for entry in tail.before(2)] == [2, 3], "ahead of where it stands"
    assert [entry["epoch"] for entry in tail.before(9)] == [1, 2, 3]
    assert [entry["epoch"] for entry in tail.lines()] == [4]


def test_a_last_line_longer_than_a_block_is_found(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    long = {"epoch": 2, "record": {}, "cases": ["x" * 200_000]}
    lines = [json.dumps(entry) for entry in ({"epoch": 1, "record": {}, "cases": []}, long)]
    path.write_text("\n".join([*lines, '{"epoch": 3, "rec']))
    tail, last = Tail.at_end(path)
    assert last == long
    assert list(tail.lines()) == []


# --- following -------------------------------------------------------------------------------


def of(kind: type, events: list[object]) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def test_a_run_in_other_hands_is_told_from_where_it_is(folder: Path, trainer: _Run) -> None:
    append(folder, 1)
    following = Following(folder, lambda: {"00": ((Path("scan.nii"),), (Path("mask.nii"),))})
    seen: list[object] = []
    for event in following:
        seen.append(event)
        if isinstance(event, SlicesScored) and event.epoch == 1:
            append(folder, 2, best=False)
        if isinstance(event, EpochDone):
            following.stop()
    assert of(RunStarted, seen) == [replace(started(folder), resumed_epoch=1)]
    assert [event.record.epoch for event in of(EpochDone, seen)] == [2]
    shown = of(SlicesScored, seen)
    assert [event.epoch for event in shown] == [1, 2]
    assert shown[0].image_paths == (Path("scan.nii"),)
    np.testing.assert_array_equal(shown[0].dice, scores(1).dice)
    assert of(BatchDone, seen)
    assert seen[-1] == HandsOff("interrupted"), "run.json says running and nobody trains"
    assert trainer.is_closed


def test_masks_of_pinned_cases_come_after_their_scores(folder: Path, trainer: _Run) -> None:
    """A run tells of a round first and keeps what it drew then: scores wait for no mask."""
    masks = {epoch: np.full((3, 4, 5), epoch, np.uint8) for epoch in (2, 3)}
    append(folder, 1)
    append(folder, 2)
    pinned.keep_prediction(folder, "00", 2, masks[2])
    following = Following(folder)
    told: list[tuple[int, bool]] = []
    for event in following:
        if not isinstance(event, SlicesScored):
            continue
        has_mask = event.prediction.size > 0
        told.append((event.epoch, has_mask))
        np.testing.assert_array_equal(event.dice, scores(1).dice)
        if has_mask:
            np.testing.assert_array_equal(event.prediction, masks[event.epoch])
        if (event.epoch, has_mask) == (2, True):
            append(folder, 3)
        if (event.epoch, has_mask) == (3, False):
            pinned.keep_prediction(folder, "00", 3, masks[3])
        if (event.epoch, has_mask) == (3, True):
            following.leave()
    assert told == [(1, False), (2, False), (2, True), (3, False), (3, True)]


def test_a_mask_that_is_damaged_or_never_comes_holds_nobody_up(
    folder: Path, trainer: _Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unet_core.following.isolated", lambda work, *given, keep: work(*given))
    append(folder, 1)
    pinned.keep_prediction(folder, "00", 1, np.ones((3, 4, 5), np.uint8))
    (kept,) = folder.glob("pinned/*/*.mask")
    kept.write_bytes(kept.read_bytes()[:-3])
    following = Following(folder)
    told: list[tuple[int, int]] = []
    for event in following:
        if isinstance(event, BatchDone) and told and told[-1][0] < 3:
            append(folder, told[-1][0] + 1)
        if isinstance(event, SlicesScored):
            told.append((event.epoch, event.prediction.size))
        if len(told) == 3:
            following.leave()
    assert told == [(1, 0), (2, 0), (3, 0)]


def test_a_pause_reaches_the_run_and_is_told(folder: Path, trainer: _Run) -> None:
    following = Following(folder)
    seen: list[object] = []
    for event in following:
        seen.append(event)
        if isinstance(event, RunStarted):
            following.pause()
        if event == PauseChanged(True):
            following.resume()
        if event == PauseChanged(False):
            following.leave()
    assert of(PauseChanged, seen) == [PauseChanged(True), PauseChanged(False)]
    assert not trainer.is_closed, "who leaves stops nothing"


def test_a_run_that_ends_by_itself_is_told_to_its_end(folder: Path) -> None:
    append(folder, 1)
    (folder / runs.MODEL_FILE).touch()
    values = runs.read_values(folder)
    runs.write_values(folder, {**values, "state": "finished", "reason": "patience"})
    assert list(Following(folder)) == [
        RunEnded("patience", 1, 0.5, folder / runs.MODEL_FILE),
        HandsOff("finished"),
    ]
    runs.write_values(folder, {**values, "state": "failed", "sentence": "The disk is full."})
    assert list(Following(folder)) == [HandsOff("failed", "The disk is full.")]
    (folder / runs.RUN_FILE).write_text("{")
    assert of(HandsOff, list(Following(folder)))[0].state == "failed"


def test_a_trainer_that_tells_nothing_is_followed_by_its_journal(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unet_core.following.SILENT_S", 0.0)
    append(folder, 1)
    with runs.owned(folder):
        following = Following(folder)
        first = next(iter(following))
        append(folder, 2)
        rounds = (event for event in following if isinstance(event, EpochDone))
        assert next(rounds).record.epoch == 2
        following.leave()
    assert isinstance(first, RunStarted)
    assert (first.resumed_epoch, first.epochs) == (1, 20)
