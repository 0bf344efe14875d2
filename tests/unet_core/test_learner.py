import dataclasses

import pytest
import torch

from tests.unet_core.conftest import TINY
from unet_core.augment import generator_for
from unet_core.batch import Batch
from unet_core.config import PRESETS, TrainConfig
from unet_core.errors import InputError
from unet_core.learner import Learner, right_pixels
from unet_core.losses import LOSSES
from unet_core.networks import build_network, parts_of
from unet_core.unet import count_parameters

PLAIN = dataclasses.replace(
    TINY, rotation_deg=0.0, scale=0.0, brightness=0.0, contrast=0.0, noise=0.0, weight_decay=0.0
)


def batch(count: int = 4) -> Batch:
    labels = torch.zeros(count, 32, 32, dtype=torch.uint8)
    labels[:, 8:24, 8:24] = 1
    labels[:, 12:16, 12:18] = 2
    noise = torch.rand(count, 3, 32, 32, generator=generator_for(0, 0, 0))
    pictures = (labels.unsqueeze(1) * 0.4 + 0.1 * noise).float()
    names = tuple(f"case 00 slice {z}" for z in range(count))
    return Batch(pictures, labels, names=names)


def cascade_batch(count: int = 4) -> Batch:
    """Whole slices, and their middle twice as large."""
    whole = batch(count)
    close, labels = whole.pictures[:, :, 8:24, 8:24], whole.labels[:, 8:24, 8:24]
    return dataclasses.replace(
        whole,
        detail_pictures=close.repeat_interleave(2, 2).repeat_interleave(2, 3),
        detail_labels=labels.repeat_interleave(2, 1).repeat_interleave(2, 2),
    )


def learned(config: TrainConfig, steps: int = 5) -> Learner:
    learner = Learner(config)
    for number in range(steps):
        learner.learn(batch(), 1, number, config.learning_rate)
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
    first = learner.learn(batch(), 1, 1, 1e-2)
    for number in range(50):
        last = learner.learn(batch(), 1, number, 1e-2)
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
        after.learn(batch(), 1, number, config.learning_rate)
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
        fast.learn(batch(), 1, number, 1e-2)
        plain.learn(batch(), 1, number, 1e-2)
    for key, value in plain.tensors().items():
        torch.testing.assert_close(value, fast.tensors()[key], rtol=1e-3, atol=1e-5, msg=key)


# --- shapes of networks --------------------------------------------------------------------


@pytest.mark.parametrize("block", ["plain", "residual"])
@pytest.mark.parametrize("outputs", ["classes", "regions"])
def test_regions_and_coarse_levels_are_learned_by_heart(block: str, outputs: str) -> None:
    model = dataclasses.replace(
        PLAIN.model,
        block=block,
        outputs=outputs,
        out_channels=3 if outputs == "classes" else 2,
        deep_supervision=True,
    )
    learner = Learner(dataclasses.replace(PLAIN, model=model))
    first = learner.learn(batch(), 1, 0, 1e-2)
    for number in range(1, 60):
        last = learner.learn(batch(), 1, number, 1e-2)
    assert last.accuracy > 0.97
    assert last.loss < 0.5 * first.loss
    assert last.seen == tuple(torch.bincount(batch().labels.flatten()).tolist())


def test_deep_supervision_adds_up_its_levels() -> None:
    model = dataclasses.replace(PLAIN.model, deep_supervision=True)
    learner = Learner(dataclasses.replace(PLAIN, model=model))
    given = batch()
    with torch.no_grad():
        fine, coarse = learner.model.train().levels(given.pictures)
    labels = given.labels.long()
    expected = 2 / 3 * LOSSES["dice_ce"](fine, labels)
    expected += 1 / 3 * LOSSES["dice_ce"](coarse, labels[:, 1::2, 1::2])
    result = Learner(learner.config).learn(given, 1, 1, 1e-2)
    assert result.loss == pytest.approx(expected.item(), rel=1e-5)


CASCADE = dataclasses.replace(PLAIN, model=dataclasses.replace(PLAIN.model, cascade=True))


def test_a_cascade_learns_both_looks() -> None:
    learner = Learner(CASCADE)
    first = learner.learn(cascade_batch(), 1, 0, 1e-2)
    for number in range(1, 30):
        last = learner.learn(cascade_batch(), 1, number, 1e-2)
    assert last.accuracy > 0.98
    assert last.loss < 0.4 * first.loss
    given = cascade_batch()
    assert given.detail_labels is not None
    assert last.seen == tuple(torch.bincount(given.detail_labels.flatten()).tolist())
    coarse, _ = parts_of(learner.model)
    organ = coarse.eval()(given.pictures).argmax(1)
    assert ((organ > 0) == (given.labels > 0)).float().mean() > 0.97
    after = Learner(CASCADE)
    after.restore(as_on_disk(learner), learner.steps)
    for one in (learner, after):
        one.learn(cascade_batch(), 2, 1, 1e-2)
    for key, value in learner.tensors().items():
        assert torch.equal(value, after.tensors()[key]), key


def test_the_two_looks_of_a_cascade_are_changed_differently() -> None:
    config = dataclasses.replace(CASCADE, noise=0.2)
    learner, seen = Learner(config), []
    for part in parts_of(learner.model):
        part.register_forward_pre_hook(lambda _m, inputs: seen.append(inputs[0].clone()))
        part.encoder[0].register_forward_pre_hook(lambda _m, i: seen.append(i[0].clone()))
    same = batch()
    learner.learn(
        dataclasses.replace(
            same, detail_pictures=same.pictures.clone(), detail_labels=same.labels.clone()
        ),
        1,
        1,
        1e-2,
    )
    coarse, detail = seen[-2:]
    assert coarse.shape == detail.shape
    assert not torch.equal(coarse, detail)


def test_a_cascade_without_a_close_look_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="close look"):
        Learner(CASCADE).learn(batch(), 1, 1, 1e-2)


def test_the_loss_of_validation_is_the_loss_of_training() -> None:
    model = dataclasses.replace(PLAIN.model, outputs="regions", out_channels=2)
    learner = Learner(dataclasses.replace(PLAIN, model=model))
    given = batch()
    with torch.no_grad():
        logits = learner.model.train()(given.pictures)
    loss = learner.loss_of(logits, given.labels)
    result = Learner(learner.config).learn(given, 1, 1, 1e-2)
    assert loss.item() == pytest.approx(result.loss, rel=1e-5)


# --- fine-tuning ---------------------------------------------------------------------------


def test_a_run_begins_with_the_weights_of_another() -> None:
    parent = learned(TINY, 3)
    model = dataclasses.replace(TINY.model, deep_supervision=True)
    child = Learner(dataclasses.replace(TINY, model=model, seed=7))
    child.start_from(parent.averaged)
    assert child.steps == 0
    for network in (child.model, child.averaged):
        weights = network.state_dict()
        assert set(weights) - set(parent.averaged.state_dict()) == {
            "auxiliary.0.weight",
            "auxiliary.0.bias",
        }
        for key, value in parent.averaged.state_dict().items():
            assert torch.equal(value, weights[key]), key
    child.learn(batch(), 1, 1, 1e-2)
    assert not torch.equal(
        child.model.get_parameter("head.weight"), parent.averaged.get_parameter("head.weight")
    )


def test_a_model_of_another_shape_is_refused_with_both_shapes() -> None:
    """K5."""
    child = Learner(TINY)
    before = as_on_disk(child)
    other = dataclasses.replace(TINY.model, depth=3, out_channels=2)
    with pytest.raises(InputError) as error:
        child.start_from(build_network(other))
    assert str(error.value) == (
        "the model to start from has out_channels 2, depth 3, but this run asks for "
        "out_channels 3, depth 2; choose the model's settings for the run, or start from scratch."
    )
    for key, value in before.items():
        assert torch.equal(value, child.tensors()[key]), key


# --- weights -------------------------------------------------------------------------------


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
    labels = batch().labels
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


def test_right_pixels_counts_both_kinds_of_output() -> None:
    labels = torch.tensor([[[0, 1], [1, 0]]])
    assert right_pixels(torch.tensor([[[[-1.0, 2.0], [-3.0, -1.0]]]]), labels) == 3
    two = torch.stack([torch.zeros(1, 2, 2), labels * 2.0 - 1], dim=1)
    assert right_pixels(two, labels) == 4
    assert right_pixels(two, labels, "regions") == 2  # of what the second holds, the first must


def test_an_unknown_loss_is_refused() -> None:
    with pytest.raises(InputError, match="setting loss is 'nice'; choose one of bce"):
        Learner(dataclasses.replace(TINY, loss="nice"))
