"""The queue for the night: what waits, in which order, and how long it will take."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.panel_parts import Words, button, muted
from app.runs.words import setting_words, turn_words
from app.training.night import NightQueue
from app.training.night_row import forecast_words
from app.training.state import duration
from app.translation import tr
from unet_core.run_queue import Entry

TITLES = (tr("Run"), tr("Data set"), tr("Turn"), tr("Takes about"), tr("At most, min"))
TITLE, DATASET, TURN, LENGTH, LIMIT = range(len(TITLES))
ROW_PX = 26
WIDTHS = (300, 170, 300, 130, 110)
LONGEST_LIMIT = 100_000
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class QueueModel(QAbstractTableModel):
    """One row an entry, in the order of their turns; the last column may be typed into."""

    def __init__(self, night: NightQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._night = night
        self.entries: tuple[Entry, ...] = ()
        night.changed.connect(self._on_changed)
        self._on_changed()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return TITLES[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == LIMIT:
            return tr(
                "The run is stopped after so many minutes and keeps what it has; empty: never"
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_open = index.column() == LIMIT and self.entries[index.row()].state == "waiting"
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry, column = self.entries[index.row()], index.column()
        limit = f"{entry.limit_minutes:g}" if entry.limit_minutes else ""
        if role == Qt.ItemDataRole.EditRole and column == LIMIT:
            return limit
        if role == Qt.ItemDataRole.ToolTipRole:
            return settings_words(entry)
        if role == Qt.ItemDataRole.DisplayRole:
            seconds = entry.expected_s
            length = tr("unknown") if seconds is None else duration(seconds)
            preset = entry.config.preset if entry.config is not None else ""
            name = entry.name or entry.folder or preset
            cells = (name, entry.dataset.name, turn_words(entry), length, limit)
            return cells[column]
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value).strip().replace(",", ".")
        try:
            minutes = float(text) if text else 0.0
        except ValueError:
            return False
        if role != Qt.ItemDataRole.EditRole or not 0 <= minutes <= LONGEST_LIMIT:
            return False
        self._night.limit(self.entries[index.row()].key, minutes)
        return True

    @Slot()
    def _on_changed(self) -> None:
        entries = self._night.now.queue.entries
        if entries != self.entries:
            self.beginResetModel()
            self.entries = entries
            self.endResetModel()


class QueuePage(QWidget):
    """The table of the queue, its buttons, and how long all of it takes."""

    def __init__(self, night: NightQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._night = night
        self._kept = ""
        self.model = QueueModel(night, self)
        self.table = self._made_table()
        self.words = Words()
        self.words.setObjectName("queue_words")
        help_words = muted(
            "queue_help",
            tr(
                "Runs come one after the other, and go on when Slicewise is closed. "
                "Add to queue, in the Train panel, puts a run here."
            ),
        )
        layout = QVBoxLayout(self)
        layout.addWidget(help_words)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        layout.addLayout(self._made_buttons())
        self.model.modelAboutToBeReset.connect(self._keep)
        self.model.modelReset.connect(self._restore)
        night.changed.connect(self._on_changed)
        self.table.selectionModel().selectionChanged.connect(self._on_changed)
        self._on_changed()

    @property
    def chosen(self) -> Entry | None:
        """The entry the cursor is on."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.entries[rows[0].row()] if rows else None

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("queue_table")
        table.setAccessibleName(tr("Queue of runs"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(WIDTHS):
            table.setColumnWidth(column, width)
        return table

    def _made_buttons(self) -> QHBoxLayout:
        self.start = button("queue_start", tr("Start the queue"), tr("Begin with the first"))
        self.up = button("queue_up", tr("Earlier"), tr("Give this run an earlier turn"))
        self.down = button("queue_down", tr("Later"), tr("Give this run a later turn"))
        self.remove = button("queue_remove", tr("Take out"), tr("Let this run wait no longer"))
        self.clear = button("queue_clear", tr("Clear finished"), tr("Forget runs that are over"))
        self.start.clicked.connect(self._on_start)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)
        self.clear.clicked.connect(self._night.clear)
        row = QHBoxLayout()
        row.addWidget(self.start)
        row.addStretch(1)
        for one in (self.up, self.down, self.remove, self.clear):
            row.addWidget(one)
        for one in (self.start, self.up, self.down, self.remove, self.clear):
            one.setAutoDefault(False)
        return row

    # --- what is pressed ---------------------------------------------------------------------

    @Slot()
    def _on_start(self) -> None:
        if self._goes_on:
            self._night.stop()
        else:
            self._night.start()

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        chosen, waiting = self.chosen, [entry.key for entry in self._night.now.queue.waiting]
        if chosen is not None and chosen.key in waiting:
            self._night.move(chosen.key, waiting.index(chosen.key) + step)

    @Slot()
    def _on_remove(self) -> None:
        if self.chosen is not None:
            self._night.remove(self.chosen.key)

    # --- how it stands -----------------------------------------------------------------------

    @property
    def _goes_on(self) -> bool:
        """Whether further runs will begin by themselves."""
        return self._night.now.queue.is_on and self._night.now.is_worked

    @Slot()
    def _on_changed(self) -> None:
        seen, chosen = self._night.now, self.chosen
        waiting = [entry.key for entry in seen.queue.waiting]
        place = waiting.index(chosen.key) if chosen and chosen.key in waiting else None
        self.start.setText(tr("Stop after this run") if self._goes_on else tr("Start the queue"))
        self.start.setEnabled(self._goes_on or bool(waiting) or seen.is_cut_off)
        self.up.setEnabled(bool(place))
        self.down.setEnabled(place is not None and place < len(waiting) - 1)
        self.remove.setEnabled(chosen is not None and chosen.state != "running")
        self.clear.setEnabled(any(entry.is_over for entry in seen.queue.entries))
        self.words.setText(self._sentence())

    def _sentence(self) -> str:
        seen = self._night.now
        if seen.fault:
            return seen.fault
        if not seen.queue.entries:
            return tr("Nothing waits.")
        if seen.is_cut_off:
            return tr("The queue was cut off: its process was ended. Start it again to go on.")
        count = len(seen.queue.waiting)
        waiting = tr("1 run waits.") if count == 1 else tr("{count} runs wait.", count=count)
        return f"{waiting} {forecast_words(seen.queue)}".strip()

    @Slot()
    def _keep(self) -> None:
        self._kept = self.chosen.key if self.chosen is not None else ""

    @Slot()
    def _restore(self) -> None:
        for row, entry in enumerate(self.model.entries):
            if entry.key == self._kept:
                self.table.selectRow(row)
        self._on_changed()


def settings_words(entry: Entry) -> str:
    """What the run is set to, a setting a line; the kept cases too."""
    lines = [entry.title]
    if entry.config is not None:
        config = entry.config
        told = {"preset": config.preset, "image_size": config.image_size, "epochs": config.epochs}
        if config.minutes:
            told |= {"minutes": f"{config.minutes:g}"}
        lines += [f"{setting_words(key)}: {value}" for key, value in told.items()]
    if entry.more_epochs:
        lines.append(tr("{count} rounds more", count=entry.more_epochs))
    if entry.more_minutes:
        lines.append(tr("{minutes:g} minutes more", minutes=entry.more_minutes))
    return "\n".join(lines)
