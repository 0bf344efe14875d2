"""Which numbers a network learns in: as asked, or whichever is measured to be fastest here.

Half as many digits are several times faster on one processor and slower on the next, so a few
layers are timed in each. Weights, their average and the loss stay in float32 whatever is chosen
(Micikevicius 2018, arXiv:1710.03740).
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import torch
from torch import Tensor, nn

from unet_core import distributed
from unet_core.config import Precision

DTYPES: dict[str, torch.dtype] = {
    "float32": torch.float32,
    "bfloat16": torch.bfloat16,
    "float16": torch.float16,
}
CLEARLY_FASTER = 1.15
"""Fewer digits are taken only if float32 takes so many times as long."""
_REPEATS = 6


@dataclass(frozen=True)
class Choice:
    """A kind of number and why it was taken, in one sentence."""

    name: str
    reason: str


def choose_precision(asked: Precision, device: torch.device) -> Choice:
    """What to learn in on ``device``; measured once per process where ``asked`` is "auto".

    Processes that learn together take the same: fewer digits only if all of them are faster so.
    """
    if asked != "auto":
        return Choice(asked, f"{asked} was chosen in the settings.")
    milliseconds = _measured(device.type)
    name = min(milliseconds, key=lambda n: milliseconds[n])
    faster = milliseconds["float32"] / milliseconds[name] >= CLEARLY_FASTER
    if not _all_agree(name if faster else "float32"):
        return Choice("float32", "float32 is fastest on one of the machines.")
    times = ", ".join(f"{ms:.3g} ms in {kind}" for kind, ms in milliseconds.items())
    if not faster:
        return Choice("float32", f"Nothing is clearly faster here: three layers take {times}.")
    return Choice(name, f"{name} is fastest here: three layers take {times}.")


def _all_agree(name: str) -> bool:
    votes = distributed.totals([float(kind == name) for kind in DTYPES])
    return max(votes) == distributed.world_size()


@cache
def _measured(device_type: str) -> dict[str, float]:
    """Milliseconds of three layers, there and back, in each kind of number worth trying."""
    device = torch.device(device_type)
    kinds = ["float32", "bfloat16"]  # float16 is emulated on processors, ten times slower
    if device.type == "cuda":
        kinds = ["float32", "float16"]
        if torch.cuda.is_bf16_supported(including_emulation=False):
            kinds.insert(1, "bfloat16")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        layers = nn.Sequential(*(_layer() for _ in range(3)))
        pictures = torch.randn(2, 32, 64, 64)
    layers.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    pictures = pictures.to(device, memory_format=torch.channels_last)
    for kind in kinds:
        _there_and_back(layers, pictures, kind)  # the first time chooses kernels
    taken: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(_REPEATS):  # in turn, as other programs come and go
        for kind in kinds:
            taken[kind].append(_there_and_back(layers, pictures, kind))
    return {kind: 1000 * min(seconds) for kind, seconds in taken.items()}


def _layer() -> nn.Module:
    return nn.Sequential(nn.Conv2d(32, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU())


def _there_and_back(layers: nn.Module, pictures: Tensor, kind: str) -> float:
    device = pictures.device
    clock = _clock(device)
    started = clock()
    with autocast(device, kind):
        features = layers(pictures)
    features.float().sum().backward()
    return clock() - started


def _clock(device: torch.device) -> Callable[[], float]:
    if device.type == "cuda":
        return _synchronised
    # a thread's own time leaves out what other programs take; Windows counts it in 16 ms
    return time.perf_counter if sys.platform == "win32" else time.thread_time


def _synchronised() -> float:
    torch.cuda.synchronize()
    return time.perf_counter()


def autocast(device: torch.device, kind: str) -> torch.autocast:
    """The context in which layers compute in ``kind``."""
    return torch.autocast(device.type, dtype=DTYPES[kind], enabled=kind != "float32")
