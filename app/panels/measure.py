"""The measuring panel: what was drawn on the scan, and numbers of its labels and lesions."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QHBoxLayout, QWidget

from app.banner import Banner
from app.core_sentences import core_tr
from app.jobs import JobGroup
from app.measure.drawn import DrawnList
from app.measure.numbers import MaskNumbers
from app.measure.sheet import Sheet, write_csv
from app.panel_parts import button, csv_dialog, muted, row_of, scrolled
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.events import Saved
from unet_core.measurements import BURDEN_RULE, EDGE_RULE

NO_SCAN = tr(
    "No scan is open. What is drawn on one, the numbers of its labels and every lesion of its mask "
    "are listed here."
)


class MeasurePanel(QWidget):
    """Everything measured, to be read, gone to, copied and saved.

    Signals:
        measurement_chosen: Number of a measurement chosen in the list.
        lesion_shown: The LesionMark of the lesion gone to, or None.
    """

    measurement_chosen = Signal(int)
    lesion_shown = Signal(object)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._jobs = JobGroup(self)
        self._dock: QDockWidget | None = None
        self._make_widgets()
        session.volume_changed.connect(self._refresh)
        session.measurements_changed.connect(self._refresh)
        session.layers_changed.connect(self._refresh)
        self._refresh()

    def _make_widgets(self) -> None:
        self.setObjectName("measure_panel")
        self._error = Banner("measure_error", "error")
        dismiss = self._error.add_button("measure_error_dismiss", tr("Dismiss"))
        dismiss.clicked.connect(self._error.dismiss)
        self._no_scan = muted("measure_no_scan", NO_SCAN)
        self.drawn = DrawnList(self._session)
        self.numbers = MaskNumbers(self._session)
        self.drawn.chosen.connect(self.measurement_chosen)
        self.numbers.lesion_shown.connect(self.lesion_shown)
        self.numbers.failed.connect(self._fail)
        copy = button("measure_copy", tr("Copy as text"), tr("Copy every table as text"))
        copy.clicked.connect(self._on_copy)
        save = button("measure_save", tr("Save as CSV…"), tr("Save every table for a spreadsheet"))
        save.clicked.connect(self._on_save)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(save)
        self._buttons = row_of(buttons)
        layout = scrolled(self)
        for widget in (self._error, self._no_scan, self.drawn, self.numbers, self._buttons):
            layout.addWidget(widget)
        layout.addStretch(1)

    def shutdown(self) -> None:
        """Stop and wait; for closing the window."""
        self.numbers.shutdown()
        self._jobs.end()

    def choose(self, number: int | None) -> None:
        """Mark the row of a measurement chosen elsewhere."""
        self.drawn.choose(number)

    def walk(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) lesion."""
        self.numbers.walk(step)

    @Slot()
    def _refresh(self) -> None:
        has_scan = self._session.volume is not None
        self._no_scan.setVisible(not has_scan)
        for widget in (self.drawn, self.numbers):
            widget.setVisible(has_scan)
        self._buttons.setVisible(bool(self._session.measurements or self._session.layers))

    # --- whether anybody looks -----------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._dock is None:
            above = self.parentWidget()
            if isinstance(above, QDockWidget):
                self._dock = above
                above.visibilityChanged.connect(self._on_seen)
        QTimer.singleShot(0, self._look)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.numbers.rest()

    @Slot(bool)
    def _on_seen(self, is_seen: bool) -> None:
        if is_seen:
            self.numbers.want()
        else:
            self.numbers.rest()

    @Slot()
    def _look(self) -> None:
        """A dock behind another counts as visible: only what can be seen is measured."""
        is_behind = self._dock is not None and self._dock.visibleRegion().isEmpty()
        self._on_seen(self.isVisible() and not is_behind)

    # --- taking it away ------------------------------------------------------------------------

    @Slot()
    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.as_text())
        self._session.notified.emit(tr("The measurements were copied."))

    def as_text(self) -> str:
        """Every table with tabs."""
        parts = []
        if self.drawn.table.rowCount():
            parts.append(self.drawn.table.as_text())
        numbers = self.numbers
        if numbers.measured is not None:
            parts.append(numbers.labels.as_text())
            parts.append(numbers.words())
            if numbers.lesions.rowCount():
                parts += [numbers.lesions.as_text(), core_tr(EDGE_RULE), core_tr(BURDEN_RULE)]
        return "\n\n".join(parts)

    @Slot()
    def _on_save(self) -> None:
        name, folder = "save_measurements_dialog", self._settings.last_folder
        dialog = csv_dialog(self, name, tr("Save measurements"), folder, "measurements.csv")
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write everything measured as CSV; a file of that name is replaced."""
        volume, label_map = self._session.volume, self.numbers.label_map
        if volume is None:
            return
        length, grey = self.numbers.units
        sheet = Sheet(
            scan=volume.name,
            mask=label_map.name if label_map is not None else "",
            readings=self.drawn.table.readings(),
            measured=self.numbers.measured,
            length_unit=length,
            intensity_unit=grey,
        )
        path = path if path.suffix else path.with_suffix(".csv")
        self._jobs.run(partial(write_csv, sheet, path), self._on_saved, self._fail)

    @Slot(object)
    def _on_saved(self, event: object) -> None:
        if isinstance(event, Saved):
            self._session.notified.emit(
                tr("The measurements were saved as {file}.", file=event.path.name)
            )

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._error.say(sentence)
        self._session.failed.emit(sentence)
