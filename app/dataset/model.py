"""The cases of a data set as a table: what each is, why it is a pair, what the check says."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QColor

from app import theme
from app.core_sentences import core_tr
from app.dataset.check import DatasetCheck
from app.translation import tr
from unet_core.events import CaseReport
from unet_core.volume import label_for

if TYPE_CHECKING:
    from unet_core.case import Case

COLUMNS = (
    tr("Case"),
    tr("Person"),
    tr("Size"),
    tr("Voxel"),
    tr("Labels"),
    tr("Paired because"),
    tr("Sure"),
    tr("Verdict"),
)
CASE, PERSON, SIZE, VOXEL, LABELS, REASON, SURE, VERDICT = range(len(COLUMNS))
NARROW = (CASE, LABELS, VERDICT)
"""What is shown where there is little room."""
SORT_ROLE = Qt.ItemDataRole.UserRole
NOT_CHECKED = tr("not checked")
UNSURE_BELOW = 0.9
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ICONS = {"good": ("check", "GOOD"), "look": ("warning", "WARNING"), "bad": ("error", "BAD")}
"""Icon and name of its colour by how grave it is."""
_ORDER = {"bad": 0, "look": 1, "good": 2, "": 3}


class CaseModel(QAbstractTableModel):
    """One row a case; follows a ``DatasetCheck``. ``SORT_ROLE`` sorts sizes and verdicts."""

    def __init__(self, check: DatasetCheck) -> None:
        super().__init__(check)
        self._check = check
        self._rows: dict[str, int] = {}
        check.cases_changed.connect(self._on_cases_changed)
        check.reported.connect(self._on_reported)
        self._on_cases_changed()

    def case_at(self, row: int) -> "Case":
        """The case of a row."""
        return self._check.cases[row]

    @property
    def tells_persons(self) -> bool:
        """Whether persons are called otherwise than their cases."""
        return any(case.patient not in (None, case.case_id) for case in self._check.cases)

    def row_of(self, case_id: str) -> int | None:
        """Where a case is."""
        return self._rows.get(case_id)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        case, column = self.case_at(index.row()), index.column()
        report = self._check.reports.get(case.case_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return cells_of(case, report)[column]
        if role == SORT_ROLE:
            return _sort_key(case, report, index.row(), column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(case, report)
        if column == VERDICT and role == Qt.ItemDataRole.ForegroundRole:
            mark = _ICONS.get(severity(report))
            return theme.colour(mark[1] if mark else "MUTED")
        if column == VERDICT and role == Qt.ItemDataRole.DecorationRole:
            mark = _ICONS.get(severity(report))
            return theme.coloured_icon(*mark) if mark else None
        if column == SURE and role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.WARNING if case.confidence < UNSURE_BELOW else theme.TEXT)
        return None

    @Slot()
    def _on_cases_changed(self) -> None:
        self.beginResetModel()
        self._rows = {case.case_id: row for row, case in enumerate(self._check.cases)}
        self.endResetModel()

    @Slot(str)
    def _on_reported(self, case_id: str) -> None:
        row = self._rows.get(case_id)
        if row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))


def severity(report: CaseReport | None) -> str:
    """ "bad" where it cannot be used, "look" where somebody should, else "good"; or "".

    >>> severity(None), severity(CaseReport("1", (1, 1, 1), {}, {}, problems=("x",)))
    ('', 'bad')
    """
    if report is None:
        return ""
    if report.problems:
        return "bad"
    is_untold = bool(report.evidence) and "fit" not in report.evidence
    return "look" if report.repairs or is_untold or not report.label_voxels else "good"


def cells_of(case: "Case", report: CaseReport | None) -> tuple[str, ...]:
    """The texts of a row."""
    sure = f"{case.confidence:.0%}" if case.reason else ""
    beginning = (case.case_id, case.patient or "")
    pairing = (core_tr(case.reason), sure)
    if report is None:
        return (*beginning, "", "", "", *pairing, NOT_CHECKED)
    size = "×".join(str(n) for n in report.size_xyz) if any(report.size_xyz) else ""
    return (
        *beginning,
        size,
        spacing_words(report),
        labels_words(report),
        *pairing,
        core_tr(report.verdict) or (tr("cannot be used") if report.problems else tr("sound")),
    )


def spacing_words(report: CaseReport) -> str:
    """Millimetres between voxels, or that nobody says."""
    if report.spacing_xyz_mm is None:
        return tr("no scale") if any(report.size_xyz) else ""
    return "×".join(f"{mm:.3g}" for mm in report.spacing_xyz_mm) + " mm"


def labels_words(report: CaseReport) -> str:
    """Each label with its volume, or only its name where there is no scale."""
    present = {value: n for value, n in sorted(report.label_voxels.items()) if n}
    if not present:
        return tr("none") if any(report.size_xyz) else ""
    ml = _voxel_ml(report)
    return ", ".join(
        f"{core_tr(label_for(value).name)} {_ml_words(n * ml)}"
        if ml
        else core_tr(label_for(value).name)
        for value, n in present.items()
    )


def tool_tip(case: "Case", report: CaseReport | None) -> str:
    """More than fits into a row."""
    lines = [
        tr("Case {case}, person {person}", case=case.case_id, person=case.patient)
        if case.patient
        else tr("Case {case}", case=case.case_id)
    ]
    if case.reason:
        lines.append(
            tr(
                "Paired because {reason} ({confidence:.0%} sure).",
                reason=core_tr(case.reason),
                confidence=case.confidence,
            )
        )
    if report is not None:
        lines.extend(label_lines(report))
        lines.append(core_tr(report.verdict))
    return "\n".join([line for line in lines if line] + [tr("Double-click or Enter opens it.")])


def label_lines(report: CaseReport) -> list[str]:
    """Voxels and slices of each label."""
    lines = []
    for value, voxels in sorted(report.label_voxels.items()):
        slices = report.slices_with.get(value, 0)
        name = core_tr(label_for(value).name)
        lines.append(
            tr("{label}: {voxels:,} voxels in 1 slice", label=name, voxels=voxels)
            if slices == 1
            else tr(
                "{label}: {voxels:,} voxels in {slices} slices",
                label=name,
                voxels=voxels,
                slices=slices,
            )
        )
    return lines


def _voxel_ml(report: CaseReport) -> float | None:
    if report.spacing_xyz_mm is None:
        return None
    x, y, z = report.spacing_xyz_mm
    return x * y * z / 1000


def _ml_words(ml: float) -> str:
    return (
        tr("{ml:,.0f} ml", ml=ml)
        if ml >= 10
        else tr("{ml:.1f} ml", ml=ml)
        if ml >= 1
        else tr("{ml:.2f} ml", ml=ml)
    )


def _sort_key(case: "Case", report: CaseReport | None, row: int, column: int) -> float | str:
    keys: Mapping[int, float | str] = {
        CASE: row,  # natural order
        SIZE: _product(report.size_xyz) if report else -1,
        VOXEL: _product(report.spacing_xyz_mm) if report and report.spacing_xyz_mm else -1.0,
        LABELS: sum(report.label_voxels.values()) if report else -1,
        SURE: case.confidence,
        VERDICT: _ORDER[severity(report)],
    }
    return keys.get(column, cells_of(case, report)[column].casefold())


def _product(numbers: tuple[float, float, float]) -> float:
    return numbers[0] * numbers[1] * numbers[2]
