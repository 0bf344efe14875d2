"""The mouse in a view: wheel, drags, the tool in the hand, the menu."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app import theme
from app.document import Window
from app.session import Session
from app.viewer.slice_view import SliceView
from app.viewer.tool import View
from tests.app.viewing import (
    GEOMETRIES,
    Bare,
    Ctrl,
    Left,
    Middle,
    NoButton,
    Right,
    Shift,
    drag,
    hover,
    mouse,
    picture,
    wheel,
)
from unet_core.volume import Geometry, Volume

NO_WINDOW_SYSTEM = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Menus ask the window system for things that the offscreen one has not."""


def test_wheel_changes_the_slice_and_gathers_small_turns(make_view) -> None:
    session, view = make_view()
    z = session.cursor[0]
    wheel(view, 120)
    assert session.cursor[0] == z + 1
    wheel(view, -240)
    assert session.cursor[0] == z - 1
    for _ in range(4):
        wheel(view, 30)
    assert session.cursor[0] == z
    wheel(view, 120 * 50)
    assert session.cursor[0] == 9


def test_left_drag_moves_the_crosshair_and_stays_in_the_scan(make_view) -> None:
    session, view = make_view()
    start, end = (view.point_of((5, y, x)).toPoint() for y, x in ((2, 3), (8, 11)))
    drag(view, Left, [start, end])
    assert session.cursor == (5, 8, 11)
    drag(view, Left, [start, QPoint(5000, -5000)])
    assert session.cursor == (5, 0, 13)


def test_shift_and_move_brings_the_crosshair_along(make_view) -> None:
    session, view = make_view()
    point = view.point_of((5, 3, 4)).toPoint()
    hover(view, point)
    assert session.cursor != (5, 3, 4)
    hover(view, point, Shift)
    assert session.cursor == (5, 3, 4)


def test_ctrl_wheel_zooms_around_the_pointer(make_view) -> None:
    session, view = make_view()
    at = view.point_of((5, 9, 2)).toPoint()
    wheel(view, 240, at, Ctrl)
    assert view.placement.zoom == pytest.approx(1.15**2)
    assert view.voxel_at(QPointF(at)) == (session.cursor[0], 9, 2)
    assert session.cursor[0] == 5, "no slice was left"


def test_right_drag_zooms_and_r_resets(make_view, qtbot) -> None:
    _, view = make_view()
    fitted = view.placement
    drag(view, Right, [QPoint(100, 200), QPoint(100, 180), QPoint(100, 120)])
    assert view.placement.zoom > 1.3
    drag(view, Right, [QPoint(100, 120), QPoint(100, 160), QPoint(100, 250)])
    assert view.placement.zoom < 1.2
    qtbot.keyClick(view, "r")
    assert view.placement == fitted


@pytest.mark.parametrize(("button", "modifiers"), [(Middle, Bare), (Left, Shift)])
def test_pan(make_view, button, modifiers) -> None:
    session, view = make_view()
    cursor, before = session.cursor, view.point_of((5, 5, 5))
    drag(view, button, [QPoint(100, 100), QPoint(130, 110), QPoint(140, 80)], modifiers)
    assert view.point_of((5, 5, 5)) - before == QPointF(40, -20)
    assert session.cursor == cursor


@NO_WINDOW_SYSTEM
def test_right_click_offers_the_presets(make_view) -> None:
    session, view = make_view()
    mouse(view, QEvent.Type.MouseButtonPress, QPoint(50, 50), Right, Right, Bare)
    mouse(view, QEvent.Type.MouseButtonRelease, QPoint(51, 50), Right, NoButton, Bare)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert menu.objectName() == "view_menu"
    menu.close()
    for name, window in (("liver", Window(150, 30)), ("lung", Window(1400, -500))):
        action = view.context_menu().findChild(object, f"preset_{name}")
        action.trigger()
        assert session.window == window
    view.context_menu().findChild(object, "preset_auto").trigger()
    assert session.window == view.auto_window()
    view.context_menu().findChild(object, "view_smooth").trigger()
    assert not view.smooth


@NO_WINDOW_SYSTEM
def test_right_drag_opens_no_menu_but_the_menu_key_does(make_view) -> None:
    _, view = make_view()
    drag(view, Right, [QPoint(100, 100), QPoint(100, 160)])
    assert QApplication.activePopupWidget() is None
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(reason, QPoint(50, 50), QPoint(50, 50)))
    assert QApplication.activePopupWidget() is not None
    QApplication.activePopupWidget().close()


def test_presets_in_hu_are_not_offered_for_grey_pictures(make_view) -> None:
    session, view = make_view(empty=True)
    geometry = Geometry((5, 5, 2))
    voxels = np.full(geometry.shape_zyx, 90, np.uint8)
    session.set_volume(Volume(voxels, geometry, "windowed", intensity="grey"))
    liver = view.context_menu().findChild(object, "preset_liver")
    assert not liver.isEnabled()
    assert "needs HU" in liver.text()
    assert view.context_menu().findChild(object, "preset_auto").isEnabled()


def test_hover_takes_the_keyboard_but_not_from_a_writer(qtbot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    view, editor = SliceView(Session(), "axial"), QLineEdit()
    column.addWidget(view)
    column.addWidget(editor)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    editor.setFocus()
    qtbot.mouseMove(view, QPoint(50, 50))
    QApplication.processEvents()
    assert editor.hasFocus()
    window.setFocus()
    editor.clearFocus()
    qtbot.mouseMove(editor, QPoint(5, 5))
    qtbot.mouseMove(view, QPoint(60, 60))
    qtbot.waitUntil(view.hasFocus, timeout=1000)


def test_double_click_asks_to_be_maximised(make_view, qtbot) -> None:
    _, view = make_view()
    with qtbot.waitSignal(view.maximise_requested, timeout=1000):
        qtbot.mouseDClick(view, Left, pos=QPoint(100, 100))


# --- the tool in the hand ------------------------------------------------------------------


class Pencil:
    """A tool that writes down what it is told."""

    name = "pencil"
    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self, *, takes: bool = True) -> None:
        self.takes = takes
        self.heard: list[str] = []

    def press(self, view: View, event: QMouseEvent) -> bool:
        self.heard.append("press")
        return self.takes

    def move(self, view: View, event: QMouseEvent) -> None:
        self.heard.append("move" if event.buttons() else "hover")

    def release(self, view: View, event: QMouseEvent) -> None:
        self.heard.append("release")

    def key(self, view: View, event: QKeyEvent) -> bool:
        self.heard.append(event.text())
        return event.text() == "r"

    def leave(self) -> None:
        self.heard.append("leave")


def test_a_tool_has_the_left_button_the_hover_and_first_choice_of_keys(make_view, qtbot) -> None:
    session, view = make_view()
    pencil, cursor = Pencil(), session.cursor
    view.set_tool(pencil)
    assert view.tool is pencil
    assert view.cursor().shape() == pencil.cursor
    hover(view, QPoint(80, 80))
    drag(view, Left, [QPoint(100, 100), QPoint(120, 110)])
    assert pencil.heard == ["hover", "press", "move", "release"]
    assert session.cursor == cursor
    wheel(view, 240, modifiers=Ctrl)
    qtbot.keyClick(view, "r")
    assert view.placement.zoom > 1, "the tool used R"
    qtbot.keyClick(view, "f")
    assert session.cursor[0] == cursor[0] + 1, "and left F to the view"
    view.set_tool(None)
    assert pencil.heard[4:] == ["r", "f", "leave"]
    assert view.cursor().shape() == Qt.CursorShape.CrossCursor


@pytest.mark.parametrize(
    ("button", "modifiers"), [(Left, Shift), (Middle, Bare), (Right, Bare)], ids=str
)
def test_pan_and_zoom_stay_whichever_tool_is_held(make_view, button, modifiers) -> None:
    _, view = make_view()
    pencil = Pencil()
    view.set_tool(pencil)
    before = view.placement
    drag(view, button, [QPoint(100, 100), QPoint(130, 130), QPoint(140, 160)], modifiers)
    assert view.placement != before
    assert pencil.heard == []


def test_ctrl_and_drag_is_the_same_tool_whichever_is_held(make_view) -> None:
    session, view = make_view()
    held, region, cursor = Pencil(), Pencil(), session.cursor
    view.set_ctrl_tool(region)
    for tool in (None, held):
        view.set_tool(tool)
        drag(view, Left, [QPoint(100, 100), QPoint(120, 110)], Ctrl)
    assert region.heard == ["press", "move", "release"] * 2
    assert held.heard == []
    assert session.cursor == cursor


def test_a_press_that_a_tool_does_not_take_moves_the_crosshair(make_view) -> None:
    session, view = make_view()
    view.set_tool(Pencil(takes=False))
    drag(view, Left, [view.point_of((5, 2, 3)).toPoint()])
    assert session.cursor == (5, 2, 3)


def test_a_drag_ends_with_its_own_button_and_when_the_release_went_elsewhere(make_view) -> None:
    _, view = make_view()
    pencil = Pencil()
    view.set_tool(pencil)
    both = Left | Right
    zoom = view.placement.zoom
    mouse(view, QEvent.Type.MouseButtonPress, QPoint(100, 100), Left, Left)
    mouse(view, QEvent.Type.MouseButtonPress, QPoint(100, 100), Right, both)
    mouse(view, QEvent.Type.MouseMove, QPoint(100, 150), NoButton, both)
    mouse(view, QEvent.Type.MouseButtonRelease, QPoint(100, 150), Right, Left)
    assert pencil.heard == ["press", "move"]
    assert view.placement.zoom == zoom
    hover(view, QPoint(90, 90))
    assert pencil.heard == ["press", "move", "release", "hover"]


def test_a_tool_knows_where_it_is_in_the_patient(make_view) -> None:
    """Place and point are inverse, and agree with the voxels of the file."""
    for plane in ("axial", "sagittal", "coronal"):
        for geometry in GEOMETRIES.values():
            session, view = make_view(plane, geometry)
            session.set_cursor((3, 4, 5))
            voxel = (3, 4, 5)
            point = geometry.canonical.point(voxel)
            place = view.place_of(point)
            assert view.voxel_at(place) == voxel
            assert (place - view.point_of(voxel)).manhattanLength() < 1e-6
            assert view.point_at(place) == pytest.approx(point)
            assert view.slices_from(point) == pytest.approx(0)
            above = list(voxel)
            above[view.plane.axis] += 2
            assert view.slices_from(geometry.canonical.point(tuple(above))) == pytest.approx(2)
            view.close()


def test_painters_draw_beneath_the_crosshair_in_their_order(make_view) -> None:
    session, view = make_view()

    class Wash:
        def __init__(self, colour: str) -> None:
            self.colour = colour

        def paint(self, shown: View, painter: QPainter) -> None:
            assert shown is view
            painter.fillRect(view.rect(), QColor(self.colour))
            painter.translate(500, 500)

    view.add_painter(Wash("#ff0000"))
    view.add_painter(Wash("#102030"))
    image = picture(view)
    middle = view.point_of(session.cursor).toPoint()
    assert image.pixelColor(middle).name() == "#102030"
    assert image.pixelColor(middle.x(), middle.y() - 60).name() == theme.SAGITTAL
