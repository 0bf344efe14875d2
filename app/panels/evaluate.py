"""The evaluation panel: two masks compared, for the patient, each slice and each lesion."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QWidget,
)

from app import work
from app.banner import Banner
from app.comparing import Pair, SliceScorer, count_alike, regions_compared
from app.core_sentences import core_tr
from app.document import COMPARE_MODES
from app.jobs import Job, JobGroup
from app.panel_parts import (
    button,
    combo_box,
    csv_dialog,
    form_rows,
    heading,
    muted,
    row_of,
    scrolled,
)
from app.score_table import LesionModel, ScoreModel
from app.session import Session
from app.settings import Settings
from app.theme import swatch
from app.translation import tr
from app.viewer.dice_plot import DiceSlicePlot
from unet_core.events import Evaluated, Saved
from unet_core.isolation import isolated
from unet_core.volume import LabelMap

MOST_ROWS = 12
ROW_PX = 26
SWATCH_PX = 10
ToolTip = Qt.ItemDataRole.ToolTipRole
RULE = tr("Slices empty in both masks are not counted (n/a).")
HINT = tr(
    "Open a reference mask and a prediction over one scan: the Dice of every slice then shows by "
    "itself."
)
MORE = tr("Compare adds the scores of the whole case, volumes and every lesion.")
MODE_TITLES = {
    "masks": tr("Masks as they are set"),
    "reference": tr("Reference alone"),
    "prediction": tr("Prediction alone"),
    "agreement": tr("Agreement (TP, FP, FN)"),
    "difference": tr("Outlines of differences"),
}


class EvaluatePanel(QWidget):
    """Scores of two masks over the open scan.

    Signals:
        ended: What a comparison that is over has found; None if nothing.
        folders_asked: Compare many cases at once.
    """

    ended = Signal(object)
    folders_asked = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._asked: Pair | None = None
        self._pair: Pair | None = None
        self._known: tuple[LabelMap, ...] = ()
        self._result: Evaluated | None = None
        self._scorer = SliceScorer(session, self)
        self._make_widgets()
        session.layers_changed.connect(self._on_layers_changed)
        session.volume_changed.connect(self._on_volume_changed)
        session.compare_changed.connect(self._on_compare_changed)
        self._on_layers_changed()

    def shutdown(self) -> None:
        """Stop and wait; for closing the window."""
        self._scorer.end()
        self._jobs.end()

    # --- building --------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.setObjectName("evaluate_panel")
        self.error = Banner("evaluate_error", "error")
        self.error.add_button("evaluate_error_dismiss", tr("Dismiss")).clicked.connect(
            self.error.dismiss
        )
        self.reference = combo_box("evaluate_reference")
        self.prediction = combo_box("evaluate_prediction")
        for combo in (self.reference, self.prediction):
            combo.currentTextChanged.connect(combo.setToolTip)
            combo.currentIndexChanged.connect(self._on_mask_chosen)
        self.mode, self.region = combo_box("evaluate_mode"), combo_box("evaluate_region")
        for mode in COMPARE_MODES:
            self.mode.addItem(MODE_TITLES[mode], mode)
        self.mode.setToolTip(
            tr("How the views show reference and prediction (O goes on to the next)")
        )
        self.region.setToolTip(tr("The region whose agreement is shown (Shift+O)"))
        self.mode.currentIndexChanged.connect(self._on_mode_chosen)
        self.region.currentIndexChanged.connect(self._on_region_chosen)
        self.plot = DiceSlicePlot(self._session)
        self.start = button(
            "evaluate_start", tr("Compare"), tr("Score the whole case and every lesion")
        )
        self.folders = button(
            "evaluate_folders",
            tr("Evaluate many cases…"),
            tr("Compare folders of masks, the validation patients of a run, or two readers"),
        )
        self.folders.clicked.connect(self.folders_asked)
        self.status = muted("evaluate_status", HINT)
        self.scores, self.lesions = ScoreModel(self), LesionModel(self)
        self.table = _table("evaluate_table", self.scores)
        self.lesion_table = _table("evaluate_lesions", self.lesions)
        self.lesion_table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.lesion_table.horizontalHeader()
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.lesion_table.setToolTip(tr("Double-click a lesion to see it."))
        self.lesion_table.activated.connect(self._on_lesion_activated)
        self.lesion_table.doubleClicked.connect(self._on_lesion_activated)
        self.lesion_words = heading(tr("Lesions"))
        self.copy = button("evaluate_copy", tr("Copy as text"))
        self.save = button("evaluate_save", tr("Save as CSV…"))
        self.start.setProperty("primary", True)
        self.start.clicked.connect(self._on_start)
        self.copy.clicked.connect(self._on_copy)
        self.save.clicked.connect(self._on_save)
        rows = form_rows()
        rows.addRow(tr("Reference"), self.reference)
        rows.addRow(tr("Prediction"), self.prediction)
        rows.addRow(tr("Views show"), self.mode)
        rows.addRow(tr("Region"), self.region)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.save)
        self.buttons = row_of(buttons)
        layout = scrolled(self)
        layout.addWidget(self.error)
        layout.addLayout(rows)
        layout.addWidget(self.plot)
        for widget in (
            self.start,
            self.status,
            self.table,
            muted("evaluate_rule", RULE),
            self.lesion_words,
            self.lesion_table,
            self.buttons,
            self.folders,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._show_result()

    # --- masks -----------------------------------------------------------------------------

    @Slot()
    def _on_layers_changed(self) -> None:
        """Offer the masks there are; of each role the newest to arrive is compared."""
        maps, compared = self._session.label_maps, self._session.compared
        if compared is not None and len(maps) > len(self._known):
            arrived = [m for m in maps if all(m is not known for known in self._known)]
            reference = _newest(arrived, "reference") or compared[0]
            prediction = _newest(arrived, "prediction") or compared[1]
            if reference is not prediction:
                self._session.set_compared((reference, prediction))
        if self._session.compared is None:
            for combo, role in ((self.reference, "reference"), (self.prediction, "prediction")):
                chosen = combo.currentData()
                is_here = any(m is chosen for m in maps)
                _offer(combo, maps, chosen if is_here else _newest(maps, role))
        self._known = maps
        self.start.setEnabled(len(maps) > 1 and self._job is None)
        self._show_compared()

    @Slot(int)
    def _on_mask_chosen(self, index: int) -> None:
        """Compare what was chosen; a mask chosen twice changes places with the other."""
        reference, prediction = self.reference.currentData(), self.prediction.currentData()
        before = self._session.compared
        if reference is prediction and before is not None:
            prediction, reference = before
        if reference is not None and prediction is not None and reference is not prediction:
            self._session.set_compared((reference, prediction))
        self._show_compared()

    @Slot(int)
    def _on_mode_chosen(self, index: int) -> None:
        self._session.set_compare_mode(self.mode.currentData())

    @Slot(int)
    def _on_region_chosen(self, index: int) -> None:
        self._session.set_compared_region(self.region.currentData())

    @Slot()
    def _on_compare_changed(self) -> None:
        """Scores of other masks than those named above them must not stay on screen."""
        before, self._pair = self._pair, self._session.compared
        if before is None or self._pair is None or not count_alike(before, self._pair):
            self._forget()
        self._show_compared()

    def _show_compared(self) -> None:
        """Let the fields say what is compared and how."""
        compared, regions = self._session.compared, regions_compared(self._session)
        if compared is not None:
            for combo, mask in zip((self.reference, self.prediction), compared, strict=True):
                _offer(combo, self._session.label_maps, mask)
        with QSignalBlocker(self.mode), QSignalBlocker(self.region):
            self.mode.setCurrentIndex(self.mode.findData(self._session.compare_mode))
            self.region.clear()
            for pair in regions:
                self.region.addItem(
                    swatch(pair.region.colour), core_tr(pair.region.title), pair.region.name
                )
            self.region.setCurrentIndex(max(self.region.findData(self._session.compared_region), 0))
        self.mode.setEnabled(compared is not None)
        self.region.setEnabled(len(regions) > 1)

    @Slot()
    def _on_volume_changed(self) -> None:
        """Scores of another patient must not stay on screen."""
        self._pair = None
        self._forget()
        self.error.dismiss()

    def _forget(self) -> None:
        self._asked = None
        self._result = None
        self._show_result()
        self.status.setText(HINT if self._session.compared is None else MORE)

    # --- comparing -------------------------------------------------------------------------

    @Slot()
    def _on_start(self) -> None:
        reference, prediction = self.reference.currentData(), self.prediction.currentData()
        if self._job is not None:
            return
        if reference is None or prediction is None or reference is prediction:
            self._fail(tr("Two different masks are needed; choose a reference and a prediction."))
            return
        start = partial(isolated, work.evaluate, reference, prediction, self._session.volume)
        self.begin(start, reference, prediction)

    def begin(
        self,
        start: Callable[[], Iterator[object]],
        reference: LabelMap,
        prediction: LabelMap,
    ) -> None:
        """Show the comparison whose events ``start`` makes."""
        self.error.dismiss()
        self._asked = (reference, prediction)
        self.status.setText(tr("Comparing…"))
        self.start.setEnabled(False)
        self._job = self._jobs.run(start, self._on_event, self._fail, self._on_finished)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        if not isinstance(event, Evaluated) or self._asked is None:
            return  # the scan was changed meanwhile
        reference, prediction = self._asked
        self._result = event
        self._show_result()
        title = tr(
            "{prediction} against {reference}", prediction=prediction.name, reference=reference.name
        )
        self.status.setText(" ".join((f"{title}.", *event.notices)))

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._asked = None
        self._on_layers_changed()
        if self.status.text() == tr("Comparing…"):
            self.status.setText("")
        self.ended.emit(self._result)

    def _show_result(self) -> None:
        scores = self._result.scores if self._result else ()
        self.scores.set_scores(scores)
        self.lesions.set_scores(scores)
        summary = self.lesions.summary()
        self.lesion_words.setText(tr("Lesions: {summary}", summary=summary))
        for widget in (self.table, self.buttons):
            widget.setVisible(bool(scores))
        for widget in (self.lesion_words, self.lesion_table):
            widget.setVisible(bool(summary))
        _fit_height(self.table, self.scores.rowCount())  # all of it: the panel scrolls
        _fit_height(self.lesion_table, min(self.lesions.rowCount(), MOST_ROWS))

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
        self._session.notified.emit(tr("The scores were copied."))

    @Slot()
    def _on_save(self) -> None:
        name, folder = "save_scores_dialog", self._settings.last_folder
        dialog = csv_dialog(self, name, tr("Save scores"), folder, "scores.csv")
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
            self._session.notified.emit(
                tr("The scores were saved as {file}.", file=event.path.name)
            )

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.error.say(sentence)
        self._session.failed.emit(sentence)


def _newest(maps: Sequence[LabelMap], role: str) -> LabelMap | None:
    return next((m for m in reversed(maps) if m.role == role), None)


def _offer(combo: QComboBox, maps: tuple[LabelMap, ...], chosen: LabelMap | None) -> None:
    """Fill a list of masks without telling anyone."""
    with QSignalBlocker(combo):
        combo.clear()
        for label_map in maps:
            combo.addItem(label_map.name, label_map)
            combo.setItemData(combo.count() - 1, label_map.name, ToolTip)
        combo.setCurrentIndex(next((i for i, m in enumerate(maps) if m is chosen), -1))
    combo.setToolTip(combo.currentText())


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


def _fit_height(table: QTableView, rows: int) -> None:
    """As high as so many rows."""
    table.setFixedHeight(rows * ROW_PX + table.horizontalHeader().sizeHint().height() + 4)
