"""A slider that goes where it is clicked and knows where each slice's handle stands."""

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget


class SliceSlider(QSlider):
    """Horizontal, one step a slice.

    Signals:
        resized: The handle's places have moved.
    """

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSingleStep(1)
        self.setPageStep(5)

    def show_slices(self, count: int, position: int) -> None:
        """Offer ``count`` slices and stand at one of them, without telling anyone."""
        with QSignalBlocker(self):
            self.setEnabled(count > 1)
            self.setRange(0, max(count - 1, 0))
            self.setValue(position)

    @property
    def handle_px(self) -> int:
        """Width of the handle."""
        return self._handle().width()

    def x_of(self, value: int) -> float:
        """Where the middle of the handle is for a value."""
        groove, handle = self._part(QStyle.SubControl.SC_SliderGroove), self._handle()
        room = groove.width() - handle.width()
        offset = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), value, room)
        return groove.left() + offset + handle.width() / 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle to the pointer first; then it is dragged as usual."""
        here = event.position()
        if event.button() == Qt.MouseButton.LeftButton and not self._handle().contains(
            here.toPoint()
        ):
            groove, handle = self._part(QStyle.SubControl.SC_SliderGroove), self._handle()
            self.setValue(
                QStyle.sliderValueFromPosition(
                    self.minimum(),
                    self.maximum(),
                    round(here.x() - groove.left() - handle.width() / 2),
                    groove.width() - handle.width(),
                )
            )
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _handle(self) -> QRect:
        return self._part(QStyle.SubControl.SC_SliderHandle)

    def _part(self, part: QStyle.SubControl) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
