"""DICOM SEG as label maps: grids, names, overlaps, fractions, and files that are refused."""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    JPEGLSLossless,
    JPEGLSNearLossless,
    RLELossless,
)

from tests.unet_core import seg_samples as samples
from tests.unet_core.io_samples import turned
from unet_core.errors import InputError
from unet_core.io import dicom_object, load_label_map, load_volume
from unet_core.io.dicom_object import DEEPEST_NESTING, read_object
from unet_core.io.dicom_seg import read_seg
from unet_core.io.payload import OWN_MEMORY
from unet_core.io.request import NeedsChoice
from unet_core.volume import LabelMap

GRID = samples.geometry()
PLANE = GRID.shape_zyx[1:]
LIVER = ("SRT", "T-62000", "Liver")
NEOPLASM = ("SCT", "108369006", "Neoplasm")


def read(path: Path, nearby: tuple[Any, ...] = (), **changes: Any) -> LabelMap:
    return samples.finished(read_seg(samples.request(path, **changes), OWN_MEMORY, nearby))


def refused(path: Path, **changes: Any) -> str:
    with pytest.raises(InputError) as caught:
        read(path, **changes)
    assert str(path.parent) not in str(caught.value)
    return str(caught.value)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A liver on slices 1 and 4 and a tumour inside it on slice 4: empty frames are left out."""
    frames = [
        (1, 1, samples.box(PLANE, slice(2, 9), slice(3, 14))),
        (1, 4, samples.box(PLANE, slice(3, 12), slice(2, 20))),
        (2, 4, samples.box(PLANE, slice(5, 7), slice(5, 9))),
    ]
    parts = [samples.segment(1, "Segment_1", LIVER), samples.segment(2, "met 1", NEOPLASM)]
    return samples.saved(samples.seg(parts, frames, GRID), tmp_path / "s.dcm", samples.SEG_CLASS)


def expected() -> np.ndarray[Any, Any]:
    voxels = np.zeros(GRID.shape_zyx, np.uint8)
    voxels[1, 2:9, 3:14] = 1
    voxels[4, 3:12, 2:20] = 1
    voxels[4, 5:7, 5:9] = 2
    return voxels


@pytest.mark.hazard("M7", "M8")
def test_a_seg_lies_on_the_grid_of_its_open_scan(two: Path) -> None:
    item = read(two, reference=samples.reference(GRID))
    np.testing.assert_array_equal(item.voxels, expected())
    assert item.geometry == GRID
    assert item.refers_to == samples.SERIES
    assert {v: (label.name, label.colour) for v, label in item.labels.items()} == {
        1: ("liver", "#dd8265"),
        2: ("tumour", "#dd8265"),
    }
    assert any('"Segment_1" was read as label 1 liver' in said for said in item.notices)
    assert any("8 voxels of the tumour lie within the liver" in said for said in item.notices)


def test_a_scan_nearby_gives_the_grid_too(two: Path) -> None:
    others = (samples.reference(GRID, samples.STRANGER), samples.reference(GRID))
    np.testing.assert_array_equal(read(two, others).voxels, expected())


def test_without_its_scan_it_spans_the_slices_it_holds(two: Path) -> None:
    item = read(two)
    np.testing.assert_array_equal(item.voxels[[0, 3]], expected()[[1, 4]])
    assert item.geometry.origin_xyz_mm == pytest.approx(GRID.point((1, 0, 0)))
    assert any("Its scan is not here" in said for said in item.notices)


def test_slices_left_out_between_others_are_counted(two: Path) -> None:
    item = read(two)
    np.testing.assert_array_equal(item.voxels, expected()[1:5])
    assert item.geometry.spacing_xyz_mm[2] == pytest.approx(2.5)


@pytest.mark.parametrize("flipped", [False, True])
def test_turned_frames_fall_on_their_scan(tmp_path: Path, flipped: bool) -> None:
    oblique = samples.geometry(direction=turned())
    cosines = np.reshape(oblique.direction, (3, 3))
    pixels = np.zeros(PLANE, np.uint8)
    pixels[2, 3:9] = 1
    d = samples.seg([samples.segment(1, "x")], [(1, 2, pixels)], oblique)
    if flipped:  # rows from the last to the first, as some writers store them
        orientation = d.SharedFunctionalGroupsSequence[0].PlaneOrientationSequence[0]
        both = (*cosines[:, 0], *-cosines[:, 1])
        orientation.ImageOrientationPatient = [f"{v:.10f}" for v in both]
        place = d.PerFrameFunctionalGroupsSequence[0].PlanePositionSequence[0]
        corner = oblique.point((2, PLANE[0] - 1, 0))
        place.ImagePositionPatient = [f"{v:.8f}" for v in corner]
        bits = np.packbits(pixels[::-1].reshape(-1), bitorder="little").tobytes()
        d.PixelData = bits
    path = samples.saved(d, tmp_path / "s.dcm", samples.SEG_CLASS)
    item = read(path, reference=samples.reference(oblique))
    assert item.geometry == oblique
    np.testing.assert_array_equal(item.voxels[2] > 0, pixels > 0)
    assert int((item.voxels > 0).sum()) == 6


@pytest.mark.hazard("M6")
def test_a_mask_of_another_series_is_refused(two: Path) -> None:
    said = refused(two, reference=samples.reference(GRID, samples.STRANGER))
    assert "was drawn on another series than the open scan" in said
    assert "open the scan it was drawn on first" in said


@pytest.mark.hazard("M6")
def test_a_mask_in_another_space_is_refused(tmp_path: Path) -> None:
    frames = [(1, 0, samples.box(PLANE, slice(1, 3), slice(1, 3)))]
    d = samples.seg([samples.segment(1, "liver")], frames, GRID)
    d.FrameOfReferenceUID = samples.STRANGER
    path = samples.saved(d, tmp_path / "s.dcm", samples.SEG_CLASS)
    assert "lies in another space" in refused(path, reference=samples.reference(GRID))


def overlapping(tmp_path: Path) -> Path:
    frames = [
        (1, 0, samples.box(PLANE, slice(0, 4), slice(0, 4))),
        (5, 0, samples.box(PLANE, slice(2, 10), slice(2, 10))),
    ]
    parts = [samples.segment(1, "Spleen"), samples.segment(5, "Stomach")]
    return samples.saved(samples.seg(parts, frames, GRID), tmp_path / "s.dcm", samples.SEG_CLASS)


@pytest.mark.hazard("M8")
def test_overlaps_are_asked_about_never_lost(tmp_path: Path) -> None:
    path = overlapping(tmp_path)
    with pytest.raises(NeedsChoice) as caught:
        read(path)
    assert '"Stomach" and "Spleen" share 4 voxels' in caught.value.fault
    labels = [option.label for option in caught.value.options]
    assert labels == [
        "Open all, the smaller label on top",
        "Open only Spleen",
        "Open only Stomach",
    ]
    every, _, stomach = (read(path, **dict(option.settings)) for option in caught.value.options)
    assert np.bincount(every.voxels.ravel())[3:].tolist() == [16, 60]
    assert any("the smaller one was kept" in said for said in every.notices)
    assert np.bincount(stomach.voxels.ravel())[3:].tolist() == [0, 64]
    assert [label.name for label in stomach.labels.values()] == ["Stomach"]


@pytest.mark.hazard("M7")
def test_names_that_are_no_plain_liver_are_numbered(tmp_path: Path) -> None:
    names = ["Liver Remnant", "Liver", "liver minus tumor", "Tumor_1", "GTV-2", "Kidney"]
    frames = [(n, n % 6, samples.box(PLANE, slice(n, n + 1), slice(0, 3))) for n in range(1, 7)]
    parts = [samples.segment(n, name, LIVER) for n, name in enumerate(names[:2], start=1)]
    parts += [samples.segment(n, name) for n, name in enumerate(names[2:], start=3)]
    d = samples.seg(parts, frames, GRID)
    item = read(samples.saved(d, tmp_path / "s.dcm", samples.SEG_CLASS))
    assert {v: label.name for v, label in sorted(item.labels.items())} == {
        1: "liver",
        2: "tumour",
        3: "Liver Remnant",
        4: "liver minus tumor",
        5: "Kidney",
    }


@pytest.mark.hazard("M3")
def test_fractions_open_cut_at_half_on_consent(tmp_path: Path) -> None:
    soft = np.zeros(PLANE, np.uint8)
    soft[3, 3:6] = (40, 127, 255)
    d = samples.seg([samples.segment(1, "liver")], [(1, 0, soft)], GRID)
    d.SegmentationType, d.MaximumFractionalValue = "FRACTIONAL", 255
    d.BitsAllocated = d.BitsStored = 8
    d.PixelData = soft.tobytes()
    path = samples.saved(d, tmp_path / "s.dcm", samples.SEG_CLASS)
    with pytest.raises(NeedsChoice) as caught:
        read(path)
    (option,) = caught.value.options
    assert (option.label, dict(option.settings)) == ("Cut at half", {"threshold": True})
    assert np.flatnonzero(read(path, threshold=True).voxels).tolist() == [3 * 24 + 5]
    soft[soft > 0] = 255
    d.PixelData = soft.tobytes()
    samples.saved(d, path, samples.SEG_CLASS)
    assert int(read(path).voxels.sum()) == 3  # only nothing and all: nothing to ask


def test_a_label_map_segmentation_opens(tmp_path: Path) -> None:
    numbers = np.zeros(PLANE, np.uint8)
    numbers[2, 2:5], numbers[4, 4] = 1, 2
    parts = [samples.segment(1, "liver"), samples.segment(2, "Spleen")]
    d = samples.seg(parts, [(1, 3, numbers)], GRID)
    d.SegmentationType, d.BitsAllocated, d.BitsStored = "LABELMAP", 8, 8
    d.PixelData = numbers.tobytes()
    path = samples.saved(d, tmp_path / "s.dcm", "1.2.840.10008.5.1.4.1.1.66.7")
    item = read(path)
    assert np.bincount(item.voxels.ravel())[1:].tolist() == [3, 0, 1]
    d.compress(RLELossless)
    d.save_as(path, enforce_file_format=True)
    assert b"1.2.840.10008.1.2.5" in path.read_bytes()
    np.testing.assert_array_equal(read(path).voxels, item.voxels)
    d.PixelData = d.PixelData[:-12] + d.PixelData[-8:]
    d.save_as(path, enforce_file_format=True)
    assert "s.dcm is" in refused(path)


@pytest.mark.hazard("L15", "M1")
@pytest.mark.parametrize("bits", [8, 16])
def test_labels_packed_as_pictures_open_unless_loss_may_have_changed_them(
    tmp_path: Path, bits: int
) -> None:
    numbers = np.zeros((2, *PLANE), f"<u{bits // 8}")
    numbers[0, 2, 2:5], numbers[1, 4, 4:6] = 1, 2
    parts = [samples.segment(1, "liver"), samples.segment(2, "Spleen")]
    d = samples.seg(parts, [(1, 3, numbers[0]), (1, 4, numbers[1])], GRID)
    d.SegmentationType, d.BitsAllocated, d.BitsStored = "LABELMAP", bits, bits
    d.HighBit, d.PixelData = bits - 1, numbers.tobytes()
    path = samples.saved(d, tmp_path / "s.dcm", "1.2.840.10008.5.1.4.1.1.66.7")
    plain = read(path).voxels
    assert np.bincount(plain.ravel())[1:].tolist() == [3, 0, 2]
    d.compress(JPEGLSLossless)
    d.save_as(path, enforce_file_format=True)
    np.testing.assert_array_equal(read(path).voxels, plain)
    whole = path.read_bytes()
    d.Rows *= 2
    d.save_as(path, enforce_file_format=True)
    assert "s.dcm " in refused(path)
    path.write_bytes(whole.replace(JPEGLSLossless.encode(), JPEGLSNearLossless.encode()))
    assert "may have changed" in refused(path)


@pytest.mark.hazard("L11")
def test_a_deflated_seg_opens_and_a_bomb_does_not(
    two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    d = pydicom.dcmread(two)  # noqa: TID251  (to write it in another way)
    d.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    d.save_as(two, enforce_file_format=True)
    np.testing.assert_array_equal(read(two).voxels, expected()[1:5])
    monkeypatch.setattr(dicom_object, "LARGEST_OBJECT_BYTES", two.stat().st_size)
    assert "is larger than" in refused(two)


@pytest.mark.hazard("L16")
@pytest.mark.parametrize("change", [-1, 1])
def test_pixels_are_counted(two: Path, change: int) -> None:
    d = read_object(two)
    assert d.root.integer(0x00280008) == 3
    data = two.read_bytes()
    at = data.rindex(b"\xe0\x7f\x10\x00OB")
    (length,) = struct.unpack_from("<I", data, at + 8)
    body = data[at + 12 :][: length + 2 * change] + b"\0" * max(2 * change, 0)
    two.write_bytes(data[: at + 8] + struct.pack("<I", length + 2 * change) + body)
    assert "bytes of pixels where 180 belong" in refused(two)


@pytest.mark.hazard("L1", "L16")
def test_a_cut_file_is_refused_wherever_it_is_cut(two: Path) -> None:
    data = two.read_bytes()
    for end in range(140, len(data) - 1, 37):
        two.write_bytes(data[:end])
        assert "s.dcm " in refused(two)


@pytest.mark.hazard("L13")
@pytest.mark.parametrize(("depth", "opens"), [(10, True), (100, False), (20_000, False)])
def test_nesting_is_bounded(two: Path, depth: int, opens: bool) -> None:
    begin = b"\x09\x00\x10\x00SQ\0\0\xff\xff\xff\xff" + b"\xfe\xff\x00\xe0\xff\xff\xff\xff"
    finish = b"\xfe\xff\x0d\xe0\0\0\0\0" + b"\xfe\xff\xdd\xe0\0\0\0\0"
    two.write_bytes(two.read_bytes() + begin * depth + finish * depth)
    if opens:
        assert read(two).voxels.any()
    else:
        assert f"nests data more than {DEEPEST_NESTING} deep" in refused(two)


@pytest.mark.hazard("L14")
def test_a_length_of_four_gigabytes_is_refused(two: Path) -> None:
    two.write_bytes(two.read_bytes() + b"\xfc\xff\xfc\xffOB\0\0\xfe\xff\xff\xff")
    assert "is cut short" in refused(two)


def test_two_frames_at_one_place_are_refused(tmp_path: Path) -> None:
    frames = [(1, 2, samples.box(PLANE, slice(0, 2), slice(0, 2)))] * 2
    d = samples.seg([samples.segment(1, "liver")], frames, GRID)
    path = samples.saved(d, tmp_path / "s.dcm", samples.SEG_CLASS)
    assert "has 2 frames of segment 1 at one place" in refused(path)


@pytest.mark.real_data
def test_the_liver_seg_equals_the_nrrd_of_the_same_liver(real_data: Path) -> None:
    folder = real_data / "seg" / "ct_3slice_with_seg"
    scan = load_volume(folder / "01.dcm", isolate=False)
    item = load_label_map(folder / "liver.dcm", reference=scan, isolate=False)
    same = load_label_map(folder / "liver_seg.nrrd", isolate=False)
    assert not item.geometry.canonical.differences(same.geometry.canonical)
    np.testing.assert_array_equal(item.canonical > 0, same.canonical > 0)
    assert [label.name for label in item.labels.values()] == ["liver"]
    assert scan.source is not None
    assert item.refers_to == scan.source.series_uid
