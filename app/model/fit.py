"""What is known of the open scan and the chosen model before the one is shown to the other."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core_sentences import core_tr
from app.jobs import Job, JobGroup
from app.model import work
from app.panel_parts import Words, listed
from app.session import Session
from app.translation import tr
from unet_core.isolation import isolated
from unet_core.model_facts import ScanCompared
from unet_core.volume import Volume


class FitView(QWidget):
    """Sentences on in what the scan differs from those the model learned from.

    They are found in a child process that runs no network, when both are chosen and this is shown.

    Attributes:
        said: What differs, as it is shown now.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._jobs = JobGroup(self)
        self._job: Job | None = None
        self._asked: tuple[Path, Volume] | None = None
        self.said: tuple[str, ...] = ()
        self.words = Words()
        self.words.setObjectName("predict_fit")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words)
        session.models_changed.connect(self._look)
        session.volume_changed.connect(self._look)

    def shutdown(self) -> None:
        """Stop, and wait."""
        self._jobs.end(at_once=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    @Slot()
    def _look(self) -> None:
        model, volume = self._session.model, self._session.volume
        is_asked = self._asked is not None and (
            self._asked[0] == model and self._asked[1] is volume
        )
        if is_asked:
            return
        if self._job is not None:
            self._job.stop()
        self._job = self._asked = None
        self.said = ()
        self.words.hide()
        if model is not None and volume is not None and self.isVisible():
            self._asked = (model, volume)
            self._show(tr("Comparing the scan with those the model learned from…"))
            start = partial(isolated, work.compare, model, volume, keep=True, uses_network=True)
            self._job = self._jobs.run(start, self._on_compared, self._on_failed)

    @Slot(object)
    def _on_compared(self, found: ScanCompared) -> None:
        if self.sender() is not self._job:
            return  # another model or scan was chosen meanwhile
        self.said = found.notices
        if found.notices:
            notices = [core_tr(notice) for notice in found.notices]
            self._show(listed(tr("Before you predict:"), notices), is_warning=True)
        elif found.is_known:
            self._show(
                tr("In voxel size and grey values this scan is like those the model learned from.")
            )
        else:
            self._show(
                tr(
                    "As far as this older model file tells, the scan is like those it learned "
                    "from; the file does not hold their grey values."
                )
            )

    @Slot(str)
    def _on_failed(self, _sentence: str) -> None:
        if self.sender() is self._job:  # what is wrong with the model is said where it is described
            self.words.hide()

    def _show(self, text: str, *, is_warning: bool = False) -> None:
        self.words.setProperty("warning", is_warning)
        self.words.setProperty("muted", not is_warning)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.words.setText(text)
        self.words.show()
