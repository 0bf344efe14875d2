"""The curves show what the records say."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from app.plots import DicePlot, LossPlot, best_epoch, log_ticks
from tests.app.fake_run import record


@pytest.fixture
def loss(qtbot: QtBot) -> LossPlot:
    plot = LossPlot()
    qtbot.addWidget(plot)
    return plot


@pytest.fixture
def dice(qtbot: QtBot) -> DicePlot:
    plot = DicePlot()
    qtbot.addWidget(plot)
    return plot


def test_loss_curves_hold_one_point_an_epoch(loss: LossPlot) -> None:
    loss.set_records([record(1, loss=0.9), record(2, loss=0.5, is_best=True), record(3, loss=0.6)])

    x, y = loss._items["training"].getData()

    assert x.tolist() == [1, 2, 3]
    assert y.tolist() == [0.9, 0.5, 0.6]
    assert loss._best_line.isVisible()
    assert loss._best_line.value() == 2
    assert "Epoch 3" in loss.values_label.text()


def test_dice_of_an_absent_region_is_a_gap_and_na(dice: DicePlot) -> None:
    dice.set_records([record(1, tumour=None), record(2, tumour=0.4)], {"tumour": "#ff0000"})

    _, y = dice._items["tumour"].getData()
    dice.show_values(0)

    assert math.isnan(y[0])
    assert y[1] == 0.4
    assert "tumour&nbsp;n/a" in dice.values_label.text()


def test_iou_and_accuracy_are_switched(dice: DicePlot) -> None:
    dice.set_records([record(1)], {})
    assert dice._items["liver IoU"].isVisible()
    assert not dice._items["training accuracy"].isVisible()

    dice.switches["IoU"].click()
    dice.switches["Accuracy"].click()

    assert not dice._items["liver IoU"].isVisible()
    assert dice._items["training accuracy"].isVisible()
    assert "accuracy" in dice.values_label.text()


def test_pointing_shows_the_nearest_epoch(qtbot: QtBot, loss: LossPlot) -> None:
    loss.resize(400, 220)
    loss.show()
    loss.set_records([record(n, loss=1 / n) for n in range(1, 11)])
    qtbot.waitUntil(lambda: loss.plot.getViewBox().viewRange()[0][1] > 9)
    box = loss.plot.getViewBox()

    loss._on_mouse_moved(box.mapViewToScene(QPointF(4.2, 0.3)))
    assert "Epoch 4" in loss.values_label.text()
    assert "0.250" in loss.values_label.text()

    loss._on_mouse_moved(QPointF(-50, -50))
    assert "Epoch 10" in loss.values_label.text()


def test_log_scale_is_a_button(loss: LossPlot) -> None:
    loss.set_records([record(1, loss=1.0), record(2, loss=0.1)])

    loss.switches["Log scale"].click()

    _, y = loss._items["training"].getData()
    assert y.tolist() == pytest.approx([0.0, -1.0])


def test_no_epochs_is_an_empty_plot(loss: LossPlot) -> None:
    loss.set_records([record(1)])
    loss.set_records([])
    loss.switches["Log scale"].click()

    assert not loss._best_line.isVisible()
    assert loss.values_label.text() == ""


def test_batches_of_a_long_run_stay_few_points(loss: LossPlot) -> None:
    for n in range(5000):
        loss.add_live(n / 100, 1.0)

    x, _ = loss._live_item.getData()

    assert len(x) <= 1000
    assert x[-1] == pytest.approx(49.99)
    assert np.all(np.diff(x) > 0)


def test_the_best_epoch_is_the_last_that_was_best() -> None:
    assert best_epoch([record(1, is_best=True), record(2, is_best=True), record(3)]) == 2
    assert best_epoch([]) is None


def test_log_ticks_are_few_over_many_decades() -> None:
    assert [text for _, text in log_ticks(1e-4, 2.0)] == ["0.0001", "0.001", "0.01", "0.1", "1"]
