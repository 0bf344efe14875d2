"""A network whose answer is known finds what it must, where it is, and says the rest."""

import dataclasses
from collections.abc import Iterator
from itertools import permutations, product
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.unet_core.known_networks import answer_by_brightness
from unet_core.checkpoint import Passport, save_model
from unet_core.config import ModelConfig, PredictConfig, TrainConfig
from unet_core.errors import InputError
from unet_core.events import Event, Predicted, Progress
from unet_core.io import load_volume
from unet_core.isolation import isolated
from unet_core.predict import predict, predict_case, scan_of
from unet_core.unet import UNet
from unet_core.volume import (
    DEFAULT_LABELS,
    TUMOUR,
    Geometry,
    Label,
    LabelMap,
    Matrix,
    Volume,
)

CONFIG = TrainConfig(
    model=ModelConfig(1, 3, depth=1, base_channels=4, norm="none"),
    channels="repeat",
    image_size=64,
)
BINARY = dataclasses.replace(
    CONFIG, target="tumour", model=dataclasses.replace(CONFIG.model, out_channels=1)
)
SPACING = (0.8, 0.9, 3.0)
SEEN = PredictConfig(largest_liver=False, tumour_inside_liver=False)


def _brightness_network(config: TrainConfig) -> UNet:
    """Liver above -40 HU, tumour above 80 HU, in the default window."""
    network = UNet(config.model)
    lines = [(30.0, -18.0)] if config.model.out_channels == 1 else [(0, 0), (10, -3), (30, -15)]
    answer_by_brightness(network, lines)
    return network


def _random_network(config: TrainConfig) -> UNet:
    torch.manual_seed(3)
    return UNet(config.model)


def _saved(
    folder: Path, config: TrainConfig = CONFIG, network: UNet | None = None, **more: object
) -> Path:
    labels: dict[int, Label] = {2: TUMOUR} if config.target == "tumour" else dict(DEFAULT_LABELS)
    passport = Passport(config.model, config, **{"labels": labels, **more})
    path = folder / "model.safetensors"
    save_model(path, network or _brightness_network(config), passport)
    return path


def _scan(**changes: object) -> Volume:
    """A liver at 20 HU with a tumour at 150 HU, both where nothing is symmetric."""
    z, y, x = np.ogrid[:9, :96, :80]
    voxels = np.full((9, 96, 80), -500, np.int16)
    liver = ((z - 3) / 3) ** 2 + ((y - 30) / 22) ** 2 + ((x - 28) / 20) ** 2 <= 1
    voxels[liver] = 20
    voxels[((z - 3) / 1.5) ** 2 + ((y - 24) / 8) ** 2 + ((x - 20) / 7) ** 2 <= 1] = 150
    volume = Volume(voxels, Geometry((80, 96, 9), SPACING, (5.0, -7.0, 11.0)), "scan.nii.gz")
    return dataclasses.replace(volume, **changes)


def _result(events: Iterator[Event]) -> Predicted:
    *before, last = events
    assert all(isinstance(event, Progress) for event in before)
    assert isinstance(last, Predicted)
    return last


def _dice(first: np.ndarray, second: np.ndarray) -> float:
    return float(2 * np.count_nonzero(first & second) / (first.sum() + second.sum()))


# --- what comes out ----------------------------------------------------------------------------


@pytest.mark.parametrize("fit", ["pad", "stretch"])
@pytest.mark.parametrize("image_size", [64, 96, 128])
def test_labels_lie_where_the_scan_is_bright(tmp_path: Path, fit: str, image_size: int) -> None:
    config = dataclasses.replace(CONFIG, fit=fit, image_size=image_size)
    scan = _scan()
    found = _result(predict(_saved(tmp_path, config), scan)).label_map
    assert found.geometry == scan.geometry
    assert found.voxels.dtype == np.uint8
    assert _dice(found.voxels > 0, scan.voxels > -40) > 0.97
    assert _dice(found.voxels == 2, scan.voxels > 80) > 0.92
    for value, level in ((1, -40), (2, 80)):
        drift = [
            a.mean() - b.mean()
            for a, b in zip(
                np.nonzero(found.voxels >= value), np.nonzero(scan.voxels > level), strict=True
            )
        ]
        assert np.abs(drift).max() < 0.25


def test_one_output_gives_the_one_label(tmp_path: Path) -> None:
    found = _result(predict(_saved(tmp_path, BINARY), _scan())).label_map
    assert set(np.unique(found.voxels)) == {0, 2}
    assert dict(found.labels) == {2: TUMOUR}
    assert _dice(found.voxels == 2, _scan().voxels > 80) > 0.92


def test_the_result_says_what_it_is(tmp_path: Path) -> None:
    """I3: a new layer, a prediction, never saved anywhere by itself."""
    model = _saved(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    scan = _scan()
    voxels = scan.voxels.copy()
    predicted = _result(predict(model, scan))
    assert predicted.label_map.name == "prediction (standard)"
    assert predicted.label_map.role == "prediction"
    assert predicted.label_map.path is None
    assert predicted.notices == predicted.label_map.notices == ()
    assert predicted.seconds > 0
    assert sorted(tmp_path.rglob("*")) == before
    assert np.array_equal(scan.voxels, voxels)


def test_the_mask_is_named_after_its_model(tmp_path: Path) -> None:
    model = _saved(tmp_path, epoch=12).rename(tmp_path / "2026-01-02_03-04-05_liver.safetensors")
    assert _result(predict(model, _scan())).label_map.name == "prediction (standard, epoch 12)"


def test_progress_counts_slices(tmp_path: Path) -> None:
    config = PredictConfig(batch_size=4)
    events = list(predict(_saved(tmp_path), _scan(), config))
    assert [e.done for e in events if isinstance(e, Progress)] == [0, 4, 8, 9]
    assert {e.total for e in events if isinstance(e, Progress)} == {9}


def test_i5_same_answer_every_time_and_for_every_batch(tmp_path: Path) -> None:
    """I5."""
    model = _saved(tmp_path, CONFIG, _random_network(CONFIG))
    results = [
        _result(predict(model, _scan(), dataclasses.replace(SEEN, batch_size=size)))
        for size in (4, 4, 1, 64)
    ]
    first = results[0].label_map.voxels
    assert len(np.unique(first)) > 1
    assert np.array_equal(first, results[1].label_map.voxels)
    for other in results[2:]:
        assert np.mean(first != other.label_map.voxels) < 1e-3


# --- orientation -------------------------------------------------------------------------------


def _turned(scan: Volume, axes: tuple[int, ...], flips: tuple[bool, ...]) -> Volume:
    """The same scan in the world, stored with other axes (axes and flips of array z, y, x)."""
    turn = tuple(slice(None, None, -1 if flip else 1) for flip in flips)
    voxels = np.ascontiguousarray(scan.voxels.transpose(axes)[turn])
    corner = [0, 0, 0]
    for position, axis in enumerate(axes):
        corner[axis] = scan.voxels.shape[axis] - 1 if flips[position] else 0
    columns = np.zeros((3, 3))
    for position, axis in enumerate(axes):
        columns[2 - axis, 2 - position] = -1.0 if flips[position] else 1.0
    direction: Matrix = tuple(columns.ravel().tolist())
    spacing = tuple(scan.geometry.spacing_xyz_mm[2 - axes[2 - i]] for i in range(3))
    geometry = Geometry(
        (voxels.shape[2], voxels.shape[1], voxels.shape[0]),
        spacing,
        scan.geometry.point((corner[0], corner[1], corner[2])),
        direction,
    )
    return dataclasses.replace(scan, voxels=voxels, geometry=geometry)


def _world(label_map: LabelMap) -> set[tuple[int, ...]]:
    """Label and LPS position, in hundredths of a mm, of every labelled voxel."""
    index = np.argwhere(label_map.voxels)
    points = np.c_[index[:, ::-1], np.ones(len(index))] @ label_map.geometry.affine.T
    values = label_map.voxels[label_map.voxels > 0]
    return {
        (int(v), *p)
        for v, p in zip(values, np.rint(points[:, :3] * 100).astype(int).tolist(), strict=True)
    }


@pytest.fixture(scope="module")
def asymmetric(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[tuple[int, ...]]]:
    """A network that sees neighbours and knows left from right, and its mask of the scan."""
    config = dataclasses.replace(
        CONFIG, channels="neighbours", model=dataclasses.replace(CONFIG.model, in_channels=3)
    )
    model = _saved(tmp_path_factory.mktemp("model"), config, _random_network(config))
    expected = _world(_result(predict(model, _scan(), SEEN)).label_map)
    mirrored = _scan(voxels=np.ascontiguousarray(_scan().voxels[::-1, ::-1, ::-1]))
    found = _result(predict(model, mirrored, SEEN)).label_map
    assert not np.array_equal(found.voxels[::-1, ::-1, ::-1], _plain(model)), "it is symmetric"
    return model, expected


def _plain(model: Path) -> np.ndarray:
    return _result(predict(model, _scan(), SEEN)).label_map.voxels


@pytest.mark.parametrize("flips", list(product([False, True], repeat=3)))
def test_i2_same_world_mask_in_8_orientations(
    asymmetric: tuple[Path, set[tuple[int, ...]]], flips: tuple[bool, ...]
) -> None:
    """I2."""
    model, expected = asymmetric
    turned = _turned(_scan(), (0, 1, 2), flips)
    found = _result(predict(model, turned, SEEN)).label_map
    assert found.geometry == turned.geometry
    assert found.voxels.shape == turned.voxels.shape
    assert _world(found) == expected


@pytest.mark.parametrize("axes", list(permutations(range(3))))
def test_i2_same_world_mask_whatever_axis_is_stored_first(
    asymmetric: tuple[Path, set[tuple[int, ...]]], axes: tuple[int, ...]
) -> None:
    """I2."""
    model, expected = asymmetric
    turned = _turned(_scan(), axes, (False, True, False))
    assert _world(_result(predict(model, turned, SEEN)).label_map) == expected


# --- stopping, processes, modes ----------------------------------------------------------------


def test_i4_stopping_half_way_leaves_nothing(tmp_path: Path) -> None:
    """I4."""
    events = predict(_saved(tmp_path), _scan(), PredictConfig(batch_size=1))
    seen = [next(events) for _ in range(4)]
    assert seen[-1] == Progress(3, 9, "Predicting scan.nii.gz")
    events.close()
    assert list(events) == []
    assert torch.is_grad_enabled()
    assert not torch.is_inference_mode_enabled()


def test_no_mode_leaks_to_whoever_holds_the_generator() -> None:
    network = _random_network(CONFIG).train()
    for z, labels in predict_case(network, scan_of(_scan(), CONFIG), CONFIG, 4):
        assert labels.shape == (len(z), 96, 80)
        assert z[0] % 4 == 0
        assert torch.is_grad_enabled()
        assert not torch.is_inference_mode_enabled()
        assert network.training
    network(torch.zeros(1, 1, 64, 64)).sum().backward()


def test_batch_statistics_stay_while_predicting() -> None:
    config = dataclasses.replace(CONFIG, model=dataclasses.replace(CONFIG.model, norm="batch"))
    network = _random_network(config).train()
    before = {k: v.clone() for k, v in network.state_dict().items()}
    list(predict_case(network, scan_of(_scan(), config), config, 4))
    assert all(torch.equal(v, before[k]) for k, v in network.state_dict().items())


def test_label_values_are_given_by_class() -> None:
    network = _brightness_network(CONFIG)
    batches = list(predict_case(network, scan_of(_scan(), CONFIG), CONFIG, 4, (5, 9)))
    assert [list(z) for z, _ in batches] == [[0, 1, 2, 3], [4, 5, 6, 7], [8]]
    assert set(np.unique(np.concatenate([labels for _, labels in batches]))) == {0, 5, 9}


def test_in_a_child_process_the_answer_is_the_same(tmp_path: Path) -> None:
    model = _saved(tmp_path)
    here = _result(predict(model, _scan()))
    there = _result(isolated(predict, model, _scan()))
    assert np.array_equal(here.label_map.voxels, there.label_map.voxels)
    assert here.label_map.geometry == there.label_map.geometry


def test_a_damaged_model_is_refused(tmp_path: Path) -> None:
    model = _saved(tmp_path)
    data = bytearray(model.read_bytes())
    data[-9] ^= 4
    model.write_bytes(data)
    with pytest.raises(InputError, match=r"model\.safetensors is damaged"):
        list(predict(model, _scan()))


# --- what must be said -------------------------------------------------------------------------


def _notices(tmp_path: Path, scan: Volume, **passport: object) -> tuple[str, ...]:
    return _result(predict(_saved(tmp_path, **passport), scan)).notices


def test_i6_the_model_found_none_is_not_there_is_none(tmp_path: Path) -> None:
    """I6."""
    scan = _scan()
    healthy = dataclasses.replace(scan, voxels=np.minimum(scan.voxels, 20))
    assert _notices(tmp_path, healthy) == ("The model found no tumour.",)
    water = dataclasses.replace(scan, voxels=np.full_like(scan.voxels, -150))
    assert _notices(tmp_path, water) == ("The model found no liver.", "The model found no tumour.")


@pytest.mark.parametrize("slice_mm", [0.2, 5.0])
def test_i1_another_spacing_is_said_with_both_numbers(tmp_path: Path, slice_mm: float) -> None:
    """I1."""
    geometry = dataclasses.replace(_scan().geometry, spacing_xyz_mm=(0.8, 0.9, slice_mm))
    notices = _notices(tmp_path, _scan(geometry=geometry), spacing_xyz_mm=(0.75, 0.75, 1.0))
    assert notices == (
        f"scan.nii.gz has a spacing of 0.8 / 0.9 / {slice_mm:g} mm; "
        "the model learned at 0.75 / 0.75 / 1 mm: expect errors.",
    )


def test_i1_spacing_is_compared_along_the_patient(tmp_path: Path) -> None:
    sagittal = _turned(_scan(), (2, 0, 1), (False, False, False))
    assert _notices(tmp_path, sagittal, spacing_xyz_mm=SPACING) == ()


def test_i1_an_unknown_spacing_is_said(tmp_path: Path) -> None:
    geometry = dataclasses.replace(_scan().geometry, has_scale=False)
    notices = _notices(tmp_path, _scan(geometry=geometry), spacing_xyz_mm=SPACING)
    assert notices == (
        "The spacing of scan.nii.gz is unknown; the model learned at 0.8 / 0.9 / 3 mm.",
    )
    assert _notices(tmp_path, _scan(geometry=geometry)) == ()


def test_i1_grey_and_hu_are_not_the_same(tmp_path: Path) -> None:
    grey = _scan(
        voxels=((_scan().voxels.clip(-160, 240) + 160) * 0.6375).astype(np.uint8), intensity="grey"
    )
    (notice,) = _notices(tmp_path, grey)
    assert "scan.nii.gz holds grey values, not HU" in notice
    assert "-160 to 240 HU" in notice
    (notice,) = _notices(tmp_path, _scan(), intensity="grey")
    assert "scan.nii.gz is in HU; the model learned from grey pictures" in notice
    assert _notices(tmp_path, grey, intensity="grey") == ()
    assert _notices(tmp_path, grey, intensity="mixed") == ()


def test_grey_and_hu_of_one_scan_give_one_mask(tmp_path: Path) -> None:
    scan = _scan()
    grey = _scan(
        voxels=np.rint((scan.voxels.clip(-160, 240) + 160.0) * 255 / 400).astype(np.uint8),
        intensity="grey",
    )
    model = _saved(tmp_path)
    one, other = (_result(predict(model, volume)).label_map.voxels for volume in (scan, grey))
    assert np.array_equal(one, other)


def test_i1_a_scan_the_window_shows_nothing_of_is_said(tmp_path: Path) -> None:
    """Stored values taken for HU: all of them above the window."""
    config = dataclasses.replace(CONFIG, fit="stretch")
    scan = _scan(voxels=_scan().voxels + 2000)
    notices = _result(predict(_saved(tmp_path, config), scan)).notices
    assert any(n.startswith("Only 0.0% of scan.nii.gz is neither black nor white") for n in notices)


def test_what_cleaning_removed_is_said(tmp_path: Path) -> None:
    voxels = _scan().voxels.copy()
    voxels[7, 80:90, 60:70] = 20
    scan = _scan(voxels=voxels)
    model = _saved(tmp_path)
    kept = _result(predict(model, scan, SEEN))
    cleaned = _result(predict(model, scan))
    removed = np.count_nonzero(kept.label_map.voxels) - np.count_nonzero(cleaned.label_map.voxels)
    assert 80 <= removed <= 120
    assert kept.notices == ()
    (notice,) = cleaned.notices
    assert notice.startswith(f"{removed} of ")
    assert "liver voxels lay apart" in notice


@pytest.mark.real_data
def test_a_real_scan_gives_a_mask_on_its_own_grid(tmp_path: Path, real_data: Path) -> None:
    (path,) = (real_data / "ct").glob("volume-totalseg3mm*")
    scan = load_volume(path)
    found = _result(predict(_saved(tmp_path), scan)).label_map
    assert found.geometry == scan.geometry
    assert found.voxels.any()
    bright = scan.voxels[found.voxels > 0]
    assert np.mean(bright > -60) > 0.9
