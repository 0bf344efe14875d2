"""The series of a folder as a table: what each is, and which is most likely the one wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app import theme
from app.core_sentences import core_tr
from app.opening_request import MASK_KINDS
from app.translation import tr
from unet_core.events import Series

COLUMNS = (
    tr("Patient"),
    tr("Study"),
    tr("Description"),
    tr("Kind"),
    tr("Slices"),
    tr("Voxel"),
    tr("To know"),
)
SORT_ROLE = Qt.ItemDataRole.UserRole
_SLICES = COLUMNS.index(tr("Slices"))
_WARNINGS = COLUMNS.index(tr("To know"))
Index = QModelIndex | QPersistentModelIndex


class SeriesModel(QAbstractTableModel):
    """One row a series; ``SORT_ROLE`` sorts counts as numbers."""

    def __init__(self, series: Sequence[Series], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._series = tuple(series)

    def series_at(self, row: int) -> Series:
        """The series of a row."""
        return self._series[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's signature)
        return 0 if parent.isValid() else len(self._series)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        series, column = self._series[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return cells_of(series)[column]
        if role == SORT_ROLE:
            return series.slices if column == _SLICES else cells_of(series)[column].casefold()
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(map(core_tr, series.warnings)) or cells_of(series)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column)
        if role == Qt.ItemDataRole.DecorationRole and column == _WARNINGS and series.warnings:
            return theme.icon("warning")
        return None


def cells_of(series: Series) -> tuple[str, ...]:
    """The texts of a row.

    >>> cells_of(Series("1.2", "portal", "CT", 41))[2:]
    ('portal', 'CT', '41', '', '')
    >>> cells_of(Series("1.3", "", "SEG", 1))[2:5]
    ('without a description', 'SEG (mask)', '1 label')
    """
    kind = series.modality or tr("unknown")
    count = f"{series.slices:,}"
    if series.modality in MASK_KINDS:
        kind = tr("{kind} (mask)", kind=kind)
        count = tr("1 label") if series.slices == 1 else tr("{count} labels", count=count)
    return (
        ", ".join(dict.fromkeys(series.patient.split(", "))),  # often the name is the id
        series.study,
        series.description or tr("without a description"),
        kind,
        count,
        series.spacing,
        " ".join(map(core_tr, series.warnings)),
    )


def likeliest(series: Sequence[Series]) -> int:
    """Row of the one to open unless told otherwise: a scan, sound, with the most slices.

    >>> likeliest([Series("1", "scout", "CT", 2), Series("2", "", "CT", 41)])
    1
    """
    return max(
        range(len(series)),
        key=lambda i: (
            series[i].modality not in MASK_KINDS,
            not series[i].warnings,
            series[i].slices,
        ),
    )


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == _SLICES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
