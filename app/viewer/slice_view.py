"""One plane of the open scan, with its masks, under the reader's hand."""

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
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

from app.document import Window
from app.session import Session
from app.viewer import annotations, render
from app.viewer.annotated import annotate
from app.viewer.picture import Scene, SlicePicture
from app.viewer.placement import Placement
from app.viewer.planes import PLANES, Plane
from app.viewer.readout import Readout, read
from app.viewer.view_keys import press
from app.viewer.view_menu import ViewMenu
from unet_core.volume import Index

MouseMode = Literal["crosshair", "window"]
_Drag = Literal["", "crosshair", "window", "pan", "zoom"]
EMPTY_TEXT = (
    "Open a CT: File > Open, or drop files here.\n\n"
    "None at hand? File > Open demo patients makes some."
)
WHEEL_STEP = 120
ZOOM_STEP = 1.15
_EDITORS = (QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit, QPlainTextEdit)
"""Hover takes the keyboard, but not from someone who is writing."""


class SliceView(QWidget):
    """Draws one plane and turns mouse and keys into changes of the Session.

    Signals:
        hovered: What lies under the pointer, in one line; empty when it leaves.
        maximise_requested: A double-click asks for this view alone, or for all again.
    """

    hovered = Signal(str)
    maximise_requested = Signal()

    def __init__(self, session: Session, plane: Plane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plane = PLANES[plane]
        self.setObjectName(f"view_{plane}")
        self.setAccessibleName(f"{self.plane.title} slice")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(120, 100)
        self.mouse_mode: MouseMode = "crosshair"
        self.crosshair_visible = True
        self.smooth = True
        self._session = session
        self._picture = SlicePicture(self.plane)
        self._placement: Placement | None = None
        self._readout: Readout | None = None
        self._position = -1
        self._wheel = 0
        self._pointer: QPointF | None = None
        self._is_moving_crosshair = False
        self._drag: _Drag = ""
        self._pressed_at = QPointF()
        self._dragged_from = QPointF()
        self._window_before = session.window
        self._menu: ViewMenu | None = None
        session.volume_changed.connect(self._on_volume_changed)
        session.layers_changed.connect(self._on_content_changed)
        session.window_changed.connect(self._on_content_changed)
        session.cursor_changed.connect(self._on_cursor_changed)
        self._on_volume_changed()

    # --- what is shown ---------------------------------------------------------------------

    @property
    def placement(self) -> Placement | None:
        """Where the slice lies in this widget; None while no scan is open."""
        return self._placement

    @property
    def position(self) -> int:
        """Canonical index of the slice on show."""
        return self._session.cursor[self.plane.axis]

    @property
    def slices(self) -> int:
        """How many slices the open scan has along this view; 0 without one."""
        volume = self._session.volume
        return volume.geometry.canonical.shape_zyx[self.plane.axis] if volume is not None else 0

    @property
    def readout(self) -> Readout | None:
        """What lies under the pointer; None outside the scan."""
        return self._readout

    def reset_view(self) -> None:
        """Fit the slice into the view."""
        volume = self._session.volume
        if volume is None:
            self._placement = None
        else:
            self._placement = Placement.fitted(
                self.plane.shape(volume.geometry.canonical.shape_zyx),
                self.plane.pixel_mm(volume.geometry.canonical),
                (self.width(), self.height()),
            )
        self.update()

    def step(self, slices: int) -> None:
        """Go so many slices further; stops at the ends."""
        cursor = list(self._session.cursor)
        cursor[self.plane.axis] += slices
        self._session.set_cursor((cursor[0], cursor[1], cursor[2]))

    def auto_window(self) -> Window | None:
        """The grey window that suits the slice on show; None without a scan."""
        volume = self._session.volume
        if volume is None:
            return None
        return render.auto_window(self.plane.cut(volume.canonical, self.position))

    def set_smooth(self, smooth: bool) -> None:
        """Interpolate the grey picture between voxels, or show each as a block."""
        self.smooth = smooth
        self.update()

    def set_crosshair_visible(self, visible: bool) -> None:
        """Show or hide the lines of the other planes."""
        self.crosshair_visible = visible
        self.update()

    def set_mouse_mode(self, mode: MouseMode) -> None:
        """What a left drag does: move the crosshair, or change the grey window."""
        self.mouse_mode = mode
        self._show_cursor()

    # --- between pointer and voxel ---------------------------------------------------------

    def voxel_at(self, position: QPointF) -> Index | None:
        """The canonical voxel under a point of this widget; None outside the scan."""
        volume, placement = self._session.volume, self._placement
        if volume is None or placement is None:
            return None
        row, column = placement.voxel(position.x(), position.y())
        if not placement.holds(row, column):
            return None
        return self.plane.index(row, column, self.position, volume.geometry.canonical.shape_zyx)

    def point_of(self, index_zyx: Index) -> QPointF:
        """Where the middle of a canonical voxel is drawn, if its slice is shown."""
        volume, placement = self._session.volume, self._placement
        if volume is None or placement is None:
            return QPointF()
        row, column = self.plane.row_column(index_zyx, volume.geometry.canonical.shape_zyx)
        return QPointF(*placement.to_widget(row + 0.5, column + 0.5))

    def _crosshair_place(self) -> tuple[int, int]:
        volume = self._session.volume
        assert volume is not None
        return self.plane.row_column(self._session.cursor, volume.geometry.canonical.shape_zyx)

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        volume, placement = self._session.volume, self._placement
        if volume is None or placement is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            if self.plane.name == "axial":
                annotations.draw_empty(painter, (self.width(), self.height()), EMPTY_TEXT)
        else:
            scene = Scene(
                volume,
                self.position,
                self._session.window,
                self._session.layers,
                placement,
                self.smooth,
            )
            painter.drawImage(0, 0, self._picture.image(scene, self.devicePixelRatioF()))
            cursor = self._session.cursor if self.crosshair_visible else None
            annotate(painter, self.plane, scene, cursor, self._readout)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._placement is not None:
            self._placement = self._placement.resized((self.width(), self.height()))

    def sizeHint(self) -> QSize:
        return QSize(420, 360)

    # --- the session changed ---------------------------------------------------------------

    @Slot()
    def _on_volume_changed(self) -> None:
        self._picture.forget()
        self._position = self.position
        self._set_readout(None)
        self._show_cursor()
        self.reset_view()

    @Slot()
    def _on_content_changed(self) -> None:
        self._read_again()
        self.update()

    @Slot()
    def _on_cursor_changed(self) -> None:
        if self._position != self.position:
            self._position = self.position
            self._read_again()
        if self._placement is not None and not self._is_moving_crosshair:
            self._placement = self._placement.showing(*self._crosshair_place())
        self.update()

    # --- mouse -----------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(ZOOM_STEP ** (turned / WHEEL_STEP), event.position())
            return
        if turned * self._wheel < 0:
            self._wheel = 0
        self._wheel += turned
        steps = int(self._wheel / WHEEL_STEP)
        self._wheel -= steps * WHEEL_STEP
        self.step(steps)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._placement is None:
            return
        self._drag = self._drag_for(event)
        self._pressed_at = self._dragged_from = event.position()
        self._window_before = self._session.window
        if self._drag == "crosshair":
            self._move_crosshair(event.position())
        self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        here = event.position()
        moved = here - self._dragged_from
        self._dragged_from = here
        if self._drag == "crosshair":
            self._move_crosshair(here)
        elif self._drag == "window":
            self._drag_window(here - self._pressed_at)
        elif self._drag == "pan" and self._placement is not None:
            self._placement = self._placement.panned(moved.x(), moved.y())
        elif self._drag == "zoom" and self._is_real_drag(here):
            self._zoom(1.01 ** -moved.y(), self._pressed_at)
        elif not self._drag and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._move_crosshair(here)
        self._read_at(here)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        was, self._drag = self._drag, ""
        self._show_cursor()
        if was == "zoom" and not self._is_real_drag(event.position()):
            self.context_menu().popup(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton and self._placement is not None:
            self.maximise_requested.emit()
        else:
            self.mousePressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        if self.isActiveWindow() and not isinstance(QApplication.focusWidget(), _EDITORS):
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self._set_readout(None)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key; a right click is told from a right drag when it is released."""
        event.accept()
        if event.reason() != QContextMenuEvent.Reason.Mouse and self._placement is not None:
            self.context_menu().popup(event.globalPos())

    def context_menu(self) -> ViewMenu:
        """Grey windows by name, and how this view is drawn."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = ViewMenu(self._session, self, self)
        return self._menu

    def _drag_for(self, event: QMouseEvent) -> _Drag:
        if event.button() == Qt.MouseButton.RightButton:
            return "zoom"
        if event.button() == Qt.MouseButton.MiddleButton:
            return "pan"
        if event.button() != Qt.MouseButton.LeftButton:
            return ""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return "pan"
        return self.mouse_mode

    def _is_real_drag(self, here: QPointF) -> bool:
        return (here - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()

    def _move_crosshair(self, position: QPointF) -> None:
        volume, placement = self._session.volume, self._placement
        if volume is not None and placement is not None:
            row, column = placement.voxel(position.x(), position.y())
            shape = volume.geometry.canonical.shape_zyx
            self._is_moving_crosshair = True
            self._session.set_cursor(self.plane.index(row, column, self.position, shape))
            self._is_moving_crosshair = False

    def _drag_window(self, moved: QPointF) -> None:
        before = self._window_before
        self._session.set_window(
            Window(
                before.width * 1.004 ** moved.x(),
                before.level + moved.y() * max(before.width, 8.0) / 256,
            )
        )

    def _zoom(self, factor: float, around: QPointF) -> None:
        if self._placement is not None:
            self._placement = self._placement.zoomed(factor, around.x(), around.y())
            self._read_at(around)
            self.update()

    def _show_cursor(self) -> None:
        shapes = {"pan": Qt.CursorShape.ClosedHandCursor, "zoom": Qt.CursorShape.SizeVerCursor}
        usual = Qt.CursorShape.CrossCursor
        if self.mouse_mode == "window":
            usual = Qt.CursorShape.SizeAllCursor
        if self._session.volume is None:
            usual = Qt.CursorShape.ArrowCursor
        self.setCursor(shapes.get(self._drag, usual))

    # --- reading under the pointer ---------------------------------------------------------

    def _read_at(self, position: QPointF) -> None:
        self._pointer = position
        volume, index = self._session.volume, self.voxel_at(position)
        if volume is None or index is None:
            self._set_readout(None)
        else:
            self._set_readout(read(volume, self._session.layers, index))

    def _read_again(self) -> None:
        if self._pointer is not None:
            self._read_at(self._pointer)

    def _set_readout(self, readout: Readout | None) -> None:
        if readout != self._readout:
            self._readout = readout
            self.hovered.emit(readout.text if readout else "")

    # --- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press(self, self._session, event):
            event.ignore()
