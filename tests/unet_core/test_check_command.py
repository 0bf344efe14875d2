"""``unet-core check``: verdicts, pictures, and repairs only where somebody agreed."""

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from unet_core.cli import run
from unet_core.io import save_now
from unet_core.phantom import make_case


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two cases, never changed: 00 sound, 01 mirrored left to right."""
    folder = tmp_path_factory.mktemp("data")
    for name, flip in (("00", 1), ("01", -1)):
        volume, label_map = make_case(int(name) + 1, size_xyz=(64, 64, 12), diameters_mm=(30.0,))
        save_now(volume, folder / f"volume-{name}.nii.gz")
        mask = replace(label_map, voxels=label_map.voxels[:, :, ::flip].copy())
        save_now(mask, folder / f"segmentation-{name}.nii.gz")
    return folder


def _run(*arguments: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run([str(a) for a in arguments], out, err)
    return code, out.getvalue(), err.getvalue()


def _json(*arguments: str | Path) -> tuple[int, Any]:
    code, out, err = _run(*arguments, "--json")
    assert err == ""
    return code, json.loads(out)


@pytest.mark.hazard("G25")
def test_verdicts_repairs_and_pictures(dataset: Path, tmp_path: Path) -> None:
    shots = tmp_path / "shots"
    code, told = _json("check", dataset, "--pictures", shots)
    assert code == 1
    sound, mirrored = told["cases"]
    assert sound["verdict"].startswith("Sound")
    assert sound["spacing_xyz_mm"]
    assert "mirrored left to right" in mirrored["verdict"]
    assert mirrored["repairs"][0]["steps"] == [{"kind": "flip", "axis": "x"}]
    assert sorted(p.name for p in shots.iterdir()) == ["00.png", "01.png"]
    with Image.open(shots / "01.png") as picture:
        assert picture.size == (512, 512)


@pytest.mark.hazard("G25", "T4")
def test_repairs_are_listed_and_made_only_when_agreed_to(dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, text, _ = _run("check", dataset, "--repair", out)
    assert code == 1
    assert "Proposed for 01: Mirror left to right." in text
    assert "add --yes" in text
    assert not out.exists()
    code, text, _ = _run("check", dataset, "--repair", out, "--yes")
    assert code == 0
    assert "01: Mirror left to right, fit" in text
    code, text, _ = _run("check", out)
    assert code == 0
    assert "repaired by Slicewise" in text


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("\n", 1), ("", 1)])
def test_on_a_terminal_each_case_is_asked_for(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    keyboard = io.StringIO(answer)
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", keyboard)
    out = tmp_path / "out"
    found, _, err = _run("check", dataset, "--repair", out)
    assert found == code
    assert "01: Mirror left to right? [y/N]" in err
    assert out.exists() == (code == 0)


def test_only_the_named_cases_are_repaired(dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert _run("check", dataset, "--repair", out, "--yes", "--only", "00")[0] == 1
    assert not out.exists()
    code, told = _json("check", dataset, "--repair", out, "--yes", "--only", "01")
    assert code == 0
    assert [event["case"] for event in told["repaired"]] == ["01"]
    assert told["repaired"][0]["mask"] == "01.nii.gz"


def test_what_values_stand_for_can_be_said(dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    code, told = _json(
        "check", dataset, "--repair", out, "--yes", "--map", "1=2,2=1", "--only", "00"
    )
    assert code == 1  # the liver now lies in the tumour, and 01 is as it was
    assert "exchanged" in told["repaired"][0]["after"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--yes",), "add --repair OUT"),
        (("--repair", "OUT", "--only", "77"), "77"),
        (("--repair", "OUT", "--map", "1-2"), "OLD=NEW"),
        (("--repair", "OUT", "--map", "1=900"), "0 to 255"),
    ],
)
def test_what_contradicts_itself_is_refused(
    dataset: Path, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    out = str(tmp_path / "out")
    code, _, err = _run("check", dataset, *(out if a == "OUT" else a for a in arguments))
    assert code == 2
    assert words in err
    assert not Path(out).exists()


def test_nothing_to_check_is_bad_input(tmp_path: Path) -> None:
    code, _, err = _run("check", tmp_path / "nowhere")
    assert code == 2
    assert "does not exist" in err
