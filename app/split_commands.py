"""Opens the split board over a window, and keeps what it shows."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.dataset.check import DatasetCheck
from app.session import Session
from app.settings import Settings
from app.split.board import SplitBoard
from app.split.book import SplitBook
from unet_core.runs import RunSummary


class SplitCommands(QObject):
    """The board is made when it is first asked for.

    Attributes:
        book: What the board is about; it keeps persons whole without the board too.
    """

    def __init__(
        self, session: Session, settings: Settings, check: DatasetCheck, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self.book = SplitBook(session, settings, check, self)
        self._board: SplitBoard | None = None

    @Slot()
    def show_split(self) -> None:
        """The split of the next run, or of the run going on."""
        self._made().show_now()

    @Slot(object)
    def show_run(self, run: RunSummary) -> None:
        """The split of an old run, as it was."""
        self._made().show_run(run)

    def shutdown(self) -> None:
        """Close the board and write what is not written yet."""
        if self._board is not None:
            self._board.shutdown()
        self.book.shutdown()

    def _made(self) -> SplitBoard:
        if self._board is None:
            self._board = SplitBoard(self._session, self._settings, self.book, self._window)
        return self._board
