"""The Segments dock: the masks over the scan and their labels; shown, drawn, named, saved."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QHBoxLayout,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.commands import AddMask, RemoveMask, layer_of
from app.counting import Counted, count_labels, middle_of
from app.document import Layer
from app.jobs import JobGroup
from app.panel_parts import button, heading, muted
from app.saving import MaskSaver
from app.segments import edits
from app.segments.controls import LookControls
from app.segments.edits import Spot
from app.segments.menu import SegmentsMenu
from app.segments.model import SegmentsModel
from app.segments.tree import SegmentsTree
from app.segments.value_dialog import ValueDialog
from app.segments.value_plan import ValuePlan
from app.session import Session
from app.settings import Settings
from app.translation import tr
from unet_core.relabel import relabelled
from unet_core.volume import LabelMap

NO_SCAN = tr("Open a scan first. Its masks are listed here, each with its labels.")
NO_MASK = tr(
    "Open a mask that was drawn on this scan, or let a model predict one. Each of its labels is "
    "then listed here with its name, colour, volume and how it is drawn."
)


class SegmentsPanel(QWidget):
    """The session's layers as a table, and the look of the chosen one.

    Signals:
        open_asked: The reader wants to open a mask.
        predict_asked: The reader wants a model to make one.
    """

    open_asked = Signal()
    predict_asked = Signal()

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._saver = MaskSaver(session, settings, self)
        self._jobs = JobGroup(self)
        self._counting: list[LabelMap] = []
        self._relabelling: LabelMap | None = None
        self._awaited: Spot | None = None
        self._coloured: Spot | None = None
        self._model = SegmentsModel(session, self)
        self._tree = SegmentsTree(session, settings, self._model)
        self._controls = LookControls(session)
        self._tree.chosen.connect(self._refresh_controls)
        self._tree.centre_asked.connect(self._on_centre_asked)
        self._tree.remove_asked.connect(self._on_remove)
        self._tree.menu_asked.connect(self._on_menu_asked)
        self._lay_out()
        session.layers_changed.connect(self._on_layers_changed)
        session.volume_changed.connect(self._refresh_empty)
        self._on_layers_changed()

    @property
    def selected(self) -> Layer | None:
        """The layer chosen in the table."""
        spot = self._tree.spot
        return spot.layer if spot is not None else None

    @Slot()
    def save_mask(self) -> None:
        """Ask where to save the chosen mask, or the topmost one."""
        layers = self._session.layers
        layer = self.selected or (layers[-1] if layers else None)
        if layer is not None:
            self._saver.ask(layer.label_map)

    def shutdown(self) -> None:
        """Wait until masks are written and voxels counted."""
        self._saver.shutdown()
        self._jobs.end()

    # --- what it is made of ------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._more = QToolButton()
        self._more.setObjectName("segments_more")
        self._more.setIcon(theme.icon("more"))
        self._more.setToolTip(tr("All that can be done to the chosen row"))
        self._more.setAccessibleName(tr("More for the chosen row"))
        self._more.clicked.connect(self._on_more)
        remove = button(
            "segments_remove", tr("Remove"), tr("Take the chosen mask off the scan (Del)")
        )
        remove.clicked.connect(self._on_remove)
        save = button(
            "segments_save", tr("Save as…"), tr("Save the chosen mask to a file (Ctrl+S)")
        )
        save.clicked.connect(self.save_mask)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self._more)
        buttons.addWidget(remove, 1)
        buttons.addWidget(save, 1)
        full = QWidget()
        rows = QVBoxLayout(full)
        rows.setContentsMargins(10, 8, 10, 10)
        rows.setSpacing(8)
        rows.addWidget(self._tree, 1)
        rows.addWidget(self._controls)
        rows.addLayout(buttons)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._make_empty())
        self._stack.addWidget(full)

    def _make_empty(self) -> QWidget:
        page = QWidget()
        page.setObjectName("segments_empty")
        self._empty_title = heading("")
        self._empty = muted("segments_hint")
        self._open = button(
            "segments_open", tr("Open mask…"), tr("Lay a mask over the open scan (Ctrl+M)")
        )
        self._open.clicked.connect(self.open_asked)
        self._predict = button(
            "segments_predict", tr("Predict…"), tr("Let a model segment the scan (Ctrl+P)")
        )
        self._predict.clicked.connect(self.predict_asked)
        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addWidget(self._predict)
        buttons.addStretch(1)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self._empty_title)
        layout.addWidget(self._empty)
        layout.addLayout(buttons)
        layout.addStretch(1)
        return page

    # --- the session changed -----------------------------------------------------------------

    @Slot()
    def _on_layers_changed(self) -> None:
        self._stack.setCurrentIndex(1 if self._session.layers else 0)
        self._refresh_empty()
        self._refresh_controls()
        here = self._session.label_maps
        self._counting = [m for m in self._counting if any(m.voxels is h.voxels for h in here)]
        for label_map in here:
            known = any(m.voxels is label_map.voxels for m in self._counting)
            if not known and self._model.counted(label_map) is None:
                self._counting.append(label_map)
                self._jobs.run(partial(count_labels, (label_map,)), self._on_counted)

    @Slot()
    def _refresh_empty(self) -> None:
        has_scan = self._session.volume is not None
        self._empty_title.setText(
            tr("No mask over the scan") if has_scan else tr("No scan is open")
        )
        self._empty.setText(NO_MASK if has_scan else NO_SCAN)
        self._open.setVisible(has_scan)
        self._predict.setVisible(has_scan)

    @Slot()
    def _refresh_controls(self) -> None:
        self._controls.show_spot(self._tree.spot)

    @Slot(object)
    def _on_counted(self, counted: object) -> None:
        if not isinstance(counted, Counted):
            return
        if layer_of(self._session, counted.label_map) is not None:
            self._model.add_counts(counted)
        awaited = self._awaited
        if awaited is not None and counted.is_of(awaited.label_map):
            self._awaited = None
            self._on_centre_asked(awaited)

    # --- what the table asks for -------------------------------------------------------------

    @Slot(object)
    def _on_centre_asked(self, spot: Spot) -> None:
        """Show a label where it is largest, or the first of a mask that has voxels."""
        counted = self._model.counted(spot.label_map)
        if counted is None:
            self._awaited = spot
            return
        value = spot.value
        if value is None:
            value = min(counted.fullest, default=0)
        if value not in counted.fullest:
            self._session.notified.emit(tr("No voxel of the mask holds {spot}.", spot=spot.name))
            return
        place = middle_of(spot.label_map, value, counted.fullest[value])
        if place is not None:
            self._session.set_cursor(place)

    @Slot()
    def _on_more(self) -> None:
        spot = self._tree.spot
        if spot is not None:
            self._on_menu_asked(spot, self._more.mapToGlobal(QPoint(0, self._more.height())))

    @Slot(object, QPoint)
    def _on_menu_asked(self, spot: Spot, place: QPoint) -> None:
        menu = SegmentsMenu(self._session, spot, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.asked.connect(self._on_asked)
        menu.popup(place)

    @Slot(str)
    def _on_asked(self, key: str) -> None:
        spot = self._tree.spot
        if spot is None:
            return
        match key:
            case "rename":
                self._tree.rename()
            case "recolour":
                self._ask_colour(spot)
            case "centre":
                self._on_centre_asked(spot)
            case "raise":
                self._tree.shift(-1)
            case "lower":
                self._tree.shift(1)
            case "values":
                self._on_values()
            case "save":
                self.save_mask()
            case "remove":
                self._on_remove()

    @Slot()
    def _on_remove(self) -> None:
        if layer := self.selected:
            self._session.undo_stack.push(RemoveMask(self._session, layer))

    # --- colours -----------------------------------------------------------------------------

    def _ask_colour(self, spot: Spot) -> None:
        if spot.value is None:
            return
        dialog = QColorDialog(QColor(spot.label_map.labels[spot.value].colour), self)
        dialog.setObjectName("segments_colour_dialog")
        dialog.setWindowTitle(tr("Colour of {spot}", spot=spot.name))
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._coloured = spot
        dialog.colorSelected.connect(self._on_colour_selected)
        dialog.open()

    @Slot(QColor)
    def _on_colour_selected(self, colour: QColor) -> None:
        spot = self._coloured
        layer = layer_of(self._session, spot.label_map) if spot is not None else None
        if spot is not None and layer is not None and spot.value in layer.label_map.labels:
            edits.recolour(self._session, Spot(layer, spot.value), colour.name())

    # --- label values ------------------------------------------------------------------------

    @Slot()
    def _on_values(self) -> None:
        layer = self.selected
        if layer is None or self._relabelling is not None:
            return
        counted = self._model.counted(layer.label_map)
        if counted is None:
            self._session.notified.emit(tr("The voxels of this mask are being counted; try again."))
            return
        label_map = layer.label_map
        dialog = ValueDialog(ValuePlan.of(label_map, counted.voxels), label_map.name, self)
        dialog.made.connect(partial(self._relabel, label_map))
        dialog.open()

    def _relabel(self, label_map: LabelMap, plan: ValuePlan, name: str) -> None:
        self._relabelling = label_map
        work = partial(relabelled, label_map, plan.changes, plan.new_labels, name)
        self._jobs.run(work, self._on_relabelled, self._on_failed)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._relabelling = None
        self._session.failed.emit(sentence)

    @Slot(object)
    def _on_relabelled(self, made: object) -> None:
        source = self._relabelling
        if not isinstance(made, LabelMap) or source is None:
            return
        self._relabelling = None
        layer = layer_of(self._session, source)
        if layer is not None:  # else another scan was opened meanwhile
            new = Layer(made, is_unsaved=True, opacity=layer.opacity)
            command = AddMask(
                self._session, new, source, tr("change values of {source}", source=source.name)
            )
            self._session.undo_stack.push(command)
            if made.labels:
                self._session.set_current_label(made, min(made.labels))
