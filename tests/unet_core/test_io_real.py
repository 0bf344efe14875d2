"""The real scans beside the checkout: the sound load, the odd are refused with their reason."""

from pathlib import Path

import numpy as np
import pytest

from tests.unet_core.io_samples import refusal
from unet_core.errors import InputError
from unet_core.events import SeriesFound
from unet_core.io import load, load_label_map, load_now, load_volume
from unet_core.volume import LabelMap, Volume

pytestmark = pytest.mark.real_data


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("failing_gantrytilting", "tilted gantry (14.0 degrees"),
        ("failing_notavolume", "all its 4 slices at one position"),
        ("failing_slicecount", "2 slices 1 mm apart"),
        ("failing_sliceincrement/001", "uneven distances between slices, from 5 to 10 mm"),
        ("failing_sliceincrement/002", "misses 1 of 5 slices"),
        ("failing_sliceorientation", "another direction"),
        ("gantry_tilt_variable_spacing", "tilted gantry (18.5 degrees"),
        ("gap_zero_byte_and_stray", "1 of 35 DICOM files that are empty or damaged (000000.dcm"),
    ],
)
def test_odd_series_are_refused(real_data: Path, folder: str, words: str) -> None:
    assert words in refusal(real_data / "dicom" / folder)


def test_several_series_in_one_folder_are_asked_about(real_data: Path) -> None:
    *_, found = load(real_data / "dicom" / "failing_sliceincrement", isolate=False)
    assert isinstance(found, SeriesFound)
    assert len(found.series) == 2


def test_the_liver_metastasis_series(real_data: Path) -> None:
    item = load_volume(real_data / "dicom" / "CRLM-CT-1004")
    assert item.voxels.shape == (41, 512, 512)
    assert item.geometry.spacing_xyz_mm == (0.796875, 0.796875, 5.0)
    assert item.voxels.min() == -3024
    assert item.intensity == "HU"
    assert np.median(item.voxels[20, 200:300, 200:300]) > -200  # the body, in HU


def test_jpeg_2000_without_a_series_uid_equals_the_same_scan_as_nifti(real_data: Path) -> None:
    item = load_volume(real_data / "dicom" / "jpeg2000_no_series_uid")
    same = load_volume(real_data / "ct" / "volume-totalsegdicom20.nii.gz")
    assert not item.geometry.canonical.differences(same.geometry.canonical)
    np.testing.assert_array_equal(item.canonical, same.canonical)


def test_dicom_with_rtstruct_equals_its_nifti(real_data: Path) -> None:
    folder = real_data / "seg" / "lung_ct_rtstruct_nifti"
    item = load_volume(folder / "dicom", isolate=False)
    (nifti,) = (folder / "nifti" / "image").glob("*.nii.gz")
    same = load_volume(nifti, isolate=False)
    assert not item.geometry.canonical.differences(same.geometry.canonical)
    np.testing.assert_array_equal(item.canonical, same.canonical)
    assert any("1 RTSTRUCT" in notice for notice in item.notices)


def test_slicer_nrrd_lies_on_its_ct(real_data: Path) -> None:
    folder = real_data / "seg" / "ct_3slice_with_seg"
    scan = load_volume(folder, isolate=False)
    mask = load_label_map(folder / "liver_seg.nrrd", isolate=False)
    assert not scan.geometry.canonical.differences(mask.geometry.canonical)


@pytest.mark.parametrize("number", ["00", "01"])
def test_lits(real_data: Path, number: str) -> None:
    scan = load_now(real_data / "lits" / f"volume-{number}.nii.gz", isolate=False)
    mask = load_now(real_data / "lits" / f"segmentation-{number}.nii.gz", isolate=False)
    assert isinstance(scan, Volume)
    assert isinstance(mask, LabelMap)
    assert scan.intensity == "grey"
    assert scan.geometry.has_scale is mask.geometry.has_scale is (number == "00")
    assert not scan.geometry.differences(mask.geometry)
    tumour = {"00": 2591, "01": 6983}[number]
    assert int((mask.voxels == 2).sum()) == tumour


@pytest.mark.parametrize("name", ["chaos", "totalseg3mm"])
def test_ct(real_data: Path, name: str) -> None:
    scan = load_now(real_data / "ct" / f"volume-{name}.nii.gz", isolate=False)
    mask = load_now(real_data / "ct" / f"segmentation-{name}.nii.gz", isolate=False)
    assert isinstance(scan, Volume)
    assert isinstance(mask, LabelMap)
    assert scan.intensity == "HU"
    assert not scan.geometry.differences(mask.geometry)


def test_png_and_jpeg_pairs(real_data: Path) -> None:
    names = [f"0_{number}.png" for number in range(46, 56)]
    scan = load_now(tuple(real_data / "png" / "images" / name for name in names), isolate=False)
    mask = load_now(tuple(real_data / "png" / "masks" / name for name in names), isolate=False)
    assert isinstance(scan, Volume)
    assert isinstance(mask, LabelMap)
    assert any("Values 127 and 255" in notice for notice in mask.notices)
    jpeg = sorted((real_data / "jpg" / "masks").glob("*.jpg"))[:3]
    for path in jpeg:
        assert "threshold masks" in refusal(path, as_mask=True)
        assert load_label_map(path, threshold=True, isolate=False).voxels.max() <= 1


def test_every_odd_file_loads_soundly_or_is_refused(real_data: Path) -> None:
    loaded = set()
    for path in sorted((real_data / "odd").rglob("*")):
        if path.is_dir():
            continue
        try:
            item = load_now(path, isolate=False)
        except InputError:
            refusal(path)  # names no folder
            continue
        columns = np.reshape(item.geometry.direction, (3, 3))
        np.testing.assert_allclose(columns.T @ columns, np.eye(3), atol=1e-9)
        loaded.add(path.name)
    assert {"avg152T1_LR_nifti2.nii.gz", "big.nii.gz", "int64.nii", "minimal.nii"} <= loaded
    assert not loaded & {"referring_to_system_file.mhd", "5D_small.nii", "complex32.nii"}
    assert not any(name.startswith("crash") for name in loaded)
