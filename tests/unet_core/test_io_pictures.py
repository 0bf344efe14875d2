"""PNG and JPEG stacks: scans without scale, masks that must be labels."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tests.unet_core.io_samples import refusal
from unet_core.events import Loaded
from unet_core.io import (
    NeedsChoice,
    load,
    load_label_map,
    load_now,
    load_volume,
    mask_mapping,
    mask_values,
)
from unet_core.volume import LabelMap, Volume


def grey(k: int) -> NDArray[np.uint8]:
    return (np.arange(30 * 40).reshape(30, 40) * 7 + k).astype(np.uint8)


def mask(values: tuple[int, ...] = (0, 127, 255)) -> NDArray[np.uint8]:
    plane = np.zeros((30, 40), np.uint8)
    plane[5:20, 5:30] = values[1]
    if len(values) > 2:
        plane[8:12, 8:12] = values[2]
    return plane


def write(folder: Path, name: str, plane: NDArray[np.generic], mode: str | None = None) -> Path:
    image = Image.fromarray(plane)
    (image.convert(mode) if mode else image).save(folder / name)
    return folder / name


def test_a_stack_loads_in_the_order_given(tmp_path: Path) -> None:
    names = ["0_9.png", "0_10.png", "0_11.png"]
    paths = tuple(write(tmp_path, name, grey(k)) for k, name in enumerate(names))
    *_, loaded = load(paths)
    assert isinstance(loaded, Loaded)
    item = loaded.item
    assert isinstance(item, Volume)
    np.testing.assert_array_equal(item.voxels, np.stack([grey(k) for k in range(3)]))
    assert item.voxels.dtype == np.uint8
    assert item.intensity == "grey"
    assert not item.geometry.has_scale
    assert not item.geometry.has_orientation
    assert item.geometry.voxel_ml is None
    assert item.name == "0_9.png to 0_11.png"
    assert "no voxel size" in item.notices[0]


def test_one_picture_is_one_slice(tmp_path: Path) -> None:
    path = write(tmp_path, "a.png", grey(0))
    item = load_volume(path)
    assert item.voxels.shape == (1, 30, 40)
    assert len(item.sha256) == 64


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "LA", "P"])
def test_grey_in_colour_clothes_is_grey(tmp_path: Path, mode: str) -> None:
    path = write(tmp_path, "a.png", grey(3), mode)
    item = load_volume(path, isolate=False)
    np.testing.assert_array_equal(item.voxels[0], grey(3))
    assert not any("coloured" in notice for notice in item.notices)


def test_true_colours_become_brightness_and_are_told(tmp_path: Path) -> None:
    rgb = np.zeros((30, 40, 3), np.uint8)
    rgb[..., 0] = 200
    item = load_volume(write(tmp_path, "a.png", rgb), isolate=False)
    assert item.voxels.max() == 60
    assert any("1 of 1 pictures are coloured" in notice for notice in item.notices)


@pytest.mark.hazard("M1")
@pytest.mark.parametrize("mode", [None, "RGB", "RGBA"])
def test_m1_mask_values_of_the_tutorial(tmp_path: Path, mode: str | None) -> None:
    paths = tuple(write(tmp_path, f"{k}.png", mask(), mode) for k in range(2))
    item = load_label_map(paths, isolate=False)
    assert set(np.unique(item.voxels).tolist()) == {0, 1, 2}
    assert "Values 127 and 255 were read as 1 liver and 2 tumour." in item.notices
    assert isinstance(load_now(paths, isolate=False), LabelMap)


@pytest.mark.hazard("M1")
def test_m1_colours_are_no_labels(tmp_path: Path) -> None:
    rgb = np.zeros((30, 40, 3), np.uint8)
    rgb[5:9, 5:9] = (255, 0, 0)
    rgb[15:19, 5:9] = (0, 255, 0)
    path = write(tmp_path, "a.png", rgb)
    assert "looks like colours, 3 found" in refusal(path, as_mask=True)
    with pytest.raises(NeedsChoice) as asked:
        load_label_map(path, isolate=False)
    assert [option.label for option in asked.value.options] == [
        "Read #00ff00 as 1, #ff0000 as 2",
        "Read #ff0000 as 1, #00ff00 as 2",
    ]
    item = load_label_map(path, isolate=False, **asked.value.options[1].settings)
    assert (item.voxels[0, 6, 6], item.voxels[0, 16, 6], item.voxels[0, 0, 0]) == (1, 2, 0)
    assert "Values #00ff00 and #ff0000 were read as 2 tumour and 1 liver." in item.notices
    with pytest.raises(NeedsChoice):
        mask_values([path], isolate=False)


@pytest.mark.hazard("M1")
def test_m1_a_photograph_is_no_mask(tmp_path: Path) -> None:
    rgb = np.random.default_rng(1).integers(0, 255, (30, 40, 3), np.uint8)
    assert "more than 32 colours" in refusal(write(tmp_path, "a.png", rgb), as_mask=True)


@pytest.mark.hazard("M1")
def test_m1_one_coloured_slice_makes_a_whole_mask_coloured(tmp_path: Path) -> None:
    rgb = np.zeros((30, 40, 3), np.uint8)
    rgb[5:9, 5:9] = (0, 0, 255)  # as a number it would be 255
    paths = (
        write(tmp_path, "a.png", np.zeros((30, 40), np.uint8)),
        write(tmp_path, "b.png", rgb),
    )
    with pytest.raises(NeedsChoice, match="2 found") as asked:
        load_label_map(paths, isolate=False)
    item = load_label_map(paths, isolate=False, **asked.value.options[0].settings)
    assert item.voxels[1, 6, 6] == 1
    assert int(item.voxels.sum()) == 16


@pytest.mark.hazard("M1")
def test_m1_transparency_is_the_mask_only_by_consent(tmp_path: Path) -> None:
    plane = np.zeros((30, 40, 4), np.uint8)
    plane[..., 3] = mask((0, 255))
    path = write(tmp_path, "a.png", plane)
    with pytest.raises(NeedsChoice, match="transparent pixels") as asked:
        load_label_map(path, isolate=False)
    voxels = [
        load_label_map(path, isolate=False, **option.settings).voxels[0]
        for option in asked.value.options
    ]
    np.testing.assert_array_equal(voxels[0], mask((0, 1)))
    assert not voxels[1].any()
    assert load_volume(path, isolate=False).voxels.max() == 0  # a scan shows its grey values


def test_a_channel_of_coloured_slices_is_chosen(tmp_path: Path) -> None:
    rgb = np.zeros((30, 40, 3), np.uint8)
    rgb[..., 2] = grey(0)
    item = load_volume(write(tmp_path, "a.png", rgb), part="blue", isolate=False)
    np.testing.assert_array_equal(item.voxels[0], grey(0))
    assert any("their blue is shown" in notice for notice in item.notices)


@pytest.mark.hazard("M1")
def test_m1_palette_indices_are_labels(tmp_path: Path) -> None:
    image = Image.fromarray(mask((0, 1, 2))).convert("P")
    image = Image.frombytes("P", (40, 30), mask((0, 1, 2)).tobytes())
    image.putpalette([0, 0, 0, 255, 0, 0, 0, 255, 0])
    image.save(tmp_path / "a.png")
    item = load_label_map(tmp_path / "a.png", isolate=False)
    np.testing.assert_array_equal(item.voxels[0], mask((0, 1, 2)))


@pytest.mark.hazard("M3")
def test_m3_jpeg_edges_are_refused_then_cut_on_request(tmp_path: Path) -> None:
    paths = tuple(write(tmp_path, f"{k}.jpg", mask((0, 255))) for k in range(2))
    sentence = refusal(paths, as_mask=True)
    assert "different values" in sentence
    assert "threshold masks" in sentence
    item = load_label_map(paths, threshold=True, isolate=False)
    np.testing.assert_array_equal(item.voxels[0], mask((0, 1)))
    assert any("above 127.5" in notice for notice in item.notices)
    assert isinstance(load_now(paths, isolate=False), Volume)


def test_one_mapping_for_all_masks_of_a_data_set(tmp_path: Path) -> None:
    both = write(tmp_path, "a.png", mask())
    tumour = write(tmp_path, "b.png", mask((0, 255)), "RGB")
    values = mask_values([both, tumour])
    assert values == {0, 127, 255}
    item = load_label_map((tumour,), value_map=mask_mapping(values), isolate=False)
    assert set(np.unique(item.voxels).tolist()) == {0, 2}


@pytest.mark.hazard("M4")
def test_m4_an_empty_mask_loads_and_says_so(tmp_path: Path) -> None:
    item = load_label_map(write(tmp_path, "a.png", np.zeros((30, 40), np.uint8)), isolate=False)
    assert any("empty" in notice for notice in item.notices)


def test_slices_of_another_size_are_named(tmp_path: Path) -> None:
    paths = (write(tmp_path, "a.png", grey(0)), write(tmp_path, "b.png", grey(0)[:20]))
    sentence = refusal(paths)
    assert "b.png is 40 x 20 pixels, unlike the 40 x 30 of a.png" in sentence


@pytest.mark.hazard("L1")
def test_l1_no_cut_picture_loads(tmp_path: Path) -> None:
    for suffix in ("png", "jpg"):
        whole = write(tmp_path, f"a.{suffix}", grey(0)).read_bytes()
        for end in range(1, len(whole) - 12, 37):
            (tmp_path / f"cut.{suffix}").write_bytes(whole[:end])
            refusal(tmp_path / f"cut.{suffix}")


@pytest.mark.hazard("L11")
def test_l11_a_picture_bomb_is_refused_by_its_header(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    for side in (8193, 12_000, 30_000):
        head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
        data = zlib.compress(bytes(1 << 20))
        png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data)
        (tmp_path / "bomb.png").write_bytes(png + chunk(b"IEND", b""))
        assert "larger than 8192 x 8192" in refusal(tmp_path / "bomb.png")
        assert "larger than" in refusal((tmp_path / "bomb.png", tmp_path / "bomb.png"))


@pytest.mark.hazard("L19")
def test_l19_other_files_in_a_stack_are_named(tmp_path: Path) -> None:
    good = write(tmp_path, "a.png", grey(0))
    (tmp_path / "b.png").write_bytes(b"PK\3\4" + bytes(100))
    assert "b.png is no picture" in refusal((good, tmp_path / "b.png"))
    (tmp_path / "c.png").write_bytes(b"")
    assert "c.png is empty" in refusal((good, tmp_path / "c.png"))
    buffer = io.BytesIO()
    Image.fromarray(grey(0)).save(buffer, "TIFF")
    (tmp_path / "d.png").write_bytes(buffer.getvalue())
    assert load_volume(tmp_path / "d.png", isolate=False).voxels.shape == (1, 30, 40)


def test_sixteen_bits_stay(tmp_path: Path) -> None:
    deep = (np.arange(1200).reshape(30, 40) * 50).astype(np.uint16)
    Image.fromarray(deep).save(tmp_path / "a.png")
    item = load_volume(tmp_path / "a.png", isolate=False)
    np.testing.assert_array_equal(item.voxels[0], deep)
