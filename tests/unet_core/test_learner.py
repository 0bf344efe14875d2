import dataclasses

import pytest
import torch

from tests.unet_core.conftest import TINY
from unet_core.augment import generator_for
from unet_core.config import PRESETS, TrainConfig
from unet_core.errors import InputError
from unet_core.learner import Learner, learning_rate, right_pixels
from unet_core.unet import count_parameters

PLAIN = dataclasses.replace(
    TINY, rotation_deg=0.0, scale=0.0, brightness=0.0, contrast=0.0, noise=0.0, weight_decay=0.0
)


def batch(count: int = 4) -> tuple[torch.Tensor, torch.Tensor]:
    labels = torch.zeros(count, 32, 32, dtype=torch.uint8)
    labels[:, 8:24, 8:24] = 1
    labels[:, 12:16, 12:18] = 2
    noise = torch.rand(count, 3, 32, 32, generator=generator_for(0, 0, 0))
    return (labels.unsqueeze(1) * 0.4 + 0.1 * noise).float(), labels


def learned(config: TrainConfig, steps: int = 5) -> Learner:
    learner = Learner(config)
    for number in range(steps):
        pictures, labels = batch()
        learner.learn(pictures, labels, 1, number, config.learning_rate)
    return learner


def as_on_disk(learner: Learner) -> dict[str, torch.Tensor]:
    """A file keeps values, not how they lay in memory."""
    return {
        key: value.clone(memory_format=torch.contiguous_format)
        for key, value in learner.tensors().items()
    }


@pytest.mark.parametrize(("optimiser", "right"), [("adam", 0.99), ("adamw", 0.99), ("sgd", 0.97)])
def test_one_batch_is_learned_by_heart(optimiser: str, right: float) -> None:
    config = dataclasses.replace(PLAIN, optimiser=optimiser)
    learner = Learner(config)
    first = learner.learn(*batch(), 1, 1, 1e-2)
    for number in range(50):
        last = learner.learn(*batch(), 1, number, 1e-2)
    assert last.accuracy > right
    assert last.loss < 0.45 * first.loss


def test_same_seed_same_weights_and_another_seed_others() -> None:
    one, two = learned(TINY), learned(TINY)
    other = learned(dataclasses.replace(TINY, seed=1))
    for key, value in one.tensors().items():
        assert torch.equal(value, two.tensors()[key])
    assert not torch.equal(one.tensors()["model/head.weight"], other.tensors()["model/head.weight"])


@pytest.mark.parametrize("optimiser", ["adam", "adamw", "sgd"])
@pytest.mark.parametrize("ema", [0.0, 0.9])
def test_a_restored_learner_goes_on_bit_for_bit(optimiser: str, ema: float) -> None:
    """T7."""
    config = dataclasses.replace(TINY, optimiser=optimiser, ema=ema)
    straight, before = learned(config, 6), learned(config, 3)
    after = Learner(config)
    after.restore(as_on_disk(before), before.steps)
    for number in range(3, 6):
        after.learn(*batch(), 1, number, config.learning_rate)
    assert after.steps == straight.steps == 6
    assert straight.tensors().keys() == after.tensors().keys()
    for key, value in straight.tensors().items():
        assert torch.equal(value, after.tensors()[key]), key


@pytest.mark.parametrize("optimiser", ["adam", "adamw"])
def test_steps_in_one_pass_are_those_of_the_textbook(optimiser: str) -> None:
    """The fast kernel reads memory as it lies: weights, gradients and moments must lie alike."""
    config = dataclasses.replace(TINY, optimiser=optimiser, weight_decay=1e-2, ema=0.0)
    fast, plain = learned(config, 3), learned(config, 3)
    fast.restore(as_on_disk(fast), 3)
    for group in plain._optimiser.param_groups:
        group["fused"] = False
    for number in range(3, 8):
        fast.learn(*batch(), 1, number, 1e-2)
        plain.learn(*batch(), 1, number, 1e-2)
    for key, value in plain.tensors().items():
        torch.testing.assert_close(value, fast.tensors()[key], rtol=1e-3, atol=1e-5, msg=key)


def test_micro_batches_add_up_to_the_whole_batch() -> None:
    """Exact for a mean over pixels without batch norm: the tutorial's 16 fit in memory."""
    model = dataclasses.replace(PLAIN.model, norm="none")
    config = dataclasses.replace(PLAIN, model=model, loss="ce", optimiser="sgd", ema=0.0)
    whole = Learner(config)
    parts = Learner(dataclasses.replace(config, micro_batch=2))
    for number in range(3):
        one = whole.learn(*batch(5), 1, number, 1e-2)
        two = parts.learn(*batch(5), 1, number, 1e-2)
        assert one.loss == pytest.approx(two.loss, rel=1e-5)
    for key, value in whole.tensors().items():
        torch.testing.assert_close(value, parts.tensors()[key], rtol=1e-4, atol=1e-6)


def test_a_loss_that_is_no_number_leaves_the_weights_alone() -> None:
    """T2."""
    learner = learned(TINY, 2)
    before = {k: v.clone() for k, v in learner.tensors().items()}
    pictures, labels = batch()
    pictures[0, 0, 0, 0] = float("nan")
    config = dataclasses.replace(PLAIN)
    learner.config = config
    with pytest.raises(FloatingPointError):
        learner.learn(pictures, labels, 1, 3, 1e-2)
    for key, value in before.items():
        if "running" not in key and "num_batches" not in key:
            assert torch.equal(value, learner.tensors()[key]), key


def test_the_average_follows_the_weights_quickly_at_first() -> None:
    config = dataclasses.replace(TINY, ema=0.999)
    learner = learned(config, 8)
    weights = dict(learner.model.named_parameters())
    start = dict(Learner(config).model.named_parameters())
    for name, averaged in learner.averaged.named_parameters():
        assert not torch.equal(averaged, weights[name])
        moved = (averaged - start[name]).norm() / (weights[name] - start[name]).norm()
        assert moved > 0.2  # 8 steps at 0.999 alone would give 0.008
    assert learned(dataclasses.replace(TINY, ema=0.0), 1).averaged is not None


def test_without_average_the_model_itself_is_validated() -> None:
    learner = Learner(dataclasses.replace(TINY, ema=0.0))
    assert learner.averaged is learner.model
    assert not any(name.startswith("averaged/") for name in learner.tensors())


def test_the_article_has_the_parameters_of_the_tutorial() -> None:
    learner = Learner(PRESETS["article"])
    assert count_parameters(learner.model) == 7_697_345
    assert learner.averaged is learner.model


def test_the_head_starts_from_the_frequencies() -> None:
    learner = Learner(TINY)
    _, labels = batch()
    learner.start_from_frequencies(labels)
    shares = learner.model.get_parameter("head.bias").softmax(0)
    expected = torch.bincount(labels.flatten()).float() / labels.numel()
    torch.testing.assert_close(shares.detach(), expected, rtol=0.02, atol=1e-3)
    binary = Learner(
        dataclasses.replace(TINY, model=dataclasses.replace(TINY.model, out_channels=1))
    )
    binary.start_from_frequencies(labels.clamp(max=1))
    chance = binary.averaged.get_parameter("head.bias").sigmoid()
    torch.testing.assert_close(chance.detach(), expected[1:].sum().view(1), rtol=0.02, atol=1e-3)


def test_the_learning_rate_rises_and_falls_with_progress_alone() -> None:
    config = dataclasses.replace(TINY, learning_rate=1.0)
    rates = [learning_rate(config, k / 100) for k in range(101)]
    peak = rates.index(max(rates))
    assert peak == 3
    assert rates[3] == 1.0
    assert rates[:4] == sorted(rates[:4])
    assert rates[3:] == sorted(rates[3:], reverse=True)
    assert rates[-1] == 0.0
    assert learning_rate(config, 1.5) == 0.0
    constant = dataclasses.replace(config, schedule="constant")
    assert {learning_rate(constant, p) for p in (0.0, 0.5, 1.0)} == {1.0}


def test_right_pixels_counts_both_kinds_of_output() -> None:
    labels = torch.tensor([[[0, 1], [1, 0]]])
    assert right_pixels(torch.tensor([[[[-1.0, 2.0], [-3.0, -1.0]]]]), labels) == 3
    two = torch.stack([torch.zeros(1, 2, 2), labels * 2.0 - 1], dim=1)
    assert right_pixels(two, labels) == 4


def test_an_unknown_loss_is_refused() -> None:
    with pytest.raises(InputError, match="setting loss is 'nice'; choose one of bce"):
        Learner(dataclasses.replace(TINY, loss="nice"))
