"""``unet-core train``: a run begun, learned on with and fine-tuned from the command line."""

import io
from pathlib import Path

import pytest

from tests.unet_core.conftest import TINY
from unet_core import cli, runs
from unet_core.train import train


@pytest.fixture(scope="module")
def finished(cohort: Path, runs_root: Path) -> Path:
    """A finished run."""
    folder = runs_root / "of_the_command"
    list(train(cohort, folder, TINY))
    return folder


def run(*arguments: str | Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    out, err = io.StringIO(), io.StringIO()
    return cli.run([*map(str, arguments)], out, err), out.getvalue(), err.getvalue()


def test_more_epochs_and_minutes(cohort: Path, finished: Path) -> None:
    code, _, said = run("train", cohort, "--out", finished, "--resume")
    assert code == 2
    assert "finished already" in said
    code, said, _ = run("train", cohort, "--out", finished, "--resume", "--more-epochs", "1")
    assert code == 0
    assert "Going on after epoch 3" in said
    assert [record.epoch for record in runs.read_records(finished)] == [1, 2, 3, 4]
    code, _, said = run("train", cohort, "--out", finished, "--more-minutes", "1")
    assert code == 2
    assert "name a run to resume" in said


def test_a_model_to_start_from_brings_its_settings(
    cohort: Path, finished: Path, run_folder: Path
) -> None:
    model = finished / "model.safetensors"
    arguments = ("train", cohort, "--out", run_folder, "--start-from", model)
    code, _, said = run(*arguments, "--set", "epochs=1", "--set", "learning_rate=0.001")
    assert (code, said) == (0, "")
    config = runs.read_config(run_folder)
    assert (config.model.depth, config.image_size) == (2, 32)
    assert (config.epochs, config.learning_rate) == (1, 0.001)
    assert runs.read_values(run_folder)["parent"]["path"] == str(model)


def test_a_preset_of_another_shape_is_refused(
    cohort: Path, finished: Path, run_folder: Path
) -> None:
    model = finished / "model.safetensors"
    code, _, said = run(
        "train", cohort, "--out", run_folder, "--start-from", model, "--preset", "quick"
    )
    assert code == 2
    assert said.count("\n") == 1
    assert "has depth 2" in said
    assert "asks for depth 4" in said
