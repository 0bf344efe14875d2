"""How the Dice of one slice is written, coloured and drawn as a bar."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QPolygonF

from app import theme
from app.core_sentences import core_tr
from app.translation import tr
from app.viewer.render import rgb
from unet_core.volume import Region

BAR_LEAST_PX = 3
_STOPS = ((0.0, "#d7263d"), (0.5, "#e8772e"), (0.75, "#f0c037"), (0.9, "#8cc152"), (1.0, "#3fa46a"))
_TRACK = QColor(255, 255, 255, 14)
_HATCH = QColor(255, 255, 255, 46)
_HATCHED = Qt.BrushStyle.BDiagPattern
_MISS = QColor(215, 38, 61, 105)
_MARKER = QColor("#ffffff")
Dice = NDArray[np.float64]
"""(Z, R) in canonical slice order, NaN where a slice has the region in neither mask."""
Sizes = NDArray[np.int64]
"""(Z, R, 2) voxels in the reference and in the prediction."""
Edges = NDArray[np.intp]
"""(Z, 2) left and right edge in pixels of the bar of each slice."""
_LEAST_WITH_GAP_PX = 4
"""Bars as wide as this have a gap between them."""
_CHANNELS = np.array([rgb(colour) for _, colour in _STOPS], np.float64).T


def dice_text(dice: float | None, digits: int = 2) -> str:
    """A Dice as it is written everywhere in the views; n/a where both masks are empty.

    >>> dice_text(0.934), dice_text(0.934, 3), dice_text(float("nan")), dice_text(None)
    ('0.93', '0.934', 'n/a', 'n/a')
    """
    return "n/a" if dice is None or np.isnan(dice) else f"{dice:.{digits}f}"


def slice_text(regions: Sequence[Region], dice: Dice, sizes: Sizes | None, position: int) -> str:
    """``slice 42: liver 0.93, tumour n/a``; slices count from 1 here as in the views."""
    values = ", ".join(
        _one_text(core_tr(region.title), dice_text(value), sizes, position, column)
        for column, (region, value) in enumerate(zip(regions, dice[position], strict=True))
    )
    return tr("slice {slice}: {values}", slice=position + 1, values=values)


def _one_text(region: str, dice: str, sizes: Sizes | None, position: int, column: int) -> str:
    truth, guess = (False, False) if sizes is None else sizes[position, column] > 0
    if truth == guess:
        return f"{region} {dice}"
    if truth:
        return tr("{region} {dice} (only in reference)", region=region, dice=dice)
    return tr("{region} {dice} (only in prediction)", region=region, dice=dice)


def only_one_has(dice: Dice, sizes: Sizes | None) -> NDArray[np.bool_]:
    """(Z, R) whether only one of the two masks has a region; without sizes, where Dice is 0."""
    if sizes is None:
        return np.asarray(dice == 0)
    return np.asarray((sizes[..., 0] > 0) != (sizes[..., 1] > 0))


def dice_colour(dice: float) -> QColor:
    """Red over amber to green, changing where it matters: most between 0.5 and 0.95."""
    for (low, first), (high, second) in pairwise(_STOPS):
        if dice <= high:
            share = max(dice - low, 0.0) / (high - low)
            red, green, blue = (
                round(a + (b - a) * share) for a, b in zip(rgb(first), rgb(second), strict=True)
            )
            return QColor(red, green, blue)
    return QColor(_STOPS[-1][1])


def bold(font: QFont) -> QFont:
    """The same font, bold."""
    result = QFont(font)
    result.setBold(True)
    return result


def edges_of(slices: int, first: float, pitch: float) -> Edges:
    """Where the bars are, from the middle of the first one and the distance of two.

    >>> edges_of(2, 2.0, 4.0).tolist()
    [[0, 4], [4, 8]]
    """
    ends = np.rint(first + (np.arange(slices + 1) - 0.5) * pitch).astype(np.intp)
    return np.stack((ends[:-1], ends[1:]), axis=1)


def columns_of(dice: NDArray[np.float64], edges: Edges, width: int) -> NDArray[np.intp]:
    """The slice that each column of pixels shows, -1 for none; of several there, the worst.

    Args:
        dice: (Z,) NaN for n/a.
        edges: (Z, 2) left and right edge in pixels of the bar of a slice.
        width: Of the row in pixels.

    >>> columns_of(np.array([0.9, 0.2, np.nan]), np.array([[0, 4], [4, 8], [8, 9]]), 10)
    array([ 0,  0,  0, -1,  1,  1,  1, -1,  2, -1])
    >>> columns_of(np.array([np.nan, 0.2, 0.9]), np.array([[0, 0], [0, 0], [0, 1]]), 1)
    array([1])
    """
    order = np.argsort(np.where(np.isnan(dice), -np.inf, -dice), kind="stable")
    left, room = edges[order, 0], edges[order, 1] - edges[order, 0]
    wide = np.maximum(np.where(room >= _LEAST_WITH_GAP_PX, room - 1, room), 1)
    first = np.repeat(np.cumsum(wide) - wide, wide)
    places = np.repeat(left, wide) + np.arange(len(first)) - first
    inside = (places >= 0) & (places < width)
    shown = np.full(width, -1, np.intp)
    shown[places[inside]] = np.repeat(order, wide)[inside]  # the last one stays
    return shown


def draw_bars(
    painter: QPainter,
    row: QRect,
    dice: NDArray[np.float64],
    is_alone: NDArray[np.bool_],
    columns: NDArray[np.intp],
) -> None:
    """One bar a slice in ``row``: as high as its Dice, hatched grey where it is n/a.

    Painted as a picture of its own: ten thousand bars took seconds, each by itself.

    Args:
        dice: (Z,) NaN for n/a.
        is_alone: (Z,) whether only one of the two masks has the region there: red ground.
        columns: (width,) what each column of pixels shows, as ``columns_of``.
    """
    is_there = columns >= 0
    shown = np.where(is_there, dice[columns], np.nan)
    is_known = np.isfinite(shown)
    for first, last in _stretches(is_there & ~is_known):
        place = QRect(row.left() + first, row.top(), last - first, row.height())
        painter.fillRect(place, _TRACK)
        painter.fillRect(place, QBrush(_HATCH, _HATCHED))
    values = np.where(is_known, shown, 0.0)
    high = np.maximum(values * row.height(), BAR_LEAST_PX)
    is_bar = np.arange(row.height(), 0, -1)[:, None] - 0.5 <= high
    ground = np.where(is_alone[columns], _over(_MISS), _over(_TRACK))
    pixels = np.where(is_bar, _packed_colours(values), ground)
    pixels = np.ascontiguousarray(np.where(is_known, pixels, 0).astype(np.uint32))
    height, width = pixels.shape
    form = QImage.Format.Format_ARGB32_Premultiplied
    painter.drawImage(row.topLeft(), QImage(pixels.data, width, height, 4 * width, form))


def _packed_colours(dice: NDArray[np.float64]) -> NDArray[np.uint32]:
    """0xffRRGGBB of each, as ``dice_colour``."""
    places = [place for place, _ in _STOPS]
    parts = [np.interp(dice, places, channel).round().astype(np.uint32) for channel in _CHANNELS]
    red, green, blue = parts
    return np.asarray(0xFF000000 | red << 16 | green << 8 | blue, np.uint32)


def _over(colour: QColor) -> np.uint32:
    """A colour laid over the ground of the views."""
    share, ground = colour.alphaF(), rgb(theme.views.BACKGROUND)
    pairs = zip((colour.red(), colour.green(), colour.blue()), ground, strict=True)
    red, green, blue = (round(top * share + below * (1 - share)) for top, below in pairs)
    return np.uint32(0xFF000000 | red << 16 | green << 8 | blue)


def draw_steps(
    painter: QPainter, row: QRect, dice: NDArray[np.float64], columns: NDArray[np.intp]
) -> None:
    """A line along the tops of the bars, with a gap where the Dice is n/a."""
    painter.setPen(QPen(QColor(theme.views.TEXT), 1.0))
    there = np.flatnonzero(columns >= 0)
    if not len(there):
        return
    filled = np.maximum.accumulate(np.where(columns >= 0, np.arange(len(columns)), there[0]))
    shown = dice[columns[filled]]  # the line goes on between two bars
    shown[: there[0]] = shown[there[-1] + 1 :] = np.nan
    for first, last in _stretches(np.isfinite(shown)):
        high = row.bottom() + 1 - np.maximum(shown[first:last] * row.height(), 1.0)
        steps = np.flatnonzero(np.diff(high)) + 1
        x = np.concatenate(([0], np.repeat(steps, 2), [last - first])) + first + row.left()
        y = np.repeat(high[np.concatenate(([0], steps))], 2)
        painter.drawPolyline(
            [QPointF(*place) for place in zip(x.tolist(), y.tolist(), strict=True)]
        )


def _stretches(chosen: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where each row of neighbours begins, and where it has ended.

    >>> _stretches(np.array([True, True, False, True]))
    [(0, 2), (3, 4)]
    """
    turns = np.flatnonzero(np.diff(chosen, prepend=False, append=False)).tolist()
    return list(zip(turns[::2], turns[1::2], strict=True))


def draw_marker(painter: QPainter, x: float, top: float, bottom: float) -> None:
    """A line down through all rows with an arrowhead at its top."""
    for colour, width in ((QColor(0, 0, 0, 190), 3.5), (_MARKER, 1.5)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_MARKER)
    painter.drawPolygon(
        QPolygonF([QPointF(x - 4, top - 4), QPointF(x + 4, top - 4), QPointF(x, top + 1)])
    )
