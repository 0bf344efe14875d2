"""Every mask over the scan with its labels, as a Qt model: it holds no state, it asks the Session.

The topmost mask comes first, as it is drawn over the others.
"""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Slot,
)

from app.counting import Counted
from app.document import Layer
from app.segments import cells, edits
from app.segments.edits import Spot
from app.session import Session
from unet_core.volume import STATUSES, LabelMap

AnyIndex = QModelIndex | QPersistentModelIndex
MIME = "application/x-slicewise-mask"
_TOP = 0
"""Internal id of masks; labels have the number of their mask's row, counted from 1."""


class Column(IntEnum):
    """What each column shows."""

    NAME = 0
    ML = 1
    EYE = 2
    STATUS = 3
    LOCK = 4
    VOXELS = 5
    OPACITY = 6
    DRAWN = 7
    VALUE = 8


class SegmentsModel(QAbstractItemModel):
    """Masks as rows, their labels as children."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._layers: tuple[Layer, ...] = ()
        self._values: tuple[tuple[int, ...], ...] = ()
        self._counts: list[Counted] = []
        self._cells: dict[tuple[int, int, int], cells.Cell] = {}
        self._untold: set[int] = set()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._tell)
        session.layers_changed.connect(self._on_layers_changed)
        self._on_layers_changed()

    # --- what it holds -----------------------------------------------------------------------

    def spot(self, index: AnyIndex) -> Spot | None:
        """The mask or label of a row; None for an index of nothing."""
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return Spot(self._layers[index.row()]) if index.row() < len(self._layers) else None
        mask = index.internalId() - 1
        if mask >= len(self._layers) or index.row() >= len(self._values[mask]):
            return None
        return Spot(self._layers[mask], self._values[mask][index.row()])

    def index_of(self, label_map: LabelMap, value: int | None = None) -> QModelIndex:
        """The first cell of a mask's or label's row; an invalid one if it is gone."""
        rows = sorted(enumerate(self._layers), key=lambda row: row[1].label_map is not label_map)
        for row, layer in rows:
            if layer.label_map.voxels is not label_map.voxels:
                continue
            if value is None:
                return self.index(row, Column.NAME)
            if value in self._values[row]:
                parent = self.index(row, Column.NAME)
                return self.index(self._values[row].index(value), Column.NAME, parent)
        return QModelIndex()

    def labels(self) -> tuple[Spot, ...]:
        """Every label in the order of the table."""
        pairs = zip(self._layers, self._values, strict=True)
        return tuple(Spot(layer, value) for layer, values in pairs for value in values)

    def counted(self, label_map: LabelMap) -> Counted | None:
        """The numbers of a mask, if it was counted."""
        return next((c for c in self._counts if c.is_of(label_map)), None)

    def add_counts(self, counted: Counted) -> None:
        """Show the numbers of a mask."""
        self._counts.append(counted)
        self._reads_otherwise(
            row for row, la in enumerate(self._layers) if counted.is_of(la.label_map)
        )

    # --- as Qt asks --------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not (0 <= row < self.rowCount(parent) and 0 <= column < len(Column)):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: AnyIndex = QModelIndex()) -> Any:  # noqa: B008  (QObject.parent shares the name)
        if not isinstance(index, QModelIndex | QPersistentModelIndex) or not index.isValid():
            return QModelIndex()
        if index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._layers)
        is_mask = parent.internalId() == _TOP and parent.column() == 0
        return len(self._values[parent.row()]) if is_mask else 0

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        return cells.header(Column(section).name, role)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in cells.ANSWERED or not index.isValid():
            return None
        place = (index.internalId(), index.row(), index.column())
        cell = self._cells.get(place)
        if cell is None:
            spot = self.spot(index)
            if spot is None:
                return None
            voxels = cells.voxels_of(spot.layer, spot.value, self.counted(spot.label_map))
            name = Column(index.column()).name
            cell = self._cells[place] = cells.cell(name, spot.layer, spot.value, voxels)
        return cells.answer(cell, role)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        spot = self.spot(index)
        if spot is None:
            return Qt.ItemFlag.ItemIsDropEnabled  # between two masks
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if spot.value is None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        else:
            flags |= Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == Column.NAME:
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.column() in (Column.EYE, Column.LOCK):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        spot = self.spot(index)
        if spot is None:
            return False
        match Column(index.column()):
            case Column.NAME if role == Qt.ItemDataRole.EditRole:
                return edits.rename(self._session, spot, str(value))
            case Column.EYE if role == Qt.ItemDataRole.CheckStateRole:
                is_on = Qt.CheckState(value) == Qt.CheckState.Checked
                edits.show(self._session, spot, visible=is_on)
            case Column.LOCK if role == Qt.ItemDataRole.CheckStateRole:
                is_on = Qt.CheckState(value) == Qt.CheckState.Checked
                edits.lock(self._session, spot, locked=is_on)
            case Column.STATUS if role == Qt.ItemDataRole.EditRole and value in STATUSES:
                edits.set_status(self._session, spot, value)
            case _:
                return False
        return True

    # --- order, by dragging ------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        masks = [index.row() for index in indexes if index.internalId() == _TOP]
        if masks:
            data.setData(MIME, QByteArray(str(masks[0]).encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        if action != Qt.DropAction.MoveAction or not data.hasFormat(MIME):
            return False
        place = row if row >= 0 and not parent.isValid() else self.rowCount()
        moved = int(bytes(data.data(MIME).data()))
        if not 0 <= moved < len(self._layers):
            return False
        label_map = self._layers[moved].label_map
        return edits.move(self._session, label_map, place - 1 if place > moved else place)

    # --- the session changed -----------------------------------------------------------------

    @Slot()
    def _on_layers_changed(self) -> None:
        layers = tuple(reversed(self._session.layers))
        values = tuple(tuple(sorted(layer.label_map.labels)) for layer in layers)
        same = len(layers) == len(self._layers) and values == self._values
        same = same and all(
            new.label_map.voxels is old.label_map.voxels
            for new, old in zip(layers, self._layers, strict=True)
        )
        if same:
            pairs = zip(layers, self._layers, strict=True)
            changed = [row for row, (new, old) in enumerate(pairs) if new is not old]
            self._layers = layers
            self._reads_otherwise(changed)
            return
        self.beginResetModel()
        self._cells.clear()
        self._untold.clear()
        self._layers, self._values = layers, values
        self._counts = [c for c in self._counts if any(c.is_of(la.label_map) for la in layers)]
        self.endResetModel()

    def _reads_otherwise(self, rows: Iterable[int]) -> None:
        """These masks, and their labels with them; views hear of it once, at the end of the turn.

        Opening a scan with its masks changes them ten times at once, and a view measures and
        paints all it shows each time it hears of one.
        """
        self._cells.clear()
        self._untold.update(rows)
        self._timer.start()

    @Slot()
    def _tell(self) -> None:
        rows, self._untold = sorted(self._untold), set()
        last = len(Column) - 1
        for row in rows:
            parent = self.index(row, 0)
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))
            count = self.rowCount(parent)
            if count:
                self.dataChanged.emit(self.index(0, 0, parent), self.index(count - 1, last, parent))
