"""Would more patients help? The window that measures a learning curve, through its real widgets."""

import dataclasses
import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import data_scale_commands, data_scale_work, run_work
from app.data_scale.anchors import ANCHORS, anchors_of
from app.data_scale.chart import Dot, Ribbon
from app.data_scale.window import DataScaleWindow
from app.data_scale_commands import DataScaleCommands
from app.forms import NumberBox
from app.main_window import MainWindow
from app.panels.train import TrainPanel
from app.session import Session
from app.settings import Settings
from app.training import mirror
from app.training.plan_view import PlanDialog
from app.work import PlanMade, find_runs
from tests.app.fake_run import HeldRun, batch, record, scored, started
from unet_core import runs
from unet_core.config import PRESETS
from unet_core.data_scale import ShareBegun
from unet_core.errors import InputError
from unet_core.events import EpochDone, Notice, Progress
from unet_core.learning_curves import (
    CurveOrder,
    CurvePoint,
    KeptCurve,
    LearningCurve,
    Outlook,
    TrendPoint,
    write_curve,
)
from unet_core.split import CaseSplit

SHARES = (2, 3, 4, 5)
DICE = ((0.70, 0.10), (0.76, 0.2), (0.79, 0.27), (0.80, 0.31))
POINTS = tuple(
    CurvePoint(n, {"liver": liver, "tumour": tumour})
    for n, (liver, tumour) in zip(SHARES, DICE, strict=True)
)
TREND = tuple(
    TrendPoint(float(n), 0.6 + 0.02 * n, 0.55 + 0.02 * n, 0.65 + 0.02 * n) for n in range(2, 11)
)
WIDE = tuple(TrendPoint(float(n), 0.5, 0.0, 1.0) for n in (2, 10))
OUTLOOKS = {
    "liver": Outlook(0.80, 0.75, 0.85, "Liver: more patients are worth it.", TREND),
    "tumour": Outlook(None, math.nan, math.nan, "Tumour: too unevenly to tell.", WIDE),
}
CURVE = LearningCurve(POINTS, ("01",), 15.0, OUTLOOKS)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


@pytest.fixture
def train(
    qtbot: QtBot, session: Session, data: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[TrainPanel]:
    """The training panel, set up; no child looks for the cases of its data set."""
    monkeypatch.setattr(mirror, "isolated", lambda *_, **__: iter(()))
    made = TrainPanel(session, Settings())
    qtbot.addWidget(made)
    session.set_dataset(data)
    made.setup.preset.setCurrentText("quick")
    yield made
    made.shutdown()


@pytest.fixture
def scale(qtbot: QtBot, session: Session, train: TrainPanel) -> Iterator[DataScaleCommands]:
    parent = QWidget()
    parent.resize(1300, 900)
    qtbot.addWidget(parent)
    made = DataScaleCommands(session, Settings(), train, parent)
    yield made
    made.shutdown()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What children were asked; each gives ``HELD``'s events, or waits."""
    made: list[tuple[object, ...]] = []

    def answers(function: object, *order: object) -> Iterator[object]:
        made.append((function, *order))
        held.append(HeldRun(list(events)))
        return held[-1].start()

    held: list[HeldRun] = []
    events: list[object] = [data_scale_work.ShareProgress(1, SHARES)]
    monkeypatch.setattr(data_scale_commands, "isolated", answers)
    made_events[:] = [events]
    return made


made_events: list[list[object]] = []


def _opened(scale: DataScaleCommands) -> DataScaleWindow:
    scale.show_data_scale()
    assert scale.window is not None
    return scale.window


def _text(window: DataScaleWindow, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def _press(qtbot: QtBot, window: DataScaleWindow, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button.isVisible(), name
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _order(data: Path, **changes: object) -> CurveOrder:
    return dataclasses.replace(CurveOrder(data, PRESETS["quick"], 15.0), **changes)


def _keep(
    order: CurveOrder, points: int, *, is_whole: bool = False, changed: str = "2026-11-23T10:00:00"
) -> KeptCurve:
    kept = KeptCurve(
        order,
        SHARES,
        ("00", "02", "03", "04", "05"),
        ("01",),
        POINTS[:points],
        OUTLOOKS if is_whole else {},
        changed,
    )
    folder = Settings().runs_root / order.folder_name
    folder.mkdir(parents=True)
    write_curve(folder, kept)
    return kept


# --- measuring -------------------------------------------------------------------------------


def test_it_says_what_it_does_measures_and_draws(
    qtbot: QtBot,
    session: Session,
    scale: DataScaleCommands,
    data: Path,
    asked: list[tuple[object, ...]],
) -> None:
    said: list[str] = []
    session.notified.connect(said.append)
    window = _opened(scale)
    assert "on a quarter, on half" in _text(window, "scale_what")
    assert "quick" in _text(window, "scale_order")
    assert "Up to 4 trainings of 15 min: about 60 min" in _text(window, "scale_time")
    window.findChild(NumberBox, "scale_minutes").setValue(2)
    assert "about 8 min" in _text(window, "scale_time")
    made_events[0][:] = [
        Progress(3, 12, "Reading 03"),
        Notice("No training case holds tumour."),
        data_scale_work.ShareProgress(1, SHARES),
        data_scale_work.ShareProgress(1, SHARES, 1, 60.0, {"liver": 0.5, "tumour": None}),
    ]
    _press(qtbot, window, "scale_start")
    qtbot.waitUntil(lambda: "epoch 1" in _text(window, "scale_doing"), timeout=5000)
    ((function, order, root),) = asked
    assert function is data_scale_work.measure
    assert order == _order(data, minutes=2.0)
    assert root == Settings().runs_root
    assert _text(window, "scale_doing").startswith("Training 1 of 4, with 2 patients")
    assert "About 7 min left in all" in _text(window, "scale_doing")
    bar = window.findChild(QProgressBar, "scale_progress")
    assert bar.value() == pytest.approx(bar.maximum() / 8, abs=1)
    assert "holds tumour" in _text(window, "scale_notices")
    assert [dot.is_done for dot in _drawn(window, Dot)] == [False]

    for event in (*POINTS, dataclasses.replace(CURVE, minutes=2.0)):
        scale._on_event(event)
    assert len(_drawn(window, Dot)) == 8
    assert _text(window, "scale_verdict").splitlines() == [
        "Liver: more patients are worth it.",
        "Tumour: too unevenly to tell.",
    ]
    assert "The learning curve is measured" in said[0]
    _press(qtbot, window, "scale_stop")
    qtbot.waitUntil(lambda: not scale.is_measuring, timeout=5000)
    assert window.findChild(QPushButton, "scale_start").isVisible()
    assert Settings().scale_minutes == 2


def _drawn(window: DataScaleWindow, kind: type) -> list[object]:
    return [band for band in window.chart.canvas._bands if isinstance(band, kind)]


def test_the_split_and_the_persons_of_the_window_are_those_of_the_curve(
    qtbot: QtBot, session: Session, scale: DataScaleCommands, asked: list[tuple[object, ...]]
) -> None:
    window = _opened(scale)
    session.set_split(CaseSplit(("00", "02", "03"), ("01",), ("04",)))
    session.answer_person(frozenset({"02", "03"}), is_one=True)
    qtbot.waitUntil(lambda: "case on the split board" in _text(window, "scale_order"), timeout=5000)
    assert "Patients of the test take no part" in _text(window, "scale_order")
    _press(qtbot, window, "scale_start")
    ((_, order, _),) = asked
    assert isinstance(order, CurveOrder)
    assert (order.validation_cases, order.test_cases) == (("01",), ("04",))
    assert order.config.same_person == "02,03"


def test_a_curve_and_a_training_do_not_go_on_together(
    qtbot: QtBot,
    session: Session,
    train: TrainPanel,
    scale: DataScaleCommands,
    tmp_path: Path,
    asked: list[tuple[object, ...]],
) -> None:
    failed: list[str] = []
    session.failed.connect(failed.append)
    run = HeldRun([started(tmp_path)])
    train.begin(run.start)
    window = _opened(scale)
    assert "A training goes on" in _text(window, "scale_time")
    assert "wait until it has ended, or stop it" in _text(window, "scale_time")
    assert not window.findChild(QPushButton, "scale_start").isEnabled()
    train.stop_run()
    qtbot.waitUntil(lambda: "Up to 4" in _text(window, "scale_time"), timeout=5000)

    _press(qtbot, window, "scale_start")
    train.error.dismiss()
    qtbot.mouseClick(train.controls.start, Qt.MouseButton.LeftButton)
    assert not train.is_training
    assert "learning curve is being measured" in train.error.text
    assert failed[-1] == train.error.text
    _press(qtbot, window, "scale_stop")
    qtbot.waitUntil(lambda: not scale.is_measuring, timeout=5000)
    assert len(asked) == 1


def test_without_a_data_set_it_says_what_to_do(
    qtbot: QtBot, session: Session, scale: DataScaleCommands
) -> None:
    session.set_dataset(None)
    window = _opened(scale)
    assert "drop its folder on the main window" in _text(window, "scale_time")
    assert not window.findChild(QPushButton, "scale_start").isEnabled()


def test_a_fault_is_said_and_the_window_is_free_again(
    qtbot: QtBot, scale: DataScaleCommands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_order: object) -> Iterator[object]:
        raise InputError("The learning curve", "needs 3 patients", "add patients")
        yield

    monkeypatch.setattr(data_scale_commands, "isolated", fails)
    window = _opened(scale)
    _press(qtbot, window, "scale_start")
    qtbot.waitUntil(lambda: "needs 3 patients" in window.error.text, timeout=5000)
    qtbot.waitUntil(window.findChild(QPushButton, "scale_start").isVisible, timeout=5000)


# --- what was measured before ----------------------------------------------------------------


def test_a_curve_is_found_again_with_its_minutes(
    qtbot: QtBot, scale: DataScaleCommands, data: Path
) -> None:
    _keep(_order(data, minutes=4.0), 4, is_whole=True)
    window = _opened(scale)
    qtbot.waitUntil(lambda: "worth it" in _text(window, "scale_verdict"), timeout=5000)
    assert window.findChild(NumberBox, "scale_minutes").value() == 4
    assert "nothing is trained again" in _text(window, "scale_time")
    assert window.findChild(QPushButton, "scale_start").text() == "Look for changes"
    assert "2026-11-23 10:00" in _text(window, "scale_origin")
    assert "Dashed" in _text(window, "scale_source")
    assert "Bilic" in _text(window, "scale_source")
    assert len(_drawn(window, Ribbon)) == 2
    assert [len(line.x) for line in window.chart.canvas.lines] == [9, 7], "an unsure law is no line"

    canvas = window.chart.canvas
    values = window.findChild(QLabel, "scale_values")
    assert "0.80 expected (0.75 to 0.85)" in values.text()
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert "3 patients" in values.text()
    assert "liver 0.76 measured, 0.66 expected (0.61 to 0.71)" in values.text()
    assert "tumour 0.20 measured, anything from 0.00 to 1.00 expected" in values.text()
    window.findChild(NumberBox, "scale_minutes").setValue(9)
    assert "others than those of now; Start measures anew" in _text(window, "scale_origin")
    assert window.findChild(QPushButton, "scale_start").text() == "Start"
    assert "worth it" in _text(window, "scale_verdict")


def test_one_cut_short_goes_on_even_with_other_settings_set_up(
    qtbot: QtBot,
    session: Session,
    train: TrainPanel,
    scale: DataScaleCommands,
    data: Path,
    asked: list[tuple[object, ...]],
) -> None:
    order = _order(data, config=PRESETS["article"], validation_cases=("01",))
    _keep(order, 2)
    window = _opened(scale)
    qtbot.waitUntil(lambda: "2 of 4 trainings" in _text(window, "scale_verdict"), timeout=5000)
    assert window.findChild(QPushButton, "scale_start").text() == "Start"
    _press(qtbot, window, "scale_go_on")
    assert asked[-1][1] == order
    _press(qtbot, window, "scale_stop")
    qtbot.waitUntil(lambda: not scale.is_measuring, timeout=5000)
    train.setup.preset.setCurrentText("article")
    session.set_split(CaseSplit(("00",), ("01",)))
    start = window.findChild(QPushButton, "scale_start")
    qtbot.waitUntil(lambda: start.text() == "Go on", timeout=5000)
    assert "2 trainings of 15 min are left: 30 min at most" in _text(window, "scale_time")


def test_the_window_is_found_where_it_was_left(qtbot: QtBot, scale: DataScaleCommands) -> None:
    window = _opened(scale)
    window.resize(700, 640)
    window.close()
    again = DataScaleWindow(Settings(), window.parentWidget())
    assert (again.width(), again.height()) == (700, 640)


def test_a_plan_is_used_for_the_curve_it_advises(qtbot: QtBot, session: Session) -> None:
    main_window = MainWindow(session)
    qtbot.addWidget(main_window)
    config = dataclasses.replace(PRESETS["quick"], preset="plan", minutes=30.0)
    made = PlanMade("data", config, "", ("Verdict.", "Advice."), (), True, {})
    train = main_window.panels["dock_train"]
    assert isinstance(train, TrainPanel)
    train.setup.plan._show(made)
    dialog = train.findChild(PlanDialog, "plan_dialog")
    button = dialog.findChild(QPushButton, "plan_curve")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    window = main_window.data_scale.window
    assert window is not None
    assert window.isVisible()
    assert train.setup.form.value().preset == "plan"
    window.close()
    main_window.actions_by_name["action_show_data_scale"].trigger()
    assert window.isVisible()
    main_window.close()
    assert not window.isVisible()


# --- what children and other windows are told ------------------------------------------------


def test_no_mask_of_a_training_crosses_to_the_window(tmp_path: Path) -> None:
    is_closed: list[bool] = []

    def events() -> Iterator[object]:
        try:
            yield Progress(0, 1, "Reading 00")
            yield ShareBegun(1, SHARES, ("01",))
            yield started(tmp_path)
            yield batch(1, 1)
            yield EpochDone(record(1, is_best=True))
            yield scored(1, "02", tmp_path)
            yield EpochDone(record(2))
            yield POINTS[0]
        finally:
            is_closed.append(True)

    told = list(data_scale_work.told(events()))
    assert len(told) == 8, "each event gives an occasion to stop"
    assert [one for one in told if not isinstance(one, data_scale_work.ShareProgress | None)] == [
        Progress(0, 1, "Reading 00"),
        POINTS[0],
    ]
    last = [one for one in told if isinstance(one, data_scale_work.ShareProgress)][-1]
    assert (last.patients, last.epoch, last.remaining_s) == (2, 1, 120.0)
    assert last.dice == {"liver": 0.9, "tumour": 0.4}
    assert is_closed


def _busy(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / runs.RUN_FILE).write_text("{}")


def test_runs_going_on_elsewhere_keep_a_curve_from_beginning(
    tmp_path: Path, owned_elsewhere: Callable[[Path], None]
) -> None:
    run = tmp_path / "2026-11-23_quick"
    _busy(run)
    data_scale_work.refuse_busy(tmp_path)
    owned_elsewhere(run)
    with pytest.raises(InputError, match=r"while a training goes on.*wait until"):
        data_scale_work.refuse_busy(tmp_path)


def test_a_part_of_a_curve_is_no_run_to_follow_or_resume(
    tmp_path: Path, owned_elsewhere: Callable[[Path], None]
) -> None:
    part = tmp_path / "learning-curve-12345678-3-patients"
    part.mkdir()
    config = dataclasses.replace(PRESETS["quick"], preset="learning-curve")
    values = {"state": "stopped", "started": "2026", "config": config.to_json()}
    runs.write_values(part, values)
    owned_elsewhere(part)
    (seen,) = run_work.look(tmp_path)
    assert seen.busy == ()
    (found,) = find_runs(tmp_path)
    assert found.runs == ()
    with pytest.raises(InputError, match="while another one is"):
        data_scale_work.refuse_busy(tmp_path)


@pytest.fixture
def owned_elsewhere(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Says that somebody else trains in a folder."""
    owned: set[Path] = set()
    monkeypatch.setattr("unet_core.run_lock.is_owned", lambda folder, *_: folder in owned)

    def own(folder: Path) -> None:
        (folder / runs.LOCK_FILE).touch()
        owned.add(folder)

    return own


def test_published_numbers_stand_beside_what_they_are_of() -> None:
    assert {anchor.scans for anchor in ANCHORS} == {131}
    assert anchors_of(["spleen"]) == ()
    assert [anchor.words for anchor in anchors_of(["liver"])] == [
        "Best of LiTS 2017, 131 scans: liver 0.96"
    ]
