"""One slice of a scan with the outlines of its mask: what a verdict looks like.

NumPy only, for reports, the command line and the window alike.
"""

import numpy as np
from numpy.typing import NDArray

from unet_core.volume import LabelMap, Labels, Volume

Picture = NDArray[np.uint8]
"""(H, W, 3) uint8, red, green, blue."""
WINDOW_HU = (-160.0, 240.0)
"""Soft tissue, as the liver is read."""
SIDE = 512
"""Pixels along the longer side, where the scan has fewer."""
_MOST_SIDE = 1024
_GAP = 8
_GAP_GREY = 40
_UNKNOWN = (255, 0, 255)
"""Of values that stand for no label."""


def slice_picture(volume: Volume, label_map: LabelMap | None, index: int) -> Picture:
    """An axial slice as radiologists draw it, each label outlined in its colour.

    Args:
        volume: The scan.
        label_map: Drawn voxel on voxel; left out if it has not as many voxels as the scan.
        index: Canonical slice, feet first.
    """
    plane = volume.canonical[index]
    rows, columns = _places(plane.shape, _aspect(volume))
    grey = _grey(plane[np.ix_(rows, columns)], volume)
    picture = np.repeat(grey[..., np.newaxis], 3, axis=2)
    if label_map is not None and label_map.voxels.shape == volume.voxels.shape:
        labels = volume.geometry.orientation.apply(label_map.voxels)[index]
        _outline(picture, labels[np.ix_(rows, columns)], label_map)
    return picture


def side_by_side(*pictures: Picture) -> Picture:
    """Pictures of any sizes in a row, with a grey gap between two.

    >>> side_by_side(np.zeros((2, 3, 3), np.uint8), np.zeros((4, 5, 3), np.uint8)).shape
    (4, 16, 3)
    """
    height = max(len(picture) for picture in pictures)
    width = sum(picture.shape[1] for picture in pictures) + _GAP * (len(pictures) - 1)
    row = np.full((height, width, 3), _GAP_GREY, np.uint8)
    left = 0
    for picture in pictures:
        row[: len(picture), left : left + picture.shape[1]] = picture
        left += picture.shape[1] + _GAP
    return row


def fullest_slice(labels: Labels) -> int:
    """The slice of a canonical (Z, Y, X) mask that holds most labelled voxels; the middle if none.

    >>> fullest_slice(np.array([[[0, 0]], [[0, 1]], [[0, 0]]], np.uint8))
    1
    """
    counts = [int(np.count_nonzero(plane)) for plane in labels]
    return int(np.argmax(counts)) if any(counts) else len(labels) // 2


def _aspect(volume: Volume) -> float:
    """Height of a voxel over its width in the axial plane."""
    x, y, _ = volume.geometry.canonical.spacing_xyz_mm
    return y / x if volume.geometry.has_scale else 1.0


def _places(shape: tuple[int, ...], aspect: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Which row and column each row and column of the picture shows."""
    height, width = shape[0] * max(aspect, 1.0), shape[1] * max(1.0 / aspect, 1.0)
    longer = max(height, width)
    scale = max(round(SIDE / longer), 1) if longer < SIDE else min(_MOST_SIDE / longer, 1.0)
    sizes = (max(round(height * scale), 1), max(round(width * scale), 1))
    rows, columns = (
        np.minimum(np.arange(size) * count // size, count - 1)
        for size, count in zip(sizes, shape, strict=True)
    )
    return rows, columns


def _grey(plane: NDArray[np.generic], volume: Volume) -> NDArray[np.uint8]:
    if volume.intensity == "HU":
        low, high = WINDOW_HU
    else:
        low, high = 0.0, max(255.0, float(volume.voxels[len(volume.voxels) // 2].max()))
    share = (plane.astype(np.float32) - low) / (high - low)
    return np.asarray(np.clip(np.nan_to_num(share), 0, 1) * 255).astype(np.uint8)


def _outline(picture: Picture, labels: Labels, label_map: LabelMap) -> None:
    """Colour the pixels of each label that touch another value."""
    framed = np.pad(labels, 1, mode="edge")
    middle = framed[1:-1, 1:-1]
    edge = (
        (framed[:-2, 1:-1] != middle)
        | (framed[2:, 1:-1] != middle)
        | (framed[1:-1, :-2] != middle)
        | (framed[1:-1, 2:] != middle)
    )
    for value in np.unique(labels[edge]):
        if value:
            label = label_map.labels.get(int(value))
            picture[edge & (labels == value)] = _rgb(label.colour) if label else _UNKNOWN


def _rgb(colour: str) -> tuple[int, int, int]:
    number = int(colour[1:7], 16)
    return number >> 16, number >> 8 & 255, number & 255
