"""How the Dice of one slice is written, coloured and drawn as a bar."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF

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
Place = Callable[[int], tuple[int, int]]
"""The left and right edge in pixels of the bar of a slice."""


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


def draw_bars(
    painter: QPainter,
    row: QRect,
    dice: NDArray[np.float64],
    is_alone: NDArray[np.bool_],
    place: Place,
) -> None:
    """One bar a slice in ``row``: as high as its Dice, hatched grey where it is n/a.

    The best come first, so that where slices share a screen pixel the worst is what shows.

    Args:
        dice: (Z,) NaN for n/a.
        is_alone: (Z,) whether only one of the two masks has the region there: red ground.
    """
    order = np.argsort(np.where(np.isnan(dice), np.inf, -dice), kind="stable")
    empty = [int(z) for z in order if np.isnan(dice[z])]
    for position in empty:
        cell = _cell(place(position), row)
        painter.fillRect(cell, _TRACK)
        painter.fillRect(cell, QBrush(_HATCH, _HATCHED))
    for position in order[: dice.size - len(empty)]:
        value, cell = float(dice[position]), _cell(place(int(position)), row)
        painter.fillRect(cell, QColor(theme.views.BACKGROUND))
        painter.fillRect(cell, _MISS if is_alone[position] else _TRACK)
        bar = max(value * cell.height(), BAR_LEAST_PX)
        painter.fillRect(
            QRectF(cell.left(), cell.bottom() - bar, cell.width(), bar), dice_colour(value)
        )


def draw_steps(painter: QPainter, row: QRect, dice: NDArray[np.float64], place: Place) -> None:
    """A line along the tops of the bars, with a gap where the Dice is n/a."""
    painter.setPen(QPen(QColor(theme.views.TEXT), 1.0))
    last: QPointF | None = None
    for position, value in enumerate(dice.tolist()):
        if np.isnan(value):
            last = None
            continue
        cell = _cell(place(position), row)
        y = cell.bottom() - max(value * cell.height(), 1.0)
        left, right = QPointF(cell.left(), y), QPointF(cell.right(), y)
        if last is not None:
            painter.drawLine(last, left)
        painter.drawLine(left, right)
        last = right


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


def _cell(edges: tuple[int, int], row: QRect) -> QRectF:
    left, right = edges
    gap = 1 if right - left >= 4 else 0
    return QRectF(left, row.top(), max(right - left - gap, 1), row.height())
