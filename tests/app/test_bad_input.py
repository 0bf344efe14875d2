"""What people give by mistake, in the window: one sentence each, nothing lost, and it goes on.

The command line's half is ``tests/test_bad_input.py``.
"""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from tests.unet_core.conftest import TINY, write_case
from unet_core.checkpoint import Passport, save_model
from unet_core.io import save_now
from unet_core.phantom import make_case
from unet_core.unet import UNet
from unet_core.volume import DEFAULT_LABELS, LabelMap, Volume

WAIT_MS = 30_000
LOCKED = Path("/sys")
"""Nobody may write there, not even root."""
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a folder closed even to root")


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, case_files: tuple[Path, Path]) -> Iterator[MainWindow]:
    """The window with a scan and its mask, which are still there at the end of the test."""
    _open(qtbot, window, *case_files)
    volume = window.session.volume
    assert volume is not None
    yield window
    assert window.session.volume is volume
    assert [mask.path for mask in window.session.label_maps] == [case_files[1]]


def _open(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    window.open_paths(list(paths))
    qtbot.waitUntil(lambda: not window.opener.is_busy, timeout=WAIT_MS)


def _refused(
    qtbot: QtBot, window: MainWindow, action: Callable[[], object], *words: str, folder: Path
) -> str:
    """Do something that cannot be done; the sentence said, which the message bar shows."""
    heard: list[str] = []
    window.session.failed.connect(heard.append)
    action()
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not window.opener.is_busy, timeout=WAIT_MS)
    window.session.failed.disconnect(heard.append)
    (sentence,) = heard
    assert window.message_bar.isVisible()
    assert window.message_bar.text == sentence
    assert sentence.endswith(".")
    assert "; " in sentence, "fault; remedy"
    for word in words:
        assert word in sentence
    for never in ("Traceback", "unforeseen", "Errno", str(folder)):
        assert never not in sentence
    return sentence


def _press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def _save_mask(window: MainWindow, path: Path) -> None:
    window.save_mask()
    dialog = window.findChild(QFileDialog, "save_mask_dialog")
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def _write_odd(mask: LabelMap, path: Path) -> Path:
    """The mask with 200 where its tumour is."""
    odd = np.where(mask.voxels == 2, 200, mask.voxels).astype(np.uint8)
    return save_now(Volume(odd, mask.geometry, path.name, intensity="grey"), path, overwrite=True)


def _pairs(folder: Path, count: int) -> Path:
    for number in range(count):
        write_case(folder, f"{number:02d}", number)
    return folder


def _cases_listed(qtbot: QtBot, window: MainWindow, words: str) -> None:
    line = window.findChild(QLabel, "train_dataset_words")
    qtbot.waitUntil(lambda: words in line.text(), timeout=WAIT_MS)


def test_a_truncated_file(
    qtbot: QtBot, opened: MainWindow, case_files: tuple[Path, Path], tmp_path: Path
) -> None:
    for path in case_files:
        cut = tmp_path / path.name
        cut.write_bytes(path.read_bytes()[:-100])
        action = partial(opened.open_paths, [cut])
        sentence = _refused(qtbot, opened, action, f"{path.name} is cut short", folder=tmp_path)
        assert "copy it again from its source" in sentence
    _open(qtbot, opened, case_files[1])


def test_an_empty_folder(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    action = partial(opened.open_paths, [nothing])
    _refused(qtbot, opened, action, "nothing is empty", folder=tmp_path)
    choose = partial(opened.session.set_dataset, nothing)
    sentence = _refused(qtbot, opened, choose, "nothing is empty", folder=tmp_path)
    assert "choose the folder that holds images and masks" in sentence
    _cases_listed(qtbot, opened, "nothing is empty")
    opened.session.set_dataset(_pairs(tmp_path / "good", 2))
    _cases_listed(qtbot, opened, "2 pairs of scan and mask")


def test_a_mask_of_another_patient(
    qtbot: QtBot, opened: MainWindow, case_files: tuple[Path, Path], tmp_path: Path
) -> None:
    stranger = save_now(make_case(9, size_xyz=(44, 40, 10))[1], tmp_path / "segmentation-09.nii.gz")
    words = ("segmentation-09.nii.gz does not lie on the grid of volume-03", "drawn on this scan")
    action = partial(opened.open_paths, [stranger])
    _refused(qtbot, opened, action, *words, folder=tmp_path)
    _open(qtbot, opened, case_files[1])


def test_a_mask_with_unknown_values(
    qtbot: QtBot,
    opened: MainWindow,
    case: tuple[Volume, LabelMap],
    case_files: tuple[Path, Path],
    tmp_path: Path,
) -> None:
    odd = _write_odd(case[1], tmp_path / "segmentation-odd.nii.gz")
    words = ("segmentation-odd.nii.gz holds 200", "save it with 1 for liver and 2 for tumour")
    _refused(qtbot, opened, partial(opened.open_paths, [odd]), *words, folder=tmp_path)
    _open(qtbot, opened, case_files[1])


def test_checking_a_data_set_names_the_bad_pair(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path
) -> None:
    dataset = _pairs(tmp_path / "pairs", 2)
    write_case(tmp_path / "strangers", "01", 7, size=44, slices=7)
    stranger = tmp_path / "strangers" / "segmentation-01.nii.gz"
    stranger.replace(dataset / stranger.name)
    opened.session.set_dataset(dataset)
    button = opened.findChild(QPushButton, "data_check")
    qtbot.waitUntil(button.isEnabled, timeout=WAIT_MS)
    words = ("1 of 2 pairs cannot be used; 01: ", "another grid", "on the scan's own grid")
    _refused(qtbot, opened, button.click, *words, folder=tmp_path)


def test_a_full_disk(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    target = tmp_path / "mine.nii.gz"
    words = ("mine.nii.gz was not saved: the disk is full", "make space")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        _refused(qtbot, opened, partial(_save_mask, opened, target), *words, folder=tmp_path)
    assert not target.exists()
    _save_mask(opened, target)
    qtbot.waitUntil(target.is_file, timeout=WAIT_MS)


@linux
def test_a_folder_without_write_permission(
    qtbot: QtBot, opened: MainWindow, tmp_path: Path
) -> None:
    action = partial(_save_mask, opened, LOCKED / "mine.nii.gz")
    words = ("mine.nii.gz was not saved", "choose another folder")
    _refused(qtbot, opened, action, *words, folder=LOCKED)

    opened.settings.runs_root = LOCKED / "runs"
    opened.session.set_dataset(_pairs(tmp_path / "good", 2))
    _cases_listed(qtbot, opened, "2 pairs of scan and mask")
    start = partial(_press, qtbot, opened, "train_start")
    sentence = _refused(qtbot, opened, start, "runs ", "choose another folder", folder=LOCKED)
    assert opened.findChild(QLabel, "train_error_text").text() == sentence
    qtbot.waitUntil(lambda: not opened.is_training, timeout=WAIT_MS)

    target = tmp_path / "mine.nii.gz"
    _save_mask(opened, target)
    qtbot.waitUntil(target.is_file, timeout=WAIT_MS)


def test_a_model_of_another_architecture(
    qtbot: QtBot, opened: MainWindow, case_files: tuple[Path, Path], tmp_path: Path
) -> None:
    sound = Passport(TINY.model, TINY, dict(DEFAULT_LABELS))
    foreign = tmp_path / "foreign.safetensors"
    save_model(foreign, UNet(TINY.model), replace(sound, model=replace(TINY.model, depth=3)))
    opened.docks.show_predict()
    words = ("foreign.safetensors holds other weights", "as Slicewise wrote it")
    choose = partial(opened.session.set_model, foreign)
    sentence = _refused(qtbot, opened, choose, *words, folder=tmp_path)
    assert opened.findChild(QLabel, "predict_error_text").text() == sentence
    assert not opened.findChild(QLabel, "predict_passport").isVisible()
    _open(qtbot, opened, case_files[1])


def test_a_data_set_with_one_case(qtbot: QtBot, opened: MainWindow, tmp_path: Path) -> None:
    opened.session.set_dataset(_pairs(tmp_path / "lonely", 1))
    _cases_listed(qtbot, opened, "1 pair of scan and mask")
    opened.findChild(QComboBox, "train_preset").setCurrentText("quick")
    start = partial(_press, qtbot, opened, "train_start")
    words = ("only one patient (00)", "add a second patient")
    sentence = _refused(qtbot, opened, start, *words, folder=tmp_path)
    assert opened.findChild(QLabel, "train_error_text").text() == sentence
    qtbot.waitUntil(lambda: not opened.is_training, timeout=WAIT_MS)
    assert opened.findChild(QPushButton, "train_start").isEnabled()
    opened.session.set_dataset(_pairs(tmp_path / "good", 2))
    _cases_listed(qtbot, opened, "2 pairs of scan and mask")
