"""What opening a file may ask: which series, which way, and what becomes of unsaved masks."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.offers import OfferQuestion
from app.opening import Opener
from app.opening_request import Request
from app.series_dialog import SeriesDialog
from app.session import Session
from unet_core.events import Offered, Series


class OpeningQuestions(QObject):
    """Shows each question over the window and hands the answer back to the opener."""

    def __init__(self, session: Session, opener: Opener, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._opener = opener
        self._window = window
        opener.series_asked.connect(self._on_series_asked)
        opener.option_asked.connect(self._on_option_asked)

    @Slot(object, object)
    def _on_series_asked(self, request: Request, series: Sequence[Series]) -> None:
        has_scan = self._session.volume is not None
        dialog = SeriesDialog(request, series, self._window, has_scan=has_scan)
        dialog.chosen.connect(self._opener.open_series)
        dialog.declined.connect(self._opener.leave_closed)
        dialog.open()

    @Slot(object, object)
    def _on_option_asked(self, request: Request, offered: Offered) -> None:
        question = OfferQuestion(request, offered, self._window)
        question.agreed.connect(self._opener.open_offered)
        question.declined.connect(self._on_declined)
        question.open()

    @Slot(str)
    def _on_declined(self, sentence: str) -> None:
        self._session.notified.emit(sentence)
        self._opener.leave_closed()
