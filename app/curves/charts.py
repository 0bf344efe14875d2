"""The charts of the Curves window: all over the same epochs, pointed at and zoomed as one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.charts.line import Band, Mark
from app.curves.run_on_show import RunOnShow
from app.plots import CurvePlot, DicePlot, LossPlot
from app.translation import tr

LARGE_PX, SMALL_PX = 150, 80
MOST_MARKS = 60


class Charts(QWidget):
    """Loss and Dice large; learning rate, pace, memory and time below.

    Signals:
        picked: A Place somebody clicked on.
        compared: Two Places somebody dragged between.
        zoomed: Epochs shown, (low, high); None for all of them.
    """

    picked = Signal(object)
    compared = Signal(object, object)
    zoomed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss = LossPlot("curves_loss", parts=True)
        self.loss.switches["parts"].setChecked(True)
        self.dice = DicePlot("curves_dice")
        self.rate = CurvePlot("curves_rate", tr("Learning rate"))
        self.pace = CurvePlot("curves_pace", tr("Images per second"))
        self.memory = CurvePlot("curves_memory", tr("Memory, GB"))
        self.time = CurvePlot("curves_time", tr("Time, minutes"))
        self._bands: tuple[Band, ...] = ()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(14)
        layout.setVerticalSpacing(8)
        layout.addWidget(self.loss, 0, 0, 1, 4)
        layout.addWidget(self.dice, 1, 0, 1, 4)
        for column, plot in enumerate(self.small):
            layout.addWidget(plot, 2, column)
            layout.setColumnStretch(column, 1)
            plot.canvas.setMinimumHeight(SMALL_PX)
        for row, stretch in ((0, 4), (1, 4), (2, 2)):
            layout.setRowStretch(row, stretch)
        for plot in self.all:
            canvas = plot.canvas
            canvas.set_pickable(True)
            canvas.pointed.connect(self._on_pointed)
            canvas.picked.connect(self.picked)
            canvas.compared.connect(self.compared)
            canvas.zoomed.connect(self._on_zoomed)
        for plot in (self.loss, self.dice):
            plot.canvas.setMinimumHeight(LARGE_PX)

    @property
    def small(self) -> tuple[CurvePlot, ...]:
        """Those in the last row."""
        return (self.rate, self.pace, self.memory, self.time)

    @property
    def all(self) -> tuple[CurvePlot, ...]:
        """Every chart."""
        return (self.loss, self.dice, *self.small)

    def show_runs(self, shown: Sequence[RunOnShow], region: str) -> None:
        """Draw one run in full, or several in a colour each."""
        is_alone = len(shown) == 1
        best = shown[0].columns.best_epoch if is_alone else None
        if is_alone:
            loss, dice = shown[0].loss_lines(), shown[0].dice_lines()
        else:
            pairs = [run.beside_others(region) for run in shown]
            loss = tuple(line for one, _ in pairs for line in one)
            dice = tuple(line for _, one in pairs for line in one)
        self.loss.switches["parts"].setVisible(is_alone)
        self.loss.set_lines(loss, best)
        self.dice.set_lines(dice, best)
        for plot, key, name, scale in (
            (self.rate, "learning_rate", tr("rate"), 1.0),
            (self.pace, "images_per_s", tr("images/s"), 1.0),
            (self.memory, "peak_memory_mb", tr("at most so far"), 1 / 1024),
            (self.time, "elapsed_s", tr("since the start"), 1 / 60),
        ):
            lines = [run.small_line(key, name, is_alone=is_alone, scale=scale) for run in shown]
            if plot is self.memory:
                lines += [
                    run.small_line(
                        "card_memory_mb", tr("graphics card"), is_alone=is_alone, scale=scale
                    )
                    for run in shown
                    if run.columns.of("card_memory_mb").size
                    and run.columns.of("card_memory_mb")[-1] > 0
                ]
            plot.set_lines(lines, best)
        marks = shown[0].marks()[-MOST_MARKS:] if is_alone else ()
        self._mark(marks, best)
        self.dice.canvas.set_bands(self._bands)

    def set_bands(self, bands: Sequence[Band]) -> None:
        """What people reach, behind the Dice."""
        self._bands = tuple(bands)
        self.dice.canvas.set_bands(self._bands)

    def set_smoothing(self, weight: float) -> None:
        """Smooth loss and Dice."""
        for plot in (self.loss, self.dice):
            plot.canvas.set_smoothing(weight)

    def set_shown(self, epochs: Sequence[int]) -> None:
        """Mark the epochs whose masks are on screen."""
        for plot in (self.loss, self.dice):
            plot.canvas.set_shown(epochs)

    def point_at(self, epoch: int | None) -> None:
        """Show the values of an epoch everywhere; of the newest for None."""
        for plot in self.all:
            plot.canvas.point_at(epoch)
            plot.show_values(epoch)

    def show_all_epochs(self) -> None:
        """End zooming."""
        self._on_zoomed(*self.loss.canvas.all_epochs())

    def _mark(self, marks: Sequence[Mark], best: int | None) -> None:
        for plot in (self.loss, self.dice):
            plot.canvas.set_marks(marks, best)

    @Slot(int)
    def _on_pointed(self, epoch: int) -> None:
        self.point_at(None if epoch < 0 else epoch)

    @Slot(float, float)
    def _on_zoomed(self, low: float, high: float) -> None:
        first, last = self.loss.canvas.all_epochs()
        epochs = None if low <= first and high >= last else (low, high)
        for plot in self.all:
            plot.canvas.set_x_range(epochs)
        self.zoomed.emit(epochs)
