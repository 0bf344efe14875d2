"""From voxels to pixels: greys, colours and outlines; fast, and without a widget.

Nothing here copies more than one slice. A (512, 512) int16 slice becomes grey in about 0.15 ms on
one core.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream
from PySide6.QtGui import QColor, QImage, QPainterPath

from app.document import Layer, Window
from app.viewer.placement import Indices
from unet_core.volume import Labels

Pixels = NDArray[np.uint32]
"""0xAARRGGBB."""
Values = NDArray[np.unsignedinteger[Any]]
Corners = NDArray[np.float64]
"""(2N, 2): begin and end of N lines as (column, row), or (x, y) once placed on the screen."""
PATH_CORNERS = 2000
BLACK, WHITE = np.float32(0), np.float32(255)
WHOLE_NUMBERS = np.float32(2**23)
"""From here on float32 has no fractions: what is added to it is rounded into its lowest bits."""
EACH_COLOUR, OPAQUE = np.uint32(0x010101), np.uint32(0xFF000000)
FULL_LINE_OPACITY = 0.45
OUTLINE_LIGHTNESS = 0.55
"""How far an outline's colour moves towards white, so that it stands out over a fill."""


class Picture:
    """Pixels and the QImage that shows them, in memory taken once and filled again and again."""

    def __init__(self, image_format: QImage.Format) -> None:
        self._format = image_format
        self._filled = np.empty((0, 0), np.uint32)
        self._shown = np.empty(0, np.uint32)
        self._small = np.empty(0, np.uint32)
        self._wide = np.empty(0, np.uint32)

    def grey(self, voxels: NDArray[Any], window: Window) -> QImage:
        """The image of a slice, black below the window and white above; valid until the next.

        Plain arithmetic, sixteen numbers at a time, is twice as quick as looking each voxel up in
        a table of greys. All of it is done in the memory of the pixels.

        Args:
            voxels: (rows, columns) of any type; what is no number is black.
            window: What spans black to white.
        """
        self._small, pixels = _room(self._small, *voxels.shape)
        levels = pixels.view(np.float32)
        with np.errstate(invalid="ignore", over="ignore"):
            np.copyto(levels, voxels, casting="same_kind")
            np.subtract(levels, np.float32(window.level - window.width / 2), out=levels)
            np.multiply(levels, np.float32(255 / window.width), out=levels)
        if voxels.dtype.kind == "f":
            np.fmax(levels, BLACK, out=levels)  # of a number and none, the number
        np.clip(levels, BLACK, WHITE, out=levels)
        np.add(levels, WHOLE_NUMBERS, out=levels)
        np.multiply(pixels, EACH_COLOUR, out=pixels)
        np.bitwise_or(pixels, OPAQUE, out=pixels)
        self._filled = pixels
        return self._image(pixels)

    def colour(self, table: Pixels, values: Values) -> None:
        """Take up ``table[values]``.

        Args:
            table: Colour of each value; as many as ``values`` can name.
            values: (rows, columns), any strides.
        """
        self._small, self._filled = _room(self._small, *values.shape)
        np.take(table, values, out=self._filled, mode="wrap")

    def enlarged(self, rows: Indices, columns: Indices) -> QImage:
        """The image of these rows and columns of what was taken up; valid until the next call.

        Qt's own enlarging counts in 65,536ths of a voxel and is off by a pixel here and there.

        Args:
            rows: Of each line of the image, rising.
            columns: Of each column of the image, rising.
        """
        top = int(rows[0])
        seen = self._filled[top : int(rows[-1]) + 1]
        self._wide, wide = _room(self._wide, seen.shape[0], columns.size)
        self._shown, pixels = _room(self._shown, rows.size, columns.size)
        np.take(seen, columns, axis=1, out=wide, mode="wrap")
        np.take(wide, rows - top, axis=0, out=pixels, mode="wrap")
        return self._image(pixels)

    def _image(self, pixels: Pixels) -> QImage:
        rows, columns = pixels.shape
        return QImage(pixels.data, columns, rows, columns * 4, self._format)


def _room(buffer: Pixels, rows: int, columns: int) -> tuple[Pixels, Pixels]:
    """The buffer, or a larger one, and as much of it as is needed, (rows, columns)."""
    if buffer.size < rows * columns:
        buffer = np.empty(rows * columns, np.uint32)
    return buffer, buffer[: rows * columns].reshape(rows, columns)


@dataclass(frozen=True)
class Looks:
    """The labels of a layer that are to be seen, by value, each as (``#rrggbb``, opacity)."""

    fills: Mapping[int, tuple[str, float]]
    lines: Mapping[int, tuple[str, float]]


def looks_of(layer: Layer) -> Looks:
    """Which labels of a layer are filled and which are drawn by their edge."""
    fills: dict[int, tuple[str, float]] = {}
    lines: dict[int, tuple[str, float]] = {}
    for value, label in layer.label_map.labels.items():
        look = layer.look(value)
        if 0 < value < 256 and look.visible and look.opacity:
            (lines if look.outline else fills)[value] = (label.colour, look.opacity)
    return Looks(fills, lines)


def fill_table(fills: Mapping[int, tuple[str, float]]) -> Pixels:
    """(256,) premultiplied colours of filled labels; all else is clear."""
    table = np.zeros(256, np.uint32)
    for value, (colour, opacity) in fills.items():
        alpha = round(opacity * 255)
        red, green, blue = (round(part * alpha / 255) for part in rgb(colour))
        table[value] = alpha << 24 | red << 16 | green << 8 | blue
    return table


def line_colour(colour: str, opacity: float, lighter: float = OUTLINE_LIGHTNESS) -> QColor:
    """The label's colour, lighter: near enough to know it, light enough to see it on its fill.

    At the usual opacity of a fill and above a line is at its full strength: it covers little.

    Args:
        colour: Of the label.
        opacity: Of its fill.
        lighter: How far towards white; 0 where lines of several colours are told apart.
    """
    red, green, blue = (round(c + (255 - c) * lighter) for c in rgb(colour))
    return QColor(red, green, blue, round(255 * min(opacity / FULL_LINE_OPACITY, 1.0)))


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of any colour name Qt knows.

    >>> rgb("#3fb68b")
    (63, 182, 139)
    """
    parsed = QColor(colour)
    return (parsed.red(), parsed.green(), parsed.blue())


def box(labels: Labels) -> tuple[slice, slice] | None:
    """The rows and columns that hold any label; None if none does."""
    rows = np.flatnonzero(np.bitwise_or.reduce(_eight_at_once(labels), axis=1))
    if not rows.size:
        return None
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    columns = np.flatnonzero(np.bitwise_or.reduce(labels[top:bottom], axis=0))
    return slice(top, bottom), slice(int(columns[0]), int(columns[-1]) + 1)


def _eight_at_once(labels: Labels) -> NDArray[Any]:
    """The same rows in larger numbers where they can be read so, which is as much quicker."""
    if labels.flags.c_contiguous and labels.shape[1] % 8 == 0:
        return labels.view(np.uint64)
    return labels


def outlines(
    labels: Labels, values: Mapping[int, Any], owner_of: np.ufunc = np.maximum
) -> dict[int, Corners]:
    """The borders of each value along voxel edges, as straight lines.

    Where two values meet, the border belongs to the higher one, or to what ``owner_of`` makes of
    the two. Edges in one row are joined, so that a liver is some thousand lines, drawn in a
    fraction of a millisecond.

    Args:
        labels: (rows, columns) uint8.
        values: Those to draw (its keys); others count as background.
        owner_of: Of the values on both sides of a border, which need not be among ``values``.
    """
    where = box(labels)
    if where is None:
        return {}
    kept = np.zeros(256, np.uint8)
    kept[list(values)] = list(values)
    crop = labels[where]
    framed = np.zeros((crop.shape[0] + 2, crop.shape[1] + 2), np.uint8)
    framed[1:-1, 1:-1] = crop
    row, first, last, row_value = _runs(framed, kept, owner_of)
    column, begin, end, column_value = _runs(np.ascontiguousarray(framed.T), kept, owner_of)
    value = np.concatenate([row_value, column_value])
    lines = np.empty((value.size, 4))
    level, upright = lines[: row.size], lines[row.size :]
    level[:, 0], level[:, 2], level[:, 1], level[:, 3] = first, last, row, row
    upright[:, 0], upright[:, 2], upright[:, 1], upright[:, 3] = column, column, begin, end
    lines += (where[1].start - 1, where[0].start - 1) * 2
    return {int(v): lines[value == v].reshape(-1, 2) for v in np.flatnonzero(np.bincount(value))}


def _runs(
    framed: Labels, kept: Labels, owner_of: np.ufunc
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Row edge, first and last column edge, and value of every straight border line.

    Args:
        kept: What each value counts as.
    """
    above, below = framed[:-1], framed[1:]
    flat = np.flatnonzero(above != below)
    one, other = kept[above.ravel()[flat]], kept[below.ravel()[flat]]
    is_border = one != other
    if not is_border.all():
        flat, one, other = flat[is_border], one[is_border], other[is_border]
    value = owner_of(one, other)
    if not flat.size:
        return flat, flat, flat, value
    is_first = np.ones(flat.size, np.bool_)
    is_first[1:] = (flat[1:] != flat[:-1] + 1) | (value[1:] != value[:-1])
    starts = np.flatnonzero(is_first)
    ends = np.append(starts[1:], flat.size) - 1
    row, first = np.divmod(flat[starts], framed.shape[1])
    last = flat[ends] - row * framed.shape[1] + 1
    return row + 1, first, last, value[starts]


def line_paths(corners: Corners) -> list[QPainterPath]:
    """Lines between each pair of corners, in paths of a size that Qt draws in linear time.

    Read from Qt's own serial form, which is ten times quicker than adding line by line.
    """
    paths = []
    for start in range(0, len(corners), PATH_CORNERS):
        part = corners[start : start + PATH_CORNERS]
        elements = np.empty(len(part), dtype=[("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
        elements["kind"][0::2] = 0  # move to
        elements["kind"][1::2] = 1  # line to
        elements["x"], elements["y"] = part[:, 0], part[:, 1]
        serial = struct.pack(">i", len(part)) + elements.tobytes() + struct.pack(">ii", 0, 0)
        path = QPainterPath()
        stream = QDataStream(QByteArray(serial))
        stream >> path
        paths.append(path)
    return paths


def auto_window(voxels: NDArray[Any]) -> Window:
    """The window that spans what is in a slice, without its darkest and brightest hundredth.

    Air around the patient is left out where there is any: values in the lowest tenth of the
    slice's range do not count, unless they are most of it.
    """
    sample = np.asarray(voxels[::2, ::2] if min(voxels.shape) > 32 else voxels, np.float32)
    sample = sample[np.isfinite(sample)]
    if not sample.size:
        return Window(1.0, 0.0)
    floor = sample.min() + (sample.max() - sample.min()) / 10
    body = sample[sample > floor]
    used = body if body.size > sample.size / 20 else sample
    low, high = (float(v) for v in np.percentile(used, (1, 99)))
    return Window(max(high - low, 1.0), (low + high) / 2)
