"""All views together: linked crosshair, sliders, strip, layouts, the case's card."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtWidgets import QLabel, QSlider, QToolButton

from app.document import SliceScores
from app.session import Session
from app.viewer.dice_strip import DiceStrip
from app.viewer.layout import LAYOUTS, ViewerArea
from app.viewer.slice_view import SliceView
from tests.app.viewing import GEOMETRIES, make_mask, make_volume
from unet_core.io import load_label_map, load_volume
from unet_core.volume import DEFAULT_LABELS, Geometry, LabelMap, Volume, regions_of

PLANES = ("axial", "sagittal", "coronal")


@pytest.fixture
def area(qtbot) -> ViewerArea:
    session = Session()
    widget = ViewerArea(session)
    qtbot.addWidget(widget, before_close_func=ViewerArea.close_jobs)
    widget.resize(900, 700)
    widget.show()
    session.set_volume(make_volume())
    widget.session = session
    return widget


def _scores(slices: int = 10) -> SliceScores:
    dice = np.full((slices, 2), np.nan)
    dice[2:8, 0] = [0.9, 0.8, 0.95, 0.3, 0.92, 0.0]
    dice[4:6, 1] = [0.7, 0.6]
    return SliceScores(regions_of(DEFAULT_LABELS), dice, (0.87, 0.65), "a against b")


def test_views_have_the_names_tests_rely_on(area) -> None:
    for plane in PLANES:
        assert isinstance(area.findChild(SliceView, f"view_{plane}"), SliceView)
        assert isinstance(area.findChild(QSlider, f"slider_{plane}"), QSlider)
    assert isinstance(area.findChild(DiceStrip, "slice_dice_strip"), DiceStrip)


def test_a_click_in_one_view_moves_the_others(area, qtbot) -> None:
    coronal = area.views["coronal"]
    point = coronal.point_of((8, coronal.position, 2)).toPoint()
    qtbot.mouseClick(coronal, Qt.MouseButton.LeftButton, pos=point)
    assert area.session.cursor == (8, 6, 2)
    assert area.views["axial"].position == 8
    assert area.views["sagittal"].position == 2
    assert area.findChild(QSlider, "slider_axial").value() == 8
    assert area.findChild(QSlider, "slider_sagittal").value() == 2


def test_slider_moves_the_slice_by_value_key_and_click(area, qtbot) -> None:
    slider = area.findChild(QSlider, "slider_axial")
    assert (slider.minimum(), slider.maximum()) == (0, 9)
    slider.setValue(1)
    assert area.session.cursor[0] == 1
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert area.session.cursor[0] == 2
    for value in (9, 0, 6):
        point = QPoint(round(slider.x_of(value)), slider.height() // 2)
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=point)
        assert area.session.cursor[0] == value


def test_the_header_says_where_the_slice_lies(area) -> None:
    area.session.set_cursor((4, 0, 0))
    texts = {p: area.findChild(QLabel, f"position_{p}").text() for p in PLANES}
    assert texts == {"axial": "S 110.0 mm", "sagittal": "R 5.0 mm", "coronal": "P 7.0 mm"}
    area.session.set_volume(make_volume(GEOMETRIES["no scale"]))
    assert area.findChild(QLabel, "position_axial").text() == ""


def test_the_strip_shows_with_scores_only(area) -> None:
    assert not area.strip.isVisible()
    area.session.set_slice_scores(_scores())
    assert area.strip.isVisible()
    assert area.strip.slices == 10
    area.session.set_slice_scores(None)
    assert not area.strip.isVisible()


def test_bars_stand_under_the_handle(area, qtbot) -> None:
    area.session.set_slice_scores(_scores())
    slider = area.findChild(QSlider, "slider_axial")
    for size in (QSize(900, 700), QSize(640, 500), QSize(1400, 900)):
        area.resize(size)
        qtbot.waitUntil(lambda: _first_bar(area.strip) >= area.strip.label_px - 2, timeout=1000)
        for position in range(10):
            assert abs(_off(area, slider, position)) <= 1.5


def _first_bar(strip: DiceStrip) -> float:
    """Where it begins; it must not cover the names."""
    return strip.x_of(0) - (strip.x_of(1) - strip.x_of(0)) / 2


def _off(area, slider, position: int) -> float:
    handle = slider.mapTo(area, QPointF(slider.x_of(position), 0)).x()
    return handle - area.strip.mapTo(area, QPointF(area.strip.x_of(position), 0)).x()


def test_a_click_on_the_strip_goes_to_the_slice(area, qtbot) -> None:
    area.session.set_slice_scores(_scores())
    point = QPoint(round(area.strip.x_of(7)), 20)
    qtbot.mouseClick(area.strip, Qt.MouseButton.LeftButton, pos=point)
    assert area.session.cursor[0] == 7
    assert area.strip.current == 7


def test_n_and_p_walk_over_the_worst_slices(area, qtbot) -> None:
    view = area.views["axial"]
    cursor = area.session.cursor
    qtbot.keyClick(view, "n")
    assert area.session.cursor == cursor, "nothing is scored"
    area.session.set_slice_scores(_scores())
    seen = []
    for key in "nnnp":
        qtbot.keyClick(view, key)
        seen.append(area.session.cursor[0])
    assert seen == [7, 5, 4, 5]
    assert area.session.cursor[1:] == cursor[1:]


def test_layouts(area) -> None:
    def shown() -> set[str]:
        return {name for name, cell in area._cells.items() if cell.isVisible()}

    assert area.layout_name == "axial_large"
    for name, cells in LAYOUTS.items():
        area.layout_name = name
        assert shown() == {"axial" if cell == "side" else cell for cell in cells}
    area.layout_name = "four_up"
    with pytest.raises(KeyError, match="no layout"):
        area.layout_name = "nine_up"


def test_maximise_and_restore(area, qtbot) -> None:
    coronal = area.views["coronal"]
    before = coronal.width()
    qtbot.mouseDClick(coronal, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert area.maximised == "coronal"
    assert not area.panels["axial"].isVisible()
    qtbot.waitUntil(lambda: coronal.width() > 1.5 * before, timeout=1000)
    button = area.findChild(QToolButton, "maximise_coronal")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert area.maximised is None
    assert all(panel.isVisible() for panel in area.panels.values())
    area.maximise("sagittal")
    area.layout_name = "axial_large"
    assert area.maximised is None
    assert area.panels["sagittal"].isVisible()


class _Tool:
    """Counts what it is told."""

    name = "a tool"
    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self) -> None:
        self.pressed: list[object] = []
        self.left = 0

    def press(self, view, event) -> bool:
        self.pressed.append(view)
        return True

    def move(self, view, event) -> None:
        pass

    def release(self, view, event) -> None:
        pass

    def key(self, view, event) -> bool:
        return False

    def leave(self) -> None:
        self.left += 1


def test_a_tool_reaches_every_view_and_is_put_away(area, qtbot) -> None:
    heard: list[str] = []
    area.tool_changed.connect(lambda: heard.append(area.tool.name if area.tool else "none"))
    tool, other = _Tool(), _Tool()
    area.set_tool(tool)
    area.set_tool(tool)
    for view in area.views.values():
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    assert tool.pressed == list(area.views.values())
    area.set_tool(other)
    assert tool.left
    area.set_tool(None)
    assert other.left
    assert heard == ["a tool", "a tool", "none"]


def test_space_swaps_tools_and_esc_puts_them_away(area, qtbot) -> None:
    view, tool, other = area.views["axial"], _Tool(), _Tool()
    area.set_tool(tool)
    area.set_tool(other)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert area.tool is tool
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert area.tool is other
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert area.tool is None
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert area.tool is other


def test_looks_reach_every_view(area) -> None:
    area.set_smooth(False)
    assert not area.smooth
    area.set_crosshair_visible(False)
    assert not area.crosshair_visible
    area.views["axial"].zoom(3.0, QPointF(10, 10))
    area.reset_views()
    assert all(view.placement.zoom == 1.0 for view in area.views.values())


def test_the_card_counts_voxels_and_ml(area, qtbot) -> None:
    area.session.add_label_map(make_mask())
    qtbot.waitUntil(lambda: not area.card.is_counting, timeout=3000)
    text = area.card.text
    assert "14 \N{MULTIPLICATION SIGN} 12 \N{MULTIPLICATION SIGN} 10" in text
    assert "244 voxels" in text
    assert "8 voxels" in text
    assert "0.4 ml" in text
    area.session.remove_label_map(area.session.label_maps[0])
    assert "voxels" not in area.card.text


def test_the_card_gives_no_ml_without_a_scale(area, qtbot) -> None:
    """G1: volumes are hidden without a scale; an empty mask is named (M4)."""
    geometry = GEOMETRIES["no scale"]
    area.session.set_volume(make_volume(geometry))
    area.session.add_label_map(make_mask(geometry))
    empty = LabelMap(np.zeros(geometry.shape_zyx, np.uint8), geometry, "<b>e\nvil</b>.nii")
    area.session.add_label_map(empty)
    qtbot.waitUntil(lambda: not area.card.is_counting, timeout=3000)
    assert " ml" not in area.card.text
    assert "unknown" in area.card.text
    assert "the mask is empty" in area.card.text
    assert "&lt;b&gt;" in area.card.text


def test_closing_while_counting(qtbot) -> None:
    """U4: a thread is never destroyed while it runs."""
    session = Session()
    area = ViewerArea(session)
    geometry = Geometry((256, 256, 120))
    session.set_volume(Volume(np.zeros(geometry.shape_zyx, np.uint8), geometry, "v"))
    session.add_label_map(LabelMap(np.ones(geometry.shape_zyx, np.uint8), geometry, "m"))
    area.show()
    assert area.card.is_counting
    area.close()
    qtbot.waitUntil(lambda: not area.card.is_counting, timeout=3000)
    area.deleteLater()


@pytest.mark.real_data
def test_the_liver_lies_on_the_left_of_the_picture(area, real_data, qtbot) -> None:
    """As radiologists see it: liver at the image's left, spine below, head up, face to the left."""
    session = area.session
    session.set_volume(load_volume(real_data / "ct" / "volume-totalseg3mm.nii.gz"))
    mask = load_label_map(real_data / "ct" / "segmentation-totalseg3mm.nii.gz")
    session.add_label_map(mask)
    middle = np.argwhere(mask.canonical == 1).mean(axis=0).round().astype(int).tolist()
    session.set_cursor(tuple(middle))
    axial, coronal, sagittal = (area.views[p] for p in ("axial", "coronal", "sagittal"))
    assert axial.point_of(tuple(middle)).x() < axial.width() / 2
    assert coronal.point_of(tuple(middle)).x() < coronal.width() / 2
    bone_y, bone_x = np.argwhere(session.volume.canonical[middle[0]] > 300).mean(axis=0)
    bone = (middle[0], int(bone_y), int(bone_x))
    assert axial.point_of(bone).y() > axial.point_of(tuple(middle)).y(), "spine below"
    assert sagittal.point_of(bone).x() > sagittal.width() / 2, "back to the right"
    assert coronal.point_of(tuple(middle)).y() < coronal.height() / 2, "liver above the pelvis"
