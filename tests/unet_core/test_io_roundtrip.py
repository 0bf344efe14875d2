"""One asymmetric phantom through every format and orientation: the same place in the world."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nibabel
import numpy as np
import pytest
import SimpleITK as sitk
from numpy.typing import NDArray
from pydicom.dataset import FileDataset

from tests.unet_core.io_samples import turned, write_series
from unet_core.io import load_label_map, load_volume, save_now
from unet_core.volume import Geometry, Label, LabelMap, Matrix, Volume

TOLERANCE_MM = 1e-3
SHAPE_ZYX = (9, 14, 21)
SPACING_MM = (0.703125, 0.8, 2.5)
ORIGIN_MM = (-173.25, -41.125, 1260.5)
MARKS = {1: (0, 0, 0), 2: (1, 2, 5), 3: (7, 3, 1), 4: (8, 13, 20), 5: (4, 11, 6)}
"""Voxels (z, y, x) that no symmetry maps onto each other."""


def _matrix(*columns: tuple[int, int, int]) -> Matrix:
    return tuple(float(v) for v in np.array(columns).T.ravel())


ORIENTATIONS: dict[str, Matrix] = {
    "axial": _matrix((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "axial from the head": _matrix((1, 0, 0), (0, 1, 0), (0, 0, -1)),
    "axial as NIfTI has it": _matrix((-1, 0, 0), (0, -1, 0), (0, 0, 1)),
    "axial mirrored": _matrix((-1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "coronal": _matrix((1, 0, 0), (0, 0, -1), (0, 1, 0)),
    "coronal mirrored": _matrix((1, 0, 0), (0, 0, -1), (0, -1, 0)),
    "sagittal": _matrix((0, 1, 0), (0, 0, -1), (-1, 0, 0)),
    "sagittal mirrored": _matrix((0, -1, 0), (0, 0, 1), (-1, 0, 0)),
    "oblique": turned(20),
    "oblique mirrored": turned(-35, mirrored=True),
}
every_orientation = pytest.mark.parametrize("direction", ORIENTATIONS.values(), ids=ORIENTATIONS)
pytestmark = pytest.mark.hazard("G9", "X2")
Places = Mapping[int, NDArray[np.float64]]


def phantom(direction: Matrix) -> Volume:
    """Every voxel has a value of its own, so that any swap or flip shows; the marks are known."""
    values = np.arange(np.prod(SHAPE_ZYX), dtype=np.int16).reshape(SHAPE_ZYX) - 1000
    size = (SHAPE_ZYX[2], SHAPE_ZYX[1], SHAPE_ZYX[0])
    return Volume(values, Geometry(size, SPACING_MM, ORIGIN_MM, direction), "phantom")


def mask(geometry: Geometry) -> LabelMap:
    """One voxel for each mark."""
    values = np.zeros(geometry.shape_zyx, np.uint8)
    for label, place in MARKS.items():
        values[place] = label
    labels = {value: Label(value, f"mark {value}", "#102030") for value in MARKS}
    return LabelMap(values, geometry, "mask", labels)


def marks_of(item: Volume) -> dict[int, int]:
    """Which value each mark has in a scan, by number."""
    return {number: int(item.voxels[place]) for number, place in MARKS.items()}


def places(
    voxels: NDArray[Any], marks: Mapping[int, int], affine_of_xyz: NDArray[np.float64]
) -> Places:
    """LPS mm of each mark, found by its value in a (Z, Y, X) array."""
    found = {}
    for number, value in marks.items():
        (index,) = np.argwhere(voxels == value)
        found[number] = (affine_of_xyz @ [*index[::-1], 1.0])[:3]
    return found


def assert_same(first: Places, second: Places) -> None:
    assert set(first) == set(second) == set(MARKS)
    for number, place in first.items():
        assert np.linalg.norm(place - second[number]) <= TOLERANCE_MM


def by_simpleitk(path: Path) -> tuple[NDArray[Any], NDArray[np.float64]]:
    reader = sitk.ImageFileReader()
    reader.SetFileName(str(path))
    image = reader.Execute()
    affine = np.eye(4)
    affine[:3, :3] = np.reshape(image.GetDirection(), (3, 3)) * np.asarray(image.GetSpacing())
    affine[:3, 3] = image.GetOrigin()
    return sitk.GetArrayFromImage(image), affine


def by_nibabel(path: Path) -> tuple[NDArray[Any], NDArray[np.float64]]:
    image = nibabel.load(path)
    lps = np.diag([-1.0, -1.0, 1.0, 1.0]) @ image.affine
    return np.asarray(image.dataobj).T, lps


def by_nibabel_qform(path: Path) -> tuple[NDArray[Any], NDArray[np.float64]]:
    image = nibabel.load(path)
    lps = np.diag([-1.0, -1.0, 1.0, 1.0]) @ image.header.get_qform()
    return np.asarray(image.dataobj).T, lps


SECOND_READERS: dict[str, tuple[Callable[[Path], Any], ...]] = {
    ".nii": (by_simpleitk, by_nibabel, by_nibabel_qform),
    ".nii.gz": (by_simpleitk, by_nibabel, by_nibabel_qform),
    ".nrrd": (by_simpleitk,),
    ".seg.nrrd": (by_simpleitk,),
    ".mha": (by_simpleitk,),
}


@every_orientation
@pytest.mark.parametrize("suffix", [".nii", ".nii.gz", ".nrrd", ".mha"])
def test_a_scan_stays_in_its_place(tmp_path: Path, suffix: str, direction: Matrix) -> None:
    item = phantom(direction)
    path = save_now(item, tmp_path / f"a{suffix}")
    again = load_volume(path, isolate=False)
    np.testing.assert_array_equal(again.voxels, item.voxels)
    meant = places(item.voxels, marks_of(item), item.geometry.affine)
    assert_same(meant, places(again.voxels, marks_of(item), again.geometry.affine))
    assert again.geometry.has_scale
    assert again.geometry.has_orientation
    for reader in SECOND_READERS[suffix]:
        voxels, affine = reader(path)
        np.testing.assert_array_equal(voxels, item.voxels)
        assert_same(meant, places(voxels, marks_of(item), affine))


@every_orientation
@pytest.mark.parametrize("suffix", [".nii.gz", ".seg.nrrd", ".mha"])
def test_a_mask_stays_in_its_place(tmp_path: Path, suffix: str, direction: Matrix) -> None:
    item = mask(phantom(direction).geometry)
    marks = {number: number for number in MARKS}
    path = save_now(item, tmp_path / f"a{suffix}")
    again = load_label_map(path, isolate=False)
    meant = places(item.voxels, marks, item.geometry.affine)
    assert_same(meant, places(again.voxels, marks, again.geometry.affine))
    for reader in SECOND_READERS[suffix]:
        voxels, affine = reader(path)
        assert_same(meant, places(voxels, marks, affine))


@every_orientation
def test_a_dicom_series_and_masks_of_it_stay_in_place(tmp_path: Path, direction: Matrix) -> None:
    """Read from DICOM, saved as NIfTI and NRRD, and a mask of it as a DICOM SEG."""
    item = phantom(direction)
    dicom = load_volume(_written_series(item, tmp_path / "series"), isolate=False)
    meant = places(item.voxels, marks_of(item), item.geometry.affine)
    assert_same(meant, places(dicom.voxels, marks_of(item), dicom.geometry.affine))
    for suffix in (".nii.gz", ".nrrd"):
        again = load_volume(save_now(dicom, tmp_path / f"a{suffix}"), isolate=False)
        assert_same(meant, places(again.voxels, marks_of(item), again.geometry.affine))


@every_orientation
def test_a_dicom_seg_stays_in_place(tmp_path: Path, direction: Matrix) -> None:
    dicom = load_volume(_written_series(phantom(direction), tmp_path / "series"), isolate=False)
    item = mask(dicom.geometry)
    path = save_now(item, tmp_path / "a.dcm", reference=dicom)
    again = load_label_map(path, isolate=False, reference=dicom)
    marks = {number: number for number in MARKS}
    meant = places(item.voxels, marks, item.geometry.affine)
    assert_same(meant, places(again.voxels, marks, again.geometry.affine))


def _written_series(item: Volume, folder: Path) -> Path:
    """A volume as DICOM slices, each with its own place."""
    columns = np.reshape(item.geometry.direction, (3, 3)).T

    def place(dataset: FileDataset, k: int) -> FileDataset:
        dataset.ImageOrientationPatient = [f"{v:.10f}" for v in (*columns[0], *columns[1])]
        dataset.ImagePositionPatient = [f"{v:.8f}" for v in item.geometry.point((k, 0, 0))]
        x, y, z = item.geometry.spacing_xyz_mm
        dataset.PixelSpacing, dataset.SliceThickness = [str(y), str(x)], str(z)
        return dataset

    write_series(folder, item.voxels, place)
    return folder


@pytest.mark.parametrize("suffix", [".nii", ".nii.gz", ".nrrd", ".mha"])
def test_a_single_slice_keeps_its_thickness_and_place(tmp_path: Path, suffix: str) -> None:
    whole = phantom(ORIENTATIONS["oblique"])
    geometry = Geometry((21, 14, 1), SPACING_MM, ORIGIN_MM, ORIENTATIONS["oblique"])
    item = Volume(whole.voxels[:1], geometry, "slice")
    again = load_volume(save_now(item, tmp_path / f"a{suffix}"), isolate=False)
    assert not again.geometry.differences(geometry)
    assert np.abs(again.geometry.affine - geometry.affine).max() <= TOLERANCE_MM
