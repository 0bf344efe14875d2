"""The run doctor: every rule speaks where it should and is silent on sound runs."""

import dataclasses
import itertools
import math
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unet_core.conftest import write_case
from unet_core import runs
from unet_core.config import PRESETS, TrainConfig
from unet_core.doctor import EVERY_BATCHES, RULES, attended, examined
from unet_core.events import (
    BatchDone,
    CaseChecked,
    CaseReport,
    Diagnosed,
    EpochDone,
    EpochRecord,
    Event,
    Finding,
    Notice,
    RunStarted,
)
from unet_core.machine import Machine
from unet_core.persons import Pair
from unet_core.run_history import History
from unet_core.train import train
from unet_core.volume import DEFAULT_LABELS

CONFIG = PRESETS["standard"]
NOISE = (0.03, -0.06, 0.08, -0.01, -0.08, 0.05, 0.0, 0.02)
HEALTHY_LOSS = (0.86, 0.61, 0.43, 0.23, 0.173, 0.146, 0.14, 0.157, 0.12, 0.106, 0.105, 0.097, 0.104)
HEALTHY_VALIDATION = (
    *(0.847, 0.714, 0.693, 0.628, 0.587, 0.575, 0.549, 0.55, 0.547, 0.547, 0.545, 0.546, 0.547),
)
HEALTHY_SCORE = (0.41, 0.48, 0.53, 0.52, 0.64, 0.65, 0.73, 0.71, 0.71, 0.7, 0.704, 0.698, 0.694)
FIRST_HEALTHY = tuple(zip(HEALTHY_LOSS, HEALTHY_VALIDATION, HEALTHY_SCORE, strict=True))


def _record(epoch: int, **changes: object) -> EpochRecord:
    values: dict[str, object] = {
        "epoch": epoch,
        "train_loss": 0.5 * 0.9**epoch,
        "validation_loss": 0.6 * 0.95**epoch,
        "train_accuracy": 0.98,
        "validation_accuracy": 0.97,
        "dice": {"liver": 0.9, "tumour": 0.4},
        "iou": {"liver": 0.8, "tumour": 0.3},
        "score": 0.65 + 0.005 * epoch,
        "is_best": True,
        "learning_rate": 1e-3,
        "images_per_s": 27.0,
        "elapsed_s": 37.0 * epoch,
        "predicted_voxels": {"liver": 9000, "tumour": 300},
        "seen_pixels": {"liver": 50_000, "tumour": 900},
        "waiting_share": 0.01,
        "peak_memory_mb": 1500.0,
    }
    return EpochRecord(**{**values, **changes})


def _report(name: str, *, liver: int = 3000, tumour: int = 300, slices: int = 20) -> CaseReport:
    counts = {value: n for value, n in ((1, liver), (2, tumour)) if n}
    return CaseReport(name, (64, 64, 30), counts, dict.fromkeys(counts, slices))


def _started(*, folder: Path = Path("run"), **changes: object) -> RunStarted:
    start = RunStarted(
        folder=folder,
        resumed_epoch=0,
        epochs=60,
        batches=120,
        parameters=1000,
        labels=dict(DEFAULT_LABELS),
        train_cases=("00", "01"),
        validation_cases=("02",),
    )
    return dataclasses.replace(start, **changes)


def _history(records: list[EpochRecord], config: TrainConfig = CONFIG) -> History:
    reports = {name: _report(name) for name in ("00", "01", "02")}
    return History(config, reports=reports, started=_started(), records=records)


def _rounds(count: int, **changes: object) -> list[EpochRecord]:
    return [_record(epoch, **changes) for epoch in range(1, count + 1)]


def _curve(losses: object, validation: object, scores: object) -> list[EpochRecord]:
    best, records = -1.0, []
    triples = zip(losses, validation, scores, strict=True)
    for epoch, (loss, other, score) in enumerate(triples, start=1):
        is_best, best = score > best, max(score, best)
        records.append(
            _record(epoch, train_loss=loss, validation_loss=other, score=score, is_best=is_best)
        )
    return records


def _found(history: History) -> dict[str, Finding]:
    return {finding.rule: finding for finding in examined(history)}


# --- sound runs ------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(6))
def test_a_sound_run_hears_nothing_in_any_of_its_rounds(seed: int) -> None:
    """Losses that fall to a floor in noise of 8 %, a Dice that rises, warm-up and cosine."""
    noise = itertools.cycle([*NOISE[seed:], -0.04])
    records: list[EpochRecord] = []
    best = 0.0
    for epoch in range(1, 61):
        loss = (0.1 + 0.8 * math.exp(-epoch / 8)) * (1 + next(noise))
        other = (0.3 + 0.6 * math.exp(-epoch / 10)) * (1 + next(noise) / 4)
        score = 0.85 * (1 - math.exp(-epoch / 12)) + next(noise) / 20
        rate = 1e-3 * (1 + math.cos(math.pi * epoch / 60))
        changes = {"train_loss": loss, "validation_loss": other, "score": score}
        is_best, best = score > best, max(score, best)
        records.append(_record(epoch, **changes, is_best=is_best, learning_rate=rate))
        history = _history(records)
        history.losses = [loss * (1 + next(noise)) for _ in range(40)]
        assert not examined(history), f"epoch {epoch}"


def test_a_recorded_sound_run_hears_nothing() -> None:
    """The demo patients, 13 rounds in 2.6 minutes, as they were recorded."""
    config = dataclasses.replace(PRESETS["quick"], minutes=2.6)
    records = _curve(*zip(*FIRST_HEALTHY, strict=True))
    rates = [1e-3 * (1 + math.cos(math.pi * k / 13)) for k in range(1, 14)]
    for last in range(1, 14):
        shown = [
            dataclasses.replace(r, elapsed_s=12.0 * r.epoch, learning_rate=rates[r.epoch - 1])
            for r in records[:last]
        ]
        history = _history(shown, config)
        history.started = _started(epochs=0, batches=40)
        assert not examined(history), f"epoch {last}"


def test_a_run_that_goes_on_with_a_higher_rate_hears_nothing() -> None:
    """A warm restart raises the loss a little and brings it down again."""
    losses = [0.5 * 0.85**k for k in range(12)] + [0.1, 0.095, 0.09, 0.085]
    records = _curve(
        losses, [0.4 * 0.97**k for k in range(16)], [0.6 + 0.01 * k for k in range(16)]
    )

    assert not examined(_history(records))


# --- curves ----------------------------------------------------------------------------------


def test_all_background_names_rounds_and_patient() -> None:
    nothing = {"liver": 0, "tumour": 0}
    history = _history(_rounds(3, predicted_voxels=nothing, score=0.0))

    found = _found(history)["all_background"]

    assert found.severity == "warning"
    assert "in the last 3 rounds not one voxel was found in 02" in found.sentence
    assert "all_background" not in _found(_history(_rounds(2, predicted_voxels=nothing)))


def test_a_label_not_found_is_named_with_what_there_is_of_it() -> None:
    records = _rounds(15, predicted_voxels={"liver": 900, "tumour": 0})

    found = _found(_history(records))["all_background"]

    assert "No tumour was found in the last 15 rounds" in found.sentence
    assert "300 voxels" in found.sentence


def test_a_rare_label_may_come_late() -> None:
    """Five rounds of sixty without a tumour are usual."""
    assert not _found(_history(_rounds(8, predicted_voxels={"liver": 900, "tumour": 0})))


def test_nothing_to_find_is_not_missed() -> None:
    history = _history(_rounds(30, predicted_voxels={"liver": 900, "tumour": 0}))
    history.reports["02"] = _report("02", tumour=0)

    assert "all_background" not in _found(history)


def test_old_journals_do_not_tell_what_was_predicted() -> None:
    assert not _found(_history(_rounds(30, predicted_voxels={}, seen_pixels={})))


def test_an_exploded_loss_asks_for_a_smaller_rate() -> None:
    losses = [0.9, 0.6, 0.4, 0.3, 0.9, 1.4]
    found = _found(_history(_curve(losses, losses, [0.1] * 6)))["learning_rate_too_high"]

    assert "rose from 0.300 to 1.400" in found.sentence
    assert "learning_rate 0.0005 (now 0.002)" in found.remedy
    back = [0.9, 0.6, 0.4, 0.3, 0.9, 0.35]
    assert "learning_rate_too_high" not in _found(_history(_curve(back, back, [0.1] * 6)))


def test_a_loss_exploding_within_a_round_is_seen_before_its_end() -> None:
    history = _history(_rounds(4))
    history.losses_before = [0.33] * 120
    history.losses = [0.34] * 50 + [2.5] * 20

    assert "over the last 20 batches" in _found(history)["learning_rate_too_high"].sentence


def test_weights_thrown_about_are_seen_in_validation() -> None:
    validation = [41614.0, 54.5, 8.0]
    found = _found(_history(_curve([1.5, 0.95, 0.8], validation, [0.1] * 3)))

    assert "validation loss is 8," in found["learning_rate_too_high"].sentence
    settled = _curve([1.5, 0.95, 0.8, 0.7], [*validation, 1.3], [0.1] * 4)
    assert "learning_rate_too_high" not in _found(_history(settled))


def test_a_swinging_loss_asks_for_a_smaller_rate() -> None:
    losses = [0.5, 0.9] * 5
    found = _found(_history(_curve(losses, [0.5] * 10, [0.3 + 0.01 * k for k in range(10)])))

    assert "swings by 0.40 about 0.70" in found["learning_rate_too_high"].sentence


def test_a_loss_that_was_no_number_is_remembered() -> None:
    history = _history(_rounds(3))
    history.take(Notice("The loss of epoch 4 was not a number on case 01 slice 7. The run went."))

    assert "once, last in epoch 4" in _found(history)["loss_not_a_number"].sentence


def test_a_loss_that_does_not_move_asks_for_a_look_and_a_larger_rate() -> None:
    losses = [0.693, 0.69, 0.692, 0.688, 0.69, 0.689]
    config = dataclasses.replace(CONFIG, learning_rate=1e-6)
    records = _curve(losses, losses, [0.01] * 6)

    found = _found(_history(records, config))["learning_rate_too_low"]

    assert "was 0.693 in the first round and is 0.689 after 6" in found.sentence
    assert "learning_rate 1e-05" in found.remedy
    good = _curve(losses, losses, [0.9] * 6)
    assert "learning_rate_too_low" not in _found(_history(good)), "a fine-tuned model is flat"


def test_overfitting_names_the_turn_and_the_best_epoch() -> None:
    """Losses of a real run of 18 rounds on five patients."""
    losses = (
        *(0.863, 0.44, 0.356, 0.284, 0.26, 0.203, 0.179, 0.182, 0.156, 0.135, 0.136, 0.13, 0.118),
        *(0.115, 0.115, 0.112, 0.113, 0.108),
    )
    validation = (
        *(1.344, 0.614, 0.615, 0.6, 0.584, 0.578, 0.571, 0.576, 0.579, 0.584, 0.576, 0.576),
        *(0.576, 0.575, 0.58, 0.585, 0.587, 0.585),
    )
    scores = (
        *(0.354, 0.464, 0.46, 0.466, 0.535, 0.553, 0.589, 0.563, 0.514, 0.476, 0.513, 0.506),
        *(0.504, 0.5, 0.483, 0.478, 0.479, 0.481),
    )
    records = _curve(losses, validation, scores)

    found = _found(_history(records))["overfitting"]

    assert "since epoch 7" in found.sentence
    assert "model of epoch 7 (mean Dice 0.59) is kept" in found.remedy
    assert "towards the end" in found.remedy, "the learning rate has not fallen yet"
    assert "overfitting" not in _found(_history(records[:10]))


def test_a_plateau_counts_the_rounds_without_gain() -> None:
    scores = [0.5 + 0.03 * k for k in range(8)] + [0.71] * 13
    losses = [0.5 * 0.99**k for k in range(21)]

    found = _found(_history(_curve(losses, losses, scores)))["plateau"]

    assert found.severity == "notice"
    assert "No gain for 12 rounds: mean Dice was 0.710" in found.sentence
    assert "plateau" not in _found(_history(_curve(losses[:14], losses[:14], scores[:14])))


def test_the_end_of_a_cosine_is_no_plateau() -> None:
    scores = [0.5 + 0.03 * k for k in range(8)] + [0.71] * 13
    losses = [0.5 * 0.99**k for k in range(21)]
    records = _curve(losses, losses, scores)
    records[-1] = dataclasses.replace(records[-1], learning_rate=1e-6)

    assert "plateau" not in _found(_history(records))


# --- data ------------------------------------------------------------------------------------


def test_a_label_never_shown_is_named() -> None:
    config = dataclasses.replace(CONFIG, balance=False)
    seen = {"liver": 50_000, "tumour": 0}

    found = _found(_history(_rounds(2, seen_pixels=seen), config))["label_never_sampled"]

    assert "one pixel of tumour in 2 rounds" in found.sentence
    assert "balance" in found.remedy
    once = [_record(1), _record(2, seen_pixels=seen)]
    assert "label_never_sampled" not in _found(_history(once))


def test_a_label_missing_on_one_side_names_who_has_it() -> None:
    history = _history([])
    history.reports["02"] = _report("02", tumour=0)
    scored = _found(history)["label_missing"]
    assert "(02) has any tumour" in scored.sentence
    assert scored.remedy.endswith("00 and 01.")

    history.reports = {n: _report(n, tumour=300 if n == "02" else 0) for n in ("00", "01", "02")}
    learned = _found(history)["label_missing"]
    assert learned.severity == "warning"
    assert "cannot learn it" in learned.sentence


def test_a_side_is_not_judged_where_slices_are_split() -> None:
    history = _history([], dataclasses.replace(CONFIG, split="slice"))
    history.reports["02"] = _report("02", tumour=0)

    assert "label_missing" not in _found(history)


def test_few_scored_slices_make_a_dice_of_little_worth() -> None:
    history = _history([])
    history.reports["02"] = _report("02", slices=4)

    assert "rests on 4 slices of 02" in _found(history)["validation_small"].sentence


def test_one_person_on_both_sides_grows_worse_with_scores_too_good() -> None:
    history = _history(_rounds(6))
    history.pairs = (Pair("01", "02", 0.91, 0.98), Pair("00", "02", 0.88, 0.97))

    found = _found(history)["same_person"]
    assert found.severity == "notice"
    assert "01, which is learned from, and 02, which is scored, may be of one person" in (
        found.sentence
    )
    assert "(1 more such pair)" in found.sentence
    history.records = _rounds(6, train_loss=0.5, validation_loss=0.2)
    found = _found(history)["same_person"]
    assert found.severity == "warning"
    assert "(0.200) is far below the training loss (0.500)" in found.sentence


# --- the computer ----------------------------------------------------------------------------


def test_waiting_for_slices_is_told_in_percent() -> None:
    assert "12%" in _found(_history(_rounds(3, waiting_share=0.12)))["reading_slow"].sentence
    much = _found(_history(_rounds(3, waiting_share=0.3)))["reading_slow"]
    assert much.severity == "warning"
    once = [*_rounds(2), _record(3, waiting_share=0.5)]
    assert "reading_slow" not in _found(_history(once)), "another program may have run"


@pytest.mark.parametrize(("has_cuda", "words"), [(False, "CUDA build"), (True, "driver")])
def test_an_idle_card_is_named(has_cuda: bool, words: str) -> None:
    history = _history([])
    history.machine = Machine(has_nvidia_card=True, torch_has_cuda=has_cuda)

    assert words in _found(history)["card_unused"].remedy
    history.machine = Machine(has_nvidia_card=True, uses_card=True, torch_has_cuda=True)
    assert not examined(history)


def test_memory_near_its_end_asks_for_smaller_micro_batches() -> None:
    history = _history(_rounds(2, peak_memory_mb=7600.0))
    history.machine = Machine(memory_mb=8000.0)

    assert "micro_batch to 4" in _found(history)["memory_close"].remedy
    history.machine = Machine(memory_mb=16_000.0)
    assert not examined(history)


def test_rounds_too_long_for_the_time_are_named() -> None:
    config = dataclasses.replace(CONFIG, minutes=6.0)
    records = [_record(1, elapsed_s=170.0)]

    found = _found(_history(records, config))["round_length"]

    assert "Only 2 rounds of 2.8 min fit into 6 min" in found.sentence
    assert "batches_per_epoch to 24" in found.remedy


def test_rounds_spent_on_validating_are_named() -> None:
    records = _rounds(5, images_per_s=100.0)

    assert "74% of the last rounds" in _found(_history(records))["round_length"].sentence


# --- all of them -----------------------------------------------------------------------------


NUMBERS = st.one_of(st.floats(allow_nan=True, allow_infinity=True), st.floats(0, 2))


@given(
    values=st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, st.booleans()), max_size=25),
    minutes=st.sampled_from([0.0, 0.1, 20.0]),
)
@example(values=[(0.0, 0.0, 5e-324, False)], minutes=0.1)
@settings(max_examples=60, deadline=None)
def test_no_rule_fails_whatever_the_curves(
    values: list[tuple[float, float, float, bool]], minutes: float
) -> None:
    records = [
        _record(
            epoch,
            train_loss=a,
            validation_loss=b,
            score=c,
            is_best=best,
            learning_rate=a,
            images_per_s=b,
            elapsed_s=c,
            waiting_share=a,
            peak_memory_mb=b,
        )
        for epoch, (a, b, c, best) in enumerate(values, start=1)
    ]
    history = _history(records, dataclasses.replace(CONFIG, minutes=minutes))

    for finding in examined(history):
        assert finding.rule in RULES
        assert finding.sentence.endswith(".")
        assert finding.remedy.endswith(".")


def test_nothing_is_said_of_a_run_that_has_not_begun() -> None:
    assert not examined(History(CONFIG))


# --- as events -------------------------------------------------------------------------------


def _run(records: list[EpochRecord]) -> Iterator[Event]:
    yield from (CaseChecked(_report(name)) for name in ("00", "01", "02"))
    yield _started()
    yield from (EpochDone(record) for record in records)


def test_findings_are_told_when_they_come_and_when_they_go() -> None:
    nothing = {"liver": 0, "tumour": 0}
    records = [_record(e, predicted_voxels=nothing) for e in (1, 2, 3, 4)] + [_record(5)]

    told = list(attended(_run(records), CONFIG))

    assert [e for e in told if not isinstance(e, Diagnosed)] == list(_run(records))
    came, went = (e for e in told if isinstance(e, Diagnosed))
    assert told.index(came) == told.index(EpochDone(records[2])) + 1
    assert [f.rule for f in came.appeared] == ["all_background"]
    assert came.findings[0].epoch == 3
    assert went.findings == ()
    assert [f.rule for f in went.resolved] == ["all_background"]


def test_a_resumed_run_is_judged_with_its_earlier_rounds(tmp_path: Path) -> None:
    nothing = {"liver": 0, "tumour": 0}
    for epoch in (1, 2):
        entry = runs.journal_entry(_record(epoch, predicted_voxels=nothing), ())
        runs.append_entry(tmp_path, entry)
    start = dataclasses.replace(_started(folder=tmp_path), resumed_epoch=2)
    reports = [CaseChecked(_report(name)) for name in ("00", "01", "02")]
    events = [*reports, start, EpochDone(_record(3, predicted_voxels=nothing))]

    told = [e for e in attended(iter(events), CONFIG) if isinstance(e, Diagnosed)]

    assert [f.rule for f in told[-1].findings] == ["all_background"]


def test_what_could_not_be_looked_at_is_said(tmp_path: Path) -> None:
    (tmp_path / "run.json").mkdir()
    started = _started(folder=tmp_path)

    told = list(attended(iter([started]), CONFIG))

    assert told[:1] == [started]
    (notice,) = (event.text for event in told if isinstance(event, Notice))
    assert notice.endswith("the record of the run cannot be read (Is a directory).")


def test_batches_are_looked_at_while_a_round_goes_on() -> None:
    before = [BatchDone(1, n, 40, 0.3, 20.0, 1.0, None) for n in range(1, 41)]
    now = [BatchDone(2, n, 40, 3.0, 20.0, 1.0, None) for n in range(1, EVERY_BATCHES + 1)]
    events = [*_run([]), *before, EpochDone(_record(1, train_loss=0.3)), *now]

    told = list(attended(iter(events), CONFIG))

    assert isinstance(told[-1], Diagnosed)
    assert told[-1].findings[0].rule == "learning_rate_too_high"


def test_closing_closes_the_run() -> None:
    closed = []

    def run() -> Iterator[Event]:
        try:
            yield from _run(_rounds(5))
        finally:
            closed.append(True)

    events = attended(run(), CONFIG)
    next(events)
    events.close()

    assert closed == [True]


def test_a_real_sound_run_hears_nothing_but_of_this_computer(
    tmp_path: Path, tiny: TrainConfig
) -> None:
    for number in range(3):
        write_case(tmp_path / "data", f"{number:02d}", number, slices=24)
    config = dataclasses.replace(tiny, epochs=6)

    found: set[str] = set()
    scores: list[float] = []
    for event in train(tmp_path / "data", tmp_path / "run", config):
        match event:
            case Diagnosed():
                found |= {finding.rule for finding in event.findings}
            case EpochDone(record=record):
                scores.append(record.score)
                assert record.predicted_voxels
                assert all(record.seen_pixels.values())

    assert len(scores) == 6
    of_the_computer = {"card_unused", "memory_close", "reading_slow", "round_length"}
    assert found - of_the_computer <= {"validation_small"}, "2 slices show a tumour here"
