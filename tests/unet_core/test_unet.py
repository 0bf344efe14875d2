"""The network has the shape its config says, starts well, and refuses what it cannot halve."""

import dataclasses
import math
import subprocess
import sys
from itertools import pairwise, product

import pytest
import torch
from torch import nn

from unet_core.config import PRESETS, ModelConfig
from unet_core.errors import InputError
from unet_core.unet import UNet, choose_device, count_parameters, tune_allocator

SMALL = ModelConfig(in_channels=2, out_channels=3, depth=2, base_channels=4, max_channels=16)


def _network(**changes: object) -> UNet:
    torch.manual_seed(0)
    return UNet(dataclasses.replace(SMALL, **changes))


def test_article_has_the_tutorials_parameters() -> None:
    network = UNet(PRESETS["article"].model)
    assert count_parameters(network) == 7_697_345
    widths = [block[0].out_channels for block in network.encoder]
    assert widths == [64, 128, 256]
    assert network.bottleneck[0].out_channels == 512
    assert [up.out_channels for up in network.up] == [256, 128, 64]


def test_parameters_counted_by_hand() -> None:
    def convs(inside: int, outside: int) -> int:
        return 9 * inside * outside + 9 * outside * outside + 2 * 2 * outside  # two batch norms

    encoder = convs(2, 4) + convs(4, 8) + convs(8, 16)
    decoder = (4 * 16 * 8 + 8) + convs(16, 8) + (4 * 8 * 4 + 4) + convs(8, 4)
    assert count_parameters(_network()) == encoder + decoder + 4 * 3 + 3


SHAPES = list(
    product(["none", "batch", "instance"], ["transposed", "bilinear"], ["plain", "residual"])
)


@pytest.mark.parametrize(("norm", "upsampling", "block"), SHAPES)
@pytest.mark.parametrize("stem_stride", [1, 2])
def test_every_shape_of_network_runs_and_learns_everywhere(
    norm: str, upsampling: str, block: str, stem_stride: int
) -> None:
    network = _network(
        norm=norm,
        upsampling=upsampling,
        block=block,
        stem_stride=stem_stride,
        deep_supervision=True,
    )
    pictures = torch.rand(2, 2, 16, 24)
    logits, coarse = network.levels(pictures)
    assert logits.shape == (2, 3, 16, 24)
    assert coarse.shape == (2, 3, 8 // stem_stride, 12 // stem_stride)
    (logits.square().sum() + coarse.square().sum()).backward()
    for name, parameter in network.named_parameters():
        assert parameter.grad is not None, name
        assert torch.isfinite(parameter.grad).all(), name
    network.eval()
    assert torch.equal(network(pictures), network.levels(pictures)[0])


@pytest.mark.parametrize(
    ("depth", "sides"), [(1, [32]), (2, [32, 16]), (3, [32, 16]), (4, [32, 16, 8])]
)
def test_coarser_levels_are_taught_but_for_the_coarsest(depth: int, sides: list[int]) -> None:
    network = _network(depth=depth, deep_supervision=True)
    levels = network.levels(torch.rand(2, 2, 32, 32))
    assert [logits.shape[-1] for logits in levels] == sides
    assert len(_network(depth=depth).levels(torch.rand(2, 2, 32, 32))) == 1


def test_deep_supervision_changes_no_other_weight_at_the_start() -> None:
    plain, deep = _network().state_dict(), _network(deep_supervision=True).state_dict()
    assert set(deep) - set(plain) == {"auxiliary.0.weight", "auxiliary.0.bias"}
    assert set(plain) <= set(deep)


def test_names_of_weights_are_those_of_files_already_written() -> None:
    """K6: a plain network keeps the names of format 1."""
    names = set(_network(stem_stride=2).state_dict())
    convolutions = {
        "stem.0.weight",
        *(f"encoder.{i}.{k}.weight" for i in range(2) for k in (0, 3)),
        *(f"bottleneck.{k}.weight" for k in (0, 3)),
        *(f"up.{i}.{kind}" for i in range(2) for kind in ("weight", "bias")),
        *(f"decoder.{i}.{k}.weight" for i in range(2) for k in (0, 3)),
        "head.weight",
        "head.bias",
    }
    places = ["stem.1", "bottleneck.1", "bottleneck.4"]
    places += [f"{side}coder.{i}.{k}" for side in ("en", "de") for i in range(2) for k in (1, 4)]
    of_norm = ("weight", "bias", "running_mean", "running_var", "num_batches_tracked")
    assert names == convolutions | {f"{place}.{kind}" for place in places for kind in of_norm}


def test_a_residual_block_is_its_body_and_its_shortcut() -> None:
    network = _network(block="residual", depth=3, max_channels=8).eval()
    block, projected = network.bottleneck, network.encoder[0]
    features = torch.randn(2, 8, 6, 6)
    assert isinstance(block.shortcut, nn.Identity)  # 8 maps in, 8 out
    expected = (block.body(features) + features).relu()
    assert torch.equal(block(features), expected)
    picture = torch.rand(2, 2, 6, 6)
    expected = (projected.body(picture) + projected.shortcut(picture)).relu()
    assert torch.equal(projected(picture), expected)
    assert projected.shortcut[0].kernel_size == (1, 1)
    kinds = [type(layer).__name__ for layer in block.body]
    assert kinds == ["Conv2d", "BatchNorm2d", "ReLU", "Conv2d", "BatchNorm2d"]


@pytest.mark.parametrize("norm", ["none", "batch", "instance"])
def test_shortcuts_do_not_add_up_to_huge_features(norm: str) -> None:
    network = _network(norm=norm, block="residual", depth=5, base_channels=16, max_channels=64)
    assert 0.02 < network(torch.rand(2, 2, 64, 64)).std() < 10


def test_residual_parameters_counted_by_hand() -> None:
    def block(inside: int, outside: int) -> int:
        convolutions = 9 * inside * outside + 9 * outside * outside + inside * outside
        return convolutions + 3 * 2 * outside  # three batch norms

    encoder = block(2, 4) + block(4, 8) + block(8, 16)
    decoder = (4 * 16 * 8 + 8) + block(16, 8) + (4 * 8 * 4 + 4) + block(8, 4)
    assert count_parameters(_network(block="residual")) == encoder + decoder + 4 * 3 + 3


def test_channels_stop_at_the_most_allowed() -> None:
    network = UNet(dataclasses.replace(SMALL, depth=4, max_channels=16))
    assert [block[0].out_channels for block in network.encoder] == [4, 8, 16, 16]
    assert network(torch.zeros(1, 2, 32, 32)).shape == (1, 3, 32, 32)


def test_a_bias_only_where_no_norm_takes_it_away() -> None:
    assert _network(norm="none").encoder[0][0].bias is not None
    assert _network(norm="batch").encoder[0][0].bias is None


def test_bilinear_convolves_before_it_enlarges_with_the_same_result() -> None:
    up = _network(upsampling="bilinear").up[0]
    features = torch.rand(1, 16, 6, 6)
    enlarged = nn.functional.interpolate(features, scale_factor=2.0, mode="bilinear")
    torch.testing.assert_close(up(features), up[0](enlarged))


@pytest.mark.parametrize("size", [(10, 12), (12, 10), (1, 4)])
def test_sides_that_cannot_be_halved_are_refused(size: tuple[int, int]) -> None:
    with pytest.raises(InputError, match=f"{size[1]} x {size[0]} .* multiples of 4"):
        _network()(torch.zeros(1, 2, *size))


def test_a_single_pixel_cannot_be_normalised() -> None:
    with pytest.raises(InputError, match="single pixel"):
        _network(norm="instance").eval()(torch.zeros(2, 2, 4, 4))
    with pytest.raises(InputError, match="single pixel"):
        _network(norm="batch")(torch.zeros(1, 2, 4, 4))
    assert _network(norm="batch").eval()(torch.zeros(1, 2, 4, 4)).shape == (1, 3, 4, 4)


def test_article_starts_as_keras_does() -> None:
    network = _network(norm="none", base_channels=32, max_channels=128)
    for module in network.modules():
        if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
            taps = math.prod(module.kernel_size)
            limit = math.sqrt(6 / (taps * (module.in_channels + module.out_channels)))
            assert module.weight.abs().max() <= limit
            assert module.weight.abs().max() > 0.9 * limit
            assert module.bias is not None
            assert not module.bias.any()


@pytest.mark.parametrize("name", ["standard", "quick"])
def test_features_neither_explode_nor_vanish_at_the_start(name: str) -> None:
    torch.manual_seed(1)
    network = UNet(PRESETS[name].model)
    logits = network(torch.rand(4, 3, 64, 64))
    assert 0.05 < logits.std() < 5


def test_ups_keep_the_size_of_features() -> None:
    torch.manual_seed(1)
    for upsampling in ("transposed", "bilinear"):
        ups = _network(upsampling=upsampling, base_channels=64, max_channels=256).up
        features = torch.randn(2, 256, 16, 16).relu()
        ratio = ups[0](features).square().mean() / features.square().mean()
        assert 0.5 < ratio < 3, upsampling


def test_enlarging_starts_without_a_checkerboard() -> None:
    """A flat picture gives flat features and logits, so that no early mask has stripes."""
    network = _network(stem_stride=2, norm="batch").eval()
    for enlarge in [*network.up, network.head]:
        assert torch.equal(enlarge.weight, enlarge.weight[:, :, :1, :1].expand(-1, -1, 2, 2))
    features = torch.rand(1, 16, 1, 1).expand(-1, -1, 4, 4)
    assert network.up[0](features).std(dim=(2, 3)).max() < 1e-6
    keras = _network(norm="none").up[0].weight
    assert not torch.equal(keras[..., 0, 0], keras[..., 0, 1])


def test_same_seed_same_network() -> None:
    first, second = _network(), _network()
    for a, b in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(a, b)


def test_a_shift_by_the_step_shifts_the_output() -> None:
    """No half-pixel drift between encoder and decoder."""
    network = _network(norm="none").eval()
    picture = torch.zeros(1, 2, 48, 48)
    picture[:, :, 20:26, 20:26] = 1.0
    moved = torch.roll(picture, (4, 4), dims=(2, 3))
    with torch.no_grad():
        here, there = network(picture), network(moved)
    torch.testing.assert_close(
        torch.roll(here, (4, 4), dims=(2, 3))[..., 12:40, 12:40], there[..., 12:40, 12:40]
    )


def test_device_is_one_that_works() -> None:
    assert torch.ones(2, device=choose_device()).sum() == 2


def test_allocator_is_tuned_without_harm() -> None:
    code = (
        "import torch; from unet_core.unet import tune_allocator; tune_allocator();"
        "tune_allocator(); print(int(torch.ones(1 << 20).sum()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == str(1 << 20)
    assert tune_allocator.__doc__


def test_halvings_are_as_many_as_the_depth() -> None:
    network = _network(depth=3)
    sizes: list[int] = []
    for block in network.encoder:
        block.register_forward_hook(lambda _m, _i, out: sizes.append(out.shape[-1]))
    network.bottleneck.register_forward_hook(lambda _m, _i, out: sizes.append(out.shape[-1]))
    network(torch.zeros(1, 2, 32, 32))
    assert all(a == 2 * b for a, b in pairwise(sizes))
    assert sizes[-1] == 4
