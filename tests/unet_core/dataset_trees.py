"""Data sets as they are published, made of phantoms and tiny files for tests of their layouts."""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, SegmentationStorage, generate_uid

from unet_core.phantom import make_case
from unet_core.phantom.cohort import dicom_slice
from unet_core.volume import LabelMap, Volume

SIZE = (48, 48, 10)


@cache
def phantom(number: int = 1) -> tuple[Volume, LabelMap]:
    """A small patient with a liver and one tumour."""
    return make_case(number, size_xyz=SIZE, diameters_mm=(40.0,))


def write_dicom(folder: Path, volume: Volume, name: str = "0", ending: str = "") -> None:
    """A CT series whose files are called as 3D-IRCADb calls them."""
    folder.mkdir(parents=True)
    for k in range(len(volume.voxels)):
        (folder / f"image_{k}{ending}").write_bytes(dicom_slice(volume, name, k))


def write_organ(folder: Path, drawn: NDArray[np.bool_], like: Volume, name: str) -> None:
    """A mask of 0 and 255 as DICOM slices."""
    voxels = np.where(drawn, 255, 0).astype(np.int16)
    write_dicom(folder, Volume(voxels, like.geometry, f"mask {folder.name}"), name)


def write_ircad(root: Path, number: int) -> LabelMap:
    """``3Dircadb1.N`` with a liver, a tumour in it and a bone; gives what the mask should be."""
    volume, label_map = phantom(number)
    patient, masks = root / f"3Dircadb1.{number}", label_map.voxels
    write_dicom(patient / "PATIENT_DICOM", volume, str(number))
    organs = {"liver": masks > 0, "livertumor01": masks == 2, "bone": volume.voxels > 300}
    for organ, drawn in organs.items():
        write_organ(patient / "MASKS_DICOM" / organ, drawn, volume, str(number))
    return label_map


def write_chaos(root: Path, number: int, *, turned: bool = False) -> LabelMap:
    """``CT/N`` of CHAOS; with pictures from the head down, as published, where ``turned``."""
    volume, label_map = phantom(number)
    patient = root / "Train_Sets" / "CT" / str(number)
    write_dicom(patient / "DICOM_anon", volume, str(number), ".dcm")
    (patient / "Ground").mkdir()
    planes = label_map.voxels[::-1] if turned else label_map.voxels
    for k, plane in enumerate(planes):
        picture = Image.fromarray(np.where(plane > 0, 255, 0).astype(np.uint8))
        picture.save(patient / "Ground" / f"liver_GT_{k:03d}.png")
    return label_map


def series_uid(name: str, volume: Volume) -> str:
    """Of the series ``write_dicom`` writes."""
    return str(generate_uid(entropy_srcs=[volume.name, name, "series"]))


def write_drawing(path: Path, drawn_on: str = "", modality: str = "SEG") -> None:
    """The head of a DICOM object that was drawn on a series; it holds no drawing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    dataset = Dataset()
    dataset.SOPClassUID = SegmentationStorage
    dataset.SOPInstanceUID = generate_uid(entropy_srcs=[path.name, drawn_on])
    dataset.Modality = modality
    dataset.SeriesInstanceUID = generate_uid(entropy_srcs=[path.name, "drawing"])
    series = Dataset()
    series.SeriesInstanceUID = drawn_on
    if drawn_on and modality == "SEG":
        dataset.ReferencedSeriesSequence = [series]
    elif drawn_on:
        study, frame = Dataset(), Dataset()
        study.RTReferencedSeriesSequence = [series]
        frame.RTReferencedStudySequence = [study]
        dataset.ReferencedFrameOfReferenceSequence = [frame]
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.save_as(path, enforce_file_format=True)


def touched(folder: Path, *names: str) -> Path:
    """Files of one byte: what only names decide needs no more."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return folder
