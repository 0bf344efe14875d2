"""Commands about which label is chosen."""

from PySide6.QtCore import QObject, Slot

from app.layering import same_label
from app.session import Session


class LabelCommands(QObject):
    """Walks through the labels in the order of the Segments table: the topmost mask first."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    @Slot()
    def choose_next_label(self) -> None:
        """The label below in the table; stops at the last."""
        self._step(1)

    @Slot()
    def choose_previous_label(self) -> None:
        """The label above in the table; stops at the first."""
        self._step(-1)

    def _step(self, rows: int) -> None:
        current = self._session.current_label
        if current is None:
            return
        labels = [
            (label_map, value)
            for label_map in reversed(self._session.label_maps)
            for value in sorted(label_map.labels)
        ]
        here = next(n for n, one in enumerate(labels) if same_label(one, current))
        place = min(max(here + rows, 0), len(labels) - 1)
        self._session.set_current_label(*labels[place])
