"""The network: one U-Net whose shape is a ``ModelConfig``, and where and how it runs fastest."""

import ctypes
import math
import sys

import torch
from torch import Tensor, nn
from torch.nn import functional

from unet_core.config import ModelConfig
from unet_core.errors import InputError

_M_TRIM_THRESHOLD, _M_TOP_PAD, _M_MMAP_THRESHOLD = -1, -2, -3  # names and values of malloc.h


class UNet(nn.Module):
    """Encoder, bottleneck, decoder with skip connections and a 1x1 head.

    Ronneberger 2015, doi:10.1007/978-3-319-24574-4_28, with padded convolutions so that the
    output has the size of the input. With ``stem_stride`` 2 a strided convolution halves the
    picture first and a transposed one doubles the logits last: a quarter of the work. Maps
    (B, in_channels, H, W) float32 to (B, out_channels, H, W) float32 logits; H and W must divide
    by ``stem_stride * 2 ** depth``.

    With ``deep_supervision`` the decoder's coarser levels, but for the coarsest, have 1x1 heads
    of their own, which only ``levels`` asks (nnU-Net, doi:10.1038/s41592-020-01008-z).

    >>> network = UNet(ModelConfig(in_channels=1, out_channels=2, depth=2, base_channels=4))
    >>> network(torch.zeros(1, 1, 8, 12)).shape
    torch.Size([1, 2, 8, 12])
    """

    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.config = config
        width = [min(config.base_channels * 2**i, config.max_channels) for i in range(config.depth)]
        bottom = min(config.base_channels * 2**config.depth, config.max_channels)
        halves = config.stem_stride == 2
        above = [width[0] if halves else config.in_channels, *width]
        stem = _conv(config.in_channels, width[0], config, stride=2) if halves else []
        self.stem = nn.Sequential(*stem)
        self.encoder = nn.ModuleList(
            _block(above[i], width[i], config) for i in range(config.depth)
        )
        self.pool = nn.MaxPool2d(2)
        self.bottleneck = _block(width[-1], bottom, config)
        below = [*width[1:], bottom]
        self.up = nn.ModuleList(
            _upsampling(below[i], width[i], config) for i in reversed(range(config.depth))
        )
        self.decoder = nn.ModuleList(
            _block(2 * width[i], width[i], config) for i in reversed(range(config.depth))
        )
        self.head: nn.Module = (
            nn.ConvTranspose2d(width[0], config.out_channels, 2, stride=2)
            if halves
            else nn.Conv2d(width[0], config.out_channels, 1)
        )
        coarser = range(1, max(config.depth - 1, min(config.depth, 2)))
        self.auxiliary = nn.ModuleList(
            nn.Conv2d(width[i], config.out_channels, 1) for i in coarser if config.deep_supervision
        )
        self.apply(_keras_start if config.norm == "none" else _kaiming_start)

    def forward(self, pictures: Tensor) -> Tensor:
        """Logits of ``pictures``, see the class.

        Raises:
            InputError: If a side cannot be halved ``depth`` times, or to the single pixel
                that normalisation cannot work on.
        """
        logits: Tensor = self.head(self._decoded(pictures)[-1])
        return logits

    def levels(self, pictures: Tensor) -> list[Tensor]:
        """Logits as ``forward`` gives them, then those of coarser levels, each half as large.

        Only the first where there is no deep supervision. With ``stem_stride`` 2 the second is a
        quarter as large as the first.
        """
        decoded = self._decoded(pictures)
        coarser = zip(self.auxiliary, reversed(decoded[:-1]), strict=False)
        return [self.head(decoded[-1]), *(head(features) for head, features in coarser)]

    def heads(self) -> list[nn.Module]:
        """Every layer that gives logits."""
        return [self.head, *self.auxiliary]

    def _decoded(self, pictures: Tensor) -> list[Tensor]:
        """Features of each level of the decoder, finest last."""
        self._check_size(pictures)
        skips: list[Tensor] = []
        features = self.stem(pictures)
        for block in self.encoder:
            features = block(features)
            skips.append(features)
            features = self.pool(features)
        features = self.bottleneck(features)
        decoded: list[Tensor] = []
        for enlarge, block in zip(self.up, self.decoder, strict=True):
            features = block(torch.cat([skips.pop(), enlarge(features)], dim=1))
            decoded.append(features)
        return decoded

    def _check_size(self, pictures: Tensor) -> None:
        batch, _, height, width = pictures.shape
        step = self.config.stem_stride * 2**self.config.depth
        if height % step or width % step:
            raise InputError(
                "the picture",
                f"is {width} x {height} pixels, which the network cannot halve often enough",
                f"choose sides that are multiples of {step}",
            )
        alone = self.config.norm == "instance"
        alone |= self.config.norm == "batch" and self.training and batch == 1
        if alone and height == width == step:
            raise InputError(
                "the picture",
                f"of {width} x {height} pixels shrinks to a single pixel inside the network",
                "choose a larger image_size or a smaller depth",
            )


def _block(inside: int, outside: int, config: ModelConfig) -> nn.Module:
    if config.block == "residual":
        return _Residual(inside, outside, config)
    return nn.Sequential(*_conv(inside, outside, config), *_conv(outside, outside, config))


class _Residual(nn.Module):
    """Two convolutions and a shortcut around them, the last ReLU after their sum.

    He 2016, doi:10.1109/CVPR.2016.90, figure 2, with a 1x1 projection where widths differ.
    """

    def __init__(self, inside: int, outside: int, config: ModelConfig) -> None:
        super().__init__()
        convolutions = [*_conv(inside, outside, config), *_conv(outside, outside, config)]
        self.body = nn.Sequential(*convolutions[:-1])
        projection = nn.Conv2d(inside, outside, 1, bias=config.norm == "none")
        self.shortcut: nn.Module = (
            nn.Identity()
            if inside == outside
            else nn.Sequential(projection, *_norm(outside, config))
        )

    def forward(self, features: Tensor) -> Tensor:
        """(B, inside, H, W) to (B, outside, H, W)."""
        return functional.relu(self.body(features) + self.shortcut(features), inplace=True)


def _conv(inside: int, outside: int, config: ModelConfig, stride: int = 1) -> list[nn.Module]:
    convolution = nn.Conv2d(
        inside, outside, 3, stride=stride, padding=1, bias=config.norm == "none"
    )
    return [convolution, *_norm(outside, config), nn.ReLU(inplace=True)]


def _norm(channels: int, config: ModelConfig) -> list[nn.Module]:
    if config.norm == "batch":
        return [nn.BatchNorm2d(channels)]
    if config.norm == "instance":
        return [nn.InstanceNorm2d(channels, affine=True)]
    return []


def _upsampling(inside: int, outside: int, config: ModelConfig) -> nn.Module:
    if config.upsampling == "transposed":
        return nn.ConvTranspose2d(inside, outside, 2, stride=2)
    # the 1x1 convolution commutes with interpolation, so it goes first, on a quarter of the pixels
    return nn.Sequential(nn.Conv2d(inside, outside, 1), _Doubled())


class _Doubled(nn.Module):
    def forward(self, features: Tensor) -> Tensor:
        """Bilinear, pixel centres aligned as everywhere in this program."""
        return functional.interpolate(
            features, scale_factor=2.0, mode="bilinear", align_corners=False
        )


def _keras_start(module: nn.Module) -> None:
    """Glorot uniform and zero bias, Keras's defaults (Glorot 2010, proceedings.mlr.press/v9)."""
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.xavier_uniform_(module.weight)
        if module.bias is not None:
            nn.init.zeros_(module.bias)


def _kaiming_start(module: nn.Module) -> None:
    """Normal with variance 2 / fan-in and zero bias (He 2015, doi:10.1109/ICCV.2015.123).

    The four taps of a transposed convolution start equal, else early predictions show its
    checkerboard (Aitken 2017, arXiv:1707.02937).
    """
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
        inputs = module.in_channels * (1 if module.transposed else math.prod(module.kernel_size))
        nn.init.normal_(module.weight, std=math.sqrt(2.0 / inputs))
        if module.bias is not None:
            nn.init.zeros_(module.bias)
    if isinstance(module, nn.ConvTranspose2d):
        with torch.no_grad():
            module.weight.copy_(module.weight[:, :, :1, :1].clone())


def count_parameters(model: nn.Module) -> int:
    """How many trainable numbers ``model`` has.

    >>> count_parameters(nn.Conv2d(1, 2, 3))
    20
    """
    return sum(p.numel() for p in model.parameters() if p.requires_grad)


def choose_device() -> torch.device:
    """The CUDA card where there is one that works, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def tune_allocator() -> None:
    """Let glibc keep large freed blocks: a quarter of a training step was page faults.

    Acts on the whole process; does nothing where the C library has no ``mallopt``.
    """
    if sys.platform != "linux":
        return
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):  # musl has none
        return
    mallopt(_M_MMAP_THRESHOLD, 1 << 30)
    mallopt(_M_TRIM_THRESHOLD, (1 << 31) - 1)
    mallopt(_M_TOP_PAD, 64 << 20)
