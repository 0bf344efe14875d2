"""The 3D view's picture under the reader's hand: turned, moved, zoomed, clicked."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app import theme
from app.session import Session
from app.translation import tr
from app.viewer import annotations
from app.viewer.covered import Covered
from app.viewer.masks import change_opacity, toggle_masks
from app.viewer.surface_camera import STANDARD_VIEWS, Camera
from app.viewer.surface_cube import draw_cube, middle_of, side_at
from app.viewer.surface_drawing import SurfaceDrawing, View
from app.viewer.surface_scene import SLICE_MODES, SliceMode
from app.viewer.view_keys import OPACITY_STEP
from unet_core.volume import Point

NO_SCAN = tr("Surfaces of the masks appear here.")
NO_MASK = tr("Surfaces of the masks appear here.\n\nOpen a mask, or predict one.")
BUILDING = tr("Building the surfaces…")
NO_SURFACE = tr("The masks hold no label: there is no surface to show.")
NO_SCALE = tr("Voxel size unknown")
ZOOM_STEP, TURN_PX = 1.15, 30.0
_EDITORS = (QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit, QPlainTextEdit)
"""Hover takes the keyboard, but not from someone who is writing."""
_TURNS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SurfaceCanvas(Covered):
    """Shows what the stage draws and turns mouse and keys into another camera.

    Attributes:
        drawing: Keeps the picture up to date.

    Signals:
        maximise_requested: A double-click asks for this view alone, or for all again.
        slice_mode_changed: Slices are shown in another way.
    """

    maximise_requested = Signal()
    slice_mode_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas_3d")
        self.setAccessibleName(tr("Surfaces of the masks"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(120, 100)
        self._session = session
        self._camera = Camera()
        self._is_untouched = True
        self._is_clicking = False
        self._pressed_at = QPointF()
        self._dragged_from = QPointF()
        self._button = Qt.MouseButton.NoButton
        self.drawing = SurfaceDrawing(session, self)
        self.drawing.drawn.connect(self.update)
        self.drawing.told.connect(self.update)
        self.drawing.bounded.connect(self._on_bounded)
        self.drawing.picked.connect(self._on_picked)
        session.volume_changed.connect(self._on_volume_changed)

    # --- where from ------------------------------------------------------------------------

    @property
    def camera(self) -> Camera:
        """Where the view is looked at from."""
        return self._camera

    @property
    def is_fitted(self) -> bool:
        """Whether all is in view whatever the size, as long as the reader moves nothing."""
        return self._is_untouched

    def set_camera(self, camera: Camera, *, is_fitted: bool) -> None:
        """Look from another place, or, if fitted, at all of it from that side."""
        self._camera = camera
        self._is_untouched = is_fitted
        if is_fitted:
            self._fit()
        else:
            self._look()

    def reset_view(self) -> None:
        """All of it from the front."""
        self._is_untouched = True
        self._camera = Camera()
        self._fit()

    def look_from(self, side: str) -> None:
        """All of it from a side of the patient: A, P, L, R, S or I."""
        self._camera = self._camera.seen_from(side)
        self._is_untouched = True
        self._fit()

    def set_slice_mode(self, mode: SliceMode) -> None:
        """Show slices in another way."""
        if mode != self.drawing.slice_mode:
            self.drawing.set_slice_mode(mode)
            self.slice_mode_changed.emit()

    def _fit(self) -> None:
        bounds = self.drawing.bounds()
        if bounds is not None:
            self._camera = self._camera.fitted(bounds, self.width() / max(self.height(), 1))
        self._look()

    def _look(self, *, is_moving: bool = False) -> None:
        ratio = self.devicePixelRatioF()
        size = (round(self.width() * ratio), round(self.height() * ratio))
        self.drawing.look(View(self._camera, size), is_moving=is_moving)
        self.update()

    def _move(self, camera: Camera) -> None:
        self._is_untouched = False
        self._camera = camera
        self._look(is_moving=True)

    def _zoom(self, factor: float) -> None:
        bounds = self.drawing.bounds()
        if bounds is not None:
            size_mm = sum((b - a) ** 2 for a, b in zip(*bounds, strict=True)) ** 0.5
            self._move(self._camera.zoomed(factor, max(size_mm, 1.0)))

    # --- what happened ---------------------------------------------------------------------

    @Slot()
    def _on_volume_changed(self) -> None:
        self._is_untouched = True
        self._camera = Camera()
        self._fit()

    @Slot()
    def _on_bounded(self) -> None:
        if self._is_untouched:
            self._fit()

    @Slot(object)
    def _on_picked(self, point: Point) -> None:
        volume = self._session.volume
        if volume is not None:
            self._session.set_cursor(volume.geometry.canonical.index(point))

    def showEvent(self, event: QShowEvent) -> None:
        self.drawing.set_active(True)
        self._on_bounded()

    def hideEvent(self, event: QHideEvent) -> None:
        self.drawing.set_active(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_untouched:
            self._fit()
        else:
            self._look()

    def sizeHint(self) -> QSize:
        return QSize(420, 360)

    # --- painting --------------------------------------------------------------------------

    @property
    def note(self) -> str:
        """What is written in the middle instead of a picture; empty with one."""
        if self.drawing.trouble:
            return self.drawing.trouble
        if self._session.volume is None:
            return NO_SCAN
        if not self.drawing.has_masks:
            return NO_MASK
        if self.drawing.is_empty:
            return NO_SURFACE
        if self.drawing.image.isNull():
            return BUILDING
        return ""

    @property
    def corner_text(self) -> str:
        """What is written in the lower right corner: how far the surfaces are."""
        progress = self.drawing.progress
        if progress is None or self.note:
            return ""
        done, count = progress
        return (
            tr("Building surfaces: {done} of {count}", done=done, count=count)
            if count
            else BUILDING
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            size = (self.width(), self.height())
            if self.note:
                painter.fillRect(self.rect(), QColor(theme.views.VIEW))
                annotations.draw_empty(painter, size, self.note)
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(QRectF(self.rect()), self.drawing.image)
                self._annotate(painter)

    def _annotate(self, painter: QPainter) -> None:
        volume, size = self._session.volume, (self.width(), self.height())
        if volume is None:
            return
        if volume.geometry.has_orientation:
            draw_cube(painter, self._camera, self._cube_middle)
            letters = self._camera.side_letters()
            annotations.draw_letters(painter, size, letters, QSizeF(0, 0), self.covered_px)
        if not volume.geometry.has_scale:
            annotations.draw_lines(
                painter, size, (NO_SCALE,), bottom=False, covered_px=self.covered_px
            )
        if self.corner_text:
            area = QRectF(self.rect()).adjusted(8, 8, -8, -8)
            painter.setPen(QColor(theme.views.MUTED))
            corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            painter.drawText(area, corner, self.corner_text)

    @property
    def _cube_middle(self) -> QPointF:
        return middle_of(self.height())

    # --- mouse -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._button = event.button()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._is_left:
            self._button = Qt.MouseButton.MiddleButton
        self._pressed_at = self._dragged_from = event.position()
        self._is_clicking = self._is_left

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        here = event.position()
        if self.note or self._button == Qt.MouseButton.NoButton:
            return
        distance = (here - self._pressed_at).manhattanLength()
        if self._is_clicking and distance < QApplication.startDragDistance():
            return
        moved, self._dragged_from, self._is_clicking = here - self._dragged_from, here, False
        match self._button:
            case Qt.MouseButton.LeftButton:
                self._move(self._camera.rotated(moved.x(), moved.y()))
            case Qt.MouseButton.MiddleButton:
                self._move(self._camera.panned(moved.x(), moved.y(), self.height()))
            case Qt.MouseButton.RightButton:
                self._zoom(1.01 ** -moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._button = Qt.MouseButton.NoButton
        if self._is_clicking and not self.note:
            self._click(event.position())
        self._is_clicking = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self.maximise_requested.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        if not self.note:
            self._zoom(ZOOM_STEP ** (event.angleDelta().y() / 120))

    def enterEvent(self, event: QEnterEvent) -> None:
        if self.isActiveWindow() and not isinstance(QApplication.focusWidget(), _EDITORS):
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _click(self, position: QPointF) -> None:
        volume = self._session.volume
        has_cube = volume is not None and volume.geometry.has_orientation
        side = side_at(self._camera, self._cube_middle, position) if has_cube else None
        if side is not None:
            self.look_from(side)
        else:
            self.drawing.pick(position.x() / self.width(), position.y() / self.height())

    @property
    def _is_left(self) -> bool:
        return self._button == Qt.MouseButton.LeftButton

    # --- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            side = event.text().upper()
            if side not in STANDARD_VIEWS:
                event.ignore()
                return
            self.look_from(side)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._press(key):
            event.ignore()

    def _press(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_R:
                self.reset_view()
            case Qt.Key.Key_V:
                modes = SLICE_MODES
                place = modes.index(self.drawing.slice_mode)
                self.set_slice_mode(modes[(place + 1) % len(modes)])
            case key if key in _TURNS:
                right, down = _TURNS[key]
                self._move(self._camera.rotated(right * TURN_PX, down * TURN_PX))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom(ZOOM_STEP)
            case Qt.Key.Key_Minus:
                self._zoom(1 / ZOOM_STEP)
            case Qt.Key.Key_G:
                toggle_masks(self._session)
            case Qt.Key.Key_A:
                change_opacity(self._session, -OPACITY_STEP)
            case Qt.Key.Key_D:
                change_opacity(self._session, OPACITY_STEP)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.maximise_requested.emit()
            case _:
                return False
        return True
