"""A label map as DICOM SEG, tied to the slices of its scan; written by highdicom.

By default the copy names nobody: attributes of patient and study that may be empty (type 2) are
empty, and only the UIDs stay that a SEG must share with its scan to belong to it (DICOM PS3.15
table E.1-1: the basic profile blanks the former; the option Retain UIDs keeps the latter).
"""

import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from unet_core.errors import InputError
from unet_core.io.dicom_seg import MANUFACTURER, OWN_LABEL
from unet_core.io.dicom_seg_source import images_of
from unet_core.io.headers import display_name
from unet_core.io.segments import Code, codes_of, stored_name
from unet_core.volume import DicomSource, Label, LabelMap, Volume

if TYPE_CHECKING:  # they take a second that only saving needs
    from highdicom.seg import SegmentDescription

_LEARNING: Code = ("DCM", "123110", "Artificial Intelligence")
"""DICOM PS3.16 CID 7162, families of algorithms."""
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
    if not source.instance_uids:
        fault = (
            "cannot be saved as DICOM: its scan was resampled on opening, and the mask would be "
            "tied to slices that lie elsewhere"
        )
        raise InputError(name, fault, _NOT_AS_DICOM)
    if not source.files:
        fault = "cannot be saved as DICOM: the files of its scan are packed in an archive"
        raise InputError(name, fault, f"unpack it and open its folder, or {_NOT_AS_DICOM}")
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

    images, order = images_of(source, label_map.geometry, identify=identify)
    by_a_model = label_map.role == "prediction"
    segmentation = Segmentation(
        source_images=images,
        pixel_array=segments if order is None else segments[order],
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


def _description(number: int, label: Label, *, by_a_model: bool) -> "SegmentDescription":
    from highdicom import AlgorithmIdentificationSequence
    from highdicom.color import CIELabColor
    from highdicom.seg import SegmentDescription
    from highdicom.sr import CodedConcept

    name = stored_name(label)
    concepts = [CodedConcept(value, scheme, said) for scheme, value, said in codes_of(name)]
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
