"""Fine-tuning: a new run that says which model it began with."""

import dataclasses
import hashlib
from pathlib import Path

import pytest
import torch

from tests.unet_core.conftest import TINY, of, stop_when, write_case
from unet_core import runs
from unet_core.checkpoint import load_model
from unet_core.config import PRESETS
from unet_core.errors import InputError
from unet_core.events import BatchDone, RunStarted
from unet_core.parent import fine_tuning, settings_like
from unet_core.train import train

CONFIG = dataclasses.replace(TINY, epochs=1)


@pytest.fixture(scope="module")
def model_path(cohort: Path, runs_root: Path) -> Path:
    """A model of the cohort."""
    folder = runs_root / "parent"
    list(train(cohort, folder, CONFIG))
    return folder / "model.safetensors"


def test_a_run_begins_with_the_weights_and_says_so(
    cohort: Path, run_folder: Path, model_path: Path
) -> None:
    config = dataclasses.replace(CONFIG, learning_rate=1e-7, ema=0.0, weight_decay=0.0)
    list(train(cohort, run_folder, config, start_from=model_path))
    sha256 = hashlib.sha256(model_path.read_bytes()).hexdigest()
    assert runs.read_values(run_folder)["parent"] == {"path": str(model_path), "sha256": sha256}
    model, passport = load_model(run_folder / "model.safetensors")
    assert passport.parent_sha256 == sha256
    before, _ = load_model(model_path)
    assert before.state_dict().keys() == model.state_dict().keys()
    for name, parameter in before.named_parameters():
        torch.testing.assert_close(model.get_parameter(name), parameter, atol=1e-5, rtol=0.0)


def test_the_rate_is_a_tenth_of_the_presets_unless_it_was_set() -> None:
    standard = PRESETS["standard"]
    assert fine_tuning(standard).learning_rate == pytest.approx(standard.learning_rate / 10)
    own = dataclasses.replace(standard, learning_rate=3e-3)
    assert fine_tuning(own) == own


def test_settings_follow_the_model(model_path: Path) -> None:
    _, passport = load_model(model_path)
    limited = dataclasses.replace(
        passport, train=dataclasses.replace(passport.train, preset="quick", minutes=5.0)
    )
    config = settings_like(limited)
    assert (config.minutes, config.epochs) == (0.0, PRESETS["quick"].epochs)
    assert config.learning_rate == PRESETS["quick"].learning_rate
    assert (config.model.depth, config.image_size) == (2, 32)


def test_another_architecture_is_refused_before_data_are_read(
    cohort: Path, run_folder: Path, model_path: Path
) -> None:
    """K5: both are named."""
    model = dataclasses.replace(CONFIG.model, depth=3, norm="instance")
    config = dataclasses.replace(CONFIG, model=model)
    both = r"has depth 2, norm batch, but this run asks for depth 3, norm instance"
    with pytest.raises(InputError, match=both):
        next(train(cohort, run_folder, config, start_from=model_path))
    assert not run_folder.exists()


def test_other_labels_are_refused(tmp_path: Path, model_path: Path) -> None:
    """K5."""
    for number in range(2):
        write_case(tmp_path / "data", f"{number:02d}", number, tumour=False)
    with pytest.raises(InputError, match="finds 1 liver, 2 tumour, but this data set teaches 1 li"):
        list(train(tmp_path / "data", tmp_path / "run", CONFIG, start_from=model_path))


def test_other_preprocessing_is_said(cohort: Path, run_folder: Path, model_path: Path) -> None:
    config = dataclasses.replace(CONFIG, window_high_hu=300.0)
    events = train(cohort, run_folder, config, start_from=model_path)
    started = of(RunStarted, stop_when(events, lambda e: isinstance(e, RunStarted)))[0]
    assert "window_high_hu 240.0 (now 300.0)" in started.notices[-1]


def test_only_a_new_run_can_begin_with_a_model(
    cohort: Path, run_folder: Path, model_path: Path
) -> None:
    stop_when(train(cohort, run_folder, CONFIG), lambda e: isinstance(e, BatchDone))
    with pytest.raises(InputError, match="can only begin a new run"):
        next(train(cohort, run_folder, CONFIG, resume=True, start_from=model_path))


def test_a_run_killed_before_its_first_save_still_begins_with_the_model(
    cohort: Path, run_folder: Path, model_path: Path
) -> None:
    def first_loss(folder: Path, *, resume: bool = False, parent: Path | None = None) -> float:
        events = train(cohort, folder, CONFIG, resume=resume, start_from=parent)
        loss = next(event.loss for event in events if isinstance(event, BatchDone))
        with pytest.raises(KeyboardInterrupt):  # nothing is saved, as by a kill
            events.throw(KeyboardInterrupt)
        return loss

    fresh = first_loss(run_folder / "fresh")
    begun = first_loss(run_folder / "tuned", parent=model_path)
    assert not list((run_folder / "tuned" / "checkpoints").iterdir())
    assert begun != fresh
    assert first_loss(run_folder / "tuned", resume=True) == begun


def test_a_parent_that_has_changed_since_is_refused(
    cohort: Path, run_folder: Path, model_path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.safetensors"
    copy.write_bytes(model_path.read_bytes())
    events = train(cohort, run_folder, CONFIG, start_from=copy)
    stop_when(events, lambda _: True)
    other = run_folder.with_name("other_parent")
    list(train(cohort, other, dataclasses.replace(CONFIG, seed=7)))
    copy.write_bytes((other / "model.safetensors").read_bytes())
    with pytest.raises(InputError, match="is another model than the one this run was to begin"):
        list(train(cohort, run_folder, CONFIG, resume=True))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a pickle", b"x" * 1000])
def test_a_file_that_is_no_model_is_refused(
    cohort: Path, run_folder: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.safetensors"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"a\.safetensors"):
        next(train(cohort, run_folder, CONFIG, start_from=path))
    assert not run_folder.exists()
