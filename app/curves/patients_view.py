"""The pinned validation patients of a run: a Dice strip each, a heat map of the chosen one."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.curves.heat_map import HeatMap
from app.curves.history import GrowingHistory
from app.curves.run_on_show import RunOnShow
from app.panel_parts import combo_box, heading, muted
from app.translation import tr
from app.viewer.dice_strip import DiceStrip
from unet_core.pinned import MOST_PINS
from unet_core.volume import Region


class PatientsView(QWidget):
    """Strips over a heat map.

    Signals:
        case_chosen: The patient to look at, by name.
        pins_chosen: Names of the patients to be pinned from now on.
        region_chosen: Name of a region.
        slice_picked: A slice of the chosen patient, at the epoch shown.
        picked: (epoch, slice) of the chosen patient.
        compared: (epoch, epoch, slice) of the chosen patient.
        pointed: The epoch under the pointer, -1 for none.
    """

    case_chosen = Signal(str)
    pins_chosen = Signal(object)
    region_chosen = Signal(str)
    slice_picked = Signal(int)
    picked = Signal(int, int)
    compared = Signal(int, int, int)
    pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: RunOnShow | None = None
        self._epochs: tuple[int, ...] = ()
        self._drawn: dict[DiceStrip, tuple[object, ...]] = {}
        self.case = combo_box("curves_case")
        self.case.setToolTip(tr("The validation patient whose slices are shown."))
        self.case.currentTextChanged.connect(self._on_case_chosen)
        self.pin = QCheckBox(tr("Pinned"))
        self.pin.setObjectName("curves_pin")
        self.pin.setToolTip(
            tr("Keep what the network draws of this patient after every epoch, to be looked at.")
        )
        self.pin.toggled.connect(self._on_pin_toggled)
        self.region = combo_box("curves_region")
        self.region.setMinimumContentsLength(7)
        self.region.setToolTip(tr("The region of the heat map, and of runs side by side."))
        self.region.currentTextChanged.connect(self.region_chosen)
        self.strips = tuple(self._make_strip(number) for number in range(MOST_PINS + 1))
        self.map = HeatMap("curves_heat_map")
        self.map.picked.connect(self.picked)
        self.map.compared.connect(self.compared)
        self.map.pointed.connect(self._on_map_pointed)
        self.words = muted("curves_patient_words")
        head = QHBoxLayout()
        title = heading(tr("Patient"))
        title.setWordWrap(False)
        head.addWidget(title)
        head.addWidget(self.case, 3)
        head.addWidget(self.pin)
        head.addWidget(self.region, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        for strip in self.strips:
            layout.addWidget(strip)
        layout.addWidget(self.map, 1)
        layout.addWidget(self.words)

    def _make_strip(self, number: int) -> DiceStrip:
        strip = DiceStrip()
        strip.setObjectName(f"curves_strip_{number}")
        strip.setProperty("number", number)
        strip.set_current(-1)
        strip.hide()
        strip.slice_clicked.connect(self._on_strip_clicked)
        return strip

    # --- content -----------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """The patient chosen, by name; empty without one."""
        return self.case.currentText()

    @property
    def current_region(self) -> str:
        """The region chosen, by name."""
        return self.region.currentText()

    @property
    def epochs(self) -> tuple[int, ...]:
        """Those drawn in the strips; none for the newest."""
        return self._epochs

    @property
    def history(self) -> GrowingHistory | None:
        """Of the patient chosen."""
        return self._run.patients.get(self.current) if self._run else None

    def show_run(self, run: RunOnShow) -> None:
        """Offer its patients, the pinned first, and its regions; keep what was chosen."""
        self._run = run
        others = (case for case in run.cases if case not in run.pins)
        _fill(self.case, (*run.pins, *others))
        names = tuple(run.columns.keys("dice")) or tuple(r.name for r in run.regions)
        _fill(self.region, names, last=True)
        self.redraw()

    def show_epochs(self, epochs: Sequence[int]) -> None:
        """Draw the strips of one epoch, or of two, the first as the ghost; the newest if none."""
        self._epochs = tuple(epochs)
        self.map.set_shown(self._epochs)
        self.redraw()

    def mark_slice(self, slice_z: int) -> None:
        """Mark the slice on screen; -1 if it is of nobody here."""
        for strip, case in zip(self.strips, self._cases(), strict=False):
            strip.set_current(slice_z if case == self.current else -1)
        self.map.set_slice(slice_z)

    @Slot()
    def redraw(self) -> None:
        """Draw strips and heat map from what is known now."""
        run = self._run
        if run is None:
            return
        with QSignalBlocker(self.pin):
            self.pin.setChecked(self.current in run.pins)
        can_pin = run.is_live and (self.current in run.pins or len(run.pins) < MOST_PINS)
        self.pin.setEnabled(can_pin)
        self.pin.setVisible(bool(run.cases))
        cases = self._cases()
        for number, strip in enumerate(self.strips):
            case = cases[number] if number < len(cases) else ""
            history = run.patients.get(case)
            strip.setVisible(history is not None and len(history) > 0)
            if history is not None and len(history):
                self._draw_strip(strip, history, run)
        self.map.show_history(self.history, self.current_region)
        self.map.setVisible(self.history is not None)

    def _cases(self) -> tuple[str, ...]:
        """Patients that have a strip: the pinned ones and the one chosen."""
        if self._run is None:
            return ()
        return tuple(dict.fromkeys(case for case in (*self._run.pins, self.current) if case))

    def _draw_strip(self, strip: DiceStrip, history: GrowingHistory, run: RunOnShow) -> None:
        last = len(history) - 1
        place = last if not self._epochs else history.place_of(self._epochs[-1])
        ghost = place - 1 if place else None
        if len(self._epochs) == 2:
            ghost = history.place_of(self._epochs[0])
        place = last if place is None else place
        drawn = (run.key, history.case_id, place, int(history.epochs[place]), ghost)
        if drawn == self._drawn.get(strip):
            return
        self._drawn[strip] = drawn
        known = {region.name: region for region in run.regions}
        regions = [known.get(n, Region(n, (0,), "#9aa4ae")) for n in history.regions]
        strip.set_scores(
            regions,
            history.dice[place].astype(np.float64),
            tr("{case}, epoch {epoch}", case=history.case_id, epoch=int(history.epochs[place])),
            history.case_dice[place].tolist(),
        )
        strip.set_ghost(None if ghost is None else history.dice[ghost].astype(np.float64))

    # --- asked for ---------------------------------------------------------------------------

    @Slot(str)
    def _on_case_chosen(self, case: str) -> None:
        self.redraw()
        if case:
            self.case_chosen.emit(case)

    @Slot(bool)
    def _on_pin_toggled(self, is_on: bool) -> None:
        if self._run is None or not self.current:
            return
        pins = [case for case in self._run.pins if case != self.current]
        self.pins_chosen.emit((*pins, self.current) if is_on else tuple(pins))

    @Slot(int)
    def _on_strip_clicked(self, slice_z: int) -> None:
        number = self.strips.index(self.sender())
        cases = self._cases()
        if number < len(cases) and cases[number] != self.current:
            self.case.setCurrentText(cases[number])
        self.slice_picked.emit(slice_z)

    @Slot(int, int)
    def _on_map_pointed(self, epoch: int, slice_z: int) -> None:
        self.pointed.emit(epoch)


def _fill(box: QComboBox, names: Sequence[str], *, last: bool = False) -> None:
    """Offer these; what was chosen stays, else the first or the last is."""
    if [box.itemText(n) for n in range(box.count())] == list(names):
        return
    before = box.currentText()
    with QSignalBlocker(box):
        box.clear()
        box.addItems(list(names))
        fallback = len(names) - 1 if last else 0
        box.setCurrentIndex(names.index(before) if before in names else fallback)
