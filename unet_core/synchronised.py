"""Networks and losses over several processes, with the gradients one process would have had.

Notation: W processes; process r holds an equal share of B / W slices of a batch of B and computes
a loss L_r. ``DistributedDataParallel`` gives every process the *mean* of the gradients,
g = (1 / W) sum_r dL_r/dw. The gradient wanted is that of the loss L of the whole batch.

*Means over pixels* (cross-entropy, focal loss): L = (1 / W) sum_r L_r, as shares are equal, so
g = dL/dw as it is.

*Functions of sums over the whole batch* (soft Dice, Tversky): L = f(S) with S = sum_r s_r. Each
process gets S from ``Summed`` and computes the same L_r = f(S). Forward, S adds up the shares;
backward, ``Summed`` adds up the gradients that reach it on all processes, which are W times
f'(S), so process r continues with W f'(S) ds_r/dw, and
g = (1 / W) sum_r W f'(S) ds_r/dw = f'(S) dS/dw = dL/dw, exactly.

A sum of both kinds of loss therefore needs no factor either. Batch normalisation divides by
statistics of the whole batch, which are sums too: ``SharedBatchNorm`` on the processor and
PyTorch's own ``SyncBatchNorm`` on graphics cards.

Where every process computes the whole batch (one that does not divide), all L_r are L and their
mean gradient is dL/dw again; S is W times what it was, which overlap losses and normalisation,
being quotients of sums, do not see (but for their ``SMOOTH``).
"""

from typing import Any, Self

import torch
from torch import Tensor, nn
from torch import distributed as collectives
from torch.nn import functional
from torch.nn.parallel import DistributedDataParallel

from unet_core import distributed


class Summed(torch.autograd.Function):
    """Adds up over processes in both directions; see the module."""

    @staticmethod
    def forward(_context: Any, values: Tensor) -> Tensor:
        """Sum over processes of (...) floating ``values``."""
        total = values.detach().clone()
        collectives.all_reduce(total)
        return total

    @staticmethod
    def backward(_context: Any, *gradients: Tensor) -> Tensor:
        """Sum over processes of the gradients."""
        total = gradients[0].contiguous().clone()
        collectives.all_reduce(total)
        return total


class _Normalised(torch.autograd.Function):
    """Batch normalisation with statistics over all processes (Ioffe 2015, arXiv:1502.03167)."""

    @staticmethod
    def forward(
        context: Any, features: Tensor, weight: Tensor, bias: Tensor, eps: float
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Normalised (B, C, H, W), and mean, variance (C,) and count of all processes together."""
        # with autocast features have fewer digits than weights; statistics need them all
        exact = features.to(weight.dtype)
        variance, mean = torch.var_mean(exact, dim=(0, 2, 3), correction=0)
        count = torch.full_like(mean, features.numel() / features.shape[1])
        # each process fills its own row; combined as in Chan 1983, doi:10.2307/2683386
        rows = torch.zeros(collectives.get_world_size(), 3, len(mean), dtype=torch.float64)
        rows[collectives.get_rank()] = torch.stack((count, mean, variance))
        collectives.all_reduce(rows)
        counts, means, variances = rows.unbind(1)
        total = counts.sum(0)
        mean64 = (counts * means).sum(0) / total
        variance64 = (counts * (variances + (means - mean64) ** 2)).sum(0) / total
        mean, variance = mean64.to(mean.dtype), variance64.to(mean.dtype)
        scale = torch.rsqrt(variance + eps)
        context.save_for_backward(features, weight, mean, scale, total.to(mean.dtype))
        normalised = functional.batch_norm(features, mean, variance, weight, bias, eps=eps)
        context.mark_non_differentiable(mean, variance)
        return normalised, mean, variance, total

    @staticmethod
    def backward(
        context: Any, gradient: Tensor, *_statistics: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, None]:
        """Of features, weight and bias; sums over the whole batch where the statistics were."""
        features, weight, mean, scale, count = context.saved_tensors
        over = (0, 2, 3)
        exact, centred = gradient.to(weight.dtype), features - mean.view(1, -1, 1, 1)
        along = torch.stack((exact.sum(over), (exact * centred).sum(over)))
        of_bias, of_weight = along[0].clone(), along[1] * scale
        collectives.all_reduce(along)
        level, slope = (along / count).unsqueeze(-1).unsqueeze(-1)
        scale_yx = scale.view(-1, 1, 1)
        of_features = exact - level - centred * (slope * scale_yx**2)
        of_features *= weight.view(-1, 1, 1) * scale_yx
        return of_features.to(features.dtype), of_weight, of_bias, None


class SharedBatchNorm(nn.BatchNorm2d):
    """``nn.BatchNorm2d`` that sees the whole batch while learning; on processors."""

    @classmethod
    def of(cls, norm: nn.BatchNorm2d) -> Self:
        """One that shares the very weights and statistics of ``norm``."""
        made = cls(norm.num_features, norm.eps, norm.momentum, device="meta")
        made.weight, made.bias = norm.weight, norm.bias
        for name, buffer in norm.named_buffers():
            setattr(made, name, buffer)
        made.training = norm.training
        return made

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002  (as nn.BatchNorm2d calls it)
        """Normalised (B, C, H, W) features."""
        if not self.training or distributed.world_size() == 1:
            return super().forward(input)
        features, mean, variance, count = _Normalised.apply(  # type: ignore[no-untyped-call]
            input, self.weight, self.bias, self.eps
        )
        with torch.no_grad():
            momentum, unbiased = self.momentum or 0.0, count / (count - 1)
            assert self.running_mean is not None
            assert self.running_var is not None
            assert self.num_batches_tracked is not None
            self.num_batches_tracked += 1
            self.running_mean.lerp_(mean, momentum)
            self.running_var.lerp_((variance * unbiased).to(variance.dtype), momentum)
        normalised: Tensor = features
        return normalised


def shared(network: nn.Module) -> nn.Module:
    """``network`` as all processes call it together, starting from the leader's weights.

    Its batch normalisations are exchanged in place for ones that see the whole batch, weights
    and statistics being the same objects as before; buffers need no broadcast then.
    """
    network = _with_shared_norms(network)
    return DistributedDataParallel(network, forward_sync_buffers=False)


def _with_shared_norms(network: nn.Module) -> nn.Module:
    first = next(network.parameters(), None)
    if first is not None and first.is_cuda:
        on_cards: nn.Module = nn.SyncBatchNorm.convert_sync_batchnorm(network)  # type: ignore[no-untyped-call]
        return on_cards
    for parent in list(network.modules()):
        for name, child in list(parent.named_children()):
            if type(child) is nn.BatchNorm2d:
                setattr(parent, name, SharedBatchNorm.of(child))
    return network
