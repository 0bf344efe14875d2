"""The 3D view: surfaces in their colours and places, under the hand, without a window's harm."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QToolButton

from app.document import LabelLook, Layer, Window
from app.session import Session
from app.viewer import surface_link
from app.viewer.agreement import EXTRA, MISSED, drawn
from app.viewer.planes import PLANES
from app.viewer.surface_camera import STANDARD_VIEWS, Camera, letters_of
from app.viewer.surface_canvas import NO_MASK, NO_SCAN, NO_SURFACE
from app.viewer.surface_cube import FACES, faces_towards, side_at
from app.viewer.surface_link import NO_OPENGL, STOPPED
from app.viewer.surface_scene import looks_of, sheets_of, slice_picture
from app.viewer.surface_store import Shape, SurfaceStore
from app.viewer.surface_view import View3D
from tests.app import broken_stage
from tests.app.viewing import GEOMETRIES, Left, Middle, Right, drag, make_mask, make_volume, wheel
from unet_core.slice_dice import RegionPair
from unet_core.surfaces import surface_of
from unet_core.volume import Geometry, LabelMap, Volume, regions_of

GRID = Geometry((40, 40, 40), (1.0, 1.0, 1.0), (-20.0, 10.0, 100.0))
MIDDLE = (20, 20, 20)
PATIENCE_MS = 60_000


def ball(radius: float, centre: tuple[int, int, int] = MIDDLE) -> np.ndarray:
    """(Z, Y, X) bool."""
    places = np.indices(GRID.shape_zyx) - np.reshape(centre, (3, 1, 1, 1))
    return np.linalg.norm(places, axis=0) <= radius


def liver_and_tumour(extra: tuple[int, int, int] | None = None) -> LabelMap:
    """A ball in a ball, and a block of tumour elsewhere."""
    voxels = ball(16).astype(np.uint8)
    voxels[ball(6)] = 2
    if extra is not None:
        z, y, x = extra
        voxels[z : z + 3, y : y + 3, x : x + 3] = 2
    return LabelMap(voxels, GRID, "reference.nii.gz")


def scan() -> Volume:
    """Empty air."""
    return Volume(np.zeros(GRID.shape_zyx, np.int16), GRID, "volume.nii.gz")


class Held:
    """A 3D view on the screen and what a test does with it."""

    def __init__(self, qtbot, session: Session) -> None:
        self.qtbot, self.session = qtbot, session
        self.view = View3D(session)
        self.canvas = self.view.canvas
        self.drawing = self.canvas.drawing
        self.view.resize(220, 247)  # the canvas is 220 x 220
        qtbot.addWidget(self.view)
        with qtbot.waitExposed(self.view):
            self.view.show()

    def settle(self) -> None:
        """Wait until the newest wish is on the screen."""
        self.qtbot.waitUntil(
            lambda: (
                bool(self.drawing.trouble)
                or not (self.drawing.is_busy or self.drawing.image.isNull())
            ),
            timeout=PATIENCE_MS,
        )

    def colour(self, across: float, down: float) -> QColor:
        """Of the picture, from 0 to 1 of its width and height."""
        image = self.drawing.image
        return image.pixelColor(int(across * image.width()), int(down * image.height()))

    @property
    def pid(self) -> int | None:
        """Of the process that draws."""
        job = self.drawing._link._job
        return None if job is None else job._events.pid


@pytest.fixture
def hold(qtbot, session: Session) -> Iterator[Callable[[], Held]]:
    """Makes a 3D view of the session as it is then."""
    made: list[Held] = []

    def make() -> Held:
        made.append(Held(qtbot, session))
        return made[-1]

    yield make
    for held in made:
        held.view.close_jobs()


def lie(session: Session, label_map: LabelMap | None = None) -> LabelMap:
    """Open the scan with a mask over it."""
    label_map = label_map or liver_and_tumour()
    session.set_volume(scan())
    session.add_label_map(label_map)
    return label_map


# --- the picture -------------------------------------------------------------------------------


def test_masks_appear_in_their_colours_and_follow_the_looks(hold, session) -> None:
    label_map = lie(session)
    held = hold()
    held.drawing.set_slice_mode("off")
    held.settle()
    beside, middle = held.colour(0.5, 0.25), held.colour(0.5, 0.5)
    assert beside.green() > beside.red() + 20  # liver
    assert middle.red() > middle.blue() + 40  # the tumour shines through it
    assert max(held.colour(0.02, 0.9).getRgb()[:3]) < 60

    session.set_look(label_map, 1, LabelLook(visible=False))
    held.settle()
    assert max(held.colour(0.5, 0.25).getRgb()[:3]) < 60
    alone = held.colour(0.5, 0.5)
    assert alone.red() > alone.green() > alone.blue()

    session.restyle(label_map, visible=False)
    held.settle()
    assert max(held.colour(0.5, 0.5).getRgb()[:3]) < 60


def test_mouse_and_keys_turn_move_and_zoom(hold, session) -> None:
    lie(session, liver_and_tumour(extra=(20, 1, 20)))
    held = hold()
    held.settle()
    canvas, start = held.canvas, held.canvas.camera
    before = held.drawing.image.copy()
    drag(canvas, Left, [QPoint(100, 100), QPoint(140, 100), QPoint(160, 90)])
    turned = canvas.camera
    assert (turned.azimuth, turned.elevation) == (-30.0, -5.0)
    assert turned.focus == start.focus
    held.settle()
    assert held.drawing.image != before

    drag(canvas, Middle, [QPoint(100, 100), QPoint(120, 100)])
    assert canvas.camera.focus != start.focus
    distance = canvas.camera.distance_mm
    wheel(canvas, 120)
    assert canvas.camera.distance_mm < distance
    drag(canvas, Right, [QPoint(100, 100), QPoint(100, 180)])
    assert canvas.camera.distance_mm > distance
    held.qtbot.keyClick(canvas, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.camera.side_letters() == ("A", "P", "S", "I")
    held.qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.camera.azimuth != 90.0
    held.qtbot.keyClick(canvas, Qt.Key.Key_R)
    assert canvas.camera == start
    held.settle()
    assert held.drawing.image == before


def test_a_click_on_a_surface_moves_the_crosshair_there(hold, session) -> None:
    label_map = lie(session)
    held = hold()
    held.settle()
    middle = held.canvas.rect().center()
    with held.qtbot.waitSignal(session.cursor_changed, timeout=PATIENCE_MS):
        held.qtbot.mouseClick(held.canvas, Left, pos=middle)
    z, y, x = session.cursor
    assert abs(z - 20) <= 1
    assert abs(x - 20) <= 1
    assert abs(y - 14) <= 1  # the front of the tumour, not of the liver it is seen through

    session.set_look(label_map, 2, LabelLook(visible=False))
    held.settle()
    with held.qtbot.waitSignal(session.cursor_changed, timeout=PATIENCE_MS):
        held.qtbot.mouseClick(held.canvas, Left, pos=middle)
    assert abs(session.cursor[1] - 4) <= 1
    held.canvas.look_from("R")
    held.settle()
    with held.qtbot.waitSignal(session.cursor_changed, timeout=PATIENCE_MS):
        held.qtbot.mouseClick(held.canvas, Left, pos=middle)
    assert abs(session.cursor[2] - 4) <= 1


def test_slices_are_drawn_where_the_crosshair_is(hold, session) -> None:
    label_map = lie(session)
    session.set_window(Window(100.0, -100.0))  # air at 0 is white
    session.restyle(label_map, visible=False)
    held = hold()
    held.qtbot.keyClick(held.canvas, Qt.Key.Key_V)
    assert held.drawing.slice_mode == "axial"
    held.qtbot.keyClick(held.canvas, Qt.Key.Key_V)
    assert held.drawing.slice_mode == "all"
    held.settle()
    assert min(held.colour(0.4, 0.4).getRgb()[:3]) > 240  # the coronal slice, from the front
    held.qtbot.keyClick(held.canvas, Qt.Key.Key_V)
    held.settle()
    assert max(held.colour(0.4, 0.4).getRgb()[:3]) < 60


@pytest.mark.hazard("U1")
def test_a_picture_at_rest_is_drawn_once_and_then_nothing_happens(hold, session, qtbot) -> None:
    lie(session)
    held = hold()
    held.settle()
    drawn: list[int] = []
    held.drawing.drawn.connect(lambda: drawn.append(1))
    drag(held.canvas, Left, [QPoint(90, 90), *(QPoint(90 + n, 90) for n in range(10, 40))])
    held.settle()
    width = held.drawing.image.width()
    assert width == round(held.canvas.width() * held.canvas.devicePixelRatioF())
    assert 1 <= len(drawn) < 32  # wishes that came too fast were left out
    count = len(drawn)
    qtbot.wait(300)
    assert len(drawn) == count


# --- processes ---------------------------------------------------------------------------------


def test_nothing_to_show_starts_no_process(hold, session, qtbot) -> None:
    held = hold()
    assert held.canvas.note == NO_SCAN
    session.set_volume(scan())
    assert held.canvas.note == NO_MASK
    assert held.pid is None
    assert not held.view.findChild(QPushButton, "try_3d_again").isVisible()
    session.add_label_map(LabelMap(np.zeros(GRID.shape_zyx, np.uint8), GRID, "empty.nii.gz"))
    qtbot.waitUntil(lambda: held.canvas.note == NO_SURFACE, timeout=PATIENCE_MS)


def test_a_view_that_nobody_sees_builds_nothing(hold, session, qtbot) -> None:
    held = hold()
    held.view.hide()
    lie(session)
    qtbot.wait(50)
    assert held.pid is None
    assert not held.drawing._store.is_building
    held.view.show()
    held.settle()
    assert held.pid is not None


@pytest.mark.hazard("U8")
def test_without_opengl_one_sentence_says_so(hold, session, monkeypatch) -> None:
    monkeypatch.setattr(surface_link, "perform", broken_stage.perform)
    lie(session)
    held = hold()
    held.settle()
    assert held.drawing.trouble == held.canvas.note == NO_OPENGL
    again = held.view.findChild(QPushButton, "try_3d_again")
    assert again.isVisible()
    monkeypatch.undo()
    held.qtbot.mouseClick(again, Left)
    held.settle()
    assert held.canvas.note == ""
    assert not again.isVisible()


@pytest.mark.hazard("U8")
def test_a_driver_that_fails_is_set_up_again_and_then_left_alone(hold, session) -> None:
    lie(session)
    held = hold()
    for _ in range(3):
        held.settle()
        assert held.canvas.note == ""
        pid = held.pid
        assert pid is not None
        os.kill(pid, 9)
        held.qtbot.waitUntil(
            lambda gone=pid: held.pid not in (gone, None) or bool(held.drawing.trouble),
            timeout=PATIENCE_MS,
        )
    assert held.canvas.note == STOPPED
    assert session.volume is not None


def test_a_closed_view_leaves_no_process(hold, session) -> None:
    lie(session)
    held = hold()
    held.settle()
    pid = held.pid
    assert pid is not None
    held.view.close_jobs()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_window_loads_no_library_for_surfaces() -> None:
    """VTK alone costs a quarter of a second at every start."""
    code = (
        "import sys, app.viewer.surface_view, app.surface_commands;"
        "print(*{'vtkmodules', 'vtk', 'cc3d'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


# --- the store ---------------------------------------------------------------------------------


@pytest.fixture
def store(qtbot) -> Iterator[SurfaceStore]:
    """Builds surfaces without a view."""
    made = SurfaceStore()
    yield made
    made.close()


def built(qtbot, store: SurfaceStore, label_map: LabelMap) -> dict[int, Shape]:
    qtbot.waitUntil(lambda: not store.is_building, timeout=PATIENCE_MS)
    return dict(store.shapes_of(label_map))


def test_after_an_edit_only_what_changed_is_built(qtbot, store: SurfaceStore) -> None:
    first, second = liver_and_tumour(), liver_and_tumour(extra=(1, 1, 1))
    store.follow((first,))
    before = built(qtbot, store, first)
    assert set(before) == {1, 2}
    store.follow((second,))
    assert dict(store.shapes_of(second)) == before  # until there are newer ones
    after = built(qtbot, store, second)
    assert after[1] is before[1]
    assert after[2] is not before[2]
    store.follow((first,))  # taken back
    assert built(qtbot, store, first) == before


def test_the_newest_edit_wins(qtbot, store: SurfaceStore) -> None:
    edits = [liver_and_tumour(extra=(1, 1, 1 + 4 * n)) for n in range(4)]
    for edit in edits:
        store.follow((edit,))
        qtbot.wait(2)
    shapes = built(qtbot, store, edits[-1])
    assert shapes[2].box[1][0] > 5  # the block at x = 13 to 15 lies at -7 to -5 mm
    assert all(not store.knows(edit) for edit in edits[:-1])
    expected = surface_of(edits[-1], 2)
    assert expected is not None
    assert np.allclose(shapes[2].surface.points, expected.points, atol=1e-3)


def test_another_name_or_colour_builds_nothing(qtbot, store: SurfaceStore) -> None:
    first = liver_and_tumour()
    store.follow((first,))
    before = built(qtbot, store, first)
    renamed = LabelMap(first.voxels, GRID, "other.nii.gz")
    store.follow((renamed,))
    assert not store.progress
    assert built(qtbot, store, renamed) == before


def test_where_two_masks_agree_is_built_as_a_mask_of_its_own(qtbot, session, store) -> None:
    reference = liver_and_tumour()
    voxels = np.where(reference.voxels == 2, 1, reference.voxels)
    voxels[2:5, 2:5, 2:5] = 2  # nothing found of the tumour, and one where none is
    prediction = LabelMap(voxels.astype(np.uint8), GRID, "prediction", role="prediction")
    session.set_volume(scan())
    session.add_label_map(reference)
    session.add_label_map(prediction)
    region = next(r for r in regions_of(reference.labels) if r.name == "tumour")
    pair = RegionPair(region, (2,), (2,))
    store.follow((prediction,))
    built(qtbot, store, prediction)
    (layer,) = drawn(session.layers, "agreement", (reference, prediction), pair)
    store.follow((layer.label_map,))
    assert store.shapes_of(layer.label_map) == {}  # its labels are not the prediction's
    shapes = built(qtbot, store, layer.label_map)
    assert set(shapes) == {EXTRA, MISSED}
    assert shapes[EXTRA].surface.volume_mm3 == pytest.approx(27, rel=0.02)
    missed = np.count_nonzero(reference.voxels == 2)
    assert shapes[MISSED].surface.volume_mm3 == pytest.approx(missed, rel=0.02)


# --- what follows from the session -------------------------------------------------------------


def shape_of(label_map: LabelMap, value: int) -> Shape:
    surface = surface_of(label_map, value)
    assert surface is not None
    return Shape.of(value, surface)


def test_what_holds_a_lesion_shines_through_and_nothing_else() -> None:
    label_map = liver_and_tumour()
    shapes = {value: shape_of(label_map, value) for value in (1, 2)}
    liver, tumour = looks_of([(Layer(label_map), shapes)])
    assert liver.opacity < 0.6
    assert tumour.opacity == 1.0
    (alone,) = looks_of([(Layer(label_map), {1: shapes[1]})])
    assert alone.opacity == 1.0
    fainter = looks_of([(Layer(label_map, opacity=0.2), shapes)])
    assert fainter[0].opacity < liver.opacity
    assert fainter[1].opacity < 1.0
    assert looks_of([(Layer(label_map, visible=False), shapes)]) == ()
    assert looks_of([(Layer(label_map, opacity=0.0), shapes)]) == ()


@pytest.mark.hazard("E5")
def test_slices_lie_in_the_patient_as_their_voxels_do() -> None:
    """The corners of each picture are the outer corners of its outermost voxels."""
    for geometry in GEOMETRIES.values():
        volume = make_volume(geometry)
        canonical = geometry.canonical
        cursor = (3, 4, 5)
        for sheet in sheets_of(volume, cursor, "frames"):
            plane = PLANES[sheet.plane]
            rows, columns = plane.shape(canonical.shape_zyx)
            corners = np.array(sheet.corners)
            for (row, column), corner in (((0, 0), 0), ((rows - 1, columns - 1), 2)):
                voxel = plane.index(row, column, cursor[plane.axis], canonical.shape_zyx)
                down = (corners[3] - corners[0]) / rows
                right = (corners[1] - corners[0]) / columns
                half = (down + right) / 2 * (1 if corner == 0 else -1)
                assert np.allclose(corners[corner] + half, canonical.point(voxel), atol=1e-6)


def test_a_slice_is_as_grey_as_in_its_own_view() -> None:
    voxels = np.arange(24, dtype=np.float32).reshape(2, 3, 4)
    voxels[0, 0, 0] = np.nan
    volume = Volume(voxels, Geometry((4, 3, 2)), "v")
    pixels = slice_picture(volume, PLANES["axial"], 0, Window(10.0, 5.0), 512)
    assert pixels.dtype == np.uint8
    assert pixels.tolist() == [[0, 25, 51, 76], [102, 127, 153, 178], [204, 229, 255, 255]]
    assert slice_picture(volume, PLANES["axial"], 0, Window(10.0, 5.0), 2).shape == (2, 2)


def test_each_side_is_seen_as_radiologists_draw_it() -> None:
    letters = {side: Camera().seen_from(side).side_letters() for side in STANDARD_VIEWS}
    assert letters["A"] == PLANES["coronal"].letters
    assert letters["L"] == PLANES["sagittal"].letters
    assert letters["I"] == PLANES["axial"].letters
    assert letters["S"] == ("L", "R", "A", "P")
    assert letters["P"] == ("L", "R", "S", "I")
    assert letters["R"] == ("P", "A", "S", "I")


def test_the_camera_stays_upright_and_fits_what_it_looks_at() -> None:
    camera = Camera().rotated(77, -33).rotated(500, 999)
    assert camera.elevation == 90.0
    axes = np.stack([camera.rightwards, camera.upwards, camera.backwards])
    assert np.allclose(axes @ axes.T, np.eye(3), atol=1e-9)
    low, high = (-40.0, 0.0, 100.0), (60.0, 30.0, 350.0)
    for side in STANDARD_VIEWS:
        for aspect in (0.5, 1.0, 2.0):
            fitted = Camera().seen_from(side).rotated(13, 7).fitted((low, high), aspect)
            corners = np.array([(x, y, z) for x in (-40, 60) for y in (0, 30) for z in (100, 350)])
            seen = (corners - np.asarray(fitted.eye)) @ np.stack(
                [fitted.rightwards, fitted.upwards, -fitted.backwards]
            ).T
            slopes = np.abs(seen[:, :2]) / seen[:, 2:] / np.tan(np.radians(15.0))
            assert slopes[:, 0].max() / aspect <= 1.0
            assert slopes[:, 1].max() <= 1.0
            assert max(slopes[:, 0].max() / aspect, slopes[:, 1].max()) > 0.8


def test_the_cube_shows_the_sides_that_are_seen() -> None:
    middle = QPointF(50, 50)
    for side, direction in FACES.items():
        assert letters_of(np.array(direction, float)) == side
        camera = Camera().seen_from(side)
        assert list(faces_towards(camera, middle)) == [side]
        assert side_at(camera, middle, middle) == side
    turned = Camera(azimuth=30.0, elevation=20.0)
    assert set(faces_towards(turned, middle)) == {"A", "L", "S"}
    assert side_at(turned, middle, QPointF(500, 500)) is None


# --- the header and the window -----------------------------------------------------------------


def test_the_header_looks_from_each_side_and_asks_to_be_alone(hold, session, qtbot) -> None:
    view = hold().view
    view.resize(400, 300)
    for side in STANDARD_VIEWS:
        qtbot.mouseClick(view.findChild(QToolButton, f"side_{side}"), Left)
        assert view.canvas.camera.side_letters() == Camera().seen_from(side).side_letters()
    with qtbot.waitSignal(view.maximise_requested):
        qtbot.mouseClick(view.findChild(QToolButton, "maximise_3d"), Left)
    with qtbot.waitSignal(view.maximise_requested):
        qtbot.mouseDClick(view.canvas, Left)
    qtbot.mouseRelease(view.canvas, Left)  # or the next test's mouse is still this one's
    drag(view.canvas, Left, [QPoint(5, 5), QPoint(90, 90)])  # nothing there, nothing happens
    wheel(view.canvas, 120)
    view.canvas.leaveEvent(QEvent(QEvent.Type.Leave))
    assert session.cursor == (0, 0, 0)


def test_the_chosen_surface_is_exported(window, qtbot, tmp_path: Path) -> None:
    session = window.session
    session.set_volume(make_volume())
    assert not window.actions_by_name["action_export_surface"].isEnabled()
    label_map = make_mask()
    session.add_label_map(label_map)
    session.set_current_label(label_map, 2)
    window.actions_by_name["action_export_surface"].trigger()
    dialog = window.findChild(QFileDialog, "export_surface_dialog")
    labels = dialog.findChild(QComboBox, "export_surface_labels")
    assert labels.currentText() == "tumour, of reference.nii.gz"
    assert Path(dialog.selectedFiles()[0]).name == "tumour.stl"
    labels.setCurrentIndex(labels.count() - 1)
    dialog.selectNameFilter(dialog.nameFilters()[1])
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert Path(dialog.selectedFiles()[0]).name == "surfaces.ply"
    target = tmp_path / "both.ply"
    with qtbot.waitSignal(session.notified, timeout=PATIENCE_MS):
        dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(target.exists, timeout=PATIENCE_MS)
    assert target.read_bytes().startswith(b"ply\nformat binary_little_endian 1.0\n")


def test_a_mask_without_a_scale_is_not_exported(window, qtbot) -> None:
    session = window.session
    geometry = GEOMETRIES["no scale"]
    session.set_volume(make_volume(geometry))
    session.add_label_map(make_mask(geometry))
    with qtbot.waitSignal(session.failed) as said:
        window.actions_by_name["action_export_surface"].trigger()
    assert "how many mm" in said.args[0]
    assert window.findChild(QFileDialog, "export_surface_dialog") is None
