"""The network a config asks for: one U-Net, or two that share the work."""

import dataclasses

import torch
from torch import Tensor, nn

from unet_core.config import ModelConfig
from unet_core.unet import UNet


class Cascade(nn.Module):
    """Two U-Nets: ``coarse`` finds the organ in whole slices, ``detail`` looks inside its box.

    As nnU-Net's cascade (Isensee 2021, doi:10.1038/s41592-020-01008-z) and the two steps of
    Christ 2016, doi:10.1007/978-3-319-46723-8_48. What lies between the two, from a mask to a
    box, is no matter of weights: there is no ``forward``, each is called by itself.

    Attributes:
        coarse: Two classes, nothing and organ (every label together), taught no coarser levels.
        detail: The classes or regions of the config.
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        finder = dataclasses.replace(
            config, out_channels=2, outputs="classes", deep_supervision=False, cascade=False
        )
        self.coarse = UNet(finder)
        self.detail = UNet(dataclasses.replace(config, cascade=False))


Network = UNet | Cascade
"""What a run teaches and a model file holds."""


def build_network(config: ModelConfig) -> Network:
    """A fresh network of the shape ``config``.

    >>> type(build_network(ModelConfig(depth=2, base_channels=4))).__name__
    'UNet'
    """
    return Cascade(config) if config.cascade else UNet(config)


def parts_of(network: Network) -> tuple[UNet, ...]:
    """The U-Nets of a network; the last gives the classes that are predicted."""
    return (network.coarse, network.detail) if isinstance(network, Cascade) else (network,)


def class_count(config: ModelConfig) -> int:
    """How many class indices predictions hold, background among them.

    >>> class_count(ModelConfig(out_channels=1)), class_count(ModelConfig(out_channels=3))
    (2, 3)
    """
    sigmoid = config.outputs == "regions" or config.out_channels == 1
    return config.out_channels + 1 if sigmoid else config.out_channels


def shape_difference(one: ModelConfig, other: ModelConfig) -> tuple[str, str] | None:
    """In which settings two networks differ, in words for each; None if weights fit both.

    Heads of deep supervision only teach, so they may differ.

    >>> shape_difference(ModelConfig(depth=4), ModelConfig(norm="none"))
    ('depth 4, norm batch', 'depth 5, norm none')
    """
    pair = (dataclasses.asdict(one), dataclasses.asdict(other))
    names = [k for k in pair[0] if k != "deep_supervision" and pair[0][k] != pair[1][k]]
    if not names:
        return None
    here, there = (", ".join(f"{name} {values[name]}" for name in names) for values in pair)
    return here, there


@torch.no_grad()
def start_from_frequencies(network: UNet, labels: Tensor) -> None:
    """Let the heads begin with the share of each class in class indices ``labels``.

    Without it a network spends its first rounds finding out that most pixels are background
    (Lin 2017, doi:10.1109/ICCV.2017.324, section 4.1).
    """
    config = network.config
    classes = class_count(config)
    counts = torch.bincount(labels.flatten().clamp(max=classes - 1), minlength=classes).double()
    shares = (counts / counts.sum()).clamp(1e-3, 1 - 1e-3)
    if classes == config.out_channels:
        bias = shares.log()
    else:  # a region holds its class and all inside it
        at_least = shares.flip(0).cumsum(0).flip(0)[1:].clamp(max=1 - 1e-3)
        bias = (at_least / (1 - at_least)).log()
    for head in network.heads():
        head.get_parameter("bias").copy_(bias)
