"""The alignment doctor names every pair that does not belong together, and no sound one."""

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from unet_core.alignment import (
    NO_LABEL,
    check,
    check_case,
    check_pair,
)
from unet_core.case_masks import label_mapping, load_case_mask
from unet_core.cases import Case, find_cases
from unet_core.errors import InputError
from unet_core.events import CaseChecked, CaseReport, Event, Loaded, Notice, Progress
from unet_core.io import save_now
from unet_core.phantom import make_case
from unet_core.volume import Geometry, LabelMap, Volume, label_for

SMALL = (64, 64, 12)


@pytest.fixture(scope="module")
def pair() -> tuple[Volume, LabelMap]:
    return make_case(1, size_xyz=SMALL, diameters_mm=(30.0,))


def _changed(label_map: LabelMap, voxels: NDArray[np.generic]) -> LabelMap:
    return replace(label_map, voxels=np.ascontiguousarray(voxels).astype(np.uint8))


def _save(folder: Path, name: str, volume: Volume, label_map: LabelMap) -> None:
    save_now(volume, folder / f"volume-{name}.nii.gz")
    save_now(label_map, folder / f"segmentation-{name}.nii.gz")


def _check(folder: Path, *, threshold_masks: bool = False) -> list[Event]:
    return list(check(folder, threshold_masks=threshold_masks, isolate=False))


def _reports(events: list[Event]) -> dict[str, CaseReport]:
    return {e.report.case_id: e.report for e in events if isinstance(e, CaseChecked)}


def _notices(events: list[Event]) -> str:
    return " ".join(e.text for e in events if isinstance(e, Notice))


# --- one pair --------------------------------------------------------------------------------


def test_a_sound_pair_has_no_problem_and_is_counted(pair: tuple[Volume, LabelMap]) -> None:
    volume, label_map = pair
    report = check_pair(volume, label_map, "00")
    assert report.problems == ()
    assert report.size_xyz == SMALL
    for value in (1, 2):
        inside = label_map.voxels == value
        assert report.label_voxels[value] == inside.sum()
        assert report.slices_with[value] == inside.any(axis=(1, 2)).sum()


def test_slices_are_counted_along_the_patient_not_along_the_file(
    pair: tuple[Volume, LabelMap],
) -> None:
    volume, label_map = pair
    x, y, z = volume.geometry.size_xyz
    turned = Geometry((z, x, y), direction=(0.0, 1, 0, 0, 0, 1, 1, 0, 0))
    rolled = replace(volume, voxels=volume.voxels.transpose(1, 2, 0), geometry=turned)
    mask = replace(label_map, voxels=label_map.voxels.transpose(1, 2, 0), geometry=turned)
    assert (
        check_pair(rolled, mask, "a").slices_with == check_pair(volume, label_map, "a").slices_with
    )


def _geometries() -> Iterator[tuple[str, Geometry]]:
    base = Geometry((8, 7, 6), (1.0, 1.0, 2.0), (-10.0, 20.0, 30.0))
    c, s = math.cos(0.1), math.sin(0.1)
    yield "size", replace(base, size_xyz=(8, 7, 5))
    yield "size", replace(base, size_xyz=(7, 8, 6))
    yield "spacing", replace(base, spacing_xyz_mm=(1.01, 1.0, 2.0))
    yield "spacing", replace(base, spacing_xyz_mm=(1.0, 1.0, 2.5))
    yield "origin", replace(base, origin_xyz_mm=(-10.0, 20.0, 32.0))
    yield "direction", replace(base, direction=(c, -s, 0.0, s, c, 0.0, 0.0, 0.0, 1.0))
    yield "direction", replace(base, direction=(-1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0))


@pytest.mark.hazard("G25")
@pytest.mark.parametrize(("word", "geometry"), list(_geometries()))
def test_each_difference_between_the_grids_is_a_problem(word: str, geometry: Geometry) -> None:
    """Seven differences, one by one."""
    base = Geometry((8, 7, 6), (1.0, 1.0, 2.0), (-10.0, 20.0, 30.0))
    volume = Volume(np.full(base.shape_zyx, 100, np.int16), base, "v")
    voxels = np.zeros(geometry.shape_zyx, np.uint8)
    voxels[2:4, 2:5, 2:5] = 1
    assert (
        check_pair(volume, LabelMap(np.zeros(base.shape_zyx, np.uint8), base, "m"), "a").problems
        == ()
    )
    problems = check_pair(volume, LabelMap(voxels, geometry, "m"), "a").problems
    assert len(problems) == 1
    assert "another grid" in problems[0]
    assert word in problems[0]


@pytest.mark.hazard("M2")
def test_a_value_without_meaning_is_a_problem(pair: tuple[Volume, LabelMap]) -> None:
    """More values than labels."""
    volume, label_map = pair
    voxels = label_map.voxels.copy()
    voxels[0, 0, 0] = 7
    assert "holds 7," in check_pair(volume, _changed(label_map, voxels), "a").problems[0]
    named = replace(label_map, voxels=voxels, labels={**label_map.labels, 7: label_for(7)})
    assert check_pair(volume, named, "a").problems == ()


@pytest.mark.hazard("M4")
def test_an_empty_mask_is_a_notice(pair: tuple[Volume, LabelMap]) -> None:
    volume, label_map = pair
    report = check_pair(volume, _changed(label_map, label_map.voxels * 0), "a")
    assert report.problems == ()
    assert report.notices == (NO_LABEL,)
    assert report.label_voxels == {}


@pytest.mark.hazard("M4")
def test_a_mask_without_background_is_noticed(pair: tuple[Volume, LabelMap]) -> None:
    """All ones."""
    volume, label_map = pair
    report = check_pair(volume, _changed(label_map, np.ones_like(label_map.voxels)), "a")
    assert "nothing is background" in report.notices[0]
    assert "air or lung" in report.problems[0]


@pytest.mark.parametrize(
    ("axis", "words"), [(2, "left to right"), (1, "front to back"), (0, "head to foot")]
)
def test_a_mirrored_mask_is_a_problem_that_says_which_way(
    pair: tuple[Volume, LabelMap], axis: int, words: str
) -> None:
    volume, label_map = pair
    report = check_pair(volume, _changed(label_map, np.flip(label_map.voxels, axis)), "a")
    assert "may not belong together" in report.problems[0]
    assert f"would fit if it were mirrored {words}" in report.problems[0]


def test_a_mask_moved_into_the_air_is_a_problem(pair: tuple[Volume, LabelMap]) -> None:
    volume, label_map = pair
    moved = np.roll(label_map.voxels, (-14, -14), axis=(1, 2))
    assert "air or lung" in check_pair(volume, _changed(label_map, moved), "a").problems[0]


def test_the_mask_of_another_patient_is_a_problem(pair: tuple[Volume, LabelMap]) -> None:
    """A stranger's liver of the same size, but lying elsewhere."""
    volume, label_map = pair
    stranger = np.roll(make_case(8, size_xyz=SMALL)[1].voxels, (2, 8), axis=(0, 2))
    problems = check_pair(volume, _changed(label_map, stranger), "a").problems
    assert "may not belong together" in problems[0]


@pytest.mark.parametrize(
    ("value", "intensity", "words"),
    [
        (-200, "HU", "median is -200 HU, which is no liver"),
        (300, "HU", "median is 300 HU"),
        (10, "grey", "median is 10 of 255"),
        (240, "grey", "median is 240 of 255"),
        (-10, "HU", ""),
        (60, "HU", ""),
        (120, "grey", ""),
    ],
)
def test_a_liver_is_as_bright_as_livers_are(value: int, intensity: str, words: str) -> None:
    grid = Geometry((8, 8, 9))
    volume = Volume(np.full((9, 8, 8), value, np.int16), grid, "v", intensity=intensity)
    label_map = LabelMap(np.zeros((9, 8, 8), np.uint8), grid, "m")
    label_map.voxels[2:7, 2:6, 2:6] = 1
    problems = check_pair(volume, label_map, "a").problems
    assert (words in problems[0]) if words else problems == ()


# --- a case from files -----------------------------------------------------------------------


def test_scan_and_mask_come_back_with_the_report(
    tmp_path: Path, pair: tuple[Volume, LabelMap]
) -> None:
    _save(tmp_path, "00", *pair)
    report, volume, label_map = check_case(find_cases(tmp_path).cases[0])
    assert report.problems == ()
    assert volume is not None
    assert label_map is not None
    np.testing.assert_array_equal(volume.voxels, pair[0].voxels)
    np.testing.assert_array_equal(label_map.voxels, pair[1].voxels)


@pytest.mark.hazard("T4")
def test_one_bad_case_is_named_and_the_others_are_checked(
    tmp_path: Path, pair: tuple[Volume, LabelMap]
) -> None:
    """A planted bad file."""
    for name in ("00", "01", "02", "03"):
        _save(tmp_path, name, *pair)
    mask = tmp_path / "segmentation-01.nii.gz"
    mask.write_bytes(mask.read_bytes()[:-40])
    (tmp_path / "volume-02.nii.gz").write_bytes(b"<html>not a scan</html>")
    (tmp_path / "segmentation-02.nii.gz").write_bytes(b"")
    reports = _reports(_check(tmp_path))
    assert list(reports) == ["00", "01", "02", "03"]
    assert reports["00"].problems == reports["03"].problems == ()
    assert "segmentation-01.nii.gz" in reports["01"].problems[0]
    assert reports["01"].size_xyz == SMALL
    assert [p.split()[0] for p in reports["02"].problems] == [
        "volume-02.nii.gz",
        "segmentation-02.nii.gz",
    ]
    assert str(tmp_path) not in str(reports)


@pytest.mark.hazard("M3")
def test_a_mask_with_interpolated_edges_is_a_problem(
    tmp_path: Path, pair: tuple[Volume, LabelMap]
) -> None:
    volume, label_map = pair
    save_now(volume, tmp_path / "volume-0.nii.gz")
    soft = (np.arange(label_map.voxels.size) % 5 / 4).astype(np.float32).reshape(SMALL[::-1])
    save_now(replace(volume, voxels=soft), tmp_path / "segmentation-0.nii.gz")
    assert "fractions" in _reports(_check(tmp_path))["0"].problems[0]


# --- a whole data set ------------------------------------------------------------------------


def _picture_pairs(folder: Path, masks: dict[str, NDArray[np.uint8]], suffix: str = "png") -> Path:
    for kind in ("images", "masks"):
        (folder / kind).mkdir()
    for name, mask in masks.items():
        Image.fromarray(mask).save(folder / "masks" / f"{name}.{suffix}", quality=80)
        image = np.full(mask.shape, 128, np.uint8)
        image[::2] += 4
        Image.fromarray(image).save(folder / "images" / f"{name}.png")
    return folder


def _square(value: int, inner: int = 0) -> NDArray[np.uint8]:
    mask = np.zeros((32, 32), np.uint8)
    mask[8:24, 8:24] = value
    if inner:
        mask[12:16, 12:16] = inner
    return mask


@pytest.mark.hazard("M2")
def test_grey_values_mean_the_same_in_every_mask_of_a_data_set(tmp_path: Path) -> None:
    """0/255 in one mask and 0/127/255 in another."""
    _picture_pairs(tmp_path, {"1_1": _square(255), "2_1": _square(127, 255), "3_1": _square(127)})
    cases = find_cases(tmp_path).cases
    mapping = label_mapping(cases, isolate=False)
    assert mapping == {0: 0, 127: 1, 255: 2}
    reports = _reports(_check(tmp_path))
    assert {name: set(r.label_voxels) for name, r in reports.items()} == {
        "1": {2},
        "2": {1, 2},
        "3": {1},
    }
    assert "read as 2 tumour" in reports["1"].notices[-1]
    alone = check_case(cases[0], isolate=False)[0]
    assert set(alone.label_voxels) == {1}  # what the mask would be taken for by itself


@pytest.mark.hazard("M2")
@pytest.mark.parametrize(("others", "value"), [(_square(127, 255), 2), (_square(255), 1)])
def test_one_case_is_opened_with_the_values_of_its_data_set(
    tmp_path: Path, others: NDArray[np.uint8], value: int
) -> None:
    """When one case alone is opened."""
    _picture_pairs(tmp_path, {"1_1": _square(255), "1_2": _square(0), "2_1": others})
    cases = find_cases(tmp_path).cases
    *progress, last = load_case_mask(cases[0].mask_paths, cases, isolate=False)
    assert isinstance(last, Loaded)
    assert set(np.unique(last.item.voxels)) == {0, value}
    assert any(isinstance(e, Progress) and e.text == "Reading label values" for e in progress)
    *_, alone = load_case_mask(cases[0].mask_paths, (), isolate=False)
    assert isinstance(alone, Loaded)
    assert set(np.unique(alone.item.voxels)) == {0, 1}


def test_masks_of_labels_need_no_mapping(tmp_path: Path) -> None:
    _picture_pairs(tmp_path, {"1_1": _square(1, 2), "2_1": _square(1)})
    assert label_mapping(find_cases(tmp_path).cases, isolate=False) is None


def test_only_0_and_255_is_one_label(tmp_path: Path) -> None:
    _picture_pairs(tmp_path, {"1_1": _square(255), "2_1": _square(0)})
    assert label_mapping(find_cases(tmp_path).cases, isolate=False) == {0: 0, 255: 1}


def test_label_numbers_and_grey_values_can_meet_in_one_data_set(tmp_path: Path) -> None:
    _picture_pairs(tmp_path, {"1_1": _square(1, 2), "2_1": _square(127, 255)})
    reports = _reports(_check(tmp_path))
    assert reports["1"].label_voxels == reports["2"].label_voxels == {1: 240, 2: 16}
    assert not reports["1"].problems + reports["2"].problems


@pytest.mark.hazard("M1", "M3")
def test_jpeg_masks_are_refused_with_the_remedy_and_cut_at_half_by_choice(tmp_path: Path) -> None:
    """JPEG makes grey edges."""
    ring = _square(255)
    ring[::3, ::5] = 90
    _picture_pairs(tmp_path, {"1_1": ring, "2_1": ring.T.copy()}, suffix="jpg")
    for report in _reports(_check(tmp_path)).values():
        assert '"threshold masks"' in report.problems[0]
    events = _check(tmp_path, threshold_masks=True)
    for report in _reports(events).values():
        assert report.problems == ()
        assert 150 < report.label_voxels[1] < 300
        assert any("cut at half" in notice for notice in report.notices)
    assert "2 of 2 masks had soft edges" in _notices(events)


@pytest.mark.hazard("M4")
def test_a_data_set_without_any_label_is_a_problem(tmp_path: Path) -> None:
    """Some empty masks are fine, only empty masks are not."""
    _picture_pairs(tmp_path, {"1_1": _square(0), "2_1": _square(0)})
    reports = _reports(_check(tmp_path))
    assert all("nothing to learn" in r.problems[0] for r in reports.values())
    Image.fromarray(_square(1)).save(tmp_path / "masks" / "2_1.png")
    events = _check(tmp_path)
    assert list(_reports(events)) == ["1", "2"]
    assert all(r.problems == () for r in _reports(events).values())


@pytest.mark.hazard("T6")
def test_the_same_scan_under_two_names_is_noticed(
    tmp_path: Path, pair: tuple[Volume, LabelMap]
) -> None:
    """Renamed copies, whatever they are packed in."""
    _save(tmp_path, "00", *pair)
    _save(tmp_path, "01", *make_case(3, size_xyz=SMALL, tumours=1))
    save_now(pair[0], tmp_path / "volume-02.nrrd")
    save_now(pair[1], tmp_path / "segmentation-02.nrrd")
    assert "00 and 02 hold the very same scan" in _notices(_check(tmp_path))


def test_what_has_no_partner_is_told_and_progress_ends_full(
    tmp_path: Path, pair: tuple[Volume, LabelMap]
) -> None:
    _save(tmp_path, "00", *pair)
    save_now(pair[0], tmp_path / "volume-01.nii.gz")
    events = _check(tmp_path)
    assert "volume-01.nii.gz" in _notices(events)
    assert events[-1] == Progress(1, 1, "All cases are checked")
    with pytest.raises(InputError, match="does not exist"):
        _check(tmp_path / "nowhere")


# --- real data -------------------------------------------------------------------------------


@pytest.mark.real_data
@pytest.mark.parametrize("number", range(6))
def test_real_livers_are_sound_and_their_mirror_images_are_not(
    real_data: Path, number: int
) -> None:
    case = find_cases(real_data / "lits").cases[number]
    report, volume, label_map = check_case(case, isolate=False)
    assert report.problems == ()
    assert report.label_voxels[2] == (2591, 6983, 14131, 2793, 1515249, 540)[number]
    assert volume is not None
    assert label_map is not None
    mirrored = _changed(label_map, label_map.voxels[:, :, ::-1])
    assert "may not belong together" in check_pair(volume, mirrored, "x").problems[0]


@pytest.mark.real_data
def test_real_ct_in_hu_is_sound(real_data: Path) -> None:
    reports = _reports(_check(real_data / "ct"))
    assert {name: r.problems for name, r in reports.items()} == {
        "chaos": (),
        "totalseg3mm": (),
        "totalsegdicom20": (),
    }


@pytest.mark.real_data
def test_real_pictures_hold_liver_127_and_tumour_255(real_data: Path) -> None:
    assert label_mapping(find_cases(real_data / "png").cases) == {0: 0, 127: 1, 255: 2}
    reports = _reports(_check(real_data / "png"))
    assert {name: dict(r.label_voxels) for name, r in reports.items()} == {
        "0": {1: 549266, 2: 2591},
        "1": {1: 643771, 2: 6983},
    }
    assert not any(r.problems for r in reports.values())


@pytest.mark.real_data
def test_real_jpeg_masks_are_a_problem_until_they_are_cut(real_data: Path) -> None:
    cases: tuple[Case, ...] = find_cases(real_data / "jpg").cases
    for case in cases:
        assert '"threshold masks"' in check_case(case, isolate=False)[0].problems[0]
    reports = _reports(_check(real_data / "jpg", threshold_masks=True))
    assert [r.problems for r in reports.values()] == [()] * 40
