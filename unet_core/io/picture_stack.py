"""A folder of numbered PNG pictures, one axial slice each: what other programs' tutorials ask for.

The folder's name ends in ``.pngs``; 001.png is the slice nearest the feet, drawn as radiologists
see it. Pictures hold neither voxel size nor position.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from unet_core.volume import LabelMap, Volume

SUFFIX = ".pngs"
WINDOW_HU = (-160.0, 240.0)
"""Shown from black to white: the window in which LiTS-like picture sets are made."""
_QUICK = 1


def files_in(folder: Path) -> tuple[Path, ...]:
    """The pictures of a stack, from the feet to the head; none where it is no such folder."""
    if folder.suffix.lower() != SUFFIX or not folder.is_dir():
        return ()
    return tuple(sorted(p for p in folder.iterdir() if p.suffix == ".png" and p.stem.isdigit()))


def is_windowed(item: LabelMap | Volume) -> bool:
    """Whether grey values stand for HU and cannot be turned back into them."""
    return isinstance(item, Volume) and item.intensity == "HU"


def holds(item: LabelMap | Volume) -> bool:
    """Whether pictures can hold these values: labels, HU through a window, 16 bits of grey."""
    if is_windowed(item) or item.voxels.dtype.kind == "u":
        return True
    return item.voxels.dtype.kind == "i" and int(item.voxels.min()) >= 0


def grey_planes(item: LabelMap | Volume) -> Iterator[NDArray[Any]]:
    """The (Y, X) uint8 or uint16 picture of each axial slice, from the feet to the head."""
    low, high = WINDOW_HU
    for plane in item.canonical:
        if is_windowed(item):
            grey = np.clip((plane.astype(np.float32) - low) * (255 / (high - low)), 0, 255)
            yield np.rint(grey).astype(np.uint8)
        else:
            yield np.ascontiguousarray(plane, dtype=plane.dtype.str.replace("i", "u"))


def write(folder: Path, item: LabelMap | Volume) -> Iterator[float]:
    """Put the pictures into an empty folder, yielding what share of them is written."""
    count = len(item.canonical)
    digits = max(3, len(str(count)))
    for number, grey in enumerate(grey_planes(item), start=1):
        buffer = io.BytesIO()
        Image.fromarray(grey).save(buffer, "PNG", compress_level=_QUICK)
        with (folder / f"{number:0{digits}}.png").open("wb") as file:
            file.write(buffer.getvalue())
        yield number / count
