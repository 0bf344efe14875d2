"""The evaluation panel: two masks compared, for the patient, each slice and each lesion."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QWidget,
)

from app import work
from app.banner import Banner
from app.jobs import Job, JobGroup
from app.panel_parts import (
    button,
    combo_box,
    file_dialog,
    form_rows,
    heading,
    muted,
    row_of,
    scrolled,
)
from app.score_table import LesionModel, ScoreModel, slice_scores_of
from app.session import Session
from app.settings import Settings
from unet_core.events import Evaluated, Saved
from unet_core.isolation import isolated
from unet_core.volume import LabelMap

MOST_ROWS = 12
ROW_PX = 26
SWATCH_PX = 10
ToolTip = Qt.ItemDataRole.ToolTipRole
RULE = "Slices empty in both masks are not counted (n/a)."


class EvaluatePanel(QWidget):
    """Scores of two masks over the open scan."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._asked: tuple[LabelMap, LabelMap] | None = None
        self._known: tuple[LabelMap, ...] = ()
        self._result: Evaluated | None = None
        self._make_widgets()
        session.layers_changed.connect(self._on_layers_changed)
        session.volume_changed.connect(self._on_volume_changed)
        self._on_layers_changed()

    def shutdown(self) -> None:
        """Stop and wait; for closing the window."""
        self._jobs.end()

    # --- building --------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.setObjectName("evaluate_panel")
        self.error = Banner("evaluate_error", "error")
        self.error.add_button("evaluate_error_dismiss", "Dismiss").clicked.connect(
            self.error.dismiss
        )
        self.reference = combo_box("evaluate_reference")
        self.prediction = combo_box("evaluate_prediction")
        for combo in (self.reference, self.prediction):
            combo.currentTextChanged.connect(combo.setToolTip)
        self.start = button("evaluate_start", "Compare")
        self.status = muted("evaluate_status", "Compares two masks over the open scan.")
        self.scores, self.lesions = ScoreModel(self), LesionModel(self)
        self.table = _table("evaluate_table", self.scores)
        self.lesion_table = _table("evaluate_lesions", self.lesions)
        self.lesion_table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.lesion_table.horizontalHeader()
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.lesion_table.setToolTip("Double-click a lesion to see it.")
        self.lesion_table.activated.connect(self._on_lesion_activated)
        self.lesion_table.doubleClicked.connect(self._on_lesion_activated)
        self.lesion_words = heading("Lesions")
        self.copy = button("evaluate_copy", "Copy as text")
        self.save = button("evaluate_save", "Save as CSV…")
        self.start.setProperty("primary", True)
        self.start.clicked.connect(self._on_start)
        self.copy.clicked.connect(self._on_copy)
        self.save.clicked.connect(self._on_save)
        rows = form_rows()
        rows.addRow("Reference", self.reference)
        rows.addRow("Prediction", self.prediction)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.save)
        self.buttons = row_of(buttons)
        layout = scrolled(self)
        layout.addWidget(self.error)
        layout.addLayout(rows)
        for widget in (
            self.start,
            self.status,
            self.table,
            muted("evaluate_rule", RULE),
            self.lesion_words,
            self.lesion_table,
            self.buttons,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._show_result()

    # --- masks -----------------------------------------------------------------------------

    @Slot()
    def _on_layers_changed(self) -> None:
        maps = self._session.label_maps
        arrived = [m for m in maps if all(m is not known for known in self._known)]
        for combo, role in ((self.reference, "reference"), (self.prediction, "prediction")):
            chosen = combo.currentData()
            fitting = [m for m in maps if m.role == role]
            newest = [m for m in arrived if m.role == role]
            if newest or all(m is not chosen for m in maps):
                chosen = next(reversed(newest or fitting), None)
            with QSignalBlocker(combo):
                combo.clear()
                for label_map in maps:
                    combo.addItem(label_map.name, label_map)
                    combo.setItemData(combo.count() - 1, label_map.name, ToolTip)
                combo.setCurrentIndex(next((i for i, m in enumerate(maps) if m is chosen), -1))
            combo.setToolTip(combo.currentText())
        self._known = maps
        self.start.setEnabled(len(maps) > 1 and self._job is None)

    @Slot()
    def _on_volume_changed(self) -> None:
        """Scores of another patient must not stay on screen."""
        self._asked = None
        self._result = None
        self._show_result()
        self.status.setText("Compares two masks over the open scan.")
        self.error.dismiss()

    # --- comparing -------------------------------------------------------------------------

    @Slot()
    def _on_start(self) -> None:
        reference, prediction = self.reference.currentData(), self.prediction.currentData()
        if self._job is not None:
            return
        if reference is None or prediction is None or reference is prediction:
            self._fail("Two different masks are needed; choose a reference and a prediction.")
            return
        self.begin(partial(isolated, work.evaluate, reference, prediction), reference, prediction)

    def begin(
        self,
        start: Callable[[], Iterator[object]],
        reference: LabelMap,
        prediction: LabelMap,
    ) -> None:
        """Show the comparison whose events ``start`` makes."""
        self.error.dismiss()
        self._asked = (reference, prediction)
        self.status.setText("Comparing…")
        self.start.setEnabled(False)
        self._job = self._jobs.run(start, self._on_event, self._fail, self._on_finished)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if not isinstance(event, Evaluated) or self._asked is None:
            return  # the scan was changed meanwhile
        reference, prediction = self._asked
        self._result = event
        self._show_result()
        title = f"{prediction.name} against {reference.name}"
        self.status.setText(" ".join((f"{title}.", *event.notices)))
        if event.scores:
            self._session.set_slice_scores(slice_scores_of(event, title, self._asked))

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._asked = None
        self._on_layers_changed()
        if self.status.text() == "Comparing…":
            self.status.setText("")

    def _show_result(self) -> None:
        scores = self._result.scores if self._result else ()
        self.scores.set_scores(scores)
        self.lesions.set_scores(scores)
        summary = self.lesions.summary()
        self.lesion_words.setText(f"Lesions: {summary}")
        for widget in (self.table, self.buttons):
            widget.setVisible(bool(scores))
        for widget in (self.lesion_words, self.lesion_table):
            widget.setVisible(bool(summary))
        for table in (self.table, self.lesion_table):
            _fit_height(table)

    # --- using the result ------------------------------------------------------------------

    @Slot(QModelIndex)
    def _on_lesion_activated(self, index: QModelIndex) -> None:
        self._session.set_cursor(self.lesions.index_of(index.row()))

    @Slot()
    def _on_copy(self) -> None:
        parts = [self.status.text(), self.scores.as_text(), RULE]
        if self.lesions.rowCount():
            parts.append(self.lesions.as_text())
        QApplication.clipboard().setText("\n\n".join(parts))
        self._session.notified.emit("The scores were copied.")

    @Slot()
    def _on_save(self) -> None:
        dialog = file_dialog(self, "save_scores_dialog", "Save scores", self._settings.last_folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Table (*.csv)")
        dialog.selectFile("scores.csv")
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the scores on screen as CSV; a file of that name is replaced."""
        if self._result is not None:
            path = path if path.suffix else path.with_suffix(".csv")
            self._jobs.run(
                partial(work.save_scores, self._result, path), self._on_saved, self._fail
            )

    @Slot(object)
    def _on_saved(self, event: object) -> None:
        if isinstance(event, Saved):
            self._session.notified.emit(f"The scores were saved as {event.path.name}.")

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.error.say(sentence)
        self._session.failed.emit(sentence)


def _table(name: str, model: ScoreModel | LesionModel) -> QTableView:
    table = QTableView()
    table.setObjectName(name)
    table.setModel(model)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(ROW_PX)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setResizeContentsPrecision(MOST_ROWS)
    table.horizontalHeader().setIconSize(QSize(SWATCH_PX, SWATCH_PX))
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    return table


def _fit_height(table: QTableView) -> None:
    """As high as its rows, up to twelve; more scroll."""
    rows = min(table.model().rowCount(), MOST_ROWS) * ROW_PX
    table.setFixedHeight(rows + table.horizontalHeader().sizeHint().height() + 4)
