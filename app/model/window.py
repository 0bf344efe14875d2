"""The passport of the chosen model, its scores and what it costs, in a window of its own."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.glossary import explain
from app.jobs import Job, JobGroup
from app.model import work
from app.model.cost import CostView
from app.model.passport import PassportView
from app.model.quality import QualityView
from app.panel_parts import GAP, MARGIN, button, file_dialog, heading, muted
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.cost_card import CostCard
from unet_core.events import Notice, Progress
from unet_core.isolation import isolated
from unet_core.model_facts import ModelCard

SIZE = (1180, 780)
LEFT_LEAST, RIGHT_LEAST = 340, 640
"""Widths; on the right, tables show all their columns."""
PLACE = "model"


class ModelWindow(QDialog):
    """Shows the model chosen in the session; opening another one chooses it. It does not block.

    Attributes:
        card: What is shown; None while it is read.
    """

    measured = Signal(object)

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._jobs = JobGroup(self)
        self._path: Path | None = None
        self._measuring: Job | None = None
        self._measured_path: Path | None = None
        self.card: ModelCard | None = None
        self.setObjectName("model_window")
        self.setWindowTitle(tr("The model – Slicewise"))
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.passport, self.quality, self.cost = PassportView(), QualityView(), CostView()
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(_scrolling(self.passport, "model_left", LEFT_LEAST))
        halves.addWidget(_scrolling(self._right(), "model_right", RIGHT_LEAST))
        layout = QVBoxLayout(self)
        layout.addLayout(self._top())
        layout.addWidget(halves, 1)
        layout.addLayout(self._bottom())
        session.models_changed.connect(self._on_models_changed)
        session.volume_changed.connect(self._show_phase)
        self.cost.asked.connect(self._on_measure)
        self.cost.stop_asked.connect(self._on_stop)
        self.resize(min(SIZE[0], parent.width() - 30), min(SIZE[1], parent.height() - 40))
        self.restoreGeometry(settings.place_of(PLACE))
        halves.setSizes([self.width() // 2, self.width() // 2])
        self._show_phase()

    def show_model(self) -> None:
        """Come to the front with the model of the session, read anew."""
        self._describe()
        self.show()
        self.raise_()
        self.activateWindow()

    def shutdown(self) -> None:
        """Stop, wait and close."""
        self._jobs.end(at_once=True)
        self._measuring = None
        self.close()

    def hideEvent(self, event: QHideEvent) -> None:
        self._settings.keep_place(PLACE, self.saveGeometry())
        super().hideEvent(event)

    # --- what it is made of ------------------------------------------------------------------

    def _top(self) -> QHBoxLayout:
        self.title = heading("")
        self.title.setObjectName("model_title")
        explain(self.title, "passport")
        self.open_model = button(
            "model_open", tr("Open model…"), tr("Choose another model file, or an ensemble.json")
        )
        self.open_model.setAutoDefault(False)
        self.open_model.clicked.connect(self._on_open)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.open_model)
        return row

    def _right(self) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(2 * GAP)
        layout.addWidget(self.quality)
        layout.addWidget(self.cost)
        layout.addStretch(1)
        return content

    def _bottom(self) -> QHBoxLayout:
        self.status = muted("model_status")
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.status, 1)
        row.addWidget(close)
        return row

    # --- which model -------------------------------------------------------------------------

    @Slot()
    def _on_models_changed(self) -> None:
        if self._session.model != self._path:
            if self._measuring is not None:
                self._measuring.stop()
            if self.isVisible():
                self._describe()

    def _describe(self) -> None:
        self._path = self._session.model
        self._show_card(None)
        if self._path is None:
            self.title.setText(tr("No model is chosen"))
            self.status.setText(
                tr("Open a model file here, or choose a model in the Predict panel.")
            )
            return
        self.title.setText(_title_of(self._path))
        self.status.setText(tr("Reading the model…"))
        start = partial(isolated, work.describe, self._path, keep=True, uses_network=True)
        self._jobs.run(start, self._on_described, self._on_failed)

    @Slot(object)
    def _on_described(self, card: ModelCard) -> None:
        if card.path == self._path:
            self.status.setText("")
            self._show_card(card)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.status.setText(sentence)
        self._session.failed.emit(sentence)

    def _show_card(self, card: ModelCard | None) -> None:
        self.card = card
        self.passport.show_card(card)
        self.quality.show_card(card)
        self.quality.setVisible(card is not None)
        self.cost.setVisible(card is not None)
        self.cost.show_cost(card.cost if card is not None else None)
        self._show_phase()

    @Slot()
    def _on_open(self) -> None:
        dialog = file_dialog(
            self, "model_open_dialog", tr("Choose a model"), self._settings.runs_root
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(tr("Model (*.safetensors ensemble.json)"))
        dialog.fileSelected.connect(self._on_picked)
        dialog.open()

    @Slot(str)
    def _on_picked(self, name: str) -> None:
        self._session.set_model(Path(name))

    # --- what it costs -----------------------------------------------------------------------

    @Slot()
    def _on_measure(self) -> None:
        volume = self._session.volume
        if volume is None or self._path is None or self._measuring is not None:
            return
        self._measured_path = self._path
        self._measuring = self._jobs.run(
            partial(isolated, work.measure, self._path, volume),
            self._on_event,
            self._on_measuring_failed,
            self._on_measured,
        )
        self._show_phase()

    @Slot()
    def _on_stop(self) -> None:
        if self._measuring is not None:
            self._measuring.stop()
            self.cost.stop.setEnabled(False)
            self.cost.say(tr("Stopping…"))

    @Slot(object)
    def _on_event(self, event: object) -> None:
        match event:
            case Progress() if self._measuring is not None and not self._measuring.is_stopping:
                self.cost.show_progress(event)
            case Notice():
                self._session.notified.emit(event.text)
            case CostCard() if self._measured_path == self._path:
                self.cost.show_cost(event)
                self.measured.emit(event)

    @Slot(str)
    def _on_measuring_failed(self, sentence: str) -> None:
        self._on_failed(sentence)

    @Slot()
    def _on_measured(self) -> None:
        was_stopped = self._measuring is not None and self._measuring.is_stopping
        self._measuring = None
        self._show_phase()
        if was_stopped:
            self.cost.say(tr("Stopped; what was measured before is still there."))

    @Slot()
    def _show_phase(self) -> None:
        reason = "" if self._session.volume is not None else tr("Open a scan to measure on.")
        self.cost.show_phase(is_measuring=self._measuring is not None, reason=reason)


def _title_of(path: Path) -> str:
    return tr("{file} in {folder}", file=path.name, folder=path.parent.name)


def _scrolling(content: QWidget, name: str, least_width: int) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(least_width)
    area.setWidget(content)
    return area
