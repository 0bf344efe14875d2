"""The window of evaluations: cases, slices, means, lesions; and where a case is worst."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.curves import human_band
from app.evaluation.case_model import CaseModel
from app.evaluation.slice_model import SliceModel
from app.evaluation.window import EvaluationWindow
from app.evaluation_work import Asked
from app.main_window import MainWindow
from app.session import Session
from app.settings import Settings
from tests.app.made_run import made_run
from unet_core.evaluation.summary import summarise
from unet_core.events import Evaluated, LesionScore, Progress, RegionScore, Skipped, Summarised
from unet_core.io import save_now
from unet_core.runs import read_run
from unet_core.scores import SurfaceScore
from unet_core.volume import LIVER, TUMOUR, LabelMap, Region, Volume

Horizontal = Qt.Orientation.Horizontal
REGIONS = (Region("liver", (1, 2), LIVER.colour), Region("tumour", (2,), TUMOUR.colour))
ASKED = Asked("folders", Path("/truths"), Path("/guesses"))


def lesion(kind: str, mm: float, dice: float = 0.0, z: int = 4) -> LesionScore:
    place = (z, 20, 22)
    return LesionScore(
        kind=kind,
        voxels=30,
        volume_ml=mm / 10,
        slices=(z, z + 1),
        index_zyx=place,
        diameter_mm=mm,
        contrast_hu=-25.0,
        dice=dice,
        wrong_ml=mm / 10 * (1 - dice),
        worst_zyx=place,
        box=((z, 18, 20), (z + 1, 24, 26)),
    )


def score(region: int, dice: float | None, *lesions: LesionScore, slices: int = 6) -> RegionScore:
    values = np.full(slices, np.nan)
    if dice is not None:
        values[1:5] = np.linspace(dice, 1.0, 4)
    return RegionScore(
        region=REGIONS[region],
        case_dice=dice,
        case_iou=None if dice is None else dice / (2 - dice),
        sensitivity=0.9,
        precision=0.8,
        slice_dice_mean=dice,
        dice_per_slice=values,
        reference_voxels=1000,
        prediction_voxels=900,
        reference_ml=10.0,
        prediction_ml=9.0,
        lesions=lesions,
        surface=SurfaceScore(8.0, 4.0, 1.0, 0.6, 0.8, 0.6, 0.8),
        true_predictions=sum(one.kind == "found" for one in lesions),
    )


def evaluated(name: str, liver: float, tumour: float | None, *lesions: LesionScore) -> Evaluated:
    return Evaluated(name, (score(0, liver), score(1, tumour, *lesions)))


CASES = (
    evaluated("1", 0.95, 0.70, lesion("found", 30, 0.9)),
    evaluated("2", 0.90, 0.20, lesion("missed", 8, z=3), lesion("found", 22, 0.4)),
    evaluated("10", 0.97, None, lesion("false", 6)),
)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[EvaluationWindow]:
    parent = QWidget()
    parent.resize(1300, 860)
    qtbot.addWidget(parent)
    made = EvaluationWindow(Session(), Settings(), parent)
    made.show_evaluation()
    yield made
    made.shutdown()


def _run(qtbot: QtBot, window: EvaluationWindow, cases: Sequence[Evaluated], *more: object) -> None:
    summary = summarise(
        cases, skipped=len(more), is_symmetric=window.sources.kind.currentIndex() == 2
    )
    asked = replace(ASKED, kind=window.sources.kind.currentData())
    events = [*more, Progress(0, len(cases), "", "cases"), *cases, Summarised(summary)]
    with qtbot.waitSignals([window.evaluation.running_changed] * 2, timeout=5000):
        window.evaluation.begin(lambda: iter(events), asked)
    qtbot.waitUntil(lambda: window.atlas._job is None or not window.atlas._job.is_running)


def _column(model: QAbstractItemModel, title: str) -> list[str]:
    titles = [model.headerData(n, Horizontal) for n in range(model.columnCount())]
    column = titles.index(title)
    return [model.index(row, column).data() for row in range(model.rowCount())]


def _press(qtbot: QtBot, window: EvaluationWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# --- tables ------------------------------------------------------------------------------------


def test_cases_come_in_one_by_one_and_the_worst_comes_first_on_demand(
    qtbot: QtBot, window: EvaluationWindow
) -> None:
    tester = QAbstractItemModelTester(window.cases)
    _run(qtbot, window, CASES)
    assert _column(window.cases, "Case") == ["1", "1", "2", "2", "10", "10"]
    assert _column(window.cases, "Volume error (%)") == ["−10.0"] * 6
    window.region.setCurrentIndex(window.region.findData("tumour"))
    assert _column(window.cases, "Dice") == ["0.700", "0.200", "n/a"]
    _press(qtbot, window, "evaluation_worst")
    assert _column(window.cases, "Case") == ["2", "1", "10"]
    table = window.findChild(QTableView, "evaluation_cases")
    assert table is not None
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert _column(window.cases, "Dice") == ["0.700", "0.200", "n/a"]
    assert tester is not None


def test_rows_that_come_late_take_their_place_in_the_order(qtbot: QtBot) -> None:
    model = CaseModel()
    tester = QAbstractItemModelTester(model)
    model.show_region("liver")
    model.sort(3, Qt.SortOrder.AscendingOrder)
    for case in CASES:
        model.add(case)
    assert _column(model, "Dice") == ["0.900", "0.950", "0.970"]
    assert tester is not None


def test_means_stand_below_in_the_same_columns(qtbot: QtBot, window: EvaluationWindow) -> None:
    _run(qtbot, window, CASES)
    liver, tumour = (window.means.index(row, 3).data() for row in range(2))
    assert liver.startswith("0.940\n0.900 – ")
    assert tumour.startswith("0.450\n0.200 – ")
    assert "n/a in 1" in window.means.data(window.means.index(1, 3), Qt.ItemDataRole.ToolTipRole)
    titles = [window.numbers.index(row, 0).data() for row in range(window.numbers.rowCount())]
    assert {"Overlap", "HD95 (mm)", "Lesions by diameter", "under 10 mm"} <= set(titles)
    row = titles.index("under 10 mm")
    assert window.numbers.index(row, 2).data() == "0 of 1 found, 1 false, Dice 0.000"
    headline = window.headline.text()
    assert headline.startswith("3 cases, a person each. Dice of liver (with tumour): 0.940 (")
    assert "1 of 3 lesions were missed: the only one is below 10 mm." in headline


def test_ten_thousand_slices_are_listed_and_sorted(qtbot: QtBot, window: EvaluationWindow) -> None:
    """The watchdog fails this test if the window is late by 50 ms."""
    random = np.random.default_rng(0)
    cases = []
    for number in range(25):
        values = random.random(220)
        parts = tuple(replace(score(n, 0.5), dice_per_slice=values) for n in range(2))
        cases.append(Evaluated(str(number), parts))
    _run(qtbot, window, cases)
    assert window.slices.rowCount() == 25 * 2 * 220
    window.tabs.setCurrentWidget(window.slices_page)
    dice = _column_head(window.slices, 3)
    assert dice == sorted(dice)
    table = window.slices_page.table
    for column in (0, 2, 3):
        table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        QApplication.processEvents()
    table.scrollToBottom()
    QApplication.processEvents()
    window.region.setCurrentIndex(1)
    assert window.slices.rowCount() == 25 * 220


def _column_head(model: SliceModel, column: int) -> list[str]:
    return [model.index(row, column).data() for row in range(40)]


# --- what is wrong is named --------------------------------------------------------------------


def test_cases_left_out_are_named_and_the_rest_is_shown(
    qtbot: QtBot, window: EvaluationWindow
) -> None:
    left = [
        Skipped(f"The reference {n}.nii has no prediction and is not scored.") for n in range(6)
    ]
    _run(qtbot, window, CASES, *left)
    said = window.faults.text
    assert said.startswith("6 cases are left out; the others are compared:")
    assert "0.nii has no prediction" in said
    assert "2 more are named in the saved file" in said
    assert window.cases.rowCount() == 6


def test_nothing_is_begun_before_both_folders_are_chosen(
    qtbot: QtBot, window: EvaluationWindow
) -> None:
    start = window.start
    assert not start.isEnabled()
    window.sources.reference.line.setText("/truths")
    assert not start.isEnabled()
    window.sources.prediction.line.setText("/guesses")
    assert start.isEnabled()
    window.sources.kind.setCurrentIndex(1)
    assert not window.sources.prediction.isVisible()
    assert window.sources.asked == Asked("run", Path("/truths"))


def test_what_was_compared_before_it_was_left_is_summed_up(
    qtbot: QtBot, window: EvaluationWindow
) -> None:
    with qtbot.waitSignals([window.evaluation.running_changed] * 2, timeout=5000):
        window.evaluation.begin(lambda: iter(CASES[:2]), ASKED)
    assert window.evaluation.summary is not None
    assert window.evaluation.summary.cases == 2
    assert window.means.rowCount() == 2
    qtbot.waitUntil(lambda: window.atlas.model.rowCount() > 0)


# --- two readers -------------------------------------------------------------------------------


def test_two_readers_get_a_band_of_their_own(qtbot: QtBot, window: EvaluationWindow) -> None:
    window.sources.kind.setCurrentIndex(2)
    _run(qtbot, window, CASES)
    table = window.cases_page.table
    titles = [window.cases.headerData(n, Horizontal) for n in range(window.cases.columnCount())]
    assert table.isColumnHidden(titles.index("Sensitivity"))
    assert not table.isColumnHidden(titles.index("Dice"))
    _press(qtbot, window, "evaluation_band")
    band = human_band.kept(Settings())
    assert (band.region, band.median) == ("tumour", pytest.approx(0.45))


# --- files -------------------------------------------------------------------------------------


def test_all_of_it_is_saved(qtbot: QtBot, window: EvaluationWindow, tmp_path: Path) -> None:
    _run(qtbot, window, CASES, Skipped("9 is not scored: it is empty.", "9"))
    for name in ("all.json", "all.csv"):
        with qtbot.waitSignal(window._session.notified, timeout=5000):
            window.output.save_to(tmp_path / name)
    values = json.loads((tmp_path / "all.json").read_text())
    assert [one["case"] for one in values["cases"]] == ["1", "2", "10"]
    assert values["skipped"] == ["9 is not scored: it is empty."]
    rows = list(csv.DictReader(io.StringIO((tmp_path / "all.csv").read_text())))
    assert [row["dice"] for row in rows if row["level"] == "case"][:2] == ["0.95", "0.7"]
    _press(qtbot, window, "evaluation_copy")
    assert "0.950" in QApplication.clipboard().text()


# --- the atlas ---------------------------------------------------------------------------------


def test_the_atlas_shows_lesions_by_harm(qtbot: QtBot, window: EvaluationWindow) -> None:
    _run(qtbot, window, CASES)
    model = window.atlas.model
    kinds = [model.error_at(row).kind for row in range(model.rowCount())]
    assert kinds == ["outline", "missed", "false"]
    assert model.index(1).data().split("\n") == ["missed", "8 mm · 0.80 ml wrong", "case 2"]
    box = window.findChild(QCheckBox, "atlas_show_false")
    assert box is not None
    assert box.text() == "false alarm (1)"
    box.click()
    assert model.rowCount() == 2
    points = window.atlas.by_size.plot
    assert len(points.points) == 3  # every real lesion, the good one too
    window.tabs.setCurrentWidget(window.atlas)
    missed = next(error for _, error in points.points if error.kind == "missed")
    with qtbot.waitSignal(window.atlas.opened) as opened:
        qtbot.mouseClick(points, Qt.MouseButton.LeftButton, pos=points.place_of(missed).toPoint())
    assert opened.args == [missed]
    assert window.atlas.by_contrast.plot.isVisibleTo(window.atlas)


# --- real files, in the whole window -----------------------------------------------------------


def test_the_newest_run_is_filled_in_and_no_field_is_cut(qtbot: QtBot, tmp_path: Path) -> None:
    folder = made_run(tmp_path / "run")
    window = MainWindow(Session(), Settings())
    qtbot.addWidget(window)
    window.show()
    train = window.panels["dock_train"]
    train._newest = replace(read_run(folder), model_path=folder / "model.safetensors")
    window.actions_by_name["action_evaluate_folders"].trigger()
    made = window.evaluations.window
    assert made is not None
    sources, line = made.sources, made.sources.reference.line

    assert sources.asked == Asked("run", folder)
    for kind in ("folders", "run"):
        sources.kind.setCurrentIndex(sources.kind.findData(kind))
        qtbot.waitUntil(lambda: line.height() >= line.minimumSizeHint().height())
        qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() == line.height())
    sources.set_asked(Asked("folders", tmp_path, tmp_path))
    window.actions_by_name["action_evaluate_folders"].trigger()
    assert sources.asked == Asked("folders", tmp_path, tmp_path), "what was chosen stays"


def test_a_case_opens_at_its_worst_place_with_both_masks(
    qtbot: QtBot, tmp_path: Path, case: tuple[Volume, LabelMap]
) -> None:
    volume, truth = case
    guess = replace(truth, voxels=np.where(truth.voxels == 2, 1, truth.voxels).astype(np.uint8))
    data, guesses = tmp_path / "data", tmp_path / "guesses"
    data.mkdir()
    guesses.mkdir()
    save_now(volume, data / "volume-03.nii.gz")
    save_now(truth, data / "segmentation-03.nii.gz")
    save_now(guess, guesses / "segmentation-03.nii.gz")
    window = MainWindow(Session(), Settings())
    qtbot.addWidget(window)
    window.show()
    window.actions_by_name["action_evaluate_folders"].trigger()
    made = window.evaluations.window
    assert made is not None
    made.sources.set_asked(Asked("folders", data, guesses))
    with qtbot.waitSignal(made.evaluation.summarised, timeout=60_000):
        qtbot.mouseClick(made.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.atlas.model.rowCount() > 0, timeout=10_000)
    made.tabs.setCurrentWidget(made.atlas)
    made.atlas.model.index(0).data(Qt.ItemDataRole.DecorationRole)
    qtbot.waitUntil(lambda: made.atlas.pictures.picture(0) is not None, timeout=60_000)

    made.region.setCurrentIndex(made.region.findData("tumour"))
    table = made.cases_page.table
    made.tabs.setCurrentWidget(made.cases_page)
    index = made.cases.index(0, 0)
    table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    table.activated.emit(index)
    session = window.session
    qtbot.waitUntil(lambda: len(session.label_maps) == 2, timeout=60_000)
    qtbot.waitUntil(lambda: session.compare_mode == "agreement", timeout=10_000)
    assert session.compared is not None
    assert [mask.role for mask in session.compared] == ["reference", "prediction"]
    assert truth.canonical[session.cursor] == 2
    window.close()
