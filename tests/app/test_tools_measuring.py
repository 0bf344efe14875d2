"""Measuring with the mouse: drawn, shown, grabbed, deleted, undone, and true in millimetres."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainterPath, QPolygonF
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.document import Measurement
from app.main_window import MainWindow
from app.session import Session
from app.tool_commands import TOOLS
from app.viewer.grips import grip_at, lies_in
from app.viewer.measurement_painter import (
    LINE,
    LesionMark,
    MeasurementPainter,
    place_of_plate,
)
from app.viewer.measuring import lines, reading
from app.viewer.measuring_tool import MeasuringTool
from app.viewer.planes import Plane
from app.viewer.sketch import Sketch
from app.viewer.slice_view import SliceView
from tests.app.viewing import GEOMETRIES, Left, drag, hover, make_mask, make_volume, mouse, picture
from unet_core.volume import Geometry, Index, Volume

WAIT_MS = 20_000


class Bench:
    """A view, a session and the measuring tools."""

    def __init__(self, plane: Plane, geometry: Geometry) -> None:
        self.session = Session()
        self.view = SliceView(self.session, plane)
        self.sketch = Sketch(self.session, self.view)
        self.painter = MeasurementPainter(self.session, self.sketch)
        self.view.add_painter(self.painter)
        self.tools = {tool.name: tool(self.session, self.sketch) for tool in TOOLS}
        self.volume = make_volume(geometry)
        self.session.set_volume(self.volume)

    def take(self, name: str) -> MeasuringTool:
        self.view.set_tool(self.tools[name])
        return self.tools[name]

    def at(self, row: float, column: float) -> QPoint:
        """The middle of a pixel of the slice, in the view."""
        placement = self.view.placement
        assert placement is not None
        x, y = placement.to_widget(row + 0.5, column + 0.5)
        return QPoint(round(x), round(y))

    def click(self, place: QPoint) -> None:
        hover(self.view, place)
        drag(self.view, Left, [place])

    def drawn(self) -> tuple[Measurement, ...]:
        return self.session.measurements


@pytest.fixture
def bench(qtbot: QtBot) -> Callable[..., Bench]:
    def make(plane: Plane = "axial", geometry: Geometry = GEOMETRIES["upright"]) -> Bench:
        made = Bench(plane, geometry)
        qtbot.addWidget(made.view)
        made.view.resize(420, 400)
        made.view.show()
        return made

    return make


def length_by_hand(volume: Volume, first: Index, second: Index) -> float:
    """Between the centres of two canonical voxels, by the file's own affine."""
    geometry = volume.geometry
    points = [
        geometry.point(geometry.orientation.file_index(index, geometry.shape_zyx))
        for index in (first, second)
    ]
    return math.dist(*points)


# --- drawing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("plane", ["axial", "sagittal", "coronal"])
@pytest.mark.parametrize("name", ["upright", "sagittal file", "oblique", "anisotropic"])
def test_a_distance_is_true_in_every_plane_of_every_scan(
    bench: Callable[..., Bench], plane: Plane, name: str
) -> None:
    here = bench(plane, GEOMETRIES[name])
    here.take("distance")
    first, second = here.at(2, 3), here.at(7, 9)
    voxels = [here.view.voxel_at(QPointF(place)) for place in (first, second)]
    drag(here.view, Left, [first, (first + second) / 2, second])
    (one,) = here.drawn()
    assert (one.kind, one.plane, one.number) == ("distance", plane, 1)
    assert voxels[0] is not None
    assert voxels[1] is not None
    expected = length_by_hand(here.volume, voxels[0], voxels[1])
    placement = here.view.placement
    assert placement is not None
    found = reading(here.volume, one)
    pixel_mm = 1.5 / placement.px_per_mm  # both ends lie on whole pixels of the screen
    assert found.length == pytest.approx(expected, abs=pixel_mm)
    assert found.unit == "mm"
    assert found.slice_index == here.view.position


def test_a_distance_can_be_clicked_too_and_is_shown_before_it_is_there(
    bench: Callable[..., Bench],
) -> None:
    here = bench()
    here.take("distance")
    here.click(here.at(2, 2))
    assert here.drawn() == ()
    hover(here.view, here.at(2, 8))
    assert here.sketch.draft is not None
    assert reading(here.volume, here.sketch.draft).length == pytest.approx(6 * 0.8, abs=0.1)
    here.click(here.at(2, 9))
    assert len(here.drawn()) == 1
    assert here.sketch.draft is None


def test_an_angle_is_drawn_with_a_drag_and_a_click(bench: Callable[..., Bench]) -> None:
    here = bench()
    here.take("angle")
    drag(here.view, Left, [here.at(2, 2), here.at(5, 2), here.at(9, 2)])
    assert here.drawn() == ()
    hover(here.view, here.at(9, 8))
    here.click(here.at(9, 9))
    (one,) = here.drawn()
    found = reading(here.volume, one)
    assert found.angle == pytest.approx(90.0, abs=1.0)
    assert lines(one, found)[0].endswith("°")


def test_an_ellipse_measures_the_pixels_it_shows(bench: Callable[..., Bench]) -> None:
    here = bench()
    here.take("ellipse")
    drag(here.view, Left, [here.at(2, 2), here.at(4, 5), here.at(8, 10)])
    (one,) = here.drawn()
    found = reading(here.volume, one)
    assert found.spread is not None
    slice_ = here.volume.canonical[here.view.position]
    rows, columns = np.indices(slice_.shape)
    inside = ((rows - 5) / 3) ** 2 + ((columns - 6) / 4) ** 2
    sure, maybe = inside < 0.97, inside < 1.03  # the ends lie on whole pixels of the screen
    assert sure.sum() <= found.spread.count <= maybe.sum()
    assert found.area == pytest.approx(math.pi * 3 * 4 * 0.64, rel=0.05)
    if found.spread.count == sure.sum():
        assert found.spread.mean == pytest.approx(slice_[sure].mean())
    assert "HU" in lines(one, found)[0]


def test_grey_values_without_a_unit_are_never_called_hu(bench: Callable[..., Bench]) -> None:
    here = bench()
    grey = Volume(here.volume.voxels, here.volume.geometry, "grey", intensity="grey")
    here.session.set_volume(grey)
    here.take("ellipse")
    drag(here.view, Left, [here.at(2, 2), here.at(8, 10)])
    (one,) = here.drawn()
    assert "HU" not in " ".join(lines(one, reading(grey, one)))


@pytest.mark.hazard("G1")
def test_without_a_scale_lengths_are_pixels_and_say_so(bench: Callable[..., Bench]) -> None:
    here = bench("axial", GEOMETRIES["no scale"])
    here.take("distance")
    drag(here.view, Left, [here.at(2, 2), here.at(2, 6), here.at(2, 10)])
    here.take("ellipse")
    drag(here.view, Left, [here.at(5, 2), here.at(8, 6), here.at(10, 10)])
    texts = [lines(one, reading(here.volume, one)) for one in here.drawn()]
    assert texts[0][0].endswith(" px (no scale)")
    assert float(texts[0][0].split()[0]) == pytest.approx(8.0, abs=0.1)
    assert "px²" in texts[1][-1]
    assert "mm" not in str(texts)


def test_without_a_scale_an_angle_across_slices_is_unknown(bench: Callable[..., Bench]) -> None:
    here = bench("coronal", GEOMETRIES["no scale"])
    here.take("angle")
    drag(here.view, Left, [here.at(2, 2), here.at(5, 3), here.at(7, 4)])
    here.click(here.at(2, 9))
    (one,) = here.drawn()
    assert lines(one, reading(here.volume, one)) == ("angle unknown (no scale)",)


def test_a_note_is_written_in_place(bench: Callable[..., Bench], qtbot: QtBot) -> None:
    here = bench()
    here.take("note")
    here.click(here.at(4, 4))
    editor = here.view.findChild(QLineEdit, "note_text")
    assert editor.isVisible()
    qtbot.keyClicks(editor, "Cyst? r 7")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    (one,) = here.drawn()
    assert (one.kind, one.text) == ("note", "Cyst? r 7")
    assert not editor.isVisible()
    here.click(here.at(8, 8))
    editor = here.view.findChildren(QLineEdit, "note_text")[-1]
    qtbot.keyClicks(editor, "never mind")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert len(here.drawn()) == 1


def test_nothing_is_begun_beside_the_scan(bench: Callable[..., Bench]) -> None:
    here = bench()
    here.take("distance")
    drag(here.view, Left, [QPoint(1, 1), QPoint(30, 30)])
    assert here.drawn() == ()
    assert here.sketch.draft is None


# --- giving up, undo -----------------------------------------------------------------------------


def test_escape_another_tool_and_another_slice_give_up_what_is_half_drawn(
    bench: Callable[..., Bench], qtbot: QtBot
) -> None:
    here = bench()
    here.take("distance")
    here.click(here.at(2, 2))
    qtbot.keyClick(here.view, Qt.Key.Key_Escape)
    assert here.sketch.draft is None
    here.click(here.at(2, 2))
    here.take("angle")
    assert here.sketch.draft is None
    here.click(here.at(2, 2))
    here.view.step(1)
    hover(here.view, here.at(6, 6))
    assert here.sketch.draft is None
    assert here.drawn() == ()


def test_drawing_moving_and_deleting_are_undone_one_by_one(
    bench: Callable[..., Bench], qtbot: QtBot
) -> None:
    here = bench()
    here.take("distance")
    drag(here.view, Left, [here.at(2, 2), here.at(2, 8)])
    (first,) = here.drawn()
    drag(here.view, Left, [here.at(2, 8), here.at(5, 8), here.at(9, 8)])
    (moved,) = here.drawn()
    assert moved.points_xyz_mm[0] == first.points_xyz_mm[0]
    assert reading(here.volume, moved).length == pytest.approx(math.hypot(7, 6) * 0.8, abs=0.1)
    qtbot.keyClick(here.view, Qt.Key.Key_Delete)
    assert here.drawn() == ()
    stack = here.session.undo_stack
    assert stack.undoText() == "delete distance"
    stack.undo()
    assert here.drawn() == (moved,)
    assert stack.undoText() == "move distance"
    stack.undo()
    assert here.drawn() == (first,)
    assert stack.undoText() == "draw distance"
    stack.undo()
    assert here.drawn() == ()
    for _ in range(2):
        stack.redo()
    assert here.drawn() == (moved,)


def test_a_new_scan_takes_its_measurements_away(bench: Callable[..., Bench]) -> None:
    here = bench()
    here.take("distance")
    drag(here.view, Left, [here.at(2, 2), here.at(2, 8)])
    here.click(here.at(6, 2))
    assert here.sketch.draft is not None
    here.session.set_volume(make_volume())
    assert here.drawn() == ()
    assert here.sketch.chosen is None
    assert here.sketch.draft is None
    hover(here.view, here.at(6, 8))
    here.click(here.at(6, 8))
    assert here.drawn() == (), "what was begun on the scan before is not ended on this one"


# --- taking hold ---------------------------------------------------------------------------------


def test_the_line_itself_moves_all_of_it(bench: Callable[..., Bench]) -> None:
    here = bench()
    here.take("distance")
    drag(here.view, Left, [here.at(2, 2), here.at(2, 10)])
    (first,) = here.drawn()
    here.take("ellipse")  # whichever measuring tool is held
    drag(here.view, Left, [here.at(2, 6), here.at(4, 6), here.at(6, 6)])
    (moved,) = here.drawn()
    steps = np.subtract(moved.points_xyz_mm, first.points_xyz_mm)
    np.testing.assert_allclose(steps, [[0, 3.2, 0]] * 2, atol=0.1)


def test_an_ellipse_is_widened_turned_and_moved(bench: Callable[..., Bench]) -> None:
    here = bench()
    here.take("ellipse")
    drag(here.view, Left, [here.at(4, 3), here.at(8, 11)])  # centre (6, 7), 4 wide, 2 high
    drag(here.view, Left, [here.at(6, 11), here.at(6, 12)])
    (wider,) = here.drawn()
    centre, across, down = (np.asarray(point) for point in wider.points_xyz_mm)
    assert np.linalg.norm(across - centre) == pytest.approx(5 * 0.8, abs=0.1)
    assert np.linalg.norm(down - centre) == pytest.approx(2 * 0.8, abs=0.1)
    drag(here.view, Left, [here.at(6, 12), here.at(9, 9), here.at(11, 7)])  # a quarter turn
    (turned,) = here.drawn()
    centre, across, down = (np.asarray(point) for point in turned.points_xyz_mm)
    assert abs(float(np.dot(across - centre, down - centre))) < 0.05
    assert np.linalg.norm(down - centre) == pytest.approx(2 * 0.8, abs=0.1)
    drag(here.view, Left, [here.at(6, 7), here.at(5, 6)])  # by its middle
    (moved,) = here.drawn()
    steps = np.subtract(moved.points_xyz_mm, turned.points_xyz_mm)
    np.testing.assert_allclose(steps, [[-0.8, -0.8, 0]] * 3, atol=0.1)


def test_what_lies_in_another_slice_cannot_be_grabbed(bench: Callable[..., Bench]) -> None:
    here = bench()
    here.take("distance")
    drag(here.view, Left, [here.at(2, 2), here.at(2, 8)])
    place = QPointF(here.at(2, 8))
    assert grip_at(here.view, here.drawn(), place) is not None
    here.view.step(1)
    assert grip_at(here.view, here.drawn(), place) is None


def test_an_end_stays_in_its_slice(bench: Callable[..., Bench]) -> None:
    here = bench()
    here.take("distance")
    drag(here.view, Left, [here.at(2, 2), here.at(2, 8)])
    before = here.drawn()
    end = here.at(2, 8)
    mouse(here.view, QEvent.Type.MouseButtonPress, end, Left, Left)
    here.view.step(1)
    mouse(here.view, QEvent.Type.MouseMove, here.at(6, 8), buttons=Left)
    mouse(here.view, QEvent.Type.MouseButtonRelease, here.at(6, 8), Left)
    assert here.drawn() == before
    assert here.sketch.draft is None


# --- drawn where it lies -------------------------------------------------------------------------


def has_colour(image: QImage, colour: str) -> bool:
    wanted = tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
    pixels = np.array(
        [
            image.pixelColor(x, y).getRgb()[:3]
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)
        ]
    )
    return bool((np.abs(pixels - wanted).max(axis=1) < 12).any())


def test_a_measurement_shows_in_its_own_slice_only(bench: Callable[..., Bench]) -> None:
    here = bench()
    here.view.set_crosshair_visible(False)
    here.take("distance")
    drag(here.view, Left, [here.at(2, 2), here.at(2, 10)])
    here.sketch.choose(None)
    (one,) = here.drawn()
    assert lies_in(here.view, one)
    assert has_colour(picture(here.view), LINE)
    here.view.step(1)
    assert not lies_in(here.view, one)
    assert not has_colour(picture(here.view), LINE)


def test_another_plane_shows_where_it_cuts(bench: Callable[..., Bench]) -> None:
    here = bench("sagittal")
    here.view.set_crosshair_visible(False)
    geometry = here.volume.geometry
    one = Measurement(
        "distance", (geometry.point((4, 5, 2)), geometry.point((4, 5, 9))), "axial", 1
    )
    here.session.set_measurements((one,))
    here.session.set_cursor((4, 5, 5))
    assert not lies_in(here.view, one)
    assert has_colour(picture(here.view), LINE), "the line passes through this slice"
    here.session.set_cursor((4, 5, 12))
    assert not has_colour(picture(here.view), LINE), "and ends before this one"


@pytest.mark.parametrize("grey", [-1000, 3000])
def test_words_can_be_read_on_bright_and_dark_tissue(
    bench: Callable[..., Bench], grey: int
) -> None:
    here = bench()
    flat = np.full(here.volume.voxels.shape, grey, np.int16)
    here.session.set_volume(Volume(flat, here.volume.geometry, "flat"))
    here.take("distance")
    drag(here.view, Left, [here.at(6, 2), here.at(6, 6)])
    image = picture(here.view)
    end = here.at(6, 6) - QPoint(0, 14)  # the words stand above the end
    plate = image.pixelColor(end.x() + 13, end.y())
    assert plate.lightness() < 60
    letters = max(
        image.pixelColor(x, y).lightness()
        for x in range(end.x() + 14, end.x() + 60)
        for y in range(end.y() - 6, end.y() + 6)
    )
    assert letters > 220


def test_a_lesion_is_marked_in_its_axial_slice(bench: Callable[..., Bench]) -> None:
    here = bench()
    here.view.set_crosshair_visible(False)
    geometry = here.volume.geometry
    z = here.view.position
    long = (geometry.point((z, 3, 2)), geometry.point((z, 3, 9)))
    short = (geometry.point((z, 2, 5)), geometry.point((z, 6, 5)))
    before = picture(here.view)
    here.painter.set_lesion(LesionMark((long, short), ("Lesion 1 of 2",)))
    assert picture(here.view) != before
    here.view.step(1)
    after = picture(here.view)
    here.painter.set_lesion(None)
    assert picture(here.view) == after


# --- in the window -------------------------------------------------------------------------------


def test_commands_take_up_the_tools_and_escape_puts_them_away(
    qtbot: QtBot, window: MainWindow
) -> None:
    names = ("distance", "angle", "ellipse", "note")
    actions = [window.actions_by_name[f"action_measure_{name}"] for name in names]
    assert not any(action.isEnabled() for action in actions)
    window.session.set_volume(make_volume())
    for name, action in zip(names, actions, strict=True):
        action.trigger()
        assert window.viewer.tool is not None
        assert window.viewer.tool.name == name
        assert action.isChecked()
    qtbot.keyClick(window.viewer.views["axial"], Qt.Key.Key_Escape)
    assert window.viewer.tool is None
    assert window.actions_by_name["action_mode_crosshair"].isChecked()


def test_views_and_panel_choose_the_same_measurement(window: MainWindow) -> None:
    session = window.session
    session.set_volume(make_volume())
    remove = window.actions_by_name["action_remove_measurement"]
    assert not remove.isEnabled()
    window.actions_by_name["action_measure_distance"].trigger()
    view = window.viewer.views["axial"]
    middle = view.rect().center()
    drag(view, Left, [middle, middle + QPoint(20, 0), middle + QPoint(40, 10)])
    assert remove.isEnabled()
    remove.trigger()
    assert session.measurements == ()
    assert not remove.isEnabled()


def test_tab_walks_the_lesions_in_the_views(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    volume, mask = make_volume(), make_mask()
    session.set_volume(volume)
    following = window.actions_by_name["action_next_lesion"]
    assert not following.isEnabled()
    session.add_label_map(mask)
    assert following.isEnabled()
    view = window.viewer.views["axial"]
    window.activateWindow()
    view.setFocus()
    session.set_cursor((0, 0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: session.cursor != (0, 0, 0), timeout=WAIT_MS)
    assert mask.canonical[session.cursor] == 2
    assert view.hasFocus()
    session.set_cursor((0, 0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert mask.canonical[session.cursor] == 2


def test_without_lesions_tab_moves_through_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.session.set_volume(make_volume())
    view = window.viewer.views["axial"]
    window.activateWindow()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


@pytest.mark.parametrize("width", [180, 240, 600])
@pytest.mark.parametrize("centre", [(0.5, 0.5), (0.1, 0.3), (0.9, 0.6), (0.5, 0.12), (0.5, 0.9)])
def test_words_stand_beside_an_ellipse_and_off_the_letters(
    width: int, centre: tuple[float, float]
) -> None:
    room, size = QRectF(0, 0, width, 400), QSizeF(110, 50)
    x, y = centre[0] * width, centre[1] * 400
    turns = [2 * math.pi * step / 64 for step in range(65)]
    corners = [QPointF(x + 40 * math.cos(turn), y + 40 * math.sin(turn)) for turn in turns]
    first = place_of_plate(size, room, corners, [], 16.0)
    second = place_of_plate(size, room, corners, [first], 16.0)
    ellipse = QPainterPath()
    ellipse.addPolygon(QPolygonF(corners))
    for plate in (first, second):
        assert room.contains(plate)
        assert not ellipse.intersects(plate)
    assert not first.intersects(second)
    for letter in (QPointF(12, 200), QPointF(width - 12, 200), QPointF(width / 2, 12)):
        assert not first.contains(letter)
