"""The generators that libraries draw from by default: sown, saved and put back together."""

import random
from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor

_TORCH, _CUDA, _NUMPY, _PYTHON = "random/torch", "random/cuda", "random/numpy", "random/python"


def sow(seed: int) -> None:
    """Start all of them from ``seed``."""
    torch.manual_seed(seed)
    np.random.seed(seed)  # noqa: NPY002  (the global generator, which a library may use)
    random.seed(seed)


def random_states() -> dict[str, Tensor]:
    """Where each of them is, by name."""
    _, keys, position, has_normal, normal = np.random.get_state()  # noqa: NPY002
    _, numbers, _ = random.getstate()
    states = {
        _TORCH: torch.get_rng_state(),
        _NUMPY: torch.tensor([*map(int, keys), position, has_normal], dtype=torch.int64),
        f"{_NUMPY}/normal": torch.tensor(normal, dtype=torch.float64),
        _PYTHON: torch.tensor(numbers, dtype=torch.int64),
    }
    if torch.cuda.is_available():
        states[_CUDA] = torch.cuda.get_rng_state()
    return states


def restore_random_states(states: Mapping[str, Tensor]) -> None:
    """Put back what ``random_states`` gave; those absent stay as they are."""
    if _TORCH in states:
        torch.set_rng_state(states[_TORCH])
    if _CUDA in states and torch.cuda.is_available():
        torch.cuda.set_rng_state(states[_CUDA])
    if _NUMPY in states:
        *keys, position, has_normal = states[_NUMPY].tolist()
        normal = states[f"{_NUMPY}/normal"].item()
        np.random.set_state(  # noqa: NPY002
            ("MT19937", np.array(keys, np.uint32), position, has_normal, normal)
        )
    if _PYTHON in states:
        random.setstate((3, tuple(states[_PYTHON].tolist()), None))
