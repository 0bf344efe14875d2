import dataclasses

import pytest

from unet_core.clock import Clock
from unet_core.config import PRESETS
from unet_core.stretches import Stretch
from unet_core.timetable import Timetable

CONFIG = dataclasses.replace(
    PRESETS["standard"], epochs=4, learning_rate=0.1, save_minutes=1.0, batch_size=8
)


class SetClock(Clock):
    """Stands still until it is set."""


def timetable(clock: Clock, **changes: object) -> Timetable:
    return Timetable(dataclasses.replace(CONFIG, **changes), clock, batches=100, slices=20)


def test_it_saves_before_a_minute_of_work_is_at_risk() -> None:
    """Every batch takes 7 s and is not begun if the work unsaved would then exceed a minute."""
    clock = SetClock()
    times = timetable(clock)
    saved_at = []
    for batch in range(1, 41):
        clock.set(7.0 * batch)
        times.batch_took(7.0)
        if times.must_save(batch):
            saved_at.append(clock.seconds)
            times.saved()
    gaps = [b - a for a, b in zip([0.0, *saved_at], saved_at, strict=False)]
    assert len(saved_at) == 5
    assert max(gaps) <= 60.0
    assert min(gaps) > 50.0


def test_pauses_put_no_work_at_risk() -> None:
    """The clock of a paused run stands still, so nothing needs saving for it."""
    clock = SetClock()
    times = timetable(clock)
    clock.set(30.0)
    times.batch_took(7.0)
    assert times.has_unsaved
    assert not times.must_save(1)


def test_a_round_is_saved_before_a_validation_that_takes_long() -> None:
    clock = SetClock()
    times = timetable(clock)
    times.scoring_took(55.0)
    clock.set(10.0)
    times.batch_took(7.0)
    assert not times.must_save(99)
    assert times.must_save(100)


def test_the_first_batch_is_slow_and_is_forgotten() -> None:
    times = timetable(SetClock())
    times.batch_took(10.0)
    assert times.images_per_s == pytest.approx(0.8)
    assert times.remaining_s(1, 1) is None
    times.batch_took(1.0)
    assert times.images_per_s == pytest.approx(8.0)
    assert times.remaining_s(1, 2) == pytest.approx(398.0, rel=0.05)


def test_a_time_limit_keeps_what_scoring_will_take() -> None:
    clock = SetClock()
    times = timetable(clock, minutes=1.0)
    times.stretch = Stretch(0, 1.0)
    times.batch_took(2.0)
    times.batch_took(2.0)
    times.scoring_took(20.0)
    clock.set(37.0)
    assert not times.is_up()
    clock.set(39.0)
    assert times.is_up()
    assert times.remaining_s(1, 5) == pytest.approx(21.0)
    assert times.end(0, 0) is None  # something must be learned
    assert times.end(1, 1) == "time"


def test_rounds_and_patience_end_a_run() -> None:
    times = timetable(SetClock(), patience=2)
    assert [times.end(epoch, 1) for epoch in (1, 2, 3)] == [None, None, "patience"]
    assert [times.end(epoch, 3) for epoch in (3, 4)] == [None, "finished"]
    times.stretch = Stretch(10, from_epoch=4)
    assert [times.end(epoch, 1) for epoch in (4, 5, 6)] == [None, None, "patience"]
    assert times.end(14, 14) == "finished"


def test_an_extension_restarts_the_rate_at_half() -> None:
    times = timetable(SetClock())
    original = [times.rate(epoch, batch) for epoch in range(4) for batch in (0, 20, 60)]
    assert max(original) > 0.09
    times.stretch = Stretch(4, from_epoch=4, rate_share=0.5)
    restarted = [times.rate(epoch, batch) for epoch in range(4, 8) for batch in (0, 20, 60)]
    assert restarted == pytest.approx([rate / 2 for rate in original])
    assert times.rate(7, 100) == pytest.approx(0.0, abs=1e-6)


def test_an_extension_by_time_counts_from_its_start() -> None:
    clock = SetClock()
    times = timetable(clock)
    times.stretch = Stretch(0, 2.0, from_epoch=3, from_s=500.0, rate_share=0.5)
    clock.set(500.0 + 60.0)
    middle = times.rate(3, 0)
    clock.set(500.0 + 120.0)
    assert times.rate(3, 0) == pytest.approx(0.0, abs=1e-6)
    assert 0.02 < middle < 0.03
    assert times.end(3, 3) is None
    assert times.end(4, 3) == "time"
    assert times.remaining_s(4, 1) == 0.0


def test_scoring_that_leaves_no_time_to_learn_is_said() -> None:
    clock = SetClock()
    times = timetable(clock)
    assert not times.is_blind  # rounds decide
    times.stretch = Stretch(0, 1.0)
    assert times.is_blind
    assert times.guess_scoring(20.0) == ()
    assert not times.is_blind
    (said,) = times.guess_scoring(90.0)
    assert "about 90 s, more than the 60 s asked for" in said
