"""What training makes small: functions of logits and labels, listed in ``LOSSES``.

Each takes logits (B, K, H, W) and labels, and gives a scalar float32. Labels are one of

* (B, H, W) int64 class indices: with K = 1 the class is "label above 0" and its probability a
  sigmoid; with more, class 0 is background and probabilities are a softmax;
* (B, K, H, W) masks of ``nested_masks``: each output is a region with a sigmoid of its own.

Overlap losses add up over all processes that learn together, so that equal shares of a batch give
what the whole batch gives one process. Only where gradients are wanted: validation is not in step.
"""

from collections.abc import Callable, Mapping

import torch
from torch import Tensor
from torch.nn import functional

from unet_core import distributed
from unet_core.config import Outputs

Loss = Callable[[Tensor, Tensor], Tensor]

SMOOTH = 1e-5
"""Added to numerator and denominator of overlap losses, as nnU-Net does."""
FOCAL_GAMMA = 2.0
"""How strongly focal loss turns away from easy pixels; the paper's best value."""
TVERSKY_FALSE_POSITIVE = 0.3
TVERSKY_FALSE_NEGATIVE = 0.7
"""Weights of the two kinds of error; the paper's best pair."""


def bce(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean binary cross-entropy of every class against the rest, or of every region.

    Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x.

    >>> round(bce(torch.zeros(1, 1, 2, 2), torch.ones(1, 2, 2, dtype=torch.int64)).item(), 4)
    0.6931
    """
    return functional.binary_cross_entropy_with_logits(logits.float(), _targets(logits, labels))


def ce(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean cross-entropy over pixels (Ronneberger 2015, doi:10.1007/978-3-319-24574-4_28).

    Regions overlap, so theirs is ``bce``, as in nnU-Net's region-based training.
    """
    if _is_sigmoid(logits, labels):
        return bce(logits, labels)
    return functional.cross_entropy(logits.float(), labels)


def dice(logits: Tensor, labels: Tensor) -> Tensor:
    """One minus soft Dice, mean over foreground classes, each pooled over the whole batch.

    Milletari 2016, doi:10.1109/3DV.2016.79, in the form of nnU-Net's batch Dice (Isensee 2021,
    doi:10.1038/s41592-020-01008-z): pooled so that slices without the label add no term of
    their own.
    """
    hit, false_positive, false_negative = _overlap(logits, labels)
    scores = (2 * hit + SMOOTH) / (2 * hit + false_positive + false_negative + SMOOTH)
    return 1 - scores.mean()


def dice_ce(logits: Tensor, labels: Tensor) -> Tensor:
    """Soft Dice plus cross-entropy, as nnU-Net (doi:10.1038/s41592-020-01008-z)."""
    return dice(logits, labels) + ce(logits, labels)


def focal(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy weighted by (1 - p) ** gamma (Lin 2017, doi:10.1109/ICCV.2017.324, eq. 4)."""
    if _is_sigmoid(logits, labels):
        surprise = functional.binary_cross_entropy_with_logits(
            logits.float(), _targets(logits, labels), reduction="none"
        )
    else:
        surprise = functional.cross_entropy(logits.float(), labels, reduction="none")
    # 1 - exp(-surprise) is 1 - p of the true class
    return ((-torch.expm1(-surprise)) ** FOCAL_GAMMA * surprise).mean()


def tversky(logits: Tensor, labels: Tensor) -> Tensor:
    """One minus Tversky index, which minds missed voxels more than false ones.

    Salehi 2017, doi:10.1007/978-3-319-67389-9_44; pooled over the batch as ``dice``.
    """
    hit, false_positive, false_negative = _overlap(logits, labels)
    wrong = TVERSKY_FALSE_POSITIVE * false_positive + TVERSKY_FALSE_NEGATIVE * false_negative
    return 1 - ((hit + SMOOTH) / (hit + wrong + SMOOTH)).mean()


def nested_masks(labels: Tensor, regions: int) -> Tensor:
    """(B, regions, H, W) float32: where the class index is at least 1, 2, ...

    Each region holds the next, as the liver holds its tumours.

    >>> nested_masks(torch.tensor([[[0, 1, 2]]]), 2).tolist()
    [[[[0.0, 1.0, 1.0]], [[0.0, 0.0, 1.0]]]]
    """
    least = torch.arange(1, regions + 1, device=labels.device).view(1, -1, 1, 1)
    return (labels.unsqueeze(1) >= least).float()


@torch.no_grad()
def decode(logits: Tensor, outputs: Outputs = "classes") -> Tensor:
    """(B, H, W) int64 class indices that (B, K, H, W) logits speak for.

    The likeliest class; with one output, whether its probability is above a half; for nested
    regions, how many in a row from the outermost are above a half.

    >>> decode(torch.tensor([[[[1.0, 1.0, -1.0]], [[-1.0, 1.0, 1.0]]]]), "regions").tolist()
    [[[1, 2, 0]]]
    """
    if outputs == "classes" and logits.shape[1] > 1:
        return logits.argmax(dim=1)
    inside = logits[:, 0] > 0
    indices = inside.long()
    for region in logits.unbind(1)[1:]:
        inside &= region > 0
        indices += inside
    return indices


def level_weights(count: int) -> list[float]:
    """How much each level of deep supervision counts, finest first: halved each time, together 1.

    nnU-Net, doi:10.1038/s41592-020-01008-z, which also leaves out the coarsest levels.

    >>> level_weights(1), level_weights(2)[0] == 2 * level_weights(2)[1]
    ([1.0], True)
    """
    weights = [0.5**level for level in range(count)]
    return [weight / sum(weights) for weight in weights]


def shrunk(labels: Tensor, side: int) -> Tensor:
    """(B, H, W) labels with ``side`` columns, each that of the nearest pixel centre.

    >>> shrunk(torch.arange(8).view(1, 2, 4), 2).tolist()
    [[[5, 7]]]
    """
    step = labels.shape[-1] // side
    return labels if step == 1 else labels[:, step // 2 :: step, step // 2 :: step]


def _is_sigmoid(logits: Tensor, labels: Tensor) -> bool:
    return logits.shape[1] == 1 or labels.dim() == logits.dim()


def _targets(logits: Tensor, labels: Tensor) -> Tensor:
    """(B, K, H, W) float32 of 0 and 1."""
    if labels.dim() == logits.dim():
        return labels.float()
    if logits.shape[1] == 1:
        return (labels > 0).unsqueeze(1).float()
    classes = torch.arange(logits.shape[1], device=labels.device).view(1, -1, 1, 1)
    return (labels.unsqueeze(1) == classes).float()


def _overlap(logits: Tensor, labels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Soft true positives, false positives and false negatives, each (foreground classes,)."""
    targets = _targets(logits, labels)
    if _is_sigmoid(logits, labels):
        chances = torch.sigmoid(logits.float())
    else:
        chances = torch.softmax(logits.float(), dim=1)[:, 1:]
        targets = targets[:, 1:]
    over = (0, 2, 3)
    sums = torch.stack([(chances * targets).sum(over), chances.sum(over), targets.sum(over)])
    if logits.requires_grad:
        sums = distributed.summed(sums)
    hit, predicted, expected = sums.unbind()
    return hit, predicted - hit, expected - hit


LOSSES: Mapping[str, Loss] = {
    "bce": bce,
    "ce": ce,
    "dice": dice,
    "dice_ce": dice_ce,
    "focal": focal,
    "tversky": tversky,
}
PARTS: Mapping[str, Mapping[str, Loss]] = {"dice_ce": {"dice": dice, "ce": ce}}
"""What the losses that are sums consist of: added in this order, the parts are the loss itself."""
MEANS = frozenset({"bce", "ce", "focal"})
"""Names of losses that are means over pixels: those of two halves of a batch add up to its own."""
