"""Layouts, cine and tools by their commands; found again as they were left."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.session import Session
from app.settings import Settings
from app.tools.window_level import WindowLevel
from unet_core.volume import LabelMap, Volume


def _action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert found is not None, name
    return found


def _again(qtbot: QtBot) -> MainWindow:
    """The window at its next start."""
    made = MainWindow(Session())
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("name", ["four_up", "one_up", "three_over_one", "side_by_side"])
def test_the_layout_is_found_again(qtbot: QtBot, window: MainWindow, name: str) -> None:
    _action(window, f"action_layout_{name}").trigger()
    window.close()
    again = _again(qtbot)
    assert again.viewer.layout_name == name
    assert _action(again, f"action_layout_{name}").isChecked()
    again.close()


def test_pace_and_way_of_playing_are_found_again(qtbot: QtBot, window: MainWindow) -> None:
    _action(window, "cine_pace_20").trigger()
    _action(window, "cine_mode_bounce").trigger()
    window.close()
    again = _again(qtbot)
    assert (again.viewer.cine.pace, again.viewer.cine.mode) == (20, "bounce")
    assert _action(again, "cine_pace_20").isChecked()
    again.close()


def test_settings_that_are_damaged_are_as_at_first(qtbot: QtBot) -> None:
    store = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Slicewise", "Slicewise"
    )
    for key, value in (
        ("views/layout", "nine_up"),
        ("views/cine_pace", "fast"),
        ("views/cine_mode", "sideways"),
        ("views/window_hu", "wide/40"),
        ("views/own_presets", "[{]"),
    ):
        store.setValue(key, value)
    store.sync()
    settings = Settings()
    assert settings.window_of("hu") is None
    window = _again(qtbot)
    assert window.viewer.layout_name == "axial_large"
    assert (window.viewer.cine.pace, window.viewer.cine.mode) == (10, "loop")
    window.close()


def test_playing_by_its_command(
    qtbot: QtBot, window: MainWindow, case: tuple[Volume, LabelMap]
) -> None:
    play = _action(window, "action_toggle_cine")
    assert not play.isEnabled()
    window.session.set_volume(case[0])
    play.trigger()
    assert window.viewer.cine.plane == "axial"
    assert play.isChecked()
    window.session.set_volume(None)
    assert window.viewer.cine.plane is None
    assert not play.isChecked()


def test_window_level_reaches_the_second_scan_with_its_own_window(
    window: MainWindow, case: tuple[Volume, LabelMap]
) -> None:
    window.session.set_volume(case[0])
    window.session.set_second(case[0])
    _action(window, "action_mode_window").trigger()
    first = window.viewer.tool
    second = window.viewer.second_panel.views["axial"].tool
    assert isinstance(first, WindowLevel)
    assert isinstance(second, WindowLevel)
    assert first is not second
    _action(window, "action_mode_crosshair").trigger()
    assert window.viewer.tool is None
    assert window.viewer.second_panel.views["axial"].tool is None


def test_the_fourth_cell_shows_3d_or_the_case(
    qtbot: QtBot, window: MainWindow, case: tuple[Volume, LabelMap]
) -> None:
    window.session.set_volume(case[0])
    _action(window, "action_layout_four_up").trigger()
    assert window.viewer.card.isVisible(), "there is no mask to show in 3D"
    tabs = [window.findChild(QToolButton, f"page_{name}") for name in ("3d", "case")]
    qtbot.mouseClick(tabs[0], Qt.MouseButton.LeftButton)
    assert window.findChild(QWidget, "view_3d").isVisible()
    qtbot.mouseClick(tabs[1], Qt.MouseButton.LeftButton)
    assert window.viewer.card.isVisible()
    window.session.add_label_map(case[1])
    assert window.viewer.card.isVisible(), "what was chosen stays"


def test_the_slider_says_where_its_slice_lies(
    window: MainWindow, case: tuple[Volume, LabelMap]
) -> None:
    window.session.set_volume(case[0])
    window.session.set_cursor((4, 3, 2))
    slider = window.findChild(QSlider, "slider_axial")
    assert slider.toolTip().startswith("slice 5 of 12, ")
    assert slider.toolTip().endswith(" mm")
    window.session.set_volume(None)
    assert slider.toolTip() == ""
