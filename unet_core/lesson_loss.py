"""The loss a run asks for, with the parts it is the sum of, from one pass over the outputs."""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from unet_core.config import Outputs, TrainConfig
from unet_core.losses import LOSSES, PARTS, decode, level_weights, nested_masks, shrunk

NETWORKS = ("coarse", "detail")
"""Of a cascade, as names of parts have them."""


class LessonLoss:
    """What ``config`` asks to be made small.

    Attributes:
        parts_each: Names of what the loss of one network is the sum of; ("",) where it is whole.
        names: Of all parts of a run, see ``part_name``; none where the loss is one thing.
    """

    def __init__(self, config: TrainConfig) -> None:
        self._outputs = config.model.outputs
        self._functions = PARTS.get(config.loss) or {"": LOSSES[config.loss]}
        self.parts_each = tuple(self._functions)
        networks = NETWORKS if config.model.cascade else ("",)
        names = tuple(part_name(network, part) for network in networks for part in self.parts_each)
        self.names = () if names == ("",) else names

    def parts(self, logits: Tensor, labels: Tensor, outputs: Outputs | None = None) -> list[Tensor]:
        """A scalar for each part, of (B, K, H, W) logits and (B, H, W) class indices."""
        if (outputs or self._outputs) == "regions":
            labels = nested_masks(labels, logits.shape[1])
        else:
            labels = labels.long()
        return [function(logits, labels) for function in self._functions.values()]

    def of_levels(
        self, levels: Sequence[Tensor], labels: Tensor, outputs: Outputs, share: float
    ) -> tuple[Tensor, Tensor]:
        """``share`` of the loss of all levels of deep supervision, finest first.

        Returns:
            The loss, and (1 + parts,) of the loss and its parts, of which no gradient is asked.
        """
        weights = [share * weight for weight in level_weights(len(levels))]
        parts = [self.parts(logits, shrunk(labels, logits.shape[-1]), outputs) for logits in levels]
        losses = [weight * added(of_level) for weight, of_level in zip(weights, parts, strict=True)]
        loss = added(losses)
        with torch.no_grad():
            of_parts = [
                added([w * value.detach() for w, value in zip(weights, of_part, strict=True)])
                for of_part in zip(*parts, strict=True)
            ]
            return loss, torch.stack([loss.detach(), *of_parts])

    def named(self, values: Sequence[float]) -> Mapping[str, float]:
        """Values of all parts by name; nothing where the loss is one thing."""
        return dict(zip(self.names, values, strict=True)) if self.names else {}


def added(values: Sequence[Tensor]) -> Tensor:
    """The sum, in the order given; one value is itself."""
    return sum(values[1:], start=values[0])


def part_name(network: str, part: str) -> str:
    """Of a part of the loss: ``dice``, and of a cascade's networks ``coarse/dice``, ``detail``.

    >>> part_name("", "dice"), part_name("coarse", "dice"), part_name("detail", "")
    ('dice', 'coarse/dice', 'detail')
    """
    return "/".join(filter(None, (network, part)))


@torch.no_grad()
def right_pixels(logits: Tensor, labels: Tensor, outputs: Outputs = "classes") -> int:
    """How many of (B, S, S) class indices are what (B, K, S, S) logits speak for."""
    return int((decode(logits, outputs) == labels).sum())
