"""In what a scan differs from those a model learned from is said before anything is drawn."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from tests.unet_core.known_networks import answer_by_brightness
from unet_core import ensemble
from unet_core.checkpoint import Passport, save_model
from unet_core.config import ModelConfig, PredictConfig, TrainConfig
from unet_core.errors import InputError
from unet_core.events import Predicted
from unet_core.model_facts import ScanCompared
from unet_core.predict import predict
from unet_core.scan_fit import compare, glance
from unet_core.slice_case import voxel_hash
from unet_core.training_range import TrainingRange, grey_facts, spread_over
from unet_core.unet import UNet
from unet_core.volume import DEFAULT_LABELS, Geometry, Volume

CONFIG = TrainConfig(
    model=ModelConfig(1, 3, depth=1, base_channels=4, norm="none"),
    channels="repeat",
    image_size=64,
)
SPACING = (0.8, 0.8, 3.0)


def _scan(tissue: int = 40, liver: int = 100, **changes: object) -> Volume:
    """Fat around tissue around a liver; between are air and bone."""
    voxels = np.full((9, 64, 64), -1000, np.int16)
    voxels[:, 8:56, 8:56] = -100
    voxels[:, 14:50, 14:50] = tissue
    voxels[:, 18:40, 18:36] = liver
    voxels[:, 44:48, 28:34] = 800
    volume = Volume(voxels, Geometry((64, 64, 9), SPACING), "scan.nii.gz")
    return dataclasses.replace(volume, **changes)


def _ranges(**changes: object) -> TrainingRange:
    """Of scans like ``_scan``, which differ a little."""
    facts = grey_facts(glance(_scan(), Passport(CONFIG.model, CONFIG, dict(DEFAULT_LABELS))))
    in_hu = [round(grey * 400 / 255 - 160) for grey in facts.percentiles]
    assert in_hu == [-100, 41, 100]  # in steps of 1.6
    made = TrainingRange(
        cases=3,
        share=(facts.share - 0.02, facts.share + 0.02),
        percentiles=tuple((grey - 4, grey + 4) for grey in facts.percentiles),
        labels={"liver": (160.0, 172.0)},
        slices=(9, 30),
        spacing_xyz_mm=((0.7, 0.8), (0.7, 0.8), (1.0, 3.0)),
    )
    return dataclasses.replace(made, **changes)


def _model(folder: Path, name: str = "model.safetensors", **more: object) -> Path:
    """Liver above 60 HU, no tumour."""
    network = UNet(CONFIG.model)
    answer_by_brightness(network, [(0, 0), (10, -5.5), (0, -9)])
    passport = Passport(
        CONFIG.model, CONFIG, dict(DEFAULT_LABELS), spacing_xyz_mm=(0.75, 0.75, 2.0)
    )
    folder.mkdir(exist_ok=True)
    save_model(folder / name, network, dataclasses.replace(passport, **more))
    return folder / name


def _compared(model: Path, scan: Volume) -> ScanCompared:
    (found,) = compare(model, scan)
    return found


def _predicted(model: Path, scan: Volume) -> tuple[str, ...]:
    config = PredictConfig(largest_liver=False, tumour_inside_liver=False)
    return next(e for e in predict(model, scan, config) if isinstance(e, Predicted)).notices


def test_a_scan_like_those_learned_from_is_nothing_to_speak_of(tmp_path: Path) -> None:
    model = _model(tmp_path, ranges=_ranges())
    assert _compared(model, _scan()) == ScanCompared(model, ())
    assert _predicted(model, _scan()) == ("The model found no tumour.",)


@pytest.mark.hazard("I1")
def test_i1_another_phase_is_said_before_and_of_the_liver_after(tmp_path: Path) -> None:
    model = _model(tmp_path, ranges=_ranges())
    bright = _scan(tissue=50, liver=190)
    (before,) = _compared(model, bright).notices
    assert before == (
        "The brightest tissue of scan.nii.gz has 190 HU; in the scans the model learned from it "
        "has 94 to 107 HU: perhaps another contrast phase, scanner setting or part of the body."
    )
    after = _predicted(model, bright)
    assert after[0] == before
    assert after[1].startswith("The liver that was found has a median of 190 HU; in the scans")
    assert after[1].endswith(
        "from it has 91 to 110 HU: perhaps another contrast phase, or not the right organ."
    )


@pytest.mark.hazard("I1")
def test_i1_more_air_is_another_part_of_the_body(tmp_path: Path) -> None:
    chest = _scan()
    voxels = chest.voxels.copy()
    voxels[:, 10:46, 10:54] = np.where(voxels[:, 10:46, 10:54] < 300, -800, 800)
    (first, *_) = _compared(_model(tmp_path, ranges=_ranges()), _scan(voxels=voxels)).notices
    assert "of scan.nii.gz is neither black nor white in the window of the model" in first
    assert "of the scans it learned from 54% to 58%" in first


@pytest.mark.hazard("I1")
def test_i1_spacing_within_the_learned_range_is_not_far(tmp_path: Path) -> None:
    """Without the range 5.2 mm would be 2.6 times the median, and 0.6 mm close to it."""
    model = _model(tmp_path, ranges=_ranges())
    thick, thin = (_scan(geometry=Geometry((64, 64, 9), (0.8, 0.8, step))) for step in (5.2, 0.5))
    assert _compared(model, thick).notices == ()
    (said,) = _compared(model, thin).notices
    assert said == (
        "scan.nii.gz has a spacing of 0.8 / 0.8 / 0.5 mm; the model learned at "
        "0.7 to 0.8 / 0.7 to 0.8 / 1 to 3 mm: expect errors."
    )


def test_a_scan_that_was_learned_from_is_known_by_its_voxels(tmp_path: Path) -> None:
    """Whatever file it came in: flipped in the file, its canonical voxels are the same."""
    scan = _scan(tissue=41)
    mirrored = dataclasses.replace(
        scan,
        voxels=scan.voxels[:, ::-1],
        geometry=dataclasses.replace(
            scan.geometry,
            direction=(1.0, 0.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 1.0),
            origin_xyz_mm=(0.0, 63 * 0.8, 0.0),
        ),
    )
    own = voxel_hash(scan.canonical)
    learned = _model(tmp_path / "a", ranges=_ranges(), train_sha256=("0" * 64, own))
    for volume in (scan, mirrored):
        found = _compared(learned, volume)
        assert found.was_learned_from
        assert found.notices[0].startswith("scan.nii.gz is one of the scans this model learned")
    chose = _model(tmp_path / "b", ranges=_ranges(), validation_sha256=(own,))
    assert "chose this model (validation)" in _compared(chose, scan).notices[0]
    assert not _compared(chose, _scan(tissue=42)).was_learned_from


def test_an_ensemble_says_how_many_of_its_networks_know_the_scan(tmp_path: Path) -> None:
    own = voxel_hash(_scan().canonical)
    members = []
    for number, learned in enumerate(((own,), (own,), ())):
        path = _model(tmp_path / f"fold-{number}", ranges=_ranges(), train_sha256=learned)
        name = path.relative_to(tmp_path).as_posix()
        members.append(ensemble.Member(name, ensemble.file_sha256(path)))
    path = ensemble.write(tmp_path, ensemble.Ensemble(tuple(members), dict(DEFAULT_LABELS)))
    assert "that 2 of these 3 networks learned from" in _compared(path, _scan()).notices[0]


def test_an_older_model_says_that_it_does_not_know(tmp_path: Path) -> None:
    found = _compared(_model(tmp_path), _scan(tissue=200, liver=220))
    assert found.notices == ()
    assert not found.is_known


def test_a_damaged_model_is_refused_as_in_predicting(tmp_path: Path) -> None:
    model = _model(tmp_path)
    data = bytearray(model.read_bytes())
    data[-3] ^= 1
    model.write_bytes(data)
    with pytest.raises(InputError, match="is damaged"):
        _compared(model, _scan())


def test_what_cannot_be_seen_has_no_grey() -> None:
    black = np.zeros((2, 8, 8), np.uint8)
    assert grey_facts(black).percentiles == ()
    assert grey_facts(black).share == 0
    few = np.full((2, 8, 8), 100, np.uint8)
    labels = np.zeros_like(few)
    labels[0, :5, :5] = 1
    assert grey_facts(few, labels, (1,)).labels == {}
    labels[:, :6, :6] = 1
    assert grey_facts(few, labels, (1, 2)).labels == {1: 100.0}


def test_slices_looked_at_are_spread_over_the_whole_scan() -> None:
    assert spread_over(5).tolist() == [0, 1, 2, 3, 4]
    many = spread_over(1000)
    assert (len(many), many[0], many[-1]) == (48, 0, 999)
    assert np.ptp(np.diff(many)) <= 1
