"""What training makes small: functions of logits and labels, listed in ``LOSSES``.

Each takes logits (B, K, H, W) and labels (B, H, W) int64 holding class indices, and gives a
scalar float32. With K = 1 the class is "label above 0" and its probability a sigmoid; with more,
class 0 is background and probabilities are a softmax.
"""

from collections.abc import Callable, Mapping

import torch
from torch import Tensor
from torch.nn import functional

Loss = Callable[[Tensor, Tensor], Tensor]

SMOOTH = 1e-5
"""Added to numerator and denominator of overlap losses, as nnU-Net does."""
FOCAL_GAMMA = 2.0
"""How strongly focal loss turns away from easy pixels; the paper's best value."""
TVERSKY_FALSE_POSITIVE = 0.3
TVERSKY_FALSE_NEGATIVE = 0.7
"""Weights of the two kinds of error; the paper's best pair."""


def bce(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean binary cross-entropy of every class against the rest.

    Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x.

    >>> round(bce(torch.zeros(1, 1, 2, 2), torch.ones(1, 2, 2, dtype=torch.int64)).item(), 4)
    0.6931
    """
    return functional.binary_cross_entropy_with_logits(logits.float(), _targets(logits, labels))


def ce(logits: Tensor, labels: Tensor) -> Tensor:
    """Mean cross-entropy over pixels (Ronneberger 2015, doi:10.1007/978-3-319-24574-4_28)."""
    if logits.shape[1] == 1:
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
    if logits.shape[1] == 1:
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


def _targets(logits: Tensor, labels: Tensor) -> Tensor:
    """(B, K, H, W) float32 of 0 and 1."""
    if logits.shape[1] == 1:
        return (labels > 0).unsqueeze(1).float()
    classes = torch.arange(logits.shape[1], device=labels.device).view(1, -1, 1, 1)
    return (labels.unsqueeze(1) == classes).float()


def _overlap(logits: Tensor, labels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Soft true positives, false positives and false negatives, each (foreground classes,)."""
    targets = _targets(logits, labels)
    if logits.shape[1] == 1:
        chances = torch.sigmoid(logits.float())
    else:
        chances = torch.softmax(logits.float(), dim=1)[:, 1:]
        targets = targets[:, 1:]
    over = (0, 2, 3)
    hit = (chances * targets).sum(over)
    return hit, chances.sum(over) - hit, targets.sum(over) - hit


LOSSES: Mapping[str, Loss] = {
    "bce": bce,
    "ce": ce,
    "dice": dice,
    "dice_ce": dice_ce,
    "focal": focal,
    "tversky": tversky,
}
