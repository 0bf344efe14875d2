"""DICOM files with known answers beyond plain series: multi-frame, packed, zipped, listed."""

from pathlib import Path
from typing import Any

import numpy as np
import pydicom
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileDataset
from pydicom.sequence import Sequence
from pydicom.uid import EnhancedCTImageStorage, generate_uid

from tests.unet_core.io_samples import ORIGIN, SPACING, voxels_zyx, write_series


def setting(only: int | None = None, **values: object) -> Any:
    """A change that sets attributes of one slice, or of all."""

    def change(dataset: FileDataset, k: int) -> FileDataset:
        if only is None or k == only:
            for key, value in values.items():
                setattr(dataset, key, value)
        return dataset

    return change


def placed(z_of: Any, *, y_of: Any = lambda k: 0.0) -> Any:
    """A change that puts slice k at z_of(k) slices and y_of(k) mm aside."""

    def change(dataset: FileDataset, k: int) -> FileDataset:
        dataset.ImagePositionPatient = [
            ORIGIN[0], f"{ORIGIN[1] + y_of(k):.6f}", f"{ORIGIN[2] + z_of(k) * SPACING[2]:.6f}"
        ]  # fmt: skip
        return dataset

    return change


def enhanced(
    path: Path,
    *,
    order: list[int] | None = None,
    slopes: list[float] | None = None,
    stacks: list[str] | None = None,
    frames_said: int | None = None,
) -> NDArray[np.int16]:
    """An enhanced CT in one file, its frames in any order; the voxels it should open as."""
    values = voxels_zyx()
    order = order or list(range(len(values)))
    folder = path.parent / "one"
    source = pydicom.dcmread(write_series(folder, values[:1])[0])  # noqa: TID251
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    for key in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing",
                "SliceThickness", "RescaleSlope", "RescaleIntercept"):  # fmt: skip
        delattr(source, key)
    source.SOPClassUID = source.file_meta.MediaStorageSOPClassUID = EnhancedCTImageStorage
    source.NumberOfFrames = len(order) if frames_said is None else frames_said
    shared = Dataset()
    shared.PixelMeasuresSequence = Sequence([Dataset()])
    shared.PixelMeasuresSequence[0].PixelSpacing = [SPACING[1], SPACING[0]]
    shared.PixelMeasuresSequence[0].SliceThickness = SPACING[2]
    shared.PlaneOrientationSequence = Sequence([Dataset()])
    shared.PlaneOrientationSequence[0].ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    source.SharedFunctionalGroupsSequence = Sequence([shared])
    frames, stored = [], []
    for place, z in enumerate(order):
        slope = slopes[place] if slopes else 1
        frame = Dataset()
        frame.PlanePositionSequence = Sequence([Dataset()])
        frame.PlanePositionSequence[0].ImagePositionPatient = [
            ORIGIN[0], ORIGIN[1], ORIGIN[2] + z * SPACING[2]
        ]  # fmt: skip
        frame.PixelValueTransformationSequence = Sequence([Dataset()])
        frame.PixelValueTransformationSequence[0].RescaleSlope = slope
        frame.PixelValueTransformationSequence[0].RescaleIntercept = -1024
        frame.FrameContentSequence = Sequence([Dataset()])
        frame.FrameContentSequence[0].StackID = stacks[place] if stacks else "1"
        frames.append(frame)
        stored.append(((values[z].astype(np.int32) + 1024) / slope).astype("<i2"))
    source.PerFrameFunctionalGroupsSequence = Sequence(frames)
    source.PixelData = np.stack(stored).tobytes()
    source["PixelData"].VR = "OW"
    source.save_as(path, enforce_file_format=True)
    return values


def dicomdir(folder: Path, listed: list[list[str]], series_uid: str = "1.2.3") -> Path:
    """A DICOMDIR that lists files by the parts of their names, lawful or not."""
    from pydicom.dataset import FileMetaDataset
    from pydicom.uid import ExplicitVRLittleEndian, MediaStorageDirectoryStorage

    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = MediaStorageDirectoryStorage
    meta.MediaStorageSOPInstanceUID = generate_uid(entropy_srcs=["dir"])
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    directory = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    series = Dataset()
    series.DirectoryRecordType = "SERIES"
    series.SeriesInstanceUID = series_uid
    records = [series]
    for parts in listed:
        record = Dataset()
        record.DirectoryRecordType = "IMAGE"
        record.add(pydicom.DataElement(0x00041500, "CS", "\\".join(parts), already_converted=True))
        records.append(record)
    directory.DirectoryRecordSequence = Sequence(records)
    path = folder / "DICOMDIR"
    directory.save_as(path, enforce_file_format=True)
    return path
