"""The learning curve: laws it must find, doubts it must admit, and real small runs."""

import dataclasses
import itertools
import math
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unet_core.conftest import TINY, of, write_case
from unet_core import runs
from unet_core.data_scale import CurvePoint, LearningCurve, learning_curve, outlook, timed
from unet_core.errors import InputError
from unet_core.events import RunStarted

MINUTES = 1 / 60


def _dice(patients: int, a: float = 0.8, b: float = 0.5) -> float:
    return 1 - a * patients**-b


def test_a_power_law_is_found_and_followed() -> None:
    patients = [2, 4, 6, 8]
    found = outlook("tumour", patients, [_dice(n) for n in patients])
    assert found.dice == pytest.approx(_dice(16), abs=1e-3)
    assert found.low <= _dice(16) <= found.high
    assert "twice as many (16) would bring about 0.80" in found.sentence
    assert "more patients are worth it" in found.sentence


def test_noise_widens_the_interval_and_hides_a_gain() -> None:
    noisy = [_dice(n) + e for n, e in zip((2, 4, 6, 8), (0.01, -0.015, 0.012, -0.004), strict=True)]
    found = outlook("liver", [2, 4, 6, 8], noisy)
    assert found.high - found.low > 0.02
    assert found.low <= _dice(16) <= found.high
    flat = outlook("liver", [2, 4, 6, 8], [0.95, 0.951, 0.95, 0.951])
    assert "would hardly help" in flat.sentence


def test_what_cannot_be_told_is_not_told() -> None:
    wild = outlook("tumour", [1, 2, 3, 4], [0.2, 0.6, 0.1, 0.5])
    assert wild.dice is None
    assert "too unevenly to tell" in wild.sentence
    two = outlook("tumour", [1, 2], [0.2, 0.3])
    assert two.dice is None
    assert "cannot be told from 2 runs" in two.sentence
    assert math.isnan(two.low)
    early = outlook("tumour", [2, 3, 4, 5], [0.0, 0.0, 0.01, 0.02])
    assert early.dice is None
    assert "too short to tell" in early.sentence


def test_rounds_stay_as_many_in_another_time() -> None:
    config = dataclasses.replace(TINY, minutes=20.0, batches_per_epoch=100, patience=3)
    short = timed(config, 5.0)
    assert (short.minutes, short.batches_per_epoch, short.patience) == (5.0, 25, 0)
    assert timed(dataclasses.replace(config, minutes=0.0), 5.0).batches_per_epoch == 100


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five patients: four to learn from; tumours in three."""
    folder = tmp_path_factory.mktemp("five")
    for number in range(5):
        write_case(folder, f"{number:02d}", number, tumour=number not in (1, 3))
    return folder


def test_growing_shares_on_the_same_validation_patient(
    five: Path, tmp_path: Path, ticking: Callable[[], float]
) -> None:
    config = dataclasses.replace(TINY, batches_per_epoch=2)
    events = list(learning_curve(five, tmp_path, config, MINUTES))
    started, points = of(RunStarted, events), of(CurvePoint, events)
    assert [point.patients for point in points] == [1, 2, 3, 4]
    learned = [set(run.train_cases) for run in started]
    assert all(a < b for a, b in itertools.pairwise(learned))
    assert len({run.validation_cases for run in started}) == 1
    assert not any(set(run.validation_cases) & set(run.train_cases) for run in started)
    assert learned[0] <= {"00", "02", "04"}, "the first one holds every label"
    (curve,) = of(LearningCurve, events)
    assert set(curve.outlooks) == {"liver", "tumour"}
    assert curve.to_json()["learning_curve"]["minutes"] == MINUTES
    states = [runs.read_run(folder).state for folder in tmp_path.glob("learning-curve-*")]
    assert states == ["finished"] * 4

    again = list(learning_curve(five, tmp_path, config, MINUTES))
    assert not of(RunStarted, again), "what is finished is not done again"
    assert of(CurvePoint, again) == points


def test_a_curve_cut_short_goes_on(
    five: Path, tmp_path: Path, ticking: Callable[[], float]
) -> None:
    config = dataclasses.replace(TINY, batches_per_epoch=2)
    events = learning_curve(five, tmp_path, config, MINUTES)
    for event in events:
        if isinstance(event, RunStarted):
            break
    next(events)
    events.close()
    (folder,) = tmp_path.glob("learning-curve-*")
    assert runs.read_run(folder).state == "stopped"
    rest = list(learning_curve(five, tmp_path, config, MINUTES))
    assert [p.patients for p in of(CurvePoint, rest)] == [1, 2, 3, 4]


def test_too_few_patients_for_a_curve(cohort: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="needs 3 patients to learn from, and there are 2"):
        list(learning_curve(cohort, tmp_path, TINY, MINUTES))
