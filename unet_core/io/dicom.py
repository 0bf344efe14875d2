"""DICOM folders and files: which series are there, and the volume of the one wanted.

Volumes are put together from the headers of single slices; what libraries do on their own was
found to merge patients, drop slices and bend tilted scans without a word.
"""

import warnings
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pydicom
from pydicom.dataset import FileDataset
from pydicom.uid import UID

from unet_core.errors import InputError
from unet_core.events import Progress, Series, SeriesFound
from unet_core.io.dicom_pixels import PIXEL_TAGS, read_pixels
from unet_core.io.dicom_volume import SliceHeader, assemble
from unet_core.io.folders import files_below, files_beside
from unet_core.io.headers import Header, display_name, open_regular
from unet_core.io.payload import Memory
from unet_core.volume import Voxels

_DICOMDIR = "1.2.840.10008.1.3.10"
_DEFLATED = b"1.2.840.10008.1.2.1.99"
_DICOM_ENDINGS = (".dcm", ".dicom", ".ima", ".img")
_APART = ("SEG", "RTSTRUCT", "RTDOSE", "RTPLAN", "SR", "PR", "KO", "REG", "DOC")
_TAGS = [
    "ImageType",
    "SOPClassUID",
    "Modality",
    "SeriesDescription",
    "PatientName",
    "PatientID",
    "SliceThickness",
    "GantryDetectorTilt",
    "StudyInstanceUID",
    "SeriesInstanceUID",
    "InstanceNumber",
    "ImagesInAcquisition",
    "ImagePositionPatient",
    "ImageOrientationPatient",
    "FrameOfReferenceUID",
    "SamplesPerPixel",
    "PhotometricInterpretation",
    "NumberOfFrames",
    "Rows",
    "Columns",
    "PixelSpacing",
    "BitsAllocated",
    "BitsStored",
    "HighBit",
    "PixelRepresentation",
    "PixelPaddingValue",
    "RescaleIntercept",
    "RescaleSlope",
    "SpecificCharacterSet",
]


@dataclass(frozen=True)
class Found:
    """One series, read whole.

    Attributes:
        is_ct: Whether its values are HU by definition.
        sha256: Of the file, if it is a single one.
    """

    header: Header
    voxels: Voxels
    is_ct: bool
    sha256: str = ""


@dataclass
class _Folder:
    """What the files of a folder are."""

    slices: list[SliceHeader]
    unreadable: list[Path]
    apart: Counter[str]
    pictures: int = 0


def read_series(
    path: Path, series_uid: str | None, memory: Memory
) -> Generator[Progress, None, Found | SeriesFound]:
    """The only, or the chosen, image series of a folder; or what there is to choose from.

    Args:
        path: A folder, or one file: then the series it belongs to, from its own folder.
        series_uid: Which series.
        memory: Makes the result's array.

    Raises:
        InputError: If files are damaged, or the series is no sound volume.
    """
    if path.is_dir():
        files = list(files_below(path))
        if not files and not any(path.iterdir()):
            raise InputError(display_name(path), "is empty", "choose a folder with a scan in it")
        folder = yield from _scan(path, files)
    else:
        folder, series_uid = yield from _scan_around(path, series_uid)
    name = display_name(path)
    _refuse_unreadable(name, folder)
    groups = _grouped(folder)
    if series_uid is not None:
        if series_uid not in groups:
            raise InputError(name, "does not hold that series", "choose one it holds")
        groups = {series_uid: groups[series_uid]}
    if not groups:
        raise _nothing(name, folder)
    if len(groups) > 1:
        return SeriesFound(tuple(_series(uid, slices) for uid, slices in groups.items()))
    (slices,) = groups.values()
    plan = assemble(path, slices)
    notices = plan.header.notices
    if folder.apart:
        listed = ", ".join(f"{count} {kind}" for kind, count in sorted(folder.apart.items()))
        notices = (*notices, f"Left aside in the folder: {listed}.")
    voxels, said = yield from read_pixels(plan, memory)
    header = Header(
        path, "DICOM", plan.header.geometry, voxels.dtype, path, notices=(*notices, *said)
    )
    return Found(header, voxels, is_ct=slices[0].modality == "CT")


def _nothing(name: str, folder: _Folder) -> InputError:
    if folder.apart:
        listed = ", ".join(f"{count} {kind}" for kind, count in sorted(folder.apart.items()))
        return InputError(name, f"holds no scan, only {listed}", "choose the folder of the scan")
    if folder.pictures:
        noun = "picture" if folder.pictures == 1 else "pictures"
        return InputError(
            name,
            f"holds {folder.pictures} {noun} and no DICOM scan",
            "choose the slices of one patient, or use the folder as training data",
        )
    return InputError(name, "holds no DICOM scan", "choose another folder")


def _refuse_unreadable(name: str, folder: _Folder) -> None:
    bad = folder.unreadable
    if bad:
        total = len(bad) + len(folder.slices) + folder.apart.total()
        raise InputError(
            name,
            f"has {len(bad)} of {total} DICOM files that are empty or damaged "
            f"({display_name(bad[0])}{', ...' if len(bad) > 1 else ''}), so slices may be missing",
            "copy it again from its source, or remove the damaged files",
        )


# --- scanning ------------------------------------------------------------------------------


def _scan(root: Path, files: list[Path]) -> Generator[Progress, None, _Folder]:
    folder = _Folder([], [], Counter())
    for index, path in enumerate(files):
        _sort_in(path, folder)
        if index % 64 == 63:
            yield Progress(index + 1, len(files), f"Looking through {display_name(root)}")
    return folder


def _scan_around(
    path: Path, series_uid: str | None
) -> Generator[Progress, None, tuple[_Folder, str]]:
    alone = _Folder([], [], Counter())
    _sort_in(path, alone)
    if not alone.slices:
        _refuse_unreadable(display_name(path), alone)
        raise _nothing(display_name(path), alone)
    own = alone.slices[0]
    if own.frames > 1 or not own.series_uid:
        siblings = alone
    else:
        siblings = yield from _scan(path, files_beside(path))
        siblings.apart.clear()
    return siblings, series_uid or next(iter(_grouped(alone)))


def _sort_in(path: Path, folder: _Folder) -> None:
    """Put one file where it belongs."""
    expected = path.suffix.lower() in _DICOM_ENDINGS
    try:
        with open_regular(path) as file:
            head = file.read(1 << 12)
    except InputError:
        if expected or not path.suffix:
            folder.unreadable.append(path)
        return
    if head[128:132] != b"DICM":
        if expected:
            folder.unreadable.append(path)
        folder.pictures += head.startswith((b"\x89PNG", b"\xff\xd8\xff"))
        return
    if _DEFLATED in head:
        raise InputError(
            display_name(path), "is a deflated DICOM file", "export it without deflate"
        )
    try:
        header = _header(path)
    except Exception:  # noqa: BLE001  (a library's parser may raise anything on damaged bytes)
        folder.unreadable.append(path)
        return
    if header is None:
        return
    if header.modality in _APART or not header.rows or "LOCALIZER" in header.image_type:
        kind = "localizer" if "LOCALIZER" in header.image_type else header.modality or "other"
        folder.apart[kind] += 1
    else:
        folder.slices.append(header)


# --- headers -----------------------------------------------------------------------------------


def _header(path: Path) -> SliceHeader | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with open_regular(path) as file:
            dataset = pydicom.dcmread(  # noqa: TID251  (this is the door)
                file, stop_before_pixels=True, specific_tags=list(_TAGS)
            )
            end = file.tell()
            ends_in_pixels = file.read(4) in PIXEL_TAGS.values()
        storage = UID(str(dataset.file_meta.get("MediaStorageSOPClassUID", "")))
        if storage == _DICOMDIR:
            return None  # we look at the files themselves
        if not ends_in_pixels and (not storage or "Image Storage" in storage.name):
            raise EOFError("cut before its pixels; the library reads on as if nothing were missing")
        return _slice_header(path, dataset, end)


def _slice_header(path: Path, dataset: FileDataset, end: int) -> SliceHeader:
    return SliceHeader(
        path=path,
        pixel_element=end,
        syntax=str(dataset.file_meta.get("TransferSyntaxUID", "")),
        modality=_text(dataset, "Modality"),
        image_type=tuple(_text(dataset, "ImageType").upper().split("\\")),
        description=_description(dataset),
        patient=(_text(dataset, "PatientID"), _text(dataset, "PatientName")),
        study_uid=_text(dataset, "StudyInstanceUID"),
        series_uid=_text(dataset, "SeriesInstanceUID"),
        frame_uid=_text(dataset, "FrameOfReferenceUID"),
        instance=_text(dataset, "InstanceNumber"),
        images_in_acquisition=_text(dataset, "ImagesInAcquisition"),
        position=_text(dataset, "ImagePositionPatient"),
        orientation=_text(dataset, "ImageOrientationPatient"),
        pixel_spacing=_text(dataset, "PixelSpacing"),
        thickness=_text(dataset, "SliceThickness"),
        rows=_integer(dataset, "Rows"),
        columns=_integer(dataset, "Columns"),
        frames=int(_text(dataset, "NumberOfFrames") or 1),
        samples=_integer(dataset, "SamplesPerPixel", 1),
        photometric=_text(dataset, "PhotometricInterpretation"),
        bits_allocated=_integer(dataset, "BitsAllocated"),
        bits_stored=_integer(dataset, "BitsStored"),
        high_bit=_integer(dataset, "HighBit"),
        signed=_integer(dataset, "PixelRepresentation") == 1,
        padding=_padding(dataset),
        slope=_text(dataset, "RescaleSlope"),
        intercept=_text(dataset, "RescaleIntercept"),
    )


def _text(dataset: FileDataset, key: str) -> str:
    """The value as it stands in the file: numbers are judged by us, not by a library."""
    item: Any = dataset.get_item(key)
    value = getattr(item, "value", None)
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode("latin-1").strip(" \0\n\r\t")
    if isinstance(value, (list, tuple)) or type(value).__name__ == "MultiValue":
        return "\\".join(str(v) for v in value)
    return str(value).strip(" \0")


def _integer(dataset: FileDataset, key: str, otherwise: int = 0) -> int:
    value = dataset.get(key)
    return otherwise if value is None else int(value)


def _padding(dataset: FileDataset) -> int | None:
    value = dataset.get("PixelPaddingValue")
    return value if isinstance(value, int) else None


def _description(dataset: FileDataset) -> str:
    text = str(dataset.get("SeriesDescription", "") or "")
    return "".join(c for c in text if c.isprintable())[:80]


# --- series ------------------------------------------------------------------------------------


def _grouped(folder: _Folder) -> dict[str, list[SliceHeader]]:
    """Slices by series; those without a series UID by what else keeps volumes apart."""
    groups: dict[str, list[SliceHeader]] = {}
    nameless: dict[tuple[object, ...], str] = {}
    for header in folder.slices:
        uid = header.series_uid
        if not uid:
            key = (
                header.study_uid,
                header.frame_uid,
                header.orientation,
                header.rows,
                header.columns,
                header.description,
            )
            uid = nameless.setdefault(key, f"without-uid-{len(nameless) + 1}")
        groups.setdefault(uid, []).append(header)
    return groups


def _series(uid: str, slices: list[SliceHeader]) -> Series:
    return Series(uid, slices[0].description, slices[0].modality, len(slices))
