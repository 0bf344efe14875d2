"""The Segments dock: the masks over the scan and their labels; shown, hidden, drawn, saved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSlider,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.commands import RemoveMask
from app.counting import Counted, count_labels
from app.jobs import JobGroup
from app.saving import MaskSaver
from app.document import USUAL_LOOK, Layer
from app.session import Session
from app.settings import Settings
from unet_core.volume import LabelMap


@dataclass(frozen=True)
class Row:
    """What the tree shows of one mask."""

    label_map: LabelMap
    item: QTreeWidgetItem
    labels: Mapping[int, QTreeWidgetItem]


class SegmentsPanel(QWidget):
    """The session's layers as a tree, and the look of the chosen one."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._saver = MaskSaver(session, settings, self)
        self._rows: list[Row] = []
        self._counts: list[Counted] = []
        self._jobs = JobGroup(self)
        self._make_tree()
        self._make_controls()
        self._lay_out()
        session.layers_changed.connect(self._on_layers_changed)
        self._on_layers_changed()

    @property
    def selected(self) -> Layer | None:
        """The layer chosen in the tree."""
        return self._layer_of(self._tree.currentItem())

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

    def _make_tree(self) -> None:
        self._tree = QTreeWidget()
        self._tree.setObjectName("segments_table")
        self._tree.setAccessibleName("Masks and their labels")
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setIndentation(18)
        self._tree.setRootIsDecorated(True)
        self._tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.itemChanged.connect(self._on_item_changed)
        self._tree.currentItemChanged.connect(self._on_current_changed)

    def _make_controls(self) -> None:
        self._empty = QLabel("No mask lies over the scan. Open one, or let a model predict it.")
        self._empty.setObjectName("segments_empty")
        self._empty.setWordWrap(True)
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._opacity.setObjectName("segments_opacity")
        self._opacity.setAccessibleName("Opacity of the chosen mask")
        self._opacity.setRange(0, 100)
        self._opacity.valueChanged.connect(self._on_opacity_changed)
        self._percent = QLabel()
        self._percent.setMinimumWidth(self._percent.fontMetrics().horizontalAdvance("100 %"))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._outline = QCheckBox("Outline")
        self._outline.setObjectName("segments_outline")
        self._outline.setToolTip("Draw the edge of the chosen mask only")
        self._outline.toggled.connect(self._on_outline_toggled)
        self._save = QPushButton("Save as…")
        self._save.setObjectName("segments_save")
        self._save.setToolTip("Save the chosen mask as NIfTI, NRRD or MHA")
        self._save.clicked.connect(self.save_mask)
        self._remove = QPushButton("Remove")
        self._remove.setObjectName("segments_remove")
        self._remove.setToolTip("Take the chosen mask off the scan; its file is not touched")
        self._remove.clicked.connect(self._on_remove)

    def _lay_out(self) -> None:
        self._controls = QWidget()
        grid = QGridLayout(self._controls)
        grid.setContentsMargins(0, 0, 0, 0)
        caption = QLabel("Opacity")
        caption.setBuddy(self._opacity)
        grid.addWidget(caption, 0, 0)
        grid.addWidget(self._opacity, 0, 1)
        grid.addWidget(self._percent, 0, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self._outline)
        buttons.addStretch(1)
        buttons.addWidget(self._remove)
        buttons.addWidget(self._save)
        grid.addLayout(buttons, 1, 0, 1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._tree, 1)
        layout.addWidget(self._controls)

    # --- session to widgets ------------------------------------------------------------------

    @Slot()
    def _on_layers_changed(self) -> None:
        label_maps = self._session.label_maps
        is_same = len(label_maps) == len(self._rows) and all(
            label_map is row.label_map
            for label_map, row in zip(label_maps, self._rows, strict=True)
        )
        with QSignalBlocker(self._tree):
            if not is_same:
                self._rebuild(label_maps)
            for row, layer in zip(self._rows, self._session.layers, strict=True):
                row.item.setCheckState(0, _checked(layer.visible))
                for value, item in row.labels.items():
                    item.setCheckState(0, _checked(value not in layer.hidden_values))
        self._empty.setVisible(not label_maps)
        self._tree.setVisible(bool(label_maps))
        self._controls.setVisible(bool(label_maps))
        self._refresh_controls()

    def _rebuild(self, label_maps: tuple[LabelMap, ...]) -> None:
        chosen = self._index_of(self._tree.currentItem())
        if len(label_maps) > len(self._rows) or chosen is None:
            chosen = len(label_maps) - 1
        self._tree.clear()
        self._rows = [self._make_row(label_map) for label_map in label_maps]
        self._counts = [c for c in self._counts if any(c.label_map is m for m in label_maps)]
        if label_maps:
            self._tree.setCurrentItem(self._rows[min(chosen, len(label_maps) - 1)].item)
        for label_map in label_maps:
            self._count(label_map)
        self._show_counts()

    def _make_row(self, label_map: LabelMap) -> Row:
        top = QTreeWidgetItem([_title(label_map)])
        top.setToolTip(0, f"{label_map.name} ({label_map.role})")
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        self._tree.addTopLevelItem(top)
        top.setFirstColumnSpanned(True)
        labels = {}
        for value, label in sorted(label_map.labels.items()):
            item = QTreeWidgetItem([label.name, ""])
            item.setIcon(0, theme.swatch(label.colour))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
            top.addChild(item)
            labels[value] = item
        top.setExpanded(True)
        return Row(label_map, top, labels)

    def _index_of(self, item: QTreeWidgetItem | None) -> int | None:
        for index, row in enumerate(self._rows):
            if item is row.item or any(item is label for label in row.labels.values()):
                return index
        return None

    def _layer_of(self, item: QTreeWidgetItem | None) -> Layer | None:
        index, layers = self._index_of(item), self._session.layers
        return layers[index] if index is not None and index < len(layers) else None

    def _refresh_controls(self) -> None:
        layer = self.selected
        if layer is None:
            return
        with QSignalBlocker(self._opacity), QSignalBlocker(self._outline):
            self._opacity.setValue(round(layer.opacity * 100))
            self._outline.setChecked(layer.outline)
        self._percent.setText(f"{self._opacity.value()} %")

    # --- widgets to session ------------------------------------------------------------------

    @Slot(QTreeWidgetItem, int)
    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        layer, index = self._layer_of(item), self._index_of(item)
        if column != 0 or layer is None or index is None:
            return
        is_on = item.checkState(0) == Qt.CheckState.Checked
        for value, label in self._rows[index].labels.items():
            if label is item:
                own = layer.looks.get(value, USUAL_LOOK)
                self._session.set_look(layer.label_map, value, replace(own, visible=is_on))
                return
        self._session.restyle(layer.label_map, visible=is_on)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current_changed(self, *_items: QTreeWidgetItem) -> None:
        self._refresh_controls()

    @Slot(int)
    def _on_opacity_changed(self, percent: int) -> None:
        if layer := self.selected:
            self._session.restyle(layer.label_map, opacity=percent / 100)

    @Slot(bool)
    def _on_outline_toggled(self, is_on: bool) -> None:
        if layer := self.selected:
            self._session.restyle(layer.label_map, outline=is_on)

    @Slot()
    def _on_remove(self) -> None:
        if layer := self.selected:
            self._session.undo_stack.push(RemoveMask(self._session, layer))

    # --- volumes -----------------------------------------------------------------------------

    def _count(self, label_map: LabelMap) -> None:
        if any(counted.label_map is label_map for counted in self._counts):
            return
        self._jobs.run(partial(count_labels, (label_map,)), self._on_counted)

    @Slot(object)
    def _on_counted(self, counted: object) -> None:
        if isinstance(counted, Counted):
            self._counts.append(counted)
            self._show_counts()

    def _show_counts(self) -> None:
        with QSignalBlocker(self._tree):
            for row in self._rows:
                for counted in self._counts:
                    if counted.label_map is row.label_map:
                        self._show_count(row, counted)

    def _show_count(self, row: Row, counted: Counted) -> None:
        voxel_ml = row.label_map.geometry.voxel_ml
        for value, item in row.labels.items():
            item.setText(1, volume_text(counted.voxels.get(value, 0), voxel_ml))


def volume_text(voxels: int, voxel_ml: float | None) -> str:
    """A label's size: ml with a scale, voxels without one.

    >>> volume_text(2000, 0.001), volume_text(2000, None), volume_text(0, 0.001)
    ('2.0 ml', '2,000 voxels', 'empty')
    """
    if not voxels:
        return "empty"
    if voxel_ml is None:
        return f"{voxels:,} voxels"
    ml = voxels * voxel_ml
    return f"{ml:,.0f} ml" if ml >= 100 else f"{ml:.1f} ml" if ml >= 1 else f"{ml:.2f} ml"


def _title(label_map: LabelMap) -> str:
    """Name and role, the role said once."""
    if label_map.role in label_map.name.lower():
        return label_map.name
    return f"{label_map.role.capitalize()}: {label_map.name}"


def _checked(is_on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
