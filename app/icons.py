"""Icons: one drawing each, coloured as the theme is when it is painted, sharp at any size."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QIconEngine,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QWidget

from app.colours import RESOURCES, Colours, views, wearing

FOLDER = RESOURCES / "icons"
STROKE = 'stroke-width="1.8"'
_SMALL_PX = 20
_SMALL_STROKE = 'stroke-width="2.1"'
"""Below this size a line would be thinner than a pixel and a half, and grey."""


class Drawing(QIconEngine):
    """Paints ``resources/icons/NAME.svg`` anew for each size and theme.

    Args:
        name: Of the file, without its ending.
        colour: ``#rrggbb`` or the name of a colour of the theme; text colour, accent where
            switched on and pale where disabled, if empty.
        colours: The table to take colours from; that of the theme worn if None.
    """

    def __init__(self, name: str, colour: str = "", colours: Colours | None = None) -> None:
        super().__init__()
        self._name, self._colour, self._colours = name, colour, colours

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        key = f"{self._name} {self._pen(mode, state)} {size.width()} {size.height()} {scale}"
        found = QPixmap()
        if not QPixmapCache.find(key, found):
            found = QPixmap(size * scale)
            found.setDevicePixelRatio(scale)
            found.fill(Qt.GlobalColor.transparent)
            side = min(size.width(), size.height())
            place = QRectF(0, 0, side, side)
            place.moveCenter(QRectF(0, 0, size.width(), size.height()).center())
            painter = QPainter(found)
            QSvgRenderer(self._svg(mode, state, side)).render(painter, place)
            painter.end()
            QPixmapCache.insert(key, found)
        return found

    def clone(self) -> QIconEngine:
        return Drawing(self._name, self._colour, self._colours)

    def _svg(self, mode: QIcon.Mode, state: QIcon.State, side: int) -> QByteArray:
        svg = _source(self._name).replace("currentColor", self._pen(mode, state))
        if side < _SMALL_PX:
            svg = svg.replace(STROKE, _SMALL_STROKE)
        return QByteArray(svg.encode())

    def _pen(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        colours = self._colours or wearing.colours
        if self._colour:
            return self._colour if self._colour[0] == "#" else str(getattr(colours, self._colour))
        if mode == QIcon.Mode.Disabled:
            return colours.DISABLED
        return colours.ACCENT if state == QIcon.State.On else colours.TEXT


@cache
def icon(name: str) -> QIcon:
    """The icon ``resources/icons/NAME.svg`` in text colour, paler where disabled."""
    return QIcon(Drawing(name))


@cache
def view_icon(name: str) -> QIcon:
    """The same for what lies in the dark round the views, whatever the theme."""
    return QIcon(Drawing(name, colours=views))


@cache
def coloured_icon(name: str, colour: str) -> QIcon:
    """The icon in one colour: ``#rrggbb``, or a name such as "BAD" that follows the theme."""
    return QIcon(Drawing(name, colour))


def swatch(colour: str, size: int = 14) -> QIcon:
    """A small filled square in ``colour`` (``#rrggbb``), for lists of labels."""
    scale = 2  # sharp on a screen of twice the density
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(1, 1, size - 2, size - 2), 3, 3)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    made = QIcon(pixmap)
    made.addPixmap(pixmap, QIcon.Mode.Selected)  # a chosen row must not tint it
    return made


class Mark(QLabel):
    """An icon that is no button: a sign beside words, in the colours of the theme."""

    def __init__(self, size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QIcon()
        self._size = size
        self.setFixedSize(size, size)

    def show_icon(self, icon: QIcon) -> None:
        """Show this one in place of the one before."""
        self._icon = icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect())


@cache
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
