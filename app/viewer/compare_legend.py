"""What the colours mean while two masks are compared, in a corner of every view."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from app import theme
from app.comparing import region_shown
from app.core_sentences import core_tr
from app.document import CompareMode
from app.session import Session
from app.translation import tr
from app.viewer.agreement import AGREEMENT, BOTH, BOTH_SHARE, ERROR_SHARE, EXTRA, MISSED
from app.viewer.annotations import EDGE_PX
from app.viewer.dice_bars import dice_text
from app.viewer.render import rgb
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
MID_GREY = 128
"""What a fill of the legend is blended over: soft tissue in most grey windows."""
_GROUND = QColor(0, 0, 0, 150)
_VOXELS = {
    BOTH: (tr("in both (TP)"), tr("both (TP)"), "TP"),
    EXTRA: (tr("only in prediction (FP)"), tr("extra (FP)"), "FP"),
    MISSED: (tr("only in reference (FN)"), tr("missed (FN)"), "FN"),
}
_EDGES = {
    BOTH: (tr("edge of both"), tr("both")),
    EXTRA: (tr("edge of the prediction"), tr("prediction"), tr("pred.")),
    MISSED: (tr("edge of the reference"), tr("reference"), tr("ref.")),
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
        top = view.covered_px + EDGE_PX
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
            return (LegendLine((tr("Masks are hidden (G)"), tr("hidden (G)")), is_heading=True),)
        if mode == "reference":
            return (LegendLine((tr("Reference"),), is_heading=True), _name(compared[0]))
        if mode == "prediction":
            return (LegendLine((tr("Prediction"),), is_heading=True), _name(compared[1]))
        signs = _EDGES if mode == "difference" else _VOXELS
        kind = tr("Outlines") if mode == "difference" else tr("Agreement")
        return (
            LegendLine(
                (f"{kind}: {core_tr(pair.region.title)}", core_tr(pair.region.name)),
                is_heading=True,
            ),
            *(
                LegendLine(texts, self._colour(value, mode, compared[1]), mode == "difference")
                for value, texts in _by_name(signs, compared).items()
            ),
            *self._dice_lines(view, pair.region.name, compared),
        )

    def _colour(self, value: int, mode: CompareMode, prediction: LabelMap) -> str:
        """As the picture has it: fills let the scan shine through, agreement more than errors."""
        colour = AGREEMENT[value].colour
        layers = (one for one in self._session.layers if one.label_map is prediction)
        layer = next(layers, None)
        if mode == "difference" or layer is None:
            return colour
        share = BOTH_SHARE if value == BOTH else ERROR_SHARE
        return over_grey(colour, min(layer.opacity * share, 1.0))

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
            lines.append(
                LegendLine(
                    (
                        tr("Dice, this slice: {dice}", dice=value),
                        tr("slice Dice {dice}", dice=value),
                        "",
                    )
                )
            )
        value = dice_text(scores.case_dice[column], 3)
        lines.append(
            LegendLine(
                (
                    tr("Dice, whole case: {dice}", dice=value),
                    tr("case Dice {dice}", dice=value),
                    "",
                )
            )
        )
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


def over_grey(colour: str, opacity: float) -> str:
    """A colour of an opacity over mid grey.

    >>> over_grey("#3fbf3f", 1.0), over_grey("#3fbf3f", 0.0)
    ('#3fbf3f', '#808080')
    """
    parts = (round(MID_GREY + (part - MID_GREY) * opacity) for part in rgb(colour))
    return QColor(*parts).name()


def _by_name(
    signs: Mapping[int, tuple[str, ...]], compared: tuple[LabelMap, LabelMap]
) -> Mapping[int, tuple[str, ...]]:
    """The signs; where neither mask is a reference, each is told by its name instead."""
    if any(mask.role == "reference" for mask in compared):
        return signs
    if signs is _EDGES:
        of = {MISSED: compared[0].name, EXTRA: compared[1].name}
        return {value: (of[value],) if value in of else texts for value, texts in signs.items()}
    return {
        BOTH: (tr("in both"),),
        EXTRA: (tr("only in {mask}", mask=compared[1].name), compared[1].name),
        MISSED: (tr("only in {mask}", mask=compared[0].name), compared[0].name),
    }


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
