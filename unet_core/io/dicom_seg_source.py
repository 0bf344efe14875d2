"""What a DICOM SEG copies of the scan it was drawn on, as highdicom wants it.

Pixels are not copied. Functional groups of multi-frame scans are those of DICOM PS3.3 C.7.6.16.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from unet_core.errors import InputError
from unet_core.io.dicom_object import Node, read_object
from unet_core.io.headers import display_name
from unet_core.io.seg_frames import group
from unet_core.volume import DicomSource, Geometry

if TYPE_CHECKING:  # it takes a second that only saving needs
    from pydicom.dataset import Dataset

_CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2"
_POSITIONS, _FRAMES = 0x00209113, 0x52009230
_ON_GRID_VOXELS = 0.1
_PERSONAL: Mapping[str, int] = {
    "PatientName": 0x00100010,
    "PatientID": 0x00100020,
    "PatientBirthDate": 0x00100030,
    "PatientSex": 0x00100040,
    "AccessionNumber": 0x00080050,
    "StudyID": 0x00200010,
    "StudyDate": 0x00080020,
    "StudyTime": 0x00080030,
    "ReferringPhysicianName": 0x00080090,
}


def images_of(
    source: DicomSource, geometry: Geometry, *, identify: bool
) -> tuple["list[Dataset]", list[int] | None]:
    """The images of a scan without their pixels, and the slices in the order of their frames.

    Args:
        source: Which objects; one for each slice, or one for all.
        geometry: Where the slices lie.
        identify: Copy who the patient is.

    Returns:
        One image for each slice and None; or one of many frames, and the slice that each shows.

    Raises:
        InputError: If they are not the objects that were opened.
    """
    first = _first_slice(source)
    shared = _of_scan(first, source, geometry, identify=identify)
    if len(source.instance_uids) < geometry.size_xyz[2]:
        slices = _slices_of(first, geometry)
        return [_many_frames(shared, source, geometry, slices)], slices
    return [
        _one_slice(shared, geometry, k, uid) for k, uid in enumerate(source.instance_uids)
    ], None


def _one_slice(shared: "Dataset", geometry: Geometry, index: int, uid: str) -> "Dataset":
    from pydicom.dataset import Dataset

    image = Dataset()
    image.update(shared)
    image.SOPInstanceUID = uid
    image.InstanceNumber = index + 1
    image.ImagePositionPatient = _texts(geometry.point((index, 0, 0)))
    return image


def _slices_of(first: Node, geometry: Geometry) -> list[int]:
    """Which slice of the grid each frame of a file is.

    Raises:
        InputError: If they are not one for each, as where a file holds several passes.
    """
    inverse = np.linalg.inv(geometry.affine)
    found = []
    for item in first.items(_FRAMES):
        place = group(first, item, _POSITIONS)
        position = place.decimals(0x00200032, "frame position", 3) if place is not None else None
        if position is not None:
            x, y, z = (inverse @ [*position, 1.0])[:3]
            on_grid = max(abs(x), abs(y), abs(z - round(z))) < _ON_GRID_VOXELS
            found.append(round(z) if on_grid else -1)
    if sorted(found) == list(range(geometry.size_xyz[2])):
        return found
    fault = "holds frames besides those of the open scan, as of several passes over the body"
    if not found:
        fault = "does not say of each frame where it lies"
    raise InputError(
        first.name, fault, "save the mask as .seg.nrrd, which keeps names and colours too"
    )


def _many_frames(
    shared: "Dataset", source: DicomSource, geometry: Geometry, slices: list[int]
) -> "Dataset":
    from pydicom.dataset import Dataset

    image, groups, measures, orientation = Dataset(), Dataset(), Dataset(), Dataset()
    image.update(shared)
    measures.PixelSpacing, measures.SliceThickness = image.PixelSpacing, image.SliceThickness
    orientation.ImageOrientationPatient = image.ImageOrientationPatient
    del image.PixelSpacing, image.SliceThickness, image.ImageOrientationPatient
    groups.PixelMeasuresSequence, groups.PlaneOrientationSequence = [measures], [orientation]
    frames = []
    for index in slices:
        frame, place = Dataset(), Dataset()
        place.ImagePositionPatient = _texts(geometry.point((index, 0, 0)))
        frame.PlanePositionSequence = [place]
        frames.append(frame)
    image.SOPInstanceUID, image.InstanceNumber = source.instance_uids[0], 1
    image.NumberOfFrames = len(slices)
    image.SharedFunctionalGroupsSequence = [groups]
    image.PerFrameFunctionalGroupsSequence = frames
    return image


def _first_slice(source: DicomSource) -> Node:
    """The head of a slice as it is on disk now.

    Raises:
        InputError: If it is not the slice that was opened.
    """
    root = read_object(source.files[0]).root
    if root.text(0x00080018) != source.instance_uids[0]:
        name = display_name(source.files[0])
        raise InputError(name, "is not the slice that was opened", "open the scan again")
    return root


def _of_scan(first: Node, source: DicomSource, geometry: Geometry, *, identify: bool) -> "Dataset":
    """What all slices share, as highdicom wants it."""
    from pydicom.dataset import Dataset

    shared = Dataset()
    shared.SpecificCharacterSet = "ISO_IR 192"
    shared.SOPClassUID = first.text(0x00080016) or _CT_IMAGE
    shared.Modality = first.text(0x00080060) or "CT"
    shared.StudyInstanceUID = source.study_uid
    shared.SeriesInstanceUID = source.series_uid
    shared.FrameOfReferenceUID = source.frame_of_reference_uid
    shared.Columns, shared.Rows = geometry.size_xyz[:2]
    x, y, z = geometry.spacing_xyz_mm
    shared.PixelSpacing, shared.SliceThickness = _texts((y, x)), _texts((z,))[0]
    cosines = np.reshape(geometry.direction, (3, 3))
    shared.ImageOrientationPatient = _texts((*cosines[:, 0], *cosines[:, 1]))
    for keyword, tag in _PERSONAL.items():
        setattr(shared, keyword, _personal(first, keyword, tag) if identify else "")
    return shared


def _personal(first: Node, keyword: str, tag: int) -> str:
    text = first.words(tag)
    if keyword == "PatientSex" and text not in ("M", "F", "O"):
        return ""
    is_date = text.isdigit() and len(text) == 8
    return "" if keyword.endswith("Date") and not is_date else text


def _texts(numbers: tuple[float, ...]) -> list[str]:
    """Decimal strings of at most 16 characters (PS3.5 section 6.2, DS)."""
    from pydicom.valuerep import format_number_as_ds

    return [format_number_as_ds(float(n)) for n in numbers]
