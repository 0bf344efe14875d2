"""A report being written: where it goes, how far it is, and the button that opens it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.core_sentences import core_tr
from app.panel_parts import Words, button, muted
from app.translation import tr

FILTERS = {
    ".html": tr("Web page, one file (*.html)"),
    ".pdf": tr("PDF, for printing (*.pdf)"),
}
_WIDTH = 460
_TABLE_PX, _ROW_PX = 220, 26


class ReportFileDialog(QFileDialog):
    """Asks where a report goes and as what; Qt's own, so that the ending follows the choice."""

    def __init__(self, folder: Path, stem: str, parent: QWidget) -> None:
        super().__init__(parent, tr("Save report"))
        self.setObjectName("save_report_dialog")
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters(list(FILTERS.values()))
        self.setDirectory(str(folder))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._stem = stem
        self.filterSelected.connect(self._show_name)
        self._show_name()

    @property
    def ending(self) -> str:
        """Of the chosen format."""
        chosen = self.selectedNameFilter()
        return next((e for e, title in FILTERS.items() if title == chosen), ".html")

    @Slot()
    def _show_name(self) -> None:
        line = self.findChild(QLineEdit, "fileNameEdit")
        if line is None:
            self.selectFile(f"{self._stem}{self.ending}")
            return
        if line.text():
            self._stem = Path(line.text()).stem
        line.setText(f"{self._stem}{self.ending}")


class ReportDialog(QDialog):
    """How far a report is; stays to open it, and holds up nothing else.

    Signals:
        cancelled: The user wants it no more.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report_dialog")
        self.setWindowTitle(tr("Report"))
        self.setMinimumWidth(_WIDTH)
        self.path: Path | None = None
        self._is_writing = False
        self.text = Words("")
        self.text.setObjectName("report_text")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setObjectName("report_progress")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("How far the report is"))
        self.note = muted(
            "report_note",
            tr(
                "Patients are numbered in it, not named, and it says nothing of folders. Still "
                "look it through before you hand it on: it shows slices of scans."
            ),
        )
        self.names_button = button(
            "report_names",
            tr("Which case is which"),
            tr("Show the names behind the numbers, on this screen alone"),
        )
        self.names_button.setCheckable(True)
        self.names_button.setAutoDefault(False)
        self.names_button.hide()
        self.names = _names_table()
        self.names_button.toggled.connect(self._on_names_toggled)
        self.open_button = button(
            "report_open", tr("Open report"), tr("In your web browser or PDF reader")
        )
        self.open_button.clicked.connect(self._open)
        self.close_button = button("report_close", tr("Cancel"))
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.names_button)
        row.addStretch(1)
        row.addWidget(self.open_button)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.text)
        layout.addWidget(self._bar)
        layout.addWidget(self.note)
        layout.addWidget(self.names, 1)
        layout.addLayout(row)

    def begin(self, path: Path) -> None:
        """A report is on its way to ``path``."""
        self.path, self._is_writing = path, True
        self.text.setText(tr("Writing {file}…", file=path.name))
        self._bar.setRange(0, 0)
        self._bar.show()
        self.open_button.hide()
        self.show_names({})
        self.close_button.setText(tr("Cancel"))
        self.show()
        self.raise_()

    def show_names(self, titles: Mapping[str, str]) -> None:
        """Offer to say which case is which; ``titles`` of the report by the cases' own names."""
        self.names.setRowCount(len(titles))
        for place, (name, title) in enumerate(titles.items()):
            for column, text in enumerate((title, name)):
                self.names.setItem(place, column, QTableWidgetItem(text))
        self.names_button.setVisible(bool(titles))
        self.names_button.setChecked(False)

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Say what is done; a total of 0 shows that it cannot be known."""
        self.text.setText(core_tr(text))
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def finish(self) -> None:
        """It is written."""
        if self.path is not None:
            self.text.setText(tr("{file} was saved.", file=self.path.name))
        self._stop()
        self.open_button.show()
        self.open_button.setDefault(True)
        self.open_button.setFocus()

    def fail(self, sentence: str) -> None:
        """It is not written."""
        self.text.setText(core_tr(sentence))
        self._stop()

    def _stop(self) -> None:
        self._is_writing = False
        self._bar.hide()
        self.close_button.setText(tr("Close"))

    @Slot(bool)
    def _on_names_toggled(self, is_on: bool) -> None:
        self.names.setVisible(is_on)
        self.adjustSize()

    @Slot()
    def reject(self) -> None:
        """Its button, Escape and the window's cross all come here."""
        if self._is_writing:
            self._stop()
            self.cancelled.emit()
        super().reject()

    @Slot()
    def _open(self) -> None:
        if self.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))


def _names_table() -> QTableWidget:
    table = QTableWidget(0, 2)
    table.setObjectName("report_names_table")
    table.setAccessibleName(tr("Names behind the numbers"))
    table.setHorizontalHeaderLabels([tr("In the report"), tr("Here")])
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW_PX)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    table.setMinimumHeight(_TABLE_PX)
    table.hide()
    return table
