"""Every slice's Dice at a glance: one bar a slice, one row a region, under the slice slider."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app import theme
from app.core_sentences import core_tr
from app.translation import tr
from app.viewer.dice_bars import (
    Dice,
    Sizes,
    bold,
    columns_of,
    dice_text,
    draw_bars,
    draw_marker,
    draw_steps,
    edges_of,
    only_one_has,
    slice_text,
)
from app.viewer.worst import WorstWalk, ranking
from unet_core.volume import Region

ROW_PX = 20
ROW_GAP_PX = 4
CAPTION_PX = 20
CAPTION_TEXT_PX = 16
FAST_STEP = 5
STALE_OPACITY = 0.35
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: FAST_STEP,
    Qt.Key.Key_PageDown: -FAST_STEP,
}


class DiceStrip(QWidget):
    """Bars from red to green whose height is the Dice, so that colour is never needed to read it.

    A slice that has a region in neither mask is hatched (n/a); one that has it in only one of
    them stands on red. Knows nothing of the Session: whoever owns it sets and listens.

    Signals:
        slice_clicked: Canonical index of the slice that the pointer or the keys ask for.
    """

    slice_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Dice of every slice"))
        small = QFont(self.font())
        small.setPointSizeF(max(small.pointSizeF() - 1.5, 7.0))
        self.setFont(small)
        self._regions: tuple[Region, ...] = ()
        self._dice: Dice = np.empty((0, 0))
        self._sizes: Sizes | None = None
        self._ghost: Dice | None = None
        self._title = ""
        self._case_dice: tuple[float | None, ...] = ()
        self._is_stale = False
        self._current = 0
        self._hovered: int | None = None
        self._ranked = ""
        self._walk = WorstWalk([])
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
        sizes: Sizes | None = None,
    ) -> None:
        """Show other scores.

        Args:
            regions: What the columns of ``dice`` are.
            dice: (Z, R) float64, NaN for n/a.
            title: What was compared with what.
            case_dice: Dice of the whole case for each region, NaN or None for n/a; not shown if
                left out.
            sizes: (Z, R, 2) voxels in reference and prediction; without them, a Dice of 0 is taken
                for a region that only one of the two has.
        """
        before = (self._regions, self.slices)
        self._regions = tuple(regions)
        self._dice = np.atleast_2d(np.asarray(dice, np.float64))
        self._sizes = sizes
        self._title = title
        self._case_dice = tuple(None if d is None or np.isnan(d) else float(d) for d in case_dice)
        self._is_stale = False
        self._walk = WorstWalk(self.ranking())
        if before != (self._regions, self.slices):
            self._ghost = None
            self._hovered = None
        self._current = min(self._current, max(self.slices - 1, 0))
        self.updateGeometry()
        self._describe()
        self._redraw()

    def set_ranked(self, name: str) -> None:
        """Let the worst slices be those of one region; empty takes the worst of any."""
        if name != self._ranked:
            self._ranked = name
            self._walk = WorstWalk(self.ranking())
            self._redraw()

    def clear(self) -> None:
        """Show nothing."""
        self.set_scores((), np.empty((0, 0)), "")

    def set_stale(self) -> None:
        """Pale, until the next scores come: these are of masks that have changed since."""
        if self.slices and not self._is_stale:
            self._is_stale = True
            self._describe()
            self._redraw()

    def set_ghost(self, dice: Dice | None) -> None:
        """Draw earlier values as a thin outline; None, or another number of slices, draws none."""
        fits = dice is not None and np.shape(dice) == self._dice.shape
        self._ghost = np.asarray(dice, np.float64) if fits else None
        self._redraw()

    def set_current(self, position: int) -> None:
        """Mark the slice that is on show; -1 marks none."""
        if position != self._current:
            self._current = position
            self._describe()
            self.update()

    def set_span(self, first_px: float, last_px: float) -> None:
        """Where the middles of the first and of the last slice lie, to match a slider above."""
        if self._span != (first_px, last_px):
            self._span = (first_px, last_px)
            self._redraw()

    def _describe(self) -> None:
        """Let a screen reader say what the bar of the slice on show says."""
        shown = 0 <= self._current < self.slices and not self._is_stale
        self.setAccessibleDescription(self.text_of(self._current) if shown else self._caption())
        if self.hasFocus():
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )

    # --- the worst slices ------------------------------------------------------------------

    def ranking(self) -> list[int]:
        """Slices from the worst to the best, by their lowest Dice; n/a slices are left out."""
        is_ranked = [region.name == self._ranked for region in self._regions]
        return ranking(self._dice[:, is_ranked] if any(is_ranked) else self._dice)

    def next_worst(self, step: int = 1, current: int | None = None) -> int | None:
        """The slice to look at next, from the worst on; None where nothing is scored.

        Args:
            step: 1 to better, -1 to worse ones.
            current: The slice on show; the marked one if left out.
        """
        return self._walk.next(step, self._current if current is None else current)

    # --- where things are ------------------------------------------------------------------

    @property
    def label_px(self) -> int:
        """Width kept at the left for the regions' names."""
        metrics = QFontMetrics(bold(self.font()))
        widths = [metrics.horizontalAdvance(core_tr(region.name)) for region in self._regions]
        return max(widths, default=0) + 12

    @property
    def value_px(self) -> int:
        """Width kept at the right for the case Dice."""
        if not self._case_dice:
            return 8
        return QFontMetrics(self.font()).horizontalAdvance(tr("case Dice")) + 14

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
        return slice_text(self._regions, self._dice, self._sizes, position)

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
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.views.BACKGROUND))  # in a light panel too
            painter.drawPixmap(0, 0, self._bars)
            self._draw_caption(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.views.ACCENT), 1))
                painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)
            if self._current >= 0:  # else none of these slices is on screen
                bottom = self._row(len(self._regions) - 1).bottom() + 3
                draw_marker(painter, self.x_of(self._current), CAPTION_PX - 2, bottom)

    def _redraw(self) -> None:
        self._bars = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._redraw()

    def _drawn(self) -> QPixmap:
        """All but the caption and the marker, which change with the pointer and the slice."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setFont(self.font())
        alone = only_one_has(self._dice, self._sizes)
        edges = edges_of(self.slices, *self._pitch())
        for index, region in enumerate(self._regions):
            row = self._row(index)
            painter.setOpacity(1.0)
            painter.setPen(QColor(theme.views.TEXT))
            name = QRect(4, row.top(), self.label_px - 8, row.height())
            painter.setFont(bold(self.font()) if region.name == self._ranked else self.font())
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, core_tr(region.name))
            painter.setFont(self.font())
            painter.setOpacity(STALE_OPACITY if self._is_stale else 1.0)
            columns = columns_of(self._dice[:, index], edges, row.width())
            draw_bars(painter, row, self._dice[:, index], alone[:, index], columns)
            if self._ghost is not None:
                ghost = self._ghost[:, index]
                draw_steps(painter, row, ghost, columns_of(ghost, edges, row.width()))
            self._draw_case_dice(painter, row, index)
        painter.end()
        return pixmap

    def _caption(self) -> str:
        if self._is_stale:
            return tr("Dice per slice: counting…")
        if not self._title:
            return tr("Dice per slice")
        return tr("Dice per slice: {title}", title=self._title)

    def _draw_caption(self, painter: QPainter) -> None:
        """What is compared; under the pointer, the values of that slice."""
        is_hovering = self._hovered is not None and not self._is_stale
        text = self.text_of(self._hovered or 0) if is_hovering else self._caption()
        painter.setPen(QColor(theme.views.TEXT if is_hovering else theme.views.MUTED))
        room = QRect(4, 0, self.width() - self.value_px - 8, CAPTION_TEXT_PX)
        metrics = QFontMetrics(self.font())
        painter.drawText(
            room, 0, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        )
        if self._case_dice:
            painter.setPen(QColor(theme.views.MUTED))
            right = QRect(self.width() - self.value_px, 0, self.value_px - 4, CAPTION_TEXT_PX)
            painter.drawText(right, Qt.AlignmentFlag.AlignRight, tr("case Dice"))

    def _draw_case_dice(self, painter: QPainter, row: QRect, index: int) -> None:
        if index >= len(self._case_dice):
            return
        value = self._case_dice[index]
        painter.setPen(QColor(theme.views.MUTED if value is None else theme.views.TEXT))
        place = QRect(self.width() - self.value_px, row.top(), self.value_px - 4, row.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags, dice_text(value, 3))

    # --- pointer and keys ------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            position = self.slice_at(event.pos().x())
            if position is None or self._is_stale:
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
        self._hover(position)
        self._go(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, position: int | None) -> None:
        if position != self._hovered:
            self._hovered = position
            self.update()

    def _go(self, event: QMouseEvent) -> None:
        position = self.slice_at(event.position().x())
        if position is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.slice_clicked.emit(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, page and end keys go through the slices; N and P are left to whoever owns it."""
        key, last = Qt.Key(event.key()), self.slices - 1
        if not self.slices or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _STEPS:
            self.slice_clicked.emit(min(max(self._current + _STEPS[key], 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.slice_clicked.emit(0 if key == Qt.Key.Key_Home else last)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
