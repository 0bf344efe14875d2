"""Damage that seeded mutation found to go unseen: each case once loaded, or said the wrong thing.

The files are the smallest that show it; whatever is found next comes here too.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom.dataset import FileDataset
from pydicom.uid import generate_uid

from tests.unet_core import seg_samples
from tests.unet_core.dicom_samples import dicomdir
from tests.unet_core.io_samples import refusal, voxels_zyx, write_series
from unet_core.errors import InputError
from unet_core.io import load_now, png

GREY = (np.arange(600) % 251).astype(np.uint8).reshape(20, 30)


def _picture(kind: str, values: np.ndarray = GREY, **options: object) -> bytes:
    file = io.BytesIO()
    Image.fromarray(values).save(file, kind, **options)
    return file.getvalue()


# --- PNG -----------------------------------------------------------------------------------------


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    found, position = [], 8
    while position < len(data):
        (length,) = struct.unpack_from(">I", data, position)
        found.append(
            (data[position + 4 : position + 8], data[position + 8 : position + 8 + length])
        )
        position += 12 + length
    return found


def _joined(chunks: list[tuple[bytes, bytes]]) -> bytes:
    packed = b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    return png.SIGNATURE + packed


def _with_body(wanted: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A PNG with one chunk changed and all checksums right."""
    return _joined([(k, change(b) if k == wanted else b) for k, b in _chunks(_picture("PNG"))])


def _narrower(head: bytes) -> bytes:
    return struct.pack(">I", 9) + head[4:]


@pytest.mark.hazard("L1", "L3", "L6", "L11")
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_picture("PNG")[:-12], "is cut short"),
        (_picture("PNG")[:-1], "is cut short"),
        (_picture("PNG")[:-30] + b"\x01" + _picture("PNG")[-29:], "its checksum fails"),
        (_with_body(b"IHDR", _narrower), "does not hold the 9 x 20 pixels of its header"),
        (_with_body(b"IDAT", lambda b: b[:-9]), "does not hold the 30 x 20 pixels"),
        (_with_body(b"IDAT", lambda b: b[:-1] + b"\0"), "its checksum fails"),
        (_with_body(b"IDAT", lambda _: zlib.compress(bytes(1 << 20))), "does not hold"),
        (_with_body(b"IHDR", lambda b: b[:8] + b"\x07" + b[9:]), "damaged"),
    ],
)
def test_a_png_is_held_against_its_checksums_and_size(
    tmp_path: Path, data: bytes, words: str
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(data)
    assert words in refusal(path)


@pytest.mark.parametrize("side", [1, 3, 8, 300])
@pytest.mark.parametrize("mode", ["1", "L", "LA", "RGB", "RGBA", "P", "I;16"])
def test_sound_pngs_of_every_kind_pass(side: int, mode: str) -> None:
    noise = np.random.default_rng(side).integers(0, 256, (side, side + 5, 4), dtype=np.uint8)
    image = Image.fromarray(noise).convert("RGBA" if mode == "I;16" else mode)
    if mode == "I;16":
        image = Image.fromarray(noise[..., 0].astype(np.uint16) * 257)
    file = io.BytesIO()
    image.save(file, "PNG")
    png.check("a.png", io.BufferedReader(io.BytesIO(file.getvalue())))


def _interlaced(values: np.ndarray) -> bytes:
    """A grey PNG in the seven passes of Adam7, which no library here writes."""
    rows = b""
    for x, y, across, down in ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4),
                               (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)):  # fmt: skip
        part = values[y::down, x::across]
        if part.size:
            rows += b"".join(b"\0" + row.tobytes() for row in part)
    head = struct.pack(">2I5B", values.shape[1], values.shape[0], 8, 0, 0, 0, 1)
    return _joined([(b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")])


@pytest.mark.parametrize("shape", [(1, 1), (3, 2), (8, 8), (20, 30)])
def test_interlaced_pngs_pass(tmp_path: Path, shape: tuple[int, int]) -> None:
    path = tmp_path / "a.png"
    values = GREY[: shape[0], : shape[1]]
    path.write_bytes(_interlaced(values))
    np.testing.assert_array_equal(load_now(path, as_mask=False, isolate=False).voxels[0], values)


# --- TIFF ----------------------------------------------------------------------------------------


def _tag(data: bytes, tag: int, value: int) -> bytes:
    """A little-endian TIFF with one tag's only value replaced."""
    changed = bytearray(data)
    (at,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, at)
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        if struct.unpack_from("<H", data, entry)[0] == tag:
            struct.pack_into("<I", changed, entry + 8, value)
    return bytes(changed)


@pytest.mark.hazard("L6", "L11")
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_tag(_picture("TIFF"), 256, 20), "says it holds 400 bytes of pixels, and holds 600"),
        (_tag(_picture("TIFF"), 273, 0), "pixels lie where its header does"),
        (_tag(_picture("TIFF"), 273, 60), "pixels lie where its header does"),
        (
            _tag(_picture("TIFF", compression="tiff_adobe_deflate"), 256, 20),
            "says it holds 400 bytes of pixels, and holds 600",
        ),
    ],
)
def test_a_tiff_holds_as_many_pixels_as_it_says(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(data)
    assert words in refusal(path)


# --- DICOM ---------------------------------------------------------------------------------------


@pytest.mark.hazard("G11", "L21")
def test_a_slice_whose_own_series_number_is_damaged_is_not_forgotten(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "a", voxels_zyx((4, 10, 12)))
    data = paths[0].read_bytes()
    at = data.index(b"\x20\x00\x0e\x00UI") + 20
    paths[0].write_bytes(data[:at] + data[at + 4 :])  # the value swallows what follows it
    assert "000.dcm is damaged" in refusal(tmp_path / "a")


@pytest.mark.hazard("G11", "L1")
def test_a_slice_cut_wherever_between_two_elements_is_not_forgotten(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "a", voxels_zyx((4, 10, 12)))
    whole = paths[3].read_bytes()
    for tag in (b"\x08\x00\x60\x00CS", b"\x10\x00\x10\x00PN", b"\x20\x00\x0e\x00UI",
                b"\x28\x00\x02\x00US", b"\x28\x00\x10\x00US", b"\xe0\x7f\x10\x00OW"):  # fmt: skip
        paths[3].write_bytes(whole[: whole.index(tag)])
        assert "003.dcm is cut before its pixels" in refusal(tmp_path / "a")


def test_objects_without_pictures_are_no_damage(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "a", voxels_zyx((4, 10, 12)))
    dataset = FileDataset("", {}, preamble=b"\0" * 128)
    dataset.SOPClassUID = "1.2.840.10008.5.1.4.1.1.66"  # raw data, as scanners leave it
    dataset.SOPInstanceUID = generate_uid(entropy_srcs=["raw"])
    dataset.Modality = "CT"
    dataset.ensure_file_meta()
    dataset.file_meta.TransferSyntaxUID = "1.2.840.10008.1.2.1"
    dataset.save_as(tmp_path / "a" / "raw.dcm", enforce_file_format=True)
    item = load_now(tmp_path / "a", isolate=False)
    assert len(item.voxels) == len(paths)
    assert "Left aside in the folder: 1 CT without a picture." in item.notices


@pytest.mark.hazard("G11", "L21")
def test_a_misspelt_series_is_not_forgotten_and_another_one_does_not_matter(tmp_path: Path) -> None:
    paths = write_series(tmp_path / "a", voxels_zyx((4, 10, 12)))
    data = paths[0].read_bytes()
    at = data.index(b"\x20\x00\x0e\x00UI") + 8
    digit = b"1" if data[at + 30 : at + 31] != b"1" else b"2"
    paths[0].write_bytes((data[: at + 30] + digit + data[at + 31 :])[:900])
    assert "1 of 4 DICOM files that are empty or damaged (000.dcm" in refusal(tmp_path / "a")
    paths[0].write_bytes(data)
    other = write_series(tmp_path / "a", voxels_zyx((4, 10, 12)), seed="b", prefix="b")
    other[1].write_bytes(other[1].read_bytes()[:900])
    assert len(load_now(paths[1], isolate=False).voxels) == 4


@pytest.mark.hazard("L18", "G11")
def test_a_record_of_a_dicomdir_without_its_file_is_missed(tmp_path: Path) -> None:
    paths = write_series(tmp_path, voxels_zyx((4, 10, 12)))
    series = generate_uid(entropy_srcs=["a", "1"])
    directory = dicomdir(tmp_path, [[path.name] for path in paths], series)
    whole = directory.read_bytes()
    at = whole.rindex(b"\x04\x00\x00\x15CS")
    for place, byte, words in (
        (at + 2, b"\x80", "lists a picture without its file"),
        (at + 9, b">", "lists a file under an impossible name"),
        (at + 9, b"\x01", "lists a file under an impossible name"),
        (at + 9, b"7", "is listed and not there"),
    ):
        directory.write_bytes(whole[:place] + byte + whole[place + 1 :])
        assert words in refusal(directory)


@pytest.mark.hazard("M6", "M8")
@pytest.mark.parametrize(
    ("keyword", "value", "words"),
    [
        ("ROINumber", 7, "holds contours of region 1, which it does not name"),
        ("ROINumber", 2, "names region 2 twice"),
    ],
)
def test_contours_of_a_region_that_is_not_named_are_not_dropped(
    tmp_path: Path, keyword: str, value: int, words: str
) -> None:
    grid = seg_samples.geometry()
    ring = [seg_samples.ring(grid, seg_samples.square(2, 2, 8, 8), 1)]
    dataset = seg_samples.rtstruct([("Liver", ring), ("GTV", ring)])
    setattr(dataset.StructureSetROISequence[0], keyword, value)
    path = seg_samples.saved(dataset, tmp_path / "m.dcm", seg_samples.RTSTRUCT_CLASS)
    assert words in refusal(path, as_mask=True, reference=seg_samples.scan(grid))


@pytest.mark.hazard("M6", "M8")
def test_frames_of_a_segment_that_is_not_described_are_not_dropped(tmp_path: Path) -> None:
    grid = seg_samples.geometry()
    frames = [
        (n, k, seg_samples.box((20, 24), slice(2, 9), slice(3, 9))) for n, k in ((1, 1), (9, 2))
    ]
    dataset = seg_samples.seg([seg_samples.segment(1, "Liver")], frames, grid)
    path = seg_samples.saved(dataset, tmp_path / "m.dcm", seg_samples.SEG_CLASS)
    assert "holds frames of segment 9, which it does not describe" in refusal(path, as_mask=True)


@pytest.mark.hazard("L23")
@pytest.mark.parametrize("lost", [range(60, 61), range(0, 16), range(30, 34)])
def test_an_archive_with_a_damaged_table_is_called_one(tmp_path: Path, lost: range) -> None:
    path = tmp_path / "a.zip"
    (slice_,) = write_series(tmp_path / "a", voxels_zyx((1, 10, 12)))
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(slice_, "a.dcm")
    data = path.read_bytes()
    table = data.rindex(b"PK\x01\x02")
    path.write_bytes(data[: table - 400 + lost.start] + data[table - 400 + lost.stop :])
    with pytest.raises(InputError) as refused:
        load_now(path, isolate=False)
    assert refused.value.subject == "a.zip"
