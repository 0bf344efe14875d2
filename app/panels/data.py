"""The Data dock: what is open, and which cases the data set holds, checked one by one."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.dataset.check import DatasetCheck
from app.dataset.model import CaseModel
from app.dataset.table import CaseTable
from app.dataset.window import CasesWindow
from app.panel_parts import Words, button, file_dialog, scrolled
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.case_names import dataset_name
from unet_core.volume import Volume

if TYPE_CHECKING:
    from unet_core.case import Case

MOST_SENTENCES = 4


class DataPanel(QWidget):
    """What is open, and the data set; opens cases through the session."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self.check = DatasetCheck(session, self)
        self._model = CaseModel(self.check)
        self._window: CasesWindow | None = None
        layout = scrolled(self)
        layout.setContentsMargins(10, 6, 10, 10)
        layout.addWidget(self._scan_group())
        layout.addWidget(self._dataset_group(), 1)
        session.volume_changed.connect(self._on_volume_changed)
        session.threshold_changed.connect(self._on_threshold_changed)
        self.check.cases_changed.connect(self._on_cases_changed)
        self.check.reported.connect(self._on_reported)
        self.check.running_changed.connect(self._on_running_changed)
        self.check.progressed.connect(self._on_progressed)
        self._on_volume_changed()
        self._on_cases_changed()
        self._on_threshold_changed()

    def shutdown(self) -> None:
        """Stop listing and checking, and wait."""
        if self._window is not None:
            self._window.shutdown()
        self.check.shutdown()

    @Slot()
    def show_cases(self) -> None:
        """Show everything known about the cases in a window of its own."""
        if self._window is None:
            self._window = CasesWindow(
                self._session, self._settings, self.check, self._model, self.window()
            )
        self._window.show_case(self._table.current)

    # --- what it is made of ------------------------------------------------------------------

    def _scan_group(self) -> QWidget:
        group = QGroupBox(tr("Open scan"))
        self._scan_name = _sentence("data_scan_name")
        self._scan_name.setProperty("title", True)
        self._scan_notices = _sentence("data_scan_notices")
        self._scan_notices.setProperty("warning", True)
        self._scan_rows = QWidget()
        rows = QFormLayout(self._scan_rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(2)
        self._scan_values: dict[str, QLabel] = {}
        for name, title in (
            ("size", tr("Size")),
            ("spacing", tr("Voxel")),
            ("values", tr("Values")),
        ):
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
        group = QGroupBox(tr("Data set"))
        self._folder = _sentence("data_folder")
        self._choose = button(
            "data_choose", tr("Choose folder…"), tr("Choose the folder of a data set")
        )
        self._choose.clicked.connect(self._on_choose)
        self._check = button(
            "data_check",
            tr("Check pairs"),
            tr("Read every scan with its mask and name what does not fit"),
        )
        self._check.clicked.connect(self.check.start_or_stop)
        self._more = button(
            "data_show_cases",
            tr("Case table…"),
            tr(
                "Everything about each case: why it is a pair, a picture, repairs, who is one "
                "person"
            ),
        )
        self._more.clicked.connect(self.show_cases)
        self._threshold = QCheckBox(tr("Threshold masks"))
        self._threshold.setObjectName("data_threshold")
        self._threshold.setToolTip(tr("Masks with soft or JPEG edges: count above half as label"))
        self._threshold.toggled.connect(self._session.set_threshold_masks)
        self._progress = QProgressBar()
        self._progress.setObjectName("data_progress")
        self._progress.setAccessibleName(tr("Cases checked"))
        self._progress.setFormat("%v of %m")
        self._progress.hide()
        self._table = CaseTable(self._model, is_narrow=True)
        self._table.setObjectName("data_cases")
        self._table.opened.connect(self._on_open_case)
        self._table.picked.connect(self._show_detail)
        self._detail = _sentence("data_detail")
        self._unmatched = _sentence("data_unmatched")
        self._unmatched.setProperty("warning", True)
        layout = QVBoxLayout(group)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._folder)
        layout.addLayout(_row(self._choose, self._check))
        layout.addLayout(_row(self._more))
        layout.addWidget(self._threshold)
        layout.addWidget(self._progress)
        layout.addWidget(self._table, 100)
        layout.addWidget(self._detail)
        layout.addWidget(self._unmatched)
        layout.addStretch(1)
        return group

    # --- the open scan -----------------------------------------------------------------------

    @Slot()
    def _on_volume_changed(self) -> None:
        volume = self._session.volume
        self._scan_rows.setVisible(volume is not None)
        if volume is None:
            self._scan_name.setText(
                tr("No scan is open. Press Ctrl+O, or drop a CT anywhere on this window.")
            )
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
        title, start = tr("Choose the folder of a data set"), self._settings.last_folder
        dialog = file_dialog(self, "data_choose_dialog", title, start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    @Slot(str)
    def _on_folder_chosen(self, folder: str) -> None:
        self._settings.last_folder = Path(folder).parent
        self._session.set_dataset(Path(folder))

    @Slot()
    def _on_threshold_changed(self) -> None:
        with QSignalBlocker(self._threshold):
            self._threshold.setChecked(self._session.threshold_masks)

    @Slot()
    def _on_cases_changed(self) -> None:
        folder, cases = self.check.folder, self.check.cases
        self._folder.setToolTip("" if folder is None else str(folder))
        if folder is None:
            self._folder.setText(tr("A folder of scans with their masks, to train on."))
        elif self.check.is_listing:
            self._folder.setText(tr("{folder}: looking for pairs…", folder=dataset_name(folder)))
        elif not cases:
            self._folder.setText(tr("{folder}: no pairs to train on.", folder=dataset_name(folder)))
        else:
            self._folder.setText(f"{dataset_name(folder)}: {counted_cases(cases)}")
        self._check.setEnabled(bool(cases))
        self._more.setEnabled(bool(cases))
        self._table.setVisible(bool(cases))
        sentences = list(self.check.notices[:MOST_SENTENCES])
        if (left := len(self.check.left_over)) and not sentences:
            sentences.append(
                tr("1 file is in no pair; the case table says why.")
                if left == 1
                else tr("{files} files are in no pair; the case table says why.", files=left)
            )
        self._unmatched.setText("\n".join(sentences))
        self._unmatched.setVisible(bool(sentences))
        self._show_detail(self._table.current)

    @Slot(str)
    def _on_reported(self, case_id: str) -> None:
        if case_id == self._table.current:
            self._show_detail(case_id)

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    @Slot(bool)
    def _on_running_changed(self, is_running: bool) -> None:
        self._progress.setVisible(is_running)
        self._check.setText(tr("Stop check") if is_running else tr("Check pairs"))
        bad = [case_id for case_id, report in self.check.reports.items() if report.problems]
        if not is_running and bad:
            self._table.pick(bad[0])

    @Slot(str)
    def _show_detail(self, case_id: str) -> None:
        report = self.check.reports.get(case_id)
        sentences = (*report.problems, *report.notices)[:MOST_SENTENCES] if report else ()
        self._detail.setText("\n".join(sentences))
        self._detail.setVisible(bool(sentences))

    @Slot(str)
    def _on_open_case(self, case_id: str) -> None:
        case = self.check.case_of(case_id)
        if case is not None:
            self._session.case_requested.emit(case.image_paths, case.mask_paths)


def describe_volume(volume: Volume) -> Mapping[str, str]:
    """Size, voxel spacing and kind of values of a scan, in words."""
    canonical = volume.geometry.canonical
    x, y, z = canonical.size_xyz
    dx, dy, dz = canonical.spacing_xyz_mm
    spacing = tr("{dx:.4g} × {dy:.4g} × {dz:.4g} mm", dx=dx, dy=dy, dz=dz)
    size = (
        tr("{x} × {y} pixels, 1 slice", x=x, y=y)
        if z == 1
        else tr("{x} × {y} pixels, {slices} slices", x=x, y=y, slices=z)
    )
    return {
        "size": size,
        "spacing": spacing if volume.geometry.has_scale else tr("no scale (the file gives none)"),
        "values": "HU" if volume.intensity == "HU" else tr("grey, not HU"),
    }


def counted_cases(cases: "tuple[Case, ...]") -> str:
    """How many cases, and of how many patients if that is another number."""
    count = tr("1 case") if len(cases) == 1 else tr("{cases} cases", cases=len(cases))
    patients = {case.patient for case in cases if case.patient}
    if not patients or len(patients) == len(cases):
        return count
    if len(patients) == 1:
        return tr("{cases} of 1 patient", cases=count)
    return tr("{cases} of {patients} patients", cases=count, patients=len(patients))


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _sentence(name: str) -> QLabel:
    label = Words()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
    return label
