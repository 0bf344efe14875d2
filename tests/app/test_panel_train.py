"""Training from the panel: real buttons, made-up and real runs."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import work
from app.panels.train import REDRAW_MS, TrainPanel
from app.session import Session
from app.settings import Settings
from app.training.setup import PRESET_WORDS
from app.viewer.dice_strip import DiceStrip
from tests.app.fake_run import HeldRun, batch, record, scan, scored, started
from unet_core import phantom
from unet_core.config import PRESETS
from unet_core.errors import InputError
from unet_core.events import CaseChecked, CaseReport, EpochDone, Notice, RunEnded
from unet_core.split import CaseSplit

IMAGE = Path("data/volume-02.nii").absolute()
EPOCHS = (
    batch(1, 10),
    EpochDone(record(1, is_best=True, score=0.61)),
    scored(1, "02", IMAGE, liver=0.5),
    batch(2, 10),
    EpochDone(record(2, is_best=True, score=0.81)),
    scored(2, "02", IMAGE, liver=0.8),
    batch(3, 2),
)


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[TrainPanel]:
    panel = TrainPanel(session, Settings())
    qtbot.addWidget(panel)
    yield panel
    panel.shutdown()


@pytest.fixture(scope="session")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three tiny patients."""
    folder = tmp_path_factory.mktemp("cohort")
    for _ in phantom.write_cohort(folder, cases=3, size_xyz=(40, 32, 8)):
        pass
    return folder


def _child(panel: TrainPanel, kind: type, name: str) -> QWidget:
    found = panel.findChild(kind, name)
    assert found is not None, name
    return found


def _press(qtbot: QtBot, panel: TrainPanel, name: str) -> None:
    button = _child(panel, QPushButton, name)
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _text(panel: TrainPanel, name: str) -> str:
    return panel.findChild(QLabel, name).text()


def _wait_idle(qtbot: QtBot, panel: TrainPanel, timeout: int = 5000) -> None:
    qtbot.waitUntil(lambda: not panel.is_training, timeout=timeout)


# --- set-up ----------------------------------------------------------------------------------


def test_every_widget_has_its_name(panel: TrainPanel) -> None:
    for name in (
        *("train_dataset", "train_browse", "train_preset", "train_minutes", "train_validation"),
        *("train_start", "train_pause", "train_stop", "train_progress", "train_status"),
        *("train_loss_plot", "train_dice_plot", "train_slice_dice", "train_case"),
        *("train_messages", "train_resume", "train_resume_dismiss"),
    ):
        assert panel.findChild(QWidget, name) is not None, name


def test_start_without_a_data_set_says_what_to_do(
    qtbot: QtBot, session: Session, panel: TrainPanel
) -> None:
    panel.show()
    with qtbot.waitSignal(session.failed) as said:
        _press(qtbot, panel, "train_start")

    assert said.args == ["Training has no data set yet; choose its folder above."]
    assert _text(panel, "train_error_text") == said.args[0]
    assert panel.error.isVisible()
    assert not panel.is_training


def test_presets_are_explained_and_fill_the_form(panel: TrainPanel) -> None:
    assert set(PRESET_WORDS) == set(PRESETS)
    box = _child(panel, QComboBox, "train_preset")
    assert [box.itemText(i) for i in range(box.count())] == list(PRESETS)

    box.setCurrentText("quick")

    assert _text(panel, "train_preset_words") == PRESET_WORDS["quick"]
    assert panel.setup.form.value() == PRESETS["quick"]


def test_m3_soft_masks_are_one_choice_in_the_form_and_the_session(
    session: Session, panel: TrainPanel
) -> None:
    box = panel.setup.form.editor("threshold_masks")
    assert isinstance(box, QCheckBox)
    session.set_threshold_masks(True)
    assert box.isChecked()
    _child(panel, QComboBox, "train_preset").setCurrentText("quick")
    assert box.isChecked(), "a preset says nothing about the data"
    box.setChecked(False)
    assert not session.threshold_masks


def test_browsing_for_a_data_set_does_not_hold_up_the_window(
    qtbot: QtBot, session: Session, panel: TrainPanel, cohort: Path
) -> None:
    panel.show()
    _press(qtbot, panel, "train_browse")
    dialog = _child(panel, QFileDialog, "train_browse_dialog")
    dialog.fileSelected.emit(str(cohort))
    dialog.reject()
    assert session.dataset == cohort


def test_losses_offered_are_those_there_are() -> None:
    from unet_core.losses import LOSSES

    assert set(work.LOSS_NAMES) == set(LOSSES)


def test_a_data_set_shows_its_patients(
    qtbot: QtBot, session: Session, panel: TrainPanel, cohort: Path
) -> None:
    line = _child(panel, QLineEdit, "train_dataset")
    line.setText(str(cohort))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session.dataset == cohort

    qtbot.waitUntil(
        lambda: _text(panel, "train_dataset_words").startswith("3 pairs of scan and mask.")
    )
    assert panel.setup.request().validation_cases == ()
    session.set_split(CaseSplit(("00",), ("01",), ()))
    assert panel.setup.request().validation_cases == ("01",)
    session.set_split(CaseSplit(("00",), ("elsewhere",), ()))
    with pytest.raises(InputError, match="not in the data set"):
        panel.setup.request()


def test_a_folder_without_pairs_is_named(
    qtbot: QtBot, session: Session, panel: TrainPanel, tmp_path: Path
) -> None:
    session.set_dataset(tmp_path)

    qtbot.waitUntil(lambda: tmp_path.name in _text(panel, "train_dataset_words"))


def test_the_request_holds_what_was_set(panel: TrainPanel, session: Session) -> None:
    session.set_dataset(Path("data"))
    panel.setup.preset.setCurrentText("quick")
    _child(panel, QDoubleSpinBox, "train_minutes").setValue(10)
    _child(panel, QSpinBox, "setting_epochs").setValue(7)

    request = panel.setup.request()

    assert request.config == replace(PRESETS["quick"], minutes=10.0, epochs=7)
    assert request.dataset == Path("data")


def test_settings_that_contradict_each_other_are_refused(
    panel: TrainPanel, session: Session
) -> None:
    session.set_dataset(Path("data"))
    _child(panel, QSpinBox, "setting_image_size").setValue(250)

    with pytest.raises(InputError, match="multiple of 32"):
        panel.setup.request()


# --- a run -----------------------------------------------------------------------------------


def test_a_run_draws_curves_strip_and_notes(
    qtbot: QtBot, session: Session, panel: TrainPanel, tmp_path: Path
) -> None:
    report = CaseReport("01", (8, 8, 6), {}, {}, problems=("The mask is empty.",))
    ended = RunEnded("patience", 2, 0.81, tmp_path / "model.safetensors")
    events = (CaseChecked(report), Notice("Slow disk."), started(tmp_path), *EPOCHS, ended)

    with qtbot.waitSignal(session.models_changed):
        panel.begin(lambda: iter(events))
    _wait_idle(qtbot, panel)

    assert session.model == tmp_path / "model.safetensors"
    liver = next(line for line in panel.view.dice.canvas.lines if line.name == "liver")
    assert (liver.x.tolist(), liver.y.tolist()) == ([1, 2], [0.9, 0.9])
    assert "epoch 2, mean Dice 0.81" in _text(panel, "train_status")
    assert _child(panel, QComboBox, "train_case").currentText() == "02"
    strip = _child(panel, DiceStrip, "train_slice_dice")
    assert strip.text_of(3).startswith("slice 4: liver (with tumour) 0.80")
    assert strip._ghost[3, 0] == 0.5
    notes = _child(panel, QPlainTextEdit, "train_messages").toPlainText()
    for sentence in ("01: The mask is empty.", "Slow disk.", "validating on 02", "01 is empty"):
        assert sentence in notes


def test_pause_resume_stop(
    qtbot: QtBot, session: Session, panel: TrainPanel, tmp_path: Path
) -> None:
    """T10."""
    panel.show()
    run = HeldRun([started(tmp_path), *EPOCHS])
    panel.begin(run.start)
    bar = _child(panel, QProgressBar, "train_progress")
    qtbot.waitUntil(lambda: bar.text() == "Epoch 3 of 4 · batch 2 of 10")
    assert not _child(panel, QPushButton, "train_start").isEnabled()

    _press(qtbot, panel, "train_pause")
    assert panel.controls.pause.text() == "Resume"
    assert _text(panel, "train_status").startswith("Paused")
    _press(qtbot, panel, "train_pause")
    assert panel.controls.pause.text() == "Pause"
    _press(qtbot, panel, "train_stop")
    assert panel.controls.stop.text() == "Stopping…"
    assert not panel.controls.stop.isEnabled()
    _wait_idle(qtbot, panel)

    assert run.words == ["pause", "resume", "stop"]
    assert _text(panel, "train_status") == (
        "Stopped after epoch 2; best model (epoch 2, mean Dice 0.81) kept."
    )
    assert _child(panel, QPushButton, "train_start").isEnabled()


def test_u7_batches_are_drawn_from_the_newest(
    qtbot: QtBot, panel: TrainPanel, tmp_path: Path
) -> None:
    """U7."""
    events = [batch(1, 1 + n % 10) for n in range(3000)]
    run = HeldRun([started(tmp_path), *events])

    panel.begin(run.start)
    qtbot.waitUntil(lambda: panel.controls.progress.text().endswith("batch 10 of 10"))

    places = [epoch for epoch, _ in panel.view.loss._live]
    qtbot.wait(2 * REDRAW_MS + 50)

    assert len(places) < 30
    assert [epoch for epoch, _ in panel.view.loss._live] == places
    panel.shutdown()


def test_t9_a_failure_is_a_sentence_that_stays(
    qtbot: QtBot, session: Session, panel: TrainPanel, tmp_path: Path
) -> None:
    """T9."""

    def dying() -> Iterator[object]:
        yield started(tmp_path)
        raise InputError("the worker", "stopped unexpectedly (signal SIGKILL)", "try again")

    panel.show()
    with qtbot.waitSignal(session.failed) as said:
        panel.begin(dying)
    _wait_idle(qtbot, panel)

    assert "SIGKILL" in said.args[0]
    assert _text(panel, "train_error_text") == said.args[0]
    assert _text(panel, "train_status").startswith("Failed:")
    _press(qtbot, panel, "train_error_dismiss")
    assert not panel.error.isVisible()


def test_clicking_a_slice_shows_patient_mask_and_slice(
    qtbot: QtBot, session: Session, panel: TrainPanel, tmp_path: Path
) -> None:
    panel.show()
    panel.resize(420, 900)
    panel.begin(lambda: iter([started(tmp_path), *EPOCHS]))
    _wait_idle(qtbot, panel)
    session.set_volume(scan(IMAGE))
    strip = _child(panel, DiceStrip, "train_slice_dice")

    place = strip.rect().center()
    place.setX(round(strip.x_of(4)))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)

    assert session.cursor[0] == 4
    assert session.label_maps[0].name == "epoch 2 prediction"
    assert strip.current == 4
    session.set_volume(scan(IMAGE.with_name("other.nii")))
    assert strip.current == -1


def test_closing_stops_the_run(qtbot: QtBot, panel: TrainPanel, tmp_path: Path) -> None:
    """U4."""
    run = HeldRun([started(tmp_path)])
    panel.begin(run.start)
    qtbot.waitUntil(lambda: panel._run.started is not None)

    began = time.monotonic()
    panel.shutdown()

    assert run.words == ["stop"]
    assert not panel.is_training
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("width", [320, 420])
def test_it_fits_a_narrow_dock(qtbot: QtBot, panel: TrainPanel, tmp_path: Path, width: int) -> None:
    panel.resize(QSize(width, 600))
    panel.show()
    panel.begin(lambda: iter([started(tmp_path), *EPOCHS]))
    _wait_idle(qtbot, panel)
    panel.setup_fold.set_open(True)
    panel.setup.more.set_open(True)
    panel.view.dice.switches["accuracy"].click()
    qtbot.wait(50)

    content = panel.findChild(QScrollArea).widget()
    assert content.width() <= width
    assert panel.view.width() <= width


# --- the real thing --------------------------------------------------------------------------


def _small(panel: TrainPanel, cohort: Path, epochs: int) -> None:
    """A 32-pixel run of seconds, set through the widgets."""
    panel._session.set_dataset(cohort)
    panel.setup.preset.setCurrentText("quick")
    for name, value in (
        ("image_size", 32),
        ("epochs", epochs),
        ("batches_per_epoch", 2),
        ("batch_size", 2),
        ("depth", 2),
        ("base_channels", 4),
    ):
        _child(panel, QSpinBox, f"setting_{name}").setValue(value)


def test_what_is_said_of_a_plan_is_never_cut(
    qtbot: QtBot, session: Session, panel: TrainPanel, cohort: Path
) -> None:
    words = panel.setup.plan.words
    panel.resize(351, 780)
    panel.show()
    session.set_dataset(cohort)
    qtbot.waitUntil(words.isVisible, timeout=20_000)
    panel.setup.plan.say("Ready.")
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    panel.setup.plan.say("The settings below are those of the plan, " * 2)
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))


def test_a_real_run_from_start_to_model(
    qtbot: QtBot, session: Session, panel: TrainPanel, cohort: Path
) -> None:
    panel.show()
    _small(panel, cohort, epochs=2)

    panel.controls.start.setFocus()
    qtbot.keyClick(panel.controls.start, Qt.Key.Key_Space)
    assert panel.is_training
    assert panel.focusWidget() is panel.setup_fold.button  # a second space queues nothing
    _wait_idle(qtbot, panel, timeout=60_000)

    assert panel.error.text == ""
    assert len(panel._run.records) == 2
    assert session.model is not None
    assert session.model.is_file()
    assert session.model.is_relative_to(Settings().runs_root)
    assert "Finished after epoch 2" in _text(panel, "train_status")
    assert panel.view.strip.slices == 8


def test_t1_a_stopped_run_goes_on_later(
    qtbot: QtBot, session: Session, panel: TrainPanel, cohort: Path
) -> None:
    """T1, T8: stopped by its button, offered by the next panel, gapless curves."""
    panel.show()
    _small(panel, cohort, epochs=200)
    _press(qtbot, panel, "train_start")
    qtbot.waitUntil(lambda: len(panel._run.records) >= 2, timeout=60_000)
    _press(qtbot, panel, "train_stop")
    _wait_idle(qtbot, panel, timeout=20_000)
    done = len(panel._run.records)
    qtbot.waitUntil(lambda: session.model is not None)

    later = TrainPanel(session, Settings())
    qtbot.addWidget(later)
    later.show()
    qtbot.waitUntil(lambda: later.offer.isVisible())
    assert f"was stopped after epoch {done} of 200" in later.offer.text
    _press(qtbot, later, "train_resume")
    qtbot.waitUntil(lambda: len(later._run.records) > done, timeout=60_000)
    later.shutdown()

    epochs = [r.epoch for r in later._run.epochs]
    assert epochs == list(range(1, len(epochs) + 1))
    assert not later.offer.isVisible()
