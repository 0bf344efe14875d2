"""How pixels are written: transfer syntaxes, frames, bits, scalings; the hostile are refused."""

import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
import pytest
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGBaseline8Bit,
    JPEGLSLossless,
    RLELossless,
)

from tests.unet_core.dicom_samples import enhanced, setting
from tests.unet_core.io_samples import (
    ORIGIN,
    SPACING,
    raw_element,
    refusal,
    voxels_zyx,
    write_series,
)
from unet_core.events import Loaded, Offered, SeriesFound
from unet_core.io import load, load_volume


def packed(syntax: str) -> Any:
    def change(dataset: FileDataset, k: int) -> FileDataset:
        dataset.compress(syntax, generate_instance_uid=False)
        return dataset

    return change


@pytest.mark.hazard("L15")
def test_run_lengths_give_the_same_voxels_and_odd_ones_are_refused(tmp_path: Path) -> None:
    write_series(tmp_path / "a", change=packed(RLELossless))
    item = load_volume(tmp_path / "a", isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())

    def shorter(dataset: FileDataset, k: int) -> FileDataset:
        dataset.compress(RLELossless, generate_instance_uid=False)
        if k == 3:
            dataset.Rows, dataset.Columns = 40, 24  # twice the pixels that are packed
        return dataset

    write_series(tmp_path / "b", change=shorter)
    assert "mixes 2 picture sizes" in refusal(tmp_path / "b")
    sentence = refusal(tmp_path / "b" / "003.dcm", part="4")
    assert "fewer packed pixels" in sentence


@pytest.mark.hazard("L15")
@pytest.mark.parametrize("syntax", [JPEG2000Lossless, JPEGLSLossless, JPEGBaseline8Bit])
def test_a_stream_that_is_no_picture_is_refused(tmp_path: Path, syntax: str) -> None:
    def change(dataset: FileDataset, k: int) -> FileDataset:
        dataset.PixelData = encapsulate([b"no picture at all " * 4])
        dataset["PixelData"].VR = "OB"
        dataset["PixelData"].is_undefined_length = True
        dataset.file_meta.TransferSyntaxUID = syntax
        return dataset

    write_series(tmp_path / "a", change=change)
    assert "no packed picture of the kind" in refusal(tmp_path / "a")


def _deflated(path: Path, extra: int = 0) -> Path:
    """The file deflated, with zeros after its pixels."""
    dataset = pydicom.dcmread(path)  # noqa: TID251
    dataset.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    dataset.save_as(path)
    if extra:
        data = path.read_bytes()
        length = struct.unpack_from("<I", data, 140)[0]
        start = 144 + length
        inner = zlib.decompress(data[start:], -15) + bytes(extra)
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        path.write_bytes(data[:start] + packer.compress(inner) + packer.flush())
    return path


@pytest.mark.hazard("L11", "L1")
def test_deflated_files_open_and_their_bombs_do_not(tmp_path: Path) -> None:
    paths = [_deflated(path) for path in write_series(tmp_path / "a")]
    item = load_volume(tmp_path / "a", isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())
    whole = paths[4].read_bytes()
    paths[4].write_bytes(whole[: len(whole) - 40])
    assert "004.dcm" in refusal(tmp_path / "a")
    paths[4].write_bytes(whole)
    _deflated(paths[4], extra=64 << 20)
    assert paths[4].stat().st_size < 200_000
    assert "unpacks to more than" in refusal(tmp_path / "a")


def _with_nesting(path: Path, depth: int, *, closed: bool) -> None:
    data = path.read_bytes()
    opened = b"\x08\x00\x40\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff"
    ended = b"\xfe\xff\x0d\xe0\0\0\0\0\xfe\xff\xdd\xe0\0\0\0\0"
    at = data.index(b"\x10\x00\x10\x00PN")
    path.write_bytes(data[:at] + opened * depth + ended * depth * closed + data[at:])


@pytest.mark.hazard("L13")
def test_nesting_is_followed_to_a_depth_and_no_further(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "a")
    _with_nesting(paths[2], 10, closed=True)
    load_volume(tmp_path / "a", isolate=False)
    for depth in (40, 100, 20_000):
        paths = write_series(tmp_path / "a")
        _with_nesting(paths[2], depth, closed=True)
        assert "002.dcm is damaged: it has sequences nested too deep" in refusal(tmp_path / "a")


@pytest.mark.hazard("L14")
@pytest.mark.parametrize("length", [0xFFFFFFFE, 0x7FFFFFFF, 100_000])
def test_a_value_longer_than_its_file_is_refused(tmp_path: Path, length: int) -> None:
    paths = write_series(tmp_path / "a")
    data = paths[2].read_bytes()
    at = data.index(b"\x10\x00\x10\x00PN")
    lie = b"\x09\x00\x10\x00OB\0\0" + struct.pack("<I", length)
    paths[2].write_bytes(data[:at] + lie + data[at:])
    assert "002.dcm is damaged: it has an element of" in refusal(tmp_path / "a")


@pytest.mark.hazard("L16")
def test_bytes_beyond_the_pixels_are_never_shown(tmp_path: Path) -> None:
    for number, change in enumerate((setting(Rows=21), setting(Rows=19), setting(Columns=25))):
        write_series(tmp_path / str(number), change=change)
        assert "bytes of pixels where" in refusal(tmp_path / str(number))
    path = tmp_path / "many.dcm"
    enhanced(path, frames_said=24)
    assert "describes 12 frames where it says it has 24" in refusal(path)
    enhanced(path, frames_said=-3)
    assert "says it has -3 frames" in refusal(path)


@pytest.mark.hazard("L17")
@pytest.mark.parametrize(("magic", "words"), [(b"MZ", "Windows"), (b"\x7fELF", "Linux")])
def test_a_file_that_is_also_a_program_opens_with_a_warning(
    tmp_path: Path, magic: bytes, words: str
) -> None:
    paths = write_series(tmp_path / "a")
    paths[3].write_bytes(magic + paths[3].read_bytes()[len(magic) :])
    item = load_volume(tmp_path / "a", isolate=False)
    (said,) = (notice for notice in item.notices if "program" in notice)
    assert said.startswith(f"003.dcm can also be run as a {words} program")


# --- frames ------------------------------------------------------------------------------------


@pytest.mark.hazard("G24")
def test_an_enhanced_ct_has_its_frames_in_place(tmp_path: Path) -> None:
    order = [5, 3, 11, 0, 1, 2, 4, 6, 7, 8, 9, 10]
    path = tmp_path / "enhanced.dcm"
    values = enhanced(path, order=order)
    item = load_volume(path, isolate=False)
    np.testing.assert_array_equal(item.voxels, values)
    assert item.geometry.spacing_xyz_mm == SPACING
    np.testing.assert_allclose(item.geometry.origin_xyz_mm, ORIGIN)
    assert item.source is not None
    assert len(item.source.instance_uids) == 1
    assert len(item.sha256) == 64


@pytest.mark.hazard("G20", "G24")
def test_each_frame_has_its_own_scaling(tmp_path: Path) -> None:
    path = tmp_path / "enhanced.dcm"
    slopes = [1.0, 2.0] * 6
    values = enhanced(path, slopes=slopes)
    item = load_volume(path, isolate=False)
    expected = values.astype(np.int32)
    expected[1::2] = (expected[1::2] + 1024) // 2 * 2 - 1024
    np.testing.assert_array_equal(item.voxels, expected)


@pytest.mark.hazard("G14", "G24")
def test_stacks_of_one_file_are_chosen_from(tmp_path: Path) -> None:
    path = tmp_path / "enhanced.dcm"
    enhanced(path, order=[0, 1, 2, 3, 0, 1, 2, 3], stacks=["A"] * 4 + ["B"] * 4)
    *_, found = load(path, isolate=False)
    assert isinstance(found, SeriesFound)
    assert [series.slices for series in found.series] == [4, 4]
    (second,) = (series for series in found.series if "stack B" in series.description)
    item = load_volume(path, isolate=False, series_uid=second.uid)
    np.testing.assert_array_equal(item.voxels, voxels_zyx()[:4])


@pytest.mark.hazard("G24", "G15")
def test_frames_of_a_capture_open_alone_with_their_pixel_spacing(tmp_path: Path) -> None:
    values = voxels_zyx((3, 20, 24))

    def capture(dataset: FileDataset, k: int) -> FileDataset:
        dataset.SOPClassUID = dataset.file_meta.MediaStorageSOPClassUID = (
            "1.2.840.10008.5.1.4.1.1.7.3"
        )
        del dataset.ImagePositionPatient
        dataset.NumberOfFrames = 3
        dataset.PixelData = (values + 1024).astype("<i2").tobytes()
        return dataset

    (path,) = write_series(tmp_path / "a", values[:1], capture)
    *_, offered = load(path, isolate=False)
    assert isinstance(offered, Offered)
    assert "no position for any of its 3 pictures" in offered.fault
    item = load_volume(path, isolate=False, part="2")
    np.testing.assert_array_equal(item.voxels[0], values[1])
    assert item.geometry.spacing_xyz_mm[:2] == SPACING[:2]
    assert not item.geometry.has_scale


# --- bits and scalings -------------------------------------------------------------------------


@pytest.mark.hazard("G22")
def test_pixels_in_the_upper_bits_are_brought_down(tmp_path: Path) -> None:
    def upper(dataset: FileDataset, k: int) -> FileDataset:
        dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 12, 15, 0
        stored = np.frombuffer(dataset.PixelData, "<i2").astype(np.uint16)
        dataset.PixelData = ((stored << 4) | 5).astype("<u2").tobytes()  # 5: not of the pixel
        return dataset

    write_series(tmp_path / "a", np.clip(voxels_zyx(), -1024, 3000), upper)
    item = load_volume(tmp_path / "a", isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())


@pytest.mark.hazard("G22")
@pytest.mark.parametrize("signed", [False, True])
def test_twelve_bits_with_an_overlay_above_them(tmp_path: Path, signed: bool) -> None:
    values = np.clip(voxels_zyx(), -1000, 900)

    def overlaid(dataset: FileDataset, k: int) -> FileDataset:
        dataset.BitsStored, dataset.HighBit = 12, 11
        dataset.PixelRepresentation = int(signed)
        dataset.RescaleIntercept = 0 if signed else -1024
        stored = values[k].astype(np.int32) + (0 if signed else 1024)
        dataset.PixelData = ((stored & 0xFFF) | 0x8000).astype("<u2").tobytes()
        dataset.add_new(0x60000100, "US", 16)
        dataset.add_new(0x60000102, "US", 15)
        return dataset

    write_series(tmp_path / "a", values, overlaid)
    item = load_volume(tmp_path / "a", isolate=False)
    np.testing.assert_array_equal(item.voxels, values)


@pytest.mark.hazard("G22")
def test_negative_numbers_marked_unsigned_are_noticed(tmp_path: Path) -> None:
    def unsigned(dataset: FileDataset, k: int) -> FileDataset:
        stored = np.frombuffer(dataset.PixelData, "<i2") - 1024
        dataset.PixelData = stored.astype("<i2").tobytes()
        dataset.PixelRepresentation, dataset.RescaleIntercept = 0, 0
        return dataset

    write_series(tmp_path / "a", change=unsigned)
    item = load_volume(tmp_path / "a", isolate=False)
    assert any("marked as unsigned" in notice for notice in item.notices)


@pytest.mark.hazard("G2", "G21", "G1")
@pytest.mark.parametrize(
    ("keyword", "value", "words"),
    [
        ("PixelSpacing", "0,8\\0,7", '"0,8 \\ 0,7" as its pixel spacing'),
        ("PixelSpacing", "inf\\0.7", "not 2 decimal numbers"),
        ("PixelSpacing", "0.7", "not 2 decimal numbers"),
        ("ImagePositionPatient", "1\\2\\nan", "not 3 decimal numbers"),
        ("ImagePositionPatient", "1,5\\2\\3", "not 3 decimal numbers"),
        ("RescaleSlope", "1,0", "not 1 decimal number"),
        ("RescaleSlope", "0", "scales its values by 0"),
        ("RescaleSlope", "-1", "scales its values by -1"),
        ("RescaleSlope", "1e30", "scales its values by 1e+30"),
        ("RescaleIntercept", "nan", "not 1 decimal number"),
    ],
)
def test_numbers_that_are_none_are_refused(
    tmp_path: Path, keyword: str, value: str, words: str
) -> None:
    def change(dataset: FileDataset, k: int) -> FileDataset:
        if k == 4:
            raw_element(dataset, keyword, value)
        return dataset

    write_series(tmp_path / "a", change=change)
    sentence = refusal(tmp_path / "a")
    assert words in sentence
    assert "004.dcm" in sentence


@pytest.mark.hazard("G20")
def test_fractions_are_kept_as_float32(tmp_path: Path) -> None:
    write_series(tmp_path / "a", change=setting(RescaleSlope=0.5))
    item = load_volume(tmp_path / "a", isolate=False)
    assert item.voxels.dtype == np.float32
    expected = (voxels_zyx().astype(np.float64) + 1024) * 0.5 - 1024
    np.testing.assert_array_equal(item.voxels, expected.astype(np.float32))


def test_floating_point_pixels(tmp_path: Path) -> None:
    values = voxels_zyx().astype(np.float32) / 7

    def floating(dataset: FileDataset, k: int) -> FileDataset:
        del dataset.PixelData
        dataset.BitsAllocated = 32
        dataset.RescaleSlope, dataset.RescaleIntercept = 1, 0
        dataset.FloatPixelData = values[k].astype("<f4").tobytes()
        if k == 20:
            dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        return dataset

    write_series(tmp_path / "a", change=floating)
    item = load_volume(tmp_path / "a", isolate=False)
    np.testing.assert_array_equal(item.voxels, values)


def test_a_child_process_gives_the_same(tmp_path: Path) -> None:
    write_series(tmp_path / "a", change=packed(RLELossless))
    *_, loaded = load(tmp_path / "a")
    assert isinstance(loaded, Loaded)
    np.testing.assert_array_equal(loaded.item.voxels, voxels_zyx())


@pytest.mark.hazard("L15", "G23")
@pytest.mark.parametrize("kind", ["OW", "OB"])
def test_bytes_of_big_endian_words_come_in_their_order(tmp_path: Path, kind: str) -> None:
    """DICOM PS3.5 A.3: pixels of one byte in words are swapped in pairs, across odd frames."""
    frames = np.random.default_rng(0).integers(0, 256, (3, 3, 5)).astype(np.uint8)

    def change(dataset: FileDataset, k: int) -> FileDataset:
        dataset.BitsAllocated = dataset.BitsStored = 8
        dataset.HighBit, dataset.PixelRepresentation, dataset.NumberOfFrames = 7, 0, 3
        dataset.Rows, dataset.Columns = 3, 5
        del dataset.ImagePositionPatient, dataset.RescaleSlope, dataset.RescaleIntercept
        data = np.frombuffer(frames.tobytes() + b"\0", np.uint8).reshape(-1, 2)
        dataset.PixelData = (data[:, ::-1] if kind == "OW" else data).tobytes()
        dataset["PixelData"].VR = kind
        return dataset

    (path,) = write_series(tmp_path / "a", np.zeros((1, 3, 5), np.int16), change)
    dataset = pydicom.dcmread(path)  # noqa: TID251
    dataset.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    pydicom.dcmwrite(
        path, dataset, little_endian=False, implicit_vr=False, enforce_file_format=True
    )
    for number in (1, 2, 3):
        item = load_volume(path, isolate=False, part=str(number))
        np.testing.assert_array_equal(item.voxels[0], frames[number - 1])
    path.write_bytes(path.read_bytes()[:-2])
    assert "is cut short: 14 of 15 pixels" in refusal(path, part="3")
