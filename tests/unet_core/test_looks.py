"""A cascade finds the organ, looks closely there and nowhere else; everything lies where it was."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from tests.unet_core.known_networks import answer_by_brightness
from unet_core.boxes import Crop, whole
from unet_core.checkpoint import Passport, save_model
from unet_core.config import ModelConfig, PredictConfig, TrainConfig
from unet_core.events import Predicted, Progress
from unet_core.io import load_label_map, load_volume
from unet_core.looks import (
    Look,
    decide,
    logits_of,
    looks,
    organ_place,
    predict_case,
    probabilities_of_case,
)
from unet_core.losses import decode
from unet_core.networks import Cascade, build_network
from unet_core.predict import predict
from unet_core.preprocess import enlarged, resize_labels, shrunk
from unet_core.scans import Scan, scan_of
from unet_core.slice_case import around_labels
from unet_core.unet import UNet
from unet_core.volume import DEFAULT_LABELS, Geometry, Volume

SINGLE = TrainConfig(
    model=ModelConfig(1, 3, depth=1, base_channels=4, norm="none"),
    channels="repeat",
    image_size=32,
    detail_size=64,
    detail_window=1.0,  # what is looked at closely keeps its brightness
)
CASCADE = dataclasses.replace(SINGLE, model=dataclasses.replace(SINGLE.model, cascade=True))
ORGAN = ((0.0, 0.0), (10.0, -3.0))
"""Above -40 HU."""
CLASSES = (*ORGAN, (30.0, -15.0))
"""Liver above -40 HU, tumour above 80 HU."""


def _cascade(config: TrainConfig = CASCADE) -> Cascade:
    network = build_network(config.model)
    assert isinstance(network, Cascade)
    answer_by_brightness(network.coarse, ORGAN)
    answer_by_brightness(network.detail, CLASSES if config.model.outputs == "classes" else REGIONS)
    return network.eval()


REGIONS = ((10.0, -3.0), (20.0, -12.0))


def _single(config: TrainConfig = SINGLE) -> UNet:
    network = UNet(config.model)
    answer_by_brightness(network, CLASSES)
    return network.eval()


def _voxels() -> NDArray[np.int16]:
    """An organ of 20 HU in slices 4 to 9, in it five tumours of 150 HU, 4 x 4 pixels each."""
    z, y, x = np.ogrid[:16, :160, :140]
    voxels = np.full((16, 160, 140), -500, np.int16)
    voxels[((z - 6.5) / 3.2) ** 2 + ((y - 52) / 30) ** 2 + ((x - 48) / 27) ** 2 <= 1] = 20
    for k in range(5):
        voxels[6:8, 40 + 5 * k : 44 + 5 * k, 34 + 6 * k : 38 + 6 * k] = 150
    return voxels


def _scan(voxels: NDArray[np.int16], config: TrainConfig = CASCADE) -> Scan:
    z, y, x = voxels.shape
    return scan_of(Volume(voxels, Geometry((x, y, z)), "scan.nii.gz"), config)


def _found(
    network: UNet | Cascade, scan: Scan, config: TrainConfig, batch_size: int = 4, **more: object
) -> NDArray[np.uint8]:
    found = np.full((scan.count, *scan.shape_yx), 255, np.uint8)
    for z, labels in predict_case(network, scan, config, batch_size, **more):
        assert (found[list(z)] == 255).all(), "a slice came twice"
        found[list(z)] = labels
    return found


def _dice(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    return float(2 * np.count_nonzero(one & other) / (one.sum() + other.sum()))


# --- a cascade -------------------------------------------------------------------------------


def test_a_cascade_sees_what_whole_slices_are_too_coarse_for() -> None:
    voxels = _voxels()
    once = _found(_single(), _scan(voxels, SINGLE), SINGLE)
    twice = _found(_cascade(), _scan(voxels), CASCADE)
    tumour = voxels > 80
    assert _dice(once == 2, tumour) < 0.6
    assert _dice(twice == 2, tumour) > 0.9
    assert _dice(twice > 0, voxels > -40) > 0.985


@pytest.mark.parametrize("fit", ["pad", "stretch"])
@pytest.mark.parametrize("crop", ["none", "body"])
@pytest.mark.parametrize("turn", range(4))
def test_what_is_found_lies_where_it_is(fit: str, crop: str, turn: int) -> None:
    """Wide and high slices, the organ in each corner."""
    config = dataclasses.replace(CASCADE, fit=fit, crop=crop)
    voxels = np.ascontiguousarray(np.rot90(_voxels(), turn, axes=(1, 2)))
    found = _found(_cascade(), _scan(voxels, config), config)
    for value, level in ((1, -40), (2, 80)):
        centre, expected = (
            np.argwhere(mask).mean(axis=0) for mask in (found >= value, voxels > level)
        )
        assert np.abs(centre - expected).max() < 0.25
    assert _dice(found > 0, voxels > -40) > 0.98


def test_only_the_largest_organ_is_looked_at() -> None:
    """A second bright thing far away, as large on one slice but smaller as a whole."""
    voxels = _voxels()
    voxels[5:7, 110:150, 90:135] = 150
    found = _found(_cascade(), _scan(voxels), CASCADE)
    assert not found[:, 110:150, 100:135].any()
    voxels[5:7, 110:150, 90:135] = -500
    np.testing.assert_array_equal(found, _found(_cascade(), _scan(voxels), CASCADE))


def test_slices_far_from_the_organ_are_not_looked_at() -> None:
    voxels = _voxels()
    voxels[0:2, 50:54, 50:54] = voxels[14:, 50:54, 50:54] = 150
    found = _found(_cascade(), _scan(voxels), CASCADE)
    assert not found[:2].any()
    assert not found[14:].any()
    looked = [z for look in looks(_cascade(), _scan(voxels), CASCADE, 1) for z in _looked_at(look)]
    assert looked == list(range(2, 12))  # two beyond slices 4 to 9


def _looked_at(look: Look) -> Sequence[int]:
    if look.logits is None:
        return ()
    return look.z[look.first : look.first + len(look.logits)]


def test_no_organ_is_no_fault() -> None:
    voxels = np.full((5, 60, 70), -500, np.int16)
    assert not _found(_cascade(), _scan(voxels), CASCADE).any()
    how = PredictConfig(batch_size=2)
    for z, chances in probabilities_of_case(_cascade(), _scan(voxels), CASCADE, how):
        assert chances.shape == (len(z), 3, 60, 70)
        assert (chances[:, 0] == 1).all()
        assert not chances[:, 1:].any()


@pytest.mark.parametrize(
    "place",
    [(slice(0, 30), slice(0, 26)), (slice(90, 120), slice(70, 100)), (slice(0, 120), slice(0, 9))],
    ids=["first corner", "last corner", "along an edge"],
)
def test_an_organ_at_the_edge_of_the_picture(place: tuple[slice, slice]) -> None:
    voxels = np.full((3, 120, 100), -500, np.int16)
    voxels[(slice(None), *place)] = 20
    found = _found(_cascade(), _scan(voxels), CASCADE)
    assert _dice(found > 0, voxels > -40) > 0.96


def test_a_single_slice() -> None:
    voxels = _voxels()[6:7]
    found = _found(_cascade(), _scan(voxels), CASCADE)
    assert _dice(found > 0, voxels > -40) > 0.98


@pytest.mark.parametrize("batch_size", [1, 3, 64])
def test_the_batch_size_decides_nothing(batch_size: int) -> None:
    config = dataclasses.replace(
        CASCADE, channels="neighbours", model=dataclasses.replace(CASCADE.model, in_channels=3)
    )
    torch.manual_seed(1)
    network = build_network(config.model)
    assert isinstance(network, Cascade)
    answer_by_brightness(network.coarse, ORGAN)
    scan = _scan(_voxels(), config)
    expected = _found(network, scan, config, 4)
    assert len(np.unique(expected)) > 1
    assert np.mean(_found(network, scan, config, batch_size) != expected) < 1e-3


def test_the_close_look_of_a_slice_is_that_of_the_cache() -> None:
    """Neighbours beyond the organ's own slices are shown as training shows them."""
    config = dataclasses.replace(
        CASCADE, channels="neighbours", model=dataclasses.replace(CASCADE.model, in_channels=5)
    )
    network, scan = _cascade(config), _scan(_voxels(), config)
    shown: list[torch.Tensor] = []
    network.detail.register_forward_pre_hook(lambda _, given: shown.append(given[0].clone()))
    seen = list(looks(network, scan, config, 16))
    crop = seen[-1].crop
    close = shrunk(scan.full_images(), crop, 64)
    for row, z in enumerate(range(2, 12)):
        wanted = np.clip(np.arange(z - 2, z + 3), 0, 15)
        np.testing.assert_array_equal(shown[0][row].mul(255).round().numpy(), close[wanted])


def test_slices_can_be_chosen() -> None:
    wanted = [1, 5, 6, 7, 12, 15]
    scan = _scan(_voxels())
    found = _found(_cascade(), scan, CASCADE, z=wanted)
    every = _found(_cascade(), scan, CASCADE)
    assert (np.delete(found, wanted, axis=0) == 255).all()
    assert _dice(found[wanted] > 0, every[wanted] > 0) > 0.98


def test_a_cascade_may_answer_in_regions() -> None:
    model = dataclasses.replace(CASCADE.model, outputs="regions", out_channels=2)
    config = dataclasses.replace(CASCADE, model=model)
    voxels = _voxels()
    found = _found(_cascade(config), _scan(voxels, config), config)
    assert _dice(found == 2, voxels > 80) > 0.9
    assert _dice(found > 0, voxels > -40) > 0.985


def test_one_network_never_asks_for_the_whole_scan() -> None:
    class Small:
        count, shape_yx, crop = 3, (40, 50), whole((40, 50))

        def images(self) -> NDArray[np.uint8]:
            return np.zeros((3, 32, 32), np.uint8)

        def full_images(self) -> NDArray[np.uint8]:
            raise AssertionError("only a cascade needs it")

    assert not _found(_single(), Small(), SINGLE).any()


def test_a_cascade_is_one_model_to_the_user(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    passport = Passport(CASCADE.model, CASCADE, labels=dict(DEFAULT_LABELS))
    save_model(path, _cascade(), passport)
    voxels = _voxels()
    geometry = Geometry((140, 160, 16), direction=(-1, 0, 0, 0, -1, 0, 0, 0, 1))
    turned = np.ascontiguousarray(voxels[:, ::-1, ::-1])
    *before, last = predict(path, Volume(turned, geometry, "scan.nii.gz"), PredictConfig())
    assert isinstance(last, Predicted)
    assert _dice(last.label_map.voxels == 2, turned > 80) > 0.9
    assert _dice(last.label_map.voxels > 0, turned > -40) > 0.985
    steps = [event.done for event in before if isinstance(event, Progress)]
    assert steps == [0, 4, 8, 12, 16, 20, 24, 28, 32]
    assert {event.total for event in before if isinstance(event, Progress)} == {32}


def test_no_mode_leaks_while_a_cascade_looks() -> None:
    network = _cascade().train()
    for _ in looks(network, _scan(_voxels()), CASCADE, 4):
        assert torch.is_grad_enabled()
        assert not torch.is_inference_mode_enabled()
        assert network.coarse.training
        assert network.detail.training


def _shown_closely(voxels: NDArray[np.int16], config: TrainConfig) -> torch.Tensor:
    """What the second network is given, in greys of 0..255."""
    network = _cascade(config)
    shown: list[torch.Tensor] = []
    network.detail.register_forward_pre_hook(lambda _, given: shown.append(given[0].clone()))
    assert list(looks(network, _scan(voxels, config), config, 16))
    return shown[0].mul(255)


def test_livers_of_all_patients_look_the_same_closely() -> None:
    """A brighter thing elsewhere is no part of the organ."""
    config = dataclasses.replace(CASCADE, detail_window=0.8)
    voxels = _voxels()
    for shift_hu in (0, -30, 40):
        other = np.where(voxels > -40, voxels + shift_hu, voxels).astype(np.int16)
        other[5:7, 110:150, 90:135] = 235
        shown = _shown_closely(other, config)
        assert shown[shown > 60].median() == pytest.approx(127.5, abs=1)
        # a tumour is 130 HU brighter, in a window of 0.8 * 400 HU
        assert shown.max() == pytest.approx(127.5 + 130 / 320 * 255, abs=2)


# --- where to look closely -------------------------------------------------------------------


@pytest.mark.parametrize("shape_yx", [(512, 512), (300, 411), (97, 61)])
@pytest.mark.parametrize("fit", ["pad", "stretch"])
def test_the_place_holds_the_organ_and_hardly_more(shape_yx: tuple[int, int], fit: str) -> None:
    config = dataclasses.replace(SINGLE, image_size=64, fit=fit)
    rng = np.random.default_rng(0)
    for _ in range(20):
        mask = np.zeros((5, *shape_yx), np.uint8)
        corners = [sorted(rng.integers(0, n, 2)) for n in shape_yx]
        (top, bottom), (left, right) = [
            (low, max(high, low + n // 5)) for (low, high), n in zip(corners, shape_yx, strict=True)
        ]
        mask[1:3, top:bottom, left:right] = 1
        small = resize_labels(mask, config).astype(bool)
        place = organ_place(small, whole(shape_yx, config.fit), shape_yx)
        assert place is not None
        assert place[0] == range(0, 5)
        rows, columns = (np.flatnonzero(mask.any(axis=axes)) for axes in ((0, 2), (0, 1)))
        pixel = max(shape_yx) / 64
        for start, side, found in (
            (place[1].top, place[1].height, rows),
            (place[1].left, place[1].width, columns),
        ):
            assert start <= found[0]
            assert found[-1] < start + side
        longest = max(len(rows), len(columns))
        assert place[1].width <= max(1.2 * longest + 3 * pixel + 2, 16)


def test_training_and_predicting_look_at_the_same_box() -> None:
    """Where the organ is found to the pixel."""
    mask = _voxels() > -40
    found = organ_place(mask, Crop(0, 0, 160, 140), (160, 140))
    assert found is not None
    assert found[1] == around_labels(mask.astype(np.uint8))
    assert found[1].width < 80


def test_an_organ_in_the_margin_around_the_slice_is_none() -> None:
    organ = np.zeros((2, 64, 64), bool)
    organ[:, 20:40, 0:6] = True  # the slice is half as wide as high
    assert organ_place(organ, whole((100, 50)), (100, 50)) is None


@pytest.mark.real_data
def test_on_a_real_scan_the_found_liver_gives_the_box_of_the_reference(real_data: Path) -> None:
    mask = load_label_map(real_data / "lits" / "segmentation-02.nii.gz").canonical
    config = dataclasses.replace(SINGLE, image_size=128)
    shape = (mask.shape[1], mask.shape[2])
    place = organ_place(resize_labels(mask, config) > 0, whole(shape), shape)
    assert place is not None
    expected = around_labels(mask)
    assert np.abs(np.subtract(place[1], expected)).max() <= 8  # two of its pixels
    outside = mask.copy()
    outside[(slice(place[0].start, place[0].stop), *place[1].inside(shape))] = 0
    assert not outside.any()


@pytest.mark.real_data
def test_a_real_scan_through_both_looks(real_data: Path) -> None:
    """Fed with the reference as its picture, a cascade draws the reference again."""
    mask = load_label_map(real_data / "lits" / "segmentation-02.nii.gz").canonical[::10]
    config = dataclasses.replace(CASCADE, image_size=128, detail_size=256)
    voxels = np.array([-500, 20, 150], np.int16)[mask]
    found = _found(_cascade(config), _scan(voxels, config), config)
    assert _dice(found > 0, mask > 0) > 0.99
    assert _dice(found == 2, mask == 2) > 0.93
    scan = load_volume(real_data / "lits" / "volume-02.nii.gz")
    assert scan.canonical.shape[1:] == mask.shape[1:]


# --- mirrored --------------------------------------------------------------------------------


def _random(seed: int = 0) -> UNet:
    torch.manual_seed(seed)
    return UNet(SINGLE.model).eval()


def test_a_network_that_knows_no_left_says_the_same_mirrored() -> None:
    pictures = torch.rand(3, 1, 32, 32)
    plain, both = (logits_of(_single(), pictures, mirror=mirror) for mirror in (False, True))
    assert torch.equal(plain, both)


def test_mirrored_means_as_likely_on_the_left_as_on_the_right() -> None:
    network, pictures = _random(), torch.rand(2, 1, 32, 32)
    straight = logits_of(network, pictures, mirror=True)
    turned = logits_of(network, pictures.flip(3), mirror=True).flip(3)
    torch.testing.assert_close(straight, turned)
    assert not torch.allclose(
        logits_of(network, pictures), logits_of(network, pictures.flip(3)).flip(3)
    )


def test_both_looks_of_a_cascade_are_mirrored() -> None:
    voxels = _voxels()
    network = _cascade()
    calls = {"coarse": 0, "detail": 0}
    for name in calls:
        network.get_submodule(name).register_forward_hook(
            lambda *_, name=name: calls.update({name: calls[name] + 1})
        )
    plain = _found(network, _scan(voxels), CASCADE, 16)
    assert calls == {"coarse": 1, "detail": 1}
    both = _found(network, _scan(voxels), CASCADE, 16, mirror=True)
    assert calls == {"coarse": 3, "detail": 3}
    np.testing.assert_array_equal(plain, both)


# --- deciding --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outputs", "channels"), [("classes", 1), ("classes", 2), ("classes", 5), ("regions", 2)]
)
@pytest.mark.parametrize("crop", [Crop(4, 7, 31, 31), Crop(-3, 5, 50, 50), Crop(0, 0, 16, 16)])
def test_deciding_is_decoding_what_was_enlarged(outputs: str, channels: int, crop: Crop) -> None:
    """The short cuts change nothing."""
    shape = (40, 44)
    logits = torch.randn(3, channels, 16, 16, generator=torch.Generator().manual_seed(0))
    logits[1] = -1.0
    logits[1, 0] = 0.0 if channels > 1 and outputs == "classes" else -1.0
    look = Look([3, 4, 5, 6], logits, crop, 1)
    found = decide(look, shape, outputs)
    expected = np.zeros((4, *shape), np.uint8)
    indices = decode(enlarged(logits, crop, shape), outputs)
    expected[(slice(1, 4), *crop.inside(shape))] = indices.numpy()
    assert np.mean(found != expected) < 1e-4  # rounding where two are equally likely
    assert not found[[0, 2]].any()
    assert found.any()


def test_between_equals_the_first_class_is_taken() -> None:
    logits = torch.tensor([[0.0, 1.0, 0.0], [0.0, 1.0, 2.0], [0.0, 0.0, 2.0]]).view(1, 3, 1, 3)
    found = decide(Look([0], logits.expand(1, 3, 3, 3), Crop(0, 0, 3, 3)), (3, 3), "classes")
    assert found[0, 0].tolist() == [0, 0, 1]


def test_probabilities_say_what_is_decided() -> None:
    scan, how = _scan(_voxels()), PredictConfig(batch_size=4)
    decided = list(predict_case(_cascade(), scan, CASCADE, 4))[4:]
    for (z, labels), (also_z, chances) in zip(
        decided, probabilities_of_case(_cascade(), scan, CASCADE, how), strict=True
    ):
        assert z == also_z
        assert np.mean(chances.argmax(axis=1) != labels) < 1e-4
        np.testing.assert_allclose(chances.sum(axis=1), 1.0, atol=1e-5)
