"""Scores in words and tables: n/a is never a number."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.score_table import MEASURES, LesionModel, ScoreModel, millilitres, share
from tests.app.fake_run import REGIONS
from unet_core.events import LesionScore, RegionScore
from unet_core.scores import SurfaceScore

LESIONS = (
    LesionScore("found", 900, 3.42, (30, 36), (33, 10, 11)),
    LesionScore("missed", 20, None, (43, 43), (43, 12, 13)),
    LesionScore("false", 90, 0.2, (50, 52), (51, 14, 15)),
)


def region_score(index: int, case_dice: float | None = 0.8149) -> RegionScore:
    dice = np.array([np.nan, 0.5, 1.0])
    lesions = LESIONS if index == 1 else ()
    surface = SurfaceScore(hd95_mm=4.25, surface_dice_1mm=0.6, surface_dice_2mm=0.8)
    counts = (10, 9, 1523.44, None, lesions, surface, index)
    return RegionScore(REGIONS[index], case_dice, 0.7, 0.9, None, 0.75, dice, *counts)


@pytest.fixture
def scores() -> tuple[RegionScore, ...]:
    return (region_score(0), region_score(1, None))


def test_every_measure_of_every_region(qtbot: QtBot, scores: tuple[RegionScore, ...]) -> None:
    model = ScoreModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_scores(scores)

    column = {title: model.index(row, 0).data() for row, (title, _, _) in enumerate(MEASURES)}
    assert column == {
        "Overlap": "",
        "Dice, whole case": "0.815",
        "IoU, whole case": "0.700",
        "Mean slice Dice": "0.750",
        "Slices counted": "2/3",
        "Sensitivity": "0.900",
        "Precision": "n/a",
        "Outline": "",
        "HD95 (mm)": "4.25",
        "ASSD (mm)": "n/a",
        "Surface Dice, 1 mm": "0.600",
        "Surface Dice, 2 mm": "0.800",
        "Volume": "",
        "Reference volume": "1,523 ml",
        "Predicted volume": "n/a",
        "Volume error (ml)": "n/a",
        "Volume error (%)": "−10.0",
        "Lesions": "",
        "Found/missed/false": "n/a",
        "Lesions found": "n/a",
        "Lesions right": "n/a",
        "Lesion F1": "n/a",
    }
    other = {title: model.index(row, 1).data() for row, (title, _, _) in enumerate(MEASURES)}
    assert other["Dice, whole case"] == "n/a"
    assert other["Found/missed/false"] == "1/1/1"
    assert (other["Lesions found"], other["Lesion F1"]) == ("0.500", "0.500")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "liver\n+ tumour"
    assert tester is not None


def test_no_scores_no_rows() -> None:
    model = ScoreModel()
    model.set_scores(())

    assert (model.rowCount(), model.columnCount()) == (0, 0)


def test_lesions_the_worst_first(scores: tuple[RegionScore, ...]) -> None:
    model = LesionModel()
    model.set_scores(scores)

    rows = [[model.index(r, c).data() for c in range(3)] for r in range(model.rowCount())]

    assert rows == [
        ["missed", "20 voxels", "44"],
        ["found", "3.42 ml", "31–37"],
        ["false alarm", "0.20 ml", "51–53"],
    ]
    assert model.index_of(0) == (43, 12, 13)
    assert model.summary() == "1 found, 1 missed, 1 false alarm"


def test_text_goes_into_a_spreadsheet(scores: tuple[RegionScore, ...]) -> None:
    model = ScoreModel()
    model.set_scores(scores)

    lines = model.as_text().split("\n")

    assert lines[0] == "\tliver (with tumour)\ttumour"
    assert lines[1:3] == ["Overlap\t\t", "Dice, whole case\t0.815\tn/a"]
    assert len(lines) == len(MEASURES) + 1


def test_t11_zero_by_zero_is_na() -> None:
    """T11."""
    assert share(None) == share(float("nan")) == "n/a"
    assert share(0.0) == "0.000"
    assert millilitres(None) == "n/a"
