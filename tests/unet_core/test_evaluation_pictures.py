"""Pictures in the report of an evaluation: the right slices, of the files that were compared."""

import base64
import dataclasses
import io
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.unet_core.conftest import of
from unet_core import cli
from unet_core.evaluation.folders import Options, evaluate_paths
from unet_core.evaluation.persons import regrouped
from unet_core.evaluation.scoring import laid_on, score_case
from unet_core.events import Evaluated, Event, Saved, Skipped, Summarised
from unet_core.io import save_now
from unet_core.report import slice_pictures
from unet_core.report.evaluation_looking import NO_SCANS, NOT_READ, Pictured, look_at_cases
from unet_core.report.evaluation_report import write_evaluated
from unet_core.report.privacy import Pseudonyms
from unet_core.report.slice_pictures import PREDICTION_RGB, REFERENCE_RGB, SHADOW
from unet_core.scores import NO_SOURCES
from unet_core.volume import Geometry, LabelMap, Volume

OUTLINES = (REFERENCE_RGB, PREDICTION_RGB)
NAMES = ("Erika_M", "Max_M", "Otto_K", "Zoe_L")
GEOMETRY = Geometry((40, 40, 24), (1.0, 1.0, 3.0), (-20.0, -20.0, 5.0))
SHIFTS = dict(zip(NAMES, (1, 6, 3, 2), strict=True))
"""Of the predictions, in pixels: the larger the worse."""


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are packed in a tenth of the time."""
    monkeypatch.setattr(slice_pictures, "_SIDE", 120)


def _labels(shift: int = 0) -> NDArray[np.uint8]:
    """A liver with one tumour, moved."""
    y, x = np.mgrid[:40, :40]
    labels = np.zeros((24, 40, 40), np.uint8)
    labels[2:22][np.broadcast_to((y - 20) ** 2 + (x - 18 - shift) ** 2 < 144, (20, 40, 40))] = 1
    labels[4:20][np.broadcast_to((y - 20) ** 2 + (x - 18 - shift) ** 2 < 25, (16, 40, 40))] = 2
    return labels


def _scan(geometry: Geometry = GEOMETRY, brighter: int = 0) -> Volume:
    voxels = np.array([-50, 110, 50], np.int16)[_labels()]
    voxels[:, 2:38, 2:38] += 20 + brighter
    return Volume(voxels, geometry, "scan")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    """References, predictions and scans of four patients, under their names."""
    made = (tmp_path / "ref", tmp_path / "pred", tmp_path / "Klinik_Sommerfeld")
    for folder in made:
        folder.mkdir()
    for name in NAMES:
        save_now(LabelMap(_labels(), GEOMETRY, name), made[0] / f"{name}.nii.gz")
        guess = LabelMap(_labels(SHIFTS[name]), GEOMETRY, name)
        save_now(guess, made[1] / f"{name}.nii.gz")
        save_now(_scan(brighter=SHIFTS[name]), made[2] / f"{name}.nii.gz")
    return made


def _compared(reference: Path, prediction: Path, images: Path | None) -> list[Evaluated]:
    return of(Evaluated, evaluate_paths(reference, prediction, Options(images)))


def _looked(cases: list[Evaluated], *, with_scans: bool = True) -> Pictured:
    names = Pseudonyms([case.case_id for case in cases])
    found: list[Pictured] = []

    def run() -> Iterator[Event]:
        found.append((yield from look_at_cases(cases, names, patience_s=60, with_scans=with_scans)))

    list(run())
    return found[0]


def _pixels(png: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def _is_black_but_for_outlines(png: bytes) -> bool:
    """And for the shadow of what is marked; a scan is brighter than that."""
    pixels = _pixels(png).reshape(-1, 3).astype(int)
    is_outline = np.any([(pixels == rgb).all(axis=1) for rgb in OUTLINES], axis=0)
    rest = pixels[~is_outline]
    return bool((np.ptp(rest, axis=1) == 0).all()) and int(rest.max()) <= SHADOW + 8


# --- which cases and slices ---------------------------------------------------------------------


def test_the_weakest_the_middle_and_the_strongest_case_are_shown(
    folders: tuple[Path, Path, Path],
) -> None:
    seen = _looked(_compared(*folders))
    assert [(one.case_id, one.place) for one in seen.cases] == [
        ("Max_M", "weakest"),
        ("Zoe_L", "in the middle"),
        ("Erika_M", "strongest"),
    ]
    assert seen.gaps == ()
    for case in seen.cases:
        assert {(one.region, one.kind) for one in case.slices} == {
            (region, kind) for region in ("liver", "tumour") for kind in ("worst", "best")
        }
        picture = _pixels(case.slices[0].png)
        for rgb in OUTLINES:
            assert (picture == rgb).all(axis=2).any()
        assert not _is_black_but_for_outlines(case.slices[0].png)
    shifted = _labels(6) > 0
    z = seen.cases[0].slices[0].index
    both = 2 * ((_labels() > 0)[z] & shifted[z]).sum() / ((_labels() > 0)[z].sum() * 2)
    assert seen.cases[0].slices[0].dice == pytest.approx(both)


def test_the_report_has_them_without_a_name(
    folders: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    (folders[1] / "Otto_K.nii.gz").unlink()
    events = list(evaluate_paths(folders[0], folders[1], Options(folders[2])))
    (told,) = of(Summarised, events)
    target = tmp_path / "out.html"
    made = write_evaluated(of(Evaluated, events), told.summary, of(Skipped, events), target)
    assert of(Saved, made)
    page = target.read_text()
    shown = page.partition("</style>")[2].lower()
    for hidden in (*NAMES, "Erika", "Max", "Otto", "Sommerfeld", "Klinik"):
        assert hidden.lower() not in re.sub('base64,[^"]+', "", shown), hidden
    assert "Case 2 (weakest), tumour: slices of lowest and highest Dice." in page
    assert "The reference [file of Case 3] has no prediction and is not scored." in page
    pictures = re.findall(r"data:image/png;base64,([^\"]+)", page)
    assert len(pictures) >= 12
    kinds = set(re.findall(rb"IHDR|IDAT|IEND|tEXt|iTXt|eXIf", base64.b64decode(pictures[0])))
    assert kinds == {b"IHDR", b"IDAT", b"IEND"}


def test_two_readers_are_called_readers(folders: tuple[Path, Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    options = ["--reference", str(folders[0]), "--prediction", str(folders[1]), "--raters"]
    assert cli.run(["evaluate", *options, "--report", str(target)]) == 0
    page = target.read_text()
    assert "First reader blue, second reader amber" in page
    assert "in the reference" not in page.partition("Best and worst slices")[2]
    assert NO_SCANS in page


# --- what stands in the way ---------------------------------------------------------------------


def test_without_scans_outlines_are_drawn_on_black_and_that_is_said(
    folders: tuple[Path, Path, Path],
) -> None:
    seen = _looked(_compared(folders[0], folders[1], None))
    assert seen.gaps == (NO_SCANS,)
    assert all(_is_black_but_for_outlines(one.png) for one in seen.cases[0].slices)
    unread = _looked(_compared(*folders), with_scans=False)
    assert unread.gaps == (NOT_READ,)
    assert all(_is_black_but_for_outlines(one.png) for one in unread.cases[0].slices)


def test_a_scan_that_does_not_fit_is_named_and_the_outlines_are_shown(
    folders: tuple[Path, Path, Path],
) -> None:
    moved = dataclasses.replace(GEOMETRY, origin_xyz_mm=(0.0, 0.0, 90.0))
    save_now(_scan(moved), folders[2] / "Max_M.nii.gz", overwrite=True)
    (folders[2] / "Erika_M.nii.gz").write_bytes(b"no scan")
    seen = _looked(_compared(*folders))
    assert [one.case_id for one in seen.cases] == ["Max_M", "Zoe_L", "Erika_M"]
    other_grid, unreadable = seen.gaps
    assert other_grid.startswith("The scan of Case 2 could not be used")
    assert "it lies on another grid than the reference (origin" in other_grid
    assert "Case 1" in unreadable
    assert _is_black_but_for_outlines(seen.cases[0].slices[0].png)
    assert not _is_black_but_for_outlines(seen.cases[1].slices[0].png)


def test_masks_that_changed_since_are_not_shown_as_what_was_compared(
    folders: tuple[Path, Path, Path],
) -> None:
    cases = _compared(*folders)
    save_now(LabelMap(_labels(2), GEOMETRY, "x"), folders[1] / "Max_M.nii.gz", overwrite=True)
    (folders[0] / "Zoe_L.nii.gz").unlink()
    seen = _looked(cases)
    assert [one.case_id for one in seen.cases] == ["Erika_M"]
    changed, gone = seen.gaps
    assert "Case 2 has no pictures: its masks are no longer those that were compared." in changed
    assert gone.startswith("Case 4 has no pictures: ")
    assert "Zoe" not in gone


def test_grey_values_mean_in_pictures_what_they_meant_when_compared(tmp_path: Path) -> None:
    """M2: a mask of 0 and 255 alone is tumour here, for other masks of the set hold 127."""
    for side in ("ref", "pred"):
        for name, greys in (("a", [0, 127, 255]), ("b", [0, 0, 255])):
            folder = tmp_path / side
            folder.mkdir(exist_ok=True)
            drawn = np.array(greys, np.uint8)[_labels(side == "pred")]
            for z in (5, 6):
                Image.fromarray(drawn[z]).save(folder / f"{name}_{z}.png")
    cases = _compared(tmp_path / "ref", tmp_path / "pred", None)
    assert {score.region.name for case in cases for score in case.scores} == {"liver", "tumour"}
    seen = _looked(cases)
    assert seen.gaps == (NO_SCANS,)
    assert {one.region for case in seen.cases for one in case.slices} == {"liver", "tumour"}
    assert not any(one.is_placed for case in seen.cases for one in case.slices)


def test_an_evaluation_without_files_has_no_pictures_and_no_fault() -> None:
    mask = LabelMap(_labels(), GEOMETRY, "mask")
    case = score_case(mask, mask, "only")
    assert case.sources == NO_SOURCES
    assert _looked([case]).gaps == ("Case 1 has no pictures: its masks do not lie in files.",)


# --- where the scan lies ------------------------------------------------------------------------


@pytest.mark.hazard("G25")
def test_a_scan_that_says_nothing_of_the_patient_lies_as_its_masks_do() -> None:
    """Contrasts would else be measured in a mirrored scan without a word."""
    unplaced = dataclasses.replace(GEOMETRY, has_orientation=False)
    turned = dataclasses.replace(GEOMETRY, direction=(-1.0, 0, 0, 0, 1.0, 0, 0, 0, 1.0))
    labels = _labels()
    labels[:, :, 20:][labels[:, :, 20:] == 2] = 1  # the tumour lies on one side
    voxels = np.array([-50, 110, 50], np.int16)[labels]
    truth = LabelMap(labels, unplaced, "truth")
    guess = LabelMap(labels, turned, "guess")
    scan = Volume(voxels, unplaced, "scan")
    tumour = score_case(truth, guess, "a", scan).scores[1]
    assert [round(one.contrast_hu or 0) for one in tumour.lesions] == [-60]
    assert laid_on(scan, turned).canonical[10, 20, 20] == voxels[10, 20, 19]


# --- persons ------------------------------------------------------------------------------------


def test_cases_told_to_be_of_one_person_take_all_along_who_were_known_to_be() -> None:
    cases = [Evaluated(name, (), person=who) for name, who in ("aP", "bP", "cc", "dd")]
    told = regrouped(cases, "b,c; d,gone")
    assert [case.person for case in told] == ["P", "P", "P", "d"]
    assert [case.person for case in regrouped(cases, "")] == ["P", "P", "c", "d"]
