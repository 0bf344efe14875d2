"""The network of the set-up, of a run or of a model file, in a window of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.jobs import Job, JobGroup
from app.network import work
from app.network.canvas import NetworkCanvas
from app.network.export import ENDINGS, export
from app.network.points import PointsView
from app.network.saying import say
from app.panel_parts import button, combo_box, file_dialog, muted
from app.settings import Settings
from app.translation import tr
from unet_core.isolation import isolated
from unet_core.network_drawing import draw_network
from unet_core.network_words import text_of

SIZE = (1240, 820)
DRAWING_SHARE, WORDS_SHARE = 7, 3
MARGIN = 90
FORMATS = (tr("Drawing, scalable (*.svg)"), tr("Page (*.pdf)"), tr("Picture (*.png)"))
Start = Callable[[], Iterator[object]]


@dataclass(frozen=True)
class Source:
    """A network that can be shown.

    Attributes:
        title: In the list.
        start: Describes it.
        measured: What is known of it besides.
    """

    title: str
    start: Start
    measured: work.Measured | None = None


class NetworkWindow(QDialog):
    """The drawing, what to confirm, what it takes; it does not block.

    Attributes:
        described: The network shown; None while it is built.
    """

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._jobs = JobGroup(self)
        self._sources: list[Source] = []
        self._job: Job | None = None
        self.described: work.NetworkDescribed | None = None
        self.setObjectName("network_window")
        self.setWindowTitle(tr("The network – Slicewise"))
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.canvas, self.points = NetworkCanvas(), PointsView()
        self._area = _scrolling(self.canvas, "network_area")
        self._area.viewport().installEventFilter(self)
        words = _scrolling(self.points, "network_words")
        words.setWidgetResizable(True)
        words.setMinimumWidth(300)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._area)
        halves.addWidget(words)
        halves.setStretchFactor(0, DRAWING_SHARE)
        halves.setStretchFactor(1, WORDS_SHARE)
        layout = QVBoxLayout(self)
        layout.addLayout(self._top())
        layout.addWidget(halves, 1)
        layout.addLayout(self._bottom())
        self.canvas.spot_changed.connect(self.points.show_spot)
        self.canvas.spot_changed.connect(self._on_spot_changed)
        self.resize(min(SIZE[0], parent.width() - 30), min(SIZE[1], parent.height() - 40))
        self.restoreGeometry(settings.place_of("network"))
        halves.setSizes([self.width() * DRAWING_SHARE // 10, self.width() * WORDS_SHARE // 10])

    def show_sources(self, sources: list[Source]) -> None:
        """Come to the front with the first of some networks; the others can be chosen."""
        self._sources = sources
        with QSignalBlocker(self.which):
            self.which.clear()
            self.which.addItems([source.title for source in sources])
        self._describe()
        self.show()
        self.raise_()
        self.activateWindow()

    def shutdown(self) -> None:
        """Close, and wait."""
        self._jobs.end()
        self.close()

    def hideEvent(self, event: QHideEvent) -> None:
        self._settings.keep_place("network", self.saveGeometry())
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.canvas.fit_into(self._area.viewport().width())
        return super().eventFilter(watched, event)

    # --- what it is made of ------------------------------------------------------------------

    def _top(self) -> QHBoxLayout:
        self.which = combo_box("network_which")
        self.which.setMinimumContentsLength(34)
        self.which.setAccessibleName(tr("Whose network is shown"))
        self.which.activated.connect(self._describe)
        self.open_model = button(
            "network_open_model", tr("Open model…"), tr("Show the network in a model file")
        )
        self.open_model.clicked.connect(self._on_open)
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Show")))
        row.addWidget(self.which)
        row.addWidget(self.open_model)
        row.addStretch(1)
        return row

    def _bottom(self) -> QHBoxLayout:
        self.export = button(
            "network_export", tr("Save drawing…"), tr("Save the drawing as SVG, PDF or PNG")
        )
        self.copy = button(
            "network_copy", tr("Copy as text"), tr("Copy all that the drawing says, as text")
        )
        self.export.clicked.connect(self._on_export)
        self.copy.clicked.connect(self._on_copy)
        self.status = muted("network_status")
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        for one in (self.export, self.copy, self.open_model):
            one.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.export)
        row.addWidget(self.copy)
        row.addWidget(self.status, 1)
        row.addWidget(close)
        return row

    @Slot()
    def _on_spot_changed(self) -> None:
        """Whoever goes through the drawing with the arrows sees where they are."""
        middle = self.canvas.chosen_rect().center().toPoint()
        if not middle.isNull() and self.canvas.hasFocus():
            self._area.ensureVisible(middle.x(), middle.y(), MARGIN, MARGIN)

    # --- which network -----------------------------------------------------------------------

    @Slot()
    def _describe(self) -> None:
        place = self.which.currentIndex()
        if not 0 <= place < len(self._sources):
            return
        if self._job is not None and self._job.is_running:
            self._job.stop()
        self.described = None
        self.canvas.show_network(None)
        self.points.show_network(None)
        self._show_busy(True)
        self._job = self._jobs.run(self._sources[place].start, self._on_described, self._on_failed)

    @Slot(object)
    def _on_described(self, described: work.NetworkDescribed) -> None:
        if self.sender() is not self._job:
            return  # another was chosen meanwhile
        measured = described.measured or self._sources[self.which.currentIndex()].measured
        self.described = replace(described, measured=measured)
        self._show_busy(False)
        self.canvas.show_network(described.facts)
        self.points.show_network(self.described)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.status.setText(sentence)

    def _show_busy(self, is_busy: bool) -> None:
        self.export.setEnabled(not is_busy)
        self.copy.setEnabled(not is_busy)
        self.status.setText("")

    @Slot()
    def _on_open(self) -> None:
        dialog = file_dialog(
            self, "network_model_dialog", tr("Model to show"), self._settings.runs_root
        )
        dialog.setNameFilter(tr("Slicewise models (*.safetensors)"))
        dialog.fileSelected.connect(self._on_model_picked)
        dialog.open()

    @Slot(str)
    def _on_model_picked(self, text: str) -> None:
        self.show_sources([model_source(Path(text)), *self._sources])

    # --- taking it away ----------------------------------------------------------------------

    @Slot()
    def _on_copy(self) -> None:
        if self.described is not None:
            QGuiApplication.clipboard().setText(text_of(self.described.facts, say))
            self.status.setText(tr("The text is on the clipboard."))

    @Slot()
    def _on_export(self) -> None:
        dialog = file_dialog(
            self, "network_export_dialog", tr("Save the drawing"), self._settings.last_folder
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(FORMATS))
        dialog.selectFile("network.svg")
        dialog.setDefaultSuffix("svg")
        dialog.fileSelected.connect(self._on_target_picked)
        dialog.open()

    @Slot(str)
    def _on_target_picked(self, text: str) -> None:
        if self.described is None:
            return
        path = Path(text)
        sender = self.sender()
        if path.suffix.lower() not in ENDINGS and isinstance(sender, QFileDialog):
            path = path.with_name(path.name + ENDINGS[FORMATS.index(sender.selectedNameFilter())])
        self._settings.last_folder = path.parent
        drawing = draw_network(self.described.facts, say=say)
        self._jobs.run(partial(isolated, export, drawing, path), self._on_saved, self._on_failed)

    @Slot(object)
    def _on_saved(self, _event: object) -> None:
        self.status.setText(tr("The drawing was saved."))


def model_source(path: Path) -> Source:
    """The network in a model file."""
    title = tr("Model {name}", name=f"{path.parent.name} / {path.name}")
    return Source(title, partial(isolated, work.of_model, path))


def _scrolling(content: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName(name)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(content)
    return area
