"""Saving a mask: every format by its name, DICOM only from DICOM, nobody named unasked."""

import dataclasses
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import case_work
from app.save_dialog import NO_DICOM, SaveDialog, filter_of
from app.saving import MaskSaver
from app.session import Session
from app.settings import Settings
from unet_core.events import Saved
from unet_core.io import WRITERS, load_label_map
from unet_core.volume import DicomSource, LabelMap, Volume

WAIT_MS = 20_000
Case = tuple[Volume, LabelMap]


@pytest.fixture
def saver(qtbot: QtBot, session: Session, case: Case) -> Iterator[MaskSaver]:
    parent = QWidget()
    qtbot.addWidget(parent)
    session.set_volume(case[0])
    session.add_label_map(case[1])
    made = MaskSaver(session, Settings(), parent)
    yield made
    made.shutdown()


def _dialog(saver: MaskSaver, mask: LabelMap) -> SaveDialog:
    saver.ask(mask)
    parent = saver.parent()
    assert parent is not None
    dialog = parent.findChild(SaveDialog, "save_mask_dialog")
    assert dialog is not None
    return dialog


def _choose(dialog: SaveDialog, ending: str) -> None:
    dialog.selectNameFilter(filter_of(ending))
    dialog.filterSelected.emit(filter_of(ending))


def _formats(dialog: SaveDialog) -> QStandardItemModel:
    model = dialog.findChild(QComboBox, "fileTypeCombo").model()
    assert isinstance(model, QStandardItemModel)
    return model


def test_every_format_is_offered_and_the_name_follows_it(saver: MaskSaver, case: Case) -> None:
    dialog = _dialog(saver, case[1])
    assert dialog.nameFilters() == [filter_of(ending) for ending in WRITERS]
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    line.setText("mine.nii.gz")
    for ending in (".seg.nrrd", ".pngs", ".nii.gz"):
        _choose(dialog, ending)
        assert line.text() == f"mine{ending}"
    dialog.reject()


@pytest.mark.hazard("X3")
def test_the_dialog_asks_before_a_file_is_replaced(saver: MaskSaver, case: Case) -> None:
    dialog = _dialog(saver, case[1])
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.reject()


def test_dicom_is_grey_and_says_why_without_a_dicom_scan(saver: MaskSaver, case: Case) -> None:
    dialog = _dialog(saver, case[1])
    item = _formats(dialog).item(list(WRITERS).index(".dcm"))
    assert not item.isEnabled()
    assert item.toolTip() == NO_DICOM
    dialog.reject()


def test_the_patient_is_named_only_in_dicom_and_only_by_consent(
    saver: MaskSaver,
    session: Session,
    case: Case,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    wishes: list[tuple[str, bool]] = []

    def work(
        _: MaskSaver, __: LabelMap, path: Path, identify: bool
    ) -> Callable[[], Iterator[object]]:
        wishes.append((path.name, identify))
        return partial(iter, [Saved(path)])

    monkeypatch.setattr(MaskSaver, "_work", work)
    session.set_volume(dataclasses.replace(case[0], source=DicomSource("1.2.3")))
    session.add_label_map(case[1])
    for ending, is_ticked in ((".dcm", False), (".dcm", True), (".nii.gz", True)):
        dialog = _dialog(saver, case[1])
        dialog.show()
        _choose(dialog, ending)
        consent = dialog.findChild(QCheckBox, "save_identify")
        assert not consent.isChecked(), "off unless somebody ticks it"
        assert consent.isVisible() is (ending == ".dcm")
        consent.setChecked(is_ticked)
        with qtbot.waitSignal(saver.saved, timeout=WAIT_MS):
            dialog.fileSelected.emit(str(tmp_path / "mask"))
        dialog.setObjectName("done")
        dialog.reject()
    assert wishes == [("mask.dcm", False), ("mask.dcm", True), ("mask.nii.gz", False)]


def test_a_stack_of_pictures_is_written_and_its_losses_are_told(
    qtbot: QtBot, saver: MaskSaver, session: Session, case: Case, tmp_path: Path
) -> None:
    said: list[str] = []
    session.notified.connect(said.append)
    with qtbot.waitSignal(saver.saved, timeout=WAIT_MS):
        saver.save(case[1], tmp_path / "mask.pngs")
    assert len(list((tmp_path / "mask.pngs").iterdir())) == len(case[1].voxels)
    assert any("voxels" in sentence for sentence in said)


def test_names_and_colours_come_back_from_a_slicer_segmentation(
    qtbot: QtBot, saver: MaskSaver, case: Case, tmp_path: Path
) -> None:
    with qtbot.waitSignal(saver.saved, timeout=WAIT_MS):
        saver.save(case[1], tmp_path / "mask.seg.nrrd")
    again = load_label_map(tmp_path / "mask.seg.nrrd")
    assert {v: again.labels[v].name for v in (1, 2)} == {1: "liver", 2: "tumour"}


def test_the_work_of_a_folder_happens_in_a_child(saver: MaskSaver, case: Case) -> None:
    folder = saver._work(case[1], Path("a.pngs"), False)
    file = saver._work(case[1], Path("a.nii.gz"), False)
    assert isinstance(folder, partial)
    assert isinstance(file, partial)
    assert folder.func is not case_work.save_mask
    assert file.func is case_work.save_mask
