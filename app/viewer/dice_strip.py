"""Every slice's Dice at a glance: one bar a slice, one row a region, under the slice slider."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app import theme
from app.viewer.render import rgb
from unet_core.volume import Region

Dice = NDArray[np.float64]
"""(Z, R) in canonical slice order, NaN where a slice has the region in neither mask."""

ROW_PX = 20
ROW_GAP_PX = 4
CAPTION_PX = 16
BAR_LEAST_PX = 3
_STOPS = ((0.0, "#d7263d"), (0.5, "#e8772e"), (0.75, "#f0c037"), (0.9, "#8cc152"), (1.0, "#3fa46a"))
_TRACK = QColor(255, 255, 255, 14)
_HATCH = QColor(255, 255, 255, 46)
_HATCHED = Qt.BrushStyle.BDiagPattern
_MISS = QColor(215, 38, 61, 105)
_GHOST = QColor(theme.TEXT)
_MARKER = QColor("#ffffff")


class DiceStrip(QWidget):
    """Bars from red to green whose height is the Dice, so that colour is never needed to read it.

    A slice that has a region in neither mask is hatched (n/a); one that has it in only one of
    them stands on red. Knows nothing of the Session: whoever owns it sets and listens.

    Signals:
        slice_clicked: Canonical index of the slice under the pointer.
    """

    slice_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Dice of every slice")
        small = QFont(self.font())
        small.setPointSizeF(max(small.pointSizeF() - 1.5, 7.0))
        self.setFont(small)
        self._regions: tuple[Region, ...] = ()
        self._dice: Dice = np.empty((0, 0))
        self._ghost: Dice | None = None
        self._title = ""
        self._case_dice: tuple[float | None, ...] = ()
        self._current = 0
        self._rank = -1
        self._span: tuple[float, float] | None = None
        self._bars: QPixmap | None = None

    # --- content ---------------------------------------------------------------------------

    @property
    def slices(self) -> int:
        """How many slices are scored."""
        return int(self._dice.shape[0])

    @property
    def current(self) -> int:
        """The slice that is marked."""
        return self._current

    def set_scores(
        self,
        regions: Sequence[Region],
        dice: Dice,
        title: str,
        case_dice: Sequence[float | None] = (),
    ) -> None:
        """Show other scores.

        Args:
            regions: What the columns of ``dice`` are.
            dice: (Z, R) float64, NaN for n/a.
            title: What was compared with what.
            case_dice: Dice of the whole case for each region, NaN or None for n/a; not shown if
                left out.
        """
        before = (self._regions, self.slices)
        self._regions = tuple(regions)
        self._dice = np.atleast_2d(np.asarray(dice, np.float64))
        self._title = title
        self._case_dice = tuple(None if d is None or np.isnan(d) else float(d) for d in case_dice)
        self._rank = -1
        if before != (self._regions, self.slices):
            self._ghost = None
        self._current = min(self._current, max(self.slices - 1, 0))
        self.updateGeometry()
        self._redraw()

    def clear(self) -> None:
        """Show nothing."""
        self.set_scores((), np.empty((0, 0)), "")

    def set_ghost(self, dice: Dice | None) -> None:
        """Draw earlier values as a thin outline; None, or another number of slices, draws none."""
        fits = dice is not None and np.shape(dice) == self._dice.shape
        self._ghost = np.asarray(dice, np.float64) if fits else None
        self._redraw()

    def set_current(self, position: int) -> None:
        """Mark the slice that is on show; -1 marks none."""
        if position != self._current:
            self._current = position
            self.update()

    def set_span(self, first_px: float, last_px: float) -> None:
        """Where the middles of the first and of the last slice lie, to match a slider above."""
        if self._span != (first_px, last_px):
            self._span = (first_px, last_px)
            self._redraw()

    # --- the worst slices ------------------------------------------------------------------

    def ranking(self) -> list[int]:
        """Slices from the worst to the best, by their lowest Dice; n/a slices are left out."""
        lowest = np.min(np.where(np.isnan(self._dice), np.inf, self._dice), axis=1, initial=np.inf)
        order = np.argsort(lowest, kind="stable")
        return [int(z) for z in order if np.isfinite(lowest[z])]

    def next_worst(self, step: int = 1, current: int | None = None) -> int | None:
        """The slice to look at next, from the worst on; None where nothing is scored.

        The first call gives the worst slice, as does any after leaving the slice given before;
        then each call goes ``step`` ranks further (1 to better, -1 to worse ones), around the end.

        Args:
            step: 1 or -1.
            current: The slice on show; the marked one if left out.
        """
        ranking = self.ranking()
        if not ranking:
            return None
        here = self._current if current is None else current
        stayed = 0 <= self._rank < len(ranking) and ranking[self._rank] == here
        self._rank = (self._rank + step) % len(ranking) if stayed else 0
        return ranking[self._rank]

    # --- where things are ------------------------------------------------------------------

    @property
    def label_px(self) -> int:
        """Width kept at the left for the regions' names."""
        metrics = QFontMetrics(self.font())
        widths = [metrics.horizontalAdvance(region.name) for region in self._regions]
        return max(widths, default=0) + 12

    @property
    def value_px(self) -> int:
        """Width kept at the right for the case Dice."""
        if not self._case_dice:
            return 8
        return QFontMetrics(self.font()).horizontalAdvance("case Dice") + 14

    def slice_at(self, x: float) -> int | None:
        """The slice under a horizontal position; None beside the bars."""
        if not self.slices:
            return None
        first, pitch = self._pitch()
        position = int(np.floor((x - first) / pitch + 0.5))
        return position if 0 <= position < self.slices else None

    def x_of(self, position: int) -> float:
        """Where the middle of a slice's bar is."""
        first, pitch = self._pitch()
        return first + position * pitch

    def text_of(self, position: int) -> str:
        """``slice 42: liver 0.93, tumour n/a``; slices count from 1 here as in the views."""
        values = ", ".join(
            f"{region.title} {_number(value)}"
            for region, value in zip(self._regions, self._dice[position], strict=True)
        )
        return f"slice {position + 1}: {values}"

    def sizeHint(self) -> QSize:
        rows = max(len(self._regions), 1)
        return QSize(200, CAPTION_PX + rows * (ROW_PX + ROW_GAP_PX) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def natural_span(self, width_px: int) -> tuple[float, float]:
        """Middle of the first and of the last bar where the bars fill a strip of this width."""
        room = max(width_px - self.label_px - self.value_px, 1)
        half = room / max(self.slices, 1) / 2
        return (self.label_px + half, self.label_px + room - half)

    def _pitch(self) -> tuple[float, float]:
        """Middle of the first bar and distance between two."""
        if self._span is not None and self.slices > 1:
            first, last = self._span
            return first, max((last - first) / (self.slices - 1), 1e-6)
        first, last = self.natural_span(self.width())
        return first, max(last - first, 1.0) / max(self.slices - 1, 1)

    def _row(self, index: int) -> QRect:
        top = CAPTION_PX + index * (ROW_PX + ROW_GAP_PX)
        return QRect(0, top, self.width(), ROW_PX)

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.slices:
            return
        if self._bars is None:
            self._bars = self._drawn()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._bars)
        if self._current < 0:
            painter.end()  # none of these slices is on screen
            return
        x = self.x_of(self._current)
        top, bottom = CAPTION_PX - 2, self._row(len(self._regions) - 1).bottom() + 3
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((QColor(0, 0, 0, 190), 3.5), (_MARKER, 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_MARKER)
        painter.drawPolygon(
            QPolygonF([QPointF(x - 4, top - 4), QPointF(x + 4, top - 4), QPointF(x, top + 1)])
        )
        painter.end()

    def _redraw(self) -> None:
        self._bars = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._redraw()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setFont(self.font())
        self._draw_caption(painter)
        for index, region in enumerate(self._regions):
            row = self._row(index)
            painter.setPen(QColor(theme.TEXT))
            name = QRect(4, row.top(), self.label_px - 8, row.height())
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, region.name)
            self._draw_row(painter, row, self._dice[:, index])
            if self._ghost is not None:
                self._draw_ghost(painter, row, self._ghost[:, index])
            self._draw_case_dice(painter, row, index)
        painter.end()
        return pixmap

    def _draw_caption(self, painter: QPainter) -> None:
        painter.setPen(QColor(theme.MUTED))
        room = QRect(4, 0, self.width() - self.value_px - 8, CAPTION_PX)
        text = f"Dice per slice{': ' if self._title else ''}{self._title}"
        metrics = QFontMetrics(self.font())
        painter.drawText(
            room, 0, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        )
        if self._case_dice:
            right = QRect(self.width() - self.value_px, 0, self.value_px - 4, CAPTION_PX)
            painter.drawText(right, Qt.AlignmentFlag.AlignRight, "case Dice")

    def _draw_case_dice(self, painter: QPainter, row: QRect, index: int) -> None:
        if index >= len(self._case_dice):
            return
        value = self._case_dice[index]
        painter.setPen(QColor(theme.TEXT if value is not None else theme.MUTED))
        place = QRect(self.width() - self.value_px, row.top(), self.value_px - 4, row.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags, "n/a" if value is None else f"{value:.3f}")

    def _cell(self, position: int, row: QRect) -> QRectF:
        first, pitch = self._pitch()
        left = round(first + (position - 0.5) * pitch)
        right = round(first + (position + 0.5) * pitch)
        gap = 1 if right - left >= 4 else 0
        return QRectF(left, row.top(), max(right - left - gap, 1), row.height())

    def _draw_row(self, painter: QPainter, row: QRect, dice: Dice) -> None:
        """Best first, so that where slices share a screen pixel the worst is what shows."""
        order = np.argsort(np.where(np.isnan(dice), np.inf, -dice), kind="stable")
        empty = [int(z) for z in order if np.isnan(dice[z])]
        for position in empty:
            painter.fillRect(self._cell(position, row), _TRACK)
            painter.fillRect(self._cell(position, row), QBrush(_HATCH, _HATCHED))
        for position in order[: dice.size - len(empty)]:
            value, cell = float(dice[position]), self._cell(int(position), row)
            painter.fillRect(cell, QColor(theme.BACKGROUND))
            painter.fillRect(cell, _MISS if value == 0 else _TRACK)
            bar = max(value * cell.height(), BAR_LEAST_PX)
            painter.fillRect(
                QRectF(cell.left(), cell.bottom() - bar, cell.width(), bar), dice_colour(value)
            )

    def _draw_ghost(self, painter: QPainter, row: QRect, dice: Dice) -> None:
        painter.setPen(QPen(_GHOST, 1.0))
        last: QPointF | None = None
        for position in range(self.slices):
            if np.isnan(dice[position]):
                last = None
                continue
            cell = self._cell(position, row)
            y = cell.bottom() - max(float(dice[position]) * cell.height(), 1.0)
            left, right = QPointF(cell.left(), y), QPointF(cell.right(), y)
            if last is not None:
                painter.drawLine(last, left)
            painter.drawLine(left, right)
            last = right

    # --- pointer ---------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            position = self.slice_at(event.pos().x())
            if position is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.text_of(position), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = self.slice_at(event.position().x())
        self.setCursor(
            Qt.CursorShape.ArrowCursor if position is None else Qt.CursorShape.PointingHandCursor
        )
        self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        position = self.slice_at(event.position().x())
        if position is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.slice_clicked.emit(position)


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


def _number(value: float) -> str:
    return "n/a" if np.isnan(value) else f"{value:.2f}"
