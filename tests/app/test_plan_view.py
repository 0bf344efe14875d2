"""The plan in the training panel: made-up and real plans, through the real buttons."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from app import theme, work
from app.panels.train import TrainPanel
from app.session import Session
from app.settings import Settings
from app.training.plan_view import HINT, plan_html
from tests.app.fake_run import HeldRun
from tests.unet_core.plan_samples import Machine, with_tumours
from unet_core import phantom
from unet_core.config import PRESETS
from unet_core.errors import InputError
from unet_core.events import Progress
from unet_core.plan import Plan, plan, read_plan


def _made(minutes: float = 20) -> work.PlanMade:
    found = plan(with_tumours(), minutes, 16.0, "cpu", try_out=Machine())
    return work.plan_in_words(found)


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[TrainPanel]:
    panel = TrainPanel(session, Settings())
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    panel.shutdown()


def _press(qtbot: QtBot, parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isEnabled()
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _words(panel: TrainPanel, name: str = "train_plan_words") -> str:
    return panel.findChild(QLabel, name).text()


def _dialog(qtbot: QtBot, panel: TrainPanel) -> QDialog:
    qtbot.waitUntil(lambda: panel.findChild(QDialog, "plan_dialog") is not None, timeout=5000)
    dialog = panel.findChild(QDialog, "plan_dialog")
    qtbot.waitUntil(lambda: not panel.setup.plan.is_working, timeout=5000)
    return dialog


def _gone(qtbot: QtBot, panel: TrainPanel) -> None:
    qtbot.waitUntil(lambda: panel.findChild(QDialog, "plan_dialog") is None, timeout=5000)


def test_without_a_data_set_the_button_says_what_to_do(qtbot: QtBot, panel: TrainPanel) -> None:
    assert _words(panel) == HINT
    _press(qtbot, panel, "train_plan")
    assert _words(panel) == "Choose the data set above first."
    assert not panel.setup.plan.is_working


def test_a_plan_fills_the_settings_and_says_so(qtbot: QtBot, panel: TrainPanel) -> None:
    made = _made()
    panel.setup.plan.begin(lambda: iter([Progress(1, 4, "Measuring 00"), made]))
    dialog = _dialog(qtbot, panel)
    text = dialog.findChild(QTextBrowser, "plan_text").toPlainText()
    for part in (made.forecast, *made.advice, *(c for row in made.choices for c in row)):
        assert part in text.replace("\n", " "), part
    before = panel.setup.form.value()
    assert before.preset != "plan"

    _press(qtbot, dialog, "plan_use")

    _gone(qtbot, panel)
    wish = panel.setup.form.value()
    assert wish == made.config
    assert panel.setup.minutes.value() == 20
    assert panel.setup.preset.currentIndex() == -1
    assert "come from the plan for patients" in _words(panel, "train_preset_words")
    assert _words(panel) == "The settings below are those of the plan."
    panel.setup.preset.setCurrentText("quick")
    assert panel.setup.form.value() == PRESETS["quick"], "a preset takes over again"


def test_closing_the_plan_changes_nothing(qtbot: QtBot, panel: TrainPanel) -> None:
    before = panel.setup.form.value()
    panel.setup.plan.begin(lambda: iter([_made()]))
    _press(qtbot, _dialog(qtbot, panel), "plan_close")
    _gone(qtbot, panel)
    assert panel.setup.form.value() == before
    assert panel.setup.preset.currentText() == "standard"


def test_soft_masks_stay_a_choice_of_the_data(
    qtbot: QtBot, session: Session, panel: TrainPanel
) -> None:
    session.set_threshold_masks(True)
    panel.setup.plan.begin(lambda: iter([_made()]))
    _press(qtbot, _dialog(qtbot, panel), "plan_use")
    _gone(qtbot, panel)
    assert panel.setup.form.value().threshold_masks


def test_a_plan_can_be_cancelled(qtbot: QtBot, panel: TrainPanel) -> None:
    run = HeldRun([Progress(1, 6, "Measuring 01")])
    panel.setup.plan.begin(run.start)
    qtbot.waitUntil(lambda: _words(panel) == "Measuring 01 (1 of 6)")
    assert not panel.findChild(QPushButton, "train_plan").isVisible()
    _press(qtbot, panel, "train_plan_cancel")
    assert run.words == ["stop"]
    qtbot.waitUntil(lambda: not panel.setup.plan.is_working)
    assert _words(panel) == HINT
    assert panel.findChild(QPushButton, "train_plan").isVisible()


def test_why_there_is_no_plan_is_said(qtbot: QtBot, session: Session, panel: TrainPanel) -> None:
    def refused() -> Iterator[object]:
        yield Progress(0, 2, "Measuring 00")
        raise InputError("the data set", "holds no label", "choose other masks")

    with qtbot.waitSignal(session.failed) as said:
        panel.setup.plan.begin(refused)
    assert said.args == ["the data set holds no label; choose other masks."]
    qtbot.waitUntil(lambda: not panel.setup.plan.is_working)
    assert panel.error.text == said.args[0]
    assert _words(panel) == HINT


def test_a_plan_is_saved_for_the_command_line(
    qtbot: QtBot, panel: TrainPanel, tmp_path: Path
) -> None:
    made = _made()
    panel.setup.plan.begin(lambda: iter([made]))
    dialog = _dialog(qtbot, panel)
    _press(qtbot, dialog, "plan_save")
    files = dialog.findChild(QFileDialog, "plan_save_dialog")
    assert files is not None
    path = tmp_path / "plan.json"
    files.fileSelected.emit(str(path))
    files.reject()
    qtbot.waitUntil(path.is_file)
    qtbot.waitUntil(lambda: _words(panel) == "The plan was saved.")
    assert read_plan(path) == made.config
    _press(qtbot, dialog, "plan_close")
    _gone(qtbot, panel)


def test_too_little_time_is_shown_as_a_warning() -> None:
    late = plan(with_tumours(), 3, 16.0, "cpu", try_out=Machine(step_s=9.0))
    assert not late.fits
    assert theme.WARNING in plan_html(work.plan_in_words(late))
    assert theme.WARNING not in plan_html(_made())


def test_names_are_shown_as_they_are() -> None:
    found = plan(with_tumours(), 20, 16.0, "cpu", try_out=Machine())
    odd = Plan(**{**vars(found), "advice": ("<b>a</b> & b",)})
    assert "&lt;b&gt;a&lt;/b&gt; &amp; b" in plan_html(work.plan_in_words(odd))


def test_a_real_plan_through_the_button(
    qtbot: QtBot, session: Session, panel: TrainPanel, tmp_path: Path
) -> None:
    folder = tmp_path / "cohort"
    for _ in phantom.write_cohort(folder, cases=3, size_xyz=(40, 32, 8)):
        pass
    session.set_dataset(folder)
    panel.setup.minutes.setValue(1)
    qtbot.waitUntil(lambda: "3 pairs" in _words(panel, "train_dataset_words"), timeout=5000)
    _press(qtbot, panel, "train_plan")
    assert panel.setup.plan.is_working
    qtbot.waitUntil(lambda: not panel.setup.plan.is_working, timeout=100_000)
    assert panel.error.text == ""
    _press(qtbot, panel.findChild(QDialog, "plan_dialog"), "plan_use")
    _gone(qtbot, panel)
    request = panel.setup.request()
    assert (request.config.preset, request.config.minutes) == ("plan", 1.0)
    assert list((Settings().runs_root / ".slices").glob("measured-*.json"))


def test_the_window_knows_no_torch_for_it() -> None:
    """A plan crosses over from its child process as plain settings and words."""
    made = _made()
    assert type(made.config).__module__ == "unet_core.config"
    assert all(isinstance(part, str) for row in made.choices for part in row)
    assert isinstance(partial(plan_html, made)(), str)
