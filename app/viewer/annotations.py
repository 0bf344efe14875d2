"""What is written and drawn over a slice: crosshair, orientation letters, ruler, texts."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPixmap

from app import theme
from app.viewer.placement import Placement

GAP_PX = 14
EDGE_PX = 8
CROSSHAIR_PX = 3
RULER_LENGTHS_MM = (200, 100, 50, 10, 5, 1)
_COUNTING = frozenset("0123456789 /")
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
) -> None:
    """The patient's side at the middle of the left, right, top and bottom edge.

    Args:
        texts: What the texts at the upper left take; a narrow view has its letter below them.
    """
    width, height = size_px
    font = QFont(painter.font())
    font.setBold(True)
    tiles = [_tile(painter, letter, theme.views.TEXT, font) for letter in letters]
    left, right, top, bottom = (tile.deviceIndependentSize() for tile in tiles)
    is_narrow = (width - top.width()) / 2 < texts.width()
    places = (
        (EDGE_PX, (height - left.height()) / 2),
        (width - EDGE_PX - right.width(), (height - right.height()) / 2),
        ((width - top.width()) / 2, texts.height() if is_narrow else EDGE_PX - 2),
        ((width - bottom.width()) / 2, height - EDGE_PX + 2 - bottom.height()),
    )
    for tile, (x, y) in zip(tiles, places, strict=True):
        painter.drawPixmap(QPointF(x, y), tile)


def draw_lines(
    painter: QPainter,
    size_px: tuple[int, int],
    lines: tuple[str, ...],
    *,
    bottom: bool,
) -> QSizeF:
    """Texts one under the other in the upper or lower left corner; returns what they take."""
    tiles = [_tile(painter, line, theme.views.TEXT, painter.font()) for line in lines]
    sizes = [tile.deviceIndependentSize() for tile in tiles]
    high = sum(size.height() for size in sizes)
    y = size_px[1] - EDGE_PX - high if bottom else EDGE_PX
    for tile, size in zip(tiles, sizes, strict=True):
        painter.drawPixmap(QPointF(EDGE_PX, y), tile)
        y += size.height()
    return QSizeF(EDGE_PX + max((size.width() for size in sizes), default=0.0), EDGE_PX + high)


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
    long = round(length * placement.px_per_mm)
    x1, y = width - EDGE_PX - 4, height - EDGE_PX - 4
    ticks = ((x1 - long, y - 6, x1 - long, y), (x1 - long, y, x1, y), (x1, y - 6, x1, y))
    for colour, pen_px in ((_SHADOW, 3.4), (QColor(theme.views.TEXT), 1.4)):
        painter.setPen(QPen(colour, pen_px))
        for x0, y0, x2, y2 in ticks:
            painter.drawLine(x0, y0, x2, y2)
    tile = _tile(painter, f"{length} mm", theme.views.TEXT, painter.font())
    size = tile.deviceIndependentSize()
    x = min(x1 - long / 2 - size.width() / 2, width - EDGE_PX / 2 - size.width())
    painter.drawPixmap(QPointF(x, y - 5 - size.height()), tile)


def draw_empty(painter: QPainter, size_px: tuple[int, int], text: str) -> None:
    """A sentence in the middle of a view that has nothing to show."""
    painter.setPen(QColor(theme.views.MUTED))
    area = QRectF(0, 0, *size_px).adjusted(12, 12, -12, -12)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)


def _tile(painter: QPainter, text: str, colour: str, font: QFont) -> QPixmap:
    return text_tile(text, colour, font.key(), painter.device().devicePixelRatioF())


@lru_cache(maxsize=512)
def text_tile(text: str, colour: str, font_key: str, pixel_ratio: float) -> QPixmap:
    """A text with a dark rim, drawn once: laying out letters costs more than all the rest."""
    font, metrics = _font(font_key)
    tile = _clear_tile(metrics.horizontalAdvance(text), metrics, pixel_ratio)
    painter = QPainter(tile)
    if len(text) > 1 and set(text) <= _COUNTING:  # another text on every slice
        x = 0.0
        for letter in text:
            painter.drawPixmap(QPointF(x, 0), text_tile(letter, colour, font_key, pixel_ratio))
            x += metrics.horizontalAdvance(letter)
    else:
        _write(painter, text, font, QColor(colour), metrics.ascent() + 1)
    painter.end()
    return tile


def _clear_tile(advance: float, metrics: QFontMetricsF, pixel_ratio: float) -> QPixmap:
    tile = QPixmap((QSizeF(advance + 5, metrics.height() + 2) * pixel_ratio).toSize())
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
