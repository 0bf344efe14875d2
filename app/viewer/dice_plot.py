"""Dice over the slices of the scan as curves; its line goes with the slice on show."""

from html import escape
from typing import Any, Literal

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsItem, QVBoxLayout, QWidget

from app import theme
from app.comparing import MOST_REGIONS, few_regions
from app.core_sentences import core_tr
from app.document import SliceScores
from app.panel_parts import Words, heading
from app.session import Session
from app.translation import tr
from app.viewer.dice_bars import dice_text, only_one_has, slice_text

Numbers = NDArray[Any]
Kind = Literal["line", "dot", "cross"]
FAST_STEP, HIGH_PX = 5, 150
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: FAST_STEP,
    Qt.Key.Key_PageDown: -FAST_STEP,
}


class DiceSlicePlot(QWidget):
    """A curve a region, with a gap where it is n/a and a cross where only one mask has it.

    Dark in every theme, as the strip and the views are: the colours of labels are made for that.

    Attributes:
        curves: By column of the scores and kind; hidden where there is nothing to draw.

    The words under the plot are its legend: the values of the slice under the pointer, else of
    the slice on show. A click goes there.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scores: SliceScores | None = None
        self._is_drawn = False
        self.curves: dict[tuple[int, Kind], pg.PlotDataItem] = {}
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Dice over the slices"))
        self.plot = _plot_widget("dice_slice_plot")
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setYRange(0.0, 1.0, padding=0.08)
        self.plot.getAxis("left").setTicks([[(n / 5, f"{n / 5:.1f}") for n in range(6)]])
        self.plot.setBackground(theme.views.BACKGROUND)
        for side in ("left", "bottom"):
            self.plot.getAxis(side).setPen(theme.views.BORDER)
            self.plot.getAxis(side).setTextPen(theme.views.MUTED)
        self._here = pg.InfiniteLine(movable=False, pen=pg.mkPen(theme.views.TEXT, width=1))
        self._pointed = pg.InfiniteLine(
            movable=False, pen=pg.mkPen(theme.views.MUTED, width=1, style=Qt.PenStyle.DashLine)
        )
        self._pointed.hide()
        for line in (self._pointed, self._here):
            self.plot.addItem(line, ignoreBounds=True)
        self.words = Words()
        self.words.setObjectName("dice_slice_values")
        self.words.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(4)
        layout.addWidget(heading(tr("Dice of every slice")))
        layout.addWidget(self.plot)
        layout.addWidget(self.words)
        scene = self.plot.scene()
        scene.sigMouseMoved.connect(self._on_mouse_moved)
        scene.sigMouseClicked.connect(self._on_clicked)
        self.plot.installEventFilter(self)
        session.slice_scores_changed.connect(self._on_scores_changed)
        session.compare_changed.connect(self._on_region_changed)
        session.cursor_changed.connect(self._on_cursor_changed)
        self._on_scores_changed()

    @property
    def hovered(self) -> int | None:
        """The slice under the pointer."""
        return self._hovered

    # --- drawing -----------------------------------------------------------------------------

    @Slot()
    def _on_scores_changed(self) -> None:
        """Old curves stay while a mask that has changed is counted again.

        New ones are drawn when they are to be seen: most of the time another panel lies over this
        one, which Qt then keeps in a place beside the window, shown.
        """
        scores = self._session.slice_scores
        if scores is None and self._scores is not None and self._session.compared is not None:
            return
        if scores is not None:
            scores = few_regions(scores, self._session.compared_region) if scores.regions else None
        self._scores, self._hovered, self._is_drawn = scores, None, False
        self._pointed.hide()
        for curve in self.curves.values():
            curve.hide()
        self.setVisible(scores is not None)
        self._draw_if_seen()

    @Slot()
    def _draw_if_seen(self) -> None:
        scores = self._scores
        if self._is_drawn or scores is None or self.visibleRegion().isEmpty():
            return
        self._is_drawn = True
        alone = only_one_has(scores.dice, scores.sizes)
        numbers = np.arange(1, len(scores.dice) + 1)
        for column, region in enumerate(scores.regions):
            dice, missed = scores.dice[:, column], alone[:, column]
            lonely = _lonely(dice) & ~missed
            self._draw(column, "line", numbers, dice, region.colour)
            self._draw(column, "dot", numbers[lonely], dice[lonely], region.colour)
            self._draw(column, "cross", numbers[missed], dice[missed], theme.views.BAD)
        self.plot.setXRange(1, max(len(scores.dice), 2), padding=0.02)
        self._on_cursor_changed()

    def _draw(self, column: int, kind: Kind, numbers: Numbers, dice: Numbers, colour: str) -> None:
        """Fill one curve of a region; making it takes longer than filling it again."""
        if not len(numbers):
            return
        curve = self.curves.get((column, kind))
        if curve is None:
            curve = self.curves[column, kind] = self.plot.plot(connect="finite")
            # the line of the slice on show moves over it: drawn once, then copied
            curve.curve.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        if kind == "line":
            curve.setData(numbers, dice, pen=pg.mkPen(colour, width=2))
        else:
            curve.setData(
                numbers,
                dice,
                pen=None,
                symbol="x" if kind == "cross" else "o",
                symbolSize=5,
                symbolPen=pg.mkPen(colour, width=1.5) if kind == "cross" else None,
                symbolBrush=colour,
            )
        curve.show()

    @Slot()
    def _on_region_changed(self) -> None:
        """Of many regions a few are drawn, the one that is compared among them."""
        scores = self._session.slice_scores
        if scores is not None and len(scores.regions) > MOST_REGIONS:
            self._on_scores_changed()

    @Slot()
    def _on_cursor_changed(self) -> None:
        if not self._is_drawn or self.visibleRegion().isEmpty():
            self._is_drawn = False  # what is drawn next says where it stands
            return
        self._here.setValue(self._session.cursor[0] + 1)
        self._write()

    def _write(self) -> None:
        scores = self._scores
        position = self._session.cursor[0] if self._hovered is None else self._hovered
        if scores is None:
            return
        if position >= len(scores.dice):
            self.words.clear()
            return
        parts = [f"<b>{escape(tr('Slice {slice}', slice=position + 1))}</b>"]
        parts += [
            f'<span style="white-space:nowrap"><span style="color:{region.colour}">━</span> '
            f"{escape(core_tr(region.title))}&nbsp;{dice_text(value)}</span>"
            for region, value in zip(scores.regions, scores.dice[position], strict=True)
        ]
        self.words.setText("&nbsp;&nbsp; ".join(parts))
        self.setAccessibleDescription(
            slice_text(scores.regions, scores.dice, scores.sizes, position)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_drawn:
            QTimer.singleShot(0, self, self._draw_if_seen)  # seen now; not while it is painted
        if self.hasFocus():
            with QPainter(self) as painter:
                painter.setPen(QColor(theme.views.ACCENT))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    # --- pointer and keys --------------------------------------------------------------------

    def slice_at(self, position: QPointF) -> int | None:
        """The slice under a point of the plot's scene; None beside the curves."""
        box = self.plot.getViewBox()
        if self._scores is None or not box.sceneBoundingRect().contains(position):
            return None
        found = int(np.rint(box.mapSceneToView(position).x())) - 1
        return min(max(found, 0), len(self._scores.dice) - 1)

    @Slot(QPointF)
    def _on_mouse_moved(self, position: QPointF) -> None:
        self._point_at(self.slice_at(position))

    @Slot(object)
    def _on_clicked(self, event: MouseClickEvent) -> None:
        position = self.slice_at(event.scenePos())
        if position is not None:
            self._go_to(position)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The pointer has left the plot."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        return False

    def _point_at(self, position: int | None) -> None:
        if position != self._hovered:
            self._hovered = position
            self._pointed.setVisible(position is not None)
            if position is not None:
                self._pointed.setValue(position + 1)
            self._write()

    def _go_to(self, position: int) -> None:
        _, y, x = self._session.cursor
        self._session.set_cursor((position, y, x))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys go through the slices."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            self._go_to(self._session.cursor[0] + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()


def _lonely(dice: Numbers) -> Numbers:
    """(Z,) values without a neighbour to draw a line to."""
    known = np.isfinite(dice)
    beside = np.zeros_like(known)
    beside[1:] |= known[:-1]
    beside[:-1] |= known[1:]
    return known & ~beside


class _SliceAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Marks whole numbers only."""

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        steps = [max(1.0, step) for step, _ in super().tickSpacing(low, high, size)[:2]]
        return [(step, 0.0) for step in dict.fromkeys(steps)]


def _plot_widget(name: str) -> pg.PlotWidget:
    """An empty plot over whole numbers, as the plots of a scan look."""
    plot = pg.PlotWidget(axisItems={"bottom": _SliceAxis(orientation="bottom")})
    plot.setObjectName(name)
    plot.setFixedHeight(HIGH_PX)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    plot.setAntialiasing(True)
    plot.showGrid(x=False, y=True, alpha=0.15)
    plot.setFrameShape(pg.PlotWidget.Shape.NoFrame)
    plot.getAxis("left").setWidth(44)
    return plot
