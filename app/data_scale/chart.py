"""A learning curve drawn: Dice over the number of patients learned from, the law, and its band."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import theme
from app.charts.axis import Axis
from app.charts.canvas import Canvas
from app.charts.line import Backdrop, Line, Stroke, readable
from app.data_scale.anchors import anchors_of
from app.data_scale_work import ShareProgress
from app.panel_parts import Words, heading
from app.plots import SPARE
from app.translation import tr
from unet_core.learning_curves import CurvePoint, Outlook, TrendPoint
from unet_core.volume import DEFAULT_LABELS

BAND_ALPHA = 46
DOT_PX = 4.5
_COLOURS = {label.name: label.colour for label in DEFAULT_LABELS.values()}


@dataclass(frozen=True)
class Ribbon:
    """What lies between the two ends of an interval."""

    trend: Sequence[TrendPoint]
    colour: str

    def draw(self, painter: QPainter, x: Axis, y: Axis) -> None:
        """As a shade of its colour."""
        upper = [QPointF(x.place(p.patients), y.place(_within(p.high, y))) for p in self.trend]
        lower = [QPointF(x.place(p.patients), y.place(_within(p.low, y))) for p in self.trend]
        colour = readable(self.colour)
        colour.setAlpha(BAND_ALPHA)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))


@dataclass(frozen=True)
class Dot:
    """One training: filled once it has ended, hollow while it learns."""

    patients: int
    dice: float
    colour: str
    is_done: bool = True

    def draw(self, painter: QPainter, x: Axis, y: Axis) -> None:
        """Large enough to be the first thing seen."""
        colour = readable(self.colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(colour if self.is_done else QColor(theme.SURFACE))
        painter.drawEllipse(QPointF(x.place(self.patients), y.place(self.dice)), DOT_PX, DOT_PX)


class ScaleChart(QWidget):
    """The chart with a heading, and below it the values at one number of patients.

    Those at the end, or at the number under the pointer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[CurvePoint, ...] = ()
        self._outlooks: Mapping[str, Outlook] = {}
        self._shares: tuple[int, ...] = ()
        self._now: ShareProgress | None = None
        self.canvas = Canvas("scale_chart")
        self.canvas.setAccessibleName(tr("Dice by the number of patients learned from"))
        self.canvas.setMinimumHeight(220)
        self.canvas.pointed.connect(self._on_pointed)
        self.values = Words()
        self.values.setObjectName("scale_values")
        self.values.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(
            heading(tr("Dice of whole validation scans, by the number of patients learned from"))
        )
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.values)
        theme.wearing.changed.connect(self._dress)

    @property
    def regions(self) -> tuple[str, ...]:
        """What is drawn."""
        if self._points:
            return tuple(self._points[-1].dice)
        return tuple(self._now.dice) if self._now is not None else ()

    @property
    def has_band(self) -> bool:
        """Whether the interval about a law is drawn."""
        return any(outlook.trend for outlook in self._outlooks.values())

    @property
    def has_law(self) -> bool:
        """Whether a law is drawn as well."""
        return any(map(self._is_told, self._outlooks))

    def show_curve(
        self,
        points: Sequence[CurvePoint],
        outlooks: Mapping[str, Outlook],
        shares: Sequence[int],
        now: ShareProgress | None = None,
    ) -> None:
        """Draw this and nothing else; ``now`` is the training that goes on."""
        self._points, self._outlooks = tuple(points), outlooks
        self._shares, self._now = tuple(shares), now
        most = max((*shares, *(point.patients for point in points)), default=0)
        self.canvas.set_x_range((0.0, 2.0 * most) if most else (0.0, 10.0))
        self.canvas.set_y_range(self._lowest(), 1.0)
        self.canvas.set_bands(self._backdrops())
        self.canvas.set_lines(self._lines())
        self._write(None)

    # --- drawing -----------------------------------------------------------------------------

    def _lowest(self) -> float:
        """Where the axis begins: at a tenth below all that is drawn."""
        values = [d for point in self._points for d in point.dice.values() if d is not None]
        values += [p.low for outlook in self._outlooks.values() for p in outlook.trend]
        values += [d for d in (self._now.dice if self._now else {}).values() if d is not None]
        values += [anchor.dice for anchor in anchors_of(self.regions)]
        return max(0.0, math.floor(10 * min(values, default=0.0) - 0.5) / 10)

    def _backdrops(self) -> list[Backdrop]:
        drawn: list[Backdrop] = [
            Ribbon(outlook.trend, self._colour(name))
            for name, outlook in self._outlooks.items()
            if outlook.trend
        ]
        drawn += [anchor.drawn(self._colour(anchor.region)) for anchor in anchors_of(self.regions)]
        for point in self._points:
            drawn += self._dots(point.patients, point.dice, is_done=True)
        if self._now is not None:
            drawn += self._dots(self._now.patients, self._now.dice, is_done=False)
        return drawn

    def _dots(
        self, patients: int, dice: Mapping[str, float | None], *, is_done: bool
    ) -> list[Backdrop]:
        known = ((name, value) for name, value in dice.items() if value is not None)
        return [Dot(patients, value, self._colour(name), is_done) for name, value in known]

    def _lines(self) -> list[Line]:
        lines = []
        for name in self.regions:
            trend = self._trend(name) if self._is_told(name) else ()
            law = [(p.patients, p.dice) for p in trend]
            x, y = np.array(law or self._apart(name), float).reshape(-1, 2).T
            stroke: Stroke = "dashed" if law else "solid"
            lines.append(Line(name, self._colour(name), x, y, stroke, can_smooth=False))
        return lines

    def _apart(self, region: str) -> list[tuple[float, float]]:
        """What was measured, with gaps between: no law joins it."""
        places: list[tuple[float, float]] = []
        for point in self._points:
            dice = point.dice.get(region)
            places += [(point.patients - 0.5, math.nan)] if places else []
            places.append((point.patients, math.nan if dice is None else dice))
        return places

    def _trend(self, region: str) -> Sequence[TrendPoint]:
        outlook = self._outlooks.get(region)
        return outlook.trend if outlook is not None else ()

    def _is_told(self, region: str) -> bool:
        """Whether the law is sure enough to be drawn; its band is drawn in any case."""
        outlook = self._outlooks.get(region)
        return outlook is not None and outlook.dice is not None

    def _colour(self, region: str) -> str:
        spare = SPARE[self.regions.index(region) % len(SPARE)] if region in self.regions else ""
        return _COLOURS.get(region, spare or SPARE[0])

    # --- values ------------------------------------------------------------------------------

    @Slot(int)
    def _on_pointed(self, patients: int) -> None:
        self._write(None if patients < 0 else patients)

    @Slot()
    def _dress(self) -> None:
        self._write(None)

    def _write(self, patients: int | None) -> None:
        if patients is None:
            last = max((point.patients for point in self._points), default=0)
            patients = 2 * last if self.has_band else last
        if not patients or not self.regions:
            self.values.clear()
            self.canvas.setAccessibleDescription("")
            return
        parts = [_people(patients)]
        parts += [f"{name} {self._value(name, patients)}" for name in self.regions]
        self.canvas.setAccessibleDescription(", ".join(parts))
        coloured = (
            f'<span style="white-space:nowrap"><span style="color:'
            f'{readable(self._colour(name)).name()}">●</span> {escape(text)}</span>'
            for name, text in zip(self.regions, parts[1:], strict=True)
        )
        self.values.setText("&nbsp;&nbsp; ".join([f"<b>{escape(parts[0])}</b>", *coloured]))

    def _value(self, region: str, patients: int) -> str:
        """Measured, expected, or neither, at one number of patients."""
        said = []
        for point in self._points:
            dice = point.dice.get(region)
            if point.patients == patients and dice is not None:
                said.append(tr("{dice} measured", dice=f"{dice:.2f}"))
        trend = self._trend(region)
        if trend and trend[0].patients <= patients <= trend[-1].patients:
            at = [p.patients for p in trend]
            dice, low, high = (
                float(np.interp(patients, at, [getattr(p, end) for p in trend]))
                for end in ("dice", "low", "high")
            )
            ends = {"low": f"{low:.2f}", "high": f"{high:.2f}"}
            said.append(
                tr("{dice} expected ({low} to {high})", dice=f"{dice:.2f}", **ends)
                if self._is_told(region)
                else tr("anything from {low} to {high} expected", **ends)
            )
        return ", ".join(said) or tr("not known")


def _people(patients: int) -> str:
    return tr("1 patient") if patients == 1 else tr("{patients} patients", patients=patients)


def _within(dice: float, axis: Axis) -> float:
    return min(max(dice, axis.low), axis.high)
