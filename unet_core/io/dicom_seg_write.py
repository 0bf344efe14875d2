"""A label map as DICOM SEG, tied to the slices of its scan; written by highdicom.

By default the copy names nobody: attributes of patient and study that may be empty (type 2) are
empty, and only the UIDs stay that a SEG must share with its scan to belong to it (DICOM PS3.15
table E.1-1: the basic profile blanks the former; the option Retain UIDs keeps the latter).
"""

import io
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io.dicom_object import Node, read_object
from unet_core.io.dicom_seg import MANUFACTURER, OWN_LABEL
from unet_core.io.headers import display_name
from unet_core.io.part_names import LIVER_CODE, TUMOUR_CODE, Code
from unet_core.io.segments import stored_name
from unet_core.volume import DicomSource, Geometry, Label, LabelMap, Volume

if TYPE_CHECKING:  # they take a second that only saving needs
    from highdicom.seg import SegmentDescription
    from pydicom.dataset import Dataset

_CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2"
_ORGAN: Code = ("SCT", "123037004", "Anatomical Structure")
_ABNORMAL: Code = ("SCT", "49755003", "Morphologically Abnormal Structure")
_TISSUE: Code = ("SCT", "85756007", "Tissue")
_LEARNING: Code = ("DCM", "123110", "Artificial Intelligence")
"""DICOM PS3.16 CID 7162, families of algorithms."""
_CODES: Mapping[str, tuple[Code, Code]] = {
    "liver": (_ORGAN, LIVER_CODE),
    "tumour": (_ABNORMAL, TUMOUR_CODE),
    "tumor": (_ABNORMAL, TUMOUR_CODE),
    "lesion": (_ABNORMAL, ("SCT", "52988006", "Lesion")),
    "spleen": (_ORGAN, ("SCT", "78961009", "Spleen")),
    "pancreas": (_ORGAN, ("SCT", "15776009", "Pancreas")),
    "gallbladder": (_ORGAN, ("SCT", "28231008", "Gallbladder")),
    "stomach": (_ORGAN, ("SCT", "69695003", "Stomach")),
    "kidney": (_ORGAN, ("SCT", "64033007", "Kidney")),
    "aorta": (_ORGAN, ("SCT", "15825003", "Aorta")),
    "lung": (_ORGAN, ("SCT", "39607008", "Lung")),
}
"""Category and type (DICOM PS3.16 CID 7150 and 7151) by a label's name; tissue for others."""
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
_NOT_AS_DICOM = "save it as .seg.nrrd, which keeps names and colours too"


def check_seg(label_map: LabelMap, reference: Volume | None, name: str) -> None:
    """Refuse, before any work, what cannot become a DICOM SEG.

    Args:
        label_map: The mask.
        reference: The scan it was drawn on, opened from DICOM files.
        name: Of the file to be written, for sentences.

    Raises:
        InputError: If there is no such scan, its files are gone or the mask lies on another grid.
    """
    _source(label_map, reference, name)


def write_seg(
    path: Path, label_map: LabelMap, reference: Volume | None, *, identify: bool = False
) -> Iterator[float]:
    """Fill ``path`` with a DICOM SEG, yielding what share of the work (0 to 1) is done.

    It is BINARY with one segment a label, each with a coded name and its colour.

    Args:
        path: The file, made anew.
        label_map: The mask; its ``role`` says whether a person or a model drew it.
        reference: The scan it was drawn on, opened from DICOM files.
        identify: Copy who the patient is; otherwise those attributes stay empty and only the UIDs
            that tie it to its scan are kept.

    Raises:
        InputError: As ``check_seg``.
    """
    source = _source(label_map, reference, display_name(path))
    yield 0.0
    values = sorted(set(label_map.labels) | _values(label_map.voxels) - {0})
    if not values:
        raise InputError(display_name(path), "has no labels to save", "draw one first")
    numbers = np.zeros(256, np.uint8)
    numbers[values] = np.arange(1, len(values) + 1)
    labels = [label_map.labels.get(v) or Label(v, f"label {v}", "#9bc53d") for v in values]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _write(path, numbers[label_map.voxels], labels, label_map, source, identify=identify)
    yield 1.0


def _source(label_map: LabelMap, reference: Volume | None, name: str) -> DicomSource:
    source = reference.source if reference is not None else None
    if reference is None or source is None:
        fault = "cannot be saved as DICOM: no DICOM scan is open that it was drawn on"
        raise InputError(name, fault, f"open that scan first, or {_NOT_AS_DICOM}")
    if label_map.refers_to and label_map.refers_to != source.series_uid:
        fault = "was drawn on another series than the open scan"
        raise InputError(name, fault, "open the scan it was drawn on first")
    if differences := label_map.geometry.differences(reference.geometry):
        fault = f"lies on another grid than its scan ({differences[0]})"
        raise InputError(name, fault, "resample it to its scan first")
    if len(source.instance_uids) != len(label_map.voxels) or not source.files:
        fault = "cannot name the slices it belongs to: the scan is resampled or one file"
        raise InputError(name, fault, _NOT_AS_DICOM)
    if not (source.series_uid and source.study_uid and source.frame_of_reference_uid):
        fault = "cannot be tied to its scan, whose files lack identifiers (UIDs)"
        raise InputError(name, fault, _NOT_AS_DICOM)
    return source


def _values(voxels: NDArray[np.uint8]) -> set[int]:
    found = np.zeros(256, np.bool_)
    for plane in voxels:
        found[plane] = True
    return {int(v) for v in np.flatnonzero(found)}


def _write(
    path: Path,
    segments: NDArray[np.uint8],
    labels: list[Label],
    label_map: LabelMap,
    source: DicomSource,
    *,
    identify: bool,
) -> None:
    from highdicom.seg import Segmentation  # takes a second that only saving needs
    from highdicom.uid import UID
    from pydicom.dataset import Dataset

    first = _first_slice(source)
    images: list[Dataset] = []
    for index, uid in enumerate(source.instance_uids):
        image = Dataset()
        image.update(_of_scan(first, source, label_map.geometry, identify=identify))
        image.SOPInstanceUID = uid
        image.InstanceNumber = index + 1
        image.ImagePositionPatient = _texts(label_map.geometry.point((index, 0, 0)))
        images.append(image)
    by_a_model = label_map.role == "prediction"
    segmentation = Segmentation(
        source_images=images,
        pixel_array=segments,
        segmentation_type="BINARY",
        segment_descriptions=[
            _description(number, label, by_a_model=by_a_model)
            for number, label in enumerate(labels, start=1)
        ],
        series_instance_uid=UID(),
        series_number=300,
        sop_instance_uid=UID(),
        instance_number=1,
        manufacturer=MANUFACTURER,
        manufacturer_model_name=MANUFACTURER,
        software_versions="0.1",
        device_serial_number="0",
        content_label="SEGMENTATION",
        content_description="Labels drawn on a scan",
        series_description="Segmentation",
        specific_character_set="ISO_IR 192",
    )
    segmentation.ContentCreatorName = ""  # PS3.3 table 10-12 wants it, if empty; highdicom does not
    segmentation.preamble = b"\0" * 128
    whole = io.BytesIO()  # a bit a voxel; written in one go and not in a thousand small ones
    segmentation.save_as(whole, enforce_file_format=True)
    with path.open("wb") as file:
        file.write(whole.getbuffer())


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


def _description(number: int, label: Label, *, by_a_model: bool) -> "SegmentDescription":
    from highdicom import AlgorithmIdentificationSequence
    from highdicom.color import CIELabColor
    from highdicom.seg import SegmentDescription
    from highdicom.sr import CodedConcept

    name = stored_name(label)
    category, kind = _CODES.get(name.lower(), (_TISSUE, _TISSUE))
    concepts = [CodedConcept(value, scheme, said) for scheme, value, said in (category, kind)]
    family = CodedConcept(_LEARNING[1], _LEARNING[0], _LEARNING[2])
    algorithm = AlgorithmIdentificationSequence("U-Net", family, "1") if by_a_model else None
    red, green, blue = (int(label.colour[i : i + 2], 16) for i in (1, 3, 5))
    description = SegmentDescription(
        segment_number=number,
        segment_label=name.replace("\\", "/"),
        segmented_property_category=concepts[0],
        segmented_property_type=concepts[1],
        algorithm_type="AUTOMATIC" if by_a_model else "MANUAL",
        algorithm_identification=algorithm,
        display_color=CIELabColor.from_rgb(red, green, blue),
    )
    description.SegmentDescription = OWN_LABEL.format(label.value, name)
    return description
