"""Changes of masks and their labels that can be taken back: the only way they are made.

How a mask is drawn, locks and status are no edits: each is one click back in the same place, and
a list to undo that is full of eyes opened and shut would bury the edit that matters.
"""

from PySide6.QtGui import QUndoCommand

from app.document import Layer
from app.session import Session
from app.translation import tr
from unet_core.volume import LabelMap


class AddMask(QUndoCommand):
    """Lays a new mask over the one it was made from, which is hidden meanwhile.

    Args:
        session: Where.
        layer: The new mask, drawn as it shall be.
        source: What it was made from.
        text: What was done, for the menu.
    """

    def __init__(self, session: Session, layer: Layer, source: LabelMap, text: str) -> None:
        super().__init__(text)
        self._session = session
        self._layer = layer
        self._source = source
        self._was_visible = True

    def redo(self) -> None:
        source = layer_of(self._session, self._source)
        place = len(self._session.layers)
        if source is not None:
            place = place_of(self._session, source) + 1
            self._was_visible = source.visible
            self._session.restyle(source.label_map, visible=False)
        self._session.insert_layer(self._layer, place)

    def undo(self) -> None:
        layer = layer_of(self._session, self._layer.label_map)
        if layer is not None:
            self._layer = layer
            self._session.remove_label_map(layer.label_map)
        source = layer_of(self._session, self._source)
        if source is not None:
            self._session.restyle(source.label_map, visible=self._was_visible)


class DescribeMask(QUndoCommand):
    """Changes names, colours or the role of a mask; its voxels stay the same array."""

    def __init__(self, session: Session, old: LabelMap, new: LabelMap, text: str) -> None:
        super().__init__(text)
        self._session = session
        self._old, self._new = old, new
        layer = layer_of(session, old)
        self._was_unsaved = layer is not None and layer.is_unsaved

    def redo(self) -> None:
        self._replace(self._old, self._new, is_unsaved=True)

    def undo(self) -> None:
        self._replace(self._new, self._old, is_unsaved=self._was_unsaved)

    def _replace(self, old: LabelMap, new: LabelMap, *, is_unsaved: bool) -> None:
        layer = layer_of(self._session, old)
        if layer is not None:
            self._session.replace_label_map(layer.label_map, new, is_unsaved=is_unsaved)


class RemoveMask(QUndoCommand):
    """Takes a mask off the scan; undo lays it back where it was, drawn as it was."""

    def __init__(self, session: Session, layer: Layer) -> None:
        super().__init__(tr("remove {mask}", mask=layer.label_map.name))
        self._session = session
        self._layer = layer
        self._place = len(session.layers)

    def redo(self) -> None:
        layer = layer_of(self._session, self._layer.label_map)
        if layer is not None:
            self._layer, self._place = layer, place_of(self._session, layer)
            self._session.remove_label_map(layer.label_map)

    def undo(self) -> None:
        self._session.insert_layer(self._layer, self._place)


class ReorderMasks(QUndoCommand):
    """Draws the masks in another order, lowest first."""

    def __init__(self, session: Session, order: tuple[LabelMap, ...], text: str) -> None:
        super().__init__(text)
        self._session = session
        self._before, self._after = session.label_maps, order

    def redo(self) -> None:
        self._set_order(self._after)

    def undo(self) -> None:
        self._set_order(self._before)

    def _set_order(self, order: tuple[LabelMap, ...]) -> None:
        layers = [layer_of(self._session, label_map) for label_map in order]
        here = tuple(layer.label_map for layer in layers if layer is not None)
        others = tuple(m for m in self._session.label_maps if all(m is not one for one in here))
        self._session.reorder((*here, *others))


def layer_of(session: Session, label_map: LabelMap) -> Layer | None:
    """The layer of a mask, also if it was renamed or recoloured since; None if it is gone."""
    layers = session.layers
    same = next((layer for layer in layers if layer.label_map is label_map), None)
    return same or next((la for la in layers if la.label_map.voxels is label_map.voxels), None)


def place_of(session: Session, layer: Layer) -> int:
    """How many masks lie under this one."""
    return next(n for n, one in enumerate(session.layers) if one is layer)
