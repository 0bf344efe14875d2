"""A second scan beside the first: the same place of the patient, or an honest word why not."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFileDialog, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.document import Window
from app.main_window import MainWindow
from app.session import Session
from app.viewer.common_space import Onto, obstacle
from app.viewer.layout import ViewerArea
from app.viewer.planes import PLANES
from unet_core.volume import DicomSource, Geometry, LabelMap, Volume

FINE = Geometry((40, 32, 20), (1.0, 1.0, 2.0), (-20.0, -16.0, 100.0))
COARSE = Geometry((16, 14, 12), (2.0, 2.0, 5.0), (-14.0, -13.0, 90.0))
FLIPPED = Geometry(
    (16, 14, 12), (2.0, 2.0, 5.0), (16.0, 13.0, 145.0), (-1, 0, 0, 0, -1, 0, 0, 0, -1)
)
_TURN = np.deg2rad(12)
TURNED = Geometry(
    (30, 30, 20),
    (1.5, 1.5, 3.0),
    (-22.0, -20.0, 95.0),
    (np.cos(_TURN), -np.sin(_TURN), 0, np.sin(_TURN), np.cos(_TURN), 0, 0, 0, 1),
)


def slope(geometry: Geometry, name: str = "scan") -> Volume:
    """Its value at every point is 3x + 5y + 7z mm: linear interpolation finds it everywhere."""
    z, y, x = np.indices(geometry.shape_zyx)
    places = np.stack([x, y, z, np.ones_like(x)], axis=-1) @ geometry.affine.T
    values = places[..., :3] @ np.array([3.0, 5.0, 7.0])
    return Volume(values.astype(np.float32), geometry, name, intensity="HU")


def _true(geometry: Geometry, plane: str, position: int) -> np.ndarray:
    """What the slope is at every pixel of a slice."""
    cut = PLANES[plane]
    shape = geometry.canonical.shape_zyx
    rows, columns = cut.shape(shape)
    found = np.empty((rows, columns))
    for row in range(rows):
        for column in range(columns):
            point = geometry.canonical.point(cut.index(row, column, position, shape))
            found[row, column] = np.dot(point, (3.0, 5.0, 7.0))
    return found


# --- resampling --------------------------------------------------------------------------------


@pytest.mark.parametrize("other", [COARSE, FLIPPED, TURNED], ids=["coarse", "flipped", "turned"])
@pytest.mark.parametrize("plane", ["axial", "sagittal", "coronal"])
@pytest.mark.hazard("E5")
def test_a_slice_of_the_second_lies_where_the_patient_is(other: Geometry, plane: str) -> None:
    position = 9
    cut = Onto(FINE.canonical, slope(other)).cut(PLANES[plane], position)
    expected = _true(FINE, plane, position)
    assert cut.pixels == 1
    assert cut.values.shape == expected.shape
    deep = _depth(FINE, other, plane, position) >= 0.5
    assert deep.sum() > 50
    np.testing.assert_allclose(cut.values[deep], expected[deep], atol=0.02)


def _depth(geometry: Geometry, other: Geometry, plane: str, position: int) -> np.ndarray:
    """How many voxels within the second grid's outermost centres every pixel of a slice lies."""
    cut, shape = PLANES[plane], geometry.canonical.shape_zyx
    rows, columns = cut.shape(shape)
    depth = np.empty((rows, columns))
    for row in range(rows):
        for column in range(columns):
            point = geometry.canonical.point(cut.index(row, column, position, shape))
            place = other.place(point)
            depth[row, column] = min(
                min(p, n - 1 - p) for p, n in zip(place, other.shape_zyx, strict=True)
            )
    return depth


@pytest.mark.parametrize("other", [COARSE, FLIPPED, TURNED], ids=["coarse", "flipped", "turned"])
@pytest.mark.parametrize("plane", ["axial", "sagittal", "coronal"])
def test_outside_the_second_there_is_nothing(other: Geometry, plane: str) -> None:
    cut = Onto(FINE.canonical, slope(other)).cut(PLANES[plane], 3)
    depth = _depth(FINE, other, plane, 3)
    assert np.isnan(cut.values[depth < -0.501]).all()
    assert not np.isnan(cut.values[depth > -0.499]).any()


@pytest.mark.parametrize("other", [COARSE, FLIPPED, TURNED], ids=["coarse", "flipped", "turned"])
def test_the_nearest_voxel_is_one_of_the_second(other: Geometry) -> None:
    second = slope(other)
    onto = Onto(FINE.canonical, second, is_smooth=False)
    cut = onto.cut(PLANES["axial"], 9)
    shape = FINE.canonical.shape_zyx
    for row, column in ((12, 12), (16, 20), (20, 25)):
        index = PLANES["axial"].index(row, column, 9, shape)
        assert cut.values[row, column] == onto.value_at(index)
        assert cut.values[row, column] in second.voxels


def test_a_large_turned_slice_is_fetched_at_half_its_resolution() -> None:
    large = Geometry((501, 403, 2), (0.1, 0.1, 2.0), (-20.0, -16.0, 110.0))
    cut = Onto(large, slope(TURNED)).cut(PLANES["axial"], 1)
    assert cut.pixels == 2
    assert cut.values.shape == (202, 251)
    point = large.point((1, 100.5, 200.5))  # between the four pixels that the value stands for
    assert cut.values[50, 100] == pytest.approx(np.dot(point, (3, 5, 7)), abs=0.02)


# --- the link ----------------------------------------------------------------------------------


@pytest.fixture
def area(qtbot: QtBot) -> ViewerArea:
    session = Session()
    widget = ViewerArea(session)
    qtbot.addWidget(widget, before_close_func=ViewerArea.close_jobs)
    widget.resize(1000, 600)
    with qtbot.waitExposed(widget):
        widget.show()
    session.set_volume(slope(FINE, "first"))
    widget.session = session
    return widget


def _session(area: ViewerArea) -> Session:
    return area.session


def _point(session: Session) -> np.ndarray:
    assert session.volume is not None
    return np.array(session.volume.geometry.canonical.point(session.cursor))


@pytest.mark.parametrize("other", [COARSE, FLIPPED, TURNED], ids=["coarse", "flipped", "turned"])
def test_both_crosshairs_stand_at_the_same_place(area: ViewerArea, other: Geometry) -> None:
    first, second = _session(area), area.second.session
    first.set_second(slope(other, "second"))
    assert area.second.is_linked
    reach = np.linalg.norm(np.array(other.spacing_xyz_mm)) / 2 + 1e-6
    for index in ((10, 16, 20), (5, 14, 24), (14, 18, 16)):
        first.set_cursor(index)
        assert first.cursor == index, "the leader stays where it was put"
        assert np.linalg.norm(_point(first) - _point(second)) <= reach
    second.set_cursor((4, 6, 7))
    assert second.cursor == (4, 6, 7)
    reach = np.linalg.norm(np.array(FINE.spacing_xyz_mm)) / 2 + 1e-6
    assert np.linalg.norm(_point(first) - _point(second)) <= reach


def test_unlinked_each_goes_its_own_way(area: ViewerArea, qtbot: QtBot) -> None:
    session = _session(area)
    session.set_second(slope(COARSE, "second"))
    here = area.second.session.cursor
    link = area.findChild(QToolButton, "second_link")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert not area.second.is_linked
    session.set_cursor((2, 3, 4))
    assert area.second.session.cursor == here
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert area.second.session.cursor != here, "it comes after at once"


def test_zoom_and_pan_go_together(area: ViewerArea, qtbot: QtBot) -> None:
    session = _session(area)
    session.set_second(slope(COARSE, "second"))
    first, second = area.views["axial"], area.second_panel.views["axial"]

    def alike() -> bool:
        a, b = first.frame, second.frame
        assert a is not None
        assert b is not None
        middles = [
            f.point_at(QPointF(v.width() / 2, v.height() / 2)) for f, v in ((a, first), (b, second))
        ]
        same_place = np.abs(np.subtract(*middles))[:2].max() < 0.01
        return bool(same_place and abs(a.placement.px_per_mm / b.placement.px_per_mm - 1) < 1e-6)

    qtbot.waitUntil(alike, timeout=2000)
    before = first.placement.px_per_mm
    first.zoom(2.0)
    qtbot.waitUntil(alike, timeout=2000)
    assert first.placement.px_per_mm == pytest.approx(2 * before)
    second.pan(0.1, -0.05)
    qtbot.waitUntil(alike, timeout=2000)
    second.zoom(0.5)
    qtbot.waitUntil(alike, timeout=2000)
    assert first.placement.px_per_mm == pytest.approx(before)


def test_each_has_its_own_window_and_name(area: ViewerArea) -> None:
    session = _session(area)
    session.set_second(slope(COARSE, "earlier.nii.gz"))
    session.set_window(Window(1400, -500))
    assert area.second.session.window == Window(350, 40)
    area.second.session.set_window(Window(100, 50))
    assert session.window == Window(1400, -500)
    titles = [
        area.panels["axial"]._title.toolTip(),
        area.second_panel.panels["axial"]._title.toolTip(),
    ]
    assert titles == ["first", "earlier.nii.gz"]


def test_where_the_second_ends_is_said(area: ViewerArea) -> None:
    session = _session(area)
    short = Geometry((40, 32, 4), (1.0, 1.0, 2.0), (-20.0, -16.0, 100.0))
    session.set_second(slope(short, "short"))
    session.set_cursor((2, 16, 20))
    assert area.second_bar.sentence == ""
    session.set_cursor((19, 16, 20))
    assert area.second_bar.sentence.startswith("short ends before this place")
    assert area.second.session.cursor[0] == 3


# --- what is not known is said -----------------------------------------------------------------


def _dicom(volume: Volume, frame: str, patient: str = "") -> Volume:
    return replace(
        volume, source=DicomSource("1.2", frame_of_reference_uid=frame, patient_key=patient)
    )


def test_what_keeps_two_scans_apart() -> None:
    first, second = slope(FINE, "a"), slope(COARSE, "b")
    assert obstacle(first, second) == ""
    assert obstacle(_dicom(first, "1"), _dicom(second, "1")) == ""
    assert obstacle(_dicom(first, "1"), second) == "", "a NIfTI of it names no frame"
    assert "frames of reference" in obstacle(_dicom(first, "1"), _dicom(second, "2"))
    assert "different patients" in obstacle(_dicom(first, "1", "x"), _dicom(second, "1", "y"))
    unscaled = replace(second, geometry=replace(COARSE, has_scale=False))
    assert obstacle(first, unscaled).startswith("b has no scale")
    unturned = replace(second, geometry=replace(COARSE, has_orientation=False))
    assert "which way the patient lies" in obstacle(first, unturned)
    far = slope(replace(COARSE, origin_xyz_mm=(900.0, 0.0, 0.0)), "far")
    assert "no part of the patient" in obstacle(first, far)


def test_without_a_common_space_nothing_is_blended_and_linking_is_by_hand(
    area: ViewerArea, qtbot: QtBot
) -> None:
    session = _session(area)
    session.set_volume(_dicom(slope(FINE, "first"), "1"))
    session.set_second(_dicom(slope(COARSE, "second"), "2"))
    assert not area.second.is_linked
    assert "frames of reference" in area.second_bar.sentence
    assert not area.findChild(QSlider, "second_blend").isEnabled()
    area.second_bar.flicker()
    assert all(view.over is None for view in area.views.values())
    session.set_cursor((4, 10, 10))
    area.second.session.set_cursor((6, 6, 6))
    apart = _point(area.second.session) - _point(session)
    qtbot.mouseClick(area.findChild(QToolButton, "second_link"), Qt.MouseButton.LeftButton)
    assert area.second.session.cursor == (6, 6, 6), "linked from where both stand"
    assert "from where you linked them" in area.second_bar.sentence
    session.set_cursor((9, 10, 10))
    moved = _point(area.second.session) - _point(session)
    assert np.abs(moved - apart).max() <= 2.5


def test_without_a_scale_it_cannot_be_linked(area: ViewerArea) -> None:
    second = slope(replace(COARSE, has_scale=False), "picture")
    _session(area).set_second(second)
    assert not area.findChild(QToolButton, "second_link").isEnabled()
    area.second.set_linked(True)
    assert not area.second.is_linked


# --- blending and flickering -------------------------------------------------------------------


def _flat(geometry: Geometry, value: int, name: str) -> Volume:
    return Volume(np.full(geometry.shape_zyx, value, np.int16), geometry, name)


def test_blend_and_flicker_show_the_second_in_the_firsts_plane(
    area: ViewerArea, qtbot: QtBot
) -> None:
    session = _session(area)
    session.set_volume(_flat(FINE, -135, "black"))  # abdomen 350/40: black
    session.set_second(_flat(FINE, 215, "white"))
    area.layout_name = "one_up"
    view = area.views["axial"]
    view.set_crosshair_visible(False)
    session.set_cursor((10, 16, 20))
    centre = view.point_of((10, 12, 15)).toPoint()

    def grey() -> int:
        return view.grab().toImage().pixelColor(centre).red()

    assert grey() == 0
    area.findChild(QSlider, "second_blend").setValue(50)
    assert grey() == pytest.approx(128, abs=2)
    for expected in (255, 0, 255):
        area.second_bar.flicker()
        assert grey() == expected
    view.read_at(QPointF(centre))
    assert view.readout is not None
    assert "-135 HU" in view.readout.text
    assert "second scan: 215 HU" in view.readout.text
    area.second.session.set_window(Window(1000, 715))
    assert grey() == 0, "by the second's own window"
    session.set_second(None)
    assert grey() == 0
    assert view.over is None


def test_masks_lie_over_the_blended_second(area: ViewerArea) -> None:
    session = _session(area)
    session.set_volume(_flat(FINE, -135, "black"))
    session.add_label_map(LabelMap(np.ones(FINE.shape_zyx, np.uint8), FINE, "mask"))
    session.set_second(_flat(FINE, 215, "white"))
    area.layout_name = "one_up"
    area.second_bar.flicker()
    view = area.views["axial"]
    colour = view.grab().toImage().pixelColor(view.point_of((10, 12, 15)).toPoint())
    assert (colour.red(), colour.green(), colour.blue()) != (255, 255, 255)


# --- opening -----------------------------------------------------------------------------------


def test_a_second_scan_is_opened_beside_and_put_away(
    qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path]
) -> None:
    session, viewer = window.session, window.viewer
    action = window.findChild(QAction, "action_open_second")
    assert not action.isEnabled(), "nothing to lay it beside"
    window.open_paths([case_files[0]])
    qtbot.waitUntil(lambda: session.volume is not None, timeout=20_000)
    first, before = session.volume, viewer.layout_name
    action.trigger()
    dialog = window.findChild(QFileDialog, "open_second_dialog")
    dialog.filesSelected.emit([str(case_files[0])])
    dialog.close()
    qtbot.waitUntil(lambda: session.second is not None, timeout=20_000)
    assert session.volume is first
    assert viewer.layout_name == "side_by_side"
    assert window.findChild(QAction, "action_layout_side_by_side").isChecked()
    assert window.findChild(QWidget, "view_second_axial").isVisible()
    flicker = window.findChild(QAction, "action_toggle_flicker")
    flicker.trigger()
    assert viewer.views["axial"].over is not None
    qtbot.mouseClick(window.findChild(QToolButton, "second_close"), Qt.MouseButton.LeftButton)
    assert session.second is None
    assert viewer.layout_name == before
    assert not flicker.isEnabled()


def test_the_plane_side_by_side_is_chosen(area: ViewerArea) -> None:
    _session(area).set_second(slope(COARSE, "second"))
    box = area.findChild(QComboBox, "second_plane")
    assert box.isVisible()
    box.activated.emit(box.findData("coronal"))
    assert area.panels["coronal"].isVisible()
    assert area.second_panel.panels["coronal"].isVisible()
    assert not area.panels["axial"].isVisible()
    area.layout_name = "four_up"
    assert not box.isVisible()
    assert area.second_bar.isVisible(), "blending goes on in every layout"


def test_without_a_second_the_layout_says_how_to_open_one(
    qtbot: QtBot, window: MainWindow, case: tuple[Volume, LabelMap]
) -> None:
    window.session.set_volume(case[0])
    window.findChild(QAction, "action_layout_side_by_side").trigger()
    button = window.findChild(QWidget, "second_open")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog, "open_second_dialog")
    assert dialog is not None
    dialog.close()


def test_another_first_scan_puts_the_second_away(area: ViewerArea) -> None:
    session = _session(area)
    session.set_second(slope(COARSE, "second"))
    session.set_volume(slope(COARSE, "other"))
    assert area.second.volume is None
    assert not area.second_bar.isVisible()
    assert area.layout_name != "side_by_side"
