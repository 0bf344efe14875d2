"""What is written and drawn over a slice: crosshair, orientation letters, ruler, texts."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPixmap

from app import theme
from app.translation import tr
from app.viewer.placement import Placement

GAP_PX = 14
EDGE_PX = 8
CROSSHAIR_PX = 3
RULER_LENGTHS_MM = (200, 100, 50, 10, 5, 1)
RULER_TICK_PX = 6
_RIM_PX = 5
_SHADOW = QColor(0, 0, 0, 210)
_CROSSHAIR_RIM = QColor(0, 0, 0, 70)


def draw_crosshair(
    painter: QPainter, placement: Placement, at: tuple[int, int], colours: tuple[str, str]
) -> None:
    """Lines through the middle of voxel ``at`` with a gap around it.

    Args:
        at: (row, column).
        colours: Of the vertical and of the horizontal line.
    """
    x, y = placement.to_widget(at[0] + 0.5, at[1] + 0.5)
    x, y = int(x), int(y)
    width, height = placement.size_px
    down, across = placement.scale
    gap_x, gap_y = max(GAP_PX, int(across / 2) + 3), max(GAP_PX, int(down / 2) + 3)
    upright, level = (
        crosshair_line(colour, length, turned, painter.device().devicePixelRatioF())
        for colour, length, turned in zip(colours, (height, width), (True, False), strict=True)
    )
    for tile, rect in (
        (upright, QRect(x - 1, 0, CROSSHAIR_PX, y - gap_y)),
        (upright, QRect(x - 1, y + gap_y, CROSSHAIR_PX, height - y - gap_y)),
        (level, QRect(0, y - 1, x - gap_x, CROSSHAIR_PX)),
        (level, QRect(x + gap_x, y - 1, width - x - gap_x, CROSSHAIR_PX)),
    ):
        if rect.isValid():
            size = QSizeF(rect.size()) * tile.devicePixelRatio()
            painter.drawImage(QPointF(rect.topLeft()), tile, QRectF(QPointF(), size))


@lru_cache(maxsize=32)
def crosshair_line(colour: str, length: int, is_upright: bool, pixel_ratio: float) -> QImage:
    """A line with a dark rim, drawn once: Qt blends a thin upright rectangle row by row."""
    size = QSizeF(CROSSHAIR_PX, length) if is_upright else QSizeF(length, CROSSHAIR_PX)
    line = QImage((size * pixel_ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    line.setDevicePixelRatio(pixel_ratio)
    line.fill(_CROSSHAIR_RIM)
    painter = QPainter(line)
    middle = QRectF(1, 0, 1, length) if is_upright else QRectF(0, 1, length, 1)
    painter.fillRect(middle, QColor(colour))
    painter.end()
    return line


def draw_letters(
    painter: QPainter,
    size_px: tuple[int, int],
    letters: tuple[str, str, str, str],
    texts: QSizeF,
    covered_px: int = 0,
) -> None:
    """The patient's side at the middle of the left, right, top and bottom edge.

    Args:
        texts: What the texts at the upper left take; a narrow view has its letter below them.
        covered_px: How far down something else lies over the view.
    """
    width, height = size_px
    ratio = painter.device().devicePixelRatioF()
    tiles = _letter_tiles(letters, painter.font().key(), ratio)
    (_, left), (_, right), (_, top), (_, bottom) = tiles
    is_narrow = (width - top.width()) / 2 < texts.width()
    above = covered_px + EDGE_PX - 2
    places = (
        (EDGE_PX, (height - left.height()) / 2),
        (width - EDGE_PX - right.width(), (height - right.height()) / 2),
        ((width - top.width()) / 2, texts.height() if is_narrow else above),
        ((width - bottom.width()) / 2, height - EDGE_PX + 2 - bottom.height()),
    )
    for (tile, _), (x, y) in zip(tiles, places, strict=True):
        painter.drawPixmap(QPointF(x, y), tile)


@lru_cache(maxsize=16)
def _letter_tiles(
    letters: tuple[str, ...], font_key: str, pixel_ratio: float
) -> tuple[tuple[QPixmap, QSizeF], ...]:
    """Each letter in bold, with its size in the widget."""
    font = QFont(_font(font_key)[0])
    font.setBold(True)
    tiles = (text_tile(letter, theme.views.TEXT, font.key(), pixel_ratio) for letter in letters)
    return tuple((tile, tile.deviceIndependentSize()) for tile in tiles)


def draw_lines(
    painter: QPainter,
    size_px: tuple[int, int],
    lines: tuple[str, ...],
    *,
    bottom: bool,
    covered_px: int = 0,
) -> QSizeF:
    """Texts one under the other in the upper or lower left corner; returns what they take.

    Those at the top begin below what lies over the view.
    """
    font_key, ratio = painter.font().key(), painter.device().devicePixelRatioF()
    line_height = _line_height(font_key)
    high = len(lines) * line_height
    y = size_px[1] - EDGE_PX - high if bottom else covered_px + EDGE_PX
    widest = 0.0
    for line in lines:
        x = float(EDGE_PX)
        for part in _parts(line):
            tile = text_tile(part, theme.views.TEXT, font_key, ratio)
            painter.drawPixmap(QPointF(x, y), tile)
            x += _advance(part, font_key)
        widest = max(widest, x + _RIM_PX - EDGE_PX)
        y += line_height
    return QSizeF(EDGE_PX + widest, covered_px + EDGE_PX + high)


def _parts(line: str) -> tuple[str, ...]:
    """What is drawn at once: of a number that is another one on every slice, digit by digit."""
    number = line.partition(" ")[0]
    return (*number, line[len(number) :]) if number.isdecimal() else (line,)


def ruler_mm(px_per_mm: float, width_px: int) -> int | None:
    """The round length that takes at most three tenths of the view; None if none does.

    >>> ruler_mm(2.0, 512), ruler_mm(0.5, 512), ruler_mm(20.0, 512)
    (50, 200, 5)
    """
    room = 0.3 * width_px / px_per_mm
    return next((length for length in RULER_LENGTHS_MM if length <= room), None)


def draw_ruler(painter: QPainter, placement: Placement) -> None:
    """A length to compare with, at the lower right."""
    width, height = placement.size_px
    length = ruler_mm(placement.px_per_mm, width)
    if length is None:
        return
    font_key, ratio = painter.font().key(), painter.device().devicePixelRatioF()
    tile = _ruler_tile(length, round(length * placement.px_per_mm), font_key, ratio)
    size = tile.deviceIndependentSize()
    painter.drawPixmap(QPointF(width - size.width(), height - size.height()), tile)


@lru_cache(maxsize=32)
def _ruler_tile(length_mm: int, long_px: int, font_key: str, pixel_ratio: float) -> QPixmap:
    """The ruler as it lies in the lower right corner, drawn once."""
    text = text_tile(tr("{length} mm", length=length_mm), theme.views.TEXT, font_key, pixel_ratio)
    size = text.deviceIndependentSize()
    right = EDGE_PX + 4
    width = max(long_px + right + RULER_TICK_PX, math.ceil(size.width() + EDGE_PX / 2))
    height = right + 5 + math.ceil(size.height())
    tile = _clear_tile(QSizeF(width, height), pixel_ratio)
    x1, y = width - right, height - right
    ticks = (
        (x1 - long_px, y - RULER_TICK_PX, x1 - long_px, y),
        (x1 - long_px, y, x1, y),
        (x1, y - RULER_TICK_PX, x1, y),
    )
    painter = QPainter(tile)
    for colour, pen_px in ((_SHADOW, 3.4), (QColor(theme.views.TEXT), 1.4)):
        painter.setPen(QPen(colour, pen_px))
        for x0, y0, x2, y2 in ticks:
            painter.drawLine(x0, y0, x2, y2)
    x = min(x1 - long_px / 2 - size.width() / 2, width - EDGE_PX / 2 - size.width())
    painter.drawPixmap(QPointF(x, y - 5 - size.height()), text)
    painter.end()
    return tile


def draw_empty(painter: QPainter, size_px: tuple[int, int], text: str) -> None:
    """A sentence in the middle of a view that has nothing to show."""
    painter.setPen(QColor(theme.views.MUTED))
    area = QRectF(0, 0, *size_px).adjusted(12, 12, -12, -12)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)


@lru_cache(maxsize=512)
def text_tile(text: str, colour: str, font_key: str, pixel_ratio: float) -> QPixmap:
    """A text with a dark rim, drawn once: laying out letters costs more than all the rest."""
    font, metrics = _font(font_key)
    size = QSizeF(_advance(text, font_key) + _RIM_PX, _line_height(font_key))
    tile = _clear_tile(size, pixel_ratio)
    painter = QPainter(tile)
    _write(painter, text, font, QColor(colour), metrics.ascent() + 1)
    painter.end()
    return tile


@lru_cache(maxsize=512)
def _advance(text: str, font_key: str) -> float:
    """How far the next text is to the right of this one."""
    return _font(font_key)[1].horizontalAdvance(text)


@lru_cache(maxsize=16)
def _line_height(font_key: str) -> float:
    return _font(font_key)[1].height() + 2


def _clear_tile(size: QSizeF, pixel_ratio: float) -> QPixmap:
    tile = QPixmap((size * pixel_ratio).toSize())
    tile.setDevicePixelRatio(pixel_ratio)
    tile.fill(Qt.GlobalColor.transparent)
    return tile


def _write(painter: QPainter, text: str, font: QFont, colour: QColor, base: float) -> None:
    painter.setFont(font)
    painter.setPen(_SHADOW)
    for dx, dy in ((1, 0), (3, 0), (2, -1), (2, 1), (3, 1)):
        painter.drawText(QPointF(dx, base + dy), text)
    painter.setPen(colour)
    painter.drawText(QPointF(2, base), text)


@lru_cache(maxsize=16)
def _font(key: str) -> tuple[QFont, QFontMetricsF]:
    font = QFont()
    font.fromString(key)
    return font, QFontMetricsF(font)
