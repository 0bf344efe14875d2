"""The Window dock: brightness and contrast by number, by histogram and by name."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from app.document import Window
from app.jobs import Job, JobGroup
from app.panel_parts import muted, scrolled
from app.session import Session
from app.settings import Settings
from app.translation import tr
from app.value_counts import ValueCounts, count_values
from app.viewer.histogram import HistogramView
from app.viewer.presets import NAME_LETTERS, Preset, PresetBook, in_whole_numbers

MOST = 1e7
LIST_ROWS = 7
WAITING = tr("Counting the values…")
NO_PRESETS = tr(
    "The usual presets are in HU and do not fit these grey values. Set a window and keep it "
    "under a name of your own."
)
EMPTY = tr("Open a scan: its values are counted here.")
_ROLE = Qt.ItemDataRole.UserRole


class WindowPanel(QWidget):
    """Sets the session's grey window in every way there is; counts the scan once it is looked at.

    Args:
        session: Whose window it shows.
        settings: Unused; every panel is made alike.
    """

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._book = PresetBook.of(session)
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self.histogram = HistogramView()
        self._width = _spin("window_width", tr("Width of the grey window"), least=1.0)
        self._level = _spin("window_level", tr("Level of the grey window"), least=-MOST)
        self._auto = _button(
            "window_auto", tr("Auto"), tr("All but 0.1 % of the scan at either end")
        )
        self._file = _button(
            "window_file", tr("From file"), tr("The window that the DICOM files suggest")
        )
        self._list = QListWidget()
        self._list.setObjectName("window_presets")
        self._list.setAccessibleName(tr("Grey windows by name"))
        self._no_list = muted("window_no_presets", NO_PRESETS)
        self._name = QLineEdit()
        self._name.setObjectName("window_preset_name")
        self._name.setAccessibleName(tr("Name of a new preset"))
        self._name.setPlaceholderText(tr("Name for this window"))
        self._name.setMaxLength(NAME_LETTERS)
        self._save = _button(
            "window_preset_save", tr("Keep"), tr("Keep this window under that name")
        )
        self._remove = _button(
            "window_preset_remove", tr("Remove"), tr("Take the chosen preset away")
        )
        self._lay_out()
        self._connect()
        self._fill_list()
        self._on_volume_changed()

    @property
    def is_counting(self) -> bool:
        """Whether values are being counted."""
        return self._job is not None

    def shutdown(self) -> None:
        """Stop counting and wait for it."""
        self._jobs.end()

    def _lay_out(self) -> None:
        column = scrolled(self)
        column.addWidget(self.histogram)
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(8)
        for place, (text, spin) in enumerate(
            ((tr("&Width"), self._width), (tr("L&evel"), self._level))
        ):
            label = QLabel(text)
            label.setBuddy(spin)
            numbers.addWidget(label, place, 0)
            numbers.addWidget(spin, place, 1)
        numbers.setColumnStretch(1, 1)
        column.addLayout(numbers)
        ways = QHBoxLayout()
        ways.addWidget(self._auto, 1)
        ways.addWidget(self._file, 1)
        column.addLayout(ways)
        self._list.setMinimumHeight(LIST_ROWS * (self._list.fontMetrics().height() + 6))
        column.addWidget(self._list, 1)
        column.addWidget(self._no_list)
        keeping = QHBoxLayout()
        keeping.addWidget(self._name, 1)
        keeping.addWidget(self._save)
        keeping.addWidget(self._remove)
        column.addLayout(keeping)
        column.addStretch()

    def _connect(self) -> None:
        session = self._session
        session.volume_changed.connect(self._on_volume_changed)
        session.window_changed.connect(self._show_window)
        self._book.changed.connect(self._fill_list)
        self.histogram.window_dragged.connect(self._on_dragged)
        self._width.valueChanged.connect(self._on_typed)
        self._level.valueChanged.connect(self._on_typed)
        self._auto.clicked.connect(self._on_auto)
        self._file.clicked.connect(self._on_file)
        self._list.itemClicked.connect(self._on_preset)
        self._list.itemActivated.connect(self._on_preset)
        self._list.currentItemChanged.connect(self._refresh_buttons)
        self._name.textChanged.connect(self._refresh_buttons)
        self._name.returnPressed.connect(self._on_save)
        self._save.clicked.connect(self._on_save)
        self._remove.clicked.connect(self._on_remove)

    # --- the scan --------------------------------------------------------------------------

    @Slot()
    def _on_volume_changed(self) -> None:
        volume = self._session.volume
        if self._job is not None:
            self._job.stop()
            self._job = None
        self.histogram.set_counts(None, EMPTY if volume is None else WAITING)
        for widget in (self._width, self._level, self._name):
            widget.setEnabled(volume is not None)
        if volume is not None:
            for spin in (self._width, self._level):
                spin.setSuffix(" HU" if volume.intensity == "HU" else "")
        self._show_window()
        self._fill_list()
        self._count()

    def showEvent(self, event: object) -> None:
        self._count()

    def _count(self) -> None:
        """Begin once the dock is looked at: nobody waits for a histogram that is not seen."""
        volume = self._session.volume
        counted = self.histogram.counts
        if volume is None or self._job is not None or not self.isVisible():
            return
        if counted is None or counted.volume is not volume:
            self._job = self._jobs.run(lambda: count_values(volume), self._on_counted)

    @Slot(object)
    def _on_counted(self, event: object) -> None:
        if isinstance(event, ValueCounts) and event.volume is self._session.volume:
            self._job = None
            self.histogram.set_counts(event)
            self._refresh_buttons()

    # --- the window ------------------------------------------------------------------------

    @Slot()
    def _show_window(self) -> None:
        window = self._session.window
        for spin, value in ((self._width, window.width), (self._level, window.level)):
            with QSignalBlocker(spin):
                spin.setDecimals(0 if float(value).is_integer() else 2)
                spin.setValue(value)
        self.histogram.set_window(window)
        self._mark_preset()
        self._refresh_buttons()

    @Slot(object)
    def _on_dragged(self, window: Window) -> None:
        self._session.set_window(in_whole_numbers(window))

    @Slot()
    def _on_typed(self) -> None:
        self._session.set_window(Window(self._width.value(), self._level.value()))

    @Slot()
    def _on_auto(self) -> None:
        counts = self.histogram.counts
        if counts is not None:
            low, high = counts.span()
            self._session.set_window(in_whole_numbers(Window(high - low, (low + high) / 2)))

    @Slot()
    def _on_file(self) -> None:
        """The first of the files' windows, or the next after the one on show."""
        volume = self._session.volume
        if volume is None or not volume.windows:
            return
        windows = [Window(*one) for one in volume.windows]
        on_show = self._session.window
        after = windows.index(on_show) + 1 if on_show in windows else 0
        self._session.set_window(windows[after % len(windows)])

    # --- presets ---------------------------------------------------------------------------

    @Slot()
    def _fill_list(self) -> None:
        volume = self._session.volume
        with QSignalBlocker(self._list):
            self._list.clear()
            for preset in self._book.suiting(volume.intensity) if volume is not None else ():
                item = QListWidgetItem(preset.title)
                item.setData(_ROLE, preset)
                self._list.addItem(item)
        is_bare = volume is not None and not self._list.count()
        self._list.setHidden(is_bare)
        self._no_list.setVisible(is_bare)
        self._mark_preset()
        self._refresh_buttons()

    def _mark_preset(self) -> None:
        """Mark the preset that is on show, if one is."""
        window = self._session.window
        with QSignalBlocker(self._list):
            self._list.setCurrentRow(-1)
            for row in range(self._list.count()):
                if self._list.item(row).data(_ROLE).window == window:
                    self._list.setCurrentRow(row)
                    break

    @Slot(QListWidgetItem)
    def _on_preset(self, item: QListWidgetItem) -> None:
        self._session.set_window(item.data(_ROLE).window)

    @Slot()
    def _on_save(self) -> None:
        volume = self._session.volume
        if volume is not None and self._name.text().strip():
            self._book.keep(self._name.text(), self._session.window, volume.intensity)
            self._name.clear()

    @Slot()
    def _on_remove(self) -> None:
        preset = self._chosen_own()
        if preset is not None:
            self._book.forget(preset)

    def _chosen_own(self) -> Preset | None:
        item = self._list.currentItem()
        preset = item.data(_ROLE) if item is not None else None
        return preset if preset in self._book.own else None

    @Slot()
    def _refresh_buttons(self) -> None:
        volume = self._session.volume
        self._auto.setEnabled(volume is not None and self.histogram.counts is not None)
        self._file.setEnabled(volume is not None and bool(volume.windows))
        self._save.setEnabled(volume is not None and bool(self._name.text().strip()))
        self._remove.setEnabled(self._chosen_own() is not None)


def _spin(name: str, what: str, *, least: float) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setObjectName(name)
    spin.setAccessibleName(what)
    spin.setRange(least, MOST)
    spin.setDecimals(0)
    spin.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
    spin.lineEdit().setTextMargins(6, 0, 0, 0)  # padding of the style sheet does not reach it
    spin.setKeyboardTracking(False)
    return spin


def _button(name: str, text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    return button
