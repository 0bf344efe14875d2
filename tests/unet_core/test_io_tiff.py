"""TIFF: pages as slices, every number kept, and no directory believed before it is checked."""

import struct
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk
from numpy.typing import NDArray
from PIL import Image

from tests.unet_core.io_samples import refusal
from unet_core.errors import InputError
from unet_core.io import load_label_map, load_volume, mask_values
from unet_core.io.tiff import pages_of


def planes(dtype: str = "u1", count: int = 3) -> NDArray[np.generic]:
    values = np.arange(count * 30 * 40).reshape(count, 30, 40) * 7
    return (values % (251 if dtype == "u1" else 60_000)).astype(dtype)


def write(path: Path, stack: NDArray[np.generic], packing: str | None = None) -> Path:
    first, *others = [Image.fromarray(plane) for plane in stack]
    first.save(path, "TIFF", save_all=True, append_images=others, compression=packing)
    return path


def tiff(entries: list[tuple[int, int, int, int]], data: bytes = b"", after: int = 0) -> bytes:
    """A little-endian file of one directory; entries are (tag, kind, count, value)."""
    body = struct.pack("<H", len(entries))
    body += b"".join(struct.pack("<2H2I", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<I", 8) + body + struct.pack("<I", after) + data


def entries(width: int = 8, height: int = 4, **changes: int) -> list[tuple[int, int, int, int]]:
    usual = {256: width, 257: height, 258: 8, 259: 1, 262: 1, 273: 122, 277: 1, 278: height}
    usual[279] = width * height
    usual |= {int(tag.removeprefix("t")): value for tag, value in changes.items()}
    return [(tag, 4, 1, value) for tag, value in sorted(usual.items())]


@pytest.mark.parametrize("packing", [None, "tiff_lzw", "tiff_deflate", "packbits"])
@pytest.mark.parametrize("dtype", ["u1", "<u2", "<f4"])
def test_pages_are_slices(tmp_path: Path, dtype: str, packing: str | None) -> None:
    stack = planes(dtype)
    item = load_volume(write(tmp_path / "a.tif", stack, packing), isolate=False)
    np.testing.assert_array_equal(item.voxels, stack)
    assert item.voxels.dtype == np.dtype(dtype)
    assert not item.geometry.has_scale
    assert len(item.sha256) == 64


@pytest.mark.parametrize("dtype", ["u1", "u2", "i2", "f4"])
def test_what_simpleitk_writes(tmp_path: Path, dtype: str) -> None:
    stack = planes("<u2").astype(dtype)
    if dtype == "i2":
        stack = stack - 1000
    sitk.WriteImage(sitk.GetImageFromArray(stack), str(tmp_path / "a.tif"))  # noqa: TID251
    item = load_volume(tmp_path / "a.tif")
    np.testing.assert_array_equal(item.voxels, stack)


def test_single_pages_are_a_stack_and_several_are_named(tmp_path: Path) -> None:
    stack = planes()
    paths = tuple(write(tmp_path / f"{k}.tif", stack[k : k + 1]) for k in range(3))
    np.testing.assert_array_equal(load_volume(paths, isolate=False).voxels, stack)
    many = write(tmp_path / "many.tif", stack)
    assert "many.tif holds 3 pages" in refusal((paths[0], many))


@pytest.mark.hazard("M2")
def test_a_mask_of_pages(tmp_path: Path) -> None:
    stack = np.zeros((3, 30, 40), np.uint8)
    stack[1, 5:9, 5:9], stack[2, 5:9, 5:9] = 127, 255
    path = write(tmp_path / "a.tif", stack)
    assert mask_values([path], isolate=False) == {0, 127, 255}
    assert set(np.unique(load_label_map(path, isolate=False).voxels).tolist()) == {0, 1, 2}


@pytest.mark.hazard("L1")
def test_no_cut_file_loads(tmp_path: Path) -> None:
    for packing in (None, "tiff_lzw"):
        whole = write(tmp_path / "a.tif", planes(count=2), packing).read_bytes()
        for end in range(1, len(whole) - 1, 41):
            (tmp_path / "cut.tif").write_bytes(whole[:end])
            refusal(tmp_path / "cut.tif")


@pytest.mark.hazard("L5", "L6", "L11")
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (tiff(entries(30_000, 30_000), bytes(999)), "30000 x 30000 pixels"),
        (tiff(entries(8, 8, t279=32), bytes(32)), "64 bytes of pixels, more than its 32"),
        (tiff(entries(8192, 8192, t259=8, t279=900), bytes(999)), "more than its 900 can"),
        (tiff(entries(t273=5000), bytes(32)), "cut short"),
        (tiff(entries(t279=1 << 31), bytes(32)), "cut short"),
        (tiff(entries(t259=7), bytes(32)), "packed in a way"),
        (tiff(entries(t258=64), bytes(32)), "64 bits"),
        (tiff(entries(t277=9), bytes(32)), "9 values"),
        (tiff(entries(0, 4), bytes(32)), "0 x 4 pixels"),
        (tiff(entries(), bytes(32), after=8), "pages without end"),
        (tiff(entries(), bytes(32), after=1 << 30), "cut short"),
        (tiff([(256, 4, 1 << 30, 8)], bytes(32)), "damaged"),
        (tiff([(256, 4, 1, 8), (257, 4, 1, 4), (258, 4, 1, 8)], bytes(32)), "where its pixels"),
        (b"II*\0", "damaged"),
        (b"II*\0" + struct.pack("<IH", 8, 60_000) + bytes(100), "damaged"),
    ],
)
def test_impossible_directories(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(data)
    with pytest.raises(InputError, match=words):
        pages_of(path)  # before any decoder
    refusal(path)


def test_a_sound_directory_passes(tmp_path: Path) -> None:
    (tmp_path / "a.tif").write_bytes(tiff(entries(), bytes(range(32))))
    item = load_volume(tmp_path / "a.tif", isolate=False)
    np.testing.assert_array_equal(item.voxels.ravel(), np.arange(32))


def test_pages_of_two_sizes_are_refused(tmp_path: Path) -> None:
    first, second = Image.fromarray(planes()[0]), Image.fromarray(planes()[1][:20])
    first.save(tmp_path / "a.tif", save_all=True, append_images=[second])
    assert "different sizes" in refusal(tmp_path / "a.tif")
