"""The learning curve: laws it must find, doubts it must admit, and real small runs."""

import dataclasses
import itertools
import json
import math
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.app.fake_run import record
from tests.unet_core.conftest import TINY, of, write_case
from unet_core import data_scale, runs
from unet_core.config import TrainConfig
from unet_core.data_scale import ShareBegun, learning_curve
from unet_core.errors import InputError
from unet_core.events import Event, Notice, RunStarted
from unet_core.learning_curves import (
    CurveOrder,
    CurvePoint,
    LearningCurve,
    curves_of,
    read_curve,
    timed,
)
from unet_core.report.data_facts import DataFacts
from unet_core.report.privacy import Pseudonyms
from unet_core.report.run_facts import RunFacts
from unet_core.report.scenario import scenario
from unet_core.run_table import RunTable, read_table
from unet_core.scaling_law import Law, outlook

MINUTES = 0.5 / 60


def _dice(patients: float, a: float = 0.8, b: float = 0.5) -> float:
    return 1 - a * patients**-b


def test_a_power_law_is_found_and_followed() -> None:
    patients = [2, 4, 6, 8]
    found = outlook("tumour", patients, [_dice(n) for n in patients])
    assert found.dice == pytest.approx(_dice(16), abs=1e-3)
    assert found.low <= _dice(16) <= found.high
    assert "twice as many (16) would bring about 0.80" in found.sentence
    assert "more patients are worth it" in found.sentence
    at = [point.patients for point in found.trend]
    assert (at[0], at[-1]) == (2, 16)
    assert set(range(2, 17)) <= set(at)
    for point in found.trend:
        assert point.dice == pytest.approx(_dice(point.patients), abs=1e-3)
        assert point.low <= point.dice <= point.high
    assert found.trend[-1].dice == found.dice


def test_the_interval_is_that_of_a_fit_that_knows_its_scatter() -> None:
    """The interval against 400 curves with the same scatter."""
    rng = np.random.default_rng(0)
    patients, sigma, inside = np.array([5.0, 10.0, 15.0, 20.0]), 0.01, 0
    for _ in range(400):
        error = 0.8 * patients**-0.5 + rng.normal(0, sigma, 4)
        law = Law.of(patients, error)
        assert law is not None
        run = 1 - 0.8 * 40**-0.5 + rng.normal(0, sigma)
        inside += abs(law.dice(40) - run) <= law.half_width(40)
    assert 0.86 < inside / 400 < 0.94


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
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four patients: three to learn from; tumours in two."""
    folder = tmp_path_factory.mktemp("four")
    for number in range(4):
        write_case(folder, f"{number:02d}", number, tumour=number not in (1, 3))
    return folder


def test_a_curve_cut_short_goes_on_and_is_kept(
    four: Path, tmp_path: Path, ticking: Callable[[], float]
) -> None:
    """Real trainings: growing shares, the same validation patient, nothing done twice."""
    order = CurveOrder(four, dataclasses.replace(TINY, batches_per_epoch=2), MINUTES)
    events = learning_curve(order, tmp_path)
    for event in events:
        if isinstance(event, RunStarted):
            break
    next(events)
    with pytest.raises(InputError, match=r"another|already|is being"):
        list(learning_curve(order, tmp_path))
    events.close()
    (run,) = tmp_path.glob("learning-curve-*-patients")
    assert runs.read_run(run).state == "stopped"
    (kept,) = curves_of(four, tmp_path)
    assert (kept.shares, kept.points, kept.is_whole) == ((1, 2, 3), (), False)

    rest = list(learning_curve(order, tmp_path))
    started, points = of(RunStarted, rest), of(CurvePoint, rest)
    assert [share.patients for share in of(ShareBegun, rest)] == [1, 2, 3]
    assert [point.patients for point in points] == [1, 2, 3]
    assert started[0].folder == run
    learned = [set(run.train_cases) for run in started]
    assert all(a < b for a, b in itertools.pairwise(learned))
    assert len({run.validation_cases for run in started}) == 1
    assert not any(set(run.validation_cases) & set(run.train_cases) for run in started)
    assert learned[0] <= {"00", "02"}, "the first one holds every label"
    (curve,) = of(LearningCurve, rest)
    assert set(curve.outlooks) == {"liver", "tumour"}
    assert curve.to_json()["learning_curve"]["minutes"] == MINUTES
    (kept,) = curves_of(four, tmp_path)
    assert (kept.points, kept.is_whole, kept.order) == (tuple(points), True, order)
    assert str(kept.outlooks) == str(curve.outlooks)

    again = list(learning_curve(order, tmp_path))
    assert not of(RunStarted, again), "what is finished is not done again"
    assert of(CurvePoint, again) == points


# --- who takes part, without training -----------------------------------------------------------


class Trainer:
    """Stands for ``train``: a run that is finished at once; Dice by the number of its cases."""

    def __init__(self) -> None:
        self.calls: list[tuple[set[str], set[str]]] = []

    def __call__(
        self,
        dataset: Path,
        folder: Path,
        config: TrainConfig,
        *,
        training_cases: tuple[str, ...],
        validation_cases: tuple[str, ...],
        resume: bool,
        start_from: Path | None,
    ) -> Iterator[Event]:
        self.calls.append((set(training_cases), set(validation_cases)))
        folder.mkdir()
        values = {"state": "finished", "started": "2026-11-23", "config": config.to_json()}
        runs.write_values(folder, values)
        best = record(1, tumour=_dice(len(training_cases)), is_best=True)
        runs.append_entry(folder, runs.journal_entry(best, []))
        yield Notice("trained")


@pytest.fixture
def trainer(monkeypatch: pytest.MonkeyPatch) -> Trainer:
    made = Trainer()
    monkeypatch.setattr(data_scale, "train", made)
    return made


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("six")
    for number in range(6):
        write_case(folder, f"{number:02d}", number)
    return folder


def test_the_split_of_the_window_and_its_persons_are_obeyed(
    six: Path, tmp_path: Path, trainer: Trainer
) -> None:
    config = dataclasses.replace(TINY, same_person="03,04")
    order = CurveOrder(six, config, 5.0, validation_cases=("01",), test_cases=("00",))
    list(learning_curve(order, tmp_path))
    (kept,) = curves_of(six, tmp_path)
    assert kept.shares == (1, 2, 3)
    assert kept.validation_cases == ("01",)
    assert kept.case_ids == {"01", "02", "03", "04", "05"}
    assert all(held == {"01"} and "00" not in learned for learned, held in trainer.calls)
    assert all(
        ({"03", "04"} <= learned) or not ({"03", "04"} & learned) for learned, _ in trainer.calls
    )
    assert trainer.calls[-1][0] == {"02", "03", "04", "05"}


def test_changed_scans_are_learned_from_anew(six: Path, tmp_path: Path, trainer: Trainer) -> None:
    data = tmp_path / "data"
    shutil.copytree(six, data)
    order = CurveOrder(data, TINY, 5.0, validation_cases=("01",))
    list(learning_curve(order, tmp_path / "runs"))
    list(learning_curve(order, tmp_path / "runs"))
    before = len(trainer.calls)
    assert before == len(curves_of(data, tmp_path / "runs")[0].shares)
    write_case(data, "01", 77)  # all are scored on it
    list(learning_curve(order, tmp_path / "runs"))
    assert len(trainer.calls) == 2 * before


def test_each_order_has_a_curve_of_its_own(six: Path, tmp_path: Path) -> None:
    order = CurveOrder(six, TINY, 5.0)
    others = [
        dataclasses.replace(order, minutes=6.0),
        dataclasses.replace(order, validation_cases=("01",)),
        dataclasses.replace(order, test_cases=("01",)),
        dataclasses.replace(order, config=dataclasses.replace(TINY, image_size=64)),
        dataclasses.replace(order, start_from=tmp_path / "model.safetensors"),
        dataclasses.replace(order, dataset=tmp_path),
    ]
    assert len({one.folder_name for one in (order, *others)}) == 7
    assert CurveOrder.from_json(json.loads(json.dumps(order.to_json()))) == order


def test_damaged_records_are_passed_over_or_named(
    six: Path, tmp_path: Path, trainer: Trainer
) -> None:
    list(learning_curve(CurveOrder(six, TINY, 5.0), tmp_path))
    (path,) = tmp_path.glob("learning-curve-*/curve.json")
    sound = json.loads(path.read_text())
    for broken in ({}, [], {**sound, "points": [{}]}, {**sound, "order": {}}):
        path.write_text(json.dumps(broken))
        assert curves_of(six, tmp_path) == []
        with pytest.raises(InputError, match="holds a damaged learning curve"):
            read_curve(path.parent)
    path.write_text(json.dumps({**sound, "format": 99}))
    with pytest.raises(InputError, match="newer Slicewise"):
        read_curve(path.parent)
    assert curves_of(six, tmp_path / "nowhere") == []


def test_no_curve_without_patients_kept_whole(
    cohort: Path, six: Path, tmp_path: Path, trainer: Trainer
) -> None:
    with pytest.raises(InputError, match="needs 3 patients to learn from, and there are 2"):
        list(learning_curve(CurveOrder(cohort, TINY, MINUTES), tmp_path))
    sliced = dataclasses.replace(TINY, split="slice")
    with pytest.raises(InputError, match="needs patients that are kept aside whole"):
        list(learning_curve(CurveOrder(six, sliced, MINUTES), tmp_path))
    assert not trainer.calls


def test_curves_are_no_runs_without_a_record(six: Path, tmp_path: Path, trainer: Trainer) -> None:
    """The table of runs lists the trainings, and not the folder that keeps the curve."""
    list(learning_curve(CurveOrder(six, TINY, 5.0), tmp_path))
    (table,) = of(RunTable, read_table(tmp_path, {}))
    assert {row.preset for row in table.rows} == {"learning-curve"}


def test_a_report_says_what_a_curve_of_the_same_cases_said(
    six: Path, tmp_path: Path, trainer: Trainer
) -> None:
    list(learning_curve(CurveOrder(six, TINY, 5.0, test_cases=("00",)), tmp_path))
    (kept,) = curves_of(six, tmp_path)
    split = {"train": kept.train_cases, "validation": kept.validation_cases, "test": ("00",)}
    facts = RunFacts(tmp_path / "run", six, Pseudonyms(()), "finished", split=split)
    said = str(scenario(facts, DataFacts({})))
    assert "Would more patients help? Liver Dice went from" in said
    assert "of 4 trainings of 5 min, measured 2" in said
    others = dataclasses.replace(facts, split={**split, "test": ()})
    assert "more patients help" not in str(scenario(others, DataFacts({})))
