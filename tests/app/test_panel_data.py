"""The Data dock says what is open, lists patients, opens one, and names bad pairs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.dataset.model import LABELS, NOT_CHECKED, SIZE, VERDICT
from app.dataset.table import CaseTable
from app.panels.data import DataPanel, describe_volume
from app.session import Session
from app.settings import Settings
from unet_core.io import save_now
from unet_core.phantom import make_case, write_cohort
from unet_core.volume import Geometry, LabelMap, Volume

WAIT_MS = 20_000


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[DataPanel]:
    made = DataPanel(session, Settings())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.shutdown()


@pytest.fixture
def cohort(tmp_path: Path) -> Path:
    folder = tmp_path / "cohort"
    for _ in write_cohort(folder, 3, size_xyz=(24, 24, 8)):
        pass
    return folder


def _text(panel: DataPanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert label is not None
    return label.text()


def _listed(qtbot: QtBot, panel: DataPanel, rows: int) -> CaseTable:
    table = panel.findChild(CaseTable, "data_cases")
    qtbot.waitUntil(lambda: table.model().rowCount() == rows, timeout=WAIT_MS)
    return table


def _cells(table: CaseTable, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_says_what_is_open(
    panel: DataPanel, session: Session, case: tuple[Volume, LabelMap]
) -> None:
    assert "No scan is open" in _text(panel, "data_scan_name")
    session.set_volume(case[0])
    assert _text(panel, "data_scan_name") == case[0].name
    assert _text(panel, "data_scan_size") == "48 × 40 pixels, 12 slices"
    assert _text(panel, "data_scan_values") == "HU"
    assert panel.findChild(QLabel, "data_scan_notices").isHidden()


def test_g1_a_scan_without_scale_shows_no_millimetres(case: tuple[Volume, LabelMap]) -> None:
    volume = Volume(
        case[0].voxels, Geometry(case[0].geometry.size_xyz, has_scale=False), "a", intensity="grey"
    )
    said = describe_volume(volume)
    assert "mm" not in said["spacing"]
    assert said["values"] == "grey, not HU"


def test_notices_of_a_scan_are_shown(
    panel: DataPanel, session: Session, case: tuple[Volume, LabelMap]
) -> None:
    session.set_volume(
        Volume(case[0].voxels, case[0].geometry, "a.nii", notices=("Read with care.",))
    )
    assert _text(panel, "data_scan_notices") == "Read with care."
    assert panel.findChild(QLabel, "data_scan_notices").isVisible()


def test_lists_the_cases_and_a_double_click_opens_one(
    qtbot: QtBot, panel: DataPanel, session: Session, cohort: Path
) -> None:
    session.set_dataset(cohort)
    table = _listed(qtbot, panel, 3)
    assert _cells(table, 1)[0] == "01"
    assert _cells(table, 1)[-1] == "not checked"
    assert _text(panel, "data_folder") == "cohort: 3 cases"
    place = table.visualRect(table.model().index(1, 0)).center()
    with qtbot.waitSignal(session.case_requested, timeout=WAIT_MS) as asked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    images, masks = asked.args
    assert images == (cohort / "volume-01.nii.gz",)
    assert masks == (cohort / "segmentation-01.nii.gz",)


def test_verdicts_are_not_cut_in_a_narrow_dock(
    qtbot: QtBot, panel: DataPanel, session: Session, cohort: Path
) -> None:
    panel.resize(280, 700)
    session.set_dataset(cohort)
    table = _listed(qtbot, panel, 3)
    header, verdict = table.horizontalHeader(), table.model().columnCount() - 1
    needed = table.fontMetrics().horizontalAdvance(NOT_CHECKED)
    qtbot.waitUntil(lambda: needed < header.sectionSize(verdict))
    shown = header.sectionViewportPosition(verdict) + header.sectionSize(verdict)
    assert shown <= table.viewport().width()


def test_check_names_the_pair_that_does_not_fit(
    qtbot: QtBot, panel: DataPanel, session: Session, cohort: Path
) -> None:
    _, stranger = make_case(9, size_xyz=(24, 20, 8))
    save_now(stranger, cohort / "segmentation-01.nii.gz", overwrite=True)
    failed: list[str] = []
    session.failed.connect(failed.append)
    session.set_dataset(cohort)
    table = _listed(qtbot, panel, 3)
    qtbot.mouseClick(panel.findChild(QPushButton, "data_check"), Qt.MouseButton.LeftButton)
    assert panel.findChild(QPushButton, "data_check").text() == "Stop check"
    qtbot.waitUntil(lambda: bool(failed), timeout=WAIT_MS)
    assert "ound" in _cells(table, 0)[VERDICT]
    assert _cells(table, 0)[SIZE] == "24×24×8"
    assert "liver" in _cells(table, 0)[LABELS]
    assert "another grid" in _cells(table, 1)[VERDICT]
    assert failed[0].startswith("1 of 3 pairs cannot be used; 01: ")
    assert table.current == "01"
    assert "24 x 20" in _text(panel, "data_detail")
    assert panel.findChild(QPushButton, "data_check").text() == "Check pairs"


def test_sound_data_set_is_said_to_be(
    qtbot: QtBot, panel: DataPanel, session: Session, cohort: Path
) -> None:
    said: list[str] = []
    session.notified.connect(said.append)
    session.set_dataset(cohort)
    _listed(qtbot, panel, 3)
    qtbot.mouseClick(panel.findChild(QPushButton, "data_check"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "All 3 pairs are sound." in said, timeout=WAIT_MS)


def test_m5_files_without_a_partner_are_listed(
    qtbot: QtBot, panel: DataPanel, session: Session, cohort: Path
) -> None:
    (cohort / "segmentation-02.nii.gz").unlink()
    session.set_dataset(cohort)
    _listed(qtbot, panel, 2)
    assert "volume-02.nii.gz" in _text(panel, "data_unmatched")


def test_folder_without_pairs_is_refused_in_words(
    qtbot: QtBot, panel: DataPanel, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as failed:
        session.set_dataset(tmp_path / "empty")
    assert failed.args[0].startswith("empty ")
    assert "no pairs" in _text(panel, "data_folder")
    assert not panel.findChild(QPushButton, "data_check").isEnabled()


def test_another_folder_leaves_nothing_of_the_one_before(
    qtbot: QtBot, panel: DataPanel, session: Session, cohort: Path, tmp_path: Path
) -> None:
    for _ in write_cohort(tmp_path / "other", 2, size_xyz=(24, 24, 8)):
        pass
    session.set_dataset(cohort)
    session.set_dataset(tmp_path / "other")
    _listed(qtbot, panel, 2)
    qtbot.wait(50)
    assert _text(panel, "data_folder") == "other: 2 cases"


def test_m3_threshold_is_the_users_choice(qtbot: QtBot, panel: DataPanel, session: Session) -> None:
    box = panel.findChild(QCheckBox, "data_threshold")
    assert not session.threshold_masks
    assert not box.isChecked()
    box.click()
    assert session.threshold_masks
    session.set_threshold_masks(False)
    assert not box.isChecked()
