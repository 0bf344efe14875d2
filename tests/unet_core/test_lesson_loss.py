"""The parts of a loss are what it is the sum of, of training and validation alike."""

import dataclasses

import pytest
import torch

from unet_core.config import ModelConfig, TrainConfig
from unet_core.learner import Learner, StepResult
from unet_core.lesson_loss import LessonLoss
from unet_core.losses import LOSSES, PARTS
from unet_core.rounds import RoundSums


def _config(loss: str, **model: object) -> TrainConfig:
    return dataclasses.replace(
        TrainConfig(),
        loss=loss,
        model=dataclasses.replace(ModelConfig(base_channels=4, depth=2, out_channels=3), **model),
    )


@pytest.mark.parametrize("name", sorted(LOSSES))
def test_parts_add_up_to_the_loss_bit_for_bit(name: str) -> None:
    generator = torch.Generator().manual_seed(1)
    logits = torch.randn(2, 3, 8, 8, generator=generator)
    labels = torch.randint(0, 3, (2, 8, 8), generator=generator)
    loss = LessonLoss(_config(name))

    parts = loss.parts(logits, labels)

    assert len(parts) == len(PARTS.get(name, {"": None}))
    assert torch.equal(sum(parts[1:], start=parts[0]), LOSSES[name](logits, labels))


def test_names_say_which_network_and_which_part() -> None:
    assert LessonLoss(_config("ce")).names == ()
    assert LessonLoss(_config("dice_ce")).names == ("dice", "ce")
    assert LessonLoss(_config("ce", cascade=True)).names == ("coarse", "detail")
    assert LessonLoss(_config("dice_ce", cascade=True)).names == (
        *("coarse/dice", "coarse/ce"),
        *("detail/dice", "detail/ce"),
    )


def test_levels_of_deep_supervision_count_in_every_part() -> None:
    generator = torch.Generator().manual_seed(2)
    levels = [torch.randn(2, 3, side, side, generator=generator) for side in (8, 4)]
    labels = torch.randint(0, 3, (2, 8, 8), generator=generator)

    loss, numbers = LessonLoss(_config("dice_ce")).of_levels(levels, labels, "classes", 0.5)

    whole, dice, ce = numbers.tolist()
    assert whole == loss.item()
    assert dice + ce == pytest.approx(whole, rel=1e-6)
    assert dice > 0 < ce


def test_a_learner_tells_the_parts_of_a_batch() -> None:
    learner = Learner(_config("dice_ce"))
    assert learner.loss.names == ("dice", "ce")


def test_a_round_adds_its_parts_up() -> None:
    sums = RoundSums()
    for parts, images in (({"dice": 0.5, "ce": 1.0}, 4), ({"dice": 0.2, "ce": 0.4}, 2)):
        step = StepResult(sum(parts.values()), 0.9, (10, 10), parts=parts)
        sums.add(step, images, 1e-3, 1.0, 0.0)

    assert sums.parts == {"dice": pytest.approx(2.4), "ce": pytest.approx(4.8)}
    assert RoundSums.from_json(sums.to_json()) == sums


def test_a_round_begun_by_an_older_program_tells_no_parts() -> None:
    old = RoundSums(batches=2, images=8, loss=2.0, seen=(5, 5)).to_json()
    del old["parts"]
    sums = RoundSums.from_json(old)
    sums.add(StepResult(1.0, 0.9, (1, 1), parts={"dice": 0.5, "ce": 0.5}), 4, 1e-3, 1.0, 0.0)
    assert sums.parts == {}
