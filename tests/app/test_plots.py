"""The curves show what the records say."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.charts.columns import GrowingColumns
from app.charts.line import Line
from app.plots import CurvePlot, DicePlot, LossPlot
from tests.app.fake_run import record
from unet_core.events import EpochRecord
from unet_core.run_columns import columns_of


def _columns(*records: EpochRecord) -> GrowingColumns:
    return GrowingColumns(columns_of(records))


def _line(plot: CurvePlot, name: str) -> Line:
    return next(line for line in plot.canvas.lines if line.name == name)


@pytest.fixture
def loss(qtbot: QtBot) -> LossPlot:
    plot = LossPlot(parts=True)
    qtbot.addWidget(plot)
    return plot


@pytest.fixture
def dice(qtbot: QtBot) -> DicePlot:
    plot = DicePlot()
    qtbot.addWidget(plot)
    return plot


def test_loss_curves_hold_one_point_an_epoch(loss: LossPlot) -> None:
    loss.set_columns(
        _columns(record(1, loss=0.9), record(2, loss=0.5, is_best=True), record(3, loss=0.6))
    )

    assert _line(loss, "training").x.tolist() == [1, 2, 3]
    assert _line(loss, "training").y.tolist() == [0.9, 0.5, 0.6]
    assert loss.canvas.best == 2
    assert "Epoch 3" in loss.values_label.text()
    assert "best: 2" in loss.values_label.text()


def test_parts_of_the_loss_are_switched(loss: LossPlot) -> None:
    from dataclasses import replace

    parts = {"dice": 0.3, "ce": 0.2}
    one = replace(record(1), train_loss_parts=parts, validation_loss_parts=parts)
    loss.set_columns(_columns(one))
    assert len(loss.canvas.lines) == 2

    loss.switches["parts"].click()

    assert len(loss.canvas.lines) == 6
    assert _line(loss, "training, cross-entropy part").y.tolist() == [0.2]
    assert _line(loss, "training, cross-entropy part").stroke == "dotted"
    assert _line(loss, "training, Dice part").stroke == "dashed"
    assert "Dice part" in loss.values_label.text()


def test_a_dock_draws_no_parts_that_it_has_no_switch_for(qtbot: QtBot) -> None:
    from dataclasses import replace

    plot = LossPlot()
    qtbot.addWidget(plot)
    plot.set_columns(_columns(replace(record(1), train_loss_parts={"dice": 0.3, "ce": 0.2})))

    assert [line.name for line in plot.canvas.lines] == ["training", "validation"]


def test_dice_of_an_absent_region_is_a_gap_and_na(dice: DicePlot) -> None:
    columns = _columns(record(1, tumour=None), record(2, tumour=0.4))
    dice.set_columns(columns, {"tumour": "#ff0000"})

    y = _line(dice, "tumour").y
    dice.show_values(1)

    assert math.isnan(y[0])
    assert y[1] == 0.4
    assert "tumour&nbsp;n/a" in dice.values_label.text()


def test_iou_and_accuracy_are_switched(dice: DicePlot) -> None:
    dice.set_columns(_columns(record(1)), {})
    names = [line.name for line in dice.canvas.lines]
    assert "liver IoU" in names
    assert "training accuracy" not in names

    dice.switches["iou"].click()
    dice.switches["accuracy"].click()

    names = [line.name for line in dice.canvas.lines]
    assert "liver IoU" not in names
    assert "training accuracy" in names
    assert "accuracy" in dice.values_label.text()


def test_pointing_shows_the_epoch_under_the_pointer(qtbot: QtBot, loss: LossPlot) -> None:
    loss.resize(400, 260)
    loss.show()
    loss.set_columns(_columns(*(record(n, loss=1 / n) for n in range(1, 11))))
    place = round(loss.canvas.x_axis().place(4.2))

    qtbot.mouseMove(loss.canvas, QPoint(place, 60))
    assert "Epoch 4" in loss.values_label.text()
    assert "0.25" in loss.values_label.text()

    qtbot.mouseMove(loss.canvas, QPoint(1, 1))
    assert "Epoch 10" in loss.values_label.text()


def test_arrows_go_through_the_epochs(qtbot: QtBot, loss: LossPlot) -> None:
    loss.set_columns(_columns(*(record(n) for n in range(1, 31))))
    for key, epoch in (
        *((Qt.Key.Key_Left, 30), (Qt.Key.Key_Left, 29), (Qt.Key.Key_PageDown, 19)),
        *((Qt.Key.Key_Home, 1), (Qt.Key.Key_Left, 1), (Qt.Key.Key_End, 30)),
    ):
        qtbot.keyClick(loss.canvas, key)
        assert f"Epoch {epoch}<" in loss.values_label.text()
    assert "Epoch 30: training 0.5" in loss.canvas.accessibleDescription()


def test_log_scale_is_a_button(loss: LossPlot) -> None:
    loss.resize(400, 260)
    loss.set_columns(_columns(record(1, loss=1.0), record(2, loss=0.1)))

    loss.switches["log_scale"].click()

    axis = loss.canvas.y_axis()
    assert axis.is_log
    assert axis.place(1.0) - axis.place(0.1) == pytest.approx(axis.place(0.5) - axis.place(0.05))
    assert not loss.canvas.picture().isNull()


def test_no_epochs_is_an_empty_plot(loss: LossPlot) -> None:
    loss.set_columns(_columns(record(1)))
    loss.set_columns(GrowingColumns())
    loss.switches["log_scale"].click()

    assert loss.canvas.best is None
    assert loss.values_label.text() == ""
    assert not loss.canvas.picture().isNull()


def test_batches_of_a_long_run_stay_few_points(loss: LossPlot) -> None:
    for n in range(3000):
        loss.add_live(n / 100, 1.0)

    x = loss.canvas.lines[0].x

    assert len(x) <= 1000
    assert x[-1] == pytest.approx(29.99)
    assert np.all(np.diff(x) > 0)


def test_a_curve_is_drawn_where_its_values_are(qtbot: QtBot, loss: LossPlot) -> None:
    loss.resize(400, 300)
    loss.set_columns(_columns(*(record(n, loss=0.2 if n < 50 else 0.8) for n in range(1, 101))))
    image = loss.canvas.picture().toImage()
    x, y = loss.canvas.x_axis(), loss.canvas.y_axis()
    for epoch, value in ((20, 0.2), (80, 0.8)):
        column = round(x.place(epoch))
        rows = range(round(y.place(value)) - 2, round(y.place(value)) + 3)
        colours = {image.pixelColor(column, row).name() for row in rows}
        assert _line(loss, "training").shade().name() in colours


def test_colours_stand_out_in_both_themes() -> None:
    from app import theme
    from app.charts.line import LEAST_CONTRAST, readable

    for colour in ("#90ee90", "#ffff00", "#101010", "#dd8265"):
        assert theme.contrast(readable(colour).name(), theme.SURFACE) >= LEAST_CONTRAST
    assert readable("#90ee90") == QColor("#90ee90"), "one that does stays as the label has it"
