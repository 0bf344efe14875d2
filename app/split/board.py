"""The split board: patients as cards on three sides, moved by hand or dealt by a proposal.

It does not block, and shows a run's split as it was once that run has begun.
"""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app import work
from app.banner import Banner
from app.jobs import JobGroup
from app.panel_parts import Words, button, combo_box, file_dialog
from app.session import Session
from app.settings import Settings
from app.split.balance import SIDE_TITLES, Load, sides_of, verdict
from app.split.book import SplitBook
from app.split.column import SideColumn
from app.split.dealing import DealRow
from app.split.people import people_named
from app.training.state import moment
from app.translation import tr
from unet_core.case_names import dataset_name
from unet_core.runs import RunSummary
from unet_core.split import SIDES, CaseSplit, Person, Side, burdens

SIZE = (1080, 720)
NO_DATA = tr(
    "There is no data set yet. Drop a folder with scans and masks on the window, or two folders: "
    "one with the scans, one with the masks."
)
LOCKED = tr(
    "A run is going on with this split. It cannot be changed any more: whoever was learned from "
    "cannot be unlearned."
)


class SplitBoard(QDialog):
    """Three columns of cards, how they balance, and what can be done about it."""

    def __init__(
        self, session: Session, settings: Settings, book: SplitBook, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._book = session, settings, book
        self._jobs = JobGroup(self)
        self._shown: RunSummary | None = None
        self._runs: tuple[RunSummary, ...] = ()
        self._arriving: set[str] = set()
        self.setObjectName("split_board")
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._make_columns()
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(self._top())
        layout.addWidget(self._banner())
        layout.addWidget(self._words)
        layout.addLayout(self._columns, 1)
        layout.addLayout(self._moves())
        layout.addLayout(self._bottom())
        book.people_changed.connect(self.refresh)
        book.check.running_changed.connect(self._on_checking)
        book.check.progressed.connect(self._on_progressed)
        session.split_changed.connect(self._on_split_changed)
        session.dataset_changed.connect(self._on_dataset_changed)
        self._on_checking(book.check.is_running)
        self.refresh()
        self.resize(min(SIZE[0], parent.width() - 30), min(SIZE[1], parent.height() - 40))

    def show_now(self) -> None:
        """Come to the front, with the split of the next run or of the run going on."""
        self._shown = None
        self._find_runs()
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()

    def show_run(self, run: RunSummary) -> None:
        """Come to the front with the split of an old run, as it was."""
        self.show_now()
        self._shown = run
        self._offer_runs()
        self.refresh()

    def shutdown(self) -> None:
        """Close, and wait."""
        self._jobs.end()
        self.close()

    # --- what it is made of ------------------------------------------------------------------

    def _make_columns(self) -> None:
        self._columns = QHBoxLayout()
        self._columns.setSpacing(14)
        self._sides: dict[Side, SideColumn] = {}
        for side in SIDES:
            column = self._sides[side] = SideColumn(side)
            column.cards.move_asked.connect(self._on_move_asked)
            column.cards.entered.connect(self._on_entered)
            self._columns.addWidget(column, 1)
        self._words = Words()
        self._words.setObjectName("split_verdict")
        self._words.setTextFormat(Qt.TextFormat.PlainText)

    def _top(self) -> QHBoxLayout:
        self._which = combo_box("split_which")
        self._which.setMinimumContentsLength(22)
        self._which.setAccessibleName(tr("Whose split is shown"))
        self._which.activated.connect(self._on_which)
        self._deal = DealRow()
        self._deal.proposed.connect(self._book.propose)
        self._deal.dropped.connect(self._book.drop)
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Show")))
        row.addWidget(self._which)
        row.addStretch(1)
        row.addWidget(self._deal)
        return row

    def _banner(self) -> Banner:
        self._said = Banner("split_banner", "question")
        self._check = self._said.add_button("split_check", tr("Check pairs"))
        self._check.setToolTip(tr("Read every scan with its mask; slices and tumour show then"))
        self._check.clicked.connect(self._book.check.start_or_stop)
        self._progress = QProgressBar()
        self._progress.setObjectName("split_progress")
        self._progress.setAccessibleName(tr("Cases checked"))
        self._progress.setFormat(tr("%v of %m"))
        return self._said

    def _moves(self) -> QGridLayout:
        row = QGridLayout()
        row.setHorizontalSpacing(14)
        self._move_buttons = {}
        for column, side in enumerate(SIDES):
            made = button(
                f"split_move_{side}",
                tr("Move to {side}", side=SIDE_TITLES[side]),
                tr("Bring the chosen patients here (Left and Right do the same)"),
            )
            made.setAutoDefault(False)
            made.clicked.connect(self._on_move_pressed)
            self._move_buttons[side] = made
            row.addWidget(made, 0, column)
            row.setColumnStretch(column, 1)
        return row

    def _bottom(self) -> QHBoxLayout:
        self._open = button("split_open", tr("Open split…"), tr("Take a split that was saved"))
        self._save = button(
            "split_save", tr("Save split…"), tr("As a file for unet-core train --split")
        )
        self._open.clicked.connect(self._on_open)
        self._save.clicked.connect(self._on_save)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        for one in (self._open, self._save):
            one.setAutoDefault(False)
            row.addWidget(one)
        row.addWidget(self._progress, 1)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    # --- what is shown -----------------------------------------------------------------------

    @property
    def is_locked(self) -> bool:
        """Whether what is shown is of a run, and stays as it is."""
        return self._shown is not None or self._book.is_locked

    def _split(self) -> CaseSplit | None:
        if self._shown is not None:
            run = self._shown
            return CaseSplit(run.train_cases, run.validation_cases, run.test_cases)
        return self._session.run_split or self._session.split

    def _people(self, split: CaseSplit | None) -> tuple[Person, ...]:
        if not self.is_locked or split is None:
            return self._book.people
        is_here = self._shown is None or self._shown.dataset == self._session.dataset
        return people_named(split, self._book.people if is_here else ())

    @Slot()
    def refresh(self) -> None:
        """Show the split and the patients as they are now."""
        split, locked = self._split(), self.is_locked
        people = self._people(split)
        sides, everybody = sides_of(people, split), Load.of(people)
        weights = burdens(people)
        for side, column in self._sides.items():
            column.show_people(sides[side], everybody, weights, locked=locked)
        dataset = self._session.dataset if self._shown is None else self._shown.dataset
        name = dataset_name(dataset) if dataset else tr("no data set")
        self.setWindowTitle(tr("Split of {dataset} – Slicewise", dataset=name))
        self._say(split, sides, people)
        can = bool(people) and not locked
        self._deal.allow(deal=can, drop=can and split is not None)
        self._open.setEnabled(can)
        self._save.setEnabled(not locked and split is not None)
        self._offer_runs()
        self._show_moves()

    def _say(
        self,
        split: CaseSplit | None,
        sides: "dict[Side, tuple[Person, ...]]",
        people: tuple[Person, ...],
    ) -> None:
        """The banner for what somebody must know or do, and the verdict on the balance."""
        unchecked = any(person.slices is None for person in people)
        self._check.setVisible(unchecked and not self.is_locked)
        fair, words = verdict(sides)
        if self._shown is not None:
            self._said.say(
                tr("This is the split of a run that has begun: it is shown as it was and stays so.")
            )
        elif self._book.is_locked:
            self._said.say(LOCKED)
        elif not people:
            self._said.say(NO_DATA)
        elif split is None:
            self._said.say(
                tr(
                    "Automatic: the program keeps one patient in five aside for validation. To "
                    "decide yourself, and to keep patients for a test, press Propose split or move "
                    "a patient."
                )
                + (f" {_CHECK_FIRST}" if unchecked else "")
            )
        elif unchecked:
            self._said.say(words if fair else f"{words} {_CHECK_FIRST}")
        else:
            self._said.dismiss()
        shows = bool(people) and split is not None and not unchecked
        self._words.setVisible(shows)
        self._words.setText(words)
        self._words.setProperty("warning", not fair)
        self._words.setProperty("good", fair)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)

    def _show_moves(self) -> None:
        chosen = next((s for s, column in self._sides.items() if column.cards.chosen), None)
        for side, made in self._move_buttons.items():
            made.setEnabled(not self.is_locked and chosen not in (None, side))

    # --- whose split -------------------------------------------------------------------------

    def _find_runs(self) -> None:
        self._jobs.run(partial(work.find_runs, self._settings.runs_root), self._on_runs_found)

    @Slot(object)
    def _on_runs_found(self, event: object) -> None:
        if isinstance(event, work.RunsFound):
            self._runs = tuple(run for run in event.runs if run.validation_cases)
            self._offer_runs()

    def _offer_runs(self) -> None:
        now = datetime.now()
        first = tr("The run going on") if self._book.is_locked else tr("The next run")
        with QSignalBlocker(self._which):
            self._which.clear()
            self._which.addItem(first, None)
            for run in self._runs:
                words = tr(
                    "Run of {time} ({preset})", time=moment(run.started, now), preset=run.preset
                )
                self._which.addItem(words, run)
            here = [i for i, run in enumerate(self._runs, 1) if self._is_shown(run)]
            if self._shown is not None and not here:
                self._which.addItem(moment(self._shown.started, now), self._shown)
                here = [self._which.count() - 1]
            self._which.setCurrentIndex(here[0] if here else 0)

    def _is_shown(self, run: RunSummary) -> bool:
        return self._shown is not None and run.folder == self._shown.folder

    @Slot(int)
    def _on_which(self, row: int) -> None:
        self._shown = self._which.itemData(row)
        self.refresh()

    @Slot()
    def _on_split_changed(self) -> None:
        if self._book.is_locked:
            self._shown = None
        self.refresh()
        for column in self._sides.values():
            if self._arriving:
                column.cards.choose(self._arriving, show=True)
        self._arriving = set()
        self._show_moves()

    @Slot()
    def _on_dataset_changed(self) -> None:
        self._shown = None
        self.refresh()

    # --- moving ------------------------------------------------------------------------------

    @Slot(object, str)
    def _on_move_asked(self, case_ids: tuple[str, ...], side: Side) -> None:
        self._arriving = set(case_ids)
        self._sides[side].cards.setFocus()
        self._book.move(case_ids, side)
        self._arriving = set()

    @Slot()
    def _on_move_pressed(self) -> None:
        pressed = self.sender()
        side = next(side for side, made in self._move_buttons.items() if made is pressed)
        chosen = [n for column in self._sides.values() for n in column.cards.chosen]
        self._on_move_asked(tuple(chosen), side)

    @Slot(str)
    def _on_entered(self, side: Side) -> None:
        """Cards are chosen on one side at a time, or a move would be anybody's guess."""
        for other, column in self._sides.items():
            if other != side and column.cards.chosen:
                column.cards.clearSelection()
        self._show_moves()

    # --- checking, files ---------------------------------------------------------------------

    @Slot(bool)
    def _on_checking(self, is_running: bool) -> None:
        self._progress.setVisible(is_running)
        self._check.setText(tr("Stop check") if is_running else tr("Check pairs"))

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    @Slot()
    def _on_open(self) -> None:
        dialog = file_dialog(
            self, "split_open_dialog", tr("Open a split"), self._settings.last_folder
        )
        dialog.setNameFilter(tr("Split (*.json)"))
        dialog.fileSelected.connect(self._on_open_chosen)
        dialog.open()

    @Slot(str)
    def _on_open_chosen(self, name: str) -> None:
        self._book.open_file(Path(name))

    @Slot()
    def _on_save(self) -> None:
        dialog = file_dialog(
            self, "split_save_dialog", tr("Save the split"), self._settings.last_folder
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Split (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.selectFile("split.json")
        dialog.fileSelected.connect(self._on_save_chosen)
        dialog.open()

    @Slot(str)
    def _on_save_chosen(self, name: str) -> None:
        self._book.save_file(Path(name))


_CHECK_FIRST = tr("Press Check pairs to see slices and tumour on every card.")
