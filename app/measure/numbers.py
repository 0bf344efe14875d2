"""Numbers of one mask: its labels, its lesions, and how much of the liver is tumour."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import work
from app.core_sentences import core_tr
from app.document import Measurement
from app.jobs import Job, JobGroup
from app.measure.table_view import TableView
from app.measure.tables import LabelTable, LesionTable, lesion_words, millilitres
from app.measuring_commands import AddMeasurements, next_number
from app.panel_parts import button, combo_box, form_rows, heading, muted
from app.session import Session
from app.translation import tr
from app.viewer.measurement_painter import LesionMark
from unet_core.isolation import isolated
from unet_core.measurements import BURDEN_RULE, EDGE_RULE, Lesion, MaskMeasured
from unet_core.organ_values import organ_of
from unet_core.volume import LabelMap, Point, Volume

DELAY_MS = 250
"""A mask that changes again and again is measured when it rests."""
NO_MASK = tr(
    "No mask lies over the scan. Open one, or let a model predict it, and its labels and lesions "
    "are measured here."
)
_Pair = tuple[Volume, LabelMap]
ROLES = {"reference": tr("Reference"), "prediction": tr("Prediction"), "own": tr("Own")}


class MaskNumbers(QWidget):
    """Measures the chosen mask in a child process, once somebody looks.

    Signals:
        lesion_shown: The LesionMark of the lesion that was gone to, or None.
        failed: A sentence.
    """

    lesion_shown = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._asked: _Pair | None = None
        self._known: tuple[_Pair, MaskMeasured] | None = None
        self._row = -1
        self._is_wanted = False
        self._steps = 0
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self._measure)
        self._make_widgets()
        session.layers_changed.connect(self._on_layers_changed)
        session.volume_changed.connect(self._on_layers_changed)
        self._on_layers_changed()

    # --- what it is made of ------------------------------------------------------------------

    def _make_widgets(self) -> None:
        self._masks = combo_box("measure_mask")
        self._masks.setAccessibleName(tr("Mask that is measured"))
        self._masks.currentIndexChanged.connect(self._on_mask_chosen)
        self._status = muted("measure_status")
        self._burden = heading("")
        self._burden.setObjectName("measure_burden")
        self._burden.setToolTip(core_tr(BURDEN_RULE))
        self.labels, self.lesions = LabelTable(self), LesionTable(self)
        self._label_view = TableView("measure_labels", tr("Numbers of each label"), self.labels)
        self._label_view.setToolTip(tr("Click a label to see its longest diameter"))
        self._label_view.clicked.connect(self._on_label_clicked)
        self._lesion_words = heading("")
        self._lesion_words.setObjectName("measure_lesion_count")
        self._lesion_view = TableView("measure_lesions", tr("Every lesion"), self.lesions)
        self._lesion_view.setToolTip(tr("Click a lesion to see it; Tab in a view walks them all"))
        self._lesion_view.clicked.connect(self._on_lesion_clicked)
        self._lesion_view.activated.connect(self._on_lesion_clicked)
        self._rule = muted(
            "measure_rule", tr("Edge: 0 touches the edge of the liver, below 0 lies outside.")
        )
        self._rule.setToolTip(core_tr(EDGE_RULE))
        self._draw = button(
            "measure_draw", tr("Draw diameters"), tr("Draw the lesion's two diameters on its slice")
        )
        self._draw.clicked.connect(self._on_draw)
        rows = form_rows()
        rows.addRow(tr("Mask"), self._masks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading(tr("Labels and lesions")))
        layout.addLayout(rows)
        for widget in (
            self._status,
            self._burden,
            self._lesion_words,
            self._lesion_view,
            self._draw,
            self._rule,
            self._label_view,
        ):
            layout.addWidget(widget)

    # --- what is measured ----------------------------------------------------------------------

    @property
    def label_map(self) -> LabelMap | None:
        """The mask chosen; None without one."""
        data = self._masks.currentData()
        return data if isinstance(data, LabelMap) else None

    @property
    def measured(self) -> MaskMeasured | None:
        """Its numbers; None until they are there."""
        pair = self._pair()
        if self._known is None or pair is None:
            return None
        known, numbers = self._known
        return numbers if _same(known, pair) else None

    @property
    def has_lesions(self) -> bool:
        """Whether a label of the mask speaks of tumours, so that there is something to walk."""
        label_map = self.label_map
        organs = [organ_of(one.name) for one in label_map.labels.values()] if label_map else []
        return any(organ is not None and organ.name == "tumour" for organ in organs)

    @property
    def units(self) -> tuple[str, str]:
        """Unit of lengths within a slice, and of grey values."""
        volume = self._session.volume
        has_scale = volume is not None and volume.geometry.has_scale
        in_hu = volume is not None and volume.intensity == "HU"
        return ("mm" if has_scale else "px", "HU" if in_hu else "grey")

    def want(self) -> None:
        """Somebody looks: measure now, and whenever the mask changes."""
        self._is_wanted = True
        self._plan()

    def rest(self) -> None:
        """Nobody looks any more: measure nothing unasked."""
        self._is_wanted = False
        self._timer.stop()

    def shutdown(self) -> None:
        """Stop and wait; for closing the window."""
        self._timer.stop()
        self._jobs.end()

    def _pair(self) -> _Pair | None:
        volume, label_map = self._session.volume, self.label_map
        return None if volume is None or label_map is None else (volume, label_map)

    def _is_asked(self, pair: _Pair) -> bool:
        return self._asked is not None and _same(self._asked, pair)

    @Slot()
    def _on_layers_changed(self) -> None:
        maps, chosen = self._session.label_maps, self.label_map
        shown = tuple(self._masks.itemData(i) for i in range(self._masks.count()))
        if maps and _same(shown, maps):
            return
        arrived = [one for one in maps if all(one is not known for known in shown)]
        if arrived or all(one is not chosen for one in maps):
            chosen = next(iter(reversed(arrived or maps)), None)
        with QSignalBlocker(self._masks):
            self._masks.clear()
            for one in maps:
                self._masks.addItem(_title(one), one)
            self._masks.setCurrentIndex(next((i for i, m in enumerate(maps) if m is chosen), -1))
        self._on_mask_chosen()

    @Slot()
    def _on_mask_chosen(self) -> None:
        self._masks.setToolTip(self._masks.currentText())
        self._steps = 0
        self._set_row(-1)
        self._show()
        self._plan()

    def _plan(self) -> None:
        pair = self._pair()
        if pair is None or self.measured is not None:
            self._timer.stop()
        elif self._is_wanted and not self._is_asked(pair):
            self._timer.start()

    @Slot()
    def _measure(self) -> None:
        pair = self._pair()
        if pair is not None and not self._is_asked(pair):
            self.begin(partial(isolated, work.measure_mask, *pair, keep=True), pair)

    def begin(self, start: Callable[[], Iterator[object]], pair: _Pair) -> None:
        """Show the numbers that ``start`` yields for a scan and its mask."""
        if self._job is not None:
            self._job.stop()
        self._asked = pair
        self._job = self._jobs.run(start, self._on_event, self._on_failed, self._on_finished)
        self._show()

    @Slot(object)
    def _on_event(self, event: object) -> None:
        asked, pair = self._asked, self._pair()
        if not isinstance(event, MaskMeasured) or asked is None or pair is None:
            return
        if self.sender() is self._job and self._is_asked(pair):  # else it is too late
            self._known = (asked, event)
            self._show()
            steps, self._steps = self._steps, 0
            if steps:
                self.walk(steps)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        if self.sender() is self._job:
            self.failed.emit(sentence)

    @Slot()
    def _on_finished(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._asked = None
            if self.measured is None:
                self._show()

    # --- what is shown -------------------------------------------------------------------------

    def _show(self) -> None:
        measured, (length, grey) = self.measured, self.units
        has_mask = self.label_map is not None
        labels = measured.labels if measured else ()
        lesions = measured.lesions if measured else ()
        self.labels.set_labels(labels, length=length, grey=grey)
        self.lesions.set_lesions(lesions, length=length, grey=grey)
        status = ""
        if not has_mask:
            status = NO_MASK
        elif measured is None:
            status = tr("Measuring…") if self._asked is not None else ""
        self._status.setText(status)
        self._burden.setText(burden_text(measured) if measured else "")
        self._lesion_words.setText(lesion_text(measured) if measured else "")
        self._masks.setEnabled(has_mask)
        for widget, is_shown in (
            (self._status, bool(status)),
            (self._burden, measured is not None and measured.burden is not None),
            (self._label_view, bool(labels)),
            (self._lesion_words, measured is not None),
            (self._lesion_view, bool(lesions)),
            (self._draw, bool(lesions)),
            (self._rule, any(one.edge_mm is not None for one in lesions)),
        ):
            widget.setVisible(is_shown)
        self._draw.setEnabled(False)

    def words(self) -> str:
        """How many lesions, and the tumour burden, as sentences."""
        return "\n".join(text for text in (self._lesion_words.text(), self._burden.text()) if text)

    @Slot(QModelIndex)
    def _on_label_clicked(self, index: QModelIndex) -> None:
        label = self.labels.at(index.column())
        if label is not None and label.diameter is not None:
            (a, b), (c, d) = label.diameter.ends
            place = (label.diameter.slice_index, round((a + c) / 2), round((b + d) / 2))
            self._session.set_cursor(place)

    # --- walking the lesions -------------------------------------------------------------------

    def walk(self, step: int) -> None:
        """Go to the next lesion (1) or the one before (-1), round and round; measure first."""
        lesions = self.lesions.lesions
        if self.measured is None:
            if self._pair() is not None:
                self._steps = step
                self._session.notified.emit(
                    tr("The lesions are being measured first; the views go there after that.")
                )
                self._measure()
        elif lesions:
            first = 0 if step > 0 else len(lesions) - 1
            self._go_to(first if self._row < 0 else (self._row + step) % len(lesions))
        else:
            self._session.notified.emit(tr("No lesion in this mask."))

    @Slot(QModelIndex)
    def _on_lesion_clicked(self, index: QModelIndex) -> None:
        self._go_to(index.row())

    def _go_to(self, row: int) -> None:
        self._lesion_view.selectRow(row)
        self._session.set_cursor(self.lesions.lesions[row].index_zyx)
        self._set_row(row)

    def _set_row(self, row: int) -> None:
        self._row = row
        self._draw.setEnabled(row >= 0)
        self.lesion_shown.emit(self._mark() if row >= 0 else None)

    def _mark(self) -> LesionMark | None:
        volume, measured = self._session.volume, self.measured
        if volume is None or measured is None or not 0 <= self._row < len(measured.lesions):
            return None
        lesion = measured.lesions[self._row]
        words = lesion_words(lesion, measured.lesion_count, self.units[0])
        return LesionMark(diameter_lines(volume, lesion), words)

    def _lesion_number(self) -> int:
        return 0 if self.measured is None else self.measured.lesions[self._row].number

    @Slot()
    def _on_draw(self) -> None:
        """The diameters of the lesion as measurements that stay."""
        mark = self._mark()
        if mark is not None:
            number = next_number(self._session)
            name = tr("Lesion {number}", number=self._lesion_number())
            added = [
                Measurement("distance", line, "axial", number + place, f"{name}, {which}")
                for place, (line, which) in enumerate(
                    zip(mark.lines_xyz_mm, (tr("longest"), tr("across")), strict=True)
                )
            ]
            self._session.undo_stack.push(AddMeasurements(self._session, *added))
            self.lesion_shown.emit(None)  # they say the same


def _title(label_map: LabelMap) -> str:
    """Role and name, the role said once."""
    if label_map.role in label_map.name.lower():
        return label_map.name
    return f"{ROLES[label_map.role]}: {label_map.name}"


def _same(some: Sequence[object], others: Sequence[object]) -> bool:
    """Whether both hold the very same objects."""
    return len(some) == len(others) and all(a is b for a, b in zip(some, others, strict=True))


def diameter_lines(volume: Volume, lesion: Lesion) -> tuple[tuple[Point, Point], ...]:
    """Both ends of the longest diameter and of the one across it, in LPS mm."""
    geometry, diameter = volume.geometry.canonical, lesion.diameter
    z = diameter.slice_index
    return tuple(
        (geometry.point((z, *first)), geometry.point((z, *second)))
        for first, second in (diameter.ends, diameter.short_ends)
    )


def burden_text(measured: MaskMeasured) -> str:
    """``Tumour burden 4.2 % (62.1 of 1,480 ml)``; without a scale the share alone."""
    if measured.burden is None:
        return ""
    if not measured.burden:
        return tr("Tumour burden 0 %")
    digits = 2 if measured.burden < 0.1 else 1
    percent = f"{100 * measured.burden:.{digits}f}"
    joined = [one for one in measured.labels if len(one.region.values) > 1]
    inner = joined[0].region.values[1:] if joined else ()
    tumour = [one.volume_ml or 0.0 for one in measured.labels if one.region.values == inner]
    if not joined or joined[0].volume_ml is None or not tumour:
        return tr("Tumour burden {percent} %", percent=percent)
    parts = millilitres(tumour[0]), millilitres(joined[0].volume_ml)
    return tr(
        "Tumour burden {percent} % ({tumour} of {organ} ml)",
        percent=percent,
        tumour=parts[0],
        organ=parts[1],
    )


def lesion_text(measured: MaskMeasured) -> str:
    """How many lesions there are, or why there are none."""
    shown, count = len(measured.lesions), measured.lesion_count
    if not measured.lesion_name:
        return tr("No label of this mask is called tumour or lesion.")
    if not count:
        return tr("No lesion in this mask.")
    if shown < count:
        return tr(
            "Lesions: {count:,}, of which the {shown:,} largest are measured",
            count=count,
            shown=shown,
        )
    return tr("Lesions: {count:,}", count=count)
