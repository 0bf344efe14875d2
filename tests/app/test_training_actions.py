"""Beside Start: a rehearsal, more of a run that ended, a start from a model, what stands out."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from app import case_work, work
from app.panels import train as train_panel
from app.panels.train import TrainPanel
from app.session import Session
from app.settings import Settings
from app.training import mirror
from tests.app.fake_run import HeldRun, record, started
from unet_core import phantom
from unet_core.config import PRESETS
from unet_core.errors import InputError
from unet_core.events import (
    Check,
    Diagnosed,
    EpochDone,
    Finding,
    Progress,
    Rehearsed,
    RunEnded,
    RunForecast,
)
from unet_core.runs import RunSummary

LOSS = Check("loss", True, "The loss fell from 1.1 to 0.3 in 148 batches: it learns.")
SIZE = Check("size", False, "The mask has another size.", "Report this.")
READY = Rehearsed((LOSS,), RunForecast(42.0, 60, 2520.0, 1229.0, 340.0), 88.0)
FAILED = Rehearsed((LOSS, SIZE), None, 80.0)
WARNING = Finding("overfitting", "warning", "Learning by heart since epoch 7.", "Stop.", 12)
NOTICE = Finding("plateau", "notice", "No gain for 10 rounds.", "Go on.", 20)


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[TrainPanel]:
    panel = TrainPanel(session, Settings())
    qtbot.addWidget(panel)
    panel._was_shown = True  # nothing is looked for under the runs of this computer
    panel.resize(420, 900)
    panel.show()
    yield panel
    panel.shutdown()


def _child(panel: TrainPanel, kind: type, name: str) -> QWidget:
    found = panel.findChild(kind, name)
    assert found is not None, name
    return found


def _press(qtbot: QtBot, panel: TrainPanel, name: str) -> None:
    button = _child(panel, QPushButton, name)
    assert button.isEnabled(), name
    assert button.isVisible(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _text(panel: TrainPanel, name: str) -> str:
    return panel.findChild(QLabel, name).text()


def _labels(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def _summary(folder: Path, **changes: object) -> RunSummary:
    summary = RunSummary(
        folder=folder,
        state="finished",
        preset="standard",
        started="2026-05-03T14:02:11",
        epochs_done=18,
        epochs=18,
        best_epoch=7,
        best_score=0.589,
        model_path=folder / "model.safetensors",
        dataset=folder / "data",
    )
    return replace(summary, **changes)


class _Orders:
    """Stands in for the child process: keeps what was asked for and gives some events."""

    def __init__(self, events: Sequence[object] = ()) -> None:
        self.given: list[tuple[object, ...]] = []
        self._events = events

    def __call__(
        self, function: object, *arguments: object, keep: bool = False, uses_network: bool = False
    ) -> Iterator[object]:
        if function is case_work.find_cases:  # asked for by choosing a folder, not by a button
            assert keep, "a child that only reads serves again"
            return iter(())
        self.given.append((function, *arguments))
        return iter(self._events)


# --- rehearsal -------------------------------------------------------------------------------


def test_a_rehearsal_is_ordered_as_the_run_is_set_up(
    qtbot: QtBot, session: Session, panel: TrainPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = _Orders([Progress(3, 100, "Reading 00"), READY])
    monkeypatch.setattr(train_panel, "isolated", orders)
    session.set_dataset(Path("data"))
    panel.setup.preset.setCurrentText("quick")

    _press(qtbot, panel, "train_rehearse")
    qtbot.waitUntil(lambda: not panel.rehearsal.is_running)

    root = Settings().runs_root
    assert orders.given == [(work.rehearse, Path("data"), root, PRESETS["quick"], (), ())]
    assert _text(panel, "train_rehearsal_title").startswith("Ready")
    assert "60 rounds of 42 s, 42 min in all" in _text(panel, "train_rehearsal_forecast")
    assert "it learns" in _labels(_child(panel, QWidget, "train_check_loss"))
    assert panel.rehearsal.property("kind") == "good"
    assert not _child(panel, QProgressBar, "train_rehearsal_progress").isVisible()
    assert _child(panel, QPushButton, "train_start").isEnabled()
    _press(qtbot, panel, "train_rehearse_dismiss")
    assert not panel.rehearsal.isVisible()


def test_a_rehearsal_that_fails_says_what_to_do(qtbot: QtBot, panel: TrainPanel) -> None:
    panel.rehearsal.begin(lambda: iter([READY]))
    qtbot.waitUntil(lambda: not panel.rehearsal.is_running)
    panel.rehearsal.begin(lambda: iter([FAILED]))
    qtbot.waitUntil(lambda: not panel.rehearsal.is_running)

    assert _text(panel, "train_rehearsal_title") == "Not ready yet"
    assert "Report this." in _labels(_child(panel, QWidget, "train_check_size"))
    assert not _child(panel, QLabel, "train_rehearsal_forecast").isVisible()
    assert len(panel.rehearsal.rows) == 2


def test_a_rehearsal_can_be_cancelled(qtbot: QtBot, panel: TrainPanel) -> None:
    held = HeldRun([Progress(34, 100, "Learning from a few slices: batch 61")])
    panel.rehearsal.begin(held.start)
    bar = _child(panel, QProgressBar, "train_rehearsal_progress")
    qtbot.waitUntil(lambda: bar.value() == 34)
    for name in ("train_start", "train_rehearse"):
        assert not _child(panel, QPushButton, name).isEnabled()

    _press(qtbot, panel, "train_rehearse_cancel")
    qtbot.waitUntil(lambda: not panel.rehearsal.is_running)

    assert held.words == ["stop"]
    assert not panel.rehearsal.isVisible()
    assert _child(panel, QPushButton, "train_rehearse").isEnabled()


def test_a_rehearsal_that_cannot_begin_says_why(
    qtbot: QtBot, session: Session, panel: TrainPanel
) -> None:
    with qtbot.waitSignal(session.failed) as said:
        _press(qtbot, panel, "train_rehearse")
    assert said.args == ["Training has no data set yet; choose its folder above."]

    def dying() -> Iterator[object]:
        yield Progress(1, 100, "Reading")
        raise InputError("the disk", "is full", "make space")

    with qtbot.waitSignal(session.failed) as said:
        panel.rehearsal.begin(dying)
    qtbot.waitUntil(lambda: not panel.rehearsal.is_running)
    assert said.args == ["the disk is full; make space."]
    assert _text(panel, "train_error_text") == said.args[0]
    assert not panel.rehearsal.isVisible()


def test_closing_ends_a_rehearsal(qtbot: QtBot, panel: TrainPanel) -> None:
    held = HeldRun([Progress(1, 100, "Reading")])
    panel.rehearsal.begin(held.start)

    panel.shutdown()

    assert held.words == ["stop"]


def test_the_rehearsal_of_the_window_is_the_real_one(tmp_path: Path) -> None:
    for _ in phantom.write_cohort(tmp_path / "data", cases=2, size_xyz=(40, 32, 8)):
        pass
    events = work.rehearse(tmp_path / "data", tmp_path / "runs", PRESETS["quick"], ())

    first = next(events)
    assert len(list((tmp_path / "runs").iterdir())) == 1
    events.close()

    assert isinstance(first, Progress)
    assert list((tmp_path / "runs").iterdir()) == []


# --- what stands out -------------------------------------------------------------------------


def test_findings_come_and_go_with_the_run(qtbot: QtBot, panel: TrainPanel, tmp_path: Path) -> None:
    held = HeldRun([started(tmp_path), Diagnosed((WARNING, NOTICE))])
    panel.begin(held.start)
    shown = _child(panel, QWidget, "train_findings")
    assert not shown.isVisible()
    qtbot.waitUntil(shown.isVisible)

    texts = _labels(shown)
    for words in (WARNING.sentence, WARNING.remedy, NOTICE.sentence, NOTICE.remedy):
        assert words in texts
    card = _child(panel, QWidget, "train_finding_overfitting")
    assert card.property("kind") == "question"
    assert _child(panel, QWidget, "train_finding_plateau").property("kind") == "notice"

    panel._on_event(Diagnosed((NOTICE,)))
    assert [card.objectName() for card in panel.view.findings.cards] == ["train_finding_plateau"]
    panel._on_event(Diagnosed(()))
    assert not shown.isVisible()
    panel.shutdown()


def test_findings_of_the_run_before_are_gone(
    qtbot: QtBot, panel: TrainPanel, tmp_path: Path
) -> None:
    panel.begin(lambda: iter([started(tmp_path), Diagnosed((WARNING,))]))
    qtbot.waitUntil(lambda: not panel.is_training)
    assert panel.view.findings.isVisible(), "the end of a run does not end what was seen"

    panel.begin(lambda: iter([started(tmp_path)]))
    qtbot.waitUntil(lambda: not panel.is_training)

    assert not panel.view.findings.isVisible()


# --- train more ------------------------------------------------------------------------------


@pytest.mark.parametrize(("unit", "order"), [("rounds", (20, 0.0)), ("minutes", (0, 20.0))])
def test_a_run_that_has_ended_learns_on(
    qtbot: QtBot,
    panel: TrainPanel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    unit: str,
    order: tuple[int, float],
) -> None:
    orders = _Orders([started(tmp_path)])
    monkeypatch.setattr(train_panel, "isolated", orders)
    assert not _child(panel, QPushButton, "train_more").isEnabled()
    panel._on_runs_found(work.RunsFound(tmp_path, (_summary(tmp_path),)))

    _press(qtbot, panel, "train_more")
    assert "run of 18 rounds (best mean Dice 0.59)" in _text(panel, "train_more_words")
    assert _child(panel, QSpinBox, "train_more_count").value() == 20
    _child(panel, QComboBox, "train_more_unit").setCurrentText(unit)
    _press(qtbot, panel, "train_more_start")
    qtbot.waitUntil(lambda: not panel.is_training)

    assert orders.given == [(work.resume_run, tmp_path / "data", tmp_path, *order)]
    assert not panel.more.isVisible()


@pytest.mark.parametrize("changes", [{"state": "running"}, {"epochs_done": 0}])
def test_a_run_in_other_hands_or_without_a_round_is_not_offered(
    panel: TrainPanel, tmp_path: Path, changes: dict[str, object]
) -> None:
    panel._on_runs_found(work.RunsFound(tmp_path, (_summary(tmp_path, **changes),)))

    assert not _child(panel, QPushButton, "train_more").isEnabled()


def test_a_run_just_finished_can_learn_on(qtbot: QtBot, panel: TrainPanel, tmp_path: Path) -> None:
    ended = RunEnded("finished", 1, 0.7, tmp_path / "model.safetensors")
    panel.begin(lambda: iter([started(tmp_path), EpochDone(record(1, is_best=True)), ended]))
    qtbot.waitUntil(lambda: not panel.is_training)

    panel._on_run_over(work.RunRead(_summary(tmp_path), ()))

    assert _child(panel, QPushButton, "train_more").isEnabled()


# --- start from a model ----------------------------------------------------------------------


def test_a_run_begins_with_a_model_and_its_settings(
    qtbot: QtBot, session: Session, panel: TrainPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Path("runs/older/model.safetensors")
    like = replace(PRESETS["quick"], image_size=192)
    orders = _Orders([work.ModelSettings(model, like)])
    for module in (train_panel, mirror):
        monkeypatch.setattr(module, "isolated", orders)
    session.set_dataset(Path("data"))
    assert panel.setup.request().start_from is None

    panel.setup.start_from._on_picked(str(model))
    qtbot.waitUntil(lambda: panel.setup.request().start_from == model)

    assert orders.given == [(work.settings_of_model, model)]
    assert panel.setup.request().config == like
    assert panel.setup.preset.currentText() == "quick"
    assert "of older, at a tenth of the learning rate" in _text(panel, "train_start_from_words")
    _press(qtbot, panel, "train_start")
    assert model in orders.given[-1]
    qtbot.waitUntil(lambda: not panel.is_training)
    panel.setup_fold.set_open(True)
    _press(qtbot, panel, "train_start_from_clear")
    assert panel.setup.request().start_from is None


def test_a_file_that_is_no_model_is_refused(
    qtbot: QtBot, session: Session, panel: TrainPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(function: object, *arguments: object) -> Iterator[object]:
        raise InputError("x.safetensors", "is no model", "choose another")
        yield  # a generator, as the child's events are

    monkeypatch.setattr(mirror, "isolated", refusing)
    with qtbot.waitSignal(session.failed) as said:
        panel.setup.start_from._on_picked("x.safetensors")

    assert said.args == ["x.safetensors is no model; choose another."]
    assert panel.setup.start_from.path is None


# --- all of it -------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 420])
def test_cards_fit_a_narrow_dock(
    qtbot: QtBot, panel: TrainPanel, tmp_path: Path, width: int
) -> None:
    panel.resize(width, 700)
    panel._on_runs_found(work.RunsFound(tmp_path, (_summary(tmp_path),)))
    panel.setup.show_model(tmp_path / "model.safetensors", PRESETS["standard"])
    panel.begin(lambda: iter([started(tmp_path), Diagnosed((WARNING, NOTICE))]))
    qtbot.waitUntil(lambda: not panel.is_training)
    panel.rehearsal.begin(lambda: iter([FAILED]))
    qtbot.waitUntil(lambda: not panel.rehearsal.is_running)
    panel._newest = _summary(tmp_path)
    panel._on_more()
    qtbot.wait(50)

    for part in (panel.rehearsal, panel.more, panel.view, panel.controls, panel.setup):
        assert part.width() <= width, part.objectName()
        right = part.mapTo(panel, part.rect().topRight()).x()
        assert math.isclose(right, min(right, width)), part.objectName()
