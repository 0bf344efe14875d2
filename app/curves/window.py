"""The Curves window: one run or several over their epochs, and what the network drew in each."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.charts.canvas import Place
from app.charts.line import readable
from app.curves import human_band
from app.curves.charts import Charts
from app.curves.masks import Asked, MaskChooser
from app.curves.patients_view import PatientsView
from app.curves.reader import CurvesReader
from app.curves.run_on_show import RunOnShow
from app.curves.said import SaidList
from app.panel_parts import Words, button, muted
from app.session import Session
from app.settings import Settings
from app.training.live_prediction import is_scan_of
from app.training.shown import RunShown
from app.translation import tr

SIZE = (1360, 860)
REDRAW_MS = 100
LEFT_SHARE, RIGHT_SHARE = 5, 4


class CurvesWindow(QDialog):
    """Does not block: a click on an epoch shows its mask in the views behind."""

    def __init__(
        self, session: Session, settings: Settings, shown: RunShown, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._shown = session, settings, shown
        self.setObjectName("curves_window")
        self.setModal(False)
        self.setWindowTitle(tr("Curves – Slicewise"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.reader = CurvesReader(settings, shown, self)
        self.masks = MaskChooser(shown.patients.live, self)
        self.charts, self.patients, self.said = Charts(), PatientsView(), SaidList()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REDRAW_MS)
        self._make_widgets()
        self._connect()
        self._on_smoothing(settings.smoothing)
        self._show_band()
        self.resize(min(SIZE[0], parent.width() - 20), min(SIZE[1], parent.height() - 20))
        if not settings.curves_geometry.isEmpty():
            self.restoreGeometry(settings.curves_geometry)

    # --- what it is made of ------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self.names = Words()
        self.names.setObjectName("curves_names")
        self.names.setTextFormat(Qt.TextFormat.RichText)
        self.live = muted("curves_live")
        self.words = Words(self._hint())
        self.words.setObjectName("curves_words")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.smoothing = QSlider(Qt.Orientation.Horizontal)
        self.smoothing.setObjectName("curves_smoothing")
        self.smoothing.setAccessibleName(tr("Smoothing"))
        self.smoothing.setToolTip(
            tr("Weight of the moving average over loss and Dice; the raw curves stay, faint.")
        )
        self.smoothing.setRange(0, 99)
        self.smoothing.setFixedWidth(130)
        self.smoothing_value = QLabel()
        self.smoothing_value.setObjectName("curves_smoothing_value")
        self.smoothing_value.setFixedWidth(34)
        self.all_epochs = button(
            "curves_all_epochs", tr("All epochs"), tr("End zooming: show the whole run.")
        )
        self.newest = button(
            "curves_newest",
            tr("Newest"),
            tr("Follow the newest epoch again, here and in the views."),
        )
        for one in (self.all_epochs, self.newest):
            one.setAutoDefault(False)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.patients, 1)
        column.addWidget(self.words)
        column.addWidget(self.said)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        for half, share in ((self.charts, LEFT_SHARE), (right, RIGHT_SHARE)):
            halves.addWidget(half)
            halves.setStretchFactor(halves.indexOf(half), share)
        halves.setHandleWidth(14)
        halves.setSizes([LEFT_SHARE * 100, RIGHT_SHARE * 100])
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addLayout(self._top())
        layout.addWidget(halves, 1)
        layout.addLayout(self._bottom())

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.names, 1)
        smoothing = QLabel(tr("Smoothing"))
        smoothing.setBuddy(self.smoothing)
        for widget in (smoothing, self.smoothing, self.smoothing_value, self.all_epochs):
            row.addWidget(widget)
        row.addWidget(self.newest)
        return row

    def _bottom(self) -> QHBoxLayout:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.live, 1)
        row.addWidget(buttons)
        return row

    def _connect(self) -> None:
        self.reader.changed.connect(self._ask_redraw)
        self.reader.ticked.connect(self._on_ticked)
        self._shown.ended.connect(self.reader.run_ended)
        self.reader.said.connect(self.words.setText)
        self._timer.timeout.connect(self._redraw)
        self.smoothing.valueChanged.connect(self._on_smoothing)
        self.all_epochs.clicked.connect(self.charts.show_all_epochs)
        self.newest.clicked.connect(self._on_newest)
        self.charts.picked.connect(self._on_picked)
        self.charts.compared.connect(self._on_compared)
        self.charts.zoomed.connect(self.patients.map.set_x_range)
        self.patients.case_chosen.connect(self._on_case_chosen)
        self.patients.pins_chosen.connect(self._on_pins_chosen)
        self.patients.region_chosen.connect(self._ask_redraw)
        self.patients.slice_picked.connect(self._on_slice_picked)
        self.patients.picked.connect(self._on_map_picked)
        self.patients.compared.connect(self._on_map_compared)
        self.patients.pointed.connect(self._on_map_pointed)
        self.said.epoch_asked.connect(self.charts.point_at)
        self.masks.said.connect(self._say)
        self.masks.shown.connect(self._on_masks_shown)
        self._session.cursor_changed.connect(self._mark_slice)
        self._session.volume_changed.connect(self._mark_slice)
        self._session.human_band_changed.connect(self._show_band)
        theme.wearing.changed.connect(self._ask_redraw)

    # --- what is shown -----------------------------------------------------------------------

    @property
    def runs(self) -> tuple[RunOnShow, ...]:
        """Those that are shown, in the order they were asked for."""
        return self.reader.runs

    def show_runs(self, folders: Sequence[Path]) -> None:
        """Come to the front with the curves of these runs; of the running or newest if none."""
        self.reader.read(folders)
        self.charts.show_all_epochs()
        self._on_masks_shown(())
        self.words.setText(self._hint())
        self.show()
        self.raise_()
        self.activateWindow()
        self._redraw()

    def take(self, event: object) -> None:
        """Go on with a run that is shown."""
        self.reader.take(event)

    def shutdown(self) -> None:
        """Close, and wait for what is being read."""
        self._timer.stop()
        self._settings.curves_geometry = self.saveGeometry()
        self.reader.shutdown()
        self.masks.shutdown()
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_redraw()

    @Slot()
    def _ask_redraw(self) -> None:
        """At most ten times a second, and only what is visible."""
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _redraw(self) -> None:
        if not self.isVisible():
            return
        runs = self.runs
        self._write_names()
        self._write_live()
        if not runs:
            return
        self.patients.show_run(runs[0])
        self._read_missing()
        self.charts.show_runs(runs, self.patients.current_region)
        self._show_band()
        self.said.show_findings(runs[0].findings if len(runs) == 1 else ())
        self.newest.setEnabled(bool(self._shown.patients.live.chosen) or bool(self._epochs_shown()))
        self._mark_slice()

    def _write_names(self) -> None:
        runs = self.runs
        if len(runs) == 1:
            self.names.setText(f"<b>{escape(runs[0].name)}</b>")
            return
        self.names.setText(
            "&nbsp;&nbsp; ".join(
                f'<span style="color:{shade}">━</span> <b>{escape(name)}</b>'
                for name, shade in ((run.name, readable(run.colour).name()) for run in runs)
            )
        )

    @Slot()
    def _on_ticked(self) -> None:
        if self.isVisible():
            self._write_live()

    def _write_live(self) -> None:
        run = self._shown.run
        is_shown = any(one.is_live for one in self.runs)
        self.live.setVisible(is_shown)
        if is_shown:
            text = tr("{place} · {status}", place=run.bar()[2], status=run.status())
            self.live.setText(text)

    def _hint(self) -> str:
        return tr(
            "Click an epoch in a curve or in the picture of slices: the views show what the "
            "network drew then. Drag from one epoch to another to compare them."
        )

    @Slot()
    def _show_band(self) -> None:
        band = human_band.kept(self._settings)
        several = len(self.runs) > 1
        drawn = {self.patients.current_region} if several else set(self._regions())
        self.charts.set_bands([band.band()] if band.region in drawn else [])

    def _regions(self) -> list[str]:
        return [name for run in self.runs for name in run.columns.keys("dice")]

    def _epochs_shown(self) -> tuple[int, ...]:
        return self.patients.epochs

    def _run_of(self, key: str) -> RunOnShow | None:
        found = (run for run in self.runs if run.key == key)
        return next(found, self.runs[0] if self.runs else None)

    # --- asked for ---------------------------------------------------------------------------

    @Slot(int)
    def _on_smoothing(self, hundredths: int) -> None:
        with QSignalBlocker(self.smoothing):
            self.smoothing.setValue(hundredths)
        self.smoothing_value.setText(f"{hundredths / 100:.2f}")
        self._settings.smoothing = hundredths
        self.charts.set_smoothing(hundredths / 100)

    @Slot(object)
    def _on_picked(self, place: Place) -> None:
        self._ask_masks([(place.run, place.epoch)])

    @Slot(object, object)
    def _on_compared(self, first: Place, last: Place) -> None:
        self._ask_masks([(first.run, first.epoch), (last.run, last.epoch)])

    @Slot(int, int)
    def _on_map_picked(self, epoch: int, slice_z: int) -> None:
        self._ask_masks([("", epoch)], slice_z)

    @Slot(int, int, int)
    def _on_map_compared(self, first: int, last: int, slice_z: int) -> None:
        self._ask_masks([("", first), ("", last)], slice_z)

    @Slot(int)
    def _on_slice_picked(self, slice_z: int) -> None:
        history = self.patients.history
        if history is not None and len(history):
            epochs = self._epochs_shown()[-1:] or (int(history.epochs[-1]),)
            self._ask_masks([("", epoch) for epoch in epochs], slice_z)

    def _ask_masks(self, places: Sequence[tuple[str, int]], slice_z: int | None = None) -> None:
        asked = [
            Asked(run, epoch) for key, epoch in places if (run := self._run_of(key)) is not None
        ]
        if not self.patients.current or not asked:
            self._say(tr("This run has no scores of a validation patient yet."))
            return
        self.masks.ask(asked, self.patients.current, self.patients.current_region, slice_z)

    @Slot(str)
    def _say(self, sentence: str) -> None:
        self.words.setText(sentence or self._hint())

    @Slot(object)
    def _on_masks_shown(self, epochs: tuple[int, ...]) -> None:
        self.charts.set_shown(epochs)
        self.patients.show_epochs(epochs)
        self.newest.setEnabled(bool(epochs))

    @Slot()
    def _on_newest(self) -> None:
        self._shown.patients.live.show_newest(self.patients.current)
        self._on_masks_shown(())
        self._say("")

    @Slot(str)
    def _on_case_chosen(self, case: str) -> None:
        self._read_missing()
        self._mark_slice()

    def _read_missing(self) -> None:
        """Slices of the patient chosen that were not read yet, of every run shown."""
        for run in self.runs:
            self.reader.read_patient(run, self.patients.current)

    @Slot(object)
    def _on_pins_chosen(self, pins: tuple[str, ...]) -> None:
        if self.runs:
            self.reader.pin(self.runs[0], pins)
            self.patients.redraw()

    @Slot(int)
    def _on_map_pointed(self, epoch: int) -> None:
        self.charts.point_at(None if epoch < 0 else epoch)

    @Slot()
    def _mark_slice(self) -> None:
        """Mark the slice on screen, if it is of the patient chosen."""
        volume = self._session.volume
        paths = self.runs[0].paths.get(self.patients.current, ((), ())) if self.runs else ((), ())
        is_open = volume is not None and is_scan_of(volume, paths[0])
        self.patients.mark_slice(self._session.cursor[0] if is_open else -1)
