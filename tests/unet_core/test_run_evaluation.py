"""The validation patients of a run, drawn by its model and compared."""

import dataclasses
import json
import shutil
from pathlib import Path

import pytest

from unet_core import runs
from unet_core.config import TrainConfig
from unet_core.errors import InputError
from unet_core.events import Evaluated, Summarised
from unet_core.run_evaluation import evaluate_run
from unet_core.train import train


@pytest.fixture(scope="module")
def finished_run(cohort: Path, runs_root: Path, tiny: TrainConfig) -> Path:
    folder = runs_root / "evaluated"
    short = dataclasses.replace(tiny, epochs=1)
    for _ in train(cohort, folder, short, validation_cases=("02",)):
        pass
    return folder


def test_a_run_is_evaluated_and_keeps_what_its_model_drew(
    cohort: Path, finished_run: Path, tmp_path: Path
) -> None:
    run = shutil.copytree(finished_run, tmp_path / "run")
    events = list(evaluate_run(run))
    (case,) = (event for event in events if isinstance(event, Evaluated))
    assert case.case_id in runs.read_run(run).validation_cases
    assert isinstance(events[-1], Summarised)
    (mask,) = case.sources.prediction_paths
    before = mask.stat().st_mtime_ns
    assert mask.parent == run / "evaluation"
    again = [event for event in evaluate_run(run) if isinstance(event, Evaluated)]
    assert again[0].scores[0].case_dice == case.scores[0].case_dice
    assert mask.stat().st_mtime_ns == before


def test_a_run_that_cannot_be_evaluated_is_told(finished_run: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no run"):
        list(evaluate_run(tmp_path))
    run = shutil.copytree(finished_run, tmp_path / "run")
    values = json.loads((run / "run.json").read_text())
    (run / "run.json").write_text(json.dumps({**values, "dataset": str(tmp_path / "gone")}))
    with pytest.raises(InputError, match="no longer where it was"):
        list(evaluate_run(run))
    (run / "run.json").write_text(json.dumps({**values, "validation_cases": ["gone"]}))
    with pytest.raises(InputError, match="finds none of its validation cases"):
        list(evaluate_run(run))
    (run / "model.safetensors").unlink()
    (run / "run.json").write_text(json.dumps(values))
    with pytest.raises(InputError, match="has no model yet"):
        list(evaluate_run(run))
