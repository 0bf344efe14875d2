"""The curves of a run: loss, and Dice, IoU and accuracy, one point an epoch."""

from collections.abc import Mapping, Sequence
from html import escape

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app import theme
from app.charts.axis import number_text
from app.charts.canvas import Canvas
from app.charts.columns import GrowingColumns
from app.charts.line import STROKES, Line, Stroke
from app.panel_parts import Words, heading
from app.translation import tr

SPARE = ("#3fb68b", "#f2b134", "#5aa9e6", "#c86bd6", "#e4572e", "#9bc53d")
SMALL_PX = 150
_MOST_LIVE_POINTS = 1000
PART_WORDS: Mapping[str, str] = {
    "dice": tr("Dice part"),
    "ce": tr("cross-entropy part"),
    "coarse": tr("organ finder"),
    "detail": tr("close look"),
    "coarse/dice": tr("organ finder, Dice part"),
    "coarse/ce": tr("organ finder, cross-entropy part"),
    "detail/dice": tr("close look, Dice part"),
    "detail/ce": tr("close look, cross-entropy part"),
}
"""Parts of a loss as ``EpochRecord`` names them."""


class CurvePlot(QWidget):
    """Curves over epochs with a heading, switches and a line of values that is also the legend.

    The line shows the newest epoch, or the one under the pointer.

    Args:
        name: Object name of the canvas; the line of values is ``<name>_values``.
        title: Over it.
        switches: Groups of lines that can be left out, by what the button says.
    """

    def __init__(
        self,
        name: str,
        title: str,
        switches: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._best: int | None = None
        self.switches: dict[str, QToolButton] = {}
        self.canvas = Canvas(name)
        self.canvas.setAccessibleName(title)
        self.canvas.pointed.connect(self._on_pointed)
        self.values_label = Words()
        self.values_label.setObjectName(f"{name}_values")
        self.values_label.setTextFormat(Qt.TextFormat.RichText)
        self.values_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.head = QHBoxLayout()
        self.title = heading(title)
        self.head.addWidget(self.title, 1)
        for group, text in (switches or {}).items():
            self.head.addWidget(self._make_switch(name, group, text))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self.head)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.values_label)
        theme.wearing.changed.connect(self._dress)

    @Slot()
    def _dress(self) -> None:
        """Take on the colours of the theme."""
        self.show_values(None)

    def set_lines(self, lines: Sequence[Line], best_epoch: int | None = None) -> None:
        """Draw these lines and no others."""
        self._lines, self._best = tuple(lines), best_epoch
        self.canvas.set_marks(self.canvas.marks, best_epoch)
        self._apply_switches()

    def show_values(self, epoch: int | None) -> None:
        """Write the values of an epoch under the plot; those of the newest for None."""
        shown = [line for line in self.canvas.lines if line.is_named and len(line.x)]
        if not shown:
            self.values_label.clear()
            return
        last = int(max(line.x[-1] for line in shown))
        epoch = last if epoch is None else epoch
        parts = [self._epoch_words(epoch)]
        parts += [
            f'<span style="white-space:nowrap"><span style="color:{line.shade().name()}">'
            f"{STROKES[line.stroke]}</span> {escape(line.name)}&nbsp;"
            f"{number_text(line.at(epoch))}</span>"
            for line in shown
        ]
        self.values_label.setText("&nbsp;&nbsp; ".join(parts))
        values = (f"{line.name} {number_text(line.at(epoch))}" for line in shown)
        self.canvas.setAccessibleDescription(
            tr("Epoch {epoch}: {values}", epoch=epoch, values=", ".join(values))
        )

    def _epoch_words(self, epoch: int) -> str:
        begin, end = "<b>", "</b>"
        if self._best is None:
            return tr("{begin}Epoch {epoch}{end}", begin=begin, epoch=epoch, end=end)
        return tr(
            "{begin}Epoch {epoch}{end} (best: {best})",
            begin=begin,
            epoch=epoch,
            end=end,
            best=self._best,
        )

    def _make_switch(self, name: str, group: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{name}_{group}")
        button.setText(text)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.toggled.connect(self._apply_switches)
        self.switches[group] = button
        return button

    def _is_on(self, line: Line) -> bool:
        switch = self.switches.get(line.group)
        return switch is None or switch.isChecked()

    @Slot()
    def _apply_switches(self) -> None:
        self.canvas.set_lines([line for line in self._lines if self._is_on(line)])
        self.show_values(self.canvas.hovered)

    @Slot(int)
    def _on_pointed(self, epoch: int) -> None:
        self.show_values(None if epoch < 0 else epoch)


class LossPlot(CurvePlot):
    """Loss in training and validation, and while an epoch runs, of the newest batches."""

    def __init__(
        self, name: str = "train_loss_plot", parent: QWidget | None = None, *, parts: bool = False
    ) -> None:
        groups = {"log_scale": tr("Log scale")}
        self._has_parts = parts
        if parts:
            groups = {"parts": tr("Parts"), **groups}
        super().__init__(name, tr("Loss"), groups, parent)
        self.canvas.setMinimumHeight(SMALL_PX)
        self.switches["log_scale"].setToolTip(tr("Show the loss on a logarithmic scale."))
        self.switches["log_scale"].toggled.connect(self.canvas.set_log)
        if parts:
            self.switches["parts"].setToolTip(
                tr("Also show what the loss is the sum of: Dice dashed, cross-entropy dotted.")
            )
        self._live: list[tuple[float, float]] = []
        self._of_epochs: tuple[Line, ...] = ()

    def set_columns(self, columns: GrowingColumns) -> None:
        """Draw the epochs done so far."""
        self._of_epochs = loss_lines(columns, parts=self._has_parts)
        self._best = columns.best_epoch
        self._draw()

    def add_live(self, epoch: float, loss: float) -> None:
        """Add the loss of one batch at a fractional epoch; old points are thinned out."""
        self._live.append((epoch, loss))
        if len(self._live) > _MOST_LIVE_POINTS:
            self._live = self._live[::2]
        self._draw()

    def clear_live(self) -> None:
        """Forget the batches of the run before."""
        self._live.clear()
        self._draw()

    def _draw(self) -> None:
        points = np.array(self._live, np.float64).reshape(-1, 2)
        live = Line(
            tr("batches"),
            "TRAINING",
            points[:, 0],
            points[:, 1],
            can_smooth=False,
            is_thin=True,
            is_named=False,
        )
        self.set_lines((*((live,) if self._live else ()), *self._of_epochs), self._best)


class DicePlot(CurvePlot):
    """Dice of each label; IoU and accuracy on request."""

    def __init__(self, name: str = "train_dice_plot", parent: QWidget | None = None) -> None:
        groups = {"iou": tr("IoU"), "accuracy": tr("Accuracy")}
        super().__init__(name, tr("Dice of whole validation patients"), groups, parent)
        self.canvas.setMinimumHeight(SMALL_PX)
        self.switches["iou"].setToolTip(tr("Also show intersection over union, dashed."))
        self.switches["accuracy"].setToolTip(
            tr("Also show the share of right pixels, dotted: high even without any tumour found.")
        )
        self.switches["iou"].setChecked(True)
        self.canvas.set_y_range(-0.04, 1.06)

    def set_columns(self, columns: GrowingColumns, colours: Mapping[str, str]) -> None:
        """Draw the epochs done so far; ``colours`` by region name."""
        self.set_lines(dice_lines(columns, colours), columns.best_epoch)


def loss_lines(columns: GrowingColumns, *, parts: bool) -> tuple[Line, ...]:
    """Loss of training and validation; with ``parts`` also what they are the sums of."""
    x = columns.epochs
    lines = [
        Line(tr("training"), "TRAINING", x, columns.of("train_loss")),
        Line(tr("validation"), "VALIDATION", x, columns.of("validation_loss")),
    ]
    for part in columns.keys("train_part") if parts else ():
        words, stroke = PART_WORDS.get(part, part), _part_stroke(part)
        is_thin = part.startswith("coarse")
        for name, colour, key in (
            (tr("training, {part}", part=words), "TRAINING", "train_part"),
            (tr("validation, {part}", part=words), "VALIDATION", "validation_part"),
        ):
            values = columns.of(f"{key}/{part}")
            line = Line(name, colour, x, values, stroke, is_thin=is_thin, group="parts")
            lines.append(line)
    return tuple(lines)


def _part_stroke(part: str) -> Stroke:
    """Cross-entropy is dotted; Dice, and a network's whole loss, is dashed."""
    return "dotted" if part.rpartition("/")[2] == "ce" else "dashed"


def dice_lines(columns: GrowingColumns, colours: Mapping[str, str]) -> tuple[Line, ...]:
    """Dice and IoU of each region, and both accuracies."""
    x, lines = columns.epochs, []
    for number, name in enumerate(columns.keys("dice")):
        colour = colours.get(name, SPARE[number % len(SPARE)])
        lines.append(Line(name, colour, x, columns.of(f"dice/{name}")))
        words = tr("{region} IoU", region=name)
        lines.append(Line(words, colour, x, columns.of(f"iou/{name}"), "dashed", group="iou"))
    for words, colour, key in (
        (tr("training accuracy"), "TRAINING", "train_accuracy"),
        (tr("validation accuracy"), "VALIDATION", "validation_accuracy"),
    ):
        lines.append(Line(words, colour, x, columns.of(key), "dotted", group="accuracy"))
    return tuple(lines)
