"""What is being measured just now, before it is part of the document."""

from PySide6.QtCore import QObject, Signal, Slot

from app.document import Measurement
from app.session import Session


class Sketch(QObject):
    """Shared by the measuring tools, which draw it, and the painter, which shows it.

    Signals:
        changed: It must be drawn anew.
        chosen_changed: Another measurement is chosen, or none.
    """

    changed = Signal()
    chosen_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._draft: Measurement | None = None
        self._hot: int | None = None
        self._chosen: int | None = None
        session.volume_changed.connect(self._on_volume_changed)

    @property
    def draft(self) -> Measurement | None:
        """What is being drawn or dragged; stands for the measurement with its number."""
        return self._draft

    def show(self, draft: Measurement | None) -> None:
        """Show something half done; None shows only what is in the document."""
        if draft != self._draft:
            self._draft = draft
            self.changed.emit()

    @property
    def hot(self) -> int | None:
        """Number of the measurement under the pointer."""
        return self._hot

    def set_hot(self, number: int | None) -> None:
        """The pointer lies on another measurement, or on none."""
        if number != self._hot:
            self._hot = number
            self.changed.emit()

    @property
    def chosen(self) -> Measurement | None:
        """The one that Delete takes away; None if none is, or it is gone."""
        for one in self._session.measurements:
            if one.number == self._chosen:
                return one
        return None

    def choose(self, number: int | None) -> None:
        """Choose a measurement by its number."""
        if number != self._chosen:
            self._chosen = number
            self.chosen_changed.emit()
            self.changed.emit()

    @property
    def shown(self) -> tuple[Measurement, ...]:
        """Everything to draw: what is in the document, and the draft or what it changes."""
        draft, known = self._draft, self._session.measurements
        if draft is None:
            return known
        if all(one.number != draft.number for one in known):
            return (*known, draft)
        return tuple(draft if one.number == draft.number else one for one in known)

    @Slot()
    def _on_volume_changed(self) -> None:
        self.show(None)
        self.set_hot(None)
        self.choose(None)
