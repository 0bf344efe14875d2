"""The one holder of document state: what is open, where the cursor is, how it is shown.

Everything positional here is in the canonical frame (see ``unet_core.volume.Orientation``): slice
z counts from the feet, y towards the back, x towards the patient's left.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.document import (
    LabelLook,
    Layer,
    SliceScores,
)
from app.layering import (
    Current,
    Pair,
    check_grid,
    exchanged_label,
    exchanged_pair,
    exchanged_scores,
    first_label,
    laid_over,
    same_label,
    same_pair,
)
from app.reading_state import ReadingState, usual_window
from app.translation import tr
from unet_core.errors import InputError
from unet_core.volume import Index, LabelMap, Volume


class Session(ReadingState):
    """State of the document, with a signal for each property; setters are silent without change."""

    volume_changed = Signal()
    second_changed = Signal()
    """Another scan beside the open one, or none."""
    layers_changed = Signal()
    current_label_changed = Signal()
    """Another label is chosen, or the chosen one is in another mask now."""
    cursor_changed = Signal()
    slice_scores_changed = Signal()
    case_requested = Signal(object, object)
    """(image paths, mask paths): please open this case."""
    notified = Signal(str)
    """A sentence for the user that asks for no answer."""
    failed = Signal(str)
    """A sentence about something that could not be done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._volume: Volume | None = None
        self._second: Volume | None = None
        self._layers: tuple[Layer, ...] = ()
        self._current: Current | None = None
        self._compared: tuple[LabelMap, LabelMap] | None = None
        self._cursor: Index = (0, 0, 0)
        self._slice_scores: SliceScores | None = None
        self.undo_stack = QUndoStack(self)

    # --- scan ------------------------------------------------------------------------------

    @property
    def volume(self) -> Volume | None:
        """The open scan."""
        return self._volume

    def set_volume(self, volume: Volume | None) -> None:
        """Show another scan; masks and scores of the one before are put away."""
        if volume is self._volume:
            return
        had_layers, had_scores = bool(self._layers), self._slice_scores is not None
        had_second, had_measurements = self._second is not None, bool(self._measurements)
        had_label = self.current_label is not None
        self._volume = volume
        self._second = None
        self._layers = ()
        self._current = None
        self._compared = None
        self._measurements = ()
        self._slice_scores = None
        self.undo_stack.clear()
        if volume is not None:
            z, y, x = volume.canonical.shape
            self._cursor = (z // 2, y // 2, x // 2)
            self._window = usual_window(volume)
        self.volume_changed.emit()
        if had_second:
            self.second_changed.emit()
        if had_layers:
            self.layers_changed.emit()
        if had_label:
            self.current_label_changed.emit()
        if had_measurements:
            self.measurements_changed.emit()
        self.window_changed.emit()
        self.cursor_changed.emit()
        if had_scores:
            self.slice_scores_changed.emit()

    @property
    def second(self) -> Volume | None:
        """A scan to look at beside the open one, on a grid of its own."""
        return self._second

    def set_second(self, volume: Volume | None) -> None:
        """Lay another scan beside the open one; it goes when another scan is opened.

        Raises:
            InputError: If no scan is open.
        """
        if volume is not None and self._volume is None:
            raise InputError(
                volume.name, tr("is a second scan, and no first is open"), tr("open it alone")
            )
        if volume is not self._second:
            self._second = volume
            self.second_changed.emit()

    # --- masks -----------------------------------------------------------------------------

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Masks over the scan, lowest first."""
        return self._layers

    @property
    def label_maps(self) -> tuple[LabelMap, ...]:
        """The masks themselves, lowest first."""
        return tuple(layer.label_map for layer in self._layers)

    @property
    def unsaved(self) -> tuple[LabelMap, ...]:
        """Results over the scan that are in no file yet."""
        return tuple(layer.label_map for layer in self._layers if layer.is_unsaved)

    def add_label_map(self, label_map: LabelMap, *, is_unsaved: bool | None = None) -> None:
        """Lay a mask over the scan, as ``laid_over`` says; its first label is the one chosen.

        Args:
            label_map: A mask on the scan's grid.
            is_unsaved: Whether it would be lost with the scan; if not given, a prediction without
                a file would.

        Raises:
            InputError: If no scan is open or the mask lies on another grid.
        """
        check_grid(self._volume, label_map)
        if is_unsaved is None:
            is_unsaved = label_map.role == "prediction" and label_map.path is None
        layers = laid_over(self._layers, label_map, is_unsaved=is_unsaved)
        self._set_layers(layers, current=first_label((label_map,)))

    def insert_layer(self, layer: Layer, place: int) -> None:
        """Lay a mask among the others, ``place`` from the bottom, drawn as ``layer`` says.

        For commands that bring back what lay there: nothing else changes its look.

        Raises:
            InputError: If no scan is open or the mask lies on another grid.
        """
        check_grid(self._volume, layer.label_map)
        self._set_layers((*self._layers[:place], layer, *self._layers[place:]))

    def replace_label_map(
        self, old: LabelMap, new: LabelMap, *, is_unsaved: bool | None = None
    ) -> None:
        """Put ``new`` where ``old`` lay, drawn alike; adds it if ``old`` is gone.

        A mask that was only renamed or recoloured since is still ``old``. What was chosen and
        compared goes on with the new mask; its scores only if it has the same voxels.

        Args:
            old: A mask over the scan.
            new: On the same grid.
            is_unsaved: Whether ``new`` would be lost with the scan; as ``old`` if not given.
        """
        here = sorted(self.label_maps, key=lambda one: one is not old)
        found = next((m for m in here if m is old or m.voxels is old.voxels), None)
        if found is None:
            self.add_label_map(new)
            return
        if found is not old:
            new = replace(new, labels={**new.labels, **found.labels})
        layers = tuple(
            replace(
                layer,
                label_map=new,
                is_unsaved=layer.is_unsaved if is_unsaved is None else is_unsaved,
            )
            if layer.label_map is found
            else layer
            for layer in self._layers
        )
        self._set_layers(
            layers,
            current=exchanged_label(self.current_label, found, new),
            compared=exchanged_pair(self._compared, found, new),
            scores=exchanged_scores(self._slice_scores, found, new),
        )

    def mark_saved(self, label_map: LabelMap, path: Path) -> None:
        """A mask over the scan belongs to this file now and may go with its scan."""
        if self._lie_here((label_map,)):
            saved = replace(label_map, path=path, sha256="")
            self.replace_label_map(label_map, saved, is_unsaved=False)

    def mark_kept(self, label_map: LabelMap) -> None:
        """All that its file does not say of a mask is kept elsewhere, so it may go."""
        if self._lie_here((label_map,)):
            self.replace_label_map(label_map, label_map, is_unsaved=False)

    def remove_label_map(self, label_map: LabelMap) -> None:
        """Take a mask off the scan."""
        self._set_layers(tuple(la for la in self._layers if la.label_map is not label_map))

    def restyle(
        self,
        label_map: LabelMap,
        *,
        visible: bool | None = None,
        opacity: float | None = None,
        outline: bool | None = None,
    ) -> None:
        """Change how one mask is drawn; None leaves a property as it is."""

        def restyled(layer: Layer) -> Layer:
            return replace(
                layer,
                visible=layer.visible if visible is None else visible,
                opacity=layer.opacity if opacity is None else min(max(opacity, 0.0), 1.0),
                outline=layer.outline if outline is None else outline,
            )

        self._set_layers(
            tuple(
                restyled(layer) if layer.label_map is label_map else layer for layer in self._layers
            )
        )

    def set_look(self, label_map: LabelMap, value: int, look: LabelLook) -> None:
        """Change how one label of a mask is drawn, its lock or its status."""
        self._set_layers(
            tuple(
                layer.with_look(value, look) if layer.label_map is label_map else layer
                for layer in self._layers
            )
        )

    def reorder(self, label_maps: tuple[LabelMap, ...]) -> None:
        """Draw the masks in another order, lowest first.

        Raises:
            ValueError: If these are not the masks over the scan.
        """
        if sorted(map(id, label_maps)) != sorted(map(id, self.label_maps)):
            raise ValueError("the masks to order are not those over the scan")
        order = {id(label_map): place for place, label_map in enumerate(label_maps)}
        self._set_layers(tuple(sorted(self._layers, key=lambda la: order[id(la.label_map)])))

    def redress(self, dressed: Sequence[tuple[LabelMap, Layer]]) -> None:
        """Draw masks as these layers say, named and coloured as in them, lowest first; all at once.

        Args:
            dressed: Masks over the scan, each with the layer that takes its place.
        """
        current, compared, scores = self.current_label, self._compared, self._slice_scores
        for old, layer in dressed:
            current = exchanged_label(current, old, layer.label_map)
            compared = exchanged_pair(compared, old, layer.label_map)
            scores = exchanged_scores(scores, old, layer.label_map)
        olds = [old for old, _ in dressed]
        left = (la for la in self._layers if all(la.label_map is not old for old in olds))
        layers = (*(layer for _, layer in dressed), *left)
        self._set_layers(layers, current=current, compared=compared, scores=scores)

    def _set_layers(
        self,
        layers: tuple[Layer, ...],
        *,
        current: Current | None = None,
        compared: Pair | None = None,
        scores: SliceScores | None = None,
    ) -> None:
        """Change them and what goes with them; None leaves it as it is, if its masks lie here."""
        before, compared_before, current_before = self._layers, self.compared, self.current_label
        scores_before = self._slice_scores
        same = len(before) == len(layers) and all(
            a.drawn_as(b) for a, b in zip(before, layers, strict=True)
        )
        self._layers = layers
        current, compared = current or current_before, compared or self._compared
        scores = scores or scores_before
        self._current = current if current and self._lie_here(current[:1]) else None
        self._compared = compared if compared and self._lie_here(compared) else None
        self._slice_scores = scores if scores and self._lie_here(scores.compared) else None
        if not same:
            self.layers_changed.emit()
        if not same_label(self.current_label, current_before):
            self.current_label_changed.emit()
        if not same_pair(self.compared, compared_before):
            self.compare_changed.emit()
        if self._slice_scores is not scores_before:
            self.slice_scores_changed.emit()

    def _lie_here(self, label_maps: tuple[LabelMap, ...]) -> bool:
        return all(any(mask is here for here in self.label_maps) for mask in label_maps)

    # --- the label chosen ------------------------------------------------------------------

    @property
    def current_label(self) -> Current | None:
        """The label that keys and tools mean, as its mask and value.

        The one chosen, else the first of the topmost mask; None without masks that name labels.
        """
        return self._current or first_label(self.label_maps)

    def set_current_label(self, label_map: LabelMap, value: int) -> None:
        """Choose a label.

        Raises:
            ValueError: If the mask does not lie over the scan or names no such label.
        """
        if not self._lie_here((label_map,)) or value not in label_map.labels:
            raise ValueError(f"no mask over the scan names label {value}")
        before, self._current = self.current_label, (label_map, value)
        if not same_label(self._current, before):
            self.current_label_changed.emit()

    # --- comparing -------------------------------------------------------------------------

    @property
    def compared(self) -> tuple[LabelMap, LabelMap] | None:
        """Reference and prediction: those chosen, else the topmost of each role; None if none."""
        if self._compared is not None:
            return self._compared
        found = [
            next((m for m in reversed(self.label_maps) if m.role == role), None)
            for role in ("reference", "prediction")
        ]
        reference, prediction = found
        return None if reference is None or prediction is None else (reference, prediction)

    def set_compared(self, pair: tuple[LabelMap, LabelMap] | None) -> None:
        """Choose what is compared with what; None leaves it to the masks' roles.

        Raises:
            ValueError: If one does not lie over the scan, or both are the same.
        """
        if pair is not None and (not self._lie_here(pair) or pair[0] is pair[1]):
            raise ValueError("two different masks over the scan can be compared")
        before = self.compared
        self._compared = pair
        if not same_pair(self.compared, before):
            self.compare_changed.emit()

    # --- where and how ---------------------------------------------------------------------

    @property
    def cursor(self) -> Index:
        """Canonical (z, y, x) voxel under the crosshair."""
        return self._cursor

    def set_cursor(self, index_zyx: Index) -> None:
        """Move the crosshair; positions outside the scan are pulled to its edge."""
        if self._volume is None:
            return
        shape = self._volume.canonical.shape
        z, y, x = (min(max(int(i), 0), n - 1) for i, n in zip(index_zyx, shape, strict=True))
        if (z, y, x) != self._cursor:
            self._cursor = (z, y, x)
            self.cursor_changed.emit()

    # --- scores ----------------------------------------------------------------------------

    @property
    def slice_scores(self) -> SliceScores | None:
        """Dice of each slice of the open scan, if a prediction was compared."""
        return self._slice_scores

    def set_slice_scores(self, scores: SliceScores | None) -> None:
        """Show scores under the axial view, or none; those of masks put away are too late."""
        if scores is not None and not self._lie_here(scores.compared):
            return
        if scores is not self._slice_scores:
            self._slice_scores = scores
            self.slice_scores_changed.emit()
