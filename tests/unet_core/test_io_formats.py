"""NRRD and MetaImage: the same scan in the same place, and headers that crash others refused."""

import gzip
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk

from tests.unet_core.io_samples import (
    ORIGIN,
    SPACING,
    label_map,
    refusal,
    turned,
    volume,
    voxels_zyx,
    write_series,
)
from unet_core.io import load_label_map, load_now, load_volume, mask_mapping, save_now
from unet_core.volume import Geometry, Label, LabelMap

DIRECTION = turned(20.0)


def oblique() -> Geometry:
    return Geometry((24, 20, 12), SPACING, ORIGIN, DIRECTION)


def itk_image() -> sitk.Image:
    image = sitk.GetImageFromArray(voxels_zyx())
    image.SetSpacing(SPACING)
    image.SetOrigin(ORIGIN)
    image.SetDirection(DIRECTION)
    return image


@pytest.mark.hazard("G9")
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", ["a.nrrd", "a.nhdr", "a.mha", "a.mhd", "a.nii", "a.nii.gz"])
def test_g9_what_simpleitk_writes_lies_where_it_says(
    tmp_path: Path, name: str, packed: bool
) -> None:
    sitk.WriteImage(itk_image(), str(tmp_path / name), packed)  # noqa: TID251
    item = load_volume(tmp_path / name, isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())
    assert not item.geometry.differences(oblique())
    np.testing.assert_allclose(
        item.geometry.point((2, 3, 4)), oblique().point((2, 3, 4)), atol=1e-3
    )


@pytest.mark.hazard("G9")
@pytest.mark.parametrize("suffix", [".nrrd", ".mha", ".nii", ".nii.gz"])
def test_g9_simpleitk_reads_what_we_write(tmp_path: Path, suffix: str) -> None:
    path = save_now(volume(geometry=oblique()), tmp_path / f"a{suffix}")
    image = sitk.ReadImage(str(path))  # noqa: TID251
    np.testing.assert_array_equal(sitk.GetArrayFromImage(image), voxels_zyx())
    expected = oblique().point((2, 3, 4))
    np.testing.assert_allclose(image.TransformIndexToPhysicalPoint((4, 3, 2)), expected, atol=1e-3)


@pytest.mark.hazard("G9")
def test_g9_one_phantom_in_five_formats_is_at_one_place(tmp_path: Path) -> None:
    """The one voxel of 3000 HU has the same world point everywhere."""
    paths = [save_now(volume(), tmp_path / f"a{s}") for s in (".nii", ".nii.gz", ".nrrd", ".mha")]
    write_series(tmp_path / "dicom")
    points = []
    for path in (*paths, tmp_path / "dicom"):
        item = load_volume(path, isolate=False)
        z, y, x = np.unravel_index(int(item.voxels.argmax()), item.voxels.shape)
        assert item.voxels[z, y, x] == 3000
        points.append(item.geometry.point((int(z), int(y), int(x))))
    expected = np.add(ORIGIN, np.multiply(SPACING, (4, 3, 2)))
    np.testing.assert_allclose(points, np.tile(expected, (5, 1)), atol=1e-3)


# --- NRRD --------------------------------------------------------------------------------------

NRRD = """NRRD0004
type: short
dimension: 3
space: left-posterior-superior
sizes: 24 20 12
space directions: (0.7,0,0) (0,0.8,0) (0,0,2.5)
kinds: domain domain domain
endian: little
encoding: raw
space origin: (-61.5,40.25,-310)
"""


def nrrd(folder: Path, old: str = "", new: str = "", data: bytes | None = None) -> Path:
    assert old in NRRD
    path = folder / "a.nrrd"
    data = voxels_zyx().tobytes() if data is None else data
    path.write_bytes(NRRD.replace(old, new, 1).encode() + b"\n" + data)
    return path


def test_nrrd_in_other_words(tmp_path: Path) -> None:
    expected = load_volume(nrrd(tmp_path), isolate=False)
    np.testing.assert_array_equal(expected.voxels, voxels_zyx())
    assert expected.geometry.origin_xyz_mm == ORIGIN
    ras = NRRD.replace("left-posterior-superior", "RAS").replace("(0.7,", "(-0.7,")
    ras = ras.replace("(0,0.8,0)", "(0,-0.8,0)").replace("(-61.5,40.25,", "(61.5,-40.25,")
    ras = ras.replace("encoding: raw", "encoding: gz").replace("\n", "\r\n")
    packed = gzip.compress(voxels_zyx().tobytes())
    (tmp_path / "b.nrrd").write_bytes(ras.encode() + b"\r\n" + packed)
    other = load_volume(tmp_path / "b.nrrd", isolate=False)
    assert other.geometry == expected.geometry
    big = nrrd(tmp_path, "little", "big", voxels_zyx().astype(">i2").tobytes())
    np.testing.assert_array_equal(load_volume(big, isolate=False).voxels, voxels_zyx())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("sizes: 24 20 12", "sizes: 24 20 13", "cut short: 5,760 of 6,240"),
        ("sizes: 24 20 12", "sizes: 24 20 11", "bytes more"),
        ("sizes: 24 20 12", "sizes: 24 20", "dimensions"),
        ("sizes: 24 20 12", "sizes: 24 20 -12", "voxels on a side"),
        ("sizes: 24 20 12", "sizes: 1500000 20000 12000", "GB"),
        ("sizes: 24 20 12", "sizes: inf 20 12", "where numbers belong"),
        ("sizes: 24 20 12", "sizes: x", "where numbers belong"),
        ("dimension: 3", "dimension: -1", "dimensions"),
        ("type: short", "type: block", "block values"),
        ("encoding: raw", "encoding: ascii", "packed as ascii"),
        ("(0.7,0,0)", "(0.7,0.4,0)", "right angles"),
        ("(0.7,0,0)", "(nan,0,0)", "where numbers belong"),
        ("(0.7,0,0)", "(1e308,0,0)", "where numbers belong"),
        ("(0.7,0,0)", "(0,0,0)", "spacing"),
        ("(-61.5,40.25,-310)", "(1e9,0,0)", "position"),
        ("space origin: (-61.5,40.25,-310)\n", "", "no origin"),
        ("left-posterior-superior", "scanner-xyz", "unknown space"),
        ("encoding: raw", "encoding: raw\ndata file: ../a.raw", "outside its own folder"),
        ("encoding: raw", "encoding: raw\ndata file: /etc/passwd", "outside its own folder"),
        ("encoding: raw", "encoding: raw\ndata file: a.nrrd", "itself"),
        ("encoding: raw", "encoding: raw\ndata file: b.raw", "not beside it"),
        ("encoding: raw", "encoding: raw\ndata file: LIST 2", "several data files"),
        ("encoding: raw", "encoding: raw\nbyte skip: -1", "byte skip"),
        ("encoding: raw", "encoding: raw\nencoding: gzip", "damaged header"),
        ("encoding: raw\n", "", 'no "encoding"'),
    ],
)
def test_nrrd_headers_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert words in refusal(nrrd(tmp_path, old, new))


@pytest.mark.hazard("L12")
def test_l12_endless_nrrd_headers_are_refused_at_once(tmp_path: Path) -> None:
    began = time.monotonic()
    many = "".join(f"key{i}:=value\n" for i in range(100_000))
    assert "64 KB" in refusal(nrrd(tmp_path, "encoding: raw\n", "encoding: raw\n" + many))
    some = "".join(f"k{i}:=v\n" for i in range(2100))
    assert "lines" in refusal(nrrd(tmp_path, "encoding: raw\n", "encoding: raw\n" + some))
    assert time.monotonic() - began < 1


def test_nrrd_cuts_and_junk(tmp_path: Path) -> None:
    whole = nrrd(tmp_path).read_bytes()
    for end in range(8, len(whole) - 1, 301):
        (tmp_path / "cut.nrrd").write_bytes(whole[:end])
        refusal(tmp_path / "cut.nrrd")


def test_nrrd_without_a_place_is_marked(tmp_path: Path) -> None:
    text = "\n".join(line for line in NRRD.splitlines() if not line.startswith("space"))
    path = tmp_path / "a.nrrd"
    path.write_bytes(text.encode() + b"\nspacings: 0.7 0.8 2.5\n\n" + voxels_zyx().tobytes())
    item = load_volume(path, isolate=False)
    assert item.geometry.spacing_xyz_mm == SPACING
    assert not item.geometry.has_orientation


@pytest.mark.hazard("M7")
def test_m7_segment_names_and_colours_survive(tmp_path: Path) -> None:
    labels = {1: Label(1, "Leber", "#102030"), 2: Label(2, "Metastase", "#a0b0c0")}
    path = save_now(label_map(labels=labels), tmp_path / "a.seg.nrrd")
    item = load_label_map(path, isolate=False)
    assert item.labels == labels
    image = sitk.ReadImage(str(path))  # noqa: TID251
    assert image.GetMetaData("Segment1_Name") == "Metastase"
    assert image.GetMetaData("Segment1_LabelValue") == "2"
    assert image.GetMetaData("Segment1_Extent") == "0 23 0 19 0 11"
    assert image.GetMetaData("Segmentation_ContainedRepresentationNames") == "Binary labelmap|"


@pytest.mark.hazard("M8")
def test_m8_overlapping_segments_are_refused(tmp_path: Path) -> None:
    four = NRRD.replace("dimension: 3", "dimension: 4").replace("sizes: 24", "sizes: 2 24")
    (tmp_path / "a.nrrd").write_bytes(four.encode() + b"\n" + bytes(23040))
    assert "overlap" in refusal(tmp_path / "a.nrrd")


# --- MetaImage ---------------------------------------------------------------------------------

MHA = """ObjectType = Image
NDims = 3
BinaryData = True
BinaryDataByteOrderMSB = False
CompressedData = False
TransformMatrix = 1 0 0 0 1 0 0 0 1
Offset = -61.5 40.25 -310
ElementSpacing = 0.7 0.8 2.5
DimSize = 24 20 12
ElementType = MET_SHORT
ElementDataFile = LOCAL
"""


def mha(folder: Path, old: str = "", new: str = "", data: bytes | None = None) -> Path:
    assert old in MHA
    path = folder / "a.mha"
    data = voxels_zyx().tobytes() if data is None else data
    path.write_bytes(MHA.replace(old, new, 1).encode() + data)
    return path


@pytest.mark.hazard("L7", "L8", "L9")
@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("NDims = 3", "NDims = -1", "-1 dimensions"),
        ("NDims = 3", "NDims = 100", "100 dimensions"),
        ("NDims = 3", "NDims = 99999999999", "dimensions"),
        ("NDims = 3", "NDims = 4", "DimSize"),
        ("NDims = 3", "NDims = 6", "6 dimensions"),
        ("DimSize = 24 20 12", "DimSize = 24 20 13", "cut short"),
        ("DimSize = 24 20 12", "DimSize = 24 20 11", "bytes more"),
        ("DimSize = 24 20 12", "DimSize = 24 20", "DimSize"),
        ("DimSize = 24 20 12", "DimSize = 24 20 -1", "DimSize"),
        ("DimSize = 24 20 12", "DimSize = 99999 99999 99999", "GB"),
        ("ElementSpacing = 0.7", "ElementSpacing = 0", "spacing"),
        ("ElementSpacing = 0.7", "ElementSpacing = nan", "ElementSpacing"),
        ("1 0 0 0 1 0 0 0 1", "1 0 0 0.4 1 0 0 0 1", "right angles"),
        ("1 0 0 0 1 0 0 0 1", "2 0 0 0 1 0 0 0 1", "right angles"),
        ("1 0 0 0 1 0 0 0 1", "nan 0 0 0 1 0 0 0 1", "TransformMatrix"),
        ("MET_SHORT", "MET_OTHER", "MET_OTHER"),
        ("MET_SHORT", "MET_SHORT\nElementNumberOfChannels = 3", "5,760 of 17,280 values"),
        ("MET_SHORT", "MET_SHORT\nHeaderSize = -1", "skips"),
        ("BinaryData = True", "BinaryData = False", "as text"),
        ("LOCAL", "%s%s%n%n%s", "outside its own folder"),
        ("LOCAL", "../secret.raw", "outside its own folder"),
        ("LOCAL", "/etc/passwd", "outside its own folder"),
        ("LOCAL", "C:\\secret.raw", "outside its own folder"),
        ("LOCAL", "\\\\server\\share\\a.raw", "outside its own folder"),
        ("LOCAL", "LIST", "several data files"),
        ("LOCAL", "a.mha", "itself"),
        ("LOCAL", ".", "outside its own folder"),
        ("ElementDataFile = LOCAL\n", "", "damaged header"),
    ],
)
def test_l7_l8_l9_metaimage_headers_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    """Several of these lines crash ITK; none of them reaches any decoder here."""
    assert words in refusal(mha(tmp_path, old, new))


@pytest.mark.hazard("L3")
def test_l3_a_flipped_bit_in_packed_voxels_is_noticed(tmp_path: Path) -> None:
    packed = zlib.compress(voxels_zyx().tobytes())
    text = MHA.replace("CompressedData = False", "CompressedData = True")
    path = tmp_path / "a.mha"
    path.write_bytes(text.encode() + packed)
    np.testing.assert_array_equal(load_volume(path, isolate=False).voxels, voxels_zyx())
    random = np.random.default_rng(3)
    for bit in random.integers(16, 8 * len(packed), 60):
        damaged = bytearray(packed)
        damaged[bit // 8] ^= 1 << (bit % 8)
        path.write_bytes(text.encode() + damaged)
        refusal(path)


@pytest.mark.hazard("L9")
def test_l9_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "secret.raw").write_bytes(voxels_zyx().tobytes())
    (inside / "a.raw").symlink_to(tmp_path / "secret.raw")
    path = mha(inside, "LOCAL", "a.raw", b"")
    assert "outside its own folder" in refusal(path)
    (inside / "a.raw").unlink()
    (inside / "a.raw").write_bytes(voxels_zyx().tobytes())
    np.testing.assert_array_equal(load_volume(path, isolate=False).voxels, voxels_zyx())


@pytest.mark.hazard("G5", "G6")
def test_g5_g6_every_loaded_direction_is_a_rotation(tmp_path: Path) -> None:
    """Rounded cosines, as some programs write them, are put right within their rounding."""
    a = np.round(np.cos(0.3), 3), np.round(np.sin(0.3), 3)
    matrix = f"{a[0]} {a[1]} 0 {-a[1]} {a[0]} 0 0 0 1"
    item = load_volume(mha(tmp_path, "1 0 0 0 1 0 0 0 1", matrix), isolate=False)
    columns = np.reshape(item.geometry.direction, (3, 3))
    np.testing.assert_allclose(columns.T @ columns, np.eye(3), atol=1e-12)


# --- masks ---------------------------------------------------------------------------------------


def stored_mask(values: dict[int, int], dtype: type = np.int16) -> LabelMap:
    voxels = np.zeros((6, 8, 8), dtype)
    for z, value in enumerate(values):
        voxels[z] = value
    return LabelMap(voxels, Geometry((8, 8, 6), (1.0, 1.0, 2.0)), "mask")


@pytest.mark.hazard("M2")
@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((0, 1, 2), {0, 1, 2}),
        ((0, 127, 255), {0, 1, 2}),
        ((0, 128, 255), {0, 1, 2}),
        ((0, 255), {0, 1}),
        ((0, 127), {0, 1}),
        ((0, 5, 7), {0, 5, 7}),
    ],
)
def test_m2_known_values(tmp_path: Path, values: tuple[int, ...], expected: set[int]) -> None:
    scan = volume((6, 8, 8))
    voxels = np.zeros((6, 8, 8), np.int16)
    for z, value in enumerate(values):
        voxels[z] = value
    path = save_now(type(scan)(voxels, scan.geometry, "m"), tmp_path / "m.nii")
    mask = load_label_map(path, isolate=False)
    assert mask.voxels.dtype == np.uint8
    assert set(np.unique(mask.voxels).tolist()) == expected
    changed = set(values) != expected
    assert any("read as" in notice for notice in mask.notices) is changed
    assert isinstance(load_now(path, isolate=False), LabelMap)


@pytest.mark.hazard("M2")
def test_m2_the_notice_names_both() -> None:
    from unet_core.io.masks import _mapping_notice

    assert _mapping_notice({127: 1, 255: 2}) == (
        "Values 127 and 255 were read as 1 liver and 2 tumour."
    )
    assert _mapping_notice({255: 1}) == "Value 255 was read as 1 liver."


@pytest.mark.hazard("M2", "M3")
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda v: v.astype(np.float32) * np.float32(0.3), "fractions"),
        (lambda v: v - 1, "-1"),
        (lambda v: v * 1500, "3000"),
        (lambda v: np.arange(v.size).reshape(v.shape) % 60, "60 different values"),
        (lambda v: v + 200, "200, 201, 202"),
    ],
)
def test_m2_m3_values_that_are_no_labels(
    tmp_path: Path, make: Callable[[np.ndarray], np.ndarray], words: str
) -> None:
    values = make(label_map().voxels.astype(np.int16))
    scan = volume()
    path = save_now(type(scan)(values, scan.geometry, "m"), tmp_path / "m.nii")
    assert words in refusal(path, as_mask=True)
    assert not isinstance(load_now(path, isolate=False), LabelMap)  # undecided: it is a scan


@pytest.mark.hazard("M3")
def test_m3_soft_edges_are_cut_only_on_request(tmp_path: Path) -> None:
    soft = label_map().voxels.astype(np.float32) * np.float32(0.3)
    path = save_now(type(volume())(soft, volume().geometry, "m"), tmp_path / "m.nii")
    mask = load_label_map(path, threshold=True, isolate=False)
    np.testing.assert_array_equal(mask.voxels, label_map().voxels == 2)
    assert any("half" in notice for notice in mask.notices)
    plain = save_now(label_map(), tmp_path / "plain.nii")
    kept = load_label_map(plain, threshold=True, isolate=False)  # nothing soft: nothing cut
    np.testing.assert_array_equal(kept.voxels, label_map().voxels)


@pytest.mark.hazard("M2")
def test_m2_one_mapping_for_a_whole_data_set(tmp_path: Path) -> None:
    """A mask without liver-only voxels must not have its tumour read as liver."""
    scan = volume((6, 8, 8))
    only_tumour = np.where(np.arange(6)[:, None, None] == 2, 255, np.zeros((6, 8, 8), np.int16))
    path = save_now(type(scan)(only_tumour, scan.geometry, "m"), tmp_path / "m.nii")
    mapping = mask_mapping({0, 127, 255})
    mask = load_label_map(path, value_map=mapping, isolate=False)
    assert set(np.unique(mask.voxels).tolist()) == {0, 2}
    assert "unlike the other masks" in refusal(path, as_mask=True, value_map={0: 0, 1: 1})
