"""What the computer a run works on has: facts for advice, never for a decision."""

import os
from dataclasses import dataclass
from pathlib import Path

import torch

_LIMITS = (
    Path("/sys/fs/cgroup/memory.max"),
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
)
_CARDS = (Path("/proc/driver/nvidia/gpus"), Path("/dev/nvidia0"))


@dataclass(frozen=True)
class Machine:
    """A computer.

    Attributes:
        has_nvidia_card: Whether its system shows one.
        uses_card: Whether the installed PyTorch can compute on it.
        torch_has_cuda: Whether the installed PyTorch was built for such cards.
        memory_mb: MiB a process may take at most; 0 if unknown.
    """

    has_nvidia_card: bool = False
    uses_card: bool = False
    torch_has_cuda: bool = False
    memory_mb: float = 0.0


def this_machine() -> Machine:
    """The one this process runs on."""
    return Machine(
        has_nvidia_card=any(path.exists() for path in _CARDS),
        uses_card=torch.cuda.is_available(),
        torch_has_cuda=torch.version.cuda is not None,
        memory_mb=_memory_mb(),
    )


def _memory_mb() -> float:
    """The computer's memory, or less where a container or a batch system allows less."""
    found = []
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        found.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    for path in _LIMITS:
        try:
            found.append(int(path.read_text()))
        except (OSError, ValueError):  # not there, or "max"
            continue
    return min(found, default=0) / 2**20
