"""Time and memory of opening a scan through our door, against SimpleITK, nibabel and no guard.

The door decodes in a child process, checks every size, takes a SHA-256 and compares the result.
"Unguarded" is the same library unpacking the same file in this process, with none of that.
Where the benchmark may use one core only, processor seconds are compared, for the door works in
two threads beside the window's process. Ends with exit code 1 where .nii.gz misses a target: 1.4
times SimpleITK's speed, 1.3 times the unguarded time, 1.8 times the volume's memory.

Run: python -m tests.bench.bench_open [--slices 300] [--repeats 5] [--folder DIR] [--all]
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import nibabel
import numpy as np
import SimpleITK as sitk
from isal import isal_zlib

from unet_core import isolation
from unet_core.io import load_volume, save_now
from unet_core.volume import Geometry, Volume

FORMATS = (".nii.gz", ".nii", ".nrrd", ".mha")
LEAST_SPEED = 1.4
MOST_GUARD = 1.3
MOST_MEMORY = 1.8
_SAMPLE_S = 0.005


def body(slices: int) -> Volume:
    """A 512 x 512 CT-like volume: air, an elliptic body, organs, noise as a scanner's."""
    random = np.random.default_rng(0)
    y, x = np.mgrid[-1:1:512j, -1:1:512j]
    inside = (x / 0.8) ** 2 + (y / 0.6) ** 2 < 1
    organ = ((x + 0.3) / 0.3) ** 2 + (y / 0.3) ** 2 < 1
    plane = np.where(inside, 40, -1000) + np.where(organ, 60, 0)
    voxels = np.empty((slices, 512, 512), np.int16)
    for voxel_plane in voxels:
        noise = random.normal(0, 12, plane.shape)
        voxel_plane[:] = plane + noise  # a scanner's noise is in the air too
    return Volume(voxels, Geometry((512, 512, slices), (0.75, 0.75, 1.0)), "body")


def by_simpleitk(path: Path) -> np.ndarray:
    image = sitk.ReadImage(str(path))  # noqa: TID251  (the rival)
    return sitk.GetArrayFromImage(image)


def by_nibabel(path: Path) -> np.ndarray:
    return np.asanyarray(nibabel.load(path).dataobj)


def unguarded(path: Path) -> np.ndarray:
    """One call to unpack, one to see the numbers: no reader can do less."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = isal_zlib.decompress(data, 31)
    return np.frombuffer(data, "<i2", offset=352)


def by_us(path: Path) -> np.ndarray:
    return load_volume(path).voxels


READERS: dict[str, Callable[[Path], np.ndarray]] = {
    "SimpleITK": by_simpleitk,
    "nibabel": by_nibabel,
    "unguarded": unguarded,
    "ours": by_us,
}


def may_read(reader: str, suffix: str) -> bool:
    return reader in ("SimpleITK", "ours") or suffix.startswith(".nii")


def timed(action: Callable[[Path], np.ndarray], path: Path) -> tuple[float, float]:
    """Wall and processor seconds, those of our child counted in."""
    began, used = time.perf_counter(), processor_s()
    action(path).max()
    return time.perf_counter() - began, processor_s() - used


def processor_s() -> float:
    """Processor seconds that this process and its children have taken."""
    tick = os.sysconf("SC_CLK_TCK")
    total = time.process_time()
    for child in list(isolation._children):
        fields = Path(f"/proc/{child.process.pid}/stat").read_text().rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / tick
    return total


def peak_mib(pid: int | str = "self") -> float:
    """Peak resident memory of a process in MiB (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def held_mib() -> float:
    """What this process and its children hold now: their own pages and memory they share."""
    pids = ["self", *(str(child.process.pid) for child in list(isolation._children))]
    texts = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in pids]
    own = sum(
        int(text.partition(f"\n{kind}:")[2].split()[0])
        for text in texts
        for kind in ("Pss_Anon", "Pss_File")
    )
    return own / 1024 + shutil.disk_usage("/dev/shm").used / 2**20


def report_memory(reader: str, path: Path) -> None:
    """In a fresh process: read once, print by how many MiB it and its child grew at most."""
    if reader == "ours":
        isolation.warm_up()
        load_volume(_small(path.parent))
    before = largest = held_mib()
    over = threading.Event()

    def watch() -> None:
        nonlocal largest
        while not over.wait(_SAMPLE_S):
            largest = max(largest, held_mib())

    watcher = threading.Thread(target=watch)
    watcher.start()
    voxels = READERS[reader](path)
    voxels.max()
    largest = max(largest, held_mib())
    over.set()
    watcher.join()
    print(largest - before)


def _small(folder: Path) -> Path:
    path = folder / "small.nii.gz"
    return path if path.exists() else save_now(body(2), path)


def fresh_memory(reader: str, path: Path) -> float:
    command = [sys.executable, "-m", "tests.bench.bench_open", "--memory-of", reader, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)


def compare(path: Path, suffix: str, repeats: int, volume_mib: float) -> dict[str, float]:
    """Print one line a reader; the ratios that have targets."""
    readers = [name for name in READERS if may_read(name, suffix)]
    rounds = [{name: timed(READERS[name], path) for name in readers} for _ in range(repeats)]
    wall = {name: min(one[name][0] for one in rounds) for name in readers}
    processor = {name: min(one[name][1] for one in rounds) for name in readers}
    fastest = wall if len(os.sched_getaffinity(0)) > 1 else processor
    memory = {name: fresh_memory(name, path) for name in readers}
    for name in readers:
        print(
            f"{suffix:8} {name:10} {wall[name]:7.3f} s, processor {processor[name]:6.3f} s"
            f"{memory[name]:8.0f} MiB ({memory[name] / volume_mib:.2f} of the volume)"
        )
    return {
        "speed": fastest["SimpleITK"] / fastest["ours"],
        "guard": fastest["ours"] / fastest.get("unguarded", fastest["ours"]),
        "memory": memory["ours"] / volume_mib,
    }


def verdict(found: dict[str, float]) -> int:
    checks = (
        ("times SimpleITK's speed", found["speed"], found["speed"] >= LEAST_SPEED),
        ("times the unguarded time", found["guard"], found["guard"] <= MOST_GUARD),
        ("times the volume's memory", found["memory"], found["memory"] <= MOST_MEMORY),
    )
    for what, value, is_met in checks:
        print(f".nii.gz  {value:.2f} {what}: {'met' if is_met else 'MISSED'}")
    return 0 if all(is_met for *_, is_met in checks) else 1


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--slices", type=int, default=300)
    arguments.add_argument("--repeats", type=int, default=5)
    arguments.add_argument("--folder", type=Path, default=None)
    arguments.add_argument("--file", type=Path, help="a .nii.gz to open instead of a made one")
    arguments.add_argument("--all", action="store_true", help="also formats without a target")
    arguments.add_argument("--memory-of", nargs=2, metavar=("READER", "FILE"))
    chosen = arguments.parse_args()
    if chosen.memory_of:
        report_memory(chosen.memory_of[0], Path(chosen.memory_of[1]))
        return 0
    volume = load_volume(chosen.file) if chosen.file else body(chosen.slices)
    volume_mib = volume.voxels.nbytes / 2**20
    isolation.warm_up()
    print(
        f"{volume_mib:.0f} MiB; fastest of {chosen.repeats}, MiB a fresh process and child grow by"
    )
    result = 0
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        for suffix in FORMATS if chosen.all else FORMATS[:1]:
            path = save_now(volume, Path(folder) / f"body{suffix}")
            found = compare(path, suffix, chosen.repeats, volume_mib)
            if suffix == ".nii.gz":
                result = verdict(found)
            path.unlink()
    return result


if __name__ == "__main__":
    sys.exit(main())
