"""A lesion as a small picture: its slice of the scan with both outlines."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from unet_core.errors import InputError
from unet_core.evaluation.lesion_errors import LesionError
from unet_core.evaluation.rereading import Reread, read_again
from unet_core.volume import Volume

SIDE = 128
"""Pixels of a picture."""
LEAST_MM, LEAST_PX = 40.0, 48
"""A small lesion is shown with so much around it."""
MARGIN = 0.6
"""Around a larger one, as a share of it, on each side."""
WINDOW_HU = (-110.0, 190.0)
"""Narrow, so that a faint lesion shows: level 40, width 300."""
Picture = NDArray[np.uint8]


class CasePictures:
    """The files of one case, read once.

    Args:
        error: Any lesion of the case.
        colours: ``#rrggbb`` of "reference" and "prediction".
    """

    def __init__(self, error: LesionError, colours: Mapping[str, str]) -> None:
        self._sources = error.sources
        self._colours = {name: _rgb(text) for name, text in colours.items()}
        self._read: tuple[Reread, Volume] | None = None

    def is_of(self, error: LesionError) -> bool:
        """Whether a lesion is of this case."""
        return error.sources == self._sources

    def draw(self, error: LesionError) -> Picture:
        """(SIDE, SIDE, 3) uint8: the slice where most is wrong, seen from below as always.

        Raises:
            InputError: If the scan is not known, or a file cannot be read any more.
        """
        found, volume = self._files()
        pair, z = found.pair(error.region.name), error.index_zyx[0]
        if pair is None or z >= len(found.truth):
            raise InputError("the masks", "are not those that were compared", "compare them again")
        half = self._half(error, volume)
        rows, columns = (slice(max(at - half, 0), at + half) for at in _middle(error))
        grey = volume.canonical[z, rows, columns].astype(np.float32)
        low, high = WINDOW_HU if volume.intensity == "HU" else _range(grey)
        shades = np.clip((grey - low) / max(high - low, 1e-6), 0, 1)
        picture = np.repeat((shades * 255).astype(np.uint8)[..., None], 3, axis=2)
        picture = _resized(picture)
        for labels, values, name in (
            (found.truth, pair.reference, "reference"),
            (found.guess, pair.prediction, "prediction"),
        ):
            picture[_outline(np.isin(labels[z, rows, columns], values))] = self._colours[name]
        return picture

    def _files(self) -> tuple[Reread, Volume]:
        if self._read is None:
            if not self._sources.image_paths:
                raise InputError("the scan", "is not known", "choose the folder of scans")
            found = read_again(self._sources)
            if found.scan is None:
                raise InputError("the scan", found.fault, "choose the scan of these masks")
            self._read = found, found.scan
        return self._read

    @staticmethod
    def _half(error: LesionError, volume: Volume) -> int:
        """Half the side of what is shown, in pixels."""
        (_, y0, x0), (_, y1, x1) = error.box
        size = max(y1 - y0, x1 - x0) + 1
        geometry = volume.geometry.canonical
        least = LEAST_MM / geometry.spacing_xyz_mm[0] if geometry.has_scale else LEAST_PX
        most = max(volume.canonical.shape[1:]) / 2
        return max(int(min(max(size * (1 + 2 * MARGIN), least) / 2, most)), 4)


def _middle(error: LesionError) -> tuple[int, int]:
    """Of lesion and prediction together."""
    (_, y0, x0), (_, y1, x1) = error.box
    return (y0 + y1) // 2, (x0 + x1) // 2


def _range(grey: NDArray[np.float32]) -> tuple[float, float]:
    """Black and white of a picture that is not in HU: of this piece of it."""
    low, high = np.percentile(grey, [1, 99]).tolist()
    return low, high


def _resized(picture: Picture) -> Picture:
    """(SIDE, SIDE, 3): as large as fits, black beside it."""
    height, width = picture.shape[:2]
    scale = SIDE / max(height, width)
    made = ndimage.zoom(picture, (scale, scale, 1), order=1)[:SIDE, :SIDE]
    framed = np.zeros((SIDE, SIDE, 3), np.uint8)
    framed[: made.shape[0], : made.shape[1]] = made
    return framed


def _outline(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The line around a mask in the picture."""
    height, width = inside.shape
    scale = SIDE / max(height, width)
    made = ndimage.zoom(inside.astype(np.uint8), (scale, scale), order=0)[:SIDE, :SIDE] > 0
    framed = np.zeros((SIDE, SIDE), np.bool_)
    framed[: made.shape[0], : made.shape[1]] = made
    return framed & ~ndimage.binary_erosion(framed, border_value=1)


def _rgb(text: str) -> tuple[int, int, int]:
    red, green, blue = (int(text[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
