"""NIfTI: every cut and every contradiction refused, every sound variant placed right."""

import gzip
import os
import struct
import sys
import time
from pathlib import Path

import nibabel
import numpy as np
import pytest

from tests.unet_core.io_samples import (
    ORIGIN,
    SPACING,
    label_map,
    nifti_bytes,
    packing,
    refusal,
    turned,
    volume,
    voxels_zyx,
)
from unet_core.errors import InputError
from unet_core.events import Loaded, Progress
from unet_core.io import load, load_label_map, load_now, load_volume, save_now
from unet_core.volume import Geometry, LabelMap, Volume


def write(folder: Path, data: bytes, name: str = "scan.nii") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("packed", [False, True])
def test_a_sound_file_loads_with_its_place_and_checksum(tmp_path: Path, packed: bool) -> None:
    path = write(tmp_path, nifti_bytes(packed=packed), f"scan.nii{'.gz' * packed}")
    *progress, loaded = load(path)
    assert all(isinstance(event, Progress) for event in progress)
    assert isinstance(loaded, Loaded)
    item = loaded.item
    assert isinstance(item, Volume)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())
    assert item.voxels.dtype == np.int16
    np.testing.assert_allclose(item.geometry.spacing_xyz_mm, SPACING, rtol=1e-6)
    np.testing.assert_allclose(item.geometry.origin_xyz_mm, ORIGIN, atol=1e-4)
    assert item.geometry.direction == (1, 0, 0, 0, 1, 0, 0, 0, 1)
    assert item.intensity == "HU"
    assert item.name == path.name
    assert len(item.sha256) == 64


@pytest.mark.hazard("L1")
def test_l1_no_cut_file_loads_wherever_it_is_cut(tmp_path: Path) -> None:
    small = voxels_zyx((4, 10, 12))
    refused = 0
    for packed in (False, True):
        whole = nifti_bytes(small, packed=packed)
        for end in range(1, len(whole), 64 if not packed else 7):
            path = write(tmp_path, whole[:end], "cut.nii")
            refusal(path)
            refused += 1
    assert refused > 50


@pytest.mark.hazard("L1")
def test_l1_the_sentence_counts_voxels(tmp_path: Path) -> None:
    whole = nifti_bytes()
    assert "5,759 of 5,760 voxels" in refusal(write(tmp_path, whole[:-2]))
    packed = gzip.compress(whole[:-2])
    assert "5,759 of 5,760 voxels" in refusal(write(tmp_path, packed, "a.nii.gz"))


@pytest.mark.hazard("L2")
def test_l2_a_header_alone_is_refused(tmp_path: Path) -> None:
    assert "0 of 5,760 voxels" in refusal(write(tmp_path, nifti_bytes()[:352]))


@pytest.mark.hazard("L4")
def test_l4_checksum_trailer_and_junk(tmp_path: Path) -> None:
    whole = nifti_bytes(packed=True)
    assert "checksum is missing" in refusal(write(tmp_path, whole[:-8], "a.nii.gz"))
    wrong = whole[:-8] + bytes([whole[-8] ^ 1]) + whole[-7:]
    assert "checksum" in refusal(write(tmp_path, wrong, "a.nii.gz"))
    assert "after its end" in refusal(write(tmp_path, whole + b"junk", "a.nii.gz"))
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 16
    refusal(write(tmp_path, bytes(flipped), "a.nii.gz"))
    raw = nifti_bytes()
    halves = gzip.compress(raw[:5000]) + gzip.compress(raw[5000:])  # lawful: two members
    item = load_now(write(tmp_path, halves, "a.nii.gz"), isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())


@pytest.mark.hazard("L5", "L6")
def test_l5_l6_sizes_against_bytes(tmp_path: Path) -> None:
    huge = nifti_bytes(edit=packing(40, "<4h", 3, 32767, 32767, 32767))
    assert "70,362.3 GB" in refusal(write(tmp_path, huge))
    assert "cut short" in refusal(write(tmp_path, nifti_bytes(edit=packing(46, "<h", 13))))
    assert "960 bytes more" in refusal(write(tmp_path, nifti_bytes(edit=packing(46, "<h", 11))))
    packed = gzip.compress(nifti_bytes(edit=packing(46, "<h", 11)))
    assert "bytes more" in refusal(write(tmp_path, packed, "a.nii.gz"))


@pytest.mark.hazard("L11")
def test_l11_a_bomb_stops_at_the_size_it_promised(tmp_path: Path) -> None:
    bomb = gzip.compress(nifti_bytes() + bytes(80 << 20), 1)
    began = time.monotonic()
    assert "bytes more" in refusal(write(tmp_path, bomb, "bomb.nii.gz"))
    assert time.monotonic() - began < 2


@pytest.mark.hazard("L10")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO files")
def test_l10_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "pipe.nii"
    os.mkfifo(path)
    began = time.monotonic()
    assert "pipe or device" in refusal(path)
    assert time.monotonic() - began < 1
    assert "pipe or device" in refusal(Path("/dev/zero"))


@pytest.mark.hazard("L19")
def test_l19_the_first_bytes_decide_and_the_true_kind_is_named(tmp_path: Path) -> None:
    assert "ZIP archive" in refusal(write(tmp_path, b"PK\3\4" + bytes(500), "a.nii.gz"))
    assert "PDF" in refusal(write(tmp_path, b"%PDF-1.7" + bytes(500), "a.nii"))
    assert "no known format" in refusal(write(tmp_path, b"hello" * 100, "a.nii"))
    assert "0 bytes" in refusal(write(tmp_path, b"", "a.nii"))
    assert "does not exist" in refusal(tmp_path / "absent.nii")
    assert ".hdr and .img" in refusal(write(tmp_path, nifti_bytes()[:344] + b"ni1\0", "a.hdr"))
    item = load_now(write(tmp_path, nifti_bytes(packed=True), "lies.png"), isolate=False)
    assert item.voxels.shape == (12, 20, 24)


@pytest.mark.hazard("L22")
@pytest.mark.parametrize("name", ["a b.nii", "größe.nii", "😀.nii", "-rf.nii", "x\ny\u202e.nii"])
def test_l22_names_load_and_are_shown_escaped(tmp_path: Path, name: str) -> None:
    item = load_now(write(tmp_path, nifti_bytes(), name), isolate=False)
    assert item.name.isprintable()
    assert len(item.name) == len(name)


@pytest.mark.hazard("G1", "G3", "G4")
@pytest.mark.parametrize("value", [0.0, float("nan"), float("inf"), -1.0, 1e-3, 51.0])
def test_g1_g3_g4_impossible_spacing_is_refused(tmp_path: Path, value: float) -> None:
    assert "spacing" in refusal(write(tmp_path, nifti_bytes(edit=packing(80, "<f", value))))


@pytest.mark.hazard("G4")
def test_g4_microns_become_millimetres(tmp_path: Path) -> None:
    def microns(head: bytearray) -> None:
        struct.pack_into("<3f", head, 80, *(v * 1000 for v in SPACING))
        rows = np.array(struct.unpack_from("<12f", head, 280)) * 1000
        struct.pack_into("<12f", head, 280, *rows)
        struct.pack_into("<3f", head, 268, *(v * 1000 for v in (-ORIGIN[0], -ORIGIN[1], ORIGIN[2])))
        head[123] = 3

    item = load_now(write(tmp_path, nifti_bytes(edit=microns)), isolate=False)
    np.testing.assert_allclose(item.geometry.spacing_xyz_mm, SPACING, rtol=1e-5)
    assert any("converted to mm" in notice for notice in item.notices)


@pytest.mark.hazard("G5")
@pytest.mark.parametrize("offset", [280, 284, 292, 256, 268])
def test_g5_geometry_that_is_no_number(tmp_path: Path, offset: int) -> None:
    refusal(write(tmp_path, nifti_bytes(edit=packing(offset, "<f", float("nan")))))


@pytest.mark.hazard("G6")
@pytest.mark.parametrize("shear", [0.05, 0.3, -0.8])
def test_g6_shear_is_refused(tmp_path: Path, shear: float) -> None:
    def sheared(head: bytearray) -> None:
        struct.pack_into("<2h", head, 252, 0, 1)
        struct.pack_into("<f", head, 284, shear)

    sentence = refusal(write(tmp_path, nifti_bytes(edit=sheared)))
    assert "right angles" in sentence or "two voxel sizes" in sentence


@pytest.mark.hazard("G7")
def test_g7_two_forms_that_disagree(tmp_path: Path) -> None:
    mirrored = nifti_bytes(edit=packing(280, "<f", SPACING[0]))
    assert "two ways" in refusal(write(tmp_path, mirrored))
    shifted = nifti_bytes(edit=packing(292, "<f", -ORIGIN[0] + 5))
    assert "5 mm apart" in refusal(write(tmp_path, shifted))
    close = nifti_bytes(edit=packing(292, "<f", -ORIGIN[0] + 0.1))
    assert load_now(write(tmp_path, close), isolate=False).geometry.has_orientation


@pytest.mark.hazard("G8")
def test_g8_no_orientation_is_marked(tmp_path: Path) -> None:
    path = write(tmp_path, nifti_bytes(edit=packing(252, "<2h", 0, 0)))
    item = load_now(path, isolate=False)
    assert not item.geometry.has_orientation
    assert item.geometry.has_scale
    assert "which way the patient lies" in item.notices[0]


def test_placeholder_spacing_means_no_scale(tmp_path: Path) -> None:
    """1, 1, 1 mm on 512 x 512 pixels would be a body half a metre deep."""
    for side, scaled in ((512, False), (128, True)):
        mask = LabelMap(np.ones((2, side, side), np.uint8), Geometry((side, side, 2)), "m")
        path = save_now(mask, tmp_path / f"{side}.nii.gz")
        item = load_label_map(path, isolate=False)
        assert item.geometry.has_scale is scaled
        assert any("voxel size" in notice for notice in item.notices) is not scaled


@pytest.mark.hazard("G9")
@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("degrees", [0.0, 20.0, 100.0, 180.0])
def test_g9_nibabel_agrees_where_voxels_lie(tmp_path: Path, degrees: float, mirrored: bool) -> None:
    direction = turned(degrees, mirrored=mirrored)
    geometry = Geometry((24, 20, 12), SPACING, ORIGIN, direction)
    path = save_now(volume(geometry=geometry), tmp_path / "a.nii")
    image = nibabel.load(path)
    for affine in (image.header.get_sform(), image.header.get_qform()):
        lps = np.diag([-1, -1, 1, 1]) @ affine
        np.testing.assert_allclose(lps, geometry.affine, atol=2e-4)
    again = load_volume(path, isolate=False)
    assert not again.geometry.differences(geometry)
    for form in (image.header.set_qform, image.header.set_sform):  # each form alone suffices
        header = image.header.copy()
        del form
        header["sform_code"] = 0
        only = nibabel.Nifti1Image(np.asanyarray(image.dataobj), None, header)
        only.header["sform_code"] = 0
        nibabel.save(only, tmp_path / "q.nii")
        assert not load_volume(tmp_path / "q.nii", isolate=False).geometry.differences(geometry)


@pytest.mark.parametrize("kind", [nibabel.Nifti1Image, nibabel.Nifti2Image])
@pytest.mark.parametrize("dtype", ["<i2", ">i2", "<u1", "<i4", "<f4", ">f8", "<i8", "<u2", "<i1"])
def test_kinds_of_numbers(tmp_path: Path, kind: type, dtype: str) -> None:
    values = np.arange(120).reshape(4, 5, 6).astype(dtype)
    affine = np.diag([-1.0, -1.0, 2.0, 1.0])
    image = kind(values.T, affine, dtype=np.dtype(dtype))
    image.header.set_data_dtype(np.dtype(dtype))
    nibabel.save(image, tmp_path / "a.nii.gz")
    item = load_volume(tmp_path / "a.nii.gz", isolate=False)
    assert item.voxels.dtype in (np.uint8, np.int16)
    np.testing.assert_array_equal(item.voxels, values)


def test_scaling_is_applied(tmp_path: Path) -> None:
    whole = nifti_bytes(edit=packing(112, "<2f", 2, -10))
    item = load_volume(write(tmp_path, whole), isolate=False)
    assert item.voxels.dtype == np.int16
    np.testing.assert_array_equal(item.voxels, voxels_zyx() * 2 - 10)
    parts = nifti_bytes(edit=packing(112, "<2f", 0.25, 0))
    item = load_volume(write(tmp_path, parts), isolate=False)
    assert item.voxels.dtype == np.float32
    np.testing.assert_array_equal(item.voxels, voxels_zyx() * np.float32(0.25))
    assert "scales" in refusal(write(tmp_path, nifti_bytes(edit=packing(112, "<2f", -1, 0))))


def test_fractions_and_holes(tmp_path: Path) -> None:
    values = voxels_zyx().astype(np.float32) + np.float32(0.5)
    item = load_volume(write(tmp_path, nifti_bytes(values)), isolate=False)
    np.testing.assert_array_equal(item.voxels, values)
    values[1, 2, 3] = np.nan
    assert "no numbers" in refusal(write(tmp_path, nifti_bytes(values)))


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (packing(70, "<h", 32), "complex"),
        (packing(70, "<h", 9999), "unknown kind"),
        (packing(40, "<5h", 4, 24, 20, 6, 3), "is cut short"),
        (packing(40, "<h", 0), "dimensions"),
        (packing(42, "<h", -24), "voxels on a side"),
        (packing(108, "<f", 2e9), "begin at byte"),
        (packing(108, "<f", float("nan")), "begin at byte"),
        (packing(108, "<f", 0), "begin at byte"),
        (packing(123, "<B", 5), "unknown unit"),
        (packing(256, "<f", 3.0), "no rotation"),
        (packing(292, "<f", 1e9), "position"),
    ],
)
def test_impossible_headers(tmp_path: Path, edit: object, words: str) -> None:
    assert words in refusal(write(tmp_path, nifti_bytes(edit=edit)))


def test_extension_before_the_voxels_is_skipped(tmp_path: Path) -> None:
    whole = nifti_bytes(edit=packing(108, "<f", 352 + 32))
    item = load_now(write(tmp_path, whole[:352] + bytes(32) + whole[352:]), isolate=False)
    np.testing.assert_array_equal(item.voxels, voxels_zyx())


def test_grey_pictures_in_nifti_are_told_from_hu(tmp_path: Path) -> None:
    grey = (voxels_zyx() % 256).astype(np.int16)
    item = load_volume(write(tmp_path, nifti_bytes(grey)), isolate=False)
    assert item.intensity == "grey"
    assert item.voxels.dtype == np.uint8
    assert any("not HU" in notice for notice in item.notices)
    clipped = np.clip(voxels_zyx(), -160, 240)
    assert load_volume(write(tmp_path, nifti_bytes(clipped)), isolate=False).intensity == "HU"


def test_masks_are_told_from_scans(tmp_path: Path) -> None:
    mask = label_map().voxels
    path = write(tmp_path, nifti_bytes(mask), "a.nii")
    assert isinstance(load_now(path, isolate=False), LabelMap)
    assert isinstance(load_now(path, as_mask=False, isolate=False), Volume)
    empty = nifti_bytes(np.zeros_like(mask))
    found = load_now(write(tmp_path, empty, "segmentation-3.nii"), isolate=False)
    assert isinstance(found, LabelMap)
    assert any("empty" in notice for notice in found.notices)
    assert isinstance(load_now(write(tmp_path, empty, "scan.nii"), isolate=False), Volume)
    assert isinstance(load_now(write(tmp_path, nifti_bytes()), isolate=False), Volume)


@pytest.mark.hazard("L20")
def test_l20_a_file_changed_while_it_is_read_is_noticed(tmp_path: Path) -> None:
    path = write(tmp_path, nifti_bytes(), "scan.nii")
    events = load(path, isolate=True)
    from unet_core.io import door
    from unet_core.io.kinds import inspected
    from unet_core.io.request import Request

    kind, promised = inspected(Request((path,)))
    assert kind == "NIfTI"
    events.close()
    assert promised is not None
    other = load_volume(path)
    path.write_bytes(nifti_bytes(edit=packing(292, "<f", -ORIGIN[0] + 0.3)))
    changed = load_volume(path)
    door.compare(other, promised)
    with pytest.raises(InputError, match="changed while it was read"):
        door.compare(changed, promised)
