"""A CT as DICOM, and SEG and RTSTRUCT files drawn on it, built element by element."""

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid

from unet_core.io.request import Reference, Request
from unet_core.volume import DicomSource, Geometry, LabelMap, Volume

SEG_CLASS = "1.2.840.10008.5.1.4.1.1.66.4"
RTSTRUCT_CLASS = "1.2.840.10008.5.1.4.1.1.481.3"
SPACING, ORIGIN = (0.7, 0.8, 2.5), (-61.5, 40.25, -310.0)
SERIES, STUDY, SPACE = "1.2.3.10", "1.2.3.11", "1.2.3.12"
STRANGER = "1.2.3.99"
PLANTED = (
    "Zebediah^Quux",
    "PID-77123",
    "19610203",
    "ACC-5511",
    "Dr^Xylophone",
    "STU-99",
    "Ulm-West",
)


def geometry(shape: tuple[int, int, int] = (6, 20, 24), **changes: Any) -> Geometry:
    return Geometry((shape[2], shape[1], shape[0]), SPACING, ORIGIN, **changes)


def scan(grid: Geometry, folder: Path | None = None, series: str = SERIES) -> Volume:
    """A CT with a DICOM source; its files are written where a folder is given."""
    uids = tuple(f"{series}.{k + 1}" for k in range(grid.size_xyz[2]))
    files: tuple[Path, ...] = ()
    if folder is not None:
        folder.mkdir(exist_ok=True)
        files = tuple(_write_slice(folder, grid, k, uid, series) for k, uid in enumerate(uids))
    source = DicomSource(series, STUDY, SPACE, uids, files)
    return Volume(np.zeros(grid.shape_zyx, np.int16), grid, "ct", source=source)


def reference(grid: Geometry, series: str = SERIES) -> Reference:
    found = Reference.of(scan(grid, series=series))
    assert found is not None
    return found


def finished(reading: Generator[Any, None, LabelMap]) -> LabelMap:
    """The label map at the end of a reader's events."""
    while True:
        try:
            next(reading)
        except StopIteration as end:
            return end.value


def request(path: Path, **changes: Any) -> Request:
    return Request((path,), as_mask=True, **changes)


def saved(dataset: Dataset, path: Path, class_uid: str) -> Path:
    dataset.SOPClassUID = class_uid
    dataset.SOPInstanceUID = generate_uid(entropy_srcs=[path.name])
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.file_meta.MediaStorageSOPClassUID = class_uid
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    dataset.preamble = b"\0" * 128
    dataset.save_as(path, enforce_file_format=True)
    return path


def _write_slice(folder: Path, grid: Geometry, k: int, uid: str, series: str) -> Path:
    d = Dataset()
    d.PatientName, d.PatientID, d.PatientBirthDate, d.AccessionNumber = PLANTED[:4]
    d.ReferringPhysicianName, d.StudyID, d.InstitutionName = PLANTED[4:]
    d.PatientSex, d.StudyDate, d.StudyTime = "F", "20240102", "101112"
    d.Modality, d.StudyInstanceUID, d.SeriesInstanceUID = "CT", STUDY, series
    d.FrameOfReferenceUID, d.InstanceNumber = SPACE, k + 1
    cosines = np.reshape(grid.direction, (3, 3))
    d.ImageOrientationPatient = [f"{v:.10f}" for v in (*cosines[:, 0], *cosines[:, 1])]
    d.ImagePositionPatient = [f"{v:.8f}" for v in grid.point((k, 0, 0))]
    d.PixelSpacing, d.SliceThickness = [SPACING[1], SPACING[0]], SPACING[2]
    d.Rows, d.Columns = grid.size_xyz[1], grid.size_xyz[0]
    d.SamplesPerPixel, d.PhotometricInterpretation = 1, "MONOCHROME2"
    d.BitsAllocated, d.BitsStored, d.HighBit, d.PixelRepresentation = 16, 16, 15, 1
    d.RescaleIntercept, d.RescaleSlope = 0, 1
    d.PixelData = np.zeros(grid.shape_zyx[1:], np.int16).tobytes()
    path = saved(d, folder / f"{k:03}.dcm", CTImageStorage)
    return _with_uid(d, path, uid)


def _with_uid(d: Dataset, path: Path, uid: str) -> Path:
    d.SOPInstanceUID = d.file_meta.MediaStorageSOPInstanceUID = uid
    d.save_as(path, enforce_file_format=True)
    return path


# --- DICOM SEG ---------------------------------------------------------------------------------


def segment(number: int, name: str, code: tuple[str, str, str] | None = None) -> Dataset:
    item = Dataset()
    item.SegmentNumber, item.SegmentLabel, item.SegmentAlgorithmType = number, name, "MANUAL"
    item.RecommendedDisplayCIELabValue = [41661, 41167, 40792]
    kind = Dataset()
    kind.CodingSchemeDesignator, kind.CodeValue, kind.CodeMeaning = code or ("SCT", "1", "Tissue")
    item.SegmentedPropertyTypeCodeSequence = [kind]
    return item


def seg(
    segments: Sequence[Dataset],
    frames: Sequence[tuple[int, int, NDArray[Any]]],
    grid: Geometry,
    series: str = SERIES,
) -> Dataset:
    """A BINARY segmentation; frames are (segment, slice, (Y, X) pixels)."""
    d = Dataset()
    d.Modality, d.Manufacturer, d.SegmentationType = "SEG", "Another", "BINARY"
    d.StudyInstanceUID, d.SeriesInstanceUID = STUDY, "1.2.3.50"
    d.FrameOfReferenceUID = SPACE
    d.Rows, d.Columns = frames[0][2].shape
    d.NumberOfFrames, d.SamplesPerPixel, d.PhotometricInterpretation = len(frames), 1, "MONOCHROME2"
    d.BitsAllocated = d.BitsStored = 1
    d.HighBit = d.PixelRepresentation = 0
    d.SegmentSequence = list(segments)
    named = Dataset()
    named.SeriesInstanceUID = series
    d.ReferencedSeriesSequence = [named]
    cosines = np.reshape(grid.direction, (3, 3))
    orientation, measures, shared = Dataset(), Dataset(), Dataset()
    orientation.ImageOrientationPatient = [f"{v:.10f}" for v in (*cosines[:, 0], *cosines[:, 1])]
    x, y, z = grid.spacing_xyz_mm
    measures.PixelSpacing, measures.SliceThickness = [y, x], z
    measures.SpacingBetweenSlices = z
    shared.PlaneOrientationSequence, shared.PixelMeasuresSequence = [orientation], [measures]
    d.SharedFunctionalGroupsSequence = [shared]
    d.PerFrameFunctionalGroupsSequence = [_frame(n, k, grid) for n, k, _ in frames]
    stacked = np.stack([pixels for *_, pixels in frames]).astype(np.uint8)
    bits = np.packbits(stacked.reshape(-1), bitorder="little").tobytes()
    d.PixelData = bits + b"\0" * (len(bits) % 2)
    d["PixelData"].VR = "OB"
    return d


def _frame(number: int, k: int, grid: Geometry) -> Dataset:
    item, place, identity = Dataset(), Dataset(), Dataset()
    place.ImagePositionPatient = [f"{v:.8f}" for v in grid.point((k, 0, 0))]
    identity.ReferencedSegmentNumber = number
    item.PlanePositionSequence, item.SegmentIdentificationSequence = [place], [identity]
    return item


def box(shape: tuple[int, int], rows: slice, columns: slice) -> NDArray[np.uint8]:
    pixels = np.zeros(shape, np.uint8)
    pixels[rows, columns] = 1
    return pixels


# --- RTSTRUCT ----------------------------------------------------------------------------------


def rtstruct(
    regions: Sequence[tuple[str, Sequence[NDArray[np.float64]]]],
    series: str = SERIES,
    space: str = SPACE,
    kind: str = "CLOSED_PLANAR",
) -> Dataset:
    """Regions of a name and contours, each (N, 3) mm LPS."""
    d = Dataset()
    d.Modality, d.StudyInstanceUID, d.SeriesInstanceUID = "RTSTRUCT", STUDY, "1.2.3.60"
    frame, study, named = Dataset(), Dataset(), Dataset()
    named.SeriesInstanceUID = series
    study.RTReferencedSeriesSequence = [named] if series else []
    frame.FrameOfReferenceUID, frame.RTReferencedStudySequence = space, [study]
    d.ReferencedFrameOfReferenceSequence = [frame]
    d.StructureSetROISequence, d.ROIContourSequence = [], []
    for number, (name, contours) in enumerate(regions, start=1):
        region, drawn = Dataset(), Dataset()
        region.ROINumber, region.ROIName = number, name
        drawn.ReferencedROINumber, drawn.ROIDisplayColor = number, [16 * number, 0, 255]
        drawn.ContourSequence = []
        for points in contours:
            contour = Dataset()
            contour.ContourGeometricType = kind
            contour.NumberOfContourPoints = len(points)
            contour.ContourData = [f"{v:.6f}" for v in points.ravel()]
            drawn.ContourSequence.append(contour)
        d.StructureSetROISequence.append(region)
        d.ROIContourSequence.append(drawn)
    return d


def ring(
    grid: Geometry, corners_xy: Sequence[tuple[float, float]], z: float
) -> NDArray[np.float64]:
    """A contour through (x, y) pixels of slice z, in mm."""
    return np.array([grid.point((z, y, x)) for x, y in corners_xy])


def square(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
