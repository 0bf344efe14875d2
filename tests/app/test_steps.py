"""The path from data to a model: what is next, why a step waits, and the buttons that do it."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import work
from app.forms import SettingsForm
from app.glossary import GLOSSARY, SETTING_TERMS, explain, explained
from app.main_window import MainWindow
from app.panels.predict import PredictPanel
from app.panels.steps import StepsPanel
from app.panels.train import TrainPanel
from app.steps.states import TITLES, Facts, path
from app.words_page import words_html
from tests.app.fake_run import record, started
from unet_core import runs
from unet_core.config import PRESETS, ModelConfig, PredictConfig, TrainConfig, settings_of
from unet_core.events import EpochDone, Evaluated, Predicted, RunEnded
from unet_core.phantom import write_cohort
from unet_core.volume import Geometry, LabelMap, Volume, label_for

WAIT_MS = 60_000
READY = Facts("x", patients="3 patients", cases=3, checked=3)


def _states(facts: Facts) -> dict[str, str]:
    return {step.key: step.state for step in path(facts)}


def test_the_steps_follow_each_other() -> None:
    facts = Facts()
    assert _states(facts) == {"data": "next"} | dict.fromkeys(list(TITLES)[1:], "blocked")
    walked = [
        ("check", replace(READY, checked=0)),
        ("plan", READY),
        ("rehearse", replace(READY, plan="used")),
        ("train", replace(READY, plan="used", rehearsed=True)),
        ("evaluate", replace(READY, model_words="m", case_to_score="1")),
        ("use", replace(READY, model_words="m", case_to_score="1", scored_words="s")),
    ]
    for key, facts in walked:
        states = _states(facts)
        assert [k for k, state in states.items() if state == "next"] == [key]
        before = list(states.values())[: list(states).index(key)]
        assert set(before) <= {"done", "skipped"}
    done = replace(facts, scan="CT", predicted=True)
    assert set(_states(done).values()) <= {"done", "skipped"}


def test_every_state_has_words_and_one_step_at_most_is_next() -> None:
    """All that the rest of the window can be in."""
    for values in itertools.product(
        (0, 3), (0, 3), (False, True), (0, 1), ("", "making", "ready", "used"), (None, False, True),
        (False, True), ("", "m"), ("", "1"), ("", "CT"),
    ):  # fmt: skip
        cases, checked, checking, faulty, plan, rehearsed, training, model, case, scan = values
        facts = Facts(
            "x" * bool(cases), cases=cases, checked=checked, checking=checking, faulty=faulty,
            plan=plan, rehearsed=rehearsed, training=training, training_words="t",
            model_words=model, case_to_score=case, scan=scan, rehearsal_words="r",
        )  # fmt: skip
        steps = path(facts)
        assert all(step.words for step in steps)
        assert sum(step.state == "next" for step in steps) <= 1
        assert all(bool(s.button) or s.state != "next" for s in steps)
        if training:
            assert all(step.state != "next" for step in steps), "one thing at a time"


def test_a_model_of_another_day_is_gone_on_with() -> None:
    """Checks, plans and rehearsals of that day are not asked for again."""
    facts = replace(READY, checked=0, model_words="m", case_to_score="1")
    states = _states(facts)
    assert [states[key] for key in ("check", "plan", "rehearse")] == ["skipped"] * 3
    assert (states["train"], states["evaluate"]) == ("done", "next")


def test_a_pair_that_cannot_be_used_blocks_the_training_and_says_so() -> None:
    steps = {step.key: step for step in path(replace(READY, faulty=1))}
    assert (steps["check"].state, steps["check"].is_bad) == ("next", True)
    assert "1 of 3 pairs cannot be used" in steps["check"].words
    assert steps["train"].state == "blocked"
    assert "mended or left out" in steps["train"].words


def _step(window: MainWindow, key: str) -> str:
    panel = window.panels["dock_steps"]
    assert isinstance(panel, StepsPanel)
    return next(step.state for step in panel.steps if step.key == key)


def _press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    found = window.findChild(QPushButton, name)
    qtbot.waitUntil(found.isVisible, timeout=WAIT_MS)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def _until(qtbot: QtBot, window: MainWindow, key: str, state: str) -> None:
    qtbot.waitUntil(lambda: _step(window, key) == state, timeout=WAIT_MS)


@pytest.fixture
def quick_work(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Training and prediction without torch: what they say and leave, at once."""

    def trained(task: object, dataset: Path, *_: object, **__: object) -> Iterator[object]:
        folder = tmp_path / "runs" / "one"
        folder.mkdir(parents=True)
        (folder / runs.MODEL_FILE).write_bytes(b"weights")
        values = {
            "state": "finished",
            "started": "2026-01-01T10:00:00",
            "dataset": str(dataset),
            "config": TrainConfig(preset="quick").to_json(),
            "validation_cases": ["01"],
        }
        runs.write_values(folder, values)
        best = record(1, is_best=True, score=0.61)
        runs.append_entry(folder, runs.journal_entry(best, ()))
        yield started(folder)
        yield EpochDone(best)
        yield RunEnded("finished", 1, 0.61, folder / runs.MODEL_FILE)

    def predicted(task: object, model: Path, volume: Volume, *_: object) -> Iterator[object]:
        if isinstance(volume, Volume):  # else it is asked what the model is
            voxels = np.zeros(volume.voxels.shape, np.uint8)
            voxels[2:4, 10:20, 10:20] = 1
            labels = {1: label_for(1)}
            mask = LabelMap(voxels, volume.geometry, "drawn", labels, role="prediction")
            yield Predicted(mask, 0.1)

    def compared(*_: object) -> Iterator[object]:
        yield Evaluated("01", ())

    monkeypatch.setattr("app.panels.train.isolated", trained)
    monkeypatch.setattr("app.panels.predict.isolated", _only(work.predict, predicted))
    monkeypatch.setattr("app.panels.evaluate.isolated", compared)
    monkeypatch.setattr("app.report_commands.isolated", _only(None, compared))


def _only(
    wanted: object, answer: Callable[..., Iterator[object]]
) -> Callable[..., Iterator[object]]:
    """``answer`` to one task, nothing to all others."""

    def isolated(task: object, *given: object, **_: object) -> Iterator[object]:
        return answer(task, *given) if task is wanted else iter(())

    return isolated


@pytest.mark.usefixtures("quick_work")
def test_whoever_planned_from_here_comes_back_here(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in write_cohort(tmp_path / "cohort", 3, size_xyz=(40, 36, 6)):
        pass
    made = work.PlanMade("cohort", PRESETS["quick"], "Soon.", ("It suits.",), (), True, {})
    monkeypatch.setattr(
        "app.training.setup.isolated", _only(work.make_plan, lambda *_: iter([made]))
    )
    window.docks.bring("dock_steps")
    window.open_paths([tmp_path / "cohort"])
    _until(qtbot, window, "check", "next")
    _press(qtbot, window, "step_check_button")
    _until(qtbot, window, "plan", "next")
    _press(qtbot, window, "step_plan_button")
    train, steps = window.docks["dock_train"], window.docks["dock_steps"]
    use = _found(qtbot, train, "plan_use")
    assert steps.visibleRegion().isEmpty()
    use.click()

    qtbot.waitUntil(lambda: not steps.visibleRegion().isEmpty())
    assert train.visibleRegion().isEmpty()
    _until(qtbot, window, "rehearse", "next")


def _found(qtbot: QtBot, parent: QWidget, name: str) -> QPushButton:
    qtbot.waitUntil(lambda: parent.findChild(QPushButton, name) is not None)
    return parent.findChild(QPushButton, name)


@pytest.mark.usefixtures("quick_work")
def test_the_whole_path_is_walked_with_its_buttons(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """Data, check, no plan, no rehearsal, training, one patient compared, one scan predicted."""
    for _ in write_cohort(tmp_path / "cohort", 3, size_xyz=(40, 36, 6)):
        pass
    stranger = (tmp_path / "cohort" / "volume-02.nii.gz").rename(tmp_path / "new.nii.gz")
    (tmp_path / "cohort" / "segmentation-02.nii.gz").unlink()
    window.docks.bring("dock_steps")
    assert window.findChild(QPushButton, "steps_demo").isVisible()
    assert _step(window, "data") == "next"
    window.open_paths([tmp_path / "cohort"])
    _until(qtbot, window, "check", "next")
    _press(qtbot, window, "step_check_button")
    _until(qtbot, window, "plan", "next")
    _press(qtbot, window, "step_plan_skip")
    _press(qtbot, window, "step_rehearse_skip")
    _until(qtbot, window, "train", "next")
    _press(qtbot, window, "step_train_button")
    _until(qtbot, window, "evaluate", "next")
    window.docks.bring("dock_steps")
    assert "mean Dice 0.61" in window.findChild(QLabel, "step_train_words").text()
    _press(qtbot, window, "step_evaluate_button")
    _until(qtbot, window, "evaluate", "done")
    assert window.session.volume is not None
    assert window.session.volume.name == "volume-01.nii.gz", "a patient it has not learned from"
    words = window.findChild(QLabel, "step_evaluate_words").text()
    assert words.startswith("Dice on volume-01.nii.gz:")
    assert _step(window, "use") == "next"
    _keep_prediction(window)
    window.open_paths([stranger])
    qtbot.waitUntil(
        lambda: "new.nii.gz" in window.findChild(QLabel, "step_use_words").text(), timeout=WAIT_MS
    )
    window.docks.bring("dock_steps")
    _press(qtbot, window, "step_use_button")
    _until(qtbot, window, "use", "done")
    assert {_step(window, key) for key in TITLES} == {"done", "skipped"}
    _keep_prediction(window)


def _keep_prediction(window: MainWindow) -> None:
    """It may go with its scan."""
    drawn = [mask for mask in window.session.label_maps if mask.role == "prediction"]
    window.session.mark_kept(drawn[-1])


@pytest.mark.usefixtures("quick_work")
def test_only_a_mask_of_this_model_is_its_use(window: MainWindow, tmp_path: Path) -> None:
    """Not one of a file, not another model's, not one of the model that was there before."""
    session = window.session
    model = tmp_path / "run" / runs.MODEL_FILE
    session.set_volume(Volume(np.zeros((3, 4, 5), np.int16), Geometry((5, 4, 3)), "new"))
    session.set_model(model)
    voxels = np.ones((3, 4, 5), np.uint8)
    mask = LabelMap(voxels, Geometry((5, 4, 3)), "drawn", {1: label_for(1)}, role="prediction")

    def is_used() -> bool:
        window._walk.refresh()
        return _step(window, "use") == "done"

    session.add_label_map(replace(mask, voxels=voxels.copy(), path=tmp_path / "old.nii.gz"))
    assert not is_used(), "somebody's file"
    session.add_label_map(mask)
    predict = window.panels["dock_predict"]
    assert isinstance(predict, PredictPanel)
    predict.drawn.emit(mask, model)
    assert is_used()
    session.mark_saved(mask, tmp_path / "mask.nii.gz")
    assert is_used(), "to save it changes nothing"
    session.set_model(tmp_path / "other" / runs.MODEL_FILE)
    assert not is_used()
    session.set_model(model)
    assert is_used()
    train = window.panels["dock_train"]
    assert isinstance(train, TrainPanel)
    train.heard.emit(started(tmp_path / "run"))
    assert not is_used(), "what learns on is another model"
    predict.drawn.emit(mask, model)
    assert is_used()
    session.set_volume(Volume(np.zeros((3, 4, 5), np.int16), Geometry((5, 4, 3)), "next"))
    assert not is_used()


@pytest.mark.usefixtures("quick_work")
def test_another_data_set_begins_the_path_anew(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        for _ in write_cohort(tmp_path / name, 2, size_xyz=(40, 36, 6)):
            pass
    window.docks.bring("dock_steps")
    window.session.set_dataset(tmp_path / "one")
    _until(qtbot, window, "check", "next")
    _press(qtbot, window, "step_check_button")
    _until(qtbot, window, "plan", "next")
    _press(qtbot, window, "step_plan_skip")
    _until(qtbot, window, "plan", "skipped")
    window.session.set_dataset(tmp_path / "two")
    _until(qtbot, window, "check", "next")
    assert _step(window, "plan") == "blocked"
    window.session.set_dataset(None)
    _until(qtbot, window, "data", "next")


def test_the_time_for_the_training_is_chosen_here_and_there(
    qtbot: QtBot, window: MainWindow
) -> None:
    box = window.findChild(QComboBox, "steps_time")
    minutes = window.findChild(QDoubleSpinBox, "train_minutes")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert minutes.value() == 15
    minutes.setValue(7)
    qtbot.waitUntil(lambda: box.currentText() == "7 min", timeout=WAIT_MS)


def test_open_questions_on_persons_are_told_with_the_check() -> None:
    (_, check, *_) = path(replace(READY, alike=2))
    assert (check.state, check.is_bad) == ("done", True)
    assert "under Persons" in check.words


# --- words -----------------------------------------------------------------------------------


def test_every_word_has_a_line_short_enough_to_read() -> None:
    wanted = (
        *("epoch", "dice", "loss", "validation", "test", "learning_rate", "batch", "augmentation"),
        *("cascade", "deep_supervision", "threshold", "iou", "hd95", "overfitting", "assd", "ema"),
    )
    assert set(wanted) <= set(GLOSSARY)
    for key, term in GLOSSARY.items():
        assert term.line.endswith("."), key
        assert len(term.line) <= 160, key
        assert "tensor" not in term.line.lower(), key


def test_settings_explain_the_words_in_their_names(qtbot: QtBot) -> None:
    known = {**settings_of(TrainConfig), **settings_of(ModelConfig), **settings_of(PredictConfig)}
    assert set(SETTING_TERMS) <= set(known)
    assert {term for terms in SETTING_TERMS.values() for term in terms} <= set(GLOSSARY)
    form = SettingsForm(TrainConfig())
    qtbot.addWidget(form)
    tip = form.findChild(QWidget, "setting_learning_rate").toolTip()
    assert tip.splitlines()[1] == explained("learning_rate")


def test_words_are_found_by_what_they_are_called_elsewhere() -> None:
    assert "IoU" in words_html("jaccard")
    assert "Dice" not in words_html("jaccard").replace("than Dice", "")
    assert "“flux”" in words_html("flux")
    assert words_html("").count("<h3") == 5


def test_the_page_of_words_is_searched(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_name["action_show_words"].trigger()
    line = window.findChild(QLineEdit, "words_search")
    text = window.findChild(QTextBrowser, "words_text")
    assert "Hausdorff" not in text.toPlainText()
    qtbot.keyClicks(line, "hausdorff")
    assert text.toPlainText().split()[:1] == ["Scores"]
    assert "HD95" in text.toPlainText()


def test_a_widget_explains_the_words_it_says(qtbot: QtBot) -> None:
    label = QLabel("Loss")
    qtbot.addWidget(label)
    explain(label, "loss")
    assert label.toolTip() == explained("loss")
    label.setToolTip("Lower is better.")
    explain(label, "loss", "epoch")
    assert label.toolTip().splitlines() == [
        "Lower is better.",
        explained("loss"),
        explained("epoch"),
    ]
