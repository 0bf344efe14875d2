"""Time and memory of opening a DICOM series: through our door against SimpleITK and pydicom.

512 x 512 int16 slices, uncompressed, one file each, in the page cache. SimpleITK and pydicom are
told the files in order where "reader" is said; "folder" means that they find the series first, as
our door does in every case.

Run: python -m tests.bench.bench_dicom [--slices 300] [--repeats 7] [--folder DIR] [--junk 100000]
Exit code 1 where a promise is not kept: four times SimpleITK's ImageSeriesReader, 1.8 volumes of
memory, 1.3 times what reading in this process takes, a cancel within a second.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pydicom
import SimpleITK as sitk

from tests.bench.bench_open import MOST_GUARD, body, peak_mib, timed
from tests.unet_core.io_samples import write_series
from unet_core import isolation
from unet_core.io import load, load_volume

FASTER, MOST_VOLUMES, CANCEL_S = 4.0, 1.8, 1.0


def as_scanners_do(dataset: pydicom.FileDataset, k: int) -> pydicom.FileDataset:
    """Twelve unsigned bits: SimpleITK answers with 32-bit numbers otherwise."""
    dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 12, 11, 0
    return dataset


def scanned(slices: int) -> np.ndarray:
    """What twelve bits hold of it: no value under -1024."""
    voxels = body(slices).voxels
    return np.maximum(voxels, np.int16(-1024), out=voxels)


def sitk_reader(folder: Path) -> np.ndarray:
    reader = sitk.ImageSeriesReader()
    reader.SetFileNames([str(path) for path in sorted(folder.iterdir())])
    return sitk.GetArrayFromImage(reader.Execute())


def sitk_folder(folder: Path) -> np.ndarray:
    reader = sitk.ImageSeriesReader()
    reader.SetFileNames(sitk.ImageSeriesReader.GetGDCMSeriesFileNames(str(folder)))
    return sitk.GetArrayFromImage(reader.Execute())


def pydicom_folder(folder: Path) -> np.ndarray:
    slices = [pydicom.dcmread(path) for path in folder.iterdir()]  # noqa: TID251  (the rival)
    slices.sort(key=lambda s: float(s.ImagePositionPatient[2]))
    result = np.empty((len(slices), slices[0].Rows, slices[0].Columns), np.int16)
    for plane, one in zip(result, slices, strict=True):
        np.add(one.pixel_array, np.int16(one.RescaleIntercept), out=plane, casting="unsafe")
    return result


def ours_in_child(folder: Path) -> np.ndarray:
    return load_volume(folder).voxels


def ours_in_process(folder: Path) -> np.ndarray:
    return load_volume(folder, isolate=False).voxels


READERS: dict[str, Callable[[Path], np.ndarray]] = {
    "SimpleITK reader": sitk_reader,
    "SimpleITK folder": sitk_folder,
    "pydicom folder": pydicom_folder,
    "ours, child": ours_in_child,
    "ours, in process": ours_in_process,
}


def report_memory(reader: str, folder: Path) -> None:
    """In a fresh process: read once, print what this process and its child grew by."""
    if reader == "ours, child":
        with tempfile.TemporaryDirectory() as small:  # what the child imports is not the scan's
            write_series(Path(small) / "small", scanned(3), as_scanners_do)
            load_volume(Path(small) / "small")
    before = peak_mib()
    pids = [child.process.pid for child in isolation._idle]
    children = sum(peak_mib(pid) for pid in pids)
    READERS[reader](folder)
    grown = sum(peak_mib(child.process.pid) for child in isolation._idle)
    print(peak_mib() - before + grown - children)


def fresh_memory(reader: str, folder: Path) -> float:
    command = [sys.executable, "-m", "tests.bench.bench_dicom", "--memory-of", reader, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def bench_series(root: Path, slices: int, repeats: int) -> list[str]:
    voxels = scanned(slices)
    folder = root / "series"
    write_series(folder, voxels, as_scanners_do)
    mib = voxels.nbytes / (1 << 20)
    del voxels
    isolation.warm_up()
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in READERS}
    for _ in range(repeats):
        for name, read in READERS.items():
            times[name].append(timed(read, folder))
    print(f"{slices} slices, {mib:.0f} MiB; fastest of {repeats}: wall, processor seconds")
    best = {name: [min(column) for column in zip(*rows, strict=True)] for name, rows in
            times.items()}  # fmt: skip
    (their_wall, their_work), memory = best["SimpleITK reader"], {}
    for name, (wall, work) in best.items():
        memory[name] = fresh_memory(name, folder) / mib
        print(
            f"{name:18}{wall:8.3f} s{their_wall / wall:6.2f} x as fast, {work:.3f} s"
            f"{their_work / work:6.2f} x,{memory[name]:6.2f} volumes of memory"
        )
    broken = []
    faster = their_wall / best["ours, child"][0]
    guard = best["ours, child"][0] / best["ours, in process"][0]
    if faster < FASTER:
        broken.append(f"{faster:.2f} x as fast as SimpleITK, not {FASTER}")
    if guard > MOST_GUARD:
        broken.append(f"{guard:.2f} x the time without a child, more than {MOST_GUARD}")
    if memory["ours, child"] > MOST_VOLUMES:
        broken.append(f"{memory['ours, child']:.2f} volumes of memory, more than {MOST_VOLUMES}")
    return broken


def bench_junk(root: Path, junk: int) -> list[str]:
    folder = root / "junk"
    write_series(folder, np.zeros((300, 16, 16), np.int16))
    for number in range(junk):
        (folder / f"file{number:06d}.tmp").write_bytes(b"nothing" if number % 2 else b"")
    began = last = time.perf_counter()
    longest = 0.0
    for _ in load(folder):
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    peak = max(peak_mib(child.process.pid) for child in isolation._idle)
    print(
        f"{junk:,} files of junk and 300 slices: {last - began:.2f} s, at most {longest:.2f} s "
        f"between two reports, child peaks at {peak:.0f} MiB"
    )
    reading = load(folder)
    next(reading)
    asked = time.perf_counter()
    reading.close()
    cancelled = time.perf_counter() - asked
    print(f"cancelled in {cancelled:.2f} s")
    return [f"cancelled in {cancelled:.2f} s"] if max(cancelled, longest) > CANCEL_S else []


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--slices", type=int, default=300)
    arguments.add_argument("--repeats", type=int, default=7)
    arguments.add_argument("--junk", type=int, default=100_000)
    arguments.add_argument("--folder", type=Path, default=None)
    arguments.add_argument("--memory-of", nargs=2, metavar=("READER", "FOLDER"))
    chosen = arguments.parse_args()
    if chosen.memory_of:
        report_memory(chosen.memory_of[0], Path(chosen.memory_of[1]))
        return 0
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        broken = bench_series(Path(folder), chosen.slices, chosen.repeats)
        if chosen.junk:
            broken += bench_junk(Path(folder), chosen.junk)
    for promise in broken:
        print(f"NOT KEPT: {promise}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
