"""Time and memory of saving a scan, against SimpleITK's writer.

"Writing" is like for like: packed and written, as SimpleITK does. "Saving" is all that we do before
we say "saved": also flushed to the disk, read back and compared, which SimpleITK leaves out.
Processor seconds are compared, for wall time depends on the disk and on what else the computer
does. Ends with exit code 1 where writing .nii.gz is not at least 5 times as fast as SimpleITK.

Run: python -m tests.bench.bench_save [--slices 300] [--repeats 2] [--folder DIR] [--all]
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import SimpleITK as sitk

from tests.bench.bench_open import body, peak_mib
from unet_core.io import save_now
from unet_core.io.writers import WRITERS, Content
from unet_core.volume import Volume

FORMATS = (".nii.gz", ".nii", ".nrrd", ".mha")
TARGET = 5.0


def by_simpleitk(volume: Volume, path: Path) -> None:
    image = sitk.GetImageFromArray(volume.voxels)
    image.SetSpacing(volume.geometry.spacing_xyz_mm)
    sitk.WriteImage(image, str(path), useCompression=path.suffix != ".nii")  # noqa: TID251  (the rival)


def by_us(volume: Volume, path: Path) -> None:
    save_now(volume, path, overwrite=True)


def only_written(volume: Volume, path: Path) -> None:
    """Our writing alone, as SimpleITK's: neither flushed nor read back."""
    suffix = next(suffix for suffix in WRITERS if path.name.endswith(suffix))
    for _ in WRITERS[suffix].write(path, Content(volume, frozenset(), {})):
        pass


WAYS: dict[str, Callable[[Volume, Path], None]] = {
    "SimpleITK": by_simpleitk,
    "ours, writing": only_written,
    "ours, saving": by_us,
}


def processor_seconds(way: str, volume: Volume, path: Path) -> float:
    began = time.process_time()
    WAYS[way](volume, path)
    return time.process_time() - began


def report_memory(way: str, path: Path, slices: int) -> None:
    """In a fresh process: print what it grew by, above the volume itself, in MiB."""
    volume = body(slices)
    before = peak_mib()
    WAYS[way](volume, path)
    print(peak_mib() - before)


def fresh_memory(way: str, path: Path, slices: int) -> float:
    command = [sys.executable, "-m", "tests.bench.bench_save", "--slices", str(slices)]
    command += ["--memory-of", way, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--slices", type=int, default=300)
    arguments.add_argument("--repeats", type=int, default=2)
    arguments.add_argument("--folder", type=Path, default=None)
    arguments.add_argument("--all", action="store_true", help="also formats without a target")
    arguments.add_argument("--memory-of", nargs=2, metavar=("WAY", "FILE"))
    chosen = arguments.parse_args()
    if chosen.memory_of:
        report_memory(chosen.memory_of[0], Path(chosen.memory_of[1]), chosen.slices)
        return 0
    volume = body(chosen.slices)
    print(
        f"{volume.voxels.nbytes / 2**20:.0f} MiB; processor seconds, fastest of {chosen.repeats}; "
        "MiB a fresh process grows by; MiB on the disk"
    )
    ratio = 0.0
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        for suffix in FORMATS if chosen.all else FORMATS[:1]:
            seconds = {}
            for way in WAYS:
                path = Path(folder) / f"body{suffix}"
                times = [processor_seconds(way, volume, path) for _ in range(chosen.repeats)]
                seconds[way] = min(times)
                size, grew = path.stat().st_size / 2**20, fresh_memory(way, path, chosen.slices)
                times_as_fast = seconds["SimpleITK"] / seconds[way]
                print(
                    f"{suffix:8}{way:22}{seconds[way]:8.2f} s{times_as_fast:8.1f}x"
                    f"{grew:8.0f} MiB{size:8.1f} MiB"
                )
                path.unlink()
            if suffix == ".nii.gz":
                ratio = seconds["SimpleITK"] / seconds["ours, writing"]
    verdict = "met" if ratio >= TARGET else "MISSED"
    print(f"writing .nii.gz at {ratio:.1f} times SimpleITK's speed: {verdict}")
    return 0 if ratio >= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
