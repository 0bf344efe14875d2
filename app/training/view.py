"""How a run looks while it goes on: bar, status, curves, Dice of every slice, messages."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.charts.columns import GrowingColumns
from app.core_sentences import core_tr
from app.glossary import explain
from app.panel_parts import GAP, Words, button, combo_box, heading, muted
from app.plots import DicePlot, LossPlot
from app.training.findings import FindingsList
from app.training.live_prediction import CaseProgress
from app.training.state import LiveRun
from app.translation import tr
from app.viewer.dice_strip import DiceStrip
from unet_core.volume import Label

MOST_MESSAGES = 500


class RunControls(QWidget):
    """Start, Rehearse, Pause, Stop and Train more, the progress bar and a line of status."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = button("train_start", tr("Start training"))
        self.rehearse = button(
            "train_rehearse",
            tr("Rehearse"),
            tr(
                "Try everything on a few slices first: a minute or two that show whether the "
                "training "
                "will go well, and what it will take."
            ),
        )
        self.pause = button("train_pause", tr("Pause"))
        self.stop = button("train_stop", tr("Stop"))
        self.pause.setToolTip(tr("Hold the training; the computer is free meanwhile."))
        self.stop.setToolTip(tr("End the training; the best model so far is kept."))
        self.more = button(
            "train_more",
            tr("Train more…"),
            tr("Let the newest run, which has ended, learn for some rounds or minutes more."),
        )
        self.progress = QProgressBar()
        self.progress.setObjectName("train_progress")
        self.progress.setTextVisible(True)
        self.progress.hide()
        self.status = Words()
        self.status.setObjectName("train_status")
        self.status.hide()
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.start, 2)
        first.addWidget(self.rehearse, 1)
        for one in (self.pause, self.stop, self.more):
            second.addWidget(one, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self.progress)
        layout.addWidget(self.status)

    def show_phase(
        self, *, training: bool, paused: bool, stopping: bool, rehearsing: bool, more: bool
    ) -> None:
        """Enable what can be pressed now; ``more`` if a run has ended that could go on."""
        self.start.setEnabled(not training and not rehearsing)
        self.rehearse.setEnabled(not training and not rehearsing)
        self.more.setEnabled(more and not training and not rehearsing)
        self.pause.setEnabled(training and not stopping)
        self.pause.setText(tr("Resume") if paused else tr("Pause"))
        self.stop.setEnabled(training and not stopping)
        self.stop.setText(tr("Stopping…") if stopping else tr("Stop"))
        self.progress.setVisible(training)

    def show_state(self, state: LiveRun, *, paused: bool, stopping: bool) -> None:
        """Draw bar and status of a run that goes on."""
        value, maximum, text = state.bar()
        self.progress.setRange(0, maximum)
        self.progress.setValue(value)
        self.progress.setFormat(text)
        if stopping:
            self.say(tr("Stopping at the end of this batch…"))
        elif paused:
            self.say(tr("Paused; nothing is lost."))
        else:
            self.say(state.status())

    def say(self, sentence: str) -> None:
        """Write the status line."""
        self.status.setText(sentence)
        self.status.setVisible(bool(sentence))


class RunView(QWidget):
    """Curves, the Dice of every slice of one validation patient, and what was noticed.

    Signals:
        case_chosen: The validation patient to look at, by name.
        slice_clicked: A canonical slice of that patient.
    """

    case_chosen = Signal(str)
    slice_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss, self.dice, self.findings = LossPlot(), DicePlot(), FindingsList()
        explain(self.loss.title, "loss", "overfitting")
        explain(self.dice.title, "dice", "iou", "human_band")
        self._colours: dict[str, str] = {}
        self.curves = button(
            "train_curves",
            tr("Large curves…"),
            tr("Curves in a window of their own, and what the network drew in each epoch."),
        )
        self.case = combo_box("train_case")
        self.case.setToolTip(tr("The validation patient whose slices are shown."))
        self.case.currentTextChanged.connect(self.case_chosen)
        self.strip = DiceStrip()
        self.strip.setObjectName("train_slice_dice")
        self.strip.slice_clicked.connect(self.slice_clicked)
        self.case_label = muted(
            "train_case_words", tr("Scores of each slice come with every round.")
        )
        self.messages = QPlainTextEdit()
        self.messages.setObjectName("train_messages")
        self.messages.setReadOnly(True)
        self.messages.setMaximumBlockCount(MOST_MESSAGES)
        self.messages.setPlaceholderText(tr("Nothing noticed so far."))
        self.messages.setFixedHeight(110)
        head = QHBoxLayout()
        head.addWidget(heading(tr("Validation patient")), 1)
        head.addWidget(self.case)
        slices = QVBoxLayout()
        slices.setSpacing(4)
        slices.addLayout(head)
        slices.addWidget(self.strip)
        slices.addWidget(self.case_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.curves)
        layout.addWidget(self.loss)
        layout.addWidget(self.dice)
        layout.addWidget(self.findings)
        layout.addLayout(slices)
        layout.addWidget(heading(tr("Notes on this run")))
        layout.addWidget(self.messages)

    def begin(self) -> None:
        """Empty everything for another run."""
        self.loss.clear_live()
        self.findings.show_findings(())
        self.show_epochs(GrowingColumns())
        self.messages.clear()
        self.case.clear()
        self.strip.setVisible(False)
        self.case_label.setText(tr("Scores of each slice come with every round."))

    def set_labels(self, labels: Mapping[int, Label]) -> None:
        """Take the curves' colours from the labels."""
        self._colours = {label.name: label.colour for label in labels.values()}

    def show_epochs(self, columns: GrowingColumns) -> None:
        """Draw the curves of these epochs."""
        self.loss.set_columns(columns)
        self.dice.set_columns(columns, self._colours)

    def add_case(self, case_id: str) -> None:
        """Offer one more validation patient; the first is shown at once."""
        if self.case.findText(case_id) < 0:
            self.case.addItem(case_id)

    def show_case(self, progress: CaseProgress) -> None:
        """Draw the newest scores of the chosen patient over those of the round before."""
        event = progress.newest
        self.strip.setVisible(True)
        self.strip.set_scores(
            event.regions,
            event.dice,
            tr("{case}, epoch {epoch}", case=event.case_id, epoch=event.epoch),
            event.case_dice,
        )
        self.strip.set_ghost(progress.dice_before)
        words = tr("Click a slice to see its mask. Thin line: the epoch before.")
        if progress.drawn is None:
            words = tr(
                "Click a slice to go there. Outside this window a run keeps masks only of patients "
                "who are pinned in the large curves."
            )
        elif progress.dice_before is None:
            words = tr("Click a slice to see its mask.")
        self.case_label.setText(words)

    def note(self, sentence: str) -> None:
        """Add a line to the notes."""
        self.messages.appendPlainText(core_tr(sentence))
