"""A config becomes one U-Net or a cascade, which start from what the labels hold."""

import dataclasses

import pytest
import torch

from unet_core.config import ModelConfig
from unet_core.networks import (
    Cascade,
    build_network,
    class_count,
    parts_of,
    shape_difference,
    start_from_frequencies,
)
from unet_core.unet import UNet, count_parameters

SMALL = ModelConfig(in_channels=2, out_channels=3, depth=2, base_channels=4, max_channels=16)
BOTH = dataclasses.replace(SMALL, cascade=True, deep_supervision=True, block="residual")


def test_without_cascade_it_is_one_u_net() -> None:
    network = build_network(SMALL)
    assert isinstance(network, UNet)
    assert parts_of(network) == (network,)


def test_a_cascade_finds_the_organ_and_looks_closely() -> None:
    network = build_network(BOTH)
    assert isinstance(network, Cascade)
    coarse, detail = parts_of(network)
    assert (coarse, detail) == (network.coarse, network.detail)
    assert (coarse.config.out_channels, coarse.config.outputs) == (2, "classes")
    assert coarse.config.block == detail.config.block == "residual"
    assert not list(coarse.auxiliary)
    assert len(detail.auxiliary) == 1
    assert coarse(torch.rand(1, 2, 16, 16)).shape == (1, 2, 16, 16)
    assert detail(torch.rand(1, 2, 24, 24)).shape == (1, 3, 24, 24)
    assert count_parameters(network) == count_parameters(coarse) + count_parameters(detail)
    assert {key.split(".")[0] for key in network.state_dict()} == {"coarse", "detail"}


def test_a_cascade_as_a_whole_cannot_be_called() -> None:
    with pytest.raises(NotImplementedError):
        build_network(BOTH)(torch.rand(1, 2, 16, 16))


@pytest.mark.parametrize(
    ("outputs", "channels", "classes"),
    [("classes", 1, 2), ("classes", 3, 3), ("regions", 1, 2), ("regions", 2, 3)],
)
def test_classes_are_counted_with_background(outputs: str, channels: int, classes: int) -> None:
    config = dataclasses.replace(SMALL, outputs=outputs, out_channels=channels)
    assert class_count(config) == classes


LABELS = torch.tensor([[[0, 0, 0, 0, 0, 1, 1, 2]]], dtype=torch.uint8)


def test_a_softmax_starts_from_the_share_of_each_class() -> None:
    network = UNet(dataclasses.replace(SMALL, deep_supervision=True))
    start_from_frequencies(network, LABELS)
    for head in network.heads():
        shares = head.get_parameter("bias").softmax(0).tolist()
        assert shares == pytest.approx([5 / 8, 2 / 8, 1 / 8], rel=1e-5)


def test_regions_start_from_the_share_of_all_they_hold() -> None:
    network = UNet(dataclasses.replace(SMALL, outputs="regions", out_channels=2))
    start_from_frequencies(network, LABELS)
    shares = network.get_parameter("head.bias").sigmoid().tolist()
    assert shares == pytest.approx([3 / 8, 1 / 8], rel=1e-5)


def test_a_finder_takes_every_label_for_organ() -> None:
    network = Cascade(BOTH)
    start_from_frequencies(network.coarse, LABELS)
    shares = network.coarse.get_parameter("head.bias").softmax(0).tolist()
    assert shares == pytest.approx([5 / 8, 3 / 8], rel=1e-5)


def test_a_class_that_never_occurs_starts_rare_not_impossible() -> None:
    network = UNet(SMALL)
    start_from_frequencies(network, torch.zeros(1, 4, 4, dtype=torch.uint8))
    bias = network.get_parameter("head.bias")
    assert torch.isfinite(bias).all()
    assert bias.softmax(0)[2].item() == pytest.approx(1e-3, rel=0.01)


def test_shapes_differ_in_words_and_heads_that_only_teach_do_not_count() -> None:
    assert shape_difference(SMALL, SMALL) is None
    assert shape_difference(SMALL, dataclasses.replace(SMALL, deep_supervision=True)) is None
    other = dataclasses.replace(SMALL, norm="none", cascade=True)
    assert shape_difference(SMALL, other) == (
        "norm batch, cascade False",
        "norm none, cascade True",
    )
