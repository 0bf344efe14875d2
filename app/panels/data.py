"""The Data dock: what is open, and which patients the data set holds, checked one by one."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import theme, work
from app.jobs import Job, JobGroup
from app.panel_parts import button, file_dialog
from app.session import Session
from app.settings import Settings
from unet_core.events import CaseChecked, CaseReport, Notice, Progress
from unet_core.isolation import isolated
from unet_core.volume import Volume, label_for

if TYPE_CHECKING:
    from unet_core.cases import Case, CaseList

COLUMNS = ("Case", "Size", "Labels", "Check")
MAX_LISTED = 8
ROW_PX = 26


class DataPanel(QWidget):
    """What is open, and the data set; opens cases through the session."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._listing: Job | None = None
        self._checking: Job | None = None
        self._jobs = JobGroup(self)
        self._cases: tuple[Case, ...] = ()
        self._reports: dict[str, CaseReport] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 10)
        layout.addWidget(self._scan_group())
        layout.addWidget(self._dataset_group(), 1)
        session.volume_changed.connect(self._on_volume_changed)
        session.dataset_changed.connect(self._on_dataset_changed)
        session.threshold_changed.connect(self._on_threshold_changed)
        self._on_volume_changed()
        self._on_dataset_changed()
        self._on_threshold_changed()

    def shutdown(self) -> None:
        """Stop listing and checking, and wait."""
        self._jobs.end()

    # --- what it is made of ------------------------------------------------------------------

    def _scan_group(self) -> QWidget:
        group = QGroupBox("Open scan")
        self._scan_name = _sentence("data_scan_name")
        self._scan_name.setProperty("title", True)
        self._scan_notices = _sentence("data_scan_notices")
        self._scan_notices.setProperty("warning", True)
        self._scan_rows = QWidget()
        rows = QFormLayout(self._scan_rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(2)
        self._scan_values: dict[str, QLabel] = {}
        for name, title in (("size", "Size"), ("spacing", "Voxel"), ("values", "Values")):
            heading = QLabel(title)
            heading.setProperty("muted", True)
            self._scan_values[name] = _sentence(f"data_scan_{name}")
            rows.addRow(heading, self._scan_values[name])
        layout = QVBoxLayout(group)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        for widget in (self._scan_name, self._scan_rows, self._scan_notices):
            layout.addWidget(widget)
        return group

    def _dataset_group(self) -> QWidget:
        group = QGroupBox("Data set")
        self._folder = _sentence("data_folder")
        self._choose = button("data_choose", "Choose folder…", "Choose the folder of a data set")
        self._choose.clicked.connect(self._on_choose)
        self._check = button(
            "data_check",
            "Check pairs",
            "Read every scan with its mask and name what does not fit",
        )
        self._check.clicked.connect(self._on_check)
        self._threshold = QCheckBox("Threshold masks")
        self._threshold.setObjectName("data_threshold")
        self._threshold.setToolTip("Masks with soft or JPEG edges: count above half as label")
        self._threshold.toggled.connect(self._session.set_threshold_masks)
        self._progress = QProgressBar()
        self._progress.setObjectName("data_progress")
        self._progress.setFormat("%v of %m")
        self._progress.hide()
        self._table = self._make_table()
        self._detail = _sentence("data_detail")
        self._unmatched = _sentence("data_unmatched")
        self._unmatched.setProperty("warning", True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._choose)
        buttons.addWidget(self._check)
        buttons.addStretch(1)
        layout = QVBoxLayout(group)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._folder)
        layout.addLayout(buttons)
        layout.addWidget(self._threshold)
        layout.addWidget(self._progress)
        layout.addWidget(self._table, 100)
        layout.addWidget(self._detail)
        layout.addWidget(self._unmatched)
        layout.addStretch(1)
        return group

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(COLUMNS))
        table.setObjectName("data_cases")
        table.setAccessibleName("Cases of the data set")
        table.setHorizontalHeaderLabels(COLUMNS)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_PX)
        table.verticalHeader().setMinimumSectionSize(ROW_PX)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        table.itemActivated.connect(self._on_open_case)
        table.itemSelectionChanged.connect(self._show_detail)
        return table

    # --- the open scan -----------------------------------------------------------------------

    @Slot()
    def _on_volume_changed(self) -> None:
        volume = self._session.volume
        self._scan_rows.setVisible(volume is not None)
        if volume is None:
            self._scan_name.setText("No scan is open. Drop a CT anywhere on this window.")
            self._scan_notices.hide()
            return
        self._scan_name.setText(volume.name)
        for name, text in describe_volume(volume).items():
            self._scan_values[name].setText(text)
        self._scan_notices.setText("\n".join(volume.notices))
        self._scan_notices.setVisible(bool(volume.notices))

    # --- the data set ------------------------------------------------------------------------

    @Slot()
    def _on_choose(self) -> None:
        title, start = "Choose the folder of a data set", self._settings.last_folder
        dialog = file_dialog(self, "data_choose_dialog", title, start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    @Slot(str)
    def _on_folder_chosen(self, folder: str) -> None:
        self._settings.last_folder = Path(folder).parent
        self._session.set_dataset(Path(folder))

    @Slot()
    def _on_dataset_changed(self) -> None:
        folder = self._session.dataset
        for job in (self._listing, self._checking):
            if job is not None and job.is_running:
                job.stop()
        self._cases, self._reports = (), {}
        self._unmatched.hide()
        self._progress.hide()
        self._fill_table()
        if folder is None:
            self._folder.setText("A folder of scans with their masks, to train on.")
            self._folder.setToolTip("")
            return
        self._folder.setText(f"{folder.name}: looking for pairs…")
        self._folder.setToolTip(str(folder))
        self._listing = self._run(partial(work.find_cases, folder))

    @Slot()
    def _on_threshold_changed(self) -> None:
        with QSignalBlocker(self._threshold):
            self._threshold.setChecked(self._session.threshold_masks)

    @Slot()
    def _on_check(self) -> None:
        if self._checking is not None and self._checking.is_running:
            self._checking.stop()
            return
        if self._session.dataset is None:
            return
        self._reports = {}
        self._fill_table()
        self._progress.setRange(0, len(self._cases))
        self._progress.setValue(0)
        self._progress.show()
        self._check.setText("Stop check")
        folder, threshold = self._session.dataset, self._session.threshold_masks
        self._checking = self._run(
            partial(isolated, work.check_pairs, folder, threshold, keep=True)
        )

    def _run(self, start: Callable[[], Iterator[object]]) -> Job:
        return self._jobs.run(start, self._on_event, self._on_failed, self._on_finished)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if self.sender() not in (self._listing, self._checking):
            return  # of the folder before
        match event:
            case work.CasesFound(cases=found):
                self._show_cases(found)
            case CaseChecked(report=report):
                self._reports[report.case_id] = report
                self._progress.setValue(len(self._reports))
                self._fill_row(report.case_id)
            case Progress(total=total) if total:
                self._progress.setMaximum(total)
            case Notice(text=text):
                self._session.notified.emit(text)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        if self.sender() is self._listing and self._session.dataset is not None:
            self._folder.setText(f"{self._session.dataset.name}: no pairs to train on.")
        self._session.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        if self.sender() is self._checking:
            self._progress.hide()
            self._check.setText("Check pairs")
            self._tell_verdict()
            self._checking = None

    # --- what the table shows ----------------------------------------------------------------

    def _show_cases(self, found: "CaseList") -> None:
        self._cases = found.cases
        self._folder.setText(f"{self._folder_name()}: {counted_cases(found.cases)}")
        sentences = list(found.notices)
        if found.unmatched:
            names = [path.name for path in found.unmatched]
            more = f" and {len(names) - MAX_LISTED} more" if len(names) > MAX_LISTED else ""
            sentences.append(f"Without a partner: {', '.join(names[:MAX_LISTED])}{more}")
        self._unmatched.setText("\n".join(sentences))
        self._unmatched.setVisible(bool(sentences))
        self._fill_table()

    def _folder_name(self) -> str:
        return self._session.dataset.name if self._session.dataset else ""

    def _fill_table(self) -> None:
        self._check.setEnabled(bool(self._cases))
        self._table.setVisible(bool(self._cases))
        self._table.setRowCount(len(self._cases))
        for case in self._cases:
            self._fill_row(case.case_id)
        self._show_detail()

    def _fill_row(self, case_id: str) -> None:
        row = next((i for i, c in enumerate(self._cases) if c.case_id == case_id), None)
        if row is None:
            return
        report = self._reports.get(case_id)
        cells = [case_id, *_report_cells(report)]
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(_tool_tip(self._cases[row], report))
            if column == len(COLUMNS) - 1:
                item.setForeground(QColor(_verdict_colour(report)))
            self._table.setItem(row, column, item)
        if row == self._table.currentRow():
            self._show_detail()

    @Slot()
    def _show_detail(self) -> None:
        row = self._table.currentRow()
        report = (
            self._reports.get(self._cases[row].case_id) if 0 <= row < len(self._cases) else None
        )
        sentences = (*report.problems, *report.notices) if report else ()
        self._detail.setText("\n".join(sentences))
        self._detail.setVisible(bool(sentences))

    def _tell_verdict(self) -> None:
        bad = [report for report in self._reports.values() if report.problems]
        checked = len(self._reports)
        if not checked or checked < len(self._cases):
            return
        if bad:
            first = bad[0]
            self._select(first.case_id)
            self._session.failed.emit(
                f"{len(bad)} of {checked} pairs cannot be used; "
                f"{first.case_id}: {first.problems[0]}"
            )
        else:
            self._session.notified.emit(f"All {checked} pairs are sound.")

    def _select(self, case_id: str) -> None:
        for row, case in enumerate(self._cases):
            if case.case_id == case_id:
                self._table.selectRow(row)

    @Slot(QTableWidgetItem)
    def _on_open_case(self, item: QTableWidgetItem) -> None:
        case = self._cases[item.row()]
        self._session.case_requested.emit(case.image_paths, case.mask_paths)


def describe_volume(volume: Volume) -> Mapping[str, str]:
    """Size, voxel spacing and kind of values of a scan, in words."""
    canonical = volume.geometry.canonical
    x, y, z = canonical.size_xyz
    dx, dy, dz = canonical.spacing_xyz_mm
    spacing = f"{dx:.4g} × {dy:.4g} × {dz:.4g} mm"
    return {
        "size": f"{x} × {y} pixels, {z} {'slice' if z == 1 else 'slices'}",
        "spacing": spacing if volume.geometry.has_scale else "no scale (the file gives none)",
        "values": "HU" if volume.intensity == "HU" else "grey, not HU",
    }


def counted_cases(cases: "tuple[Case, ...]") -> str:
    """How many cases, and of how many patients if that is another number."""
    count = "1 case" if len(cases) == 1 else f"{len(cases)} cases"
    patients = {case.patient for case in cases if case.patient}
    if not patients or len(patients) == len(cases):
        return count
    return f"{count} of {len(patients)} {'patient' if len(patients) == 1 else 'patients'}"


def _report_cells(report: CaseReport | None) -> tuple[str, str, str]:
    if report is None:
        return ("", "", "not checked")
    labels = ", ".join(label_for(v).name for v, n in sorted(report.label_voxels.items()) if n)
    size = "×".join(str(n) for n in report.size_xyz)
    count = len(report.problems)
    verdict = "sound" if not count else "1 problem" if count == 1 else f"{count} problems"
    return (size, labels or "none", verdict)


def _verdict_colour(report: CaseReport | None) -> str:
    if report is None:
        return theme.MUTED
    return theme.BAD if report.problems else theme.GOOD


def _tool_tip(case: "Case", report: CaseReport | None) -> str:
    lines = [f"Patient {case.patient}" if case.patient else f"Case {case.case_id}"]
    if report is not None:
        for value, voxels in sorted(report.label_voxels.items()):
            slices = report.slices_with.get(value, 0)
            lines.append(f"{label_for(value).name}: {voxels:,} voxels in {slices} slices")
    return "\n".join([*lines, "Double-click or Enter opens it."])


def _sentence(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
    return label
