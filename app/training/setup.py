"""What to train on and how: data set, preset, time limit, validation patients, all settings."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import work
from app.forms import Fold, NumberBox, SettingsForm, WheelGuard
from app.glossary import explain
from app.panel_parts import button, combo_box, file_dialog, form_rows, muted
from app.settings import Settings
from app.training.plan_view import PlanRow
from app.training.split_words import AUTOMATIC_WORDS, split_words
from app.training.start_from import StartFrom
from app.translation import tr
from unet_core.case_names import dataset_name
from unet_core.config import PRESETS, TrainConfig, check_settings
from unet_core.errors import InputError
from unet_core.isolation import isolated
from unet_core.split import CaseSplit, check_split

PRESET_WORDS: Mapping[str, str] = {
    "standard": tr(
        "Finds the liver, then looks for tumours inside it, close up. The best masks: "
        "set a time limit, a quarter of an hour or a night."
    ),
    "quick": tr(
        "Liver and tumour at 128 pixels, few rounds. To see within minutes that data and "
        "masks fit together."
    ),
    "article": tr(
        "The tutorial's network and settings: tumour only, binary cross-entropy, mirrored "
        "pictures. To compare with it."
    ),
}
AUTOMATIC, CHOSEN = 0, 1
"""Rows of the choice who is validated on."""


@dataclass(frozen=True)
class RunRequest:
    """A complete order for a run."""

    dataset: Path
    config: TrainConfig
    validation_cases: tuple[str, ...]
    start_from: Path | None = None
    test_cases: tuple[str, ...] = ()
    plan: Mapping[str, Any] | None = None
    """Where the settings come from one, with its reasons: the run keeps it for its report."""

    def order(self, runs_root: Path) -> tuple[Path, Path, TrainConfig, tuple[str, ...]]:
        """What ``work.new_run`` and ``work.rehearse`` ask for first."""
        return self.dataset, runs_root, self.config, self.validation_cases


class RunSetup(QWidget):
    """The upper part of the training panel.

    Signals:
        dataset_chosen: The folder the user typed or picked; None when the line was emptied.
        threshold_chosen: Whether soft mask edges are cut at half.
        split_asked: The split board shall be opened.
        split_dropped: Who is validated on shall be found automatically.
    """

    dataset_chosen = Signal(object)
    threshold_chosen = Signal(bool)
    split_asked = Signal()
    split_dropped = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._wheel = WheelGuard(self)
        self._folder: Path | None = None
        self._shown = ""
        self.planned: work.PlanMade | None = None
        self._case_ids: tuple[str, ...] = ()
        self._split: CaseSplit | None = None
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
        rows.addRow(tr("Data set"), line)
        rows.addRow("", self.dataset_words)
        rows.addRow(tr("Preset"), self.preset)
        rows.addRow("", self.preset_words)
        rows.addRow(tr("Time limit"), self.minutes)
        self.plan = PlanRow()
        self.plan.asked.connect(self._on_plan_asked)
        self.plan.used.connect(self._on_plan_used)
        rows.addRow(tr("Plan"), self.plan)
        rows.addRow("", self.plan.words)
        split = QHBoxLayout()
        split.setSpacing(6)
        split.addWidget(self.validation, 1)
        split.addWidget(self.board)
        rows.addRow(tr("Validation"), split)
        rows.addRow("", self.split_words)
        self.start_from = StartFrom(settings.runs_root)
        rows.addRow(tr("Begin"), self.start_from)
        self._rows = rows
        rows.setRowVisible(self.dataset_words, False)
        self.more = Fold(tr("More settings"), self.form)
        self.more.button.setObjectName("train_more_settings")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(rows)
        layout.addWidget(self.more)
        self._explain_words()
        self._on_preset_changed()

    # --- what the user asks for ------------------------------------------------------------

    def request(self) -> RunRequest:
        """The order as it stands.

        Raises:
            InputError: If no data set is chosen or the settings contradict each other.
        """
        if self._folder is None:
            raise InputError(
                tr("Training"), tr("has no data set yet"), tr("choose its folder above")
            )
        config = dataclasses.replace(self.form.value(), minutes=self.minutes.value())
        check_settings(config)
        plan = self._plan_behind(config)
        split = self._split
        if split is None:
            return RunRequest(self._folder, config, (), self.start_from.path, (), plan)
        known = self._case_ids or split.case_ids
        check_split(split, [(name,) for name in known])
        start = self.start_from.path
        return RunRequest(self._folder, config, split.validation, start, split.test, plan)

    def _plan_behind(self, config: TrainConfig) -> Mapping[str, Any] | None:
        """The plan the settings began with, if it was made for this data set."""
        made, folder = self.planned, self._folder
        if made is None or folder is None or made.name != folder.name:
            return None
        return made.values if config.preset == made.config.preset else None

    # --- what is known about the data set --------------------------------------------------

    @property
    def case_ids(self) -> tuple[str, ...]:
        """Names of its cases; none before they are found."""
        return self._case_ids

    def show_dataset(self, folder: Path | None) -> None:
        """Show the chosen folder; its cases follow by ``show_cases``."""
        self._folder = folder
        self._shown = _shown(folder)
        self.dataset.setText(self._shown)
        self.dataset.setToolTip("" if folder is None else str(folder))
        self._case_ids = ()
        self.say_about_dataset("" if folder is None else tr("Looking for scans and masks…"))

    def show_cases(self, case_ids: tuple[str, ...], notices: tuple[str, ...]) -> None:
        """Say how many pairs of scan and mask there are."""
        self._case_ids = case_ids
        pairs = (
            tr("1 pair of scan and mask.")
            if len(case_ids) == 1
            else tr("{pairs} pairs of scan and mask.", pairs=len(case_ids))
        )
        self.say_about_dataset(" ".join((pairs, *notices)))

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

    def show_settings(self, config: TrainConfig, start_from: Path | None) -> None:
        """Fill in what another run was set to, its words on soft masks and persons included."""
        self.preset.setCurrentIndex(-1)
        self.preset_words.setText(
            tr("The settings are those of another run ({preset}).", preset=config.preset)
        )
        self._threshold_masks, self._same_person = config.threshold_masks, config.same_person
        self.minutes.setValue(config.minutes)
        self.form.set_value(config)
        self.start_from.show_model(start_from)

    def show_threshold(self, is_on: bool) -> None:
        """Show what the Data panel, or whoever else, chose for soft mask edges."""
        self._threshold_masks = is_on
        self.form.set_value(dataclasses.replace(self.form.value(), threshold_masks=is_on))

    def show_split(self, split: CaseSplit | None) -> None:
        """Show who is validated on, and who is the test; None for the automatic choice."""
        self._split = split
        with QSignalBlocker(self.validation):
            self.validation.setCurrentIndex(AUTOMATIC if split is None else CHOSEN)
        self.split_words.setText(AUTOMATIC_WORDS if split is None else split_words(split))

    def show_same_person(self, groups: str) -> None:
        """Show which cases somebody agreed are one person, as the setting words it."""
        self._same_person = groups
        self.form.set_value(dataclasses.replace(self.form.value(), same_person=groups))

    # --- rows ------------------------------------------------------------------------------

    def _make_data_rows(self) -> None:
        self.dataset = QLineEdit()
        self.dataset.setObjectName("train_dataset")
        self.dataset.setPlaceholderText(tr("Folder with scans and their masks"))
        self.dataset.setAccessibleName(tr("Folder with scans and their masks"))
        self.dataset.editingFinished.connect(self._on_folder_typed)
        self.browse = QPushButton(tr("Browse…"))
        self.browse.setObjectName("train_browse")
        self.browse.clicked.connect(self._on_browse)
        self.dataset_words = muted("train_dataset_words")

    def _make_preset_rows(self) -> None:
        self.preset = QComboBox()
        self.preset.setObjectName("train_preset")
        self.preset.addItems(list(PRESETS))
        self.preset.setPlaceholderText(tr("from the plan"))
        self.preset.currentIndexChanged.connect(self._on_preset_changed)
        self._wheel.guard(self.preset)
        self.preset_words = muted("train_preset_words")
        self.minutes = NumberBox()
        self.minutes.setObjectName("train_minutes")
        self.minutes.setRange(0.0, 100_000.0)
        self.minutes.setSuffix(" min")
        self.minutes.setSpecialValueText(tr("no limit"))
        self.minutes.setToolTip(tr("Ends on time, learning rate and all; 0 sets no limit."))
        self._wheel.guard(self.minutes)

    def _make_validation_rows(self) -> None:
        self.validation = combo_box("train_validation")
        self.validation.setAccessibleName(tr("Who is validated on"))
        self.validation.addItems([tr("Automatic"), tr("Split board")])
        self.validation.setToolTip(
            tr("Patients kept aside: never learned from, scored after every round.")
        )
        self.validation.activated.connect(self._on_validation_picked)
        self._wheel.guard(self.validation)
        self.board = button(
            "train_split_board",
            tr("Split board…"),
            tr("Choose who is learned from, who is validated on and who is the test"),
        )
        self.board.clicked.connect(self.split_asked)
        self.split_words = muted("train_split_words", AUTOMATIC_WORDS)

    def _explain_words(self) -> None:
        """Tool tips say what the words mean."""
        explain(self.preset, "preset")
        explain(self.validation, "validation", "test")
        explain(self.board, "split", "leakage")
        explain(self.plan.button, "plan")

    @Slot()
    def _on_folder_typed(self) -> None:
        text = self.dataset.text().strip()
        if text == self._shown:
            return
        folder = Path(text).expanduser() if text else None
        if folder != self._folder:
            self.dataset_chosen.emit(folder)

    @Slot()
    def _on_browse(self) -> None:
        title, start = tr("Folder with scans and masks"), self._folder or Path.home()
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
            self.plan.say(tr("Choose the data set above first."))
            return
        root, minutes = self._settings.runs_root, self.minutes.value()
        wish = (self._folder, root, minutes, self._threshold_masks, self._same_person)
        test = self._split.test if self._split is not None else ()
        self.plan.begin(partial(isolated, work.make_plan, *wish, test))

    @Slot(object)
    def _on_plan_used(self, made: work.PlanMade) -> None:
        self.preset.setCurrentIndex(-1)
        self.preset_words.setText(
            tr(
                "The settings come from the plan for {dataset}. Plan again if you change the "
                "data set "
                "or the time limit.",
                dataset=made.name,
            )
        )
        self.planned = made
        self.minutes.setValue(made.config.minutes)
        self.form.set_value(self._for_this_data(made.config))

    @Slot()
    def _on_form_edited(self) -> None:
        self._same_person = self.form.value().same_person
        is_on = self.form.value().threshold_masks
        if is_on != self._threshold_masks:
            self._threshold_masks = is_on
            self.threshold_chosen.emit(is_on)

    @Slot(int)
    def _on_validation_picked(self, row: int) -> None:
        if row == AUTOMATIC:
            self.split_dropped.emit()
        elif self._split is None:
            self.show_split(None)  # until something is chosen there
            self.split_asked.emit()


def _shown(dataset: Path | None) -> str:
    """A data set as its line shows it: where it is, or the names of the two folders it is."""
    if dataset is None:
        return ""
    name = dataset_name(dataset)
    return str(dataset) if name == dataset.name else name
