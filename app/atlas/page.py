"""The atlas as a page: what stands out, pictures by harm, and points by size and contrast."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from app import evaluation_work, theme
from app.atlas.grid import AtlasGrid, AtlasModel
from app.atlas.pictures import Pictures
from app.atlas.scatter import Scatter, contrast_grey, contrast_hu, diameter
from app.atlas.words import COLOURS, HARM, KINDS, PREDICTION_COLOUR, REFERENCE_COLOUR
from app.evaluation_work import Judged
from app.icons import swatch
from app.jobs import Job, JobGroup
from app.panel_parts import Words, listed, muted
from app.translation import tr
from unet_core.evaluation.lesion_errors import ERROR_KINDS, ErrorKind, LesionError
from unet_core.events import Evaluated

WIDTHS = (680, 420)


class AtlasPage(QWidget):
    """Every lesion of an evaluation.

    Signals:
        opened: The lesion to open in the viewer.
    """

    opened = Signal(object)
    changed = Signal()
    """Other lesions are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._asked = self._waiting_for = 0
        self._is_over = False
        self.setObjectName("atlas_page")
        self.pictures = Pictures(self)
        self.model = AtlasModel(self.pictures, self)
        self.grid = AtlasGrid(self.model)
        self.sentences = Words()
        self.sentences.setObjectName("atlas_sentences")
        self.sentences.setTextFormat(Qt.TextFormat.PlainText)
        self.by_size = Scatter(
            "atlas_by_size", tr("Dice by diameter"), tr("No scan has a scale in mm.")
        )
        self.by_contrast = Scatter(
            "atlas_by_contrast",
            tr("Dice by contrast to the liver"),
            tr("Contrasts need the scans, and a liver in the references."),
        )
        self.kinds = {kind: self._kind_box(kind) for kind in ERROR_KINDS}
        self._lay_out()
        self.grid.opened.connect(self.opened)
        for plot in (self.by_size, self.by_contrast):
            plot.picked.connect(self._on_picked)
        self.set_cases(())

    def set_cases(self, cases: Sequence[Evaluated]) -> None:
        """Show the lesions of these cases, once they are put in order."""
        if self._job is not None:
            self._job.stop()
        self._asked += 1
        if not cases or self._is_over:
            self._show(Judged((), ()))
            return
        start = partial(evaluation_work.judge, tuple(cases))
        self._waiting_for = self._asked
        self._job = self._jobs.run(start, self._on_judged)

    @Slot(object)
    def _on_judged(self, judged: Judged) -> None:
        if self._waiting_for == self._asked:
            self._show(judged)

    def _show(self, judged: Judged) -> None:
        errors, said = judged.errors, judged.sentences
        counts = Counter(error.kind for error in errors)
        for kind, box in self.kinds.items():
            box.setText(tr("{kind} ({count})", kind=KINDS[kind], count=counts[kind]))
        nothing = tr("Once cases with tumours are compared, every lesion drawn wrong shows here.")
        self.sentences.setText(listed(said[0], said[1:]) if said else nothing)
        self.model.set_errors(errors)
        self.by_size.set_errors(errors, diameter, tr("Longest axial diameter, mm"))
        if any(error.contrast_hu is not None for error in errors):
            self.by_contrast.set_errors(errors, contrast_hu, tr("Difference to the liver, HU"))
        else:
            words = tr("Difference to the liver, grey levels")
            self.by_contrast.set_errors(errors, contrast_grey, words)
        self.changed.emit()

    def shutdown(self) -> None:
        """Stop drawing, for good."""
        self._is_over = True
        self._jobs.end()
        self.pictures.shutdown()

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        for box in self.kinds.values():
            kinds.addWidget(box)
        kinds.addStretch(1)
        legend = QLabel()
        legend.setObjectName("atlas_legend")
        legend.setProperty("muted", True)
        legend.setTextFormat(Qt.TextFormat.RichText)
        legend.setText(
            f'<span style="color:{REFERENCE_COLOUR}">━</span> {tr("reference")} &nbsp; '
            f'<span style="color:{PREDICTION_COLOUR}">━</span> {tr("prediction")}'
        )
        kinds.addWidget(legend)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(kinds)
        column.addWidget(self.grid, 1)
        right = QWidget()
        plots = QVBoxLayout(right)
        plots.setContentsMargins(8, 0, 0, 0)
        plots.addWidget(self.by_size, 1)
        plots.addWidget(self.by_contrast, 1)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setSizes(list(WIDTHS))
        layout = QVBoxLayout(self)
        layout.addWidget(self.sentences)
        layout.addWidget(halves, 1)
        layout.addWidget(muted("atlas_harm", HARM))

    def _kind_box(self, kind: ErrorKind) -> QCheckBox:
        box = QCheckBox(KINDS[kind])
        box.setObjectName(f"atlas_show_{kind}")
        box.setChecked(True)
        box.setIcon(swatch(theme.colour(COLOURS[kind]).name()))
        box.toggled.connect(self._on_kinds_changed)
        return box

    @Slot()
    def _on_kinds_changed(self) -> None:
        chosen = (kind for kind, box in self.kinds.items() if box.isChecked())
        self.model.show_kinds(frozenset(chosen))

    @Slot(object)
    def _on_picked(self, error: LesionError) -> None:
        self.grid.show_error(error)
        self.opened.emit(error)
