"""Repairs are shown first, made as new files, recorded, and never touch an original."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from unet_core import repair
from unet_core.alignment import check_case, picture_of
from unet_core.cases import find_cases
from unet_core.errors import InputError
from unet_core.events import Event, Repaired, RepairShown
from unet_core.io import load_label_map, save_now
from unet_core.label_evidence import rim_pixels
from unet_core.overlay_picture import fullest_slice, side_by_side, slice_picture
from unet_core.phantom import make_case
from unet_core.repair_audit import repair_notices
from unet_core.repair_steps import (
    STEPS,
    copy_header,
    leave_out,
    mirror,
    nearest_on,
    read_values,
    remap,
    repaired,
    resample,
    threshold,
)
from unet_core.volume import Geometry, LabelMap, Volume

SIZE = (64, 64, 16)
QUIET = repair.Reading(isolate=False)
Pair = tuple[Volume, LabelMap]


@pytest.fixture(scope="module")
def pair() -> Pair:
    return make_case(1, size_xyz=SIZE, diameters_mm=(30.0,))


@pytest.fixture
def dataset(tmp_path: Path, pair: Pair) -> Path:
    """Three cases: 00 sound, 01 with its slices reversed, 02 with a scan cut short."""
    folder = tmp_path / "data"
    folder.mkdir()
    volume, label_map = pair
    for name, voxels in (("00", label_map.voxels), ("01", label_map.voxels[::-1].copy())):
        save_now(volume, folder / f"volume-{name}.nii.gz")
        save_now(replace(label_map, voxels=voxels), folder / f"segmentation-{name}.nii.gz")
    save_now(label_map, folder / "segmentation-02.nii.gz")
    whole = (folder / "volume-00.nii.gz").read_bytes()
    (folder / "volume-02.nii.gz").write_bytes(whole[: len(whole) // 2])
    return folder


def _state(folder: Path) -> dict[str, tuple[int, str]]:
    return {
        p.name: (p.stat().st_mtime_ns, hashlib.sha256(p.read_bytes()).hexdigest())
        for p in folder.rglob("*")
        if p.is_file()
    }


def _made(events: Iterable[Event]) -> dict[str, Repaired]:
    return {event.case_id: event for event in events if isinstance(event, Repaired)}


def _proposed(folder: Path) -> dict[str, repair.Repair]:
    reports = [check_case(case, isolate=False)[0] for case in find_cases(folder).cases]
    return {r.case_id: r.repairs[0] for r in reports if r.repairs}


# --- steps -----------------------------------------------------------------------------------


@pytest.mark.hazard("G25")
def test_nearest_on_agrees_with_simpleitk(pair: Pair) -> None:
    import SimpleITK as sitk

    label_map = pair[1]
    own = label_map.geometry
    c, s = np.cos(0.2), np.sin(0.2)
    target = Geometry(
        (50, 40, 20),
        (own.spacing_xyz_mm[0] * 1.3, own.spacing_xyz_mm[1] * 0.9, 2.7),
        own.point((1.3, 5.2, 3.1)),
        (float(c), float(-s), 0.0, float(s), float(c), 0.0, 0.0, 0.0, 1.0),
    )
    image = sitk.GetImageFromArray(label_map.voxels)
    image.SetSpacing(own.spacing_xyz_mm)
    image.SetOrigin(own.origin_xyz_mm)
    image.SetDirection(own.direction)
    theirs = sitk.GetArrayFromImage(
        sitk.Resample(
            image,
            target.size_xyz,
            sitk.Transform(),
            sitk.sitkNearestNeighbor,
            target.origin_xyz_mm,
            target.spacing_xyz_mm,
            target.direction,
            0,
            sitk.sitkUInt8,
        )
    )
    ours = nearest_on(target, label_map)
    assert ours.any()
    assert (ours != theirs).mean() < 1e-4  # voxels just between two, by rounding


def test_steps_leave_the_mask_they_are_given_as_it_is(pair: Pair) -> None:
    volume, label_map = pair
    before = label_map.voxels.copy()
    repairs = [mirror("xz", "r"), remap({1: 2, 2: 1}, "r"), copy_header("r"), resample("r")]
    assert {step.kind for r in repairs for step in r.steps} == set(STEPS)
    for one in repairs:
        assert repaired(volume, label_map, one).notices == (f"The mask was repaired: {one.title}.",)
    np.testing.assert_array_equal(label_map.voxels, before)
    twice = repaired(volume, repaired(volume, label_map, repairs[1]), repairs[1])
    np.testing.assert_array_equal(twice.voxels, before)


# --- showing ---------------------------------------------------------------------------------


def test_a_repair_is_shown_before_and_after_and_writes_nothing(dataset: Path) -> None:
    before = _state(dataset)
    case = find_cases(dataset).cases[1]
    *_, shown = repair.preview(case, _proposed(dataset)["01"], QUIET)
    assert isinstance(shown, RepairShown)
    assert "reverse order" in shown.before.verdict
    assert shown.after is not None
    assert shown.after.problems == ()
    assert shown.after.evidence["fit"] > 3 * shown.before.evidence["fit"]
    assert shown.picture is not None
    assert shown.picture.shape == (512, 2 * 512 + 8, 3)
    left, right = shown.picture[:, :512], shown.picture[:, 520:]
    assert (left != right).any()
    assert _state(dataset) == before


def test_a_picture_outlines_each_label_in_its_colour(pair: Pair) -> None:
    volume, label_map = pair
    index = fullest_slice(label_map.canonical)
    picture = slice_picture(volume, label_map, index)
    assert picture.shape == (512, 512, 3)
    plain = slice_picture(volume, None, index)
    for label in label_map.labels.values():
        colour = [int(label.colour[i : i + 2], 16) for i in (1, 3, 5)]
        drawn = (picture == colour).all(axis=2)
        has_it = (label_map.canonical[index] == label.value).any()
        assert drawn.any() == has_it
    assert (picture == plain).all(axis=2).mean() > 0.9
    assert side_by_side(picture, plain[:100]).shape == (512, 1032, 3)
    other = replace(label_map, voxels=label_map.voxels[:-1])
    np.testing.assert_array_equal(slice_picture(volume, other, index), plain)
    assert rim_pixels(512) == 6


def test_without_a_scan_there_is_no_picture(dataset: Path) -> None:
    report, volume, label_map = check_case(find_cases(dataset).cases[2], isolate=False)
    assert volume is None
    assert picture_of(report, volume, label_map) is None


# --- making ----------------------------------------------------------------------------------


@pytest.mark.hazard("T4", "X4")
def test_a_repaired_data_set_is_new_recorded_and_says_so(
    dataset: Path, tmp_path: Path, pair: Pair
) -> None:
    before = _state(dataset)
    out = tmp_path / "out"
    chosen = _proposed(dataset)
    assert chosen["02"].title == "Leave this case out"
    made = _made(repair.write_repaired(dataset, out, chosen, isolate=False))
    assert _state(dataset) == before
    assert made["02"].mask is None
    found = find_cases(out)
    assert [case.case_id for case in found.cases] == ["00", "01"]
    for case in found.cases:
        report, _, label_map = check_case(case, isolate=False)
        assert report.problems == ()
        assert label_map is not None
        np.testing.assert_array_equal(label_map.voxels, pair[1].voxels)
    notice = next(text for text in found.notices if "repaired by Slicewise" in text)
    assert "Reverse the slices (01)" in notice
    assert repair_notices(out / "pairs.csv") == repair_notices(out) == (notice,)
    record = json.loads((out / "repairs" / "01.json").read_text())
    assert record["what"] == "Reverse the slices"
    assert record["steps"] == [{"kind": "flip", "axis": "z"}]
    assert record["sources"] == [
        {"name": "segmentation-01.nii.gz", "sha256": before["segmentation-01.nii.gz"][1]}
    ]
    assert made["01"].mask is not None
    result = hashlib.sha256(made["01"].mask.read_bytes()).hexdigest()
    assert record["results"] == [{"name": "01.nii.gz", "sha256": result}]
    assert record["after"]["evidence"]["fit"] > record["before"]["evidence"]["fit"]
    assert record["versions"]["slicewise"]
    assert str(tmp_path) not in (out / "repairs" / "01.json").read_text()


def test_a_damaged_record_is_told_too(tmp_path: Path) -> None:
    (tmp_path / "repairs").mkdir()
    (tmp_path / "repairs" / "7.json").write_text("{")
    assert "damaged (7)" in repair_notices(tmp_path)[0]
    assert repair_notices(tmp_path / "repairs") == ()


@pytest.mark.hazard("X3")
def test_the_new_folder_must_be_new_and_elsewhere(dataset: Path, tmp_path: Path) -> None:
    before = _state(dataset)
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("keep")
    for out, words in ((dataset, "originals"), (dataset / "new", "originals"), (full, "not empty")):
        with pytest.raises(InputError, match=words):
            list(repair.write_repaired(dataset, out, {}, isolate=False))
    assert _state(dataset) == before
    assert (full / "mine.txt").read_text() == "keep"


def test_when_every_case_is_left_out_there_is_no_data_set(dataset: Path, tmp_path: Path) -> None:
    chosen = {name: leave_out("r") for name in ("00", "01", "02")}
    with pytest.raises(InputError, match="keeps no case"):
        list(repair.write_repaired(dataset, tmp_path / "out", chosen, isolate=False))
    assert not (tmp_path / "out" / "pairs.csv").exists()


def _pictures(folder: Path, masks: dict[str, np.ndarray]) -> Path:
    for kind in ("images", "masks"):
        (folder / kind).mkdir(parents=True)
    smooth = np.hypot(*np.mgrid[-32:32, -32:32])
    for name, mask in masks.items():
        Image.fromarray(np.clip(250 - 5 * smooth, 0, 255).astype(np.uint8)).save(
            folder / "images" / f"{name}.png"
        )
        Image.fromarray(mask).save(folder / "masks" / f"{name}.png")
    return folder


@pytest.mark.hazard("M2")
def test_grey_values_become_label_numbers_in_every_mask(tmp_path: Path) -> None:
    """A mask of 0 and 255 alone would change its meaning if the others were written anew."""
    distance = np.hypot(*np.mgrid[-32:32, -32:32])
    both = np.where(distance < 6, 255, np.where(distance < 15, 127, 0)).astype(np.uint8)
    white = np.where(distance < 8, 255, 0).astype(np.uint8)
    data = _pictures(tmp_path / "data", {"1_1": both, "1_2": both, "2_1": white})
    out = tmp_path / "out"
    made = _made(repair.write_repaired(data, out, {}, isolate=False))
    assert set(made) == {"1", "2"}
    values = {
        case.case_id: set(np.unique(load_label_map(case.mask_paths, isolate=False).voxels))
        for case in find_cases(out).cases
    }
    assert values == {"1": {0, 1, 2}, "2": {0, 2}}


@pytest.mark.hazard("M2", "M3")
@pytest.mark.parametrize(
    ("values", "title"),
    [([0, 100], "Read 100 to 1"), ([0, 80, 200], "Read 80 to 1, 200 to 2"), (None, "Cut soft")],
)
def test_odd_values_are_refused_with_a_way_to_read_them(
    tmp_path: Path, values: list[int] | None, title: str
) -> None:
    distance = np.hypot(*np.mgrid[-32:32, -32:32])
    if values is None:
        mask = np.clip(400 - 20 * distance, 0, 255).astype(np.uint8)
    else:
        mask = np.zeros((64, 64), np.uint8)
        for rank, value in enumerate(values[1:]):
            mask[distance < 16 - 8 * rank] = value + 50 * (value == 100)
    data = _pictures(tmp_path / "data", {"1_1": mask, "2_1": mask})
    chosen = _proposed(data)
    assert chosen["1"].title.startswith(title.replace("100", "150"))
    made = _made(repair.write_repaired(data, tmp_path / "out", chosen, isolate=False))
    assert made["1"].after is not None
    expected = [1] if values is None else list(range(1, len(values)))
    assert list(made["1"].after.label_voxels) == expected
    assert threshold("r").steps[0].kind == "threshold"
    assert read_values({5: 1}, "r").title == "Read 5 to 1"


def test_names_of_cases_become_names_of_files() -> None:
    assert repair.file_name("../a b/..") == "a_b"
    assert repair.file_name("///") == "case"
