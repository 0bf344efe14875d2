"""What the run doctor said of a run, each sentence with the epoch it speaks of."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.panel_parts import Words, heading, muted
from app.translation import tr
from unet_core.events import Finding

MOST = 40
LEAST_PX, MOST_PX = 90, 240


class SaidList(QWidget):
    """Newest first; hidden while nothing was said.

    Signals:
        epoch_asked: An epoch to point at.
    """

    epoch_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("curves_said")
        self._shown: tuple[Finding, ...] = ()
        self.cards: tuple[QFrame, ...] = ()
        content = QWidget()
        self._layout = QVBoxLayout(content)
        self._layout.setContentsMargins(0, 0, 6, 0)
        self._layout.setSpacing(6)
        self._layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        area.setMinimumHeight(LEAST_PX)
        self.setMaximumHeight(MOST_PX)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(heading(tr("What stands out")))
        layout.addWidget(area, 1)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these in place of those before."""
        newest = tuple(sorted(findings, key=lambda one: -one.epoch)[:MOST])
        if newest == self._shown:
            return
        self._shown = newest
        for card in self.cards:
            self._layout.removeWidget(card)
            card.deleteLater()
        self.cards = tuple(self._card(finding) for finding in newest)
        for place, card in enumerate(self.cards):
            self._layout.insertWidget(place, card)
        self.setVisible(bool(self.cards))

    def _card(self, finding: Finding) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "question" if finding.severity == "warning" else "notice")
        card.setFrameShape(QFrame.Shape.StyledPanel)
        at = QToolButton()
        at.setObjectName(f"curves_said_{finding.rule}")
        at.setText(
            tr("Epoch {epoch}", epoch=finding.epoch) if finding.epoch else tr("At the start")
        )
        at.setToolTip(tr("Point at this epoch in the curves."))
        at.setAutoRaise(True)
        at.setProperty("epoch", max(finding.epoch, 1))
        at.clicked.connect(self._on_clicked)
        sentence = Words(finding.sentence)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(8, 5, 8, 6)
        layout.setSpacing(2)
        layout.addWidget(at, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(sentence)
        layout.addWidget(muted("", finding.remedy))
        return card

    @Slot()
    def _on_clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.epoch_asked.emit(int(sender.property("epoch")))
