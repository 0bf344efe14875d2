"""How much memory this process has taken at most."""

import contextlib
import ctypes
import gc
import sys
from pathlib import Path


def peak_memory_mb() -> float:
    """Largest resident memory so far, MiB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    # Linux hands ``ru_maxrss`` down to child processes: a small child of a large window would
    # say that it had needed as much as the window. The peak of the address space is its own.
    with contextlib.suppress(OSError, StopIteration):
        lines = Path("/proc/self/status").read_text().splitlines()
        peak_kib = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
        return int(peak_kib) / 2**10
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def card_memory_mb() -> float:
    """Most memory of the graphics card this process has had in use, MiB; 0 without one."""
    import torch

    is_used: bool = torch.cuda.is_initialized()  # type: ignore[no-untyped-call]
    return torch.cuda.max_memory_allocated() / 2**20 if is_used else 0.0


def start_anew() -> bool:
    """Let both peaks tell what is taken from here on; what is free goes back to the system first.

    Returns:
        Whether ``peak_memory_mb`` does; Linux only, elsewhere it goes on with the old peak.
    """
    _give_back()
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")  # proc(5): resets VmHWM
        return True
    return False


def _give_back() -> None:
    """Return memory that is freed but kept for later; of the graphics card as well."""
    gc.collect()
    with contextlib.suppress(AttributeError, OSError, TypeError):  # TypeError: Windows
        ctypes.CDLL(None).malloc_trim(0)  # glibc only
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_initialized():
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()
