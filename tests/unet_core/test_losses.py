"""Every loss against its own formula in NumPy, and every loss teaches a network."""

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import Tensor

from unet_core.config import ModelConfig, TrainConfig
from unet_core.losses import (
    LOSSES,
    MEANS,
    SMOOTH,
    decode,
    level_weights,
    nested_masks,
    shrunk,
)
from unet_core.unet import UNet

ALL = pytest.mark.parametrize("name", sorted(LOSSES))
CLASSES = pytest.mark.parametrize("classes", [1, 2, 3])


def _example(classes: int, seed: int = 0) -> tuple[Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    logits = 3 * torch.randn(2, classes, 5, 7, generator=generator)
    labels = torch.randint(0, max(classes, 2), (2, 5, 7), generator=generator)
    return logits, labels


def _plain(name: str, logits: Tensor, labels: Tensor) -> float:
    """The formula, one class and one pixel at a time, in float64."""
    scores = logits.double().numpy()
    truth = labels.numpy()
    classes = scores.shape[1]
    if labels.dim() == 4:  # masks of regions
        sigmoid = 1 / (1 + np.exp(-scores))
        foreground = [(sigmoid[:, k], truth[:, k] > 0) for k in range(classes)]
        right = np.where(truth > 0, sigmoid, 1 - sigmoid)
        one_vs_rest = [right[:, k] for k in range(classes)]
    elif classes == 1:
        chance = 1 / (1 + np.exp(-scores[:, 0]))
        right = np.where(truth > 0, chance, 1 - chance)
        foreground = [(chance, truth > 0)]
        one_vs_rest = [right]
    else:
        powers = np.exp(scores)
        chances = powers / powers.sum(axis=1, keepdims=True)
        right = np.take_along_axis(chances, truth[:, None], axis=1)[:, 0]
        foreground = [(chances[:, k], truth == k) for k in range(1, classes)]
        sigmoid = 1 / (1 + np.exp(-scores))
        one_vs_rest = [
            np.where(truth == k, sigmoid[:, k], 1 - sigmoid[:, k]) for k in range(classes)
        ]

    def overlap(false_positive: float, false_negative: float) -> float:
        terms = []
        for chance, is_class in foreground:
            hit = float(chance[is_class].sum())
            extra = float(chance[~is_class].sum())
            missed = float((1 - chance[is_class]).sum())
            wrong = false_positive * extra + false_negative * missed
            terms.append((hit + SMOOTH / 2) / (hit + wrong + SMOOTH / 2))
        return 1 - float(np.mean(terms))

    entropy = float(-np.log(right).mean())
    return {
        "bce": float(np.mean([-np.log(p).mean() for p in one_vs_rest])),
        "ce": entropy,
        "dice": overlap(0.5, 0.5),
        "dice_ce": overlap(0.5, 0.5) + entropy,
        "focal": float(((1 - right) ** 2 * -np.log(right)).mean()),
        "tversky": overlap(0.3, 0.7),
    }[name]


@ALL
@CLASSES
@pytest.mark.parametrize("seed", range(3))
def test_a_loss_is_its_formula(name: str, classes: int, seed: int) -> None:
    logits, labels = _example(classes, seed)
    assert LOSSES[name](logits, labels).item() == pytest.approx(
        _plain(name, logits, labels), rel=2e-5, abs=1e-6
    )


@ALL
@pytest.mark.parametrize("regions", [1, 2, 3])
def test_a_loss_of_nested_regions_is_its_formula(name: str, regions: int) -> None:
    logits, _ = _example(regions)
    labels = torch.randint(0, regions + 1, (2, 5, 7), generator=torch.Generator().manual_seed(1))
    masks = nested_masks(labels, regions)
    for k in range(regions):
        assert torch.equal(masks[:, k] > 0, labels >= k + 1)
    assert LOSSES[name](logits, masks).item() == pytest.approx(
        _plain(name, logits, masks), rel=2e-5, abs=1e-6
    )


@ALL
def test_one_region_is_one_output(name: str) -> None:
    logits, labels = _example(1)
    assert torch.equal(LOSSES[name](logits, labels), LOSSES[name](logits, nested_masks(labels, 1)))


def test_decoding_counts_regions_from_the_outermost() -> None:
    logits = torch.tensor([[3.0, 2.0, 1.0], [3.0, -1.0, 1.0], [-1.0, 2.0, 1.0], [1.0, 1.0, -9.0]])
    found = decode(logits.view(4, 3, 1, 1), "regions")
    assert found.flatten().tolist() == [3, 1, 0, 2]
    assert found.dtype == torch.int64
    labels = torch.randint(0, 4, (2, 5, 7))
    assert torch.equal(decode(2 * nested_masks(labels, 3) - 1, "regions"), labels)


def test_decoding_takes_the_likeliest_class_and_halves_a_single_one() -> None:
    logits, labels = _example(3)
    assert torch.equal(decode(logits), logits.argmax(1))
    assert torch.equal(decode(_certain(labels, 3, 5.0)), labels)
    single = torch.tensor([[[[-0.1, 0.0, 0.1]]]])
    assert decode(single).tolist() == decode(single, "regions").tolist() == [[[0, 0, 1]]]


@pytest.mark.parametrize("name", sorted(MEANS))
@CLASSES
def test_means_of_halves_make_the_mean_of_the_whole(name: str, classes: int) -> None:
    logits, labels = _example(classes)
    halves = [LOSSES[name](logits[i : i + 1], labels[i : i + 1]).item() for i in range(2)]
    assert LOSSES[name](logits, labels).item() == pytest.approx(sum(halves) / 2, rel=1e-5)


@pytest.mark.parametrize("name", sorted(set(LOSSES) - MEANS))
def test_overlaps_are_pooled_so_halves_differ(name: str) -> None:
    logits, labels = _example(3)
    labels[0] = 0
    halves = [LOSSES[name](logits[i : i + 1], labels[i : i + 1]).item() for i in range(2)]
    assert LOSSES[name](logits, labels).item() != pytest.approx(sum(halves) / 2, rel=1e-3)


def test_levels_count_half_as_much_each_and_one_together() -> None:
    assert level_weights(1) == [1.0]
    assert level_weights(3) == pytest.approx([4 / 7, 2 / 7, 1 / 7])


@pytest.mark.parametrize("step", [1, 2, 4])
def test_shrunk_labels_are_those_nearest_to_the_centre(step: int) -> None:
    labels = torch.randint(0, 3, (2, 8, 12))
    expected = torch.nn.functional.interpolate(
        labels.unsqueeze(1).float(), scale_factor=1 / step, mode="nearest-exact"
    )
    assert torch.equal(shrunk(labels, 12 // step), expected[:, 0].long())


def _certain(labels: Tensor, classes: int, height: float) -> Tensor:
    if classes == 1:
        return torch.where(labels > 0, height, -height).unsqueeze(1)
    one_hot = torch.nn.functional.one_hot(labels, classes).permute(0, 3, 1, 2)
    return (2 * one_hot.float() - 1) * height


@ALL
@CLASSES
def test_right_and_sure_costs_nothing_wrong_and_sure_costs_much(name: str, classes: int) -> None:
    labels = _example(classes)[1]
    right = _certain(labels, classes, 30.0)
    assert LOSSES[name](right, labels).item() == pytest.approx(0, abs=1e-4)
    assert LOSSES[name](-right, labels).item() > 0.5


@ALL
@CLASSES
def test_extreme_logits_give_finite_losses_and_gradients(name: str, classes: int) -> None:
    labels = _example(classes)[1]
    for height in (1e4, -1e4, 0.0):
        logits = _certain(labels, classes, height).requires_grad_()
        loss = LOSSES[name](logits, labels)
        loss.backward()
        assert torch.isfinite(loss)
        assert logits.grad is not None
        assert torch.isfinite(logits.grad).all()


@ALL
@CLASSES
def test_a_loss_is_a_float32_scalar_even_under_half_precision(name: str, classes: int) -> None:
    logits, labels = _example(classes)
    loss = LOSSES[name](logits.bfloat16(), labels)
    assert loss.shape == ()
    assert loss.dtype == torch.float32


@ALL
def test_with_one_output_any_label_above_0_is_the_class(name: str) -> None:
    logits, labels = _example(1)
    assert torch.equal(LOSSES[name](logits, labels), LOSSES[name](logits, labels * 2))


@pytest.mark.parametrize("name", ["dice", "tversky"])
def test_an_empty_slice_adds_no_term_of_its_own(name: str) -> None:
    logits, labels = _example(3)
    alone = LOSSES[name](logits, labels)
    empty = torch.zeros(1, 5, 7, dtype=torch.int64)
    with_empty = LOSSES[name](
        torch.cat([logits, _certain(empty, 3, 30.0)]), torch.cat([labels, empty])
    )
    assert with_empty.item() == pytest.approx(alone.item(), abs=1e-6)


def test_tversky_minds_a_missed_pixel_more_than_a_false_one() -> None:
    labels = torch.zeros(1, 4, 4, dtype=torch.int64)
    labels[0, 1:3, 1:3] = 1
    missed, false = labels.clone(), labels.clone()
    missed[0, 1, 1], false[0, 0, 0] = 0, 1
    loss = LOSSES["tversky"]
    assert loss(_certain(missed, 1, 20.0), labels) > 1.5 * loss(_certain(false, 1, 20.0), labels)


def test_the_default_settings_name_losses_that_exist() -> None:
    assert {TrainConfig().loss, "bce"} <= set(LOSSES)


def _discs(classes: int) -> tuple[NDArray[np.float32], Tensor]:
    rows, columns = np.mgrid[:32, :32]
    labels = np.zeros((4, 32, 32), np.int64)
    for i in range(4):
        labels[i][(rows - 12 - 2 * i) ** 2 + (columns - 16) ** 2 < 64] = 1
        if classes == 3:
            labels[i][(rows - 12 - 2 * i) ** 2 + (columns - 18) ** 2 < 12] = 2
    noise = np.random.default_rng(0).normal(0, 0.1, (4, 1, 32, 32))
    return (labels[:, None] * 0.4 + noise).astype(np.float32), torch.from_numpy(labels)


@ALL
@pytest.mark.parametrize("classes", [1, 3])
def test_one_batch_is_learned_by_heart(name: str, classes: int) -> None:
    torch.manual_seed(0)
    pictures, labels = _discs(classes)
    network = UNet(ModelConfig(1, classes, depth=2, base_channels=8))
    optimiser = torch.optim.Adam(network.parameters(), 1e-2)
    for _ in range(60):
        optimiser.zero_grad()
        logits = network(torch.from_numpy(pictures))
        LOSSES[name](logits, labels).backward()
        optimiser.step()
    guess = (logits[:, 0] > 0).long() if classes == 1 else logits.argmax(dim=1)
    for value in range(1, max(classes, 2)):
        both = ((guess == value) & (labels == value)).sum().item()
        size = (guess == value).sum().item() + (labels == value).sum().item()
        assert 2 * both / size > 0.9, value
