"""Would more patients help? The learning curve of the data set, in a window of its own."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.banner import Banner
from app.data_scale import words
from app.data_scale.anchors import BAND, LAW, SOURCE, anchors_of
from app.data_scale.chart import ScaleChart
from app.data_scale_work import Measured, ShareProgress
from app.forms import NumberBox
from app.glossary import explain
from app.panel_parts import Words, button, muted
from app.settings import Settings
from app.translation import tr
from unet_core.events import Notice, Progress
from unet_core.learning_curves import CurveOrder, CurvePoint, KeptCurve, LearningCurve

SIZE = (980, 800)
MOST_MINUTES = 10_000.0
_BAR_STEPS = 1000
_MOST_NOTICES = 3


class DataScaleWindow(QDialog):
    """Says what it will do and how long that takes, does it, and draws what it found.

    It does not block, and what it does goes on while it is closed.

    Signals:
        start_asked: Measure what is set up, or what is left of it.
        go_on_asked: Go on with the ``KeptCurve`` on show, which was set up otherwise.
        stop_asked: End what goes on; what it has is kept.
        minutes_changed: Each training shall take another time.
    """

    start_asked = Signal()
    go_on_asked = Signal(object)
    stop_asked = Signal()
    minutes_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._order: CurveOrder | None = None
        self._kept: KeptCurve | None = None
        self._is_this = False
        self._refusal = ""
        self._now: ShareProgress | None = None
        self._notices: list[str] = []
        self.is_measuring = False
        self.setObjectName("scale_window")
        self.setWindowTitle(tr("Would more patients help? – Slicewise"))
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.what = Words(words.WHAT)
        self.what.setObjectName("scale_what")
        self.order_words = muted("scale_order")
        self.error = Banner("scale_error", "error")
        self.error.add_button("scale_error_dismiss", tr("Dismiss")).clicked.connect(
            self.error.dismiss
        )
        self.chart = ScaleChart()
        self.verdict = Words()
        self.verdict.setObjectName("scale_verdict")
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.origin, self.source = muted("scale_origin"), muted("scale_source")
        self.notices = muted("scale_notices")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.what)
        layout.addWidget(self.order_words)
        layout.addLayout(self._time_row())
        layout.addLayout(self._progress_row())
        layout.addWidget(self.error)
        layout.addWidget(self.chart, 1)
        for widget in (self.verdict, self.origin, self.notices, self.source):
            layout.addWidget(widget)
        layout.addWidget(self._close_box())
        self.resize(min(SIZE[0], parent.width() - 30), min(SIZE[1], parent.height() - 40))
        self.restoreGeometry(settings.place_of("data_scale"))
        self._refresh()

    # --- what it is made of ------------------------------------------------------------------

    def _time_row(self) -> QHBoxLayout:
        self.minutes = NumberBox()
        self.minutes.setObjectName("scale_minutes")
        self.minutes.setRange(0.1, MOST_MINUTES)
        self.minutes.setSuffix(tr(" min"))
        self.minutes.setValue(self._settings.scale_minutes)
        self.minutes.setToolTip(
            tr("Of each training: as long as a first useful run takes, not as long as the best.")
        )
        self.minutes.valueChanged.connect(self._on_minutes)
        label = QLabel(tr("Each training"))
        label.setBuddy(self.minutes)
        self.time_words = muted("scale_time")
        self.start = button("scale_start", tr("Start"))
        self.start.setProperty("primary", True)
        self.start.setDefault(True)
        self.go_on = button(
            "scale_go_on",
            tr("Go on with this one"),
            tr("Measure what is left of the curve below, with the settings it was begun with"),
        )
        self.stop = button(
            "scale_stop", tr("Stop"), tr("End at the next batch; Start goes on from there")
        )
        self.start.clicked.connect(self.start_asked)
        self.go_on.clicked.connect(self._on_go_on)
        self.stop.clicked.connect(self._on_stop)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.minutes)
        row.addWidget(self.time_words, 1)
        for one in (self.go_on, self.stop, self.start):
            one.setAutoDefault(False)
            row.addWidget(one)
        explain(label, "learning_curve")
        return row

    def _progress_row(self) -> QHBoxLayout:
        self.bar = QProgressBar()
        self.bar.setObjectName("scale_progress")
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.progress = muted("scale_doing")
        row = QHBoxLayout()
        row.addWidget(self.bar)
        row.addWidget(self.progress, 1)
        return row

    def _close_box(self) -> QDialogButtonBox:
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        return close

    # --- what is shown -----------------------------------------------------------------------

    def come(self) -> None:
        """To the front."""
        self.show()
        self.raise_()
        self.activateWindow()

    def hideEvent(self, event: QHideEvent) -> None:
        self._settings.keep_place("data_scale", self.saveGeometry())
        super().hideEvent(event)

    def show_order(self, order: CurveOrder | None, refusal: str) -> None:
        """What would be measured; ``refusal`` says why it may not be, if so."""
        self._order, self._refusal = order, refusal
        self._refresh()

    def show_kept(
        self, kept: KeptCurve | None, *, is_this: bool, names: Sequence[str] = ()
    ) -> None:
        """A curve measured before; ``is_this`` if it is the one that is set up.

        Args:
            kept: None where there is none.
            is_this: Whether Start would go on with it.
            names: Cases of the data set now; none where not known.
        """
        self._kept, self._is_this = kept, is_this
        self.origin.setText(
            ""
            if kept is None
            else words.origin_words(kept, is_this=is_this, names=frozenset(names))
        )
        self._refresh()

    def set_minutes(self, minutes: float) -> None:
        """Show the time of a curve that was measured before."""
        with QSignalBlocker(self.minutes):
            self.minutes.setValue(minutes)
        self._refresh()

    # --- while it is measured ----------------------------------------------------------------

    def begin(self, order: CurveOrder, kept: KeptCurve | None) -> None:
        """Something is measured from here on."""
        self.error.dismiss()
        self._notices.clear()
        self.notices.clear()
        self.is_measuring, self._now = True, None
        self._order, self._is_this = order, True
        self._kept = kept or KeptCurve(order, (), (), ())
        self.origin.clear()
        self.set_minutes(order.minutes)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.progress.setText(tr("Reading the scans…"))

    def take(self, event: Measured) -> None:
        """Show what is told of it."""
        match event:
            case Progress(done=done, total=total, text=text) if self._now is None:
                self.bar.setRange(0, total)
                self.bar.setValue(done)
                self.progress.setText(text)
            case Notice(text=text) if text not in self._notices:
                self._notices = [*self._notices, text][-_MOST_NOTICES:]
                self.notices.setText("\n".join(self._notices))
            case ShareProgress():
                self._take_progress(event)
            case CurvePoint():
                self._take_point(event)
            case LearningCurve() if self._kept is not None:
                self._kept = replace(self._kept, points=event.points, outlooks=event.outlooks)
                self._now = None
        if not isinstance(event, Progress | Notice):
            self._refresh()

    def end(self) -> None:
        """Nothing is measured any more."""
        self.is_measuring, self._now = False, None
        self._refresh()

    def _take_progress(self, now: ShareProgress) -> None:
        self._now = now
        minutes = self.minutes.value()
        self.bar.setRange(0, _BAR_STEPS)
        self.bar.setValue(round(_BAR_STEPS * words.share_done(now, minutes)))
        if self.stop.isEnabled():
            self.progress.setText(words.progress_words(now, minutes))
        if self._kept is not None and self._kept.shares != now.shares:
            self._kept = replace(self._kept, shares=now.shares, points=(), outlooks={})

    def _take_point(self, point: CurvePoint) -> None:
        if self._kept is not None:
            before = (one for one in self._kept.points if one.patients < point.patients)
            self._kept = replace(self._kept, points=(*before, point), outlooks={})

    # --- keeping all of it true --------------------------------------------------------------

    def _refresh(self) -> None:
        order, kept, busy = self._order, self._kept, self.is_measuring
        this = kept if self._is_this else None
        self.order_words.setText("" if order is None else words.order_words(order))
        text = words.MEANWHILE if busy else words.time_words(self.minutes.value(), this)
        self.time_words.setText(self._refusal or text)
        self.minutes.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self.start.setVisible(not busy)
        self.start.setEnabled(order is not None and not self._refusal)
        self._name_start(this)
        is_left = kept is not None and not kept.is_whole and not self._is_this
        self.go_on.setVisible(is_left and not busy)
        self.go_on.setEnabled(not self._refusal)
        points, shares = (kept.points, kept.shares) if kept is not None else ((), ())
        self.chart.show_curve(points, kept.outlooks if kept else {}, shares, self._now)
        self.verdict.setText("" if busy and not points else words.verdict_words(kept))
        for label in (self.verdict, self.origin, self.notices):
            label.setVisible(bool(label.text()))
        self._explain_lines()

    def _explain_lines(self) -> None:
        """What the lines of the chart are, as far as it has them."""
        said = [LAW] if self.chart.has_law else []
        said += [BAND] if self.chart.has_band else []
        said += [SOURCE] if anchors_of(self.chart.regions) else []
        self.source.setText(" ".join(said))
        self.source.setVisible(bool(said))

    def _name_start(self, this: KeptCurve | None) -> None:
        text, tip = tr("Start"), tr("Measure the learning curve of this data set")
        if this is not None and this.is_whole:
            text = tr("Look for changes")
            tip = tr("Read the data again; only what has changed is trained anew")
        elif this is not None:
            text, tip = tr("Go on"), tr("Measure what is left; what is measured stays")
        self.start.setText(text)
        self.start.setToolTip(tip)
        self.start.setAccessibleName(tip)

    @Slot()
    def _on_minutes(self) -> None:
        self._settings.scale_minutes = self.minutes.value()
        self.minutes_changed.emit()

    @Slot()
    def _on_go_on(self) -> None:
        self.go_on_asked.emit(self._kept)

    @Slot()
    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.progress.setText(tr("Stopping at the end of this batch…"))
        self.stop_asked.emit()
