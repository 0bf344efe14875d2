"""The list of what was drawn on the scan: go to it, name it, take it away."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from app.document import Measurement
from app.measure.table_view import TableView
from app.measure.tables import MeasurementTable
from app.measuring_commands import RemoveMeasurements
from app.panel_parts import button, heading, muted, row_of
from app.session import Session
from app.translation import tr
from app.viewer.measuring import plane_of, reading

EMPTY = tr(
    "Nothing is drawn yet. Take a measuring tool from the tool bar, then drag over a slice: "
    "distance 7, angle 8, ellipse 9, note 0."
)


class DrawnList(QWidget):
    """The session's measurements.

    Signals:
        chosen: Number of the one that was chosen here.
    """

    chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.table = MeasurementTable(session, self)
        self._view = TableView(
            "measure_list", tr("What was drawn on the scan"), self.table, elastic=0
        )
        self._view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self._view.setToolTip(tr("Click to see it, double-click its name to change it"))
        self._view.clicked.connect(self._on_clicked)
        self._view.activated.connect(self._on_clicked)
        self._view.removal_asked.connect(self.remove_chosen)
        self._view.selectionModel().selectionChanged.connect(self._refresh_buttons)
        self._empty = muted("measure_list_empty", EMPTY)
        self._remove = button("measure_remove", tr("Delete"), tr("Delete the chosen measurement"))
        self._remove.clicked.connect(self.remove_chosen)
        self._clear = button(
            "measure_clear", tr("Delete all"), tr("Delete everything drawn on the scan")
        )
        self._clear.clicked.connect(self._on_clear)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._clear)
        buttons.addWidget(self._remove)
        self._buttons = row_of(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading(tr("Drawn on the scan")))
        for widget in (self._empty, self._view, self._buttons):
            layout.addWidget(widget)
        session.measurements_changed.connect(self._on_measurements_changed)
        session.volume_changed.connect(self._on_measurements_changed)
        self._on_measurements_changed()

    def choose(self, number: int | None) -> None:
        """Mark the row of a measurement; None marks none."""
        row = None if number is None else self.table.row_of(number)
        if row is None:
            self._view.clearSelection()
            self._view.setCurrentIndex(QModelIndex())
        elif row != self._view.currentIndex().row():
            self._view.selectRow(row)

    @Slot()
    def remove_chosen(self) -> None:
        """Take the chosen one away."""
        chosen = self._chosen()
        if chosen is not None:
            self._take_away(frozenset({chosen.number}))

    def _chosen(self) -> Measurement | None:
        rows = self._view.selectionModel().selectedRows()
        return self.table.at(rows[0].row()) if rows else None

    def _take_away(self, numbers: frozenset[int]) -> None:
        self._session.undo_stack.push(RemoveMeasurements(self._session, numbers))

    @Slot()
    def _on_clear(self) -> None:
        self._take_away(frozenset(one.number for one in self._session.measurements))

    @Slot()
    def _on_measurements_changed(self) -> None:
        chosen = self._chosen() if self.table.rowCount() else None
        self.table.refresh()
        if chosen is not None:
            self.choose(chosen.number)
        has_any = self.table.rowCount() > 0
        self._empty.setVisible(not has_any)
        self._view.setVisible(has_any)
        self._buttons.setVisible(has_any)
        self._refresh_buttons()

    @Slot()
    def _refresh_buttons(self) -> None:
        self._remove.setEnabled(self._view.selectionModel().hasSelection())

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        """Show its slice, with the crosshair on its middle."""
        volume = self._session.volume
        if volume is None:
            return
        one = self.table.at(index.row())
        geometry, plane = volume.geometry.canonical, plane_of(one)
        points = one.points_xyz_mm[:1] if one.kind == "ellipse" else one.points_xyz_mm
        middle = [sum(values) / len(values) for values in zip(*points, strict=True)]
        place = [round(p) for p in geometry.place((middle[0], middle[1], middle[2]))]
        place[plane.axis] = reading(volume, one).slice_index
        self._session.set_cursor((place[0], place[1], place[2]))
        self.chosen.emit(one.number)
