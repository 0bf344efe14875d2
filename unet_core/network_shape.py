"""What a network is, in numbers read off the built one: levels, skips, cost, receptive field.

Plain values without torch, so that the window, the report and the drawing may hold them.
"""

import math
from dataclasses import dataclass
from typing import Literal

StageKind = Literal["stem", "encoder", "bottleneck", "up", "decoder", "head", "auxiliary"]
Enlarging = Literal["transposed", "bilinear"]
Role = Literal["whole", "finder", "close"]
"""The only network of a run, or the first or second one of a cascade."""


@dataclass(frozen=True)
class StageFacts:
    """One block of a U-Net, as it came by when a slice was sent through.

    Attributes:
        name: Of the module, such as ``encoder.0``.
        kind: Its part in the U.
        level: How often the picture was halved where it works: 0 for the input's own pixels.
        side: Of its output, in pixels.
        channels: Feature maps it gives.
        convolutions: Those that look at more than one pixel.
        receptive_px: Input pixels, on one axis, that can change one pixel of its output.
        parameters: Trainable numbers in it.
        multiply_adds: For one slice.
        activation_bytes: Of its output for one slice, float32.
    """

    name: str
    kind: StageKind
    level: int
    side: int
    channels: int
    convolutions: int
    receptive_px: int
    parameters: int
    multiply_adds: int
    activation_bytes: int


@dataclass(frozen=True)
class Skip:
    """Features of the encoder laid beside those of the decoder.

    Attributes:
        source: Name of the stage they come from.
        target: Name of the stage that takes both.
        side: Of both, in pixels.
        level: Of both.
        channels: Feature maps that come across.
        risen: Feature maps that come from below.
    """

    source: str
    target: str
    side: int
    level: int
    channels: int
    risen: int


@dataclass(frozen=True)
class UNetFacts:
    """One U-Net.

    Attributes:
        role: Its part in the run.
        side: Of the square slices it is given, in pixels.
        in_channels: Pictures given for each slice.
        neighbours: Whether these are the slices above and below; else copies of the same one.
        out_channels: Maps it gives.
        stages: In the order in which a slice comes by them.
        skips: Finest first.
        receptive_px: Input pixels, on one axis, that can change one pixel of the mask.
        norm: What keeps features in range: "none", "batch" or "instance".
        is_residual: Whether blocks have a shortcut around them.
        enlarging: How the decoder doubles the picture.
        parameters: Trainable numbers.
        multiply_adds: To predict one slice.
        training_operations: To learn from one slice, forward and backward: a multiply-add is two.
        forward_bytes: Largest sum of tensors alive while one slice is predicted, float32.
        training_bytes: Tensors kept for the backward pass of one slice, float32.
        pixel_mm: What a pixel it sees measures in the patient, the middle of the data set; None
            where that is not known.
    """

    role: Role
    side: int
    in_channels: int
    neighbours: bool
    out_channels: int
    stages: tuple[StageFacts, ...]
    skips: tuple[Skip, ...]
    receptive_px: int
    norm: str
    is_residual: bool
    enlarging: Enlarging
    parameters: int
    multiply_adds: int
    training_operations: int
    forward_bytes: int
    training_bytes: int
    pixel_mm: float | None = None

    def of_kind(self, *kinds: StageKind) -> tuple[StageFacts, ...]:
        """Stages of some kinds, in order."""
        return tuple(stage for stage in self.stages if stage.kind in kinds)

    @property
    def halvings(self) -> int:
        """How often the picture is halved on the way down."""
        return max(stage.level for stage in self.stages)

    @property
    def bottom(self) -> StageFacts:
        """The deepest block."""
        return self.of_kind("bottleneck")[0]

    @property
    def output_side(self) -> int:
        """Of the mask it draws, in pixels."""
        return self.of_kind("head")[-1].side

    @property
    def taught_levels(self) -> tuple[StageFacts, ...]:
        """Heads that only teach (deep supervision)."""
        return self.of_kind("auxiliary")

    @property
    def receptive_mm(self) -> float | None:
        """The receptive field in the patient."""
        return self.mm(self.receptive_px)

    def mm(self, pixels: float) -> float | None:
        """A length on the slices it sees."""
        return None if self.pixel_mm is None else pixels * self.pixel_mm

    @property
    def sees_all(self) -> bool:
        """Whether the receptive field is as large as the picture."""
        return self.receptive_px >= self.side


@dataclass(frozen=True)
class NetworkFacts:
    """The network of a run: one U-Net, or two that share the work.

    Attributes:
        unets: In the order in which a slice comes by them.
        batch_size: Slices learned from at once.
        micro_batch: Of these, how many are in memory at once.
        lost_lesions: Share of the data set's lesions smaller than three pixels on what the last
            network sees; None where it is not known.
    """

    unets: tuple[UNetFacts, ...]
    batch_size: int = 1
    micro_batch: int = 1
    lost_lesions: float | None = None

    @property
    def last(self) -> UNetFacts:
        """The one that draws the mask."""
        return self.unets[-1]

    @property
    def is_cascade(self) -> bool:
        """Whether two networks share the work."""
        return len(self.unets) > 1

    @property
    def parameters(self) -> int:
        """Of all."""
        return sum(unet.parameters for unet in self.unets)

    @property
    def multiply_adds(self) -> int:
        """To predict a slice that every network looks at."""
        return sum(unet.multiply_adds for unet in self.unets)

    @property
    def training_operations(self) -> int:
        """To learn from one slice."""
        return sum(unet.training_operations for unet in self.unets)

    @property
    def forward_bytes(self) -> int:
        """While one slice is predicted: one network works at a time."""
        return max(unet.forward_bytes for unet in self.unets)

    @property
    def training_bytes(self) -> int:
        """While one slice is learned from: one network works at a time."""
        return max(unet.training_bytes for unet in self.unets)

    @property
    def batch_bytes(self) -> int:
        """Tensors kept for the backward pass of what is in memory at once."""
        return self.training_bytes * self.micro_batch


def count_words(number: float) -> str:
    """A count as people say it.

    >>> count_words(950), count_words(481_204), count_words(31_042_369), count_words(5.43e10)
    ('950', '481 thousand', '31.0 million', '54.3 billion')
    """
    for unit, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand")):
        if number >= unit:
            share = number / unit
            return (
                f"{share:.0f} {name}"
                if share >= 100
                else f"{share:.3g} {name}".replace(f"{share:.3g}", _three(share))
            )
    return f"{number:.0f}"


def _three(value: float) -> str:
    """Three figures, zeros too."""
    return f"{value:.{max(0, 2 - math.floor(math.log10(value)))}f}"


def bytes_words(count: float) -> str:
    """An amount of memory as people say it.

    >>> bytes_words(900), bytes_words(73_400_320), bytes_words(3 * 2**30)
    ('1 KB', '70 MB', '3.0 GB')
    """
    if count >= 2**30:
        return f"{count / 2**30:.1f} GB"
    if count >= 2**20:
        return f"{count / 2**20:.0f} MB"
    return f"{max(1, round(count / 2**10))} KB"
