"""The Measure dock lists what was drawn and what a mask's labels and lesions measure."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.document import Measurement
from app.measure.numbers import MaskNumbers
from app.measuring_commands import AddMeasurements
from app.panels.measure import MeasurePanel
from app.session import Session
from app.settings import Settings
from app.viewer.measurement_painter import LesionMark
from unet_core.lesion_table import measure_mask
from unet_core.measurements import MaskMeasured
from unet_core.volume import Geometry, Label, LabelMap, Volume

WAIT_MS = 20_000
SHAPE = (8, 30, 32)


@pytest.fixture
def pair() -> tuple[Volume, LabelMap]:
    """A liver with two tumours, 24 and 4 voxels large."""
    rng = np.random.default_rng(1)
    grey = rng.integers(0, 200, SHAPE).astype(np.int16)
    labels = np.zeros(SHAPE, np.uint8)
    labels[1:7, 4:26, 4:28] = 1
    labels[3:5, 12:16, 9:12] = 2
    labels[5, 8:10, 20:22] = 2
    geometry = Geometry((32, 30, 8), (0.8, 0.8, 3.0), (-10.0, 4.0, 60.0))
    return Volume(grey, geometry, "scan.nii.gz"), LabelMap(labels, geometry, "mask.nii.gz")


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[MeasurePanel]:
    made = MeasurePanel(session, Settings())
    qtbot.addWidget(made)
    made.resize(380, 900)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.shutdown()


def found(panel: QWidget, name: str) -> QTableView:
    table = panel.findChild(QTableView, name)
    assert table is not None
    return table


def texts(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def show_numbers(panel: MeasurePanel, pair: tuple[Volume, LabelMap], session: Session) -> None:
    """Open a scan and its mask and show their numbers, measured in this very process."""
    session.set_volume(pair[0])
    session.add_label_map(pair[1])
    panel.numbers.begin(lambda: measure_mask(*pair), pair)


def click(qtbot: QtBot, table: QTableView, row: int, column: int = 0) -> None:
    place = table.visualRect(table.model().index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def distance(number: int = 1, z: float = 69.0) -> Measurement:
    return Measurement("distance", ((0.0, 10.0, z), (3.0, 14.0, z)), "axial", number)


# --- empty ---------------------------------------------------------------------------------------


def test_says_what_to_do_when_there_is_nothing(
    session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    words = panel.findChild(QLabel, "measure_no_scan")
    assert words.isVisible()
    assert "No scan is open" in words.text()
    session.set_volume(pair[0])
    assert not words.isVisible()
    assert "Take a measuring tool" in panel.findChild(QLabel, "measure_list_empty").text()
    assert "No mask lies over the scan" in panel.findChild(QLabel, "measure_status").text()
    assert not panel.findChild(QPushButton, "measure_save").isVisible()


# --- labels and lesions --------------------------------------------------------------------------


def test_a_mask_is_measured_in_a_child_once_the_panel_is_seen(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    session.set_volume(pair[0])
    session.add_label_map(pair[1])
    qtbot.waitUntil(lambda: panel.numbers.measured is not None, timeout=WAIT_MS)
    (expected,) = measure_mask(*pair)
    assert panel.numbers.measured == expected


def test_tables_say_what_was_measured(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    show_numbers(panel, pair, session)
    qtbot.waitUntil(lambda: panel.numbers.measured is not None)
    rows = texts(found(panel, "measure_lesions"))
    assert [row[0] for row in rows] == ["1", "2"]
    assert rows[0][1] == "0.05"  # 24 voxels of 1.92 mm³
    assert rows[0][2] == "3.6 × 2.7"
    assert rows[0][3] == "4–5"
    labels = {row[0]: row[1:] for row in texts(found(panel, "measure_labels"))}
    voxels = np.bincount(pair[1].voxels.ravel())
    assert labels["Voxels"] == [f"{n:,}" for n in (voxels[1], 28, voxels[1] + 28)]
    assert labels["Mean, HU"][1] == f"{pair[0].voxels[pair[1].voxels == 2].mean():.1f}"
    assert labels["Slices"] == ["2–7", "4–6", "2–7"]
    share = 100 * 28 / (voxels[1] + 28)
    burden = panel.findChild(QLabel, "measure_burden").text()
    assert burden == f"Tumour burden {share:.2f} % (0.05 of 6.08 ml)"
    assert panel.findChild(QLabel, "measure_lesion_count").text() == "Lesions: 2"


def test_a_click_goes_to_the_lesion_and_shows_its_diameters(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    show_numbers(panel, pair, session)
    qtbot.waitUntil(lambda: panel.numbers.measured is not None)
    with qtbot.waitSignal(panel.lesion_shown) as shown:
        click(qtbot, found(panel, "measure_lesions"), 1)
    assert pair[1].canonical[session.cursor] == 2
    assert session.cursor[0] == 5
    mark = shown.args[0]
    assert isinstance(mark, LesionMark)
    assert mark.words[0] == "Lesion 2 of 2"
    assert len(mark.lines_xyz_mm) == 2
    click(qtbot, found(panel, "measure_labels"), 0, 1)
    assert session.cursor[0] == 1, "the lowest slice with the liver's longest diameter"


def test_walking_where_there_is_no_lesion_says_so(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    volume, mask = pair
    said: list[str] = []
    session.notified.connect(said.append)
    panel.hide()
    session.set_volume(volume)
    session.add_label_map(LabelMap(np.minimum(mask.voxels, 1), mask.geometry, mask.name))
    panel.walk(1)
    qtbot.waitUntil(lambda: said[-1:] == ["No lesion in this mask."], timeout=WAIT_MS)
    assert said[0].startswith("The lesions are being measured first")


def test_walking_goes_round_and_measures_first(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    panel.hide()
    session.set_volume(pair[0])
    session.add_label_map(pair[1])
    panel.walk(1)
    qtbot.waitUntil(lambda: panel.numbers.measured is not None, timeout=WAIT_MS)
    assert session.cursor[0] in (3, 4)
    panel.walk(1)
    assert session.cursor[0] == 5
    panel.walk(1)
    assert session.cursor[0] in (3, 4)
    panel.walk(-1)
    assert session.cursor[0] == 5


def test_drawn_diameters_are_measurements_that_can_be_taken_back(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    show_numbers(panel, pair, session)
    qtbot.waitUntil(lambda: panel.numbers.measured is not None)
    draw = panel.findChild(QPushButton, "measure_draw")
    assert not draw.isEnabled()
    panel.walk(1)
    qtbot.mouseClick(draw, Qt.MouseButton.LeftButton)
    rows = texts(found(panel, "measure_list"))
    assert rows == [
        ["Lesion 1, longest", "3.6 mm", "axial 4"],
        ["Lesion 1, across", "2.7 mm", "axial 4"],
    ]
    session.undo_stack.undo()
    assert session.measurements == ()


def test_the_mask_that_is_chosen_is_measured(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    volume, reference = pair
    smaller = np.where(reference.voxels == 2, 0, reference.voxels)
    prediction = LabelMap(smaller, reference.geometry, "prediction", role="prediction")
    show_numbers(panel, pair, session)
    qtbot.waitUntil(lambda: panel.numbers.measured is not None)
    session.add_label_map(prediction)
    combo = panel.findChild(QComboBox, "measure_mask")
    assert combo.currentText() == "prediction", "the newest mask is the one to look at"
    assert panel.numbers.measured is None
    assert not found(panel, "measure_lesions").isVisible()
    panel.numbers.begin(lambda: measure_mask(volume, prediction), (volume, prediction))
    qtbot.waitUntil(lambda: panel.numbers.measured is not None)
    assert panel.findChild(QLabel, "measure_lesion_count").text() == "No lesion in this mask."
    session.remove_label_map(prediction)
    assert combo.currentText() == "Reference: mask.nii.gz"


def test_numbers_of_a_mask_put_away_meanwhile_are_not_shown(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    show_numbers(panel, pair, session)
    session.set_volume(None)
    qtbot.wait(50)
    assert panel.numbers.measured is None
    assert found(panel, "measure_lesions").model().rowCount() == 0


def test_a_mask_without_tumours_says_so(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    volume, mask = pair
    spleen = LabelMap(
        np.minimum(mask.voxels, 1),
        mask.geometry,
        "spleen",
        labels={1: Label(1, "spleen", "#aa00aa")},
    )
    show_numbers(panel, (volume, spleen), session)
    qtbot.waitUntil(lambda: panel.numbers.measured is not None)
    words = panel.findChild(QLabel, "measure_lesion_count").text()
    assert words == "No label of this mask is called tumour or lesion."
    assert not panel.findChild(QLabel, "measure_burden").isVisible()
    assert not panel.numbers.has_lesions


def test_without_a_scale_nothing_is_said_in_mm(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    geometry = Geometry((32, 30, 8), has_scale=False)
    volume = Volume(pair[0].voxels.astype(np.uint8), geometry, "grey", intensity="grey")
    mask = LabelMap(pair[1].voxels, geometry, "mask")
    show_numbers(panel, (volume, mask), session)
    qtbot.waitUntil(lambda: panel.numbers.measured is not None)
    session.undo_stack.push(AddMeasurements(session, distance(z=2.0)))
    text = panel.as_text()
    assert "px (no scale)" in text
    assert "4.5 × 3.4" in text
    assert "HU" not in text
    header = found(panel, "measure_lesions").model()
    heads = [header.headerData(column, Qt.Orientation.Horizontal) for column in range(6)]
    assert heads[1:3] == ["Voxels", "Axial\npx"]
    assert texts(found(panel, "measure_lesions"))[0][5] == "n/a"


def test_a_failed_measurement_is_said_in_a_sentence(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    def broken() -> Iterator[MaskMeasured]:
        raise ValueError("bang")
        yield

    session.set_volume(pair[0])
    session.add_label_map(pair[1])
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS):
        panel.numbers.begin(broken, pair)
    assert panel.numbers.measured is None


# --- what was drawn ------------------------------------------------------------------------------


def test_the_list_follows_the_session_and_its_undo(
    session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    session.set_volume(pair[0])
    session.undo_stack.push(AddMeasurements(session, distance()))
    table = found(panel, "measure_list")
    assert texts(table) == [["Distance 1", "5.0 mm", "axial 4"]]
    session.undo_stack.undo()
    assert not table.isVisible()
    session.undo_stack.redo()
    assert table.isVisible()


def test_a_click_goes_to_the_measurement(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    session.set_volume(pair[0])
    session.set_measurements((distance(),))
    with qtbot.waitSignal(panel.measurement_chosen) as chosen:
        click(qtbot, found(panel, "measure_list"), 0)
    assert chosen.args == [1]
    assert session.cursor == (3, 10, 14)


def test_a_measurement_is_renamed_and_deleted_and_both_can_be_taken_back(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    session.set_volume(pair[0])
    session.set_measurements((distance(1), distance(2)))
    table = found(panel, "measure_list")
    assert table.model().setData(table.model().index(0, 0), "=portal vein")
    assert session.measurements[0].text == "=portal vein"
    assert session.undo_stack.undoText() == "rename distance"
    remove = panel.findChild(QPushButton, "measure_remove")
    assert not remove.isEnabled()
    click(qtbot, table, 0)
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert [one.number for one in session.measurements] == [2]
    click(qtbot, table, 0)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert session.measurements == ()
    session.undo_stack.undo()
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.measurements == (distance(1), distance(2))
    qtbot.mouseClick(panel.findChild(QPushButton, "measure_clear"), Qt.MouseButton.LeftButton)
    assert session.measurements == ()
    assert session.undo_stack.undoText() == "delete measurements"


def test_choosing_elsewhere_marks_the_row(
    session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    session.set_volume(pair[0])
    session.set_measurements((distance(4), distance(7)))
    table = found(panel, "measure_list")
    panel.choose(7)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]
    panel.choose(None)
    assert table.selectionModel().selectedRows() == []
    assert table.currentIndex() == QModelIndex()


# --- copy and CSV --------------------------------------------------------------------------------


def test_copy_takes_every_table(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    show_numbers(panel, pair, session)
    qtbot.waitUntil(lambda: panel.numbers.measured is not None)
    session.set_measurements((distance(),))
    qtbot.mouseClick(panel.findChild(QPushButton, "measure_copy"), Qt.MouseButton.LeftButton)
    text = QApplication.clipboard().text()
    assert "Distance 1\t5.0 mm\taxial 4" in text
    assert "Tumour burden" in text
    assert "\tliver\ttumour\t" in text
    assert "3.6 × 2.7" in text


@pytest.mark.hazard("X6")
def test_csv_holds_every_number_and_runs_nothing(
    qtbot: QtBot,
    session: Session,
    panel: MeasurePanel,
    pair: tuple[Volume, LabelMap],
    tmp_path: Path,
) -> None:
    show_numbers(panel, pair, session)
    qtbot.waitUntil(lambda: panel.numbers.measured is not None)
    session.set_measurements((Measurement("note", ((0.0, 10.0, 69.0),), "axial", 1, "=1+1"),))
    qtbot.mouseClick(panel.findChild(QPushButton, "measure_save"), Qt.MouseButton.LeftButton)
    dialog = panel.findChild(QFileDialog, "save_measurements_dialog")
    with qtbot.waitSignal(session.notified, timeout=WAIT_MS) as said:
        dialog.fileSelected.emit(str(tmp_path / "numbers"))
        dialog.reject()
    assert said.args[0] == "The measurements were saved as numbers.csv."
    rows = list(csv.DictReader(io.StringIO((tmp_path / "numbers.csv").read_text("utf-8"))))
    assert [row["level"] for row in rows] == [
        *("measurement", "label", "label", "label", "lesion", "lesion", "burden"),
    ]
    assert rows[0]["name"] == "'=1+1"
    measured = panel.numbers.measured
    assert measured is not None
    lesion = rows[4]
    assert float(lesion["length"]) == measured.lesions[0].diameter.length
    assert float(lesion["edge_distance_mm"]) == measured.lesions[0].edge_mm
    assert (lesion["first_slice"], lesion["last_slice"]) == ("4", "5")
    assert float(rows[6]["tumour_burden_percent"]) == pytest.approx(100 * (measured.burden or 0))


def test_nothing_is_measured_while_nobody_looks(
    qtbot: QtBot, session: Session, panel: MeasurePanel, pair: tuple[Volume, LabelMap]
) -> None:
    panel.hide()
    session.set_volume(pair[0])
    session.add_label_map(pair[1])
    qtbot.wait(400)
    numbers: MaskNumbers = panel.numbers
    assert numbers.measured is None
    assert numbers._job is None
