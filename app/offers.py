"""Which way a file should be opened that opens only in a way somebody must agree to."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import theme
from app.core_sentences import core_tr
from app.opening_request import Request
from app.translation import tr
from unet_core.events import Offered, Option

MOST_BUTTONS = 4
"""More ways than these are listed instead of each having its button."""
ICON_PX = 32
WIDTH = 460


class OfferQuestion(QDialog):
    """Says why a file does not open as it is, and asks which way it should be opened.

    Enter takes the only way there is; among several, none is taken by accident.

    Signals:
        agreed: The request and the option chosen.
        declined: The file stays closed, which the sentence says.
    """

    agreed = Signal(object, object)
    declined = Signal(str)

    def __init__(self, request: Request, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer_question")
        self.setWindowTitle("Slicewise")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._request = request
        self._options = offered.options
        self._chosen: Option | None = None
        self._fault = (
            core_tr(f"{offered.subject} {offered.fault}.").removesuffix(".").removesuffix("。")
        )
        sentence = QLabel(f"{self._fault}.")
        sentence.setWordWrap(True)
        sentence.setObjectName("offer_text")
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setProperty("title", True)
        asked = QLabel(question_of(offered))
        mark = theme.Mark(ICON_PX)
        mark.show_icon(theme.coloured_icon("warning", "WARNING"))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
        self._cancel.setObjectName("offer_cancel")
        self._cancel.setToolTip(tr("Leave the file closed"))
        box.rejected.connect(self.reject)
        ways = QVBoxLayout()
        ways.setSpacing(6)
        if len(offered.options) > MOST_BUTTONS:
            self._add_list(ways, box)
        else:
            self._add_buttons(ways)
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(14)
        grid.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(sentence, 0, 1)
        grid.addWidget(asked, 1, 1)
        grid.addLayout(ways, 2, 1)
        grid.addWidget(box, 3, 1)
        grid.setColumnStretch(1, 1)
        self.setMinimumWidth(WIDTH)
        if 1 < len(offered.options) <= MOST_BUTTONS:
            self._cancel.setDefault(True)
            self._cancel.setFocus()
        self.finished.connect(self._on_finished)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(self.width(), self.heightForWidth(self.width()))

    # --- what it is made of ------------------------------------------------------------------

    def _add_buttons(self, layout: QVBoxLayout) -> None:
        for number, option in enumerate(self._options):
            button = QPushButton(option.label)
            button.setObjectName(f"offer_option_{number}")
            is_only = len(self._options) == 1
            button.setAutoDefault(is_only)  # else Enter would take the first
            button.setDefault(is_only)
            button.setProperty("primary", is_only)
            button.clicked.connect(self._on_button)
            layout.addWidget(button)

    def _add_list(self, layout: QVBoxLayout, box: QDialogButtonBox) -> None:
        self._list = QListWidget()
        self._list.setObjectName("offer_list")
        self._list.setAccessibleName(tr("Ways to open it"))
        self._list.addItems([option.label for option in self._options])
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self._on_listed)
        layout.addWidget(self._list)
        open_it = box.addButton(QDialogButtonBox.StandardButton.Open)
        open_it.setObjectName("offer_open")
        open_it.setProperty("primary", True)
        open_it.setDefault(True)
        open_it.clicked.connect(self._on_listed)
        self._list.setFocus()

    # --- answers -----------------------------------------------------------------------------

    @Slot()
    def _on_button(self) -> None:
        sender = self.sender()
        assert sender is not None
        self._take(int(sender.objectName().rpartition("_")[2]))

    @Slot()
    def _on_listed(self) -> None:
        self._take(self._list.currentRow())

    def _take(self, number: int) -> None:
        self._chosen = self._options[number]
        self.accept()

    @Slot()
    def _on_finished(self) -> None:
        if self._chosen is None:
            self.declined.emit(tr("{fault}; it was left closed.", fault=self._fault))
        else:
            self.agreed.emit(self._request, self._chosen)


def question_of(offered: Offered) -> str:
    """What is asked below the fault.

    >>> question_of(Offered("a", "is tilted", (Option("Open straightened", {}),)))
    'It can be opened so, if you agree:'
    """
    if len(offered.options) == 1:
        return tr("It can be opened so, if you agree:")
    return tr("How should it be opened?")
