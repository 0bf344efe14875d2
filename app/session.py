"""The one holder of document state: what is open, where the cursor is, how it is shown.

Everything positional here is in the canonical frame (see ``unet_core.volume.Orientation``): slice
z counts from the feet, y towards the back, x towards the patient's left.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from unet_core.errors import InputError
from unet_core.person_groups import text_of
from unet_core.volume import Index, LabelMap, Region, Volume


@dataclass(frozen=True)
class Window:
    """Grey levels shown: ``width`` HU (or grey values) around ``level``."""

    width: float
    level: float


@dataclass(frozen=True)
class Layer:
    """A label map and how it is drawn.

    Attributes:
        is_unsaved: A result that is in no file yet: it would be lost with the scan.
    """

    label_map: LabelMap
    is_unsaved: bool = False
    visible: bool = True
    opacity: float = 0.45
    outline: bool = False
    hidden_values: frozenset[int] = frozenset()


@dataclass(frozen=True)
class SliceScores:
    """Dice of every canonical axial slice of the open scan, prediction against reference.

    Attributes:
        dice: (Z, R) float64, NaN where both are empty.
        title: What was compared with what.
        compared: The masks these are scores of; they go when one of them goes.
    """

    regions: tuple[Region, ...]
    dice: NDArray[np.float64]
    case_dice: tuple[float | None, ...]
    title: str
    compared: tuple[LabelMap, ...] = ()


class Session(QObject):
    """State of the document, with a signal for each property; setters are silent without change."""

    volume_changed = Signal()
    layers_changed = Signal()
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
        self._layers: tuple[Layer, ...] = ()
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
        self._volume = volume
        self._layers = ()
        self._slice_scores = None
        self.undo_stack.clear()
        if volume is not None:
            z, y, x = volume.canonical.shape
            self._cursor = (z // 2, y // 2, x // 2)
            self._window = usual_window(volume)
        self.volume_changed.emit()
        if had_layers:
            self.layers_changed.emit()
        self.window_changed.emit()
        self.cursor_changed.emit()
        if had_scores:
            self.slice_scores_changed.emit()

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
        hidden_values: frozenset[int] | None = None,
    ) -> None:
        """Change how one mask is drawn; None leaves a property as it is."""
        given = {
            "visible": visible,
            "opacity": None if opacity is None else min(max(opacity, 0.0), 1.0),
            "outline": outline,
            "hidden_values": hidden_values,
        }
        changes: Mapping[str, object] = {k: v for k, v in given.items() if v is not None}
        self._set_layers(
            tuple(
                replace(layer, **changes) if layer.label_map is label_map else layer  # type: ignore[arg-type]
                for layer in self._layers
            )
        )

    def _set_layers(self, layers: tuple[Layer, ...]) -> None:
        before = self._layers
        same = len(before) == len(layers) and all(
            _drawn_alike(a, b) for a, b in zip(before, layers, strict=True)
        )
        self._layers = layers
        if not same:
            self.layers_changed.emit()
        if self._slice_scores is not None and not self._lie_here(self._slice_scores.compared):
            self.set_slice_scores(None)

    def _lie_here(self, label_maps: tuple[LabelMap, ...]) -> bool:
        return all(any(mask is here for here in self.label_maps) for mask in label_maps)

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


def _drawn_alike(a: Layer, b: Layer) -> bool:
    return a.label_map is b.label_map and replace(a, label_map=b.label_map) == b
