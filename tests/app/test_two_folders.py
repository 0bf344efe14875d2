"""Images in one folder, masks in another, dropped together on the window: a data set."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.opening import PAIRS_FOLDER
from app.settings import Settings
from unet_core import folder_pair
from unet_core.cases import find_cases
from unet_core.errors import InputError
from unet_core.phantom import write_cohort

WAIT_MS = 30_000
Folders = Callable[[str, str], tuple[Path, Path]]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Two patients, their scans and masks in folders of these names, the files called alike."""

    def make(images: str, masks: str) -> tuple[Path, Path]:
        for _ in write_cohort(tmp_path / "made", 2, size_xyz=(32, 28, 8)):
            pass
        places = (tmp_path / images, tmp_path / masks)
        for kind, place in zip(("volume", "segmentation"), places, strict=True):
            place.mkdir(parents=True)
            for path in (tmp_path / "made").glob(f"{kind}-*"):
                path.rename(place / path.name.replace(f"{kind}-", "patient "))
        return places

    return make


def _drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, button = QPointF(400, 300), Qt.MouseButton.LeftButton
    window.dropEvent(
        QDropEvent(where, Qt.DropAction.CopyAction, data, button, Qt.KeyboardModifier(0))
    )


def _files(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def test_two_unrelated_folders_become_a_data_set(
    qtbot: QtBot, window: MainWindow, folders: Folders, tmp_path: Path
) -> None:
    """Named by nobody as images or masks: a look inside tells which is which."""
    scans, outlines = folders("a/Anna", "b/Bert")
    before = _files(scans) | _files(outlines)
    _drop(window, outlines, scans)
    qtbot.waitUntil(lambda: window.session.dataset is not None, timeout=WAIT_MS)
    dataset = window.session.dataset
    assert dataset is not None
    assert dataset.is_relative_to(Settings().runs_root / PAIRS_FOLDER)
    assert folder_pair.read(dataset) == (scans, outlines)
    check = window.split.book.check
    qtbot.waitUntil(lambda: len(check.cases) == 2, timeout=WAIT_MS)
    assert [case.case_id for case in check.cases] == ["patient 00", "patient 01"]
    assert _files(scans) | _files(outlines) == before, "nothing is written into them"
    assert Settings().recent_files[0] == dataset
    assert window.findChild(QLineEdit, "train_dataset").text() == "Anna + Bert"
    window.session.set_dataset(None)
    window.open_paths([dataset])  # from the list of recent files
    qtbot.waitUntil(lambda: window.session.dataset == dataset, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: len(check.cases) == 2, timeout=WAIT_MS)


def test_sibling_folders_are_the_folder_above_them(
    qtbot: QtBot, window: MainWindow, folders: Folders, tmp_path: Path
) -> None:
    images, masks = folders("study/images", "study/masks")
    _drop(window, images, masks)
    qtbot.waitUntil(lambda: window.session.dataset is not None, timeout=WAIT_MS)
    assert window.session.dataset == tmp_path / "study"
    qtbot.waitUntil(lambda: len(window.split.book.check.cases) == 2, timeout=WAIT_MS)


def test_two_folders_of_scans_are_told_apart_from_a_data_set(
    qtbot: QtBot, window: MainWindow, folders: Folders
) -> None:
    scans, masks = folders("a/x", "b/y")
    for path in masks.iterdir():
        path.unlink()
    for path in scans.iterdir():
        (masks / path.name).write_bytes(path.read_bytes())
    failed: list[str] = []
    window.session.failed.connect(failed.append)
    _drop(window, scans, masks)
    qtbot.waitUntil(lambda: bool(failed), timeout=WAIT_MS)
    assert "both look like images" in failed[0]
    assert window.session.dataset is None


def test_a_scan_and_its_mask_without_endings_open_as_before(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """Two things that are no folders go each its own way."""
    failed: list[str] = []
    window.session.failed.connect(failed.append)
    (tmp_path / "one").write_bytes(b"nothing")
    (tmp_path / "two").write_bytes(b"nothing")
    _drop(window, tmp_path / "one", tmp_path / "two")
    qtbot.waitUntil(lambda: len(failed) == 2, timeout=WAIT_MS)
    assert [text.split()[0] for text in failed] == ["one", "two"]


@pytest.mark.parametrize(
    ("names", "swapped"),
    [
        (("CT", "labels"), False),
        (("masks", "whatever"), True),
        (("cases", "cases_seg"), False),
        (("imagesTr", "labelsTr"), False),
    ],
)
def test_names_of_folders_tell_which_is_which(
    tmp_path: Path, names: tuple[str, str], swapped: bool
) -> None:
    one, other = tmp_path / names[0], tmp_path / names[1]
    for folder in (one, other):
        folder.mkdir()
        (folder / "07.nii").write_bytes(b"")
    expected = (other, one) if swapped else (one, other)
    assert folder_pair.roles(one, other) == expected
    assert folder_pair.roles(other, one) == expected


def test_what_stands_for_two_folders_may_be_wrong(tmp_path: Path) -> None:
    path = tmp_path / "x.folders.json"
    told = {"kind": folder_pair.KIND, "format": 1, "images": "/gone/a", "masks": "/gone/b"}
    for values, words in (
        ({}, "names no two folders"),
        ({"kind": folder_pair.KIND}, "is damaged"),
        (told, "no longer where it was"),
        ({**told, "format": 9}, "newer Slicewise"),
        ({**told, "images": "a"}, "not on this computer"),
        ({**told, "images": "\\\\server\\share"}, "not on this computer"),
        ({**told, "images": "//server/share"}, "not on this computer"),
    ):
        path.write_text(json.dumps(values))
        with pytest.raises(InputError, match=words):
            find_cases(path)
