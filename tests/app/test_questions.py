"""Nothing is lost: predictions in no file are saved or given up on purpose, never by the way."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.commands import RemoveMask
from app.main_window import MainWindow
from app.session import Session
from unet_core.io import load_label_map
from unet_core.volume import LabelMap, Volume

WAIT_MS = 20_000
Files = tuple[Path, Path]


@pytest.fixture
def prediction(case: tuple[Volume, LabelMap]) -> LabelMap:
    return LabelMap(case[1].voxels, case[1].geometry, "prediction (quick)", role="prediction")


@pytest.fixture
def asking(
    window: MainWindow, case: tuple[Volume, LabelMap], prediction: LabelMap
) -> Iterator[MainWindow]:
    """A window that asks, an unsaved prediction over its scan."""
    window.session.set_volume(case[0])
    window.session.add_label_map(prediction)
    window.opener.asks_before_dropping = window.asks_before_closing = True
    yield window
    window.asks_before_closing = False


def _question(window: MainWindow) -> QMessageBox | None:
    found = window.findChildren(QMessageBox, "unsaved_question")
    return next((box for box in found if box.isVisible()), None)


def _open_and_wait_for_question(qtbot: QtBot, window: MainWindow, files: Files) -> QMessageBox:
    window.open_paths(files)
    qtbot.waitUntil(lambda: _question(window) is not None, timeout=WAIT_MS)
    question = _question(window)
    assert question is not None
    return question


def _press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    question = _question(window)
    assert question is not None
    button = question.findChild(QPushButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _until_opened(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(
        lambda: [m.name for m in session.label_maps] == ["segmentation-03.nii.gz"],
        timeout=WAIT_MS,
    )


def test_another_scan_waits_until_the_prediction_is_given_up(
    qtbot: QtBot, asking: MainWindow, case: tuple[Volume, LabelMap], case_files: Files
) -> None:
    session = asking.session
    question = _open_and_wait_for_question(qtbot, asking, case_files)
    assert question.text() == f"The prediction on {case[0].name} is not saved. Save it?"
    assert session.volume is case[0]
    assert len(session.layers) == 1
    _press(qtbot, asking, "unsaved_discard")
    _until_opened(qtbot, session)
    assert session.volume is not None
    assert session.volume.name == "volume-03.nii.gz"


def test_cancel_keeps_scan_and_prediction(
    qtbot: QtBot,
    asking: MainWindow,
    case: tuple[Volume, LabelMap],
    prediction: LabelMap,
    case_files: Files,
) -> None:
    _open_and_wait_for_question(qtbot, asking, case_files)
    _press(qtbot, asking, "unsaved_cancel")
    qtbot.waitUntil(lambda: not asking.opener.is_busy, timeout=WAIT_MS)
    qtbot.wait(50)
    assert asking.session.volume is case[0]
    assert asking.session.label_maps == (prediction,)
    _open_and_wait_for_question(qtbot, asking, case_files)
    _press(qtbot, asking, "unsaved_cancel")


def test_save_writes_the_prediction_and_then_opens(
    qtbot: QtBot, asking: MainWindow, prediction: LabelMap, case_files: Files, tmp_path: Path
) -> None:
    _open_and_wait_for_question(qtbot, asking, case_files)
    _press(qtbot, asking, "unsaved_save")
    dialog = asking.findChild(QFileDialog, "save_mask_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "kept.nii.gz"))
    dialog.done(QDialog.DialogCode.Accepted)
    _until_opened(qtbot, asking.session)
    np.testing.assert_array_equal(
        load_label_map(tmp_path / "kept.nii.gz").voxels, prediction.voxels
    )


def test_no_file_chosen_keeps_everything(
    qtbot: QtBot, asking: MainWindow, prediction: LabelMap, case_files: Files
) -> None:
    _open_and_wait_for_question(qtbot, asking, case_files)
    _press(qtbot, asking, "unsaved_save")
    dialog = asking.findChild(QFileDialog, "save_mask_dialog")
    assert dialog is not None
    dialog.reject()
    qtbot.wait(50)
    assert asking.session.label_maps == (prediction,)
    assert asking.session.unsaved == (prediction,)


def test_closing_asks_about_the_prediction(qtbot: QtBot, asking: MainWindow) -> None:
    assert not asking.close()
    _press(qtbot, asking, "unsaved_cancel")
    assert asking.isVisible()
    assert not asking.close()
    _press(qtbot, asking, "unsaved_discard")
    qtbot.waitUntil(lambda: not asking.isVisible(), timeout=WAIT_MS)


def test_closing_while_training_asks_both(
    qtbot: QtBot, asking: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "is_training", True)
    assert not asking.close()
    qtbot.mouseClick(asking.findChild(QPushButton, "close_stop"), Qt.MouseButton.LeftButton)
    _press(qtbot, asking, "unsaved_discard")
    qtbot.waitUntil(lambda: not asking.isVisible(), timeout=WAIT_MS)


def test_what_is_unsaved(
    session: Session, case: tuple[Volume, LabelMap], prediction: LabelMap
) -> None:
    session.set_volume(case[0])
    session.add_label_map(case[1])
    session.add_label_map(prediction, is_unsaved=False)
    assert session.unsaved == (), "neither a reference nor a mask that the next epoch replaces"
    session.remove_label_map(prediction)
    session.add_label_map(prediction)
    assert session.unsaved == (prediction,)
    session.undo_stack.push(RemoveMask(session, session.layers[-1]))
    assert session.unsaved == ()
    session.undo_stack.undo()
    assert session.unsaved == (prediction,)
    session.mark_saved(prediction, Path("saved.nii.gz"))
    assert session.unsaved == ()
