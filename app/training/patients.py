"""The validation patients of a run: whose slices are shown, and where a click on one leads."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot

from app.session import Session
from app.training.live_prediction import LivePrediction
from app.training.view import RunView
from unet_core.events import SlicesScored
from unet_core.volume import Label


class Patients(QObject):
    """Keeps the strip of a run's view at the newest scores of the patient chosen there.

    Attributes:
        live: The masks of these patients on screen.
    """

    def __init__(self, session: Session, view: RunView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._view = session, view
        self.live = LivePrediction(session, self)
        session.cursor_changed.connect(self._mark_slice)
        session.volume_changed.connect(self._mark_slice)
        view.case_chosen.connect(self._on_case_chosen)
        view.slice_clicked.connect(self._on_slice_clicked)
        self.live.cases_changed.connect(self._on_cases_changed)
        self.live.scored.connect(self._on_scored)

    def begin(self, labels: Mapping[int, Label]) -> None:
        """Forget the run before; ``labels`` are those now learned."""
        self.live.begin(labels)

    def receive(self, event: SlicesScored) -> None:
        """Take in the newest scores of one patient."""
        self.live.receive(event)

    @Slot()
    def _on_cases_changed(self) -> None:
        for case_id in self.live.case_ids:
            self._view.add_case(case_id)

    @Slot(str)
    def _on_case_chosen(self, case_id: str) -> None:
        self.live.watch(case_id)
        self._on_scored(case_id)

    @Slot(str)
    def _on_scored(self, case_id: str) -> None:
        progress = self.live.progress_of(case_id)
        if progress is not None and case_id == self._view.case.currentText():
            self._view.show_case(progress)
            self._mark_slice()

    @Slot()
    def _mark_slice(self) -> None:
        """Mark the slice on screen in the strip, if it is of the patient shown there."""
        is_open = self.live.is_open(self._view.case.currentText())
        self._view.strip.set_current(self._session.cursor[0] if is_open else -1)

    @Slot(int)
    def _on_slice_clicked(self, slice_z: int) -> None:
        self.live.show_slice(self._view.case.currentText(), slice_z)
