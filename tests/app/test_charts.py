"""Numbers before they are drawn: smoothing, thinning, axes, columns that grow."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.charts.axis import Axis, log_steps, number_text, round_steps
from app.charts.columns import GrowingColumns
from app.charts.numbers import POINTS_A_COLUMN, smoothed, stretches, thinned
from tests.app.fake_run import record
from unet_core.run_columns import columns_of


def _tensorboard(values: list[float], weight: float) -> list[float]:
    """TensorBoard's own loop (tf-scalars ``resmoothDataset``)."""
    last, count, result = 0.0, 0, []
    for value in values:
        if not math.isfinite(value):
            result.append(value)
            continue
        last = last * weight + (1 - weight) * value
        count += 1
        result.append(last / (1 - weight**count))
    return result


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(st.one_of(st.floats(-5, 5), st.just(math.nan)), max_size=90),
    weight=st.sampled_from([0.1, 0.5, 0.9, 0.99]),
)
def test_smoothing_is_that_of_tensorboard(values: list[float], weight: float) -> None:
    found = smoothed(np.array(values, np.float64), weight)
    np.testing.assert_allclose(found, _tensorboard(values, weight), rtol=1e-9, atol=1e-9)


def test_no_smoothing_is_the_values_themselves() -> None:
    values = np.array([1.0, 2.0])
    assert smoothed(values, 0.0) is values


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), columns=st.integers(10, 80), hole=st.booleans())
@example(seed=3518, columns=10, hole=True)  # the last column is one point, and that is missing
def test_thinning_keeps_first_least_greatest_and_last_of_every_column(
    seed: int, columns: int, hole: bool
) -> None:
    rng = np.random.default_rng(seed)
    x = np.arange(1.0, 4001.0)
    y = rng.standard_normal(4000)
    if hole:
        y[rng.integers(0, 4000, 400)] = np.nan
    found_x, found_y = thinned(x, y, 1.0, 4000.0, columns)

    assert len(found_x) <= POINTS_A_COLUMN * (columns + 2)
    assert np.all(np.diff(found_x) >= 0)
    column = np.floor((x - 1) * (columns / 3999))
    for number in np.unique(column)[:: max(columns // 7, 1)]:
        here, there = y[column == number], found_y.reshape(-1, 4)[int(number)]
        if np.isnan(here).all():
            assert np.isnan(there).all()
            continue
        assert np.nanmin(here) == there[1]
        assert np.nanmax(here) == there[2]
        if not hole:
            assert (here[0], here[-1]) == (there[0], there[3])


def test_few_points_and_a_zoomed_part_are_drawn_as_they_are() -> None:
    x = np.arange(1.0, 10001.0)
    found_x, found_y = thinned(x, x, 500.0, 520.0, 300)
    assert found_x.tolist() == list(range(499, 522))
    assert found_y is not x


def test_a_column_of_nothing_but_gaps_is_a_gap() -> None:
    x, y = np.arange(4000.0), np.ones(4000)
    y[1000:3000] = np.nan
    _, found = thinned(x, y, 0, 3999, 40)
    assert len(stretches(found)) == 2


def test_axes_go_both_ways() -> None:
    for axis in (Axis(0.0, 2.0, 10.0, 210.0), Axis(0.01, 10.0, 300.0, 20.0, is_log=True)):
        for value in (0.02, 0.5, 1.7):
            assert axis.value(axis.place(value)) == pytest.approx(value)
            assert axis.places(np.array([value]))[0] == pytest.approx(axis.place(value))
    assert math.isnan(axis.place(0.0))


def test_numbers_beside_an_axis_are_round_and_few() -> None:
    assert round_steps(0, 10000, 5) == [0, 2000, 4000, 6000, 8000, 10000]
    assert round_steps(1, 3.2, 20, whole=True) == [1, 2, 3]
    assert len(round_steps(1, 10000, 8, whole=True)) <= 8
    assert log_steps(1e-4, 2.0) == [1e-4, 1e-3, 1e-2, 0.1, 1.0]
    assert number_text(0.00031) == "3.1e-4"


def test_columns_grow_as_if_they_had_been_made_at_once() -> None:
    records = [record(n, tumour=None if n < 80 else 0.5) for n in range(1, 151)]
    records[120] = replace(records[120], train_loss_parts={"dice": 0.1, "ce": 0.2})
    growing = GrowingColumns()
    for one in records:
        growing.append(one)
    whole = columns_of(records)

    assert len(growing) == 150
    for name, values in whole.items():
        np.testing.assert_array_equal(growing.of(name), values, err_msg=name)
    assert np.isnan(growing.of("nothing")).all()


def test_a_round_done_again_takes_the_place_of_those_after_it() -> None:
    growing = GrowingColumns(columns_of([record(n, is_best=n == 3) for n in range(1, 6)]))
    growing.append(record(3, loss=0.1))

    assert growing.epochs.tolist() == [1, 2, 3]
    assert growing.of("train_loss")[-1] == 0.1
    assert growing.best_epoch is None
    assert growing.epochs[-1] == 3


def test_rounds_before_a_resume_are_put_in_front() -> None:
    growing = GrowingColumns()
    growing.append(record(4))
    growing.add_before(columns_of([record(n) for n in range(1, 6)]))
    growing.add_before(columns_of([record(n) for n in range(1, 6)]))

    assert growing.epochs.tolist() == [1, 2, 3, 4]
    growing.append(record(5))
    assert growing.epochs[-1] == 5
