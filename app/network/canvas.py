"""The drawing of a network on the screen: scales without loss, tells what is under the pointer."""

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app import theme
from app.network.saying import say
from app.translation import tr
from unet_core.network_drawing import DARK_PAPER, LIGHT_PAPER, Drawing, draw_network
from unet_core.network_shape import NetworkFacts
from unet_core.network_words import text_of

SMALLEST, LARGEST, STEP = 0.5, 4.0, 1.2
EMPTY_HEIGHT = 360
NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BEFORE = (Qt.Key.Key_Left, Qt.Key.Key_Up)
LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)


class NetworkCanvas(QWidget):
    """As wide as it is given, and as high as the drawing then is; Ctrl and the wheel enlarge.

    Signals:
        spot_changed: Title and text of the part of the network chosen; both empty for none.
    """

    spot_changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("network_canvas")
        self.setAccessibleName(tr("The network, drawn as the U it is"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._renderer = QSvgRenderer(self)
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self._facts: NetworkFacts | None = None
        self._drawing: Drawing | None = None
        self._chosen = -1
        self._zoom = 1.0
        self._room = 0
        theme.wearing.changed.connect(self._draw)

    @property
    def drawing(self) -> Drawing | None:
        """What is shown."""
        return self._drawing

    def show_network(self, facts: NetworkFacts | None) -> None:
        """Draw a network, or nothing."""
        self._facts = facts
        self._chosen = -1
        self.setAccessibleDescription("" if facts is None else text_of(facts, say))
        self._draw()
        self.spot_changed.emit("", "")

    def fit_into(self, width: int) -> None:
        """Be as wide as there is room, times what was enlarged."""
        self._room = width
        wide = round(width * self._zoom)
        self.setFixedSize(wide, self.heightForWidth(wide))

    @Slot()
    def _draw(self) -> None:
        if self._facts is None:
            self._drawing = None
        else:
            paper = LIGHT_PAPER if theme.wearing.name == "light" else DARK_PAPER
            self._drawing = draw_network(self._facts, paper, say)
            self._renderer.load(QByteArray(self._drawing.svg.encode()))
        self.fit_into(self._room or self.width())
        self.update()

    # --- size --------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        drawing = self._drawing
        return EMPTY_HEIGHT if drawing is None else round(width * drawing.height / drawing.width)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def _zoom_by(self, factor: float) -> None:
        self._zoom = min(max(self._zoom * factor, SMALLEST), LARGEST)
        self.fit_into(self._room)

    # --- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        drawing = self._drawing
        with QPainter(self) as painter:
            if drawing is None:
                painter.fillRect(self.rect(), QColor(theme.SURFACE))
                painter.setPen(QColor(theme.MUTED))
                painter.drawText(
                    self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Building the network…")
                )
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._renderer.render(painter, QRectF(self.rect()))
            if 0 <= self._chosen < len(drawing.spots):
                painter.setPen(QPen(QColor(theme.ACCENT), 2))
                painter.drawRoundedRect(self._rect_of(self._chosen), 5, 5)
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.ACCENT), 1, Qt.PenStyle.DotLine))
                painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _scale(self) -> float:
        return 1.0 if self._drawing is None else self.width() / self._drawing.width

    def _rect_of(self, number: int) -> QRectF:
        assert self._drawing is not None
        scale = self._scale()
        return QRectF(*(length * scale for length in self._drawing.spots[number].box))

    # --- parts -------------------------------------------------------------------------------

    def spot_at(self, place: QPointF) -> int:
        """Number of the part under a place; -1 for none."""
        if self._drawing is None:
            return -1
        for number in reversed(range(len(self._drawing.spots))):
            if self._rect_of(number).contains(place):
                return number
        return -1

    def chosen_rect(self) -> QRectF:
        """Where the chosen part is; empty for none."""
        return self._rect_of(self._chosen) if self._chosen >= 0 else QRectF()

    def choose(self, number: int) -> None:
        """Frame a part and tell of it."""
        if self._drawing is None or number == self._chosen:
            return
        self._chosen = number
        spot = self._drawing.spots[number] if number >= 0 else None
        self.spot_changed.emit(spot.title if spot else "", spot.text if spot else "")
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self.spot_at(event.position())
        if number >= 0 or not self.hasFocus():
            self.choose(number)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.spot_at(QPointF(event.pos()))
            if self._drawing is not None and number >= 0:
                spot = self._drawing.spots[number]
                QToolTip.showText(event.globalPos(), f"{spot.title}\n{spot.text}", self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self.choose(-1)

    # --- keys and wheel ----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        count = len(self._drawing.spots) if self._drawing is not None else 0
        if key in NEXT and count:
            self.choose((self._chosen + 1) % count)
        elif key in BEFORE and count:
            self.choose((self._chosen - 1) % count if self._chosen >= 0 else count - 1)
        elif key in LARGER:
            self._zoom_by(STEP)
        elif key == Qt.Key.Key_Minus:
            self._zoom_by(1 / STEP)
        elif key == Qt.Key.Key_0:
            self._zoom_by(1 / self._zoom)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
