"""Repairs that somebody agreed to: which of them, where to, written as a copy, then used."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from app import case_work
from app.activity import ActivityBar
from app.core_sentences import core_tr
from app.dataset.check import DatasetCheck
from app.jobs import Job, JobGroup
from app.panel_parts import Words, button, file_dialog, muted
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.events import Notice, Progress, Repair, Repaired
from unet_core.isolation import isolated

if TYPE_CHECKING:
    from unet_core.case import Case

WIDTH, HEIGHT = 560, 420
EXPLAINED = tr(
    "A copy of the data set is written into a new folder, with these repairs made and a record of "
    "what was changed and why beside it. Your own files stay as they are."
)


class RepairDialog(QDialog):
    """Which repairs, and into which new folder.

    Signals:
        agreed: The repairs by case name, and the folder.
    """

    agreed = Signal(object, object)

    def __init__(
        self,
        proposed: Sequence[tuple[str, Repair]],
        chosen: str,
        folder: Path,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("repair_dialog")
        self.setWindowTitle(tr("Write a repaired copy"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._proposed = list(proposed)
        self._list = QListWidget()
        self._list.setObjectName("repair_list")
        self._list.setAccessibleName(tr("Repairs to make"))
        for case_id, repair in proposed:
            item = QListWidgetItem(f"{case_id}: {core_tr(repair.title)}")
            item.setToolTip(core_tr(repair.reason))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_on = case_id == chosen
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
            self._list.addItem(item)
            if is_on:
                self._list.setCurrentItem(item)
        self._list.itemChanged.connect(self._refresh)
        self._folder = QLineEdit(str(folder))
        self._folder.setObjectName("repair_folder")
        self._folder.setAccessibleName(tr("New folder for the repaired copy"))
        self._folder.textChanged.connect(self._refresh)
        browse = button("repair_browse", tr("Browse…"), tr("Choose where the new folder is made"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        line = QHBoxLayout()
        line.addWidget(self._folder, 1)
        line.addWidget(browse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._write = buttons.addButton(tr("Write copy"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._write.setObjectName("repair_write")
        self._write.setProperty("primary", True)
        self._write.setDefault(True)
        buttons.accepted.connect(self._on_accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(Words(EXPLAINED))
        layout.addWidget(self._list, 1)
        layout.addWidget(muted("repair_folder_words", tr("New folder:")))
        layout.addLayout(line)
        layout.addWidget(buttons)
        self.resize(WIDTH, HEIGHT)
        self._refresh()

    @property
    def chosen(self) -> Mapping[str, Repair]:
        """The ticked repairs by case name."""
        ticked = Qt.CheckState.Checked
        return {
            case_id: repair
            for row, (case_id, repair) in enumerate(self._proposed)
            if self._list.item(row).checkState() == ticked
        }

    @Slot()
    def _refresh(self) -> None:
        self._write.setEnabled(bool(self.chosen) and bool(self._folder.text().strip()))

    @Slot()
    def _on_browse(self) -> None:
        now = Path(self._folder.text()).expanduser()
        dialog = file_dialog(self, "repair_browse_dialog", tr("Where the copy goes"), now.parent)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    @Slot(str)
    def _on_folder_chosen(self, parent: str) -> None:
        self._folder.setText(str(Path(parent) / Path(self._folder.text()).name))

    @Slot()
    def _on_accept(self) -> None:
        self.agreed.emit(self.chosen, Path(self._folder.text().strip()).expanduser())
        self.accept()


class RepairMaker(QObject):
    """Asks, writes the copy in a child process, and offers to go on with it."""

    def __init__(
        self, session: Session, settings: Settings, check: DatasetCheck, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._check = check
        self._widget = parent
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._target: Path | None = None
        self._repaired = 0
        self._has_failed = False
        self.activity = ActivityBar()
        self.activity.setObjectName("repair_activity")
        self.activity.cancelled.connect(self._on_cancel)

    def ask(self, case: "Case", repair: Repair) -> None:
        """Show which repairs can be made, this one ticked."""
        folder = self._check.folder
        if folder is None or self._job is not None:
            return
        proposed = [
            (case_id, repair if case_id == case.case_id else report.repairs[0])
            for case_id, report in self._check.reports.items()
            if report.repairs
        ]
        target = folder.with_name(f"{folder.stem}-repaired")
        dialog = RepairDialog(proposed, case.case_id, target, self._widget)
        dialog.agreed.connect(self._on_agreed)
        dialog.open()

    def shutdown(self) -> None:
        """Stop writing, and wait; a copy that is not whole is not left behind."""
        self._jobs.end()

    @Slot(object, object)
    def _on_agreed(self, repairs: Mapping[str, Repair], target: Path) -> None:
        folder = self._check.folder
        if folder is None:
            return
        self._target, self._repaired, self._has_failed = target, 0, False
        self.activity.set_busy(True)
        self.activity.show_progress(tr("Writing the repaired copy"), 0, 0)
        threshold = self._session.threshold_masks
        self._job = self._jobs.run(
            partial(isolated, case_work.write_repaired, folder, target, repairs, threshold),
            self._on_event,
            self._on_failed,
            self._on_finished,
        )

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self._has_failed = True
            self._job.stop()
            self._session.notified.emit(
                tr("The repaired copy was not finished; it is no data set.")
            )

    @Slot(object)
    def _on_event(self, event: object) -> None:
        match event:
            case Progress(done=done, total=total, text=text):
                self.activity.show_progress(text, done, total)
            case Notice(text=text):
                self._session.notified.emit(text)
            case Repaired():
                self._repaired += 1

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._has_failed = True
        self._session.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self.activity.set_busy(False)
        if self._repaired and not self._has_failed and self._target is not None:
            self._offer(self._target)

    def _offer(self, target: Path) -> None:
        sentence = (
            tr(
                "The repaired copy {folder} is written: 1 repair, recorded in its folder.",
                folder=target.name,
            )
            if self._repaired == 1
            else tr(
                "The repaired copy {folder} is written: {repairs} repairs, recorded in its folder.",
                folder=target.name,
                repairs=self._repaired,
            )
        )
        self._session.notified.emit(sentence)
        box = QMessageBox(self._widget)
        box.setObjectName("repaired_question")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Slicewise")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("{written} Use it as the data set?", written=sentence))
        box.setInformativeText(
            tr(
                "What was changed, why and when stands in its folder “repairs”; your own files "
                "are as they were."
            )
        )
        use = box.addButton(tr("Use the copy"), QMessageBox.ButtonRole.AcceptRole)
        use.setObjectName("repaired_use")
        keep = box.addButton(tr("Stay with mine"), QMessageBox.ButtonRole.RejectRole)
        keep.setObjectName("repaired_keep")
        box.setDefaultButton(use)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(self._on_use)
        box.open()

    @Slot()
    def _on_use(self) -> None:
        if self._target is not None:
            self._session.set_dataset(self._target)
