"""A second scan drawn over slices of the first: fainter or stronger, or in its place."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from app import theme
from app.document import Window
from app.translation import tr
from app.viewer import render
from app.viewer.annotations import EDGE_PX, text_tile
from app.viewer.common_space import Onto
from app.viewer.planes import PlaneCut
from app.viewer.readout import Readout
from app.viewer.tool import View
from unet_core.volume import Index

ABOVE_RULER_PX = 48
WIDEST_SHARE = 0.7
SMALL_PX = 300


@dataclass(frozen=True, eq=False)
class Over:
    """What is drawn over the first scan.

    Attributes:
        onto: Fetches the second scan's values.
        window: Its own grey window.
        share: 0 for the first alone, 1 for the second alone.
    """

    onto: Onto
    window: Window
    share: float

    def read(self, readout: Readout, index_zyx: Index) -> Readout:
        """What lies under the pointer, with the second scan's value beside the first's."""
        value = self.onto.value_at(index_zyx)
        if value is None:
            text = tr("second scan: nothing here")
        elif self.onto.other.intensity == "HU":
            text = tr("second scan: {value:.6g} HU", value=value)
        else:
            text = tr("second scan: grey {value:.6g}", value=value)
        return replace(readout, value=f"{readout.value}   {text}")


class OverLabel:
    """Says in every view how much of what is drawn is the second scan, and in which window."""

    def __init__(self) -> None:
        self.over: Over | None = None

    def paint(self, view: View, painter: QPainter) -> None:
        """At the lower right, over the ruler; less in a small view."""
        over, placement = self.over, view.placement
        if over is None or placement is None:
            return
        width, height = placement.size_px
        window, font = over.window, painter.font()
        lines = [f"{over.share:.0%} {over.onto.other.name}"]
        if height > SMALL_PX:
            lines.append(f"W {window.width:.4g}  L {window.level:.4g}")
        metrics, room = painter.fontMetrics(), round(width * WIDEST_SHARE)
        y = float(height - ABOVE_RULER_PX - len(lines) * metrics.height())
        ratio = painter.device().devicePixelRatioF()
        for line in lines:
            text = metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, room)
            tile = text_tile(text, theme.views.ACCENT, font.key(), ratio)
            left = width - EDGE_PX - tile.deviceIndependentSize().width()
            painter.drawPixmap(QPointF(left, y), tile)
            y += metrics.height()


class OverPicture:
    """One slice of the second scan as it lies in a plane of the first, kept until it changes."""

    def __init__(self, plane: PlaneCut) -> None:
        self._plane = plane
        self._pixels = render.Picture(QImage.Format.Format_RGB32)
        self._made_of: tuple[Onto, Window, int] | None = None
        self._image = QImage()
        self._frame = QRectF()

    def draw(self, painter: QPainter, over: Over, position: int, shape: tuple[int, int]) -> None:
        """Draw it in slice pixels; black where the second scan holds nothing.

        Args:
            painter: In coordinates of the slice, (column, row).
            over: What to draw.
            position: Canonical index of the first's slice.
            shape: (rows, columns) of the slice.
        """
        made_of = (over.onto, over.window, position)
        if self._made_of != made_of:
            cut = over.onto.cut(self._plane, position)
            self._image = self._pixels.grey(cut.values, over.window)
            rows, columns = cut.values.shape
            self._frame = QRectF(0, 0, columns * cut.pixels, rows * cut.pixels)
            self._made_of = made_of
        painter.save()
        painter.setClipRect(QRectF(0, 0, shape[1], shape[0]))
        painter.setOpacity(over.share)
        painter.drawImage(self._frame, self._image)
        painter.restore()

    def forget(self) -> None:
        """Let go of the scan."""
        self._made_of = None
