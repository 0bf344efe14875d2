"""A data set of phantom patients on disk, in the layouts people bring."""

import io as streams
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid

from unet_core.errors import InputError
from unet_core.events import Event, Progress
from unet_core.io import save_now
from unet_core.io.atomic import make_folder, write_bytes
from unet_core.phantom.anatomy import make_case
from unet_core.phantom.liver import random_diameters
from unet_core.volume import LabelMap, Volume

FileFormat = Literal["nii.gz", "dicom", "png"]
PICTURE_WINDOW_HU = (-160.0, 240.0)
"""What black and white stand for in pictures."""
_GREY_OF_LABEL = np.array([0, 127, 255], np.uint8)
_RESCALE_INTERCEPT = -1024

Parts = Mapping[Path, Callable[[], object]]
"""Every file of a case and what writes it."""


def write_cohort(
    folder: Path,
    cases: int = 6,
    seed: int = 0,
    file_format: FileFormat = "nii.gz",
    size_xyz: tuple[int, int, int] = (192, 192, 48),
) -> Iterator[Event]:
    """Write phantom patients that all differ; of six, one has no tumour and one a single big one.

    ``nii.gz`` gives volume-00.nii.gz and segmentation-00.nii.gz; ``dicom`` a folder volume-00 of
    single slices and segmentation-00.nii.gz; ``png`` images/00_000.png in a window of -160 to
    240 HU and masks/00_000.png with 0 background, 127 liver, 255 tumour. Files that are there
    already are kept, so a cohort that was interrupted goes on where it stopped.

    Raises:
        InputError: If the folder cannot be written to or a number makes no sense.
    """
    _check_wishes(cases, file_format, size_xyz)
    for number in range(cases):
        name = f"{number:02d}"
        yield Progress(number, cases, f"Making phantom {name}")
        if not _missing(_file_names(folder, name, file_format, size_xyz[2])):
            continue
        volume, label_map = _patient(seed, number, size_xyz)
        parts = _WRITERS[file_format](folder, name, volume, label_map)
        for path in _missing(parts):
            make_folder(path.parent)
            parts[path]()
    yield Progress(cases, cases, "Phantoms ready")


def _check_wishes(cases: int, file_format: str, size_xyz: tuple[int, int, int]) -> None:
    if file_format not in get_args(FileFormat):
        choices = ", ".join(get_args(FileFormat))
        raise InputError("the format", f"is {file_format!r}", f"choose one of {choices}")
    if not 1 <= cases <= 1000:
        raise InputError("the number of cases", f"is {cases}", "choose from 1 to 1000")
    if min(size_xyz) < 4 or max(size_xyz) > 1024:
        size = " x ".join(map(str, size_xyz))
        raise InputError("the size", f"is {size} voxels", "choose from 4 to 1024 a side")


def _patient(seed: int, number: int, size_xyz: tuple[int, int, int]) -> tuple[Volume, LabelMap]:
    case_seed = seed * 10_000 + number
    rng = np.random.default_rng([case_seed, 2])
    diameters = (
        random_diameters(rng, 3),
        (rng.uniform(46, 58),),
        random_diameters(rng, 2),
        (),
        random_diameters(rng, 5),
        random_diameters(rng, int(rng.integers(1, 7))),
    )[number % 6]
    return make_case(case_seed, size_xyz=size_xyz, diameters_mm=diameters)


def _file_names(folder: Path, name: str, file_format: str, slices: int) -> list[Path]:
    mask = folder / f"segmentation-{name}.nii.gz"
    if file_format == "nii.gz":
        return [folder / f"volume-{name}.nii.gz", mask]
    if file_format == "dicom":
        return [*(_slice_path(folder, name, k) for k in range(slices)), mask]
    return [
        folder / kind / f"{name}_{k:03d}.png" for kind in ("images", "masks") for k in range(slices)
    ]


def _slice_path(folder: Path, name: str, k: int) -> Path:
    return folder / f"volume-{name}" / f"slice-{k + 1:03d}.dcm"


def _missing(paths: Parts | list[Path]) -> list[Path]:
    return [path for path in paths if not path.is_file()]


def _nifti_parts(folder: Path, name: str, volume: Volume, label_map: LabelMap) -> Parts:
    image, mask = _file_names(folder, name, "nii.gz", 0)
    return {image: partial(save_now, volume, image), mask: partial(save_now, label_map, mask)}


def _dicom_parts(folder: Path, name: str, volume: Volume, label_map: LabelMap) -> Parts:
    *slices, mask = _file_names(folder, name, "dicom", volume.geometry.size_xyz[2])
    parts: dict[Path, Callable[[], object]] = {
        path: partial(_write_slice, path, volume, name, k) for k, path in enumerate(slices)
    }
    parts[mask] = partial(save_now, label_map, mask)
    return parts


def _png_parts(folder: Path, name: str, volume: Volume, label_map: LabelMap) -> Parts:
    paths = _file_names(folder, name, "png", volume.geometry.size_xyz[2])
    low, high = PICTURE_WINDOW_HU
    grey = np.clip(np.rint((volume.voxels - low) * (255 / (high - low))), 0, 255).astype(np.uint8)
    planes = [*grey, *_GREY_OF_LABEL[label_map.voxels]]
    return {
        path: partial(_write_png, path, plane) for path, plane in zip(paths, planes, strict=True)
    }


def _write_slice(path: Path, volume: Volume, name: str, k: int) -> None:
    write_bytes(path, dicom_slice(volume, name, k))


def _write_png(path: Path, plane: NDArray[np.uint8]) -> None:
    buffer = streams.BytesIO()
    Image.fromarray(plane).save(buffer, "PNG")
    write_bytes(path, buffer.getvalue())


def dicom_slice(volume: Volume, name: str, k: int) -> bytes:
    """Slice ``k`` of a phantom as a DICOM CT image file; nobody could take it for a real patient.

    Args:
        volume: Int16 HU on an unrotated grid.
        name: The phantom's number, as text.
        k: Slice, from 0 at the feet.
    """
    identity = [volume.name, name]
    dataset = _dicom_header(identity, name)
    x, y, z = volume.geometry.point((k, 0, 0))
    dx, dy, dz = volume.geometry.spacing_xyz_mm
    dataset.SOPInstanceUID = generate_uid(entropy_srcs=[*identity, "slice", str(k)])
    dataset.InstanceNumber = k + 1
    dataset.ImagePositionPatient = [f"{v:.6g}" for v in (x, y, z)]
    dataset.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    dataset.SliceLocation = f"{z:.6g}"
    dataset.PixelSpacing = [f"{dy:.6g}", f"{dx:.6g}"]
    dataset.SliceThickness = f"{dz:.6g}"
    plane = volume.voxels[k]
    dataset.Rows, dataset.Columns = plane.shape
    stored = np.clip(plane.astype(np.int32) - _RESCALE_INTERCEPT, 0, 4095).astype("<u2")
    dataset.PixelData = stored.tobytes()
    dataset["PixelData"].VR = "OW"
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.file_meta.MediaStorageSOPClassUID = CTImageStorage
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    buffer = streams.BytesIO()
    dataset.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def _dicom_header(identity: list[str], name: str) -> Dataset:
    """What all slices of a phantom share."""
    dataset = Dataset()
    dataset.SpecificCharacterSet = "ISO_IR 192"
    dataset.ImageType = ["DERIVED", "PRIMARY", "AXIAL"]
    dataset.SOPClassUID = CTImageStorage
    dataset.StudyDate = dataset.SeriesDate = dataset.ContentDate = "20000101"
    dataset.StudyTime = dataset.SeriesTime = dataset.ContentTime = "120000"
    dataset.AccessionNumber = ""
    dataset.Modality = "CT"
    dataset.Manufacturer = "Slicewise phantom"
    dataset.ReferringPhysicianName = ""
    dataset.StudyDescription = "Phantom abdomen, computer-made"
    dataset.SeriesDescription = "Phantom portal venous"
    dataset.PatientName = f"Phantom^{name}"
    dataset.PatientID = f"PHANTOM-{name}"
    dataset.PatientBirthDate = ""
    dataset.PatientSex = "O"
    dataset.PatientPosition = "HFS"
    dataset.BodyPartExamined = "ABDOMEN"
    dataset.KVP = "120"
    dataset.StudyID = name
    dataset.SeriesNumber = 1
    dataset.AcquisitionNumber = 1
    dataset.StudyInstanceUID = generate_uid(entropy_srcs=[*identity, "study"])
    dataset.SeriesInstanceUID = generate_uid(entropy_srcs=[*identity, "series"])
    dataset.FrameOfReferenceUID = generate_uid(entropy_srcs=[*identity, "frame"])
    dataset.PositionReferenceIndicator = ""
    dataset.SamplesPerPixel = 1
    dataset.PhotometricInterpretation = "MONOCHROME2"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 12, 11
    dataset.PixelRepresentation = 0
    dataset.RescaleIntercept, dataset.RescaleSlope = str(_RESCALE_INTERCEPT), "1"
    dataset.RescaleType = "HU"
    dataset.WindowCenter, dataset.WindowWidth = "40", "350"
    return dataset


_WRITERS: Mapping[str, Callable[[Path, str, Volume, LabelMap], Parts]] = {
    "nii.gz": _nifti_parts,
    "dicom": _dicom_parts,
    "png": _png_parts,
}
