"""Everything known about the cases of the data set, in a window of its own beside the scan."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QProgressBar,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.dataset.check import DatasetCheck
from app.dataset.detail import CaseDetail
from app.dataset.left_over import LeftOverPage
from app.dataset.model import CaseModel
from app.dataset.persons import PersonsPage
from app.dataset.table import CaseTable
from app.panel_parts import button
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.case_names import dataset_name

SIZE = (1180, 760)
TABLE_SHARE, DETAIL_SHARE = 2, 3


class CasesWindow(QDialog):
    """The case table with its details, who may be one person, and what was left over.

    It does not block: the scan can be looked at while it stays open.
    """

    def __init__(
        self,
        session: Session,
        settings: Settings,
        check: DatasetCheck,
        model: CaseModel,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._check = check
        self.setObjectName("cases_window")
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._table = CaseTable(model)
        self._table.setObjectName("cases_table")
        self._detail = CaseDetail(session, settings, check)
        self._persons = PersonsPage(session)
        self._left_over = LeftOverPage()
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._table)
        halves.addWidget(self._detail)
        halves.setStretchFactor(0, TABLE_SHARE)
        halves.setStretchFactor(1, DETAIL_SHARE)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("cases_tabs")
        for page in (halves, self._persons, self._left_over):
            self._tabs.addTab(page, "")
        layout = QVBoxLayout(self)
        layout.addWidget(self._tabs, 1)
        layout.addLayout(self._bottom())
        self._table.picked.connect(self._detail.show_case)
        self._table.opened.connect(self._detail.open_case)
        check.cases_changed.connect(self._on_cases_changed)
        check.reported.connect(self._detail.take_report)
        check.running_changed.connect(self._on_running_changed)
        check.progressed.connect(self._on_progressed)
        check.persons_changed.connect(self._show_persons)
        self._on_cases_changed()
        self._on_running_changed(check.is_running)
        self.resize(min(SIZE[0], parent.width() - 30), min(SIZE[1], parent.height() - 40))

    def show_case(self, case_id: str) -> None:
        """Come to the front with the cursor on a case, the first if it is not there."""
        self._pick(case_id)
        self.show()
        self.raise_()
        self.activateWindow()

    def shutdown(self) -> None:
        """Close, and wait for pictures and repairs under way."""
        self._detail.shutdown()
        self.close()

    def _bottom(self) -> QHBoxLayout:
        self._start = button(
            "cases_check",
            tr("Check pairs"),
            tr("Read every scan with its mask and name what does not fit"),
        )
        self._start.setAutoDefault(False)
        self._start.clicked.connect(self._check.start_or_stop)
        self._progress = QProgressBar()
        self._progress.setObjectName("cases_progress")
        self._progress.setAccessibleName(tr("Cases checked"))
        self._progress.setFormat("%v of %m")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self._start)
        row.addWidget(self._progress, 1)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    # --- following the check -----------------------------------------------------------------

    def _pick(self, case_id: str) -> None:
        if self._check.cases:
            known = self._check.case_of(case_id)
            self._table.pick((known or self._check.cases[0]).case_id)

    @Slot()
    def _on_cases_changed(self) -> None:
        folder = self._check.folder
        name = dataset_name(folder) if folder else tr("no data set")
        self.setWindowTitle(tr("Cases of {folder} – Slicewise", folder=name))
        count, left = len(self._check.cases), len(self._check.left_over)
        self._tabs.setTabText(0, tr("Cases ({count})", count=count))
        self._tabs.setTabText(2, tr("Left over ({count})", count=left))
        self._left_over.show_files(self._check.left_over, self._check.notices)
        self._show_persons()
        self._start.setEnabled(bool(count))
        if not self._table.current:
            self._pick("")
        self._detail.show_case(self._table.current)

    @Slot()
    def _show_persons(self) -> None:
        found = self._check.persons
        self._tabs.setTabText(1, tr("Persons ({count})", count=len(found)))
        self._persons.show_proposals(found, is_searched=self._check.is_searched)

    @Slot(bool)
    def _on_running_changed(self, is_running: bool) -> None:
        self._start.setText(tr("Stop check") if is_running else tr("Check pairs"))
        self._progress.setVisible(is_running)

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)
