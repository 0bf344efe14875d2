"""Small scans with known answers, and a DICOM series written slice by slice."""

import gzip
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from numpy.typing import NDArray
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid

from unet_core.errors import InputError
from unet_core.io import load_now
from unet_core.volume import Geometry, LabelMap, Volume

SPACING = (0.7, 0.8, 2.5)
ORIGIN = (-61.5, 40.25, -310.0)


def voxels_zyx(shape: tuple[int, int, int] = (12, 20, 24)) -> NDArray[np.int16]:
    """Asymmetric HU: every voxel differs, and no flip or transposition gives the same."""
    values = np.arange(np.prod(shape), dtype=np.int16).reshape(shape) % 2500 - 1000
    if shape[0] > 2:
        values[2, 3, 4] = 3000
    return values


def volume(shape: tuple[int, int, int] = (12, 20, 24), **changes: Any) -> Volume:
    values = voxels_zyx(shape)
    geometry = Geometry((shape[2], shape[1], shape[0]), SPACING, ORIGIN)
    return Volume(values, changes.pop("geometry", geometry), "phantom", **changes)


def label_map(shape: tuple[int, int, int] = (12, 20, 24), **changes: Any) -> LabelMap:
    values = np.zeros(shape, np.uint8)
    values[3:9, 4:12, 5:20] = 1
    values[5:7, 6:9, 8:12] = 2
    geometry = Geometry((shape[2], shape[1], shape[0]), SPACING, ORIGIN)
    return LabelMap(values, changes.pop("geometry", geometry), "mask", **changes)


def turned(degrees: float = 20.0, *, mirrored: bool = False) -> tuple[float, ...]:
    """Direction cosines of a grid turned about two axes; mirrored: left-handed."""
    a = np.radians(degrees)
    about_z = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    about_x = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    matrix = about_z @ about_x @ np.diag([1, 1, -1 if mirrored else 1])
    return tuple(float(v) for v in matrix.ravel())


def refusal(path: Path | tuple[Path, ...], **options: Any) -> str:
    """The sentence with which a file is refused; it names the file, never its folder."""
    with pytest.raises(InputError) as caught:
        load_now(path, isolate=False, **options)
    sentence = str(caught.value)
    first = path[0] if isinstance(path, tuple) else path
    assert str(first.parent) not in sentence
    assert caught.value.subject
    assert caught.value.remedy
    return sentence


def nifti_bytes(
    values: NDArray[Any] | None = None,
    edit: Callable[[bytearray], None] | None = None,
    *,
    packed: bool = False,
) -> bytes:
    """A NIfTI-1 file, written without our writer; ``edit`` may spoil its header."""
    values = voxels_zyx() if values is None else values
    z, y, x = values.shape
    codes = {"i2": 4, "u1": 2, "f4": 16, "f8": 64, "i4": 8, "u2": 512, "i8": 1024, "i1": 256}
    head = bytearray(352)
    struct.pack_into("<i", head, 0, 348)
    struct.pack_into("<8h", head, 40, 3, x, y, z, 1, 1, 1, 1)
    struct.pack_into("<2h", head, 70, codes[values.dtype.str[1:]], values.itemsize * 8)
    struct.pack_into("<8f", head, 76, 1, *SPACING, 0, 0, 0, 0)
    struct.pack_into("<3f", head, 108, 352, 1, 0)
    head[123] = 2
    struct.pack_into("<2h", head, 252, 1, 1)
    struct.pack_into("<6f", head, 256, 0, 0, 1, -ORIGIN[0], -ORIGIN[1], ORIGIN[2])
    rows = np.diag([-SPACING[0], -SPACING[1], SPACING[2], 1])[:3]
    rows[:, 3] = -ORIGIN[0], -ORIGIN[1], ORIGIN[2]
    struct.pack_into("<12f", head, 280, *rows.ravel())
    head[344:348] = b"n+1\0"
    if edit:
        edit(head)
    data = bytes(head) + values.astype(values.dtype.newbyteorder("<")).tobytes()
    return gzip.compress(data, mtime=0) if packed else data


def packing(offset: int, form: str, *values: float) -> Callable[[bytearray], None]:
    """An edit that puts values into a header."""
    return lambda head: struct.pack_into(form, head, offset, *values)


def write_series(
    folder: Path,
    values: NDArray[Any] | None = None,
    change: Callable[[FileDataset, int], FileDataset | None] | None = None,
    *,
    seed: str = "a",
    prefix: str = "",
) -> list[Path]:
    """A CT series, one file a slice; ``change`` may spoil slice k (returning None drops it)."""
    values = voxels_zyx() if values is None else values
    folder.mkdir(parents=True, exist_ok=True)
    uids = [generate_uid(entropy_srcs=[seed, str(i)]) for i in range(3)]
    paths = []
    for k, plane in enumerate(values):
        dataset = _slice(plane, k, uids, seed)
        dataset = change(dataset, k) if change else dataset
        if dataset is not None:
            paths.append(folder / f"{prefix}{k:03d}.dcm")
            dataset.save_as(paths[-1], enforce_file_format=True)
    return paths


def _slice(plane: NDArray[Any], k: int, uids: list[str], seed: str) -> FileDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = CTImageStorage
    meta.MediaStorageSOPInstanceUID = generate_uid(entropy_srcs=[seed, "slice", str(k)])
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    dataset.SOPClassUID = CTImageStorage
    dataset.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    dataset.Modality = "CT"
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    dataset.PatientName = "Planted^Name"
    dataset.PatientID = "PLANTED-ID-4711"
    dataset.PatientBirthDate = "19370101"
    dataset.SeriesDescription = "Abdomen venous"
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID, dataset.FrameOfReferenceUID = uids
    dataset.InstanceNumber = k + 1
    dataset.ImagePositionPatient = [ORIGIN[0], ORIGIN[1], ORIGIN[2] + k * SPACING[2]]
    dataset.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    dataset.PixelSpacing = [SPACING[1], SPACING[0]]
    dataset.SliceThickness = SPACING[2]
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.Rows, dataset.Columns = plane.shape
    dataset.BitsAllocated = dataset.BitsStored = 16
    dataset.HighBit = 15
    dataset.PixelRepresentation = 1
    dataset.RescaleSlope = 1
    dataset.RescaleIntercept = -1024
    stored = (plane.astype(np.int32) + 1024).astype("<i2")
    dataset.PixelData = stored.tobytes()
    dataset["PixelData"].VR = "OW"
    return dataset


def raw_element(dataset: FileDataset, keyword: str, value: str) -> None:
    """Put text that pydicom would not let through into a decimal string element."""
    tag = pydicom.datadict.tag_for_keyword(keyword)
    assert tag is not None
    dataset[tag] = pydicom.DataElement(tag, "DS", value, already_converted=True)
