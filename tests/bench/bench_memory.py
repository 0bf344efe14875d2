"""Memory of a training run against the number of CTs, and seconds to its first batch.

    python tests/bench/bench_memory.py [--cases 10 200] [--preset standard] [--size 192,192,24]

Each run is a fresh process on synthetic patients, at the preset's own plan. The first run of a
data set makes its slice cache; the second one finds it, and is timed from the start of the process
to the end of its first batch. Printed are the peaks of what all its processes together own
(anonymous pages) and have resident (with pages of the cache on disk, which the system takes back
when it needs them). Exit code 1 if a target is missed: 3 GiB resident whatever the number of CTs,
10 s to the first batch. Linux only.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

TARGET_MIB, TARGET_FIRST_S = 3 * 1024, 10.0
FIRST_BATCH = """
import sys
from functools import reduce
from pathlib import Path
from unet_core.config import PRESETS, with_setting
from unet_core.events import BatchDone
from unet_core.train import train

config = reduce(lambda c, s: with_setting(c, *s.split("=")), sys.argv[4:], PRESETS[sys.argv[3]])
events = train(Path(sys.argv[1]), Path(sys.argv[2]), config)
for event in events:
    if isinstance(event, BatchDone):
        print("first", flush=True)
        break
events.close()
"""


def family(pid: int) -> Iterator[int]:
    """A process and all that descend from it."""
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def mib(pids: list[int], key: str) -> float:
    """A field of /proc/PID/status added up; those that are gone count nothing."""
    total = 0
    for pid in pids:
        try:
            text = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            continue
        found = re.search(rf"^{key}:\s+(\d+)", text, re.MULTILINE)
        total += int(found[1]) if found else 0
    return total / 1024


def trained(data: Path, run: Path, words: list[str]) -> tuple[float, float, float]:
    """Peak MiB owned and resident of training on ``data``, and the seconds it took."""
    command = [sys.executable, "-m", "unet_core", "train", str(data), "--out", str(run), *words]
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    owned = resident = 0.0
    while child.poll() is None:
        pids = list(family(child.pid))
        owned = max(owned, mib(pids, "RssAnon"))
        resident = max(resident, mib(pids, "VmRSS"))
        time.sleep(0.05)
    if child.returncode:
        raise SystemExit(f"training ended with {child.returncode}")
    return owned, resident, time.perf_counter() - started


def first_batch_s(data: Path, run: Path, preset: str, settings: list[str]) -> float:
    """From the start of a process to its first batch learned, the cache being there."""
    command = [sys.executable, "-c", FIRST_BATCH, str(data), str(run), preset, *settings]
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        took = time.perf_counter() - started
    if said.strip() != "first" or child.returncode:
        raise SystemExit("the run came to no first batch")
    return took


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, nargs="+", default=(10, 200))
    parser.add_argument("--preset", default="standard")
    parser.add_argument("--size", default="192,192,24", help="voxels of each CT")
    parser.add_argument("--set", action="append", default=[], dest="settings", metavar="KEY=VALUE")
    parser.add_argument("--folder", type=Path, help="where data and runs go for the while")
    options = parser.parse_args()
    settings = ["epochs=2", "batches_per_epoch=20", *options.settings]
    words = ["--preset", options.preset, *(w for s in settings for w in ("--set", s))]
    rows = []
    print(
        f"{'CTs':>5} {'owned MiB':>10} {'resident MiB':>13} {'run s':>7} {'to first batch s':>17}"
    )
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for count in options.cases:
            data, runs = Path(folder) / f"data-{count}", Path(folder) / f"runs-{count}"
            phantom = [sys.executable, "-m", "unet_core", "phantom", str(data)]
            phantom += ["--cases", str(count), "--size", options.size]
            subprocess.run(phantom, check=True, stdout=subprocess.DEVNULL)
            owned, resident, run_s = trained(data, runs / "run", words)
            first_s = first_batch_s(data, runs / "again", options.preset, settings)
            rows.append((owned, resident, first_s))
            print(f"{count:>5} {owned:>10.0f} {resident:>13.0f} {run_s:>7.1f} {first_s:>17.1f}")
    most, fewest = max(options.cases), min(options.cases)
    ratio = rows[options.cases.index(most)][0] / rows[options.cases.index(fewest)][0]
    print(f"{most / fewest:.0f} times the CTs: {ratio:.2f} times the memory owned")
    is_met = all(r[1] < TARGET_MIB and r[2] < TARGET_FIRST_S for r in rows)
    print(f"Targets {TARGET_MIB} MiB and {TARGET_FIRST_S:.0f} s: {'met' if is_met else 'MISSED'}")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
