"""Every patient is scored by a network that never saw them; nothing done is done again."""

import dataclasses
import io
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.same_run import assert_same_run
from tests.unet_core.conftest import TINY, write_case
from tests.unet_core.plan_samples import Machine
from tests.unet_core.test_distributed import _said, _two_processes
from unet_core import distributed, ensemble, runs
from unet_core.cli import run
from unet_core.config import PredictConfig
from unet_core.cross_validation import cross_validate, fold_folder, read_plan
from unet_core.ensemble_prediction import predict
from unet_core.errors import InputError
from unet_core.events import (
    BatchDone,
    CaseChecked,
    Event,
    Notice,
    Predicted,
    RunEnded,
    RunStarted,
    Saved,
)
from unet_core.io import load_label_map, load_volume, save_now
from unet_core.metrics import dice
from unet_core.plan import plan as plan_for

CONFIG = dataclasses.replace(TINY, epochs=2)
SETTINGS = [
    *("--set", "image_size=32", "--set", "epochs=1", "--set", "batches_per_epoch=3"),
    *("--set", "model.depth=2", "--set", "model.base_channels=4", "--set", "batch_size=4"),
]


def _of(kind: type, events: list[Event]) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def _run(*arguments: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run([str(a) for a in arguments], out, err)
    return code, out.getvalue(), err.getvalue()


def _stop_when(events: Iterator[Event], is_reached: Callable[[Event], bool]) -> None:
    for event in events:
        if is_reached(event):
            break
    events.close()


@pytest.fixture(scope="module")
def crossed(cohort: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Event]]:
    """Three folds of the three patients, from beginning to end; not to be changed."""
    folder = tmp_path_factory.mktemp("crossed") / "cv"
    return folder, list(cross_validate(cohort, folder, CONFIG, 3))


@pytest.fixture
def copied(crossed: tuple[Path, list[Event]], tmp_path: Path) -> Path:
    """The same to play with."""
    return shutil.copytree(crossed[0], tmp_path / "cv")


def _reference(cohort: Path, name: str) -> np.ndarray:
    return load_label_map(cohort / f"segmentation-{name}.nii.gz").voxels


def test_each_fold_is_an_ordinary_run_and_everybody_is_kept_aside_once(
    crossed: tuple[Path, list[Event]],
) -> None:
    folder, events = crossed
    words = [event.text for event in _of(Notice, events)]
    assert [text for text in words if text.startswith("Fold")] == [
        f"Fold {n} of 3." for n in (1, 2, 3)
    ]
    assert len(words) == len(set(words)), "nothing is said twice"
    assert len(_of(CaseChecked, events)) == 3
    started = _of(RunStarted, events)
    assert sorted(name for one in started for name in one.validation_cases) == ["00", "01", "02"]
    assert all(not {*one.train_cases} & {*one.validation_cases} for one in started)
    assert len(_of(RunEnded, events)) == 3
    for number, one in enumerate(started):
        summary = runs.read_run(fold_folder(folder, number))
        assert summary.state == "finished"
        assert summary.validation_cases == one.validation_cases
    assert isinstance(events[-1], Saved)
    assert events[-1].path == folder / "ensemble.json"


def test_what_each_network_drew_is_kept_on_the_scans_own_grid(
    cohort: Path, crossed: tuple[Path, list[Event]]
) -> None:
    for number, names in enumerate(read_plan(crossed[0]).folds):
        for name in names:
            mask = fold_folder(crossed[0], number) / "validation" / f"{name}.nii.gz"
            scan = load_volume(cohort / f"volume-{name}.nii.gz")
            assert load_label_map(mask).geometry.differences(scan.geometry) == []


def test_scores_are_those_of_the_masks(cohort: Path, copied: Path) -> None:
    """Masks as good as their fold's number says, for the networks of a test draw nothing."""
    for number, (name,) in enumerate(read_plan(copied).folds):
        mask = load_label_map(cohort / f"segmentation-{name}.nii.gz")
        voxels = mask.voxels.copy()
        voxels[:, : 18 + number] = 0
        path = fold_folder(copied, number) / "validation" / f"{name}.nii.gz"
        save_now(dataclasses.replace(mask, voxels=voxels), path, overwrite=True)
    events = list(cross_validate(cohort, copied, CONFIG, resume=True))
    assert not _of(RunStarted, events), "nothing is trained again"
    made = ensemble.read(copied)
    assert [case.fold for case in made.cases] == [0, 1, 2]
    for number, (name,) in enumerate(read_plan(copied).folds):
        drawn = load_label_map(fold_folder(copied, number) / f"validation/{name}.nii.gz").voxels
        truth = _reference(cohort, name)
        scores = made.cases[number].before
        assert scores.dice["liver"] == pytest.approx(dice(truth > 0, drawn > 0))
        assert scores.dice["tumour"] == pytest.approx(dice(truth == 2, drawn == 2))
        assert scores.found + scores.missed == 1
        assert scores.true + scores.false == scores.found
    mean = np.mean([case.before.dice["liver"] for case in made.cases])
    assert made.summary_before.dice["liver"] == pytest.approx(mean)
    assert made.summary_before.spread["liver"] > 0
    table = (copied / "scores.csv").read_text()
    assert table.count('"case"') == 1 + 3 * 2


def test_post_processing_is_chosen_on_all_folds_and_used_from_then_on(
    cohort: Path, copied: Path
) -> None:
    for number, (name,) in enumerate(read_plan(copied).folds):
        mask = load_label_map(cohort / f"segmentation-{name}.nii.gz")
        voxels = mask.voxels.copy()
        voxels[2:4, 34:38, 33:38] = 1  # a second liver
        path = fold_folder(copied, number) / "validation" / f"{name}.nii.gz"
        save_now(dataclasses.replace(mask, voxels=voxels), path, overwrite=True)
    code, out, _ = _run("cross-validate", cohort, "--out", copied, "--resume")
    assert code == 0
    assert "Post-processing: only the largest liver." in out
    assert "all, as drawn" in out
    made = ensemble.read(copied)
    assert made.postprocess == PredictConfig(tumour_inside_liver=False)
    assert made.summary_before.dice["liver"] < made.summary.dice["liver"] == 1
    (chosen,) = [
        candidate
        for candidate in made.candidates
        if candidate["largest_liver"]
        and not candidate["tumour_inside_liver"]
        and not candidate["smallest_lesion"]
    ]
    assert chosen["dice"]["liver"] == 1
    assert chosen["cases_better"] == 3
    assert ensemble.opened(copied).config == made.postprocess


def test_a_cross_validation_stopped_in_its_second_fold_goes_on_there(
    cohort: Path, crossed: tuple[Path, list[Event]], tmp_path: Path
) -> None:
    folder, fold = tmp_path / "cv", 0

    def in_second_round_of_second_fold(event: Event) -> bool:
        nonlocal fold
        fold += isinstance(event, RunStarted)
        return fold == 2 and isinstance(event, BatchDone) and event.epoch == 2

    _stop_when(cross_validate(cohort, folder, CONFIG, 3), in_second_round_of_second_fold)
    assert runs.read_run(folder / "fold-1").state == "stopped"
    assert not (folder / "fold-2").exists()
    first = (folder / "fold-0" / "model.safetensors").read_bytes()
    events = list(cross_validate(cohort, folder, TINY, 2, resume=True))
    assert [one.resumed_epoch for one in _of(RunStarted, events)] == [1, 0]
    assert (folder / "fold-0" / "model.safetensors").read_bytes() == first
    for number in range(3):
        assert_same_run(fold_folder(crossed[0], number), fold_folder(folder, number))


def test_the_ensemble_predicts(cohort: Path, crossed: tuple[Path, list[Event]]) -> None:
    scan = load_volume(cohort / "volume-00.nii.gz")
    (found,) = _of(Predicted, list(predict(crossed[0], scan)))
    assert found.label_map.geometry == scan.geometry
    assert found.label_map.name == "prediction (tiny, 3 models)"


def test_no_patients_name_gets_into_the_file_that_is_passed_on(tmp_path: Path) -> None:
    for number, name in enumerate(("Meier", "Schulze")):
        write_case(tmp_path / "data", name, number)
    config = dataclasses.replace(CONFIG, epochs=1, batches_per_epoch=1)
    list(cross_validate(tmp_path / "data", tmp_path / "cv", config, 5))
    text = (tmp_path / "cv" / "ensemble.json").read_text()
    assert "Meier" not in text
    assert str(tmp_path) not in text
    assert "Meier" in (tmp_path / "cv" / "scores.csv").read_text()
    assert read_plan(tmp_path / "cv").notices[0].startswith("2 patients allow 2 folds, not 5")


@pytest.mark.parametrize(("minutes", "each"), [(0.0, 0.0), (6.0, 2.0)])
def test_the_time_is_shared_by_the_folds(
    cohort: Path, tmp_path: Path, minutes: float, each: float
) -> None:
    config = dataclasses.replace(CONFIG, minutes=minutes, split="slice")
    events = cross_validate(cohort, tmp_path / "cv", config, 3)
    _stop_when(events, lambda event: isinstance(event, Notice) and "Fold 1" in event.text)
    plan = read_plan(tmp_path / "cv")
    assert (plan.config.minutes, plan.config.split) == (each, "patient")


# --- the command -----------------------------------------------------------------------------


def test_the_command_trains_tells_and_its_result_predicts(cohort: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cv"
    code, out, err = _run(
        *("cross-validate", cohort, "--out", folder, "--folds", "2", "--preset", "quick"),
        *(*SETTINGS, "--json"),
    )
    assert (code, err) == (0, "")
    last = json.loads(out.splitlines()[-1])["cross_validated"]
    assert len(last["models"]) == 2
    assert last["cross_validated"]["after"]["cases"] == 3
    image = cohort / "volume-00.nii.gz"
    code, out, err = _run("predict", folder, image, "--out", tmp_path / "a", "--keep-all")
    assert (code, err) == (0, "")
    assert "segmentation-00.nii.gz: liver" in out
    code, out, _ = _run("cross-validate", cohort, "--out", folder, "--resume")
    assert code == 0
    header = next(line for line in out.splitlines() if line.startswith("fold"))
    for words in ("liver case Dice", "tumour slice Dice", "lesion recall", "lesion precision"):
        assert words in header
    assert [line[:3] for line in out.splitlines() if line[:3] in ("1  ", "2  ", "all")]


# --- several processes -----------------------------------------------------------------------


def _cross_and_predict(cohort: Path, folder: Path, noted: Path) -> None:
    """What each of two processes does."""
    number = distributed.rank()
    for event in cross_validate(cohort, folder, CONFIG, 3):
        if isinstance(event, RunStarted):
            (noted / f"{event.folder.name}-by-{number}").touch()
    distributed.barrier()
    images = sorted(cohort.glob("volume-*"))
    code, out, err = _run("predict", folder, *images, "--out", noted / "masks")
    assert (code, err) == (0, "")
    for line in out.splitlines():
        if line.startswith("segmentation"):
            (noted / f"{line.partition(':')[0]}-by-{number}").touch()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork server")
def test_two_processes_share_folds_and_images_and_learn_what_one_would(
    cohort: Path, crossed: tuple[Path, list[Event]], tmp_path: Path
) -> None:
    folder = tmp_path / "cv"
    codes = _two_processes(partial(_cross_and_predict, cohort, folder, tmp_path), tmp_path)
    assert codes == [0, 0], _said(tmp_path)
    assert sorted(path.name for path in tmp_path.glob("*-by-*")) == [
        *("fold-0-by-0", "fold-1-by-1", "fold-2-by-0"),
        "segmentation-00.nii.gz-by-0",
        "segmentation-01.nii.gz-by-1",
        "segmentation-02.nii.gz-by-0",
    ]
    for number in range(3):
        assert_same_run(fold_folder(crossed[0], number), fold_folder(folder, number))
    one, two = ensemble.read(crossed[0]), ensemble.read(folder)
    assert one.cases == two.cases
    assert len(two.models) == len(list((tmp_path / "masks").iterdir())) == 3


# --- what goes wrong -------------------------------------------------------------------------


def test_a_plan_says_how_the_folds_are_trained(
    cohort: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(plan_for.__kwdefaults__, "try_out", Machine())
    saved = tmp_path / "plan.json"
    code, _, err = _run("plan", cohort, "--minutes", "1", "--out", saved)
    assert code == 0, err
    both = _run("cross-validate", cohort, "--out", tmp_path, "--plan", saved, "--preset", "quick")
    assert both[0] == 2
    assert both[2] == "--plan and --preset both name settings; give one of them.\n"
    plan = json.loads(saved.read_bytes())
    plan["config"]["window_low_hu"] = -111.0
    saved.write_text(json.dumps(plan))
    code, _, err = _run(
        *("cross-validate", cohort, "--out", tmp_path / "cv", "--folds", "2", "--plan", saved),
        *(*SETTINGS, "--set", "minutes=0"),
    )
    assert code == 0, err
    assert read_plan(tmp_path / "cv").config.window_low_hu == -111.0


def test_a_folder_in_use_is_left_alone(
    cohort: Path, crossed: tuple[Path, list[Event]], tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="holds a cross-validation already"):
        list(cross_validate(cohort, crossed[0], CONFIG, 3))
    with pytest.raises(InputError, match="holds a run already"):
        list(cross_validate(cohort, crossed[0] / "fold-0", CONFIG, 3))
    with pytest.raises(InputError, match="holds no cross-validation"):
        list(cross_validate(cohort, tmp_path, CONFIG, 3, resume=True))
    assert list(tmp_path.iterdir()) == []


def test_other_data_are_not_mixed_in(cohort: Path, copied: Path, tmp_path: Path) -> None:
    data = shutil.copytree(cohort, tmp_path / "data")
    write_case(data, "01", 77)
    with pytest.raises(InputError, match="case 01 is not what it was when this cross-validation"):
        list(cross_validate(data, copied, CONFIG, resume=True))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 1}', '{"format": "x"}'])
def test_a_damaged_plan_is_refused(cohort: Path, copied: Path, text: str) -> None:
    (copied / "cross_validation.json").write_text(text)
    with pytest.raises(InputError, match=r"cross_validation\.json is (damaged|empty)"):
        list(cross_validate(cohort, copied, CONFIG, resume=True))


def test_a_newer_plan_is_refused(cohort: Path, copied: Path) -> None:
    (copied / "cross_validation.json").write_text('{"format": 99}')
    with pytest.raises(InputError, match="written by a newer Slicewise"):
        list(cross_validate(cohort, copied, CONFIG, resume=True))


def test_a_mask_that_went_missing_is_drawn_again(cohort: Path, copied: Path) -> None:
    (name,) = read_plan(copied).folds[1]
    lost = copied / "fold-1" / "validation" / f"{name}.nii.gz"
    before = lost.read_bytes()
    lost.unlink()
    events = list(cross_validate(cohort, copied, CONFIG, resume=True))
    assert lost.read_bytes() == before
    assert _of(Saved, events)[0].path == lost


def test_one_patient_is_too_few(tmp_path: Path) -> None:
    write_case(tmp_path / "data", "00", 0)
    code, _, err = _run("cross-validate", tmp_path / "data", "--out", tmp_path / "cv")
    assert code == 2
    assert err == "the data set holds only one patient; add patients with labels.\n"
