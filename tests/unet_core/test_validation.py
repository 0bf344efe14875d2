"""Scores after a round are of what a user would get, and mean what they mean everywhere."""

import dataclasses
from collections.abc import Generator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import torch

from tests.unet_core.conftest import TINY, write_case
from tests.unet_core.known_networks import answer_by_brightness
from unet_core.checkpoint import Passport, save_model
from unet_core.config import ModelConfig, PredictConfig, TrainConfig
from unet_core.events import Event, Predicted, Progress
from unet_core.io import load_volume
from unet_core.learner import Learner
from unet_core.lesions import lesions_of
from unet_core.looks import logits_of
from unet_core.losses import LOSSES
from unet_core.metrics import dice, iou
from unet_core.networks import Cascade, parts_of
from unet_core.predict import predict
from unet_core.preprocess import network_input
from unet_core.sampling import Part
from unet_core.slices import SliceCase, cached_cases
from unet_core.target import Target, labels_in, make_target
from unet_core.validation import Scores, validate

SINGLE = dataclasses.replace(
    TINY, model=ModelConfig(3, 3, depth=1, base_channels=4, norm="none"), image_size=32
)
CASCADE = dataclasses.replace(
    SINGLE,
    model=dataclasses.replace(SINGLE.model, cascade=True),
    detail_size=48,
    detail_window=1.0,
)
ORGAN = ((0.0, 0.0), (10.0, -4.0))
"""Above 0 HU: liver lies at 110 HU, tumour at 50 HU, all else at -50 HU."""
CLASSES = ((0.0, 0.0), (30.0, -16.0), (10.0, -4.0))
"""Tumour from 0 HU, liver from 80 HU."""
RAW = PredictConfig(largest_liver=False, tumour_inside_liver=False)


class Result(NamedTuple):
    scores: Scores
    events: list[Event]


def _cases(data: Path, cache: Path, config: TrainConfig) -> tuple[SliceCase, ...]:
    def kept() -> Generator[Event, None, tuple[SliceCase, ...]]:
        return (yield from cached_cases(data, config, cache))

    return _run(kept())[0]


def _run(generator):
    events = []
    while True:
        try:
            events.append(next(generator))
        except StopIteration as end:
            return end.value, events


def _learner(config: TrainConfig) -> Learner:
    learner = Learner(config)
    network = learner.averaged
    for part, lines in zip(parts_of(network)[::-1], (CLASSES, ORGAN), strict=False):
        answer_by_brightness(part, lines)
    return learner


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two patients, one with a second tumour that nobody sees, and a cache folder."""
    folder = tmp_path_factory.mktemp("two")
    write_case(folder / "data", "00", 0, size=40)
    write_case(folder / "data", "01", 1, size=64, slices=9)
    return folder / "data", folder / ".slices"


@pytest.fixture(scope="module", params=[SINGLE, CASCADE], ids=["single", "cascade"])
def ready(
    request: pytest.FixtureRequest, two: tuple[Path, Path]
) -> tuple[Learner, tuple[Part, ...], Target]:
    config: TrainConfig = request.param
    cases = _cases(*two, config)
    return _learner(config), tuple(map(Part.whole, cases)), make_target("all", labels_in(cases))


def test_scores_are_of_the_prediction_a_user_gets(
    ready: tuple[Learner, tuple[Part, ...], Target], tmp_path: Path
) -> None:
    learner, parts, target = ready
    scores, _ = _run(validate(learner, parts, target, tmp_path))
    model = tmp_path / "model.safetensors"
    passport = Passport(learner.config.model, learner.config, labels=target.labels)
    save_model(model, learner.averaged, passport)
    found, expected = [], []
    for part, path in zip(parts, scores.predictions, strict=True):
        volume = load_volume(part.case.image_paths[0])
        *_, last = predict(model, volume, RAW)
        assert isinstance(last, Predicted)
        shape = (part.case.count, *part.case.shape_yx)
        stored = np.fromfile(path, np.uint8).reshape(shape)
        np.testing.assert_array_equal(part.case.orientation.invert(stored), last.label_map.voxels)
        found.append(stored)
        expected.append(np.asarray(part.case.full_labels()))
    for column, region in enumerate(target.regions):
        pairs = [(region.mask(e), region.mask(f)) for e, f in zip(expected, found, strict=True)]
        assert scores.dice[region.name] == pytest.approx(np.mean([dice(*p) for p in pairs]))
        assert scores.iou[region.name] == pytest.approx(np.mean([iou(*p) for p in pairs]))
        assert scores.predicted_voxels[region.name] == sum(p[1].sum() for p in pairs)
        for case, pair in zip(scores.cases, pairs, strict=True):
            assert case.case_dice[column] == pytest.approx(dice(*pair))
    assert scores.dice["liver"] > 0.9
    assert scores.dice["tumour"] > 0.3
    assert scores.score == pytest.approx(np.mean(list(scores.dice.values())))


def test_lesion_recall_is_that_of_the_evaluation(
    ready: tuple[Learner, tuple[Part, ...], Target], tmp_path: Path
) -> None:
    learner, parts, target = ready
    scores, _ = _run(validate(learner, parts, target, tmp_path))
    kinds = []
    for part, path in zip(parts, scores.predictions, strict=True):
        shape = (part.case.count, *part.case.shape_yx)
        guess = np.fromfile(path, np.uint8).reshape(shape) == 2
        kinds += [s.kind for s in lesions_of(part.case.full_labels() == 2, guess, None)]
    found, missed = kinds.count("found"), kinds.count("missed")
    assert scores.lesion_recall == {"tumour": found / (found + missed)} == {"tumour": 1.0}


def test_lesions_that_nobody_sees_are_missed(two: tuple[Path, Path], tmp_path: Path) -> None:
    """Found: whatever the network calls tumour; here only what is darker than all of it."""
    cases = _cases(*two, SINGLE)
    learner = Learner(SINGLE)
    answer_by_brightness(learner.averaged, ((0.0, 0.0), (10.0, -4.0), (-10.0, -1.0)))
    target = make_target("all", labels_in(cases))
    scores, _ = _run(validate(learner, tuple(map(Part.whole, cases)), target, tmp_path))
    assert scores.lesion_recall == {"tumour": 0.0}
    assert scores.predicted_voxels["tumour"] == 0
    assert scores.predicted_voxels["liver"] > 1000


def test_without_lesions_recall_is_not_known(tmp_path: Path) -> None:
    for number in range(2):
        write_case(tmp_path / "data", f"{number:02d}", number, tumour=number == 1)
    cases = _cases(tmp_path / "data", tmp_path / ".slices", SINGLE)
    target = make_target("all", labels_in(cases))
    scores, _ = _run(validate(_learner(SINGLE), [Part.whole(cases[0])], target, tmp_path))
    assert scores.lesion_recall == {"tumour": None}
    only = make_target("liver", labels_in(cases))
    config = only.applied(SINGLE)
    learner = Learner(config)
    answer_by_brightness(learner.averaged, [(10.0, -4.0)])
    scores, _ = _run(validate(learner, [Part.whole(cases[0])], only, tmp_path))
    assert scores.lesion_recall == {}


def test_slices_of_a_part_alone_are_scored(two: tuple[Path, Path], tmp_path: Path) -> None:
    cases = _cases(*two, SINGLE)
    target = make_target("all", labels_in(cases))
    part = Part(cases[1], (0, 2, 7))  # the tumour lies in slices 2 and 3
    scores, _ = _run(validate(_learner(SINGLE), [part], target, tmp_path))
    stored = np.fromfile(scores.predictions[0], np.uint8).reshape(9, 64, 64)
    assert not stored[[1, 3, 4, 5, 6, 8]].any()
    assert scores.lesion_recall == {"tumour": 1.0}
    truth = cases[1].full_labels()[[0, 2, 7]]
    liver = target.regions[0]
    expected = dice(liver.mask(truth), liver.mask(stored[[0, 2, 7]]))
    assert scores.dice["liver"] == pytest.approx(expected)


def test_the_loss_is_the_mean_over_resized_slices(two: tuple[Path, Path], tmp_path: Path) -> None:
    config = dataclasses.replace(SINGLE, loss="ce")
    cases = _cases(*two, config)
    target = make_target("all", labels_in(cases))
    learner = _learner(config)
    scores, _ = _run(validate(learner, tuple(map(Part.whole, cases)), target, tmp_path))
    losses, right = [], []
    for case in cases:
        labels = torch.from_numpy(np.array(case.small_labels())).long()
        logits = logits_of(
            learner.averaged, network_input(case.images(), range(case.count), config)
        )
        losses += [LOSSES["ce"](logits[[z]], labels[[z]]).item() for z in range(case.count)]
        right.append((logits.argmax(1) == labels).flatten())
    assert scores.loss == pytest.approx(np.mean(losses), rel=1e-4)
    assert scores.accuracy == pytest.approx(torch.cat(right).float().mean().item())


def test_the_loss_of_a_cascade_is_of_both_looks(two: tuple[Path, Path], tmp_path: Path) -> None:
    """Of the close look every fourth slice, in the reference's box, as it was taught."""
    config = dataclasses.replace(CASCADE, loss="ce")
    (case, *_) = _cases(*two, config)
    target = make_target("all", labels_in([case]))
    learner = _learner(config)
    network = learner.averaged
    assert isinstance(network, Cascade)
    scores, _ = _run(validate(learner, [Part.whole(case)], target, tmp_path))
    small = torch.from_numpy(np.array(case.small_labels())).long()
    coarse = logits_of(network.coarse, network_input(case.images(), range(case.count), config))
    z = range(0, case.count, 4)
    close = torch.from_numpy(np.array(case.detail_labels()[list(z)])).long()
    detail = logits_of(network.detail, network_input(case.detail_images(), z, config))
    expected = LOSSES["ce"](coarse, small.clamp(max=1)) + LOSSES["ce"](detail, close)
    assert scores.loss == pytest.approx(expected.item(), rel=1e-4)
    assert scores.accuracy == pytest.approx((detail.argmax(1) == close).float().mean().item())


def test_progress_rises_to_its_end(
    ready: tuple[Learner, tuple[Part, ...], Target], tmp_path: Path
) -> None:
    learner, parts, target = ready
    _, events = _run(validate(learner, parts, target, tmp_path))
    assert all(isinstance(event, Progress) for event in events)
    done = [event.done for event in events]
    assert done == sorted(done)
    looks = len(parts_of(learner.averaged))
    assert {event.total for event in events} == {15 * looks}
    assert done[-1] == 15 * looks


def test_twice_the_same_and_the_learner_as_before(
    ready: tuple[Learner, tuple[Part, ...], Target], tmp_path: Path
) -> None:
    learner, parts, target = ready
    before = {key: value.clone() for key, value in learner.tensors().items()}
    learner.averaged.train()
    one, _ = _run(validate(learner, parts, target, tmp_path / "1"))
    first = [path.read_bytes() for path in one.predictions]
    other, _ = _run(validate(learner, parts, target, tmp_path / "2"))
    assert [path.read_bytes() for path in other.predictions] == first
    assert (one.loss, one.accuracy, one.dice) == (other.loss, other.accuracy, other.dice)
    assert learner.averaged.training
    assert all(torch.equal(value, before[key]) for key, value in learner.tensors().items())
