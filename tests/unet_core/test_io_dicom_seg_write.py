"""DICOM SEG as written: valid, tied to its scan, naming nobody, and the same to other readers."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
import SimpleITK as sitk
from highdicom.seg import segread

from tests.unet_core import seg_samples as samples
from tests.unet_core.dicom_samples import enhanced
from tests.unet_core.io_samples import turned
from unet_core.errors import InputError
from unet_core.io import load, load_volume
from unet_core.io.dicom_seg import read_seg
from unet_core.io.dicom_seg_write import check_seg, write_seg
from unet_core.io.payload import OWN_MEMORY
from unet_core.io.request import Reference
from unet_core.volume import LIVER, TUMOUR, Geometry, Label, LabelMap, Volume

GRID = samples.geometry()
NAMES = {1: LIVER, 2: TUMOUR, 5: Label(5, "empty", "#ffffff"), 7: Label(7, "Ä b\\c", "#123456")}


def mask(grid: Geometry = GRID, **changes: Any) -> LabelMap:
    voxels = np.zeros(grid.shape_zyx, np.uint8)
    voxels[1:4, 2:10, 3:17] = 1
    voxels[2, 4:6, 5:9] = 2
    voxels[5, 19, 23] = 7
    return LabelMap(voxels, grid, "m", NAMES, **changes)


def written(path: Path, item: LabelMap, scan: Volume, **changes: Any) -> pydicom.Dataset:
    for _ in write_seg(path, item, scan, **changes):
        pass
    return pydicom.dcmread(path)  # noqa: TID251  (a second reader)


@pytest.mark.hazard("X2", "X5", "M7")
@pytest.mark.parametrize("direction", [GRID.direction, turned()])
def test_what_is_written_returns_and_others_read_the_same(tmp_path: Path, direction: Any) -> None:
    grid = samples.geometry(direction=direction)
    scan, item, path = samples.scan(grid, tmp_path / "ct"), mask(grid), tmp_path / "m.dcm"
    written(path, item, scan)
    again = samples.finished(
        read_seg(samples.request(path, reference=Reference.of(scan)), OWN_MEMORY)
    )
    np.testing.assert_array_equal(again.voxels, item.voxels)
    assert again.geometry == grid
    assert dict(again.labels) == NAMES
    assert again.refers_to == samples.SERIES
    assert again.role == "reference"
    theirs = segread(path)
    pixels = theirs.get_pixels_by_source_instance(
        list(scan.source.instance_uids) if scan.source else [], ignore_spatial_locations=False
    )
    for channel, value in enumerate(sorted(NAMES)):
        np.testing.assert_array_equal(pixels[..., channel] > 0, item.voxels == value)


def test_gdcm_reads_the_same_frames(tmp_path: Path) -> None:
    path = tmp_path / "m.dcm"
    d = written(path, mask(), samples.scan(GRID, tmp_path / "ct"))
    frames = sitk.GetArrayFromImage(sitk.ReadImage(str(path)))  # noqa: TID251
    for frame, item in zip(frames, d.PerFrameFunctionalGroupsSequence, strict=True):
        z = float(item.PlanePositionSequence[0].ImagePositionPatient[2])
        number = item.SegmentIdentificationSequence[0].ReferencedSegmentNumber
        k = round((z - GRID.origin_xyz_mm[2]) / GRID.spacing_xyz_mm[2])
        np.testing.assert_array_equal(frame > 0, mask().voxels[k] == sorted(NAMES)[number - 1])


# PS3.3 A.51 and the modules it names: must be there with a value (type 1), or be there (type 2).
TYPE_1 = (
    "SOPClassUID SOPInstanceUID StudyInstanceUID SeriesInstanceUID Modality SeriesNumber "
    "FrameOfReferenceUID Manufacturer ManufacturerModelName DeviceSerialNumber SoftwareVersions "
    "InstanceNumber ContentDate ContentTime ContentLabel ImageType SamplesPerPixel "
    "PhotometricInterpretation PixelRepresentation Rows Columns BitsAllocated BitsStored "
    "SegmentationType SegmentSequence NumberOfFrames SharedFunctionalGroupsSequence "
    "PerFrameFunctionalGroupsSequence DimensionOrganizationSequence DimensionIndexSequence "
    "ReferencedSeriesSequence PixelData LossyImageCompression"
)
TYPE_2 = (
    "PatientName PatientID PatientBirthDate PatientSex StudyDate StudyTime AccessionNumber StudyID "
    "ReferringPhysicianName PositionReferenceIndicator ContentDescription ContentCreatorName"
)
SEGMENT_1 = (
    "SegmentNumber SegmentLabel SegmentAlgorithmType SegmentedPropertyCategoryCodeSequence "
    "SegmentedPropertyTypeCodeSequence RecommendedDisplayCIELabValue"
)


@pytest.mark.hazard("X5", "L17")
@pytest.mark.parametrize("role", ["reference", "prediction"])
def test_required_attributes_and_references_are_there(tmp_path: Path, role: Any) -> None:
    scan = samples.scan(GRID, tmp_path / "ct")
    d = written(tmp_path / "m.dcm", mask(role=role), scan)
    assert [k for k in TYPE_1.split() if not d.get(k) and d.get(k) != 0] == []
    assert [k for k in TYPE_2.split() if k not in d] == []
    assert (tmp_path / "m.dcm").read_bytes()[:132] == b"\0" * 128 + b"DICM"
    assert (d.StudyInstanceUID, d.FrameOfReferenceUID) == (samples.STUDY, samples.SPACE)
    (named,) = d.ReferencedSeriesSequence
    assert named.SeriesInstanceUID == samples.SERIES
    assert scan.source is not None
    referenced = [item.ReferencedSOPInstanceUID for item in named.ReferencedInstanceSequence]
    assert sorted(referenced) == sorted(scan.source.instance_uids)
    assert {i.ReferencedSOPClassUID for i in named.ReferencedInstanceSequence} == {
        pydicom.uid.CTImageStorage
    }
    assert [s.SegmentNumber for s in d.SegmentSequence] == [1, 2, 3, 4]
    for item in d.SegmentSequence:
        assert [k for k in SEGMENT_1.split() if not item.get(k)] == []
        made_by = "AUTOMATIC" if role == "prediction" else "MANUAL"
        assert item.SegmentAlgorithmType == made_by
        assert ("SegmentAlgorithmName" in item) == (role == "prediction")
    codes = [s.SegmentedPropertyTypeCodeSequence[0].CodeValue for s in d.SegmentSequence]
    assert codes == ["10200004", "4147007", "85756007", "85756007"]
    for frame in d.PerFrameFunctionalGroupsSequence:
        (source,) = frame.DerivationImageSequence[0].SourceImageSequence
        k = scan.source.instance_uids.index(source.ReferencedSOPInstanceUID)
        place = frame.PlanePositionSequence[0].ImagePositionPatient
        assert [float(v) for v in place] == pytest.approx(GRID.point((k, 0, 0)), abs=1e-6)


@pytest.mark.hazard("X4")
def test_nobody_is_named_unless_asked(tmp_path: Path) -> None:
    scan = samples.scan(GRID, tmp_path / "ct")
    assert all(name.encode() in scan.source.files[0].read_bytes() for name in samples.PLANTED)
    path = tmp_path / "m.dcm"
    d = written(path, mask(), scan)
    assert not [name for name in samples.PLANTED if name.encode() in path.read_bytes()]
    assert not d.PatientName
    assert not d.StudyDate
    d = written(path, mask(), scan, identify=True)
    assert (str(d.PatientName), d.PatientID, d.PatientBirthDate) == samples.PLANTED[:3]
    assert samples.PLANTED[6].encode() not in path.read_bytes()  # more than is needed


def test_what_a_model_drew_returns_as_a_prediction(tmp_path: Path) -> None:
    scan, path = samples.scan(GRID, tmp_path / "ct"), tmp_path / "m.dcm"
    written(path, mask(role="prediction"), scan)
    again = samples.finished(read_seg(samples.request(path), OWN_MEMORY, (Reference.of(scan),)))
    assert again.role == "prediction"


def _with(scan: Volume, **changes: object) -> Volume:
    assert scan.source is not None
    return replace(scan, source=replace(scan.source, **changes))


@pytest.mark.hazard("X5", "M6", "G25")
def test_what_cannot_be_tied_to_its_scan_is_refused(tmp_path: Path) -> None:
    scan = samples.scan(GRID, tmp_path / "ct")
    other = samples.scan(GRID, tmp_path / "other", series=samples.STRANGER)
    nowhere = Volume(scan.voxels, GRID, "ct")
    for item, reference, words in (
        (mask(), None, "no DICOM scan is open"),
        (mask(), nowhere, "no DICOM scan is open"),
        (mask(refers_to=samples.SERIES), other, "was drawn on another series"),
        (mask(samples.geometry((7, 20, 24))), scan, "lies on another grid than its scan (size"),
        (mask(), samples.scan(GRID), "are packed in an archive; unpack it"),
        (mask(), _with(scan, instance_uids=()), "its scan was resampled on opening"),
        (mask(), _with(scan, study_uid=""), "lack identifiers"),
    ):
        with pytest.raises(InputError) as caught:
            check_seg(item, reference, "m.dcm")
        assert words in str(caught.value)


def test_a_slice_changed_since_is_noticed(tmp_path: Path) -> None:
    scan = samples.scan(GRID, tmp_path / "ct")
    samples.scan(GRID, tmp_path / "ct", series=samples.STRANGER)  # written over it
    with pytest.raises(InputError, match="is not the slice that was opened"):
        written(tmp_path / "m.dcm", mask(), scan)


@pytest.mark.hazard("X5", "X3")
def test_a_mask_of_an_enhanced_scan_names_its_frames(tmp_path: Path) -> None:
    order = [3, 0, 11, 7, 1, 2, 4, 10, 5, 6, 9, 8]
    enhanced(tmp_path / "ct.dcm", order=order)
    scan = load_volume(tmp_path / "ct.dcm", isolate=False)
    voxels = np.zeros(scan.voxels.shape, np.uint8)
    for k in range(len(voxels)):
        voxels[k, 2 : 4 + k, 3:9] = 1
    voxels[5, 10:12] = 2
    drawn = LabelMap(voxels, scan.geometry, "mask")
    path = tmp_path / "m.dcm"
    d = written(path, drawn, scan)
    again = samples.finished(read_seg(samples.request(path), OWN_MEMORY, (Reference.of(scan),)))
    np.testing.assert_array_equal(again.voxels, voxels)
    assert again.geometry.differences(scan.geometry) == []
    assert not [name for name in ("Planted", "4711") if name.encode() in path.read_bytes()]
    for frame in d.PerFrameFunctionalGroupsSequence:
        (named,) = frame.DerivationImageSequence[0].SourceImageSequence
        z = float(frame.PlanePositionSequence[0].ImagePositionPatient[2])
        k = round((z - scan.geometry.origin_xyz_mm[2]) / scan.geometry.spacing_xyz_mm[2])
        assert order[int(named.ReferencedFrameNumber) - 1] == k
        assert scan.source is not None
        assert named.ReferencedSOPInstanceUID == scan.source.instance_uids[0]
    by_others = segread(path)
    assert by_others.number_of_segments == 2


def test_an_enhanced_scan_of_several_passes_takes_no_mask(tmp_path: Path) -> None:
    enhanced(tmp_path / "ct.dcm", order=[*range(12), *range(12)], stacks=["1"] * 12 + ["2"] * 12)
    *_, found = load(tmp_path / "ct.dcm", isolate=False)
    scan = load_volume(tmp_path / "ct.dcm", series_uid=found.series[1].uid, isolate=False)
    drawn = LabelMap(np.ones(scan.voxels.shape, np.uint8), scan.geometry, "mask")
    with pytest.raises(InputError, match="as of several passes"):
        written(tmp_path / "m.dcm", drawn, scan)
