"""The one holder of document state: what is open, where the cursor is, how it is shown.

Everything positional here is in the canonical frame (see ``unet_core.volume.Orientation``): slice
z counts from the feet, y towards the back, x towards the patient's left.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.document import (
    COMPARE_MODES,
    CompareMode,
    LabelLook,
    Layer,
    Measurement,
    SliceScores,
    Window,
)
from unet_core.errors import InputError
from unet_core.person_groups import text_of
from unet_core.volume import Index, LabelMap, Volume


class Session(QObject):
    """State of the document, with a signal for each property; setters are silent without change."""

    volume_changed = Signal()
    second_changed = Signal()
    """Another scan beside the open one, or none."""
    layers_changed = Signal()
    compare_changed = Signal()
    """Another way of comparing, or other masks compared."""
    measurements_changed = Signal()
    cursor_changed = Signal()
    window_changed = Signal()
    slice_scores_changed = Signal()
    dataset_changed = Signal()
    threshold_changed = Signal()
    persons_changed = Signal()
    models_changed = Signal()
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
        self._compare_mode: CompareMode = "masks"
        self._compared: tuple[LabelMap, LabelMap] | None = None
        self._measurements: tuple[Measurement, ...] = ()
        self._cursor: Index = (0, 0, 0)
        self._window = Window(400.0, 40.0)
        self._slice_scores: SliceScores | None = None
        self._dataset: Path | None = None
        self._threshold_masks = False
        self._person_answers: dict[frozenset[str], bool] = {}
        self._model: Path | None = None
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
        self._volume = volume
        self._second = None
        self._layers = ()
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
            raise InputError(volume.name, "is a second scan, and no first is open", "open it alone")
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
        """Lay a mask over the scan.

        A second prediction replaces none: each is its own layer, and those before it are hidden
        so that one is read at a time. References are drawn as outlines when a prediction lies
        with them, so that both are seen.

        Args:
            label_map: A mask on the scan's grid.
            is_unsaved: Whether it would be lost with the scan; if not given, a prediction without
                a file would.

        Raises:
            InputError: If no scan is open or the mask lies on another grid.
        """
        if self._volume is None:
            raise InputError(label_map.name, "is a mask, and no scan is open", "open its CT first")
        differences = self._volume.geometry.differences(label_map.geometry)
        if differences:
            raise InputError(
                label_map.name,
                f"does not lie on the grid of {self._volume.name}: {', '.join(differences)}",
                "open the mask that was drawn on this scan",
            )
        if is_unsaved is None:
            is_unsaved = label_map.role == "prediction" and label_map.path is None
        before = self._layers
        if label_map.role == "prediction":
            before = tuple(
                replace(layer, visible=layer.visible and layer.label_map.role == "reference")
                for layer in before
            )
        layers = (*before, Layer(label_map, is_unsaved))
        if {layer.label_map.role for layer in layers} == {"reference", "prediction"}:
            layers = tuple(
                replace(layer, outline=layer.label_map.role == "reference") for layer in layers
            )
        self._set_layers(layers)

    def replace_label_map(self, old: LabelMap, new: LabelMap) -> None:
        """Put ``new`` where ``old`` lay, drawn alike; adds it if ``old`` is gone."""
        if all(layer.label_map is not old for layer in self._layers):
            self.add_label_map(new)
            return
        self._set_layers(
            tuple(
                replace(layer, label_map=new) if layer.label_map is old else layer
                for layer in self._layers
            )
        )

    def mark_saved(self, label_map: LabelMap) -> None:
        """A mask is in a file now and may go with its scan."""
        self._set_layers(
            tuple(
                replace(layer, is_unsaved=False) if layer.label_map is label_map else layer
                for layer in self._layers
            )
        )

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
        given = {
            "visible": visible,
            "opacity": None if opacity is None else min(max(opacity, 0.0), 1.0),
            "outline": outline,
        }
        changes: Mapping[str, object] = {k: v for k, v in given.items() if v is not None}
        self._set_layers(
            tuple(
                replace(layer, **changes) if layer.label_map is label_map else layer  # type: ignore[arg-type]
                for layer in self._layers
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

    def _set_layers(self, layers: tuple[Layer, ...]) -> None:
        before, compared_before = self._layers, self.compared
        same = len(before) == len(layers) and all(
            a.drawn_as(b) for a, b in zip(before, layers, strict=True)
        )
        self._layers = layers
        if self._compared is not None and not self._lie_here(self._compared):
            self._compared = None
        if not same:
            self.layers_changed.emit()
        if not _same_pair(self.compared, compared_before):
            self.compare_changed.emit()
        if self._slice_scores is not None and not self._lie_here(self._slice_scores.compared):
            self.set_slice_scores(None)

    def _lie_here(self, label_maps: tuple[LabelMap, ...]) -> bool:
        return all(any(mask is here for here in self.label_maps) for mask in label_maps)

    # --- comparing -------------------------------------------------------------------------

    @property
    def compare_mode(self) -> CompareMode:
        """How reference and prediction are shown."""
        return self._compare_mode

    def set_compare_mode(self, mode: CompareMode) -> None:
        """Show reference and prediction in another way.

        Raises:
            ValueError: If there is no such way.
        """
        if mode not in COMPARE_MODES:
            raise ValueError(f"no way of comparing is called {mode!r}")
        if mode != self._compare_mode:
            self._compare_mode = mode
            self.compare_changed.emit()

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
        if not _same_pair(self.compared, before):
            self.compare_changed.emit()

    # --- measurements ----------------------------------------------------------------------

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        """What was drawn on the scan, in the order of drawing."""
        return self._measurements

    def set_measurements(self, measurements: tuple[Measurement, ...]) -> None:
        """Replace them all; commands that can be taken back call this."""
        if measurements != self._measurements:
            self._measurements = measurements
            self.measurements_changed.emit()

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

    @property
    def window(self) -> Window:
        """Grey window of the scan."""
        return self._window

    def set_window(self, window: Window) -> None:
        """Change the grey window; the width is at least 1."""
        window = Window(max(window.width, 1.0), window.level)
        if window != self._window:
            self._window = window
            self.window_changed.emit()

    # --- scores, data and models -----------------------------------------------------------

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

    @property
    def dataset(self) -> Path | None:
        """Folder of image and mask pairs to train on."""
        return self._dataset

    def set_dataset(self, folder: Path | None) -> None:
        """Choose the training data."""
        if folder != self._dataset:
            self._dataset = folder
            had_answers, self._person_answers = bool(self._person_answers), {}
            self.dataset_changed.emit()
            if had_answers:
                self.persons_changed.emit()

    @property
    def person_answers(self) -> Mapping[frozenset[str], bool]:
        """What the user says of cases of the data set that may be of one person: True, they are."""
        return MappingProxyType(self._person_answers)

    @property
    def same_person(self) -> str:
        """Cases that the user says are one person, as the setting of training words it."""
        agreed = (sorted(ids) for ids, is_one in self._person_answers.items() if is_one)
        return text_of(sorted(agreed))

    def answer_person(self, case_ids: frozenset[str], *, is_one: bool) -> None:
        """Hold cases to be of one person, or of different ones."""
        if self._person_answers.get(case_ids) is not is_one:
            self._person_answers[case_ids] = is_one
            self.persons_changed.emit()

    @property
    def threshold_masks(self) -> bool:
        """Whether soft mask edges are cut at half instead of refused."""
        return self._threshold_masks

    def set_threshold_masks(self, is_on: bool) -> None:
        """Choose what happens to masks with soft or JPEG edges opened from now on."""
        if is_on != self._threshold_masks:
            self._threshold_masks = is_on
            self.threshold_changed.emit()

    @property
    def model(self) -> Path | None:
        """The model file that prediction uses."""
        return self._model

    def set_model(self, path: Path | None) -> None:
        """Choose the model; announced even if the path is the same, for its weights may be new."""
        self._model = path
        self.models_changed.emit()


def usual_window(volume: Volume) -> Window:
    """Abdomen 350/40 for HU; the whole range for 8-bit grey; percentiles otherwise."""
    if volume.intensity == "HU":
        return Window(350.0, 40.0)
    if volume.voxels.dtype == np.uint8:
        return Window(255.0, 127.5)
    sample = volume.voxels[:: max(1, volume.voxels.shape[0] // 16), ::4, ::4]
    low, high = (float(v) for v in np.percentile(sample, (0.5, 99.5)))
    return Window(max(high - low, 1.0), (low + high) / 2)


def _same_pair(
    a: tuple[LabelMap, LabelMap] | None, b: tuple[LabelMap, LabelMap] | None
) -> bool:
    if a is None or b is None:
        return a is b
    return a[0] is b[0] and a[1] is b[1]
