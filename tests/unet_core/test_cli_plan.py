"""``unet-core plan`` on synthetic patients, and what it refuses."""

import io
import json
from pathlib import Path

import numpy as np
import pytest

from tests.unet_core.conftest import write_case
from tests.unet_core.plan_samples import Machine, with_tumours
from unet_core.cli import run
from unet_core.commands.plan import WIDTH, lines
from unet_core.io import save_now
from unet_core.plan import plan, write_plan
from unet_core.volume import Geometry, LabelMap


def _run(*arguments: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run([str(argument) for argument in arguments], out, err)
    return code, out.getvalue(), err.getvalue()


def test_a_plan_is_printed_saved_and_trained_with(
    cohort: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, runs = tmp_path / "plan.json", tmp_path / "runs"
    wish = ("--minutes", "1", "--out", saved, "--runs", runs, "--same-person", "01,02")
    code, out, err = _run("plan", cohort, *wish)
    assert (code, err) == (0, "")
    assert out.startswith(f"Plan for {cohort.name}\n")
    assert "\nForecast" in out
    assert "Advice" in out
    assert list((runs / ".slices").glob("measured-*.json"))

    monkeypatch.setitem(plan.__kwdefaults__, "try_out", Machine())  # tried for real above
    code, again, _ = _run("plan", cohort, "--minutes", "1", "--runs", runs, "--json")
    made, before = json.loads(again), json.loads(saved.read_text())
    assert [c["setting"] for c in made["choices"]] == [c["setting"] for c in before["choices"]]
    assert made["config"]["minutes"] == 1.0
    assert [case["case_id"] for case in made["fingerprint"]["cases"]] == ["00", "01", "02"]

    code, out, err = _run(
        *("train", cohort, "--plan", saved, "--out", runs / "one"),
        *("--set", "minutes=0", "--set", "epochs=1", "--set", "batches_per_epoch=1"),
        *("--set", "batch_size=2", "--set", "model.base_channels=4"),
    )
    assert (code, err) == (0, "")
    config = json.loads((runs / "one" / "run.json").read_text())["config"]
    assert config["preset"] == "plan"
    assert config["same_person"] == "01,02"
    assert config["model"]["cascade"] == before["config"]["model"]["cascade"]


def test_lines_fit_a_terminal() -> None:
    made = plan(with_tumours(), 20, 16.0, "cpu", try_out=Machine())
    text = lines(made)
    assert max(map(len, text)) <= WIDTH + 60  # only the forecast is one long line
    assert [line for line in text if line.startswith("Close look: 256x256")]


@pytest.fixture(scope="module")
def unlabelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unlabelled")
    geometry = Geometry((40, 40, 6), (1.0, 1.0, 3.0), (-20.0, -20.0, 5.0))
    for number in range(2):
        write_case(folder, f"{number:02d}", number)
        empty = LabelMap(np.zeros((6, 40, 40), np.uint8), geometry, "empty")
        save_now(empty, folder / f"segmentation-{number:02d}.nii.gz", overwrite=True)
    return folder


def _refused(naming: str, *arguments: str | Path) -> None:
    code, out, err = _run(*arguments)
    assert code == 2, out
    assert naming in err
    assert err.count("\n") == 1
    assert "; " in err


def test_what_cannot_be_planned_is_one_sentence(
    cohort: Path, unlabelled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(plan.__kwdefaults__, "try_out", Machine())
    _refused("holds no label in any of its 2 masks", "plan", unlabelled)
    _refused("the plan needs 0.", "plan", cohort, "--memory", "0.05")
    _refused("the minutes are -1", "plan", cohort, "--minutes", "-1")
    _refused("--learning-curve needs a folder for its runs", "plan", cohort, "--learning-curve")
    (tmp_path / "none").mkdir()
    _refused("none is empty", "plan", tmp_path / "none")
    broken = tmp_path / "broken"
    write_case(broken, "00", 0)
    scan = broken / "volume-00.nii.gz"
    scan.write_bytes(scan.read_bytes()[:-300])
    _refused("has no pair left after the checks", "plan", broken)


def test_a_plan_and_a_preset_are_two_wishes(cohort: Path, tmp_path: Path) -> None:
    saved = tmp_path / "plan.json"
    write_plan(saved, plan(with_tumours(), 20, 16.0, "cpu", try_out=Machine()))
    wish = ("train", cohort, "--out", tmp_path / "run", "--plan", saved)
    _refused("--plan and --preset both name settings", *wish, "--preset", "quick")
    (tmp_path / "other.json").write_text("[]")
    _refused("other.json is no plan", *wish[:-1], tmp_path / "other.json")
