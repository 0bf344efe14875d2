"""The curves of a run: loss, and Dice, IoU and accuracy, one point an epoch."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app import theme
from app.panel_parts import Words, heading
from unet_core.events import EpochRecord

_SPARE = ("#3fb68b", "#f2b134", "#5aa9e6", "#c86bd6", "#e4572e", "#9bc53d")
_MOST_LIVE_POINTS = 1000
_LINES = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
}


@dataclass(frozen=True)
class Curve:
    """One line of a plot; NaN leaves a gap."""

    name: str
    colour: str
    """``#rrggbb``, or the name of a colour of the theme."""
    values: tuple[float, ...]
    line: str = "solid"
    group: str = ""
    """Curves of a group are switched on and off together."""


class CurvePlot(QWidget):
    """Curves over epochs with a heading, switches and a line of values that is also the legend.

    The line shows the newest epoch, or the one nearest to the pointer.
    """

    def __init__(
        self, name: str, title: str, switches: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._epochs: tuple[int, ...] = ()
        self._curves: tuple[Curve, ...] = ()
        self._items: dict[str, pg.PlotDataItem] = {}
        self._best: int | None = None
        self.switches: dict[str, QToolButton] = {}
        self.plot = plot_widget(name)
        self.plot.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self.values_label = Words()
        self.values_label.setObjectName(f"{name}_values")
        self.values_label.setTextFormat(Qt.TextFormat.RichText)
        self.values_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._best_line = pg.InfiniteLine(movable=False)
        self._best_line.hide()
        self._pointer_line = pg.InfiniteLine(movable=False)
        self._pointer_line.hide()
        for line in (self._best_line, self._pointer_line):
            self.plot.addItem(line, ignoreBounds=True)
        head = QHBoxLayout()
        head.addWidget(heading(title), 1)
        for switch in switches:
            head.addWidget(self._make_switch(name, switch))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.plot)
        layout.addWidget(self.values_label)
        theme.wearing.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        """Take on the colours of the theme."""
        self.plot.setBackground(theme.SURFACE)
        for side in ("left", "bottom"):
            self.plot.getAxis(side).setPen(theme.EDGE)
            self.plot.getAxis(side).setTextPen(theme.MUTED)
        self._best_line.setPen(pg.mkPen(theme.GOOD, width=1, style=Qt.PenStyle.DashLine))
        self._pointer_line.setPen(pg.mkPen(theme.EDGE))
        for curve in self._curves:
            self._colour(curve)
        self.show_values(len(self._epochs) - 1)

    def set_curves(
        self, epochs: Sequence[int], curves: Sequence[Curve], best_epoch: int | None
    ) -> None:
        """Draw these curves and no others."""
        self._epochs, self._curves, self._best = tuple(epochs), tuple(curves), best_epoch
        for gone in set(self._items) - {curve.name for curve in curves}:
            self.plot.removeItem(self._items.pop(gone))
        for curve in curves:
            self._item(curve).setData(list(self._epochs), list(curve.values), connect="finite")
        self._best_line.setVisible(best_epoch is not None)
        if best_epoch is not None:
            self._best_line.setValue(best_epoch)
        self._apply_switches()
        self.show_values(len(self._epochs) - 1)

    def show_values(self, position: int) -> None:
        """Write the values of the epoch at ``position`` of the list under the plot."""
        if not 0 <= position < len(self._epochs):
            self.values_label.clear()
            return
        epoch = self._epochs[position]
        best = "" if self._best is None else f" (best: {self._best})"
        parts = [f"<b>Epoch {epoch}</b>{best}"]
        parts += [
            f'<span style="white-space:nowrap"><span style="color:{_shade(curve.colour)}">'
            f"{_stroke(curve.line)}</span> {escape(curve.name)}&nbsp;"
            f"{_number(curve.values[position])}</span>"
            for curve in self._curves
            if self._is_on(curve)
        ]
        self.values_label.setText("&nbsp;&nbsp; ".join(parts))

    def position_near(self, epoch: float) -> int:
        """Where in the list the epoch nearest to a place on the axis lies; -1 without epochs."""
        distances = [abs(known - epoch) for known in self._epochs]
        return distances.index(min(distances)) if distances else -1

    def _make_switch(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{name}_{text.replace(' ', '_').lower()}")
        button.setText(text)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.toggled.connect(self._apply_switches)
        self.switches[text] = button
        return button

    def _item(self, curve: Curve) -> pg.PlotDataItem:
        if curve.name not in self._items:
            symbol = "o" if curve.line == "solid" else None
            self._items[curve.name] = self.plot.plot(symbol=symbol, symbolSize=4, symbolPen=None)
            self._colour(curve)
        return self._items[curve.name]

    def _colour(self, curve: Curve) -> None:
        item, shade = self._items[curve.name], _shade(curve.colour)
        width = 2 if curve.line == "solid" else 1.5
        item.setPen(pg.mkPen(shade, width=width, style=_LINES[curve.line]))
        item.setSymbolBrush(shade)

    def _is_on(self, curve: Curve) -> bool:
        switch = self.switches.get(curve.group)
        return switch is None or switch.isChecked()

    @Slot()
    def _apply_switches(self) -> None:
        for curve in self._curves:
            self._items[curve.name].setVisible(self._is_on(curve))
        self.show_values(len(self._epochs) - 1)

    @Slot(QPointF)
    def _on_mouse_moved(self, position: QPointF) -> None:
        box = self.plot.getViewBox()
        inside = box.sceneBoundingRect().contains(position)
        nearest = self.position_near(box.mapSceneToView(position).x()) if inside else -1
        self._pointer_line.setVisible(nearest >= 0)
        if nearest >= 0:
            self._pointer_line.setValue(self._epochs[nearest])
        self.show_values(nearest if nearest >= 0 else len(self._epochs) - 1)


class LossPlot(CurvePlot):
    """Loss in training and validation, and while an epoch runs, of the newest batches."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("train_loss_plot", "Loss", ("Log scale",), parent)
        self.switches["Log scale"].setToolTip("Show the loss on a logarithmic scale.")
        self.switches["Log scale"].toggled.connect(self._on_log_toggled)
        self._live: list[tuple[float, float]] = []
        self._live_item = self.plot.plot()
        theme.wearing.changed.connect(self._dress_live)
        self._dress_live()

    @Slot()
    def _dress_live(self) -> None:
        self._live_item.setPen(pg.mkPen(f"{theme.TRAINING}70", width=1))

    def set_records(self, records: Sequence[EpochRecord]) -> None:
        """Draw the epochs done so far."""
        curves = (
            Curve("training", "TRAINING", tuple(r.train_loss for r in records)),
            Curve("validation", "VALIDATION", tuple(r.validation_loss for r in records)),
        )
        self.set_curves([r.epoch for r in records], curves, best_epoch(records))
        self._mark_axis()

    def add_live(self, epoch: float, loss: float) -> None:
        """Add the loss of one batch at a fractional epoch; old points are thinned out."""
        self._live.append((epoch, loss))
        if len(self._live) > _MOST_LIVE_POINTS:
            self._live = self._live[::2]
        self._live_item.setData([x for x, _ in self._live], [y for _, y in self._live])

    def clear_live(self) -> None:
        """Forget the batches of the run before."""
        self._live.clear()
        self._live_item.setData([], [])

    @Slot(bool)
    def _on_log_toggled(self, is_on: bool) -> None:
        self.plot.setLogMode(x=False, y=is_on)
        self._mark_axis()

    def _mark_axis(self) -> None:
        losses = [v for curve in self._curves for v in curve.values if v > 0]
        is_log = self.switches["Log scale"].isChecked() and losses
        ticks = log_ticks(min(losses), max(losses)) if is_log else None
        self.plot.getAxis("left").setTicks(None if ticks is None else [ticks])


class DicePlot(CurvePlot):
    """Dice of each label; IoU and accuracy on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "train_dice_plot", "Dice of whole validation patients", ("IoU", "Accuracy"), parent
        )
        self.switches["IoU"].setToolTip("Also show intersection over union, dashed.")
        self.switches["Accuracy"].setToolTip(
            "Also show the share of right pixels, dotted: high even without any tumour found."
        )
        self.switches["IoU"].setChecked(True)
        self.plot.setYRange(0.0, 1.0, padding=0.08)
        self.plot.getViewBox().enableAutoRange(axis="x")
        self.plot.getAxis("left").setStyle(hideOverlappingLabels=False)
        self.plot.getAxis("left").setTicks([[(n / 5, f"{n / 5:.1f}") for n in range(6)]])

    def set_records(self, records: Sequence[EpochRecord], colours: Mapping[str, str]) -> None:
        """Draw the epochs done so far; ``colours`` by region name."""
        names = list(dict.fromkeys(name for record in records for name in record.dice))
        curves: list[Curve] = []
        for i, name in enumerate(names):
            colour = colours.get(name, _SPARE[i % len(_SPARE)])
            dice = tuple(_or_nan(record.dice.get(name)) for record in records)
            iou = tuple(_or_nan(record.iou.get(name)) for record in records)
            curves.append(Curve(name, colour, dice))
            curves.append(Curve(f"{name} IoU", colour, iou, "dashed", "IoU"))
        for name, values in (
            ("training accuracy", [record.train_accuracy for record in records]),
            ("validation accuracy", [record.validation_accuracy for record in records]),
        ):
            colour = "TRAINING" if name.startswith("training") else "VALIDATION"
            curves.append(Curve(name, colour, tuple(values), "dotted", "Accuracy"))
        self.set_curves([r.epoch for r in records], curves, best_epoch(records))


class EpochAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Marks whole epochs only."""

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        steps = [max(1.0, step) for step, _ in super().tickSpacing(low, high, size)[:2]]
        return [(step, 0.0) for step in dict.fromkeys(steps)]


def log_ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Round numbers for a logarithmic axis over ``low`` to ``high``, with their places.

    >>> [text for _, text in log_ticks(0.3, 1.2)]
    ['0.3', '0.5', '0.7', '1']
    """
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    steps = (1, 2, 3, 5, 7) if high < 20 * low else (1, 3) if high < 1000 * low else (1,)
    values = [step * 10.0**power for power in range(first, last + 1) for step in steps]
    return [(math.log10(v), f"{v:g}") for v in values if low * 0.9 < v < high * 1.1]


def best_epoch(records: Sequence[EpochRecord]) -> int | None:
    """The epoch whose weights are kept: the last one that was best when it was done."""
    best = [record.epoch for record in records if record.is_best]
    return best[-1] if best else None


def plot_widget(name: str) -> pg.PlotWidget:
    """An empty plot over whole numbers, as all plots look here."""
    plot = pg.PlotWidget(axisItems={"bottom": EpochAxis(orientation="bottom")})
    plot.setObjectName(name)
    plot.setFixedHeight(150)
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    plot.setAntialiasing(True)
    plot.showGrid(x=False, y=True, alpha=0.15)
    plot.setFrameShape(pg.PlotWidget.Shape.NoFrame)
    plot.getAxis("left").setWidth(44)
    return plot


def _shade(colour: str) -> str:
    return colour if colour.startswith("#") else theme.colour(colour).name()


def _stroke(line: str) -> str:
    return {"solid": "━", "dashed": "╍", "dotted": "┅"}[line]


def _number(value: float) -> str:
    return "n/a" if math.isnan(value) else f"{value:.3f}"


def _or_nan(value: float | None) -> float:
    return math.nan if value is None else value
