"""A run that was cut short is offered to go on."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.banner import Banner
from app.training.state import offer_words
from app.translation import tr
from unet_core.runs import RunSummary


class RunOffer(Banner):
    """Hidden until ``offer``.

    Signals:
        resume_asked: The run shall go on.
        best_asked: Its best model shall be used, and no more.
    """

    resume_asked = Signal(object)
    best_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("train_offer", "question", parent)
        self._run: RunSummary | None = None
        self.resume = self.add_button("train_resume", tr("Resume"))
        self.keep_best = self.add_button("train_resume_keep", tr("Keep best"))
        self.close_offer = self.add_button("train_resume_dismiss", tr("Dismiss"))
        self.keep_best.setToolTip(tr("Use its best model for prediction; do not train on."))
        self.resume.clicked.connect(self._on_resume)
        self.keep_best.clicked.connect(self._on_keep_best)
        self.close_offer.clicked.connect(self.dismiss)

    def offer(self, run: RunSummary) -> None:
        """Ask what becomes of this run."""
        self._run = run
        self.keep_best.setVisible(run.model_path is not None)
        self.say(offer_words(run, datetime.now()))

    @Slot()
    def _on_resume(self) -> None:
        if self._run is not None:
            self.resume_asked.emit(self._run)

    @Slot()
    def _on_keep_best(self) -> None:
        if self._run is not None and self._run.model_path is not None:
            self.best_asked.emit(self._run.model_path)
        self.dismiss()
