"""The command line does the whole job on synthetic patients and refuses in one sentence."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from unet_core.cli import run

TINY = [
    *("--set", "image_size=32", "--set", "epochs=2", "--set", "batches_per_epoch=3"),
    *("--set", "model.depth=2", "--set", "model.base_channels=4", "--set", "batch_size=4"),
]


def _run(*arguments: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run([str(a) for a in arguments], out, err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cohort")
    code, out, err = _run("phantom", folder, "--cases", "3", "--size", "64,64,10", "--seed", "5")
    assert (code, err) == (0, "")
    assert "3 cases" in out
    return folder


@pytest.fixture(scope="module")
def finished_run(cohort: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs") / "first"
    code, out, err = _run(
        "train", cohort, "--out", folder, "--preset", "quick", *TINY, "--val-cases", "02"
    )
    assert (code, err) == (0, "")
    assert "epoch 2:" in out
    assert "validation on 02" in out
    return folder


def test_check_reports_every_pair_and_counts(cohort: Path) -> None:
    code, out, _ = _run("check", cohort)
    assert code == 0
    assert "3 pairs checked: 3 sound, 0 with problems" in out
    code, out, _ = _run("check", cohort, "--json")
    assert [case["case"] for case in json.loads(out)["cases"]] == ["00", "01", "02"]


def test_check_of_a_bad_pair_exits_1_and_names_it(cohort: Path, tmp_path: Path) -> None:
    for path in cohort.glob("*.nii.gz"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    whole = (tmp_path / "segmentation-01.nii.gz").read_bytes()
    (tmp_path / "segmentation-01.nii.gz").write_bytes(whole[: len(whole) // 2])
    code, out, _ = _run("check", tmp_path)
    assert code == 1
    assert any(line.startswith("01:") and "segmentation-01" in line for line in out.splitlines())


def test_predict_and_evaluate_follow_train(
    cohort: Path, finished_run: Path, tmp_path: Path
) -> None:
    model = finished_run / "model.safetensors"
    code, out, err = _run("predict", model, cohort / "volume-02.nii.gz", "--out", tmp_path)
    assert (code, err) == (0, "")
    mask = tmp_path / "segmentation-02.nii.gz"
    assert mask.is_file()
    assert "liver" in out

    code, _, err = _run("predict", model, cohort / "volume-02.nii.gz", "--out", tmp_path)
    assert code == 2
    assert "exists already" in err

    scores, table = tmp_path / "scores.json", tmp_path / "scores.csv"
    reference = cohort / "segmentation-02.nii.gz"
    code, out, _ = _run(
        *("evaluate", "--reference", reference, "--prediction", mask),
        *("--json", scores, "--csv", table),
    )
    assert code == 0
    assert "liver (with tumour): case Dice" in out
    values = json.loads(scores.read_text())
    assert [case["case"] for case in values["cases"]] == ["segmentation-02"]
    assert values["summary"]["cases"] == 1
    assert table.read_text().count("\n") > 10


def test_evaluate_a_run_and_two_readers(cohort: Path, finished_run: Path, tmp_path: Path) -> None:
    table = tmp_path / "summary.csv"
    code, out, err = _run("evaluate", "--run", finished_run, "--summary-csv", table)
    assert (code, err) == (0, "")
    assert "All together, 1 case of 1 person:" in out
    assert '"tumour","dice"' in table.read_text()
    code, out, _ = _run(
        *("evaluate", "--raters", "--reference", cohort, "--prediction", cohort, "--no-contrast")
    )
    assert code == 0
    assert "liver (with tumour): mean Dice 1.000" in out
    assert "mean Sensitivity" not in out
    assert _run("evaluate", "--reference", cohort)[0] == 2


@pytest.mark.parametrize(
    ("image", "mask"),
    [
        ("volume-02.nii.gz", "segmentation-02.nii.gz"),
        ("liver_Volume.nrrd", "liver_segmentation.nii.gz"),
        ("volumetric-1.mha", "volumetric-1-mask.nii.gz"),
        ("patient 3.2", "patient 3.2-mask.nii.gz"),
    ],
)
def test_masks_are_named_after_their_scans_and_never_overwritten(
    tmp_path: Path, image: str, mask: str
) -> None:
    (tmp_path / mask).write_text("mine")
    code, _, err = _run("predict", "model", tmp_path / image, "--out", tmp_path)
    assert code == 2
    assert err.startswith(f"{mask} exists already;")
    assert (tmp_path / mask).read_text() == "mine"


def test_train_as_json_gives_one_object_a_line(cohort: Path, tmp_path: Path) -> None:
    code, out, _ = _run(
        "train", cohort, "--out", tmp_path / "run", "--preset", "quick", *TINY, "--json"
    )
    assert code == 0
    events = [json.loads(line) for line in out.splitlines()]
    assert [e["epoch"]["epoch"] for e in events if "epoch" in e and "slices" not in e] == [1, 2]
    assert events[-1]["ended"] == "finished"


def test_a_finished_run_is_neither_resumed_nor_overwritten(
    cohort: Path, finished_run: Path
) -> None:
    model = (finished_run / "model.safetensors").read_bytes()
    arguments = ("train", cohort, "--out", finished_run, "--preset", "quick", *TINY)
    code, _, err = _run(*arguments, "--resume")
    assert (code, err) == (
        2,
        "first is finished already; give it more epochs or start a new run.\n",
    )
    code, _, err = _run(*arguments)
    assert code == 2
    assert "holds a run already" in err
    assert (finished_run / "model.safetensors").read_bytes() == model


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("train", "{empty}", "--out", "{tmp}/r"), ("empty",)),
        (("train", "{tmp}/nowhere", "--out", "{tmp}/r"), ("nowhere",)),
        (("train", "{cohort}", "--out", "{tmp}/r", "--set", "epochs=x"), ("epochs", "number")),
        (("train", "{cohort}", "--out", "{tmp}/r", "--val-cases", "99"), ("99", "00")),
        (
            ("predict", "{cohort}/volume-00.nii.gz", "{cohort}/volume-00.nii.gz", "--out", "{tmp}"),
            (),
        ),
        (
            ("evaluate", "--reference", "{tmp}/x.nii.gz", "--prediction", "{tmp}/y.nii.gz"),
            ("x.nii.gz",),
        ),
        (("frobnicate",), ("--help",)),
        (("train",), ("--help",)),
    ],
)
def test_bad_input_is_one_sentence_and_exit_2(
    cohort: Path, tmp_path: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    (tmp_path / "empty").mkdir()
    places = {"tmp": tmp_path, "cohort": cohort, "empty": tmp_path / "empty"}
    code, _, err = _run(*[a.format(**places) for a in arguments])
    assert code == 2
    assert err.count("\n") == 1, err
    assert "Traceback" not in err
    for word in words:
        assert word in err


def test_ctrl_c_stops_between_two_batches_and_keeps_what_is_finished(
    cohort: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "run"
    command = [sys.executable, "-m", "unet_core", "train", cohort, "--out", folder]
    command += ["--preset", "quick", *TINY, "--set", "epochs=5000", "--json"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    child = subprocess.Popen(
        [*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )
    assert child.stdout is not None
    for line in child.stdout:
        if line.startswith(b'{"epoch"'):  # and not a finding that names one
            break
    asked = time.monotonic()
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=30)
    assert child.returncode == 130
    assert time.monotonic() - asked < 10
    assert b"--resume" in err
    assert b"Traceback" not in err
    assert (folder / "model.safetensors").is_file()

    again = subprocess.Popen(
        [*map(str, command), "--resume"], stdout=subprocess.PIPE, env=environment
    )
    assert again.stdout is not None
    started = next(json.loads(line) for line in again.stdout if b'"started"' in line)
    again.kill()
    again.communicate()
    assert started["resumed_epoch"] >= 1
