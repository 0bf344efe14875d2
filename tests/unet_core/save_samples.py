"""A mask and the DICOM scan it lies on, for every format that a mask is saved in."""

from pathlib import Path
from typing import Any

import numpy as np

from tests.unet_core.io_samples import voxels_zyx, write_series
from unet_core.io import WRITERS, load_volume
from unet_core.volume import LabelMap, Volume

SUFFIXES = tuple(WRITERS)
FILE_SUFFIXES = tuple(s for s in SUFFIXES if not WRITERS[s].is_folder)
SCAN_SUFFIXES = tuple(s for s in FILE_SUFFIXES if WRITERS[s].for_scans)


def dicom_scan(folder: Path, slices: int = 12) -> Volume:
    """A scan opened from DICOM files written there."""
    write_series(folder, voxels_zyx((slices, 20, 24)))
    return load_volume(folder, isolate=False)


def mask_on(scan: Volume, **changes: Any) -> LabelMap:
    """Liver and tumour on a scan's grid; every axis has its own shape."""
    values = np.zeros(scan.voxels.shape, np.uint8)
    middle = len(values) // 2
    values[middle // 2 : middle + 1, 4:12, 5:20] = 1
    values[middle - 1 : middle, 6:9, 8:12] = 2
    return LabelMap(values, scan.geometry, "mask", **changes)


def leftovers(folder: Path) -> list[str]:
    """Temporary files and folders that a save left behind."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".slicewise-")]


def content_of(path: Path) -> dict[str, bytes]:
    """Every byte of a file, or of the files of a folder."""
    if path.is_dir():
        return {file.name: file.read_bytes() for file in sorted(path.iterdir())}
    return {path.name: path.read_bytes()} if path.exists() else {}
