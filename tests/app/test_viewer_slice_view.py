"""One view under the reader's hand: mouse, wheel and keys in, Session and pixels out."""

import sys
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app import theme
from app.document import LabelLook, Window
from app.session import Session
from app.viewer.planes import PLANES, Plane
from app.viewer.slice_view import SliceView
from unet_core.volume import Geometry, LabelMap, Volume

Shift, Ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Left, Middle, Right = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.RightButton,
)
NO_WINDOW_SYSTEM = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Menus ask the window system for things that the offscreen one has not."""
None_ = Qt.KeyboardModifier.NoModifier


def _rotation(degrees: float) -> tuple[float, ...]:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return (c, -s, 0.0, s, c, 0.0, 0.0, 0.0, 1.0)


GEOMETRIES = {
    "upright": Geometry((14, 12, 10), (0.8, 0.8, 2.5), (-5.0, 7.0, 100.0)),
    "RAS": Geometry((14, 12, 10), (0.8, 0.7, 2.5), direction=(-1.0, 0, 0, 0, -1.0, 0, 0, 0, 1.0)),
    "feet last": Geometry((14, 12, 10), direction=(1.0, 0, 0, 0, 1.0, 0, 0, 0, -1.0)),
    "sagittal file": Geometry(
        (14, 12, 10), (1.0, 0.9, 3.0), direction=(0, 0, 1.0, 1.0, 0, 0, 0, -1.0, 0)
    ),
    "oblique": Geometry((14, 12, 10), (0.9, 0.9, 3.0), direction=_rotation(24)),  # type: ignore[arg-type]
    "no scale": Geometry((14, 12, 10), has_scale=False),
    "no orientation": Geometry((14, 12, 10), has_orientation=False),
}


def make_volume(geometry: Geometry = GEOMETRIES["upright"]) -> Volume:
    """Every voxel its own value, so that a wrong one is noticed."""
    count = int(np.prod(geometry.size_xyz))
    values = np.random.default_rng(5).permutation(count).reshape(geometry.shape_zyx)
    return Volume((values % 2000 - 1000).astype(np.int16), geometry, "volume.nii.gz")


def make_mask(geometry: Geometry = GEOMETRIES["upright"], role: str = "reference") -> LabelMap:
    voxels = np.zeros(geometry.shape_zyx, np.uint8)
    voxels[2:8, 3:9, 4:11] = 1
    voxels[4:6, 5:7, 6:8] = 2
    return LabelMap(voxels, geometry, f"{role}.nii.gz", role=role)  # type: ignore[arg-type]


@pytest.fixture
def make_view(qtbot) -> Callable[..., tuple[Session, SliceView]]:  # type: ignore[no-untyped-def]
    def make(
        plane: Plane = "axial", geometry: Geometry = GEOMETRIES["upright"], *, empty: bool = False
    ) -> tuple[Session, SliceView]:
        session = Session()
        view = SliceView(session, plane)
        qtbot.addWidget(view)
        view.resize(320, 300)
        view.show()
        if not empty:
            session.set_volume(make_volume(geometry))
        return session, view

    return make


def picture(view: SliceView) -> QImage:
    return view.grab().toImage()


def wheel(
    view: SliceView, turned: int, at: QPoint | None = None, modifiers: Qt.KeyboardModifier = None_
) -> None:
    here = QPointF(at if at is not None else view.rect().center())
    event = QWheelEvent(
        here,
        QPointF(view.mapToGlobal(here)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def drag(
    view: SliceView,
    button: Qt.MouseButton,
    points: list[QPoint],
    modifiers: Qt.KeyboardModifier = None_,
) -> None:
    """Press at the first point, move over the others, release at the last."""
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(points) - 1)]
    for kind, point in zip(kinds, points, strict=True):
        which = button if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        _mouse(view, kind, point, which, button, modifiers)
    _mouse(
        view,
        QEvent.Type.MouseButtonRelease,
        points[-1],
        button,
        Qt.MouseButton.NoButton,
        modifiers,
    )


def _mouse(
    view: SliceView,
    kind: QEvent.Type,
    point: QPoint,
    button: Qt.MouseButton,
    buttons: Qt.MouseButton,
    modifiers: Qt.KeyboardModifier,
) -> None:
    here = QPointF(point)
    glob = QPointF(view.mapToGlobal(point))
    QApplication.sendEvent(view, QMouseEvent(kind, here, glob, button, buttons, modifiers))


# --- the view is the data ------------------------------------------------------------------


@pytest.mark.parametrize("plane", list(PLANES))
def test_e5_a_click_on_a_voxel_is_that_voxel(make_view, qtbot, plane: Plane) -> None:  # type: ignore[no-untyped-def]
    """E5: 1,000 random voxels in seven geometries: clicked, drawn and read out, 0 off by one."""
    rng = np.random.default_rng(11)
    checked = 0
    for geometry in GEOMETRIES.values():
        session, view = make_view(plane, geometry)
        view.set_smooth(False)
        view.set_crosshair_visible(False)
        volume = session.volume
        shape = volume.canonical.shape
        for _ in range(48):
            index = tuple(int(rng.integers(n)) for n in shape)
            start = [0, 0, 0]
            start[view.plane.axis] = index[view.plane.axis]
            session.set_cursor(tuple(start))
            point = view.point_of(index).toPoint()
            if not view.rect().contains(point):
                view.reset_view()
                point = view.point_of(index).toPoint()
            qtbot.mouseClick(view, Left, pos=point)
            assert session.cursor == index
            qtbot.mouseMove(view, point)
            i, j, k = view.readout.voxel_ijk
            assert volume.voxels[k, j, i] == volume.canonical[index]
            assert view.readout.value == f"{volume.canonical[index]} HU"
            checked += 1
        view.close()
    assert checked == 7 * 48


@pytest.mark.parametrize("plane", list(PLANES))
@pytest.mark.parametrize("name", list(GEOMETRIES))
def test_e5_what_is_drawn_under_a_voxel_is_its_grey(make_view, plane: Plane, name: str) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view(plane, GEOMETRIES[name])
    view.set_smooth(False)
    view.set_crosshair_visible(False)
    session.set_window(Window(2000.0, 0.0))
    canonical = session.volume.canonical
    checked = 0
    for position in (0, canonical.shape[view.plane.axis] // 2):
        view.step(position - view.position)
        picture(view)
        image = view._picture._image  # beneath letters and texts
        rows, columns = view.placement.shape
        for row, column in np.ndindex(rows, columns):
            index = view.plane.index(row, column, position, canonical.shape)
            grey = np.clip((canonical[index] + 1000) / 2000 * 255, 0, 255)
            shown = image.pixelColor(view.point_of(index).toPoint())
            assert abs(shown.red() - grey) <= 0.51, index
            checked += 1
    assert checked == 2 * rows * columns


def test_masks_lie_on_their_voxels_at_any_zoom(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    view.set_crosshair_visible(False)
    session.set_window(Window(1.0, 5000.0))  # a black scan
    mask = make_mask()
    session.add_label_map(mask)
    session.restyle(mask, opacity=1.0)
    session.set_cursor((5, 6, 7))
    colours = {0: QColor("#000000"), 1: QColor("#3fb68b"), 2: QColor("#f2b134")}
    for turned in (0, 480, 1200):
        wheel(view, turned, view.point_of((5, 6, 7)).toPoint(), Ctrl)
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))  # takes the readout away
        image = picture(view)
        for y in range(4, 9):
            for x in range(5, 10):
                point = view.point_of((5, y, x)).toPoint()
                if view.rect().adjusted(40, 40, -40, -40).contains(point):
                    expected = colours[int(mask.canonical[5, y, x])]
                    assert image.pixelColor(point).rgb() == expected.rgb(), (turned, y, x)


# --- nothing open --------------------------------------------------------------------------


def test_an_empty_view_says_what_to_do_and_takes_every_event(make_view, qtbot) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view(empty=True)
    assert picture(view).pixelColor(2, 2) == QColor("#000000")
    wheel(view, 120)
    wheel(view, 120, modifiers=Ctrl)
    for button in (Left, Middle, Right):
        drag(view, button, [QPoint(10, 10), QPoint(60, 60)])
    for key in "rgadxfb":
        qtbot.keyClick(view, key)
    view.reset_view()
    assert view.voxel_at(QPointF(5, 5)) is None
    assert session.cursor == (0, 0, 0)


def test_open_and_close_scans_again_and_again(make_view) -> None:  # type: ignore[no-untyped-def]
    """U6: nothing of a scan before is used, whatever the order of sizes."""
    session, view = make_view(empty=True)
    for size in ((3, 4, 5), (40, 30, 20), (1, 1, 1), (7, 1, 2)):
        geometry = Geometry(size)
        session.set_volume(Volume(np.zeros(geometry.shape_zyx, np.int16), geometry, "v"))
        picture(view)
        session.set_volume(None)
        picture(view)


# --- slices --------------------------------------------------------------------------------


def test_wheel_changes_the_slice_and_gathers_small_turns(make_view) -> None:  # type: ignore[no-untyped-def]
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


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_F, 1),
        (Qt.Key.Key_Down, -1),
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_PageDown, -1),
        (Qt.Key.Key_B, -1),
    ],
)
@pytest.mark.parametrize("plane", list(PLANES))
def test_keys_change_the_slice(make_view, qtbot, plane: Plane, key, step: int) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view(plane)
    before = list(session.cursor)
    qtbot.keyClick(view, key)
    before[view.plane.axis] += step
    assert session.cursor == tuple(before)


def test_home_and_end(make_view, qtbot) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert session.cursor[0] == 9
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert session.cursor[0] == 0


# --- crosshair -----------------------------------------------------------------------------


def test_left_drag_moves_the_crosshair_and_stays_in_the_scan(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    start, end = (view.point_of((5, y, x)).toPoint() for y, x in ((2, 3), (8, 11)))
    drag(view, Left, [start, end])
    assert session.cursor == (5, 8, 11)
    drag(view, Left, [start, QPoint(5000, -5000)])
    assert session.cursor == (5, 0, 13)


def test_shift_and_move_brings_the_crosshair_along(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    point = view.point_of((5, 3, 4)).toPoint()
    no_button = Qt.MouseButton.NoButton
    _mouse(view, QEvent.Type.MouseMove, point, no_button, no_button, None_)
    assert session.cursor != (5, 3, 4)
    _mouse(view, QEvent.Type.MouseMove, point, no_button, no_button, Shift)
    assert session.cursor == (5, 3, 4)


def test_crosshair_has_the_colours_of_the_other_planes_and_a_gap(make_view, qtbot) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    session.set_cursor((5, 6, 7))
    middle = view.point_of((5, 6, 7)).toPoint()

    def near(image: QImage, x: int, y: int) -> set[str]:
        area = [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        return {image.pixelColor(*at).name() for at in area}

    image = picture(view)
    assert theme.SAGITTAL in near(image, middle.x(), middle.y() - 60)
    assert theme.CORONAL in near(image, middle.x() - 60, middle.y())
    assert not {theme.SAGITTAL, theme.CORONAL} & near(image, middle.x(), middle.y())
    qtbot.keyClick(view, "x")
    assert theme.SAGITTAL not in near(picture(view), middle.x(), middle.y() - 60)


def test_a_crosshair_moved_elsewhere_comes_into_sight_when_zoomed(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    wheel(view, 1800, modifiers=Ctrl)
    session.set_cursor((5, 0, 0))
    assert view.rect().contains(view.point_of((5, 0, 0)).toPoint())


# --- zoom and pan --------------------------------------------------------------------------


def test_ctrl_wheel_zooms_around_the_pointer(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    at = view.point_of((5, 9, 2)).toPoint()
    wheel(view, 240, at, Ctrl)
    assert view.placement.zoom == pytest.approx(1.15**2)
    assert view.voxel_at(QPointF(at)) == (session.cursor[0], 9, 2)
    assert session.cursor[0] == 5, "no slice was left"


def test_right_drag_zooms_and_r_resets(make_view, qtbot) -> None:  # type: ignore[no-untyped-def]
    _, view = make_view()
    fitted = view.placement
    drag(view, Right, [QPoint(100, 200), QPoint(100, 180), QPoint(100, 120)])
    assert view.placement.zoom > 1.3
    drag(view, Right, [QPoint(100, 120), QPoint(100, 160), QPoint(100, 250)])
    assert view.placement.zoom < 1.2
    qtbot.keyClick(view, "r")
    assert view.placement == fitted


@pytest.mark.parametrize(("button", "modifiers"), [(Middle, None_), (Left, Shift)])
def test_pan(make_view, button, modifiers) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    cursor, before = session.cursor, view.point_of((5, 5, 5))
    drag(view, button, [QPoint(100, 100), QPoint(130, 110), QPoint(140, 80)], modifiers)
    assert view.point_of((5, 5, 5)) - before == QPointF(40, -20)
    assert session.cursor == cursor


def test_zoom_survives_another_size_and_a_new_scan_fits(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    wheel(view, 480, modifiers=Ctrl)
    zoom = view.placement.zoom
    view.resize(500, 380)
    picture(view)
    assert view.placement.size_px == (500, 380)
    assert view.placement.zoom == zoom
    session.set_volume(make_volume(GEOMETRIES["RAS"]))
    assert view.placement.zoom == 1.0


# --- window and level ----------------------------------------------------------------------


def test_left_drag_in_window_mode_changes_window_and_level(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    session.set_window(Window(400.0, 40.0))
    view.set_mouse_mode("window")
    cursor = session.cursor
    drag(view, Left, [QPoint(100, 100), QPoint(120, 100), QPoint(180, 100)])
    assert session.window.width > 450
    assert session.window.level == 40.0
    width = session.window.width
    drag(view, Left, [QPoint(100, 100), QPoint(100, 40)])
    assert session.window == Window(width, pytest.approx(40 - 60 * width / 256))
    assert session.cursor == cursor
    drag(view, Left, [QPoint(300, 100), QPoint(-9000, 100)])
    assert session.window.width == 1.0
    drag(view, Left, [QPoint(0, 100), QPoint(300, 100)])
    assert session.window.width > 2, "a window of 1 can be widened again"


@NO_WINDOW_SYSTEM
def test_right_click_offers_the_presets(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    _mouse(view, QEvent.Type.MouseButtonPress, QPoint(50, 50), Right, Right, None_)
    no_button = Qt.MouseButton.NoButton
    _mouse(view, QEvent.Type.MouseButtonRelease, QPoint(51, 50), Right, no_button, None_)
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
def test_right_drag_opens_no_menu_but_the_menu_key_does(make_view) -> None:  # type: ignore[no-untyped-def]
    _, view = make_view()
    drag(view, Right, [QPoint(100, 100), QPoint(100, 160)])
    assert QApplication.activePopupWidget() is None
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(view, QContextMenuEvent(reason, QPoint(50, 50), QPoint(50, 50)))
    assert QApplication.activePopupWidget() is not None
    QApplication.activePopupWidget().close()


def test_presets_in_hu_are_not_offered_for_grey_pictures(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view(empty=True)
    geometry = Geometry((5, 5, 2))
    voxels = np.full(geometry.shape_zyx, 90, np.uint8)
    session.set_volume(Volume(voxels, geometry, "windowed", intensity="grey"))
    liver = view.context_menu().findChild(object, "preset_liver")
    assert not liver.isEnabled()
    assert "needs HU" in liver.text()
    assert view.context_menu().findChild(object, "preset_auto").isEnabled()


def test_the_window_changes_the_grey(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    before = picture(view)
    session.set_window(Window(100.0, -300.0))
    assert picture(view) != before


# --- masks ---------------------------------------------------------------------------------


def test_g_hides_masks_and_a_and_d_change_opacity(make_view, qtbot) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    plain = picture(view)
    session.add_label_map(make_mask())
    session.add_label_map(make_mask(role="prediction"))
    masked = picture(view)
    assert masked != plain
    qtbot.keyClick(view, "g")
    assert [layer.visible for layer in session.layers] == [False, False]
    assert picture(view) == plain
    qtbot.keyClick(view, "g")
    assert picture(view) == masked
    opacity = session.layers[1].opacity
    qtbot.keyClick(view, "d")
    assert session.layers[1].opacity == pytest.approx(opacity + 0.1)
    assert picture(view) != masked
    qtbot.keyClick(view, "a")
    assert picture(view) == masked
    for _ in range(12):
        qtbot.keyClick(view, "a")
    assert session.layers[1].opacity == 0.0


def test_outline_leaves_the_inside_as_it_is_and_rings_the_label(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    view.set_crosshair_visible(False)
    session.set_window(Window(1.0, 5000.0))
    mask = make_mask()
    session.add_label_map(mask)
    session.restyle(mask, outline=True)
    session.set_cursor((2, 6, 7))  # liver without tumour
    image = picture(view)
    assert image.pixelColor(view.point_of((2, 6, 7)).toPoint()).name() == "#000000"
    edge = (view.point_of((2, 6, 3)) + view.point_of((2, 6, 4))) / 2
    row = [image.pixelColor(int(edge.x()) + dx, int(edge.y())) for dx in range(-3, 4)]
    light = [c for c in row if c.lightness() > 120]
    assert 1 <= len(light) <= 2, "thin on screen at any zoom"
    assert light[0].green() > light[0].red()
    wheel(view, 600, edge.toPoint(), Ctrl)
    image = picture(view)
    edge = (view.point_of((2, 6, 3)) + view.point_of((2, 6, 4))) / 2
    row = [image.pixelColor(int(edge.x()) + dx, int(edge.y())) for dx in range(-6, 7)]
    assert 1 <= len([c for c in row if c.lightness() > 120]) <= 2


def test_hidden_values_are_not_drawn(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    view.set_crosshair_visible(False)
    session.set_window(Window(1.0, 5000.0))
    mask = make_mask()
    session.add_label_map(mask)
    session.set_look(mask, 2, LabelLook(visible=False))
    session.restyle(mask, opacity=1.0)
    session.set_cursor((5, 6, 7))
    assert picture(view).pixelColor(view.point_of((5, 6, 7)).toPoint()).name() == "#000000"
    assert picture(view).pixelColor(view.point_of((5, 4, 5)).toPoint()).name() == "#3fb68b"


# --- words ---------------------------------------------------------------------------------


def test_hover_reads_out_and_leaving_clears(make_view, qtbot) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    session.add_label_map(make_mask())
    heard: list[str] = []
    view.hovered.connect(heard.append)
    qtbot.mouseMove(view, view.point_of((5, 6, 7)).toPoint())
    voxels = session.volume.voxels
    assert heard[-1] == f"{voxels[5, 6, 7]} HU   voxel 7, 6, 5   L 0.6  P 11.8  S 112.5 mm   tumour"
    view.step(1)
    assert f"{voxels[6, 6, 7]} HU" in heard[-1], "the wheel turns under a resting pointer"
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert heard[-1] == ""


def test_letters_only_where_the_file_says_which_way_the_patient_lies(make_view) -> None:  # type: ignore[no-untyped-def]
    """G8: no letters without an orientation."""

    def is_lettered(geometry: Geometry) -> bool:
        _, view = make_view("axial", geometry)
        view.set_crosshair_visible(False)
        image = picture(view)
        return any(
            image.pixelColor(x, y).lightness() > 150
            for x in range(8, 22)
            for y in range(view.height() // 2 - 10, view.height() // 2 + 10)
        )

    voxels = Geometry((4, 40, 10))
    assert is_lettered(voxels)
    assert not is_lettered(Geometry((4, 40, 10), has_orientation=False))


def test_ruler_only_with_a_scale(make_view) -> None:  # type: ignore[no-untyped-def]
    """G1: no lengths without a scale."""

    def corner(geometry: Geometry) -> bool:
        _, view = make_view("axial", geometry)
        view.set_crosshair_visible(False)
        image = picture(view)
        return image.pixelColor(view.width() - 20, view.height() - 12).lightness() > 150

    assert corner(Geometry((4, 40, 10)))
    assert not corner(Geometry((4, 40, 10), has_scale=False))


# --- sparing work --------------------------------------------------------------------------


def test_only_what_changed_is_drawn_anew(make_view) -> None:  # type: ignore[no-untyped-def]
    session, view = make_view()
    picture(view)
    made, drawn = view._picture.slices_made, view._picture.images_drawn
    session.set_cursor((session.cursor[0], 1, 1))
    picture(view)
    assert (view._picture.slices_made, view._picture.images_drawn) == (made, drawn)
    wheel(view, 120, modifiers=Ctrl)
    picture(view)
    assert (view._picture.slices_made, view._picture.images_drawn) == (made, drawn + 1)
    wheel(view, 120)
    picture(view)
    assert (view._picture.slices_made, view._picture.images_drawn) == (made + 1, drawn + 2)


def test_smooth_and_blocks_differ(make_view) -> None:  # type: ignore[no-untyped-def]
    _, view = make_view()
    smooth = picture(view)
    view.set_smooth(False)
    assert picture(view) != smooth


def test_hover_takes_the_keyboard_but_not_from_a_writer(qtbot) -> None:  # type: ignore[no-untyped-def]
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


def test_double_click_asks_to_be_maximised(make_view, qtbot) -> None:  # type: ignore[no-untyped-def]
    _, view = make_view()
    with qtbot.waitSignal(view.maximise_requested, timeout=1000):
        qtbot.mouseDClick(view, Left, pos=QPoint(100, 100))


def test_none_keeps_its_references_over_qt_calls(qtbot) -> None:  # type: ignore[no-untyped-def]
    """PySide6 6.12.0 on Python 3.11 dropped one reference of None for each such call."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.setEnabled(True)
    assert sys.getrefcount(None) > before - 500
