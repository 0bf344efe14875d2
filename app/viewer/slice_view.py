"""One plane of the open scan, with its masks, under the reader's hand."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal, Slot
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

from app.document import CompareMode, Window
from app.session import Session
from app.translation import tr
from app.viewer import annotations, render
from app.viewer.agreement import shown_layers
from app.viewer.annotated import annotate
from app.viewer.covered import Covered
from app.viewer.over import Over
from app.viewer.picture import Scene, SlicePicture
from app.viewer.placement import Placement
from app.viewer.planes import PLANES, Plane
from app.viewer.readout import Readout, read
from app.viewer.slice_frame import SliceFrame
from app.viewer.tool import Painter, Tool
from app.viewer.view_keys import press
from app.viewer.view_menu import ViewMenu
from app.viewer.view_mouse import ViewMouse
from unet_core.volume import Index, Point

EMPTY_TEXT = tr(
    "Open a CT: File > Open, or drop files here.\n\n"
    "None at hand? File > Open demo patients makes some."
)
_EDITORS = (QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit, QPlainTextEdit)
"""Hover takes the keyboard, but not from someone who is writing."""


class SliceView(Covered):
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
        self.setAccessibleName(tr("{plane} slice", plane=self.plane.title))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(120, 100)
        self.crosshair_visible = True
        self.smooth = True
        self.compare_mode: CompareMode | None = None
        self.over: Over | None = None
        self._session = session
        self._picture = SlicePicture(self.plane)
        self._placement: Placement | None = None
        self._readout: Readout | None = None
        self._position = -1
        self._pointer: QPointF | None = None
        self._is_moving_crosshair = False
        self._mouse = ViewMouse(self)
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._on_idle)
        self._painters: list[Painter] = []
        self._menu: ViewMenu | None = None
        session.volume_changed.connect(self._on_volume_changed)
        session.layers_changed.connect(self._on_content_changed)
        session.compare_changed.connect(self._on_content_changed)
        session.measurements_changed.connect(self._on_content_changed)
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

    def set_compare_mode(self, mode: CompareMode | None) -> None:
        """Show reference and prediction in a way of this view's own; None follows the session."""
        self.compare_mode = mode
        self.update()

    def set_crosshair_visible(self, visible: bool) -> None:
        """Show or hide the lines of the other planes."""
        self.crosshair_visible = visible
        self.update()

    @property
    def tool(self) -> Tool | None:
        """What a left drag does; None moves the crosshair."""
        return self._mouse.tool

    def set_tool(self, tool: Tool | None) -> None:
        """Take up another tool."""
        self._mouse.set_tool(tool)
        self._show_cursor()
        self.update()

    def set_ctrl_tool(self, tool: Tool | None) -> None:
        """What a left drag with Ctrl does, whichever tool is held."""
        self._mouse.set_ctrl_tool(tool)

    def add_painter(self, painter: Painter) -> None:
        """Let it draw over every slice, after those that were added before."""
        self._painters.append(painter)
        self.update()

    # --- between pointer, voxel and patient ------------------------------------------------

    @property
    def frame(self) -> SliceFrame | None:
        """The slice on show and where it lies; None while no scan is open."""
        volume, placement = self._session.volume, self._placement
        if volume is None or placement is None:
            return None
        return SliceFrame(
            self.plane,
            volume.geometry.canonical,
            self.position,
            placement,
            self.devicePixelRatioF(),
        )

    def voxel_at(self, position: QPointF) -> Index | None:
        """The canonical voxel under a point of this widget; None outside the scan."""
        frame = self.frame
        return frame.voxel_at(position) if frame is not None else None

    def point_of(self, index_zyx: Index) -> QPointF:
        """Where the middle of a canonical voxel is drawn, if its slice is shown."""
        frame = self.frame
        return frame.point_of(index_zyx) if frame is not None else QPointF()

    def point_at(self, position: QPointF) -> Point | None:
        """LPS mm under a point of this widget, in the middle of the slice; None without a scan."""
        frame = self.frame
        return frame.point_at(position) if frame is not None else None

    def place_of(self, point_xyz_mm: Point) -> QPointF:
        """Where a point of the patient is drawn, seen along the slices' axis."""
        frame = self.frame
        return frame.place_of(point_xyz_mm) if frame is not None else QPointF()

    def slices_from(self, point_xyz_mm: Point) -> float:
        """How many slices a point lies above (positive) or below the slice on show."""
        frame = self.frame
        return frame.slices_from(point_xyz_mm) if frame is not None else 0.0

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            volume, placement = self._session.volume, self._placement
            if volume is None or placement is None:
                painter.fillRect(self.rect(), Qt.GlobalColor.black)
                if self.plane.name == "axial":
                    annotations.draw_empty(painter, (self.width(), self.height()), EMPTY_TEXT)
            else:
                window, layers = (
                    self._session.window,
                    shown_layers(self._session, self.compare_mode),
                )
                scene = Scene(
                    volume, self.position, window, layers, placement, self.smooth, self.over
                )
                painter.drawImage(0, 0, self._picture.image(scene, self.devicePixelRatioF()))
                self._idle.start()
                for drawing in self._painters:
                    painter.save()
                    drawing.paint(self, painter)
                    painter.restore()
                cursor = self._session.cursor if self.crosshair_visible else None
                annotate(painter, self.plane, scene, cursor, self._readout, self.covered_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._placement is not None:
            self._placement = self._placement.resized((self.width(), self.height()))

    def sizeHint(self) -> QSize:
        return QSize(420, 360)

    @Slot()
    def _on_idle(self) -> None:
        self._picture.look_ahead()

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
        frame = self.frame
        if frame is not None and not self._is_moving_crosshair:
            place = self.plane.row_column(self._session.cursor, frame.geometry.shape_zyx)
            self._placement = frame.placement.showing(*place)
        self.update()

    # --- mouse -----------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self._mouse.wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._mouse.press(event)
        self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._mouse.release(event)
        self._show_cursor()

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

    def pop_up_menu(self, position: QPointF) -> None:
        """Show the context menu at a point of the screen."""
        self.context_menu().popup(position.toPoint())

    def _show_cursor(self) -> None:
        has_scan = self._session.volume is not None
        self.setCursor(self._mouse.cursor if has_scan else Qt.CursorShape.ArrowCursor)

    # --- moving ----------------------------------------------------------------------------

    def move_crosshair(self, position: QPointF) -> None:
        """Bring the crosshair to a point of this widget, without moving the slice under it."""
        frame = self.frame
        if frame is not None:
            self._is_moving_crosshair = True
            self._session.set_cursor(frame.nearest(*frame.row_column_at(position)))
            self._is_moving_crosshair = False

    def nudge_crosshair(self, rows: int, columns: int) -> None:
        """Move the crosshair within its slice by voxels, down and to the right."""
        frame = self.frame
        if frame is not None:
            row, column = self.plane.row_column(self._session.cursor, frame.geometry.shape_zyx)
            self._session.set_cursor(frame.nearest(row + rows, column + columns))

    def set_placement(self, placement: Placement) -> None:
        """Show the slice elsewhere or larger."""
        self._placement = placement
        self._read_again()
        self.update()

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Larger or smaller, with a point staying where it is: the crosshair if none is given."""
        if self._placement is not None:
            fixed = around if around is not None else self.point_of(self._session.cursor)
            self.set_placement(self._placement.zoomed(factor, fixed.x(), fixed.y()))

    def pan(self, dx: float, dy: float) -> None:
        """Move the slice by shares of the view, to the right and down."""
        if self._placement is not None:
            width, height = self._placement.size_px
            self.set_placement(self._placement.panned(dx * width, dy * height))

    # --- reading under the pointer ---------------------------------------------------------

    def read_at(self, position: QPointF) -> None:
        """Say what lies under a point of this widget, until the pointer leaves."""
        self._pointer = position
        volume, index = self._session.volume, self.voxel_at(position)
        if volume is None or index is None:
            self._set_readout(None)
        else:
            found = read(volume, self._session.layers, index)
            self._set_readout(found if self.over is None else self.over.read(found, index))

    def _read_again(self) -> None:
        if self._pointer is not None:
            self.read_at(self._pointer)

    def _set_readout(self, readout: Readout | None) -> None:
        if readout != self._readout:
            self._readout = readout
            self.hovered.emit(readout.text if readout else "")

    # --- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._mouse.key(event) and not press(self, self._session, event):
            event.ignore()
