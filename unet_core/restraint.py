"""What a child process may take of the computer: priority, memory, seconds of computing."""

import contextlib
import math
import os
import sys
from pathlib import Path


def restrain(niceness: int, memory_limit: int | None, time_limit_s: float | None) -> None:
    """Limit this process from now on, and count its peak of memory anew where that can be done.

    Args:
        niceness: How far it steps back behind other programs; never less than before.
        memory_limit: Bytes it may take beyond what it has; None lifts the limit. Linux only.
        time_limit_s: Seconds of computing, after which the system ends it; None lifts the limit.
            Not on Windows.
    """
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            already = os.getpriority(os.PRIO_PROCESS, 0)
            os.setpriority(os.PRIO_PROCESS, 0, max(already, niceness))
    if sys.platform != "win32":
        _limit_time(time_limit_s)
    if sys.platform == "linux":
        import resource

        hard = soft = resource.getrlimit(resource.RLIMIT_AS)[1]
        if memory_limit is not None:
            pages = int(Path("/proc/self/statm").read_text().split()[0])
            soft = pages * resource.getpagesize() + memory_limit
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        with contextlib.suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5")  # proc(5): a peak of memory of its own


def _limit_time(seconds: float | None) -> None:
    """Let the system end this process after that much more computing; no handler can be late."""
    import resource

    _, never = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, never))  # a core file would hold pixels
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = hard
    if seconds is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = math.ceil(used.ru_utime + used.ru_stime + seconds)
        soft = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
