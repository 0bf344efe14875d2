"""Docks: moved, floated, tabbed, found again where they were left, and always on a screen."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.panels import PANELS
from app.session import Session
from app.settings import Settings
from app.window_state import on_a_screen
from tests.app.watchdog import Watchdog

SCREEN = QRect(0, 0, 1920, 1080)
SECOND = QRect(1920, 0, 1920, 1080)
LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


def _laid_out() -> None:
    """Docks take their sizes in the events that follow a change, and those are waiting by now."""
    QApplication.processEvents()


def _shown(qtbot: QtBot, width: int = 1400, height: int = 900) -> MainWindow:
    window = MainWindow(Session())
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    _laid_out()
    if not Settings().state:
        window.docks.fit()
        _laid_out()
    return window


def test_every_dock_can_be_moved_floated_and_closed(window: MainWindow) -> None:
    feature = QDockWidget.DockWidgetFeature
    for dock in window.findChildren(QDockWidget):
        for one in (
            feature.DockWidgetMovable,
            feature.DockWidgetFloatable,
            feature.DockWidgetClosable,
        ):
            assert dock.features() & one
        assert dock.objectName().startswith("dock_")
        assert dock.windowTitle()


def test_arranging_undoes_every_move(qtbot: QtBot) -> None:
    window = _shown(qtbot)
    docks = window.docks
    before = {row.dock: docks[row.dock].geometry() for row in PANELS}
    window.addDockWidget(LEFT, docks["dock_evaluate"])
    window.addDockWidget(RIGHT, docks["dock_data"])
    docks["dock_train"].setFloating(True)
    docks["dock_segments"].hide()
    docks.show_messages()
    window.actions_by_name["action_reset_panels"].trigger()
    _laid_out()
    assert docks["dock_messages"].isHidden()
    for row in PANELS:
        dock = docks[row.dock]
        assert not dock.isFloating()
        assert window.dockWidgetArea(dock) == (LEFT if row.area == "left" else RIGHT)
    assert not docks["dock_steps"].visibleRegion().isEmpty(), "Steps is in front"
    for name in ("dock_data", "dock_segments", "dock_train"):
        assert abs(docks[name].width() - before[name].width()) <= 40
    window.close()


def test_panels_take_a_share_of_any_window_and_leave_most_to_the_scan(
    qtbot: QtBot, never_late: Watchdog
) -> None:
    for width, height in ((1024, 700), (1500, 950), (3840, 2160)):
        window = _shown(qtbot, width, height)
        window.docks.fit()
        _laid_out()
        assert window.width() == width, "the window fits the screen it is for"
        assert window.docks["dock_data"].width() <= 440
        assert window.docks["dock_train"].width() <= 560
        assert window.viewer.width() >= 0.4 * width
        window.close()
    never_late.begin()  # four million pixels are painted for the first time here


def test_messages_open_as_a_few_lines(qtbot: QtBot) -> None:
    window = _shown(qtbot)
    for number in range(40):
        window.session.notified.emit(f"Notice {number}.")
    window.docks.show_messages()
    _laid_out()
    assert window.docks["dock_messages"].height() <= 230
    assert window.viewer.height() >= 450
    window.close()


def test_floating_dock_is_found_again(qtbot: QtBot) -> None:
    first = _shown(qtbot)
    first.docks["dock_predict"].setFloating(True)
    first.docks["dock_predict"].setGeometry(QRect(80, 90, 360, 400))
    first.close()
    second = _shown(qtbot)
    dock = second.docks["dock_predict"]
    assert dock.isFloating()
    assert dock.geometry().topLeft() == QPoint(80, 90)
    second.close()


def test_dock_left_on_a_screen_that_is_gone_comes_back(qtbot: QtBot) -> None:
    first = _shown(qtbot)
    first.docks["dock_predict"].setFloating(True)
    first.docks["dock_predict"].setGeometry(QRect(9000, 90, 360, 400))
    first.close()
    second = _shown(qtbot)
    dock = second.docks["dock_predict"]
    assert dock.isFloating()
    assert second.screen().availableGeometry().intersects(dock.geometry())
    second.close()


@pytest.mark.parametrize(
    ("place", "screens", "stays"),
    [
        (QRect(100, 100, 800, 600), [SCREEN], True),
        (QRect(2000, 100, 800, 600), [SCREEN, SECOND], True),
        (QRect(2000, 100, 800, 600), [SCREEN], False),
        (QRect(100, -800, 800, 600), [SCREEN], False),
        (QRect(100, 1075, 800, 600), [SCREEN], False),
        (QRect(-790, 100, 800, 600), [SCREEN], False),
        (QRect(-700, 100, 800, 600), [SCREEN], True),
        (QRect(100, 100, 800, 600), [], True),
    ],
)
def test_what_can_be_grasped_stays_and_the_rest_is_moved(
    place: QRect, screens: list[QRect], stays: bool
) -> None:
    found = on_a_screen(place, screens)
    assert (found == place) == stays
    if screens:
        assert any(screen.contains(found.topLeft() + QPoint(10, 5)) or stays for screen in screens)


def test_window_larger_than_the_screen_left_is_made_smaller() -> None:
    small = QRect(0, 0, 1280, 720)
    assert small.contains(on_a_screen(QRect(5000, 0, 3840, 2160), [small]))


def test_f6_goes_round_all_panels_in_front_and_the_views(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    window.docks.show_predict()
    window.findChild(QWidget, "view_axial").setFocus()
    visited = []
    for _ in range(4):
        window.actions_by_name["action_focus_next"].trigger()
        focused = QApplication.focusWidget()
        visited += [row.dock for row in PANELS if window.docks[row.dock].isAncestorOf(focused)]
    assert visited[:2] == ["dock_data", "dock_predict"], "Segments has nothing to focus"
    window.findChild(QWidget, "view_axial").setFocus()
    window.actions_by_name["action_focus_previous"].trigger()
    assert window.docks["dock_predict"].isAncestorOf(QApplication.focusWidget())


def test_panel_floats_and_docks_from_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.docks.show_predict()
    dock, field = window.docks["dock_predict"], window.findChild(QWidget, "predict_browse")
    for floats in (True, False):
        field.window().activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        window.docks.float_panel()
        assert dock.isFloating() == floats


def test_tabs_name_their_panels(window: MainWindow) -> None:
    titles = {bar.tabText(i) for bar in window.findChildren(QTabBar) for i in range(bar.count())}
    assert {"Train", "Predict", "Evaluate"} <= titles


def test_steps_are_in_front_at_first_and_segments_are_never_covered(qtbot: QtBot) -> None:
    window = _shown(qtbot)
    assert not window.docks["dock_steps"].visibleRegion().isEmpty(), "for whoever has no data yet"
    assert not window.docks["dock_segments"].visibleRegion().isEmpty(), "for whoever reads a scan"
    assert window.tabifiedDockWidgets(window.docks["dock_segments"]) == []
    window.close()


def test_the_axial_view_has_most_of_a_small_screen(qtbot: QtBot) -> None:
    window = _shown(qtbot, 1280, 800)
    assert window.viewer.width() > 0.5 * 1280
    assert window.viewer.views["axial"].width() >= 0.45 * 1280
    window.close()


def test_docks_give_way_in_a_narrow_window_and_come_back(qtbot: QtBot) -> None:
    window = _shown(qtbot, 1600, 900)
    docks = window.docks
    first = [docks[name].width() for name in ("dock_data", "dock_steps")]
    window.resize(1000, 900)
    qtbot.waitUntil(lambda: window.viewer.width() >= 0.43 * 1000)
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: [docks[name].width() for name in ("dock_data", "dock_steps")] == first)
    window.close()


def test_a_dock_that_was_dragged_keeps_its_width(qtbot: QtBot) -> None:
    window = _shown(qtbot, 1600, 900)
    dock = window.docks["dock_data"]
    border = dock.mapTo(window, QPoint(dock.width() + 2, 300))
    there = border + QPoint(90, 0)
    before = dock.width()
    qtbot.mouseMove(window, border)
    qtbot.mousePress(window, Qt.MouseButton.LeftButton, pos=border)
    qtbot.mouseMove(window, there)
    qtbot.waitUntil(lambda: abs(dock.width() - before - 90) <= 4)
    qtbot.mouseRelease(window, Qt.MouseButton.LeftButton, pos=there)
    _laid_out()
    dragged = dock.width()
    window.resize(1000, 900)
    qtbot.waitUntil(lambda: dock.width() < dragged - 10)
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: dock.width() == dragged)
    window.close()
    again = _shown(qtbot, 1600, 900)
    _laid_out()
    assert abs(again.docks["dock_data"].width() - dragged) <= 4
    again.close()
