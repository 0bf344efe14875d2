"""Facts about networks against the networks themselves: gradients, PyTorch's counters, weights."""

import dataclasses
import itertools
from pathlib import Path

import pytest
import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from unet_core.checkpoint import Passport, save_model
from unet_core.config import PRESETS, ModelConfig, TrainConfig
from unet_core.network_facts import facts_of, facts_of_model, unet_facts
from unet_core.network_shape import UNetFacts
from unet_core.networks import build_network
from unet_core.unet import UNet, count_parameters
from unet_core.volume import DEFAULT_LABELS

SHAPES = {
    "plain": ModelConfig(in_channels=1, depth=2, base_channels=4, norm="none"),
    "bilinear": ModelConfig(
        in_channels=2, depth=2, base_channels=4, norm="none", upsampling="bilinear"
    ),
    "stem": ModelConfig(in_channels=1, depth=2, base_channels=4, norm="none", stem_stride=2),
    "residual": ModelConfig(
        in_channels=1, depth=2, base_channels=4, norm="none", block="residual", stem_stride=2
    ),
}


def _of(config: ModelConfig, side: int = 32) -> UNetFacts:
    with torch.device("meta"):
        network = UNet(config)
    return unet_facts(network, side)


def _seen_by_gradient(config: ModelConfig, side: int) -> int:
    """The widest stretch of input rows that moves one output pixel, over all its places.

    Weights are positive, so that nothing cancels out; pooling is a mean, whose every pixel counts.
    """
    torch.manual_seed(0)
    network = UNet(config)
    network.pool = nn.AvgPool2d(2)
    for parameter in network.parameters():
        nn.init.uniform_(parameter, 0.01, 0.02)
    picture = torch.ones(1, config.in_channels, side, side, requires_grad=True)
    logits = network(picture)
    widest = 0
    for phase in range(config.stem_stride * 2**config.depth):
        (gradient,) = torch.autograd.grad(
            logits[0, 0, side // 2 + phase, side // 2], picture, retain_graph=True
        )
        rows = torch.nonzero(gradient.abs().sum(dim=(0, 1, 3))).flatten()
        widest = max(widest, int(rows[-1] - rows[0]) + 1)
    return widest


@pytest.mark.parametrize("name", SHAPES)
def test_the_receptive_field_is_what_gradients_reach(name: str) -> None:
    side = 112 if SHAPES[name].stem_stride == 2 else 64
    found = _of(SHAPES[name], side)
    assert found.receptive_px == _seen_by_gradient(SHAPES[name], side)
    assert found.receptive_px < side  # else the picture's edge would have hidden a larger one


def test_on_the_way_down_it_is_the_formula_of_a_chain() -> None:
    """Araujo 2019, equation 2: one plus, for each layer, reach times the strides before it."""
    layers = [(3, 1), (3, 1), (2, 2)] * 3 + [(3, 1), (3, 1)]
    strides = [1, *itertools.accumulate((stride for _, stride in layers), lambda a, b: a * b)]
    expected = 1 + sum((size - 1) * step for (size, _), step in zip(layers, strides, strict=False))
    found = facts_of(PRESETS["article"]).last
    assert found.bottom.receptive_px == expected == 68


@pytest.mark.parametrize("preset", PRESETS)
def test_costs_are_those_of_pytorchs_own_counters(preset: str) -> None:
    config = PRESETS[preset]
    facts = facts_of(config)
    network = build_network(config.model)
    assert facts.parameters == count_parameters(network)
    for unet in facts.unets:
        assert sum(stage.parameters for stage in unet.stages) == unet.parameters
    with torch.device("meta"):
        last = UNet(dataclasses.replace(config.model, cascade=False))
    picture = torch.empty(1, config.model.in_channels, *(2 * [facts.last.side]), device="meta")
    counter = FlopCounterMode(display=False)
    with counter:
        last.eval()(picture)
    assert 2 * facts.last.multiply_adds == counter.get_total_flops()
    taught = sum(stage.multiply_adds for stage in facts.last.taught_levels)
    counted = sum(stage.multiply_adds for stage in facts.last.stages)
    assert counted == facts.last.multiply_adds + taught
    assert facts.last.training_operations > 4 * facts.last.multiply_adds  # backward is twice that


def test_memory_of_learning_is_what_a_real_step_keeps() -> None:
    config = dataclasses.replace(SHAPES["plain"], norm="batch", deep_supervision=True, depth=3)
    kept: dict[int, Tensor] = {}
    network = UNet(config).train()
    weights = {p.untyped_storage().data_ptr() for p in network.parameters()}

    def pack(tensor: Tensor) -> Tensor:
        if tensor.untyped_storage().data_ptr() not in weights:
            kept[tensor.untyped_storage().data_ptr()] = tensor
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        levels = network.levels(torch.zeros(2, 1, 32, 32))
    real = sum(tensor.untyped_storage().nbytes() for tensor in kept.values())
    assert _of(config).training_bytes == pytest.approx(real / 2, rel=0.02)
    assert len(_of(config).taught_levels) == len(levels) - 1


def test_predicting_holds_the_finest_skip_and_what_is_laid_beside_it() -> None:
    found = _of(SHAPES["plain"])
    finest = 4 * 4 * 32 * 32  # four float32 maps of the input's size
    assert 3 * finest <= found.forward_bytes <= 6 * finest


@pytest.mark.parametrize(("depth", "stem"), [(1, 1), (4, 1), (4, 2), (6, 1)])
def test_every_level_of_the_encoder_joins_the_decoder_at_its_size(depth: int, stem: int) -> None:
    side = 128 * stem
    found = _of(ModelConfig(in_channels=3, depth=depth, base_channels=4, stem_stride=stem), side)
    first = stem - 1
    assert [skip.level for skip in found.skips] == list(range(first, first + depth))
    assert [skip.side for skip in found.skips] == [side >> skip.level for skip in found.skips]
    assert [skip.source for skip in found.skips] == [f"encoder.{n}" for n in range(depth)]
    assert [skip.target for skip in found.skips] == [
        f"decoder.{depth - 1 - n}" for n in range(depth)
    ]
    assert found.output_side == side
    assert found.halvings == depth + first


def test_what_a_network_is_made_of_is_read_off_its_modules() -> None:
    config = ModelConfig(
        depth=3,
        base_channels=8,
        norm="instance",
        block="residual",
        upsampling="bilinear",
        deep_supervision=True,
    )
    found = _of(config)
    assert (found.norm, found.is_residual, found.enlarging) == ("instance", True, "bilinear")
    assert [stage.name for stage in found.taught_levels] == ["auxiliary.0"]
    plain = _of(SHAPES["plain"])
    assert (plain.norm, plain.is_residual, plain.enlarging) == ("none", False, "transposed")


def test_a_cascade_has_two_networks_with_their_own_pixels() -> None:
    facts = facts_of(PRESETS["standard"], (2.8, 1.0))
    finder, close = facts.unets
    assert [unet.role for unet in facts.unets] == ["finder", "close"]
    assert (finder.side, close.side) == (128, 256)
    assert finder.receptive_mm == pytest.approx(2.8 * finder.receptive_px)
    assert close.receptive_mm == pytest.approx(close.receptive_px)
    assert finder.out_channels == 2


def test_the_network_of_a_model_file(tmp_path: Path) -> None:
    train = TrainConfig(model=SHAPES["bilinear"], image_size=64)
    made = Passport(train.model, train, dict(DEFAULT_LABELS), pixel_mm=(1.5,))
    save_model(tmp_path / "model.safetensors", build_network(train.model), made)
    facts = facts_of_model(tmp_path / "model.safetensors")
    assert facts == facts_of(train, (1.5,))


def test_passports_of_before_say_nothing_of_pixels() -> None:
    values = Passport(ModelConfig(), TrainConfig(), dict(DEFAULT_LABELS)).to_json()
    del values["pixel_mm"]
    assert Passport.from_json(values).pixel_mm == ()
