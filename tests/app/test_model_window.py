"""The window on a model: what it is, what it scores, what a use of it costs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.model import fit, window, work
from app.model.fit import FitView
from app.model.window import ModelWindow
from app.session import Session
from app.settings import Settings
from tests.app.fake_run import HeldRun, scan
from tests.app.made_run import made_run
from unet_core.cost_card import CostCard, CostRow
from unet_core.errors import InputError
from unet_core.events import Notice, Progress
from unet_core.isolation import isolated
from unet_core.model_facts import ModelCard, ScanCompared, ScoreLine
from unet_core.runs import read_run
from unet_core.scores import Estimate
from unet_core.volume import LabelMap, Volume

MODEL = Path("runs/one/model.safetensors").absolute()
COST = CostCard(
    model_sha256="m" * 64,
    model_bytes=7 << 20,
    parameters=1234567,
    networks=1,
    machine={"processor": "A", "cores": 2, "threads": 2, "card": "", "system": "Linux"},
    shape_zyx=(50, 512, 512),
    rows=(CostRow(4, False, 3.0, 700.0), CostRow(4, True, 6.0, 710.0)),
    read_s=1.25,
    notes=("The computer was busy.",),
    measured="2026-11-23T10:00:00+00:00",
)
CARD = ModelCard(
    path=MODEL,
    sha256="0123456789abcdef" * 4,
    groups=(("Where it is from", (("File", "model.safetensors in one"), ("SHA-256", "ab" * 32))),),
    scores=(
        ScoreLine("validation", "liver", Estimate(0.93, 0.9, 0.95, 5, 5, median=0.94)),
        ScoreLine("test", "tumour", Estimate(0.4, None, None, 1, 1, median=0.4)),
    ),
    limits=("Scores rest on 5 cases.", "This is no medical device."),
)

Answer = Callable[[], Iterator[object]]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, Answer]:
    """What the work answers, by its name, in place of a child process."""
    found: dict[str, Answer] = {"describe": lambda: iter([CARD]), "measure": lambda: iter([COST])}

    def answered(work: Callable[..., object], *_given: object, **_how: object) -> Iterator[object]:
        return found[work.__name__]()

    monkeypatch.setattr(window, "isolated", answered)
    monkeypatch.setattr(fit, "isolated", answered)
    return found


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(1400, 900)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def shown(qtbot: QtBot, session: Session, parent: QWidget) -> Iterator[ModelWindow]:
    made = ModelWindow(session, Settings(), parent)
    yield made
    made.shutdown()


def _press(qtbot: QtBot, window: QWidget, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert button.isVisible(), name
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _text(window: QWidget, name: str) -> str:
    return window.findChild(QLabel, name).text()


def _open(qtbot: QtBot, session: Session, shown: ModelWindow) -> None:
    session.set_model(MODEL)
    shown.show_model()
    qtbot.waitUntil(lambda: shown.card is not None)


def test_without_a_model_it_says_what_to_do(shown: ModelWindow, answers: dict[str, Answer]) -> None:
    shown.show_model()
    assert _text(shown, "model_title") == "No model is chosen"
    assert "choose a model in the Predict panel" in _text(shown, "model_status")
    assert not shown.cost.isVisible()


def test_a_model_is_told(
    qtbot: QtBot, session: Session, shown: ModelWindow, answers: dict[str, Answer]
) -> None:
    _open(qtbot, session, shown)
    assert _text(shown, "model_title") == "model.safetensors in one"
    assert shown.passport.text().splitlines() == [
        *("Where it is from", "File", "model.safetensors in one", "SHA-256", "ab" * 32)
    ]
    assert shown.quality.scores.texts() == [
        ["Validation", "liver", "0.930", "0.900 to 0.950", "0.940", "5"],
        ["Test", "tumour", "0.400", "n/a", "0.400", "1"],
    ]
    assert _text(shown, "model_limits").splitlines() == [
        "• Scores rest on 5 cases.",
        "• This is no medical device.",
    ]
    assert "Not measured yet" in _text(shown, "model_cost_facts")


def test_scores_that_nobody_noted_are_na(
    qtbot: QtBot, session: Session, shown: ModelWindow, answers: dict[str, Answer]
) -> None:
    bare = ScoreLine("validation", "liver", Estimate(0.9, None, None, 0, 0))
    answers["describe"] = lambda: iter([replace(CARD, scores=(bare,))])
    _open(qtbot, session, shown)
    assert shown.quality.scores.texts() == [["Validation", "liver", "0.900", "n/a", "n/a", "n/a"]]
    assert "there is no interval" in _text(shown, "model_scored")


def test_measuring_needs_a_scan_and_shows_what_it_took(
    qtbot: QtBot, session: Session, shown: ModelWindow, answers: dict[str, Answer]
) -> None:
    answers["measure"] = lambda: iter([Progress(1, 9, "Warming up"), Notice("Not kept."), COST])
    _open(qtbot, session, shown)
    assert not shown.cost.measure.isEnabled()
    assert _text(shown, "model_cost_status") == "Open a scan to measure on."

    session.set_volume(scan(MODEL))
    assert not shown.cost.status.isVisible()
    with qtbot.waitSignals([shown.measured, session.notified]):
        _press(qtbot, shown, "model_cost_measure")

    assert shown.cost.table.texts() == [
        ["4", "no", "3.0", "6.0", "700 MiB", "n/a"],
        ["4", "yes", "6.0", "12.0", "710 MiB", "n/a"],
    ]
    assert shown.cost.table.isColumnHidden(5)
    assert _text(shown, "model_cost_facts").splitlines() == [
        "From the scan in memory to its cleaned mask: 512 x 512 x 50 voxels, A, 2 cores, 2 "
        "threads, Linux; measured 2026-11-23 10:00.",
        "Reading the scan from its file took 1.2 s more.",
        "Model file 7.0 MiB, 1,234,567 parameters. Memory: most of the whole process, the scan in "
        "it.",
        "The computer was busy.",
    ]
    qtbot.waitUntil(lambda: shown.cost.measure.isVisible())
    on_card = replace(COST, rows=(CostRow(4, False, 0.5, 900.0, 300.0),))
    shown.cost.show_cost(on_card)
    assert not shown.cost.table.isColumnHidden(5)


def test_measuring_can_be_stopped_and_ends_with_another_model(
    qtbot: QtBot, session: Session, shown: ModelWindow, answers: dict[str, Answer]
) -> None:
    runs = [HeldRun([Progress(20, 100, "Measuring 4 slices at once")]) for _ in range(2)]
    waiting = iter(runs)
    answers["measure"] = lambda: next(waiting).start()
    answers["describe"] = lambda: iter([replace(CARD, path=session.model, cost=COST)])
    _open(qtbot, session, shown)
    session.set_volume(scan(MODEL))
    _press(qtbot, shown, "model_cost_measure")
    qtbot.waitUntil(lambda: _text(shown, "model_cost_status").startswith("Measuring 4"))
    assert shown.cost.progress.value() == 20
    session.set_volume(scan(MODEL.with_name("other.nii")))  # changes nothing for what goes on
    assert shown.cost.progress.value() == 20

    _press(qtbot, shown, "model_cost_stop")
    qtbot.waitUntil(lambda: shown.cost.measure.isVisible())
    assert runs[0].words == ["stop"]
    assert _text(shown, "model_cost_status").startswith("Stopped; what was measured before")
    assert shown.cost.table.rowCount() == 2

    _press(qtbot, shown, "model_cost_measure")
    qtbot.waitUntil(lambda: _text(shown, "model_cost_status").startswith("Measuring 4"))
    session.set_model(MODEL.with_name("another.safetensors"))
    qtbot.waitUntil(lambda: shown.cost.measure.isVisible())
    assert runs[1].words == ["stop"]


def test_a_model_that_cannot_be_read_is_told_here_and_to_the_session(
    qtbot: QtBot, session: Session, shown: ModelWindow, answers: dict[str, Answer]
) -> None:
    def failing() -> Iterator[object]:
        raise InputError("model.safetensors", "is damaged", "take it again")
        yield

    answers["describe"] = failing
    session.set_model(MODEL)
    with qtbot.waitSignal(session.failed):
        shown.show_model()
    assert _text(shown, "model_status") == "model.safetensors is damaged; take it again."
    assert shown.card is None


def test_opening_a_model_chooses_it_and_its_place_is_kept(
    qtbot: QtBot, session: Session, parent: QWidget, answers: dict[str, Answer]
) -> None:
    answers["describe"] = lambda: iter([replace(CARD, path=session.model)])
    settings = Settings()
    first = ModelWindow(session, settings, parent)
    first.show_model()
    first._on_picked(str(MODEL))
    assert session.model == MODEL
    qtbot.waitUntil(lambda: first.card is not None)
    first.resize(1000, 640)
    first.shutdown()
    second = ModelWindow(session, settings, parent)
    assert second.height() == 640  # the offscreen screen is narrower
    second.shutdown()


def test_a_real_model_is_measured_in_a_child(
    qtbot: QtBot,
    session: Session,
    shown: ModelWindow,
    answers: dict[str, Answer],
    case: tuple[Volume, LabelMap],
    tmp_path: Path,
) -> None:
    from unet_core.checkpoint import Passport, save_model
    from unet_core.config import PRESETS, ModelConfig
    from unet_core.unet import UNet
    from unet_core.volume import DEFAULT_LABELS

    shape = ModelConfig(depth=1, base_channels=4)
    train = replace(PRESETS["quick"], model=shape, image_size=32)
    path = tmp_path / "model.safetensors"
    save_model(path, UNet(shape), Passport(shape, train, dict(DEFAULT_LABELS), epoch=7))
    answers["describe"] = lambda: iter([replace(CARD, path=path)])
    answers["measure"] = lambda: isolated(work.measure, path, case[0], 0.0)
    session.set_volume(case[0])
    session.set_model(path)
    shown.show_model()
    qtbot.waitUntil(lambda: shown.card is not None)
    with qtbot.waitSignal(shown.measured, timeout=90_000):
        _press(qtbot, shown, "model_cost_measure")
    assert shown.cost.table.rowCount() == 1
    assert "Not measured" in _text(shown, "model_cost_facts")
    assert (tmp_path / "model.cost.json").is_file()


# --- before predicting -------------------------------------------------------------------------


@pytest.fixture
def view(qtbot: QtBot, session: Session, answers: dict[str, Answer]) -> Iterator[FitView]:
    made = FitView(session)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.shutdown()


def test_what_differs_is_said_before_predicting(
    qtbot: QtBot, session: Session, view: FitView, answers: dict[str, Answer]
) -> None:
    found = ScanCompared(MODEL, ("The spacing of a.nii is unknown.",))
    answers["compare"] = lambda: iter([found])
    session.set_volume(scan(MODEL))
    assert not view.words.isVisible()
    session.set_model(MODEL)
    assert view.words.text().startswith("Comparing the scan")
    qtbot.waitUntil(lambda: "unknown" in view.words.text())
    assert view.words.text().splitlines() == [
        "Before you predict:",
        "• The spacing of a.nii is unknown.",
    ]
    assert view.words.property("warning")

    answers["compare"] = lambda: iter([ScanCompared(MODEL, ())])
    session.set_volume(scan(MODEL.with_name("b.nii")))
    qtbot.waitUntil(lambda: "is like those the model learned from" in view.words.text())
    assert not view.words.property("warning")

    answers["compare"] = lambda: iter([ScanCompared(MODEL, (), is_known=False)])
    session.set_model(MODEL.with_name("old.safetensors"))
    qtbot.waitUntil(lambda: "older model file" in view.words.text())


def test_an_answer_for_another_scan_comes_too_late(
    qtbot: QtBot, session: Session, view: FitView, answers: dict[str, Answer]
) -> None:
    late = HeldRun([ScanCompared(MODEL, ("Too late.",))])
    answers["compare"] = late.start
    session.set_model(MODEL)
    session.set_volume(scan(MODEL))
    answers["compare"] = lambda: iter([ScanCompared(MODEL, ("In time.",))])
    session.set_volume(scan(MODEL.with_name("b.nii")))
    qtbot.waitUntil(lambda: "In time." in view.words.text())
    assert late.words == ["stop"]


def test_a_hidden_panel_compares_nothing_until_it_is_shown(
    qtbot: QtBot, session: Session, view: FitView, answers: dict[str, Answer]
) -> None:
    asked: list[str] = []

    def compare() -> Iterator[object]:
        asked.append("once")
        return iter([ScanCompared(MODEL, ("Said.",))])

    answers["compare"] = compare
    view.hide()
    session.set_model(MODEL)
    session.set_volume(scan(MODEL))
    assert asked == []
    view.show()
    qtbot.waitUntil(lambda: "Said." in view.words.text())
    view.hide()
    view.show()
    assert asked == ["once"]


def test_a_model_that_cannot_be_read_leaves_no_word_here(
    qtbot: QtBot, session: Session, view: FitView, answers: dict[str, Answer]
) -> None:
    def failing() -> Iterator[object]:
        raise InputError("model.safetensors", "is damaged", "take it again")
        yield

    answers["compare"] = failing
    session.set_volume(scan(MODEL))
    session.set_model(MODEL)
    qtbot.waitUntil(lambda: not view.words.isVisible())


def test_without_a_choice_it_is_the_newest_model(qtbot: QtBot, tmp_path: Path) -> None:
    run = made_run(tmp_path / "run")
    window = MainWindow(Session(), Settings())
    qtbot.addWidget(window)
    window.show()
    window.panels["dock_train"]._newest = replace(
        read_run(run), model_path=run / "model.safetensors"
    )
    window.actions_by_name["action_show_model"].trigger()

    assert window.session.model == run / "model.safetensors"
