"""Changes that can be taken back."""

from PySide6.QtGui import QUndoCommand

from app.document import Layer
from app.session import Session


class RemoveMask(QUndoCommand):
    """Takes a mask off the scan; undo lays it back, drawn as it was."""

    def __init__(self, session: Session, layer: Layer) -> None:
        super().__init__(f"remove {layer.label_map.name}")
        self._session = session
        self._layer = layer

    def redo(self) -> None:
        self._session.remove_label_map(self._layer.label_map)

    def undo(self) -> None:
        layer = self._layer
        self._session.add_label_map(layer.label_map, is_unsaved=layer.is_unsaved)
        self._session.restyle(
            layer.label_map, visible=layer.visible, opacity=layer.opacity, outline=layer.outline
        )
        for value, look in layer.looks.items():
            self._session.set_look(layer.label_map, value, look)
