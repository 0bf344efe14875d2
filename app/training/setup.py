"""What to train on and how: data set, preset, time limit, validation patients, all settings."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import work
from app.forms import Fold, NumberBox, SettingsForm, WheelGuard
from app.panel_parts import file_dialog, form_rows, muted
from app.settings import Settings
from app.training.plan_view import PlanRow
from app.training.start_from import StartFrom
from unet_core.config import PRESETS, TrainConfig, check_settings
from unet_core.errors import InputError
from unet_core.isolation import isolated

PRESET_WORDS: Mapping[str, str] = {
    "standard": "Finds the liver, then looks for tumours inside it, close up. The best masks: "
    "set a time limit, a quarter of an hour or a night.",
    "quick": "Liver and tumour at 128 pixels, few rounds. To see within minutes that data and "
    "masks fit together.",
    "article": "The tutorial's network and settings: tumour only, binary cross-entropy, mirrored "
    "pictures. To compare with it.",
}
AUTOMATIC, CHOSEN = "Automatic", "Chosen patients"


@dataclass(frozen=True)
class RunRequest:
    """A complete order for a run."""

    dataset: Path
    config: TrainConfig
    validation_cases: tuple[str, ...]
    start_from: Path | None = None


class RunSetup(QWidget):
    """The upper part of the training panel.

    Signals:
        dataset_chosen: The folder the user typed or picked; None when the line was emptied.
        threshold_chosen: Whether soft mask edges are cut at half.
    """

    dataset_chosen = Signal(object)
    threshold_chosen = Signal(bool)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._wheel = WheelGuard(self)
        self._folder: Path | None = None
        self._make_data_rows()
        self._make_preset_rows()
        self._make_validation_rows()
        self.form: SettingsForm[TrainConfig] = SettingsForm(
            PRESETS["standard"],
            choices={"loss": work.LOSS_NAMES},
            skip=frozenset({"preset", "minutes"}),
        )
        self.form.changed.connect(self._on_form_edited)
        self._threshold_masks = False
        self._same_person = ""
        rows = form_rows()
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.dataset, 1)
        line.addWidget(self.browse)
        rows.addRow("Data set", line)
        rows.addRow("", self.dataset_words)
        rows.addRow("Preset", self.preset)
        rows.addRow("", self.preset_words)
        rows.addRow("Time limit", self.minutes)
        self.plan = PlanRow()
        self.plan.asked.connect(self._on_plan_asked)
        self.plan.used.connect(self._on_plan_used)
        rows.addRow("Plan", self.plan)
        rows.addRow("Validation", self.validation)
        rows.addRow("", self.validation_list)
        self.start_from = StartFrom()
        rows.addRow("Begin", self.start_from)
        self._rows = rows
        rows.setRowVisible(self.validation_list, False)
        rows.setRowVisible(self.dataset_words, False)
        self.more = Fold("More settings", self.form)
        self.more.button.setObjectName("train_more_settings")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(rows)
        layout.addWidget(self.more)
        self._on_preset_changed()

    # --- what the user asks for ------------------------------------------------------------

    def request(self) -> RunRequest:
        """The order as it stands.

        Raises:
            InputError: If no data set is chosen or the settings contradict each other.
        """
        if self._folder is None:
            raise InputError("Training", "has no data set yet", "choose its folder above")
        config = dataclasses.replace(self.form.value(), minutes=self.minutes.value())
        check_settings(config)
        chosen = self.chosen_cases()
        if self.validation.currentText() == CHOSEN:
            if not chosen:
                raise InputError("Validation", "has no patient", "tick at least one, or Automatic")
            if len(chosen) == self.validation_list.count():
                raise InputError(
                    "Validation", "has every patient", "leave at least one to learn from"
                )
        return RunRequest(self._folder, config, chosen, self.start_from.path)

    def chosen_cases(self) -> tuple[str, ...]:
        """Case names ticked for validation; empty for the automatic choice."""
        if self.validation.currentText() == AUTOMATIC:
            return ()
        items = [self.validation_list.item(i) for i in range(self.validation_list.count())]
        return tuple(i.text() for i in items if i.checkState() is Qt.CheckState.Checked)

    # --- what is known about the data set --------------------------------------------------

    def show_dataset(self, folder: Path | None) -> None:
        """Show the chosen folder; its cases follow by ``show_cases``."""
        self._folder = folder
        self.dataset.setText("" if folder is None else str(folder))
        self.dataset.setToolTip(self.dataset.text())
        self.validation_list.clear()
        self.say_about_dataset("" if folder is None else "Looking for scans and masks…")

    def show_cases(self, case_ids: tuple[str, ...], notices: tuple[str, ...]) -> None:
        """Offer the cases of the data set for validation."""
        self.validation_list.clear()
        for case_id in case_ids:
            item = QListWidgetItem(case_id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.validation_list.addItem(item)
        pairs = "1 pair" if len(case_ids) == 1 else f"{len(case_ids)} pairs"
        self.say_about_dataset(" ".join((f"{pairs} of scan and mask.", *notices)))

    def say_about_dataset(self, sentence: str) -> None:
        """Write a line under the folder, or none."""
        self.dataset_words.setText(sentence)
        self._rows.setRowVisible(self.dataset_words, bool(sentence))

    def show_model(self, path: Path, config: TrainConfig) -> None:
        """Begin with a model: with its settings, or its weights would not fit."""
        with QSignalBlocker(self.preset):
            self.preset.setCurrentIndex(self.preset.findText(config.preset))
        self.preset_words.setText(PRESET_WORDS.get(config.preset, ""))
        self.form.set_value(self._for_this_data(config))
        self.start_from.show_model(path)

    def show_threshold(self, is_on: bool) -> None:
        """Show what the Data panel, or whoever else, chose for soft mask edges."""
        self._threshold_masks = is_on
        self.form.set_value(dataclasses.replace(self.form.value(), threshold_masks=is_on))

    def show_same_person(self, groups: str) -> None:
        """Show which cases somebody agreed are one person, as the setting words it."""
        self._same_person = groups
        self.form.set_value(dataclasses.replace(self.form.value(), same_person=groups))

    # --- rows ------------------------------------------------------------------------------

    def _make_data_rows(self) -> None:
        self.dataset = QLineEdit()
        self.dataset.setObjectName("train_dataset")
        self.dataset.setPlaceholderText("Folder with scans and their masks")
        self.dataset.setAccessibleName("Folder with scans and their masks")
        self.dataset.editingFinished.connect(self._on_folder_typed)
        self.browse = QPushButton("Browse…")
        self.browse.setObjectName("train_browse")
        self.browse.clicked.connect(self._on_browse)
        self.dataset_words = muted("train_dataset_words")

    def _make_preset_rows(self) -> None:
        self.preset = QComboBox()
        self.preset.setObjectName("train_preset")
        self.preset.addItems(list(PRESETS))
        self.preset.setPlaceholderText("from the plan")
        self.preset.currentIndexChanged.connect(self._on_preset_changed)
        self._wheel.guard(self.preset)
        self.preset_words = muted("train_preset_words")
        self.minutes = NumberBox()
        self.minutes.setObjectName("train_minutes")
        self.minutes.setRange(0.0, 100_000.0)
        self.minutes.setSuffix(" min")
        self.minutes.setSpecialValueText("no limit")
        self.minutes.setToolTip("Ends on time, learning rate and all; 0 sets no limit.")
        self._wheel.guard(self.minutes)

    def _make_validation_rows(self) -> None:
        self.validation = QComboBox()
        self.validation.setObjectName("train_validation")
        self.validation.addItems([AUTOMATIC, CHOSEN])
        self.validation.setToolTip(
            "Patients kept aside: never learned from, scored after every round."
        )
        self.validation.currentIndexChanged.connect(self._on_validation_changed)
        self._wheel.guard(self.validation)
        self.validation_list = QListWidget()
        self.validation_list.setObjectName("train_validation_cases")
        self.validation_list.setFixedHeight(96)

    @Slot()
    def _on_folder_typed(self) -> None:
        text = self.dataset.text().strip()
        folder = Path(text).expanduser() if text else None
        if folder != self._folder:
            self.dataset_chosen.emit(folder)

    @Slot()
    def _on_browse(self) -> None:
        title, start = "Folder with scans and masks", self._folder or Path.home()
        dialog = file_dialog(self, "train_browse_dialog", title, start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder_picked)
        dialog.open()

    @Slot(str)
    def _on_folder_picked(self, folder: str) -> None:
        self.dataset_chosen.emit(Path(folder))

    @Slot()
    def _on_preset_changed(self) -> None:
        name = self.preset.currentText()
        if name not in PRESETS:
            return  # the settings are those of a plan
        self.preset_words.setText(PRESET_WORDS.get(name, ""))
        self.form.set_value(self._for_this_data(PRESETS[name]))

    def _for_this_data(self, config: TrainConfig) -> TrainConfig:
        """With what belongs to the data and not to a preset, plan or model."""
        return dataclasses.replace(
            config, threshold_masks=self._threshold_masks, same_person=self._same_person
        )

    @Slot()
    def _on_plan_asked(self) -> None:
        if self._folder is None:
            self.plan.say("Choose the data set above first.")
            return
        root, minutes = self._settings.runs_root, self.minutes.value()
        wish = (self._folder, root, minutes, self._threshold_masks, self._same_person)
        self.plan.begin(partial(isolated, work.make_plan, *wish))

    @Slot(object)
    def _on_plan_used(self, made: work.PlanMade) -> None:
        self.preset.setCurrentIndex(-1)
        self.preset_words.setText(
            f"The settings come from the plan for {made.name}. Plan again if you change the data "
            "set or the time limit."
        )
        self.minutes.setValue(made.config.minutes)
        self.form.set_value(self._for_this_data(made.config))

    @Slot()
    def _on_form_edited(self) -> None:
        self._same_person = self.form.value().same_person
        is_on = self.form.value().threshold_masks
        if is_on != self._threshold_masks:
            self._threshold_masks = is_on
            self.threshold_chosen.emit(is_on)

    @Slot()
    def _on_validation_changed(self) -> None:
        self._rows.setRowVisible(self.validation_list, self.validation.currentText() == CHOSEN)
