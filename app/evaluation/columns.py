"""How the reader left a table: widths, order, and columns put away; found again by their names."""

import contextlib
import json
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView

from app.settings import Settings

LEAST_PX, MOST_PX = 24, 900
Ascending, Descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class ColumnMemory(QObject):
    """Remembers the columns of a table, and lets the reader put some away in its header's menu.

    Args:
        table: With its model.
        name: To remember it by.
        columns: Name of each column; a column of another version is simply not found again.
        fixed: Names of those that cannot be put away.

    Signals:
        changed: Other columns are put away.
    """

    changed = Signal()

    def __init__(
        self,
        table: QTableView,
        name: str,
        columns: Sequence[str],
        settings: Settings,
        fixed: Sequence[str] = (),
    ) -> None:
        super().__init__(table)
        self._table, self._name, self._settings = table, name, settings
        self._columns, self._fixed = tuple(columns), frozenset(fixed)
        self._away: set[str] = set()
        self._unfit: frozenset[str] = frozenset()
        self._dragged: dict[str, int] = {}
        self._is_setting = False
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu)
        header.sectionResized.connect(self._on_resized)

    def restore(self) -> None:
        """As the table was left."""
        values = _read(self._settings.columns_of(self._name))
        widths, order = values.get("widths"), values.get("order")
        for name, width in widths.items() if isinstance(widths, dict) else ():
            if name in self._columns and isinstance(width, int):
                self._dragged[name] = min(max(width, LEAST_PX), MOST_PX)
                self._set_width(name, self._dragged[name])
        away = values.get("away")
        named = {str(name) for name in away} if isinstance(away, list) else set()
        self._away = named & self._free
        if isinstance(order, list) and len(order) == 2 and order[0] in self._columns:
            direction = Descending if order[1] == "falling" else Ascending
            self._table.sortByColumn(self._columns.index(order[0]), direction)
        self._show()

    def keep(self) -> None:
        """Remember how the table is."""
        header = self._table.horizontalHeader()
        kept: dict[str, object] = {"widths": self._dragged, "away": sorted(self._away)}
        place = header.sortIndicatorSection()
        if 0 <= place < len(self._columns):
            falls = header.sortIndicatorOrder() is Descending
            kept["order"] = [self._columns[place], "falling" if falls else "rising"]
        self._settings.keep_columns(self._name, json.dumps(kept))

    def suggest(self, name: str, width: int) -> None:
        """A width for a column that the reader has not set."""
        if name not in self._dragged:
            self._set_width(name, min(max(width, LEAST_PX), MOST_PX))

    def leave_out(self, names: frozenset[str]) -> None:
        """Hide columns that mean nothing now, whatever the reader chose."""
        self._unfit = names
        self._show()

    def _set_width(self, name: str, width: int) -> None:
        self._is_setting = True
        self._table.setColumnWidth(self._columns.index(name), width)
        self._is_setting = False

    @Slot(int, int, int)
    def _on_resized(self, place: int, _before: int, width: int) -> None:
        if width and not self._is_setting:
            self._dragged[self._columns[place]] = width

    @property
    def _free(self) -> set[str]:
        return set(self._columns) - self._fixed

    def _show(self) -> None:
        self._is_setting = True
        for place, name in enumerate(self._columns):
            self._table.setColumnHidden(place, name in self._away or name in self._unfit)
        self._is_setting = False
        self.changed.emit()

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        if not self._free:
            return
        menu = QMenu(self._table)
        menu.setObjectName(f"{self._table.objectName()}_columns")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, name in enumerate(self._columns):
            if name in self._fixed or name in self._unfit:
                continue
            title = self._table.model().headerData(place, Qt.Orientation.Horizontal)
            action = QAction(str(title), menu)
            action.setObjectName(f"{self._table.objectName()}_column_{name}")
            action.setCheckable(True)
            action.setChecked(name not in self._away)
            action.setData(name)
            action.toggled.connect(self._on_toggled)
            menu.addAction(action)
        menu.popup(self._table.horizontalHeader().mapToGlobal(at))

    @Slot(bool)
    def _on_toggled(self, is_on: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            (self._away.discard if is_on else self._away.add)(str(action.data()))
            self._show()


def _read(text: str) -> dict[str, object]:
    with contextlib.suppress(ValueError, RecursionError):
        values = json.loads(text)
        if isinstance(values, dict):
            return values
    return {}
