"""Grey values come out as the window says, and pixels stay where they are."""

import dataclasses

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from unet_core.boxes import Crop, whole
from unet_core.config import PRESETS, TrainConfig
from unet_core.preprocess import (
    centred,
    crop_of,
    enlarged,
    grey_range,
    nearest_index,
    network_input,
    organ_grey,
    prepare,
    resize_labels,
    resize_slices,
    restore_logits,
    shrunk,
    shrunk_labels,
    to_grey,
)
from unet_core.volume import Geometry, Volume

CONFIG = TrainConfig()
PAD = dataclasses.replace(CONFIG, fit="pad")
STRETCH = dataclasses.replace(CONFIG, fit="stretch")
SHAPES = [(512, 512), (400, 300), (301, 402), (256, 256), (130, 101), (101, 130)]


def _volume(voxels: NDArray[np.generic], intensity: str = "HU") -> Volume:
    z, y, x = voxels.shape
    return Volume(voxels, Geometry((x, y, z)), "scan", intensity=intensity)


def _discs(shape_yx: tuple[int, int], radius: float) -> NDArray[np.uint8]:
    """Five discs at places that fall differently on the pixels of the smaller picture."""
    height, width = shape_yx
    rows, columns = np.mgrid[:height, :width]
    places = [(0.5, 0.5), (0.4, 0.45), (0.42, 0.61), (0.6, 0.37), (0.55, 0.52)]
    return np.stack(
        [
            (rows - round(height * y) - i * 0.3) ** 2 + (columns - round(width * x) - i * 0.4) ** 2
            < radius**2
            for i, (y, x) in enumerate(places)
        ]
    ).astype(np.uint8)


def _dice(a: NDArray[np.generic], b: NDArray[np.generic]) -> float:
    return float(
        2 * np.count_nonzero((a > 0) & (b > 0)) / (np.count_nonzero(a) + np.count_nonzero(b))
    )


def _centre(mask: NDArray[np.generic]) -> NDArray[np.float64]:
    return np.array([where.mean() for where in np.nonzero(mask)])


# --- grey ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["int16", "uint16", "int32", "float32", "float64", ">i2"])
def test_hu_are_windowed_and_rounded(kind: str) -> None:
    values = [0, 1, 39, 40, 41, 239, 240, 241, 3000]
    if kind != "uint16":
        values += [-2000, -161, -160, -159]
    voxels = np.array(values).astype(kind).reshape(1, 1, -1)
    expected = [round(min(max((v + 160) / 400, 0), 1) * 255) for v in values]
    grey = to_grey(_volume(voxels), CONFIG)
    assert grey.dtype == np.uint8
    assert grey.ravel().tolist() == expected


def test_values_that_are_no_number_are_black() -> None:
    voxels = np.array([np.nan, np.inf, -np.inf, 40], np.float32).reshape(1, 1, 4)
    assert to_grey(_volume(voxels), CONFIG).ravel().tolist() == [0, 255, 0, 128]


def test_the_window_is_the_configs() -> None:
    liver = dataclasses.replace(CONFIG, window_low_hu=0.0, window_high_hu=100.0)
    voxels = np.array([-5, 0, 20, 100, 105], np.int16).reshape(1, 1, 5)
    assert to_grey(_volume(voxels), liver).ravel().tolist() == [0, 0, 51, 255, 255]


@pytest.mark.parametrize("kind", ["uint8", "uint16", "int16", "float32"])
def test_grey_that_is_8_bit_already_passes(kind: str) -> None:
    voxels = np.arange(256).astype(kind).reshape(1, 16, 16)
    grey = to_grey(_volume(voxels, "grey"), CONFIG)
    assert np.array_equal(grey.ravel(), np.arange(256))


def test_a_dark_8_bit_picture_is_not_stretched() -> None:
    voxels = np.array([0, 1, 0, 1], np.uint8).reshape(1, 2, 2)
    assert to_grey(_volume(voxels, "grey"), CONFIG).max() == 1


@pytest.mark.parametrize(("kind", "high"), [("uint16", 4000), ("float32", 1.0)])
def test_other_grey_is_stretched_between_percentiles(kind: str, high: float) -> None:
    rng = np.random.default_rng(0)
    voxels = (rng.random((4, 50, 50)) * high).astype(kind)
    black, white = grey_range(_volume(voxels, "grey"), CONFIG)
    assert black == pytest.approx(0.005 * high, rel=0.3)
    assert white == pytest.approx(0.995 * high, rel=0.01)
    grey = to_grey(_volume(voxels, "grey"), CONFIG)
    assert grey.min() == 0
    assert grey.max() == 255
    assert grey.mean() == pytest.approx(127.5, abs=3)


def test_one_bright_speck_does_not_make_a_scan_black() -> None:
    voxels = np.random.default_rng(0).integers(0, 1000, (4, 64, 64)).astype(np.uint16)
    voxels[0, 0, 0] = 65535
    assert to_grey(_volume(voxels, "grey"), CONFIG).mean() > 100


@pytest.mark.parametrize("value", [0, 7, 9000])
def test_a_scan_of_one_value_does_not_divide_by_zero(value: int) -> None:
    grey = to_grey(_volume(np.full((2, 8, 8), value, np.uint16), "grey"), CONFIG)
    assert len(np.unique(grey)) == 1


def test_grey_is_canonical_and_its_own_memory() -> None:
    voxels = np.random.default_rng(0).integers(-200, 300, (4, 5, 6)).astype(np.int16)
    turned = Geometry((6, 5, 4), direction=(-1, 0, 0, 0, -1, 0, 0, 0, 1))
    grey = to_grey(Volume(voxels, turned, "scan"), CONFIG)
    straight = to_grey(_volume(voxels), CONFIG)
    assert np.array_equal(grey, straight[:, ::-1, ::-1])
    assert grey.flags.c_contiguous
    assert not np.shares_memory(grey, voxels)


# --- size ------------------------------------------------------------------------------------


@pytest.mark.parametrize("config", [PAD, STRETCH], ids=["pad", "stretch"])
@pytest.mark.parametrize("shape_yx", SHAPES)
def test_labels_shrunk_and_restored_lie_where_they_lay(
    config: TrainConfig, shape_yx: tuple[int, int]
) -> None:
    discs = _discs(shape_yx, min(shape_yx) / 8)
    small = resize_labels(discs, config)
    assert small.shape == (5, 256, 256)
    logits = torch.from_numpy(small).float().unsqueeze(1) - 0.5
    back = (restore_logits(logits, shape_yx, config)[:, 0] > 0).numpy()
    assert back.shape == discs.shape
    drifts = np.array([_centre(b) - _centre(d) for b, d in zip(back, discs, strict=True)])
    assert np.abs(drifts).max() < 0.25
    assert np.abs(drifts.mean(axis=0)).max() < 0.12
    assert min(_dice(b, d) for b, d in zip(back, discs, strict=True)) > 0.98


@pytest.mark.parametrize("config", [PAD, STRETCH], ids=["pad", "stretch"])
@pytest.mark.parametrize("shape_yx", SHAPES)
def test_picture_and_labels_stay_one_on_the_other(
    config: TrainConfig, shape_yx: tuple[int, int]
) -> None:
    """The classic pitfall: a label moved by half a pixel against its picture."""
    discs = _discs(shape_yx, min(shape_yx) / 8)
    picture, labels = resize_slices(discs * 200, config), resize_labels(discs, config)
    for grey, label in zip(picture, labels, strict=True):
        assert _dice(grey > 100, label) > 0.97
        weight = grey / grey.sum()
        rows, columns = np.indices(grey.shape)
        centre = np.array([(rows * weight).sum(), (columns * weight).sum()])
        assert np.abs(centre - _centre(label)).max() < 0.2


def test_halving_moves_and_grows_nothing_on_average() -> None:
    """512 to 256: two old pixels are equally near to each new one."""
    config = dataclasses.replace(CONFIG, image_size=32)
    drift, growth = [], []
    for first in range(16, 32):
        for length in (8, 9, 11, 14):
            labels = np.zeros((1, 64, 64), np.uint8)
            labels[:, :, first : first + length] = 1
            columns = np.flatnonzero(resize_labels(labels, config)[0, 0])
            drift.append(2 * columns.mean() + 0.5 - (first + (length - 1) / 2))
            growth.append(2 * len(columns) - length)
    assert abs(np.mean(drift)) < 0.05
    assert abs(np.mean(growth)) < 0.05


@given(side=st.integers(1, 900), size=st.integers(1, 600))
@settings(max_examples=200, deadline=None)
def test_nearest_is_nearest(side: int, size: int) -> None:
    index = nearest_index(side, size)
    centres = (np.arange(size) + 0.5) * side / size - 0.5
    assert index.min() >= 0
    assert index.max() < side
    assert (np.diff(index) >= 0).all()
    assert (np.abs(index - np.clip(centres, 0, side - 1)) <= 0.5 + 1e-9).all()


def test_the_same_size_changes_nothing() -> None:
    grey = np.random.default_rng(0).integers(0, 256, (3, 256, 256)).astype(np.uint8)
    assert np.array_equal(resize_slices(grey, CONFIG), grey)
    assert np.array_equal(resize_labels(grey, CONFIG), grey)
    logits = torch.rand(2, 3, 256, 256)
    assert torch.equal(restore_logits(logits, (256, 256), CONFIG), logits)


@pytest.mark.parametrize("shape_yx", [(300, 200), (200, 300), (31, 32)])
def test_pad_keeps_proportions_and_stretch_does_not(shape_yx: tuple[int, int]) -> None:
    full = np.full((1, *shape_yx), 255, np.uint8)
    assert resize_slices(full, STRETCH).min() == 255
    share = np.count_nonzero(resize_slices(full, PAD) > 127) / 256**2
    assert share == pytest.approx(min(shape_yx) / max(shape_yx), abs=0.01)


def test_shrinking_smooths_so_that_fine_stripes_do_not_vanish() -> None:
    stripes = np.zeros((1, 512, 512), np.uint8)
    stripes[:, :, ::4] = 200
    small = resize_slices(stripes, PRESETS["quick"])[0, 10:-10, 10:-10]
    assert small.min() > 40
    assert small.max() < 60


def test_labels_stay_labels() -> None:
    labels = np.random.default_rng(0).choice([0, 1, 7], (2, 300, 200)).astype(np.uint8)
    assert set(np.unique(resize_labels(labels, PAD))) <= {0, 1, 7}


def test_prepare_is_grey_then_size() -> None:
    voxels = np.random.default_rng(0).integers(-400, 400, (37, 90, 70)).astype(np.int16)
    volume = _volume(voxels)
    for config in (PAD, STRETCH, PRESETS["quick"]):
        assert np.array_equal(
            prepare(volume, config), resize_slices(to_grey(volume, config), config)
        )


# --- a part of the slice -----------------------------------------------------------------------

CROPS = {
    "inside": Crop(11, 23, 40, 40),
    "corner": Crop(0, 0, 36, 36),
    "last pixels": Crop(61, 35, 40, 40),
    "odd": Crop(7, 13, 51, 51),
    "beyond two edges": Crop(-5, 9, 111, 111),
    "rectangle": Crop(3, 5, 34, 66),
    "larger than all": Crop(-10, -23, 121, 121),
}


@pytest.mark.parametrize("crop", CROPS.values(), ids=CROPS)
def test_a_voxel_of_a_crop_comes_back_where_it_was(crop: Crop) -> None:
    """At the crop's own size nothing is resampled: every voxel, one by one."""
    shape = (101, 75)
    labels = np.random.default_rng(0).integers(0, 2, (3, *shape)).astype(np.uint8)
    side = max(crop.height, crop.width)
    inside = (slice(None), *crop.inside(shape))
    if crop.height == crop.width:
        np.testing.assert_array_equal(shrunk(labels, crop, side), shrunk_labels(labels, crop, side))
    small = shrunk_labels(labels, crop, side)
    logits = torch.from_numpy(small).float().unsqueeze(1) - 0.5
    back = (enlarged(logits, crop, shape)[:, 0] > 0).numpy()
    np.testing.assert_array_equal(back, labels[inside])


@pytest.mark.parametrize("crop", [Crop(11, 20, 40, 40), Crop(-6, 2, 114, 114), Crop(55, 1, 46, 46)])
def test_halved_and_enlarged_again_no_block_of_two_pixels_moves(crop: Crop) -> None:
    shape = (101, 75)
    blocks = np.random.default_rng(0).integers(0, 2, (2, 64, 64)).astype(np.uint8)
    labels = np.zeros((2, *shape), np.uint8)
    rows, columns = crop.inside(shape)
    own = crop.of(shape)
    fine = blocks.repeat(2, 1).repeat(2, 2)[:, : crop.height, : crop.width]
    labels[:, rows, columns] = fine[(slice(None), *own)]
    small = shrunk_labels(labels, crop, crop.height // 2)
    logits = torch.from_numpy(small).float().unsqueeze(1) - 0.5
    back = (enlarged(logits, crop, shape)[:, 0] > 0).numpy()
    changed = back != labels[:, rows, columns].astype(bool)
    assert not changed[:, 2:-2, 2:-2].any()


@pytest.mark.parametrize("crop", [Crop(40, 60, 150, 150), Crop(90, 9, 211, 211)])
def test_picture_and_labels_of_a_crop_stay_one_on_the_other(crop: Crop) -> None:
    discs = _discs((301, 402), 30)
    picture, labels = shrunk(discs * 200, crop, 96), shrunk_labels(discs, crop, 96)
    for grey, label in zip(picture, labels, strict=True):
        if np.count_nonzero(label) > 200:
            assert _dice(grey > 100, label) > 0.96


def test_slices_of_a_mapped_file_are_shrunk_without_a_warning() -> None:
    """They may not be written to, which PyTorch warns of."""
    grey = np.random.default_rng(0).integers(0, 256, (3, 40, 40)).astype(np.uint8)
    mapped = grey.copy()
    mapped.flags.writeable = False
    crop = whole((40, 40))
    np.testing.assert_array_equal(shrunk(mapped, crop, 24), shrunk(grey, crop, 24))


def _patient_on_couch(turned: bool = False) -> Volume:
    """A body of 20 HU with ribs, on a couch, in air; the couch above if ``turned``."""
    y, x = np.ogrid[:300, :340]
    body = ((y - 140) / 70) ** 2 + ((x - 190) / 100) ** 2 <= 1
    voxels = np.full((7, 300, 340), -1000, np.int16)
    voxels[:, 211:216, 20:320] = 300
    voxels[:, body] = 20
    voxels += np.random.default_rng(0).integers(-15, 16, voxels.shape).astype(np.int16)
    direction = (-1, 0, 0, 0, -1, 0, 0, 0, 1) if turned else (1, 0, 0, 0, 1, 0, 0, 0, 1)
    return Volume(voxels, Geometry((340, 300, 7), direction=direction), "scan")


def test_the_body_is_cut_out_and_the_couch_is_not() -> None:
    config = dataclasses.replace(CONFIG, crop="body")
    crop = crop_of(_patient_on_couch(), config)
    assert crop.height == crop.width
    assert 200 <= crop.width <= 216  # the body's 201 and a little air
    assert crop.top <= 70
    assert crop.left <= 90
    assert crop.left + crop.width >= 291
    assert abs((crop.left + crop.width / 2) - 190) < 4
    stretched = crop_of(_patient_on_couch(), dataclasses.replace(config, fit="stretch"))
    assert stretched.height < 160 < stretched.width
    assert crop_of(_patient_on_couch(), CONFIG) == whole((300, 340))


def test_the_body_is_found_in_canonical_order() -> None:
    config = dataclasses.replace(CONFIG, crop="body")
    upright, turned = crop_of(_patient_on_couch(), config), crop_of(_patient_on_couch(True), config)
    assert abs((300 - turned.top - turned.height) - upright.top) <= 4
    assert abs((340 - turned.left - turned.width) - upright.left) <= 4


def test_windowed_grey_shows_the_same_body() -> None:
    config = dataclasses.replace(CONFIG, crop="body")
    scan = _patient_on_couch()
    grey = dataclasses.replace(scan, voxels=to_grey(scan, CONFIG), intensity="grey")
    assert crop_of(grey, config) == crop_of(scan, config)


def test_a_scan_without_a_body_is_shown_whole() -> None:
    config = dataclasses.replace(CONFIG, crop="body")
    assert crop_of(_volume(np.full((2, 40, 60), -1000, np.int16)), config) == whole((40, 60))


def test_prepare_shows_the_crop_alone() -> None:
    config = dataclasses.replace(CONFIG, crop="body", image_size=64)
    scan = _patient_on_couch()
    grey = to_grey(scan, config)
    crop = crop_of(scan, config)
    np.testing.assert_array_equal(prepare(scan, config), shrunk(grey, crop, 64))
    np.testing.assert_array_equal(prepare(scan, config), resize_slices(grey, config, crop))


def test_the_grey_of_an_organ_is_its_median() -> None:
    greys = np.random.default_rng(0).integers(90, 140, 501)
    assert organ_grey(np.bincount(greys, minlength=256)) == np.median(greys)
    assert organ_grey(np.zeros(256, np.int64)) is None


def test_the_close_look_has_its_own_grey_scale() -> None:
    config = dataclasses.replace(CONFIG, detail_window=0.5)
    grey = np.array([0, 100, 136, 137, 150, 164, 255], np.uint8)
    assert centred(grey, 137.0, config).tolist() == [0, 54, 126, 128, 154, 182, 255]
    assert centred(grey, None, config) is grey
    assert centred(grey, 137.0, dataclasses.replace(config, detail_window=1.0)) is grey


# --- what the network is given -----------------------------------------------------------------


def _numbered(slices: int) -> NDArray[np.uint8]:
    return np.broadcast_to(np.arange(slices, dtype=np.uint8)[:, None, None], (slices, 4, 4)).copy()


def _shown(config: TrainConfig, channels: int, z: list[int]) -> list[list[int]]:
    model = dataclasses.replace(config.model, in_channels=channels)
    given_ = network_input(_numbered(6), z, dataclasses.replace(config, model=model))
    assert given_.dtype == torch.float32
    return (given_[:, :, 0, 0] * 255).round().int().tolist()


def test_neighbours_are_around_and_edges_repeat() -> None:
    assert _shown(CONFIG, 3, [0, 3, 5]) == [[0, 0, 1], [2, 3, 4], [4, 5, 5]]
    assert _shown(CONFIG, 5, [1]) == [[0, 0, 1, 2, 3]]
    assert _shown(CONFIG, 1, [4]) == [[4]]


def test_repeat_is_the_same_slice() -> None:
    assert _shown(dataclasses.replace(CONFIG, channels="repeat"), 3, [2, 5]) == [[2] * 3, [5] * 3]


def test_input_is_0_to_1() -> None:
    grey = np.stack([np.zeros((4, 4), np.uint8), np.full((4, 4), 255, np.uint8)])
    given_ = network_input(grey, [0, 1], dataclasses.replace(CONFIG, channels="repeat"))
    assert given_[0].max() == 0
    assert given_[1].min() == 1


def test_a_scan_of_one_slice_is_its_own_neighbour() -> None:
    assert network_input(_numbered(1), [0], CONFIG).shape == (1, 3, 4, 4)
