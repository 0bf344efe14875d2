"""The masks as surfaces beside the slices, in a frame like theirs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.session import Session
from app.translation import tr
from app.viewer.surface_camera import STANDARD_VIEWS
from app.viewer.surface_canvas import SurfaceCanvas
from app.viewer.surface_scene import SliceMode
from app.viewer.view_header import (
    COLOUR_BAR_PX,
    HEADER_PX,
    HeaderButton,
    MaximiseButton,
    add_header,
)

COLOUR = "#6a9fe0"
"""Of the 3D view's bar, as each plane has its own."""
SIDES = {
    "A": tr("Look from the front"),
    "P": tr("Look from the back"),
    "L": tr("Look from the patient's left"),
    "R": tr("Look from the patient's right"),
    "S": tr("Look from the head"),
    "I": tr("Look from the feet"),
}
SLICE_TITLES: dict[SliceMode, str] = {
    "off": tr("No slices"),
    "frames": tr("Frames of the three slices"),
    "axial": tr("Axial slice as a picture"),
    "all": tr("All three slices as pictures"),
}
HANDS = tr(
    "Drag to turn, Shift+drag to move, wheel or right-drag to zoom, R to see all from the front.\n"
    "Click a surface to move the crosshair there; click the cube to look from that side."
)
NARROW_PX = 330
"""A narrower view does without the sides' buttons: the cube does their work."""


class View3D(QWidget):
    """The 3D view with its header.

    Attributes:
        canvas: The picture, objectName ``canvas_3d``.

    Signals:
        maximise_requested: The button in the header, or a double-click, asks for this view alone,
            or for all again.
    """

    maximise_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view_3d")
        self.setAccessibleName(tr("3D view"))
        self.canvas = SurfaceCanvas(session)
        self._maximise = MaximiseButton("3d", "3D")
        self._sides = QWidget()
        self._slices = HeaderButton("slices_3d")
        self._try_again = QPushButton(tr("Try again"), self.canvas)
        self._try_again.setObjectName("try_3d_again")
        self._lay_out()
        self._fill_slices_menu()
        self._maximise.clicked.connect(self._on_maximise)
        self._try_again.clicked.connect(self.canvas.drawing.try_again)
        self.canvas.maximise_requested.connect(self._on_maximise)
        self.canvas.slice_mode_changed.connect(self._show_slice_mode)
        self.canvas.drawing.told.connect(self._show_trouble)
        self.setFocusProxy(self.canvas)
        self._show_slice_mode()
        self._show_trouble()

    def show_maximised(self, maximised: bool) -> None:
        """Let the header's button say what it will do."""
        self._maximise.show_maximised(maximised)

    def reset_view(self) -> None:
        """Show all of it from the front."""
        self.canvas.reset_view()

    def close_jobs(self) -> None:
        """End what works beside the window; to be called before it closes."""
        self.canvas.drawing.close()

    def _lay_out(self) -> None:
        title = QLabel("3D")
        title.setToolTip(HANDS)
        sides = QHBoxLayout(self._sides)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        for side in STANDARD_VIEWS:
            button = HeaderButton(f"side_{side}")
            button.setText(side)
            button.setToolTip(tr("{look} (Shift+{side})", look=SIDES[side], side=side))
            button.setAccessibleName(SIDES[side])
            button.clicked.connect(self._on_side)
            sides.addWidget(button)
        column = QVBoxLayout(self)
        row = add_header(column, title, COLOUR)
        row.setSpacing(2)
        row.addWidget(self._sides)
        row.addWidget(self._slices)
        row.addWidget(self._maximise)
        column.addWidget(self.canvas, 1)

    def _fill_slices_menu(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._modes: dict[SliceMode, QAction] = {}
        for mode, title in SLICE_TITLES.items():
            action = QAction(title, menu)
            action.setObjectName(f"slices_3d_{mode}")
            action.setCheckable(True)
            group.addAction(action)
            menu.addAction(action)
            self._modes[mode] = action
        group.triggered.connect(self._on_slice_mode)
        self._slices.setMenu(menu)
        self._slices.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._slices.setIcon(theme.view_icon("three_over_one"))
        self._slices.setToolTip(tr("Slices in the 3D view (V)"))
        self._slices.setAccessibleName(tr("Slices in the 3D view"))

    @Slot()
    def _on_side(self) -> None:
        self.canvas.look_from(self.sender().objectName().removeprefix("side_"))

    @Slot(QAction)
    def _on_slice_mode(self, chosen: QAction) -> None:
        mode = next(mode for mode, action in self._modes.items() if action is chosen)
        self.canvas.set_slice_mode(mode)

    @Slot()
    def _show_slice_mode(self) -> None:
        self._modes[self.canvas.drawing.slice_mode].setChecked(True)

    @Slot()
    def _show_trouble(self) -> None:
        self._try_again.setVisible(bool(self.canvas.drawing.trouble))
        self._place_button()

    def _place_button(self) -> None:
        size = self._try_again.sizeHint()
        x = (self.canvas.width() - size.width()) // 2
        self._try_again.setGeometry(x, self.canvas.height() // 2 + 40, size.width(), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._sides.setVisible(self.width() >= NARROW_PX)
        self._place_button()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the header, for whoever tries there."""
        if event.position().y() < COLOUR_BAR_PX + HEADER_PX:
            self._on_maximise()

    @Slot()
    def _on_maximise(self) -> None:
        self.maximise_requested.emit()
