"""How much memory this process has taken at most."""

import sys


def peak_memory_mb() -> float:
    """Largest resident memory so far, MiB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
