"""The grey window: dragged, from a region, by histogram, number and name; kept for next time."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from app.document import Window
from app.main_window import MainWindow
from app.panels.window import WindowPanel
from app.reading_state import usual_window
from app.session import Session
from app.settings import Settings
from app.tools.window_level import WindowLevel, dragged
from app.tools.window_region import WindowRegion, region_window
from app.viewer.presets import PresetBook
from app.viewer.slice_view import SliceView
from tests.app.viewing import make_volume
from unet_core.volume import Geometry, Volume

LEFT = Qt.MouseButton.LeftButton


def _scan(dtype: str = "int16", intensity: str = "HU", **more: object) -> Volume:
    """Values 0 to 999, each 8 times."""
    values = np.repeat(np.arange(1000), 8).reshape(10, 20, 40).astype(dtype)
    return Volume(values, Geometry((40, 20, 10)), "scan", intensity=intensity, **more)


# --- dragging ----------------------------------------------------------------------------------


def test_dragging_right_widens_and_down_brightens_the_level() -> None:
    before = Window(400.0, 40.0)
    assert dragged(before, QPointF(100, 0)).width > 400
    assert dragged(before, QPointF(-100, 0)).width < 400
    assert dragged(before, QPointF(0, 128)).level == pytest.approx(240)
    assert dragged(before, QPointF(0, 0)) == before


def test_the_tool_follows_a_drag_and_esc_takes_it_back(qtbot: QtBot) -> None:
    session = Session()
    view = SliceView(session, "axial")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    session.set_volume(make_volume())
    before = session.window
    view.set_tool(WindowLevel(session))
    qtbot.mousePress(view, LEFT, pos=QPoint(100, 100))
    qtbot.mouseMove(view, QPoint(160, 130))
    there = dragged(before, QPointF(60, 30))
    assert session.window == Window(round(there.width), round(there.level))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert session.window == before
    qtbot.mouseRelease(view, LEFT, pos=QPoint(160, 130))
    qtbot.mouseMove(view, QPoint(300, 200))
    assert session.window == before, "hovering changes nothing"


# --- from a region -----------------------------------------------------------------------------


@pytest.fixture
def region_view(qtbot: QtBot) -> SliceView:
    """An axial view of a scan of air with a square of 100 and 200."""
    voxels = np.full((3, 40, 40), -1000, np.int16)
    voxels[:, 10:30, 10:20], voxels[:, 10:30, 20:30] = 100, 200
    session = Session()
    view = SliceView(session, "axial")
    qtbot.addWidget(view)
    view.resize(500, 500)
    view.show()
    session.set_volume(Volume(voxels, Geometry((40, 40, 3)), "square"))
    region = WindowRegion(session)
    view.set_ctrl_tool(region)
    view.add_painter(region)
    view.session, view.region = session, region
    return view


def _drag(qtbot: QtBot, view: SliceView, start: tuple[int, int], end: tuple[int, int]) -> None:
    """From one voxel of slice 1, (row, column), to another, with Ctrl held; not released."""
    ctrl = Qt.KeyboardModifier.ControlModifier
    first, last = (view.point_of((1, *place)).toPoint() for place in (start, end))
    qtbot.mousePress(view, LEFT, ctrl, first)
    qtbot.mouseMove(view, last)


def test_ctrl_drag_takes_the_window_of_what_is_inside(qtbot: QtBot, region_view: SliceView) -> None:
    session, region = region_view.session, region_view.region
    cursor = session.cursor
    _drag(qtbot, region_view, (12, 12), (27, 27))
    assert region.window == Window(102, 150), "shown before"
    assert session.window != region.window
    qtbot.mouseRelease(region_view, LEFT, pos=region_view.point_of((1, 27, 27)).toPoint())
    assert session.window == Window(102, 150)
    assert session.cursor == cursor
    assert region.window is None


def test_ctrl_drag_backwards_and_beyond_the_edge_is_the_same(
    qtbot: QtBot, region_view: SliceView
) -> None:
    session = region_view.session
    _drag(qtbot, region_view, (27, 27), (12, 12))
    qtbot.mouseRelease(region_view, LEFT, pos=region_view.point_of((1, 12, 12)).toPoint())
    assert session.window == Window(102, 150)
    _drag(qtbot, region_view, (20, 20), (20, 20))
    qtbot.mouseMove(region_view, QPoint(-50, 5000))
    qtbot.mouseRelease(region_view, LEFT, pos=QPoint(-50, 5000))
    assert session.window.width == pytest.approx(1224), "air to the brighter half"


def test_a_slip_and_esc_change_nothing(qtbot: QtBot, region_view: SliceView) -> None:
    session, region = region_view.session, region_view.region
    before = session.window
    _drag(qtbot, region_view, (12, 12), (12, 12))
    qtbot.mouseRelease(region_view, LEFT, pos=region_view.point_of((1, 12, 12)).toPoint())
    assert session.window == before
    _drag(qtbot, region_view, (12, 12), (27, 27))
    qtbot.keyClick(region_view, Qt.Key.Key_Escape)
    assert region.window is None
    qtbot.mouseRelease(region_view, LEFT, pos=region_view.point_of((1, 27, 27)).toPoint())
    assert session.window == before


def test_the_rectangle_and_its_window_are_drawn(qtbot: QtBot, region_view: SliceView) -> None:
    before = region_view.grab().toImage()
    _drag(qtbot, region_view, (12, 12), (27, 27))
    during = region_view.grab().toImage()
    assert during != before
    corner = region_view.point_of((1, 12, 15)).toPoint()
    assert during.pixelColor(corner) != before.pixelColor(corner), "its upper edge"
    qtbot.mouseRelease(region_view, LEFT, pos=region_view.point_of((1, 27, 27)).toPoint())


def test_a_region_of_nothing_gives_no_window() -> None:
    assert region_window(np.full((9, 9), np.nan, np.float32)) is None
    assert region_window(np.zeros((0, 5), np.int16)) is None
    assert region_window(np.full((5, 5), 7, np.int16)) == Window(1.0, 7.0)


# --- the panel ---------------------------------------------------------------------------------


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> WindowPanel:
    made = WindowPanel(session, Settings())
    qtbot.addWidget(made, before_close_func=WindowPanel.shutdown)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _press(qtbot: QtBot, panel: WindowPanel, name: str) -> None:
    button = panel.findChild(QPushButton, name)
    assert button.isEnabled(), name
    qtbot.mouseClick(button, LEFT)


def test_numbers_are_typed(qtbot: QtBot, panel: WindowPanel, session: Session) -> None:
    session.set_volume(_scan())
    width, level = (panel.findChild(QDoubleSpinBox, f"window_{n}") for n in ("width", "level"))
    assert (width.value(), level.value()) == (350, 40)
    assert width.suffix() == " HU"
    width.setValue(123)
    level.setValue(-45)
    assert session.window == Window(123, -45)
    session.set_window(Window(77, 8))
    assert (width.value(), level.value()) == (77, 8)


def test_auto_leaves_out_a_thousandth_at_either_end(
    qtbot: QtBot, panel: WindowPanel, session: Session
) -> None:
    session.set_volume(_scan())
    qtbot.waitUntil(lambda: not panel.is_counting, timeout=5000)
    _press(qtbot, panel, "window_auto")
    assert session.window.width == pytest.approx(998, abs=1)
    assert session.window.level == pytest.approx(499.5, abs=1)


def test_the_windows_of_the_file_are_taken_in_turn(
    qtbot: QtBot, panel: WindowPanel, session: Session
) -> None:
    session.set_volume(_scan(windows=((400.0, 40.0), (1500.0, -600.0))))
    assert session.window == Window(400.0, 40.0), "the scan opens as its file asks"
    _press(qtbot, panel, "window_file")
    assert session.window == Window(1500.0, -600.0)
    _press(qtbot, panel, "window_file")
    assert session.window == Window(400.0, 40.0)
    session.set_volume(_scan())
    assert not panel.findChild(QPushButton, "window_file").isEnabled()


def test_a_preset_of_ones_own_is_kept_chosen_and_removed(
    qtbot: QtBot, panel: WindowPanel, session: Session
) -> None:
    session.set_volume(_scan())
    presets = panel.findChild(QListWidget, "window_presets")
    count = presets.count()
    session.set_window(Window(222, 33))
    panel.findChild(QLineEdit, "window_preset_name").setText("  My   spleen ")
    _press(qtbot, panel, "window_preset_save")
    assert presets.count() == count + 1
    assert presets.currentItem().text() == "My spleen  222 / 33"
    presets.itemClicked.emit(presets.item(1))
    assert session.window == Window(150, 30)
    assert not panel.findChild(QPushButton, "window_preset_remove").isEnabled(), "not one's own"
    presets.itemClicked.emit(presets.item(count))
    assert session.window == Window(222, 33)
    _press(qtbot, panel, "window_preset_remove")
    assert presets.count() == count


def test_a_panel_out_of_sight_counts_nothing(qtbot: QtBot, session: Session) -> None:
    hidden = WindowPanel(session, Settings())
    qtbot.addWidget(hidden, before_close_func=WindowPanel.shutdown)
    session.set_volume(_scan())
    assert not hidden.is_counting
    hidden.show()
    qtbot.waitUntil(lambda: hidden.histogram.counts is not None, timeout=5000)


def test_another_scan_while_counting(qtbot: QtBot, panel: WindowPanel, session: Session) -> None:
    session.set_volume(_scan())
    second = _scan("uint8", "grey")
    session.set_volume(second)
    qtbot.waitUntil(lambda: panel.histogram.counts is not None, timeout=5000)
    assert panel.histogram.counts is not None
    assert panel.histogram.counts.volume is second
    assert panel.findChild(QListWidget, "window_presets").count() == 0, "HU mean nothing here"


# --- kept --------------------------------------------------------------------------------------


def test_presets_come_back_and_damaged_ones_do_not() -> None:
    first, second = Session(), Session()
    book = PresetBook.of(first)
    assert PresetBook.of(first) is book
    book.keep("Spleen", Window(222, 33), "HU")
    book.keep("Spleen", Window(200, 30), "HU")
    book.keep("T2", Window(900, 450), "grey")
    other = PresetBook.of(second)
    other.read_text(book.to_text())
    assert [(p.name, p.window, p.intensity) for p in other.own] == [
        ("Spleen", Window(200, 30), "HU"),
        ("T2", Window(900, 450), "grey"),
    ]
    for text in ("", "{", "[1, null, {}]", '[{"name": "a", "width": "x", "level": 1}]', '"no"'):
        other.read_text(text)
        assert other.own == ()
    other.read_text('[{"name": "a", "width": 1e999, "level": 1, "intensity": "HU"}]')
    assert other.own == ()


def test_the_window_is_remembered_for_each_kind_of_scan(qtbot: QtBot) -> None:
    def opened(volume: Volume) -> tuple[MainWindow, Session]:
        session = Session()
        window = MainWindow(session)
        qtbot.addWidget(window)
        session.set_volume(volume)
        return window, session

    window, session = opened(_scan())
    assert session.window == Window(350, 40)
    session.set_window(Window(1400, -500))
    session.set_volume(_scan("uint8", "grey"))
    assert session.window == Window(255, 127.5), "pictures have their own"
    session.set_volume(_scan(windows=((400.0, 40.0),)))
    assert session.window == Window(1400, -500)
    window.close()
    again, session = opened(_scan())
    assert session.window == Window(1400, -500)
    session.set_volume(_scan("float32", "grey"))
    assert session.window == usual_window(_scan("float32", "grey")), "an MR's own percentiles"
    again.close()


def test_a_window_nobody_chose_is_not_remembered(qtbot: QtBot, window: MainWindow) -> None:
    window.session.set_volume(_scan(windows=((1500.0, -600.0),)))
    window.session.set_volume(_scan())
    assert window.session.window == Window(350, 40)


@pytest.mark.parametrize("narrow", [Window(60, 110), Window(300, -700)])
def test_a_window_for_one_lesion_does_not_greet_the_next_patient(
    window: MainWindow, narrow: Window
) -> None:
    window.session.set_volume(_scan())
    window.session.set_window(Window(400, 60))
    window.session.set_window(narrow)
    window.session.set_volume(None)
    window.session.set_volume(_scan())
    assert window.session.window == Window(400, 60)


def test_ones_own_preset_is_in_the_menu_too(window: MainWindow) -> None:
    window.session.set_volume(_scan())
    PresetBook.of(window.session).keep("Spleen", Window(222, 33), "HU")
    action = window.findChild(QAction, "action_window_own_1")
    action.trigger()
    assert window.session.window == Window(222, 33)
    assert action.isChecked()
    menu = window.viewer.views["axial"].context_menu()
    assert "Spleen  222 / 33" in [entry.text() for entry in menu.actions()]


# --- from DICOM --------------------------------------------------------------------------------


@pytest.mark.real_data
def test_a_series_brings_its_window(real_data: Path) -> None:
    from unet_core.io import load_volume

    volume = load_volume(real_data / "dicom" / "CRLM-CT-1004")
    assert volume.windows
    assert usual_window(volume) == Window(*volume.windows[0])
