"""Train more: a run that has ended learns on, for so many rounds or minutes."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.forms import WheelGuard
from app.panel_parts import Words, button, muted
from app.translation import tr
from unet_core.runs import RunSummary

ROUNDS, MINUTES = tr("rounds"), tr("minutes")
USUAL, MOST = 20, 100_000
_TEXT_MARGINS = (6, 0, 0, 0)
"""As in other fields; a style sheet's padding does not reach the text of a spin box."""


def can_learn_on(run: RunSummary | None) -> bool:
    """Whether a run has learned something and is in nobody's hands."""
    return run is not None and run.epochs_done > 0 and run.state != "running"


class MoreCard(QFrame):
    """Asks how much more; hidden until ``offer``.

    Signals:
        asked: Folder of the run, its data set (a Path or None), rounds and minutes; one is 0.
    """

    asked = Signal(object, object, int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("train_more_card")
        self.setProperty("kind", "notice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._wheel = WheelGuard(self)
        self._run: RunSummary | None = None
        self.words = Words()
        self.words.setObjectName("train_more_words")
        self.count = QSpinBox()
        self.count.setObjectName("train_more_count")
        self.count.setRange(1, MOST)
        self.count.setValue(USUAL)
        self.count.lineEdit().setTextMargins(*_TEXT_MARGINS)
        self._wheel.guard(self.count)
        self.unit = QComboBox()
        self.unit.setObjectName("train_more_unit")
        self.unit.addItems([ROUNDS, MINUTES])
        self._wheel.guard(self.unit)
        self.go_on = button("train_more_start", tr("Train on"))
        self.close_card = button("train_more_dismiss", tr("Cancel"))
        self.go_on.clicked.connect(self._on_go_on)
        self.close_card.clicked.connect(self.hide)
        row, buttons = QHBoxLayout(), QHBoxLayout()
        row.addWidget(self.count)
        row.addWidget(self.unit)
        row.addStretch(1)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.close_card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addWidget(self.words)
        layout.addLayout(row)
        layout.addWidget(
            muted(
                "train_more_help",
                tr(
                    "The learning rate rises again to half of what it was and falls once more. The "
                    "best model is replaced only by a better one."
                ),
            )
        )
        layout.addLayout(buttons)
        self.hide()

    def offer(self, run: RunSummary) -> None:
        """Ask for this run."""
        self._run = run
        rounds = (
            tr("1 round") if run.epochs_done == 1 else tr("{rounds} rounds", rounds=run.epochs_done)
        )
        if run.best_score is None:
            words = tr(
                "Let the {preset} run of {rounds} learn for longer:",
                preset=run.preset,
                rounds=rounds,
            )
        else:
            words = tr(
                "Let the {preset} run of {rounds} (best mean Dice {best:.2f}) learn for longer:",
                preset=run.preset,
                rounds=rounds,
                best=run.best_score,
            )
        self.words.setText(words)
        self.show()

    @Slot()
    def _on_go_on(self) -> None:
        run, count = self._run, self.count.value()
        self.hide()
        if run is None:
            return
        if self.unit.currentText() == ROUNDS:
            self.asked.emit(run.folder, run.dataset, count, 0.0)
        else:
            self.asked.emit(run.folder, run.dataset, 0, float(count))
