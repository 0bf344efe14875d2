"""The whole window, driven as a person drives it: menus, keys, drops, docks, closing."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDockWidget,
    QFileDialog,
    QLabel,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.document import SliceScores, Window
from app.main_window import MainWindow
from app.panels import PANELS
from app.panels.train import TrainPanel
from app.session import Session
from app.settings import Settings
from unet_core.volume import LabelMap, Volume, regions_of

WAIT_MS = 20_000


def _open(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    window.open_paths(list(paths))
    qtbot.waitUntil(lambda: not window.opener.is_busy, timeout=WAIT_MS)


def _press(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled(), f"{name} is greyed"
    action.trigger()


def _dock(window: MainWindow, name: str) -> QDockWidget:
    dock = window.findChild(QDockWidget, name)
    assert dock is not None
    return dock


def test_can_be_made_and_closed_with_a_session_alone(qtbot: QtBot) -> None:
    window = MainWindow(Session())
    qtbot.addWidget(window)
    assert window.session.volume is None
    assert window.session.label_maps == ()
    assert window.close()


def test_views_docks_and_bars_are_there(window: MainWindow) -> None:
    for name in ("view_axial", "view_sagittal", "view_coronal", "slice_dice_strip"):
        assert window.findChild(QWidget, name) is not None
    for row in PANELS:
        assert _dock(window, row.dock).widget() is window.panels[row.dock]
        assert _dock(window, row.dock).features() & QDockWidget.DockWidgetFeature.DockWidgetMovable
    assert window.tabifiedDockWidgets(_dock(window, "dock_train"))
    assert not _dock(window, "dock_steps").visibleRegion().isEmpty(), "Steps is in front"
    assert window.findChild(QLabel, "status_privacy").text() == "Nothing leaves this computer"


def test_opening_fills_title_panels_and_commands(
    qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path]
) -> None:
    assert window.windowTitle() == "Slicewise"
    _open(qtbot, window, *case_files)
    assert window.windowTitle() == "volume-03.nii.gz – Slicewise"
    assert window.findChild(QLabel, "data_scan_name").text() == "volume-03.nii.gz"
    assert window.findChild(QAction, "action_save_mask").isEnabled()
    assert not window.activity.isVisible()


def test_open_dialog_opens_what_is_picked(
    qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path]
) -> None:
    _press(window, "action_open")
    dialog = window.findChild(QFileDialog, "open_dialog")
    assert dialog.isVisible()
    dialog.filesSelected.emit([str(case_files[0])])
    dialog.reject()
    qtbot.waitUntil(lambda: window.session.volume is not None, timeout=WAIT_MS)
    assert Settings().last_folder == case_files[0].parent
    _press(window, "action_open_mask")
    mask_dialog = window.findChild(QFileDialog, "open_mask_dialog")
    mask_dialog.filesSelected.emit([str(case_files[1])])
    mask_dialog.reject()
    qtbot.waitUntil(lambda: len(window.session.layers) == 1, timeout=WAIT_MS)


def test_drop_opens(qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in case_files])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), actions, data, buttons, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), actions, data, buttons, none))
    qtbot.waitUntil(lambda: len(window.session.layers) == 1, timeout=WAIT_MS)
    assert window.session.volume is not None


def test_drop_of_a_web_address_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/scan.nii.gz")])
    enter = QDragEnterEvent(
        QPointF(9, 9).toPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_recent_file_opens_again_and_the_list_can_be_cleared(
    qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path]
) -> None:
    _open(qtbot, window, case_files[0])
    window.session.set_volume(None)
    _press(window, "action_recent_0")
    qtbot.waitUntil(lambda: window.session.volume is not None, timeout=WAIT_MS)
    _press(window, "action_clear_recent")
    assert Settings().recent_files == ()
    assert window.findChild(QAction, "action_recent_0") is None


def test_refusal_shows_one_sentence_that_stays_and_a_list_keeps_all(
    qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path], tmp_path: Path
) -> None:
    cut = tmp_path / "cut.nii.gz"
    cut.write_bytes(case_files[0].read_bytes()[:900])
    _open(qtbot, window, cut)
    assert window.message_bar.isVisible()
    assert window.message_bar.text.startswith("cut.nii.gz ")
    error = window.message_bar.text
    window.session.notified.emit("Something pleasant.")
    assert window.message_bar.text == error, "a notice does not cover an error"
    qtbot.mouseClick(window.findChild(QToolButton, "message_dismiss"), Qt.MouseButton.LeftButton)
    assert not window.message_bar.isVisible()
    _press(window, "action_show_messages")
    assert _dock(window, "dock_messages").isVisible()
    lines = window.messages.text.splitlines()
    assert len(lines) == 2
    assert lines[0].endswith(f"Error: {error}")
    qtbot.mouseClick(window.findChild(QPushButton, "messages_copy_all"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().splitlines() == lines
    assert str(tmp_path) not in "".join(lines)
    assert window.findChild(QToolButton, "status_messages").text() == "1 error"


def test_cancel_button_ends_opening(
    qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path]
) -> None:
    window.open_paths(case_files)
    assert window.activity.isVisible()
    assert window.findChild(QLabel, "open_text").text() == "Opening volume-03.nii.gz"
    qtbot.mouseClick(window.findChild(QPushButton, "open_cancel"), Qt.MouseButton.LeftButton)
    assert not window.activity.isVisible()
    qtbot.wait(300)
    assert window.session.volume is None


def test_demo_opens_a_patient_and_readies_a_quick_training(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.opener.demo_size_xyz = (24, 24, 8)
    window.docks.show_evaluate()
    _press(window, "action_open_demo")
    words = window.findChild(QLabel, "open_text")
    qtbot.waitUntil(lambda: words.text().startswith("Preparing demo patients 2"), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(window.session.layers), timeout=WAIT_MS)
    assert window.windowTitle() == "volume-00.nii.gz – Slicewise"
    assert window.session.dataset == tmp_path / "demo"
    assert window.findChild(QComboBox, "train_preset").currentText() == "quick"
    assert not _dock(window, "dock_train").visibleRegion().isEmpty()


def test_layouts_are_one_of_three(
    qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path]
) -> None:
    _open(qtbot, window, case_files[0])
    window.resize(1600, 900)
    sagittal = window.findChild(QWidget, "view_sagittal")
    _press(window, "action_layout_one_up")
    assert not sagittal.isVisible()
    assert window.findChild(QWidget, "view_axial").isVisible()
    _press(window, "action_layout_axial_large")
    assert sagittal.isVisible()
    assert window.findChild(QWidget, "view_axial").width() > sagittal.width() * 1.4
    _press(window, "action_layout_four_up")
    assert window.findChild(QAction, "action_layout_four_up").isChecked()
    assert not window.findChild(QAction, "action_layout_one_up").isChecked()
    window.viewer.maximise("coronal")
    assert not window.findChild(QAction, "action_layout_four_up").isChecked()
    _press(window, "action_layout_four_up")
    assert window.viewer.maximised is None


def test_keys_reach_their_commands(
    qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path]
) -> None:
    _open(qtbot, window, *case_files)
    view = window.findChild(QWidget, "view_axial")
    window.activateWindow()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_G)
    assert not window.session.layers[0].visible
    assert not window.findChild(QAction, "action_toggle_masks").isChecked()
    qtbot.keyClick(view, Qt.Key.Key_G)
    assert window.session.layers[0].visible
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert window.viewer.tool.name == "window"
    assert window.findChild(QAction, "action_mode_window").isChecked()
    qtbot.keyClick(view, Qt.Key.Key_C)
    assert window.viewer.tool is None


def test_window_presets_set_the_window_of_a_ct(
    qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path], case: tuple[Volume, LabelMap]
) -> None:
    liver = window.findChild(QAction, "action_window_liver")
    assert not liver.isEnabled()
    _open(qtbot, window, case_files[0])
    assert window.findChild(QAction, "action_window_abdomen").isChecked()
    liver.trigger()
    assert window.session.window == Window(150, 30)
    assert liver.isChecked()
    assert not window.findChild(QAction, "action_window_abdomen").isChecked()
    window.session.set_window(Window(151, 30))
    assert not liver.isChecked()
    grey = np.zeros(case[0].voxels.shape, np.uint8)
    window.session.set_volume(Volume(grey, case[0].geometry, "grey", intensity="grey"))
    assert not liver.isEnabled()


def test_worst_slices_are_visited_in_turn(
    window: MainWindow, case: tuple[Volume, LabelMap]
) -> None:
    session = window.session
    session.set_volume(case[0])
    regions = regions_of(case[1].labels)
    dice = np.full((len(case[0].canonical), len(regions)), 0.9)
    dice[7], dice[2] = 0.1, 0.3
    session.set_slice_scores(SliceScores(regions, dice, (0.8, 0.8), "a test"))
    _press(window, "action_next_worst")
    assert session.cursor[0] == 7
    _press(window, "action_next_worst")
    assert session.cursor[0] == 2
    _press(window, "action_previous_worst")
    assert session.cursor[0] == 7


def test_undo_names_what_it_takes_back(
    qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path]
) -> None:
    _open(qtbot, window, *case_files)
    qtbot.mouseClick(window.findChild(QPushButton, "segments_remove"), Qt.MouseButton.LeftButton)
    assert window.session.layers == ()
    undo = window.findChild(QAction, "action_undo")
    assert undo.text() == "&Undo remove segmentation-03.nii.gz"
    _press(window, "action_undo")
    assert len(window.session.layers) == 1
    assert not undo.isEnabled()
    _press(window, "action_redo")
    assert window.session.layers == ()


def test_read_out_follows_the_pointer(
    qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path]
) -> None:
    _open(qtbot, window, *case_files)
    view = window.findChild(QWidget, "view_axial")
    qtbot.mouseMove(view, view.rect().center())
    readout = window.findChild(QLabel, "status_readout")
    qtbot.waitUntil(lambda: "HU" in readout.text(), timeout=WAIT_MS)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert readout.text() == ""


def test_docks_are_found_again_where_they_were_left(qtbot: QtBot) -> None:
    first = MainWindow(Session())
    qtbot.addWidget(first)
    first.show()
    first.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, _dock(first, "dock_evaluate"))
    _dock(first, "dock_segments").hide()
    first.close()
    second = MainWindow(Session())
    qtbot.addWidget(second)
    second.show()
    area = second.dockWidgetArea(_dock(second, "dock_evaluate"))
    assert area == Qt.DockWidgetArea.LeftDockWidgetArea
    assert _dock(second, "dock_segments").isHidden()
    _press(second, "action_reset_panels")
    area = second.dockWidgetArea(_dock(second, "dock_evaluate"))
    assert area == Qt.DockWidgetArea.RightDockWidgetArea
    assert _dock(second, "dock_segments").isVisible()
    second.close()


def test_every_panel_can_be_brought_back(window: MainWindow) -> None:
    for row in PANELS:
        _dock(window, row.dock).close()
        _press(window, row.action)
        QApplication.processEvents()
        assert not _dock(window, row.dock).visibleRegion().isEmpty()


def test_tab_passes_over_panels_that_lie_behind(window: MainWindow) -> None:
    window.activateWindow()
    window.docks.show_predict()
    QApplication.processEvents()
    start = window.findChild(QPushButton, "predict_start")
    start.setFocus()
    visited = set()
    for _ in range(60):
        window.focusNextPrevChild(True)
        focused = window.focusWidget()
        for row in PANELS:
            if _dock(window, row.dock).isAncestorOf(focused):
                visited.add(row.dock)
    assert visited == {"dock_data", "dock_predict"}, "no mask: Segments has nothing to focus"


def test_a_run_that_begins_brings_its_panel_to_the_front(qtbot: QtBot, window: MainWindow) -> None:
    window.docks.show_evaluate()
    panel = window.panels["dock_train"]
    assert isinstance(panel, TrainPanel)
    panel.begin(lambda: iter([]))
    qtbot.waitUntil(lambda: not panel.is_training, timeout=WAIT_MS)
    QApplication.processEvents()
    assert not _dock(window, "dock_train").visibleRegion().isEmpty()


def test_help_pages_open_and_close(qtbot: QtBot, window: MainWindow) -> None:
    for name, word in (("shortcuts", "Next or previous slice"), ("about", "no diagnosis")):
        _press(window, f"action_show_{name}")
        page = window.findChild(QDialog, f"{name}_page")
        assert page.isVisible()
        assert word in page.findChild(QTextBrowser, f"{name}_page_text").toPlainText()
        page.reject()
    qtbot.waitUntil(lambda: not any(d.isVisible() for d in window.findChildren(QDialog)))


def test_fits_a_small_screen(window: MainWindow) -> None:
    window.resize(1024, 700)
    QApplication.processEvents()
    assert window.width() == 1024
    assert window.height() == 700
    for name in ("view_axial", "view_sagittal", "view_coronal"):
        assert window.findChild(QWidget, name).width() >= 120


def test_buttons_have_accessible_names(window: MainWindow) -> None:
    nameless = [
        button.objectName() or type(button).__name__
        for kind in (QPushButton, QToolButton)
        for button in window.findChildren(kind)
        if not (button.text() or button.accessibleName() or button.toolTip())
        and not button.objectName().startswith("qt_")
        and type(button.parent()).__name__ not in ("QTabBar", "QLineEdit")
    ]
    assert nameless == []


def test_u4_closing_in_the_middle_of_opening_is_safe(
    qtbot: QtBot, case_files: tuple[Path, Path]
) -> None:
    for delay_ms in (0, 5, 30, 80):
        window = MainWindow(Session())
        qtbot.addWidget(window)
        window.show()
        window.open_paths(case_files)
        qtbot.wait(delay_ms)
        assert window.close()


def test_closing_asks_only_while_training(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.asks_before_closing = True
    monkeypatch.setattr(MainWindow, "is_training", True)
    assert not window.close()
    question = window.findChild(QDialog, "close_question")
    assert "training run is going on" in question.text()
    assert not window.close(), "asked once, not twice"
    assert len(window.findChildren(QDialog, "close_question")) == 1
    question.reject()
    assert window.isVisible()
    assert not window.close()
    qtbot.mouseClick(window.findChild(QPushButton, "close_stop"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT_MS)
