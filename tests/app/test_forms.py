"""Forms follow the config they are given."""

from dataclasses import FrozenInstanceError, dataclass, replace
from typing import Annotated, Literal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from app.forms import Fold, SettingsForm
from app.work import LOSS_NAMES
from unet_core.config import PRESETS, PredictConfig, Setting, TrainConfig


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm[TrainConfig]:
    form = SettingsForm(TrainConfig(), {"loss": LOSS_NAMES})
    qtbot.addWidget(form)
    return form


@pytest.mark.parametrize("name", list(PRESETS))
def test_every_preset_comes_back_as_it_was(form: SettingsForm[TrainConfig], name: str) -> None:
    form.set_value(PRESETS[name])

    assert form.value() == PRESETS[name]


def test_an_edit_makes_a_new_config(qtbot: QtBot, form: SettingsForm[TrainConfig]) -> None:
    before = form.value()
    rate = form.findChild(QDoubleSpinBox, "setting_learning_rate")
    with qtbot.waitSignal(form.changed):
        rate.setValue(3e-7)

    after = form.value()

    assert after == replace(before, learning_rate=3e-7)
    assert rate.text() == "0.0000003"
    with pytest.raises(FrozenInstanceError):
        after.epochs = 3


def test_a_field_of_the_network_is_edited_too(form: SettingsForm[TrainConfig]) -> None:
    form.findChild(QSpinBox, "setting_depth").setValue(2)

    assert form.value().model.depth == 2


def test_editors_show_range_unit_and_help(form: SettingsForm[TrainConfig]) -> None:
    size = form.findChild(QSpinBox, "setting_image_size")
    loss = form.findChild(QComboBox, "setting_loss")
    split = form.findChild(QComboBox, "setting_split")

    assert (size.minimum(), size.maximum(), size.suffix()) == (32, 1024, " pixels")
    assert size.toolTip() == "Side of the slices the network sees."
    assert [loss.itemText(i) for i in range(loss.count())] == list(LOSS_NAMES)
    assert [split.itemText(i) for i in range(split.count())] == ["patient", "slice"]
    assert isinstance(form.findChild(QCheckBox, "setting_flip"), QCheckBox)


def test_advanced_settings_are_folded(qtbot: QtBot, form: SettingsForm[TrainConfig]) -> None:
    form.show()
    ema = form.findChild(QDoubleSpinBox, "setting_ema")
    assert not ema.isVisible()

    fold = next(f for f in form.findChildren(Fold) if f.button.text() == "Rarely changed")
    qtbot.mouseClick(fold.button, Qt.MouseButton.LeftButton)

    assert ema.isVisible()


def test_setting_a_value_is_silent(qtbot: QtBot, form: SettingsForm[TrainConfig]) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.set_value(PRESETS["article"])


def test_skipped_fields_keep_their_value(qtbot: QtBot) -> None:
    form = SettingsForm(PRESETS["quick"], skip=frozenset({"preset", "minutes"}))
    qtbot.addWidget(form)

    assert form.findChild(QDoubleSpinBox, "setting_minutes") is None
    assert form.value().preset == "quick"


def test_a_value_missing_from_the_table_is_kept(qtbot: QtBot) -> None:
    form = SettingsForm(replace(TrainConfig(), loss="newer_loss"), {"loss": LOSS_NAMES})
    qtbot.addWidget(form)

    assert form.value().loss == "newer_loss"


@dataclass(frozen=True)
class _OddType:
    names: Annotated[list[str], Setting("Names")]


@dataclass(frozen=True)
class _NoRange:
    count: Annotated[int, Setting("How many")] = 1


@dataclass(frozen=True)
class _NoSetting:
    kind: Literal["a", "b"] = "a"


@pytest.mark.parametrize("config", [_OddType(["a"]), _NoRange(), _NoSetting()])
def test_what_cannot_be_shown_is_refused_at_once(qtbot: QtBot, config: object) -> None:
    with pytest.raises(TypeError):
        SettingsForm(config)


def test_the_wheel_scrolls_the_panel_not_the_numbers(
    qtbot: QtBot, form: SettingsForm[TrainConfig]
) -> None:
    form.show()
    box = form.findChild(QSpinBox, "setting_epochs")

    QApplication.sendEvent(box, _wheel_up())

    assert box.value() == TrainConfig().epochs


def test_labels_name_every_row(qtbot: QtBot) -> None:
    form = SettingsForm(PredictConfig())
    qtbot.addWidget(form)

    texts = {label.text() for label in form.findChildren(QLabel)}

    assert {"Batch size", "Largest liver", "Tumour inside liver"} <= texts


def _wheel_up() -> QWheelEvent:
    here = QPointF(5, 5)
    return QWheelEvent(
        here,
        here,
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
