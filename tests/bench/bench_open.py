"""Time and memory of opening a scan: through our door (child, checks, SHA-256) against SimpleITK.

Run: python -m tests.bench.bench_open [--slices 300] [--repeats 5] [--folder DIR]
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import SimpleITK as sitk

from unet_core import isolation
from unet_core.io import load_volume, save_now
from unet_core.volume import Geometry, Volume

FORMATS = (".nii.gz", ".nii", ".nrrd", ".mha")


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
        voxel_plane[:] = plane + np.where(inside, noise, 0)
    return Volume(voxels, Geometry((512, 512, slices), (0.75, 0.75, 1.0)), "body")


def by_simpleitk(path: Path) -> int:
    image = sitk.ReadImage(str(path))  # noqa: TID251  (the rival)
    return int(sitk.GetArrayFromImage(image).max())


def by_us(path: Path) -> int:
    return int(load_volume(path).voxels.max())


def timed(action: Callable[[Path], int], path: Path) -> float:
    began = time.perf_counter()
    action(path)
    return time.perf_counter() - began


def peak_mib(pid: int | str = "self") -> float:
    """Peak resident memory of a process in MiB (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def report_memory(reader: str, path: Path) -> None:
    """In a fresh process: read once, print what this process and its child peaked at."""
    before = peak_mib()
    by_simpleitk(path) if reader == "by_simpleitk" else by_us(path)
    children = [peak_mib(child.process.pid) for child in isolation._idle]
    print(peak_mib() - before, *children)


def fresh_memory(reader: str, path: Path) -> str:
    command = [sys.executable, "-m", "tests.bench.bench_open", "--memory-of", reader, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return " + ".join(f"{float(part):.0f}" for part in done.stdout.split())


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--slices", type=int, default=300)
    arguments.add_argument("--repeats", type=int, default=5)
    arguments.add_argument("--folder", type=Path, default=None)
    arguments.add_argument("--memory-of", nargs=2, metavar=("READER", "FILE"))
    chosen = arguments.parse_args()
    if chosen.memory_of:
        report_memory(chosen.memory_of[0], Path(chosen.memory_of[1]))
        return 0
    volume = body(chosen.slices)
    isolation.warm_up()
    print("median (fastest) seconds; MiB a fresh process grows by + peak of our child")
    print(f"{'format':8}{'SimpleITK':>16}{'ours':>16}{'ratio':>14}{'MiB SITK':>10}{'MiB ours':>14}")
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        for suffix in FORMATS:
            path = save_now(volume, Path(folder) / f"body{suffix}")
            pairs = [(timed(by_simpleitk, path), timed(by_us, path)) for _ in range(chosen.repeats)]
            times = list(zip(*pairs, strict=True))
            theirs, ours = (statistics.median(column) for column in times)
            fastest = [min(column) for column in times]
            print(
                f"{suffix:8}{theirs:8.3f} ({fastest[0]:.3f}){ours:8.3f} ({fastest[1]:.3f})"
                f"{ours / theirs:7.2f} ({fastest[1] / fastest[0]:.2f})"
                f"{fresh_memory('by_simpleitk', path):>10}{fresh_memory('by_us', path):>14}"
            )
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
