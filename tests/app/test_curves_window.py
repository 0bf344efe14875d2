"""Large curves: read, pointed at, clicked and dragged, of one run or several, living or old."""

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from app.charts.canvas import Canvas
from app.curves import human_band, masks, reader
from app.curves.heat_map import HeatMap
from app.curves.human_band import LITS, HumanBand
from app.curves.window import CurvesWindow
from app.curves_work import CurvesRead, PatientRead
from app.panels.train import TrainPanel
from app.session import Session
from app.settings import Settings
from tests.app.fake_run import SHAPE_ZYX, HeldRun, batch, record, scan, scored, started
from tests.app.made_run import CASES, made_run, mask_of
from unet_core import pinned
from unet_core.events import Diagnosed, EpochDone, Finding
from unet_core.following import NO_PREDICTION
from unet_core.run_columns import columns_of
from unet_core.runs import read_run
from unet_core.slice_history import SliceHistory
from unet_core.volume import DEFAULT_LABELS

IMAGE = Path("data/volume-02.nii").absolute()


@pytest.fixture
def panel(qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[TrainPanel]:
    """The Train panel; what is read in child processes is read in threads here."""

    def inside(function: Callable[..., Iterator[object]], *given: object, keep: bool) -> object:
        return function(*given)

    monkeypatch.setattr(reader, "isolated", inside)
    monkeypatch.setattr(masks, "isolated", inside)
    panel = TrainPanel(session, Settings())
    qtbot.addWidget(panel)
    yield panel
    panel.shutdown()


@pytest.fixture
def window(qtbot: QtBot, session: Session, panel: TrainPanel) -> Iterator[CurvesWindow]:
    parent = QWidget()
    parent.resize(1400, 900)
    qtbot.addWidget(parent)
    made = CurvesWindow(session, Settings(), panel.shown, parent)
    panel.heard.connect(made.take)
    yield made
    made.shutdown()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made_run(tmp_path / "runs" / "one")


def _open(qtbot: QtBot, window: CurvesWindow, *folders: Path) -> None:
    window.show_runs(folders)
    qtbot.waitUntil(lambda: all(run.patients for run in window.runs) and bool(window.runs))
    qtbot.waitUntil(lambda: not window._timer.isActive() and window.patients.current != "")
    for run in window.runs:
        run.paths["02"] = ((IMAGE,), (IMAGE.with_name("segmentation.nii"),))


def _at(canvas: Canvas, epoch: float, value: float = 0.5) -> QPoint:
    return QPoint(round(canvas.x_axis().place(epoch)), round(canvas.y_axis().place(value)))


def _drag(qtbot: QtBot, widget: QWidget, first: QPoint, last: QPoint) -> None:
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=first)
    for share in (0.3, 0.6, 1.0):
        qtbot.mouseMove(widget, first + (last - first) * share)
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=last)


# --- what is there ---------------------------------------------------------------------------


def test_an_old_run_is_read_and_drawn(qtbot: QtBot, window: CurvesWindow, folder: Path) -> None:
    _open(qtbot, window, folder)

    names = [line.name for line in window.charts.loss.canvas.lines]
    assert names[:2] == ["training", "validation"]
    assert "training, Dice part" in names
    assert window.charts.loss.canvas.best == 4
    assert [mark.epoch for mark in window.charts.dice.canvas.marks] == [3]
    assert "rises since epoch 3" in window.said.cards[0].findChildren(QWidget)[1].text()
    assert window.charts.memory.canvas.lines[0].y[0] == pytest.approx(900 / 1024)
    history = window.patients.history
    assert history is not None
    assert history.epochs.tolist() == [1, 2, 3, 4, 5, 6]
    assert window.patients.strips[0].isVisible()
    assert window.patients.strips[0].slices == SHAPE_ZYX[0]
    assert not window.live.isVisible()


def test_a_sentence_of_the_run_doctor_leads_to_its_epoch(
    qtbot: QtBot, window: CurvesWindow, folder: Path
) -> None:
    _open(qtbot, window, folder)
    at = window.said.findChild(QWidget, "curves_said_overfitting")
    qtbot.mouseClick(at, Qt.MouseButton.LeftButton)
    assert window.charts.loss.canvas.hovered == 3
    assert "Epoch 3<" in window.charts.dice.values_label.text()


def test_pointing_at_one_chart_points_at_all(
    qtbot: QtBot, window: CurvesWindow, folder: Path
) -> None:
    _open(qtbot, window, folder)
    qtbot.mouseMove(window.charts.loss.canvas, _at(window.charts.loss.canvas, 2))
    assert {plot.canvas.hovered for plot in window.charts.all} == {2}


def test_a_run_without_a_folder_is_one_sentence(
    qtbot: QtBot, window: CurvesWindow, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    window.show_runs((tmp_path / "other",))
    qtbot.waitUntil(lambda: "holds no run" in window.words.text())


def test_without_any_run_it_says_what_to_do(qtbot: QtBot, window: CurvesWindow) -> None:
    window.show_runs(())
    qtbot.waitUntil(lambda: "no run yet" in window.words.text())


def test_no_run_asked_for_is_the_newest(qtbot: QtBot, window: CurvesWindow) -> None:
    made_run(Settings().runs_root / "here")
    window.show_runs(())
    qtbot.waitUntil(lambda: [run.name for run in window.runs] == ["here"])


def test_smoothing_is_kept(qtbot: QtBot, window: CurvesWindow, folder: Path) -> None:
    _open(qtbot, window, folder)
    slider = window.findChild(QSlider, "curves_smoothing")
    slider.setValue(90)
    assert window.smoothing_value.text() == "0.90"
    assert window.charts.dice.canvas._smoothing == 0.9
    assert Settings().smoothing == 90


def test_the_wheel_looks_closer_and_a_button_goes_back(
    qtbot: QtBot, window: CurvesWindow, tmp_path: Path
) -> None:
    _open(qtbot, window, made_run(tmp_path / "long", epochs=40, kept=()))
    canvas = window.charts.loss.canvas
    before = canvas.x_axis()
    canvas.zoomed.emit(10.0, 20.0)
    assert all(plot.canvas.x_axis().low == 10 for plot in window.charts.all)
    assert window.patients.map.x_axis().low == 9.5
    qtbot.mouseClick(window.all_epochs, Qt.MouseButton.LeftButton)
    assert canvas.x_axis() == before


# --- what people reach -----------------------------------------------------------------------


def test_the_line_of_people_is_on_the_dice_axis_and_gives_way_to_the_users_own(
    qtbot: QtBot, session: Session, window: CurvesWindow, folder: Path
) -> None:
    _open(qtbot, window, folder)
    (band,) = window.charts.dice.canvas._bands
    assert (band.low, band.median) == (None, 0.70)
    assert "LiTS" in band.text

    own = HumanBand(0.6, 0.75, 0.85, "tumour", "Your two readers")
    human_band.keep(Settings(), own)
    session.human_band_changed.emit()

    (band,) = window.charts.dice.canvas._bands
    assert (band.low, band.median, band.high) == (0.6, 0.75, 0.85)
    assert not window.charts.dice.canvas.picture().isNull()


@pytest.mark.parametrize("text", ["", "7", "{", '{"low": 1}', '{"low":0,"median":9,"high":1}'])
def test_a_spoilt_setting_is_the_published_line(text: str) -> None:
    settings = Settings()
    settings.human_band = text
    assert human_band.kept(settings) == LITS


# --- a click, a drag -------------------------------------------------------------------------


def test_a_click_on_an_epoch_shows_its_mask(
    qtbot: QtBot, session: Session, window: CurvesWindow, folder: Path
) -> None:
    session.set_volume(scan(IMAGE))
    _open(qtbot, window, folder)
    canvas = window.charts.dice.canvas

    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 2))
    qtbot.waitUntil(lambda: bool(session.label_maps))

    assert [m.name for m in session.label_maps] == ["epoch 2 prediction"]
    np.testing.assert_array_equal(session.label_maps[0].voxels, mask_of(2))
    assert session.slice_scores is not None
    assert session.slice_scores.dice[2, 0] == pytest.approx(0.2)
    assert window.patients.epochs == (2,)
    assert window.patients.strips[0]._title == "02, epoch 2"

    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 6))
    qtbot.waitUntil(lambda: session.label_maps[0].name == "epoch 6 prediction")
    assert len(session.label_maps) == 1


def test_the_scan_is_asked_for_where_another_is_open(
    qtbot: QtBot, session: Session, window: CurvesWindow, folder: Path
) -> None:
    session.set_volume(scan(IMAGE.with_name("other.nii")))
    _open(qtbot, window, folder)
    canvas = window.charts.loss.canvas
    with qtbot.waitSignal(session.case_requested) as asked:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 3))
    assert asked.args[0] == (IMAGE,)
    session.set_volume(scan(IMAGE))
    qtbot.waitUntil(lambda: [m.name for m in session.label_maps] == ["epoch 3 prediction"])


def test_an_epoch_that_was_not_kept_gives_way_to_the_nearest(
    qtbot: QtBot, session: Session, window: CurvesWindow, folder: Path
) -> None:
    session.set_volume(scan(IMAGE))
    _open(qtbot, window, folder)
    canvas = window.charts.loss.canvas
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 4))
    qtbot.waitUntil(lambda: bool(session.label_maps))
    assert session.label_maps[0].name == "epoch 3 prediction"
    assert window.patients.epochs == (3,)
    assert "No mask of epoch 4 was kept: that of epoch 3" in window.words.text()


def test_a_patient_nobody_pinned_has_slices_but_no_mask(
    qtbot: QtBot, session: Session, window: CurvesWindow, folder: Path
) -> None:
    session.set_volume(scan(IMAGE))
    _open(qtbot, window, folder)
    window.findChild(QComboBox, "curves_case").setCurrentText("05")
    qtbot.waitUntil(lambda: window.patients.history is not None)
    canvas = window.charts.loss.canvas
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 2))
    assert "one kept no mask of 05; pin this patient" in window.words.text()
    assert session.label_maps == ()
    qtbot.waitUntil(lambda: window.patients.strips[1].isVisible())


def test_a_drag_compares_two_epochs_and_newest_ends_it(
    qtbot: QtBot, session: Session, window: CurvesWindow, folder: Path
) -> None:
    session.set_volume(scan(IMAGE))
    _open(qtbot, window, folder)
    window.findChild(QComboBox, "curves_region").setCurrentText("liver")
    canvas = window.charts.dice.canvas
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 2))
    qtbot.waitUntil(lambda: len(session.label_maps) == 1)

    _drag(qtbot, canvas, _at(canvas, 2), _at(canvas, 6))
    qtbot.waitUntil(lambda: len(session.label_maps) == 2)

    assert [m.name for m in session.label_maps] == ["epoch 2 prediction", "epoch 6 prediction"]
    assert session.compared == session.label_maps
    assert session.compare_mode == "agreement"
    words = window.words.text()
    assert "liver of 02, whole patient: 0.20 in epoch 2, 0.60 in epoch 6." in words
    assert "1 slice gained: slice 3, 0.20 to 0.60." in words
    assert "1 slice lost: slice 5, 0.80 to 0.40." in words

    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 5))
    qtbot.waitUntil(lambda: len(session.label_maps) == 1)
    assert session.compare_mode == "masks"
    qtbot.mouseClick(window.newest, Qt.MouseButton.LeftButton)
    assert window.patients.epochs == ()


def test_the_picture_of_slices_leads_to_epoch_and_slice(
    qtbot: QtBot, session: Session, window: CurvesWindow, folder: Path
) -> None:
    session.set_volume(scan(IMAGE))
    _open(qtbot, window, folder)
    heat = window.findChild(HeatMap, "curves_heat_map")
    x, y = heat.x_axis(), heat.y_axis()

    qtbot.mouseClick(
        heat, Qt.MouseButton.LeftButton, pos=QPoint(round(x.place(5)), round(y.place(4)))
    )
    qtbot.waitUntil(lambda: bool(session.label_maps))
    assert session.label_maps[0].name == "epoch 5 prediction"
    assert session.cursor[0] == 4

    first = QPoint(round(x.place(1)), round(y.place(2)))
    _drag(qtbot, heat, first, QPoint(round(x.place(6)), round(y.place(2))))
    qtbot.waitUntil(lambda: len(session.label_maps) == 2)
    assert session.cursor[0] == 2


def test_the_picture_of_slices_has_the_colour_of_each_dice(
    qtbot: QtBot, window: CurvesWindow, folder: Path
) -> None:
    _open(qtbot, window, folder)
    window.findChild(QComboBox, "curves_region").setCurrentText("liver")
    qtbot.waitUntil(lambda: not window._timer.isActive())
    heat = window.patients.map
    image, x, y = heat.image(), heat.x_axis(), heat.y_axis()

    def level(epoch: int, slice_z: int) -> int:
        place = image.pixel(round(x.place(epoch) - x.start), round(y.place(slice_z) - y.end))
        return int(np.flatnonzero(heat._colours == place)[0])

    assert level(2, 2) == pytest.approx(0.2 * 254, abs=1)
    assert level(6, 2) == pytest.approx(0.6 * 254, abs=1)
    assert level(6, 4) == pytest.approx(0.4 * 254, abs=1)
    assert heat.text_of(6, 0) == "Epoch 6, slice 1: n/a"


# --- several runs ----------------------------------------------------------------------------


def test_two_runs_are_overlaid_and_compared(
    qtbot: QtBot, session: Session, window: CurvesWindow, folder: Path, tmp_path: Path
) -> None:
    session.set_volume(scan(IMAGE))
    other = made_run(tmp_path / "runs" / "two", epochs=4, kept=(1, 2, 4), gain=0.2)
    _open(qtbot, window, folder, other)

    assert len({line.colour for line in window.charts.dice.canvas.lines}) == 2
    assert {line.run for line in window.charts.loss.canvas.lines} == {str(folder), str(other)}
    assert "one" in window.names.text()
    assert "two" in window.names.text()
    assert not window.said.isVisible()

    window._on_compared(
        window.charts.dice.canvas.place_at(_at(window.charts.dice.canvas, 2, 0.4)),
        masks_place(str(other), 4),
    )
    qtbot.waitUntil(lambda: len(session.label_maps) == 2)
    assert session.label_maps[1].name == "two, epoch 4"
    assert "two, epoch 4" in window.words.text()


def masks_place(run: str, epoch: int) -> object:
    from app.charts.canvas import Place

    return Place(epoch, run)


def test_more_runs_than_colours_are_named(
    qtbot: QtBot, window: CurvesWindow, tmp_path: Path
) -> None:
    folders = [made_run(tmp_path / f"{n}", epochs=1, kept=()) for n in range(9)]
    said: list[str] = []
    window.reader.said.connect(said.append)
    _open(qtbot, window, *folders)
    assert len(window.runs) == 8
    assert "9 runs at once are too many" in said[0]


# --- while it learns -------------------------------------------------------------------------


def test_a_living_run_is_followed(
    qtbot: QtBot, session: Session, panel: TrainPanel, window: CurvesWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "runs" / "now"
    folder.mkdir(parents=True)
    warning = Finding("plateau", "notice", "Nothing gained.", "Stop.", 2)
    events = (
        started(folder),
        batch(1, 10),
        EpochDone(record(1)),
        scored(1, "02", IMAGE, liver=0.5),
        EpochDone(record(2)),
        scored(2, "02", IMAGE, liver=0.8),
        Diagnosed((warning,), appeared=(warning,)),
        batch(3, 2),
    )
    run = HeldRun(events)
    window.show_runs(())
    panel.begin(run.start)
    qtbot.waitUntil(lambda: bool(window.runs) and len(window.runs[0].columns) == 2)
    qtbot.waitUntil(lambda: len(window.charts.loss.canvas.lines) > 0)
    qtbot.waitUntil(lambda: "images/s" in window.live.text())

    assert "2 min left" in window.live.text()
    assert window.patients.history is not None
    assert window.patients.history.epochs.tolist() == [1, 2]
    qtbot.waitUntil(lambda: window.patients.strips[0]._ghost is not None)
    qtbot.waitUntil(lambda: [mark.epoch for mark in window.charts.loss.canvas.marks] == [2])

    pin = window.findChild(QCheckBox, "curves_pin")
    assert pin.isEnabled()
    pin.click()
    qtbot.waitUntil(lambda: pinned.read_pins(folder) == ("02",))
    panel._job.stop()
    qtbot.waitUntil(lambda: not panel.is_training)


def test_epochs_of_a_followed_run_are_chosen_and_compared_while_it_goes_on(
    qtbot: QtBot, session: Session, panel: TrainPanel, window: CurvesWindow, folder: Path
) -> None:
    """Another process trains: only what is on disk can be shown, and more of it comes."""
    session.set_volume(scan(IMAGE))
    newer = scored(7, "02", IMAGE, liver=0.8)
    bare = replace(newer, prediction=NO_PREDICTION)
    others = replace(bare, case_id="05")
    pinned.keep_prediction(folder, "02", 7, mask_of(7))
    run = HeldRun((started(folder, resumed_epoch=6), EpochDone(record(7)), bare, others, newer))
    window.show_runs(())
    panel.begin(run.start)
    qtbot.waitUntil(lambda: bool(window.runs) and 7 in window.runs[0].kept.get("02", ()))
    qtbot.waitUntil(lambda: len(window.runs[0].columns) == 7 and not window._timer.isActive())
    assert 7 not in window.runs[0].kept.get("05", ()), "nobody pinned this patient"

    canvas = window.charts.loss.canvas
    qtbot.waitUntil(lambda: len(canvas.lines) > 0)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 3))
    qtbot.waitUntil(lambda: [m.name for m in session.label_maps] == ["epoch 3 prediction"])
    _drag(qtbot, canvas, _at(canvas, 2), _at(canvas, 7))
    qtbot.waitUntil(lambda: len(session.label_maps) == 2)
    assert [m.name for m in session.label_maps] == ["epoch 2 prediction", "epoch 7 prediction"]
    assert session.compare_mode == "agreement"

    qtbot.mouseClick(window.newest, Qt.MouseButton.LeftButton)
    assert [m.name for m in session.label_maps] == ["epoch 7 prediction"]
    assert session.layers[0].visible
    panel._job.stop()
    qtbot.waitUntil(lambda: not panel.is_training)


def test_a_chosen_epoch_stays_while_newer_ones_come(
    qtbot: QtBot, session: Session, panel: TrainPanel, window: CurvesWindow, folder: Path
) -> None:
    session.set_volume(scan(IMAGE))
    _open(qtbot, window, folder)
    live = panel.shown.patients.live
    live.begin(DEFAULT_LABELS)
    live.receive(scored(7, "02", IMAGE))
    live.show_slice("02", 3)
    canvas = window.charts.loss.canvas
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=_at(canvas, 2))
    qtbot.waitUntil(lambda: session.label_maps[0].name == "epoch 2 prediction")

    live.receive(scored(8, "02", IMAGE))
    assert [m.name for m in session.label_maps] == ["epoch 2 prediction"]

    qtbot.mouseClick(window.newest, Qt.MouseButton.LeftButton)
    assert [m.name for m in session.label_maps] == ["epoch 8 prediction"]


def test_ten_thousand_epochs_do_not_hold_up_the_window(
    qtbot: QtBot, window: CurvesWindow, folder: Path
) -> None:
    _open(qtbot, window, folder)
    count = 10_000
    few = columns_of([record(1)])
    columns = {name: np.resize(values, count) for name, values in few.items()}
    columns["epoch"] = np.arange(1.0, count + 1)
    columns["train_loss"] = np.random.default_rng(0).random(count)
    run = window.runs[0]
    run.columns = type(run.columns)()
    run.take_curves(CurvesRead(read_run(folder), columns, (), DEFAULT_LABELS, CASES[:1], "long"))
    dice = np.random.default_rng(1).random((count, 40, 2), np.float32)
    history = SliceHistory("02", ("liver", "tumour"), np.arange(1, count + 1), dice, dice[:, 0])
    run.patients.clear()
    run.take_patient(PatientRead(folder, history, ()))
    window.reader.changed.emit()
    qtbot.waitUntil(lambda: len(window.charts.loss.canvas.lines[0].x) == count)
    qtbot.wait(50)

    assert window.charts.loss.canvas.lines[0].at(9_999) == columns["train_loss"][9_998]
    assert window.patients.map.text_of(5_000, 0).startswith("Epoch 5000")
    assert not math.isnan(window.charts.loss.canvas.y_axis().high)


def test_a_hidden_window_draws_nothing(qtbot: QtBot, window: CurvesWindow, folder: Path) -> None:
    _open(qtbot, window, folder)
    window.hide()
    window.reader.changed.emit()
    assert not window._timer.isActive()
    window.show()
    assert window._timer.isActive()


# --- where it is opened ----------------------------------------------------------------------


def test_button_action_and_signal_open_it(
    qtbot: QtBot, session: Session, folder: Path, panel: TrainPanel
) -> None:
    from app.curves_commands import CurvesCommands

    parent = QWidget()
    parent.resize(1400, 900)
    qtbot.addWidget(parent)
    commands = CurvesCommands(session, Settings(), panel, parent)
    session.curves_requested.emit((folder,))
    assert commands.window.isVisible()
    assert [run.folder for run in commands.window.runs] == [folder]
    commands.window.hide()
    panel.view.show()
    button = panel.findChild(QPushButton, "train_curves")
    button.click()
    assert commands.window.isVisible()
    commands.shutdown()
    assert not commands.window.isVisible()
