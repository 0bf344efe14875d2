"""Memory of a training process against the number of CTs it learns from.

    python tests/bench/bench_memory.py [--cases 3 12]

Each run is a fresh ``unet-core train`` on synthetic patients. Printed are the peak of memory the
process owns (anonymous pages; sampled) and of all it has resident (with pages of the cache on
disk, which the system takes back when it needs them), and the ratio between most and fewest cases.
Linux only.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SETTINGS = ("epochs=2", "batches_per_epoch=20")


def kib(pid: int, key: str) -> int:
    """A field of /proc/PID/status in KiB; 0 when the process is gone."""
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(rf"^{key}:\s+(\d+)", text, re.MULTILINE)
    return int(found[1]) if found else 0


def trained(data: Path, run: Path) -> tuple[float, float]:
    """Peak MiB owned and resident of training on ``data``."""
    command = [sys.executable, "-m", "unet_core", "train", str(data), "--out", str(run)]
    command += ["--preset", "quick", *(word for s in SETTINGS for word in ("--set", s))]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ)
    owned = resident = 0
    while child.poll() is None:
        owned = max(owned, kib(child.pid, "RssAnon"))
        resident = max(resident, kib(child.pid, "VmHWM"))
        time.sleep(0.05)
    if child.returncode:
        raise SystemExit(f"training ended with {child.returncode}")
    return owned / 1024, resident / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, nargs=2, default=(3, 12))
    counts = parser.parse_args().cases
    peaks = []
    print(f"{'CTs':>5} {'owned MiB':>10} {'resident MiB':>13}")
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            data = Path(folder) / f"data-{count}"
            subprocess.run(
                [sys.executable, "-m", "unet_core", "phantom", data, "--cases", str(count)],
                check=True,
                stdout=subprocess.DEVNULL,
            )
            peaks.append(trained(data, Path(folder) / f"runs-{count}" / "run"))
            print(f"{count:>5} {peaks[-1][0]:>10.0f} {peaks[-1][1]:>13.0f}")
    ratio = peaks[1][0] / peaks[0][0]
    print(f"{counts[1] / counts[0]:.1f} times the CTs: {ratio:.2f} times the memory owned")
    return 0


if __name__ == "__main__":
    sys.exit(main())
