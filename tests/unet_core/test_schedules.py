"""Every schedule is its formula, follows progress alone and ends on time."""

import dataclasses
import math
from itertools import pairwise

import pytest

from tests.unet_core.conftest import TINY
from unet_core.config import TrainConfig
from unet_core.schedules import learning_rate

FALLING = ["cosine", "polynomial", "one_cycle"]


def _config(schedule: str) -> TrainConfig:
    return dataclasses.replace(TINY, learning_rate=1.0, schedule=schedule)


def _rates(schedule: str) -> list[float]:
    return [learning_rate(_config(schedule), k / 1000) for k in range(1001)]


@pytest.mark.parametrize("schedule", FALLING)
def test_rates_rise_to_the_peak_fall_and_end_at_zero(schedule: str) -> None:
    rates = _rates(schedule)
    peak = rates.index(max(rates))
    assert peak == (450 if schedule == "one_cycle" else 30)
    assert rates[peak] == 1.0
    assert rates[0] > 0
    assert rates[: peak + 1] == sorted(rates[: peak + 1])
    assert rates[peak:] == sorted(rates[peak:], reverse=True)
    assert rates[-1] == 0.0
    assert rates[-2] < 0.005


@pytest.mark.parametrize("schedule", FALLING)
def test_a_run_over_its_time_does_not_rise_again(schedule: str) -> None:
    config = _config(schedule)
    assert learning_rate(config, 1.5) == 0.0
    assert learning_rate(config, -1.0) == learning_rate(config, 0.0)


@pytest.mark.parametrize("schedule", FALLING)
def test_rates_move_in_small_steps_and_with_the_setting(schedule: str) -> None:
    rates = _rates(schedule)
    most = 0.035 if schedule != "one_cycle" else 0.003
    assert max(abs(a - b) for a, b in pairwise(rates)) < most
    halved = dataclasses.replace(_config(schedule), learning_rate=0.5)
    assert learning_rate(halved, 0.3) == pytest.approx(0.5 * rates[300])


def test_each_is_its_formula() -> None:
    for progress in (0.03, 0.2, 0.5, 0.8, 0.97):
        fall = (progress - 0.03) / 0.97
        cosine, polynomial = (learning_rate(_config(s), progress) for s in FALLING[:2])
        assert cosine == pytest.approx((1 + math.cos(math.pi * fall)) / 2)
        assert polynomial == pytest.approx((1 - fall) ** 0.9)
    corners = [(0.0, 0.1), (0.225, 0.55), (0.45, 1.0), (0.675, 0.55), (0.9, 0.1), (0.95, 0.05)]
    for progress, rate in corners:
        assert learning_rate(_config("one_cycle"), progress) == pytest.approx(rate)


def test_constant_is_constant() -> None:
    assert set(_rates("constant")) == {1.0}
