"""What the network sees: the very batches it learns from, as a contact sheet with their masks."""

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.banner import Banner
from app.jobs import Job, JobGroup
from app.network import work
from app.network.grid import Manner, SheetGrid, SheetModel
from app.network.saying import say
from app.network.tiles import STYLES
from app.network.zoom import TileZoom
from app.panel_parts import Words, button, combo_box, listed
from app.settings import Settings
from app.translation import tr
from unet_core.batch_sheet import Sheet, SheetLook, SheetMade
from unet_core.config import TrainConfig
from unet_core.events import Progress
from unet_core.isolation import isolated
from unet_core.sheet_words import rare_words, warnings_of

SIZE = (1160, 780)
LOOKS = {
    "whole": tr("Whole slices"),
    "finder": tr("First network: whole slices"),
    "close": tr("Second network: close looks"),
}
STYLE_WORDS = {"outline": tr("Outline"), "fill": tr("Filled"), "none": tr("No mask")}


@dataclass(frozen=True)
class PlannedRun:
    """A run that is being set up."""

    dataset: Path
    runs_root: Path
    config: TrainConfig
    validation_cases: tuple[str, ...]
    test_cases: tuple[str, ...] = ()

    def batches(self, first: int) -> Callable[[], Iterator[object]]:
        """Starts a child that gives its batches from ``first`` on."""
        order = (self.dataset, self.runs_root, self.config)
        sides = (self.validation_cases, self.test_cases)
        return partial(isolated, work.batches_before, *order, *sides, first)


class SheetWindow(QDialog):
    """A batch of the run going on, or of the run that is being set up; it does not block."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._source: Path | PlannedRun | None = None
        self._waiting: list[Sheet] = []
        self._is_wanted = False
        self.sheet: Sheet | None = None
        self.setObjectName("sheet_window")
        self.setWindowTitle(tr("What the network sees – Slicewise"))
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.model = SheetModel(self)
        self.grid = SheetGrid(self.model)
        self.zoom = TileZoom(self.model, self)
        self.grid.enlarged.connect(self.zoom.show_row)
        self.title = Words()
        self.title.setObjectName("sheet_title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.rare = Words()
        self.rare.setObjectName("sheet_rare")
        self.faults = Banner("sheet_faults", "question")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(self._top())
        layout.addWidget(self.title)
        layout.addWidget(self.rare)
        layout.addWidget(self.faults)
        layout.addWidget(self.grid, 1)
        layout.addLayout(self._bottom())
        self.resize(min(SIZE[0], parent.width() - 30), min(SIZE[1], parent.height() - 40))
        self.restoreGeometry(settings.place_of("sheet"))

    # --- what is looked at -------------------------------------------------------------------

    def show_run(self, folder: Path) -> None:
        """The next batch of a run that goes on."""
        self._show(folder)

    def show_planned(self, planned: PlannedRun) -> None:
        """The batches a run would begin with."""
        self._show(planned)

    def _show(self, source: Path | PlannedRun) -> None:
        if source != self._source:
            self._source = source
            self._waiting.clear()
            self._end_job()
            self._take(None)
        if self.sheet is None or isinstance(source, Path):
            self.show_another()
        self.show()
        self.raise_()
        self.activateWindow()

    def shutdown(self) -> None:
        """Close, and wait."""
        self._jobs.end()
        self.zoom.close()
        self.close()

    def hideEvent(self, event: QHideEvent) -> None:
        self._settings.keep_place("sheet", self.saveGeometry())
        super().hideEvent(event)

    @Slot()
    def show_another(self) -> None:
        """Another batch, as soon as there is one."""
        if self._waiting:
            self._take(self._waiting.pop(0))
            return
        if self._source is None or (self._job is not None and self._is_wanted):
            return
        self._is_wanted = True
        if self._job is None:
            self._job = self._jobs.run(
                self._start(), self._on_event, self._on_failed, self._on_finished
            )
        self._show_state()

    def _start(self) -> Callable[[], Iterator[object]]:
        if isinstance(self._source, PlannedRun):
            first = 1 if self.sheet is None else self.sheet.batch + 1
            return self._source.batches(first)
        assert self._source is not None
        return partial(work.batch_of_run, self._source, uuid.uuid4().hex)

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._job = None

    # --- what is told ------------------------------------------------------------------------

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if self.sender() is not self._job:
            return  # of a run that is looked at no longer
        if isinstance(event, Progress):
            self.progress.setRange(0, event.total)
            self.progress.setValue(event.done)
            self.progress.setFormat(event.text)
        elif isinstance(event, SheetMade):
            self._waiting.append(event.sheet)
            if self._is_wanted:
                self._take(self._waiting.pop(0))

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        if self.sender() is self._job:
            self._is_wanted = False
            self.faults.say(sentence)

    @Slot()
    def _on_finished(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._is_wanted = False
            self._show_state()

    def _take(self, sheet: Sheet | None) -> None:
        self._is_wanted = False
        self.sheet = sheet
        chosen = self.look.currentIndex()
        with QSignalBlocker(self.look):
            self.look.clear()
            for look in sheet.looks if sheet else ():
                self.look.addItem(LOOKS[look.role])
            if sheet is not None:  # of a cascade, tumours are on the close looks
                last = len(sheet.looks) - 1
                self.look.setCurrentIndex(chosen if 0 <= chosen <= last else last)
        self.look.setVisible(sheet is not None and len(sheet.looks) > 1)
        self._fill_channels()
        self._refresh()
        self._show_state()

    # --- what it is made of ------------------------------------------------------------------

    def _top(self) -> QHBoxLayout:
        self.look = combo_box("sheet_look")
        self.look.setAccessibleName(tr("What a network is shown"))
        self.look.setMinimumContentsLength(24)
        self.look.setVisible(False)
        self.channel = combo_box("sheet_channel")
        self.channel.setAccessibleName(tr("Which of the pictures given for a slice"))
        self.channel.setMinimumContentsLength(16)
        self.style_box = combo_box("sheet_style")
        self.style_box.setAccessibleName(tr("How the mask is drawn"))
        self.style_box.addItems([STYLE_WORDS[style] for style in STYLES])
        self.pair = QCheckBox(tr("Beside it without augmentation"))
        self.pair.setObjectName("sheet_pair")
        self.another = button(
            "sheet_another", tr("Show another batch"), tr("The next batch that is learned from")
        )
        self.another.setAutoDefault(False)
        self.another.setProperty("primary", True)
        self.another.clicked.connect(self.show_another)
        self.look.currentIndexChanged.connect(self._on_look_changed)
        self.channel.currentIndexChanged.connect(self._refresh)
        self.style_box.currentIndexChanged.connect(self._refresh)
        self.pair.toggled.connect(self._on_pair_toggled)
        self._channel_label = QLabel(tr("Picture"))
        row = QHBoxLayout()
        row.addWidget(self.look)
        row.addWidget(self._channel_label)
        row.addWidget(self.channel)
        row.addWidget(QLabel(tr("Mask")))
        row.addWidget(self.style_box)
        row.addWidget(self.pair)
        row.addStretch(1)
        row.addWidget(self.another)
        return row

    def _bottom(self) -> QHBoxLayout:
        self.progress = QProgressBar()
        self.progress.setObjectName("sheet_progress")
        self.progress.setAccessibleName(tr("Reading the cases"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addStretch(1)
        row.addWidget(close)
        return row

    # --- showing -----------------------------------------------------------------------------

    def current_look(self) -> SheetLook | None:
        """The pictures that are shown."""
        if self.sheet is None:
            return None
        return self.sheet.looks[max(self.look.currentIndex(), 0)]

    def _fill_channels(self) -> None:
        look = self.current_look()
        count = look.after.shape[1] if look is not None else 1
        chosen = self.channel.currentIndex() if self.channel.count() == count else count // 2
        with QSignalBlocker(self.channel):
            self.channel.clear()
            for number in range(count):
                self.channel.addItem(_channel_words(number, count))
            self.channel.setCurrentIndex(chosen)
        for one in (self.channel, self._channel_label):
            one.setVisible(count > 1)

    @Slot()
    def _on_look_changed(self) -> None:
        self._fill_channels()
        self._refresh()

    @Slot()
    def _on_pair_toggled(self) -> None:
        self._refresh()
        self.grid.refit()

    @Slot()
    def _refresh(self) -> None:
        look = self.current_look()
        style = STYLES[max(self.style_box.currentIndex(), 0)]
        manner = Manner(max(self.channel.currentIndex(), 0), style, self.pair.isChecked())
        self.model.show_look(look, manner)
        self.title.setText(_title(self.sheet))
        self.rare.setText(rare_words(look, say) if look is not None else "")
        faults = warnings_of(look, say) if look is not None else ()
        if faults:
            self.faults.say(faults[0] if len(faults) == 1 else listed(tr("Look at this:"), faults))
        else:
            self.faults.dismiss()

    def _show_state(self) -> None:
        is_waiting = self._is_wanted
        self.another.setEnabled(not is_waiting and self._source is not None)
        self.progress.setVisible(is_waiting)
        if not is_waiting:
            return
        self.progress.setRange(0, 0)
        self.progress.setFormat("")
        if self.sheet is None:
            self.title.setText(
                tr("Waiting for the run's next batch…")
                if isinstance(self._source, Path)
                else tr("Reading the cases as the run will…")
            )


def _channel_words(number: int, count: int) -> str:
    away = number - count // 2
    if away == 0:
        return tr("The slice itself")
    return tr("{count} above", count=away) if away > 0 else tr("{count} below", count=-away)


def _title(sheet: Sheet | None) -> str:
    if sheet is None:
        return ""
    values: dict[str, object] = {"batch": sheet.batch, "epoch": sheet.epoch, "size": sheet.size}
    if not sheet.run:
        return tr(
            "Batch {batch} of the first round of this set-up: {size} slices, just as the network "
            "will get them.",
            **values,
        )
    return tr(
        "Batch {batch} of round {epoch} of {run}: {size} slices, just as the network learned from "
        "them.",
        run=sheet.run,
        **values,
    )
