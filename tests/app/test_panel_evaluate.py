"""Two masks compared from the panel: scores for the patient, each slice and each lesion."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.panels.evaluate import RULE, EvaluatePanel
from app.session import Session
from app.settings import Settings
from tests.app.fake_run import mask, scan
from tests.app.test_score_table import region_score
from unet_core.events import Evaluated

IMAGE = Path("data/volume-02.nii").absolute()


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[EvaluatePanel]:
    session.set_volume(scan(IMAGE))
    panel = EvaluatePanel(session, Settings())
    qtbot.addWidget(panel)
    panel.resize(420, 700)
    panel.show()
    yield panel
    panel.shutdown()


def _press(qtbot: QtBot, panel: EvaluatePanel, name: str) -> None:
    button = panel.findChild(QPushButton, name)
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _text(panel: EvaluatePanel, name: str) -> str:
    return panel.findChild(QLabel, name).text()


def _compare(qtbot: QtBot, panel: EvaluatePanel, session: Session) -> None:
    reference, prediction = mask("reference"), mask("prediction", "prediction")
    session.add_label_map(reference)
    session.add_label_map(prediction)
    result = Evaluated("02", (region_score(0), region_score(1, None)))
    panel.begin(lambda: iter([result]), reference, prediction)
    qtbot.waitUntil(lambda: panel.start.isEnabled())


def test_every_widget_has_its_name(panel: EvaluatePanel) -> None:
    for name in (
        *("evaluate_reference", "evaluate_prediction", "evaluate_start", "evaluate_table"),
        *("evaluate_lesions", "evaluate_copy", "evaluate_save", "evaluate_rule"),
    ):
        assert panel.findChild(QWidget, name) is not None, name
    assert _text(panel, "evaluate_rule") == RULE
    assert not panel.start.isEnabled()


def test_reference_and_newest_prediction_are_chosen(panel: EvaluatePanel, session: Session) -> None:
    reference, first = mask("reference"), mask("first", "prediction")
    session.add_label_map(first)
    session.add_label_map(reference)
    assert panel.reference.currentData() is reference
    assert panel.prediction.currentData() is first

    second = mask("second", "prediction")
    session.add_label_map(second)
    assert panel.prediction.currentData() is second

    panel.prediction.setCurrentIndex(0)
    session.restyle(reference, opacity=0.1)
    assert panel.prediction.currentData() is first


def test_one_mask_is_not_enough(panel: EvaluatePanel, session: Session) -> None:
    session.add_label_map(mask("a"))

    assert not panel.start.isEnabled()
    assert not panel.mode.isEnabled()


def test_two_masks_without_a_pair_are_refused_in_a_sentence(
    qtbot: QtBot, panel: EvaluatePanel, session: Session
) -> None:
    session.add_label_map(mask("a"))
    session.add_label_map(mask("b"))

    with qtbot.waitSignal(session.failed):
        _press(qtbot, panel, "evaluate_start")

    assert _text(panel, "evaluate_error_text").startswith("Two different masks are needed")


def test_a_real_comparison_fills_table_and_strip(
    qtbot: QtBot, panel: EvaluatePanel, session: Session
) -> None:
    session.add_label_map(mask("reference"))
    session.add_label_map(mask("prediction", "prediction"))

    _press(qtbot, panel, "evaluate_start")
    model = panel.findChild(QTableView, "evaluate_table").model()
    qtbot.waitUntil(lambda: model.rowCount() > 0, timeout=30_000)
    qtbot.waitUntil(lambda: session.slice_scores is not None)

    assert model.index(1, 0).data() == "1.000"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "tumour"
    assert session.slice_scores is not None
    assert session.slice_scores.title == "prediction against reference"
    assert np.isnan(session.slice_scores.dice[0, 0])
    assert session.slice_scores.dice[3].tolist() == [1.0, 1.0]


def test_double_clicking_a_lesion_goes_there(
    qtbot: QtBot, panel: EvaluatePanel, session: Session
) -> None:
    session.set_volume(scan(IMAGE, (60, 20, 20)))
    result = Evaluated("02", (region_score(1),))
    panel.begin(lambda: iter([result]), mask("a"), mask("b"))
    table = panel.findChild(QTableView, "evaluate_lesions")
    qtbot.waitUntil(lambda: table.model().rowCount() == 3)

    cell = table.visualRect(table.model().index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)

    assert session.cursor == (51, 14, 15)


def test_copy_takes_scores_rule_and_lesions(
    qtbot: QtBot, panel: EvaluatePanel, session: Session
) -> None:
    _compare(qtbot, panel, session)

    _press(qtbot, panel, "evaluate_copy")

    text = QApplication.clipboard().text()
    assert "Dice, whole case\t0.815\tn/a" in text
    assert RULE in text
    assert "missed\t20 voxels\t44" in text


def test_scores_are_saved_as_csv(
    qtbot: QtBot, panel: EvaluatePanel, session: Session, tmp_path: Path
) -> None:
    _compare(qtbot, panel, session)

    with qtbot.waitSignal(session.notified) as said:
        panel.save_to(tmp_path / "scores")

    assert said.args == ["The scores were saved as scores.csv."]
    rows = list(csv.reader((tmp_path / "scores.csv").read_text().splitlines()))
    assert any("0.8149" in cell for row in rows for cell in row)


def test_scores_of_another_patient_do_not_stay(
    qtbot: QtBot, panel: EvaluatePanel, session: Session
) -> None:
    _compare(qtbot, panel, session)
    assert panel.table.isVisible()

    session.set_volume(scan(IMAGE.with_name("other.nii")))

    assert not panel.table.isVisible()
    assert panel.scores.rowCount() == 0


def test_an_answer_for_a_scan_no_longer_open_is_dropped(
    qtbot: QtBot, panel: EvaluatePanel, session: Session
) -> None:
    result = Evaluated("02", (region_score(0),))
    panel.begin(lambda: iter([result]), mask("a"), mask("b"))

    session.set_volume(scan(IMAGE.with_name("other.nii")))
    qtbot.waitUntil(lambda: panel._job is None)

    assert session.slice_scores is None
    assert panel.scores.rowCount() == 0


def test_nothing_is_cut_off_in_a_narrow_dock(
    qtbot: QtBot, panel: EvaluatePanel, session: Session
) -> None:
    session.add_label_map(mask("a very long file name of a reference mask that nobody can shorten"))
    _compare(qtbot, panel, session)
    qtbot.wait(20)

    header = panel.table.horizontalHeader()
    assert panel.table.width() <= 420
    for column in range(2):
        assert header.sectionSize(column) >= header.sectionSizeHint(column) - 4
