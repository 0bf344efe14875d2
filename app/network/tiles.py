"""One picture of a batch as an image: grey, with its labels as outlines or as colours."""

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from unet_core.batch_sheet import Pixels
from unet_core.volume import Label

MaskStyle = Literal["outline", "fill", "none"]
STYLES: tuple[MaskStyle, ...] = get_args(MaskStyle)
FILL, LINE = 0.4, 0.95
"""How much of a colour covers the grey."""


def tile(
    grey: Pixels, labels: Pixels, named: Sequence[Label], style: MaskStyle, side: int
) -> QImage:
    """A picture ``side`` pixels wide.

    Args:
        grey: (S, S) uint8.
        labels: (S, S) class indices.
        named: Labels of class indices 1, 2, ...
        style: How the mask is drawn; outlines run along the pixels of the screen, not of the batch.
        side: Pixels of the screen.
    """
    height, width = grey.shape
    pixels = np.ascontiguousarray(grey)
    picture = QImage(pixels.data, width, height, width, QImage.Format.Format_Grayscale8)
    smooth = Qt.TransformationMode.SmoothTransformation
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    result = picture.scaled(QSize(side, side), ratio, smooth)
    result = result.convertToFormat(QImage.Format.Format_RGB32)
    if style == "none" or not labels.any():
        return result
    over = _coloured(labels, named, style, side)
    mask = QImage(over.data, side, side, 4 * side, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(result)
    painter.drawImage(0, 0, mask)
    painter.end()
    return result


def _coloured(
    labels: Pixels, named: Sequence[Label], style: MaskStyle, side: int
) -> NDArray[np.uint32]:
    """(side, side) premultiplied ARGB."""
    places = (np.arange(side) * len(labels)) // side
    large = labels[np.ix_(places, places)]
    if style == "outline":
        inside = np.ones(large.shape, np.bool_)
        thick = max(side // 240, 1)
        for axis in (0, 1):
            for step in (-thick, thick):
                inside &= np.roll(large, step, axis) == large
        large = np.where(inside, 0, large)
    table = np.zeros(256, np.uint32)
    share = FILL if style == "fill" else LINE
    for value, label in enumerate(named, start=1):
        table[value] = _premultiplied(label.colour, share)
    return np.ascontiguousarray(table[large])


def _premultiplied(colour: str, share: float) -> int:
    red, green, blue = (round(int(colour[i : i + 2], 16) * share) for i in (1, 3, 5))
    return round(255 * share) << 24 | red << 16 | green << 8 | blue
