"""What the colours mean while two masks are compared, in a corner of every view."""

import math
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from app import theme
from app.comparing import region_shown
from app.session import Session
from app.viewer.agreement import AGREEMENT, BOTH, EXTRA, MISSED
from app.viewer.annotations import EDGE_PX
from app.viewer.dice_bars import dice_text
from app.viewer.tool import View
from unet_core.volume import LabelMap

SWATCH_PX = 10
PAD_PX = 6
WIDEST_SHARE = 0.45
"""Of a view: a legend stays clear of the letter at the middle of its edge, in fewer words."""
LEAST_PX = 60
SIZES = 3
BESIDE_TEXTS_PX = 200
"""A narrower view has the legend below the texts of the other corner."""
_GROUND = QColor(0, 0, 0, 150)
_VOXELS = {
    BOTH: ("in both (TP)", "both (TP)", "TP"),
    EXTRA: ("only in prediction (FP)", "extra (FP)", "FP"),
    MISSED: ("only in reference (FN)", "missed (FN)", "FN"),
}
_EDGES = {
    BOTH: ("edge of both", "both"),
    EXTRA: ("edge of the prediction", "prediction", "pred."),
    MISSED: ("edge of the reference", "reference", "ref."),
}


@dataclass(frozen=True)
class LegendLine:
    """One line of the legend.

    Attributes:
        texts: What it says in a wide, a narrow and a tiny view; the last one given holds for all
            smaller ones, and an empty text leaves the line out.
        colour: Of the swatch or stroke before it, if any.
    """

    texts: tuple[str, ...]
    colour: str = ""
    is_edge: bool = False
    is_heading: bool = False

    def text(self, size: int) -> str:
        """What it says in a view of a size: 0 wide, 1 narrow, 2 tiny."""
        return self.texts[min(size, len(self.texts) - 1)]


class CompareLegend:
    """Draws it over a view; a Painter.

    A Dice always says what it is of: this slice, or the whole case.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def paint(self, view: View, painter: QPainter) -> None:
        placement = view.placement
        lines = self.lines(view)
        if placement is None or not lines:
            return
        width = placement.size_px[0]
        ratio = painter.device().devicePixelRatioF()
        room = max(round(width * WIDEST_SHARE), LEAST_PX)
        tile = _tile(lines, painter.font().key(), room, ratio)
        left = width - EDGE_PX - tile.deviceIndependentSize().width()
        top = EDGE_PX
        if width < BESIDE_TEXTS_PX:
            top += 2 * painter.fontMetrics().height() + PAD_PX
        painter.drawPixmap(QPointF(left, top), tile)

    def lines(self, view: View) -> tuple[LegendLine, ...]:
        """What is written over a view just now; nothing while masks are shown as they are set."""
        session = self._session
        mode = view.compare_mode or session.compare_mode
        compared = session.compared
        pair = None if mode == "masks" else region_shown(session)
        if pair is None or compared is None:
            return ()
        if not any(layer.visible for layer in session.layers):
            return (LegendLine(("Masks are hidden (G)", "hidden (G)"), is_heading=True),)
        if mode == "reference":
            return (LegendLine(("Reference",), is_heading=True), _name(compared[0]))
        if mode == "prediction":
            return (LegendLine(("Prediction",), is_heading=True), _name(compared[1]))
        signs = _EDGES if mode == "difference" else _VOXELS
        kind = "Outlines" if mode == "difference" else "Agreement"
        return (
            LegendLine((f"{kind}: {pair.region.title}", pair.region.name), is_heading=True),
            *(
                LegendLine(texts, AGREEMENT[value].colour, mode == "difference")
                for value, texts in signs.items()
            ),
            *self._dice_lines(view, pair.region.name, compared),
        )

    def _dice_lines(
        self, view: View, region: str, compared: tuple[LabelMap, LabelMap]
    ) -> list[LegendLine]:
        """The Dice of an axial slice and of the whole case; nothing before they are counted."""
        scores = self._session.slice_scores
        names = [] if scores is None else [r.name for r in scores.regions]
        if scores is None or region not in names or not scores.compared:
            return []
        if scores.compared[-1] is not compared[1]:
            return []
        column = names.index(region)
        lines = []
        if view.plane.axis == 0 and view.position < len(scores.dice):
            value = dice_text(scores.dice[view.position, column])
            lines.append(LegendLine((f"Dice, this slice: {value}", f"slice Dice {value}", "")))
        value = dice_text(scores.case_dice[column], 3)
        lines.append(LegendLine((f"Dice, whole case: {value}", f"case Dice {value}", "")))
        return lines


@lru_cache(maxsize=64)
def _tile(
    lines: tuple[LegendLine, ...], font_key: str, room_px: int, pixel_ratio: float
) -> QPixmap:
    """The legend on a dim ground, drawn once for as long as it says the same."""
    plain = QFont()
    plain.fromString(font_key)
    bold = QFont(plain)
    bold.setBold(True)
    sizes = range(SIZES)
    size = next((n for n in sizes if _width(lines, n, plain, bold) <= room_px), SIZES - 1)
    lines = tuple(line for line in lines if line.text(size))
    width = min(_width(lines, size, plain, bold), room_px)
    height = QFontMetricsF(bold).height()
    tile = QPixmap(round(width * pixel_ratio), round((height * len(lines) + PAD_PX) * pixel_ratio))
    tile.setDevicePixelRatio(pixel_ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(QRectF(0, 0, width, height * len(lines) + PAD_PX), 4, 4)
    for number, line in enumerate(lines):
        font = bold if line.is_heading else plain
        area = QRectF(PAD_PX, PAD_PX / 2 + number * height, width - 2 * PAD_PX + 1, height)
        if line.colour:
            _draw_sign(painter, line, area)
            area.setLeft(area.left() + SWATCH_PX + PAD_PX)
        painter.setFont(font)
        painter.setPen(QColor(theme.views.TEXT))
        fitting = QFontMetricsF(font).elidedText(
            line.text(size), Qt.TextElideMode.ElideMiddle, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)
    painter.end()
    return tile


def _width(lines: tuple[LegendLine, ...], size: int, plain: QFont, bold: QFont) -> int:
    """What the legend takes in a view of a size, in whole pixels."""
    widths = (
        QFontMetricsF(bold if line.is_heading else plain).horizontalAdvance(line.text(size))
        + (SWATCH_PX + PAD_PX if line.colour else 0)
        for line in lines
    )
    return math.ceil(max(widths)) + 2 * PAD_PX + 1


def _name(label_map: LabelMap) -> LegendLine:
    return LegendLine((label_map.name, label_map.name, ""))


def _draw_sign(painter: QPainter, line: LegendLine, area: QRectF) -> None:
    middle = area.center().y()
    if line.is_edge:
        painter.setPen(QPen(QColor(line.colour), 2.4))
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.left() + SWATCH_PX, middle))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(line.colour))
    painter.drawRect(QRectF(area.left(), middle - SWATCH_PX / 2, SWATCH_PX, SWATCH_PX))
