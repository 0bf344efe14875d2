"""The case table: verdicts, pictures, repairs by consent, persons, leftovers."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from app.dataset.check import DatasetCheck
from app.dataset.model import PERSON, REASON, SURE, VERDICT, CaseModel, severity
from app.dataset.persons import PersonsPage
from app.dataset.picture import SlicePicture
from app.dataset.table import CaseTable
from app.dataset.window import CasesWindow
from app.main_window import MainWindow
from app.panels.data import DataPanel
from app.session import Session
from unet_core.events import CaseReport, Repair, SamePerson, Step
from unet_core.io import load_label_map, save_now
from unet_core.phantom import write_cohort

WAIT_MS = 30_000


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    """Three patients; the mask of 01 is mirrored left to right, 02 has no mask."""
    folder = tmp_path / "cohort"
    for _ in write_cohort(folder, 3, size_xyz=(64, 56, 12)):
        pass
    path = folder / "segmentation-01.nii.gz"
    mask = load_label_map(path)
    mirrored = np.ascontiguousarray(mask.voxels[:, :, ::-1])
    save_now(dataclasses.replace(mask, voxels=mirrored), path, overwrite=True)
    (folder / "segmentation-02.nii.gz").unlink()
    return folder


@pytest.fixture
def cases(qtbot: QtBot, window: MainWindow, cohort: Path) -> CasesWindow:
    """The case table of the cohort, checked."""
    window.session.set_dataset(cohort)
    panel = _panel(window)
    qtbot.waitUntil(lambda: len(panel.check.cases) == 2, timeout=WAIT_MS)
    window.actions_by_name["action_show_cases"].trigger()
    found = window.findChild(CasesWindow, "cases_window")
    assert found is not None
    _press(qtbot, found, "cases_check")
    qtbot.waitUntil(lambda: len(panel.check.reports) == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not panel.check.is_running, timeout=WAIT_MS)
    return found


def _panel(window: MainWindow) -> DataPanel:
    panel = window.panels["dock_data"]
    assert isinstance(panel, DataPanel)
    return panel


def _press(qtbot: QtBot, window: QDialog, name: str) -> None:
    found = window.findChild(QPushButton, name)
    assert found.isEnabled(), name
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def _pick(cases: CasesWindow, case_id: str) -> None:
    cases.findChild(CaseTable, "cases_table").pick(case_id)


def test_verdicts_reasons_and_leftovers_are_told(cases: CasesWindow) -> None:
    model = cases.findChild(CaseTable, "cases_table").model()
    assert "volume-00.nii.gz" in model.index(0, REASON).data()
    assert model.index(0, SURE).data() == "100%"
    assert model.index(0, VERDICT).data().startswith("Sound")
    assert "mirrored" in model.index(1, VERDICT).data()
    icons = [model.index(row, VERDICT).data(Qt.ItemDataRole.DecorationRole) for row in (0, 1)]
    assert icons[0].cacheKey() != icons[1].cacheKey(), "not told by colour alone"
    assert cases.findChild(QTabWidget, "cases_tabs").tabText(2) == "Left over (1)"
    left = cases.findChild(QTableWidget, "data_left_over")
    assert left.item(0, 0).text() == "volume-02.nii.gz"
    assert left.item(0, 2).text()


@pytest.mark.hazard("M5")
def test_a_repair_is_shown_made_in_a_copy_and_used_only_on_consent(
    qtbot: QtBot, window: MainWindow, cases: CasesWindow, cohort: Path, tmp_path: Path
) -> None:
    before = {path.name: path.read_bytes() for path in cohort.iterdir()}
    _pick(cases, "01")
    picture = cases.findChild(SlicePicture, "case_before")
    qtbot.waitUntil(lambda: picture.has_picture, timeout=WAIT_MS)
    assert "Mirror" in cases.findChild(QComboBox, "case_repair").currentText()
    after = cases.findChild(SlicePicture, "case_after")
    assert not after.isVisible()
    _press(qtbot, cases, "case_show_repair")
    qtbot.waitUntil(lambda: after.has_picture, timeout=WAIT_MS)
    _press(qtbot, cases, "case_apply_repair")
    dialog = cases.findChild(QDialog, "repair_dialog")
    listed = dialog.findChild(QListWidget, "repair_list")
    assert [listed.item(row).text()[:3] for row in range(listed.count())] == ["01:"]
    dialog.findChild(QLineEdit, "repair_folder").setText(str(tmp_path / "new"))
    _press(qtbot, dialog, "repair_write")
    qtbot.waitUntil(
        lambda: cases.findChild(QMessageBox, "repaired_question") is not None, timeout=WAIT_MS
    )
    assert {path.name: path.read_bytes() for path in cohort.iterdir()} == before
    assert list((tmp_path / "new" / "repairs").iterdir()), "the record"
    assert window.session.dataset == cohort
    _press(qtbot, cases.findChild(QMessageBox, "repaired_question"), "repaired_use")
    assert window.session.dataset == tmp_path / "new"
    check = _panel(window).check
    qtbot.waitUntil(lambda: len(check.cases) == 2, timeout=WAIT_MS)


def test_an_unticked_repair_is_not_made(qtbot: QtBot, cases: CasesWindow) -> None:
    _pick(cases, "01")
    _press(qtbot, cases, "case_apply_repair")
    dialog = cases.findChild(QDialog, "repair_dialog")
    dialog.findChild(QListWidget, "repair_list").item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.findChild(QPushButton, "repair_write").isEnabled()
    dialog.reject()


def test_enter_opens_a_case_and_the_words_can_be_copied(
    qtbot: QtBot, window: MainWindow, cases: CasesWindow
) -> None:
    _pick(cases, "00")
    words = cases.findChild(QPlainTextEdit, "case_words").toPlainText()
    assert "Scan: volume-00.nii.gz" in words
    assert "liver: " in words
    assert cases.findChild(QLabel, "case_title").text().startswith("00: Sound")
    qtbot.keyClick(cases.findChild(CaseTable, "cases_table"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.session.layers) == 1, timeout=WAIT_MS)
    assert window.session.volume is not None
    assert window.session.volume.name == "volume-00.nii.gz"


def test_what_was_found_stays_when_windows_and_docks_are_closed(
    window: MainWindow, cases: CasesWindow
) -> None:
    cases.reject()
    window.docks.show_train()
    window.show_cases()
    assert cases.isVisible()
    assert len(_panel(window).check.reports) == 2


def test_the_check_stops_at_once_and_keeps_what_it_found(
    qtbot: QtBot, session: Session, cohort: Path
) -> None:
    check = DatasetCheck(session)
    session.set_dataset(cohort)
    failed: list[str] = []
    session.failed.connect(failed.append)
    qtbot.waitUntil(lambda: len(check.cases) == 2, timeout=WAIT_MS)
    check.start_or_stop()
    qtbot.waitUntil(lambda: bool(check.reports), timeout=WAIT_MS)
    kept = dict(check.reports)
    check.start_or_stop()
    assert not check.is_running
    qtbot.wait(1000)
    assert check.reports == kept
    assert failed == [], "a child that was ended on purpose is no error"
    check.shutdown()


def test_severities() -> None:
    sound = CaseReport("1", (1, 1, 1), {1: 5}, {1: 1}, evidence={"fit": 0.5})
    repair = Repair("Mirror", "It fits.", (Step("flip", {"axis": "x"}),))
    assert severity(sound) == "good"
    assert severity(dataclasses.replace(sound, evidence={"liver": 0.5})) == "look"
    assert severity(dataclasses.replace(sound, repairs=(repair,))) == "look"
    assert severity(dataclasses.replace(sound, label_voxels={})) == "look"
    assert severity(dataclasses.replace(sound, problems=("No.",))) == "bad"


def test_answers_about_persons_are_kept_in_the_session(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    page = PersonsPage(session)
    qtbot.addWidget(page)
    page.show()
    proposals = (
        SamePerson(("03", "04"), "they name the same patient", 1.0, is_certain=True),
        SamePerson(("02", "05"), "bones and fat lie alike", 0.87),
        SamePerson(("00", "01"), "bones and fat lie alike", 0.93),
    )
    page.show_proposals(proposals, is_searched=True)
    table = page.findChild(QTableWidget, "data_persons")
    names = [table.item(row, 0).text() for row in range(3)]
    assert names == ["00 and 01", "02 and 05", "03 and 04"]
    qtbot.mouseClick(page.findChild(QPushButton, "persons_together"), Qt.MouseButton.LeftButton)
    table.selectRow(1)
    qtbot.mouseClick(page.findChild(QPushButton, "persons_different"), Qt.MouseButton.LeftButton)
    assert [table.item(row, 3).text() for row in (0, 1)] == ["kept together", "different"]
    assert "certain" in table.item(2, 3).text()
    table.selectRow(2)
    assert not page.findChild(QPushButton, "persons_different").isEnabled(), "nobody is asked"
    assert session.same_person == "00,01"
    assert session.person_answers == {
        frozenset({"00", "01"}): True,
        frozenset({"02", "05"}): False,
    }
    session.set_dataset(tmp_path)
    assert session.person_answers == {}


def test_persons_are_shown_only_where_they_tell_more_than_the_case(
    cases: CasesWindow, window: MainWindow
) -> None:
    table = cases.findChild(CaseTable, "cases_table")
    assert table.isColumnHidden(PERSON)
    assert not window.findChild(CaseModel).tells_persons
