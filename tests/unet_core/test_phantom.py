"""The phantom: exact, repeatable, believable, and written so that it reads back the same."""

import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from unet_core.alignment import check
from unet_core.case_masks import label_mapping
from unet_core.cases import find_cases
from unet_core.errors import InputError
from unet_core.events import CaseChecked, CaseReport, Progress
from unet_core.io import load_label_map, load_volume
from unet_core.phantom import FileFormat, make_case, write_cohort
from unet_core.phantom.cohort import _patient
from unet_core.volume import IDENTITY, LabelMap, Volume

SMALL = (64, 64, 12)
TINY = (32, 32, 8)


@pytest.fixture(scope="module")
def case() -> tuple[Volume, LabelMap]:
    return make_case(3, size_xyz=(96, 96, 24), diameters_mm=(40.0, 18.0))


def test_the_same_seed_gives_the_same_patient_and_another_seed_another() -> None:
    (first, mask), (second, same_mask) = make_case(5, size_xyz=SMALL), make_case(5, size_xyz=SMALL)
    other, _ = make_case(6, size_xyz=SMALL)
    np.testing.assert_array_equal(first.voxels, second.voxels)
    np.testing.assert_array_equal(mask.voxels, same_mask.voxels)
    assert first.geometry == second.geometry
    assert np.abs(first.voxels.astype(int) - other.voxels).mean() > 50
    assert first.geometry.spacing_xyz_mm != other.geometry.spacing_xyz_mm


def test_scan_and_mask_lie_on_one_unrotated_grid_away_from_the_origin(
    case: tuple[Volume, LabelMap],
) -> None:
    volume, label_map = case
    assert volume.voxels.shape == label_map.voxels.shape == (24, 96, 96)
    assert volume.voxels.dtype == np.int16
    assert label_map.voxels.dtype == np.uint8
    assert volume.geometry == label_map.geometry
    assert volume.geometry.direction == IDENTITY
    assert all(abs(v) > 10 for v in volume.geometry.origin_xyz_mm)
    assert volume.intensity == "HU"


def test_the_patient_lies_on_the_back_with_the_liver_on_the_right(
    case: tuple[Volume, LabelMap],
) -> None:
    volume, label_map = case
    x = np.nonzero(label_map.voxels)[2]
    assert x.mean() < 0.45 * 96  # x runs to the patient's left
    bone = np.argwhere(volume.voxels[2:6, :, 40:56] > 330)
    assert bone[:, 1].mean() > 60  # y runs to the back, where the spine is
    lung = (volume.voxels < -700) & (volume.voxels > -980)
    inside_body = lung[:, 30:60, 20:76].sum(axis=(1, 2))
    assert inside_body[-4:].mean() > 10 * max(1, inside_body[:6].mean())  # z runs to the head


def test_tissues_have_their_brightness(case: tuple[Volume, LabelMap]) -> None:
    volume, label_map = case
    liver = volume.voxels[label_map.voxels == 1]
    assert 80 < np.median(liver) < 130
    assert 8 < volume.voxels[label_map.voxels == 1].std() < 35
    assert volume.voxels[:, :3].mean() == pytest.approx(-1000, abs=15)
    values = volume.voxels
    for low, high in ((-900, -800), (-120, -90), (40, 70), (300, 700)):
        assert ((values > low) & (values < high)).mean() > 0.003, (low, high)


@pytest.mark.parametrize("diameter", [6.0, 20.0, 55.0])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_tumour_has_the_volume_and_contrast_asked_for(seed: int, diameter: float) -> None:
    volume, label_map = make_case(seed, size_xyz=(128, 128, 64), diameters_mm=(diameter,))
    plain, liver_only = make_case(seed, size_xyz=(128, 128, 64), diameters_mm=())
    tumour = label_map.voxels == 2
    voxel_ml = volume.geometry.voxel_ml
    assert voxel_ml is not None
    ball_ml = np.pi / 6 * diameter**3 / 1000
    assert tumour.sum() * voxel_ml == pytest.approx(ball_ml, abs=0.51 * voxel_ml + 0.02 * ball_ml)
    # the mask is exact: without its tumours the liver is what it was, tumours lie inside it
    np.testing.assert_array_equal(label_map.voxels > 0, liver_only.voxels > 0)
    contrast = volume.voxels[tumour].mean() - plain.voxels[tumour].mean()
    assert 8 < abs(contrast) < 75


def test_the_number_of_tumours_is_the_number_asked_for() -> None:
    assert not (make_case(4, size_xyz=SMALL, tumours=0)[1].voxels == 2).any()
    diameters = (14.0, 12.0, 12.0)
    _, label_map = make_case(4, size_xyz=(128, 128, 48), diameters_mm=diameters)
    assert ndimage.label(label_map.voxels == 2)[1] == 3


def test_people_differ_in_size_liver_and_brightness() -> None:
    volumes_ml, medians, widths = [], [], []
    for seed in range(6):
        volume, label_map = make_case(seed, size_xyz=SMALL, tumours=0)
        assert volume.geometry.voxel_ml is not None
        volumes_ml.append((label_map.voxels > 0).sum() * volume.geometry.voxel_ml)
        medians.append(float(np.median(volume.voxels[label_map.voxels == 1])))
        columns = (volume.voxels > -300).any(axis=(0, 1)).sum()
        widths.append(float(columns) * volume.geometry.spacing_xyz_mm[0])
    assert 700 < min(volumes_ml) < max(volumes_ml) < 2600
    assert max(volumes_ml) > 1.2 * min(volumes_ml)
    assert np.ptp(medians) > 10
    assert np.ptp(widths) > 15


def test_a_phantom_is_made_in_no_time() -> None:
    begun = time.process_time()
    make_case(0)
    assert time.process_time() - begun < 4.0  # 0.3 s where nothing else runs


@pytest.mark.parametrize(("file_format", "layout"), [
    ("nii.gz", "volume-N + segmentation-N"),
    ("dicom", "volume-N + segmentation-N"),
    ("png", "images + masks"),
])  # fmt: skip
def test_a_cohort_reads_back_as_it_was_made(
    tmp_path: Path, file_format: FileFormat, layout: str
) -> None:
    events = list(write_cohort(tmp_path, 3, seed=1, file_format=file_format, size_xyz=SMALL))
    progress = [e for e in events if isinstance(e, Progress)]
    assert [(e.done, e.total) for e in progress] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    found = find_cases(tmp_path)
    assert found.layout == layout
    assert [c.case_id for c in found.cases] == ["00", "01", "02"]
    assert not found.unmatched
    assert not found.notices
    mapping = label_mapping(found.cases, isolate=False)
    assert (mapping == {0: 0, 127: 1, 255: 2}) == (file_format == "png")
    for number, case in enumerate(found.cases):
        volume, label_map = _patient(1, number, SMALL)
        one = case.image_paths[0] if len(case.image_paths) == 1 else case.image_paths
        mask = case.mask_paths[0] if len(case.mask_paths) == 1 else case.mask_paths
        read = load_volume(one, isolate=False)
        read_mask = load_label_map(mask, value_map=mapping, isolate=False)
        np.testing.assert_array_equal(read_mask.canonical, label_map.voxels)
        if file_format == "png":
            grey = np.clip(np.rint((volume.voxels + 160.0) * (255 / 400)), 0, 255)
            np.testing.assert_array_equal(read.canonical, grey)
        else:
            np.testing.assert_array_equal(read.canonical, volume.voxels)
            assert not read.geometry.canonical.differences(volume.geometry)
    reports = _reports(tmp_path)
    assert [r.problems for r in reports] == [(), (), ()]
    assert all(r.label_voxels[1] > 500 for r in reports)


def test_six_patients_include_one_without_tumour_and_one_with_a_single_big_one(
    tmp_path: Path,
) -> None:
    list(write_cohort(tmp_path, 6, size_xyz=TINY))
    tumours = [r.label_voxels.get(2, 0) for r in _reports(tmp_path)]
    assert tumours.count(0) == 1
    assert tumours[1] > 10


def test_an_interrupted_cohort_goes_on_where_it_stopped(tmp_path: Path) -> None:
    for event in write_cohort(tmp_path, 3, size_xyz=TINY):
        if isinstance(event, Progress) and event.done == 2:
            break
    (tmp_path / "segmentation-01.nii.gz").unlink()
    kept = (tmp_path / "volume-00.nii.gz").stat().st_mtime_ns
    list(write_cohort(tmp_path, 3, size_xyz=TINY))
    assert (tmp_path / "volume-00.nii.gz").stat().st_mtime_ns == kept
    assert [r.problems for r in _reports(tmp_path)] == [(), (), ()]


def test_dicom_slices_are_obviously_made_up_and_start_with_zeros(tmp_path: Path) -> None:
    """L17: the preamble of our own files holds no program."""
    list(write_cohort(tmp_path, 1, file_format="dicom", size_xyz=TINY))
    slices = sorted((tmp_path / "volume-00").iterdir())
    assert len(slices) == 8
    data = slices[0].read_bytes()
    assert data[:128] == bytes(128)
    assert data[128:132] == b"DICM"
    assert b"Phantom^00" in data
    assert b"PHANTOM-00" in data


def test_pictures_are_as_the_tutorial_has_them(tmp_path: Path) -> None:
    list(write_cohort(tmp_path, 1, file_format="png", size_xyz=TINY))
    values: set[int] = set()
    for path in sorted((tmp_path / "masks").iterdir()):
        values |= set(np.unique(np.asarray(Image.open(path))).tolist())
    assert values == {0, 127, 255}
    assert (tmp_path / "images" / "00_000.png").is_file()


def test_wishes_that_make_no_sense_are_refused(tmp_path: Path) -> None:
    for wish in (
        {"cases": 0},
        {"file_format": "docx"},
        {"size_xyz": (2, 64, 64)},
    ):
        with pytest.raises(InputError, match="choose"):
            list(write_cohort(tmp_path / "x", **wish))
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be made"):
        list(write_cohort(tmp_path / "file" / "y", 1, size_xyz=TINY))


def _reports(folder: Path) -> list[CaseReport]:
    return [e.report for e in check(folder, isolate=False) if isinstance(e, CaseChecked)]
