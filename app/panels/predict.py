"""The prediction panel: a trained model draws its mask on the open scan."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QWidget,
)

from app import work
from app.banner import Banner
from app.core_sentences import core_tr
from app.forms import Fold, SettingsForm
from app.jobs import Job, JobGroup
from app.model.fit import FitView
from app.panel_parts import (
    Words,
    button,
    combo_box,
    file_dialog,
    form_rows,
    listed,
    muted,
    scrolled,
)
from app.saving import MaskSaver
from app.session import Session
from app.settings import Settings
from app.training.state import case_words, moment
from app.translation import tr
from unet_core.config import PredictConfig
from unet_core.events import Evaluated, Notice, Predicted, Progress
from unet_core.isolation import isolated
from unet_core.runs import RunSummary
from unet_core.volume import LabelMap, Volume

HINT = tr("A trained model draws its mask on the open scan. Train one, or browse for a model file.")


class PredictPanel(QWidget):
    """Choose a model, run it, keep its mask.

    Signals:
        ended: Whether the prediction that is over has left a mask.
        model_asked: To see all that is known of the chosen model.
        drawn: The mask that was laid over the scan, and the file of the model that drew it.
    """

    ended = Signal(bool)
    model_asked = Signal()
    drawn = Signal(object, object)

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._asked: Volume | None = None
        self._asked_of: Path | None = None
        self._result: LabelMap | None = None
        self._has_answer = False
        self._described: Path | None = None
        self._usual = PredictConfig()
        self._saver = MaskSaver(session, settings, self)
        self._saver.saved.connect(self._on_saved)
        self._make_widgets()
        self._lay_out()
        session.models_changed.connect(self._on_models_changed)
        session.volume_changed.connect(self._on_volume_changed)
        self._show_phase()

    def shutdown(self) -> None:
        """Stop and wait; for closing the window."""
        self._jobs.end()
        self._job = None
        self.fit.shutdown()
        self._saver.shutdown()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._find_models()

    # --- building --------------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.setObjectName("predict_panel")
        self.error = Banner("predict_error", "error")
        self.error.add_button("predict_error_dismiss", tr("Dismiss")).clicked.connect(
            self.error.dismiss
        )
        self.model = combo_box("predict_model")
        self.model.setPlaceholderText(tr("No model yet"))
        self.model.setAccessibleName(tr("Model that draws the mask"))
        self.model.activated.connect(self._on_model_picked)
        self.browse = button("predict_browse", tr("Browse…"))
        self.browse.clicked.connect(self._on_browse)
        self.details = button(
            "predict_details",
            tr("Model…"),
            tr("Passport of the model: origin, data, scores, limits, and what a use costs"),
        )
        self.details.clicked.connect(self.model_asked)
        self.passport = Words()
        self.passport.setObjectName("predict_passport")
        self.passport.setTextFormat(Qt.TextFormat.RichText)
        self.passport.hide()
        self.fit = FitView(self._session)
        self.form = SettingsForm(PredictConfig())
        self.start = button("predict_start", tr("Predict mask"))
        self.cancel = button("predict_cancel", tr("Cancel"))
        self.start.clicked.connect(self._on_start)
        self.cancel.clicked.connect(self._on_cancel)
        self.progress = QProgressBar()
        self.progress.setObjectName("predict_progress")
        self.status = muted("predict_status", HINT)
        self.save = button("predict_save", tr("Save mask…"))
        self.save.clicked.connect(self._on_save)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.browse, 1)
        line.addWidget(self.details, 1)
        rows = form_rows()
        rows.addRow(tr("Model"), self.model)
        rows.addRow("", line)
        buttons = QHBoxLayout()
        buttons.addWidget(self.start, 2)
        buttons.addWidget(self.cancel, 1)
        layout = scrolled(self)
        layout.addWidget(self.error)
        layout.addLayout(rows)
        layout.addWidget(self.passport)
        layout.addWidget(self.fit)
        layout.addWidget(Fold(tr("Options"), self.form))
        layout.addLayout(buttons)
        layout.addWidget(self.progress)
        layout.addWidget(self.status)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    # --- models ----------------------------------------------------------------------------

    def _find_models(self) -> None:
        self._jobs.run(
            partial(work.find_runs, self._settings.runs_root), self._on_runs_found, self._fail
        )

    @Slot(object)
    def _on_runs_found(self, event: work.RunsFound) -> None:
        for ensemble in event.ensembles:
            self._offer(ensemble.path, _ensemble_words(ensemble))
        for run in event.runs:
            if run.model_path is not None:
                self._offer(run.model_path, _model_words(run))
        self._choose_current()

    @Slot()
    def _on_models_changed(self) -> None:
        self._choose_current()
        path = self._session.model
        if path is None:
            self.passport.hide()
        else:
            self._find_models()
            start = partial(isolated, work.describe_model, path, keep=True, uses_network=True)
            self._jobs.run(start, self._on_described, self._fail)
        self._show_phase()

    def _choose_current(self) -> None:
        """Show the session's model; without one, nothing is chosen for the user."""
        path = self._session.model
        if path is not None:
            self._offer(path, path.name if path.parent == path else f"{path.parent.name}")
        with QSignalBlocker(self.model):
            self.model.setCurrentIndex(self._row_of(path))

    def _offer(self, path: Path, words: str) -> None:
        row = self._row_of(path)
        with QSignalBlocker(self.model):
            if row < 0:
                self.model.addItem(words, path)
            elif words != path.parent.name:
                self.model.setItemText(row, words)

    def _row_of(self, path: Path | None) -> int:
        rows = range(self.model.count())
        return next((row for row in rows if self.model.itemData(row) == path), -1)

    @Slot(int)
    def _on_model_picked(self, row: int) -> None:
        self._session.set_model(self.model.itemData(row))

    @Slot()
    def _on_browse(self) -> None:
        dialog = file_dialog(self, "model_dialog", tr("Choose a model"), self._settings.runs_root)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(tr("Model (*.safetensors ensemble.json)"))
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot(str)
    def _on_file_chosen(self, name: str) -> None:
        self._session.set_model(Path(name))

    @Slot(object)
    def _on_described(self, event: object) -> None:
        if isinstance(event, work.ModelDescribed) and event.path == self._session.model:
            rows = "".join(
                f'<tr><td style="padding:1px 12px 1px 0">{escape(title)}</td>'
                f"<td>{escape(text)}</td></tr>"
                for title, text in (map(core_tr, line) for line in event.lines)
            )
            self.passport.setText(f"<table>{rows}</table>")
            self.passport.show()
            self._show_usual(event.path, event.usual)

    def _show_usual(self, path: Path, usual: PredictConfig) -> None:
        """Post-processing as the model is used; what the user changed stays where it is alike."""
        if _post_processing(usual) != _post_processing(self._usual):
            self.form.set_value(replace(self.form.value(), **_post_processing(usual)))
        self._usual, self._described = usual, path

    # --- predicting ------------------------------------------------------------------------

    @Slot()
    def _on_start(self) -> None:
        volume, model = self._session.volume, self._session.model
        if self._job is not None:
            return
        if volume is None:
            self._fail(tr("There is no scan to draw on; open a CT first."))
            return
        if model is None:
            self._fail(tr("There is no model; train one, or browse for a model file."))
            return
        options: PredictConfig | None = self.form.value()
        if model != self._described and options == PredictConfig():
            options = None  # it is not known yet how this model is used; it says so itself
        self._asked_of = model
        start = partial(isolated, work.predict, model, volume, options, uses_network=True)
        self.begin(start, volume)

    def begin(self, start: Callable[[], Iterator[object]], volume: Volume) -> None:
        """Show the prediction on ``volume`` whose events ``start`` makes."""
        self.error.dismiss()
        self._asked, self._has_answer = volume, False
        self.status.setText(tr("Starting…"))
        self.progress.setRange(0, 0)
        self._job = self._jobs.run(start, self._on_event, self._fail, self._on_finished)
        self._show_phase()

    @Slot()
    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.stop()
            self.status.setText(tr("Cancelling…"))
            self._show_phase()

    @Slot()
    def _on_volume_changed(self) -> None:
        if self._job is not None:
            self._job.stop()  # its mask would have nowhere to lie
        self._result = None
        self._show_phase()

    @Slot(object)
    def _on_event(self, event: object) -> None:
        match event:
            case Progress():
                self.progress.setRange(0, event.total)
                self.progress.setValue(event.done)
                self.status.setText(core_tr(event.text))
            case Notice():
                self._session.notified.emit(event.text)
            case Predicted():
                self._take(event)

    def _take(self, event: Predicted) -> None:
        if self._session.volume is not self._asked:
            return  # said when the job has finished
        self._session.add_label_map(event.label_map)
        self._result, self._has_answer = event.label_map, True
        self.drawn.emit(event.label_map, self._asked_of)
        self.status.setText(
            listed(
                tr("Done in {seconds:.1f} s.", seconds=event.seconds),
                [core_tr(text) for text in event.notices if text not in self.fit.said],
            )
        )
        references = [m for m in self._session.label_maps if m.role == "reference"]
        if references:
            self._jobs.run(
                partial(isolated, work.evaluate, references[-1], event.label_map),
                self._on_scored,
                self._fail,
            )

    @Slot(object)
    def _on_scored(self, event: object) -> None:
        if not isinstance(event, Evaluated) or not event.scores or self._result is None:
            return
        titles = [core_tr(score.region.title) for score in event.scores]
        words = case_words(titles, [score.case_dice for score in event.scores])
        self.status.setText(
            tr(
                "{done}\nDice of the whole case: {scores}",
                done=self.status.text(),
                scores=words,
            )
        )

    @Slot()
    def _on_finished(self) -> None:
        was_cancelled = self._job is not None and self._job.is_stopping
        asked, self._job, self._asked = self._asked, None, None
        if asked is not None and self._session.volume is not asked:
            sentence = tr(
                "Another scan was opened meanwhile; the mask of {scan} was dropped.",
                scan=asked.name,
            )
            self.status.setText(sentence)
            self._session.notified.emit(sentence)
        elif not self._has_answer:
            self.status.setText(tr("Cancelled; nothing was changed.") if was_cancelled else "")
        self._show_phase()
        self.ended.emit(self._has_answer)

    @property
    def is_predicting(self) -> bool:
        """Whether a mask is being drawn."""
        return self._job is not None

    def _show_phase(self) -> None:
        job = self._job
        self.start.setEnabled(job is None)
        self.cancel.setEnabled(job is not None and not job.is_stopping)
        self.progress.setVisible(job is not None)
        self.save.setVisible(job is None and self._result is not None)

    # --- keeping the mask ------------------------------------------------------------------

    @Slot()
    def _on_save(self) -> None:
        if self._result is not None:
            self._saver.ask(self._result)

    def save_to(self, path: Path) -> None:
        """Write the newest predicted mask without asking."""
        if self._result is not None:
            self._saver.save(self._result, path)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.status.setText(tr("Saved as {file}.", file=path.name))

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.error.say(sentence)
        self._session.failed.emit(sentence)


def _ensemble_words(found: work.EnsembleFound) -> str:
    made = moment(found.created, datetime.now())
    if found.score is None:
        return tr("{models} networks as one, {made}", models=found.models, made=made)
    return tr(
        "{models} networks as one, {made}, cross-validated Dice {score:.2f}",
        models=found.models,
        made=made,
        score=found.score,
    )


def _post_processing(config: PredictConfig) -> dict[str, Any]:
    return {
        "largest_liver": config.largest_liver,
        "tumour_inside_liver": config.tumour_inside_liver,
        "smallest_lesion": config.smallest_lesion,
    }


def _model_words(run: RunSummary) -> str:
    score = (
        ""
        if run.best_score is None
        else tr(", mean Dice {best_score:.2f}", best_score=run.best_score)
    )
    return f"{run.preset}, {moment(run.started, datetime.now())}{score}"
