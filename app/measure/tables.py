"""Measurements, labels and lesions as Qt tables."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.core_sentences import core_tr
from app.document import Measurement
from app.icons import icon, swatch
from app.measuring_commands import rename
from app.session import Session
from app.translation import tr
from app.viewer.measuring import (
    KIND_NAMES,
    Reading,
    length_text,
    place_text,
    reading,
    title,
    value_text,
)
from unet_core.measurements import EDGE_RULE, LabelStatistics, Lesion

AnyIndex = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NONE = "n/a"
_ROOT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def millilitres(value: float | None) -> str:
    """A volume without its unit; n/a where there is no scale.

    >>> millilitres(1480.2), millilitres(62.14), millilitres(0.842), millilitres(None)
    ('1,480', '62.1', '0.84', 'n/a')
    """
    if value is None:
        return NONE
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def slices_text(slices: tuple[int, int] | None) -> str:
    """First and last slice, counted from 1.

    >>> slices_text((4, 9)), slices_text((4, 4)), slices_text(None)
    ('5–10', '5', 'n/a')
    """
    if slices is None:
        return NONE
    first, last = (z + 1 for z in slices)
    return str(first) if first == last else f"{first}–{last}"


class Table(QAbstractTableModel):
    """Texts in columns, right-aligned from the second on; without rows until a subclass has some.

    Attributes:
        headings: Of the columns; a line break where a narrow dock needs one.
    """

    headings: tuple[str, ...] = ()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else self.row_count()

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def row_count(self) -> int:
        """How many rows there are."""
        return 0

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        return ""

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Role.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Role.TextAlignmentRole and index.column() > 0:
            return _RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self.headings[section]
        if role == Role.TextAlignmentRole:
            return _RIGHT if section > 0 else _LEFT
        return None

    def as_text(self) -> str:
        """The table with tabs, as spreadsheets take it from the clipboard."""
        columns = range(len(self.headings))
        rows = [[heading.replace("\n", " ") for heading in self.headings]]
        rows += [[self.text(row, column) for column in columns] for row in range(self.row_count())]
        return "\n".join("\t".join(row) for row in rows)


class MeasurementTable(Table):
    """One row for each measurement of the session; its name can be changed."""

    headings = (tr("Name"), tr("Value"), tr("Slice"))

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[tuple[Measurement, Reading]] = []

    def refresh(self) -> None:
        """Read the session anew."""
        volume = self._session.volume
        known = self._session.measurements if volume is not None else ()
        self.beginResetModel()
        self._rows = [(one, reading(volume, one)) for one in known if volume is not None]
        self.endResetModel()

    def at(self, row: int) -> Measurement:
        """The measurement of a row."""
        return self._rows[row][0]

    def row_of(self, number: int) -> int | None:
        """The row of a measurement; None if it has none."""
        found = (row for row, (one, _) in enumerate(self._rows) if one.number == number)
        return next(found, None)

    def readings(self) -> list[tuple[Measurement, Reading]]:
        """All of them with their numbers."""
        return list(self._rows)

    def row_count(self) -> int:
        return len(self._rows)

    def text(self, row: int, column: int) -> str:
        one, found = self._rows[row]
        return (title(one), value_text(one, found), place_text(one, found))[column]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else flags

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if index.isValid() and index.column() == 0:
            one, _ = self._rows[index.row()]
            if role == Role.DecorationRole:
                return icon(one.kind)
            if role == Role.EditRole:
                return title(one)
            if role == Role.ToolTipRole:
                return one.text or tr(
                    "{kind_names}; double-click to name it", kind_names=KIND_NAMES[one.kind]
                )
        return super().data(index, role)

    def setData(self, index: AnyIndex, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or index.column() != 0:
            return False
        one = self.at(index.row())
        text = str(value).strip()
        if text != title(one):
            rename(self._session, one, text)
        return True


# --- labels --------------------------------------------------------------------------------------


def _grey(value: float | None) -> str:
    return NONE if value is None else f"{value:,.1f}"


def _mean(one: LabelStatistics) -> str:
    return NONE if one.spread is None else _grey(one.spread.mean)


def _median(one: LabelStatistics) -> str:
    return NONE if one.spread is None else _grey(one.spread.median)


def _sd(one: LabelStatistics) -> str:
    return NONE if one.spread is None else _grey(one.spread.sd)


def _low(one: LabelStatistics) -> str:
    return NONE if one.spread is None else f"{one.spread.low:.6g}"


def _high(one: LabelStatistics) -> str:
    return NONE if one.spread is None else f"{one.spread.high:.6g}"


def _slice(one: LabelStatistics) -> str:
    return NONE if one.diameter is None else str(one.diameter.slice_index + 1)


LABEL_ROWS: tuple[tuple[str, str, Callable[[LabelStatistics], str]], ...] = (
    (
        tr("Volume, ml"),
        tr("Voxels times the size of a voxel"),
        lambda one: millilitres(one.volume_ml),
    ),
    (tr("Voxels"), tr("How many voxels have the label"), lambda one: f"{one.voxels:,}"),
    (tr("Mean"), tr("Mean of its voxels"), _mean),
    (tr("Median"), tr("Half of its voxels are below"), _median),
    ("SD", tr("Standard deviation of its voxels (n - 1)"), _sd),
    (tr("Min"), tr("Lowest value"), _low),
    (tr("Max"), tr("Highest value"), _high),
    (
        tr("Diameter"),
        tr("The longest line between two edges of one piece in any axial slice (RECIST 1.1)"),
        lambda one: NONE if one.diameter is None else f"{one.diameter.length:.1f}",
    ),
    (tr("… in slice"), tr("The axial slice of that diameter"), _slice),
    (
        tr("Slices"),
        tr("First and last axial slice with the label"),
        lambda one: slices_text(one.slices),
    ),
)
_GREY_ROWS = (tr("Mean"), tr("Median"), "SD", tr("Min"), tr("Max"))
_LENGTH_ROWS = (tr("Diameter"),)


def _narrow(title: str) -> str:
    """``liver (with tumour)`` on two short lines."""
    mark = tr(" (with ")
    return title.replace(mark, "\n+ ").rstrip(")）") if mark in title else title


class LabelTable(Table):
    """One row a measure, one column a label: a narrow dock shows all of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[LabelStatistics, ...] = ()
        self._units = ("mm", "HU")

    def set_labels(self, labels: Sequence[LabelStatistics], *, length: str, grey: str) -> None:
        """Show other labels.

        Args:
            labels: What was measured.
            length: Unit of lengths within a slice, "mm" or "px".
            grey: "HU", or "grey" for values without a unit.
        """
        self.beginResetModel()
        self._labels = tuple(labels)
        self._units = (length, grey)
        titles = [_narrow(core_tr(one.region.title)) for one in labels]
        self.headings = ("", *titles) if labels else ()
        self.endResetModel()

    def at(self, column: int) -> LabelStatistics | None:
        """The label of a column; None for the column of names."""
        return self._labels[column - 1] if column > 0 else None

    def row_count(self) -> int:
        return len(LABEL_ROWS) if self._labels else 0

    def text(self, row: int, column: int) -> str:
        name, _, write = LABEL_ROWS[row]
        if column > 0:
            return write(self._labels[column - 1])
        length, grey = self._units
        unit = length if name in _LENGTH_ROWS else grey if name in _GREY_ROWS else ""
        unit = "" if unit == "grey" else unit
        return f"{name}, {unit}" if unit else name

    def as_text(self) -> str:
        """With tabs, and every label under its full name."""
        names = "\t".join(["", *(core_tr(one.region.title) for one in self._labels)])
        return "\n".join([names, *super().as_text().splitlines()[1:]])

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if index.isValid() and role == Role.ToolTipRole:
            return LABEL_ROWS[index.row()][1]
        return super().data(index, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and section > 0:
            region = self._labels[section - 1].region
            if role == Role.DecorationRole:
                return swatch(region.colour)
            if role == Role.ToolTipRole:
                return core_tr(region.title)
        return super().headerData(section, orientation, role)


# --- lesions -------------------------------------------------------------------------------------


class LesionTable(Table):
    """One row a lesion, the largest first."""

    headings = (tr("No."), "ml", tr("Axial\nmm"), tr("Slices"), tr("Mean\nHU"), tr("Edge\nmm"))
    TIPS = (
        tr("Numbered by size, the largest first"),
        tr("Volume"),
        tr("Longest diameter in an axial slice, and the longest across it"),
        tr("First and last axial slice"),
        tr("Mean of its voxels"),
        core_tr(EDGE_RULE),
    )

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lesions: tuple[Lesion, ...] = ()

    def set_lesions(self, lesions: Sequence[Lesion], *, length: str, grey: str) -> None:
        """Show other lesions; units as in ``LabelTable.set_labels``."""
        self.beginResetModel()
        self._lesions = tuple(lesions)
        size = "ml" if length == "mm" else tr("Voxels")
        self.headings = (
            *(tr("No."), size, tr("Axial\n{length}", length=length), tr("Slices")),
            *(tr("Mean\n{grey}", grey=tr("grey") if grey == "grey" else grey), tr("Edge\nmm")),
        )
        self.endResetModel()

    @property
    def lesions(self) -> tuple[Lesion, ...]:
        """What is shown."""
        return self._lesions

    def row_count(self) -> int:
        return len(self._lesions)

    def text(self, row: int, column: int) -> str:
        one = self._lesions[row]
        size = f"{one.voxels:,}" if one.volume_ml is None else millilitres(one.volume_ml)
        across = f"{one.diameter.length:.1f} × {one.diameter.short_length:.1f}"
        mean = NONE if one.spread is None else f"{one.spread.mean:.0f}"
        edge = NONE if one.edge_mm is None else f"{one.edge_mm:.1f}"
        return (str(one.number), size, across, slices_text(one.slices), mean, edge)[column]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Role.ToolTipRole:
            return self.TIPS[section]
        return super().headerData(section, orientation, role)


def lesion_words(one: Lesion, count: int, unit: str) -> tuple[str, ...]:
    """What the box beside a lesion says: ``Lesion 2 of 9``; its diameters and its volume.

    Args:
        one: The lesion.
        count: How many there are.
        unit: Of lengths within a slice.
    """
    long, short = one.diameter.length, one.diameter.short_length
    size = (
        tr("{voxels:,} voxels", voxels=one.voxels)
        if one.volume_ml is None
        else tr("{millilitres} ml", millilitres=millilitres(one.volume_ml))
    )
    return (
        tr("Lesion {number} of {count:,}", number=one.number, count=count),
        f"{long:.1f} × {length_text(short, unit)}, {size}",
    )
