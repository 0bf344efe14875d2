"""What people give by mistake, on the command line: one sentence each, and the next command works.

The window's half is ``tests/app/test_bad_input.py``.
"""

import dataclasses
import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.unet_core.conftest import TINY, write_case
from unet_core.checkpoint import Passport, save_model
from unet_core.cli import run
from unet_core.io import load_label_map, save_now
from unet_core.unet import UNet
from unet_core.volume import DEFAULT_LABELS, Volume

LOCKED = Path("/sys/slicewise")
"""Nobody may make a folder there, not even root."""
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a folder closed even to root")


def _run(*arguments: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run([str(argument) for argument in arguments], out, err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sound patients."""
    folder = tmp_path_factory.mktemp("good")
    for number in range(2):
        write_case(folder, f"{number:02d}", number)
    return folder


@pytest.fixture
def refused(good: Path, tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Runs a command that cannot be done; returns its one sentence. Then a good one works."""

    def refuse(*arguments: str | Path, naming: str) -> str:
        code, _, err = _run(*arguments)
        assert code == 2
        _is_one_sentence(err, naming, tmp_path)
        return err

    yield refuse
    assert _run("check", good)[0] == 0


def _is_one_sentence(text: str, naming: str, folder: Path) -> None:
    assert text.endswith(".\n"), text
    assert text.count("\n") == 1, text
    assert naming in text
    assert "; " in text, "fault; remedy"
    for never in ("Traceback", "unforeseen", "Errno", str(folder)):
        assert never not in text


def _copied(good: Path, folder: Path) -> Path:
    folder.mkdir()
    for path in good.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def _spoilt(kind: str, good: Path, folder: Path) -> Path:
    """A copy of the good data set with one thing wrong about its second patient."""
    dataset = _copied(good, folder)
    scan, mask = dataset / "volume-01.nii.gz", dataset / "segmentation-01.nii.gz"
    if kind == "truncated":
        scan.write_bytes(scan.read_bytes()[:-500])
        mask.write_bytes(mask.read_bytes()[:-40])
    elif kind == "another patient":
        stranger = folder.with_name("stranger")
        write_case(stranger, "01", 7, size=44, slices=7)
        mask.write_bytes((stranger / mask.name).read_bytes())
    else:
        whole = load_label_map(mask)
        odd = np.where(whole.voxels == 2, 200, whole.voxels).astype(np.uint8)
        grey = Volume(odd, whole.geometry, mask.name, intensity="grey")
        save_now(grey, mask, overwrite=True)
    return dataset


@pytest.mark.parametrize(
    ("kind", "fault", "remedy"),
    [
        ("truncated", "cut short", "copy it again"),
        ("another patient", "grid", "same scan"),
        ("unknown values", "200", "save it with 1 for liver and 2 for tumour"),
    ],
)
def test_files_that_cannot_be_used(
    good: Path, tmp_path: Path, refused: Callable[..., str], kind: str, fault: str, remedy: str
) -> None:
    dataset = _spoilt(kind, good, tmp_path / "spoilt")
    mask = "segmentation-01.nii.gz"
    sentence = refused(
        *("evaluate", "--reference", good / mask, "--prediction", dataset / mask), naming=mask
    )
    assert fault in sentence
    assert remedy in sentence

    code, out, err = _run("check", dataset)
    assert (code, err) == (1, "")
    (line,) = (line for line in out.splitlines() if line.startswith("01:"))
    assert fault in line
    assert "1 sound, 1 with problems" in out

    refused("train", dataset, "--out", tmp_path / "run", naming="case 01")


def test_an_empty_folder(tmp_path: Path, refused: Callable[..., str]) -> None:
    (tmp_path / "nothing").mkdir()
    for command in (("check",), ("train", "--out", tmp_path / "run")):
        sentence = refused(*command, tmp_path / "nothing", naming="nothing is empty")
        assert "choose the folder that holds images and masks" in sentence


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained network."""
    path = tmp_path_factory.mktemp("run") / "model.safetensors"
    save_model(path, UNet(TINY.model), Passport(TINY.model, TINY, dict(DEFAULT_LABELS)))
    return path


def test_a_full_disk(
    good: Path,
    model: Path,
    tmp_path: Path,
    refused: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    scan = good / "volume-00.nii.gz"
    predict = ("predict", model, scan, "--out", tmp_path / "masks")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        for command, name in (
            (predict, "segmentation-00.nii.gz"),
            (("train", good, "--out", tmp_path / "run"), "run.json"),
            (("phantom", tmp_path / "new", "--size", "8,8,4"), "volume-00.nii.gz"),
        ):
            sentence = refused(*command, naming=name)
            assert "was not saved: the disk is full; make space" in sentence
    assert list((tmp_path / "masks").iterdir()) == []
    assert _run(*predict)[0] == 0


@linux
def test_a_folder_without_write_permission(
    good: Path, model: Path, tmp_path: Path, refused: Callable[..., str]
) -> None:
    scan, mask = good / "volume-00.nii.gz", good / "segmentation-00.nii.gz"
    for command in (
        ("predict", model, scan, "--out", LOCKED),
        ("train", good, "--out", LOCKED),
        ("phantom", LOCKED, "--cases", "1", "--size", "8,8,4"),
    ):
        assert "choose another folder" in refused(*command, naming=f"{LOCKED.name} cannot be made")
    scores = LOCKED.with_name("scores.csv")
    comparison = ("evaluate", "--reference", mask, "--prediction", mask)
    refused(*comparison, "--csv", scores, naming="scores.csv was not saved")
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    refused(*comparison, "--csv", in_the_way / "scores.csv", naming="its folder is a file")
    for folder in (in_the_way, in_the_way / "inner"):
        refused("predict", model, scan, "--out", folder, naming=f"{folder.name} cannot be made")
    assert _run("predict", model, scan, "--out", tmp_path / "masks")[0] == 0


def test_a_model_of_another_architecture(
    good: Path, model: Path, tmp_path: Path, refused: Callable[..., str]
) -> None:
    deeper = dataclasses.replace(TINY.model, depth=3)
    foreign = tmp_path / "foreign.safetensors"
    save_model(foreign, UNet(TINY.model), Passport(deeper, TINY, dict(DEFAULT_LABELS)))
    scan = good / "volume-00.nii.gz"
    sentence = refused(
        "predict", foreign, scan, "--out", tmp_path / "masks", naming="foreign.safetensors"
    )
    assert "holds other weights than its architecture has" in sentence
    sentence = refused("predict", scan, scan, "--out", tmp_path / "masks", naming=scan.name)
    assert "choose a model.safetensors from a run folder" in sentence
    assert _run("predict", model, scan, "--out", tmp_path / "masks")[0] == 0


def test_a_data_set_with_one_case(good: Path, tmp_path: Path, refused: Callable[..., str]) -> None:
    dataset = _copied(good, tmp_path / "lonely")
    for path in dataset.glob("*-01.nii.gz"):
        path.unlink()
    sentence = refused("train", dataset, "--out", tmp_path / "run", naming="only one patient (00)")
    assert "add a second patient" in sentence
    code, out, err = _run("check", dataset)
    assert (code, err) == (0, "")
    assert "lonely holds one case only; training needs a second patient" in out
